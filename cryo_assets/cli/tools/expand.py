"""`cryo expand`: a row for each equivalent view of each particle."""

from pathlib import Path
from typing import Annotated

import typer

from cryo_assets.cli.files import given_particles, refuse_to_overwrite, whole
from cryo_assets.cli.options import UNSAID, Json, KeepColumns, Metadata, Overwrite, Table, spread
from cryo_assets.cli.output import print_document
from cryo_core.errors import SettingsError

_WRITTEN = (".star", ".cs")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("expand")(spread(expand))


def expand(
    metadata: Metadata,
    symmetry: Annotated[
        str, typer.Option(help="Point group: Cn, Dn, T, O, I or I1 to I4, on RELION's axes.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The table to write: .star or .cs.")],
    table: Table = UNSAID,
    keep_columns: KeepColumns = False,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write a particle table with each equivalent view of each particle, as symmetry expansion; halves by particle."""
    from cryo_assets.entries.table import GOLDEN_SEED, has_half_sets, with_half_sets
    from cryo_core.formats.fields import Layout
    from cryo_core.formats.particles import left_out, write_particles
    from cryo_core.geometry.expand import expanded

    refuse_to_overwrite(overwrite, out, reads=[metadata, *table.files])
    if out.suffix.lower() not in _WRITTEN:
        raise SettingsError(f"{out}: written as .star or .cs: in other tables a row is an image")
    given = given_particles(metadata, table)
    particles = with_half_sets(given, GOLDEN_SEED)
    found = expanded(particles, symmetry)
    with whole(out) as partial:
        write_particles(partial, found, Layout(keep_columns=keep_columns))
    lost = left_out(out, found)
    warnings = [f"{out.suffix} cannot hold: {', '.join(lost)}"] if lost else []
    if not has_half_sets(given):
        warnings.append("the table has no half sets: they were drawn, by particle, before it was expanded")
    document = {
        "particles": len(particles),
        "rows": len(found),
        "symmetry": symmetry,
        "table": str(out),
        "warnings": warnings,
    }
    print_document(document, json)
