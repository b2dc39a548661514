"""The published network and the default search side by side on the thesis's letter L: steps, seconds, FSC.

A step is one mini-batch, of the search one pass over all images too. The map of each is made of all images at the
poses that it found, in the truth's frame; the hand is the better one.
"""

import dataclasses
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench_posefree import Set, found_in, letter
from common import THREADS, Row

from cryo_core.data import ImageSet, Poses
from cryo_core.posefree.hand import against_truth
from cryo_core.posefree.model import NetworkSettings
from cryo_core.posefree.search import SearchResult
from cryo_core.posefree.train import infer, split, train_network

NETWORK_SECONDS = 60.0
"""For each repeat: the thesis took days on four GPUs."""


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    given = letter(True, 1)
    yield from _rows("published network", given, *_published(given, NETWORK_SECONDS * repeats))
    found, seconds = found_in(given)
    yield from _rows("default search", given, found.poses, _steps(found), seconds, "")


def _published(given: Set, budget: float) -> tuple[Poses, int, float, str]:
    """Train epoch by epoch for as long as the budget lasts, one at least; the images as the search has them."""
    settings, seconds, epochs = NetworkSettings(patience=0), 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        while seconds < budget:
            epochs += 1
            start = time.perf_counter()
            fit = train_network(given.images, dataclasses.replace(settings, epochs=epochs), Path(folder))
            seconds += time.perf_counter() - start
    first, last = (fit.history[at]["validation_entropy"] for at in (0, -1))
    said = f"{epochs} epochs, {last:.1f} nats a test image ({first:.1f} after one)"
    steps = epochs * -(-len(split(len(given.images), settings)[0]) // settings.batch)
    return infer(fit, given.images).poses, steps, seconds, said


def _steps(found: SearchResult) -> int:
    return sum(len(restart.curve) for restart in found.restarts) + len(found.polished.passes)


def _rows(name: str, given: Set, poses: Poses, steps: int, seconds: float, said: str) -> Iterator[Row]:
    told = against_truth(
        ImageSet(given.images, poses, given.optics, given.half_set), given.poses, given.true_map
    )
    assert told.curve is not None
    note = f"{steps} steps, {seconds:.0f} s on {THREADS} threads{', ' + said if said else ''}"
    resolution = told.curve.resolution_angstrom(0.143)
    yield Row(f"chiral L, {name}: FSC 0.143", resolution, "Å", note=note)
    median = float(told.errors.rotation_degrees.median())
    yield Row(f"chiral L, {name}: median rotation error", median, "degrees", note=note)
