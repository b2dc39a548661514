"""A round's second half: poses refined class by class, each class's maps, and what may be believed of them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets import previews, previews_latent
from cryo_assets.assets.classes import read_labels
from cryo_assets.assets.common import mask_or_sphere, write_fsc
from cryo_assets.assets.latent import cropped, poses_of
from cryo_assets.assets.particles import GOLDEN_SEED, source_particles, stack_particles
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_assets.truth import pose_truth, true_labels, true_maps
from cryo_core.data import Particles, Poses, Progress, Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.particles import open_stack, write_particles
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.refinement.guard import judge
from cryo_core.refinement.refine import RefinementSettings, Rows
from cryo_core.refinement.rounds import Iterated, IterationSettings, iterate
from cryo_core.refinement.weights import frealign_weights
from cryo_core.validation.clusters import confusion
from cryo_core.validation.fsc import fsc, fsc_suite

PUBLISHED_LIMITS_ANGSTROM = (6.0, 6.0, 5.0, 4.0, 3.0, 3.0, 3.0, 2.7, 2.7, 2.0)
"""The high-resolution limits of alignment by round that were published for EMPIAR-10076."""

_LEAST_OF_A_HALF = 50
_SETTLED_LABELS = 0.005
_SETTLED_DEGREES = 0.2
_PICTURED_BOX = 96


@dataclass(frozen=True)
class PoseSettings:
    """How the poses of a round are refined.

    `iterations` of alignment and reconstruction a round; `limit` of alignment: `fsc`, by the FSC of the maps
    aligned to, or `published`, by round (never past Nyquist, and never past what the FSC lets be judged).
    `refine` off keeps the poses, as a control. See `RefinementSettings` for the others.
    """

    refine: bool = True
    iterations: int = 2
    limit: Literal["fsc", "published"] = "fsc"
    angle_range_degrees: float = 6.0
    particle_diameter: float = 0.7
    defocus: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.iterations < 1:
            raise SettingsError(f"iterations: {self.iterations}: should be at least 1")


def make_poses(group: str, before: str | None, task: Task) -> Report:
    """Refine each class's particles on the class's own half maps; particles of no class keep their poses."""
    settings: PoseSettings = task.settings
    particles = stack_particles(task.inputs["particles/stack"])
    labels = read_labels(task.inputs[f"{group}/clusters"])
    poses = poses_of(task.inputs[f"{group}/latents"])
    found = _Refined(poses, labels, _limit_before(task, group, before))
    if settings.refine:
        for name in found.classes:
            stage = task.stage(f"{group}/poses: class {name}")
            found.put(name, _class_poses(task, particles, poses, found.rows(name), settings, group, stage))
    table = replace(
        source_particles(task),
        poses=found.poses,
        class_number=np.where(labels > 0, labels, 0).astype(np.int64),
        score=_whole(found.score).numpy().astype(np.float32),
    )
    write_particles(task.folder / "particles.star", table)
    np.savez(task.folder / "scores.npz", score=found.score, sigma=found.sigma)
    pd.DataFrame(found.course).to_csv(task.folder / "course.csv", index=False)
    pictures = {}
    if found.moved:
        moved = torch.cat(found.moved).numpy()
        previews.histogram(moved, "pose moved by (degrees)", task.folder / "moved.png")
        pictures = {"how far poses moved": "moved.png"}
    numbers: dict[str, Any] = {
        "particles": len(labels),
        "refined_particles": sum(len(moved) for moved in found.moved),
        "moved_degrees": float(torch.cat(found.moved).median()) if found.moved else 0.0,
        "alignment_limit_angstrom": found.limit_angstrom,
        **pose_truth(task.manifest, found.poses),
    }
    finite = bool(
        torch.isfinite(found.poses.rotation).all() and torch.isfinite(found.poses.shift_angstrom).all()
    )
    halves = bool((table.half_set == particles.half_set).all())
    checks = (
        Check("finite", finite, "all poses are finite"),
        Check("half_sets_kept", halves, "every particle is in the half it was in"),
    )
    return Report(numbers, "moved_degrees", checks, pictures)


def _whole(score: torch.Tensor) -> torch.Tensor:
    """Give particles that were not refined the score 0, since a table's column is whole or absent."""
    return torch.nan_to_num(score, nan=0.0) if bool(torch.isfinite(score).any()) else score


def _class_poses(
    task: Task,
    particles: Particles,
    poses: Poses,
    rows: np.ndarray,
    settings: PoseSettings,
    group: str,
    progress: Progress,
) -> Iterated | None:
    halves = np.bincount(particles.half_set[rows], minlength=3)[1:]
    if min(halves) < _LEAST_OF_A_HALF:
        return None
    finest = 2 * particles.pixel_angstrom
    if settings.limit == "published":
        number = int(group.removeprefix("round_"))
        finest = max(finest, PUBLISHED_LIMITS_ANGSTROM[min(number, len(PUBLISHED_LIMITS_ANGSTROM)) - 1])
    how = IterationSettings(
        iterations=settings.iterations,
        refinement=RefinementSettings(
            high_limit_angstrom=finest,
            angle_range_degrees=settings.angle_range_degrees,
            particle_diameter=settings.particle_diameter,
            defocus=settings.defocus,
            symmetry=task.facts["symmetry"],
        ),
        reconstruction=ReconstructionSettings(symmetry=task.facts["symmetry"]),
    )
    index = torch.from_numpy(rows)
    return iterate(
        Rows(open_stack(particles), rows),
        poses.take(index),
        particles.optics.take(index),
        particles.half_set[rows],
        None,
        how,
        task.device,
        progress,
    )


class _Refined:
    """The poses of all particles as classes are refined one by one, and the finest limit any alignment had."""

    def __init__(self, poses: Poses, labels: np.ndarray, limit_angstrom: float) -> None:
        self.poses = Poses(poses.rotation.clone(), poses.shift_angstrom.clone())
        self.score = torch.full((len(labels),), math.nan)
        self.sigma = torch.full((len(labels),), math.nan)
        self.limit_angstrom = limit_angstrom
        self.classes = [int(name) for name in np.unique(labels[labels > 0])]
        self.moved: list[torch.Tensor] = []
        self.course: list[dict[str, Any]] = []
        self._labels = labels

    def rows(self, name: int) -> np.ndarray:
        """Give the particles of a class."""
        return np.flatnonzero(self._labels == name)

    def put(self, name: int, found: Iterated | None) -> None:
        """Take over a class's poses; None where it was too small to refine."""
        if found is None:
            return
        rows = torch.from_numpy(self.rows(name))
        before = self.poses.rotation[rows]
        self.poses.rotation[rows] = found.poses.rotation
        self.poses.shift_angstrom[rows] = found.poses.shift_angstrom
        self.score[rows] = found.refined.score.float()
        self.sigma[rows] = found.refined.sigma.float()
        trace = (before * found.poses.rotation).sum(dim=(1, 2))
        self.moved.append(torch.rad2deg(torch.arccos(((trace - 1) / 2).clamp(-1, 1))))
        self.limit_angstrom = min(self.limit_angstrom, found.finest_limit_angstrom)
        for number, iteration in enumerate(found.iterations, 1):
            self.course.append(
                {
                    "class": name,
                    "iteration": number,
                    "limit_angstrom": iteration.limit_angstrom,
                    "resolution_angstrom": iteration.verdict.plain_angstrom,
                    "accepted": iteration.verdict.accepted,
                    "moved_degrees": iteration.moved_degrees,
                    "moved_angstrom": iteration.moved_angstrom,
                    "mean_score": iteration.mean_score,
                }
            )


def _limit_before(task: Task, group: str, before: str | None) -> float:
    """Give the finest frequency at which poses were ever aligned against both halves or their own: Å."""
    limits = [float(task.inputs[f"{group}/model"].numbers["alignment_limit_angstrom"] or math.inf)]
    if before:
        limits.append(float(task.inputs[f"{before}/poses"].numbers["alignment_limit_angstrom"] or math.inf))
    return min(limits)


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
    particles = stack_particles(task.inputs["particles/stack"])
    labels = read_labels(task.inputs[f"{group}/clusters"])
    poses = poses_of(task.inputs[f"{group}/poses"])
    images, volumes, counts = open_stack(particles), {}, {}
    for name in (int(n) for n in np.unique(labels[labels > 0])):
        rows = np.flatnonzero(labels == name)
        if np.bincount(particles.half_set[rows], minlength=3)[1:].min() < 1:
            continue
        index = torch.from_numpy(rows)
        made = reconstruct(
            Rows(images, rows),
            poses.take(index),
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
    maps = task.inputs[f"{group}/maps"]
    labels = read_labels(task.inputs[f"{group}/clusters"])
    limit = float(task.inputs[f"{group}/poses"].numbers["alignment_limit_angstrom"])
    curves: dict[str, list[float]] = {}
    numbers: dict[str, Any] = {}
    accepted: list[bool] = []
    for name in class_names(maps):
        half1, half2 = (read_volume(maps.path(f"class_{name:02d}_half{half}.mrc")) for half in (1, 2))
        whole = read_volume(maps.path(f"class_{name:02d}.mrc"))
        mask = mask_or_sphere(whole)
        write_volume(task.folder / f"class_{name:02d}_mask.mrc", whole.with_density(mask))
        suite = fsc_suite(half1, half2, mask, torch.Generator().manual_seed(GOLDEN_SEED))
        write_fsc(task.folder / f"class_{name:02d}_fsc.star", suite)
        verdict = judge(suite.corrected, limit)
        curves[f"class {name}"] = suite.corrected.correlation.tolist()
        frequency = suite.corrected.frequency_per_angstrom.tolist()
        key = f"class_{name:02d}"
        numbers |= {
            f"{key}_particles": int((labels == name).sum()),
            f"{key}_resolution_angstrom": verdict.resolution_angstrom,
            f"{key}_plain_angstrom": verdict.plain_angstrom,
            f"{key}_guard": verdict.reason,
        }
        accepted.append(verdict.accepted)
        numbers |= _map_truth(task, labels, name, whole)
    shells = (2 * whole.voxel_angstrom) if curves else math.nan
    pictures = {}
    if curves:
        previews.fsc_curves(frequency, curves, task.folder / "fsc.png", {})
        pictures = {"corrected FSC of each class": "fsc.png"}
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
