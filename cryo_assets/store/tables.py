"""Tables that all hosts share: in a SQLite file of the home, or in Postgres."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryo_assets.store import postgres, sqlite

Connection = sqlite3.Connection | postgres.Connection


@contextmanager
def shared(database: Path, tables: str) -> Iterator[Connection]:
    """Open what a SQLite file of the home holds, or the schema of its name where Postgres does, for one transaction.

    Parameters
    ----------
    database
        The file.
    tables
        Statements that make the tables where they are missing.
    """
    if postgres.in_use():
        schema = schema_of(database)
        postgres.make_schema(schema, tables)
        with postgres.opened(schema) as connection, connection:
            yield connection
    else:
        with sqlite.opened(database) as own:
            own.executescript(tables)
            with own:
                yield own


def schema_of(database: Path) -> str:
    """The schema that holds what a SQLite file of the home else does."""
    return f"cryo_{database.stem}"
