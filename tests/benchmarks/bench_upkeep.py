"""The platform with thousands of entries: a plan, a tick of the inbox's sensor, and `cryo why`, of 5,000 entries.

The results are laid into the store without computing them, in the store's own form.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import dagster as dg
from common import ROOT, Row

sys.path.insert(0, str(ROOT / "tests"))

import tiny  # noqa: E402

from cryo_assets.assets import STEPS  # noqa: E402
from cryo_assets.definitions import defs  # noqa: E402
from cryo_assets.home import Home  # noqa: E402
from cryo_assets.overview import Overview  # noqa: E402
from cryo_assets.store import Check, Circumstances  # noqa: E402

ENTRIES = int(os.environ.get("CRYO_BENCH_ENTRIES", "5000"))


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    root = Path(tempfile.mkdtemp(prefix="cryo-bench-"))
    before = os.environ.get("CRYO_HOME")
    os.environ["CRYO_HOME"] = str(root)
    try:
        version = _fill(root)
        _plan()  # the first look writes the index
        yield _row("plan of all entries", [_timed(_plan) for _ in range(repeats)], 10.0)
        with dg.DagsterInstance.ephemeral() as instance:
            cursor = _tick(instance, None)
            yield _row(
                "tick of the inbox", [_timed(lambda: _tick(instance, cursor)) for _ in range(repeats)], 2.0
            )
        why = [sys.executable, "-m", "cryo_assets.cli", "why", version]
        call = partial(subprocess.run, why, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        yield _row("cryo why, a process", [_timed(call) for _ in range(repeats)], 1.0)
    finally:
        os.environ.pop("CRYO_HOME")
        if before is not None:
            os.environ["CRYO_HOME"] = before
        shutil.rmtree(root, ignore_errors=True)


def _row(what: str, seconds: list[float], bar: float) -> Row:
    best = min(seconds)
    return Row(
        f"{what}, {ENTRIES} entries", best, "s", bar=f"≤ {bar:g} s", holds=best <= bar, runs={"ours": seconds}
    )


def _timed(call: object) -> float:
    began = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - began


def _plan() -> None:
    found = dict(Overview(tiny.planner()).plans())
    assert len(found) == ENTRIES and not any(isinstance(rows, Exception) for rows in found.values())


def _tick(instance: dg.DagsterInstance, cursor: str | None) -> str | None:
    sensor = defs.get_sensor_def("inbox")
    while True:  # until every entry is known; what is measured is a tick that finds nothing new
        result = sensor(dg.build_sensor_context(instance=instance, cursor=cursor))
        if isinstance(result, dg.SkipReason):
            return cursor
        cursor = result.cursor


def _fill(root: Path) -> str:
    """Put entries of both kinds into the inbox, and all their results into the store; give one version."""
    home = Home(root)
    home.create()
    (root / "watch.yaml").write_text(f"budget: {{runs: {10 * ENTRIES}}}\n")
    made = [tiny.add_dataset(root, "proto"), tiny.add_map(root, "proto-map")]
    protos = [shutil.move(folder, root / folder.name) for folder in made]
    for i in range(ENTRIES):
        shutil.copytree(protos[i % 2], home.inbox / f"e{i:05d}")
    time.sleep(1.1)
    planner = tiny.planner()
    flush, os.fsync = os.fsync, lambda descriptor: None
    try:
        for i in range(ENTRIES):
            for row in planner.rows(f"e{i:05d}"):
                if row.recipe is not None:
                    with planner.store.draft(row.recipe) as draft:
                        (draft.folder / "out.txt").write_text(row.version)
                        checks = tuple(Check(name, True, "fine") for name in STEPS[row.asset].checks)
                        draft.finish(
                            {"n": 1.0}, "n", checks, {}, Circumstances(created="2026-01-01", seconds=1.0)
                        )
                        last = row.version
    finally:
        os.fsync = flush
    return last
