"""Commands change fields of a manifest; whatever else a person wrote there stays."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cryo_assets.entries.edits import write_fields
from cryo_core.errors import SettingsError

CLASSES = ("settings", "round_01", "clusters", "classes")

TEXTS = {
    "none": "# mine\nparticles: a.star  # here\nrounds: 1\n",
    "empty": "particles: a.star\nsettings:\n# the end\nrounds: 2\n",
    "braces": "particles: a.star\nsettings: {}\nrounds: 2\n",
    "other group": "settings:\n  # why\n  particles:\n    stack: {box: 24}\nrounds: 2\n",
    "other asset": "settings:\n    round_01:\n        model: {later_epochs: 7}  # few\nrounds: 2\n",
    "other setting": "settings:\n  round_01:\n    clusters:\n      method: kmeans\n      seed: 3 # so\nrounds: 2\n",
    "the setting": "settings:\n  round_01:\n    clusters:\n      classes: 2  # two\n      seed: 3\nrounds: 2\n",
    "flow": "settings: {round_01: {clusters: {classes: 2, seed: 3}}}\nrounds: 2 # x\n",
    "flow, other": "settings: {round_01: {clusters: {seed: 3}}}\nrounds: 2 # x\n",
    "null asset": "settings:\n  round_01:\n    clusters:\n\nrounds: 2\n",
    "last": "rounds: 2\nsettings:\n  round_01:\n    clusters:\n      classes: 2",
    "json": '{"rounds": 2, "settings": {"round_01": {"clusters": {"classes": 2}}}}',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("value", [4, None, "k means: 3", 0.5, True])
def test_a_setting_is_written_and_all_else_stays(tmp_path: Path, text: str, value: Any) -> None:
    path = tmp_path / "dataset.yaml"
    path.write_text(text)
    before = yaml.safe_load(text)
    write_fields(path, {CLASSES: value})
    after = yaml.safe_load(path.read_text())
    assert after["settings"]["round_01"]["clusters"].pop("classes") == value
    expected = before.get("settings") or {}
    group = (expected.get("round_01") or {}) | {}
    group["clusters"] = {k: v for k, v in (group.get("clusters") or {}).items() if k != "classes"}
    assert after["settings"] == expected | {"round_01": group}
    assert {k: v for k, v in after.items() if k != "settings"} == {
        k: v for k, v in before.items() if k != "settings"
    }
    comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    assert all(comment in path.read_text() for comment in comments)


def test_several_fields_at_once(tmp_path: Path) -> None:
    path = tmp_path / "dataset.yaml"
    path.write_text("particles: a.star\nrounds: 1 # one\n")
    write_fields(path, {("rounds",): 3, ("posefree",): True, CLASSES: 4, (*CLASSES[:3], "on"): "umap3"})
    assert yaml.safe_load(path.read_text()) == {
        "particles": "a.star",
        "rounds": 3,
        "posefree": True,
        "settings": {"round_01": {"clusters": {"classes": 4, "on": "umap3"}}},
    }
    assert "# one" in path.read_text()


def test_what_cannot_be_changed_line_by_line_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "dataset.yaml"
    text = "settings:\n  round_01: &all\n    clusters: {classes: 2}\n  round_02: *all\n"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"settings\.round_02\.clusters\.classes: 4"):
        write_fields(path, {("settings", "round_02", "clusters", "classes"): 4})
    assert path.read_text() == text
