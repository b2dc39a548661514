"""The platform with thousands of entries: plans, ticks of what runs by itself, and `cryo why`, of 5,000 data sets.

Each data set asks for one round and has all its results, laid into the store without computing them, in the
store's own form; a tenth as many maps lie beside them. Importing the platform is not in the figures of a plan,
but in those of a process.
"""

import dataclasses
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import dagster as dg
from common import ROOT, Row

sys.path.insert(0, str(ROOT / "tests"))

import tiny  # noqa: E402
import twin as twins  # noqa: E402

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.definitions import defs  # noqa: E402
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.step import Step
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home  # noqa: E402
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import MANIFEST, Artifact, Check, Circumstances, Store, StoredFile
from cryo_assets.upkeep.queue import queue_of
from cryo_assets.upkeep.sensors import reprocess_schedule

ENTRIES = int(os.environ.get("CRYO_BENCH_ENTRIES", "5000"))

RAISED = "round_01/clusters"
"""The asset whose code version is raised: all data sets have it, and what rests on it."""


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    root = Path(tempfile.mkdtemp(prefix="cryo-bench-"))
    before = os.environ.get("CRYO_HOME")
    os.environ["CRYO_HOME"] = str(root)
    try:
        version, copied = fill(root)
        yield from measured(repeats, version, copied)
    finally:
        os.environ.pop("CRYO_HOME")
        if before is not None:
            os.environ["CRYO_HOME"] = before
        shutil.rmtree(root, ignore_errors=True)


def measured(repeats: int, version: str, copied: Path) -> Iterator[Row]:
    """Measure a home that was filled."""
    plan()  # the first look writes the index
    yield _row("plan of all entries", [_timed(plan) for _ in range(repeats)], 10.0)
    again = [_timed(partial(plan, _raised(f"99.{i}"), ENTRIES)) for i in range(repeats)]
    yield _row("plan after a code version was raised", again, 10.0)
    yield _row(
        "plan after one entry was run", [_timed(partial(_after_a_run, i)) for i in range(repeats)], 10.0
    )
    command = [sys.executable, "-m", "cryo_assets.cli"]
    call = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    yield _row(
        "cryo plan, a process", [_timed(lambda: call([*command, "plan"])) for _ in range(repeats)], 10.0
    )
    for what, keys in (("a code version was", [RAISED]), ("every code version was", list(STEPS))):
        raising = [sys.executable, "-c", _RAISING]
        seconds = [_timed(partial(call, [*raising, f"98.{i}", *keys])) for i in range(repeats)]
        yield _row(f"cryo plan, a process, after {what} raised", seconds, 10.0)
    with dg.DagsterInstance.ephemeral() as instance:
        first = [_timed(partial(_tick_once, instance, None)) for _ in range(repeats)]
        yield _row("first tick of the inbox", first, 2.0)
        cursor = _tick(instance, None)
        ticks = [_timed(lambda: _tick(instance, cursor)) for _ in range(repeats)]
        yield _row("tick of the inbox", ticks, 2.0)
        yield _row("tick of the watch", _ticks_of_the_watch(instance, repeats), 2.0)
        health = defs.get_sensor_def("health")
        ticks = [_timed(lambda: health(dg.build_sensor_context(instance=instance))) for _ in range(repeats)]
        yield _row("tick of the sensor of health", ticks, 2.0)
    with instance_of(Home.from_environment()) as instance:  # a schedule wants one that others can open
        schedule = reprocess_schedule(dict(STEPS))
        look = partial(schedule.evaluate_tick, dg.build_schedule_context(instance=instance))
        yield _row("tick of the schedule reprocess", [_timed(look) for _ in range(repeats)], 10.0)
    for what, target in (("a version", version), ("a copied file", str(copied))):
        seconds = [_timed(lambda: call([*command, "why", target])) for _ in range(repeats)]  # noqa: B023
        yield _row(f"cryo why of {what}, a process", seconds, 1.0)


_RAISING = """
import dataclasses, sys
from cryo_assets.assets import catalogue
from cryo_assets.cli.app import _run
catalogue.STEPS = dict(catalogue.STEPS)
for key in sys.argv[2:]:
    catalogue.STEPS[key] = dataclasses.replace(catalogue.STEPS[key], code_version=sys.argv[1])
sys.exit(_run(["plan"], False))
"""


def _ticks_of_the_watch(instance: dg.DagsterInstance, repeats: int) -> list[float]:
    """Time ticks over archives of which every entry was fetched; the wait between questions is not counted."""
    home, sensor = Home.from_environment(), defs.get_sensor_def("watch")
    with twins.running() as twin:
        document = twin.add_emdb(1000)
        for i in range(ENTRIES):
            twin.documents[f"/emdb/api/entry/EMD-{10000 + i}"] = document
        rule = {"name": "all", "archive": "emdb", "keywords": ["ribosome"], "backlog": True}
        kept = (home.root / "watch.yaml").read_text()
        twin.write_settings(home.root, watch=[rule])
        queue = queue_of(home)
        for i in range(ENTRIES):
            accession = f"EMD-{10000 + i}"
            queue.add(accession, "all", 0, 0.1, "2026-11-18T00:00:00", "", "")
            queue.set(accession, "fetched")
            queue.see("all", accession)
        seconds = []
        for _ in range(repeats + 1):
            began = time.perf_counter()
            sensor(dg.build_sensor_context(instance=instance))
            seconds.append(time.perf_counter() - began)
        (home.root / "watch.yaml").write_text(kept)
    return seconds[1:]  # the first looks at the one that is new


def _row(what: str, seconds: list[float], bar: float) -> Row:
    best = min(seconds)
    return Row(
        f"{what}, {ENTRIES} data sets",
        best,
        "s",
        bar=f"≤ {bar:g} s",
        holds=best <= bar,
        runs={"ours": seconds},
    )


def _timed(call: object) -> float:
    began = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - began


def _raised(version: str) -> dict[str, Step]:
    return dict(STEPS) | {RAISED: dataclasses.replace(STEPS[RAISED], code_version=version)}


def plan(steps: Mapping[str, Step] = STEPS, due: int = 0) -> None:
    found = dict(Overview(tiny.planner(dict(steps))).plans())
    assert len(found) == ENTRIES + ENTRIES // 10
    assert not any(isinstance(rows, Exception) for rows in found.values())
    assert sum(any(row.state == "compute" for row in rows) for rows in found.values()) == due  # type: ignore[union-attr]


def _after_a_run(number: int) -> None:
    """Plan with one result more than before."""
    store = Store(Home.from_environment().store, Home.from_environment().work)
    found = store.current("particles/source", f"e{number:05d}")
    assert found is not None
    _lay(store.root, dataclasses.replace(found.recipe, code_version="older"), "2025-01-01")
    plan()


def _tick(instance: dg.DagsterInstance, cursor: str | None) -> str | None:
    """Tick until every entry is known; give the cursor."""
    while True:
        result = _tick_once(instance, cursor)
        if isinstance(result, dg.SkipReason):
            return cursor
        cursor = result.cursor


def _tick_once(instance: dg.DagsterInstance, cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    return defs.get_sensor_def("inbox")(dg.build_sensor_context(instance=instance, cursor=cursor))


def fill(root: Path) -> tuple[str, Path]:
    """Put entries of both kinds into the inbox, their results into the store; give a version, and a copy of a file."""
    home = Home(root)
    home.create()
    (root / "watch.yaml").write_text(f"budget: {{runs: {10 * ENTRIES}}}\n")
    protos = [
        Path(shutil.move(folder, root / folder.name))
        for folder in (tiny.add_dataset(root, "proto", rounds=1), tiny.add_map(root, "proto-map"))
    ]
    for letter, proto, count in (("e", protos[0], ENTRIES), ("m", protos[1], ENTRIES // 10)):
        for i in range(count):
            shutil.copytree(proto, home.inbox / f"{letter}{i:05d}", copy_function=_placed)
    _remember_digests(home)
    time.sleep(1.1)
    for _, rows in Overview(tiny.planner()).plans():
        assert not isinstance(rows, Exception)
        for row in rows:
            if row.recipe is not None:
                made = _lay(home.store, row.recipe, "2026-01-01")
    copied = root / "copied.txt"
    shutil.copy(made.folder / "out.txt", copied)
    return made.version, copied


def _placed(source: str, target: str) -> None:
    """Copy what is small, link images."""
    (os.link if source.endswith(".mrcs") else shutil.copyfile)(source, target)


def _remember_digests(home: Home) -> None:
    """Write the digests of all files as `FileDigests` does, at once."""
    tiny.planner().digests.load()
    known: dict[tuple[int, int], str] = {}
    rows = []
    for path in sorted(home.inbox.rglob("*")):
        if path.is_file():
            status = path.stat()
            same = status.st_ino, status.st_size
            known[same] = known.get(same) or hashlib.sha256(path.read_bytes()).hexdigest()
            times = status.st_mtime_ns, status.st_ctime_ns
            rows.append((os.path.realpath(path), status.st_size, status.st_ino, *times, known[same]))
    with sqlite3.connect(home.work / "digests.sqlite") as connection:
        connection.executemany("INSERT OR REPLACE INTO digest VALUES (?,?,?,?,?,?)", rows)


def _lay(store: Path, recipe: Recipe, created: str) -> Artifact:
    """Write an artifact of a recipe into the store."""
    folder = store / recipe.asset / recipe.partition / recipe.version
    folder.mkdir(parents=True, exist_ok=True)
    text = recipe.version.encode()
    (folder / "out.txt").write_bytes(text)
    step = STEPS[recipe.asset]
    artifact = Artifact(
        folder,
        recipe,
        {"n": 1.0},
        "n",
        tuple(Check(name, True, "fine") for name in step.checks),
        {},
        {"out.txt": StoredFile(len(text), hashlib.sha256(text).hexdigest())},
        Circumstances(created=created, seconds=1.0),
    )
    (folder / MANIFEST).write_text(json.dumps(artifact.as_plain()))
    return artifact
