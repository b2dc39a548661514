"""What is kept and what goes: versions of the store, runs in Dagster's event log, runs in MLflow.

Dagster and MLflow keep everything for ever. Of Dagster the runs go that are old and hold no newest
materialisation of anything; of MLflow those that are old and whose version the store no longer has.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import dagster as dg
from dagster import DagsterInstance

from cryo_assets.engine.mlflow_database import ready, silent_client
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.entries.manifest import TRAINING, entries
from cryo_assets.graph.dagster_private import event_folder
from cryo_assets.graph.records import unfinished
from cryo_assets.home import Home
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError, SettingsError

if TYPE_CHECKING:
    from mlflow import MlflowClient
    from mlflow.entities import Run

_CHUNK = 500

_ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]


@dataclass(frozen=True)
class Pruned:
    """What went, or would go: versions, Dagster's runs, MLflow's runs; and why all versions of some entries stay."""

    versions: tuple[Artifact, ...]
    dagster_runs: tuple[str, ...] = ()
    mlflow_runs: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """Bytes of the versions' files."""
        return sum(artifact.bytes for artifact in self.versions)


def prune_versions(
    planner: Planner, keep: int, days: float, dry_run: bool
) -> tuple[tuple[Artifact, ...], dict[str, str]]:
    """Remove old versions from the store; the second part says of which entries all versions stay, and why.

    An entry that cannot be planned may need any of its versions; the others are pruned all the same.
    """
    planned: set[str] = set()
    faults: dict[str, str] = {}
    overview = Overview(planner)
    names = [name for _, name in entries(planner.home.inbox)]
    if any(step.partition == TRAINING for step in planner.steps.values()):
        names.append(TRAINING)
    for name, rows in overview.plans(list(dict.fromkeys(names))):
        if isinstance(rows, CryoError):
            faults[name] = str(rows)
        else:
            planned |= {row.version for row in rows}
    if faults:
        planned |= {entry.version for entry in overview.index.entries() if entry.entry in faults}
    before = None
    if days > 0:
        before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")
    return tuple(planner.store.prune(keep, planned, dry_run, before)), faults


def prune_dagster(instance: DagsterInstance, days: float, dry_run: bool) -> tuple[str, ...]:
    """Remove runs that ended more than `days` ago, with their events and logs, unless they hold a newest result."""
    cutoff = datetime.now(UTC) - timedelta(days=days)
    needed = _runs_of_newest(instance)
    old = [
        record.dagster_run.run_id
        for record in instance.get_run_records(dg.RunsFilter(statuses=_ENDED, created_before=cutoff))
        if record.dagster_run.run_id not in needed and _ended(record) < cutoff.timestamp()
    ]
    if dry_run or not old:
        return tuple(old)
    folder = event_folder(instance)
    for run_id in old:
        instance.delete_run(run_id)
        instance.compute_log_manager.delete_logs(prefix=[run_id])
        if folder:
            _remove_shard(folder, run_id)
    if folder:
        _shrink(folder)
    return tuple(old)


def _ended(record: dg.RunRecord) -> float:
    """Time of a run's end (seconds since 1970), or of its last change where none was recorded."""
    return record.end_time if record.end_time is not None else record.update_timestamp.timestamp()


def _runs_of_newest(instance: DagsterInstance) -> set[str]:
    """Runs of the newest materialisation of each asset and partition, and of each asset as a whole."""
    needed = set()
    kind = dg.DagsterEventType.ASSET_MATERIALIZATION
    for key in instance.all_asset_keys():
        newest = list(instance.get_latest_storage_id_by_partition(key, kind).values())
        for start in range(0, len(newest), _CHUNK):
            wanted = dg.AssetRecordsFilter(asset_key=key, storage_ids=newest[start : start + _CHUNK])
            records = instance.fetch_materializations(wanted, limit=_CHUNK).records
            needed |= {record.run_id for record in records}
        latest = instance.get_latest_materialization_event(key)
        if latest:
            needed.add(latest.run_id)
    return needed


def _remove_shard(folder: Path, run_id: str) -> None:
    """Remove the file of a run's events, which is left empty."""
    for suffix in ("", "-wal", "-shm"):
        (folder / f"{run_id}.db{suffix}").unlink(missing_ok=True)


def _shrink(folder: Path) -> None:
    """Return the space of deleted events to the disk."""
    if (folder / "index.db").exists():
        with closing(sqlite3.connect(folder / "index.db", timeout=60)) as connection:
            connection.execute("VACUUM")


def prune_mlflow(home: Home, present: set[str], days: float, dry_run: bool) -> tuple[str, ...]:
    """Remove MLflow's runs that ended more than `days` ago, of versions that are not `present` in the store.

    On a server they are marked as deleted, and go with its own `mlflow gc`.
    """
    ready(home)
    client = silent_client()(tracking_uri=home.tracking_uri)
    cutoff = int((datetime.now(UTC) - timedelta(days=days)).timestamp() * 1000)
    old = [
        run.info.run_id
        for run in _finished(client, cutoff)
        if run.data.tags.get("cryo.version") and run.data.tags["cryo.version"] not in present
    ]
    if dry_run:
        return tuple(old)
    for run_id in old:
        client.delete_run(run_id)
    if home.tracking_uri.startswith("sqlite:"):
        for start in range(0, len(old), _CHUNK):
            _collect(home, old[start : start + _CHUNK])
    return tuple(old)


def _finished(client: "MlflowClient", cutoff: int) -> "Iterator[Run]":
    """Runs that ended before a time (milliseconds since 1970)."""
    for experiment in client.search_experiments():
        ids, started, token = [experiment.experiment_id], f"attributes.start_time < {cutoff}", None
        while True:
            page = client.search_runs(ids, started, max_results=1000, page_token=token)
            yield from (run for run in page if (run.info.end_time or cutoff) < cutoff)
            token = page.token
            if not token:
                break


def _collect(home: Home, run_ids: Sequence[str]) -> None:
    """Remove deleted runs for good."""
    command = [sys.executable, "-m", "mlflow", "gc", "--backend-store-uri", home.tracking_uri]
    done = subprocess.run(
        [*command, "--run-ids", ",".join(run_ids)],
        capture_output=True,
        env={**os.environ, "MLFLOW_TRACKING_URI": home.tracking_uri},
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise SettingsError(f"mlflow gc failed: {lines[-1] if lines else 'no word'}")


def prune(
    planner: Planner,
    instance: DagsterInstance,
    keep: int,
    days: float,
    runs_days: float | None,
    dry_run: bool,
) -> Pruned:
    """Prune versions, and with `runs_days` the runs of Dagster and MLflow that are older."""
    leases = planner.store.leases
    leases.end_runs(
        leases.runs() - unfinished(instance)
    )  # asked in this order: a run that begins now is not ended
    versions, faults = prune_versions(planner, keep, days, dry_run)
    if runs_days is None:
        return Pruned(versions, faults=faults)
    gone = {artifact.version for artifact in versions}
    present = {entry.version for entry in Overview(planner).index.entries() if not entry.pruned} - gone
    return Pruned(
        versions,
        prune_dagster(instance, runs_days, dry_run),
        prune_mlflow(planner.home, present, runs_days, dry_run),
        faults,
    )
