"""The grey scale of particle images: the background taken off, its noise brought to deviation 1."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.geometry.masks import circle_mask

_PLANE, _BOWL = 3, 4
"""How many shapes a background has: constant, x, y, and the bowl."""


@dataclass(frozen=True)
class Background:
    """What lies outside the particle in images: a plane, as amounts of constant, x and y, and its noise's deviation."""

    amount: Float[Tensor, "*n three"]
    deviation: Float[Tensor, "*n"]


def normalise(images: Float[Tensor, "*n y x"], radius_pixel: float) -> Float[Tensor, "*n y x"]:
    """Images without their background, whose pixels outside a circle have mean 0 and standard deviation 1.

    The background is the plane of `without_background`, as relion_preprocess takes it off for its --norm.

    Parameters
    ----------
    images : (…, y, x)
        Images.
    radius_pixel : float
        Radius of a circle about the centre: what lies outside it is background.

    Raises
    ------
    SettingsError
        The circle leaves no background, or an image's background is constant.
    """
    found = background_of(images, radius_pixel)
    require_noise(found, np.arange(found.deviation.numel()))
    return normalised(images, found)


def background_of(images: Float[Tensor, "*n y x"], radius_pixel: float) -> Background:
    """The background of images, outside a circle; arguments are those of `normalise`. Its noise may be none."""
    shape = _Background.of(images.shape[-1], radius_pixel, images.device, _PLANE)
    outside = images.flatten(-2)[..., shape.outside].double()
    amount = outside @ shape.solve
    plane = (amount @ shape.shapes[:, shape.outside]).to(images.dtype).double()
    return Background(amount, (outside - plane).std(-1, correction=0))


def require_noise(found: Background, rows: Int[np.ndarray, " n"]) -> None:
    """Raise SettingsError, with the number of the first, if the background of images has no noise."""
    none = (found.deviation <= 0).flatten()
    if bool(none.any()):
        row = int(rows[int(none.int().argmax())]) + 1
        raise SettingsError(
            f"image {row}: its background is constant, so that it has no noise to be measured by: leave it out, or add "
            "noise to simulated images"
        )


def normalised(images: Float[Tensor, "*n y x"], known: Background) -> Float[Tensor, "*n y x"]:
    """Images on the grey scale that their backgrounds, as `background_of` found them, say."""
    shapes = _shapes(images.shape[-1], images.device)[:_PLANE]
    plane = (known.amount.to(images.device) @ shapes).to(images.dtype)
    return (images - plane.reshape(images.shape)) / known.deviation.to(images)[..., None, None]


def without_background(
    images: Float[Tensor, "*n y x"], radius_pixel: float | None = None, shapes: int = _BOWL
) -> Float[Tensor, "*n y x"]:
    """Images less the constant, the plane and the bowl (x² + y²) that fit their pixels outside a circle best.

    Parameters
    ----------
    images : (…, y, x)
        Images.
    radius_pixel : float, optional
        Radius of the circle about the centre; without it three quarters of the box's half.
    shapes : int
        3: no bowl. Where the particle reaches beyond the circle, a bowl takes much of it for background.

    Raises
    ------
    SettingsError
        The circle leaves too little background.
    """
    radius = 0.375 * images.shape[-1] if radius_pixel is None else radius_pixel
    background = _Background.of(images.shape[-1], radius, images.device, shapes)
    amount = images.flatten(-2)[..., background.outside].double() @ background.solve
    return images - (amount @ background.shapes).to(images.dtype).unflatten(-1, images.shape[-2:])


class _Background:
    """The shapes of a background, and what solves for their amounts by least squares outside a circle."""

    def __init__(self, box: int, radius_pixel: float, device: torch.device, shapes: int) -> None:
        self.outside = circle_mask(box, radius_pixel, 0.0, device).flatten() == 0
        self.shapes = _shapes(box, device)[:shapes]
        if int(self.outside.sum()) < 2 * len(self.shapes):
            raise SettingsError(f"a circle of radius {radius_pixel} leaves no background in {box} pixels")
        self.solve = torch.linalg.pinv(self.shapes[:, self.outside].T).T

    @staticmethod
    @lru_cache(maxsize=8)
    def of(box: int, radius_pixel: float, device: torch.device, shapes: int) -> "_Background":
        return _Background(box, radius_pixel, device, shapes)


@lru_cache(maxsize=8)
def _shapes(box: int, device: torch.device) -> Float[Tensor, "four p"]:
    """Constant, x, y and bowl at each pixel."""
    line = (torch.arange(box, device=device, dtype=torch.float64) - box // 2) / (box / 2)
    y, x = torch.meshgrid(line, line, indexing="ij")
    return torch.stack([torch.ones_like(x), x, y, x**2 + y**2]).flatten(1)
