"""Sharpening without an atomic model: local profiles, the gains a model predicts for them, and the scaled map."""

from dataclasses import dataclass
from pathlib import Path

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import FormatError, SettingsError
from cryo_core.sharpening.profiles import profiles_at, window_frequencies, window_voxels
from cryo_core.sharpening.rule import USUAL_ANGSTROM, ProfileModel, UniversalRule, read_rule
from cryo_core.sharpening.scaling import between_nodes, node_positions, scale
from cryo_core.sharpening.windows import outside_mean, require_mask

DEFAULT_WEIGHTS = Path(__file__).parent / "weights" / "universal.json"
"""What ships with the package; `provenance.json` beside it says where it came from."""


@dataclass(frozen=True)
class SharpenSettings:
    """Windows, and how far apart those are whose profiles are measured.

    Attributes
    ----------
    window_angstrom : Å
        Edge of a window.
    node_angstrom : Å
        Between the windows whose profiles are measured.
    """

    window_angstrom: float = 25.0
    node_angstrom: float = 5.0

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not 5 <= self.window_angstrom <= 100:
            raise SettingsError(f"window_angstrom: {self.window_angstrom}: should be 5 to 100")
        if not 0.5 <= self.node_angstrom <= self.window_angstrom / 2:
            raise SettingsError(f"node_angstrom: {self.node_angstrom}: should be 0.5 to half the window")


def default_model() -> UniversalRule:
    """The model that ships with the package, a universal rule.

    FormatError if its file is missing or damaged: sharpening then needs another model.
    """
    if not DEFAULT_WEIGHTS.is_file():
        raise FormatError(
            f"{DEFAULT_WEIGHTS}: the weights are missing: install the package again, or sharpen by an atomic model"
        )
    return read_rule(DEFAULT_WEIGHTS)


def sharpen(
    volume: Volume,
    mask: Bool[Tensor, "z y x"],
    model: ProfileModel | None = None,
    settings: SharpenSettings | None = None,
    progress: Progress = silent,
    resolution_angstrom: float = USUAL_ANGSTROM,
) -> Volume:
    """The map sharpened locally, by amplitudes alone; what is finer than its resolution is damped.

    The radial profiles of windows on a grid of nodes about the mask are measured, `model` predicts the gains of
    their shells, and each voxel of the mask becomes the centre of its window scaled by them; other voxels are
    0. Windows are odd and on the map's own voxels, so that neither grid nor phases change.

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x), voxels to sharpen.
    model
        Predicts the gains; the universal rule that ships with the package if None.
    settings
        Windows and nodes; the defaults if None.
    progress
        Called with (blocks done, blocks).
    resolution_angstrom
        Resolution of the map, Å.

    Raises
    ------
    ShapeError
        The mask has another grid.
    SettingsError
        The mask is empty, the map is not finite, the window is larger than the map, or the resolution is not
        within 1 to 100 Å.
    """
    if not 1.0 <= resolution_angstrom <= 100.0:
        raise SettingsError(f"resolution: {resolution_angstrom} Å: should be 1 to 100")
    settings = settings or SharpenSettings()
    model = model or default_model()
    size = window_voxels(settings.window_angstrom, volume.voxel_angstrom)
    require_mask(mask, volume.density, size)
    spacing = max(1, round(settings.node_angstrom / volume.voxel_angstrom))
    fill = outside_mean(volume.density, mask)
    logarithm = ln_profiles(volume, node_positions(mask, spacing), size, fill)
    frequency = window_frequencies(size, volume.voxel_angstrom).to(logarithm.device)
    gains = between_nodes(mask, spacing, model.correction(frequency, logarithm, resolution_angstrom))
    return scale(volume, mask, size, gains, fill, progress)


def ln_profiles(volume: Volume, position: Int[Tensor, "m 3"], size: int, fill: float) -> Float[Tensor, "m s"]:
    """Log amplitude of the windows about positions; an empty shell takes the median of the others' shells.

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
    """
    amplitude = profiles_at(volume, position, size, fill)
    sound = amplitude > 1e-9 * amplitude.amax()
    logarithm = torch.where(sound, amplitude, 1.0).log()
    median = torch.where(sound, logarithm, torch.nan).nanmedian(0).values.nan_to_num(0.0)
    return torch.where(sound, logarithm, median)
