"""Poses without a start: every image against a grid of all rotations and shifts, by matrix products."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Poses
from cryo_core.imaging.slices import extract_slices
from cryo_core.refinement.band import Band, Reference, Views

_NUMBERS = 1 << 25
"""Numbers of a table of images × rotations at a time."""


@dataclass(frozen=True)
class Grid:
    """The poses to try: rotations, `in_plane` of each direction side by side, and shifts in Å."""

    rotation: Float[Tensor, "m 3 3"]
    in_plane: int
    shift_angstrom: Float[Tensor, "s 2"]


def shift_grid(range_angstrom: float, step_angstrom: float) -> Float[Tensor, "s 2"]:
    """Points of a square grid within a circle, the centre first."""
    reach = int(range_angstrom / step_angstrom + 1e-9)
    line = torch.arange(-reach, reach + 1, dtype=torch.float64) * step_angstrom
    points = torch.cartesian_prod(line, line)
    size = points.norm(dim=1)
    points = points[size <= range_angstrom + 1e-9]
    return points[points.norm(dim=1).argsort(stable=True)]


def best_candidates(views: Views, reference: Reference, band: Band, grid: Grid, keep: int) -> list[Poses]:
    """The `keep` best poses of each image, best first, each of another direction.

    Compared by ½ (x · p)² / (p · p) where x · p > 0, which does not depend on the reference's scale.

    Parameters
    ----------
    views
        n whitened images.
    reference
        The map to slice.
    band
        The coefficients to compare.
    grid
        Rotations and shifts to try.
    keep
        Poses to return for each image.
    """
    slices = _slices(reference, band, grid.rotation)
    directions = len(grid.rotation) // grid.in_plane
    rows = max(1, _NUMBERS // len(grid.rotation))
    kept = []
    for start in range(0, len(views), rows):
        part = views.take(torch.arange(start, min(start + rows, len(views)), device=slices.device))
        value, shift = _best_shift(part, slices, band, grid)
        value, psi = value.reshape(len(part), directions, grid.in_plane).max(2)
        _, direction = value.topk(min(keep, directions), 1)
        at = direction * grid.in_plane + psi.gather(1, direction)
        kept.append((at, shift.gather(1, at)))
    rotation = torch.cat([at for at, _ in kept])
    moved = torch.cat([shift for _, shift in kept])
    return [
        Poses(grid.rotation[rotation[:, k]], grid.shift_angstrom[moved[:, k]])
        for k in range(rotation.shape[1])
    ]


def _slices(reference: Reference, band: Band, rotation: Float[Tensor, "m 3 3"]) -> Float[Tensor, "2 p m"]:
    """Slices of all rotations as real and imaginary parts."""
    crop = band.crop
    at = torch.from_numpy((band.y + crop // 2) * (crop // 2 + 1) + band.x).to(rotation.device)
    spectra = extract_slices(reference.grid, rotation.float(), crop, reference.padding).flatten(1)[:, at]
    return torch.stack([spectra.real.T, spectra.imag.T]).contiguous()


def _best_shift(
    views: Views, slices: Float[Tensor, "2 p m"], band: Band, grid: Grid
) -> tuple[Float[Tensor, "n m"], Int[Tensor, "n m"]]:
    """The best value over the shifts for each image and rotation, and which shift it was."""
    power = views.transfer.square() @ slices.square().sum(0)
    fx, fy = band.frequencies(slices.device)
    best = torch.full_like(power, -math.inf)
    which = torch.zeros(power.shape, dtype=torch.int64, device=power.device)
    stacked = slices.flatten(0, 1)
    for i, (x, y) in enumerate(grid.shift_angstrom.tolist()):
        angle = -2.0 * math.pi * (fx * x + fy * y)
        moved = views.data * views.transfer * torch.complex(angle.cos(), angle.sin())
        cross = torch.cat([moved.real, moved.imag], 1) @ stacked
        better = cross > best
        best = torch.where(better, cross, best)
        which = torch.where(better, i, which)
    return best * best.clamp(min=0.0) / (2.0 * power.clamp(min=1e-30)), which
