"""What Dagster's records say of an entry, beside what the store has."""

from collections.abc import Sequence
from pathlib import Path

import dagster as dg

from cryo_assets.engine.planner import Planner, Row
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.partitions import JOB_NAMES


def recorded(instance: dg.DagsterInstance, row: Row) -> bool:
    """Whether the store has the artifact and Dagster's newest materialisation is of this version."""
    record = newest_materialisation(instance, row) if row.state == "stored" else None
    return record is not None and version_of(record) == row.version


def newest_materialisation(instance: dg.DagsterInstance, row: Row) -> dg.EventLogRecord | None:
    """Dagster's newest materialisation of a row's asset and entry, if there is one."""
    partitions = None if row.partition == TRAINING else [row.partition]
    records = instance.fetch_materializations(
        dg.AssetRecordsFilter(asset_key=dg.AssetKey(row.asset.split("/")), asset_partitions=partitions),
        limit=1,
    ).records
    return records[0] if records and records[0].asset_materialization else None


def version_of(record: dg.EventLogRecord) -> str | None:
    """The data version of a materialisation."""
    made = record.asset_materialization
    return (made.tags or {}).get("dagster/data_version") if made else None


def seconds_of(event: dg.DagsterEvent) -> float | None:
    """The seconds that a materialisation took to compute; None where the store had the result."""
    metadata = event.step_materialization_data.materialization.metadata
    seconds, computed = (metadata.get(name) for name in ("seconds", "computed_now"))
    return float(seconds.value) if seconds and computed and computed.value else None  # type: ignore[arg-type]


def up_to_date(instance: dg.DagsterInstance, planner: Planner, name: str) -> bool:
    """Whether a run of an entry would find everything done.

    Asked by a sensor, which has a minute: where a file's digest is not remembered the answer is no.
    """
    plan = planner.plan(name)
    paths = {path for files in plan.entry.files.values() for path in files.values()}
    if not all(planner.digests.remembers(Path(path)) for path in paths):
        return False
    return all(row.state == "skipped" or recorded(instance, row) for row in plan.rows())


UNFINISHED = [
    status
    for status in dg.DagsterRunStatus
    if status not in (dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED)
]


def unfinished(instance: dg.DagsterInstance) -> set[str]:
    """The runs that have not ended."""
    return {run.run_id for run in runs_under_way(instance)}


def runs_of(name: str) -> dg.RunsFilter:
    """Which runs are of an entry."""
    if name == TRAINING:
        return dg.RunsFilter(job_name=JOB_NAMES[TRAINING])
    return dg.RunsFilter(tags={"dagster/partition": name})


def entries_of(runs: Sequence[dg.DagsterRun]) -> set[str]:
    """The entries of runs."""
    tagged = {run.tags["dagster/partition"] for run in runs if "dagster/partition" in run.tags}
    return tagged | {TRAINING for run in runs if run.job_name == JOB_NAMES[TRAINING]}


def runs_under_way(instance: dg.DagsterInstance) -> Sequence[dg.DagsterRun]:
    """The runs that have not ended."""
    return instance.get_runs(dg.RunsFilter(statuses=UNFINISHED))


def under_way(instance: dg.DagsterInstance, tag: str) -> set[str]:
    """The values of a tag over all runs that have not ended: partitions, say, or accessions."""
    return {run.tags[tag] for run in runs_under_way(instance) if tag in run.tags}
