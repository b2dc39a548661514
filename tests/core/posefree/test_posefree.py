"""The search without poses: each step against what it should be, and the whole on a small letter L."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from letter import letter_images, letter_l

from cryo_core.data import ImageSet, Optics, Poses, Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.formats.fields import Overrides, unknown_poses
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging.prepare import Coarsened
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.imaging.slices import extract_slices, prepare
from cryo_core.optics.ctf import ctf
from cryo_core.posefree.em import (
    PADDING,
    Accumulated,
    Expected,
    evidence_of,
    expect,
    likeliest,
    pose_grid,
    slices_of,
)
from cryo_core.posefree.hand import against_truth, in_frame, mirrored_poses, mirrored_volume
from cryo_core.posefree.images import Loaded, Spectra, load_images, measure_power, read_spectra
from cryo_core.posefree.information import batch_of
from cryo_core.posefree.likeness import likeness
from cryo_core.posefree.report import describe
from cryo_core.posefree.restarts import search_grid
from cryo_core.posefree.search import Restart, SearchResult, SearchSettings, search
from cryo_core.refinement.band import Calibration, Reference, Views
from cryo_core.validation.fsc import fsc
from cryo_core.validation.poses import pose_errors

BOX = 24
CPU = torch.device("cpu")


def blobs(box: int = BOX, voxel: float = 4.0) -> Volume:
    """A few Gaussian blobs without symmetry."""
    axis = torch.arange(box, dtype=torch.float32) - box // 2
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    density = torch.zeros(box, box, box)
    for c, b, a, weight in ((0, 0, 0, 1.0), (4, 1, -3, 0.8), (-3, 5, 2, 0.6), (1, -5, 4, 0.9)):
        density += weight * torch.exp(-((z - c) ** 2 + (y - b) ** 2 + (x - a) ** 2) / 5.0)
    return Volume(density, voxel)


def seen(count: int = 40, snr: float = 0.5, shift: float = 0.0, **settings: float) -> Any:
    """Simulated images of the blobs, in memory, and what they were made from."""
    how = SimulationSettings(snr=snr, shift_sigma_angstrom=shift, padding=4, seed=5, **settings)  # type: ignore[arg-type]
    made = simulate_particles([blobs()], [1.0], count, how)
    return made, Loaded(made.read(np.arange(count)), made.pixel_angstrom)


def scene(count: int = 6, last: int = 4) -> tuple[Views, Any, torch.Tensor, Spectra]:
    made, images = seen(count, shift=4.0)
    spectra = read_spectra(images, made.optics)
    band = spectra.narrowed(last)
    rows = torch.arange(count)
    ones = torch.ones(band.last + 1)
    grid = prepare(blobs().density / made.noise_sigma, PADDING) / BOX
    reference = Reference(grid, PADDING)
    return spectra.views(rows, band, Calibration(ones, ones)), band, reference, spectra  # type: ignore[return-value]


def test_the_expectation_is_that_of_every_pose_looked_at_one_by_one() -> None:
    views, band, reference, _ = scene()
    shift = torch.tensor([[0.0, 0.0], [4.0, 0.0], [0.0, -4.0]])
    poses = pose_grid(0, shift, 5.0, CPU)
    slices = slices_of(reference, band, poses.rotation)
    found = expect(views, slices, band, poses)
    columns = len(shift) * 2 * len(poses.rotation)
    every = poses.pose(torch.arange(columns))
    fx, fy = band.frequencies()
    own = slices_of(reference, band, every.rotation)  # the turned rotations sliced, not conjugated
    models = torch.complex(own[0], own[1]).T
    angle = -2 * torch.pi * (every.shift_angstrom[:, :1] * fx + every.shift_angstrom[:, 1:] * fy)
    numerator = torch.zeros_like(found.numerator)
    weight = torch.zeros_like(found.weight)
    log_prior = poses.log_prior.repeat_interleave(2 * len(poses.rotation))
    for i in range(len(views)):
        moved = views.data[i] * torch.complex(angle.cos(), angle.sin())
        p = views.transfer[i] * models
        value = (moved.real * p.real + moved.imag * p.imag).sum(1) - 0.5 * p.abs().square().sum(1) + log_prior
        posterior = torch.softmax(value.double(), 0)
        told = torch.logsumexp(value.double(), 0) - np.log(2 * len(poses.rotation))
        assert float(found.evidence[i]) == pytest.approx(float(told), abs=2e-3)
        for c in posterior.argsort(descending=True)[:200].tolist():
            half, at = c // len(poses.rotation) % 2, c % len(poses.rotation)
            value_at = views.transfer[i] * moved[c]
            value_at = value_at.conj() if half else value_at
            numerator[at] += posterior[c].float() * torch.view_as_real(value_at.resolve_conj())
            weight[at] += posterior[c].float() * views.transfer[i].square()
    torch.testing.assert_close(
        found.numerator, numerator, atol=2e-3 * float(numerator.abs().max()), rtol=1e-3
    )
    torch.testing.assert_close(found.weight, weight, atol=2e-3 * float(weight.abs().max()), rtol=1e-3)
    torch.testing.assert_close(evidence_of(views, slices, band, poses), found.evidence, atol=2e-3, rtol=1e-4)


def test_the_likeliest_poses_are_the_best_of_the_table_and_of_unlike_directions() -> None:
    views, band, reference, _ = scene(20, 6)
    poses = search_grid(1, band, 0.05, CPU)
    slices = slices_of(reference, band, poses.rotation)
    first, second, *_ = likeliest(views, slices, band, poses, 3)
    assert bool((first.rotation[:, 2] - second.rotation[:, 2]).norm(dim=1).min() > 0.1)
    own = slices_of(reference, band, first.rotation)
    fx, fy = band.frequencies()
    angle = -2 * torch.pi * (first.shift_angstrom[:, :1] * fx + first.shift_angstrom[:, 1:] * fy)
    moved = views.data * torch.complex(angle.cos(), angle.sin())
    p = views.transfer * torch.complex(own[0], own[1]).T
    value = (moved * p.conj()).real.sum(1) - 0.5 * p.abs().square().sum(1)
    at = (poses.shift_angstrom[None] - first.shift_angstrom[:, None]).norm(dim=2).argmin(1)
    best = value + poses.log_prior[at]
    # No table entry is better: evidence is at most the best one times the number of entries, at least the best.
    told = evidence_of(views, slices, band, poses) + np.log(2 * len(poses.rotation))
    entries = np.log(2 * len(poses.rotation) * len(poses.shift_angstrom))
    assert bool((best <= told + 1e-2).all()) and bool((best >= told - entries).all())


def test_sums_of_images_at_their_poses_give_the_map_back() -> None:
    made, images = seen(2000, snr=100.0)
    spectra = read_spectra(images, made.optics)
    band = spectra.narrowed(6)
    ones = torch.ones(spectra.band.last + 1)
    views = spectra.views(torch.arange(2000), band, Calibration(ones, ones))
    sums = Accumulated(band, CPU, 1.0)
    data = torch.view_as_real(views.data * views.transfer)
    found = Expected(data, views.transfer.square(), views.power[:0])
    sums.add(found, made.poses.rotation, band, 0.0)
    volume = sums.volume(sums.solve(6, torch.full((7,), 1e6)))
    true = blobs().density / made.noise_sigma
    again = slices_of(sums.reference(sums.solve(6, torch.full((7,), 1e6))), band, made.poses.rotation[:50])
    whole = slices_of(Reference(prepare(true, PADDING) / BOX, PADDING), band, made.poses.rotation[:50])
    assert float((again - whole).norm() / whole.norm()) < 0.08  # the sphere takes ringing away
    from cryo_core.fourier.resample import fourier_crop_or_pad

    full = Volume(fourier_crop_or_pad(volume.density, (BOX,) * 3), 4.0)
    assert float(fsc(full, Volume(true, 4.0)).correlation[1:6].min()) > 0.99
    assert float((full.density * true).sum() / true.square().sum()) == pytest.approx(1.0, abs=0.05)


def test_a_strong_prior_draws_a_map_to_nothing_and_forgetting_leaves_the_last_batch() -> None:
    made, images = seen(60)
    spectra = read_spectra(images, made.optics)
    band = spectra.narrowed(4)
    ones = torch.ones(spectra.band.last + 1)
    sums = Accumulated(band, CPU, 1.0)

    def add(rows: torch.Tensor, keep: float) -> None:
        views = spectra.views(rows, band, Calibration(ones, ones))
        data = torch.view_as_real(views.data * views.transfer)
        sums.add(
            Expected(data, views.transfer.square(), views.power[:0]), made.poses.rotation[rows], band, keep
        )

    add(torch.arange(30), 0.0)
    free, held = sums.solve(4, torch.full((5,), 1e6)), sums.solve(4, torch.full((5,), 1e-6))
    assert float(held.norm()) < 0.01 * float(free.norm())
    first = sums.weight.clone()
    add(torch.arange(30, 60), 0.5)
    both = sums.weight.clone()
    add(torch.arange(30, 60), 0.0)
    torch.testing.assert_close(both, 0.5 * first + sums.weight, rtol=1e-4, atol=1e-3)


def test_power_tells_noise_from_signal() -> None:
    made, images = seen(4000, snr=0.5)
    spectra = read_spectra(images, made.optics)
    power = measure_power(images, spectra)
    assert float(power.noise[0, 3]) == pytest.approx(1.0, abs=0.03)
    rotation = random_rotations(500, torch.Generator().manual_seed(1))
    clean = slices_of(Reference(prepare(blobs().density, PADDING), PADDING), spectra.band, rotation)
    squares = clean.square().sum(0).mean(1) / (made.noise_sigma * BOX) ** 2
    shell = torch.from_numpy(spectra.band.shell)
    for s in (2, 3, 4):
        assert float(power.signal[s]) == pytest.approx(float(squares[shell == s].mean()), rel=0.1)
    with pytest.raises(SettingsError, match="empty"):
        blank = Loaded(torch.zeros(60, BOX, BOX), 4.0)
        measure_power(blank, read_spectra(blank, made.optics.take(slice(0, 60))))


@pytest.mark.parametrize("box", [15, 16])
def test_a_mirrored_map_shows_the_same_images_at_mirrored_poses(box: int) -> None:
    generator = torch.Generator().manual_seed(2)
    density = torch.zeros(box, box, box)
    density[3:-3, 3:-3, 3:-3] = torch.rand(box - 6, box - 6, box - 6, generator=generator)
    volume = Volume(density, 2.0)
    twice = mirrored_volume(mirrored_volume(volume))
    torch.testing.assert_close(twice.density, density)
    rotation = random_rotations(5, generator)
    poses = Poses(rotation, torch.zeros(5, 2))
    straight = extract_slices(prepare(density, 2), rotation, box)
    other = extract_slices(prepare(mirrored_volume(volume).density, 2), mirrored_poses(poses).rotation, box)
    torch.testing.assert_close(other, straight, atol=1e-3, rtol=1e-3)
    torch.testing.assert_close(mirrored_poses(mirrored_poses(poses)).rotation, rotation)


@pytest.mark.parametrize("mirrored", [False, True])
def test_poses_come_into_the_frame_of_the_truth(mirrored: bool) -> None:
    generator = torch.Generator().manual_seed(4)
    truth = Poses(random_rotations(200, generator), torch.randn(200, 2, generator=generator))
    turn, offset = random_rotations(1, generator)[0], torch.tensor([3.0, -2.0, 1.0])
    moved = Poses(
        truth.rotation @ turn.T,
        truth.shift_angstrom + torch.einsum("nij,j->ni", truth.rotation[:, :2], offset),
    )
    found = mirrored_poses(moved) if mirrored else moved
    errors = pose_errors(found, truth, True)
    assert errors.mirrored == mirrored
    back = in_frame(found, errors)
    torch.testing.assert_close(back.rotation, truth.rotation, atol=1e-4, rtol=0)
    torch.testing.assert_close(back.shift_angstrom, truth.shift_angstrom, atol=1e-3, rtol=0)


def test_the_letter_is_flat_or_chiral_and_keeps_its_volume() -> None:
    flat, chiral = letter_l(40).density, letter_l(40, chiral=True).density
    assert float(flat.sum()) == 8 * (24 * 8 + 10 * 8) and float(chiral.sum()) == float(flat.sum()) + 8**3
    assert torch.equal(flat.flip(0), flat) and not torch.equal(chiral.flip(0), chiral)
    small = letter_l(20).density
    assert float(small.sum()) * 8 == pytest.approx(float(flat.sum()))
    with pytest.raises(SettingsError, match="16"):
        letter_l(8)
    images = letter_images(50, 20, snr=0.5)
    assert float((ctf(images.optics, 20, 1.0) - 1.0).abs().max()) < 1e-6
    assert float(images.poses.shift_angstrom.abs().max()) == 0


@pytest.fixture(scope="module")
def found() -> tuple[SearchResult, Any, Loaded, np.ndarray]:
    made = letter_images(1200, BOX, chiral=True, snr=0.3, seed=3)
    images = Loaded(made.read(np.arange(1200)), 1.0)
    half = np.arange(1200) % 2 + 1
    return search(ImageSet(images, unknown_poses(len(images)), made.optics, half), _QUICK), made, images, half


_QUICK = SearchSettings(
    shift_range=0.0,
    last_shell=5,
    steps=8,
    most_restarts=3,
    held_out=200,
    candidates=4,
    last_passes=1,
    more_passes=1,
)


def test_an_l_is_found_from_its_images_alone(found: Any) -> None:
    result, made, images, half = found
    told = against_truth(ImageSet(images, result.poses, made.optics, half), made.poses, _true_map(made))
    assert float(told.errors.rotation_degrees.median()) < 9.0
    assert float((told.errors.rotation_degrees < 20).double().mean()) > 0.85
    assert told.curve is not None and told.curve.resolution_angstrom(0.5) < 4.0
    assert len(result.restarts) >= 2
    best = max(r.evidence for r in result.restarts)
    assert result.restarts[result.best].evidence == best and result.gap >= 0
    report = describe(result)
    json.dumps(report, allow_nan=False)
    assert "agree" in report["gap"] or "Only the best" in report["gap"]
    assert "mirror" in report["hand"] and len(report["restarts"]) == len(result.restarts)


def _true_map(made: Any) -> Volume:
    return Volume(letter_l(BOX, True).density / made.noise_sigma, 1.0)


def test_the_other_hand_scores_alike(found: Any) -> None:
    result, made, images, half = found
    one = against_truth(ImageSet(images, result.poses, made.optics, half), made.poses)
    other = against_truth(ImageSet(images, mirrored_poses(result.poses), made.optics, half), made.poses)
    assert one.errors.mirrored != other.errors.mirrored and one.curve is None
    one_median, other_median = (float(t.errors.rotation_degrees.median()) for t in (one, other))
    assert one_median == pytest.approx(other_median, abs=0.05)


def test_the_same_seed_gives_the_same_answer_and_another_one_another_beginning() -> None:
    made = letter_images(200, BOX, chiral=True, snr=0.5)
    images, half = Loaded(made.read(np.arange(200)), 1.0), np.arange(200) % 2 + 1
    quick = replace(_QUICK, steps=2, most_restarts=2, global_passes=1, candidates=2)
    one, two = (
        search(ImageSet(images, unknown_poses(len(images)), made.optics, half), quick) for _ in range(2)
    )
    torch.testing.assert_close(one.poses.rotation, two.poses.rotation)
    assert [r.evidence for r in one.restarts] == [r.evidence for r in two.restarts]
    other = search(ImageSet(images, unknown_poses(len(images)), made.optics, half), replace(quick, seed=7))
    assert other.restarts[0].curve != one.restarts[0].curve


def test_noisier_images_come_in_larger_batches() -> None:
    sizes = []
    for snr in (4.0, 0.1, 0.05, 0.0005):
        made, images = seen(3000, snr=snr)
        sizes.append(batch_of(measure_power(images, read_spectra(images, made.optics)), 6))
    assert sizes[0] == 200 and sizes[3] == 2000 and 200 < sizes[1] < sizes[2] < 2000
    assert sizes[2] / sizes[1] == pytest.approx(2.0, rel=0.15)


def test_verdicts_are_in_words(found: Any) -> None:
    result = found[0]
    two = (Restart(50.0, 1.0, ()), Restart(40.0, 1.0, ()))
    alone = replace(result, restarts=two, best=0, gap=10.0, gap_error=0.5, alike=float("nan"))
    assert alone.verdict.startswith("Only the best of 2 restarts") and "10.00 ± 0.50" in alone.verdict
    sure = replace(alone, gap=0.3, alike=0.9)
    assert "agree" in sure.verdict and sure.believed and not alone.believed
    assert not replace(sure, restarts=two[:1]).believed
    assert "different maps" in replace(alone, gap=0.3, alike=0.5).verdict
    assert "nothing to compare" in replace(alone, restarts=two[:1]).verdict
    # Restarts whose maps are the same may be wrong for the same reason: what they explain tells.
    assert result.explained > 0.7
    polished = result.polished
    little = replace(polished.refined, score=0.4 * polished.refined.score)
    wrong = replace(alone, gap=0.3, alike=0.95, polished=replace(polished, refined=little))
    assert wrong.explained < 0.3 and wrong.verdict.startswith("The map explains")
    assert not replace(wrong, alike=0.9).believed


def coloured(count: int, box: int, colour: float, seed: int = 2) -> torch.Tensor:
    """Noise of deviation 1 at high frequency, `colour` times that amplitude at zero frequency."""
    white = torch.randn(count, box, box, generator=torch.Generator().manual_seed(seed))
    gain = (1 + (colour**2 - 1) / (1 + frequency_squared((box, box), 1.0) * 12.0**2) ** 2).sqrt()
    return spectrum_to_image(image_to_spectrum(white) * gain, box).float()


def test_the_spectrum_of_coloured_noise_is_measured_for_each_optics_group() -> None:
    box, half = 48, 400
    pixels = torch.cat([coloured(half, box, 4.0), 2.0 * coloured(half, box, 1.0, 3)])
    ramp = torch.linspace(-1, 1, box).expand(box, box)
    images = load_images(Loaded(pixels + 2.0 * ramp, 4.0))
    made, _ = seen(2 * half)
    optics = replace(made.optics, group=torch.tensor([7] * half + [9] * half))
    power = measure_power(images, read_spectra(images, optics))
    assert power.group.tolist() == [7, 9]
    shell = torch.arange(1, 24) / box
    wanted = 1 + 15 / (1 + (12.0 * shell) ** 2) ** 2
    torch.testing.assert_close(power.noise[0, 3:].float(), wanted[2:], rtol=0.12, atol=0.0)
    torch.testing.assert_close(power.noise[1, 3:].float(), torch.full((21,), 4.0), rtol=0.12, atol=0.0)
    # Next to nothing of the noise is taken for signal: a particle at SNR 0.1 has 60 up to shell 6.
    assert float(power.information[:11].sum()) < 3.0


def test_of_noise_alone_nothing_is_found_and_no_resolution_is_given() -> None:
    made, _ = seen(300)
    images = ImageSet(
        Loaded(coloured(300, BOX, 4.0), 4.0), unknown_poses(300), made.optics, np.arange(300) % 2 + 1
    )
    seen_passes = list[Any]()
    result = search(images, replace(_QUICK, steps=4, most_restarts=5), on_pass=seen_passes.append)
    assert len(result.restarts) == 2  # noise is not searched again and again
    assert not result.found and "Nothing was found" in result.verdict and not seen_passes
    report = describe(result)
    assert report["half_maps_fsc0143_angstrom"] is None and report["half_maps_fsc05_angstrom"] is None
    assert all(step["fsc0143_angstrom"] is None for step in report["passes"]) and not report["found"]


def test_maps_are_compared_in_their_own_frames() -> None:
    generator = torch.Generator().manual_seed(3)
    turn = random_rotations(1, generator)[0]
    axis = torch.arange(16) - 8.0
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    centres, weights = 3.0 * torch.randn(2, 8, 3, generator=generator), torch.rand(8, generator=generator)

    def blobs_at(places: torch.Tensor) -> torch.Tensor:
        away = torch.stack([x, y, z], -1)[..., None, :] - places
        return (torch.exp(-away.square().sum(-1) / 3.0) * weights).sum(-1)

    one, other = blobs_at(centres[0]), blobs_at(centres[1])
    mirrored = centres[0] * torch.tensor([1.0, 1.0, -1.0]) @ turn.T + torch.tensor([1.0, -1.0, 0.0])
    assert likeness(one, one, 5) > 0.99
    assert likeness(one, blobs_at(mirrored), 5) > 0.8
    assert likeness(one, other, 5) < 0.65


def test_what_cannot_be_searched_is_refused(tmp_path: Path) -> None:
    made, images = seen(80)
    half = np.arange(80) % 2 + 1
    with pytest.raises(SettingsError, match="at least 60"):
        few = Loaded(images.read(np.arange(50)), 4.0)
        search(
            ImageSet(few, unknown_poses(len(few)), made.optics.take(slice(0, 50)), half[:50]),
            SearchSettings(),
        )
    with pytest.raises(ShapeError, match="80 images, 80 poses, 80 optics, 79 half sets"):
        search(ImageSet(images, unknown_poses(len(images)), made.optics, half[:79]), SearchSettings())
    with pytest.raises(SettingsError, match="a larger box"):
        search(ImageSet(images, unknown_poses(len(images)), made.optics, half), SearchSettings(last_shell=10))
    broken = images.read(np.arange(80)).clone()
    broken[41, 3, 3] = torch.nan
    with pytest.raises(SettingsError, match="image 42 "):
        load_images(Loaded(broken, 4.0))
    for wrong in (
        {"steps": 0},
        {"last_shell": 2},
        {"forget": 1.0},
        {"finer": 1.0},
        {"diameter": 0.1},
        {"batch": -1},
    ):
        with pytest.raises(SettingsError):
            SearchSettings(**wrong)  # type: ignore[arg-type]


def test_a_plain_stack_has_no_ctf_and_no_poses(tmp_path: Path) -> None:
    path = tmp_path / "images.mrcs"
    with StackWriter(path, 16, 3.0) as writer:
        writer.append(torch.rand(5, 16, 16))
    table = particles_of_stack(path, Overrides())
    assert len(table) == 5 and table.pixel_angstrom == 3.0 and not table.has_poses
    assert float((ctf(_single(table.optics), 16, 3.0) - 1).abs().max()) < 1e-6
    assert particles_of_stack(path, Overrides(pixel_angstrom=2.0)).pixel_angstrom == 2.0
    write_volume(tmp_path / "map.mrc", blobs(16))
    with pytest.raises(FormatError, match="a map, says its header"):
        particles_of_stack(tmp_path / "map.mrc", Overrides())
    (tmp_path / "short.mrcs").write_bytes(b"no header")
    with pytest.raises(FormatError, match="short"):
        particles_of_stack(tmp_path / "short.mrcs", Overrides())


def _single(optics: Optics) -> Optics:
    return optics.to("cpu")


def test_coarsened_images_keep_their_low_frequencies() -> None:
    _, images = seen(3)
    small = Coarsened(images, 12)
    assert small.box == 12 and small.pixel_angstrom == pytest.approx(8.0)
    assert Coarsened(images, 64).box == BOX
    mean = small.read(np.arange(3)).mean((1, 2)) / images.read(np.arange(3)).mean((1, 2))
    torch.testing.assert_close(mean, torch.ones(3), atol=1e-3, rtol=0)


def test_the_command_writes_both_hands_and_says_how_sure_it_is(cryo: Any, tmp_path: Path) -> None:
    made = letter_images(300, BOX, chiral=True, snr=0.5)
    stack = tmp_path / "l.mrcs"
    with StackWriter(stack, BOX, 1.0) as writer:
        writer.append(made.read(np.arange(300)))
    quick = ("steps=2", "most_restarts=2", "candidates=2", "last_shell=4", "shift_range=0", "global_passes=1")
    quick += ("last_passes=1", "more_passes=0")
    options = [part for value in quick for part in ("--setting", value)]
    out = tmp_path / "out"
    report = cryo(
        "posefree", stack, "-o", out, "--contrast", "white", "--normalised", "--motion", *options, "--json"
    )
    assert not (out / ".unfinished").exists() and report["components_borne"] >= 0
    walked = cryo("volumes", out / "motion", "-o", out / "walk", "--axis", 1, "--points", 3, "--json")
    assert walked["volumes"] == 3 and walked["box"] == BOX
    names = ("map", "map_other_hand", "half1", "half2", "start")
    assert all((out / f"{name}.mrc").is_file() for name in names)
    assert json.loads((out / "report.json").read_text())["gap"] == report["gap"]
    assert len((out / "images.csv").read_text().splitlines()) == 301
    from cryo_core.formats.particles import read_particles

    one, other = (
        read_particles(out / f"particles{hand}.star", tmp_path).poses for hand in ("", "_other_hand")
    )
    torch.testing.assert_close(mirrored_poses(one).rotation, other.rotation, atol=1e-5, rtol=0)
    density = read_volume(out / "map.mrc")
    torch.testing.assert_close(
        mirrored_volume(density).density, read_volume(out / "map_other_hand.mrc").density
    )
    assert "exists" in cryo("posefree", stack, "-o", out, code=2)
    assert "the names are" in cryo("posefree", stack, "-o", tmp_path / "b", "--setting", "colour=1", code=2)
    assert "--setting steps" in cryo("posefree", stack, "-o", tmp_path / "b", "--setting", "steps=x", code=2)
