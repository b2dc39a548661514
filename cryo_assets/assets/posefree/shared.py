"""What every pose-free computation does: write poses of both hands, and show itself while it runs."""

import math
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cryo_assets.engine.step import Task
from cryo_assets.entries.manifest import Dataset
from cryo_core.data import Particles
from cryo_core.formats.particles import write_particles
from cryo_core.posefree.hand import mirrored_poses

_MINUTE = 60.0


class Watcher:
    """Shows unfinished work, in MLflow and on the asset's page, at most once a minute."""

    def __init__(self, task: Task) -> None:
        self._task, self._shown = task, -math.inf
        self.folder = task.scratch
        self.folder.mkdir(parents=True, exist_ok=True)

    def due(self) -> bool:
        """Whether the last time is a minute ago; if so, a new one begins."""
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


def unasked(manifest: Dataset) -> str | None:
    """Why a data set has no pose-free assets: it does not ask for them; None where it does."""
    if manifest.posefree:
        return None
    return "posefree: false in dataset.yaml (`cryo run NAME --to posefree/walk` asks for it)"
