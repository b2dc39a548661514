"""Running what a plan found, inside this process, with Dagster's records of it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import dagster as dg
from dagster import DagsterInstance

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.planner import EntryPlan, Planner, Row, require_key, rested_on
from cryo_assets.entries.manifest import TRAINING, read_manifest
from cryo_assets.graph.cluster import cluster_of, template_of
from cryo_assets.graph.dagster_private import no_word_of_events, seen_in_pages
from cryo_assets.graph.databases import ready
from cryo_assets.graph.factory import GRAPH, running
from cryo_assets.graph.follow import follow, is_served, submit, user
from cryo_assets.graph.partitions import JOB_NAMES, PARTITIONS
from cryo_assets.graph.pools import PROCESS_TAG, end_dead_runs, patient, this_process
from cryo_assets.graph.records import recorded
from cryo_assets.home import Home
from cryo_assets.progress import Reporter, reporting_to
from cryo_assets.store.disk import DISK_FULL, file_lock
from cryo_assets.store.sqlite import faults_named
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError, FormatError, SettingsError, ShapeError, StoreError


@dataclass(frozen=True)
class Failure:
    """An asset that failed: why in one line, the whole trace, and whether the input is to blame."""

    asset: str
    message: str
    trace: str
    wrong_input: bool


@dataclass(frozen=True)
class Outcome:
    """What a run did: the plan's rows afterwards, what the store has of them, which were computed, what failed."""

    rows: tuple[Row, ...]
    artifacts: Mapping[str, Artifact]
    computed: frozenset[str]
    failures: tuple[Failure, ...]


@contextmanager
def instance_of(home: Home) -> Iterator[DagsterInstance]:
    """Open the home's Dagster instance; runs whose process died are marked as failed first."""
    home.create()
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    with ExitStack() as stack:
        stack.enter_context(faults_named(home.dagster))
        with file_lock(home.work / "locks" / "dagster.lock"):
            ready(home)
            instance = stack.enter_context(DagsterInstance.get())
            end_dead_runs(instance)
            instance.get_dynamic_partitions("datasets")
        yield instance


def selection(
    planner: Planner, partition: str, select: list[str], to: str | None, rounds: int | None = None
) -> list[str]:
    """The asset keys that a call means, upstream first: all, those named, or all that lead to one.

    `rounds` leaves out the groups `round_*` of later rounds.
    """
    kind, _ = read_manifest(planner.home.inbox, partition)
    keys = [key for key, step in planner.steps.items() if step.partition == kind]
    if rounds is not None:
        if not any(key.startswith("round_") for key in keys):
            raise SettingsError(f"--rounds {rounds}: there are no rounds among the assets of {kind}")
        keys = [key for key in keys if not key.startswith("round_") or int(key[6:8]) <= rounds]
    if select and to:
        raise SettingsError("--select and --to: give one of them")
    if to:
        wanted = {require_key(planner.steps, to, kind).key}
        for key in reversed(keys):
            if key in wanted:
                wanted |= {*planner.steps[key].inputs, *planner.steps[key].offered}
        return [key for key in keys if key in wanted]
    if select:
        wanted = {require_key(planner.steps, key, kind).key for key in select}
        return [key for key in keys if key in wanted]
    return keys


def run(
    home: Home,
    partition: str,
    reporter: Reporter,
    select: list[str] | None = None,
    to: str | None = None,
    rounds: int | None = None,
    here: bool = True,
) -> Outcome:
    """Make the selected assets of a partition: what the store has and Dagster knows is left alone.

    It is done in this process where that is `here`, else in one of its own, which this one follows (`follow`).
    """
    home.create()
    planner = Planner(home, STEPS)
    keys = selection(planner, partition, select or [], to, rounds)
    plan = planner.plan(partition, progress=reporter.stage("reading the input files"))
    for key in (*(select or []), *([to] if to else [])):
        asked = planner.steps[key].round or planner.steps[key].optional
        if asked and plan.row(key).state == "skipped":
            raise SettingsError(f"{key} of {partition}: {plan.row(key).why[0]}")
    with planner.store.leases.held(rested_on(plan.rows())), instance_of(home) as instance:
        rows = {row.asset: row for row in plan.rows()}
        _tell_clock(reporter, [artifact for row in rows.values() if (artifact := planner.artifact(row))])
        if STEPS[keys[0]].partition in PARTITIONS:
            instance.add_dynamic_partitions(STEPS[keys[0]].partition, [partition])
        keys = [key for key in keys if key in rows]
        due = unrecorded(instance, keys, rows)
        execute = _execute if here else partial(_submitted, home)
        failures = execute(instance, plan, due, reporter) if due else ()
        if not failures and due:
            # A round that said that no other is worth its time ended the run before what rests on all rounds.
            now = {row.asset: row for row in plan.rows()}
            more = [key for key in unrecorded(instance, keys, now) if key in due]
            failures = execute(instance, plan, more, reporter) if more else ()
    after = tuple(row for row in plan.rows() if row.asset in keys)
    artifacts = {row.asset: artifact for row in after if (artifact := planner.artifact(row))}
    computed = frozenset(key for key in due if rows[key].state == "compute")
    return Outcome(
        after,
        artifacts,
        computed,
        tuple(_with_verdict(failure, artifacts.get(failure.asset)) for failure in failures),
    )


def _tell_clock(reporter: Reporter, artifacts: Sequence[Artifact]) -> None:
    """Say that the clock was set back, where results are dated after now."""
    now = datetime.now(UTC)
    newest = max((artifact.made.created for artifact in artifacts), default="")
    if newest > (now + timedelta(minutes=1)).isoformat(timespec="microseconds"):
        hours = (datetime.fromisoformat(newest) - now).total_seconds() / 3600
        reporter.note(f"the clock was set back: results are dated up to {hours:.3g} hours from now")


def unrecorded(instance: DagsterInstance, keys: Sequence[str], rows: Mapping[str, Row]) -> list[str]:
    """Those that the entry has and that Dagster does not know as they are now."""
    there = [key for key in keys if key in rows and rows[key].state != "skipped"]
    return [key for key in there if not recorded(instance, rows[key])]


def _with_verdict(failure: Failure, artifact: Artifact | None) -> Failure:
    """The failure, or what a blocking check found where that is why an asset failed."""
    checks = artifact.checks if artifact else ()
    failed = [check for check in checks if check.blocking and not check.passed]
    if not failed:
        return failure
    message = "; ".join(f"check {check.name} failed: {check.detail}" for check in failed)
    return replace(failure, message=message, wrong_input=False)


def runs_elsewhere(home: Home) -> bool:
    """Whether runs go on in processes of their own: on a cluster, or where `cryo up` serves the home."""
    if cluster_of(home):
        template_of(home)
        return True
    return is_served(home)


def _submitted(
    home: Home, instance: DagsterInstance, plan: EntryPlan, keys: list[str], reporter: Reporter
) -> tuple[Failure, ...]:
    """Begin a run of its own and follow it; the result is what failed."""
    job = GRAPH.resolve_job_def(JOB_NAMES[plan.entry.kind])
    run = submit(home, instance, job, None if plan.name == TRAINING else plan.name, keys)
    reporter.steps(plan.name, len(keys))
    events = list(follow(home, instance, run, reporter))
    failures = tuple(_failure(event) for event in events if event.is_step_failure)
    ended = [
        event
        for event in events
        if event.is_run_failure or event.event_type == dg.DagsterEventType.RUN_CANCELED
    ]
    if ended and not failures:
        failures = (Failure(f"run {run[:8]}", ended[-1].message or "was cancelled", "", False),)
    return failures


def _execute(
    instance: DagsterInstance, plan: EntryPlan, keys: list[str], reporter: Reporter
) -> tuple[Failure, ...]:
    process = this_process()
    reporter.steps(plan.name, len(keys))
    job = GRAPH.resolve_job_def(JOB_NAMES[plan.entry.kind])
    with (
        running(plan),
        reporting_to(reporter),
        patient(instance, process, reporter),
        no_word_of_events(),
        seen_in_pages(instance, job.name),
    ):
        result = job.execute_in_process(
            instance=instance,
            partition_key=None if plan.name == TRAINING else plan.name,
            asset_selection=[dg.AssetKey(key.split("/")) for key in keys],
            run_config=_QUIET,
            raise_on_error=False,
            tags={
                PROCESS_TAG: process,
                "user": user(),
                "dagster/max_retries": "0",
            },  # whoever called it sees it fail
        )
    failures = tuple(_failure(event) for event in result.all_events if event.is_step_failure)
    if any(failure.message.startswith(_INTERRUPTED) for failure in failures):
        raise KeyboardInterrupt
    return failures


_INTERRUPTED = ("DagsterExecutionInterruptedError", "KeyboardInterrupt")

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
"""The reporter and the outcome say what happened; Dagster's own lines stay in its records."""


def _failure(event: dg.DagsterEvent) -> Failure:
    error = event.step_failure_data.error
    asset = (event.step_key or "").replace("__", "/")
    if error is None:
        return Failure(asset, "failed without an error", "", False)
    kind, told = cause_of(error)
    return Failure(asset, told, error.to_string(), kind in _WRONG_INPUT)


def cause_of(error: Any) -> tuple[str, str]:
    """Class and words of why a step failed: the outermost error that is in words for people, else the innermost."""
    while True:
        kind, _, text = error.message.strip().partition(": ")
        kind = kind.split(".")[-1]  # without the module that it is defined in
        if kind in _EXPECTED:
            return kind, text
        if kind == "OperationalError" and any(words in text for words in _FULL):
            return StoreError.__name__, f"Dagster's records: {DISK_FULL}"
        if not error.cause:
            return kind, f"{kind}: {text}" if text else kind
        error = error.cause


_FULL = ("database or disk is full", "disk I/O error")
"""What SQLite says of a full disk."""


def _names(cls: type[CryoError]) -> set[str]:
    return {cls.__name__}.union(*(_names(sub) for sub in cls.__subclasses__()))


_EXPECTED = _names(CryoError)
_WRONG_INPUT = _names(FormatError) | _names(SettingsError) | _names(ShapeError)
