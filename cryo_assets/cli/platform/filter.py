"""`cryo filter`: a data set made of some particles of another, by the classes they were given."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document, print_note
from cryo_assets.cli.platform.placed import derived_fields, manifest_text, placed, require_free
from cryo_assets.cli.platform.run import planner_of_home
from cryo_assets.cli.tools.cluster import read_labels
from cryo_core.errors import FormatError, SettingsError, StoreError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from cryo_assets.engine.planner import Planner
    from cryo_assets.entries.manifest import Dataset
    from cryo_assets.store.store import Artifact
    from cryo_core.data import Particles


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("filter")(filter_)


def filter_(
    name: Annotated[str, typer.Argument(metavar="N", help="Name of a data set whose clusters were made.")],
    drop_class: Annotated[
        list[int] | None, typer.Option(help="A class to leave out. May be repeated.")
    ] = None,
    keep_class: Annotated[
        list[int] | None, typer.Option(help="A class to keep, and no other. May be repeated.")
    ] = None,
    drop_noise: Annotated[
        bool, typer.Option("--drop-noise", help="Leave out what belongs to no class.")
    ] = False,
    max_residual: Annotated[
        float | None,
        typer.Option(
            help="Leave out images of whose power the class's projection leaves more than this share (0 to 1)."
        ),
    ] = None,
    poses: Annotated[
        str, typer.Option(help="given: those of N's table; moved: those of the latent model.")
    ] = "given",
    new: Annotated[str | None, typer.Option("--name", help="Name of the new data set (N-filtered).")] = None,
    json: Json = False,
) -> None:
    """Make a data set of some of N's particles, by the newest round's classes; its manifest says where it is from."""
    from cryo_assets.entries.manifest import Dataset, read_manifest

    if drop_class and keep_class:
        raise SettingsError("--drop-class and --keep-class: give one of them")
    if not (drop_class or keep_class or drop_noise or max_residual is not None):
        raise SettingsError(
            "nothing to leave out: --drop-class, --keep-class, --drop-noise or --max-residual"
        )
    if poses not in ("given", "moved"):
        raise SettingsError(f"--poses {poses}: should be given or moved")
    planner, target = planner_of_home(), new or f"{name}-filtered"
    require_free(planner.home, target)
    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles to filter")
    clusters = _newest_clusters(planner, name)
    source = _ancestor(planner, clusters, "particles/source")
    table = read_labels(clusters.path("labels.csv"))
    particles = _source_rows(planner, manifest, source, table)
    if poses == "moved":
        particles = _moved(planner, clusters, particles)
    table["fits"] = _fits(planner, clusters, max_residual)
    keep = _kept(table, drop_class or [], keep_class or [], drop_noise)
    derived = {
        "dataset": name,
        "clusters": clusters.recipe.asset,
        "version": clusters.version,
        "source_version": source.version,
        "classes": sorted(int(c) for c in set(table["class"][keep]) if c > 0),
        "noise": bool((table["class"][keep] < 0).any()),
        "max_residual": max_residual,
        "particles": int(keep.sum()),
        "of": len(table),
    }
    truth_kept = _place(planner, target, manifest, particles, keep, derived, source)
    document = {
        "name": target,
        "manifest": str(planner.home.inbox / target / "dataset.yaml"),
        **derived,
        "poses": poses,
        "truth": "kept" if truth_kept else "left out" if manifest.truth else None,
    }
    print_document(document, json, title=f"{target} is in the inbox; next: cryo run {target}")
    if document["truth"] == "left out" and not json:
        print_note(
            "truth was left out: without labels of its particles the shares of its states are not known"
        )


def _place(
    planner: "Planner",
    target: str,
    manifest: "Dataset",
    particles: "Particles",
    keep: "np.ndarray",
    derived: dict[str, Any],
    source: "Artifact",
) -> bool:
    """Put the kept particles into the inbox as a new entry; whether their true states came along."""
    import numpy as np

    from cryo_assets.assets.particles.source import rows_left_out
    from cryo_assets.entries.independence import limit_of
    from cryo_assets.entries.manifest import Dataset
    from cryo_core.formats.particles import write_particles

    some = particles.take(keep.nonzero()[0])
    labels, truth = _truth(manifest, keep, rows_left_out(source))
    fields = derived_fields(manifest, some, limit_of(manifest, source))
    text = manifest_text("Made by `cryo filter`.", fields | {"derived_from": derived, "truth": truth})
    with placed(planner.home, target, "dataset.yaml", text) as folder:
        write_particles(folder / "particles.star", some)
        if labels is not None:
            np.save(folder / "labels.npy", labels)
        Dataset.read(folder / "dataset.yaml")
    return truth is not None


def _newest_clusters(planner: "Planner", name: str) -> "Artifact":
    from cryo_assets.assets.rounds.tables import newest_of_round

    clusters = newest_of_round(planner.store, "clusters", name)
    if clusters is None:
        raise StoreError(
            f"{name}: no clusters were made; `cryo run {name} --to round_01/clusters` makes them"
        )
    return clusters


def _ancestor(planner: "Planner", artifact: "Artifact", key: str) -> "Artifact":
    """Version of an asset that an artifact rests on, however far back."""
    queue = dict(artifact.recipe.inputs)
    while queue:
        asset, version = queue.popitem()
        earlier = planner.store.by_version(asset, artifact.recipe.partition, version)
        if earlier is not None and asset == key:
            return earlier
        if earlier is not None:
            queue |= earlier.recipe.inputs
    raise StoreError(f"{artifact.folder}: {key} that it rests on is no longer known")


def _source_rows(
    planner: "Planner", manifest: "Dataset", source: "Artifact", table: "pd.DataFrame"
) -> "Particles":
    """Read the table that the classes belong to, with its stacks where the manifest has them now."""
    from dataclasses import replace

    from cryo_assets.entries.table import read_stored

    particles = read_stored(source.path("particles.star"))
    if len(particles) != len(table):
        raise StoreError(f"{source.folder}: {len(particles)} particles, and {len(table)} labels rest on them")
    before = sorted(set(particles.stacks))
    files = planner.steps["particles/source"].files(manifest)
    now = [path for label, path in files.items() if label.startswith("stack ")]
    if len(now) != len(before):
        raise SettingsError(
            f"{manifest.path}: has {len(now)} stacks, and its clusters were made of {len(before)}: run `cryo run` again"
        )
    moved = dict(zip(before, now, strict=True))
    return replace(particles, stacks=tuple(moved[stack] for stack in particles.stacks))


def _moved(planner: "Planner", clusters: "Artifact", particles: "Particles") -> "Particles":
    """The particles at the poses that the latent model moved them to."""
    from dataclasses import replace

    from cryo_assets.entries.table import read_stored

    latents = _ancestor(planner, clusters, clusters.recipe.asset.replace("clusters", "latents"))
    table = read_stored(latents.path("particles.star"))
    if len(table) != len(particles):
        raise StoreError(f"{latents.folder}: {len(table)} poses for {len(particles)} particles")
    return replace(particles, poses=table.poses)


def _kept(
    table: "pd.DataFrame",
    drop: list[int],
    keep: list[int],
    drop_noise: bool,
) -> "np.ndarray":
    import numpy as np

    label = table["class"].to_numpy()
    there = sorted({int(c) for c in label if c > 0})
    for asked in (*drop, *keep):
        if asked not in there:
            raise SettingsError(
                f"class {asked}: there are {', '.join(map(str, there))} (noise: --drop-noise)"
            )
    kept = table["fits"].to_numpy() & ~np.isin(label, drop)
    if keep:
        kept &= np.isin(label, keep)
    if drop_noise:
        kept &= label > 0
    if kept.sum() < 2:
        raise SettingsError(f"{int(kept.sum())} particles would be left of {len(kept)}")
    return kept


def _fits(planner: "Planner", clusters: "Artifact", max_residual: float | None) -> "np.ndarray | bool":
    """Whether each particle's residual is small enough; one of no class has none, and fits.

    The residual is the share of an image's power that its class's projection leaves, as the round's refinement found
    it: of noise 1, of particles less (`posefree.residuals.residual`).
    """
    import numpy as np

    if max_residual is None:
        return True
    import torch

    from cryo_core.posefree.residuals import residual

    key, name = clusters.recipe.asset.replace("/clusters", "/poses"), clusters.recipe.partition
    rest_on_them = (
        poses
        for poses in reversed(planner.store.versions(key, name))
        if poses.recipe.inputs.get(clusters.recipe.asset) == clusters.version
    )
    poses = next(rest_on_them, None)
    if poses is None:
        raise SettingsError(f"--max-residual: needs {key}; run `cryo run {name} --to {key}`")
    with np.load(poses.path("scores.npz"), allow_pickle=False) as file:
        score = torch.from_numpy(file["score"])
    return ~(residual(score) > max_residual).numpy()


def _truth(
    manifest: "Dataset", keep: "np.ndarray", left_out: "np.ndarray"
) -> tuple["np.ndarray | None", dict[str, Any] | None]:
    """True states of the kept particles, numbered from 0, and what the new manifest says of them."""
    import numpy as np

    stated = manifest.truth
    path = manifest.resolve(stated.labels) if stated else None
    if stated is None or path is None:
        return None, None
    try:
        stored = np.load(path, allow_pickle=False)
        label = np.asarray(stored["label"] if path.suffix == ".npz" else stored)
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise FormatError(f"{path}: not the labels that truth promises ({error})") from error
    if (
        label.shape != (len(keep) + len(left_out),)
        or label.dtype.kind not in "iu"
        or not np.isin(label, range(len(stated.maps))).all()
    ):
        count = len(keep) + len(left_out)
        raise FormatError(f"{path}: should have {count} states, from 0 to {len(stated.maps) - 1}")
    label = np.delete(label, left_out)
    states, number, counts = np.unique(label[keep], return_inverse=True, return_counts=True)
    return number.astype(np.int64), {
        "maps": [str(manifest.resolve(stated.maps[state])) for state in states],
        "fractions": [round(float(count / keep.sum()), 9) for count in counts],
        "labels": "labels.npy",
        "continuous": stated.continuous,
    }
