"""A probe of a cluster: one small job of each kind goes the way that steps go, and says what it finds there."""

import json
import os
import socket
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from cryo_assets.engine.step import GPU
from cryo_assets.graph.cluster import Cluster, script
from cryo_assets.graph.slurm import ask, cancel_jobs, environment_of, job_name, jobs_of
from cryo_assets.home import Home

_POLL_SECONDS = 1.0


@dataclass(frozen=True)
class Found:
    """What the probe of a kind of step found: where it ran, how long it waited, and what is missing, in words."""

    kind: str
    node: str
    waited_seconds: float
    gpus: int
    missing: tuple[str, ...]


def check(home: Home, cluster: Cluster, template: str, patience_seconds: float) -> list[Found]:
    """What probes of both kinds of step find; where Slurm itself does not answer, that alone."""
    ping = ask("scontrol", "ping")
    if ping.returncode or "DOWN" in ping.stdout:
        words = " ".join((ping.stderr or ping.stdout).split())
        return [Found("", "", 0.0, 0, (f"Slurm does not answer here: {words}",))]
    return [_probe(home, cluster, template, kind, patience_seconds) for kind in ("cpu", GPU)]


def _probe(home: Home, cluster: Cluster, template: str, kind: str, patience_seconds: float) -> Found:
    """Submit a probe and wait for what it says."""
    number = uuid.uuid4().hex
    folder = home.work / "probes" / number
    folder.mkdir(parents=True)
    (folder / "word").write_text(number)
    name = job_name(number, f"probe_{kind}")
    asked = cluster.asks(f"probe/{kind}", kind if kind == GPU else None)
    gpus = asked.gpus if asked.gpus is not None else int(kind == GPU)
    job = asked.model_copy(update={"gpus": gpus, "cpus": 1, "memory": asked.memory or "2G"})
    names = {"name": name, "log": str(folder / "log"), "asset": f"probe/{kind}", "entry": "probe"}
    command = [sys.executable, "-m", "cryo_assets.graph.probe", str(folder)]
    path = folder / "job.sh"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(script(template, job, names, environment_of(home), command))
    began = time.monotonic()
    submitted = ask("sbatch", f"--job-name={name}", f"--output={folder / 'log'}", "--no-requeue", str(path))
    if submitted.returncode:
        return Found(kind, "", 0.0, 0, (f"Slurm refuses the job: {' '.join(submitted.stderr.split())}",))
    said = folder / "said.json"
    while not said.exists() and time.monotonic() - began < patience_seconds:
        jobs = jobs_of(name)
        if jobs and jobs[0].is_over:
            time.sleep(2 * _POLL_SECONDS)  # what it wrote may be on its way
            break
        time.sleep(_POLL_SECONDS)
    return _told(kind, folder, name, number, gpus, time.monotonic() - began)


def _told(kind: str, folder: Path, name: str, number: str, gpus: int, waited: float) -> Found:
    """What a probe said, or why it said nothing."""
    said, log = folder / "said.json", folder / "log"
    if said.exists():
        plain = json.loads(said.read_text())
        missing = list(plain["missing"])
        if plain["gpus"] < gpus:
            missing.append(f"asked for {gpus} GPUs, and torch sees {plain['gpus']} on {plain['node']}")
        return Found(kind, plain["node"], waited, plain["gpus"], tuple(missing))
    job = next(iter(jobs_of(name) or []), None)
    cancel_jobs(job_name(number))
    if job and job.state == "PENDING":
        words = f"it waits for more than {waited:.0f} s (Slurm says {job.reason}); --wait gives it longer"
    elif log.exists():
        last = [line for line in log.read_text(errors="replace").splitlines() if line.strip()][-1:]
        words = f"it ended without a word: {last[0] if last else 'its log is empty'} (its log: {log})"
    else:
        words = f"it left no log: does {job.node if job and job.node else 'its node'} see {folder}?"
    return Found(kind, job.node if job else "", waited, 0, (words,))


def _say(folder: Path) -> None:
    """What the job itself does: look around, and write it down."""
    home, missing = Home.from_environment(), []
    for place in (home.inbox, home.store, home.work):
        if not os.access(place, os.W_OK):
            missing.append(f"{place}: cannot be written on this node")
    try:
        import torch

        gpus = torch.cuda.device_count()
    except ImportError as error:
        gpus = 0
        missing.append(f"{sys.executable}: {error}")
    try:
        from cryo_assets.graph.launch import instance_of

        with instance_of(home) as instance:
            instance.get_runs_count()
    except Exception as error:  # whatever it is, it is what is missing
        missing.append(f"Dagster's records: {' '.join(str(error).split())}")
    said = {
        "node": os.environ.get("SLURMD_NODENAME") or socket.gethostname(),
        "gpus": gpus,
        "missing": missing,
    }
    partial = folder / "said.new"
    partial.write_text(json.dumps(said))
    partial.replace(folder / "said.json")


if __name__ == "__main__":
    _say(Path(sys.argv[1]))
