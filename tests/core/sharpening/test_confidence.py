"""Confidence maps: the false discovery rate that was asked for, and masked maps told apart."""

from pathlib import Path

import pytest
import torch
from torch.nn.functional import affine_grid, grid_sample

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.sharpening.confidence import (
    ConfidenceSettings,
    _q_values,
    confidence_map,
    molecule_mask,
    noise_beside_axes,
)


def noise_with_a_ball(signal: float = 6.0, edge: int = 48) -> tuple[Volume, torch.Tensor]:
    density = torch.randn(edge, edge, edge, generator=torch.Generator().manual_seed(4))
    axis = torch.arange(edge) - edge // 2
    ball = axis[:, None, None] ** 2 + axis[:, None] ** 2 + axis**2 <= 10**2
    return Volume(density + signal * ball, 1.5), ball


def test_signal_is_found_and_noise_is_not() -> None:
    volume, ball = noise_with_a_ball()
    found = confidence_map(volume)
    assert float(found.mask[ball].float().mean()) > 0.8
    false = int((found.mask & ~ball).sum())
    assert false <= 0.01 * int(found.mask.sum())
    assert found.kept_in_noise <= 0.001 and found.warnings == ()
    assert found.mean == pytest.approx(0.0, abs=0.05) and found.deviation == pytest.approx(1.0, abs=0.05)


def test_pure_noise_keeps_nothing() -> None:
    volume, _ = noise_with_a_ball(0.0)
    assert int(confidence_map(volume).mask.sum()) == 0


def test_q_values_are_benjamini_yekutieli() -> None:
    """Against scipy's own procedure, over the voxels of the ellipsoid."""
    from scipy.stats import false_discovery_control, norm

    volume, _ = noise_with_a_ball(4.0, 16)
    axis = (torch.arange(16) - 8) / 8.0
    inside = axis[:, None, None] ** 2 + axis[:, None] ** 2 + axis**2 <= 1.0
    p = norm.sf(volume.density[inside].double().numpy())
    expected = torch.from_numpy(false_discovery_control(p, method="by"))
    found = _q_values(volume.density)
    positive = volume.density[inside] > 0
    assert torch.allclose(found[inside].double()[positive], expected[positive], atol=1e-5)
    assert bool((found[~inside] == 1).all())


def turned_noise(order: int, seeds: range, edge: int = 48) -> list[Volume]:
    """Correlated noise averaged over turns about z: on the axis √order times as strong as far from it."""
    turns = torch.arange(order) * (2 * torch.pi / order)
    matrix = torch.zeros(order, 3, 4)
    matrix[:, 0, 0] = matrix[:, 1, 1] = turns.cos()
    matrix[:, 0, 1], matrix[:, 1, 0], matrix[:, 2, 2] = -turns.sin(), turns.sin(), 1.0
    maps = []
    for seed in seeds:
        white = torch.randn(edge, edge, edge, generator=torch.Generator().manual_seed(seed))
        smooth = low_pass(Volume(white, 1.5), 7.5).density
        # Voxel 24 of 48 is the centre: an odd cube about it is turned, with its corners left over from the first copy.
        odd = smooth[1:, 1:, 1:].expand(order, 1, -1, -1, -1)
        grid = affine_grid(matrix, [order, 1, *odd.shape[2:]], align_corners=True)
        mean = grid_sample(odd, grid, align_corners=True, padding_mode="reflection").mean((0, 1))
        density = torch.zeros_like(smooth)
        density[1:, 1:, 1:] = mean
        density[0], density[:, 0], density[:, :, 0] = density[1], density[:, 1], density[:, :, 1]
        maps.append(Volume(density / mean[:, :6].std(), 1.5))
    return maps


def test_noise_on_symmetry_axes_is_not_taken_for_signal() -> None:
    """Twelve turns: noise on the axis is √12 times as strong, and a confidence map that knows it keeps none of it."""
    maps = turned_noise(12, range(6))
    axis = (slice(6, 42), slice(23, 26), slice(23, 26))
    plain = [confidence_map(volume) for volume in maps]
    known = [confidence_map(volume, ConfidenceSettings(symmetry="C12")) for volume in maps]
    assert sum(int(found.mask[axis].sum()) for found in plain) > 50
    assert sum(int(found.mask.sum()) for found in known) <= 2
    assert all(found.on_axes == pytest.approx(12**0.5, rel=0.01) for found in known)
    # What is said of the noise beside the axis is what it is.
    squares = torch.stack([volume.density for volume in maps]).square().mean(0)
    stronger = noise_beside_axes(
        [volume.density[19:29, 2:12, 19:29] for volume in maps], (48, 48, 48), symmetry_matrices("C12")
    )
    y, x = torch.meshgrid(torch.arange(48) - 24, torch.arange(48) - 24, indexing="ij")
    for inner, outer in ((0, 1.5), (3, 5), (6, 9), (12, 20)):
        ring = ((y**2 + x**2 >= inner**2) & (y**2 + x**2 < outer**2)).expand(48, 48, 48)
        found, said = (float(v[ring].mean().sqrt()) for v in (squares, stronger.square()))
        assert said == pytest.approx(found, rel=0.15), (inner, found, said)


def test_a_level_is_obeyed_and_changes_the_mask() -> None:
    volume, _ = noise_with_a_ball(3.0)
    strict, loose = (confidence_map(volume, ConfidenceSettings(rate)) for rate in (0.0001, 0.1))
    assert 0 < int(strict.mask.sum()) < int(loose.mask.sum())
    assert bool((loose.mask | ~strict.mask).all())


def test_a_masked_map_is_an_error_that_says_why_and_an_automatic_mask_a_way_out() -> None:
    volume, ball = noise_with_a_ball()
    masked = volume.with_density(torch.where(ball, volume.density, 0.0))
    with pytest.raises(SettingsError, match="masked"):
        confidence_map(masked)
    mask, how, warnings = molecule_mask(masked)
    assert how == "automatic" and "masked" in warnings[0] and float(mask[ball].float().mean()) > 0.9


def test_boxes_with_signal_are_left_out_with_a_warning() -> None:
    volume, _ = noise_with_a_ball()
    density = volume.density.clone()
    density[19:29, 0:14, 19:29] += 20 * torch.rand(10, 14, 10, generator=torch.Generator().manual_seed(1))
    found = confidence_map(volume.with_density(density))
    assert len(found.corners) == 3 and "left out" in found.warnings[0]
    assert found.deviation == pytest.approx(1.0, abs=0.05)


def test_boxes_may_be_given_and_must_lie_inside() -> None:
    volume, _ = noise_with_a_ball()
    found = confidence_map(volume, ConfidenceSettings(noise_box_voxels=8), ((6, 6, 6), (40, 40, 40)))
    assert found.corners == ((2, 2, 2), (36, 36, 36)) and found.box_voxels == 8
    with pytest.raises(SettingsError, match="leaves the map"):
        confidence_map(volume, centres=((0, 0, 0),))
    with pytest.raises(SettingsError, match="not finite"):
        confidence_map(volume.with_density(volume.density * float("nan")))
    for wrong in ({"false_discovery_rate": 1.5}, {"noise_box_voxels": -1}):
        with pytest.raises(SettingsError):
            ConfidenceSettings(**wrong)  # type: ignore[arg-type]


@pytest.mark.realdata
def test_emd_3186_keeps_at_most_a_hundredth_and_a_half_of_its_noise(shared_data: Path) -> None:
    found = confidence_map(read_volume(shared_data / "maps" / "emd_3186.map"))
    assert found.kept_in_noise <= 0.015
    assert 10_000 < int(found.mask.sum()) < 100_000
