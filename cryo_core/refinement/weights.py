"""Weights of images in a reconstruction, from their scores: Frealign's."""

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.reconstruction.backproject import ImageWeights


def frealign_weights(
    score: Float[Tensor, " n"],
    sigma: Float[Tensor, " n"],
    occupancy: Float[Tensor, " n"] | None = None,
    score_b_factor_angstrom2: float = 5.0,
    kept_fraction: float = 1.0,
    mean_defocus_angstrom: Float[Tensor, " n"] | None = None,
) -> ImageWeights:
    """Weights of images from score and sigma, as in Frealign and cisTEM (`reconstruct3d`).

    w = (occupancy / mean) / (sigma / mean)² · exp((score − mean) · BSC / 4 · s²): an image that scores above the mean
    counts more towards high frequency. As a B factor that is −(score − mean) · BSC.

    Parameters
    ----------
    score
        (n,), 0 to 100, as `Refined.score`.
    sigma
        (n,), as `Refined.sigma`; only its ratio to the mean counts.
    occupancy
        (n,), 0 to 100; all alike if None.
    score_b_factor_angstrom2
        BSC in Å²: 5 is Frealign's, 0 turns it off.
    kept_fraction
        The best-scoring share of the images; the others get weight 0.
    mean_defocus_angstrom
        (n,), Å; makes scores comparable across defocus first (`adjusted_for_defocus`).
    """
    if not 0.0 < kept_fraction <= 1.0:
        raise SettingsError(f"kept_fraction must lie above 0 and not beyond 1, not {kept_fraction}")
    score = score.double()
    if mean_defocus_angstrom is not None:
        score = adjusted_for_defocus(score, mean_defocus_angstrom)
    share = torch.ones_like(score) if occupancy is None else occupancy.double()
    if not bool((share >= 0).all()) or not float(share.mean()) > 0 or not bool((sigma > 0).all()):
        raise SettingsError("occupancies must not be negative nor all 0, and sigmas must be positive")
    relative = sigma.double() / sigma.double().mean()
    weight = share / share.mean() / relative**2
    dropped = min(len(score) - 1, round((1.0 - kept_fraction) * len(score)))
    weight = torch.where(score >= score.sort().values[dropped], weight, 0.0)
    b_factor = -(score - score.mean()) * score_b_factor_angstrom2
    return ImageWeights(weight.float(), b_factor.float())


def adjusted_for_defocus(
    score: Float[Tensor, " n"], defocus_angstrom: Float[Tensor, " n"]
) -> Float[Tensor, " n"]:
    """Scores without the part that a straight line over the defocus explains: higher defocus scores higher by itself.

    The line is fitted to scores held within 2 standard deviations of their mean, as outliers would tilt it.
    """
    x = defocus_angstrom.double() - defocus_angstrom.double().mean()
    y = score.double()
    mean, deviation = y.mean(), y.std(correction=0)
    held = y.clamp(mean - 2.0 * deviation, mean + 2.0 * deviation)
    spread = x.square().sum()
    slope = torch.where(spread > 0, (x * (held - held.mean())).sum() / spread.clamp(min=1e-30), 0.0)
    return y - slope * x
