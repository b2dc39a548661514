"""From a table to its images: what would make them mean something else than the table says is refused first."""

from dataclasses import replace

import numpy as np
import torch

from cryo_core.data import Contrast, ImageSet, Particles
from cryo_core.errors import FormatError
from cryo_core.formats.honoured import require_honoured
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.mrc_stack import MrcStack
from cryo_core.optics.corrected import SAME_PIXEL, CorrectedImages, Stored


def open_stored(particles: Particles, contrast: Contrast | None = None) -> tuple[Stored, ...]:
    """Open the images of a table as they were stored, those of each size apart; dark protein becomes bright.

    `contrast` wins over the table's own; where neither says it, images are taken as they are.

    Raises
    ------
    FormatError
        A stack is missing or damaged, its images are not as large as the table says, a row names an image past the
        stack's end, or its CTF is zero everywhere.
    """
    for number in np.unique(particles.stack_number):
        stack = particles.stacks[number]
        if not stack.is_file():
            row = int(np.argmax(particles.stack_number == number))
            raise FormatError(f"{stack}: no such stack (row {row + 1}): name its folder (--stack-dir)")
    require_box(particles)
    _require_ctf(particles)
    pixel = particles.optics.pixel_angstrom.double().numpy()
    parts: list[Stored] = []
    for kind in _sizes(particles):
        rows = np.flatnonzero(kind)
        images = MrcStack(
            particles.stacks,
            particles.stack_number[rows],
            particles.image_number[rows],
            float(pixel[rows[0]]),
            contrast or particles.contrast or "white",
        )
        parts.append(Stored(rows, images))
    return tuple(parts)


def open_stack(particles: Particles, contrast: Contrast | None = None) -> MrcStack:
    """Open the images of a table of one size as they were stored; arguments and errors as of `open_stored`.

    ShapeError or FormatError where pixel sizes or boxes differ.
    """
    parts = open_stored(particles, contrast)
    if len(parts) > 1:
        pixel, boxes = particles.pixel_angstrom, [part.images.box for part in parts]
        raise FormatError(
            f"images of {boxes[0]} and {boxes[1]} pixels of {pixel:g} Å: split the set by box size (row "
            f"{int(parts[1].rows[0]) + 1} is the first of the others)"
        )
    images = parts[0].images
    assert isinstance(images, MrcStack)
    return images


def _sizes(particles: Particles) -> list[np.ndarray]:
    """Which rows have images of each pixel size (to 1e-4) and box, by the first row of each."""
    boxes = np.zeros(len(particles.stacks), np.int64)
    used = np.unique(particles.stack_number)
    boxes[used] = [read_header(particles.stacks[number]).file_shape[2] for number in used]
    box, pixel = boxes[particles.stack_number], particles.optics.pixel_angstrom.double().numpy()
    left, kinds = np.ones(len(particles), bool), []
    while left.any():
        first = int(np.argmax(left))
        kinds.append(left & (box == box[first]) & (np.abs(pixel / pixel[first] - 1) <= SAME_PIXEL))
        left &= ~kinds[-1]
    return kinds


def open_images(
    particles: Particles, contrast: Contrast | None = None, device: torch.device | str = "cpu"
) -> ImageSet:
    """The images of a table as a plain microscope would have given them, with poses, optics and half sets.

    Images of several pixel sizes or boxes are brought to one grid (`optics.corrected`). FormatError, besides for what
    `open_stored` raises, for what is said of them and cannot be taken into account (`honoured.require_honoured`).

    Parameters
    ----------
    particles, contrast
        As of `open_stored`.
    device
        Where images are corrected as they are read, if they are not plain.
    """
    require_honoured(particles)
    parts, optics = open_stored(particles, contrast), particles.optics
    images = parts[0].images
    if len(parts) > 1 or not optics.is_plain:
        images = CorrectedImages(parts, optics, particles.poses.shift_angstrom, device)
    plain = optics.of_corrected_images()
    if len(parts) > 1:
        plain = replace(plain, pixel_angstrom=torch.full_like(plain.pixel_angstrom, images.pixel_angstrom))
    return ImageSet(images, particles.poses, plain, particles.half_set)


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
