"""maps/confidence: the confidence map and the molecule's mask."""

from typing import Any

import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.sharpening.confidence import ConfidenceSettings, confidence_map
from cryo_core.validation.maps import auto_mask


def make(task: Task) -> Report:
    """Make the confidence map, and the mask of what is no noise."""
    volume = read_volume(task.inputs["maps/source"].path("map.mrc"))
    mask = auto_mask(volume) >= 0.5
    numbers: dict[str, Any] = {"mask_from": "automatic"}
    try:
        found = confidence_map(volume, task.settings)
    except SettingsError as error:  # a masked map: say so, and go on with what can be known
        shown, warnings = volume.with_density(mask.float()), [f"{error}."]
    else:
        shown, warnings = found.confidence, list(found.warnings)
        mask = mask | found.mask
        numbers = {
            "mask_from": "confidence",
            "noise_mean": found.mean,
            "noise_deviation": found.deviation,
            "kept_in_noise_fraction": found.kept_in_noise,
            "normality_distance": found.normality,
            "noise_on_axes_factor": found.on_axes,
        }
    write_volume(task.folder / "confidence.mrc", shown)
    write_volume(task.folder / "mask.mrc", volume.with_density(mask.float()))
    draw.volume_views(shown, task.folder / "confidence.png")
    fraction = float(mask.float().mean())
    return Report(
        numbers={"mask_fraction": fraction, **numbers, "warnings": " ".join(warnings) or "none"},
        headline="mask_fraction",
        checks=(
            Check("finite", bool(torch.isfinite(shown.density).all()), "all voxels are finite"),
            Check("not_empty", fraction > 0, f"{fraction:.3f} of the voxels are in the mask"),
        ),
        pictures={"confidence": "confidence.png"},
    )


STEP = Step(
    key="maps/confidence",
    partition="maps",
    code_version="2",
    description="Confidence map (1 − false discovery rate) and the molecule's mask; of a masked map, whose noise "
    "cannot be measured, an automatic mask, with a warning.",
    compute=make,
    checks=("finite", "not_empty"),
    inputs=("maps/source",),
    settings=ConfidenceSettings,
    kinds=frozenset({"mrc"}),
)
