"""How well each image fits the map, and which images do not belong: junk, another particle, two in one box."""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.refinement.band import Band

_ROUNDS, _STILL = 200, 1e-4
_APART = 2.0
_LEAST_SHARE, _MOST_SHARE = 0.003, 0.5
_MUCH_LESS = 0.75
_FEWEST = 100


@dataclass(frozen=True)
class Fits:
    """How much of its slice each image shows, and what the slice leaves of it.

    `shown` is Σ x·p / Σ p² over whitened coefficients, the contrast that fits best: for images of the particle it
    scatters about a common value at any defocus and noise, while noise alone, at the best of all poses, gives about
    4.6 / √Σ p². `left` is what is left above the noise at that contrast, a share of the noise, each shell counting as
    much as the particle shows there: 0 for images of the particle alone, more where there is another one beside it.
    """

    shown: Float[Tensor, " n"]
    left: Float[Tensor, " n"]


def fits_of(sums: Float[Tensor, "n s 3"], band: Band) -> Fits:
    """How well images fit, from `compare.shell_sums` of whitened images at their poses.

    Parameters
    ----------
    sums
        (n, s, 3), Re x·conj(p), |x|² and |p|² by shell.
    band
        The coefficients that were compared.
    """
    sums = sums.double()
    whole = sums.sum(1)
    shown = whole[:, 0] / whole[:, 2].clamp(min=1e-12)
    contrast = shown[:, None]
    rest = sums[..., 1] - 2.0 * contrast * sums[..., 0] + contrast**2 * sums[..., 2]
    numbers = 2.0 * torch.bincount(torch.from_numpy(band.shell), minlength=band.last + 1).clamp(min=1)
    inside = torch.arange(band.last + 1) >= band.first
    importance = torch.where(inside, sums[..., 2].mean(0) / numbers, 0.0)
    above = rest / rest.median(0).values.clamp(min=1e-12) - 1.0
    return Fits(shown, (above * importance).sum(1) / importance.sum().clamp(min=1e-12))


def strangers(fits: Fits) -> Bool[Tensor, " n"]:
    """Which images are of a second group, that shows the particle much less; none where there is no such group.

    Two normal distributions of (shown, left) are fitted by EM. They are two groups if they are apart by Ashman's D
    of 2 (Ashman, Bird & Zepf 1994), here along the line that parts them best, and if the lesser one shows less than
    three quarters of what the other does: states of one particle differ by less. Poses here were searched, so that
    noise alone shows something too; `heterogeneity.linear.junk`, which asks whether an image shows nothing, is for
    given poses.
    """
    x = torch.stack([fits.shown, fits.left], 1).double()
    finite = x.isfinite().all(1)
    out = torch.zeros(len(x), dtype=torch.bool)
    x = x[finite]
    if len(x) < _FEWEST or float(x.std(0).min()) < 1e-9:
        return out
    scale = x.std(0)
    second = (x[:, 0] < torch.quantile(x[:, 0], 0.1)).double()
    chance = torch.stack([0.95 - 0.9 * second, 0.05 + 0.9 * second], 1)
    for _ in range(_ROUNDS):
        share = chance.mean(0).clamp(min=1e-9)
        mean = (chance.T @ x) / (share * len(x))[:, None]
        away = x - mean[:, None]
        spread = torch.einsum("nk,kni,knj->kij", chance, away, away) / (share * len(x))[:, None, None]
        spread = spread + torch.diag(1e-4 * scale**2)
        squared = torch.einsum("kni,kij,knj->nk", away, torch.linalg.inv(spread), away)
        before, chance = chance, torch.softmax(share.log() - 0.5 * torch.logdet(spread) - 0.5 * squared, 1)
        if float((chance - before).abs().max()) < _STILL:
            break
    step = mean[1] - mean[0]
    apart = float((step @ torch.linalg.solve(spread.mean(0), step)).sqrt())
    much_less = float(mean[1, 0]) < _MUCH_LESS * float(mean[0, 0])
    if apart >= _APART and much_less and _LEAST_SHARE < float(share[1]) < _MOST_SHARE:
        out[finite] = (chance[:, 1] > 0.5) & (x[:, 0] < mean[0, 0])
    return out


def residual(score: Float[Tensor, " n"]) -> Float[Tensor, " n"]:
    """Share of each image's power that its slice leaves, at the contrast that fits best: 1 explains nothing.

    Over the whitened coefficients of the last pass; `score` is Frealign's (a hundred times a correlation),
    and what least squares leave is 1 less the correlation's square. An image's power varies with its noise
    more than a slice explains of it, which is why the residual power itself does not separate particles from
    noise, and its share does.
    """
    return 1.0 - (score / 100.0).clamp(0.0, 1.0).square()
