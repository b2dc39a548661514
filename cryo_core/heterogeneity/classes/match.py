"""Names of classes that last over rounds: class 2 stays class 2, however the embedding was turned.

The particles of two rounds are the same, so classes are matched by the particles they share: the optimal
assignment of their contingency table. The published way, by centroids in the current embedding, is kept as a
setting. A class that is new gets a number that no class ever had.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from jaxtyping import Float, Int, Shaped
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from torch import Tensor

from cryo_core.errors import SettingsError, ShapeError


@dataclass(frozen=True)
class MatchSettings:
    """How classes are matched.

    By `overlap` of particles, or by the distance of `centroids` in the embedding. A pair that shares less than
    `least_share` of the smaller of its two classes (of the particles in both rounds) is no match: the old class
    is gone, and the new one new.
    """

    method: Literal["overlap", "centroids"] = "overlap"
    least_share: float = 0.3

    def __post_init__(self) -> None:
        """Refuse a share outside 0 to 1."""
        if not 0 <= self.least_share <= 1:
            raise SettingsError(f"least_share: {self.least_share}: a share, from 0 to 1")


@dataclass(frozen=True)
class Match:
    """Labels under the names of the round before.

    `name` maps each current class to its name; `new` are the names used for the first time, `gone` the earlier classes
    that have no successor. `names_used` are all names ever used, to be handed to the next round. `overlap` counts the
    particles of each earlier class (rows) in each current one (columns, by its new name), noise (−1) among them.
    """

    labels: Int[np.ndarray, " n"]
    name: dict[int, int]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    names_used: tuple[int, ...]
    overlap: pd.DataFrame
    words: str


def align(
    now: Shaped[np.ndarray, " n"], before: Shaped[np.ndarray, " m"], labels: Int[np.ndarray, " m"]
) -> Int[np.ndarray, " n"]:
    """Earlier labels in the order of the current particles, matched by image name; 0 where an image was not there.

    Parameters
    ----------
    now : (n,)
        Names of the current images.
    before : (m,)
        Names of the images in the round before.
    labels : (m,)
        Their labels in the round before.

    Raises
    ------
    ShapeError
        Names and labels differ in number, or an image is named twice before.
    """
    if len(before) != len(labels):
        raise ShapeError(f"{len(before)} images and {len(labels)} labels")
    table = pd.Series(labels, index=before)
    if table.index.has_duplicates:
        raise ShapeError(f"image {table.index[table.index.duplicated()][0]} has two labels from before")
    return table.reindex(now).fillna(0).to_numpy(np.int64)


def match(
    labels: Int[np.ndarray, " n"],
    before: Int[np.ndarray, " n"],
    settings: MatchSettings,
    names_used: Iterable[int] = (),
    points: Float[Tensor, "n d"] | None = None,
) -> Match:
    """Labels of the current classes under the names that they had in the round before.

    Parameters
    ----------
    labels, before : (n,)
        Classes of the same particles now and in the round before: noise is −1, and 0 before means that the particle
        was not there (see `align`).
    settings : MatchSettings
        How classes are matched.
    names_used : iterable of int
        All names ever used in any round; those in `before` need not be among them.
    points : (n, d), optional
        The current embedding, for the method `centroids`.

    Raises
    ------
    ShapeError
        Lengths differ, a current label is 0, or `centroids` has no embedding.
    """
    if len(labels) != len(before):
        raise ShapeError(f"{len(labels)} labels now and {len(before)} before: use `align`")
    if (labels == 0).any():
        raise ShapeError(f"row {int(np.argmax(labels == 0)) + 1}: label 0 is no class")
    classes, earlier = np.unique(labels[labels > 0]), np.unique(before[before > 0])
    table = _contingency(labels, before, classes, earlier)
    if settings.method == "overlap":
        old, new = linear_sum_assignment(table, maximize=True)
    else:
        old, new = _by_centroids(labels, before, classes, earlier, points)
    smaller = np.minimum(table.sum(1)[:, None], table.sum(0)[None])
    same = {
        int(classes[j]): int(earlier[i])
        for i, j in zip(old, new, strict=True)
        if table[i, j] > 0 and table[i, j] >= settings.least_share * smaller[i, j]
    }
    used = {int(g) for g in names_used} | {int(e) for e in earlier}
    free = max(used | {0}) + 1
    fresh = {int(c): free + i for i, c in enumerate(c for c in classes if int(c) not in same)}
    name = same | fresh
    renamed = labels.copy()
    for current, called in name.items():
        renamed[labels == current] = called
    gone = tuple(sorted(set(map(int, earlier)) - set(same.values())))
    overlap = pd.crosstab(
        pd.Series(before[before != 0], name="before"), pd.Series(renamed[before != 0], name="now")
    )
    added = tuple(sorted(fresh.values()))
    return Match(
        renamed, name, added, gone, tuple(sorted(used | set(added))), overlap, _words(overlap, added, gone)
    )


def _contingency(
    labels: np.ndarray, before: np.ndarray, classes: np.ndarray, earlier: np.ndarray
) -> np.ndarray:
    """Count the particles that each earlier class (rows) shares with each current one (columns)."""
    both = (labels > 0) & (before > 0)
    table = np.zeros((len(earlier), len(classes)), np.int64)
    np.add.at(table, (np.searchsorted(earlier, before[both]), np.searchsorted(classes, labels[both])), 1)
    return table


def _by_centroids(
    labels: np.ndarray, before: np.ndarray, classes: np.ndarray, earlier: np.ndarray, points: Tensor | None
) -> tuple[np.ndarray, np.ndarray]:
    """(rows of earlier classes, rows of current ones), paired by the distance of their centroids in the embedding."""
    if points is None or len(points) != len(labels):
        raise ShapeError("method centroids: needs the embedding of these particles")
    where = points.detach().cpu().double().numpy()
    now = np.array([where[labels == c].mean(0) for c in classes]).reshape(len(classes), where.shape[1])
    then = np.array([where[before == e].mean(0) for e in earlier]).reshape(len(earlier), where.shape[1])
    old, new = linear_sum_assignment(cdist(then, now))
    return old, new


def _words(overlap: pd.DataFrame, new: tuple[int, ...], gone: tuple[int, ...]) -> str:
    """Sentences on what became of each class."""
    now, then = overlap.columns.to_numpy(np.int64), overlap.index.to_numpy(np.int64)
    table, sentences = overlap.to_numpy(np.int64), []
    kept = [int(c) for c in now if c > 0 and c not in new]
    if kept:
        sentences.append(f"Classes {', '.join(map(str, kept))} go on.")
    for name in new:
        column = table[:, now == name].sum(1)
        source = int(then[column.argmax()]) if column.any() else 0
        came = f", mostly from class {source}" if source > 0 else ", from what was noise" if source else ""
        sentences.append(f"Class {name} is new{came}.")
    for name in gone:
        row = table[then == name].sum(0)
        into = int(now[row.argmax()]) if row.any() else 0
        went = (
            f": most of it is now class {into}" if into > 0 else ": most of it is now noise" if into else ""
        )
        sentences.append(f"Class {name} is gone{went}.")
    return " ".join(sentences)
