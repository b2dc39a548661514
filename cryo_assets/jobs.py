"""Jobs: every asset of a data set, and every asset of a map."""

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from cryo_assets.partitions import PARTITIONS
from cryo_assets.step import Step


def job_name(kind: str) -> str:
    """Name of the job that makes every asset of a kind of entry."""
    return f"all_of_{kind}"


def jobs_for(steps: dict[str, Step]) -> list[UnresolvedAssetJobDefinition]:
    """One job a kind of partition: Dagster runs a job over one partition key."""
    return [
        dg.define_asset_job(
            job_name(kind),
            dg.AssetSelection.assets(
                *(step.key.split("/") for step in steps.values() if step.partition == kind)
            ),
            description=f"Every asset of one of the {kind}; what the store has is found, not computed again.",
        )
        for kind in PARTITIONS
    ]
