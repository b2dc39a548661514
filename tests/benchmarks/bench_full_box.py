"""A round of three states at the images' own box of 256, the latent model at its own, beside RELION with the truth.

4,000 exact images with perturbed poses; CRYO_BENCH_IMAGES=1500 takes fewer. RELION reconstructs each state from its
true images at their true poses; ours are the classes of one round.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import numpy as np
import yaml
from common import DATA, MAKE, Row, run_program

from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import true_labels
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import read_particles, write_particles
from cryo_core.validation.clusters import adjusted_rand_index, confusion
from cryo_core.validation.fsc import fsc

CRYO = Path(sys.executable).with_name("cryo")
STATES = '[[0.5,""],[0.3,"C"],[0.2,"A:1-1999"]]'
BOX, VOXEL = 256, 1.3
MOST_DISK, MOST_MEMORY_GIGABYTES = 1.1, 4.0


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats
    count = int(os.environ.get("CRYO_BENCH_IMAGES", "4000"))
    folder, home = DATA / f"full{BOX}_{count}", DATA / f"home_full{BOX}_{count}"
    if not folder.exists():
        size = ("--box", BOX, "--fine-box", BOX, "--fine-voxel", VOXEL, "--particles", count)
        run_program(sys.executable, "-W", "ignore", MAKE, folder, *size, "--states", STATES, "--seed", 3)
    os.environ["CRYO_HOME"] = str(home)
    if not (home / "inbox" / "full").exists():
        run_program(CRYO, "add", folder / "perturbed.star", "--name", "full", "--contrast", "white", "--json")
        manifest = home / "inbox" / "full" / "dataset.yaml"
        truth = {
            "maps": [str(folder / f"true_state{n}.mrc") for n in (1, 2, 3)],
            "fractions": [0.5, 0.3, 0.2],
        }
        truth |= {"labels": str(folder / "truth.npz"), "poses": str(folder / "true.star")}
        manifest.write_text(manifest.read_text() + yaml.safe_dump({"truth": truth}))
    began = time.perf_counter()
    said = json.loads(run_program(CRYO, "run", "full", "--rounds", 1, "--to", "round_01/fsc", "--json"))
    yield Row(f"{count} images of {BOX}², one round", (time.perf_counter() - began) / 60, "min")
    images = (folder / "particles.mrcs").stat().st_size
    disk = {
        part: sum(path.stat().st_size for path in (home / "store" / part).rglob("*") if path.is_file())
        for part in ("particles/source", "particles/stack", "round_01")
    }
    share = 1 + (disk["particles/source"] + disk["particles/stack"]) / images
    note = f"and {disk['round_01'] / 1e9:.2f} GB of model and maps"
    yield Row("disk of the images", share, "×", bar=f"≤ {MOST_DISK}", holds=share <= MOST_DISK, note=note)
    peak = max(asset["made"]["peak_memory_bytes"] for asset in said["assets"]) / 1e9
    most = MOST_MEMORY_GIGABYTES
    yield Row("peak memory", peak, "GB", bar=f"≤ {most}", holds=peak <= most)
    yield from _against_relion(home, folder, missing)


def _against_relion(home: Path, folder: Path, missing: list[str]) -> Iterator[Row]:
    """Shells to FSC 0.5 with the true state, of our class and of RELION's map with true poses and labels."""
    manifest = Dataset.read(home / "inbox" / "full" / "dataset.yaml")
    true = read_particles(folder / "true.star")
    labels = true_labels(manifest, len(true))
    assert labels is not None
    clusters = Path(run_program(CRYO, "path", "full", "round_01/clusters").strip())
    maps = Path(run_program(CRYO, "path", "full", "round_01/maps").strip())
    found = np.genfromtxt(clusters / "labels.csv", delimiter=",", skip_header=1, usecols=1).astype(int)
    yield Row("adjusted Rand index", adjusted_rand_index(found, labels), "")
    for state, name in confusion(found, labels).pairs:
        truth = read_volume(folder / f"true_state{state + 1}.mrc")
        table, theirs = folder / f"state{state + 1}.star", folder / f"relion_state{state + 1}.mrc"
        write_particles(table, true.take(np.flatnonzero(labels == state)))
        try:
            with chdir(folder):  # RELION looks for the stack from where it runs
                run_program("relion_reconstruct", "--i", table.name, "--o", theirs.name, "--ctf")
        except FileNotFoundError:
            missing.append("relion_reconstruct")
            return
        ours = _shells(read_volume(maps / f"class_{name:02d}.mrc"), truth)
        best = _shells(read_volume(theirs), truth)
        what = f"class {name}: shells to FSC 0.5 with its state ({BOX * VOXEL / ours:.2f} Å)"
        yield Row(
            what, ours, "", "relion_reconstruct, true poses", best, bar="≥ theirs − 1", holds=ours >= best - 1
        )


def _shells(volume: Volume, truth: Volume) -> int:
    return round(BOX * VOXEL / fsc(volume, volume.with_density(truth.density)).resolution_angstrom(0.5))
