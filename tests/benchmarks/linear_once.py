"""Fit the linear latent model to a folder of `make_particles.py`, each image so many times over; print figures."""

import json
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch

from cryo_core.data import Poses
from cryo_core.formats.mrc_stack import MrcStack
from cryo_core.formats.particles import read_images
from cryo_core.heterogeneity.linear import LinearSettings, fit_linear
from cryo_core.validation.poses import pose_errors

torch.set_num_threads(2)
folder, star, copies = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
particles = read_images(folder / f"{star}.star")
rows = np.tile(np.arange(len(particles)), copies)
index = torch.from_numpy(rows)
poses, optics = particles.poses.take(index), particles.optics.take(index)
stack = MrcStack(
    particles.stacks, particles.stack_number[rows], particles.image_number[rows], particles.pixel_angstrom
)
begin = replace(poses, rotation=poses.rotation[:200], shift_angstrom=poses.shift_angstrom[:200])
with tempfile.TemporaryDirectory() as scratch:
    # Numba's kernels are compiled, or read from its cache, on a handful of images first.
    few = MrcStack(
        particles.stacks, particles.stack_number[:200], particles.image_number[:200], stack.pixel_angstrom
    )
    short = LinearSettings(early_iterations=1, iterations=2, shells=5, map_shells=5)
    fit_linear(few, begin, optics.take(index[:200]), short, Path(scratch) / "few")
    start = time.perf_counter()
    fit = fit_linear(stack, poses, optics, LinearSettings(), Path(scratch) / "all")
    seconds = time.perf_counter() - start
truth = np.load(folder / "truth.npz")
known = Poses(torch.from_numpy(truth["matrix"]), torch.from_numpy(truth["origin_angstrom"])).take(index)
errors = pose_errors(fit.poses, known)
document = {
    "seconds": seconds,
    "stages": fit.seconds,
    "components": fit.chosen,
    "degrees": float(errors.rotation_degrees.median()),
    "pixels": float(errors.shift_angstrom.median()) / stack.pixel_angstrom,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}
sys.stdout.write(json.dumps(document))
