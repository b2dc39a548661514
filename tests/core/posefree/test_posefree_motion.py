"""What differs between particles without poses: the second search over all rotations, with the states found."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from test_posefree import BOX, blobs

from cryo_core.data import ImageSet, Poses
from cryo_core.errors import SettingsError
from cryo_core.geometry.rotations import random_rotations, rotation_distance_degrees
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearSettings
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.posefree.images import Loaded
from cryo_core.posefree.motion import MotionSettings, fit_motion, search_again

SMALL = MotionSettings(shells=7, iterations=4, early_iterations=2, components=1, states=2, shift_range=0.0)
COUNT = 1000


def test_images_that_one_map_misled_are_found_again_with_their_states(tmp_path: Path) -> None:
    whole, axis = blobs(), torch.arange(BOX) - BOX // 2
    part = whole.with_density(whole.density * (axis[:, None, None] < 2))
    made = simulate_particles(
        [whole, part],
        [0.6, 0.4],
        COUNT,
        SimulationSettings(snr=1.0, padding=4, seed=5, shift_sigma_angstrom=0.0),
    )
    images = Loaded(made.read(np.arange(COUNT)), made.pixel_angstrom)
    wrong = torch.arange(COUNT) % 12 == 0
    astray = random_rotations(COUNT, torch.Generator().manual_seed(2)).float()
    given = replace(
        made.poses, rotation=torch.where(wrong[:, None, None], astray, made.poses.rotation.float())
    )
    off = rotation_distance_degrees(given.rotation.double(), made.poses.rotation.double()) > 20
    fit = fit_linear(ImageSet(images, given, made.optics), SMALL.linear(), tmp_path)
    found, moved = search_again(ImageSet(images, fit.poses, made.optics), fit, SMALL)
    error = rotation_distance_degrees(found.rotation.double(), made.poses.rotation.double())
    assert float((error[off] < 20).double().mean()) > 0.8
    assert float(moved[~off].double().mean()) < 0.05
    again = fit_motion(ImageSet(images, given, made.optics), SMALL, tmp_path / "all")
    assert again.moved == int(moved.sum())
    left = rotation_distance_degrees(again.fit.poses.rotation.double(), made.poses.rotation.double())
    assert float((left[off] < 20).double().mean()) > 0.8


def test_settings_are_the_linear_models_and_two_more() -> None:
    assert MotionSettings(shells=13).linear() == LinearSettings(shells=13)
    for wrong in ({"states": -1}, {"shift_range": 0.5}, {"shells": 4}):
        with pytest.raises(SettingsError):
            MotionSettings(**wrong)  # type: ignore[arg-type]


def test_without_states_nothing_is_searched_again(tmp_path: Path) -> None:
    made = simulate_particles(
        [blobs()], [1.0], 200, SimulationSettings(snr=1.0, padding=4, seed=5, shift_sigma_angstrom=0.0)
    )
    images = Loaded(made.read(np.arange(200)), made.pixel_angstrom)
    poses = Poses(made.poses.rotation.float(), made.poses.shift_angstrom.float())
    assert fit_motion(ImageSet(images, poses, made.optics), replace(SMALL, states=0), tmp_path).moved is None
