"""What the sums of the linear model need to know of the images, whatever runs them."""

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
class Scene:
    """The pixels looked at, the grid they lie on, the noise, and the CTF of all images.

    `x`, `y` in pixels, `inverse` 1 / σ of each, `unit` the frequency of the first pixel in 1/Å; `factors` of γ in
    turns and `decay`, the B factor in Å², of every image.
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
    """Give the factors of γ in turns, and the B factors, of all images (float64, on the CPU)."""
    runs = [slice(i, i + _TABLE_ROWS) for i in range(0, len(optics), _TABLE_ROWS)]
    factors = torch.cat([ctf_factors(optics.take(run)).cpu() for run in runs]) / (2.0 * math.pi)
    return factors, optics.b_factor_angstrom2.double().cpu()


def scene_of(
    store: BandStore,
    grid: Grid,
    noise_power: Float[Tensor, " s"],
    tables: tuple[Float[Tensor, "n 5"], Float[Tensor, " n"]],
) -> Scene:
    """Look at the pixels within the grid's shells."""
    pixels = pixels_within(grid.shells)
    x, y, shell = (torch.from_numpy(np.ascontiguousarray(v)) for v in (pixels.x, pixels.y, pixels.shell))
    inverse = noise_power.clamp(min=1e-12).rsqrt().float()[shell]
    unit = 1.0 / (store.box * store.pixel_angstrom)
    device = grid.device
    return Scene(grid, x.to(device), y.to(device), shell.to(device), inverse.to(device), unit, *tables)
