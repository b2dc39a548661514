"""The one door for particles: any table of the field in, `Particles` out, and back."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import numpy as np

from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Overrides
from cryo_core.formats.images import Locator
from cryo_core.formats.mrc import MrcStack, read_header
from cryo_core.formats.relion import (
    Locate,
    read_relion,
    read_relion_images,
    relion_stacks,
    write_relion,
)

__all__ = [
    "Overrides",
    "open_stack",
    "read_images",
    "read_particles",
    "referenced_files",
    "write_particles",
]

_Reader = Callable[[Path, Overrides, Locate], Particles]
_NOTHING = Overrides()


def read_particles(
    path: Path,
    stack_dir: Path | None = None,
    overrides: Overrides = _NOTHING,
    image_roots: tuple[Path, ...] = (),
) -> Particles:
    """Read a particle table with its poses; the images themselves need not be there.

    Parameters
    ----------
    path
        The table: .star (RELION 3.0 to 5; `relion` gives its conventions).
    stack_dir
        Where the stacks lie, if not where the table says; `images.Locator` gives the rule.
    overrides
        What the table does not say, or says wrong.
    image_roots
        Folders that stacks may lie in, besides the table's own and `stack_dir`.

    Raises
    ------
    FormatError
        Names file, row and field: a value is missing or not what it should be, a stack lies outside the
        allowed folders, two rows name one image, or the table has no poses (see `read_images`).
    """
    return _read(path, stack_dir, overrides, image_roots, {".star": read_relion})


def read_images(
    path: Path,
    stack_dir: Path | None = None,
    overrides: Overrides = _NOTHING,
    image_roots: tuple[Path, ...] = (),
) -> Particles:
    """Read a particle table for work without poses: as `read_particles`, and poses may be absent.

    Rotations and shifts are then NaN, so that nothing can be computed from them by mistake.
    """
    return _read(path, stack_dir, overrides, image_roots, {".star": read_relion_images})


def write_particles(path: Path, particles: Particles) -> None:
    """Write a particle table: .star, as RELION 3.1.

    Stacks are named relative to the folder of `path` where they lie inside it, otherwise in full.
    Shifts, angles and scores are written to 6 decimals, other numbers exactly; extra columns as they were.
    """
    if path.suffix.lower() != ".star":
        raise FormatError(f"{path}: particles are written as .star, and to no other kind of file")
    folder = path.parent.resolve()
    names = [
        str(stack.relative_to(folder) if stack.is_relative_to(folder) else stack)
        for stack in particles.stacks
    ]
    write_relion(path, particles, names, _boxes(particles))


def open_stack(particles: Particles, contrast: Literal["white", "dark"] = "white") -> MrcStack:
    """Open the images of a table; `contrast` "dark" makes dark protein bright as images are read.

    Raises
    ------
    FormatError
        A stack is missing or damaged, image sizes differ, or a row names an image past the stack's end.
    ShapeError
        Pixel sizes differ between optics groups.
    """
    for number in np.unique(particles.stack_number):
        stack = particles.stacks[number]
        if not stack.is_file():
            row = int(np.argmax(particles.stack_number == number))
            raise FormatError(f"{stack}: no such stack (row {row + 1}): name its folder (--stack-dir)")
    return MrcStack(
        particles.stacks,
        particles.stack_number,
        particles.image_number,
        particles.pixel_angstrom,
        contrast,
    )


def referenced_files(
    path: Path, stack_dir: Path | None = None, image_roots: tuple[Path, ...] = ()
) -> tuple[Path, ...]:
    """Give the table and every stack it names, sorted, each once; FormatError where one is missing."""
    _require_kind(path, {".star"})
    stacks = set(relion_stacks(path, Locator(path, stack_dir, image_roots)))
    for stack in sorted(stacks):
        if not stack.is_file():
            raise FormatError(f"{path}: its stack {stack} is missing: name its folder (--stack-dir)")
    return tuple(sorted({path.resolve(), *stacks}))


def _read(
    path: Path,
    stack_dir: Path | None,
    overrides: Overrides,
    image_roots: tuple[Path, ...],
    readers: dict[str, _Reader],
) -> Particles:
    _require_kind(path, set(readers))
    locate = Locator(path, stack_dir, image_roots)
    particles = readers[path.suffix.lower()](path, overrides, locate)
    _require_single(path, particles)
    return particles


def _require_kind(path: Path, kinds: set[str]) -> None:
    if path.suffix.lower() not in kinds:
        raise FormatError(
            f"{path}: particles are read from {', '.join(sorted(kinds))} files, not from "
            f"{path.suffix or 'a file without suffix'}"
        )


def _require_single(path: Path, particles: Particles) -> None:
    """Refuse two rows that name one image; stacks are compared as files, not as they are written."""
    distinct = {stack: i for i, stack in enumerate(dict.fromkeys(particles.stacks))}
    file = np.array([distinct[stack] for stack in particles.stacks], np.int64)[particles.stack_number]
    image = particles.image_number.astype(np.int64)
    keys = file * (int(image.max()) + 1) + image
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    if same.size:
        one, other = sorted((int(order[same[0]]), int(order[same[0] + 1])))
        stack = particles.stacks[particles.stack_number[one]]
        raise FormatError(
            f"{path}: rows {one + 1} and {other + 1} both name image {image[one] + 1} of {stack}"
        )


def _boxes(particles: Particles) -> np.ndarray | None:
    """Give the edge of each stack's images, where all the stacks are there to be asked."""
    if not all(stack.is_file() for stack in particles.stacks):
        return None
    return np.array([read_header(stack).file_shape[2] for stack in particles.stacks], np.int64)
