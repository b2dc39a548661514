"""A map beside what others found of the same molecule, in whatever frame: alignment first, then the scores."""

from dataclasses import dataclass

from cryo_core.data import Atoms, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.imaging.density import density, density_about
from cryo_core.sharpening.score import Score, score
from cryo_core.sharpening.simulated import at_rest
from cryo_core.validation.d_model import d_model
from cryo_core.validation.registration import Alignment, align, moved_onto


@dataclass(frozen=True)
class Deposited:
    """A map, an atomic model in its frame, or both."""

    map: Volume | None
    atoms: Atoms | None

    def on_voxels(self, voxel_angstrom: float) -> Volume:
        """The map, or the model's density on voxels of this size; SettingsError where there is neither."""
        if self.map is not None:
            return self.map
        if self.atoms is None:
            raise SettingsError("neither a deposited map nor a model to compare with")
        return density_about(self.atoms, voxel_angstrom)


@dataclass(frozen=True)
class Compared:
    """How a map was brought onto a deposited one, it in its new place, and how it agrees with the model there.

    `score` and `d_model_angstrom` are None without a model, and where the map does not fit.
    """

    alignment: Alignment
    aligned: Volume
    score: Score | None
    d_model_angstrom: float | None


def compare(volume: Volume, deposited: Deposited, hand: bool = True, progress: Progress = silent) -> Compared:
    """A map aligned with what is deposited, and scored by the deposited model.

    Parameters
    ----------
    volume
        The map, in any frame.
    deposited
        What it is compared with.
    hand
        Whether the map's hand is in doubt.
    progress
        Called as the work goes on.

    Raises
    ------
    SettingsError
        A map is constant or not finite, or there is nothing to compare with.
    """
    fixed = deposited.on_voxels(volume.voxel_angstrom)
    found = align(fixed, volume, hand, progress)
    aligned = moved_onto(volume, found, fixed)
    if deposited.atoms is None or not found.fits:
        return Compared(found, aligned, None, None)
    scored = score(aligned, deposited.atoms)
    return Compared(found, aligned, scored, model_resolution(aligned, deposited.atoms))


def model_resolution(volume: Volume, atoms: Atoms) -> float:
    """d_model of a map in Å (`d_model`), against its model with all B = 0.

    Parameters
    ----------
    volume
        The map.
    atoms
        The model, in its frame.
    """
    z, y, x = volume.density.shape
    model = at_rest(atoms).to(volume.density.device)
    still = density(model, (z, y, x), volume.voxel_angstrom, volume.origin_angstrom)
    return d_model(volume, still.with_density(still.density.to(volume.density))).d_angstrom
