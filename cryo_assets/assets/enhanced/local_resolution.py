"""enhanced/local_resolution: local resolution, its uncertainty and the mask, from one map alone."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.models.resolution import UNET_FILE, WEIGHTS_FILE
from cryo_assets.assets.resolution_files import (
    CHECKS,
    beside_global_numbers,
    resolution_checks,
    write_resolution,
)
from cryo_assets.assets.trained import digest_of, name_of, seen_by
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import model_file
from cryo_assets.entries.manifest import TRAINING, MapEntry
from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.learnt import warning_of
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import DEFAULT_WEIGHTS, PowerNetwork, load_network
from cryo_core.resolution.predict import Prediction, predict
from cryo_core.resolution.summary import agreement
from cryo_core.resolution.unet import load_unet, predict_unet


@dataclass(frozen=True)
class OneMapSettings:
    """How resolution is predicted from one map.

    Attributes
    ----------
    method : choice
        `network` on band powers; `unet`, the published form; or `rule`, which was never trained.
    """

    method: Literal["network", "unet", "rule"] = "network"


def make(task: Task) -> Report:
    """Predict the local resolution of a map from the map alone, and compare it with the half maps."""
    source = task.inputs["maps/source"]
    volume = read_volume(source.path("map.mrc")).to(task.device)
    found, made_by = _told(task, volume)
    numbers, shown = write_resolution(task.folder, volume, found.resolution, found.mask)
    write_volume(task.folder / "deviation.mrc", found.deviation.to("cpu"))
    numbers |= {
        "deviation_angstrom": float(found.deviation.density[found.mask].median()),
        "knows_noise": found.knows_noise,
        "model": made_by,
        "warnings": " ".join(found.warnings) or "none",
    }
    known = seen_by(_trained(task), source, task.manifest)
    if known:
        numbers["warnings"] = " ".join([warning_of(known), *found.warnings])
        numbers["to_half_maps"] = f"not compared: {known}"
    elif task.facts["halves"]:
        try:
            numbers |= _beside_halves(task, found)
            shown["predicted and measured"] = "scatter.png"
        except CryoError as error:  # the prediction is made: what half maps say of it is besides
            numbers["to_half_maps"] = f"not compared: {error}"
    return Report(numbers, "median_angstrom", resolution_checks(found.resolution, found.mask), shown)


def _trained(task: Task) -> Artifact | None:
    """The trained model that is used; None where it is the packaged one, or the rule."""
    return None if task.settings.method == "rule" else task.gathered["models/resolution"].get(TRAINING)


def _beside_halves(task: Task, found: Prediction) -> dict[str, Any]:
    """Compare a prediction with the half maps, and draw both."""
    halves = halves_of(task.inputs["maps/source"], task.device)
    numbers = dict(beside_global_numbers(found.resolution, found.mask, halves))
    measured = local_fsc(*halves, LocalFscSettings())
    pictures.predicted_against_measured(found.resolution, measured, found.mask, task.folder / "scatter.png")
    apart = agreement(found.resolution, measured, found.mask)
    return numbers | {f"to_half_maps_{name}": value for name, value in asdict(apart).items()}


def _told(task: Task, volume: Volume) -> tuple[Prediction, str]:
    """The resolution by the chosen method, and the model's name."""
    settings: OneMapSettings = task.settings
    trained = task.gathered["models/resolution"].get(TRAINING)
    given = task.facts["resolution_angstrom"]
    if settings.method == "unet":
        if trained is None or not (trained.folder / UNET_FILE).is_file():
            raise SettingsError(
                "method: unet: no U-Net is trained yet: set unet_epochs of models/resolution in training.yaml, "
                "and run `cryo run training --to models/resolution`"
            )
        path, name = trained.path(UNET_FILE), f"U-Net of models/resolution {trained.version[:12]}"
        return predict_unet(volume, load_unet(path).to(task.device), given), name
    network, name = network_of(trained) if settings.method == "network" else (None, "the untrained rule")
    stage = task.stage()
    return predict(volume, network.to(task.device) if network else None, given, stage), name


def network_of(trained: Artifact | None) -> tuple[PowerNetwork, str]:
    """The trained network in use, or the packaged one, and its name."""
    if trained is not None:
        return load_network(trained.path(WEIGHTS_FILE))[0], name_of(trained)
    return load_network()[0], f"packaged {digest_of(DEFAULT_WEIGHTS)}"


def _facts(manifest: MapEntry) -> dict[str, Any]:
    return {
        "resolution_angstrom": manifest.resolution_angstrom,
        "halves": bool(manifest.half1 and manifest.half2),
        "packaged": digest_of(DEFAULT_WEIGHTS),
    }


STEP = Step(
    key="enhanced/local_resolution",
    partition="maps",
    code_version="4",
    description="Local resolution, its uncertainty and the molecule's mask from the map alone; compared "
    "with the half maps where there are any.",
    compute=make,
    checks=CHECKS,
    inputs=("maps/source",),
    gathers=("models/resolution",),
    settings=OneMapSettings,
    files=model_file,
    facts=_facts,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
