"""What goes wrong around a home is one clear line each, and nothing is lost by it."""

import shutil
import socket
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import tiny

from cryo_assets.engine import mlflow_runs, produce
from cryo_assets.graph import launch
from cryo_assets.graph.servers import _alone
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
from cryo_assets.store import sqlite

PORTS = ("--port", 4311, "--mlflow-port", 4312, "--pages-port", 4313)


def _line(said: str) -> str:
    """The one line that tells of a fault."""
    (fault,) = (line for line in said.splitlines() if line.startswith("cryo: "))
    assert "Errno" not in said and "SQL:" not in said and "--debug" not in said
    return fault


def _resample(root: Path, sd: float) -> None:
    tiny.change(root / "inbox/tiny-map/map.yaml", settings={"maps": {"resampled": {"sd": sd}}})


def test_a_second_cryo_up_names_the_first(home: Path, cryo: Callable) -> None:
    with _alone(Home(home), "process 7, pages http://localhost:8000"):
        fault = _line(cryo("up", *PORTS, code=2))
    assert f"{home}: another `cryo up` serves it (process 7, pages http://localhost:8000)" in fault


def test_a_port_that_is_taken_is_named(home: Path, cryo: Callable) -> None:
    with socket.create_server(("127.0.0.1", 4312)):
        assert "port 4312: in use; stop what uses it" in _line(cryo("up", *PORTS, code=2))
    twice = ("--port", 4311, "--mlflow-port", 4311)
    assert "each server needs a port of its own" in _line(cryo("up", *twice, code=2))


@pytest.fixture
def read_only(home: Path, cryo: Callable) -> Iterator[Path]:
    """A home that was used and then mounted read-only."""
    tiny.add_map(home)
    cryo("run", "tiny-map", "--to", "maps/source")
    _resample(home, 0.2)
    if subprocess.run(["mount", "--bind", home, home], capture_output=True).returncode:
        pytest.skip("only root can mount, and root may write what is not writable")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", home], check=True)
        yield home
    finally:
        subprocess.run(["umount", "-l", home], check=True)


def test_a_home_that_is_read_only_can_be_read_and_says_so(read_only: Path, cryo: Callable) -> None:
    cryo("list")
    assert "maps/source" in cryo("show", "tiny-map")
    cryo("verify")
    for call in (["run", "tiny-map"], ["prune", "--yes"], ["watch"], ["up", *PORTS]):
        fault = _line(cryo(*call, code=1))
        assert str(read_only) in fault and ("mounted read-only" in fault or "writable?" in fault), fault


def test_a_home_may_lie_on_any_path_but_one(
    home: Path, tmp_path: Path, cryo: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "mein Heim ü 家 100% #1"
    shutil.move(home, root)
    monkeypatch.setenv("CRYO_HOME", str(root))
    tiny.add_map(root)
    cryo("run", "tiny-map", "--to", "maps/source")
    artifact = tiny.made("maps/source", "tiny-map")
    assert artifact is not None
    assert mlflow_runs.client_of(Home(root)).get_run(artifact.made.mlflow_run_id).info.status == "FINISHED"
    assert [path.name for path in tmp_path.iterdir()] == [root.name], "nothing lies beside the home"
    monkeypatch.setenv("CRYO_HOME", str(tmp_path / "what?"))
    assert "cannot lie under a '?'; name another home" in _line(cryo("demo", code=2))


def test_a_clock_that_jumps_forth_and_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.add_map(home)

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime.now(UTC) + timedelta(days=2)

    monkeypatch.setattr(produce, "datetime", Ahead)
    assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/resampled").failures
    monkeypatch.undo()
    monkeypatch.setenv("CRYO_HOME", str(home))
    _resample(home, 0.2)
    notes: list[str] = []
    outcome = launch.run(Home(home), "tiny-map", LogReporter(notes.append), to="maps/resampled")
    assert [note for note in notes if "clock" in note] == [
        "the clock was set back: results are dated up to 48 hours from now"
    ]
    newest = tiny.planner().store.versions("maps/resampled", "tiny-map")[-1]
    assert newest == outcome.artifacts["maps/resampled"], "the later one is the newer one"


class Deleter(LogReporter):
    """Deletes the store once a run has come to an asset."""

    def __init__(self, home: Path) -> None:
        super().__init__(lambda line: None)
        self._store = home / "store"

    def asset(self, key: str) -> None:
        if key == "maps/profiles":
            shutil.rmtree(self._store)


def test_a_store_that_is_deleted_under_a_run(home: Path) -> None:
    tiny.add_map(home)
    outcome = launch.run(Home(home), "tiny-map", Deleter(home), to="maps/profiles")
    (failure,) = outcome.failures
    assert failure.message == (
        "maps/profiles of tiny-map: its input maps/resampled is not in the store as planned; "
        "run `cryo run tiny-map --to maps/profiles`"
    )
    assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/profiles").failures


def test_a_database_that_another_process_keeps_locked(
    home: Path, cryo: Callable, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tiny.add_map(home)
    cryo("run", "tiny-map", "--to", "maps/source")
    _resample(home, 0.2)
    monkeypatch.setattr(sqlite, "PATIENCE_SECONDS", 0.2)
    for name, said in (
        ("work/digests.sqlite", "work/digests.sqlite"),
        ("dagster/history/runs.db", "dagster"),
    ):
        with closing(sqlite3.connect(home / name, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            fault = _line(cryo("run", "tiny-map", "--to", "maps/resampled", code=1))
            assert f"{home / said}" in fault and "another process keeps it locked; run again" in fault
    with closing(sqlite3.connect(home / "mlflow/mlflow.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        cryo("run", "tiny-map", "--to", "maps/resampled")
    assert "mlflow.db: another process keeps it locked; run again" in caplog.text, "and the result is there"
