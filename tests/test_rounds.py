"""Rounds: what each makes, what it makes it of, and when there is no further one."""

import math

import numpy as np
import pandas as pd
import pytest
import torch
from tiny import QUIET, add_dataset, change, planner

from cryo_assets.assets import STEPS
from cryo_assets.assets.classes import read_embedding, read_labels
from cryo_assets.assets.latent import poses_of, read_latents
from cryo_assets.assets.refined import mean_resolution
from cryo_assets.assets.rounds import ROUND_STEPS, ROUNDS
from cryo_assets.produce import produce
from cryo_assets.store import Artifact
from cryo_core.formats.mrc import read_volume

QUICK = {
    f"round_{number:02d}": {
        "model": {
            "linear": {"components": 2, "shells": 7, "iterations": 3, "early_iterations": 2},
            "vae": {"encoder_width": 16, "decoder_width": 16, "zdim": 2, "epochs": 2},
        },
        "latents": {"walk_points": 3},
        "embedding": {"epochs": 20},
        "clusters": {"most": 3},
        "poses": {"iterations": 1},
    }
    for number in (1, 2, 3)
}


def _made(name: str, upto: str) -> dict[str, Artifact]:
    plan = planner()
    keys = [row.asset for row in plan.rows(name) if row.state != "skipped"]
    found = {}
    for key in keys[: keys.index(upto) + 1]:
        artifact, _ = produce(plan, key, name, QUIET)
        assert artifact is not None
        found[key] = artifact
    return found


def _settings(rounds: int, **model: object) -> dict[str, object]:
    changed = {
        group: {**assets, "model": {**assets["model"], **model}}
        for group, assets in QUICK.items()
        if int(group[-2:]) <= rounds
    }
    return {"settings": changed, "rounds": rounds}


def test_ten_rounds_each_made_from_the_one_before() -> None:
    assert len(ROUND_STEPS) == 7 * ROUNDS
    for number in range(2, ROUNDS + 1):
        for asset in ("model", "latents", "embedding", "clusters", "poses"):
            inputs = STEPS[f"round_{number:02d}/{asset}"].inputs
            assert any(key.startswith(f"round_{number - 1:02d}/") for key in inputs), (number, asset)


def test_two_rounds_of_a_tiny_set(home) -> None:
    folder = add_dataset(home, **_settings(2))
    made = _made("tiny", "round_02/fsc")
    for group in ("round_01", "round_02"):
        latents, embedding = (
            read_latents(made[f"{group}/latents"]),
            read_embedding(made[f"{group}/embedding"]),
        )
        labels = pd.read_csv(made[f"{group}/clusters"].path("labels.csv"))
        assert len(latents) == len(labels) == len(embedding.umap3) == 120
        assert labels["image"][0] == "000001@particles.mrcs"
        assert labels["image"].is_unique
        assert np.load(made[f"{group}/latents"].path("latents.npy")).shape == (120, 2)
        assert set(np.unique(read_labels(made[f"{group}/clusters"]))) <= {-1, *range(1, 9)}
        numbers = made[f"{group}/fsc"].numbers
        assert numbers["classes"] == made[f"{group}/maps"].numbers["classes"] >= 1
        assert numbers["class_01_guard"]
        whole = read_volume(made[f"{group}/maps"].path("class_01.mrc"))
        assert whole.density.shape == (32, 32, 32)
        assert whole.voxel_angstrom == pytest.approx(6.0)
        assert all(check.passed for key, a in made.items() if key.startswith(group) for check in a.checks)
    row = planner().row("round_03/model", "tiny")
    assert row.state == "skipped"
    assert "--rounds 3" in row.why[0]
    assert made["round_02/clusters"].path("overlap.csv").exists()
    assert (folder / "dataset.yaml").exists()


def test_particles_of_no_class_and_of_small_classes_keep_their_poses(home) -> None:
    settings = _settings(1)
    settings["settings"]["round_01"]["clusters"] = {"classes": 3}
    add_dataset(home, **settings)
    made = _made("tiny", "round_01/poses")
    labels = read_labels(made["round_01/clusters"])
    before, after = poses_of(made["round_01/latents"]), poses_of(made["round_01/poses"])
    same = torch.isclose(before.rotation, after.rotation, atol=1e-4).all(2).all(1).numpy()
    for name in np.unique(labels):
        rows = labels == name
        if name < 0 or rows.sum() < 100:
            assert same[rows].all()


def test_a_round_that_changed_nothing_is_the_last(home) -> None:
    settings = _settings(3)
    for group in ("round_01", "round_02", "round_03"):
        settings["settings"][group] = {
            **settings["settings"][group],
            "poses": {"refine": False},
            "clusters": {"classes": 1},
        }
    add_dataset(home, **settings)
    made = _made("tiny", "round_02/fsc")
    assert made["round_02/fsc"].numbers["stop"].startswith("settled")
    rows = {row.asset: row for row in planner().rows("tiny")}
    assert rows["round_03/model"].state == "skipped"
    assert "settled" in rows["round_03/model"].why[0]
    assert all(row.state == "skipped" for key, row in rows.items() if key.startswith("round_03"))
    assert rows["round_02/fsc"].state == "stored"


def test_the_published_network_makes_the_same_assets(home) -> None:
    add_dataset(home, **_settings(1, method="vae"))
    made = _made("tiny", "round_01/clusters")
    assert made["round_01/model"].numbers["method"] == "vae"
    assert made["round_01/model"].numbers["epochs"] == 2
    assert np.load(made["round_01/latents"].path("latents.npy")).shape == (120, 2)
    assert made["round_01/latents"].path("walk_01/01.mrc").exists()


def test_mean_resolution_is_a_mean_of_frequencies_and_a_refused_class_counts_as_none() -> None:
    numbers = {
        "class_01_particles": 100,
        "class_01_resolution_angstrom": 5.0,
        "class_02_particles": 100,
        "class_02_resolution_angstrom": None,
    }
    assert mean_resolution(numbers) == pytest.approx(10.0)
    assert mean_resolution({}) == math.inf


def test_rounds_are_written_into_the_manifest_and_its_other_lines_kept(home) -> None:
    from cryo_assets.settings import Dataset, raise_rounds

    manifest = add_dataset(home) / "dataset.yaml"
    manifest.write_text("# mine\n" + manifest.read_text())
    raise_rounds(Dataset.read(manifest), 3)
    assert manifest.read_text().startswith("# mine\n")
    assert Dataset.read(manifest).rounds == 3
    raise_rounds(Dataset.read(manifest), 2)
    assert Dataset.read(manifest).rounds == 3
    change(manifest, rounds=11)
    with pytest.raises(Exception, match="rounds"):
        Dataset.read(manifest)
