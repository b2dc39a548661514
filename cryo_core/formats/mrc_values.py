"""What MRC maps and stacks share about their values: statistics and refusals."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cryo_core.errors import FormatError
from cryo_core.formats.mrc_header import MrcHeader


@dataclass(frozen=True)
class Statistics:
    """Of the finite values of a file; `not_finite` counts the others."""

    minimum: float
    maximum: float
    mean: float
    deviation: float
    not_finite: int


class Moments:
    """Minimum, maximum, mean and deviation of values that come in pieces (Chan et al. 1979)."""

    def __init__(self) -> None:
        self.count, self.not_finite = 0, 0
        self.mean, self.squares = 0.0, 0.0
        self.minimum, self.maximum = float("inf"), float("-inf")

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
        mean = float(values.mean())
        total = self.count + values.size
        apart = mean - self.mean
        self.squares += float(np.square(values - mean).sum())
        self.squares += apart * apart * self.count * values.size / total
        self.mean += apart * values.size / total
        self.count = total
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))

    def result(self) -> Statistics:
        """Give the numbers; NaN where no value was finite."""
        if not self.count:
            return Statistics(*(float("nan"),) * 4, self.not_finite)
        deviation = (self.squares / self.count) ** 0.5
        return Statistics(self.minimum, self.maximum, self.mean, deviation, self.not_finite)


def require_real(header: MrcHeader) -> None:
    """Raise FormatError for complex values (mode 4)."""
    if header.mode == 4:
        raise FormatError(
            f"{header.path}: MODE is 4 (complex): this is a transform, not a map; write the map itself"
        )


def given_voxel(path: Path, voxel_angstrom: float) -> float:
    """Give the voxel size back; FormatError if it is not a positive number."""
    if not 0 < voxel_angstrom < float("inf"):
        raise FormatError(f"{path}: a voxel size of {voxel_angstrom} Å; it must be a positive number")
    return voxel_angstrom


def require_finite(path: Path, density: np.ndarray) -> None:
    """Raise FormatError where a value is NaN or infinite; looks at one section at a time."""
    bad = density.size - sum(int(np.isfinite(section).sum()) for section in density)
    if bad:
        raise FormatError(f"{path}: {bad} of {density.size} values are NaN or infinite: write the map again")


def set_statistics(fields: np.ndarray, statistics: Statistics) -> None:
    """Write the statistics into a header."""
    fields["minimum"], fields["maximum"] = statistics.minimum, statistics.maximum
    fields["mean"], fields["rms"] = statistics.mean, statistics.deviation
