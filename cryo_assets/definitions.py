"""What Dagster loads (workspace.yaml points here): a module that may hold one Definitions object and no other."""

import dagster as dg

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.graph import factory as graph
from cryo_assets.upkeep.jobs import JOB_NAMES, digest, everything, fetch, jobs_for, reprocess, retention
from cryo_assets.upkeep.sensors import schedules, sensors

_JOBS = jobs_for(STEPS)

defs = dg.Definitions.merge(
    graph.GRAPH,
    dg.Definitions(
        jobs=[*_JOBS, everything, fetch, reprocess, retention, digest],
        sensors=sensors(STEPS, _JOBS, JOB_NAMES),
        schedules=schedules(STEPS),
        executor=dg.multiprocess_executor.configured(
            {"max_concurrent": 2, "start_method": {"forkserver": {"preload_modules": ["dagster", "torch"]}}}
        ),
    ),
)
