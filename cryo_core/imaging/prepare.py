"""Images made ready for everything that follows: cropped in Fourier space, on one grey scale."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack
from cryo_core.fourier.resample import crop_images
from cryo_core.imaging.normalise import normalise


def even_box(box: int | None, images: ImageStack) -> int:
    """The even edge that images are cropped to: `box`, or their own where that is smaller or none is asked for."""
    own = images.box - images.box % 2
    return own if box is None else min(box, own)


class Coarsened:
    """An ImageStack whose images are Fourier-cropped to `box` as they are read, and not normalised."""

    def __init__(self, images: ImageStack, box: int) -> None:
        self._images, self.box = images, min(box, images.box)
        self.pixel_angstrom = images.pixel_angstrom * images.box / self.box

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Images of these rows, cropped."""
        return crop_images(self._images.read(index), self.box)


class PreparedStack:
    """An ImageStack whose images are Fourier-cropped to `box` and normalised as they are read.

    The background, mean 0 and standard deviation 1, is what lies outside a circle of `background_diameter` times the
    box. Work is done on `device`.

    Parameters
    ----------
    images
        The images.
    box
        Edge in pixels, as `even_box` has it.
    background_diameter
        Share of the box.
    device
        Where images are made ready.
    """

    def __init__(
        self,
        images: ImageStack,
        box: int | None,
        background_diameter: float,
        device: torch.device | str = "cpu",
    ) -> None:
        self._images = images
        self.box = even_box(box, images)
        self._radius_pixel = background_diameter * self.box / 2
        self._device = device
        self.pixel_angstrom = images.pixel_angstrom * images.box / self.box

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Read these rows."""
        images = self._images.read(index).to(self._device)
        return normalise(crop_images(images, self.box), self._radius_pixel)
