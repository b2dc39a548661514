"""Telling people how far a long computation is: a bar at a terminal, a line now and then in Dagster's log."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the command line says --help before torch is loaded
    from cryo_core.data import Progress


class Reporter(Protocol):
    """Whatever shows progress to a person."""

    def steps(self, entry: str, total: int) -> None:
        """Say that so many assets of an entry are to be made."""

    def asset(self, key: str) -> None:
        """Say that an asset is begun."""

    def done(self, key: str, seconds: float | None) -> None:
        """Say that an asset is made, in so many seconds; None where the store had it."""

    def note(self, text: str) -> None:
        """Say something that a person should know now, such as what is waited for."""

    def stage(self, name: str) -> "Progress":
        """Begin a stage; the result is called with (done, total)."""


class Countdown:
    """How long a stage will take yet, by its pace since it first said how far it is.

    What it did before that (reading files, what an earlier run left) does not count. A share of the work that is done
    too small to tell a pace gives no answer.
    """

    _LEAST_SHARE = 0.02

    def __init__(self) -> None:
        self._began: tuple[float, int] | None = None

    def left(self, done: int, total: int, now: float) -> float | None:
        """Seconds that are left at a time (s), when `done` of `total` are; None where that is not known yet."""
        if self._began is None:
            self._began = (now, done)
        began, first = self._began
        if done - first < max(1.0, self._LEAST_SHARE * total):
            return None
        return (now - began) * (total - done) / (done - first)


def duration(seconds: float) -> str:
    """A time in words: 0.42 s, 42 s, 3 min 20 s, 2 h 5 min."""
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.2g} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if minutes < 10 and rest else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


class Counter:
    """Which step of how many is begun, in words."""

    def __init__(self) -> None:
        self.total, self.begun = 0, 0

    def expect(self, total: int) -> None:
        """Begin to count so many steps."""
        self.total, self.begun = total, 0

    def next(self, key: str) -> str:
        """The words for the step that is begun."""
        self.begun += 1
        return f"step {self.begun} of {self.total}: {key}" if self.total else f"{key}: begun"


def said_done(key: str, seconds: float | None) -> str:
    """The words for a step that is made."""
    return f"{key}: in the store" if seconds is None else f"{key}: done in {duration(seconds)}"


class LogReporter:
    """Writes a line for each step that begins and ends, and one with the time left every `interval` seconds."""

    def __init__(self, write: Callable[[str], None], interval: float = 10.0) -> None:
        self._write = write
        self._interval = interval
        self._counter = Counter()

    def steps(self, entry: str, total: int) -> None:
        """Say that so many assets of an entry are to be made."""
        self._counter.expect(total)
        self._write(f"{entry}: {total} step{'s' if total != 1 else ''}")

    def asset(self, key: str) -> None:
        """Say that an asset is begun."""
        self._write(self._counter.next(key))

    def done(self, key: str, seconds: float | None) -> None:
        """Say that an asset is made."""
        self._write(said_done(key, seconds))

    def note(self, text: str) -> None:
        """Write a line."""
        self._write(text)

    def stage(self, name: str) -> "Progress":
        """Begin a stage."""
        began, countdown = time.monotonic(), Countdown()
        last, ended = began, False

        def report(done: int, total: int) -> None:
            nonlocal last, ended
            now = time.monotonic()
            left = countdown.left(done, total, now)
            if (
                done >= total and last > began and not ended
            ):  # a stage that said how far it was says that it ended
                ended = True
                self._write(f"{name}: done in {duration(now - began)}")
            elif done < total and left is not None and now - last >= self._interval:
                last = now
                self._write(f"{name}: {100 * done // max(total, 1)}%, {duration(max(left, 1.0))} left")

        return report


_CURRENT: ContextVar[Reporter | None] = ContextVar("reporter", default=None)


@contextmanager
def reporting_to(reporter: Reporter) -> Iterator[None]:
    """Send the progress of what runs inside to a reporter."""
    token = _CURRENT.set(reporter)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current_reporter(otherwise: Reporter) -> Reporter:
    """Give the reporter in force, or another."""
    return _CURRENT.get() or otherwise
