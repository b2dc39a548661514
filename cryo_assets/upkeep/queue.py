"""The queue of what is to be fetched, and the ledger of what was spent: a SQLite file that a person can reorder."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryo_assets.home import Home
from cryo_assets.store.tables import Connection, shared
from cryo_core.errors import SettingsError

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (rule TEXT, accession TEXT, PRIMARY KEY (rule, accession)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS begun (rule TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS item (
  accession TEXT PRIMARY KEY, rule TEXT, state TEXT, priority INT, place INT, gigabytes DOUBLE PRECISION, mark TEXT,
  tries INT, title TEXT, message TEXT, changed TEXT, looked TEXT);
CREATE TABLE IF NOT EXISTS spent (time TEXT, what TEXT, amount DOUBLE PRECISION, subject TEXT);
CREATE INDEX IF NOT EXISTS spent_time ON spent (time);
CREATE TABLE IF NOT EXISTS choice (accession TEXT PRIMARY KEY, fields TEXT);
"""

STATES = ("queued", "requested", "fetching", "fetched", "asks", "unusable", "failed", "dropped")
"""`asks`: a person has to name an image set, table or stack; `unusable`: nothing of it can be used yet."""


@dataclass(frozen=True)
class Item:
    """One accession in the queue. `gigabytes` is an estimate, `mark` the archive's date of its last change."""

    accession: str
    rule: str
    priority: int
    gigabytes: float | None
    mark: str
    title: str
    message: str
    state: str = "queued"
    place: int = 0
    tries: int = 0
    changed: str = ""
    looked: str = ""


_COLUMNS = ", ".join(f.name for f in fields(Item))

_SELECT = f"SELECT {_COLUMNS} FROM item"  # noqa: S608

_EDGES = {"first": ("max(priority)", "min(place) - 1"), "last": ("min(priority)", "max(place) + 1")}


def now() -> str:
    """The time as the tables hold it."""
    return ago(timedelta(0))


def ago(time: timedelta) -> str:
    """A time before now as the tables hold it."""
    return (datetime.now(UTC) - time).isoformat(timespec="seconds")


class Queue:
    """All tables, in one file; safe for several processes at once."""

    def __init__(self, database: Path) -> None:
        self._database = database

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        """Open the file for one transaction."""
        with shared(self._database, _TABLES) as connection:
            yield connection

    def _do(self, statement: str, *values: Any) -> list[Any]:
        """Rows that one statement yields, in a transaction of its own."""
        with self._open() as connection:
            return connection.execute(statement, values).fetchall()

    # ------------------------------------------------------------------------------------ what was seen

    def begin(self, rule: str, accessions: Iterable[str]) -> None:
        """Begin a rule, if it is new: these entries were there before it."""
        with self._open() as connection:
            if connection.execute("INSERT INTO begun VALUES (?) ON CONFLICT DO NOTHING", (rule,)).rowcount:
                before = ((rule, accession) for accession in accessions)
                connection.executemany("INSERT INTO seen VALUES (?,?) ON CONFLICT DO NOTHING", before)

    def seen(self, rule: str) -> set[str]:
        """Accessions that a rule has looked at."""
        return {accession for (accession,) in self._do("SELECT accession FROM seen WHERE rule = ?", rule)}

    def see(self, rule: str, accession: str) -> None:
        """Note that a rule has looked at an entry."""
        self._do("INSERT INTO seen VALUES (?,?) ON CONFLICT DO NOTHING", rule, accession)

    # ------------------------------------------------------------------------------------------ the queue

    def items(self, *states: str) -> list[Item]:
        """Items of these states (of all, without), in the order in which they will be taken."""
        wanted = states or STATES
        marks = ",".join("?" * len(wanted))
        rows = self._do(f"{_SELECT} WHERE state IN ({marks}) ORDER BY priority DESC, place", *wanted)
        return [Item(*row) for row in rows]

    def item(self, accession: str) -> Item:
        """Item of an accession; SettingsError if there is none."""
        rows = self._do(f"{_SELECT} WHERE accession = ?", accession)
        if not rows:
            raise SettingsError(f"{accession}: not in the queue (`cryo watch` shows it)")
        return Item(*rows[0])

    def add(self, item: Item) -> bool:
        """Put an entry at the end of the queue, or again if it changed; the result says whether it was put there."""
        with self._open() as connection:
            row = connection.execute(f"{_SELECT} WHERE accession = ?", (item.accession,)).fetchone()
            old = Item(*row) if row else None
            if old and (
                old.state in ("queued", "requested", "fetching", "dropped")
                or (old.mark == item.mark and old.state in ("fetched", "asks", "unusable"))
            ):
                return False
            (end,) = connection.execute("SELECT coalesce(max(place), 0) + 1 FROM item").fetchone()
            fresh = replace(item, state="queued", place=end, tries=0, changed=now(), looked=now())
            marks = ",".join("?" * len(fields(Item)))
            connection.execute("DELETE FROM item WHERE accession = ?", (item.accession,))
            connection.execute(f"INSERT INTO item ({_COLUMNS}) VALUES ({marks})", astuple(fresh))
            return True

    def set(self, accession: str, state: str, message: str = "", tries: int | None = None) -> None:
        """Change an item's state, with words that say why."""
        self._do(
            "UPDATE item SET state = ?, message = ?, changed = ?, tries = coalesce(?, tries) WHERE accession = ?",
            *(state, message, now(), tries, accession),
        )

    def looked(self, accession: str, mark: str | None = None) -> None:
        """Note that an item's entry was looked at again."""
        self._do(
            "UPDATE item SET looked = ?, mark = coalesce(?, mark) WHERE accession = ?", now(), mark, accession
        )

    def reorder(self, accession: str, where: str) -> None:
        """Move an item of the queue: "first", "last", "drop" it, or "retry" one that was dropped or failed."""
        item = self.item(accession)
        if where == "drop":
            self.set(accession, "dropped", item.message)
        elif where == "retry":
            self.set(accession, "queued", tries=0)
        else:
            priority, place = (f"(SELECT {edge} FROM item WHERE state = 'queued')" for edge in _EDGES[where])
            self._do(
                f"UPDATE item SET priority = coalesce({priority}, priority), place = coalesce({place}, 0) "
                "WHERE accession = ?",
                accession,
            )

    def choose(self, accession: str, fields: Mapping[str, Any]) -> None:
        """Note what a person says of an item, beside what was said before, and queue it if it asked or failed."""
        item = self.item(accession)
        said = json.dumps({**self.chosen(accession), **fields})
        self._do(
            "INSERT INTO choice VALUES (?,?) ON CONFLICT (accession) DO UPDATE SET fields = excluded.fields",
            *(accession, said),
        )
        if item.state in ("asks", "unusable", "failed", "fetched"):
            told = ", ".join(f"{name}={value}" for name, value in fields.items())
            self.set(accession, "queued", f"chosen: {told}", tries=0)

    def chosen(self, accession: str) -> dict[str, Any]:
        """What a person said of an item."""
        rows = self._do("SELECT fields FROM choice WHERE accession = ?", accession)
        return json.loads(rows[0][0]) if rows else {}

    # ------------------------------------------------------------------------------------------ the ledger

    def spend(self, what: str, amount: float, subject: str) -> None:
        """Note what was spent: "gigabytes" or "runs"."""
        self._do("INSERT INTO spent VALUES (?,?,?,?)", now(), what, amount, subject)

    def spend_runs(self, keys: Iterable[str]) -> None:
        """Note runs by their keys, each once, however often it was asked for."""
        asked = dict.fromkeys(keys)
        if not asked:
            return
        with self._open() as connection:
            noted = {row[0] for row in connection.execute("SELECT subject FROM spent WHERE what = 'runs'")}
            fresh = [(now(), "runs", 1.0, key) for key in asked if key not in noted]
            connection.executemany("INSERT INTO spent VALUES (?,?,?,?)", fresh)

    def spent(self, what: str, hours: float = 24.0) -> float:
        """What was spent in the last hours."""
        since = ago(timedelta(hours=hours))
        ((amount,),) = self._do("SELECT sum(amount) FROM spent WHERE what = ? AND time > ?", what, since)
        return float(amount or 0.0)


def queue_of(home: Home) -> Queue:
    """The home's queue."""
    return Queue(home.work / "watch.sqlite")
