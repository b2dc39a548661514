"""The command line: one JSON document and nothing else, exit codes, errors in one line, results that are right."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import torch

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.validation.fsc import fsc


def test_add_run_show_path_verify(home: Path, cryo: Any, tmp_path: Path) -> None:
    source = tmp_path / "elsewhere"
    tiny.simulated()
    import shutil

    shutil.copytree(tiny.simulated(), source)
    said = cryo("add", source / "particles.star", "--name", "mine", "--contrast", "white", "--json")
    assert (said["particles"], said["box"], said["missing"]) == (120, 32, [])
    assert (said["maps_nyquist_angstrom"], said["model_nyquist_angstrom"]) == (12.0, 12.0)
    tiny.change(home / "inbox" / "mine" / "dataset.yaml", rounds=0)
    plan = cryo("plan", "--json")
    assert [row["state"] for row in plan["entries"]["mine"]] == ["compute"] * 3
    ran = cryo("run", "mine", "--to", "particles/stack", "--json")
    assert ran["computed"] == ["particles/source", "particles/stack"] and not ran["failures"]
    ran = cryo("run", "mine", "--json")
    assert ran["computed"] == ["particles/consensus"]
    assert cryo("run", "mine", "--json")["computed"] == []
    shown = cryo("show", "mine", "--json")
    consensus = shown["assets"]["particles/consensus"]
    assert consensus["numbers"]["particles"] == 120 and consensus["made"]["seconds"] > 0
    history = cryo("show", "mine", "particles/consensus", "--json")
    stack = history["inputs"]["particles/stack"]
    assert stack["version"] == consensus["recipe"]["inputs"]["particles/stack"]
    assert set(stack["inputs"]["particles/source"]["recipe"]["files"]) == {
        "particles",
        "stack 0 particles.mrcs",
    }
    folder = cryo("path", "mine", "particles/consensus").strip()
    assert Path(folder, "map.mrc").is_file() and folder == consensus["path"]
    assert cryo("verify", "--json") == {"sound": True, "problems": []}
    assert "particles/consensus" in cryo("show", "mine") and "sha256" in cryo(
        "show", "mine", "particles/consensus"
    )


def test_set_reaches_the_recipe(home: Path, cryo: Any) -> None:
    star = tiny.simulated() / "particles.star"
    cryo("add", star, "--name", "small", "--contrast", "white", "--set", "particles.stack.box=24", "--json")
    ran = cryo("run", "small", "--to", "particles/stack", "--json")
    made = {asset["asset"]: asset for asset in ran["assets"]}["particles/stack"]
    assert made["recipe"]["settings"]["box"] == 24 and made["numbers"]["box"] == 24
    assert made["numbers"]["pixel_angstrom"] == pytest.approx(8.0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "nothing.star"], "nothing.star: no such file"),
        (["run", "nobody"], "neither dataset.yaml nor map.yaml"),
        (["run", "../up"], "name '../up': use 1 to 64 letters"),
        (["run", "tiny", "--to", "maps/fsc"], "asset 'maps/fsc': not an asset of datasets"),
        (["run", "tiny", "--to", "particles/stack", "--select", "particles/source"], "give one of them"),
        (["run", "tiny-map", "--rounds", "2"], "there are no rounds"),
        (["run", "tiny", "--rounds", "11"], "--rounds"),
        (["run"], "Missing argument"),
        (["fly"], "No such command"),
        (["info", "README.md.unknown"], "no such file"),
        (["fsc", "a.mrc", "b.mrc"], "a.mrc"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(
    home: Path, cryo: Any, arguments: list[str], said: str
) -> None:
    tiny.add_dataset(home)
    tiny.add_map(home)
    assert said in cryo(*arguments, code=2)


def test_a_wrong_set_names_the_setting_and_leaves_no_entry(home: Path, cryo: Any) -> None:
    star = tiny.simulated() / "particles.star"
    for assignment, said in (
        ("particles.stack.bx=3", "no such setting"),
        ("particles.stack=3", "should be group.asset.setting=value"),
        ("particles.stack.box=large", "settings.particles.stack.box: Input"),
        ("maps.source.x=1", "no such asset"),
    ):
        assert said in cryo("add", star, "--name", "wrong", "--set", assignment, code=2)
        assert not (home / "inbox" / "wrong").exists()
    assert list((home / "work").glob("add-*")) == []


def test_an_entry_is_not_replaced_unasked(home: Path, cryo: Any) -> None:
    star = tiny.simulated() / "particles.star"
    cryo("add", star, "--name", "mine")
    assert "--replace replaces it" in cryo("add", star, "--name", "mine", code=2)
    cryo("add", star, "--name", "mine", "--contrast", "dark", "--replace")
    assert "contrast: dark" in (home / "inbox" / "mine" / "dataset.yaml").read_text()


def test_json_errors_are_json_too(home: Path, cryo: Any) -> None:
    assert "neither dataset.yaml nor map.yaml" in cryo("show", "nobody", "--json", code=2)["error"]


def test_a_flipped_byte_is_found_and_is_exit_code_1(home: Path, cryo: Any) -> None:
    tiny.add_map(home)
    cryo("run", "tiny-map", "--to", "maps/source")
    path = Path(cryo("path", "tiny-map", "maps/source").strip()) / "map.mrc"
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
    found = cryo("verify", "--json", code=1)
    assert found == {"sound": False, "problems": [f"{path}: altered since it was written"]}


def test_prune_says_first_and_keeps_what_is_planned(home: Path, cryo: Any) -> None:
    folder = tiny.add_map(home)
    cryo("run", "tiny-map", "--to", "maps/resampled")
    for sd in (0.2, 0.3):
        tiny.change(folder / "map.yaml", settings={"maps": {"resampled": {"sd": sd}}})
        cryo("run", "tiny-map", "--to", "maps/resampled")
    tiny.change(folder / "map.yaml", settings=None)
    would = cryo("prune", "--keep", "1", "--dry-run", "--json")
    assert len(would["removed"]) == 1 and Path(would["removed"][0]).exists() and would["bytes"] > 0
    assert cryo("prune", "--keep", "1", "--yes", "--json")["removed"] == would["removed"]
    assert not Path(would["removed"][0]).exists()
    assert cryo("plan", "tiny-map", "--json")["entries"]["tiny-map"][1]["state"] == "stored"


def test_debug_alone_shows_the_trace(home: Path) -> None:
    call = [sys.executable, "-m", "cryo_assets.cli", "show", "nobody"]
    plain = subprocess.run(call, capture_output=True, text=True, check=False)
    debug = subprocess.run([*call, "--debug"], capture_output=True, text=True, check=False)
    assert plain.returncode == debug.returncode == 2
    assert len(plain.stderr.strip().splitlines()) == 1 and "Traceback" in debug.stderr


# ----------------------------------------------------------------------------------------------- tools


def test_simulate_then_reconstruct_finds_the_truth(tmp_path: Path, cryo: Any) -> None:
    out = tmp_path / "set"
    said = cryo(
        "simulate", "-o", out, "--particles", 400, "--box", 32, "--pixel-size", 6, "--snr", 0.5, "--json"
    )
    assert said["particles"] == 400
    made = cryo("reconstruct", out / "particles.star", "-o", tmp_path / "maps", "--json")
    volume = read_volume(Path(made["map"]))
    truth = [read_volume(out / "truth" / f"state_{i}.mrc").density for i in (1, 2, 3)]
    mixture = volume.with_density(0.5 * truth[0] + 0.3 * truth[1] + 0.2 * truth[2])
    assert volume.voxel_angstrom == pytest.approx(6.0)
    assert fsc(volume, mixture).resolution_angstrom(0.5) <= 14
    assert "exists; --overwrite" in cryo(
        "reconstruct", out / "particles.star", "-o", tmp_path / "maps", code=2
    )


def _pair(tmp_path: Path) -> tuple[Path, Path, Volume]:
    generator = torch.Generator().manual_seed(5)
    z, y, x = torch.meshgrid(*(torch.arange(32.0) - 16 for _ in range(3)), indexing="ij")
    blob = Volume(torch.exp(-(z**2 + (y - 4) ** 2 + x**2) / 12), 2.0, (5.0, 6.0, 7.0))
    paths = []
    for name in ("one", "two"):
        noisy = blob.density + 0.2 * torch.randn(blob.density.shape, generator=generator)
        paths.append(tmp_path / f"{name}.mrc")
        write_volume(paths[-1], blob.with_density(noisy))
    return paths[0], paths[1], blob


def test_fsc_gives_resolutions_curves_and_warnings(tmp_path: Path, cryo: Any) -> None:
    one, two, blob = _pair(tmp_path)
    said = cryo("fsc", one, two, "--json")
    assert set(said["curves"]) == {"unmasked", "masked", "randomised", "corrected"}
    expected = fsc(read_volume(one), read_volume(two))
    assert said["curves"]["unmasked"] == pytest.approx(expected.correlation.tolist())
    assert said["resolution_unmasked"]["0.143"] == pytest.approx(expected.resolution_angstrom(0.143))
    assert said["nyquist_angstrom"] == 4.0
    same = cryo("fsc", one, one, "--json")
    assert any("identical" in warning for warning in same["warnings"])
    mask = tmp_path / "mask.mrc"
    write_volume(mask, low_pass(blob.with_density((blob.density > 0.3).float()), 12.0))
    assert "between 0 and 1" in cryo("fsc", one, two, "--mask", mask, code=2)
    write_volume(mask, blob.with_density((blob.density > 0.05).float()))
    masked = cryo("fsc", one, two, "--mask", mask, "--json")
    assert masked["curves"]["masked"] != said["curves"]["masked"]
    assert set(cryo("fsc", one, two, "--mask", "none", "--json")["curves"]) == {"unmasked"}


def test_resample_keeps_the_place(tmp_path: Path, cryo: Any) -> None:
    one, _, _ = _pair(tmp_path)
    said = cryo("resample", one, "-o", tmp_path / "fine.mrc", "--voxel-size", 1.0, "--json")
    assert said["shape_zyx"] == [64, 64, 64] and said["voxel_angstrom"] == pytest.approx(1.0)
    from cryo_core.validation.registration import displacement

    moved = read_volume(tmp_path / "fine.mrc")
    assert np.abs(displacement(read_volume(one), moved)).max() < 0.05


def test_info_describes_maps_tables_and_models(tmp_path: Path, cryo: Any) -> None:
    one, _, _ = _pair(tmp_path)
    said = cryo("info", one, "--json")
    assert said["kind"] == "map" and said["shape_zyx"] == [32, 32, 32]
    assert said["voxel_angstrom"] == [2.0, 2.0, 2.0] and said["origin_angstrom"] == [5.0, 6.0, 7.0]
    said = cryo("info", tiny.simulated() / "particles.star", "--json")
    assert said["kind"] == "particles" and said["particles"] == 120 and said["half_sets"] == [1, 2]
    said = cryo("info", tiny.simulated() / "particles.mrcs", "--json")
    assert said["kind"] == "stack" and said["shape_zyx"] == [120, 32, 32]
    model = tmp_path / "model.pdb"
    model.write_text(
        "ATOM      1  CA  ALA A   1      11.000  12.000  13.000  1.00 20.00           C\n"
        "ATOM      2  CA  ALA B   2      14.000  12.000  13.000  1.00 40.00           C\nEND\n"
    )
    said = cryo("info", model, "--json")
    assert (said["kind"], said["atoms"], said["chains"]) == ("model", 2, ["A", "B"])
    assert said["mean_b_factor_angstrom2"] == pytest.approx(30.0)
