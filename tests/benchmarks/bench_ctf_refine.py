"""Aberrations and defoci of images that were made with them, found from half maps of the same images, beside RELION."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import starfile
from common import DATA, MAKE, Row

from cryo_core.data import Optics
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.particles import open_images, read_particles
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct_to_align
from cryo_core.refinement.ctf.iterate import iterate_ctf
from cryo_core.refinement.ctf.refine import CtfSettings

SETS = (("128² of 1.75 Å", 128, 1.75, 1200, 60.0, 2), ("256² of 1.3 Å", 256, 1.3, 1500, 40.0, 3))
"""Name, box, pixel, images, B factor and seed."""

TILT, TREFOIL = np.array([1.6, -1.2]), np.array([50.0, -30.0])
MATRIX = np.array([[1.005, 0.002], [0.002, 0.995]])
OFF = 300.0
KILOVOLT, CS = 300.0, 2.7


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats  # processor times, which hardly differ
    if not MAKE.exists():
        missing.append(f"{MAKE}: without it there are no exact images to spoil")
        return
    relion = shutil.which("relion_ctf_refine") is not None
    if not relion:
        missing.append("relion_ctf_refine (apt-get install relion)")
    sys.path.append(str(MAKE.parent))
    import make_particles  # the data set's own maker, which lies outside of the project

    for name, *how in SETS:
        folder = _images(make_particles, *how)
        truth = np.load(folder / "truth.npz")
        left, seconds = _ours(folder, truth)
        theirs, their_seconds = _relion(folder, truth) if relion else ({}, None)
        for what, share in left.items():
            yield Row(
                f"{what} left of what was put in, {name}",
                share,
                "share",
                "relion_ctf_refine" if relion else "",
                theirs.get(what),
                None,
                "≤ 0.1 and not above RELION's",
                share <= 0.1 and share <= theirs.get(what, np.inf),
            )
        ratio = None if their_seconds is None else their_seconds / seconds
        what = f"processor time an image, one thread, {name}"
        count = len(truth["defocus"])
        yield Row(
            what,
            1e3 * seconds / count,
            "ms",
            "relion_ctf_refine" if relion else "",
            None if their_seconds is None else 1e3 * their_seconds / count,
            ratio,
            "≥ 5 ×",
            ratio is None or ratio >= 5,
        )


def _images(maker: ModuleType, box: int, pixel: float, count: int, b_factor: float, seed: int) -> Path:
    """A folder with images that have all the faults, the table that knows of none, and half maps by that table."""
    folder = DATA / f"ctf{box}_{count}"
    if (folder / "truth.npz").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    volume = maker.density(maker.DEFAULT_MODEL, "", box, pixel, b_factor)
    euler = np.stack(
        [
            rng.uniform(-180, 180, count),
            np.rad2deg(np.arccos(rng.uniform(-1, 1, count))),
            rng.uniform(-180, 180, count),
        ],
        1,
    )
    origin = rng.normal(0, 2 * pixel, (count, 2))
    u = rng.uniform(10000, 25000, count)
    v, angle = u - rng.uniform(0, 300, count), rng.uniform(0, 180, count)
    rotation = maker.euler_to_matrix(euler)
    rotation[:, :2] = np.einsum("dc,ndk->nck", MATRIX, rotation[:, :2])
    fy, fx = np.meshgrid(np.fft.fftfreq(box) / pixel, np.arange(box // 2 + 1) / (box * pixel), indexing="ij")
    gx, gy = MATRIX[0, 0] * fx + MATRIX[0, 1] * fy, MATRIX[1, 0] * fx + MATRIX[1, 1] * fy
    phase = (
        -2e-3
        * np.pi
        * CS
        * 1e7
        * maker.wavelength(KILOVOLT) ** 2
        * (gx**2 + gy**2)
        * (gx * TILT[0] + gy * TILT[1])
    )
    phase += TREFOIL[0] * (3 * gx**2 * gy - gy**3) + TREFOIL[1] * (gx**3 - 3 * gx * gy**2)
    inside = np.hypot(fx, fy) < 0.5 / pixel
    clean = np.empty((count, box, box), np.float32)
    for start in range(0, count, 250):
        j = slice(start, start + 250)
        each = (values[j, None, None] for values in (u, v, angle))
        transfer = inside * maker.ctf(gx, gy, *each, KILOVOLT, CS) * np.exp(1j * phase)
        shift = np.exp(2j * np.pi * (fx * origin[j, 0, None, None] + fy * origin[j, 1, None, None]))
        spectra = maker.slices(volume, rotation[j]) * shift * transfer
        clean[j] = np.fft.fftshift(np.fft.irfft2(spectra, s=(box, box)), axes=(1, 2))
    noise = np.sqrt(clean.var(axis=(1, 2)).mean() / 0.1)
    with maker.mrcfile.new(folder / "particles.mrcs", overwrite=True) as file:
        file.set_data((clean / noise + rng.normal(0, 1, clean.shape)).astype(np.float32))
        file.voxel_size = pixel
    off = rng.uniform(-OFF, OFF, count)
    table = (u + off, v + off, angle)
    maker.write_star(
        folder / "start.star", euler, origin, np.arange(count), "particles.mrcs", pixel, box, table
    )
    images = open_images(read_particles(folder / "start.star"))
    for half, made in enumerate(reconstruct_to_align(images, ReconstructionSettings())[1].maps, 1):
        write_volume(folder / f"half{half}.mrc", made)
    np.savez(folder / "truth.npz", defocus=(u + v) / 2, off=off)
    return folder


def _ours(folder: Path, truth: Any) -> tuple[dict[str, float], float]:
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    particles = read_particles(folder / "start.star")
    halves = read_volume(folder / "half1.mrc"), read_volume(folder / "half2.mrc")
    start = _processor_seconds(resource.RUSAGE_SELF)
    optics = iterate_ctf(particles, halves, CtfSettings(0.0))[0].particles.optics
    seconds = _processor_seconds(resource.RUSAGE_SELF) - start
    torch.set_num_threads(threads)
    return _left(optics, truth["defocus"], truth["off"]), seconds


def _left(optics: Optics, defocus: np.ndarray, off: np.ndarray) -> dict[str, float]:
    """What is left of each fault, as a share of it; of the defoci the median error."""

    def share(found: Any, put_in: np.ndarray) -> float:
        values = found[0].double().numpy() if found.shape[1] else np.zeros(put_in.shape)
        return float(np.linalg.norm(values - put_in) / np.linalg.norm(put_in))

    matrix = optics.magnification
    distortion = matrix - matrix.new_tensor([1.0, 0.0, 0.0, 1.0]) if matrix.shape[1] else matrix
    errors = 0.5 * (optics.defocus_u_angstrom + optics.defocus_v_angstrom).double().numpy() - defocus
    return {
        "beam tilt": share(optics.beam_tilt_mrad, TILT),
        "trefoil": share(
            optics.odd_zernike[:, [2, 5]] if optics.odd_zernike.shape[1] else optics.odd_zernike, TREFOIL
        ),
        "magnification": share(distortion, (MATRIX - np.eye(2)).flatten()),
        "defocus": float(np.median(np.abs(errors)) / np.median(np.abs(off))),
    }


def _relion(folder: Path, truth: Any) -> tuple[dict[str, float], float]:
    """RELION's three jobs one after the other, as its own tutorial has them, on the same half maps."""
    mask = read_volume(folder / "half1.mrc")
    box = mask.density.shape[0]
    place = np.arange(box) - box // 2
    radius = np.sqrt(place[:, None, None] ** 2 + place[:, None] ** 2 + place**2)
    ball = np.clip((0.45 * box - radius) / 4, 0, 1).astype(np.float32)
    write_volume(folder / "mask.mrc", mask.with_density(mask.density.new_tensor(ball)))
    (folder / "post").mkdir(exist_ok=True)
    maps = (
        "--m1",
        "half1.mrc",
        "--m2",
        "half2.mrc",
        "--mask",
        "mask.mrc",
        "--f",
        "post/post.star",
        "--j",
        "1",
    )
    post = ("--i", "half1.mrc", "--i2", "half2.mrc", "--o", "post/post", "--mask", "mask.mrc")
    _quiet(
        folder, "relion_postprocess", *post, "--angpix", f"{mask.voxel_angstrom:g}", "--autob_lowres", "10"
    )
    jobs = (
        ("--fit_aniso", "--kmin_mag", "20"),
        ("--fit_beamtilt", "--odd_aberr_max_n", "3", "--kmin_tilt", "20"),
        ("--fit_defocus", "--fit_mode", "fpffm", "--kmin_defocus", "30"),
    )
    start, table = _processor_seconds(resource.RUSAGE_CHILDREN), "start.star"
    for number, job in enumerate(jobs):
        shutil.rmtree(folder / f"relion{number}", ignore_errors=True)
        _quiet(folder, "relion_ctf_refine", "--i", table, "--o", f"relion{number}", *maps, *job)
        table = f"relion{number}/particles_ctf_refine.star"
    seconds = _processor_seconds(resource.RUSAGE_CHILDREN) - start
    order = starfile.read(folder / table)["particles"]["rlnImageName"].str.split("@").str[0].astype(int) - 1
    found = read_particles(folder / table, folder).optics
    return _left(found, truth["defocus"][order], truth["off"][order]), seconds


def _quiet(folder: Path, *command: str) -> None:
    one = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=one)


def _processor_seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


__all__ = ["DATA", "run"]
