"""round_NN/fsc: what may be believed of each class's maps, and whether to go on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.against_truth import TrueStates
from cryo_assets.assets.half_map_report import write_fsc
from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.particles.source import rows_left_out, source_particles, twins_of
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.independence import as_the_file_has_it
from cryo_assets.entries.table import GOLDEN_SEED
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures import draw
from cryo_assets.pictures.latent import counted
from cryo_assets.store.class_results import ClassResult, class_file, numbers_of, read_classes, write_classes
from cryo_assets.store.store import Check
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.resample import resample
from cryo_core.refinement.guard import judge
from cryo_core.refinement.substitution import without_noise
from cryo_core.validation.fsc import FscCurve, coarsest_resolution_angstrom, fsc, fsc_suite
from cryo_core.validation.maps import mask_or_sphere
from cryo_core.validation.report import dependence, solvent_correlation

_SETTLED_LABELS = 0.005
_SETTLED_DEGREES = 0.2


@dataclass(frozen=True)
class _Judged:
    """A class as the guard judges it, with the curves that the verdict rests on."""

    result: ClassResult
    corrected: FscCurve
    noise: FscCurve | None


def make(task: Task) -> Report:
    """Judge each class's maps, and say whether another round is worth its time."""
    labels = read_labels(task.own("clusters"))
    limit = float(
        task.own("poses").numbers["alignment_limit_angstrom"] or math.inf
    )  # infinite: never aligned
    substituted = {c.name: c.substituted_from_angstrom for c in read_classes(task.own("poses"))}
    names = [c.name for c in read_classes(task.own("maps"))]
    states = TrueStates(task.manifest, labels, rows_left_out(task.inputs["particles/source"]))
    source = source_particles(task)
    twins = twins_of(task.inputs["particles/source"], source)
    shared = {name: twins.in_both_halves(source.half_set, np.flatnonzero(labels == name)) for name in names}
    judged = [_judge_class(task, name, states, limit, substituted.get(name), shared[name]) for name in names]
    classes = [one.result for one in judged]
    write_classes(task.folder, classes)
    nyquist = 2 * judged[0].corrected.voxel_angstrom if judged else math.nan
    accepted = [c.resolution_angstrom for c in classes if c.resolution_angstrom is not None]
    mean = mean_resolution(classes)
    numbers = {
        "classes": len(classes),
        "accepted_classes": len(accepted),
        "mean_resolution_angstrom": mean,
        "alignment_limit_angstrom": limit,
        "shared_images": sum(shared.values()),
        **numbers_of(classes, ("resolution_angstrom", "plain_angstrom", "substituted_angstrom")),
        "stop": _stop(task, labels, mean),
    }
    within = all(value >= nyquist * (1 - 1e-6) for value in accepted)
    check = Check("within_nyquist", within, f"no class beyond {nyquist:.2f} Å")
    pictures = _draw_curves(
        task.folder, judged, len(labels), as_the_file_has_it(task.inputs["particles/source"])
    )
    headline = "mean_resolution_angstrom" if accepted else "accepted_classes"
    return Report(numbers, headline, (check,), pictures)


def _judge_class(
    task: Task, name: int, states: TrueStates, limit: float, substituted_from: float | None, shared: int
) -> _Judged:
    """Judge a class by the FSC of its halves; write its mask and curves."""
    half1, half2 = halves_of(task.own("maps"), of_class=name)
    whole = read_volume(task.own("maps").path(class_file(name)))
    mask, _ = mask_or_sphere(whole)
    write_volume(task.folder / class_file(name, "_mask.mrc"), whole.with_density(mask))
    suite = fsc_suite(half1, half2, mask, torch.Generator().manual_seed(GOLDEN_SEED))
    write_fsc(task.folder / class_file(name, "_fsc.star"), suite)
    noise = left = None
    if substituted_from is not None:
        halves = halves_of(task.own("poses"), of_class=name, kind="substituted_half")
        voxel, box = whole.voxel_angstrom, whole.density.shape[0]
        first, second = (resample(half, voxel, box) for half in halves)
        noise = fsc(first, second, mask)
        left = without_noise(suite.masked, noise, substituted_from)
        _write_guard(task.folder / class_file(name, "_guard.csv"), suite.corrected, noise, left)
    solvent, error = solvent_correlation(half1, half2, mask, suite)
    depends = dependence(shared, states.count(name), solvent, error)
    verdict = judge(suite.corrected, limit, without_noise=left, dependence=depends)
    curves = [suite.corrected] if left is None else [suite.corrected, left]
    share = float(mask.double().square().mean())
    coarsest = max(coarsest_resolution_angstrom(curve, share) for curve in curves)
    result = ClassResult(
        name,
        particles=states.count(name),
        shared_images=shared,
        solvent_correlation=_finite_or_none(solvent),
        resolution_angstrom=_finite_or_none(verdict.resolution_angstrom),
        coarsest_angstrom=_finite_or_none(coarsest) if verdict.accepted else None,
        plain_angstrom=_finite_or_none(verdict.plain_angstrom),
        substituted_angstrom=None if left is None else verdict.substituted_angstrom,
        guard=verdict.reason,
        truth_fsc05_angstrom=states.resolution_angstrom(name, whole),
    )
    return _Judged(result, suite.corrected, noise)


def _finite_or_none(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _draw_curves(folder: Path, judged: Sequence[_Judged], total: int, halves: str) -> dict[str, str]:
    """Draw the FSC of all classes, and what noise comes to, with what their halves are worth; the pictures by title."""
    pictures = {}
    named = [(counted(one.result.name, one.result.particles or 0, total), one) for one in judged]
    corrected = {name: one.corrected for name, one in named}
    noise = {name: one.noise for name, one in named if one.noise is not None}
    for title, file, curves in (
        ("corrected FSC of each class", "fsc.png", corrected),
        ("FSC where noise took the place of the images' fine detail", "noise.png", noise),
    ):
        if curves:
            frequency = next(iter(curves.values())).frequency_per_angstrom.tolist()
            values = {name: curve.correlation.tolist() for name, curve in curves.items()}
            draw.fsc_curves(frequency, values, folder / file, {}, halves)
            pictures[title] = file
    return pictures


def _write_guard(path: Path, corrected: FscCurve, noise: FscCurve, left: FscCurve) -> None:
    """Write the curves that a verdict rests on."""
    curves = {"fsc": corrected, "substituted_noise": noise, "fsc_without_noise": left}
    columns = {
        "per_angstrom": corrected.frequency_per_angstrom,
        **{k: c.correlation for k, c in curves.items()},
    }
    pd.DataFrame({name: values.numpy() for name, values in columns.items()}).to_csv(path, index=False)


def mean_resolution(classes: Sequence[ClassResult]) -> float:
    """The classes' resolutions averaged in frequency, by their particles; a refused class counts as 0 in 1/Å."""
    weight = sum(float(c.particles or 0) for c in classes)
    total = sum(float(c.particles or 0) / c.resolution_angstrom for c in classes if c.resolution_angstrom)
    return weight / total if total > 0 else math.inf


def _stop(task: Task, labels: np.ndarray, mean: float) -> str:
    """Why no further round is worth its time; "" where one is."""
    clusters, judged = task.previous("clusters"), task.previous("fsc")
    if clusters is None or judged is None:
        return ""
    changed = float((labels != read_labels(clusters)).mean())
    moved = float(task.own("poses").numbers["moved_degrees"] or 0.0)
    was = judged.numbers["mean_resolution_angstrom"]
    last = math.inf if was is None else float(was)
    if mean > last * 1.05:
        return (
            f"this round made the classes worse: over all particles their resolution fell from {last:.2f} Å to "
            f"{mean:.2f} Å, a class that the guard refuses counting as none"
        )
    if changed <= _SETTLED_LABELS and moved <= _SETTLED_DEGREES:
        return (
            f"settled: {100 * changed:.1f}% of the particles changed class, poses moved by {moved:.2f}° "
            f"(median), {last:.2f} → {mean:.2f} Å on the mean"
        )
    return ""


STEP = Step(
    key="round_NN/fsc",
    partition="datasets",
    code_version="3",
    description="What may be believed of each class's map: the FSC of its halves, judged by what alignment has "
    "not used, by what noise comes to in its place, and by whether the halves share images or noise; and whether "
    "another round is worth its time.",
    compute=make,
    checks=("within_nyquist",),
    inputs=(
        "particles/source",
        "round_NN/clusters",
        "round_NN/poses",
        "round_NN/maps",
        "previous/clusters",
        "previous/fsc",
    ),
    facts=truth_facts,
    files=truth_files,
    kinds=frozenset({"relion"}),
)
