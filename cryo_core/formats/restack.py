"""Images of any optics groups written anew: white, corrected, and on one grid, in one stack."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from cryo_core.data import Particles, Progress, silent
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.pixels import open_images

_BATCH = 256


def restacked(particles: Particles, path: Path, progress: Progress = silent) -> Particles:
    """Write the images in the order of the rows, and give the table that names them.

    What was done to images (premultiplied, flipped, tilted, distorted) is taken off, groups of other pixels and boxes
    are brought to one grid, and dark images are written white; where the contrast is not known it stays unknown.

    Parameters
    ----------
    particles : the table
    path : the stack to write, .mrcs
    progress : called with the images that are written, and all
    """
    images = open_images(particles)
    with StackWriter(path, images.box, images.pixel_angstrom) as writer:
        for start in range(0, len(images), _BATCH):
            rows = np.arange(start, min(start + _BATCH, len(images)))
            writer.append(images.read(rows))
            progress(int(rows[-1]) + 1, len(images))
    optics, count = particles.optics.of_corrected_images(), len(particles)
    pixel = torch.full_like(optics.pixel_angstrom, images.pixel_angstrom)
    return replace(
        particles,
        stacks=(path,),
        stack_number=np.zeros(count, dtype=particles.stack_number.dtype),
        image_number=np.arange(count, dtype=particles.image_number.dtype),
        optics=replace(optics, pixel_angstrom=pixel),
        optics_extra=particles.optics_extra.drop(columns="rlnImageSize", errors="ignore"),
        contrast=particles.contrast and "white",
    )
