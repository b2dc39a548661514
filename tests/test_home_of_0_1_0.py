"""A home that version 0.1.0 made opens with this code: the plan says what the code makes anew, and all is read.

tests/golden/home-0.1.0.tar.xz was made by `cryo run` of version 0.1.0, of 120 simulated particles with one quick round
and of a small map with half maps. To keep it small, large maps hold zeros, pictures are single pixels and
tables are cut, with their digests in artifact.json; the folder `work` is left out, as after a restore.
"""

import tarfile
from pathlib import Path

import pytest
from dagster import AssetKey, DagsterRunStatus
from mlflow import MlflowClient
from tiny import planner

from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home

GOLDEN = Path(__file__).parent / "golden" / "home-0.1.0.tar.xz"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("old")
    with tarfile.open(GOLDEN) as archive:
        archive.extractall(folder, filter="data")
    return folder / "home-0.1.0"


@pytest.fixture
def old(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CRYO_HOME", str(unpacked))
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    monkeypatch.setenv("DAGSTER_HOME", "")  # opening Dagster's records sets it
    return unpacked


def test_the_plan_names_the_code_where_it_has_changed(old: Path, cryo) -> None:
    rows = [row for plan in cryo("plan", "--json")["entries"].values() for row in plan]
    due = [row for row in rows if row["state"] == "compute"]
    later = ("states/density", "states/separation", "enhanced/b_factor")
    new = [row for row in due if row["asset"] in later]  # 0.1.0 had none of these
    changed = [row for row in due if row not in new]
    assert len(new) == len(later) and len(changed) == 24
    assert all(row["why"][0].startswith("code version") for row in changed)
    assert cryo("verify", "--json") == {"sound": True, "problems": []}


def test_results_are_shown(old: Path, cryo) -> None:
    shown = cryo("show", "tiny")
    assert "results/classes" in shown and "round_01/fsc" in shown
    folder = Path(cryo("path", "tiny", "results/classes").strip())
    assert folder.is_relative_to(old)
    lineage = cryo("why", folder / "particles.star")
    assert "particles/source" in lineage and "0.1.0" in lineage
    assert cryo("show", "tiny", "results/classes")


def test_the_numbers_of_each_class_are_read(old: Path) -> None:
    classes = planner().store.current("results/classes", "tiny")
    assert classes is not None and classes.made.software["cryo-assets"] == "0.1.0"
    assert classes.numbers["class_01_resolution_angstrom"] == 12.0
    assert classes.numbers["class_02_particles"] == 33


def test_dagster_and_mlflow_open_their_records(old: Path) -> None:
    home = Home(old)
    with instance_of(home) as instance:
        assert [run.status for run in instance.get_runs()] == [DagsterRunStatus.SUCCESS] * 2
        event = instance.get_latest_materialization_event(AssetKey(["maps", "fsc"]))
        assert event and event.asset_materialization and event.asset_materialization.partition == "tiny-map"
    runs = MlflowClient(tracking_uri=home.tracking_uri)
    kept = {experiment.name: experiment.experiment_id for experiment in runs.search_experiments()}
    (run,) = runs.search_runs([kept["results/classes"]])
    assert run.data.metrics["best_resolution_angstrom"] == 12.0
