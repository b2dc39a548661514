"""Leases: the versions that runs under way rest on, which nobody may remove.

A command, and each step of a run of Dagster, holds a file locked while it works; the kernel lets go of it when the
process ends, however it ends. Between its steps a run of Dagster is kept by a file that bears its number.
"""

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cryo_assets.store.disk import file_lock, full_disk_named, is_locked


class Leases:
    """The leases of a store, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Hold off new leases: whoever removes versions looks at the leases and removes inside."""
        with file_lock(self._folder / "lock"):
            yield

    @contextmanager
    def held(self, versions: Iterable[str]) -> Iterator[None]:
        """Hold versions while the body runs; what was removed before is not there, so look again inside."""
        path = self._folder / f"{uuid.uuid4().hex}.held"
        with ExitStack() as stack:
            with full_disk_named(self._folder), file_lock(self._folder / "lock"):
                stack.enter_context(file_lock(path))
                path.write_text(json.dumps(sorted(versions)))
            yield

    def of_run(self, run: str, versions: Iterable[str]) -> None:
        """Keep versions until a run of Dagster is known to have ended (`end_runs`)."""
        path = self._folder / f"{run}.run"
        with full_disk_named(self._folder), file_lock(self._folder / "lock"):
            partial = path.with_suffix(".new")
            partial.write_text(json.dumps(sorted(set(versions) | _read(path))))
            partial.replace(path)

    def runs(self) -> set[str]:
        """The runs of Dagster that versions are kept for."""
        return {path.stem for path in self._folder.glob("*.run")}

    def end_runs(self, runs: Iterable[str]) -> None:
        """Let go of what was kept for runs of Dagster that have ended."""
        for run in runs:
            (self._folder / f"{run}.run").unlink(missing_ok=True)

    def in_hand(self) -> set[str]:
        """The versions that a process holds now; the files of processes that were killed go."""
        found: set[str] = set()
        for path in self._folder.glob("*.held"):
            if is_locked(path):
                found |= _read(path)
            else:
                path.unlink(missing_ok=True)
        return found

    def versions(self) -> set[str]:
        """All versions that runs under way rest on."""
        return self.in_hand().union(*(_read(path) for path in self._folder.glob("*.run")))


def _read(path: Path) -> set[str]:
    try:
        return set(json.loads(path.read_text() or "[]"))
    except FileNotFoundError:
        return set()
