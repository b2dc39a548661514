"""How alike two maps are where one was placed in the other, and how unlikely chance makes it."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.fourier.splines import linear_values
from cryo_core.validation.fsc import FscCurve, fsc
from cryo_core.validation.maps import real_space_correlation
from cryo_core.validation.registration_pose import Body, Places, above_rim, origin_of, positions, read_at

_EDGE_VOXEL = 8


@dataclass(frozen=True)
class Likeness:
    """FSC of two maps within the soft mask of the one that was placed, and the independent pairs in its shells.

    A shell of radius s has 4 π s² numbers, of which a mask leaves its share of the box. `correlation` is that of the
    mask's voxels.
    """

    curve: FscCurve
    pairs: Float[Tensor, " s"]
    correlation: float

    @property
    def log_likelihood(self) -> float:
        """Logarithm of how much likelier the maps are alike as measured than unlike: Σ −n ln(1 − c²) / 2, c > 0."""
        c = self.curve.correlation[1:].clamp(0.0, 0.999)
        return float((-0.5 * self.pairs[1:] * torch.log1p(-c.square())).sum())

    def beyond(self, resolution_angstrom: float) -> float:
        """Standard errors by which the shells finer than a resolution agree: the most of any last shell.

        Σ n c / √Σ n over shells that had no part in the placing, so that chance gives them 0 ± 1 (Fisher).
        """
        used = self.curve.frequency_per_angstrom > 1.0 / resolution_angstrom
        n, c = self.pairs[used], self.curve.correlation[used]
        return float(((n * c).cumsum(0) / n.cumsum(0).clamp(min=1e-9).sqrt()).max()) if len(n) else 0.0


def likeness(fixed: Body, moved: Body, place: Places, voxel_angstrom: float) -> Likeness:
    """How alike `fixed` is to `moved` at a place (the first of `place`).

    Parameters
    ----------
    fixed, moved
        The two molecules.
    place
        Where the second lies in the first.
    voxel_angstrom
        Edge of the voxels they are compared on, Å.
    """
    rotation, position = place.rotation[0], place.position[0]
    own_map = moved.at_voxel(voxel_angstrom)
    grid = _window(fixed.at_voxel(voxel_angstrom), position, moved.extent_angstrom)
    own = (positions(grid) - position) @ rotation + moved.centre
    mask = linear_values(moved.mask, (own - origin_of(moved.volume)) / moved.volume.voxel_angstrom).clamp(
        0.0, 1.0
    )
    density, shown = torch.zeros_like(mask), mask > 0
    density[shown] = read_at(own_map, own[shown])
    density, mask = density.reshape(grid.density.shape), mask.reshape(grid.density.shape)
    one, other = above_rim(grid.density, mask), above_rim(density, mask)
    curve = fsc(grid.with_density(one), grid.with_density(other))
    share = float(mask.square().sum() ** 2 / (mask.numel() * (mask**4).sum()).clamp(min=1e-9))
    shell = torch.arange(len(curve.correlation), dtype=torch.float64)
    pairs = 4.0 * math.pi * shell.square() * share
    return Likeness(curve, pairs, real_space_correlation(grid.density, density, mask > 0.5))


def _window(volume: Volume, centre: Float[Tensor, "3"], reach_angstrom: float) -> Volume:
    """Cube of a map's own voxels about a place; 0 where the map ends."""
    v, device = volume.voxel_angstrom, volume.density.device
    half = math.ceil(reach_angstrom / v) + _EDGE_VOXEL
    first = [round((c - o) / v) - half for c, o in zip(centre.tolist(), volume.origin_angstrom, strict=True)]
    out = torch.zeros((2 * half,) * 3, device=device)
    source, target = [], []
    for start, size in zip(first[::-1], volume.density.shape, strict=True):
        low = min(max(start, 0), size)
        high = max(low, min(start + 2 * half, size))
        source.append(slice(low, high))
        target.append(slice(low - start, high - start) if high > low else slice(0, 0))
    out[tuple(target)] = volume.density[tuple(source)]
    x, y, z = (o + f * v for o, f in zip(volume.origin_angstrom, first, strict=True))
    return Volume(out, v, (x, y, z))
