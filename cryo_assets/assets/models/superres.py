"""models/superres: the generative network of super-resolution."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from cryo_assets.assets.training.superres import read_pairs
from cryo_assets.engine.step import Report, Step, Task, TrainedModel
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.pictures import superres as pictures
from cryo_assets.store.learnt import learnt_of, write_learnt
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.learning.fit import FitSettings, TrainingRun
from cryo_core.superres.calibrate import calibrate
from cryo_core.superres.data import (
    cubes_of,
    split,
)
from cryo_core.superres.model import (
    GeneratorSettings,
    save_generator,
)
from cryo_core.superres.train import GanTraining, train

WEIGHTS_FILE = "weights.pt"

_CALIBRATED = 4
"""Most maps that confidence is calibrated on: half of those of the structures left out."""


@dataclass(frozen=True)
class SuperresModelSettings:
    """The network and its training.

    Published: 32 channels, 15 blocks, no folding, instance norm, cubes of 25, stride 4, batch 16, 100 epochs of all
    cubes (`cubes_per_epoch` 0) at one rate (`decay` false), weight 1e-3 from the first epoch (`content_epochs` 0),
    width 32. The defaults learn content alone first; then the discriminator joins, and what validates best is kept.

    Attributes
    ----------
    channels : channels
        Of the generator.
    blocks : blocks
        Residual ones, of the generator.
    fold : voxels
        Along each axis, folded into channels before the network; 1: none.
    norm : choice
        Normalisation in a block.
    dilated : yes or no
        Whether blocks are dilated, as in the published code.
    first_kernel : voxels
        Edge of the first kernel.
    dropout : share
        Of the units left out.
    cube : voxels
        Edge of the cubes.
    stride : voxels
        Between cubes.
    epochs : epochs
        At most.
    content_epochs : epochs
        Before the discriminator joins.
    patience : epochs
        Training stops after so many that bring validation nothing.
    batch : cubes
        In a step.
    cubes_per_epoch : cubes
        Drawn for each epoch; 0: all.
    learning_rate : number
        Size of the steps of the optimiser, Adam.
    warm_steps : steps
        In which the learning rate rises.
    decay : yes or no
        Whether the learning rate falls.
    adversarial_weight : factor
        Of the discriminator's judgement in the loss.
    discriminator_width : channels
        Of the discriminator's first level.
    validation_share : share
        Of the structures, which validate where no entry says that it does (`split`).
    seed : number
        Seed of what is drawn at random.
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


def left_out_structures(groups: list[int], share: float) -> set[int]:
    """The structures to validate on: the last groups, as many as make up a share of them, at least one."""
    distinct = sorted(set(groups))
    kept = set(distinct[-max(1, round(share * len(distinct))) :])
    return {number for number, group in enumerate(groups) if group in kept}


def make(task: Task) -> Report:
    """Train the network on the pairs, resumable, and calibrate its confidence."""
    settings: SuperresModelSettings = task.settings
    source = task.inputs["training/superres"]
    pairs, pair_set = read_pairs(source.path("pairs.pt"))
    named = set(pair_set["validation"])
    stated = {number for number, name in enumerate(pair_set["names"]) if name in named}
    aside = stated or left_out_structures(pair_set["groups"], settings.validation_share)
    cubes, validation = split(cubes_of(pairs, settings.cube, settings.stride, 0.1), aside)
    network = _network(settings, published=pair_set["scheme"] == "published")
    run = TrainingRun(task.scratch, task.device, task.record.epoch, task.stage())
    generator, history = train(cubes, validation, network, _fit(settings), run, _gan(settings))
    unseen = [pair for pair in pairs if pair.structure in aside][::2][:_CALIBRATED]
    trust = calibrate(generator, unseen, progress=task.stage("confidence"))
    best = min(history, key=lambda epoch: float(epoch["validation_loss"]))
    pictures.sample_cubes(generator, validation, task.folder / "cubes.png")
    pictures.trust_curve(trust.cpu(), task.folder / "trust.png")
    task.record.file(task.folder / "cubes.png")
    made_of = {
        "training": source.version,
        "settings": asdict(settings),
        "structures": pair_set["names"],
        "left_out": sorted(pair_set["names"][i] for i in aside),
        "best": best,
    }
    save_generator(task.folder / WEIGHTS_FILE, generator, made_of)
    write_learnt(task.folder, learnt_of(source))
    numbers: dict[str, Any] = {
        f"validation_{name}": float(best[f"validation_{name}"])
        for name in ("correlation_gain", "correlation", "improved_fraction")
    }
    numbers |= {
        "judged_on": ", ".join(made_of["left_out"]),
        "highest_trust": float(trust.max()),
        "parameters": sum(p.numel() for p in generator.parameters()),
        "cubes": len(cubes),
        "epochs": len(history),
    }
    shown = {"cubes not trained on": "cubes.png", "confidence": "trust.png"}
    check = _better_than_the_filter(numbers["validation_correlation_gain"], network)
    return Report(numbers, "validation_correlation_gain", (check,), shown)


def _network(settings: SuperresModelSettings, published: bool) -> GeneratorSettings:
    return GeneratorSettings(
        settings.channels,
        settings.blocks,
        settings.first_kernel,
        settings.dilated,
        settings.norm,
        settings.dropout,
        settings.fold,
        "published" if published else "residual",
    )


def _fit(settings: SuperresModelSettings) -> FitSettings:
    return FitSettings(
        epochs=settings.epochs,
        seed=settings.seed,
        clip_norm=1.0,
        patience=settings.patience,
        improvement=0.0,
    )


def _gan(settings: SuperresModelSettings) -> GanTraining:
    return GanTraining(
        settings.batch,
        settings.learning_rate,
        settings.adversarial_weight,
        settings.content_epochs,
        settings.discriminator_width,
        settings.cubes_per_epoch,
        settings.decay,
        settings.warm_steps,
    )


def _better_than_the_filter(gain: float, network: GeneratorSettings) -> Check:
    beside = "map's own" if network.head == "published" else "blind filter's"
    words = f"correlation of cubes not trained on {gain:+.4f} beside the {beside}"
    return Check("better_than_the_filter", gain > 0, words)


STEP = Step(
    key="models/superres",
    partition=TRAINING,
    code_version="5",
    description="The generator of super-resolution, trained by content and against a discriminator; its "
    "confidence calibrated on structures left out.",
    compute=make,
    checks=("better_than_the_filter",),
    inputs=("training/superres",),
    settings=SuperresModelSettings,
    kinds=frozenset({"pytorch", "mlflow"}),
    pool="gpu",
    registers=lambda _: (TrainedModel("superres", "SuperResolution", (WEIGHTS_FILE,)),),
    champion="higher",
)
