"""LocScale: local amplitudes of a map scaled to those of its atomic model's map (Jakobi, Wilmanns & Sachse 2017)."""

import math
from dataclasses import dataclass

from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.sharpening.profiles import profiles_at
from cryo_core.sharpening.scaling import Gains, between_nodes, bounded_log_gain, node_positions, scale
from cryo_core.sharpening.windows import outside_mean, require_finite, require_mask


@dataclass(frozen=True)
class LocScaleSettings:
    """Windows, and how far apart those are whose profiles are measured.

    Attributes
    ----------
    window_angstrom : Å
        Edge of a window.
    node_angstrom : Å
        Between the windows whose profiles are measured; 0: at every voxel.
    """

    window_angstrom: float = 25.0
    node_angstrom: float = 5.0

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not 5 <= self.window_angstrom <= 100:
            raise SettingsError(f"window_angstrom: {self.window_angstrom}: should be 5 to 100")
        if not 0 <= self.node_angstrom <= self.window_angstrom / 2:
            raise SettingsError(
                f"node_angstrom: {self.node_angstrom}: should be 0 (every voxel) to half the window"
            )

    def window(self, voxel_angstrom: float) -> int:
        """Edge of the windows in voxels, rounded up to an even number as LocScale does."""
        return 2 * math.ceil(self.window_angstrom / voxel_angstrom / 2 - 1e-6)

    def spacing(self, voxel_angstrom: float) -> int:
        """Distance between nodes in voxels."""
        return max(1, round(self.node_angstrom / voxel_angstrom))


def locscale(
    volume: Volume,
    reference: Volume,
    mask: Bool[Tensor, "z y x"],
    settings: LocScaleSettings | None = None,
    progress: Progress = silent,
) -> Volume:
    """The map with its local amplitudes scaled to a reference's; phases stay.

    Each voxel of the mask becomes the centre of its window after the window's amplitudes were multiplied by
    the ratio of the reference's radial profile to the map's, linear between shells (Jakobi et al. 2017,
    eLife 6, e27131, eq. 3). Profiles are means over whole shells round(|k|); the program LocScale averages
    those of one octant and of floor(|k|), so that its answer differs a little. With
    `node_angstrom` = 0 profiles are measured at every voxel (exact); otherwise on nodes that far apart, the
    logarithms of their ratios interpolated: correlation with the exact answer above 0.998. Where a window
    leaves the map, both maps are continued with their mean outside the mask.

    Parameters
    ----------
    volume, reference
        The map and the reference (a model map), on one grid.
    mask
        (z, y, x), voxels to compute; all others are 0 in the result.
    settings
        Windows and nodes; the defaults if None.
    progress
        Called with (blocks done, blocks).

    Raises
    ------
    ShapeError
        The grids differ.
    SettingsError
        The mask is empty, a map is not finite, or the window is larger than the map.
    """
    settings = settings or LocScaleSettings()
    volume.require_same_grid(reference)
    window = settings.window(volume.voxel_angstrom)
    require_mask(mask, volume.density, window)
    require_finite(reference.density, "the reference")
    fills = [outside_mean(v.density, mask) for v in (volume, reference)]

    def ratio(place: Int[Tensor, "m 3"]) -> Float[Tensor, "m s"]:
        own, other = (
            profiles_at(v, place, window, fill) for v, fill in zip((volume, reference), fills, strict=True)
        )
        return (other / own).nan_to_num(0.0, 0.0, 0.0)

    spacing = settings.spacing(volume.voxel_angstrom)
    gains: Gains = ratio
    if spacing > 1:
        gains = between_nodes(mask, spacing, bounded_log_gain(ratio(node_positions(mask, spacing))))
    return scale(volume, mask, window, gains, fills[0], progress)
