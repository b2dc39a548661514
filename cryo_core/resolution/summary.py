"""Summary of a local resolution, or of local B factors, in a few numbers, and agreement of two."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.geometry.masks import soften
from cryo_core.resolution.local_b import LocalB
from cryo_core.resolution.local_fsc import require_mask
from cryo_core.validation.fsc import fsc_suite

_EDGE_VOXELS = 6.0
_SEED = 20240229
_FINER_SHARE = 0.5
"""Share of a molecule that may read finer than the whole: its best parts do (a third, where 5 to 12 Å vary)."""


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


@dataclass(frozen=True)
class BesideGlobal:
    """The resolution of the whole molecule, the share of it that reads finer by more than a shell, and a warning."""

    global_angstrom: float
    finer_share: float
    warnings: tuple[str, ...]


def beside_global(
    resolution: Volume, mask: Bool[Tensor, "z y x"], half1: Volume, half2: Volume, threshold: float = 0.143
) -> BesideGlobal:
    """A local resolution beside that of the whole, the corrected FSC of the half maps within the softened mask.

    Where signal ends abruptly in frequency, the bands of a local FSC reach past its end, and most of the molecule
    reads finer than its half maps agree. That is warned of; the best parts may well be finer than the whole.

    Parameters
    ----------
    resolution : Volume
        The local resolution, in Å.
    mask : (z, y, x)
        The molecule.
    half1, half2 : Volume
        The half maps.
    threshold : float
        FSC that counts as agreement.
    """
    require_mask(mask.float(), resolution)
    soft = soften(mask, 0.0, _EDGE_VOXELS).to(half1.density)
    curve = fsc_suite(half1, half2, soft, torch.Generator().manual_seed(_SEED)).corrected
    whole = curve.resolution_angstrom(threshold)
    shell = float(curve.frequency_per_angstrom[1])
    inside = resolution.density[mask].double()
    if curve.reaches_nyquist(threshold) or not len(inside):
        return BesideGlobal(whole, 0.0, ())
    share = float((1.0 / inside.clamp(min=1e-6) > 1.0 / whole + shell).double().mean())
    if share <= _FINER_SHARE:
        return BesideGlobal(whole, share, ())
    return BesideGlobal(
        whole,
        share,
        (
            f"{share:.0%} of the molecule reads finer than {whole:.2f} Å, where its half maps as a whole cease to "
            f"agree (median {float(inside.median()):.2f} Å): a local FSC reads past the end of a signal that ends "
            f"abruptly; take {whole:.2f} Å for the finest there is.",
        ),
    )


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


def summarise_b(found: LocalB, mask: Bool[Tensor, "z y x"]) -> dict[str, float]:
    """Median, 5th and 95th percentile (Å²) of local B factors in a mask, their median error, and the share measured.

    SettingsError if none was measured there.

    Parameters
    ----------
    found : LocalB
        Local B factors.
    mask : (z, y, x)
        The molecule.
    """
    inside = found.b_factor.density[mask].double()
    known = inside[torch.isfinite(inside)].sort().values
    if not len(known):
        raise SettingsError(
            "no place of the molecule has signal in three bands finer than where the fit begins: there is no B factor"
        )
    low, middle, high = (float(known[round(q * (len(known) - 1))]) for q in (0.05, 0.5, 0.95))
    return {
        "median_angstrom2": middle,
        "p05_angstrom2": low,
        "p95_angstrom2": high,
        "error_angstrom2": float(found.error.density[mask].nanmedian()),
        "measured_fraction": len(known) / max(1, len(inside)),
    }
