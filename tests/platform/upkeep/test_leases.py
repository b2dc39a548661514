"""What a run under way rests on is not removed, whoever asks, however often the manifest changes meanwhile."""

from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import tiny

from cryo_assets.graph import launch
from cryo_assets.graph.factory import GRAPH
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
from cryo_assets.store.leases import Leases
from cryo_assets.upkeep.retention import prune

SD = {"old": 0.1, "new": 0.2}


def _choose(home: Path, which: str) -> None:
    tiny.change(home / "inbox/tiny-map/map.yaml", settings={"maps": {"resampled": {"sd": SD[which]}}})


def _prune(home: Path) -> list[str]:
    with instance_of(Home(home)) as instance:
        gone = prune(tiny.planner(), instance, keep=1, days=0.0, runs_days=None, dry_run=False)
    return [artifact.version for artifact in gone.versions]


@pytest.fixture
def twice(home: Path) -> Path:
    """A map that was resampled in two ways, of which the manifest now asks for the older one."""
    tiny.add_map(home)
    for which in SD:
        _choose(home, which)
        assert not launch.run(Home(home), "tiny-map", tiny.QUIET, to="maps/resampled").failures
    _choose(home, "old")
    return home


class Meddler(LogReporter):
    """Changes the manifest and prunes, once a run has come to an asset that rests on an older version."""

    def __init__(self, home: Path) -> None:
        super().__init__(lambda line: None)
        self.home, self.tried = home, False

    def asset(self, key: str) -> None:
        if key == "maps/profiles":
            self.tried = True
            _choose(self.home, "new")
            assert _prune(self.home) == []
            with pytest.raises(Exception, match="a run that is under way rests on its results"):
                _rm()


def _rm() -> None:
    from cryo_assets.cli.platform.manage import rm

    rm("tiny-map", yes=True)


def test_a_run_finds_what_it_planned_on(twice: Path) -> None:
    old = tiny.planner().store.versions("maps/resampled", "tiny-map")[0].version
    meddler = Meddler(twice)
    assert not launch.run(Home(twice), "tiny-map", meddler, to="maps/profiles").failures
    assert meddler.tried
    assert not list((twice / "work/leases").glob("*.held")), "the run ended"
    assert old in {a.version for a in tiny.planner().store.versions("maps/resampled", "tiny-map")}


def test_a_run_of_dagster_keeps_them_between_its_steps_until_it_ends(twice: Path) -> None:
    with instance_of(Home(twice)) as instance:
        instance.add_dynamic_partitions("maps", ["tiny-map"])
        done = GRAPH.resolve_implicit_global_asset_job_def().execute_in_process(
            instance=instance, partition_key="tiny-map", asset_selection=[dg.AssetKey(["maps", "source"])]
        )
        leases = tiny.planner().store.leases
        assert leases.runs() == {done.run_id}, "a step without a run of ours makes its own plan"
        old = tiny.planner().store.versions("maps/resampled", "tiny-map")[0].version
        assert old in leases.versions()
        _choose(twice, "new")
        waiting = _waiting_run(instance)
        leases.of_run(waiting, [old])
    assert _prune(twice) == []
    assert leases.runs() == {waiting}
    with instance_of(Home(twice)) as instance:
        instance.report_run_canceled(instance.get_run_by_id(waiting))
    assert _prune(twice) == [old]
    assert leases.runs() == set()


def _waiting_run(instance: dg.DagsterInstance) -> Any:
    job = GRAPH.resolve_implicit_global_asset_job_def()
    return instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED).run_id


def test_a_lease_of_a_killed_process_is_none(tmp_path: Path) -> None:
    leases = Leases(tmp_path)
    with leases.held(["a"]):
        (tmp_path / "killed.held").write_text('["b"]')
        assert leases.versions() == {"a"}
    assert leases.versions() == set() and not list(tmp_path.glob("*.held"))
