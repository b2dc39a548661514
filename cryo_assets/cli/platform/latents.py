"""`cryo latents`: the embedding of another program becomes the latents that an entry's rounds rest on."""

from pathlib import Path
from typing import Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.run import Entry, planner_of_home
from cryo_core.errors import SettingsError

FILE = "latents.npy"
"""Name of the latents beside the manifest."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("latents")(latents)


def latents(
    name: Entry,
    source: Annotated[
        Path,
        typer.Option(
            "--from", help="z.pkl (cryoDRGN), .npy, .cs (3DVA, 3D flex), .star, or a folder of RECOVAR."
        ),
    ],
    columns: Annotated[
        str | None, typer.Option(help="Of a .star, the columns that are latents: rlnA,rlnB.")
    ] = None,
    json: Json = False,
) -> None:
    """Take another program's embedding, row by row of the entry's table, as the latents of its rounds.

    Clusters, poses, maps, the guard and `cryo state` follow from it. `round_*.model.method: linear` in dataset.yaml
    goes back to the entry's own model; `cryo add --variant-of` keeps both beside each other.
    """
    from cryo_assets.entries.edits import write_fields
    from cryo_assets.entries.manifest import Dataset, read_manifest
    from cryo_assets.entries.table import read_source
    from cryo_core.formats.embeddings import read_embedding, write_given

    kind, manifest = read_manifest(planner_of_home().home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no latents")
    mean, variance = read_embedding(source, tuple(columns.split(",")) if columns else ())
    count = len(read_source(manifest))
    if len(mean) != count:
        raise SettingsError(
            f"{source}: {len(mean)} rows, and the table of {name} has {count}: a filtered embedding needs the "
            "table that it is of (`cryo filter --ids ind.pkl`)"
        )
    write_given(manifest.path.parent / FILE, mean, variance)
    write_fields(manifest.path, {("latents",): FILE, ("settings", "round_*", "model", "method"): "given"})
    document = {
        "entry": name,
        "manifest": str(manifest.path),
        "particles": count,
        "latents": mean.shape[1],
        "with_variances": variance is not None,
        "next": f"cryo run {name}",
    }
    print_document(document, json)
