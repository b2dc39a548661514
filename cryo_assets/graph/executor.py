"""Where steps run: processes of this machine, or jobs of a cluster where the home has one."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.graph.cluster import cluster_of, template_of
from cryo_assets.graph.dagster_private import (
    RetryMode,
    StepDelegatingExecutor,
    multiple_process_executor_requirements,
    patiently,
    wait_for_postgres,
)
from cryo_assets.graph.kubernetes import pods
from cryo_assets.graph.slurm import SlurmStepHandler, cancel_jobs, job_name
from cryo_assets.home import Home, database_url
from cryo_core.errors import SettingsError

_PROCESSES = dg.multiprocess_executor.configured(
    {"max_concurrent": 2, "start_method": {"forkserver": {"preload_modules": ["dagster", "torch"]}}}
)


class _Steps(StepDelegatingExecutor):
    """Dagster's own, but for jobs that were taken for lost and submitted again: either of two tries may end a step."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._ended: set[str] = set()

    def execute(self, plan_context: Any, execution_plan: Any) -> Iterator[dg.DagsterEvent]:
        """Run the steps of a run; jobs of tries that are not needed any more go."""
        yield from super().execute(plan_context, execution_plan)
        cancel_jobs(job_name(plan_context.run_id), lost_alone=True)

    def _pop_events(self, *arguments: Any) -> list[dg.DagsterEvent]:
        """What was logged since the last look, without the end of a step that has ended."""
        found = []
        for event in patiently(super()._pop_events, *arguments):
            is_end = event.is_step_success or event.is_step_failure
            if is_end and event.step_key in self._ended:
                continue
            if is_end:
                self._ended.add(event.step_key)
            found.append(event)
        return found


@dg.executor(name="cluster", requirements=multiple_process_executor_requirements())
def _jobs(_: dg.InitExecutorContext) -> StepDelegatingExecutor:
    """Run each step as a job of the home's cluster."""
    home = Home.from_environment()
    cluster = cluster_of(home)
    if cluster is None:
        raise SettingsError(f"{home.cluster}: is gone; restart `cryo up`")
    return _Steps(
        SlurmStepHandler(home, cluster, template_of(home)),
        retries=RetryMode.DISABLED,
        sleep_seconds=1.0,
        check_step_health_interval_seconds=2,
    )


def executor_of(home: Home) -> dg.ExecutorDefinition:
    """What runs the steps of a home's runs."""
    if database_url():  # each process of a run comes by here
        wait_for_postgres()
    if not home.cluster.exists():
        return _PROCESSES
    try:
        cluster = cluster_of(home)
    except SettingsError:
        return _jobs  # whose runs say what is wrong
    return pods(cluster, STEPS) if cluster and cluster.scheduler == "kubernetes" else _jobs
