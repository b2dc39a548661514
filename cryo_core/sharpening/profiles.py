"""Radial amplitude profiles of a map, one for each voxel, and what they say of its B factor."""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.sharpening.windows import Shells, batches, block, outside_mean

_TILE = 64
"""Voxels along an edge of the region whose windows are measured together on the CPU."""


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
    amplitude = profiles_at(volume, position, size, outside_mean(volume.density, mask), progress)
    frequency = window_frequencies(size, volume.voxel_angstrom)
    return Profiles(position, amplitude, frequency.to(volume.density.device))


def profiles_at(
    volume: Volume, position: Int[Tensor, "m 3"], size: int, fill: float, progress: Progress = silent
) -> Float[Tensor, "m s"]:
    """Measure the radial profiles of the windows of `size` voxels about positions (z, y, x)."""
    if volume.density.device.type == "cpu":
        return _sliding(volume.density, position, size, fill, progress)
    shells = Shells.of(size, volume.density.device)
    found = [shells.averaging.new_zeros(0, shells.count)]
    for cubes in batches(volume.density, position, size, fill):
        found.append(shells.profiles(cubes))
        progress(sum(map(len, found)), len(position))
    return torch.cat(found)


def _sliding(
    density: Float[Tensor, "z y x"], position: Int[Tensor, "m 3"], size: int, fill: float, progress: Progress
) -> Float[Tensor, "m s"]:
    """Measure them tile by tile, with transforms that slide from one window to the next."""
    from cryo_core.sharpening.sliding import SlidingTables, sliding_profiles  # loads numba

    tables = SlidingTables.of(size)
    out = torch.zeros(len(position), size // 2 + 1)
    tiles, member = torch.unique(position // _TILE, dim=0, return_inverse=True)
    done = 0
    for tile in range(len(tiles)):
        rows = (member == tile).nonzero()[:, 0]
        mine = position[rows]
        low, high = mine.amin(0), mine.amax(0)
        z, y, x = (high - low + 1).tolist()
        wanted = torch.zeros(z, y, x, dtype=torch.bool)
        local = mine - low
        wanted[local.unbind(1)] = True
        flat = (local[:, 0] * y + local[:, 1]) * x + local[:, 2]
        z0, y0, x0 = (low - size // 2).tolist()
        cube = block(density, (z0, y0, x0), (z + size - 1, y + size - 1, x + size - 1), fill)
        found = sliding_profiles(cube.numpy(), wanted.numpy(), tables)
        out[rows] = torch.from_numpy(found)[torch.unique(flat, return_inverse=True)[1]]
        done += len(rows)
        progress(done, len(position))
    return out


def window_frequencies(size: int, voxel_angstrom: float) -> Float[Tensor, " s"]:
    """Give the frequencies k / (size · voxel) of a window's shells, in 1/Å."""
    return torch.arange(size // 2 + 1, dtype=torch.float32) / (size * voxel_angstrom)


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
