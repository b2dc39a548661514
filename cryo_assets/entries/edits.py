"""Changes of a manifest that commands make: the fields that change are written anew, all else stays as it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from cryo_assets.entries.manifest import Dataset, read_yaml
from cryo_core.errors import SettingsError

Field = tuple[str, ...]
"""Names of a field, from the outermost: `("settings", "round_01", "clusters", "classes")`."""


def raise_rounds(manifest: Dataset, rounds: int) -> None:
    """Write a larger number of rounds into dataset.yaml."""
    if rounds > manifest.rounds:
        write_fields(manifest.path, {("rounds",): rounds})


def ask_posefree(manifest: Dataset) -> None:
    """Write into dataset.yaml that poses are to be found from the images alone."""
    if not manifest.posefree:
        write_fields(manifest.path, {("posefree",): True})


def write_fields(path: Path, fields: Mapping[Field, Any]) -> None:
    """Write fields of a manifest; comments, order and all other lines stay.

    SettingsError where the file is written in a way that does not allow it (anchors, say); it is left alone then.
    """
    wanted = _copied(read_yaml(path, "a manifest"))
    text = path.read_text(encoding="utf-8")
    for field, value in fields.items():
        _put(wanted, field, value)
        text = _with_field(text, field, value)
    try:
        written = yaml.safe_load(text)
    except yaml.YAMLError:
        written = None
    if written != wanted:
        told = "; ".join(f"{'.'.join(field)}: {_flow(value)}" for field, value in fields.items())
        raise SettingsError(f"{path}: cannot be changed line by line; write into it yourself: {told}")
    partial = path.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)


def _copied(plain: Any) -> Any:
    """A copy in which nothing stands twice, as what an anchor names does."""
    return {name: _copied(value) for name, value in plain.items()} if isinstance(plain, dict) else plain


def _put(plain: dict[str, Any], field: Field, value: Any) -> None:
    for name in field[:-1]:
        if not isinstance(plain.get(name), dict):
            plain[name] = {}
        plain = plain[name]
    plain[field[-1]] = value


def _with_field(text: str, field: Field, value: Any) -> str:
    """The text with one field; where a part of its path is not there, it is added to the innermost one that is."""
    node = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    for depth, name in enumerate(field):
        inner = next((v for k, v in node.value if k.value == name), None)
        if inner is None:
            return _with_line(text, node, name, _nested(field[depth + 1 :], value))
        last = depth == len(field) - 1
        if last or not isinstance(inner, yaml.MappingNode) or not inner.value:
            start, end = inner.start_mark.index, inner.end_mark.index
            fresh = _flow(_nested(field[depth + 1 :], value))
            tail = text[start:end]  # a block's end is where the next begins
            kept = tail[len(tail.rstrip()) :] if not inner.value or "\n" in tail else ""
            return f"{text[:start]}{' ' if text[start - 1] == ':' else ''}{fresh}{kept}{text[end:]}"
        node = inner
    return text


def _with_line(text: str, mapping: yaml.MappingNode, name: str, value: Any) -> str:
    """The text with one more field of a mapping, before its first."""
    line = f"{_flow(name)}: {_flow(value)}"
    if mapping.flow_style:
        at = mapping.start_mark.index + 1
        return f"{text[:at]}{line}, {text[at:]}"
    first = mapping.value[0][0].start_mark
    if mapping.start_mark.column == 0 and first.column == 0:  # a new field of the whole goes to its end
        return f"{text.rstrip()}\n{line}\n"
    return f"{text[: first.index]}{line}\n{' ' * first.column}{text[first.index :]}"


def _nested(names: Field, value: Any) -> Any:
    for name in reversed(names):
        value = {name: value}
    return value


def _flow(value: Any) -> str:
    """A value on one line."""
    text = yaml.safe_dump(value, default_flow_style=True, width=10**6, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...").strip()
