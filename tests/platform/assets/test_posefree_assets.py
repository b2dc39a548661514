"""Poses from images alone as assets: asked for, made, shown, and handed on to the rounds."""

import json
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg
import numpy as np
import pandas as pd
import pytest
import tiny
import torch
import yaml
from letter import letter_images
from mlflow import MlflowClient
from PIL import Image

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.graph.factory import _observe
from cryo_assets.home import Home
from cryo_assets.pictures.draw import LARGEST_BYTES
from cryo_assets.pictures.movie import movie
from cryo_assets.upkeep import posed
from cryo_core.data import Volume
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import read_images
from cryo_core.heterogeneity.linear.model import load_linear, volumes_at
from cryo_core.posefree.hand import mirrored_poses, mirrored_volume
from cryo_core.posefree.space import read_space

QUICK = {
    "steps": 2,
    "last_shell": 4,
    "most_restarts": 2,
    "held_out": 20,
    "candidates": 2,
    "global_passes": 1,
    "last_passes": 1,
}
LINEAR = {"iterations": 2, "early_iterations": 1, "components": 2, "shells": 7}
WALK = {"points": 4, "embedding": {"epochs": 5, "tsne": True, "fitted": 100}, "classes": {"classes": 2}}
SETTINGS = {
    "particles": {"stack": {"box": 32}},
    "posefree": {"model": {"box": 32, "search": QUICK}, "volumes": LINEAR, "walk": WALK},
}
KEYS = [key for key in STEPS if key.startswith("posefree/")]


def test_nobody_pays_for_what_was_not_asked_for(home: Path) -> None:
    tiny.add_dataset(home)
    assert not [row for row in tiny.planner().rows("tiny") if row.asset in KEYS]
    row = tiny.planner().plan("tiny").row("posefree/model")
    assert row.state == "skipped" and "cryo run" in row.why[0]
    tiny.change(home / "inbox/tiny/dataset.yaml", posefree=True)
    rows = {row.asset: row.state for row in tiny.planner().rows("tiny")}
    assert all(rows[key] == "compute" for key in KEYS)


def test_images_alone_give_poses_a_walk_and_a_data_set_with_poses(home: Path, cryo: Any) -> None:
    manifest = tiny.add_dataset(home, posefree=True, settings=SETTINGS) / "dataset.yaml"
    tiny.change(manifest, truth=yaml.safe_load(manifest.read_text())["truth"] | {"poses": "particles.star"})
    plan = tiny.planner()
    for key in ("particles/source", "particles/stack"):
        tiny.make(key, "tiny", plan)
    assert "no poses were found yet" in cryo("adopt", "tiny", code=1)
    made = {key: tiny.make(key, "tiny", plan) for key in KEYS}
    assert all(artifact.passed() for artifact in made.values())
    model, walk = made["posefree/model"], made["posefree/walk"]
    assert "restarts agree" in model.numbers["gap"] or "Only the best" in model.numbers["gap"]
    assert 0 <= model.numbers["truth_rotation_error_degrees"] <= 180
    report = json.loads(model.path("report.json").read_text())
    assert len(report["restarts"]) == model.numbers["restarts"] and "mirror" in report["hand"]
    density = read_volume(model.path("map.mrc"))
    torch.testing.assert_close(
        mirrored_volume(density).density, read_volume(model.path("map_other_hand.mrc")).density
    )
    assert len(list(walk.folder.glob("walk_01/*.mrc"))) == 4
    with Image.open(walk.path("movie.gif")) as film:
        assert film.n_frames == 6  # type: ignore[attr-defined]
    for artifact in made.values():
        for picture in artifact.pictures.values():
            assert 500 < artifact.path(picture).stat().st_size < LARGEST_BYTES
    axes = pd.read_csv(walk.path("axes.csv"))
    assert list(axes.columns) == ["axis", "mean", "deviation", "posterior_deviation", "kl_nats"]
    assert len(axes) == walk.numbers["axes"] and (axes["posterior_deviation"] <= 1.0).all()
    space = pd.read_csv(walk.path("latent_space.csv"))
    assert {"particle", "class", "pca_1", "umap_2", "tsne_2"} <= set(space.columns)
    assert {"UMAP", "t-SNE", "principal axes"} <= set(walk.pictures)
    _adopted_by_rule(manifest, model)
    _volumes_at_points(made["posefree/volumes"].path("model/linear.json").parent, home / "points", cryo)
    told = cryo("adopt", "tiny", "--other-hand", "--json")
    fields = yaml.safe_load(Path(told["manifest"]).read_text())
    assert told["name"] == "tiny-posed" and "posefree" not in fields.get("settings", {})
    rows = {row.asset: row.state for row in tiny.planner().rows("tiny-posed")}
    assert rows["particles/consensus"] == "compute" and not set(rows) & set(KEYS)
    root = home / "inbox" / "tiny"
    adopted = read_images(Path(told["manifest"]).parent / "particles.star", root, Overrides()).poses
    found = read_images(model.path("particles.star"), None, Overrides(), (Path("/"),)).poses
    torch.testing.assert_close(mirrored_poses(found).rotation, adopted.rotation, atol=1e-5, rtol=0)
    assert "exists" in cryo("adopt", "tiny", code=2)


def _adopted_by_rule(manifest: Path, model: Any) -> None:
    """Poses become a data set by themselves where the manifest says so and the search is sure; once."""
    assert posed.by_rule(tiny.planner(), "tiny") == ""
    tiny.change(manifest, adopt=True, auto=True)
    target = manifest.parent.parent / "tiny-posed"
    for sure in (False, True):
        with pytest.MonkeyPatch.context() as patch:
            judged = replace(model, numbers=model.numbers | {"believed": sure})
            patch.setattr(posed, "chosen", lambda *_, judged=judged: judged)
            said = posed.by_rule(tiny.planner(), "tiny")
        assert target.exists() == sure and (model.numbers["gap"] in said) != sure
    fields = yaml.safe_load((target / "dataset.yaml").read_text())
    assert fields["auto"] is True and fields["rounds"] == 1 and "adopt" not in fields
    assert posed.by_rule(tiny.planner(), "tiny") == ""
    shutil.rmtree(target)
    tiny.change(manifest, adopt=False, auto=False)
    assert model.numbers["believed"] is ("restarts agree" in model.numbers["gap"])


def _volumes_at_points(model: Path, folder: Path, cryo: Any) -> None:
    """Every way to choose points gives the maps that the model has there."""
    fit = load_linear(model)
    z = fit.latents.mean
    np.save(folder.with_suffix(".npy"), z[4:6].numpy())
    ends = torch.stack([z[2], 0.5 * (z[2] + z[8]), z[8]])
    ways: dict[str, tuple[tuple[Any, ...], torch.Tensor | None]] = {
        "a": (("--particles", "5,6"), z[4:6]),
        "b": (("--latents", folder.with_suffix(".npy")), z[4:6]),
        "c": (("--between", "3,9", "--straight", "--points", 3), ends),
        "d": (("--axis", 1, "--points", 3), None),
        "e": (("--random", 2), None),
    }
    for name, (options, points) in ways.items():
        told = cryo("volumes", model, "-o", folder / name, *options, "--json")
        made = [read_volume(Path(path)).density for path in told["files"]]
        assert len(made) == told["volumes"] and (folder / name / "movie.gif").stat().st_size < LARGEST_BYTES
        if points is not None:
            for density, wanted in zip(made, volumes_at(fit.mean, fit.components, points), strict=True):
                torch.testing.assert_close(density, wanted.density, atol=1e-5, rtol=1e-4)
    refused = {
        ("--particles", "0"): "particle 0",
        ("--between", "3"): "two particles",
        ("--axis", 99): "no such walk",
        ("--particles", "1", "--axis", 1): "choose where",
        ("--latents", model / "linear.json"): "not a .npy",
    }
    for wrong, said in refused.items():
        assert said in cryo("volumes", model, "-o", folder / "z", *wrong, code=2)
    assert "no pose-free model" in cryo("volumes", folder, "-o", folder / "z", "--axis", 1, code=2)
    assert "exists" in cryo("volumes", model, "-o", folder / "a", "--axis", 1, code=2)


def test_a_plain_stack_can_be_added_and_is_told_the_way(home: Path, tmp_path: Path, cryo: Any) -> None:
    stack = tmp_path / "plain.mrcs"
    with StackWriter(stack, 32, 2.0) as writer:
        writer.append(letter_images(120, 32, chiral=True).read(np.arange(120)))
    told = cryo("add", stack, "--contrast", "white", "--json")
    assert told["has_poses"] is False and told["particles"] == 120 and told["pixel_angstrom"] == 2.0
    assert any("posefree/walk" in line for line in told["missing"])
    assert tiny.planner().plan("plain").row("particles/consensus").state == "compute"
    said = cryo("run", "plain", "--to", "particles/consensus", code=2)
    assert "cryo adopt plain" in said and "posefree/walk" in said


def test_a_movie_shows_there_and_back_on_one_grey_scale(tmp_path: Path) -> None:
    volumes = [Volume(torch.full((20, 24, 22), float(i)), 2.0) for i in range(3)]
    movie(volumes, tmp_path / "movie.gif")
    with Image.open(tmp_path / "movie.gif") as film:
        assert film.n_frames == 4  # type: ignore[attr-defined]
        middle = []
        for frame in range(4):
            film.seek(frame)
            middle.append(np.asarray(film.convert("L"))[60, 60])
    assert middle[0] < middle[1] < middle[2] and middle[1] == middle[3]


def test_the_published_network_is_one_setting(home: Path, cryo: Any) -> None:
    network = {"box": 16, "latent": 2, "encoder_layers": 1, "encoder_width": 8, "decoder_layers": 1}
    network |= {"decoder_width": 8, "epochs": 2, "batch": 16, "learning_rate": 1e-3}
    stack = {"stack": {"box": 32}}
    settings = {"particles": stack, "posefree": {"model": {"method": "network", "network": network}}}
    tiny.add_dataset(home, posefree=True, settings=settings)
    plan = tiny.planner()
    for key in ("particles/source", "particles/stack"):
        tiny.make(key, "tiny", plan)
    made = tiny.make("posefree/model", "tiny", plan)
    assert made is not None and made.passed() and made.numbers["epochs"] == 2
    assert len(made.path("latents.csv").read_text().splitlines()) == 3
    assert made.path("images.png").stat().st_size < LARGEST_BYTES
    out = home / "points"
    told = cryo("volumes", made.folder, "-o", out, "--particles", "1,2", "--json")
    assert told["box"] == 16 and len(told["files"]) == 2
    poses = read_images(made.path("particles.star"), None, Overrides(), (Path("/"),)).poses
    turned = poses.rotation @ poses.rotation.mT
    torch.testing.assert_close(turned, torch.eye(3).to(turned).expand_as(turned), atol=1e-5, rtol=0)
    assert read_volume(made.path("map.mrc")).density.shape == (16, 16, 16)
    space, walk = (tiny.make(key, "tiny", plan) for key in KEYS[1:])
    assert space is not None and walk is not None and space.passed() and walk.passed()
    assert space.numbers["components"] == 2 == len(list(walk.folder.glob("walk_*.cxc")))
    assert len(np.load(space.path("latents.npy"))) == 120
    own, below = (read_space(folder) for folder in (made.folder, space.folder / "model"))
    torch.testing.assert_close(own.latents.mean, below.latents.mean)
    points = own.latents.mean[:2]
    maps = tiny.served("posefree.tiny@champion").predict(points.float().numpy())
    assert np.allclose(maps, np.stack([volume.density.numpy() for volume in own.volumes(points)]), atol=1e-5)
    for one, other in zip(own.volumes(points), below.volumes(points), strict=True):
        torch.testing.assert_close(one.density, other.density)


def test_unfinished_work_is_shown_on_the_page_and_beside_the_run(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SETTINGS | {"posefree": {"model": {"box": 32, "search": QUICK}}}
    tiny.add_dataset(home, posefree=True, settings=settings)
    seen: list[dg.AssetObservation] = []
    observe = "cryo_assets.graph.factory.dg.AssetExecutionContext.log_event"
    monkeypatch.setattr(observe, lambda _, event: seen.append(event))
    plan = tiny.planner()
    for key in ("particles/source", "particles/stack"):
        tiny.make(key, "tiny", plan)
    context = dg.build_asset_context(partition_key="tiny")
    observer = partial(_observe, context, dg.AssetKey(["posefree", "model"]))
    made = tiny.make("posefree/model", "tiny", plan, observer=observer)
    assert made is not None and len(seen) == 1 and seen[0].partition == "tiny"
    assert {"pass", "fsc0143_angstrom", "volume", "images"} <= set(seen[0].metadata)
    assert "data:image/png;base64," in str(seen[0].metadata["images"].value)
    run = MlflowClient(Home.from_environment().tracking_uri)
    kept = {f.path for f in run.list_artifacts(made.made.mlflow_run_id)}
    assert {"running.png", "images.png"} <= kept
