"""A year of daily runs of ten entries: what each run leaves behind, and what is left of it all after `retention`.

One map is run once; its records in Dagster and MLflow are then copied, with other names and days, until they are those
of a year in which each of ten entries was computed anew every day.
"""

import os
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import dagster as dg
import tiny
from common import Row, timed

from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.launch import run as launch
from cryo_assets.home import Home
from cryo_assets.upkeep.config import Retention
from cryo_assets.upkeep.retention import prune

DAYS = int(os.environ.get("CRYO_BENCH_DAYS", "365"))
ENTRIES = 10

_RECORDS = ("dagster", "mlflow")


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    root = Path(tempfile.mkdtemp(prefix="cryo-bench-"))
    before = {name: os.environ.pop(name, None) for name in ("CRYO_HOME", "DAGSTER_HOME")}
    os.environ["CRYO_HOME"] = str(root)
    try:
        yield from measured(Home(root), repeats)
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        shutil.rmtree(root, ignore_errors=True)


def measured(home: Home, repeats: int) -> Iterator[Row]:
    tiny.add_map(home.root, "entry0")
    with instance_of(home):
        empty = {name: _bytes(home.root / name) for name in _RECORDS}
    outcome = launch(home, "entry0", tiny.QUIET)
    assert not outcome.failures
    for name in _RECORDS:
        one = _bytes(home.root / name) - empty[name]
        yield Row(f"{name}: what one run leaves, {len(outcome.computed)} results", one / 1e6, "MB")
    live_a_year(home)
    total = sum(_bytes(home.root / name) for name in _RECORDS)
    yield Row(f"records of {DAYS * ENTRIES} runs, nothing removed", total / 1e9, "GB")
    kept = Retention()
    with instance_of(home) as instance:
        arguments = (tiny.planner(), instance, kept.keep, kept.days, kept.runs_days, False, kept.records_gb)
        seconds = timed(lambda: prune(*arguments))
        runs = len(instance.get_runs())
    total = sum(_bytes(home.root / name) for name in _RECORDS)
    yield Row(
        "records after retention", total / 1e9, "GB", bar="≤ 2 GB", holds=total <= 2e9, note=f"{runs} runs"
    )
    yield Row("retention of a year at once", seconds, "s")
    yield _within("start-up: Dagster's records opened", lambda: _opened(home), repeats)
    with instance_of(home) as instance:
        yield _within("page of runs", partial(_page_of_runs, instance), repeats)
        yield _within("page of an asset", partial(_page_of_an_asset, instance), repeats)


def _within(what: str, call: object, repeats: int) -> Row:
    best = min(timed(call) for _ in range(repeats))  # type: ignore[arg-type]
    return Row(what, best, "s", bar="≤ 2 s", holds=best <= 2.0)


def _opened(home: Home) -> None:
    with instance_of(home):
        pass


def _page_of_runs(instance: dg.DagsterInstance) -> None:
    records = instance.get_run_records(limit=25)
    assert records and instance.get_runs_count()
    instance.all_logs(records[0].dagster_run.run_id)


def _page_of_an_asset(instance: dg.DagsterInstance) -> None:
    key = dg.AssetKey(["maps", "source"])
    assert instance.get_latest_materialization_event(key)
    assert instance.fetch_materializations(dg.AssetRecordsFilter(asset_key=key), limit=100).records


def live_a_year(home: Home) -> None:
    """Copy the records of the one run that there is until they are those of all days and entries."""
    with instance_of(home) as instance:
        (first,) = instance.get_runs()
    folder = home.dagster / "history/runs"
    logs = home.dagster / "storage"
    today = datetime.now(UTC)
    with (
        closing(sqlite3.connect(home.dagster / "history/runs.db")) as runs,
        closing(sqlite3.connect(folder / "index.db")) as index,
        closing(sqlite3.connect(home.mlflow / "mlflow.db")) as mlflow,
    ):
        tracked = [name for (name,) in mlflow.execute("SELECT run_uuid FROM runs").fetchall()]
        own = [Records(connection, "run_id", first.run_id) for connection in (runs, index)]
        metrics = [Records(mlflow, "run_uuid", name) for name in tracked]
        for number in range(1, DAYS * ENTRIES):  # the first run is one of them
            new, entry = str(uuid.uuid4()), f"entry{number % ENTRIES}"
            when = today - timedelta(days=1 + number // ENTRIES)
            for records in own:
                records.write(new, entry, when)
            for records in metrics:
                records.write(uuid.uuid4().hex, entry, when)
            shutil.copyfile(folder / f"{first.run_id}.db", folder / f"{new}.db")
            if (logs / first.run_id).exists():
                shutil.copytree(logs / first.run_id, logs / new)
        for connection in (runs, index, mlflow):
            connection.commit()


class Records:
    """The rows of one run in every table of a database, to be written again with other words and at another time."""

    def __init__(self, connection: sqlite3.Connection, key: str, run: str) -> None:
        self._connection, self._run = connection, run
        self._rows: list[tuple[str, list[str], list[tuple]]] = []
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            copied = [name for name in columns if name != "id"]
            if key in columns:
                query = f"SELECT {', '.join(copied)} FROM {table} WHERE {key} = ?"
                self._rows.append((table, copied, connection.execute(query, (run,)).fetchall()))

    def write(self, new: str, entry: str, when: datetime) -> None:
        words = {self._run: new, "entry0": entry}
        for table, columns, rows in self._rows:
            values = [[_value(*pair, words, when) for pair in zip(columns, row, strict=True)] for row in rows]
            marks = ", ".join("?" * len(columns))
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values
            )


def _value(name: str, value: object, words: dict[str, str], when: datetime) -> object:
    if name in ("create_timestamp", "update_timestamp") or name == "timestamp" and isinstance(value, str):
        return when.strftime("%Y-%m-%d %H:%M:%S.%f")
    if name in ("start_time", "end_time") and value is not None:
        return when.timestamp() if isinstance(value, float) else int(when.timestamp() * 1000)
    if isinstance(value, str):
        for old, new in words.items():
            value = value.replace(old, new)
        return value
    return value


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
