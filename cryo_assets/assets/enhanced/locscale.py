"""enhanced/locscale: local amplitudes scaled to those of the atomic model."""

from cryo_assets.assets.enhanced.gates import GATES, gated
from cryo_assets.assets.maps.model_map import without_model
from cryo_assets.engine.step import Report, Step, Task
from cryo_core.formats.mrc import read_volume
from cryo_core.sharpening.locscale import LocScaleSettings, locscale


def make(task: Task) -> Report:
    """Scale the map's local amplitudes to those of its atomic model."""
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    reference = read_volume(task.inputs["maps/model_map"].path("model_map.mrc"))
    mask = read_volume(task.inputs["maps/model_map"].path("mask.mrc")).density >= 0.5
    mask |= read_volume(task.inputs["maps/confidence"].path("mask.mrc")).density >= 0.5
    result = locscale(
        source.to(task.device),
        reference.to(task.device),
        mask.to(task.device),
        task.settings,
        task.stage(),
    )
    return gated(task, source, result.to("cpu"), mask, {})


STEP = Step(
    key="enhanced/locscale",
    partition="maps",
    code_version="4",
    description="The map with local amplitudes scaled to those of its atomic model; phases untouched.",
    compute=make,
    checks=GATES,
    inputs=("maps/source", "maps/confidence", "maps/model_map"),
    settings=LocScaleSettings,
    skips=without_model,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
