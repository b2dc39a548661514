"""What the plan found to be computed, put in order and held within the day's budget."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from statistics import median

from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Row
from cryo_assets.engine.step import Step
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import Queue, queue_of
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
    """What is left of the day's budget, and the GPU hours of a whole day."""

    runs: int
    gpu_hours: float
    gpu_hours_a_day: float = math.inf

    def allows(self, gpu_hours: float) -> bool:
        """Whether one more entry may run; what takes more than a day's hours has to find them untouched."""
        if self.runs <= 0:
            return False
        return gpu_hours <= max(self.gpu_hours, 0.0) or self.gpu_hours >= self.gpu_hours_a_day

    def after(self, gpu_hours: float) -> "Left":
        """What is left when one more entry has run."""
        return replace(self.less(gpu_hours), runs=self.runs - 1)

    def less(self, gpu_hours: float) -> "Left":
        """What is left where runs under way, which were counted as runs, will take that much."""
        return replace(self, gpu_hours=self.gpu_hours - gpu_hours)


def dues(overview: Overview, upkeep: Upkeep) -> tuple[list[Due], dict[str, CryoError]]:
    """Plan every entry; give what is to be done, first things first, then the cheapest, and what cannot be planned."""
    costs = _costs(overview.index.seconds())
    steps = overview.planner.steps
    all_due: list[Due] = []
    faults: dict[str, CryoError] = {}
    for name, rows in overview.plans():
        if isinstance(rows, CryoError):
            faults[name] = rows
            continue
        due = [row for row in rows if row.state == "compute"]
        if not due or any(word in name for word in upkeep.reprocess.never):
            continue
        seconds = {row.asset: _cost(costs, row) for row in due}
        all_due.append(
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
    return sorted(all_due, key=lambda due: (due.rank, due.seconds, due.name)), faults


Took = Sequence[tuple[str, str, str, float]]
"""What versions took, oldest first: asset, entry, when it was made, seconds (see `StoreIndex.seconds`)."""


def _costs(took: Took) -> dict[tuple[str, str], float]:
    """The seconds that each asset took for each entry the last time, and under "" the median of an asset."""
    last = {(asset, name): seconds for asset, name, _, seconds in took}
    by_asset: dict[str, list[float]] = {}
    for (asset, _), seconds in last.items():
        by_asset.setdefault(asset, []).append(seconds)
    return last | {(asset, ""): median(seconds) for asset, seconds in by_asset.items()}


def _cost(costs: dict[tuple[str, str], float], row: Row) -> float:
    return costs.get((row.asset, row.partition), costs.get((row.asset, ""), _UNKNOWN_SECONDS))


def known_seconds(took: Took, rows: Iterable[Row]) -> dict[str, float]:
    """What each asset that is to be computed took before, for its entry or else for others; not those never made."""
    costs = _costs(took)
    found = {
        row.asset: costs.get((row.asset, row.partition), costs.get((row.asset, "")))
        for row in rows
        if row.state == "compute"
    }
    return {asset: seconds for asset, seconds in found.items() if seconds is not None}


def usual_gpu_hours(took: Took, steps: Mapping[str, Step]) -> dict[str, float]:
    """Give, by kind, the GPU hours that half of the entries stayed below: a guess for one that is new."""
    newest = {(asset, name): seconds for asset, name, _, seconds in took}
    spent: dict[tuple[str, str], float] = {}
    for (asset, name), seconds in newest.items():
        step = steps.get(asset)
        if step and step.pool == "gpu":
            spent[step.partition, name] = spent.get((step.partition, name), 0.0) + seconds / 3600
    kinds = {kind for kind, _ in spent}
    return {kind: median([hours for (k, _), hours in spent.items() if k == kind]) for kind in kinds}


def _rank(name: str, first: Sequence[str]) -> int:
    return next((i for i, word in enumerate(first) if word in name), len(first))


def left(took: Took, steps: Mapping[str, Step], upkeep: Upkeep, queue: Queue) -> Left:
    """What is left of the last 24 hours. GPU hours are those of steps that take a GPU where there is one."""
    since = (datetime.now(UTC) - timedelta(hours=24)).isoformat(timespec="seconds")
    spent = [
        seconds
        for asset, _, created, seconds in took
        if created > since and asset in steps and steps[asset].pool == "gpu"
    ]
    return Left(
        runs=max(0, upkeep.budget.runs - int(queue.spent("runs"))),
        gpu_hours=max(0.0, upkeep.budget.gpu_hours - sum(spent) / 3600),
        gpu_hours_a_day=upkeep.budget.gpu_hours,
    )


class DayBudget:
    """What the day's budget allows to be run of what is new; the GPU hours of entries yet unmade are a guess."""

    def __init__(self, overview: Overview, upkeep: Upkeep, busy: set[str], kinds: Mapping[str, str]) -> None:
        self._overview, self._upkeep = overview, upkeep
        self._busy = [kinds[name] for name in busy if name in kinds]

    @cached_property
    def _took(self) -> Took:
        return self._overview.index.seconds()

    @cached_property
    def _usual(self) -> dict[str, float]:
        return usual_gpu_hours(self._took, self._overview.planner.steps)

    @cached_property
    def _left(self) -> Left:
        planner = self._overview.planner
        now = left(self._took, planner.steps, self._upkeep, queue_of(planner.home))
        under_way = sum(self._usual.get(kind, 0.0) for kind in self._busy)
        return replace(now, gpu_hours=now.gpu_hours - under_way)

    def open(self) -> None:
        """Look up what was spent, which takes a while in a large store; done by itself where it is first needed."""
        _ = self._left

    def allows(self, kind: str) -> bool:
        """Whether one more entry of a kind may run."""
        return self._left.allows(self._usual.get(kind, 0.0))

    def take(self, kind: str) -> None:
        """Note that one more runs."""
        self._left = self._left.after(self._usual.get(kind, 0.0))

    @property
    def why(self) -> str:
        """What is spent."""
        if self._left.runs <= 0:
            return "today's runs are spent"
        return f"{max(self._left.gpu_hours, 0.0):.2f} GPU hours are left today"


def affordable(wanted: Sequence[Due], budget: Left, at_once: int) -> tuple[list[Due], str]:
    """What the budget allows now, in order, and words about the rest ("" if there is none)."""
    chosen: list[Due] = []
    rest = budget
    for due in wanted:
        if len(chosen) >= at_once or not rest.allows(due.gpu_seconds / 3600):
            break
        chosen.append(due)
        rest = rest.after(due.gpu_seconds / 3600)
    if len(chosen) == len(wanted):
        return chosen, ""
    which = (
        f"today's runs are spent ({budget.runs} left)"
        if rest.runs <= 0
        else f"{at_once} at once"
        if len(chosen) >= at_once
        else f"{max(rest.gpu_hours, 0.0):.2f} GPU hours are left today"
    )
    return chosen, f"{len(wanted) - len(chosen)} entries wait: {which} (watch.yaml: budget, reprocess)"
