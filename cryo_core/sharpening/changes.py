"""How sharpening changed a map, and whether it became better: profiles, phases by shell, local B factors."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.shells import radial_profile, shell_frequencies, shell_sum
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.sharpening.predict import ln_profiles
from cryo_core.sharpening.profiles import guinier_b_factor, window_frequencies, window_voxels
from cryo_core.sharpening.rule import aligned
from cryo_core.sharpening.scaling import node_positions

_WINDOW_ANGSTROM = 25.0


@dataclass(frozen=True)
class ProfileError:
    """Mean squared error of ln amplitude of a map's windows to those of its model at rest, by frequency."""

    frequency_per_angstrom: Float[Tensor, " s"]
    error: Float[Tensor, " s"]


def profile_error(
    volume: Volume, rest: Volume, mask: Bool[Tensor, "z y x"], node_angstrom: float = 5.0
) -> ProfileError:
    """Error of a map's local profiles against those of its model's map with all B factors 0, at nodes about a mask.

    Profiles are aligned on the kept shells, so that the scale of densities plays no part. ShapeError if grids
    differ, SettingsError if the window is larger than the map.

    Parameters
    ----------
    volume, rest
        The map and the model's map, on one grid.
    mask
        (z, y, x).
    node_angstrom
        Distance between nodes, Å.
    """
    volume.require_same_grid(rest)
    place = window_nodes(volume, mask, node_angstrom)
    size = window_voxels(_WINDOW_ANGSTROM, volume.voxel_angstrom)
    own, wanted = (aligned(ln_profiles(v, place, size, 0.0)) for v in (volume, rest))
    frequency = window_frequencies(size, volume.voxel_angstrom)
    return ProfileError(frequency, ((own - wanted) ** 2).mean(0))


def window_nodes(
    volume: Volume, mask: Bool[Tensor, "z y x"], node_angstrom: float = 5.0
) -> Int[Tensor, "m 3"]:
    """Voxels of a mask every few Å; SettingsError if a window there is larger than the map.

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x).
    node_angstrom
        Distance between the voxels, Å.
    """
    size = window_voxels(_WINDOW_ANGSTROM, volume.voxel_angstrom)
    if size > min(volume.density.shape):
        raise SettingsError(
            f"a window of {size} voxels is larger than the map of {tuple(volume.density.shape)} voxels"
        )
    place = node_positions(mask, max(1, round(node_angstrom / volume.voxel_angstrom)))
    limit = torch.tensor(volume.density.shape, device=place.device)
    place = place[(place < limit).all(1)]
    return place[mask[place.unbind(1)]]


def local_b_factors(
    volume: Volume, place: Int[Tensor, "m 3"], low_angstrom: float = 10.0, high_angstrom: float = 0.0
) -> Float[Tensor, " m"]:
    """B factor (Å²) of the 25 Å window about each place.

    Parameters
    ----------
    volume
        The map.
    place
        (m, 3), voxels z, y, x.
    low_angstrom, high_angstrom
        Coarsest and finest resolution fitted, Å (0: Nyquist).
    """
    size = window_voxels(_WINDOW_ANGSTROM, volume.voxel_angstrom)
    frequency = window_frequencies(size, volume.voxel_angstrom)
    amplitude = ln_profiles(volume, place, size, 0.0).exp()
    return guinier_b_factor(
        frequency.to(amplitude), amplitude, low_angstrom, max(high_angstrom, 2.0 * volume.voxel_angstrom)
    )


def correlation(a: Float[Tensor, " n"], b: Float[Tensor, " n"]) -> float:
    """Pearson's correlation of the values that are finite in both; NaN where one is constant."""
    sound = torch.isfinite(a) & torch.isfinite(b)
    x, y = (v[sound].double() - v[sound].double().mean() for v in (a, b))
    power = float(x.norm() * y.norm())
    return float(torch.dot(x, y)) / power if power > 0 else math.nan


@dataclass(frozen=True)
class Change:
    """By shell: ln of the ratio of amplitudes after and before, and the amplitude-weighted mean cosine of phases."""

    frequency_per_angstrom: Float[Tensor, " s"]
    ln_gain: Float[Tensor, " s"]
    phase_cosine: Float[Tensor, " s"]


def change_by_shell(before: Volume, after: Volume, mask: Float[Tensor, "z y x"]) -> Change:
    """How a map changed in a soft mask, shell by shell. ShapeError if grids differ.

    Parameters
    ----------
    before, after
        The maps, on one grid.
    mask
        (z, y, x).
    """
    before.require_same_grid(after)
    old, new = (v.with_density(v.density * mask) for v in (before, after))
    z, y, x = before.density.shape
    a, b = (volume_to_spectrum(v.density) for v in (old, new))
    cross = shell_sum((a * b.conj()).real, (z, y, x))
    weight = shell_sum(a.abs() * b.abs(), (z, y, x))
    ratio = (radial_profile(new) / radial_profile(old).clamp(min=1e-300)).clamp(min=1e-300)
    return Change(
        shell_frequencies((z, y, x), before.voxel_angstrom), ratio.log(), cross / weight.clamp(min=1e-300)
    )
