"""Maps from the sums of a sweep: mean and components, of all images or of folds, filtered as far as folds agree."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.heterogeneity.linear.shrink import filtered_by_all
from cryo_core.heterogeneity.linear.sums import Swept

_LEAST_AGREEMENT = 0.02


@dataclass
class MapSolver:
    """How maps are made: by a ridge (share of a shell's mean weight); later by what folds share, within the molecule.

    `shape` is where components may lie (0 to 1), in the images' box; None: everywhere. Once `wiener` is set the mean is
    filtered by shells, and components by place and band (`shrink`).
    """

    ridge: float
    shape: Float[Tensor, "d d d"] | None = None
    wiener: bool = False

    def folds(self, grid: Grid, swept: Swept) -> list[Float[Tensor, "c z y x"]]:
        """Mean and components of each fold of the images alone, of a mean contrast of 1 at the time of the sums."""
        ridge = torch.full((len(swept.moment1) + 1, grid.shells + 1), self.ridge)
        return [grid.solve(sums, len(ridge), ridge) for sums in swept.sums]

    def solve(
        self, grid: Grid, swept: Swept, folds: list[Float[Tensor, "c z y x"]] | None = None
    ) -> Float[Tensor, "c z y x"]:
        """Mean and components of a sweep's sums on their grid, in the basis of the present latents.

        Parameters
        ----------
        grid : Grid
            That of the sums.
        swept : Swept
            Sums of a sweep.
        folds : list of (c, z, y, x), optional
            What `folds` returns of them, if it is known.
        """
        ridge, total = torch.full((len(swept.moment1) + 1, grid.shells + 1), self.ridge), swept.sums.sum(0)
        if not self.wiener:
            maps = grid.solve(total, len(ridge), ridge) * swept.scale
            return maps if self.shape is None else self.within(self.shape, maps, grid)
        folds = folds or self.folds(grid, swept)
        one, other = (torch.stack(folds[half::2]).mean(0) for half in (0, 1))
        agreement = grid.agreement(one, other)
        ridge = torch.maximum(ridge, _wiener(2.0 * agreement / (1.0 + agreement)).to(ridge))
        maps = grid.solve(total, len(ridge), ridge)
        parts = torch.stack([grid.inner(fold[1:]) for fold in folds])
        inner = filtered_by_all(parts, grid.inner(maps[1:]), self.inside(grid), grid.shells)
        return torch.cat([maps[:1], grid.from_full(inner)]) * swept.scale

    def inside(self, grid: Grid) -> Float[Tensor, "w w w"]:
        """Where components may lie (0 to 1), on a grid without its padding."""
        if self.shape is None:
            return torch.ones((2 * (grid.shells + 1),) * 3, device=grid.device)
        return grid.inner(grid.from_full(self.shape[None]).clamp(0.0, 1.0))[0]

    def within(
        self, shape: Float[Tensor, "d d d"], maps: Float[Tensor, "c z y x"], grid: Grid
    ) -> Float[Tensor, "c z y x"]:
        """Mean as it is, and components multiplied by a mask.

        Parameters
        ----------
        shape : (d, d, d)
            The mask (0 to 1), in the images' box.
        maps : (c, z, y, x)
            Mean and components on `grid`.
        grid : Grid
            The grid of the maps.
        """
        inside = grid.from_full(shape[None]).clamp(0.0, 1.0)
        return torch.cat([maps[:1], maps[1:] * inside])


def _wiener(agreement: Float[Tensor, "c s"]) -> Float[Tensor, "c s"]:
    """Weight of a map's prior over its data's: 1 / SNR, by the share of signal in its power."""
    share = agreement.clamp(_LEAST_AGREEMENT, 1.0)
    return (1.0 - share) / share
