"""results/sharpened: each class map sharpened locally without a model."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.enhanced.sharpened import profile_model
from cryo_assets.assets.half_map_report import read_corrected_fsc
from cryo_assets.assets.half_maps import class_mask, halves_of
from cryo_assets.assets.results.local_resolution import CPU, PICTURED_BOX
from cryo_assets.assets.trained import digest_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.pictures import draw
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.class_results import ClassResult, class_file, numbers_of, read_classes, write_classes
from cryo_assets.store.store import Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import cropped
from cryo_core.sharpening.predict import DEFAULT_WEIGHTS, SharpenSettings, sharpen
from cryo_core.sharpening.score import phase_agreement
from cryo_core.validation.guinier import weight_by_fsc


def make(task: Task) -> Report:
    """Sharpen each class's map locally without a model, weighted by its FSC and cut at its resolution.

    The unfiltered mean of the halves is sharpened within its mask, as the rule wants the map as it was
    reconstructed, and hardly damped (as for half the resolution): for the expected correlation with the truth
    the measured one is taken, each shell weighted by it as in RELION's postprocess. Nothing beyond the resolution
    that the guard accepts is left, and the soft mask is applied.
    """
    classes: list[ClassResult] = []
    volumes: dict[str, Volume] = {}
    finite = grids = True
    made = task.inputs["results/classes"]
    model, made_by = profile_model(task.gathered["models/profiles"].get(TRAINING))
    for row in read_classes(made):
        if not row.best or row.resolution_angstrom is None:
            continue
        source = mean_map(*halves_of(made, task.device, row.name))
        inside, finest = class_mask(made, row.name) > 0, max(1.0, 0.5 * row.resolution_angstrom)
        stage = task.stage(f"class {row.name}")
        try:
            sharp = sharpen(source, inside.to(task.device), model, task.settings, stage, finest)
        except SettingsError as error:
            classes.append(ClassResult(row.name, others={"left_out": str(error)}))
            continue
        written, raw, agreement = _write_class(task, row.name, source, sharp, row.resolution_angstrom)
        measured = {"phase_agreement": agreement, "cut_at_angstrom": row.resolution_angstrom}
        classes.append(ClassResult(row.name, others=measured))
        finite &= bool(torch.isfinite(written.density).all())
        grids &= _same_grid(raw, written)
        volumes[f"class {row.name}"] = cropped(written, PICTURED_BOX)
    write_classes(task.folder, classes)
    worst = min((c.others["phase_agreement"] for c in classes if "phase_agreement" in c.others), default=1.0)
    cut = [c.others["cut_at_angstrom"] for c in classes if "cut_at_angstrom" in c.others]
    numbers: dict[str, Any] = {
        "classes": len(volumes),
        "model": made_by,
        **numbers_of(classes),
        "least_phase_agreement": worst,
        "finest_angstrom": min(cut, default=None),
    }
    checks = (
        Check("finite", finite, "all voxels are finite"),
        Check("phases", worst > 0.8, f"phases agree to {worst:.3f} (mean cosine by amplitude)"),
        Check("grid", grids, "voxels, voxel size and origin are those of the class maps"),
    )
    return Report(numbers, "finest_angstrom" if cut else "classes", checks, _draw(task.folder, volumes))


def _write_class(
    task: Task, name: int, source: Volume, sharp: Volume, resolution: float
) -> tuple[Volume, Volume, float]:
    """Weight, cut and mask a sharpened map; as it was written, the map before, and how far their phases agree."""
    classes = task.inputs["results/classes"]
    soft = class_mask(classes, name)
    curve = read_corrected_fsc(classes.path(class_file(name, "_fsc.star")), source.voxel_angstrom)
    filtered = low_pass(weight_by_fsc(sharp, curve), resolution).to(CPU)
    path = task.folder / class_file(name)
    write_volume(path, filtered.with_density(filtered.density * soft))
    written, raw = read_volume(path), source.to(CPU)
    return written, raw, phase_agreement(raw.density * soft, written.density)


def _draw(folder: Path, volumes: Mapping[str, Volume]) -> dict[str, str]:
    """Draw the maps; the pictures by title."""
    if not volumes:
        return {}
    latent_pictures.class_slices(volumes, folder / "classes.png")
    draw.volume_views(next(iter(volumes.values())), folder / "first.png")
    return {"sharpened class maps": "classes.png", "the first": "first.png"}


def _same_grid(a: Volume, b: Volume) -> bool:
    moved = max(abs(x - y) for x, y in zip(a.origin_angstrom, b.origin_angstrom, strict=True))
    scaled = abs(a.voxel_angstrom - b.voxel_angstrom)
    tolerance = 1e-3 * a.voxel_angstrom
    return a.density.shape == b.density.shape and moved < tolerance and scaled < 0.1 * tolerance


STEP = Step(
    key="results/sharpened",
    partition="datasets",
    code_version="6",
    description="Each class map sharpened locally without a model, weighted by its FSC, cut at its resolution.",
    compute=make,
    checks=("finite", "phases", "grid"),
    inputs=("results/classes",),
    gathers=("models/profiles",),
    settings=SharpenSettings,
    facts=lambda _: {"packaged": digest_of(DEFAULT_WEIGHTS)},
    round=1,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
