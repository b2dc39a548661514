"""Runs as processes of their own, which outlive the servers and the command that began them.

Used where steps are jobs of a cluster: a run worker that was killed is begun again and finds its jobs.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryo_assets.graph.dagster_private import (
    CheckRunHealthResult,
    ConfigurableClass,
    ExecuteRunArgs,
    LaunchRunContext,
    ResumeRunArgs,
    ResumeRunContext,
    RunLauncher,
    WorkerStatus,
)
from cryo_assets.graph.pools import WORKER_TAG, alive, process_of
from cryo_assets.graph.resources import log_folder

_WHEN_TOLD = 'read go && exec "$@" </dev/null'
"""Begins when it is told to, as the same process: one that nobody noted would be taken for dead, and get a second."""


class RunProcesses(RunLauncher, ConfigurableClass):
    """Launches runs as processes of this host; dagster.yaml names it."""

    def __init__(self, inst_data: Any = None) -> None:
        self._inst_data = inst_data
        super().__init__()  # type: ignore[no-untyped-call]

    @property
    def inst_data(self) -> Any:
        """What dagster.yaml says of it."""
        return self._inst_data

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """What dagster.yaml may say of it: nothing."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Mapping[str, Any]) -> "RunProcesses":  # noqa: ARG003
        """The launcher that dagster.yaml names."""
        return cls(inst_data)

    def launch_run(self, context: LaunchRunContext) -> None:
        """Begin a run."""
        self._begin(context, "execute_run", ExecuteRunArgs)

    @property
    def supports_resume_run(self) -> bool:
        """Whether a run whose process died can go on."""
        return True

    def resume_run(self, context: ResumeRunContext) -> None:
        """Go on with a run whose process died."""
        self._begin(context, "resume_run", ResumeRunArgs)

    def _begin(self, context: LaunchRunContext | ResumeRunContext, command: str, arguments: type) -> None:
        run = context.dagster_run
        told = arguments(
            job_origin=run.job_code_origin, run_id=run.run_id, instance_ref=self._instance.get_ref()
        ).get_command_args()[-1]
        folder = log_folder(Path(self._instance.storage_directory()), run.run_id)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "run.out").open("ab") as output:
            process = subprocess.Popen(
                ["sh", "-c", _WHEN_TOLD, "sh", sys.executable, "-m", "dagster", "api", command, told],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self._instance.add_run_tags(run.run_id, {WORKER_TAG: process_of(process.pid)})
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.close()

    @property
    def supports_check_run_worker_health(self) -> bool:
        """Whether it is known that a run's process died."""
        return True

    def check_run_worker_health(self, run: Any) -> CheckRunHealthResult:
        """Whether a run's process goes on; of one on another host nobody here knows."""
        host, _, process = run.tags.get(WORKER_TAG, "").partition(" ")
        if not process:
            return CheckRunHealthResult(WorkerStatus.UNKNOWN, "no process was noted")
        if host != socket.gethostname() or process == alive(process.partition("/")[0]):
            return CheckRunHealthResult(WorkerStatus.RUNNING)
        return CheckRunHealthResult(
            WorkerStatus.NOT_FOUND, f"process {process.partition('/')[0]} of {host} ended"
        )

    def terminate(self, run_id: str) -> bool:
        """Ask a run to end; its process cancels its jobs. On another host it sees that it is to end by itself."""
        run = self._instance.get_run_by_id(run_id)
        if run is None or run.is_finished:
            return False
        self._instance.report_run_canceling(run)
        host, _, process = run.tags.get(WORKER_TAG, "").partition(" ")
        number = process.partition("/")[0]
        if host == socket.gethostname() and process and process == alive(number):
            os.kill(int(number), signal.SIGTERM)
        return True
