"""What Dagster loads (workspace.yaml points here): a module that may hold one Definitions object and no other."""

import dagster as dg

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.graph import factory as graph
from cryo_assets.graph.executor import executor_of
from cryo_assets.graph.partitions import JOB_NAMES
from cryo_assets.home import Home
from cryo_assets.upkeep.jobs import digest, everything, fetch, reprocess, retention
from cryo_assets.upkeep.sensors import schedules, sensors

defs = dg.Definitions.merge(
    graph.GRAPH,
    dg.Definitions(
        jobs=[everything, fetch, reprocess, retention, digest],
        sensors=sensors(STEPS, graph.JOBS, JOB_NAMES),
        schedules=schedules(STEPS),
        executor=executor_of(Home.from_environment()),
    ),
)
