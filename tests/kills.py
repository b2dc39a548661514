"""A home on a Slurm, a Postgres and a daemon of the test's own, each part of which can be killed; and what is left."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import dagster as dg
import postgres
import slurm
import tiny

from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.pools import WORKER_TAG, alive
from cryo_assets.graph.records import UNFINISHED, runs_under_way
from cryo_assets.home import DATABASE_VARIABLE, PACKAGE, Home
from cryo_assets.processes import STEP_JOB_VARIABLE
from cryo_assets.store.disk import is_locked
from cryo_assets.store.store import Store
from cryo_assets.upkeep.jobs import _ask

SITE = "grace_seconds: 10\njobs:\n- {of: cpu, cpus: 1, memory: 1500M}\n- {of: gpu, cpus: 1, gpus: 1, memory: 1500M}\n"
KEYS = ("maps/source", "maps/fsc", "maps/resampled")


class Site:
    """All parts of a home that is served on a cluster."""

    def __init__(self, home: Home, cluster: slurm.Cluster, database: postgres.Server) -> None:
        self.home, self.cluster, self._database = home, cluster, database
        self._entries = 0
        self.start_daemon()

    def start_daemon(self) -> None:
        """Start Dagster's daemon, again if it was killed."""
        workspace = str(PACKAGE / "workspace.yaml")
        with (self.home.root / "daemon.log").open("ab") as log:
            self.daemon = subprocess.Popen(
                [str(Path(sys.executable).with_name("dagster-daemon")), "run", "-w", workspace],
                env={**os.environ, "DAGSTER_HOME": str(self.home.dagster)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def ask(self, instance: dg.DagsterInstance, keys: Sequence[str] = KEYS) -> str:
        """Ask for a run of a new map; its name."""
        self._entries += 1
        name = f"m{self._entries:03d}"
        tiny.add_map(self.home.root, name)
        _ask(instance, "maps", name, keys, {})
        return name

    # ------------------------------------------------------------------------------------------ what is killed

    def kill_step(self, which: random.Random) -> str:
        """Kill the process of a step."""
        return _kill(which, list(self.steps()))

    def kill_worker(self, which: random.Random) -> str:
        """Kill the process of a run."""
        with instance_of(self.home) as instance:
            tags = [run.tags.get(WORKER_TAG, "") for run in runs_under_way(instance)]
        numbers = [tag.split()[1].split("/")[0] for tag in tags if tag]
        return _kill(which, [int(number) for number in numbers if alive(number)])

    def kill_daemon(self, which: random.Random) -> str:
        """Kill the daemon; another is started a little later."""
        said = _kill(which, [self.daemon.pid])
        self.daemon.wait()
        time.sleep(which.uniform(0, 5))
        self.start_daemon()
        return said

    def kill_node(self, which: random.Random) -> str:
        """Kill a node's slurmd; it comes back before Slurm takes the node for dead, or after."""
        name = which.choice(list(self.cluster.nodes))
        said = _kill(which, [self.cluster.nodes[name].pid])
        self.cluster.nodes[name].wait()
        time.sleep(which.choice((1.0, 30.0)))
        self.cluster.start_node(name)
        return f"{name}, {said}"

    def restart_controller(self, which: random.Random) -> str:
        """Kill slurmctld, and start it again a little later."""
        said = _kill(which, [self.cluster.controller.pid])
        self.cluster.controller.wait()
        time.sleep(which.uniform(0, 10))
        self.cluster.start_controller()
        return said

    def restart_database(self, which: random.Random) -> str:
        """Restart Postgres."""
        self._database.stop()
        time.sleep(which.uniform(0, 10))
        self._database.start()
        return "restarted"

    def cancel_job(self, which: random.Random) -> str:
        """Cancel a job by hand."""
        jobs = [line.split()[0] for line in self.jobs()]
        if not jobs:
            return "nothing there"
        number = which.choice(jobs)
        with suppress(subprocess.CalledProcessError):
            self.cluster.ask("scancel", number)
        return f"job {number}"

    # -------------------------------------------------------------------------------------------- what there is

    def jobs(self) -> list[str]:
        """Number, name and state of each job that is not over; waits for the controller."""
        return _patiently(lambda: self.cluster.ask("squeue", "--noheader", "--format=%i %j %T").splitlines())

    def steps(self) -> Iterator[int]:
        """Processes that compute a step of this home."""
        home, mark = f"CRYO_HOME={self.home.root}\0".encode(), f"{STEP_JOB_VARIABLE}=".encode()
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                said = (place / "environ").read_bytes()
                if home in said and mark in said and alive(place.name):
                    yield int(place.name)

    def unfinished(self) -> int:
        """How many runs go on."""
        with instance_of(self.home) as instance:
            return instance.get_runs_count(dg.RunsFilter(statuses=UNFINISHED))

    def wait(self, done: Callable[[], bool], seconds: float) -> bool:
        """Wait for something to be so."""
        end = time.monotonic() + seconds
        while not done():
            if time.monotonic() > end:
                return False
            time.sleep(1.0)
        return True

    def left(self) -> list[str]:
        """What nobody has a use for once no run goes on: jobs, processes, held leases and locks, slots of pools."""
        found = [f"job {line}" for line in self.jobs()] + [f"process {number}" for number in self.steps()]
        found += [f"lease {version}" for version in self.store.leases.in_hand()]
        locks = (self.home.work / "locks").glob("*.lock")
        found += [f"lock {path.name}" for path in locks if is_locked(path)]
        with instance_of(self.home) as instance:
            storage = instance.event_log_storage
            slots = [storage.get_concurrency_info(key) for key in storage.get_concurrency_keys()]
        return found + [f"slot of {info.concurrency_key}" for info in slots if info.active_run_ids]

    @property
    def store(self) -> Store:
        """The home's store."""
        return Store(self.home.store, self.home.work)

    def ends(self) -> tuple[Counter[str], list[str]]:
        """How the runs ended, counted, with the reason of each failed step; and what is wrong with that."""
        counted: Counter[str] = Counter()
        wrong, computed = [], Counter[str]()
        with instance_of(self.home) as instance:
            for run in instance.get_runs():
                events = [e.dagster_event for e in instance.all_logs(run.run_id) if e.dagster_event]
                failures = Counter(event.step_key for event in events if event.is_step_failure)
                name = f"run {run.run_id[:8]} of {run.tags.get('dagster/partition')}"
                for event in events:
                    if event.is_step_materialization:
                        made = event.step_materialization_data.materialization
                        now = made.metadata["computed_now"].value
                        computed[(made.tags or {})["dagster/data_version"]] += bool(now)
                    error = event.step_failure_data.error if event.is_step_failure else None
                    if error and failures[event.step_key] == 1:
                        counted["failed: " + _kind(error.message)] += 1
                if any(count > 1 for count in failures.values()):
                    wrong.append(f"{name}: a step failed more than once: {dict(failures)}")
                if run.is_success:
                    counted["finished"] += 1
                elif not run.is_finished:
                    wrong.append(f"{name} is {run.status.value}")
                elif not failures:
                    counted["failed before a step, tried again"] += 1
                    again = dg.RunsFilter(tags={"dagster/parent_run_id": run.run_id})
                    if not instance.get_runs(again):
                        wrong.append(
                            f"{name} ended {run.status.value} without a failed step, and was not tried again"
                        )
        wrong += [f"{version[:8]} was computed {n} times" for version, n in computed.items() if n > 1]
        names = [
            line
            for line in _patiently(
                lambda: self.cluster.ask("squeue", "--noheader", "--states=all", "--format=%j").splitlines()
            )
        ]
        wrong += [f"{name} was submitted {n} times" for name, n in Counter(names).items() if n > 1]
        return counted, wrong


def _kind(message: str) -> str:
    """What a failed step says, without numbers, names and places."""
    for words in (
        "was cancelled",
        "was killed from outside",
        "did not say that it ended",
        "was lost",
        "ended by itself",
    ):
        if words in message:
            return words
    return " ".join(message.split())[:200]


def _patiently(ask: Callable[[], list[str]]) -> list[str]:
    while True:
        with suppress(subprocess.CalledProcessError):
            return ask()
        time.sleep(1.0)


def _kill(which: random.Random, numbers: Sequence[int]) -> str:
    if not numbers:
        return "nothing there"
    number = which.choice(list(numbers))
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
    return f"process {number}"


@contextmanager
def served(folder: Path, cluster_yaml: str = SITE) -> Iterator[Site]:
    """A home on a cluster, served by a daemon; nothing is left of it."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = ("CRYO_HOME", "DAGSTER_HOME", DATABASE_VARIABLE, "OMP_NUM_THREADS")
    before = {name: os.environ.get(name) for name in changed}
    site = None
    with slurm.running(folder / "slurm") as cluster, postgres.served(folder / "postgres") as database:
        os.environ |= {
            "CRYO_HOME": str(folder / "home"),
            DATABASE_VARIABLE: database.address,
            "OMP_NUM_THREADS": "1",
        }
        os.environ.pop("DAGSTER_HOME", None)
        (folder / "home").mkdir()
        (folder / "home" / "cluster.yaml").write_text(cluster_yaml)
        try:
            with instance_of(Home(folder / "home")):
                pass
            site = Site(Home(folder / "home"), cluster, database)
            yield site
        finally:
            if site:
                with suppress(ProcessLookupError):
                    os.killpg(site.daemon.pid, signal.SIGKILL)
                site.daemon.wait()
                with suppress(Exception), instance_of(site.home) as instance:
                    for run in runs_under_way(instance):
                        number = run.tags.get(WORKER_TAG, " 0/").split()[1].split("/")[0]
                        if alive(number):
                            os.kill(int(number), signal.SIGKILL)
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


KILLS = {
    "a step": Site.kill_step,
    "slurmd": Site.kill_node,
    "the run worker": Site.kill_worker,
    "the daemon": Site.kill_daemon,
    "Postgres": Site.restart_database,
    "slurmctld": Site.restart_controller,
    "scancel": Site.cancel_job,
}
"""What is killed or restarted, and how."""
