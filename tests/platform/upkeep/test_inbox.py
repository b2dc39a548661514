"""The inbox's sensor asks before it runs what a person put there, and runs what was asked for once."""

import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import tiny
from dagster import DagsterInstance

from cryo_assets.definitions import defs
from cryo_assets.engine.planner import Planner
from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.pools import PROCESS_TAG, this_process
from cryo_assets.home import Home

UNFINISHED = dg.DagsterRunStatus.STARTED


def _tick(instance: DagsterInstance, cursor: str | None = None) -> Any:
    context = dg.build_sensor_context(instance=instance, cursor=cursor, definitions=defs)
    return defs.get_sensor_def("inbox")(context)


def _said(tick: Any) -> str:
    reason = tick if isinstance(tick, dg.SkipReason) else tick.skip_reason
    return str(reason.skip_message) if reason else ""


def _asked(tick: Any) -> list[str]:
    return [request.partition_key for request in getattr(tick, "run_requests", None) or []]


def _run(name: str, status: dg.DagsterRunStatus, **tags: str) -> dg.DagsterRun:
    return dg.DagsterRun("maps", status=status, tags={"dagster/partition": name, **tags})


def test_a_manifest_that_a_person_wrote_is_not_run_unasked(home: Path, cryo: Any) -> None:
    tiny.add_map(home)
    with instance_of(Home(home)) as instance:
        first = _tick(instance)
        assert _asked(first) == [] and _said(first).startswith("new: run? tiny-map; `cryo run NAME` runs one")
        assert [list(added.partition_keys) for added in first.dynamic_partitions_requests] == [["tiny-map"]]
        again = _tick(instance, first.cursor)
        assert isinstance(again, dg.SkipReason) and "new: run? tiny-map" in _said(again), "it goes on asking"
        (row,) = cryo("list", "--json")["entries"]
        assert row["state"] == "new: run?"
        tiny.change(home / "inbox" / "tiny-map" / "map.yaml", auto=True)
        second = _tick(instance, first.cursor)
        assert _asked(second) == ["tiny-map"] and second.run_requests[0].job_name == "maps"
        assert _asked(_tick(instance, second.cursor)) == []


def test_an_entry_that_waited_is_seen_to_be_run_however_long_that_takes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.add_map(home)
    with instance_of(Home(home)) as instance:
        waiting = _tick(instance)
        instance.add_dynamic_partitions("maps", ["tiny-map"])
        run = instance.add_run(_run("tiny-map", UNFINISHED, **{PROCESS_TAG: this_process()}))
        during = _tick(instance, waiting.cursor)
        assert "run?" not in _said(during)
        instance.report_run_failed(run)
        later = datetime.now(UTC) + timedelta(hours=1)
        monkeypatch.setattr("cryo_assets.upkeep.inbox.Fingerprints.since", lambda self, cursor: later)
        after = _tick(instance, during.cursor)
        assert "run?" not in _said(after) and "run?" not in _said(_tick(instance, after.cursor))


def test_watch_yaml_lets_all_entries_run_unasked(home: Path) -> None:
    tiny.add_map(home)
    with instance_of(Home(home)) as instance:
        waiting = _tick(instance)
        (home / "watch.yaml").write_text("auto: true\n")
        assert _asked(_tick(instance, waiting.cursor)) == ["tiny-map"], "one that waited too"


@pytest.mark.parametrize("auto", [False, True])
def test_a_run_asked_for_once_runs_once(home: Path, auto: bool) -> None:
    """A command writes into the manifest (--rounds) and runs: the sensor sees the change, and leaves it to that run."""
    folder = tiny.add_map(home, auto=auto)
    with instance_of(Home(home)) as instance:
        before = _tick(instance)
        instance.add_dynamic_partitions("maps", ["tiny-map"])
        time.sleep(0.02)
        tiny.change(folder / "map.yaml", resolution_angstrom=5.0)
        run = instance.add_run(_run("tiny-map", UNFINISHED, **{PROCESS_TAG: this_process()}))
        during = _tick(instance, before.cursor)
        assert _asked(during) == [] and "run?" not in _said(during)
        instance.report_run_failed(run)
        after = _tick(instance, during.cursor if hasattr(during, "cursor") else before.cursor)
        assert _asked(after) == [] and "run?" not in _said(after), "what failed is not run again as it is"
        assert _asked(_tick(instance)) == [], "nor when the sensor begins anew"
        tiny.change(folder / "map.yaml", resolution_angstrom=6.0)
        changed = _tick(instance, after.cursor)
        assert _asked(changed) == (["tiny-map"] if auto else [])
        assert auto or _said(changed).startswith("changed: run? tiny-map")


def test_the_run_of_a_command_that_was_killed_does_not_keep_an_entry_busy(home: Path) -> None:
    folder = tiny.add_map(home, auto=True)
    with instance_of(Home(home)) as instance:
        instance.add_dynamic_partitions("maps", ["tiny-map"])
        instance.add_run(_run("tiny-map", UNFINISHED, **{PROCESS_TAG: f"{this_process().split()[0]} 1/1"}))
        first = _tick(instance)
        assert _asked(first) == [], "it was asked for after the entry changed last"
        time.sleep(0.02)
        tiny.change(folder / "map.yaml", resolution_angstrom=6.0)
        assert _asked(_tick(instance, first.cursor)) == ["tiny-map"]


def test_folders_that_cannot_be_entries_cost_no_other(home: Path) -> None:
    tiny.add_map(home, auto=True)
    for name in ("a...b", "with space", "-x", "ü"):
        shutil.copytree(home / "inbox" / "tiny-map", home / "inbox" / name)
    (home / "inbox" / "broken").mkdir()
    (home / "inbox" / "broken" / "map.yaml").write_text("map: [")
    with instance_of(Home(home)) as instance:
        tick = _tick(instance)
        assert _asked(tick) == ["tiny-map"]
        later = _tick(instance, tick.cursor)
        assert "broken/map.yaml: not YAML" in _said(later)


def test_a_run_of_a_command_is_of_the_job_that_the_pages_show(home: Path) -> None:
    tiny.add_map(home)
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.graph.launch import run

    run(Home(home), "tiny-map", tiny.QUIET, to="maps/source")
    assert Planner(Home(home), STEPS).rows("tiny-map")[0].state == "stored"
    with instance_of(Home(home)) as instance:
        (one,) = instance.get_runs(dg.RunsFilter(tags={".dagster/repository": "__repository__@cryo"}))
        assert one.job_name == "maps" and one.tags["dagster/partition"] == "tiny-map"
        assert one.remote_job_origin is not None
        assert one.remote_job_origin.repository_origin.code_location_origin.location_name == "cryo"
