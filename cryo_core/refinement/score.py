"""How well images fit their slices: the objective that is climbed, the noise and gain it rests on, Frealign's score."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.refinement.band import Band, Calibration, Views
from cryo_core.refinement.compare import Sums

_LEAST_NOISE = 1e-6
"""Of the images' mean power: what noise a set of perfect images is taken to have."""


@dataclass(frozen=True)
class Scores:
    """How well each image fits its slice.

    `score` is Frealign's, 100 times a correlation over all shells of the band; `sigma` is the deviation of what
    the slice does not explain, in units of the noise's; `log_likelihood` is −½ (χ² + N ln 2π) over the N
    numbers of the band, with the prior of the shift; `contrast` is the factor c that fits the slice to the
    image.
    """

    score: Float[Tensor, " n"]
    sigma: Float[Tensor, " n"]
    log_likelihood: Float[Tensor, " n"]
    contrast: Float[Tensor, " n"]


def unit_calibration(band: Band) -> Calibration:
    """Noise 1 and gain 1 in each shell: images and slices stay as they are."""
    return Calibration(torch.ones(band.last + 1), torch.ones(band.last + 1))


def calibrate(
    sums: Float[Tensor, "s 3"],
    band: Band,
    reliability: Float[Tensor, " t"] | None = None,
) -> Calibration:
    """Noise and gain of each shell, from `compare.shell_sums` of uncalibrated images, averaged over images.

    The gain is the slope of the images on their slices, Σ x·p / Σ p², not below 0: a Wiener filter of the
    reference. The noise is what the slices leave of the images' power.

    Parameters
    ----------
    sums
        (s, 3), means over images of Re x·conj(p), |x|² and |p|².
    band
        The coefficients that were compared.
    reliability
        (t,), FSC of two half maps. It bounds the gain by FSC times the slope of all shells together: a map made
        of the same images holds their noise, and its slope alone would count that as signal.

    Raises
    ------
    SettingsError
        The reference resembles the images in no shell.
    """
    cross, image, model = sums.double().unbind(-1)
    inside = torch.arange(len(cross)) >= band.first
    slope = torch.where(model > 0, cross / model.clamp(min=1e-300), 0.0).clamp(min=0.0)
    if reliability is not None:
        trust = reliability[: len(slope)].double().clamp(0.0, 1.0)
        trust = torch.cat([trust, trust.new_zeros(len(slope) - len(trust))])
        whole = (trust * cross)[inside].sum() / (trust * trust * model)[inside].sum().clamp(min=1e-300)
        slope = torch.minimum(slope, whole.clamp(min=0.0) * trust)
    if not bool((slope[inside] > 0).any()):
        raise SettingsError(
            "the reference resembles the images in no shell: check its contrast, hand and pixel size, or the poses"
        )
    gain = torch.where(inside, slope, 0.0)
    return Calibration(noise_left(sums, gain, band), gain)


def noise_left(sums: Float[Tensor, "s 3"], gain: Float[Tensor, " s"], band: Band) -> Float[Tensor, " s"]:
    """Noise of each shell: what slices of this gain leave of the images' power.

    Parameters
    ----------
    sums
        (s, 3), as `calibrate` takes them.
    gain
        (s,), of the reference.
    band
        The coefficients that were compared.
    """
    cross, image, model = sums.double().unbind(-1)
    return _noise(image - 2.0 * gain * cross + gain**2 * model, image, band)


def whitening_calibration(image_power: Float[Tensor, " s"], band: Band) -> Calibration:
    """The calibration that counts all power of the images as noise, and leaves the reference as it is.

    For images whose poses are not known yet. `image_power` is the second column of `compare.shell_sums` of
    uncalibrated images, averaged over images.
    """
    return Calibration(_noise(image_power.double(), image_power, band), torch.ones(len(image_power)))


def _noise(left: Float[Tensor, " s"], image: Float[Tensor, " s"], band: Band) -> Float[Tensor, " s"]:
    """Noise power of a coefficient, from the power that is left of the images in each shell."""
    numbers = 2.0 * torch.bincount(torch.from_numpy(band.shell), minlength=len(left)).clamp(min=1).double()
    least = float((image / numbers).max()) * _LEAST_NOISE
    inside = torch.arange(len(left)) >= band.first
    return torch.where(inside, (left / numbers).clamp(min=max(least, 1e-30)), 1.0)


def contrast_of(sums: Sums, contrast_sigma: float) -> Float[Tensor, " n"]:
    """The contrast that fits best, with the prior N(1, contrast_sigma²)."""
    inverse = contrast_sigma**-2
    return (sums.linear[:, 0].double() + inverse) / (sums.product[:, 0, 0].double() + inverse)


def objective(sums: Sums, contrast_sigma: float) -> Float[Tensor, " n"]:
    """Log-likelihood of the pose at the best contrast, without the terms that no pose changes (float64).

    ½ (h + 1/s²)² / (G + 1/s²) − ½ / s², with h = p · x, G = p · p and s the contrast's deviation.
    """
    inverse = contrast_sigma**-2
    top = sums.linear[:, 0].double() + inverse
    return 0.5 * top**2 / (sums.product[:, 0, 0].double() + inverse) - 0.5 * inverse


def frealign_score(sums: Float[Tensor, "n s 3"]) -> Float[Tensor, " n"]:
    """Frealign's score, 100 · Σ x·p / √(Σ|x|² Σ|p|²), each sum over all shells: one ratio, not a mean of many.

    cisTEM's score (`particle.cpp`, `image.cpp`), where images are whitened and multiplied by √(1 + SNR), which makes
    their noise white, and references are whitened and multiplied by √SNR and the CTF, as x and p are.
    """
    cross, image, model = sums.double().sum(1).unbind(-1)
    return 100.0 * cross / (image * model).clamp(min=1e-30).sqrt()


def scores(
    sums: Float[Tensor, "n s 3"],
    views: Views,
    band: Band,
    contrast_sigma: float,
    log_prior: Float[Tensor, " n"],
) -> Scores:
    """Scores of images at their poses, from `compare.shell_sums`.

    Parameters
    ----------
    sums
        (n, s, 3), Re x·conj(p), |x|² and |p|² by shell.
    views
        The n images.
    band
        The coefficients that were compared.
    contrast_sigma
        Standard deviation of the images' contrast about 1.
    log_prior
        (n,), logarithm of the prior at each pose.
    """
    cross, model = sums[..., 0].double().sum(1), sums[..., 2].double().sum(1)
    inverse = contrast_sigma**-2
    contrast = (cross + inverse) / (model + inverse)
    residual = views.power.double() - 2.0 * contrast * cross + contrast**2 * model
    numbers = 2.0 * len(band)
    constant = numbers * float(torch.log(torch.tensor(2.0 * torch.pi)))
    return Scores(
        frealign_score(sums).float(),
        (residual.clamp(min=0.0) / numbers).sqrt().float(),
        (-0.5 * (residual + constant) + log_prior).float(),
        contrast.float(),
    )
