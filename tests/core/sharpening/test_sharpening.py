"""Local radial profiles and the B factors they show."""

import math

import numpy as np
import pytest
import torch

from cryo_core.data import Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.sharpening.profiles import guinier_b_factor, local_profiles, window_voxels
from cryo_core.sharpening.windows import Shells, batches, outside_mean


def noise(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(1))


def brute_force(window: np.ndarray) -> np.ndarray:
    """Mean |F| over round(|k|), by the full complex transform."""
    n = window.shape[0]
    amplitude = np.abs(np.fft.fftn(window, norm="ortho"))
    k = np.fft.fftfreq(n) * n
    shell = np.round(np.sqrt(k[:, None, None] ** 2 + k[:, None] ** 2 + k**2)).astype(int)
    return np.array([amplitude[shell == s].mean() for s in range(n // 2 + 1)])


@pytest.mark.parametrize("window", [9.0, 25.0])
def test_profiles_are_the_definition_inside_and_at_the_edge(window):
    volume = Volume(noise(30, 28, 33), 1.0)
    mask = torch.zeros(30, 28, 33, dtype=torch.bool)
    places = [(14, 14, 15), (13, 15, 17), (0, 5, 32), (29, 27, 0)]
    for z, y, x in places:
        mask[z, y, x] = True
    found = local_profiles(volume, mask, window)
    size, half = int(window), int(window) // 2
    outside = float(volume.density[~mask].mean())
    padded = np.pad(volume.density.double().numpy(), half, constant_values=outside)
    assert len(found.position_zyx) == 4 and found.amplitude.shape == (4, half + 1)
    for position, profile in zip(found.position_zyx.tolist(), found.amplitude, strict=True):
        z, y, x = position
        expected = brute_force(padded[z : z + size, y : y + size, x : x + size])
        assert np.allclose(profile.numpy(), expected, rtol=1e-4)
    assert torch.allclose(found.frequency_per_angstrom, torch.arange(half + 1) / window)


def test_profile_has_13_points_at_25_angstrom():
    assert [window_voxels(25.0, v) for v in (1.0, 1.1, 0.5, 2.0)] == [25, 23, 49, 13]
    volume = Volume(noise(30, 30, 30), 1.0)
    found = local_profiles(volume, torch.ones(30, 30, 30, dtype=torch.bool), 25.0, 15)
    assert found.position_zyx.tolist() == [[z, y, x] for z in (0, 15) for y in (0, 15) for x in (0, 15)]
    assert found.amplitude.shape == (8, 13)
    with pytest.raises(SettingsError):
        window_voxels(1.0, 1.0)


def test_padding_does_not_touch_windows_that_need_none():
    volume = Volume(noise(27, 27, 27), 1.0)
    inner, both = (torch.zeros(27, 27, 27, dtype=torch.bool) for _ in range(2))
    inner[13, 13, 13] = both[13, 13, 13] = both[0, 0, 0] = True
    alone, among = local_profiles(volume, inner), local_profiles(volume, both)
    assert torch.allclose(alone.amplitude[0], among.amplitude[1], rtol=1e-5)


def test_sliding_windows_are_the_batched_windows(monkeypatch):
    """The CPU slides its transforms from window to window; a GPU takes windows by the batch: one answer."""
    volume, mask = Volume(noise(15, 15, 15), 1.0), noise(15, 15, 15) > 1.0
    seen: list[tuple[int, int]] = []
    whole = local_profiles(volume, mask, 7.0, progress=lambda i, n: seen.append((i, n)))
    count = int(mask.sum())
    assert seen[-1] == (count, count) and [i for i, _ in seen] == sorted(i for i, _ in seen)
    monkeypatch.setattr("cryo_core.sharpening.windows._BATCH_VOXELS", 7**3 * 50)
    parts = list(batches(volume.density, whole.position_zyx, 7, outside_mean(volume.density, mask)))
    assert [len(p) for p in parts] == [50] * (count // 50) + [count % 50]
    shells = Shells.of(7, torch.device("cpu"))
    torch.testing.assert_close(
        torch.cat([shells.profiles(p) for p in parts]), whole.amplitude, rtol=1e-4, atol=1e-5
    )


def test_no_window_and_a_window_larger_than_the_map():
    volume = Volume(noise(15, 15, 15), 1.0)
    nothing = local_profiles(volume, torch.zeros(15, 15, 15, dtype=torch.bool), 7.0)
    assert nothing.amplitude.shape == (0, 4)
    with pytest.raises(ShapeError):
        local_profiles(volume, torch.ones(3, 3, 3, dtype=torch.bool))


def test_guinier_fit_is_exact_on_its_model():
    f = torch.arange(13) / 25.0
    b = torch.tensor([0.0, 60.0, -80.0, 250.0])
    amplitude = 3.0 * torch.exp(-b[:, None] * f**2 / 4)
    assert torch.allclose(guinier_b_factor(f, amplitude, 10.0, 2.5), b, atol=1e-3)
    assert math.isnan(float(guinier_b_factor(f, -amplitude[0], 10.0, 2.5)))
    with pytest.raises(SettingsError):
        guinier_b_factor(f, amplitude, 10.0, 9.5)


def test_local_b_factor_of_a_blurred_map_is_the_blur():
    """White noise blurred by B shows B in its windows; narrow windows mix frequencies, 25³ ones little."""
    blurred = apply_b_factor(Volume(noise(48, 48, 48), 1.0), 60.0)
    mask = torch.zeros(48, 48, 48, dtype=torch.bool)
    mask[14:34:6, 14:34:6, 14:34:6] = True
    found = local_profiles(blurred, mask)
    b = guinier_b_factor(found.frequency_per_angstrom, found.amplitude, 12.5, 4.0)
    assert float(b.mean()) == pytest.approx(60.0, abs=8.0)
