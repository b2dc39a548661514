"""Defocus and astigmatism of each image: a search over a range, then Gauss and Newton's steps."""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

_SEARCH_STEP = 0.5
"""Radians at the finest frequency between defoci of the search."""
_STEPS = 4
_SPREAD_STEPS = 30
_LEAST_SPREAD = 0.02
"""Radians: a spread of defoci of less says nothing."""
_EVEN_OUT = 5
"""Images that the spread before counts for."""


@dataclass(frozen=True)
class Spread:
    """Mean and variances of the changes of s², e and o over images, in radians at the finest frequency.

    A variance of 0 keeps what it is of.
    """

    mean: Float[Tensor, "3"]
    variance: Float[Tensor, "3"]

    @property
    def free(self) -> list[int]:
        """Which of the three may change."""
        return torch.nonzero(self.variance > 0).flatten().tolist()


@dataclass(frozen=True)
class Fitted:
    """Changes of s², e and o of n images, the images' contrasts, and the curvature of the likelihood there."""

    change: Float[Tensor, "n 3"]
    contrast: Float[Tensor, " n"]
    curvature: Float[Tensor, "n f f"]


@dataclass(frozen=True)
class Evidence:
    """What the likelihood of n images' defoci rests on: w = Re x · conj(v), |v|², γ, and their polynomials.

    `basis` are s², e and o; `shell` numbers the coefficients' shells.
    """

    cross: Float[Tensor, "n p"]
    power: Float[Tensor, "n p"]
    gamma: Float[Tensor, "n p"]
    basis: Float[Tensor, "p 3"]
    shell: Int[Tensor, " p"]
    contrast_sigma: float

    def contrast(self, sine: Float[Tensor, "n p"]) -> Float[Tensor, " n"]:
        """The likeliest contrast of each image, given its CTF."""
        inverse = self.contrast_sigma**-2
        top = (self.cross * sine).sum(1) + inverse
        return top / ((self.power * sine.square()).sum(1) + inverse)


def fit_defocus(evidence: Evidence, spread: Spread, range_radians: float) -> Fitted:
    """The likeliest change of each image's defocus and astigmatism, with their spread as a prior.

    The defocus is first tried at points over the range, from sums by shell; then all that may change is climbed.

    Parameters
    ----------
    evidence
        Of n images.
    spread
        Prior; what it has no variance of stays.
    range_radians
        How far the defocus may be off, in radians at the finest frequency.
    """
    free, count = spread.free, len(evidence.cross)
    change = torch.zeros(count, 3, dtype=evidence.cross.dtype, device=evidence.cross.device)
    if 0 in free:
        change[:, 0] = _searched(evidence, spread, range_radians)
    at = torch.tensor(free, dtype=torch.int64, device=change.device)
    basis = evidence.basis[:, at]
    products = (basis[:, :, None] * basis[:, None, :]).flatten(1)
    precision = (1.0 / spread.variance[free]).to(change)
    mean = spread.mean[free].to(change)
    best = torch.full((count,), -torch.inf, device=change.device)
    found, step = change.clone(), torch.zeros(count, len(free), device=change.device)
    contrast = torch.ones_like(best)
    curvature = torch.zeros(count, len(free), len(free), device=change.device)
    for _ in range(_STEPS if free else 1):
        gamma = evidence.gamma + change @ evidence.basis.T
        sine, cosine = gamma.sin(), gamma.cos()
        now = evidence.contrast(sine)
        offset = change[:, at] - mean
        value = _objective(evidence, sine) - 0.5 * (offset.square() * precision).sum(1)
        better = value > best
        best = torch.where(better, value, best)
        per = now[:, None]
        signal = per**2 * evidence.power * cosine
        gradient = (per * evidence.cross * cosine - signal * sine) @ basis
        inner = ((signal * cosine) @ products).view(count, len(free), len(free))
        found = torch.where(better[:, None], change, found)
        contrast = torch.where(better, now, contrast)
        curvature = torch.where(better[:, None, None], inner, curvature)
        if not free:
            break
        bent = inner + torch.diag(precision) + 1e-6 * torch.eye(len(free)).to(inner)
        step = torch.where(
            better[:, None],
            torch.linalg.solve(bent, gradient - offset * precision),
            -0.5 * (change - found)[:, at],
        )
        change = change.index_add(1, at, step.clamp(-1.0, 1.0))
    return Fitted(found, contrast, curvature)


def _objective(evidence: Evidence, sine: Float[Tensor, "n p"]) -> Float[Tensor, " n"]:
    inverse = evidence.contrast_sigma**-2
    top = (evidence.cross * sine).sum(1) + inverse
    return 0.5 * top**2 / ((evidence.power * sine.square()).sum(1) + inverse)


def _searched(evidence: Evidence, spread: Spread, range_radians: float) -> Float[Tensor, " n"]:
    """The best of changes of the defocus over the range."""
    count = max(1, round(range_radians / _SEARCH_STEP))
    device = evidence.cross.device
    change = torch.linspace(-range_radians, range_radians, 2 * count + 1, device=device)
    change = change + spread.mean[0].to(change)
    shells = int(evidence.shell.max()) + 1
    sine, cosine = evidence.gamma.sin(), evidence.gamma.cos()
    terms = (
        *(evidence.cross * sine, evidence.cross * cosine),
        *(evidence.power * sine.square(), evidence.power * sine * cosine, evidence.power * cosine.square()),
    )
    sums = [torch.zeros(len(t), shells, device=device).index_add_(1, evidence.shell, t) for t in terms]
    number = torch.bincount(evidence.shell, minlength=shells).clamp(min=1)
    s2 = torch.zeros(shells, device=device).index_add_(0, evidence.shell, evidence.basis[:, 0]) / number
    turn = s2[:, None] * change
    s, c = turn.sin(), turn.cos()
    inverse = evidence.contrast_sigma**-2
    top = sums[0] @ c + sums[1] @ s + inverse
    below = sums[2] @ c.square() + 2.0 * sums[3] @ (s * c) + sums[4] @ s.square() + inverse
    prior = 0.5 * (change - spread.mean[0].to(change)).square() / float(spread.variance[0])
    return change[(0.5 * top**2 / below - prior).argmax(1)]


def spread_of(fitted: list[Fitted], before: Spread) -> Spread:
    """Mean and variances of the changes that images speak for, found by EM from the curvature at their best.

    Parameters
    ----------
    fitted
        Of batches of images, under the spread before.
    before
        The spread that they were found under.
    """
    free = before.free
    if not free:
        return before
    change = torch.cat([f.change for f in fitted]).double().cpu()[:, free]
    curvature = torch.cat([f.curvature for f in fitted]).double().cpu()
    mean, variance = before.mean[free].double().cpu(), before.variance[free].double().cpu()
    # At the best, the likelihood's gradient is what the prior pulls back.
    pull = (change - mean) / variance
    told = curvature @ change[..., None] + pull[..., None]
    start = variance.clone()
    for _ in range(_SPREAD_STEPS):
        covariance = torch.linalg.inv(curvature + torch.diag(1.0 / variance))
        centre = (covariance @ (told + (mean / variance)[:, None]))[..., 0]
        mean = centre.mean(0)
        second = (centre - mean).square() + covariance.diagonal(dim1=1, dim2=2)
        variance = (second.sum(0) + _EVEN_OUT * start) / (len(change) + _EVEN_OUT)
        variance = variance.clamp(min=_LEAST_SPREAD**2)
        start = variance
    if len(free) > 2:  # astigmatism has no preferred direction
        variance[1:] = variance[1:].mean()
    whole = Spread(before.mean.clone(), before.variance.clone())
    whole.mean[free], whole.variance[free] = mean.to(whole.mean), variance.to(whole.variance)
    return whole
