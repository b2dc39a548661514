"""From near a rigid alignment to its top: Gauss-Newton on a molecule's own voxels, resolution by resolution."""

import math

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.fourier.filters import raised_cosine
from cryo_core.fourier.grids import volume_frequencies
from cryo_core.fourier.resample import resample
from cryo_core.fourier.shells import radial_profile, shell_frequencies, spread_shells
from cryo_core.fourier.splines import linear_values, spline_coefficients, spline_values
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.validation.fsc import FscCurve
from cryo_core.validation.registration_pose import Body, Places, origin_of, positions

_POINTS = 60_000
"""Voxels of the molecule that are compared, at most: evenly every second, third …"""

_FLOOR = 1e-3
"""Shells with less than this share of the strongest shell's amplitude are not brought up to it."""

_STEPS, _LARGEST_TURN = 12, math.radians(8.0)
_LEAST_SCALE = 0.2
"""Maps less alike than this take steps as if they were, so that none is wild."""


def climb(
    fixed: Body, moved: Body, start: Places, resolution_angstrom: float, curve: FscCurve | None = None
) -> Places:
    """The places where the correlation of two maps to a resolution is highest, each near where it starts.

    Both are whitened, and where there is an FSC c of the two, weighted by c / (1 − c²), the slope of its likelihood.
    Each step solves T(W x) = a M(x) + b + ∇M(x) · (ω × x + τ) for the turn ω and the shift τ by least squares over the
    molecule's voxels, and takes them off W, so that the gradient of M is made once (Baker & Matthews 2004, inverse
    compositional).

    Parameters
    ----------
    fixed, moved
        T and M.
    start
        Places to begin at.
    resolution_angstrom
        How far the maps are compared, Å.
    curve
        Their FSC near the top.
    """
    voxel = resolution_angstrom / 3.0
    target = _compared(fixed.volume, resolution_angstrom, curve, voxel)
    template = _compared(moved.volume, resolution_angstrom, curve, voxel)
    place = positions(template)
    own = (place - origin_of(moved.volume)) / moved.volume.voxel_angstrom
    near = (linear_values(moved.mask, own) > 0.05).nonzero()[:, 0]
    near = near[:: math.ceil(len(near) / _POINTS)]
    design = _design(template, place[near] - moved.centre, near)
    return _climbed(target, design, place[near] - moved.centre, start, resolution_angstrom)


def _compared(volume: Volume, resolution: float, curve: FscCurve | None, voxel: float) -> Volume:
    """A map whitened and weighted, on voxels a third of the resolution."""
    z, y, x = volume.density.shape
    amplitude = radial_profile(volume)
    frequency = shell_frequencies((z, y, x), volume.voxel_angstrom)
    edge = 2.0 * float(frequency[1])
    gain = raised_cosine(frequency, 1.0 / resolution - edge / 2, edge) * (frequency > 0)
    if curve is not None:
        likeness = np.interp(frequency, curve.frequency_per_angstrom, curve.correlation.clamp(0.0, 0.95))
        gain = gain * torch.from_numpy(np.sqrt(likeness / (1.0 - likeness**2)))
    gain = gain.to(amplitude) / amplitude.clamp(min=_FLOOR * float(amplitude[1:].max()))
    spectrum = volume_to_spectrum(volume.density) * spread_shells(gain, (z, y, x)).float()
    white = volume.with_density(spectrum_to_volume(spectrum, (z, y, x)))
    return resample(white, voxel) if voxel > 1.05 * volume.voxel_angstrom else white


def _design(template: Volume, arm: Float[Tensor, "n 3"], near: Tensor) -> Float[Tensor, "n 8"]:
    """Columns M, 1, and the derivatives of M by a turn about its centre and by a shift (per Å)."""
    z, y, x = template.density.shape
    spectrum = volume_to_spectrum(template.density)
    slopes = [
        spectrum_to_volume(spectrum * (2j * math.pi * f), (z, y, x)).flatten()[near].double()
        for f in reversed(volume_frequencies((z, y, x), template.voxel_angstrom, spectrum.device))
    ]
    slope = torch.stack(slopes, 1)
    values = template.density.flatten()[near].double()
    return torch.cat(
        [values[:, None], torch.ones_like(values)[:, None], torch.linalg.cross(arm, slope), slope], 1
    )


def _climbed(
    target: Volume, design: Float[Tensor, "n 8"], arm: Float[Tensor, "n 3"], start: Places, resolution: float
) -> Places:
    coefficients, origin = spline_coefficients(target.density)[None], origin_of(target)
    shape = target.density.shape
    rotation, position = start.rotation.clone(), start.position.clone()
    best = Places(rotation.clone(), position.clone(), torch.full_like(start.score, -2.0))
    for _ in range(_STEPS):
        place = (
            torch.einsum("kij,nj->kni", rotation, arm) + position[:, None] - origin
        ) / target.voxel_angstrom
        within = (
            ((place >= 0) & (place <= torch.tensor(shape[::-1], device=place.device) - 1)).all(-1).double()
        )
        value = spline_values(coefficients, place.reshape(-1, 3))[0].reshape(within.shape).double()
        score = _correlation(value, design[:, 0], within)
        better = score > best.score
        best.rotation[better], best.position[better], best.score[better] = (
            rotation[better],
            position[better],
            score[better],
        )
        gram = torch.einsum("kn,ni,nj->kij", within, design, design)
        side = torch.einsum("kn,ni->ki", within * value, design)
        ridge = 1e-9 * gram.diagonal(dim1=-2, dim2=-1).clamp(min=1e-30)
        solved = torch.linalg.solve(gram + torch.diag_embed(ridge), side)
        step = solved[:, 2:] / solved[:, :1].maximum(_LEAST_SCALE * _scale(value, within, design))
        turn = _limited(step[:, :3], _LARGEST_TURN)
        move = _limited(step[:, 3:], resolution / 3.0)
        rotation = rotation @ axis_angle_to_matrix(turn).mT
        position = position - torch.einsum("kij,kj->ki", rotation, move)
        if (
            float(turn.norm(dim=1).max()) * float(arm.norm(dim=1).max()) + float(move.norm(dim=1).max())
            < 2e-3 * resolution
        ):
            break
    return best


def _scale(
    value: Float[Tensor, "k n"], within: Float[Tensor, "k n"], design: Float[Tensor, "n 8"]
) -> Float[Tensor, "k 1"]:
    """The scale between two maps that are alike."""
    return (
        ((value * within).square().sum(1, keepdim=True) / design[:, 0].square().sum()).sqrt().clamp(min=1e-30)
    )


def _limited(vector: Float[Tensor, "k 3"], largest: float) -> Float[Tensor, "k 3"]:
    size = vector.norm(dim=1, keepdim=True)
    return vector * (largest / size.clamp(min=largest))


def _correlation(
    value: Float[Tensor, "k n"], template: Float[Tensor, " n"], within: Float[Tensor, "k n"]
) -> Float[Tensor, " k"]:
    """Correlation of the two maps over the molecule's voxels; what lies outside the target counts as 0."""
    value = value * within
    power = value.square().sum(1) * template.square().sum()
    return (value @ template) / power.sqrt().clamp(min=1e-30)
