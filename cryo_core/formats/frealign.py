"""Frealign, FrealignX and cisTEM .par files: 16 or 17 columns of numbers, one line an image of one stack.

Columns (cisTEM 1.0 `frealign_parameter_file.cpp`; pyem `metadata/cistem.py`): C PSI THETA PHI SHX SHY MAG
FILM DF1 DF2 ANGAST OCC LOGP SIGMA SCORE CHANGE; with 17, PSHIFT comes before OCC and FILM is called
INCLUDE. What the file calls its columns is not looked at, only how many there are. Lines whose first word is
not a number (C, PSI, #…) are comments and headers.

Conventions: cisTEM's matrix Rz(PHI)·Ry(THETA)·Rz(PSI) is the transpose of RELION's A, and it looks slices
up with it, so that rot = PHI, tilt = THETA, psi = PSI, unchanged (pyem without `--invert-eulers`; checked
against pyem's own files and the table they were made from). SHX, SHY in Å (Frealign 9 on) are where the
particle lies, and cisTEM centres it by −SHX, so that rlnOriginX/YAngst = −SHX, −SHY. DF1 and DF2 in Å,
ANGAST in degrees from x; PSHIFT in radians (cisTEM hands it to its CTF as `additional_phase_shift_in_radians`).
C counts the images of the stack from 1. SCORE is 100 times a correlation (here divided by 100; a column of
zeros is no score). Rows whose FILM or INCLUDE is negative are left out, as cisTEM does.
"""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import torch
from jaxtyping import Float

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Companions, Layout, Overrides, exact, group_table, missing
from cryo_core.formats.files import require_file
from cryo_core.geometry.rotations import euler_to_matrix, matrix_to_euler

COLUMNS_16 = (
    *("C", "PSI", "THETA", "PHI", "SHX", "SHY", "MAG", "FILM", "DF1", "DF2", "ANGAST"),
    *("OCC", "LOGP", "SIGMA", "SCORE", "CHANGE"),
)
COLUMNS_17 = (*COLUMNS_16[:7], "INCLUDE", *COLUMNS_16[8:11], "PSHIFT", *COLUMNS_16[11:])
_CARRIED = ("MAG", "FILM", "INCLUDE", "OCC", "LOGP", "SIGMA", "CHANGE")
PREFIX = "par"
"""Before the names of the columns that are carried through in `Particles.extra`."""

# Width and decimals of each column; before each but the first comes a blank (cisTEM, pyem, Frealign 9).
_PRINTED = {
    "C": (7, 0),
    **dict.fromkeys(("PSI", "THETA", "PHI", "ANGAST", "PSHIFT", "OCC", "SCORE", "CHANGE"), (7, 2)),
    **dict.fromkeys(("SHX", "SHY"), (9, 2)),
    "MAG": (7, 0),
    **dict.fromkeys(("FILM", "INCLUDE"), (5, 0)),
    **dict.fromkeys(("DF1", "DF2"), (8, 1)),
    "LOGP": (9, 0),
    "SIGMA": (10, 4),
}
_WHOLE = ("C", "MAG", "FILM", "INCLUDE")
_EXACT_DECIMALS = 6
_HEADER_16 = (
    "C           PSI   THETA     PHI       SHX       SHY     MAG  FILM      DF1      DF2  ANGAST     OCC"
    "      LogP      SIGMA   SCORE  CHANGE"
)
_HEADER_17 = (
    "C           PSI   THETA     PHI       SHX       SHY     MAG  INCLUDE   DF1      DF2  ANGAST  PSHIFT"
    "     OCC      LogP      SIGMA   SCORE  CHANGE"
)
_DETECTOR_MICROMETRE = 5.0
_LONGEST_LINE = 1 << 16
_READ_ROWS = 10_000
_WRITE_ROWS = 50_000


def read_frealign(path: Path, overrides: Overrides, companions: Companions) -> Particles:
    """Read particles with their poses from a .par file of 16 or 17 columns.

    MAG, FILM or INCLUDE, OCC, LOGP, SIGMA and CHANGE are carried through in `extra` as parMAG, parFILM …

    Parameters
    ----------
    path : the table
    overrides : pixel size, voltage, Cs and amplitude contrast, of which the file says nothing
    companions : its `stack` holds the images

    Raises
    ------
    FormatError
        Names line, row and column of what is not a number, and what is missing.
    """
    table = read_par(path)
    active = table.get("FILM", table.get("INCLUDE"))
    assert active is not None
    table = table[active >= 0].reset_index(drop=True)
    if table.empty:
        raise FormatError(f"{path}: no particle with FILM or INCLUDE of 0 or more")
    number = table["C"].to_numpy()
    if not ((number >= 1) & (number == np.rint(number)) & (number < 2**31)).all():
        row = int(np.argmin((number >= 1) & (number == np.rint(number)) & (number < 2**31)))
        raise FormatError(f"{path}: row {row + 1}: C is {number[row]:g}, and counts images from 1")
    if companions.stack is None:
        raise FormatError(f"{path}: it numbers the images of a stack it does not name: name it (--stack)")
    facts = {f.name: getattr(overrides, f.name) for f in fields(overrides)}
    for name, value in facts.items():
        if value is None:
            raise missing(str(path), f"a .par file says nothing of {name}", name)
    column = {name: torch.from_numpy(table[name].to_numpy().copy()) for name in table}
    count = len(table)
    group = torch.ones(count, dtype=torch.int64)
    optics = Optics(
        **{name: torch.full((count,), float(value), dtype=torch.float64) for name, value in facts.items()},
        defocus_u_angstrom=column["DF1"],
        defocus_v_angstrom=column["DF2"],
        defocus_angle_degrees=column["ANGAST"],
        phase_shift_degrees=torch.rad2deg(column.get("PSHIFT", torch.zeros_like(column["DF1"]))),
        b_factor_angstrom2=torch.zeros_like(column["DF1"]),
        group=group,
    )
    euler = torch.stack([column["PHI"], column["THETA"], column["PSI"]], -1)
    score = table["SCORE"].to_numpy() / 100
    return Particles(
        poses=Poses(euler_to_matrix(euler), 0.0 - torch.stack([column["SHX"], column["SHY"]], -1)),
        optics=optics,
        stacks=(companions.stack.resolve(),),
        stack_number=np.zeros(count, np.int64),
        image_number=number.astype(np.int64) - 1,
        half_set=np.zeros(count, np.int64),
        class_number=np.zeros(count, np.int64),
        score=score if score.any() else np.full(count, np.nan),
        extra=pd.DataFrame({PREFIX + name: table[name] for name in _CARRIED if name in table}),
        optics_extra=group_table(group.numpy()),
    )


def read_par(path: Path) -> pd.DataFrame:
    """Read the numbers of a .par file, under the names that their count gives them."""
    require_file(path)
    pieces: list[np.ndarray] = []
    tokens: list[str] = []
    width = begun = 0
    try:
        with path.open(encoding="utf-8-sig") as handle:
            for number, values in _data_lines(path, handle):
                width = width or len(values)
                if len(values) != width or width not in (16, 17):
                    raise FormatError(
                        f"{path}: line {number}: {len(values)} values"
                        + (f", and the first line has {width}" if width in (16, 17) else "")
                        + "; a .par file has 16 or 17"
                    )
                tokens += values
                if len(tokens) >= width * _READ_ROWS:
                    pieces.append(_parsed(path, tokens, width, begun))
                    begun, tokens = begun + len(pieces[-1]), []
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: not a text file, so not a .par file ({error.reason})") from error
    if tokens:
        pieces.append(_parsed(path, tokens, width, begun))
    if not pieces:
        raise FormatError(f"{path}: no line of numbers, so no particle")
    return pd.DataFrame(np.concatenate(pieces), columns=list(_names(width)))


def _names(width: int) -> tuple[str, ...]:
    return COLUMNS_16 if width == 16 else COLUMNS_17


def _data_lines(path: Path, handle: object) -> Iterator[tuple[int, list[str]]]:
    lines = iter(lambda: handle.readline(_LONGEST_LINE), "")  # type: ignore[attr-defined]
    for number, line in enumerate(lines, 1):
        if len(line) >= _LONGEST_LINE:
            raise FormatError(
                f"{path}: line {number}: longer than {_LONGEST_LINE} characters: not a .par file"
            )
        values = line.split()
        if values and not (values[0][0].isalpha() or values[0][0] in "#!;_"):
            yield number, values


def _parsed(path: Path, tokens: list[str], width: int, begun: int) -> Float[np.ndarray, "n c"]:
    try:
        values = np.asarray(pc.cast(pa.array(tokens, pa.string()), pa.float64()))
        finite = np.isfinite(values)
        bad = -1 if finite.all() else int(np.argmin(finite))
    except pa.ArrowInvalid:
        bad = next((i for i, token in enumerate(tokens) if not _is_number(token)), -1)
        values = np.array([float(token) for token in tokens]) if bad < 0 else np.empty(0)
    if bad >= 0:
        name = _names(width)[bad % width]
        raise FormatError(
            f"{path}: row {begun + bad // width + 1}: {name} is {tokens[bad][:40]!r}, not a finite number"
        )
    return values.reshape(-1, width)


def _is_number(token: str) -> bool:
    try:
        return "_" not in token and bool(np.isfinite(float(token)))
    except ValueError:
        return False


def write_frealign(path: Path, particles: Particles, layout: Layout) -> None:
    """Write a .par file of 17 columns, or of 16, in the print widths of cisTEM and Frealign.

    What fits these widths is written in them, so that a .par file that is read and written again keeps its
    numbers to the last digit. Otherwise a 17-column file gives the column 6 decimals, in every row, and more
    width: its readers split lines at blanks, and 2 decimals would turn poses by up to 0.01 degrees. A
    16-column file is always rounded to the print widths, because cisTEM takes lines of 142 characters for 17
    columns. What the particles do not have gets the values that start a refinement: OCC 100, LOGP -500,
    SIGMA 1, SCORE and CHANGE 0, MAG for a detector pixel of 5 µm, FILM or INCLUDE the optics group.

    Parameters
    ----------
    path : the table, .par
    particles : of one stack and one microscope, with a pose each
    layout : its `par_columns` is 16 or 17

    Raises
    ------
    FormatError
        Poses are unknown, the images lie in several stacks, or their pixel size, voltage, Cs or amplitude
        contrast differ: a .par file has one of each.
    """
    _require_one_optics(path, particles)
    if len({particles.stacks[i] for i in np.unique(particles.stack_number)}) > 1:
        raise FormatError(
            f"{path}: a .par file numbers the images of one stack, and these lie in several: write them "
            "into one (--stack-out)"
        )
    if not particles.has_poses:
        raise FormatError(f"{path}: a .par file needs poses, and these particles have none")
    if layout.par_columns == 16 and bool((particles.optics.phase_shift_degrees != 0).any()):
        raise FormatError(f"{path}: 16 columns have no phase shift, and these images have one: write 17")
    names = _names(layout.par_columns)
    columns = _columns(path, particles)
    with path.open("w", encoding="ascii") as handle:
        handle.write((_HEADER_16 if layout.par_columns == 16 else _HEADER_17) + "\n")
        formats = [_format(name, columns[name], layout.par_columns) for name in names]
        line = " ".join(formats) + "\n"
        arrays = [columns[name] for name in names]
        for start in range(0, len(particles), _WRITE_ROWS):
            rows = zip(*(a[start : start + _WRITE_ROWS].tolist() for a in arrays), strict=True)
            handle.writelines(line % row for row in rows)


def _columns(path: Path, particles: Particles) -> dict[str, np.ndarray]:
    euler = matrix_to_euler(particles.poses.rotation.to("cpu", torch.float64)).numpy()
    shift = 0.0 - exact(particles.poses.shift_angstrom)
    optics = particles.optics
    group = optics.group.cpu().numpy()
    score = np.nan_to_num(100 * particles.score, nan=0.0)
    start = {"OCC": 100.0, "LOGP": -500.0, "SIGMA": 1.0, "CHANGE": 0.0}
    columns = {
        "C": particles.image_number + 1,
        "PHI": euler[:, 0],
        "THETA": euler[:, 1],
        "PSI": euler[:, 2],
        "SHX": shift[:, 0],
        "SHY": shift[:, 1],
        "MAG": np.rint(1e4 * _DETECTOR_MICROMETRE / exact(optics.pixel_angstrom)),
        "FILM": group,
        "INCLUDE": group,
        "DF1": exact(optics.defocus_u_angstrom),
        "DF2": exact(optics.defocus_v_angstrom),
        "ANGAST": exact(optics.defocus_angle_degrees),
        "PSHIFT": np.deg2rad(exact(optics.phase_shift_degrees)),
        "SCORE": score,
        **{name: np.full(len(particles), value) for name, value in start.items()},
    }
    for name in _CARRIED:
        # FILM and INCLUDE are one column under two names.
        other = {"FILM": "INCLUDE", "INCLUDE": "FILM"}.get(name, name)
        label = next((PREFIX + n for n in (name, other) if PREFIX + n in particles.extra), None)
        if label is not None:
            columns[name] = _carried(path, particles.extra[label])
    for name, values in columns.items():
        if not np.isfinite(values).all():
            row = int(np.argmin(np.isfinite(values)))
            raise FormatError(f"{path}: row {row + 1}: {name} is not finite and cannot be written")
    return columns


def _carried(path: Path, column: pd.Series) -> np.ndarray:
    try:
        return column.astype(np.float64).to_numpy()
    except ValueError as error:
        raise FormatError(f"{path}: column {column.name}: {error}, and a .par file holds numbers") from error


def _format(name: str, values: np.ndarray, width: int) -> str:
    """Format (printf) of a column: the print width, or 6 decimals where it would lose digits."""
    columns, decimals = _PRINTED[name]
    if name in _WHOLE:
        return f"%{columns}d"
    fits = np.abs(values - values.round(decimals)).max() < 0.5 * 10**-_EXACT_DECIMALS
    if width == 17 and not fits:
        columns, decimals = columns + _EXACT_DECIMALS - decimals + (decimals == 0), _EXACT_DECIMALS
    return f"%{columns}.{decimals}f"


def _require_one_optics(path: Path, particles: Particles) -> None:
    for name in (f.name for f in fields(Overrides)):
        values = getattr(particles.optics, name)
        differing = (values - values[0]).abs() > 1e-4 * values[0].abs()
        if bool(differing.any()):
            row = int(differing.int().argmax())
            raise FormatError(
                f"{path}: row {row + 1}: {name} is {float(values[row]):g}, and {float(values[0]):g} in row 1; "
                "a .par file has one for all: split the set by optics group"
            )
