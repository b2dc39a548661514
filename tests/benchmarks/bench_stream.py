"""Peak memory and time as the number of particles grows, with images made as they are read."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from common import Row, median, run_program

COUNTS = (5_000, 10_000, 20_000, 40_000, 80_000)
BOX = 64


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    peaks: dict[int, list[float]] = {20_000: [], 200_000: []}
    for _ in range(repeats):
        for n, values in peaks.items():
            values.append(_once(n)["peak_mb"])
    few, many = (median(values) for values in peaks.values())
    yield Row(
        "peak memory, 200,000 particles over 20,000", many, "MB", "20,000", few, many / few,
        "≤ 1.1 ×", many / few <= 1.1, runs={str(n): v for n, v in peaks.items()},
    )  # fmt: skip
    runs = [_once(*COUNTS) for _ in range(repeats)]
    # Processors' seconds judge: they do not count what other work on the machine takes.
    for clock, judged in (("cpu_seconds", True), ("seconds", False)):
        seconds = {n: [run[clock][i] for run in runs] for i, n in enumerate(COUNTS)}
        each = {n: median(values) / n * 1e6 for n, values in seconds.items()}
        middle = median(list(each.values()))
        apart = max(abs(v / middle - 1) for v in each.values())
        name = "process time" if judged else "wall time"
        yield Row(
            f"back-projection, {name} a particle, {COUNTS[0]} to {COUNTS[-1]}: largest departure from the median",
            apart, "relative", bar="≤ 0.1" if judged else "", holds=apart <= 0.1 if judged else None,
            note="µs: " + ", ".join(f"{n}: {v:.0f}" for n, v in each.items()),
            runs={str(n): v for n, v in seconds.items()},
        )  # fmt: skip


def _once(*counts: int) -> dict[str, Any]:
    return json.loads(run_program(sys.executable, Path(__file__).with_name("stream_once.py"), BOX, *counts))
