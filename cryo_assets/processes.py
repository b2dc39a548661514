"""Processes that end with the one that started them, however that ends."""

import ctypes
import multiprocessing
import os
import signal
import socket

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


def scheduler_job() -> str:
    """The job of a scheduler that this process is of; "" if it is of none."""
    if not os.environ.get(STEP_JOB_VARIABLE):
        return ""
    return (
        os.environ.get("SLURM_JOB_ID") or socket.gethostname()
    )  # Kubernetes calls the pod of a job by its name


def node() -> str:
    """The machine this process runs on, as the scheduler calls it where one does."""
    return (os.environ.get("SLURMD_NODENAME") if scheduler_job() else None) or socket.gethostname()


STEP_JOB_VARIABLE = "CRYO_STEP_JOB"
"""Set in the job of a step: a command inside somebody's own job is none."""


def end_when_asked() -> None:
    """In a scheduler's job, end at once when asked to: who watches the job says why, and what is half done is known."""
    if scheduler_job():
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
