"""The published network: images to latents to Fourier slices (Zhong et al. 2021, cryoDRGN; released 4.3.1).

A slice of a real volume is Hermitian: the network is asked for half of its pixels, and everything else, the
images, their transfer functions and the loss, is held on that half only. The half spectrum of an image without its
DC is twice as many real numbers as it has pixels here, the published Hartley transform: Re − Im at k and
Re + Im at −k; so sums of squares over the two forms are equal up to a factor of two.
"""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor, nn
from torch.nn.functional import linear

from cryo_core.errors import SettingsError
from cryo_core.learning.blocks import ResidualMLP

Encoding = Literal["gaussian", "geom_lowf", "geom_ft", "linear_lowf"]


@dataclass(frozen=True)
class VaeSettings:
    """The published network and its training; plain numbers.

    Layers are residual ones, between a layer in and a layer out.

    Attributes
    ----------
    zdim : numbers
        Of latent space.
    encoder_layers : layers
        Of the encoder.
    encoder_width : units
        In a layer of the encoder.
    decoder_layers : layers
        Of the decoder.
    decoder_width : units
        In a layer of the decoder.
    encoding : choice
        Positional encoding of frequencies; names are cryoDRGN's.
    encoding_sigma : half boxes
        Spread of the gaussian encoding's frequencies.
    epochs : epochs
        In the first round.
    batch : images
        In a step.
    learning_rate : number
        Size of the steps of the optimiser, Adam.
    beta : factor
        Of the KL divergence; without it the published 1 / zdim.
    window_inner : half boxes
        Where the mask on the images begins to fall.
    window_outer : half boxes
        Where the mask on the images ends.
    mixed_precision : yes or no
        Products of half precision on a GPU, and of bfloat16 on a CPU that has units for them (AMX).
    memory_megabytes : MB
        That the reader of images may hold.
    cache : yes or no
        Whether the reader keeps images, as float16.
    seed : number
        Seed of what is drawn at random.
    """

    zdim: int = 8
    encoder_layers: int = 3
    encoder_width: int = 256
    decoder_layers: int = 3
    decoder_width: int = 256
    encoding: Encoding = "gaussian"
    encoding_sigma: float = 0.5
    epochs: int = 20
    batch: int = 16
    learning_rate: float = 1e-4
    beta: float | None = None
    window_inner: float = 0.85
    window_outer: float = 0.99
    mixed_precision: bool = True
    memory_megabytes: int = 1024
    cache: bool = True
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse numbers that make no network."""
        for name in ("zdim", "encoder_width", "decoder_width", "batch"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} is {getattr(self, name)}: it must be at least 1")
        if min(self.encoder_layers, self.decoder_layers) < 0:
            raise SettingsError("layers may not be negative")
        if not 0 < self.window_inner < self.window_outer:
            raise SettingsError("the window must fall from window_inner to a larger window_outer")

    @property
    def kl_weight(self) -> float:
        """Weight β of the KL divergence."""
        return 1.0 / self.zdim if self.beta is None else self.beta


def half_disc(box: int) -> Int[Tensor, "p 2"]:
    """(kx, ky) of the half of an image's spectrum that the network sees.

    All with 0 < |k| ≤ N // 2 and kx > 0, and those of kx = 0 with ky > 0; the others are their conjugates.
    """
    radius = box // 2
    ky, kx = torch.meshgrid(torch.arange(-radius, radius + 1), torch.arange(radius + 1), indexing="ij")
    keep = (kx**2 + ky**2 <= radius**2) & ((kx > 0) | (ky > 0))
    return torch.stack([kx[keep], ky[keep]], 1)


class FourierDecoder(nn.Module):
    """A volume's Fourier coefficient at any point, for any latent.

    The network sees sines and cosines of θ = directions · k / N and the latents, and returns a real and an
    imaginary part. It is only asked on the half space kz ≤ 0, elsewhere its conjugate is taken, so that the
    volume is real whatever the network's weights.
    """

    def __init__(self, box: int, settings: VaeSettings) -> None:
        super().__init__()
        self.box, self.zdim = box, settings.zdim
        directions = _directions(box, settings)
        self.directions: Tensor
        self.register_buffer("directions", directions)
        inputs = 2 * len(directions) + settings.zdim
        self.network = ResidualMLP(inputs, settings.decoder_layers, settings.decoder_width, 2)

    def forward(
        self, points: Float[Tensor, "n p 3"], z: Float[Tensor, "n k"]
    ) -> tuple[Float[Tensor, "n p 2"], Float[Tensor, "n p"]]:
        """(Re, Im) at the points or at minus them, and for each point the sign, +1 or −1, by which Im is multiplied.

        Points are k in units of 1 / box, x y z; each row of them belongs to a row of z.
        """
        features, side = self._features(points)
        first = self.network.first
        pixels, latents = torch.split(first.weight, [features.shape[-1], self.zdim], 1)
        # What z adds to the first layer is one row for all points.
        offset = linear(z, latents, first.bias)
        hidden = linear(features, pixels) + offset[:, None].to(z.dtype)
        return self.network.after_first(hidden.flatten(0, 1)).reshape(*side.shape, 2).float(), side

    @torch.no_grad()
    def _features(self, points: Tensor) -> tuple[Tensor, Tensor]:
        with torch.autocast(points.device.type, enabled=False):
            angle = points.float() @ (self.directions.T / self.box)
        side = torch.where(points[..., 2] > 0, -1.0, 1.0)
        features = torch.empty(*angle.shape[:-1], 2 * angle.shape[-1], device=points.device)
        half = angle.shape[-1]
        torch.sin(angle, out=features[..., :half]).mul_(side[..., None])  # sin(−θ) = −sin θ
        torch.cos(angle, out=features[..., half:])
        return features, side


class Vae(nn.Module):
    """Encoder and decoder, with the geometry of the images that they need."""

    def __init__(self, box: int, settings: VaeSettings) -> None:
        super().__init__()
        self.box, self.settings = box, settings
        pixels = half_disc(box)
        if not len(pixels):
            raise SettingsError(f"a box of {box} pixels has no spectrum to learn from")
        self.pixels: Tensor
        self.scale: Tensor
        self.register_buffer("pixels", pixels.float(), persistent=False)
        self.register_buffer("scale", torch.ones(()))
        width, zdim = settings.encoder_width, settings.zdim
        self.encoder = ResidualMLP(2 * len(pixels), settings.encoder_layers, width, 2 * zdim)
        self.decoder = FourierDecoder(box, settings)

    def encode(
        self, data: Complex[Tensor, "n p"], transfer: Float[Tensor, "n p"]
    ) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k"]]:
        """Mean and log variance of the posterior, from the phase-flipped Hartley transform."""
        flipped = data * transfer.sign()
        hartley = torch.cat([flipped.real - flipped.imag, flipped.real + flipped.imag], 1)
        mean, log_variance = self.encoder(hartley).float().chunk(2, 1)
        return mean, log_variance

    def slices(
        self, rotation: Float[Tensor, "n 3 3"], z: Float[Tensor, "n k"]
    ) -> tuple[Float[Tensor, "n p 2"], Float[Tensor, "n p"]]:
        """Central slices (x, y, 0) · A at the half disc, in the form of `FourierDecoder`."""
        with torch.autocast(rotation.device.type, enabled=False):
            points = self.pixels @ rotation[:, :2]
        return self.decoder(points, z)


def parameter_count(box: int, settings: VaeSettings) -> tuple[int, int]:
    """(weights of the encoder, weights of the decoder), counted without making them."""
    encoder = 2 * len(half_disc(box)), settings.encoder_layers, settings.encoder_width, 2 * settings.zdim
    decoder = 6 * (box // 2) + settings.zdim, settings.decoder_layers, settings.decoder_width, 2
    count = [(i + 1) * w + n * (w + 1) * w + (w + 1) * o for i, n, w, o in (encoder, decoder)]
    return count[0], count[1]


def build(box: int, settings: VaeSettings) -> Vae:
    """Network with the weights of the seed; torch's own generator is left as it was."""
    with torch.random.fork_rng([]):
        torch.manual_seed(settings.seed)
        return Vae(box, settings)


def _directions(box: int, settings: VaeSettings) -> Float[Tensor, "f 3"]:
    """Directions in θ = directions · (k / N); k / N runs from −½ to ½ on each axis."""
    half = box // 2
    if settings.encoding == "gaussian":
        return torch.randn(3 * half, 3) * (settings.encoding_sigma * half)
    place = torch.arange(half, dtype=torch.float32) / max(half - 1, 1)
    if settings.encoding == "geom_lowf":
        frequencies = half * (1.0 / half) ** place
    elif settings.encoding == "geom_ft":
        frequencies = 2 * half * math.pi * (1.0 / half) ** place
    elif settings.encoding == "linear_lowf":
        frequencies = torch.arange(1, half + 1, dtype=torch.float32)
    else:
        raise SettingsError(f"no encoding {settings.encoding!r}")
    return torch.cat([frequencies[:, None] * axis for axis in torch.eye(3)])
