"""The inbox's sensor: a new or changed entry becomes a partition and a run."""

import hashlib
import json
import os
import time
from pathlib import Path

import dagster as dg

from cryo_assets.conditions import SENSOR
from cryo_assets.home import Home
from cryo_assets.overview import Overview
from cryo_assets.partitions import PARTITIONS
from cryo_assets.plan import Planner
from cryo_assets.records import running_sensor, under_way, up_to_date
from cryo_assets.reprocess import Purse
from cryo_assets.settings import entries
from cryo_assets.step import Step
from cryo_assets.upkeep import Upkeep
from cryo_assets.watch_queue import queue_of
from cryo_core.errors import CryoError

_TICK_SECONDS = 1.0
"""Time that a tick takes for looking into new entries; those left over wait for the next."""

_KEPT = 3


class Known:
    """The fingerprints that a tick left, in a file that the cursor names by its content.

    Dagster keeps the cursor of every tick: of thousands of entries it would grow by gigabytes a week.
    """

    def __init__(self, home: Home) -> None:
        self._folder = home.work / "inbox"

    def read(self, cursor: str | None) -> dict[str, str]:
        """Give what a cursor names; nothing where it is not there, and every entry is looked at anew."""
        try:
            plain = json.loads((self._folder / f"{cursor}.json").read_text())
        except (OSError, ValueError):
            return {}
        return plain if isinstance(plain, dict) else {}

    def write(self, known: dict[str, str]) -> str:
        """Keep fingerprints; give the cursor that names them."""
        text = json.dumps(known, sort_keys=True)
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


def inbox_sensor(
    steps: dict[str, Step], jobs: list[dg.JobDefinition], job_names: dict[str, str]
) -> dg.SensorDefinition:
    """Watch the inbox every half minute; the cursor names a file of each entry's fingerprint."""

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
        before = Known(home).read(context.cursor)
        automated = running_sensor(context.instance, SENSOR)
        purse = Purse(
            overview,
            upkeep,
            under_way(context.instance, "dagster/partition"),
            {name: kind for kind, name in there},
        )
        now: dict[str, str] = {}
        changed: list[tuple[str, str]] = []
        requests: list[dg.RunRequest] = []
        paid: list[str] = []
        if any(f"{kind}/{name}" not in before for kind, name in there):
            purse.open()
        later, unpaid, end = 0, 0, time.monotonic() + _TICK_SECONDS
        for kind, name in there:
            key = f"{kind}/{name}"
            late = time.monotonic() > end
            if late and key not in before:
                later += 1
                continue
            seen = overview.fingerprint(kind, name, before.get(key))
            if seen == before.get(key):
                now[key] = seen
                continue
            if late or not purse.allows(kind):
                later, unpaid = (later + 1, unpaid) if late else (later, unpaid + 1)
                now |= {key: before[key]} if key in before else {}
                continue
            now[key] = seen
            changed.append((kind, name))
            if _done(context, overview.planner, kind, name):
                continue
            purse.take(kind)
            paid.append(f"{key}/{seen}")
            if automated and key not in before:
                continue  # a new partition is all that the conditions need; a changed file they would not see
            requests.append(
                dg.RunRequest(
                    run_key=paid[-1],
                    partition_key=name if kind in PARTITIONS else None,
                    job_name=job_names[kind],
                )
            )
        overview.save({name for _, name in there})
        queue_of(home).spend_runs(paid)
        words = _words(later, unpaid, purse, len(changed), f"{len(there)} entries of {home.inbox}")
        for line in words:
            context.log.info(line)
        if now == before:
            return dg.SkipReason(
                "; ".join(words) or f"nothing new among {len(there)} entries of {home.inbox}"
            )
        return dg.SensorResult(
            run_requests=requests,
            skip_reason=None if requests else "; ".join(words) or "an entry is gone",
            dynamic_partitions_requests=_partitions(changed),
            cursor=Known(home).write(now),
        )

    return inbox


def _partitions(entries: list[tuple[str, str]]) -> list[dg.AddDynamicPartitionsRequest]:
    """Ask for partitions of entries (kind, name), which may be there."""
    named = {kind: [name for k, name in entries if k == kind] for kind in PARTITIONS}
    return [PARTITIONS[kind].build_add_request(names) for kind, names in named.items() if names]


def _words(later: int, unpaid: int, purse: Purse, changed: int, among: str) -> list[str]:
    """Say what a tick found; nothing where nothing is new."""
    words = [f"{later} new or changed entries are looked at next time"] if later else []
    words += [f"{unpaid} entries wait: {purse.why} (watch.yaml: budget)"] if unpaid else []
    return words + ([f"{changed} new or changed among {among}"] if changed else [])


def _done(context: dg.SensorEvaluationContext, planner: Planner, kind: str, name: str) -> bool:
    """Tell whether a command already made everything of an entry; of a broken one its run shall tell."""
    if kind in PARTITIONS and not context.instance.has_dynamic_partition(kind, name):
        return False  # no run ever knew it: that is most of what is new, and told in no time
    try:
        return up_to_date(context.instance, planner, name)
    except CryoError:
        return False
