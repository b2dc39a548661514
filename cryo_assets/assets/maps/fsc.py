"""maps/fsc: the FSC between the half maps."""

from cryo_assets.assets.half_map_report import fsc_report, write_fsc
from cryo_assets.assets.half_maps import halves_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import MapEntry
from cryo_core.data import mean_map
from cryo_core.formats.mrc import write_volume
from cryo_core.validation.maps import mask_or_sphere


def make(task: Task) -> Report:
    """Compare the half maps of the entry."""
    half1, half2 = halves_of(task.inputs["maps/source"])
    mask, warnings = mask_or_sphere(mean_map(half1, half2))
    suite, numbers, checks, picture = fsc_report(half1, half2, mask, task.folder)
    if warnings:
        numbers["warnings"] = " ".join(
            warnings if numbers["warnings"] == "none" else (numbers["warnings"], *warnings)
        )
    write_fsc(task.folder / "fsc.star", suite)
    write_volume(task.folder / "mask.mrc", half1.with_density(mask))
    return Report(numbers=numbers, headline="resolution_angstrom", checks=checks, pictures={"FSC": picture})


def without_halves(manifest: MapEntry) -> str | None:
    """Why an entry has no FSC: a half map is missing; None where both are there."""
    return None if manifest.half1 and manifest.half2 else "the entry has no half maps"


STEP = Step(
    key="maps/fsc",
    partition="maps",
    code_version="3",
    description="FSC between the half maps: unmasked, masked, phase-randomised and corrected, with warnings.",
    compute=make,
    checks=("fsc_low_frequency", "within_nyquist"),
    inputs=("maps/source",),
    skips=without_halves,
    kinds=frozenset({"relion"}),
)
