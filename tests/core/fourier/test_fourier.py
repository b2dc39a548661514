"""Transforms, shells, filters, resampling: identities and known points."""

import math

import pytest
import torch

from cryo_core.data import Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import apply_b_factor, low_pass
from cryo_core.fourier.grids import (
    centred_axis,
    half_axis,
    hermitian_weights,
    image_frequencies,
    shell_index,
    volume_frequencies,
)
from cryo_core.fourier.resample import crop_images, crop_or_pad, fourier_crop_or_pad, resample
from cryo_core.fourier.shells import radial_profile, shell_mean, shell_sum, spread_shells
from cryo_core.fourier.transforms import (
    image_to_spectrum,
    raw_spectrum_to_volume,
    spectrum_to_image,
    spectrum_to_volume,
    volume_amplitudes,
    volume_to_spectrum,
)

SHAPES = [(8, 8, 8), (7, 7, 7), (6, 9, 11), (5, 8, 12)]


def seeded(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def blob(shape, voxel, centre_angstrom, origin=(0.0, 0.0, 0.0), width=3.0) -> Volume:
    """A Gaussian at a place (x, y, z) in Å."""
    axes = [
        (torch.arange(n, dtype=torch.float64) * voxel + o - c) ** 2
        for n, o, c in zip(shape[::-1], origin, centre_angstrom, strict=True)
    ]
    r2 = axes[2][:, None, None] + axes[1][:, None] + axes[0]
    return Volume(torch.exp(-r2 / (2 * width**2)).float(), voxel, origin)


def centre_of_mass(volume: Volume) -> torch.Tensor:
    d = volume.density.double()
    d = torch.where(d > 0.02 * d.max(), d, 0.0)
    sums = [d.sum((0, 1)), d.sum((0, 2)), d.sum((1, 2))]
    return torch.tensor(
        [
            float((s * torch.arange(len(s))).sum() / s.sum()) * volume.voxel_angstrom + o
            for s, o in zip(sums, volume.origin_angstrom, strict=True)
        ]
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_transform_is_the_definition_and_comes_back(shape):
    density = seeded(*shape).double()
    spectrum = volume_to_spectrum(density)
    z, y, x = (centred_axis(n).double() for n in shape)
    for kz, ky, kx in [(0, 0, 0), (1, -2, 1), (-2, 1, 2), (2, 2, 0)]:
        phase = (kz * z[:, None, None] / shape[0] + ky * y[:, None] / shape[1] + kx * x / shape[2]) * (
            -2 * math.pi
        )
        direct = (density * torch.polar(torch.ones_like(phase), phase)).sum()
        found = spectrum[kz + shape[0] // 2, ky + shape[1] // 2, kx]
        assert torch.allclose(found, direct, atol=1e-9)
    assert torch.allclose(spectrum_to_volume(spectrum, shape), density, atol=1e-12)
    assert torch.allclose(volume_amplitudes(density), spectrum.abs(), atol=1e-10)


@pytest.mark.parametrize("box", [8, 9])
def test_image_transform_is_a_plane_of_the_volume_transform(box):
    density = seeded(box, box, box).double()
    projection = image_to_spectrum(density.sum(0))
    assert torch.allclose(projection, volume_to_spectrum(density)[box // 2], atol=1e-10)
    assert torch.allclose(spectrum_to_image(projection, box), density.sum(0), atol=1e-12)


@pytest.mark.parametrize("old", [(9, 8, 12), (8, 10, 11), (6, 6, 6)])
@pytest.mark.parametrize("new", [(8, 6, 10), (6, 6, 8), (7, 9, 9), (12, 12, 14)])
def test_inverse_transforms_are_given_what_a_real_map_has(old, new, monkeypatch):
    """cuFFT does not say what it makes of planes kx = 0 and N / 2 that are no real map's: none is handed over."""
    inverse, handed = torch.fft.irfftn, []  # noqa: TID251

    def watched(spectrum, s, dim):
        handed.append(spectrum.clone())
        for x in {0, s[-1] // 2} if s[-1] % 2 == 0 else {0}:
            plane = spectrum[..., x]
            axes = tuple(range(-len(s) + 1, 0))
            mates = plane.flip(axes).roll((1,) * len(axes), axes).conj()
            assert float((plane - mates).abs().max()) < 1e-9, x
        return inverse(spectrum, s=s, dim=dim)

    monkeypatch.setattr(torch.fft, "irfftn", watched)  # noqa: TID251
    fourier_crop_or_pad(seeded(*old).double(), new)
    crop_images(seeded(3, old[0], old[0]).double(), new[0])
    odd = torch.complex(
        seeded(*new[:2], new[2] // 2 + 1), seeded(*new[:2], new[2] // 2 + 1).flip(0)
    ).cdouble()
    before = odd.clone()
    for made in (spectrum_to_volume(odd, new), raw_spectrum_to_volume(odd, new)):
        assert made.shape == new
    assert torch.equal(odd, before) and len(handed) == 3 + (old[0] != new[0])  # of one size: no transform


def test_frequencies_are_physical():
    fy, fx = image_frequencies(8, 2.0)
    assert (float(fy[0, 0]), float(fy[4, 0]), float(fx[0, 4])) == (-0.25, 0.0, 0.25)
    fz, fy, fx = volume_frequencies((4, 6, 10), 1.0)
    assert (float(fz[3, 0, 0]), round(float(fy[0, 4, 0]), 6), float(fx[0, 0, 5])) == (0.25, 0.166667, 0.5)


@pytest.mark.parametrize("shape", SHAPES)
def test_shell_sums_count_the_full_spectrum(shape):
    """Parseval, and a full complex transform sorted by the same radius."""
    density = seeded(*shape).double()
    power = volume_to_spectrum(density).abs() ** 2
    weighted = (power * hermitian_weights(shape[-1])).sum()
    assert torch.isclose(weighted, (density**2).sum() * density.numel())
    longest = max(shape)
    axes = [torch.arange(n, dtype=torch.float64) - n // 2 for n in shape]
    grid = torch.meshgrid(*axes, indexing="ij")
    radius = sum((g * longest / n) ** 2 for g, n in zip(grid, shape, strict=True)).sqrt()
    basis = [
        torch.polar(torch.ones(n, n, dtype=torch.float64), -2 * math.pi * a[:, None] * a / n)
        for a, n in zip(axes, shape, strict=True)
    ]
    full = torch.einsum("az,by,cx,zyx->abc", *basis, density.to(torch.complex128)).abs() ** 2
    sums = shell_sum(power, shape)
    for s in range(longest // 2 + 1):
        inside = (radius.float().round() == s) & (radius < longest / 2 + 0.499)
        assert torch.isclose(sums[s], full[inside].sum(), rtol=1e-6)


def test_shell_mean_of_a_radial_function_is_that_function():
    shape = (12, 12, 12)
    curve = torch.arange(7, dtype=torch.float64) ** 2
    assert torch.allclose(shell_mean(spread_shells(curve, shape), shape), curve)
    with pytest.raises(ShapeError):
        shell_sum(torch.ones(12, 12, 6), shape)


def test_a_plane_wave_lies_in_its_shell():
    n = 16
    wave = torch.cos(2 * math.pi * 5 * centred_axis(n) / n).expand(n, n, n).contiguous()
    profile = radial_profile(Volume(wave, 1.0))
    assert int(profile.argmax()) == 5 and len(profile) == 9
    assert float(profile[[0, 1, 2, 3, 4, 6, 7, 8]].max()) < 1e-3


def test_low_pass_keeps_what_is_coarser_and_nothing_finer():
    volume = Volume(seeded(16, 16, 20), 2.0)
    low = low_pass(volume, 9.0)
    fz, fy, fx = volume_frequencies((16, 16, 20), 2.0)
    s, edge = (fz**2 + fy**2 + fx**2).sqrt(), 1.0 / 40.0
    amplitude, before = volume_to_spectrum(low.density).abs(), volume_to_spectrum(volume.density).abs()
    assert float(amplitude[s > 1 / 9 + edge * 1.01].max()) < 1e-3
    inside = s < 1 / 9 - edge * 1.01
    assert torch.allclose(amplitude[inside], before[inside], atol=1e-3)
    assert not torch.allclose(low_pass(volume, 9.0, 0.0).density, low.density)
    with pytest.raises(SettingsError):
        low_pass(volume, 0.0)


def test_b_factors_add_and_broaden_a_gaussian():
    """exp(−r²/2σ²) blurred by B has σ² + B / 8π²."""
    volume = blob((32, 32, 32), 1.0, (16, 16, 16), width=2.0)
    b = 8 * math.pi**2 * 1.5
    wide = math.sqrt(4 + 1.5)
    expected = blob((32, 32, 32), 1.0, (16, 16, 16), width=wide).density * (2.0 / wide) ** 3
    assert torch.allclose(apply_b_factor(volume, b).density, expected, atol=1e-5)
    twice = apply_b_factor(apply_b_factor(volume, 12.0), -12.0)
    assert torch.allclose(twice.density, volume.density, atol=1e-5)


@pytest.mark.parametrize("small,large", [((8, 8, 8), (12, 13, 16)), ((7, 9, 8), (10, 9, 11))])
def test_pad_then_crop_is_the_identity(small, large):
    density = seeded(*small)
    there = fourier_crop_or_pad(density, large)
    assert torch.allclose(fourier_crop_or_pad(there, small), density, atol=1e-5)
    assert torch.isclose(there.mean(), density.mean(), atol=1e-6)


@pytest.mark.parametrize("old,new", [(16, 12), (15, 12), (16, 11), (12, 16), (11, 18)])
def test_cropped_images_agree_with_cropped_volumes(old, new):
    image = seeded(old, old)
    flat = image.expand(old, old, old).contiguous()
    volume = fourier_crop_or_pad(flat, (old, new, new))[0]
    assert torch.allclose(crop_images(image[None], new)[0], volume, atol=1e-5)


def test_crop_keeps_values_of_a_band_limited_map():
    volume = blob((32, 30, 31), 1.0, (14, 15, 17))
    small = fourier_crop_or_pad(volume.density, (16, 15, 31))
    # Centre 16 goes to 8, centre 15 to 7: every second voxel, the first at 0 and at 1.
    assert torch.allclose(small, volume.density[::2, 1::2], atol=2e-4)


@pytest.mark.parametrize("shape", [(32, 32, 32), (33, 30, 37), (31, 31, 31)])
@pytest.mark.parametrize("voxel", [0.8, 1.6, 1.2156, 0.937, 2.0])
@pytest.mark.parametrize("box", [None, 41, 20])
def test_resampling_keeps_atoms_in_place_and_values(shape, voxel, box):
    place, origin = (18.3, 14.9, 17.1), (3.2, -1.0, 2.0)
    volume = blob(shape, 1.0, place, origin, width=2.2)
    moved = resample(volume, voxel, box)
    assert moved.voxel_angstrom == voxel
    if box is not None:
        assert moved.density.shape == (box, box, box)
    expected = blob(tuple(moved.density.shape), voxel, place, moved.origin_angstrom, width=2.2)
    assert float((moved.density - expected.density).abs().max()) < 0.02
    if box != 20 or voxel > 1:
        assert float((centre_of_mass(moved) - torch.tensor(place)).abs().max()) < 0.1 * voxel


def test_both_ways_of_resampling_agree_and_neither_aliases(monkeypatch):
    volume = Volume(seeded(27, 27, 27), 1.0)
    cropped = resample(volume, 27 / 19)
    monkeypatch.setattr("cryo_core.fourier.resample.TOLERANCE", -1.0)
    interpolated = resample(volume, 27 / 19)
    assert torch.allclose(cropped.density, interpolated.density, atol=1e-5)
    wave = torch.cos(2 * math.pi * 0.4 * centred_axis(30)).expand(30, 30, 30).contiguous()
    assert float(resample(Volume(wave, 1.0), 1.43).density.abs().max()) < 1e-4
    assert float(resample(Volume(wave, 1.0), 1.13).density.abs().max()) > 0.9


def test_real_space_crop_pads_with_the_faces_mean():
    volume = blob((9, 10, 11), 1.5, (7.5, 7.5, 6.0), (1.0, 2.0, 3.0))
    raised = volume.with_density(volume.density + 4.0)
    large = crop_or_pad(raised, (15, 14, 21))
    assert torch.equal(crop_or_pad(large, (9, 10, 11)).density, raised.density)
    assert crop_or_pad(large, (9, 10, 11)).origin_angstrom == pytest.approx((1.0, 2.0, 3.0))
    faces = raised.density.clone()
    faces[1:-1, 1:-1, 1:-1] = torch.nan
    assert float(large.density[0, 0, 0]) == pytest.approx(float(faces.nanmean()), rel=1e-5)
    with pytest.raises(SettingsError):
        resample(volume, -1.0)


def test_shell_index_of_a_cube_is_the_rounded_radius():
    index = shell_index((6, 6, 6))
    z, y, x = torch.meshgrid(centred_axis(6), centred_axis(6), half_axis(6), indexing="ij")
    assert torch.equal(index, (z**2 + y**2 + x**2).sqrt().round().long())
