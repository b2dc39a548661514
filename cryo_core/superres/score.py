"""Whether an enhanced map is better: cube by cube, against a model's map or an independent half map."""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.geometry.tiles import cut, tile_corners
from cryo_core.superres.rule import apply_gains, binned_power
from cryo_core.superres.train import correlations
from cryo_core.validation.maps import real_space_correlation

CUBE_ANGSTROM = 25.0
"""Edge of the cubes whose correlation is reported (Å), as published."""

_WORSE = 0.001
"""Least change of a cube's correlation that counts."""

_SILENT = 1e-8
"""Share of the strongest power below which a map counts as cut off."""


@dataclass(frozen=True)
class CubeScore:
    """Cross-correlations with a reference before and after, cube by cube and over the whole mask.

    `worse_fraction` is the share of cubes that fell by more than 0.001, `improved_fraction` of those that rose by
    more, `worst` the most negative change of a cube.
    """

    cubes: int
    before: float
    after: float
    improved_fraction: float
    worse_fraction: float
    worst: float
    mask_before: float
    mask_after: float

    @property
    def gain(self) -> float:
        """Mean change of a cube's correlation."""
        return self.after - self.before


def cube_score(
    before: Volume,
    after: Volume,
    reference: Volume,
    mask: Bool[Tensor, "z y x"],
    cube_angstrom: float = CUBE_ANGSTROM,
    least: float = 0.05,
) -> CubeScore:
    """Score of two maps against a reference, over cubes half an edge apart.

    Parameters
    ----------
    before, after : Volume
        The map before and after enhancement.
    reference : Volume
        The reference; all three on one grid.
    mask : (z, y, x)
        The molecule.
    cube_angstrom : float
        Edge of a cube, in Å.
    least : float
        Least share of a cube that is molecule.

    Raises
    ------
    ShapeError
        Grids differ.
    SettingsError
        No cube holds enough of the mask.
    """
    for other in (after, reference):
        before.require_same_grid(other)
    first = cube_correlations(before, reference, mask, cube_angstrom, least)
    second = cube_correlations(after, reference, mask, cube_angstrom, least)
    change = second - first
    return CubeScore(
        len(change),
        float(first.mean()),
        float(second.mean()),
        float((change > _WORSE).double().mean()),
        float((change < -_WORSE).double().mean()),
        float(change.min()),
        real_space_correlation(before.density, reference.density, mask),
        real_space_correlation(after.density, reference.density, mask),
    )


def half_score(half1: Volume, enhanced: Volume, half2: Volume, mask: Bool[Tensor, "z y x"]) -> CubeScore:
    """Score of an enhanced half map against the other one, at the same amplitudes.

    Both half maps are filtered to the radial amplitudes of the enhanced one first: against a half map as it
    is every sharpening would seem harmful, since it is not sharpened itself. What the score then measures is
    what no radial filter does; whether the amplitudes are right it cannot show (a model can).

    Parameters
    ----------
    half1 : Volume
        The half map that was enhanced.
    enhanced : Volume
        What it became.
    half2 : Volume
        The other half map.
    mask : (z, y, x)
        The molecule.
    """
    power = binned_power(half1)
    gain = (binned_power(enhanced) / power.clamp(min=1e-30)).sqrt()
    gain = torch.where(power > _SILENT * power.max(), gain, 0.0)
    return cube_score(apply_gains(half1, gain), enhanced, apply_gains(half2, gain), mask)


def cube_correlations(
    volume: Volume,
    reference: Volume,
    mask: Bool[Tensor, "z y x"],
    cube_angstrom: float = CUBE_ANGSTROM,
    least: float = 0.05,
) -> Float[Tensor, " n"]:
    """Correlation of a map with a reference in cubes half an edge apart (float64).

    Parameters
    ----------
    volume, reference : Volume
        The two maps, on one grid.
    mask : (z, y, x)
        The molecule.
    cube_angstrom : float
        Edge of a cube, in Å.
    least : float
        Least share of a cube that is molecule.

    Raises
    ------
    SettingsError
        No cube holds enough of the mask.
    """
    z, y, x = volume.density.shape
    size = min(2 * round((cube_angstrom / volume.voxel_angstrom - 1.0) / 2.0) + 1, min(z, y, x))
    corners = tile_corners((z, y, x), size, max(1, size // 2))
    share = torch.cat(
        [cut(mask.to(volume.density), part, size).mean((1, 2, 3)) for part in torch.split(corners, 64)]
    )
    corners = corners[(share >= least).cpu()]
    if not len(corners):
        raise SettingsError("no cube holds enough of the mask to be scored")
    values = []
    for part in torch.split(corners, 64):
        a, b = (cut(v.density, part, size)[:, None] for v in (volume, reference))
        values.append(correlations(a, b))
    return torch.cat(values)
