"""Results: what is kept of the rounds, and what leaves the platform."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import numpy as np
import pandas as pd
import pytest
import torch
from test_rounds import _settings
from tiny import QUIET, add_dataset, planner

from cryo_assets.assets.results.classes import _choice, best_rounds, over_fitted_after
from cryo_assets.assets.rounds import fsc
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.tables import poses_of
from cryo_assets.graph import launch
from cryo_assets.home import Home
from cryo_assets.store.class_results import ClassResult, class_maps, read_classes
from cryo_assets.store.store import Artifact
from cryo_core.data import Particles
from cryo_core.formats.fields import Companions, Overrides
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import read_particles
from cryo_core.fourier.shells import radial_profile
from cryo_core.geometry.rotations import rotation_distance_degrees


def test_the_best_round_is_the_first_of_the_finest_that_the_guard_accepts() -> None:
    rows = (
        (1, 1, 8.0),
        (1, 2, 6.0),
        (1, 3, 6.0),
        (2, 1, 7.0),
        (2, 2, None),
        (2, 3, 7.5),
        (3, 3, None),
        (4, 2, 5.0),
    )
    table = [ClassResult(name, round=number, resolution_angstrom=value) for name, number, value in rows]
    assert best_rounds(table) == {1: 2, 2: 1, 3: None}  # class 4 is no class of the last round


def test_a_round_that_is_finer_by_chance_is_not_preferred() -> None:
    """The finest of ten noisy resolutions is no better than the first; one that is clearly finer is taken."""
    noisy = [8.0, 8.2, 7.9, 8.1, 7.8, 8.3, 8.0, 7.7, 8.1, 7.9]
    rows = [ClassResult(1, n, 100, value, value + 0.4) for n, value in enumerate(noisy, 1)]
    assert best_rounds(rows) == {1: 1}
    assert "two standard errors" in _choice(rows, 1) and "round 8 (7.70 Å)" in _choice(rows, 1)
    better = [*rows[:5], ClassResult(1, 6, 100, 6.5, 6.9), *rows[6:]]
    assert best_rounds(better) == {1: 6} and _choice(better, 6) == "round 6 is the finest, 6.50 Å"


@pytest.mark.parametrize(
    ("before", "now", "changed", "said"),
    [
        (
            8.83,
            8.53,
            0.0,
            "settled: 0.0% of the particles changed class, poses moved by 0.10° (median), 8.83 → 8.53 Å",
        ),
        (
            8.53,
            8.83,
            0.0,
            "settled: 0.0% of the particles changed class, poses moved by 0.10° (median), 8.53 → 8.83 Å",
        ),
        (8.83, 8.53, 0.5, ""),
        (
            8.53,
            9.53,
            0.0,
            "this round made the classes worse: over all particles their resolution fell from 8.53",
        ),
        (None, 9.53, 0.5, ""),
    ],
)
def test_a_round_is_called_worse_only_where_the_numbers_beside_it_are(
    before: float | None, now: float, changed: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = np.zeros(10, int)
    monkeypatch.setattr(fsc, "read_labels", lambda _: labels + (np.arange(10) < 10 * changed))
    made = {
        "clusters": SimpleNamespace(),
        "fsc": SimpleNamespace(numbers={"mean_resolution_angstrom": before}),
        "poses": SimpleNamespace(numbers={"moved_degrees": 0.1}),
    }
    task: Any = SimpleNamespace(previous=made.get, own=made.get)
    told = fsc._stop(task, labels, now)
    assert told.startswith(said) and bool(told) == bool(said)
    assert not ("→" in told and "worse" in told)


def test_the_round_after_which_it_over_fits_is_named() -> None:
    def table(*accepted: bool) -> list[ClassResult]:
        rows = [ClassResult(1, r, 100, 6.0 if fine else None) for r, fine in enumerate(accepted, 1)]
        return rows + [ClassResult(2, r, 10, 7.0) for r in range(1, len(accepted) + 1)]

    assert over_fitted_after(table(True, True, False, False)) == 2
    assert over_fitted_after(table(True, True)) is None
    assert over_fitted_after(table(False, False)) is None  # it was never believed


@pytest.fixture
def made(home: Path) -> dict[str, Artifact]:
    """A set whose second of three rounds changes nothing, run to its end in one call."""
    settings = _settings(3)
    for group in ("round_01", "round_02", "round_03"):
        quick = {"poses": {"refine": False}, "clusters": {"classes": 2}}
        settings["settings"][group] = {**settings["settings"][group], **quick}
    settings["settings"]["round_02"]["clusters"] = {"keep": True}
    add_dataset(home, **settings)
    outcome = launch.run(Home.from_environment(), "tiny", QUIET)
    assert not outcome.failures
    return {row.asset: a for row in planner().rows("tiny") if (a := planner().artifact(row))}


@pytest.mark.timeout(300)
def test_results_of_rounds_that_ended_early_are_made_in_the_same_call(made: dict[str, Artifact]) -> None:
    last = max(int(key[6:8]) for key in made if key.startswith("round_"))
    classes, exported = made["results/classes"], made["results/export"]
    assert classes.numbers["rounds"] == last
    assert {f"round_{n:02d}/fsc" for n in range(1, last + 1)} <= set(classes.recipe.inputs)
    table = pd.read_csv(classes.path("classes.csv"))
    assert len(table) == sum(made[f"round_{n:02d}/maps"].numbers["classes"] for n in range(1, last + 1))
    flow = pd.read_csv(classes.path("flow.csv"))
    assert flow.groupby("round")["particles"].sum().tolist() == [120] * (last - 1)
    names = class_maps(classes)
    assert names and classes.numbers["accepted_classes"] == len(names)
    labels = read_labels(made[f"round_{last:02d}/clusters"])
    if last > 1:  # the control: classes kept as they were
        assert np.array_equal(labels, read_labels(made["round_01/clusters"]))
        assert "kept" in made["round_02/clusters"].numbers["verdict"]
    joint = poses_of(classes)
    for name in names:
        best = next(row.round for row in read_classes(classes) if row.name == name and row.best)
        assert best == classes.numbers[f"class_{name:02d}_round"]
        assert table[(table["class"] == name) & table["best"]]["round"].tolist() == [best]
        start = f"class_{name:02d}"
        source = made[f"round_{best:02d}/maps"].path(f"{start}_half1.mrc")
        assert classes.path(f"{start}_half1.mrc").read_bytes() == source.read_bytes()
        rows = torch.from_numpy(np.flatnonzero(labels == name))
        chosen = poses_of(made[f"round_{best:02d}/poses"])
        torch.testing.assert_close(joint.rotation[rows], chosen.rotation[rows], rtol=0, atol=2e-6)
    _sharpened_within_its_resolution(made, names[0])
    _local_resolution_is_measured_and_told(made, names)
    _exports_agree(exported, labels)
    _report_is_whole(made["results/report"])
    of_none = made[f"round_{last:02d}/clusters"].numbers
    assert classes.numbers["left_out_particles"] == of_none["left_out_particles"]
    assert classes.numbers["noise_particles"] == of_none["noise_particles"]


@pytest.mark.timeout(300)
def test_a_refused_class_lies_apart_with_its_maps(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryo_assets.assets.results import classes as module

    judged = module.best_rounds
    monkeypatch.setattr(module, "best_rounds", lambda table: {**judged(table), 2: None})
    settings = _settings(1)
    quick = {"poses": {"refine": False}, "clusters": {"classes": 2}}
    settings["settings"]["round_01"] = {**settings["settings"]["round_01"], **quick}
    settings["settings"]["results"] = {"export": {"archive": True}}
    add_dataset(home, **settings)
    outcome = launch.run(Home.from_environment(), "tiny", QUIET, to="results/export")
    assert not outcome.failures
    export, maps = outcome.artifacts["results/export"], outcome.artifacts["round_01/maps"]
    assert class_maps(outcome.artifacts["results/classes"]) == class_maps(export) == [1]
    apart = {name for name in export.files if name.startswith("refused/class_02")}
    ends = (".star", ".csg", ".cs", ".mrc", "_half1.mrc", "_half2.mrc", "_mask.mrc", "_fsc.star")
    assert {f"refused/class_02{end}" for end in ends} == apart
    assert export.path("refused/class_02.mrc").read_bytes() == maps.path("class_02.mrc").read_bytes()
    text = export.path("README.md").read_text()
    mask = read_volume(export.path("class_01_mask.mrc"))
    assert "mpirun -n 3 relion_refine_mpi --i class_01.star --ref class_01.mrc" in text  # halves need MPI
    said = int(re.findall(r"--particle_diameter (\d+) ", text)[0])
    across = (mask.density >= 0.5).any(0).any(0).sum() * mask.voxel_angstrom
    assert float(across) <= said <= 1.001 * mask.density.shape[0] * mask.voxel_angstrom
    with ZipFile(export.path("export.zip")) as packed:
        assert {"README.md", "class_01.star", "refused/class_02.mrc"} <= set(packed.namelist())


def _sharpened_within_its_resolution(made: dict[str, Artifact], name: int) -> None:
    start = f"class_{name:02d}"
    sharp = read_volume(made["results/sharpened"].path(f"{start}.mrc"))
    raw = read_volume(made["results/classes"].path(f"{start}_half1.mrc"))
    raw.require_same_grid(sharp)
    profile = radial_profile(sharp)
    cut = made["results/sharpened"].numbers[f"{start}_cut_at_angstrom"]
    last = round(raw.density.shape[0] * raw.voxel_angstrom / cut)
    if last + 3 < len(profile):
        assert float(profile[last + 3]) < 0.1 * float(profile[1:last].max())
    mask = read_volume(made["results/classes"].path(f"{start}_mask.mrc")).density
    assert float(sharp.density[mask == 0].abs().max()) == 0.0


def _local_resolution_is_measured_and_told(made: dict[str, Artifact], names: list[int]) -> None:
    local = made["results/local_resolution"]
    for name in names:
        start = f"class_{name:02d}"
        measured = read_volume(local.path(f"{start}/resolution.mrc")).density
        mask = read_volume(local.path(f"{start}/mask.mrc")).density > 0.5
        middle = local.numbers[f"{start}_median_angstrom"]  # of two middle voxels either may be the one
        assert abs(2 * int((measured[mask] <= middle).sum()) - int(mask.sum())) <= 2
        assert read_volume(local.path(f"{start}/predicted.mrc")).density.shape == measured.shape
        assert f"{start}_predicted_rmse_angstrom" in local.numbers
        assert local.path(f"{start}/resolution.cxc").read_text().count("map.mrc") == 1


def _exports_agree(exported: Artifact, labels: np.ndarray) -> None:
    """Every program's table, read again, has the same poses."""
    star = _read(exported, "particles.star", None)
    assert star.class_number.tolist() == np.where(labels > 0, labels, 0).tolist()
    for file in ("particles.cs", "particles.par", "poses.pkl"):
        other = _read(exported, file, star)
        apart = rotation_distance_degrees(star.poses.rotation.double(), other.poses.rotation.double())
        assert len(other) == 120 and float(apart.max()) < 0.02, file
        shift = (star.poses.shift_angstrom - other.poses.shift_angstrom).abs().max()
        assert float(shift) < 0.01 * star.pixel_angstrom, file
    parts = [_read(exported, f"class_{name:02d}.star", None) for name in class_maps(exported)]
    assert all(len(part) == int((labels == int(part.class_number[0])).sum()) for part in parts)
    script = exported.path("classes.cxc").read_text()
    assert script.count("_sharpened.mrc") == len(parts) and "tile" in script


def _read(exported: Artifact, file: str, star: Particles | None) -> Particles:
    overrides, companions = Overrides(), Companions()
    if star is not None and not file.endswith(".cs"):
        ctf = exported.path("ctf.pkl") if file.endswith(".pkl") else None
        companions = Companions(stack=star.stacks[0], ctf=ctf)
        optics = star.optics
        asked = (
            optics.pixel_angstrom,
            optics.voltage_kilovolt,
            optics.spherical_aberration_mm,
            optics.amplitude_contrast,
        )
        overrides = Overrides(*(float(values[0]) for values in asked))
    return read_particles(exported.path(file), None, overrides, (Path("/"),), companions)


def _report_is_whole(report: Artifact) -> None:
    page = report.path("report.html").read_text()
    assert "src='data:image/png" in page and "http" not in page.replace("http-equiv", "")
    assert "Resolution of each class by round" in report.path("report.md").read_text()
