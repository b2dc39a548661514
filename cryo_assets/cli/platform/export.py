"""`cryo export`: a result with its whole lineage, as a journal or an archive takes it."""

from pathlib import Path
from typing import Annotated

import typer

from cryo_assets.cli.files import refuse_to_overwrite
from cryo_assets.cli.options import Json, Overwrite
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.run import Entry, planner_of_home
from cryo_core.errors import SettingsError, StoreError

_ASSETS = {"datasets": "results/export", "maps": "enhanced/sharpened"}
"""What of an entry is exported where nothing else is named."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    name: Entry,
    crate: Annotated[
        Path, typer.Option(help="Write an RO-Crate: a new folder, or a .zip. Files, recipe, software, who.")
    ],
    licence: Annotated[
        str, typer.Option("--licence", help="Address of the licence that you give it.")
    ] = "https://creativecommons.org/publicdomain/zero/1.0/",
    title: Annotated[str | None, typer.Option(help="Title of the deposit; the entry's name.")] = None,
    author: Annotated[
        list[str] | None, typer.Option(help='"Ada Lovelace" or "Ada Lovelace,0000-0002-1825-0097". Repeat.')
    ] = None,
    asset: Annotated[
        str | None, typer.Option(help="What is exported; results/export, of a map enhanced/sharpened.")
    ] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write a result with its whole lineage as an RO-Crate, as a journal, Zenodo or a data repository takes it.

    The files are those that the entry uses now. A source file is named by its SHA-256, and by its accession and
    address where it came from an archive; images are not copied.
    """
    from cryo_assets.engine.chosen import chosen
    from cryo_assets.entries.manifest import read_manifest
    from cryo_assets.lineage.crate import Deposit, write_crate
    from cryo_assets.lineage.why import History

    planner = planner_of_home()
    kind, _ = read_manifest(planner.home.inbox, name)
    key = asset or _ASSETS[kind]
    made = chosen(planner, name, key)
    if made is None:
        raise StoreError(f"{name}: {key} was not made; `cryo run {name} --to {key}` makes it")
    if not licence.startswith(("http://", "https://")):
        raise SettingsError(
            f"--licence {licence}: should be an address, as https://spdx.org/licenses/CC-BY-4.0"
        )
    if crate.is_dir() and any(crate.iterdir()):
        raise SettingsError(f"--crate {crate}: holds files; name a new folder, or a .zip")
    refuse_to_overwrite(overwrite, crate)
    about = f"{key} of {name}, made by cryo-assets, version {made.version}"
    answer = History(planner.home).ask(made.version)
    write_crate(answer, Deposit(title or name, about, licence, tuple(author or ())), crate)
    document = {"crate": str(crate), "asset": key, "version": made.version, "files": len(made.files)}
    print_document(document | {"steps": len(answer.nodes())}, json)
