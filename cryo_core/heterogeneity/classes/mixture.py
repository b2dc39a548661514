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

CONTINUOUS = 0.2
"""Two classes with at least this share of their particles midway between them count as parts of one motion."""

_SAMPLE = 5000
_FIRST_STEPS = 25
_STEPS = 150
_TOLERANCE = 3e-6
_LINE_STEPS = 60
_PLACES = 17
_NARROW = 1 / 3
_ERRORS = 3.0
_DRAWS = 8
_WIDEST = 1e6
"""Largest variance of a cloud: latents are N(0, 1), so that more is no cloud but images that tell nothing."""

_SPREAD_ROUNDS = 8
_SPREAD_STEP = 0.6
_SPREAD_TOLERANCE = 0.01
_TRIAL_STEPS = 4
_CANDIDATES = 48
_NEW_SHARES = (0.003, 0.03, 0.2)


@dataclass(frozen=True)
class Images:
    """Log likelihoods of points z of latent space, one row an image: features · (z, products of z) + offset."""

    features: Float[Tensor, "n f"]
    size: int
    offset: Float[Tensor, " n"] | float = 0.0

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
        offset = self.offset[rows] if isinstance(self.offset, Tensor) else self.offset
        return Images(self.features[rows], self.size, offset)

    def precision(self) -> Float[Tensor, "n k k"]:
        """G of each image."""
        upper = torch.triu_indices(self.size, self.size, device=self.features.device)
        g = self.features.new_zeros(len(self), self.size, self.size)
        g[:, upper[0], upper[1]] = -self.features[:, self.size :]
        return g + g.mT

    def blurred(self, spread: Float[Tensor, "k k"]) -> "Images":
        """Likelihoods of clouds N(z, spread) in place of points z."""
        value, vector = torch.linalg.eigh(spread)
        root = (vector * value.clamp(0, _WIDEST).sqrt())[:, value > 0]
        if not root.shape[1]:
            return self
        h, g = self.features[:, : self.size], self.precision()
        across = root.T @ g
        eye = torch.eye(root.shape[1], dtype=root.dtype, device=root.device)
        inner = across @ root
        factor = torch.linalg.cholesky(eye + 0.5 * (inner + inner.mT))
        both = torch.cat([(h @ root)[..., None], across], 2)
        solved = torch.linalg.solve_triangular(factor, both, upper=False)
        mine, others = solved[..., 0], solved[..., 1:]
        offset = (mine**2).sum(1) / 2 - factor.diagonal(dim1=1, dim2=2).log().sum(1)
        away = torch.einsum("nrk,nr->nk", others, mine)
        made = Images.of(h - away, g - others.mT @ others)
        return Images(made.features, self.size, offset + self.offset)

    def log_likelihood(self, z: Float[Tensor, "j k"]) -> Float[Tensor, "n j"]:
        """Log likelihood ratio ln p(image | z) − ln p(image | 0) of every image for every point."""
        upper = torch.triu_indices(self.size, self.size, device=z.device)
        log = self.features @ torch.cat([z, z[:, upper[0]] * z[:, upper[1]]], 1).T
        return log + self.offset[:, None] if isinstance(self.offset, Tensor) else log + self.offset

    def best_points(self, weight: Float[Tensor, "n j"]) -> Float[Tensor, "j k"]:
        """Points that fit the weighted images best, held by as much as one image says if that is less than 1.

        The latents' own prior N(0, 1) would be too tight: components have variance 1 over all particles, so that a
        state of 0.3% lies at 18.
        """
        sums, k = weight.T @ self.features, self.size
        upper = torch.triu_indices(k, k, device=weight.device)
        precision = torch.zeros(len(sums), k, k, dtype=sums.dtype, device=sums.device)
        precision[:, upper[0], upper[1]] = -sums[:, k:]
        precision = precision + precision.mT
        one = precision.diagonal(dim1=1, dim2=2).sum() / (k * weight.sum()).clamp_min(1e-30)
        prior = one.clamp(1e-6, 1.0) * torch.eye(k, dtype=sums.dtype, device=sums.device)
        return torch.linalg.solve(precision + prior, sums[:, :k])

    def means(self) -> Float[Tensor, "n k"]:
        """Most likely point of each image under the latents' prior."""
        precision = self.precision()
        prior = torch.eye(self.size, dtype=precision.dtype, device=precision.device)
        return torch.linalg.solve(precision + prior, self.features[:, : self.size])


@dataclass(frozen=True)
class Mixture:
    """A fitted mixture: points, their shares and common spread, each particle's probabilities, the log likelihood."""

    centres: Float[Tensor, "j k"]
    shares: Float[Tensor, " j"]
    probability: Float[Tensor, "n j"]
    log_likelihood: float
    spread: Float[Tensor, "k k"]

    def joint(self, images: Images) -> Float[Tensor, "n j"]:
        """Log density of each image and each class together."""
        return images.blurred(self.spread).log_likelihood(self.centres) + self.shares.log()

    @property
    def bic(self) -> float:
        """Schwarz's criterion, smaller is better: −2 ln L + parameters · ln n."""
        classes, k = self.centres.shape
        parameters = classes * k + classes - 1 + k * (k + 1) // 2
        return -2 * self.log_likelihood + parameters * math.log(len(self.probability))

    @property
    def icl(self) -> float:
        """BIC and twice the entropy of the assignment (Biernacki, Celeux & Govaert 2000), smaller is better."""
        return self.bic - 2 * float(torch.xlogy(self.probability, self.probability).sum())


Start = tuple[Float[Tensor, "j k"], Float[Tensor, " j"], Float[Tensor, "k k"]]
"""Points, shares and spread to start from."""


def fit_mixture(
    images: Images,
    classes: int,
    generator: torch.Generator,
    starts: int = 4,
    begin: tuple[Start, ...] = (),
) -> Mixture:
    """Mixture of `classes` points with one spread, fitted by EM: the best of several starts.

    The spread of each start is fitted on at most 5,000 images. A rare class may be lost there: what begins from given
    points is also tried as it was. The best by all images goes on.

    Parameters
    ----------
    images : Images
        Log likelihoods of n images.
    classes : int
        How many points, j.
    generator : torch.Generator
        Source of the random numbers, on the CPU.
    starts : int
        Starts from points drawn far apart; the best of them goes on.
    begin : tuple of Start
        Further starts, all of which go on.
    """
    rows = torch.randperm(len(images), generator=generator)[:_SAMPLE].to(images.features.device)
    sample = images.take(rows)
    means = sample.means()
    drawn = [_em(sample, _far_apart(means, classes, generator), None, _FIRST_STEPS) for _ in range(starts)]
    tries = [max(drawn, key=lambda m: m.log_likelihood)] if drawn else []
    tries = [_with_spread(sample, one) for one in tries]
    ready: list[Start] = []
    for centres, shares, spread in begin:
        one = _with_spread(sample, _em(sample.blurred(spread), centres, shares, _FIRST_STEPS, spread))
        tries.append(one)
        ready.append((centres, shares, one.spread))
    ready += [(one.centres, one.shares, one.spread) for one in tries]
    return best_of(images, ready)


def best_of(images: Images, starts: list[Start]) -> Mixture:
    """Mixture by EM of all images from the best of some starts; their spreads are kept."""
    first = [_em(images.blurred(spread), c, w, _TRIAL_STEPS, spread) for c, w, spread in starts]
    best = max(first, key=lambda m: m.log_likelihood)
    return _em(images.blurred(best.spread), best.centres, best.shares, _STEPS, best.spread)


def _with_spread(images: Images, start: Mixture) -> Mixture:
    """Mixture whose spread is fitted too, by Fisher scoring with the mean precision of the images.

    At the right spread the gradient u = h − Gz of each (blurred) image has the covariance G. The step is held below
    1, as the scoring matrix of unequal images is underestimated by that of their mean.
    """
    mixture = start
    for _ in range(_SPREAD_ROUNDS):
        seen = images.blurred(mixture.spread)
        g = seen.precision()
        h, mean = seen.features[:, : images.size], g.mean(0)
        excess = -mean
        for centre, weight in zip(mixture.centres, mixture.probability.T, strict=True):
            u = h - g @ centre
            excess = excess + (u * weight[:, None]).T @ u / len(images)
        ridge = 1e-9 * mean.diagonal().mean() * torch.eye(len(mean), dtype=mean.dtype, device=mean.device)
        inverse = torch.linalg.inv(mean + ridge)
        step = inverse @ excess @ inverse
        value, vector = torch.linalg.eigh(mixture.spread + _SPREAD_STEP * (step + step.T) / 2)
        spread = (vector * value.clamp_min(0)) @ vector.T
        moved = float(((spread - mixture.spread) * mean).sum().abs())
        mixture = _em(images.blurred(spread), mixture.centres, mixture.shares, _FIRST_STEPS, spread)
        if moved < _SPREAD_TOLERANCE:
            break
    return mixture


def outlying(images: Images, mixture: Mixture) -> Start:
    """The mixture with one point more, where the images gain most by it.

    Points drawn at random miss a state of 1%. Candidates are where the images lie that the mixture explains worst;
    the best is that which raises the likelihood most with a small share (the vertex direction of Böhning 1985).
    """
    seen = images.blurred(mixture.spread)
    log = torch.logsumexp(seen.log_likelihood(mixture.centres) + mixture.shares.log(), 1)
    h, g = seen.features[:, : images.size], seen.precision()
    means = torch.linalg.solve(g + 0.3 * g.mean(0), h)
    own = (h * means).sum(1) - torch.einsum("nj,njk,nk->n", means, g, means) / 2 + seen.offset - log
    ranks = torch.logspace(0, math.log10(len(images) / 4), _CANDIDATES, device=own.device).long() - 1
    candidates = means[own.argsort(descending=True)[ranks.clamp_min(0)]]
    excess = (seen.log_likelihood(candidates) - log[:, None]).clamp_max(300)
    gains = torch.stack([torch.log1p(f * torch.expm1(excess)).sum(0) for f in _NEW_SHARES])
    share, row = divmod(int(gains.argmax()), len(candidates))
    f = _NEW_SHARES[share]
    shares = torch.cat([mixture.shares * (1 - f), torch.full_like(mixture.shares[:1], f)])
    return torch.cat([mixture.centres, candidates[row : row + 1]]), shares, mixture.spread


def split(images: Images, mixture: Mixture) -> Start:
    """The mixture with one of its points made two, along the longest axis of the widest class."""
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
    centres = torch.cat([mixture.centres, mixture.centres[halved : halved + 1] + step])
    shares = torch.cat([mixture.shares, mixture.shares[halved : halved + 1] / 2])
    centres[halved] -= step
    shares[halved] /= 2
    return centres, shares, torch.zeros_like(mixture.spread)


def bridge(
    images: Images,
    one: Float[Tensor, " k"],
    other: Float[Tensor, " k"],
    spread: Float[Tensor, "k k"] | None = None,
) -> float:
    """Share of images that lie midway on the line between two points, their noise taken into account.

    The density along the line, from half the distance before one point to half the distance beyond the other, is fitted
    to the images (Laird 1978, nonparametric maximum likelihood on 17 places); the share is its part from a quarter to
    three quarters of the way. Two states leave it near 0, even if images are noisy; a uniform motion that was
    cut in two fills it to 1/4 at least. Where states are less than 2.5 deviations of an image apart this density cannot
    tell: if two separate clouds explain the images better than any density of one peak, it is the clouds' share.

    Parameters
    ----------
    images : Images
        Log likelihoods of the images of both classes.
    one, other : (k,)
        The two points.
    spread : (k, k), optional
        Spread of the classes: what lies across the line is allowed for, what lies along it is measured.
    """
    spread = one.new_zeros(len(one), len(one)) if spread is None else spread
    line = other - one
    mean = images.precision().mean(0)
    along = mean @ line / (line @ mean @ line).clamp_min(1e-30)
    off = torch.eye(len(line), dtype=line.dtype, device=line.device) - torch.outer(line, along)
    across = off @ spread @ off.T
    width = float((along @ spread @ along).clamp_min(0).sqrt())
    clouds = images.blurred(spread).log_likelihood(torch.stack([one, other]))
    _, explained = _shares(clouds)
    place = torch.linspace(-0.5, 1.5, _PLACES, dtype=one.dtype, device=one.device)[:, None]
    places = one * (1 - place) + other * place
    if width < _NARROW:
        smooth = (1 / (_PLACES - 1)) ** 2 * torch.outer(line, line)
        log = images.blurred(across + smooth).log_likelihood(places)
        better = explained - _best_of_one_peak(log)
        if float(better.mean()) > _ERRORS * float(better.std()) / math.sqrt(len(better)):
            ends = torch.tensor([0.25, 0.75], dtype=torch.float64) / max(width, 1e-9)
            return float(torch.special.ndtr(ends[1]) - torch.special.ndtr(ends[0]))
    weight, _ = _shares(images.blurred(across).log_likelihood(places))
    return float(weight[6:11].sum())


def _shares(log: Float[Tensor, "n m"]) -> tuple[Float[Tensor, " m"], Float[Tensor, " n"]]:
    """(shares of densities that are given, by EM; log density of each image)."""
    weight = torch.full_like(log[0], 1 / log.shape[1])
    for _ in range(_LINE_STEPS):
        weight = torch.softmax(log + weight.log(), 1).mean(0).clamp_min(1e-12)
    return weight, torch.logsumexp(log + weight.log(), 1)


def _best_of_one_peak(log: Float[Tensor, "n m"]) -> Float[Tensor, " n"]:
    """Log density of each image under the density of one peak along the places that explains all of them best.

    A density with its peak at a place is a mixture of uniform stretches that hold the place (Khinchin 1938).
    """
    top, places = log.amax(1, keepdim=True), log.shape[1]
    total = torch.nn.functional.pad((log - top).exp().cumsum(1), (1, 0))
    best = torch.full_like(top[:, 0], -math.inf)
    for peak in range(places // 4, places - places // 4, 2):
        first, last = torch.cartesian_prod(torch.arange(peak + 1), torch.arange(peak + 1, places + 1)).T
        each = (total[:, last] - total[:, first]).clamp_min(1e-300) / (last - first).to(log)
        weight = torch.full_like(each[0], 1 / each.shape[1])
        for _ in range(_LINE_STEPS):
            weight = weight * (each.T @ (1 / (each @ weight))) / len(each)
        found = (each @ weight).log()
        best = found if float(found.sum()) > float(best.sum()) else best
    return best + top[:, 0]


def _em(
    images: Images, centres: Tensor, shares: Tensor | None, steps: int, spread: Tensor | None = None
) -> Mixture:
    """Mixture of images that are blurred by `spread` (None: 0).

    EM ends once the log likelihood grows by less than 3e-6 an image, or after `steps` steps.
    """
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
    spread = centres.new_zeros(images.size, images.size) if spread is None else spread
    return Mixture(centres, shares, probability, total, spread)


def _far_apart(
    points: Float[Tensor, "n k"], classes: int, generator: torch.Generator
) -> Float[Tensor, "j k"]:
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
