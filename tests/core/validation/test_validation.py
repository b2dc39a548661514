"""FSC, masks and summaries of maps, orientations."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch

from cryo_core.data import Poses, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import apply_b_factor, low_pass
from cryo_core.fourier.grids import shell_index, volume_frequencies
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.masks import soften, sphere_mask
from cryo_core.geometry.rotations import axis_angle_to_matrix, euler_to_matrix, random_rotations
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.validation.directions import directional_fsc, hemisphere, surface_sphericity
from cryo_core.validation.fsc import FscCurve, coarsest_resolution_angstrom, fsc, fsc_auc, fsc_suite
from cryo_core.validation.guinier import fsc_weight, guinier_fit, postprocess
from cryo_core.validation.maps import auto_mask, real_space_correlation, summary
from cryo_core.validation.orientations import fourier_sampling, orientation_histogram
from cryo_core.validation.poses import pose_errors
from cryo_core.validation.report import assess, count_shared

CUBE = (48, 48, 48)


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def noise(seed: int, shape=CUBE) -> torch.Tensor:
    return torch.randn(*shape, generator=seeded(seed))


@pytest.fixture(scope="module")
def protein() -> Volume:
    volume = density(phantom_complex(4, 2, 150), CUBE, 3.0)
    return volume.with_density(volume.density / volume.density.std())


@pytest.fixture(scope="module")
def halves(protein) -> tuple[Volume, Volume]:
    """Signal that fades into noise before Nyquist."""
    blurred = apply_b_factor(protein, 400.0).density
    blurred = blurred / blurred.std()
    return tuple(protein.with_density(blurred + 0.7 * noise(s)) for s in (1, 2))


@pytest.mark.parametrize("shape", [(16, 16, 16), (15, 15, 15), (10, 16, 13)])
def test_fsc_is_the_definition_over_the_half_spectrum(shape):
    a, b = noise(1, shape), noise(1, shape) + noise(2, shape)
    found = fsc(Volume(a, 1.5), Volume(b, 1.5))
    axes = [torch.arange(n, dtype=torch.float64) - n // 2 for n in shape]
    basis = [
        torch.exp(torch.complex(torch.zeros(n, n).double(), -2 * math.pi * k[:, None] * k / n))
        for k, n in zip(axes, shape, strict=True)
    ]
    full = [torch.einsum("az,by,cx,zyx->abc", *basis, v.to(torch.complex128)) for v in (a, b)]
    longest = max(shape)
    grid = torch.meshgrid(*axes, indexing="ij")
    radius = sum((g / n) ** 2 for g, n in zip(grid, shape, strict=True)).sqrt() * longest
    for s in range(longest // 2 + 1):
        ring = (radius.float().round() == s) & ((grid[2] >= 0) | (2 * grid[2] == -shape[2]))
        x, y = full[0][ring], full[1][ring]
        expected = float((x.conj() * y).real.sum() / (x.abs().square().sum() * y.abs().square().sum()).sqrt())
        assert float(found.correlation[s]) == pytest.approx(expected, abs=1e-6)
        assert float(found.frequency_per_angstrom[s]) == pytest.approx(s / (longest * 1.5))


def test_fsc_knows_scale_sign_and_filters(protein):
    same = fsc(protein, apply_b_factor(protein.with_density(protein.density * 3.0), 80.0))
    assert torch.allclose(same.correlation, torch.ones(25, dtype=torch.float64), atol=1e-4)
    opposite = fsc(protein, protein.with_density(-protein.density))
    assert torch.allclose(opposite.correlation, -torch.ones(25, dtype=torch.float64), atol=1e-9)
    empty = fsc(protein, protein.with_density(torch.zeros(CUBE)))
    assert float(empty.correlation.abs().max()) == 0.0


def test_fsc_of_signal_and_noise_is_the_signals_share():
    """White signal and noise of variances 1 and v: FSC = 1 / (1 + v), to the shells' sampling error."""
    signal, v = noise(1), 0.6
    a, b = (Volume(signal + math.sqrt(v) * noise(s), 1.0) for s in (2, 3))
    curve = fsc(a, b)
    assert abs(float(curve.correlation[10:].mean()) - 1 / (1 + v)) < 0.01


def test_grids_must_match(protein):
    with pytest.raises(ShapeError):
        fsc(protein, Volume(protein.density, 3.1, protein.origin_angstrom))
    with pytest.raises(ShapeError):
        fsc(protein, protein, torch.ones(3, 3, 3))


def test_auc_of_perfect_agreement_is_a_half(protein):
    assert fsc_auc(fsc(protein, protein)) == pytest.approx(0.5)
    line = torch.linspace(0, 0.5, 11, dtype=torch.float64)
    assert fsc_auc(FscCurve(line / 2.0, 1 - 2 * line, 2.0)) == pytest.approx(0.25)


def test_suite_corrects_what_a_tight_mask_adds(protein):
    """Halves that share nothing beyond 12 Å, masked tightly by a shape with structure at all frequencies."""
    coarse = low_pass(protein, 12.0, 0.0)
    a, b = (coarse.with_density(coarse.density + 0.7 * noise(s)) for s in (1, 2))
    tight = (protein.density > protein.density.max() * 0.15).float()
    suite = fsc_suite(a, b, tight, seeded(5))
    beyond = slice(18, 25)
    assert float(suite.masked.correlation[beyond].mean()) > 0.15
    assert float(suite.corrected.correlation[beyond].mean()) < 0.08
    assert suite.masked.resolution_angstrom() < 8.0 < suite.corrected.resolution_angstrom()
    assert suite.unmasked.resolution_angstrom() == pytest.approx(12.0, rel=0.1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_map_that_ends_sharply_ends_where_it_ends(seed: int):
    """White signal up to shell 16, and little noise: the mask spreads shell 16, and no shell beyond counts."""
    generator = torch.Generator().manual_seed(seed)
    signal = torch.randn(64, 64, 64, generator=generator) * sphere_mask((64, 64, 64), 14.0, 3.0)
    inside = shell_index((64, 64, 64)) <= 16
    sharp = spectrum_to_volume(volume_to_spectrum(signal) * inside, (64, 64, 64))
    halves = [Volume(sharp + 0.02 * torch.randn(64, 64, 64, generator=generator), 3.5) for _ in range(2)]
    suite = fsc_suite(*halves, sphere_mask((64, 64, 64), 14.0, 3.0), torch.Generator().manual_seed(seed))
    assert float(suite.masked.correlation[17]) > 0.143, "what the mask spreads"
    assert suite.corrected.resolution_angstrom() == pytest.approx(14.0, abs=0.01)


def test_suite_follows_chens_definition(halves):
    mask = auto_mask(halves[0].with_density(halves[0].density + halves[1].density))
    suite = fsc_suite(*halves, mask, seeded(5))
    start = int((suite.unmasked.correlation[1:] < 0.8).nonzero()[0]) + 1
    assert suite.randomise_from_angstrom == pytest.approx(
        1 / float(suite.unmasked.frequency_per_angstrom[start])
    )
    t, n, c = (getattr(suite, k).correlation for k in ("masked", "randomised", "corrected"))
    assert torch.equal(c[: start + 2], t[: start + 2])
    late = slice(start + 2, None)
    assert torch.allclose(c[late], ((t - n) / (1 - n))[late])
    # Below the start nothing was randomised but what the mask carries over.
    assert torch.allclose(n[1 : start - 3], t[1 : start - 3], atol=0.05)
    again = fsc_suite(*halves, mask, seeded(5))
    assert torch.equal(again.corrected.correlation, c)
    assert not torch.equal(fsc_suite(*halves, mask, seeded(6)).randomised.correlation, n)
    assert suite.warnings == ()


def test_more_draws_scatter_less_about_the_same_curve(halves):
    """Averages over all pairs of draws: what one draw gives is what many give, on the mean."""
    mask = auto_mask(halves[0].with_density(halves[0].density + halves[1].density))

    def curves(draws: int, count: int) -> torch.Tensor:
        suites = (fsc_suite(*halves, mask, seeded(s), draws) for s in range(count))
        return torch.stack([suite.randomised.correlation for suite in suites])

    one, four = curves(1, 12), curves(4, 6)
    late = slice(20, 25)
    assert float(four.std(0)[late].mean()) < 0.5 * float(one.std(0)[late].mean())
    assert float((four.mean(0) - one.mean(0))[late].abs().max()) < 3 * float(one.std(0)[late].max()) / 12**0.5


def test_phases_may_be_given(halves):
    """Phases of 1 leave the amplitudes of both: a real, even map about the centre, of which FSC is known."""
    ones = torch.ones(CUBE)

    def straight(shape: tuple[int, int, int]) -> torch.Tensor:
        return torch.ones(*shape[:2], shape[2] // 2 + 1, dtype=torch.complex64)

    suite = fsc_suite(*halves, ones, straight)
    shell = round(CUBE[0] * 3.0 / suite.randomise_from_angstrom)
    even = (spectrum_to_volume(volume_to_spectrum(h.density).abs() + 0j, CUBE) for h in halves)
    expected = fsc(*(halves[0].with_density(density) for density in even)).correlation
    assert torch.allclose(suite.randomised.correlation[shell + 1 :], expected[shell + 1 :], atol=1e-5)


def test_randomising_keeps_amplitudes(halves):
    from cryo_core.validation.fsc import _randomise_phases, _white

    random = _randomise_phases(halves[0], 7, _white(seeded(21)))
    before, after = (volume_to_spectrum(v.density) for v in (halves[0], random))
    assert torch.allclose(after.abs(), before.abs(), atol=1e-2)
    early = shell_index(CUBE) < 6
    assert torch.allclose(after[early], before[early], atol=1e-2)
    late = fsc(halves[0], random).correlation[8:]
    assert float(late.abs().max()) < 0.15


def test_suite_warns_in_words(protein):
    ones = torch.ones(CUBE)
    assert "identical" in fsc_suite(protein, protein, ones, seeded(1)).warnings[0]
    assert any("Nyquist" in w for w in fsc_suite(protein, protein, ones, seeded(1)).warnings)
    related = protein.with_density(protein.density * 1.01 + 1e-3 * noise(1))
    assert any("independent" in w for w in fsc_suite(protein, related, ones, seeded(1)).warnings)
    strangers = fsc_suite(Volume(noise(1), 3.0), Volume(noise(2), 3.0), ones, seeded(1))
    assert any("low frequency" in w for w in strangers.warnings)
    a, b = (protein.with_density(low_pass(protein, 20.0).density + 0.3 * noise(s)) for s in (1, 2))
    spikes = (noise(9) > 2.5).float()
    assert any("inflates" in w for w in fsc_suite(a, b, spikes, seeded(1)).warnings)


def molecule_of(volume: Volume) -> torch.Tensor:
    smooth = low_pass(volume, 12.0).density
    return smooth > 0.3 * torch.quantile(smooth.flatten(), 0.999)


@pytest.mark.parametrize("sigma", [0.0, 0.5, 1.0])
def test_auto_mask_finds_the_molecule_in_noise(protein, sigma):
    truth = molecule_of(protein)
    mask = auto_mask(protein.with_density(protein.density + sigma * noise(3)))
    assert float(mask.min()) == 0 and float(mask.max()) == 1
    assert float((mask[truth] == 1).float().mean()) > 0.98
    near = soften(truth, 8.0, 6.0) > 0
    assert float((mask[~near] > 0).float().mean()) < 0.01


def test_auto_mask_of_a_zone_masked_map(protein):
    truth = molecule_of(protein)
    zone = soften(truth, 2.0, 0.0) > 0.5
    cut = protein.with_density((protein.density + 0.5 * noise(1)) * zone)
    mask = auto_mask(cut)
    assert float((mask[truth] == 1).float().mean()) > 0.98
    near = soften(truth, 8.0, 6.0) > 0
    assert float((mask[~near] > 0).float().mean()) < 0.01


def test_auto_mask_of_a_molecule_at_the_edge(protein):
    rolled = protein.with_density(protein.density.roll(18, 2) + 0.5 * noise(1))
    truth = molecule_of(protein).roll(18, 2)
    mask = auto_mask(rolled)
    assert float((mask[truth] > 0.99).float().mean()) > 0.97


def test_auto_mask_settings_and_errors(protein):
    noisy = protein.with_density(protein.density + noise(1))
    base = auto_mask(noisy)
    for changed in ({"low_pass_angstrom": 25.0}, {"sigmas": 8.0}, {"extend_voxel": 0.0}, {"edge_voxel": 1.0}):
        assert not torch.equal(auto_mask(noisy, **changed), base)
    with pytest.raises(SettingsError):
        auto_mask(Volume(torch.ones(20, 20, 20), 2.0))
    with pytest.raises(SettingsError):
        auto_mask(Volume(torch.full((20, 20, 20), torch.nan), 2.0))


def test_summary_skips_what_is_not_finite():
    values = torch.arange(8.0).reshape(2, 2, 2)
    found = summary(Volume(values, 1.0))
    assert (found.minimum, found.maximum, found.mean, found.finite_fraction) == (0.0, 7.0, 3.5, 1.0)
    assert found.standard_deviation == pytest.approx(math.sqrt(5.25))
    spoiled = values.clone()
    spoiled[1, 1, 1] = torch.inf
    assert summary(Volume(spoiled, 1.0)).finite_fraction == 0.875
    assert summary(Volume(spoiled, 1.0)).maximum == 6.0


def test_real_space_correlation():
    a, b = noise(1), noise(2)
    assert real_space_correlation(a, 3 * a + 2) == pytest.approx(1.0)
    assert real_space_correlation(a, -a) == pytest.approx(-1.0)
    assert abs(real_space_correlation(a, b)) < 0.02
    mask = sphere_mask(CUBE, 9.0, 0.0) > 0
    mixed = torch.where(mask, a, b)
    assert real_space_correlation(a, mixed, mask) == pytest.approx(1.0)
    assert real_space_correlation(a, torch.ones(CUBE)) == 0.0


def test_orientations_fill_bins_of_equal_area():
    counts = orientation_histogram(random_rotations(100_000, seeded(1)), 10, 20)
    assert counts.shape == (10, 20) and int(counts.sum()) == 100_000
    chi2 = float(((counts - 500.0) ** 2 / 500.0).sum())
    assert 199 - 5 * 20 < chi2 < 199 + 5 * 20
    one = orientation_histogram(euler_to_matrix(torch.tensor([[45.0, 30.0, 77.0]])), 4, 8)
    assert int(one[3, 5]) == 1 and int(one.sum()) == 1


def test_half_spectra_written_back_are_real_maps(protein):
    again = spectrum_to_volume(volume_to_spectrum(protein.density), CUBE)
    assert torch.allclose(again, protein.density, atol=1e-4)


# Directions, sampling, sharpening, poses, the whole answer ------------------------------------------


def turned_views(n: int, elevation: float) -> torch.Tensor:
    """Poses whose view directions lie at one angle from z."""
    spin = 360 * torch.rand(n, 2, generator=seeded(1))
    return euler_to_matrix(torch.stack([spin[:, 0], torch.full((n,), elevation), spin[:, 1]], 1))


def test_a_sphere_is_round_and_an_ellipsoid_is_what_it_is():
    axis = hemisphere(800)
    assert surface_sphericity(axis, torch.full((800,), 7.0, dtype=torch.float64)) == pytest.approx(1.0)
    squashed = 1 / (axis[:, :2].square().sum(1) + (axis[:, 2] * 3) ** 2).sqrt()
    e = math.sqrt(1 - 1 / 9)
    area = 2 * math.pi * (1 + (1 - e**2) / e * math.atanh(e))
    expected = math.pi ** (1 / 3) * (6 * 4 / 3 * math.pi / 3) ** (2 / 3) / area
    assert surface_sphericity(axis, squashed) == pytest.approx(expected, rel=0.01)


def test_cones_are_the_definition(protein):
    a, b = (protein.with_density(protein.density + 0.5 * noise(s)) for s in (1, 2))
    found = directional_fsc(a, b, directions=12)
    size = CUBE[0]
    line = torch.fft.fftfreq(size, 1 / size).double()  # noqa: TID251
    k = torch.stack(torch.meshgrid(line, line, line, indexing="ij"), -1)
    spectra = [torch.fft.fftn(torch.fft.ifftshift(v.density.double())) for v in (a, b)]  # noqa: TID251
    radius = k.norm(dim=-1)
    for row in (0, 7):
        z_y_x = found.direction[row].flip(0)
        angle = torch.acos(((k / radius.clamp(min=1e-9)[..., None]) @ z_y_x).abs().clamp(max=1.0))
        cone = angle <= math.radians(20.0)
        for shell in (6, 13, 20):
            at = cone & (radius.round() == shell)
            x, y = spectra[0][at], spectra[1][at]
            expected = (x.conj() * y).real.sum() / (x.abs().square().sum() * y.abs().square().sum()).sqrt()
            assert float(found.correlation[row, shell]) == pytest.approx(float(expected), abs=0.02)


def test_missing_wedge_is_seen_in_the_directions(protein):
    """Noise alone within 45 degrees of z: directions there have no resolution."""
    fz, fy, fx = volume_frequencies(CUBE, 3.0)
    missing = fz.abs() > (fx**2 + fy**2).sqrt()
    halves = []
    for seed in (1, 2):
        spectrum, other = (volume_to_spectrum(d) for d in (protein.density, 0.3 * noise(seed)))
        spectrum = torch.where(missing, 0.0, spectrum) + other
        halves.append(protein.with_density(spectrum_to_volume(spectrum, CUBE)))
    whole = directional_fsc(*(protein.with_density(protein.density + 0.3 * noise(s)) for s in (1, 2)))
    found = directional_fsc(*halves)
    assert whole.cfar > 0.9 and whole.sphericity > 0.97
    assert found.cfar < 0.3 and found.sphericity < 0.9
    worst = found.direction[found.resolutions_angstrom().argmax()]
    assert float(worst[2]) > 0.7
    report = assess(*halves)
    assert any("Orientations are missing" in w for w in report.warnings)


def test_scf_star_of_known_distributions():
    even = fourier_sampling(random_rotations(5000, seeded(1)))
    assert even.scf_star > 0.97 and even.unseen == 0.0
    side = fourier_sampling(turned_views(5000, 90.0))
    assert side.scf_star == pytest.approx(0.80, abs=0.015)
    top = fourier_sampling(turned_views(500, 0.0))
    assert top.scf_star < 0.01 and top.unseen == pytest.approx(0.99, abs=0.005)
    one, four = (fourier_sampling(turned_views(200, 70.0), g) for g in (None, symmetry_matrices("O")))
    assert four.scf_star > one.scf_star and int(four.count.sum()) > 20 * int(one.count.sum())


def test_guinier_gives_the_b_factor_back(protein):
    """A point's amplitudes are flat: with B put on, the fit finds it."""
    point = torch.zeros(CUBE)
    point[24, 24, 24] = 1.0
    for b in (80.0, -30.0):
        fit = guinier_fit(apply_b_factor(Volume(point, 1.5), b), 3.5)
        assert fit.b_factor_angstrom2 == pytest.approx(b, rel=1e-3) and abs(fit.correlation) > 0.999
    with pytest.raises(SettingsError):
        guinier_fit(Volume(point, 1.5), 9.9)
    curve = FscCurve(torch.arange(25) / 144.0, torch.linspace(1.0, 0.2, 25, dtype=torch.float64), 3.0)
    assert float(fsc_weight(curve)[24]) == pytest.approx(math.sqrt(0.4 / 1.2))
    lost = FscCurve(
        curve.frequency_per_angstrom, torch.where(torch.arange(25) == 9, 0.0, curve.correlation), 3.0
    )
    assert bool((fsc_weight(lost)[9:] == 0).all()) and float(fsc_weight(lost)[8]) > 0
    sharp, fit = postprocess(apply_b_factor(protein, 100.0), curve, torch.ones(CUBE))
    again, _ = postprocess(apply_b_factor(protein, 160.0), curve, torch.ones(CUBE))
    assert torch.allclose(sharp.density, again.density, atol=0.02 * float(sharp.density.max()))


@pytest.fixture(scope="module")
def true_poses() -> Poses:
    return Poses(random_rotations(600, seeded(1)), 5 * torch.randn(600, 2, generator=seeded(2)))


def test_pose_errors_know_no_frame_and_no_hand(true_poses):
    turn, offset = random_rotations(1, seeded(3))[0].double(), torch.tensor([3.0, -5.0, 8.0]).double()
    a = true_poses.rotation.double()
    shift = true_poses.shift_angstrom.double() + a[:, :2] @ offset
    moved = Poses((a @ turn.mT).float(), shift.float())
    found = pose_errors(moved, true_poses)
    assert float(found.rotation_degrees.max()) < 1e-4 and float(found.shift_angstrom.max()) < 1e-4
    assert torch.allclose(found.offset_angstrom, offset, atol=1e-4) and not found.mirrored
    mirror = torch.diag(torch.tensor([1.0, 1.0, -1.0]))
    other = Poses(mirror @ moved.rotation @ mirror, moved.shift_angstrom)
    assert float(pose_errors(other, true_poses).rotation_degrees.median()) > 60
    found = pose_errors(other, true_poses, allow_mirror=True)
    assert found.mirrored and float(found.rotation_degrees.max()) < 1e-4


def test_pose_errors_are_those_put_in(true_poses):
    """3 degrees everywhere, a tenth of the images lost: the lost do not pull the frame."""
    axis = torch.randn(600, 3, generator=seeded(4))
    axis = axis / axis.norm(dim=1, keepdim=True) * math.radians(3.0)
    noisy = axis_angle_to_matrix(axis) @ true_poses.rotation
    noisy[:60] = random_rotations(60, seeded(5))
    group = symmetry_matrices("D2")
    found = pose_errors(Poses(noisy, true_poses.shift_angstrom + 1.0), true_poses)
    assert float(found.rotation_degrees[60:].median()) == pytest.approx(3.0, abs=0.05)
    mixed = noisy @ group[torch.arange(600) % 4].float()
    equal = pose_errors(Poses(mixed, true_poses.shift_angstrom), true_poses, symmetry=group)
    assert float(equal.rotation_degrees[60:].median()) == pytest.approx(3.0, abs=0.1)
    with pytest.raises(ShapeError):
        pose_errors(true_poses.take(slice(0, 5)), true_poses)


def test_one_call_answers(halves, protein):
    whole = halves[0].with_density(halves[0].density + halves[1].density)
    good = assess(*halves, rotation=random_rotations(3000, seeded(1)), model=protein)
    assert good.believable, good.warnings
    assert good.resolution_angstrom == good.suite.corrected.resolution_angstrom()
    assert good.resolution_half_angstrom >= good.resolution_angstrom and good.guinier is not None
    assert good.scale == pytest.approx(1.0, abs=0.005) and abs(good.solvent_correlation) < 0.03
    assert good.model is not None and good.model.resolution_angstrom(0.5) < 12.0
    assert good.sampling is not None and good.sampling.scf_star > 0.9
    again = assess(*halves, mask=auto_mask(whole))
    assert again.sampling is None and again.model is None


def test_one_call_warns(halves, protein):
    def said(*expected: tuple[str, ...], pair=halves, **changes) -> None:
        warnings = assess(*pair, **changes).warnings
        for words in expected:
            assert any(all(word in w for word in words) for w in warnings), (words, warnings)

    unlabelled = tuple(Volume(h.density, 1.0) for h in halves)
    views = turned_views(500, 3.0)
    said(("both halves", "17"), ("SCF*",), ("header",), pair=unlabelled, shared_images=17, rotation=views)
    shared = 0.5 * noise(77)
    said(("solvent", "correlates"), pair=tuple(h.with_density(h.density + shared) for h in halves))
    mask = auto_mask(halves[0].with_density(halves[0].density + halves[1].density))
    said(("no solvent",), pair=tuple(h.with_density(h.density * mask) for h in halves), mask=mask)
    bigger = density(phantom_complex(4, 2, 150), CUBE, 3.0 / 1.04).density
    sharp = tuple(protein.with_density(protein.density + 0.02 * noise(s)) for s in (1, 2))
    said(("Nyquist",), ("enlarged", "-3"), pair=sharp, mask=mask, model=protein.with_density(bigger))


def test_shared_images_are_counted():
    from cryo_core.data import Optics, Particles

    n = 6
    ones = torch.ones(n)
    optics = Optics(*[ones] * 9, torch.ones(n, dtype=torch.int64))
    particles = Particles(
        Poses(torch.eye(3).expand(n, 3, 3), torch.zeros(n, 2)),
        optics,
        (Path("a.mrcs"), Path("b.mrcs")),
        np.array([0, 0, 0, 1, 1, 1]),
        np.array([0, 1, 1, 1, 2, 2]),
        np.array([1, 1, 2, 2, 1, 1]),
        np.zeros(n, int),
        np.full(n, np.nan),
        pd.DataFrame(index=range(n)),
        pd.DataFrame(index=range(1)),
    )
    assert count_shared(particles) == 1


def test_the_coarsest_resolution_is_what_other_draws_of_noise_give() -> None:
    """Of 40 pairs of halves with noise of their own: two standard errors below the mean curve bound nearly all."""
    edge, voxel = 32, 2.0
    white = Volume(torch.randn(edge, edge, edge, generator=torch.Generator().manual_seed(0)), voxel)
    signal = apply_b_factor(white, 300.0).density
    found = []
    for seed in range(40):
        generator = torch.Generator().manual_seed(1000 + seed)
        noise = 0.5 * float(signal.std()) * torch.randn(2, edge, edge, edge, generator=generator)
        found.append(fsc(white.with_density(signal + noise[0]), white.with_density(signal + noise[1])))
    spread = torch.stack([curve.correlation for curve in found]).std(0)[3:]
    middle = torch.stack([curve.correlation for curve in found]).mean(0)
    shell = torch.arange(3, len(middle))
    expected = (1 - middle[3:].square()) / (4 * math.pi * shell.square()).sqrt()
    assert 0.75 < float((spread / expected).mean()) < 1.1  # at high c Fisher's error is a little too large
    curve = replace(found[0], correlation=middle)
    bound = coarsest_resolution_angstrom(curve, 1.0)
    values = [one.resolution_angstrom() for one in found]
    assert bound >= curve.resolution_angstrom() and sum(value <= bound * 1.001 for value in values) >= 38
    assert coarsest_resolution_angstrom(curve, 0.05) > bound  # a small mask leaves few independent numbers
