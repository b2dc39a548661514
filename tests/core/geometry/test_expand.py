"""Symmetry expansion, against RELION's own."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cryo_core.data import Particles, Poses
from cryo_core.errors import SettingsError
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import read_particles, write_particles
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.geometry.expand import expanded
from cryo_core.geometry.rotations import random_rotations
from cryo_core.geometry.symmetry import symmetry_matrices

COUNT = 3


@pytest.fixture
def table(tmp_path: Path) -> Particles:
    """Three images with poses, in a file."""
    generator = torch.Generator().manual_seed(1)
    with StackWriter(tmp_path / "images.mrcs", 16, 2.0) as writer:
        writer.append(torch.zeros(COUNT, 16, 16))
    images = particles_of_stack(tmp_path / "images.mrcs", Overrides(2.0, 300.0, 2.7, 0.1))
    poses = Poses(random_rotations(COUNT, generator), torch.randn(COUNT, 2, generator=generator))
    particles = replace(images, poses=poses, half_set=np.array([1, 2, 1]), contrast="white")
    write_particles(tmp_path / "in.star", particles)
    return read_particles(tmp_path / "in.star")


@pytest.mark.parametrize(
    ("group", "order"), [("C5", 5), ("D3", 6), ("T", 12), ("O", 24), ("I1", 60), ("I", 60)]
)
def test_the_views_are_those_of_relion(tmp_path: Path, table: Particles, group: str, order: int) -> None:
    found = expanded(table, group)
    assert len(found) == COUNT * order == COUNT * len(symmetry_matrices(group))
    assert torch.allclose(found.poses.rotation[::order], table.poses.rotation, atol=1e-6)
    assert found.image_of.tolist() == np.repeat(np.arange(COUNT), order).tolist()
    assert found.half_set.tolist() == np.repeat([1, 2, 1], order).tolist()
    relion = shutil.which("relion_particle_symmetry_expand")
    if relion is None:
        pytest.skip("relion_particle_symmetry_expand is not installed")
    command = [relion, "--i", "in.star", "--o", "out.star", "--sym", group]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    theirs = read_particles(tmp_path / "out.star")
    assert len(theirs) == len(found)
    for image in range(COUNT):
        ours, peers = (p.poses.rotation[torch.from_numpy(p.image_number == image)] for p in (found, theirs))
        apart = (ours[:, None] - peers[None]).abs().flatten(2).amax(2)
        assert float(apart.amin(0).max()) < 1e-3 and float(apart.amin(1).max()) < 1e-3


def test_a_table_is_not_expanded_twice(table: Particles) -> None:
    with pytest.raises(SettingsError, match="rows 1 and 3 are views of one image"):
        expanded(expanded(table, "C4"), "C2")
    assert len(expanded(expanded(table, "C2"), "C3")) == COUNT * 6
    with pytest.raises(SettingsError, match="no equivalent views"):
        expanded(table, "C1")


def test_the_command_draws_half_sets_by_particle(tmp_path: Path, table: Particles, cryo: Any) -> None:
    write_particles(tmp_path / "no_halves.star", replace(table, half_set=np.zeros(COUNT, np.int64)))
    for out in ("out.star", "out.cs"):
        said = cryo("expand", tmp_path / "no_halves.star", "--symmetry", "D2", "-o", tmp_path / out, "--json")
        assert said["rows"] == 12 and "drawn, by particle" in said["warnings"][-1]
        found = read_particles(tmp_path / out)
        assert len(found) == 12 and set(found.half_set) == {1, 2}
        assert all(len(set(found.half_set[found.image_number == image])) == 1 for image in range(COUNT))
    assert "a row is an image" in cryo(
        "expand", tmp_path / "in.star", "--symmetry", "D2", "-o", tmp_path / "out.par", code=2
    )
