"""The inbox's sensor: a new or changed entry becomes a partition and a run."""

import hashlib
import json
from pathlib import Path

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from cryo_assets.home import Home
from cryo_assets.jobs import JOB_NAMES
from cryo_assets.partitions import PARTITIONS
from cryo_assets.plan import Planner
from cryo_assets.records import up_to_date
from cryo_assets.settings import MANIFESTS, entries
from cryo_assets.step import Step
from cryo_core.errors import CryoError


def fingerprint(planner: Planner, kind: str, name: str) -> str:
    """Hash sizes and times of an entry's files: when it differs, plan and run again.

    Of an entry that cannot be read only the manifest counts: its run fails with an error that names
    the fault, once, and again when the manifest was changed.
    """
    files = [planner.home.inbox / name / MANIFESTS[kind]]
    try:
        files += sorted(set(planner.files(name)))
    except CryoError:
        pass
    return hashlib.sha256(json.dumps([_seen(path) for path in files]).encode()).hexdigest()[:16]


def _seen(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return str(path), -1, 0
    return str(path), status.st_size, status.st_mtime_ns


def inbox_sensor(steps: dict[str, Step], jobs: list[UnresolvedAssetJobDefinition]) -> dg.SensorDefinition:
    """Watch the inbox every half minute; the cursor holds each entry's fingerprint."""

    @dg.sensor(
        name="inbox",
        jobs=jobs,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Adds a partition for each new entry of the inbox and runs it; again when its files change.",
    )
    def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        planner = Planner(Home.from_environment(), steps)
        known: dict[str, str] = json.loads(context.cursor or "{}")
        now = {
            f"{kind}/{name}": fingerprint(planner, kind, name) for kind, name in entries(planner.home.inbox)
        }
        changed = [key.split("/") for key in now if now[key] != known.get(key)]
        due = [(kind, name) for kind, name in changed if not _done(context, planner, name)]
        if not changed and now == known:
            return dg.SkipReason(f"nothing new among {len(now)} entries of {planner.home.inbox}")
        return dg.SensorResult(
            run_requests=[
                dg.RunRequest(
                    run_key=f"{kind}/{name}/{now[f'{kind}/{name}']}",
                    partition_key=name,
                    job_name=JOB_NAMES[kind],
                )
                for kind, name in due
            ],
            dynamic_partitions_requests=[
                PARTITIONS[kind].build_add_request([name for k, name in changed if k == kind])
                for kind in PARTITIONS
                if any(k == kind for k, _ in changed)
            ],
            cursor=json.dumps(now),
        )

    return inbox


def _done(context: dg.SensorEvaluationContext, planner: Planner, name: str) -> bool:
    """Tell whether a command already made everything of an entry; of a broken one its run shall tell."""
    try:
        return up_to_date(context.instance, planner, name)
    except CryoError:
        return False
