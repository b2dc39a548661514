"""Summary of a local resolution in a few numbers, and agreement of two."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.resolution.local_fsc import require_mask


@dataclass(frozen=True)
class ResolutionSummary:
    """Median, 5th and 95th percentile of the resolution inside a mask, in Å, and how many voxels that is."""

    median_angstrom: float
    p05_angstrom: float
    p95_angstrom: float
    voxels: int


@dataclass(frozen=True)
class Agreement:
    """Differences of two resolutions inside a mask: root mean square and mean in Å, and Pearson's correlation."""

    rmse_angstrom: float
    bias_angstrom: float
    correlation: float


def summarise(resolution: Volume, mask: Bool[Tensor, "z y x"]) -> ResolutionSummary:
    """Summary of a resolution inside a mask; NaN where the mask is empty. ShapeError if the grids differ."""
    require_mask(mask.float(), resolution)
    inside = resolution.density[mask].sort().values
    count = len(inside)
    if not count:
        return ResolutionSummary(math.nan, math.nan, math.nan, 0)
    low, middle, high = (float(inside[round(q * (count - 1))]) for q in (0.05, 0.5, 0.95))
    return ResolutionSummary(middle, low, high, count)


def agreement(a: Volume, b: Volume, mask: Bool[Tensor, "z y x"]) -> Agreement:
    """Agreement of a resolution with a reference inside a mask.

    Parameters
    ----------
    a : Volume
        The resolution, in Å.
    b : Volume
        The reference, in Å, on the same grid.
    mask : (z, y, x)
        The voxels that count.
    """
    a.require_same_grid(b)
    x, y = a.density[mask].double(), b.density[mask].double()
    return Agreement(
        float((x - y).square().mean().sqrt()), float((x - y).mean()), _correlation(x - x.mean(), y - y.mean())
    )


def _correlation(x: Float[Tensor, " n"], y: Float[Tensor, " n"]) -> float:
    power = float(x.norm() * y.norm())
    return float(torch.dot(x, y)) / power if power > 0 else math.nan
