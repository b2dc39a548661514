"""Variants of a data set side by side: what was set differently, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from cryo_assets.plan import Planner, Row
from cryo_assets.settings import read_manifest

_SAID = ("classes", "accepted_classes", "best_resolution_angstrom", "rounds")
_OF_CLUSTERS = ("ari", "noise_particles")


def variants(planner: Planner, names: Sequence[str]) -> list[dict[str, Any]]:
    """Give a row for each entry: the settings in which they differ, then the numbers of its results.

    A number is None where it has not been computed, or its inputs have changed since.
    """
    settings = {name: _flat(read_manifest(planner.home.inbox, name)[1].settings) for name in names}
    keys = sorted({key for flat in settings.values() for key in flat})
    differing = [key for key in keys if len({repr(flat.get(key)) for flat in settings.values()}) > 1]
    return [
        {
            "entry": name,
            **{key: settings[name].get(key, "default") for key in differing},
            **_numbers(planner, name),
        }
        for name in names
    ]


def _flat(settings: Mapping[str, Any], start: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{start}{key}.")
        else:
            found[f"{start}{key}"] = value
    return found


def _numbers(planner: Planner, name: str) -> dict[str, Any]:
    rows = {row.asset: row for row in planner.rows(name)}
    clusters = [key for key, row in rows.items() if key.endswith("/clusters") and row.artifact]
    return _of(rows.get("results/classes"), _SAID) | _of(
        rows[clusters[-1]] if clusters else None, _OF_CLUSTERS
    )


def _of(row: Row | None, keys: Sequence[str]) -> dict[str, Any]:
    artifact = row.artifact if row else None
    return {key: artifact.numbers.get(key) if artifact else None for key in keys}
