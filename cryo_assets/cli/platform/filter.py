"""`cryo filter`: a data set made of some particles of another, by the classes they were given, or by their rows."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document, print_note
from cryo_assets.cli.platform.run import planner_of_home
from cryo_assets.cli.tools.cluster import read_labels
from cryo_assets.entries.placed import derived_fields, manifest_text, placed, require_free
from cryo_core.errors import SettingsError, StoreError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from cryo_assets.assets.rounds.drawn import Drawing
    from cryo_assets.engine.planner import Planner
    from cryo_assets.entries.manifest import Dataset
    from cryo_assets.store.store import Artifact
    from cryo_core.data import Particles


_ROWS = "ind.pkl"
"""File of a filtered entry: the rows that were kept, where they were named or drawn."""

_DRAWING = "polygon.json"
"""File of a filtered entry: what was drawn, where they were drawn."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("filter")(filter_)


def filter_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of a data set whose clusters were made.")],
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
    ids: Annotated[
        Path | None,
        typer.Option(help="Keep these alone: an ind.pkl (cryoDRGN's) of rows of N's table, from 0."),
    ] = None,
    polygon: Annotated[
        Path | None,
        typer.Option(
            help="Keep what was drawn, and no other: a polygon.json that the explorer's page saves."
        ),
    ] = None,
    new: Annotated[str | None, typer.Option("--name", help="Name of the new data set (N-filtered).")] = None,
    json: Json = False,
) -> None:
    """Make a data set of some of N's particles, by the classes of its last round; the manifest says where from."""
    from cryo_assets.assets.rounds.drawn import read_drawing
    from cryo_core.formats.cryodrgn import read_indices

    if drop_class and keep_class:
        raise SettingsError("--drop-class and --keep-class: give one of them")
    if not (drop_class or keep_class or drop_noise or max_residual is not None or ids or polygon):
        raise SettingsError(
            "nothing to leave out: --drop-class, --keep-class, --drop-noise, --max-residual, --ids or --polygon"
        )
    if ids and polygon:
        raise SettingsError("--ids and --polygon: give one of them")
    if poses not in ("given", "moved"):
        raise SettingsError(f"--poses {poses}: should be given or moved")
    rows = read_indices(ids) if ids else None
    choice = Choice(
        tuple(drop_class or ()), tuple(keep_class or ()), drop_noise, max_residual, rows, poses == "moved"
    )
    if polygon:
        choice = replace(choice, drawing=read_drawing(polygon))
    target = new or f"{name}-filtered"
    document = filtered(planner_of_home(), name, target, choice)
    print_document(document, json, title=f"{target} is in the inbox; next: cryo run {target}")
    if document["truth"] == "left out" and not json:
        print_note(
            "truth was left out: without labels of its particles the shares of its states are not known"
        )


@dataclass(frozen=True)
class Choice:
    """Which particles of a data set another one is made of; what stands at its default leaves none out.

    `rows` count from 0 in the table of particles/source; a `drawing` names them by its outlines, and the versions that
    classes are of; `moved` takes the poses of the latent model.
    """

    drop: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    drop_noise: bool = False
    max_residual: float | None = None
    rows: "np.ndarray | None" = None
    moved: bool = False
    drawing: "Drawing | None" = None


def filtered(planner: "Planner", name: str, target: str, choice: Choice) -> dict[str, Any]:
    """Make a data set of some of another's particles, and say what was made.

    Parameters
    ----------
    planner, name
        Of a home, and the data set there that particles are taken of.
    target
        Name of the new one.
    choice
        Which particles.
    """
    from cryo_assets.entries.manifest import Dataset, read_manifest

    require_free(planner.home, target)
    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles to filter")
    clusters, choice = _drawn(planner, manifest, choice) or (_clusters(planner, name), choice)
    source = ancestor(planner, clusters, "particles/source")
    table = read_labels(clusters.path("labels.csv"))
    particles = source_rows(manifest, source, len(table))
    if choice.moved:
        particles = _moved(planner, clusters, particles)
    table["fits"] = _fits(planner, clusters, choice.max_residual)
    keep = _kept(table, choice)
    derived = {
        "dataset": name,
        "clusters": clusters.recipe.asset,
        "version": clusters.version,
        "source_version": source.version,
        "classes": sorted(int(c) for c in set(table["class"][keep]) if c > 0),
        "noise": bool((table["class"][keep] < 0).any()),
        "max_residual": choice.max_residual,
        "rows": _ROWS if choice.rows is not None else None,
        "polygon": _DRAWING if choice.drawing else None,
        "particles": int(keep.sum()),
        "of": len(table),
    }
    kept = _Kept(manifest, source, particles, keep, choice.drawing)
    truth_kept = _place(planner, target, kept, derived)
    return {
        "name": target,
        "manifest": str(planner.home.inbox / target / "dataset.yaml"),
        **derived,
        "poses": "moved" if choice.moved else "given",
        "truth": "kept" if truth_kept else "left out" if manifest.truth else None,
    }


@dataclass(frozen=True)
class _Kept:
    """Particles of a data set's particles/source, which of them are kept, and how they were drawn, if they were."""

    manifest: "Dataset"
    source: "Artifact"
    particles: "Particles"
    keep: "np.ndarray"
    drawing: "Drawing | None"


def _place(planner: "Planner", target: str, kept: _Kept, derived: dict[str, Any]) -> bool:
    """Put the kept particles into the inbox as a new entry; whether their true states came along."""
    import numpy as np

    from cryo_assets.assets.particles.source import rows_left_out
    from cryo_assets.entries.independence import limit_of
    from cryo_assets.entries.manifest import Dataset
    from cryo_core.formats.cryodrgn import write_indices
    from cryo_core.formats.particles import write_particles

    rows = kept.keep.nonzero()[0]
    some = kept.particles.take(rows)
    labels, truth = _truth(kept.manifest, kept.keep, rows_left_out(kept.source))
    fields = derived_fields(kept.manifest, some, limit_of(kept.manifest, kept.source))
    told = {name: value for name, value in derived.items() if value is not None}
    text = manifest_text("Made by `cryo filter`.", fields | {"derived_from": told, "truth": truth})
    with placed(planner.home, target, "dataset.yaml", text) as folder:
        write_particles(folder / "particles.star", some)
        if derived["rows"]:
            write_indices(folder / _ROWS, rows)
        if kept.drawing:
            drawn = kept.drawing.model_dump_json(by_alias=True, exclude_none=True)
            (folder / _DRAWING).write_text(f"{drawn}\n")
        if labels is not None:
            np.save(folder / "labels.npy", labels)
        Dataset.read(folder / "dataset.yaml")
    return truth is not None and (labels is not None or not kept.manifest.truth.maps)  # type: ignore[union-attr]


def _drawn(planner: "Planner", manifest: "Dataset", choice: Choice) -> "tuple[Artifact, Choice] | None":
    """The clusters that a drawing was made on, and the choice with the rows that it means; None without one."""
    from cryo_assets.assets.rounds.drawn import cloud_of_drawing, picked

    drawing = choice.drawing
    if drawing is None:
        return None
    if drawing.dataset != manifest.name:
        raise SettingsError(f"the drawing is of {drawing.dataset[:64]!r}, and not of {manifest.name}")
    cloud = cloud_of_drawing(planner.store, manifest.variant_of or manifest.name, drawing)
    if cloud.clusters is None:
        raise SettingsError(f"round {cloud.round} of {manifest.name} had no classes yet when this was drawn")
    return cloud.clusters, replace(choice, rows=picked(cloud, drawing).nonzero()[0])


def _clusters(planner: "Planner", name: str) -> "Artifact":
    """Clusters of the last round that has some, as planned; where they are out of date it is said."""
    from cryo_assets.engine.chosen import of_last_round

    clusters = of_last_round(planner, name, "clusters")
    if clusters is None:
        raise StoreError(
            f"{name}: no clusters were made; `cryo run {name} --to round_01/clusters` makes them"
        )
    row = planner.plan(name).row(clusters.recipe.asset)
    if row.version != clusters.version:
        print_note(f"{row.asset} {clusters.version[:8]} is out of date: {'; '.join(row.why)}")
    return clusters


def ancestor(planner: "Planner", artifact: "Artifact", key: str) -> "Artifact":
    """Version of an asset that an artifact rests on, however far back."""
    queue, seen = [artifact], {artifact.version}
    while queue:
        for earlier in planner.store.inputs(queue.pop().recipe).values():
            if earlier is not None and earlier.recipe.asset == key:
                return earlier
            if earlier is not None and earlier.version not in seen:
                seen.add(earlier.version)
                queue.append(earlier)
    raise StoreError(f"{artifact.folder}: {key} that it rests on is no longer known")


def source_rows(manifest: "Dataset", source: "Artifact", count: int) -> "Particles":
    """Read the table that `count` labels belong to, with its stacks where the manifest has them now."""
    from cryo_assets.assets.particles.source import table_of_source

    particles = table_of_source(source, manifest)
    if len(particles) != count:
        raise StoreError(f"{source.folder}: {len(particles)} particles, and {count} labels rest on them")
    return particles


def _moved(planner: "Planner", clusters: "Artifact", particles: "Particles") -> "Particles":
    """The particles at the poses that the latent model moved them to."""
    from cryo_assets.entries.table import read_stored

    latents = ancestor(planner, clusters, clusters.recipe.asset.replace("clusters", "latents"))
    table = read_stored(latents.path("particles.star"))
    if len(table) != len(particles):
        raise StoreError(f"{latents.folder}: {len(table)} poses for {len(particles)} particles")
    return replace(particles, poses=table.poses)


def _kept(table: "pd.DataFrame", choice: Choice) -> "np.ndarray":
    import numpy as np

    label = table["class"].to_numpy()
    there = sorted({int(c) for c in label if c > 0})
    for asked in (*choice.drop, *choice.keep):
        if asked not in there:
            raise SettingsError(
                f"class {asked}: there are {', '.join(map(str, there))} (noise: --drop-noise)"
            )
    kept = table["fits"].to_numpy() & ~np.isin(label, choice.drop)
    if choice.keep:
        kept &= np.isin(label, choice.keep)
    if choice.drop_noise:
        kept &= label > 0
    if choice.rows is not None:
        if len(choice.rows) and int(choice.rows.max()) >= len(label):
            raise SettingsError(f"row {int(choice.rows.max())}: there are {len(label)}, counted from 0")
        kept &= np.isin(np.arange(len(label)), choice.rows)
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
    """True states of the kept particles, numbered from 0 (−1: of none), and what the new manifest says of them."""
    import numpy as np

    from cryo_assets.entries.truth import true_labels

    stated, label = manifest.truth, true_labels(manifest, len(keep), left_out)
    if stated is None:
        return None, None
    files = {"map": manifest.resolve(stated.map), "model": manifest.resolve(stated.model)}
    deposited = {name: str(path) for name, path in files.items() if path} | (
        {"emdb": stated.emdb} if stated.emdb else {}
    )
    if label is None:
        return None, deposited or None
    label = label[keep]
    states, counts = np.unique(label[label >= 0], return_counts=True)
    number = np.where(label >= 0, np.searchsorted(states, label), -1)
    return number.astype(np.int64), {
        "maps": [str(manifest.resolve(stated.maps[state])) for state in states],
        "fractions": [round(float(count / counts.sum()), 9) for count in counts],
        "labels": "labels.npy",
        "continuous": stated.continuous,
        **deposited,
    }
