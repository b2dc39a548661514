"""The linear latent model on the default heterogeneous sets: seconds, poses, and how it grows with the images."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from common import DATA, MAKE, Row, run_program

ONCE = Path(__file__).with_name("linear_once.py")


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats, missing
    folders = [_made(seed) for seed in range(1, 11)]
    found = {star: _once(star, folders[:1]) for star in ("true", "perturbed")}
    for star, bar in (("true", 10.0), ("perturbed", 20.0)):
        note = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in found[star]["stages"].items())
        note += f"; {found[star]['components']} components"
        yield Row(f"linear model, {star} poses, 20,000 images of 64", found[star]["seconds"], "s", bar=f"≤ {bar:.0f} s",
                  holds=found[star]["seconds"] <= bar, note=note)  # fmt: skip
    few = found["perturbed"]
    yield Row("… median rotation error", few["degrees"], "°", bar="≤ 1.4°", holds=few["degrees"] <= 1.4)
    yield Row("… median shift error", few["pixels"], "px", bar="≤ 0.2", holds=few["pixels"] <= 0.2)
    many = _once("perturbed", folders)
    ratio = many["seconds"] / few["seconds"]
    cpu = many["cpu_seconds"] / few["cpu_seconds"]
    note = f"both from the disk; processors' time {cpu:.2f} ×"
    yield Row("… 200,000 images (ten sets) over 20,000, time", many["seconds"], "s", "20,000", few["seconds"], ratio,
              "≤ 10.5 ×", ratio <= 10.5, note)  # fmt: skip
    ratio = many["peak_mb"] / few["peak_mb"]
    yield Row("… and memory", many["peak_mb"], "MB", "20,000", few["peak_mb"], ratio, "≤ 1.3 ×, ≤ 3 GB",
              ratio <= 1.3 and many["peak_mb"] <= 3000)  # fmt: skip


def _made(seed: int) -> Path:
    folder = DATA / ("states64_20000" if seed == 1 else f"states64_s{seed}")
    if not (folder / "truth.npz").exists():
        run_program(sys.executable, MAKE, folder, "--seed", seed)
    return folder


def _once(star: str, folders: list[Path]) -> dict[str, Any]:
    return json.loads(run_program(sys.executable, ONCE, star, *folders))
