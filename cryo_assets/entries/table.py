"""The particle table of an entry: its files, its facts, reading it, and its half sets."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from cryo_assets.entries.manifest import Dataset
from cryo_core.data import Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.fields import Companions, Overrides, unknown_poses
from cryo_core.formats.particles import open_images, read_images, referenced_files
from cryo_core.validation.twins import Twins
from cryo_core.validation.views import in_plane

if TYPE_CHECKING:
    from cryo_core.reconstruction.contrast import ContrastFound

_TABLES = (".star", ".cs", ".par")
"""Kinds of `stack` that name images instead of holding them."""


GOLDEN_SEED = 20261121
"""Seed of what is drawn at random when the settings do not say another one."""


def _image_roots(manifest: Dataset) -> tuple[Path, ...]:
    return tuple(p for p in (manifest.resolve(root) for root in manifest.image_roots) if p is not None)


def _companions(manifest: Dataset) -> Companions:
    passthrough = tuple(p for p in map(manifest.resolve, manifest.passthrough) if p is not None)
    stack, ctf, selection = map(manifest.resolve, (manifest.stack, manifest.ctf, manifest.selection))
    return Companions(stack, ctf, selection, passthrough)


@lru_cache(maxsize=64)
def _referenced(
    metadata: Path, stack_dir: Path | None, roots: tuple[Path, ...], companions: Companions, _changed: int
) -> tuple[Path, ...]:
    # `_changed` is part of the key alone: a table that changed is read again
    return referenced_files(metadata, stack_dir, roots, companions)


def source_files(manifest: Dataset) -> dict[str, Path]:
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


def source_facts(manifest: Dataset) -> dict[str, Any]:
    """What the manifest says of the microscope, which completes the table; None where the file says it."""
    return {
        "pixel_angstrom": manifest.pixel_angstrom,
        "voltage_kilovolt": manifest.voltage_kilovolt,
        "spherical_aberration_mm": manifest.spherical_aberration_mm,
        "amplitude_contrast": manifest.amplitude_contrast,
    }


IN_PLANE = (
    "the table has no poses: all its images are seen along one axis (rot and tilt 0, as 2D classification and "
    "extraction write them), so its angles and shifts are not used; give a table of a 3D refinement, or ask for poses "
    "from the images alone"
)


def read_source(manifest: Dataset) -> Particles:
    """Read a data set's table as its manifest completes it; poses that turn images in their plane alone are none."""
    particles = read_given(manifest)
    return replace(particles, poses=unknown_poses(len(particles))) if in_plane(particles.poses) else particles


def read_given(manifest: Dataset) -> Particles:
    """Read a data set's table with the poses that it writes, whatever they mean."""
    metadata = manifest.resolve(manifest.particles)
    assert metadata is not None
    overrides = Overrides(**source_facts(manifest))
    stack_dir, companions = manifest.resolve(manifest.stack_dir), _companions(manifest)
    return read_images(metadata, stack_dir, overrides, _image_roots(manifest), companions)


def contrast_shown(particles: Particles) -> "ContrastFound":
    """The contrast that a set's images show by themselves, whatever its table and manifest say of it."""
    from cryo_core.reconstruction.contrast import contrast_of

    return contrast_of(open_images(replace(particles, contrast=None), "white"))


def contrast_warning(found: "ContrastFound", stated: str | None) -> str:
    """What to say where images clearly show another contrast than was stated; "" where they do not."""
    if not found.decided or stated in (None, found.contrast):
        return ""
    return f"contrast: {stated} is stated, and {found.words()}: look at the images, maps would be inverted"


def read_stored(table: Path) -> Particles:
    """A table that the platform wrote or only takes poses from, its stacks wherever it says they are.

    The reader keeps a stranger's table from naming files outside of its own folder and `image_roots`. Tables in the
    store name the stacks of an entry by full paths that passed this check when the entry's own table was read, so
    any folder is allowed here.
    """
    return read_images(table, None, Overrides(), (Path("/"),))


def has_half_sets(particles: Particles) -> bool:
    """Whether every row is in half set 1 or 2, and neither is empty: one half alone of a refinement is no pair."""
    return set(np.unique(particles.half_set).tolist()) == {1, 2}


def require_two_images(particles: Particles) -> None:
    """Raise SettingsError where a table names one image alone."""
    if not particles.image_of.any():
        raise SettingsError(
            f"{particles.stacks[0]}: the table names one image of it, and two half maps need two at least"
        )


def with_half_sets(particles: Particles, seed: int, twins: Twins | None = None) -> Particles:
    """Fix the half sets once: the file's own where every row has one, else equal halves drawn at random.

    All rows of an image, of which symmetry expansion makes several, are in one half.

    Parameters
    ----------
    particles
        A table.
    seed
        Of the halves that are drawn.
    twins
        Rows of one particle: all of them go where the first of them is.
    """
    half_set = particles.half_set
    if not has_half_sets(particles):
        image = particles.image_of
        count = int(image.max()) + 1
        require_two_images(particles)
        of_row = np.arange(len(particles)) if count == len(particles) else image
        order = torch.randperm(count, generator=torch.Generator().manual_seed(seed)).numpy()
        of_image = np.empty(count, dtype=half_set.dtype)
        of_image[order] = np.arange(count) % 2 + 1
        half_set = of_image[of_row]
    return replace(particles, half_set=half_set if twins is None else half_set[twins.first])
