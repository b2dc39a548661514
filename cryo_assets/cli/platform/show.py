"""Commands that look at the store and look after it: show, path, verify, prune."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Json, Yes
from cryo_assets.cli.output import (
    print_error,
    print_json,
    print_line,
    print_note,
    print_table,
    reporter,
)
from cryo_assets.cli.platform.manage import confirm
from cryo_assets.cli.platform.run import Entry, artifact_document, plan_document, planner_of_home
from cryo_assets.home import Home
from cryo_assets.wording import in_words, local_time

if TYPE_CHECKING:
    from cryo_assets.engine.planner import Planner, Row
    from cryo_assets.store.store import Artifact
    from cryo_core.validation.independence import Limit


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (show, path, verify, prune):
        app.command(command.__name__)(command)


def show(
    name: Entry,
    key: Annotated[
        str | None, typer.Argument(metavar="[ASSET]", help="One asset: its whole history.")
    ] = None,
    json: Json = False,
) -> None:
    """Show the results that an entry uses, and tries that it does not; or, of one asset, where it came from."""
    from cryo_assets.engine.overview import rows_of
    from cryo_assets.entries.independence import limit_in
    from cryo_assets.entries.manifest import read_manifest
    from cryo_assets.lineage.why import History, tree_lines

    planner = planner_of_home()
    if key is None:
        rows = rows_of(planner, name)
        used = {row.asset: planner.in_use(row) for row in rows}
        tries = {row.asset: _tries(planner, row) for row in rows}
        limit = limit_in(planner.store, read_manifest(planner.home.inbox, name)[1])
        if json:
            assets = {a: artifact_document(found) if found else None for a, found in used.items()}
            plan = [plan_document(row) for row in rows]
            document = {"partition": name, "poses_aligned_to_angstrom": limit, "plan": plan, "assets": assets}
            not_in_use = {a: [artifact_document(one) for one in found] for a, found in tries.items() if found}
            print_json(document | {"not_in_use": not_in_use})
        else:
            _print_used(planner, rows, used, tries, limit)
        return
    artifact = _used(planner, key, name)
    if json:
        print_json(_history(planner, artifact))
        return
    print_line(str(artifact.folder))
    for line in tree_lines(History(planner.home).ask(artifact.version)):
        print_line(line)


def _used(planner: "Planner", key: str, name: str) -> "Artifact":
    """The version of an asset that an entry uses; an error says how to make it, and which try there is."""
    from cryo_assets.engine.overview import rows_of
    from cryo_assets.engine.planner import require_key
    from cryo_assets.entries.manifest import read_manifest
    from cryo_core.errors import StoreError

    row = next((row for row in rows_of(planner, name) if row.asset == key), None)
    if row is None:  # of a round that was not asked for, or misspelled
        kind, _ = read_manifest(planner.home.inbox, name)
        row = planner.plan(name).row(require_key(planner.steps, key, kind).key)
    artifact = planner.in_use(row)
    if artifact is None and not row.version:
        raise StoreError(f"{key} of {name}: {row.why[0]}")
    if artifact is None:
        tries = _tries(planner, row)
        tried = f" (version {tries[-1].version[:8]} is a try, not in use)" if tries else ""
        raise StoreError(f"{key} of {name}: never made{tried}; `cryo run {name} --to {key}` makes it")
    return artifact


def _tries(planner: "Planner", row: "Row") -> list["Artifact"]:
    """Versions that settings of one run made for an entry, and that it does not use; oldest first."""
    made = planner.store.versions(row.asset, row.place or row.partition)
    used = planner.in_use(row)
    return [
        a
        for a in made
        if a.made.tried and a.entry == row.partition and (not used or a.version != used.version)
    ]


def _print_used(
    planner: "Planner",
    rows: list["Row"],
    used: dict[str, "Artifact | None"],
    tries: dict[str, list["Artifact"]],
    limit: "Limit",
) -> None:
    lines: list[tuple[object, ...]] = []
    for row in rows:
        artifact = used[row.asset]
        if artifact is None:
            lines.append((row.asset, "", row.state, "", "; ".join(row.why)))
        else:
            state = "up to date" if row.state == "stored" else "out of date: " + "; ".join(row.why)
            lines.append(_line(artifact, state, limit))
        lines += [_line(one, _not_in_use(planner, one, row), limit) for one in tries[row.asset]]
    print_table(("asset", "version", "state", "made", "numbers"), lines)
    if any(tries.values()):
        print_note(
            f"`cryo adopt-settings {rows[0].partition} VERSION` writes the settings of a try into the manifest."
        )


def _not_in_use(planner: "Planner", one: "Artifact", row: "Row") -> str:
    from cryo_assets.store.recipe import differences

    recipe = row.recipe or planner.plan(row.partition).recipe(row.asset)
    why = differences(recipe, one.recipe) if recipe else []
    return "not in use, a try: " + "; ".join(why)


def _line(artifact: "Artifact", state: str, limit: "Limit") -> tuple[object, ...]:
    from cryo_assets.entries.independence import with_remarks

    numbers = ", ".join(
        in_words(k, v) for k, v in with_remarks(artifact.numbers, limit).items() if v not in (None, "")
    )
    failed = [f"{check.name}: {check.detail}" for check in artifact.checks if not check.passed]
    if failed:
        state += "; check failed: " + "; ".join(failed)
    return artifact.recipe.asset, artifact.version[:8], state, local_time(artifact.made.created), numbers


def _history(planner: "Planner", artifact: "Artifact", told: set[str] | None = None) -> dict[str, Any]:
    """An artifact with those that it rests on; the inputs of each are told once, and are "above" after that."""
    told = set() if told is None else told
    document = artifact_document(artifact)
    if artifact.version in told:
        return document | {"inputs": "above"}
    told.add(artifact.version)
    inputs = planner.store.inputs(artifact.recipe)
    return document | {
        "inputs": {key: _history(planner, found, told) if found else None for key, found in inputs.items()}
    }


def path(
    name: Entry, key: Annotated[str, typer.Argument(metavar="ASSET", help="The asset.")], json: Json = False
) -> None:
    """Print the folder of the version of an asset that an entry uses."""
    artifact = _used(planner_of_home(), key, name)
    if json:
        print_json({"path": str(artifact.folder), "version": artifact.version, "files": list(artifact.files)})
    else:
        typer.echo(artifact.folder)


def verify(json: Json = False) -> int:
    """Hash the whole store again and name what was altered."""
    with reporter() as bars:
        problems = planner_of_home().store.verify(bars.stage("verifying the store"))
    if json:
        print_json({"sound": not problems, "problems": problems})
    for problem in problems:
        print_error(problem)
    if not problems and not json:
        print_note("The store is sound.")
    return 1 if problems else 0


def prune(
    keep: Annotated[
        int | None, typer.Option(min=1, help="Versions of each asset to keep, counted from the newest.")
    ] = None,
    days: Annotated[
        float | None, typer.Option(min=0, help="Keep versions younger than this, whatever their number.")
    ] = None,
    runs: Annotated[
        bool, typer.Option("--runs", help="Prune old runs of Dagster and MLflow too (watch.yaml: retention).")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go, and remove nothing.")
    ] = False,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Remove old versions; never the newest, a source, one that is planned or in use, or that a kept one rests on.

    Their manifests stay. What is not given is taken from watch.yaml (retention); with --keep alone, age
    does not count. It asks first, unless --yes is given.
    """
    from cryo_assets.graph.launch import instance_of
    from cryo_assets.upkeep.config import Upkeep
    from cryo_assets.upkeep.retention import end_leases, prune_versions
    from cryo_assets.upkeep.retention import prune as remove

    home, planner = Home.from_environment(), planner_of_home()
    kept = Upkeep.read(home).retention
    if days is None:
        days = kept.days if keep is None else 0.0
    keep = kept.keep if keep is None else keep
    with instance_of(home) as instance:
        end_leases(planner.store.leases, instance)
        if not dry_run:
            doomed, _ = prune_versions(planner, keep, days, True)
            size = sum(artifact.bytes for artifact in doomed)
            if doomed or runs:
                also = ", and old runs of Dagster and MLflow" if runs else ""
                confirm(f"Remove {len(doomed)} old versions ({size / 1e6:.1f} MB){also}?", yes)
        runs_days = kept.runs_days if runs else None
        gone = remove(planner, instance, keep, days, runs_days, dry_run, kept.records_gb)
    for name, fault in gone.faults.items():
        print_note(f"{name} cannot be planned, so all its versions stay: {fault}")
    if json:
        document = {
            "removed": [str(a.folder) for a in gone.versions],
            "bytes": gone.bytes,
            "dry_run": dry_run,
        }
        print_json(
            document
            | {"dagster_runs": gone.dagster_runs, "mlflow_runs": gone.mlflow_runs, "errors": gone.faults}
        )
        return
    print_table(("asset", "entry", "version", "made"), [_grave(artifact) for artifact in gone.versions])
    also = f", {len(gone.dagster_runs)} runs of Dagster, {len(gone.mlflow_runs)} of MLflow" if runs else ""
    freed = "would free" if dry_run else "freed"
    print_note(f"{freed} {gone.bytes / 1e6:.1f} MB in {len(gone.versions)} versions{also}")


def _grave(artifact: "Artifact") -> tuple[str, str, str, str]:
    return artifact.recipe.asset, artifact.entry, artifact.version[:8], local_time(artifact.made.created)
