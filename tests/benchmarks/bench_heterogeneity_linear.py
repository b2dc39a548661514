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
    folder = DATA / "states64_20000"
    if not (folder / "truth.npz").exists():
        run_program(sys.executable, MAKE, folder, "--seed", 1)
    for star, bar in (("true", 10.0), ("perturbed", 20.0)):
        found = _once(folder, star)
        note = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in found["stages"].items())
        note += f"; {found['components']} components"
        yield Row(f"linear model, {star} poses, 20,000 images of 64", found["seconds"], "s", bar=f"≤ {bar:.0f} s",
                  holds=found["seconds"] <= bar, note=note)  # fmt: skip
    yield Row("… median rotation error", found["degrees"], "°", bar="≤ 1.4°", holds=found["degrees"] <= 1.4)
    yield Row("… median shift error", found["pixels"], "px", bar="≤ 0.2", holds=found["pixels"] <= 0.2)
    few, many = (_once(folder, "perturbed", copies) for copies in (1, 10))
    ratio = many["seconds"] / few["seconds"]
    yield Row("… 200,000 images over 20,000, time", many["seconds"], "s", "20,000", few["seconds"], ratio, "≤ 10.5 ×",
              ratio <= 10.5)  # fmt: skip
    ratio = many["peak_mb"] / few["peak_mb"]
    yield Row("… and memory", many["peak_mb"], "MB", "20,000", few["peak_mb"], ratio, "≤ 1.3 ×, ≤ 3 GB",
              ratio <= 1.3 and many["peak_mb"] <= 3000)  # fmt: skip


def _once(folder: Path, star: str, copies: int = 1) -> dict[str, Any]:
    return json.loads(run_program(sys.executable, ONCE, folder, star, copies))
