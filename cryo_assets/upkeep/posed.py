"""Poses that were found from images alone, made those of a new data set: by `cryo adopt`, or by a rule."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from cryo_assets.assets.particles.source import rows_left_out
from cryo_assets.engine.chosen import chosen
from cryo_assets.engine.planner import Planner
from cryo_assets.entries.manifest import Dataset, read_manifest
from cryo_assets.entries.placed import derived_fields, manifest_text, placed, require_free
from cryo_assets.entries.table import read_stored
from cryo_assets.entries.truth import NOTHING_LEFT_OUT, true_labels, true_poses
from cryo_assets.store.store import Artifact
from cryo_core.data import Particles
from cryo_core.errors import CryoError, SettingsError, StoreError
from cryo_core.formats.particles import write_particles
from cryo_core.validation.independence import UNKNOWN

_FOUND = "posefree/model"


def name_of(name: str) -> str:
    """Name of the data set of an entry's images at the poses that were found, unless another is given."""
    return f"{name}-posed"


def by_rule(planner: Planner, name: str) -> str:
    """Adopt the poses that were found for an entry whose manifest says `adopt: true`; what was done or not, in words.

    Nothing is done, and "" comes back, where the manifest does not ask for it, no poses were found yet, or the new
    data set is there already. Poses of which the search is not sure are left to a person.
    """
    try:
        manifest = read_manifest(planner.home.inbox, name)[1]
        if not isinstance(manifest, Dataset) or not manifest.adopt:
            return ""
        target, artifact = name_of(name), chosen(planner, name, _FOUND)
        if artifact is None or (planner.home.inbox / target).exists():
            return ""
        if not artifact.numbers.get("believed"):
            return f"{name}: poses are not adopted by rule: {artifact.numbers.get('gap', 'no restarts to compare')}"
        adopted(planner, name, target)
    except CryoError as error:
        return f"{name}: poses are not adopted by rule: {error}"
    return f"{target} is in the inbox: images of {name} at the poses that were found"


def adopted(planner: Planner, name: str, target: str, other_hand: bool = False) -> dict[str, Any]:
    """Put a data set of an entry's images at the poses that were found into the inbox; it is described.

    Parameters
    ----------
    planner : Planner
        Of the home.
    name : name
        Of the entry.
    target : name
        Of the new one.
    other_hand : yes or no
        Take the mirrored map's poses.

    Raises
    ------
    SettingsError
        The entry has no particles, or the new name is taken.
    StoreError
        No poses were found yet.
    """
    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles")
    require_free(planner.home, target)
    artifact = chosen(planner, name, _FOUND)
    if artifact is None:
        raise StoreError(
            f"{name}: no poses were found yet; `cryo run {name} --to posefree/walk` looks for them"
        )
    particles = read_stored(artifact.path("particles_other_hand.star" if other_hand else "particles.star"))
    source = planner.store.inputs(artifact.recipe)["particles/source"]
    left_out = rows_left_out(source) if source else NOTHING_LEFT_OUT
    text = _manifest_text(manifest, particles, artifact, bool(len(left_out)))
    with placed(planner.home, target, "dataset.yaml", text) as folder:
        write_particles(folder / "particles.star", particles)
        if len(left_out):
            _write_truth(folder, manifest, particles, left_out)
        Dataset.read(folder / "dataset.yaml")
    return {
        "name": target,
        "manifest": str(planner.home.inbox / target / "dataset.yaml"),
        "particles": len(particles),
        "version": artifact.version,
        "hand": "other" if other_hand else "as found",
    }


def _write_truth(folder: Path, manifest: Dataset, particles: Particles, left_out: np.ndarray) -> None:
    """Write the truth of the particles that are left, beside their table."""
    labels = true_labels(manifest, len(particles), left_out)
    poses = true_poses(manifest, len(particles), left_out)
    if labels is not None:
        np.save(folder / "labels.npy", labels)
    if poses is not None:
        write_particles(folder / "true_poses.star", replace(particles, poses=poses))


def _manifest_text(manifest: Dataset, particles: Particles, model: Artifact, own_truth: bool) -> str:
    """The new manifest: what the old one said that still holds; with `own_truth` its truth lies beside it."""
    truth = manifest.truth.model_dump(mode="json", exclude_none=True) if manifest.truth else {}
    beside = {"labels": "labels.npy", "poses": "true_poses.star"}
    for field in ("labels", "poses"):
        if field in truth:
            truth[field] = beside[field] if own_truth else str(manifest.resolve(Path(truth[field])))
    truth |= {"maps": [str(manifest.resolve(Path(path))) for path in truth["maps"]]} if truth else {}
    truth |= {
        field: str(manifest.resolve(Path(truth[field]))) for field in ("map", "model") if field in truth
    }
    limit = model.numbers.get("independent_beyond_angstrom")
    aligned = float(limit) if isinstance(limit, int | float) else UNKNOWN
    fields = derived_fields(manifest, particles, aligned) | {"truth": truth, "rounds": manifest.rounds or 1}
    fields["derived_from"] = {
        "dataset": manifest.name,
        "clusters": model.recipe.asset,
        "version": model.version,
        "source_version": model.recipe.inputs["particles/source"],
        "classes": [],
        "noise": True,
        "particles": len(particles),
        "of": len(particles),
    }
    fields["settings"] = {group: s for group, s in manifest.settings.items() if group != "posefree"}
    fields["auto"] = manifest.auto
    head = f"Made by `cryo adopt` of {manifest.name}: poses of posefree/model {model.version}."
    return manifest_text(head, fields)
