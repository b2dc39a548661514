"""Class maps, finished: their local resolution, measured and predicted, and the maps sharpened."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.enhanced.local_resolution import network_of
from cryo_assets.assets.half_maps import class_mask, halves_of
from cryo_assets.assets.resolution_files import resolution_checks, write_resolution
from cryo_assets.assets.results.classes import class_maps
from cryo_assets.assets.trained import digest_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.store import Check
from cryo_core.data import Volume, mean_map
from cryo_core.formats.mrc import write_volume
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import DEFAULT_WEIGHTS
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
    """Measure each class map's local resolution from its half maps, and tell it from the map alone beside that."""
    classes = task.inputs["results/classes"]
    network, made_by = network_of(task.gathered["models/resolution"].get(TRAINING))
    numbers: dict[str, Any] = {"classes": 0, "model": made_by}
    shown: dict[str, str] = {}
    checks: tuple[Check, ...] = ()
    medians = []
    for name in class_maps(classes):
        start, folder = f"class_{name:02d}", task.folder / f"class_{name:02d}"
        folder.mkdir()
        halves = halves_of(classes, task.device, name)
        stage = task.stage(f"class {name}")
        measured = local_fsc(*halves, task.settings.local_fsc, stage)
        mask = class_mask(classes, name) >= 0.5
        found, made = write_resolution(folder, mean_map(*halves), measured, mask)
        shown |= {f"class {name}: {title}": f"{start}/{file}" for title, file in made.items()}
        numbers |= {
            f"{start}_{key}": found[key] for key in ("median_angstrom", "p05_angstrom", "p95_angstrom")
        }
        medians.append(found["median_angstrom"])
        numbers |= _predicted(
            folder, start, mean_map(*halves), measured.to(CPU), mask, network.to(task.device)
        )
        shown[f"class {name}: predicted and measured"] = f"{start}/scatter.png"
        checks = _worst(checks, resolution_checks(measured.to(CPU), mask))
    numbers |= {"classes": len(medians), "best_median_angstrom": min(medians, default=None)}
    return Report(numbers, "best_median_angstrom", checks or _nothing_to_check(), shown)


def _predicted(
    folder: Path, start: str, volume: Volume, measured: Volume, mask: torch.Tensor, network: Any
) -> dict[str, Any]:
    told = predict(volume, network)
    resolution = told.resolution.to(CPU)
    write_volume(folder / "predicted.mrc", resolution)
    write_volume(folder / "deviation.mrc", told.deviation.to(CPU))
    pictures.predicted_against_measured(resolution, measured, mask, folder / "scatter.png")
    apart = asdict(agreement(resolution, measured, mask))
    return {
        **{f"{start}_predicted_{key}": value for key, value in apart.items()},
        f"{start}_predicted_warnings": " ".join(told.warnings) or "none",
    }


def _worst(before: tuple[Check, ...], now: tuple[Check, ...]) -> tuple[Check, ...]:
    """Keep of each check the one that failed, or the last."""
    failed = {check.name: check for check in before if not check.passed}
    return tuple(failed.get(check.name, check) for check in now)


def _nothing_to_check() -> tuple[Check, ...]:
    return tuple(Check(name, True, "the guard accepts no class") for name in RESOLUTION_CHECKS)


RESOLUTION_CHECKS = ("finite", "within_nyquist", "mask_not_empty")


STEP = Step(
    key="results/local_resolution",
    partition="datasets",
    code_version="1",
    description="Local resolution of each class map, measured from its half maps and told from the map alone: how "
    "far the prediction may be trusted on one's own data.",
    compute=make,
    checks=RESOLUTION_CHECKS,
    inputs=("results/classes",),
    gathers=("models/resolution",),
    settings=ClassResolutionSettings,
    facts=lambda manifest: {"packaged": digest_of(DEFAULT_WEIGHTS)},  # noqa: ARG005
    round=1,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
