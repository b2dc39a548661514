"""Dagster's UI, MLflow and the entries' pages on localhost, as children that end with this process in any case."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cryo_assets.engine import mlflow_database
from cryo_assets.graph import databases
from cryo_assets.home import FOLDERS_VARIABLE, PACKAGE, PAGES_VARIABLE, Home
from cryo_assets.processes import die_with_parent
from cryo_assets.store.disk import file_lock, file_lock_at_once, rotate_logs
from cryo_core.errors import SettingsError

_GRACE_SECONDS = 15.0


def serve(
    home: Home,
    dagster_port: int,
    mlflow_port: int,
    pages_port: int,
    folders: Sequence[str],
    say: Callable[[str], None],
) -> int:
    """Start the servers and wait; stop all on Ctrl-C, SIGTERM, or when one ends. Give the exit code.

    `folders` are those that pages may look into; without any it is the one that this process is in.
    """
    ports = {"pages": pages_port, "Dagster": dagster_port, "MLflow": mlflow_port}
    if len(set(ports.values())) < len(ports):
        raise SettingsError(f"each server needs a port of its own: {ports}")
    with _alone(home, f"process {os.getpid()}, pages http://localhost:{pages_port}"):
        for port in ports.values():
            _require_free(port)
        _ready(home)
        rotate_logs(home.root)
        return _serve(home, ports, folders, say)


@contextmanager
def _alone(home: Home, which: str) -> Iterator[None]:
    """Serve a home alone: two would launch its runs twice. SettingsError says which other one serves it."""
    path = home.work / "locks" / "up.lock"
    with file_lock_at_once(path) as free:
        if not free:
            raise SettingsError(
                f"{home.root}: another `cryo up` serves it ({path.read_text().strip()}); use that, or stop it first"
            )
        path.write_text(which)
        yield


def _serve(home: Home, ports: Mapping[str, int], folders: Sequence[str], say: Callable[[str], None]) -> int:
    """Start the servers, wait, and stop them."""
    # A script's background job starts with SIGINT ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    environment = {
        **os.environ,
        "CRYO_HOME": str(home.root),
        "DAGSTER_HOME": str(home.dagster),
        "MLFLOW_BACKEND_STORE_URI": home.tracking_uri,  # in a command others would read its password
        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
        "MLFLOW_DISABLE_TELEMETRY": "true",
        "DO_NOT_TRACK": "true",
        **({FOLDERS_VARIABLE: os.pathsep.join(folders)} if folders else {}),
        PAGES_VARIABLE: f"http://localhost:{ports['pages']}",
    }
    children = {
        "pages": _start(_pages(ports["pages"]), environment, home.root / "pages.log"),
        "Dagster": _start(_dagster(ports["Dagster"]), environment, home.root / "dagster.log"),
        "MLflow": _start(_mlflow(ports["MLflow"]), environment, home.root / "mlflow.log"),
    }
    try:
        for name, port in ports.items():
            _wait_until_open(children[name], port)
        where = "   ".join(f"{name} http://localhost:{port}" for name, port in ports.items())
        say(f"{where}   (Ctrl-C stops all)")
        while all(child.poll() is None for child in children.values()):
            time.sleep(0.5)
        ended = [name for name, child in children.items() if child.poll() is not None]
        say(f"{', '.join(ended)} ended by itself; see {home.root}/{ended[0].lower()}.log")
        return 1
    except KeyboardInterrupt:
        say("stopping")
        return 0
    finally:
        _stop(list(children.values()))


def _ready(home: Home) -> None:
    """Make the databases before two servers do it at once."""
    with file_lock(home.work / "locks" / "dagster.lock"):
        databases.ready(home)
    mlflow_database.ready(home)


def _dagster(port: int) -> list[str]:
    workspace = str(PACKAGE / "workspace.yaml")
    return [sys.executable, "-m", "dagster", "dev", "-w", workspace, "-h", "127.0.0.1", "-p", str(port)]


def _pages(port: int) -> list[str]:
    return [sys.executable, "-m", "cryo_assets.pages", "--port", str(port)]


def _mlflow(port: int) -> list[str]:
    address = ["--host", "127.0.0.1", "--port", str(port)]
    return [sys.executable, "-m", "mlflow", "server", *address]  # its database is in the environment


def _start(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start a server at the head of a process group of its own, which the kernel ends if we are killed."""
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SettingsError(
                f"port {port}: in use; stop what uses it or give another (--port, --mlflow-port, --pages-port)"
            ) from error


def _wait_until_open(child: subprocess.Popen[bytes], port: int) -> None:
    while child.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask each group to end, then make it: no process is left."""
    for child in children:
        _signal_group(child, signal.SIGINT)
    end = time.monotonic() + _GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        pass
