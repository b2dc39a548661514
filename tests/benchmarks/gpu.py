"""What a GPU gives: the CPU's answers, its speed and share of bandwidth, and whole methods on 100,000 images of 128².

    python tests/benchmarks/gpu.py [--device cuda] [--small] [--keep] [--out FOLDER]

Needs nothing but the project's own packages, and makes its images as it begins. Sized for 8 minutes on one H200. Writes
gpu.md and gpu.json, and compares them with baselines/<gpu>.json: a speed that fell by a fifth, or a quality beyond its
tolerance, ends with code 1. `--keep` writes that file. `--small` runs all of it in a minute on a CPU, to see that it
does.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "devices"))

import torch
from cases import STAGES, _ball, _body
from common import Row, timed

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.devices import choose_device
from cryo_core.errors import SettingsError
from cryo_core.fourier.resample import resample
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations, rotation_distance_degrees
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.posefree.images import Loaded

BASELINES = Path(__file__).resolve().parent / "baselines"
LOST_SPEED, LOST_QUALITY = 0.8, 0.02
"""A later run may keep that share of a speed, and lose so much of a quality (both from 0 to 1)."""

CORRECT_SMALL = ("slices", "reconstruction", "VAE")
BANDWIDTH = {"H200": 4.8e12, "H100": 3.35e12, "A100": 2.0e12, "V100": 0.9e12}
"""Bytes a second of the memories of NVIDIA's cards, from their data sheets."""

PUBLISHED_EPOCH_SECONDS = 12 * 60.0
"""cryoDRGN's epoch of 100,000 images of 128² on a V100 (Zhong et al. 2021)."""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    box: int
    slices: int
    few: int
    classes: int
    refined: int
    stages: tuple[str, ...]


FULL = Size(128, 4096, 8_000, 50_000, 100_000, tuple(STAGES))
SMALL = Size(24, 64, 120, 240, 120, CORRECT_SMALL)


def correctness(device: torch.device, size: Size) -> Iterator[Row]:
    """Every stage's numbers on the device against the CPU's."""
    for name in size.stages:
        stage, tolerance = STAGES[name]
        here, there = stage(torch.device("cpu")), stage(device)
        worst = max(_apart(here[part], there[part]) for part in here)
        yield Row(
            f"{name}: apart from the CPU", worst, "deviations", bar=f"≤ {tolerance}", holds=worst <= tolerance
        )


def _apart(one: object, other: object) -> float:
    a, b = (torch.as_tensor(v).detach().cpu() for v in (one, other))
    a, b = (torch.view_as_real(v) if v.is_complex() else v for v in (a, b))
    return float((a.double() - b.double()).square().mean().sqrt() / a.double().square().mean().sqrt())


def states(box: int) -> tuple[Volume, Volume]:
    """Two states of a molecule."""
    bodies = _body(), _body() + 0.9 * _ball(2, -5, -3)
    return tuple(resample(Volume(body, 6.0), 6.0 * 24 / box) for body in bodies)  # type: ignore[return-value]


def images_of(box: int, count: int, device: torch.device, seed: int = 3) -> tuple[ImageSet, torch.Tensor]:
    """Images of both states with noise, at poses 2° and 1 Å off, and each one's state."""
    two = tuple(volume.to(device) for volume in states(box))
    made = simulate_particles(two, (0.5, 0.5), count, SimulationSettings(snr=1.0, seed=seed))
    stack, generator = torch.empty(count, box, box), torch.Generator(device.type).manual_seed(seed)
    for rows in torch.split(torch.arange(count), 2048):
        clean = made.clean(rows.numpy())
        noise = torch.randn(clean.shape, generator=generator, device=clean.device)
        stack[rows] = (clean + noise).cpu()
    turn = 0.035 * torch.randn(count, 3, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    poses = Poses(
        (axis_angle_to_matrix(turn) @ made.poses.rotation.double()).float(), made.poses.shift_angstrom
    )
    half = (1 + torch.arange(count) % 2).numpy()
    truth = torch.from_numpy(made.label)
    return ImageSet(Loaded(stack, made.pixel_angstrom), poses, made.optics, half), truth


def _clock(device: torch.device, work: Callable[[], object]) -> float:
    """Seconds of a call, the device's work included; it is called once before, which compiles."""

    def whole() -> None:
        work()
        if device.type == "cuda":
            torch.cuda.synchronize(device)

    whole()
    return timed(whole)


def kernels(device: torch.device, size: Size, bandwidth: float) -> Iterator[Row]:
    """Slices and insertion by bytes a second: 8 neighbours of 8 or 12 bytes, read once, or read and written."""
    from cryo_core.imaging.slices import SliceAccumulator, extract_slices, prepare
    from cryo_core.imaging.slices_torch import disc

    box, rotation = (
        size.box,
        random_rotations(size.slices, torch.Generator().manual_seed(1)).float().to(device),
    )
    padded, pixels = prepare(states(box)[0].density.to(device), 2), len(disc(box, device)[0])
    values = torch.ones(size.slices, pixels, 3, device=device)
    sums = SliceAccumulator(box, 2, device)
    extracted = _clock(device, lambda: extract_slices(padded, rotation, box, 2))
    inserted = _clock(device, lambda: sums.add_pixels(values, rotation, box))
    for name, seconds, moved in (("slices", extracted, 8 * 8 + 8), ("insertion", inserted, 2 * 8 * 12 + 12)):
        share = size.slices * pixels * moved / seconds / bandwidth
        yield Row(f"{name} a second", size.slices / seconds, "images/s")
        yield Row(f"{name}: share of bandwidth", share, "share", bar="≥ 0.5", holds=share >= 0.5)


def linear(device: torch.device, size: Size, bandwidth: float) -> Iterator[Row]:
    """From a stack to classes by the linear model, and the share of bandwidth of its sweeps."""
    from cryo_core.heterogeneity.classes.find import cluster
    from cryo_core.heterogeneity.classes.settings import ClusterSettings
    from cryo_core.heterogeneity.linear.bands import pixels_within
    from cryo_core.heterogeneity.linear.fit import fit_linear
    from cryo_core.heterogeneity.linear.model import LinearSettings
    from cryo_core.validation.clusters import adjusted_rand_index

    images, truth = images_of(size.box, size.classes, device)
    small = size.box < 128
    settings = LinearSettings(shells=7, iterations=2, early_iterations=1) if small else LinearSettings()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        fit = fit_linear(images, settings, Path(folder), device)
    found = cluster(fit.latents, ClusterSettings(classes=2))
    seconds = time.perf_counter() - start
    numbers = fit.settings.most_components + 1
    bytes_each = (
        len(pixels_within(settings.shells))
        * 8
        * (8 * numbers + 4 * (2 * numbers + numbers * (numbers + 1) // 2))
    )
    sweeps = settings.iterations
    share = (
        size.classes * bytes_each * sweeps / (fit.seconds["fine"] + fit.seconds["choose"] + 1e-9) / bandwidth
    )
    agreement = float(adjusted_rand_index(found.labels, truth.numpy()))
    yield Row("stack to classes", seconds, "s", bar="≤ 300 for 50,000", holds=small or seconds <= 300)
    yield Row("linear model: images a second", size.classes / seconds, "images/s")
    yield Row("linear model: share of bandwidth", share, "share", bar="≥ 0.4", holds=share >= 0.4)
    yield Row("classes: adjusted Rand index", agreement, "quality", bar="≥ 0.9", holds=agreement >= 0.9)


def vae(device: torch.device, size: Size, bandwidth: float) -> Iterator[Row]:
    """An epoch of the VAE, scaled to 100,000 images."""
    from cryo_core.heterogeneity.vae.model import VaeSettings
    from cryo_core.heterogeneity.vae.train import train_vae
    from cryo_core.learning.fit import TrainingRun

    images, _ = images_of(size.box, size.few, device)
    with tempfile.TemporaryDirectory() as folder:
        once = timed(
            lambda: train_vae(images, VaeSettings(epochs=1), TrainingRun(Path(folder) / "a", device))
        )
        twice = timed(
            lambda: train_vae(images, VaeSettings(epochs=2), TrainingRun(Path(folder) / "b", device))
        )
    epoch = max(1e-9, twice - once) * 100_000 / size.few
    bar = PUBLISHED_EPOCH_SECONDS * BANDWIDTH["V100"] / bandwidth / 2
    yield Row("VAE: images a second", 100_000 / epoch, "images/s")
    yield Row("VAE: epoch of 100,000", epoch, "s", bar=f"≤ {bar:.0f}", holds=epoch <= bar)


def poses(device: torch.device, size: Size, bandwidth: float) -> Iterator[Row]:
    """Refinement of all images at their own box, and poses of them from nothing."""
    from cryo_core.posefree.hand import against_truth
    from cryo_core.posefree.search import SearchSettings, search
    from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
    from cryo_core.refinement.refine import RefinementSettings, refine

    images, _ = images_of(size.box, size.refined, device, seed=5)
    true = simulate_particles(
        states(size.box), (0.5, 0.5), size.refined, SimulationSettings(snr=1.0, seed=5)
    ).poses
    one = states(size.box)[0]
    fine = 2.5 * images.pixel_angstrom
    settings = RefinementSettings(max(fine, 24.0 if size is SMALL else fine), angle_range_degrees=3.0)
    start = time.perf_counter()
    refined = refine(images, (one, one), settings, device=device)
    middle = time.perf_counter()
    made = reconstruct(images, ReconstructionSettings(), device)
    end = time.perf_counter()
    error = float(rotation_distance_degrees(refined.poses.rotation, true.rotation).median())
    yield Row("refinement: images a second", size.refined / (middle - start), "images/s")
    yield Row("refinement: poses within 1°", float(error <= 1.0), "quality", note=f"median {error:.2f}°")
    yield Row("reconstruction: images a second", size.refined / (end - middle), "images/s")
    yield Row("reconstruction: FSC at half of Nyquist", float(made.fsc.correlation[size.box // 4]), "quality")
    short = SearchSettings(
        last_shell=4, steps=2, order=1, restarts=2, most_restarts=2, held_out=40, more_passes=0
    )
    start = time.perf_counter()
    found = search(images, short if size is SMALL else SearchSettings(), device)
    seconds = time.perf_counter() - start
    posed = ImageSet(images.images, found.poses, images.optics, images.half_set)
    wrong = float(against_truth(posed, true, device=device).errors.rotation_degrees.median())
    yield Row("pose-free: images a second", size.refined / seconds, "images/s")
    yield Row("pose-free: poses within 5°", float(wrong <= 5.0), "quality", note=f"median {wrong:.1f}°")


PARTS = (kernels, linear, vae, poses)


def lost(rows: list[Row], before: list[dict[str, object]]) -> list[str]:
    """What a baseline had that these rows have not: speed, or quality."""
    now, faults = {row.what: row for row in rows}, []
    for old in before:
        row, value = now.get(str(old["what"])), float(str(old["ours"]))
        if row is None:
            faults.append(f"{old['what']}: was measured, and is not")
        elif row.unit == "images/s" and row.ours < LOST_SPEED * value:
            faults.append(f"{row.what}: {row.ours:.0f} a second, was {value:.0f}")
        elif row.unit == "quality" and row.ours < value - LOST_QUALITY:
            faults.append(f"{row.what}: {row.ours:.3f}, was {value:.3f}")
    return faults


def name_of(device: torch.device) -> str:
    """The GPU's name in a file name."""
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"
    return name.lower().replace(" ", "-")


def table(rows: list[Row]) -> str:
    lines = ["| what | measured | unit | bar | holds |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *(_line(row) for row in rows)]) + "\n"


def _line(row: Row) -> str:
    holds = "" if row.holds is None else "yes" if row.holds else "no"
    return f"| {row.what} | {row.ours:.4g} | {row.unit} {row.note} | {row.bar} | {holds} |"


def measure(device: torch.device, size: Size) -> list[Row]:
    """All rows, printed as they come."""
    bandwidth = next((b for name, b in BANDWIDTH.items() if name.lower() in name_of(device)), 20e9)
    rows: list[Row] = []
    parts = [correctness(device, size), *(part(device, size, bandwidth) for part in PARTS)]
    for part in parts:
        for row in part:
            rows.append(row)
            sys.stdout.write(_line(row) + "\n")
            sys.stdout.flush()
    return rows


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("."))
    given = parser.parse_args(arguments)
    try:
        device = choose_device(given.device)
    except SettingsError as error:
        sys.stderr.write(f"gpu.py: {error}\n")
        return 2
    start = time.perf_counter()
    rows = measure(device, SMALL if given.small else FULL)
    document = {
        "gpu": name_of(device),
        "small": given.small,
        "torch": torch.__version__,
        "seconds": round(time.perf_counter() - start, 1),
        "rows": [row.document() for row in rows],
    }
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "gpu.json").write_text(json.dumps(document, indent=1) + "\n")
    (given.out / "gpu.md").write_text(table(rows))
    baseline = BASELINES / f"{name_of(device)}.json"
    before = json.loads(baseline.read_text()) if baseline.exists() and not given.small else {"rows": []}
    faults = lost(rows, before["rows"])
    if given.keep and not given.small:
        baseline.write_text(json.dumps(document, indent=1) + "\n")
    sys.stderr.write("".join(f"gpu.py: {fault}\n" for fault in faults))
    wrong = [row.what for row in rows if row.holds is False and (not given.small or "apart" in row.what)]
    sys.stderr.write("".join(f"gpu.py: {what}: not as it should be\n" for what in wrong))
    return 1 if faults or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
