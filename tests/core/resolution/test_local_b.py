"""Local B factors: a map of known ones gives them back, noise does not flatten those of half maps."""

import pytest
import torch

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.resolution.local_b import LocalB, LocalBSettings, local_b_of_halves, local_b_of_map
from cryo_core.resolution.summary import summarise_b

BOX, VOXEL = 96, 1.5
LEFT, RIGHT = (
    (slice(20, -20), slice(20, -20), slice(18, 30)),
    (slice(20, -20), slice(20, -20), slice(-30, -18)),
)
"""Places in the middle of either half of the box along x."""


def two_halves(seed: int, b: tuple[float, float]) -> Volume:
    """White density, blurred by one B factor where x is low and by another where it is high."""
    white = torch.randn(BOX, BOX, BOX, generator=torch.Generator().manual_seed(seed))
    left, right = (apply_b_factor(Volume(white, VOXEL), one).density for one in b)
    return Volume(torch.where(torch.arange(BOX) < BOX // 2, left, right), VOXEL)


def measured(found: LocalB) -> tuple[float, float]:
    b = found.b_factor.density
    return float(b[LEFT].nanmean()), float(b[RIGHT].nanmean())


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("b", [(0.0, 0.0), (20.0, 120.0), (-50.0, 30.0)])
def test_known_b_factors_come_back(seed: int, b: tuple[float, float]) -> None:
    left, right = measured(local_b_of_map(two_halves(seed, b), 3.0))
    assert left == pytest.approx(b[0], abs=3.0) and right == pytest.approx(b[1], abs=5.0)


def test_a_further_b_factor_adds_to_all() -> None:
    before = two_halves(1, (20.0, 80.0))
    change = local_b_of_map(apply_b_factor(before, 50.0), 3.0).b_factor.density
    change = change - local_b_of_map(before, 3.0).b_factor.density
    assert float(change[LEFT].mean()) == pytest.approx(50.0, abs=2.0)
    assert float(change[RIGHT].mean()) == pytest.approx(50.0, abs=4.0)


def test_noise_flattens_a_map_and_not_its_half_maps() -> None:
    clean = two_halves(2, (120.0, 120.0))
    generator = torch.Generator().manual_seed(9)
    halves = [
        clean.with_density(clean.density + 0.1 * torch.randn(clean.density.shape, generator=generator))
        for _ in "12"
    ]
    alone, shared = measured(local_b_of_map(halves[0], 3.0)), measured(local_b_of_halves(*halves))
    assert all(b < 95.0 for b in alone) and all(b == pytest.approx(120.0, abs=8.0) for b in shared)


def test_the_fit_ends_at_the_local_resolution_and_its_error_grows() -> None:
    volume = two_halves(3, (60.0, 60.0))
    near, far = (local_b_of_map(volume, d) for d in (6.0, 3.0))
    assert float(near.error.density.nanmedian()) > 2 * float(far.error.density.nanmedian())
    limits = volume.with_density(
        torch.where(torch.arange(BOX) < BOX // 2, 3.0, 9.9).expand(BOX, BOX, BOX).clone()
    )
    told = local_b_of_map(volume, limits).b_factor.density
    assert bool(torch.isfinite(told[LEFT]).all()) and bool(torch.isnan(told[RIGHT]).all())
    assert torch.allclose(told[LEFT], far.b_factor.density[LEFT])


def test_a_map_where_nothing_can_be_fitted_says_so() -> None:
    volume = two_halves(4, (0.0, 0.0))
    with pytest.raises(SettingsError, match="coarser"):
        local_b_of_map(Volume(volume.density, 5.0), 10.0)
    with pytest.raises(SettingsError, match="three bands"):
        summarise_b(local_b_of_map(volume, 9.9), torch.ones(BOX, BOX, BOX, dtype=torch.bool))
    with pytest.raises(SettingsError, match="threshold"):
        LocalBSettings(threshold=2.0)
