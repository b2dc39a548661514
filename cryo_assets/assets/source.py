"""particles/source: the particle table, read, checked, and its half sets fixed."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cryo_assets import previews
from cryo_assets.settings import Dataset
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Check
from cryo_core.data import Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.fields import Companions, Overrides
from cryo_core.formats.particles import open_stack, read_images, referenced_files, write_particles
from cryo_core.validation.orientations import orientation_histogram

_TABLES = (".star", ".cs", ".par")
"""Kinds of `stack` that name images instead of holding them."""

GOLDEN_SEED = 20261121
"""Seed of what is drawn at random when the settings do not say another one."""


@dataclass(frozen=True)
class SourceSettings:
    """How the table is completed: the seed of the half sets, where the file has none."""

    half_set_seed: int = GOLDEN_SEED


def _image_roots(manifest: Dataset) -> tuple[Path, ...]:
    return tuple(p for p in (manifest.resolve(root) for root in manifest.image_roots) if p is not None)


def _companions(manifest: Dataset) -> Companions:
    passthrough = tuple(p for p in map(manifest.resolve, manifest.passthrough) if p is not None)
    stack, ctf, selection = map(manifest.resolve, (manifest.stack, manifest.ctf, manifest.selection))
    return Companions(stack, ctf, selection, passthrough)


@lru_cache(maxsize=64)
def _referenced(
    metadata: Path, stack_dir: Path | None, roots: tuple[Path, ...], companions: Companions, changed: int
) -> tuple[Path, ...]:
    del changed  # part of the key alone: a table that changed is read again
    return referenced_files(metadata, stack_dir, roots, companions)


def _source_files(manifest: Dataset) -> dict[str, Path]:
    """Label the table, its companions, and its stacks in the order of their paths."""
    metadata, companions = manifest.resolve(manifest.particles), _companions(manifest)
    assert metadata is not None
    if not metadata.is_file():
        raise SettingsError(f"{manifest.path}: field particles: {metadata} is not a file")
    tables = {"particles": metadata, "ctf": companions.ctf, "selection": companions.selection}
    tables |= {f"passthrough {i}": path for i, path in enumerate(companions.passthrough)}
    if companions.stack and companions.stack.suffix.lower() in _TABLES:
        tables["table of images"] = companions.stack
    files = {label: path for label, path in tables.items() if path is not None}
    stack_dir, changed = manifest.resolve(manifest.stack_dir), metadata.stat().st_mtime_ns
    named = _referenced(metadata, stack_dir, _image_roots(manifest), companions, changed)
    stacks = [path for path in named if path not in files.values()]
    return files | {f"stack {i} {path.name}": path for i, path in enumerate(stacks)}


def _source_facts(manifest: Dataset) -> dict[str, Any]:
    return {
        "pixel_angstrom": manifest.pixel_angstrom,
        "voltage_kilovolt": manifest.voltage_kilovolt,
        "spherical_aberration_mm": manifest.spherical_aberration_mm,
        "amplitude_contrast": manifest.amplitude_contrast,
    }


def read_source(manifest: Dataset) -> Particles:
    """Read a data set's table as its manifest completes it."""
    metadata = manifest.resolve(manifest.particles)
    assert metadata is not None
    overrides = Overrides(**_source_facts(manifest))
    stack_dir, companions = manifest.resolve(manifest.stack_dir), _companions(manifest)
    return read_images(metadata, stack_dir, overrides, _image_roots(manifest), companions)


def with_half_sets(particles: Particles, seed: int) -> Particles:
    """Fix the half sets once: the file's own where every row has one, else equal halves drawn at random."""
    if bool(np.isin(particles.half_set, (1, 2)).all()):
        return particles
    order = torch.randperm(len(particles), generator=torch.Generator().manual_seed(seed)).numpy()
    half_set = np.empty(len(particles), dtype=particles.half_set.dtype)
    half_set[order] = np.arange(len(particles)) % 2 + 1
    return replace(particles, half_set=half_set)


def _source(task: Task) -> Report:
    given = read_source(task.manifest)
    particles = with_half_sets(given, task.settings.half_set_seed)
    stack = open_stack(particles)
    write_particles(task.folder / "particles.star", particles)
    defocus = (particles.optics.defocus_u_angstrom + particles.optics.defocus_v_angstrom).numpy() / 2
    previews.histogram(defocus / 1e4, "defocus (µm)", task.folder / "defocus.png")
    pictures = {"defocus": "defocus.png"}
    if particles.has_poses:
        previews.orientation_map(
            orientation_histogram(particles.poses.rotation).numpy(), task.folder / "orientations.png"
        )
        pictures["orientations"] = "orientations.png"
    halves = [int((particles.half_set == half).sum()) for half in (1, 2)]
    return Report(
        numbers={
            "particles": len(particles),
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
    particles = read_images(table, None, Overrides(), (Path("/"),))
    before = sorted(set(particles.stacks))
    now = [path for label, path in _source_files(task.manifest).items() if label.startswith("stack ")]
    moved = dict(zip(before, now, strict=True))
    return replace(particles, stacks=tuple(moved[stack] for stack in particles.stacks))


SOURCE = Step(
    key="particles/source",
    partition="datasets",
    code_version="1",
    description="The particle table, read and checked: poses, optics and image references in RELION 3.1's form. "
    "Half sets are fixed here once and never change.",
    compute=_source,
    core=("cryo_core.formats.particles", "cryo_core.validation.orientations"),
    checks=("half_sets", "shifts"),
    settings=SourceSettings,
    facts=_source_facts,
    files=_source_files,
    kinds=frozenset({"relion"}),
)
