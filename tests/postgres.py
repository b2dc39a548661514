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


class Server:
    """A server in a folder."""

    def __init__(self, folder: Path, port: int, options: dict[str, Any]) -> None:
        self._folder, self._port, self._options = folder, port, options
        self.address = f"postgresql://cryo:a%2Fword@127.0.0.1:{port}/postgres"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        if self._options:
            _open_way(self._folder)
        place, port = str(self._folder), str(self._port)
        command = [
            str(_program("postgres")),
            "-D",
            f"{place}/data",
            "-p",
            port,
            "-h",
            "127.0.0.1",
            "-k",
            place,
        ]
        with (self._folder / "said").open("ab") as said:
            self._process = subprocess.Popen(
                [*command, "-c", "fsync=off", "-c", "max_connections=200"],
                stdout=said,
                stderr=said,
                stdin=subprocess.DEVNULL,
                cwd=self._folder,
                **self._options,
            )
        _wait(self.address, self._folder)

    def stop(self) -> None:
        """Have it end at once, and with it every connection."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a database of a server that ends with the body."""
    with served(folder) as server:
        yield server.address


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A server that ends with the body."""
    folder.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {}
    if os.getuid() == 0:  # Postgres refuses to be run by root
        options = {"user": "postgres", "group": "postgres"}
        shutil.chown(folder, "postgres", "postgres")
        _open_way(folder)
    (folder / "word").write_text("a/word")
    initdb = [str(_program("initdb")), "-D", str(folder / "data"), "-U", "cryo", "--auth=scram-sha-256", "-N"]
    initdb.append(f"--pwfile={folder / 'word'}")
    subprocess.run(initdb, cwd=folder, check=True, capture_output=True, **options)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(folder, port, options)
    try:
        yield server
    finally:
        server.stop()


def _open_way(folder: Path) -> None:
    """Let the user that Postgres runs as come by to a folder; pytest closes its own to others whenever it starts."""
    for place in folder.parents:
        if not place.stat().st_mode & 0o001:
            place.chmod(place.stat().st_mode | 0o011)


def _wait(address: str, folder: Path) -> None:
    import psycopg2

    end = time.monotonic() + 240
    while True:
        try:
            psycopg2.connect(address).close()
            return
        except psycopg2.OperationalError:
            if time.monotonic() > end:
                raise AssertionError((folder / "said").read_text()) from None
            time.sleep(0.1)
