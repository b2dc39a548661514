"""Blind radial filter: the improvement that a map's own spectrum alone allows, and the rule that a network has to beat.

A map's radial amplitudes inside its molecule show how it was sharpened or blurred; proteins at rest (B = 0)
nearly all have the same. So the gain of each shell is the ratio of the two, damped by a common B factor,
times Wiener's weight for the noise that the solvent shows, and the map is cut where its spectrum ends.
Bringing a map to this one state of sharpening is also the step before the network.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import FormatError, SettingsError
from cryo_core.fourier.filters import apply_filter
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.transforms import volume_amplitudes
from cryo_core.geometry.masks import soften

STEP = 0.0125
"""Width of the spectrum's bins, in 1/Å."""

BINS = 34
"""Bins from 0 to 0.425/Å (2.35 Å); what is finer is cut."""

UNIVERSAL = Path(__file__).with_name("weights") / "universal.json"
"""The profile of proteins at rest that ships with the package."""

_FIRST, _LEVEL, _LAST = 6, 8, 13
"""Bins (13, 9.4, 6.2 Å): the fall of a map is fitted from the first to the last; the gain at the middle one is 1."""

_CLIFF = 0.6
"""Cliff at a map's end: its ln power, over the proteins' own, falls by this much more over two bins than over the two
before; see `_STEP_DOWN`."""

_STEP_DOWN = 0.75
"""Least fall of the ln power from one bin to the next at a cliff: a protein's own spectrum falls by less than 0.7."""

_TAIL = 0.5
"""Fall of the ln gain a bin, beyond the map's end."""

_LEAST_SHARE = 0.05
"""Least share of signal in the correction of a spectrum for its noise."""


@dataclass(frozen=True)
class RuleSettings:
    """Damping of the target (B in Å²), and the largest gain in amplitude.

    `least_signal` is the share of a shell's power that has to be signal for the map to go on beyond it,
    `snr_at_end` the signal over noise there if noise is not known.
    """

    damping_b_angstrom2: float = 30.0
    largest_gain: float = 30.0
    least_signal: float = 0.05
    snr_at_end: float = 1.0

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not 1 <= self.largest_gain <= 1e4 or not self.snr_at_end > 0 or not 0 <= self.least_signal < 1:
            raise SettingsError("largest_gain should be 1 to 10000, snr_at_end above 0, least_signal 0 to 1")


@dataclass(frozen=True)
class Spectrum:
    """Mean power of a map's coefficients in bins of `STEP`: inside its mask, and of its noise there."""

    power: Float[Tensor, " b"]
    noise: Float[Tensor, " b"]


def frequencies() -> Float[Tensor, " b"]:
    """Middles of the bins, in 1/Å."""
    return (torch.arange(BINS, dtype=torch.float64) + 0.5) * STEP


def spectrum(volume: Volume, mask: Float[Tensor, "z y x"]) -> Spectrum:
    """Spectrum of a map inside a soft mask, and its noise's from outside, scaled to the mask's size.

    Where less than a tenth of the box lies outside, or most of that was set to a constant, the noise is taken
    as 0.
    """
    inside = binned_power(volume.with_density((volume.density - _level(volume, mask)) * mask))
    outside = 1.0 - mask
    weight = float(outside.double().square().mean())
    values = volume.density[mask < 0.05]
    silent = not len(values) or float((values == values.median()).double().mean()) > 0.3
    silent = silent or float(values.std()) < 1e-4 * float(volume.density.std())
    if weight < 0.1 or silent:
        return Spectrum(inside, torch.zeros_like(inside))
    around = binned_power(volume.with_density((volume.density - values.mean()) * outside))
    noise = around * (float(mask.double().square().mean()) / weight)
    return Spectrum(inside, torch.minimum(noise, inside))


def binned_power(volume: Volume) -> Float[Tensor, " b"]:
    """Mean |F|² over bins of `STEP` (float64, on the CPU); empty bins take their neighbours'."""
    z, y, x = volume.density.shape
    return binned(volume_amplitudes(volume.density).square(), (z, y, x), volume.voxel_angstrom)


def binned(
    values: Float[Tensor, "z y xh"], shape: tuple[int, int, int], voxel_angstrom: float
) -> Float[Tensor, " b"]:
    """Mean of values on a half spectrum over bins of `STEP` (float64, on the CPU); empty bins take their neighbours'.

    Parameters
    ----------
    values : (z, y, xh)
        One for each coefficient.
    shape : (int, int, int)
        The map's voxels.
    voxel_angstrom : float
        Voxel size, in Å.
    """
    device = values.device
    index = (frequency_squared(shape, voxel_angstrom, device).sqrt() / STEP).long().clamp(max=BINS)
    weight = hermitian_weights(shape[2], device).double().expand(index.shape)
    power = values.double() * weight
    total = torch.zeros(BINS + 1, dtype=torch.float64, device=device)
    count = torch.zeros_like(total)
    total.index_add_(0, index.flatten(), power.flatten())
    count.index_add_(0, index.flatten(), weight.flatten())
    mean = (total / count.clamp(min=1e-9))[:BINS].cpu()
    return _filled(mean, count[:BINS].cpu() > 0)


def gains(
    measured: Spectrum, universal: Float[Tensor, " b"], settings: RuleSettings | None = None
) -> Float[Tensor, " b"]:
    """Gain of each bin, 1 at 9.4 Å: ratio of the proteins' amplitudes to the map's, times Wiener's weight.

    At resolutions coarser than 13 Å amplitudes are the molecule's shape, not its detail: there the gain is
    that of a B factor, fitted from 13 to 6.2 Å, but lowers nothing that solvent has lowered already. Beyond
    the map's end it falls off. A map that is sharper than the target is left so: apart from its B factor a
    gain falls below 1 only by noise that was measured. Where noise is not known it is taken to be 1 /
    `snr_at_end` of the signal at the map's end, falling with the fourth power.

    Parameters
    ----------
    measured : Spectrum
        Spectrum of the map.
    universal : (b,)
        Logarithm of the amplitude of proteins at rest (`universal_profile`).
    settings : RuleSettings, optional
        Settings of the filter.
    """
    settings = settings or RuleSettings()
    f, number = frequencies(), torch.arange(BINS)
    end = map_end(measured, universal, settings)
    noise_known = bool(measured.noise.any())
    share = (1.0 - measured.noise / measured.power.clamp(min=1e-30)).clamp(0.0, 1.0)
    trusted = share if noise_known else 1.0 / (1.0 + (f / (end * STEP)) ** 4 / settings.snr_at_end)
    target = universal.double() - settings.damping_b_angstrom2 * f**2 / 4.0
    signal = measured.power.clamp(min=1e-30) * trusted.clamp(min=_LEAST_SHARE)
    lacks = _smooth(target - 0.5 * signal.log())
    line = _line(lacks, trusted, slice(_FIRST, max(_FIRST + 3, min(_LAST, end))))
    ramp = ((number - _FIRST + 1) / (_LEVEL + 3 - _FIRST)).clamp(0.0, 1.0)
    none = line - line[_LEVEL]
    shape = torch.maximum(line, lacks).clamp(max=float(line[_LEVEL]))
    raised = torch.maximum(lacks * ramp + shape * (1.0 - ramp) - line[_LEVEL], none.clamp(max=0.0))
    gain = raised.exp().clamp(max=settings.largest_gain) * trusted
    if not noise_known:
        gain = torch.maximum(gain, none.clamp(max=0.0).exp())
    last = min(end, BINS - 1)
    return torch.where(number <= last, gain, gain[last] * torch.exp(-_TAIL * (number - last)))


def map_end(measured: Spectrum, universal: Float[Tensor, " b"], settings: RuleSettings | None = None) -> int:
    """Number of bins before the map ends: by a cliff in its power, or lost in noise.

    A cliff is recognised by its edge, since beyond it the edges of a mask go on with a power of their own.

    Parameters
    ----------
    measured : Spectrum
        Spectrum of the map.
    universal : (b,)
        Logarithm of the amplitude of proteins at rest (`universal_profile`).
    settings : RuleSettings, optional
        Settings of the filter.
    """
    settings = settings or RuleSettings()
    logs = measured.power.clamp(min=1e-30).log() - 2.0 * universal.double()
    share = 1.0 - measured.noise / measured.power.clamp(min=1e-30)
    square, falls = frequencies() ** 2, logs[:-1] - logs[1:]
    for b in range(_FIRST, BINS - 2):
        widths = float((square[b + 2] - square[b]) / (square[b] - square[b - 2]))
        before = max(0.0, float(logs[b - 2] - logs[b]) * widths)
        cliff = float(logs[b] - logs[b + 2]) - before > _CLIFF
        if cliff and float(falls[b : b + 3].max()) > _STEP_DOWN:
            return b + 1
        if float(share[b : b + 3].mean()) < settings.least_signal:
            return b
    return BINS


def apply_gains(volume: Volume, gain: Float[Tensor, " b"]) -> Volume:
    """Map with its spectrum multiplied by gains, linear between bins, 0 beyond the last; the mean stays."""
    at = radial(gain)
    return apply_filter(volume, lambda s2: torch.where(s2 > 0, at(s2), 1.0))


def radial(gain: Float[Tensor, " b"]) -> Callable[[Tensor], Tensor]:
    """Function of the squared frequency (1/Å²) with these values at the bins, linear between, 0 beyond the last."""
    table = torch.cat([gain, gain.new_zeros(1)]).float()

    def at(s2: Tensor) -> Tensor:
        here = table.to(s2.device)
        place = (s2.sqrt() / STEP - 0.5).clamp(0.0, float(BINS))
        low = place.floor().long().clamp(max=BINS - 1)
        return torch.lerp(here[low], here[low + 1], place - low)

    return at


def universal_profile(path: Path = UNIVERSAL) -> Float[Tensor, " b"]:
    """Logarithm of the amplitudes of proteins at rest in the rule's bins; FormatError if the file is not that."""
    try:
        values = torch.tensor(json.loads(path.read_text())["ln_amplitude"], dtype=torch.float64)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FormatError(f"{path}: not a universal profile ({type(error).__name__}: {error})") from error
    if values.shape != (BINS,) or not bool(torch.isfinite(values).all()):
        raise FormatError(f"{path}: {tuple(values.shape)} values, expected {BINS}, all finite")
    return values


def profile_at_rest(still: Volume, mask: Float[Tensor, "z y x"]) -> Float[Tensor, " b"]:
    """Logarithm of the amplitudes of a model at rest, aligned over 13 to 8 Å; their mean is the universal profile."""
    logs = 0.5 * spectrum(still, mask).power.clamp(min=1e-30).log()
    return logs - logs[_FIRST : _FIRST + 4].mean()


def working_mask(volume: Volume, molecule: Bool[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    """Mask of a molecule, extended by 2 Å and softened over 6 Å more, for spectra."""
    return soften(molecule, 2.0 / volume.voxel_angstrom, 6.0 / volume.voxel_angstrom)


def _level(volume: Volume, mask: Float[Tensor, "z y x"]) -> float:
    """Density around the molecule, so that a mask's edge is no step."""
    outside = volume.density[mask < 0.05]
    return float(outside.mean()) if len(outside) else 0.0


def _line(values: Float[Tensor, " b"], weight: Float[Tensor, " b"], used: slice) -> Float[Tensor, " b"]:
    """Line in f² that does not fall, fitted with weights f² · `weight` over some bins, at all bins."""
    x, y = frequencies() ** 2, values
    w = x[used] * weight[used] + 1e-12
    middle_x, middle_y = (w * x[used]).sum() / w.sum(), (w * y[used]).sum() / w.sum()
    along = (w * (x[used] - middle_x) * (y[used] - middle_y)).sum()
    return middle_y + (along / (w * (x[used] - middle_x) ** 2).sum()).clamp(min=0.0) * (x - middle_x)


def _smooth(values: Float[Tensor, " b"]) -> Float[Tensor, " b"]:
    """Mean over three bins."""
    padded = torch.cat([values[:1], values, values[-1:]])
    return (padded[:-2] + padded[1:-1] + padded[2:]) / 3.0


def _filled(values: Float[Tensor, " b"], filled: Tensor) -> Float[Tensor, " b"]:
    where = filled.nonzero()[:, 0]
    nearest = (torch.arange(len(values))[:, None] - where).abs().argmin(1)
    return values[where[nearest]]
