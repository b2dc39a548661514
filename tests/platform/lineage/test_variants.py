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
    assert again["particles/consensus"][0].entry == "more"
    assert _make("tiny", "particles/consensus")["particles/consensus"][1] is False  # made for its variant
    small = _make("small", "particles/source", "particles/stack")
    assert small["particles/source"][0].folder == made["particles/source"][0].folder
    assert small["particles/stack"][0].entry == "small" and small["particles/stack"][1]
    assert small["particles/stack"][0].numbers["box"] == 24


def _versions(name: str) -> dict[str, str]:
    return {row.asset: row.version for row in planner().rows(name)}


def test_other_classes_need_no_other_model(home: Path, cryo: Any) -> None:
    """The dearest steps are made once: what has the same recipe, names of entries aside, is the same version."""
    add_dataset(home, rounds=1)
    four = "round_01.clusters.classes=4"
    cryo("add", "--variant-of", "tiny", "--name", "k4", "--set", four)
    cryo(
        "add",
        "--variant-of",
        "k4",
        "--name",
        "k4-kept",
        "--set",
        four,
        "--set",
        "round_01.clusters.keep=true",
    )
    cryo(
        "add",
        "--variant-of",
        "tiny",
        "--name",
        "k4-again",
        "--set",
        four,
        "--set",
        "results.export.images=true",
    )
    tiny, k4, kept, again = (_versions(name) for name in ("tiny", "k4", "k4-kept", "k4-again"))
    before = [key for key in tiny if key.startswith("particles/")]
    before += [f"round_01/{name}" for name in ("model", "latents", "embedding")]
    before += ["states/density", "states/separation"]
    for other in (k4, kept, again):
        assert [key for key in tiny if other[key] == tiny[key]] == before
    export = {"results/export"}
    assert {key for key in k4 if again[key] != k4[key]} == export, "and so are those of two variants"
    assert kept["round_01/clusters"] != k4["round_01/clusters"]


def test_an_entry_that_is_no_variant_keeps_its_versions(home: Path) -> None:
    """Recipes of 0.1.0 name inputs by their keys, and the entry: a home's results are not made again."""
    add_dataset(home, rounds=1)
    recipe = planner().plan("tiny").recipe("round_01/latents")
    assert recipe and recipe.partition == "tiny"
    assert set(recipe.inputs) == {"particles/source", "particles/stack", "round_01/model"}


def test_each_variant_shows_its_own_results(variants: None, home: Path, cryo: Any) -> None:
    del variants
    made = {
        name: _make(name, "particles/source", "particles/stack")["particles/stack"][0]
        for name in ("small", "tiny")
    }
    for name, artifact in made.items():
        assert cryo("path", name, "particles/stack").strip() == str(artifact.folder)
        assert artifact.version in cryo("why", name, "particles/stack")
    assert {row["entry"]: row["results"] for row in cryo("list", "--json")["entries"]} == {
        "more": 0,
        "small": 2,
        "tiny": 1,  # its source was made for small
    }
    change(home / "inbox" / "small" / "dataset.yaml", settings={"particles": {"stack": {"box": 20}}})
    assert planner().plan("small").row("particles/stack").why == ("setting box: 24 → 20",)
    assert cryo("path", "small", "particles/stack").strip() == str(made["small"].folder), (
        "until it is made anew"
    )
    assert "never made" in cryo("path", "more", "particles/consensus", code=1)


def test_a_variant_is_removed_without_what_others_use(variants: None, cryo: Any) -> None:
    del variants
    made = _make("small", "particles/source", "particles/stack")
    _make("tiny", "particles/source", "particles/stack")
    cryo("rm", "small", "--yes")
    assert made["particles/source"][0].folder.exists() and not made["particles/stack"][0].folder.exists()
    _make("more", "particles/source")
    cryo("rm", "tiny", "--yes")
    assert made["particles/source"][0].folder.exists(), "the variant uses it still"


def test_a_variant_names_an_entry(home: Path, cryo: Any) -> None:
    folder = add_dataset(home, variant_of="../store")
    assert "dataset.yaml: field variant_of" in cryo("show", "tiny", code=2)
    change(folder / "dataset.yaml", variant_of=None)
    cryo("show", "tiny")


def test_variants_in_a_table(variants: None, home: Path, cryo: Any) -> None:
    del variants
    rows = cryo("compare", "tiny", "more", "small", "--json")
    assert [row["entry"] for row in rows] == ["tiny", "more", "small"]
    assert [row["particles.stack.box"] for row in rows] == ["default", "default", 24]
    assert [row["round_01.model.later_epochs"] for row in rows] == ["default", 7, 7]
    assert rows[0]["best_resolution_angstrom"] is None
    told = cryo("compare", "tiny", "small")
    assert told.index("set differently") < told.index("particles.stack.box") < told.index("results")
    change(home / "inbox" / "more" / "dataset.yaml", symmetry="C2", rounds=2)
    row = cryo("compare", "tiny", "more", "--json")[1]
    assert (
        list(row)[1:4] == ["round_01.model.later_epochs", "rounds_asked", "symmetry"]
        and row["symmetry"] == "C2"
    )
    assert "nothing: no entry of that name" in cryo("compare", "tiny", "more", "nothing", code=2)
    assert "more than two" in cryo("compare", "a.mrc", "b.mrc", "c.mrc", code=2)


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


def test_two_versions_say_first_what_was_set_and_not_what_follows_from_it(variants: None, cryo: Any) -> None:
    del variants
    for name in ("tiny", "small"):
        _make(name, "particles/source", "particles/stack", "particles/consensus")
    found = cryo("compare", "tiny:particles/consensus", "small:particles/consensus", "--json")
    assert found["why"] == {"particles/stack": ["setting box: None → 24"]}
    told = cryo("compare", "tiny:particles/consensus", "small:particles/consensus")
    assert told.index("setting box: None → 24") < told.index("number")
