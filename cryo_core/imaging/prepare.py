"""Images made ready for everything that follows: cropped in Fourier space, on one grey scale."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack
from cryo_core.fourier.resample import crop_images
from cryo_core.imaging.normalise import normalise


class PreparedStack:
    """An ImageStack whose images are Fourier-cropped to `box` and normalised as they are read.

    `box` is never enlarged beyond the images' own. The background, mean 0 and standard deviation 1, is what
    lies outside a circle of `background_diameter` times the box. Work is done on `device`.
    """

    def __init__(
        self,
        images: ImageStack,
        box: int,
        background_diameter: float,
        device: torch.device | str = "cpu",
    ) -> None:
        self._images = images
        self._radius_pixel = background_diameter * min(box, images.box) / 2
        self._device = device
        self.box = min(box, images.box)
        self.pixel_angstrom = images.pixel_angstrom * images.box / self.box

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Read these rows."""
        images = self._images.read(index).to(self._device)
        return normalise(crop_images(images, self.box), self._radius_pixel)
