"""LocScale beside the program LocScale: the same map, model map and mask.

CRYO_LOCSCALE names a command that runs LocScale 2.4 (as "venv/bin/python -m locscale.main" or its script).
"""

import json
import os
import resource
import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from common import DATA, Row, median, run_program, timed

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.sharpening.locscale import LocScaleSettings, locscale
from cryo_core.validation.maps import auto_mask, real_space_correlation

BARS = {"fast": 80.0, "exact": 8.0}


def maps(box: int, voxel: float) -> tuple[Volume, Volume, torch.Tensor]:
    """Make a blurred, noisy map, the sharp map of its model, and the molecule's mask."""
    model = density(phantom_complex(4, 3, 250), (box,) * 3, voxel)
    signal = apply_b_factor(model, 120.0)
    noise = torch.randn(box, box, box, generator=torch.Generator().manual_seed(1))
    volume = signal.with_density(signal.density + 0.1 * signal.density.std() * noise)
    return volume, model, auto_mask(volume) >= 0.5


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    volume, model, mask = maps(128, 1.2)
    count = int(mask.sum())
    settings = {"fast": LocScaleSettings(), "exact": LocScaleSettings(node_angstrom=0.0)}
    locscale(volume, model, mask)
    seconds, cpu, results = {}, {}, {}
    for name, chosen in settings.items():
        runs = []
        begun = time.process_time()
        for _ in range(repeats):
            runs.append(timed(lambda c=chosen, n=name: results.update({n: locscale(volume, model, mask, c)})))
        seconds[name], cpu[name] = median(runs), (time.process_time() - begun) / repeats
    children = _children_cpu()
    theirs = _locscale(volume, model, mask, missing)
    children = _children_cpu() - children
    for name, ours in seconds.items():
        ratio = theirs[0] / ours if theirs else None
        note = f"CPU {cpu[name]:.2f} s" + (
            f" against {children:.1f}: {children / cpu[name]:.0f} times" if theirs else ""
        )
        yield Row(
            f"locscale {name}, 128³, {count} mask voxels",
            ours,
            "s",
            "locscale",
            theirs[0] if theirs else None,
            ratio,
            f"≥ {BARS[name]:g} times",
            None if ratio is None else ratio >= BARS[name],
            note,
        )
    same = real_space_correlation(results["fast"].density, results["exact"].density, mask)
    yield Row("correlation of fast and exact in the mask", same, "", bar="≥ 0.997", holds=same >= 0.997)
    if theirs:
        other = real_space_correlation(results["exact"].density, theirs[1].density, mask)
        yield Row("correlation of exact and LocScale's in the mask", other, "", "locscale")
    for edge, voxels, most in ((256, 500_000, 8.0), (512, 4_000_000, 60.0)):
        yield from _large(edge, voxels, most)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _large(edge: int, voxels: int, most: float) -> Iterator[Row]:
    """Time a large map in a process of its own, and look at its memory: 12 bytes a voxel and 1 GB."""
    found = json.loads(
        run_program(sys.executable, Path(__file__).with_name("locscale_once.py"), edge, voxels)
    )
    for name in ("locscale", "sharpen"):
        seconds = found[f"{name}_seconds"]
        what = f"{name}, {edge}³, {found['mask_voxels']} mask voxels"
        yield Row(what, seconds, "s", bar=f"≤ {most:g} s", holds=seconds <= most)
    room = 12e-9 * edge**3 + 1.0
    peak = found["locscale_peak_gb"]
    yield Row(f"locscale, {edge}³: peak memory", peak, "GB", bar=f"≤ {room:.2f} GB", holds=peak <= room)


def _locscale(
    volume: Volume, model: Volume, mask: torch.Tensor, missing: list[str]
) -> tuple[float, Volume] | None:
    command = shlex.split(os.environ.get("CRYO_LOCSCALE", "locscale"))
    if shutil.which(command[0]) is None:
        missing.append("locscale 2.4 (its own venv; CRYO_LOCSCALE names the command)")
        return None
    folder = DATA / "locscale"
    folder.mkdir(parents=True, exist_ok=True)
    parts = {"map": volume, "model": model, "mask": volume.with_density(mask.float())}
    for name, one in parts.items():
        write_volume(folder / f"{name}.mrc", one)
    out = folder / "out.mrc"
    files = ("-em", folder / "map.mrc", "-mm", folder / "model.mrc", "-ma", folder / "mask.mrc", "-o", out)
    seconds = timed(lambda: run_program(*command, *files))
    return seconds, read_volume(out)
