"""Fourier shell correlation: plain, masked, and corrected for what the mask adds."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.shells import shell_frequencies, shell_sum
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum

SPREAD_BELOW = 0.143
"""A shell where phases begin to be random is corrected if less than this is left of it."""

RANDOMISE_BELOW = 0.8
"""Phases are randomised from the shell where the unmasked FSC first falls below this (RELION)."""

Phases = Callable[[tuple[int, int, int]], Complex[Tensor, "z y xh"]]
"""Gives factors of absolute value 1 for the half spectrum of a map of a shape, others at each call."""


@dataclass(frozen=True)
class FscCurve:
    """A correlation for each shell from 0 to N // 2, on the CPU in float64.

    Shell s has the frequency s / (longest edge in Å); a shell without power in either map has correlation 0.
    """

    frequency_per_angstrom: Float[Tensor, " s"]
    correlation: Float[Tensor, " s"]
    voxel_angstrom: float

    def resolution_angstrom(self, threshold: float = 0.143) -> float:
        """Resolution in Å of the last shell before the first one under `threshold`.

        Shell 0 is not looked at; infinity if shell 1 is already under. If no shell is, the resolution of the
        last shell: only a bound (see `reaches_nyquist`).
        """
        shell = self._last_shell(threshold)
        return math.inf if shell == 0 else 1.0 / float(self.frequency_per_angstrom[shell])

    def crossing_angstrom(self, threshold: float = 0.5) -> float:
        """Resolution in Å at which the curve first falls below `threshold`, linear between shells.

        It moves less than `resolution_angstrom`, by a shell at a time, when a map changes little.
        """
        shell = self._last_shell(threshold)
        if shell in (0, len(self.correlation) - 1):
            return self.resolution_angstrom(threshold)
        above, below = (float(self.correlation[s]) for s in (shell, shell + 1))
        part = (above - threshold) / (above - below) if above > below else 0.0
        f = self.frequency_per_angstrom
        return 1.0 / float(f[shell] + part * (f[shell + 1] - f[shell]))

    def reaches_nyquist(self, threshold: float = 0.143) -> bool:
        """Whether no shell falls under `threshold`, so that the voxel size limits the resolution."""
        return self._last_shell(threshold) == len(self.correlation) - 1

    def _last_shell(self, threshold: float) -> int:
        under = torch.nonzero(~(self.correlation[1:] >= threshold))
        return int(under[0]) if len(under) else len(self.correlation) - 1


@dataclass(frozen=True)
class FscSuite:
    """The FSC curves of a pair of half maps, and warnings about them.

    `randomised` is the masked FSC after the phases beyond `randomise_from_angstrom` were made random: the part
    that comes from the mask. `corrected` is free of it.
    """

    unmasked: FscCurve
    masked: FscCurve
    randomised: FscCurve
    corrected: FscCurve
    randomise_from_angstrom: float
    warnings: tuple[str, ...]


def fsc(a: Volume, b: Volume, mask: Float[Tensor, "z y x"] | None = None) -> FscCurve:
    """Correlation of two maps shell by shell, both multiplied by `mask` where there is one.

    FSC(s) = Σ Re(conj A · B) / √(Σ|A|² Σ|B|²) over the coefficients of the half spectrum with round(|k|) = s,
    each counted once, in float64. That is RELION's definition, to 1e-6: the plane kx = 0, whose coefficients
    stand there with their mates, counts twice as much as in the full spectrum, which moves a shell by up to
    0.005 (64 pixels). Shells are in units of 1 / (longest edge), also where edges differ. ShapeError if the
    grids differ.

    Parameters
    ----------
    a, b
        The maps, on one grid.
    mask
        (z, y, x); none if None.
    """
    a.require_same_grid(b)
    if mask is not None and mask.shape != a.density.shape:
        raise ShapeError(f"a mask of {tuple(mask.shape)} for maps of {tuple(a.density.shape)} voxels")
    weight = 1.0 if mask is None else mask
    return _curve(volume_to_spectrum(a.density * weight), volume_to_spectrum(b.density * weight), a)


def fsc_suite(
    half1: Volume,
    half2: Volume,
    mask: Float[Tensor, "z y x"],
    random: torch.Generator | Phases,
    draws: int = 4,
) -> FscSuite:
    """Unmasked, masked, phase-randomised and corrected FSC of two half maps.

    Phases of both maps are randomised at |k| >= r, the shell where the unmasked FSC first falls below 0.8. From
    shell r + 2 on, corrected = (masked − randomised) / (1 − randomised), at least −1; before it, corrected =
    masked (Chen et al. 2013, as in RELION's postprocess). Where a map ends sharply at r the mask spreads its last shell
    into r and r + 1: these are corrected too where that leaves them under 0.143, and so nothing of their own.

    RELION draws phases once, and another draw moves the corrected curve by up to 0.026 (64 and 128 pixels).
    Here each half is drawn `draws` times and every draw of one is correlated with every draw of the other, the
    cross terms and the powers averaged before they are divided: two seeds differ by up to 0.007 with 4 draws
    and 0.003 with 8, and each draw costs three transforms of a half.

    Parameters
    ----------
    half1, half2
        The half maps, on one grid.
    mask
        (z, y, x).
    random
        A CPU generator, or a function that returns the phases, half 1's first; with RELION's own and one draw
        the curves are RELION's to 1e-5.
    draws
        Random phases of each half.
    """
    unmasked, masked = fsc(half1, half2), fsc(half1, half2, mask)
    under = torch.nonzero(~(unmasked.correlation[1:] >= RANDOMISE_BELOW))
    shell = int(under[0]) + 1 if len(under) else len(unmasked.correlation)
    phases = _white(random) if isinstance(random, torch.Generator) else random
    randomised = _randomised(half1, half2, mask, shell, phases, draws)
    t, n = masked.correlation, randomised.correlation
    true = ((t - n) / (1.0 - n).clamp(min=1e-9)).clamp(min=-1.0)
    at = torch.arange(len(t))
    late = (at >= shell + 2) | ((at >= shell) & (true < SPREAD_BELOW))
    corrected = FscCurve(masked.frequency_per_angstrom, torch.where(late, true, t), masked.voxel_angstrom)
    inside = shell < len(t)
    start = 1.0 / float(masked.frequency_per_angstrom[shell]) if inside else 2.0 * masked.voxel_angstrom
    warnings = _warnings(half1, half2, unmasked, masked, randomised, corrected)
    return FscSuite(unmasked, masked, randomised, corrected, start, warnings)


def coarsest_resolution_angstrom(
    curve: FscCurve, mask_share: float, threshold: float = 0.143, deviations: float = 2.0
) -> float:
    """Resolution of the curve less some standard errors, Å: what another draw of the noise might give.

    A shell of radius s has 4 π s² independent numbers (2 π s² coefficients that are not each other's mates, real and
    imaginary parts), a mask leaves of them the share that it keeps of the box, and the error of a correlation c of n
    pairs is (1 − c²) / √n (Fisher).

    Parameters
    ----------
    curve
        FSC of two maps.
    mask_share
        Mean of the square of their mask over the box; 1 without.
    threshold
        FSC at which maps agree.
    deviations
        How many standard errors are taken off.
    """
    shell = torch.arange(len(curve.correlation), dtype=torch.float64)
    count = (4.0 * math.pi * shell.square() * mask_share).clamp(min=1.0)
    error = (1.0 - curve.correlation.square()).clamp(min=0.0) / count.sqrt()
    return replace(curve, correlation=curve.correlation - deviations * error).resolution_angstrom(threshold)


def fsc_auc(curve: FscCurve) -> float:
    """Area under the curve over frequency in 1/pixel, from 0 to 0.5, by trapezoids: at most 0.5 (CryoBench)."""
    return float(torch.trapezoid(curve.correlation, curve.frequency_per_angstrom * curve.voxel_angstrom))


def _curve(a: Complex[Tensor, "z y xh"], b: Complex[Tensor, "z y xh"], volume: Volume) -> FscCurve:
    return _ratio(_products(a, b, volume), _products(a, a, volume), _products(b, b, volume), volume)


def _products(
    a: Complex[Tensor, "z y xh"], b: Complex[Tensor, "z y xh"], volume: Volume
) -> Float[Tensor, " s"]:
    """Sums of Re(conj A · B) over each shell of the half spectrum, every coefficient once."""
    z, y, x = volume.density.shape
    terms = a.real.double() * b.real + a.imag.double() * b.imag
    return shell_sum(terms / hermitian_weights(x, terms.device), (z, y, x)).cpu()


def _ratio(
    cross: Float[Tensor, " s"], power_a: Float[Tensor, " s"], power_b: Float[Tensor, " s"], volume: Volume
) -> FscCurve:
    z, y, x = volume.density.shape
    power = (power_a * power_b).sqrt()
    correlation = torch.where(power > 0, cross / power.clamp(min=1e-300), 0.0)
    frequency = shell_frequencies((z, y, x), volume.voxel_angstrom)
    return FscCurve(frequency, correlation, volume.voxel_angstrom)


def _randomised(
    half1: Volume, half2: Volume, mask: Float[Tensor, "z y x"], shell: int, phases: Phases, draws: int
) -> FscCurve:
    """Masked FSC with random phases, over all pairs of draws: their cross term is that of the sums."""
    size = half1.density.shape
    sums = half1.density.new_zeros(
        2, size[0], size[1], size[2] // 2 + 1, dtype=half1.density.dtype.to_complex()
    )
    powers = torch.zeros(2, len(shell_frequencies((size[0], size[1], size[2]), 1.0)), dtype=torch.float64)
    for _ in range(draws):
        for i, half in enumerate((half1, half2)):
            drawn = volume_to_spectrum(_randomise_phases(half, shell, phases).density * mask)
            sums[i] += drawn
            powers[i] += draws * _products(drawn, drawn, half)
    return _ratio(_products(sums[0], sums[1], half1), powers[0], powers[1], half1)


def _white(generator: torch.Generator) -> Phases:
    """Phases of white noise, which are Hermitian."""

    def draw(shape: tuple[int, int, int]) -> Complex[Tensor, "z y xh"]:
        return torch.sgn(volume_to_spectrum(torch.randn(*shape, generator=generator)))

    return draw


def _randomise_phases(volume: Volume, shell: int, phases: Phases) -> Volume:
    """The map with random phases at |k| >= `shell`."""
    z, y, x = volume.density.shape
    device = volume.density.device
    spectrum = volume_to_spectrum(volume.density)
    random = spectrum.abs() * phases((z, y, x)).to(device)
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
    warnings = []
    if bool((half1.density == half2.density).all()):
        warnings.append("The half maps are identical: their FSC says nothing.")
    elif float(unmasked.correlation[1:].min()) > 0.9:
        warnings.append("The half maps agree at every shell: they may not be independent.")
    shell = corrected._last_shell(0.143)
    at_resolution = float(randomised.correlation[shell])
    if 0 < shell < len(corrected.correlation) - 1 and at_resolution > 0.10:
        warnings.append(
            f"The mask inflates the FSC: {at_resolution:.2f} at {corrected.resolution_angstrom():.2f} Å "
            "with random phases; use a softer or wider mask."
        )
    if corrected.reaches_nyquist():
        warnings.append(
            f"The FSC does not fall below 0.143 before Nyquist ({2 * masked.voxel_angstrom:.2f} Å)."
        )
    low = masked.correlation[1 : max(3, len(masked.correlation) // 8)]
    if float(low.min()) < 0.9:
        warnings.append(
            f"The masked FSC falls to {float(low.min()):.2f} at low frequency, where it should be near 1."
        )
    if unmasked.resolution_angstrom() < corrected.resolution_angstrom() - 1e-6:
        warnings.append(
            "The unmasked FSC reaches further than the corrected one: the mask may cut the molecule."
        )
    return tuple(warnings)
