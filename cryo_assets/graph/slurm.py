"""Steps as jobs of Slurm. The scheduler is the state: a job's name says of which run, step and try it is.

So a submission is found again by whoever looks for it, after any crash, and is never made twice. What a job was killed
for decides what follows: memory, once more with twice as much; a node that failed or was taken away, again elsewhere;
anything else is the step's failure.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.step import GPU
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.cluster import Cluster, script
from cryo_assets.graph.dagster_private import (
    CheckStepHealthResult,
    DagsterEvent,
    EngineEventData,
    StepHandler,
    StepHandlerContext,
)
from cryo_assets.graph.resources import filled_in, log_folder
from cryo_assets.home import Home
from cryo_assets.processes import STEP_JOB_VARIABLE, die_with_parent
from cryo_assets.store.store import Store

_LOOK_SECONDS = 2.0
_LONGEST_LOOK_SECONDS = 15.0
"""squeue is asked every so often at most, of an old job after a tenth of its age: a step itself tells of its end."""

_PATIENCE_SECONDS = 600.0
"""How long a controller that does not answer is waited for."""

_CANCEL_SECONDS = 60.0
"""How long for a controller is waited where jobs are to be cancelled."""

_ENDED_WELL = "COMPLETED"
_AGAIN = {"NODE_FAIL", "PREEMPTED", "BOOT_FAIL", "REVOKED"}
_BAD = {"FAILED", "CANCELLED", "TIMEOUT", "OUT_OF_MEMORY", "DEADLINE", *_AGAIN}
_NEVER = re.compile(
    r"Partition(Time|Node)Limit|PartitionConfig|BadConstraints|MaxWall|Invalid(Account|QOS)|PerJob"
)
"""Reasons of Slurm for which a job that waits will never begin."""

_MOST_AGAIN = 3
_FOR_MEMORY = re.compile(r"exceeded memory limit|Exceeded job memory limit|oom.kill", re.IGNORECASE)
_UNREACHED = re.compile(r"contact|timed out|refused|temporar|Zero Bytes|communication", re.IGNORECASE)
_PASSED_ON = (
    "CRYO_",
    "DAGSTER_",
    "MLFLOW_",
    "PYTHON",
    "OMP_",
    "MKL_",
    "NUMBA_",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
)
_WORDS = {
    "TIMEOUT": "ran past its time limit; `time` of cluster.yaml gives it more",
    "CANCELLED": "was cancelled from outside (scancel)",
    "OUT_OF_MEMORY": "was killed for its memory, with twice as much as well; `memory` of cluster.yaml gives it more",
    "FAILED": "ended by itself",
    "DEADLINE": "would not have ended before its deadline",
}  # fmt: skip


@dataclass(frozen=True)
class Job:
    """A job as Slurm knows it; `signal` is that which ended it, 0 if none did."""

    number: str
    state: str
    node: str
    reason: str
    signal: int
    name: str

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return self.state == _ENDED_WELL or self.state in _BAD


def ask(*command: str) -> subprocess.CompletedProcess[str]:
    """What one of Slurm's commands says."""
    try:
        return subprocess.run(
            command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60
        )
    except (FileNotFoundError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 127, "", f"{command[0]}: {error}")


def job_name(run: str, step: str = "", attempt: int = 0) -> str:
    """Name of the job of a step of a run; without a step how the names of all jobs of the run begin."""
    return f"cryo-{run[:8]}-" + (f"{step}-{attempt}" if step else "")


def jobs_of(beginning: str) -> list[Job] | None:
    """The jobs of this user whose names begin so, those over for as long as Slurm does; None if it does not answer."""
    fields = "JobID:|,State:|,NodeList:|,Reason:|,exit_code:|,Name:|"
    found = ask("squeue", "--noheader", "--states=all", f"--user={os.getuid()}", f"--Format={fields}")
    if found.returncode:
        return None
    jobs = []
    for line in found.stdout.splitlines():
        number, state, node, reason, code, name = line.removesuffix("|").split("|", 5)
        if name.startswith(beginning):
            jobs.append(Job(number.strip(), state, node, reason, int(code or 0) & 0x7F, name))
    return jobs


def cancel_jobs(beginning: str, lost_alone: bool = False) -> None:
    """Cancel what is left of the jobs whose names begin so: each is asked to end, and killed by Slurm soon after.

    A controller that does not answer is waited for. `lost_alone`: only jobs of steps that were submitted again, since
    a try that was taken for lost may have come back and ended.
    """
    end = time.monotonic() + _CANCEL_SECONDS
    while time.monotonic() < end:
        jobs = jobs_of(beginning)
        names = [job.name for job in jobs or []]
        alive = [
            job.number
            for job in jobs or []
            if not job.is_over
            and not (lost_alone and sum(name.startswith(job.name.rstrip("am")) for name in names) < 2)
        ]
        if jobs is not None and (not alive or ask("scancel", *alive).returncode == 0):
            return
        time.sleep(_LOOK_SECONDS)


class SlurmStepHandler(StepHandler):
    """Runs each step as a job; small ones where the run is."""

    def __init__(self, home: Home, cluster: Cluster, template: str) -> None:
        self._home, self._cluster, self._template = home, cluster, template
        self._seen: tuple[float, list[Job] | None] = (0.0, None)
        self._mine: dict[
            str, float
        ] = {}  # names that were submitted or found by this process, and since when
        self._over: dict[str, float] = {}  # since when a job is over, and its step has no end
        self._refused: dict[str, str] = {}
        self._waiting: dict[str, float] = {}
        self._here: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def name(self) -> str:
        """Name in Dagster's records."""
        return "Slurm"

    def launch_step(self, step_handler_context: StepHandlerContext) -> Iterator[DagsterEvent]:
        """Submit a step's job, unless it is there."""
        context = step_handler_context
        key, name = _names(context)
        asset = key.replace("__", "/")
        said, log = f"Slurm job {name}", self._folder(context) / f"{name}.out"
        if asset not in STEPS or self._cluster.runs_here(asset):
            said = f"process {self._run_here(context, name, log)} beside the run"
        else:
            self._submit(context, name)
        yield DagsterEvent.step_worker_starting(
            context.get_step_context(key), said, metadata={"log": dg.MetadataValue.path(str(log))}
        )

    def check_step_health(self, step_handler_context: StepHandlerContext) -> CheckStepHealthResult:
        """Whether a step is under way, or has ended; what was killed for no fault of its own is submitted again."""
        context = step_handler_context
        _, name = _names(context)
        if name in self._here:
            code = self._here[name].poll()
            return (
                CheckStepHealthResult.healthy()
                if code is None
                else self._ended(name, f"process ended ({code})")
            )
        if name in self._waiting:
            self._submit(context, name)
        if name in self._refused:
            return CheckStepHealthResult.unhealthy(self._refused[name])
        old = time.monotonic() - self._mine.get(name, time.monotonic())
        jobs = self._jobs(context, min(max(_LOOK_SECONDS, old / 10), _LONGEST_LOOK_SECONDS))
        if jobs is None or name in self._waiting:
            return CheckStepHealthResult.healthy()  # nobody knows; Slurm's controller may be restarting
        job = _newest(jobs, name)
        if job is None and name not in self._mine:
            return CheckStepHealthResult.unhealthy("its job was not submitted, or is long over")
        self._mine.setdefault(name, time.monotonic())
        if job is None or job.state == _ENDED_WELL:
            return self._ended(name, f"Slurm job {job.number if job else name} is over")
        if job.state == "PENDING" and _NEVER.search(job.reason):
            ask("scancel", job.number)
            self._refused[name] = f"Slurm job {job.number} could never begin ({job.reason}); see cluster.yaml"
            return CheckStepHealthResult.unhealthy(self._refused[name])
        if job.state not in _BAD:
            return CheckStepHealthResult.healthy()
        return self._again(context, name, job)

    def terminate_step(self, step_handler_context: StepHandlerContext) -> Iterator[DagsterEvent]:
        """Have a step end: its job is asked to, and killed by Slurm soon after (KillWait)."""
        context = step_handler_context
        key, name = _names(context)
        yield DagsterEvent.engine_event(context.get_step_context(key), f"cancels {name}", EngineEventData())
        if name in self._here:
            self._here[name].terminate()
        else:
            cancel_jobs(name)

    def _jobs(self, context: StepHandlerContext, age: float) -> list[Job] | None:
        """All jobs of the run, asked for at most every so many seconds."""
        when, found = self._seen
        if time.monotonic() - when > age:
            found = jobs_of(job_name(context.execute_step_args.run_id))
            self._seen = time.monotonic(), found
        return found

    def _submit(self, context: StepHandlerContext, name: str, again: str = "") -> None:
        """Submit a job that is not there yet; what Slurm refuses for good is kept for the next look."""
        jobs = self._jobs(context, 0)
        since = self._waiting.setdefault(name, time.monotonic())
        if jobs is None:
            fault: str | None = "squeue: Slurm's controller does not answer"
        elif any(job.name == name + again for job in jobs):
            fault = None
        else:
            fault = self._sbatch(context, name + again, more=2 ** again.count("m"))
            self._seen = (0.0, None)
        if fault and _UNREACHED.search(fault + ("contact" if jobs is None else "")):
            if time.monotonic() - since < _PATIENCE_SECONDS:
                return
        del self._waiting[name]
        self._mine[name] = time.monotonic()
        if fault:
            self._refused[name] = f"Slurm refused its job: {' '.join(fault.split())}"

    def _sbatch(self, context: StepHandlerContext, name: str, more: int) -> str | None:
        """Write a step's script and submit it; the result is what Slurm says against it."""
        (key,) = context.execute_step_args.step_keys_to_execute or ()
        asset, entry = key.replace("__", "/"), context.dagster_run.tags.get("dagster/partition", TRAINING)
        step, folder = STEPS[asset], self._folder(context)
        job = filled_in(
            self._cluster.asks(asset, step.pool),
            Store(self._home.store, self._home.work),
            asset,
            entry,
            step.pool == GPU,
            more,
        )
        environment = {**environment_of(self._home), **_step_environment(context)}
        environment |= self._cluster.disk | {"OMP_NUM_THREADS": str(job.cpus), STEP_JOB_VARIABLE: name}
        names = {"name": name, "log": str(folder / f"{name}.out"), "asset": asset, "entry": entry}
        path = folder / f"{name}.sh"
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(script(self._template, job, names, environment, _command()))
        options = [f"--job-name={name}", f"--output={names['log']}", "--no-requeue", "--parsable"]
        submitted = ask("sbatch", *options, str(path))
        return (submitted.stderr or "no reason given") if submitted.returncode else None

    def _again(self, context: StepHandlerContext, name: str, job: Job) -> CheckStepHealthResult:
        """Submit what was killed once more, or say why its step failed."""
        tries = job.name[len(name) :]
        log = self._folder(context) / f"{job.name}.out"
        said = _tail(log)
        memory = job.state == "OUT_OF_MEMORY" or (
            job.state in ("FAILED", "CANCELLED") and _FOR_MEMORY.search("\n".join(said))
        )
        more = "m" if memory and "m" not in tries else "a" if job.state in _AGAIN else ""
        if more and len(tries) < _MOST_AGAIN:
            (key,) = context.execute_step_args.step_keys_to_execute or ()
            why = "was killed for its memory" if memory else f"was lost ({job.state.lower()})"
            DagsterEvent.engine_event(
                context.get_step_context(key),
                f"Slurm job {job.number} {why}; it is submitted again"
                + (", with twice as much" if memory else ""),
                EngineEventData({"log": dg.MetadataValue.path(str(log))}),
            )
            self._submit(context, name, tries + more)
            return CheckStepHealthResult.healthy()
        words = (
            _WORDS["OUT_OF_MEMORY" if memory else job.state]
            if job.state in _WORDS or memory
            else "was lost, again"
        )
        if job.state == "FAILED" and job.signal and not memory:
            words, said = f"was killed from outside (signal {job.signal})", []
        last = f": {said[-1]}" if said and job.state == "FAILED" and not memory else ""
        where = f" on {job.node}" if job.node else ""
        return CheckStepHealthResult.unhealthy(
            f"Slurm job {job.number}{where} {words}{last} (its log: {log})"
        )

    def _ended(self, name: str, what: str) -> CheckStepHealthResult:
        """Give what is over a while for its last event to be seen."""
        if time.monotonic() - self._over.setdefault(name, time.monotonic()) < self._cluster.grace_seconds:
            return CheckStepHealthResult.healthy()
        return CheckStepHealthResult.unhealthy(f"{what}, and its step did not say that it ended")

    def _run_here(self, context: StepHandlerContext, name: str, log: Path) -> int:
        environment = {**os.environ, **environment_of(self._home), **_step_environment(context)}
        with log.open("ab") as output:
            self._here[name] = subprocess.Popen(
                _command(), env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                preexec_fn=die_with_parent,
            )  # fmt: skip
        return self._here[name].pid

    def _folder(self, context: StepHandlerContext) -> Path:
        folder = log_folder(Path(context.instance.storage_directory()), context.execute_step_args.run_id)
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _names(context: StepHandlerContext) -> tuple[str, str]:
    """The step's key, and the name of its job."""
    arguments = context.execute_step_args
    (key,) = arguments.step_keys_to_execute or ()
    attempt = arguments.known_state.get_retry_state().get_attempt_count(key) if arguments.known_state else 0
    return key, job_name(arguments.run_id, key, attempt)


def _newest(jobs: list[Job], name: str) -> Job | None:
    """The last try of a job: each bears a letter more than the one before."""
    mine = [job for job in jobs if job.name.startswith(name) and set(job.name[len(name) :]) <= {"a", "m"}]
    return max(mine, key=lambda job: len(job.name), default=None)


def _command() -> list[str]:
    return [sys.executable, "-m", "dagster", "api", "execute_step"]


def environment_of(home: Home) -> dict[str, str]:
    """What a step has to know wherever it runs; the rest of the environment is the node's."""
    passed = {name: value for name, value in os.environ.items() if name.startswith(_PASSED_ON)}
    return {**passed, "CRYO_HOME": str(home.root), "DAGSTER_HOME": str(home.dagster)}


def _step_environment(context: StepHandlerContext) -> dict[str, str]:
    return {str(one["name"]): str(one["value"]) for one in context.execute_step_args.get_command_env()}


def _tail(log: Path) -> list[str]:
    """The last lines of a job's log."""
    try:
        with log.open("rb") as said:
            said.seek(max(0, log.stat().st_size - 4096))
            return [line for line in said.read().decode(errors="replace").splitlines() if line.strip()]
    except OSError:
        return []
