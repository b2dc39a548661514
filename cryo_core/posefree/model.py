"""Published network: an image to a latent, and from the latent alone a volume and a pose (Bunzel's thesis, 2021).

Images are grey values between 0 and 1 (`prepared`); a volume's projection at its pose, through a sigmoid, is
to be the image again. What the thesis rotated as a voxel grid is cut here as a Fourier slice
(`imaging.slices`), the same projection without the loss of interpolating in real space.
"""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import leaky_relu

from cryo_core.data import Poses
from cryo_core.errors import SettingsError
from cryo_core.fourier.resample import crop_images
from cryo_core.fourier.transforms import spectrum_to_image
from cryo_core.geometry.masks import circle_mask, sphere_mask
from cryo_core.geometry.rotations import quaternion_to_matrix
from cryo_core.imaging.forward import shift_spectra
from cryo_core.imaging.slices import extract_own_slices, prepare
from cryo_core.learning.ranks import mean_of_all


@dataclass(frozen=True)
class NetworkSettings:
    """The published pose-free network and its training; plain numbers.

    The loss is the sigmoid cross-entropy summed over the pixels of an image, plus `kl_weight` times the KL divergence,
    plus `average_weight` times the mean squared deviation of the batch's volumes from the mean of them and their
    reflections.

    Attributes
    ----------
    box : pixels
        Edge that images are brought to.
    latent : numbers
        Of latent space; fewer than 10 get stuck and more than 30 over-fit, says the thesis.
    encoder_layers : layers
        Of the encoder.
    encoder_width : units
        In a layer of the encoder.
    decoder_layers : layers
        Of the decoder.
    decoder_width : units
        In a layer of the decoder.
    spread : number
        λ of the tanh estimator that scales images.
    circle : share of the box
        Diameter of the circular mask on images.
    coarsen : choice
        How images come to a smaller box: Fourier cropping, or the mean of blocks.
    epochs : epochs
        At most.
    batch : images
        In a step.
    learning_rate : number
        Size of the steps of the optimiser, Adam.
    kl_weight : factor
        Of the KL divergence in the loss.
    average_weight : factor
        Of the deviation from the mean volume in the loss.
    most_shift : pixels
        Largest shift.
    test : share
        Of the images, kept out of training.
    patience : epochs
        Training stops after so many that bring the kept-out images nothing; 0: never.
    seed : number
        Seed of what is drawn at random.
    """

    box: int = 40
    latent: int = 21
    encoder_layers: int = 10
    encoder_width: int = 512
    decoder_layers: int = 20
    decoder_width: int = 200
    spread: float = 0.3
    circle: float = 0.95
    coarsen: Literal["fourier", "mean"] = "fourier"
    epochs: int = 20
    batch: int = 30
    learning_rate: float = 1e-5
    kl_weight: float = 1.0
    average_weight: float = 1e4
    most_shift: float = 3.0
    test: float = 0.1
    patience: int = 5
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse numbers that make no network."""
        for name in ("latent", "encoder_layers", "encoder_width", "decoder_layers", "decoder_width", "batch"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name}: {getattr(self, name)}: must be at least 1")
        if self.box < 8 or self.box % 2:
            raise SettingsError(f"box: {self.box}: must be even and at least 8")
        if not 0 < self.test < 0.5 or not 0 < self.circle <= 1 or not self.spread > 0:
            raise SettingsError("test must lie within 0 and 0.5, circle within 0 and 1, spread above 0")
        if not self.learning_rate > 0 or self.kl_weight < 0 or self.average_weight < 0 or self.most_shift < 0:
            raise SettingsError("learning_rate must be positive; weights and most_shift may not be negative")


def prepared(images: Float[Tensor, "n y x"], settings: NetworkSettings) -> Float[Tensor, "n d d"]:
    """Images as published: coarsened, ½ (tanh(λ (x − μ) / σ) + 1), masked by a circle.

    μ and σ are each image's own, within the circle; outside of it pixels are ½, where tanh is 0.
    SettingsError if blocks of the mean do not fit the box.
    """
    small = _coarsened(images, settings)
    mask = circle_mask(settings.box, 0.5 * settings.circle * settings.box, 0.0, images.device)
    inside = small.flatten(1)[:, mask.flatten() > 0]
    mean, deviation = inside.mean(1)[:, None, None], inside.std(1)[:, None, None]
    squeezed = torch.tanh(settings.spread * (small - mean) / deviation.clamp(min=1e-12))
    return 0.5 * (squeezed * mask + 1.0)


def _coarsened(images: Float[Tensor, "n y x"], settings: NetworkSettings) -> Float[Tensor, "n d d"]:
    box = images.shape[-1]
    if box == settings.box:
        return images
    if box < settings.box:
        raise SettingsError(f"images of {box} pixels for a network of {settings.box}: choose a smaller box")
    if settings.coarsen == "fourier":
        return crop_images(images, settings.box)
    if box % settings.box:
        raise SettingsError(f"coarsen: mean: {box} pixels are no whole blocks of a box of {settings.box}")
    block = box // settings.box
    blocks = images.reshape(-1, settings.box, block, settings.box, block)
    return blocks.mean((2, 4))


class Network(nn.Module):
    """Encoder, decoder to a voxel grid, and linear layer for the pose; all dense, with leaky ReLU."""

    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        self.settings, box = settings, settings.box
        self.encoder = _dense(box * box, settings.encoder_layers, settings.encoder_width)
        self.posterior = nn.Linear(settings.encoder_width, 2 * settings.latent)
        self.pose = nn.Linear(settings.latent, 6)
        self.decoder = _dense(settings.latent, settings.decoder_layers, settings.decoder_width)
        self.voxels = nn.Linear(settings.decoder_width, box**3)
        radius = 0.5 * settings.circle * box
        mask = sphere_mask((box, box, box), radius - 1.0, 1.0)
        self.mask: Tensor
        self.register_buffer("mask", mask, persistent=False)

    def encode(self, images: Float[Tensor, "n d d"]) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k"]]:
        """Mean and log-variance of the latents of prepared images."""
        mean, log_variance = self.posterior(self.encoder(images.flatten(1))).chunk(2, 1)
        return mean, log_variance.clamp(-20.0, 10.0)

    def volumes(self, z: Float[Tensor, "n k"]) -> Float[Tensor, "n d d d"]:
        """Volume at each latent, within the sphere."""
        box = self.settings.box
        return self.voxels(self.decoder(z)).reshape(-1, box, box, box) * self.mask

    def poses(self, z: Float[Tensor, "n k"], pixel_angstrom: float = 1.0) -> Poses:
        """Pose at each latent: four numbers through tanh as a quaternion, two as a shift."""
        numbers = torch.tanh(self.pose(z))
        first = torch.tensor([1e-6, 0.0, 0.0, 0.0], device=z.device)
        return Poses(
            quaternion_to_matrix(numbers[:, :4] + first),
            numbers[:, 4:] * self.settings.most_shift * pixel_angstrom,
        )

    def project(self, volumes: Float[Tensor, "n d d d"], poses: Poses) -> Float[Tensor, "n d d"]:
        """Projection of each volume at its own pose: slices, cubic without padding, moved by −shift (pixels)."""
        box = self.settings.box
        slices = extract_own_slices(prepare(volumes, 1, "cubic"), poses.rotation, box, 1, "cubic")
        return spectrum_to_image(shift_spectra(slices, -poses.shift_angstrom, 1.0), box)


def _dense(inputs: int, layers: int, width: int) -> nn.Sequential:
    parts: list[nn.Module] = []
    for layer in range(layers):
        linear = nn.Linear(inputs if layer == 0 else width, width)
        nn.init.kaiming_normal_(linear.weight, 0.01)
        nn.init.zeros_(linear.bias)
        parts += [linear, _Leaky()]
    return nn.Sequential(*parts)


class _Leaky(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return leaky_relu(x, 0.01)


def averaging(volumes: Float[Tensor, "n d d d"], weight: float = 1.0) -> Float[Tensor, ""]:
    """Mean squared deviation of volumes, and of their reflections, from the mean of them all.

    `weight` is what these volumes count beside those of other processes (`processes.weight`).

    A reflection inverts x, y and z; so neither hand costs less, and a single volume pays for what is not
    symmetric in it.
    """
    reflected = volumes.flip(1, 2, 3)
    if volumes.shape[-1] % 2 == 0:
        reflected = reflected.roll((1, 1, 1), (1, 2, 3))
    mean = mean_of_all(0.5 * weight * (volumes.mean(0) + reflected.mean(0)))
    return 0.5 * ((volumes - mean).square().mean() + (reflected - mean).square().mean())


def divergence(mean: Float[Tensor, "n k"], log_variance: Float[Tensor, "n k"]) -> Float[Tensor, ""]:
    """KL divergence of N(mean, variance) from N(0, 1), summed over axes, averaged over images."""
    return -0.5 * (1.0 + log_variance - mean.square() - log_variance.exp()).sum(1).mean()


def parameter_count(settings: NetworkSettings) -> int:
    """Number of weights, without making them."""
    e, d, k, box = settings.encoder_width, settings.decoder_width, settings.latent, settings.box
    encoder = (box**2 + 1) * e + (settings.encoder_layers - 1) * (e + 1) * e + (e + 1) * 2 * k
    decoder = (k + 1) * d + (settings.decoder_layers - 1) * (d + 1) * d + (d + 1) * box**3
    return encoder + decoder + (k + 1) * 6


def latent_statistics(
    mean: Float[Tensor, "n k"], log_variance: Float[Tensor, "n k"]
) -> list[dict[str, float]]:
    """Values of the thesis's Table 3.1 for each axis: mean and deviation of the means, mean deviation, KL."""
    rows = []
    for m, v in zip(mean.double().T, log_variance.double().T, strict=True):
        kl = -0.5 * (1.0 + v - m.square() - v.exp()).mean()
        rows.append(
            {
                "mean": float(m.mean()),
                "deviation": float(m.std(correction=0)),
                "posterior_deviation": float((0.5 * v).exp().mean()),
                "kl_nats": float(kl),
            }
        )
    assert all(math.isfinite(value) for row in rows for value in row.values())
    return rows
