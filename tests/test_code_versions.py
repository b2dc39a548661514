"""Code versions stay honest: code that an asset rests on does not change under its version unseen."""

import ast
import copy
import json

import code_record
import pytest
from code_record import Sources, digest, dishonest, on_disk

from cryo_assets.assets.catalogue import STEPS

NOW = code_record.current()
FILES = sorted({step.compute.__module__ for step in STEPS.values()})


def test_no_code_changed_under_an_unchanged_code_version() -> None:
    faults = dishonest(json.loads(code_record.RECORD.read_text()), NOW)
    assert not faults, (
        "Results may differ now, but would not be computed again. Look at: "
        + "; ".join(faults)
        + ". Raise code_version "
        "in the asset's file, or state that answers are the same, with tests/code_record.py"
    )


def test_the_record_is_of_this_code() -> None:
    recorded, now = json.loads(code_record.RECORD.read_text()), NOW
    assert {k: recorded[k] for k in now} == now, "run `python tests/code_record.py`"


def with_a_changed_line(source: str) -> str:
    """The source with one value changed: the last constant or name that a function hands back or assigns."""
    tree = ast.parse(source)
    for node in reversed(list(ast.walk(tree))):
        if isinstance(node, ast.Return | ast.Assign) and node.value is not None:
            node.value = ast.Tuple([node.value, ast.Constant("changed")], ast.Load())
            return ast.unparse(ast.fix_missing_locations(tree))
    raise AssertionError("nothing to change")


def with_changed_docstrings(source: str) -> str:
    """The source with every docstring replaced, and a comment more."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body[0] = ast.Expr(ast.Constant("Another docstring."))
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n# a comment\n"


def changing(module: str, change: Sources) -> Sources:
    """The checkout's sources, of which one is changed."""
    return lambda name: change(on_disk(name)) if name == module else on_disk(name)


def named(module: str, change: Sources) -> set[str]:
    """Assets that the guard names when a module is changed."""
    return {line.split(" ")[0] for line in dishonest(NOW, code_record.current(changing(module, change)))}


@pytest.mark.parametrize("file", FILES)
def test_a_changed_line_in_an_assets_own_file_is_noticed_and_a_docstring_is_not(file: str) -> None:
    own = {key for key, step in STEPS.items() if step.compute.__module__ == file}
    assert own <= named(file, with_a_changed_line)
    assert named(file, with_changed_docstrings) == set()


def _core() -> dict[str, str]:
    """A module of the core for each asset: the one that the fewest assets rest on."""
    record = NOW["assets"]
    users: dict[str, int] = {}
    for asset in record.values():
        for module in asset["rests_on"]:
            users[module] = users.get(module, 0) + 1
    return {
        key: min((m for m in asset["rests_on"] if m.startswith("cryo_core")), key=lambda m: (users[m], m))
        for key, asset in record.items()
    }


def test_a_changed_line_in_a_core_module_is_noticed_by_every_asset_that_it_reaches() -> None:
    chosen = _core()
    assert chosen.keys() == STEPS.keys()
    for module in sorted({*chosen.values(), "cryo_core.formats.mrc", "cryo_core.imaging.phantom"}):
        reached = {key for key, asset in NOW["assets"].items() if module in asset["rests_on"]}
        assert reached and named(module, with_a_changed_line) == reached
        assert named(module, with_changed_docstrings) == set()


def test_what_was_once_missed_is_reached() -> None:
    record = NOW["assets"]
    assert "cryo_core.formats.mrc" in record["round_01/poses"]["rests_on"]
    assert "cryo_core.imaging.phantom" in record["training/profiles"]["rests_on"]
    assert "cryo_assets.entries.table" in record["particles/source"]["rests_on"]


@pytest.mark.parametrize("module", ["cryo_assets.pictures.draw", "cryo_assets.store.store"])
def test_pictures_and_the_store_change_no_result(module: str) -> None:
    assert named(module, with_a_changed_line) == set()


def test_a_change_deep_down_leaves_out_what_does_not_rest_on_it_and_a_raised_version_is_honest() -> None:
    now = NOW
    before = copy.deepcopy(now)
    before["modules"]["cryo_core.imaging.slices"] = "another"
    faults = dishonest(before, now)
    assert any(line.startswith("particles/consensus") for line in faults)
    assert not any(line.startswith("maps/source") for line in faults)
    for asset in before["assets"].values():
        asset["code_version"] += "0"
    assert dishonest(before, now) == []


def test_comments_and_docstrings_are_not_code() -> None:
    one = '"""A."""\ndef f():\n    """B."""\n    return 1\n'
    two = '"""C."""\n# why\ndef f():\n    """D."""\n    return (1)\n'
    three = '"""A."""\ndef f():\n    """B."""\n    return 2\n'
    assert digest(one) == digest(two) != digest(three)
