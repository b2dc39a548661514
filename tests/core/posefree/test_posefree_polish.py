"""The search's passes, pose by pose, and that a search which was killed goes on to the same answer."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from letter import letter_images
from test_posefree import BOX, blobs, seen

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.errors import FormatError
from cryo_core.formats.fields import unknown_poses
from cryo_core.geometry.rotations import axis_angle_to_matrix, rotation_distance_degrees
from cryo_core.imaging.simulate import SimulatedParticles
from cryo_core.posefree.images import Loaded, read_spectra
from cryo_core.posefree.polish import Polished, near
from cryo_core.posefree.pose_mean import curvature, mean_poses
from cryo_core.posefree.report import describe
from cryo_core.posefree.resume import SEARCH
from cryo_core.posefree.search import SearchSettings, search
from cryo_core.refinement.band import Calibration, prepare_reference
from cryo_core.refinement.compare import compare
from cryo_core.refinement.score import objective
from cryo_core.refinement.search import Prior, Scene, climb

QUICK = SearchSettings(
    shift_range=0.0,
    last_shell=5,
    steps=2,
    most_restarts=2,
    held_out=200,
    candidates=2,
    global_passes=1,
    last_passes=1,
    more_passes=0,
)

_KILLED = """
import os, signal, sys, numpy as np
from pathlib import Path
from cryo_core.posefree.images import Loaded
from letter import letter_images
from cryo_core.data import ImageSet
from cryo_core.formats.fields import unknown_poses
from cryo_core.posefree.search import SearchSettings, search

made = letter_images(200, 24, chiral=True, snr=0.5)
images, half = Loaded(made.read(np.arange(200)), 1.0), np.arange(200) % 2 + 1
QUICK = SearchSettings(**eval(sys.argv[2]))
die = lambda *told: os.kill(os.getpid(), signal.SIGKILL)
unposed = ImageSet(images, unknown_poses(200), made.optics, half)
search(unposed, QUICK, on_pass=die, folder=Path(sys.argv[1]))
"""


def _unposed(images: Loaded, made: SimulatedParticles, half: np.ndarray) -> ImageSet:
    return ImageSet(images, unknown_poses(len(images)), made.optics, half)


def test_a_killed_search_goes_on_where_it_stopped_to_the_same_answer(tmp_path: Path) -> None:
    made = letter_images(200, BOX, chiral=True, snr=0.5)
    images, half = Loaded(made.read(np.arange(200)), 1.0), np.arange(200) % 2 + 1
    whole = search(_unposed(images, made, half), QUICK)

    class Stopped(Exception):
        pass

    def stop(*_: Any) -> None:
        raise Stopped

    with pytest.raises(Stopped):  # after the first restart
        search(
            _unposed(images, made, half),
            QUICK,
            on_restart=stop,
            folder=tmp_path,
        )
    killed = [sys.executable, "-c", _KILLED, str(tmp_path), repr(asdict(QUICK))]
    paths = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}  # of this checkout and of what tests share
    assert (
        subprocess.run(killed, env=paths, check=False).returncode == -signal.SIGKILL
    )  # after the first pass
    restarts, passes = list[int](), list[Polished]()
    again = search(
        _unposed(images, made, half),
        QUICK,
        on_restart=lambda number, _: restarts.append(number),
        on_pass=passes.append,
        folder=tmp_path,
    )
    assert not restarts and len(passes) == len(whole.polished.passes) - 1
    assert torch.equal(again.poses.rotation, whole.poses.rotation)
    assert torch.equal(again.polished.reconstruction.full.density, whole.polished.reconstruction.full.density)
    assert json.dumps(describe(again)) == json.dumps(describe(whole))
    other = search(
        _unposed(images, made, half),
        replace(QUICK, seed=7),
        folder=tmp_path,
    )
    assert other.restarts[0].curve != whole.restarts[0].curve  # of other settings nothing is taken
    (tmp_path / SEARCH).write_bytes(b"no search")
    with pytest.raises(FormatError, match="search"):
        search(_unposed(images, made, half), QUICK, folder=tmp_path)


def _at_truth(snr: float, count: int = 300) -> tuple[Any, Scene]:
    """Images of the blobs, and the scene of comparing them with the true map at all shells but the last two."""
    made, images = seen(count, snr=snr, shift=2.0)
    spectra = read_spectra(images, made.optics)
    band = spectra.narrowed(spectra.band.last - 1)
    reference = prepare_reference(Volume(blobs().density / made.noise_sigma, 4.0), band, 2)
    precision = torch.zeros(6, dtype=torch.float64)
    precision[:2] = 0.1
    calibration = Calibration(torch.ones(band.last + 1), torch.ones(band.last + 1))
    prior = Prior(precision, torch.zeros(2, dtype=torch.float64))
    values = spectra.within(torch.arange(count), band)
    return made, Scene(values, made.optics, band, calibration, reference, prior, 0.1)


def _degrees(poses: Poses, truth: Poses) -> torch.Tensor:
    return rotation_distance_degrees(poses.rotation.double(), truth.rotation.double())


@pytest.mark.parametrize("snr", [1.0, 50.0])
def test_the_mean_of_a_posterior_is_that_of_many_more_samples(snr: float) -> None:
    made, scene = _at_truth(snr, 20)
    top = climb(scene, made.poses.to("cpu", torch.float64), None, 12).poses
    mean = mean_poses(scene, top)
    eye = torch.eye(3, dtype=torch.float64).expand(20, 3, 3)
    torch.testing.assert_close(mean.rotation @ mean.rotation.mT, eye, atol=1e-9, rtol=0)
    assert torch.equal(mean.rotation, mean_poses(scene, top).rotation)
    covariance = torch.linalg.inv(curvature(scene, top))
    generator, root = torch.Generator().manual_seed(5), torch.linalg.cholesky(covariance)
    values, turns, shifts = [], [], []
    for _ in range(600):
        draw = torch.randn(20, 5, generator=generator, dtype=torch.float64)
        step = 2.0 * torch.einsum("nij,nj->ni", root, draw)
        poses = Poses(axis_angle_to_matrix(step[:, 2:]) @ top.rotation, top.shift_angstrom + step[:, :2])
        told = objective(compare(scene.views(), poses, scene.reference, scene.band, 1), 0.1)
        prior = -0.5 * 0.1 * poses.shift_angstrom.square().sum(1)
        values.append(told + prior + 0.5 * draw.square().sum(1))
        turns.append(step[:, 2:])
        shifts.append(poses.shift_angstrom)
    chances = torch.softmax(torch.stack(values), 0)[..., None]
    turn, shift = ((chances * torch.stack(steps)).sum(0) for steps in (turns, shifts))
    own = covariance.diagonal(dim1=1, dim2=2)
    away = _degrees(mean, Poses(axis_angle_to_matrix(turn) @ top.rotation, shift))
    assert float((away / own[:, 2:].sum(1).sqrt().rad2deg()).median()) < 0.5
    off = (mean.shift_angstrom - shift).norm(dim=1) / own[:, :2].sum(1).sqrt()
    assert float(off.median()) < 0.5


def test_the_curvature_is_the_second_derivative_of_the_objective() -> None:
    made, scene = _at_truth(5.0, 20)
    top = climb(scene, made.poses.to("cpu", torch.float64), None, 12).poses
    bend = curvature(scene, top)

    def value(axis: int, size: float) -> torch.Tensor:
        step = torch.zeros(20, 5, dtype=torch.float64)
        step[:, axis] = size
        moved = Poses(axis_angle_to_matrix(step[:, 2:]) @ top.rotation, top.shift_angstrom + step[:, :2])
        told = objective(compare(scene.views(), moved, scene.reference, scene.band, 1), 0.1)
        return told - 0.5 * 0.1 * moved.shift_angstrom.square().sum(1)

    for axis, size in ((0, 0.2), (1, 0.2), (2, 0.02), (3, 0.02), (4, 0.02)):
        second = -(value(axis, size) - 2 * value(axis, 0.0) + value(axis, -size)) / size**2
        assert float(second.median() / bend[:, axis, axis].median()) == pytest.approx(1.0, abs=0.15)


def test_starts_near_a_pose_lead_back_to_it() -> None:
    made, scene = _at_truth(2.0, 100)
    truth = made.poses.to("cpu", torch.float64)
    step = np.degrees(1.0 / scene.band.last)
    away = axis_angle_to_matrix(torch.tensor([[0.0, np.radians(1.5 * step), 0.0]], dtype=torch.float64))
    off = Poses(away @ truth.rotation, truth.shift_angstrom)
    starts = near(scene, scene.views(), off, 3)
    assert len(starts) == 3
    assert float((_degrees(starts[0], truth) < step).double().mean()) > 0.9
    assert float(_degrees(off, truth).min()) > step
