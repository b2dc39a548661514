"""The inbox's sensor: a new or changed entry becomes a partition and a run."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import dagster as dg

from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import entries
from cryo_assets.graph.partitions import PARTITIONS
from cryo_assets.graph.records import under_way, up_to_date
from cryo_assets.home import Home
from cryo_assets.upkeep.budget import DayBudget
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import queue_of
from cryo_core.errors import CryoError

_TICK_SECONDS = 1.0
"""Time that a tick takes for looking into new entries; those left over wait for the next."""

_KEPT = 3


class Fingerprints:
    """The fingerprints that a tick left, in a file that the cursor names by its content.

    Dagster keeps the cursor of every tick: of thousands of entries it would grow by gigabytes a week.
    """

    def __init__(self, home: Home) -> None:
        self._folder = home.work / "inbox"

    def read(self, cursor: str | None) -> dict[str, str]:
        """Fingerprints that a cursor names; none where it names no file, and every entry is looked at anew."""
        try:
            plain = json.loads((self._folder / f"{cursor}.json").read_text())
        except (OSError, ValueError):
            return {}
        return plain if isinstance(plain, dict) else {}

    def write(self, fingerprints: dict[str, str]) -> str:
        """Keep fingerprints; the result is the cursor that names them."""
        text = json.dumps(fingerprints, sort_keys=True)
        cursor = hashlib.sha256(text.encode()).hexdigest()[:20]
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{cursor}.json"
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(text)
        partial.replace(path)
        for old in sorted(self._folder.glob("*.json"), key=_modified)[:-_KEPT]:
            old.unlink(missing_ok=True)
        return cursor


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@dataclass
class _Look:
    """A tick's look at the entries: their fingerprints `now`, what is new or `changed`, and what of it is `due`."""

    overview: Overview
    budget: DayBudget
    before: Mapping[str, str]
    done: Callable[[str, str], bool]
    now: dict[str, str] = field(default_factory=dict)
    changed: list[tuple[str, str]] = field(default_factory=list)
    due: list[tuple[str, str]] = field(default_factory=list)
    later: int = 0
    unpaid: int = 0

    def at(self, kind: str, name: str, late: bool) -> None:
        """Look at an entry; where the tick's time or the day's budget is spent, it is new or changed next time too."""
        key = f"{kind}/{name}"
        if late and key not in self.before:
            self.later += 1
            return
        fingerprint = self.overview.fingerprint(kind, name, self.before.get(key))
        if fingerprint == self.before.get(key):
            self.now[key] = fingerprint
        elif late or not self.budget.allows(kind):
            self.later, self.unpaid = self.later + late, self.unpaid + (not late)
            self.now |= {key: self.before[key]} if key in self.before else {}
        else:
            self.now[key] = fingerprint
            self.changed.append((kind, name))
            if not self.done(kind, name):
                self.budget.take(kind)
                self.due.append((kind, name))

    def words(self, among: str) -> str:
        """What is new or changed, in words; "" where nothing is."""
        words = [f"{self.later} new or changed entries are looked at next time"] if self.later else []
        words += (
            [f"{self.unpaid} entries wait: {self.budget.why} (watch.yaml: budget)"] if self.unpaid else []
        )
        words += [f"{len(self.changed)} new or changed among {among}"] if self.changed else []
        return "; ".join(words)


def inbox_sensor(
    steps: dict[str, Step], jobs: list[dg.JobDefinition], job_names: dict[str, str]
) -> dg.SensorDefinition:
    """Sensor that looks at the inbox every half minute; the cursor names a file of each entry's fingerprint."""

    @dg.sensor(
        name="inbox",
        jobs=jobs,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Adds a partition for each new entry of the inbox and runs it; again when its files change.",
    )
    def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        home = Home.from_environment()
        overview, upkeep = Overview(Planner(home, steps)), Upkeep.read(home)
        there = entries(home.inbox)
        before = Fingerprints(home).read(context.cursor)
        kinds = {name: kind for kind, name in there}
        budget = DayBudget(overview, upkeep, under_way(context.instance, "dagster/partition"), kinds)
        look = _Look(overview, budget, before, partial(_done, context, overview.planner))
        if {f"{kind}/{name}" for kind, name in there} - before.keys():
            budget.open()
        end = time.monotonic() + _TICK_SECONDS
        for kind, name in there:
            look.at(kind, name, late=time.monotonic() > end)
        requests = [
            dg.RunRequest(
                run_key=f"{kind}/{name}/{look.now[f'{kind}/{name}']}",
                partition_key=name if kind in PARTITIONS else None,
                job_name=job_names[kind],
                tags={"cryo/why": "changed" if f"{kind}/{name}" in before else "new in the inbox"},
            )
            for kind, name in look.due
        ]
        overview.save(kinds)
        queue_of(home).spend_runs(str(request.run_key) for request in requests)
        words = look.words(f"{len(there)} entries of {home.inbox}")
        if words:
            context.log.info(words)
        if look.now == before:
            return dg.SkipReason(words or f"nothing new among {len(there)} entries of {home.inbox}")
        return dg.SensorResult(
            run_requests=requests,
            skip_reason=None if requests else words or "an entry is gone",
            dynamic_partitions_requests=_partitions(look.changed),
            cursor=Fingerprints(home).write(look.now),
        )

    return inbox


def _partitions(entries: list[tuple[str, str]]) -> list[dg.AddDynamicPartitionsRequest]:
    """Requests to add the partitions of entries (kind, name), some of which may exist."""
    named = {kind: [name for k, name in entries if k == kind] for kind in PARTITIONS}
    return [PARTITIONS[kind].build_add_request(names) for kind, names in named.items() if names]


def _done(context: dg.SensorEvaluationContext, planner: Planner, kind: str, name: str) -> bool:
    """Whether a command already made everything of an entry; what is wrong with a broken one, its run will report."""
    if kind in PARTITIONS and not context.instance.has_dynamic_partition(kind, name):
        return False  # no run was ever of it: true of most of what is new, and quick to ask
    try:
        return up_to_date(context.instance, planner, name)
    except CryoError:
        return False
