"""Working copies of images: half-precision stacks on a scratch disk, for what reads its images many times."""

from pathlib import Path

import numpy as np
import torch

from cryo_core.data import ImageStack, Progress, silent
from cryo_core.errors import FormatError
from cryo_core.formats.mrc_stack import MrcStack, SectionWriter

_BYTES = 2
_PIXELS_AT_ONCE = 1 << 23


def working_bytes(images: ImageStack) -> int:
    """Size of a working copy of images."""
    return _BYTES * len(images) * images.box**2


def working_copy(images: ImageStack, path: Path, progress: Progress = silent) -> MrcStack:
    """The same images in one file, as 16-bit floating-point numbers; a copy that is there already is taken.

    It is written in one pass, under another name until it is whole. Images of background deviation 1 are rounded by
    some 2e-4 of it.

    Parameters
    ----------
    images
        What is copied, in order.
    path
        The file, .mrcs.
    progress
        Called with (images done, images in all) as it is written.

    Raises
    ------
    FormatError
        An image has a value that is not finite, or beyond 65,504.
    """
    count, box = len(images), images.box
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial, step = path.with_suffix(".partial"), max(1, _PIXELS_AT_ONCE // box**2)
        with SectionWriter(partial, (box, box), images.pixel_angstrom, "<f2", space_group=0) as writer:
            for start in range(0, count, step):
                rows = np.arange(start, min(start + step, count))
                halves = images.read(rows).to("cpu", torch.float16)
                good = torch.isfinite(halves).flatten(1).all(1)
                if not bool(good.all()):
                    row = start + int((~good).int().argmax()) + 1
                    raise FormatError(
                        f"image {row} is not finite, or too bright for a working copy: leave it out"
                    )
                writer.write(halves.numpy())
                progress(int(rows[-1]) + 1, count)
        partial.rename(path)
    return MrcStack((path,), np.zeros(count, np.int64), np.arange(count), images.pixel_angstrom)
