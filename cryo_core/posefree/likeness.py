"""How alike two coarse maps are, each in its own frame: their FSC after the best rotation, shift and hand."""

import math
from functools import cache

import torch
from jaxtyping import Complex, Float
from torch import Tensor
from torch.nn.functional import grid_sample

from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.geometry.sampling import rotation_grid

_ORDER, _KEPT, _BATCH, _FINER = 2, 12, 64, 4
_COARSE = 4
"""Shell up to which all rotations are compared."""
_FIRST = 3


def likeness(one: Float[Tensor, "d d d"], other: Float[Tensor, "d d d"], last: int) -> float:
    """Mean FSC of two maps in the shells 3 to `last`, at the rotation, shift and hand where that is largest.

    Any two molecules share shells 1 and 2. 1 for maps that are the same, 0.9 for two restarts that found the same from
    images at SNR 0.1, and about a half for others.

    Parameters
    ----------
    one, other : (d, d, d)
        Maps in a small box, whose particles are not far from the centre.
    last : int
        Last shell that counts.
    """
    device = one.device
    coarse = min(last, _COARSE)
    turns = rotation_grid(_ORDER).to(device, torch.float32)
    mirror = torch.diag(torch.tensor([1.0, 1.0, -1.0], device=device))
    rotations = torch.cat([turns, turns @ mirror])
    step, best = math.radians(60.0 / 2**_ORDER), -1.0
    for number in range(_FINER):
        # Shifts need finer voxels at the end alone.
        voxels = 3 if number == _FINER - 1 else 2
        value = _compared(one, other, rotations, last if number else coarse, voxels)
        top = value.topk(_KEPT)
        best = float(top.values[0])
        step *= 0.5
        rotations = (_about(step, device)[:, None] @ rotations[top.indices][None]).flatten(0, 1)
    return best


def _compared(
    one: Float[Tensor, "d d d"],
    other: Float[Tensor, "d d d"],
    rotations: Float[Tensor, "m 3 3"],
    last: int,
    voxels: int,
) -> Float[Tensor, " m"]:
    """Mean FSC of two maps at each rotation of the other, at the best shift on a grid of `voxels` a shell."""
    box = voxels * (last + 1)
    target = _level(fourier_crop_or_pad(one, (box,) * 3), last)
    levelled = spectrum_to_volume(_level(fourier_crop_or_pad(other, (box,) * 3), last), (box,) * 3)
    fine = fourier_crop_or_pad(levelled, (2 * box,) * 3)
    axis = (torch.arange(box, device=fine.device) - box // 2).float()
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    points = torch.stack([x, y, z], -1).reshape(1, -1, 3)
    edge = fine.shape[0]
    weight = _shell_weight(box, last, fine.device)
    found = []
    for part in torch.split(rotations, _BATCH):
        # Samples of the fine map, whose voxel e // 2 is the centre; grid_sample's ±1 are its first and last voxels.
        place = (2.0 * (points @ part) + edge // 2) * (2.0 / (edge - 1)) - 1.0
        place = place.reshape(len(part), box, box, box, 3)
        source = fine.expand(len(part), 1, -1, -1, -1)
        turned = grid_sample(source, place, align_corners=True)[:, 0]
        spectrum = volume_to_spectrum(turned)
        power = _by_shell(spectrum.abs().square(), box)
        level = power.clamp(min=1e-30).rsqrt() * weight
        product = (
            spectrum * target.conj() * level[:, shell_index((box,) * 3, fine.device).clamp(max=box // 2)]
        )
        found.append(spectrum_to_volume(product, (box,) * 3).amax((1, 2, 3)))
    return torch.cat(found) * box**3


def _by_shell(power: Float[Tensor, "*n d d h"], box: int) -> Float[Tensor, "*n s"]:
    """Sums over whole shells, both Friedel mates counted."""
    mates, shell = _mates(box).to(power.device), shell_index((box,) * 3, power.device).flatten()
    sums = power.new_zeros(*power.shape[:-3], int(shell.max()) + 1)
    return sums.index_add(-1, shell, (power * mates).flatten(-3))[..., : box // 2 + 1]


@cache
def _mates(box: int) -> Float[Tensor, " h"]:
    mates = torch.full((box // 2 + 1,), 2.0)
    mates[0] = 1.0
    if box % 2 == 0:
        mates[-1] = 1.0
    return mates


def _shell_weight(box: int, last: int, device: torch.device) -> Float[Tensor, " s"]:
    """1 / (number of shells that count) within them, else 0."""
    shell = torch.arange(box // 2 + 1, device=device)
    first = _FIRST if last > _COARSE else 1
    inside = ((shell >= first) & (shell <= last)).float()
    return inside / inside.sum()


def _level(density: Float[Tensor, "d d d"], last: int) -> Complex[Tensor, "d d h"]:
    """Spectrum whose power sums to 1 in each shell that counts, and is 0 elsewhere."""
    box = density.shape[0]
    spectrum = volume_to_spectrum(density.float())
    inside = (_shell_weight(box, last, density.device) > 0).float()
    scale = _by_shell(spectrum.abs().square(), box).clamp(min=1e-30).rsqrt() * inside
    shell = shell_index((box,) * 3, density.device)
    return torch.where(shell <= last, spectrum * scale[shell.clamp(max=box // 2)], 0.0)


def _about(step: float, device: torch.device) -> Float[Tensor, "27 3 3"]:
    """Turns by up to a step about each axis."""
    line = torch.tensor([-1.0, 0.0, 1.0], device=device) * step
    return axis_angle_to_matrix(torch.cartesian_prod(line, line, line))
