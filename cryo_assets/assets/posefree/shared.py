"""What every pose-free computation does: write poses of both hands, show itself while it runs, meet the truth."""

import math
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from cryo_assets.engine.step import Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import true_labels, true_poses
from cryo_core.data import Particles, Poses
from cryo_core.formats.particles import write_particles
from cryo_core.posefree.hand import mirrored_poses
from cryo_core.validation.clusters import best_axis_correlation
from cryo_core.validation.poses import pose_errors

_MINUTE = 60.0


class Watcher:
    """Shows unfinished work, in MLflow and on the asset's page, at most once a minute."""

    def __init__(self, task: Task) -> None:
        self._task, self._shown = task, -math.inf
        self.folder = task.scratch
        self.folder.mkdir(parents=True, exist_ok=True)

    def due(self) -> bool:
        """Tell whether the last time is a minute ago, and begin a new one if so."""
        if time.monotonic() - self._shown < _MINUTE:
            return False
        self._shown = time.monotonic()
        return True

    def show(self, numbers: Mapping[str, float], pictures: Mapping[str, Path]) -> None:
        """Show numbers, and pictures by title."""
        self._task.record.unfinished(numbers, pictures)


def write_tables(task: Task, table: Particles) -> None:
    """Write the particles at their poses, and at those of the other hand."""
    write_particles(task.folder / "particles.star", table)
    other = replace(table, poses=mirrored_poses(table.poses))
    write_particles(task.folder / "particles_other_hand.star", other)


def against_truth(task: Task, poses: Poses) -> dict[str, float | bool]:
    """Give the median errors of poses, of the better hand, where the true ones are known."""
    truth = true_poses(task.manifest, len(poses))
    if truth is None:
        return {}
    errors = pose_errors(poses, truth, allow_mirror=True)
    return {
        "truth_rotation_error_degrees": float(errors.rotation_degrees.median()),
        "truth_shift_error_angstrom": float(errors.shift_angstrom.median()),
        "truth_other_hand": errors.mirrored,
    }


def against_labels(task: Task, latents: torch.Tensor) -> dict[str, float]:
    """Give how well the best latent axis orders the particles, where states follow each other along one motion."""
    labels = true_labels(task.manifest, len(latents))
    if labels is None or not task.manifest.truth.continuous:
        return {}
    axis, coefficient = best_axis_correlation(latents, labels.astype(np.float64))
    return {"truth_spearman": abs(coefficient), "truth_axis": axis + 1}


def unasked(manifest: Dataset) -> str | None:
    """Why a data set has no pose-free assets: it does not ask for them; None where it does."""
    if manifest.posefree:
        return None
    return "posefree: false in dataset.yaml (`cryo run NAME --to posefree/walk` asks for it)"
