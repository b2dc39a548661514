"""Contrast told by the images: right on simulated sets and a peer's, and left open where nothing shows."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, Poses
from cryo_core.formats.particles import open_images, read_particles
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.reconstruction.contrast import LEAST_MARGIN, ContrastFound, contrast_of


class Signed:
    """Images of another stack times a sign, with other noise added."""

    def __init__(self, images: ImageSet, sign: float, noise: float = 0.0) -> None:
        self.images, self.sign, self.noise = images, sign, noise
        self.box, self.pixel_angstrom = images.box, images.pixel_angstrom

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> torch.Tensor:
        found = self.images.read(index) * self.sign
        generator = torch.Generator().manual_seed(int(index[0]))
        return found if not self.noise else self.noise * torch.randn(found.shape, generator=generator)


def images_of(seed: int, sign: float, posed: bool, noise: float = 0.0) -> ImageSet:
    atoms = phantom_complex(seed, 2, 150)
    settings = SimulationSettings(snr=0.05, colour=2.0, background=0.5, empty=0.1, seed=seed)
    made = simulate_particles([density(atoms, (32, 32, 32), 5.0)], [1.0], 400, settings)
    poses = made.poses
    if not posed:
        poses = Poses(
            torch.full_like(poses.rotation, torch.nan), torch.full_like(poses.shift_angstrom, torch.nan)
        )
    return ImageSet(Signed(made, sign, noise), poses, made.optics)  # type: ignore[arg-type]


@pytest.mark.parametrize("posed", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_simulated_images_show_their_contrast(seed: int, posed: bool) -> None:
    white, dark = (contrast_of(images_of(seed, sign, posed)) for sign in (1.0, -1.0))
    assert white.decided and white.contrast == "white" and white.margin > LEAST_MARGIN
    assert dark.decided and dark.contrast == "dark" and dark.margin == pytest.approx(-white.margin, rel=1e-3)
    assert (white.as_map is not None) == posed
    assert f"400 images says white by {white.margin:.1f}" in white.words()


def test_noise_decides_nothing() -> None:
    assert not any(contrast_of(images_of(seed, 1.0, False, noise=1.0)).decided for seed in range(5))


def test_mean_and_map_have_to_agree() -> None:
    assert ContrastFound(9.0, None, 100).decided and ContrastFound(2.0, 30.0, 100).decided
    assert not ContrastFound(9.0, -30.0, 100).decided and not ContrastFound(2.0, 3.0, 100).decided
    assert "the other" in ContrastFound(9.0, -30.0, 100).words()


@pytest.mark.realdata
def test_a_peers_dark_particles_are_dark(shared_data: Path) -> None:
    particles = read_particles(shared_data / "particles/clpb_particles.star")
    found = contrast_of(open_images(replace(particles, contrast=None), "white"))
    assert found.decided and found.contrast == "dark" and found.margin < -50
