"""What is kept and what goes: versions of the store, runs in Dagster's event log, runs in MLflow.

Dagster and MLflow keep everything for ever. Of Dagster the runs go that are old and hold no newest
materialisation of anything; of MLflow those that are old and whose version the store no longer has.
"""

import math
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
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
from cryo_assets.store.leases import Leases
from cryo_assets.store.sqlite import opened
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError

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


def prune_dagster(
    instance: DagsterInstance, days: float, dry_run: bool, most_bytes: float = math.inf
) -> tuple[str, ...]:
    """Remove runs that ended more than `days` ago, with their events and logs, unless they hold a newest result.

    Of the others the oldest go too, while all runs take more than `most_bytes`.
    """
    cutoff = (datetime.now(UTC) - timedelta(days=days)).timestamp()
    needed = _runs_of_newest(instance)
    ended = sorted(instance.get_run_records(dg.RunsFilter(statuses=_ENDED)), key=_ended)
    folder = event_folder(instance)
    sizes = _sizes(instance, folder)
    excess = sum(sizes.values()) - most_bytes
    old: list[str] = []
    for record in ended:
        run_id = record.dagster_run.run_id
        if run_id not in needed and (_ended(record) < cutoff or excess > 0):
            old.append(run_id)
            excess -= sizes.get(run_id, 0)
    if dry_run or not old:
        return tuple(old)
    for run_id in old:
        instance.delete_run(run_id)
        instance.compute_log_manager.delete_logs(prefix=[run_id])
        if folder:
            _remove_shard(folder, run_id)
    if folder:
        _shrink(folder / "index.db")
    return tuple(old)


def _sizes(instance: DagsterInstance, folder: Path | None) -> dict[str, int]:
    """The bytes that each run takes: its events, which stand in the index too where they tell of assets, and its logs.

    Nothing where the records lie on a server, which looks after itself.
    """
    if folder is None:
        return {}
    with opened(folder / "index.db") as connection:
        shared = connection.execute("SELECT run_id, sum(length(event)) FROM event_logs GROUP BY run_id")
        sizes = {run_id: count for run_id, count in shared if run_id}
    logs = Path(instance.storage_directory())
    for path in (*folder.glob("*-*.db"), *logs.glob("*-*/compute_logs/*")):
        run_id = path.stem if path.parent == folder else path.parent.parent.name
        with suppress(FileNotFoundError):  # another prunes too
            sizes[run_id] = sizes.get(run_id, 0) + path.stat().st_size
    return sizes


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


def _shrink(database: Path) -> None:
    """Return the space of what was deleted to the disk."""
    with opened(database) as connection:
        connection.execute("VACUUM")


def prune_mlflow(home: Home, present: set[str], days: float, dry_run: bool) -> tuple[str, ...]:
    """Remove MLflow's runs that ended more than `days` ago, of versions that are not `present` in the store.

    Trials go with the run they are of. On a server they are marked as deleted, and go with its own `mlflow gc`.
    """
    ready(home)
    client = silent_client()(tracking_uri=home.tracking_uri)
    cutoff = int((datetime.now(UTC) - timedelta(days=days)).timestamp() * 1000)
    runs = list(_finished(client, cutoff))
    gone = {
        run.info.run_id
        for run in runs
        if run.data.tags.get("cryo.version") and run.data.tags["cryo.version"] not in present
    }
    trials = {run.info.run_id for run in runs if run.data.tags.get("mlflow.parentRunId") in gone}
    old = sorted(gone | trials)
    if not old or dry_run:
        return tuple(old)
    if home.tracking_uri == f"sqlite:///{home.mlflow / 'mlflow.db'}":
        _remove_runs(home.mlflow, old)
    else:
        for run_id in old:
            client.delete_run(run_id)
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


def _remove_runs(folder: Path, run_ids: Sequence[str]) -> None:
    """Remove runs from MLflow's own database, and their files: `mlflow gc` would take an hour for those of a year."""
    database = folder / "mlflow.db"
    with opened(database) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        keyed = [
            t
            for t in tables
            if any(c[1] == "run_uuid" for c in connection.execute(f"PRAGMA table_info({t})"))
        ]
        for start in range(0, len(run_ids), _CHUNK):
            chunk = run_ids[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            with connection:  # in parts, so that nobody who logs waits long
                for table in keyed:
                    connection.execute(f"DELETE FROM {table} WHERE run_uuid IN ({marks})", chunk)  # noqa: S608
    for run_id in run_ids:
        shutil.rmtree(folder / "artifacts" / run_id, ignore_errors=True)
    _shrink(database)


def end_leases(leases: Leases, instance: DagsterInstance) -> None:
    """Let go of what was kept for runs of Dagster that have ended."""
    known = leases.runs()  # looked up first: one that begins now is not taken for ended
    leases.end_runs(known - unfinished(instance))


def prune(
    planner: Planner,
    instance: DagsterInstance,
    keep: int,
    days: float,
    runs_days: float | None,
    dry_run: bool,
    records_gb: float = math.inf,
) -> Pruned:
    """Prune versions, and with `runs_days` the runs of Dagster and MLflow that are older, or take more than that."""
    end_leases(planner.store.leases, instance)
    versions, faults = prune_versions(planner, keep, days, dry_run)
    if runs_days is None:
        return Pruned(versions, faults=faults)
    gone = {artifact.version for artifact in versions}
    present = {entry.version for entry in Overview(planner).index.entries() if not entry.pruned} - gone
    return Pruned(
        versions,
        prune_dagster(instance, runs_days, dry_run, records_gb * 1e9),
        prune_mlflow(planner.home, present, runs_days, dry_run),
        faults,
    )
