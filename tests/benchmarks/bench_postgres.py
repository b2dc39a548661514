"""Thousands of data sets whose home keeps its state in Postgres: the move there, plans, ticks, and pages.

The home is that of `bench_upkeep`; one materialisation of each data set lies in Dagster's records.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import bench_upkeep
import bench_year
import dagster as dg
import postgres
import tiny
from bench_upkeep import ENTRIES
from common import ROOT, Row, timed

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.definitions import defs
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import DATABASE_VARIABLE, Home
from cryo_assets.upkeep.migrate import to_postgres
from cryo_assets.upkeep.sensors import reprocess_schedule


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    if postgres.missing():
        missing.append("postgres")
        return
    root = Path(tempfile.mkdtemp(prefix="cryo-bench-"))
    before = os.environ.get("CRYO_HOME")
    os.environ["CRYO_HOME"] = str(root / "home")
    try:
        (root / "home").mkdir()
        bench_upkeep.fill(root / "home")
        with postgres.running(root / "postgres") as address:
            _note_results(Home(root / "home"))
            os.environ[DATABASE_VARIABLE] = address
            moved = timed(partial(to_postgres, Home(root / "home"), tiny.QUIET))
            yield Row(f"cryo migrate postgres, {ENTRIES} data sets", moved, "s")
            yield from _measured(Home(root / "home"), repeats)
    finally:
        os.environ.pop(DATABASE_VARIABLE, None)
        os.environ.pop("CRYO_HOME")
        if before is not None:
            os.environ["CRYO_HOME"] = before
        shutil.rmtree(root, ignore_errors=True)


def _note_results(home: Home) -> None:
    """Have Dagster know of one result of each data set."""
    with instance_of(home) as instance:
        for name in _names():
            made = dg.AssetMaterialization(dg.AssetKey(["particles", "source"]), partition=name)
            instance.report_runless_asset_event(made)


def _names() -> list[str]:
    return [f"e{i:05d}" for i in range(ENTRIES)]


def _measured(home: Home, repeats: int) -> Iterator[Row]:
    bench_upkeep.plan()
    command = [sys.executable, "-m", "cryo_assets.cli", "plan"]
    plan = partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    yield _row("cryo plan, a process", [timed(plan) for _ in range(repeats)], 10.0)
    raising = [sys.executable, "-c", bench_upkeep._RAISING, "98.0", bench_upkeep.RAISED]
    plan = partial(subprocess.run, raising, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    yield _row("cryo plan, a process, after a code version was raised", [timed(plan)], 10.0)
    with instance_of(home) as instance:
        yield _row("first tick of the inbox", [timed(partial(bench_upkeep._tick_once, instance, None))], 2.0)
        cursor = bench_upkeep._tick(instance, None)
        ticks = [timed(partial(bench_upkeep._tick, instance, cursor)) for _ in range(repeats)]
        yield _row("tick of the inbox", ticks, 2.0)
        instance.add_dynamic_partitions("datasets", _names())  # after the first look, as the sensor has it
        for name in ("ended_rounds", "health"):
            sensor = defs.get_sensor_def(name)
            look = partial(_look, sensor, instance)
            yield _row(f"tick of {name}", [timed(look) for _ in range(repeats + 1)][1:], 2.0)
        schedule = reprocess_schedule(dict(STEPS))
        look = partial(schedule.evaluate_tick, dg.build_schedule_context(instance=instance))
        yield _row("tick of the schedule reprocess", [timed(look) for _ in range(repeats)], 10.0)
    with bench_year._served(home) as (seconds, ports):
        yield Row(f"cryo up, {ENTRIES} data sets", seconds, "s")
        for what, address, body in bench_year._pages(*ports):
            address = address.replace("entry0", "e00000")
            bench_year._fetch(address, body)
            yield _row(what, [timed(partial(bench_year._fetch, address, body)) for _ in range(repeats)], 1.0)


def _look(sensor: dg.SensorDefinition, instance: dg.DagsterInstance) -> None:
    sensor(dg.build_sensor_context(instance=instance))


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
