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

    def asset(self, key: str) -> None:
        """Say that an asset is begun."""

    def note(self, text: str) -> None:
        """Say something that a person should know now, such as what is waited for."""

    def stage(self, name: str) -> "Progress":
        """Begin a stage; the result is called with (done, total)."""


class LogReporter:
    """Writes a line with the time left, at most every `interval` seconds."""

    def __init__(self, write: Callable[[str], None], interval: float = 10.0) -> None:
        self._write = write
        self._interval = interval

    def asset(self, key: str) -> None:
        """Say that an asset is begun."""
        self._write(f"{key}: begun")

    def note(self, text: str) -> None:
        """Write a line."""
        self._write(text)

    def stage(self, name: str) -> "Progress":
        """Begin a stage."""
        began = last = time.monotonic()

        def report(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if done and now - last >= self._interval:
                last = now
                left = (now - began) * (total - done) / done
                self._write(f"{name}: {100 * done // max(total, 1)}%, {left:.0f} s left")

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
