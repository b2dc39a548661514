"""Tables that leave the platform, opened by the programs that they are for: RELION, cryoSPARC's tools, cryoDRGN."""

import os
import pickle  # noqa: TID251
import shutil
import subprocess
from pathlib import Path
from typing import Any

import mrcfile
import numpy as np
import pytest
import yaml
from conftest import empty_home
from situations import fsc_mean, maker, relion

from cryo_core.formats.particles import read_images, read_particles
from cryo_core.formats.star import read_star

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes a situation by its number; gives a folder of the module's own."""
    return maker(tmp_path_factory)


@pytest.fixture(scope="module")
def exported(situation: Any, tmp_path_factory: pytest.TempPathFactory, mlflow_database: Path) -> Any:
    """The home of a dark set in two stacks whose classes, and particles of no class, were exported."""
    from tiny import QUIET

    from cryo_assets.graph import launch
    from cryo_assets.home import Home

    root = tmp_path_factory.mktemp("field-home") / "home"
    folder = root / "inbox" / "twostacks"
    shutil.copytree(situation("21"), folder)
    for stack in folder.glob("*.mrcs"):
        with mrcfile.open(stack, "r+") as file:
            file.set_data(-file.data)
    quick = {
        "model": {"linear": {"components": 2, "shells": 7, "iterations": 3, "early_iterations": 2}},
        "latents": {"walk_points": 3},
        "embedding": {"epochs": 20},
        "clusters": {"method": "dbscan", "core": 20, "radius": 0.4},
        "poses": {"refine": False},
    }
    fields = {"particles": "particles.star", "contrast": "dark", "settings": {"round_01": quick}}
    (folder / "dataset.yaml").write_text(yaml.safe_dump(fields))
    with pytest.MonkeyPatch.context() as patch:
        empty_home(root, mlflow_database, patch)
        outcome = launch.run(Home.from_environment(), "twostacks", QUIET)
        assert not outcome.failures, [f.message for f in outcome.failures]
        yield root, outcome.artifacts["results/export"]


@pytest.mark.timeout(600)
def test_21_what_can_be_exported_is(exported: Any, cryo: Any, tmp_path: Path) -> None:
    root, export = exported
    folder = export.folder
    assert {"particles.star", "particles.cs", "particles.csg", "poses.pkl", "ctf.pkl"} <= set(export.files)
    assert "particles.par" not in export.files and "one stack" in export.numbers["skipped"]
    star = read_images(folder / "particles.star", image_roots=(Path("/"),))
    none = int((star.class_number == 0).sum())
    assert star.contrast == "dark" and len(star) == 300
    if none:
        rest = read_images(folder / "refused/unassigned.star", image_roots=(Path("/"),))
        assert len(rest) == none
        said = "1 particle has none" if none == 1 else f"{none} particles have none"
        assert f"class_number ({said})" in export.numbers["left_out"]
        assert cryo("convert", folder / "refused/unassigned.star", tmp_path / "u.cs", "--json")["particles"]
    assert (np.load(folder / "particles.cs")["blob/sign"] == -1).all()
    readme = (folder / "README.md").read_text()
    assert "THE PROTEIN IS DARK" in readme and "relion_refine" in readme and "cryodrgn train_vae" in readme
    assert "particles.par" in readme and "data sign -1" in readme
    assert all(name.startswith("rln") for name in read_star(folder / "particles.star")["particles"])
    # own tables by own tools, as they lie
    for file in (folder / "particles.star", folder / "particles.cs"):
        assert cryo("info", file, "--json")["contrast"] == "dark"
        assert cryo("orientations", file, "--json")["particles"] == 300
        assert cryo("reconstruct", file, "-o", tmp_path / file.suffix, "--json")["contrast"] == "dark"


@pytest.mark.timeout(600)
def test_5_relion_makes_our_map_of_an_exported_dark_set(
    exported: Any, cryo: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, _ = exported
    monkeypatch.setenv("CRYO_HOME", str(root))
    from tiny import QUIET, change

    from cryo_assets.graph import launch
    from cryo_assets.home import Home

    manifest = root / "inbox" / "twostacks" / "dataset.yaml"
    settings = yaml.safe_load(manifest.read_text())["settings"]
    change(manifest, settings=settings | {"results": {"export": {"images": True, "archive": True}}})
    outcome = launch.run(Home.from_environment(), "twostacks", QUIET, None, "results/export", None)
    assert not outcome.failures and set(outcome.computed) == {"results/export"}
    folder = outcome.artifacts["results/export"].folder
    assert {"particles.par", "particles.mrcs", "export.zip"} <= set(outcome.artifacts["results/export"].files)
    assert "THE PROTEIN IS DARK" not in (folder / "README.md").read_text()
    assert (np.load(folder / "particles.cs")["blob/sign"] == 1).all()
    cryo("reconstruct", folder / "particles.star", "-o", tmp_path / "ours")
    relion("relion_reconstruct", "--i", "particles.star", "--o", tmp_path / "theirs.mrc", "--ctf", cwd=folder)
    ours, theirs = mrcfile.read(tmp_path / "ours/map.mrc"), mrcfile.read(tmp_path / "theirs.mrc")
    assert fsc_mean(ours, theirs, 6) > 0.9, "and not -0.89: the contrast is RELION's"


@pytest.fixture(scope="module")
def tables(exported: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what every command that writes a table made of one white set, named by command."""
    from tiny import simulated

    folder = tmp_path_factory.mktemp("tables")
    shutil.copytree(simulated(), folder, dirs_exist_ok=True)
    star = folder / "particles.star"
    _call("reconstruct", star, "-o", folder / "maps")
    halves = ("--ref", folder / "maps/half1.mrc", "--ref2", folder / "maps/half2.mrc")
    for suffix in (".star", ".cs"):
        _call("convert", star, folder / f"converted{suffix}", "--overwrite")
        _call("refine", star, *halves, "--high-limit", 15, "-o", folder / f"refined{suffix}")
        _call("ctf-refine", star, *halves, "--fit", "defocus", "-o", folder / f"ctf_refined{suffix}")
        _call("expand", star, "--symmetry", "C2", "-o", folder / f"expanded{suffix}")
    _call("convert", star, folder / "grouped.csg")
    _call("convert", star, folder / "poses.pkl")
    _call("convert", folder / "refined.cs", folder / "back.star")
    return folder


def _call(*arguments: object) -> None:
    from cryo_assets.cli.app import _run

    assert _run([str(a) for a in arguments], False) == 0, arguments


def _with_poses(folder: Path) -> list[Path]:
    """The .star files under a folder that hold particles with poses."""
    return [
        path
        for path in sorted(folder.rglob("*.star"))
        if "rlnAngleRot" in read_star(path).get("particles", ()) and path.name != "true_poses.star"
    ]


@pytest.mark.timeout(600)
def test_relion_opens_every_star(exported: Any, tables: Path, tmp_path: Path) -> None:
    """Of each command, and of each asset of an entry with rounds: names, optics and image size are RELION's."""
    root, _ = exported
    found = [*_with_poses(tables), *_with_poses(root / "store")]
    assert {"converted", "refined", "ctf_refined", "expanded", "back"} <= {path.stem for path in found}
    assert {"source", "latents", "poses", "classes", "export"} <= {path.parents[2].name for path in found} | {
        path.parents[3].name for path in found
    }
    for number, path in enumerate(found):
        out = tmp_path / f"{number}.mrc"
        folder = path.parents[1] if path.parent.name == "refused" else path.parent
        said = relion("relion_reconstruct", "--i", path.relative_to(folder), "--o", out, "--ctf", cwd=folder)
        assert "unrecognized" not in said.lower() and "unknown label" not in said.lower(), f"{path}: {said}"
        assert np.isfinite(mrcfile.read(out)).all() and mrcfile.read(out).std() > 0, path


def test_relion_refines_a_refined_table(tables: Path, tmp_path: Path) -> None:
    """One iteration of `relion_refine` from our table: it finds the poses where we left them."""
    relion(
        *("relion_refine", "--i", "refined.star", "--ref", "maps/map.mrc", "--o", tmp_path / "run"),
        *("--ini_high", 20, "--ctf", "--iter", 1, "--K", 1, "--particle_diameter", 90, "--zero_mask"),
        *("--healpix_order", 3, "--sigma_ang", 2.5, "--offset_range", 3, "--offset_step", 1, "--pad", 1),
        *("--firstiter_cc", "--norm", "--scale", "--oversampling", 1, "--j", 1, "--preread_images"),
        cwd=tables,
    )
    (made,) = tmp_path.glob("run_it001_data.star")
    theirs, ours = read_particles(made, image_roots=(Path("/"),)), read_particles(tables / "refined.star")
    turned = theirs.poses.rotation.mT @ ours.poses.rotation
    cosine = (turned.diagonal(dim1=-2, dim2=-1).sum(-1) - 1) / 2
    assert float(np.rad2deg(np.arccos(np.clip(np.median(cosine), -1, 1)))) < 8


def test_cryosparcs_tools_read_every_cs(exported: Any, tables: Path, shared_data: Path) -> None:
    """Each field has the type that it has in cryoSPARC's own tables, and text comes back as text."""
    from cryosparc.dataset import Dataset

    own = {
        field[0]: field[1:]
        for name in ("particles/empiar_10076_7.cs", "meta/cryosparc_P12_J24_001_particles.cs")
        for field in Dataset.load(shared_data / name).descr()
    }
    root, _ = exported
    found = [*sorted(tables.glob("*.cs")), *sorted((root / "store").rglob("*.cs"))]
    assert len(found) > 6
    for path in found:
        read, table = Dataset.load(path), read_particles(path, image_roots=(Path("/"),))
        assert len(read) == len(table) and len(set(read["uid"])) == len(table)
        for name, *kind in read.descr():
            assert own.get(name, tuple(kind)) == tuple(kind), f"{path}: {name}"
            assert "/" in name or name == "uid", f"{path}: {name}"
        folder = path.parents[1] if path.parent.name == "refused" else path.parent
        assert all((folder / name).is_file() for name in set(read["blob/path"]))
        assert set(read["blob/sign"]) == {1.0 if table.contrast == "white" else -1.0}


CRYODRGN = os.environ.get("CRYODRGN_PYTHON")


def test_pickles_are_plain_and_row_by_row(exported: Any, tables: Path) -> None:
    root, _ = exported
    found = [*tables.glob("poses.pkl"), *(root / "store").rglob("poses.pkl")]
    assert len(found) > 1
    for path in found:
        poses, ctf = (pickle.loads(p.read_bytes()) for p in (path, path.with_name("ctf.pkl")))  # noqa: S301
        table = read_particles(path.with_name("particles.star"), image_roots=(Path("/"),))
        assert isinstance(poses, tuple) and np.allclose(poses[0], table.poses.rotation, atol=1e-5)
        edge = ctf[:, :2].prod(1)[:, None]
        assert np.allclose(poses[1] * edge, table.poses.shift_angstrom, atol=1e-3)
        assert np.allclose(ctf[:, 2], table.optics.defocus_u_angstrom, rtol=1e-6)


@pytest.mark.skipif(CRYODRGN is None, reason="CRYODRGN_PYTHON names no interpreter that has cryoDRGN (GPL)")
def test_cryodrgn_loads_the_pickles(exported: Any, tables: Path) -> None:
    """A peer in an environment of its own; what it requires is asserted without it in the test above."""
    _, export = exported
    script = (
        "import sys\n"
        "from cryodrgn.pose import PoseTracker\n"
        "from cryodrgn.ctf import load_ctf_for_training\n"
        "count, edge, poses, ctf = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]\n"
        "assert PoseTracker.load(poses, count, edge).rots.shape == (count, 3, 3)\n"
        "assert load_ctf_for_training(edge, ctf).shape[0] == count\n"
    )
    for folder in (tables, export.folder):
        table = read_images(folder / "particles.star", image_roots=(Path("/"),))
        edge = int(read_star(folder / "particles.star")["optics"]["rlnImageSize"][0])
        done = subprocess.run(
            [str(CRYODRGN), "-c", script, str(len(table)), str(edge), "poses.pkl", "ctf.pkl"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-2000:]
