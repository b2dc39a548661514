"""What the benchmarks share: alternating timings, rows of the table, data with exact truth."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests"))  # what the tests share: letter, tiny
MAKE = ROOT.parent / "shared" / "bench" / "make_particles.py"
DATA = Path(tempfile.gettempdir()) / "cryo-bench"
THREADS = 2


@dataclass
class Row:
    """One line of the table: what was measured, of whom, and against what bar."""

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    bar: str = ""
    holds: bool | None = None
    note: str = ""
    runs: dict[str, list[float]] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        return asdict(self)


def alternate(calls: dict[str, Callable[[], Any]], repeats: int) -> dict[str, list[float]]:
    """Time each call once a round, in turn, so that what disturbs the machine disturbs all."""
    for call in calls.values():
        call()
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(repeats):
        for name, call in calls.items():
            seconds[name].append(timed(call))
    return seconds


def timed(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    return statistics.median(values)


def run_program(*arguments: object) -> str:
    """Run a program; its stdout, or an error that shows its stderr."""
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments[0]}: {done.stderr[-2000:]}")
    return done.stdout


def particles(box: int, count: int, seed: int) -> Path:
    """Give a folder with one state's images, true poses and true map, made by exact NUFFT slices."""
    folder = DATA / f"one{box}_{count}"
    if not (folder / "truth.npz").exists():
        state = '[[1.0,""]]'
        arguments = [folder, "--states", state, "--box", box, "--particles", count, "--seed", seed]
        run_program(sys.executable, MAKE, *arguments)
    return folder
