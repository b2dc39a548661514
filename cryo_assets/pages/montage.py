"""Images of particles beside what a map says of them: as they are, low-passed, the projection, and what is left."""

import io
from dataclasses import replace

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor

from cryo_core.data import ImageSet, Volume
from cryo_core.fourier.resample import crop_images, resample
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.slices import prepare

_TILE, _GAP = 112, 4
_LOW_PASS_ANGSTROM = 20.0
_LARGEST = 96
"""Edge in pixels that projections are made at: finer than what they are compared to."""


def montage(images: ImageSet, volume: Volume, names: list[str]) -> bytes:
    """A PNG with a column an image: as it is, low-passed to 20 Å, the map's projection so too, and what that leaves.

    The last three of a column have one scale of grey.

    Parameters
    ----------
    images
        The images, with poses and optics.
    volume
        The map, of the same edge in Å.
    names
        What stands in the corner of each image.
    """
    raw = images.read(np.arange(len(images)))
    smooth, projected = compared(raw, images, volume)
    size = _TILE + _GAP
    sheet = Image.new("L", (len(raw) * size - _GAP, 4 * size - _GAP), 128)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(13)
    for i, name in enumerate(names):
        sheet.paste(tile(raw[i], _TILE), (i * size, 0))
        pen.text((i * size + 5, 3), name, 255, font, stroke_width=2, stroke_fill=0)
        grey = spread(torch.stack([smooth[i], projected[i]]))
        for row, image in enumerate((smooth[i], projected[i], smooth[i] - projected[i]), 1):
            sheet.paste(tile(image, _TILE, grey), (i * size, row * size))
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def compared(
    raw: Float[Tensor, "n y x"], images: ImageSet, volume: Volume
) -> tuple[Float[Tensor, "n b b"], Float[Tensor, "n b b"]]:
    """Images low-passed to 20 Å, and projections with their CTF and poses, scaled and moved in grey to fit best.

    Parameters
    ----------
    raw
        The images as they are.
    images
        The same with poses and optics.
    volume
        The map, of the same edge in Å.
    """
    edge_angstrom = images.box * images.pixel_angstrom
    box = min(_LARGEST, images.box)
    pixel = edge_angstrom / box
    same = resample(volume, pixel, box)
    optics = replace(images.optics, pixel_angstrom=torch.full_like(images.optics.pixel_angstrom, pixel))
    made = simulate_images(prepare(same.density), images.poses, optics, box, pixel)
    least = min(max(8, 2 * round(edge_angstrom / _LOW_PASS_ANGSTROM)), box)
    smooth, projected = crop_images(raw, least), crop_images(made, least)
    centred = projected - projected.mean((1, 2), keepdim=True)
    share = (smooth * centred).sum((1, 2)) / centred.square().sum((1, 2)).clamp(min=1e-12)
    return smooth, centred * share[:, None, None] + smooth.mean((1, 2), keepdim=True)


def spread(images: Tensor) -> tuple[float, float]:
    """The 1st and the 99th percentile."""
    low, high = np.percentile(images.numpy(), (1, 99))
    return float(low), float(high)


def tile(image: Tensor, size: int, grey: tuple[float, float] | None = None) -> Image.Image:
    """One image in grey between its 1st and 99th percentile, or as given; y upwards, `size` pixels wide."""
    low, high = grey or spread(image)
    values = np.clip((image.numpy()[::-1] - low) / max(high - low, 1e-12), 0, 1) * 255
    return Image.fromarray(values.astype(np.uint8)).resize((size, size), Image.Resampling.BICUBIC)
