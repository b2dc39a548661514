"""After a try: what an entry uses is Dagster's newest materialisation again, so that its pages show the plan."""

from typing import Any

import dagster as dg

from cryo_assets.engine.planner import Planner
from cryo_assets.entries.independence import limit_in
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.factory import metadata
from cryo_assets.graph.records import newest_materialisation, version_of
from cryo_core.errors import CryoError


def with_own_settings(run: dg.DagsterRun) -> bool:
    """Whether a run was given settings that hold for it alone."""
    config: Any = run.run_config
    for part in ("resources", "settings", "config"):
        config = config.get(part) or {}
    return bool(config)


def show_the_plan(instance: dg.DagsterInstance, planner: Planner, run: dg.DagsterRun, name: str) -> list[str]:
    """Report again what an entry uses of the assets that a try made; the keys of these."""
    try:
        plan = planner.plan(name)
        rows = [row for row in plan.rows() if row.state == "stored"]
    except CryoError:  # broken since: there is no plan to show
        return []
    limit = limit_in(planner.store, plan.entry.manifest)
    shown = []
    for row in rows:
        record = newest_materialisation(instance, row)
        artifact = planner.artifact(row)
        of_the_try = record is not None and record.run_id == run.run_id and version_of(record) != row.version
        if not of_the_try or artifact is None:
            continue
        said = metadata(planner.home, artifact, name, limit)
        key = dg.AssetKey(row.asset.split("/"))
        instance.report_runless_asset_event(
            dg.AssetMaterialization(
                key,
                description="in use: the manifest asks for it; the run before was a try",
                metadata=said,
                partition=None if name == TRAINING else name,
                tags={"dagster/data_version": row.version},
            )
        )
        shown.append(row.asset)
    return shown
