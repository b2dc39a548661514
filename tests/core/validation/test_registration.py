"""Rigid alignment: a known motion comes back, hands are told apart, and what does not fit is said not to."""

from dataclasses import replace

import pytest
import torch

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.fourier.splines import linear_values, spline_coefficients, spline_values
from cryo_core.geometry.rotations import random_rotations, rotation_distance_degrees
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.validation.maps import real_space_correlation
from cryo_core.validation.registration import Alignment, align, displacement, mirror, moved_onto

VOXEL, RESOLUTION = 3.0, 9.0


def _atoms(seed: int, residues: int = 250) -> Atoms:
    atoms = phantom_complex(seed, 2, residues)
    place = atoms.position_angstrom.double()
    return replace(atoms, position_angstrom=(place - place.mean(0)).float())


def _map(atoms: Atoms, voxel: float, shape: tuple[int, int, int], seed: int, off: float = 0.0) -> Volume:
    """A map with noise of a fifth of its deviation in the molecule's box, its molecule off the middle."""
    centre = atoms.position_angstrom.double().mean(0) + off
    origin = tuple(float(c) - (n // 2) * voxel for c, n in zip(centre, shape[::-1], strict=True))
    made = apply_b_factor(density(atoms, shape, voxel, origin), 8.0 * RESOLUTION**2)  # type: ignore[arg-type]
    noise = torch.randn(shape, generator=torch.Generator().manual_seed(seed))
    return made.with_density(made.density + 0.2 * made.density.std() * noise)


def _moved(atoms: Atoms, rotation: torch.Tensor, shift: torch.Tensor) -> Atoms:
    """Atoms that the motion brings back to where these are."""
    place = (atoms.position_angstrom.double() - shift) @ rotation
    return replace(atoms, position_angstrom=place.float())


def _errors(found: Alignment, rotation: torch.Tensor, shift: torch.Tensor) -> tuple[float, float]:
    """Degrees, and Å at the molecule's middle."""
    centre = -rotation.T @ shift
    apart = (rotation - found.rotation) @ centre + shift - found.shift_angstrom
    return float(rotation_distance_degrees(found.rotation, rotation)), float(apart.norm())


def test_splines_pass_through_the_voxels_and_are_exact_for_what_is_linear() -> None:
    density = torch.randn(9, 8, 7, generator=torch.Generator().manual_seed(1))
    places = torch.cartesian_prod(torch.arange(7.0), torch.arange(8.0), torch.arange(9.0))
    values = spline_values(spline_coefficients(density)[None], places)[0].reshape(7, 8, 9).permute(2, 1, 0)
    torch.testing.assert_close(values, density, atol=1e-5, rtol=0)
    ramp = torch.arange(7.0).expand(9, 8, 7)
    at = torch.tensor([[2.25, 3.5, 4.5], [0.5, 0.0, 8.0]])
    torch.testing.assert_close(linear_values(ramp, at), at[:, 0])
    assert spline_values(density[None], torch.tensor([[6.1, 2.0, 2.0]]), -7.0).item() == -7.0


@pytest.mark.parametrize("seed", [1, 2])
def test_a_known_motion_comes_back_between_maps_of_other_boxes_voxels_and_origins(seed: int) -> None:
    draw = torch.Generator().manual_seed(seed)
    rotation, shift = random_rotations(1, draw)[0].double(), 20.0 * torch.randn(3, generator=draw).double()
    atoms = _atoms(seed)
    fixed = _map(atoms, VOXEL, (56, 60, 52), seed + 10, off=6.0)
    moved = _map(_moved(atoms, rotation, shift), 2.6, (64, 64, 64), seed + 20)
    found = align(fixed, moved)
    degrees, angstrom = _errors(found, rotation, shift)
    assert degrees < 0.3 and angstrom < 0.2 * VOXEL
    assert found.fits and found.significance > 20 and found.hand_margin is None
    onto = moved_onto(moved, found, fixed)
    onto.require_same_grid(fixed)
    clean = apply_b_factor(density(atoms, (56, 60, 52), VOXEL, fixed.origin_angstrom), 8.0 * RESOLUTION**2)
    assert real_space_correlation(onto.density, clean.density) > 0.9
    assert max(abs(d) for d in displacement(clean, onto)) < 0.2 * VOXEL


def test_there_and_back_is_where_it_was() -> None:
    atoms = _atoms(4)
    draw = torch.Generator().manual_seed(4)
    rotation, shift = random_rotations(1, draw)[0].double(), torch.tensor([5.0, -3.0, 8.0]).double()
    one = _map(atoms, VOXEL, (56, 56, 56), 1)
    other = _map(_moved(atoms, rotation, shift), VOXEL, (56, 56, 56), 2)
    there, back = align(one, other), align(other, one)
    turn = back.rotation @ there.rotation
    assert float(rotation_distance_degrees(turn, torch.eye(3).double())) < 0.1
    assert float((back.rotation @ there.shift_angstrom + back.shift_angstrom).norm()) < 0.1 * VOXEL


def test_the_hand_is_found_with_its_margin() -> None:
    atoms = _atoms(5)
    fixed = _map(atoms, VOXEL, (56, 56, 56), 1)
    rotation = random_rotations(1, torch.Generator().manual_seed(5))[0].double()
    moved = _map(_moved(atoms, rotation, torch.zeros(3).double()), VOXEL, (56, 56, 56), 2)
    same, other = align(fixed, moved, hand=True), align(fixed, mirror(moved), hand=True)
    assert not same.mirrored and other.mirrored
    assert same.hand_margin is not None and same.hand_margin > 10
    assert other.hand_margin is not None and other.hand_margin > 10
    flip = torch.diag(torch.tensor([1.0, 1.0, -1.0])).double()
    assert float(torch.linalg.det(other.rotation)) == pytest.approx(-1.0)
    assert float(rotation_distance_degrees(other.rotation @ flip, rotation)) < 0.3
    onto = moved_onto(mirror(moved), other, fixed)
    assert real_space_correlation(onto.density, moved_onto(moved, same, fixed).density) > 0.98


def test_a_mirrored_map_is_mirrored_in_its_frame() -> None:
    volume = Volume(torch.zeros(6, 5, 4), 2.0, (1.0, 2.0, 3.0))
    volume.density[1, 2, 3] = 1.0
    there = mirror(volume)
    z, y, x = (int(i) for i in there.density.nonzero()[0])
    assert (y, x) == (2, 3) and there.origin_angstrom[2] + 2.0 * z == -(3.0 + 2.0 * 1)
    torch.testing.assert_close(mirror(there).density, volume.density)
    assert mirror(there).origin_angstrom == volume.origin_angstrom


@pytest.mark.parametrize("seed", [6, 7])
def test_another_structure_does_not_fit(seed: int) -> None:
    fixed = _map(_atoms(seed), VOXEL, (56, 56, 56), 1)
    found = align(fixed, _map(_atoms(seed + 50), VOXEL, (56, 56, 56), 2), hand=True)
    assert not found.fits


def test_a_map_without_density_is_refused() -> None:
    empty = Volume(torch.zeros(16, 16, 16), 3.0)
    with pytest.raises(SettingsError, match="constant"):
        align(empty, empty)
