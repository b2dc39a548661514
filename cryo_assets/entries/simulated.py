"""Simulated particle sets as entries: images, table, true maps and manifest in one folder."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch
import yaml

from cryo_assets.entries.manifest import MANIFESTS
from cryo_core.data import Particles, Progress, Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import write_particles
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles

_LEFT_OUT = ("", "D", "C")
"""The chain that each of the phantom's three compositional states lacks."""

_FRACTIONS = (0.5, 0.3, 0.2)


Mixture = tuple[list[Volume], list[float]]
"""Maps of the states, and the share of each."""


def phantom_mixture(box: int, voxel_angstrom: float, device: torch.device | str = "cpu") -> Mixture:
    """The whole phantom complex, and the same without one subunit or another, in place."""
    atoms = phantom_complex().to(device)
    whole = density(atoms, (box, box, box), voxel_angstrom)
    parts = [atoms.select(atoms.chain != chain) for chain in _LEFT_OUT]
    states = [density(part, (box, box, box), voxel_angstrom, whole.origin_angstrom) for part in parts]
    return states, list(_FRACTIONS)


def model_mixture(
    model: Path, box: int, voxel_angstrom: float, device: torch.device | str = "cpu"
) -> Mixture:
    """One state: the density of an atomic model in a file."""
    return [density(read_atoms(model).to(device), (box, box, box), voxel_angstrom)], [1.0]


def write_simulated_dataset(
    folder: Path, count: int, mixture: Mixture, settings: SimulationSettings, progress: Progress
) -> None:
    """Simulate particles of a mixture of states into a folder, with truth, ready to be an entry.

    Images are made on the device of the states' maps.
    """
    states, fractions = mixture
    box, pixel_angstrom = states[0].density.shape[0], states[0].voxel_angstrom
    simulated = simulate_particles(states, fractions, count, settings)
    with StackWriter(folder / "particles.mrcs", box, pixel_angstrom) as writer:
        for rows, images in simulated.batches():
            writer.append(images)
            progress(int(rows[-1]) + 1, count)
    write_particles(folder / "particles.star", as_particles(simulated, folder / "particles.mrcs"))
    (folder / "truth").mkdir(exist_ok=True)
    names = [f"truth/state_{number}.mrc" for number in range(1, len(states) + 1)]
    for name, state in zip(names, states, strict=True):
        write_volume(folder / name, Volume(state.density.cpu(), state.voxel_angstrom))
    shown = simulated.label[simulated.label >= 0]
    shares = np.bincount(shown, minlength=len(states)) / len(shown)
    write_manifest(
        folder / MANIFESTS["datasets"],
        {
            "particles": "particles.star",
            "contrast": "white",
            "truth": {"maps": names, "fractions": [float(share) for share in shares]},
        },
    )


def as_particles(simulated: SimulatedParticles, stack: Path) -> Particles:
    """The table of a simulated set: its true poses, its true states as class numbers (0: empty), halves by turns."""
    count = len(simulated)
    return Particles(
        poses=simulated.poses,
        optics=simulated.optics,
        stacks=(stack,),
        stack_number=np.zeros(count, dtype=np.int64),
        image_number=np.arange(count, dtype=np.int64),
        half_set=np.arange(count, dtype=np.int64) % 2 + 1,
        class_number=simulated.label.astype(np.int64) + 1,
        score=np.full(count, np.nan, dtype=np.float32),
        extra=_no_columns(count),
        optics_extra=_no_columns(1),
        contrast="white",
    )


def _no_columns(rows: int) -> pd.DataFrame:
    return pd.DataFrame(index=range(rows))


def write_manifest(path: Path, fields: dict[str, Any]) -> None:
    """Write a manifest whole: an entry exists once its manifest does."""
    partial = path.with_suffix(".partial")
    partial.write_text("# A simulated entry.\n" + yaml.safe_dump(fields, sort_keys=False))
    partial.replace(path)
