"""What a rigid alignment works on: a molecule cut out of its map, and places of one molecule in another."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.resample import resample
from cryo_core.fourier.splines import spline_coefficients, spline_values
from cryo_core.validation.maps import auto_mask, mask_or_sphere

_LARGEST_BOX = 144
"""Voxels along the longest edge of the maps that are compared: larger ones are brought to coarser voxels."""


@dataclass(frozen=True)
class Body:
    """A molecule: its map with nothing around it, the soft mask, and where it lies (x, y, z in Å, float64).

    `radius_angstrom` is that of a ball with its radius of gyration, `extent_angstrom` how far its farthest voxel lies.
    """

    volume: Volume
    mask: Float[Tensor, "z y x"]
    centre: Float[Tensor, "3"]
    radius_angstrom: float
    extent_angstrom: float
    warnings: tuple[str, ...]

    def at_voxel(self, voxel_angstrom: float) -> Volume:
        """The molecule's map on voxels of this size, or its own where they are larger."""
        own = self.volume.voxel_angstrom
        return self.volume if voxel_angstrom < 1.05 * own else resample(self.volume, voxel_angstrom)


@dataclass(frozen=True)
class Places:
    """Places of one molecule in another's map: x' = rotation · (x − centre) + position, x, y, z in Å (float64)."""

    rotation: Float[Tensor, "k 3 3"]
    position: Float[Tensor, "k 3"]
    score: Float[Tensor, " k"]

    def take(self, rows: Tensor) -> "Places":
        """Some of them."""
        return Places(self.rotation[rows], self.position[rows], self.score[rows])


def body(volume: Volume, voxel_angstrom: float) -> Body:
    """The molecule of a map, on voxels of this size or larger; SettingsError where the map is constant.

    Parameters
    ----------
    volume
        The map.
    voxel_angstrom
        Edge of the voxels to work on, Å.
    """
    if not float(volume.density.double().std()) > 0:
        raise SettingsError("the map is constant, or not finite: there is nothing to align")
    work = resample(volume, voxel_angstrom) if voxel_angstrom > 1.001 * volume.voxel_angstrom else volume
    mask, warnings = _mask(work)
    cut = work.with_density(above_rim(work.density, mask))
    grid = positions(work)[mask.flatten() > 0.5]
    centre = grid.mean(0)
    distance2 = (grid - centre).square().sum(1)
    radius = math.sqrt(5.0 / 3.0 * float(distance2.mean()))
    return Body(cut, mask, centre, radius, math.sqrt(float(distance2.max())), warnings)


def above_rim(density: Float[Tensor, "z y x"], mask: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    """What a soft mask leaves of a map, counted from the map's mean along the mask's edge.

    So the map ends where the mask does without a step, which two maps under one mask would share to the finest shells.

    Parameters
    ----------
    density, mask
        (z, y, x).
    """
    edge = mask * (1.0 - mask)
    return (density - (density * edge).sum() / edge.sum().clamp(min=1e-9)) * mask


def _mask(volume: Volume) -> tuple[Float[Tensor, "z y x"], tuple[str, ...]]:
    """Soft mask of the molecule that falls to 0 at the box's faces too, so that two maps share no sharp edge."""
    extend, edge = (max(least, width / volume.voxel_angstrom) for least, width in ((1.0, 4.0), (3.0, 8.0)))
    warnings: tuple[str, ...] = ()
    try:
        mask = auto_mask(volume, extend_voxel=extend, edge_voxel=edge)
    except SettingsError:
        mask, warnings = mask_or_sphere(volume)
    for axis, size in enumerate(mask.shape):
        inward = torch.minimum(torch.arange(size), torch.arange(size - 1, -1, -1)).to(mask)
        line = 0.5 - 0.5 * torch.cos(math.pi * (inward / edge).clamp(max=1.0))
        mask = mask * line.reshape([-1 if a == axis else 1 for a in range(3)])
    return mask, warnings


def working_voxel(fixed: Volume, moved: Volume) -> float:
    """Voxel that two maps are compared on: the coarser one's, and no more than 144 of them along an edge."""
    edges = [max(v.density.shape) * v.voxel_angstrom for v in (fixed, moved)]
    return max(fixed.voxel_angstrom, moved.voxel_angstrom, max(edges) / _LARGEST_BOX)


def origin_of(volume: Volume) -> Float[Tensor, "3"]:
    """Place of voxel [0, 0, 0], x, y, z in Å (float64)."""
    return torch.tensor(volume.origin_angstrom, dtype=torch.float64, device=volume.density.device)


def positions(volume: Volume) -> Float[Tensor, "n 3"]:
    """Places of all voxels, x, y, z in Å (float64), in the order of `density.flatten()`."""
    lines = [torch.arange(n, dtype=torch.float64, device=volume.density.device) for n in volume.density.shape]
    z, y, x = torch.meshgrid(*lines, indexing="ij")
    return torch.stack([x, y, z], -1).reshape(-1, 3) * volume.voxel_angstrom + origin_of(volume)


def read_at(volume: Volume, place: Float[Tensor, "n 3"], outside: float = 0.0) -> Float[Tensor, " n"]:
    """Values of a map at places in Å, by cubic splines; `outside` beyond its voxels.

    Parameters
    ----------
    volume
        The map.
    place
        (n, 3), x, y, z in Å.
    outside
        Value where the map ends.
    """
    at = (place - origin_of(volume)) / volume.voxel_angstrom
    return spline_values(spline_coefficients(volume.density)[None], at, outside)[0]
