"""Databases are whole or absent, whenever the process that makes them is killed; half made ones are mended."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import tiny

from cryo_assets.engine import mlflow_runs
from cryo_assets.engine.overview import Overview
from cryo_assets.graph.launch import instance_of, run
from cryo_assets.home import Home
from cryo_assets.upkeep.queue import queue_of

MOMENTS = 30
DAGSTER = ("dagster/history/runs.db", "dagster/history/runs/index.db", "dagster/schedules/schedules.db")
MLFLOW = "mlflow/mlflow.db"
OWN = ("work/digests.sqlite", "work/store-index.sqlite", "work/overview.sqlite", "work/watch.sqlite")

FIRST_RUN = """
import alembic.command, mlflow.store.tracking.sqlalchemy_store
import tiny
from cryo_assets.engine.overview import Overview
from cryo_assets.graph.launch import run
from cryo_assets.home import Home
from cryo_assets.upkeep.queue import queue_of

print("begins", flush=True)
input()
list(Overview(tiny.planner()).plans())
queue_of(Home.from_environment()).items()
assert not run(Home.from_environment(), "tiny-map", tiny.QUIET, to="maps/source").failures
"""


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test names its own."""
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A home as kill -9 would leave it at many moments of a first run, and last as it is when that ends.

    The process is stopped, its home copied, and the process let go on: what it has not written yet is not there.
    """
    folder = tmp_path_factory.mktemp("moments")
    root = folder / "home"
    tiny.add_map(root)
    environment = {k: v for k, v in os.environ.items() if k not in ("DAGSTER_HOME", "MLFLOW_TRACKING_URI")}
    found: list[Path] = []
    with subprocess.Popen(
        [sys.executable, "-c", FIRST_RUN],
        env=environment | {"CRYO_HOME": str(root), "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "begins\n"
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        while process.poll() is None:
            time.sleep(min(0.1, 0.005 * len(found)))  # our own databases are made in the first moments
            os.kill(process.pid, signal.SIGSTOP)
            state = os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            if state and state.si_code == os.CLD_STOPPED:
                found.append(folder / f"moment_{len(found):03d}")
                shutil.copytree(root, found[-1])
            os.kill(process.pid, signal.SIGCONT)
    assert process.returncode == 0
    assert len(found) >= MOMENTS
    return [*found, root]


def _shape(database: Path) -> set[tuple[str, ...]]:
    """Tables, indexes, and what Dagster and MLflow wrote down of their own databases."""
    with closing(sqlite3.connect(database)) as connection:
        # MLflow lists the values of a check in any order
        rows = {
            (name, "".join(sorted(sql or "")))
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master")
        }
        names = {name for name, _ in rows}
        for table, column in (("alembic_version", "version_num"), ("secondary_indexes", "name")):
            if table in names:
                rows |= {(table, name) for (name,) in connection.execute(f"SELECT {column} FROM {table}")}
        return rows


def test_databases_of_others_are_whole_or_absent_at_every_moment(moments: list[Path]) -> None:
    *killed, whole = moments
    for name in (*DAGSTER, MLFLOW):
        shape = _shape(whole / name)
        there = [home / name for home in killed if (home / name).exists()]
        assert len(there) < len(killed), f"{name} was there before the run"
        for database in there:
            assert _shape(database) == shape, database


def test_our_own_databases_open_after_every_moment(
    moments: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes = {name: _shape(moments[-1] / name) for name in OWN}
    unfinished = [root for root in moments[:-1] if not all((root / name).exists() for name in OWN)]
    assert unfinished
    for root in unfinished[-10:] + [m for m in moments if m not in unfinished][:3]:
        monkeypatch.setenv("CRYO_HOME", str(root))
        assert queue_of(Home(root)).items() == []
        assert dict(Overview(tiny.planner()).plans())
        tiny.planner().digests.load()
        assert {name: _shape(root / name) for name in OWN} == shapes


def _begun(moments: list[Path], pattern: str) -> tuple[Path, Path]:
    """A moment at which half of a database was made, and what was made of it."""
    begun = [(root, found) for root in moments for found in root.glob(pattern) if "journal" not in found.name]
    return next((root, found) for root, found in begun if _shape(found))


def test_the_next_run_makes_what_a_killed_one_did_not(
    moments: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    shards = "dagster/history/runs/*-*.db"  # Dagster's events of one run
    for pattern in ("mlflow/mlflow.db.new-*", shards):
        monkeypatch.delenv("DAGSTER_HOME", raising=False)
        root, half = _begun(moments, pattern)
        killed = Home(root)
        monkeypatch.setenv("CRYO_HOME", str(root))
        assert not run(killed, "tiny-map", tiny.QUIET, to="maps/source").failures
        for name in (*DAGSTER, MLFLOW):
            assert _shape(root / name) == _shape(moments[-1] / name)
        assert half.exists() == (pattern == shards)
        (artifact,) = tiny.planner().store.versions("maps/source", "tiny-map")
        logged = mlflow_runs.client_of(killed).get_run(artifact.made.mlflow_run_id)
        assert logged.data.tags["cryo.version"] == artifact.version


def test_a_half_made_database_of_before_is_mended(
    moments: list[Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = tmp_path / "home"
    shutil.copytree(moments[-1], root)
    with (
        closing(sqlite3.connect(root / MLFLOW)) as connection,
        connection,
    ):  # some changes made, and not written down
        connection.executescript(
            "UPDATE alembic_version SET version_num = '451aebb31d03'; DROP TABLE workspaces; PRAGMA user_version = 0"
        )
    _, half = _begun(moments, "dagster/.new-*/history/runs.db")
    for suffix in ("", "-wal"):
        (root / f"{DAGSTER[0]}{suffix}").unlink(missing_ok=True)
        if half.with_name(half.name + suffix).exists():
            shutil.copy(half.with_name(half.name + suffix), root / f"{DAGSTER[0]}{suffix}")
    assert _shape(root / DAGSTER[0]) != _shape(moments[-1] / DAGSTER[0])
    assert mlflow_runs.client_of(Home(root)).search_experiments()
    assert _shape(root / MLFLOW) == _shape(moments[-1] / MLFLOW)
    (aside,) = (root / "mlflow").glob("mlflow.db.broken-*")
    assert f"it is now {aside.name}, and a new one is made" in caplog.text
    with instance_of(Home(root)) as instance:
        assert instance.get_runs() == []
    assert _shape(root / DAGSTER[0]) == _shape(moments[-1] / DAGSTER[0])
