"""Runs inside a command: seeing that one died, freeing what it held, and waiting for a pool with patience."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dagster import DagsterInstance, DagsterRunStatus, RunsFilter

from cryo_assets.graph.dagster_private import pausing_between_claims
from cryo_assets.progress import Reporter

PROCESS_TAG = "cryo/process"
"""Host and process of a run that goes on inside a command, so that its death can be seen."""

WORKER_TAG = "cryo/worker"
"""Host and process of a run that goes on in a process of its own (cryo_assets/graph/workers.py)."""

_UNFINISHED = [DagsterRunStatus.NOT_STARTED, DagsterRunStatus.STARTING, DagsterRunStatus.STARTED]
_LOOK_SECONDS = 5.0
_CLAIM_SECONDS = 1.0


def this_process() -> str:
    """The value of `PROCESS_TAG` for a run in this process."""
    return process_of(os.getpid())


def process_of(number: int) -> str:
    """Host and process, as the tags of runs have them."""
    return f"{socket.gethostname()} {alive(str(number))}"


def end_dead_runs(instance: DagsterInstance) -> None:
    """Report runs as failed whose command was killed (a run monitor knows only runs that it launched).

    So are those whose own process was killed before it began, which the monitor waits for; begun ones it goes on with.
    What they hold of their steps' pools is freed.
    """
    for run in instance.get_runs(RunsFilter(statuses=_UNFINISHED)):
        if _is_dead(run.tags.get(PROCESS_TAG, "")):
            instance.report_run_failed(run, "the command that ran it was killed")
        elif run.status != DagsterRunStatus.STARTED and _is_dead(run.tags.get(WORKER_TAG, "")):
            instance.report_run_failed(run, "its process was killed before it began")
    _free_pools(instance)


def _is_dead(tag: str) -> bool:
    """Whether a process that a tag names is known to have ended; of one on another host nothing is."""
    host, _, process = tag.partition(" ")
    return host == socket.gethostname() and process != alive(process.partition("/")[0])


def _free_pools(instance: DagsterInstance) -> None:
    """Free what runs that have ended hold of the steps' pools: the next run would wait for it for ever."""
    storage = instance.event_log_storage
    for key in storage.get_concurrency_keys():
        info = storage.get_concurrency_info(key)
        for number in {*info.active_run_ids, *info.pending_run_ids}:
            run = instance.get_run_by_id(number)
            if run is None or run.is_finished:
                storage.free_concurrency_slots_for_run(number)


def alive(number: str) -> str:
    """A process's number and the tick it began at, since numbers are used again; "" if it has ended.

    One that ended and whose parent has not asked how (a zombie) has ended.
    """
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else f"{number}/{fields[19]}"


@contextmanager
def patient(instance: DagsterInstance, process: str, reporter: Reporter) -> Iterator[None]:
    """Have a run in this process wait well for a step's pool: say for whom, and notice when that one dies.

    Dagster's in-process executor would wait without a pause, with a core of its own, in silence, and for ever
    if the run that holds the pool was killed while this one waited.
    """
    ended = threading.Event()
    _holder(
        instance, process
    )  # here first: SQLAlchemy loads parts of itself late, and two threads break that

    def look() -> None:
        announced: set[str] = set()
        while not ended.wait(_LOOK_SECONDS):
            holder = _holder(instance, process)
            if holder and holder not in announced:
                announced.add(holder)
                reporter.note(f"waits for {holder}: one step at a time on a device")
            if holder:
                end_dead_runs(instance)

    watch = threading.Thread(target=look, daemon=True)
    watch.start()
    try:
        with pausing_between_claims(_CLAIM_SECONDS):
            yield
    finally:
        ended.set()
        watch.join()


def _holder(instance: DagsterInstance, process: str) -> str:
    """Which other run has a pool that the run of this process waits for; "" if it waits for none."""
    ours = {
        run.run_id for run in instance.get_runs(RunsFilter(statuses=_UNFINISHED, tags={PROCESS_TAG: process}))
    }
    storage = instance.event_log_storage
    for key in storage.get_concurrency_keys():
        info = storage.get_concurrency_info(key)
        others = sorted(info.active_run_ids - ours)
        if others and ours & set(info.pending_run_ids):
            run = instance.get_run_by_id(others[0])
            tags = run.tags if run else {}
            where = tags.get(PROCESS_TAG, "").partition("/")[0].replace(" ", ", process ")
            return f"the run of {tags.get('dagster/partition', 'the training')}" + (
                f" ({where})" if where else ""
            )
    return ""
