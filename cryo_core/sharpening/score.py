"""Whether a map became better: real-space correlation, map-model FSC, B factor, and the share that was harmed."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.shells import radial_profile, shell_frequencies
from cryo_core.fourier.transforms import raw_volume_spectrum, spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.model_map import model_mask, score_map
from cryo_core.sharpening.profiles import guinier_b_factor
from cryo_core.sharpening.windows import require_finite
from cryo_core.validation.fsc import FscCurve, fsc
from cryo_core.validation.maps import real_space_correlation

_FALL = 1e-3
"""A local correlation that falls by less did not change."""


@dataclass(frozen=True)
class Score:
    """How well a map agrees with its model.

    `rscc` is Pearson's correlation with the B = 0 model map over the whole model mask, `fsc` the map-model
    FSC in a soft model mask and `d_fsc05_angstrom` where it crosses 0.5, `b_factor_angstrom2` the fall of
    the masked map's amplitudes from 10 Å to there (or to where it was asked for), `harmed_fraction` the share of
    the mask whose local correlation with the model is below that of the map before (None without one).
    """

    rscc: float
    fsc: FscCurve
    d_fsc05_angstrom: float
    b_factor_angstrom2: float
    harmed_fraction: float | None


def score(
    volume: Volume,
    atoms: Atoms,
    before: Volume | None = None,
    reference: Volume | None = None,
    fitted_to_angstrom: float | None = None,
) -> Score:
    """Agreement of a map with its model.

    Parameters
    ----------
    volume
        The map.
    atoms
        Its model.
    before
        The map it was made from; None leaves `harmed_fraction` out.
    reference
        The model's map with all B = 0, if it is at hand.
    fitted_to_angstrom
        Resolution to which the B factor is fitted, the same for all maps that are compared; where the map-model
        FSC crosses 0.5 if None.

    Raises
    ------
    ShapeError
        The grids differ.
    SettingsError
        The map is not finite, or the model lies outside of it.
    """
    require_finite(volume.density, "the map")
    reference = reference or score_map(atoms, volume)
    volume.require_same_grid(reference)
    mask = model_mask(atoms, volume)
    soft = soften(mask, 0.0, 6.0)
    curve = fsc(volume, reference, soft)
    crossing = curve.resolution_angstrom(0.5)
    harmed = None
    if before is not None:
        volume.require_same_grid(before)
        harmed = harmed_fraction(
            before.density, volume.density, reference.density, mask, volume.voxel_angstrom
        )
    return Score(
        real_space_correlation(volume.density, reference.density, mask),
        curve,
        crossing,
        masked_b_factor(volume, soft, fitted_to_angstrom or crossing),
        harmed,
    )


def model_agreement(volume: Volume, model: Volume, mask: Bool[Tensor, "z y x"]) -> float:
    """Correlation of a map with its model's in the model's mask, both of the map's amplitudes shell by shell.

    However the map was sharpened, it says whether the model is that of the map. ShapeError if the grids differ.

    Parameters
    ----------
    volume
        The map.
    model
        The model's map.
    mask
        (z, y, x).
    """
    volume.require_same_grid(model)
    soft = soften(mask, 0.0, 6.0)
    z, y, x = volume.density.shape
    own, its = (radial_profile(v.with_density(v.density.float() * soft)) for v in (volume, model))
    gain = (own / its.clamp(min=1e-12 * float(its.max()))).float()
    shell = shell_index((z, y, x), model.density.device).clamp(max=len(gain) - 1)
    spectrum = volume_to_spectrum(model.density.float()) * gain.to(model.density.device)[shell]
    return real_space_correlation(volume.density.float(), spectrum_to_volume(spectrum, (z, y, x)), mask)


def masked_b_factor(volume: Volume, mask: Float[Tensor, "z y x"], resolution_angstrom: float) -> float:
    """B factor of a masked map from 10 Å to a resolution, or to 6 Å where that is coarser (Å²).

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x), soft.
    resolution_angstrom
        Finest resolution to fit, Å.
    """
    shape = volume.density.shape
    profile = radial_profile(volume.with_density(volume.density * mask))
    frequency = shell_frequencies(tuple(shape), volume.voxel_angstrom).to(profile.device)
    fine = min(max(resolution_angstrom, 2.0 * volume.voxel_angstrom), 6.0)
    try:
        return float(guinier_b_factor(frequency.float(), profile.float(), 10.0, fine))
    except SettingsError:  # a box so small that two shells do not lie between
        return math.nan


def harmed_fraction(
    before: Float[Tensor, "z y x"],
    after: Float[Tensor, "z y x"],
    reference: Float[Tensor, "z y x"],
    mask: Bool[Tensor, "z y x"],
    voxel_angstrom: float,
    window_angstrom: float = 12.5,
) -> float:
    """Share of a mask's voxels whose local correlation with a reference fell by more than 0.001.

    (Less is rounding: a map times a constant is not harmed.) Correlations are Pearson's over cubes about each
    voxel.

    Parameters
    ----------
    before, after, reference
        (z, y, x).
    mask
        (z, y, x), voxels to compare.
    voxel_angstrom
        Edge of a voxel, Å.
    window_angstrom
        Edge of the cubes, Å.
    """
    size = 2 * round((window_angstrom / voxel_angstrom - 1) / 2) + 1
    old, new = (local_correlation(m, reference, mask, size) for m in (before, after))
    return float((new < old - _FALL).double().mean())


def local_correlation(
    a: Float[Tensor, "z y x"], b: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"], size: int
) -> Float[Tensor, " m"]:
    """Correlation of two maps over the cube about each voxel of a mask; 0 where one is constant.

    Parameters
    ----------
    a, b
        (z, y, x).
    mask
        (z, y, x), centres of the cubes.
    size
        Edge of the cubes in voxels.
    """
    x, y = ((m.double() - m.double()[mask].mean()) / m.double()[mask].std().clamp(min=1e-300) for m in (a, b))
    mean = [_box_mean(v, size)[mask] for v in (x, y, x * x, y * y, x * y)]
    cross = mean[4] - mean[0] * mean[1]
    spread = (mean[2] - mean[0] ** 2).clamp(min=0.0) * (mean[3] - mean[1] ** 2).clamp(min=0.0)
    return torch.where(spread > 1e-20, cross / spread.clamp(min=1e-20).sqrt(), 0.0)


def _box_mean(values: Float[Tensor, "z y x"], size: int) -> Float[Tensor, "z y x"]:
    """Means over cubes, by running sums; what lies outside of the map does not count."""
    half = size // 2
    out = values
    for axis, edge in enumerate(values.shape):
        total = torch.cat([torch.zeros_like(out.narrow(axis, 0, 1)), out.cumsum(axis)], axis)
        place = torch.arange(edge, device=values.device)
        high, low = (place + half + 1).clamp(max=edge), (place - half).clamp(min=0)
        shape = [-1 if a == axis else 1 for a in range(3)]
        out = (total.index_select(axis, high) - total.index_select(axis, low)) / (high - low).reshape(shape)
    return out


def phase_agreement(before: Float[Tensor, "z y x"], after: Float[Tensor, "z y x"]) -> float:
    """Mean cosine of the phase change between two maps, weighted by the product of their amplitudes."""
    a, b = raw_volume_spectrum(before), raw_volume_spectrum(after)
    a.view(-1)[0] = 0.0  # the mean has no phase to speak of
    total = float((a.abs() * b.abs()).double().sum())
    return float((a * b.conj()).real.double().sum()) / total if total > 0 else 0.0
