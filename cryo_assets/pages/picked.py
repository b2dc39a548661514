"""What is made of the particles that were picked in the explorer: files, or a data set, as `cryo filter` makes it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cryo_assets.assets.rounds.drawn import Drawing, cloud_of_drawing, parsed, picked
from cryo_assets.cli.platform.filter import Choice, ancestor, filtered, source_rows
from cryo_assets.entries.manifest import Dataset
from cryo_assets.home import checked_name
from cryo_assets.pages.library import EntryView
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError
from cryo_core.formats.cryodrgn import write_indices
from cryo_core.formats.particles import write_particles


def drawing_of(view: EntryView, body: bytes) -> Drawing:
    """The drawing that a page sends; SettingsError where it is none, or of another entry."""
    drawing = parsed(body)
    if drawing.dataset != view.name or not isinstance(view.manifest, Dataset):
        raise SettingsError(f"the drawing is of {drawing.dataset[:64]!r}, and not of {view.name}")
    return drawing


def _picked(view: EntryView, drawing: Drawing) -> tuple[Artifact, np.ndarray, int]:
    """Latents that a drawing was made on, the rows (from 0) that it means, and of how many particles."""
    assert isinstance(view.manifest, Dataset)
    cloud = cloud_of_drawing(view.store, view.manifest.variant_of or view.name, drawing)
    chosen = picked(cloud, drawing)
    if not chosen.any():
        raise SettingsError("no particle is picked")
    return cloud.latents, chosen.nonzero()[0], len(chosen)


def selection_table(suffix: str, view: EntryView, drawing: Drawing, _: Request) -> Response:
    """The rows of the data set's table, of the kind that the suffix says: RELION's .star or cryoSPARC's .cs."""
    assert isinstance(view.manifest, Dataset)
    latents, rows, count = _picked(view, drawing)
    source = ancestor(view.planner, latents, "particles/source")
    some = source_rows(view.manifest, source, count).take(rows)
    return _written(f"particles{suffix}", lambda path: write_particles(path, some))


def selection_indices(view: EntryView, drawing: Drawing, _: Request) -> Response:
    """The rows as cryoDRGN's ind.pkl, which `cryo filter --ids` reads too."""
    rows = _picked(view, drawing)[1]
    return _written("ind.pkl", lambda path: write_indices(path, rows))


def _written(name: str, write: Callable[[Path], None]) -> Response:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return Response(path.read_bytes(), media_type="application/octet-stream")


def new_entry(view: EntryView, drawing: Drawing, request: Request) -> Response:
    """A new data set of the rows, at the poses of the table or at those of the latent model."""
    target = checked_name(request.query_params.get("new", ""))
    poses = request.query_params.get("poses", "given")
    if poses not in ("given", "moved"):
        raise SettingsError(f"poses {poses[:20]!r}: should be given or moved")
    choice = Choice(drawing=drawing, moved=poses == "moved")
    return JSONResponse(filtered(view.planner, view.name, target, choice))
