"""What Dagster loads (workspace.yaml points here): a module that may hold one Definitions object and no other."""

import dagster as dg

from cryo_assets.assets import STEPS, graph
from cryo_assets.automation import inbox_sensor
from cryo_assets.jobs import everything, jobs_for

_JOBS = jobs_for(STEPS)

defs = dg.Definitions.merge(
    graph.GRAPH,
    dg.Definitions(
        jobs=[*_JOBS, everything],
        sensors=[inbox_sensor(STEPS, _JOBS)],
        executor=dg.multiprocess_executor.configured(
            {"max_concurrent": 2, "start_method": {"forkserver": {"preload_modules": ["dagster", "torch"]}}}
        ),
    ),
)
