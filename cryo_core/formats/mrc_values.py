"""Values of MRC files: their statistics, and what is refused."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cryo_core.errors import FormatError


@dataclass
class Statistics:
    """Statistics of finite values that come in pieces (Chan et al. 1979); `not_finite` counts the others."""

    minimum: float = float("inf")
    maximum: float = float("-inf")
    mean: float = float("nan")
    deviation: float = float("nan")
    not_finite: int = 0
    count: int = 0
    squares: float = 0.0

    def add(self, piece: np.ndarray) -> None:
        """Take a piece into account."""
        with np.errstate(invalid="ignore"):  # a signalling NaN says so when it is cast
            values = piece.astype(np.float64).ravel()
        finite = np.isfinite(values)
        if not finite.all():
            self.not_finite += int(values.size - finite.sum())
            values = values[finite]
        if not values.size:
            return
        before, mean, total = self.mean if self.count else 0.0, float(values.mean()), self.count + values.size
        apart = mean - before
        self.squares += float(np.square(values - mean).sum())
        self.squares += apart * apart * self.count * values.size / total
        self.mean, self.deviation = before + apart * values.size / total, (self.squares / total) ** 0.5
        self.count = total
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))


def positive_voxel(path: Path, voxel_angstrom: float) -> float:
    """Pass the voxel size on; FormatError if it is not a positive number."""
    if not 0 < voxel_angstrom < float("inf"):
        raise FormatError(f"{path}: a voxel size of {voxel_angstrom} Å; it must be a positive number")
    return voxel_angstrom


def require_finite(path: Path, density: np.ndarray) -> None:
    """Raise FormatError where a value is NaN or infinite; looks at one section at a time."""
    bad = density.size - sum(int(np.isfinite(section).sum()) for section in density)
    if bad:
        raise FormatError(f"{path}: {bad} of {density.size} values are NaN or infinite: write the map again")
