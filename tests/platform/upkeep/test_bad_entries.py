"""An entry with a fault costs no other: whatever looks at all entries names the fault, and goes on."""

from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import tiny

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.definitions import defs
from cryo_assets.engine.overview import Overview
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.jobs import agenda

SOME = {key: STEPS[key] for key in ("maps/source", "maps/resampled", "particles/source")}

MANIFESTS = {
    "not-yaml": ("map.yaml", "{"),
    "no-mapping": ("map.yaml", "- a\n"),
    "no-file": ("map.yaml", "map: nothing.mrc\n"),
    "null-in-path": ("dataset.yaml", 'particles: "a\\0b"\n'),
    "long-path": ("map.yaml", f"map: {'x' * 5000}\n"),
    "no-user": ("map.yaml", "map: ~nobody-at-all/x.mrc\n"),
    "no-asset": ("map.yaml", "map: ../good/map.mrc\nsettings: {no-such: {thing: {a: 1}}}\n"),
    "no-setting": ("map.yaml", "map: ../good/map.mrc\nsettings: {maps: {resampled: {voxel_angstrom: -3}}}\n"),
    "list": ("map.yaml", "map: ../good/map.mrc\nsettings: {maps: {resampled: [1]}}\n"),
    "number": ("map.yaml", "map: ../good/map.mrc\nsettings: {1: {2: 3}}\n"),
    "other-name": ("map.yaml", "map: ../good/map.mrc\nname: mine\n"),
    "with space": ("map.yaml", "map: ../good/map.mrc\n"),
    "binary": ("dataset.yaml", "particles: p.star\n"),
    "loop": ("dataset.yaml", "particles: loop.star\n"),
}


@pytest.fixture
def bad(home: Path) -> Path:
    tiny.add_map(home, "good")
    for key in ("maps/source", "maps/resampled"):
        tiny.make(key, "good")
    for name, (file, text) in MANIFESTS.items():
        folder = home / "inbox" / name
        folder.mkdir()
        (folder / file).write_text(text)
    (home / "inbox" / "binary" / "p.star").write_bytes(b"\0\xff" * 99)
    (home / "inbox" / "loop" / "loop.star").symlink_to("loop.star")
    both = home / "inbox" / "two-kinds"
    both.mkdir()
    for file in ("map.yaml", "dataset.yaml"):
        (both / file).write_text("")
    (home / "inbox" / "training").mkdir()
    (home / "inbox" / "training" / "training.yaml").write_text("models: [nowhere]\n")
    (home / "store" / "maps" / "source" / "good" / "stray").write_text("x")
    return home


def test_commands_name_each_fault_and_go_on(bad: Path, cryo: Any) -> None:
    told = cryo("plan", code=2)
    assert all(f"cryo: {name}: " in told for name in (*MANIFESTS, "two-kinds", "training"))
    assert cryo("prune", "--keep", "1", "--yes", "--json")["removed"] == []
    assert "good" in cryo("du") and cryo("verify", "--json")["sound"]
    assert cryo("path", "good", "maps/resampled")
    cryo("list", code=2)
    for name in ("not-yaml", "two-kinds"):
        cryo("rm", name, "--yes")
        assert not (bad / "inbox" / name).exists(), "what is broken can be taken out"


@pytest.mark.parametrize("auto", [False, True])
def test_sensors_and_the_schedule_go_on(bad: Path, auto: bool) -> None:
    (bad / "watch.yaml").write_text(f"auto: {str(auto).lower()}\n")
    tiny.add_map(bad, "new")
    with instance_of(Home(bad)) as instance:
        context = dg.build_sensor_context(instance=instance, definitions=defs)
        tick: Any = defs.get_sensor_def("inbox")(context)
        asked = [request.partition_key for request in tick.run_requests or []]
        assert ("new" in asked) == auto and ("not-yaml" in asked) == auto and "with space" not in asked
        assert auto or "new: run? " in tick.skip_reason.skip_message
        chosen, _, faults = agenda(Overview(tiny.planner(SOME)), Upkeep(), instance)
    assert [due.name for due in chosen] == ["new"] and set(MANIFESTS) <= set(faults)
