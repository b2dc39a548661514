"""results/local_resolution: local resolution of each class map, measured and predicted."""

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.enhanced.local_resolution import network_of
from cryo_assets.assets.half_maps import class_mask, halves_of
from cryo_assets.assets.resolution_files import (
    CHECKS,
    beside_global_numbers,
    resolution_checks,
    write_resolution,
)
from cryo_assets.assets.trained import digest_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.class_results import ClassResult, class_file, class_maps, numbers_of, write_classes
from cryo_assets.store.learnt import Learnt, learnt_of, seen, warning_of
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import CryoError
from cryo_core.formats.mrc import write_volume
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import DEFAULT_WEIGHTS, PowerNetwork
from cryo_core.resolution.predict import predict
from cryo_core.resolution.summary import agreement

PICTURED_BOX = 96
CPU = torch.device("cpu")


@dataclass(frozen=True)
class ClassResolutionSettings:
    """How the local FSC of class maps is measured.

    Attributes
    ----------
    local_fsc : settings
        Of the local FSC.
    """

    local_fsc: LocalFscSettings = LocalFscSettings()


def make(task: Task) -> Report:
    """Measure each class map's local resolution from its half maps, and predict it from the map alone beside that."""
    trained = task.gathered["models/resolution"].get(TRAINING)
    learnt = learnt_of(trained) if trained else []
    network, made_by = network_of(trained)
    network = network.to(task.device)
    classes: list[ClassResult] = []
    shown: dict[str, str] = {}
    checks: tuple[Check, ...] = ()
    for name in class_maps(task.inputs["results/classes"]):
        try:
            result, pictured, now = _of_class(task, name, network, learnt)
        except CryoError as error:  # of one class: the others have theirs
            shutil.rmtree(task.folder / class_file(name, ""))
            classes.append(ClassResult(name, others={"left_out": str(error)}))
            continue
        classes.append(result)
        shown |= {f"class {name}: {title}": class_file(name, f"/{file}") for title, file in pictured.items()}
        checks = _worst(checks, now)
    write_classes(task.folder, classes)
    numbers = {
        "classes": len(classes),
        "model": made_by,
        **numbers_of(classes),
        "best_median_angstrom": min(
            (c.others["median_angstrom"] for c in classes if "median_angstrom" in c.others), default=None
        ),
    }
    headline = "best_median_angstrom" if numbers["best_median_angstrom"] else "classes"
    return Report(numbers, headline, checks or _nothing_to_check(), shown)


def _of_class(
    task: Task, name: int, network: PowerNetwork, learnt: Sequence[Learnt]
) -> tuple[ClassResult, dict[str, str], tuple[Check, ...]]:
    """Measure and predict the local resolution of a class's map; its numbers, pictures by title, and checks."""
    classes, folder = task.inputs["results/classes"], task.folder / class_file(name, "")
    folder.mkdir()
    halves = halves_of(classes, task.device, name)
    measured = local_fsc(*halves, task.settings.local_fsc, task.stage(f"class {name}"))
    mask = class_mask(classes, name) >= 0.5
    numbers, shown = write_resolution(folder, mean_map(*halves), measured, mask)
    others = {key: numbers[key] for key in ("median_angstrom", "p05_angstrom", "p95_angstrom")}
    others |= beside_global_numbers(measured, mask, halves, task.settings.local_fsc.threshold)
    known = seen(learnt, _digests(classes, name))
    others |= _predicted(folder, mean_map(*halves), measured.to(CPU), mask, network, known)
    if not known:
        shown["predicted and measured"] = "scatter.png"
    return ClassResult(name, others=others), shown, resolution_checks(measured.to(CPU), mask)


def _predicted(
    folder: Path, volume: Volume, measured: Volume, mask: torch.Tensor, network: PowerNetwork, known: str
) -> dict[str, Any]:
    """Predict the local resolution of a map, write and draw it, and compare it with the measured one.

    Where the network learnt from the map (`known` says how) the comparison is left out.
    """
    prediction = predict(volume, network)
    resolution = prediction.resolution.to(CPU)
    write_volume(folder / "predicted.mrc", resolution)
    write_volume(folder / "deviation.mrc", prediction.deviation.to(CPU))
    if known:
        return {"predicted_warnings": " ".join([warning_of(known), *prediction.warnings])}
    pictures.predicted_against_measured(resolution, measured, mask, folder / "scatter.png")
    return {
        **{f"predicted_{key}": value for key, value in asdict(agreement(resolution, measured, mask)).items()},
        "predicted_warnings": " ".join(prediction.warnings) or "none",
    }


def _digests(classes: Artifact, name: int) -> dict[str, str]:
    """SHA-256 of a class's map and half maps, by what they are."""
    ends = {"map": ".mrc", "half1": "_half1.mrc", "half2": "_half2.mrc"}
    files = {label: class_file(name, end) for label, end in ends.items()}
    return {label: classes.files[file].sha256 for label, file in files.items() if file in classes.files}


def _worst(before: tuple[Check, ...], now: tuple[Check, ...]) -> tuple[Check, ...]:
    """Keep of each check the one that failed, or the last."""
    failed = {check.name: check for check in before if not check.passed}
    return tuple(failed.get(check.name, check) for check in now)


def _nothing_to_check() -> tuple[Check, ...]:
    return tuple(Check(name, True, "the guard accepts no class") for name in CHECKS)


STEP = Step(
    key="results/local_resolution",
    partition="datasets",
    code_version="3",
    description="Local resolution of each class map, measured from its half maps and told from the map alone: how "
    "far the prediction may be trusted on one's own data.",
    compute=make,
    checks=CHECKS,
    inputs=("results/classes",),
    gathers=("models/resolution",),
    settings=ClassResolutionSettings,
    facts=lambda _: {"packaged": digest_of(DEFAULT_WEIGHTS)},
    round=1,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
