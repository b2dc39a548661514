"""Classes as points of latent space, each particle seen through its own uncertainty.

Image i says of its latent h·z − zᵀGz / 2 (`Latents.likelihood`), whatever its view, defocus and noise. A mixture of
J points with this likelihood, fitted by EM, is classification against J volumes of the linear model, exact
and without a look at the images. The log likelihood is linear in the coordinates of a point and their products,
so that each step of EM is two products of matrices.
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
    """What images say of points z of latent space: log likelihood = features · (z, products of z)."""

    features: Float[Tensor, "n f"]
    size: int

    @classmethod
    def of(cls, h: Float[Tensor, "n k"], g: Float[Tensor, "n k k"]) -> "Images":
        """Take each image's h and G, in float64."""
        upper = torch.triu_indices(h.shape[1], h.shape[1], device=h.device)
        once = torch.where(upper[0] == upper[1], 0.5, 1.0).to(h)
        return cls(torch.cat([h, -g[:, upper[0], upper[1]] * once], 1).double(), h.shape[1])

    def __len__(self) -> int:
        """Count the images."""
        return len(self.features)

    def take(self, rows: Int[Tensor, " m"]) -> "Images":
        """Give the images of these rows."""
        return Images(self.features[rows], self.size)

    def log_likelihood(self, z: Float[Tensor, "j k"]) -> Float[Tensor, "n j"]:
        """Give ln p(image | z) − ln p(image | 0) of every image for every point."""
        upper = torch.triu_indices(self.size, self.size, device=z.device)
        return self.features @ torch.cat([z, z[:, upper[0]] * z[:, upper[1]]], 1).T

    def best_points(self, weight: Float[Tensor, "n j"]) -> Float[Tensor, "j k"]:
        """Give the points that fit the weighted images best, under the latents' own prior N(0, 1)."""
        sums, k = weight.T @ self.features, self.size
        upper = torch.triu_indices(k, k, device=weight.device)
        precision = torch.zeros(len(sums), k, k, dtype=sums.dtype, device=sums.device)
        precision[:, upper[0], upper[1]] = -sums[:, k:]
        precision = precision + precision.mT + torch.eye(k, dtype=sums.dtype, device=sums.device)
        return torch.linalg.solve(precision, sums[:, :k])

    def means(self) -> Float[Tensor, "n k"]:
        """Give each image's most likely point under the latents' prior."""
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

        Classes are never quite points, and among many particles BIC pays for every split of one; ICL asks
        that the parts can be told apart.
        """
        return self.bic - 2 * float(torch.xlogy(self.probability, self.probability).sum())


def fit_mixture(
    images: Images,
    classes: int,
    generator: torch.Generator,
    starts: int = 4,
    begin: tuple[Float[Tensor, "j k"], ...] = (),
) -> Mixture:
    """Fit a mixture of `classes` points by EM, the best of several starts.

    Starts are short and on at most 5,000 images drawn by `generator` (on the CPU): `starts` of them from points drawn
    far apart, and one from each set of points in `begin`. The best goes on with all images.
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
    """Give the mixture's points with one of them made two, along the longest axis of the widest class."""
    means, label = images.means(), mixture.probability.argmax(1)
    widest, found = -1.0, (0, torch.zeros_like(mixture.centres[0]))
    for j in range(len(mixture.centres)):
        mine = means[label == j]
        if len(mine) < 2:
            continue
        away = mine - mine.mean(0)
        value, vector = torch.linalg.eigh(away.T @ away)
        if float(value[-1]) > widest:
            widest, found = float(value[-1]), (j, vector[:, -1] * (value[-1] / len(mine)).sqrt())
    j, step = found
    return torch.cat([mixture.centres, mixture.centres[j : j + 1] + step]).index_add(
        0, torch.tensor([j], device=step.device), -step[None]
    )


def bridge(images: Images, one: Float[Tensor, " k"], other: Float[Tensor, " k"]) -> float:
    """Give the share of images that lie midway on the line between two points, after their noise is taken off.

    The density along the line, from half the distance before one point to half beyond the other, is fitted to
    the images (Laird 1978, nonparametric maximum likelihood on 17 places); its part from a quarter to three
    quarters of the way is given. Two states leave it near 0, however noisy their images; a uniform motion that was
    cut in two fills it to 1/4 at least.
    """
    along = torch.linspace(-0.5, 1.5, 17, dtype=one.dtype, device=one.device)[:, None]
    log = images.log_likelihood(one * (1 - along) + other * along)
    weight = torch.full_like(log[0], 1 / len(along))
    for _ in range(_LINE_STEPS):
        weight = torch.softmax(log + weight.log(), 1).mean(0).clamp_min(1e-12)
    return float(weight[6:11].sum())


def _em(images: Images, centres: Tensor, shares: Tensor | None, steps: int) -> Mixture:
    """Go on until the log likelihood of an image grows by less than 3e-6."""
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
    """Draw points far apart, each the best of a few (greedy k-means++, Arthur & Vassilvitskii 2007)."""
    draws = torch.rand(classes, _DRAWS, generator=generator, dtype=torch.float64).to(points)
    chosen = points[(draws[0, :1] * len(points)).long()]
    nearest = ((points - chosen) ** 2).sum(1)
    for draw in draws[1:]:
        rows = torch.searchsorted(nearest.cumsum(0), draw * nearest.sum()).clamp_max(len(points) - 1)
        apart = torch.minimum(nearest[:, None], torch.cdist(points, points[rows]) ** 2)
        best = int(apart.sum(0).argmin())
        chosen, nearest = torch.cat([chosen, points[rows[best : best + 1]]]), apart[:, best]
    return chosen
