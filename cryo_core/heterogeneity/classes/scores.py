"""How good a division into classes is, by several measures that ask different things of it."""

import math
import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd
from jaxtyping import Float, Int

_SILHOUETTE_SAMPLE = 2000
_DBCV_SAMPLE = 600
_RESAMPLED = 8000
_LEAST_SILHOUETTE = 0.25

Classify = Callable[[Int[np.ndarray, " m"], Int[np.ndarray, " l"]], Int[np.ndarray, " l"]]
"""From the rows to learn from and the rows to classify, to the classes of the latter."""

LARGER_IS_BETTER = {
    "evidence": True,
    "icl": False,
    "bic": False,
    "silhouette": True,
    "dbcv": True,
    "stability": True,
}
"""The criteria, and which way each is better."""


def silhouette(points: Float[np.ndarray, "n k"], label: Int[np.ndarray, " n"], seed: int) -> float:
    """Mean silhouette (Rousseeuw 1987) of at most 2,000 points; NaN for one class.

    Parameters
    ----------
    points : (n, k)
        The points.
    label : (n,)
        Class of each, from 0; noise (−1) is left out.
    seed : int
        Seed of the sample.
    """
    from sklearn.metrics import silhouette_score

    rows = _sample(np.flatnonzero(label >= 0), _SILHOUETTE_SAMPLE, seed)
    if not 2 <= len(np.unique(label[rows])) < len(rows):
        return math.nan
    return float(silhouette_score(points[rows], label[rows]))


def dbcv(points: Float[np.ndarray, "n k"], label: Int[np.ndarray, " n"], seed: int) -> float:
    """Density-based validity (Moulavi et al. 2014), −1 to 1, on at most 600 points; NaN for one class.

    Parameters
    ----------
    points : (n, k)
        The points.
    label : (n,)
        Class of each, from 0; noise (−1) lowers the answer.
    seed : int
        Seed of the sample.
    """
    from hdbscan.validity import validity_index

    rows = _sample(np.arange(len(label)), _DBCV_SAMPLE, seed)
    names, inverse, counts = np.unique(label[rows], return_inverse=True, return_counts=True)
    usable = (names >= 0) & (counts >= 5)
    if usable.sum() < 2:
        return math.nan
    renumbered = np.where(usable, np.cumsum(usable) - 1, -1)[inverse]
    unique = np.unique(points[rows], axis=0, return_index=True)[1]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return float(validity_index(points[rows][unique].astype(np.float64), renumbered[unique]))


def stability(classify: Classify, count: int, seed: int) -> float:
    """Agreement (adjusted Rand index) of classes learned from two halves of at most 8,000 points, on all of them.

    Parameters
    ----------
    classify : Classify
        Learns classes from some rows and classifies others by them.
    count : int
        Number of points.
    seed : int
        Seed of the sample.
    """
    from sklearn.metrics import adjusted_rand_score

    rows = _sample(np.arange(count), _RESAMPLED, seed)
    half = len(rows) // 2
    return float(adjusted_rand_score(classify(rows[:half], rows), classify(rows[half:], rows)))


def choose(scores: pd.DataFrame, criterion: str) -> tuple[int, str]:
    """(row of the best division by `criterion`, why in words); fewest classes where the criterion is NaN everywhere.

    Silhouette, DBCV and stability are not defined for one class. It is chosen where it was tried and the best
    silhouette is below 0.25 (no structure, by Kaufman & Rousseeuw 1990), the best DBCV below 0, or the best stability
    below 0.5.
    """
    values = scores[criterion].to_numpy(float)
    named = criterion.upper() if len(criterion) < 5 else criterion
    if np.isnan(values).all():
        return int(scores["classes"].to_numpy().argmin()), f"{named} cannot be computed"
    best = int(np.nanargmax(values) if LARGER_IS_BETTER[criterion] else np.nanargmin(values))
    floor = {"silhouette": _LEAST_SILHOUETTE, "dbcv": 0.0, "stability": 0.5}.get(criterion, -math.inf)
    single = np.flatnonzero(scores["classes"].to_numpy() == 1)
    if values[best] < floor and len(single):
        return int(single[0]), f"the best {named} is {values[best]:.2f}, below {floor:g}"
    return best, f"{named} is best"


def _sample(rows: Int[np.ndarray, " n"], most: int, seed: int) -> Int[np.ndarray, " m"]:
    return np.random.default_rng(seed).permutation(rows)[:most]
