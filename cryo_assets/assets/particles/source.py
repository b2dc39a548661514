"""particles/source: the particle table, read, checked, and its half sets fixed."""

from dataclasses import dataclass, replace

import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.table import (
    GOLDEN_SEED,
    read_source,
    read_stored,
    source_facts,
    source_files,
    with_half_sets,
)
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.data import Particles
from cryo_core.formats.particles import open_stack, write_particles
from cryo_core.validation.orientations import orientation_histogram


@dataclass(frozen=True)
class SourceSettings:
    """How the table is completed.

    Attributes
    ----------
    half_set_seed : number
        Seed of the half sets, where the file has none.
    """

    half_set_seed: int = GOLDEN_SEED


def make(task: Task) -> Report:
    """Read the particle table, check it, and fix the half sets."""
    given = read_source(task.manifest)
    particles = with_half_sets(given, task.settings.half_set_seed)
    stack = open_stack(particles)
    write_particles(task.folder / "particles.star", particles)
    defocus = (particles.optics.defocus_u_angstrom + particles.optics.defocus_v_angstrom).numpy() / 2
    draw.histogram(defocus / 1e4, "defocus (µm)", task.folder / "defocus.png")
    pictures = {"defocus": "defocus.png"}
    if particles.has_poses:
        draw.orientation_map(
            orientation_histogram(particles.poses.rotation).numpy(), task.folder / "orientations.png"
        )
        pictures["orientations"] = "orientations.png"
    halves = [int((particles.half_set == half).sum()) for half in (1, 2)]
    return Report(
        numbers={
            "particles": len(particles),
            "images": int(particles.image_of.max()) + 1,
            "box": stack.box,
            "pixel_angstrom": particles.pixel_angstrom,
            "stacks": len(particles.stacks),
            "optics_groups": len(torch.unique(particles.optics.group)),
            "has_poses": particles.has_poses,
            "half_sets_from_file": given is particles,
            "defocus_min_angstrom": float(defocus.min()),
            "defocus_max_angstrom": float(defocus.max()),
        },
        headline="particles",
        checks=(
            Check("half_sets", min(halves) > 0, f"{halves[0]} and {halves[1]} particles"),
            _poses_inside_box(particles, stack.box),
        ),
        pictures=pictures,
    )


def _poses_inside_box(particles: Particles, box: int) -> Check:
    if not particles.has_poses:
        return Check("shifts", True, "no poses in the file")
    largest = float(particles.poses.shift_angstrom.abs().max()) / particles.pixel_angstrom
    return Check("shifts", largest < box / 2, f"largest shift {largest:.1f} px of a box of {box}")


def source_particles(task: Task) -> Particles:
    """Read the table that particles/source checked, with the stacks where the manifest has them now.

    The data set may have been moved since: its files have the same digests, in the same order.
    """
    table = task.inputs["particles/source"].path("particles.star")
    particles = read_stored(table)
    before = sorted(set(particles.stacks))
    now = [path for label, path in source_files(task.manifest).items() if label.startswith("stack ")]
    moved = dict(zip(before, now, strict=True))
    return replace(
        particles,
        stacks=tuple(moved[stack] for stack in particles.stacks),
        contrast=task.manifest.contrast or particles.contrast,
    )


STEP = Step(
    key="particles/source",
    partition="datasets",
    code_version="1",
    description="The particle table, read and checked: poses, optics and image references in RELION 3.1's form. "
    "Half sets are fixed here once and never change.",
    compute=make,
    checks=("half_sets", "shifts"),
    settings=SourceSettings,
    facts=source_facts,
    files=source_files,
    kinds=frozenset({"relion"}),
)
