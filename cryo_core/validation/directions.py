"""FSC by direction: cones, the sphericity of the surface they draw, and cFAR."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from scipy.spatial import ConvexHull
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import hermitian_weights, shell_index, volume_frequencies
from cryo_core.fourier.shells import shell_frequencies
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.validation.fsc import FscCurve, fsc_auc

_BATCH = 20_000_000
"""Pairs of a coefficient and a cone looked at at a time."""


@dataclass(frozen=True)
class DirectionalFsc:
    """An FSC for each of `direction` (x, y, z in Fourier space, one hemisphere), in cones about it.

    `correlation` has a row a direction and a column a shell. `sphericity` is that of the surface at whose
    distance from the origin each direction's FSC falls below 0.143: 1 for a sphere (Tan et al. 2017 measure
    it on the map of the FSC at 0.5). `cfar` is the least area under a direction's FSC over the greatest
    (cryoSPARC's cone FSC area ratio; below 0.5 orientations are missing or wrong).
    """

    direction: Float[Tensor, "n 3"]
    frequency_per_angstrom: Float[Tensor, " s"]
    correlation: Float[Tensor, "n s"]
    voxel_angstrom: float
    sphericity: float
    cfar: float

    def curve(self, row: int) -> FscCurve:
        """The curve of one direction."""
        return FscCurve(self.frequency_per_angstrom, self.correlation[row], self.voxel_angstrom)

    def resolutions_angstrom(self, threshold: float = 0.143) -> Float[Tensor, " n"]:
        """Resolution of each direction in Å; infinity where the first shell is already under."""
        resolutions = [self.curve(i).resolution_angstrom(threshold) for i in range(len(self.direction))]
        return torch.tensor(resolutions, dtype=torch.float64)


def hemisphere(count: int) -> Float[Tensor, "n 3"]:
    """Directions spread evenly over the hemisphere z > 0, on a golden spiral (float64)."""
    i = torch.arange(count, dtype=torch.float64)
    z = (i + 0.5) / count
    turn = i * (math.pi * (3.0 - math.sqrt(5.0)))
    radius = (1.0 - z**2).sqrt()
    return torch.stack([radius * turn.cos(), radius * turn.sin(), z], 1)


def directional_fsc(
    half1: Volume,
    half2: Volume,
    mask: Float[Tensor, "z y x"] | None = None,
    directions: int = 200,
    half_angle_degrees: float = 20.0,
) -> DirectionalFsc:
    """FSC of two cubes within cones about evenly spread directions.

    A coefficient counts for a direction when the angle between them, either way, is at most the half angle.
    Sums are those of `fsc`, in float64; the lowest shells may hold no coefficient of a cone, and have
    correlation 1 there.

    Parameters
    ----------
    half1, half2
        Cubes on one grid.
    mask
        (z, y, x); none if None.
    directions
        Number of cones.
    half_angle_degrees
        Half the opening of a cone (3DFSC: 20 degrees).

    Raises
    ------
    ShapeError
        The maps are no cubes on one grid.
    """
    half1.require_same_grid(half2)
    size = half1.density.shape[0]
    if len(set(half1.density.shape)) > 1:
        raise ShapeError(f"directions are compared in cubes, not {tuple(half1.density.shape)}")
    weight = 1.0 if mask is None else mask
    a, b = (volume_to_spectrum(half.density * weight) for half in (half1, half2))
    axis = hemisphere(directions)
    sums = _cone_sums(a, b, axis.to(a.device), math.cos(math.radians(half_angle_degrees)), size).cpu()
    power = (sums[:, 1] * sums[:, 2]).sqrt()
    correlation = torch.where(power > 0, sums[:, 0] / power.clamp(min=1e-300), 1.0)
    frequency = shell_frequencies((size, size, size), half1.voxel_angstrom)
    curves = [FscCurve(frequency, row, half1.voxel_angstrom) for row in correlation]
    areas = torch.tensor([fsc_auc(curve) for curve in curves])
    reach = torch.tensor([max(1, curve._last_shell(0.143)) for curve in curves], dtype=torch.float64)
    cfar = float((areas.min() / areas.max().clamp(min=1e-9)).clamp(min=0.0))
    return DirectionalFsc(
        axis, frequency, correlation, half1.voxel_angstrom, surface_sphericity(axis, reach), cfar
    )


def surface_sphericity(direction: Float[Tensor, "n 3"], radius: Float[Tensor, " n"]) -> float:
    """Sphericity of the surface that lies `radius` from the origin along ± each direction.

    π^⅓ (6 V)^⅔ / A of its triangulation, over that of the unit sphere's triangulation: 1 for any sphere.
    """
    both = torch.cat([direction, -direction]).double()
    corners = torch.from_numpy(ConvexHull(both.numpy()).simplices.astype("int64"))
    points = torch.cat([radius, radius]).double()[:, None] * both
    return _roundness(points[corners]) / _roundness(both[corners])


def _roundness(triangle: Float[Tensor, "t 3 3"]) -> float:
    a, b, c = triangle.unbind(1)
    volume = float((torch.linalg.cross(a, b) * c).sum(1).abs().sum() / 6.0)
    area = float(torch.linalg.cross(b - a, c - a).norm(dim=1).sum() / 2.0)
    return float(math.pi ** (1 / 3) * (6.0 * volume) ** (2 / 3) / area)


def _cone_sums(a: Tensor, b: Tensor, axis: Tensor, cosine: float, size: int) -> Float[Tensor, "n 3 s"]:
    """Sums of Re(conj A · B), |A|² and |B|² over shell and cone: shell by shell, one product of matrices each."""
    shape = (size, size, size)
    shell = shell_index(shape, a.device).flatten()
    order = torch.argsort(shell, stable=True)
    counts = torch.bincount(shell, minlength=size)[: size // 2 + 1].tolist()
    fz, fy, fx = (f.flatten() for f in volume_frequencies(shape, 1.0, a.device))
    twice = hermitian_weights(size, a.device).double().expand(size, size, size // 2 + 1).flatten()
    a, b = a.flatten(), b.flatten()
    out = torch.zeros(len(axis), 3, len(counts), dtype=torch.float64, device=a.device)
    at = 0
    for s, count in enumerate(counts):
        for rows in torch.split(order[at : at + count], max(1, _BATCH // len(axis))):
            k = torch.stack([fx[rows], fy[rows], fz[rows]], 1)
            k = k / k.norm(dim=1, keepdim=True).clamp(min=1e-12)
            inside = ((k @ axis.to(k.dtype).T).abs() >= cosine - 1e-6).double()
            x, y, w = a[rows], b[rows], twice[rows]
            cross = x.real.double() * y.real + x.imag.double() * y.imag
            terms = torch.stack([cross, x.abs().double() ** 2, y.abs().double() ** 2], 1) * w[:, None]
            out[:, :, s] += inside.T @ terms
        at += count
    return out
