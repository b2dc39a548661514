"""particles/source: the particle table, read and checked; its bad images left out, its half sets fixed."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.screening import Screened, faults_table, screen
from cryo_assets.entries.table import (
    GOLDEN_SEED,
    has_half_sets,
    read_source,
    read_stored,
    source_facts,
    source_files,
    with_half_sets,
)
from cryo_assets.pictures import draw
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageSet, Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.particles import open_images, write_particles
from cryo_core.validation.orientations import orientation_histogram
from cryo_core.validation.twins import TWIN_DISTANCE, Twins, first_rows

LEFT_OUT, TWINS = "left_out.csv", "twins.csv"
_PICTURED_TWINS = 9


@dataclass(frozen=True)
class SourceSettings:
    """How the table is completed.

    Attributes
    ----------
    half_set_seed : number
        Seed of the half sets, where the file has none.
    twins : choice
        What becomes of images of one particle, picked more than once: all are put `together` in one half set, or all
        but the first are left out (`leave_out`).
    twin_distance : share of the box
        Two picks of one micrograph that are nearer than that are of one particle.
    """

    half_set_seed: int = GOLDEN_SEED
    twins: Literal["together", "leave_out"] = "together"
    twin_distance: float = TWIN_DISTANCE

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.twin_distance <= 0.5:
            raise SettingsError(f"twin_distance: {self.twin_distance}: a share of the box, at most 0.5")


def make(task: Task) -> Report:
    """Read the particle table, leave out what cannot be used, and fix the half sets with twins in one of them."""
    settings: SourceSettings = task.settings
    given = read_source(task.manifest)
    stack = open_images(given)
    found = screen(given, settings.twin_distance, task.stage("looking at the images"))
    pictures = _twin_picture(task, found, stack)
    twin_numbers = _twin_numbers(found, given.take(found.rows))
    if settings.twins == "leave_out":
        found = found.without_twins()
    particles = with_half_sets(given.take(found.rows), settings.half_set_seed, found.twins)
    write_particles(task.folder / "particles.star", particles)
    _write_tables(task, given, particles, found)
    pictures |= _pictures(task, particles)
    defocus = _defocus(particles)
    halves = [int((particles.half_set == half).sum()) for half in (1, 2)]
    numbers = {
        "particles": len(particles),
        "images": int(particles.image_of.max()) + 1,
        "box": stack.box,
        "pixel_angstrom": stack.pixel_angstrom,
        "stacks": len(particles.stacks),
        "optics_groups": len(torch.unique(particles.optics.group)),
        "has_poses": particles.has_poses,
        "half_sets_from_file": has_half_sets(given),
        "defocus_min_angstrom": float(defocus.min()),
        "defocus_max_angstrom": float(defocus.max()),
        "left_out": len(found.faults),
        "left_out_because": _reasons(found),
        **twin_numbers,
    }
    checks = (
        Check("half_sets", min(halves) > 0, f"{halves[0]} and {halves[1]} particles"),
        _poses_inside_box(particles, stack),
    )
    return Report(numbers=numbers, headline="particles", checks=checks, pictures=pictures)


def _twin_numbers(found: Screened, particles: Particles) -> dict[str, Any]:
    """Count the twins, and those that the file's own half sets put apart; say what is done with them."""
    numbers: dict[str, Any] = {"twins": found.twins.count, "twins_said": found.words}
    if has_half_sets(particles):
        numbers["twins_apart_in_file"] = found.twins.in_both_halves(particles.half_set)
    return numbers


def _reasons(found: Screened) -> str:
    """Why images were left out, with the number of each."""
    reasons = pd.Series([fault.reason.split(":")[0] for fault in found.faults], dtype=object).value_counts()
    return "; ".join(f"{count} × {reason}" for reason, count in reasons.items()) or "nothing"


def _write_tables(task: Task, given: Particles, particles: Particles, found: Screened) -> None:
    """Write which images were left out, and which are twins; rows count from 1, in the table named."""
    faults_table(found, given).to_csv(task.folder / LEFT_OUT, index=False)
    later = found.twins.later
    first = found.twins.first[later]
    table = {
        "row": later + 1,
        "twin_of": first + 1,
        "found_by": found.found_by[later],
        "half_set": particles.half_set[later],
        "row_of_file": found.rows[later] + 1,
        "twin_of_row_of_file": found.rows[first] + 1,
    }
    pd.DataFrame(table).to_csv(task.folder / TWINS, index=False)


def _twin_picture(task: Task, found: Screened, stack: ImageSet) -> dict[str, str]:
    """Draw some twins, each beside the image it is the twin of."""
    later = found.twins.later
    if not len(later):
        return {}
    some = later[np.linspace(0, len(later) - 1, min(_PICTURED_TWINS, len(later))).astype(int)]
    pairs = np.stack([found.twins.first[some], some], 1).ravel()
    images = stack.read(found.rows[pairs])
    draw.montage(images, stack.pixel_angstrom, task.folder / "twins.png")
    return {"twins, each beside the image it repeats": "twins.png"}


def _defocus(particles: Particles) -> np.ndarray:
    return (particles.optics.defocus_u_angstrom + particles.optics.defocus_v_angstrom).numpy() / 2


def _pictures(task: Task, particles: Particles) -> dict[str, str]:
    draw.histogram(_defocus(particles) / 1e4, "defocus (µm)", task.folder / "defocus.png")
    pictures = {"defocus": "defocus.png"}
    if particles.has_poses:
        draw.orientation_map(
            orientation_histogram(particles.poses.rotation).numpy(), task.folder / "orientations.png"
        )
        pictures["orientations"] = "orientations.png"
    return pictures


def _poses_inside_box(particles: Particles, images: ImageSet) -> Check:
    if not particles.has_poses:
        return Check("shifts", True, "no poses in the file")
    largest = float(particles.poses.shift_angstrom.abs().max()) / images.pixel_angstrom
    return Check(
        "shifts", largest < images.box / 2, f"largest shift {largest:.1f} px of a box of {images.box}"
    )


def source_particles(task: Task) -> Particles:
    """Read the table that particles/source checked, with the stacks where the manifest has them now."""
    return table_of_source(task.inputs["particles/source"], task.manifest)


def table_of_source(source: Artifact, manifest: Dataset) -> Particles:
    """Read the table of particles/source, with the stacks where the manifest has them now.

    The data set may have been moved since: its files have the same digests, in the same order.
    """
    particles = read_stored(source.path("particles.star"))
    before = sorted(set(particles.stacks))
    now = [path for label, path in source_files(manifest).items() if label.startswith("stack ")]
    if len(now) != len(before):
        raise SettingsError(
            f"{manifest.path}: has {len(now)} stacks, and particles/source was made of {len(before)}: run `cryo run "
            f"{manifest.name}` again"
        )
    moved = dict(zip(before, now, strict=True))
    return replace(
        particles,
        stacks=tuple(moved[stack] for stack in particles.stacks),
        contrast=manifest.contrast or particles.contrast,
    )


def twins_of(source: Artifact, particles: Particles) -> Twins:
    """Read which rows of a table of particles/source, as `source_particles` gives it, are of one particle."""
    image, first = first_rows(particles), np.arange(len(particles))
    if TWINS in source.files:
        table = pd.read_csv(source.path(TWINS))
        first[table["row"].to_numpy(np.int64) - 1] = table["twin_of"].to_numpy(np.int64) - 1
    return Twins(first[image], image)


def rows_left_out(source: Artifact) -> np.ndarray:
    """Read which rows (from 0) of the data set's own table particles/source left out."""
    if LEFT_OUT not in source.files:
        return np.zeros(0, np.int64)
    return pd.read_csv(source.path(LEFT_OUT))["row"].to_numpy(np.int64) - 1


STEP = Step(
    key="particles/source",
    partition="datasets",
    code_version="2",
    description="The particle table, read and checked: poses, optics and image references in RELION 3.1's form. "
    "Every image is looked at once: those that cannot be used are left out (left_out.csv), and images of one particle "
    "(twins.csv) come into one half set. Half sets are fixed here once and never change.",
    compute=make,
    checks=("half_sets", "shifts"),
    settings=SourceSettings,
    facts=source_facts,
    files=source_files,
    outside=True,
    kinds=frozenset({"relion"}),
)
