"""Cubes to train super-resolution on: inputs as the network sees them, and their targets, by structure."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.geometry.tiles import cut, tile_corners
from cryo_core.superres.prepare import Prepared, Scheme, prepare, scaled_target, to_grid
from cryo_core.superres.simulate import (
    Structure,
    degrade,
    draw_degradation,
    published_resolution,
    structure,
    target_map,
)


@dataclass(frozen=True)
class Pair:
    """A map and its target on 1 Å voxels, both scaled for the network, and the voxels of the molecule."""

    input: Float[Tensor, "z y x"]
    target: Float[Tensor, "z y x"]
    mask: Bool[Tensor, "z y x"]
    structure: int


@dataclass(frozen=True)
class Cubes:
    """Pairs and the cubes of them that are used: a row (pair, z, y, x) for each."""

    pairs: tuple[Pair, ...]
    rows: Int[Tensor, "n 4"]
    size: int

    def __len__(self) -> int:
        """Count the cubes."""
        return len(self.rows)

    def cut(self, index: Int[Tensor, " m"]) -> tuple[Float[Tensor, "m 1 t t t"], Float[Tensor, "m 1 t t t"]]:
        """Inputs and targets of some of the cubes, in single precision."""
        rows = self.rows[index]
        shape = (len(rows), 1, self.size, self.size, self.size)
        found = torch.empty(2, *shape, device=self.pairs[0].input.device)
        for number in sorted(set(rows[:, 0].tolist())):  # a batch holds cubes of few maps, each cut in one go
            mine, pair = rows[:, 0] == number, self.pairs[number]
            for values, out in zip((pair.input, pair.target), found, strict=True):
                out[mine, 0] = cut(values, rows[mine, 1:], self.size).float()
        return found[0], found[1]


def pair_of(
    prepared: Prepared, still: Volume, number: int, scheme: Scheme, target_angstrom: float = 0.0
) -> Pair:
    """Pair of a prepared map and its model at rest on the same grid, kept in half precision.

    Parameters
    ----------
    prepared : Prepared
        The map.
    still : Volume
        The model at rest, on the same grid.
    number : int
        Number of the structure.
    scheme : Scheme
        How densities are scaled.
    target_angstrom : float
        Resolution of the target, in Å; 0 takes the published one for the resolution at which the map's
        spectrum ends.
    """
    prepared.map.require_same_grid(still)
    resolution = target_angstrom or published_resolution(prepared.end_angstrom)
    target = scaled_target(target_map(still, resolution), prepared.mask, scheme)
    return Pair(prepared.input.half(), target.half(), prepared.mask, number)


def simulated_pairs(
    made: Structure,
    number: int,
    maps: int,
    seed: int,
    scheme: Scheme = "sharpening",
    target_angstrom: float = 0.0,
) -> list[Pair]:
    """Pairs of simulated maps of one structure, drawn from the seed; maps without a molecule are left out.

    Parameters
    ----------
    made : Structure
        The structure.
    number : int
        Its number.
    maps : int
        How many maps.
    seed : int
        Seed of the random numbers.
    scheme : Scheme
        How densities are scaled.
    target_angstrom : float
        Resolution of the targets, in Å; 0: see `pair_of`.
    """
    generator = torch.Generator().manual_seed(seed)
    pairs = []
    for _ in range(maps):
        volume = degrade(made, draw_degradation(generator), generator)
        try:
            pairs.append(pair_of(prepare(volume, scheme), made.still, number, scheme, target_angstrom))
        except SettingsError:
            continue
    return pairs


def simulated_structure(atoms: Atoms, largest_angstrom: float = 110.0) -> Structure:
    """Model on a grid of 1 Å voxels, for `simulated_pairs`."""
    return structure(atoms, 1.0, largest_angstrom)


def experimental_pair(
    volume: Volume,
    still: Volume,
    number: int,
    scheme: Scheme = "sharpening",
    target_angstrom: float = 0.0,
    contour: float | None = None,
) -> Pair:
    """Pair of an experimental map and its model at rest on the same grid.

    Parameters
    ----------
    volume : Volume
        The map.
    still : Volume
        The model at rest, on the map's grid.
    number : int
        Number of the structure.
    scheme : Scheme
        How densities are scaled.
    target_angstrom : float
        Resolution of the target, in Å; 0: see `pair_of`.
    contour : float, optional
        The author's contour: densities below it are taken as 0, as published.
    """
    volume.require_same_grid(still)
    if contour is not None:
        volume = volume.with_density(torch.where(volume.density >= contour, volume.density, 0.0))
    return pair_of(prepare(volume, scheme), to_grid(still), number, scheme, target_angstrom)


def cubes_of(pairs: Sequence[Pair], size: int = 25, stride: int = 4, least: float = 0.02) -> Cubes:
    """Cubes of pairs, without those that hold too little of the molecule.

    Published: 25³, stride 4, a pair dropped if either cube is all zero (no cube of a map with noise is; hence
    the share of the molecule).

    Parameters
    ----------
    pairs : sequence of Pair
        The pairs.
    size : int
        Edge of a cube, in voxels.
    stride : int
        Distance of cubes, in voxels.
    least : float
        Least share of the cube that is molecule.

    Raises
    ------
    SettingsError
        No cube is left.
    """
    rows = []
    for number, pair in enumerate(pairs):
        z, y, x = pair.mask.shape
        corners = tile_corners((z, y, x), size, min(stride, size))
        share = _shares(pair.mask, corners, size)
        kept = corners[share >= least]
        rows.append(torch.cat([torch.full((len(kept), 1), number), kept], 1))
    if not rows or not sum(map(len, rows)):
        raise SettingsError("no cube with density in any map to train on")
    return Cubes(tuple(pairs), torch.cat(rows), size)


def split(cubes: Cubes, left_out: set[int]) -> tuple[Cubes, Cubes]:
    """(cubes to train on, those of the structures that are left out); SettingsError if either is empty."""
    out = torch.tensor([pair.structure in left_out for pair in cubes.pairs])[cubes.rows[:, 0]]
    if not bool(out.any()) or bool(out.all()):
        raise SettingsError("training needs structures on both sides of the split: add atomic models")
    return (
        Cubes(cubes.pairs, cubes.rows[~out], cubes.size),
        Cubes(cubes.pairs, cubes.rows[out], cubes.size),
    )


def _shares(mask: Bool[Tensor, "z y x"], corners: Int[Tensor, "n 3"], size: int) -> Float[Tensor, " n"]:
    """Share of each cube that lies in a mask, by a table of running sums."""
    total = mask.to(torch.int64)
    for axis in range(3):
        total = torch.cat([torch.zeros_like(total.narrow(axis, 0, 1)), total.cumsum(axis)], axis)
    low = corners
    high = torch.minimum(corners + size, torch.tensor(mask.shape))
    count = torch.zeros(len(corners), dtype=torch.int64)
    for corner in range(8):
        bits = [(corner >> axis) & 1 for axis in range(3)]
        place = [high[:, a] if bits[a] else low[:, a] for a in range(3)]
        sign = 1 if sum(bits) % 2 else -1
        count += sign * total[place[0], place[1], place[2]]
    return count.double() / size**3
