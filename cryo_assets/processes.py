"""Processes that end with the one that started them, however that ends."""

import ctypes
import multiprocessing
import signal

_PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Have the kernel end this process when its parent dies, even by SIGKILL."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def die_with_the_run() -> None:
    """As `die_with_parent`, in a step's process: of a run worker that is killed no step goes on unseen.

    A command at a terminal is no such process, and outlives its shell if it was asked to.
    """
    if multiprocessing.parent_process() is not None:
        die_with_parent()
