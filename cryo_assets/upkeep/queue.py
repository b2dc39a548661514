"""The queue of what is to be fetched, and the ledger of what was spent: a SQLite file that a person can reorder."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryo_assets.home import Home
from cryo_core.errors import SettingsError

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (rule TEXT, accession TEXT, PRIMARY KEY (rule, accession)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS begun (rule TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS item (
  accession TEXT PRIMARY KEY, rule TEXT, state TEXT, priority INT, place INT, gigabytes REAL, mark TEXT,
  tries INT, title TEXT, message TEXT, changed TEXT, looked TEXT);
CREATE TABLE IF NOT EXISTS spent (time TEXT, what TEXT, amount REAL, subject TEXT);
CREATE INDEX IF NOT EXISTS spent_time ON spent (time);
CREATE TABLE IF NOT EXISTS failed (name TEXT PRIMARY KEY, key TEXT);
"""

STATES = ("queued", "requested", "fetching", "fetched", "failed", "dropped")


@dataclass(frozen=True)
class Item:
    """One accession in the queue. `gigabytes` is an estimate, `mark` the archive's date of its last change."""

    accession: str
    rule: str
    state: str
    priority: int
    place: int
    gigabytes: float | None
    mark: str
    tries: int
    title: str
    message: str
    changed: str
    looked: str


def now() -> str:
    """The time as the tables hold it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Queue:
    """Both tables, in one file; safe for several processes at once."""

    def __init__(self, database: Path) -> None:
        self._database = database

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._database.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._database, timeout=60)) as connection:
            connection.executescript(_TABLES)
            with connection:
                yield connection

    # ------------------------------------------------------------------------------------ what was seen

    def begun(self, rule: str) -> bool:
        """Whether a rule was looked at before."""
        with self._open() as connection:
            return connection.execute("SELECT 1 FROM begun WHERE rule = ?", (rule,)).fetchone() is not None

    def begin(self, rule: str, accessions: Iterable[str]) -> None:
        """Begin a rule: these were there before it."""
        with self._open() as connection:
            connection.executemany("INSERT OR IGNORE INTO seen VALUES (?,?)", ((rule, a) for a in accessions))
            connection.execute("INSERT OR IGNORE INTO begun VALUES (?)", (rule,))

    def seen(self, rule: str) -> set[str]:
        """What a rule has looked at."""
        with self._open() as connection:
            return {
                row[0] for row in connection.execute("SELECT accession FROM seen WHERE rule = ?", (rule,))
            }

    def see(self, rule: str, accession: str) -> None:
        """Note that a rule has looked at an entry."""
        with self._open() as connection:
            connection.execute("INSERT OR IGNORE INTO seen VALUES (?,?)", (rule, accession))

    # ------------------------------------------------------------------------------------------ the queue

    def items(self, *states: str) -> list[Item]:
        """The items of these states (of all, without), in the order in which they will be taken."""
        wanted = states or STATES
        marks = ",".join("?" * len(wanted))
        with self._open() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM item WHERE state IN ({marks}) ORDER BY priority DESC, place",  # noqa: S608
                wanted,
            )
            return [Item(*row) for row in rows]

    def item(self, accession: str) -> Item:
        """One item; SettingsError if there is none."""
        with self._open() as connection:
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM item WHERE accession = ?", (accession,)
            ).fetchone()  # noqa: S608
        if row is None:
            raise SettingsError(f"{accession}: not in the queue (`cryo watch` shows it)")
        return Item(*row)

    def add(
        self,
        accession: str,
        rule: str,
        priority: int,
        gigabytes: float | None,
        mark: str,
        title: str,
        why: str,
    ) -> bool:
        """Put an entry at the end of the queue, or again if it changed; tell whether it was put there."""
        with self._open() as connection:
            old = connection.execute(
                "SELECT mark, state FROM item WHERE accession = ?", (accession,)
            ).fetchone()
            if old and (old[1] in ("queued", "requested", "fetching", "dropped") or old == (mark, "fetched")):
                return False
            connection.execute(
                f"INSERT OR REPLACE INTO item ({_COLUMNS}) VALUES (?,?,'queued',?,?,?,?,0,?,?,?,?)",  # noqa: S608
                (accession, rule, priority, _end(connection), gigabytes, mark, title, why, now(), now()),
            )
            return True

    def set(self, accession: str, state: str, message: str = "", tries: int | None = None) -> None:
        """Change an item's state, with words that say why."""
        with self._open() as connection:
            connection.execute(
                "UPDATE item SET state = ?, message = ?, changed = ?, tries = coalesce(?, tries) WHERE accession = ?",
                (state, message, now(), tries, accession),
            )

    def looked(self, accession: str, mark: str | None = None) -> None:
        """Note that an item's entry was looked at again."""
        with self._open() as connection:
            connection.execute(
                "UPDATE item SET looked = ?, mark = coalesce(?, mark) WHERE accession = ?",
                (now(), mark, accession),
            )

    def reorder(self, accession: str, where: str) -> None:
        """Move an item of the queue: "first", "last", "drop" it, or "retry" one that was dropped or failed."""
        item = self.item(accession)
        with self._open() as connection:
            edge = "max(priority), min(place) - 1" if where == "first" else "min(priority), max(place) + 1"
            queued = "SELECT {} FROM item WHERE state = 'queued'"
            if where in ("first", "last"):
                priority, place = connection.execute(queued.format(edge)).fetchone()
                connection.execute(
                    "UPDATE item SET priority = ?, place = ? WHERE accession = ?",
                    (item.priority if priority is None else priority, place or 0, accession),
                )
            elif where == "drop":
                connection.execute(
                    "UPDATE item SET state = 'dropped', changed = ? WHERE accession = ?", (now(), accession)
                )
            else:
                connection.execute(
                    "UPDATE item SET state = 'queued', tries = 0, message = '', changed = ? WHERE accession = ?",
                    (now(), accession),
                )

    # ------------------------------------------------------------------------------------------ the ledger

    def spend(self, what: str, amount: float, subject: str) -> None:
        """Note what was spent: "gigabytes" or "runs"."""
        with self._open() as connection:
            connection.execute("INSERT INTO spent VALUES (?,?,?,?)", (now(), what, amount, subject))

    def spend_runs(self, keys: Iterable[str]) -> None:
        """Note runs by their keys, each once, however often it was asked for."""
        asked = dict.fromkeys(keys)
        if not asked:
            return
        with self._open() as connection:
            noted = {row[0] for row in connection.execute("SELECT subject FROM spent WHERE what = 'runs'")}
            fresh = [(now(), "runs", 1.0, key) for key in asked if key not in noted]
            connection.executemany("INSERT INTO spent VALUES (?,?,?,?)", fresh)

    # -------------------------------------------------------------------------------- what failed as it is

    def failed(self) -> dict[str, str]:
        """The entries whose last automatic run failed, with the key of what was due."""
        with self._open() as connection:
            return dict(connection.execute("SELECT name, key FROM failed"))

    def note(self, name: str, key: str, failed: bool) -> None:
        """Note how an entry's automatic run ended."""
        with self._open() as connection:
            connection.execute("DELETE FROM failed WHERE name = ?", (name,))
            if failed:
                connection.execute("INSERT INTO failed VALUES (?,?)", (name, key))

    def spent(self, what: str, hours: float = 24.0) -> float:
        """What was spent in the last hours."""
        since = (datetime.now(UTC) - timedelta(hours=hours)).isoformat(timespec="seconds")
        with self._open() as connection:
            row = connection.execute(
                "SELECT sum(amount) FROM spent WHERE what = ? AND time > ?", (what, since)
            ).fetchone()
        return float(row[0] or 0.0)


_COLUMNS = ", ".join(f.name for f in fields(Item))


def _end(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(place), 0) + 1 FROM item").fetchone()[0])


def queue_of(home: Home) -> Queue:
    """The home's queue."""
    return Queue(home.work / "watch.sqlite")
