"""Masks made from a map, and its summary."""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float
from scipy import ndimage
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import low_pass
from cryo_core.geometry.masks import soften, sphere_mask


@dataclass(frozen=True)
class MapSummary:
    """Range, mean and standard deviation of a map's finite voxels."""

    minimum: float
    maximum: float
    mean: float
    standard_deviation: float
    finite_fraction: float


def summary(volume: Volume) -> MapSummary:
    """Summary of a map's densities (in float64); all NaN if none is finite."""
    values = volume.density.double()
    finite = values[torch.isfinite(values)]
    if not len(finite):
        return MapSummary(np.nan, np.nan, np.nan, np.nan, 0.0)
    return MapSummary(
        float(finite.min()),
        float(finite.max()),
        float(finite.mean()),
        float(finite.std(correction=0)),
        len(finite) / values.numel(),
    )


def auto_mask(
    volume: Volume,
    low_pass_angstrom: float = 10.0,
    sigmas: float = 3.0,
    extend_voxel: float = 3.0,
    edge_voxel: float = 6.0,
) -> Float[Tensor, "z y x"]:
    """Soft mask of a map's molecule, from 0 to 1.

    The map is low-passed, and components smaller than a tenth of the largest are dropped, holes filled, and the
    rest extended and softened. The solvent is the mode of the low-passed map and its deviation that of the
    voxels below the mode, so that neither a molecule at the box's edge nor a solvent that was set to zero
    misleads it.

    Parameters
    ----------
    volume
        The map.
    low_pass_angstrom
        Resolution to mask at, Å; at least 4 voxels.
    sigmas
        Voxels this many standard deviations above the solvent, and above a fifth of the molecule's density, are
        kept.
    extend_voxel, edge_voxel
        How far the mask is extended, and the width of its soft edge beyond.

    Raises
    ------
    SettingsError
        The map is not finite, or shows nothing above its solvent.
    """
    if not bool(torch.isfinite(volume.density).all()):
        raise SettingsError("cannot make a mask: the map has values that are not finite")
    smooth = low_pass(volume, max(low_pass_angstrom, 4.0 * volume.voxel_angstrom)).density
    values = smooth.double().cpu().numpy()
    mode, deviation = _solvent(values)
    peak = np.quantile(values, 0.999)
    threshold = max(mode + sigmas * deviation, mode + 0.2 * (peak - mode))
    kept = _large_components(values > threshold)
    if not kept.any():
        raise SettingsError("cannot make a mask: the map shows nothing above its solvent")
    return soften(torch.from_numpy(kept).to(volume.density.device), extend_voxel, edge_voxel)


def mask_or_sphere(volume: Volume) -> tuple[Float[Tensor, "z y x"], tuple[str, ...]]:
    """Soft mask of a map's molecule; where none stands out (noise, wrong contrast), the sphere within the box.

    With it come warnings: that the sphere was taken, and why.
    """
    try:
        return auto_mask(volume), ()
    except SettingsError as error:
        z, y, x = volume.density.shape
        sphere = sphere_mask((z, y, x), z / 2 - 6.0, 6.0, volume.density.device)
        return sphere, (f"{error}; the mask is the sphere within the box",)


def real_space_correlation(
    a: Float[Tensor, "z y x"], b: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"] | None = None
) -> float:
    """Pearson's correlation of two maps' voxels; 0 for a constant.

    Parameters
    ----------
    a, b
        (z, y, x).
    mask
        (z, y, x), voxels to compare; all if None.
    """
    x = (a if mask is None else a[mask]).double().flatten()
    y = (b if mask is None else b[mask]).double().flatten()
    x, y = x - x.mean(), y - y.mean()
    power = float(x.norm() * y.norm())
    return float(x @ y) / power if power > 0 else 0.0


def _solvent(values: Float[np.ndarray, "z y x"]) -> tuple[float, float]:
    """Mode of the voxels, and deviation of those below it."""
    low, high = np.quantile(values, [0.001, 0.999])
    counts, edges = np.histogram(values, bins=400, range=(low, max(high, low + 1e-12)))
    smooth = ndimage.gaussian_filter1d(counts.astype(float), 4.0)
    bin_ = int(smooth.argmax())
    mode = 0.5 * (edges[bin_] + edges[bin_ + 1])
    below = values[values <= mode]
    return float(mode), float(np.sqrt(np.mean((below - mode) ** 2))) if below.size else 0.0


def _large_components(mask: Bool[np.ndarray, "z y x"]) -> Bool[np.ndarray, "z y x"]:
    label, count = ndimage.label(mask)
    if not count:
        return mask
    sizes = np.bincount(label.ravel())
    sizes[0] = 0
    kept = (sizes >= 0.1 * sizes.max())[label]
    outside, count = ndimage.label(~kept)
    open_ = np.zeros(count + 1, bool)
    for axis in range(3):
        open_[np.unique(outside.take((0, -1), axis))] = True
    open_[0] = False
    return np.asarray(~open_[outside], dtype=bool)
