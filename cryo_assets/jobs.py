"""Jobs: every asset of a data set, every asset of a map, and everything of everyone."""

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from cryo_assets.home import Home
from cryo_assets.launch import run
from cryo_assets.progress import LogReporter
from cryo_assets.settings import entries
from cryo_assets.step import Step
from cryo_core.errors import CryoError

JOB_NAMES = {"datasets": "particles", "maps": "maps"}
"""Name of the job that makes every asset of a kind of entry."""


def jobs_for(steps: dict[str, Step]) -> list[UnresolvedAssetJobDefinition]:
    """Make one job a kind of partition: Dagster runs a job over one partition key."""
    return [
        dg.define_asset_job(
            name,
            dg.AssetSelection.assets(*(s.key.split("/") for s in steps.values() if s.partition == kind)),
            description=f"Every asset of one of the {kind}; what the store has is found, not computed again.",
        )
        for kind, name in JOB_NAMES.items()
    ]


@dg.op(pool="everything")
def every_entry(context: dg.OpExecutionContext) -> None:
    """Run each entry of the inbox that is not up to date, one after the other, each as a run of its own."""
    home, failed = Home.from_environment(), []
    for _, name in entries(home.inbox):
        try:
            outcome = run(home, name, LogReporter(context.log.info))
        except CryoError as error:
            failed.append(f"{name}: {error}")
            continue
        failed += [f"{failure.asset} of {name}: {failure.message}" for failure in outcome.failures]
        context.log.info(f"{name}: {len(outcome.computed)} computed")
    if failed:
        raise dg.Failure("; ".join(failed))


@dg.job(description="Every asset of every entry of the inbox: what is not up to date is made.")
def everything() -> None:
    """Make everything."""
    every_entry()
