"""`cryo adopt`: poses found from images alone become those of a data set, which the rounds start from."""

from typing import Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.run import planner_of_home


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
    from cryo_assets.upkeep.posed import adopted, name_of

    target = new or name_of(name)
    document = adopted(planner_of_home(), name, target, other_hand)
    print_document(document, json, title=f"{target} is in the inbox; next: cryo run {target}")
