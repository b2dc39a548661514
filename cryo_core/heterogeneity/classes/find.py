"""Classes of particles, found in latent space or in an embedding; their number is set or chosen.

The default, `mixture`, weighs each particle by its own uncertainty and is exact for the linear model. The others
see only points: k-means, a Gaussian mixture, DBSCAN and HDBSCAN, in latent space or in any embedding of it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.classes.evidence import beats, choose_rung, gain, ladder
from cryo_core.heterogeneity.classes.mixture import Images, Mixture, Start, bridge, fit_mixture
from cryo_core.heterogeneity.classes.partition import (
    Parts,
    by_dbscan,
    by_gmm,
    by_hdbscan,
    by_kmeans,
    hdbscan_loop,
)
from cryo_core.heterogeneity.classes.scores import Classify, choose, dbcv, silhouette, stability
from cryo_core.heterogeneity.classes.settings import NOISE, ClusterSettings
from cryo_core.heterogeneity.classes.verdict import seen_from, verdict
from cryo_core.heterogeneity.latents import Latents

_BRIDGE_SAMPLE = 4_000
_PATIENCE = 1
"""So many numbers of classes in a row that held-out images do not prefer end the search; twice while one is best."""


__all__ = ["NOISE", "ClusterSettings", "Clusters", "cluster", "cluster_points"]


@dataclass(frozen=True)
class Clusters:
    """Classes of particles, in the order of the latents.

    Classes are numbered from 1, the largest first, as RELION numbers them; noise is −1, and 0 does not occur.
    `probability` is that of the assigned class (0 for noise), `membership` that of every class. `centres` are in
    latent coordinates. `scores` has a row for each division tried: classes, what was set, noise, evidence (held-out
    gain in nats an image over one Gaussian) and its standard error, bic, icl, silhouette, dbcv, stability, chosen;
    where evidence chooses, silhouette, dbcv and stability are those of the chosen division alone. `midway` has the
    share of particles midway between two classes (NaN: not measured). `verdict` says in
    words how many classes there are and how certain that is.
    """

    labels: Int[np.ndarray, " n"]
    probability: Float[np.ndarray, " n"]
    membership: Float[np.ndarray, "n j"]
    centres: Float[np.ndarray, "j k"]
    midway: Float[np.ndarray, "j j"]
    scores: pd.DataFrame
    verdict: str

    @property
    def count(self) -> Int[np.ndarray, " j"]:
        """Particles of each class, from class 1 on."""
        return np.bincount(self.labels[self.labels > 0], minlength=self.membership.shape[1] + 1)[1:]

    def among(self, rows: Int[np.ndarray, " m"], count: int) -> "Clusters":
        """The classes of `count` particles, of which those of `rows` were divided: the others are noise."""
        labels, probability = np.full(count, NOISE), np.zeros(count)
        membership = np.zeros((count, self.membership.shape[1]))
        labels[rows], probability[rows], membership[rows] = self.labels, self.probability, self.membership
        return replace(self, labels=labels, probability=probability, membership=membership)


@dataclass(frozen=True)
class _Try:
    """One division: each particle's class probabilities, how to repeat it on other rows, and what was set for it."""

    membership: Float[np.ndarray, "n j"]
    classify: Classify
    setting: str = ""
    bic: float = float("nan")
    evidence: tuple[float, float] = (float("nan"), float("nan"))
    spread: Tensor | None = None


def cluster(
    latents: Latents,
    settings: ClusterSettings,
    points: Float[Tensor, "n d"] | None = None,
    before: Int[np.ndarray, " n"] | None = None,
    progress: Progress = silent,
) -> Clusters:
    """Classes of particles whose uncertainty is known.

    Parameters
    ----------
    latents : Latents
        Posterior of n particles.
    settings : ClusterSettings
        The method, and the number of classes or how it is chosen.
    points : (n, d), optional
        What all methods but `mixture` divide, such as an embedding; the latents' means if None.
    before : (n,), optional
        Labels of the same particles in the round before (0 or less: none). Mixture, k-means and gmm also start
        from these classes.
    progress : Progress
        Called after each division tried.

    Raises
    ------
    ShapeError
        `points` or `before` differ from the latents in length, fewer than 20 particles, or a value is not finite.
    """
    return _cluster(latents.mean, Images.of(*latents.likelihood()), settings, points, before, progress)


def cluster_points(
    latents: Float[Tensor, "n k"],
    settings: ClusterSettings,
    points: Float[Tensor, "n d"] | None = None,
    before: Int[np.ndarray, " n"] | None = None,
    progress: Progress = silent,
) -> Clusters:
    """Classes of particles whose uncertainty is not known; otherwise as `cluster`.

    Parameters
    ----------
    latents : (n, k)
        Latent coordinates, in which the centres are given.
    settings : ClusterSettings
        The method, and the number of classes or how it is chosen.
    points : (n, d), optional
        What is divided, such as an embedding; the latents if None.
    before : (n,), optional
        Labels of the same particles in the round before (0 or less: none).
    progress : Progress
        Called after each division tried.

    Raises
    ------
    SettingsError
        The method is `mixture`, which needs the precision of each latent.
    ShapeError
        As for `cluster`.
    """
    if settings.method == "mixture":
        raise SettingsError("method mixture: needs the precision of each latent; without it take gmm")
    return _cluster(latents, None, settings, points, before, progress)


def _cluster(
    latents: Tensor,
    images: Images | None,
    settings: ClusterSettings,
    points: Tensor | None,
    before: np.ndarray | None,
    progress: Progress,
) -> Clusters:
    seen = latents if points is None else points
    if len(seen) != len(latents) or (before is not None and len(before) != len(latents)):
        labelled = 0 if before is None else len(before)
        raise ShapeError(f"{len(latents)} latents, {len(seen)} points, and {labelled} labels from before")
    if len(latents) < 20:
        raise ShapeError(f"{len(latents)} particles: too few to find classes among; 20 are the least")
    for name, values in (("latents", latents), ("points", seen)):
        bad = ~torch.isfinite(values).all(1)
        if bool(bad.any()):
            raise ShapeError(f"{name} of row {int(bad.nonzero()[0]) + 1} are not finite")
    where = seen.detach().cpu().double().numpy()
    chosen: tuple[int, str] | None = None
    if settings.method == "mixture":
        assert images is not None
        tries, chosen = _mixtures(images, settings, before, progress)
    else:
        tries = _partitions(where, settings, before, progress, seen.device)
    scores = _table(where, tries, settings, None if chosen is None else chosen[0])
    best, why = chosen or ((0, "") if len(tries) == 1 else choose(scores, settings.chosen_by))
    scores["chosen"] = np.arange(len(scores)) == best
    return _finished(tries[best], latents, images, settings, scores, why)


def _numbers(settings: ClusterSettings, count: int) -> list[int]:
    most = min(settings.most, count // 10)
    return list(range(1, most + 1)) if settings.classes is None else [settings.classes]


def _mixtures(
    images: Images, settings: ClusterSettings, before: np.ndarray | None, progress: Progress
) -> tuple[list[_Try], tuple[int, str] | None]:
    """Mixtures of every number of classes, and the one that held-out evidence chooses, if it is what chooses."""
    generator = torch.Generator().manual_seed(settings.seed)
    earlier = None if before is None else _one_hot(before, images.features)

    def begin(classes: int) -> Start | None:
        if earlier is None or earlier.shape[1] != classes:
            return None
        points = images.best_points(earlier)
        return points, torch.full_like(points[:, 0], 1 / classes), points.new_zeros(2 * (images.size,))

    if settings.classes is not None:
        given = begin(settings.classes)
        mixture = fit_mixture(
            images, settings.classes, generator, settings.starts, () if given is None else (given,)
        )
        progress(1, 1)
        return [_mixture_try(images, mixture, settings)], None
    numbers, rungs, best = _numbers(settings, len(images)), [], 0
    for rung in ladder(images, generator, settings.starts, begin):
        rungs.append(rung)
        progress(len(rungs), len(numbers))
        if beats(rung, rungs[best]):
            best = len(rungs) - 1
        patience = _PATIENCE if best else 2 * _PATIENCE
        failed = settings.chosen_by == "evidence" and len(rungs) - 1 - best >= patience
        if len(rungs) == len(numbers) or failed:
            break
    progress(len(numbers), len(numbers))
    tries = [_mixture_try(images, rung.mixture, settings, gain(rung, rungs[0])) for rung in rungs]
    if settings.chosen_by != "evidence":
        return tries, None
    return tries, choose_rung(images, rungs, settings.smallest)


def _mixture_try(
    images: Images,
    mixture: Mixture,
    settings: ClusterSettings,
    evidence: tuple[float, float] = (float("nan"), float("nan")),
) -> _Try:
    return _Try(
        mixture.probability.cpu().numpy(),
        _mixture_classifier(images, len(mixture.centres), settings.seed),
        bic=mixture.bic,
        evidence=evidence,
        spread=mixture.spread,
    )


def _mixture_classifier(images: Images, classes: int, seed: int) -> Classify:
    def classify(learn: np.ndarray, name: np.ndarray) -> np.ndarray:
        device = images.features.device
        mixture = fit_mixture(
            images.take(torch.from_numpy(learn).to(device)), classes, torch.Generator().manual_seed(seed), 2
        )
        return mixture.joint(images.take(torch.from_numpy(name).to(device))).argmax(1).cpu().numpy()

    return classify


def _one_hot(labels: np.ndarray, like: Tensor) -> Tensor:
    names = np.unique(labels[labels > 0])
    return torch.from_numpy(labels[:, None] == names).to(like)


def _partitions(
    points: np.ndarray,
    settings: ClusterSettings,
    before: np.ndarray | None,
    progress: Progress,
    device: torch.device,
) -> list[_Try]:
    count, seed, tries = len(points), settings.seed % (1 << 32), []
    if settings.method in ("kmeans", "gmm"):
        by = by_kmeans if settings.method == "kmeans" else by_gmm
        numbers, means = _numbers(settings, count), _means(points, before)
        for classes in numbers:
            begin = means if means is not None and len(means) == classes else None
            parts = by(points, classes, seed, begin)
            tries.append(_attempt(points, parts, partial(by, classes=classes, seed=seed)))
            progress(len(tries), len(numbers))
        return tries
    if settings.method == "dbscan":
        parts = by_dbscan(points, settings.radius, settings.core, seed)
        again = partial(_dbscan_of_part, settings=settings, count=count, seed=seed)
        return [_attempt(points, parts, again)]
    dense = max(5, min(settings.dense, count // 20))
    for core, parts in hdbscan_loop(points, dense, settings.classes, seed, device):
        again = partial(_hdbscan_of_part, dense=dense, core=core, count=count, seed=seed, device=device)
        tries.append(_attempt(points, parts, again))
        progress(len(tries), max(len(tries), dense.bit_length() - 2))
    return tries if settings.classes is None else tries[-1:]


def _means(points: np.ndarray, before: np.ndarray | None) -> np.ndarray | None:
    if before is None or not (before > 0).any():
        return None
    return np.stack([points[before == name].mean(0) for name in np.unique(before[before > 0])])


def _dbscan_of_part(points: np.ndarray, settings: ClusterSettings, count: int, seed: int) -> Parts:
    return by_dbscan(points, settings.radius, round(settings.core * len(points) / count), seed)


def _hdbscan_of_part(
    points: np.ndarray, dense: int, core: int, count: int, seed: int, device: torch.device
) -> Parts:
    share = len(points) / count
    return by_hdbscan(points, max(2, round(dense * share)), max(1, round(core * share)), seed, device)


def _attempt(points: np.ndarray, parts: Parts, again: Callable[[np.ndarray], Parts]) -> _Try:
    def classify(learn: np.ndarray, name: np.ndarray) -> np.ndarray:
        return _labels(again(points[learn]).membership(points[name]))

    return _Try(parts.membership(points), classify, parts.setting, parts.bic)


def _labels(membership: np.ndarray) -> np.ndarray:
    """Most probable class of each row, from 0, or −1 for noise."""
    if not membership.shape[1]:
        return np.full(len(membership), NOISE)
    return np.where(membership.sum(1) > 0, membership.argmax(1), NOISE)


def _table(
    points: np.ndarray, tries: list[_Try], settings: ClusterSettings, chosen: int | None
) -> pd.DataFrame:
    """Score every division by every measure; where one is chosen already, the dear ones are of that alone."""
    rows = []
    for at, attempt in enumerate(tries):
        label, q = _labels(attempt.membership), attempt.membership
        entropy = -float(np.sum(q * np.log(np.maximum(q, 1e-300))))
        evidence, error = attempt.evidence
        row = {
            "classes": q.shape[1],
            "set": attempt.setting,
            "noise": float((label == NOISE).mean()),
            "evidence": evidence,
            "evidence_error": error,
            "bic": attempt.bic,
            "icl": attempt.bic + 2 * entropy,
            "silhouette": math.nan,
            "dbcv": math.nan,
            "stability": math.nan,
        }
        if chosen is None or chosen == at:
            row["silhouette"] = silhouette(points, label, settings.seed)
            row["dbcv"] = dbcv(points, label, settings.seed)
            if q.shape[1] > 1:
                row["stability"] = stability(attempt.classify, len(points), settings.seed)
        rows.append(row)
    return pd.DataFrame(rows)


def _finished(
    attempt: _Try,
    latents: Tensor,
    images: Images | None,
    settings: ClusterSettings,
    scores: pd.DataFrame,
    why: str,
) -> Clusters:
    """Classes without the small ones, numbered by size, with the verdict in words."""
    tried = [int(n) for n in scores["classes"]]
    membership, dissolved = _without_small(attempt.membership, settings)
    label = _labels(membership)
    count = np.bincount(label[label >= 0], minlength=membership.shape[1])
    membership = membership[:, np.argsort(-count, kind="stable")]
    label = _labels(membership)
    assigned = label != NOISE
    centres = _centres(latents, images, membership)
    midway = _midway(images, centres, label, attempt.spread)
    probability = np.where(assigned, membership.max(1, initial=0.0), 0.0)
    number = np.where(assigned, label + 1, NOISE)
    words = verdict(number, probability, midway, tried, dissolved, settings, why)
    if images is not None and settings.method == "mixture" and settings.classes is None:
        words += seen_from(images, attempt.spread, settings)
    return Clusters(number, probability, membership, centres, midway, scores, words)


def _centres(latents: Tensor, images: Images | None, membership: np.ndarray) -> np.ndarray:
    """Most likely point of each class; the mean of its particles where their uncertainty is not known."""
    if images is not None:
        return images.best_points(torch.from_numpy(membership).to(images.features)).cpu().numpy()
    points = latents.detach().cpu().double().numpy()
    return membership.T @ points / np.maximum(membership.sum(0), 1e-300)[:, None]


def _without_small(membership: np.ndarray, settings: ClusterSettings) -> tuple[np.ndarray, list[int]]:
    """Membership without classes that are too small, and the sizes of those.

    The smallest class goes first. Its particles go to the class that fits them next (mixture, gmm), or become noise.
    """
    dissolved: list[int] = []
    least = max(1, settings.smallest)
    while membership.shape[1]:
        label = _labels(membership)
        count = np.bincount(label[label >= 0], minlength=membership.shape[1])
        smallest = int(count.argmin())
        if count[smallest] >= least:
            break
        dissolved.append(int(count[smallest]))
        total = membership.sum(1, keepdims=True)
        membership = np.delete(membership, smallest, 1)
        if settings.method in ("mixture", "gmm") and membership.shape[1]:
            kept = membership.sum(1, keepdims=True)
            even = np.full_like(membership, 1 / membership.shape[1])
            membership = np.where(kept > 1e-300, membership / np.maximum(kept, 1e-300), even) * total
    return membership, dissolved


def _midway(
    images: Images | None, centres: np.ndarray, label: np.ndarray, spread: Tensor | None
) -> np.ndarray:
    """Share of particles midway between each two classes; see `bridge`."""
    shares = np.full((len(centres), len(centres)), np.nan)
    if images is None:
        return shares
    places = torch.from_numpy(centres).to(images.features)
    for i in range(len(centres)):
        for j in range(i):
            rows = np.flatnonzero((label == i) | (label == j))
            few = rows[:: max(1, len(rows) // _BRIDGE_SAMPLE)]
            some = images.take(torch.from_numpy(few).to(images.features.device))
            shares[i, j] = shares[j, i] = bridge(some, places[i], places[j], spread)
    return shares
