"""Settings of one run alone, typed as the steps' settings are, for Dagster's launchpad.

A setting belongs in the entry's manifest, where every later run and plan sees it. What is set in
the launchpad holds for all steps of that run, goes into their recipes, and makes versions of their
own; the next plan says that they differ from the manifest.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

import dagster as dg
from pydantic import create_model

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.step import Step


def _mirror(settings: type, name: str) -> type[dg.Config]:
    hints = get_type_hints(settings)
    optional: dict[str, Any] = {
        f.name: _field(hints[f.name], f"{name}{f.name.title()}") for f in dataclasses.fields(settings)
    }
    return create_model(f"{name}Settings", __base__=dg.Config, **optional)


def _field(hint: Any, name: str) -> tuple[Any, Any]:
    """A setting's type in the launchpad, where each may be left out; the step's own settings check the value."""
    if dataclasses.is_dataclass(hint):
        nested = _mirror(hint, name)  # type: ignore[arg-type]
        return nested, nested()
    if get_origin(hint) is Literal:
        hint = type(get_args(hint)[0])
    return hint | None, None


def _groups(steps: Mapping[str, Step]) -> dict[str, type[dg.Config]]:
    with_settings = [step for step in steps.values() if dataclasses.fields(step.settings)]
    groups: dict[str, dict[str, Any]] = {}
    for step in with_settings:
        mirror = _mirror(step.settings, step.key.title().replace("/", ""))
        groups.setdefault(step.group, {})[step.key.split("/")[1]] = (mirror, mirror())
    return {
        group: create_model(f"{group.title()}Settings", __base__=dg.Config, **fields)
        for group, fields in groups.items()
    }


_Fields = create_model(
    "_Fields",
    __base__=dg.ConfigurableResource,
    **{group: (model, model()) for group, model in _groups(STEPS).items()},  # type: ignore[call-overload]
)


class SettingsOverrides(_Fields):  # type: ignore[misc, valid-type]
    """The resource `settings`: `resources: {settings: {config: {particles: {stack: {box: 96}}}}}`."""

    def by_asset(self) -> dict[str, dict[str, Any]]:
        """What was set, by asset key."""
        changed: dict[str, dict[str, Any]] = {}
        for group in type(self).model_fields:
            for asset, settings in dict(getattr(self, group)).items():
                fields = _given(settings)
                if fields:
                    changed[f"{group}/{asset}"] = fields
        return changed


def _given(settings: dg.Config) -> dict[str, Any]:
    values = {n: _given(v) if isinstance(v, dg.Config) else v for n, v in dict(settings).items()}
    return {name: value for name, value in values.items() if value is not None and value != {}}
