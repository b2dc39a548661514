"""How many classes images that were not fitted to bear, and what difference they would have shown.

Each half of the images is predicted by mixtures fitted to the other half. One class is one Gaussian with a covariance
of its own: the density that continuous differences give. More classes are accepted where they predict better than
that by more than three standard errors, and where nothing lies between them. Every model, that of one class too, may
give a share of the images to a density that is three times as wide: a few images that are far from all others in
directions of their own are no class.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from jaxtyping import Float
from scipy.special import ndtr
from torch import Tensor

from cryo_core.heterogeneity.classes.mixture import (
    CONTINUOUS,
    Images,
    Mixture,
    Start,
    best_of,
    bridge,
    fit_mixture,
    outlying,
    split,
)

_ERRORS = 3.0
_WIDER = 3.0
_SHARE_STEPS = 20
_SURE = 0.8
_BRIDGED = 4_000
_AWAY = 4.0
_GRID = np.linspace(-9.0, 25.0, 1701)


@dataclass(frozen=True)
class Rung:
    """Mixtures of one number of classes: of all images, and ln p of each image under that of the other half."""

    mixture: Mixture
    held_out: Float[np.ndarray, " n"]


def ladder(
    images: Images,
    generator: torch.Generator,
    starts: int,
    begin: Callable[[int], Start | None],
) -> Iterator[Rung]:
    """Yield the rung of 1, 2, 3, … classes.

    Parameters
    ----------
    images : Images
        Log likelihoods of n images.
    generator : torch.Generator
        Source of the random numbers, on the CPU.
    starts : int
        Starts of each mixture from points drawn far apart.
    begin : callable
        From the number of classes to a further start of the mixture of all images, or None.
    """
    rows = torch.randperm(len(images), generator=generator).to(images.features.device)
    halves = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    parts = [images.take(half) for half in halves]
    last: list[Mixture] = []
    wide: list[Mixture] = []
    classes = 0
    while True:
        classes += 1
        further: list[tuple[Start, ...]] = [(), ()]
        if last:
            further = [(outlying(part, m), split(part, m)) for part, m in zip(parts, last, strict=True)]
        last = [
            fit_mixture(part, classes, generator, starts, some)
            for part, some in zip(parts, further, strict=True)
        ]
        wide = wide or [_wider(part, one) for part, one in zip(parts, last, strict=True)]
        held = images.features.new_empty(len(images))
        held[halves[0]] = _predicted(parts[0], parts[1], last[1], wide[1])
        held[halves[1]] = _predicted(parts[1], parts[0], last[0], wide[0])
        known = [(m.centres, m.shares, m.spread) for m in last]
        if (given := begin(classes)) is not None:
            from_given = fit_mixture(images, classes, generator, 0, (given,))
            known.append((from_given.centres, from_given.shares, from_given.spread))
        yield Rung(best_of(images, known), held.cpu().numpy())


def _wider(images: Images, one: Mixture) -> Mixture:
    """The density of one class, three times as wide, noise included."""
    noise = torch.linalg.pinv(images.precision().mean(0), hermitian=True)
    return replace(one, spread=_WIDER**2 * one.spread + (_WIDER**2 - 1) * noise)


def _predicted(images: Images, learned: Images, mixture: Mixture, wide: Mixture) -> Tensor:
    """Predict ln p of images from a mixture and the share of the wider density that `learned` gives it."""
    fit = torch.logsumexp(mixture.joint(learned), 1) - torch.logsumexp(wide.joint(learned), 1)
    share = torch.tensor(0.01, dtype=fit.dtype, device=fit.device)
    for _ in range(_SHARE_STEPS):
        share = torch.sigmoid(share.logit() - fit).mean().clamp(1e-9, 0.5)
    narrow = torch.logsumexp(mixture.joint(images), 1) + torch.log1p(-share)
    return torch.logaddexp(narrow, torch.logsumexp(wide.joint(images), 1) + share.log())


def gain(rung: Rung, over: Rung) -> tuple[float, float]:
    """(mean gain in held-out ln p of an image, its standard error)."""
    each = rung.held_out - over.held_out
    return float(each.mean()), float(each.std() / math.sqrt(len(each)))


def beats(rung: Rung, over: Rung) -> bool:
    """Whether held-out images prefer `rung` by more than three standard errors."""
    more, error = gain(rung, over)
    return more > _ERRORS * error


def apart(images: Images, mixture: Mixture, least: int) -> bool:
    """Whether every class has `least` images or more, and a gap between it and the class next to it.

    Parameters
    ----------
    images : Images
        Log likelihoods of n images.
    mixture : Mixture
        Their mixture.
    least : int
        The least number of images of a class.
    """
    label = mixture.probability.argmax(1)
    if int(torch.bincount(label, minlength=len(mixture.centres)).min()) < max(1, least):
        return False
    mean = images.precision().mean(0)
    between = mixture.centres[:, None] - mixture.centres[None]
    far = torch.einsum("ijk,kl,ijl->ij", between, mean, between).fill_diagonal_(math.inf)
    pairs = {tuple(sorted((i, int(far[i].argmin())))) for i in range(len(far))}
    for i, j in sorted(pairs):
        rows = ((label == i) | (label == j)).nonzero()[:, 0]
        some = images.take(rows[:: max(1, len(rows) // _BRIDGED)])
        if bridge(some, mixture.centres[i], mixture.centres[j], mixture.spread) >= CONTINUOUS:
            return False
    return True


def choose_rung(images: Images, rungs: list[Rung], least: int) -> tuple[int, str]:
    """(row of the number of classes that held-out images bear, why in words).

    From one class upwards, each number replaces the last one accepted where it predicts better by more than three
    standard errors. Of those accepted the largest whose classes lie apart is taken; where none do, the largest.

    Parameters
    ----------
    images : Images
        Log likelihoods of n images.
    rungs : list of Rung
        Of 1, 2, 3, … classes.
    least : int
        The least number of images of a class.
    """
    accepted = [0]
    for row in range(1, len(rungs)):
        if beats(rungs[row], rungs[accepted[-1]]):
            accepted.append(row)
    if len(accepted) == 1:
        return 0, "more predict held-out images no better than one Gaussian"
    gapped = [row for row in reversed(accepted[1:]) if apart(images, rungs[row].mixture, least)]
    best = gapped[0] if gapped else accepted[-1]
    more, error = gain(rungs[best], rungs[0])
    return best, f"held-out images gain {more:.3g} ± {error:.1g} nats each over one Gaussian"


def least_share(count: int, least: int, away: float = _AWAY) -> float:
    """Smallest share of a state `away` deviations from the rest that would have been found; NaN if none would.

    Its images are told from the others where the two densities are equal: so many as are told have to be enough.

    Parameters
    ----------
    count : int
        Number of images.
    least : int
        The least number of images of a class.
    away : float
        Distance, in deviations of what one image says.
    """
    shares = np.geomspace(1 / count, 0.5, 80)
    named = count * shares * ndtr(away / 2 - np.log(1 / shares - 1) / away)
    enough = shares[named - np.sqrt(named) >= least].tolist()
    return next((share for share in enough if _shown(count, share, away)), math.nan)


def least_distance(count: int) -> float:
    """Smallest distance, in deviations of what one image says, at which two equal states would have been found."""
    tried = (float(away) for away in np.arange(1.0, 8.0, 0.1))
    return next((away for away in tried if away >= _least_gap() and _shown(count, 0.5, away)), math.nan)


@cache
def _least_gap() -> float:
    """Smallest distance, in deviations of what one image says, at which a gap shows between two equal states."""
    ranks = (torch.arange(500, dtype=torch.float64) + 0.5) / 500
    noise = torch.special.ndtri(ranks)
    ends = torch.zeros(1, dtype=torch.float64), torch.ones(1, dtype=torch.float64)
    for away in np.arange(1.0, 8.0, 0.1).tolist():
        h = torch.cat([noise, noise + away])[:, None] * away
        images = Images.of(h, torch.full((len(h), 1, 1), away**2, dtype=torch.float64))
        if bridge(images, *ends) < _SURE * CONTINUOUS:
            break
    return float(away)


def _shown(count: int, share: float, away: float) -> bool:
    """Whether two states are expected to beat one Gaussian by four standard errors, as `ladder` predicts them.

    One error more than is asked for, so that five in six such sets would show it.
    """
    two = _density([1 - share, share], [0.0, away], 1.0)
    mean, variance = share * away, 1 + share * (1 - share) * away**2
    wide = _density([1.0], [mean], _WIDER**2 * variance)
    one = _density([1.0], [mean], variance)
    flat = min(
        (_mixed(one, wide, s) for s in (0.0, *np.geomspace(1e-4, 0.3, 20))), key=lambda p: _cost(two, p)
    )
    ratio = np.log(two / flat)
    cell = _GRID[1] - _GRID[0]
    gained = float((two * ratio).sum() * cell)
    deviation = math.sqrt(max(0.0, float((two * ratio**2).sum() * cell) - gained**2))
    return gained - 2 / count > (_ERRORS + 1) * deviation / math.sqrt(count)


def _density(shares: list[float], means: list[float], variance: float) -> np.ndarray:
    each = [s * np.exp(-((_GRID - m) ** 2) / (2 * variance)) for s, m in zip(shares, means, strict=True)]
    return np.maximum(np.sum(each, 0) / math.sqrt(2 * math.pi * variance), 1e-300)


def _mixed(one: np.ndarray, wide: np.ndarray, share: float) -> np.ndarray:
    return (1 - share) * one + share * wide


def _cost(true: np.ndarray, model: np.ndarray) -> float:
    return -float((true * np.log(model)).sum())
