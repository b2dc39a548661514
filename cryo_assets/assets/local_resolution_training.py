"""training/resolution and models/resolution: places of maps whose resolution is known, and the networks."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from cryo_assets.settings import TRAINING, Training
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.sequences import read_sequences, related_groups
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.learning.fit import FitSettings
from cryo_core.resolution.model import PowerNetworkSettings, save_network
from cryo_core.resolution.train import (
    Examples,
    KnownMap,
    PowerTraining,
    examples_of,
    examples_of_known,
    joined,
    known_by_halves,
    known_by_model,
    phantom,
    simulated_maps,
    train_powers,
)
from cryo_core.resolution.unet import UNetSettings, save_unet
from cryo_core.resolution.unet_train import UNetExample, train_unet, unet_example, unet_examples

_EXAMPLES = "examples of local resolution"
_CUBES = "cubes of known local resolution"
WEIGHTS_FILE = "weights.pt"
UNET_FILE = "unet.pt"
_LEAST_B_RANGE = 10.0


def halves_of(source: Artifact, device: torch.device) -> tuple[Volume, Volume]:
    """Read the half maps of an entry."""
    half1, half2 = (read_volume(source.path(f"half{i}.mrc")).to(device) for i in (1, 2))
    return half1, half2


# -------------------------------------------------------------------------------- training/resolution


@dataclass(frozen=True)
class ResolutionExamplesSettings:
    """What is simulated: made-up complexes, maps of each, and whether entries' maps are learnt from too.

    Entries teach by their half maps or, without these, by their atomic models. `unet_box` is the edge of the cubes
    that the published U-Net learns from; 0 makes none.
    """

    phantoms: int = 10
    maps_each: int = 4
    seed: int = 20240229
    use_maps: bool = True
    unet_box: int = UNetSettings.box

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")
        if not 0 <= self.unet_box <= 256:
            raise SettingsError(f"unet_box: {self.unet_box}: should be 0 (none) to 256")


def _examples(task: Task) -> Report:
    settings: ResolutionExamplesSettings = task.settings
    models = task.manifest.model_files()
    stage = task.stage("training/resolution")
    total = settings.phantoms + len(models)
    groups = _numbered([()] * settings.phantoms + [read_sequences(path) for path in models])
    parts: list[Examples] = []
    cubes: list[UNetExample] = []
    for i, group in enumerate(groups):
        made, cut = _structure(task, models, i, group)
        parts.append(made)
        cubes += cut
        stage(i + 1, total)
    names = [f"phantom {settings.seed + i}" for i in range(settings.phantoms)] + [p.name for p in models]
    real = _of_entries(task, max(groups, default=-1) + 1)
    cubes += real.cubes
    found = joined([*parts, *real.parts])
    content = {**vars(found), "names": names + real.names, "structure_of_name": groups}
    write_checkpoint(task.folder / "examples.pt", _EXAMPLES, content)
    if cubes:
        write_checkpoint(task.folder / "cubes.pt", _CUBES, {"cubes": [vars(c) for c in cubes]})
    rule_error = float((found.rule_angstrom - found.resolution_angstrom).square().mean().sqrt())
    structures = len(set(found.structure.tolist()))
    return Report(
        numbers={
            "examples": len(found),
            "structures": structures,
            "cubes": len(cubes),
            "entries": len(real.names),
            "bands": found.logs.shape[1],
            "median_angstrom": float(found.resolution_angstrom.median()),
            "rule_rmse_angstrom": rule_error,
            "left_out": "; ".join(real.left_out) or "none",
        },
        headline="examples",
        checks=(
            Check("finite", bool(torch.isfinite(found.logs).all()), "all features are finite"),
            Check("enough_structures", structures >= 5, f"{structures} unrelated structures"),
        ),
    )


def _structure(
    task: Task, models: Sequence[Path], index: int, group: int
) -> tuple[Examples, list[UNetExample]]:
    """Simulate the maps of a structure and take their examples; what was made before a stop is read again."""
    settings: ResolutionExamplesSettings = task.settings
    path = task.scratch / f"structure_{index:04d}.pt"
    if path.is_file():
        kept = read_checkpoint(path, _EXAMPLES)
        return Examples(**kept["examples"]), [UNetExample(**row) for row in kept["cubes"]]
    seed = settings.seed + index
    atoms = phantom(seed) if index < settings.phantoms else read_atoms(models[index - settings.phantoms])
    generator = torch.Generator().manual_seed(seed)
    parts: list[Examples] = []
    cubes: list[UNetExample] = []
    for varied in simulated_maps(atoms, settings.maps_each, seed, task.device):
        parts.append(examples_of(varied, group).to("cpu"))
        if settings.unet_box:
            cubes += unet_examples(varied, settings.unet_box, group, generator)
    made = joined(parts)
    write_checkpoint(path, _EXAMPLES, {"examples": vars(made), "cubes": [vars(c) for c in cubes]})
    return made, cubes


def _numbered(sequences: Sequence[Sequence[str]]) -> list[int]:
    """Give structures numbers from 0, related ones (by a chain's sequence) the same: no split may part them."""
    groups = related_groups(sequences)
    order = sorted(set(groups))
    return [order.index(group) for group in groups]


@dataclass
class _Taught:
    """What entries teach, their names, and why the others teach nothing."""

    parts: list[Examples] = field(default_factory=list)
    cubes: list[UNetExample] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def _of_entries(task: Task, first: int) -> _Taught:
    """Take examples of entries, whose structures are numbered from `first`."""
    settings: ResolutionExamplesSettings = task.settings
    taught = _Taught()
    models = task.gathered["maps/model_map"]
    for name, source in sorted(task.gathered["maps/source"].items() if settings.use_maps else ()):
        number = first + len(taught.names)
        try:
            known = _known(source, models.get(name), task.device)
            taught.parts.append(examples_of_known(known, number).to("cpu"))
        except CryoError as error:
            taught.left_out.append(f"{name} ({error})")
            continue
        taught.names.append(name)
        if settings.unet_box and bool(known.mask.any()):
            given = (known.volume, known.resolution, known.mask)
            taught.cubes.append(unet_example(*given, settings.unet_box, number))
    return taught


def _known(source: Artifact, model: Artifact | None, device: torch.device) -> KnownMap:
    """Learn an entry's resolution from its half maps or else its model; CryoError says why it teaches nothing."""
    if (source.folder / "half1.mrc").is_file():
        return known_by_halves(*halves_of(source, device))
    if model is None:
        raise SettingsError("neither half maps nor a model")
    if float(model.numbers["b_factor_range_angstrom2"] or 0) < _LEAST_B_RANGE:
        raise SettingsError("its model's B factors hardly differ: they say nothing of places")
    files = (source.path("map.mrc"), model.path("model_map.mrc"))
    given, truth = (read_volume(file).to(device) for file in files)
    return known_by_model(given, truth)


def _model_files(manifest: Training) -> dict[str, Path]:
    return {f"models/{path.name}": path for path in manifest.model_files()}


# ---------------------------------------------------------------------------------- models/resolution


@dataclass(frozen=True)
class ResolutionModelSettings:
    """The network and its training; and the published U-Net's beside it, of which no epoch is run by default.

    The U-Net's box is `unet_box` of training/resolution.
    """

    members: int = 5
    layers: int = 2
    width: int = 64
    epochs: int = 40
    batch: int = 1024
    learning_rate: float = 2e-3
    seed: int = 20240229
    unet_epochs: int = 0
    unet: UNetSettings = UNetSettings()

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 1 <= self.epochs <= 10_000 or not 1 <= self.batch or not 0 < self.learning_rate < 1:
            raise SettingsError("epochs should be 1 to 10000, batch at least 1, learning_rate 0 to 1")
        if not 0 <= self.unet_epochs <= 10_000:
            raise SettingsError("unet_epochs should be 0 (no U-Net) to 10000")


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
        task.scratch / "powers",
        PowerTraining(settings.batch, settings.learning_rate),
        task.device,
        task.record.epoch,
        task.stage("models/resolution"),
    )
    last = history[-1]
    save_network(task.folder / WEIGHTS_FILE, network, _made_of(task, last))
    task.record.register("resolution", task.folder / WEIGHTS_FILE)
    rule_error = float(source.numbers["rule_rmse_angstrom"] or 0.0)
    return Report(
        numbers={
            "validation_rmse_angstrom": last["validation_rmse_angstrom"],
            "training_rmse_angstrom": last["rmse_angstrom"],
            "rule_rmse_angstrom": rule_error,
            "parameters": sum(p.numel() for p in network.parameters()),
            "epochs": len(history),
            **(_train_unet(task, source) if settings.unet_epochs else {}),
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


def _train_unet(task: Task, source: Artifact) -> dict[str, float | int | None]:
    settings: ResolutionModelSettings = task.settings
    path = source.folder / "cubes.pt"
    if not path.is_file():
        raise SettingsError(
            "unet_epochs: training/resolution made no cubes: its unet_box is 0, and should be the U-Net's box"
        )
    cubes = [UNetExample(**row) for row in read_checkpoint(path, _CUBES)["cubes"]]
    network, history = train_unet(
        cubes,
        settings.unet,
        FitSettings(epochs=settings.unet_epochs, seed=settings.seed, clip_norm=1.0),
        task.scratch / "unet",
        task.device,
        lambda epoch, metrics: task.record.epoch(epoch, {f"unet_{k}": v for k, v in metrics.items()}),
        task.stage("models/resolution: U-Net"),
    )
    last = history[-1]
    save_unet(task.folder / UNET_FILE, network, _made_of(task, last))
    return {
        "unet_validation_rmse_angstrom": last.get("validation_rmse_angstrom"),
        "unet_parameters": sum(p.numel() for p in network.parameters()),
        "unet_epochs": len(history),
    }


def _made_of(task: Task, last: dict[str, Any]) -> dict[str, Any]:
    source = task.inputs["training/resolution"]
    numbers = dict(source.numbers)
    return {"training": source.version, "settings": asdict(task.settings), "numbers": numbers, "last": last}


TRAINING_STEPS = (
    Step(
        key="training/resolution",
        partition=TRAINING,
        code_version="3",
        description="Places of maps whose local resolution is known: simulated from made-up complexes and "
        "given models, and measured on entries with half maps or models.",
        compute=_examples,
        core=(
            "cryo_core.formats.atomic",
            "cryo_core.formats.mrc",
            "cryo_core.formats.sequences",
            "cryo_core.resolution.train",
            "cryo_core.resolution.unet_train",
        ),
        checks=("finite", "enough_structures"),
        gathers=("maps/source", "maps/model_map"),
        settings=ResolutionExamplesSettings,
        files=_model_files,
        kinds=frozenset({"pytorch"}),
        pool="gpu",
    ),
    Step(
        key="models/resolution",
        partition=TRAINING,
        code_version="3",
        description="The network that tells local resolution from one map: an ensemble on band powers; and, if "
        "asked for, the published U-Net.",
        compute=_train,
        core=(
            "cryo_core.learning.fit",
            "cryo_core.resolution.model",
            "cryo_core.resolution.train",
            "cryo_core.resolution.unet",
            "cryo_core.resolution.unet_train",
        ),
        checks=("better_than_the_rule",),
        inputs=("training/resolution",),
        settings=ResolutionModelSettings,
        kinds=frozenset({"pytorch", "mlflow"}),
        pool="gpu",
    ),
)
