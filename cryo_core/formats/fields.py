"""What particle files may leave unsaid, how a caller says it, and how a table is to be written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int

from cryo_core.data import Contrast, Poses
from cryo_core.errors import FormatError


@dataclass(frozen=True)
class Overrides:
    """What the caller knows better than the file; None leaves the field to the file.

    Where both say something and differ, the override wins, for every particle. A new pixel size
    rescales shifts that the file gives in pixels, and leaves those in Å as they are.
    """

    pixel_angstrom: float | None = None
    voltage_kilovolt: float | None = None
    spherical_aberration_mm: float | None = None
    amplitude_contrast: float | None = None


@dataclass(frozen=True)
class Companions:
    """The files that belong to a particle table which does not name them.

    `stack` holds the images of a .par or a poses.pkl (for the latter it may be a .star, .cs or .par table,
    which names the images row by row, as cryoDRGN allows); `ctf` is the ctf.pkl of a poses.pkl; `selection` is an
    ind.pkl, whose rows are taken of any table; `passthrough` are the .cs files that complete a .cs file. The caller
    names them, so they may lie anywhere.
    """

    stack: Path | None = None
    ctf: Path | None = None
    selection: Path | None = None
    passthrough: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Layout:
    """How a particle table is written, where its kind leaves a choice.

    `relion` is the version that a .star is marked with; `par_columns` is 16 or 17; `ctf` is where the
    ctf.pkl of a poses.pkl goes (None: beside it); `box` is the edge of the images in pixels,
    where neither stacks nor table say it; `contrast` is that of the images, where it is not the table's;
    `root` is the folder that stacks inside it are named relative to (None: the table's own).
    `keep_columns` writes the columns of other programs too, under their
    own names: a table of this platform's own is complete with them, RELION and cryoSPARC have no use for them.
    """

    relion: Literal["3.1", "5"] = "3.1"
    par_columns: Literal[16, 17] = 17
    ctf: Path | None = None
    box: int | None = None
    contrast: Contrast | None = None
    root: Path | None = None
    keep_columns: bool = True


_OPTIONS = {
    "pixel_angstrom": "--pixel-size",
    "voltage_kilovolt": "--voltage",
    "spherical_aberration_mm": "--cs",
    "amplitude_contrast": "--amplitude-contrast",
}


def missing(where: str, what: str, field: str) -> FormatError:
    """Error for what neither the file nor the caller says.

    Parameters
    ----------
    where : the file, and the block or row in it
    what : what is missing
    field : the field of `Overrides` that would say it
    """
    return FormatError(f"{where}: {what}: give it ({_OPTIONS[field]}, or `{field}` in the manifest)")


def unknown_poses(count: int) -> Poses:
    """Poses that are NaN, and not the identity, so that nothing can be computed from them by mistake."""
    return Poses(
        rotation=torch.full((count, 3, 3), torch.nan, dtype=torch.float64),
        shift_angstrom=torch.full((count, 2), torch.nan, dtype=torch.float64),
    )


def combinations(*columns: Float[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
    """Numbers of the distinct rows from 1, in the order in which they first appear."""
    if all((column == column[0]).all() for column in columns):
        return np.ones(len(columns[0]), np.int64)
    return pd.MultiIndex.from_arrays(list(columns)).factorize()[0].astype(np.int64) + 1


def group_table(group: Int[np.ndarray, " n"], box: int | None = None) -> pd.DataFrame:
    """Rows of `Particles.optics_extra` for a file that has none: the groups, and the images' edge."""
    numbers = np.unique(group)
    columns = {"rlnOpticsGroup": [str(g) for g in numbers]}
    if box is not None:
        columns["rlnImageSize"] = [str(box)] * len(numbers)
    return pd.DataFrame(columns, dtype="str")


def exact(values: torch.Tensor) -> np.ndarray:
    """Values as float64 that print as the shortest number that they stand for, also from float32."""
    array = values.detach().cpu().numpy()
    if array.dtype == np.float64:
        return array
    return shortest(array)


def shortest(array: np.ndarray) -> np.ndarray:
    """Values of float32 as the float64 that print with as few digits."""
    with np.errstate(invalid="ignore"):  # a signalling NaN says so when it is cast
        distinct, code = np.unique(array, return_inverse=True)
        return distinct.astype(str).astype(np.float64)[code].reshape(array.shape)
