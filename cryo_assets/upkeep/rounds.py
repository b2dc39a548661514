"""The sensor that looks at ended runs.

It finishes rounds that ended early, shows the plan again after a try, and adopts poses that were found, by rule.
"""

import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import dagster as dg

from cryo_assets.engine.planner import Planner
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, entries
from cryo_assets.graph.pools import PROCESS_TAG
from cryo_assets.graph.records import recorded
from cryo_assets.home import Home
from cryo_assets.upkeep.posed import by_rule
from cryo_assets.upkeep.tries import show_the_plan, with_own_settings
from cryo_core.errors import CryoError

_ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]

_OVERLAP = timedelta(minutes=1)
"""How far a look goes back behind the newest run of the last: of two that end together the later may be noted first."""

_AFTER_ROUNDS = frozenset({"results", "states"})
"""Groups of assets that rest on the rounds an entry has, however many they are."""

_TICK_SECONDS = 1.0
"""Time that a tick takes for looking at runs; those left over wait for the next."""


def rounds_sensor(
    steps: Mapping[str, Step], jobs: list[dg.JobDefinition], job_names: dict[str, str]
) -> dg.SensorDefinition:
    """Make the sensor.

    Dagster leaves out what rests on an asset that a run did not make, and a round that has settled leaves the later
    ones unmade: their results are a run of their own. `cryo run` does this by itself, in the same call. It is no
    run-status sensor, since that looks at one run a tick, and thousands may end between two ticks.
    """

    @dg.sensor(
        name="ended_rounds",
        jobs=jobs,
        minimum_interval_seconds=30,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Makes the results of an entry whose rounds ended early, after the run that found so; after a try "
        "(settings of one run) shows what the entry uses again; makes a data set of poses that were found from images "
        "alone, where the manifest says `adopt: true`.",
    )
    def ended_rounds(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        home = Home.from_environment()
        before = json.loads(context.cursor or "{}")
        first = "after" not in before
        after = datetime.now(UTC) if first else datetime.fromisoformat(before["after"])
        seen: set[str] = set(before.get("seen", []))
        ended = context.instance.get_run_records(
            dg.RunsFilter(statuses=_ENDED, updated_after=after - _OVERLAP),
            order_by="update_timestamp",
            ascending=True,
        )
        if first:  # what ended before the first look is known
            seen = {record.dagster_run.run_id for record in ended}
        look = _Look(context.instance, Planner(home, steps), job_names["datasets"])
        later, end = 0, time.monotonic() + _TICK_SECONDS
        for record in ended:
            if record.dagster_run.run_id in seen:
                continue
            if time.monotonic() > end:
                later += 1
                continue
            seen.add(record.dagster_run.run_id)
            after = max(after, record.update_timestamp)
            look.at(record.dagster_run)
        for line in look.adopted:
            context.log.info(line)
        kept = [r.dagster_run.run_id for r in ended if r.update_timestamp > after - _OVERLAP]
        return dg.SensorResult(
            run_requests=look.requests,
            skip_reason=None if look.requests else _idle(look, later),
            cursor=json.dumps({"after": after.isoformat(), "seen": [run for run in kept if run in seen]}),
        )

    return ended_rounds


class _Look:
    """What one tick finds: runs to ask for, entries that were looked at, and what is shown again after a try."""

    def __init__(self, instance: dg.DagsterInstance, planner: Planner, job: str) -> None:
        self._instance, self._planner, self._job = instance, planner, job
        self._kinds = {name: kind for kind, name in entries(planner.home.inbox)}
        self.requests: list[dg.RunRequest] = []
        self.looked: list[str] = []
        self.shown: list[str] = []
        self.adopted: list[str] = []

    def at(self, run: dg.DagsterRun) -> None:
        """Look at a run that ended."""
        name = run.tags.get("dagster/partition", "")
        if with_own_settings(run):
            self.shown += show_the_plan(self._instance, self._planner, run, name or TRAINING)
        if run.is_success and self._kinds.get(name) == "datasets" and (told := by_rule(self._planner, name)):
            self.adopted.append(told)
        if run.is_success and PROCESS_TAG not in run.tags and self._kinds.get(name) == "datasets":
            self.looked.append(name)
            request = _rest(self._instance, self._planner, run, name, self._job)
            self.requests += [request] if request else []


def _idle(look: _Look, later: int) -> str:
    """Why nothing is asked for."""
    if look.adopted:
        reason = "; ".join(look.adopted[:5])
    elif look.shown:
        reason = f"after a try, what the manifest asks for is shown again: {', '.join(look.shown[:5])}"
    elif not look.looked:
        reason = "no run of a data set ended since the last look"
    else:
        reason = f"runs of {', '.join(look.looked[:5])} ended: nothing is left that ended rounds kept from being made"
    return reason + (f"; {later} runs are looked at next time" if later else "")


def _rest(
    instance: dg.DagsterInstance, planner: Planner, run: dg.DagsterRun, name: str, job: str
) -> dg.RunRequest | None:
    """Ask for what a run was asked for and ended rounds kept from being made; None if nothing of the kind is left."""
    steps = planner.steps
    try:
        rows = planner.rows(name)
    except CryoError:  # changed since, and broken: the sensor `inbox` has it run, and that run tells
        return None
    ended = [row for row in rows if row.state == "skipped" and steps[row.asset].halted_by]
    due = [row for row in rows if row.state != "skipped" and not recorded(instance, row)]
    asked = run.asset_selection  # none: the whole job
    keys = [row.asset for row in due if not asked or dg.AssetKey(row.asset.split("/")) in asked]
    if not ended or not keys or not {steps[row.asset].group for row in due} <= _AFTER_ROUNDS:
        return None
    return dg.RunRequest(
        run_key=f"ended/{name}/{'/'.join(sorted(row.version for row in due))}",
        job_name=job,
        partition_key=name,
        asset_selection=[dg.AssetKey(key.split("/")) for key in keys],
        tags={"cryo/why": ended[0].why[0][:200]},
    )
