"""Hashes of the code that a remembered plan follows from: of all of it, and of the part that names input files."""

import functools
import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import cryo_assets
import cryo_core
from cryo_assets.engine.step import Step
from cryo_assets.entries import manifest

_PLAIN = (str, bytes, int, float, bool, type(None))

_OURS = ("cryo_core", "cryo_assets")


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

    That is how manifests are read, and each step's `files` and `skips` with every function and class of this project
    that they lead to; a raised code version, a change in what a step computes or in how a format is written, leaves
    it as it is.
    """
    seen: set[int] = set()
    functions = [[s.key, _function(s.files, seen), _function(s.skips, seen)] for s in steps.values()]
    return hashed([_file(manifest.__file__), functions])


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


def _told(value: Any, seen: set[int]) -> Any:
    """Give what a value says and does, with the functions and classes of this project that it leads to, as JSON.

    What was told before is named alone: a change in it shows where it was told.
    """
    value = _bare(value)
    if isinstance(value, _PLAIN):
        return _plain(value)
    if isinstance(value, re.Pattern):
        return [value.pattern, value.flags]
    if isinstance(value, list | tuple | set | frozenset):
        told = [_told(v, seen) for v in value]
        return sorted(told, key=repr) if isinstance(value, set | frozenset) else told
    if isinstance(value, Mapping):
        return [[_told(k, seen), _told(v, seen)] for k, v in value.items()]
    module = _module(value)
    name = f"{module}.{getattr(value, '__qualname__', type(value).__qualname__)}"
    if id(value) in seen or not module.startswith(_OURS) or module == manifest.__name__:
        return name
    if isinstance(value, FunctionType):
        return [name, _function(value, seen)]
    seen.add(id(value))
    if isinstance(value, type):
        own = {k: v for k, v in vars(value).items() if k not in ("__dict__", "__weakref__", "__doc__")}
        return [name, _told(value.__bases__, seen), [[k, _told(v, seen)] for k, v in sorted(own.items())]]
    if isinstance(value, ModuleType):
        return [name, _file(value.__file__ or "")]
    return [name, _told(type(value), seen), _told(getattr(value, "__dict__", {}), seen)]


def _bare(value: Any) -> Any:
    """Give the function that decorators made something else of."""
    while True:
        if isinstance(value, property):
            value = value.fget
        elif isinstance(value, functools.partial):
            value = (value.func, value.args, value.keywords)
        else:
            inner = getattr(value, "__wrapped__", None) or getattr(value, "__func__", None)
            inner = inner or (value.func if isinstance(value, functools.cached_property) else None)
            if inner is None:
                return value
            value = inner


def _module(value: Any) -> str:
    """Name the module of a function or class, of an instance that of its class; of a module itself."""
    if isinstance(value, ModuleType):
        return value.__name__
    return getattr(value, "__module__", None) or type(value).__module__


def _function(function: Any, seen: set[int]) -> Any:
    """Give a function's code, what it closes over and defaults to, and what the names in it stand for."""
    function = _bare(function)
    if not isinstance(function, FunctionType) or id(function) in seen:
        return _told(function, seen)
    seen.add(id(function))
    code, known = function.__code__, function.__globals__
    cells = [cell.cell_contents for cell in function.__closure__ or ()]
    given = [cells, function.__defaults__, function.__kwdefaults__]
    return [
        _code(code),
        _told(given, seen),
        [[n, _told(known[n], seen)] for n in sorted(_names(code)) if n in known],
    ]


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
