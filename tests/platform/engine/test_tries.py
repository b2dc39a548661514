"""A try, a run with settings of its own, makes versions that no entry uses until its settings are in the manifest."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import tiny
from tiny import add_map, change, planner

from cryo_assets.engine.chosen import chosen
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.produce import RunContext, produce
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError

MAP = "maps/source", "maps/resampled"


def try_(name: str, key: str, **settings: Any) -> Artifact:
    """Make one asset with settings of that run alone, as the launchpad does."""
    made, _ = produce(planner().plan(name, {key: settings}), key, RunContext(tiny.QUIET))
    assert made is not None
    return made


@pytest.fixture
def tried(home: Path) -> tuple[Artifact, Artifact]:
    """The resampled map that the manifest asks for, and after it a try."""
    add_map(home)
    for key in MAP:
        tiny.make(key, "tiny-map")
    planned = tiny.made("maps/resampled", "tiny-map")
    assert planned is not None
    return planned, try_("tiny-map", "maps/resampled", voxel_angstrom=3.0)


def test_what_is_shown_is_the_plan_and_a_try_is_named_as_one(
    tried: tuple[Artifact, Artifact], cryo: Any
) -> None:
    planned, other = tried
    assert other.version != planned.version and other.made.tried and not planned.made.tried
    assert Path(cryo("path", "tiny-map", "maps/resampled").strip()) == planned.folder
    shown = cryo("show", "tiny-map", "--json")
    assert shown["assets"]["maps/resampled"]["version"] == planned.version
    assert [one["version"] for one in shown["not_in_use"]["maps/resampled"]] == [other.version]
    table = cryo("show", "tiny-map")
    assert "not in use, a try: setting voxel_angstrom" in table
    assert planned.version in cryo("why", "tiny-map", "maps/resampled")
    assert "made as a try" in cryo("why", other.version)


def test_a_try_is_no_reason_of_a_plan_and_no_result_of_an_entry_that_has_none(home: Path, cryo: Any) -> None:
    add_map(home)
    tiny.make("maps/source", "tiny-map")
    try_("tiny-map", "maps/resampled", voxel_angstrom=3.0)
    row = planner().plan("tiny-map").row("maps/resampled")
    assert row.state == "compute" and row.why == ("never computed",)
    assert {r["asset"]: r["why"] for r in cryo("plan", "--json")["entries"]["tiny-map"]}[
        "maps/resampled"
    ] == ["never computed"]
    assert "is a try, not in use" in cryo("path", "tiny-map", "maps/resampled", code=1)


def test_what_was_used_before_is_used_again_when_the_manifest_says_so(home: Path, cryo: Any) -> None:
    """The newest version is not the one in use after a manifest was changed back and run."""
    folder = add_map(home)
    first = [tiny.make(key, "tiny-map") for key in MAP][1]
    change(folder / "map.yaml", settings={"maps": {"resampled": {"voxel_angstrom": 3.0}}})
    second = tiny.make("maps/resampled", "tiny-map")
    assert first and second and chosen(planner(), "tiny-map", "maps/resampled").version == second.version
    change(folder / "map.yaml", settings=None)
    assert chosen(planner(), "tiny-map", "maps/resampled").version == first.version
    tiny.make("maps/resampled", "tiny-map")
    assert planner().store.current("maps/resampled", "tiny-map").version == first.version
    change(folder / "map.yaml", settings={"maps": {"resampled": {"voxel_angstrom": 2.5}}})
    (why,) = planner().plan("tiny-map").row("maps/resampled").why
    assert why.endswith("→ 2.5") and "3.0" not in why, "told against what was in use, not what is newest"


def test_training_gathers_what_is_in_use(home: Path) -> None:
    add_map(home)
    planned = [tiny.make(key, "tiny-map") for key in MAP][1]
    try_("tiny-map", "maps/resampled", voxel_angstrom=3.0)
    steps = dict(tiny.STEPS) | {
        "training/profiles": dataclasses.replace(tiny.STEPS["training/profiles"], gathers=("maps/resampled",))
    }
    recipe = planner(steps).plan("training").recipe("training/profiles")
    assert recipe and planned and recipe.inputs == {"maps/resampled@tiny-map": planned.version}
    rows = dict(Overview(planner(steps)).plans(["training"]))["training"]
    assert not isinstance(rows, CryoError)
    assert {row.asset: row.version for row in rows}["training/profiles"] == recipe.version


def test_the_settings_of_a_try_become_the_manifests(
    tried: tuple[Artifact, Artifact], home: Path, cryo: Any
) -> None:
    _, other = tried
    manifest = home / "inbox" / "tiny-map" / "map.yaml"
    manifest.write_text("# my own words\n" + manifest.read_text())
    said = cryo("adopt-settings", "tiny-map", other.version[:8], "--json")
    assert said["settings"] == {"maps.resampled.voxel_angstrom": 3.0} and "is in use" in said["next"]
    assert manifest.read_text().startswith("# my own words\n")
    assert Path(cryo("path", "tiny-map", "maps/resampled").strip()) == other.folder
    assert planner().plan("tiny-map").row("maps/resampled").state == "stored"
    assert cryo("show", "tiny-map", "--json")["not_in_use"] == {}
    change(manifest, settings={"maps": {"resampled": {"voxel_angstrom": 2.5}}})
    assert planner().plan("tiny-map").row("maps/resampled").why == ("setting voxel_angstrom: 3.0 → 2.5",)


def test_a_version_of_another_entry_is_refused(
    tried: tuple[Artifact, Artifact], home: Path, cryo: Any
) -> None:
    add_map(home, "other")
    assert "not of other" in cryo("adopt-settings", "other", tried[1].version[:8], code=2)
