"""A Postgres of the test's own, in a folder, on a free port of this machine; nothing is left of it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import Any


def _program(name: str) -> str | None:
    there = sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*there, os.environ.get("PATH", "")]))


def missing() -> str:
    """Which of the programs is not here; "" if all are."""
    return next((name for name in ("initdb", "postgres") if _program(name) is None), "")


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a database of a server that ends with the body."""
    folder.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {}
    if os.getuid() == 0:  # Postgres refuses to be run by root
        options = {"user": "postgres", "group": "postgres"}
        shutil.chown(folder, "postgres", "postgres")
        for place in folder.parents:
            if not place.stat().st_mode & 0o001:
                place.chmod(place.stat().st_mode | 0o011)
    (folder / "word").write_text("a/word")
    data = str(folder / "data")
    initdb = [str(_program("initdb")), "-D", data, "-U", "cryo", "--auth=scram-sha-256", "-N"]
    initdb.append(f"--pwfile={folder / 'word'}")
    subprocess.run(initdb, cwd=folder, check=True, capture_output=True, **options)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"postgresql://cryo:a%2Fword@127.0.0.1:{port}/postgres"
    command = [str(_program("postgres")), "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)]
    with (folder / "said").open("wb") as said:
        server = subprocess.Popen(
            [*command, "-c", "fsync=off"],
            stdout=said,
            stderr=said,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            **options,
        )
    try:
        _wait(address, folder)
        yield address
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(30)


def _wait(address: str, folder: Path) -> None:
    import psycopg2

    end = time.monotonic() + 40
    while True:
        try:
            psycopg2.connect(address).close()
            return
        except psycopg2.OperationalError:
            if time.monotonic() > end:
                raise AssertionError((folder / "said").read_text()) from None
            time.sleep(0.1)
