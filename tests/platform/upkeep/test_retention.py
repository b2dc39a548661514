"""What is kept and what goes: versions, Dagster's runs, MLflow's runs; nothing that is needed, and a dry run first."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import tiny
from dagster import AssetKey, AssetRecordsFilter, DagsterInstance
from dagster._core.definitions.run_request import InstigatorType
from dagster._core.scheduler.instigation import TickData, TickStatus
from dagster_shared.error import SerializableErrorInfo

from cryo_assets.cli.app import _run
from cryo_assets.engine.mlflow_runs import Record
from cryo_assets.engine.planner import Planner
from cryo_assets.graph import launch
from cryo_assets.graph.dagster_private import event_folder
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home
from cryo_assets.store.disk import rotate_logs
from cryo_assets.upkeep.retention import _sizes, prune_dagster, prune_mlflow, prune_versions


def _run_with(home: Path, sd: float) -> None:
    tiny.change(home / "inbox" / "tiny-map" / "map.yaml", settings={"maps": {"resampled": {"sd": sd}}})
    outcome = launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/resampled")
    assert not outcome.failures


@pytest.fixture
def thrice(home: Path) -> Path:
    """A map whose resampled map was made with three settings, each in a run of its own."""
    tiny.add_map(home)
    for sd in (0.1, 0.2, 0.3):
        _run_with(home, sd)
    return home


def _versions(key: str) -> list[str]:
    return [artifact.version for artifact in tiny.planner().store.versions(key, "tiny-map")]


def test_versions_go_by_number_and_age_and_a_dry_run_removes_nothing(thrice: Path) -> None:
    old = _versions("maps/resampled")
    assert len(old) == 3
    plan = tiny.planner()
    assert _gone(plan, 1, 1.0, dry_run=False) == [], "all are younger than a day"
    assert _gone(plan, 1, 0.0, dry_run=True) == old[:2] and _versions("maps/resampled") == old
    assert _gone(plan, 2, 0.0, dry_run=False) == old[:1]
    assert _gone(plan, 1, 0.0, dry_run=False) == [old[1]]
    assert _versions("maps/resampled") == old[2:] and len(_versions("maps/source")) == 1


def _gone(planner: Planner, keep: int, days: float, dry_run: bool) -> list[str]:
    return [artifact.version for artifact in prune_versions(planner, keep, days, dry_run)[0]]


def test_what_is_planned_stays(thrice: Path) -> None:
    old = _versions("maps/resampled")
    tiny.change(thrice / "inbox" / "tiny-map" / "map.yaml", settings=None)
    assert _gone(tiny.planner(), 1, 0.0, dry_run=True) == old[1:2]


@pytest.mark.parametrize("broken", ["{", "map: nothing.mrc\n", "map: [1]\n", "\0"])
def test_an_entry_that_cannot_be_planned_keeps_its_versions_and_costs_no_other(
    thrice: Path, cryo: Any, broken: str
) -> None:
    shutil.copytree(thrice / "inbox" / "tiny-map", thrice / "inbox" / "other")
    for voxel in (2.0, 3.0):
        tiny.change(
            thrice / "inbox" / "other" / "map.yaml",
            settings={"maps": {"resampled": {"voxel_angstrom": voxel}}},
        )
        for key in ("maps/source", "maps/resampled"):
            tiny.make(key, "other")
    (thrice / "inbox" / "tiny-map" / "map.yaml").write_text(broken)
    training = thrice / "inbox" / "training"
    training.mkdir()
    (training / "training.yaml").write_text("models: [nowhere]\n")
    said = cryo("prune", "--keep", "1", "--yes", "--json")
    assert [Path(path).parent.name for path in said["removed"]] == ["other"]
    assert "tiny-map" in said["errors"] and "nowhere" in said["errors"]["training"]
    assert len(_versions("maps/resampled")) == 3


def test_dagster_forgets_old_runs_but_not_the_newest_results(
    thrice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = AssetKey(["maps", "resampled"])
    with instance_of(Home(thrice)) as instance:
        runs = {run.run_id for run in instance.get_runs()}
        assert len(runs) == 3
        assert prune_dagster(instance, 1.0, dry_run=False) == (), "all are young"
        newest = {
            instance.get_latest_materialization_event(AssetKey(["maps", name])).run_id  # type: ignore[union-attr]
            for name in ("source", "resampled")
        }
        would = prune_dagster(instance, 0.0, dry_run=True)
        assert set(would) == runs - newest and len(would) == 1
        assert len(instance.get_runs()) == 3
        before = _events(thrice)
        assert set(prune_dagster(instance, 0.0, dry_run=False)) == set(would)
        assert {run.run_id for run in instance.get_runs()} == newest
        assert _events(thrice) < before
        assert not list((thrice / "dagster").rglob(f"*{would[0]}*"))
        found = instance.fetch_materializations(
            AssetRecordsFilter(asset_key=key, asset_partitions=["tiny-map"]), limit=5
        ).records
        assert len(found) == 2
    outcome = launch.run(Home(thrice), "tiny-map", tiny.QUIET, to="maps/resampled")
    assert outcome.computed == set()
    with DagsterInstance.get() as instance:
        assert len(instance.get_runs()) == 2, "and the records say that nothing is to be done"


def _events(home: Path) -> int:
    (index,) = (home / "dagster").rglob("index.db")
    with sqlite3.connect(index) as connection:
        return int(connection.execute("SELECT count(*) FROM event_logs").fetchone()[0])


def test_mlflow_forgets_runs_of_versions_that_are_gone(thrice: Path) -> None:
    from mlflow import MlflowClient

    home = Home(thrice)
    client = MlflowClient(tracking_uri=home.tracking_uri)
    experiment = client.get_experiment_by_name("maps/resampled")
    assert experiment is not None

    def known() -> set[str]:
        runs = client.search_runs([experiment.experiment_id])
        return {run.data.tags.get("cryo.version", "a trial") for run in runs}

    old = _versions("maps/resampled")
    assert known() == set(old)
    (first,) = client.search_runs([experiment.experiment_id], f"tags.`cryo.version` = '{old[0]}'")
    Record(home, first.info.run_id).trial("a trial", {"width": 3}, {"loss": 0.5})
    Record(home, first.info.run_id).file(thrice / "inbox" / "tiny-map" / "map.yaml")
    assert (thrice / "mlflow" / "artifacts" / first.info.run_id).is_dir()
    assert prune_mlflow(home, set(old) | set(_versions("maps/source")), -1.0, dry_run=False) == ()
    assert prune_mlflow(home, set(old[1:]), 1.0, dry_run=False) == (), "young"
    assert len(prune_mlflow(home, set(old[1:]) | set(_versions("maps/source")), -1.0, dry_run=True)) == 2
    assert known() == {*old, "a trial"}
    gone = prune_mlflow(home, set(old[1:]) | set(_versions("maps/source")), -1.0, dry_run=False)
    assert len(gone) == 2 and first.info.run_id in gone and known() == set(old[1:])
    assert not (thrice / "mlflow" / "artifacts" / first.info.run_id).exists()
    with sqlite3.connect(thrice / "mlflow" / "mlflow.db") as connection:
        for table in ("runs", "params", "metrics", "tags"):
            left = connection.execute(f"SELECT 1 FROM {table} WHERE run_uuid IN (?, ?)", gone).fetchone()
            assert not left, f"{table}: they went for good"


def test_the_command_takes_what_is_not_said_from_the_settings(
    thrice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def prune(*arguments: str) -> dict:
        capsys.readouterr()
        assert _run(["prune", "--yes", "--json", *arguments], False) == 0
        return json.loads(capsys.readouterr().out)

    assert prune("--dry-run")["removed"] == [], "three are kept, and ninety days"
    assert len(prune("--dry-run", "--keep", "1")["removed"]) == 2
    assert prune("--dry-run", "--keep", "1", "--days", "1")["removed"] == []
    (thrice / "watch.yaml").write_text("retention: {keep: 2, days: 0, runs_days: 0.0000001}\n")
    said = prune("--dry-run", "--runs")
    assert len(said["removed"]) == 1 and len(said["dagster_runs"]) == 1 and len(said["mlflow_runs"]) == 1
    assert prune("--runs")["removed"] == said["removed"]
    assert len(_versions("maps/resampled")) == 2
    assert prune("--runs")["removed"] == []


def test_the_oldest_runs_go_where_records_take_too_much(thrice: Path) -> None:
    with instance_of(Home(thrice)) as instance:
        runs = [run.run_id for run in instance.get_runs()]  # newest first
        sizes = _sizes(instance, event_folder(instance))
        assert set(sizes) == set(runs) and min(sizes.values()) > 100_000
        assert prune_dagster(instance, 9.0, True, sum(sizes.values())) == (), "they take no more than that"
        newest = {runs[0], runs[-1]}  # of the resampled map, and of the source, which was made once
        assert set(prune_dagster(instance, 9.0, True, 1.0)) == set(runs) - newest
        before = _bytes(thrice / "dagster")
        assert prune_dagster(instance, 9.0, False, sum(sizes.values()) - 1.0) == (runs[1],)
        assert _bytes(thrice / "dagster") < before - 100_000


def test_large_logs_are_put_aside_while_they_are_written(tmp_path: Path) -> None:
    with (tmp_path / "dagster.log").open("ab", buffering=0) as server:
        server.write(b"x" * 100)
        rotate_logs(tmp_path, 100)
        assert not (tmp_path / "dagster.log.1").exists(), "it is not that large"
        server.write(b"y")
        rotate_logs(tmp_path, 100)
        server.write(b"goes on")
    assert (tmp_path / "dagster.log").read_bytes() == b"goes on"
    assert (tmp_path / "dagster.log.1").read_bytes() == b"x" * 100 + b"y"


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", [InstigatorType.SCHEDULE, InstigatorType.SENSOR])
def test_looks_in_vain_are_kept_for_a_day_and_all_others_for_a_quarter(
    home: Path, kind: InstigatorType
) -> None:
    """As Dagster's daemon purges them, with what the home's settings say."""
    day, now = 86400.0, 1.8e9
    with instance_of(Home(home)) as instance:
        for status in TickStatus:
            for age in (0.5, 2.0, 89.0, 91.0):
                fault = SerializableErrorInfo("why", [], None) if status == TickStatus.FAILURE else None
                told = {"run_ids": [], "error": fault, "selector_id": "selector"}
                tick = TickData("origin", "inbox", kind, status, now - age * day, **told)  # type: ignore[arg-type]
                instance.create_tick(tick)
        for status, days in instance.get_tick_retention_settings(kind).items():
            instance.purge_ticks("origin", "selector", now - days * day, [status])
        left = [(t.status.value, (now - t.timestamp) / day) for t in instance.get_ticks("origin", "selector")]
    kept = {
        status.value: sorted(age for found, age in left if found == status.value) for status in TickStatus
    }
    assert kept == {status: [0.5] if status == "SKIPPED" else [0.5, 2.0, 89.0] for status in kept}
