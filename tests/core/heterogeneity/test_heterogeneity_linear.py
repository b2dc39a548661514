"""The linear latent model: its sums against torch, finite differences and dense algebra; its fits against truth."""

import math
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.fourier.grids import centred_axis
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations
from cryo_core.heterogeneity.linear import engine_cpu, engine_torch, lumps
from cryo_core.heterogeneity.linear.bands import BandStore, pixels_within, store_images
from cryo_core.heterogeneity.linear.em import Model
from cryo_core.heterogeneity.linear.fit import _grown, choose, fit_linear
from cryo_core.heterogeneity.linear.forward import forward_model, optics_tables
from cryo_core.heterogeneity.linear.grid import Grid, padded_width
from cryo_core.heterogeneity.linear.junk import REASONS, Witness, judge, strange, witness
from cryo_core.heterogeneity.linear.look import Look, maps_of_others, settled
from cryo_core.heterogeneity.linear.mask import molecule
from cryo_core.heterogeneity.linear.model import (
    LinearFit,
    LinearSettings,
    load_linear,
    save_linear,
    volumes_at,
)
from cryo_core.heterogeneity.linear.normal import by_kernel, by_torch
from cryo_core.heterogeneity.linear.posterior import Likelihood, Spread, fitted_spread, posterior
from cryo_core.heterogeneity.linear.shrink import filtered_by_all, filtered_without_each
from cryo_core.heterogeneity.linear.sums import Sweep, Swept
from cryo_core.imaging.forward import model_spectra
from cryo_core.imaging.noise import noise_spectrum, spread_rows
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.imaging.slices import prepare
from cryo_core.validation.poses import pose_errors

BOX, VOXEL = 32, 6.0


def blob(x: float, y: float, z: float, width: float = 2.5) -> torch.Tensor:
    """A Gaussian in a cube of 32 voxels, `width` voxels wide, off the centre by x, y, z."""
    line = centred_axis(BOX)
    square = (line[:, None, None] - z) ** 2 + (line[:, None] - y) ** 2 + (line - x) ** 2
    return torch.exp(-square / (2 * width**2))


def states() -> tuple[Volume, ...]:
    """A body with no symmetry, without and with one lump more, or another."""
    body = blob(0, 0, 0, 3.0) + blob(5, 1, -2) + blob(-3, 5, 2) + 0.7 * blob(-2, -4, 5)
    return tuple(
        Volume(d, VOXEL) for d in (body, body + 0.9 * blob(2, -6, -3), body + 0.9 * blob(-5, -1, -5))
    )


def particles(n: int, seed: int = 5, fractions: tuple[float, ...] = (0.4, 0.3, 0.3), **more: float):
    settings = SimulationSettings(**{"snr": 0.3, "seed": seed, "shift_sigma_angstrom": 6.0} | more)
    kept = [(s, f) for s, f in zip(states(), fractions, strict=True) if f]
    return simulate_particles([s for s, _ in kept], [f for _, f in kept], n, settings)


def wrong(given: Poses, degrees: float, angstrom: float, seed: int = 1) -> Poses:
    generator = torch.Generator().manual_seed(seed)
    turn = torch.randn(len(given), 3, generator=generator, dtype=torch.float64) * math.radians(degrees)
    rotation = axis_angle_to_matrix(turn) @ given.rotation.double()
    shift = given.shift_angstrom + angstrom * torch.randn(len(given), 2, generator=generator)
    return Poses(rotation.float(), shift)


def scratch() -> Path:
    return Path(mkdtemp(prefix="cryo-linear-"))


@cache
def fitted() -> tuple[SimulatedParticles, LinearFit]:
    """1,500 images of three states whose poses are 2° and 3 Å wrong on each axis."""
    images = particles(1500, snr=1.0)
    settings = LinearSettings(shells=11, map_shells=15)
    poses = wrong(images.poses, 2.0, 3.0)
    return images, fit_linear(ImageSet(images, poses, images.optics), settings, scratch())


def agreement(labels: np.ndarray, truth: np.ndarray) -> float:
    """The adjusted Rand index."""
    table = np.array(
        [[np.sum((labels == a) & (truth == b)) for b in np.unique(truth)] for a in np.unique(labels)]
    )

    def pairs(count: np.ndarray) -> float:
        return float((count * (count - 1) / 2).sum())

    both, rows, columns, all_ = (
        pairs(table),
        pairs(table.sum(1)),
        pairs(table.sum(0)),
        pairs(np.array(len(truth))),
    )
    chance = rows * columns / all_
    return (both - chance) / (0.5 * (rows + columns) - chance)


def nearest_state(fit: LinearFit, truth: np.ndarray) -> tuple[np.ndarray, torch.Tensor, torch.Tensor]:
    """Label particles by EM of points over the images' own likelihood, started at the states' means."""
    pull, own = (t.double() for t in fit.latents.likelihood())
    centres = torch.stack(
        [fit.latents.mean[torch.from_numpy(truth == s)].mean(0) for s in np.unique(truth)]
    ).double()
    shares = torch.full((len(centres),), 1 / len(centres), dtype=torch.float64)
    for _ in range(20):
        score = pull @ centres.T - 0.5 * torch.einsum("jk,nkl,jl->nj", centres, own, centres) + shares.log()
        member = score.softmax(1)
        shares = member.mean(0)
        weight = torch.einsum("nj,nkl->jkl", member, own) + 1e-6 * torch.eye(own.shape[1])
        centres = torch.linalg.solve(weight, member.T @ pull)
    return member.argmax(1).numpy(), centres, shares


# ------------------------------------------------------------------------------------ store and grid


def test_the_store_holds_the_images_spectra_about_their_centre(tmp_path: Path) -> None:
    images = particles(7)
    store = store_images(images, (5, 9), tmp_path, batch=3)
    spectra = image_to_spectrum(images.read(np.arange(7))) / BOX
    for shells in (5, 9):
        pixels = pixels_within(shells)
        wanted = spectra[:, torch.from_numpy(pixels.y + BOX // 2), torch.from_numpy(pixels.x)]
        assert np.abs(store.read(0, 7, shells) - wanted.numpy()).max() < 1e-5
    assert np.array_equal(store.read(2, 5, 9), store.read(0, 7, 9)[2:5])


def test_each_coefficient_is_looked_at_once() -> None:
    pixels = pixels_within(6)
    seen = set(zip(pixels.x.tolist(), pixels.y.tolist(), strict=True))
    mates = {(-x, -y) for x, y in seen}
    disc = {(x, y) for x in range(-6, 7) for y in range(-6, 7) if 0 < x * x + y * y <= 36}
    assert seen | mates == disc and not seen & mates


class Noise:
    """White noise summed along x with its neighbour, of deviation 1.5 in even rows and 3 in odd ones, and a plane."""

    box, pixel_angstrom = BOX, VOXEL

    def __len__(self) -> int:
        return 1200

    def read(self, index: np.ndarray) -> torch.Tensor:
        generator = torch.Generator().manual_seed(int(index[0]))
        white = torch.randn(len(index), BOX, BOX, generator=generator)
        size = torch.where(torch.from_numpy(index) % 2 == 0, 1.5, 3.0)[:, None, None]
        plane = torch.linspace(-1.0, 1.0, BOX) * torch.randn(len(index), 1, 1, generator=generator)
        return size * (white + torch.roll(white, 1, 2)) / math.sqrt(2) + 7.0 + plane


def test_the_noise_of_the_corners_is_that_of_the_images_of_each_group() -> None:
    power = noise_spectrum(Noise(), np.arange(1200) % 2 + 4)
    pixels = pixels_within(11)
    truth = 1 + np.cos(2 * math.pi * pixels.x / BOX)
    shells = np.array([truth[pixels.ring // 2 == s].mean() for s in range(4, 12)])
    assert np.abs(power[0, 4:12].numpy() / (1.5**2 * shells) - 1).max() < 0.08
    assert np.abs(power[1, 4:12].numpy() / (3.0**2 * shells) - 1).max() < 0.08


def test_rows_of_a_file_in_two_parts_are_spread_over_both() -> None:
    rows = spread_rows(np.repeat([1, 2], [5000, 300]), 200)
    first = rows[rows < 5000]
    assert len(first) == 200 and first[0] == 0 and first[-1] == 4999 and len(rows) == 400


def test_each_group_is_weighed_by_its_own_noise(tmp_path: Path) -> None:
    images = particles(8)
    store = store_images(images, (9,), tmp_path)
    two = replace(images.optics, group=torch.arange(8) % 2)
    power = torch.stack([torch.full((20,), 1.0), torch.full((20,), 4.0)])
    forward = forward_model(store, grid_of(), power, optics_tables(two))
    plain = forward_model(store, grid_of(), torch.ones(1, 20), optics_tables(images.optics))
    spectra, shift = store.read(0, 8, 9), images.poses.shift_angstrom / (BOX * VOXEL)
    for engine in (engine_cpu, engine_torch):
        ours = engine.weigh(forward, spectra, (0, 8), shift, torch.ones(8))
        white = engine.weigh(plain, spectra, (0, 8), shift, torch.ones(8))
        for a, b in zip(ours, white, strict=True):
            assert torch.allclose(a[::2], b[::2]) and torch.allclose(2 * a[1::2], b[1::2])


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    store = store_images(particles(7), (5,), tmp_path)
    path = next(tmp_path.glob("*.c64"))
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(FormatError, match=path.name):
        store.read(0, 7, 5)


def grid_of(shells: int = 9) -> Grid:
    return Grid(BOX, shells, 1.5, 0.94, "cpu")


def test_a_slice_of_the_grid_is_the_model_of_imaging(tmp_path: Path) -> None:
    """The kernels' columns are the images that `imaging.forward` makes of the same map, CTF and shift included."""
    images = particles(20)
    store = store_images(images, (9,), tmp_path)
    grid, forward, data, transfer = looked_at(images, store)
    volume = states()[1].density
    rows = grid.rows(grid.from_full(volume[None]))
    wanted = model_spectra(prepare(volume, 4), images.poses, images.optics, BOX, VOXEL, 4) / BOX
    y, x = forward.y + BOX // 2, forward.x
    spectra = wanted[:, y, x].numpy()
    shift = images.poses.shift_angstrom / (BOX * VOXEL)
    again, _ = engine_cpu.weigh(forward, spectra, (0, 20), shift, torch.ones(20))
    linear, product = engine_cpu.expect(
        forward, again, transfer, images.poses.rotation, rows, torch.ones(20, 1), False
    )
    energy = again.square().sum((1, 2))
    correlation = linear[:, 0] / (product[:, 0, 0] * energy).sqrt()
    assert float(correlation.min()) > 0.995
    assert float((linear[:, 0] / product[:, 0, 0]).mean()) == pytest.approx(1.0, abs=0.02)


def looked_at(images: SimulatedParticles, store):
    grid = grid_of()
    forward = forward_model(store, grid, torch.ones(1, 20), optics_tables(images.optics))
    spectra = store.read(0, store.count, 9)
    shift = images.poses.shift_angstrom / (BOX * VOXEL)
    data, transfer = engine_cpu.weigh(forward, spectra, (0, store.count), shift, torch.ones(store.count))
    return grid, forward, data, transfer


def test_full_maps_and_grid_maps_are_each_other(tmp_path: Path) -> None:
    grid, wide = grid_of(9), grid_of(15)
    maps = grid.from_full(torch.stack([s.density for s in states()]))
    assert torch.allclose(grid.from_full(grid.full(maps)), maps, atol=1e-4)
    there = grid.resized(wide.resized(maps))
    assert torch.allclose(there, maps, atol=1e-4)


def test_maps_that_agree_are_kept_and_noise_is_not() -> None:
    grid = grid_of()
    maps = grid.from_full(torch.stack([s.density for s in states()]))
    noise = torch.randn(maps.shape, generator=torch.Generator().manual_seed(1))
    assert float((grid.agreement(maps, maps) - 1).abs().max()) < 1e-5
    assert float(grid.agreement(maps, noise)[:, 2:].abs().mean()) < 0.15
    every = torch.ones(3, 10)
    kept = grid.filtered(maps, every)
    assert torch.allclose(grid.agreement(kept, maps), torch.ones(3, 10).double(), atol=1e-5)
    none = grid.filtered(maps, torch.where(torch.arange(10) < 4, every, 0.0))
    power = grid.filtered(none, torch.where(torch.arange(10) < 4, 0.0, every))
    assert float(power.abs().max()) < 1e-5 * float(maps.abs().max())


# ------------------------------------------------------------------------------------ sums


def setting(tmp_path: Path, n: int = 12, volumes: int = 3):
    images = particles(n)
    store = store_images(images, (9,), tmp_path)
    grid, forward, data, transfer = looked_at(images, store)
    rows = grid.rows(grid.from_full(torch.stack([s.density for s in states()][:volumes])))
    generator = torch.Generator().manual_seed(0)
    latent = torch.randn(n, volumes, generator=generator)
    return forward, data, transfer, random_rotations(n, generator), rows, latent


def test_torch_and_the_kernels_give_the_same_sums(tmp_path: Path) -> None:
    forward, data, transfer, rotation, rows, latent = setting(tmp_path)
    spectra = np.random.default_rng(0).normal(size=(12, len(forward.x))).astype(np.complex64)
    shift, scale = 0.1 * torch.rand(12, 2), 1 + 0.2 * torch.rand(12)
    for ours, theirs in zip(
        engine_cpu.weigh(forward, spectra, (0, 12), shift, scale),
        engine_torch.weigh(forward, spectra, (0, 12), shift, scale),
        strict=True,
    ):
        assert torch.allclose(ours, theirs, atol=2e-5)
    for pose in (False, True):
        ours = engine_cpu.expect(forward, data, transfer, rotation, rows, latent, pose)
        theirs = engine_torch.expect(forward, data, transfer, rotation, rows, latent, pose)
        for a, b in zip(ours, theirs, strict=True):
            assert float((a - b).abs().max()) < 2e-5 * float(a.abs().max())
    slices = [e.predict(forward, transfer, rotation, rows, latent) for e in (engine_cpu, engine_torch)]
    assert float((slices[0] - slices[1]).abs().max()) < 2e-5 * float(slices[0].abs().max())
    linear, product = engine_cpu.expect(forward, data, transfer, rotation, rows, latent, False)
    assert torch.allclose((slices[0] * data).sum((1, 2)), (linear * latent).sum(1), rtol=1e-3, atol=1e-2)
    second = torch.rand(12, 6)
    sums = [torch.zeros(forward.grid.points, padded_width(12)) for _ in range(2)]
    engine_cpu.insert(forward, data, transfer, rotation, latent, second, sums[0])
    engine_torch.insert(forward, data, transfer, rotation, latent, second, sums[1])
    assert float((sums[0] - sums[1]).abs().max()) < 1e-5 * float(sums[0].abs().max())


def test_the_kernel_solves_each_point_as_torch_does() -> None:
    grid, generator = grid_of(), torch.Generator().manual_seed(0)
    sums = torch.rand(grid.size, grid.size, grid.size // 2 + 1, padded_width(12), generator=generator)
    row, column = torch.tril_indices(3, 3)
    sums[..., 6:12] += 3.0 * (row == column)
    shell, inside = grid._image_shell, grid._inside
    ridge = 0.3 * torch.rand(3, 10, generator=generator)
    ours, theirs = (way(sums, 3, ridge, shell, inside) for way in (by_kernel, by_torch))
    assert float((ours - theirs).abs().max()) < 1e-5 * float(theirs.abs().max())
    assert not ours[:, ~inside].any()
    point = grid.size // 2 + 2, grid.size // 2 - 3, 4  # beside the plane x = 0: nothing of a mate
    weight = torch.zeros(3, 3)
    weight[row, column] = weight[column, row] = sums[point][6:12]
    every = (shell == shell[point]) & inside
    of_mates = sums.clone()
    of_mates[1:, 1:, 0] += sums[1:, 1:, 0].flip(0, 1)
    mean = of_mates[every][:, 6:12][:, row == column].mean(0)
    right = torch.complex(sums[point][:3], sums[point][3:6])
    least = torch.diag(ridge[:, shell[point]] * mean + 1e-6)
    assert torch.allclose(ours[(slice(None), *point)], torch.linalg.solve((weight + least).cfloat(), right))


def test_products_of_maps_by_shell_are_what_agreement_is_made_of() -> None:
    grid = grid_of()
    maps = grid.from_full(torch.stack([s.density for s in states()]))
    product = grid.products(maps)
    power = product.diagonal(dim1=1, dim2=2)
    share = product[:, 0, 1] / (power[:, 0] * power[:, 1]).sqrt()
    assert torch.allclose(share, grid.agreement(maps[:1], maps[1:2])[0], atol=1e-6)


def test_inserting_is_the_adjoint_of_slicing(tmp_path: Path) -> None:
    """Σ latent · (columns · data) of the images is the inner product of the inserted data with the volumes."""
    forward, data, transfer, rotation, rows, latent = setting(tmp_path)
    linear, _ = engine_cpu.expect(forward, data, transfer, rotation, rows, latent, False)
    sums = torch.zeros(forward.grid.points, padded_width(6 + 1))
    engine_cpu.insert(forward, data, transfer, rotation, latent, torch.ones(12, 1), sums)
    left = float((latent.double() * linear).sum())
    assert float((sums[:, :6].double() * rows[:, :6]).sum()) == pytest.approx(left, rel=1e-4)


def test_pose_columns_are_derivatives(tmp_path: Path) -> None:
    """Against differences of the model's own images, by the sums that they change: columns · data."""
    forward, data, transfer, rotation, rows, latent = setting(tmp_path, n=40)
    rotation = rotation.double()
    linear, _ = engine_cpu.expect(forward, data, transfer, rotation, rows, latent, True)

    def model_on_data(turned: torch.Tensor, shift: torch.Tensor) -> torch.Tensor:
        angle = 2 * math.pi / BOX * (forward.x * shift[0] + forward.y * shift[1])
        wave = torch.polar(torch.ones_like(angle), -angle).to(torch.complex64)
        moved = torch.complex(data[:, 0], data[:, 1]) * wave
        parts = torch.stack([moved.real, moved.imag], 1)
        sums, _ = engine_cpu.expect(forward, parts, transfer, turned, rows, latent, False)
        return (sums.double() * latent).sum(1)

    step, still = 2e-3, torch.zeros(2)
    for axis in range(2):
        move = step * torch.eye(2)[axis]
        found = (model_on_data(rotation, move) - model_on_data(rotation, -move)) / (2 * step)
        assert float((found - linear[:, 3 + axis]).abs().max()) < 2e-3 * float(
            linear[:, 3 + axis].abs().max()
        )
    for axis in range(3):
        turn = axis_angle_to_matrix(step * torch.eye(3, dtype=torch.float64)[axis])
        found = (model_on_data(turn @ rotation, still) - model_on_data(turn.mT @ rotation, still)) / (
            2 * step
        )
        column = linear[:, 5 + axis].double()
        # The interpolant has kinks between cells, which a difference over a step sees and the derivative does not.
        assert float((found - column).square().mean().sqrt()) < 0.05 * float(column.square().mean().sqrt())


def test_sums_do_not_depend_on_threads(tmp_path: Path) -> None:
    forward, data, transfer, rotation, rows, latent = setting(tmp_path)
    threads, found = torch.get_num_threads(), []
    for number in (1, 2):
        torch.set_num_threads(number)
        sums = torch.zeros(forward.grid.points, padded_width(6 + 1))
        engine_cpu.insert(forward, data, transfer, rotation, latent, torch.ones(12, 1), sums)
        found.append((sums, *engine_cpu.expect(forward, data, transfer, rotation, rows, latent, True)))
    torch.set_num_threads(threads)
    assert all(torch.equal(a, b) for a, b in zip(*found, strict=True))


# ------------------------------------------------------------------------------------ posterior


def random_likelihood(n: int = 5, k: int = 3, q: int = 6) -> tuple[Likelihood, torch.Tensor]:
    generator = torch.Generator().manual_seed(2)
    root = torch.randn(n, k + q, 20, generator=generator, dtype=torch.float64)
    pull = torch.randn(n, k + q, generator=generator, dtype=torch.float64) * 4
    moved = 0.1 * torch.randn(n, q, generator=generator, dtype=torch.float64)
    return Likelihood(pull, root @ root.mT, torch.zeros(n, dtype=torch.float64)), moved


def test_posterior_is_that_of_dense_algebra() -> None:
    image, moved = random_likelihood()
    prior = Spread(0.5, 0.1, 0.2).precision(True, True)
    found = posterior(image, 3, prior, moved)
    diagonal = torch.cat([torch.ones(3, dtype=torch.float64), prior])
    total = image.precision + torch.diag(diagonal)
    right = image.pull - torch.cat([torch.zeros(5, 3, dtype=torch.float64), prior * moved], 1)
    both, covariance = torch.linalg.solve(total, right), torch.linalg.inv(total)
    assert torch.allclose(torch.cat([found.mean, found.nuisance], 1), both)
    assert torch.allclose(found.covariance, covariance[:, :3, :3])
    assert torch.allclose(found.nuisance_variance, covariance.diagonal(dim1=1, dim2=2)[:, 3:])
    for kept in range(4):
        index = [*range(kept), *range(3, 9)]
        part = total[:, index][:, :, index]
        evidence = 0.5 * (right[:, index] * torch.linalg.solve(part, right[:, index])).sum(1)
        evidence = evidence - 0.5 * torch.logdet(part) + 0.5 * prior.log().sum()
        evidence = evidence - 0.5 * (prior * moved**2).sum(1)
        assert torch.allclose(found.evidence[:, kept], evidence)


def test_spreads_are_found_from_the_images() -> None:
    generator = torch.Generator().manual_seed(0)
    n, truth = 1500, torch.tensor([0.4] * 2 + [0.03] * 3 + [0.15], dtype=torch.float64)
    error = torch.randn(n, 6, generator=generator, dtype=torch.float64) * truth
    precision = torch.diag(1 / torch.tensor([0.3] * 2 + [0.02] * 3 + [0.1], dtype=torch.float64) ** 2)
    noise = torch.randn(n, 6, generator=generator, dtype=torch.float64) @ precision.sqrt()
    image = Likelihood(
        error @ precision + noise, precision.expand(n, 6, 6), torch.zeros(n, dtype=torch.float64)
    )
    still = torch.zeros(n, 6, dtype=torch.float64)
    found = fitted_spread(image, 0, still, Spread(1.0, 0.1, 0.3), True, True, steps=60)
    assert found.shift_pixels == pytest.approx(0.4, rel=0.07)
    assert found.rotation_radians == pytest.approx(0.03, rel=0.07)
    assert found.contrast == pytest.approx(0.15, rel=0.08)


def test_number_of_components_is_the_least_that_held_out_images_bear() -> None:
    generator = torch.Generator().manual_seed(0)
    noise = 0.5 * torch.randn(400, 4, generator=generator)
    assert choose(noise.cumsum(1) * 0.1 + torch.tensor([0.0, 2.0, 4.0, 3.99]), None)[2] == 2
    assert choose(noise.cumsum(1) * 0.1 + torch.tensor([0.0, -0.1, -0.2, -0.3]), None)[2] == 0
    assert choose(noise.cumsum(1) * 0.1 + torch.tensor([0.0, 2.0, 4.0, 3.99]), 3)[2] == 3


# ------------------------------------------------------------------------------------ fits


def test_states_are_told_apart_and_poses_corrected() -> None:
    images, fit = fitted()
    assert fit.chosen == len(fit.components) == 2
    labels, _, _ = nearest_state(fit, images.label)
    assert agreement(labels, images.label) > 0.98
    given, found = (pose_errors(p, images.poses) for p in (wrong(images.poses, 2.0, 3.0), fit.poses))
    assert float(found.rotation_degrees.median()) < 0.85 * float(given.rotation_degrees.median())
    assert float(found.shift_angstrom.median()) < 0.5 * float(given.shift_angstrom.median())
    assert fit.poses_moved and fit.pose_spread[0] == pytest.approx(2.0, abs=0.3)
    assert fit.pose_spread[1] == pytest.approx(3.0, abs=0.4)


def test_uncertainties_are_of_the_size_of_the_errors() -> None:
    """They are given the maps, which 1,500 images do not know well: the errors are larger, by less than twice."""
    images, fit = fitted()
    errors = pose_errors(fit.poses, images.poses)
    rotation = float(errors.rotation_degrees.square().mean().sqrt()) / math.sqrt(3)
    shift = float(errors.shift_angstrom.square().mean().sqrt()) / math.sqrt(2)
    assert 1.0 < rotation / float(fit.rotation_sd_degrees.mean()) < 2.0
    assert 1.0 < shift / float(fit.shift_sd_angstrom.mean()) < 2.0


def test_volumes_at_the_states_are_the_states() -> None:
    images, fit = fitted()
    _, centres, _ = nearest_state(fit, images.label)
    for volume, state in zip(volumes_at(fit.mean, fit.components, centres.float()), states(), strict=True):
        both = torch.stack([volume.density.flatten(), state.density.flatten() / images.noise_sigma])
        assert float(torch.corrcoef(both)[0, 1]) > 0.9
        assert float((both[0] @ both[1]) / (both[1] @ both[1])) == pytest.approx(1.0, abs=0.15)


def test_the_molecule_holds_what_the_mean_shows_and_what_few_particles_have() -> None:
    body, lump = states()[0].density, blob(10, -10, -9, 1.5)
    noise = torch.randn(2, BOX, BOX, BOX, generator=torch.Generator().manual_seed(1))
    # A lump that one particle in fifty has is faint in the mean, and a component of 0.14 of its density.
    maps = torch.stack([body + 0.02 * lump, 0.14 * lump]) + 0.004 * noise
    mask = molecule(maps, VOXEL)
    assert mask is not None and 0.05 < float(mask.mean()) < 0.5
    assert float(mask[body > 0.3].min()) > 0.9 and float(mask[lump > 0.5].min()) > 0.9
    alone = molecule(torch.stack([maps[0], torch.zeros_like(body)]), VOXEL)
    assert alone is not None and float(alone[lump > 0.9].max()) < 0.5
    assert molecule(torch.zeros(2, BOX, BOX, BOX), VOXEL) is None


def test_a_mask_is_taken_where_held_out_images_bear_it_and_names_states_better_over_seeds(
    tmp_path: Path,
) -> None:
    found: dict[bool | None, list[float]] = {None: [], False: []}
    for seed in (1, 2, 3):
        images = particles(1500, seed=seed, snr=0.1)
        for mask, scores in found.items():
            settings = LinearSettings(shells=9, map_shells=9, mask=mask, move_poses=False, contrast=False)
            fit = fit_linear(
                ImageSet(images, images.poses, images.optics), settings, tmp_path / f"{seed}{mask}"
            )
            scores.append(agreement(nearest_state(fit, images.label)[0], images.label))
            assert (fit.mask_share < 0.6 and fit.mask_gain > 0) if mask is None else fit.mask_share == 1
    assert sum(found[None]) > sum(found[False]), found


def test_the_gain_of_the_same_maps_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gains = []
    gain = Model.gain

    def watch(model: Model, other: torch.Tensor, how: Sweep) -> torch.Tensor:
        gains.append((gain(model, model.maps, how), gain(model, torch.zeros_like(other), how)))
        return gain(model, other, how)

    monkeypatch.setattr(Model, "gain", watch)
    images = particles(300, snr=1.0)
    fit_linear(
        ImageSet(images, images.poses, images.optics), LinearSettings(shells=7, map_shells=7), tmp_path
    )
    same, empty = gains[0]
    assert len(same) == 30 and bool((same == 0).all()) and float(empty.mean()) < -1.0


def test_a_sweep_keeps_its_sample_and_not_the_images_it_was_drawn_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[int, int]] = []

    def watch(self: object, number: int, swept: Swept) -> None:
        del self, number
        for image, moved in swept.sample:
            for part in (image.pull, image.precision, image.constant, moved):
                kept.append((part.untyped_storage().nbytes(), part.numel() * part.element_size()))

    monkeypatch.setattr("cryo_core.heterogeneity.linear.fit._Fitter.watch", watch)
    monkeypatch.setattr("cryo_core.heterogeneity.linear.em._SAMPLE", 30)
    images = particles(300)
    settings = LinearSettings(components=1, shells=5, map_shells=5, early_iterations=1, iterations=2)
    fit_linear(ImageSet(images, images.poses, images.optics), settings, tmp_path)
    assert kept and all(held == own for held, own in kept)
    assert max(own for _, own in kept) <= 30 * 7 * 7 * 8


@pytest.mark.parametrize("leave_out", [True, False])
def test_progress_counts_all_the_work_there_is_and_no_more(tmp_path: Path, leave_out: bool) -> None:
    images = particles(300)
    settings = LinearSettings(
        components=1,
        shells=7,
        map_shells=9,
        early_iterations=1,
        iterations=2,
        mask=False,
        leave_out=leave_out,
    )
    said: list[tuple[int, int]] = []
    fit_linear(
        ImageSet(images, images.poses, images.optics),
        settings,
        tmp_path,
        progress=lambda done, total: said.append((done, total)),
    )
    done = [number for number, _ in said]
    (total,) = {number for _, number in said}
    assert done == sorted(done) and done[-2:] == [total - 1, total]
    judged = 300 * 7**2 if leave_out else 0
    # The last look, at all shells, was not begun too early or too late.
    assert done[-3 - leave_out] == total - judged - 300 * 9**2


def test_images_that_look_alike_bear_no_component(tmp_path: Path) -> None:
    images = particles(1000, fractions=(1.0, 0.0, 0.0))
    settings = LinearSettings(shells=9, map_shells=9, most_components=3, early_iterations=2, iterations=4)
    fit = fit_linear(ImageSet(images, images.poses, images.optics), settings, tmp_path)
    assert fit.chosen == 0 and len(fit.components) == 1 and fit.latents.mean.shape == (1000, 1)


def test_contrast_is_found(tmp_path: Path) -> None:
    images = particles(1200, contrast_sigma=0.3)
    settings = LinearSettings(components=2, shells=11, map_shells=11, move_poses=False)
    fit = fit_linear(ImageSet(images, images.poses, images.optics), settings, tmp_path)
    both = torch.stack([fit.contrast, images.contrast])
    assert float(torch.corrcoef(both)[0, 1]) > 0.8
    assert torch.equal(fit.poses.shift_angstrom, images.poses.shift_angstrom) and not fit.poses_moved


def test_the_device_engine_fits_the_same_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = particles(300)
    settings = LinearSettings(components=2, shells=7, map_shells=7, early_iterations=1, iterations=2)
    ours = fit_linear(ImageSet(images, images.poses, images.optics), settings, tmp_path / "a")
    monkeypatch.setattr("cryo_core.heterogeneity.linear.em.engine_cpu", engine_torch)
    theirs = fit_linear(ImageSet(images, images.poses, images.optics), settings, tmp_path / "b")
    assert torch.allclose(ours.mean.density, theirs.mean.density, atol=1e-3 * float(ours.mean.density.max()))
    assert torch.allclose(ours.latents.mean, theirs.latents.mean, atol=2e-2)


def test_half_maps_are_of_the_half_sets_that_were_given(tmp_path: Path) -> None:
    """Images of half set 2 are empty here: none of the first half's may stand in its sums."""

    class HalfEmpty:
        box, pixel_angstrom = BOX, VOXEL

        def __len__(self) -> int:
            return 120

        def read(self, index: np.ndarray) -> torch.Tensor:
            return images.read(index) * torch.from_numpy(index < 60).float()[:, None, None]

    images = particles(120, snr=1.0)
    halves = np.where(np.arange(120) < 60, 1, 2)
    together = ImageSet(HalfEmpty(), images.poses, images.optics, halves)
    store = store_images(together, (5,), tmp_path)
    model = Model(store, together, torch.ones(1, 12), LinearSettings(components=1, shells=5, map_shells=5))
    model.use(grid_of(5))
    none = torch.zeros(120, dtype=torch.bool)
    model.begin(none, lambda _: None)
    sums = model.sweep(Sweep(False, False, False, False, none), lambda _: None).sums[..., :4].abs()
    assert float(sums[1::2].max()) == 0.0, "folds of half set 2"
    assert all(float(fold.max()) > 1.0 for fold in sums[::2]), "folds of half set 1"


def test_what_was_left_out_before_stays_out_but_for_wrong_poses(tmp_path: Path) -> None:
    images = particles(150, snr=1.0)
    together = ImageSet(images, images.poses, images.optics)
    settings = LinearSettings(components=1, shells=5, map_shells=5, iterations=2, early_iterations=1)
    before = torch.zeros(150, dtype=torch.int64)
    before[7], before[9] = REASONS.index("two particles"), REASONS.index("pose")
    fit = fit_linear(together, settings, tmp_path / "a", left_out=before)
    assert fit.left_out.nonzero()[:, 0].tolist() == [7] and fit.left_out[7] == before[7]
    kept = fit_linear(together, replace(settings, leave_out=False), tmp_path / "b", left_out=before)
    assert not kept.left_out.any()
    assert not torch.allclose(fit.mean.density, kept.mean.density, atol=1e-7)
    with pytest.raises(ShapeError, match="150 images, and 3 reasons"):
        fit_linear(together, settings, tmp_path / "c", left_out=before[:3])


def test_a_run_of_neighbours_lies_in_one_fold() -> None:
    images = particles(1200)
    store = BandStore(Path(), 1200, BOX, VOXEL, (5,))
    model = Model(store, ImageSet(images, images.poses, images.optics), torch.ones(1, 12), LinearSettings())
    assert all(130 < number < 190 for number in torch.bincount(model.fold, minlength=8).tolist())
    assert (model.fold[:-2] == model.fold[2:]).float().mean() > 0.95


def test_latents_settle_where_the_images_are() -> None:
    """Three states: N(0, 1) draws each image to the middle; their own distribution draws it to its state."""
    generator = torch.Generator().manual_seed(4)
    state = torch.randint(3, (900,), generator=generator)
    truth = torch.tensor([[1.2, 0.0], [-0.6, 1.0], [-0.6, -1.0]])[state]
    root = torch.randn(900, 2, 2, generator=generator)
    precision = root @ root.mT + 2.0 * torch.eye(2)
    noise = torch.linalg.cholesky(precision) @ torch.randn(900, 2, 1, generator=generator)
    look = Look((precision @ truth[..., None] + noise)[..., 0], precision, torch.zeros(900, 0))
    mean, covariance = settled(look, torch.ones(900, dtype=torch.bool), 1)
    plain = torch.linalg.solve(precision + torch.eye(2), look.pull)
    wrong = (mean - truth).square().sum(1)
    assert float(wrong.mean()) < 0.6 * float((plain - truth).square().sum(1).mean())
    told = covariance.diagonal(dim1=1, dim2=2).sum(1)
    assert 0.8 < float(wrong.mean() / told.mean()) < 1.25, "what it says of its own error is right"


def test_a_lump_lies_so_far_away_as_its_images_differ_from_the_noise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the sums over exact images of the lump and of the mean, the contrast taken out."""
    images, shells = particles(60), 11
    together = ImageSet(images, images.poses, images.optics)
    settings = LinearSettings(components=1, shells=shells, map_shells=shells)
    store = store_images(together, (shells,), tmp_path)
    model = Model(store, together, torch.ones(1, 24), settings)
    model.use(grid_of(shells))
    body, lump = states()[0].density / images.noise_sigma, 0.9 * blob(2, -6, -3) / images.noise_sigma
    monkeypatch.setattr(lumps, "_lumps", lambda mean, share, seed: lump[None].expand(6, -1, -1, -1))
    pixels = pixels_within(shells)

    def seen(density: torch.Tensor) -> torch.Tensor:
        spectra = model_spectra(prepare(density, 2), images.poses, images.optics, BOX, VOXEL) / BOX
        return spectra[:, torch.from_numpy(pixels.y + BOX // 2), torch.from_numpy(pixels.x)]

    one, other = seen(body), seen(lump)
    own, both, whole = (
        2.0 * float((a * b.conj()).real.sum(1).mean()) for a, b in ((other, other), (one, other), (one, one))
    )
    truth = math.sqrt(own - both**2 / whole)
    found = lumps.lump_deviations(model, grid_of(shells), body, 1)
    assert found == pytest.approx((truth,) * len(lumps.SHARES), rel=0.03)
    model.noise_power = 4.0 * model.noise_power
    assert lumps.lump_deviations(model, grid_of(shells), body, 1)[0] == pytest.approx(truth / 2, rel=0.03)
    assert not any(lumps.lump_deviations(model, grid_of(shells), -blob(0, 0, 0), 1)), "no density"


def test_lumps_have_their_share_of_the_mass_and_more_mass_lies_further_away() -> None:
    body = states()[0].density
    for share in (0.02, 0.08):
        mass = (
            lumps._lumps(body, share, 3).sum((1, 2, 3))
            / torch.where(body > 0.1 * body.max(), body, 0.0).sum()
        )
        assert float((mass / share - 1).abs().max()) < 0.35
    assert lumps.least_mass((1.0, 2.0, 4.0), 2.0) == pytest.approx(0.02)
    assert lumps.least_mass((1.0, 2.0, 4.0), 3.0) > 0.02
    assert math.isnan(lumps.least_mass((0.1, 0.2, 0.3), 4.0)) and math.isnan(
        lumps.least_mass((1.0, 2.0, 4.0), math.nan)
    )


def test_an_image_is_no_part_of_the_maps_it_is_looked_at_under(tmp_path: Path) -> None:
    images = particles(240)
    together = ImageSet(images, images.poses, images.optics)
    store = store_images(together, (5,), tmp_path)
    model = Model(store, together, torch.ones(1, 12), LinearSettings(components=1, shells=5, map_shells=5))
    grid, eye = grid_of(5), torch.eye(1).expand(240, -1, -1)
    model.use(grid)
    swept = model.summed(grid, eye, torch.zeros(240, dtype=torch.bool), lambda _: None)
    maps = maps_of_others(model, grid, swept, model.solver.folds(grid, swept))
    swept.sums[2, :, :4] *= -3.0
    others = maps_of_others(model, grid, swept, model.solver.folds(grid, swept))
    most = float(maps[2].abs().max())
    assert torch.allclose(maps[2], others[2], atol=1e-3 * most), "the filters included"
    assert not torch.allclose(maps[1], others[1], atol=0.1 * most)


def test_a_local_filter_keeps_what_parts_share_where_they_share_it() -> None:
    """Two components differ within a lump each, in a basis that mixes both; noise is everywhere."""
    detail = torch.randn(2, 32, 32, 32, generator=torch.Generator().manual_seed(7))
    detail = grid_of(11).full(grid_of(11).from_full(detail))
    truth = detail * torch.stack([blob(-6, 0, 0), blob(6, 0, 0)])
    turn = torch.tensor([[0.8, 0.6], [-0.6, 0.8]])
    signal = torch.einsum("ij,jzyx->izyx", turn, truth)
    noise = torch.randn(5, 2, 32, 32, 32, generator=torch.Generator().manual_seed(1))
    parts = signal + 0.25 * noise
    rest = torch.stack([torch.cat([parts[:i], parts[i + 1 :]]).mean(0) for i in range(5)])
    ours = filtered_without_each(parts, rest, torch.ones(32, 32, 32), 15)[0]
    plain = grid_of(15)
    padded = plain.from_full(rest[0])
    share = plain.agreement(padded, plain.from_full(signal)).clamp(min=0.0).square()
    shells = plain.full(plain.filtered(padded, share))  # the best that shells alone can do, truth being known

    def wrong(maps: torch.Tensor) -> float:
        return float((maps - signal).square().sum() / signal.square().sum())

    assert wrong(ours) < 0.5 * wrong(shells)
    lump = (blob(-6, 0, 0) > 0.5)[None].expand(2, -1, -1, -1)
    kept = (ours[lump] * signal[lump]).sum() / signal[lump].square().sum()
    assert 0.6 < float(kept) < 1.1
    together = filtered_by_all(parts, parts.mean(0), torch.ones(32, 32, 32), 15)
    assert wrong(together) < wrong(ours), "of all parts, one more than the others are"
    assert float(ours[:, :6].square().mean()) < 0.1 * 0.25**2 / 4, "far from both lumps there was noise alone"


def test_a_local_filter_is_the_same_in_every_basis() -> None:
    parts = torch.randn(3, 2, 16, 16, 16, generator=torch.Generator().manual_seed(2))
    parts[:, :, 4:8, 4:8, 4:8] += 1.0
    mix = torch.tensor([[2.0, 0.3], [-1.0, 0.7]])
    mask = torch.ones(16, 16, 16)
    mixed = torch.einsum("ij,pjzyx->pizyx", mix, parts)
    one = filtered_without_each(parts, parts.flip(0), mask, 7)[1]
    other = filtered_without_each(mixed, mixed.flip(0), mask, 7)[1]
    assert torch.allclose(torch.einsum("ij,jzyx->izyx", mix, one), other, atol=1e-4)


def test_a_local_filter_of_noise_leaves_little() -> None:
    parts = torch.randn(4, 1, 32, 32, 32, generator=torch.Generator().manual_seed(3))
    unseen = torch.randn(4, 1, 32, 32, 32, generator=torch.Generator().manual_seed(4))
    left = filtered_without_each(parts, unseen, torch.ones(32, 32, 32), 15)
    assert float(left.square().mean()) < 0.1


def test_junk_that_a_component_shows_is_told_by_its_neighbours_and_a_rare_state_is_kept() -> None:
    """900 good images, 40 of another molecule and 40 of a rare state lie at three places of latent space."""
    generator = torch.Generator().manual_seed(5)
    count = torch.tensor([900, 40, 40])
    kind = torch.repeat_interleave(torch.arange(3), count)
    faint, standing = torch.tensor([0.0, 2.6, 1.3])[kind], torch.tensor([0.0, 2.5, 0.8])[kind]
    noise = torch.randn(2, len(kind), generator=generator)
    contrast = 1.0 - 0.15 * (faint + noise[0])
    excess = 0.05 * (standing + noise[1])
    one = torch.ones(len(kind))
    seen = Witness(contrast, 1e4 * one, excess, 800.0 * one, 0.0 * one)
    latents = 0.3 * torch.randn(len(kind), 2, generator=generator)
    latents += torch.tensor([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]])[kind]
    found = strange(seen, latents, torch.ones(len(kind), dtype=torch.bool))
    assert found[kind == 1].all() and not found[kind != 1].any()
    mixed = strange(seen, latents[torch.randperm(len(kind), generator=generator)], found | True)
    assert not mixed.any(), "among good images none is told"
    assert not strange(seen, latents, kind == 1).any(), "too few to tell what a good one is like"


def test_sweeps_go_on_while_held_out_images_gain() -> None:
    before = torch.tensor([[1.0, 2.0, 1.5], [1.0, 2.0, 1.5]])
    more = before + torch.tensor([0.0, 0.25, 0.0])
    assert _grown(more, before) == pytest.approx(0.2) and _grown(before, before) == 0.0
    assert _grown(-before, before) == 0.0, "no component is the best number of them"
    assert _grown(before, before[:0]) == math.inf


class Spoilt:
    """Images with a plane and a bowl under each, some of them empty, two particles in one, or with a wrong pose."""

    def __init__(self, images: SimulatedParticles) -> None:
        self.box, self.pixel_angstrom, self._images = BOX, VOXEL, images
        self.rows = np.arange(len(images))
        self.empty, self.double, self.turned = (self.rows % 12 == i for i in (3, 6, 9))

    def __len__(self) -> int:
        return len(self.rows)

    def poses(self) -> Poses:
        rotation = self._images.poses.rotation.clone()
        rotation[self.turned] = random_rotations(
            int(self.turned.sum()), torch.Generator().manual_seed(9)
        ).float()
        return replace(self._images.poses, rotation=rotation)

    def read(self, index: np.ndarray) -> torch.Tensor:
        out = self._images.read(index)
        empty, double = (torch.from_numpy(v[index]).float()[:, None, None] for v in (self.empty, self.double))
        other = torch.roll(self._images.clean((index + 5) % len(self)), (5, -6), (1, 2))
        out = out - self._images.clean(index) * empty + other * double
        generator = torch.Generator().manual_seed(int(index[0]))
        line = torch.linspace(-1.0, 1.0, BOX)
        shapes = torch.stack(torch.broadcast_tensors(line, line[:, None], line**2 + line[:, None] ** 2))
        amount = 0.4 * torch.randn(len(index), 3, generator=generator)
        return out + torch.einsum("nk,kyx->nyx", amount, shapes)


def test_images_that_are_none_of_the_particles_are_left_out(tmp_path: Path) -> None:
    images = particles(1500, snr=1.0)
    spoilt = Spoilt(images)
    settings = LinearSettings(components=2, shells=9, map_shells=9, move_poses=False)
    fit = fit_linear(ImageSet(spoilt, spoilt.poses(), images.optics), settings, tmp_path)
    reason = fit.left_out.numpy()
    bad = spoilt.empty | spoilt.double | spoilt.turned
    assert (reason[~bad] > 0).mean() < 0.01
    assert (reason[spoilt.empty] == REASONS.index("empty")).mean() > 0.95
    assert (reason[spoilt.double] > 0).mean() > 0.9 and (reason[spoilt.turned] > 0).mean() > 0.9
    label, _, _ = nearest_state(fit, images.label)
    assert agreement(label[~bad], images.label[~bad]) > 0.9


def test_a_background_lies_on_the_axes_and_is_taken_for_noise(tmp_path: Path) -> None:
    images = particles(600, snr=1.0)
    fit = fit_linear(
        ImageSet(Spoilt(images), images.poses, images.optics),
        LinearSettings(components=1, shells=9, map_shells=9, early_iterations=1, iterations=2),
        tmp_path,
    )
    off, on = fit.noise_power[0, 2::2], fit.noise_power[0, 3::2]
    assert float(on[0]) > 5 * float(off[0]) and float(on[2]) > 1.3 * float(off[2])
    assert float(off[3:9].max()) < 1.3 * float(off[3:9].min())


def test_what_noise_leaves_is_no_junk() -> None:
    generator = torch.Generator().manual_seed(2)
    pixels = pixels_within(11)
    x, y = torch.from_numpy(pixels.x), torch.from_numpy(pixels.y)
    model = torch.randn(3000, 2, len(x), generator=generator)
    contrast = 1.0 + 0.15 * torch.randn(3000, 1, 1, generator=generator)
    seen = witness(contrast * model + torch.randn(model.shape, generator=generator), model, (x, y), 0.3)
    assert float(seen.excess.mean()) == pytest.approx(0.0, abs=0.01)
    assert float((seen.contrast - contrast[:, 0, 0]).std()) == pytest.approx((2 * len(x)) ** -0.5, rel=0.1)
    still = torch.zeros(3000)
    assert int((judge(seen, still) > 0).sum()) <= 3
    beside = replace(
        seen, excess=seen.excess + torch.where(torch.arange(3000) < 300, 0.6, 0.0) * seen.excess.std() * 5
    )
    astray = torch.where(torch.arange(3000) < 600, 5.0, 1.0)
    reason = judge(beside, astray)
    assert (reason[:300] == REASONS.index("two particles")).float().mean() > 0.9, "astray, and more is left"
    assert (reason[300:600] > 0).float().mean() < 0.25 and int((reason[600:] > 0).sum()) <= 3


def test_a_fit_is_read_back_as_it_was(tmp_path: Path) -> None:
    _, fit = fitted()
    save_linear(tmp_path, fit)
    again = load_linear(tmp_path)
    assert torch.equal(again.latents.precision, fit.latents.precision)
    assert torch.equal(again.components[1].density, fit.components[1].density)
    assert torch.equal(again.poses.rotation, fit.poses.rotation)
    assert again.settings == fit.settings and again.held_evidence == fit.held_evidence
    (tmp_path / "component_02.mrc").unlink()
    with pytest.raises(FormatError, match="component_02"):
        load_linear(tmp_path)
    (tmp_path / "linear.json").write_text("{}")
    with pytest.raises(FormatError, match="compute it again"):
        load_linear(tmp_path)


def test_wrong_settings_and_tables_are_named(tmp_path: Path) -> None:
    for bad in (
        {"shells": 10},
        {"iterations": 1},
        {"padding": 3.0},
        {"components": 0},
        {"held_out": 0.9},
        {"symmetry": "D2"},
    ):
        with pytest.raises(SettingsError, match=next(iter(bad))):
            LinearSettings(**bad)
    images = particles(120)
    arguments = LinearSettings(shells=11), tmp_path
    with pytest.raises(ShapeError, match="120 images, 60 poses"):
        fit_linear(ImageSet(images, images.poses.take(slice(0, 60)), images.optics), *arguments)
    with pytest.raises(SettingsError, match="at most 15"):
        fit_linear(ImageSet(images, images.poses, images.optics), LinearSettings(shells=17), tmp_path)
    broken = replace(images.poses, shift_angstrom=images.poses.shift_angstrom.clone())
    broken.shift_angstrom[6] = math.nan
    with pytest.raises(SettingsError, match="row 7"):
        fit_linear(ImageSet(images, broken, images.optics), *arguments)
    with pytest.raises(ShapeError, match="3 coordinates for 2"):
        _, fit = fitted()
        next(volumes_at(fit.mean, fit.components, torch.zeros(1, 3)))
