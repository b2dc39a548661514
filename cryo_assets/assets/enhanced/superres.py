"""enhanced/superres: the map enhanced by the generative network, and how far that may be trusted."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.models.superres import WEIGHTS_FILE
from cryo_assets.assets.trained import digest_of, name_of, seen_by
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import model_file
from cryo_assets.entries.manifest import TRAINING, MapEntry
from cryo_assets.pictures import draw
from cryo_assets.pictures import superres as pictures
from cryo_assets.store.learnt import warning_of
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.errors import CryoError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.model_map import model_map, model_mask, score_map
from cryo_core.sharpening.simulated import at_rest
from cryo_core.superres.model import (
    DEFAULT_WEIGHTS,
    Generator,
    default_generator,
    load_generator,
)
from cryo_core.superres.predict import LABEL, Enhanced, SuperresSettings, enhance
from cryo_core.superres.score import CubeScore, cube_score, half_score
from cryo_core.validation.d_model import d_model
from cryo_core.validation.fsc import fsc

_MOST_COARSER = 0.05
"""By how much (Å) the resolution at which the map-model FSC is 0.5 may become coarser."""


def make(task: Task) -> Report:
    """Enhance the map, and score the result where a model or half maps can tell."""
    source = task.inputs["maps/source"]
    volume = read_volume(source.path("map.mrc"))
    trained = task.gathered["models/superres"].get(TRAINING)
    known = seen_by(trained, source, task.manifest)
    reference, fault = (None, f"not scored: {known}") if known else _reference(task, volume)
    generator, made_by = network_of(trained)
    if generator is not None:
        generator = generator.to(task.device)
    given = halves_of(source, task.device) if task.facts["halves"] and generator is not None else None
    found = enhance(volume.to(task.device), generator, task.settings, progress=task.stage(), halves=given)
    _write(task.folder, found)
    before, made = volume.to("cpu"), read_volume(task.folder / "map.mrc")
    shown = _drawn(task.folder, before, made, found)
    warnings = [*found.warnings, *([fault] if fault and not known else [])]
    if known:
        warnings.insert(0, warning_of(known))
    numbers: dict[str, Any] = {
        "used_fraction": found.used_fraction,
        "low_frequency_fsc": found.low_frequency_fsc,
        "changed_fraction": float(found.difference.density.std() / volume.density.std()),
        "map_end_angstrom": found.end_angstrom,
        "own_shells_from_angstrom": found.restored_angstrom[0] if found.restored_angstrom else None,
        "own_shells_to_angstrom": found.restored_angstrom[1] if found.restored_angstrom else None,
        "own_shells_by": "half maps" if given else "the map's end",
        "model": made_by,
    }
    try:
        score = None if known else _score(task, before, made, found, reference, numbers)
    except CryoError as error:  # the map is made: that it cannot be scored costs the score alone
        score, fault = None, str(error)
        warnings.append(f"not scored: {fault}")
    if reference is not None:
        numbers |= _beside_model(task.folder, before, made, reference)
        shown["map-model FSC"] = "fsc.png"
    moved = max(abs(a - b) for a, b in zip(before.origin_angstrom, made.origin_angstrom, strict=True))
    checks = (
        Check("finite", bool(torch.isfinite(made.density).all()), "all voxels are finite"),
        Check(
            "low_frequencies",
            found.low_frequency_fsc >= 0.98,
            f"FSC to the input beyond 10 Å at least {found.low_frequency_fsc:.4f}",
        ),
        Check(
            "grid",
            made.density.shape == before.density.shape
            and moved < 1e-3 * before.voxel_angstrom
            and abs(made.voxel_angstrom - before.voxel_angstrom) < 1e-4 * before.voxel_angstrom,
            f"{tuple(made.density.shape)} voxels of {made.voxel_angstrom:.5f} Å, origin moved by {moved:.5f} Å",
        ),
        _no_harm(score, fault, numbers),
    )
    return Report(
        {**numbers, "warnings": " ".join(warnings) or "none"},
        "used_fraction" if score is None else "worse_fraction",
        checks,
        shown,
    )


@dataclass(frozen=True)
class _Reference:
    """What scores are against: the model's map (B = 0, to 2.44 Å), its mask, and its density to the grid's limit."""

    map: Volume
    mask: torch.Tensor
    still: Volume


def _reference(task: Task, volume: Volume) -> tuple[_Reference | None, str]:
    """What scores are against; or why there is nothing ("": no model)."""
    path = model_file(task.manifest).get("model")
    if path is None:
        return None, ""
    try:
        atoms = read_atoms(path)
        reference, mask = _single(score_map(atoms, volume)), model_mask(atoms, volume)
        cube_score(volume, volume, reference, mask)
        still = _single(model_map(at_rest(atoms), volume))
    except CryoError as error:
        return None, f"the model cannot tell: {error}"
    return _Reference(reference, mask, still), ""


def _beside_model(folder: Path, before: Volume, made: Volume, reference: _Reference) -> dict[str, Any]:
    """Map-model FSC in the softened model mask, and d_model, of the map before and after; draws the curves."""
    soft = soften(reference.mask, 0.0, 6.0)
    curves = {name: fsc(v, reference.map, soft) for name, v in (("before", before), ("after", made))}
    frequency = curves["before"].frequency_per_angstrom.tolist()
    shown = {name: curve.correlation.tolist() for name, curve in curves.items()}
    draw.fsc_curves(frequency, shown, folder / "fsc.png")
    numbers = {f"d_fsc05_{name}_angstrom": curve.crossing_angstrom(0.5) for name, curve in curves.items()}
    with suppress(CryoError):  # a constant map: the map stands, and its checks say so
        for name, volume in (("before", before), ("after", made)):
            numbers[f"d_model_{name}_angstrom"] = d_model(volume, reference.still).d_angstrom
    return numbers


def _score(
    task: Task,
    before: Volume,
    made: Volume,
    found: Enhanced,
    reference: _Reference | None,
    numbers: dict[str, Any],
) -> CubeScore | None:
    """Score by the model where it can tell, else by half maps: the first one enhanced, against the second."""
    if reference is not None:
        score = cube_score(before, made, reference.map, reference.mask)
        numbers["scored_by"] = "model (B = 0)"
    elif task.manifest.half1 and task.manifest.half2:
        half1, half2 = halves_of(task.inputs["maps/source"])
        generator, _ = network_of(task.gathered["models/superres"].get(TRAINING))
        if generator is not None:
            generator = generator.to(task.device)
        again = enhance(half1.to(task.device), generator, task.settings, found.mask)
        score = half_score(half1, again.map.to("cpu"), half2, found.mask.cpu())
        numbers["scored_by"] = "half 1 enhanced, against half 2 at the same amplitudes"
    else:
        return None
    numbers |= {
        "cubes": score.cubes,
        "cube_correlation_before": score.before,
        "cube_correlation_after": score.after,
        "improved_fraction": score.improved_fraction,
        "worse_fraction": score.worse_fraction,
        "mask_correlation_before": score.mask_before,
        "mask_correlation_after": score.mask_after,
    }
    return score


def _no_harm(score: CubeScore | None, fault: str, numbers: Mapping[str, Any]) -> Check:
    if score is None:
        why = fault or "neither a model nor half maps"
        return Check("do_no_harm", True, f"{why}: whether cubes became worse is not known")
    harmed = score.gain < -0.02 and score.mask_after < score.mask_before - 0.02
    words = (
        f"correlation of cubes {score.gain:+.4f}, {score.worse_fraction:.0%} of {score.cubes} became worse"
    )
    if "d_fsc05_after_angstrom" in numbers:
        before, after = (float(numbers[f"d_fsc05_{name}_angstrom"]) for name in ("before", "after"))
        harmed = harmed or after > before + _MOST_COARSER
        words += f"; the map-model FSC falls to 0.5 at {after:.2f} Å, {before:.2f} Å before"
    return Check("do_no_harm", not harmed, words)


def network_of(trained: Artifact | None) -> tuple[Generator | None, str]:
    """The trained network in use, or the packaged one, or None (the filter); and its name."""
    if trained is not None:
        return load_generator(trained.path(WEIGHTS_FILE))[0], name_of(trained)
    return default_generator(), f"packaged {_packaged()}"


def _packaged() -> str:
    return digest_of(DEFAULT_WEIGHTS) if DEFAULT_WEIGHTS.is_file() else "blind filter"


def _drawn(folder: Path, before: Volume, made: Volume, found: Enhanced) -> dict[str, str]:
    """Draw the map before and after, and the confidence; the pictures by title."""
    sure, mask = found.confidence.to("cpu"), found.mask.cpu()
    pictures.enhanced_slices(before, found.filtered.to("cpu"), made, sure, mask, folder / "slices.png")
    pictures.confidence_histogram(sure, mask, folder / "confidence.png")
    return {"before and after": "slices.png", "confidence": "confidence.png"}


def _write(folder: Path, found: Enhanced) -> None:
    for name in ("map", "filtered", "confidence", "difference"):
        volume = getattr(found, name).to("cpu")
        write_volume(folder / f"{name}.mrc", volume, label=LABEL)
    write_volume(folder / "mask.mrc", found.map.with_density(found.mask.to(found.map.density)).to("cpu"))


def _single(volume: Volume) -> Volume:
    return volume.with_density(volume.density.to(torch.float32))


def _facts(manifest: MapEntry) -> dict[str, Any]:
    return {"halves": bool(manifest.half1 and manifest.half2), "packaged": _packaged()}


STEP = Step(
    key="enhanced/superres",
    partition="maps",
    code_version="7",
    description="The map enhanced by a network (a prediction), with its confidence, the difference, the blind "
    "filter's answer, and the share of cubes made worse where a model or half maps tell. Shells that the map knows "
    "better than the network are its own.",
    compute=make,
    checks=("finite", "low_frequencies", "grid", "do_no_harm"),
    inputs=("maps/source",),
    gathers=("models/superres",),
    settings=SuperresSettings,
    files=model_file,
    facts=_facts,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
