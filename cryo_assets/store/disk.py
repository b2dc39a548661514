"""The disk under the store: locks, flushing, and room for large files."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from cryo_assets.store import postgres
from cryo_core.errors import StoreError


def require_disk(folder: Path, bytes_needed: int) -> None:
    """Raise StoreError before a large file is begun that the disk cannot hold."""
    free = shutil.disk_usage(folder).free
    if free < bytes_needed * 1.02:
        raise StoreError(
            f"{folder}: needs {bytes_needed / 1e9:.2f} GB and the disk has {free / 1e9:.2f} GB free; "
            "free some space (`cryo prune --keep 1` helps) and run again"
        )


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Hold a lock on a file, which goes with it; whoever holds it lets go when the process ends, however it ends.

    The kernel holds it, or Postgres among several hosts.
    """
    with full_disk_named(path), ExitStack() as stack:
        path.parent.mkdir(parents=True, exist_ok=True)
        if postgres.in_use():
            stack.enter_context(postgres.held(str(path)))
            path.touch()
        else:
            stack.enter_context(_locked(path))
        kept = stack.pop_all()
    with kept:
        try:
            yield
        finally:
            path.unlink(missing_ok=True)  # while it is held


def _locked(path: Path) -> IO[str]:
    """A file, locked. One that went while this waited for it is no lock any more: another makes it anew."""
    while True:
        handle = path.open("a")
        fcntl.flock(handle, fcntl.LOCK_EX)
        if _is_at(handle, path):
            return handle
        handle.close()


def _is_at(handle: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def file_lock_at_once(path: Path) -> Iterator[bool]:
    """Hold a lock on a file where it is free; the value says whether it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if postgres.in_use():
        path.touch()
        with postgres.held_at_once(str(path)) as free:
            yield free
        return
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            free = True
        except BlockingIOError:
            free = False
        yield free


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock on a file now."""
    if postgres.in_use():
        if not path.exists():
            return False
        with postgres.held_at_once(str(path)) as free:
            return not free
    try:
        with path.open() as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def drop_left_locks(locks: Iterable[Path]) -> None:
    """Remove those files of locks that nobody holds: a process that was killed leaves its own."""
    for path in locks:
        if postgres.in_use():
            if not is_locked(path):
                path.unlink(missing_ok=True)
            continue
        with path.open("a") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            path.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Bring a file or folder to the disk itself (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def full_disk_named(where: Path) -> Iterator[None]:
    """Turn a full disk into one clear error; let every other error through as it is."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise StoreError(f"{where}: {DISK_FULL}") from error


DISK_FULL = "the disk is full; nothing was lost. Free some space (`cryo prune --keep 1` helps) and run again"

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def disk_fault(error: OSError) -> str | None:
    """What a disk that cannot be written is, in words; None where an error is another."""
    place = f"{error.filename}: " if error.filename else ""
    if error.errno in _FULL:
        return f"{place}{DISK_FULL}"
    if error.errno == errno.EROFS:
        return (
            f"{place}lies on a disk that is mounted read-only; name a home that can be written with CRYO_HOME"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{place}you may not write or read it; ask its owner, or name another home with CRYO_HOME"
    return None


_LOG_BYTES = 10 << 20


def rotate_logs(folder: Path, most_bytes: int = _LOG_BYTES) -> None:
    """Move what large logs of a folder hold to `NAME.1`, which goes the next time; whoever writes them goes on."""
    for log in folder.glob("*.log"):
        if log.stat().st_size > most_bytes:
            shutil.copyfile(log, log.with_name(f"{log.name}.1"))
            os.truncate(log, 0)  # they are written at their end, so that this makes no hole
