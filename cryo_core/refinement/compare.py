"""Images compared with slices at their poses: numba's kernels on the CPU, torch elsewhere, the same answer."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Poses
from cryo_core.imaging.slices_cpu import cut, run
from cryo_core.refinement.band import Band, Reference, Views

SHIFT = slice(1, 3)
ROTATION = slice(3, 6)
DEFOCUS = 6
"""Where the columns of `Sums` stand: 0 is the slice itself."""

_PART_IMAGES = 32
_TORCH_NUMBERS = 1 << 26
"""Numbers that a torch batch may hold at a time."""


@dataclass(frozen=True)
class Sums:
    """Products of images x and their slices' columns B: `linear` = B · x, `product` = B · Bᵀ.

    Column 0 is the slice p; then its derivatives to shift x and y (Å), to turns of the image about its own x, y, z
    (radians, `axis_angle_to_matrix(turn) @ A`), and to the defocus (Å).
    """

    linear: Float[Tensor, "n c"]
    product: Float[Tensor, "n c c"]

    def take(self, index: Tensor) -> "Sums":
        """The sums of the images in `index`."""
        return Sums(self.linear[index], self.product[index])


def compare(views: Views, poses: Poses, reference: Reference, band: Band, columns: int) -> Sums:
    """Products of each image with its slice, and with the slice's derivatives (`Sums`).

    Parameters
    ----------
    views
        n whitened images.
    poses
        n rotations and shifts (Å).
    reference
        The map to slice.
    band
        The coefficients to compare.
    columns
        1 for the slice alone, 6 with derivatives to shift and rotation, 7 with that to the defocus.
    """
    if views.data.device.type == "cpu":
        return _compare_cpu(views, poses, reference, band, columns)
    return _compare_torch(views, poses, reference, band, columns)


def shell_sums(views: Views, poses: Poses, reference: Reference, band: Band) -> Float[Tensor, "n s 3"]:
    """Sums Re x·conj(p), |x|² and |p|² of each image over each shell from 0 to `band.last`.

    Parameters
    ----------
    views
        n whitened images.
    poses
        n rotations and shifts (Å).
    reference
        The map to slice.
    band
        The coefficients to compare.
    """
    if views.data.device.type == "cpu":
        return _shells_cpu(views, poses, reference, band)
    return _shells_torch(views, poses, reference, band)


def _compare_cpu(views: Views, poses: Poses, reference: Reference, band: Band, columns: int) -> Sums:
    from cryo_core.refinement import kernels

    data, rotation, shift, step, grid = _arrays(views, poses, reference, band)
    linear = np.empty((len(views), columns), np.float32)
    product = np.empty((len(views), columns, columns), np.float32)
    transfer, slope = views.transfer.contiguous().numpy(), views.slope.contiguous().numpy()
    turn = np.float32(2.0 * math.pi / band.edge_angstrom)
    x, y = band.x.astype(np.float32), band.y.astype(np.float32)
    run(
        lambda part: kernels.normal(
            *(data, transfer, slope, rotation, shift, x, y, step, turn, *grid, linear, product), *part
        ),
        cut(len(views), math.ceil(len(views) / _PART_IMAGES)),
    )
    return Sums(torch.from_numpy(linear), torch.from_numpy(product))


def _shells_cpu(views: Views, poses: Poses, reference: Reference, band: Band) -> Float[Tensor, "n s 3"]:
    from cryo_core.refinement import kernels

    data, rotation, shift, step, grid = _arrays(views, poses, reference, band)
    sums = np.zeros((len(views), band.last + 1, 3), np.float32)
    transfer = views.transfer.contiguous().numpy()
    x, y = band.x.astype(np.float32), band.y.astype(np.float32)
    run(
        lambda part: kernels.shells(
            *(data, transfer, rotation, shift, x, y, band.shell, step, *grid, sums), *part
        ),
        cut(len(views), math.ceil(len(views) / _PART_IMAGES)),
    )
    return torch.from_numpy(sums)


def _arrays(views: Views, poses: Poses, reference: Reference, band: Band) -> tuple:
    height, _, width = reference.grid.shape
    grid = torch.view_as_real(reference.grid).numpy().reshape(-1), np.int32(height), np.int32(width)
    data = torch.view_as_real(views.data.contiguous()).numpy().reshape(len(views), -1)
    rotation = poses.rotation.float().contiguous().numpy()
    shift = (poses.shift_angstrom.double() / band.edge_angstrom).contiguous().numpy()
    return data, rotation, shift, np.float32(reference.padding), grid


def _compare_torch(views: Views, poses: Poses, reference: Reference, band: Band, columns: int) -> Sums:
    parts = []
    for at in _runs(views, band):
        b, d = _columns(views.take(at), poses.take(at), reference, band, columns)
        parts.append(Sums((b @ d[..., None])[..., 0], b @ b.mT))
    return Sums(torch.cat([p.linear for p in parts]), torch.cat([p.product for p in parts]))


def _shells_torch(views: Views, poses: Poses, reference: Reference, band: Band) -> Float[Tensor, "n s 3"]:
    shell = torch.from_numpy(band.shell).to(views.data.device)
    out = torch.zeros(len(views), band.last + 1, 3, device=views.data.device)
    for at in _runs(views, band):
        b, d = _columns(views.take(at), poses.take(at), reference, band, 1)
        terms = torch.stack([b[:, 0] * d, d * d, b[:, 0] ** 2], -1)
        out[at] = out[at].index_add(1, torch.cat([shell, shell]), terms)
    return out


def _runs(views: Views, band: Band) -> Iterator[Int[Tensor, " m"]]:
    """Runs of rows, as many at a time as fit in memory."""
    size = max(1, _TORCH_NUMBERS // (64 * len(band)))
    for start in range(0, len(views), size):
        yield torch.arange(start, min(start + size, len(views)), device=views.data.device)


def _columns(
    views: Views, poses: Poses, reference: Reference, band: Band, columns: int
) -> tuple[Float[Tensor, "n c q"], Float[Tensor, "n q"]]:
    """The columns B, real parts before imaginary parts, and the centred images, as the kernels compute them."""
    device = views.data.device
    x, y = (torch.from_numpy(k).to(device, torch.float32) for k in (band.x, band.y))
    turns = poses.shift_angstrom.float() * (-2.0 * math.pi / band.edge_angstrom)
    angle = turns[:, :1] * x + turns[:, 1:] * y
    data = views.data * torch.complex(angle.cos(), angle.sin())
    rotation = poses.rotation.float()
    value, gradient = _read(reference, rotation, x, y)
    p = views.transfer * value
    rows = [p]
    if columns > 1:
        turn = 2.0 * math.pi / band.edge_angstrom
        along = torch.einsum("nak,nqk->anq", rotation.to(gradient.dtype), gradient) * views.transfer
        rows += [1j * turn * x * p, 1j * turn * y * p]
        rows += [-y * along[2], x * along[2], y * along[0] - x * along[1]]
    if columns > 6:
        rows.append(views.slope * value)
    b = torch.stack(rows, 1)
    return torch.cat([b.real, b.imag], -1), torch.cat([data.real, data.imag], -1)


def _read(
    reference: Reference, rotation: Float[Tensor, "n 3 3"], x: Float[Tensor, " p"], y: Float[Tensor, " p"]
) -> tuple[Tensor, Tensor]:
    """Interpolate slices, and their derivatives to the place in the volume in pixels of the image."""
    height, _, width = reference.grid.shape
    point = (x[:, None] * rotation[:, None, 0] + y[:, None] * rotation[:, None, 1]) * reference.padding
    sign = torch.where(point[..., :1] < 0, -1.0, 1.0)
    middle = torch.tensor([0.0, (height - 1) // 2, (height - 1) // 2], device=point.device)
    point = point * sign + middle
    corner = point.floor()
    f = point - corner
    at = corner.long()
    base = (at[..., 2] * height + at[..., 1]) * width + at[..., 0]
    flat = reference.grid.flatten()
    low, high = (1.0 - f).unbind(-1), f.unbind(-1)
    value = torch.zeros_like(base, dtype=flat.dtype)
    slopes = [torch.zeros_like(value) for _ in range(3)]
    for k in range(2):
        for j in range(2):
            for i in range(2):
                v = flat[base + (k * height + j) * width + i]
                wx, wy, wz = (high if n else low for n in (i, j, k))
                value = value + v * (wx[0] * wy[1] * wz[2])
                slopes[0] = slopes[0] + v * ((2 * i - 1) * wy[1] * wz[2])
                slopes[1] = slopes[1] + v * ((2 * j - 1) * wx[0] * wz[2])
                slopes[2] = slopes[2] + v * ((2 * k - 1) * wx[0] * wy[1])
    s = sign[..., 0]
    gradient = torch.stack(slopes, -1) * reference.padding
    value = torch.complex(value.real, value.imag * s)
    return value, torch.complex(gradient.real * sign, gradient.imag)
