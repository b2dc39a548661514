"""Rounds of refinement: what may be believed of them, what noise comes to, and when they over-fit."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from test_refinement import (  # noqa: F401
    BOX,
    COUNT,
    HALVES,
    SETTINGS,
    VOXEL,
    Kept,
    images,
    keep,
    particles,
    perturbed,
    truth,
)

from cryo_core.data import ImageSet, ImageStack, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearSettings
from cryo_core.heterogeneity.vae.model import VaeSettings
from cryo_core.heterogeneity.vae.train import encode, train_vae
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.learning.fit import TrainingRun
from cryo_core.reconstruction.solve import Reconstruction, ReconstructionSettings, reconstruct
from cryo_core.refinement.guard import judge, next_limit_angstrom, particle_fsc
from cryo_core.refinement.refine import RefinementSettings, refine
from cryo_core.refinement.rounds import IterationSettings, iterate, wider_box
from cryo_core.refinement.substitution import (
    SharedNoise,
    Substituted,
    substitute_from_angstrom,
    without_noise,
)
from cryo_core.validation.fsc import FscCurve, fsc
from cryo_core.validation.poses import pose_errors
from cryo_core.validation.report import dependence
from cryo_core.validation.twins import Twins

# ruff: noqa: F811 (fixtures are imported)


def curve(values: list[float], voxel: float = 5.0) -> FscCurve:
    frequency = torch.arange(len(values)).double() / ((len(values) - 1) * 2 * voxel)
    return FscCurve(frequency, torch.tensor(values).double(), voxel)


def test_the_guard_believes_only_what_alignment_did_not_make() -> None:
    signal = curve([1.0] * 8 + [0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0, 0.0])
    edge = 160.0
    accepted = judge(signal, edge / 9)
    assert accepted.accepted and accepted.resolution_angstrom == pytest.approx(edge / 13)
    assert accepted.beyond == pytest.approx((0.5 + 0.4 + 0.3) / 3)
    einstein = curve([1.0] + [0.9] * 9 + [0.02, -0.03, 0.0, 0.01, 0.0, 0.0, 0.0])
    refused = judge(einstein, edge / 9)
    assert not refused.accepted and refused.resolution_angstrom == math.inf
    assert (
        refused.plain_angstrom == pytest.approx(edge / 9) and "only where they were aligned" in refused.reason
    )
    blind = judge(curve([1.0] * 17), edge / 16)
    assert not blind.accepted and math.isnan(blind.beyond)
    assert not judge(curve([1.0] + [0.0] * 16), edge / 4).accepted


def test_the_next_limit_leaves_shells_to_judge_by() -> None:
    edge = 160.0
    falling = curve([1.0] * 8 + [0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0, 0.0])
    assert next_limit_angstrom(falling, 0.5) == pytest.approx(edge / 10)
    assert next_limit_angstrom(falling, 0.2) == pytest.approx(edge / 10)
    assert next_limit_angstrom(falling, 0.5, finest_angstrom=30.0) == 30.0
    assert next_limit_angstrom(curve([1.0] * 17)) == pytest.approx(edge / 13)
    assert next_limit_angstrom(curve([1.0] + [0.0] * 16)) == math.inf


def test_the_particles_fsc_is_free_of_the_noise_about_it() -> None:
    """Halves of known signal and noise: the FSC within the mask, from that of the sphere."""
    box = 32
    mask = sphere_mask((box,) * 3, 6.0, 0.0)
    sphere = sphere_mask((box,) * 3, box / 2 - 3.0, 3.0)
    share = float(mask.sum() / sphere.square().sum())
    signal, noise = 1.0, 4.0
    whole = curve([signal / (signal + noise)] * 17)
    assert float(particle_fsc(whole, mask)[3]) == pytest.approx(signal / (signal + share * noise), rel=1e-5)


def test_iterations_improve_poses_and_maps(truth: Volume) -> None:
    particles = simulate_particles([truth], [1.0], 240, SimulationSettings(snr=0.2, padding=4))
    images, halves = keep(particles), np.arange(240) % 2 + 1
    start = perturbed(particles.poses, 6.0, 5.0)
    settings = IterationSettings(iterations=3, refinement=RefinementSettings(high_limit_angstrom=12.0))
    seen: list[tuple[int, int]] = []
    found = iterate(
        ImageSet(images, start, particles.optics, halves),
        None,
        settings,
        progress=lambda a, b: seen.append((a, b)),
    )
    before, after = pose_errors(start, particles.poses), pose_errors(found.poses, particles.poses)
    assert float(after.rotation_degrees.median()) < 0.6 * float(before.rotation_degrees.median())
    assert float(after.shift_angstrom.median()) < 0.5 * float(before.shift_angstrom.median())
    last = found.iterations[-1]
    assert last.verdict.accepted and last.verdict.limit_angstrom == pytest.approx(found.finest_limit_angstrom)
    assert all(i.limit_angstrom >= 12.0 for i in found.iterations)
    assert seen[-1][0] == seen[-1][1] and seen == sorted(seen)
    weighted = iterate(
        ImageSet(images, start, particles.optics, halves),
        None,
        replace(settings, iterations=1, weighted=True),
    )
    plain = found.iterations[0].fsc.correlation
    assert not torch.equal(weighted.iterations[0].fsc.correlation, plain)


class Counted:
    """An ImageStack that counts how often each image is read."""

    def __init__(self, images: ImageStack) -> None:
        self._images, self.box, self.pixel_angstrom = images, images.box, images.pixel_angstrom
        self.read_of = np.zeros(len(images), np.int64)

    def __len__(self) -> int:
        return len(self._images)

    def read(self, index: np.ndarray) -> torch.Tensor:
        self.read_of[index] += 1
        return self._images.read(index)


def test_images_begin_cropped_and_each_box_reads_them_once(truth: Volume, tmp_path: Path) -> None:
    particles = simulate_particles([truth], [1.0], 240, SimulationSettings(snr=0.5, padding=4))
    images, halves = Counted(keep(particles)), np.arange(240) % 2 + 1
    start = perturbed(particles.poses, 6.0, 5.0)
    how = IterationSettings(
        iterations=2, refinement=RefinementSettings(high_limit_angstrom=12.0), enough_degrees=0.0
    )
    given = ImageSet(images, start, particles.optics, halves)
    whole = iterate(given, None, how)
    assert images.read_of.min() > 4
    images.read_of[:] = 0
    grown = iterate(given, None, replace(how, first_nyquist_angstrom=20.0), folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["images_0024.mrcs", "images_0040.mrcs"]
    assert (images.read_of == 2).all(), "once a box"
    assert grown.images.box == BOX and grown.reconstruction.full.voxel_angstrom == pytest.approx(VOXEL)
    best, errors = (pose_errors(found.poses, particles.poses) for found in (whole, grown))
    assert float(errors.rotation_degrees.median()) < 1.15 * float(best.rotation_degrees.median())
    assert float(errors.shift_angstrom.median()) < 1.15 * float(best.shift_angstrom.median())
    both = [fsc(found.reconstruction.full, truth).resolution_angstrom(0.5) for found in (whole, grown)]
    assert both[1] <= both[0] * 1.05
    limits = tuple(i.limit_angstrom for i in grown.iterations)
    again = replace(how, limits_angstrom=limits, boxes=grown.boxes)
    replayed = iterate(given, None, again, folder=tmp_path / "again")
    assert replayed.boxes == grown.boxes and grown.boxes[0] < BOX
    assert torch.equal(replayed.poses.rotation, grown.poses.rotation), (
        "the same limits and boxes, the same poses"
    )
    assert torch.equal(replayed.reconstruction.half1.density, grown.reconstruction.half1.density)
    assert len(replayed.iterations) == 1, "nothing follows the FSC: it is measured of the last maps alone"
    assert wider_box(curve([1.0] * 17)) > 1000
    assert wider_box(curve([1.0] * 9 + [0.0] * 8)) == 40


@pytest.mark.parametrize("common", [False, True])
def test_noise_gives_no_resolution(truth: Volume, particles: SimulatedParticles, common: bool) -> None:
    """Pure noise with poses, alone or aligned to one map for both halves: Einstein stays away."""
    noise = Kept(torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(2)), VOXEL)
    settings = IterationSettings(iterations=2, first_limit_angstrom=16.0)
    references = (truth, truth) if common else None
    found = iterate(ImageSet(noise, particles.poses, particles.optics, HALVES), references, settings)
    for iteration in found.iterations:
        assert iteration.verdict.resolution_angstrom > 25.0


def test_limits_may_be_given_and_refined_defoci_are_kept(
    particles: SimulatedParticles, images: Kept, truth: Volume
) -> None:
    start = perturbed(particles.poses, 3.0, 2.0)
    settings = IterationSettings(
        iterations=2,
        limits_angstrom=(25.0, 20.0),
        refinement=RefinementSettings(high_limit_angstrom=12.0, defocus=True),
        enough_degrees=0.0,
    )
    found = iterate(ImageSet(images, start, particles.optics, HALVES), None, settings)
    assert [i.limit_angstrom for i in found.iterations] == [25.0, 20.0]
    moved = found.optics.defocus_u_angstrom - particles.optics.defocus_u_angstrom
    assert float(moved.abs().median()) > 1.0
    assert torch.allclose(
        moved, found.optics.defocus_v_angstrom - particles.optics.defocus_v_angstrom, atol=0.01
    )
    with pytest.raises(SettingsError, match="positive"):
        iterate(
            ImageSet(images, start, particles.optics, HALVES), None, replace(settings, limits_angstrom=(0.0,))
        )


# ---- substituted noise


def test_substituted_images_keep_their_coarse_detail_and_all_amplitudes(images: Kept) -> None:
    substituted = Substituted(images, 25.0, seed=4)
    before, after = (image_to_spectrum(i) for i in (images.images[:6], substituted.read(np.arange(6))))
    beyond = shell_index((BOX, BOX)) >= round(BOX * VOXEL / 25.0)
    torch.testing.assert_close(before[:, ~beyond], after[:, ~beyond], rtol=1e-4, atol=1e-3)
    torch.testing.assert_close(before.abs(), after.abs(), rtol=1e-3, atol=1e-2)
    a, b = before[:, beyond], after[:, beyond]
    assert abs(float((a * b.conj()).real.sum() / (a.abs() * b.abs()).sum())) < 0.05
    again = substituted.read(np.array([4, 1]))
    torch.testing.assert_close(again, substituted.read(np.arange(6))[[4, 1]], rtol=1e-4, atol=1e-4)
    assert not torch.allclose(Substituted(images, 25.0, seed=5).read(np.array([4])), again[:1], atol=0.1)
    with pytest.raises(SettingsError, match="shells"):
        Substituted(images, 1.0)


def test_twins_get_the_same_noise_at_their_particle(images: Kept) -> None:
    """Row 5 is row 2 moved by (+3, −2) pixels, so its particle's shift is as much less."""
    both = images.images[:6].clone()
    both[5] = torch.roll(both[2], (-2, 3), (0, 1))
    shift = torch.zeros(6, 2)
    shift[2], shift[5] = torch.tensor([1.0, 4.0]), torch.tensor([1.0 - 3 * VOXEL, 4.0 + 2 * VOXEL])
    poses = Poses(torch.eye(3).expand(6, 3, 3), shift)
    twins = SharedNoise.of(Twins(np.array([0, 1, 2, 3, 4, 2]), np.arange(6)), poses, VOXEL)
    kept = Kept(both, VOXEL)
    found = Substituted(kept, 25.0, seed=4, twins=twins).read(np.array([5, 2, 3]))
    spectra = [image_to_spectrum(image) for image in (found[0], torch.roll(found[1], (-2, 3), (0, 1)))]
    inside = shell_index((BOX, BOX)) < BOX // 2  # a phase at Nyquist stands for two
    torch.testing.assert_close(spectra[0][inside], spectra[1][inside], rtol=1e-3, atol=1e-2)
    alone = Substituted(kept, 25.0, seed=4).read(np.array([5, 2, 3]))
    torch.testing.assert_close(found[1:], alone[1:])
    assert not torch.allclose(found[0], alone[0], atol=0.1)


def test_the_guard_accepts_nothing_of_halves_that_depend_on_each_other() -> None:
    """400 of 2,400 images picked twice, in opposite halves: noise agrees with itself, up to Nyquist."""
    agrees = curve([1.0] * 8 + [0.3] * 9)
    assert judge(agrees, 20.0).accepted
    words = dependence(800, 2400, math.nan, math.nan)
    refused = judge(agrees, 20.0, dependence=words)
    assert not refused.accepted and math.isinf(refused.resolution_angstrom)
    assert refused.reason.startswith("800 of 2400 images stand in both halves")
    assert "solvent" in dependence(0, 2400, 0.3, 0.01) and dependence(0, 2400, 0.04, 0.001) == ""
    assert dependence(0, 2400, 0.2, 0.05) == "" == dependence(10, 2400, math.nan, math.nan)


def test_what_noise_comes_to_is_taken_from_the_fsc() -> None:
    t, n = curve([0.9] * 5 + [0.6] * 12), curve([0.3] * 10 + [-0.5] * 7)
    edge = 1.0 / float(t.frequency_per_angstrom[1])
    left = without_noise(t, n, edge / 4).correlation
    assert left[:6].tolist() == t.correlation[:6].tolist()  # up to two shells past the first substituted one
    assert left[6:10].tolist() == pytest.approx([(0.6 - 0.3) / (1 - 0.3)] * 4)
    assert left[10:].tolist() == pytest.approx([0.6] * 7)  # nothing is gained
    beyond = edge / 10
    plain = judge(t, beyond)
    assert plain.accepted and math.isnan(plain.substituted_angstrom)
    coarser = curve([0.9] * 7 + [0.0] * 10)
    bounded = judge(t, beyond, without_noise=coarser)
    assert bounded.accepted and bounded.plain_angstrom == plain.resolution_angstrom
    assert bounded.resolution_angstrom == bounded.substituted_angstrom == coarser.resolution_angstrom()
    none = judge(t, beyond, without_noise=curve([0.0] * 17))
    assert not none.accepted and "noise" in none.reason


def test_where_to_substitute_from() -> None:
    falling = curve([1.0] * 6 + [0.7] * 11)
    edge = 1.0 / float(falling.frequency_per_angstrom[1])
    assert substitute_from_angstrom(falling, edge / 12) == pytest.approx(edge / 6)
    assert substitute_from_angstrom(falling, edge / 7) == pytest.approx(
        edge / 4
    )  # three shells before the limit
    assert substitute_from_angstrom(curve([1.0] * 17), edge / 10) == pytest.approx(edge / 7)


Faint = tuple[SimulatedParticles, Kept, Poses]


@pytest.fixture(scope="module")
def faint(truth: Volume) -> Faint:
    """Few images, little signal, wrong poses: what is over-fitted soonest."""
    made = simulate_particles([truth], [1.0], 240, SimulationSettings(snr=0.05, padding=2))
    return made, keep(made), perturbed(made.poses, 4.0, 4.0)


def _rounds(
    images: ImageStack, particles: SimulatedParticles, start: Poses, limits: Sequence[float], common: bool
) -> Iterator[tuple[Reconstruction, float]]:
    """Refine and reconstruct to limits of one's own, whatever the FSC says: each half to its map, or all to one.

    One map for both halves is what was done before half sets, and what was published for such a loop.
    """
    halves, poses = np.arange(len(images)) % 2 + 1, start
    made = reconstruct(ImageSet(images, poses, particles.optics, halves), ReconstructionSettings())
    for limit in limits:
        references = (made.full, made.full) if common else (made.half1, made.half2)
        trust = None if common else made.fsc.correlation
        how = RefinementSettings(high_limit_angstrom=limit, angle_range_degrees=4.0)
        found = refine(ImageSet(images, poses, particles.optics, halves), references, how, trust)
        poses = found.poses
        made = reconstruct(ImageSet(images, poses, particles.optics, halves), ReconstructionSettings())
        yield made, found.limit_angstrom


@pytest.mark.parametrize("common", [False, True])
def test_alignment_of_substituted_noise_to_one_map_is_found_out(faint: Faint, common: bool) -> None:
    """One map for both halves makes their noise agree where it was aligned; a map for each does not."""
    made, images, start = faint
    first = 25.0
    *_, (found, limit) = _rounds(Substituted(images, first, seed=1), made, start, [14.0, 11.0, 11.0], common)
    shells = slice(round(BOX * VOXEL / first) + 2, round(BOX * VOXEL / limit))
    agreement = float(found.fsc.correlation[shells].mean())
    assert (agreement > 0.12) if common else (abs(agreement) < 0.05), agreement


def test_the_latent_model_leaves_half_sets_independent_beyond_its_shells(
    particles: SimulatedParticles, images: Kept, tmp_path: Path
) -> None:
    """The one thing that looks at both halves: noise beyond its shells moves no pose, and agrees in no map.

    Of what lies beyond it sees the noise's power alone (in the corners of the images). So half sets stay independent
    beyond that limit, which the guard counts as one of alignment.
    """
    shells = 9
    settings = LinearSettings(
        components=1, shells=shells, map_shells=shells, early_iterations=1, iterations=2
    )
    start = perturbed(particles.poses, 3.0, 2.0)
    noise = Substituted(images, BOX * VOXEL / (shells + 1), seed=9)
    found = []
    for name, stack in (("as they are", images), ("substituted", noise)):
        (tmp_path / name).mkdir()
        found.append(fit_linear(ImageSet(stack, start, particles.optics), settings, tmp_path / name).poses)
    moved = rotation_distance_degrees(found[0].rotation.double(), start.rotation)
    apart = rotation_distance_degrees(found[0].rotation.double(), found[1].rotation.double())
    assert float(moved.median()) > 1.0
    assert float(apart.median()) < 0.03 * float(moved.median())
    made = reconstruct(ImageSet(noise, found[1], particles.optics, HALVES), ReconstructionSettings())
    assert abs(float(made.fsc.correlation[shells + 2 :].mean())) < 0.05
    assert float(made.fsc.correlation[1:shells].min()) > 0.5


def test_classes_of_the_network_share_little_of_the_noise_that_it_saw(faint: Faint, tmp_path: Path) -> None:
    """It moves no pose, but sees all shells of both halves: what it chose by agrees far less than 0.143."""
    made, images, _ = faint
    first = 40.0
    noise = Substituted(images, first, seed=3)
    scene = ImageSet(noise, made.poses, made.optics, np.arange(len(images)) // 2 % 2 + 1)
    small = VaeSettings(zdim=2, epochs=15, encoder_width=48, decoder_width=48, mixed_precision=False)
    fit = train_vae(scene, small, TrainingRun(tmp_path, torch.device("cpu")))
    latent = encode(fit, scene).mean
    agreement = []
    for axis in range(2):
        chosen = latent[:, axis] > latent[:, axis].median()
        for rows in (chosen, ~chosen):
            found = reconstruct(scene.take(np.flatnonzero(rows.numpy())), ReconstructionSettings())
            agreement.append(float(found.fsc.correlation[round(BOX * VOXEL / first) + 2 :].mean()))
    assert abs(np.mean(agreement)) < 0.05, agreement


def test_eight_rounds_of_a_control_over_fit_after_a_round_that_the_guard_names(
    faint: Faint, truth: Volume
) -> None:
    """The same classes refined ever finer on one map: the FSC rises, the truth falls, the guard says from where on."""
    made, noisy, start = faint
    limits = [28.0, 28.0, 22.0, 18.0, 14.0, 12.0, 11.0, 10.0]
    beyond = slice(round(BOX * VOXEL / 20.0), round(BOX * VOXEL / 13.0))  # what rounds 4 to 7 align on
    finest, accepted, plain, true, agreed = math.inf, [], [], [], []
    for found, limit in _rounds(noisy, made, start, limits, common=True):
        finest = min(finest, limit)
        verdict = judge(found.fsc, finest)
        accepted.append(verdict.accepted)
        plain.append(verdict.plain_angstrom)
        true.append(fsc(found.full, truth))
        agreed.append(float(found.fsc.correlation[beyond].mean()))
    assert accepted == [True] * 3 + [False] * 5  # it over-fits after round 3
    assert plain[-1] < plain[2] and agreed[-1] > 1.5 * agreed[2]  # what the FSC alone says …
    assert true[-1].resolution_angstrom(0.5) > true[2].resolution_angstrom(0.5)  # … and what is true
    # At the resolution of FSC 0.143 between halves a map correlates by 0.5 with the truth, if it is one.
    claimed = [float(c.correlation[round(BOX * VOXEL / r)]) for c, r in zip(true, plain, strict=True)]
    assert min(claimed[:3]) > 0.45 and claimed[-1] < 0.4


def test_eight_rounds_within_the_guards_limits_do_not_over_fit(truth: Volume) -> None:
    made = simulate_particles([truth], [1.0], 400, SimulationSettings(snr=0.1, padding=2))
    how = IterationSettings(
        iterations=8,
        refinement=RefinementSettings(high_limit_angstrom=10.0, angle_range_degrees=4.0),
        enough_degrees=0.0,
    )
    halves, start = np.arange(400) % 2 + 1, perturbed(made.poses, 4.0, 4.0)
    honest = iterate(ImageSet(keep(made), start, made.optics, halves), None, how)
    assert len(honest.iterations) == 8 and all(i.verdict.accepted for i in honest.iterations)
    claimed = honest.iterations[-1].verdict.resolution_angstrom
    true = fsc(honest.reconstruction.full, truth)
    assert float(true.correlation[round(BOX * VOXEL / claimed)]) > 0.45
