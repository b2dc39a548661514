"""Which version of an asset each entry uses: that of its last run by the manifest, which a try does not change.

It is kept in a small file beside the versions, `store/<asset>/<partition>/.in_use.json`: version by entry, since the
variants of an entry keep theirs in its folder. Without the file the newest version is used.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

USE = ".in_use.json"


def versions_in_use(folder: Path) -> dict[str, str]:
    """Version by entry; nothing where none was noted, or what was noted cannot be read."""
    try:
        plain = json.loads((folder / USE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return plain if isinstance(plain, dict) else {}


def note_use(folder: Path, entry: str, version: str) -> None:
    """Note the version that an entry uses."""
    noted = versions_in_use(folder)
    if noted.get(entry) != version:
        _write(folder, noted | {entry: version})


def drop_use(root: Path, entry: str) -> None:
    """Note that an entry uses nothing of a store; folders that nothing is left in go."""
    for path in list(root.glob(f"*/*/*/{USE}")):
        noted = versions_in_use(path.parent)
        if noted.pop(entry, None):
            _write(path.parent, noted)
        if not noted:
            path.unlink(missing_ok=True)
            with suppress(OSError):  # versions are left in it
                path.parent.rmdir()


def all_in_use(root: Path) -> Iterator[tuple[str, str]]:
    """Each entry of a store, and each version that it uses."""
    for path in root.glob(f"*/*/*/{USE}"):
        yield from versions_in_use(path.parent).items()


def _write(folder: Path, noted: dict[str, str]) -> None:
    partial = folder / f"{USE}.{os.getpid()}"
    partial.write_text(json.dumps(noted, sort_keys=True) + "\n", encoding="utf-8")
    partial.replace(folder / USE)
