"""A first entry of each kind, made by simulation: particles with truth, and a map with half maps."""

import shutil
from pathlib import Path

import torch

from cryo_assets.entries.manifest import MANIFESTS
from cryo_assets.entries.simulated import phantom_mixture, write_manifest, write_simulated_dataset
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_core.data import Volume, mean_map
from cryo_core.formats.mrc import write_volume
from cryo_core.fourier.filters import apply_b_factor, low_pass
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings

DATASET, MAP = "demo", "demo-map"
ENTRIES = (DATASET, MAP)

_PARTICLES, _BOX, _PIXEL_ANGSTROM, _SNR = 2000, 64, 3.0, 0.07
_MILD = SimulationSettings(snr=_SNR, colour=1.5, background=0.1, contrast_sigma=0.1, empty=0.02)
"""What real images have, mildly."""

_MAP_BOX, _MAP_VOXEL_ANGSTROM, _MAP_RESOLUTION_ANGSTROM = 72, 1.35, 4.0
_MAP_NOISE = 0.12
"""Noise of each half map before its low-pass, in units of the map's largest density."""


def write_demo(home: Home, reporter: Reporter) -> None:
    """Write both entries into the inbox, unless they are there; a manifest is written last of all."""
    if not (home.inbox / DATASET / MANIFESTS["datasets"]).exists():
        _begin(home.inbox / DATASET)
        write_simulated_dataset(
            home.inbox / DATASET,
            _PARTICLES,
            phantom_mixture(_BOX, _PIXEL_ANGSTROM),
            _MILD,
            reporter.stage("simulating"),
        )
    if not (home.inbox / MAP / MANIFESTS["maps"]).exists():
        _begin(home.inbox / MAP)
        _write_map(home.inbox / MAP)


def _begin(folder: Path) -> None:
    """Make the folder afresh: it may hold what a killed try left."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _write_map(folder: Path) -> None:
    """Write a map of one subunit with two half maps, whose noise is independent."""
    atoms = phantom_complex()
    shape = (_MAP_BOX, _MAP_BOX, _MAP_BOX)
    clean = apply_b_factor(density(atoms.select(atoms.chain == "A"), shape, _MAP_VOXEL_ANGSTROM), 80.0)
    clean = Volume(clean.density, clean.voxel_angstrom, (20.0, 30.0, 40.0))
    generator = torch.Generator().manual_seed(SimulationSettings().seed)
    scale = _MAP_NOISE * float(clean.density.max())
    halves = [
        low_pass(
            clean.with_density(clean.density + scale * torch.randn(shape, generator=generator)),
            _MAP_RESOLUTION_ANGSTROM * 0.8,
        )
        for _ in range(2)
    ]
    for name, volume in zip(("half1", "half2"), halves, strict=True):
        write_volume(folder / f"{name}.mrc", volume)
    write_volume(folder / "map.mrc", mean_map(*halves))
    files = {name: f"{name}.mrc" for name in ("map", "half1", "half2")}
    write_manifest(folder / MANIFESTS["maps"], {**files, "resolution_angstrom": _MAP_RESOLUTION_ANGSTROM})
