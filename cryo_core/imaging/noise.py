"""Noise of images before there is a model of them: its power by shell and optics group, from their corners."""

from functools import lru_cache

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.shells import shell_mean
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.geometry.masks import circle_mask
from cryo_core.imaging.normalise import without_background

_EDGE_PIXELS, _BATCH, _MEASURED = 2.0, 256, 1024
_RANDOM_PIXELS, _ITERATIONS = 400_000, 20


def spread_rows(group: Int[np.ndarray, " n"], most: int = _MEASURED) -> Int[np.ndarray, " m"]:
    """Rows spread evenly over each group's, at most so many of each: a file is often sorted by quality or time.

    Parameters
    ----------
    group : (n,)
        Group of each image.
    most : int
        Largest number of rows of a group.
    """
    rows = []
    for name in np.unique(group):
        mine = np.flatnonzero(group == name)
        rows.append(mine[np.unique(np.linspace(0, len(mine) - 1, min(most, len(mine))).round().astype(int))])
    return np.sort(np.concatenate(rows))


def noise_spectrum(images: ImageStack, group: Int[np.ndarray, " n"]) -> Float[Tensor, "g s"]:
    """Power of the noise by optics group and shell, from 0 to half the box; 1 for white noise of deviation 1.

    It is measured in the corners beyond the circle that touches the box's edges. What a corner and the background taken
    off make of each shell is known from random images; of the spectra that would give what the corners show the
    likeliest is found by Richardson and Lucy's iteration, which keeps it positive and smooth.

    Parameters
    ----------
    images : ImageStack
        n images; their background is taken off.
    group : (n,)
        Optics group of each; rows of the result are in the order of `numpy.unique`.
    """
    power = []
    for name in np.unique(group):
        mine = np.flatnonzero(group == name)
        rows = mine[spread_rows(group[mine])]
        parts = [rows[first : first + _BATCH] for first in range(0, len(rows), _BATCH)]
        sums = [_corner_power(without_background(images.read(part).cpu())) * len(part) for part in parts]
        power.append(torch.stack(sums).sum(0) / len(rows))
    return _unmixed(torch.stack(power), images.box)


def _unmixed(power: Float[Tensor, "g s"], box: int) -> Float[Tensor, "g s"]:
    """Noise of whole images without their background, from the power of their corners."""
    corners, whole = _mixing(box)
    # Shell 0 tells nothing, the background holds it; beyond the last shell lie the corners of Fourier space.
    told, seen = power[:, 1:], corners[1:]
    found = torch.cat([power[:, 1:2], told, told[:, -1:]], 1).clamp(min=1e-12)
    for _ in range(_ITERATIONS):
        ratio = told / (found @ seen.T).clamp(min=1e-30)
        found = found * (ratio @ seen) / seen.sum(0).clamp(min=1e-9)
    return found @ whole.T


@lru_cache(maxsize=8)
def _mixing(box: int) -> tuple[Float[Tensor, "s t"], Float[Tensor, "s t"]]:
    """Power by shell (s) that noise of power 1 in one shell (t, the last beyond Nyquist's) has in corners and whole."""
    generator, count = torch.Generator().manual_seed(0), box // 2 + 1
    number = max(4, _RANDOM_PIXELS // box**2)
    shell = shell_index((box, box)).clamp(max=count)
    corners, whole = [], []
    for s in range(count + 1):
        white = image_to_spectrum(torch.randn(number, box, box, generator=generator))
        given = white.abs().square()[:, shell == s].mean().sqrt() / box
        images = spectrum_to_image(torch.where(shell == s, white, 0.0), box) / given
        flat = without_background(images)
        corners.append(_corner_power(flat))
        whole.append(_power(flat) / box**2)
    return torch.stack(corners, 1), torch.stack(whole, 1)


def _corner_power(images: Float[Tensor, "n y x"]) -> Float[Tensor, " s"]:
    box = images.shape[-1]
    window = 1.0 - circle_mask(box, box / 2 - _EDGE_PIXELS, _EDGE_PIXELS)
    mean = (images * window).sum((1, 2), keepdim=True) / window.sum()
    return _power((images - mean) * window) / window.double().square().sum()


def _power(images: Float[Tensor, "n y x"]) -> Float[Tensor, " s"]:
    """Mean square of the images' coefficients by shell."""
    box = images.shape[-1]
    return shell_mean(image_to_spectrum(images).abs().square().double().mean(0), (box, box))
