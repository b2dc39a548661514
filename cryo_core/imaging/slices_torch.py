"""Slicing and inserting with torch alone, on any device and differentiable: what a GPU runs.

The same sums as `kernels`, which the CPU runs; `slices` chooses. Grids are those of `slices`.
"""

from collections.abc import Iterator

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor
from torch.nn.functional import grid_sample

from cryo_core.fourier.grids import Device, centred_axis, half_axis

_Weights = tuple[Tensor, ...]


def disc(box: int, device: Device) -> tuple[Int[Tensor, " p"], Float[Tensor, " p"], Float[Tensor, " p"]]:
    """Flat index of the pixels within Nyquist's radius, and their y and x."""
    y, x = torch.meshgrid(centred_axis(box, device), half_axis(box, device), indexing="ij")
    pixel = (x**2 + y**2 < (box / 2) ** 2).flatten().nonzero()[:, 0]
    return pixel, y.flatten()[pixel], x.flatten()[pixel]


def extract(
    grid: Complex[Tensor, "gz gy gx"], rotation: Float[Tensor, "n 3 3"], box: int, padding: int, margin: int
) -> Complex[Tensor, "n y xh"]:
    """Central slices of a padded spectrum.

    Parameters
    ----------
    grid
        (gz, gy, gx), padded spectrum (see `slices`).
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grid over the box.
    margin
        0 for linear and 1 for cubic interpolation.
    """
    pixel, y, x = disc(box, grid.device)
    point, sign = _half_space(rotation, y * padding, x * padding)
    if margin:
        values = _read_cubic(grid, point)
    else:
        values = _read_linear(grid, point)
    values = torch.complex(values[0], values[1] * sign)
    empty = values.new_zeros(len(rotation), box * (box // 2 + 1))
    return empty.index_copy(1, pixel, values).reshape(len(rotation), box, box // 2 + 1)


def scatter(
    sums: Float[Tensor, "m c"],
    shape: tuple[int, int, int],
    values: Float[Tensor, "n p c"],
    rotation: Float[Tensor, "n 3 3"],
    box: int,
    padding: int,
    margin: int,
) -> None:
    """Add each pixel's numbers (the second is imaginary) to its neighbours, in the order of the images.

    Parameters
    ----------
    sums
        (m, c), the grid, flat; added to.
    shape
        Edges of the grid.
    values
        (n, p, c), numbers of each pixel.
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grid over the box.
    margin
        0 for linear and 1 for cubic interpolation.
    """
    _, y, x = disc(box, values.device)
    point, sign = _half_space(rotation, y * padding, x * padding)
    values = torch.cat([values[..., :1], values[..., 1:2] * sign[..., None], values[..., 2:]], -1)
    _, height, width = shape
    first, fraction = _cells(point, height, margin)
    for at, share in _taps(first, fraction, height, width, margin):
        sums.index_add_(0, at.flatten(), (values * share[..., None]).flatten(0, 1))


def _half_space(
    rotation: Float[Tensor, "n 3 3"], y: Float[Tensor, " p"], x: Float[Tensor, " p"]
) -> tuple[Float[Tensor, "n p 3"], Float[Tensor, "n p"]]:
    """Rotate slice points into the volume (x, y, z); turn those with x < 0 to −k, where the sign is −1."""
    point = x[:, None] * rotation[:, None, 0] + y[:, None] * rotation[:, None, 1]
    sign = torch.where(point[..., :1] < 0, -1.0, 1.0).detach()
    return point * sign, sign[..., 0]


def _read_linear(grid: Complex[Tensor, "gz gy gx"], point: Float[Tensor, "n p 3"]) -> Float[Tensor, "2 n p"]:
    half = (grid.shape[0] - 1) // 2
    low = torch.tensor([0.0, half, half], device=grid.device)
    scale = torch.tensor([2.0 / half, 1.0 / half, 1.0 / half], device=grid.device)
    source = torch.view_as_real(grid).permute(3, 0, 1, 2)[None]
    place = ((point + low) * scale - 1.0)[None, None]
    values = grid_sample(source, place, mode="bilinear", padding_mode="zeros", align_corners=True)
    return values[0, :, 0]


def _read_cubic(grid: Complex[Tensor, "gz gy gx"], point: Float[Tensor, "n p 3"]) -> Float[Tensor, "2 n p"]:
    _, height, width = grid.shape
    first, fraction = _cells(point, height, 1)
    flat = torch.view_as_real(grid).reshape(-1, 2)
    total = torch.zeros(*point.shape[:2], 2, dtype=flat.dtype, device=flat.device)
    for at, share in _taps(first, fraction, height, width, 1):
        total = total + flat[at] * share[..., None]
    return total.permute(2, 0, 1)


def _cells(
    point: Float[Tensor, "n p 3"], height: int, margin: int
) -> tuple[Int[Tensor, "n p 3"], Float[Tensor, "n p 3"]]:
    """Each point's first neighbour (array index x, y, z), and its place within the cell."""
    corner = point.detach().floor()
    middle = (height - 1) // 2
    offset = torch.tensor([0, middle - margin, middle - margin], device=point.device)
    return corner.to(torch.int64) + offset, point - corner


def _taps(
    first: Int[Tensor, "n p 3"], fraction: Float[Tensor, "n p 3"], height: int, width: int, margin: int
) -> Iterator[tuple[Int[Tensor, "n p"], Float[Tensor, "n p"]]]:
    """Go through the 8 or 64 neighbours: (flat index, weight)."""
    base = (first[..., 2] * height + first[..., 1]) * width + first[..., 0]
    x, y, z = (_spline(t) if margin else (1.0 - t, t) for t in fraction.unbind(-1))
    for k, wz in enumerate(z):
        for j, wy in enumerate(y):
            for i, wx in enumerate(x):
                yield base + (k * height + j) * width + i, wz * wy * wx


def _spline(t: Float[Tensor, "n p"]) -> _Weights:
    """Weights of a cubic B-spline at the points −1, 0, 1 and 2, for places t from 0 to 1."""
    s = 1.0 - t
    third = 2.0 / 3.0
    return s**3 / 6.0, third - t**2 * (1.0 - t / 2.0), third - s**2 * (1.0 - s / 2.0), t**3 / 6.0
