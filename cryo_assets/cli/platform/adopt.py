"""`cryo adopt`: poses found from images alone become those of a data set, which the rounds start from."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.placed import derived_fields, manifest_text, placed, require_free
from cryo_assets.cli.platform.run import planner_of_home
from cryo_core.errors import SettingsError, StoreError
from cryo_core.validation.independence import UNKNOWN

if TYPE_CHECKING:
    import numpy as np

    from cryo_assets.entries.manifest import Dataset
    from cryo_assets.store.store import Artifact
    from cryo_core.data import Particles


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("adopt")(adopt)


def adopt(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A data set whose poses posefree/model found.")],
    new: Annotated[str | None, typer.Option("--name", help="Name of the new data set (N-posed).")] = None,
    other_hand: Annotated[bool, typer.Option("--other-hand", help="Take the mirrored map's poses.")] = False,
    json: Json = False,
) -> None:
    """Make a data set of N's images at the poses that were found without a reference; rounds start from it."""
    from cryo_assets.assets.particles.source import rows_left_out
    from cryo_assets.engine.chosen import chosen
    from cryo_assets.entries.manifest import Dataset, read_manifest
    from cryo_assets.entries.table import read_stored
    from cryo_assets.entries.truth import NOTHING_LEFT_OUT
    from cryo_core.formats.particles import write_particles

    planner, target = planner_of_home(), new or f"{name}-posed"
    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles")
    require_free(planner.home, target)
    artifact = chosen(planner, name, "posefree/model")
    if artifact is None:
        raise StoreError(
            f"{name}: no poses were found yet; `cryo run {name} --to posefree/walk` looks for them"
        )
    table = artifact.path("particles_other_hand.star" if other_hand else "particles.star")
    particles = read_stored(table)
    source = planner.store.inputs(artifact.recipe)["particles/source"]
    left_out = rows_left_out(source) if source else NOTHING_LEFT_OUT
    text = _manifest_text(manifest, particles, artifact, bool(len(left_out)))
    with placed(planner.home, target, "dataset.yaml", text) as folder:
        write_particles(folder / "particles.star", particles)
        if len(left_out):
            _write_truth(folder, manifest, particles, left_out)
        Dataset.read(folder / "dataset.yaml")
    document = {
        "name": target,
        "manifest": str(planner.home.inbox / target / "dataset.yaml"),
        "particles": len(particles),
        "version": artifact.version,
        "hand": "other" if other_hand else "as found",
    }
    print_document(document, json, title=f"{target} is in the inbox; next: cryo run {target}")


def _write_truth(folder: Path, manifest: "Dataset", particles: "Particles", left_out: "np.ndarray") -> None:
    """Write the truth of the particles that are left, beside their table."""
    import numpy as np

    from cryo_assets.entries.truth import true_labels, true_poses
    from cryo_core.formats.particles import write_particles

    labels = true_labels(manifest, len(particles), left_out)
    poses = true_poses(manifest, len(particles), left_out)
    if labels is not None:
        np.save(folder / "labels.npy", labels)
    if poses is not None:
        write_particles(folder / "true_poses.star", replace(particles, poses=poses))


def _manifest_text(manifest: "Dataset", particles: "Particles", model: "Artifact", own_truth: bool) -> str:
    """The new manifest: what the old one said that still holds; with `own_truth` its truth lies beside it."""
    truth = manifest.truth.model_dump(mode="json", exclude_none=True) if manifest.truth else {}
    beside = {"labels": "labels.npy", "poses": "true_poses.star"}
    for field in ("labels", "poses"):
        if field in truth:
            truth[field] = beside[field] if own_truth else str(manifest.resolve(Path(truth[field])))
    truth |= {"maps": [str(manifest.resolve(Path(path))) for path in truth["maps"]]} if truth else {}
    limit = model.numbers.get("independent_beyond_angstrom")
    aligned = float(limit) if isinstance(limit, int | float) else UNKNOWN
    fields = derived_fields(manifest, particles, aligned) | {"truth": truth, "rounds": manifest.rounds}
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
    head = f"Made by `cryo adopt` of {manifest.name}: poses of posefree/model {model.version}."
    return manifest_text(head, fields)
