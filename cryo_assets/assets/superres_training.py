"""training/superres and models/superres: pairs of maps to learn from, and the generative network."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import torch

from cryo_assets import previews_superres as pictures
from cryo_assets.settings import Training
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.sequences import read_sequences, related_groups
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.learning.fit import FitSettings
from cryo_core.superres.calibrate import calibrate
from cryo_core.superres.data import (
    Pair,
    cubes_of,
    experimental_pair,
    simulated_pairs,
    simulated_structure,
    split,
)
from cryo_core.superres.model import (
    GeneratorSettings,
    save_generator,
)
from cryo_core.superres.train import GanTraining, train

_PAIRS = "pairs of super-resolution"
WEIGHTS_FILE = "weights.pt"

_CALIBRATED = 4
"""Most maps that confidence is calibrated on: half of those of the structures left out."""

# ---------------------------------------------------------------------------------- training/superres


@dataclass(frozen=True)
class SuperresPairsSettings:
    """What is simulated: made-up complexes, maps of each structure; whether maps with models are learnt from too.

    `scheme` is how densities are scaled ("published": negatives cut, 0 to 1), `target_angstrom` the resolution of
    targets (0: 1.8 Å for maps to 3.5 Å and 3.0 Å for coarser ones, as published; 1.8 Å asks all for the detail that
    maps are scored by), `contour_sigma` the level, in deviations above the mean, below
    which an experimental map counts as 0 (0: not).
    """

    phantoms: int = 2
    maps_each: int = 6
    seed: int = 20240229
    use_maps: bool = True
    scheme: Literal["sharpening", "published"] = "sharpening"
    target_angstrom: float = 1.8
    largest_angstrom: float = 64.0
    contour_sigma: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")
        if not 0 <= self.target_angstrom <= 10 or not 30 <= self.largest_angstrom <= 500:
            raise SettingsError("target_angstrom should be 0 to 10, largest_angstrom 30 to 500")


def make_pairs(task: Task) -> Report:
    """Simulate pairs, take those of entries with models, and split them by structure."""
    settings: SuperresPairsSettings = task.settings
    manifest: Training = task.manifest
    models = manifest.model_files()
    maps = _maps_with_models(task) if settings.use_maps else {}
    stage = task.stage("training/superres")
    total = settings.phantoms + len(models) + len(maps)
    pairs: list[Pair] = []
    names: list[str] = []
    sequences: list[tuple[str, ...]] = []
    left_out: list[str] = []
    for number in range(settings.phantoms + len(models)):
        made_up = number < settings.phantoms
        path = models[number - settings.phantoms] if models and not made_up else Path()
        atoms = phantom_complex(settings.seed + number, 2, 200) if made_up else read_atoms(path)
        made = simulated_structure(atoms, settings.largest_angstrom)
        pairs += simulated_pairs(
            made,
            number,
            settings.maps_each,
            settings.seed + 1000 * number,
            settings.scheme,
            settings.target_angstrom,
        )
        names.append(f"phantom {settings.seed + number}" if made_up else path.name)
        sequences.append(() if made_up else read_sequences(path))
        stage(len(names), total)
    simulated = len(pairs)
    for name, (source, model) in sorted(maps.items()):
        try:
            pairs.append(_experimental(source, model, len(names), settings))
        except CryoError as error:
            left_out.append(f"{name} ({error})")
            continue
        names.append(name)
        sequences.append(())
        stage(len(names), total)
    groups = related_groups(sequences)
    _write_pairs(task.folder / "pairs.pt", pairs, names, groups, settings.scheme)
    finite = all(bool(torch.isfinite(p.input).all() and torch.isfinite(p.target).all()) for p in pairs)
    return Report(
        numbers={
            "pairs": len(pairs),
            "experimental_pairs": len(pairs) - simulated,
            "structures": len(names),
            "groups": len(set(groups)),
            "left_out": "; ".join(left_out) or "none",
        },
        headline="pairs",
        checks=(
            Check("finite", finite, "all densities are finite"),
            Check("enough_structures", len(set(groups)) >= 3, f"{len(set(groups))} unrelated structures"),
        ),
    )


def _maps_with_models(task: Task) -> dict[str, tuple[Artifact, Artifact]]:
    models = task.gathered["maps/model_map"]
    return {
        name: (found, models[name]) for name, found in task.gathered["maps/source"].items() if name in models
    }


def _experimental(source: Artifact, model: Artifact, number: int, settings: SuperresPairsSettings) -> Pair:
    volume = read_volume(source.path("map.mrc"))
    level = float(volume.density.mean()) + settings.contour_sigma * float(volume.density.std())
    return experimental_pair(
        volume,
        read_volume(model.path("score_map.mrc")),
        number,
        settings.scheme,
        settings.target_angstrom,
        level if settings.contour_sigma > 0 else None,
    )


def _write_pairs(path: Path, pairs: list[Pair], names: list[str], groups: list[int], scheme: str) -> None:
    rows = [{"input": p.input, "target": p.target, "mask": p.mask, "structure": p.structure} for p in pairs]
    write_checkpoint(path, _PAIRS, {"pairs": rows, "names": names, "groups": groups, "scheme": scheme})


def model_files(manifest: Training) -> dict[str, Path]:
    """Give the atomic models that pairs are simulated from, by a label that stays when they are moved."""
    return {f"models/{path.name}": path for path in manifest.model_files()}


# ------------------------------------------------------------------------------------ models/superres


@dataclass(frozen=True)
class SuperresModelSettings:
    """The network and its training.

    Published: 32 channels, 15 blocks, no folding, instance norm, cubes of 25, stride 4, batch 16, 100 epochs of all
    cubes (`cubes_per_epoch` 0) at one rate (`decay` false), weight 1e-3 from the first epoch (`content_epochs` 0),
    width 32. The defaults learn content alone first; then the discriminator joins, and what validates best is kept.
    """

    channels: int = 32
    blocks: int = 6
    fold: int = 2
    norm: Literal["instance", "batch", "none"] = "none"
    dilated: bool = False
    first_kernel: int = 3
    dropout: float = 0.05
    cube: int = 40
    stride: int = 8
    epochs: int = 40
    content_epochs: int = 38
    patience: int = 8
    batch: int = 4
    cubes_per_epoch: int = 600
    learning_rate: float = 1e-3
    warm_steps: int = 100
    decay: bool = True
    adversarial_weight: float = 1e-3
    discriminator_width: int = 8
    validation_share: float = 0.2
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 1 <= self.epochs <= 10_000 or not 8 <= self.cube <= 128 or self.stride < 1:
            raise SettingsError("epochs should be 1 to 10000, cube 8 to 128, stride at least 1")
        if not 0 < self.validation_share < 1:
            raise SettingsError("validation_share should be between 0 and 1")


def read_pairs(path: Path) -> tuple[list[Pair], dict[str, Any]]:
    """Read what `training/superres` wrote: the pairs, and names, groups and scheme."""
    content = read_checkpoint(path, _PAIRS)
    return [Pair(**row) for row in content.pop("pairs")], content


def left_out_structures(groups: list[int], share: float) -> set[int]:
    """Give the structures to validate on: the last groups, as many as make up a share of them, at least one."""
    distinct = sorted(set(groups))
    kept = set(distinct[-max(1, round(share * len(distinct))) :])
    return {number for number, group in enumerate(groups) if group in kept}


def make_model(task: Task) -> Report:
    """Train the network on the pairs, resumable, and calibrate its confidence."""
    settings: SuperresModelSettings = task.settings
    source = task.inputs["training/superres"]
    pairs, known = read_pairs(source.path("pairs.pt"))
    aside = left_out_structures(known["groups"], settings.validation_share)
    cubes, validation = split(cubes_of(pairs, settings.cube, settings.stride, 0.1), aside)
    network = GeneratorSettings(
        settings.channels,
        settings.blocks,
        settings.first_kernel,
        settings.dilated,
        settings.norm,
        settings.dropout,
        settings.fold,
        "published" if known["scheme"] == "published" else "residual",
    )
    generator, history = train(
        cubes,
        validation,
        network,
        FitSettings(
            epochs=settings.epochs,
            seed=settings.seed,
            clip_norm=1.0,
            patience=settings.patience,
            improvement=0.0,
        ),
        task.scratch,
        GanTraining(
            settings.batch,
            settings.learning_rate,
            settings.adversarial_weight,
            settings.content_epochs,
            settings.discriminator_width,
            settings.cubes_per_epoch,
            settings.decay,
            settings.warm_steps,
        ),
        task.device,
        task.record.epoch,
        task.stage("models/superres"),
    )
    unseen = [pair for pair in pairs if pair.structure in aside][::2][:_CALIBRATED]
    trust = calibrate(generator, unseen, progress=task.stage("models/superres confidence"))
    best = min(history, key=lambda epoch: float(epoch["validation_loss"]))
    pictures.sample_cubes(generator, validation, task.folder / "cubes.png")
    pictures.trust_curve(trust.cpu(), task.folder / "trust.png")
    task.record.file(task.folder / "cubes.png")
    made_of = {
        "training": source.version,
        "settings": asdict(settings),
        "structures": known["names"],
        "left_out": sorted(known["names"][i] for i in aside),
        "best": best,
    }
    save_generator(task.folder / WEIGHTS_FILE, generator, made_of)
    task.record.register("superres", task.folder / WEIGHTS_FILE)
    gain = float(best["validation_correlation_gain"])
    return Report(
        numbers={
            "validation_correlation_gain": gain,
            "validation_correlation": float(best["validation_correlation"]),
            "validation_improved_fraction": float(best["validation_improved_fraction"]),
            "highest_trust": float(trust.max()),
            "parameters": sum(p.numel() for p in generator.parameters()),
            "cubes": len(cubes),
            "epochs": len(history),
        },
        headline="validation_correlation_gain",
        checks=(
            Check(
                "better_than_the_filter",
                gain > 0,
                f"correlation of cubes not trained on {gain:+.4f} beside the "
                + ("map's own" if network.head == "published" else "blind filter's"),
            ),
        ),
        pictures={"cubes not trained on": "cubes.png", "confidence": "trust.png"},
    )
