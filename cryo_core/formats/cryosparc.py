"""cryoSPARC's tables: .cs (a numpy structured array), completed by passthrough files, and .csg groups.

Conventions (pyem `metadata/cryosparc2.py`; cryoDRGN `parse_pose_csparc`, `parse_ctf_csparc`; checked on
cryoDRGN's own answers for a real refinement): alignments3D/pose is a rotation vector in radians, whose
right-handed matrix, transposed, is RELION's A. alignments3D/shift is in pixels of alignments3D/psize_A,
which may differ from blob/psize_A, and has the sign of rlnOriginX/Y. ctf/df1_A and df2_A in Å, positive
underfocus; ctf/df_angle_rad and phase_shift_rad in radians; ctf/bfactor in Å². blob/idx, split, class and
ctf/exp_group_id count from 0, and image numbers, half sets, classes and optics groups here from 1.
alignments3D_multi holds one pose a class: the one of the largest class_posterior is taken. alignments2D/pose
is an angle in the plane (rlnAnglePsi), so that particles with 2D alignments alone have no poses here. Paths
are relative to the project's folder and may begin with ">". Rows are one particle each, joined by uid.
blob/sign is −1 for dark particles. Optics groups are the combinations of exposure group, pixel size, voltage, Cs,
amplitude contrast, beam tilt and magnification that occur: the first of an exposure group keeps its number.

A field that nothing here reads is carried through in `extra`: `ctf/trefoil_A` of two numbers as the columns
`ctf/trefoil_A[0]` and `ctf/trefoil_A[1]`; what RELION knows too, it has under RELION's name as well (`translate`). What
other formats carry is written as `relion/rlnMicrographName` or, of an optics group, `relion_optics/rlnMtfFileName`,
and read back from there; cryoSPARC keeps such fields without use.
"""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int

from cryo_core.data import Contrast, Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.cryosparc_table import (
    DEFOCUS,
    FOREIGN,
    MICROSCOPE,
    OPTICS,
    ORIGINS,
    SCORE,
    Fields,
    read_fields,
)
from cryo_core.formats.fields import (
    Companions,
    Overrides,
    combinations,
    group_table,
    missing,
    shortest,
    unknown_poses,
)
from cryo_core.formats.relion import Locate
from cryo_core.formats.relion_optics import LENS as LENS_COLUMNS
from cryo_core.formats.relion_optics import MAGNIFICATION, TILT, read_lens
from cryo_core.formats.translate import LENS, lens_from_cryosparc, place_to_relion
from cryo_core.geometry.rotations import axis_angle_to_matrix

_PREFIXES = ("alignments3D", "alignments3D_multi", "alignments2D")
_TEXT_ROWS = 50_000
_TAKEN = (
    "blob/path",
    "blob/idx",
    "blob/psize_A",
    "blob/shape",
    "blob/sign",
    "ctf/phase_shift_rad",
    "ctf/bfactor",
)


def read_cryosparc(path: Path, overrides: Overrides, locate: Locate, companions: Companions) -> Particles:
    """Read particles with their poses from a .cs or .csg file; FormatError where it has no 3D alignments.

    Parameters
    ----------
    path : the table
    overrides : what the table does not say, or says wrong
    locate : finds the stacks by their names (`images.Locator`)
    companions : its `passthrough` files complete the table
    """
    table = read_fields(path, companions.passthrough)
    prefix = _prefix(table)
    if prefix is None or prefix == "alignments2D":
        what = "only 2D alignments" if prefix else "no alignments3D/pose"
        raise FormatError(
            f"{path}: {what}: take the file of a 3D refinement, name its passthrough file (--passthrough), "
            "or take a method that needs no poses"
        )
    return _build(path, table, overrides, locate, prefix)


def read_cryosparc_images(
    path: Path, overrides: Overrides, locate: Locate, companions: Companions
) -> Particles:
    """Read particles for work without poses: where the file has none in 3D they are NaN.

    2D alignments become rlnAnglePsi, rlnOriginX/YAngst in `extra`, and the class.

    Parameters
    ----------
    path, overrides, locate, companions : as of `read_cryosparc`
    """
    table = read_fields(path, companions.passthrough)
    return _build(path, table, overrides, locate, _prefix(table))


def cryosparc_stacks(path: Path, locate: Locate, companions: Companions) -> list[Path]:
    """Stacks that a table names; parameters as of `read_cryosparc`."""
    return _images(path, read_fields(path, companions.passthrough), locate)[0]


def _prefix(table: Fields) -> str | None:
    return next((prefix for prefix in _PREFIXES if f"{prefix}/pose" in table), None)


def _build(path: Path, table: Fields, overrides: Overrides, locate: Locate, prefix: str | None) -> Particles:
    stacks, stack_number, image_number = _images(path, table, locate)
    box = _box(path, table)
    optics = _read_optics(path, table, overrides)
    count = len(image_number)
    poses, flat, chosen = unknown_poses(count), {}, None
    if prefix is not None:
        rescaled: Float[np.ndarray, " n"] | float = 1.0
        if overrides.pixel_angstrom is not None and "blob/psize_A" in table:
            rescaled = overrides.pixel_angstrom / _numbers(path, table, "blob/psize_A")
        chosen = _chosen(path, table, prefix)
        rotation, shift = _alignment(path, table, prefix, chosen, rescaled)
        if rotation.ndim == 2:
            matrix = axis_angle_to_matrix(torch.from_numpy(rotation)).mT.contiguous()
            poses = Poses(matrix, torch.from_numpy(shift))
        else:
            flat = {"rlnAnglePsi": np.rad2deg(rotation), **dict(zip(ORIGINS, shift.T, strict=True))}
    group = optics.group.numpy()
    optics_extra = _optics_extra(path, table, group, group_table(group, box))
    return Particles(
        poses=poses,
        optics=optics,
        stacks=tuple(stacks),
        stack_number=stack_number,
        image_number=image_number,
        half_set=_counted(path, table, prefix, "split", None, 2),
        class_number=_counted(path, table, prefix, "class", chosen),
        score=_numbers(path, table, SCORE) if SCORE in table else np.full(count, np.nan),
        extra=_extra(path, table, prefix, flat),
        optics_extra=optics_extra,
        contrast=_contrast(path, table),
    )


def _contrast(path: Path, table: Fields) -> Contrast | None:
    """Contrast of the images by blob/sign; None where the table has none."""
    if "blob/sign" not in table:
        return None
    sign = _numbers(path, table, "blob/sign")
    if not sign.any():
        return None
    if (sign != sign[0]).any():
        row = int(np.argmax(sign != sign[0]))
        raise FormatError(
            f"{path}: row {row + 1}: blob/sign is {sign[row]:g}, and {sign[0]:g} in row 1: split the set"
        )
    return "dark" if sign[0] < 0 else "white"


def _numbers(path: Path, table: Fields, name: str, columns: int | None = None) -> Float[np.ndarray, "n ..."]:
    """Field as float64 (float32 as the shortest number it stands for), finite and of one shape."""
    if name not in table:
        raise FormatError(f"{path}: no field {name}: name the passthrough file that has it (--passthrough)")
    values = table[name]
    if values.dtype.kind not in "biuf" or values.shape[1:] != (() if columns is None else (columns,)):
        raise FormatError(f"{path}: field {name} is {values.dtype} of shape {values.shape[1:]}")
    with np.errstate(invalid="ignore"):
        values = shortest(values) if values.dtype == np.float32 else values.astype(np.float64)
    finite = np.isfinite(values).reshape(len(values), -1).all(axis=1)
    if not finite.all():
        raise FormatError(f"{path}: row {int(np.argmin(finite)) + 1}: {name} is NaN or infinite")
    return values


def _whole(path: Path, table: Fields, name: str) -> Int[np.ndarray, "n ..."]:
    values = table[name]
    if values.dtype.kind not in "biu" or (values.size and not 0 <= values.min() <= values.max() < 2**31 - 1):
        raise FormatError(f"{path}: field {name} must hold whole numbers from 0")
    return values.astype(np.int64)


def _images(
    path: Path, table: Fields, locate: Locate
) -> tuple[list[Path], Int[np.ndarray, " n"], Int[np.ndarray, " n"]]:
    for name in ("blob/path", "blob/idx"):
        if name not in table:
            raise FormatError(
                f"{path}: no field {name}: name the passthrough file that has it (--passthrough)"
            )
    if table["blob/path"].dtype.kind not in "SU" or table["blob/path"].ndim != 1:
        raise FormatError(f"{path}: field blob/path is {table['blob/path'].dtype}, and must be text")
    names, first, code = np.unique(table["blob/path"], return_index=True, return_inverse=True)
    texts = [_text(path, name).removeprefix(">") for name in names]
    number = _whole(path, table, "blob/idx")
    if number.ndim != 1:
        raise FormatError(f"{path}: field blob/idx of shape {number.shape}")
    for text, row in zip(texts, first.tolist(), strict=True):
        if not text:
            raise FormatError(f"{path}: row {row + 1}: blob/path is empty")
    return locate(texts, (first + 1).tolist()), code.reshape(-1).astype(np.int64), number


def _text(path: Path, value: bytes | str) -> str:
    try:
        return value.decode("utf-8") if isinstance(value, bytes) else str(value)
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: {value[:40]!r} is not UTF-8 text") from error


def _box(path: Path, table: Fields) -> int | None:
    if "blob/shape" not in table:
        return None
    shape = _whole(path, table, "blob/shape")
    if shape.ndim != 2 or shape.shape[1] != 2 or (shape != shape[0, 0]).any() or shape[0, 0] < 1:
        raise FormatError(f"{path}: blob/shape: images must be square and of one size: split the set")
    return int(shape[0, 0])


def _read_optics(path: Path, table: Fields, overrides: Overrides) -> Optics:
    count = len(table["blob/idx"])

    def required(name: str, override: float | None, field: str) -> Float[np.ndarray, " n"]:
        if override is not None:
            return np.full(count, float(override))
        if name not in table:
            raise missing(str(path), f"no field {name}", field)
        return _numbers(path, table, name)

    def optional(name: str) -> Float[np.ndarray, " n"]:
        return _numbers(path, table, name) if name in table else np.zeros(count)

    pixel = required("blob/psize_A", overrides.pixel_angstrom, "pixel_angstrom")
    values = {name: required(label, getattr(overrides, name), name) for name, label in MICROSCOPE.items()}
    for name, numbers in (("blob/psize_A", pixel), ("ctf/accel_kv", values["voltage_kilovolt"])):
        if not (numbers > 0).all():
            row = int(np.argmin(numbers > 0))
            raise FormatError(f"{path}: row {row + 1}: {name} is {numbers[row]:g}, and must be above 0")
    u, v, angle = (_numbers(path, table, name) for name in DEFOCUS)
    group = np.zeros(count, np.int64)
    if "ctf/exp_group_id" in table:
        group = _whole(path, table, "ctf/exp_group_id").reshape(count)
    lens = lens_from_cryosparc(table, values["spherical_aberration_mm"])
    lens |= read_lens(path, OPTICS.strip("/"), _foreign_lens(path, table))
    parts = [part for values in lens.values() for part in values.astype(np.float64).reshape(count, -1).T]
    values |= {
        "pixel_angstrom": pixel,
        "defocus_u_angstrom": u,
        "defocus_v_angstrom": v,
        "defocus_angle_degrees": np.rad2deg(angle),
        "phase_shift_degrees": np.rad2deg(optional("ctf/phase_shift_rad")),
        "b_factor_angstrom2": optional("ctf/bfactor"),
        "group": _groups(group + 1, pixel, *(values[name] for name in MICROSCOPE), *parts),
    } | lens
    columns = {f.name: torch.from_numpy(np.array(values[f.name])) for f in fields(Optics) if f.name in values}
    return Optics(**columns)


def _foreign_lens(path: Path, table: Fields) -> pd.DataFrame:
    """What this platform wrote of a lens beyond cryoSPARC's own fields, of each particle."""
    names = [n for n in LENS_COLUMNS if n not in (*TILT, *MAGNIFICATION) and OPTICS + n in table]
    columns = {name: _decoded(path, OPTICS + name, table[OPTICS + name]) for name in names}
    return pd.DataFrame(columns, index=range(len(table["blob/idx"])))


def _groups(exposure: Int[np.ndarray, " n"], *columns: Float[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
    """Optics groups: exposure groups, those with several optics split; what is split off is numbered behind."""
    split = combinations(exposure.astype(np.float64), *columns)
    numbers, behind = exposure[np.unique(split, return_index=True)[1]], int(exposure.max())
    seen: set[int] = set()
    for i, number in enumerate(numbers.tolist()):
        if number in seen:
            behind += 1
            numbers[i] = behind
        seen.add(number)
    return numbers[split - 1]


def _chosen(path: Path, table: Fields, prefix: str) -> Int[np.ndarray, " n"] | None:
    """Likeliest class of each particle of a multi-class table; None for one pose a particle."""
    if prefix != "alignments3D_multi" or table[f"{prefix}/pose"].ndim != 3:
        return None
    classes = table[f"{prefix}/pose"].shape[1]
    if classes == 1:
        return np.zeros(len(table[f"{prefix}/pose"]), np.int64)
    return _numbers(path, table, f"{prefix}/class_posterior", classes).argmax(axis=1).astype(np.int64)


def _pick(values: np.ndarray, chosen: Int[np.ndarray, " n"] | None) -> np.ndarray:
    return values if chosen is None else values[np.arange(len(values)), chosen]


def _alignment(
    path: Path,
    table: Fields,
    prefix: str,
    chosen: Int[np.ndarray, " n"] | None,
    rescaled: Float[np.ndarray, " n"] | float,
) -> tuple[Float[np.ndarray, "n ..."], Float[np.ndarray, "n 2"]]:
    """Rotation vectors (angles, in 2D) in radians, and shifts in Å."""
    picked: Fields = dict(table)
    for name in (f"{prefix}/pose", f"{prefix}/shift"):
        if name not in table:
            raise FormatError(f"{path}: no field {name}")
        if chosen is not None and (table[name].ndim != 3 or table[name].shape[1] <= chosen.max()):
            raise FormatError(f"{path}: field {name} of shape {table[name].shape[1:]}")
        picked[name] = _pick(table[name], chosen)
    pose = _numbers(path, picked, f"{prefix}/pose", None if prefix == "alignments2D" else 3)
    if np.abs(pose).max() > 100:
        row = int(np.abs(pose).reshape(len(pose), -1).max(axis=1).argmax())
        raise FormatError(f"{path}: row {row + 1}: {prefix}/pose is not a rotation in radians")
    psize = f"{prefix}/psize_A" if f"{prefix}/psize_A" in table else "blob/psize_A"
    if table.get(psize) is not None and table[psize].ndim == 2:
        picked[psize] = table[psize][:, 0] if chosen is None else _pick(table[psize], chosen)
    pixel = _numbers(path, picked, psize) * rescaled
    return pose, _numbers(path, picked, f"{prefix}/shift", 2) * pixel[:, None]


def _counted(
    path: Path,
    table: Fields,
    prefix: str | None,
    name: str,
    chosen: Int[np.ndarray, " n"] | None,
    most: int | None = None,
) -> Int[np.ndarray, " n"]:
    """Half sets or classes from 1, 0 where the table does not say."""
    field = f"{prefix}/{name}"
    if field not in table:
        return np.zeros(len(table["blob/idx"]), np.int64)
    values = _whole(path, table, field)
    if chosen is not None and values.ndim == 2:
        if values.shape[1] <= chosen.max():
            raise FormatError(f"{path}: field {field} of shape {values.shape[1:]}")
        values = _pick(values, chosen)
    if values.ndim != 1:
        raise FormatError(
            f"{path}: field {field} of shape {values.shape[1:]}, and it must be one number a row"
        )
    if most is not None and values.max() >= most:
        row = int(np.argmax(values >= most))
        raise FormatError(f"{path}: row {row + 1}: {field} is {values[row]}, and must be below {most}")
    return values + 1


def _extra(path: Path, table: Fields, prefix: str | None, flat: Mapping[str, np.ndarray]) -> pd.DataFrame:
    read = {*_TAKEN, *MICROSCOPE.values(), *DEFOCUS, "ctf/exp_group_id", SCORE}
    if prefix == "alignments3D":
        read |= {f"{prefix}/{name}" for name in ("pose", "shift", "psize_A", "split", "class")}
    elif prefix == "alignments3D_multi" and table[f"{prefix}/pose"].ndim == 2:
        read |= {f"{prefix}/{name}" for name in ("pose", "shift", "psize_A", "split", "class")}
    read |= {name for name in LENS if name in table and table[name].any()}
    columns: dict[str, Any] = dict(flat)
    for name, values in table.items():
        if name in read or name.startswith(OPTICS):
            continue
        label = name.removeprefix(FOREIGN)
        parts = {label: values} if values.ndim == 1 else _parts(label, values)
        for label, part in parts.items():
            columns[label] = _decoded(path, label, part) if part.dtype.kind in "SU" else part
    place: dict[str, Any] = dict(place_to_relion(table))
    if "location/micrograph_path" in columns:
        place["rlnMicrographName"] = columns["location/micrograph_path"]
    columns |= {name: values for name, values in place.items() if name not in columns}
    return pd.DataFrame(columns, index=range(len(table["blob/idx"])))


def _parts(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    """Numbers of a field of several, as columns `name[0]`, `name[1]` (and `name[0][1]`)."""
    return {
        name + "".join(f"[{i}]" for i in place): values[(slice(None), *place)]
        for place in np.ndindex(values.shape[1:])
    }


def _decoded(path: Path, name: str, values: np.ndarray) -> pd.Series:
    pieces = [values[start : start + _TEXT_ROWS] for start in range(0, len(values), _TEXT_ROWS)]
    try:
        parts = [pd.Series(piece.astype("U"), dtype="str") for piece in pieces]
    except UnicodeDecodeError:  # numpy decodes ASCII alone
        parts = [pd.Series([_text(path, value) for value in piece], dtype="str") for piece in pieces]
    return pd.concat(parts, ignore_index=True).rename(name)


def _optics_extra(
    path: Path, table: Fields, group: Int[np.ndarray, " n"], groups: pd.DataFrame
) -> pd.DataFrame:
    """One row a group: `groups` with what was written under `relion_optics/`."""
    first = np.unique(group, return_index=True)[1]
    columns = {
        name.removeprefix(OPTICS): _decoded(path, name, table[name][first])
        for name in table
        if name.startswith(OPTICS)
        and table[name].ndim == 1
        and table[name].dtype.kind in "SU"
        and name.removeprefix(OPTICS) not in LENS_COLUMNS
    }
    return groups.assign(**columns)
