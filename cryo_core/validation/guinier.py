"""Steps after the FSC of a map: weighting by it, and the B factor of the map's fall-off."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor, low_pass
from cryo_core.fourier.shells import radial_profile, spread_shells
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.validation.fsc import FscCurve

_NO_SIGNAL = 1e-4


@dataclass(frozen=True)
class Guinier:
    """The line ln(amplitude) = intercept − B / 4 · s², fitted between two resolutions.

    `b_factor_angstrom2` is positive for a map that falls off; sharpening applies its negative.
    """

    b_factor_angstrom2: float
    intercept: float
    correlation: float
    from_angstrom: float
    to_angstrom: float


def fsc_weight(curve: FscCurve) -> Float[Tensor, " s"]:
    """√(2 FSC / (1 + FSC)), the whole map's correlation with the truth, for each shell.

    0 from the first shell below 1e-4 on (Rosenthal & Henderson 2003; RELION's postprocess).
    """
    value = curve.correlation.clamp(min=0.0)
    lost = torch.cumsum((curve.correlation[1:] < _NO_SIGNAL).long(), 0) > 0
    weight = (2.0 * value / (1.0 + value)).sqrt()
    return torch.cat([weight[:1], torch.where(lost, 0.0, weight[1:])])


def weight_by_fsc(volume: Volume, curve: FscCurve) -> Volume:
    """The map with each shell multiplied by `fsc_weight`; corners have the last shell's."""
    z, y, x = volume.density.shape
    gain = spread_shells(fsc_weight(curve).to(volume.density), (z, y, x))
    weighted = volume_to_spectrum(volume.density) * gain
    return volume.with_density(spectrum_to_volume(weighted, (z, y, x)))


def guinier_fit(volume: Volume, to_angstrom: float, from_angstrom: float = 10.0) -> Guinier:
    """Line through the logarithms of a map's amplitudes, shell by shell, with equal weight in each shell's s².

    Each shell counts by its mean amplitude.

    Parameters
    ----------
    volume
        The map.
    to_angstrom, from_angstrom
        Finest and coarsest resolution fitted, Å (RELION's --autob_lowres).

    Raises
    ------
    SettingsError
        Fewer than three shells with power lie between.
    """
    profile = radial_profile(volume)
    frequency = torch.arange(len(profile), dtype=torch.float64) / (
        max(volume.density.shape) * volume.voxel_angstrom
    )
    profile = profile.cpu()
    used = (frequency >= 1.0 / from_angstrom) & (frequency <= 1.0 / to_angstrom) & (profile > 0)
    if int(used.sum()) < 3:
        raise SettingsError(f"fewer than three shells between {from_angstrom} and {to_angstrom:.2f} Å to fit")
    x, y = frequency[used] ** 2, profile[used].log()
    dx, dy = x - x.mean(), y - y.mean()
    slope = float((dx * dy).sum() / (dx**2).sum())
    correlation = float((dx * dy).sum() / ((dx**2).sum() * (dy**2).sum()).sqrt().clamp(min=1e-30))
    intercept = float(y.mean()) - slope * float(x.mean())
    return Guinier(-4.0 * slope, intercept, correlation, from_angstrom, to_angstrom)


def postprocess(volume: Volume, curve: FscCurve, mask: Float[Tensor, "z y x"]) -> tuple[Volume, Guinier]:
    """The map weighted by its FSC, sharpened by its B factor, cut at its resolution and masked; and the Guinier fit.

    RELION's order: the fit sees the weighted, unmasked map from 10 Å to the resolution at 0.143; the filter's
    edge is 2 shells wide.

    Parameters
    ----------
    volume
        The whole map.
    curve
        FSC of its half maps.
    mask
        (z, y, x).

    Raises
    ------
    SettingsError
        The FSC gives no resolution, or too few shells to fit.
    """
    resolution = curve.resolution_angstrom()
    if not math.isfinite(resolution):
        raise SettingsError("the FSC is below 0.143 at its first shell: there is no resolution to filter to")
    weighted = weight_by_fsc(volume, curve)
    fit = guinier_fit(weighted, resolution)
    sharp = low_pass(apply_b_factor(weighted, -fit.b_factor_angstrom2), resolution)
    return sharp.with_density(sharp.density * mask), fit
