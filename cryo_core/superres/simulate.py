"""Pairs to learn super-resolution from: maps of a model as experiments give them, and the maps that they should become.

The published pairs are experimental maps and Gaussian maps of their models (1.8 or 3.0 Å, Situs' pdb2vol);
beside them are simulated maps, blurred as a whole and by place, noisy, cut at a resolution, masked or not,
and left in any state of sharpening, so that there is something to learn from where no map is at hand.
"""

import math
from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor, apply_filter, low_pass, raised_cosine
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import volume_amplitudes
from cryo_core.geometry.masks import soften
from cryo_core.imaging.density import density

STILL_ANGSTROM = 2.44
"""Resolution (Å) of the target of a model at rest: to 0.005 Å that of the maps that score sharpened maps."""

SNR_AT_RESOLUTION = 2.0 * 0.143 / (1.0 - 0.143)
"""Signal over noise in power of a map where the FSC of its halves is 0.143 (1/3): of each half, half as much."""

_LEVELS = 4
"""How many blurred copies the blur that varies by place is interpolated between."""


@dataclass(frozen=True)
class Degradation:
    """How a clean density is made a map; all lengths in Å, all B factors in Å².

    `b_angstrom2` blurs all of it, and up to `local_b_angstrom2` more by a random field of `local_angstrom`.
    White noise has a power of 1 / `snr` of the molecule's at `resolution_angstrom`, both within the
    molecule's mask: `SNR_AT_RESOLUTION` makes that the resolution at which half maps agree to 0.143. The map
    is cut (an edge of 0.03/Å) at `cut_angstrom`, or at the resolution if that is 0, and multiplied by
    exp(−`sharpening` f² / 4), negative sharpening. With `zone_angstrom` above 0, what is farther from the
    molecule is set to 0.
    """

    resolution_angstrom: float = 4.5
    b_angstrom2: float = 100.0
    local_b_angstrom2: float = 0.0
    local_angstrom: float = 25.0
    snr: float = 1.0
    sharpening_b_angstrom2: float = 0.0
    zone_angstrom: float = 0.0
    cut_angstrom: float = 0.0

    def __post_init__(self) -> None:
        """Refuse lengths and ratios that are not positive."""
        if not self.resolution_angstrom > 0 or not self.snr > 0 or not self.local_angstrom > 0:
            raise SettingsError("resolution_angstrom, snr and local_angstrom should be above 0")


@dataclass(frozen=True)
class Structure:
    """A model on a grid: its own density, its density at rest (B = 0, 2.44 Å), and the voxels of the molecule."""

    clean: Volume
    still: Volume
    mask: Bool[Tensor, "z y x"]


def draw_degradation(generator: torch.Generator, sharp_share: float = 0.2) -> Degradation:
    """Random degradation of a map (all uniform); a `sharp_share` of them are of maps that are sharp already.

    Resolution 3.0–6.5 Å, B 30–220 Å² (at most what falls to e⁻⁸ in power at the resolution), up to 120 more
    by place over 15–40 Å, SNR there 0.25–8 (its logarithm), cut there in half of the maps and up to a quarter
    beyond it in the others, sharpened by 0 to 1.2 of its B in half, masked at 3–6 Å in half. Sharp: 2.6–3.5
    Å, B 0–20, SNR 10–1000, neither sharpened nor blurred by place.
    """

    def uniform(low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=generator))

    zone = uniform(3.0, 6.0) if uniform(0.0, 1.0) < 0.5 else 0.0
    if uniform(0.0, 1.0) < sharp_share:
        snr = math.exp(uniform(math.log(10.0), math.log(1000.0)))
        return Degradation(uniform(2.6, 3.5), uniform(0.0, 20.0), 0.0, 25.0, snr, 0.0, zone)
    resolution = uniform(3.0, 6.5)
    b = min(uniform(30.0, 220.0), 16.0 * resolution**2)
    local = uniform(0.0, 120.0)
    sharpening = -uniform(0.0, 1.2) * b if uniform(0.0, 1.0) < 0.5 else 0.0
    snr = math.exp(uniform(math.log(0.25), math.log(8.0)))
    cut = uniform(0.75, 1.0) * resolution if uniform(0.0, 1.0) < 0.5 else 0.0
    return Degradation(resolution, b, local, uniform(15.0, 40.0), snr, sharpening, zone, cut)


def structure(atoms: Atoms, voxel_angstrom: float = 1.0, largest_angstrom: float = 110.0) -> Structure:
    """Model in a box 12 Å larger on all sides; of a larger model, the middle `largest_angstrom`.

    Parameters
    ----------
    atoms : Atoms
        The model.
    voxel_angstrom : float
        Voxel size, in Å.
    largest_angstrom : float
        Largest edge of the part of the model that is taken, in Å.
    """
    atoms = _middle(atoms, largest_angstrom)
    low, high = atoms.position_angstrom.amin(0), atoms.position_angstrom.amax(0)
    x, y, z = (2 * round((float(e) / voxel_angstrom + 24.0 / voxel_angstrom) / 2) for e in high - low)
    ox, oy, oz = (
        float(m) - n // 2 * voxel_angstrom for m, n in zip(0.5 * (low + high), (x, y, z), strict=True)
    )
    b = atoms.b_factor_angstrom2
    own = replace(atoms, b_factor_angstrom2=0.5 * (b - b.min()).clamp(max=80.0))
    clean = density(own, (z, y, x), voxel_angstrom, (ox, oy, oz))
    clean = clean.with_density(clean.density.float())
    still = still_map(atoms, clean)
    return Structure(clean, still, molecule(still))


def still_map(atoms: Atoms, grid: Volume) -> Volume:
    """Density of a model at rest (all B = 0) on a grid, to 2.44 Å or the grid's own limit."""
    even = replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
    z, y, x = grid.density.shape
    made = density(even, (z, y, x), grid.voxel_angstrom, grid.origin_angstrom)
    made = made.with_density(made.density.float())
    return low_pass(made, STILL_ANGSTROM, 0.0) if 2.0 * grid.voxel_angstrom < STILL_ANGSTROM else made


def target_map(still: Volume, resolution_angstrom: float) -> Volume:
    """Target at a resolution, from the model at rest.

    The publication blurs point atoms by Situs' pdb2vol: a resolution r is a Gaussian whose radius of gyration
    is r / 2, so σ² = r² / 12 along an axis, in Fourier space exp(−B s² / 4) with B = 8π² σ² (21 Å² at 1.8 Å,
    59 Å² at 3.0 Å). Here the atoms scatter as they do, and what is finer than 2.44 Å is left out.
    """
    return apply_b_factor(still, 8.0 * math.pi**2 * resolution_angstrom**2 / 12.0)


def published_resolution(resolution_angstrom: float) -> float:
    """Resolution of the published targets: 1.8 Å for maps to 3.5 Å, 3.0 Å for coarser ones."""
    return 1.8 if resolution_angstrom <= 3.5 else 3.0


def molecule(still: Volume) -> Bool[Tensor, "z y x"]:
    """Voxels of the molecule: above a twentieth of the 99.9th percentile of the density at 4 Å."""
    smooth = apply_filter(still, lambda s2: torch.exp(-0.5 * s2 * (2.0 * math.pi * 0.225 * 4.0) ** 2)).density
    values = smooth.flatten()
    return smooth > 0.05 * float(values.kthvalue(max(1, int(0.999 * len(values)))).values)


def degrade(made: Structure, how: Degradation, generator: torch.Generator) -> Volume:
    """Map of a structure after a degradation.

    Parameters
    ----------
    made : Structure
        The structure.
    how : Degradation
        The degradation.
    generator : torch.Generator
        Source of the random numbers, on the CPU.
    """
    clean = made.clean
    blurred = _blurred(clean, how, generator)
    share = float(made.mask.double().mean())
    level = math.sqrt(_power_at(blurred, how.resolution_angstrom) / share / how.snr)
    white = torch.randn(clean.density.shape, generator=generator).to(clean.density.device)
    noisy = clean.with_density(blurred.density + level * white)
    cut = 1.0 / (how.cut_angstrom or how.resolution_angstrom)

    def finish(s2: Tensor) -> Tensor:
        return torch.exp(-0.25 * how.sharpening_b_angstrom2 * s2) * raised_cosine(s2.sqrt(), cut, 0.03)

    out = apply_filter(noisy, finish)
    if how.zone_angstrom > 0:
        voxel = clean.voxel_angstrom
        near = soften(made.mask, how.zone_angstrom / voxel, 0.0)
        out = out.with_density(out.density * near)
    return out


def _blurred(clean: Volume, how: Degradation, generator: torch.Generator) -> Volume:
    if how.local_b_angstrom2 <= 0:
        return apply_filter(clean, lambda s2: torch.exp(-0.25 * how.b_angstrom2 * s2))
    white = clean.with_density(torch.randn(clean.density.shape, generator=generator).to(clean.density.device))
    slow = apply_filter(white, lambda s2: torch.exp(-2.0 * s2 * how.local_angstrom**2)).density
    place = (0.5 + 0.25 * (slow - slow.mean()) / slow.std()).clamp(0.0, 1.0) * (_LEVELS - 1)
    out = torch.zeros_like(clean.density)
    for level in range(_LEVELS):
        b = how.b_angstrom2 + how.local_b_angstrom2 * level / (_LEVELS - 1)
        weight = (1.0 - (place - level).abs()).clamp(min=0.0)
        out = out + weight * apply_filter(clean, lambda s2, b=b: torch.exp(-0.25 * b * s2)).density  # type: ignore[misc]
    return clean.with_density(out)


def _power_at(volume: Volume, resolution_angstrom: float) -> float:
    """Mean power of a map's coefficients about a resolution; white noise of deviation 1 has 1."""
    z, y, x = volume.density.shape
    frequency = frequency_squared((z, y, x), volume.voxel_angstrom, volume.density.device).sqrt()
    near = (frequency - 1.0 / resolution_angstrom).abs() < 0.02
    power = volume_amplitudes(volume.density)[near].double().square().mean() / volume.density.numel()
    return max(float(power), 1e-30)


def _middle(atoms: Atoms, largest_angstrom: float) -> Atoms:
    middle = 0.5 * (atoms.position_angstrom.amin(0) + atoms.position_angstrom.amax(0))
    keep = ((atoms.position_angstrom - middle).abs() <= largest_angstrom / 2).all(1)
    if not bool(keep.any()):
        keep = torch.ones_like(keep)
    return atoms.select(keep.cpu().numpy())
