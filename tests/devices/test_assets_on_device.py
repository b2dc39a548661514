"""Every asset of a data set and of a map is made on a device that is not the CPU, and says what the CPU says."""

import math
from pathlib import Path

import pytest
import tiny
import torch
from standin import DEVICE, stand_in

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine import produce
from cryo_assets.engine.produce import RunContext
from cryo_assets.engine.step import GPU

SETTINGS = {
    "round_01": {
        "model": {"linear": {"shells": 7, "iterations": 2, "early_iterations": 1, "components": 1}},
        "latents": {"walk_points": 2},
        "clusters": {"classes": 2},
        "poses": {"iterations": 1},
    },
    "posefree": {
        "model": {"search": {"last_shell": 4, "steps": 2, "order": 1, "restarts": 1, "most_restarts": 1}}
    },
}
"""Of a round that is over soon."""

OF_A_LAYOUT = ("umap_neighbours_kept",)
"""Numbers of UMAP's layout, which is drawn by chance: rounding of what it is given leads to another one."""

LOOSE = {"poses", "maps", "fsc", "classes", "sharpened", "local_resolution", "report", "clusters", "latents"}
"""Assets of a round go on from one another: they amplify sums in another order."""


def _made(name: str, on_device: bool) -> dict[str, dict[str, object]]:
    """Numbers of each asset of an entry, all made anew."""
    plan = tiny.planner().plan(name)
    numbers = {}
    for row in plan.rows():
        if row.state == "skipped":
            continue
        if on_device and STEPS[row.asset].pool == GPU:
            with stand_in() as counts, pytest.MonkeyPatch.context() as patch:
                patch.setattr(produce, "choose_device", lambda _: DEVICE)
                artifact, computed = produce.produce(plan, row.asset, RunContext(tiny.QUIET))
            assert counts.launched > 0, f"{row.asset} asks nothing of the device it is given"
        else:
            artifact, computed = produce.produce(plan, row.asset, RunContext(tiny.QUIET))
        assert (
            artifact is not None and computed and all(c.passed for c in artifact.checks if c.name == "finite")
        )
        numbers[row.asset] = dict(artifact.numbers)
    return numbers


def _require_alike(here: dict[str, dict[str, object]], there: dict[str, dict[str, object]]) -> None:
    assert here.keys() == there.keys()
    compared = 0
    for key, numbers in here.items():
        assert numbers.keys() == there[key].keys(), key
        tolerance = 0.1 if key.split("/")[1] in LOOSE else 0.02
        for name, value in numbers.items():
            if not isinstance(value, float) or "second" in name or name in OF_A_LAYOUT:
                continue
            other = there[key][name]
            assert isinstance(other, float)
            assert math.isclose(value, other, rel_tol=tolerance, abs_tol=0.02), (
                f"{key} {name}: {value}, {other}"
            )
            compared += 1
    assert compared > 10


def test_all_assets_of_a_map(home: Path) -> None:
    for name in ("here", "there"):
        tiny.add_map(home, name)
    _require_alike(_made("here", False), _made("there", True))


def test_all_assets_of_a_data_set(home: Path) -> None:
    for name in ("here", "there"):
        tiny.add_dataset(home, name, rounds=1, settings=SETTINGS)
    torch.manual_seed(0)
    _require_alike(_made("here", False), _made("there", True))
