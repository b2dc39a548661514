"""Filters of maps that depend on the frequency alone."""

import math
from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum


def raised_cosine(frequency: Float[Tensor, "*grid"], cutoff: float, edge: float) -> Float[Tensor, "*grid"]:
    """Gain that falls from 1 to 0 over a width of `edge` about `cutoff`.

    Parameters
    ----------
    frequency
        Any shape.
    cutoff
        Where the gain is one half, in the unit of `frequency`.
    edge
        Width of the fall in that unit; 0 for a step.
    """
    if edge <= 0:
        return (frequency <= cutoff).to(frequency.dtype)
    ramp = ((frequency - cutoff) / edge + 0.5).clamp(0.0, 1.0)
    return 0.5 + 0.5 * torch.cos(math.pi * ramp)


def low_pass(volume: Volume, resolution_angstrom: float, edge_shells: float = 2.0) -> Volume:
    """The map without what is finer than `resolution_angstrom`.

    SettingsError unless the resolution is positive.

    Parameters
    ----------
    volume
        The map.
    resolution_angstrom
        Cutoff, Å, at the middle of the edge.
    edge_shells
        Width of the raised-cosine edge in shells of the longest edge.
    """
    cutoff, edge = _cutoff(volume, resolution_angstrom, edge_shells)
    return apply_filter(volume, lambda s2: raised_cosine(s2.sqrt(), cutoff, edge))


def apply_b_factor(volume: Volume, b_angstrom2: float) -> Volume:
    """The map with its spectrum multiplied by exp(−B s² / 4); a negative B sharpens.

    Rosenthal & Henderson 2003, eq. 1.
    """
    return apply_filter(volume, lambda s2: torch.exp(s2 * (-b_angstrom2 / 4.0)))


def apply_filter(volume: Volume, gain: Callable[[Tensor], Tensor]) -> Volume:
    """The map with its spectrum multiplied by `gain`, a function of s² in 1/Å²."""
    z, y, x = volume.density.shape
    s2 = frequency_squared((z, y, x), volume.voxel_angstrom, volume.density.device)
    filtered = volume_to_spectrum(volume.density) * gain(s2)
    return volume.with_density(spectrum_to_volume(filtered, (z, y, x)))


def _cutoff(volume: Volume, resolution_angstrom: float, edge_shells: float) -> tuple[float, float]:
    if not resolution_angstrom > 0:
        raise SettingsError(f"a resolution of {resolution_angstrom} Å is not positive")
    shell = 1.0 / (max(volume.density.shape) * volume.voxel_angstrom)
    return 1.0 / resolution_angstrom, edge_shells * shell
