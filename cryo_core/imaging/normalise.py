"""The grey scale of particle images."""

from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.geometry.masks import circle_mask


def normalise(images: Float[Tensor, "*n y x"], radius_pixel: float) -> Float[Tensor, "*n y x"]:
    """Images whose background has mean 0 and standard deviation 1.

    The background is what lies outside a circle of `radius_pixel` about the centre (RELION's
    relion_preprocess --norm). SettingsError if the circle leaves no background, or an image's is constant.
    """
    outside = circle_mask(images.shape[-1], radius_pixel, 0.0, images.device).flatten() == 0
    if int(outside.sum()) < 2:
        raise SettingsError(
            f"a circle of radius {radius_pixel} leaves no background in {images.shape[-1]} pixels"
        )
    background = images.flatten(-2)[..., outside].double()
    mean = background.mean(-1)[..., None, None].to(images.dtype)
    deviation = background.std(-1, correction=0)[..., None, None].to(images.dtype)
    if bool((deviation <= 0).any()):
        raise SettingsError("an image has a constant background: it cannot be normalised")
    return (images - mean) / deviation
