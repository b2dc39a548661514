"""MLflow's own database: made beside its place and renamed, so that a kill leaves none or a whole one.

MLflow makes it by some fifty changes one after the other, in seconds; one that was cut off is refused by MLflow for
ever. An older one is brought up to date in a copy, and one that cannot be is put aside, since nothing else rests on it.
"""

import logging
import os
import sqlite3
import subprocess
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cryo_assets.home import Home
from cryo_assets.store import postgres
from cryo_assets.store.disk import file_lock, flush
from cryo_assets.store.sqlite import cause, copy, faults_named, mark, mark_of, release_of, remove

if TYPE_CHECKING:
    from mlflow import MlflowClient

_LOG = logging.getLogger(__name__)


def ready(home: Home) -> None:
    """Make MLflow's database, or mend it; one that MLFLOW_TRACKING_URI names is left as it is."""
    if os.environ.get("MLFLOW_TRACKING_URI"):
        return
    if postgres.in_use():
        _in_postgres(home)
        return
    database, release = home.mlflow / "mlflow.db", release_of("mlflow")
    if mark_of(database) == release:
        return
    with file_lock(home.work / "locks" / "mlflow.lock"), faults_named(database):
        if mark_of(database) != release:
            _renew(database, release)


def _in_postgres(home: Home) -> None:
    """Have MLflow make its tables in Postgres, once for all hosts."""
    with postgres.opened("mlflow") as connection:
        if connection.execute("SELECT to_regclass('mlflow.alembic_version')").fetchone()[0]:
            return
    with postgres.held("mlflow"):
        postgres.make_schema("mlflow")
        silent_client()(tracking_uri=home.tracking_uri).search_experiments(max_results=1)


def _renew(database: Path, release: int) -> None:
    database.parent.mkdir(parents=True, exist_ok=True)
    for left in database.parent.glob(f"{database.name}.new-*"):  # by a process that was killed
        left.unlink(missing_ok=True)
    beside = _new_name(database)
    if not database.exists():
        _open(beside)
    elif not _updated(database, beside):
        remove(beside)
        beside = _new_name(database)
        _open(beside)
        aside = database.with_name(f"{database.name}.broken-{datetime.now(UTC):%Y%m%dT%H%M%S}")
        _LOG.warning("%s: half made or damaged; it is now %s, and a new one is made", database, aside.name)
        database.rename(aside)
        remove(database)
    mark(beside, release)
    flush(beside)
    beside.replace(database)
    flush(database.parent)


def _new_name(database: Path) -> Path:
    """Name that was not used before: MLflow keeps what it opened open, by name."""
    return database.with_name(f"{database.name}.new-{uuid.uuid4().hex}")


def _updated(database: Path, beside: Path) -> bool:
    """Whether a copy could be made that this release of MLflow takes; False where the database is past mending."""
    try:
        copy(database, beside)
        _open(beside)
        return True
    except Exception as error:
        found = cause(error)
        if found is not None and found.sqlite_errorcode & 0xFF not in _PAST_MENDING:
            raise  # the disk is full, say
        if found is not None:
            return False
    command = [sys.executable, "-m", "mlflow", "db", "upgrade", _uri(beside)]
    return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0


_PAST_MENDING = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""A change that was made already, a file that is damaged, and what is no database."""


def _open(database: Path) -> None:
    """Have MLflow make its tables where they are missing, and look whether it takes them."""
    silent_client()(tracking_uri=_uri(database)).search_experiments(max_results=1)


def silent_client() -> "type[MlflowClient]":
    """MLflow's client, which says nothing by itself: what it raises is told by whoever called it."""
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    for talker in ("mlflow", "alembic"):
        logging.getLogger(talker).setLevel(logging.WARNING)
    logging.getLogger("mlflow.store.db.utils").setLevel(logging.CRITICAL)  # whole traces of a full disk
    from mlflow import MlflowClient

    return MlflowClient


def _uri(database: Path) -> str:
    return f"sqlite:///{database}"
