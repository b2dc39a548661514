"""A home's state moved between SQLite files and Postgres, with nothing lost: the goal is whole, or it is as it was.

Dagster's events are told to the goal one by one in the order in which they happened, since it keeps them differently in
both; all other tables are the same in both and are copied.
"""

import heapq
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg
import sqlalchemy as sa
import yaml

from cryo_assets.engine import mlflow_database
from cryo_assets.graph import databases
from cryo_assets.graph.records import runs_under_way
from cryo_assets.home import DATABASE_VARIABLE, Home, database_of, database_url
from cryo_assets.progress import Reporter
from cryo_assets.store import postgres
from cryo_assets.store.digests import FileDigests
from cryo_assets.store.tables import schema_of
from cryo_assets.upkeep.queue import queue_of
from cryo_core.errors import SettingsError

_OWN = {"alembic_version", "secondary_indexes", "sqlite_sequence"}
"""Tables that hold what a program knows of the database itself."""

_DAGSTER = {
    "history/runs.db": {
        *("runs", "run_tags", "snapshots", "bulk_actions", "bulk_action_tags", "backfill_tags", "kvs"),
        *("daemon_heartbeats", "instance_info"),
    },
    "schedules/schedules.db": {
        *("jobs", "job_ticks", "instigators", "asset_daemon_asset_evaluations"),
    },
    "history/runs/index.db": {"dynamic_partitions"},
}
"""Dagster's tables by the SQLite file that has them.

Of the others some it fills as it is told events, and some hold what runs under way have.
"""

_MARK = "cryo_migrating"
"""A schema that is there while Postgres is being filled."""

_CHUNK = 500


def to_postgres(home: Home, reporter: Reporter) -> Path:
    """Move a home's state into Postgres; give the folder into which its SQLite files went."""
    _require_empty_postgres()
    if not _files(home):
        raise SettingsError(f"{home.root}: has no state in SQLite files; its next run begins one in Postgres")
    with _without_postgres():
        _require_idle(home)
    files = _files(home)
    postgres.make_schema(_MARK)
    home.create()
    databases.ready(home)
    mlflow_database.ready(home)
    queue_of(home).items()
    FileDigests(home.work / "digests.sqlite").load()
    _move(home.dagster, None, reporter)
    _copy_file(home.mlflow / "mlflow.db", "mlflow")
    for path in (home.work / "watch.sqlite", home.work / "digests.sqlite"):
        _copy_file(path, schema_of(path))
    aside = home.root / f"sqlite-before-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    for path in files:
        target = aside / path.relative_to(home.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    _drop(_MARK)
    return aside


def to_sqlite(home: Home, reporter: Reporter) -> None:
    """Move a home's state out of Postgres, which stays as it is, into SQLite files."""
    there = [str(path) for path in _files(home)]
    if there:
        raise SettingsError(
            f"{there[0]}: is there already; a home's state goes where there is none: move it away"
        )
    _require_idle(home)
    with tempfile.TemporaryDirectory(dir=home.root, prefix=".migrating-") as folder:
        made = Home(Path(folder))
        with _without_postgres():
            made.create()
            databases.ready(made)
            mlflow_database.ready(made)
            queue_of(made).items()
            FileDigests(made.work / "digests.sqlite").load()
        _move(None, made.dagster, reporter)
        _copy_back("mlflow", made.mlflow / "mlflow.db")
        for path in (made.work / "watch.sqlite", made.work / "digests.sqlite"):
            _copy_back(schema_of(path), path)
        for path in _files(made):
            target = home.root / path.relative_to(made.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)


def _files(home: Home) -> list[Path]:
    """The SQLite files, and folders of them, that hold a home's state."""
    places = (
        "dagster/history",
        "dagster/schedules",
        "mlflow/mlflow.db",
        "work/watch.sqlite",
        "work/digests.sqlite",
    )
    return [home.root / place for place in places if (home.root / place).exists()]


@contextmanager
def _without_postgres() -> Iterator[None]:
    """Have the state lie in SQLite files meanwhile."""
    url = os.environ.pop(DATABASE_VARIABLE, None)
    try:
        yield
    finally:
        if url is not None:
            os.environ[DATABASE_VARIABLE] = url


def _require_idle(home: Home) -> None:
    """Raise SettingsError while a run of the home is under way."""
    from cryo_assets.graph.launch import instance_of

    with instance_of(home) as instance:
        busy = runs_under_way(instance)
    if busy:
        raise SettingsError(f"run {busy[0].run_id[:8]} is under way; wait until it ends, or `cryo cancel` it")


def _require_empty_postgres() -> None:
    """Raise SettingsError where another state lies in Postgres; what a migration that was cut off left goes."""
    ours = ("dagster", "mlflow", "cryo_watch", "cryo_digests")
    with postgres.opened("public") as connection:
        rows = connection.execute("SELECT nspname FROM pg_namespace").fetchall()
    there = {name for (name,) in rows}
    if _MARK in there:
        for schema in there.intersection(ours):
            _drop(schema)
    elif there.intersection(ours):
        raise SettingsError(
            f"{DATABASE_VARIABLE}: the state of a home lies there already; name an empty database"
        )


def _drop(schema: str) -> None:
    with postgres.opened("public") as connection, connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
    postgres.forget(schema)


def _move(source: Path | None, goal: Path | None, reporter: Reporter) -> None:
    """Move Dagster's records; a folder has them in SQLite files, None stands for Postgres."""
    with _instance(source) as old, _instance(goal) as new:
        new.get_dynamic_partitions("datasets")  # makes the tables
        for name, tables in _DAGSTER.items():
            _copy(_engine(source, name), _engine(goal, name), tables)
        runs = [record.dagster_run.run_id for record in old.get_run_records(ascending=True)]
        progress = reporter.stage("telling Dagster's events")
        count = sum(len(old.all_logs(run)) for run in runs)
        events = heapq.merge(*(old.all_logs(run) for run in runs), key=lambda event: event.timestamp)
        for done, event in enumerate(events, 1):
            new.event_log_storage.store_event(event)
            progress(done, count)


@contextmanager
def _instance(folder: Path | None) -> Iterator[dg.DagsterInstance]:
    """Dagster's records of a folder, or of Postgres."""
    storage: dict[str, Any] = (
        {"sqlite": {"base_dir": str(folder)}}
        if folder
        else {"postgres": {"postgres_url": {"env": "CRYO_DAGSTER_DATABASE"}}}
    )
    os.environ["CRYO_DAGSTER_DATABASE"] = database_of("dagster")
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "dagster.yaml").write_text(
            yaml.safe_dump({"storage": storage, "telemetry": {"enabled": False}})
        )
        with dg.DagsterInstance.from_config(place) as instance:
            yield instance


def _engine(folder: Path | None, name: str) -> sa.Engine:
    return sa.create_engine(f"sqlite:///{folder / name}" if folder else database_of("dagster"))


def _copy_file(path: Path, schema: str) -> None:
    if path.exists():
        _copy(sa.create_engine(f"sqlite:///{path}"), sa.create_engine(database_of(schema)))


def _copy_back(schema: str, path: Path) -> None:
    _copy(sa.create_engine(database_of(schema)), sa.create_engine(f"sqlite:///{path}"))


def _copy(source: sa.Engine, goal: sa.Engine, only: set[str] | None = None) -> None:
    """Copy the rows of tables that both have, of all or of some; what the goal had from the start goes."""
    old, new = sa.MetaData(), sa.MetaData()
    old.reflect(source)
    new.reflect(goal)
    tables = [table for table in new.sorted_tables if table.name in old.tables and table.name not in _OWN]
    tables = [table for table in tables if only is None or table.name in only]
    with source.connect() as reading, goal.begin() as writing:
        for table in reversed(tables):
            writing.execute(table.delete())
        for table in tables:
            columns = [c for c in old.tables[table.name].columns if c.name in table.columns]
            found = reading.execution_options(stream_results=True).execute(sa.select(*columns))
            for rows in found.mappings().partitions(_CHUNK):
                writing.execute(table.insert(), [dict(row) for row in rows])
            _count_on(writing, table)
    source.dispose()
    goal.dispose()


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    """Have Postgres number new rows after those that were copied with their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key.columns:
        if isinstance(column.type, sa.Integer):
            place = sa.func.pg_get_serial_sequence(f'"{table.name}"', column.name)
            sequence = connection.execute(sa.select(place)).scalar()
            most = connection.execute(sa.select(sa.func.max(column))).scalar()
            if sequence and most:
                connection.execute(sa.select(sa.func.setval(sequence, most)))


def require_postgres() -> None:
    """Raise SettingsError where no database is named."""
    if not database_url():
        raise SettingsError(
            f"{DATABASE_VARIABLE}: name the Postgres database, postgresql://user:password@host:5432/name"
        )
