"""What people and machines read: tables, progress bars, JSON, one-line errors."""

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn
from rich.table import Table
from rich.text import Text

from cryo_assets.progress import Countdown, Counter, LogReporter, Reporter, duration, said_done
from cryo_assets.wording import shown

if TYPE_CHECKING:
    from cryo_core.data import Progress as ProgressCall

_ERRORS = Console(stderr=True, highlight=False)


def print_error(message: str) -> None:
    """Print one line on stderr."""
    sys.stderr.write(f"cryo: {' '.join(message.split())}\n")


def print_note(message: str) -> None:
    """Print a line for people, on stderr, so that stdout stays what was asked for."""
    _ERRORS.print(message, soft_wrap=True, markup=False)  # paths and titles hold brackets


def print_json(document: Any) -> None:
    """Print a JSON document on stdout."""
    sys.stdout.write(json.dumps(document, indent=1, ensure_ascii=False, default=str) + "\n")


def print_line(text: str) -> None:
    """Print a line on stdout."""
    sys.stdout.write(text + "\n")


def is_wide() -> bool:
    """Whether a table with paths fits: a terminal of 150 columns, or no terminal at all."""
    console = Console()
    return not console.is_terminal or console.width >= 150


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str | None = None) -> None:
    """Print a table on stdout; whole values where it is not a terminal."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=240)
    table = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    console.print(table)


def print_document(document: Mapping[str, Any], json: bool, title: str | None = None) -> None:
    """Print what a command has to say: one JSON document, or a table of all of it with a list of warnings below."""
    if json:
        print_json(document)
        return
    warnings = document.get("warnings")
    below = warnings if isinstance(warnings, list) else []
    rows = [
        (name, shown(value, name)) for name, value in document.items() if not (name == "warnings" and below)
    ]
    print_table(("field", "value"), [row for row in rows if row[1]], title)
    for warning in below:
        print_note(f"warning: {warning}")


class BarReporter:
    """A bar for the steps, and one for the stage in hand, with the time left; a line for each step that is made."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._counter = Counter()
        self._steps: TaskID | None = None
        self._stage: TaskID | None = None

    def steps(self, entry: str, total: int) -> None:
        """Begin the bar of an entry's steps."""
        self._clear()
        if self._steps is not None:
            self._progress.remove_task(self._steps)
        self._counter.expect(total)
        self._steps = self._progress.add_task(entry, total=total, left="")

    def asset(self, key: str) -> None:
        """Move the bar to the asset that is begun."""
        self._clear()
        if self._steps is not None:
            begun = self._counter.begun
            self._progress.update(self._steps, completed=begun, description=self._counter.next(key))

    def done(self, key: str, seconds: float | None) -> None:
        """Print a line above the bars."""
        self._clear()
        self.note(f"  {said_done(key, seconds)}")

    def note(self, text: str) -> None:
        """Print a line above the bars."""
        self._progress.print(Text(text))

    def stage(self, name: str) -> "ProgressCall":
        """Bar of a stage that begins."""
        self._clear()
        task, countdown = self._progress.add_task(f"  {name}", total=None, left=""), Countdown()
        self._stage = task

        def report(done: int, total: int) -> None:
            left = countdown.left(done, total, time.monotonic())
            said = "" if left is None else f"{duration(max(left, 1.0))} left"
            self._progress.update(task, completed=done, total=total, left=said)

        return report

    def _clear(self) -> None:
        if self._stage is not None:
            self._progress.remove_task(self._stage)
            self._stage = None


@contextmanager
def reporter() -> Iterator[Reporter]:
    """Reporter on stderr: bars at a terminal, a line every few seconds elsewhere."""
    if not _ERRORS.is_terminal:
        yield LogReporter(lambda line: print_note(f"  {line}"), interval=5)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[left]}"),
    )
    with Progress(*columns, console=_ERRORS, transient=True) as progress:
        yield BarReporter(progress)
