"""Dagster's own databases: made beside their place and renamed, so that a kill leaves none or whole ones.

Dagster makes each by many small changes. One that was cut off it takes for an old one, and leaves out what a new one
has from the start.
"""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, redirect_stdout
from pathlib import Path

from dagster import DagsterInstance

from cryo_assets.graph.dagster_private import wait_for_postgres
from cryo_assets.home import Home
from cryo_assets.store import postgres
from cryo_assets.store.disk import flush
from cryo_assets.store.sqlite import faults_named, mark, mark_of, opened, release_of, remove

_FILES = ("history/runs.db", "history/runs/index.db", "schedules/schedules.db")

_OWN = ("alembic_version", "secondary_indexes", "instance_info", "sqlite_sequence")
"""Tables that hold what Dagster knows of the database itself."""


def ready(home: Home) -> None:
    """Make Dagster's databases where they are missing, and mend those that were half made.

    Call it under the lock of Dagster's databases. Those of a DAGSTER_HOME of the user's own are left as they are.
    """
    if home.dagster != home.root / "dagster":
        return
    if postgres.in_use():
        wait_for_postgres()
        postgres.make_schema("dagster")  # Dagster makes its tables there by itself, all or none
        return
    release = release_of("dagster")
    todo = [name for name in _FILES if mark_of(home.dagster / name) != release]
    if not todo:
        return
    for left in home.dagster.glob(".new-*"):  # by a process that was killed
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=home.dagster, prefix=".new-") as folder:
        made = Path(shutil.copy(home.dagster / "dagster.yaml", folder)).parent
        with faults_named(home.dagster), DagsterInstance.local_temp(folder) as instance:
            instance.get_dynamic_partitions("datasets")
        unfinished = [name for name in todo if not _put(made / name, home.dagster / name, release)]
    if unfinished:  # of an older release, or it holds runs, so it cannot be made anew
        with redirect_stdout(sys.stderr), DagsterInstance.from_config(str(home.dagster)) as instance:
            instance.upgrade()
            instance.reindex()
        for name in unfinished:
            mark(home.dagster / name, release)


def _put(made: Path, database: Path, release: int) -> bool:
    """Put a new database into its place, unless a whole one, or one with records, is there; False: it wants mending."""
    if database.exists():
        if _shape(made) <= _shape(database):
            mark(database, release)
            return True
        if not _is_empty(database):
            return False
        remove(database)
    mark(made, release)
    flush(made)
    database.parent.mkdir(parents=True, exist_ok=True)
    made.replace(database)
    flush(database.parent)
    return True


def _shape(database: Path) -> set[str]:
    """What a database is made of, its own account of what was done to it included."""
    with opened(database) as connection:
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for table, column in (("secondary_indexes", "name"), ("alembic_version", "version_num")):
            if table in found:
                found |= {str(row[0]) for row in connection.execute(f"SELECT {column} FROM {table}")}  # noqa: S608
        return found


def _is_empty(database: Path) -> bool:
    """Whether nothing of anybody's is in it."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            tables = [
                name
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if name not in _OWN
            ]
            return not any(
                connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() for table in tables
            )  # noqa: S608
    except sqlite3.DatabaseError:
        return False
