"""Per-class results: their table, and what artifacts of version 0.1.0 say instead of it."""

import math
from pathlib import Path
from typing import Any

import pytest

from cryo_assets.store.class_results import (
    TABLE,
    ClassResult,
    class_file,
    class_maps,
    numbers_of,
    read_classes,
    write_classes,
)
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Artifact, Circumstances, StoredFile

CLASSES = [
    ClassResult(
        1, 2, 100, 6.0, 5.5, math.inf, guard="agree beyond 8.7 Å, where nothing was aligned", best=True
    ),
    ClassResult(12, 2, 20, None, 9.0, guard="refused", best=False, others={"warnings": "none", "rmse": 0.25}),
]


def _artifact(folder: Path, numbers: dict[str, Any], *files: str) -> Artifact:
    recipe = Recipe("round_01/fsc", "tiny", "1", {}, {}, {}, {})
    kept = {name: StoredFile(0, "") for name in files}
    return Artifact(folder, recipe, numbers, "classes", (), {}, kept, Circumstances())


def test_classes_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_classes(tmp_path, CLASSES)
    read = read_classes(_artifact(tmp_path, {}, TABLE))
    assert read[1] == CLASSES[1]
    assert {**vars(read[0]), "others": {}} == vars(CLASSES[0])


def test_named_columns_are_written_though_no_class_has_them(tmp_path: Path) -> None:
    write_classes(tmp_path, [], ("round", "guard"))
    assert (tmp_path / TABLE).read_text() == "class,round,guard\n"
    assert read_classes(_artifact(tmp_path, {}, TABLE)) == []


def test_the_numbers_of_version_0_1_0_say_the_same(tmp_path: Path) -> None:
    numbers = {"classes": 2, "class_average": 1, **numbers_of(CLASSES, ("resolution_angstrom",))}
    assert numbers["class_01_resolution_angstrom"] == 6.0 and numbers["class_12_rmse"] == 0.25
    assert "class_12_substituted_angstrom" not in numbers and numbers["class_12_resolution_angstrom"] is None
    assert read_classes(_artifact(tmp_path, numbers)) == CLASSES


@pytest.mark.parametrize(("name", "suffix", "file"), [(1, ".mrc", "class_01.mrc"), (112, "", "class_112")])
def test_files_of_a_class(name: int, suffix: str, file: str, tmp_path: Path) -> None:
    assert class_file(name, suffix) == file
    names = (class_file(name), class_file(name, "_half1.mrc"), "class_x.mrc")
    assert class_maps(_artifact(tmp_path, {}, *names)) == [name]
