"""The script that a GPU is measured with runs whole, and holds later runs to what it measured."""

import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import gpu
from common import Row


def test_the_script_runs_on_a_cpu_and_writes_its_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gpu.main(["--device", "cpu", "--small", "--out", str(tmp_path)]) == 0
    document = json.loads((tmp_path / "gpu.json").read_text())
    measured = {row["what"]: row["ours"] for row in document["rows"]}
    assert document["gpu"] == "cpu" and document["small"]
    assert {"images/s", "quality", "s", "share"} <= {row["unit"] for row in document["rows"]}
    assert measured["slices: apart from the CPU"] == 0.0
    assert measured["classes: adjusted Rand index"] > 0.9
    assert all(what in (tmp_path / "gpu.md").read_text() for what in measured)
    assert not list(gpu.BASELINES.glob("*.json")), "a baseline of a GPU that nobody has"
    assert gpu.main(["--device", "cuda:77"]) == 2 and "cuda:77" in capsys.readouterr().err


def test_a_later_run_is_held_to_speed_and_quality_together() -> None:
    before = [
        {"what": "fast", "unit": "images/s", "ours": 100.0},
        {"what": "good", "unit": "quality", "ours": 0.95},
        {"what": "seconds", "unit": "s", "ours": 10.0},
    ]

    def rows(speed: float, quality: float) -> list[Row]:
        return [Row("fast", speed, "images/s"), Row("good", quality, "quality"), Row("seconds", 99.0, "s")]

    assert gpu.lost(rows(81.0, 0.94), before) == []
    assert gpu.lost(rows(79.0, 0.94), before) == ["fast: 79 a second, was 100"]
    assert gpu.lost(rows(200.0, 0.92), before) == ["good: 0.920, was 0.950"]
    assert gpu.lost(rows(1.0, 0.1)[:1], before)[1:] == [
        "good: was measured, and is not",
        "seconds: was measured, and is not",
    ]
