"""Radial amplitude profiles of a map, one for each voxel, and what they say of its B factor."""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor
from torch.nn.functional import pad

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import hermitian_weights, shell_index
from cryo_core.fourier.transforms import volume_amplitudes

_BATCH_VOXELS = 8_000_000
"""Window voxels that are transformed at a time."""


@dataclass(frozen=True)
class Profiles:
    """Mean amplitudes in shells about voxels.

    `position_zyx` indexes the map; `amplitude` has a row for each position and a column for each frequency
    k / (window · voxel) = 0 … Nyquist.
    """

    position_zyx: Int[Tensor, "m 3"]
    amplitude: Float[Tensor, "m s"]
    frequency_per_angstrom: Float[Tensor, " s"]


def window_voxels(window_angstrom: float, voxel_angstrom: float) -> int:
    """Give the odd number of voxels nearest to a window's edge (25 Å at 1 Å: 25); SettingsError below 3."""
    size = 2 * round((window_angstrom / voxel_angstrom - 1.0) / 2.0) + 1
    if size < 3:
        raise SettingsError(f"a window of {window_angstrom} Å is below 3 voxels of {voxel_angstrom} Å")
    return size


def local_profiles(
    volume: Volume,
    mask: Bool[Tensor, "z y x"],
    window_angstrom: float = 25.0,
    spacing_voxel: int = 1,
    progress: Progress = silent,
) -> Profiles:
    """Measure the radial profile of the window about each voxel of `mask`.

    Each window is an odd cube centred on its voxel, not apodised; its profile is the mean of |F| (orthonormal
    transform) over full shells round(|k|) = 0 … window // 2, as LocScale scales by, but over whole shells
    (Jakobi et al. 2017). If a masked voxel's window leaves the map, the map is continued with its mean
    outside the mask (over the whole map if the mask has no outside). `spacing_voxel` keeps the voxels whose
    indices are all its multiples. ShapeError if the mask is of another shape.
    """
    if mask.shape != volume.density.shape:
        raise ShapeError(f"a mask of {tuple(mask.shape)} for a map of {tuple(volume.density.shape)} voxels")
    if spacing_voxel < 1:
        raise SettingsError(f"spacing_voxel must be at least 1, not {spacing_voxel}")
    size = window_voxels(window_angstrom, volume.voxel_angstrom)
    position = mask.nonzero()
    position = position[(position % spacing_voxel == 0).all(1)]
    windows = (
        _padded(volume.density, mask, position, size).unfold(0, size, 1).unfold(1, size, 1).unfold(2, size, 1)
    )
    corner = position - (0 if windows.shape[:3] == volume.density.shape else size // 2)
    averaging = _averaging(size, volume.density.device)
    found = [averaging.new_zeros(0, averaging.shape[1])]
    for part in torch.split(corner, max(1, _BATCH_VOXELS // size**3)) if len(corner) else ():
        cubes = windows[part[:, 0], part[:, 1], part[:, 2]]
        found.append(volume_amplitudes(cubes).flatten(1) @ averaging)
        progress(sum(map(len, found)), len(position))
    amplitude = torch.cat(found)
    frequency = torch.arange(size // 2 + 1, dtype=torch.float32) / (size * volume.voxel_angstrom)
    return Profiles(position, amplitude, frequency.to(volume.density.device))


def guinier_b_factor(
    frequency_per_angstrom: Float[Tensor, " s"],
    amplitude: Float[Tensor, "*m s"],
    low_angstrom: float,
    high_angstrom: float,
) -> Float[Tensor, "*m"]:
    """Fit B in Å² to profiles: amplitude = A₀ · exp(−B f² / 4) between two resolutions.

    Least squares of ln(amplitude) on f² over low ≥ 1 / f ≥ high; B = −4 · slope, positive for a blurred map
    (Rosenthal & Henderson 2003). SettingsError if fewer than two shells lie between; a profile with an
    amplitude that is not positive there gives NaN.
    """
    f = frequency_per_angstrom
    chosen = (f >= 1.0 / low_angstrom - 1e-9) & (f <= 1.0 / high_angstrom + 1e-9)
    if int(chosen.sum()) < 2:
        raise SettingsError(f"fewer than two shells between {low_angstrom} and {high_angstrom} Å")
    square = f[chosen].double() ** 2
    value = amplitude[..., chosen].double()
    logarithm = torch.where(value > 0, value, torch.nan).log()
    centred = square - square.mean()
    slope = (logarithm * centred).sum(-1) / (centred**2).sum()
    return (-4.0 * slope).to(amplitude.dtype)


def _padded(
    density: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"], position: Int[Tensor, "m 3"], size: int
) -> Float[Tensor, "z2 y2 x2"]:
    """Continue the map by half a window on all sides where any window needs it."""
    half = size // 2
    last = torch.tensor(density.shape, device=density.device) - 1 - half
    if bool(((position >= half) & (position <= last)).all()) and min(density.shape) >= size:
        return density
    outside = density[~mask] if bool((~mask).any()) else density
    return pad(density, (half,) * 6, value=float(outside.double().mean()))


def _averaging(size: int, device: torch.device) -> Float[Tensor, "p s"]:
    """Give the matrix that averages a window's |F| over its shells, orthonormal scale included."""
    shape = (size, size, size)
    shell = shell_index(shape, device).flatten()
    weight = hermitian_weights(size, device).expand(size, size, -1).flatten()
    member = (shell[:, None] == torch.arange(size // 2 + 1, device=device)) * weight[:, None]
    return member / member.sum(0) / size**1.5
