"""Runs that a page begins, as `cryo run` does: in a process of its own, which goes on when the server ends."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryo_assets.engine.overview import Overview
from cryo_assets.home import Home, checked_name
from cryo_assets.pages.library import EntryView
from cryo_assets.upkeep.budget import known_seconds
from cryo_core.errors import StoreError

_TAIL = 1 << 14
"""Bytes of a run's words that are looked at."""


def start(view: EntryView, command: Sequence[str] = (), kind: str = "run") -> None:
    """Begin to make what an entry lacks; StoreError while a run that a page began goes on.

    Parameters
    ----------
    view
        The entry.
    command
        Another command of `cryo` than its run.
    kind
        What it is told by; one of a kind goes on at a time.
    """
    log = _log(view.home, view.name, kind)
    log.parent.mkdir(parents=True, exist_ok=True)
    whole = [sys.executable, "-m", "cryo_assets.cli", *(command or ("run", view.name))]
    with log.open("a+") as words:
        try:
            fcntl.flock(words, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"{view.name}: a run of it that was begun here goes on") from error
        words.truncate(0)
        process = (
            subprocess.Popen(  # it inherits the lock with the file: whoever finds it free knows that it ended
                whole,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
                env={**os.environ, "CRYO_HOME": str(view.home.root)},
                cwd=view.home.root,
                start_new_session=True,
            )
        )
    threading.Thread(target=process.wait, daemon=True).start()


def told(home: Home, name: str, kind: str = "run") -> dict[str, Any] | None:
    """What the last run that a page began says: whether it goes on, its last line, and why it failed; None if none."""
    log = _log(home, name, kind)
    if not log.exists():
        return None
    with log.open("rb") as words:
        try:
            fcntl.flock(words, fcntl.LOCK_SH | fcntl.LOCK_NB)
            goes_on = False
        except BlockingIOError:
            goes_on = True
        words.seek(max(0, log.stat().st_size - _TAIL))
        lines = words.read().decode(errors="replace").splitlines()
    faults = [line.removeprefix("cryo: ") for line in lines if line.startswith("cryo: ")]
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return {"goes_on": goes_on, "line": last if goes_on else "", "failed": [] if goes_on else faults}


def _log(home: Home, name: str, kind: str) -> Path:
    return home.work / "page-runs" / kind / f"{checked_name(name)}.log"


def plan(view: EntryView) -> dict[str, Any]:
    """What a run would make, why, and how long each took before, of this entry or of others; None if none did."""
    seconds = known_seconds(Overview(view.planner).index.seconds(), view.rows.values())
    due = [row for row in view.rows.values() if row.state == "compute"]
    rows = [{"asset": r.asset, "why": list(r.why), "seconds": seconds.get(r.asset)} for r in due]
    return {"rows": rows, "command": f"cryo run {view.name}"}


def state(view: EntryView) -> dict[str, Any]:
    """How far an entry is: assets that are as planned, of how many, and what is made now, with the time left."""
    planned = [row for row in view.rows.values() if row.state != "skipped"]
    done = sum(row.state == "stored" for row in planned)
    found: dict[str, Any] = {"done": done, "of": len(planned), "running": None}
    if view.running:
        asset, began = view.running
        seconds = time.time() - began
        rest = plan(view)["rows"]
        left = None if any(row["seconds"] is None for row in rest) else sum(row["seconds"] for row in rest)
        found["running"] = {"asset": asset, "seconds": round(seconds), "step": done + 1}
        found["running"]["left"] = None if left is None else round(max(0.0, left - seconds))
    found["run"] = told(view.home, view.name)
    return found
