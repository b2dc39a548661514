"""Folders that a page may look into: those that `cryo up` was told, else the one it was started in, and the inbox."""

import os
from pathlib import Path
from typing import Any

from cryo_assets.home import FOLDERS_VARIABLE, Home
from cryo_core.errors import SettingsError

_MOST = 2000
"""Of a folder's files and folders that are listed."""

_KINDS = {
    "table": (".star", ".cs", ".csg", ".par", ".cistem", ".pkl"),
    "images": (".mrcs",),
    "map": (".mrc", ".map", ".ccp4", ".mrc.gz", ".map.gz"),
    "model": (".pdb", ".cif", ".ent", ".pdb.gz", ".cif.gz"),
}
"""What a file is taken to be, by the end of its name; other files are not listed."""


def roots(home: Home) -> list[Path]:
    """The folders, in full."""
    named = [Path(one) for one in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if one]
    here = [] if named else [Path.cwd()]
    found = [one.resolve() for one in (*named, *here, home.inbox)]
    return [one for one in dict.fromkeys(found) if one.is_dir() and (named or one != Path("/"))]


def allowed(home: Home, path: str) -> Path:
    """A path in full, where links lead; SettingsError where that is outside, or not there."""
    try:
        real = Path(path).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        real = None
    if real is None or not any(real.is_relative_to(root) for root in roots(home)):
        raise SettingsError(f"{path[:200]!r}: not there, or outside of the folders that pages may look into")
    return real


def listing_of(home: Home, path: str) -> dict[str, Any]:
    """What lies in a folder: folders, and files that could be added; without one, in the first that is allowed."""
    tops = roots(home)
    folder = allowed(home, path) if path else tops[0]
    if not folder.is_dir():
        raise SettingsError(f"{path[:200]!r}: not a folder")
    try:
        names = sorted(os.listdir(folder), key=str.casefold)
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be read ({error.strerror})") from error
    shown = [one for name in names if not name.startswith(".") and (one := _told(home, folder / name))]
    shown.sort(key=lambda one: one["kind"] != "folder")
    up = folder.parent if any(folder.parent.is_relative_to(top) for top in tops) else None
    return {
        "folder": str(folder),
        "up": str(up) if up else None,
        "roots": [str(top) for top in tops],
        "entries": shown[:_MOST],
        "more": max(0, len(shown) - _MOST),
    }


def _told(home: Home, path: Path) -> dict[str, Any] | None:
    """A line of the list; None for what is no folder and no file of the field, or is a link that leads outside."""
    try:
        real = allowed(home, str(path))
    except SettingsError:
        return None
    name = path.name
    if real.is_dir():
        return {"name": name, "path": str(path), "kind": "folder", "bytes": None}
    kind = next((kind for kind, ends in _KINDS.items() if name.lower().endswith(ends)), None)
    return {"name": name, "path": str(path), "kind": kind, "bytes": real.stat().st_size} if kind else None
