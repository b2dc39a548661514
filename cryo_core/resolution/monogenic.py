"""Local resolution by the monogenic signal: where a frequency's amplitude stands out of the noise (MonoRes).

Vilas et al. 2018 (Structure 26, 337). At one resolution after another, from coarse to fine, the map is filtered, its
monogenic amplitude √(f² + |Riesz f|²) is smoothed, and a voxel has that resolution as long as its amplitude exceeds
the 95% quantile of the noise's; after two failures in a row it keeps the last one. Noise comes from the difference of
half maps, or from the solvent.

The published filter passes all beyond a frequency. So does `published`, but on maps in any state of sharpening it
fails: noise up to Nyquist is counted at each step, which hides the signal of a coarse one. A voxel is then given up
many Å too early, and where noise is uneven the test of the means ends the search at its first step. By default all
shells are first made equally strong, and a band about the resolution is passed, whose amplitude is smoothed
over some 25 Å, the size of the local FSC's window.

On simulated maps of 3 to 12 Å, in any state of sharpening (`bench_localres_one_map.py`), the error from one map is
0.8 Å (r 0.87) and from halves 0.6 Å (r 0.92); as published, on two of these maps, 1.3 and 17 Å. The local FSC has
0.15 Å, the network on one map 0.2 Å. It grows with resolution: from 0.3 Å below 4.5 Å to 1.4 Å (halves: 1.0 Å) beyond
8 Å. Band, smoothing and place of the noise were chosen on other maps of three of these five structures.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Complex, Float
from scipy import ndimage
from scipy.fft import next_fast_len
from torch import Tensor

from cryo_core.data import Progress, Volume, mean_map, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_filter
from cryo_core.fourier.grids import volume_frequencies
from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.fourier.shells import shell_mean, spread_shells
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.resolution.local_fsc import require_mask

_EDGE_PER_VOXEL = 0.02
"""Width of the published filters' raised cosines, in 1/voxel."""

_BAND = 1.5 / 75.0
"""Half width of a band, in 1/Å: it rises and falls as a raised cosine."""

_SLOW = (2.0 / 75.0, 3.0 / 75.0)
"""Frequencies (1/Å) between which a band's amplitude is cut off: what varies faster is the noise's own speckle."""

_EMPTY = 1e-6
_SILENT = 1e-3
_LEAST_SHARE = 0.025
_SIGNIFICANT = 1.645
_SMOOTH_VOXELS = 3.0
_REFINE_VOXELS = 4.0
_SAMPLE = 1_000_000


@dataclass(frozen=True)
class MonogenicSettings:
    """Range of resolutions, their distance, and the quantile of the noise that signal has to exceed.

    `published` filters, smooths and refines the mask as published, for maps that were neither sharpened nor
    filtered.
    """

    coarsest_angstrom: float = 30.0
    step_angstrom: float = 0.25
    quantile: float = 0.95
    published: bool = False

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
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
    """Local resolution in Å inside `mask` from two half maps; outside it is the inside's median.

    Signal is their mean, noise half their difference, taken inside the mask.

    Parameters
    ----------
    half1, half2 : Volume
        Half maps on one grid.
    mask : (z, y, x)
        The molecule, on that grid.
    settings : MonogenicSettings, optional
        How to measure.
    progress : Progress
        Called after each resolution.

    Raises
    ------
    ShapeError
        Grids differ.
    SettingsError
        The halves are the same.
    """
    half1.require_same_grid(half2)
    require_mask(mask.float(), half1)
    mean = mean_map(half1, half2)
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
    """Local resolution in Å inside `mask`, from one map whose solvent holds its noise; outside its median.

    Parameters
    ----------
    volume : Volume
        The map.
    mask : (z, y, x)
        The molecule, on the map's grid.
    solvent : (z, y, x)
        The solvent, on the map's grid.
    settings : MonogenicSettings, optional
        How to measure.
    progress : Progress
        Called after each resolution.

    Raises
    ------
    ShapeError
        A mask is not on the map's grid.
    SettingsError
        The solvent has no noise (a masked map): half maps are needed.
    """
    require_mask(mask.float(), volume)
    require_mask(solvent.float(), volume)
    noise = volume.density[solvent]
    if len(noise) < 1000 or float((noise == noise.median()).float().mean()) > 0.5:
        raise SettingsError("the map's solvent was masked away, and with it its noise: give both half maps")
    quiet = _farthest_half(solvent, mask)
    return _monogenic(volume, None, mask, quiet, settings or MonogenicSettings(), progress)


def _farthest_half(solvent: Bool[Tensor, "z y x"], mask: Bool[Tensor, "z y x"]) -> Bool[Tensor, "z y x"]:
    """Half of the solvent that is farthest from the molecule: smoothed amplitudes leak into the near one."""
    away = torch.from_numpy(ndimage.distance_transform_edt(~mask.cpu().numpy())).to(mask.device)
    return solvent & (away >= away[solvent].median())


def _monogenic(
    signal: Volume,
    noise: Volume | None,
    mask: Bool[Tensor, "z y x"],
    quiet: Bool[Tensor, "z y x"],
    settings: MonogenicSettings,
    progress: Progress,
) -> Volume:
    """Local resolution, from coarse to fine; noise is that of `noise`, or of `signal` if None, where `quiet`."""
    spectra = _spectra(signal, noise, settings)
    if settings.published:
        mask = _refined(spectra, signal, mask, quiet, settings.quantile)
    if not bool(mask.any()):
        raise SettingsError("the mask is empty, or nothing in it stands out of the noise")
    steps = resolutions(signal, settings)
    finest = torch.full_like(signal.density, steps[0])
    alive, misses = mask.clone(), torch.zeros_like(mask, dtype=torch.int8)
    loudest = 0.0
    for i, resolution in enumerate(steps):
        amplitudes = [_amplitude(s, signal, _pass_at(resolution, signal, settings)) for s in spectra]
        inside, noise_amplitude = amplitudes[0][alive], amplitudes[-1][quiet]
        loudest = max(loudest, float(inside.mean()))
        if float(inside.mean()) < _SILENT * loudest:
            break
        above = alive & (amplitudes[0] > _quantile(noise_amplitude, settings.quantile))
        finest = torch.where(above, resolution, finest)
        misses = torch.where(above, 0, misses + 1).to(torch.int8)
        alive = alive & (misses < 2)
        progress(i + 1, len(steps))
        if not _stands_out(inside, noise_amplitude) or float(alive.sum()) < _LEAST_SHARE * float(mask.sum()):
            break
    progress(len(steps), len(steps))
    return signal.with_density(_smoothed(signal, finest, mask))


def resolutions(volume: Volume, settings: MonogenicSettings) -> list[float]:
    """Resolutions to try (Å), coarse to fine: at Fourier indices of the longest edge, at least a step apart."""
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


def _spectra(
    signal: Volume, noise: Volume | None, settings: MonogenicSettings
) -> list[Complex[Tensor, "z y xh"]]:
    """Spectra of signal and noise, both divided by the signal's mean amplitude in each shell, unless as published."""
    volumes = (signal,) if noise is None else (signal, noise)
    spectra = [volume_to_spectrum(v.density - v.density.mean()) for v in volumes]
    if settings.published:
        return spectra
    shape = _shape(signal)
    curve = shell_mean(spectra[0].abs(), shape)
    gain = torch.where(curve > _EMPTY * curve.max(), 1.0 / curve.clamp(min=1e-300), 0.0)
    level = spread_shells(gain.to(signal.density.dtype), shape)
    return [s * level for s in spectra]


@dataclass(frozen=True)
class _Pass:
    """A filter (1/Å) that rises over `rise`, falls over `fall`; its output's amplitude is cut off over `slow`."""

    rise: tuple[float, float]
    fall: tuple[float, float]
    slow: tuple[float, float]


def _pass_at(resolution: float, volume: Volume, settings: MonogenicSettings) -> _Pass:
    f = 1.0 / resolution
    if not settings.published:
        return _Pass((f - _BAND, f), (f, f + _BAND), _SLOW)
    edge = _EDGE_PER_VOXEL / volume.voxel_angstrom
    return _Pass((f - edge, f), _beyond(volume), (f, f + edge))


def _beyond(volume: Volume) -> tuple[float, float]:
    """Interval of frequencies that no map with these voxels has."""
    return 1.0 / volume.voxel_angstrom, 2.0 / volume.voxel_angstrom


def _amplitude(
    spectrum: Complex[Tensor, "z y xh"], volume: Volume, passband: _Pass
) -> Float[Tensor, "z y x"]:
    """Smoothed monogenic amplitude √(f² + |Riesz f|²) of what a filter passes.

    It is made on the coarsest grid whose squares do not alias into what the smoothing keeps.
    """
    shape = _shape(volume)
    small = _grid(volume, 2.0 * passband.fall[1] + passband.slow[1])
    cut = _cut(shape, small)
    axes = [axis[cut] for axis in volume_frequencies(shape, volume.voxel_angstrom, spectrum.device)]
    radius = (axes[0] ** 2 + axes[1] ** 2 + axes[2] ** 2).sqrt()
    gain = _ramp(radius, *passband.rise) * (1.0 - _ramp(radius, *passband.fall))
    passed = spectrum[cut] * (gain * (math.prod(small) / math.prod(shape)))
    amplitude = monogenic_power(passed, axes, small).sqrt()
    smooth = volume_to_spectrum(amplitude) * (1.0 - _ramp(radius, *passband.slow))
    return fourier_crop_or_pad(spectrum_to_volume(smooth, small), shape)


def monogenic_power(
    spectrum: Complex[Tensor, "z y xh"], axes: Sequence[Float[Tensor, "z y xh"]], shape: tuple[int, int, int]
) -> Float[Tensor, "z y x"]:
    """f² + Rx² + Ry² + Rz² of a half spectrum; R is the Riesz transform, −i k / |k| in Fourier space.

    Of a plane wave it is the square of the amplitude, whatever the phase.

    Parameters
    ----------
    spectrum : (z, y, x // 2 + 1)
        The half spectrum.
    axes : three of (z, y, x // 2 + 1)
        Its frequencies along z, y, x.
    shape : (int, int, int)
        Shape of the map.
    """
    radius = (axes[0] ** 2 + axes[1] ** 2 + axes[2] ** 2).sqrt()
    power = spectrum_to_volume(spectrum, shape).square()
    turned = spectrum * torch.complex(torch.zeros_like(radius), -1.0 / radius.clamp(min=1e-9))
    for axis in axes:
        power = power + spectrum_to_volume(turned * axis, shape).square()
    return power


def _shape(volume: Volume) -> tuple[int, int, int]:
    z, y, x = volume.density.shape
    return z, y, x


def _grid(volume: Volume, finest_per_angstrom: float) -> tuple[int, int, int]:
    edges = (n * volume.voxel_angstrom * finest_per_angstrom for n in volume.density.shape)
    fast = (next_fast_len(max(8, math.ceil(edge)), real=True) for edge in edges)
    z, y, x = (min(pair) for pair in zip(volume.density.shape, fast, strict=True))
    return z, y, x


def _cut(shape: tuple[int, int, int], small: tuple[int, int, int]) -> tuple[slice, slice, slice]:
    z, y, x = (old // 2 - new // 2 for old, new in zip(shape, small, strict=True))
    return slice(z, z + small[0]), slice(y, y + small[1]), slice(0, small[2] // 2 + 1)


def _ramp(radius: Float[Tensor, "*grid"], start: float, stop: float) -> Float[Tensor, "*grid"]:
    """Rise from 0 at `start` to 1 at `stop` by a raised cosine."""
    return 0.5 - 0.5 * torch.cos(math.pi * ((radius - start) / (stop - start)).clamp(0.0, 1.0))


def _refined(
    spectra: list[Complex[Tensor, "z y xh"]],
    signal: Volume,
    mask: Bool[Tensor, "z y x"],
    quiet: Bool[Tensor, "z y x"],
    quantile: float,
) -> Bool[Tensor, "z y x"]:
    """Mask without voxels at which the whole map's smoothed monogenic amplitude is no more than the noise's."""
    beyond = _beyond(signal)
    everything = _Pass((-2.0, -1.0), beyond, beyond)
    width = 2.0 * (math.pi * _REFINE_VOXELS * signal.voxel_angstrom) ** 2
    smooth = []
    for spectrum in spectra:
        whole = signal.with_density(_amplitude(spectrum, signal, everything))
        smooth.append(apply_filter(whole, lambda s2: torch.exp(-width * s2)).density)
    return mask & (smooth[0] > _quantile(smooth[-1][quiet], quantile))


def _quantile(values: Float[Tensor, " n"], share: float) -> float:
    step = max(1, len(values) // _SAMPLE)
    return float(torch.quantile(values[::step], share))


def _stands_out(signal: Float[Tensor, " n"], noise: Float[Tensor, " m"]) -> bool:
    """Whether the signal's mean amplitude exceeds the noise's (z test at 5%)."""
    if len(signal) < 2:
        return False
    error = (signal.var() / len(signal) + noise.var() / len(noise)).sqrt()
    return float((signal.mean() - noise.mean()) / error.clamp(min=1e-30)) >= _SIGNIFICANT


def _smoothed(
    volume: Volume, resolution: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"]
) -> Float[Tensor, "z y x"]:
    """Resolution smoothed over 3 voxels, outside filled by the median; never coarser than before."""
    filled = torch.where(mask, resolution, resolution[mask].median())
    width = 2.0 * (math.pi * _SMOOTH_VOXELS * volume.voxel_angstrom) ** 2
    smooth = apply_filter(volume.with_density(filled), lambda s2: torch.exp(-width * s2)).density
    return torch.minimum(smooth, filled).clamp(min=2.0 * volume.voxel_angstrom)
