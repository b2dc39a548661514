"""Commands that make results, or show them: run, plan, demo, up, open."""

import os
import socket
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from cryo_assets.cli.options import Device, Json
from cryo_assets.cli.output import (
    is_wide,
    print_error,
    print_json,
    print_line,
    print_note,
    print_table,
    reporter,
)
from cryo_assets.engine.collector import without_collector
from cryo_assets.entries.forecast import Forecast, forecast
from cryo_assets.home import PAGES_PORT, Home, page_url
from cryo_assets.wording import in_words, shown
from cryo_core.errors import CryoError, StoreError

if TYPE_CHECKING:
    from cryo_assets.engine.planner import Planner, Row
    from cryo_assets.graph.launch import Outcome
    from cryo_assets.store.store import Artifact
    from cryo_core.validation.independence import Limit

Entry = Annotated[str, typer.Argument(metavar="NAME", help="Name of an entry of the inbox.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (run, plan, demo, up):
        app.command(command.__name__)(command)
    app.command("open")(open_)


def planner_of_home() -> "Planner":
    """Planner of all assets in the home of this call."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.planner import Planner

    return Planner(Home.from_environment(), STEPS)


def compute_on(device: str) -> None:
    """Let the assets that this process makes be computed on a device; SettingsError if it is not there."""
    from cryo_assets.engine.produce import DEVICE_VARIABLE
    from cryo_core.devices import choose_device

    choose_device(device)
    if device != "auto":  # a CRYO_DEVICE that is set already is the usual one
        os.environ[DEVICE_VARIABLE] = device


def run(
    name: Entry,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these assets: particles/stack. May be repeated.")
    ] = None,
    to: Annotated[str | None, typer.Option(help="This asset and all that lead to it.")] = None,
    rounds: Annotated[
        int | None,
        typer.Option(min=1, max=10, help="Rounds of refinement to go up to; written into dataset.yaml."),
    ] = None,
    device: Device = "auto",
    here: Annotated[
        bool, typer.Option("--here", help="In this process, though a cluster is there or `cryo up` runs.")
    ] = False,
    json: Json = False,
) -> int:
    """Make an entry's assets; what is in the store already is not computed again.

    Where the home has a cluster, or `cryo up` runs, the run goes on in a process of its own and this one follows it.
    """
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.planner import changing_settings
    from cryo_assets.entries.edits import ask_posefree, raise_rounds
    from cryo_assets.entries.manifest import Dataset, read_manifest
    from cryo_assets.graph.follow import Interrupted
    from cryo_assets.graph.launch import run as launch
    from cryo_assets.graph.launch import runs_elsewhere

    compute_on(device)
    _, manifest = read_manifest(Home.from_environment().inbox, name)
    if rounds is not None and isinstance(manifest, Dataset):
        raise_rounds(manifest, rounds)
    _, manifest = read_manifest(Home.from_environment().inbox, name)
    for words in changing_settings(STEPS, manifest):
        print_note(f"note: {words}")
    if isinstance(manifest, Dataset) and any(k.startswith("posefree/") for k in (*(select or []), to or "")):
        ask_posefree(manifest)
    here = here or not runs_elsewhere(Home.from_environment())
    try:
        with reporter() as bars:
            outcome = launch(Home.from_environment(), name, bars, select, to, rounds, here)
    except Interrupted as stopped:
        return left_or_cancelled(Home.from_environment(), stopped.run)
    _remember(name)
    if json:
        print_json(_outcome_document(name, outcome))
    else:
        print_outcome({name: outcome})
        print_note(f"Its page: `cryo open {name}` (while `cryo up` runs).")
    for failure in outcome.failures:
        print_error(f"{failure.asset} of {name}: {failure.message}")
    return exit_code(outcome)


def _remember(*names: str) -> None:
    """Plan entries once more, now that all is imported: who looks at them next need not wait for it."""
    from cryo_assets.engine.overview import Overview

    for _ in Overview(planner_of_home()).plans(names):
        pass


def left_or_cancelled(home: Home, run: str) -> int:
    """Ask whether a run that was followed is to go on; cancel it where the answer is no, or nobody answers."""
    from cryo_assets.graph.follow import cancel
    from cryo_assets.graph.launch import instance_of

    try:
        leave = typer.confirm(f"Leave run {run[:8]} running?", default=True, err=True)
    except (typer.Abort, OSError):
        leave = False
    if leave:
        print_note(f"It goes on: `cryo logs {run[:8]}` tells how far it is, `cryo cancel {run[:8]}` ends it.")
        return 0
    with instance_of(home) as instance:
        cancel(instance, run)
    print_error(f"run {run[:8]} was cancelled; what was finished is kept, run again to go on")
    return 1


def exit_code(outcome: "Outcome") -> int:
    """0 if all went well, 2 if an input is to blame, else 1."""
    if not outcome.failures:
        return 0
    return 2 if all(failure.wrong_input for failure in outcome.failures) else 1


def _outcome_document(name: str, outcome: "Outcome") -> dict[str, Any]:
    return {
        "partition": name,
        "computed": sorted(outcome.computed),
        "assets": [_row_document(row, outcome.artifacts.get(row.asset)) for row in outcome.rows],
        "failures": [{"asset": f.asset, "error": f.message} for f in outcome.failures],
    }


def _row_document(row: "Row", artifact: "Artifact | None") -> dict[str, Any]:
    document: dict[str, Any] = {
        "asset": row.asset,
        "state": row.state,
        "version": row.version or None,
        "why": list(row.why),
    }
    if artifact:
        document |= artifact_document(artifact)
    return document


def artifact_document(artifact: "Artifact") -> dict[str, Any]:
    """An artifact as JSON has it."""
    return {**artifact.as_plain(), "path": str(artifact.folder)}


def print_outcome(outcomes: dict[str, "Outcome"]) -> None:
    """Print the table of what was made; the paths beneath it where the terminal is narrow."""
    limits = {name: _limit(name) for name in outcomes}
    rows = [
        (
            name,
            row.asset,
            *_told(row, outcome.artifacts.get(row.asset), row.asset in outcome.computed, limits[name]),
        )
        for name, outcome in outcomes.items()
        for row in outcome.rows
    ]
    columns = ("entry", "asset", "version", "state", "seconds", "the number that matters", "path")
    if is_wide():
        print_table(columns, rows)
    else:
        print_table(columns[:-1], [row[:-1] for row in rows])
        for *_, path in rows:
            if path:
                print_line(str(path))
    computed = sum(len(outcome.computed) for outcome in outcomes.values())
    if not computed and not any(outcome.failures for outcome in outcomes.values()):
        print_note("Nothing was computed: every result is up to date.")


def _limit(name: str) -> "Limit":
    """To which resolution the halves of an entry are independent."""
    from cryo_assets.entries.independence import limit_in
    from cryo_assets.entries.manifest import read_manifest
    from cryo_assets.store.store import Store

    home = Home.from_environment()
    return limit_in(Store(home.store, home.work), read_manifest(home.inbox, name)[1])


def _told(row: "Row", artifact: "Artifact | None", computed: bool, limit: "Limit") -> tuple[object, ...]:
    from cryo_assets.entries.independence import with_remarks

    if artifact is None:
        return (
            row.version[:8],
            row.state if row.state == "skipped" else "not made",
            "",
            "; ".join(row.why),
            "",
        )
    said = with_remarks(artifact.numbers, limit).get(artifact.headline)
    number = in_words(artifact.headline, said)
    truth = artifact.numbers.get("truth_fsc05_angstrom")
    if truth:
        number += f", FSC 0.5 to the truth {shown(truth)} Å"
    failed = [check.name for check in artifact.checks if not check.passed]
    state = f"check failed: {', '.join(failed)}" if failed else "computed" if computed else "stored"
    return row.version[:8], state, f"{artifact.made.seconds:.1f}", number, artifact.folder


def plan(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME …]", help="Entries; all where none is named.")
    ] = None,
    json: Json = False,
) -> int:
    """Show what would be computed again, and why (input, settings, code), before anything runs."""
    with without_collector():
        from cryo_assets.engine.overview import Overview

        overview = Overview(planner_of_home())
    plans: dict[str, list[dict[str, Any]]] = {}  # without the rows' recipes, of which there may be 80,000
    faults: dict[str, str] = {}
    needs: dict[str, Forecast] = {}
    with reporter() as bars:
        for name, rows in overview.plans(names or None, bars.stage("reading the input files")):
            if isinstance(rows, CryoError):
                faults[name] = str(rows)
                continue
            plans[name] = [plan_document(row) for row in rows]
            if names and (found := _needs(overview.planner, name, rows)):
                needs[name] = found
    if json:
        told = {name: found.document() for name, found in needs.items()}
        print_json({"entries": plans, "errors": faults, "needs": told})
    else:
        if plans or not faults:
            _print_plan(plans)
        for name, found in needs.items():
            print_note(f"{name}: {found.words()}.")
    for name, fault in faults.items():
        print_error(f"{name}: {fault}")
    return 2 if faults else 0


def _needs(planner: "Planner", name: str, rows: Iterable["Row"]) -> Forecast | None:
    """What a particle set whose table was read will need; None for others, and where nothing is to be computed."""
    from cryo_assets.entries.manifest import Dataset, read_manifest

    of = {row.asset: row for row in rows}
    source = planner.artifact(of["particles/source"]) if "particles/source" in of else None
    _, manifest = read_manifest(planner.home.inbox, name)
    if source is None or not isinstance(manifest, Dataset) or all(r.state != "compute" for r in of.values()):
        return None
    own, asked = int(source.numbers["box"] or 0), manifest.settings.get("particles", {}).get("stack") or {}
    box = min(own - own % 2, int(asked.get("box") or own))
    return forecast(int(source.numbers["particles"] or 0), box)


def plan_document(row: "Row") -> dict[str, Any]:
    """Row of a plan as JSON has it."""
    return {"asset": row.asset, "state": row.state, "version": row.version or None, "why": list(row.why)}


_MOST_ROWS = 300
"""Rows of a plan that people read."""


def _print_plan(plans: dict[str, list[dict[str, Any]]]) -> None:
    count = sum(len(planned) for planned in plans.values())
    due = sum(row["state"] == "compute" for planned in plans.values() for row in planned)
    many = count > _MOST_ROWS
    if many:
        print_note(f"{count - due} of {count} results need nothing" + ("; of the others:" if due else "."))
    shown_rows = (
        (name, row["asset"], (row["version"] or "")[:8], row["state"], "; ".join(row["why"]))
        for name, planned in plans.items()
        for row in planned
        if not many or row["state"] == "compute"
    )
    rows = list(islice(shown_rows, _MOST_ROWS))
    if rows:
        print_table(("entry", "asset", "version", "", "why"), rows)
    if many and due > len(rows):
        print_note(f"and {due - len(rows)} more (--json has them all)")
    print_note(f"{due} to compute." if due else "Nothing to compute: every result is up to date.")


def demo(device: Device = "auto", json: Json = False) -> int:
    """Write a simulated data set with truth and a map into the inbox, and make everything of both."""
    from cryo_assets.entries.demo import ENTRIES, write_demo
    from cryo_assets.graph.launch import run as launch

    compute_on(device)
    home = Home.from_environment()
    home.create()
    with reporter() as bars:
        write_demo(home, bars)
        outcomes = {name: launch(home, name, bars) for name in ENTRIES}
    _remember(*ENTRIES)
    if json:
        print_json({"entries": [_outcome_document(name, outcome) for name, outcome in outcomes.items()]})
    else:
        print_outcome(outcomes)
        print_note(
            "Look at it: make up (or `cryo up`) serves http://localhost:3001 (pages of both entries), "
            "http://localhost:3000 (Dagster), http://localhost:5000 (MLflow); `cryo open demo` opens a page"
        )
    for name, outcome in outcomes.items():
        for failure in outcome.failures:
            print_error(f"{failure.asset} of {name}: {failure.message}")
    return max(exit_code(outcome) for outcome in outcomes.values())


def up(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Dagster's port.")] = 3000,
    mlflow_port: Annotated[int, typer.Option(min=1, max=65535, help="MLflow's port.")] = 5000,
    pages_port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port of the entries' own pages.")
    ] = PAGES_PORT,
    folder: Annotated[
        list[Path] | None,
        typer.Option(
            help="A folder whose files the pages may show and add (the one this is started in). May be repeated."
        ),
    ] = None,
) -> int:
    """Serve the entries' pages, Dagster's UI and MLflow on this machine alone, until Ctrl-C."""
    from cryo_assets.cli.platform.looks import folder as full_folder
    from cryo_assets.graph.servers import serve

    home = Home.from_environment()
    home.create()
    folders = [full_folder("--folder", path) for path in folder or []]
    return serve(home, port, mlflow_port, pages_port, folders, print_note)


def open_(
    name: Annotated[
        str | None, typer.Argument(metavar="[N]", help="Name of an entry; the list of all without it.")
    ] = None,
    json: Json = False,
) -> None:
    """Open an entry's page in the browser; `cryo up` serves it."""
    import webbrowser

    from cryo_assets.entries.manifest import read_manifest

    if name is not None:
        read_manifest(Home.from_environment().inbox, name)
    address = page_url(name or "")
    _require_served(address)
    if json:
        print_json({"page": address})
        return
    print_line(address)
    webbrowser.open(address)


def _require_served(address: str) -> None:
    """Raise StoreError unless somebody answers at an address of this machine."""
    place = urlsplit(address)
    with socket.socket() as probe:
        probe.settimeout(2.0)
        if probe.connect_ex((place.hostname or "localhost", place.port or 80)):
            raise StoreError(f"{address}: nothing answers there; `cryo up` serves it")
