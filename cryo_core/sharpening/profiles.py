"""Radial amplitude profiles of a map, one for each voxel, and the B factors they show."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.sharpening.windows import Shells, batches, block, outside_mean

_ATOM_ANGSTROM3 = 13.14 / 0.8
"""Volume of an average atom of 13.14 Da at 0.8 Da/Å³."""

_TILE = 64
"""Voxels along an edge of the region whose windows are measured together on the CPU."""


@dataclass(frozen=True)
class Profiles:
    """Mean amplitudes in shells about voxels.

    `position_zyx` indexes the map; `amplitude` has a row for each position and a column for each frequency k /
    (window · voxel), from 0 to Nyquist.
    """

    position_zyx: Int[Tensor, "m 3"]
    amplitude: Float[Tensor, "m s"]
    frequency_per_angstrom: Float[Tensor, " s"]


def window_voxels(window_angstrom: float, voxel_angstrom: float) -> int:
    """The odd number of voxels nearest to a window's edge (25 Å at 1 Å: 25); SettingsError below 3."""
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
    """Radial profile of the window about each voxel of a mask.

    Each window is an odd cube centred on its voxel, not apodised; its profile is the mean of |F| (orthonormal
    transform) over full shells round(|k|) from 0 to window // 2, as LocScale scales by, but over whole shells
    (Jakobi et al. 2017). If a masked voxel's window leaves the map, the map is continued with its mean outside
    the mask (over the whole map if the mask has no outside).

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x), voxels to measure at.
    window_angstrom
        Edge of the windows, Å.
    spacing_voxel
        Only voxels whose indices are all its multiples.
    progress
        Called with (profiles measured, all).

    Raises
    ------
    ShapeError
        The mask is of another shape.
    SettingsError
        The window is below 3 voxels, or `spacing_voxel` below 1.
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
    """Radial profiles of the windows about positions.

    Parameters
    ----------
    volume
        The map.
    position
        (m, 3), voxels z, y, x.
    size
        Edge of the windows in voxels.
    fill
        Value outside of the map.
    progress
        Called with (profiles measured, m).
    """
    if volume.density.device.type == "cpu":
        return _sliding(volume.density, position, size, fill, progress)
    shells = Shells.of(size, volume.density.device)
    profiles = [shells.averaging.new_zeros(0, shells.count)]
    for cubes in batches(volume.density, position, size, fill):
        profiles.append(shells.profiles(cubes))
        progress(sum(map(len, profiles)), len(position))
    return torch.cat(profiles)


def _sliding(
    density: Float[Tensor, "z y x"], position: Int[Tensor, "m 3"], size: int, fill: float, progress: Progress
) -> Float[Tensor, "m s"]:
    """The profiles, tile by tile, with transforms that slide from one window to the next."""
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
        profiles = sliding_profiles(cube.numpy(), wanted.numpy(), tables)
        out[rows] = torch.from_numpy(profiles)[torch.unique(flat, return_inverse=True)[1]]
        done += len(rows)
        progress(done, len(position))
    return out


def window_frequencies(size: int, voxel_angstrom: float) -> Float[Tensor, " s"]:
    """Frequencies k / (size · voxel) of a window's shells, in 1/Å."""
    return torch.arange(size // 2 + 1, dtype=torch.float32) / (size * voxel_angstrom)


def guinier_b_factor(
    frequency_per_angstrom: Float[Tensor, " s"],
    amplitude: Float[Tensor, "*m s"],
    low_angstrom: float,
    high_angstrom: float,
) -> Float[Tensor, "*m"]:
    """B factor in Å² of profiles: amplitude = A₀ · exp(−B f² / 4) between two resolutions.

    Least squares of ln(amplitude) on f² over low ≥ 1 / f ≥ high; B = −4 · slope, positive for a blurred map
    (Rosenthal & Henderson 2003). A profile with an amplitude that is not positive there gives NaN.

    Parameters
    ----------
    frequency_per_angstrom
        (s,), 1/Å.
    amplitude
        (m, s), any leading shape.
    low_angstrom, high_angstrom
        Coarsest and finest resolution fitted, Å.

    Raises
    ------
    SettingsError
        Fewer than two shells lie between.
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


def merge_weight(
    frequency_per_angstrom: Float[Tensor, " s"], b_angstrom2: Float[Tensor, "m 1"], cut_angstrom: float = 7.0
) -> Float[Tensor, "m s"]:
    """Weight of the low-frequency profile in a merge of two: 1 / (1 + exp(k (d_cut − d))), d = 1 / f.

    k = 0.0045 · B per Å (iLocScale, eq. 3.5), at least 0.05, so that a flat profile still has a change-over.

    Parameters
    ----------
    frequency_per_angstrom
        (s,), 1/Å.
    b_angstrom2
        (m, 1), B factor of each profile, Å².
    cut_angstrom
        d_cut.
    """
    d = 1.0 / frequency_per_angstrom.clamp(min=1e-3)
    k = (0.0045 * b_angstrom2).clamp(min=0.05)
    return torch.sigmoid(k * (d - cut_angstrom))


def merge(
    low: Float[Tensor, "m s"],
    high: Float[Tensor, "m s"],
    frequency_per_angstrom: Float[Tensor, " s"],
    b_angstrom2: Float[Tensor, "m 1"],
) -> Float[Tensor, "m s"]:
    """Two profiles merged: `low` below the change-over at 7 Å, `high` above it.

    Parameters
    ----------
    low, high
        (m, s).
    frequency_per_angstrom
        (s,), 1/Å.
    b_angstrom2
        (m, 1), B factor of each profile, Å².
    """
    weight = merge_weight(frequency_per_angstrom, b_angstrom2)
    return weight * low + (1.0 - weight) * high


def synthetic_profiles(
    count: int,
    noise: float,
    generator: torch.Generator,
    frequency_per_angstrom: Float[Tensor, " s"],
    remaining: float = 0.5,
) -> tuple[Float[Tensor, "m s"], Float[Tensor, "m s"], Float[Tensor, " m"]]:
    """Log profiles of random windows, those with `remaining` of their B factor, and the B factors in Å².

    200 to 1000 equal atoms fill a ball at protein density: |F|² = n² exp(−(2π f R_g)² / 3) + n (Guinier, then
    Wilson), and A falls by exp(−B f² / 4), B from 50 to 250 Å². The targets have no noise.

    Parameters
    ----------
    count
        Number m of windows.
    noise
        Standard deviation of the complex noise on the amplitude of single coefficients, in the unit of one
        atom.
    generator
        Of the random numbers; on the CPU.
    frequency_per_angstrom
        (s,), 1/Å.
    remaining
        Share of the B factor in the targets.
    """
    atoms = 200.0 + 800.0 * torch.rand(count, 1, generator=generator)
    b = 50.0 + 200.0 * torch.rand(count, 1, generator=generator)
    f = frequency_per_angstrom
    radius = (0.75 / math.pi * _ATOM_ANGSTROM3 * atoms) ** (1.0 / 3.0) * math.sqrt(0.6)
    still = (atoms**2 * torch.exp(-((2 * math.pi * f * radius) ** 2) / 3.0) + atoms).sqrt()
    real, imaginary = noise * torch.randn(2, count, len(f), generator=generator)
    blurred = still * torch.exp(-b * f**2 / 4.0)
    measured = ((blurred + real) ** 2 + imaginary**2).sqrt() if noise else blurred
    return measured.log(), (still * torch.exp(-remaining * b * f**2 / 4.0)).log(), b[:, 0]
