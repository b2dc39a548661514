"""Rotations, point groups, masks."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from cryo_core.errors import SettingsError
from cryo_core.geometry.masks import circle_mask, soften, sphere_mask
from cryo_core.geometry.rotations import (
    axis_angle_to_matrix,
    euler_to_matrix,
    matrix_to_euler,
    random_rotations,
    rotation_distance_degrees,
)
from cryo_core.geometry.symmetry import symmetry_matrices

angles = st.floats(-360, 360, allow_nan=False)


def test_euler_matrix_is_scipys_intrinsic_zyz_transposed():
    euler = torch.tensor([[10.0, 20.0, 30.0], [-170.0, 95.0, 12.0], [44.0, 180.0, 3.0]], dtype=torch.float64)
    expected = Rotation.from_euler("ZYZ", euler.numpy(), degrees=True).as_matrix().transpose(0, 2, 1)
    assert np.allclose(euler_to_matrix(euler).numpy(), expected, atol=1e-12)


@settings(max_examples=200, deadline=None)
@given(
    angles,
    st.one_of(st.sampled_from([0.0, 180.0, 1e-4, 5e-5, 1e-5, 179.99999, 1e-9, 1e-12]), st.floats(0, 180)),
    angles,
)
def test_euler_angles_give_the_matrix_back(rot, tilt, psi):
    m = euler_to_matrix(torch.tensor([[rot, tilt, psi]], dtype=torch.float64))
    back = matrix_to_euler(m)
    assert float((euler_to_matrix(back) - m).abs().max()) < 1e-9
    assert float(rotation_distance_degrees(euler_to_matrix(back), m)) < 1e-5
    single = m.float()
    assert float((euler_to_matrix(matrix_to_euler(single)) - single).abs().max()) < 3e-6
    assert 0 <= float(back[0, 1]) <= 180


def test_random_rotations_are_uniform_and_seeded():
    r = random_rotations(20_000, torch.Generator().manual_seed(5))
    assert torch.equal(r, random_rotations(20_000, torch.Generator().manual_seed(5)))
    assert torch.allclose(r @ r.mT, torch.eye(3).expand_as(r), atol=1e-5)
    assert torch.allclose(torch.linalg.det(r), torch.ones(len(r)), atol=1e-5)
    assert float(r.mean(0).abs().max()) < 0.02
    # The angle of a uniform rotation has density (1 − cos θ) / π.
    angle = torch.deg2rad(rotation_distance_degrees(r, torch.eye(3)))
    for t in (0.5, 1.0, 2.0, 3.0):
        assert abs(float((angle < t).float().mean()) - (t - math.sin(t)) / math.pi) < 0.01


@pytest.mark.parametrize("degrees", [0.0, 1e-3, 1.0, 90.0, 179.99, 180.0])
def test_distances_are_exact_at_both_ends(degrees):
    vector = torch.tensor([[0.3, -0.5, 0.8]], dtype=torch.float64)
    vector = vector / vector.norm() * math.radians(degrees)
    base = euler_to_matrix(torch.tensor([[31.0, 57.0, -20.0]], dtype=torch.float64))
    moved = axis_angle_to_matrix(vector) @ base
    assert float(rotation_distance_degrees(moved, base)) == pytest.approx(degrees, abs=1e-6)


def test_axis_angle_is_rodrigues_and_differentiable_at_zero():
    vector = torch.tensor([[0.4, -1.2, 2.0], [0.0, 0.0, 0.0]], dtype=torch.float64)
    expected = Rotation.from_rotvec(vector.numpy()).as_matrix()
    assert np.allclose(axis_angle_to_matrix(vector).numpy(), expected, atol=1e-12)
    zero = torch.zeros(1, 3, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(axis_angle_to_matrix(zero)[0, 1, 0], zero)
    assert gradient.tolist() == [[0.0, 0.0, 1.0]]
    assert torch.autograd.gradcheck(axis_angle_to_matrix, vector[:1].clone().requires_grad_())


@pytest.mark.parametrize(
    "group,order",
    [("C1", 1), ("C7", 7), ("D2", 4), ("d5", 10), ("T", 12), ("O", 24), ("I", 60)]
    + [(f"I{i}", 60) for i in (1, 2, 3, 4)],
)
def test_groups_are_closed(group, order):
    g = symmetry_matrices(group)
    assert len(g) == order and torch.equal(g[0], torch.eye(3, dtype=torch.float64))
    assert torch.allclose(g @ g.mT, torch.eye(3, dtype=torch.float64).expand_as(g), atol=1e-9)
    products = (g[:, None] @ g[None]).reshape(-1, 3, 3)
    nearest = (products[:, None] - g[None]).abs().amax((-1, -2)).min(1).values
    assert float(nearest.max()) < 1e-6


def test_axes_are_relions():
    """C and D turn about z, D's 2-fold is x, I1 has its 2-folds on x, I2 (and I) on z."""
    diagonal = torch.diag(torch.tensor([1.0, -1.0, -1.0], dtype=torch.float64))
    about_z = torch.diag(torch.tensor([-1.0, -1.0, 1.0], dtype=torch.float64))

    def has(group: str, matrix: torch.Tensor) -> bool:
        return bool(((symmetry_matrices(group) - matrix).abs().amax((1, 2)) < 1e-6).any())

    assert has("D3", diagonal) and has("C2", about_z) and has("I1", diagonal) and has("I", about_z)
    five_on_z = axis_angle_to_matrix(torch.tensor([0.0, 0.0, 2 * math.pi / 5], dtype=torch.float64))
    assert has("I3", five_on_z) and not has("I2", five_on_z)
    for wrong in ("X", "C0", "D", "I5", ""):
        with pytest.raises(SettingsError):
            symmetry_matrices(wrong)


def test_masks_are_one_inside_and_fall_as_a_cosine():
    ball = sphere_mask((20, 21, 22), 6.0, 4.0)
    assert float(ball[10, 10, 11]) == 1 and float(ball[10, 10, 17]) == 1
    assert float(ball[10, 10, 19]) == pytest.approx(0.5) and float(ball[10, 10, 21]) == pytest.approx(
        0.0, abs=1e-6
    )
    disc = circle_mask(21, 6.0, 0.0)
    assert disc.unique().tolist() == [0.0, 1.0] and abs(float(disc.sum()) - math.pi * 36) < 4


def test_soften_follows_the_distance():
    mask = torch.zeros(24, 24, 24, dtype=torch.bool)
    mask[12, 12, 12] = True
    soft = soften(mask, 3.0, 4.0)
    assert torch.allclose(soft, sphere_mask((24, 24, 24), 3.0, 4.0), atol=1e-6)
    assert mask.sum() == 1
    assert float(soften(~torch.zeros(4, 4, 4, dtype=torch.bool), 1.0, 1.0).min()) == 1
