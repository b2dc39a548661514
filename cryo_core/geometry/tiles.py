"""Cubes cut from maps, put back together smoothly, and turned by the rotations of the cube."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations, product

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError
from cryo_core.memory import Portion

Turn = tuple[tuple[int, int, int], tuple[int, ...]]
"""A rotation of the cube: the order of the axes, and which of them are then flipped."""


def starts(size: int, tile: int, step: int) -> list[int]:
    """Where tiles along an axis begin: `step` apart, the last one ending with the axis.

    An axis shorter than a tile has one that begins at 0 and reaches beyond. SettingsError unless 1 <= step <=
    tile.

    Parameters
    ----------
    size
        Voxels of the axis.
    tile
        Voxels of a tile.
    step
        Voxels from one tile to the next.
    """
    if not 1 <= step <= tile:
        raise SettingsError(f"tiles of {tile} voxels, {step} apart: should be 1 to {tile} apart")
    last = max(0, size - tile)
    return sorted({*range(0, last + 1, step), last})


def tile_corners(shape: tuple[int, int, int], tile: int, step: int) -> Int[Tensor, "n 3"]:
    """First voxels (z, y, x) of tiles that cover a map.

    Parameters
    ----------
    shape
        Voxels of the map along z, y, x.
    tile
        Edge of a tile in voxels.
    step
        Voxels from one tile to the next.
    """
    return torch.tensor(list(product(*(starts(size, tile, step) for size in shape))), dtype=torch.int64)


def cut(
    density: Float[Tensor, "z y x"], corners: Int[Tensor, "n 3"], tile: int, fill: float = 0.0
) -> Float[Tensor, "n t t t"]:
    """Cubes of `tile` voxels cut from a map.

    Parameters
    ----------
    density
        (z, y, x).
    corners
        (n, 3), first voxel of each cube; may lie outside of the map.
    tile
        Edge of a cube in voxels.
    fill
        Value outside of the map.
    """
    step = torch.arange(tile, device=density.device)
    index = corners.to(density.device)[:, :, None] + step
    size = torch.tensor(density.shape, device=density.device)[:, None]
    inside = (index >= 0) & (index < size)
    z, y, x = index.clamp(min=0).minimum(size - 1).unbind(1)
    out = density[z[:, :, None, None], y[:, None, :, None], x[:, None, None, :]]
    kz, ky, kx = inside.unbind(1)
    return torch.where(kz[:, :, None, None] & ky[:, None, :, None] & kx[:, None, None, :], out, fill)


def blend_weights(tile: int, overlap: int) -> Float[Tensor, "t t t"]:
    """Weights of a tile: 1 in its middle, falling by a raised cosine over `overlap` voxels at its faces.

    Never 0, so that the map's own faces, which one tile alone covers, have an answer. SettingsError if the
    overlap is more than half a tile.
    """
    if not 0 <= 2 * overlap <= tile:
        raise SettingsError(f"an overlap of {overlap} voxels in tiles of {tile}: at most half a tile")
    depth = torch.arange(tile, dtype=torch.float64)
    depth = torch.minimum(depth, depth.flip(0)) + 0.5
    line = 0.5 - 0.5 * torch.cos(torch.pi * (depth / max(overlap, 0.5)).clamp(max=1.0))
    return (line[:, None, None] * line[:, None] * line).float()


@dataclass(frozen=True)
class Tiling:
    """Tiles of `edge` voxels, neighbours sharing `overlap`, computed `batch` at a time."""

    edge: int
    overlap: int
    batch: int = 4


def blended(
    density: Float[Tensor, "z y x"],
    tiling: Tiling,
    channels: int,
    apply: Callable[[Float[Tensor, "n t t t"]], Float[Tensor, "n c t t t"]],
    wanted: Bool[Tensor, "z y x"] | None = None,
    progress: Progress = silent,
) -> Float[Tensor, "c z y x"]:
    """Values of a function of overlapping tiles, blended by `blend_weights`; 0 where no tile lies.

    Memory: `channels` + 1 maps, and a batch.

    Parameters
    ----------
    density
        (z, y, x), the map.
    tiling
        Edge and overlap of the tiles.
    channels
        Values at each voxel.
    apply
        The function: (n, t, t, t) to (n, channels, t, t, t).
    wanted
        (z, y, x), tiles without one of these voxels are left out; none is if None.
    progress
        Called with (tiles done, tiles).
    """
    z, y, x = density.shape
    tile = tiling.edge
    corners = tile_corners((z, y, x), tile, tile - tiling.overlap)
    if wanted is not None:
        corners = corners[_occupied(wanted, corners, tile)]
    weight = blend_weights(tile, tiling.overlap).to(density)
    out = density.new_zeros(channels, z, y, x)
    total = density.new_zeros(z, y, x)
    batch = Portion("tiles of a map", tiling.batch)
    for at, made in batch.over(len(corners), lambda at: apply(cut(density, corners[at], tile)) * weight):
        for values, corner in zip(made, corners[at].tolist(), strict=True):
            here, there = _overlap(corner, tile, density.shape)
            out[(slice(None), *there)] += values[(slice(None), *here)]
            total[there] += weight[here]
        progress(at.stop, len(corners))
    return out.div_(total.clamp_(min=1e-12))


def cube_turns() -> list[Turn]:
    """The 24 rotations of a cube, the identity first."""
    turns: list[Turn] = []
    for axes in permutations(range(3)):
        even = axes in ((0, 1, 2), (1, 2, 0), (2, 0, 1))
        for flips in product((False, True), repeat=3):
            if (sum(flips) % 2 == 0) == even:
                turns.append(((axes[0], axes[1], axes[2]), tuple(i for i in range(3) if flips[i])))
    return turns


def turned(values: Float[Tensor, "*c z y x"], turn: Turn) -> Float[Tensor, "*c z2 y2 x2"]:
    """Values with the last three axes turned."""
    axes, flips = turn
    lead = values.ndim - 3
    out = values.permute(*range(lead), *(lead + a for a in axes))
    return out.flip([lead + f for f in flips]) if flips else out


def turned_back(values: Float[Tensor, "*c z y x"], turn: Turn) -> Float[Tensor, "*c z2 y2 x2"]:
    """Values with `turned` undone."""
    axes, flips = turn
    lead = values.ndim - 3
    out = values.flip([lead + f for f in flips]) if flips else values
    inverse = [axes.index(i) for i in range(3)]
    return out.permute(*range(lead), *(lead + a for a in inverse))


def _occupied(wanted: Bool[Tensor, "z y x"], corners: Int[Tensor, "n 3"], tile: int) -> Bool[Tensor, " n"]:
    occupied = [wanted[_overlap(corner, tile, wanted.shape)[1]].any() for corner in corners.tolist()]
    return torch.stack(occupied).cpu() if occupied else torch.zeros(0, dtype=torch.bool)


def _overlap(
    corner: list[int], tile: int, shape: tuple[int, ...]
) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """The voxels that a tile and a map share: in the tile, and in the map."""
    here, there = [], []
    for start, size in zip(corner, shape, strict=True):
        low, high = max(0, start), min(size, start + tile)
        there.append(slice(low, max(low, high)))
        here.append(slice(low - start, max(low, high) - start))
    return tuple(here), tuple(there)
