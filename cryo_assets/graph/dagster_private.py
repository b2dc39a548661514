"""All that we use of Dagster's private modules, which may move with any release: what, and why.

`PRIVATE` names each, those that dagster.yaml and the tests name too; a test looks each up, and holds that no other
file of ours uses a private module. When Dagster is raised and that test fails: look for the new place, or for a public
way, change it here, and set `WRITTEN_FOR`.
"""

import io
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import dagster as dg
import yaml
from dagster._core.definitions.executor_definition import multiple_process_executor_requirements
from dagster._core.events import DagsterEvent, EngineEventData
from dagster._core.execution.compute_logs import redirect_to_file
from dagster._core.execution.plan.instance_concurrency_context import InstanceConcurrencyContext
from dagster._core.execution.retries import RetryMode
from dagster._core.executor.step_delegating import (
    CheckStepHealthResult,
    StepDelegatingExecutor,
    StepHandler,
    StepHandlerContext,
)
from dagster._core.launcher import (
    CheckRunHealthResult,
    LaunchRunContext,
    ResumeRunContext,
    RunLauncher,
    WorkerStatus,
)
from dagster._core.storage.compute_log_manager import CapturedLogContext
from dagster._core.storage.local_compute_log_manager import LocalComputeLogManager
from dagster._grpc.types import ExecuteRunArgs, ResumeRunArgs
from dagster._serdes import ConfigurableClass
from dagster_shared.record import copy

from cryo_assets.home import PACKAGE
from cryo_assets.processes import die_with_parent

__all__ = [
    "CheckRunHealthResult",
    "CheckStepHealthResult",
    "ComputeLogs",
    "ConfigurableClass",
    "DagsterEvent",
    "EngineEventData",
    "ExecuteRunArgs",
    "LaunchRunContext",
    "ResumeRunArgs",
    "ResumeRunContext",
    "RetryMode",
    "RunLauncher",
    "StepDelegatingExecutor",
    "StepHandler",
    "StepHandlerContext",
    "WorkerStatus",
    "event_folder",
    "multiple_process_executor_requirements",
    "no_word_of_events",
    "patiently",
    "pausing_between_claims",
    "seen_in_pages",
    "submitted",
    "wait_for_postgres",
    "with_reason",
]

WRITTEN_FOR = "1.13.27"
"""Version of Dagster that these were last looked up in."""

PRIVATE = {
    "dagster._core.execution.plan.instance_concurrency_context"
    ":InstanceConcurrencyContext.interval_to_next_pending_claim_check": "a run in a command waits for a pool without "
    "keeping a core busy: Dagster's own pause is 0 or less, whatever it waits for",
    "dagster._core.instance.types:sys": "an event that cannot be written is said once, by us",
    "dagster._core.origin:JobPythonOrigin": "where the process of a run that a command submits finds its job",
    "dagster._core.code_pointer:ModuleCodePointer": "in which module that is",
    "dagster._core.remote_origin:RemoteJobOrigin": "a run in a command says which job of the workspace it is of: "
    "without that the UI's pages of jobs and of time leave it out",
    "dagster._core.types.loadable_target_origin:LoadableTargetOrigin": "where that workspace is loaded from",
    "dagster_postgres.utils:retry_pg_connection_fn": "a Postgres that restarts is waited for longer",
    "dagster_shared.record:copy": "a tick of a sensor, an immutable record, gets the reason why it did nothing",
    "dagster._core.storage.event_log:SqliteEventLogStorage": "the files of events of removed runs are removed too: "
    "Dagster leaves them, empty",
    "dagster._core.storage.root:LocalArtifactStorage": "dagster.yaml keeps Dagster's own files in the home",
    "dagster._core.storage.local_compute_log_manager:LocalComputeLogManager": "dagster.yaml keeps logs in the home, "
    "and what mirrors them at the terminal ends with the run",
    "dagster._core.storage.compute_log_manager:CapturedLogContext": "what a step's log is, for the mirror",
    "dagster._core.execution.compute_logs:redirect_to_file": "a step's output goes to its log, for the mirror",
    "dagster._core.executor.step_delegating:StepDelegatingExecutor": "each step of a run can be a job of a cluster",
    "dagster._core.executor.step_delegating:StepHandler": "what submits such a job, looks after it and cancels it",
    "dagster._core.executor.step_delegating:StepHandlerContext": "what that is told of the step",
    "dagster._core.executor.step_delegating:CheckStepHealthResult": "what it answers",
    "dagster._core.events:DagsterEvent": "a step's job, and its log, are named on the page of the run",
    "dagster._core.events:EngineEventData": "what such an event holds",
    "dagster._core.execution.retries:RetryMode": "the executor is told that steps are not tried again by it",
    "dagster._core.definitions.executor_definition:multiple_process_executor_requirements": "steps of a cluster need "
    "records that other processes can read",
    "dagster._core.launcher:RunLauncher": "a run on a cluster is a process that outlives the servers, and goes on "
    "with its jobs where it was killed",
    "dagster._core.launcher:LaunchRunContext": "what that is told of a run",
    "dagster._core.launcher:ResumeRunContext": "and of one that goes on",
    "dagster._core.launcher:CheckRunHealthResult": "what it answers",
    "dagster._core.launcher:WorkerStatus": "the answers there are",
    "dagster._serdes:ConfigurableClass": "dagster.yaml can name it",
    "dagster._grpc.types:ExecuteRunArgs": "the command that such a process is",
    "dagster._grpc.types:ResumeRunArgs": "and the command of one that goes on",
    "dagster._utils.hosted_user_process:recon_job_from_origin": "tests execute a run of the workspace in their process",
    "dagster._core.execution.api:execute_run": "so do they",
    "dagster_shared.error:SerializableErrorInfo": "a test writes what went wrong in a tick, as the daemon does",
    "dagster._core.definitions.run_request:InstigatorType": "a test writes ticks as Dagster's daemon does",
    "dagster._core.scheduler.instigation:TickData": "so it does",
    "dagster._core.scheduler.instigation:TickStatus": "with their states",
    "dagster._core.instance.ref:InstanceRef.from_dir": "a test reads dagster.yaml as a bare `dagster dev` does",
}
"""Module and name, and what it is used for."""


_PATIENCE_SECONDS = 100.0
"""How long a Postgres that does not answer is waited for: it may restart."""


def patiently(call: Callable[..., Any], *arguments: Any) -> Any:
    """What a question to Dagster's records gives; asked again where Postgres went away meanwhile."""
    from sqlalchemy.exc import DBAPIError

    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            return call(*arguments)
        except DBAPIError as error:
            if not error.connection_invalidated or time.monotonic() > end:
                raise
        time.sleep(1.0)


def wait_for_postgres() -> None:
    """Have Dagster wait for a Postgres that restarts as long as we do: by itself it gives up after some ten seconds."""
    from dagster_postgres import utils

    utils.retry_pg_connection_fn.__defaults__ = (
        8,
        0.2,
    )  # tries, and seconds before the second; each waits twice as long


@contextmanager
def pausing_between_claims(seconds: float) -> Iterator[None]:
    """Have runs in this process ask for a pool every so many seconds while it is not free."""
    spinning = InstanceConcurrencyContext.interval_to_next_pending_claim_check

    def pause(self: InstanceConcurrencyContext) -> float:  # noqa: ARG001
        return seconds

    InstanceConcurrencyContext.interval_to_next_pending_claim_check = pause  # type: ignore[method-assign]
    try:
        yield
    finally:
        InstanceConcurrencyContext.interval_to_next_pending_claim_check = spinning  # type: ignore[method-assign]


@contextmanager
def no_word_of_events() -> Iterator[None]:
    """Have Dagster not print that it cannot write an event: it raises that too, and whoever catches it says it."""
    from dagster._core.instance import types

    class Silent:
        stderr, exc_info = io.StringIO(), staticmethod(sys.exc_info)

    types.sys = Silent  # type: ignore[attr-defined, assignment]
    try:
        yield
    finally:
        types.sys = sys  # type: ignore[attr-defined]


@contextmanager
def seen_in_pages(instance: dg.DagsterInstance, job: str) -> Iterator[None]:
    """Have runs in this process be of a job of the workspace, as those that the UI starts are."""
    create = instance.create_run_for_job
    instance.create_run_for_job = partial(create, remote_job_origin=_origin(job))  # type: ignore[method-assign]
    try:
        yield
    finally:
        instance.create_run_for_job = create  # type: ignore[method-assign]


def _origin(job: str) -> Any:
    """A job as the workspace names it (workspace.yaml)."""
    from dagster._core.remote_origin import (
        ManagedGrpcPythonEnvCodeLocationOrigin,
        RemoteJobOrigin,
        RemoteRepositoryOrigin,
    )
    from dagster._core.types.loadable_target_origin import LoadableTargetOrigin

    loaded = yaml.safe_load((PACKAGE / "workspace.yaml").read_text())["load_from"][0]["python_module"]
    target = LoadableTargetOrigin(executable_path=sys.executable, module_name=loaded["module_name"])
    location = ManagedGrpcPythonEnvCodeLocationOrigin(target, location_name=loaded["location_name"])
    return RemoteJobOrigin(RemoteRepositoryOrigin(location, "__repository__"), job)


def submitted(
    instance: dg.DagsterInstance, job: dg.JobDefinition, keys: Sequence[str], tags: Mapping[str, str]
) -> str:
    """The id of a new run of a job of the workspace, of some of its assets, which nobody has begun yet."""
    origin = _origin(job.name)
    assets = frozenset(dg.AssetKey(key.split("/")) for key in keys)
    run = instance.create_run_for_job(
        job_def=job.get_subset(asset_selection=assets),
        tags=dict(tags),
        asset_selection=assets,
        remote_job_origin=origin,
        job_code_origin=_code_origin(job.name),
    )
    return run.run_id


def _code_origin(job: str) -> Any:
    """Where the process of a run finds its job."""
    from dagster._core.code_pointer import ModuleCodePointer
    from dagster._core.origin import DEFAULT_DAGSTER_ENTRY_POINT, JobPythonOrigin, RepositoryPythonOrigin

    loaded = yaml.safe_load((PACKAGE / "workspace.yaml").read_text())["load_from"][0]["python_module"]
    return JobPythonOrigin(
        job_name=job,
        repository_origin=RepositoryPythonOrigin(
            executable_path=sys.executable,
            code_pointer=ModuleCodePointer(loaded["module_name"], "defs", None),
            entry_point=DEFAULT_DAGSTER_ENTRY_POINT,
        ),
    )


def with_reason(tick: Any, reason: str) -> Any:
    """The tick of a sensor that did nothing, with the reason why."""
    return copy(tick, skip_message=reason)


def event_folder(instance: dg.DagsterInstance) -> Path | None:
    """The folder of the event log where it is SQLite's; None where a server looks after itself."""
    from dagster._core.storage.event_log import SqliteEventLogStorage

    storage = instance.event_log_storage
    storage = getattr(storage, "_storage", storage)
    event_log = getattr(storage, "event_log_storage", storage)
    return Path(event_log._base_dir) if isinstance(event_log, SqliteEventLogStorage) else None


class ComputeLogs(LocalComputeLogManager):
    """Dagster's logs of steps, whose mirrors at the terminal end with the process that they mirror.

    Dagster's own are looked after by a process of Python each, and live on where that is killed too.
    """

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "ComputeLogs":
        """The logs that dagster.yaml names."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def capture_logs(self, log_key: Sequence[str]) -> Generator[CapturedLogContext, None, None]:
        """Have what a step prints go to its log, and from there to where it would have gone."""
        out, err = (Path(self.get_captured_local_path(log_key, suffix)) for suffix in ("out", "err"))
        with _mirrored(sys.stdout, out), _mirrored(sys.stderr, err):
            yield CapturedLogContext(log_key)
        Path(self.get_captured_local_path(log_key, "complete")).touch()


@contextmanager
def _mirrored(stream: TextIO, log: Path) -> Iterator[None]:
    log.parent.mkdir(parents=True, exist_ok=True)
    log.touch()
    try:
        target = stream.fileno()
    except io.UnsupportedOperation:
        target = subprocess.DEVNULL
    mirror = subprocess.Popen(["tail", "-F", "-c", "+0", str(log)], stdout=target, preexec_fn=die_with_parent)
    try:
        with redirect_to_file(stream, str(log)):
            yield
    finally:
        mirror.terminate()
        mirror.wait()
