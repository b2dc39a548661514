"""Fit the linear latent model to the images of folders of `make_particles.py`, all together: STAR FOLDER [FOLDER …].

Prints seconds, stages, errors of the poses, and the peak memory; of one folder also the classes that are found in the
latents, their agreement with the truth among the good images, and the share of each kind of junk that is left out.
"""

import json
import os
import resource
import sys
import tempfile
import time
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch

from cryo_core.data import ImageSet, Poses
from cryo_core.formats.mrc_stack import MrcStack
from cryo_core.formats.particles import read_images
from cryo_core.heterogeneity.classes.find import ClusterSettings, cluster
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings
from cryo_core.validation.clusters import adjusted_rand_index
from cryo_core.validation.poses import pose_errors

torch.set_num_threads(2)
star, folders = sys.argv[1], [Path(word) for word in sys.argv[2:]]
sets = [read_images(folder / f"{star}.star") for folder in folders]


def joined(parts: list[Any]) -> Any:
    """Put poses, or optics, of all sets after each other."""
    return replace(
        parts[0], **{f.name: torch.cat([getattr(p, f.name) for p in parts]) for f in fields(parts[0])}
    )


poses, optics = joined([s.poses for s in sets]), joined([s.optics for s in sets])
stack = MrcStack(
    tuple(path for s in sets for path in s.stacks),
    np.concatenate([s.stack_number + i for i, s in enumerate(sets)]),
    np.concatenate([s.image_number for s in sets]),
    sets[0].pixel_angstrom,
)


def divided(fit: LinearFit, truth: Any) -> dict[str, Any]:
    """The classes among the images that are not left out, against the truth."""
    kept = fit.left_out == 0
    latents = Latents(fit.latents.mean[kept], fit.latents.precision[kept])
    label, state = cluster(latents, ClusterSettings()).labels, truth["label"][kept.numpy()]
    good = (state >= 0) & (label > 0)
    junk = {
        f"junk_{kind}": float((~kept).numpy()[truth["junk"][truth["junk_kind"] == kind]].mean())
        for kind in np.unique(truth["junk_kind"])
    }
    lost = float((~kept).numpy()[truth["label"] >= 0].mean())
    found = {
        "classes": int(label.max()),
        "ari": adjusted_rand_index(label[good], state[good]),
        "good_lost": lost,
    }
    return found | junk


begin = replace(poses, rotation=poses.rotation[:200], shift_angstrom=poses.shift_angstrom[:200])
with tempfile.TemporaryDirectory() as scratch:
    # Numba's kernels are compiled, or read from its cache, on a handful of images first.
    few = MrcStack(
        sets[0].stacks, sets[0].stack_number[:200], sets[0].image_number[:200], stack.pixel_angstrom
    )
    short = LinearSettings(early_iterations=1, iterations=2, shells=5, map_shells=5)
    fit_linear(ImageSet(few, begin, optics.take(torch.arange(200))), short, Path(scratch) / "few")
    # However many they are, the images come from the disk, not from what the system has kept of it in memory.
    for path in {path for s in sets for path in s.stacks}:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    start, begun = time.perf_counter(), time.process_time()
    fit = fit_linear(ImageSet(stack, poses, optics), LinearSettings(), Path(scratch) / "all")
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - begun
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
truths = [np.load(folder / "truth.npz") for folder in folders]
matrix, origin = (np.concatenate([t[key] for t in truths]) for key in ("matrix", "origin_angstrom"))
errors = pose_errors(fit.poses, Poses(torch.from_numpy(matrix), torch.from_numpy(origin)))
good = torch.from_numpy(np.concatenate([t["label"] for t in truths]) >= 0)
document = {
    "particles": len(stack),
    "seconds": seconds,
    "cpu_seconds": cpu_seconds,
    "stages": fit.seconds,
    "components": fit.chosen,
    "degrees": float(errors.rotation_degrees[good].median()),
    "pixels": float(errors.shift_angstrom[good].median()) / stack.pixel_angstrom,
    "peak_mb": peak_mb,
}
if len(folders) == 1:
    document |= divided(fit, truths[0])
sys.stdout.write(json.dumps(document))
