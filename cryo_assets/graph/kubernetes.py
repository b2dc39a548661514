"""Steps as jobs of Kubernetes: Dagster's own executor, with what each step asks for by `cluster.yaml` of the home.

The image, volumes, secrets and so on are those of runs (`Home.create` writes them into dagster.yaml).
"""

from collections.abc import Mapping
from typing import Any

import dagster as dg

from cryo_assets.engine.step import GPU, Step
from cryo_assets.graph.cluster import Cluster, Job
from cryo_assets.graph.resources import CPUS
from cryo_assets.processes import STEP_JOB_VARIABLE
from cryo_core.errors import SettingsError


def pods(cluster: Cluster, steps: Mapping[str, Step]) -> dg.ExecutorDefinition:
    """Dagster's executor for Kubernetes, with what each step asks for."""
    try:
        from dagster_k8s import k8s_job_executor
    except ImportError as error:
        raise SettingsError(
            "scheduler: kubernetes: needs one more package; pip install 'cryo-assets[kubernetes]'"
        ) from error
    each = cluster.kubernetes.get("per_step_k8s_config", {})
    asked = {
        key.replace("/", "__"): _pod(cluster.asks(key, step.pool), step.pool == GPU, cluster.disk)
        for key, step in steps.items()
    }
    merged = {name: {**pod, **each.get(name, {})} for name, pod in asked.items()}
    return k8s_job_executor.configured(
        {"retries": {"disabled": {}}, "per_step_k8s_config": {**each, **merged}}
    )


def _pod(job: Job, gpu: bool, disk: Mapping[str, str]) -> dict[str, Any]:
    """What a step's pod asks for: the cores are a request, memory and GPUs a limit too."""
    gpus = job.gpus if job.gpus is not None else int(gpu)
    cpus = job.cpus or CPUS
    limits = ({"memory": job.memory} if job.memory else {}) | ({"nvidia.com/gpu": str(gpus)} if gpus else {})
    variables = {**job.environment, **disk, "OMP_NUM_THREADS": str(cpus), STEP_JOB_VARIABLE: "kubernetes"}
    asked: dict[str, Any] = {
        "container_config": {
            "resources": {"requests": {"cpu": str(cpus), **limits}, "limits": limits},
            "env": [{"name": name, "value": value} for name, value in sorted(variables.items())],
        }
    }
    if job.time:
        asked["job_spec_config"] = {"active_deadline_seconds": _seconds(job.time)}
    return asked


def _seconds(time: str) -> int:
    """Seconds of a time as Slurm writes it: minutes, minutes:seconds, hours:minutes:seconds, with days- before it."""
    days, _, rest = time.rpartition("-")
    parts = [int(part) for part in rest.split(":")]
    if days:  # days-hours[:minutes[:seconds]]
        hours, minutes, seconds = (*parts, 0, 0)[:3]
    elif len(parts) == 3:
        hours, minutes, seconds = parts
    else:
        hours, minutes, seconds = 0, parts[0], parts[1] if len(parts) > 1 else 0
    return ((int(days or 0) * 24 + hours) * 60 + minutes) * 60 + seconds
