"""Fourier shell correlation: plain, masked, and corrected for what the mask adds."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.shells import shell_frequencies, shell_sum
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum

RANDOMISE_BELOW = 0.8
"""Phases are randomised from the shell where the unmasked FSC first falls below this (RELION)."""


@dataclass(frozen=True)
class FscCurve:
    """A correlation for each shell 0 … N // 2, on the CPU in float64.

    Shell s has the frequency s / (longest edge in Å); a shell without power in either map has correlation 0.
    """

    frequency_per_angstrom: Float[Tensor, " s"]
    correlation: Float[Tensor, " s"]
    voxel_angstrom: float

    def resolution_angstrom(self, threshold: float = 0.143) -> float:
        """Give the resolution of the last shell before the first one under `threshold`.

        Shell 0 is not looked at; infinity if shell 1 is already under. If no shell is, the resolution of the
        last shell: a bound, which `reaches_nyquist` tells apart.
        """
        shell = self._last_shell(threshold)
        return math.inf if shell == 0 else 1.0 / float(self.frequency_per_angstrom[shell])

    def reaches_nyquist(self, threshold: float = 0.143) -> bool:
        """Tell whether no shell falls under `threshold`, so that the voxel size limits the resolution."""
        return self._last_shell(threshold) == len(self.correlation) - 1

    def _last_shell(self, threshold: float) -> int:
        under = torch.nonzero(~(self.correlation[1:] >= threshold))
        return int(under[0]) if len(under) else len(self.correlation) - 1


@dataclass(frozen=True)
class FscSuite:
    """The curves of a pair of half maps, and what a person should know of them.

    `randomised` is the masked FSC after the phases beyond `randomise_from_angstrom` were made random:
    what the mask alone gives. `corrected` is free of it.
    """

    unmasked: FscCurve
    masked: FscCurve
    randomised: FscCurve
    corrected: FscCurve
    randomise_from_angstrom: float
    warnings: tuple[str, ...]


def fsc(a: Volume, b: Volume, mask: Float[Tensor, "z y x"] | None = None) -> FscCurve:
    """Correlate two maps shell by shell, both times `mask` where one is given.

    FSC(s) = Σ Re(conj A · B) / √(Σ|A|² Σ|B|²) over the coefficients of the half spectrum with round(|k|) = s,
    each counted once, in float64. That is RELION's definition, to 1e-6: the plane kx = 0, whose coefficients
    stand there with their mates, counts twice as much as in the full spectrum, which moves a shell by up to
    0.005 (64 pixels). Shells are in units of 1 / (longest edge), also where edges differ. ShapeError if the
    grids differ.
    """
    a.require_same_grid(b)
    if mask is not None and mask.shape != a.density.shape:
        raise ShapeError(f"a mask of {tuple(mask.shape)} for maps of {tuple(a.density.shape)} voxels")
    weight = 1.0 if mask is None else mask
    return _curve(volume_to_spectrum(a.density * weight), volume_to_spectrum(b.density * weight), a)


def fsc_suite(
    half1: Volume, half2: Volume, mask: Float[Tensor, "z y x"], generator: torch.Generator
) -> FscSuite:
    """Give the unmasked, masked, phase-randomised and corrected FSC of two half maps.

    Phases of both maps are randomised at |k| >= r, the shell where the unmasked FSC first falls below 0.8. From
    shell r + 2 on, corrected = (masked − randomised) / (1 − randomised), and 0 where randomised exceeds
    masked; before it, corrected = masked (Chen et al. 2013, as in RELION's postprocess). `generator` lives
    on the CPU.
    """
    unmasked, masked = fsc(half1, half2), fsc(half1, half2, mask)
    under = torch.nonzero(~(unmasked.correlation[1:] >= RANDOMISE_BELOW))
    shell = int(under[0]) + 1 if len(under) else len(unmasked.correlation)
    random1, random2 = (_randomise_phases(half, shell, generator) for half in (half1, half2))
    randomised = fsc(random1, random2, mask)
    t, n = masked.correlation, randomised.correlation
    true = torch.where(n > t, 0.0, (t - n) / (1.0 - n).clamp(min=1e-9))
    late = torch.arange(len(t)) >= shell + 2
    corrected = FscCurve(masked.frequency_per_angstrom, torch.where(late, true, t), masked.voxel_angstrom)
    inside = shell < len(t)
    start = 1.0 / float(masked.frequency_per_angstrom[shell]) if inside else 2.0 * masked.voxel_angstrom
    warnings = _warnings(half1, half2, unmasked, masked, randomised, corrected)
    return FscSuite(unmasked, masked, randomised, corrected, start, warnings)


def fsc_auc(curve: FscCurve) -> float:
    """Integrate the curve over frequency in 1/pixel, 0 … 0.5, by trapezoids: 0.5 at best (CryoBench)."""
    return float(torch.trapezoid(curve.correlation, curve.frequency_per_angstrom * curve.voxel_angstrom))


def _curve(a: Complex[Tensor, "z y xh"], b: Complex[Tensor, "z y xh"], volume: Volume) -> FscCurve:
    z, y, x = volume.density.shape
    terms = torch.stack(
        [
            a.real.double() * b.real + a.imag.double() * b.imag,
            a.real.double() ** 2 + a.imag.double() ** 2,
            b.real.double() ** 2 + b.imag.double() ** 2,
        ]
    )
    terms = terms / hermitian_weights(x, terms.device)
    cross, power_a, power_b = shell_sum(terms, (z, y, x)).cpu()
    power = (power_a * power_b).sqrt()
    correlation = torch.where(power > 0, cross / power.clamp(min=1e-300), 0.0)
    frequency = shell_frequencies((z, y, x), volume.voxel_angstrom)
    return FscCurve(frequency, correlation, volume.voxel_angstrom)


def _randomise_phases(volume: Volume, shell: int, generator: torch.Generator) -> Volume:
    """Give random phases to coefficients at |k| >= `shell`; those of white noise, which are Hermitian."""
    z, y, x = volume.density.shape
    device = volume.density.device
    spectrum = volume_to_spectrum(volume.density)
    noise = volume_to_spectrum(torch.randn(z, y, x, generator=generator).to(device))
    random = spectrum.abs() * torch.sgn(noise)
    radius = frequency_squared((z, y, x), 1.0 / max(z, y, x), device).sqrt()
    mixed = torch.where(radius >= shell - 1e-4, random, spectrum)
    return volume.with_density(spectrum_to_volume(mixed, (z, y, x)))


def _warnings(
    half1: Volume,
    half2: Volume,
    unmasked: FscCurve,
    masked: FscCurve,
    randomised: FscCurve,
    corrected: FscCurve,
) -> tuple[str, ...]:
    found = []
    if bool((half1.density == half2.density).all()):
        found.append("The half maps are identical: their FSC says nothing.")
    elif float(unmasked.correlation[1:].min()) > 0.9:
        found.append("The half maps agree at every shell: they may not be independent.")
    shell = corrected._last_shell(0.143)
    at_resolution = float(randomised.correlation[shell])
    if 0 < shell < len(corrected.correlation) - 1 and at_resolution > 0.10:
        found.append(
            f"The mask inflates the FSC: {at_resolution:.2f} at {corrected.resolution_angstrom():.2f} Å "
            "with random phases; use a softer or wider mask."
        )
    if corrected.reaches_nyquist():
        found.append(f"The FSC does not fall below 0.143 before Nyquist ({2 * masked.voxel_angstrom:.2f} Å).")
    low = masked.correlation[1 : max(3, len(masked.correlation) // 8)]
    if float(low.min()) < 0.9:
        found.append(
            f"The masked FSC falls to {float(low.min()):.2f} at low frequency, where it should be near 1."
        )
    if unmasked.resolution_angstrom() < corrected.resolution_angstrom() - 1e-6:
        found.append(
            "The unmasked FSC reaches further than the corrected one: the mask may cut the molecule."
        )
    return tuple(found)
