"""A map prepared for the networks, on 1 Å voxels, in one state of sharpening and one scale; and the way back."""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.resample import resample
from cryo_core.superres.rule import (
    BINS,
    STEP,
    RuleSettings,
    apply_gains,
    gains,
    map_end,
    spectrum,
    universal_profile,
    working_mask,
)
from cryo_core.validation.maps import auto_mask

VOXEL_ANGSTROM = 1.0
"""Voxel size of the network's grid (Å), as published."""

_FINEST, _COARSEST = 0.3, 4.0

Scheme = Literal["sharpening", "published"]
"""How densities are scaled: "sharpening" by the blind filter and the deviation in the mask; "published" to [0, 1]."""


@dataclass(frozen=True)
class Prepared:
    """A map on the network's grid.

    `map` and `filtered` (by the blind rule) are in the input's density units; `input` is what the network
    sees, (filtered − `level`) / `scale`, or in the published scheme ([map]₊ − level) / scale. `mask` is the
    molecule, `gain` the rule's, `end_angstrom` the resolution at which the map's own spectrum ends.
    """

    map: Volume
    filtered: Volume
    input: Float[Tensor, "z y x"]
    mask: Bool[Tensor, "z y x"]
    level: float
    scale: float
    gain: Float[Tensor, " b"]
    end_angstrom: float


def prepare(
    volume: Volume,
    scheme: Scheme = "sharpening",
    mask: Bool[Tensor, "z y x"] | None = None,
    settings: RuleSettings | None = None,
) -> Prepared:
    """Map on the network's grid, in its sharpening and scale.

    Parameters
    ----------
    volume : Volume
        The map.
    scheme : Scheme
        How densities are scaled.
    mask : (z, y, x), optional
        The molecule, on the map's grid; found if None.
    settings : RuleSettings, optional
        Settings of the blind filter.

    Raises
    ------
    SettingsError
        The map is not finite, blank or without a molecule, or its voxel size is out of range.
    """
    if not bool(torch.isfinite(volume.density).all()):
        raise SettingsError("the map has values that are not finite")
    if not _FINEST <= volume.voxel_angstrom <= _COARSEST:
        raise SettingsError(
            f"voxels of {volume.voxel_angstrom:.3g} Å: super-resolution is for {_FINEST} to {_COARSEST} Å "
            "(is the header's pixel size right?)"
        )
    density = volume.density.to(torch.float32)
    moved = to_grid(volume.with_density(density))
    if mask is None:
        inside = auto_mask(moved) >= 0.5
    else:
        inside = to_grid(volume.with_density(mask.to(density))).density >= 0.5
    if not bool(inside.any()):
        raise SettingsError("the mask is empty: there is no molecule to enhance")
    soft = working_mask(moved, inside)
    measured = spectrum(moved, soft)
    universal = universal_profile()
    gain = gains(measured, universal, settings)
    filtered = apply_gains(moved, gain)
    level, scale = _scale(filtered if scheme == "sharpening" else moved, inside, soft, scheme)
    seen = filtered.density if scheme == "sharpening" else moved.density.clamp(min=0.0)
    end = 1.0 / (min(map_end(measured, universal, settings), BINS) * STEP)
    return Prepared(moved, filtered, (seen - level) / scale, inside, level, scale, gain, end)


def scaled_target(
    target: Volume, mask: Bool[Tensor, "z y x"], scheme: Scheme = "sharpening"
) -> Float[Tensor, "z y x"]:
    """Target, scaled as its input is.

    Parameters
    ----------
    target : Volume
        The target on 1 Å voxels.
    mask : (z, y, x)
        The molecule.
    scheme : Scheme
        How densities are scaled.
    """
    level, scale = _scale(target, mask, working_mask(target, mask), scheme)
    seen = target.density if scheme == "sharpening" else target.density.clamp(min=0.0)
    return (seen - level) / scale


def to_grid(volume: Volume) -> Volume:
    """Map on voxels of 1 Å."""
    if abs(volume.voxel_angstrom / VOXEL_ANGSTROM - 1.0) < 1e-4:
        return volume
    return resample(volume, VOXEL_ANGSTROM)


def from_grid(volume: Volume, like: Volume) -> Volume:
    """Map of the network's grid on the grid of `like`: voxels, shape, and origin."""
    if volume.density.shape == like.density.shape and volume.voxel_angstrom == like.voxel_angstrom:
        return like.with_density(volume.density)
    back = resample(volume, like.voxel_angstrom)
    out = torch.zeros_like(like.density, dtype=volume.density.dtype)
    source, target = [], []
    for old, new in zip(back.density.shape, like.density.shape, strict=True):
        offset = new // 2 - old // 2
        low, high = max(0, -offset), min(old, new - offset)
        source.append(slice(low, high))
        target.append(slice(low + offset, high + offset))
    out[tuple(target)] = back.density[tuple(source)]
    return like.with_density(out)


def _scale(
    volume: Volume, mask: Bool[Tensor, "z y x"], soft: Float[Tensor, "z y x"], scheme: Scheme
) -> tuple[float, float]:
    values = volume.density
    if scheme == "published":
        high = float(values.max())
        if not high > 0:
            raise SettingsError("the map has no positive density: was it written with the other sign?")
        low = max(0.0, float(values.min()))
        return low, high - low if high > low else 1.0
    outside = values[soft < 0.05]
    level = float(outside.mean()) if len(outside) else 0.0
    scale = float(values[mask].double().std(correction=0))
    if not math.isfinite(scale) or scale <= 0:
        raise SettingsError("the map is constant: there is nothing to enhance")
    return level, scale
