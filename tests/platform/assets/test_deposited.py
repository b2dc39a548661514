"""Maps beside what others deposited: brought into its frame, scored, and left out where they do not fit."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import torch
import yaml
from tiny import QUIET, add_dataset, add_map, planner

from cryo_assets.assets.results.deposited import make
from cryo_assets.assets.results.report import _deposited
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import deposited_files, truth_facts
from cryo_core.data import Atoms
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.validation.maps import real_space_correlation


def _atoms(seed: int, turn: torch.Tensor | None = None) -> Atoms:
    atoms = phantom_complex(seed, 2, 250)
    place = atoms.position_angstrom.double()
    place = place - place.mean(0)
    return replace(atoms, position_angstrom=(place if turn is None else place @ turn).float())


def _write(path: Path, atoms: Atoms, voxel: float, box: int, seed: int) -> None:
    made = apply_b_factor(density(atoms, (box,) * 3, voxel), 600.0)
    noise = torch.randn(made.density.shape, generator=torch.Generator().manual_seed(seed))
    write_volume(path, made.with_density(made.density + 0.2 * made.density.std() * noise))


def _artifact(folder: Path) -> SimpleNamespace:
    return SimpleNamespace(files={f.name: None for f in folder.iterdir()}, path=lambda file: folder / file)


def test_class_maps_come_into_the_deposited_frame_and_the_wrong_one_stays_out(tmp_path: Path) -> None:
    turn = random_rotations(1, torch.Generator().manual_seed(3))[0].double()
    classes, clusters = tmp_path / "classes", tmp_path / "clusters"
    for folder in (classes, clusters, tmp_path / "out"):
        folder.mkdir()
    _write(tmp_path / "deposited.mrc", _atoms(1), 2.7, 60, 1)
    _write(classes / "class_01.mrc", _atoms(1, turn), 3.0, 56, 2)
    _write(classes / "class_02.mrc", _atoms(9), 3.0, 56, 3)
    _write(clusters / "representative_01.mrc", _atoms(1, turn), 3.0, 56, 4)
    (tmp_path / "dataset.yaml").write_text(
        yaml.safe_dump({"particles": "x.star", "name": tmp_path.name, "truth": {"map": "deposited.mrc"}})
    )
    task = SimpleNamespace(
        manifest=Dataset.read(tmp_path / "dataset.yaml"),
        inputs={"results/classes": _artifact(classes), "round_01/clusters": _artifact(clusters)},
        folder=tmp_path / "out",
        device=torch.device("cpu"),
        stage=QUIET.stage,
    )
    report = make(task)  # type: ignore[arg-type]
    table = pd.read_csv(tmp_path / "out" / "deposited.csv").set_index("map")
    assert table["fits"].to_dict() == {"class 1": True, "class 2": False, "decoded class 1": True}
    assert not table["other_hand"][["class 1", "decoded class 1"]].any()
    assert (table["fsc05_angstrom"][["class 1", "decoded class 1"]] < 12.0).all()
    assert report.numbers["fitting_maps"] == 2 and report.checks[0].passed
    aligned, deposited = (read_volume(tmp_path / f) for f in ("out/class_1.mrc", "deposited.mrc"))
    aligned.require_same_grid(deposited)
    assert real_space_correlation(aligned.density, deposited.density) > 0.8
    assert not (tmp_path / "out" / "class_2.mrc").exists()
    assert all((tmp_path / "out" / file).is_file() for file in report.pictures.values())
    _, _, columns, rows = _deposited(_artifact(tmp_path / "out"))  # type: ignore[arg-type]
    assert [row[1] for row in rows] == ["fits", "does not fit", "fits"] and len(columns) == len(rows[0])
    assert np.isfinite(float(rows[0][3])) and rows[1][3] == "–"


def test_only_an_entry_that_names_something_deposited_is_compared(home: Path) -> None:
    add_map(home, "EMD-1")
    add_dataset(home, "plain", rounds=1)
    add_dataset(home, "named", rounds=1, truth={"emdb": "EMD-1"})
    rows = {name: {row.asset for row in planner().rows(name)} for name in ("plain", "named")}
    assert rows["named"] - rows["plain"] == {"results/deposited"}
    manifest = Dataset.read(home / "inbox" / "named" / "dataset.yaml")
    assert deposited_files(manifest) == {"deposited map": (home / "inbox" / "EMD-1" / "map.mrc").resolve()}
    assert truth_facts(manifest) == {}, "what else is computed does not depend on it"


def test_an_accession_that_is_not_there_is_named_with_its_way_out(home: Path) -> None:
    folder = add_dataset(home, "named", truth={"emdb": "EMD-7"})
    with pytest.raises(SettingsError, match="cryo fetch EMD-7"):
        deposited_files(Dataset.read(folder / "dataset.yaml"))


@pytest.mark.parametrize(
    ("truth", "said"),
    [({"continuous": True}, "says nothing"), ({"emdb": "EMD-1", "map": "a.mrc"}, "keep one")],
)
def test_a_truth_that_says_nothing_or_twice_is_refused(home: Path, truth: dict, said: str) -> None:
    folder = add_dataset(home, "named", truth=truth)
    with pytest.raises(SettingsError, match=said):
        Dataset.read(folder / "dataset.yaml")
