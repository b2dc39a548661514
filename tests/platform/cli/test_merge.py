"""Two entries as one: optics groups, pixel sizes and half sets of each are kept, and the images are those of each."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import torch

from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.simulated import phantom_mixture, write_simulated_dataset
from cryo_assets.entries.table import read_source
from cryo_assets.home import Home
from cryo_assets.lineage.why import History, tree_lines
from cryo_core.data import silent
from cryo_core.errors import SettingsError
from cryo_core.formats.merged import merged
from cryo_core.formats.particles import open_images
from cryo_core.imaging.simulate import SimulationSettings


def source_of(home: Path, name: str) -> Any:
    return read_source(Dataset.read(home / "inbox" / name / "dataset.yaml"))


def add_coarse(home: Path) -> None:
    """Put 60 particles of the same molecule into the inbox, at 24 pixels of 8 Å and another voltage."""
    folder = home / "inbox" / "coarse"
    folder.mkdir(parents=True)
    settings = SimulationSettings(snr=0.5, voltage_kilovolt=200.0, seed=7)
    write_simulated_dataset(folder, 60, phantom_mixture(24, 8.0), settings, silent)
    tiny.change(folder / "dataset.yaml", rounds=0, truth=None)


def test_sets_of_other_pixels_become_one_that_runs(home: Path, cryo: Any) -> None:
    tiny.add_dataset(home, truth=None)
    add_coarse(home)
    known = tiny.make("particles/source", "tiny")
    assert known is not None
    said = cryo("merge", "tiny", "coarse", "--name", "both", "--json")
    assert (said["particles"], said["optics_groups"], said["half_sets"]) == (180, 2, True)
    assert said["pixel_angstrom"] in (pytest.approx(6.0), pytest.approx(8.0))
    assert "poses are of two refinements" in said["warnings"][0]
    one, two, both = (source_of(home, name) for name in ("tiny", "coarse", "both"))
    assert both.optics.group.tolist() == [1] * 120 + [2] * 60
    assert both.optics.voltage_kilovolt.unique().tolist() == [200.0, 300.0]
    torch.testing.assert_close(
        both.optics.pixel_angstrom[[0, 120]], torch.tensor([6.0, 8.0]).to(both.optics.pixel_angstrom)
    )
    assert np.array_equal(both.half_set, np.concatenate([one.half_set, two.half_set]))
    torch.testing.assert_close(both.poses.rotation[120:], two.poses.rotation, atol=1e-5, rtol=0)
    images = open_images(both)
    kept = 120 if said["pixel_angstrom"] == pytest.approx(8.0) else 0  # the set whose grid is that of both
    own = open_images(two if kept else one)
    torch.testing.assert_close(
        images.read(np.arange(kept, kept + 5)), own.read(np.arange(5)), atol=1e-4, rtol=0
    )
    made = [tiny.make(key, "both") for key in ("particles/source", "particles/stack", "particles/consensus")]
    assert all(artifact is not None and artifact.passed() for artifact in made)
    lines = tree_lines(History(Home(home)).ask(made[0].version))  # type: ignore[union-attr]
    assert any(line.strip().startswith(f"particles/source of tiny  {known.version}") for line in lines)
    dropped = cryo("merge", "tiny", "coarse", "--name", "bare", "--drop-poses", "--json")
    assert dropped["warnings"] == [] and not source_of(home, "bare").has_poses
    assert Dataset.read(home / "inbox/bare/dataset.yaml").posefree


def test_what_is_not_one_set_is_refused(home: Path, cryo: Any) -> None:
    tiny.add_dataset(home, truth=None)
    tiny.add_dataset(home, "dark", contrast="dark", truth=None)
    assert "field contrast: tiny has white, dark dark" in cryo("merge", "tiny", "dark", "--name", "c", code=2)
    assert not (home / "inbox/c").exists()
    tiny.change(home / "inbox/dark/dataset.yaml", contrast="white", symmetry="C3")
    assert "field symmetry" in cryo("merge", "tiny", "dark", "--name", "c", code=2)
    with pytest.raises(SettingsError, match="hold the same images"):
        merged(source_of(home, "tiny"), source_of(home, "tiny"))
    assert "an entry of this name exists" in cryo("merge", "tiny", "dark", "--name", "tiny", code=2)
