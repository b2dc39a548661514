"""A Slurm of the test's own: munge, one controller and two nodes on this host, in a folder, and nothing left of it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel")

_CONF = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool.%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.%n.log
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=0
SwitchType=switch/none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
InactiveLimit=0
MinJobAge=300
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=1
JobAcctGatherParams=OverMemoryKill
JobCompType=jobcomp/filetxt
JobCompLoc={folder}/ended
OverTimeLimit=0
JobRequeue=0
GresTypes=gpu
{nodes}
PartitionName=main Nodes={names} Default=YES MaxTime=60 State=UP
PartitionName=gpu Nodes={first} MaxTime=60 State=UP
"""


@dataclass
class Cluster:
    """The parts of a Slurm that runs."""

    folder: Path
    nodes: dict[str, subprocess.Popen[bytes]]
    controller: subprocess.Popen[bytes] = field(init=False)

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to speak to it."""
        return {"SLURM_CONF": str(self.folder / "slurm.conf")}

    def ask(self, *command: str) -> str:
        """What one of Slurm's commands says."""
        environment = {**os.environ, **self.environment}
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    def jobs(self) -> list[str]:
        """Name and state of each job that is not over."""
        return self.ask("squeue", "--noheader", "--format=%j %T").splitlines()

    def ended(self) -> list[dict[str, str]]:
        """What the accounting says of each job that ended: JobId, Name, StartTime, EndTime, Tres, NodeList …"""
        path = self.folder / "ended"
        lines = path.read_text().splitlines() if path.exists() else []
        return [dict(field.split("=", 1) for field in line.split() if "=" in field) for line in lines]

    def start_controller(self) -> None:
        """Start the controller, again if it was killed."""
        self.controller = _start(self.folder, "slurmctld", "-D", "-i", "-f", str(self.folder / "slurm.conf"))

    def start_node(self, name: str) -> None:
        """Start the daemon of a node, again if it was killed."""
        self.nodes[name] = _start(
            self.folder, "slurmd", "-D", "-N", name, "-f", str(self.folder / "slurm.conf")
        )


def missing() -> str:
    """Which of the programs is not here; "" if all are."""
    there = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    return next((name for name in PROGRAMS if not shutil.which(name, path=there)), "")


@contextmanager
def running(folder: Path, nodes: int = 2, cpus: int = 2, memory_mb: int = 6000) -> Iterator[Cluster]:
    """A Slurm in a folder, with a GPU (a dummy file) on its first node; all of it ends with the body."""
    folder.mkdir(parents=True, exist_ok=True)
    user = pwd.getpwuid(os.getuid()).pw_name
    names = [f"n{k + 1}" for k in range(nodes)]
    ports = _free_ports(nodes + 1)
    lines = [
        f"NodeName={name} NodeHostname={socket.gethostname()} NodeAddr=127.0.0.1 Port={port} CPUs={cpus} "
        f"RealMemory={memory_mb} State=UNKNOWN" + (" Gres=gpu:2" if name == names[0] else "")
        for name, port in zip(names, ports[1:], strict=True)
    ]
    for number in range(2):
        (folder / f"gpu{number}").touch()
    (folder / "gres.conf").write_text(f"NodeName={names[0]} Name=gpu File={folder}/gpu[0-1]\n")
    (folder / "state").mkdir()
    conf = _CONF.format(
        host=socket.gethostname(),
        controller=ports[0],
        user=user,
        folder=folder,
        nodes="\n".join(lines),
        names=",".join(names),
        first=names[0],
    )
    (folder / "slurm.conf").write_text(conf)
    os.environ["SLURM_CONF"] = str(folder / "slurm.conf")
    key = folder / "munge.key"
    key.write_bytes(os.urandom(128))
    key.chmod(0o600)
    munge = _start(
        folder, "munged", "--foreground", "--force", f"--key-file={key}", f"--socket={folder}/munge.socket",
        f"--pid-file={folder}/munge.pid", f"--seed-file={folder}/munge.seed", f"--log-file={folder}/munge.log",
    )  # fmt: skip
    cluster = None
    try:
        _wait(lambda: (folder / "munge.socket").exists(), "munged", folder)
        cluster = Cluster(folder, {})
        cluster.start_controller()
        for name in names:
            cluster.start_node(name)
        _wait(lambda: _idle(cluster) == nodes, "Slurm's nodes", folder)
        yield cluster
    finally:
        if cluster:
            subprocess.run(
                ["scancel", "--full", "--signal=KILL", "--user", user], capture_output=True, check=False
            )
            _end_jobs(cluster, user)
            for node in cluster.nodes.values():
                _end(node)
            _end(cluster.controller)
        _end(munge)
        os.environ.pop("SLURM_CONF", None)


def _idle(cluster: Cluster) -> int:
    try:
        return (
            cluster.ask("sinfo", "--noheader", "--Node", "--partition=main", "--format=%t")
            .split()
            .count("idle")
        )
    except subprocess.CalledProcessError:
        return 0


def _end_jobs(cluster: Cluster, user: str) -> None:
    subprocess.run(["scancel", "--user", user], capture_output=True, check=False)
    end = time.monotonic() + 15
    while time.monotonic() < end:
        try:
            if not cluster.jobs():
                return
        except subprocess.CalledProcessError:
            return
        time.sleep(0.2)


def _start(folder: Path, program: str, *arguments: str) -> subprocess.Popen[bytes]:
    found = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"]))
    assert found, program
    with (folder / f"{program}.said").open("ab") as said:
        return subprocess.Popen([found, *arguments], stdout=said, stderr=said, stdin=subprocess.DEVNULL)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(done: object, what: str, folder: Path) -> None:
    end = time.monotonic() + 240
    while not done():  # type: ignore[operator]
        if time.monotonic() > end:
            said = "\n".join(path.read_text()[-2000:] for path in folder.glob("*.said"))
            raise AssertionError(f"{what} did not start: {said}")
        time.sleep(0.1)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()
