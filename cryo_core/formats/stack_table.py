"""A particle table for a stack of images without poses, optics or metadata."""

from pathlib import Path

import numpy as np
import pandas as pd
import torch
from torch import Tensor

from cryo_core.data import Optics, Particles
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Overrides, group_table, unknown_poses
from cryo_core.formats.mrc_header import read_header


def is_stack(path: Path) -> bool:
    """Whether a file is a stack of images, and no table, by its name."""
    return path.suffix.lower() in (".mrcs", ".mrc")


def particles_of_stack(path: Path, overrides: Overrides) -> Particles:
    """Table of all images of a stack, without poses and without a CTF.

    No CTF is written as RELION writes it: no defocus, and a phase shift of 90 degrees, so that the transfer function
    is 1. FormatError for a map, and where neither the header nor `overrides` says the pixel size.
    """
    header = read_header(path)
    if header.kind == "map":
        raise FormatError(f"{path}: a map, says its header: a stack of images is named .mrcs")
    sections, box, width = header.file_shape
    if box != width:
        raise FormatError(f"{path}: images of {width} x {box} pixels: they must be square")
    pixel = overrides.pixel_angstrom or header.voxel_angstrom[0]
    if not pixel > 0:
        raise FormatError(f"{path}: its header does not say the pixel size: give it (--pixel-size)")

    def same(value: float) -> Tensor:
        return torch.full((sections,), value, dtype=torch.float64)

    optics = Optics(
        pixel_angstrom=same(pixel),
        voltage_kilovolt=same(overrides.voltage_kilovolt or 300.0),
        spherical_aberration_mm=same(0.0),
        amplitude_contrast=same(0.0),
        defocus_u_angstrom=same(0.0),
        defocus_v_angstrom=same(0.0),
        defocus_angle_degrees=same(0.0),
        phase_shift_degrees=same(90.0),
        b_factor_angstrom2=same(0.0),
        group=torch.ones(sections, dtype=torch.int64),
    )
    nothing = np.zeros(sections, dtype=np.int64)
    return Particles(
        poses=unknown_poses(sections),
        optics=optics,
        stacks=(path.resolve(),),
        stack_number=nothing,
        image_number=np.arange(sections),
        half_set=nothing.copy(),
        class_number=nothing.copy(),
        score=np.full(sections, np.nan),
        extra=pd.DataFrame(index=range(sections)),
        optics_extra=group_table(np.ones(sections, dtype=np.int64), box),
    )
