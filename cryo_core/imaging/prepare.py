"""Images made ready for everything that follows: cropped in Fourier space, on one grey scale."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack
from cryo_core.fourier.resample import crop_images
from cryo_core.imaging.normalise import Background, background_of, normalise, normalised, require_noise


def even_box(box: int | None, images: ImageStack) -> int:
    """The even edge that images are cropped to: `box`, or their own where that is smaller or none is asked for."""
    own = images.box - images.box % 2
    return own if box is None else min(box, own)


class Coarsened:
    """An ImageStack whose images are Fourier-cropped to `box` as they are read, on `device`, and not normalised."""

    def __init__(self, images: ImageStack, box: int, device: torch.device | str | None = None) -> None:
        self._images, self._device, self.box = images, device, min(box, images.box)
        self.pixel_angstrom = images.pixel_angstrom * images.box / self.box

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Images of these rows, cropped."""
        images = self._images.read(index)
        return crop_images(images if self._device is None else images.to(self._device), self.box)


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
    known
        Background of each image, if it was measured before (`measured`): no image is measured again.
    """

    def __init__(
        self,
        images: ImageStack,
        box: int | None,
        background_diameter: float,
        device: torch.device | str = "cpu",
        known: Background | None = None,
    ) -> None:
        self._images = Coarsened(images, even_box(box, images), device)
        self.box, self.pixel_angstrom = self._images.box, self._images.pixel_angstrom
        self._radius_pixel, self._known = background_diameter * self.box / 2, known

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Read these rows."""
        images = self._images.read(index)
        if self._known is None:
            return normalise(images, self._radius_pixel)
        at = torch.from_numpy(np.asarray(index))
        return normalised(images, Background(self._known.amount[at], self._known.deviation[at]))

    def measured(self, index: Int[np.ndarray, " n"]) -> tuple[Float[Tensor, "n y x"], Background]:
        """Read these rows, and measure their backgrounds."""
        images = self._images.read(index)
        found = background_of(images, self._radius_pixel)
        require_noise(found, index)
        return normalised(images, found), Background(found.amount.cpu(), found.deviation.cpu())
