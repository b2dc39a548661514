"""What stands below an image of a particle: its projection, and what that leaves."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from cryo_assets.pages.montage import compared
from cryo_core.data import ImageSet, Optics, Poses, Volume
from cryo_core.fourier.resample import resample
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.slices import prepare

BOX, PIXEL, COUNT = 32, 3.0, 6


class InMemory:
    """Images that are in memory."""

    def __init__(self, images: torch.Tensor) -> None:
        self.images, self.box, self.pixel_angstrom = images, BOX, PIXEL

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> torch.Tensor:
        """The images of these rows."""
        return self.images[index]


def _scene() -> tuple[Volume, ImageSet]:
    generator = torch.Generator().manual_seed(7)
    axis = torch.arange(BOX) - BOX // 2
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    places = ((0, 0, 0, 1.0), (4, 1, -6, 0.8), (-5, 6, 2, 0.6), (1, -7, 4, 0.9))
    density = sum(w * torch.exp(-((z - a) ** 2 + (y - b) ** 2 + (x - c) ** 2) / 6.0) for a, b, c, w in places)
    same = {"voltage_kilovolt": 300.0, "spherical_aberration_mm": 2.7, "amplitude_contrast": 0.1}
    same |= {"pixel_angstrom": PIXEL, "defocus_u_angstrom": 12000.0, "defocus_v_angstrom": 11500.0}
    same |= {"defocus_angle_degrees": 20.0, "phase_shift_degrees": 0.0, "b_factor_angstrom2": 0.0}
    optics = Optics(
        **{name: torch.full((COUNT,), value, dtype=torch.float64) for name, value in same.items()},
        group=torch.ones(COUNT, dtype=torch.int64),
    )
    poses = Poses(random_rotations(COUNT, generator), 5 * torch.randn(COUNT, 2, generator=generator))
    volume = Volume(density.float(), PIXEL)
    images = 2.5 * simulate_images(prepare(volume.density), poses, optics, BOX, PIXEL)
    return volume, ImageSet(InMemory(images), poses, optics)


def _left(images: ImageSet, volume: Volume) -> torch.Tensor:
    """Share of each image's power that its projection leaves."""
    smooth, projected = compared(images.read(np.arange(COUNT)), images, volume)
    centred = smooth - smooth.mean((1, 2), keepdim=True)
    return (smooth - projected).square().sum((1, 2)) / centred.square().sum((1, 2))


def test_at_its_own_pose_a_projection_leaves_nothing_at_any_contrast() -> None:
    volume, images = _scene()
    assert float(_left(images, volume).max()) < 1e-6


def test_at_another_pose_much_is_left() -> None:
    volume, images = _scene()
    turned = replace(images.poses, rotation=images.poses.rotation.roll(1, 0))
    assert float(_left(replace(images, poses=turned), volume).min()) > 0.1


def test_a_map_of_other_voxels_is_brought_to_the_images() -> None:
    """The latent model's box is smaller than the images': 24 voxels of 4 A are as wide as 32 pixels of 3 A."""
    volume, images = _scene()
    coarse = 24
    small = resample(volume, PIXEL * BOX / coarse, coarse)
    assert math.isclose(small.voxel_angstrom, 4.0)
    assert float(_left(images, small).max()) < 1e-4
    assert float(_left(images, small).max()) == pytest.approx(float(_left(images, volume).max()), abs=1e-4)
