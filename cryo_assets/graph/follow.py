"""Runs that go on in processes of their own: begun, followed from a command, and ended."""

import getpass
import os
import socket
import time
from collections.abc import Iterator, Mapping, Sequence

import dagster as dg

from cryo_assets.graph.dagster_private import WorkerStatus, submitted
from cryo_assets.graph.pools import PROCESS_TAG, alive
from cryo_assets.graph.records import seconds_of
from cryo_assets.graph.slurm import cancel_jobs, job_name
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_assets.store.disk import is_locked

DEVICE_TAG = "cryo/device"
"""The device that whoever began a run asked for."""

_LOOK_SECONDS = 0.5
_HEALTH_SECONDS = 5.0
_CANCEL_SECONDS = 20.0


class Interrupted(KeyboardInterrupt):
    """Somebody stopped following a run, which goes on."""

    def __init__(self, run: str) -> None:
        super().__init__(run)
        self.run = run


def user() -> str:
    """Who begins a run."""
    return os.environ.get("USER") or getpass.getuser()


def is_served(home: Home) -> bool:
    """Whether `cryo up` of this host serves a home, and so launches what is queued."""
    return is_locked(home.work / "locks" / "up.lock")


def submit(
    home: Home, instance: dg.DagsterInstance, job: dg.JobDefinition, entry: str | None, keys: Sequence[str]
) -> str:
    """Begin a run of some assets of an entry: through the queue where a server looks after it, else at once."""
    run = submitted(instance, job, keys, {**_tags(entry), "dagster/max_retries": "0"})
    if is_served(home):
        instance.submit_run(run, workspace=None)  # type: ignore[arg-type]
    else:
        instance.launch_run(run, workspace=None)  # type: ignore[arg-type]
    return run


def enqueue(
    instance: dg.DagsterInstance,
    job: dg.JobDefinition,
    entry: str | None,
    keys: Sequence[str],
    tags: Mapping[str, str],
) -> str:
    """Ask for a run that nobody follows: the queue begins it as its limits allow, after those that people ask for."""
    run = submitted(instance, job, keys, {**_tags(entry), "dagster/priority": "-1", **tags})
    instance.submit_run(run, workspace=None)  # type: ignore[arg-type]
    return run


def _tags(entry: str | None) -> dict[str, str]:
    """Whose run it is, of which entry, and on which device it computes where one was named."""
    tags = {"user": user()}
    if entry is not None:
        tags["dagster/partition"] = entry
    if os.environ.get("CRYO_DEVICE"):
        tags[DEVICE_TAG] = os.environ["CRYO_DEVICE"]
    return tags


def follow(
    home: Home, instance: dg.DagsterInstance, run: str, reporter: Reporter
) -> Iterator[dg.DagsterEvent]:
    """Tell of a run until it ends; give its events. Interrupted says which run goes on where somebody stops."""
    cursor, looked = None, time.monotonic()
    try:
        while True:
            status = instance.get_run_by_id(run)
            found = instance.get_records_for_run(run, cursor, limit=1000)
            cursor = found.cursor
            for record in found.records:
                entry = record.event_log_entry
                if entry.dagster_event:
                    _tell(entry.dagster_event, reporter)
                    yield entry.dagster_event
                elif entry.step_key:
                    _pass_on(entry.step_key.replace("__", "/"), entry.user_message, reporter)
            if status is None or (status.is_finished and not found.records):
                return
            if time.monotonic() - looked > _HEALTH_SECONDS:
                looked = time.monotonic()
                revive(home, instance, run)
            time.sleep(_LOOK_SECONDS)
    except KeyboardInterrupt:
        raise Interrupted(run) from None


def revive(home: Home, instance: dg.DagsterInstance, run: str) -> None:
    """Go on with a run whose process died, where no server does."""
    status, launcher = instance.get_run_by_id(run), instance.run_launcher
    if status is None or is_served(home) or not launcher.supports_resume_run:
        return
    if status.status == dg.DagsterRunStatus.QUEUED:
        instance.launch_run(run, workspace=None)  # type: ignore[arg-type]
    elif status.status in (dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING):
        if launcher.check_run_worker_health(status).status == WorkerStatus.NOT_FOUND:
            instance.report_engine_event("its process died; a new one goes on with it", status)
            instance.resume_run(run, None, 1)  # type: ignore[arg-type]


def cancel(instance: dg.DagsterInstance, run: str) -> None:
    """End a run and its jobs, and wait until it has ended; one whose process is gone is said to have ended."""
    found = instance.get_run_by_id(run)
    if found is None or found.is_finished:
        return
    host, _, process = found.tags.get(PROCESS_TAG, "").partition(" ")
    number = process.partition("/")[0]
    if host == socket.gethostname() and process and process == alive(number):
        os.kill(int(number), 2)  # the command that it runs in ends it as Ctrl-C does
    elif found.status == dg.DagsterRunStatus.QUEUED:
        instance.report_run_canceled(found, "cancelled before it was begun")
    else:
        instance.run_launcher.terminate(run)
    end = time.monotonic() + _CANCEL_SECONDS
    while time.monotonic() < end:
        found = instance.get_run_by_id(run)
        if found is None or found.is_finished:
            break
        time.sleep(_LOOK_SECONDS)
    else:
        instance.report_run_canceled(found, "cancelled; its process did not answer")
    cancel_jobs(job_name(run))


def _tell(event: dg.DagsterEvent, reporter: Reporter) -> None:
    """Tell of a step's beginning and end, and of what became of its job."""
    if event.step_key is None:
        return
    asset = event.step_key.replace("__", "/")
    if event.event_type == dg.DagsterEventType.STEP_START:
        reporter.asset(asset)
    elif event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION:
        reporter.done(asset, seconds_of(event))
    elif event.event_type == dg.DagsterEventType.ENGINE_EVENT and "again" in (event.message or ""):
        reporter.note(f"{asset}: {event.message}")


def _pass_on(asset: str, text: str, reporter: Reporter) -> None:
    """Pass on what a step says of its stages; that it began and ended is told from its events."""
    ends = (f"{asset}: begun", f"{asset}: in the store", f"{asset}: done in")
    if text.startswith(f"{asset}: ") and not text.startswith(ends):
        reporter.note(text)
