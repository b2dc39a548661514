"""`cryo cluster` and `cryo filter`: labels from latents, and data sets made of the classes one wants."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import tiny
import yaml

from cryo_assets.cli.tools.cluster import image_names
from cryo_assets.entries.manifest import Dataset
from cryo_assets.home import Home
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Artifact, Circumstances, Store
from cryo_core.formats.fields import Overrides
from cryo_core.formats.particles import open_stack, read_images, write_particles


def _latents(folder: Path, count: int = 600) -> np.ndarray:
    random = np.random.default_rng(1)
    state = np.arange(count) % 3
    centre = np.array([[2.0, 0, 0], [-1, 1.7, 0], [-1, -1.7, 0]])
    np.save(folder / "z.npy", (centre[state] + 0.3 * random.normal(size=(count, 3))).astype(np.float32))
    np.save(folder / "precision.npy", np.tile(np.eye(3, dtype=np.float32) * 12, (count, 1, 1)))
    return state


@pytest.mark.parametrize("method", ["mixture", "hdbscan", "gmm"])
def test_cluster_writes_labels_and_says_how_it_chose(tmp_path: Path, cryo: Any, method: str) -> None:
    state = _latents(tmp_path)
    out = tmp_path / "deep" / "labels.csv"
    given = ["--precision", tmp_path / "precision.npy"] if method == "mixture" else []
    said = cryo("cluster", tmp_path / "z.npy", "--method", method, "-o", out, "--most", 4, *given, "--json")
    table = pd.read_csv(out)
    assert list(table.columns) == ["image", "class", "probability"] and len(table) == 600
    assert said["classes"] == 3 and said["particles"] == 600 and "3 classes" in said["verdict"]
    assert said["counts"] == {
        str(k): int(v) for k, v in table["class"][table["class"] > 0].value_counts().items()
    }
    assert sum(row["chosen"] for row in said["scores"]) == 1 and said["noise"] == (table["class"] == -1).sum()
    kept = table["class"] > 0
    pairs = set(zip(state[kept], table["class"][kept], strict=True))
    assert len(pairs) == 3 and kept.mean() > 0.8
    assert "exists; --overwrite" in cryo("cluster", tmp_path / "z.npy", "-o", out, code=2)


@pytest.mark.parametrize("on", ["pc", "tsne"])
def test_any_embedding_is_looked_at(tmp_path: Path, cryo: Any, on: str) -> None:
    state = _latents(tmp_path, 300)
    out = tmp_path / "labels.csv"
    given = ("--method", "kmeans", "--on", on, "--classes", 3)
    said = cryo("cluster", tmp_path / "z.npy", "-o", out, *given, "--json")
    assert (said["on"], said["classes"]) == (on, 3)
    pairs = pd.crosstab(state, pd.read_csv(out)["class"])
    assert pairs.max(axis=1).sum() > 290


def test_classes_keep_the_numbers_they_had(tmp_path: Path, cryo: Any) -> None:
    state = _latents(tmp_path)
    before = np.array([7, 4, 9])[state]
    pd.DataFrame({"image": np.arange(1, 601), "class": before}).to_csv(tmp_path / "before.csv", index=False)
    said = cryo(
        "cluster", tmp_path / "z.npy", "-o", tmp_path / "labels.csv", "--before", tmp_path / "before.csv",
        "--classes", 3, "--json",
    )  # fmt: skip
    assert (pd.read_csv(tmp_path / "labels.csv")["class"].to_numpy() == before).mean() > 0.99
    assert "Classes 4, 7, 9 go on" in said["matched"]


def test_hostile_and_wrong_files_are_one_line(tmp_path: Path, cryo: Any) -> None:
    _latents(tmp_path)
    (tmp_path / "text.npy").write_text("not an array")
    np.save(tmp_path / "object.npy", np.array([{"a": 1}], object), allow_pickle=True)
    header = (tmp_path / "z.npy").read_bytes()[:400].replace(b"(600, 3)", b"(600000000, 3)")
    (tmp_path / "huge.npy").write_bytes(header)
    np.save(tmp_path / "flat.npy", np.zeros(5))
    np.save(tmp_path / "nan.npy", np.full((50, 2), np.nan))
    np.save(tmp_path / "short.npy", np.zeros((5, 3, 3)))
    (tmp_path / "bad.csv").write_text("image,class\n1,1\n2,x\n")
    z = tmp_path / "z.npy"
    for arguments, part in (
        ([tmp_path / "none.npy"], "none.npy: no such file"),
        ([tmp_path / "text.npy"], "not a .npy file of numbers"),
        ([tmp_path / "object.npy"], "not a .npy file of numbers"),
        ([tmp_path / "huge.npy"], "not a .npy file of numbers"),
        ([tmp_path / "flat.npy"], "should have 2 dimensions"),
        ([tmp_path / "nan.npy"], "row 1 are not finite"),
        ([z, "--precision", tmp_path / "short.npy"], "short.npy: shape (5, 3, 3)"),
        ([z, "--before", tmp_path / "bad.csv"], "row 2, field class: 'x'"),
        ([z, "--method", "magic"], "'magic' is not one of 'mixture', 'gmm'"),
        ([z, "--method", "mixture"], "needs the precision"),
        ([z, "--smallest", "0.9"], "--smallest"),
        ([z, "--on", "som"], "'som' is not one of 'latents'"),
    ):
        assert part in cryo("cluster", *arguments, "-o", tmp_path / "x.csv", code=2), part
    assert not (tmp_path / "x.csv").exists()


# --------------------------------------------------------------------------------------------- cryo filter


def _clustered(home: Path) -> tuple[Artifact, np.ndarray]:
    """Put latents and classes of the tiny set into the store, as a round leaves them."""
    tiny.add_dataset(home, rounds=1)
    plan = tiny.planner()
    source = tiny.make("particles/source", "tiny", plan)
    assert source is not None
    particles = read_images(source.path("particles.star"), None, Overrides(), (Path("/"),))
    label = np.array([1, 2, 3, -1])[np.arange(len(particles)) % 4]
    table = pd.DataFrame({"image": image_names(particles), "class": label, "probability": 0.9})
    store = Store(Home(home).store, Home(home).work)
    latents = _stored(store, "round_01/latents", {"particles/source": source.version}, None, particles)
    clusters = _stored(store, "round_01/clusters", {"round_01/latents": latents.version}, table, None)
    score = np.where(label > 0, np.linspace(60.0, 10.0, len(label)), np.nan)  # residuals of 0.64 to 0.99
    with store.draft(
        Recipe("round_01/poses", "tiny", "1", {}, {}, {}, {clusters.recipe.asset: clusters.version})
    ) as draft:
        np.savez(draft.folder / "scores.npz", score=score)
        draft.finish({"particles": 120}, "particles", (), {}, Circumstances(created="2024-01-01"))
    return clusters, label


def _stored(store: Store, asset: str, inputs: dict[str, str], table: Any, particles: Any) -> Artifact:
    recipe = Recipe(asset, "tiny", "1", {}, {}, {}, inputs)
    with store.lock(recipe), store.draft(recipe) as draft:
        if table is not None:
            table.to_csv(draft.folder / "labels.csv", index=False)
        else:
            from dataclasses import replace

            moved = replace(particles.poses, shift_angstrom=particles.poses.shift_angstrom + 1.5)
            write_particles(draft.folder / "particles.star", replace(particles, poses=moved))
        made = Circumstances(created="2024-01-01")
        return draft.finish({"particles": 120}, "particles", (), {}, made)


def test_filter_makes_a_set_that_says_where_it_came_from(home: Path, cryo: Any) -> None:
    clusters, label = _clustered(home)
    said = cryo("filter", "tiny", "--drop-class", 3, "--drop-noise", "--name", "good", "--json")
    assert (said["particles"], said["of"], said["classes"], said["noise"]) == (60, 120, [1, 2], False)
    manifest = Dataset.read(home / "inbox" / "good" / "dataset.yaml")
    derived = manifest.derived_from
    assert derived is not None and (derived.dataset, derived.version) == ("tiny", clusters.version)
    assert derived.clusters == "round_01/clusters" and derived.particles == 60
    old = read_images(tiny.simulated() / "particles.star")
    new = read_images(home / "inbox" / "good" / "particles.star", image_roots=tuple(manifest.image_roots))
    keep = np.flatnonzero(np.isin(label, [1, 2]))
    assert (new.image_number == old.image_number[keep]).all()
    assert np.allclose(new.poses.rotation, old.poses.rotation[keep], atol=1e-4)
    assert np.allclose(open_stack(new).read(np.arange(4)), open_stack(old).read(keep[:4]))
    ran = cryo("run", "good", "--to", "particles/stack", "--json")
    assert not ran["failures"]
    source = read_images(
        tiny.planner().store.current("particles/source", "good").path("particles.star"),
        None,
        Overrides(),
        (Path("/"),),
    )  # type: ignore[union-attr]  # noqa: E501
    first = read_images(
        tiny.planner().store.current("particles/source", "tiny").path("particles.star"),
        None,
        Overrides(),
        (Path("/"),),
    )  # type: ignore[union-attr]  # noqa: E501
    assert (source.half_set == first.half_set[keep]).all(), "half sets never change"


def test_filter_leaves_a_try_alone(home: Path, cryo: Any) -> None:
    """Clusters of other settings, of one run in the launchpad, are newer; their class 2 is another."""
    clusters, label = _clustered(home)
    images = pd.read_csv(clusters.path("labels.csv"))["image"]
    table = pd.DataFrame({"image": images, "class": 2, "probability": 0.9})
    recipe = Recipe("round_01/clusters", "tiny", "1", {"classes": 4}, {}, {}, dict(clusters.recipe.inputs))
    store = tiny.planner().store
    with store.draft(recipe) as draft:
        table.to_csv(draft.folder / "labels.csv", index=False)
        made = Circumstances(created="2025-01-01", entry="tiny", tried=True)
        draft.finish({"particles": 120}, "particles", (), {}, made)
    said = cryo("filter", "tiny", "--keep-class", 2, "--name", "two", "--json")
    assert said["particles"] == (label == 2).sum() and said["version"] == clusters.version


def test_filter_by_residual_with_moved_poses_and_truth(home: Path, cryo: Any) -> None:
    _, label = _clustered(home)
    state = np.arange(120) % 3
    folder = home / "inbox" / "tiny"
    np.save(folder / "truth.npy", state)
    plain = yaml.safe_load((folder / "dataset.yaml").read_text())
    tiny.change(folder / "dataset.yaml", truth=plain["truth"] | {"labels": "truth.npy"})
    cryo("filter", "tiny", "--max-residual", 0.8, "--keep-class", 1, "--poses", "moved", "--name", "few")
    keep = np.flatnonzero((label == 1) & (1 - np.linspace(0.6, 0.1, 120) ** 2 <= 0.8))
    manifest = Dataset.read(home / "inbox" / "few" / "dataset.yaml")
    new = read_images(home / "inbox" / "few" / "particles.star", image_roots=tuple(manifest.image_roots))
    old = read_images(tiny.simulated() / "particles.star")
    assert len(new) == len(keep)
    assert np.allclose(new.poses.shift_angstrom, old.poses.shift_angstrom[keep] + 1.5, atol=1e-4)
    assert manifest.truth is not None and sum(manifest.truth.fractions) == pytest.approx(1)
    assert (np.load(home / "inbox" / "few" / "labels.npy") == state[keep]).all()
    assert len(manifest.truth.maps) == 3 and all(path.is_file() for path in manifest.truth.maps)


def test_filter_refuses_what_cannot_be_meant(home: Path, cryo: Any) -> None:
    tiny.add_dataset(home, "bare")
    assert "no clusters were made" in cryo("filter", "bare", "--drop-noise", code=1)
    _clustered(home)
    for arguments, part in (
        (["tiny"], "nothing to leave out"),
        (["tiny", "--drop-class", "9"], "class 9: there are 1, 2, 3"),
        (["tiny", "--drop-class", "1", "--keep-class", "2"], "give one of them"),
        (["tiny", "--max-residual", "0.1", "--drop-noise"], "0 particles would be left of 120"),
        (["tiny", "--drop-noise", "--name", "bare"], "an entry of this name exists"),
        (["tiny", "--drop-noise", "--name", "../up"], "name '../up'"),
        (["nobody", "--drop-noise"], "neither dataset.yaml nor map.yaml"),
    ):
        assert part in cryo("filter", *arguments, code=2), part
    assert sorted(p.name for p in (home / "inbox").iterdir()) == ["bare", "tiny"]
    assert list((home / "work").glob("filter-*")) == []
