"""Values of maps between their voxels: interpolating cubic B-splines, on any device."""

import math
from itertools import product

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import grid_sample

from cryo_core.fourier.grids import volume_frequencies
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum

_POINTS = 1 << 20
"""Points of one batch: 64 neighbours each, one after the other."""


def spline_coefficients(density: Float[Tensor, "*n z y x"]) -> Float[Tensor, "*n z y x"]:
    """B-spline coefficients whose spline passes through every voxel of periodic maps (Unser et al. 1993).

    The samples of the cubic B-spline are 1/6, 4/6, 1/6, so that the spectrum is divided by (2 + cos 2πf) / 3 an axis.
    """
    z, y, x = density.shape[-3:]
    gain = torch.ones((), device=density.device)
    for f in volume_frequencies((z, y, x), 1.0, density.device):
        gain = gain * (2.0 + torch.cos(2 * math.pi * f)) / 3.0
    return spectrum_to_volume(volume_to_spectrum(density) / gain, (z, y, x))


def spline_values(
    coefficients: Float[Tensor, "c z y x"], place: Float[Tensor, "n 3"], outside: float = 0.0
) -> Float[Tensor, "c n"]:
    """Values of c splines at places (x, y, z) in voxels; `outside` beyond the first and last voxels.

    Parameters
    ----------
    coefficients
        (c, z, y, x), from `spline_coefficients`.
    place
        (n, 3), x, y, z in voxels from the centre of voxel [0, 0, 0].
    outside
        Value where the map ends.
    """
    return torch.cat([_values(coefficients, part, outside) for part in torch.split(place, _POINTS)], 1)


def linear_values(density: Float[Tensor, "z y x"], place: Float[Tensor, "n 3"]) -> Float[Tensor, " n"]:
    """Values at places (x, y, z in voxels) by trilinear interpolation, 0 beyond the map: for masks.

    Parameters
    ----------
    density
        (z, y, x).
    place
        (n, 3), x, y, z in voxels from the centre of voxel [0, 0, 0].
    """
    last = torch.tensor(density.shape[::-1], device=place.device) - 1
    unit = (place / last * 2.0 - 1.0).to(density.dtype)
    return grid_sample(density[None, None], unit[None, None, None], align_corners=True).flatten()


def inside(place: Float[Tensor, "*n 3"], shape: tuple[int, int, int]) -> Tensor:
    """Which places (x, y, z in voxels) lie between the first and last voxels of a map of `shape` (z, y, x)."""
    last = torch.tensor(shape[::-1], device=place.device) - 1
    return ((place >= 0) & (place <= last)).all(-1)


def _values(
    coefficients: Float[Tensor, "c z y x"], place: Float[Tensor, "n 3"], outside: float
) -> Float[Tensor, "c n"]:
    depth, height, width = coefficients.shape[1:]
    low = place.floor()
    weight = _weights((place - low).to(coefficients.dtype))
    first = low.long() - 1
    flat = coefficients.flatten(1)
    out = torch.zeros(len(flat), len(place), dtype=flat.dtype, device=flat.device)
    x, y, z = ([(first[:, a] + i) % n for i in range(4)] for a, n in enumerate((width, height, depth)))
    for k, j in product(range(4), range(4)):
        row, both = (z[k] * height + y[j]) * width, weight[2, k] * weight[1, j]
        for i in range(4):
            out.addcmul_(flat.index_select(1, row + x[i]), both * weight[0, i])
    return torch.where(inside(place, (depth, height, width)), out, outside)


def _weights(t: Float[Tensor, "n 3"]) -> Float[Tensor, "3 4 n"]:
    """Cubic B-spline at the four voxels about a place that lies `t` beyond the second, along each axis."""
    t = t.T.contiguous()
    s = 1.0 - t
    return torch.stack([s**3, 3 * t**3 - 6 * t**2 + 4, 3 * s**3 - 6 * s**2 + 4, t**3], 1) / 6.0
