"""models/resolution: the networks that predict local resolution from one map."""

from dataclasses import asdict, dataclass
from typing import Any

from cryo_assets.assets.training.resolution import CUBES, read_examples
from cryo_assets.engine.step import Report, Step, Task, TrainedModel
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.store.learnt import learnt_of, write_learnt
from cryo_assets.store.store import Artifact, Check
from cryo_core.errors import SettingsError
from cryo_core.learning.checkpoint import read_checkpoint
from cryo_core.learning.fit import FitSettings, TrainingRun
from cryo_core.resolution.model import PowerNetworkSettings, save_network
from cryo_core.resolution.train import (
    PowerTraining,
    train_powers,
)
from cryo_core.resolution.unet import UNetSettings, save_unet
from cryo_core.resolution.unet_train import UNetExample, train_unet

WEIGHTS_FILE = "weights.pt"
UNET_FILE = "unet.pt"


@dataclass(frozen=True)
class ResolutionModelSettings:
    """The network and its training; and those of the published U-Net beside it.

    The U-Net's box is `unet_box` of training/resolution.

    Attributes
    ----------
    members : networks
        In the ensemble.
    layers : layers
        Of each network.
    width : units
        In a layer.
    epochs : epochs
        Of each network.
    batch : places
        In a step.
    learning_rate : number
        Size of the steps of the optimiser, Adam.
    seed : number
        Seed of what is drawn at random.
    unet_epochs : epochs
        Of the published U-Net; 0: it is not trained.
    unet : settings
        Of the published U-Net.
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


def make(task: Task) -> Report:
    """Train the network that tells local resolution."""
    settings: ResolutionModelSettings = task.settings
    source = task.inputs["training/resolution"]
    examples = read_examples(source.path("examples.pt"))
    network, history = train_powers(
        examples,
        PowerNetworkSettings(examples.logs.shape[1], settings.members, settings.layers, settings.width),
        FitSettings(epochs=settings.epochs, seed=settings.seed, clip_norm=1.0),
        TrainingRun(task.scratch / "powers", task.device, task.record.epoch, task.stage()),
        PowerTraining(settings.batch, settings.learning_rate),
    )
    last = history[-1]
    save_network(task.folder / WEIGHTS_FILE, network, _made_of(task, last))
    write_learnt(task.folder, learnt_of(source))
    rule_error = float(source.numbers["rule_rmse_angstrom"] or 0.0)
    return Report(
        numbers={
            "validation_rmse_angstrom": last["validation_rmse_angstrom"],
            "training_rmse_angstrom": last["rmse_angstrom"],
            "rule_rmse_angstrom": rule_error,
            "judged_on": source.numbers["names"],
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
    cubes = [UNetExample(**row) for row in read_checkpoint(path, CUBES)["cubes"]]
    run = TrainingRun(
        task.scratch / "unet",
        task.device,
        lambda epoch, metrics: task.record.epoch(epoch, {f"unet_{k}": v for k, v in metrics.items()}),
        task.stage("U-Net"),
    )
    fitting = FitSettings(epochs=settings.unet_epochs, seed=settings.seed, clip_norm=1.0)
    network, history = train_unet(cubes, settings.unet, fitting, run)
    last = history[-1]
    save_unet(task.folder / UNET_FILE, network, _made_of(task, last))
    return {
        "unet_validation_rmse_angstrom": last.get("validation_rmse_angstrom"),
        "unet_parameters": sum(p.numel() for p in network.parameters()),
        "unet_epochs": len(history),
    }


def _registered(artifact: Artifact) -> tuple[TrainedModel, ...]:
    """The networks on band powers, and the U-Net where it was trained."""
    powers = TrainedModel("resolution", "Powers", (WEIGHTS_FILE,))
    return (powers, TrainedModel("resolution_unet", "UNet", (UNET_FILE,)))[
        : 1 + (UNET_FILE in artifact.files)
    ]


def _made_of(task: Task, last: dict[str, Any]) -> dict[str, Any]:
    source = task.inputs["training/resolution"]
    numbers = dict(source.numbers)
    return {"training": source.version, "settings": asdict(task.settings), "numbers": numbers, "last": last}


STEP = Step(
    key="models/resolution",
    partition=TRAINING,
    code_version="5",
    description="The network that tells local resolution from one map: an ensemble on band powers; and, if "
    "asked for, the published U-Net.",
    compute=make,
    checks=("better_than_the_rule",),
    inputs=("training/resolution",),
    settings=ResolutionModelSettings,
    kinds=frozenset({"pytorch", "mlflow"}),
    pool="gpu",
    registers=_registered,
    champion="lower",
)
