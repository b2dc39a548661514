"""Class maps, finished: their local resolution, measured and predicted, and the maps sharpened."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets import previews, previews_latent
from cryo_assets import previews_resolution as pictures
from cryo_assets.assets.common import read_corrected_fsc
from cryo_assets.assets.local_resolution import network_of, resolution_checks, write_resolution
from cryo_assets.assets.results import class_maps
from cryo_assets.settings import TRAINING
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import cropped
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.predict import predict
from cryo_core.resolution.summary import agreement
from cryo_core.sharpening.predict import SharpenSettings, sharpen
from cryo_core.sharpening.score import phase_agreement
from cryo_core.validation.guinier import weight_by_fsc

_PICTURED_BOX = 96


def halves_of(classes: Artifact, name: int, device: torch.device) -> tuple[Volume, Volume]:
    """Read a class's half maps."""
    first, second = (read_volume(classes.path(f"class_{name:02d}_half{i}.mrc")) for i in (1, 2))
    return first.to(device), second.to(device)


def class_mask(classes: Artifact, name: int) -> torch.Tensor:
    """Read a class's soft mask, from 0 to 1."""
    return read_volume(classes.path(f"class_{name:02d}_mask.mrc")).density


@dataclass(frozen=True)
class ClassResolutionSettings:
    """How the local FSC is measured; see `LocalFscSettings`."""

    local_fsc: LocalFscSettings = LocalFscSettings()


def make_local_resolution(task: Task) -> Report:
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
        halves = halves_of(classes, name, task.device)
        stage = task.stage(f"results/local_resolution: class {name}")
        measured = local_fsc(*halves, task.settings.local_fsc, stage)
        mask = class_mask(classes, name) >= 0.5
        found, made = write_resolution(folder, mean_map(*halves), measured, mask)
        shown |= {f"class {name}: {title}": f"{start}/{file}" for title, file in made.items()}
        numbers |= {
            f"{start}_{key}": found[key] for key in ("median_angstrom", "p05_angstrom", "p95_angstrom")
        }
        medians.append(found["median_angstrom"])
        numbers |= _predicted(
            folder, start, mean_map(*halves), measured.to("cpu"), mask, network.to(task.device)
        )
        shown[f"class {name}: predicted and measured"] = f"{start}/scatter.png"
        checks = _worst(checks, resolution_checks(measured.to("cpu"), mask))
    numbers |= {"classes": len(medians), "best_median_angstrom": min(medians, default=None)}
    return Report(numbers, "best_median_angstrom", checks or _nothing_to_check(), shown)


def _predicted(
    folder: Path, start: str, volume: Volume, measured: Volume, mask: torch.Tensor, network: Any
) -> dict[str, Any]:
    told = predict(volume, network)
    resolution = told.resolution.to("cpu")
    write_volume(folder / "predicted.mrc", resolution)
    write_volume(folder / "deviation.mrc", told.deviation.to("cpu"))
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


def make_sharpened(task: Task) -> Report:
    """Sharpen each class's map locally without a model, weighted by its FSC and cut at its resolution.

    The unfiltered mean of the halves is sharpened within its mask, as the rule wants the map as it was
    reconstructed, and hardly damped (as for half the resolution): for the expected correlation with the truth
    the measured one is taken, each shell weighted by it as in RELION's postprocess. Nothing beyond the resolution
    that the guard accepts is left, and the soft mask is applied.
    """
    settings: SharpenSettings = task.settings
    classes = task.inputs["results/classes"]
    numbers: dict[str, Any] = {"classes": 0, "model": "universal rule (packaged)"}
    volumes: dict[str, Volume] = {}
    agreements, finite, grids = [], True, True
    for name in class_maps(classes):
        start = f"class_{name:02d}"
        source = mean_map(*halves_of(classes, name, task.device))
        soft = class_mask(classes, name)
        resolution = float(classes.numbers[f"{start}_resolution_angstrom"])
        curve = read_corrected_fsc(classes.path(f"{start}_fsc.star"), source.voxel_angstrom)
        try:
            sharp = sharpen(
                source,
                (soft > 0).to(task.device),
                None,
                settings,
                task.stage(f"results/sharpened: class {name}"),
                max(1.0, 0.5 * resolution),
            )
        except SettingsError as error:
            numbers[f"{start}_left_out"] = str(error)
            continue
        filtered = low_pass(weight_by_fsc(sharp, curve), resolution).to("cpu")
        result = filtered.with_density(filtered.density * soft)
        write_volume(task.folder / f"{start}.mrc", result)
        written, raw = read_volume(task.folder / f"{start}.mrc"), source.to("cpu")
        agreement_now = phase_agreement(raw.density * soft, written.density)
        agreements.append(agreement_now)
        finite &= bool(torch.isfinite(written.density).all())
        grids &= _same_grid(raw, written)
        numbers |= {f"{start}_phase_agreement": agreement_now, f"{start}_cut_at_angstrom": resolution}
        volumes[f"class {name}"] = cropped(result, _PICTURED_BOX)
    shown = {}
    if volumes:
        previews_latent.class_slices(volumes, task.folder / "classes.png")
        previews.volume_views(next(iter(volumes.values())), task.folder / "first.png")
        shown = {"sharpened class maps": "classes.png", "the first": "first.png"}
    worst = min(agreements, default=1.0)
    numbers |= {"classes": len(volumes), "least_phase_agreement": worst}
    checks = (
        Check("finite", finite, "all voxels are finite"),
        Check("phases", worst > 0.8, f"phases agree to {worst:.3f} (mean cosine by amplitude)"),
        Check("grid", grids, "voxels, voxel size and origin are those of the class maps"),
    )
    return Report(numbers, "least_phase_agreement", checks, shown)


def _same_grid(a: Volume, b: Volume) -> bool:
    moved = max(abs(x - y) for x, y in zip(a.origin_angstrom, b.origin_angstrom, strict=True))
    scaled = abs(a.voxel_angstrom - b.voxel_angstrom)
    tolerance = 1e-3 * a.voxel_angstrom
    return a.density.shape == b.density.shape and moved < tolerance and scaled < 0.1 * tolerance
