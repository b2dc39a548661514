"""The disk under the store: locks, flushing, and room for large files."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    """Hold an exclusive lock on a file; the kernel lets go of it when the process ends, however it ends."""
    with full_disk_named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("a")
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


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
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise StoreError(
            f"{where}: the disk is full; nothing was lost. Free some space (`cryo prune --keep 1` helps) and run again"
        ) from error
