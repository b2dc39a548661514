"""Databases are whole or absent, whenever the process that makes them is killed; half made ones are mended."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import tiny

from cryo_assets.engine import mlflow_runs
from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.records import unfinished
from cryo_assets.home import Home

MOMENTS, PARTS = 30, 3
DAGSTER = ("dagster/history/runs.db", "dagster/history/runs/index.db", "dagster/schedules/schedules.db")
MLFLOW = "mlflow/mlflow.db"
OWN = ("work/digests.sqlite", "work/store-index.sqlite", "work/overview.sqlite", "work/watch.sqlite")

FIRST_RUNS = """
import os, signal, time, traceback
import alembic.command, mlflow.store.tracking.sqlalchemy_store
import tiny
from cryo_assets.engine.overview import Overview
from cryo_assets.graph.launch import run
from cryo_assets.home import Home
from cryo_assets.upkeep.queue import queue_of


def first_run():
    home = Home.from_environment()
    list(Overview(tiny.planner()).plans())
    queue_of(home).items()
    assert not run(home, "tiny-map", tiny.QUIET, to="maps/source").failures


print("ready", flush=True)
while line := input():
    seconds, root = line.split(" ", 1)
    child = os.fork()
    if not child:
        os.environ["CRYO_HOME"] = root
        try:
            first_run()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    clock, used, ended = (~child << 3) | 2, 0.0, False  # Linux's clock of a process's own time
    while not ended and used < float(seconds):
        time.sleep(0.002)
        used = time.clock_gettime(clock)
        ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    if not ended:
        os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), used, flush=True)
"""


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test names its own."""
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)


class Runs:
    """Runs in processes of their own, which are forked after all that a run imports was imported once."""

    def __init__(self) -> None:
        environment = {
            k: v for k, v in os.environ.items() if k not in ("DAGSTER_HOME", "MLFLOW_TRACKING_URI")
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", FIRST_RUNS],
            env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None and self._process.stdout.readline() == "ready\n"

    def run(self, home: Path, seconds: float = 600.0) -> tuple[int, float]:
        """Run in a home, and kill -9 it after so many seconds of computing; its exit code, and those that it used."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{seconds} {home}\n")
        self._process.stdin.flush()
        code, used = self._process.stdout.readline().split()
        return int(code), float(used)

    def end(self) -> None:
        """No more runs."""
        self._process.communicate("\n")


@pytest.fixture(scope="module")
def runs() -> Iterator[Runs]:
    """Runs in processes of their own."""
    runs = Runs()
    yield runs
    runs.end()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder in memory, where there is one: kill -9 loses nothing there either, and nobody waits for the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None, prefix="cryo-kill-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def whole(runs: Runs, folder: Path) -> tuple[Path, float]:
    """A home in which a run went to its end, and the seconds that it took: the second, for the first warms caches."""
    for name in ("first", "whole"):
        root = folder / name
        tiny.add_map(root)
        code, seconds = runs.run(root)
        assert code == 0
    return root, seconds


def _shape(database: Path) -> set[tuple[str, ...]]:
    """Tables, indexes, and what Dagster and MLflow wrote down of their own databases."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
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


@pytest.mark.parametrize("part", range(PARTS))
def test_a_first_run_that_is_killed_leaves_nothing_that_the_next_one_stumbles_over(
    part: int, runs: Runs, folder: Path, whole: tuple[Path, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at thirty moments, its databases are whole or absent; the next run makes, keeps and logs everything."""
    there, killed = dict.fromkeys((*DAGSTER, MLFLOW), 0), 0
    shapes = {name: _shape(whole[0] / name) for name in (*there, *OWN)}
    for moment in range(part, MOMENTS, PARTS):
        root = folder / f"moment_{moment:02d}"
        tiny.add_map(root)
        code, _ = runs.run(root, whole[1] * (moment + 0.5) / MOMENTS)
        killed += code == -signal.SIGKILL
        for name in there:
            there[name] += (root / name).exists()
            assert not (root / name).exists() or _shape(root / name) == shapes[name], (
                f"{name}, moment {moment}"
            )
        code, _ = runs.run(root)
        assert code == 0
        assert {name: _shape(root / name) for name in shapes} == shapes
        monkeypatch.setenv("CRYO_HOME", str(root))
        (artifact,) = tiny.planner().store.versions("maps/source", "tiny-map")
        logged = mlflow_runs.client_of(Home(root)).get_run(artifact.made.mlflow_run_id)
        assert logged.data.tags["cryo.version"] == artifact.version
        with instance_of(Home(root)) as instance:
            assert not unfinished(instance)
        monkeypatch.delenv("DAGSTER_HOME")
        shutil.rmtree(root)
    assert killed >= 0.8 * MOMENTS / PARTS  # a run may be faster than the one that was measured
    assert any(0 < count < MOMENTS / PARTS for count in there.values()), (
        "they were made while runs were killed"
    )


def test_a_half_made_database_of_before_is_mended(
    whole: tuple[Path, float], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = tmp_path / "home"
    shutil.copytree(whole[0], root)
    for name, half in (
        (MLFLOW, "UPDATE alembic_version SET version_num = '451aebb31d03'; DROP TABLE workspaces"),
        (DAGSTER[0], "DELETE FROM runs; DELETE FROM run_tags; DELETE FROM secondary_indexes"),
    ):  # some changes made, and not written down
        with closing(sqlite3.connect(root / name)) as connection, connection:
            connection.executescript(f"{half}; PRAGMA user_version = 0")
        assert _shape(root / name) != _shape(whole[0] / name)
    assert mlflow_runs.client_of(Home(root)).search_experiments()
    assert _shape(root / MLFLOW) == _shape(whole[0] / MLFLOW)
    (aside,) = (root / "mlflow").glob("mlflow.db.broken-*")
    assert f"it is now {aside.name}, and a new one is made" in caplog.text
    with instance_of(Home(root)) as instance:
        assert instance.get_runs() == []
    assert _shape(root / DAGSTER[0]) == _shape(whole[0] / DAGSTER[0])
