"""SHA-256 digests of input files, remembered until the file changes.

A plan asks for the digests of every input of every entry, and stacks are large, so a digest is kept
with the file's size, inode and times, and read again only when one of these differs. A file that
changed within the last second before it was read is not remembered: its next change could carry
the same time stamp.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cryo_assets.store.tables import Connection, shared
from cryo_core.errors import FormatError

if TYPE_CHECKING:  # whoever only looks something up is done before torch is loaded
    from cryo_core.data import Progress

_BLOCK = 1 << 22

_TABLES = (
    "CREATE TABLE IF NOT EXISTS digest (path TEXT PRIMARY KEY, size BIGINT, inode BIGINT, modified BIGINT, "
    "changed BIGINT, sha256 TEXT);"
)


def silent(done: int, total: int) -> None:
    """Report no progress."""


def sha256_of(path: Path, progress: "Progress" = silent) -> str:
    """Hash a file's bytes, reporting (bytes done, bytes in all)."""
    digest, total, done = hashlib.sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
            progress(done, total)
    return digest.hexdigest()


def _identity(path: Path) -> tuple[int, int, int, int]:
    status = path.stat()
    return status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


class FileDigests:
    """A small SQLite table of digests; safe for several processes at once."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._loaded: dict[str, tuple[tuple[int, int, int, int], str]] = {}

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        with shared(self._database, _TABLES) as connection:
            yield connection

    def get(self, path: Path, progress: "Progress" = silent) -> str:
        """The SHA-256 of a file, reading it only if it is new or changed."""
        real = os.path.realpath(path)
        try:
            before = _identity(Path(real))
            known = self._known(real, before)
            if known:
                return known
            digest = sha256_of(Path(real), progress)
            after = _identity(Path(real))
        except OSError as error:
            raise FormatError(f"{path}: cannot be read ({error.strerror})") from error
        if after != before:
            raise FormatError(f"{path}: changed while it was read; run again when it is complete")
        if time.time_ns() - max(before[2], before[3]) > 10**9:
            with self._open() as connection:
                connection.execute(
                    "INSERT INTO digest VALUES (?,?,?,?,?,?) ON CONFLICT (path) DO UPDATE SET size = excluded.size, "
                    "inode = excluded.inode, modified = excluded.modified, changed = excluded.changed, "
                    "sha256 = excluded.sha256",
                    (real, *before, digest),
                )
        return digest

    def load(self) -> None:
        """Take everything that is remembered into memory: a plan of thousands of entries asks once for each file."""
        with self._open() as connection:
            rows = connection.execute("SELECT path, size, inode, modified, changed, sha256 FROM digest")
            self._loaded = {path: (tuple(identity), digest) for path, *identity, digest in rows}

    def remembers(self, path: Path) -> bool:
        """Whether the digest of a file, as it is now, needs no reading."""
        real = os.path.realpath(path)
        try:
            return self._known(real, _identity(Path(real))) is not None
        except OSError:
            return False

    def _known(self, real: str, identity: tuple[int, int, int, int]) -> str | None:
        loaded = self._loaded.get(real)
        if loaded is not None and loaded[0] == identity:
            return loaded[1]
        with self._open() as connection:
            row = connection.execute(
                "SELECT sha256 FROM digest WHERE path=? AND size=? AND inode=? AND modified=? AND changed=?",
                (real, *identity),
            ).fetchone()
        return row[0] if row else None
