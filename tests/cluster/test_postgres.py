"""The state of a home in a Postgres that the test starts: records, MLflow, digests, queue, and locks between hosts."""

import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import postgres as server
import psycopg2
import pytest
import tiny
from conftest import skip

from cryo_assets.engine.mlflow_database import silent_client
from cryo_assets.graph import launch
from cryo_assets.home import DATABASE_VARIABLE, Home, file_system, without_password
from cryo_assets.store import postgres
from cryo_assets.store.disk import file_lock, file_lock_at_once, is_locked
from cryo_assets.upkeep.queue import Item, queue_of
from cryo_core.errors import SettingsError, StoreError


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Postgres database."""
    lacking = server.missing()
    if lacking:
        skip(f"{lacking} is not here (Debian's postgresql)")
    with server.running(tmp_path_factory.mktemp("postgres")) as found:
        yield found


@pytest.fixture
def shared(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose state lies there."""
    monkeypatch.setenv("CRYO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv(DATABASE_VARIABLE, address)
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    Home(tmp_path / "home").create()
    return tmp_path / "home"


def test_a_run_leaves_its_records_in_postgres_and_no_database_in_the_home(shared: Path) -> None:
    tiny.add_map(shared)
    outcome = launch.run(Home(shared), "tiny-map", tiny.QUIET, to="maps/resampled")
    assert not outcome.failures and outcome.artifacts["maps/resampled"].made.mlflow_run_id
    assert launch.run(Home(shared), "tiny-map", tiny.QUIET, to="maps/resampled").computed == frozenset()
    kinds = (".db", ".sqlite")
    assert [p for p in shared.rglob("*") if p.suffix in kinds and "storage" not in p.parts] == []
    with postgres.opened("dagster") as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchone() == (1,)
    with postgres.opened("mlflow") as connection:
        assert connection.execute("SELECT count(*) FROM runs WHERE status = ?", ("FINISHED",)).fetchone() == (
            2,
        )
    with postgres.opened("cryo_digests") as connection:
        assert connection.execute("SELECT count(*) FROM digest").fetchone()[0] >= 1
    assert "a%2Fword" not in "".join(p.read_text() for p in shared.rglob("*.yaml")), "no password in a file"


def test_the_queue_is_what_it_is_in_a_file(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def through(queue: Any) -> Any:
        queue.begin("r", ["A", "B"])
        queue.begin("r", ["C"])
        queue.see("r", "D")
        added = [queue.add(Item(name, "r", 0, 1.5, "m", "t", "")) for name in ("E", "F", "E")]
        queue.reorder("F", "first")
        queue.set("E", "failed", "why", tries=2)
        queue.reorder("E", "retry")
        queue.looked("F", "n")
        queue.spend("gigabytes", 1.25, "E")
        queue.spend_runs(["k", "k", "l"])
        queue.spend_runs(["l"])
        items = [(i.accession, i.state, i.priority, i.place, i.tries, i.mark) for i in queue.items()]
        return (
            added,
            sorted(queue.seen("r")),
            items,
            queue.spent("runs"),
            queue.spent("gigabytes"),
        )

    there = through(queue_of(Home(shared)))
    monkeypatch.delenv(DATABASE_VARIABLE)
    assert there == through(queue_of(Home(shared)))


_HOLD = """
import sys, time
from pathlib import Path
from cryo_assets.store.disk import file_lock
with file_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_lock_is_held_among_hosts_and_free_when_its_holder_dies(shared: Path) -> None:
    lock = shared / "work" / "locks" / "x.lock"
    holder = subprocess.Popen([sys.executable, "-c", _HOLD, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "held\n"
    lock.unlink(), lock.touch()  # another host may see another file: the lock is none of the file's
    with file_lock_at_once(lock) as free:
        assert not free and is_locked(lock)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    began = time.monotonic()
    with file_lock(lock):
        assert time.monotonic() - began < 60
    assert not is_locked(lock) and not lock.exists()


def test_a_lock_outlives_a_server_that_restarts(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, turns = tmp_path / "locks" / "x.lock", []
    with server.served(tmp_path_factory.mktemp("restarted")) as database:
        monkeypatch.setenv(DATABASE_VARIABLE, database.address)

        def wait() -> None:
            with file_lock(lock):
                turns.append("waiter")

        waiter = threading.Thread(target=wait)
        with file_lock(lock):
            waiter.start()
            time.sleep(1.0)
            database.stop()
            time.sleep(2.0)
            database.start()
            end = time.monotonic() + 60
            while not is_locked(lock) and time.monotonic() < end:
                time.sleep(0.2)
            assert is_locked(lock), "its holder takes it again"
            time.sleep(8.0)
            turns.append("holder")
        waiter.join(60)
        assert turns == ["holder", "waiter"] and not is_locked(lock)


def test_an_address_that_leads_nowhere_is_named_without_its_password(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, "postgresql://me:secret@127.0.0.1:9/none")
    with pytest.raises(StoreError, match=r"me:\*\*\*@127.0.0.1:9") as caught:
        queue_of(Home(shared)).items()
    assert "secret" not in str(caught.value)
    monkeypatch.setenv(DATABASE_VARIABLE, "mysql://x")
    with pytest.raises(SettingsError, match="should be postgresql://"):
        Home(shared).create()


def test_a_home_on_a_shared_file_system_needs_postgres(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "21 1 8:1 / / rw - ext4 /dev/sda1 rw\n36 21 0:40 / /lab\\040data rw shared:1 - nfs4 server:/lab rw\n"
    )
    assert file_system(Path("/lab data/cryo_home"), mounts) == "nfs4"
    assert file_system(Path("/labor"), mounts) == "ext4"
    monkeypatch.setattr("cryo_assets.home.file_system", lambda _: "lustre")
    with pytest.raises(SettingsError, match="lies on lustre.*CRYO_DATABASE_URL.*or CRYO_HOME"):
        Home(tmp_path / "home").create()
    assert not (tmp_path / "home").exists()
    assert without_password("postgresql://a:b@c/d") == "postgresql://a:***@c/d"


def _all_of(home: Path) -> dict[str, Any]:
    """What a home's records say: runs and their events, results, metrics, queue."""
    with launch.instance_of(Home(home)) as instance:
        records = instance.get_run_records(ascending=True)
        runs = [(r.dagster_run, r.start_time, r.end_time, r.create_timestamp.timestamp()) for r in records]
        events = {
            run.run_id: [(e.timestamp, e.to_json()) for e in instance.all_logs(run.run_id)]
            for run, *_ in runs
        }
        newest = {
            key.to_user_string(): instance.get_latest_materialization_event(key)
            for key in instance.all_asset_keys()
        }
        keys = [instance.get_dynamic_partitions(kind) for kind in ("datasets", "maps")]
        checks = instance.event_log_storage.get_asset_check_execution_history(
            dg.AssetCheckKey(dg.AssetKey(["maps", "source"]), "finite"), limit=10
        )
    own = home / "mlflow" / "mlflow.db"
    if own.exists():  # MLflow keeps what it opened open, by name
        own = Path(shutil.copy(own, home / f"mlflow-{time.time_ns()}.db"))
    client = silent_client()(tracking_uri=f"sqlite:///{own}" if own.exists() else Home(home).tracking_uri)
    logged = [
        (run.info.run_id, run.data.to_dictionary(), client.get_metric_history(run.info.run_id, "seconds"))
        for experiment in client.search_experiments()
        for run in client.search_runs([experiment.experiment_id])
    ]
    return {
        "runs": runs,
        "events": events,
        "newest": newest,
        "keys": keys,
        "checks": [(check.run_id, check.status) for check in checks],
        "mlflow": sorted(logged, key=lambda row: row[0]),
        "queue": (queue_of(Home(home)).items(), queue_of(Home(home)).spent("runs")),
        "snapshots": [run.job_snapshot_id for run, *_ in runs],
    }


def test_a_state_goes_to_postgres_and_back_with_nothing_lost(
    home: Path, address: str, monkeypatch: pytest.MonkeyPatch, cryo: Any
) -> None:
    tiny.add_map(home)
    assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/source").failures
    queue_of(Home(home)).add(Item("EMD-1", "r", 3, 1.5, "m", "t", ""))
    queue_of(Home(home)).spend_runs(["a"])
    before = _all_of(home)
    assert before["events"] and before["checks"] and before["mlflow"] and before["newest"]
    assert "CRYO_DATABASE_URL" in cryo("migrate", "postgres", code=2)
    connection = psycopg2.connect(address)
    connection.autocommit = True
    connection.cursor().execute("CREATE DATABASE moved")
    connection.close()
    monkeypatch.setenv(DATABASE_VARIABLE, address.replace("/postgres", "/moved"))
    aside = Path(cryo("migrate", "postgres", "--json")["before"])
    assert (aside / "dagster" / "history" / "runs.db").exists() and not (
        home / "dagster" / "history"
    ).exists()
    assert _all_of(home) == before
    assert launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/source").computed == frozenset()
    assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/resampled").failures, (
        "rows are numbered on"
    )
    after = _all_of(home)
    assert "lies there already" in cryo("migrate", "postgres", code=2)
    cryo("migrate", "sqlite")
    monkeypatch.delenv(DATABASE_VARIABLE)
    assert _all_of(home) == after and len(after["runs"]) == 2
    assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/profiles").failures
