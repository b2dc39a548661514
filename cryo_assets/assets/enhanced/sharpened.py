"""enhanced/sharpened: the map sharpened locally, without a model; phases untouched."""

from dataclasses import replace

from cryo_assets.assets.enhanced.gates import GATES, gated
from cryo_assets.assets.trained import digest_of, name_of, seen_by
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import model_file
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.store.learnt import warning_of
from cryo_assets.store.store import Artifact
from cryo_core.formats.mrc import read_volume
from cryo_core.sharpening.model import read_model
from cryo_core.sharpening.predict import DEFAULT_WEIGHTS, SharpenSettings, default_model, sharpen
from cryo_core.sharpening.rule import USUAL_ANGSTROM, ProfileModel


def make(task: Task) -> Report:
    """Sharpen the map locally for its resolution."""
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    mask = read_volume(task.inputs["maps/confidence"].path("mask.mrc")).density >= 0.5
    model, made_by = profile_model(task.gathered["models/profiles"].get(TRAINING))
    known, told_by = _resolution(task)
    result = sharpen(
        source.to(task.device),
        mask.to(task.device),
        model,
        task.settings,
        task.stage(),
        known,
    )
    trained_on = seen_by(
        task.gathered["models/profiles"].get(TRAINING), task.inputs["maps/source"], task.manifest
    )
    numbers = {
        "trained_on_this": trained_on or "no",
        "warnings": warning_of(trained_on) or "none",
        "model": made_by,
        "for_resolution_angstrom": known,
        "resolution_from": told_by,
    }
    report = gated(task, source, result.to("cpu"), mask, numbers)
    return replace(report, headline="for_resolution_angstrom")


def _resolution(task: Task) -> tuple[float, str]:
    """The resolution to sharpen for, and where it is from: the entry, its half maps, or what is usual."""
    stated = task.manifest.resolution_angstrom
    halves = task.inputs.get("maps/fsc")
    measured = halves.numbers.get("resolution_angstrom") if halves else None
    if stated:
        return stated, "entry"
    return (measured, "half maps") if measured else (USUAL_ANGSTROM, "nothing: the usual one")


def profile_model(trained: Artifact | None) -> tuple[ProfileModel, str]:
    """The trained model in use, or the packaged one, and its name."""
    if trained is not None:
        return read_model(trained.path("model.pt")), f"{trained.numbers['winner']} ({name_of(trained)})"
    return default_model(), f"packaged {digest_of(DEFAULT_WEIGHTS)}"


STEP = Step(
    key="enhanced/sharpened",
    partition="maps",
    code_version="7",
    description="The map sharpened locally without a model, by predicted radial profiles; phases untouched.",
    compute=make,
    checks=GATES,
    inputs=("maps/source", "maps/confidence"),
    offered=("maps/fsc",),
    gathers=("models/profiles",),
    settings=SharpenSettings,
    files=model_file,
    facts=lambda _: {"packaged": digest_of(DEFAULT_WEIGHTS)},
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
