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
    yield from _real(found["true"]["seconds"])
    many = _once("perturbed", folders)
    ratio = many["seconds"] / few["seconds"]
    cpu = many["cpu_seconds"] / few["cpu_seconds"]
    note = f"both from the disk; processors' time {cpu:.2f} ×"
    yield Row("… 200,000 images (ten sets) over 20,000, time", many["seconds"], "s", "20,000", few["seconds"], ratio,
              "≤ 10.5 ×", ratio <= 10.5, note)  # fmt: skip
    ratio = many["peak_mb"] / few["peak_mb"]
    yield Row("… and memory", many["peak_mb"], "MB", "20,000", few["peak_mb"], ratio, "≤ 1.3 ×, ≤ 3 GB",
              ratio <= 1.3 and many["peak_mb"] <= 3000)  # fmt: skip


_KINDS = ("empty", "edge", "two particles", "other")


def _real(clean_seconds: float) -> Iterator[Row]:
    """Sets as from a microscope, and their faults one by one; the numbers are of the images that are no junk."""
    sets = [("--real", star, bar) for star, bar in (("true", 0.96), ("perturbed", 0.94))]
    sets += [("--background 0.3", "true", 0.98), ("--colour 4", "true", 0.95)]
    sets += [("--colour 4 --background 0.3", "true", 0.94), ("--junk 0.3", "true", 0.96)]
    for options, star, bar in sets:
        for seed in (1, 2, 3):
            got = _once(star, [_made(seed, options)])
            note = f"{got['classes']} classes; good images lost {got['good_lost']:.2%}"
            kinds = [(name, got[f"junk_{i}"]) for i, name in enumerate(_KINDS) if f"junk_{i}" in got]
            note += "".join(f"; {name} {share:.2f}" for name, share in kinds)
            what = f"linear model, {options}, {star} poses, seed {seed}: ARI"
            yield Row(what, got["ari"], "", bar=f"≥ {bar}", holds=got["ari"] >= bar, note=note)
            if options == "--real" and star == "true":
                ratio = got["seconds"] / clean_seconds
                yield Row("… time over the clean set's", ratio, "×", bar="≤ 1.3 ×", holds=ratio <= 1.3)


def _made(seed: int, options: str = "") -> Path:
    name = "states64_20000" if seed == 1 else f"states64_s{seed}"
    folder = DATA / (name + options.replace(" ", "").replace("--", "_"))
    if not (folder / "truth.npz").exists():
        run_program(sys.executable, MAKE, folder, "--seed", seed, *options.split())
    return folder


def _once(star: str, folders: list[Path]) -> dict[str, Any]:
    return json.loads(run_program(sys.executable, ONCE, star, *folders))
