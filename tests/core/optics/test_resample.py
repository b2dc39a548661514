"""Images at other points, by scenes that can be written down; sets of several sizes, and distorted magnifications."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from cryo_core.data import Applied, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Overrides, group_table
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import open_images, open_stack, read_images, write_particles
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.optics.corrected import common_grid
from cryo_core.optics.resample import resample_images

BLOBS = ((2.0, -3.0, 1.0, 2.6), (-4.0, 1.5, 0.5, 2.9), (5.0, 6.0, 0.7, 2.4))
"""Centre x and y, height, width, all in Å."""


def scene(box: int, pixel: float, matrix: Tensor, offset: tuple[float, float] = (0.0, 0.0)) -> Tensor:
    """The scene at matrix · r + offset, r in Å from the centre."""
    axis = (torch.arange(box).double() - box // 2) * pixel
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    u = matrix[0, 0] * x + matrix[0, 1] * y + offset[0]
    v = matrix[1, 0] * x + matrix[1, 1] * y + offset[1]
    return sum(h * torch.exp(-((u - a) ** 2 + (v - b) ** 2) / (2 * w**2)) for a, b, h, w in BLOBS)


@pytest.mark.parametrize(
    ("matrix", "offset", "box"),
    [
        (((1.0, 0.0), (0.0, 1.0)), (0.3, -0.7), 32),
        (((1.02, 0.01), (-0.03, 0.98)), (0.5, 0.2), 30),
        (((0.7, 0.02), (0.01, 0.7)), (0.0, 0.0), 41),
        (((1.2, 0.0), (0.0, 1.2)), (0.0, 0.0), 27),
    ],
)
def test_values_between_pixels_are_those_of_the_scene(
    matrix: tuple[tuple[float, float], ...], offset: tuple[float, float], box: int
) -> None:
    images = scene(32, 1.5, torch.eye(2))[None]
    at = torch.tensor(matrix).double()
    found = resample_images(images, at, torch.tensor([offset]).double(), box)[0]
    wanted = scene(box, 1.5, at, (offset[0] * 1.5, offset[1] * 1.5))
    assert float((found - wanted).abs().max()) < 2e-5


def test_there_and_back_is_the_identity_to_nearly_nyquist() -> None:
    noise = torch.randn(3, 64, 64, generator=torch.Generator().manual_seed(1)).double()
    kept = frequency_squared((64, 64), 1.0).sqrt() < 0.95 * 0.5
    smooth = spectrum_to_image(torch.where(kept, image_to_spectrum(noise), 0.0), 64)
    matrix, none = torch.tensor([[1.01, 0.004], [-0.006, 0.995]]).double(), torch.zeros(3, 2).double()
    there = resample_images(smooth, torch.linalg.inv(matrix), none, 64)
    back = resample_images(there, matrix, none, 64)
    inside = slice(8, -8)  # beyond lies what was continued over the edge
    assert float((back - smooth)[:, inside, inside].std()) < 0.035 * float(smooth.std())


def table_of(folder: Path, parts: list[tuple[Tensor, float]], **more: object) -> Particles:
    """A table of stacks of other pixel sizes, without a CTF, written and read again."""
    tables = []
    for number, (images, pixel) in enumerate(parts):
        path = folder / f"{number}.mrcs"
        with StackWriter(path, images.shape[-1], pixel) as writer:
            writer.append(images)
        tables.append(particles_of_stack(path, Overrides(pixel)))
    count = [len(t) for t in tables]
    group = torch.cat([torch.full((n,), i + 1) for i, n in enumerate(count)])
    first = tables[0]
    optics = type(first.optics)(
        **{
            name: torch.cat([getattr(t.optics, name) for t in tables])
            for name in vars(first.optics)
            if name != "group" and getattr(first.optics, name).ndim == 1
        },
        group=group,
    )
    total = sum(count)
    whole = replace(
        first,
        optics=replace(optics, **more),  # type: ignore[arg-type]
        poses=Poses(torch.eye(3).double().repeat(total, 1, 1), torch.zeros(total, 2).double()),
        stacks=tuple(t.stacks[0] for t in tables),
        stack_number=np.repeat(np.arange(len(tables)), count),
        image_number=np.concatenate([np.arange(n) for n in count]),
        **{n: np.zeros(total, np.int64) for n in ("half_set", "class_number")},
        score=np.full(total, np.nan),
        extra=first.extra.iloc[:0].reindex(range(total)),
        optics_extra=group_table(group.numpy()),
    )
    write_particles(folder / "table.star", whole)
    return read_images(folder / "table.star")


def test_groups_of_other_sizes_come_to_one_grid(tmp_path: Path) -> None:
    """48 pixels of 1.5 Å, 64 of 1.125 and 50 of 1.53: the same scene in each is the same on the common grid."""
    sizes = ((48, 1.5), (64, 1.125), (50, 1.53))
    table = table_of(tmp_path, [(scene(b, p, torch.eye(2)).repeat(2, 1, 1), p) for b, p in sizes])
    images = open_images(table)
    assert (images.box, images.pixel_angstrom) == (48, 1.53)
    wanted = scene(48, 1.53, torch.eye(2)).float()
    for order in (np.arange(6), np.array([5, 0, 3])):
        assert torch.allclose(images.read(order), wanted.expand(len(order), 48, 48), atol=2e-4)
    assert images.optics.pixel_angstrom.unique().tolist() == [1.53]
    assert common_grid([open_images(table.take(np.arange(2, 4)))]) == (64, 1.125)
    with pytest.raises(FormatError, match="split the set"):
        open_stack(
            replace(table, optics=replace(table.optics, pixel_angstrom=torch.full((6,), 1.5).double()))
        )


@pytest.mark.parametrize("applied", list(Applied))
def test_a_distortion_is_taken_off_about_the_particle(tmp_path: Path, applied: Applied) -> None:
    """The scene of an image that was stretched by M comes back, whatever lies where its pose says that it is."""
    m = torch.tensor([[1.02, 0.01], [-0.006, 0.985]]).double()
    shift = torch.tensor([[0.0, 0.0], [3.0, -2.0]]).double()
    # At k what belongs at M k: at r what belongs at the inverse of M's transpose times r, and the particle at −shift.
    inverse = torch.linalg.inv(m.T)
    stored = torch.stack([scene(48, 1.5, inverse, tuple((inverse @ s).tolist())) for s in shift])
    none = torch.full((2,), int(applied), dtype=torch.int8)
    table = table_of(tmp_path, [(stored, 1.5)], magnification=m.reshape(1, 4).repeat(2, 1), applied=none)
    table = replace(table, poses=replace(table.poses, shift_angstrom=shift))
    images = open_images(table)
    wanted = torch.stack([scene(48, 1.5, torch.eye(2), tuple(s.tolist())) for s in shift])
    assert torch.allclose(images.read(np.arange(2)).double(), wanted, atol=1e-3)
    assert float((stored - wanted).abs().max()) > 0.02
    assert not images.optics.magnification.shape[1] and math.isclose(images.pixel_angstrom, 1.5)
