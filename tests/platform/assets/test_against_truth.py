"""Comparison with truth: what agrees wholly, what differs, and where nothing is known."""

from pathlib import Path

import numpy as np
import pytest
import torch
import yaml

from cryo_assets.assets.against_truth import TrueStates, map_to_truth, order_to_truth, volumes_to_truth
from cryo_assets.entries.manifest import Dataset
from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.formats.mrc import read_volume, write_volume

TRUE = np.repeat([0, 1], (6, 4))


def _manifest(folder: Path, **truth: object) -> Dataset:
    fields = {"particles": "particles.star", **({"truth": truth} if truth else {})}
    (folder / "dataset.yaml").write_text(yaml.safe_dump(fields))
    return Dataset.read(folder / "dataset.yaml")


@pytest.fixture
def states(tmp_path: Path) -> list[Volume]:
    generator = torch.Generator().manual_seed(1)
    for name in ("a.mrc", "b.mrc"):
        write_volume(tmp_path / name, Volume(torch.randn(16, 16, 16, generator=generator), 2.0))
    np.save(tmp_path / "labels.npy", TRUE)
    return [read_volume(tmp_path / name) for name in ("a.mrc", "b.mrc")]


@pytest.fixture
def manifest(tmp_path: Path, states: list[Volume]) -> Dataset:
    return _manifest(
        tmp_path, maps=["a.mrc", "b.mrc"], fractions=[3.0, 2.0], labels="labels.npy", continuous=True
    )


def test_a_class_is_held_against_the_state_that_it_stands_for(manifest, states) -> None:
    labels = np.where(TRUE == 0, 7, 3)  # class 7 is the first state, class 3 the second
    found = TrueStates(manifest, labels)
    assert found.agreement() == pytest.approx(
        {"ari": 1.0, "normalised_mutual_information": 1.0, "accuracy": 1.0}
    )
    assert (found.count(7), found.count(3)) == (6, 4)
    nyquist = found.resolution_angstrom(7, states[0])
    assert nyquist == pytest.approx(4.0) and found.resolution_angstrom(3, states[1]) == nyquist
    assert found.resolution_angstrom(3, states[0]) > 2 * nyquist  # the other state's map
    assert found.resolution_angstrom(5, states[0]) is None


def test_particles_of_no_state_count_for_nothing(manifest, states, tmp_path: Path) -> None:
    del states
    np.save(tmp_path / "labels.npy", np.append(TRUE, [-1, -1, -1]))
    found = TrueStates(manifest, np.append(np.where(TRUE == 0, 7, 3), [7, 3, -1]))
    assert found.agreement()["ari"] == found.agreement()["accuracy"] == 1.0 and found.count(7) == 7
    latents = torch.cat([1.0 - torch.from_numpy(TRUE).float(), torch.tensor([9.0, -9.0, 9.0])])[:, None]
    assert order_to_truth(manifest, latents)["truth_spearman"] == pytest.approx(1.0)
    np.save(tmp_path / "labels.npy", np.full(10, -2))
    with pytest.raises(ShapeError, match="labels from -2"):
        TrueStates(manifest, TRUE)


def test_the_map_of_all_particles_is_held_against_the_mixture(manifest, states) -> None:
    mixture = states[0].with_density(0.6 * states[0].density + 0.4 * states[1].density)
    assert map_to_truth(manifest, mixture) == pytest.approx(
        {"truth_fsc05_angstrom": 4.0, "truth_fsc0143_angstrom": 4.0}
    )


def test_latents_are_held_against_the_order_and_the_maps_of_states(manifest, states) -> None:
    latents = torch.stack([torch.zeros(10), 1.0 - torch.from_numpy(TRUE).float()], dim=1)
    assert order_to_truth(manifest, latents) == pytest.approx({"truth_spearman": 1.0, "truth_axis": 2})

    def decode(z: torch.Tensor):  # knows the true map of every particle
        return iter([states[0 if float(row[1]) > 0.5 else 1] for row in z])

    stages: list[str] = []

    def stage(name: str):
        stages.append(name)
        return lambda done, total: None

    areas = volumes_to_truth(manifest, latents, decode, stage)
    assert areas["truth_fsc_auc_sd"] == pytest.approx(0.0, abs=1e-5) and stages == ["per-image FSC"]
    swapped = volumes_to_truth(manifest, 1 - latents, decode, stage)
    assert swapped["truth_fsc_auc"] < areas["truth_fsc_auc"] - 0.2


def test_without_truth_there_are_no_numbers(tmp_path: Path, states) -> None:
    manifest = _manifest(tmp_path)
    found = TrueStates(manifest, TRUE + 1)
    assert found.agreement() == map_to_truth(manifest, states[0]) == {} and found.confusion is None
    assert found.resolution_angstrom(1, states[0]) is None
    assert order_to_truth(manifest, torch.zeros(10, 2)) == {}


def test_the_truth_of_particles_that_were_left_out_is_left_out_too(manifest) -> None:
    left_out = np.array([0, 9])
    found = TrueStates(manifest, np.delete(TRUE, left_out) + 1, left_out)
    assert found.agreement()["ari"] == 1.0
    with pytest.raises(ShapeError, match="particles"):
        TrueStates(manifest, np.delete(TRUE, left_out) + 1)
