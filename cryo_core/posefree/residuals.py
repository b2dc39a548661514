"""How well each image fits the map: its residual, and whether some images fit no better than noise does."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

_ROUNDS = 200
_APART = 2.0
_LEAST_SHARE = 0.005


@dataclass(frozen=True)
class Outliers:
    """A second group of images, above `threshold`, which the map explains less: its `share`, and its distance.

    `apart` is Ashman's D: the distance of the two means in units of √((σ₁² + σ₂²) / 2); above 2 groups are
    distinct (Ashman, Bird & Zepf 1994).
    """

    threshold: float
    share: float
    apart: float


def residual(score: Float[Tensor, " n"]) -> Float[Tensor, " n"]:
    """Share of each image's power that its slice leaves, at the contrast that fits best: 1 explains nothing.

    Over the whitened coefficients of the last pass; `score` is Frealign's (a hundred times a correlation),
    and what least squares leave is 1 less the correlation's square. An image's power varies with its noise
    more than a slice explains of it, which is why the residual power itself does not separate particles from
    noise, and its share does.
    """
    return 1.0 - (score / 100.0).clamp(0.0, 1.0).square()


def outliers(residuals: Float[Tensor, " n"]) -> Outliers | None:
    """A group of images that fit worse than the others; None if there is none.

    Two normal distributions are fitted by EM; the threshold is where an image belongs to either with the same
    probability.
    """
    x = residuals[residuals.isfinite()].double()
    if len(x) < 100 or float(x.std()) < 1e-9:
        return None
    low, high = torch.quantile(x, 0.25), torch.quantile(x, 0.99)
    mean, deviation = torch.stack([low, high]), x.std().expand(2).clone()
    share = torch.tensor([0.9, 0.1], dtype=torch.float64)
    for _ in range(_ROUNDS):
        probability = torch.softmax(_log_density(x, mean, deviation, share), 1)
        weight = probability.sum(0).clamp(min=1e-9)
        mean = (probability * x[:, None]).sum(0) / weight
        variance = (probability * (x[:, None] - mean).square()).sum(0) / weight
        deviation, share = variance.clamp(min=1e-12).sqrt(), weight / len(x)
    apart = float((mean[1] - mean[0]) / deviation.square().mean().sqrt())
    if apart < _APART or float(share.min()) < _LEAST_SHARE:
        return None
    line = torch.linspace(float(mean[0]), float(mean[1]), 1001, dtype=torch.float64)
    density = _log_density(line, mean, deviation, share)
    threshold = float(line[int((density[:, 1] > density[:, 0]).int().argmax())])
    return Outliers(threshold, float((x > threshold).double().mean()), apart)


def _log_density(
    x: Float[Tensor, " n"],
    mean: Float[Tensor, " 2"],
    deviation: Float[Tensor, " 2"],
    share: Float[Tensor, " 2"],
) -> Float[Tensor, "n 2"]:
    away = (x[:, None] - mean) / deviation
    return share.log() - 0.5 * away.square() - (deviation * math.sqrt(2.0 * math.pi)).log()
