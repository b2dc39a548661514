"""What runs by itself: sensors and schedules, each of which says with every tick why it did what it did.

On from the start: inbox, watch, ended_rounds, failed_runs, health, digest. Off until they are switched on:
the schedules reprocess and retention.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import dagster as dg

from cryo_assets.archives.entry import Archives
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner
from cryo_assets.engine.step import Step
from cryo_assets.graph.dagster_private import with_reason
from cryo_assets.graph.launch import cause_of
from cryo_assets.graph.records import under_way
from cryo_assets.home import Home
from cryo_assets.upkeep.alerts import Alert, failed_checks, low_disk, send
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.inbox import inbox_sensor
from cryo_assets.upkeep.jobs import FETCH_TAG, agenda, digest, fetch, reprocess, retention
from cryo_assets.upkeep.queue import Item, queue_of
from cryo_assets.upkeep.rounds import rounds_sensor
from cryo_assets.upkeep.watch import look, ready, revive

__all__ = ["inbox_sensor", "reprocess_schedule", "schedules", "sensors"]


@dg.sensor(
    job=fetch,
    minimum_interval_seconds=3600,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Looks for new and changed entries of EMPIAR and EMDB that watch.yaml means, and has them fetched.",
)
def watch(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Compare the archives with what was seen; request the fetches that the budget allows."""
    home = Home.from_environment()
    upkeep = Upkeep.read(home)
    if not upkeep.watch and not queue_of(home).items("queued", "requested", "fetching"):
        return dg.SkipReason(f"nothing to watch: {home.root / 'watch.yaml'} names no entries")
    words = revive(home, under_way(context.instance, FETCH_TAG))
    with Archives.open(upkeep.services) as archives:
        words += look(home, upkeep, archives)
    chosen, waiting = ready(home, upkeep)
    words += waiting
    for line in words:
        context.log.info(line)
    if not chosen:
        return dg.SkipReason("; ".join(words[:10]) or "nothing new in the archives")
    for item in chosen:
        queue_of(home).set(item.accession, "requested", item.message)
    return dg.SensorResult(run_requests=[_fetch_request(item) for item in chosen])


def _fetch_request(item: Item) -> dg.RunRequest:
    return dg.RunRequest(
        run_key=f"fetch/{item.accession}/{item.mark}/{item.changed}",
        run_config={"ops": {"fetch_entry": {"config": {"accession": item.accession}}}},
        tags={FETCH_TAG: item.accession, "cryo/why": item.message[:200]},
    )


def _report_failure(context: dg.RunStatusSensorContext) -> None:
    """Send an alert of a failed run: its entry, its steps, and the error in one line."""
    failure = context.for_run_failure()
    run = failure.dagster_run
    subject = run.tags.get("dagster/partition") or run.tags.get(FETCH_TAG) or run.job_name
    events = failure.get_step_failure_events()
    error = events[0].step_failure_data.error if events else None
    text = cause_of(error)[1] if error else failure.failure_event.message or "failed"
    text = " ".join(text.split())
    steps = ", ".join((event.step_key or "").replace("__", "/") for event in events)
    where = f" in {steps}" if events else ""
    send(Home.from_environment(), Alert("run", subject, f"run {run.run_id[:8]} failed{where}: {text[:500]}"))


class _FailedRuns(dg.RunStatusSensorDefinition):
    """A run-failure sensor that gives a reason where Dagster's own says that it "returned an empty result"."""

    def evaluate_tick(self, context: dg.SensorEvaluationContext) -> Any:
        tick = super().evaluate_tick(context)
        idle = tick.skip_message and not tick.dagster_run_reactions and "empty result" in tick.skip_message
        return with_reason(tick, "no run failed since the last look") if idle else tick


failed_runs = _FailedRuns(
    name="failed_runs",
    run_status=dg.DagsterRunStatus.FAILURE,
    run_status_sensor_fn=_report_failure,
    default_status=dg.DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=60,
    description="Writes a line to alerts.log and to the webhooks of watch.yaml for each run that failed.",
)


def health_sensor(steps: Mapping[str, Step]) -> dg.SensorDefinition:
    """Sensor that looks at the disk and at the checks of new results."""

    @dg.sensor(
        name="health",
        minimum_interval_seconds=300,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Tells of failed checks of new results, and of a disk that runs full (alerts.log, webhooks).",
    )
    def health(context: dg.SensorEvaluationContext) -> dg.SkipReason:
        home = Home.from_environment()
        home.create()
        before = json.loads(context.cursor or "{}")
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        since = min(before.get("since", now), now)  # the clock may have been set back
        made = Overview(Planner(home, steps)).index.since(since)
        disk = low_disk(home, Upkeep.read(home))
        alerts = failed_checks(made) + ([disk] if disk and not before.get("full") else [])
        unreached = [fault for alert in alerts for fault in send(home, alert)]
        newest = min(max([since, *(entry.created for entry in made)]), now)
        context.update_cursor(json.dumps({"since": newest, "full": disk is not None}))
        sent = f"{len(alerts)} alerts" + (f", not reached: {'; '.join(unreached)}" if unreached else "")
        return dg.SkipReason(f"{len(made)} new results, {sent}, {'disk low' if disk else 'disk fine'}")

    return health


def reprocess_schedule(steps: Mapping[str, Step]) -> dg.ScheduleDefinition:
    """Schedule that runs what the plan finds."""

    @dg.schedule(
        name="reprocess",
        job=reprocess,
        cron_schedule="17 * * * *",
        default_status=dg.DefaultScheduleStatus.STOPPED,
        description="Runs what `cryo plan` finds to be computed, by priority and within the budget of watch.yaml.",
    )
    def reprocess_hourly(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        home = Home.from_environment()
        chosen, words, faults = agenda(Overview(Planner(home, steps)), Upkeep.read(home), context.instance)
        words += [f"{name} cannot be planned: {fault}" for name, fault in list(faults.items())[:3]]
        if not chosen:
            return dg.SkipReason("; ".join(words) or "every result is up to date")
        names = ", ".join(due.name for due in chosen[:5])
        return dg.RunRequest(tags={"cryo/why": f"{len(chosen)} entries: {names}"[:250]})

    return reprocess_hourly


@dg.schedule(
    job=retention,
    cron_schedule="41 3 * * *",
    name="retention",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="Prunes old versions, and old runs of Dagster and MLflow, as watch.yaml says (retention).",
)
def retention_nightly() -> dg.RunRequest:
    """Prune every night."""
    return dg.RunRequest(tags={"cryo/why": "it is night"})


@dg.schedule(
    job=digest,
    cron_schedule="7 7 * * 1",
    name="digest",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Writes what was new, what changed by how much and what failed (digests/, webhooks).",
)
def digest_weekly() -> dg.RunRequest:
    """Write a digest every Monday morning."""
    return dg.RunRequest(tags={"cryo/why": "a week has gone by"})


def sensors(steps: Mapping[str, Step], jobs: list, job_names: dict[str, str]) -> list[dg.SensorDefinition]:
    """Every sensor."""
    ended = rounds_sensor(steps, jobs, job_names)
    return [inbox_sensor(steps, jobs, job_names), watch, ended, failed_runs, health_sensor(steps)]


def schedules(steps: Mapping[str, Step]) -> list[dg.ScheduleDefinition]:
    """Every schedule."""
    return [reprocess_schedule(steps), retention_nightly, digest_weekly]
