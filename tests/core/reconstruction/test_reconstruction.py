"""Reconstruction from simulated particles with truth."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.grids import centred_axis
from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.fourier.shells import shell_sum
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.reconstruction.backproject import ImageWeights, _CpuWeigher, _Rows, _TorchWeigher, backproject
from cryo_core.reconstruction.broken import obeys
from cryo_core.reconstruction.levels import Shells, levelled, shell_means
from cryo_core.reconstruction.solve import (
    ReconstructionSettings,
    reconstruct,
    reconstruct_to_align,
    references_of,
    wiener_weight,
)
from cryo_core.reconstruction.symmetry import split_group
from cryo_core.validation.fsc import fsc

BOX, VOXEL, COUNT = 48, 4.5, 1000
HALVES = np.arange(COUNT) % 2 + 1


class Kept:
    """The images of a simulated set, made once."""

    def __init__(self, images: torch.Tensor, pixel_angstrom: float) -> None:
        self.images, self.pixel_angstrom, self.box = images, pixel_angstrom, images.shape[-1]

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> torch.Tensor:
        return self.images[torch.from_numpy(index)]


def keep(particles: SimulatedParticles) -> Kept:
    return Kept(particles.read(np.arange(len(particles))), particles.pixel_angstrom)


@pytest.fixture(scope="module")
def truth() -> Volume:
    volume = density(phantom_complex(2, residues_per_subunit=150), (BOX, BOX, BOX), VOXEL)
    return Volume(volume.density, VOXEL)


@pytest.fixture(scope="module")
def particles(truth) -> SimulatedParticles:
    return simulate_particles([truth], [1.0], COUNT, SimulationSettings(snr=0.2, padding=4))


@pytest.fixture(scope="module")
def stack(particles) -> Kept:
    return keep(particles)


@pytest.fixture(scope="module")
def done(particles, stack):
    return reconstruct(ImageSet(stack, particles.poses, particles.optics, HALVES), ReconstructionSettings())


def test_maps_agree_with_the_truth(done, truth, particles):
    half, full = fsc(done.half1, truth), fsc(done.full, truth)
    assert done.full.voxel_angstrom == VOXEL and done.full.origin_angstrom == (0.0, 0.0, 0.0)
    # Over seven seeds: 0.9095 to 0.9136, and 0.9505 to 0.9525.
    assert float(half.correlation[1:24].mean()) > 0.905
    assert float(full.correlation[1:24].mean()) > 0.948
    assert bool((full.correlation[6:24] >= half.correlation[6:24] - 0.01).all())
    # The map has the images' grey scale (the lowest shells, where the CTF is near 0, are noise).
    a, b = volume_to_spectrum(done.half1.density), volume_to_spectrum(truth.density / particles.noise_sigma)
    shape = (BOX, BOX, BOX)
    scale = shell_sum((a * b.conj()).real, shape)[4:23].sum() / shell_sum(b.abs() ** 2, shape)[4:23].sum()
    assert float(scale) == pytest.approx(1.0, abs=0.03)


def test_fsc_of_halves_foretells_the_truth(done, truth):
    """FSC(half, truth)² = FSC(half, half), for halves whose noises are independent."""
    expected = fsc(done.half1, truth).correlation * fsc(done.half2, truth).correlation
    assert float((done.fsc.correlation - expected)[2:24].abs().max()) < 0.015
    assert torch.equal(done.fsc.correlation, fsc(done.half1, done.half2).correlation)


def preferred(count: int, share: float, degrees: float, seed: int) -> torch.Tensor:
    """Rotations of which a share look along z to within some degrees; the others look from anywhere."""
    generator = torch.Generator().manual_seed(seed)
    psi, azimuth, tilt = torch.rand(3, count, generator=generator, dtype=torch.float64)
    psi, azimuth, tilt = 2 * torch.pi * psi, 2 * torch.pi * azimuth, tilt.sqrt() * np.deg2rad(degrees)
    none = torch.zeros_like(psi)
    turned = axis_angle_to_matrix(torch.stack([none, none, psi], 1))
    turned = turned @ axis_angle_to_matrix(torch.stack([tilt * azimuth.cos(), tilt * azimuth.sin(), none], 1))
    anywhere = random_rotations(count, generator).double()
    return torch.where((torch.rand(count, generator=generator) < share)[:, None, None], turned, anywhere)


def test_preferred_views_do_not_flatter_the_fsc(particles, truth):
    """With 90% of views within 12 degrees: the FSC stays near FSC(half, truth)², as it does not with a floor."""
    views = Poses(preferred(COUNT, 0.9, 12.0, 1).to(particles.poses.rotation), particles.poses.shift_angstrom)
    some = replace(particles, poses=views)
    scene = ImageSet(keep(some), views, some.optics, HALVES)
    found, to_align = reconstruct_to_align(scene, ReconstructionSettings())

    def flattered(half1: Volume, half2: Volume) -> float:
        foretold = fsc(half1, truth).correlation * fsc(half2, truth).correlation
        return float((fsc(half1, half2).correlation - foretold)[2:24].mean())

    assert flattered(found.half1, found.half2) < 0.03 < 0.04 < flattered(*to_align.maps)
    mean = found.full.with_density(0.5 * (found.half1.density + found.half2.density))
    true = fsc(mean, truth).resolution_angstrom(0.5)
    shell = 1.0 / (BOX * VOXEL)
    assert 1.0 / found.fsc.resolution_angstrom() < 1.0 / true + 1.5 * shell
    assert found.fsc.resolution_angstrom() > 1.1 * to_align.fsc.resolution_angstrom()
    # References hold back what was seldom seen, and resemble the truth more for it.
    assert float(fsc(to_align.half1, truth).correlation[2:24].mean()) > 0.02 + float(
        fsc(found.half1, truth).correlation[2:24].mean()
    )


def test_noise_alone_has_no_fsc(particles):
    noise = Kept(torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(1)), VOXEL)
    found = reconstruct(ImageSet(noise, particles.poses, particles.optics, HALVES), ReconstructionSettings())
    assert float(found.fsc.correlation[6:].abs().max()) < 0.15
    assert found.full.density.norm() < 0.3 * found.half1.density.norm()


def test_halves_do_not_see_each_other(particles, stack, done):
    images = stack.images.clone()
    images[HALVES == 2] = 0.0
    other = reconstruct(
        ImageSet(Kept(images, VOXEL), particles.poses, particles.optics, HALVES), ReconstructionSettings()
    )
    assert torch.equal(other.half1.density, done.half1.density)
    assert float(other.half2.density.abs().max()) == 0.0


def test_batches_and_repeats_change_nothing(particles, stack, done):
    again = reconstruct(ImageSet(stack, particles.poses, particles.optics, HALVES), ReconstructionSettings())
    assert torch.equal(again.full.density, done.full.density)
    seen = []
    parts = reconstruct(
        ImageSet(stack, particles.poses, particles.optics, HALVES),
        ReconstructionSettings(batch=173),
        progress=lambda i, n: seen.append((i, n)),
    )
    scale = float(done.full.density.abs().max())
    assert float((parts.full.density - done.full.density).abs().max()) < 1e-5 * scale
    assert seen[-1] == (COUNT, COUNT) and len(seen) == 6


def test_weights_leave_images_out(particles, stack):
    weights = torch.ones(COUNT)
    weights[700:] = 0.0
    settings = ReconstructionSettings()
    some = reconstruct(
        ImageSet(stack, particles.poses, particles.optics, HALVES),
        settings,
        weights=ImageWeights(weights * 3, torch.zeros(COUNT)),
    )
    first = reconstruct(
        ImageSet(
            Kept(stack.images[:700], VOXEL),
            particles.poses.take(slice(0, 700)),
            particles.optics.take(slice(0, 700)),
            HALVES[:700],
        ),
        settings,
    )
    scale = float(first.full.density.abs().max())
    assert float((some.full.density - first.full.density).abs().max()) < 1e-4 * scale


def test_every_setting_counts(particles, stack):
    few = slice(0, 200)
    scene = ImageSet(
        Kept(stack.images[few], VOXEL), particles.poses.take(few), particles.optics.take(few), HALVES[few]
    )
    base = reconstruct(scene, ReconstructionSettings()).full.density
    for name, value in {"padding": 1, "symmetry": "C2", "floor": 0.4, "tau2_fudge": 4.0}.items():
        found = reconstruct(scene, replace(ReconstructionSettings(), **{name: value})).full.density
        assert float((found - base).abs().max()) > 1e-3 * float(base.abs().max()), name


def test_what_makes_no_reconstruction_is_refused(particles, stack):
    poses, optics, settings = particles.poses, particles.optics, ReconstructionSettings()
    with pytest.raises(SettingsError, match="half set 2"):
        reconstruct(ImageSet(stack, poses, optics, np.ones(COUNT, int)), settings)
    with pytest.raises(SettingsError, match="row 1"):
        reconstruct(ImageSet(stack, poses, optics, np.zeros(COUNT, int)), settings)
    with pytest.raises(ShapeError):
        reconstruct(ImageSet(stack, poses, optics, HALVES[:-1]), settings)
    with pytest.raises(SettingsError):
        reconstruct(
            ImageSet(stack, poses, optics, HALVES),
            settings,
            weights=ImageWeights(torch.full((COUNT,), torch.nan), torch.zeros(COUNT)),
        )
    with pytest.raises(SettingsError):
        reconstruct(ImageSet(stack, poses, optics, HALVES), ReconstructionSettings(batch=0))


def test_wiener_weight_is_relions():
    """One shell: weight + mean weight · (1 − c) / c, c = √(2 FSC / (1 + FSC))."""
    weight = torch.full((9, 9, 5), 3.0)
    found = wiener_weight(weight, torch.full((3,), 0.6, dtype=torch.float64), 2)
    c = (1.2 / 1.6) ** 0.5
    assert torch.allclose(found, torch.full_like(found, 3.0 + 3.0 * (1 - c) / c))


def symmetric(group: str) -> Volume:
    """A random map with a point group, by summing analytic Gaussians at all equivalent places."""
    generator = torch.Generator().manual_seed(11)
    place = torch.randn(30, 3, generator=generator, dtype=torch.float64) * 5.0
    axis = torch.arange(32, dtype=torch.float64) - 16
    total = torch.zeros(32, 32, 32, dtype=torch.float64)
    for matrix in symmetry_matrices(group):
        for x, y, z in place @ matrix.T:
            lines = [torch.exp(-((axis - c) ** 2) / (2 * 1.3**2)) for c in (z, y, x)]
            total += lines[0][:, None, None] * lines[1][:, None] * lines[2]
    return Volume(total.float(), 4.0)


@pytest.mark.parametrize("group", ["C2", "D2", "C3", "T"])
def test_symmetry_adds_signal_to_symmetric_maps(group):
    volume = symmetric(group)
    particles = simulate_particles([volume], [1.0], 120, SimulationSettings(snr=0.1))
    scene = ImageSet(keep(particles), particles.poses, particles.optics, np.arange(120) % 2 + 1)
    plain = reconstruct(scene, ReconstructionSettings())
    with_group = reconstruct(scene, ReconstructionSettings(symmetry=group))
    gain = fsc(with_group.full, volume).correlation[2:12] - fsc(plain.full, volume).correlation[2:12]
    assert float(gain.mean()) > 0.03
    # A two-fold about z is a symmetry of the voxels too: the map has it exactly.
    if group in ("C2", "D2"):
        turned = with_group.full.density[:, 1:, 1:].flip(1, 2)
        apart = (turned - with_group.full.density[:, 1:, 1:]).abs().max()
        assert float(apart) < 1e-3 * float(with_group.full.density.abs().max())


def test_poses_turned_together_turn_the_map(particles, stack, done, truth):
    """A · R for all images gives V(R⁻¹ ·): here a quarter turn about z, exact on voxels."""
    quarter = axis_angle_to_matrix(torch.tensor([0.0, 0.0, torch.pi / 2]))
    poses = Poses(particles.poses.rotation @ quarter, particles.poses.shift_angstrom)
    turned = reconstruct(ImageSet(stack, poses, particles.optics, HALVES), ReconstructionSettings())
    odd = [v.density[1:, 1:, 1:] for v in (turned.half1, done.half1)]
    rotated = odd[1].transpose(1, 2).flip(2)
    other = odd[1].transpose(1, 2).flip(1)
    apart = min(float((odd[0] - r).abs().max()) for r in (rotated, other))
    assert apart < 5e-3 * float(odd[1].abs().max())


def test_a_cropped_problem_is_the_cropped_answer(truth):
    """Fourier-cropped images reconstruct the Fourier-cropped map."""
    small = Volume(fourier_crop_or_pad(low_pass(truth, 16.0).density, (32, 32, 32)), VOXEL * 1.5)
    mask = sphere_mask((32, 32, 32), 14.0, 2.0)
    particles = simulate_particles([small], [1.0], 800, SimulationSettings(snr=50.0, padding=4))
    found = reconstruct(
        ImageSet(particles, particles.poses, particles.optics, np.arange(800) % 2 + 1),
        ReconstructionSettings(),
    )
    assert float(fsc(found.full, small, mask).correlation[1:12].min()) > 0.98


@pytest.mark.parametrize(
    "group,insertions",
    [("C1", 1), ("C2", 1), ("C3", 3), ("C4", 1), ("C6", 3), ("D2", 1), ("D3", 3), ("D4", 1)]
    + [("T", 12), ("O", 1), ("I", 5), ("I1", 5), ("I3", 30)],
)
def test_a_group_is_its_cosets_times_the_grids_own_rotations(group, insertions):
    operators = symmetry_matrices(group)
    cosets, subgroup = split_group(operators)
    assert len(cosets) == insertions and len(cosets) * len(subgroup) == len(operators)
    products = (cosets[:, None] @ subgroup[None]).reshape(-1, 1, 3, 3)
    assert sorted((products - operators).abs().amax((2, 3)).argmin(1).tolist()) == list(range(len(operators)))


@pytest.mark.parametrize("group", ["C4", "D3", "O", "I"])
def test_symmetry_is_that_of_inserting_at_every_pose(group, particles, stack):
    """Summing over the grid's own rotations afterwards is exact."""
    few = slice(0, 8)
    images, poses, optics = stack.images[few], particles.poses.take(few), particles.optics.take(few)
    first, second = backproject(ImageSet(Kept(images, VOXEL), poses, optics, HALVES[few]), symmetry=group)
    every = torch.cat([poses.rotation @ g.float() for g in symmetry_matrices(group)])
    count = len(every) // 8
    halves = np.tile(HALVES[few], count)
    again = Poses(every, poses.shift_angstrom.repeat(count, 1))
    rows = torch.arange(8).repeat(count)
    plain, _ = backproject(ImageSet(Kept(images[rows], VOXEL), again, optics.take(rows), halves))
    assert float((first.numerator - plain.numerator).abs().max()) < 2e-5 * float(plain.numerator.abs().max())
    assert float((first.weight - plain.weight).abs().max()) < 2e-5 * float(plain.weight.max())
    assert second.weight.shape == first.weight.shape


def ring(left_out: tuple[int, ...] = ()) -> Volume:
    """Four subunits about z, without some."""
    one = density(phantom_complex(2, residues_per_subunit=100), (BOX, BOX, BOX), VOXEL).density
    odd = torch.roll(one, (0, 6, 9), (0, 1, 2))[1:, 1:, 1:]
    turned = [torch.rot90(odd, k, (1, 2)) for k in range(4) if k not in left_out]
    whole = torch.zeros(BOX, BOX, BOX)
    whole[1:, 1:, 1:] = torch.stack(turned).sum(0)
    return Volume(whole, VOXEL)


@pytest.mark.parametrize("wedge", [False, True])
def test_a_symmetry_that_is_broken_is_found_out_and_one_that_holds_is_not(wedge):
    """Four subunits, or three: with views from all sides, and with views of one quarter, as programs write them."""
    for left_out in ((), (1,)):
        made = simulate_particles(
            [ring(left_out)], [1.0], 300, SimulationSettings(snr=0.1, padding=2, seed=1)
        )
        if wedge:
            every = torch.stack([made.poses.rotation @ g.float() for g in symmetry_matrices("C4")], 1)
            view = torch.atan2(every[:, :, 2, 1], every[:, :, 2, 0]).argmin(1)
            poses = Poses(every[torch.arange(300), view], made.poses.shift_angstrom)
            made = replace(made, poses=poses)
        found = obeys(ImageSet(keep(made), made.poses, made.optics, HALVES[:300]), "C4")
        assert found.obeyed == (not left_out), found
        assert found.lost > 0.1 if left_out else found.lost < 0.01, found
    assert obeys(ImageSet(keep(made), made.poses, made.optics, HALVES[:300]), "C1").obeyed


def test_weighing_on_the_cpu_is_weighing_with_torch(particles, stack):
    """The formula of the CTF, the centring and the weights stand twice: numba's are torch's."""
    n = 40
    optics = particles.optics.take(slice(0, n))
    optics = replace(
        optics, b_factor_angstrom2=torch.linspace(-200, 300, n), scale=torch.linspace(0.4, 1.1, n)
    )
    known = _Rows(
        particles.poses.take(slice(0, n)),
        optics,
        torch.linspace(0.5, 2.0, n),
        torch.linspace(-100.0, 500.0, n),
        torch.linspace(0.3, 1.7, n),
        VOXEL,
    )
    rows = np.random.default_rng(1).permutation(n)
    ours, theirs = (kind(known)(stack.images[:n], rows) for kind in (_CpuWeigher, _TorchWeigher))
    assert float((ours - theirs).abs().max()) < 1e-4 * float(theirs.abs().max())


def test_a_weights_b_factor_silences_an_image_at_high_frequency(particles, stack):
    """Images of noise alone: with a large B they no longer spoil the far shells, and leave the near ones."""
    images = stack.images.clone()
    images[500:] = 3 * torch.randn(500, BOX, BOX, generator=torch.Generator().manual_seed(3))
    decay = torch.zeros(COUNT)
    decay[500:] = 5000.0
    scene = ImageSet(Kept(images, VOXEL), particles.poses, particles.optics, HALVES), ReconstructionSettings()
    ones = torch.ones(len(HALVES))
    plain, weighted = reconstruct(*scene), reconstruct(*scene, weights=ImageWeights(ones, decay))
    assert float(weighted.fsc.correlation[12:20].mean()) > float(plain.fsc.correlation[12:20].mean()) + 0.1
    with pytest.raises(SettingsError):
        reconstruct(*scene, weights=ImageWeights(ones, decay * torch.nan))


def test_an_images_contrast_multiplies_its_ctf(particles, stack, truth, done):
    """Without noise contrasts change no map; with noise, known ones bring it nearer the truth."""
    contrast = torch.from_numpy(np.random.default_rng(2).uniform(0.2, 1.8, COUNT)).float()
    scaled = contrast[:, None, None]
    table = particles.poses, particles.optics, HALVES
    clean = particles.clean(np.arange(COUNT))
    plain = reconstruct(ImageSet(Kept(clean, VOXEL), *table), ReconstructionSettings())
    known = ImageWeights.even(contrast)
    found = reconstruct(
        ImageSet(Kept(clean * scaled, VOXEL), *table), ReconstructionSettings(), weights=known
    )
    assert float(fsc(plain.half1, found.half1).correlation[1:24].min()) > 0.995
    ratio = float((found.half1.density * plain.half1.density).sum() / plain.half1.density.square().sum())
    assert ratio == pytest.approx(1.0, abs=0.03)
    noisy = ImageSet(Kept(stack.images - clean + clean * scaled, VOXEL), *table)
    blind, seeing = (
        fsc(reconstruct(noisy, ReconstructionSettings(), weights=w).half1, truth) for w in (None, known)
    )
    assert float((seeing.correlation - blind.correlation)[10:24].mean()) > 0.015
    with pytest.raises(SettingsError):
        reconstruct(noisy, ReconstructionSettings(), weights=ImageWeights.even(-contrast))


def test_levelled_weights_are_no_less_and_even_ones_stay(particles, stack):
    first, _ = backproject(ImageSet(stack, particles.poses, particles.optics, HALVES))
    level = levelled(first.weight)
    assert bool((level >= first.weight).all()) and float((level > first.weight).float().mean()) > 0.05
    even = torch.full((9, 9, 5), 2.0)
    assert torch.equal(levelled(even), even)
    where = first.weight.clone()
    assert torch.equal(levelled(where, where), level), "the same where the weights themselves are raised"


def test_a_half_put_aside_in_a_file_gives_the_same_map(particles, stack, done, monkeypatch):
    monkeypatch.setattr("cryo_core.reconstruction.kept._LEAST_BYTES", 1)
    filed = reconstruct(ImageSet(stack, particles.poses, particles.optics, HALVES), ReconstructionSettings())
    assert torch.equal(filed.full.density, done.full.density)


def test_references_alone_are_those_made_with_the_maps(particles, stack):
    scene = ImageSet(stack, particles.poses, particles.optics, HALVES)
    made, both = reconstruct_to_align(scene, ReconstructionSettings())
    alone = references_of(scene, ReconstructionSettings(), judged=True)
    assert all(torch.equal(a.density, b.density) for a, b in zip(both.maps, alone.maps, strict=True))
    assert torch.equal(alone.judged.correlation, made.fsc.correlation) and both.judged is None
    assert references_of(scene, ReconstructionSettings()).judged is None


def test_maps_on_the_cpu_are_those_that_torch_makes(particles, stack, done, monkeypatch):
    """Division and the shells' means stand twice: numba's are torch's."""
    from cryo_core.reconstruction import solve

    first, _ = backproject(ImageSet(stack, particles.poses, particles.optics, HALVES))
    shells = Shells.of(first.weight, 2)
    radius = centred_axis(first.weight.shape[0]).double()
    far = (radius[:, None, None] ** 2 + radius[:, None] ** 2 + radius[len(radius) // 2 :] ** 2).sqrt()
    assert torch.equal(shells.planes(slice(0, len(radius))), (far.round() / 2 + 1e-6).round().long())
    mean, part = shell_means(first.weight, 2), slice(30, 50)
    index = shells.planes(slice(0, len(radius)))
    for shell in (0, 7, shells.count - 1):
        assert float(mean[shell]) == pytest.approx(
            float(first.weight[index == shell].double().mean()), rel=1e-5
        )
    added, least = 0.1 * mean, 0.3 * mean
    least[5] = 0.0
    found = solve._divided(first.sums[part], first.weight[part], shells, 30, added, least)
    at = index[part]
    over = torch.maximum(first.weight[part] + added[at], least[at]).clamp(min=1e-30)
    want = torch.where(least[at] > 0, first.numerator[part] / over, 0.0)
    assert torch.allclose(found, want, rtol=1e-5, atol=1e-6 * float(want.abs().max()))


def test_sums_are_the_same_to_the_last_bit_whatever_the_batch(particles, stack):
    scene = ImageSet(stack, particles.poses, particles.optics, HALVES)
    first, second = backproject(scene), backproject(scene, batch=61)
    for a, b in zip(first, second, strict=True):
        assert torch.equal(a.numerator, b.numerator) and torch.equal(a.weight, b.weight)
