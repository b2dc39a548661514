"""An asset's settings, as its defaults, the manifest and a run's overrides make them."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cryo_assets.entries.manifest import Manifest, first_fault
from cryo_assets.home import nearest
from cryo_core.errors import SettingsError

EVERY_ROUND = "round_*"
"""The group that stands for all rounds where settings are given and shown; a round's own settings win over it."""


def groups_of(group: str) -> tuple[str, ...]:
    """The groups of a manifest that set an asset of a group, the stronger last."""
    return (EVERY_ROUND, group) if group.startswith("round_") and group != EVERY_ROUND else (group,)


def settings_for(cls: type, key: str, manifest: Manifest, overrides: Mapping[str, Any]) -> Any:
    """Build an asset's settings: the defaults, changed by the manifest, changed by a run's overrides."""
    group, _, asset = key.partition("/")
    sections = {f"{of}/{asset}": _section(manifest, f"{of}/{asset}") for of in groups_of(group)}
    sections[key] = {**sections[key], **overrides.get(key, {})}
    plain = {name: value for section in sections.values() for name, value in section.items()}
    known = {f.name for f in dataclasses.fields(cls)}
    for name in plain:
        if name not in known:
            place = next(place for place, section in sections.items() if name in section)
            raise SettingsError(
                f"{manifest.path}: settings.{place.replace('/', '.')}.{name}: no such setting "
                f"(there are: {', '.join(sorted(known)) or 'none'}){nearest(name, known)}"
            )
    try:
        return _adapter(cls).validate_python(plain)
    except ValidationError as error:
        raise SettingsError(
            f"{manifest.path}: settings.{key.replace('/', '.')}.{first_fault(error).removeprefix('field ')}"
        ) from error
    except SettingsError as error:
        raise SettingsError(f"{manifest.path}: settings.{key.replace('/', '.')}: {error}") from error


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    """Keep the adapter of a class: to make one takes longer than to use it."""
    return TypeAdapter(cls)


def check_settings_keys(manifest: Manifest, keys: set[str]) -> None:
    """Raise SettingsError if the manifest changes settings of an asset that does not exist."""
    for group, assets in manifest.settings.items():
        for asset in assets if isinstance(assets, dict) else {"": None}:
            if f"{group.replace(EVERY_ROUND, 'round_01')}/{asset}" not in keys:
                close = nearest(f"{group}/{asset}", [key for key in keys if "/" in key])
                raise SettingsError(
                    f"{manifest.path}: settings.{group}.{asset}: no such asset in this kind of entry{close}"
                )


def _section(manifest: Manifest, key: str) -> dict[str, Any]:
    section: Any = manifest.settings
    for part in key.split("/"):
        section = section.get(part) or {} if isinstance(section, dict) else section
    if not isinstance(section, dict):
        raise SettingsError(
            f"{manifest.path}: settings.{key.replace('/', '.')}: should be a mapping of settings"
        )
    return section
