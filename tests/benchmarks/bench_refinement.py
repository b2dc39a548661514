"""Refinement of poses: from perturbed poses by its own iterations, against the true map, from nothing; RELION beside.

CRYO_BENCH_RELION=1 runs relion_refine on the same images (some minutes); else its bar stands as a number.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from common import THREADS, Row, median, particles

from cryo_core.data import ImageSet, Particles, Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import open_stack, read_particles
from cryo_core.fourier.filters import low_pass
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.refinement.refine import RefinementSettings, refine
from cryo_core.refinement.rounds import IterationSettings, iterate
from cryo_core.validation.poses import PoseErrors, pose_errors

BOX, COUNT = 64, 1500
RELION_SECONDS, RELION_DEGREES, RELION_PIXELS = 102.0, 1.76, 0.25
RELION = (
    "--ini_high 10 --ctf --iter 4 --tau2_fudge 1 --particle_diameter 200 --K 1 --zero_mask --oversampling 1 "
    "--healpix_order 4 --sigma_ang 1.6667 --offset_range 3 --offset_step 1 --norm --scale --pad 2 "
    "--dont_combine_weights_via_disc --preread_images"
)


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    folder = particles(BOX, COUNT, seed=1)
    truth, table = read_particles(folder / "true.star"), read_particles(folder / "perturbed.star")
    volume = read_volume(folder / "true_state1.mrc")
    pixel = table.pixel_angstrom
    images = open_stack(table, "white")
    rest = ImageSet(images, table.poses, table.optics, table.half_set)
    settings = IterationSettings()
    iterate(rest, None, replace(settings, iterations=1))  # compiles
    seconds, errors = [], None
    for _ in range(repeats):
        begun = time.perf_counter()
        found = iterate(rest, None, settings)
        seconds.append(time.perf_counter() - begun)
        errors = pose_errors(found.poses, truth.poses)
    assert errors is not None
    relion = _relion(folder, table, truth, missing)
    their_seconds, their_degrees, their_pixels = relion or (RELION_SECONDS, RELION_DEGREES, RELION_PIXELS)
    what, ratio = f"{COUNT} images of one state, D = {BOX}, own iterations", median(seconds) / their_seconds
    yield Row(
        what, median(seconds), "s", "relion_refine", their_seconds, ratio, "≤ 1/5", ratio <= 0.2, runs={"s": seconds}
    )  # fmt: skip
    yield from _accuracy(what, errors, pixel, 1.4, 0.2, their_degrees, their_pixels)
    exact = RefinementSettings(high_limit_angstrom=8.0)
    refined = refine(rest, (volume, volume), exact)
    errors = pose_errors(refined.poses, truth.poses)
    yield from _accuracy("the same against the true map, to 8 Å", errors, pixel, 0.85, 0.12)
    yield _global()


def _accuracy(
    what: str,
    errors: PoseErrors,
    pixel_angstrom: float,
    degrees: float,
    pixels: float,
    their_degrees: float | None = None,
    their_pixels: float | None = None,
) -> Iterator[Row]:
    peer = "" if their_degrees is None else "relion_refine"
    angle = float(errors.rotation_degrees.median())
    shift = float(errors.shift_angstrom.median()) / pixel_angstrom
    yield Row(
        f"{what}: median angle", angle, "°", peer, their_degrees, None, f"≤ {degrees}", angle <= degrees
    )
    yield Row(f"{what}: median shift", shift, "px", peer, their_pixels, None, f"≤ {pixels}", shift <= pixels)


def _global() -> Row:
    made = density(phantom_complex(), (BOX, BOX, BOX), 3.5)
    truth = Volume(made.density, 3.5)
    images = simulate_particles([truth], [1.0], 1000, SimulationSettings(snr=0.1))
    reference = low_pass(truth, 20.0)
    settings = RefinementSettings(high_limit_angstrom=20.0, global_search=True)
    halves = np.arange(1000) % 2 + 1
    begun = time.perf_counter()
    found = refine(ImageSet(images, images.poses, images.optics, halves), (reference, reference), settings)
    seconds = time.perf_counter() - begun
    angle = pose_errors(found.poses, images.poses).rotation_degrees
    share = float((angle < 5.0).double().mean())
    note = f"{seconds:.1f} s, making the images included"
    return Row(
        "global search, 1,000 images of the phantom, SNR 0.1, reference at 20 Å: within 5°",
        share, "of all", bar="≥ 0.9", holds=share >= 0.9, note=note,
    )  # fmt: skip


def _relion(
    folder: Path, table: Particles, truth: Particles, missing: list[str]
) -> tuple[float, float, float] | None:
    """Give RELION's seconds, median angle and shift in pixels."""
    if shutil.which("relion_refine") is None or not os.environ.get("CRYO_BENCH_RELION"):
        missing.append(
            "relion_refine (set CRYO_BENCH_RELION=1): its figures are those noted in the benchmark"
        )
        return None
    steps = (
        ["relion_reconstruct", *"--i perturbed.star --o pert.mrc --ctf --pad 2 --j".split(), str(THREADS)],
        [
            "relion_refine",
            *"--i perturbed.star --o relion/run --ref pert.mrc".split(),
            *RELION.split(),
            "--j",
            str(THREADS),
        ],
    )
    (folder / "relion").mkdir(exist_ok=True)
    seconds = 0.0
    for step in steps:
        begun = time.perf_counter()
        subprocess.run(step, cwd=folder, check=True, capture_output=True)
        seconds = time.perf_counter() - begun
    found = read_particles(folder / "relion" / "run_it004_data.star", folder, image_roots=(folder,))
    place = torch.from_numpy(np.argsort(found.image_number))
    errors = pose_errors(found.poses.take(place), truth.poses)
    shift = float(errors.shift_angstrom.median()) / table.pixel_angstrom
    return seconds, float(errors.rotation_degrees.median()), shift
