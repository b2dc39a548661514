"""Sharpening: the mask by confidence, maps of the model, LocScale, the map sharpened without a model, the report."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import torch

from cryo_assets import previews
from cryo_assets.assets.profiles_model import ProfileModelSettings, make_model
from cryo_assets.assets.profiles_training import ProfileExamplesSettings, make_examples
from cryo_assets.assets.sharpening_report import ReportSettings, make_report
from cryo_assets.settings import TRAINING, MapEntry, Training
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.confidence import ConfidenceSettings, confidence_map
from cryo_core.sharpening.locscale import LocScaleSettings, locscale
from cryo_core.sharpening.model import read_model
from cryo_core.sharpening.model_map import model_map, model_mask, score_map
from cryo_core.sharpening.predict import DEFAULT_WEIGHTS, SharpenSettings, default_model, sharpen
from cryo_core.sharpening.rule import USUAL_ANGSTROM, ProfileModel
from cryo_core.sharpening.score import phase_agreement
from cryo_core.sharpening.simulated import at_rest
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.registration import displacement


def model_file(manifest: MapEntry) -> dict[str, Path]:
    """Give the atomic model of an entry, where it has one; SettingsError if it is not a file."""
    path = manifest.resolve(manifest.model)
    if path is not None and not path.is_file():
        raise SettingsError(f"{manifest.path}: field model: {path} is not a file")
    return {} if path is None else {"model": path}


def _without_model(manifest: MapEntry) -> str | None:
    return None if manifest.model else "the entry has no atomic model"


# ------------------------------------------------------------------------------------ maps/confidence


def _confidence(task: Task) -> Report:
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
        }
    write_volume(task.folder / "confidence.mrc", shown)
    write_volume(task.folder / "mask.mrc", volume.with_density(mask.float()))
    previews.volume_views(shown, task.folder / "confidence.png")
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


# ------------------------------------------------------------------------------------- maps/model_map


def _model_map(task: Task) -> Report:
    volume = read_volume(task.inputs["maps/source"].path("map.mrc"))
    atoms = read_atoms(model_file(task.manifest)["model"])
    reference, mask = model_map(atoms, volume), model_mask(atoms, volume)
    write_volume(task.folder / "model_map.mrc", reference)
    write_volume(task.folder / "score_map.mrc", score_map(atoms, volume))
    write_volume(task.folder / "rest_map.mrc", model_map(at_rest(atoms), volume))
    write_volume(task.folder / "mask.mrc", volume.with_density(mask.float()))
    previews.volume_views(reference, task.folder / "model_map.png")
    b = atoms.b_factor_angstrom2.double()
    spread = float(b.quantile(0.99) - b.quantile(0.01)) if len(b) < 10_000_000 else float(b.max() - b.min())
    return Report(
        numbers={
            "atoms": len(atoms),
            "mask_fraction": float(mask.float().mean()),
            "b_factor_range_angstrom2": spread,
            "warnings": "none"
            if spread >= 10.0
            else "the model's B factors hardly differ: were they refined?",
        },
        headline="atoms",
        checks=(
            Check("finite", bool(torch.isfinite(reference.density).all()), "all voxels are finite"),
            Check("in_the_map", bool(mask.any()), f"{int(mask.sum())} voxels near an atom"),
        ),
        pictures={"model map": "model_map.png"},
    )


# --------------------------------------------------------------------------------- enhanced/*: sharpened


_MOST_APART = 0.25
"""Voxels by which density may seem to have moved.

A window that is centred wrongly moves it by a half at least; gains that differ from place to place shift weight within
the molecule, by up to 0.15 (EMD-3186, 7.9 Å, by its model).
"""


def _enhanced(
    task: Task, source: Volume, result: Volume, mask: torch.Tensor, numbers: dict[str, Any]
) -> Report:
    """Write a sharpened map and gate it: on its grid, finite, and nothing moved."""
    write_volume(task.folder / "map.mrc", result)
    previews.volume_views(result, task.folder / "map.png")
    written = read_volume(task.folder / "map.mrc")
    apart = (
        max(map(abs, displacement(source, written))) if bool((written.density != 0).any()) else float("inf")
    )
    soft = soften(mask, 0.0, 6.0)
    agreement = phase_agreement(source.density * soft, written.density * soft)
    moved = max(abs(a - b) for a, b in zip(source.origin_angstrom, written.origin_angstrom, strict=True))
    checks = (
        Check("finite", bool(torch.isfinite(written.density).all()), "all voxels are finite"),
        Check(
            "phases",
            agreement > 0.8 and apart < _MOST_APART * source.voxel_angstrom,
            f"phases agree to {agreement:.4f} (mean cosine by amplitude), density moved by {apart:.4f} Å",
        ),
        Check(
            "grid", source.density.shape == written.density.shape, f"{tuple(written.density.shape)} voxels"
        ),
        Check("origin", moved < 1e-3 * source.voxel_angstrom, f"origin moved by {moved:.5f} Å"),
        Check(
            "voxel_size",
            abs(source.voxel_angstrom - written.voxel_angstrom) < 1e-4 * source.voxel_angstrom,
            f"{written.voxel_angstrom:.5f} Å a voxel",
        ),
    )
    known = {
        "mask_fraction": float(mask.float().mean()),
        "phase_agreement": agreement,
        "moved_angstrom": apart,
    }
    return Report(
        numbers={**known, **numbers}, headline="phase_agreement", checks=checks, pictures={"map": "map.png"}
    )


def _locscale(task: Task) -> Report:
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    reference = read_volume(task.inputs["maps/model_map"].path("model_map.mrc"))
    mask = read_volume(task.inputs["maps/model_map"].path("mask.mrc")).density >= 0.5
    mask |= read_volume(task.inputs["maps/confidence"].path("mask.mrc")).density >= 0.5
    result = locscale(
        source.to(task.device),
        reference.to(task.device),
        mask.to(task.device),
        task.settings,
        task.stage("enhanced/locscale"),
    )
    return _enhanced(task, source, result.to("cpu"), mask, {})


def _sharpened(task: Task) -> Report:
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    mask = read_volume(task.inputs["maps/confidence"].path("mask.mrc")).density >= 0.5
    model, made_by = profile_model_of(task.gathered["models/profiles"].get(TRAINING))
    known, told_by = _resolution(task)
    result = sharpen(
        source.to(task.device),
        mask.to(task.device),
        model,
        task.settings,
        task.stage("enhanced/sharpened"),
        known,
    )
    numbers = {"model": made_by, "for_resolution_angstrom": known, "resolution_from": told_by}
    return _enhanced(task, source, result.to("cpu"), mask, numbers)


def _resolution(task: Task) -> tuple[float, str]:
    """Give the resolution to sharpen for, and where it is from: the entry, its half maps, or what is usual."""
    stated = task.manifest.resolution_angstrom
    halves = task.inputs.get("maps/fsc")
    measured = halves.numbers.get("resolution_angstrom") if halves else None
    if stated:
        return stated, "entry"
    return (measured, "half maps") if measured else (USUAL_ANGSTROM, "nothing: the usual one")


def profile_model_of(trained: Artifact | None) -> tuple[ProfileModel, str]:
    """Give the newest trained model, or the packaged one, and its name."""
    if trained is not None:
        kind = trained.numbers["winner"]
        return read_model(trained.path("model.pt")), f"{kind} (models/profiles {trained.version[:12]})"
    return default_model(), f"packaged {packaged()}"


@cache
def packaged() -> str:
    """Name the packaged weights by their digest."""
    return hashlib.sha256(DEFAULT_WEIGHTS.read_bytes()).hexdigest()[:12]


def _packaged(manifest: MapEntry | Training) -> dict[str, Any]:
    del manifest
    return {"packaged": packaged()}


def _model_files(manifest: Training) -> dict[str, Path]:
    return {f"models/{path.name}": path for path in manifest.model_files()}


_GATES = ("finite", "phases", "grid", "origin", "voxel_size")
_CORE = (
    "cryo_core.formats.mrc",
    "cryo_core.geometry.masks",
    "cryo_core.sharpening.score",
    "cryo_core.validation.registration",
)

MODEL_MAP_STEPS = (
    Step(
        key="maps/confidence",
        partition="maps",
        code_version="1",
        description="Confidence map (1 − false discovery rate) and the molecule's mask; of a masked map, whose noise "
        "cannot be measured, an automatic mask, with a warning.",
        compute=_confidence,
        core=("cryo_core.formats.mrc", "cryo_core.sharpening.confidence", "cryo_core.validation.maps"),
        checks=("finite", "not_empty"),
        inputs=("maps/source",),
        settings=ConfidenceSettings,
        kinds=frozenset({"mrc"}),
    ),
    Step(
        key="maps/model_map",
        partition="maps",
        code_version="3",
        description="The atomic model's density on the map's grid (B factors shifted as LocScale does), its B = 0 map "
        "for scores, and the mask about its atoms.",
        compute=_model_map,
        core=("cryo_core.formats.mrc", "cryo_core.formats.atomic", "cryo_core.sharpening.model_map"),
        checks=("finite", "in_the_map"),
        inputs=("maps/source",),
        files=model_file,
        skips=_without_model,
        kinds=frozenset({"mrc"}),
    ),
)

SHARPENING_STEPS = (
    Step(
        key="training/profiles",
        partition=TRAINING,
        code_version="5",
        description="Windows of maps and the profiles they would have with all atoms at rest: of given models and "
        "made-up complexes as maps are deposited, of entries with models, and synthetic ones.",
        compute=make_examples,
        core=(
            "cryo_core.formats.atomic",
            "cryo_core.formats.mrc",
            "cryo_core.sharpening.judge",
            "cryo_core.sharpening.simulated",
        ),
        checks=("finite", "enough_structures"),
        gathers=("maps/source", "maps/model_map"),
        settings=ProfileExamplesSettings,
        files=_model_files,
        kinds=frozenset({"pytorch"}),
    ),
    Step(
        key="models/profiles",
        partition=TRAINING,
        code_version="7",
        description="What tells a window's profile at rest: networks, searched and trained, against the universal "
        "rule; the one that wins with each structure left out in turn.",
        compute=make_model,
        core=(
            "cryo_core.learning.fit",
            "cryo_core.sharpening.judge",
            "cryo_core.sharpening.model",
            "cryo_core.sharpening.train",
        ),
        checks=("sharpens",),
        inputs=("training/profiles",),
        settings=ProfileModelSettings,
        facts=_packaged,
        kinds=frozenset({"pytorch", "mlflow", "optuna"}),
    ),
    Step(
        key="enhanced/locscale",
        partition="maps",
        code_version="3",
        description="The map with local amplitudes scaled to those of its atomic model; phases untouched.",
        compute=_locscale,
        core=("cryo_core.sharpening.locscale", *_CORE),
        checks=_GATES,
        inputs=("maps/source", "maps/confidence", "maps/model_map"),
        settings=LocScaleSettings,
        skips=_without_model,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="enhanced/sharpened",
        partition="maps",
        code_version="5",
        description="The map sharpened locally without a model, by predicted radial profiles; phases untouched.",
        compute=_sharpened,
        core=("cryo_core.sharpening.model", "cryo_core.sharpening.predict", *_CORE),
        checks=_GATES,
        inputs=("maps/source", "maps/confidence"),
        offered=("maps/fsc",),
        gathers=("models/profiles",),
        settings=SharpenSettings,
        facts=_packaged,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="enhanced/report",
        partition="maps",
        code_version="4",
        description="Whether sharpening helped: correlation with the B = 0 model map, map-model FSC, error of local "
        "profiles by frequency, local B factor over local resolution, change of amplitudes and phases, and the share "
        "of the molecule that was harmed.",
        compute=make_report,
        core=(
            "cryo_core.formats.atomic",
            "cryo_core.fourier.shells",
            "cryo_core.sharpening.changes",
            *_CORE,
        ),
        checks=("do_no_harm",),
        inputs=(
            "maps/source",
            "maps/model_map",
            "enhanced/locscale",
            "enhanced/sharpened",
            "enhanced/local_resolution",
        ),
        offered=("maps/local_fsc",),
        settings=ReportSettings,
        files=model_file,
        skips=_without_model,
        kinds=frozenset({"mrc"}),
    ),
)
