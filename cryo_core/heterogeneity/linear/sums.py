"""What a sweep of EM solves for, and what it collects: sums for maps, by folds of the images, and statistics."""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Int
from torch import Tensor

from cryo_core.heterogeneity.linear.grid import Grid, padded_width
from cryo_core.heterogeneity.linear.posterior import Likelihood
from cryo_core.learning import ranks

FOLDS = 8
"""Parts of the images that maps are summed for: half set 1 has the even folds, half set 2 the others."""

_RUN = 50
"""Images in a row that lie in one fold, at most."""


@dataclass(frozen=True)
class Sweep:
    """Which columns a sweep solves for, and whether poses and contrasts move by them.

    `held` marks the images that are solved but put into no map. `latent_zero`: the derivatives are those of
    the mean map, before the latents mean anything.
    """

    pose: bool
    contrast: bool
    move_pose: bool
    move_contrast: bool
    held: Bool[Tensor, " n"]
    latent_zero: bool = False


@dataclass
class Swept:
    """Result of a sweep: sums for new maps (of each fold), and statistics of the images.

    `scale` is the mean contrast that the sums were made with; contrasts have been divided by it since, so
    that maps made of these sums have to be multiplied by it.
    """

    sums: Tensor
    moment1: Tensor
    moment2: Tensor
    inserted: int
    evidence: Tensor
    held_evidence: list[Tensor]
    sample: list[tuple[Likelihood, Tensor]]
    scale: float = 1.0

    def over_ranks(self) -> None:
        """Take in what the other ranks summed and kept of their images."""
        inserted = torch.tensor(self.inserted, dtype=torch.int64, device=self.sums.device)
        there = [part.to(self.sums.device) for part in (self.moment1, self.moment2, self.evidence)]
        ranks.sum_over(self.sums, inserted, *there)
        self.moment1, self.moment2, self.evidence = (part.cpu() for part in there)
        self.inserted = int(inserted)
        self.held_evidence, self.sample = ranks.gathered(self.held_evidence), ranks.gathered(self.sample)


def no_sums(components: int, grid: Grid) -> Swept:
    """What a sweep begins with: sums for a mean and so many components on a grid, all 0."""
    k = components
    width = padded_width(2 * (k + 1) + (k + 1) * (k + 2) // 2)
    double = torch.float64
    return Swept(
        torch.zeros(FOLDS, grid.points, width, device=grid.device),
        torch.zeros(k, dtype=double),
        torch.zeros(k, k, dtype=double),
        0,
        torch.zeros(k + 1, dtype=double),
        [],
        [],
    )


def folds_of(half: Int[Tensor, " n"]) -> Int[Tensor, " n"]:
    """Fold of each image: each half set in as many as are alike, in short runs of rows.

    Twins lie in one half set, and mostly near each other: so few of them meet their own noise in the maps of the other
    folds.
    """
    fold = half.clone()
    for name in (0, 1):
        rows = (half == name).nonzero()[:, 0]
        run = max(1, min(_RUN, len(rows) // (2 * FOLDS)))
        fold[rows] += 2 * (torch.arange(len(rows)) // run % (FOLDS // 2))
    return fold
