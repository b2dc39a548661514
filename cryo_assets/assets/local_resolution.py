"""Local resolution as assets: measured from half maps, and told from one map."""

import hashlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import torch

from cryo_assets import previews_resolution as pictures
from cryo_assets.assets.local_resolution_training import TRAINING_STEPS, UNET_FILE, WEIGHTS_FILE, halves_of
from cryo_assets.settings import TRAINING, MapEntry
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_surface_script
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import DEFAULT_WEIGHTS, PowerNetwork, load_network
from cryo_core.resolution.predict import Prediction, predict
from cryo_core.resolution.solvent import molecule_mask
from cryo_core.resolution.summary import agreement, summarise
from cryo_core.resolution.unet import load_unet, predict_unet


def write_resolution(
    folder: Path, volume: Volume, resolution: Volume, mask: torch.Tensor
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write a local resolution beside its map, with pictures and a ChimeraX script; give numbers and pictures."""
    volume, resolution, mask = (
        volume.to("cpu"),
        resolution.to("cpu"),
        mask.cpu(),
    )
    write_volume(folder / "map.mrc", volume)
    write_volume(folder / "resolution.mrc", resolution)
    write_volume(folder / "mask.mrc", volume.with_density(mask.to(torch.float32)))
    span, level = pictures.span(resolution, mask), pictures.contour(volume, mask)
    script = folder / "resolution.cxc"
    write_surface_script(script, "map.mrc", "resolution.mrc", level, span, pictures.COLOURS)
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
    """Give the gates of a local resolution; outside the mask a method may say nothing, which is 0."""
    inside = resolution.density[mask] if bool(mask.any()) else resolution.density
    least, nyquist = float(inside.min()), 2 * resolution.voxel_angstrom
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
    halves = halves_of(task.inputs["maps/source"], task.device)
    resolution = local_fsc(*halves, task.settings, task.stage("maps/local_fsc"))
    mean = mean_map(*halves)
    mask = molecule_mask(mean)
    numbers, shown = write_resolution(task.folder, mean, resolution, mask)
    return Report(numbers, "median_angstrom", resolution_checks(resolution, mask), shown)


def _without_halves(manifest: MapEntry) -> str | None:
    return None if manifest.half1 and manifest.half2 else "the entry has no half maps"


# ---------------------------------------------------------------------------- enhanced/local_resolution


@dataclass(frozen=True)
class OneMapSettings:
    """How resolution is told from one map.

    By the network on band powers; by the published U-Net; or by the rule, which was never trained.
    """

    method: Literal["network", "unet", "rule"] = "network"


def _predict(task: Task) -> Report:
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
    if task.facts["halves"]:
        measured = local_fsc(*halves_of(source, task.device), LocalFscSettings())
        pictures.predicted_against_measured(
            found.resolution, measured, found.mask, task.folder / "scatter.png"
        )
        apart = agreement(found.resolution, measured, found.mask)
        numbers |= {f"to_half_maps_{name}": value for name, value in asdict(apart).items()}
        shown["predicted and measured"] = "scatter.png"
    return Report(numbers, "median_angstrom", resolution_checks(found.resolution, found.mask), shown)


def _told(task: Task, volume: Volume) -> tuple[Prediction, str]:
    """Tell the resolution by the chosen method; and name the model."""
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
    stage = task.stage("enhanced/local_resolution")
    return predict(volume, network.to(task.device) if network else None, given, stage), name


def network_of(trained: Artifact | None) -> tuple[PowerNetwork, str]:
    """Give the newest trained network, or the packaged one, and its name."""
    if trained is not None:
        return load_network(trained.path(WEIGHTS_FILE))[0], f"models/resolution {trained.version[:12]}"
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
        code_version="2",
        description="Local resolution at every voxel, measured: windowed FSC of the half maps by filter banks.",
        compute=_local_fsc,
        core=("cryo_core.formats.mrc", "cryo_core.resolution.local_fsc", "cryo_core.resolution.solvent"),
        checks=_CHECKS,
        inputs=("maps/source",),
        settings=LocalFscSettings,
        skips=_without_halves,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    *TRAINING_STEPS,
    Step(
        key="enhanced/local_resolution",
        partition="maps",
        code_version="2",
        description="Local resolution, its uncertainty and the molecule's mask from the map alone; compared "
        "with the half maps where there are any.",
        compute=_predict,
        core=(
            "cryo_core.formats.mrc",
            "cryo_core.resolution.local_fsc",
            "cryo_core.resolution.model",
            "cryo_core.resolution.predict",
            "cryo_core.resolution.summary",
            "cryo_core.resolution.unet",
        ),
        checks=_CHECKS,
        inputs=("maps/source",),
        gathers=("models/resolution",),
        settings=OneMapSettings,
        facts=_facts,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
)
