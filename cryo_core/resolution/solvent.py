"""Molecule and solvent of a map, and whether the solvent still holds the map's noise."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float
from scipy import ndimage
from torch import Tensor
from torch.nn.functional import avg_pool3d, interpolate, pad

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_filter
from cryo_core.resolution.bands import Nodes
from cryo_core.validation.maps import auto_mask

_SMOOTH_ANGSTROM = (7.0, 10.0, 14.0)
"""Resolutions (Å; Gaussians 0.225 of them wide) at which the molecule is searched, until noise stays below it."""

_COARSE_ANGSTROM = 3.0
_BLANK_BLOCK = 4
_BLANK = 1e-3
_CLEAR_OF_MOLECULE_ANGSTROM = 12.0
_CLEAR_OF_BLANK_ANGSTROM = 8.0
_LEAST_SOLVENT_ANGSTROM3 = 40_000.0
_SIGMAS = 3.0
_PEAK_SHARE = 0.22


@dataclass(frozen=True)
class Regions:
    """Regions of a map: the molecule on its voxels, and the solvent on a coarse grid.

    `blank` marks what was set to a constant, `solvent` places clear of that and of the molecule. `coarse`
    says how the coarse grid lies in the box.
    """

    mask: Bool[Tensor, "z y x"]
    blank: Bool[Tensor, "z y x"]
    solvent: Bool[Tensor, "a b c"]
    coarse: Nodes

    @property
    def blank_fraction(self) -> float:
        """Share of the box that holds one constant value."""
        return float(self.blank.float().mean())

    @property
    def solvent_angstrom3(self) -> float:
        """Volume of the solvent from which noise can be measured."""
        return float(self.solvent.sum()) * math.prod(self.coarse.spacing_angstrom)

    @property
    def has_noise(self) -> bool:
        """Whether enough solvent is left, as it was reconstructed, to measure the map's noise."""
        return self.solvent_angstrom3 >= _LEAST_SOLVENT_ANGSTROM3


def find_regions(volume: Volume) -> Regions:
    """Molecule and solvent of a map.

    The map is low-passed to 7 Å (or 4 voxels), or to 10 or 14 Å where noise is strong. Voxels are the
    molecule's where that lies 3 standard deviations of the solvent above the solvent's mode, and above 22% of
    the density's range over it, in components of at least a tenth of the largest. SettingsError for a map
    that is not finite, is constant, or whose molecule is darker than its solvent (a map of the other sign).
    """
    density = volume.density
    if not bool(torch.isfinite(density).all()):
        raise SettingsError("the map has values that are not finite")
    spread = float(density.std())
    if not spread > 0:
        raise SettingsError("the map is constant: there is nothing in it")
    blank = _blank(density, spread)
    coarse = _coarse(volume)
    blank_there = coarse.nearest(blank).cpu().numpy()
    for resolution in _SMOOTH_ANGSTROM:
        smooth = gaussian(volume, max(resolution, 4.0 * volume.voxel_angstrom)).density
        values = coarse.gather(smooth).double().cpu().numpy()
        mode, deviation = _solvent_level(values, blank_there)
        peak = float(np.quantile(values, 0.999)) - mode
        if _SIGMAS * deviation < _PEAK_SHARE * peak:
            break
    _require_bright(values[~blank_there], mode)
    threshold = mode + max(_SIGMAS * deviation, _PEAK_SHARE * peak)
    kept = _large_components(values > threshold)
    if not kept.any():
        raise SettingsError("the map shows nothing above its solvent")
    near = torch.from_numpy(ndimage.binary_dilation(kept, iterations=2)).to(density.device)
    mask = (smooth > threshold) & coarse.nearest_voxels(near)
    solvent = _clear(kept, _CLEAR_OF_MOLECULE_ANGSTROM, coarse)
    solvent &= _clear(blank_there, _CLEAR_OF_BLANK_ANGSTROM, coarse)
    return Regions(mask, blank, torch.from_numpy(solvent).to(density.device), coarse)


def molecule_mask(volume: Volume) -> Bool[Tensor, "z y x"]:
    """Voxels of the molecule as `find_regions` finds them; of a map that it refuses, the inside of RELION's soft mask.

    Half maps may be of either sign: their correlation is the same.
    """
    try:
        return find_regions(volume).mask
    except SettingsError:
        return auto_mask(volume) >= 0.5


def gaussian(volume: Volume, resolution_angstrom: float) -> Volume:
    """Map low-passed as molmap does: by a Gaussian 0.225 of the resolution wide."""
    width = 2.0 * (math.pi * 0.225 * resolution_angstrom) ** 2
    return apply_filter(volume, lambda s2: torch.exp(-width * s2))


def _blank(density: Float[Tensor, "z y x"], spread: float) -> Bool[Tensor, "z y x"]:
    """Voxels in blocks of 4³ that hold one value, to a thousandth of the map's deviation."""
    shape = density.shape
    back = [(-n) % _BLANK_BLOCK for n in reversed(shape)]
    padded = pad(density[None, None], [v for b in back for v in (0, b)], mode="replicate")
    mean = avg_pool3d(padded, _BLANK_BLOCK)
    fine = interpolate(mean, scale_factor=float(_BLANK_BLOCK), mode="nearest")
    flat = avg_pool3d((padded - fine).square(), _BLANK_BLOCK).sqrt() < _BLANK * spread
    out = interpolate(flat.float(), scale_factor=float(_BLANK_BLOCK), mode="nearest")[0, 0] > 0.5
    return out[: shape[0], : shape[1], : shape[2]]


def _coarse(volume: Volume) -> Nodes:
    z, y, x = volume.density.shape
    a, b, c = (max(4, min(n, round(n * volume.voxel_angstrom / _COARSE_ANGSTROM))) for n in (z, y, x))
    return Nodes((a, b, c), (z, y, x), volume.voxel_angstrom)


def _solvent_level(
    values: Float[np.ndarray, "a b c"], blank: Bool[np.ndarray, "a b c"]
) -> tuple[float, float]:
    """Mode of the solvent, and deviation of what lies below it; blank voxels do not count, if any others are left."""
    left = values[~blank] if (~blank).sum() > 0.02 * values.size else values.ravel()
    low, high = np.quantile(left, [0.001, 0.999])
    counts, edges = np.histogram(left, bins=400, range=(low, max(high, low + 1e-12)))
    bin_ = int(ndimage.gaussian_filter1d(counts.astype(float), 4.0).argmax())
    mode = 0.5 * (edges[bin_] + edges[bin_ + 1])
    if blank.mean() > 0.3:  # the solvent is what was set to a constant
        mode = float(np.median(values[blank]))
    below = left[left <= mode]
    return float(mode), float(np.sqrt(np.mean((below - mode) ** 2))) if below.size else 0.0


def _require_bright(values: Float[np.ndarray, " n"], mode: float) -> None:
    """Refuse a map whose strongest low-passed densities lie below its solvent."""
    away = values - mode
    if float(np.mean(away**3)) < 0:
        raise SettingsError(
            "the molecule is darker than the solvent: the map has the other sign; multiply it by -1 and ask again"
        )


def _large_components(mask: Bool[np.ndarray, "a b c"]) -> Bool[np.ndarray, "a b c"]:
    label, count = ndimage.label(mask)
    if not count:
        return mask
    sizes = np.bincount(label.ravel())
    sizes[0] = 0
    return np.asarray(np.isin(label, np.flatnonzero(sizes >= 0.1 * sizes.max())) & mask)


def _clear(of: Bool[np.ndarray, "a b c"], angstrom: float, coarse: Nodes) -> Bool[np.ndarray, "a b c"]:
    if not of.any():
        return np.ones_like(of)
    return np.asarray(ndimage.distance_transform_edt(~of, sampling=coarse.spacing_angstrom) > angstrom)
