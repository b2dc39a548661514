"""Fetching files: parallel ranges, resumed block by block, checked, and put in place all at once.

A file is fetched into `NAME.part`; `NAME.part.log` says which blocks are on disk, and at the end the
file's digest. When every file of a set is verified they are renamed; a fetch that was killed at any
moment goes on with the block that was in hand.
"""

import gzip
import json
import os
import shutil
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cryo_assets.archives.client import AskAgain, Head, Service, ServiceError, safe_path
from cryo_assets.store.digests import sha256_of, silent
from cryo_core.errors import StoreError

if TYPE_CHECKING:
    from cryo_core.data import Progress

_T = TypeVar("_T")

BLOCK = 16 << 20
"""Bytes of a range: what is fetched again at most, of each connection, when a fetch was killed."""


@dataclass(frozen=True)
class Wanted:
    """A file to fetch: where from, where to (relative), its size, and what changes when it does."""

    url: str
    path: str
    size: int
    tag: str = ""


@dataclass(frozen=True)
class Fetched(Wanted):
    """A file in place, with what it was when it came."""

    sha256: str = ""


def survey(service: Service, files: Sequence[tuple[str, str]], connections: int = 6) -> list[Wanted]:
    """Files (url, relative path) with their sizes; ServiceError if a server does not say one."""

    def ask(file: tuple[str, str]) -> Wanted:
        url, path = file
        head = service.head(url)
        if head.size is None:
            raise ServiceError(f"{url}: the server does not say its size, so it could not be checked")
        return Wanted(url, safe_path(path, url), head.size, head.tag)

    return _all([partial(ask, file) for file in files], connections)


class Download:
    """Files wanted in a folder; `earlier` are those that an earlier fetch recorded."""

    def __init__(
        self,
        service: Service,
        folder: Path,
        wanted: Sequence[Wanted],
        earlier: Mapping[str, Fetched] | None = None,
    ) -> None:
        self._service, self._folder = service, folder
        self._files = [_File(folder, item, (earlier or {}).get(item.path)) for item in wanted]
        root = folder.resolve()
        for file in self._files:
            if not file.target.resolve().is_relative_to(root):
                raise ServiceError(f"{file.item.path}: lies outside {folder}; refused")

    @property
    def bytes_missing(self) -> int:
        """Bytes still to come."""
        return sum(file.bytes_missing() for file in self._files)

    def require_disk(self, reserve_bytes: int = 1 << 30) -> None:
        """Raise StoreError, before the first byte, if the disk cannot hold what is to come."""
        place = next(p for p in (self._folder, *self._folder.parents) if p.exists())
        free, missing = shutil.disk_usage(place).free, self.bytes_missing
        if missing and free < missing + reserve_bytes:
            raise StoreError(
                f"{self._folder}: {missing / 1e9:.2f} GB are to come and the disk has {free / 1e9:.2f} GB free "
                f"({reserve_bytes / 1e9:.1f} GB stay free); free some space or take less (--imageset, --limit-gb)"
            )

    def run(self, connections: int = 6, progress: "Progress" = silent) -> None:
        """Fetch and verify everything; nothing is put in place yet."""
        blocks = [(file, start) for file in self._files for start in file.blocks_missing()]
        total = sum(file.item.size for file in self._files)
        done, lock = total - self.bytes_missing, threading.Lock()
        progress(done, total)
        for file in self._files:
            file.prepare()

        def fetch(file: _File, start: int) -> None:
            nonlocal done
            count = self._fetch_block(file, start)
            with lock:
                done += count
                progress(done, total)

        _all([partial(fetch, file, start) for file, start in blocks], connections)
        _all([file.verify for file in self._files], 2)

    def _fetch_block(self, file: "_File", start: int) -> int:
        """Fetch a block; the result is the number of its bytes."""
        stop = min(start + BLOCK, file.item.size)

        def ask() -> None:
            position = start
            with self._service.range(file.item.url, start, stop) as answer:
                tag = Head.of(answer).tag
                if file.item.tag and tag and tag != file.item.tag:
                    raise ServiceError(f"{file.item.url}: changed while it was fetched; run again")
                for piece in answer.iter_bytes(1 << 20):
                    if position + len(piece) > stop:
                        raise AskAgain("more bytes came than were asked for")
                    file.write(position, piece)
                    position += len(piece)
            if position != stop:
                raise AskAgain(f"{position - start} of {stop - start} bytes came")

        self._service.again(file.item.url, ask)
        file.done(start)
        return stop - start

    def place(self) -> list[Fetched]:
        """Put every verified file in its place."""
        return [file.place() for file in self._files]

    def discard(self) -> None:
        """Remove what was fetched and is not to be put in place."""
        for file in self._files:
            file.part.unlink(missing_ok=True)
        self.tidy()

    def tidy(self) -> None:
        """Remove the logs, when what was fetched is on record."""
        for file in self._files:
            file.log.unlink(missing_ok=True)


class _File:
    """One file on its way: its part, its log of blocks, its place.

    A file in place that no record names was brought by another way (Aspera, Globus): if its size fits, it is
    verified as any other.
    """

    def __init__(self, folder: Path, item: Wanted, earlier: Fetched | None) -> None:
        self.item = item
        self.target = folder / item.path
        self.part = self.target.with_name(self.target.name + ".part")
        self.log = self.target.with_name(self.target.name + ".part.log")
        self._lock = threading.Lock()
        self._head = json.dumps({"url": item.url, "size": item.size, "tag": item.tag})
        self._blocks, self.sha256 = self._read_log()
        here = _size(self.target) == item.size
        if earlier and here and not self.sha256 and earlier == Fetched(**vars(item), sha256=earlier.sha256):
            self.sha256 = earlier.sha256
        self._brought = here and not earlier and not self.sha256 and not self._blocks

    def _read_log(self) -> tuple[set[int], str]:
        """Blocks of this very file that are on disk, and its digest if it was verified."""
        try:
            head, *lines = self.log.read_text().split("\n")
        except (OSError, UnicodeDecodeError):
            return set(), ""
        if head != self._head:
            return set(), ""
        sha256 = next((line[7:] for line in lines[:-1] if line.startswith("sha256 ")), "")
        if sha256 and not self.part.exists() and _size(self.target) == self.item.size:
            return set(), sha256
        if _size(self.part) != self.item.size:
            return set(), ""
        return {int(line) for line in lines[:-1] if line.isdigit()}, sha256

    def blocks_missing(self) -> list[int]:
        if self.sha256 or self._brought:
            return []
        return [start for start in range(0, self.item.size, BLOCK) if start not in self._blocks]

    def bytes_missing(self) -> int:
        return sum(min(BLOCK, self.item.size - start) for start in self.blocks_missing())

    def prepare(self) -> None:
        """Make the part in its full size, and begin the log, unless they are there."""
        if self.sha256 or self._brought:
            return
        self.target.parent.mkdir(parents=True, exist_ok=True)
        if not self._blocks:
            with self.part.open("wb") as part:
                part.truncate(self.item.size)
            self.log.write_text(self._head + "\n")

    def write(self, position: int, piece: bytes) -> None:
        with self.part.open("r+b") as part:
            part.seek(position)
            part.write(piece)

    def done(self, start: int) -> None:
        with self.part.open("rb") as part:
            os.fsync(part.fileno())
        self._note(str(start))

    def _note(self, line: str) -> None:
        with self._lock, self.log.open("a") as log:
            log.write(line + "\n")

    def verify(self) -> None:
        """Hash the file; of a .gz check that it unpacks to what its own checksum says. Spoilt ones are removed."""
        if self.sha256:
            return
        source = self.target if self._brought else self.part
        try:
            if self.target.suffix == ".gz":
                with gzip.open(source) as unpacked:
                    while unpacked.read(1 << 20):
                        pass
        except (zlib.error, gzip.BadGzipFile, EOFError) as error:
            if not self._brought:
                self.part.unlink()
                self.log.unlink()
            raise ServiceError(f"{self.item.url}: came in full size but is not sound ({error})") from error
        self.sha256 = sha256_of(source)
        if not self._brought:
            self._note("sha256 " + self.sha256)

    def place(self) -> Fetched:
        if self.part.exists() and not self._brought:
            os.replace(self.part, self.target)
        return Fetched(**vars(self.item), sha256=self.sha256)


def _all(calls: Sequence[Callable[[], _T]], threads: int) -> list[_T]:
    """Results of calls that are made in parallel; the first error ends the rest."""
    pool = ThreadPoolExecutor(max(1, threads))
    try:
        futures = [pool.submit(call) for call in calls]
        for future in wait(futures, return_when=FIRST_EXCEPTION).done:
            future.result()
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
