"""What a round's poses come to: each class's maps, what may be believed of them, and whether to go on."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.half_map_report import mask_or_sphere, write_fsc
from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.table import GOLDEN_SEED
from cryo_assets.entries.truth import true_labels, true_maps, truth_facts, truth_files
from cryo_assets.pictures import draw
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.refinement.guard import judge
from cryo_core.refinement.substitution import without_noise
from cryo_core.validation.clusters import confusion
from cryo_core.validation.fsc import FscCurve, fsc, fsc_suite

_SETTLED_LABELS = 0.005
_SETTLED_DEGREES = 0.2
PICTURED_BOX = 96


# ---------------------------------------------------------------------------------------- round_NN/fsc


def make(task: Task) -> Report:
    """Judge each class's maps, and say whether another round is worth its time."""
    maps, poses = task.own("maps"), task.own("poses")
    labels = read_labels(task.own("clusters"))
    limit = float(poses.numbers["alignment_limit_angstrom"] or math.inf)  # infinite: nothing was ever aligned
    curves: dict[str, list[float]] = {}
    noise: dict[str, list[float]] = {}
    numbers: dict[str, Any] = {}
    accepted: list[bool] = []
    for name in class_names(maps):
        half1, half2 = halves_of(maps, of_class=name)
        whole = read_volume(maps.path(f"class_{name:02d}.mrc"))
        mask = mask_or_sphere(whole)
        write_volume(task.folder / f"class_{name:02d}_mask.mrc", whole.with_density(mask))
        suite = fsc_suite(half1, half2, mask, torch.Generator().manual_seed(GOLDEN_SEED))
        write_fsc(task.folder / f"class_{name:02d}_fsc.star", suite)
        substituted = _substituted(poses, name, suite.masked, mask)
        verdict = judge(suite.corrected, limit, without_noise=substituted and substituted[1])
        if substituted:
            _write_guard(task.folder / f"class_{name:02d}_guard.csv", suite.corrected, *substituted)
            noise[f"class {name}"] = substituted[0].correlation.tolist()
        curves[f"class {name}"] = suite.corrected.correlation.tolist()
        frequency = suite.corrected.frequency_per_angstrom.tolist()
        key = f"class_{name:02d}"
        numbers |= {
            f"{key}_particles": int((labels == name).sum()),
            f"{key}_resolution_angstrom": verdict.resolution_angstrom,
            f"{key}_plain_angstrom": verdict.plain_angstrom,
            f"{key}_substituted_angstrom": verdict.substituted_angstrom,
            f"{key}_guard": verdict.reason,
        }
        accepted.append(verdict.accepted)
        numbers |= _map_truth(task, labels, name, whole)
    shells = (2 * whole.voxel_angstrom) if curves else math.nan
    pictures = {}
    if curves:
        draw.fsc_curves(frequency, curves, task.folder / "fsc.png", {})
        pictures = {"corrected FSC of each class": "fsc.png"}
    if noise:
        draw.fsc_curves(frequency, noise, task.folder / "noise.png", {})
        pictures["FSC where noise took the place of the images' fine detail"] = "noise.png"
    mean = mean_resolution(numbers)
    stop = _stop(task, labels, mean)
    within = all(
        float(value) >= shells * (1 - 1e-6)
        for name, value in numbers.items()
        if name.endswith("_resolution_angstrom") and math.isfinite(float(value))
    )
    summary = {
        "classes": len(curves),
        "accepted_classes": sum(accepted),
        "mean_resolution_angstrom": mean,
        "alignment_limit_angstrom": limit,
        **numbers,
        "stop": stop,
    }
    check = Check("within_nyquist", within, f"no class beyond {shells:.2f} Å")
    return Report(summary, "mean_resolution_angstrom", (check,), pictures)


def _substituted(
    poses: Artifact, name: int, masked: FscCurve, mask: torch.Tensor
) -> tuple[FscCurve, FscCurve] | None:
    """Give the FSC of a class's halves from substituted images, and what is left of its own; None if not tested."""
    first = poses.numbers.get(f"class_{name:02d}_substituted_from_angstrom")
    if first is None:
        return None
    paths = [poses.path(f"class_{name:02d}_substituted_half{half}.mrc") for half in (1, 2)]
    half1, half2 = (read_volume(path) for path in paths)
    noise = fsc(half1, half2, mask)
    return noise, without_noise(masked, noise, float(first))


def _write_guard(path: Path, corrected: FscCurve, noise: FscCurve, left: FscCurve) -> None:
    """Write the curves that a verdict rests on."""
    curves = {"fsc": corrected, "substituted_noise": noise, "fsc_without_noise": left}
    columns = {
        "per_angstrom": corrected.frequency_per_angstrom,
        **{k: c.correlation for k, c in curves.items()},
    }
    pd.DataFrame({name: values.numpy() for name, values in columns.items()}).to_csv(path, index=False)


def class_names(maps: Artifact) -> list[int]:
    """Give the names of the classes that have maps."""
    return sorted(
        int(name.removeprefix("class_").removesuffix("_particles"))
        for name in maps.numbers
        if name.startswith("class_") and name.endswith("_particles")
    )


def mean_resolution(numbers: Mapping[str, Any]) -> float:
    """Give the classes' resolutions averaged in frequency, by their particles; a refused class counts as 0 in 1/Å."""
    total = weight = 0.0
    for name, value in numbers.items():
        if name.endswith("_resolution_angstrom") and name.startswith("class_"):
            count = float(numbers[name.replace("_resolution_angstrom", "_particles")])
            weight += count
            total += count / float(value) if value is not None and math.isfinite(float(value)) else 0.0
    return weight / total if total > 0 else math.inf


def _map_truth(task: Task, labels: np.ndarray, name: int, whole: Volume) -> dict[str, float]:
    """Compare a class's map with the true map of the state that it stands for."""
    truth = true_labels(task.manifest, len(labels))
    if truth is None:
        return {}
    state = {c: s for s, c in confusion(labels, truth).pairs}.get(name)
    if state is None:
        return {}
    true = true_maps(task.manifest, whole.voxel_angstrom, whole.density.shape[0])[state]
    curve = fsc(whole, whole.with_density(true.density))
    return {f"class_{name:02d}_truth_fsc05_angstrom": curve.resolution_angstrom(0.5)}


def _stop(task: Task, labels: np.ndarray, mean: float) -> str:
    """Say why no further round is worth its time; "" where one is."""
    clusters, judged = task.previous("clusters"), task.previous("fsc")
    if clusters is None or judged is None:
        return ""
    changed = float((labels != read_labels(clusters)).mean())
    moved = float(task.own("poses").numbers["moved_degrees"] or 0.0)
    was = judged.numbers["mean_resolution_angstrom"]
    last = math.inf if was is None else float(was)
    if mean > last * 1.05:
        return f"this round made the classes worse: {last:.2f} → {mean:.2f} Å on the mean"
    if changed <= _SETTLED_LABELS and moved <= _SETTLED_DEGREES:
        return (
            f"settled: {100 * changed:.1f}% of the particles changed class, poses moved by {moved:.2f}° "
            f"(median), {last:.2f} → {mean:.2f} Å on the mean"
        )
    return ""


STEP = Step(
    key="round_NN/fsc",
    partition="datasets",
    code_version="2",
    description="What may be believed of each class's map: the FSC of its halves, judged by what alignment has "
    "not used and by what noise comes to in its place; and whether another round is worth its time.",
    compute=make,
    checks=("within_nyquist",),
    inputs=(
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
