"""What RELION's optics table says of a lens beside voltage, Cs and contrast, to and from the fields of `Optics`.

rlnBeamTiltX, Y in mrad; rlnOddZernike and rlnEvenZernike as [c0,c1,…]; rlnMagMat00, 01, 10, 11;
rlnCtfDataArePhaseFlipped and rlnCtfDataAreCtfPremultiplied as 0 or 1.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Applied, Optics, Particles
from cryo_core.errors import FormatError
from cryo_core.formats.fields import combinations, exact
from cryo_core.formats.star import integers, numbers

MICROSCOPE = {
    "voltage_kilovolt": "rlnVoltage",
    "spherical_aberration_mm": "rlnSphericalAberration",
    "amplitude_contrast": "rlnAmplitudeContrast",
}
TILT = ("rlnBeamTiltX", "rlnBeamTiltY")
MAGNIFICATION = ("rlnMagMat00", "rlnMagMat01", "rlnMagMat10", "rlnMagMat11")
ZERNIKE = {"odd_zernike": "rlnOddZernike", "even_zernike": "rlnEvenZernike"}
APPLIED = {Applied.SIGN: "rlnCtfDataArePhaseFlipped", Applied.WHOLE: "rlnCtfDataAreCtfPremultiplied"}
LENS = (*TILT, *MAGNIFICATION, *ZERNIKE.values(), *APPLIED.values())
"""Columns that are read here."""

_IDENTITY = np.array([1.0, 0.0, 0.0, 1.0])
_NUMBERS = {"beam_tilt_mrad": (TILT, np.zeros(2)), "magnification": (MAGNIFICATION, _IDENTITY)}

Lens = dict[str, Float[np.ndarray, "r c"] | Int[np.ndarray, " r"]]
"""Fields of `Optics` by the rows of a table; those that say nothing are left out."""


def read_lens(path: Path, block: str, table: pd.DataFrame) -> Lens:
    """Fields of the rows of a table; FormatError, with the row, for what is no number, or both flags at once.

    Parameters
    ----------
    path, block
        The file, and the block of it that the table is.
    table
        The optics table, or where a file has none that of the particles.
    """
    lens: Lens = {}
    for field, (names, nothing) in _NUMBERS.items():
        columns = [
            numbers(path, block, table, name) if name in table else np.full(len(table), value)
            for name, value in zip(names, nothing, strict=True)
        ]
        values = np.stack(columns, -1)
        if (values != nothing).any():
            lens[field] = values
    for field, name in ZERNIKE.items():
        if name in table and (coefficients := _lists(path, block, table, name)).any():
            lens[field] = coefficients
    applied = np.zeros(len(table), np.int8)
    for kind, name in APPLIED.items():
        flagged = numbers(path, block, table, name) != 0 if name in table else np.zeros(len(table), bool)
        both = flagged & (applied != Applied.NOTHING)
        if both.any():
            raise FormatError(
                f"{path}: data_{block}: row {int(np.argmax(both)) + 1}: {' and '.join(APPLIED.values())} are both set: "
                "were the images multiplied by the CTF, or by its sign?"
            )
        applied[flagged] = kind
    return lens | ({"applied": applied} if applied.any() else {})


def lens_read(lens: Lens) -> list[str]:
    """Names of the columns that say what is in the fields."""
    names = [name for field, (columns, _) in _NUMBERS.items() if field in lens for name in columns]
    names += [name for field, name in ZERNIKE.items() if field in lens]
    return names + [
        name for kind, name in APPLIED.items() if (lens.get("applied", np.zeros(1)) == kind).any()
    ]


def lens_tensors(lens: Lens, row_of: Int[np.ndarray, " n"]) -> dict[str, Tensor]:
    """The fields of particles, of which each belongs to a row of the table."""
    return {name: torch.from_numpy(np.array(values[row_of])) for name, values in lens.items()}


def optics_table(path: Path, particles: Particles, box: Int[np.ndarray, " s"] | None) -> pd.DataFrame:
    """The optics table of particles; FormatError, with the row, where optics differ within a group.

    Parameters
    ----------
    path
        The file that is written, for messages.
    particles
        Whose optics are written.
    box
        Edge of each stack's images in pixels, where the stacks are there.
    """
    extra = particles.optics_extra
    group = particles.optics.group.cpu().numpy()
    used, first = np.unique(group, return_index=True)
    listed = (
        integers(path, "optics", extra, "rlnOpticsGroup") if "rlnOpticsGroup" in extra else used[:0]
    ).tolist()
    order = [g for g in listed if g in used] + [g for g in used.tolist() if g not in listed]
    rows = first[np.searchsorted(used, order)]
    table = pd.DataFrame({"rlnOpticsGroup": order})
    names = {"pixel_angstrom": "rlnImagePixelSize", **MICROSCOPE}
    for field, column in names.items():
        values = exact(getattr(particles.optics, field))
        table[column] = values[rows]
        differing = values != values[first[np.searchsorted(used, group)]]
        if differing.any():
            row = int(np.argmax(differing))
            raise FormatError(f"{path}: row {row + 1}: {field} differs within optics group {group[row]}")
    _require_one_lens(path, particles.optics, first[np.searchsorted(used, group)])
    carried = extra.drop(columns="rlnOpticsGroup", errors="ignore")
    if len(carried.columns):
        if set(order) - set(listed):
            raise FormatError(
                f"{path}: optics group {min(set(order) - set(listed))} has no row in optics_extra"
            )
        kept = carried.iloc[[listed.index(g) for g in order]].reset_index(drop=True)
        table = pd.concat([table, kept], axis=1)
    table = table.assign(**lens_columns(particles.optics, rows))
    if "rlnOpticsGroupName" not in table:
        table.insert(1, "rlnOpticsGroupName", [f"opticsGroup{g}" for g in order])
    if box is not None:
        table["rlnImageSize"] = box[particles.stack_number[rows]]
    if "rlnImageDimensionality" not in table:
        table["rlnImageDimensionality"] = 2
    return table


def _require_one_lens(path: Path, optics: Optics, first: Int[np.ndarray, " n"]) -> None:
    """Refuse a group whose particles do not all have the lens of the first of it."""
    for field, values in _lens_of(optics).items():
        differing = (values != values[first]).any(1)
        if differing.any():
            row = int(np.argmax(differing))
            raise FormatError(
                f"{path}: row {row + 1}: {field} differs within optics group {int(optics.group[row])}"
            )


def lens_columns(
    optics: Optics, rows: Int[np.ndarray, " g"]
) -> dict[str, list[float] | list[str] | list[int]]:
    """Columns of an optics table, of which each row is that of a particle; none for what no image has."""
    columns: dict[str, list[float] | list[str] | list[int]] = {}
    for field, (names, nothing) in _NUMBERS.items():
        values = exact(getattr(optics, field))
        if values.shape[1] and (values != nothing).any():
            columns |= {name: values[rows, i].tolist() for i, name in enumerate(names)}
    for field, name in ZERNIKE.items():
        values = exact(getattr(optics, field))
        if values.any():
            columns[name] = ["[" + ",".join(map(_number, values[row].tolist())) + "]" for row in rows]
    applied = optics.applied.cpu().numpy()
    for kind, name in APPLIED.items():
        if (applied == kind).any():
            columns[name] = (applied[rows] == kind).astype(int).tolist()
    return columns


def lens_names(optics: Optics) -> list[str]:
    """Names of the columns that say something of these optics."""
    return list(lens_columns(optics, np.zeros(1, np.int64)))


def with_one_lens_a_group(particles: Particles) -> Particles:
    """The table with optics groups split whose particles have several lenses; new groups are numbered behind.

    The first particles of a group keep its number; `optics_extra` gets a copy of its row for what is split off.
    """
    optics = particles.optics
    group = optics.group.cpu().numpy()
    lens = [c for values in _lens_of(optics).values() for c in values.T]
    kind = combinations(group.astype(np.float64), exact(optics.spherical_aberration_mm), *lens)
    number, extra, behind = group.copy(), particles.optics_extra, int(group.max())
    seen: set[int] = set()
    for one in np.unique(kind).tolist():
        rows = kind == one
        old = int(group[rows][0])
        if old in seen:
            behind += 1
            number[rows] = behind
            if "rlnOpticsGroup" in extra:
                copied = extra[extra["rlnOpticsGroup"].astype(str) == str(old)].assign(
                    rlnOpticsGroup=str(behind)
                )
                if "rlnOpticsGroupName" in copied:
                    copied = copied.assign(rlnOpticsGroupName=copied["rlnOpticsGroupName"] + f"_{behind}")
                extra = pd.concat([extra, copied], ignore_index=True)
        seen.add(old)
    split = replace(optics, group=torch.from_numpy(number).to(optics.group))
    return replace(particles, optics=split, optics_extra=extra)


def _lens_of(optics: Optics) -> Mapping[str, Float[np.ndarray, "n c"]]:
    """The same fields of each particle as numbers, to tell which of them are alike."""
    fields = {name: exact(getattr(optics, name)) for name in (*_NUMBERS, *ZERNIKE)}
    return fields | {"applied": optics.applied.cpu().numpy()[:, None].astype(np.float64)}


def _number(value: float) -> str:
    """A number of a list, as short as it can be."""
    return str(int(value)) if value == int(value) else repr(value)


def _lists(path: Path, block: str, table: pd.DataFrame, name: str) -> Float[np.ndarray, "r c"]:
    """A column of lists of numbers, the short ones completed by zeros."""
    rows: list[list[float]] = []
    for row, text in enumerate(table[name].astype(str)):
        parts = [part for part in text.strip().strip("[]").split(",") if part.strip()]
        try:
            rows.append([float(part) for part in parts])
        except ValueError as error:
            raise FormatError(
                f"{path}: data_{block}: row {row + 1}: _{name} is {text[:40]!r}, and must be like [0,0.1]"
            ) from error
    values = np.zeros((len(rows), max(map(len, rows), default=0)))
    for row, coefficients in enumerate(rows):
        values[row, : len(coefficients)] = coefficients
    if not np.isfinite(values).all():
        row = int(np.argmin(np.isfinite(values).all(1)))
        raise FormatError(f"{path}: data_{block}: row {row + 1}: _{name} is not finite")
    return values
