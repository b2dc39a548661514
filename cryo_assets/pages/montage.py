"""Images of particles side by side, as they are and low-passed."""

import io

import numpy as np
import torch
from PIL import Image

from cryo_core.data import ImageSet
from cryo_core.fourier.resample import crop_images

_TILE, _COLUMNS, _GAP = 96, 6, 4
_LOW_PASS_ANGSTROM = 20.0


def montage(images: ImageSet, rows: list[int]) -> bytes:
    """A PNG of images (rows from 0): above as they are, below low-passed to 20 Å."""
    raw = images.read(np.array(rows))
    box = max(8, 2 * round(images.box * images.pixel_angstrom / _LOW_PASS_ANGSTROM))
    smooth = crop_images(raw, min(box, images.box))
    high = -(-len(rows) // _COLUMNS)
    size = _TILE + _GAP
    sheet = Image.new("L", (_COLUMNS * size - _GAP, 2 * high * size + _GAP), 128)
    for part, batch in enumerate((raw, smooth)):
        for i, image in enumerate(batch):
            place = (i % _COLUMNS * size, (part * high + i // _COLUMNS) * size + part * 2 * _GAP)
            sheet.paste(tile(image, _TILE), place)
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def tile(image: torch.Tensor, size: int) -> Image.Image:
    """One image in grey between its 1st and 99th percentile, y upwards, `size` pixels wide."""
    values = image.numpy()[::-1]
    low, high = np.percentile(values, (1, 99))
    grey = np.clip((values - low) / max(high - low, 1e-12), 0, 1) * 255
    return Image.fromarray(grey.astype(np.uint8)).resize((size, size), Image.Resampling.BICUBIC)
