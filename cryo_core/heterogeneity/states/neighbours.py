"""Which images lie near a point of latent space, in rings.

An image that takes part in the map at a point z brings an error of its own: the difference of its volume from the
one at z. What is expected of it is (m − z)ᵀ M (m − z) + tr(M C), where m and C are mean and covariance of the image's
place, and M is how much volumes differ for a step in latent space. An image of which little is known is far away in
that measure, wherever its mean lies.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.look import Look, settled

_GAP = 0.02
_LEAST_OF_A_HALF = 5


@dataclass(frozen=True)
class Places:
    """Where n images lie in a latent space of k coordinates.

    `mean` and `covariance` are those of each image's place. `metric` M: two points apart by a step d differ by
    dᵀ M d in their volumes, as a share of the map's power where the model is linear. `good` images may be used.
    For the linear model alone: `pull` h and `information` G of each image's own likelihood h·z − zᵀ G z / 2, and the
    `components` by which images were placed, on the grid of the images.
    """

    mean: Float[Tensor, "n k"]
    covariance: Float[Tensor, "n k k"]
    metric: Float[Tensor, "k k"]
    good: Bool[Tensor, " n"]
    pull: Float[Tensor, "n k"] | None = None
    information: Float[Tensor, "n k k"] | None = None
    components: tuple[Volume, ...] = ()

    def __post_init__(self) -> None:
        """Refuse parts that do not fit each other, and places that are not finite."""
        n, k = self.mean.shape
        shapes = tuple(self.covariance.shape), tuple(self.metric.shape), len(self.good)
        if shapes != ((n, k, k), (k, k), n):
            raise ShapeError(f"{n} x {k} places with covariances, metric and marks of other sizes: {shapes}")
        bad = ~torch.isfinite(self.mean).all(1)
        if bool(bad.any()):
            raise ShapeError(f"the latents of row {int(bad.nonzero()[0]) + 1} are not finite")

    def __len__(self) -> int:
        """Count the images."""
        return len(self.mean)

    def difference(self, point: Float[Tensor, " k"]) -> Float[Tensor, " n"]:
        """What is expected of the squared difference between each image's volume and that at a point."""
        away = self.mean.double() - point.double()
        metric = self.metric.double()
        blur = torch.einsum("nij,ij->n", self.covariance.double(), metric)
        return torch.einsum("ni,ij,nj->n", away, metric, away) + blur


def places_of_linear(
    latents: Latents, mean: Volume, components: tuple[Volume, ...], good: Bool[Tensor, " n"], seed: int
) -> Places:
    """Places by the linear model: its likelihoods, with where the images lie as the prior (`look.settled`).

    Parameters
    ----------
    latents : Latents
        Of the model.
    mean, components : Volume, tuple of Volume
        The model's, on the grid of the images.
    good : (n,)
        Images that the distribution is fitted to, and that maps may be made of.
    seed : number
        Of the mixture's starts.
    """
    pull, information = latents.likelihood()
    look = Look(pull, information, torch.zeros(len(latents), 0))
    middle, covariance = settled(look, good, seed)
    flat = torch.stack([volume.density.flatten().double() for volume in components])
    metric = flat @ flat.T / mean.density.double().square().sum()
    return Places(middle, covariance, metric.float(), good, pull, information, components)


def places_of_points(
    points: Float[Tensor, "n k"],
    good: Bool[Tensor, " n"],
    covariance: Float[Tensor, "n k k"] | None = None,
) -> Places:
    """Places of latents of any model: distances are Mahalanobis's in their own cloud.

    Parameters
    ----------
    points : (n, k)
        The latents.
    good : (n,)
        Images that maps may be made of.
    covariance : (n, k, k), optional
        Of each image's place, where the model tells it.

    Raises
    ------
    SettingsError
        There are no more good images than latents.
    """
    cloud = points[good].double()
    if len(cloud) <= points.shape[1]:
        raise SettingsError(f"{len(cloud)} images in {points.shape[1]} latents: too few to tell distances")
    centred = cloud - cloud.mean(0)
    metric = torch.linalg.pinv(centred.T @ centred / (len(cloud) - 1), hermitian=True)
    if covariance is None:
        covariance = torch.zeros(len(points), points.shape[1], points.shape[1])
    return Places(points.float(), covariance.float(), metric.float(), good)


def rings(
    difference: Float[Tensor, " n"],
    half_set: Int[np.ndarray, " n"],
    good: Bool[Tensor, " n"],
    least: int,
    widths: int,
) -> list[Int[np.ndarray, " m"]]:
    """Rows of the images in each ring about a point, the nearest first; a kernel is all rings up to its width.

    Widths grow by one factor, from `least` images to all. Each is moved, within half a step, to where few images
    lie: between two states there is a ring's edge.

    Parameters
    ----------
    difference : (n,)
        From `Places.difference`.
    half_set : (n,)
        1 or 2.
    good : (n,)
        Images that may be used.
    least : int
        Images in the first ring, at least.
    widths : int
        Number of rings, at most.

    Raises
    ------
    SettingsError
        Fewer good images than `least`, or a half set with nearly none.
    """
    order = torch.argsort(difference, stable=True).numpy()
    order = order[good.numpy()[order]]
    halves = np.bincount(half_set[order], minlength=3)[1:3]
    if len(order) < least or halves.min() < _LEAST_OF_A_HALF:
        raise SettingsError(
            f"{len(order)} good images ({halves[0]} and {halves[1]} in the halves): a state map needs at least {least}"
        )
    ends = _ends(difference.numpy()[order], least, widths)
    found, start = [], 0
    for end in ends:
        ring = order[start:end]
        if np.bincount(half_set[ring], minlength=3)[1:3].min() >= _LEAST_OF_A_HALF:
            found.append(ring)
            start = end
    if start < len(order):  # a last ring with hardly an image of one half goes to the one before
        found[-1:] = [np.concatenate([*found[-1:], order[start:]])]
    return found


def _ends(sorted_difference: Float[np.ndarray, " m"], least: int, widths: int) -> list[int]:
    """Where rings end, among images in the order of their distance; the last is their number."""
    count = len(sorted_difference)
    factor = (count / least) ** (1.0 / max(1, widths - 1))
    ends: list[int] = []
    for size in least * factor ** np.arange(widths - 1):
        lag = max(1, round(_GAP * size))
        low, high = max(least, math.ceil(size / math.sqrt(factor))), math.floor(size * math.sqrt(factor))
        places = np.arange(low, min(high, count - lag) + 1)
        if not len(places):
            continue
        gap = sorted_difference[np.minimum(places + lag, count - 1)] - sorted_difference[places - lag]
        best = int(places[np.argmax(gap / np.maximum(sorted_difference[places], 1e-30))])
        near = np.arange(max(low, best - lag), min(best + lag, count - 1) + 1)
        best = int(near[np.argmax(sorted_difference[near] - sorted_difference[near - 1])])
        if best > (ends[-1] if ends else 0):
            ends.append(best)
    return [*ends, count]


def brought_by_selection(places: Places, rows: Int[Tensor, " m"]) -> Float[Tensor, " k"]:
    """How far images that were chosen by their own noise lie beside their states, in the map that they make.

    An image's likeliest place is that of its state plus noise. Of the images about a point the noise does not average
    to 0, since they were chosen by it: their map shows the mean of the likeliest places, (Σ G)⁻¹ Σ h, where their
    states have the mean of m. The difference lies within what the components show, and is given in their units; it is
    0 for all images of a state.

    Parameters
    ----------
    places : Places
        Of the linear model.
    rows : (m,)
        The images chosen.
    """
    assert places.pull is not None and places.information is not None
    g = places.information[rows].double()
    total = g.sum(0)
    beside = places.pull[rows].double() - torch.einsum("nij,nj->ni", g, places.mean[rows].double())
    total = total + 1e-9 * total.diagonal().mean().clamp(min=1e-30) * torch.eye(len(total), dtype=total.dtype)
    return torch.linalg.solve(total, beside.sum(0)).float()
