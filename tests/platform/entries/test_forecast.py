"""What a particle set will need, by formula, and the box that would fit."""

from pathlib import Path
from typing import Any

import pytest
import tiny

from cryo_assets.assets.particles import stack
from cryo_assets.entries.forecast import forecast, largest_box, machine_memory
from cryo_core.errors import SettingsError


def test_the_largest_box_is_the_one_that_fits() -> None:
    for box in (64, 256, 512):
        assert largest_box(forecast(1, box).memory) == box
        assert largest_box(forecast(1, box).memory - 1) == box - 2
    few, many = forecast(100, 256), forecast(100_000, 256)
    assert few.memory == many.memory and many.scratch == 1000 * few.scratch
    assert 1.99e9 < few.memory < 2.1e9, "1.99 GB were measured"
    assert machine_memory() > 100_000_000


def test_what_cannot_fit_is_refused_before_it_starts_with_the_box_that_would(
    home: Path, cryo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny.add_dataset(home)
    tiny.make("particles/source", "tiny")
    said = cryo("plan", "tiny", "--json")["needs"]["tiny"]
    assert said == forecast(120, 32).document()
    tiny.change(folder / "dataset.yaml", settings={"particles": {"stack": {"box": 24}}})
    assert cryo("plan", "tiny", "--json")["needs"]["tiny"] == forecast(120, 24).document()
    assert "maps at 24 pixels: 0.7 GB of memory" in forecast(120, 24).words()
    tiny.change(folder / "dataset.yaml", settings=None)
    monkeypatch.setattr(stack, "machine_memory", lambda: forecast(120, 28).memory)
    with pytest.raises(SettingsError, match=r"maps of 32 pixels (.|\n)*box: 28"):
        tiny.make("particles/stack", "tiny")
