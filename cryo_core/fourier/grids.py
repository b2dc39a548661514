"""Coordinates, frequencies and shells of the coefficients of half spectra."""

import torch
from jaxtyping import Float, Int
from torch import Tensor

Device = torch.device | str | None


def centred_axis(size: int, device: Device = None) -> Float[Tensor, " n"]:
    """Coordinates of a centred axis, from −(N // 2) on, in real or Fourier space."""
    return torch.arange(size, device=device, dtype=torch.float32) - size // 2


def half_axis(size: int, device: Device = None) -> Float[Tensor, " h"]:
    """Coordinates kx from 0 to N // 2: the last axis of the half spectrum of `size` points."""
    return torch.arange(size // 2 + 1, device=device, dtype=torch.float32)


def hermitian_weights(size: int, device: Device = None) -> Float[Tensor, " h"]:
    """How often each kx of a half spectrum stands in the full spectrum of `size` points.

    Once for kx = 0 and, where `size` is even, for kx = size / 2; twice for all others.
    """
    weights = torch.full((size // 2 + 1,), 2.0, device=device)
    weights[0] = 1.0
    if size % 2 == 0:
        weights[-1] = 1.0
    return weights


def image_frequencies(
    box: int, pixel_angstrom: float, device: Device = None
) -> tuple[Float[Tensor, "y xh"], Float[Tensor, "y xh"]]:
    """Frequencies (fy, fx) of an image's half spectrum, in 1/Å (views that share memory along the other axis).

    Parameters
    ----------
    box
        Edge of the image in pixels.
    pixel_angstrom
        Pixel size, Å.
    device
        Where they lie; the CPU if None.
    """
    fy, fx = _frequencies((box, box), pixel_angstrom, device)
    return fy, fx


def volume_frequencies(
    shape: tuple[int, int, int], voxel_angstrom: float, device: Device = None
) -> tuple[Float[Tensor, "z y xh"], Float[Tensor, "z y xh"], Float[Tensor, "z y xh"]]:
    """Frequencies (fz, fy, fx) of a map's half spectrum, in 1/Å (views that share memory).

    Parameters
    ----------
    shape
        Voxels along z, y, x.
    voxel_angstrom
        Edge of a voxel, Å.
    device
        Where they lie; the CPU if None.
    """
    fz, fy, fx = _frequencies(shape, voxel_angstrom, device)
    return fz, fy, fx


def frequency_squared(
    shape: tuple[int, ...], voxel_angstrom: float, device: Device = None
) -> Float[Tensor, "*grid"]:
    """Squared frequency s² in 1/Å² on the half spectrum of an image or a map.

    Parameters
    ----------
    shape
        Pixels along y, x, or voxels along z, y, x.
    voxel_angstrom
        Edge of a pixel or voxel, Å.
    device
        Where it lies; the CPU if None.
    """
    axes = _frequencies(shape, voxel_angstrom, device)
    total = axes[0] ** 2
    for axis in axes[1:]:
        total = total + axis**2
    return total


def shell_count(shape: tuple[int, ...]) -> int:
    """Number of shells, from 0 to N // 2 of the longest edge."""
    return max(shape) // 2 + 1


def shell_index(shape: tuple[int, ...], device: Device = None) -> Int[Tensor, "*grid"]:
    """Shell round(|k|) of each coefficient of a half spectrum.

    |k| is in units of 1 / (longest edge), so for cubes it is the plain index radius. Corners have
    shells beyond N // 2.
    """
    radius = frequency_squared(shape, 1.0 / max(shape), device).sqrt()
    return radius.round().to(torch.int64)


def _frequencies(shape: tuple[int, ...], spacing: float, device: Device) -> tuple[Tensor, ...]:
    axes = [centred_axis(size, device) / (size * spacing) for size in shape[:-1]]
    axes.append(half_axis(shape[-1], device) / (shape[-1] * spacing))
    return torch.meshgrid(*axes, indexing="ij")
