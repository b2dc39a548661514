"""Make one artifact, or find that the store has it."""

import getpass
import os
import platform
import resource
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from cryo_assets.engine import champions, mlflow_runs
from cryo_assets.engine.copies import room
from cryo_assets.engine.planner import EntryPlan
from cryo_assets.engine.step import GPU, Report, Step, Task
from cryo_assets.entries.settings import settings_for
from cryo_assets.home import Home
from cryo_assets.processes import die_with_the_run, node, scheduler_job
from cryo_assets.progress import Reporter
from cryo_assets.store.disk import file_lock
from cryo_assets.store.recipe import Recipe, input_place
from cryo_assets.store.store import Artifact, Circumstances, Draft, Store
from cryo_core.devices import choose_device
from cryo_core.errors import StoreError
from cryo_core.learning.ranks import devices_of

DEVICE_VARIABLE = "CRYO_DEVICE"
"""Environment variable that names the device of a run and of the step processes it starts (`choose_device`)."""


def chosen_devices(device: torch.device) -> list[str]:
    """Every GPU there is, for a step that can use several at once; one that was named is the only one taken."""
    named = os.environ.get(DEVICE_VARIABLE, "auto") != "auto"
    return [str(device)] if named else devices_of(device)


_VISIBLE_SECONDS = 65.0
"""How long a node of a shared file system may keep an old look at a folder (NFS: acdirmax, 60 s)."""


@dataclass(frozen=True)
class RunContext:
    """What a run tells each of its steps: who shows progress, its id, and who sees work that is not done."""

    reporter: Reporter
    dagster_run_id: str = ""
    observer: mlflow_runs.Observer = mlflow_runs.unobserved


def produce(plan: EntryPlan, key: str, context: RunContext) -> tuple[Artifact | None, bool]:
    """The artifact of an asset of an entry, and whether it was computed now.

    None where the entry has no such asset. The version's lock is held: of two runs at once one
    computes, and the other waits and finds it. StoreError if an input is not there or did not pass
    its checks.
    """
    recipe = plan.recipe(key)
    if recipe is None:
        return None, False
    context.reporter.asset(key)
    store = plan.planner.store
    with store.lock(recipe):
        found = store.find(recipe)
        step = plan.planner.steps[key]
        artifact = found or _compute(plan, step, recipe, context)
        if not found:
            champions.ended(plan.planner.home, store, step, artifact, plan.entry.manifest)
        if not plan.is_try(key):
            store.use(recipe, plan.name)
        context.reporter.done(key, None if found else artifact.made.seconds)
        return artifact, found is None


def _compute(plan: EntryPlan, step: Step, recipe: Recipe, context: RunContext) -> Artifact:
    home, store = plan.planner.home, plan.planner.store
    inputs, gathered = _inputs(plan, step, recipe)
    manifest, tried = plan.entry.manifest, plan.is_try(step.key)
    device = choose_device(os.environ.get(DEVICE_VARIABLE, "auto") if step.pool == GPU else "cpu")
    die_with_the_run()
    with store.draft(recipe) as draft:
        with (
            mlflow_runs.logged(home, recipe, plan.name, context.dagster_run_id, context.observer) as record,
            _alone_on(device, home),
            room(store.scratch(recipe)) as copies,
        ):
            began = time.monotonic()
            report = step.compute(
                Task(
                    key=step.key,
                    round=step.round,
                    manifest=manifest,
                    settings=settings_for(step.settings, step.key, manifest, plan.overrides),
                    facts=recipe.facts,
                    inputs=inputs,
                    gathered=gathered,
                    folder=draft.folder,
                    scratch=store.scratch(recipe),
                    copies=copies,
                    device=device,
                    reporter=context.reporter,
                    record=record,
                )
            )
            seconds = time.monotonic() - began
            _require_unchanged(plan, recipe)
            numbers = _finite(report.numbers)
            record.result(numbers, seconds)
            made = _circumstances(
                _after(store, recipe), seconds, device, context.dagster_run_id, record.run_id
            )
            made = replace(made, entry=plan.name, tried=tried)
            return _finish(draft, step, report, numbers, made)


def _finish(
    draft: Draft, step: Step, report: Report, numbers: dict[str, Any], made: Circumstances
) -> Artifact:
    if {check.name for check in report.checks} != set(step.checks):
        raise AssertionError(f"{step.key}: checks {report.checks} are not those declared, {step.checks}")
    return draft.finish(numbers, report.headline, report.checks, dict(report.pictures), made)


def _inputs(
    plan: EntryPlan, step: Step, recipe: Recipe
) -> tuple[dict[str, Artifact], dict[str, dict[str, Artifact]]]:
    """The inputs by asset, and what is gathered by asset and entry."""
    inputs: dict[str, Artifact] = {}
    gathered: dict[str, dict[str, Artifact]] = {key: {} for key in step.gathers}
    for name in recipe.inputs:
        key, entry = input_place(name, recipe.partition)
        if key in gathered:
            gathered[key][entry] = _input(plan, recipe, name)
        else:
            inputs[key] = _input(plan, recipe, name)
    return inputs, gathered


def _input(plan: EntryPlan, recipe: Recipe, name: str) -> Artifact:
    key, entry = input_place(name, recipe.partition)
    artifact = _seen(plan.planner.store, key, entry, recipe.inputs[name])
    if artifact is None or not artifact.has_its_files():
        own = entry == recipe.partition
        call = f"cryo run {plan.name if own else entry} --to {recipe.asset if own else key}"
        raise StoreError(
            f"{recipe.asset} of {plan.name}: its input {name} is not in the store as planned; run `{call}`"
        )
    failed = [check for check in artifact.checks if check.blocking and not check.passed]
    if failed:
        raise StoreError(
            f"{recipe.asset} of {plan.name}: its input {name} failed {failed[0].name}: {failed[0].detail}"
        )
    return artifact


def _require_unchanged(plan: EntryPlan, recipe: Recipe) -> None:
    steps = plan.planner.steps
    above = (plan.recipe(key) for key in recipe.inputs if key in steps and steps[key].outside)
    for read in (recipe, *(found for found in above if found)):
        for label, path in plan.entry.files.get(read.asset, {}).items():
            if plan.planner.digests.get(Path(path)) != read.files[label]:
                raise StoreError(f"{path}: changed while {recipe.asset} was computed from it; run again")


def _seen(store: Store, key: str, entry: str, version: str) -> Artifact | None:
    """An input; what another node has just made may be seen here only when this one looks at the folder again."""
    end = time.monotonic() + (_VISIBLE_SECONDS if scheduler_job() else 0)
    while True:
        artifact = store.by_version(key, entry, version)
        if (artifact and artifact.has_its_files()) or time.monotonic() >= end:
            return artifact
        time.sleep(1.0)


def _alone_on(device: torch.device, home: Home) -> AbstractContextManager[None]:
    """Hold the device: a step process that outlives its run must not share the GPU with the next one."""
    if device.type == "cpu" or scheduler_job():  # which was given a device of its own
        return nullcontext()
    return file_lock(home.work / "locks" / f"{node()}-{device.type}{device.index}.lock")


def _finite(numbers: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows no NaN: a number that is not finite was not measured."""
    return {
        name: None if isinstance(value, float) and not abs(value) < float("inf") else value
        for name, value in numbers.items()
    }


def _after(store: Store, recipe: Recipe) -> str:
    """The time, ISO in UTC; where the clock was set back, that after the newest version: they are ordered by it."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    newest = max(
        (artifact.made.created for artifact in store.versions(recipe.asset, recipe.partition)), default=""
    )
    if newest < now:
        return now
    return (datetime.fromisoformat(newest) + timedelta(microseconds=1)).isoformat(timespec="microseconds")


def _peak_memory() -> int:
    """Bytes of this host that this process took at most, and the largest of those that it started and that ended."""
    own, children = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return 1024 * max(own, children)


def _circumstances(
    created: str, seconds: float, device: torch.device, dagster_run_id: str, mlflow_run_id: str
) -> Circumstances:
    gpu = device.type == "cuda"
    return Circumstances(
        created=created,
        host=node(),
        user=os.environ.get("USER") or getpass.getuser(),
        device=torch.cuda.get_device_name(device) if gpu else f"cpu ({torch.get_num_threads()} threads)",
        seconds=round(seconds, 3),
        peak_memory_bytes=_peak_memory(),
        gpu_memory_bytes=torch.cuda.max_memory_allocated(device) if gpu else 0,
        software={
            "cryo-assets": version("cryo-assets"),
            "torch": torch.__version__,
            "python": platform.python_version(),
        },
        dagster_run_id=dagster_run_id,
        mlflow_run_id=mlflow_run_id,
        job=scheduler_job(),
    )
