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
from cryo_core.optics.ctf import ctf_factors

_TABLE_ROWS = 65536


@dataclass(frozen=True)
class ForwardModel:
    """Pixels used, the grid they lie on, the noise, and the CTF of all images.

    `x`, `y` in pixels, `inverse` 1 / σ of each in each optics group, `unit` the frequency of the first pixel in
    1/Å; `factors` of γ in turns, `decay`, the B factor in Å², and `group`, from 0, of every image.
    """

    grid: Grid
    x: Int[Tensor, " p"]
    y: Int[Tensor, " p"]
    ring: Int[Tensor, " p"]
    inverse: Float[Tensor, "g p"]
    unit: float
    factors: Float[Tensor, "n f"]
    decay: Float[Tensor, " n"]
    group: Int[Tensor, " n"]


Tables = tuple[Float[Tensor, "n f"], Float[Tensor, " n"], Int[Tensor, " n"]]
"""Factors of γ in turns, B factors (Å²) and optics groups (from 0) of all images."""


def optics_tables(optics: Optics) -> Tables:
    """Factors of γ, B factors and optics groups of all images (float64, on the CPU)."""
    runs = [slice(i, i + _TABLE_ROWS) for i in range(0, len(optics), _TABLE_ROWS)]
    factors = torch.cat([ctf_factors(optics.take(run)).cpu() for run in runs]) / (2.0 * math.pi)
    group = torch.unique(optics.group.cpu(), return_inverse=True)[1]
    return factors, optics.damping_angstrom2.double().cpu(), group


def forward_model(
    store: BandStore,
    grid: Grid,
    noise_power: Float[Tensor, "g r"],
    tables: Tables,
) -> ForwardModel:
    """Forward model of the pixels within the grid's shells.

    Parameters
    ----------
    store : BandStore
        The stored images.
    grid : Grid
        The grid of the maps.
    noise_power : (g, r)
        Variance of the noise in each optics group and ring of `Pixels`.
    tables : (n, f), (n,), (n,)
        From `optics_tables`.
    """
    pixels = pixels_within(grid.shells)
    x, y, ring = (torch.from_numpy(np.ascontiguousarray(v)) for v in (pixels.x, pixels.y, pixels.ring))
    inverse = noise_power.clamp(min=1e-12).rsqrt().float()[:, ring].contiguous()
    unit = 1.0 / (store.box * store.pixel_angstrom)
    device = grid.device
    return ForwardModel(grid, x.to(device), y.to(device), ring.to(device), inverse.to(device), unit, *tables)
