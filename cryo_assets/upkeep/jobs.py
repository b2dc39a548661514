"""Jobs: everything of everyone, and what the platform does by itself."""

from collections.abc import Callable, Set

import dagster as dg

from cryo_assets.archives.entry import Archives, ChoiceNeeded, NotUsable
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.entries.manifest import entries
from cryo_assets.graph.launch import run
from cryo_assets.graph.records import under_way
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter, Reporter
from cryo_assets.store.disk import rotate_logs
from cryo_assets.upkeep import alerts
from cryo_assets.upkeep.budget import Due, affordable, dues, left
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import now, queue_of
from cryo_assets.upkeep.retention import prune
from cryo_assets.upkeep.watch import fetch_item
from cryo_core.errors import CryoError


def _job(name: str, op: dg.OpDefinition, description: str) -> dg.JobDefinition:
    """Job of one op."""

    @dg.job(name=name, description=description)
    def job() -> None:
        op()

    return job


@dg.op(pool="everything")
def every_entry(context: dg.OpExecutionContext) -> None:
    """Run each entry of the inbox that is not up to date, one after the other, each as a run of its own."""
    home, reporter = Home.from_environment(), LogReporter(context.log.info)
    failed = [fault for _, name in entries(home.inbox) for fault in _run(home, name, reporter)]
    if failed:
        raise dg.Failure("; ".join(failed))


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
        try:
            acquired = fetch_item(home, upkeep, archives, config.accession, LogReporter(context.log.info))
        except (ChoiceNeeded, NotUsable) as error:  # it stands in the queue; nothing went wrong
            context.log.warning(str(error))
            return
    context.log.info(
        f"{acquired.folder}: {len(acquired.files)} files, {acquired.fetched_bytes / 1e9:.3f} GB came"
    )
    for name in acquired.unknown:
        context.log.warning(f"{acquired.folder}: {name} is not known; add it to the manifest")


@dg.op(pool="everything")
def due_entries(context: dg.OpExecutionContext) -> None:
    """Run what the plan finds, entry by entry, first things first, while the budget lasts."""
    failed = run_due(Home.from_environment(), context.instance, context.log.info)
    if failed:
        raise dg.Failure("; ".join(failed))


def agenda(
    overview: Overview, upkeep: Upkeep, busy: Set[str] = frozenset()
) -> tuple[list[Due], list[str], dict[str, CryoError]]:
    """Entries that are due and may run now, words about the rest, and why some entries cannot be planned.

    An entry that a run is busy with is left to it; one that failed is not tried again as it is.
    """
    queue = queue_of(overview.planner.home)
    planned, faults = dues(overview, upkeep)
    failed = queue.failed()
    fresh = [due for due in planned if failed.get(due.name) != due.key]
    budget = left(overview.index.seconds(), overview.planner.steps, upkeep, queue)
    free = [due for due in fresh if due.name not in busy]
    chosen, waiting = affordable(free, budget, upkeep.reprocess.at_once)
    words = [f"{len(planned)} entries to do, {len(planned) - len(fresh)} of them failed as they are"]
    if waiting:
        words.append(waiting)
    return chosen, words if planned or faults else [], faults


def run_due(home: Home, instance: dg.DagsterInstance, say: Callable[[str], None]) -> list[str]:
    """Run the entries that are due, as the budget allows; the result is what failed, in words."""
    queue, busy = queue_of(home), under_way(instance, "dagster/partition")
    chosen, words, faults = agenda(Overview(Planner(home, STEPS)), Upkeep.read(home), busy)
    for line in words:
        say(line)
    failed = [f"{name}: {fault}" for name, fault in faults.items()]
    for due in chosen:
        say(f"{due.name}: {'; '.join(due.why)}")
        queue.spend_runs([f"reprocess/{due.name}/{due.key}/{now()}"])
        failures = _run(home, due.name, LogReporter(say), list(due.assets))
        queue.note(due.name, due.key, bool(failures))
        failed += failures
    return failed


def _run(home: Home, name: str, reporter: Reporter, select: list[str] | None = None) -> list[str]:
    """Run an entry; the result is what failed, in words."""
    try:
        outcome = run(home, name, reporter, select=select)
    except CryoError as error:
        return [f"{name}: {error}"]
    reporter.note(f"{name}: {len(outcome.computed)} computed")
    return [f"{failure.asset} of {name}: {failure.message}" for failure in outcome.failures]


@dg.op
def prune_all(context: dg.OpExecutionContext) -> None:
    """Prune versions, and the runs of Dagster and MLflow, as watch.yaml says."""
    home = Home.from_environment()
    kept = Upkeep.read(home).retention
    rotate_logs(home.root)
    gone = prune(
        Planner(home, STEPS),
        context.instance,
        kept.keep,
        kept.days,
        kept.runs_days,
        dry_run=False,
        records_gb=kept.records_gb,
    )
    for name, fault in gone.faults.items():
        context.log.warning(f"{name} cannot be planned, so all its versions stay: {fault}")
    context.log.info(
        f"pruned {len(gone.versions)} versions ({gone.bytes / 1e9:.2f} GB), {len(gone.dagster_runs)} runs of Dagster, "
        f"{len(gone.mlflow_runs)} of MLflow"
    )


@dg.op
def write_week(context: dg.OpExecutionContext) -> None:
    """Write the week's digest and send it."""
    home = Home.from_environment()
    text = alerts.digest(home, Overview(Planner(home, STEPS)))
    path = alerts.write_digest(home, text)
    alerts.send(home, alerts.Alert("digest", path.stem, text))
    context.log.info(f"{path}")


everything = _job(
    "everything", every_entry, "Every asset of every entry of the inbox: what is not up to date is made."
)
fetch = _job(
    "fetch", fetch_entry, "One entry of EMPIAR or EMDB, from the queue into the inbox (see `cryo watch`)."
)
reprocess = _job(
    "reprocess",
    due_entries,
    "What `cryo plan` finds to be computed, by priority and within watch.yaml's budget.",
)
retention = _job(
    "retention",
    prune_all,
    "Old versions, and old runs of Dagster and MLflow, are removed as watch.yaml says.",
)
digest = _job(
    "digest", write_week, "What was new, what changed by how much, and what failed in the last seven days."
)
