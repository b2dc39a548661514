"""What Dagster's records say of an entry, beside what the store has."""

from pathlib import Path

import dagster as dg

from cryo_assets.engine.planner import Planner, Row
from cryo_assets.entries.manifest import TRAINING


def recorded(instance: dg.DagsterInstance, row: Row) -> bool:
    """Whether the store has the artifact and Dagster's newest materialisation is of this version."""
    if row.state != "stored":
        return False
    partitions = None if row.partition == TRAINING else [row.partition]
    records = instance.fetch_materializations(
        dg.AssetRecordsFilter(asset_key=dg.AssetKey(row.asset.split("/")), asset_partitions=partitions),
        limit=1,
    ).records
    if not records or records[0].asset_materialization is None:
        return False
    return (records[0].asset_materialization.tags or {}).get("dagster/data_version") == row.version


def up_to_date(instance: dg.DagsterInstance, planner: Planner, name: str) -> bool:
    """Whether a run of an entry would find everything done.

    Asked by a sensor, which has a minute: where a file's digest is not remembered the answer is no.
    """
    plan = planner.plan(name)
    paths = {path for files in plan.entry.files.values() for path in files.values()}
    if not all(planner.digests.remembers(Path(path)) for path in paths):
        return False
    return all(row.state == "skipped" or recorded(instance, row) for row in plan.rows())


_UNFINISHED = [
    status
    for status in dg.DagsterRunStatus
    if status not in (dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED)
]


def unfinished(instance: dg.DagsterInstance) -> set[str]:
    """The runs that have not ended."""
    return {run.run_id for run in instance.get_runs(dg.RunsFilter(statuses=_UNFINISHED))}


def under_way(instance: dg.DagsterInstance, tag: str) -> set[str]:
    """The values of a tag over all runs that have not ended: partitions, say, or accessions."""
    runs = instance.get_runs(dg.RunsFilter(statuses=_UNFINISHED))
    return {run.tags[tag] for run in runs if tag in run.tags}
