"""`cryo logs`: what was logged in a run."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_json, print_line, print_note
from cryo_assets.home import Home
from cryo_assets.wording import local_time
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.graph.logs import Line


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("logs")(logs)


def logs(
    what: Annotated[
        str,
        typer.Argument(metavar="NAME|RUN", help="An entry, for its newest run; or the start of a run's id."),
    ],
    errors: Annotated[bool, typer.Option("--errors", help="Only what failed, with the whole trace.")] = False,
    last: Annotated[int, typer.Option(min=1, help="At most so many lines.")] = 100,
    json: Json = False,
) -> None:
    """Say what was logged in a run: which steps it made, how long they took, and why one failed."""
    from cryo_assets.graph import logs as records

    home = Home.from_environment()
    chosen = _run(home, what)
    said = records.lines(home, chosen)
    said = [line for line in said if line.level == "error"] if errors else said
    if json:
        print_json({"run": chosen, "lines": [vars(line) for line in said[-last:]]})
        return
    for line in said[-last:]:
        print_line(_told(line, errors))
    if len(said) > last:
        print_note(f"{len(said) - last} lines before these (--last shows more)")


_ID = re.compile(r"[0-9a-f]{4,8}(-[0-9a-f-]*)?")


def _run(home: Home, what: str) -> str:
    """The id of an entry's newest run, or of the run whose id begins so; SettingsError if there is none."""
    from cryo_assets.entries.manifest import entries, read_manifest
    from cryo_assets.graph.logs import runs, whole_id

    if _ID.fullmatch(what) and what not in {name for _, name in entries(home.inbox)}:
        return whole_id(home, what)
    if home.exists:
        read_manifest(home.inbox, what)
    found = runs(home, what, 1)
    if not found:
        raise SettingsError(f"{what}: was never run; `cryo run {what}` runs it")
    return found[0].run


def _told(line: "Line", whole: bool) -> str:
    """A line of a log as people read it; all lines of what failed if it was asked for."""
    text = line.text if whole else line.text.splitlines()[0]
    return f"{local_time(line.time)}  {line.level:7}  {line.asset:24}  {text}"
