"""What the plan found to be computed, put in order and held within the day's budget."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from cryo_assets.overview import Overview
from cryo_assets.plan import Row
from cryo_assets.store_index import Entry
from cryo_assets.upkeep import Upkeep
from cryo_assets.watch_queue import Queue
from cryo_core.errors import CryoError

_UNKNOWN_SECONDS = 60.0
"""Guess for an asset that nobody has made yet."""


@dataclass(frozen=True)
class Due:
    """An entry with assets to compute: which, why, and how long it took the last time."""

    name: str
    kind: str
    assets: tuple[str, ...]
    why: tuple[str, ...]
    seconds: float
    gpu_seconds: float
    rank: int
    key: str
    """Changes when what is to be computed changes: what failed is not tried again as it is."""


@dataclass(frozen=True)
class Left:
    """What is left of the day's budget."""

    runs: int
    gpu_hours: float


def dues(overview: Overview, upkeep: Upkeep) -> tuple[list[Due], dict[str, CryoError]]:
    """Plan every entry; give what is to be done, first things first, then the cheapest, and what cannot be planned."""
    entries = overview.index.entries()
    costs = _costs(entries)
    steps = overview.planner.steps
    found: list[Due] = []
    faults: dict[str, CryoError] = {}
    for name, rows in overview.plans():
        if isinstance(rows, CryoError):
            faults[name] = rows
            continue
        due = [row for row in rows if row.state == "compute"]
        if not due or any(word in name for word in upkeep.reprocess.never):
            continue
        seconds = {row.asset: _cost(costs, row) for row in due}
        found.append(
            Due(
                name=name,
                kind=steps[due[0].asset].partition,
                assets=tuple(row.asset for row in due),
                why=tuple(f"{row.asset}: {'; '.join(row.why)}" for row in due),
                seconds=sum(seconds.values()),
                gpu_seconds=sum(s for asset, s in seconds.items() if steps[asset].pool == "gpu"),
                rank=_rank(name, upkeep.reprocess.first),
                key=hashlib.sha256(" ".join(row.version for row in due).encode()).hexdigest()[:20],
            )
        )
    return sorted(found, key=lambda due: (due.rank, due.seconds, due.name)), faults


def _costs(entries: Sequence[Entry]) -> dict[tuple[str, str], float]:
    """Give the seconds that each asset took for each entry the last time, and under "" the median of an asset."""
    last = {(e.asset, e.partition): e.seconds for e in entries}
    by_asset: dict[str, list[float]] = {}
    for (asset, _), seconds in last.items():
        by_asset.setdefault(asset, []).append(seconds)
    return last | {(asset, ""): median(seconds) for asset, seconds in by_asset.items()}


def _cost(costs: dict[tuple[str, str], float], row: Row) -> float:
    return costs.get((row.asset, row.partition), costs.get((row.asset, ""), _UNKNOWN_SECONDS))


def _rank(name: str, first: Sequence[str]) -> int:
    return next((i for i, word in enumerate(first) if word in name), len(first))


def left(overview: Overview, upkeep: Upkeep, queue: Queue) -> Left:
    """Give what is left of the last 24 hours. GPU hours are those of steps that take a GPU where there is one."""
    since = (datetime.now(UTC) - timedelta(hours=24)).isoformat(timespec="seconds")
    steps = overview.planner.steps
    made = overview.index.since(since)
    gpu = sum(e.seconds for e in made if e.asset in steps and steps[e.asset].pool == "gpu") / 3600
    return Left(
        runs=max(0, upkeep.budget.runs - int(queue.spent("runs"))),
        gpu_hours=max(0.0, upkeep.budget.gpu_hours - gpu),
    )


def affordable(found: Sequence[Due], budget: Left, at_once: int) -> tuple[list[Due], str]:
    """Give what the budget allows now, in order, and words about the rest ("" if there is none)."""
    chosen: list[Due] = []
    hours = budget.gpu_hours
    for due in found:
        if len(chosen) >= min(budget.runs, at_once) or (due.gpu_seconds and due.gpu_seconds / 3600 > hours):
            break
        chosen.append(due)
        hours -= due.gpu_seconds / 3600
    if len(chosen) == len(found):
        return chosen, ""
    which = (
        f"today's runs are spent ({budget.runs} left)"
        if len(chosen) >= budget.runs
        else f"{at_once} at once"
        if len(chosen) >= at_once
        else f"{hours:.2f} GPU hours are left today"
    )
    return chosen, f"{len(found) - len(chosen)} entries wait: {which} (watch.yaml: budget, reprocess)"
