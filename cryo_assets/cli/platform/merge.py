"""`cryo merge`: two data sets of one particle as one, their optics groups apart."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.run import planner_of_home
from cryo_assets.entries.placed import derived_fields, manifest_text, placed, require_free
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.engine.planner import Planner
    from cryo_assets.entries.manifest import Dataset
    from cryo_core.data import Particles

_POSED_APART = (
    "their poses are of two refinements: unless both were aligned to one map, maps of the two together are blurred; "
    "--drop-poses finds poses of all from the images"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("merge")(merge)


def merge(
    first: Annotated[str, typer.Argument(metavar="A", help="A data set of the inbox.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another, of the same particle.")],
    new: Annotated[str, typer.Option("--name", help="Name of the new data set.")],
    drop_poses: Annotated[
        bool,
        typer.Option("--drop-poses", help="Leave the poses of both out: they are found from the images."),
    ] = False,
    json: Json = False,
) -> None:
    """Make a data set of two: pixel sizes, optics groups and half sets of each are kept; no image is copied."""
    from cryo_assets.entries.manifest import Dataset
    from cryo_assets.entries.table import has_half_sets
    from cryo_core.formats.merged import merged
    from cryo_core.formats.particles import open_images, write_particles

    planner = planner_of_home()
    require_free(planner.home, new)
    manifests = [_dataset(planner, name) for name in (first, second)]
    tables = [_particles(manifest, drop_poses) for manifest in manifests]
    for field in ("symmetry", "contrast"):
        said = [getattr(manifest, field) for manifest in manifests]
        if said[0] != said[1] and not (field == "contrast" and None in said):
            raise SettingsError(
                f"field {field}: {first} has {said[0]}, {second} {said[1]}: both have to have the same "
                "(`cryo convert --stack-out` writes white images)"
            )
    found = merged(*tables)
    warnings = [_POSED_APART] if found.has_poses else []
    if not has_half_sets(found) and any(has_half_sets(table) for table in tables):
        warnings.append("one of them has no half sets: halves of all are drawn anew")
    limits = {str(manifest.poses_aligned_to_angstrom) for manifest in manifests}
    aligned = manifests[0].poses_aligned_to_angstrom if len(limits) == 1 else "unknown"
    fields = derived_fields(manifests[0], found, aligned if found.has_poses else None)
    fields |= {
        "contrast": found.contrast or manifests[0].contrast or manifests[1].contrast,
        "consensus_map": None,
    }
    fields |= {"merged_from": [_origin(planner, m, t) for m, t in zip(manifests, tables, strict=True)]}
    fields |= {"rounds": manifests[0].rounds} if found.has_poses else {"posefree": True, "rounds": 0}
    with placed(planner.home, new, "dataset.yaml", manifest_text("Made by `cryo merge`.", fields)) as folder:
        write_particles(folder / "particles.star", found)
        read = Dataset.read(folder / "dataset.yaml")
        images = open_images(_particles(read, drop_poses))
    document = {
        "name": new,
        "manifest": str(planner.home.inbox / new / "dataset.yaml"),
        "particles": len(found),
        "optics_groups": len(set(found.optics.group.tolist())),
        "pixel_angstrom": images.pixel_angstrom,
        "box": images.box,
        "half_sets": has_half_sets(found),
        "warnings": warnings,
    }
    print_document(document, json, title=f"{new} is in the inbox; next: cryo run {new}")


def _dataset(planner: "Planner", name: str) -> "Dataset":
    from cryo_assets.entries.manifest import Dataset, read_manifest

    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles")
    return manifest


def _particles(manifest: "Dataset", drop_poses: bool) -> "Particles":
    """The table of a data set, its contrast that of the manifest, if it is asked for without poses."""
    import torch

    from cryo_assets.entries.table import read_source
    from cryo_core.data import Poses

    table = replace(read_source(manifest), contrast=None)
    if drop_poses:
        gone = (
            torch.full_like(values, torch.nan)
            for values in (table.poses.rotation, table.poses.shift_angstrom)
        )
        table = replace(table, poses=Poses(*gone))
    return table


def _origin(planner: "Planner", manifest: "Dataset", table: "Particles") -> dict[str, object]:
    """What is noted of a data set that was merged: its name, and the version of its table, if one was made."""
    source = planner.in_use(planner.plan(manifest.name).row("particles/source"))
    known = {"version": source.version} if source else {}
    return {"dataset": manifest.name, **known, "particles": len(table)}
