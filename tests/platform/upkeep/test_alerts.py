"""Telling people: the log, the webhooks, what is told of, and the weekly digest."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import tiny
import twin as twins

from cryo_assets.definitions import defs
from cryo_assets.engine.overview import Overview
from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.launch import run as launch
from cryo_assets.home import Home
from cryo_assets.upkeep.alerts import LOG, Alert, digest, logged, low_disk, send, write_digest
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.sensors import failed_runs


@pytest.fixture
def twin(home: Path) -> Iterator[twins.Twin]:
    with twins.running() as running:
        running.write_settings(home, alerts={"webhooks": [f"{running.root}/hook"]})
        yield running


def test_an_alert_is_a_line_in_the_log_and_a_message_to_each_webhook(twin: twins.Twin, home: Path) -> None:
    assert send(Home(home), Alert("run", "ribosome", "it failed\nbadly")) == []
    (line,) = (home / LOG).read_text().splitlines()
    assert json.loads(line)["text"] == "it failed\nbadly"
    assert twin.posted == [{"text": "[run] ribosome: it failed\nbadly"}]
    assert [alert["subject"] for alert in logged(Home(home))] == ["ribosome"]


@pytest.mark.parametrize("kind", ["closed", "wrong", "environment"])
def test_a_webhook_that_cannot_be_reached_is_in_the_log_without_its_secret(
    home: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK", "http://127.0.0.1:9/secret")
    address = {"closed": "http://127.0.0.1:9/secret", "wrong": "ftp://x/secret", "environment": "env:HOOK"}[
        kind
    ]
    home.mkdir(exist_ok=True)
    (home / "watch.yaml").write_text(json.dumps({"alerts": {"webhooks": [address]}}))
    assert len(send(Home(home), Alert("disk", "home", "full"))) == 1
    kinds = [alert["kind"] for alert in logged(Home(home))]
    assert kinds == ["disk", "webhook"]
    assert kind == "wrong" or "secret" not in (home / LOG).read_text()


def test_a_line_that_was_cut_off_does_not_cost_the_others(home: Path) -> None:
    send(Home(home), Alert("run", "a", "x"))
    with (home / LOG).open("a") as log:
        log.write('{"time": "20\n[1]\n')
    send(Home(home), Alert("run", "b", "x"))
    assert [alert["subject"] for alert in logged(Home(home))] == ["a", "b"]


def test_a_failed_run_is_told_of_with_its_error(twin: twins.Twin, home: Path) -> None:
    tiny.add_map(home)
    (home / "inbox" / "tiny-map" / "map.mrc").write_bytes(b"no map")
    with instance_of(Home(home)) as instance:
        instance.add_dynamic_partitions("maps", ["tiny-map"])
        result = defs.resolve_job_def("maps").execute_in_process(
            instance=instance, partition_key="tiny-map", raise_on_error=False
        )
        assert not result.success
        events = result.filter_events(lambda event: event.event_type_value == "PIPELINE_FAILURE")
        failed_runs(
            dg.build_run_status_sensor_context("failed_runs", events[0], instance, result.dagster_run)
        )
    (alert,) = logged(Home(home))
    assert alert["kind"] == "run" and alert["subject"] == "tiny-map"
    assert f"failed in maps/source: {home}/inbox/tiny-map/map.mrc: 6 bytes" in alert["text"], alert["text"]
    assert len(twin.posted) == 1


def test_failed_checks_and_a_full_disk_are_told_of_once(
    twin: twins.Twin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sensor = defs.get_sensor_def("health")

    def tick(cursor: str | None) -> Any:
        context = dg.build_sensor_context(instance=instance, cursor=cursor)
        sensor(context)
        return context.cursor

    with dg.DagsterInstance.ephemeral() as instance:
        cursor = tick(None)
        assert logged(Home(home)) == []
        from cryo_core.formats.mrc import read_volume, write_volume

        folder = tiny.add_map(home)
        blank = read_volume(folder / "map.mrc")
        for field in ("map", "half1", "half2"):
            write_volume(folder / f"{field}.mrc", blank.with_density(blank.density * 0))
        tiny.make_all("tiny-map", {"maps/source": tiny.STEPS["maps/source"]})
        cursor = tick(cursor)
        (alert,) = logged(Home(home))
        assert alert["kind"] == "check" and "not_blank" in alert["text"]
        cursor = tick(cursor)
        assert len(logged(Home(home))) == 1
        monkeypatch.setattr(
            shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**12, 10**12, 10**9)
        )
        cursor = tick(cursor)
        cursor = tick(cursor)
        assert [alert["kind"] for alert in logged(Home(home))] == ["check", "disk"]
        monkeypatch.undo()
        monkeypatch.setenv("CRYO_HOME", str(home))
        tick(tick(cursor))
        assert len(logged(Home(home))) == 2


def test_a_low_disk_says_how_low(home: Path) -> None:
    home.mkdir(exist_ok=True)
    assert low_disk(Home(home), Upkeep.model_validate({"alerts": {"free_gb": 0}})) is None
    alert = low_disk(Home(home), Upkeep.model_validate({"alerts": {"free_gb": 1e9}}))
    assert alert is not None and "less than 1e+09" in alert.text


def test_the_digest_says_what_was_new_what_changed_by_how_much_and_what_failed(home: Path) -> None:
    tiny.add_map(home)
    steps = {key: tiny.STEPS[key] for key in ("maps/source", "maps/resampled")}
    tiny.make_all("tiny-map", steps)
    send(Home(home), Alert("run", "broken", "it failed"))
    text = digest(Home(home), Overview(tiny.planner()))
    assert (
        "## New entries\n\n- tiny-map\n" in text and "broken: it failed" in text and "2 versions made" in text
    )
    assert "## Changed" not in text
    time_of_first = Overview(tiny.planner()).index.entries()[-1].created
    resampled = {"maps": {"resampled": {"voxel_angstrom": 1.5}}}
    tiny.change(home / "inbox" / "tiny-map" / "map.yaml", settings=resampled)
    tiny.make_all("tiny-map", steps)
    text = digest(Home(home), Overview(tiny.planner()), time_of_first + "~")
    assert "- maps/resampled of tiny-map: voxel 1.5 Å, was 1 (setting voxel_angstrom: 1.0 → 1.5)" in text
    assert "## New entries" not in text
    path = write_digest(Home(home), text)
    assert path.parent.name == "digests" and path.read_text() == text


def test_the_jobs_of_the_schedules_run(home: Path) -> None:
    tiny.add_map(home)
    assert not launch(Home(home), "tiny-map", tiny.QUIET, to="maps/source").failures
    with instance_of(Home(home)) as instance:
        for name in ("digest", "retention"):
            assert defs.resolve_job_def(name).execute_in_process(instance=instance).success
    assert list((home / "digests").glob("*.md"))
    assert [alert["kind"] for alert in logged(Home(home))] == ["digest"]


def test_what_runs_by_itself_is_on_or_off_as_documented() -> None:
    sensors = {sensor.name: sensor.default_status.value for sensor in defs.sensors or []}
    schedules = {schedule.name: schedule.default_status.value for schedule in defs.schedules or []}  # type: ignore[union-attr]
    assert sensors == {
        "inbox": "RUNNING",
        "watch": "RUNNING",
        "ended_rounds": "RUNNING",
        "failed_runs": "RUNNING",
        "health": "RUNNING",
    }
    assert schedules == {"reprocess": "STOPPED", "retention": "STOPPED", "digest": "RUNNING"}
