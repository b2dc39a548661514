"""What a large particle set costs on 1, 8 and 32 GPUs, by the counted rates of `tests/devices/rates.csv`.

`python docs/cost.py` prints the table of the page *On a cluster: what it costs*; a test holds the page to it.
"""

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

RATES = Path(__file__).resolve().parent.parent / "tests" / "devices" / "rates.csv"
IMAGES, BOX, STATED_BOX = 1_000_000, 256, 128
GPUS = (1, 8, 32)
A_NODE = 8
"""GPUs of a node."""

SERVER, DISK = 1e9, 3e9
"""Bytes a second: of a file server for all nodes together, and of a node's own SSD."""

NVLINK, NETWORK = 450e9, 50e9
"""Bytes a second of sums within a node, and between nodes (400 Gb/s a node)."""


@dataclass(frozen=True)
class Stage:
    """A stage of an entry's life: how often it goes through all images.

    `grows` with the pixels of the box; `reads` so many bytes of each image a pass; `sums` so many bytes over the GPUs
    a pass; `shared`: whether several GPUs do it faster (a training's batch is part of its method, and too small).
    """

    name: str
    rate: str
    passes: int
    grows: bool = True
    reads: float = 4.0 * BOX**2
    sums: float = 0.0
    shared: bool = True


HALF_SETS = 2 * 48.0 * (BOX + 1) ** 3
"""Bytes of a reconstruction's sums: 48 a voxel of each half set (`cryo_core/needs.py`)."""

STAGES = (
    Stage("working copies, once", "images made ready", 1),
    Stage("reconstruction, a map of all", "reconstruction", 1, sums=HALF_SETS),
    Stage("refinement of poses, a round", "refinement", 1, sums=24.0 * IMAGES),
    Stage("refinement of the CTF", "refinement of the CTF", 1),
    Stage("linear model, 12 sweeps", "sweep of the linear model", 12, False, 2.0 * 500, 14e6),
    Stage("VAE, 20 epochs of 128²", "VAE", 20, False, 2.0 * STATED_BOX**2, shared=False),
    Stage("pose-free network, 20 epochs", "pose-free network", 20, False, 4.0 * 40**2, shared=False),
)


def computing(stage: Stage, gpus: int) -> float:
    """Seconds of computing on so many GPUs: launches or work, whichever takes longer."""
    with RATES.open() as table:
        row = next(row for row in csv.DictReader(table) if row["stage"] == stage.rate)
    work = float(row["work_ms"]) * ((BOX / STATED_BOX) ** 2 if stage.grows else 1.0)
    each = max(float(row["launch_ms"]), work) / 1e6  # milliseconds of 1,000 images
    return stage.passes * IMAGES * each / (gpus if stage.shared else 1)


def reading(stage: Stage, gpus: int, disk: bool) -> float:
    """Seconds of reading, from the server or from each node's own disk."""
    nodes = max(1, gpus // A_NODE) if stage.shared else 1
    return stage.passes * IMAGES * stage.reads / (DISK * nodes if disk else SERVER)


def summing(stage: Stage, gpus: int) -> float:
    """Seconds of sums: a ring within each node, and one between nodes."""
    nodes, within = max(1, gpus // A_NODE), min(gpus, A_NODE)
    ring = 2 * (within - 1) / within / NVLINK + 2 * (nodes - 1) / nodes / NETWORK
    return stage.passes * stage.sums * ring if stage.shared else 0.0


def waiting(stage: Stage, gpus: int, disk: bool = True) -> float:
    """Seconds that one waits: reading goes on beside computing, sums do not."""
    return max(computing(stage, gpus), reading(stage, gpus, disk)) + summing(stage, gpus)


def table() -> list[str]:
    """Rows of the page's table."""
    lines = [
        "| stage | computing on 1, 8, 32 GPUs (s) | reading from the server (s) | from SSDs of 1, 1, 4 nodes (s) | "
        "sums on 8, 32 (s) | all on 1, 8, 32 (s) | does not gain beyond |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for stage in STAGES:
        computed = ", ".join(_said(computing(stage, n)) for n in GPUS)
        read = ", ".join(_said(reading(stage, n, True)) for n in GPUS)
        summed = ", ".join(_said(summing(stage, n)) for n in GPUS[1:])
        whole = ", ".join(_said(waiting(stage, n)) for n in GPUS)
        lines.append(
            f"| {stage.name} | {computed} | {_said(reading(stage, 1, False))} | {read} | {summed} | {whole} | "
            f"{_limit(stage)} |"
        )
    return lines


def _limit(stage: Stage) -> str:
    """The GPUs of one node from which on its disk, not the GPUs, sets the pace."""
    if not stage.shared:
        return "1 GPU"
    gpus = computing(stage, 1) / reading(stage, 1, True)
    return f"{gpus:.0f} GPUs a node" if gpus > 1.5 else "1 GPU a node"


def _said(seconds: float) -> str:
    return f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.1f}" if seconds >= 0.1 else "< .1"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
