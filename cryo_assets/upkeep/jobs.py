"""Jobs: everything of everyone, and what the platform does by itself."""

from collections.abc import Callable, Mapping, Sequence

import dagster as dg

from cryo_assets.archives.entry import Archives, ChoiceNeeded, NotUsable
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.entries.manifest import TRAINING, entries
from cryo_assets.graph.factory import GRAPH
from cryo_assets.graph.follow import enqueue
from cryo_assets.graph.launch import unrecorded
from cryo_assets.graph.partitions import JOB_NAMES, PARTITIONS
from cryo_assets.graph.records import entries_of, runs_under_way
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
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
    """Ask for a run of each entry of the inbox that is not up to date; they go on side by side, as the queue allows."""
    failed = ask_for_all(Home.from_environment(), context.instance, context.log.info)
    if failed:
        raise dg.Failure("; ".join(failed))


def ask_for_all(home: Home, instance: dg.DagsterInstance, say: Callable[[str], None]) -> list[str]:
    """Ask for a run of each entry that is not up to date; the result is which cannot be planned, in words."""
    busy, failed = entries_of(runs_under_way(instance)), []
    for kind, name in _training_last(home):
        if name in busy or (name == TRAINING and busy):
            say(f"{name}: {_WAITS if name == TRAINING else 'a run of it is under way'}")
            continue
        try:
            rows = {row.asset: row for row in Planner(home, STEPS).plan(name).rows()}
        except CryoError as error:
            failed.append(f"{name}: {error}")
            continue
        keys = unrecorded(instance, list(rows), rows)
        if keys:
            busy.add(name)
            say(f"{name}: {len(keys)} assets in run {_ask(instance, kind, name, keys, {})[:8]}")
    return failed


def _training_last(home: Home) -> list[tuple[str, str]]:
    """Kind and name of each entry; training, which gathers results of the others, at the end."""
    return sorted(entries(home.inbox), key=lambda entry: entry[0] == TRAINING)


_WAITS = "waits until no entry has a run: it gathers their results"


def _ask(
    instance: dg.DagsterInstance, kind: str, name: str, keys: Sequence[str], tags: Mapping[str, str]
) -> str:
    """Ask for a run of some assets of an entry; its id."""
    if kind in PARTITIONS:
        instance.add_dynamic_partitions(kind, [name])
    entry = None if name == TRAINING else name
    return enqueue(instance, GRAPH.resolve_job_def(JOB_NAMES[kind]), entry, keys, tags)


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
    """Ask for runs of what the plan finds, entry by entry, first things first, while the budget lasts."""
    failed = ask_for_due(Home.from_environment(), context.instance, context.log.info)
    if failed:
        raise dg.Failure("; ".join(failed))


DUE_TAG = "cryo/due"
"""What of an entry was due when a run of it was asked for: `Due.key`."""


def agenda(
    overview: Overview, upkeep: Upkeep, instance: dg.DagsterInstance
) -> tuple[list[Due], list[str], dict[str, CryoError]]:
    """Entries that are due and may run now, words about the rest, and why some entries cannot be planned.

    An entry that a run is busy with is left to it, and the GPU hours of that count as spent. One that failed, or was
    cancelled, is not tried again as it is.
    """
    planned, faults = dues(overview, upkeep)
    busy, failed = entries_of(runs_under_way(instance)), _failed(instance, planned)
    fresh = [due for due in planned if due.key not in failed.get(due.name, ())]
    budget = left(
        overview.index.seconds(), overview.planner.steps, upkeep, queue_of(overview.planner.home)
    ).less(sum(due.gpu_seconds for due in planned if due.name in busy) / 3600)
    free = [due for due in fresh if due.name not in busy]
    chosen, waiting = affordable(free, budget, upkeep.reprocess.at_once)
    alone = not busy and all(due.name == TRAINING for due in chosen)
    held = [] if alone else [due for due in chosen if due.name == TRAINING]
    words = [f"{len(planned)} entries to do, {len(planned) - len(fresh)} of them failed as they are"]
    words += [waiting] if waiting else []
    words += [f"{due.name}: {_WAITS}" for due in held]
    return [due for due in chosen if due not in held], words if planned or faults else [], faults


def _failed(instance: dg.DagsterInstance, planned: Sequence[Due]) -> dict[str, set[str]]:
    """By entry, what was due in runs of `reprocess` that failed or were cancelled."""
    if not planned:
        return {}
    ended = [dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]
    failed: dict[str, set[str]] = {}
    for run in instance.get_runs(dg.RunsFilter(statuses=ended, tags={DUE_TAG: [due.key for due in planned]})):
        failed.setdefault(run.tags.get("dagster/partition", TRAINING), set()).add(run.tags[DUE_TAG])
    return failed


def ask_for_due(home: Home, instance: dg.DagsterInstance, say: Callable[[str], None]) -> list[str]:
    """Ask for runs of the entries that are due, as the budget allows; the result is what cannot be, in words."""
    chosen, words, faults = agenda(Overview(Planner(home, STEPS)), Upkeep.read(home), instance)
    for line in words:
        say(line)
    for due in chosen:
        why = "; ".join(due.why)
        run = _ask(instance, due.kind, due.name, due.assets, {DUE_TAG: due.key, "cryo/why": why[:250]})
        queue_of(home).spend_runs([f"reprocess/{due.name}/{due.key}/{now()}"])
        say(f"{due.name}: {why}: run {run[:8]}")
    return [f"{name}: {fault}" for name, fault in faults.items()]


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
    "everything",
    every_entry,
    "Every asset of every entry of the inbox: what is not up to date is asked for, each entry as a run of its own. "
    "Training gathers their results: launch the job again for it, once no entry has a run.",
)
fetch = _job(
    "fetch", fetch_entry, "One entry of EMPIAR or EMDB, from the queue into the inbox (see `cryo watch`)."
)
reprocess = _job(
    "reprocess",
    due_entries,
    "What `cryo plan` finds to be computed, by priority and within watch.yaml's budget: a run an entry.",
)
retention = _job(
    "retention",
    prune_all,
    "Old versions, and old runs of Dagster and MLflow, are removed as watch.yaml says.",
)
digest = _job(
    "digest", write_week, "What was new, what changed by how much, and what failed in the last seven days."
)
