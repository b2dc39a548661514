"""Hashes of the code that a remembered plan follows from: of all of it, and of the part that names input files."""

import functools
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import cryo_assets
import cryo_core
from cryo_assets.step import Step

_PLAIN = (str, bytes, int, float, bool, tuple, frozenset, type(None))


def hashed(plain: Any) -> str:
    """Hash JSON values."""
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:20]


def code_stamp(steps: Mapping[str, Step]) -> str:
    """Hash what the steps declare, and both packages: sources by content, data files (weights) by size and time."""
    declared = [
        [s.key, s.partition, s.code_version, s.inputs, s.offered, s.gathers, repr(s.settings())]
        for s in steps.values()
    ]
    return hashed([declared, [_file(path) for path in _files_of_packages()]])


def naming_stamp(steps: Mapping[str, Step]) -> str:
    """Hash the code that finds the input files of an entry, which may read large tables to do so.

    That is how formats and manifests are read, and each step's `files` and `skips` with the functions that they
    call; a raised code version, or a change in what a step computes, leaves it as it is.
    """
    core, package = Path(cryo_core.__path__[0]), Path(cryo_assets.__path__[0])
    reading = [*sorted((core / "formats").rglob("*.py")), package / "settings.py"]
    functions = [[s.key, _told(s.files, set()), _told(s.skips, set())] for s in steps.values()]
    return hashed([[_file(str(path)) for path in reading], functions])


def _files_of_packages() -> list[str]:
    found = []
    for package in (cryo_assets, cryo_core):
        for folder, folders, names in os.walk(package.__path__[0]):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            found += [os.path.join(folder, name) for name in sorted(names)]
    return found


def _file(path: str) -> list[Any]:
    try:
        if path.endswith(".py"):
            return [path, hashlib.sha256(Path(path).read_bytes()).hexdigest()]
        status = os.stat(path)
    except OSError:  # an editor's file that came and went
        return [path, -1]
    return [path, status.st_size, status.st_mtime_ns]


def _told(function: Any, seen: set[int]) -> list[Any]:
    """Give what a function does, and the functions of this project that it calls, as plain values."""
    while isinstance(function, functools.partial) or hasattr(function, "__wrapped__"):
        function = function.func if isinstance(function, functools.partial) else function.__wrapped__
    if not isinstance(function, FunctionType) or id(function) in seen:
        return []
    seen.add(id(function))
    cells = [cell.cell_contents for cell in function.__closure__ or ()]
    told = [_code(function.__code__), [_plain(value) for value in (*cells, *(function.__defaults__ or ()))]]
    for name in sorted(_names(function.__code__)):
        value = function.__globals__.get(name)
        if isinstance(value, _PLAIN):
            told.append([name, _plain(value)])
        elif (getattr(value, "__module__", None) or "").startswith("cryo_"):
            told.append([name, _told(value, seen)])
    return told


def _code(code: CodeType) -> list[Any]:
    return [
        code.co_code.hex(),
        code.co_names,
        [_code(c) if isinstance(c, CodeType) else _plain(c) for c in code.co_consts],
    ]


def _names(code: CodeType) -> set[str]:
    inner = (_names(c) for c in code.co_consts if isinstance(c, CodeType))
    return set(code.co_names).union(*inner)


def _plain(value: Any) -> str:
    """Give a constant as text, which is the same in every process: no addresses, sets in order."""
    if isinstance(value, tuple | frozenset):
        inner = map(_plain, value)
        return f"{type(value).__name__} {sorted(inner) if isinstance(value, frozenset) else list(inner)}"
    return repr(value) if isinstance(value, _PLAIN) else type(value).__name__
