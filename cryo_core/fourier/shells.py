"""Rotational sums and means over half spectra, each coefficient counted as often as the full spectrum has it.

On a CUDA device the order of the sums is fixed only under `torch.use_deterministic_algorithms(True)`;
they run in float64, so that what is left without it is far below float32.
"""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import hermitian_weights, shell_count, shell_index
from cryo_core.fourier.transforms import volume_amplitudes


def shell_sum(values: Float[Tensor, "..."], shape: tuple[int, ...]) -> Float[Tensor, "... s"]:
    """Sums of real values on a half spectrum over the shells round(|k|) from 0 to N // 2.

    `shape` is the real-space shape (two or three axes) whose half spectrum the last axes of `values`
    are; coefficients beyond shell N // 2 are left out. Sums are float64. ShapeError if `values` does not
    end with that half spectrum.
    """
    half = (*shape[:-1], shape[-1] // 2 + 1)
    if tuple(values.shape[-len(half) :]) != half:
        raise ShapeError(f"values {tuple(values.shape)} are no half spectrum of {shape}")
    weighted = values.to(torch.float64) * hermitian_weights(shape[-1], values.device)
    flat = weighted.reshape(-1, math.prod(half))
    count = shell_count(shape)
    index = shell_index(shape, values.device).flatten().clamp(max=count)
    sums = torch.zeros(flat.shape[0], count + 1, dtype=torch.float64, device=values.device)
    return sums.index_add(1, index, flat)[:, :count].reshape(*values.shape[: -len(half)], count)


def shell_mean(values: Float[Tensor, "..."], shape: tuple[int, ...]) -> Float[Tensor, "... s"]:
    """Means of real values on a half spectrum over shells; arguments and errors as in `shell_sum`."""
    half = (*shape[:-1], shape[-1] // 2 + 1)
    return shell_sum(values, shape) / shell_sum(torch.ones(half, device=values.device), shape)


def radial_profile(volume: Volume) -> Float[Tensor, " s"]:
    """Mean amplitude |F| of a map in its shells from 0 to N // 2 (float64)."""
    z, y, x = volume.density.shape
    return shell_mean(volume_amplitudes(volume.density), (z, y, x))


def shell_frequencies(shape: tuple[int, ...], voxel_angstrom: float) -> Float[Tensor, " s"]:
    """Frequency of each shell in 1/Å: s / (longest edge) (float64, on the CPU)."""
    return torch.arange(shell_count(shape), dtype=torch.float64) / (max(shape) * voxel_angstrom)


def spread_shells(curve: Float[Tensor, " s"], shape: tuple[int, ...]) -> Float[Tensor, "*grid"]:
    """Each shell's value at every coefficient of a half spectrum; corners take the last shell's."""
    return curve[shell_index(shape, curve.device).clamp(max=len(curve) - 1)]
