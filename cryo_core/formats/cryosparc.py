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

A field that nothing here reads is carried through in `extra`: `ctf/tilt_A` of two numbers as the columns
`ctf/tilt_A[0]` and `ctf/tilt_A[1]`. What other formats carry is written as `relion/rlnMicrographName` or, of an
optics group, `relion_optics/rlnBeamTiltX`, and read back from there; cryoSPARC keeps such fields without use.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.cryosparc_table import FOREIGN, OPTICS, Fields, read_fields
from cryo_core.formats.fields import (
    Companions,
    Layout,
    Overrides,
    exact,
    group_table,
    missing,
    shortest,
    unknown_poses,
)
from cryo_core.formats.relion import Locate
from cryo_core.geometry.rotations import axis_angle_to_matrix

_PREFIXES = ("alignments3D", "alignments3D_multi", "alignments2D")
_MICROSCOPE = {
    "voltage_kilovolt": "ctf/accel_kv",
    "spherical_aberration_mm": "ctf/cs_mm",
    "amplitude_contrast": "ctf/amp_contrast",
}
_DEFOCUS = ("ctf/df1_A", "ctf/df2_A", "ctf/df_angle_rad")
_ORIGINS = ("rlnOriginXAngst", "rlnOriginYAngst")
_SCORE = f"{FOREIGN}rlnMaxValueProbDistribution"
_NUMBERED = re.compile(r"(.+)\[(\d{1,4})\]")
# Fields of whole numbers, for tables that come back from text.
_WHOLE = re.compile(
    r"(uid|import_sig|exp_group_id|/idx|class|split|shape|frame_start|frame_end|template_idx)$"
)
_LONG = re.compile(r"(uid|import_sig)$")
_TEXT_ROWS = 50_000
_TAKEN = ("blob/path", "blob/idx", "blob/psize_A", "blob/shape", "ctf/phase_shift_rad", "ctf/bfactor")


def read_cryosparc(path: Path, overrides: Overrides, locate: Locate, companions: Companions) -> Particles:
    """Read particles with their poses from a .cs or .csg file; FormatError where it has no 3D alignments."""
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

    2D alignments are given as rlnAnglePsi, rlnOriginX/YAngst in `extra`, and the class.
    """
    table = read_fields(path, companions.passthrough)
    return _build(path, table, overrides, locate, _prefix(table))


def cryosparc_stacks(path: Path, locate: Locate, companions: Companions) -> list[Path]:
    """Give the stacks that a table names."""
    return _images(path, read_fields(path, companions.passthrough), locate)[0]


# ---------------------------------------------------------------------------------------------- reading


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
            flat = {"rlnAnglePsi": np.rad2deg(rotation), **dict(zip(_ORIGINS, shift.T, strict=True))}
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
        score=_numbers(path, table, _SCORE) if _SCORE in table else np.full(count, np.nan),
        extra=_extra(path, table, prefix, flat),
        optics_extra=optics_extra,
    )


def _numbers(path: Path, table: Fields, name: str, columns: int | None = None) -> Float[np.ndarray, "n ..."]:
    """Give a field as float64 (float32 as the shortest number it stands for), finite and of one shape."""
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

    def known(name: str, given: float | None, field: str) -> Float[np.ndarray, " n"]:
        if given is not None:
            return np.full(count, float(given))
        if name not in table:
            raise missing(str(path), f"no field {name}", field)
        return _numbers(path, table, name)

    def optional(name: str) -> Float[np.ndarray, " n"]:
        return _numbers(path, table, name) if name in table else np.zeros(count)

    pixel = known("blob/psize_A", overrides.pixel_angstrom, "pixel_angstrom")
    values = {name: known(label, getattr(overrides, name), name) for name, label in _MICROSCOPE.items()}
    for name, numbers in (("blob/psize_A", pixel), ("ctf/accel_kv", values["voltage_kilovolt"])):
        if not (numbers > 0).all():
            row = int(np.argmin(numbers > 0))
            raise FormatError(f"{path}: row {row + 1}: {name} is {numbers[row]:g}, and must be above 0")
    u, v, angle = (_numbers(path, table, name) for name in _DEFOCUS)
    group = np.zeros(count, np.int64)
    if "ctf/exp_group_id" in table:
        group = _whole(path, table, "ctf/exp_group_id").reshape(count)
    values |= {
        "pixel_angstrom": pixel,
        "defocus_u_angstrom": u,
        "defocus_v_angstrom": v,
        "defocus_angle_degrees": np.rad2deg(angle),
        "phase_shift_degrees": np.rad2deg(optional("ctf/phase_shift_rad")),
        "b_factor_angstrom2": optional("ctf/bfactor"),
        "group": group + 1,
    }
    return Optics(**{f.name: torch.from_numpy(np.array(values[f.name])) for f in fields(Optics)})


def _chosen(path: Path, table: Fields, prefix: str) -> Int[np.ndarray, " n"] | None:
    """Give the likeliest class of each particle of a multi-class table; None for one pose a particle."""
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
    """Give rotation vectors (angles, in 2D) in radians, and shifts in Å."""
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
    """Give half sets or classes from 1, 0 where the table does not say."""
    field = f"{prefix}/{name}"
    if field not in table:
        return np.zeros(len(table["blob/idx"]), np.int64)
    values = _whole(path, table, field)
    if chosen is not None and values.ndim == 2:
        if values.shape[1] <= chosen.max():
            raise FormatError(f"{path}: field {field} of shape {values.shape[1:]}")
        values = _pick(values, chosen)
    if values.ndim != 1 or (most is not None and values.max() >= most):
        raise FormatError(f"{path}: field {field} of shape {values.shape[1:]}, up to {values.max()}")
    return values + 1


def _extra(path: Path, table: Fields, prefix: str | None, flat: Mapping[str, np.ndarray]) -> pd.DataFrame:
    read = {*_TAKEN, *_MICROSCOPE.values(), *_DEFOCUS, "ctf/exp_group_id", _SCORE}
    if prefix == "alignments3D":
        read |= {f"{prefix}/{name}" for name in ("pose", "shift", "psize_A", "split", "class")}
    elif prefix == "alignments3D_multi" and table[f"{prefix}/pose"].ndim == 2:
        read |= {f"{prefix}/{name}" for name in ("pose", "shift", "psize_A", "split", "class")}
    columns: dict[str, Any] = dict(flat)
    for name, values in table.items():
        if name in read or name.startswith(OPTICS):
            continue
        label = name.removeprefix(FOREIGN)
        parts = {label: values} if values.ndim == 1 else _parts(label, values)
        for label, part in parts.items():
            columns[label] = _decoded(path, label, part) if part.dtype.kind in "SU" else part
    return pd.DataFrame(columns, index=range(len(table["blob/idx"])))


def _parts(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    """Give the numbers of a field of several as columns `name[0]`, `name[1]` (and `name[0][1]`)."""
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
    path: Path, table: Fields, group: Int[np.ndarray, " n"], found: pd.DataFrame
) -> pd.DataFrame:
    """Give one row a group: what was written under `optics/`."""
    first = np.unique(group, return_index=True)[1]
    columns = {
        name.removeprefix(OPTICS): _decoded(path, name, table[name][first])
        for name in table
        if name.startswith(OPTICS) and table[name].ndim == 1 and table[name].dtype.kind in "SU"
    }
    return found.assign(**columns)


# ---------------------------------------------------------------------------------------------- writing


def write_cryosparc(
    path: Path,
    particles: Particles,
    stack_names: Sequence[str],
    box: Int[np.ndarray, " s"],
    layout: Layout,
) -> None:
    """Write a .cs file, as cryoSPARC's import and tools take it.

    `stack_names` is what to call each stack, `box` the size of each stack's images. Numbers are float32, as
    cryoSPARC's are. A particle keeps the uid it came with; others get one made of stack and image number, so
    that one image has one uid in every table. Poses, half sets and classes that are not known are left out.

    Raises
    ------
    FormatError
        A half set or class is known for some particles only, or an optics group is not 1 or more.
    """
    table = _written(path, particles, stack_names, box, layout)
    array = np.empty(len(particles), [(n, v.dtype, v.shape[1:]) for n, v in table.items()])
    for name, values in table.items():
        array[name] = values
    with path.open("wb") as handle:
        np.lib.format.write_array(handle, array, allow_pickle=False)


def _written(
    path: Path,
    particles: Particles,
    stack_names: Sequence[str],
    box: Int[np.ndarray, " s"],
    layout: Layout,
) -> Fields:
    optics, extra = particles.optics, particles.extra
    carried = _carried(path, extra)
    number, image = particles.stack_number, particles.image_number
    group = optics.group.cpu().numpy()
    if group.min() < 1:
        raise FormatError(f"{path}: optics group {group.min()}, and groups count from 1")
    pixel = exact(optics.pixel_angstrom)
    table: Fields = {"uid": carried.pop("uid", _uids(stack_names, number, image))}
    table["blob/path"] = np.array([name.encode() for name in stack_names])[number]
    table["blob/idx"] = image.astype("<u4")
    table["blob/shape"] = np.repeat(box[number].astype("<u4")[:, None], 2, axis=1)
    table["blob/psize_A"] = pixel.astype("<f4")
    table["blob/sign"] = np.full(len(particles), -1 if layout.contrast == "dark" else 1, "<f4")
    table |= {"ctf/type": np.full(len(particles), b"imported"), "ctf/exp_group_id": (group - 1).astype("<u4")}
    numbers = {label: exact(getattr(optics, name)) for name, label in _MICROSCOPE.items()} | {
        "ctf/df1_A": exact(optics.defocus_u_angstrom),
        "ctf/df2_A": exact(optics.defocus_v_angstrom),
        "ctf/df_angle_rad": np.deg2rad(exact(optics.defocus_angle_degrees)),
        "ctf/phase_shift_rad": np.deg2rad(exact(optics.phase_shift_degrees)),
        "ctf/bfactor": exact(optics.b_factor_angstrom2),
    }
    table |= {name: values.astype("<f4") for name, values in numbers.items()}
    table |= _alignments(path, particles, carried, pixel)
    if not np.isnan(particles.score).all():
        table[_SCORE] = particles.score
    for name, values in particles.optics_extra.items():
        if name not in ("rlnOpticsGroup", "rlnImageSize"):
            listed = particles.optics_extra["rlnOpticsGroup"].astype(np.int64).to_numpy()
            order = np.argsort(listed)
            place = np.minimum(np.searchsorted(listed[order], group), len(listed) - 1)
            texts = np.array([str(v).encode() for v in values])[order][place]
            table[f"{OPTICS}{name}"] = np.where(listed[order][place] == group, texts, b"")
    named = {name if "/" in name else FOREIGN + name: values for name, values in carried.items()}
    return table | named


def _alignments(path: Path, particles: Particles, carried: Fields, pixel: np.ndarray) -> Fields:
    """Give the fields of the poses, half sets and classes; carried ones of the same names go."""
    from scipy.spatial.transform import Rotation  # a third of a second, and who reads does not need it

    found: Fields = {}
    prefix = "alignments3D"
    if not bool(particles.poses.rotation.isnan().all()):
        if not particles.has_poses:
            raise FormatError(f"{path}: some particles have no pose, and others have")
        matrix = particles.poses.rotation.to("cpu", torch.float64).mT.numpy()
        vector = Rotation.from_matrix(matrix).as_rotvec()
        found = {"pose": vector, "shift": exact(particles.poses.shift_angstrom) / pixel[:, None]}
    elif "rlnAnglePsi" in particles.extra or "alignments2D/pose" in carried:
        prefix = "alignments2D"
        found = _flat_alignment(path, carried, pixel)
    written = {f"{prefix}/{name}": values.astype("<f4") for name, values in found.items()}
    if found:
        written[f"{prefix}/psize_A"] = pixel.astype("<f4")
    for name, counted in (("split", particles.half_set), ("class", particles.class_number)):
        if counted.any():
            if counted.min() < 1:
                row = int(np.argmin(counted))
                raise FormatError(f"{path}: row {row + 1}: {name} is not known, and that of others is")
            written[f"{prefix}/{name}"] = (counted - 1).astype("<u4")
    for name in written:
        carried.pop(name, None)
    return written


def _flat_alignment(path: Path, carried: Fields, pixel: np.ndarray) -> Fields:
    """Give the fields of 2D alignments from RELION's columns, which go; none where they are not there."""
    given = [carried.pop(name, None) for name in ("rlnAnglePsi", *_ORIGINS)]
    if "alignments2D/pose" in carried or given[0] is None:
        return {}
    try:
        psi, x, y = (np.zeros(len(pixel)) if v is None else v.astype(np.float64) for v in given)
    except ValueError as error:
        raise FormatError(f"{path}: rlnAnglePsi or an origin: {error}") from error
    return {"pose": np.deg2rad(psi), "shift": np.stack([x, y], -1) / pixel[:, None]}


def _uids(stack_names: Sequence[str], number: np.ndarray, image: np.ndarray) -> np.ndarray:
    """Give each image a number of its own, by its stack's name and place (splitmix64; Steele et al. 2014)."""
    seeds = [
        int.from_bytes(hashlib.blake2b(n.encode(), digest_size=8).digest(), "little") for n in stack_names
    ]
    with np.errstate(over="ignore"):
        z = np.array(seeds, np.uint64)[number] + (image.astype(np.uint64) + 1) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _carried(path: Path, extra: pd.DataFrame) -> Fields:
    """Give the carried columns as fields: those of several numbers put together again."""
    found: Fields = {}
    several: dict[str, dict[tuple[int, ...], np.ndarray]] = {}
    for name in extra.columns:
        values = _field(path, str(name), extra[name])
        base, place = str(name), tuple[int, ...]()
        while match := _NUMBERED.fullmatch(base):
            base, place = match[1], (int(match[2]), *place)
        if place:
            several.setdefault(base, {})[place] = values
            found.setdefault(base, values)
        else:
            found[base] = values
    for name, parts in several.items():
        shape = tuple(max(place[i] for place in parts) + 1 for i in range(len(next(iter(parts)))))
        if set(parts) != set(np.ndindex(shape)):
            raise FormatError(f"{path}: the columns {name}[…] do not make up a field")
        stacked = np.stack([parts[place] for place in np.ndindex(shape)], -1)
        found[name] = stacked.reshape(len(extra), *shape)
    return found


def _field(path: Path, name: str, column: pd.Series) -> np.ndarray:
    """Give a column as numpy has it in a .cs file; text under a cryoSPARC name is read as its numbers."""
    if column.dtype.kind in "biuf":
        return column.to_numpy()
    texts = column.astype("str")
    if "/" in name or name == "uid":
        kind = ("<u8" if _LONG.search(_base(name)) else "<u4") if _WHOLE.search(_base(name)) else "<f4"
        convert: Callable[[str], float] = int if kind != "<f4" else float
        try:
            return np.array([convert(text) for text in texts], kind)
        except (ValueError, OverflowError):
            pass
    listed = texts.tolist()
    if any(text.endswith("\0") for text in listed):
        raise FormatError(f"{path}: column {name}: a text that ends with a zero byte cannot be written")
    try:
        encoded = np.array(listed, "S")
    except UnicodeEncodeError:  # numpy encodes ASCII alone
        encoded = np.array([text.encode() for text in listed])
    return encoded if encoded.itemsize else encoded.astype("S1")


def _base(name: str) -> str:
    return name.split("[")[0]
