"""Images that show no particle of the kind, or more than one: found by what a clean image would give.

A clean image, seen through its CTF, shows the model with a contrast near 1, and leaves nothing but noise. How well
either can be known follows from its own signal and noise, so that an image is judged against what it could have
shown, whatever its defocus. Both are looked at within the molecule's circle alone: a neighbour at the image's edge
is no fault of the particle in its middle.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.fourier.transforms import spectrum_to_image
from cryo_core.geometry.masks import circle_mask


@dataclass(frozen=True)
class Witness:
    """What each image says of itself.

    `contrast` that fits it best, `precision` of that contrast (1 / variance), `excess`: what is left when the model
    is taken off, within the molecule's circle, over what noise leaves, less 1; `freedom`: how many independent
    numbers that is the mean of; `coarse`: the same in the whole image's two lowest shells.
    """

    contrast: Float[Tensor, " n"]
    precision: Float[Tensor, " n"]
    excess: Float[Tensor, " n"]
    freedom: Float[Tensor, " n"]
    coarse: Float[Tensor, " n"]


REASONS = ("", "empty", "edge", "two particles", "other", "pose")
"""Why an image is left out, by its number: 0 is a good one; `pose`: a particle, but not as its pose has it."""

_EMPTY_SPREAD = 0.15
"""Deviation of the contrast of images without the particle, beside their noise's."""

_OUTSTANDING = 4.5
"""Deviations from the images' median, of good images' own spread, beyond which what is left over is no noise."""

_ASTRAY, _TOGETHER = 3.5, 1.0
"""A particle that lies so many deviations from where it was picked, beside so many of what is left over, was not what
was picked: it stands beside another."""

_NEIGHBOURS, _STRANGE = 20, 3.0
"""Nearest images in latent space that an image is judged with, and how far they have to be from good ones together.

Images of a state of which the model shows little are some 2.2 deviations away (a chain that 1% of the particles lack),
those of another molecule 4.5; alone, one in six of the former is as far as most of the latter."""

_FEWEST = 500

_FAR = 3.0
"""Deviations below the good images' mean contrast before an image can count as empty."""

_STEPS = 20


def judge(seen: Witness, astray: Float[Tensor, " n"]) -> Int[Tensor, " n"]:
    """Number of the reason for each image, in `REASONS`.

    The contrasts are a mixture of the good ones' (Gaussian, its mean, deviation and share fitted by EM) and of one
    about 0; each image's noise is taken into account. What is left over is compared with the good images' median
    and with their deviation, measured on the lower side, where junk does not reach. Fewer than 500 images do not
    tell what a good one looks like: then none is left out.

    Parameters
    ----------
    seen : Witness
        Of n images.
    astray : (n,)
        How far each particle lies from where it was picked, in deviations of such distances.
    """
    if len(seen.contrast) < _FEWEST:
        return torch.zeros(len(seen.contrast), dtype=torch.int64)
    absent, _ = _absent(seen.contrast.double(), seen.precision.double())
    standing = _deviations(seen.excess, ~absent, (2.0 / seen.freedom).sqrt())
    crowd = seen.excess * seen.freedom / seen.precision
    reason = torch.zeros(len(absent), dtype=torch.int64)
    reason[standing > _OUTSTANDING] = REASONS.index("pose")
    reason[(astray > _ASTRAY) & (standing > _TOGETHER)] = REASONS.index("two particles")
    reason[absent] = REASONS.index("other")
    reason[absent & (standing <= _OUTSTANDING)] = REASONS.index("empty")
    reason[absent & (_deviations(seen.coarse, ~absent, torch.zeros(())) > _OUTSTANDING)] = REASONS.index(
        "edge"
    )
    reason[absent & (standing > _OUTSTANDING) & (crowd > 0.6)] = REASONS.index("two particles")
    return reason


def strange(seen: Witness, latents: Float[Tensor, "n k"], good: Bool[Tensor, " n"]) -> Bool[Tensor, " n"]:
    """Whether an image lies, in latent space, among images that are faint and leave much.

    A component can be made of junk that has something in common: then that junk is explained in part, and no image
    tells by itself. Its neighbours do, together.

    Parameters
    ----------
    seen : Witness
        Of n images.
    latents : (n, k)
        Where they lie.
    good : (n,)
        Which are not left out already.
    """
    out = torch.zeros_like(good)
    rows = good.nonzero()[:, 0]
    if len(rows) < _FEWEST:
        return out
    absent, faint = _absent(seen.contrast[rows].double(), seen.precision[rows].double())
    standing = _deviations(seen.excess[rows], ~absent, (2.0 / seen.freedom[rows]).sqrt()).double()
    away = torch.hypot(faint.clamp(min=0.0), standing.clamp(min=0.0)).numpy()
    points = latents[rows].double().numpy()
    near = cKDTree(points).query(points, _NEIGHBOURS)[1]
    out[rows] = torch.from_numpy(away[near].mean(1) > _STRANGE)
    return out


def _absent(
    contrast: Float[Tensor, " n"], precision: Float[Tensor, " n"]
) -> tuple[Bool[Tensor, " n"], Float[Tensor, " n"]]:
    """(whether an image's contrast is about 0 rather than a good image's, how far it lies below the good images' mean).

    How far is counted in deviations of the good images, noise included.
    """
    noise, share = 1.0 / precision, 0.9
    mean, variance = contrast.median(), torch.tensor(0.04).double()
    good = torch.ones_like(contrast)
    for _ in range(_STEPS):
        own, none = variance + noise, _EMPTY_SPREAD**2 + noise
        likely = -0.5 * ((contrast - mean).square() / own + own.log()) + math.log(share)
        other = -0.5 * (contrast.square() / none + none.log()) + math.log(1.0 - share)
        good = torch.where(contrast > mean, 1.0, torch.sigmoid(likely - other))
        weight = good / own
        mean = (weight * contrast).sum() / weight.sum()
        scatter = (good * ((contrast - mean).square() - noise)).sum() / good.sum()
        variance = scatter.clamp(min=0.01**2)
        share = min(0.999, max(0.2, float(good.mean())))
    faint = (mean - contrast) / (variance + noise).sqrt()
    return (good < 0.5) & (faint > _FAR), faint


def _deviations(
    values: Float[Tensor, " n"], among: Bool[Tensor, " n"], least: Float[Tensor, "*n"]
) -> Float[Tensor, " n"]:
    """Distance of values from the median of some of them, in deviations of these below it, or in the `least` ones."""
    middle, low = values[among].quantile(0.4), values[among].quantile(0.1)
    spread = (middle - low) / (1.2816 - 0.2533)
    return (values - (middle + 0.2533 * spread)) / torch.maximum(spread, least).clamp(min=1e-9)


def witness(
    data: Float[Tensor, "n 2 p"],
    model: Float[Tensor, "n 2 p"],
    pixels: tuple[Int[Tensor, " p"], Int[Tensor, " p"]],
    radius: float,
) -> Witness:
    """What images say of themselves, beside the model's slices of contrast 1.

    Parameters
    ----------
    data, model : (n, 2, p)
        Images and slices, divided by the noise's deviation: real and imaginary parts have noise of variance 1.
    pixels : (p,), (p,)
        x and y of each pixel, one of each pair of Friedel mates.
    radius : float
        Radius of the molecule's circle, in boxes.
    """
    precision = model.square().sum((1, 2)).clamp(min=1e-12)
    contrast = (data * model).sum((1, 2)) / precision
    rest = data - contrast.clamp(min=0.0)[:, None, None] * model
    x, y = pixels
    box = 2 * (int(x.max()) + 1)
    half = torch.zeros(len(data), box, box // 2 + 1, dtype=torch.complex64, device=data.device)
    value = torch.complex(rest[:, 0], rest[:, 1])
    half[:, y + box // 2, x] = value
    edge = x == 0  # of this line both mates are there
    half[:, box // 2 - y[edge], 0] = value[:, edge].conj()
    power = spectrum_to_image(half, box).square() * (box**4 / (4.0 * len(x)))
    circle = circle_mask(box, radius * box, 1.0, data.device)
    excess = (power * circle).sum((1, 2)) / circle.sum() - 1.0
    freedom = circle.sum() * (2.0 * len(x) / box**2)
    lowest = (x.square() + y.square()) <= 5
    coarse = rest[:, :, lowest].square().mean((1, 2)) - 1.0
    return Witness(contrast, precision, excess, freedom.expand(len(data)), coarse)


def reach(mean: Float[Tensor, "d d d"]) -> float:
    """Radius that holds 98% of a map's power, in boxes; at most 0.45."""
    line = torch.arange(mean.shape[0], device=mean.device) - mean.shape[0] // 2
    radius = (line[:, None, None] ** 2 + line[:, None] ** 2 + line**2).sqrt().round().long().flatten()
    power = torch.zeros(int(radius.max()) + 1, dtype=torch.float64, device=mean.device)
    power.index_add_(0, radius, mean.flatten().double().square())
    share = power.cumsum(0) / power.sum()
    return min(0.45, float((share >= 0.98).nonzero()[0]) / mean.shape[0])
