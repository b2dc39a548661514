"""cisTEM 2's particle tables: .star and its binary twin .cistem.

Conventions (cisTEM `cistem_parameters.cpp`, `cistem_star_file_reader.cpp`, read at timothygrant80/cisTEM):
angles and shifts as in `frealign` (rot, tilt, psi = AnglePhi, AngleTheta, AnglePsi; rlnOriginX/YAngst =
−XShift, −YShift, Å); Defocus1 and 2 in Å, DefocusAngle in degrees; PhaseShift in degrees in .star, where
cisTEM's reader turns it into the radians that .cistem holds. PositionInStack counts from 1. Score is 100 times a
correlation. AssignedSubset 1 and 2 are the half sets. Rows with a negative ImageActivity are left out.

The binary file is little-endian: int32 number of columns, int32 number of rows, for each column an int64
that names it and a byte that gives its type (2 int32, 3 float32, 4 bool, 5 int64, 6 float64, 7 char,
8 text with an int32 length before it, 9 uint32), then the rows.
"""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Companions, Overrides, combinations, group_table, missing, shortest
from cryo_core.formats.files import require_file
from cryo_core.formats.relion import Blocks, Locate
from cryo_core.formats.star import numbers
from cryo_core.geometry.rotations import euler_to_matrix

_MICROSCOPE = {
    "pixel_angstrom": "cisTEMPixelSize",
    "voltage_kilovolt": "cisTEMMicroscopeVoltagekV",
    "spherical_aberration_mm": "cisTEMMicroscopeCsMM",
    "amplitude_contrast": "cisTEMAmplitudeContrast",
}
CISTEM_IMAGE = ("cisTEMPositionInStack", "cisTEMStackFilename")
"""The columns that name an image."""

_EULER = ("cisTEMAnglePhi", "cisTEMAngleTheta", "cisTEMAnglePsi")
_SHIFT = ("cisTEMXShift", "cisTEMYShift")
_DEFOCUS = ("cisTEMDefocus1", "cisTEMDefocus2", "cisTEMDefocusAngle")
_READ = (
    *_MICROSCOPE.values(),
    *_EULER,
    *_SHIFT,
    *_DEFOCUS,
    "cisTEMPhaseShift",
    *CISTEM_IMAGE,
    "cisTEMAssignedSubset",
    "cisTEMBest2DClass",
    "cisTEMScore",
)
_NAMES = {
    1: "PositionInStack",
    2: "ImageActivity",
    4: "AnglePsi",
    8: "XShift",
    16: "YShift",
    32: "Defocus1",
    64: "Defocus2",
    128: "DefocusAngle",
    256: "PhaseShift",
    512: "Occupancy",
    1024: "LogP",
    2048: "Sigma",
    4096: "Score",
    8192: "ScoreChange",
    16384: "PixelSize",
    32768: "MicroscopeVoltagekV",
    65536: "MicroscopeCsMM",
    131072: "AmplitudeContrast",
    262144: "BeamTiltX",
    524288: "BeamTiltY",
    1048576: "ImageShiftX",
    2097152: "ImageShiftY",
    4194304: "AngleTheta",
    8388608: "AnglePhi",
    16777216: "StackFilename",
    33554432: "OriginalImageFilename",
    67108864: "Reference3DFilename",
    134217728: "Best2DClass",
    268435456: "BeamTiltGroup",
    536870912: "ParticleGroup",
    1073741824: "PreExposure",
    2147483648: "TotalExposure",
    4294967296: "AssignedSubset",
}
_TYPES = {2: "<i4", 3: "<f4", 4: "?", 5: "<i8", 6: "<f8", 7: "i1", 9: "<u4"}
_TEXT = 8
_MAXIMAL_COLUMNS = 256
_MAXIMAL_BYTES = 1 << 32


def is_cistem(blocks: Blocks) -> bool:
    """Whether the blocks of a STAR file are cisTEM's."""
    return any("cisTEMPositionInStack" in table for table in blocks.values())


def read_cistem(
    path: Path, blocks: Blocks, overrides: Overrides, locate: Locate, companions: Companions
) -> Particles:
    """Particles with their poses, from the blocks of cisTEM's .star, or from `read_cistem_binary`.

    What is not read (activity, occupancy, beam tilt, exposures …) is carried through in `extra` under its name.

    Parameters
    ----------
    path : the table, for messages
    blocks : its blocks, as `star.read_star` or `read_cistem_binary` returns them
    overrides : what the table does not say, or says wrong
    locate : finds the stacks by their names (`images.Locator`)
    companions : its `stack` holds the images; without it, those of cisTEMStackFilename
    """
    block = next(name for name, table in blocks.items() if "cisTEMPositionInStack" in table)
    table = blocks[block]
    if "cisTEMImageActivity" in table:
        table = table[numbers(path, block, table, "cisTEMImageActivity") >= 0].reset_index(drop=True)
    if table.empty:
        raise FormatError(f"{path}: data_{block}: no particle with cisTEMImageActivity of 0 or more")

    def column(name: str) -> Float[np.ndarray, " n"]:
        return numbers(path, block, table, name)

    def optional(name: str, absent: float) -> Float[np.ndarray, " n"]:
        return column(name) if name in table else np.full(len(table), absent)

    microscope = {}
    for name, label in _MICROSCOPE.items():
        override = getattr(overrides, name)
        if override is None and label not in table:
            raise missing(f"{path}: data_{block}", f"no column _{label}", name)
        microscope[name] = column(label) if override is None else np.full(len(table), float(override))
    for name in ("pixel_angstrom", "voltage_kilovolt"):
        if not (microscope[name] > 0).all():
            row = int(np.argmin(microscope[name] > 0))
            raise FormatError(f"{path}: row {row + 1}: {_MICROSCOPE[name]} is not above 0")
    stacks, stack_number = _stacks(path, block, table, locate, companions)
    group = combinations(*microscope.values())
    score = optional("cisTEMScore", 0.0) / 100
    optics = {
        **microscope,
        **dict(
            zip(
                ("defocus_u_angstrom", "defocus_v_angstrom", "defocus_angle_degrees"),
                map(column, _DEFOCUS),
                strict=True,
            )
        ),
        "phase_shift_degrees": optional("cisTEMPhaseShift", 0.0),
        "b_factor_angstrom2": np.zeros(len(table)),
        "group": group,
    }
    euler = torch.from_numpy(np.stack([column(name) for name in _EULER], -1))
    columns = {f.name: torch.from_numpy(np.array(optics[f.name])) for f in fields(Optics) if f.name in optics}
    return Particles(
        poses=Poses(
            euler_to_matrix(euler), torch.from_numpy(0.0 - np.stack([column(name) for name in _SHIFT], -1))
        ),
        optics=Optics(**columns),
        stacks=stacks,
        stack_number=stack_number,
        image_number=_whole(path, "cisTEMPositionInStack", column("cisTEMPositionInStack"), 1) - 1,
        half_set=_whole(path, "cisTEMAssignedSubset", optional("cisTEMAssignedSubset", 0.0), 0, 2),
        class_number=_whole(path, "cisTEMBest2DClass", optional("cisTEMBest2DClass", 0.0), 0),
        score=score if score.any() else np.full(len(table), np.nan),
        extra=table.drop(columns=list(_READ), errors="ignore"),
        optics_extra=group_table(group),
    )


def cistem_stacks(path: Path, blocks: Blocks, locate: Locate, companions: Companions) -> list[Path]:
    """Stacks that a table names; parameters as of `read_cistem`."""
    block = next(name for name, table in blocks.items() if "cisTEMPositionInStack" in table)
    return list(_stacks(path, block, blocks[block], locate, companions)[0])


def _stacks(
    path: Path, block: str, table: pd.DataFrame, locate: Locate, companions: Companions
) -> tuple[tuple[Path, ...], np.ndarray]:
    if companions.stack is not None:
        return (companions.stack.resolve(),), np.zeros(len(table), np.int64)
    if "cisTEMStackFilename" not in table:
        raise FormatError(
            f"{path}: data_{block}: no column _cisTEMStackFilename: name the stack of the images (--stack)"
        )
    code, names = pd.factorize(table["cisTEMStackFilename"])
    rows = np.unique(code, return_index=True)[1] + 1
    return tuple(locate([str(name) for name in names], rows.tolist())), code.astype(np.int64)


def _whole(
    path: Path, name: str, values: Float[np.ndarray, " n"], least: int, most: int = 2**31 - 1
) -> np.ndarray:
    right = (values == np.rint(values)) & (values >= least) & (values <= most)
    if not right.all():
        row = int(np.argmin(right))
        raise FormatError(
            f"{path}: row {row + 1}: {name} is {values[row]:g}, not a whole number from {least}"
        )
    return values.astype(np.int64)


def read_cistem_binary(path: Path) -> Mapping[str, pd.DataFrame]:
    """Read a .cistem file into the one block that the same table has as .star: text, phase shift in degrees.

    Raises FormatError where the file is shorter or longer than it says, or holds a column of unknown type.
    """
    require_file(path)
    size = path.stat().st_size
    if size > _MAXIMAL_BYTES:
        raise FormatError(f"{path}: {size} bytes, and a .cistem file has {_MAXIMAL_BYTES} at most")
    raw = path.read_bytes()
    if size < 8:
        raise FormatError(f"{path}: {size} bytes, and the header alone has 8: not a .cistem file")
    columns, rows = (int(n) for n in np.frombuffer(raw, "<i4", 2))
    if not 0 < columns <= _MAXIMAL_COLUMNS or rows < 1 or size < 8 + 9 * columns:
        raise FormatError(f"{path}: {columns} columns and {rows} rows in {size} bytes: not a .cistem file")
    heads = np.frombuffer(raw, np.dtype([("name", "<i8"), ("type", "i1")]), columns, 8)
    kinds = [int(kind) for kind in heads["type"]]
    unknown = [kind for kind in kinds if kind != _TEXT and kind not in _TYPES]
    if unknown:
        raise FormatError(f"{path}: a column of type {unknown[0]}, which cisTEM does not have")
    names = ["cisTEM" + _NAMES.get(int(name), f"Column{int(name)}") for name in heads["name"]]
    if len(set(names)) != columns:
        raise FormatError(f"{path}: a column occurs twice")
    if "cisTEMPositionInStack" not in names:
        raise FormatError(f"{path}: no column for the position in the stack")
    least = rows * sum(4 if kind == _TEXT else np.dtype(_TYPES[kind]).itemsize for kind in kinds)
    if 8 + 9 * columns + least > size:
        raise FormatError(
            f"{path}: {rows} rows do not fit in its {size} bytes: it was cut short; fetch it again"
        )
    table = _binary_rows(path, raw, 8 + 9 * columns, rows, kinds)
    frame = pd.DataFrame(dict(zip(names, table, strict=True)))
    if "cisTEMPhaseShift" in frame:
        frame["cisTEMPhaseShift"] = np.rad2deg(frame["cisTEMPhaseShift"].astype(np.float64))
    return {"": frame.astype("str")}


def _binary_rows(
    path: Path, raw: bytes, at: int, rows: int, kinds: list[int]
) -> list[np.ndarray | list[str]]:
    """Columns of the table: runs of plain numbers row by row, texts as they come."""
    plain = np.dtype([(str(i), _TYPES[kind]) for i, kind in enumerate(kinds) if kind != _TEXT])
    if _TEXT not in kinds:
        if at + rows * plain.itemsize != len(raw):
            raise FormatError(f"{path}: {len(raw) - at} bytes of data for {rows} rows of {plain.itemsize}")
        table = np.frombuffer(raw, plain, rows, at)
        return [_shown(table[str(i)]) for i in range(len(kinds))]
    numbers_ = bytearray()
    texts: list[list[str]] = [[] for _ in kinds]
    sizes = [0 if kind == _TEXT else np.dtype(_TYPES[kind]).itemsize for kind in kinds]
    for row in range(rows):
        for i, size in enumerate(sizes):
            if size:
                numbers_ += raw[at : at + size]
                at += size
                continue
            length = int.from_bytes(raw[at : at + 4], "little", signed=True)
            at += 4
            if not 0 <= length <= len(raw) - at:
                raise FormatError(f"{path}: row {row + 1}: a text of {length} bytes, past the file's end")
            texts[i].append(raw[at : at + length].decode("utf-8", errors="replace"))
            at += length
    if at != len(raw) or len(numbers_) != rows * plain.itemsize:
        raise FormatError(f"{path}: its {rows} rows end at byte {at}, and the file at {len(raw)}")
    table = np.frombuffer(bytes(numbers_), plain, rows)
    return [texts[i] if kind == _TEXT else _shown(table[str(i)]) for i, kind in enumerate(kinds)]


def _shown(values: np.ndarray) -> np.ndarray:
    return shortest(values) if values.dtype == np.float32 else values
