"""From a table to its images: what would make them mean something else than the table says is refused first."""

import numpy as np
import torch

from cryo_core.data import Contrast, ImageSet, ImageStack, Particles
from cryo_core.errors import FormatError
from cryo_core.formats.honoured import require_honoured
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.mrc_stack import MrcStack
from cryo_core.optics.corrected import CorrectedImages


def open_stack(particles: Particles, contrast: Contrast | None = None) -> MrcStack:
    """Open the images of a table as they were stored; dark protein becomes bright as images are read.

    `contrast` wins over the table's own; where neither says it, images are taken as they are.

    Raises
    ------
    FormatError
        A stack is missing or damaged, image sizes differ, are not what the table says, a row names an image past
        the stack's end, or its CTF is zero everywhere.
    ShapeError
        Pixel sizes differ between optics groups.
    """
    for number in np.unique(particles.stack_number):
        stack = particles.stacks[number]
        if not stack.is_file():
            row = int(np.argmax(particles.stack_number == number))
            raise FormatError(f"{stack}: no such stack (row {row + 1}): name its folder (--stack-dir)")
    require_box(particles)
    _require_ctf(particles)
    return MrcStack(
        particles.stacks,
        particles.stack_number,
        particles.image_number,
        particles.pixel_angstrom,
        contrast or particles.contrast or "white",
    )


def open_images(
    particles: Particles, contrast: Contrast | None = None, device: torch.device | str = "cpu"
) -> ImageSet:
    """The images of a table as a plain microscope would have given them, with poses, optics and half sets.

    FormatError, besides for what `open_stack` raises, for what is said of them and cannot be taken into account
    (`honoured.require_honoured`).

    Parameters
    ----------
    particles, contrast
        As of `open_stack`, whose errors are raised.
    device
        Where images are corrected as they are read, if they are not plain.
    """
    require_honoured(particles)
    images: ImageStack = open_stack(particles, contrast)
    optics = particles.optics
    if not optics.is_plain:
        images = CorrectedImages(images, optics, device)
    return ImageSet(images, particles.poses, optics.of_corrected_images(), particles.half_set)


def require_box(particles: Particles) -> None:
    """Raise FormatError, with the pixel size that would fit, where table and stacks differ in the images' edge."""
    extra = particles.optics_extra
    if "rlnImageSize" not in extra or "rlnOpticsGroup" not in extra:
        return
    said = dict(zip(extra["rlnOpticsGroup"].astype(str), extra["rlnImageSize"].astype(str), strict=True))
    group = particles.optics.group.numpy()
    code = particles.stack_number.astype(np.int64) * (int(group.max()) + 1) + group
    for row in np.unique(code, return_index=True)[1].tolist():
        stack = particles.stacks[particles.stack_number[row]]
        stated = said.get(str(group[row]), "")
        if not stated.isdigit() or not stack.is_file():
            continue
        box = read_header(stack).file_shape[2]
        if int(stated) != box:
            pixel = float(particles.optics.pixel_angstrom[row])
            raise FormatError(
                f"{stack}: images of {box} pixels, and row {row + 1} of the table says {stated} of {pixel:g} Å: "
                f"if they were binned, their pixels are {pixel * int(stated) / box:.5g} Å (--pixel-size, or "
                "`pixel_angstrom` in the manifest)"
            )


def _require_ctf(particles: Particles) -> None:
    """Refuse a transfer function that is zero everywhere: nothing can be made of such images."""
    optics = particles.optics
    flat = (optics.defocus_u_angstrom == 0) & (optics.defocus_v_angstrom == 0)
    flat &= optics.spherical_aberration_mm == 0
    phase = torch.deg2rad(optics.phase_shift_degrees) + torch.asin(optics.amplitude_contrast.clamp(-1, 1))
    dead = flat & (torch.sin(phase).abs() < 1e-6)
    if bool(dead.any()):
        raise FormatError(
            f"the CTF of row {int(dead.int().argmax()) + 1} is zero everywhere (no defocus, Cs, phase shift or "
            "amplitude contrast): for images without a CTF leave out the columns of the defocus, or write a phase "
            "shift of 90 degrees"
        )
