"""The sensor that finishes an entry whose rounds ended before the last one that was asked for."""

import dagster as dg

from cryo_assets.home import Home
from cryo_assets.launch import PROCESS_TAG
from cryo_assets.plan import Planner
from cryo_assets.records import recorded
from cryo_assets.settings import entries
from cryo_assets.step import Step


def rounds_sensor(
    steps: dict[str, Step], jobs: list[dg.JobDefinition], job_names: dict[str, str]
) -> dg.SensorDefinition:
    """Make the sensor.

    Dagster leaves out what rests on an asset that a run did not make, and a round that has settled leaves the later
    ones unmade: their results are a run of their own. `cryo run` does this by itself, in the same call.
    """

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        name="ended_rounds",
        request_jobs=jobs,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Makes the results of an entry whose rounds ended early, after the run that found so.",
    )
    def ended_rounds(context: dg.RunStatusSensorContext) -> dg.RunRequest | dg.SkipReason:
        run = context.dagster_run
        name = run.tags.get("dagster/partition", "")
        if PROCESS_TAG in run.tags or ("datasets", name) not in entries(Home.from_environment().inbox):
            return dg.SkipReason(f"run {run.run_id[:8]}: not a run of a data set, or a command's own")
        rows = Planner(Home.from_environment(), steps).rows(name)
        ended = [row for row in rows if row.state == "skipped" and steps[row.asset].halted_by]
        due = [row for row in rows if row.state != "skipped" and not recorded(context.instance, row)]
        asked = run.asset_selection  # none: the whole job
        keys = [row.asset for row in due if not asked or dg.AssetKey(row.asset.split("/")) in asked]
        if not ended or not keys or {steps[row.asset].group for row in due} != {"results"}:
            return dg.SkipReason(f"{name}: nothing is left that ended rounds kept from being made")
        return dg.RunRequest(
            run_key=f"ended/{name}/{'/'.join(sorted(row.version for row in due))}",
            job_name=job_names["datasets"],
            partition_key=name,
            asset_selection=[dg.AssetKey(key.split("/")) for key in keys],
            tags={"cryo/why": ended[0].why[0][:200]},
        )

    return ended_rounds
