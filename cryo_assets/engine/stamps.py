"""Hashes of the code that a remembered plan follows from: of all of it, and of the part that names input files."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cryo_assets
import cryo_core
from cryo_assets import entries
from cryo_assets.engine.step import Step, Steps
from cryo_core import formats


def hashed(plain: Any) -> str:
    """Hash of JSON values."""
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:20]


def code_stamp(steps: Mapping[str, Step]) -> str:
    """Hash of both packages: sources by content, weights by size and time.

    What the catalogue's steps declare follows from these, and they are not imported for it; that of others is hashed.
    """
    given = [] if isinstance(steps, Steps) else steps.values()
    declared = [
        [s.key, s.partition, s.code_version, s.inputs, s.offered, s.gathers, repr(s.settings())]
        for s in given
    ]
    return hashed([declared, [_file(path) for path in _files_of(cryo_assets, cryo_core)]])


def naming_stamp(steps: Mapping[str, Step]) -> str:
    """Hash of the code that finds the input files of an entry, which may read large tables to do so.

    What counts: which function each step names as its `files`, and every source file of `cryo_assets.entries`, where
    these functions lie, and of `cryo_core.formats`, whose readers they call. So a changed writer of a format counts
    too; a raised code version, and a change in what a step computes, do not.
    """
    finders = [[s.key, s.files.__module__, s.files.__qualname__] for s in steps.values()]
    return hashed([finders, [_file(path) for path in _files_of(entries, formats)]])


def _files_of(*packages: Any) -> Iterator[str]:
    for package in packages:
        for folder, folders, names in os.walk(package.__path__[0]):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (os.path.join(folder, name) for name in sorted(names))


def _file(path: str) -> list[Any]:
    try:
        if path.endswith(".py"):
            return [path, hashlib.sha256(Path(path).read_bytes()).hexdigest()]
        status = os.stat(path)
    except OSError:  # an editor's file that came and went
        return [path, -1]
    return [path, status.st_size, status.st_mtime_ns]
