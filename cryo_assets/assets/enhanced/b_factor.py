"""enhanced/b_factor: how fast a map's amplitudes fall, from place to place."""

from typing import Any

import torch

from cryo_assets.assets.half_maps import halves_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import MapEntry
from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.store import Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_surface_script
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.resolution.local_b import LocalB, LocalBSettings, local_b_of_halves, local_b_of_map
from cryo_core.resolution.summary import summarise_b
from cryo_core.sharpening.changes import correlation


def make(task: Task) -> Report:
    """Measure B factors: of the halves' common signal where there are halves, else up to the local resolution."""
    source, told = task.inputs["maps/source"], task.inputs["enhanced/local_resolution"]
    resolution = read_volume(told.path("resolution.mrc"))
    mask = read_volume(told.path("mask.mrc")).density >= 0.5
    numbers: dict[str, Any] = {"measured_on": "half maps" if task.facts["halves"] else "one map"}
    try:
        if task.facts["halves"]:
            halves = halves_of(source, task.device)
            shown, found = mean_map(*halves), local_b_of_halves(*halves, task.settings, task.stage())
        else:
            shown = read_volume(source.path("map.mrc")).to(task.device)
            found = local_b_of_map(shown, resolution.to(task.device), task.settings, task.stage())
        shown, found = shown.to("cpu"), LocalB(found.b_factor.to("cpu"), found.error.to("cpu"))
        numbers |= summarise_b(found, mask)
    except SettingsError as error:  # a coarse map has none: nothing failed
        numbers |= {"measured_fraction": 0.0, "b_to_resolution": None, "warnings": str(error)}
        words = "no B factor could be measured"
        return Report(numbers, "measured_fraction", (Check("mask_not_empty", bool(mask.any()), words),))
    apart = correlation(found.b_factor.density[mask], resolution.density[mask])
    numbers["b_to_resolution"] = apart if apart == apart else None
    drawn = _write(task, shown, found, mask)
    check = Check(
        "mask_not_empty", bool(mask.any()), f"{numbers['measured_fraction']:.0%} of the molecule has one"
    )
    return Report(numbers, "median_angstrom2", (check,), drawn)


def _write(task: Task, shown: Volume, found: LocalB, mask: torch.Tensor) -> dict[str, str]:
    """Write B factors (0 where there is none), draw them, and show them on the map's surface; the pictures by title."""
    files = {"map": shown, "b_factor": found.b_factor, "error": found.error}
    for name, volume in files.items():
        density = volume.density if name == "map" else volume.density.nan_to_num(0.0) * mask
        write_volume(task.folder / f"{name}.mrc", volume.with_density(density))
    known = mask & torch.isfinite(found.b_factor.density)
    b = found.b_factor.with_density(found.b_factor.density.nan_to_num(0.0))
    level, span = pictures.contour(shown, mask), pictures.span(b, known)
    script = task.folder / "b_factor.cxc"
    write_surface_script(script, "map.mrc", "b_factor.mrc", level, span, pictures.COLOURS)
    pictures.resolution_slices(shown, b, known, task.folder / "slices.png", "local B factor (Å²)")
    return {"local B factors": "slices.png"}


def _facts(manifest: MapEntry) -> dict[str, Any]:
    return {"halves": bool(manifest.half1 and manifest.half2)}


STEP = Step(
    key="enhanced/b_factor",
    partition="maps",
    code_version="1",
    description="B factor about every voxel, by Guinier's plot of a soft ball: of what the half maps share, or of the "
    "map up to its local resolution.",
    compute=make,
    checks=("mask_not_empty",),
    inputs=("maps/source", "enhanced/local_resolution"),
    settings=LocalBSettings,
    facts=_facts,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
