"""An index of the store: which versions there are, what they rest on, and which file has which digest.

The folders of the store are the truth; the index only saves reading them. It is brought up to date by
looking at the time stamps of the folders `store/<group>/<asset>/<partition>` (they change when a version
comes or goes) and may be deleted at any time.
"""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from cryo_assets.store.recipe import Recipe
from cryo_assets.store.sqlite import opened
from cryo_assets.store.store import MANIFEST, Artifact, Store
from cryo_assets.store.use import versions_in_use
from cryo_core.errors import StoreError

_T = TypeVar("_T")

_TABLES = """
CREATE TABLE IF NOT EXISTS folder (path TEXT PRIMARY KEY, modified INT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS artifact (
  version TEXT, pruned INT, asset TEXT, partition TEXT, created TEXT, seconds REAL, device TEXT, bytes INT,
  dagster_run TEXT, mlflow_run TEXT, failed TEXT, sound INT, modified INT, inputs TEXT, place TEXT, entry TEXT,
  tried INT, user TEXT, PRIMARY KEY (version, pruned)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS artifact_place ON artifact (place);
CREATE INDEX IF NOT EXISTS artifact_created ON artifact (created);
CREATE TABLE IF NOT EXISTS file (sha256 TEXT, version TEXT, name TEXT, made INT);
CREATE INDEX IF NOT EXISTS file_sha256 ON file (sha256);
CREATE INDEX IF NOT EXISTS file_version ON file (version);
CREATE TABLE IF NOT EXISTS used (place TEXT, entry TEXT, version TEXT, PRIMARY KEY (place, entry)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recipe (version TEXT PRIMARY KEY, plain TEXT) WITHOUT ROWID;
"""

_FORM = 4
"""Raised with the tables: an index of another form is made anew."""

_SETTLED_NS = 2 * 10**9
"""A folder that changed this short a time ago is looked into again: its next change may bear the same time."""


class Entry(NamedTuple):
    """What the index knows of one version; a row of its table, of which plans read tens of thousands."""

    version: str
    pruned: int
    asset: str
    partition: str
    created: str
    seconds: float
    device: str
    bytes: int
    dagster_run: str
    mlflow_run: str
    failed_json: str
    sound: int
    modified: int
    inputs_json: str
    place: str
    entry: str
    tried: int
    user: str

    @property
    def failed(self) -> tuple[str, ...]:
        """The checks that failed, in words."""
        return tuple(json.loads(self.failed_json))

    @property
    def inputs(self) -> tuple[str, ...]:
        """The versions that it rests on."""
        return tuple(json.loads(self.inputs_json))


@dataclass(frozen=True)
class Found:
    """Where a digest occurs: as a file of a version (`made`), or as a file that a version was made of."""

    version: str
    name: str
    made: bool


def index_of(store: Store, work: Path) -> "StoreIndex":
    """The index of a home's store, in the folder of its work."""
    return StoreIndex(store, work / "store-index.sqlite")


class StoreIndex:
    """The index of a store, in a SQLite file beside its work; safe for several processes at once."""

    def __init__(self, store: Store, database: Path) -> None:
        self._root = store.root
        self._database = database

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with opened(self._database) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                _begin(connection)
            with connection:
                yield connection

    def entries(self) -> list[Entry]:
        """Every version, those pruned as well, after a look at what changed; oldest first."""
        with self._open() as connection:
            self._refresh(connection)
            return [
                Entry._make(row)
                for row in connection.execute("SELECT * FROM artifact ORDER BY created, version")
            ]

    def present(self) -> tuple[list[tuple[str, str, str, int, int]], dict[tuple[str, str], str]]:
        """(version, asset, entry, whether it is sound, whether it is a try) of all that is not pruned, oldest first.

        The second part is the version in use by asset and entry. It is what a plan needs of `entries`, in half the
        time.
        """
        with self._open() as connection:
            self._refresh(connection)
            versions = connection.execute(
                "SELECT version, asset, entry, sound, tried FROM artifact WHERE NOT pruned ORDER BY created, version"
            ).fetchall()
            used = connection.execute("SELECT place, entry, version FROM used")
            return versions, {(place.rpartition("/")[0], entry): version for place, entry, version in used}

    def since(self, created: str) -> list[Entry]:
        """The versions made after a time (ISO, UTC), oldest first."""
        with self._open() as connection:
            self._refresh(connection)
            rows = connection.execute(
                "SELECT * FROM artifact WHERE created > ? AND NOT pruned ORDER BY created, version",
                (created,),
            )
            return [Entry._make(row) for row in rows]

    def seconds(self) -> list[tuple[str, str, str, float]]:
        """(asset, entry, when it was made, seconds it took) of all that is not pruned, oldest first."""
        with self._open() as connection:
            self._refresh(connection)
            return connection.execute(
                "SELECT asset, entry, created, seconds FROM artifact WHERE NOT pruned ORDER BY created, version"
            ).fetchall()

    @contextmanager
    def recipes(self) -> Iterator[Callable[[Sequence[str]], dict[str, Recipe]]]:
        """Open the index for many looks at recipes, each of a few versions."""
        with self._open() as connection:

            def recipes(versions: Sequence[str]) -> dict[str, Recipe]:
                marks = ",".join("?" * len(versions))
                rows = connection.execute(
                    f"SELECT version, plain FROM recipe WHERE version IN ({marks})",  # noqa: S608
                    versions,
                )
                return {version: Recipe.from_plain(json.loads(plain)) for version, plain in rows}

            yield recipes

    def by_version(self, beginning: str) -> list[Entry]:
        """Versions that begin so; of one in the store and pruned, that in the store first."""
        return self._look(
            "SELECT * FROM artifact WHERE version >= ? AND version < ? ORDER BY version, pruned",
            (beginning, beginning + "g"),
            Entry._make,
        )

    def by_digest(self, sha256: str) -> list[Found]:
        """Where a file with this content is known, as a result before as a source."""
        return self._look(
            "SELECT version, name, made FROM file WHERE sha256 = ? ORDER BY made DESC, version",
            (sha256,),
            lambda row: Found(row[0], row[1], bool(row[2])),
        )

    def _look(self, query: str, values: tuple[object, ...], make: Callable[[tuple], _T]) -> list[_T]:
        """Ask; where the answer is nothing, bring the index up to date and ask again."""
        with self._open() as connection:
            found = [make(row) for row in connection.execute(query, values)]
            if not found:
                self._refresh(connection)
                found = [make(row) for row in connection.execute(query, values)]
            return found

    def _refresh(self, connection: sqlite3.Connection) -> None:
        known = dict(connection.execute("SELECT path, modified FROM folder"))
        now, there = time.time_ns(), set()
        for place, modified in _partition_folders(self._root):
            there.add(place)
            if known.get(place) != modified:
                self._read(connection, place)
                settled = now - modified > _SETTLED_NS
                connection.execute(
                    "INSERT OR REPLACE INTO folder VALUES (?,?)", (place, modified if settled else 0)
                )
        for place in known.keys() - there:
            _forget(connection, place)
            connection.execute("DELETE FROM used WHERE place = ?", (place,))
            connection.execute("DELETE FROM folder WHERE path = ?", (place,))

    def _read(self, connection: sqlite3.Connection, place: str) -> None:
        """Read the artifact.json of each version in a folder that are new, and forget those that went."""
        known = dict(connection.execute("SELECT version, modified FROM artifact WHERE place = ?", (place,)))
        used = [(place, *noted) for noted in versions_in_use(self._root / place).items()]
        connection.execute("DELETE FROM used WHERE place = ?", (place,))
        connection.executemany("INSERT INTO used VALUES (?,?,?)", used)
        there = {}
        for folder in os.scandir(self._root / place):
            if folder.name.startswith("."):
                continue
            try:
                there[folder.name] = folder.stat().st_mtime_ns
            except OSError:
                continue
        for version in known.keys() - there.keys():
            _forget(connection, place, version)
        for version, modified in there.items():
            if known.get(version) == modified:
                continue
            _forget(connection, place, version)
            try:
                artifact = Artifact.load(self._root / place / version / MANIFEST)
            except StoreError:
                continue  # `cryo verify` names what is damaged
            if artifact.version == version:
                _remember(connection, artifact, place, modified)


def _begin(connection: sqlite3.Connection) -> None:
    """Make the tables; of two processes at once the second finds them."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
        for table in ("folder", "artifact", "file", "recipe", "used"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in filter(str.strip, _TABLES.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_FORM}")
    connection.commit()


def _partition_folders(root: Path) -> Iterator[tuple[str, int]]:
    """(path below the root, time it changed) of each folder of versions, the pruned ones' too."""
    for top in ("", ".pruned/"):
        for group in _folders(root / top):
            for asset in _folders(root / top / group):
                base = f"{top}{group}/{asset}"
                try:
                    with os.scandir(root / base) as partitions:
                        for partition in partitions:
                            yield f"{base}/{partition.name}", partition.stat().st_mtime_ns
                except OSError:
                    continue


def _folders(path: Path) -> list[str]:
    try:
        with os.scandir(path) as entries:
            return sorted(
                entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")
            )
    except OSError:
        return []


def _forget(connection: sqlite3.Connection, place: str, version: str | None = None) -> None:
    which, values = (
        ("place = ?", (place,)) if version is None else ("place = ? AND version = ?", (place, version))
    )
    gone = connection.execute(f"SELECT version FROM artifact WHERE {which}", values).fetchall()  # noqa: S608
    for row in gone:
        connection.execute("DELETE FROM artifact WHERE place = ? AND version = ?", (place, *row))
        if not connection.execute("SELECT 1 FROM artifact WHERE version = ?", row).fetchone():
            connection.execute("DELETE FROM file WHERE version = ?", row)
            connection.execute("DELETE FROM recipe WHERE version = ?", row)


def _remember(connection: sqlite3.Connection, artifact: Artifact, place: str, modified: int) -> None:
    recipe, made = artifact.recipe, artifact.made
    row = (
        artifact.version,
        int(place.startswith(".pruned/")),
        recipe.asset,
        recipe.partition,
        made.created,
        made.seconds,
        made.device,
        artifact.bytes,
        made.dagster_run_id,
        made.mlflow_run_id,
        json.dumps([f"{c.name}: {c.detail}" for c in artifact.checks if not c.passed]),
        int(all(c.passed for c in artifact.checks if c.blocking)),
        modified,
        json.dumps(list(recipe.inputs.values())),
        place,
        artifact.entry,
        int(made.tried),
        made.user,
    )
    connection.execute(f"INSERT OR REPLACE INTO artifact VALUES ({','.join('?' * len(row))})", row)
    connection.execute(
        "INSERT OR REPLACE INTO recipe VALUES (?,?)", (artifact.version, json.dumps(recipe.as_plain()))
    )
    connection.execute("DELETE FROM file WHERE version = ?", (artifact.version,))
    connection.executemany(
        "INSERT INTO file VALUES (?,?,?,?)",
        [(file.sha256, artifact.version, name, 1) for name, file in artifact.files.items()]
        + [(digest, artifact.version, label, 0) for label, digest in recipe.files.items()],
    )
