"""A home on Slurm and Postgres: 40 entries at once; and random parts of it are killed at random moments.

`CRYO_BENCH_KILLS` says how many times, 0 for not at all. Each run has to end finished, or with one clear failed step;
nothing is computed or submitted twice, and 90 s after the last has ended no job, process, lease, lock or slot is left.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from common import ROOT, Row

sys.path.insert(0, str(ROOT / "tests"))

import kills  # noqa: E402

from cryo_assets.graph.launch import instance_of  # noqa: E402

COUNT = int(os.environ.get("CRYO_BENCH_KILLS", "50"))
_AT_ONCE = 3
"""Runs that go on at any moment."""


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    lacking = kills.slurm.missing() or kills.postgres.missing()
    if lacking:
        missing.append(lacking)
        return
    with (
        tempfile.TemporaryDirectory(prefix="cryo-forty-") as folder,
        kills.served(Path(folder), _GPUS) as site,
    ):
        yield from _at_once(site)
    for seed in range(1, repeats + 1 if COUNT else 1):
        with tempfile.TemporaryDirectory(prefix="cryo-kills-") as folder, kills.served(Path(folder)) as site:
            yield from _one(site, seed)


_GPUS = kills.SITE + "- {of: maps/source, gpus: 1}\n"


def _at_once(site: kills.Site) -> Iterator[Row]:
    """Ask for 40 entries whose steps take one of two GPUs each; look at what the accounting says of every moment."""
    began = time.perf_counter()
    with instance_of(site.home) as instance:
        for _ in range(40):
            site.ask(instance, ["maps/source"])
        site.wait(lambda: not site.unfinished(), 3600)
    seconds = time.perf_counter() - began
    site.wait(lambda: not site.left(), 90)
    counted, wrong = site.ends()
    wrong += site.left()
    jobs = site.cluster.ended()
    scripts = [path.read_text() for path in site.home.dagster.glob("storage/*/jobs/*.sh")]
    assert len(jobs) == len(scripts) and all("--gres=gpu:1" in text for text in scripts), "a GPU a job"
    moments = sorted({job["StartTime"] for job in jobs})
    gpus, nodes = [], Counter[str]()
    for moment in moments:
        there = [job for job in jobs if job["StartTime"] <= moment < job["EndTime"]]
        gpus.append(len(there))
        for node, count in Counter(job["NodeList"] for job in there).items():
            nodes[node] = max(nodes[node], count)
    note = f"{dict(counted)}, {len(jobs)} jobs, {len(moments)} moments, most jobs on a node {dict(nodes)}"
    yield Row(
        "40 entries: most GPUs taken at a moment", max(gpus), "GPUs", bar="2", holds=max(gpus) == 2, note=note
    )
    yield Row("40 entries: faults", len(wrong), "faults", bar="0", holds=not wrong and counted["finished"] == 40,
              note="; ".join(wrong))  # fmt: skip
    yield Row("40 entries", seconds, "s")


def _one(site: kills.Site, seed: int) -> Iterator[Row]:
    which, done = random.Random(seed), Counter[str]()
    with instance_of(site.home) as instance:
        for _ in range(_AT_ONCE):
            site.ask(instance)
        site.wait(lambda: any(site.steps()), 300)
        while done.total() < COUNT:
            time.sleep(which.uniform(0, 12))
            what = which.choice(list(kills.KILLS))
            said = kills.KILLS[what](site, which)
            sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what}: {said}\n")
            done[what] += said != "nothing there"
            for _ in range(_AT_ONCE - site.unfinished()):
                site.ask(instance)
    sys.stderr.write("no more is killed\n")
    ended = site.wait(lambda: not site.unfinished(), 1200)
    clean = site.wait(lambda: not site.left(), 90)
    counted, wrong = site.ends()
    verified = subprocess.run(
        [sys.executable, "-m", "cryo_assets.cli", "verify", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    sound = bool(verified.stdout) and json.loads(verified.stdout)["sound"]
    wrong += [] if ended else ["runs go on"]
    wrong += [] if clean else site.left()
    wrong += [] if sound else [f"cryo verify: {verified.stdout} {verified.stderr}"]
    told = ", ".join(f"{what} {n}" for what, n in sorted(done.items()))
    yield Row(f"faults after {done.total()} kills, seed {seed}", len(wrong), "faults", bar="0", holds=not wrong,
              note=f"{told}; runs: {dict(counted)}" + (f"; wrong: {'; '.join(wrong)}" if wrong else ""))  # fmt: skip
