"""How much of the molecule two states must differ in for these images to tell them apart."""

import math

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.heterogeneity.linear.em import Model
from cryo_core.heterogeneity.linear.grid import Grid

SHARES = (0.005, 0.02, 0.08)
"""Shares of the molecule's mass of the lumps that are tried."""

_SPOTS, _IMAGES = 6, 100
_LEAST_DENSITY = 0.1


def lump_deviations(model: Model, grid: Grid, mean: Float[Tensor, "d d d"], seed: int) -> tuple[float, ...]:
    """How far apart two states lie of which one lacks a lump of the molecule, for each of SHARES.

    In standard deviations of what one image says, the contrast being unknown: the median over places in the molecule,
    the root of the mean square over a sample of the images; 0 where the map has no density.

    Parameters
    ----------
    model : Model
        Its images, with poses, contrasts and noise as they stand.
    grid : Grid
        Up to whose shells images are looked at.
    mean : (d, d, d)
        The mean map, in the images' box.
    seed : number
        Of what places are tried.
    """
    if int((_mass(mean) > 0).sum()) < _SPOTS:
        return (0.0,) * len(SHARES)
    good = (model.junk == 0).nonzero()[:, 0].numpy()
    rows = good[np.unique(np.linspace(0, len(good) - 1, _IMAGES).round().astype(int))]
    forward, data, transfer = model.weighed(rows, grid)
    rotation = model.rotation[rows].to(grid.device)
    column = torch.zeros(len(rows), _SPOTS + 1, device=grid.device)
    found = []
    for share in SHARES:
        maps = torch.cat([mean[None], _lumps(mean, share, seed)])
        seen = grid.rows(grid.from_full(maps))
        _, product = model.engine().expect(forward, data, transfer, rotation, seen, column, False)
        product = product.double().mean(0)
        own = product.diagonal()[1:] - product[0, 1:].square() / product[0, 0].clamp(min=1e-30)
        found.append(float(own.clamp(min=0.0).sqrt().median()))
    return tuple(found)


def least_mass(deviations: tuple[float, ...], away: float) -> float:
    """Share of the molecule's mass in which two states that lie so far apart differ; NaN beyond half of it.

    Parameters
    ----------
    deviations : tuple of float
        As `lump_deviations` has them.
    away : float
        Distance, in deviations of what one image says.
    """
    if not (math.isfinite(away) and all(d > 0 for d in deviations)):
        return math.nan
    slope, start = np.polyfit(np.log(SHARES), np.log(deviations), 1)
    share = math.exp((math.log(away) - start) / slope) if slope > 0 else math.nan
    return share if share <= 0.5 else math.nan


def _lumps(mean: Float[Tensor, "d d d"], share: float, seed: int) -> Float[Tensor, "p d d d"]:
    """The density within soft spheres about places in the molecule, each with a share of its mass."""
    mass = _mass(mean)
    generator = torch.Generator().manual_seed(seed)
    places = torch.multinomial(mass, _SPOTS, generator=generator)
    line = torch.arange(len(mean), dtype=torch.float32)
    points = torch.cartesian_prod(line, line, line)
    lumps = []
    for place in places:
        distance = (points - points[place]).norm(dim=1)
        order = distance.argsort()
        inside = mass[order].cumsum(0) / mass.sum() <= share
        radius = distance[order][inside.sum()]
        ball = (radius + 0.5 - distance).clamp(0.0, 1.0).reshape(mean.shape)
        lumps.append(mean * ball.to(mean.device))
    return torch.stack(lumps)


def _mass(mean: Float[Tensor, "d d d"]) -> Float[Tensor, " m"]:
    """The density of the molecule's voxels, 0 elsewhere."""
    return torch.where(mean > _LEAST_DENSITY * mean.max().clamp(min=0.0), mean, 0.0).cpu().flatten()
