"""Plans taken from disk are the plans; they read no table twice, follow each thing that they rest on, and are quick."""

import dataclasses
import shutil
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import tiny

import cryo_assets
import cryo_core
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine import stamps
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner, Row
from cryo_assets.engine.stamps import code_stamp, naming_stamp
from cryo_assets.engine.step import Step
from cryo_assets.graph.partitions import JOB_NAMES
from cryo_assets.upkeep.inbox import inbox_sensor
from cryo_core.errors import CryoError

SOME = {key: STEPS[key] for key in STEPS if key.split("/")[0] in ("particles", "maps")}


def plain(rows: Any) -> list[tuple]:
    assert not isinstance(rows, CryoError), rows
    return [(row.asset, row.state, row.version, row.why, row.place) for row in rows]


def planned(steps: Mapping[str, Step] = SOME) -> dict[str, dict[str, Row]]:
    """The plan of all entries, which has to be that of each alone."""
    found = dict(Overview(tiny.planner(steps)).plans())
    for name, rows in found.items():
        assert plain(rows) == plain(tiny.planner(steps).rows(name))
    return {name: {row.asset: row for row in rows} for name, rows in found.items()}  # type: ignore[union-attr]


def test_a_plan_from_disk_is_the_plan(home: Path) -> None:
    folder = tiny.add_map(home)
    tiny.add_dataset(home)
    tiny.make_all("tiny-map", SOME)

    def plans(steps: Mapping[str, Step] = SOME) -> Any:
        return {
            (name, row.asset): row.state for name, rows in planned(steps).items() for row in rows.values()
        }

    once = plans()
    assert plans() == once and once["tiny-map", "maps/fsc"] == "stored"
    tiny.make_all("tiny", SOME)
    assert plans()["tiny", "particles/consensus"] == "stored"
    assert (
        plans(SOME | {"maps/fsc": tiny.with_code("maps/fsc", "99")["maps/fsc"]})["tiny-map", "maps/fsc"]
        == "compute"
    )
    tiny.change(folder / "map.yaml", settings={"maps": {"resampled": {"sd": 0.2}}})
    assert plans()["tiny-map", "maps/resampled"] == "compute"
    (folder / "half1.mrc").write_bytes((folder / "half2.mrc").read_bytes())
    assert plans()["tiny-map", "maps/source"] == "compute"
    (artifact,) = (p for p in (home / "store" / "particles" / "stack" / "tiny").iterdir() if p.is_dir())
    for path in artifact.iterdir():
        path.chmod(0o644)
        path.unlink()
    artifact.rmdir()
    assert plans()["tiny", "particles/stack"] == "compute"
    (folder / "map.yaml").write_text("{")
    (fault,) = [rows for name, rows in Overview(tiny.planner(SOME)).plans() if name == "tiny-map"]
    assert isinstance(fault, CryoError) and "map.yaml" in str(fault)


def test_a_second_plan_reads_no_tables(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.add_dataset(home)
    time.sleep(1.1)
    dict(Overview(tiny.planner()).plans())

    def read(*_: Any) -> Any:
        raise AssertionError("a table was read")

    monkeypatch.setattr("cryo_core.formats.particles.read_star", read)
    assert len(dict(Overview(tiny.planner()).plans())["tiny"]) > 2  # type: ignore[arg-type]
    steps = tiny.with_code("particles/stack", "99")
    again = dict(Overview(tiny.planner(steps)).plans())["tiny"]
    assert not isinstance(again, CryoError), "nor for changed code, where the files are the same"


def test_a_changed_table_or_changed_code_that_names_files_is_read_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny.add_dataset(home)
    time.sleep(1.1)
    dict(Overview(tiny.planner(SOME)).plans())

    def read(*_: Any) -> Any:
        raise CryoError("a table was read")

    monkeypatch.setattr("cryo_core.formats.particles.read_star", read)
    plain(dict(Overview(tiny.planner(SOME)).plans())["tiny"])
    renamed = dataclasses.replace(
        SOME["particles/source"], files=lambda manifest: SOME["particles/source"].files(manifest)
    )
    assert naming_stamp(SOME | {"particles/source": renamed}) != naming_stamp(SOME)
    table = folder / "particles.star"
    table.write_text(table.read_text() + "\n")
    with pytest.raises(CryoError, match="a table was read"):
        raise dict(Overview(tiny.planner(SOME)).plans())["tiny"]  # type: ignore[misc]


def test_what_names_files_is_told_from_what_does_not() -> None:
    step = SOME["particles/source"]
    before, whole = naming_stamp(SOME), code_stamp(SOME)
    raised = SOME | {step.key: dataclasses.replace(step, code_version="99")}
    assert naming_stamp(raised) == before and code_stamp(raised) != whole
    other = SOME | {step.key: dataclasses.replace(step, compute=SOME["particles/stack"].compute)}
    assert naming_stamp(other) == before

    def files(manifest: Any) -> dict[str, Path]:
        return {"particles": manifest.resolve(manifest.particles)}

    assert naming_stamp(SOME | {step.key: dataclasses.replace(step, files=files)}) != before
    assert naming_stamp(dict(SOME)) == before


@pytest.mark.parametrize(
    ("part", "counts"),
    [
        ("cryo_assets/entries/manifest.py", True),
        ("cryo_assets/entries/truth.py", True),
        ("cryo_core/formats/star.py", True),
        ("cryo_core/formats/images.py", True),
        ("cryo_assets/assets/particles/stack.py", False),
        ("cryo_assets/engine/planner.py", False),
        ("cryo_core/fourier/resample.py", False),
    ],
)
def test_just_the_rooms_that_find_files_count(monkeypatch: Any, part: str, counts: bool) -> None:
    before, whole, look = naming_stamp(SOME), code_stamp(SOME), stamps._file

    def changed(path: str) -> list[Any]:
        return [*look(path), "changed"] if path.endswith(part) else look(path)

    monkeypatch.setattr(stamps, "_file", changed)
    assert (naming_stamp(SOME) != before) == counts
    assert code_stamp(SOME) != whole


def test_the_functions_that_find_files_lie_where_their_stamp_looks() -> None:
    finders = {step.files for step in STEPS.values()} - {Step.files}
    assert {finder.__module__.rpartition(".")[0] for finder in finders} == {"cryo_assets.entries"}


def test_weights_in_the_package_are_code_too() -> None:
    looked_at = list(stamps._files_of(cryo_assets, cryo_core))
    assert any(path.endswith(".py") for path in looked_at)
    kinds = {Path(path).suffix for path in looked_at}
    assert kinds - {".py", ".pyc"}, "weights, tables"
    assert not any("__pycache__" in path for path in looked_at)


def test_a_variant_shares_what_is_the_same_whatever_its_original_is_now(home: Path, cryo: Any) -> None:
    original = tiny.add_dataset(home)
    cryo("add", "--variant-of", "tiny", "--name", "more", "--set", "particles.consensus.floor=0.01")
    time.sleep(1.1)
    tiny.make_all("tiny", {key: SOME[key] for key in ("particles/source", "particles/stack")})
    for _ in range(2):  # from the files, and from what is remembered
        assert planned()["more"]["particles/stack"].state == "stored"
        assert planned()["more"]["particles/consensus"].state == "compute"
    tiny.change(original / "dataset.yaml", settings={"particles": {"stack": {"box": 24}}})
    assert planned()["more"]["particles/stack"].state == "stored", "the variant has not changed"
    assert planned()["tiny"]["particles/stack"].state == "compute"
    (original / "dataset.yaml").write_text("{")
    plans = dict(Overview(tiny.planner(SOME)).plans())
    assert isinstance(plans["tiny"], CryoError) and not isinstance(plans["more"], CryoError)


def test_what_left_the_inbox_is_forgotten(home: Path) -> None:
    for name in ("one", "two", "three"):
        tiny.add_map(home, name)

    def remembered() -> set[str]:
        return set(Overview(tiny.planner(SOME))._memos)

    time.sleep(1.1)
    planned()
    assert remembered() == {"one", "two", "three"}
    shutil.rmtree(home / "inbox" / "two")
    dict(Overview(tiny.planner(SOME)).plans(["one"]))
    assert remembered() == {"one", "three"}
    shutil.rmtree(home / "inbox" / "one")
    with dg.DagsterInstance.ephemeral() as instance:
        inbox_sensor(SOME, [], JOB_NAMES)(dg.build_sensor_context(instance=instance))
    assert remembered() == {"three"}


def test_what_changed_while_it_was_planned_is_not_remembered(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the planning took after the change."""
    folder = tiny.add_map(home)
    time.sleep(1.1)
    noted = Overview._noted

    def changed_after_it_was_read(self: Overview, name: str) -> Any:
        found = noted(self, name)
        tiny.change(folder / "map.yaml", settings={"maps": {"resampled": {"sd": 0.2}}})
        return found

    def slowly(self: Planner, *given: Any, **more: Any) -> Any:
        time.sleep(1.1)
        return rows(self, *given, **more)

    rows = Planner.rows
    with monkeypatch.context() as patch:
        patch.setattr(Overview, "_noted", changed_after_it_was_read)
        patch.setattr(Planner, "rows", slowly)
        dict(Overview(tiny.planner(SOME)).plans())
    planned()


def test_a_value_that_is_not_finite_is_one_error_that_names_it(home: Path) -> None:
    folder = tiny.add_map(home)
    tiny.add_map(home, "sound")
    tiny.change(folder / "map.yaml", voxel_angstrom=float("inf"))
    time.sleep(1.1)
    for steps in (SOME, tiny.with_code("maps/fsc", "99")):
        found = dict(Overview(tiny.planner({key: steps[key] for key in SOME})).plans())
        assert plain(found["sound"])
        assert isinstance(found["tiny-map"], CryoError)
        assert "map.yaml: maps/source: voxel_angstrom is inf" in str(found["tiny-map"])


def test_records_of_an_older_form_are_made_anew(home: Path) -> None:
    tiny.add_map(home)
    tiny.make_all("tiny-map", SOME)
    before = {name: plain(rows.values()) for name, rows in planned().items()}
    for name, table in (("overview.sqlite", "plan"), ("store-index.sqlite", "artifact")):
        with sqlite3.connect(home / "work" / name) as connection:
            connection.execute("PRAGMA user_version = 1")
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"CREATE TABLE {table} (name TEXT)")
    assert {name: plain(rows.values()) for name, rows in planned().items()} == before
