"""All that we use of Dagster's private modules, which may move with any release: what, and why.

`PRIVATE` names each, those that dagster.yaml and the tests name too; a test looks each up, and holds that no other
file of ours uses a private module. When Dagster is raised and that test fails: look for the new place, or for a public
way, change it here, and set `WRITTEN_FOR`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
from dagster._core.execution.plan.instance_concurrency_context import InstanceConcurrencyContext
from dagster_shared.record import copy

WRITTEN_FOR = "1.13.27"
"""Version of Dagster that these were last looked up in."""

PRIVATE = {
    "dagster._core.execution.plan.instance_concurrency_context"
    ":InstanceConcurrencyContext.interval_to_next_pending_claim_check": "a run in a command waits for a pool without "
    "keeping a core busy: Dagster's own pause is 0 or less, whatever it waits for",
    "dagster_shared.record:copy": "a tick of a sensor, an immutable record, gets the reason why it did nothing",
    "dagster._core.storage.event_log:SqliteEventLogStorage": "the files of events of removed runs are removed too: "
    "Dagster leaves them, empty",
    "dagster._core.storage.root:LocalArtifactStorage": "dagster.yaml keeps Dagster's own files in the home",
    "dagster._core.storage.local_compute_log_manager:LocalComputeLogManager": "dagster.yaml keeps logs in the home",
    "dagster._core.instance.ref:InstanceRef.from_dir": "a test reads dagster.yaml as a bare `dagster dev` does",
}
"""Module and name, and what it is used for."""


@contextmanager
def pausing_between_claims(seconds: float) -> Iterator[None]:
    """Have runs in this process ask for a pool every so many seconds while it is not free."""
    spinning = InstanceConcurrencyContext.interval_to_next_pending_claim_check

    def pause(self: InstanceConcurrencyContext) -> float:  # noqa: ARG001
        return seconds

    InstanceConcurrencyContext.interval_to_next_pending_claim_check = pause  # type: ignore[method-assign]
    try:
        yield
    finally:
        InstanceConcurrencyContext.interval_to_next_pending_claim_check = spinning  # type: ignore[method-assign]


def with_reason(tick: Any, reason: str) -> Any:
    """The tick of a sensor that did nothing, with the reason why."""
    return copy(tick, skip_message=reason)


def event_folder(instance: dg.DagsterInstance) -> Path | None:
    """The folder of the event log where it is SQLite's; None where a server looks after itself."""
    from dagster._core.storage.event_log import SqliteEventLogStorage

    storage = instance.event_log_storage
    storage = getattr(storage, "_storage", storage)
    event_log = getattr(storage, "event_log_storage", storage)
    return Path(event_log._base_dir) if isinstance(event_log, SqliteEventLogStorage) else None
