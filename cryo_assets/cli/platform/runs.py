"""Commands about runs that go on: list them, end one; and the way to a cluster."""

from enum import StrEnum
from typing import Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_error, print_json, print_line, print_note, print_table
from cryo_assets.home import PACKAGE, Home
from cryo_assets.wording import local_time
from cryo_core.errors import SettingsError


class Deed(StrEnum):
    """What is done about a cluster."""

    init = "init"
    check = "check"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (runs, cancel, slurm, migrate):
        app.command(command.__name__)(command)


def runs(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only those of this entry.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Those that have ended too.")] = False,
    last: Annotated[int, typer.Option(min=1, help="At most so many.")] = 100,
    json: Json = False,
) -> None:
    """List the runs that go on: whose, of which entry, since when."""
    from cryo_assets.graph import logs as records

    found = records.runs(Home.from_environment(), name, last, under_way=not all_)
    if json:
        print_json([vars(one) for one in found])
        return
    print_table(
        ("run", "entry", "began", "status", "user"),
        [(one.run[:8], one.entry, local_time(one.began), one.status, one.user) for one in found],
    )
    if not found:
        print_note("No run goes on (--all lists those that have ended).")


def cancel(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The start of its id (`cryo runs`).")],
    json: Json = False,
) -> None:
    """End a run, and its jobs on the cluster; what was finished is kept."""
    from cryo_assets.graph import logs as records
    from cryo_assets.graph.follow import cancel as end
    from cryo_assets.graph.launch import instance_of

    home = Home.from_environment()
    whole = records.whole_id(home, run)
    with instance_of(home) as instance:
        end(instance, whole)
        found = instance.get_run_by_id(whole)
        status = found.status.value.lower() if found else "gone"
    if json:
        print_json({"run": whole, "status": status})
    else:
        print_line(f"{whole[:8]}  {status}")


def slurm(
    deed: Annotated[
        Deed,
        typer.Argument(metavar="init|check", help="Write the home's cluster.yaml and job.sh; or try them."),
    ],
    wait: Annotated[float, typer.Option(min=1.0, help="Seconds that a probe may take.")] = 120.0,
    json: Json = False,
) -> int:
    """Have each step be a job of Slurm: write the settings of this site, and run a probe job through them."""
    from cryo_assets.graph.cluster import cluster_of, template_of
    from cryo_assets.graph.probe import check

    home = Home.from_environment()
    home.create()
    if deed is Deed.init:
        return _init(home, json)
    cluster = cluster_of(home)
    if cluster is None:
        raise SettingsError(f"{home.cluster}: not there; `cryo slurm init` writes it")
    if cluster.scheduler != "slurm":
        raise SettingsError(
            f"{home.cluster}: scheduler is {cluster.scheduler}; ask its pods (kubectl get pods)"
        )
    found = check(home, cluster, template_of(home), wait)
    if json:
        print_json([vars(one) for one in found])
    else:
        shown = [
            (
                one.kind or "Slurm",
                one.node,
                f"{one.waited_seconds:.0f}",
                one.gpus,
                "; ".join(one.missing) or "nothing",
            )
            for one in found
        ]
        print_table(("steps", "ran on", "seconds", "GPUs", "what is missing"), shown)
    faults = [f"{one.kind or 'Slurm'}: {words}" for one in found for words in one.missing]
    for fault in faults:
        print_error(fault)
    return 1 if faults else 0


def _init(home: Home, json: bool) -> int:
    """Write the settings of a site, for a person to fill in."""
    targets = [home.cluster, home.root / "job.sh"]
    there = [str(path) for path in targets if path.exists()]
    if there:
        raise SettingsError(f"{there[0]}: is there already; edit it, or remove it first")
    for path in targets:
        path.write_text((PACKAGE / path.name).read_text())
    home.create()  # Dagster's settings change with it
    if json:
        print_json({"written": [str(path) for path in targets]})
    else:
        print_line("\n".join(str(path) for path in targets))
        print_note("Set the partitions of your site in them, then `cryo slurm check`.")
    return 0


class Goal(StrEnum):
    """Where a home's state is moved."""

    postgres = "postgres"
    sqlite = "sqlite"


def migrate(
    to: Annotated[Goal, typer.Argument(metavar="postgres|sqlite", help="Where the home's state is to lie.")],
    json: Json = False,
) -> None:
    """Move the home's state (runs, metrics, queue) into the Postgres of CRYO_DATABASE_URL, or back into the home."""
    from cryo_assets.cli.output import reporter
    from cryo_assets.upkeep.migrate import require_postgres, to_postgres, to_sqlite

    home = Home.from_environment()
    require_postgres()
    if not home.exists:
        raise SettingsError(f"{home.root}: no home; CRYO_HOME says where it is")
    with reporter() as bars:
        aside = to_postgres(home, bars) if to is Goal.postgres else None
        if to is Goal.sqlite:
            to_sqlite(home, bars)
    if json:
        print_json({"state": to.value, "before": str(aside) if aside else None})
    elif aside:
        print_note(f"The state lies in Postgres; the SQLite files that held it are in {aside}.")
    else:
        print_note("The state lies in the home; unset CRYO_DATABASE_URL before the next command.")
