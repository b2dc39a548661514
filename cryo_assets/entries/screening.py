"""A look at every image before anything is made of it: what cannot be used, and what was picked twice."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cryo_assets.entries.table import with_half_sets
from cryo_core.data import Particles, Progress, silent
from cryo_core.formats.mrc_stack import MrcStack
from cryo_core.formats.particles import open_stored
from cryo_core.imaging.faults import Fault, FaultFinder
from cryo_core.validation.twins import (
    TWIN_DISTANCE,
    Fingerprints,
    Pairs,
    Twins,
    first_rows,
    joined,
    no_pairs,
    picked_twins,
)
from cryo_core.validation.views import unposed

_PIXELS_AT_ONCE = 4_000_000
_SAME = 0.25
"""Correlation of fingerprints that picks a tenth of a box apart have at the least; others reach it by chance once in
a million."""

_NO_POSE = "no pose: its angles and shifts are all 0"


@dataclass(frozen=True)
class Screened:
    """What is known of a set's images once each was looked at.

    Attributes
    ----------
    faults : the rows of the whole table that are left out, with the reason
    rows : the other rows
    twins : which of those are of one particle, by their place in `rows`
    found_by : how each of them was found to be the twin of an earlier one: "place", "content", or ""
    words : what a person should know of how twins were looked for
    """

    faults: tuple[Fault, ...]
    rows: np.ndarray
    twins: Twins
    found_by: np.ndarray
    words: str

    @property
    def numbers(self) -> dict[str, int]:
        """How many rows were left out, and how many images are twins of an earlier one."""
        return {"left_out": len(self.faults), "twins": self.twins.count}

    def without_twins(self) -> "Screened":
        """The same with the first image of each particle alone; the others are left out."""
        again = self.twins.first != self.twins.image
        first = self.rows[self.twins.first]
        twins = [
            Fault(int(self.rows[at]), f"a particle picked again: it is that of row {first[at] + 1}")
            for at in np.flatnonzero(again)
        ]
        faults = tuple(sorted((*self.faults, *twins), key=lambda fault: fault.row))
        kept = np.flatnonzero(~again)
        return Screened(faults, self.rows[kept], self.twins.take(kept), self.found_by[kept], self.words)


def screen(particles: Particles, distance: float = TWIN_DISTANCE, progress: Progress = silent) -> Screened:
    """Look at every image once: which cannot be used, and which are one particle picked twice.

    Images of each pixel size and box are looked at apart, and judged against one another.

    Parameters
    ----------
    particles
        A table, whose stacks are there.
    distance
        Share of the box within which two picks are one particle.
    progress
        Called with (images done, images).

    Raises
    ------
    SettingsError
        More than half of the images cannot be used.
    """
    parts, found, done = open_stored(particles), [], 0
    for part in parts:
        assert isinstance(part.images, MrcStack)
        some = particles if len(parts) == 1 else particles.take(part.rows)
        found.append(_screened(some, part.images, distance, _behind(progress, done, len(particles))))
        done += len(part.rows)
    return found[0] if len(parts) == 1 else _together([part.rows for part in parts], found)


def _behind(progress: Progress, done: int, total: int) -> Progress:
    """Report of a part of the work, behind what was done before."""
    return progress if not done else lambda part, _: progress(min(done + part, total), total)


def _together(rows: list[np.ndarray], found: list[Screened]) -> Screened:
    """What was found of all images, from what was found of those of each size."""
    faults = [
        Fault(int(at[fault.row]), fault.reason)
        for at, f in zip(rows, found, strict=True)
        for fault in f.faults
    ]
    kept = np.concatenate([at[f.rows] for at, f in zip(rows, found, strict=True)])
    first = np.concatenate([at[f.rows][f.twins.first] for at, f in zip(rows, found, strict=True)])
    image = np.concatenate([at[f.rows][f.twins.image] for at, f in zip(rows, found, strict=True)])
    order = np.argsort(kept)
    place = np.empty(int(kept.max()) + 1, np.int64)
    place[kept[order]] = np.arange(len(order))
    return Screened(
        tuple(sorted(faults, key=lambda fault: fault.row)),
        kept[order],
        Twins(place[first[order]], place[image[order]]),
        np.concatenate([f.found_by for f in found])[order],
        found[0].words,
    )


def _screened(particles: Particles, images: MrcStack, distance: float, progress: Progress) -> Screened:
    """What is known of images of one size."""
    image = first_rows(particles)
    own = np.flatnonzero(image == np.arange(len(particles)))
    finder, prints = FaultFinder(), Fingerprints(images.box)
    batch = max(1, _PIXELS_AT_ONCE // images.box**2)
    for start in range(0, len(own), batch):
        read = images.read_anything(own[start : start + batch])
        finder.add(read)
        prints.add(read)
        progress(min(start + batch, len(own)), len(own))
    reason = np.full(len(particles), "", dtype=object)
    for fault in finder.faults():
        reason[own[fault.row]] = fault.reason
    reason = reason[image]
    reason[unposed(particles.poses).numpy() & (reason == "")] = _NO_POSE
    good = reason == ""
    placed = picked_twins(particles.take(own), distance * images.box * images.pixel_angstrom)
    placed, words = _trusted(placed, prints)
    pairs = {"place": own[placed], "content": own[prints.alike()]}
    pairs = {how: found[good[found].all(1)] for how, found in pairs.items()}
    found_by = np.full(len(particles), "", dtype=object)
    for how, found in pairs.items():
        later = found.max(1) if len(found) else np.zeros(0, np.int64)
        found_by[later[found_by[later] == ""]] = how
    rows = np.flatnonzero(good)
    faults = tuple(Fault(int(row), str(reason[row])) for row in np.flatnonzero(~good))
    return Screened(faults, rows, joined(image, *pairs.values()).take(rows), found_by[rows], words)


def screened_table(given: Particles, seed: int, progress: Progress = silent) -> tuple[Particles, Screened]:
    """The rows of a table whose images can be used, in half sets that no twin stands apart in; and what was found.

    Parameters
    ----------
    given
        The table, whose stacks are there.
    seed
        Of the half sets, where the table has none.
    progress
        Called with (images done, images).
    """
    found = screen(given, progress=progress)
    return with_half_sets(given.take(found.rows), seed, found.twins), found


def _trusted(placed: Pairs | None, prints: Fingerprints) -> tuple[Pairs, str]:
    """Pairs of near picks, unless most of them hold other images: then coordinates or names mean something else."""
    if placed is None:
        return (
            no_pairs(),
            "the table does not say where images were picked, so twins were found by content alone",
        )
    if len(placed) and np.median(prints.correlation(placed)) < _SAME:
        return no_pairs(), (
            f"{len(placed)} pairs of picks lie at one place by the table, but most of them hold other images "
            "(micrographs of one name, or coordinates of something else): twins were found by content alone"
        )
    return placed, "twins were found by where images were picked, and by content"


def faults_table(found: Screened, given: Particles) -> pd.DataFrame:
    """The images that were left out: row of the file (from 1), image, reason."""
    rows = [fault.row for fault in found.faults]
    names = [
        f"{given.image_number[row] + 1:06d}@{given.stacks[given.stack_number[row]].name}" for row in rows
    ]
    reasons = [fault.reason for fault in found.faults]
    return pd.DataFrame({"row": [row + 1 for row in rows], "image": names, "reason": reasons})
