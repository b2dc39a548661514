"""SQLite files: opened with errors of one line, and marked once they are known to be whole.

Databases of other programs are made by many small changes, and a process that is killed between two of them leaves
half a database that its program cannot mend. So they are made beside their place and renamed, as artifacts are. What
is whole bears a mark in `user_version`, a number in the file's header that SQLite leaves to its users.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

from cryo_assets.store.disk import DISK_FULL
from cryo_core.errors import CryoError, StoreError

PATIENCE_SECONDS = 60.0
"""How long a process waits for another that writes the same database."""

_FULL_BYTES = 16 << 20
"""A disk with less room than this is full: SQLite says of some of its files only that they cannot be written."""


@contextmanager
def opened(database: Path) -> Iterator[sqlite3.Connection]:
    """Connection to a database of ours, which is made if there is none; its errors name the file and the way out."""
    with faults_named(database):
        database.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(database, timeout=PATIENCE_SECONDS)) as connection:
            yield connection


@contextmanager
def faults_named(database: Path) -> Iterator[None]:
    """Turn errors of SQLite, and of SQLAlchemy over it, into one clear StoreError."""
    try:
        yield
    except CryoError:
        raise
    except Exception as error:
        words = fault(database, error)
        if words is None:
            raise
        raise StoreError(words) from error


def fault(database: Path, error: BaseException) -> str | None:
    """What happened to a database, and the way out; None where an error is not of SQLite's file."""
    found = cause(error)
    if found is None:
        return None
    kind = found.sqlite_errorcode & 0xFF
    if kind == sqlite3.SQLITE_FULL or (kind in _NO_ROOM and _is_full(database)):
        return f"{database}: {DISK_FULL}"
    words = _WORDS.get(kind)
    return f"{database}: {words} ({found})" if words else None


_NO_ROOM = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)

_WORDS = {
    sqlite3.SQLITE_BUSY: "another process keeps it locked; "
    "run again, and if that goes on, `fuser` names the process",
    sqlite3.SQLITE_LOCKED: "another process keeps it locked; run again",
    sqlite3.SQLITE_READONLY: "cannot be written; make the home writable, or name another with CRYO_HOME",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened or made; is the home there, and writable?",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write it; look at the disk, then run again",
    sqlite3.SQLITE_CORRUPT: "damaged; put a copy of your backup there, or move it away and it is made anew",
    sqlite3.SQLITE_NOTADB: "is no database; put a copy of your backup there, or move it away and it is made anew",
}


def cause(error: BaseException | None) -> sqlite3.Error | None:
    """The error of SQLite that an error is, wraps, or came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, sqlite3.Error):
            return error if hasattr(error, "sqlite_errorcode") else None
        error = getattr(error, "orig", None) or error.__cause__ or error.__context__
    return None


def _is_full(database: Path) -> bool:
    try:
        return shutil.disk_usage(database.parent).free < _FULL_BYTES
    except OSError:
        return False


def mark_of(database: Path) -> int:
    """The mark of a database; 0 where it has none, is not there, or is damaged."""
    if not database.exists():
        return 0
    with opened(database) as connection:
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                return 0
            raise


def release_of(package: str) -> int:
    """The release of an installed package as a number to mark its database with: it makes and takes that release's."""
    major, minor, patch = (int(part) for part in re.findall(r"\d+", version(package))[:3])
    return (major * 1000 + minor) * 1000 + patch


def mark(database: Path, number: int) -> None:
    """Mark a database as whole."""
    with opened(database) as connection, connection:
        connection.execute(f"PRAGMA user_version = {int(number)}")


def copy(database: Path, target: Path) -> None:
    """Copy a database as its last finished transaction left it."""
    with opened(database) as source, opened(target) as goal:
        source.execute("BEGIN")
        source.execute(
            "SELECT count(*) FROM sqlite_master"
        )  # a copy would wait for ever for who keeps it locked
        source.backup(goal)


def remove(database: Path) -> None:
    """Remove a database and what SQLite keeps beside it, its log first: another database must not meet it."""
    for suffix in ("-wal", "-shm", "-journal", ""):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
