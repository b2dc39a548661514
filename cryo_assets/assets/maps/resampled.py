"""maps/resampled: the map at 1 Å a voxel, in its place."""

from dataclasses import dataclass

import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.resample import resample
from cryo_core.validation.registration import displacement


@dataclass(frozen=True)
class ResampledSettings:
    """The voxel that networks are trained on, and the scale of densities.

    Attributes
    ----------
    voxel_angstrom : Å
        Voxel size of the map that is written.
    sd : density
        Standard deviation of its densities, whose mean is 0.
    """

    voxel_angstrom: float = 1.0
    sd: float = 0.1

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name in ("voxel_angstrom", "sd"):
            if not 0 < getattr(self, name) < 100:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be above 0 and below 100")


def make(task: Task) -> Report:
    """Resample the map, and bring its densities to one scale."""
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    settings: ResampledSettings = task.settings
    moved = resample(source, settings.voxel_angstrom)
    centred = moved.density - moved.density.mean()
    volume = moved.with_density(centred * (settings.sd / centred.std()))
    write_volume(task.folder / "map.mrc", volume)
    draw.volume_views(volume, task.folder / "map.png")
    apart = max(map(abs, displacement(source, volume)))
    return Report(
        numbers={
            "shape_zyx": " × ".join(str(n) for n in volume.density.shape),
            "voxel_angstrom": volume.voxel_angstrom,
            "source_voxel_angstrom": source.voxel_angstrom,
            "moved_angstrom": apart,
        },
        headline="voxel_angstrom",
        checks=(
            Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite"),
            Check(
                "voxel_size",
                abs(volume.voxel_angstrom - settings.voxel_angstrom) < 1e-4,
                f"{volume.voxel_angstrom:.5f} Å a voxel",
            ),
            Check(
                "stays_in_place",
                apart < 0.1 * source.voxel_angstrom,
                f"the density moved by {apart:.4f} Å",
            ),
        ),
        pictures={"map": "map.png"},
    )


STEP = Step(
    key="maps/resampled",
    partition="maps",
    code_version="2",
    description="The map at 1 Å a voxel, mean 0 and standard deviation 0.1, in its place: Fourier cropping or "
    "padding where the factor allows it.",
    compute=make,
    checks=("finite", "voxel_size", "stays_in_place"),
    inputs=("maps/source",),
    settings=ResampledSettings,
    kinds=frozenset({"mrc", "pytorch"}),
)
