"""The same recipe twice: the same bytes in another home, and nearly the same with another number of threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny
import torch

from cryo_assets.engine.produce import RunContext, produce
from cryo_assets.home import Home
from cryo_assets.store.store import Artifact
from cryo_core.formats.mrc import read_volume

MAPS = ("maps/source", "maps/resampled", "maps/fsc")
IMAGES = ("particles/source", "particles/stack", "particles/consensus", "round_01/model")
NAMES_A_FOLDER = {"particles/source": {"particles.star"}}


@pytest.fixture
def threads() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def _made(home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *keys: str) -> dict[str, Artifact]:
    """Assets of both entries in a home of their own."""
    root = folder / "home"
    shutil.copytree(home, root)
    monkeypatch.setenv("CRYO_HOME", str(root))
    Home(root).create()
    made = {}
    for key in keys:
        plan = tiny.planner().plan("tiny-map" if key in MAPS else "tiny")
        artifact, computed = produce(plan, key, RunContext(tiny.QUIET))
        assert artifact is not None and computed
        made[key] = artifact
    return made


def test_the_same_recipe(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, threads: None) -> None:
    tiny.add_dataset(home, rounds=1)
    tiny.add_map(home)
    torch.set_num_threads(1)
    first = _made(home, tmp_path / "first", monkeypatch, *MAPS, *IMAGES)
    second = _made(home, tmp_path / "second", monkeypatch, *MAPS, *IMAGES)
    for key, artifact in first.items():
        assert artifact.version == second[key].version
        for name in artifact.files.keys() - NAMES_A_FOLDER.get(key, set()):
            assert artifact.files[name] == second[key].files[name], f"{key}: {name}"
    torch.set_num_threads(2)
    other = _made(home, tmp_path / "other", monkeypatch, *MAPS, *IMAGES)
    _require_the_same_but_for_rounding(first, other)


def _require_the_same_but_for_rounding(first: dict[str, Artifact], other: dict[str, Artifact]) -> None:
    """What the page Conventions states of another number of threads."""
    for key, artifact in other.items():
        assert artifact.version == first[key].version
        fitted = key == "round_01/model"
        for name in (name for name in artifact.files if name.endswith(".mrc")):
            ours, theirs = (read_volume(a.path(name)).density for a in (first[key], artifact))
            if fitted:
                same, mirrored = (
                    ours - theirs,
                    ours + theirs,
                )  # which sign a component has is a matter of rounding
                apart = float(min(same.norm(), mirrored.norm()) / ours.norm())
                assert same.norm() < mirrored.norm() or "component" in name, f"{key}: {name}"
                assert apart < (0.01 if name.endswith("mean.mrc") else 0.10), f"{key}: {name}"
            else:
                assert (ours - theirs).abs().max() < 1e-5 * ours.std(), f"{key}: {name}"
        for name, value in artifact.numbers.items():
            if isinstance(value, float) and not fitted:
                assert value == pytest.approx(first[key].numbers[name], rel=1e-3, abs=1e-6), f"{key}: {name}"
