"""Slicing and inserting with torch alone, on any device and differentiable: what a GPU runs.

The same sums as `kernels`, which the CPU runs; `slices` chooses. Grids are those of `slices`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor
from torch.nn.functional import grid_sample

from cryo_core.fourier.grids import Device, centred_axis, half_axis
from cryo_core.memory import Portion

_Weights = tuple[Tensor, ...]

_PIXELS = 1 << 24
"""Pixels that are scattered at a time: at 100 bytes each, 1.7 GB."""


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


def extract_own(
    grid: Complex[Tensor, "n gz gy gx"], rotation: Float[Tensor, "n 3 3"], box: int, padding: int, margin: int
) -> Complex[Tensor, "n y xh"]:
    """A central slice of each padded spectrum, all of them at once.

    Parameters
    ----------
    grid
        (n, gz, gy, gx), padded spectra (see `slices`).
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grids over the box.
    margin
        0 for linear and 1 for cubic interpolation.
    """
    pixel, y, x = disc(box, grid.device)
    point, sign = _half_space(rotation, y * padding, x * padding)
    _, depth, height, width = grid.shape
    first, fraction = _cells(point, height, margin)
    base = (first[..., 2] * height + first[..., 1]) * width + first[..., 0]
    base = base + torch.arange(len(grid), device=grid.device)[:, None] * (depth * height * width)
    taps = torch.arange(4 if margin else 2, device=grid.device)
    steps = (taps[:, None, None] * height + taps[:, None]) * width + taps
    wx, wy, wz = (torch.stack(_spline(t) if margin else (1.0 - t, t), -1) for t in fraction.unbind(-1))
    weight = (wz[..., None, None] * wy[..., None, :, None] * wx[..., None, None, :]).flatten(2)
    near = torch.view_as_real(grid).reshape(-1, 2)[base[..., None] + steps.flatten()]
    real, imaginary = torch.einsum("npqc,npq->cnp", near, weight)
    empty = grid.new_zeros(len(rotation), box * (box // 2 + 1))
    values = torch.complex(real, imaginary * sign)
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
    plane = y * padding, x * padding
    portion = Portion("insertion", max(1, _PIXELS // max(1, len(y))))

    def placed(at: slice) -> _Placed:
        return _Placed.of(values[at], rotation[at], plane, shape, margin)

    for _, some in portion.over(len(values), placed):
        some.add_to(sums)


@dataclass(frozen=True)
class _Placed:
    """Pixels with the first of their neighbours, the weights along each axis, and room for what is added."""

    values: Float[Tensor, "n p c"]
    base: Int[Tensor, "n p"]
    weights: tuple[_Weights, _Weights, _Weights]
    strides: tuple[int, int]
    room: tuple[Int[Tensor, "n p"], Float[Tensor, "n p"], Float[Tensor, "n p c"]]

    @classmethod
    def of(
        cls,
        values: Float[Tensor, "n p c"],
        rotation: Float[Tensor, "n 3 3"],
        plane: tuple[Float[Tensor, " p"], Float[Tensor, " p"]],
        shape: tuple[int, int, int],
        margin: int,
    ) -> "_Placed":
        """Place the pixels; all memory is taken here, so that `add_to` cannot end in the middle."""
        point, sign = _half_space(rotation, *plane)
        values = torch.cat([values[..., :1], values[..., 1:2] * sign[..., None], values[..., 2:]], -1)
        _, height, width = shape
        first, fraction = _cells(point, height, margin)
        base = (first[..., 2] * height + first[..., 1]) * width + first[..., 0]
        x, y, z = (_spline(t) if margin else (1.0 - t, t) for t in fraction.unbind(-1))
        room = torch.empty_like(base), torch.empty_like(values[..., 0]), torch.empty_like(values)
        return cls(values, base, (x, y, z), (height, width), room)

    def add_to(self, sums: Float[Tensor, "m c"]) -> None:
        """Add the pixels to their neighbours on the flat grid."""
        (x, y, z), (height, width), (at, share, added) = self.weights, self.strides, self.room
        for k, wz in enumerate(z):
            for j, wy in enumerate(y):
                for i, wx in enumerate(x):
                    torch.add(self.base, (k * height + j) * width + i, out=at)
                    torch.mul(wz, wy, out=share).mul_(wx)
                    torch.mul(self.values, share[..., None], out=added)
                    sums.index_add_(0, at.view(-1), added.view(-1, added.shape[-1]))


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
