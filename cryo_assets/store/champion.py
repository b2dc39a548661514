"""Which version of a trained model is the champion: the one that assets of all entries compute with.

It is noted where versions in use are (`.in_use.json` beside the versions), under a name that no entry can have; what
came before it, in a line each, in `.champions.jsonl`. Without a note the version that the training entry uses counts.
"""

import getpass
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Artifact, Store
from cryo_assets.store.use import note_use, versions_in_use

CHAMPION = "@champion"
BEFORE = "@before"
"""The champion before, which is noted so that it is not pruned."""

ALIASED = "@alias"
"""Where MLflow's alias pointed when it was last set here."""

_MOVES = ".champions.jsonl"


def champion(store: Store, asset: str, partition: str) -> Artifact | None:
    """The version of a trained model that all compute with; None where none is noted, or it is not there whole."""
    version = versions_in_use(store.root / asset / partition).get(CHAMPION, "")
    return store.whole(asset, partition, version) if version else None


def promote(store: Store, recipe: Recipe, why: str, back: bool = False) -> None:
    """Make a version the champion.

    Parameters
    ----------
    store, recipe
        Where it is, and which.
    why
        In words.
    back
        Whether it was the champion before the present one, which is forgotten as such.
    """
    line = {
        "version": recipe.version,
        "back": back,
        "why": why,
        "user": os.environ.get("USER") or getpass.getuser(),
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    folder = store.folder(recipe).parent
    with store.noting():
        with (folder / _MOVES).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        note_use(folder, CHAMPION, recipe.version)
        note_use(folder, BEFORE, before(folder))


def noted_alias(folder: Path) -> str:
    """The version that MLflow's alias was last set to here; "" if it never was."""
    return versions_in_use(folder).get(ALIASED, "")


def note_alias(store: Store, asset: str, partition: str, version: str) -> None:
    """Note where MLflow's alias points."""
    with store.noting():
        note_use(store.root / asset / partition, ALIASED, version)


def moves(folder: Path) -> list[dict[str, Any]]:
    """Every move of the champion, oldest first."""
    try:
        lines = (folder / _MOVES).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    return [
        json.loads(line) for line in lines if line.endswith("}")
    ]  # a line that was cut off by a kill is none


def before(folder: Path) -> str:
    """The champion before the present one; "" where there was none."""
    stack: list[str] = []
    for move in moves(folder):
        if move["back"]:
            del stack[-1:]
        if stack[-1:] != [move["version"]]:
            stack.append(move["version"])
    return stack[-2] if len(stack) > 1 else ""
