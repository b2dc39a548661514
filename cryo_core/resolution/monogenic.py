"""Local resolution by the monogenic signal: where a frequency's amplitude stands out of the noise (MonoRes).

Vilas et al. 2018 (Structure 26, 337). At one resolution after another, from coarse to fine, the map is high-passed,
its monogenic amplitude √(f² + |Riesz f|²) is smoothed, and a voxel keeps that resolution as long as its amplitude
exceeds the 95% quantile of noise's. Noise comes from the difference of half maps, or from outside a mask. All noise
beyond a frequency counts, so that unsharpened maps are read coarser than their FSC says, by some Å.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Complex, Float
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_filter
from cryo_core.fourier.grids import volume_frequencies
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.resolution.local_fsc import require_mask

_EDGE = 0.02
"""Width of the filters' raised cosines, in 1/voxel."""

_LEAST_SHARE = 0.025
_SMOOTH_VOXELS = 3.0
_SAMPLE = 1_000_000


@dataclass(frozen=True)
class MonogenicSettings:
    """The range of resolutions looked at, their distance, and the noise's quantile that signal has to exceed."""

    coarsest_angstrom: float = 30.0
    step_angstrom: float = 0.25
    quantile: float = 0.95

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0.05 <= self.step_angstrom < self.coarsest_angstrom:
            raise SettingsError(f"step_angstrom: {self.step_angstrom}: should be 0.05 to the coarsest")
        if not 0.5 < self.quantile < 1:
            raise SettingsError(f"quantile: {self.quantile}: should be between 0.5 and 1")


def monogenic_from_halves(
    half1: Volume,
    half2: Volume,
    mask: Bool[Tensor, "z y x"],
    settings: MonogenicSettings | None = None,
    progress: Progress = silent,
) -> Volume:
    """Give the local resolution in Å inside `mask` from two half maps; outside it is the inside's median.

    Signal is their mean, noise half their difference. ShapeError if grids differ; SettingsError if the halves
    are the same.
    """
    half1.require_same_grid(half2)
    require_mask(mask.float(), half1)
    mean = half1.with_density((half1.density + half2.density) / 2)
    noise = half1.with_density((half1.density - half2.density) / 2)
    if float(noise.density.std()) == 0:
        raise SettingsError("the half maps are the same: their difference holds no noise")
    return _monogenic(mean, noise, mask, mask, settings or MonogenicSettings(), progress)


def monogenic_from_map(
    volume: Volume,
    mask: Bool[Tensor, "z y x"],
    solvent: Bool[Tensor, "z y x"],
    settings: MonogenicSettings | None = None,
    progress: Progress = silent,
) -> Volume:
    """Give the local resolution in Å inside `mask` from one map whose `solvent` holds its noise.

    Outside the mask it is the inside's median. Not to be trusted yet at these settings: on simulated maps sharpened at
    random it read 14 Å too coarse on the mean (RMSE 17.7 Å, r -0.16; `bench_localres.py`), where half maps or the
    network (0.22 Å) do well. ShapeError if a mask is not on the map's grid; SettingsError if the
    solvent has no noise (a masked map): give half maps.
    """
    require_mask(mask.float(), volume)
    require_mask(solvent.float(), volume)
    noise = volume.density[solvent]
    if len(noise) < 1000 or float((noise == noise.median()).float().mean()) > 0.5:
        raise SettingsError("the map's solvent was masked away, and with it its noise: give both half maps")
    return _monogenic(volume, volume, mask, solvent, settings or MonogenicSettings(), progress)


def _monogenic(
    signal: Volume,
    noise: Volume,
    mask: Bool[Tensor, "z y x"],
    where: Bool[Tensor, "z y x"],
    settings: MonogenicSettings,
    progress: Progress,
) -> Volume:
    if not bool(mask.any()):
        raise SettingsError("the mask is empty: there is nothing to measure")
    spectra = [volume_to_spectrum(signal.density)]
    if noise is not signal:
        spectra.append(volume_to_spectrum(noise.density))
    steps = resolutions(signal, settings)
    found = torch.full_like(signal.density, steps[0])
    alive = mask.clone()
    misses = torch.zeros_like(mask, dtype=torch.int8)
    loudest = 0.0
    for i, resolution in enumerate(steps):
        amplitudes = [_amplitude(s, signal, signal.voxel_angstrom / resolution) for s in spectra]
        heard, hiss = amplitudes[0][alive], amplitudes[-1][where]
        threshold = _quantile(hiss, settings.quantile)
        loudest = max(loudest, float(heard.mean()))
        if _lost(heard, hiss, loudest) or float(alive.sum()) < _LEAST_SHARE * float(mask.sum()):
            break
        above = alive & (amplitudes[0] > threshold)
        misses = torch.where(above, 0, misses + 1).to(torch.int8)
        found = torch.where(above, resolution, found)
        alive = alive & (misses < 2)
        progress(i + 1, len(steps))
    progress(len(steps), len(steps))
    return signal.with_density(_smoothed(signal, found, mask))


def resolutions(volume: Volume, settings: MonogenicSettings) -> list[float]:
    """Give the resolutions to look at, coarse to fine: at Fourier indices of the longest edge, a step apart."""
    edge = max(volume.density.shape) * volume.voxel_angstrom
    kept: list[float] = []
    for index in range(
        max(1, math.ceil(edge / settings.coarsest_angstrom)), max(volume.density.shape) // 2 + 1
    ):
        if not kept or kept[-1] - edge / index >= settings.step_angstrom:
            kept.append(edge / index)
    if not kept:
        raise SettingsError(f"the box of {edge:.0f} Å is too small for {settings.coarsest_angstrom} Å")
    return kept


def _amplitude(spectrum: Complex[Tensor, "z y xh"], volume: Volume, cutoff: float) -> Float[Tensor, "z y x"]:
    """Give the smoothed monogenic amplitude of what lies beyond `cutoff` (in 1/voxel)."""
    z, y, x = volume.density.shape
    axes = volume_frequencies((z, y, x), 1.0, spectrum.device)
    radius = (axes[0] ** 2 + axes[1] ** 2 + axes[2] ** 2).sqrt()
    passed = spectrum * _ramp(radius, cutoff - _EDGE, cutoff)
    total = spectrum_to_volume(passed, (z, y, x)).square()
    turned = passed * torch.complex(torch.zeros_like(radius), -1.0 / radius.clamp(min=1e-6))
    for axis in axes:
        total = total + spectrum_to_volume(turned * axis, (z, y, x)).square()
    amplitude = volume_to_spectrum(total.sqrt()) * (1.0 - _ramp(radius, cutoff, cutoff + _EDGE))
    return spectrum_to_volume(amplitude, (z, y, x))


def _ramp(radius: Float[Tensor, "*grid"], start: float, stop: float) -> Float[Tensor, "*grid"]:
    """Rise from 0 at `start` to 1 at `stop` by a raised cosine."""
    return 0.5 - 0.5 * torch.cos(math.pi * ((radius - start) / (stop - start)).clamp(0.0, 1.0))


def _quantile(values: Float[Tensor, " n"], share: float) -> float:
    step = max(1, len(values) // _SAMPLE)
    return float(torch.quantile(values[::step], share))


def _lost(heard: Float[Tensor, " n"], hiss: Float[Tensor, " m"], loudest: float) -> bool:
    """Tell whether signal and noise have the same mean (z test at 5%), or the signal has all but vanished."""
    if len(heard) < 2 or float(heard.mean()) < 1e-3 * loudest:
        return True
    error = (heard.var() / len(heard) + hiss.var() / len(hiss)).sqrt()
    return float((heard.mean() - hiss.mean()) / error.clamp(min=1e-30)) < 1.645


def _smoothed(
    volume: Volume, found: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"]
) -> Float[Tensor, "z y x"]:
    """Smooth over 3 voxels what was found, outside filled by the median; never coarser than found."""
    filled = torch.where(mask, found, found[mask].median())
    width = 2.0 * (math.pi * _SMOOTH_VOXELS * volume.voxel_angstrom) ** 2
    smooth = apply_filter(volume.with_density(filled), lambda s2: torch.exp(-width * s2)).density
    return torch.minimum(smooth, filled).clamp(min=2.0 * volume.voxel_angstrom)
