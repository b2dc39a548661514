"""Local resolution: measured from half maps, predicted from one map, and the model that predicts it."""

import hashlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch

from cryo_assets import previews_resolution as pictures
from cryo_assets.assets.common import on
from cryo_assets.settings import TRAINING, MapEntry, Training
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.learning.fit import FitSettings
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import (
    DEFAULT_WEIGHTS,
    PowerNetwork,
    PowerNetworkSettings,
    load_network,
    save_network,
)
from cryo_core.resolution.predict import predict
from cryo_core.resolution.summary import agreement, summarise
from cryo_core.resolution.train import (
    Examples,
    PowerTraining,
    examples_of_halves,
    joined,
    phantom,
    simulated_examples,
    train_powers,
)
from cryo_core.validation.maps import auto_mask

_EXAMPLES = "examples of local resolution"
_WEIGHTS = "weights.pt"


def write_resolution(
    folder: Path, volume: Volume, resolution: Volume, mask: torch.Tensor
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write a local resolution beside its map, with pictures and a ChimeraX script; give numbers and pictures."""
    volume, resolution, mask = (
        on(volume, torch.device("cpu")),
        on(resolution, torch.device("cpu")),
        mask.cpu(),
    )
    write_volume(folder / "map.mrc", volume)
    write_volume(folder / "resolution.mrc", resolution)
    write_volume(folder / "mask.mrc", volume.with_density(mask.to(torch.float32)))
    low, high = pictures.span(resolution, mask)
    level = pictures.contour(volume, mask)
    pictures.write_surface_script(folder / "resolution.cxc", "map.mrc", "resolution.mrc", level, low, high)
    pictures.resolution_slices(volume, resolution, mask, folder / "slices.png")
    pictures.resolution_histogram(resolution, mask, folder / "histogram.png")
    found = summarise(resolution, mask)
    numbers: dict[str, Any] = {
        "median_angstrom": found.median_angstrom,
        "p05_angstrom": found.p05_angstrom,
        "p95_angstrom": found.p95_angstrom,
        "mask_fraction": float(mask.float().mean()),
        "nyquist_angstrom": 2 * volume.voxel_angstrom,
    }
    return numbers, {"local resolution": "slices.png", "histogram": "histogram.png"}


def resolution_checks(resolution: Volume, mask: torch.Tensor) -> tuple[Check, ...]:
    """Give the gates of a local resolution."""
    least, nyquist = float(resolution.density.min()), 2 * resolution.voxel_angstrom
    return (
        Check("finite", bool(torch.isfinite(resolution.density).all()), "all voxels are finite"),
        Check(
            "within_nyquist", least >= nyquist * (1 - 1e-4), f"{least:.2f} Å with Nyquist at {nyquist:.2f} Å"
        ),
        Check("mask_not_empty", bool(mask.any()), f"{int(mask.sum())} voxels in the mask"),
    )


_CHECKS = ("finite", "within_nyquist", "mask_not_empty")

# ------------------------------------------------------------------------------------- maps/local_fsc


def _local_fsc(task: Task) -> Report:
    halves = _halves(task.inputs["maps/source"], task.device)
    resolution = local_fsc(*halves, task.settings, task.stage("maps/local_fsc"))
    mean = halves[0].with_density((halves[0].density + halves[1].density) / 2)
    mask = auto_mask(mean) >= 0.5
    numbers, shown = write_resolution(task.folder, mean, resolution, mask)
    return Report(numbers, "median_angstrom", resolution_checks(resolution, mask), shown)


def _halves(source: Artifact, device: torch.device) -> tuple[Volume, Volume]:
    half1, half2 = (on(read_volume(source.path(f"half{i}.mrc")), device) for i in (1, 2))
    return half1, half2


def _without_halves(manifest: MapEntry) -> str | None:
    return None if manifest.half1 and manifest.half2 else "the entry has no half maps"


# -------------------------------------------------------------------------------- training/resolution


@dataclass(frozen=True)
class ResolutionExamplesSettings:
    """What is simulated: made-up complexes, maps of each, and whether entries' half maps are learnt from too."""

    phantoms: int = 10
    maps_each: int = 4
    seed: int = 20240229
    use_half_maps: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")


def _examples(task: Task) -> Report:
    settings: ResolutionExamplesSettings = task.settings
    manifest: Training = task.manifest
    models = manifest.model_files()
    entries = task.gathered["maps/source"] if settings.use_half_maps else {}
    stage = task.stage("training/resolution")
    total = settings.phantoms + len(models) + len(entries)
    parts: list[Examples] = []
    names: list[str] = []
    left_out: list[str] = []
    for i in range(settings.phantoms):
        atoms = phantom(settings.seed + i)
        parts.append(
            simulated_examples(atoms, len(names), settings.maps_each, settings.seed + i, task.device)
        )
        names.append(f"phantom {settings.seed + i}")
        stage(len(parts), total)
    for path in models:
        seed = settings.seed + settings.phantoms + len(names)
        parts.append(simulated_examples(read_atoms(path), len(names), settings.maps_each, seed, task.device))
        names.append(path.name)
        stage(len(parts), total)
    for name, source in sorted(entries.items()):
        if "half1.mrc" not in {p.name for p in source.folder.iterdir()}:
            continue
        try:
            parts.append(examples_of_halves(*_halves(source, task.device), len(names)))
            names.append(name)
        except CryoError as error:
            left_out.append(f"{name} ({error})")
    found = joined(parts).to("cpu")
    write_checkpoint(task.folder / "examples.pt", _EXAMPLES, {**vars(found), "names": names})
    rule_error = float((found.rule_angstrom - found.resolution_angstrom).square().mean().sqrt())
    return Report(
        numbers={
            "examples": len(found),
            "structures": len(names),
            "bands": found.logs.shape[1],
            "median_angstrom": float(found.resolution_angstrom.median()),
            "rule_rmse_angstrom": rule_error,
            "left_out": "; ".join(left_out) or "none",
        },
        headline="examples",
        checks=(
            Check("finite", bool(torch.isfinite(found.logs).all()), "all features are finite"),
            Check("enough_structures", len(names) >= 5, f"{len(names)} structures"),
        ),
    )


def _model_files(manifest: Training) -> dict[str, Path]:
    return {f"models/{path.name}": path for path in manifest.model_files()}


# ---------------------------------------------------------------------------------- models/resolution


@dataclass(frozen=True)
class ResolutionModelSettings:
    """The network and its training."""

    members: int = 5
    layers: int = 2
    width: int = 64
    epochs: int = 40
    batch: int = 1024
    learning_rate: float = 2e-3
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 1 <= self.epochs <= 10_000 or not 1 <= self.batch or not 0 < self.learning_rate < 1:
            raise SettingsError("epochs should be 1 to 10000, batch at least 1, learning_rate 0 to 1")


def read_examples(path: Path) -> Examples:
    """Read what `training/resolution` wrote."""
    content = read_checkpoint(path, _EXAMPLES)
    return Examples(**{name: content[name] for name in Examples.__dataclass_fields__})


def _train(task: Task) -> Report:
    settings: ResolutionModelSettings = task.settings
    source = task.inputs["training/resolution"]
    examples = read_examples(source.path("examples.pt"))
    network, history = train_powers(
        examples,
        PowerNetworkSettings(examples.logs.shape[1], settings.members, settings.layers, settings.width),
        FitSettings(epochs=settings.epochs, seed=settings.seed, clip_norm=1.0),
        task.scratch,
        PowerTraining(settings.batch, settings.learning_rate),
        task.device,
        task.record.epoch,
        task.stage("models/resolution"),
    )
    last = history[-1]
    made_of = {
        "training": source.version,
        "settings": asdict(settings),
        "numbers": dict(source.numbers),
        "last": last,
    }
    save_network(task.folder / _WEIGHTS, network, made_of)
    task.record.register("resolution", task.folder / _WEIGHTS)
    rule_error = float(source.numbers["rule_rmse_angstrom"] or 0.0)
    return Report(
        numbers={
            "validation_rmse_angstrom": last["validation_rmse_angstrom"],
            "training_rmse_angstrom": last["rmse_angstrom"],
            "rule_rmse_angstrom": rule_error,
            "parameters": sum(p.numel() for p in network.parameters()),
            "epochs": len(history),
        },
        headline="validation_rmse_angstrom",
        checks=(
            Check(
                "better_than_the_rule",
                last["validation_rmse_angstrom"] < rule_error,
                f"{last['validation_rmse_angstrom']:.2f} Å on structures not seen, the rule {rule_error:.2f} Å",
            ),
        ),
    )


# ---------------------------------------------------------------------------- enhanced/local_resolution


def _predict(task: Task) -> Report:
    source = task.inputs["maps/source"]
    volume = on(read_volume(source.path("map.mrc")), task.device)
    network, made_by = network_of(task.gathered["models/resolution"].get(TRAINING))
    found = predict(
        volume,
        network.to(task.device),
        task.facts["resolution_angstrom"],
        task.stage("enhanced/local_resolution"),
    )
    numbers, shown = write_resolution(task.folder, volume, found.resolution, found.mask)
    write_volume(task.folder / "deviation.mrc", on(found.deviation, torch.device("cpu")))
    numbers |= {
        "deviation_angstrom": float(found.deviation.density[found.mask].median()),
        "knows_noise": found.knows_noise,
        "model": made_by,
        "warnings": " ".join(found.warnings) or "none",
    }
    if task.facts["halves"]:
        measured = local_fsc(*_halves(source, task.device), LocalFscSettings())
        pictures.predicted_against_measured(
            found.resolution, measured, found.mask, task.folder / "scatter.png"
        )
        apart = agreement(found.resolution, measured, found.mask)
        numbers |= {f"to_half_maps_{name}": value for name, value in asdict(apart).items()}
        shown["predicted and measured"] = "scatter.png"
    return Report(numbers, "median_angstrom", resolution_checks(found.resolution, found.mask), shown)


def network_of(trained: Artifact | None) -> tuple[PowerNetwork, str]:
    """Give the newest trained network, or the packaged one, and its name."""
    if trained is not None:
        return load_network(trained.path(_WEIGHTS))[0], f"models/resolution {trained.version[:12]}"
    return load_network()[0], f"packaged {packaged()}"


@cache
def packaged() -> str:
    """Name the packaged weights by their digest."""
    return hashlib.sha256(DEFAULT_WEIGHTS.read_bytes()).hexdigest()[:12]


def _facts(manifest: MapEntry) -> dict[str, Any]:
    return {
        "resolution_angstrom": manifest.resolution_angstrom,
        "halves": bool(manifest.half1 and manifest.half2),
        "packaged": packaged(),
    }


RESOLUTION_STEPS = (
    Step(
        key="maps/local_fsc",
        partition="maps",
        code_version="1",
        description="Local resolution at every voxel, measured: windowed FSC of the half maps by filter banks.",
        compute=_local_fsc,
        core=("cryo_core.formats.mrc", "cryo_core.resolution.local_fsc", "cryo_core.validation.maps"),
        checks=_CHECKS,
        inputs=("maps/source",),
        settings=LocalFscSettings,
        skips=_without_halves,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="training/resolution",
        partition=TRAINING,
        code_version="1",
        description="Places of maps whose local resolution is known: simulated from made-up complexes and "
        "given models, "
        "and measured on entries with half maps.",
        compute=_examples,
        core=("cryo_core.formats.atomic", "cryo_core.formats.mrc", "cryo_core.resolution.train"),
        checks=("finite", "enough_structures"),
        gathers=("maps/source",),
        settings=ResolutionExamplesSettings,
        files=_model_files,
        kinds=frozenset({"pytorch"}),
        pool="gpu",
    ),
    Step(
        key="models/resolution",
        partition=TRAINING,
        code_version="1",
        description="The network that tells local resolution from one map: an ensemble on band powers.",
        compute=_train,
        core=("cryo_core.learning.fit", "cryo_core.resolution.model", "cryo_core.resolution.train"),
        checks=("better_than_the_rule",),
        inputs=("training/resolution",),
        settings=ResolutionModelSettings,
        kinds=frozenset({"pytorch", "mlflow"}),
        pool="gpu",
    ),
    Step(
        key="enhanced/local_resolution",
        partition="maps",
        code_version="1",
        description="Local resolution, its uncertainty and the molecule's mask from the map alone; compared "
        "with the half maps where there are any.",
        compute=_predict,
        core=(
            "cryo_core.formats.mrc",
            "cryo_core.resolution.local_fsc",
            "cryo_core.resolution.model",
            "cryo_core.resolution.predict",
            "cryo_core.resolution.summary",
        ),
        checks=_CHECKS,
        inputs=("maps/source",),
        gathers=("models/resolution",),
        facts=_facts,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
)
