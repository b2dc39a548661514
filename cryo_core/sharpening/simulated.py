"""Maps with known truth to learn sharpening from: atomic models, blurred, with noise that grows with frequency."""

from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.sharpening.model_map import model_map, model_mask, score_map
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
    """A map as an experiment would give it, with the maps and the mask of its model."""

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
    """Simulate a map: the model with its own (shifted) B factors, blurred by `b_angstrom2`, and white noise.

    `noise` is the noise's standard deviation over the blurred map's in the model mask. Of a larger model the
    atoms within `largest_angstrom` of its middle are taken. `generator` lives on the CPU.
    """
    atoms = _middle(atoms, largest_angstrom)
    extent = atoms.position_angstrom.amax(0) - atoms.position_angstrom.amin(0)
    x, y, z = (2 * round((float(e) / voxel_angstrom + 40.0) / 2) for e in extent)
    corner = _corner(atoms, (z, y, x), voxel_angstrom)
    empty = Volume(torch.zeros(z, y, x), voxel_angstrom, corner)
    reference = model_map(atoms, empty)
    mask = model_mask(atoms, empty)
    blurred = apply_b_factor(reference, b_angstrom2)
    spread = float(blurred.density[mask].std())
    random = torch.randn(z, y, x, generator=generator) * (noise * spread)
    volume = blurred.with_density(blurred.density + random)
    return SimulatedMap(volume, reference, score_map(atoms, empty), mask)


def profile_pairs(
    volume: Volume, reference: Volume, mask: Bool[Tensor, "z y x"], node_angstrom: float = 5.0
) -> tuple[Float[Tensor, "m s"], Float[Tensor, "m s"]]:
    """Give ln profiles of a map and of its reference at nodes about a mask, at the 13 learned frequencies."""
    size = window_voxels(25.0, volume.voxel_angstrom)
    place = node_positions(mask, max(1, round(node_angstrom / volume.voxel_angstrom)))
    frequency = window_frequencies(size, volume.voxel_angstrom)
    found = []
    for one in (volume, reference):
        own = ln_profiles(one, place, size, 0.0)
        found.append(interpolate(frequency.to(own), own, LEARNED_FREQUENCY.to(own)))
    return found[0], found[1]


def _middle(atoms: Atoms, largest_angstrom: float) -> Atoms:
    place = atoms.position_angstrom
    keep = ((place - place.mean(0)).abs() <= largest_angstrom / 2).all(1)
    return atoms.select(keep.numpy())


def _corner(atoms: Atoms, shape: tuple[int, int, int], voxel_angstrom: float) -> tuple[float, float, float]:
    middle = (atoms.position_angstrom.amax(0) + atoms.position_angstrom.amin(0)) / 2
    x, y, z = (float(m) - n // 2 * voxel_angstrom for m, n in zip(middle, shape[::-1], strict=True))
    return (x, y, z)


def at_rest(atoms: Atoms) -> Atoms:
    """Give the model with all B factors 0."""
    return replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
