"""Density of latents without their blur: its modes are the states there are, and its paths follow its valleys."""

import pytest
import torch

from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.states.density import DensitySettings, density, least_action

SETTINGS = DensitySettings(images=1500, draws=20)


def seen(true: torch.Tensor, error: float, seed: int = 1) -> Latents:
    """Latents of particles at true places (N(0, 1) over all), each seen with an error."""
    generator = torch.Generator().manual_seed(seed)
    likeliest = true + error * torch.randn(true.shape, generator=generator)
    information = torch.eye(true.shape[1]).expand(len(true), -1, -1) / error**2
    precision = information + torch.eye(true.shape[1])
    return Latents(torch.linalg.solve(precision, likeliest / error**2), precision)


def test_two_states_that_the_blur_joins_are_two() -> None:
    """Two points at −1 and 1 seen with an error of 0.8: their latents have one hump, the density two."""
    true = 2.0 * (torch.arange(1500) % 2).float()[:, None] - 1.0
    latents = seen(true, 0.8)
    found = density(latents, SETTINGS)
    assert found.states == 2
    places = sorted(float(mode.at[0]) for mode in found.modes[:2])
    assert places == pytest.approx([-1.0, 1.0], abs=0.25)
    middle = int(found.grid.abs().argmin())
    counted = torch.histc(latents.mean[:, 0], 15, -1.5, 1.5)
    assert float(counted[7]) > 0.6 * float(counted.max()), "latents as they are hardly dip"
    assert float(found.free_energy[middle]) > 1.0
    assert float(found.density.sum()) == pytest.approx(1.0, abs=1e-4)
    assert 0 < float(found.error[int(found.density.argmax())]) < float(found.free_energy[middle])


@pytest.mark.parametrize("kind", ["noise", "rigid", "gaussian"])
def test_what_is_one_state_has_one_mode_in_ten_of_ten(kind: str) -> None:
    for seed in range(10):
        generator = torch.Generator().manual_seed(100 + seed)
        spread = {"noise": 0.05, "rigid": 0.0, "gaussian": 1.0}[kind]
        true = spread * torch.randn(250, 2, generator=generator)
        few = DensitySettings(images=250, draws=10)
        found = density(seen(true, 4.0 if kind == "noise" else 0.7, seed), few)
        assert found.states == 1, (kind, seed, [mode.support for mode in found.modes])


def test_the_path_of_least_action_goes_round_an_empty_middle() -> None:
    """Particles on half a ring: the way from one end to the other stays on it."""
    angle = torch.rand(1500, generator=torch.Generator().manual_seed(3)) * torch.pi
    true = torch.stack([1.4 * angle.cos(), 1.4 * angle.sin(), torch.zeros(1500)], 1)
    true = true - true.mean(0)
    found = density(seen(true, 0.25), SETTINGS)
    ends = true[angle.argmin()], true[angle.argmax()]
    way = least_action(found, *ends, points=9)
    assert torch.allclose(way[[0, -1]], torch.stack(ends), atol=1e-4)
    apart = torch.cdist(way, true).min(1).values
    assert float(apart.max()) < 0.4
    straight = torch.cdist(0.5 * (ends[0] + ends[1])[None], true).min()
    assert float(straight) > 0.7
    steps = way.diff(dim=0).norm(dim=1)
    assert float(steps.max()) < 1.5 * float(steps.min())


def test_few_particles_have_no_density() -> None:
    with pytest.raises(SettingsError, match="49 particles"):
        density(seen(torch.zeros(49, 1), 0.5), SETTINGS)
    with pytest.raises(SettingsError, match="support"):
        DensitySettings(support=0.2)
