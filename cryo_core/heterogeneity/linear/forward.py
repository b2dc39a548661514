"""Forward model of the linear model's images, for both engines: pixels, grid, noise and CTF."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Optics
from cryo_core.heterogeneity.linear.bands import BandStore, pixels_within
from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.imaging.ctf import ctf_factors

_TABLE_ROWS = 65536


@dataclass(frozen=True)
class ForwardModel:
    """Pixels used, the grid they lie on, the noise, and the CTF of all images.

    `x`, `y` in pixels, `inverse` 1 / σ of each, `unit` the frequency of the first pixel in 1/Å; `factors` of
    γ in turns and `decay`, the B factor in Å², of every image.
    """

    grid: Grid
    x: Int[Tensor, " p"]
    y: Int[Tensor, " p"]
    shell: Int[Tensor, " p"]
    inverse: Float[Tensor, " p"]
    unit: float
    factors: Float[Tensor, "n 5"]
    decay: Float[Tensor, " n"]


def contrast_tables(optics: Optics) -> tuple[Float[Tensor, "n 5"], Float[Tensor, " n"]]:
    """Factors of γ in turns, and B factors (Å²), of all images (float64, on the CPU)."""
    runs = [slice(i, i + _TABLE_ROWS) for i in range(0, len(optics), _TABLE_ROWS)]
    factors = torch.cat([ctf_factors(optics.take(run)).cpu() for run in runs]) / (2.0 * math.pi)
    return factors, optics.damping_angstrom2.double().cpu()


def forward_model(
    store: BandStore,
    grid: Grid,
    noise_power: Float[Tensor, " s"],
    tables: tuple[Float[Tensor, "n 5"], Float[Tensor, " n"]],
) -> ForwardModel:
    """Forward model of the pixels within the grid's shells.

    Parameters
    ----------
    store : BandStore
        The stored images.
    grid : Grid
        The grid of the maps.
    noise_power : (s,)
        Variance of the noise in each shell from 0.
    tables : (n, 5), (n,)
        Factors of γ and B factors, from `contrast_tables`.
    """
    pixels = pixels_within(grid.shells)
    x, y, shell = (torch.from_numpy(np.ascontiguousarray(v)) for v in (pixels.x, pixels.y, pixels.shell))
    inverse = noise_power.clamp(min=1e-12).rsqrt().float()[shell]
    unit = 1.0 / (store.box * store.pixel_angstrom)
    device = grid.device
    return ForwardModel(grid, x.to(device), y.to(device), shell.to(device), inverse.to(device), unit, *tables)
