"""The plan of the whole inbox, quickly: what was planned before is taken from disk where nothing changed.

A plan of one entry follows from its manifest, its files, the code and what it gathers. It is kept in a
small SQLite table under a hash of all of these (files by size, inode and times, as their digests are), with
the manifest as it was read and the digests of the files: so a plan of thousands of entries reads none of their
tables again, and when the code changed none of their manifests either. What the store has is asked anew.
Where nothing changed the steps are not even imported, nor what computes them: of these is kept what plans rest on.
"""

import json
import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cryo_assets.engine.collector import without_collector
from cryo_assets.engine.planner import Planner, Row
from cryo_assets.engine.shelf import ReadEntry, Snapshot, StoreShelf
from cryo_assets.engine.stamps import code_stamp, hashed, naming_stamp
from cryo_assets.entries.manifest import KINDS, MANIFESTS, TRAINING, Manifest, entries, read_manifest
from cryo_assets.store.champion import CHAMPION
from cryo_assets.store.digests import silent
from cryo_assets.store.index import index_of
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.sqlite import opened
from cryo_core.errors import CryoError, StoreError

if TYPE_CHECKING:
    from cryo_core.data import Progress

_FORM = 4
"""Raised with the table: one of another form is made anew."""

_SETTLED_NS = 10**9
"""What changed this short a time ago is not remembered: its next change could bear the same time."""


class _Memo(NamedTuple):
    """What was found out of an entry: a row of the table, whose last five columns are JSON.

    `key` is the hash that the rows hold for, `files_key` that of all else. `paths` are watched: the entry's
    manifest and its files. `files` are by asset and label,
    `digests` by path. `rows` are (asset, version, reason why it is skipped, version in use
    then, why it was due, the entry it is kept under).
    """

    name: str
    key: str
    files_key: str
    manifest: str
    paths: str
    files: str
    digests: str
    rows: str


class _Declared(NamedTuple):
    """What is remembered of the steps.

    `naming` is the hash of what names files, `gathers` what the steps of a kind of entry gather, and `kinds` the kind
    of entry that each of these assets is of.
    """

    naming: str
    gathers: dict[str, list[str]]
    kinds: dict[str, str]


class _Stock(NamedTuple):
    """What a look at the store found: the versions in it, and those in use by asset and entry."""

    present: frozenset[str]
    current: dict[tuple[str, str], str]


def rows_of(planner: Planner, name: str) -> list[Row]:
    """The rows of one entry's plan, which bear no recipes where they were remembered."""
    try:
        ((_, rows),) = Overview(planner, name).plans([name])
    except StoreError:  # of a home that cannot be written
        return planner.rows(name)
    if isinstance(rows, CryoError):
        raise rows
    return rows


class Overview:
    """Plans of many entries, over a planner; one object lives as long as one look at the inbox.

    Parameters
    ----------
    planner
        The planner.
    only
        The one entry that is asked about: of the others nothing is read.
    """

    def __init__(self, planner: Planner, only: str | None = None) -> None:
        self.planner = planner
        self._store = StoreShelf(planner.home.inbox, planner.store, planner.steps)
        self.index = index_of(planner.store, planner.home.cache)
        self._database = planner.home.cache / "overview.sqlite"
        self._code = code_stamp(planner.steps)
        self._memos = self._load(only)
        self._fresh: dict[str, _Memo] = {}

    def plans(
        self, names: Sequence[str] | None = None, progress: "Progress" = silent
    ) -> Iterator[tuple[str, list[Row] | CryoError]]:
        """Plan entries (all where none is named); of one that cannot be planned give the error.

        Rows that were remembered bear no recipes.
        """
        with without_collector():
            yield from self._plans(names, progress)

    def _plans(
        self, names: Sequence[str] | None, progress: "Progress"
    ) -> Iterator[tuple[str, list[Row] | CryoError]]:
        versions, used = self.index.present()
        there = entries(self.planner.home.inbox)
        kinds = {name: kind for kind, name in there}
        present = frozenset(version for version, *_ in versions)
        made = {(asset, entry): version for version, asset, entry, _, tried in versions if not tried}
        sound = {
            (asset, entry): version for version, asset, entry, good, tried in versions if good and not tried
        }
        good = {version for version, _, _, good, _ in versions if good}
        champions = {
            (asset, TRAINING): v for (asset, entry), v in used.items() if entry == CHAMPION and v in good
        }
        gathered = self._gathered(sound | {k: v for k, v in used.items() if v in good} | champions, there)
        stock = _Stock(present, made | {k: v for k, v in used.items() if v in present})
        chosen = [name for _, name in there] if names is None else list(names)
        self.planner.digests.load()
        of_entry: dict[str, list[str]] = {}
        for (_, entry), version in stock.current.items():
            of_entry.setdefault(entry, []).append(version)
        with self.index.recipes() as recipes:
            loaded: dict[str, Recipe] = {}  # of one entry at a time

            def current(asset: str, entry: str) -> Recipe | None:
                nonlocal loaded
                version = stock.current.get((asset, entry))
                if version and version not in loaded:
                    loaded = recipes(of_entry[entry])
                return loaded.get(version) if version else None

            self.planner.shelf = self._snapshot = Snapshot(self._store, stock.present, current)
            try:
                for done, name in enumerate(chosen, 1):
                    try:
                        yield name, self._plan(kinds, name, stock, gathered)
                    except CryoError as error:
                        yield name, error
                    progress(done, len(chosen))
            finally:
                self.planner.shelf = self._store
                self.save(kinds)

    def _plan(
        self, kinds: Mapping[str, str], name: str, stock: _Stock, gathered: Mapping[str, str]
    ) -> list[Row]:
        kind = kinds.get(name)
        if kind is None:  # not in the inbox, or the training entry without a manifest
            return self.planner.rows(name)
        memo, began = self._memos.get(name), time.time_ns()
        if memo:
            seen, _ = _seen(json.loads(memo.paths))
            if memo.key == hashed([self._code, gathered.get(kind, ""), seen]):
                rows = _recalled(memo, stock)
                if rows is not None:
                    return rows
        memo, entry, seen = self._read(kind, name)
        rows = self.planner.rows(name)
        after, newest = _seen(json.loads(memo.paths))
        if seen == after and began - newest > _SETTLED_NS:  # nothing changed while it was planned
            self._fresh[name] = memo._replace(
                key=hashed([self._code, gathered.get(kind, ""), seen]),
                files_key=hashed([self._declared.naming, seen]),
                digests=json.dumps(entry.digests),
                rows=json.dumps([_told(row, stock) for row in rows]),
            )
        return rows

    def _read(self, kind: str, name: str) -> tuple[_Memo, ReadEntry, str]:
        """Read an entry into the snapshot, from what is remembered where it holds; give how its files looked before."""
        memo = self._fresh.get(name) or self._memos.get(name)
        seen = _seen(json.loads(memo.paths))[0] if memo else ""
        if memo and memo.files_key == hashed([self._declared.naming, seen]):
            manifest = self._remembered(kind, memo)
            entry = ReadEntry(kind, manifest, json.loads(memo.files), json.loads(memo.digests))
        else:
            memo, entry = self._noted(name)
            seen = _seen(json.loads(memo.paths))[0]
        return memo, self._snapshot.entries.setdefault(name, entry), seen

    def _remembered(self, kind: str, memo: _Memo) -> Manifest:
        if not memo.manifest:
            return read_manifest(self.planner.home.inbox, memo.name)[1]
        manifest = KINDS[kind].model_validate_json(memo.manifest)
        manifest._path = self.planner.home.inbox / memo.name / MANIFESTS[kind]
        return manifest

    def _noted(self, name: str) -> tuple[_Memo, ReadEntry]:
        """Read an entry from the inbox, and note what is to be remembered of it."""
        entry = self._store.read(name)
        kind, manifest, files = entry.kind, entry.manifest, entry.files
        paths = [str(manifest.path), *sorted({path for named in files.values() for path in named.values()})]
        memo = _Memo(name, "", "", "", json.dumps(paths), json.dumps(files), "{}", "[]")
        memo = memo._replace(manifest=manifest.model_dump_json(exclude_unset=True))
        try:
            same = self._remembered(kind, memo) == manifest
        except ValueError:
            same = False
        return memo if same else memo._replace(manifest=""), entry  # not every YAML value has a form in JSON

    def fingerprint(self, kind: str, name: str, before: str | None) -> str:
        """Hash sizes and times of an entry's files; where it is as `before`, or remembered, no table was read.

        Of an entry that cannot be read only the manifest counts: its run fails with an error that
        names the fault, once, and again when the manifest was changed.
        """
        memo, began = self._memos.get(name), time.time_ns()
        if memo:
            seen, _ = _seen(json.loads(memo.paths))
            if seen == before or memo.files_key == hashed([self._declared.naming, seen]):
                return seen
        try:
            fresh, _ = self._noted(name)
        except CryoError:
            paths = [str(self.planner.home.inbox / name / MANIFESTS[kind])]
            return _seen(paths)[0]
        seen, newest = _seen(json.loads(fresh.paths))
        settled = began - newest > _SETTLED_NS
        self._fresh[name] = fresh._replace(files_key=hashed([self._declared.naming, seen]) if settled else "")
        return seen

    def changed_ns(self, kind: str, name: str) -> int:
        """When a file of an entry changed last (ns since 1970), as of the last look at its fingerprint."""
        memo = self._fresh.get(name) or self._memos.get(name)
        paths = json.loads(memo.paths) if memo else [str(self.planner.home.inbox / name / MANIFESTS[kind])]
        return _seen(paths)[1]

    def save(self, there: Collection[str]) -> None:
        """Keep what was found out, and forget entries that are not `there` any more."""
        gone = [name for name in self._memos if name not in there]
        if not self._fresh and not gone:
            return
        with self._open() as connection:
            marks = ",".join("?" * len(_Memo._fields))
            connection.executemany(f"INSERT OR REPLACE INTO plan VALUES ({marks})", self._fresh.values())  # noqa: S608
            connection.executemany("DELETE FROM plan WHERE name = ?", [(name,) for name in gone])
        self._memos |= self._fresh
        self._fresh = {}

    def _gathered(self, sound: Mapping[tuple[str, str], str], there: list[tuple[str, str]]) -> dict[str, str]:
        """Hash, for each kind of entry, what its steps gather, by asset and entry."""
        names = {*there, (TRAINING, TRAINING)}
        kinds = self._declared.kinds
        found: dict[str, dict[str, str]] = {key: {} for key in kinds}
        for (asset, entry), version in sound.items():
            if asset in kinds and (kinds[asset], entry) in names:
                found[asset][entry] = version
        return {
            kind: hashed([[key, sorted(found[key].items())] for key in keys])
            for kind, keys in self._declared.gathers.items()
        }

    @cached_property
    def _declared(self) -> _Declared:
        """What plans rest on of the steps, which are imported where the code is not the one that was remembered."""
        with self._open() as connection:
            row = connection.execute("SELECT plain FROM declared WHERE code = ?", (self._code,)).fetchone()
            if row:
                return _Declared(*json.loads(row[0]))
        steps = self.planner.steps
        wanted: dict[str, set[str]] = {}
        for step in steps.values():
            wanted.setdefault(step.partition, set()).update(step.gathers)
        kinds = {key: steps[key].partition for keys in wanted.values() for key in keys}
        gathers = {kind: sorted(keys) for kind, keys in wanted.items()}
        declared = _Declared(naming_stamp(steps), gathers, kinds)
        with self._open() as connection:
            connection.execute("DELETE FROM declared")
            connection.execute("INSERT INTO declared VALUES (?, ?)", (self._code, json.dumps(declared)))
        return declared

    def _load(self, only: str | None) -> dict[str, _Memo]:
        where, values = ("", ()) if only is None else (" WHERE name = ?", (only,))
        with self._open() as connection:
            rows = connection.execute(f"SELECT * FROM plan{where}", values)  # noqa: S608
            return {row[0]: _Memo._make(row) for row in rows}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with opened(self._database) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                _begin(connection)
            with connection:
                yield connection


def _begin(connection: sqlite3.Connection) -> None:
    """Make the table; of two processes at once the second finds it."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
        connection.execute("DROP TABLE IF EXISTS plan")
        columns = ", ".join(f"{name} TEXT" for name in _Memo._fields[1:])
        connection.execute(f"CREATE TABLE plan (name TEXT PRIMARY KEY, {columns})")
        connection.execute("DROP TABLE IF EXISTS declared")
        connection.execute("CREATE TABLE declared (code TEXT PRIMARY KEY, plain TEXT)")
        connection.execute(f"PRAGMA user_version = {_FORM}")
    connection.commit()


def _told(row: Row, stock: _Stock) -> tuple[str, str, str | None, str, tuple[str, ...], str]:
    """What is remembered of a row."""
    if row.recipe is None:
        return row.asset, "", "; ".join(row.why), "", (), ""
    return row.asset, row.version, None, stock.current.get((row.asset, row.partition), ""), row.why, row.place


def _recalled(memo: _Memo, stock: _Stock) -> list[Row] | None:
    """An entry's rows as they were, with the store as it is; None where the reasons have to be found anew."""
    rows = []
    for asset, version, skipped, before, why, place in json.loads(memo.rows):
        if skipped is not None:
            rows.append(Row(memo.name, asset, "skipped", "", (skipped,)))
        elif version in stock.present:
            rows.append(Row(memo.name, asset, "stored", version, (), place))
        elif why and stock.current.get((asset, memo.name), "") == before:
            rows.append(Row(memo.name, asset, "compute", version, tuple(why), place))
        else:
            return None
    return rows


def _seen(paths: Sequence[str]) -> tuple[str, int]:
    """Hash files by size, inode and times; and give when one of them changed last (ns)."""
    files: list[tuple[str | int, ...]] = []
    newest = 0
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            files.append((path, -1))
            continue
        files.append((path, status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns))
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
    return hashed(files), newest
