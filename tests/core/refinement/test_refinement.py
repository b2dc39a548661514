"""Refinement of poses on simulated particles with truth, and what it rests on."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, ImageSubset, Poses, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import low_pass
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations, rotation_distance_degrees
from cryo_core.geometry.sampling import (
    asymmetric_unit,
    grid_spacing_degrees,
    healpix_directions,
    local_turns,
    rotation_grid,
)
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.imaging.slices import extract_slices
from cryo_core.refinement.band import (
    Band,
    Calibration,
    Views,
    band_between,
    prepare_reference,
    spectra_within,
    views_of,
)
from cryo_core.refinement.compare import _compare_cpu, _compare_torch, _shells_cpu, _shells_torch
from cryo_core.refinement.exhaustive import shift_grid
from cryo_core.refinement.refine import Refined, RefinementSettings, refine
from cryo_core.refinement.score import calibrate, frealign_score, scores, unit_calibration
from cryo_core.refinement.search import rotation_vector
from cryo_core.refinement.weights import adjusted_for_defocus, frealign_weights
from cryo_core.validation.poses import pose_errors

BOX, VOXEL, COUNT = 40, 5.0, 120
HALVES = np.arange(COUNT) % 2 + 1


class Kept:
    """The images of a simulated set, made once; remembers how many were read at a time."""

    def __init__(self, images: torch.Tensor, pixel_angstrom: float) -> None:
        self.images, self.pixel_angstrom, self.box = images, pixel_angstrom, images.shape[-1]
        self.largest = 0

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> torch.Tensor:
        self.largest = max(self.largest, len(index))
        return self.images[torch.from_numpy(index)]


def keep(particles: SimulatedParticles) -> Kept:
    return Kept(particles.read(np.arange(len(particles))), particles.pixel_angstrom)


def perturbed(poses: Poses, degrees: float, angstrom: float, seed: int = 5) -> Poses:
    """Turn each pose by `degrees` about a random axis, and move it by a normal shift."""
    generator = torch.Generator().manual_seed(seed)
    axis = torch.randn(len(poses), 3, generator=generator, dtype=torch.float64)
    turn = axis_angle_to_matrix(math.radians(degrees) * axis / axis.norm(dim=1, keepdim=True))
    shift = angstrom * torch.randn(len(poses), 2, generator=generator, dtype=torch.float64)
    return Poses(turn @ poses.rotation.double(), poses.shift_angstrom.double() + shift)


@pytest.fixture(scope="module")
def truth() -> Volume:
    volume = density(phantom_complex(2, residues_per_subunit=150), (BOX, BOX, BOX), VOXEL)
    return Volume(volume.density, VOXEL)


@pytest.fixture(scope="module")
def particles(truth: Volume) -> SimulatedParticles:
    return simulate_particles([truth], [1.0], COUNT, SimulationSettings(snr=0.2, padding=4))


@pytest.fixture(scope="module")
def images(particles: SimulatedParticles) -> Kept:
    return keep(particles)


SETTINGS = RefinementSettings(high_limit_angstrom=12.0)


@pytest.fixture(scope="module")
def refined(particles: SimulatedParticles, images: Kept, truth: Volume) -> Refined:
    start = perturbed(particles.poses, 5.0, 4.0)
    return refine(ImageSet(images, start, particles.optics, HALVES), (truth, truth), SETTINGS)


def views_at(
    particles: SimulatedParticles, images: Kept, band: Band, count: int, defocus: bool = False
) -> Views:
    calibration = Calibration(
        torch.linspace(0.5, 2.0, band.last + 1), torch.linspace(1.0, 0.2, band.last + 1)
    )
    spectra = spectra_within(images.images[:count], band)
    change = torch.zeros(count) if defocus else None
    return views_of(spectra, particles.optics.take(slice(0, count)), band, calibration, change)


# ---- samplings


def test_healpix_has_the_published_centres_and_equal_areas() -> None:
    base = healpix_directions(0)
    z = torch.cos(torch.deg2rad(base[:, 1]))
    assert torch.allclose(z, torch.tensor([2 / 3] * 4 + [0.0] * 4 + [-2 / 3] * 4).double(), atol=1e-12)
    assert base[:4, 0].tolist() == [45.0, 135.0, 225.0, 315.0] and base[4:8, 0].tolist() == [
        0.0,
        90.0,
        180.0,
        270.0,
    ]
    fine = healpix_directions(3)
    rot, tilt = torch.deg2rad(fine).unbind(1)
    unit = torch.stack([tilt.sin() * rot.cos(), tilt.sin() * rot.sin(), tilt.cos()], 1)
    assert len(fine) == 768 and len({tuple(u) for u in unit.mul(1e6).round().tolist()}) == 768
    assert (
        torch.allclose(unit.T @ unit / 768, torch.eye(3).double() / 3, atol=1e-3)
        and unit.mean(0).norm() < 1e-12
    )


@pytest.mark.parametrize("order", [0, 1, 2])
def test_no_rotation_is_far_from_the_grid(order: int) -> None:
    grid = rotation_grid(order)
    assert len(grid) == 72 * 8**order
    some = random_rotations(400, torch.Generator().manual_seed(order)).double()
    trace = torch.einsum("nij,mij->nm", some, grid).amax(1)
    apart = torch.rad2deg(torch.arccos((0.5 * (trace - 1)).clamp(-1, 1)))
    assert 0.5 * grid_spacing_degrees(order) < float(apart.max()) <= 0.95 * grid_spacing_degrees(order)


def test_local_turns_cover_the_neighbourhood() -> None:
    turns = local_turns(12.0, 4.0)
    assert torch.equal(turns[0], torch.eye(3).double())
    size = rotation_distance_degrees(turns, turns[:1].expand_as(turns))
    assert float(size.max()) <= 12.0 + 1e-6 and len(local_turns(3.0, 4.0)) == 1
    vector = torch.randn(300, 3, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    vector = vector / vector.norm(dim=1, keepdim=True) * torch.linspace(0, math.radians(10.0), 300)[:, None]
    some = axis_angle_to_matrix(vector)
    trace = torch.einsum("nij,mij->nm", some, turns).amax(1)
    assert float(torch.rad2deg(torch.arccos(0.5 * (trace - 1)).max())) <= 0.87 * 4.0
    assert torch.allclose(rotation_vector(some), vector, atol=1e-9)
    with pytest.raises(SettingsError):
        local_turns(10.0, 0.0)
    with pytest.raises(SettingsError, match="order"):
        rotation_grid(9)


@pytest.mark.parametrize("name", ["C1", "C7", "D2", "O"])
def test_the_asymmetric_unit_holds_one_of_each_equivalent(name: str) -> None:
    group, grid = symmetry_matrices(name), rotation_grid(2)
    unit = asymmetric_unit(grid, group)
    assert 0.7 * len(grid) / len(group) < len(unit) < 1.3 * len(grid) / len(group)
    some = random_rotations(60, torch.Generator().manual_seed(2)).double()
    everywhere = some[:, None] @ group
    best = torch.stack(
        [torch.einsum("nij,mij->nm", everywhere[:, g], unit).amax(1) for g in range(len(group))]
    )
    apart = torch.rad2deg(torch.arccos((0.5 * (best.amax(0) - 1)).clamp(-1, 1)))
    assert float(apart.max()) <= 1.2 * grid_spacing_degrees(2)


def test_shifts_lie_within_their_circle() -> None:
    grid = shift_grid(10.0, 5.0)
    assert grid[0].tolist() == [0.0, 0.0] and len(grid) == 13 and float(grid.norm(dim=1).max()) <= 10.0


# ---- comparing


def test_kernels_and_torch_give_the_same(particles: SimulatedParticles, images: Kept, truth: Volume) -> None:
    band = band_between(BOX, VOXEL, 200.0, 12.0)
    views, reference = views_at(particles, images, band, 16, defocus=True), prepare_reference(truth, band, 2)
    poses = particles.poses.take(slice(0, 16))
    for columns in (1, 6, 7):
        ours, theirs = (f(views, poses, reference, band, columns) for f in (_compare_cpu, _compare_torch))
        for a, b in ((ours.linear, theirs.linear), (ours.product, theirs.product)):
            assert torch.allclose(a, b, rtol=1e-4, atol=1e-5 * float(b.abs().max()))
    ours, theirs = (f(views, poses, reference, band) for f in (_shells_cpu, _shells_torch))
    assert torch.allclose(ours, theirs, rtol=1e-4, atol=1e-5 * float(theirs.abs().max()))
    assert float(ours[..., 0].sum()) == pytest.approx(
        float(_compare_cpu(views, poses, reference, band, 1).linear.sum()), rel=1e-4
    )


def test_columns_are_the_derivatives_of_the_slice(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    """Against torch's own derivative of `extract_slices`, and against differences for shift and defocus."""
    band = band_between(BOX, VOXEL, 200.0, 12.0)
    views, reference = views_at(particles, images, band, 8, defocus=True), prepare_reference(truth, band, 2)
    poses = particles.poses.take(slice(0, 8)).to("cpu", torch.float32)
    found = _compare_cpu(views, poses, reference, band, 7).linear

    turn = torch.zeros(8, 3, requires_grad=True)
    at = torch.from_numpy((band.y + band.crop // 2) * (band.crop // 2 + 1) + band.x)
    rotation = axis_angle_to_matrix(turn) @ poses.rotation
    slices = extract_slices(reference.grid, rotation, band.crop, 2).flatten(1)[:, at] * views.transfer
    fx, fy = band.frequencies()
    angle = -2 * math.pi * (fx * poses.shift_angstrom[:, :1] + fy * poses.shift_angstrom[:, 1:])
    centred = views.data * torch.complex(angle.cos(), angle.sin())
    overlap = (slices.real * centred.real + slices.imag * centred.imag).sum(1)
    overlap.sum().backward()
    assert turn.grad is not None
    scale = float(found[:, 3:6].abs().max())
    assert torch.allclose(found[:, 0], overlap.detach(), rtol=1e-4, atol=1e-3)
    assert torch.allclose(found[:, 3:6], turn.grad, atol=1e-4 * scale)
    for j in range(2):
        step = torch.zeros(8, 2)
        step[:, j] = 0.05
        ahead, back = (
            _compare_cpu(
                views, Poses(poses.rotation, poses.shift_angstrom + s * step), reference, band, 1
            ).linear[:, 0]
            for s in (1, -1)
        )
        assert torch.allclose(
            found[:, 1 + j], (ahead - back) / 0.1, atol=2e-3 * float(found[:, 1:3].abs().max())
        )
    spectra, optics = spectra_within(images.images[:8], band), particles.optics.take(slice(0, 8))
    calibration = Calibration(
        torch.linspace(0.5, 2.0, band.last + 1), torch.linspace(1.0, 0.2, band.last + 1)
    )
    ahead, back = (
        _compare_cpu(
            views_of(spectra, optics, band, calibration, torch.full((8,), d)), poses, reference, band, 1
        ).linear[:, 0]
        for d in (20.0, -20.0)
    )
    assert torch.allclose(found[:, 6], (ahead - back) / 40.0, atol=5e-3 * float(found[:, 6].abs().max()))


def test_scores_are_what_their_formulas_say(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    band = band_between(BOX, VOXEL, 200.0, 12.0)
    views, reference = views_at(particles, images, band, 4), prepare_reference(truth, band, 2)
    poses = particles.poses.take(slice(0, 4))
    sums = _shells_cpu(views, poses, reference, band)
    found = scores(sums, views, band, 0.2, torch.tensor([0.0, -1.0, -2.0, -3.0]))

    rotation, shift = poses.rotation.float(), poses.shift_angstrom
    at = torch.from_numpy((band.y + band.crop // 2) * (band.crop // 2 + 1) + band.x)
    p = extract_slices(reference.grid, rotation, band.crop, 2).flatten(1)[:, at] * views.transfer
    fx, fy = band.frequencies()
    angle = -2 * math.pi * (fx * shift[:, :1] + fy * shift[:, 1:])
    x = views.data * torch.complex(angle.cos(), angle.sin())
    residual = (x - found.contrast[:, None] * p).abs().square().sum(1)
    numbers = 2 * len(band)
    likelihood = -0.5 * (residual + numbers * math.log(2 * math.pi)) - torch.arange(4.0)
    assert torch.allclose(found.log_likelihood, likelihood, rtol=1e-4)
    assert torch.allclose(found.sigma, (residual / numbers).sqrt(), rtol=1e-4)
    top = (x * p.conj()).real.sum(1)
    bottom = (x.abs().square().sum(1) * p.abs().square().sum(1)).sqrt()
    assert torch.allclose(found.score, 100 * top / bottom, rtol=1e-3)
    assert torch.allclose(
        frealign_score(sums * torch.tensor([6.0, 4.0, 9.0])), found.score.double(), rtol=1e-5
    )


def test_clean_images_score_a_hundred_at_their_poses(particles: SimulatedParticles, truth: Volume) -> None:
    clean = Kept(particles.clean(np.arange(40)), VOXEL)
    settings, some = replace(SETTINGS, steps=0), slice(0, 40)
    poses, optics = particles.poses.take(some), particles.optics.take(some)
    found = refine(ImageSet(clean, poses, optics, HALVES[:40]), (truth, truth), settings)
    assert float(found.score.min()) > 98.0 and torch.equal(found.moved_degrees, torch.zeros(40))
    assert torch.allclose(found.contrast, torch.ones(40), atol=0.03)


def test_calibration_finds_noise_and_gain(particles: SimulatedParticles, images: Kept, truth: Volume) -> None:
    """White noise of variance 1; the reference five times too strong, its shells beyond the tenth noise."""
    band = band_between(BOX, VOXEL, 200.0, 12.0)
    spectra = spectra_within(images.images, band)
    reference = prepare_reference(truth.with_density(5.0 * truth.density), band, 2)
    views = views_of(spectra, particles.optics, band, unit_calibration(band))
    sums = _shells_cpu(views, particles.poses, reference, band).double().mean(0)
    found = calibrate(sums, band)
    assert torch.allclose(found.noise[1:].mean(), torch.tensor(1.0).double(), atol=0.05)
    expected = 1.0 / (5.0 * particles.noise_sigma)
    assert torch.allclose(found.gain[1:9], torch.tensor(expected).double(), rtol=0.1)
    half = torch.where(torch.arange(BOX // 2 + 1) <= 6, 1.0, 0.25)
    trusted = calibrate(sums, band, half)
    assert torch.allclose(trusted.gain[8:12] / found.gain[1:6].mean(), torch.tensor(0.25).double(), rtol=0.15)
    with pytest.raises(SettingsError, match="resembles"):
        calibrate(sums * torch.tensor([-1.0, 1.0, 1.0]), band)


# ---- refining


def test_local_refinement_finds_the_poses(
    refined: Refined, particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    """From 5 degrees and 4 Å it comes to where it comes from the true poses: what the noise leaves."""
    best = refine(ImageSet(images, particles.poses, particles.optics, HALVES), (truth, truth), SETTINGS)
    errors, least = (pose_errors(f.poses, particles.poses) for f in (refined, best))
    assert float(errors.rotation_degrees.median()) < 1.05 * float(least.rotation_degrees.median()) < 2.1
    assert float(errors.shift_angstrom.median()) < 1.1 * float(least.shift_angstrom.median()) < 0.6
    apart = rotation_distance_degrees(refined.poses.rotation, best.poses.rotation.double())
    assert float(apart.median()) < 0.25 and float(apart.quantile(0.9)) < 0.6
    assert abs(float(refined.sigma.mean()) - 1.0) < 0.02 and abs(float(refined.contrast.mean()) - 1.0) < 0.1
    assert 4.0 < float(refined.moved_degrees.median()) < 6.0
    assert refined.limit_angstrom == pytest.approx(12.5)


def test_the_scale_of_images_and_map_changes_nothing(
    refined: Refined, particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    """Scaled by powers of two, which floating point carries without rounding, the answers are the same."""
    start = perturbed(particles.poses, 5.0, 4.0)
    louder = Kept(4.0 * images.images, VOXEL)
    stronger = truth.with_density(0.125 * truth.density)
    found = refine(ImageSet(louder, start, particles.optics, HALVES), (stronger, stronger), SETTINGS)
    assert float((found.poses.rotation - refined.poses.rotation).abs().max()) < 1e-6
    assert float((found.score - refined.score).abs().max()) < 1e-5


def test_a_half_reads_its_own_map_alone(
    refined: Refined, particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    """With the other half's map turned to noise, and its images too, a half's results stay bit for bit."""
    start = perturbed(particles.poses, 5.0, 4.0)
    generator = torch.Generator().manual_seed(9)
    noise = truth.with_density(
        truth.density.std() * torch.randn(truth.density.shape, generator=generator) + 0.02 * truth.density
    )
    for other, references in ((2, (truth, noise)), (1, (noise, truth))):
        mixed = images.images.clone()
        chosen = torch.from_numpy(HALVES == other)
        mixed[chosen] += torch.randn(mixed[chosen].shape, generator=generator)
        found = refine(ImageSet(Kept(mixed, VOXEL), start, particles.optics, HALVES), references, SETTINGS)
        mine = torch.from_numpy(HALVES != other)
        assert torch.equal(found.poses.rotation[mine], refined.poses.rotation[mine])
        assert torch.equal(found.poses.shift_angstrom[mine], refined.poses.shift_angstrom[mine])
        for name in ("score", "sigma", "log_likelihood", "contrast"):
            assert torch.equal(getattr(found, name)[mine], getattr(refined, name)[mine])
        assert not torch.equal(found.score[~mine], refined.score[~mine])


def test_nothing_finer_than_the_limit_counts(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    start = perturbed(particles.poses, 3.0, 2.0)
    coarse = replace(SETTINGS, high_limit_angstrom=20.0)
    generator = torch.Generator().manual_seed(3)
    rough = truth.with_density(
        truth.density + 5 * truth.density.std() * torch.randn(truth.density.shape, generator=generator)
    )
    fine = truth.with_density(
        rough.density - low_pass(rough, 17.0, 0.0).density + low_pass(truth, 17.0, 0.0).density
    )
    found, same = (
        refine(ImageSet(images, start, particles.optics, HALVES), (m, m), coarse) for m in (truth, fine)
    )
    apart = rotation_distance_degrees(found.poses.rotation, same.poses.rotation)
    assert float(apart.quantile(0.95)) < 0.005 and float(apart.max()) < 0.3
    finer = refine(ImageSet(images, start, particles.optics, HALVES), (fine, fine), SETTINGS)
    assert float(rotation_distance_degrees(finer.poses.rotation, found.poses.rotation).median()) > 0.2


def test_batches_change_nothing_and_bound_what_is_read(
    refined: Refined, particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    start = perturbed(particles.poses, 5.0, 4.0)
    watched = Kept(images.images, VOXEL)
    seen: list[tuple[int, int]] = []
    found = refine(
        ImageSet(watched, start, particles.optics, HALVES), (truth, truth), replace(SETTINGS, batch=17),
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert watched.largest <= 17 and seen[-1] == (COUNT, COUNT) and seen == sorted(seen)
    assert float(rotation_distance_degrees(found.poses.rotation, refined.poses.rotation).max()) < 0.02


def test_large_errors_are_mended_from_a_local_grid(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    some, at = ImageSubset(images, np.arange(20)), slice(0, 20)
    poses, optics = particles.poses.take(at), particles.optics.take(at)
    start = perturbed(poses, 35.0, 4.0)
    near, wide = (
        refine(
            ImageSet(some, start, optics, HALVES[:20]),
            (truth, truth),
            replace(SETTINGS, angle_range_degrees=r),
        )
        for r in (6.0, 36.0)
    )
    share = [
        float((rotation_distance_degrees(f.poses.rotation, poses.rotation.double()) < 5).double().mean())
        for f in (near, wide)
    ]
    assert share[1] > 0.9 and share[1] > share[0]
    assert float((wide.log_likelihood - near.log_likelihood).max()) > 5.0


def test_priors_hold_poses_where_they_were(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    start = perturbed(particles.poses, 3.0, 2.0)
    tight = replace(SETTINGS, angle_sigma_degrees=0.2)
    held = refine(ImageSet(images, start, particles.optics, HALVES), (truth, truth), tight)
    free = refine(ImageSet(images, start, particles.optics, HALVES), (truth, truth), SETTINGS)
    assert float(held.moved_degrees.median()) < 0.4 * float(free.moved_degrees.median())


def test_shifts_that_the_file_does_not_hold_are_found(truth: Volume) -> None:
    """All shifts 0 in the file, 3.5 Å in truth: nine tenths come back, and turns are as from the true shifts."""
    made = simulate_particles([truth], [1.0], 300, SimulationSettings(snr=0.05, padding=4, seed=3))
    stack, halves, start = keep(made), np.arange(300) % 2 + 1, perturbed(made.poses, 3.0, 0.0)
    bare = Poses(start.rotation, torch.zeros_like(start.shift_angstrom))
    known, found = (
        refine(ImageSet(stack, poses, made.optics, halves), (truth, truth), SETTINGS).poses
        for poses in (start, bare)
    )
    true = made.poses.shift_angstrom.double()
    kept = float((found.shift_angstrom * true).sum() / true.square().sum())
    assert kept > 0.9, kept
    turns = [float(pose_errors(p, made.poses).rotation_degrees.median()) for p in (known, found)]
    assert turns[1] < 1.05 * turns[0], turns


def test_shifts_that_are_all_alike_stay_alike(truth: Volume) -> None:
    """Where images are centred the spread that is found is small, and shifts are held by it."""
    settings = SimulationSettings(snr=0.05, padding=4, seed=4, shift_sigma_angstrom=0.1)
    made = simulate_particles([truth], [1.0], 300, settings)
    images = ImageSet(keep(made), made.poses, made.optics, np.arange(300) % 2 + 1)
    found = refine(images, (truth, truth), SETTINGS).poses
    assert float((found.shift_angstrom - made.poses.shift_angstrom).norm(dim=1).median()) < 0.5


def test_powell_comes_to_the_same_place(particles: SimulatedParticles, images: Kept, truth: Volume) -> None:
    rows = np.arange(4)
    some, at = ImageSubset(images, rows), torch.from_numpy(rows)
    start, optics = perturbed(particles.poses.take(at), 2.0, 2.0), particles.optics.take(at)
    settings = replace(SETTINGS, high_limit_angstrom=20.0, angle_range_degrees=3.0)
    ours, theirs = (
        refine(
            ImageSet(some, start, optics, HALVES[:4]), (truth, truth), replace(settings, method=m, steps=12)
        )
        for m in ("newton", "powell")
    )
    assert float(rotation_distance_degrees(ours.poses.rotation, theirs.poses.rotation).max()) < 0.3
    assert torch.allclose(ours.log_likelihood, theirs.log_likelihood, atol=0.05)


def test_defocus_is_found(truth: Volume) -> None:
    made = simulate_particles([truth], [1.0], 60, SimulationSettings(snr=2.0, padding=4))
    rng = np.random.default_rng(4)
    wrong = torch.from_numpy(rng.normal(0.0, 400.0, 60))
    optics = replace(
        made.optics,
        defocus_u_angstrom=made.optics.defocus_u_angstrom + wrong,
        defocus_v_angstrom=made.optics.defocus_v_angstrom + wrong,
    )
    settings = replace(SETTINGS, defocus=True, defocus_sigma_angstrom=400.0, steps=12)
    found = refine(ImageSet(keep(made), made.poses, optics, HALVES[:60]), (truth, truth), settings)
    left = (found.defocus_change_angstrom + wrong).abs()
    assert float(left.median()) < 0.5 * float(wrong.abs().median())
    still = refine(ImageSet(keep(made), made.poses, optics, HALVES[:60]), (truth, truth), SETTINGS)
    assert torch.equal(still.defocus_change_angstrom, torch.zeros(60))


def test_a_global_search_needs_no_poses(particles: SimulatedParticles, images: Kept, truth: Volume) -> None:
    rows = np.arange(100)
    unknown = Poses(torch.full((100, 3, 3), math.nan), torch.full((100, 2), math.nan))
    reference = low_pass(truth, 20.0)
    settings = RefinementSettings(high_limit_angstrom=20.0, global_search=True)
    optics = particles.optics.take(torch.from_numpy(rows))
    found = refine(
        ImageSet(ImageSubset(images, rows), unknown, optics, HALVES[:100]), (reference, reference), settings
    )
    right = rotation_distance_degrees(found.poses.rotation, particles.poses.rotation[:100]) < 5.0
    assert float(right.double().mean()) >= 0.9
    assert bool(found.moved_degrees.isnan().all())
    with pytest.raises(SettingsError, match="row 1: no pose"):
        refine(ImageSet(ImageSubset(images, rows), unknown, optics, HALVES[:100]), (truth, truth), SETTINGS)


def test_a_global_search_knows_the_symmetry(truth: Volume) -> None:
    half_turn = truth.density.flip(1, 2).roll((1, 1), (1, 2))
    twofold = Volume(truth.density + half_turn, VOXEL)
    made = simulate_particles([twofold], [1.0], 60, SimulationSettings(snr=0.3, padding=4))
    settings = RefinementSettings(high_limit_angstrom=15.0, global_search=True, symmetry="C2")
    found = refine(ImageSet(keep(made), made.poses, made.optics, HALVES[:60]), (twofold, twofold), settings)
    errors = pose_errors(found.poses, made.poses, symmetry=symmetry_matrices("C2"))
    assert float((errors.rotation_degrees < 5).double().mean()) >= 0.9


def test_a_map_on_other_voxels_is_resampled(
    refined: Refined, particles: SimulatedParticles, images: Kept
) -> None:
    fine = density(phantom_complex(2, residues_per_subunit=150), (80, 80, 80), 2.5)
    other = Volume(fine.density, 2.5)
    start = perturbed(particles.poses, 5.0, 4.0)
    found = refine(ImageSet(images, start, particles.optics, HALVES), (other, other), SETTINGS)
    apart = rotation_distance_degrees(found.poses.rotation, refined.poses.rotation)
    assert float(apart.median()) < 0.3


@pytest.mark.parametrize(
    "change, message",
    [
        ({"high_limit_angstrom": 400.0}, "low one must be the larger"),
        ({"high_limit_angstrom": 250.0, "low_limit_angstrom": 260.0}, "no shell between"),
        ({"batch": 0}, "must be positive"),
        ({"angle_sigma_degrees": -1.0}, "must be positive"),
    ],
)
def test_settings_out_of_range_are_refused(
    particles: SimulatedParticles, images: Kept, truth: Volume, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(SettingsError, match=message):
        refine(
            ImageSet(images, particles.poses, particles.optics, HALVES),
            (truth, truth),
            replace(SETTINGS, **change),
        )


def test_tables_that_do_not_fit_are_refused(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    with pytest.raises(ShapeError, match="120 images, 120 poses, 120 optics, 119 half sets"):
        refine(ImageSet(images, particles.poses, particles.optics, HALVES[1:]), (truth, truth), SETTINGS)
    with pytest.raises(SettingsError, match="row 2: half set 0"):
        refine(
            ImageSet(images, particles.poses, particles.optics, HALVES * (np.arange(COUNT) != 1)),
            (truth, truth),
            SETTINGS,
        )
    flat = Volume(truth.density[:20], VOXEL)
    with pytest.raises(ShapeError, match="cube"):
        refine(ImageSet(images, particles.poses, particles.optics, HALVES), (flat, flat), SETTINGS)


# ---- weights


def test_weights_are_frealigns() -> None:
    score, sigma = torch.tensor([10.0, 20.0, 30.0]), torch.tensor([1.0, 1.0, 2.0])
    found = frealign_weights(score, sigma, torch.tensor([100.0, 50.0, 0.0]))
    mean = 4 / 3
    expected = [2 / (1 / mean) ** 2, 1 / (1 / mean) ** 2, 0.0]
    assert torch.allclose(found.weight, torch.tensor(expected))
    s = 0.1
    falls = torch.exp(-found.b_factor_angstrom2 * s**2 / 4)
    assert torch.allclose(falls, torch.exp((score - 20.0) * 5.0 / 4 * s**2))
    kept = frealign_weights(score, torch.ones(3), kept_fraction=0.6, score_b_factor_angstrom2=0.0)
    assert (kept.weight > 0).tolist() == [False, True, True] and not kept.b_factor_angstrom2.any()
    for wrong in ({"kept_fraction": 0.0}, {"occupancy": torch.tensor([-1.0, 1.0, 1.0])}):
        with pytest.raises(SettingsError):
            frealign_weights(score, sigma, **wrong)


def test_scores_lose_what_the_defocus_explains() -> None:
    generator = torch.Generator().manual_seed(0)
    defocus = torch.rand(500, generator=generator) * 1e4
    noise = torch.randn(500, generator=generator)
    found = adjusted_for_defocus(20.0 + 1e-3 * defocus + noise, defocus)
    assert abs(float(torch.corrcoef(torch.stack([found, defocus.double()]))[0, 1])) < 0.1
    assert float(torch.corrcoef(torch.stack([found, noise.double()]))[0, 1]) > 0.97
    moved = frealign_weights(20.0 + 1e-3 * defocus, torch.ones(500), mean_defocus_angstrom=defocus)
    assert float(moved.b_factor_angstrom2.abs().max()) < 2.0


# ---- the command


def test_the_command_refines_a_table(tmp_path: Path, cryo: Any) -> None:
    from cryo_core.formats.particles import read_particles, write_particles

    data = tmp_path / "data"
    cryo("simulate", "-o", data, "--particles", 40, "--box", 32, "--pixel-size", 6, "--snr", 1)
    table = read_particles(data / "particles.star")
    write_particles(data / "moved.star", replace(table, poses=perturbed(table.poses, 4.0, 4.0)))
    truth = data / "truth" / "state_1.mrc"
    arguments = ["refine", data / "moved.star", "--ref", truth, "--high-limit", 14]
    said = cryo(*arguments, "-o", data / "out.star", "--json")
    assert said["particles"] == 40 and said["moved_degrees_median"] > 2
    assert len(said["warnings"]) == 2 and "aligned to one map" in said["warnings"][1]
    found = read_particles(data / "out.star")
    assert float(pose_errors(found.poses, table.poses).rotation_degrees.median()) < 2.0
    assert found.score.mean() * 100 == pytest.approx(said["score_mean"], rel=1e-4)
    assert "rlnLogLikeliContribution" in found.extra
    halves = cryo(*arguments, "--ref2", truth, "-o", data / "out.par", "--json")
    assert halves["warnings"] == []
    numbers = np.loadtxt(data / "out.par", comments="C")
    assert numbers.shape == (40, 17) and 0 < numbers[:, 15].mean() < 100
    assert abs(numbers[:, 14].mean() - 1) < 0.1
    assert "exists" in cryo(*arguments, "-o", data / "out.star", code=2)
    assert "cryo convert" in cryo(*arguments, "-o", data / "out.pkl", code=2)
