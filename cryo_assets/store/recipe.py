"""Recipes: what an artifact is made of, and so which version it has.

A recipe names the asset, the partition, the code version, the settings, the facts of the entry that
the asset uses, the digests of its files and the versions of its inputs. Its hash is the data version,
so versions are known before anything runs, and the same work is recognised wherever it was done:
bytes of results differ between GPU models, recipes do not.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

VERSION_LENGTH = 20
"""Hexadecimal digits of a version: 80 bits."""

Plain = Mapping[str, Any]
"""A mapping of plain JSON values."""

_TO_TEXT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True)
class Recipe:
    """Everything that decides an artifact's content."""

    asset: str
    partition: str
    code_version: str
    settings: Plain
    facts: Plain
    files: Mapping[str, str]
    inputs: Mapping[str, str]

    @cached_property
    def version(self) -> str:
        """Hash of the recipe: the data version."""
        return hashlib.sha256(_TO_TEXT(self.as_plain()).encode()).hexdigest()[:VERSION_LENGTH]

    def as_plain(self) -> dict[str, Any]:
        """The recipe as JSON values."""
        return {
            "asset": self.asset,
            "partition": self.partition,
            "code_version": self.code_version,
            "settings": dict(self.settings),
            "facts": dict(self.facts),
            "files": dict(self.files),
            "inputs": dict(self.inputs),
        }

    @classmethod
    def from_plain(cls, plain: Plain) -> "Recipe":
        """Read what `as_plain` wrote."""
        return cls(**{name: plain[name] for name in cls.__dataclass_fields__})


def gathered_input(key: str, entry: str) -> str:
    """Name an input that is of another entry: asset@entry."""
    return f"{key}@{entry}"


def input_place(name: str, partition: str) -> tuple[str, str]:
    """Asset and entry of an input of a recipe of `partition`."""
    key, _, entry = name.partition("@")
    return key, entry or partition


def differences(old: Recipe, new: Recipe) -> list[str]:
    """Why `new` is not `old`, in words: code, settings, facts, files, inputs."""
    why = []
    if old.code_version != new.code_version:
        why.append(f"code version {old.code_version} → {new.code_version}")
    for kind in ("settings", "facts", "files", "inputs"):
        before, after = getattr(old, kind), getattr(new, kind)
        if before == after:
            continue
        for name in sorted({*before, *after}):
            if before.get(name) != after.get(name):
                why.append(_difference(kind, name, before.get(name), after.get(name)))
    return why


def _difference(kind: str, name: str, before: Any, after: Any) -> str:
    if kind == "inputs" and name.startswith("models/") and before and after:
        return f"champion of {name.partition('@')[0]}: {before[:8]} → {after[:8]}"
    if kind == "inputs":
        return f"input {name} is {'gone' if after is None else 'new'}"
    if kind == "files":
        return f"file {name} {'appeared' if before is None else 'is gone' if after is None else 'changed'}"
    return f"{'setting' if kind == 'settings' else 'fact'} {name}: {before} → {after}"
