"""The CTF refined in a round, each half set of each class on its own map of the round's poses."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.engine.step import Task
from cryo_core.data import Particles, Volume
from cryo_core.refinement.ctf.refine import CtfSettings, RefinedCtf, refine_ctf
from cryo_core.refinement.ctf.written import figures, with_refined_ctf
from cryo_core.refinement.guard import masked_references
from cryo_core.validation.fsc import fsc

CTF_FILE = "ctf.json"


@dataclass(frozen=True)
class ClassMaps:
    """A class's rows, the half maps of its refined poses, and the finest frequency that they were aligned to."""

    rows: np.ndarray
    halves: tuple[Volume, Volume]
    limit_angstrom: float


def refined_ctf(task: Task, table: Particles, classes: list[ClassMaps]) -> tuple[Particles, dict[str, Any]]:
    """The table with refined optics, and the numbers of it; the figures of each group are written beside.

    No finer frequencies are used than poses were aligned to, so that what lies beyond still judges. Particles of
    classes that were not refined get their optics group's aberrations.

    Parameters
    ----------
    task
        Of round_NN/poses.
    table
        With the round's poses and defoci.
    classes
        Those that were refined; with none the table stays.
    """
    if not classes:
        return table, {}
    of = np.full(len(table), -1, np.int64)
    pairs, reliability = [], []
    for number, one in enumerate(classes):
        of[one.rows] = number
        masked, trust = masked_references(one.halves, fsc(*one.halves))
        pairs.append(masked)
        reliability.append(trust)
    settings = CtfSettings(min(one.limit_angstrom for one in classes))
    images = stack_images(task, table, corrected=False)
    found = refine_ctf(images, pairs, settings, reliability, of, task.device, task.stage("CTF"))
    document = [
        {"group": group.number, "images": group.images} | figures(group, found, images.optics)
        for group in found.groups
    ]
    text = json.dumps({"limit_angstrom": found.limit_angstrom, "groups": document}, indent=1)
    (task.folder / CTF_FILE).write_text(text)
    after = with_refined_ctf(table, found)
    return after, _numbers(found, table, after)


def _numbers(found: RefinedCtf, before: Particles, after: Particles) -> dict[str, Any]:
    change = after.optics.defocus_u_angstrom - before.optics.defocus_u_angstrom
    seen = {measured.kind for group in found.groups for measured in group.measured if measured.seen}
    return {
        "defocus_change_angstrom": float(change.abs().median()),
        "aberrations_seen": ", ".join(sorted(seen)) or "none",
    }
