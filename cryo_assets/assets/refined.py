"""What a round's poses come to: each class's maps, what may be believed of them, and whether to go on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets import previews, previews_latent
from cryo_assets.assets.classes import read_labels
from cryo_assets.assets.common import mask_or_sphere, write_fsc
from cryo_assets.assets.latent import as_refined
from cryo_assets.assets.source import GOLDEN_SEED
from cryo_assets.assets.stack import stack_particles
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_assets.truth import true_labels, true_maps
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.particles import open_stack
from cryo_core.fourier.resample import cropped
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.refinement.guard import judge
from cryo_core.refinement.refine import Rows
from cryo_core.refinement.substitution import without_noise
from cryo_core.refinement.weights import frealign_weights
from cryo_core.validation.clusters import confusion
from cryo_core.validation.fsc import FscCurve, fsc, fsc_suite

_SETTLED_LABELS = 0.005
_SETTLED_DEGREES = 0.2
_PICTURED_BOX = 96


# --------------------------------------------------------------------------------------- round_NN/maps


@dataclass(frozen=True)
class MapSettings:
    """How a class's maps are made: images weighted by score and sigma as Frealign does, or all alike."""

    weighted: bool = False
    score_b_factor_angstrom2: float = 5.0
    tau2_fudge: float = 1.0


def make_maps(group: str, task: Task) -> Report:
    """Reconstruct each class's half maps and map."""
    settings: MapSettings = task.settings
    particles = as_refined(stack_particles(task.inputs["particles/stack"]), task.inputs[f"{group}/poses"])
    labels = read_labels(task.inputs[f"{group}/clusters"])
    images, volumes, counts = open_stack(particles), {}, {}
    for name in (int(n) for n in np.unique(labels[labels > 0])):
        rows = np.flatnonzero(labels == name)
        if np.bincount(particles.half_set[rows], minlength=3)[1:].min() < 1:
            continue
        index = torch.from_numpy(rows)
        made = reconstruct(
            Rows(images, rows),
            particles.poses.take(index),
            particles.optics.take(index),
            particles.half_set[rows],
            ReconstructionSettings(symmetry=task.facts["symmetry"], tau2_fudge=settings.tau2_fudge),
            task.device,
            task.stage(f"{group}/maps: class {name}"),
            *_weights(task.inputs[f"{group}/poses"], index, particles.half_set[rows], settings),
        )
        parts = {"": made.full, "_half1": made.half1, "_half2": made.half2}
        for suffix, volume in parts.items():
            write_volume(task.folder / f"class_{name:02d}{suffix}.mrc", volume)
        volumes[f"class {name}"] = cropped(made.full, _PICTURED_BOX)
        counts[f"class_{name:02d}_particles"] = len(rows)
    pictures = {}
    if volumes:
        previews_latent.class_slices(volumes, task.folder / "classes.png")
        pictures = {"class maps": "classes.png"}
    finite = all(bool(torch.isfinite(volume.density).all()) for volume in volumes.values())
    checks = (
        Check("finite", finite, "all voxels are finite"),
        Check("not_empty", bool(volumes), f"{len(volumes)} class maps"),
    )
    return Report({"classes": len(volumes), **counts}, "classes", checks, pictures)


def _weights(
    poses: Artifact, index: torch.Tensor, half_set: np.ndarray, settings: MapSettings
) -> tuple[torch.Tensor | None, torch.Tensor | None]:
    """Weigh images by their scores, each half by its own; all alike where there are none."""
    with np.load(poses.path("scores.npz"), allow_pickle=False) as file:
        score, sigma = (torch.from_numpy(file[name])[index] for name in ("score", "sigma"))
    if not settings.weighted or not bool(torch.isfinite(score).all()):
        return None, None
    weight, decay = torch.ones(len(index)), torch.zeros(len(index))
    for half in (1, 2):
        at = torch.from_numpy(np.flatnonzero(half_set == half))
        found = frealign_weights(
            score[at], sigma[at], score_b_factor_angstrom2=settings.score_b_factor_angstrom2
        )
        weight[at], decay[at] = found.weight.float(), found.b_factor_angstrom2.float()
    return weight, decay


# ---------------------------------------------------------------------------------------- round_NN/fsc


def make_fsc(group: str, before: str | None, task: Task) -> Report:
    """Judge each class's maps, and say whether another round is worth its time."""
    maps, poses = task.inputs[f"{group}/maps"], task.inputs[f"{group}/poses"]
    labels = read_labels(task.inputs[f"{group}/clusters"])
    limit = float(poses.numbers["alignment_limit_angstrom"] or math.inf)  # infinite: nothing was ever aligned
    curves: dict[str, list[float]] = {}
    noise: dict[str, list[float]] = {}
    numbers: dict[str, Any] = {}
    accepted: list[bool] = []
    for name in class_names(maps):
        half1, half2 = (read_volume(maps.path(f"class_{name:02d}_half{half}.mrc")) for half in (1, 2))
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
        previews.fsc_curves(frequency, curves, task.folder / "fsc.png", {})
        pictures = {"corrected FSC of each class": "fsc.png"}
    if noise:
        previews.fsc_curves(frequency, noise, task.folder / "noise.png", {})
        pictures["FSC where noise took the place of the images' fine detail"] = "noise.png"
    mean = mean_resolution(numbers)
    stop = _stop(task, group, before, labels, mean)
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


def _stop(task: Task, group: str, before: str | None, labels: np.ndarray, mean: float) -> str:
    """Say why no further round is worth its time; "" where one is."""
    if before is None:
        return ""
    earlier = read_labels(task.inputs[f"{before}/clusters"])
    changed = float((labels != earlier).mean())
    moved = float(task.inputs[f"{group}/poses"].numbers["moved_degrees"] or 0.0)
    was = task.inputs[f"{before}/fsc"].numbers["mean_resolution_angstrom"]
    last = math.inf if was is None else float(was)
    if mean > last * 1.05:
        return f"this round made the classes worse: {last:.2f} → {mean:.2f} Å on the mean"
    if changed <= _SETTLED_LABELS and moved <= _SETTLED_DEGREES:
        return (
            f"settled: {100 * changed:.1f}% of the particles changed class, poses moved by {moved:.2f}° "
            f"(median), {last:.2f} → {mean:.2f} Å on the mean"
        )
    return ""
