"""The inbox's sensor: a new or changed entry becomes a partition, and a question or, where it may, a run."""

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import dagster as dg

from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, entries, read_manifest
from cryo_assets.graph.partitions import PARTITIONS
from cryo_assets.graph.pools import end_dead_runs
from cryo_assets.graph.records import entries_of, runs_of, runs_under_way, up_to_date
from cryo_assets.home import Home, is_name
from cryo_assets.upkeep.budget import DayBudget
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import queue_of
from cryo_core.errors import CryoError

_TICK_SECONDS = 1.0
"""Time that a tick takes for looking into new entries; those left over wait for the next."""

_KEPT = 3

_BROKEN = "broken"


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

    def since(self, cursor: str | None) -> datetime:
        """When they were kept, and a minute earlier, as runs may begin while a tick looks."""
        return datetime.fromtimestamp(_modified(self._folder / f"{cursor}.json") / 1e9 - 60, UTC)

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


@dataclass(frozen=True)
class Records:
    """What Dagster's records say of entries."""

    instance: dg.DagsterInstance
    planner: Planner

    @cached_property
    def _known(self) -> set[str]:
        """The entries that may have been run: those that are partitions, and training."""
        return {TRAINING}.union(*(self.instance.get_dynamic_partitions(kind) for kind in PARTITIONS))

    def last_run(self, name: str) -> int | None:
        """When the last run of an entry was asked for (ns since 1970), however it ended."""
        if name not in self._known:
            return None  # true of most of what is new
        last = self.instance.get_run_records(runs_of(name), limit=1)
        return int(last[0].create_timestamp.timestamp() * 1e9) if last else None

    def asked(self, since: datetime) -> set[str]:
        """The entries of all runs that were asked for since then."""
        return entries_of(self.instance.get_runs(dg.RunsFilter(created_after=since)))

    def done(self, name: str) -> bool:
        """Whether a command already made everything of an entry."""
        try:
            return name in self._known and up_to_date(self.instance, self.planner, name)
        except CryoError:
            return False


@dataclass
class _Look:
    """A tick's look at the entries: their fingerprints `now`, what is new or `changed`, and what of it is `due`.

    What nobody has asked for waits, with "new?" or "changed?" before its fingerprint. `busy` are entries of runs under
    way, `asked` those of runs since the last tick that found something.
    """

    overview: Overview
    budget: DayBudget
    before: Mapping[str, str]
    busy: Set[str]
    asked: Set[str]
    records: Records
    auto: bool
    now: dict[str, str] = field(default_factory=dict)
    changed: list[tuple[str, str]] = field(default_factory=list)
    due: list[tuple[str, str]] = field(default_factory=list)
    questions: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    later: int = 0
    unpaid: int = 0

    def at(self, kind: str, name: str, late: bool) -> None:
        """Look at an entry; where the tick's time or the day's budget is spent, it is new or changed next time too."""
        key = f"{kind}/{name}"
        before = self.before.get(key, "")
        if late and not before:
            self.later += 1
            return
        waited, _, seen = before.rpartition("?")
        fingerprint = self.overview.fingerprint(kind, name, seen or None)
        if fingerprint == seen and not (waited and (self.auto or name in self.asked)):
            self.now[key] = before
            if waited == _BROKEN:
                self._question(name, "new")  # says what is wrong
            elif waited:
                self.questions.setdefault(waited, []).append(name)
        elif late:
            self.later += 1
            self.now[key] = before
        elif name not in self.busy:  # else it is as new when its run has ended
            self._decide(kind, name, fingerprint, before)

    def _decide(self, kind: str, name: str, fingerprint: str, before: str) -> None:
        """Whether an entry that is not as it was last run is run now, or waits to be asked for."""
        key, waits = f"{kind}/{name}", before.endswith(f"?{fingerprint}")
        asked = None if waits and name not in self.asked else self.records.last_run(name)
        since = asked is not None and asked >= self.overview.changed_ns(kind, name)
        if since or (not waits and self.records.done(name)):
            # A run asked for once runs once, and what failed is not tried as it is.
            self.now[key] = fingerprint
            self.changed.append((kind, name))
        elif why := self._question(name, "changed" if asked or before.startswith("changed?") else "new"):
            self.now[key] = f"{why}?{fingerprint}"
            self.changed += [] if waits else [(kind, name)]
        elif not self.budget.allows(kind):
            self.unpaid += 1
            self.now |= {key: before} if before else {}
        else:
            self.now[key] = fingerprint
            self.changed.append((kind, name))
            self.budget.take(kind)
            self.due.append((kind, name))

    def _question(self, name: str, why: str) -> str:
        """Why an entry waits to be asked for: it is new, changed or broken; "" if it runs by itself."""
        try:
            if self.auto or read_manifest(self.overview.planner.home.inbox, name)[1].auto:
                return ""
        except CryoError as error:
            self.faults.append(str(error))
            return _BROKEN
        self.questions.setdefault(why, []).append(name)
        return why

    def words(self, among: str) -> str:
        """What is new or changed, in words; "" where nothing is."""
        words = [f"{kind}: run? {_some(names)}" for kind, names in self.questions.items()]
        words += [_HOW] if words else []
        words += [f"cannot be read: {fault}" for fault in self.faults[:3]]
        words += [f"{self.later} new or changed entries are looked at next time"] if self.later else []
        words += (
            [f"{self.unpaid} entries wait: {self.budget.why} (watch.yaml: budget)"] if self.unpaid else []
        )
        words += [f"{len(self.changed)} new or changed among {among}"] if self.changed else []
        return "; ".join(words)


_HOW = "`cryo run NAME` runs one; `auto: true`, in its manifest or in watch.yaml for all, does without asking"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")


def inbox_sensor(
    steps: Mapping[str, Step], jobs: list[dg.JobDefinition], job_names: dict[str, str]
) -> dg.SensorDefinition:
    """Sensor that looks at the inbox every half minute; the cursor names a file of each entry's fingerprint."""

    @dg.sensor(
        name="inbox",
        jobs=jobs,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Adds a partition for each new entry of the inbox, and asks whether it is to be run; runs it, and "
        "again when its files change, where its manifest or watch.yaml says `auto: true`.",
    )
    def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        home, instance = Home.from_environment(), context.instance
        overview, upkeep = Overview(Planner(home, steps)), Upkeep.read(home)
        there = [(kind, name) for kind, name in entries(home.inbox) if is_name(name)]
        before = Fingerprints(home).read(context.cursor)
        end_dead_runs(instance)
        busy = entries_of(runs_under_way(instance))
        budget = DayBudget(overview, upkeep, busy, {name: kind for kind, name in there})
        records = Records(instance, overview.planner)
        asked = records.asked(Fingerprints(home).since(context.cursor)) if before else set[str]()
        look = _Look(overview, budget, before, busy, asked, records, upkeep.auto)
        if {f"{kind}/{name}" for kind, name in there} - before.keys():
            budget.open()
        end = time.monotonic() + _TICK_SECONDS
        for kind, name in there:
            look.at(kind, name, late=time.monotonic() > end)
        requests = [_request(look, kind, name, job_names[kind]) for kind, name in look.due]
        overview.save({name for _, name in there})
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


def _request(look: _Look, kind: str, name: str, job: str) -> dg.RunRequest:
    key = f"{kind}/{name}"
    return dg.RunRequest(
        run_key=f"{key}/{look.now[key]}",
        partition_key=name if kind in PARTITIONS else None,
        job_name=job,
        tags={"cryo/why": "changed" if key in look.before else "new in the inbox"},
    )


def _partitions(entries: list[tuple[str, str]]) -> list[dg.AddDynamicPartitionsRequest]:
    """Requests to add the partitions of entries (kind, name), some of which may exist."""
    named = {kind: [name for k, name in entries if k == kind] for kind in PARTITIONS}
    return [PARTITIONS[kind].build_add_request(names) for kind, names in named.items() if names]
