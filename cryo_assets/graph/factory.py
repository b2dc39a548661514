"""Dagster assets from steps: a materialisation is the store's artifact, with what a person wants to see of it."""

import base64
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.mlflow_runs import run_url
from cryo_assets.engine.planner import EntryPlan, Overrides, Planner, rested_on
from cryo_assets.engine.produce import DEVICE_VARIABLE, RunContext, produce
from cryo_assets.engine.step import Step
from cryo_assets.entries.independence import limit_in, titled, with_remarks
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.externals import externals, upstream_of
from cryo_assets.graph.follow import DEVICE_TAG
from cryo_assets.graph.overrides import SettingsOverrides
from cryo_assets.graph.partitions import JOB_NAMES, PARTITIONS
from cryo_assets.home import Home, page_url, stored_url
from cryo_assets.processes import end_when_asked
from cryo_assets.progress import LogReporter, current_reporter
from cryo_assets.store.class_results import by_class
from cryo_assets.store.store import Artifact, Check
from cryo_assets.wording import local_time, rounded, with_unit
from cryo_core.validation.independence import Limit

OWNER = "team:cryo-em"

_PLAN: ContextVar[EntryPlan | None] = ContextVar("plan", default=None)


@contextmanager
def running(plan: EntryPlan) -> Iterator[None]:
    """Have the steps of the run inside take this plan of its entry; else each step's process makes one."""
    token = _PLAN.set(plan)
    try:
        yield
    finally:
        _PLAN.reset(token)


def as_asset(
    step: Step, steps: Mapping[str, Step], outside: Mapping[str, list[dg.AssetKey]]
) -> dg.AssetsDefinition:
    """Make the Dagster asset of a step, with its checks.

    A multi-asset of one, since only that may leave out its output and its checks where an entry has
    no such asset. The checks' verdicts were written into the artifact by the step, so a result that
    is found again is gated as it was when it was made. `outside` are the external assets that steps read.
    """
    key = dg.AssetKey(step.key.split("/"))

    @dg.multi_asset(
        name=step.key.replace("/", "__"),
        specs=[
            dg.AssetSpec(
                key,
                deps=[
                    dg.AssetKey(upstream.split("/"))
                    for upstream in (*step.inputs, *step.offered, *step.gathers)
                ]
                + outside.get(step.key, []),
                partitions_def=PARTITIONS.get(step.partition),
                code_version=step.code_version,
                description=step.description,
                group_name=step.group,
                kinds=set(step.kinds),
                owners=[OWNER],
                skippable=True,
            )
        ],
        check_specs=[dg.AssetCheckSpec(name, asset=key, blocking=True) for name in step.checks],
        can_subset=True,
        pool=None
        if Home.from_environment().cluster.exists()
        else step.pool,  # a cluster's scheduler shares its GPUs
    )
    def materialise(context: dg.AssetExecutionContext, settings: SettingsOverrides) -> Iterator[Any]:
        home = Home.from_environment()
        end_when_asked()
        if DEVICE_TAG in context.run.tags:  # a step of such a run has a process of its own
            os.environ[DEVICE_VARIABLE] = context.run.tags[DEVICE_TAG]
        partition = context.partition_key if context.has_partition_key else step.partition
        reporter = current_reporter(LogReporter(context.log.info))
        run = RunContext(reporter, context.run.run_id, partial(_observe, context, key))
        with _plan_of(home, steps, partition, settings.by_asset(), run.dagster_run_id) as plan:
            artifact, computed = produce(plan, step.key, run)
        if artifact is None:
            context.log.info(f"{step.key} does not exist for {partition}: nothing to do")
            return
        limit = limit_in(plan.planner.store, plan.entry.manifest)
        context.log.info(f"{'computed' if computed else 'found in the store'}: {artifact.folder}")
        yield dg.MaterializeResult(
            asset_key=key,
            data_version=dg.DataVersion(artifact.version),
            metadata={
                **_label(plan, artifact),
                **metadata(home, artifact, plan.name, limit),
                "computed_now": computed,
            },
            check_results=[_verdict(key, check) for check in artifact.checks],
        )

    return materialise


@contextmanager
def _plan_of(
    home: Home, steps: Mapping[str, Step], partition: str, overrides: Overrides, run_id: str
) -> Iterator[EntryPlan]:
    """The plan of the run that a step belongs to. Where the step has a process of its own it makes the plan.

    What that rests on is kept while the step works, and until its run ends.
    """
    known = _PLAN.get()
    if known:
        yield known
        return
    plan = Planner(home, steps).plan(partition, overrides)
    versions, leases = rested_on(plan.rows()), plan.planner.store.leases
    leases.of_run(run_id, versions)
    with leases.held(versions):
        yield plan


def _label(plan: EntryPlan, artifact: Artifact) -> dict[str, str]:
    """What the page of an asset says first of a try; nothing of what the manifest asks for."""
    if not plan.is_try(artifact.recipe.asset):
        return {}
    command = f"cryo adopt-settings {plan.name} {artifact.version[:8]}"
    return {
        "not in use": f"a try, with settings of this run alone; `{command}` writes them into the manifest"
    }


def _verdict(key: dg.AssetKey, check: Check) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=check.name,
        passed=check.passed,
        severity=dg.AssetCheckSeverity.ERROR if check.blocking else dg.AssetCheckSeverity.WARN,
        description=check.detail,
    )


def metadata(home: Home, artifact: Artifact, entry: str, limit: Limit = None) -> dict[str, Any]:
    """What the asset's page shows: the entry's own page, the number that matters, pictures, numbers, paths and links.

    Parameters
    ----------
    home, artifact
        A home, and an artifact of its store.
    entry
        That uses it.
    limit
        To which resolution the halves of its data set are independent.
    """
    numbers = {name: rounded(v, name) for name, v in with_remarks(artifact.numbers, limit).items()}
    headline, value = with_unit(artifact.headline, numbers.get(artifact.headline))
    classes, numbers = by_class(numbers)
    place = f"{artifact.recipe.asset}/{artifact.recipe.partition}"
    shown: dict[str, Any] = {
        "page": None if entry == TRAINING else dg.MetadataValue.url(page_url(entry)),
        headline: value or None,
        "each class": _table(classes) if classes else None,
        **_sentences(classes),
        **{
            titled(title, limit): _seen(stored_url("files", place, artifact.version, name), title)
            for title, name in artifact.pictures.items()
        },
        **{name: value for name, value in numbers.items() if value is not None},
        "made": local_time(artifact.made.created),
        "seconds": rounded(artifact.made.seconds),
        "device": artifact.made.device,
        **_ran(artifact),
        "path": dg.MetadataValue.path(str(artifact.folder)),
        "settings": dg.MetadataValue.json(dict(artifact.recipe.settings)),
    }
    shown["lineage"] = _seen(stored_url("lineage", place, artifact.version), "lineage")
    url = run_url(home, artifact.made.mlflow_run_id)
    if url:
        shown["MLflow"] = dg.MetadataValue.url(url)
    return {name: value for name, value in shown.items() if value is not None}


def _seen(url: str, title: str) -> dg.MarkdownMetadataValue:
    """A picture that the pages serve: Dagster shows Markdown as it is where it is shorter than 1000 characters."""
    words = re.sub(r"[\[\]\\]", "", title)
    return dg.MetadataValue.md(f"[![{words}]({url})]({url})")


def _table(classes: Mapping[int, Mapping[str, Any]]) -> dg.TableMetadataValue:
    """A row a class; a cell has its number's unit. Sentences stand elsewhere: they would make rows tall."""
    cells = {
        name: dict(with_unit(*pair) for pair in row.items() if not _is_sentence(pair[1]))
        for name, row in classes.items()
    }
    columns = dict.fromkeys(column for row in cells.values() for column in row)
    rows = [
        {"class": name} | {column: row.get(column, "") for column in columns} for name, row in cells.items()
    ]
    return dg.MetadataValue.table([dg.TableRecord(row) for row in rows])


def _sentences(classes: Mapping[int, Mapping[str, Any]]) -> dict[str, str]:
    """What is said of each class in words, by what it is."""
    return {
        f"class {name}: {what.replace('_', ' ')}": value
        for name, row in classes.items()
        for what, value in row.items()
        if _is_sentence(value)
    }


def _is_sentence(value: Any) -> bool:
    return isinstance(value, str) and " " in value and not value[:1].isdigit()


def _ran(artifact: Artifact) -> dict[str, Any]:
    """What a scheduler's job took, where one made the artifact."""
    made = artifact.made
    if not made.job:
        return {}
    gpu = {"peak GPU memory (GB)": round(made.gpu_memory_bytes / 1e9, 2)} if made.gpu_memory_bytes else {}
    memory = {"peak memory (GB)": round(made.peak_memory_bytes / 1e9, 2)}
    return {"node": made.host, "job": made.job, **memory, **gpu}


def _observe(
    context: dg.AssetExecutionContext,
    key: dg.AssetKey,
    numbers: Mapping[str, Any],
    pictures: Mapping[str, Path],
) -> None:
    """Show work that is not done on the asset's page."""
    shown = {title: dg.MetadataValue.md(_inline(path)) for title, path in pictures.items()}
    told = {name: rounded(value, name) for name, value in numbers.items()}
    partition = context.partition_key if context.has_partition_key else None
    context.log_event(dg.AssetObservation(key, partition=partition, metadata={**told, **shown}))


def _inline(path: Path) -> str:
    picture = base64.b64encode(path.read_bytes()).decode()
    return f"![{path.name}](data:image/png;base64,{picture})"


def jobs_for(steps: Mapping[str, Step]) -> list[Any]:
    """One job a kind of entry (what `define_asset_job` makes): Dagster runs a job over one partition key, or none."""
    return [
        dg.define_asset_job(
            name,
            dg.AssetSelection.assets(*(s.key.split("/") for s in steps.values() if s.partition == kind)),
            description=f"Every asset of one of the {kind}; what the store has is found, not computed again.",
        )
        for kind, name in JOB_NAMES.items()
        if any(step.partition == kind for step in steps.values())
    ]


_OUTSIDE = upstream_of(Home.from_environment())
JOBS = jobs_for(STEPS)
GRAPH = dg.Definitions(
    assets=[
        *(as_asset(step, STEPS, _OUTSIDE) for step in STEPS.values()),
        *externals(Home.from_environment()),
    ],
    resources={"settings": SettingsOverrides()},
    jobs=JOBS,
)
