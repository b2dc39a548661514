"""Make one artifact, or find that the store has it."""

import getpass
import os
import platform
import resource
import socket
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import torch

from cryo_assets.engine import mlflow_runs
from cryo_assets.engine.planner import Overrides, Planner, Row
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import read_manifest
from cryo_assets.entries.settings import settings_for
from cryo_assets.processes import die_with_the_run
from cryo_assets.progress import Reporter
from cryo_assets.store.disk import file_lock
from cryo_assets.store.recipe import input_place
from cryo_assets.store.store import Artifact, Circumstances, Draft
from cryo_core.devices import choose_device
from cryo_core.errors import StoreError

DEVICE_VARIABLE = "CRYO_DEVICE"
"""Environment variable that names the device of a run and of the step processes it starts (`choose_device`)."""


def produce(
    planner: Planner,
    key: str,
    partition: str,
    reporter: Reporter,
    overrides: Overrides = {},  # noqa: B006
    dagster_run_id: str = "",
    observer: mlflow_runs.Observer = mlflow_runs.unobserved,
) -> tuple[Artifact | None, bool]:
    """Give the artifact of an asset for a partition, and whether it was computed now.

    None where the entry has no such asset. The version's lock is held: of two runs at once one
    computes, and the other waits and finds it. StoreError if an input is not there or did not pass
    its checks. `observer` sees work that is not done.
    """
    row = planner.row(key, partition, overrides)
    if row.recipe is None:
        return None, False
    reporter.asset(key)
    with planner.store.lock(row.recipe):
        found = planner.store.find(row.recipe)
        if found:
            return found, False
        made = _compute(planner, planner.steps[key], row, reporter, overrides, dagster_run_id, observer)
        return made, True


def _compute(
    planner: Planner,
    step: Step,
    row: Row,
    reporter: Reporter,
    overrides: Overrides,
    dagster_run_id: str,
    observer: mlflow_runs.Observer,
) -> Artifact:
    assert row.recipe is not None
    inputs: dict[str, Artifact] = {}
    gathered: dict[str, dict[str, Artifact]] = {key: {} for key in step.gathers}
    for name in row.recipe.inputs:
        key, entry = input_place(name, row.recipe.partition)
        if key in gathered:
            gathered[key][entry] = _input(planner, row, name)
        else:
            inputs[key] = _input(planner, row, name)
    _, manifest = read_manifest(planner.home.inbox, row.partition)
    device = choose_device(os.environ.get(DEVICE_VARIABLE, "auto"))
    die_with_the_run()
    with planner.store.draft(row.recipe) as draft:
        with (
            mlflow_runs.logged(planner.home, row.recipe, dagster_run_id, observer) as record,
            _alone_on(device, planner),
        ):
            began = time.monotonic()
            report = step.compute(
                Task(
                    key=step.key,
                    round=step.round,
                    manifest=manifest,
                    settings=settings_for(step.settings, step.key, manifest, overrides),
                    facts=row.recipe.facts,
                    inputs=inputs,
                    gathered=gathered,
                    folder=draft.folder,
                    scratch=planner.store.scratch(row.recipe),
                    device=device,
                    reporter=reporter,
                    record=record,
                )
            )
            seconds = time.monotonic() - began
            _require_unchanged(planner, step, row, manifest)
            numbers = _finite(report.numbers)
            record.result(numbers, seconds)
            made = _circumstances(seconds, device, dagster_run_id, record.run_id)
            return _finish(draft, step, report, numbers, made)


def _finish(
    draft: Draft, step: Step, report: Report, numbers: dict[str, Any], made: Circumstances
) -> Artifact:
    if {check.name for check in report.checks} != set(step.checks):
        raise AssertionError(f"{step.key}: checks {report.checks} are not those declared, {step.checks}")
    return draft.finish(numbers, report.headline, report.checks, dict(report.pictures), made)


def _input(planner: Planner, row: Row, name: str) -> Artifact:
    assert row.recipe is not None
    key, entry = input_place(name, row.recipe.partition)
    artifact = planner.store.by_version(key, entry, row.recipe.inputs[name])
    if artifact is None or not artifact.has_its_files():
        raise StoreError(
            f"{row.asset} of {row.partition}: its input {name} is not in the store as planned; "
            f"run `cryo run {entry} --to {row.asset if entry == row.partition else key}`"
        )
    failed = [check for check in artifact.checks if check.blocking and not check.passed]
    if failed:
        raise StoreError(
            f"{row.asset} of {row.partition}: its input {name} failed {failed[0].name}: {failed[0].detail}"
        )
    return artifact


def _require_unchanged(planner: Planner, step: Step, row: Row, manifest: Any) -> None:
    assert row.recipe is not None
    for label, path in step.files(manifest).items():
        if planner.digests.get(path) != row.recipe.files.get(label):
            raise StoreError(f"{path}: changed while {row.asset} was computed from it; run again")


def _alone_on(device: torch.device, planner: Planner) -> AbstractContextManager[None]:
    """Hold the device: a step process that outlives its run must not share the GPU with the next one."""
    if device.type == "cpu":
        return nullcontext()
    return file_lock(planner.home.work / "locks" / f"{device.type}{device.index}.lock")


def _finite(numbers: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows no NaN: a number that is not finite was not measured."""
    return {
        name: None if isinstance(value, float) and not abs(value) < float("inf") else value
        for name, value in numbers.items()
    }


def _circumstances(
    seconds: float, device: torch.device, dagster_run_id: str, mlflow_run_id: str
) -> Circumstances:
    gpu = device.type == "cuda"
    peak = torch.cuda.max_memory_allocated(device) if gpu else 0
    return Circumstances(
        created=datetime.now(UTC).isoformat(timespec="microseconds"),
        host=socket.gethostname(),
        user=os.environ.get("USER") or getpass.getuser(),
        device=torch.cuda.get_device_name(device) if gpu else f"cpu ({torch.get_num_threads()} threads)",
        seconds=round(seconds, 3),
        peak_memory_bytes=max(peak, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024),
        software={
            "cryo-assets": version("cryo-assets"),
            "torch": torch.__version__,
            "python": platform.python_version(),
        },
        dagster_run_id=dagster_run_id,
        mlflow_run_id=mlflow_run_id,
    )
