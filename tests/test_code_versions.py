"""Code versions stay honest: code that an asset rests on does not change under its version unseen."""

import copy
import json
from pathlib import Path

import code_record
import pytest

from cryo_assets.assets import STEPS


def test_no_code_changed_under_an_unchanged_code_version() -> None:
    said = code_record.dishonest(json.loads(code_record.RECORD.read_text()), code_record.current())
    assert not said, (
        "Results may differ now, but would not be computed again. Look at: "
        + "; ".join(said)
        + ". Raise code_version "
        "in cryo_assets/assets, or state that answers are the same, with tests/code_record.py"
    )


def test_the_record_is_of_this_code() -> None:
    recorded, now = json.loads(code_record.RECORD.read_text()), code_record.current()
    assert {k: recorded[k] for k in now} == now, "run `python tests/code_record.py`"


@pytest.mark.parametrize("module", ["cryo_core.fourier.transforms", "cryo_core.imaging.slices"])
def test_a_change_deep_down_names_the_assets_that_rest_on_it(module: str) -> None:
    now = code_record.current()
    before = copy.deepcopy(now)
    before["modules"][module] = "another"
    named = code_record.dishonest(before, now)
    assert any(line.startswith("particles/consensus") for line in named)
    assert not any(line.startswith("maps/source") for line in named)
    for asset in before["assets"].values():
        asset["code_version"] += "0"
    assert code_record.dishonest(before, now) == [], "a raised version is honest"


def test_comments_and_docstrings_are_not_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_record, "ROOT", tmp_path)
    (tmp_path / "one.py").write_text('"""A."""\ndef f():\n    """B."""\n    return 1\n')
    (tmp_path / "two.py").write_text('"""C."""\n# why\ndef f():\n    """D."""\n    return (1)\n')
    (tmp_path / "three.py").write_text('"""A."""\ndef f():\n    """B."""\n    return 2\n')
    assert code_record.digest("one") == code_record.digest("two") != code_record.digest("three")


def test_every_asset_declares_the_core_that_its_file_uses() -> None:
    """Together, the steps of a file rest on every module of the core that the file (and what it shares) imports."""
    for name, group in (("particles", "particles"), ("maps", "maps")):
        used = code_record.imports(f"cryo_assets.assets.{name}") | code_record.imports(
            "cryo_assets.assets.common"
        )
        declared = set().union(*(code_record.rests_on(s.core) for s in STEPS.values() if s.group == group))
        missing = used - declared - {"cryo_core.errors", "cryo_core.data"}
        assert not missing, f"{name}: name {sorted(missing)} in a step's `core`"
