"""Variants: the same particles under other settings, sharing what they would make alike."""

from pathlib import Path
from typing import Any

import pytest
from tiny import QUIET, STEPS, add_dataset, change, planner

from cryo_assets.engine.produce import RunContext, produce
from cryo_assets.entries.manifest import read_manifest


def _make(name: str, *keys: str) -> dict[str, Any]:
    plan = planner().plan(name)
    return {key: produce(plan, key, RunContext(QUIET)) for key in keys}


@pytest.fixture
def variants(home: Path, cryo: Any) -> None:
    add_dataset(home)
    cryo("add", "--variant-of", "tiny", "--name", "more", "--set", "round_01.model.later_epochs=7")
    cryo("add", "--variant-of", "more", "--name", "small", "--set", "particles.stack.box=24")


def test_a_variant_uses_what_its_original_made_and_makes_what_differs(variants: None) -> None:
    del variants
    made = _make("tiny", "particles/source", "particles/stack")
    again = _make("more", "particles/source", "particles/stack", "particles/consensus")
    for key in made:
        assert again[key][0].folder == made[key][0].folder and not again[key][1]
    assert again["particles/consensus"][0].recipe.partition == "tiny"
    assert _make("tiny", "particles/consensus")["particles/consensus"][1] is False  # made for its variant
    small = _make("small", "particles/source", "particles/stack")
    assert small["particles/source"][0].folder == made["particles/source"][0].folder
    assert small["particles/stack"][0].recipe.partition == "small" and small["particles/stack"][1]
    assert small["particles/stack"][0].numbers["box"] == 24
    assert set(small["particles/stack"][0].recipe.inputs) == {"particles/source@tiny"}


def test_rounds_of_a_variant_are_its_own(variants: None, home: Path) -> None:
    del variants
    for name in ("tiny", "more"):
        change(home / "inbox" / name / "dataset.yaml", rounds=1)
    rows = {name: {row.asset: row for row in planner().rows(name)} for name in ("tiny", "more")}
    same = rows["tiny"]["particles/stack"].version, rows["more"]["particles/stack"].version
    assert same[0] == same[1]
    recipe = rows["more"]["round_01/model"].recipe
    assert recipe.partition == "more" and set(recipe.inputs) == {"particles/stack@tiny"}
    assert rows["tiny"]["round_01/model"].version != recipe.version


def test_variants_in_a_table(variants: None, home: Path, cryo: Any) -> None:
    del variants
    rows = cryo("compare", "tiny", "more", "small", "--json")
    assert [row["entry"] for row in rows] == ["tiny", "more", "small"]
    assert [row["particles.stack.box"] for row in rows] == ["default", "default", 24]
    assert [row["round_01.model.later_epochs"] for row in rows] == ["default", 7, 7]
    assert rows[0]["best_resolution_angstrom"] is None
    assert "more than two" in cryo("compare", "tiny", "more", "nothing", code=2)


def _of_clusters(home: Path, name: str, setting: str) -> list[Any]:
    """A setting of clusters in each round."""
    plan, manifest = planner(), read_manifest(home / "inbox", name)[1]
    return [plan.settings(STEPS[f"round_{n:02d}/clusters"], manifest, {})[setting] for n in range(1, 11)]


def test_settings_of_every_round_are_given_and_shown_once(variants: None, home: Path, cryo: Any) -> None:
    del variants
    every = ("--set", "round_*.clusters.method=kmeans", "--set", "round_*.clusters.on=umap3")
    cryo("add", "--variant-of", "tiny", "--name", "kmeans", *every)
    written = read_manifest(home / "inbox", "kmeans")[1].settings
    assert written == {"round_*": {"clusters": {"method": "kmeans", "on": "umap3"}}}
    assert _of_clusters(home, "kmeans", "method") == ["kmeans"] * 10
    rows = cryo("compare", "tiny", "kmeans", "--json")
    assert rows[1]["round_*.clusters.method"] == "kmeans" and rows[1]["round_*.clusters.on"] == "umap3"
    assert not any(key.startswith("round_0") for key in rows[1])
    assert "no such setting" in cryo(
        "add", "--variant-of", "tiny", "--name", "x", "--set", "round_*.clusters.no=1", code=2
    )


def test_a_round_of_its_own_wins_over_all_rounds_and_a_variant_over_its_original(
    home: Path, cryo: Any
) -> None:
    add_dataset(home)
    own = ("--set", "round_02.clusters.classes=3", "--set", "round_*.clusters.classes=2")
    cryo("add", "--variant-of", "tiny", "--name", "own", *own)
    cryo("add", "--variant-of", "own", "--name", "again", "--set", "round_*.clusters.classes=5")
    assert _of_clusters(home, "own", "classes") == [2, 3, *[2] * 8]
    assert _of_clusters(home, "again", "classes") == [5] * 10


def test_a_setting_of_one_round_that_another_has_not_is_said(home: Path, cryo: Any) -> None:
    add_dataset(home, rounds=3)
    one = cryo(
        "add", "--variant-of", "tiny", "--name", "one", "--set", "round_01.clusters.classes=4", "--json"
    )
    (said,) = one["warnings"]
    assert said.startswith("clusters.classes is 4 in round 1, left to choose in rounds 2, 3")
    assert "round_*.clusters.classes" in said
    every = cryo(
        "add", "--variant-of", "tiny", "--name", "all", "--set", "round_*.clusters.classes=4", "--json"
    )
    assert every["warnings"] == []


def test_what_is_no_variant_is_said(home: Path, cryo: Any) -> None:
    add_dataset(home)
    assert "give one of them" in cryo("add", code=2)
    assert "--name" in cryo("add", "--variant-of", "tiny", "--set", "particles.stack.box=24", code=2)
    assert "--set" in cryo("add", "--variant-of", "tiny", "--name", "same", code=2)
