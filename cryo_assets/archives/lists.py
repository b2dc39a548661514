"""Lists of map entries that published systems trained and were judged on: accession, split, model, resolution.

They ship with the package: `ilocscale` (train, validation and test entries of iLocScale, from its printed table) and
`superem_test` (the test maps of SuperEM). Rows of a list without an EMDB accession, which the printed table lost, are
named by their PDB entry and cannot be fetched.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from cryo_assets.archives.accession import is_accession
from cryo_core.errors import SettingsError

FOLDER = Path(__file__).parent.parent / "lists"
SPLITS = ("train", "validation", "test")


@dataclass(frozen=True)
class Listed:
    """A row: `accession` is "" where only the PDB entry is known, the resolution None where none is printed."""

    split: str
    accession: str
    pdb: str
    resolution_angstrom: float | None


def listed(name: str) -> list[Listed]:
    """The rows of a list that ships with the package, or of a file with its columns.

    SettingsError says which list or row is wrong.
    """
    known = sorted(path.stem for path in FOLDER.glob("*.csv"))
    path = FOLDER / f"{name}.csv" if name in known else Path(name)
    if not path.is_file():
        raise SettingsError(f"{name}: no list, nor a file: there are {', '.join(known)}")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [_row(path, number, row) for number, row in enumerate(csv.DictReader(file), 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: cannot be read as a list ({error})") from error


def _row(path: Path, number: int, row: dict[str, str]) -> Listed:
    missing = {"split", "emdb"} - set(row)
    if missing:
        raise SettingsError(f"{path}: has no column {sorted(missing)[0]}: split,emdb,pdb,resolution_angstrom")
    accession, split = (row["emdb"] or "").strip().upper(), (row["split"] or "").strip()
    if split not in SPLITS:
        raise SettingsError(f"{path}: row {number}: split {split!r}: should be {', '.join(SPLITS)}")
    if accession and not is_accession(accession, "emdb"):
        raise SettingsError(f"{path}: row {number}: emdb {accession!r}: should be as EMD-3186")
    try:
        resolution = float(row.get("resolution_angstrom") or 0) or None
    except ValueError as error:
        raise SettingsError(f"{path}: row {number}: resolution_angstrom: no number") from error
    return Listed(split, accession, (row.get("pdb") or "").strip().lower(), resolution)
