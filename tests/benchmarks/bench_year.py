"""A year of daily runs of ten entries: what each run leaves behind, and what is left of it all after `retention`.

One map is run in this process, and once more by the servers, with a process a step, as schedules run entries. The
records of that run in Dagster and MLflow, its logs and its results are then copied, with other names, days and
versions, until they are those of a year in which each of ten entries was computed anew every day.
"""

import dataclasses
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import tiny
from common import ROOT, Row, timed

from cryo_assets.engine import mlflow_database
from cryo_assets.graph.launch import Outcome, instance_of
from cryo_assets.graph.launch import run as launch
from cryo_assets.home import Home
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import MANIFEST, Artifact
from cryo_assets.upkeep.config import Retention
from cryo_assets.upkeep.retention import prune

DAYS = int(os.environ.get("CRYO_BENCH_DAYS", "365"))
ENTRIES = 10

_RECORDS = ("dagster", "mlflow", "work")


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    root = Path(tempfile.mkdtemp(prefix="cryo-bench-"))
    before = {name: os.environ.pop(name, None) for name in ("CRYO_HOME", "DAGSTER_HOME")}
    os.environ["CRYO_HOME"] = str(root)
    try:
        yield from measured(Home(root), repeats)
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        shutil.rmtree(root, ignore_errors=True)


def measured(home: Home, repeats: int) -> Iterator[Row]:
    for number in range(ENTRIES):
        tiny.add_map(home.root, f"entry{number}")
    with instance_of(home):
        mlflow_database.ready(home)
    empty = _left(home)
    outcome = launch(home, "entry0", tiny.QUIET)
    yield from _of_one(outcome, empty, _left(home), "in one process")
    tiny.change(
        home.root / "inbox" / "entry0" / "map.yaml", resolution_angstrom=5.0
    )  # that all is made again
    with _served(home) as (fresh, _):
        first = _commands(repeats)
        empty = _left(home)
        outcome = launch(home, "entry0", tiny.QUIET, here=False)
        yield from _of_one(outcome, empty, _left(home), "with a process a step")
    live_a_year(home, outcome.artifacts)
    total = _bytes_of_records(home)
    yield Row(f"records of {DAYS * ENTRIES} runs, nothing removed", total / 1e9, "GB")
    yield from _retained(home, "of a year at once")
    live_a_day(home, outcome.artifacts)
    yield from _retained(home, "of one more day")
    for name in _RECORDS:
        yield Row(f"{name} after retention", _bytes(home.root / name) / 1e9, "GB")
    kept = sum(path.stat().st_size for path in (home.store / ".pruned").rglob(MANIFEST))
    yield Row("recipes of versions that went", kept / 1e9, "GB")
    yield from _answers(home, fresh, first, repeats)


def _left(home: Home) -> dict[str, int]:
    """Bytes of the records of each kind; those of Dagster by what they are."""
    logs = sum(path.stat().st_size for path in home.dagster.glob("storage/*/compute_logs/*"))
    return {name: _bytes(home.root / name) for name in _RECORDS} | {"logs of steps": logs}


def _of_one(outcome: Outcome, before: Mapping[str, int], after: Mapping[str, int], how: str) -> Iterator[Row]:
    """What a run left."""
    assert not outcome.failures
    for name, count in after.items():
        results = f"{len(outcome.computed)} results"
        yield Row(f"{name}: what one run leaves {how}, {results}", (count - before[name]) / 1e6, "MB")


def _retained(home: Home, what: str) -> Iterator[Row]:
    """Prune as the schedule `retention` does, and measure it."""
    kept = Retention()
    with instance_of(home) as instance:
        arguments = (tiny.planner(), instance, kept.keep, kept.days, kept.runs_days, False, kept.records_gb)
        gone = []
        seconds = timed(lambda: gone.append(prune(*arguments)))
        runs = len(instance.get_runs())
    said = gone[0]
    note = f"{len(said.versions)} versions, {len(said.dagster_runs)} and {len(said.mlflow_runs)} runs"
    yield Row(f"retention {what}", seconds, "s", note=note)
    total = _bytes_of_records(home)
    yield Row(
        f"records after retention {what}",
        total / 1e9,
        "GB",
        bar="≤ 2 GB",
        holds=total <= 2e9,
        note=f"{runs} runs of Dagster",
    )


def _answers(home: Home, fresh: float, first: Mapping[str, list[float]], repeats: int) -> Iterator[Row]:
    """How long commands, start-up and pages take with what is left of the year."""
    for words, seconds in _commands(repeats).items():
        best = min(seconds)
        note = f"with one run of each entry {min(first[words]):.3g} s"
        yield Row(f"{words}, CPU", best, "s", bar="≤ 2 s", holds=best <= 2.0, note=note)
    with _served(home) as (seconds, ports):
        more = seconds - fresh
        note = f"{seconds:.3g} s, of a home with one run {fresh:.3g} s"
        yield Row("cryo up, longer than at first by", more, "s", bar="≤ 2 s", holds=more <= 2.0, note=note)
        for what, address, body in _pages(*ports):
            _fetch(address, body)
            yield _within(what, [timed(partial(_fetch, address, body)) for _ in range(repeats)])


def _commands(repeats: int) -> dict[str, list[float]]:
    """Seconds of CPU of commands: of the clock a machine that does other things tells less."""
    seconds: dict[str, list[float]] = {}
    for words in ("list", "show entry0", "show entry0 maps/resampled", "plan"):
        command = [sys.executable, "-m", "cryo_assets.cli", *words.split()]
        for _ in range(repeats):
            before = os.times()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            seconds.setdefault(f"cryo {words}", []).append(used)
    return seconds


def _pages(pages: int, dagster: int, mlflow: int) -> Iterator[tuple[str, str, object]]:
    """(what, address, what is sent) of pages that people open."""
    ours = f"http://127.0.0.1:{pages}/api/entries"
    yield "page of all entries", ours, None
    yield "page of an entry", f"{ours}/entry0", None
    yield "state of an entry", f"{ours}/entry0/state", None
    graphql = f"http://127.0.0.1:{dagster}/graphql"
    for what, query in _GRAPHQL.items():
        yield f"Dagster: {what}", graphql, {"query": query}
    searched = {"experiment_ids": ["1"], "max_results": 100}
    yield "MLflow: runs", f"http://127.0.0.1:{mlflow}/api/2.0/mlflow/runs/search", searched


_GRAPHQL = {
    "runs": "{runsOrError(limit: 25) {... on Runs {count results {runId status startTime tags {key value}}}}}",
    "an asset": '{assetOrError(assetKey: {path: ["maps", "resampled"]}) {... on Asset {assetMaterializations('
    "limit: 100) {runId timestamp partition metadataEntries {label}}}}}",
    "automation": '{sensorsOrError(repositorySelector: {repositoryName: "__repository__", '
    'repositoryLocationName: "cryo"}) {... on Sensors {results {name sensorState {status ticks(limit: 30) '
    "{timestamp status skipReason}}}}}}",
}


def _fetch(address: str, body: object) -> None:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        said = json.loads(answer.read())
    assert "errors" not in said, said


@contextmanager
def _served(home: Home) -> Iterator[tuple[float, list[int]]]:
    """`cryo up`: how long it took to serve, and its ports."""
    with socket.socket() as one, socket.socket() as two, socket.socket() as three:
        for probe in (one, two, three):
            probe.bind(("127.0.0.1", 0))
        ports = [probe.getsockname()[1] for probe in (one, two, three)]
    options = zip(("--pages-port", "--port", "--mlflow-port"), map(str, ports), strict=True)
    command = [sys.executable, "-m", "cryo_assets.cli", "up", *(word for pair in options for word in pair)]
    environment = {name: value for name, value in os.environ.items() if name != "DAGSTER_HOME"}
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "Ctrl-C stops all" in line, line
        yield time.perf_counter() - began, ports
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def _within(what: str, seconds: list[float]) -> Row:
    best = min(seconds)
    return Row(what, best, "s", bar="≤ 2 s", holds=best <= 2.0, runs={"ours": seconds})


def live_a_year(home: Home, made: Mapping[str, Artifact]) -> None:
    """Copy the records and results of the one run that there is until they are those of all days and entries."""
    today = datetime.now(UTC)
    with _copying(home) as copy:
        for day in range(DAYS, -1, -1):
            for number in range(ENTRIES):
                if day or number:  # the first run is one of them
                    entry, when = f"entry{number}", today - timedelta(days=day)
                    copy.write(entry, when, lay_results(home, made, entry, day, when))


def live_a_day(home: Home, made: Mapping[str, Artifact]) -> None:
    """Copy the run once more for each entry, of settings that were not used yet."""
    when = datetime.now(UTC)
    with _copying(home) as copy:
        for number in range(ENTRIES):
            copy.write(f"entry{number}", when, lay_results(home, made, f"entry{number}", DAYS + 1, when))


def lay_results(
    home: Home, made: Mapping[str, Artifact], entry: str, day: int, when: datetime
) -> dict[str, str]:
    """Lay an entry's results of a day into the store, its files shared; give the new versions by the old ones.

    Sources are the same on each day; on day 0 the rest is what the manifest asks for.
    """
    versions = {}
    for key, artifact in made.items():
        recipe = artifact.recipe
        inputs = {name: versions.get(old, old) for name, old in recipe.inputs.items()}
        facts = dict(recipe.facts) | ({"day": day} if day and recipe.inputs else {})
        new: Recipe = dataclasses.replace(recipe, partition=entry, inputs=inputs, facts=facts)
        versions[artifact.version] = new.version
        folder = home.store / key / entry / new.version
        if folder.exists():
            continue
        for name in artifact.files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(artifact.folder / name, folder / name)
        folder.mkdir(parents=True, exist_ok=True)
        created = when.isoformat(timespec="microseconds")
        circumstances = dataclasses.replace(artifact.made, created=created, entry=entry)
        plain = dataclasses.replace(artifact, recipe=new, made=circumstances).as_plain()
        (folder / MANIFEST).write_text(json.dumps(plain, indent=1) + "\n")
    return versions


class Copying:
    """Copies of one run's records in all databases."""

    def __init__(self, home: Home, connections: Mapping[str, sqlite3.Connection]) -> None:
        self._home = home
        self._run = (
            connections["runs"].execute("SELECT run_id FROM runs ORDER BY id DESC LIMIT 1").fetchone()[0]
        )
        mlflow = connections["mlflow"]
        tracked = mlflow.execute(
            "SELECT run_uuid FROM tags WHERE key = 'dagster.run_id' AND value = ?", (self._run,)
        )
        self._own = [Records(connections[name], "run_id", self._run) for name in ("runs", "index")]
        self._metrics = [Records(mlflow, "run_uuid", name) for (name,) in tracked.fetchall()]

    def write(self, entry: str, when: datetime, versions: Mapping[str, str]) -> None:
        """Write them once more, of an entry, a time and other versions."""
        new = str(uuid.uuid4())
        words = {self._run: new, "entry0": entry}
        for records in self._own:
            records.write(new, words, when)
        of_versions = {old: now for old, now in versions.items() if old != now}
        for records in self._metrics:
            records.write(uuid.uuid4().hex, words | of_versions, when)
        folder, logs = self._home.dagster / "history/runs", self._home.dagster / "storage"
        shutil.copyfile(folder / f"{self._run}.db", folder / f"{new}.db")
        if (logs / self._run).exists():
            shutil.copytree(logs / self._run, logs / new)


@contextmanager
def _copying(home: Home) -> Iterator[Copying]:
    with (
        closing(sqlite3.connect(home.dagster / "history/runs.db")) as runs,
        closing(sqlite3.connect(home.dagster / "history/runs/index.db")) as index,
        closing(sqlite3.connect(home.mlflow / "mlflow.db")) as mlflow,
    ):
        connections = {"runs": runs, "index": index, "mlflow": mlflow}
        yield Copying(home, connections)
        for connection in connections.values():
            connection.commit()


class Records:
    """The rows of one run in every table of a database, to be written again with other words and at another time."""

    def __init__(self, connection: sqlite3.Connection, key: str, run: str) -> None:
        self._connection, self._run = connection, run
        self._rows: list[tuple[str, list[str], list[tuple]]] = []
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            copied = [name for name in columns if name != "id"]
            if key in columns:
                query = f"SELECT {', '.join(copied)} FROM {table} WHERE {key} = ?"
                self._rows.append((table, copied, connection.execute(query, (run,)).fetchall()))

    def write(self, new: str, words: dict[str, str], when: datetime) -> None:
        words = {self._run: new} | words
        for table, columns, rows in self._rows:
            values = [[_value(*pair, words, when) for pair in zip(columns, row, strict=True)] for row in rows]
            marks = ", ".join("?" * len(columns))
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values
            )


def _value(name: str, value: object, words: dict[str, str], when: datetime) -> object:
    if name in ("create_timestamp", "update_timestamp") or name == "timestamp" and isinstance(value, str):
        return when.strftime("%Y-%m-%d %H:%M:%S.%f")
    if name in ("start_time", "end_time") and value is not None:
        return when.timestamp() if isinstance(value, float) else int(when.timestamp() * 1000)
    if isinstance(value, str):
        for old, new in words.items():
            value = value.replace(old, new)
        return value
    return value


def _bytes_of_records(home: Home) -> int:
    """Bytes of what Dagster, MLflow and we noted, and of the logs of servers."""
    return sum(_bytes(home.root / name) for name in _RECORDS) + sum(
        log.stat().st_size for log in home.root.glob("*.log*")
    )


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
