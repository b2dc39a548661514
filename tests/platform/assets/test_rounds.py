"""Rounds: what each makes, what it makes it of, and when there is no further one."""

import json
import math
import os
import signal
import subprocess
import sys
import time
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import dagster as dg
import numpy as np
import pandas as pd
import pytest
import torch
from tiny import QUIET, add_dataset, change, make, planner, served

from cryo_assets.assets.against_truth import true_mixture
from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.particles.source import table_of_source
from cryo_assets.assets.particles.stack import prepared_images
from cryo_assets.assets.results.classes import _with_rows
from cryo_assets.assets.rounds.clusters import ClassSettings, read_labels
from cryo_assets.assets.rounds.clusters import _settings as class_settings
from cryo_assets.assets.rounds.embedding import read_embedding
from cryo_assets.assets.rounds.fsc import mean_resolution
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.assets.rounds.maps import MapSettings, _weights
from cryo_assets.assets.rounds.model import learned
from cryo_assets.assets.rounds.steps import ROUND_STEPS, ROUNDS
from cryo_assets.assets.rounds.tables import as_refined, decoder, poses_of
from cryo_assets.definitions import defs
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.simulated import phantom_mixture, write_simulated_dataset
from cryo_assets.graph import launch, pools
from cryo_assets.graph.partitions import JOB_NAMES
from cryo_assets.home import Home
from cryo_assets.store.class_results import ClassResult
from cryo_assets.store.store import Artifact
from cryo_assets.upkeep.rounds import rounds_sensor
from cryo_core.data import silent
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import read_images
from cryo_core.fourier.resample import resample
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.imaging.simulate import SimulationSettings
from cryo_core.optics.corrected import corrected_spectra
from cryo_core.posefree.hand import mirrored_volume
from cryo_core.validation.fsc import fsc
from cryo_core.validation.registration import displacement

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


def test_one_class_is_never_forced() -> None:
    for borne, words in ((0, "do not bear the model's one component"), (2, "")):
        model = SimpleNamespace(numbers={"components_borne": borne})
        task = SimpleNamespace(settings=ClassSettings(), own=lambda _, model=model: model)
        settings, said = class_settings(task)
        assert settings.classes is None and words in said and bool(said) == bool(words)


def _made(name: str, upto: str) -> dict[str, Artifact]:
    plan = planner()
    keys = [row.asset for row in plan.rows(name) if row.state != "skipped"]
    found = {}
    for key in keys[: keys.index(upto) + 1]:
        artifact = make(key, name, plan)
        assert artifact is not None
        found[key] = artifact
    return found


def _settings(rounds: int, **model: object) -> dict[str, object]:
    changed = {
        group: {**assets, "model": {**deepcopy(assets["model"]), **model}}
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


def test_two_rounds_of_a_tiny_set(home, cryo) -> None:
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
    row = planner().plan("tiny").row("round_03/model")
    assert row.state == "skipped"
    assert "--rounds 3" in row.why[0]
    assert made["round_02/clusters"].path("overlap.csv").exists()
    assert (folder / "dataset.yaml").exists()
    _volumes_are_written_on_the_way_between_particles(made, home, cryo)


def _volumes_are_written_on_the_way_between_particles(made: dict[str, Artifact], home: Path, cryo) -> None:
    out = home / "way"
    given = ("volumes", "tiny", "-o", out)
    said = cryo(*given, "--between", "1,100", "--points", 4, "--round", 1, "--json")
    assert (said["latents"], said["volumes"]) == ("round_01/latents", 4)
    known = read_latents(made["round_01/latents"]).mean
    points = np.load(out / "points.npy")
    assert np.allclose(points[[0, -1]], known[[0, 99]])
    decode = decoder(made["round_01/model"], torch.device("cpu"))
    for number, volume in enumerate(decode(torch.from_numpy(points)), 1):
        written = read_volume(out / f"{number:03d}.mrc")
        assert written.voxel_angstrom == pytest.approx(6.0)
        assert torch.allclose(written.density, volume.density, atol=1e-6)
    assert '"001.mrc" "002.mrc" "003.mrc" "004.mrc" vseries true' in (out / "series.cxc").read_text()
    newest = cryo(*given, "--particles", "3,17", "--overwrite", "--json")
    assert (newest["latents"], newest["volumes"]) == ("round_02/latents", 2)
    maps = served("linear.tiny@champion").predict(np.load(out / "points.npy").astype(np.float32))
    assert np.allclose(maps[1], read_volume(out / "002.mrc").density.numpy(), atol=1e-6)
    np.save(home / "z.npy", np.zeros((2, 5)))
    for options, part in (
        (("--axis", 1), "exists; --overwrite"),
        (("--latents", home / "z.npy", "--overwrite"), "should be points × 2 finite latents"),
        (("--axis", 1, "--particles", "3"), "choose where"),
        (("--between", "3", "--overwrite"), "should be two particles"),
        (("--between", "3,121", "--overwrite"), "particle 121: there are 120"),
        (("--axis", 1, "--round", 7, "--overwrite"), "no latents of round 7"),
    ):
        assert part in cryo(*given, *options, code=1 if part.startswith("no latents") else 2), part


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
    _results_are_asked_for_after_a_run_of_the_platform(home)


def _results_are_asked_for_after_a_run_of_the_platform(home: Path) -> None:
    """Dagster leaves out what rests on rounds that were not made; the sensor has it made then, once."""
    sensor, job = rounds_sensor(STEPS, [], JOB_NAMES), defs.resolve_job_def("particles")

    def tick(cursor: str | None) -> dg.SensorResult:
        return sensor(dg.build_sensor_context(instance=instance, cursor=cursor))  # type: ignore[return-value]

    with launch.instance_of(Home(home)) as instance:
        instance.add_dynamic_partitions("datasets", ["tiny"])
        first = tick(None)
        assert not first.run_requests and "no run of a data set ended" in str(first.skip_reason)
        tags = {pools.PROCESS_TAG: "here 1/2"}
        assert job.execute_in_process(instance=instance, partition_key="tiny", tags=tags).success
        of_a_command = tick(first.cursor)
        assert (
            not of_a_command.run_requests and planner().plan("tiny").row("results/classes").state == "compute"
        )
        assert job.execute_in_process(instance=instance, partition_key="tiny").success
        after = tick(of_a_command.cursor)
        (asked,) = after.run_requests or ()
        assert asked.partition_key == "tiny" and asked.job_name == "particles" and asked.tags["cryo/why"]
        assert {key.path[0] for key in asked.asset_selection or ()} == {"results", "states"}
        again = tick(after.cursor)
        assert not again.run_requests and "no run of a data set ended" in str(again.skip_reason)


def _apart(rounds: int) -> dict[str, object]:
    """Settings of rounds that never settle: the number of classes changes from each to the next."""
    settings = _settings(rounds)
    for number, group in enumerate(settings["settings"], 1):
        settings["settings"][group] = {
            **settings["settings"][group],
            "poses": {"iterations": 1, "noise_substitution": False},
            "clusters": {"classes": 1 + number % 2},
        }
    return settings


@pytest.mark.timeout(300)
def test_a_run_killed_in_its_third_round_goes_on_there(home, cryo) -> None:
    add_dataset(home, **_apart(3))
    command = [str(Path(sys.executable).with_name("cryo")), "run", "tiny", "--to", "round_03/fsc"]
    child = subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    third = home / "store" / "round_03" / "latents"
    while not any(third.glob("*/*/artifact.json")):
        assert child.poll() is None, child.stdout.read().decode()[-2000:]
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    child.stdout.close()

    def written() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (home / "store").glob("*/*/*/*/artifact.json")}

    before = written()
    said = cryo("run", "tiny", "--to", "round_03/fsc", "--json")
    assert said["failures"] == []
    assert {"round_03/maps", "round_03/fsc"} <= set(said["computed"])
    assert not set(said["computed"]) & {"round_03/model", "round_03/latents"}
    assert all(key.startswith("round_03/") for key in said["computed"])
    assert {path: time for path, time in written().items() if path in before} == before
    made = {row.asset: planner().artifact(row) for row in planner().rows("tiny")}
    assert all(made[f"round_{number:02d}/fsc"] for number in (1, 2, 3))


@pytest.mark.timeout(300)
def test_a_control_that_keeps_its_classes_over_fits_after_a_round_that_is_named(home) -> None:
    """Aligned ever finer whatever the FSC says, classes kept: the guard believes it no more from some round on."""
    settings = _settings(3)
    for limit, group in zip((38.4, 24.0, 12.0), sorted(settings["settings"]), strict=True):
        settings["settings"][group]["model"]["linear"] |= {"move_poses": False}
        settings["settings"][group] |= {
            "poses": {"iterations": 1, "limit_angstrom": limit, "defocus": group == "round_01"},
            "clusters": {"classes": 1, "keep": True},
        }
    folder = home / "inbox" / "tiny"
    folder.mkdir(parents=True)
    write_simulated_dataset(folder, 120, phantom_mixture(32, 6.0), SimulationSettings(snr=0.12), silent)
    change(folder / "dataset.yaml", **settings)
    outcome = launch.run(Home.from_environment(), "tiny", QUIET, to="results/export")
    assert not outcome.failures
    made = {row.asset: a for row in planner().rows("tiny") if (a := planner().artifact(row))}
    classes = made["results/classes"]
    assert classes.numbers["over_fitted_after_round"] == 2
    heads = [made[f"round_{number:02d}/fsc"].headline for number in (1, 2, 3)]
    assert heads == ["mean_resolution_angstrom", "mean_resolution_angstrom", "accepted_classes"]
    table = pd.read_csv(classes.path("classes.csv"))
    assert table["alignment_limit_angstrom"].round(1).tolist() == [38.4, 24.0, 12.8]  # the last whole shell
    assert table["resolution_angstrom"].isna().tolist() == [False, False, True]
    assert "only where they were aligned" in table["guard"].iloc[-1]
    for number in (1, 2, 3):
        _noise_was_substituted(made, number)
    _scores_and_defoci_are_handed_on(made)


def test_maps_weigh_images_by_the_contrast_of_their_round(tmp_path: Path) -> None:
    """The contrast multiplies the CTF; weights by score, where asked for, take its place."""
    contrast, score = np.linspace(-0.1, 2.0, 6), np.linspace(10.0, 20.0, 6)
    np.savez(tmp_path / "scores.npz", score=score, sigma=np.ones(6), contrast=contrast)
    poses, rows, halves = (
        SimpleNamespace(path=lambda name: tmp_path / name),
        np.arange(1, 6),
        np.arange(5) % 2 + 1,
    )
    known = _weights(poses, rows, halves, MapSettings())
    assert known.contrast is not None and np.allclose(known.contrast, contrast[1:])
    assert bool((known.weight == 1).all())
    assert _weights(poses, rows, halves, MapSettings(weighted=True)).contrast is None
    assert float(_weights(poses, np.arange(2), halves[:2], MapSettings()).contrast.min()) == 0.0


def test_a_class_that_breaks_the_symmetry_is_not_symmetrised(home: Path) -> None:
    """The phantom has no axis: with C2 in the manifest its class is made without, and says so."""
    settings = _settings(1)
    settings["settings"]["round_01"] |= {"poses": {"refine": False}, "clusters": {"classes": 1}}
    add_dataset(home, symmetry="C2", **settings)
    made = _made("tiny", "round_01/maps")
    numbers = made["round_01/poses"].numbers
    assert numbers["class_01_symmetry"] == made["round_01/maps"].numbers["class_01_symmetry"] == "C1"
    assert "breaks C2, and is not symmetrised" in str(numbers["class_01_symmetry_verdict"])
    density = read_volume(made["round_01/maps"].path("class_01.mrc")).density[1:, 1:, 1:]
    turned = torch.rot90(density, 2, (1, 2))
    assert float((density * turned).sum() / density.square().sum()) < 0.9


def test_maps_are_at_the_images_box_and_the_model_at_its_own(home: Path) -> None:
    """Poses go from a model of 16 pixels to maps of 32: the class's map lies where the truth does, and is no mirror."""
    settings = _settings(1, box=16)
    poses = {"iterations": 1, "noise_substitution": False, "ctf": True}
    settings["settings"]["round_01"] |= {"clusters": {"classes": 1}, "poses": poses}
    folder = add_dataset(home, **settings)
    made = _made("tiny", "round_01/maps")
    _optics_are_refined(made, Dataset.read(folder / "dataset.yaml"))
    numbers = made["round_01/model"].numbers
    assert (numbers["box"], numbers["nyquist_angstrom"]) == (16, pytest.approx(24.0))
    decode = decoder(made["round_01/model"], torch.device("cpu"))
    of_model = next(decode(read_latents(made["round_01/latents"]).mean.mean(0, keepdim=True)))
    assert of_model.density.shape == (16, 16, 16) and of_model.voxel_angstrom == pytest.approx(12.0)
    whole = read_volume(made["round_01/maps"].path("class_01.mrc"))
    assert whole.density.shape == (32, 32, 32) and whole.voxel_angstrom == pytest.approx(6.0)
    truth = true_mixture(Dataset.read(folder / "dataset.yaml"), whole)
    assert truth is not None and max(map(abs, displacement(truth, whole))) < 0.6
    found = fsc(whole, truth).resolution_angstrom(0.5)
    consensus = made["particles/consensus"].numbers["truth_fsc05_angstrom"]
    assert found <= consensus * 1.001
    mirrored = whole.with_density(mirrored_volume(whole).density)
    assert fsc(mirrored, truth).resolution_angstrom(0.5) > 1.5 * found
    fine = resample(of_model, 6.0, 32)
    assert max(map(abs, displacement(truth, truth.with_density(fine.density)))) < 1.2


def _optics_are_refined(made: dict[str, Artifact], manifest: Dataset) -> None:
    """Of images with a flat lens nothing but the defocus changes; what a table says of a lens is taken off images."""
    poses = made["round_01/poses"]
    assert poses.numbers["aberrations_seen"] == "none" and poses.numbers["defocus_change_angstrom"] > 0
    groups = json.loads(poses.path("ctf.json").read_text())["groups"]
    assert groups[0]["images"] == 120 and len(groups[0]["tilt"]["error"]) == 2
    source, stack = made["particles/source"], made["particles/stack"]
    before = table_of_source(source, manifest)
    after = as_refined(before, poses)
    assert not torch.allclose(before.optics.defocus_u_angstrom, after.optics.defocus_u_angstrom, atol=1.0)
    tilt = torch.tensor([3.0, -2.0]).expand(len(after), -1)
    tilted = replace(after, optics=replace(after.optics, beam_tilt_mrad=tilt))
    plain, turned = (
        prepared_images(source, stack, manifest, table=t).read(np.arange(4)) for t in (after, tilted)
    )
    expected = corrected_spectra(image_to_spectrum(plain), tilted.optics.take(slice(0, 4)), 6.0)
    assert torch.allclose(turned, spectrum_to_image(expected, 32), atol=0.05)
    assert not torch.allclose(turned, plain, atol=0.2)
    bare = prepared_images(source, stack, manifest, table=tilted, corrected=False)
    assert torch.allclose(bare.read(np.arange(4)), plain, atol=1e-5)
    assert torch.equal(bare.optics.beam_tilt_mrad, tilted.optics.beam_tilt_mrad)
    joint = _with_rows(after, tilted, np.arange(10, 20))
    assert (joint.optics.group == 2).nonzero().flatten().tolist() == list(range(10, 20))
    assert joint.optics_extra["rlnOpticsGroup"].tolist() == ["1", "2"]


def _noise_was_substituted(made: dict[str, Artifact], number: int) -> None:
    """Both curves that a verdict rests on are kept, and what is left of one without the other bounds it."""
    poses, judged = made[f"round_{number:02d}/poses"], made[f"round_{number:02d}/fsc"]
    first, limit = (
        poses.numbers[k] for k in ("class_01_substituted_from_angstrom", "alignment_limit_angstrom")
    )
    assert first > limit
    curves = pd.read_csv(judged.path("class_01_guard.csv"))
    assert list(curves) == ["per_angstrom", "fsc", "substituted_noise", "fsc_without_noise"]
    beyond = curves["per_angstrom"] > 1.2 / first
    assert curves["substituted_noise"][beyond].mean() < 0.3
    numbers = judged.numbers
    believed, left = (numbers[f"class_01_{k}_angstrom"] for k in ("resolution", "substituted"))
    assert believed is None or believed >= max(left, numbers["class_01_plain_angstrom"])


def _scores_and_defoci_are_handed_on(made: dict[str, Artifact]) -> None:
    """From the first round, which refined defoci, to the results and what is exported."""
    source, first, last, joint, exported = (
        read_images(made[key].path("particles.star"), None, Overrides(), (Path("/"),))
        for key in (
            "particles/source",
            "round_01/poses",
            "round_03/poses",
            "results/classes",
            "results/export",
        )
    )
    assert not np.allclose(source.optics.defocus_u_angstrom, first.optics.defocus_u_angstrom, atol=1.0)
    for table in (last, joint, exported):
        assert np.allclose(first.optics.defocus_u_angstrom, table.optics.defocus_u_angstrom, atol=0.1)
    scores = np.load(made["round_03/poses"].path("scores.npz"))
    assert np.allclose(last.score * 100, scores["score"], atol=1e-3)
    assert scores["contrast"].shape == (120,) and scores["contrast"].mean() == pytest.approx(1.0, abs=0.2)
    best = made["results/classes"].numbers["class_01_round"]
    chosen = np.load(made[f"round_{best:02d}/poses"].path("scores.npz"))
    assert np.allclose(exported.score * 100, chosen["score"], atol=1e-3)
    columns = np.loadtxt(made["results/export"].path("particles.par"), comments="C")
    assert np.allclose(columns[:, 15], chosen["score"], atol=0.01)
    assert np.allclose(columns[:, 14], chosen["sigma"], atol=1e-3)
    assert (columns[:, 13] < 0).all() and np.abs(columns[:, 16]).max() < 100


def test_a_model_whose_evidence_falls_at_the_end_has_not_learned() -> None:
    assert learned((165.79, 165.82, 165.83)).passed
    assert learned((165.7900, 165.7895)).passed, "a mask and moving poses are no exact EM"
    fell = learned((165.79, 165.85, 165.7))
    assert not fell.passed and "165.7900 → 165.7000" in fell.detail


def test_the_published_network_makes_the_same_assets(home, cryo) -> None:
    given = _settings(1, method="vae", box=16)
    given["settings"]["round_01"] |= {  # type: ignore[index]
        "embedding": {"epochs": 20, "tsne": True},
        "clusters": {"most": 3, "method": "kmeans", "on": "tsne"},
    }
    add_dataset(home, **given)
    made = _made("tiny", "round_01/clusters")
    assert made["round_01/embedding"].path("tsne.png").exists()
    assert made["round_01/clusters"].path("tsne.png").exists()
    assert made["round_01/model"].numbers["method"] == "vae"
    assert made["round_01/model"].numbers["epochs"] == 2
    assert np.load(made["round_01/latents"].path("latents.npy")).shape == (120, 2)
    assert made["round_01/latents"].path("walk_01/01.mrc").exists()
    said = cryo("volumes", "tiny", "-o", home / "axis", "--axis", 2, "--points", 3, "--json")
    assert said["volumes"] == 3 and said["box"] == 16
    points = np.load(home / "axis/points.npy").astype(np.float32)
    maps = served("vae.tiny@champion").predict(points)
    assert np.allclose(maps[2], read_volume(home / "axis/003.mrc").density.numpy(), atol=1e-5)


def test_mean_resolution_is_a_mean_of_frequencies_and_a_refused_class_counts_as_none() -> None:
    classes = [ClassResult(1, particles=100, resolution_angstrom=5.0), ClassResult(2, particles=100)]
    assert mean_resolution(classes) == pytest.approx(10.0)
    assert mean_resolution([]) == math.inf


def test_rounds_are_written_into_the_manifest_and_its_other_lines_kept(home) -> None:
    from cryo_assets.entries.edits import raise_rounds
    from cryo_assets.entries.manifest import Dataset

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
