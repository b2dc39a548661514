"""What an artifact says of each class: one row a class (and round) of its table `classes.csv`.

Artifacts of version 0.1.0 have only numbers such as `class_01_resolution_angstrom`; `read_classes` reads these too,
and no other place spells such a name.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cryo_assets.store.store import Artifact

TABLE = "classes.csv"

_NUMBER = re.compile(r"class_(\d+)_(\w+)")


@dataclass(frozen=True)
class ClassResult:
    """One class in one artifact; None is what the artifact does not measure, or what nothing is believed of.

    `resolution_angstrom` is the one that the guard accepts, `coarsest_angstrom` what it might be by the standard error
    of the FSC, `plain_angstrom` that of the FSC alone,
    `substituted_angstrom` that of the FSC without noise's (infinite: nothing is left of it), and
    `substituted_from_angstrom` from where on noise was substituted. `shared_images` have a twin in the other half, and
    `solvent_correlation` is that of the halves. `best` says that results take the class from
    this round. `others` are what a single asset measures.
    """

    name: int
    round: int | None = None
    particles: int | None = None
    resolution_angstrom: float | None = None
    coarsest_angstrom: float | None = None
    plain_angstrom: float | None = None
    substituted_angstrom: float | None = None
    shared_images: int | None = None
    solvent_correlation: float | None = None
    alignment_limit_angstrom: float | None = None
    moved_degrees: float | None = None
    guard: str | None = None
    best: bool | None = None
    substituted_from_angstrom: float | None = None
    truth_fsc05_angstrom: float | None = None
    others: Mapping[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """Everything but the name, by the name of its column."""
        return {name: getattr(self, name) for name in _FIELDS} | dict(self.others)


_FIELDS = tuple(f.name for f in fields(ClassResult) if f.name not in ("name", "others"))


def class_file(name: int, suffix: str = ".mrc") -> str:
    """File (or folder) of a class in an artifact, such as class_01_half1.mrc."""
    return f"class_{name:02d}{suffix}"


def class_maps(artifact: Artifact) -> list[int]:
    """The classes of which an artifact has a map; in `results/classes` those that the guard accepted."""
    matches = (re.fullmatch(r"class_(\d+)\.mrc", name) for name in artifact.files)
    return sorted(int(match[1]) for match in matches if match)


def write_classes(folder: Path, classes: Sequence[ClassResult], columns: Iterable[str] = ()) -> None:
    """Write the table: the named columns, or else those in which any class has a value."""
    rows = [result.values() for result in classes]
    shown = list(columns) or list(dict.fromkeys(k for row in rows for k, v in row.items() if v is not None))
    with (folder / TABLE).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["class", *shown])
        for result, row in zip(classes, rows, strict=True):
            writer.writerow([result.name, *(row.get(column) for column in shown)])


def read_classes(artifact: Artifact) -> list[ClassResult]:
    """The classes of an artifact: rows of its table, or else what its numbers say (version 0.1.0)."""
    if TABLE not in artifact.files:
        return _from_numbers(artifact.numbers)
    with artifact.path(TABLE).open(newline="", encoding="utf-8") as file:
        rows = [{name: _value(text) for name, text in row.items()} for row in csv.DictReader(file)]
    return [_result(row.pop("class"), row) for row in rows]


def numbers_of(classes: Iterable[ClassResult], always: Sequence[str] = ()) -> dict[str, Any]:
    """The classes as numbers of an artifact, `class_01_particles` and so on; of None only the columns `always`."""
    return {
        f"class_{result.name:02d}_{name}": value
        for result in classes
        for name, value in result.values().items()
        if value is not None or name in always or name in result.others
    }


def by_class(numbers: Mapping[str, Any]) -> tuple[dict[int, dict[str, Any]], dict[str, Any]]:
    """The numbers of each class by the name of their column, and the numbers that are of no class."""
    classes: dict[int, dict[str, Any]] = {}
    others: dict[str, Any] = {}
    for key, value in numbers.items():
        match = _NUMBER.fullmatch(key)
        if match:
            classes.setdefault(int(match[1]), {})[match[2]] = value
        else:
            others[key] = value
    return dict(sorted(classes.items())), others


def _from_numbers(numbers: Mapping[str, Any]) -> list[ClassResult]:
    return [_result(name, values) for name, values in by_class(numbers)[0].items()]


def _result(name: int, values: Mapping[str, Any]) -> ClassResult:
    others = {column: value for column, value in values.items() if column not in _FIELDS}
    return ClassResult(name, **{k: v for k, v in values.items() if k in _FIELDS}, others=others)


def _value(text: str) -> Any:
    """A cell of the table: nothing, a truth value, a number, or words."""
    if text in ("", "True", "False"):
        return None if text == "" else text == "True"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
