"""What a step asks a scheduler for, where the site leaves it open: by rule first, then from what earlier runs took."""

import math
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.cluster import Job
from cryo_assets.store.store import Artifact, Store

CPUS = 4
"""Cores of a step where the site says nothing."""

_BASE_BYTES = 3 << 30  # a process with torch and Dagster, and what a step holds beside its images
_SPARE = 1.5  # a measured peak is that of one run
_LEAST_MINUTES = 30
_LOOKED_AT = 8
"""Earlier runs of other entries that are looked at, the newest first."""


def filled_in(job: Job, store: Store, key: str, entry: str, gpu: bool, more: int = 1) -> Job:
    """A job with its cores, memory, time and GPUs chosen where the site leaves them open.

    Parameters
    ----------
    job
        What the site says.
    store, key, entry
        What earlier runs took is read from the store: of the asset of this entry, else of other entries.
    gpu
        Whether the step takes a GPU where there is one.
    more
        How many times the memory, after a try that was killed for it.
    """
    before = list(_earlier(store, key, entry))
    pixels = _pixels(store, entry)
    seconds = max((a.made.seconds * _grown(store, a, pixels) for a in before), default=0.0)
    chosen = {
        "cpus": job.cpus or CPUS,
        "gpus": job.gpus if job.gpus is not None else int(gpu),
        "memory": _times(job.memory, more)
        if job.memory
        else _megabytes(_memory(store, before, pixels) * more),
        "time": job.time or (_clock(3 * seconds) if before else None),  # None: the partition's own limit
    }
    return job.model_copy(update=chosen)


def _memory(store: Store, before: list[Artifact], pixels: float) -> float:
    """Bytes: by rule the images twice in single precision; measured, the largest peak, grown with the images."""
    peaks = [a.made.peak_memory_bytes * _grown(store, a, pixels) for a in before]
    return max(_SPARE * max(peaks), 1 << 30) if peaks else _BASE_BYTES + 8.0 * pixels


def _grown(store: Store, before: Artifact, pixels: float) -> float:
    """How many times larger an entry is than that of an earlier run; never less than 1, and 1 where none knows."""
    old = _pixels(store, before.entry)
    return max(1.0, pixels / old) if old and pixels else 1.0


def _earlier(store: Store, key: str, entry: str) -> Iterable[Artifact]:
    """The newest version of an asset of an entry, else those of the entries whose results are the newest."""
    own = store.current(key, entry)
    if own:
        return [own]
    try:
        with os.scandir(store.root / key) as found:
            places = sorted(found, key=lambda place: -place.stat().st_mtime)
    except OSError:
        return []
    newest = (store.versions(key, place.name)[-1:] for place in places if not place.name.startswith("."))
    return list(islice((version for versions in newest for version in versions), _LOOKED_AT))


def _pixels(store: Store, entry: str) -> float:
    """Pixels of an entry's images, or voxels of its map; 0 where they are not known yet."""
    if entry == TRAINING:
        return 0.0
    particles = store.current("particles/source", entry)
    if particles:
        return float(particles.numbers.get("images") or 0) * float(particles.numbers.get("box") or 0) ** 2
    volume = store.current("maps/source", entry)
    shape = str(volume.numbers.get("shape_zyx") or "") if volume else ""
    return math.prod(float(part) for part in shape.split(" × ")) if shape else 0.0


def _megabytes(count: float) -> str:
    return f"{max(1, math.ceil(count / (1 << 20)))}M"


def _times(memory: str, more: int) -> str:
    return f"{int(memory[:-1]) * more}{memory[-1]}"


def _clock(seconds: float) -> str:
    minutes = max(_LEAST_MINUTES, math.ceil(seconds / 60))
    return f"{minutes // 60}:{minutes % 60:02d}:00"


def log_folder(storage: Path, run: str) -> Path:
    """Where the jobs of a run write; it goes when the run's records go."""
    return storage / run / "jobs"
