"""`cryo state`: the map at a point of an entry's latent space, with half maps, from the images near it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Device, Json
from cryo_assets.cli.output import print_document, print_table, reporter
from cryo_assets.cli.platform.run import Entry, compute_on, planner_of_home
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.store.store import Artifact

ASSET = "states/maps"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("state")(state)


def state(
    name: Entry,
    at: Annotated[
        list[str] | None,
        typer.Option(
            help="particle:17, class:3, z:0.1,0.2 or path:class:1,particle:17. May be repeated; without it "
            "the points that dataset.yaml names."
        ),
    ] = None,
    points: Annotated[int | None, typer.Option(min=2, help="Points of each path.")] = None,
    images: Annotated[int | None, typer.Option(min=20, help="Images in the narrowest kernel.")] = None,
    device: Device = "auto",
    json: Json = False,
) -> None:
    """Make the map at points of latent space: half maps, FSC, and the particles with how much each counts.

    It rests on the last round, and is kept in the store; what was made before is not computed again.
    """
    from cryo_assets.engine.produce import RunContext, produce

    compute_on(device)
    given = {"at": at, "path_points": points, "images": images}
    changed = {setting: value for setting, value in given.items() if value}
    with reporter() as bars:
        plan = planner_of_home().plan(name, {ASSET: changed} if changed else {})
        artifact, _ = produce(plan, ASSET, RunContext(bars))
    if artifact is None:
        raise SettingsError(f"{name}: {plan.row(ASSET).why[0]}")
    rows = states_of(artifact)
    document = {"entry": name, "folder": str(artifact.folder), "version": artifact.version}
    if json:
        print_document(document | {"states": rows}, json)
        return
    print_document(document, json)
    shown = ("state", "at", "resolution_angstrom", "effective_images", "guard")
    print_table(list(shown), [[_text(row[column]) for column in shown] for row in rows])


def states_of(artifact: "Artifact") -> list[dict[str, Any]]:
    """The states of an artifact, a row each; None where nothing is believed or measured."""
    import pandas as pd

    table = pd.read_csv(artifact.path("states.csv")).astype(object)
    rows = table.where(table.notna(), None).to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in rows]


def _text(value: Any) -> str:
    if value is None:
        return "none"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
