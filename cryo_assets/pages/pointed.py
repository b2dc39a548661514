"""The map at a point of latent space from the images near it, as `cryo state` makes it: begun, followed and shown."""

import re
from typing import Any

import pandas as pd

from cryo_assets.assets.states.maps import STEP, state_file
from cryo_assets.pages.cards import card_map, fsc_curves
from cryo_assets.pages.library import EntryView, address
from cryo_assets.pages.runs import start, told
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError

_POINT = re.compile(r"particle:\d{1,9}|class:\d{1,4}|path:particle:\d{1,9},particle:\d{1,9}")
_MOST = 20


def begin(view: EntryView, points: list[str]) -> str:
    """Begin to make the maps at points; the command that does it."""
    words = ["state", view.name, *(part for point in _checked(points) for part in ("--at", point))]
    start(view, words, STEP.group)
    return f"cryo {' '.join(words)}"


def followed(view: EntryView, points: list[str]) -> dict[str, Any]:
    """How far the maps at points are, and where they are found once they are made."""
    row = view.planner.plan(view.name, {STEP.key: {"at": _checked(points)}}).row(STEP.key)
    if not row.version:
        raise SettingsError(f"{view.name}: {'; '.join(row.why)}")
    made = view.planner.artifact(row)
    return {"run": told(view.home, view.name, STEP.group), "states": _states(made) if made else []}


def _checked(points: list[str]) -> list[str]:
    wrong = [point for point in points if not _POINT.fullmatch(point)]
    if wrong or not 1 <= len(points) <= _MOST:
        said = repr(wrong[0][:60]) if wrong else f"{len(points)} points"
        raise SettingsError(
            f"{said}: should be 1 to {_MOST} points as particle:17 or path:particle:3,particle:17"
        )
    return points


def _states(made: Artifact) -> list[dict[str, Any]]:
    """What a page shows of each state: its numbers in words, its maps, its FSC and the table of its particles."""
    table = pd.read_csv(made.path("states.csv")).astype(object)
    rows = table.where(table.notna(), None).to_dict("records")
    titles = {".mrc": "map from images", "_half1.mrc": "half map 1", "_half2.mrc": "half map 2"}
    found = []
    for row in rows:
        stem = int(row["state"])
        mask = address(made, state_file(stem, "_mask.mrc"), "volumes")
        maps = [card_map(made, state_file(stem, end), title) for end, title in titles.items()]
        found.append(
            {
                "at": row["at"],
                "resolution": row["resolution_angstrom"],
                "images": row["images"],
                "effective": row["effective_images"],
                "guard": row["guard"],
                "maps": [one | {"mask": mask} for one in maps if one],
                "fsc": fsc_curves(made, state_file(stem, "_fsc.star")),
                "particles": address(made, state_file(stem, ".star")),
            }
        )
    return found
