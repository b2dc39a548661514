"""Jobs: every asset of a data set, of a map, everything of everyone; and what the platform does by itself."""

from collections.abc import Callable
from typing import Any

import dagster as dg

from cryo_assets.archives.entry import Archives
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, entries
from cryo_assets.graph.launch import run
from cryo_assets.graph.records import under_way
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
from cryo_assets.upkeep.alerts import Alert, send, write_digest
from cryo_assets.upkeep.alerts import digest as week
from cryo_assets.upkeep.budget import affordable, dues, left
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import now, queue_of
from cryo_assets.upkeep.retention import prune
from cryo_assets.upkeep.watch import fetch_item
from cryo_core.errors import CryoError

JOB_NAMES = {"datasets": "particles", "maps": "maps", TRAINING: "training"}
"""Name of the job that makes every asset of a kind of entry."""


def jobs_for(steps: dict[str, Step]) -> list[Any]:
    """One job a kind of entry (what `define_asset_job` makes): Dagster runs a job over one partition key, or none."""
    return [
        dg.define_asset_job(
            name,
            dg.AssetSelection.assets(*(s.key.split("/") for s in steps.values() if s.partition == kind)),
            description=f"Every asset of one of the {kind}; what the store has is found, not computed again.",
        )
        for kind, name in JOB_NAMES.items()
        if any(step.partition == kind for step in steps.values())
    ]


@dg.op(pool="everything")
def every_entry(context: dg.OpExecutionContext) -> None:
    """Run each entry of the inbox that is not up to date, one after the other, each as a run of its own."""
    home, failed = Home.from_environment(), []
    for _, name in entries(home.inbox):
        try:
            outcome = run(home, name, LogReporter(context.log.info))
        except CryoError as error:
            failed.append(f"{name}: {error}")
            continue
        failed += [f"{failure.asset} of {name}: {failure.message}" for failure in outcome.failures]
        context.log.info(f"{name}: {len(outcome.computed)} computed")
    if failed:
        raise dg.Failure("; ".join(failed))


@dg.job(description="Every asset of every entry of the inbox: what is not up to date is made.")
def everything() -> None:
    """Make everything."""
    every_entry()


FETCH_TAG = "cryo/fetch"
"""The accession that a run fetches."""


class FetchConfig(dg.Config):
    """Which item of the queue."""

    accession: str


@dg.op(pool="network")
def fetch_entry(context: dg.OpExecutionContext, config: FetchConfig) -> None:
    """Fetch an item of the queue into the inbox, where the sensor `inbox` finds it."""
    home = Home.from_environment()
    upkeep = Upkeep.read(home)
    with Archives.open(upkeep.services) as archives:
        acquired = fetch_item(home, upkeep, archives, config.accession, LogReporter(context.log.info))
    context.log.info(
        f"{acquired.folder}: {len(acquired.files)} files, {acquired.fetched_bytes / 1e9:.3f} GB came"
    )
    for name in acquired.unknown:
        context.log.warning(f"{acquired.folder}: {name} is not known; add it to the manifest")


@dg.job(description="One entry of EMPIAR or EMDB, from the queue into the inbox (see `cryo watch`).")
def fetch() -> None:
    """Fetch an entry."""
    fetch_entry()


@dg.op(pool="everything")
def due_entries(context: dg.OpExecutionContext) -> None:
    """Run what the plan finds, entry by entry, first things first, while the budget lasts."""
    failed = run_due(Home.from_environment(), context.instance, context.log.info)
    if failed:
        raise dg.Failure("; ".join(failed))


def run_due(home: Home, instance: dg.DagsterInstance, say: Callable[[str], None]) -> list[str]:
    """Run the entries that are due, as the budget allows; give what failed, in words.

    An entry that a run is busy with is left to it; one that failed is not tried again as it is.
    """
    upkeep, queue = Upkeep.read(home), queue_of(home)
    overview = Overview(Planner(home, STEPS))
    all_due, faults = dues(overview, upkeep)
    failed_before = queue.failed()
    busy = under_way(instance, "dagster/partition")
    fresh = [due for due in all_due if failed_before.get(due.name) != due.key and due.name not in busy]
    budget = left(overview.index.seconds(), overview.planner.steps, upkeep, queue)
    chosen, waiting = affordable(fresh, budget, upkeep.reprocess.at_once)
    if waiting:
        say(waiting)
    failed = [f"{name}: {fault}" for name, fault in faults.items()]
    for due in chosen:
        say(f"{due.name}: {'; '.join(due.why)}")
        queue.spend_runs([f"reprocess/{due.name}/{due.key}/{now()}"])
        try:
            outcome = run(home, due.name, LogReporter(say), select=list(due.assets))
            words = [f"{failure.asset} of {due.name}: {failure.message}" for failure in outcome.failures]
        except CryoError as error:
            words = [f"{due.name}: {error}"]
        queue.note(due.name, due.key, bool(words))
        failed += words
    return failed


@dg.job(description="What `cryo plan` finds to be computed, by priority and within the budget of watch.yaml.")
def reprocess() -> None:
    """Run what is due."""
    due_entries()


@dg.op
def prune_all(context: dg.OpExecutionContext) -> None:
    """Prune versions, and the runs of Dagster and MLflow, as watch.yaml says."""
    home = Home.from_environment()
    kept = Upkeep.read(home).retention
    gone = prune(Planner(home, STEPS), context.instance, kept.keep, kept.days, kept.runs_days, dry_run=False)
    context.log.info(
        f"pruned {len(gone.versions)} versions ({gone.bytes / 1e9:.2f} GB), {len(gone.dagster_runs)} runs of Dagster, "
        f"{len(gone.mlflow_runs)} of MLflow"
    )


@dg.job(description="Old versions, and old runs of Dagster and MLflow, are removed as watch.yaml says.")
def retention() -> None:
    """Prune."""
    prune_all()


@dg.op
def write_week(context: dg.OpExecutionContext) -> None:
    """Write the week's digest and send it."""
    home = Home.from_environment()
    text = week(home, Overview(Planner(home, STEPS)))
    path = write_digest(home, text)
    send(home, Alert("digest", path.stem, text))
    context.log.info(f"{path}")


@dg.job(description="What was new, what changed by how much, and what failed in the last seven days.")
def digest() -> None:
    """Write a digest."""
    write_week()
