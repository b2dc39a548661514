"""Maps with known truth to learn sharpening from: atomic models blurred, noisy, and processed as depositors do."""

import math
from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.fourier.filters import apply_b_factor, apply_filter, low_pass
from cryo_core.fourier.shells import radial_profile, shell_frequencies, spread_shells
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.model_map import model_map, model_mask, score_map, shifted_b_factors
from cryo_core.sharpening.predict import ln_profiles
from cryo_core.sharpening.profiles import window_frequencies, window_voxels
from cryo_core.sharpening.rule import interpolate
from cryo_core.sharpening.scaling import node_positions

LEARNED_FREQUENCY = torch.arange(13, dtype=torch.float32) / 25.0
"""The 13 frequencies of a 25 Å window at 1 Å that networks read and write, in 1/Å."""

WORST_LOGARITHM = -6.0
"""Profiles with a point of ln A below this, counted from the kept shells, are left out of training sets."""


@dataclass(frozen=True)
class SimulatedMap:
    """A simulated experimental map, with the maps and the mask of its model."""

    volume: Volume
    reference: Volume
    truth: Volume
    mask: Bool[Tensor, "z y x"]


def simulate(
    atoms: Atoms,
    b_angstrom2: float,
    noise: float,
    generator: torch.Generator,
    voxel_angstrom: float = 1.0,
    largest_angstrom: float = 110.0,
) -> SimulatedMap:
    """A map of the model with its own (shifted) B factors, blurred by `b_angstrom2`, and white noise.

    Parameters
    ----------
    atoms
        The model.
    b_angstrom2
        B factor of the blur, Å².
    noise
        The noise's standard deviation over the blurred map's in the model mask.
    generator
        Of the noise; on the CPU.
    voxel_angstrom
        Edge of a voxel, Å.
    largest_angstrom
        Of a larger model only the atoms within this distance of its middle are taken.
    """
    atoms = _middle(atoms, largest_angstrom)
    empty = _empty(atoms, voxel_angstrom)
    z, y, x = empty.density.shape
    reference = model_map(atoms, empty)
    mask = model_mask(atoms, empty)
    blurred = apply_b_factor(reference, b_angstrom2)
    spread = float(blurred.density[mask].std())
    random = torch.randn(z, y, x, generator=generator) * (noise * spread)
    volume = blurred.with_density(blurred.density + random)
    return SimulatedMap(volume, reference, score_map(atoms, empty), mask)


@dataclass(frozen=True)
class Deposit:
    """How a map was processed before it was deposited.

    Half maps of it have an FSC of 0.143 at `resolution_angstrom`. The model's own B factors are multiplied by
    `b_spread`, and everything is blurred by `b_angstrom2`. The noise falls by exp(−`noise_b_angstrom2` f² / 4).
    The share `sharpened` of the blur was taken back by one B factor; `weighted` multiplies shells by √(2 FSC /
    (1 + FSC)); `low_passed` cuts at the resolution; `masked` is 0 beyond 5 Å of the model.
    """

    voxel_angstrom: float
    resolution_angstrom: float
    b_angstrom2: float
    b_spread: float = 1.0
    noise_b_angstrom2: float = 0.0
    sharpened: float = 0.0
    weighted: bool = False
    low_passed: bool = False
    masked: bool = False


def draw_deposit(generator: torch.Generator) -> Deposit:
    """A random way to process a map; numbers are uniform unless something else is written.

    Resolution 2.8–7 Å (its logarithm), voxels a quarter of it to a half (1.05–1.7 Å); B 2.4–8 times its square;
    B factors of the model 0.5–3 times (those of single-particle maps spread more than those of crystals); B of
    the noise −30–60 Å²; 0–1.1 of the blur sharpened away; half of the maps weighted and masked; 70% low-passed,
    and all of which more than 0.2 was sharpened away, since nobody deposits the noise that is left beyond the
    resolution.
    """

    def uniform(low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=generator))

    resolution = math.exp(uniform(math.log(2.8), math.log(7.0)))
    sharpened = uniform(0.0, 1.1)
    return Deposit(
        voxel_angstrom=min(max(1.05, resolution * uniform(0.25, 0.45)), 1.7),
        resolution_angstrom=resolution,
        b_angstrom2=uniform(2.4, 8.0) * resolution**2,
        b_spread=uniform(0.5, 3.0),
        noise_b_angstrom2=uniform(-30.0, 60.0),
        sharpened=sharpened,
        weighted=uniform(0.0, 1.0) < 0.5,
        low_passed=uniform(0.0, 1.0) < 0.7 or sharpened > 0.2,
        masked=uniform(0.0, 1.0) < 0.5,
    )


def deposited(
    atoms: Atoms, deposit: Deposit, generator: torch.Generator, largest_angstrom: float = 48.0
) -> SimulatedMap:
    """A simulated map processed as those of a database are; `reference` is the model's map with all B factors 0.

    Parameters
    ----------
    atoms
        The model.
    deposit
        How to process its map.
    generator
        Of the noise; on the CPU.
    largest_angstrom
        Of a larger model only the atoms within a cube of this edge about its middle are taken.
    """
    atoms = _middle(atoms, largest_angstrom)
    atoms = replace(atoms, b_factor_angstrom2=shifted_b_factors(atoms) * deposit.b_spread)
    empty = _empty(atoms, deposit.voxel_angstrom)
    signal = apply_b_factor(model_map(atoms, empty), deposit.b_angstrom2)
    noise = apply_b_factor(
        empty.with_density(torch.randn(empty.density.shape, generator=generator)), deposit.noise_b_angstrom2
    )
    # As resolutions are measured: in a soft mask, which holds all of the signal and a part of the noise.
    inside = float((soften(model_mask(atoms, empty), 0.0, 6.0) ** 2).mean())
    power = [radial_profile(v).double() ** 2 * share for v, share in ((signal, 1.0), (noise, inside))]
    shape = signal.density.shape
    frequency = shell_frequencies((shape[0], shape[1], shape[2]), deposit.voxel_angstrom)
    edge = int((frequency - 1.0 / deposit.resolution_angstrom).abs().argmin())
    # Halves with an FSC of 0.143 have a mean with twice that signal-to-noise ratio.
    level = power[0][edge] / power[1][edge] / (2.0 * 0.143 / 0.857)
    volume = signal.with_density(signal.density + noise.density * float(level.sqrt()))
    taken_back = deposit.sharpened * deposit.b_angstrom2
    volume = apply_filter(volume, lambda s2: torch.exp(s2 * (taken_back / 4.0)))
    if deposit.weighted:
        ratio = power[0] / (power[1] * level)
        merit = (ratio / (ratio + 1.0)).sqrt()  # √(2 FSC / (1 + FSC)) of halves, in their mean's SNR
        spectrum = volume_to_spectrum(volume.density) * spread_shells(merit.float(), tuple(shape))
        volume = volume.with_density(spectrum_to_volume(spectrum, (shape[0], shape[1], shape[2])))
    if deposit.low_passed and deposit.resolution_angstrom > 2.0 * deposit.voxel_angstrom:
        volume = low_pass(volume, deposit.resolution_angstrom)
    if deposit.masked:
        near = model_mask(atoms, empty, 5.0)
        volume = volume.with_density(torch.where(near, volume.density, 0.0))
    return SimulatedMap(
        volume, model_map(at_rest(atoms), empty), score_map(atoms, empty), model_mask(atoms, empty)
    )


def profile_pairs(
    volume: Volume, reference: Volume, mask: Bool[Tensor, "z y x"], node_angstrom: float = 5.0
) -> tuple[Float[Tensor, "m s"], Float[Tensor, "m s"]]:
    """Log profiles of a map and of its reference at nodes about a mask, at the 13 learned frequencies.

    Parameters
    ----------
    volume, reference
        The maps, on one grid.
    mask
        (z, y, x).
    node_angstrom
        Distance between nodes, Å.
    """
    size = window_voxels(25.0, volume.voxel_angstrom)
    place = node_positions(mask, max(1, round(node_angstrom / volume.voxel_angstrom)))
    frequency = window_frequencies(size, volume.voxel_angstrom)
    pair = []
    for one in (volume, reference):
        own = ln_profiles(one, place, size, 0.0)
        pair.append(interpolate(frequency.to(own), own, LEARNED_FREQUENCY.to(own)))
    return pair[0], pair[1]


def rest_profiles(atoms: Atoms, largest_angstrom: float = 60.0) -> Float[Tensor, "m k"]:
    """Log profiles of a model with all B = 0, on 1 Å voxels without noise: from these the universal rule is made."""
    still = simulate(at_rest(atoms), 0.0, 0.0, torch.Generator().manual_seed(0), 1.0, largest_angstrom)
    return profile_pairs(still.volume, still.reference, still.mask)[1]


def _middle(atoms: Atoms, largest_angstrom: float) -> Atoms:
    place = atoms.position_angstrom
    keep = ((place - place.mean(0)).abs() <= largest_angstrom / 2).all(1)
    return atoms.select(keep.numpy())


def _empty(atoms: Atoms, voxel_angstrom: float) -> Volume:
    """An empty map about a model, with 20 voxels of solvent on all sides."""
    extent = atoms.position_angstrom.amax(0) - atoms.position_angstrom.amin(0)
    x, y, z = (2 * round((float(e) / voxel_angstrom + 40.0) / 2) for e in extent)
    return Volume(torch.zeros(z, y, x), voxel_angstrom, _corner(atoms, (z, y, x), voxel_angstrom))


def _corner(atoms: Atoms, shape: tuple[int, int, int], voxel_angstrom: float) -> tuple[float, float, float]:
    middle = (atoms.position_angstrom.amax(0) + atoms.position_angstrom.amin(0)) / 2
    x, y, z = (float(m) - n // 2 * voxel_angstrom for m, n in zip(middle, shape[::-1], strict=True))
    return (x, y, z)


def at_rest(atoms: Atoms) -> Atoms:
    """The model with all B factors 0."""
    return replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
