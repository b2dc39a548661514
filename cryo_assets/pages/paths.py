"""A path by particles that were clicked one by one, as `cryo volumes --between` goes: its frames, and a zip."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jaxtyping import Float
from starlette.requests import Request
from torch import Tensor

from cryo_assets.assets.rounds.columns import Cloud
from cryo_assets.cli.tools.volumes import write_series
from cryo_assets.home import Home
from cryo_assets.pages.archive import zipped
from cryo_assets.pages.explorer import nearest_to, space_of
from cryo_core.data import Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.trajectories import NoPathError, tour
from cryo_core.posefree.space import Space

_MOST_STOPS, _MOST_POINTS = 20, 60
_NEIGHBOURS = (10, 20, 40, 80)


class ClickedPath:
    """Points of latent space between particles, where particles are dense; `query` says by which, and how many."""

    def __init__(self, home: Home, cloud: Cloud, request: Request) -> None:
        given = request.query_params
        self.cloud, self.space = cloud, space_of(home, cloud)
        self.stops = _numbers(given.get("rows", ""))
        count = _numbers(given.get("points", "12"))[0]
        if not 2 <= len(self.stops) <= _MOST_STOPS or not 2 <= count <= _MOST_POINTS:
            raise SettingsError(f"a path: by 2 to {_MOST_STOPS} particles, of 2 to {_MOST_POINTS} points")
        self.points, self.neighbours = _points(self.space, tuple(self.stops), count)

    def about(self) -> dict[str, Any]:
        """The particles that lie nearest to its points, and the command that makes it."""
        numbers = ",".join(str(stop + 1) for stop in self.stops)
        command = (
            f"cryo volumes {self.cloud.name} --round {self.cloud.round} --between {numbers} "
            f"--points {len(self.points)} --neighbours {self.neighbours} -o path"
        )
        return {"rows": nearest_to(self.cloud, self.points.numpy()), "command": command}

    def frame(self, number: int) -> Volume:
        """The map at one of its points, from 0."""
        if not 0 <= number < len(self.points):
            raise SettingsError(f"frame {number}: there are {len(self.points)}")
        return next(iter(self.space.volumes(self.points[[number]])))

    def zipped(self) -> Iterator[bytes]:
        """Its maps, with ChimeraX's script and a movie, as one zip; they are made, and gone when it is sent."""
        folder = Path(tempfile.mkdtemp()) / "path" / "maps"
        try:
            folder.mkdir(parents=True)
            write_series(folder, self.space, self.points, silent)
            yield from zipped(folder, sorted(path.name for path in folder.iterdir()))
        finally:
            shutil.rmtree(folder.parent.parent, ignore_errors=True)


@lru_cache(maxsize=8)
def _points(space: Space, stops: tuple[int, ...], count: int) -> tuple[Float[Tensor, "m k"], int]:
    """Points of a path, and the least of the neighbours tried that join its stops: states may lie apart."""
    for neighbours in _NEIGHBOURS[:-1]:
        try:
            return tour(space.latents.mean, stops, count, neighbours), neighbours
        except NoPathError:
            continue
    return tour(space.latents.mean, stops, count, _NEIGHBOURS[-1]), _NEIGHBOURS[-1]


def _numbers(text: str) -> list[int]:
    parts = text.split(",")
    if len(parts) > 1000 or not all(part.isdecimal() and len(part) < 10 for part in parts):
        raise SettingsError(f"{text[:40]!r}: should be whole numbers, as 3,17")
    return [int(part) for part in parts]
