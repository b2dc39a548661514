"""`cryo logs`: which runs there were, and what was logged in one."""

from typing import TYPE_CHECKING, Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_json, print_line, print_note, print_table
from cryo_assets.home import Home
from cryo_assets.wording import local_time
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.graph.logs import Line


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("logs")(logs)


def logs(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="An entry: what was logged in its newest run; runs without it."
        ),
    ] = None,
    run: Annotated[
        str | None, typer.Option(help="What was logged in this run (the start of its id).")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Only what failed, with the whole trace.")] = False,
    last: Annotated[int, typer.Option(min=1, help="At most so many runs, or lines.")] = 100,
    json: Json = False,
) -> None:
    """List runs, or say what was logged in one: which steps it made, how long they took, and why one failed."""
    from cryo_assets.graph import logs as records

    home = Home.from_environment()
    if name is None and run is None:
        found = records.runs(home, None, last)
        if json:
            print_json([vars(one) for one in found])
            return
        print_table(
            ("run", "entry", "began", "status"),
            [(one.run[:8], one.entry, local_time(one.began), one.status) for one in found],
        )
        print_note(
            "`cryo logs --run RUN` says what was logged in one. What the servers say is in "
            f"{home.root}/dagster.log and {home.root}/mlflow.log."
        )
        return
    chosen = run or _newest(home, str(name))
    said = records.lines(home, chosen)
    said = [line for line in said if line.level == "error"] if errors else said
    if json:
        print_json({"run": chosen, "lines": [vars(line) for line in said[-last:]]})
        return
    for line in said[-last:]:
        print_line(_told(line, errors))
    if len(said) > last:
        print_note(f"{len(said) - last} lines before these (--last shows more)")


def _newest(home: Home, name: str) -> str:
    """The id of an entry's newest run; SettingsError if it has none."""
    from cryo_assets.entries.manifest import read_manifest
    from cryo_assets.graph.logs import runs

    read_manifest(home.inbox, name)
    found = runs(home, name, 1)
    if not found:
        raise SettingsError(f"{name}: was never run; `cryo run {name}` runs it")
    return found[0].run


def _told(line: "Line", whole: bool) -> str:
    """A line of a log as people read it; all lines of what failed if it was asked for."""
    text = line.text if whole else line.text.splitlines()[0]
    return f"{local_time(line.time)}  {line.level:7}  {line.asset:24}  {text}"
