"""The plan of the whole inbox, quickly: what was planned before is taken from disk where nothing changed.

A plan of one entry follows from its manifest, its files, the code and what it gathers. It is kept in a
small SQLite table under a hash of all of these (files by size, inode and times, as their digests are), so
that a plan of thousands of entries reads none of their tables again. What the store has is asked anew.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cryo_assets
import cryo_core
from cryo_assets.digests import silent
from cryo_assets.plan import Planner, Row
from cryo_assets.settings import MANIFESTS, TRAINING, entries
from cryo_assets.store_index import Entry, StoreIndex
from cryo_core.errors import CryoError

if TYPE_CHECKING:
    from cryo_core.data import Progress


@dataclass(frozen=True)
class _Memo:
    """An entry's plan as it was, with the hashes that it and its list of files hold for.

    `files` are by asset and label; `rows` are (asset, version, reason why it is skipped, newest version
    then, why it was due).
    """

    key: str
    files_key: str
    files: dict[str, dict[str, str]]
    rows: tuple[tuple[str, str, str | None, str, tuple[str, ...]], ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file, each once."""
        return tuple(sorted({path for files in self.files.values() for path in files.values()}))


class Overview:
    """Plans of many entries, over a planner; one object lives as long as one look at the inbox."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.index = StoreIndex(planner.store, planner.home.work / "store-index.sqlite")
        self._database = planner.home.work / "overview.sqlite"
        self._memos = self._load()
        self._fresh: dict[str, _Memo] = {}
        self._code, self._naming = _code_stamps(planner)

    def plans(
        self, names: Sequence[str] | None = None, progress: "Progress" = silent
    ) -> Iterator[tuple[str, list[Row] | CryoError]]:
        """Plan entries (all where none is named); of one that cannot be planned give the error."""
        versions = self.index.entries()
        present = {entry.version for entry in versions if not entry.pruned}
        newest = {(e.asset, e.partition): e.version for e in versions if not e.pruned}
        there = entries(self.planner.home.inbox)
        kinds = {name: kind for kind, name in there}
        gathered = self._gathered(versions, there)
        chosen = [name for _, name in there] if names is None else list(names)
        self.planner.digests.load()
        self.planner.sound = {}
        try:
            for done, name in enumerate(chosen, 1):
                try:
                    yield name, self._plan(kinds.get(name), name, present, newest, gathered)
                except CryoError as error:
                    yield name, error
                progress(done, len(chosen))
        finally:
            self.planner.sound = None
            self.save()

    def _plan(
        self,
        kind: str | None,
        name: str,
        present: set[str],
        newest: dict[tuple[str, str], str],
        gathered: dict[str, str],
    ) -> list[Row]:
        if kind is None:  # not in the inbox, or the training entry without a manifest
            return self.planner.rows(name)
        memo = self._memos.get(name)
        if memo:
            seen = self._seen(kind, name, memo)
            if memo.key == _hash([self._code, gathered.get(kind, ""), seen]):
                rows = _recalled(memo, name, present, newest)
                if rows is not None:
                    return rows
            if memo.files_key != _hash([self._naming, seen]):
                memo = None
        if memo is None:
            memo = _Memo("", "", _plain(self.planner.named_files(name)))
            seen = self._seen(kind, name, memo)
        for key, files in memo.files.items():
            self.planner.named[key, name] = {label: Path(path) for label, path in files.items()}
        try:
            rows = self.planner.rows(name)
        finally:
            for key in memo.files:
                del self.planner.named[key, name]
        if seen == self._seen(kind, name, memo):  # nothing changed while it was planned
            said = ((r.asset, r.version, _skipped(r), newest.get((r.asset, name), ""), r.why) for r in rows)
            keys = _hash([self._code, gathered.get(kind, ""), seen]), _hash([self._naming, seen])
            self._fresh[name] = _Memo(*keys, memo.files, tuple(said))
        return rows

    def _seen(self, kind: str, name: str, memo: _Memo) -> str:
        return _seen((str(self.planner.home.inbox / name / MANIFESTS[kind]), *memo.paths))

    def fingerprint(self, kind: str, name: str, known: str | None) -> str:
        """Hash sizes and times of an entry's files; where it is `known`, no table was read.

        Of an entry that cannot be read only the manifest counts: its run fails with an error that
        names the fault, once, and again when the manifest was changed.
        """
        memo = self._memos.get(name)
        if memo and known and self._seen(kind, name, memo) == known:
            return known
        try:
            files = _plain(self.planner.named_files(name))
        except CryoError:
            files = {}
        fresh = _Memo("", "", files)
        if memo is None or memo.files != files:
            self._fresh[name] = fresh
        return self._seen(kind, name, fresh)

    def save(self) -> None:
        """Keep what was found out."""
        if not self._fresh:
            return
        with self._open() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO plan VALUES (?,?,?,?,?)",
                [
                    (n, m.key, m.files_key, json.dumps(m.files), json.dumps(m.rows))
                    for n, m in self._fresh.items()
                ],
            )
        self._memos |= self._fresh
        self._fresh = {}

    def _gathered(self, versions: list[Entry], there: list[tuple[str, str]]) -> dict[str, str]:
        """Hash, for each kind of entry, what its steps gather: the newest sound version of each."""
        names = {*there, (TRAINING, TRAINING)}
        sound: dict[str, dict[str, str]] = {}
        for e in versions:
            step = self.planner.steps.get(e.asset)
            if step and e.sound and not e.pruned and (step.partition, e.partition) in names:
                sound.setdefault(e.asset, {})[e.partition] = e.version
        wanted: dict[str, set[str]] = {}
        for step in self.planner.steps.values():
            wanted.setdefault(step.partition, set()).update(step.gathers)
        return {
            kind: _hash([[key, sorted(sound.get(key, {}).items())] for key in sorted(keys)])
            for kind, keys in wanted.items()
        }

    def _load(self) -> dict[str, _Memo]:
        with self._open() as connection:
            return {
                name: _Memo(
                    key,
                    files_key,
                    json.loads(files),
                    tuple((a, v, s, n, tuple(why)) for a, v, s, n, why in json.loads(rows)),
                )
                for name, key, files_key, files, rows in connection.execute("SELECT * FROM plan")
            }

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._database.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._database, timeout=60)) as connection, connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS plan"
                " (name TEXT PRIMARY KEY, key TEXT, files_key TEXT, files TEXT, rows TEXT)"
            )
            yield connection


def _recalled(
    memo: _Memo, name: str, present: set[str], newest: dict[tuple[str, str], str]
) -> list[Row] | None:
    """Give an entry's rows as they were, with the store as it is; None where the reasons have to be found anew."""
    rows = []
    for asset, version, skipped, before, why in memo.rows:
        if skipped is not None:
            rows.append(Row(name, asset, "skipped", "", (skipped,)))
        elif version in present:
            rows.append(Row(name, asset, "stored", version, ()))
        elif why and newest.get((asset, name), "") == before:
            rows.append(Row(name, asset, "compute", version, why))
        else:
            return None
    return rows


def _skipped(row: Row) -> str | None:
    return "; ".join(row.why) if row.state == "skipped" else None


def _plain(files: dict[str, dict[str, Path]]) -> dict[str, dict[str, str]]:
    return {key: {label: str(path) for label, path in named.items()} for key, named in files.items()}


def _seen(paths: Sequence[str]) -> str:
    return _hash([_identity(path) for path in paths])


def _identity(path: str) -> tuple[Any, ...]:
    try:
        status = os.stat(path)
    except OSError:
        return path, -1
    return path, status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _code_stamps(planner: Planner) -> tuple[str, str]:
    """Hash what decides a plan beside the entry: what the steps declare and their code; and what decides its files."""
    declared = [
        [s.key, s.partition, s.code_version, s.inputs, s.offered, s.gathers, repr(s.settings())]
        for s in planner.steps.values()
    ]
    package, core = Path(cryo_assets.__path__[0]), Path(cryo_core.__path__[0])
    sources = [str(path) for path in sorted([*package.rglob("*.py"), *core.rglob("*.py")])]
    naming = [path for path in sources if path.startswith((str(core / "formats"), str(package / "assets")))]
    naming.append(str(package / "settings.py"))
    return _hash([declared, _seen(sources)]), _hash([[s.key for s in planner.steps.values()], _seen(naming)])


def _hash(plain: Any) -> str:
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:20]
