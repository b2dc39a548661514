"""A run plans its entry once, and only what uses a GPU waits for one."""

import ast
import inspect
import textwrap
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
import tiny

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine import planner, produce
from cryo_assets.engine.shelf import StoreShelf
from cryo_assets.engine.step import GPU, Step
from cryo_assets.graph.launch import run
from cryo_assets.home import Home
from cryo_core.heterogeneity.accelerated import has_cuml


def test_a_run_reads_its_entry_once_and_makes_each_recipe_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.add_map(home)
    read: list[str] = []
    recipes: list[str] = []

    def reading(self: StoreShelf, name: str) -> Any:
        read.append(name)
        return StoreShelf_read(self, name)

    def recipe(**fields: Any) -> Any:
        recipes.append(fields["asset"])
        return planner_Recipe(**fields)

    StoreShelf_read, planner_Recipe = StoreShelf.read, planner.Recipe
    monkeypatch.setattr(StoreShelf, "read", reading)
    monkeypatch.setattr(planner, "Recipe", recipe)
    outcome = run(Home(home), "tiny-map", tiny.QUIET, to="maps/confidence")
    assert not outcome.failures and "maps/confidence" in outcome.computed
    assert read == ["tiny-map"]
    assert set(outcome.computed) <= set(recipes) and set(Counter(recipes).values()) == {1}


def test_a_plan_sees_what_was_made_since_it_was_begun(home: Path) -> None:
    tiny.add_map(home)
    plan = tiny.planner().plan("tiny-map")
    before = {row.asset: row.state for row in plan.rows()}
    assert tiny.make("maps/source", "tiny-map") is not None
    after = {row.asset: row.state for row in plan.rows()}
    assert (before["maps/source"], after["maps/source"]) == ("compute", "stored")
    assert after["maps/resampled"] == "compute"


def test_an_ended_round_is_seen_by_a_plan_that_was_begun_before(home: Path) -> None:
    tiny.add_dataset(home, rounds=2)
    plan = tiny.planner().plan("tiny")
    made = {row.asset: row for row in plan.rows()}
    assert made["round_02/model"].state == "compute"
    recipe = made["round_01/fsc"].recipe
    assert recipe is not None
    with plan.planner.store.draft(recipe) as draft:
        (draft.folder / "out.txt").write_text("settled")
        draft.finish({"stop": "settled"}, "stop", (), {}, produce.Circumstances("2026-01-01"))
    rows = {row.asset: row for row in plan.rows()}
    assert rows["round_02/model"].why == ("round_01/fsc: settled",)
    assert rows["results/classes"].version != made["results/classes"].version
    assert [row.version for row in plan.rows()] == [row.version for row in tiny.planner().rows("tiny")]


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.key)
def test_the_pool_of_the_gpu_is_of_steps_that_use_the_tasks_device(step: Step) -> None:
    uses = any(_names_the_device(function) for function in _reached(step.compute, set()))
    by_cuml = step.key.endswith("/embedding")  # uses a GPU where cuML is installed, and only there
    assert (step.pool == GPU) == (has_cuml() if by_cuml else uses)


def _reached(value: Any, seen: set[int]) -> Iterator[FunctionType]:
    """The functions of assets that a step's computation leads to."""
    value = value.func if isinstance(value, partial) else inspect.unwrap(value)
    if id(value) in seen or not value.__module__.startswith("cryo_assets.assets"):
        return
    seen.add(id(value))
    members = list(vars(value).values()) if isinstance(value, type) else [value]
    written = [
        m for m in members if isinstance(m, FunctionType) and "/cryo_assets/" in m.__code__.co_filename
    ]
    for function in written:
        yield function
        names = {node.id for node in ast.walk(_tree(function)) if isinstance(node, ast.Name)}
        for named in (function.__globals__.get(name) for name in names):
            if isinstance(named, FunctionType | type):
                yield from _reached(named, seen)


def _tree(function: FunctionType) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def _names_the_device(function: FunctionType) -> bool:
    """Whether `task.device` or `self.task.device` stands in a function."""
    attributes = [node for node in ast.walk(_tree(function)) if isinstance(node, ast.Attribute)]
    return any(node.attr == "device" and ast.unparse(node.value).endswith("task") for node in attributes)
