"""`cryo align`: what it writes and says, and what it refuses; the alignment itself is tested in the core."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from tiny import write_model

from cryo_core.data import Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.chimerax import place_commands
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.geometry.rotations import random_rotations
from cryo_core.validation.fsc import FscCurve
from cryo_core.validation.registration import Alignment

ROTATION = random_rotations(1, torch.Generator().manual_seed(1))[0].double()
SHIFT = torch.tensor([4.0, -2.0, 9.0]).double()


def _alignment(fits: bool = True, mirrored: bool = False) -> Alignment:
    turn = ROTATION @ torch.diag(torch.tensor([1.0, 1.0, -1.0]).double()) if mirrored else ROTATION
    frequency = torch.arange(4).double() / 100.0
    curve = FscCurve(frequency, torch.tensor([1.0, 1.0, 0.9, 0.1]).double(), 3.0)
    return Alignment(turn, SHIFT, mirrored, 30.0 if fits else 1.0, fits, 0.9, curve, 12.0, 20.0, ())


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    noise = torch.randn(12, 14, 10, generator=torch.Generator().manual_seed(2))
    write_volume(tmp_path / "map.mrc", Volume(noise, 3.0, (5.0, 6.0, -7.0)))
    write_volume(tmp_path / "empty.mrc", Volume(torch.zeros(8, 8, 8), 3.0))
    write_model(tmp_path / "model.pdb", 0)
    monkeypatch.setattr("cryo_core.validation.registration.align", lambda *_: _alignment())
    return {
        name: tmp_path / name
        for name in ("map.mrc", "empty.mrc", "model.pdb", "out.mrc", "out.pdb", "out.cif")
    }


@pytest.mark.parametrize("kind", ["out.pdb", "out.cif"])
def test_a_model_is_written_where_the_motion_brings_it(
    cryo: Callable[..., Any], files: dict[str, Path], kind: str
) -> None:
    document = cryo("align", files["model.pdb"], files["map.mrc"], "-o", files[kind], "--json")
    before, after = (read_atoms(files[name]).position_angstrom for name in ("model.pdb", kind))
    torch.testing.assert_close(after, before @ ROTATION.T + SHIFT, atol=1e-3, rtol=0)
    assert document["fits"] and document["written"] == str(files[kind])
    np.testing.assert_allclose(document["rotation"], ROTATION.numpy())


def test_a_map_is_written_on_the_grid_of_what_stays(cryo: Callable[..., Any], files: dict[str, Path]) -> None:
    cryo("align", files["map.mrc"], files["map.mrc"], "-o", files["out.mrc"])
    read_volume(files["out.mrc"]).require_same_grid(read_volume(files["map.mrc"]))
    assert "exists" in cryo("align", files["map.mrc"], files["map.mrc"], "-o", files["out.mrc"], code=2)


def test_what_does_not_fit_is_said_and_not_written(
    cryo: Callable[..., Any], files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cryo_core.validation.registration.align", lambda *_: _alignment(fits=False))
    cryo("align", files["map.mrc"], files["map.mrc"], "-o", files["out.mrc"], code=1)
    assert not files["out.mrc"].exists()


def test_what_cannot_be_meant_is_refused_by_name(cryo: Callable[..., Any], files: dict[str, Path]) -> None:
    assert "two models" in cryo("align", files["model.pdb"], files["model.pdb"], code=2)
    assert "is a map" in cryo("align", files["map.mrc"], files["map.mrc"], "-o", files["out.pdb"], code=2)
    assert "no density" in cryo("align", files["empty.mrc"], files["map.mrc"], code=2)


def test_a_model_is_not_mirrored(
    cryo: Callable[..., Any], files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cryo_core.validation.registration.align", lambda *_: _alignment(mirrored=True))
    said = cryo("align", files["model.pdb"], files["map.mrc"], "--hand", "-o", files["out.pdb"], code=2)
    assert "mirror the map" in said and not files["out.pdb"].exists()


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_command_of_chimerax_brings_a_point_where_the_motion_does(mirrored: bool) -> None:
    volume = Volume(torch.zeros(12, 14, 10), 3.0, (5.0, 6.0, -7.0))
    found = _alignment(mirrored=mirrored)
    commands = place_commands(found.rotation, found.shift_angstrom, volume if mirrored else None)
    numbers = [float(n) for n in commands.split("models #")[1].split(",")[1:]]
    matrix = torch.tensor(numbers).double().reshape(3, 4)
    x, y, z = 2, 3, 4  # a voxel
    point = torch.tensor([5.0 + 3.0 * x, 6.0 + 3.0 * y, -7.0 + 3.0 * z]).double()
    seen = point.clone()
    if mirrored:  # `volume flip` reverses the planes of a grid that stays where it is
        assert commands.startswith("volume flip #1 axis z modelId #3; ")
        seen[2] = -7.0 + 3.0 * (11 - z)
    torch.testing.assert_close(
        matrix[:, :3] @ seen + matrix[:, 3], found.rotation @ point + found.shift_angstrom, atol=1e-4, rtol=0
    )
