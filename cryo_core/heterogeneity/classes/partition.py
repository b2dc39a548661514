"""The usual ways to divide points into classes: k-means, a Gaussian mixture, DBSCAN, HDBSCAN.

Each returns the `Parts` it made, which can also classify other points. The density methods look at no more than
50,000 points and give the others the class of the dense ones they lie among, so that time and
memory stay bounded. scikit-learn and hdbscan take seconds to import: that is done where they are used.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.spatial import cKDTree

from cryo_core.heterogeneity.accelerated import hdbscan_of

_LOOKED_AT = 50_000

CPU = torch.device("cpu")

Points = Float[np.ndarray, "n k"]


@dataclass(frozen=True)
class Parts:
    """A division of space: the number of classes, and their probabilities at any points.

    `membership` maps points (m, k) to probabilities (m, j); rows of 0 are noise. `setting` names what was set, if the
    number of classes alone does not say it.
    """

    classes: int
    membership: Callable[[Any], Any]
    bic: float = float("nan")
    setting: str = ""


def by_kmeans(
    points: Points, classes: int, seed: int, begin: Float[np.ndarray, "j k"] | None = None
) -> Parts:
    """Parts by the nearest of `classes` means (Lloyd 1982).

    Parameters
    ----------
    points : (n, k)
        The points.
    classes : int
        How many means, j.
    seed : int
        Seed of the starts.
    begin : (j, k), optional
        Means to start from; the best of four random starts if None.
    """
    from sklearn.cluster import KMeans

    starts: dict[str, Any] = {"n_init": 4} if begin is None else {"init": begin, "n_init": 1}
    fitted = KMeans(classes, random_state=seed, **starts).fit(points)
    return Parts(classes, lambda p: _one_hot(fitted.predict(p), classes))


def by_gmm(points: Points, classes: int, seed: int, begin: Float[np.ndarray, "j k"] | None = None) -> Parts:
    """Parts by a mixture of Gaussians with a covariance each, fitted by EM; probabilities are the mixture's.

    Parameters
    ----------
    points : (n, k)
        The points.
    classes : int
        How many Gaussians, j.
    seed : int
        Seed of the start.
    begin : (j, k), optional
        Means to start from; those of k-means if None.
    """
    from sklearn.mixture import GaussianMixture

    mixture = GaussianMixture(
        classes, random_state=seed, means_init=begin, reg_covar=1e-6 * float(points.var())
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # more iterations would move the means by less than their error
        mixture.fit(points)
    return Parts(classes, lambda p: mixture.predict_proba(p).astype(np.float64), float(mixture.bic(points)))


def by_dbscan(points: Points, radius: float, core: int, seed: int) -> Parts:
    """Parts that are regions where many points lie close together (Ester et al. 1996).

    Parameters
    ----------
    points : (n, k)
        The points.
    radius : float
        Distance within which neighbours count, in the points' units.
    core : int
        Neighbours that make a point dense, if all points are looked at; of a sample, its share of them.
    seed : int
        Seed of the sample.
    """
    from sklearn.cluster import DBSCAN

    looked = _looked_at(points, seed)
    enough = max(2, round(core * len(looked) / len(points)))
    label = DBSCAN(eps=radius, min_samples=enough).fit(looked).labels_
    classes = int(label.max()) + 1
    dense = label >= 0
    if not dense.any():
        return Parts(0, lambda p: np.zeros((len(p), 0)), setting=f"radius {radius:g}")
    tree, kept = cKDTree(looked[dense]), label[dense]

    def membership(p: Points) -> Float[np.ndarray, "m j"]:
        distance, nearest = tree.query(p, workers=-1)
        return _one_hot(np.where(distance <= radius, kept[nearest], -1), classes)

    return Parts(classes, membership, setting=f"radius {radius:g}")


def by_hdbscan(points: Points, least: int, core: int, seed: int, device: torch.device = CPU) -> Parts:
    """Parts that are the clusters which persist longest over densities (Campello et al. 2013; excess of mass).

    Parameters
    ----------
    points : (n, k)
        The points.
    least : int
        Smallest cluster, if all points are looked at.
    core : int
        HDBSCAN's min_samples, if all points are looked at.
    seed : int
        Seed of the sample.
    device : torch.device
        Where to compute: by cuML on a GPU, if it is installed.
    """
    hdbscan, approximate_predict, own = hdbscan_of(device)
    looked = _looked_at(points, seed)
    share = len(looked) / len(points)
    least, core = max(2, round(least * share)), max(1, round(core * share))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own use of scikit-learn and NumPy
        fitted = hdbscan(
            min_cluster_size=least,
            min_samples=min(core, len(looked) - 1),
            cluster_selection_method="eom",
            prediction_data=True,
            **own,
        ).fit(looked)
    classes = int(fitted.labels_.max()) + 1

    def membership(p: Points) -> Float[np.ndarray, "m j"]:
        if not classes:
            return np.zeros((len(p), 0))
        if p is points and len(looked) == len(points):
            label, strength = fitted.labels_, fitted.probabilities_
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                label, strength = approximate_predict(fitted, p)
        return _one_hot(label, classes) * np.asarray(strength, np.float64)[:, None]

    return Parts(classes, membership, setting=f"min_samples {core}")


def hdbscan_loop(
    points: Points, least: int, classes: int | None, seed: int, device: torch.device = CPU
) -> Iterator[tuple[int, Parts]]:
    """Yield each min_samples tried and its parts, halving it from `least` until there are classes − 1 clusters.

    Parameters
    ----------
    points : (n, k)
        The points.
    least : int
        Smallest cluster, and the first min_samples.
    classes : int or None
        Number of classes asked for; None: go on until min_samples is below 5.
    seed : int
        Seed of the sample.
    device : torch.device
        Where to compute, as of `by_hdbscan`.
    """
    core = least
    while core >= 5:
        parts = by_hdbscan(points, least, core, seed, device)
        yield core, parts
        if classes is not None and parts.classes >= classes - 1:
            return
        core //= 2


def _looked_at(points: Points, seed: int) -> Points:
    if len(points) <= _LOOKED_AT:
        return points
    return points[np.random.default_rng(seed).permutation(len(points))[:_LOOKED_AT]]


def _one_hot(label: Int[np.ndarray, " n"], classes: int) -> Float[np.ndarray, "n j"]:
    return (np.asarray(label)[:, None] == np.arange(classes)).astype(np.float64)
