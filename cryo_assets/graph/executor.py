"""Where steps run: processes of this machine, or jobs of a cluster where the home has one."""

import dagster as dg

from cryo_assets.graph.cluster import cluster_of, template_of
from cryo_assets.graph.dagster_private import (
    RetryMode,
    StepDelegatingExecutor,
    multiple_process_executor_requirements,
)
from cryo_assets.graph.slurm import SlurmStepHandler
from cryo_assets.home import Home
from cryo_core.errors import SettingsError

_PROCESSES = dg.multiprocess_executor.configured(
    {"max_concurrent": 2, "start_method": {"forkserver": {"preload_modules": ["dagster", "torch"]}}}
)


@dg.executor(name="cluster", requirements=multiple_process_executor_requirements())
def _jobs(_: dg.InitExecutorContext) -> StepDelegatingExecutor:
    """Run each step as a job of the home's cluster."""
    home = Home.from_environment()
    cluster = cluster_of(home)
    if cluster is None:
        raise SettingsError(f"{home.cluster}: is gone; restart `cryo up`")
    return StepDelegatingExecutor(
        SlurmStepHandler(home, cluster, template_of(home)),
        retries=RetryMode.DISABLED,
        sleep_seconds=0.5,
        check_step_health_interval_seconds=2,
    )


def executor_of(home: Home) -> dg.ExecutorDefinition:
    """What runs the steps of a home's runs."""
    return _jobs if home.cluster.exists() else _PROCESSES
