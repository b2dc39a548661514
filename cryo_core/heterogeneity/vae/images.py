"""Input of the published network for each image: the half disc of its spectrum, and of its CTF."""

import math

import numpy as np
import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import ImageSet, ImageStack
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import centred_axis
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.heterogeneity.vae.model import VaeSettings, half_disc
from cryo_core.optics.ctf import ctf

_SCALE_SAMPLE = 1000


class NetworkInputs:
    """Turns images of one stack into the network's inputs, on a device.

    Holds all poses and optics, which are small, and where the half disc lies in a half spectrum.
    """

    def __init__(
        self,
        images: ImageSet,
        settings: VaeSettings,
        device: torch.device | str,
    ) -> None:
        images.require_poses("the VAE needs the pose of every image")
        self.box, self.pixel_angstrom = images.box, float(images.pixel_angstrom)
        self.poses, self.optics = images.poses.to(device), images.optics.to(device)
        self.pixels = half_disc(self.box).to(device)
        # ky = +N/2 lies where −N/2 does; of kx = N/2 only ky = 0 is in the disc.
        row = (self.pixels[:, 1] + self.box // 2) % self.box
        self._place = row * (self.box // 2 + 1) + self.pixels[:, 0]
        self.window = _window(self.box, settings).to(device)

    def data(
        self, rows: Tensor, images: Float[Tensor, "n y x"]
    ) -> tuple[Float[Tensor, "n 3 3"], Complex[Tensor, "n p"], Float[Tensor, "n p"]]:
        """Rotations, centred spectra and transfer functions of these rows at the half disc."""
        poses, optics = self.poses.take(rows), self.optics.take(rows)
        spectra = image_to_spectrum(images * self.window).flatten(1)[:, self._place]
        turn = poses.shift_angstrom * (-2.0 * math.pi / (self.box * self.pixel_angstrom))
        angle = turn @ self.pixels.T.to(turn.dtype)
        transfer = ctf(optics, self.box, self.pixel_angstrom).flatten(1)[:, self._place]
        return poses.rotation, spectra * torch.complex(angle.cos(), angle.sin()), transfer


def hartley_deviation(images: ImageStack) -> float:
    """Scale of the data: standard deviation of the Hartley transforms of up to 1000 images spread over the stack.

    As published, it is taken before the window. By Parseval it needs no transform: Σ|H|² = N² Σ image², and
    the mean of H is the centre pixel. SettingsError if the images are constant.
    """
    every = max(1, len(images) // _SCALE_SAMPLE)
    rows = np.arange(0, len(images), every)[:_SCALE_SAMPLE]
    power, mean = 0.0, 0.0
    for part in np.array_split(rows, max(1, len(rows) // 64)):
        pixels = images.read(part).double()
        power += float(pixels.square().sum()) / len(rows)
        mean += float(pixels[:, images.box // 2, images.box // 2].sum()) / len(rows)
    variance = power - mean**2
    if not variance > 0:
        raise SettingsError("the images have no contrast: they are constant, or not finite")
    return math.sqrt(variance)


def _window(box: int, settings: VaeSettings) -> Float[Tensor, "y x"]:
    """Window that falls linearly from 1 to 0 between the two radii."""
    axis = centred_axis(box) / (box / 2)
    radius = (axis[:, None] ** 2 + axis**2).sqrt()
    inner, outer = settings.window_inner, settings.window_outer
    return ((outer - radius) / (outer - inner)).clamp(0.0, 1.0)
