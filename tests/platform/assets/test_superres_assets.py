"""Super-resolution as assets and as a command: what lies in the store, what is printed, what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
import tiny
import torch
import yaml

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.models.superres import left_out_structures
from cryo_assets.assets.training.superres import read_pairs
from cryo_assets.cli.app import _run
from cryo_assets.engine.planner import Planner
from cryo_assets.pictures.draw import LARGEST_BYTES
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_header import read_header
from cryo_core.superres.model import Generator, GeneratorSettings, save_generator

TINY = GeneratorSettings(4, 1, 3, False, "none", 0.1, 2, "residual")


def make(key: str, entry: str) -> Artifact:
    plan: Planner = tiny.planner()
    for upstream in STEPS[key].inputs:
        tiny.make(upstream, entry, plan)
    return tiny.make(key, entry, plan)


def add_training(home: Path) -> None:
    folder = home / "inbox" / "training"
    folder.mkdir(parents=True)
    settings = {
        "training": {"superres": {"phantoms": 3, "maps_each": 1, "largest_angstrom": 40.0}},
        "models": {
            "superres": {
                "channels": 4,
                "blocks": 1,
                "cube": 16,
                "stride": 8,
                "epochs": 2,
                "content_epochs": 1,
                "cubes_per_epoch": 8,
                "discriminator_width": 2,
                "warm_steps": 0,
            }
        },
    }
    (folder / "training.yaml").write_text(yaml.safe_dump({"settings": settings}))


def test_a_network_is_trained_from_made_up_complexes_and_used(home: Path) -> None:
    add_training(home)
    made = make("training/superres", "training")
    assert made.passed() and made.numbers["pairs"] == 3 and made.numbers["groups"] == 3
    pairs, known = read_pairs(made.path("pairs.pt"))
    assert [p.structure for p in pairs] == [0, 1, 2] and known["scheme"] == "sharpening"
    model = make("models/superres", "training")
    assert model.numbers["epochs"] == 2 and 0 <= float(model.numbers["highest_trust"]) <= 1  # type: ignore[arg-type]
    for name in ("cubes.png", "trust.png"):
        assert 1000 < model.path(name).stat().st_size < LARGEST_BYTES
    tiny.add_map(home, halves=False)
    used = make("enhanced/superres", "tiny-map")
    if model.passed():
        assert used.numbers["model"] == f"models/superres {model.version[:12]}"
    number = "superres@champion" if model.passed() else "superres/1"
    density = read_volume(home / "inbox/tiny-map/map.mrc").density.numpy()
    told = tiny.served(number).predict(density, params={"voxel_angstrom": 2.0})
    assert told["map"].shape == density.shape
    if model.passed():
        assert np.allclose(told["map"], read_volume(used.path("map.mrc")).density.numpy(), atol=1e-6)
    assert used.passed() and "scored_by" not in used.numbers


def test_an_enhanced_map_is_never_the_only_answer(home: Path) -> None:
    tiny.add_map(home)
    made = make("enhanced/superres", "tiny-map")
    assert made.passed() and float(made.numbers["low_frequency_fsc"]) >= 0.98  # type: ignore[arg-type]
    source = read_volume(home / "inbox/tiny-map/map.mrc")
    maps = {
        name: read_volume(made.path(f"{name}.mrc"))
        for name in ("map", "filtered", "confidence", "difference")
    }
    for volume in maps.values():
        volume.require_same_grid(source)
    assert torch.allclose(source.density + maps["difference"].density, maps["map"].density, atol=1e-4)
    assert 0 <= float(maps["confidence"].density.min()) <= float(maps["confidence"].density.max()) <= 1
    assert any("PREDICTION" in label for label in read_header(made.path("map.mrc")).labels)
    assert made.numbers["scored_by"] == "half 1 enhanced, against half 2 at the same amplitudes"
    assert 0 <= float(made.numbers["worse_fraction"]) <= 1  # type: ignore[arg-type]
    assert made.path("slices.png").stat().st_size < LARGEST_BYTES


_FAR = "".join(
    f"ATOM  {i + 1:5d}  CA  ALA A{i + 1:4d}    {500.0 + 3 * i:8.3f}{500.0:8.3f}{500.0:8.3f}  1.00 20.00           C\n"
    for i in range(8)
)
"""A model far outside the map."""


@pytest.mark.parametrize("halves", [True, False])
@pytest.mark.parametrize(("model", "said"), [(_FAR, "no atom"), ("nothing\n", "model.pdb")])
def test_a_model_that_cannot_tell_does_not_cost_the_map(
    home: Path, halves: bool, model: str, said: str
) -> None:
    folder = tiny.add_map(home, halves=halves, model="model.pdb")
    (folder / "model.pdb").write_text(model)
    made = make("enhanced/superres", "tiny-map")
    assert made.passed() and made.path("map.mrc").is_file()
    assert "the model cannot tell" in made.numbers["warnings"] and said in made.numbers["warnings"]
    assert ("half 1 enhanced" in made.numbers.get("scored_by", "")) == halves
    (harm,) = (check for check in made.checks if check.name == "do_no_harm")
    assert halves or "is not known" in harm.detail


def test_a_model_file_that_cannot_be_read_does_not_cost_the_training(home: Path) -> None:
    add_training(home)
    folder = home / "inbox" / "training"
    tiny.change(folder / "training.yaml", models=["bad.pdb"])
    (folder / "bad.pdb").write_text("nothing\n")
    made = make("training/superres", "training")
    assert made.passed() and made.numbers["pairs"] == 3 and "bad.pdb" in made.numbers["left_out"]


def test_structures_left_out_are_whole_groups() -> None:
    groups = [0, 1, 1, 3, 4, 4, 6]
    assert left_out_structures(groups, 0.2) == {6}
    assert left_out_structures(groups, 0.4) == {4, 5, 6}
    assert left_out_structures(groups, 0.01) == {6}


@pytest.fixture
def given(tmp_path: Path) -> Path:
    z, y, x = torch.meshgrid(*[torch.arange(30.0) - 15] * 3, indexing="ij")
    blob = torch.exp(-(z**2 + y**2 + x**2) / 60) * (1.2 + torch.cos(1.5 * z) * torch.cos(1.2 * x))
    noise = 0.02 * torch.randn(30, 30, 30, generator=torch.Generator().manual_seed(1))
    write_volume(tmp_path / "in.mrc", Volume(blob + noise, 1.3, (5.0, 6.0, 7.0)))
    return tmp_path


def test_the_command_enhances_and_says_how_sure_it_is(
    given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_generator(given / "g.pt", Generator(TINY), {})
    out, sure, apart = (str(given / name) for name in ("out.mrc", "c.mrc", "d.mrc"))
    call = ["superres", str(given / "in.mrc"), "-o", out, "--confidence", sure, "--difference", apart]
    call += ["--model", str(given / "g.pt"), "--json"]
    assert _run(call, False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["low_frequencies_agree"] and said["low_frequency_fsc"] >= 0.98
    source, made = read_volume(given / "in.mrc"), read_volume(given / "out.mrc")
    made.require_same_grid(source)
    assert made.origin_angstrom == pytest.approx((5.0, 6.0, 7.0))
    difference = read_volume(given / "d.mrc").density
    assert torch.allclose(source.density + difference, made.density, atol=1e-5)
    assert any("PREDICTION" in label for label in read_header(given / "out.mrc").labels)
    assert _run(call, False) == 2 and "--overwrite" in capsys.readouterr().err


def test_the_command_can_filter_alone_and_refuses_what_cannot_be(
    given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["superres", str(given / "in.mrc"), "-o", str(given / "f.mrc"), "--method", "filter", "--json"]
    assert _run([*call, "--voxel-size", "1"], False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["model"] == "blind filter" and said["voxel_angstrom"] == 1.0
    assert not any("PREDICTION" in label for label in read_header(given / "f.mrc").labels)
    for wrong, why in (
        (["--confidence", str(given / "c.mrc")], "no network"),
        (["--voxel-size", "2"], "only 1"),
        (["--mask", str(given / "none.mrc")], "none.mrc"),
    ):
        assert _run([*call, "--overwrite", *wrong], False) == 2
        assert why in capsys.readouterr().err
    (given / "bad.pt").write_bytes(b"x")
    assert (
        _run(
            ["superres", str(given / "in.mrc"), "-o", str(given / "x.mrc"), "--model", str(given / "bad.pt")],
            False,
        )
        == 2
    )
    assert "bad.pt" in capsys.readouterr().err and not (given / "x.mrc").exists()
