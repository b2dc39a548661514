"""What Dagster's records say of runs: which there were, and what was logged in one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import dagster as dg

from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.records import UNFINISHED, seconds_of
from cryo_assets.home import Home
from cryo_assets.progress import duration
from cryo_core.errors import SettingsError

_PARTITION = "dagster/partition"
_LEVELS = {20: "info", 30: "warning", 40: "error", 50: "error"}
"""Levels of what steps say; what is of less weight is left out."""


@dataclass(frozen=True)
class Run:
    """A run: its id, entry ("" where it is of none), status, when it began (ISO, UTC), and who began it, if known."""

    run: str
    entry: str
    status: str
    began: str
    user: str = ""


@dataclass(frozen=True)
class Line:
    """What was logged: when (ISO, UTC), how grave, of which asset, and the words, whose first line tells most."""

    time: str
    level: str
    asset: str
    text: str


def runs(home: Home, entry: str | None, most: int, under_way: bool = False) -> list[Run]:
    """The newest runs, of an entry or of all, the newest first; of those that are under way alone if that is asked."""
    _require_home(home)
    wanted = dg.RunsFilter(
        tags={_PARTITION: entry} if entry else {}, statuses=UNFINISHED if under_way else []
    )
    with instance_of(home) as instance:
        records = instance.get_run_records(wanted, limit=most)
    return [
        Run(
            record.dagster_run.run_id,
            record.dagster_run.tags.get(_PARTITION, ""),
            record.dagster_run.status.value.lower(),
            _iso(record.start_time or record.create_timestamp.timestamp()),
            record.dagster_run.tags.get("user", ""),
        )
        for record in records
    ]


def lines(home: Home, run: str) -> list[Line]:
    """What was logged in a run whose id begins like that, the oldest first; SettingsError if there is none."""
    whole = whole_id(home, run)
    with instance_of(home) as instance:
        return list(_lines(instance, whole))


def whole_id(home: Home, run: str) -> str:
    """The id of the run that begins like that; SettingsError if there is none, or several."""
    _require_home(home)
    with instance_of(home) as instance:
        known = [one for one in instance.get_run_ids() if one.startswith(run)]
    if len(known) != 1:
        what = "several begin so" if known else "there is none"
        raise SettingsError(f"run {run}: {what}; `cryo runs --all` lists them")
    return known[0]


def _lines(instance: dg.DagsterInstance, run: str) -> Iterator[Line]:
    """What people want to know of a run: what steps said and how they ended, and which checks failed."""
    for entry in instance.all_logs(run):
        event = entry.dagster_event
        level, text = _said(event) if event else (_LEVELS.get(int(entry.level)), entry.user_message)
        if level and text:
            yield Line(_iso(entry.timestamp), level, (entry.step_key or "").replace("__", "/"), text.strip())


def _said(event: dg.DagsterEvent) -> tuple[str | None, str]:
    """How grave an event is, and its words; None where it says nothing of the work."""
    if event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION:
        seconds = seconds_of(event)
        return "info", "in the store" if seconds is None else f"done in {duration(seconds)}"
    if event.is_step_failure:
        error = event.step_failure_data.error
        return "error", f"failed: {_cause(error)}\n{error.to_string()}" if error else "failed"
    if event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION:
        check = event.asset_check_evaluation_data
        words = f"check {check.check_name} failed: {check.description or ''}"
        return ("warning", words) if not check.passed else (None, "")
    if event.is_run_failure or event.event_type == dg.DagsterEventType.RUN_CANCELED:
        return "error", event.message or "the run failed"
    return None, ""


def _cause(error: Any) -> str:
    """The first line of what an error began with."""
    while error.cause:
        error = error.cause
    kind, _, text = error.message.strip().partition(": ")
    return (text if kind.startswith("cryo_core.") else error.message.strip()).splitlines()[0]


def _iso(timestamp: float) -> str:
    return datetime.fromtimestamp(timestamp, UTC).isoformat(timespec="seconds")


def _require_home(home: Home) -> None:
    """Raise SettingsError where there is no home: reading its logs must not make one."""
    if not home.exists:
        raise SettingsError(f"{home.root}: no home; CRYO_HOME says where it is")
