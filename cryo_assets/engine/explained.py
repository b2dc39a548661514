"""What the settings of assets mean: value, default, unit and words of each, read from its dataclass."""

import dataclasses
import inspect
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

UNITS = {
    "angstrom": "Å",
    "angstrom2": "Å²",
    "degrees": "degrees",
    "voxels": "voxels",
    "kilovolt": "kV",
    "kilodalton": "kDa",
    "mm": "mm",
    "gb": "GB",
    "gigabytes": "GB",
    "megabytes": "MB",
    "hours": "hours",
    "days": "days",
    "wait": "seconds",
    "timeout": "seconds",
}
"""Unit by the last word of a name."""


KINDS = {
    "path",
    "paths",
    "mapping",
    "choice",
    "yes or no",
    "number",
    "name",
    "address",
    "addresses",
    "date",
    "words",
}
"""What stands in the place of a unit where there is none, and the column of values says already."""


@dataclasses.dataclass(frozen=True)
class Setting:
    """One setting: its name, values, default, unit and meaning."""

    name: str
    kind: str
    default: str
    unit: str
    meaning: str


def settings_of(cls: type, prefix: str = "") -> Iterator[Setting]:
    """Every setting of a dataclass, those of dataclasses inside it with a dotted name."""
    hints, meanings = typing.get_type_hints(cls), meanings_of(cls)
    for field in dataclasses.fields(cls):
        hint = hints[field.name]
        if dataclasses.is_dataclass(hint):
            yield from settings_of(hint, f"{prefix}{field.name}.")  # type: ignore[arg-type]
            continue
        made = field.default_factory
        default = made() if made is not dataclasses.MISSING else field.default
        unit, meaning = unit_and_meaning(field.name, meanings.get(field.name, ""))
        yield Setting(prefix + field.name, hint_of(hint), value_of(default), unit, meaning)


def meanings_of(cls: type) -> dict[str, str]:
    """What the `Attributes` sections of a class and of those that it inherits from say of each field."""
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        text = inspect.cleandoc(one.__dict__.get("__doc__") or "")
        section = re.search(
            r"^(?:Attributes|Parameters)\n-+\n(.*?)(?=^\S[^\n]*\n-{3,}$|\Z)", text, re.S | re.M
        )
        for name, kind, body in re.findall(
            r"^(\w[\w, ]*?) : ([^\n]*)\n?((?:^[ \t]+[^\n]*\n?|^\n)*)", section[1] if section else "", re.M
        ):
            words = " ".join(body.split())
            for each in name.split(", "):
                found[each] = f"{kind} | {words}" if words else kind
    return found


def unit_and_meaning(name: str, text: str) -> tuple[str, str]:
    """Unit and meaning of a field: `unit | meaning` as its class says it, or the unit that its name ends with."""
    unit = UNITS.get(name.rsplit("_", 1)[-1], "")
    kind, bar, meaning = text.partition(" | ")
    if not bar:
        return unit, kind
    return (unit if kind in KINDS else kind or unit), meaning


def hint_of(hint: Any) -> str:
    """The values that a type allows, in words."""
    if typing.get_origin(hint) is Literal:
        return " \\| ".join(map(str, typing.get_args(hint)))
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        parts = [hint_of(part) for part in typing.get_args(hint) if part is not type(None)]
        return " or ".join(parts)
    if typing.get_origin(hint) is typing.Annotated:
        return hint_of(typing.get_args(hint)[0])
    if typing.get_origin(hint) in (list, tuple):
        inner = [hint_of(part) for part in typing.get_args(hint)]
        return "list of " + inner[0] if typing.get_origin(hint) is list else ", ".join(inner)
    if hasattr(hint, "model_fields"):
        return "mapping, see below"
    plain = {
        int: "whole number",
        float: "number",
        str: "text",
        bool: "true or false",
        Path: "path",
        dict: "mapping",
    }
    return plain.get(
        hint if isinstance(hint, type) else typing.get_origin(hint), getattr(hint, "__name__", str(hint))
    )


def value_of(value: Any) -> str:
    """A default as the tables show it."""
    if value is None:
        return "chosen"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
