"""Keeping itself up to date: new and changed entries, the queue and its budget, what is done again, in which order."""

import dataclasses
import json
import os
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dagster as dg
import pytest
import tiny
import twin as twins
import yaml
from dagster import DagsterInstance

from cryo_assets.archives import download as fetching
from cryo_assets.archives.entry import Archives
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.cli.app import _run
from cryo_assets.definitions import defs
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import entries
from cryo_assets.graph.launch import Outcome, instance_of
from cryo_assets.home import Home
from cryo_assets.store.index import StoreIndex
from cryo_assets.store.store import Check, Circumstances
from cryo_assets.upkeep.budget import Left, affordable, dues
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.jobs import agenda, ask_for_due
from cryo_assets.upkeep.queue import queue_of
from cryo_assets.upkeep.sensors import reprocess_schedule
from cryo_assets.upkeep.watch import look, ready, revive
from cryo_core.errors import SettingsError

ALL_MAPS = {"name": "all", "archive": "emdb", "backlog": True}


@pytest.fixture
def twin(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[twins.Twin]:
    monkeypatch.setattr(fetching, "BLOCK", 1 << 17)
    with twins.running() as running:
        yield running


def looked(home: Path) -> list[str]:
    upkeep = Upkeep.read(Home(home))
    with Archives.open(upkeep.services) as archives:
        return look(Home(home), upkeep, archives)


def queued(home: Path) -> list[str]:
    return [item.accession for item in queue_of(Home(home)).items("queued")]


# --------------------------------------------------------------------------------------- the watch list


def test_what_was_there_before_a_rule_is_not_taken_unless_it_is_named(twin: twins.Twin, home: Path) -> None:
    for number in (3001, 3002, 3003):
        twin.add_emdb(number)
    twin.write_settings(home, watch=[{"name": "new", "archive": "emdb", "keywords": ["ribosome"]}])
    looked(home)
    assert queued(home) == []
    twin.add_emdb(3004)
    looked(home)
    assert queued(home) == ["EMD-3004"]
    rules = [{"name": "named", "archive": "emdb", "ids": ["EMD-3002"]}]
    twin.write_settings(home, watch=rules)
    looked(home)
    looked(home)
    assert queued(home) == ["EMD-3004", "EMD-3002"]


def test_a_table_names_entries(twin: twins.Twin, home: Path) -> None:
    twin.add_emdb(3001)
    twin.add_emdb(3002)
    twin.write_settings(home, watch=[{"name": "csv", "archive": "emdb", "csv": "list.csv"}])
    (home / "list.csv").write_text("split,emdb,pdb\ntrain,EMD-3002,1abc\ntrain,,2abc\ntest,EMD-9999,3abc\n")
    looked(home)
    assert queued(home) == ["EMD-3002"]
    (home / "list.csv").write_text("a,b\n1,2\n")
    with pytest.raises(SettingsError, match=r"list\.csv: has no column emdb"):
        looked(home)


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ({}, True),
        ({"keywords": ["RIBOSOME"]}, True),
        ({"keywords": ["spliceosome"]}, False),
        ({"methods": ["singleparticle"]}, True),
        ({"methods": ["helical"]}, False),
        ({"resolution_angstrom": [2, 6]}, True),
        ({"resolution_angstrom": [2, 4]}, False),
        ({"largest_gb": 1}, True),
        ({"largest_gb": 1e-5}, False),
        ({"since": "2026-11-01"}, True),
        ({"since": "2026-12-01"}, False),
    ],
)
def test_rules_choose_maps(twin: twins.Twin, home: Path, rule: dict[str, Any], meant: bool) -> None:
    twin.add_emdb(3001)
    twin.write_settings(home, watch=[ALL_MAPS | rule])
    looked(home)
    assert bool(queued(home)) is meant


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ({}, True),
        ({"categories": ["picked particles"]}, True),
        ({"categories": ["micrographs"]}, False),
        ({"keywords": ["twin"]}, True),
        ({"keywords": ["none such"]}, False),
    ],
)
def test_rules_choose_particles(twin: twins.Twin, home: Path, rule: dict[str, Any], meant: bool) -> None:
    twin.add_empiar(10001)
    twin.write_settings(home, watch=[{"name": "p", "archive": "empiar", "backlog": True} | rule])
    looked(home)
    assert bool(queued(home)) is meant


def test_the_metadata_of_a_few_is_asked_for_at_a_time_and_never_twice(twin: twins.Twin, home: Path) -> None:
    for number in range(3001, 3011):
        twin.add_emdb(number)
    twin.write_settings(home, watch=[ALL_MAPS], budget={"looks": 4})
    counts = []
    for _ in range(4):
        before = len(twin.asked)
        looked(home)
        counts.append(sum("/api/entry" in path for _, path, _ in twin.asked[before:]))
    assert counts == [4, 4, 2, 0] and len(queued(home)) == 10


def test_an_archive_that_is_down_or_an_entry_that_is_broken_costs_only_itself(
    twin: twins.Twin, home: Path
) -> None:
    twin.add_emdb(3001)
    twin.add_emdb(3002)["map"]["file"] = 7
    twin.write_settings(home, watch=[ALL_MAPS, {"name": "p", "archive": "empiar", "backlog": True}])
    twin.faults = [("/world_availability", twins.Fault(500, 99))]
    said = looked(home)
    assert queued(home) == ["EMD-3001"]
    assert any("empiar not looked at" in line for line in said)
    assert any("EMD-3002 not looked at" in line and "map.file" in line for line in said)
    twin.add_emdb(3002)
    looked(home)
    assert queued(home) == ["EMD-3001", "EMD-3002"], "what was mended is found"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("watch: [{name: a, archive: pdb}]", "watch.0.archive"),
        ("watch: [{archive: emdb}]", "watch.0.name"),
        ("budget: {gigabytes: -1}", "budget.gigabytes"),
        ("budgets: {}", "budgets"),
        ("[1]", ""),
        ("{", "not YAML"),
    ],
)
def test_a_wrong_watch_list_names_the_field(home: Path, text: str, field: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "watch.yaml").write_text(text)
    with pytest.raises(SettingsError, match=rf"watch\.yaml.*{field}"):
        Upkeep.read(Home(home))


# ------------------------------------------------------------------------------------ queue and budget


def test_the_queue_is_seen_and_reordered(
    twin: twins.Twin, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (3001, 3002, 3003):
        twin.add_emdb(number)
    twin.write_settings(home, watch=[ALL_MAPS])
    looked(home)

    def shown(*arguments: str) -> list[str]:
        assert _run(["watch", "--json", *arguments], False) == 0
        items = json.loads(capsys.readouterr().out)["queue"]
        return [item["accession"] for item in items if item["state"] == "queued"]

    assert shown() == ["EMD-3001", "EMD-3002", "EMD-3003"]
    assert shown("--first", "EMD-3003") == ["EMD-3003", "EMD-3001", "EMD-3002"]
    assert shown("--last", "EMD-3001") == ["EMD-3003", "EMD-3002", "EMD-3001"]
    assert shown("--drop", "EMD-3002") == ["EMD-3003", "EMD-3001"]
    looked(home)
    assert queued(home) == ["EMD-3003", "EMD-3001"], "what was dropped does not come back by itself"
    assert shown("--retry", "EMD-3002") == ["EMD-3003", "EMD-3002", "EMD-3001"]
    assert _run(["watch", "--first", "EMD-1"], False) == 2


def test_titles_are_shown_as_they_are(
    twin: twins.Twin, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin.add_emdb(3001)["admin"]["title"] = "[/red] of [bold] \\[x]"
    twin.write_settings(home, watch=[ALL_MAPS])
    looked(home)
    capsys.readouterr()
    assert _run(["watch"], False) == 0
    assert "[/red] of [bold] \\[x]" in capsys.readouterr().out


def test_priority_goes_before_the_order_of_coming(twin: twins.Twin, home: Path) -> None:
    twin.add_emdb(3001)
    twin.add_emdb(3002)
    urgent = {"name": "urgent", "archive": "emdb", "ids": ["EMD-3002"], "priority": 5}
    twin.write_settings(home, watch=[ALL_MAPS | {"keywords": ["ribosome"]}, urgent])
    looked(home)
    assert queued(home) == ["EMD-3001", "EMD-3002"], "the first rule that means an entry queues it"
    twin.write_settings(home, watch=[urgent, ALL_MAPS])
    for accession in ("EMD-3003", "EMD-3004"):
        twin.add_emdb(int(accession[4:]))
    looked(home)
    assert queued(home)[0] == "EMD-3001"


def test_the_days_gigabytes_are_kept_to(twin: twins.Twin, home: Path) -> None:
    for number in (3001, 3002, 3003):
        twin.add_emdb(number)["map"]["size_kbytes"] = 1_000_000
    twin.write_settings(home, watch=[ALL_MAPS], budget={"gigabytes": 7.0})
    looked(home)
    upkeep, queue = Upkeep.read(Home(home)), queue_of(Home(home))
    chosen, waiting = ready(Home(home), upkeep)
    assert [item.gigabytes for item in chosen] == [3.0, 3.0]
    assert waiting == ["EMD-3003 waits: 1.0 GB of today's 7 are left"]
    queue.spend("gigabytes", 6.9, "EMD-1")
    assert ready(Home(home), upkeep)[0] == []


def test_what_was_under_way_when_its_run_was_killed_is_queued_again(twin: twins.Twin, home: Path) -> None:
    twin.add_emdb(3001)
    twin.write_settings(home, watch=[ALL_MAPS])
    looked(home)
    queue = queue_of(Home(home))
    for tries in (1, 2, 3):
        queue.set("EMD-3001", "fetching")
        assert revive(Home(home), {"EMD-3001"}, timedelta(0)) == []
        assert revive(Home(home), set()) == [], "a young one is given time"
        assert len(revive(Home(home), set(), timedelta(0))) == 1
        assert queue.item("EMD-3001").tries == tries
    assert queue.item("EMD-3001").state == "failed"


# --------------------------------------------------------------------------- from the archive to the result


def _tick(name: str, instance: DagsterInstance, cursor: str | None = None) -> Any:
    context = dg.build_sensor_context(instance=instance, cursor=cursor, definitions=defs)
    return defs.get_sensor_def(name)(context)


def _do(instance: DagsterInstance, tick: Any) -> list[bool]:
    """Run what a tick asked for, as the daemon does."""
    for added in tick.dynamic_partitions_requests or []:
        instance.add_dynamic_partitions(added.partitions_def_name, list(added.partition_keys))
    return [
        defs.resolve_job_def(request.job_name or "fetch")
        .execute_in_process(
            instance=instance,
            partition_key=request.partition_key,
            run_config=request.run_config,
            tags=request.tags,
            raise_on_error=False,
        )
        .success
        for request in tick.run_requests
    ]


def test_a_new_entry_is_processed_to_its_end_in_two_ticks_and_the_same_tick_does_nothing(
    twin: twins.Twin, home: Path
) -> None:
    twin.add_emdb(3000)
    twin.write_settings(home, watch=[{"name": "maps", "archive": "emdb", "methods": ["singleParticle"]}])
    with instance_of(Home(home)) as instance:
        assert isinstance(_tick("watch", instance), dg.SkipReason)
        twin.add_emdb(3001)
        first = _tick("watch", instance)
        assert _do(instance, first) == [True]
        assert isinstance(_tick("watch", instance), dg.SkipReason)
        second = _tick("inbox", instance)
        assert [(r.job_name, r.partition_key) for r in second.run_requests] == [("maps", "EMD-3001")]
        _do(instance, second)
        again = _tick("inbox", instance, second.cursor)
        assert isinstance(again, dg.SkipReason) and "nothing new among 1 entries" in str(again.skip_message)
        states = {row.asset: row.state for row in tiny.planner().rows("EMD-3001")}
        assert states["maps/fsc"] == "stored" and states["maps/profiles"] == "stored"
        asked = len(twin.asked)
        assert isinstance(_tick("watch", instance), dg.SkipReason)
        assert len(twin.asked) - asked <= 2, "the listing and one look at what was fetched"


def test_a_changed_entry_is_fetched_and_processed_again(twin: twins.Twin, home: Path) -> None:
    document = twin.add_emdb(3001)
    twin.write_settings(home, watch=[{"name": "one", "archive": "emdb", "ids": ["EMD-3001"]}])
    assert _run(["watch", "--once", "--no-run"], False) == 0
    before = {row.asset: row.version for row in tiny.planner().rows("EMD-3001")}
    assert _run(["watch", "--once", "--no-run"], False) == 0
    path = "/emdb_files/structures/EMD-3001/map/emd_3001.map.gz"
    twin.put(path, twin.files["/emdb_files/structures/EMD-3001/other/emd_3001_half_map_1.map.gz"])
    document["admin"]["key_dates"]["update"] = "2026-12-01T00:00:00"
    assert any("changed in the archive" in line for line in looked(home))
    assert _run(["watch", "--once", "--no-run"], False) == 0
    after = {row.asset: row.version for row in tiny.planner().rows("EMD-3001")}
    assert before["maps/source"] != after["maps/source"]
    assert queue_of(Home(home)).item("EMD-3001").mark == "2026-12-01T00:00:00"


def test_watch_once_does_all_and_says_what_failed(
    twin: twins.Twin, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin.add_emdb(3001)
    twin.add_emdb(3002)
    twin.faults = [("emd_3002.map.gz", twins.Fault(404, 99))]
    twin.write_settings(home, watch=[ALL_MAPS])
    assert _run(["watch", "--once", "--no-run", "--json"], False) == 1
    document = json.loads(capsys.readouterr().out)
    states = {item["accession"]: (item["state"], item["tries"]) for item in document["queue"]}
    assert states == {"EMD-3001": ("fetched", 0), "EMD-3002": ("queued", 1)}
    assert "EMD-3002" in document["failures"][0] and "404" in document["failures"][0]
    assert 0 < document["spent_today"]["gigabytes"] < 0.001
    for _ in range(2):
        _run(["watch", "--once", "--no-run", "--json"], False)
    capsys.readouterr()
    assert queue_of(Home(home)).item("EMD-3002").state == "failed"
    assert entries(home / "inbox") == [("maps", "EMD-3001")]


def test_watch_once_runs_what_the_budget_allows(
    twin: twins.Twin, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (3001, 3002):
        twin.add_emdb(number)
    twin.write_settings(home, watch=[ALL_MAPS], budget={"runs": 1})
    ran: list[str] = []

    def run(home: Home, name: str, reporter: Any) -> Outcome:
        ran.append(name)
        return Outcome((), {}, frozenset(), ())

    monkeypatch.setattr("cryo_assets.graph.launch.run", run)
    assert _run(["watch", "--once", "--json"], False) == 0
    document = json.loads(capsys.readouterr().out)
    assert ran == ["EMD-3001"] and document["spent_today"]["runs"] == 1
    assert "EMD-3002 waits to be run: today's runs are spent (watch.yaml: budget)" in document["said"]


# ------------------------------------------------------------------------------------------ doing it again


def _step(key: str, inputs: tuple[str, ...] = (), pool: str | None = None, **more: Any) -> Step:
    def compute(task: Task) -> Report:
        (task.folder / "out.txt").write_text(key)
        return Report({"n": 1.0}, "n", (Check("fine", True, "yes"),))

    return Step(
        key,
        "maps",
        "1",
        "A step.",
        compute,
        ("fine",),
        inputs=inputs,
        pool=pool,
        kinds=frozenset(),
        **more,
    )


def _steps() -> dict[str, Step]:
    """Two chains; only entries whose resolution is known have the second, the method that will change."""
    steps = (
        _step("maps/source", files=lambda manifest: {"map": manifest.resolve(manifest.map)}),
        _step("maps/resampled", ("maps/source",)),
        _step(
            "maps/fsc",
            ("maps/source",),
            "gpu",
            skips=lambda manifest: None if manifest.resolution_angstrom else "no resolution",
        ),
    )
    return {step.key: step for step in steps}


def _many(home: Path, count: int, using: int, seconds: Any = lambda i: 1.0) -> dict[str, Step]:
    """Put entries with small files into the inbox and their results into the store."""
    steps = _steps()
    for i in range(count):
        folder = home / "inbox" / f"m{i:04d}"
        folder.mkdir(parents=True)
        (folder / "map.mrc").write_text(str(i))
        (folder / "map.yaml").write_text(
            "map: map.mrc\n" + ("resolution_angstrom: 4.0\n" if i < using else "")
        )
    time.sleep(1.1)
    plan = tiny.planner(steps)
    for i in range(count):
        for row in plan.rows(f"m{i:04d}"):
            if row.recipe is not None:
                with plan.store.draft(row.recipe) as draft:
                    (draft.folder / "out.txt").write_text(row.asset)
                    draft.finish({"n": 1.0}, "n", (), {}, Circumstances("2026-01-01", seconds=seconds(i)))
    return steps


def _raised(steps: dict[str, Step]) -> dict[str, Step]:
    return steps | {"maps/fsc": dataclasses.replace(steps["maps/fsc"], code_version="2")}


def test_of_200_entries_the_40_that_use_a_changed_method_are_named_cheapest_first(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    steps = _many(home, 200, 40, seconds=lambda i: 3600.0 * ((i * 7) % 40 + 1) / 40)
    assert dues(Overview(tiny.planner(steps)), Upkeep())[0] == []
    began = time.process_time()
    found, faults = dues(Overview(tiny.planner(_raised(steps))), Upkeep())
    assert time.process_time() - began < 5.0
    assert faults == {} and sorted(due.name for due in found) == [f"m{i:04d}" for i in range(40)]
    assert {due.assets for due in found} == {("maps/fsc",)}
    assert {due.why for due in found} == {("maps/fsc: code version 1 → 2",)}
    assert [due.seconds for due in found] == sorted(due.seconds for due in found)
    chosen, waiting = affordable(found, Left(runs=100, gpu_hours=1.0), 30)
    assert sum(due.gpu_seconds for due in chosen) <= 3600 and len(chosen) == 8
    assert waiting.startswith("32 entries wait: 0.10 GPU hours are left")
    assert affordable(found, Left(runs=3, gpu_hours=99.0), 30)[1].startswith("37 entries wait: today's runs")
    assert len(affordable(found, Left(runs=99, gpu_hours=99.0), 30)[0]) == 30
    first = Upkeep.model_validate({"reprocess": {"first": ["m0033"], "never": ["m000"]}})
    found, _ = dues(Overview(tiny.planner(_raised(steps))), first)
    assert found[0].name == "m0033" and len(found) == 30


def _asked(instance: dg.DagsterInstance) -> dict[str, dg.DagsterRun]:
    """The runs that wait in the queue, by entry, the first to begin first."""
    queued = instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.QUEUED]))
    return {run.tags.get("dagster/partition", "training"): run for run in reversed(queued)}


def test_what_the_plan_found_is_asked_for_once_each_entry_as_a_run_of_its_own(home: Path) -> None:
    for name in ("one", "two"):
        tiny.add_map(home, name)
    tiny.add_map(home, "broken", halves=False)
    (home / "inbox" / "broken" / "map.mrc").write_bytes(b"no map")
    (home / "inbox" / "training").mkdir()
    (home / "inbox" / "training" / "training.yaml").write_text("{}")
    (home / "watch.yaml").write_text(yaml.safe_dump({"reprocess": {"first": ["two"]}}))
    said: list[str] = []
    with instance_of(Home(home)) as instance:
        assert ask_for_due(Home(home), instance, said.append) == []
        runs = _asked(instance)
        assert list(runs) == ["two", "broken", "one"] and any(
            line.startswith("training: waits") for line in said
        )
        assert {run.job_name for run in runs.values()} == {"maps"}
        due = [row.asset for row in tiny.planner().rows("two") if row.state == "compute"]
        selected = runs["two"].asset_selection or set()
        assert {key.to_user_string() for key in selected} == set(due)
        assert (
            runs["two"].tags["dagster/priority"] == "-1" and "never computed" in runs["two"].tags["cryo/why"]
        )
        assert queue_of(Home(home)).spent("runs") == 3
        instance.report_run_failed(runs["broken"], "no map")
        instance.report_run_canceled(runs["one"])
        for _ in range(2):
            assert ask_for_due(Home(home), instance, said.append) == []
        assert said[-2].startswith("4 entries to do, 2 of them failed as they are")
        assert list(_asked(instance)) == ["two"], "what failed or was cancelled is not tried again as it is"
        assert queue_of(Home(home)).spent("runs") == 3
        tiny.change(home / "inbox" / "broken" / "map.yaml", resolution_angstrom=8.0)
        tiny.change(home / "inbox" / "broken" / "map.yaml", map="../one/map.mrc")
        assert ask_for_due(Home(home), instance, said.append) == []
        assert list(_asked(instance)) == ["two", "broken"], "what was mended is"


def test_gpu_hours_of_runs_under_way_count_as_spent(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    steps = _many(home, 4, 4, seconds=lambda i: 3600.0)
    (home / "watch.yaml").write_text(yaml.safe_dump({"budget": {"gpu_hours": 2.5}}))
    with instance_of(Home(home)) as instance:
        for expected in (2, 1):
            chosen, words, _ = agenda(
                Overview(tiny.planner(_raised(steps))), Upkeep.read(Home(home)), instance
            )
            assert len(chosen) == expected, words
            waiting = {"dagster/partition": chosen[0].name}
            instance.add_run(dg.DagsterRun("maps", status=dg.DagsterRunStatus.STARTED, tags=waiting))


def test_the_schedule_gives_reasons(home: Path) -> None:
    tiny.add_map(home)
    schedule = reprocess_schedule(STEPS)
    with instance_of(Home(home)) as instance:
        tick = schedule.evaluate_tick(dg.build_schedule_context(instance=instance))
        assert len(tick.run_requests or []) == 1
        assert "tiny-map" in tick.run_requests[0].tags["cryo/why"]  # type: ignore[index]


def test_the_inbox_keeps_to_the_days_runs(home: Path) -> None:
    for i in range(3):
        tiny.add_map(home, f"map{i}")
    (home / "watch.yaml").write_text(yaml.safe_dump({"auto": True, "budget": {"runs": 2}}))
    with instance_of(Home(home)) as instance:
        first = _tick("inbox", instance)
        assert len(first.run_requests) == 2
        later = _tick("inbox", instance, first.cursor)
        assert isinstance(later, dg.SkipReason) and "1 entries wait" in str(later.skip_message)
        assert queue_of(Home(home)).spent("runs") == 2


def test_a_tick_takes_all_that_is_new_though_to_look_up_the_budget_takes_long(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds, clock = StoreIndex.seconds, SimpleNamespace(now=0.0)

    def slow(self: StoreIndex) -> Any:
        clock.now += 100.0
        return seconds(self)

    for i in range(3):
        tiny.add_map(home, f"map{i}", auto=True)
    monkeypatch.setattr("cryo_assets.upkeep.inbox.time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(StoreIndex, "seconds", slow)
    with instance_of(Home(home)) as instance:
        assert len(_tick("inbox", instance).run_requests) == 3 and clock.now >= 100.0


def test_the_inbox_keeps_to_the_days_gpu_hours(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    steps = {key: STEPS[key] for key in ("maps/source", "maps/resampled", "maps/profiles")}
    tiny.add_map(home, "before")
    time.sleep(1.1)
    plan = tiny.planner(steps)
    for row in plan.rows("before"):
        assert row.recipe is not None
        with plan.store.draft(row.recipe) as draft:
            (draft.folder / "out.txt").write_text(row.asset)
            seconds = 3600.0 if steps[row.asset].pool == "gpu" else 1.0
            draft.finish({"n": 1.0}, "n", (), {}, Circumstances("2026-01-01", seconds=seconds))
    for i in range(3):
        tiny.add_map(home, f"map{i}")
    (home / "watch.yaml").write_text(yaml.safe_dump({"auto": True, "budget": {"gpu_hours": 2.5, "runs": 9}}))
    with instance_of(Home(home)) as instance:
        first = _tick("inbox", instance)
        asked = [request.partition_key for request in first.run_requests]
        assert asked == ["before", "map0"], "each takes an hour, as the one before did"
        for name in asked:
            waiting = dg.DagsterRun(
                "maps", status=dg.DagsterRunStatus.STARTED, tags={"dagster/partition": name}
            )
            instance.add_run(waiting)
        later = _tick("inbox", instance, first.cursor)
        assert not getattr(later, "run_requests", None)
        assert "0.50 GPU hours are left today" in str(later.skip_message)


def test_what_takes_more_than_a_day_runs_when_nothing_was_spent() -> None:
    assert Left(9, 2.0, 2.0).allows(5.0)
    assert not Left(9, 1.9, 2.0).allows(5.0) and not Left(0, 2.0, 2.0).allows(0.0)
    assert Left(9, 0.0, 2.0).allows(0.0), "what takes no GPU has no need of its hours"
    assert not Left(9, 2.0, 2.0).after(5.0).allows(0.1)
