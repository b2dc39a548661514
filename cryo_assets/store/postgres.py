"""The state of a home in Postgres, where CRYO_DATABASE_URL names one: tables of ours, and locks between hosts.

A lock is a session's own in the database: it goes with the connection, and the server takes a connection for dead that
has not answered for some 45 seconds, so what a host that died held is free within a minute.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from cryo_assets.home import database_url, without_password
from cryo_core.errors import SettingsError, StoreError

_ALIVE = {"keepalives": 1, "keepalives_idle": 15, "keepalives_interval": 10, "keepalives_count": 3}
_ASKED = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"


class Connection:
    """A connection that takes the statements that SQLite takes: `?` for values, `with` for a transaction."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The cursor of a statement; its rows can be fetched, or gone through."""
        cursor = self._raw.cursor()
        cursor.execute(statement.replace("?", "%s"), tuple(values))
        return _Rows(cursor)

    def executemany(self, statement: str, rows: Any) -> None:
        """Do a statement once a row."""
        cursor = self._raw.cursor()
        cursor.executemany(statement.replace("?", "%s"), list(rows))

    def __enter__(self) -> "Connection":
        """Begin a transaction, which ends with the body."""
        self._raw.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._raw.__exit__(*error)


class _Rows:
    """The rows of a statement; none where it has none, as SQLite has it."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self.rowcount = cursor.rowcount

    def fetchall(self) -> list[Any]:
        """All rows."""
        return self._cursor.fetchall() if self._cursor.description else []

    def fetchone(self) -> Any:
        """The first row, or None."""
        return self._cursor.fetchone() if self._cursor.description else None

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchall())


def in_use() -> bool:
    """Whether the state lies in Postgres."""
    return bool(database_url())


@contextmanager
def opened(schema: str) -> Iterator[Connection]:
    """Connection to the tables of a schema, which is made if there is none."""
    with _connected(schema) as raw:
        yield Connection(raw)


@contextmanager
def held(name: str) -> Iterator[None]:
    """Hold a lock among all hosts; it goes with this process, however that ends."""
    with _session() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", (name,))
        yield


@contextmanager
def held_at_once(name: str) -> Iterator[bool]:
    """Hold a lock among all hosts where it is free; the value says whether it was."""
    with _session() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", (name,))
        yield bool(cursor.fetchone()[0])


_MADE: set[tuple[str, str]] = set()


def make_schema(schema: str, tables: str = "") -> None:
    """Make a schema and its tables, unless they are there; of several hosts at once one does."""
    if (database_url(), schema) in _MADE:
        return
    with held(f"schema {schema}"), _connected("") as raw:
        cursor = raw.cursor()
        cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        if tables:
            cursor.execute(f'SET search_path TO "{schema}"')
            cursor.execute(tables.replace(" WITHOUT ROWID", ""))
        raw.commit()
    _MADE.add((database_url(), schema))


def forget(schema: str) -> None:
    """Know of a schema no more: it was removed."""
    _MADE.discard((database_url(), schema))


@contextmanager
def _session() -> Iterator[Any]:
    """A cursor of a connection of its own that no transaction is open in."""
    with _connected("") as raw:
        raw.autocommit = True
        cursor = raw.cursor()
        cursor.execute(_ASKED)
        yield cursor


@contextmanager
def _connected(schema: str) -> Iterator[Any]:
    try:
        import psycopg2
    except ImportError as error:
        raise SettingsError(
            "CRYO_DATABASE_URL: Postgres needs two more packages; pip install 'cryo-assets[postgres]'"
        ) from error
    address, options = database_url(), f"-csearch_path={schema}" if schema else ""
    try:
        raw = psycopg2.connect(address, connect_timeout=20, options=options, **_ALIVE)
    except psycopg2.OperationalError as error:
        words = " ".join(str(error).split())
        raise StoreError(
            f"{without_password(address)}: cannot be reached ({words}); is the server up?"
        ) from error
    with closing(raw):
        yield raw
