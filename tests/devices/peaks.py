"""Runs of the stages whose memory has a formula, at any box and batch."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from cases import _body
from standin import stand_in

from cryo_core.data import ImageSet, Volume
from cryo_core.fourier.resample import resample
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.posefree.images import Loaded


@cache
def _molecule(box: int) -> Volume:
    return resample(Volume(_body(), 6.0), 6.0 * 24 / box)


@cache
def _images(box: int, count: int) -> ImageSet:
    made = simulate_particles((_molecule(box),), (1.0,), count, SimulationSettings(snr=1.0, seed=3))
    loaded = Loaded(made.read(np.arange(count)), made.pixel_angstrom)
    return ImageSet(loaded, made.poses, made.optics, 1 + np.arange(count) % 2)


def _reconstruction(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct

    reconstruct(_images(box, batch), ReconstructionSettings(batch=batch), device)


def _refinement(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.refinement.refine import RefinementSettings, refine

    given = _images(box, batch)
    fine = 2.2 * given.pixel_angstrom
    half = np.where(np.arange(batch) == 0, 2, 1)
    settings = RefinementSettings(fine, angle_range_degrees=2.0, steps=1, batch=batch)
    given = ImageSet(given.images, given.poses, given.optics, half)
    refine(given, (_molecule(box), _molecule(box)), settings, device=device)


def _ctf(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.refinement.ctf.refine import CtfSettings, refine_ctf

    given = _images(box, batch)
    fine, pair = 2.2 * given.pixel_angstrom, (_molecule(box), _molecule(box))
    settings = CtfSettings(fine, 60.0, kinds=("tilt",), batch=batch)
    refine_ctf(
        ImageSet(given.images, given.poses, given.optics, np.ones(batch, int)),
        [pair],
        settings,
        device=device,
    )


def _super_resolution(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.superres.model import Generator, GeneratorSettings
    from cryo_core.superres.predict import SuperresSettings, propose

    generator = Generator(GeneratorSettings(32, 2, 3, False, "none", 0.1, 1, "residual")).to(device)
    density = torch.randn(box, box, box, generator=torch.Generator().manual_seed(1)).to(device)
    settings = SuperresSettings(tile=12, overlap=2, batch=batch, passes=2)
    propose(density, density < 9, generator, settings)


def _vae(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.heterogeneity.vae.model import VaeSettings
    from cryo_core.heterogeneity.vae.train import train_vae
    from cryo_core.learning.fit import TrainingRun

    settings = VaeSettings(epochs=1, batch=batch, memory_megabytes=200)
    with tempfile.TemporaryDirectory() as folder:
        train_vae(_images(box, batch), settings, TrainingRun(Path(folder), device))


def _halves(device: torch.device, box: int) -> tuple[Volume, Volume]:
    noise = 0.1 * torch.randn(2, box, box, box, generator=torch.Generator().manual_seed(1))
    clean = _molecule(box).density
    return Volume(clean + noise[0], 3.0).to(device), Volume(clean + noise[1], 3.0).to(device)


def _local_fsc(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.resolution.local_fsc import local_fsc

    local_fsc(*_halves(device, box))


def _locscale(device: torch.device, box: int, batch: int) -> None:
    from cryo_core.geometry.masks import sphere_mask
    from cryo_core.sharpening import scaling, windows
    from cryo_core.sharpening.locscale import locscale

    mask = sphere_mask((box,) * 3, 0.3 * box, 0.0, device=device) > 0.5
    with pytest.MonkeyPatch.context() as patch:
        # Of a large map a block and a batch of windows are a small part.
        patch.setattr(scaling, "fast_block", lambda window, boxes: 2 * window)
        patch.setattr(windows, "_BATCH_VOXELS", box**3 // 8)
        locscale(*_halves(device, box), mask)


RUNS: dict[str, Callable[[torch.device, int, int], None]] = {
    "reconstruction": _reconstruction,
    "refinement": _refinement,
    "refinement of the CTF": _ctf,
    "super-resolution": _super_resolution,
    "VAE": _vae,
    "local resolution": _local_fsc,
    "sharpening": _locscale,
}


def peak(name: str, box: int, batch: int) -> int:
    """Most bytes that a stage holds on the device, whose maps are transformed plane by plane, as large ones are."""
    with stand_in() as counts, pytest.MonkeyPatch.context() as patch:
        patch.setattr("cryo_core.imaging.slices._SLAB_BYTES", 1)
        RUNS[name](torch.device("meta"), box, batch)
    return counts.peak
