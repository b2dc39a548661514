"""Assets through Dagster: what is recorded of a run, gates, the sensor, and results on data with truth."""

import json
import re
import time
from dataclasses import replace
from pathlib import Path

import dagster as dg
import mrcfile
import numpy as np
import pandas as pd
import pytest
import tiny
import torch
from dagster import DagsterInstance
from starlette.testclient import TestClient

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.particles.stack import prepared_images
from cryo_assets.definitions import defs
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.step import Report, Task
from cryo_assets.entries.manifest import Dataset, read_manifest
from cryo_assets.graph import launch
from cryo_assets.home import Home
from cryo_assets.pages.app import make_app
from cryo_assets.pictures.draw import LARGEST_BYTES
from cryo_assets.store.store import Artifact
from cryo_assets.upkeep.inbox import Fingerprints
from cryo_assets.wording import local_time
from cryo_core.data import Volume
from cryo_core.errors import CryoError, StoreError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.star import read_star
from cryo_core.validation.fsc import fsc
from cryo_core.validation.registration import displacement


def run(name: str, **more: object) -> launch.Outcome:
    outcome = launch.run(Home.from_environment(), name, tiny.QUIET, **more)  # type: ignore[arg-type]
    assert not outcome.failures, outcome.failures
    return outcome


def artifact(name: str, key: str) -> Artifact:
    found = tiny.made(key, name)
    assert found is not None
    return found


def event(key: str) -> dg.AssetMaterialization:
    with DagsterInstance.get() as instance:
        found = instance.get_latest_materialization_event(dg.AssetKey(key.split("/")))
    assert found is not None and found.asset_materialization is not None
    return found.asset_materialization


def test_a_materialisation_says_what_a_person_wants_to_see(home: Path) -> None:
    tiny.add_dataset(home)
    run("tiny")
    made = artifact("tiny", "particles/consensus")
    seen = event("particles/consensus")
    assert seen.tags is not None and seen.tags["dagster/data_version"] == made.version
    assert seen.metadata["path"].value == str(made.folder)
    assert seen.metadata["MLflow"].value.endswith(made.made.mlflow_run_id)  # type: ignore[union-attr]
    pictures = {k: str(v.value) for k, v in seen.metadata.items() if ".png" in str(v.value)}
    assert set(pictures) == {"map", "FSC"}
    for value in [*pictures.values(), str(seen.metadata["lineage"].value)]:
        assert len(value) < 1000, "Dagster shows longer Markdown behind a click"
        address = re.search(r"!\[[^]]*\]\(http://localhost:3001([^)]*)\)", value)
        assert address is not None
        answer = TestClient(make_app(Home(home)), base_url="http://localhost:3001").get(address.group(1))
        assert answer.headers["cross-origin-resource-policy"] == "same-site"
        assert answer.content[:4] in (b"\x89PNG", b"<svg") and len(answer.content) < LARGEST_BYTES
    resolution = made.numbers["resolution_angstrom"]
    assert seen.metadata["resolution_angstrom"].value == float(f"{resolution:.3g}"), "three figures"
    assert seen.metadata["resolution"].value == f"{resolution:#.3g} Å", "the headline, with its unit"
    assert seen.metadata["made"].value == local_time(made.made.created)
    with DagsterInstance.get() as instance:
        checks = instance.event_log_storage.get_latest_asset_check_execution_by_key(
            [dg.AssetCheckKey(dg.AssetKey(["particles", "consensus"]), check.name) for check in made.checks]
        )
    assert {key.name for key in checks} == {
        "fsc_low_frequency",
        "within_nyquist",
        "finite",
        "protein_is_positive",
        "independent_halves",
    }


def test_mlflow_and_dagster_point_at_each_other(home: Path) -> None:
    from mlflow import MlflowClient

    tiny.add_map(home)
    run("tiny-map", to="maps/fsc")
    made = artifact("tiny-map", "maps/fsc")
    logged = MlflowClient(tracking_uri=Home.from_environment().tracking_uri).get_run(made.made.mlflow_run_id)
    assert logged.data.tags["dagster.run_id"] == made.made.dagster_run_id
    assert (
        logged.data.tags["dagster.asset_key"] == "maps/fsc"
        and logged.data.tags["dagster.partition"] == "tiny-map"
    )
    assert logged.data.metrics["resolution_angstrom"] == pytest.approx(made.numbers["resolution_angstrom"])
    assert logged.info.status == "FINISHED"


def test_an_unreachable_mlflow_does_not_cost_the_result(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "sqlite:////dev/null/mlflow.db")
    tiny.add_map(home)
    run("tiny-map", to="maps/source")
    made = artifact("tiny-map", "maps/source")
    assert made.made.mlflow_run_id == "" and "MLflow" not in event("maps/source").metadata


def test_a_failed_gate_stops_what_lies_downstream_and_says_why(home: Path) -> None:
    folder = tiny.add_map(home)
    write_volume(folder / "map.mrc", (m := read_volume(folder / "map.mrc")).with_density(m.density * 0))
    outcome = launch.run(Home.from_environment(), "tiny-map", tiny.QUIET)
    assert [(f.asset, f.message) for f in outcome.failures] == [
        ("maps/source", "check not_blank failed: standard deviation 0")
    ]
    states = {row.asset: row.state for row in outcome.rows}
    assert states["maps/source"] == "stored" and states["maps/resampled"] == "compute"


def test_images_of_noise_do_not_pass_for_a_map(home: Path) -> None:
    import torch

    from cryo_core.formats.mrc_stack import StackWriter

    folder = tiny.add_dataset(home)
    with StackWriter(folder / "particles.mrcs", 32, 6.0) as writer:
        writer.append(torch.randn(120, 32, 32, generator=torch.Generator().manual_seed(1)))
    outcome = launch.run(Home.from_environment(), "tiny", tiny.QUIET)
    assert [failure.asset for failure in outcome.failures] == ["particles/consensus"]
    assert "check fsc_low_frequency failed: median FSC" in outcome.failures[0].message


@pytest.mark.realdata
def test_other_programs_tables_are_entries_too(home: Path, shared_data: Path) -> None:
    """A FrealignX .par runs to its map; of cryoDRGN's toy poses, whose shifts are not the images', a gate tells."""
    from cryo_assets.cli.app import _run

    source = shared_data / "particles"
    par = [str(shared_data / "formats" / "clpb_frealignx_c1.par"), "--pixel-size", "4", "--voltage", "300"]
    par += [
        "--cs",
        "2.7",
        "--amplitude-contrast",
        "0.1",
        "--stack",
        str(source / "clpb_particles_0_1199.mrcs"),
    ]
    assert _run(["add", *par, "--contrast", "dark", "--name", "par"], False) == 0
    pickles = [str(source / "toy_rot_trans.pkl"), "--ctf", str(source / "toy_ctf.pkl")]
    pickles += ["--contrast", "white", "--set", "particles.stack.box=30", "--stack"]
    assert _run(["add", *pickles, str(source / "toy_projections.mrcs"), "--name", "bare"], False) == 0
    message = launch.run(Home.from_environment(), "bare", tiny.QUIET).failures[0].message
    assert "image 2: its background is constant" in message, "these images have no noise"
    bare = np.fromfile(source / "toy_projections.mrcs", "<f4", offset=1024).reshape(1000, 30, 30)
    noise = 0.1 * bare.std() * np.random.default_rng(1).standard_normal(bare.shape)
    with mrcfile.new(home / "noisy.mrcs") as stack:
        stack.set_data((bare + noise).astype(np.float32))
    assert _run(["add", *pickles, str(home / "noisy.mrcs"), "--name", "toy"], False) == 0
    for name in ("par", "toy"):
        tiny.change(home / "inbox" / name / "dataset.yaml", rounds=0)
    run("par")
    outcome = launch.run(Home.from_environment(), "toy", tiny.QUIET)
    message = outcome.failures[0].message
    assert "check fsc_low_frequency failed" in message, "these poses have shifts that these images have not"


def test_an_error_in_the_input_is_one_line_and_blames_the_input(home: Path) -> None:
    folder = tiny.add_dataset(home)
    star = folder / "particles.star"
    lines = star.read_text().splitlines()
    row = next(i for i, line in enumerate(lines) if line.startswith("000040@") or "000040@" in line)
    lines[row] = lines[row].replace("000040@", "999999@")
    star.write_text("\n".join(lines) + "\n")
    outcome = launch.run(Home.from_environment(), "tiny", tiny.QUIET)
    failure = outcome.failures[0]
    assert failure.wrong_input and "\n" not in failure.message
    assert "row 40" in failure.message and "particles.mrcs" in failure.message


def _launchpad(instance: DagsterInstance, job: str, name: str, settings: dict) -> None:
    """Run a job of an entry with settings of that run alone."""
    config = {"resources": {"settings": {"config": settings}}}
    done = defs.resolve_job_def(job).execute_in_process(
        instance=instance, partition_key=name, run_config=config
    )
    assert done.success


def test_launchpad_settings_hold_for_that_run_and_the_plan_says_so(home: Path) -> None:
    tiny.add_dataset(home)
    with launch.instance_of(Home.from_environment()) as instance:
        instance.add_dynamic_partitions("datasets", ["tiny"])
        _launchpad(instance, "particles", "tiny", {"particles": {"stack": {"box": 24}}})
    tried = event("particles/stack").metadata
    assert tried["box"].value == 24 and "cryo adopt-settings tiny" in str(tried["not in use"].value)
    due = {row.asset: row.why for row in tiny.planner().rows("tiny") if row.state == "compute"}
    assert due["particles/stack"] == ("never computed",) and "particles/source" not in due
    assert tiny.planner().store.current("particles/stack", "tiny") is None


def test_after_a_try_the_pages_show_what_the_manifest_asks_for(home: Path) -> None:
    tiny.add_map(home)
    run("tiny-map")
    planned = event("maps/resampled").tags["dagster/data_version"]
    sensor = defs.get_sensor_def("ended_rounds")
    with launch.instance_of(Home.from_environment()) as instance:
        first = sensor(dg.build_sensor_context(instance=instance))
        _launchpad(instance, "maps", "tiny-map", {"maps": {"resampled": {"voxel_angstrom": 3.0}}})
        assert event("maps/resampled").tags["dagster/data_version"] != planned
        tick = sensor(dg.build_sensor_context(instance=instance, cursor=first.cursor))  # type: ignore[union-attr]
    assert "is shown again: maps/resampled" in tick.skip_reason.skip_message  # type: ignore[union-attr]
    shown = event("maps/resampled")
    assert shown.tags["dagster/data_version"] == planned and "not in use" not in shown.metadata
    assert shown.metadata["settings"].value["voxel_angstrom"] == 1.0  # type: ignore[index]


def _tick(cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    with DagsterInstance.ephemeral() as instance:
        return defs.get_sensor_def("inbox")(dg.build_sensor_context(instance=instance, cursor=cursor))  # type: ignore[return-value]


def test_the_sensor_asks_once_for_each_new_or_changed_entry(home: Path) -> None:
    assert isinstance(_tick(None), dg.SkipReason)
    (home / "watch.yaml").write_text("auto: true\n")
    folder = tiny.add_dataset(home)
    tiny.add_map(home)
    first = _tick(None)
    asked = {(r.job_name, r.partition_key) for r in first.run_requests}  # type: ignore[union-attr]
    assert asked == {("particles", "tiny"), ("maps", "tiny-map")}
    added = {(r.partitions_def_name, tuple(r.partition_keys)) for r in first.dynamic_partitions_requests}  # type: ignore[union-attr]
    assert added == {("datasets", ("tiny",)), ("maps", ("tiny-map",))}
    assert isinstance(_tick(first.cursor), dg.SkipReason)  # type: ignore[union-attr]
    star = folder / "particles.star"
    star.write_text(star.read_text() + "\n")
    second = _tick(first.cursor)  # type: ignore[union-attr]
    assert [r.partition_key for r in second.run_requests] == ["tiny"]  # type: ignore[union-attr]
    assert second.run_requests[0].run_key not in {r.run_key for r in first.run_requests}  # type: ignore[index, union-attr]


def test_the_sensor_asks_for_nothing_that_a_command_has_made(home: Path) -> None:
    tiny.add_map(home)
    time.sleep(1.1)  # a file that changed within the last second is never trusted to be known
    run("tiny-map")
    sensor = defs.get_sensor_def("inbox")
    with DagsterInstance.get() as instance:
        tick = sensor(dg.build_sensor_context(instance=instance, cursor=None))
        known = Fingerprints(Home.from_environment()).read(tick.cursor)
        assert not tick.run_requests and "maps/tiny-map" in known  # type: ignore[union-attr]


def test_a_broken_entry_does_not_stop_the_sensor(home: Path) -> None:
    tiny.add_map(home)
    (home / "inbox" / "broken").mkdir()
    (home / "inbox" / "broken" / "dataset.yaml").write_text("{")
    waiting = _tick(None)
    assert waiting.run_requests == [] and "broken/dataset.yaml" in str(waiting.skip_reason)  # type: ignore[union-attr]
    (home / "watch.yaml").write_text("auto: true\n")
    asked = {r.partition_key for r in _tick(None).run_requests}  # type: ignore[union-attr]
    assert asked == {"tiny-map", "broken"}, "its run fails with an error that names the fault"


def test_a_fingerprint_sees_each_file(home: Path) -> None:
    folder = tiny.add_map(home)
    look = Overview(tiny.planner())
    seen = {look.fingerprint("maps", "tiny-map", None)}
    for name in ("map.mrc", "half1.mrc", "half2.mrc", "map.yaml"):
        (folder / name).touch()
        seen.add(look.fingerprint("maps", "tiny-map", None))
    assert len(seen) == 5


def _images(name: str) -> torch.Tensor:
    source, stack = (artifact(name, f"particles/{key}") for key in ("source", "stack"))
    manifest = read_manifest(Home.from_environment().inbox, name)[1]
    assert isinstance(manifest, Dataset)
    return prepared_images(source, stack, manifest).read(np.arange(120))


def test_images_are_read_where_they_lie_normalised_white_and_in_order(home: Path) -> None:
    folder = tiny.add_dataset(home)
    run("tiny", to="particles/stack")
    stack, source = _images("tiny").numpy(), mrcfile.read(folder / "particles.mrcs")
    radius = np.hypot(*np.meshgrid(np.arange(32) - 16, np.arange(32) - 16))
    background = stack[:, radius > 0.75 * 16]
    assert np.abs(background.mean(1)).max() < 1e-4 and np.abs(background.std(1) - 1).max() < 1e-3
    y, x = np.mgrid[:32, :32]
    for new_image, old_image in zip(
        stack, source, strict=True
    ):  # the old image on another scale, less a plane
        parts = np.stack([old_image, np.ones_like(x), x, y]).reshape(4, -1).T
        amount, left, *_ = np.linalg.lstsq(parts, new_image.ravel(), rcond=None)
        assert amount[0] > 0 and left[0] < 1e-6 * np.square(new_image).sum()
    made = artifact("tiny", "particles/stack")
    assert sum(path.stat().st_size for path in made.folder.iterdir()) < 0.2 * source.nbytes, "no copy of them"
    tiny.change(folder / "dataset.yaml", contrast="dark")
    run("tiny", to="particles/stack")
    assert np.allclose(_images("tiny").numpy(), -stack, atol=1e-5)


def test_images_that_went_away_or_changed_are_named(home: Path) -> None:
    folder = tiny.add_dataset(home)
    run("tiny", to="particles/stack")
    stack = folder / "particles.mrcs"
    moved = stack.rename(stack.with_name("elsewhere.mrcs"))
    with pytest.raises(CryoError, match=r"particles\.mrcs: cannot be read"):
        tiny.planner().rows("tiny")
    moved.rename(stack)

    def changed(task: Task) -> Report:
        stack.write_bytes(stack.read_bytes()[:-4] + bytes(4))
        return STEPS["particles/consensus"].compute(task)

    step = replace(STEPS["particles/consensus"], compute=changed)
    with pytest.raises(StoreError, match=r"particles\.mrcs: changed while particles/consensus was computed"):
        tiny.make("particles/consensus", "tiny", tiny.planner({**STEPS, step.key: step}))


def test_wrong_contrast_is_said(home: Path) -> None:
    tiny.add_dataset(home, contrast="dark")
    run("tiny")
    verdict = {check.name: check for check in artifact("tiny", "particles/consensus").checks}[
        "protein_is_positive"
    ]
    assert not verdict.passed and not verdict.blocking and "is `contrast` right" in verdict.detail


def test_a_given_consensus_map_is_compared_with_ours(home: Path) -> None:
    tiny.add_dataset(home, consensus_map="truth/state_1.mrc")
    run("tiny")
    numbers = artifact("tiny", "particles/consensus").numbers
    assert numbers["given_map_fsc05_angstrom"] <= 16 and numbers["given_map_correlation"] > 0.7


def test_everything_asks_for_what_is_not_up_to_date_and_names_what_cannot_be(home: Path) -> None:
    for name in ("made", "new", "going"):
        tiny.add_map(home, name)
    (home / "inbox" / "broken").mkdir()
    (home / "inbox" / "broken" / "map.yaml").write_text("map: nothing.mrc\n")
    run("made")
    with launch.instance_of(Home.from_environment()) as instance:
        going = {"dagster/partition": "going"}
        instance.add_run(dg.DagsterRun("maps", status=dg.DagsterRunStatus.STARTED, tags=going))
        job = defs.resolve_job_def("everything")
        result = job.execute_in_process(instance=instance, raise_on_error=False)
        (asked,) = instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.QUEUED]))
    assert not result.success and "nothing.mrc is not a file" in str(
        result.failure_data_for_node("every_entry")
    )
    assert asked.job_name == "maps" and asked.tags["dagster/partition"] == "new"
    assert asked.asset_selection == {
        dg.AssetKey(row.asset.split("/")) for row in tiny.planner().rows("new") if row.state != "skipped"
    }


def test_the_fsc_table_is_that_of_the_half_maps(home: Path) -> None:
    tiny.add_dataset(home)
    run("tiny")
    made = artifact("tiny", "particles/consensus")
    table = next(iter(read_star(made.path("fsc.star")).values()))
    halves = [read_volume(made.path(f"half{i}.mrc")) for i in (1, 2)]
    curve = fsc(halves[0], halves[1])
    written = table["rlnFourierShellCorrelationUnmaskedMaps"].astype(float).to_numpy()
    assert np.abs(written - curve.correlation.numpy()).max() < 1e-5
    assert halves[0].voxel_angstrom == pytest.approx(6.0)


def test_resampled_maps_stay_in_place_with_the_scale_asked_for(home: Path) -> None:
    tiny.add_map(home)
    run("tiny-map")
    source = read_volume(artifact("tiny-map", "maps/source").path("map.mrc"))
    moved = read_volume(artifact("tiny-map", "maps/resampled").path("map.mrc"))
    assert moved.voxel_angstrom == pytest.approx(1.0) and source.origin_angstrom == (10.0, -20.0, 30.0)
    assert float(moved.density.mean()) == pytest.approx(0, abs=1e-5)
    assert float(moved.density.std()) == pytest.approx(0.1, rel=1e-3)
    assert max(map(abs, displacement(source, moved))) < 0.1 * 0.1


def test_profiles_are_a_table_of_13_shells_at_voxels_of_the_mask(home: Path) -> None:
    tiny.add_map(home)
    run("tiny-map")
    made = artifact("tiny-map", "maps/profiles")
    table = pd.read_parquet(made.path("profiles.parquet"))
    mask = read_volume(made.path("mask.mrc")).density.numpy()
    assert len(table) == int((mask >= 0.5).sum()) == made.numbers["voxels"]
    assert (mask[table["z"], table["y"], table["x"]] >= 0.5).all()
    assert [c for c in table.columns if c.startswith("amplitude")] == [
        f"amplitude_{s:02d}" for s in range(13)
    ]


# ------------------------------------------------------------------------------------------ real data


@pytest.mark.realdata
def test_clpb_consensus_reaches_the_mixture_of_its_true_states(home: Path, shared_data: Path) -> None:
    """Peer-made images (ASPIRE): 1200 of three states, protein dark. RELION 3.1 reaches 8.8 Å; Nyquist is 8 Å."""
    from cryo_assets.cli.app import _run

    source = shared_data / "particles"
    assert (
        _run(["add", str(source / "clpb_particles.star"), "--name", "clpb", "--contrast", "dark"], False) == 0
    )
    assert _run(["run", "clpb", "--to", "particles/consensus"], False) == 0
    volume = read_volume(artifact("clpb", "particles/consensus").path("map.mrc"))
    states = [read_volume(source / f"clpb_gt_state{i}.mrc").density for i in (1, 2, 3)]
    mixture = volume.with_density(0.5 * states[0] + 0.3 * states[1] + 0.2 * states[2])
    assert fsc(volume, mixture).resolution_angstrom(0.5) <= 9.5


@pytest.mark.realdata
def test_seven_real_images_are_read(
    home: Path, shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from cryo_assets.cli.app import _run

    star = shared_data / "particles" / "empiar_10076_7.star"
    assert _run(["add", str(star), "--json"], False) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["particles"], said["box"]) == (7, 320) and said["pixel_angstrom"] == pytest.approx(
        1.31, abs=1e-3
    )
    contrast, poses = said["missing"]
    assert contrast == "contrast (dark or white): needed before images are used"
    assert "posefree/walk" in poses


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "model", "shape", "origin"),
    [
        ("emd_3186.map", "5fj6.pdb", (100, 100, 100), None),
        ("emd_5778_chainA.mrc", "3j5p.pdb", (92, 70, 104), None),
    ],
)
def test_real_maps_run_to_their_end_and_come_out_where_they_went_in(
    home: Path, shared_data: Path, file: str, model: str, shape: tuple[int, ...], origin: None
) -> None:
    from cryo_assets.cli.app import _run

    path = shared_data / "maps" / file
    assert (
        _run(["add-map", str(path), "--name", "real", "--set", "maps.profiles.spacing_voxels=3"], False) == 0
    )
    assert _run(["run", "real"], False) == 0
    source = read_volume(path)
    assert tuple(sorted(source.density.shape)) == tuple(sorted(shape))
    moved = read_volume(artifact("real", "maps/resampled").path("map.mrc"))
    assert max(map(abs, displacement(source, moved))) < 0.1
    assert _mean_at_alpha_carbons(moved, shared_data / "maps" / model) > 2.5


def _mean_at_alpha_carbons(volume: Volume, model: Path) -> float:
    """Mean density at the model's Cα atoms, in the map's standard deviations (DATA.md gives 4.5 and 5.3)."""
    from scipy.ndimage import map_coordinates

    atoms = read_atoms(model)
    place = atoms.position_angstrom[np.flatnonzero(atoms.atom_name == "CA")].double().numpy()
    index = (place - np.array(volume.origin_angstrom)) / volume.voxel_angstrom
    values = map_coordinates(volume.density.double().numpy(), index[:, ::-1].T, order=1, mode="nearest")
    return float((values.mean() - float(volume.density.mean())) / float(volume.density.std()))
