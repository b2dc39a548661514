"""Aberrations and defoci found in images that were made with them, by formulas other than the package's."""

import math
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import torch
from torch import Tensor

from cryo_core.data import Applied, ImageSet, Optics, Particles, Poses, Volume
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Overrides, group_table
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import left_out, read_particles, write_particles
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.optics.ctf import phase
from cryo_core.optics.zernike import phase_error
from cryo_core.refinement.band import band_between, spectra_within
from cryo_core.refinement.ctf.basis import Lens, even_basis, grid_of, odd_basis
from cryo_core.refinement.ctf.defocus import Spread
from cryo_core.refinement.ctf.iterate import iterate_ctf
from cryo_core.refinement.ctf.refine import CtfSettings, Group, RefinedCtf, refine_ctf
from cryo_core.refinement.ctf.scene import Batch, Seen, batch_of, prepare_map, slopes_of
from cryo_core.refinement.ctf.written import with_refined_ctf
from cryo_core.refinement.score import unit_calibration
from cryo_core.validation.fsc import fsc

BOX, VOXEL, COUNT = 64, 2.5, 240
KILOVOLT, CS, LIMIT = 300.0, 2.7, 5.2
TILT, TREFOIL, MORE_CS = (1.6, -1.2), (60.0, -45.0), 1.5
MATRIX = ((1.006, 0.002), (0.001, 0.994))
HALVES = np.arange(COUNT) % 2 + 1


def wavelength() -> float:
    volts = KILOVOLT * 1e3
    return 12.2643247 / math.sqrt(volts * (1 + volts * 0.978466e-6))


@pytest.fixture(scope="module")
def truth() -> Volume:
    atoms = phantom_complex(2, residues_per_subunit=100)
    atoms = replace(atoms, b_factor_angstrom2=torch.full_like(atoms.b_factor_angstrom2, 20.0))
    return Volume(density(atoms, (BOX, BOX, BOX), VOXEL).density, VOXEL)


@pytest.fixture(scope="module")
def poses() -> Poses:
    generator = torch.Generator().manual_seed(3)
    shift = 3.0 * torch.randn(COUNT, 2, generator=generator, dtype=torch.float64)
    return Poses(random_rotations(COUNT, generator).double(), shift)


def optics_of(seed: int = 4) -> Optics:
    rng = torch.Generator().manual_seed(seed)
    u = 6000 + 8000 * torch.rand(COUNT, generator=rng, dtype=torch.float64)
    same = {"voltage_kilovolt": KILOVOLT, "spherical_aberration_mm": CS, "amplitude_contrast": 0.1}
    return Optics(
        pixel_angstrom=torch.full((COUNT,), VOXEL, dtype=torch.float64),
        **{name: torch.full((COUNT,), value, dtype=torch.float64) for name, value in same.items()},
        defocus_u_angstrom=u,
        defocus_v_angstrom=u - 400 * torch.rand(COUNT, generator=rng, dtype=torch.float64),
        defocus_angle_degrees=180 * torch.rand(COUNT, generator=rng, dtype=torch.float64),
        phase_shift_degrees=torch.zeros(COUNT, dtype=torch.float64),
        b_factor_angstrom2=torch.zeros(COUNT, dtype=torch.float64),
        group=torch.ones(COUNT, dtype=torch.int64),
    )


def photographed(
    truth: Volume,
    poses: Poses,
    optics: Optics,
    snr: float,
    aberrated: bool,
    cs: float = CS,
    scale: float = 1.0,
) -> Tensor:
    """Images by exact slices; with the lens's faults, at the frequencies that they belong to."""
    finufft = pytest.importorskip("finufft")
    ky, kx = np.meshgrid(np.arange(BOX) - BOX // 2, np.arange(BOX // 2 + 1), indexing="ij")
    matrix = scale * (np.array(MATRIX) if aberrated else np.eye(2))
    gx, gy = matrix[0, 0] * kx + matrix[0, 1] * ky, matrix[1, 0] * kx + matrix[1, 1] * ky
    a = poses.rotation.numpy()
    k = (gx[..., None] * a[:, None, None, 0] + gy[..., None] * a[:, None, None, 1]) * (2 * np.pi / BOX)
    parts = [np.ascontiguousarray(k[..., i].ravel()) for i in (2, 1, 0)]
    values = finufft.nufft3d2(*parts, truth.density.numpy().astype(np.complex128), eps=1e-6, isign=-1)
    spectra = values.reshape(COUNT, BOX, BOX // 2 + 1)
    fx, fy = gx / (BOX * VOXEL), gy / (BOX * VOXEL)
    s2, lam = fx**2 + fy**2, wavelength()
    u, v, angle = (
        getattr(optics, f"defocus_{n}").numpy()[:, None, None]
        for n in ("u_angstrom", "v_angstrom", "angle_degrees")
    )
    z = 0.5 * (u + v + (u - v) * np.cos(2 * (np.arctan2(fy, fx) - np.deg2rad(angle))))
    chi = np.pi * lam * z * s2 - 0.5 * np.pi * cs * 1e7 * lam**3 * s2**2
    transfer = np.sqrt(0.99) * np.sin(chi) + 0.1 * np.cos(chi)
    if aberrated:
        tilt = -2 * np.pi * CS * 1e7 * lam**2 * s2 * (fx * TILT[0] + fy * TILT[1]) * 1e-3
        odd = TREFOIL[0] * (3 * fx**2 * fy - fy**3) + TREFOIL[1] * (fx**3 - 3 * fx * fy**2)
        transfer = transfer * np.exp(1j * (tilt + odd))
    shift = poses.shift_angstrom.numpy()[:, :, None, None] / (BOX * VOXEL)
    spectra = spectra * transfer * np.exp(2j * np.pi * (kx * shift[:, 0] + ky * shift[:, 1]))
    spectra = spectra * (np.hypot(kx, ky) < BOX / 2)
    images = np.fft.fftshift(np.fft.irfft2(np.fft.ifftshift(spectra, axes=1), s=(BOX, BOX)), axes=(1, 2))
    images = images / images.std() * math.sqrt(snr)
    return torch.from_numpy(images + np.random.default_rng(7).normal(0, 1, images.shape)).float()


class Kept:
    """Images in memory."""

    def __init__(self, images: Tensor) -> None:
        self.images, self.pixel_angstrom, self.box = images, VOXEL, images.shape[-1]

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> Tensor:
        return self.images[torch.from_numpy(index)]


def table_of(optics: Optics, poses: Poses) -> Particles:
    """A table of these optics, with no images."""
    none = np.zeros(COUNT, np.int64)

    return Particles(
        poses, optics, (), none, np.arange(COUNT), HALVES, none, np.full(COUNT, np.nan),
        pd.DataFrame(index=range(COUNT)), group_table(optics.group.numpy(), BOX),
    )  # fmt: skip


def defocus(optics: Optics) -> Tensor:
    return 0.5 * (optics.defocus_u_angstrom + optics.defocus_v_angstrom)


@pytest.fixture(scope="module")
def faulty(truth: Volume, poses: Poses) -> Tensor:
    return photographed(truth, poses, optics_of(), 0.5, True, CS + MORE_CS)


def test_what_was_put_in_is_found(truth: Volume, poses: Poses, faulty: Tensor) -> None:
    optics = optics_of()
    off = 300 * (2 * torch.rand(COUNT, generator=torch.Generator().manual_seed(1), dtype=torch.float64) - 1)
    start = replace(
        optics,
        defocus_u_angstrom=optics.defocus_u_angstrom + off,
        defocus_v_angstrom=optics.defocus_v_angstrom + off,
    )
    images = ImageSet(Kept(faulty), poses, start, HALVES)
    found = refine_ctf(images, [(truth, truth)], CtfSettings(LIMIT))
    after = with_refined_ctf(table_of(start, poses), found).optics
    seen = {m.kind: m.seen for m in found.groups[0].measured}
    assert seen["tilt"] and seen["trefoil"] and seen["magnification"] and seen["cs"]
    # The tilt's phase is what images show: with another Cs it is another tilt.
    tilt = after.beam_tilt_mrad[0] * after.spherical_aberration_mm[0] / CS
    assert float((tilt - torch.tensor(TILT)).norm()) < 0.05 * math.hypot(*TILT)
    trefoil = after.odd_zernike[0, [2, 5]]
    assert float((trefoil - torch.tensor(TREFOIL)).norm()) < 0.1 * math.hypot(*TREFOIL)
    assert float((after.magnification[0] - torch.tensor(MATRIX).flatten()).abs().max()) < 6e-4
    assert abs(float(after.spherical_aberration_mm[0]) - CS - MORE_CS) < 0.25 * MORE_CS
    left = defocus(after) - defocus(optics)
    assert float(left.abs().median()) < 0.25 * float(off.abs().median()) and abs(float(left.mean())) < 20


def test_of_a_flat_lens_nothing_is_invented(truth: Volume, poses: Poses) -> None:
    optics = optics_of()
    images = ImageSet(Kept(photographed(truth, poses, optics, 0.5, False)), poses, optics, HALVES)
    found = refine_ctf(images, [(truth, truth)], CtfSettings(LIMIT))
    after = with_refined_ctf(table_of(optics, poses), found)
    assert not any(m.seen for m in found.groups[0].measured)
    for measured in found.groups[0].measured:
        deviations = np.array(measured.value) / np.array(measured.error)
        assert np.abs(deviations).max() < 4.5, measured
    assert after.optics.is_plain and not after.optics.even_zernike.shape[1]
    assert torch.equal(after.optics.spherical_aberration_mm, optics.spherical_aberration_mm)
    assert float((defocus(after.optics) - defocus(optics)).abs().median()) < 25


def test_columns_hold_what_the_polynomials_say(poses: Poses) -> None:
    """γ and φ by the written columns are those by the table and the polynomials, at the magnified frequencies."""
    generator = torch.Generator().manual_seed(2)

    def some(*shape: int) -> Tensor:
        return torch.randn(*shape, generator=generator, dtype=torch.float64)

    matrix = torch.eye(2, dtype=torch.float64) + 0.01 * some(2, 2)
    lens = Lens(some(6), 0.5 * some(8), matrix)
    change = 0.3 * some(COUNT, 3)
    group = Group(1, COUNT, lens, (), (), Spread(torch.zeros(3), torch.ones(3)))
    found = RefinedCtf((group,), change, torch.ones(COUNT, dtype=torch.bool), LIMIT)
    before = optics_of()
    written = with_refined_ctf(table_of(before, poses), found)
    k = torch.randn(50, 2, generator=generator, dtype=torch.float64) / 8.0
    there = k @ matrix.T
    fx, fy = there[None, None, :, 0], there[None, None, :, 1]
    # Defocus and astigmatism were measured at k; Cs belongs to M k.
    old = phase(before, k[None, None, :, 0], k[None, None, :, 1])
    s4 = (k.square().sum(1).square() - there.square().sum(1).square())[None, None]
    old = old + 0.5 * math.pi * CS * 1e7 * wavelength() ** 3 * s4
    even = even_basis(there[:, 0] * LIMIT, there[:, 1] * LIMIT)
    expected = old + (even @ (lens.even + torch.nn.functional.pad(change, (0, 5))).T).T[:, None]
    assert torch.allclose(phase(written.optics, fx, fy), expected, atol=1e-6)
    odd = odd_basis(there[:, 0] * LIMIT, there[:, 1] * LIMIT) @ lens.odd
    moved = (written.poses.shift_angstrom - poses.shift_angstrom) @ there.T * 2 * math.pi
    assert torch.allclose(phase_error(written.optics, fx, fy)[:, 0] + moved, odd.expand(COUNT, -1), atol=1e-6)


def test_derivatives_of_slices_are_those_of_slices(truth: Volume, poses: Poses) -> None:
    band = band_between(BOX, VOXEL, 40.0, 6.0)
    calibration = unit_calibration(band)
    seen = Seen(calibration, torch.zeros(band.last + 1, dtype=torch.float64))
    reference = prepare_map(truth, band, 3, torch.device("cpu"))
    optics, few = optics_of().take(slice(0, 8)), poses.take(slice(0, 8))
    spectra = spectra_within(torch.randn(8, BOX, BOX, generator=torch.Generator().manual_seed(1)), band)

    def at(matrix: Tensor) -> Batch:
        lens = Lens(matrix=matrix)
        return batch_of(spectra, few, optics, (reference, seen, band), lens, grid_of(band, optics, lens))

    one = torch.eye(2, dtype=torch.float64)
    along = slopes_of(at(one), band)
    x, y = torch.from_numpy(band.x), torch.from_numpy(band.y)
    for way, expected in (((0, 0), along[0] * x), ((0, 1), along[0] * y), ((1, 1), along[1] * y)):
        step = torch.zeros(2, 2, dtype=torch.float64)
        step[way] = 5e-3
        found = (at(one + step).slices - at(one - step).slices) / 1e-2
        assert float((found - expected).abs().square().mean() / found.abs().square().mean()) < 0.02


def stored(folder: Path, images: Tensor, optics: Optics, poses: Poses) -> Particles:
    """A table of stored images."""
    with StackWriter(folder / "images.mrcs", BOX, VOXEL) as writer:
        writer.append(images)
    table = particles_of_stack(folder / "images.mrcs", Overrides(VOXEL))
    extra = group_table(optics.group.numpy(), BOX)
    return replace(table, poses=poses, optics=optics, half_set=HALVES, contrast="white", optics_extra=extra)


def test_a_table_goes_in_and_a_better_one_comes_out(
    tmp_path: Path, truth: Volume, poses: Poses, faulty: Tensor
) -> None:
    """By maps of the images, whose noise speaks for no aberration; RELION's maps get better by the columns."""
    particles = stored(tmp_path, faulty, optics_of(), poses)
    after = iterate_ctf(particles, None, CtfSettings(0.0))[-1].particles
    write_particles(tmp_path / "before.star", particles)
    write_particles(tmp_path / "after.star", after)
    again = read_particles(tmp_path / "after.star").optics
    for name in ("beam_tilt_mrad", "odd_zernike", "magnification", "spherical_aberration_mm"):
        assert torch.allclose(getattr(again, name).double(), getattr(after.optics, name).double(), atol=1e-6)
    assert left_out(tmp_path / "after.star", after) == ()
    assert "rlnOddZernike" in left_out(tmp_path / "after.cs", after)
    tilt = after.optics.beam_tilt_mrad[0] * after.optics.spherical_aberration_mm[0] / CS
    assert float((tilt - torch.tensor(TILT)).norm()) < 0.15 * math.hypot(*TILT)
    # The map has the mean of all magnifications: what differs between directions is all it can tell.
    distortion = after.optics.magnification[0, 0] - after.optics.magnification[0, 3]
    assert abs(float(distortion) - (MATRIX[0][0] - MATRIX[1][1])) < 0.2 * (MATRIX[0][0] - MATRIX[1][1])
    relion = shutil.which("relion_reconstruct")
    if relion is None:
        pytest.skip("relion_reconstruct is not installed")
    quality = []
    for name in ("before", "after"):
        command = [relion, "--i", f"{name}.star", "--o", f"{name}.mrc", "--ctf", "--pad", "2"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        made = read_volume(tmp_path / f"{name}.mrc", VOXEL)
        curve = fsc(Volume(made.density, VOXEL, truth.origin_angstrom), truth).correlation
        quality.append(float(curve[24:31].mean()))
    assert quality[1] > quality[0] + 0.05, quality


def test_pixel_sizes_are_refined_against_the_map(tmp_path: Path, truth: Volume, poses: Poses) -> None:
    """Half of the images have pixels 1% smaller than their optics group says: found from maps made of them all.

    The images are clear (SNR 5): at 0.5 the noise of 240 images alone is worth 0.05%.
    """
    optics = optics_of()
    few = np.arange(COUNT) >= COUNT // 2
    optics = replace(optics, group=torch.from_numpy(few.astype(np.int64) + 1))
    right, wrong = (photographed(truth, poses, optics, 5.0, False, scale=scale) for scale in (1.0, 1.01))
    particles = stored(
        tmp_path, torch.where(torch.from_numpy(few)[:, None, None], wrong, right), optics, poses
    )
    settings = CtfSettings(0.0, kinds=("scale",), defocus=False, astigmatism=False)
    after = iterate_ctf(particles, None, settings, turns=2, pixel_size=True)[-1].particles
    first, second = (float(after.optics.pixel_angstrom[row]) for row in (0, -1))
    assert abs(first / second - 1.01) < 5e-4, (first, second)
    assert not after.optics.magnification.shape[1]
    write_particles(tmp_path / "after.star", after)
    assert read_particles(tmp_path / "after.star").optics.pixel_angstrom[-1] == pytest.approx(second)
    # In pixels of the images the particle lies where it lay, but for the mean of the new sizes.
    moved = after.poses.shift_angstrom / after.optics.pixel_angstrom[:, None] - poses.shift_angstrom / VOXEL
    assert float(moved.abs().max()) < 0.02


def test_images_that_hold_their_ctf_are_refused(tmp_path: Path, poses: Poses, cryo: Any) -> None:
    """Flipped by the signs of a CTF that the table would no longer have."""
    applied = torch.full((COUNT,), int(Applied.SIGN), dtype=torch.int8)
    optics = replace(optics_of(), applied=applied)
    particles = stored(tmp_path, torch.zeros(COUNT, BOX, BOX), optics, poses)
    with pytest.raises(FormatError, match="row 1: rlnCtfDataArePhaseFlipped is set"):
        iterate_ctf(particles, None, CtfSettings(0.0))
    write_particles(tmp_path / "in.star", particles)
    write_volume(tmp_path / "map.mrc", Volume(torch.zeros(BOX, BOX, BOX), VOXEL))
    given = ["refine", tmp_path / "in.star", "--ref", tmp_path / "map.mrc", "--high-limit", "8", "--defocus"]
    assert "rlnCtfDataArePhaseFlipped" in cryo(*given, "-o", tmp_path / "out.star", code=2)


# ---- the command


def test_the_command_refines_a_table(tmp_path: Path, cryo: Any) -> None:
    data = tmp_path / "data"
    cryo("simulate", "-o", data, "--particles", 60, "--box", 32, "--pixel-size", 4, "--snr", 1)
    table = read_particles(data / "particles.star")
    u, v = table.optics.defocus_u_angstrom, table.optics.defocus_v_angstrom
    off = replace(table.optics, defocus_u_angstrom=u + 700, defocus_v_angstrom=v + 700)
    write_particles(data / "off.star", replace(table, optics=off))
    arguments = ["ctf-refine", data / "off.star", "--ref", data / "truth" / "state_1.mrc", "--fit", "defocus"]
    arguments += ["--contrast", "white"]
    said = cryo(*arguments, "-o", data / "out.star", "--json")
    assert said["particles"] == 60 and said["groups"][0]["images"] == 60 and said["warnings"] == []
    assert abs(said["defocus_change_angstrom_median"] - 700) < 100
    found = read_particles(data / "out.star").optics
    assert float((found.defocus_u_angstrom - u).abs().median()) < 100
    assert "ctf-refine" not in cryo(*arguments, "--fit", "tilt", "-o", data / "out.cs")
    assert "no place" in cryo(*arguments, "-o", data / "out.par", code=2)
    assert "exists" in cryo(*arguments, "-o", data / "out.star", code=2)
