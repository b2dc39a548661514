"""How well classes, volumes and latents agree with a known truth."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int
from scipy.optimize import linear_sum_assignment
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import ShapeError
from cryo_core.validation.fsc import fsc, fsc_auc


@dataclass(frozen=True)
class Confusion:
    """Particles of each true state (rows) in each class (columns), and which class stands for which state.

    `pairs` are (state, class), by the optimal assignment; `accuracy` is the share of particles on them. Noise (−1) is a
    column like the others but stands for no state.
    """

    states: Int[np.ndarray, " s"]
    classes: Int[np.ndarray, " c"]
    table: Int[np.ndarray, "s c"]
    pairs: tuple[tuple[int, int], ...]
    accuracy: float


@dataclass(frozen=True)
class PerImageFsc:
    """CryoBench's measure: the area under each sampled particle's FSC with its own true volume, at most 0.5."""

    rows: Int[np.ndarray, " m"]
    auc: Float[np.ndarray, " m"]

    @property
    def mean(self) -> float:
        """The mean area."""
        return float(self.auc.mean())

    @property
    def standard_deviation(self) -> float:
        """Its standard deviation over particles."""
        return float(self.auc.std())

    @property
    def median(self) -> float:
        """The median area."""
        return float(np.median(self.auc))


def confusion(labels: Int[np.ndarray, " n"], truth: Int[np.ndarray, " n"]) -> Confusion:
    """Classes counted against true states and matched to them; ShapeError if they differ in length."""
    states, classes, table = _contingency(labels, truth)
    real = np.flatnonzero(classes != -1)
    rows, columns = linear_sum_assignment(table[:, real], maximize=True)
    columns = real[columns]
    pairs = tuple((int(states[r]), int(classes[c])) for r, c in zip(rows, columns, strict=True))
    return Confusion(states, classes, table, pairs, float(table[rows, columns].sum() / table.sum()))


def adjusted_rand_index(labels: Int[np.ndarray, " n"], truth: Int[np.ndarray, " n"]) -> float:
    """Agreement of two divisions beyond chance: 1 for the same, 0 by chance (Hubert & Arabie 1985, eq. 5).

    Noise counts as one class: leave it out beforehand where it should not.
    """
    _, _, table = _contingency(labels, truth)
    together, every = _pairs(table), _pairs(np.array([len(labels)]))
    one, other = _pairs(table.sum(0)), _pairs(table.sum(1))
    chance = one * other / every if every else 0.0
    most = (one + other) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def normalised_mutual_information(labels: Int[np.ndarray, " n"], truth: Int[np.ndarray, " n"]) -> float:
    """Mutual information over the mean of both entropies, 0 to 1; 1 where both have a single class."""
    _, _, table = _contingency(labels, truth)
    joint = table / table.sum()
    columns, rows = _entropy(joint.sum(0)), _entropy(joint.sum(1))
    mean = (columns + rows) / 2
    return 1.0 if mean == 0 else max(0.0, (columns + rows - _entropy(joint.ravel())) / mean)


def per_image_fsc(
    latents: Float[Tensor, "n k"],
    decode: Callable[[Float[Tensor, " k"]], Volume],
    truth: Callable[[int], Volume],
    mask: Float[Tensor, "z y x"] | None,
    sample: int = 100,
    progress: Progress = silent,
) -> PerImageFsc:
    """Areas under the FSC of the volumes decoded at particles' latents with their true volumes (CryoBench).

    Jeon et al. 2024.

    Parameters
    ----------
    latents
        (n, k), of all particles.
    decode
        Returns the volume at a latent.
    truth
        Returns the true volume of a row, on the same grid.
    mask
        (z, y, x), multiplies both volumes; none if None.
    sample
        Particles compared, evenly spaced in the table.
    progress
        Called with (done, total).
    """
    if not len(latents):
        raise ShapeError("no particle to compare")
    rows = np.unique(np.linspace(0, len(latents) - 1, min(sample, len(latents))).round().astype(np.int64))
    areas = []
    for row in rows:
        areas.append(fsc_auc(fsc(decode(latents[int(row)]), truth(int(row)), mask)))
        progress(len(areas), len(rows))
    return PerImageFsc(rows, np.array(areas))


def best_axis_correlation(
    latents: Float[Tensor, "n k"], coordinate: Float[np.ndarray, " n"]
) -> tuple[int, float]:
    """The latent axis (from 0) whose ranks agree most with a true coordinate's, and Spearman's coefficient.

    Its sign is the axis's own; an axis without spread correlates 0.
    """
    if len(latents) != len(coordinate):
        raise ShapeError(f"{len(latents)} latents and {len(coordinate)} true coordinates")
    from scipy.stats import rankdata  # a quarter of a second to import, which each plan would wait for

    ranks = _standard(rankdata(coordinate))
    coefficients = [float(_standard(rankdata(z)) @ ranks) for z in latents.detach().cpu().double().numpy().T]
    best = int(np.argmax(np.abs(coefficients)))
    return best, coefficients[best]


def _contingency(
    labels: Int[np.ndarray, " n"], truth: Int[np.ndarray, " n"]
) -> tuple[Int[np.ndarray, " s"], Int[np.ndarray, " c"], Int[np.ndarray, "s c"]]:
    if len(labels) != len(truth) or not len(labels):
        raise ShapeError(f"{len(labels)} labels found and {len(truth)} true ones")
    states, row = np.unique(truth, return_inverse=True)
    classes, column = np.unique(labels, return_inverse=True)
    table = np.zeros((len(states), len(classes)), np.int64)
    np.add.at(table, (row, column), 1)
    return states, classes, table


def _pairs(count: np.ndarray) -> float:
    """Number of pairs within groups of these sizes."""
    many = count.astype(np.float64)
    return float((many * (many - 1) / 2).sum())


def _entropy(share: np.ndarray) -> float:
    some = share[share > 0]
    return float(-(some * np.log(some)).sum())


def _standard(values: np.ndarray) -> np.ndarray:
    away = values - values.mean()
    size = math.sqrt(float(away @ away))
    return away / size if size > 0 else away
