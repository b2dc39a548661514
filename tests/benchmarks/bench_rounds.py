"""Rounds of the whole default set from perturbed poses, by the command, against the truth and what truth would give.

As it is, and with what real images have (`--real` of `make_particles.py`), whose junk counts for nothing here.
CRYO_BENCH_HOME=FOLDER/NAME measures an entry whose rounds are done instead of running one (some 20 minutes).
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class _Set:
    """A set that rounds are run on: how it is made, how many rounds, and the bars (`index`: of the classes)."""

    options: tuple[str, ...]
    rounds: int
    minutes: float
    degrees: float
    pixels: float
    index: float


SETS = {"default": _Set((), 4, 20, 1.0, 0.14, 0.98), "real": _Set(("--real",), 3, 26, 1.1, 0.14, 0.94)}


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats, missing
    done = os.environ.get("CRYO_BENCH_HOME")
    if done:
        os.environ["CRYO_HOME"] = str(Path(done).parent)
        yield from _against_truth(Path(done).parent, Path(done).name)
        return
    for name in SETS:
        home = _home(name)
        os.environ["CRYO_HOME"] = str(home)
        yield _time(name)
        yield from _against_truth(home, name)


def _time(name: str) -> Row:
    """Run the rounds of an entry."""
    began = time.perf_counter()
    said = json.loads(run_program(CRYO, "run", name, "--rounds", SETS[name].rounds, "--json"))
    minutes = (time.perf_counter() - began) / 60
    count = sum(key.endswith("/fsc") for key in said["computed"] if key.startswith("round_"))
    what = f"{name}: 20,000 particles, {SETS[name].rounds} rounds asked for, {count} done, results included"
    return Row(what, minutes, "min", bar=f"≤ {SETS[name].minutes}", holds=minutes <= SETS[name].minutes)


def _against_truth(home: Path, name: str) -> Iterator[Row]:
    """Poses, classes and maps of an entry's results, of the images that are a state's."""
    bars = SETS.get(name, SETS["default"])
    manifest = Dataset.read(home / "inbox" / name / "dataset.yaml")
    classes = Path(run_program(CRYO, "path", name, "results/classes").strip())
    table = manifest.resolve(manifest.particles)
    assert table is not None
    particles = read_particles(table)
    found = read_particles(classes / "particles.star", stack_dir=table.parent)
    poses, labels = true_poses(manifest, len(particles)), true_labels(manifest, len(particles))
    assert poses is not None and labels is not None
    good = labels >= 0
    errors = pose_errors(found.poses, poses)
    angle = float(errors.rotation_degrees[good].median())
    shift = float(errors.shift_angstrom[good].median()) / particles.pixel_angstrom
    yield Row(f"{name}: median angle", angle, "°", bar=f"≤ {bars.degrees}", holds=angle <= bars.degrees)
    yield Row(f"{name}: median shift", shift, "px", bar=f"≤ {bars.pixels}", holds=shift <= bars.pixels)
    classed = np.where(found.class_number > 0, found.class_number, -1)
    both = good & (classed > 0)
    index = adjusted_rand_index(classed[both], labels[both])
    what = f"{name}: adjusted Rand index of the classes"
    yield Row(what, index, "", bar=f"≥ {bars.index}", holds=index >= bars.index)
    states = true_maps(manifest, particles.pixel_angstrom, open_stack(particles, "white").box)
    for state, number in confusion(classed[both], labels[both]).pairs:
        path = classes / f"class_{number:02d}.mrc"
        yield _of_class(name, particles, poses, labels, state, number, path, states[state])


def _of_class(
    of: str,
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
        f"{of}: class {name}, shells to FSC 0.5 with the true map (of {best.density.shape[0] // 2})",
        shells[0], "shells", "true poses and labels", shells[1], None, "within 1", abs(shells[0] - shells[1]) <= 1,
    )  # fmt: skip


def _home(name: str) -> Path:
    """Make a set and a home whose only entry it is."""
    options = SETS[name].options
    data = DATA / f"{name}64_20000"
    if not (data / "truth.npz").exists():
        run_program(sys.executable, MAKE, data, "--box", 64, "--particles", 20000, "--seed", 1, *options)
    home = DATA / f"rounds-home-{name}"
    shutil.rmtree(home, ignore_errors=True)
    with np.load(data / "truth.npz") as truth:
        shares = np.bincount(truth["label"][truth["label"] >= 0]) / (truth["label"] >= 0).sum()
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
    folder = home / "inbox" / name
    folder.mkdir(parents=True)
    (folder / "dataset.yaml").write_text(yaml.safe_dump(entry))
    return home
