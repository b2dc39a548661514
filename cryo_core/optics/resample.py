"""Images at other points: another pixel size, another box, and a distortion of the magnification taken off."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.fourier.grids import centred_axis


def resample_images(
    images: Float[Tensor, "n y x"],
    matrix: Float[Tensor, "two two"],
    offset: Float[Tensor, "n two"],
    box: int,
) -> Float[Tensor, "n y2 x2"]:
    """Square images of edge `box` whose value at r, in pixels from the centre, is `images`' at matrix · r + offset.

    Values between pixels are those of the trigonometric polynomial through all pixels, so that nothing is smoothed: a
    matrix is a shear and a stretch along y, then along x, each a sum over the frequencies of a line. Frequencies that
    the new pixels cannot hold are left out. Images go on periodically beyond their edges. What lies within the box
    comes back to 1e-5 of its height; of white noise within 0.95 of Nyquist there and back leaves 3%, from the edges.

    Parameters
    ----------
    images
        (n, y, x).
    matrix
        Rows and columns x, y.
    offset
        (n, 2), x and y, in pixels of `images`.
    box
        Edge of the new images, pixels.
    """
    (xx, xy), (yx, yy) = matrix.double().tolist()
    move = offset.double()
    # Along y, for each column of `images`; then along x, for each new row.
    along_y = move[:, 1] - yx / xx * move[:, 0]
    columns = _along_lines(images.mT, (yy - yx * xy / xx, yx / xx), along_y, box)
    return _along_lines(columns.mT, (xx, xy), move[:, 0], box)


def _along_lines(
    lines: Float[Tensor, "n v w"], how: tuple[float, float], offset: Float[Tensor, " n"], box: int
) -> Float[Tensor, "n v w2"]:
    """Lines at the points scale · j + shear · v + offset, for `how` = (scale, shear), j and v from the centre."""
    (scale, shear), width, device = how, lines.shape[-1], lines.device
    wave = torch.arange(width // 2 + 1, dtype=torch.float64, device=device) * (2 * math.pi / width)
    limit = math.pi * min(1.0, 1.0 / abs(scale))
    gain = torch.where(wave < limit - 1e-9, 2.0, torch.where(wave <= limit + 1e-9, 1.0, 0.0)) / width
    gain[0] = 1.0 / width
    here = centred_axis(width, device).double()[:, None] * wave
    there = centred_axis(box, device).double()[:, None] * scale * wave
    cosine, sine = lines @ here.cos().to(lines.dtype), lines @ here.sin().to(lines.dtype)
    if shear or bool(offset.any()):
        moved = centred_axis(lines.shape[-2], device).double() * shear + offset[:, None].to(device)
        turn = moved[..., None] * wave
        c, s = turn.cos().to(lines.dtype), turn.sin().to(lines.dtype)
        cosine, sine = cosine * c + sine * s, sine * c - cosine * s
    back = (there.cos() * gain).to(lines.dtype).T, (there.sin() * gain).to(lines.dtype).T
    return cosine @ back[0] + sine @ back[1]
