"""results/sharpened: each class map sharpened locally without a model."""

from typing import Any

import torch

from cryo_assets.assets.half_map_report import read_corrected_fsc
from cryo_assets.assets.half_maps import class_mask, halves_of
from cryo_assets.assets.results.classes import class_maps
from cryo_assets.assets.results.local_resolution import CPU, PICTURED_BOX
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import draw
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.store import Check
from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import cropped
from cryo_core.sharpening.predict import SharpenSettings, sharpen
from cryo_core.sharpening.score import phase_agreement
from cryo_core.validation.guinier import weight_by_fsc


def make(task: Task) -> Report:
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
        source = mean_map(*halves_of(classes, task.device, name))
        soft = class_mask(classes, name)
        resolution = float(classes.numbers[f"{start}_resolution_angstrom"])
        curve = read_corrected_fsc(classes.path(f"{start}_fsc.star"), source.voxel_angstrom)
        try:
            sharp = sharpen(
                source,
                (soft > 0).to(task.device),
                None,
                settings,
                task.stage(f"class {name}"),
                max(1.0, 0.5 * resolution),
            )
        except SettingsError as error:
            numbers[f"{start}_left_out"] = str(error)
            continue
        filtered = low_pass(weight_by_fsc(sharp, curve), resolution).to(CPU)
        result = filtered.with_density(filtered.density * soft)
        write_volume(task.folder / f"{start}.mrc", result)
        written, raw = read_volume(task.folder / f"{start}.mrc"), source.to(CPU)
        agreement_now = phase_agreement(raw.density * soft, written.density)
        agreements.append(agreement_now)
        finite &= bool(torch.isfinite(written.density).all())
        grids &= _same_grid(raw, written)
        numbers |= {f"{start}_phase_agreement": agreement_now, f"{start}_cut_at_angstrom": resolution}
        volumes[f"class {name}"] = cropped(result, PICTURED_BOX)
    shown = {}
    if volumes:
        latent_pictures.class_slices(volumes, task.folder / "classes.png")
        draw.volume_views(next(iter(volumes.values())), task.folder / "first.png")
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


STEP = Step(
    key="results/sharpened",
    partition="datasets",
    code_version="4",
    description="Each class map sharpened locally without a model, weighted by its FSC, cut at its resolution.",
    compute=make,
    checks=("finite", "phases", "grid"),
    inputs=("results/classes",),
    settings=SharpenSettings,
    round=1,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
