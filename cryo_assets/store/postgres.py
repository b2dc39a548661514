"""The state of a home in Postgres, where CRYO_DATABASE_URL names one: tables of ours, and locks between hosts.

A lock is a session's own in the database: it goes with the connection, and the server takes a connection for dead that
has not answered for some 45 seconds, so what a host that died held is free within a minute. A server that restarts
forgets all locks: whoever held one takes it again at once, and whoever waited for one asks again some seconds later.
"""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any

from cryo_assets.home import database_url, without_password
from cryo_assets.processes import scheduler_job
from cryo_core.errors import SettingsError, StoreError

_PATIENCE_SECONDS = 90.0
"""How long a server that was reached before, and does not answer, is waited for: it may restart."""

_LOOK_SECONDS = 1.0
_TURN_SECONDS = 5.0
"""How long whoever waited for a lock lets its holder be first, once a server that restarted is there."""

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
    with _Lock(name) as lock:
        while not lock.take("pg_advisory_lock"):
            lock.reconnect()
            time.sleep(_TURN_SECONDS)
        yield


@contextmanager
def held_at_once(name: str) -> Iterator[bool]:
    """Hold a lock among all hosts where it is free; the value says whether it was."""
    with _Lock(name) as lock:
        yield lock.take("pg_try_advisory_lock")


class _WentAway(StoreError):
    """The server ended a connection: it restarts, or the network failed."""


class _Lock:
    """A lock, and the session that it is held in, which a thread looks after while it is held."""

    def __init__(self, name: str) -> None:
        self._name, self._raw = name, _connect("")
        self._ended, self._keeper = threading.Event(), threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> "_Lock":
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._keeper.ident:
            self._keeper.join()
        self._raw.close()

    def take(self, how: str) -> bool:
        """Ask for the lock by a function of Postgres; False if it is another's, or the server went away meanwhile."""
        try:
            taken = self._ask(how)
        except _WentAway:
            return False
        if taken:
            self._keeper.start()
        return taken

    def reconnect(self) -> None:
        """Open the session anew, once the server is there again."""
        self._raw.close()
        self._raw = _connect("")

    def _ask(self, how: str) -> bool:
        with _faults_named():
            self._raw.autocommit = True
            cursor = self._raw.cursor()
            cursor.execute(_ASKED)
            cursor.execute(f"SELECT {how}(hashtextextended(%s, 0))", (self._name,))
            return cursor.fetchone()[0] is not False

    def _keep(self) -> None:
        """See that the session is there; where the server forgot it, take the lock again."""
        while not self._ended.wait(_LOOK_SECONDS):
            try:
                with _faults_named():
                    self._raw.cursor().execute("SELECT 1")
            except Exception:  # whatever it is, the session is of no use any more
                self._take_again()

    def _take_again(self) -> None:
        while not self._ended.is_set():
            with suppress(StoreError):
                self.reconnect()
                while not self._ended.is_set():
                    if self._ask("pg_try_advisory_lock"):
                        return
                    self._ended.wait(_LOOK_SECONDS)


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
def _connected(schema: str) -> Iterator[Any]:
    with closing(_connect(schema)) as raw, _faults_named():
        yield raw


@contextmanager
def _faults_named() -> Iterator[None]:
    """Have a server that goes away be one clear error."""
    import psycopg2

    try:
        yield
    except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
        raise _WentAway(f"{without_password(database_url())}: went away ({_line(error)})") from error


_REACHED: set[str] = set()


def _connect(schema: str) -> Any:
    """A connection; a server that this process, or the run that its job is of, reached before is waited for."""
    try:
        import psycopg2
    except ImportError as error:
        raise SettingsError(
            "CRYO_DATABASE_URL: Postgres needs two more packages; pip install 'cryo-assets[postgres]'"
        ) from error
    address, options = database_url(), f"-csearch_path={schema}" if schema else ""
    patience = _PATIENCE_SECONDS if address in _REACHED or scheduler_job() else 0.0
    end = time.monotonic() + patience
    while True:
        try:
            raw = psycopg2.connect(address, connect_timeout=20, options=options, **_ALIVE)
            _REACHED.add(address)
            return raw
        except psycopg2.OperationalError as error:
            if time.monotonic() >= end:
                raise StoreError(
                    f"{without_password(address)}: cannot be reached ({_line(error)}); is the server up?"
                ) from error
        time.sleep(_LOOK_SECONDS)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
