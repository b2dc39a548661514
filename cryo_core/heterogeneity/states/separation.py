"""Why latents separate, or do not: whether they hold what is no state of the molecule.

What an image's latent should not tell is its view, defocus, micrograph, optics group or half set. Each is asked by how
much of the latents' spread it explains, against latents whose signs were drawn: these have the same spread, image by
image, and no tie to anything. A component that is the whole molecule moved or turned stands for errors of poses.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.stats import gamma
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import centred_axis
from cryo_core.geometry.rotations import matrix_to_euler
from cryo_core.heterogeneity.latents import Latents

SURE = 1e-4
"""Chance below which a tie is real: of sixty tests of clean sets one in 160 would say something."""

_DRAWS = 200
_LEAST_IN_GROUP = 2

RIGID = 0.3
"""Share of a component's power that the whole molecule's movement may explain before it counts as such."""


@dataclass(frozen=True)
class Tie:
    """How far the latents depend on something else.

    `share` of their spread that it explains, `chance` what it would explain of latents that have no tie to it, and `p`
    the chance of as much.
    """

    share: float
    chance: float
    p: float

    @property
    def is_real(self) -> bool:
        """Whether that is no chance."""
        return self.p < SURE and self.share > self.chance


def centred(latents: Latents) -> Float[Tensor, "n k"]:
    """Latents without their mean, each as far as it knows it, and with unit spread along their axes.

    A latent of which little is known is drawn to 0, where a mean that is not 0 would look like a tie to whatever it is
    that makes images poor: (I − P⁻¹) z̄ is taken off, where z̄ is the mean place.
    """
    mean, precision = latents.mean.double(), latents.precision.double()
    known = torch.eye(mean.shape[1], dtype=torch.float64) - torch.linalg.inv(precision)
    place = torch.linalg.lstsq(known.sum(0), mean.sum(0)[:, None]).solution[:, 0]
    away = mean - known @ place
    value, vector = torch.linalg.eigh(away.T @ away / len(away))
    kept = value > 1e-9 * value.max().clamp(min=1e-300)
    return (away @ vector[:, kept]) / value[kept].sqrt()


def tie_to_numbers(
    points: Float[Tensor, "n k"], features: Float[Tensor, "m f"], generator: torch.Generator
) -> Tie:
    """How far latents depend on numbers, linearly.

    Parameters
    ----------
    points : (n, k)
        From `centred`.
    features : (m, f)
        Of the same images; a constant is no matter.
    generator : torch.Generator
        Of the signs, on the CPU.

    Raises
    ------
    ShapeError
        They are of other images.
    """
    _require_as_many(points, len(features))
    x = features.double() - features.double().mean(0)
    left, size, _ = torch.linalg.svd(x, full_matrices=False)
    basis = left[:, size > 1e-9 * size.max().clamp(min=1e-300)] if float(size.max()) > 0 else left[:, :0]
    return _tie(points, lambda z: (basis.T @ z).square().sum(), generator)


def tie_to_groups(
    points: Float[Tensor, "n k"], group: Int[np.ndarray, " m"], generator: torch.Generator
) -> Tie | None:
    """How far latents depend on the group of their image; None where there are no two groups of some images.

    Parameters
    ----------
    points : (n, k)
        From `centred`.
    group : (m,)
        A number for each group.
    generator : torch.Generator
        Of the signs, on the CPU.
    """
    _require_as_many(points, len(group))
    _, index, count = np.unique(group, return_inverse=True, return_counts=True)
    kept = torch.from_numpy(np.flatnonzero(count[index] >= _LEAST_IN_GROUP))
    some = torch.from_numpy(index)[kept]
    size = torch.bincount(some, minlength=len(count)).double()
    if int((size > 0).sum()) < 2:
        return None
    points = points[kept]

    def between(z: Tensor) -> Tensor:
        sums = torch.zeros(len(size), z.shape[1], dtype=z.dtype).index_add_(0, some, z)
        return (sums.square() / size.clamp(min=1.0)[:, None]).sum() - z.sum(0).square().sum() / len(z)

    return _tie(points, between, generator)


def _tie(points: Tensor, explained: Callable[[Tensor], Tensor], generator: torch.Generator) -> Tie:
    """A statistic beside what it is where the signs are drawn: there it is a sum of squares, and so nearly a gamma."""
    total = float(points.square().sum())
    found = float(explained(points)) / total
    signs = torch.randint(0, 2, (_DRAWS, len(points), 1), generator=generator).double() * 2 - 1
    drawn = torch.stack([explained(points * sign) for sign in signs]) / total
    mean, variance = float(drawn.mean()), float(drawn.var())
    if not variance > 0:
        return Tie(found, mean, 1.0)
    p = float(gamma.sf(found, mean**2 / variance, scale=variance / mean))
    return Tie(found, mean, p)


def view_features(rotation: Float[Tensor, "n 3 3"]) -> Float[Tensor, "n f"]:
    """Numbers of a pose that a tie may be to: the view's direction to second order, and the angle in the plane."""
    view = rotation[:, 2].double()
    x, y, z = view.T
    psi = torch.deg2rad(matrix_to_euler(rotation.double())[:, 2])
    second = (x * y, y * z, x * z, x * x - y * y, 3 * z * z - 1)
    return torch.stack([x, y, z, *second, psi.cos(), psi.sin()], 1)


def rigid_share(mean: Volume, component: Volume) -> float:
    """Share of a component's power that moving and turning the whole molecule explains.

    To first order a map that is shifted changes by its gradient, and one that is turned by r × its gradient: six maps,
    on which the component is projected.

    Parameters
    ----------
    mean, component : Volume
        On one cubic grid.
    """
    density = mean.density.double()
    gradient = torch.stack(torch.gradient(density))
    line = centred_axis(density.shape[0]).double()
    z, y, x = torch.meshgrid(line, line, line, indexing="ij")
    dz, dy, dx = gradient
    moves = torch.stack([dz, dy, dx, y * dz - z * dy, z * dx - x * dz, x * dy - y * dx]).flatten(1)
    basis = torch.linalg.qr(moves.T).Q
    target = component.density.double().flatten()
    power = float(target.square().sum())
    return float((basis.T @ target).square().sum()) / power if power > 0 else math.nan


def _require_as_many(points: Tensor, count: int) -> None:
    if len(points) != count:
        raise ShapeError(f"{len(points)} latents, and what they are asked about is of {count} images")
