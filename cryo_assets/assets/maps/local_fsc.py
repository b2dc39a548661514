"""maps/local_fsc: local resolution measured from the half maps."""

from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.maps.fsc import without_halves
from cryo_assets.assets.resolution_files import (
    CHECKS,
    beside_global_numbers,
    resolution_checks,
    write_resolution,
)
from cryo_assets.engine.step import Report, Step, Task
from cryo_core.data import mean_map
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.solvent import molecule_mask


def make(task: Task) -> Report:
    """Measure local resolution from the half maps."""
    halves = halves_of(task.inputs["maps/source"], task.device)
    resolution = local_fsc(*halves, task.settings, task.stage())
    mean = mean_map(*halves)
    mask = molecule_mask(mean)
    numbers, shown = write_resolution(task.folder, mean, resolution, mask)
    numbers |= beside_global_numbers(resolution, mask, halves, task.settings.threshold)
    return Report(numbers, "median_angstrom", resolution_checks(resolution, mask), shown)


STEP = Step(
    key="maps/local_fsc",
    partition="maps",
    code_version="3",
    description="Local resolution at every voxel, measured: windowed FSC of the half maps by filter banks.",
    compute=make,
    checks=CHECKS,
    inputs=("maps/source",),
    settings=LocalFscSettings,
    skips=without_halves,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
