"""What Dagster's records say of an entry, beside what the store has."""

import dagster as dg

from cryo_assets.plan import Planner, Row


def recorded(instance: dg.DagsterInstance, row: Row) -> bool:
    """Tell whether the store has the artifact and Dagster's newest materialisation is of this version."""
    if row.state != "stored":
        return False
    records = instance.fetch_materializations(
        dg.AssetRecordsFilter(asset_key=dg.AssetKey(row.asset.split("/")), asset_partitions=[row.partition]),
        limit=1,
    ).records
    if not records or records[0].asset_materialization is None:
        return False
    return (records[0].asset_materialization.tags or {}).get("dagster/data_version") == row.version


def up_to_date(instance: dg.DagsterInstance, planner: Planner, name: str) -> bool:
    """Tell whether a run of an entry would find everything done.

    Asked by a sensor, which has a minute: where a file's digest is not remembered the answer is no.
    """
    if not all(planner.digests.remembers(path) for path in planner.files(name)):
        return False
    return all(row.state == "skipped" or recorded(instance, row) for row in planner.rows(name))
