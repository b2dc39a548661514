"""Classes as points of latent space, each particle weighed by its own uncertainty.

The log likelihood of latent z for image i is h·z − zᵀGz / 2 (`Latents.likelihood`), whatever its view, defocus and
noise. A mixture of J points with this likelihood, fitted by EM, is classification against J volumes of the linear
model, exact and without reading the images. The log likelihood is linear in the coordinates of a point and their
products, so that each step of EM is two products of matrices.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

_SAMPLE = 5000
_FIRST_STEPS = 25
_STEPS = 150
_TOLERANCE = 3e-6
_LINE_STEPS = 60
_DRAWS = 8


@dataclass(frozen=True)
class Images:
    """Log likelihoods of points z of latent space, one row an image: features · (z, products of z)."""

    features: Float[Tensor, "n f"]
    size: int

    @classmethod
    def of(cls, h: Float[Tensor, "n k"], g: Float[Tensor, "n k k"]) -> "Images":
        """Features of images, in float64, from their h and G."""
        upper = torch.triu_indices(h.shape[1], h.shape[1], device=h.device)
        once = torch.where(upper[0] == upper[1], 0.5, 1.0).to(h)
        return cls(torch.cat([h, -g[:, upper[0], upper[1]] * once], 1).double(), h.shape[1])

    def __len__(self) -> int:
        """Count the images."""
        return len(self.features)

    def take(self, rows: Int[Tensor, " m"]) -> "Images":
        """Images of these rows."""
        return Images(self.features[rows], self.size)

    def log_likelihood(self, z: Float[Tensor, "j k"]) -> Float[Tensor, "n j"]:
        """Log likelihood ratio ln p(image | z) − ln p(image | 0) of every image for every point."""
        upper = torch.triu_indices(self.size, self.size, device=z.device)
        return self.features @ torch.cat([z, z[:, upper[0]] * z[:, upper[1]]], 1).T

    def best_points(self, weight: Float[Tensor, "n j"]) -> Float[Tensor, "j k"]:
        """Points that fit the weighted images best, under the latents' own prior N(0, 1)."""
        sums, k = weight.T @ self.features, self.size
        upper = torch.triu_indices(k, k, device=weight.device)
        precision = torch.zeros(len(sums), k, k, dtype=sums.dtype, device=sums.device)
        precision[:, upper[0], upper[1]] = -sums[:, k:]
        precision = precision + precision.mT + torch.eye(k, dtype=sums.dtype, device=sums.device)
        return torch.linalg.solve(precision, sums[:, :k])

    def means(self) -> Float[Tensor, "n k"]:
        """Most likely point of each image under the latents' prior."""
        k = self.size
        upper = torch.triu_indices(k, k, device=self.features.device)
        precision = self.features.new_zeros(len(self), k, k)
        precision[:, upper[0], upper[1]] = -self.features[:, k:]
        precision = precision + precision.mT + torch.eye(k, dtype=precision.dtype, device=precision.device)
        return torch.linalg.solve(precision, self.features[:, :k])


@dataclass(frozen=True)
class Mixture:
    """A fitted mixture: its points, their shares, each particle's probabilities, and the log likelihood."""

    centres: Float[Tensor, "j k"]
    shares: Float[Tensor, " j"]
    probability: Float[Tensor, "n j"]
    log_likelihood: float

    @property
    def bic(self) -> float:
        """Schwarz's criterion, smaller is better: −2 ln L + parameters · ln n. It over-fits here: see `icl`."""
        classes, k = self.centres.shape
        return -2 * self.log_likelihood + (classes * k + classes - 1) * math.log(len(self.probability))

    @property
    def icl(self) -> float:
        """BIC and twice the entropy of the assignment (Biernacki, Celeux & Govaert 2000), smaller is better.

        Classes are never quite points, and with many particles BIC rewards every split of one; ICL requires
        that the parts can be distinguished.
        """
        return self.bic - 2 * float(torch.xlogy(self.probability, self.probability).sum())


def fit_mixture(
    images: Images,
    classes: int,
    generator: torch.Generator,
    starts: int = 4,
    begin: tuple[Float[Tensor, "j k"], ...] = (),
) -> Mixture:
    """Mixture of `classes` points, fitted by EM: the best of several starts.

    Starts are short and on at most 5,000 images; the best goes on with all images.

    Parameters
    ----------
    images : Images
        Log likelihoods of n images.
    classes : int
        How many points, j.
    generator : torch.Generator
        Source of the random numbers, on the CPU.
    starts : int
        Starts from points drawn far apart.
    begin : tuple of (j, k)
        Further starts: one from each of these sets of points.
    """
    rows = torch.randperm(len(images), generator=generator)[:_SAMPLE].to(images.features.device)
    sample = images.take(rows)
    means = sample.means()
    tries = [_spread(means, classes, generator) for _ in range(starts)] + list(begin)
    best = max(
        (_em(sample, centres, None, _FIRST_STEPS) for centres in tries), key=lambda m: m.log_likelihood
    )
    return _em(images, best.centres, best.shares, _STEPS)


def split(images: Images, mixture: Mixture) -> Float[Tensor, "i k"]:
    """Points of the mixture with one of them made two, along the longest axis of the widest class."""
    means, label = images.means(), mixture.probability.argmax(1)
    widest, halved, step = -1.0, 0, torch.zeros_like(mixture.centres[0])
    for j in range(len(mixture.centres)):
        mine = means[label == j]
        if len(mine) < 2:
            continue
        away = mine - mine.mean(0)
        value, vector = torch.linalg.eigh(away.T @ away)
        if float(value[-1]) > widest:
            widest, halved, step = float(value[-1]), j, vector[:, -1] * (value[-1] / len(mine)).sqrt()
    return torch.cat([mixture.centres, mixture.centres[halved : halved + 1] + step]).index_add(
        0, torch.tensor([halved], device=step.device), -step[None]
    )


def bridge(images: Images, one: Float[Tensor, " k"], other: Float[Tensor, " k"]) -> float:
    """Share of images that lie midway on the line between two points, their noise taken into account.

    The density along the line, from half the distance before one point to half the distance beyond the other, is fitted
    to the images (Laird 1978, nonparametric maximum likelihood on 17 places); the share is its part from a quarter to
    three quarters of the way. Two states leave it near 0, however noisy their images; a uniform motion that was
    cut in two fills it to 1/4 at least.

    Parameters
    ----------
    images : Images
        Log likelihoods of the images of both classes.
    one, other : (k,)
        The two points.
    """
    along = torch.linspace(-0.5, 1.5, 17, dtype=one.dtype, device=one.device)[:, None]
    log = images.log_likelihood(one * (1 - along) + other * along)
    weight = torch.full_like(log[0], 1 / len(along))
    for _ in range(_LINE_STEPS):
        weight = torch.softmax(log + weight.log(), 1).mean(0).clamp_min(1e-12)
    return float(weight[6:11].sum())


def _em(images: Images, centres: Tensor, shares: Tensor | None, steps: int) -> Mixture:
    """Mixture once the log likelihood grows by less than 3e-6 an image, or after `steps` steps."""
    shares = torch.full_like(centres[:, 0], 1 / len(centres)) if shares is None else shares
    last = -math.inf
    for step in range(steps):
        joint = images.log_likelihood(centres) + shares.log()
        each = torch.logsumexp(joint, 1, keepdim=True)
        probability, total = (joint - each).exp(), float(each.sum())
        if total - last < _TOLERANCE * len(images) or step == steps - 1:
            break
        last = total
        centres = images.best_points(probability)
        shares = probability.mean(0).clamp_min(1e-12)
    return Mixture(centres, shares, probability, total)


def _spread(points: Float[Tensor, "n k"], classes: int, generator: torch.Generator) -> Float[Tensor, "j k"]:
    """Points drawn far apart, each the best of a few (greedy k-means++, Arthur & Vassilvitskii 2007)."""
    draws = torch.rand(classes, _DRAWS, generator=generator, dtype=torch.float64).to(points)
    chosen = points[(draws[0, :1] * len(points)).long()]
    nearest = ((points - chosen) ** 2).sum(1)
    for draw in draws[1:]:
        rows = torch.searchsorted(nearest.cumsum(0), draw * nearest.sum()).clamp_max(len(points) - 1)
        apart = torch.minimum(nearest[:, None], torch.cdist(points, points[rows]) ** 2)
        best = int(apart.sum(0).argmin())
        chosen, nearest = torch.cat([chosen, points[rows[best : best + 1]]]), apart[:, best]
    return chosen
