"""enhanced/report: whether a map became better by sharpening, and what was changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.maps.model_map import without_model
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import model_file
from cryo_assets.pictures import draw
from cryo_assets.pictures import sharpening as sharpening_pictures
from cryo_assets.store.learnt import warning_of
from cryo_assets.store.store import Check
from cryo_core.data import Atoms, Volume
from cryo_core.errors import CryoError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.shells import radial_profile, shell_frequencies
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.changes import (
    change_by_shell,
    correlation,
    local_b_factors,
    profile_error,
    window_nodes,
)
from cryo_core.sharpening.score import score


@dataclass(frozen=True)
class ReportSettings:
    """How much worse a map may become before the report's gate stops it.

    Attributes
    ----------
    largest_rscc_loss : correlation
        By which the correlation with the model may fall.
    largest_harmed_fraction : share
        Of the mask whose local correlation may fall.
    """

    largest_rscc_loss: float = 0.02
    largest_harmed_fraction: float = 0.5


def make(task: Task) -> Report:
    """Score the map as it is and sharpened, with and without its model, and draw what changed."""
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    found = task.inputs["maps/model_map"]
    reference, rest = (read_volume(found.path(f"{name}_map.mrc")) for name in ("score", "rest"))
    mask = read_volume(found.path("mask.mrc")).density >= 0.5
    maps = {"raw": source}
    for name in ("locscale", "sharpened"):
        maps[name] = read_volume(task.inputs[f"enhanced/{name}"].path("map.mrc"))
    known = str(task.inputs["enhanced/sharpened"].numbers["trained_on_this"])
    unbiased = {name: volume for name, volume in maps.items() if name != "sharpened" or known == "no"}
    atoms = read_atoms(task.manifest.resolve(task.manifest.model))
    numbers = _scores(task, unbiased, atoms, reference, mask)
    pictures = {"map-model FSC": "fsc.png", "radial profiles": "profiles.png"}
    soft = soften(mask, 0.0, 6.0)
    try:
        numbers |= _profile_errors(task.folder, unbiased, rest, mask)
        numbers |= _b_factors(task, maps, mask)
        pictures |= {"error of local profiles": "errors.png", "local B factors": "b_factors.png"}
    except CryoError as error:
        numbers["local_profiles"] = f"not measured: {error}"
    numbers |= _changes(task.folder, maps, soft)
    pictures["change"] = "change.png"
    if known != "no":
        numbers["warnings"] = warning_of(known)
        return Report(numbers, "locscale_rscc", (_not_known(known),), pictures)
    gain = numbers["sharpened_rscc"] - numbers["raw_rscc"]
    check = _no_harm(gain, numbers["sharpened_harmed_fraction"], task.settings)
    return Report({"sharpened_rscc_gain": gain, **numbers}, "sharpened_harmed_fraction", (check,), pictures)


def _no_harm(gain: float, harmed: float, settings: ReportSettings) -> Check:
    return Check(
        "do_no_harm",
        gain >= -settings.largest_rscc_loss and harmed <= settings.largest_harmed_fraction,
        f"correlation with the model changed by {gain:+.4f}; it fell locally in {harmed:.0%} of the mask",
    )


def _not_known(known: str) -> Check:
    return Check("do_no_harm", True, f"whether the map became worse is not known: {known}")


def _scores(
    task: Task, maps: dict[str, Volume], atoms: Atoms, reference: Volume, mask: torch.Tensor
) -> dict[str, Any]:
    numbers: dict[str, Any] = {}
    curves, profiles = {}, {}
    soft = soften(mask, 0.0, 6.0)
    stage = task.stage()
    for done, (name, volume) in enumerate(maps.items(), 1):
        before, to = (None, None) if name == "raw" else (maps["raw"], numbers["raw_d_fsc05_angstrom"])
        found = score(volume, atoms, before, reference, to)
        numbers |= {
            f"{name}_rscc": found.rscc,
            f"{name}_d_fsc05_angstrom": found.d_fsc05_angstrom,
            f"{name}_b_factor_angstrom2": found.b_factor_angstrom2,
        }
        if name != "raw":
            numbers[f"{name}_harmed_fraction"] = found.harmed_fraction
        curves[name] = found.fsc.correlation.tolist()
        profiles[name] = radial_profile(volume.with_density(volume.density * soft))
        stage(done, len(maps))
    truth = radial_profile(reference.with_density(reference.density * soft))
    source = maps["raw"]
    frequency = shell_frequencies(tuple(source.density.shape), source.voxel_angstrom)
    draw.fsc_curves(frequency.tolist(), curves, task.folder / "fsc.png")
    sharpening_pictures.profile_table(
        frequency, {**profiles, "model, B = 0": truth}, task.folder / "profiles.png"
    )
    return numbers


def _profile_errors(
    folder: Path, maps: dict[str, Volume], rest: Volume, mask: torch.Tensor
) -> dict[str, Any]:
    """Write the error of local profiles by frequency (the thesis's Table 5.1) of the maps, and their ratios to raw."""
    errors = {name: profile_error(volume, rest, mask) for name, volume in maps.items()}
    frequency = errors["raw"].frequency_per_angstrom
    curves = {name: found.error for name, found in errors.items()}
    ratios = {
        f"{name} / raw": curves[name] / curves["raw"].clamp(min=1e-12) for name in maps if name != "raw"
    }
    columns = {"frequency_per_angstrom": frequency, **curves, **ratios}
    rows = ["\t".join(columns)]
    rows += ["\t".join(f"{float(v):.6g}" for v in row) for row in zip(*columns.values(), strict=True)]
    (folder / "profile_errors.tsv").write_text("\n".join(rows) + "\n")
    sharpening_pictures.curves_by_frequency(
        frequency, curves, "squared error of ln amplitude", folder / "errors.png"
    )
    return {f"{name}_profile_error": float(values.mean()) for name, values in curves.items()}


def _b_factors(task: Task, maps: dict[str, Volume], mask: torch.Tensor) -> dict[str, Any]:
    """Correlate local B factors with the local resolution, measured where there are half maps, else told."""
    key = "maps/local_fsc" if "maps/local_fsc" in task.inputs else "enhanced/local_resolution"
    source = maps["raw"]
    place = window_nodes(source, mask)
    resolution = read_volume(task.inputs[key].path("resolution.mrc")).density[place.unbind(1)]
    found = {name: local_b_factors(volume, place) for name, volume in maps.items()}
    sharpening_pictures.b_factors_over_resolution(resolution, found, task.folder / "b_factors.png")
    numbers = {f"{name}_b_to_resolution": _known(correlation(b, resolution)) for name, b in found.items()}
    words = task.inputs[key].numbers.get("global_warnings", "none")
    return {"local_resolution_from": key, "local_resolution_warnings": words, **numbers}


def _known(value: float) -> float | None:
    return value if value == value else None


def _changes(folder: Path, maps: dict[str, Volume], soft: torch.Tensor) -> dict[str, Any]:
    """Draw the change of amplitudes and phases by shell; tell the least agreement of phases coarser than 4 Å."""
    numbers: dict[str, Any] = {}
    curves: dict[str, Any] = {}
    for name in ("locscale", "sharpened"):
        change = change_by_shell(maps["raw"], maps[name], soft)
        curves |= {f"{name}: ln gain": change.ln_gain, f"{name}: cos of phases": change.phase_cosine}
        chosen = (change.frequency_per_angstrom > 0) & (change.frequency_per_angstrom <= 0.25)
        numbers[f"{name}_least_phase_cosine"] = float(change.phase_cosine[chosen].min())
        numbers[f"{name}_rms_ln_gain"] = float((change.ln_gain[chosen] ** 2).mean().sqrt())
    sharpening_pictures.curves_by_frequency(
        change.frequency_per_angstrom, curves, "ln gain; cosine of phases", folder / "change.png"
    )
    return numbers


STEP = Step(
    key="enhanced/report",
    partition="maps",
    code_version="6",
    description="Whether sharpening helped: correlation with the B = 0 model map, map-model FSC, error of local "
    "profiles by frequency, local B factor over local resolution, change of amplitudes and phases, and the share "
    "of the molecule that was harmed.",
    compute=make,
    checks=("do_no_harm",),
    inputs=(
        "maps/source",
        "maps/model_map",
        "enhanced/locscale",
        "enhanced/sharpened",
        "enhanced/local_resolution",
    ),
    offered=("maps/local_fsc",),
    settings=ReportSettings,
    files=model_file,
    skips=without_model,
    kinds=frozenset({"mrc"}),
)
