"""What each stage asks of a GPU for 1,000 more images, windows or cubes, at its own batch and at box 128.

A stage is run on the stand-in for some units and for more of them; the difference is what so many more units ask. The
box is smaller than 128 and the batch smaller than the stage's own: kernels belong to a batch, bytes and products to a
unit, in proportion to its pixels or voxels. What cuts a batch in parts by the numbers that fit is cut in as many.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from cases import BOX, VOXEL, _body
from standin import Counts, stand_in

from cryo_core.data import ImageSet, Volume
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.posefree.images import Loaded

FULL = 128
"""Box at which the budgets are stated, pixels."""

LAUNCH_SECONDS = 10e-6
BYTES_PER_SECOND = 4.8e12
"""Of an H200's memory (NVIDIA's data sheet); of its products, per second: single precision, and bfloat16 dense."""

SINGLE, HALF = 67e12, 989e12


@dataclass(frozen=True)
class Rate:
    """How a stage is counted.

    `work(device, count)` does so many units in batches of `batch`; on an H200 the stage takes `own` at box 128. A unit
    holds `grown` times as many numbers there as here, where `needed` of its bytes have to go to the device and back.
    Launches may take `share` of the time that bytes and products take.
    """

    unit: str
    work: Callable[[torch.device, int], Any]
    batch: int
    own: int
    grown: float
    needed: float
    flops_per_second: float = SINGLE
    share: float = 1.0


@dataclass(frozen=True)
class Asked:
    """Of 1,000 units: kernels, waits, milliseconds that launches take, and that bytes and products take on an H200.

    `copied` are bytes between host and device over those needed.
    """

    kernels: int
    waits: int
    launch_ms: float
    work_ms: float
    copied: float


@cache
def asked(name: str) -> Asked:
    """What a stage asks for 1,000 more units."""
    rate = RATES[name]
    _counted(rate, rate.batch)  # tables that are kept are made
    few, many = (_counted(rate, number * rate.batch) for number in (1, 3))

    def more(of: Callable[[Counts], int]) -> float:
        return (of(many) - of(few)) / (2 * rate.batch)  # of one unit

    kernels, waits = (1000 * more(of) * rate.batch / rate.own for of in (_launched, _waited))
    traffic, flops = (1000 * rate.grown * more(of) for of in (_traffic, _flops))
    work = max(traffic / BYTES_PER_SECOND, flops / rate.flops_per_second)
    copied = more(lambda counts: counts.to_device_bytes + counts.to_host_bytes) / rate.needed
    return Asked(
        round(kernels),
        round(waits),
        round(1e3 * LAUNCH_SECONDS * kernels, 2),
        round(1e3 * work, 2),
        round(copied, 2),
    )


def _launched(counts: Counts) -> int:
    return counts.launched


def _waited(counts: Counts) -> int:
    return counts.waited


def _traffic(counts: Counts) -> int:
    return counts.traffic


def _flops(counts: Counts) -> int:
    return counts.flops


def _counted(rate: Rate, count: int) -> Counts:
    with stand_in() as counts:
        rate.work(torch.device("meta"), count)
    return counts


@contextmanager
def _set(*values: tuple[str, Any]) -> Iterator[None]:
    """Constants of modules changed: (module.name, value)."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values:
            patch.setattr(f"cryo_core.{name}", value)
        yield


@cache
def _images(count: int) -> ImageSet:
    """Images of one state with CTF and noise, at their true poses but for 1°."""
    made = simulate_particles((Volume(_body(), VOXEL),), (1.0,), count, SimulationSettings(snr=1.0, seed=3))
    loaded = Loaded(made.read(np.arange(count)), made.pixel_angstrom)
    return ImageSet(loaded, made.poses, made.optics, 1 + np.arange(count) % 2)


AREA, VOLUME = (FULL / BOX) ** 2, (FULL / BOX) ** 3
IMAGE = 4.0 * BOX**2
"""Bytes of an image here."""


def _map() -> Volume:
    return Volume(_body(), VOXEL)


def _extract(device: torch.device, count: int) -> None:
    from cryo_core.imaging.slices import SliceAccumulator, extract_slices, prepare

    padded, sums = prepare(_body().to(device), 2), SliceAccumulator(BOX, 2, device)
    for rotation in torch.split(_images(count).poses.rotation.float(), 16):
        slices = extract_slices(padded, rotation.to(device), BOX, 2)
        sums.add(slices, torch.ones(slices.shape, device=device), rotation.to(device))


def _reconstruct(device: torch.device, count: int) -> None:
    from cryo_core.reconstruction.backproject import backproject

    backproject(_images(count), batch=16, device=device)


def _refine(device: torch.device, count: int) -> None:
    from cryo_core.refinement.refine import RefinementSettings, refine

    settings = RefinementSettings(high_limit_angstrom=24.0, angle_range_degrees=2.0, batch=8)
    given = _images(count)
    # Half set 2 holds one batch, whatever the count: the images that are more are half set 1's.
    half = np.where(np.arange(count) < 4, 2, 1)
    with _set(("refinement.refine._SAMPLE", 4), ("refinement.compare._TORCH_NUMBERS", 1 << 30)):
        refine(replace(given, half_set=half), (_map(), _map()), settings, device=device)


def _ctf(device: torch.device, count: int) -> None:
    from cryo_core.refinement.ctf.refine import CtfSettings, refine_ctf

    settings = CtfSettings(16.0, 60.0, batch=16, kinds=("tilt",))
    with _set(("refinement.ctf.refine._SAMPLE", 16)):
        refine_ctf(_images(count), [(_map(), _map())], settings, device=device)


def _sweep(device: torch.device, count: int) -> None:
    from cryo_core.heterogeneity.linear.bands import store_images
    from cryo_core.heterogeneity.linear.em import Model
    from cryo_core.heterogeneity.linear.grid import Grid
    from cryo_core.heterogeneity.linear.model import LinearSettings
    from cryo_core.heterogeneity.linear.sums import Sweep

    settings = LinearSettings(shells=11, batch=32)
    none = torch.zeros(count, dtype=torch.bool)
    chunk = ("heterogeneity.linear.engine_torch._NUMBERS", round((1 << 27) * 32 / 2048))
    with tempfile.TemporaryDirectory() as folder, _set(chunk):
        store = store_images(_images(count), (11,), Path(folder), device, batch=32)
        model = Model(store, _images(count), torch.ones(1, 24, dtype=torch.float64), settings)
        model.use(Grid(BOX, 11, 1.5, 0.94, device))
        model.begin(none, lambda _: None)
        model.sweep(Sweep(True, True, True, True, none), lambda _: None)


def _vae(device: torch.device, count: int) -> None:
    from cryo_core.heterogeneity.vae.model import VaeSettings
    from cryo_core.heterogeneity.vae.train import train_vae
    from cryo_core.learning.fit import TrainingRun

    settings = VaeSettings(epochs=1, batch=4, memory_megabytes=50)
    with tempfile.TemporaryDirectory() as folder:
        train_vae(_images(count), settings, TrainingRun(Path(folder), device))


def _decode(device: torch.device, count: int) -> None:
    from cryo_core.heterogeneity.vae.model import VaeSettings, build
    from cryo_core.heterogeneity.vae.train import VaeFit, decode_volumes

    trained = VaeFit(build(BOX, VaeSettings()).to(device).eval(), VOXEL, ())
    points = ("heterogeneity.vae.train._POINTS", max(1, round(POINTS / VOLUME)))
    with _set(points):
        for _ in decode_volumes(trained, torch.zeros(count, 8)):
            pass


def _wide(count: int) -> Loaded:
    return Loaded(torch.randn(count, 32, 32, generator=torch.Generator().manual_seed(1)), VOXEL)


def _network(device: torch.device, count: int) -> None:
    from cryo_core.posefree.model import NetworkSettings
    from cryo_core.posefree.train import train_network

    settings = NetworkSettings(box=32, epochs=1)
    with tempfile.TemporaryDirectory() as folder:
        train_network(_wide(count + 30), settings, Path(folder), device)


def _substituted(device: torch.device, count: int) -> None:
    from cryo_core.refinement.substitution import Substituted

    stack = Substituted(_images(count).images, 30.0, 5, device=device)
    for first in range(0, count, 16):
        stack.read(np.arange(first, first + 16))


def _prepare(device: torch.device, count: int) -> None:
    from cryo_core.imaging.prepare import PreparedStack

    stack = PreparedStack(_images(count).images, 16, 0.8, device)
    for first in range(0, count, 16):
        stack.read(np.arange(first, first + 16))


def _windows(device: torch.device, count: int) -> None:
    from cryo_core.sharpening.profiles import profiles_at

    with _set(("sharpening.windows._BATCH_VOXELS", 64 * 9**3)):
        places = torch.cartesian_prod(*(torch.arange(BOX),) * 3)[:count]
        profiles_at(_map().to(device), places.to(device), 9, 0.0)


def _tiles(device: torch.device, count: int) -> None:
    from cryo_core.superres.model import Generator, small
    from cryo_core.superres.predict import SuperresSettings, propose

    generator = Generator(small()).to(device)
    density = torch.randn(12 * count, 12, 12, generator=torch.Generator().manual_seed(1)).to(device)
    propose(density, density < 9, generator, SuperresSettings(tile=12, overlap=0, batch=2))


def _unet(device: torch.device, count: int) -> None:
    from cryo_core.resolution.unet import ResolutionUNet, UNetSettings, predict_unet

    network = ResolutionUNet(UNetSettings(box=16)).to(device)
    one = Volume(torch.nn.functional.interpolate(_body()[None, None], size=20)[0, 0], 3.0).to(device)
    predict_unet(one, network, passes=count)


def _superres_training(device: torch.device, count: int) -> None:
    from cryo_core.learning.fit import FitSettings, TrainingRun
    from cryo_core.superres.data import Cubes, Pair
    from cryo_core.superres.model import small
    from cryo_core.superres.train import GanTraining, train

    one = torch.randn(24, 24, 24, generator=torch.Generator().manual_seed(1))
    rows = torch.zeros(count + 4, 4, dtype=torch.int64)
    rows[:, 1] = torch.arange(count + 4) % 8
    pairs, kept = (Pair(one, one, one < 9, 0),), rows[:4]
    settings = GanTraining(batch=4, content_epochs=0, cubes_per_epoch=count)
    with tempfile.TemporaryDirectory() as folder:
        run = TrainingRun(Path(folder), device)
        train(Cubes(pairs, rows, 12), Cubes(pairs, kept, 12), small(), FitSettings(epochs=1), run, settings)


POINTS = 65_536

RATES: dict[str, Rate] = {
    "slices and insertion": Rate("images", _extract, 16, 2048, AREA, 72.0),
    "reconstruction": Rate("images", _reconstruct, 16, 2048, AREA, IMAGE),
    "refinement": Rate("images", _refine, 8, 4096, AREA, IMAGE),
    "refinement of the CTF": Rate("images", _ctf, 16, 4096, AREA, IMAGE),
    "sweep of the linear model": Rate("images", _sweep, 32, 2048, 1.0, 2 * (8.0 * 190 + 500)),
    # The batch of a training is part of its method. Launches are 16 s an epoch of 100,000 images here.
    "VAE": Rate("images", _vae, 4, 16, AREA, IMAGE, HALF, share=2.0),
    "maps decoded": Rate("maps", _decode, 1, 1, VOLUME, 8.0 * BOX**3),
    # As of the VAE: 30 images are what the method learns from at a time, and 27 s an epoch of 100,000 their launches.
    "pose-free network": Rate("images", _network, 30, 30, 8.0, 4.0 * 32**2, HALF, share=6.0),
    "substitution of noise": Rate("images", _substituted, 16, 512, AREA, IMAGE),
    "images made ready": Rate("images", _prepare, 16, 2048, AREA, IMAGE),
    "profiles of windows": Rate("windows", _windows, 64, 4295, (25 / 9) ** 3, 24.0),
    "super-resolution": Rate("cubes", _tiles, 2, 16, (64 / 12) ** 3, 4.0 * 12**3, HALF),
    "training of super-resolution": Rate(
        "cubes", _superres_training, 4, 16, (25 / 12) ** 3, 8.0 * 12**3, HALF, share=1.5
    ),
}
"""Every stage that goes through images, windows, cubes or maps by the thousand."""
