"""Two embeddings of the same images side by side: neighbourhoods, canonical correlations, order along a motion."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.errors import ShapeError

_SAMPLE = 5_000


@dataclass(frozen=True)
class Agreement:
    """How far two embeddings agree.

    `neighbours`: the share of each image's nearest that are its nearest in both, on the mean; `by_chance`: what
    embeddings that have nothing in common would share. `canonical`: correlations of the best linear functions of one
    with those of the other, largest first.
    """

    neighbours: float
    by_chance: float
    canonical: tuple[float, ...]


def agreement(
    first: Float[Tensor, "n a"], second: Float[Tensor, "m b"], share: float = 0.02, seed: int = 1
) -> Agreement:
    """Agreement of two embeddings of the same images, row by row.

    Parameters
    ----------
    first, second : (n, a), (m, b)
        The embeddings.
    share : float
        Of the images that count as an image's nearest, at least 5 of them.
    seed : int
        Of the images that are looked at, where there are more than 5,000.

    Raises
    ------
    ShapeError
        They have other numbers of images, or fewer than 20.
    """
    if len(first) != len(second):
        raise ShapeError(
            f"embeddings of {len(first)} and {len(second)} images: row by row they must be the same"
        )
    if len(first) < 20:
        raise ShapeError(f"embeddings of {len(first)} images: agreement needs at least 20")
    whole = [_whitened(points.double().cpu().numpy()) for points in (first, second)]
    correlation = np.linalg.svd(whole[0].T @ whole[1] / len(first), compute_uv=False)
    rows = np.random.default_rng(seed).permutation(len(first))[:_SAMPLE]
    count = max(5, round(share * len(rows)))
    near = []
    for points in whole:
        some = points[rows]
        near.append(cKDTree(some).query(some, count + 1)[1][:, 1:])
    both = [len(np.intersect1d(a, b)) / count for a, b in zip(*near, strict=True)]
    kept = min(first.shape[1], second.shape[1])
    return Agreement(
        float(np.mean(both)),
        count / (len(rows) - 1),
        tuple(float(value) for value in correlation[:kept].clip(0.0, 1.0)),
    )


def _whitened(points: Float[np.ndarray, "n k"]) -> Float[np.ndarray, "n k2"]:
    """The points with mean 0 and unit covariance, in as many dimensions as they fill."""
    centred = points - points.mean(0)
    left, size, _ = np.linalg.svd(centred, full_matrices=False)
    filled = size > 1e-9 * max(float(size[0]), 1e-300)
    return left[:, filled] * np.sqrt(len(points))
