"""Which particles were picked in latent space, as it was drawn: outlines, classes and ranges over each other.

A drawing is a file, `polygon.json`: it names the versions that it was drawn on, so that it picks the same particles
whenever it is read again.
"""

from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from cryo_assets.assets.rounds.columns import Cloud, values
from cryo_assets.entries.manifest import first_fault
from cryo_assets.store.store import Store
from cryo_core.errors import FormatError, SettingsError

MOST_CORNERS = 20_000
"""Of all outlines of a drawing: each may take as long as there are particles."""

MOST_BYTES = 1 << 21
"""Of a drawing's file."""

How = Literal["new", "add", "subtract", "within", "invert"]

Corner = tuple[FiniteFloat, FiniteFloat]
Way = tuple[FiniteFloat, FiniteFloat, FiniteFloat]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Outline(_Strict):
    """A closed line in the plane of two columns; of three columns, in the plane of the two ways across them."""

    columns: Annotated[list[str], Field(min_length=2, max_length=3)]
    ways: tuple[Way, Way] | None = None
    corners: Annotated[list[Corner], Field(min_length=3, max_length=MOST_CORNERS)]


class Range(_Strict):
    """Values of a column from one to another, both included."""

    column: str
    low: FiniteFloat
    high: FiniteFloat


class Stroke(_Strict):
    """One step of picking: a set of particles, and what becomes of those that were picked before.

    `new` takes the set alone, `add` both, `subtract` what was picked but for the set, `within` what is in both;
    `invert` needs no set.
    """

    how: How
    outline: Outline | None = None
    class_: Annotated[int | None, Field(alias="class")] = None
    range: Range | None = None


class Drawing(_Strict):
    """Every step, on these versions of a round of a data set."""

    dataset: str
    round: Annotated[int, Field(ge=1)]
    latents: str
    embedding: str
    clusters: str | None = None
    poses: str | None = None
    steps: Annotated[list[Stroke], Field(min_length=1, max_length=500)]

    @property
    def versions(self) -> dict[str, str | None]:
        """The version of each asset of the round that it was drawn on."""
        return {name: getattr(self, name) for name in ("latents", "embedding", "clusters", "poses")}


def read_drawing(path: Path) -> Drawing:
    """Read a polygon.json; FormatError names the field that is wrong."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FormatError(f"{path}: larger than a drawing can be")
        return parsed(path.read_bytes())
    except OSError as error:
        raise FormatError(f"{path}: cannot be read ({error.strerror})") from error
    except SettingsError as error:
        raise FormatError(f"{path}: {error}") from error


def parsed(text: bytes) -> Drawing:
    """A drawing from its JSON; SettingsError names the field that is wrong."""
    try:
        drawing = Drawing.model_validate_json(text)
    except ValidationError as error:
        raise SettingsError(f"no drawing: {first_fault(error)[:300]}") from error
    corners = sum(len(step.outline.corners) for step in drawing.steps if step.outline)
    if corners > MOST_CORNERS:
        raise SettingsError(f"no drawing: {corners} corners, of which there may be {MOST_CORNERS}")
    return drawing


def cloud_of_drawing(store: Store, place: str, drawing: Drawing) -> Cloud:
    """The versions that a drawing names, as the store keeps them under `place`; SettingsError where one is gone."""
    found = {}
    for name, version in drawing.versions.items():
        key = f"round_{drawing.round:02d}/{name}"
        known = version is not None and version.isalnum()
        artifact = store.by_version(key, place, version) if known and version else None
        if version is not None and (artifact is None or not artifact.has_its_files()):
            raise SettingsError(f"{key} {version[:20]} of {drawing.dataset}: is not in the store any more")
        found[name] = artifact
    latents, embedding = found["latents"], found["embedding"]
    assert latents is not None and embedding is not None
    return Cloud(drawing.dataset, drawing.round, latents, embedding, found["clusters"], found["poses"])


def picked(cloud: Cloud, drawing: Drawing) -> np.ndarray:
    """Whether each particle is picked."""
    chosen = np.zeros(int(cloud.latents.numbers["particles"]), bool)
    for step in drawing.steps:
        if step.how == "invert":
            chosen = ~chosen
            continue
        now = _set_of(cloud, step)
        if step.how == "new":
            chosen = now
        elif step.how == "add":
            chosen = chosen | now
        elif step.how == "subtract":
            chosen = chosen & ~now
        else:
            chosen = chosen & now
    return chosen


def _set_of(cloud: Cloud, step: Stroke) -> np.ndarray:
    if step.outline:
        return _inside(cloud, step.outline)
    if step.range:
        column = values(cloud, step.range.column).astype(np.float64)
        return (column >= step.range.low) & (column <= step.range.high)
    if step.class_ is None:
        raise SettingsError(f"no drawing: a step {step.how!r} needs an outline, a class or a range")
    return values(cloud, "class") == step.class_


def _inside(cloud: Cloud, outline: Outline) -> np.ndarray:
    columns = [values(cloud, name).astype(np.float64) for name in outline.columns]
    if (outline.ways is None) != (len(columns) == 2):
        raise SettingsError(
            "no drawing: an outline over three columns, and it alone, has two ways across them"
        )
    if outline.ways is None:
        return inside(columns[0], columns[1], np.array(outline.corners))
    x, y = (way[0] * columns[0] + way[1] * columns[1] + way[2] * columns[2] for way in outline.ways)
    return inside(x, y, np.array(outline.corners))


def inside(x: np.ndarray, y: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """Whether points lie within an outline: a line from each to the right crosses it an odd number of times.

    The explorer does the same sum in the same order, so that both pick the same points. What is not a number lies
    outside.
    """
    made = np.zeros(len(x), bool)
    number = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    order = number[np.argsort(y[number], kind="stable")]
    x, y, odd = x[order], y[order], np.zeros(len(order), bool)
    for (x1, y1), (x0, y0) in zip(corners, np.roll(corners, 1, axis=0), strict=True):
        first, last = np.searchsorted(y, (min(y0, y1), max(y0, y1)))
        if first < last:
            level = y[first:last]
            odd[first:last] ^= x[first:last] < (x0 - x1) * (level - y1) / (y0 - y1) + x1
    made[order] = odd
    return made
