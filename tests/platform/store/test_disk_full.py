"""A disk that is full is one clear line, wherever it is noticed, and the next run with room completes."""

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tiny
from conftest import empty_home

from cryo_assets.home import Home
from cryo_assets.store.digests import FileDigests
from cryo_assets.store.sqlite import opened
from cryo_assets.upkeep.queue import queue_of
from cryo_core.errors import StoreError

SIZE = 40 << 20


@pytest.fixture
def small(tmp_path: Path, mlflow_database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home on a disk of 40 MB of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", disk], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a disk of its own can only be mounted by root")
    try:
        yield empty_home(disk / "home", mlflow_database, monkeypatch)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def _fill(disk: Path, kilobytes: int) -> None:
    """Leave so much room."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with (disk / "full").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free - kilobytes * 1024)


def test_each_place_that_notices_a_full_disk_says_so_in_one_line(small: Path, cryo: Callable) -> None:
    manifest = tiny.add_map(small) / "map.yaml"
    cryo("run", "tiny-map", "--to", "maps/source")
    where = set()
    for number, kilobytes in enumerate((0, 40, 150, 300, 450, 600)):
        tiny.change(manifest, settings={"maps": {"resampled": {"sd": 0.1 + number / 100}}})
        _fill(small.parent, kilobytes)
        said = cryo("run", "tiny-map", "--to", "maps/resampled", code=1)
        (fault,) = (line for line in said.splitlines() if line.startswith("cryo: "))
        assert "the disk is full; nothing was lost. Free some space" in fault, said
        assert "SQL" not in said and "Errno" not in said and "Exception" not in said, said
        where.add(
            next(p for p in ("work", "store", "dagster", "Dagster") if p in fault.split(": the disk")[0])
        )
        (small.parent / "full").unlink()
    assert {"work", "store"} < where, "they were not all noticed in one place"
    cryo("run", "tiny-map", "--to", "maps/resampled")
    assert tiny.made("maps/resampled", "tiny-map") is not None
    cryo("verify")


def test_our_databases_say_that_they_are_full(tmp_path: Path) -> None:
    with opened(tmp_path / "one.sqlite") as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA max_page_count = 3")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    with pytest.raises(StoreError, match=r"one.sqlite: the disk is full; nothing was lost"):
        with opened(tmp_path / "one.sqlite") as connection:
            connection.execute("PRAGMA max_page_count = 3")
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")


@pytest.mark.parametrize("room", [0, 8])
def test_a_disk_too_small_for_our_databases(small: Path, room: int) -> None:
    _fill(small.parent, room)
    home = Home(small)
    for write in (queue_of(home).items, FileDigests(home.work / "digests.sqlite").load):
        with pytest.raises(StoreError, match="the disk is full"):
            write()
