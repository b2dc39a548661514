"""What is made of the particles that were picked in the explorer: files, or a data set, as `cryo filter` makes it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cryo_assets.cli.platform.filter import Choice, ancestor, filtered, source_rows
from cryo_assets.entries.manifest import Dataset
from cryo_assets.home import checked_name
from cryo_assets.pages.explorer import Cloud
from cryo_assets.pages.library import EntryView
from cryo_core.errors import SettingsError
from cryo_core.formats.cryodrgn import write_indices
from cryo_core.formats.particles import write_particles

MOST_BYTES = 1 << 25
"""Of a request: a bit a particle, so a quarter of a billion of them."""


def rows_of(body: bytes, cloud: Cloud) -> np.ndarray:
    """The rows (from 0) whose bits are set; SettingsError where the bits are not of this cloud."""
    count = int(cloud.latents.numbers["particles"])
    if len(body) != -(-count // 8):
        raise SettingsError(f"{len(body)} bytes: should be a bit for each of {count} particles")
    bits = np.unpackbits(np.frombuffer(body, np.uint8), bitorder="little")
    rows = np.flatnonzero(bits[:count])
    if not len(rows) or bits[count:].any():
        raise SettingsError("no particle is picked")
    return rows


def selection_table(suffix: str, view: EntryView, cloud: Cloud, rows: np.ndarray, _: Request) -> Response:
    """The rows of the data set's table, of the kind that the suffix says: RELION's .star or cryoSPARC's .cs."""
    assert isinstance(view.manifest, Dataset)
    source = ancestor(view.planner, cloud.latents, "particles/source")
    count = int(cloud.latents.numbers["particles"])
    some = source_rows(view.planner, view.manifest, source, count).take(rows)
    return _written(f"particles{suffix}", lambda path: write_particles(path, some))


def selection_indices(_view: EntryView, _cloud: Cloud, rows: np.ndarray, _: Request) -> Response:
    """The rows as cryoDRGN's ind.pkl, which `cryo filter --ids` reads too."""
    return _written("ind.pkl", lambda path: write_indices(path, rows))


def _written(name: str, write: Callable[[Path], None]) -> Response:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return Response(path.read_bytes(), media_type="application/octet-stream")


def new_entry(view: EntryView, cloud: Cloud, rows: np.ndarray, request: Request) -> Response:
    """A new data set of the rows."""
    if cloud.clusters is None:
        raise SettingsError(f"round {cloud.round} of {view.name} has no classes yet")
    target = checked_name(request.query_params.get("new", ""))
    return JSONResponse(filtered(view.planner, view.name, target, Choice(rows=rows), cloud.clusters))
