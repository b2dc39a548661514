"""The edge of a table's images in pixels, as its stacks, the caller or the table itself say it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Layout
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.star import integers


def with_stack_boxes(particles: Particles) -> Particles:
    """The table with the images' edge as its stacks have it, where they are there."""
    extra = particles.optics_extra
    if "rlnImageSize" not in extra or not all(stack.is_file() for stack in particles.stacks):
        return particles
    group, first = np.unique(particles.optics.group.numpy(), return_index=True)
    stacks = [particles.stacks[particles.stack_number[row]] for row in first]
    boxes = {str(g): str(read_header(stack).file_shape[2]) for g, stack in zip(group, stacks, strict=True)}
    sizes = [boxes.get(str(g), size) for g, size in extra[["rlnOpticsGroup", "rlnImageSize"]].to_numpy()]
    return replace(particles, optics_extra=extra.assign(rlnImageSize=sizes))


def stack_boxes(particles: Particles, layout: Layout) -> np.ndarray | None:
    """Edge of each stack's images in pixels: the caller's, or where all the stacks are there, theirs."""
    if layout.box is not None:
        return np.full(len(particles.stacks), layout.box)
    if not all(stack.is_file() for stack in particles.stacks):
        return None
    return np.array([read_header(stack).file_shape[2] for stack in particles.stacks], np.int64)


def box_of(path: Path, particles: Particles, layout: Layout) -> int:
    """Edge of the images in pixels, by the caller, the stacks or the table; FormatError if none says it."""
    boxes = stack_boxes(particles, layout)
    if boxes is not None:
        sizes = set(boxes[np.unique(particles.stack_number)].tolist())
    elif "rlnImageSize" in particles.optics_extra:
        used = (
            particles.optics_extra["rlnOpticsGroup"]
            .astype(str)
            .isin({str(group) for group in set(particles.optics.group.tolist())})
        )
        sizes = set(integers(path, "optics", particles.optics_extra[used], "rlnImageSize").tolist())
    else:
        raise FormatError(f"{path}: neither table nor stacks say how large the images are: give it (--box)")
    if len(sizes) != 1 or min(sizes) < 1:
        raise FormatError(
            f"{path}: images of {sorted(sizes)} pixels, and they must be of one size: split the set"
        )
    return int(sizes.pop())
