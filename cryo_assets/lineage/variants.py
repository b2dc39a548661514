"""Variants of a data set side by side: what was set differently, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.engine.chosen import of_last_round
from cryo_assets.engine.planner import Planner
from cryo_assets.entries.independence import limit_in
from cryo_assets.entries.manifest import Manifest, read_manifest
from cryo_assets.entries.settings import EVERY_ROUND
from cryo_assets.store.class_results import read_classes
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.agreement import agreement
from cryo_core.validation.clusters import adjusted_rand_index

_SAID = ("rounds", "classes", "accepted_classes", "best_resolution_angstrom", "over_fitted_after_round")
_OF_CLUSTERS = ("noise_particles", "ari")


_NOT_SET = {"name", "settings", "variant_of", "derived_from", "merged_from", "truth", "auto"}
"""Fields of a manifest that say nothing of how results are made; nor do those that name files."""


def variants(planner: Planner, names: Sequence[str]) -> tuple[list[str], list[dict[str, Any]]]:
    """What was set differently (settings, and fields of the manifest), and a row for each entry: it, then its results.

    `first_mean_angstrom` and `best_mean_angstrom` are the resolution of the first round and of the best one, over the
    classes by their particles (FSC 0.143 as the guard believes it); `classes_angstrom` says of each class from which
    resolution it came to which, and `poses_aligned_to_angstrom` to which resolution the halves behind all of them are
    not independent. `neighbours_shared`, `canonical_correlation` and `classes_ari` say how far an entry's latent space
    and classes are the first one's, where both have the same particles. A number is None where it has not been
    computed, or its inputs have changed since.
    """
    manifests = {name: _dataset(planner, name) for name in names}
    given = {name: _given(manifest) for name, manifest in manifests.items()}
    keys = sorted({key for flat in given.values() for key in flat})
    differing = [key for key in keys if len({repr(flat.get(key)) for flat in given.values()}) > 1]
    return differing, [
        {
            "entry": name,
            **{key: given[name].get(key, "default") for key in differing},
            **_numbers(planner, name),
            **_alike(planner, names[0], name),
            "poses_aligned_to_angstrom": limit_in(planner.store, manifests[name]),
        }
        for name in names
    ]


def _dataset(planner: Planner, name: str) -> Manifest:
    kind, manifest = read_manifest(planner.home.inbox, name)
    if kind != "datasets":
        raise SettingsError(
            f"{name}: is one of the {kind}, and data sets are compared as entries; "
            f"`cryo compare {name}:ASSET B:ASSET` compares results"
        )
    return manifest


def _given(manifest: Manifest) -> dict[str, Any]:
    """What a manifest sets: its settings, then the other fields that are not at their defaults."""
    said = manifest.model_dump(exclude=_NOT_SET, exclude_defaults=True)
    fields = {name: value for name, value in said.items() if isinstance(value, str | int | float)}
    if "rounds" in fields:
        fields["rounds_asked"] = fields.pop("rounds")  # `rounds` are those that were made
    return _of_rounds(_flat(manifest.settings)) | fields


def _flat(settings: Mapping[str, Any], start: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{start}{key}.")
        else:
            flat[f"{start}{key}"] = value
    return flat


def _of_rounds(flat: Mapping[str, Any]) -> dict[str, Any]:
    """The settings, where what is alike in all the rounds that are set is named once."""
    by_rest: dict[str, dict[str, Any]] = {}
    for key, value in flat.items():
        group, _, rest = key.partition(".")
        if group.startswith("round_"):
            by_rest.setdefault(rest, {})[key] = value
    once = {key: value for key, value in flat.items() if not key.startswith("round_")}
    for rest, values in by_rest.items():
        alike = len(values) > 1 and len({repr(value) for value in values.values()}) == 1
        once |= {f"{EVERY_ROUND}.{rest}": next(iter(values.values()))} if alike else values
    return once


def _numbers(planner: Planner, name: str) -> dict[str, Any]:
    made = {row.asset: artifact for row in planner.rows(name) if (artifact := planner.artifact(row))}
    clusters = [artifact for key, artifact in made.items() if key.endswith("/clusters")]
    return (
        _of(made.get("results/classes"), _SAID)
        | _of(clusters[-1] if clusters else None, _OF_CLUSTERS)
        | _course(made)
    )


_ALIKE = ("neighbours_shared", "neighbours_by_chance", "canonical_correlation", "classes_ari")


def _alike(planner: Planner, first: str, name: str) -> dict[str, Any]:
    """How far the last round's latents and classes are those of the first entry; None where they cannot be compared."""
    nothing = dict.fromkeys(_ALIKE)
    made = {
        asset: [of_last_round(planner, entry, asset) for entry in (first, name)]
        for asset in ("latents", "clusters")
    }
    points = [
        torch.from_numpy(np.load(found.path("latents.npy"), allow_pickle=False))
        for found in made["latents"]
        if found
    ]
    if first == name or len(points) < 2 or len(points[0]) != len(points[1]) or len(points[0]) < 20:
        return nothing
    found = agreement(points[0], points[1])
    labels = [
        pd.read_csv(found.path("labels.csv"))["class"].to_numpy() for found in made["clusters"] if found
    ]
    both = len(labels) == 2 and len(labels[0]) == len(labels[1])
    values = (found.neighbours, found.by_chance, found.canonical[0])
    return dict(
        zip(_ALIKE, (*values, adjusted_rand_index(labels[0], labels[1]) if both else None), strict=True)
    )


def _of(artifact: Artifact | None, keys: Sequence[str]) -> dict[str, Any]:
    return {key: artifact.numbers.get(key) if artifact else None for key in keys}


def _course(made: Mapping[str, Artifact]) -> dict[str, Any]:
    """What the rounds did to the resolution, over all classes and of each."""
    judged = [artifact for key, artifact in made.items() if key.endswith("/fsc")]
    judged = [artifact for artifact in judged if "accepted_classes" in artifact.numbers]
    if not judged:
        return {"first_mean_angstrom": None, "best_mean_angstrom": None, "classes_angstrom": None}
    means = [artifact.numbers["mean_resolution_angstrom"] for artifact in judged]
    by_round = [{c.name: c.resolution_angstrom for c in read_classes(artifact)} for artifact in judged]
    of_classes = []
    for name in by_round[-1]:
        values = [resolutions[name] for resolutions in by_round if name in resolutions]
        believed = [value for value in values if value is not None]
        first = "refused" if values[0] is None else f"{values[0]:.2f}"
        best = f"{min(believed):.2f}" if believed else "refused"
        of_classes.append(f"{name}: {first} → {best}")
    return {
        "first_mean_angstrom": means[0],
        "best_mean_angstrom": min((mean for mean in means if mean is not None), default=None),
        "classes_angstrom": ", ".join(of_classes),
    }
