"""Rounds of the whole default set from perturbed poses, by the command, against the truth and what truth would give.

CRYO_BENCH_HOME=FOLDER/NAME measures an entry whose rounds are done instead of running one (some 20 minutes).
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import yaml
from common import DATA, MAKE, Row, run_program

from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import true_labels, true_maps, true_poses
from cryo_core.data import Particles, Poses, Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import open_images, open_stack, read_particles
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.clusters import adjusted_rand_index, confusion
from cryo_core.validation.fsc import fsc
from cryo_core.validation.poses import pose_errors

CRYO = Path(sys.executable).with_name("cryo")
ROUNDS = 4


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats, missing
    done = os.environ.get("CRYO_BENCH_HOME")
    if done:
        home, name = Path(done).parent, Path(done).name
    else:
        home, name = _home(), "default"
        began = time.perf_counter()
        os.environ["CRYO_HOME"] = str(home)
        said = json.loads(run_program(CRYO, "run", name, "--rounds", ROUNDS, "--json"))
        seconds = time.perf_counter() - began
        count = sum(key.endswith("/fsc") for key in said["computed"] if key.startswith("round_"))
        what = f"20,000 particles, {ROUNDS} rounds asked for, {count} done, results included"
        yield Row(what, seconds / 60, "min", bar="≤ 20", holds=seconds <= 1200)
    os.environ["CRYO_HOME"] = str(home)
    manifest = Dataset.read(home / "inbox" / name / "dataset.yaml")
    classes = Path(run_program(CRYO, "path", name, "results/classes").strip())
    particles = read_particles(manifest.resolve(manifest.particles))
    found = read_particles(classes / "particles.star", stack_dir=manifest.resolve(manifest.particles).parent)
    poses, labels = true_poses(manifest, len(particles)), true_labels(manifest, len(particles))
    assert poses is not None and labels is not None
    errors = pose_errors(found.poses, poses)
    angle = float(errors.rotation_degrees.median())
    shift = float(errors.shift_angstrom.median()) / particles.pixel_angstrom
    yield Row("the same: median angle", angle, "°", bar="≤ 1.0", holds=angle <= 1.0)
    yield Row("the same: median shift", shift, "px", bar="≤ 0.14", holds=shift <= 0.14)
    classed = np.where(found.class_number > 0, found.class_number, -1)
    index = adjusted_rand_index(classed, labels)
    yield Row("the same: adjusted Rand index of the classes", index, "", bar="≥ 0.98", holds=index >= 0.98)
    states = true_maps(manifest, particles.pixel_angstrom, open_stack(particles, "white").box)
    for state, number in confusion(classed, labels).pairs:
        path = classes / f"class_{number:02d}.mrc"
        yield _of_class(particles, poses, labels, state, number, path, states[state])


def _of_class(
    particles: Particles,
    poses: Poses,
    labels: np.ndarray,
    state: int,
    name: int,
    path: Path,
    truth: Volume,
) -> Row:
    """Compare a class's map with what the true poses and labels give: shells at FSC 0.5 to the true map."""
    rows = np.flatnonzero(labels == state)
    images = replace(open_images(particles, "white"), poses=poses)
    best = reconstruct(images.take(rows), ReconstructionSettings()).full
    edge = best.voxel_angstrom * best.density.shape[0]
    ours = read_volume(path)
    shells = [
        round(edge / fsc(v, v.with_density(truth.density)).resolution_angstrom(0.5)) for v in (ours, best)
    ]
    return Row(
        f"the same: class {name}, shells to FSC 0.5 with the true map (of {best.density.shape[0] // 2})",
        shells[0], "shells", "true poses and labels", shells[1], None, "within 1", abs(shells[0] - shells[1]) <= 1,
    )  # fmt: skip


def _home() -> Path:
    """Make the set and a home whose only entry it is."""
    data = DATA / "default64_20000"
    if not (data / "truth.npz").exists():
        run_program(sys.executable, MAKE, data, "--box", 64, "--particles", 20000, "--seed", 1)
    home = DATA / "rounds-home"
    shutil.rmtree(home, ignore_errors=True)
    with np.load(data / "truth.npz") as truth:
        shares = np.bincount(truth["label"]) / len(truth["label"])
    entry = {
        "particles": str(data / "perturbed.star"),
        "image_roots": [str(data)],
        "contrast": "white",
        "truth": {
            "maps": [str(data / f"true_state{number}.mrc") for number in range(1, len(shares) + 1)],
            "fractions": [float(share) for share in shares],
            "labels": str(data / "truth.npz"),
            "poses": str(data / "true.star"),
        },
    }
    folder = home / "inbox" / "default"
    folder.mkdir(parents=True)
    (folder / "dataset.yaml").write_text(yaml.safe_dump(entry))
    return home
