"""What may be learnt from: splits of entries, their homologues, published lists, maps that do not fit their models."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny
import torch
import yaml

from cryo_assets.archives.lists import listed
from cryo_assets.assets.training.splits import roles, splits_of
from cryo_assets.entries.manifest import read_manifest
from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.sharpening.score import model_agreement

CHAIN, OTHER = "ACDEFGHIKLMNPQRSTVWY" * 2, "W" * 40


def test_homologues_are_on_the_side_of_the_strictest() -> None:
    names = ["a", "b", "c", "d", "e"]
    sequences = [(CHAIN,), (CHAIN, OTHER), (OTHER,), (), ()]
    assert roles(names, sequences, {})[1] == [""] * 5
    assert roles(names, sequences, {"a": "train", "c": "test", "d": "validation"})[1] == [
        "test", "test", "test", "validation", "",
    ]  # fmt: skip
    groups, splits = roles(names, sequences, {"a": "train", "b": "validation"})
    assert len({*groups[:3]}) == 1 and splits == ["validation"] * 3 + ["", ""]


def test_splits_are_read_from_the_inbox_and_wrong_ones_named(home: Path) -> None:
    tiny.add_map(home, "one", split="test")
    tiny.add_map(home, "two")
    _, training = read_manifest(home / "inbox", "training")
    assert splits_of(training) == {"one": "test"}
    tiny.add_map(home, "three", split="exam")
    with pytest.raises(SettingsError, match=r"three/map.yaml: field split: 'exam'"):
        splits_of(training)


def test_agreement_of_a_map_and_its_model_does_not_hang_on_sharpening() -> None:
    generator = torch.Generator().manual_seed(1)
    model = Volume(torch.randn(40, 40, 40, generator=generator), 1.5)
    mask = torch.zeros(40, 40, 40, dtype=torch.bool)
    mask[10:30, 10:30, 10:30] = True
    noisy = model.with_density(model.density + torch.randn(40, 40, 40, generator=generator))
    values = [model_agreement(apply_b_factor(noisy, b), model, mask) for b in (0.0, 40.0)]
    assert values[0] == pytest.approx(2**-0.5, abs=0.03)
    assert model_agreement(apply_b_factor(model, 60.0), model, mask) > 0.97
    assert abs(model_agreement(model.with_density(noisy.density - model.density), model, mask)) < 0.05


_FEW = "".join(
    f"ATOM  {i + 1:5d}  CA  ALA A{i + 1:4d}    {11 + 4 * i:8.3f}{-15.0:8.3f}{35.0:8.3f}  1.00 20.00           C\n"
    for i in range(8)
)
"""A model in a corner of the map, where there is none of its density."""


def test_training_leaves_out_test_entries_and_maps_that_do_not_fit(home: Path) -> None:
    folder = home / "inbox" / "training"
    folder.mkdir(parents=True)
    few = {"phantoms": 3, "maps_each": 1, "largest_angstrom": 40.0}
    (folder / "training.yaml").write_text(yaml.safe_dump({"settings": {"training": {"superres": few}}}))
    for name, fields in (("held", {"split": "test"}), ("wrong", {})):
        (tiny.add_map(home, name, model="model.pdb", **fields) / "model.pdb").write_text(_FEW)
        plan = tiny.planner()
        tiny.make("maps/source", name, plan)
        tiny.make("maps/model_map", name, plan)
    made = tiny.make("training/superres", "training", tiny.planner())
    said = str(made.numbers["left_out"])
    assert "held (test, or related to one)" in said and "wrong (map and model agree to" in said
    assert made.numbers["pairs"] == 3 and made.numbers["experimental_pairs"] == 0


def test_published_lists_and_ones_own(tmp_path: Path, cryo: Callable[..., Any]) -> None:
    rows = listed("ilocscale")
    assert {row.split for row in rows} == {"train", "validation", "test"} and len(rows) == 113
    assert sum(1 for row in rows if row.accession) == 72 and all(row.pdb for row in rows)
    assert len(listed("superem_test")) == 36
    own = tmp_path / "own.csv"
    own.write_text("split,emdb,pdb,resolution_angstrom\ntest,EMD-3186,5fj6,7.9\n")
    assert listed(str(own))[0].resolution_angstrom == 7.9
    for text, why in (
        ("exam,EMD-3186,,", "row 2: split"),
        ("test,3186,,", "row 2: emdb"),
        ("test,,,x", "row 2: res"),
    ):
        own.write_text(f"split,emdb,pdb,resolution_angstrom\n{text}\n")
        with pytest.raises(SettingsError, match=why):
            listed(str(own))
    assert "there are ilocscale" in cryo("fetch", "--list", "none", code=2)
    assert "an accession, or --list" in cryo("fetch", code=2)
