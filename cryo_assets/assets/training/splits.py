"""Who may be learnt from: the splits that entries state, and their homologues with them; maps that fit their models."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from cryo_assets.entries.manifest import MANIFESTS, Training, read_yaml
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError
from cryo_core.formats.sequences import related_groups

LEAST_CORRELATION = 0.65
"""Correlation of a map with its model from which on a pair teaches, as published (iLocScale)."""

_STRICTEST = ("test", "validation", "train", "")


def splits_of(manifest: Training) -> dict[str, str]:
    """The split of each map entry that states one, by name: a fact that trainings rest on."""
    inbox = manifest.path.parent.parent
    names = sorted(os.listdir(inbox)) if inbox.is_dir() else []
    found: dict[str, str] = {}
    for name in names:
        path = inbox / name / MANIFESTS["maps"]
        plain = read_yaml(path, "a manifest") if path.is_file() else None
        split = plain.get("split") if isinstance(plain, dict) else None
        if split is not None and split not in _STRICTEST[:3]:
            raise SettingsError(f"{path}: field split: {split!r}: should be train, validation or test")
        if split:
            found[name] = split
    return found


def facts_of(manifest: Training) -> dict[str, Any]:
    """Splits, where there are any: without them a training rests on what it did before."""
    found = splits_of(manifest)
    return {"splits": found} if found else {}


def roles(
    names: Sequence[str], sequences: Sequence[Sequence[str]], splits: Mapping[str, str]
) -> tuple[list[int], list[str]]:
    """Group number of each structure, one for homologues, and its split: the strictest that one of its group states.

    Parameters
    ----------
    names
        Of the structures; those of entries are the entries'.
    sequences
        Their protein sequences.
    splits
        By name.
    """
    groups = related_groups(sequences)
    stated: dict[int, str] = {}
    for name, group in zip(names, groups, strict=True):
        both = (splits.get(name, ""), stated.get(group, ""))
        stated[group] = min(both, key=_STRICTEST.index)
    return groups, [stated[group] for group in groups]


def require_fit(model: Artifact) -> None:
    """Raise SettingsError if a map and its model agree too little to learn from; older model maps do not say."""
    value = model.numbers.get("map_model_correlation")
    if isinstance(value, int | float) and not value > LEAST_CORRELATION:
        raise SettingsError(
            f"map and model agree to {value:.2f} only: {LEAST_CORRELATION} is the least to learn from"
        )
