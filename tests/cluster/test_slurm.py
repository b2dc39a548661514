"""Steps as jobs of a Slurm that the test starts: found again, never made twice, and ended by one clear word."""

import importlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import postgres
import pytest
import slurm
import tiny
import torch
from conftest import empty_home, skip

from cryo_assets.graph import launch
from cryo_assets.graph.dagster_private import submitted
from cryo_assets.graph.factory import GRAPH
from cryo_assets.graph.launch import instance_of
from cryo_assets.graph.pools import WORKER_TAG
from cryo_assets.graph.slurm import cancel_jobs, job_name
from cryo_assets.home import DATABASE_VARIABLE, Home
from cryo_core.formats.mrc import read_volume

SITE = "grace_seconds: 2\njobs:\n- {of: cpu, cpus: 1, memory: 1500M}\n- {of: gpu, cpus: 1, gpus: 0, memory: 1500M}\n"

JOB = """#!/bin/bash
#SBATCH --time={{ time }}
#SBATCH --mem={{ memory }}
#SBATCH --partition={{ partition }}
{{ environment }}
: {{ command }}
"""
"""The head of jobs that do something else than their step."""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[slurm.Cluster]:
    """A Slurm of two nodes on this host."""
    lacking = slurm.missing() or postgres.missing()
    if lacking:
        skip(f"{lacking} is not here (Debian's slurm-wlm, munge, postgresql)")
    with slurm.running(tmp_path_factory.mktemp("slurm")) as running:
        yield running


@pytest.fixture(scope="module")
def shared(
    cluster: slurm.Cluster, tmp_path_factory: pytest.TempPathFactory, mlflow_database: Path
) -> Iterator[Path]:
    """A home whose steps are jobs and whose state lies in Postgres, with one map in it."""
    with (
        pytest.MonkeyPatch.context() as patch,
        postgres.running(tmp_path_factory.mktemp("postgres")) as address,
    ):
        home = empty_home(tmp_path_factory.mktemp("shared") / "home", mlflow_database, patch)
        patch.setenv("OMP_NUM_THREADS", "1")
        patch.setenv(DATABASE_VARIABLE, address)
        (home / "cluster.yaml").write_text(SITE)
        tiny.add_map(home)
        import cryo_assets.definitions

        importlib.reload(cryo_assets.definitions)  # its executor is that of the home
        yield home
    importlib.reload(cryo_assets.definitions)


@pytest.fixture
def run(shared: Path) -> Iterator[Callable[..., tuple[str, str]]]:
    """Execute a run of maps/source in this process, each job of which is a script of the test's."""
    from dagster._core.execution.api import execute_run
    from dagster._utils.hosted_user_process import recon_job_from_origin

    def execute(body: str, harm: Callable[[str], Any] | None = None, site: str = SITE) -> tuple[str, str]:
        """The run, and why its step failed."""
        (shared / "job.sh").write_text(f"{JOB}{body}\n")
        (shared / "cluster.yaml").write_text(site)
        with instance_of(Home(shared)) as instance:
            instance.add_dynamic_partitions("maps", ["tiny-map"])
            number = submitted(
                instance, GRAPH.resolve_job_def("maps"), ["maps/source"], {"dagster/partition": "tiny-map"}
            )
            found = instance.get_run_by_id(number)
            assert found is not None and found.job_code_origin is not None
            if harm:
                threading.Thread(target=harm, args=(job_name(number, "maps__source"),), daemon=True).start()
            execute_run(recon_job_from_origin(found.job_code_origin), found, instance)
            failed = [e.dagster_event for e in instance.all_logs(number) if e.dagster_event]
            errors = [e.step_failure_data.error for e in failed if e.is_step_failure]
        assert len(errors) == 1 and errors[0] is not None
        return number, errors[0].message

    yield execute
    (shared / "job.sh").unlink()
    (shared / "cluster.yaml").write_text(SITE)


def _states(cluster: slurm.Cluster, run: str) -> dict[str, str]:
    lines = cluster.ask("squeue", "--noheader", "--states=all", "--format=%j %T").splitlines()
    mine = [line.split() for line in lines if line.startswith(job_name(run))]
    assert len({name for name, _ in mine}) == len(mine), "a job was submitted twice"
    return {name.removeprefix(job_name(run)): state for name, state in mine}


def _once(cluster: slurm.Cluster, name: str, state: str) -> str:
    """Wait for a job to be in a state; give its number."""
    end = time.monotonic() + 300
    while time.monotonic() < end:
        for line in cluster.ask("squeue", "--noheader", "--states=all", "--format=%i %j %T").splitlines():
            number, found, now = line.split()
            if found.startswith(name) and now == state:
                return number
        time.sleep(0.2)
    raise AssertionError(f"{name} never {state}")


def test_a_job_cancelled_by_hand_fails_its_step_with_that_word(cluster: slurm.Cluster, run: Any) -> None:
    number, why = run("exec sleep 300", lambda name: cluster.ask("scancel", _once(cluster, name, "RUNNING")))
    assert "was cancelled from outside (scancel)" in why and "its log: /" in why
    assert _states(cluster, number) == {"maps__source-0": "CANCELLED"}


def test_what_was_killed_for_memory_is_tried_once_with_twice_as_much(
    cluster: slurm.Cluster, run: Any
) -> None:
    eats = f"exec {sys.executable} -c 'import time; x = b\"1\" * (400 << 20); time.sleep(300)'"
    site = SITE.replace("1500M", "100M")
    number, why = run(eats, site=site)
    assert "was killed for its memory, with twice as much as well" in why
    assert _states(cluster, number).keys() == {"maps__source-0", "maps__source-0m"}
    assert "Exceeded" in Path(why.split("its log: ")[1].split(")")[0]).read_text()
    asked = cluster.ask("squeue", "--noheader", "--states=all", "--format=%j %m").splitlines()
    assert {line.split()[1] for line in asked if line.startswith(job_name(number))} == {"100M", "200M"}


def test_a_job_that_ends_without_its_step_is_given_a_grace(cluster: slurm.Cluster, run: Any) -> None:
    number, why = run("exit 0")
    assert "is over, and its step did not say that it ended" in why
    number, why = run("echo 'module: command not found'; exit 3")
    assert "on n" in why and "ended by itself: module: command not found" in why
    disk = SITE + "local: $TMPDIR/cryo\nlocal_gigabytes: 5\n"
    number, why = run('echo "disk $CRYO_LOCAL $CRYO_LOCAL_GB"; exit 3', site=disk)
    assert "ended by itself: disk $TMPDIR/cryo 5 " in why, "the step itself fills in what is the node's"


def test_a_step_that_was_killed_or_ran_out_of_time_says_so(cluster: slurm.Cluster, run: Any) -> None:
    number, why = run("kill -9 $$")
    assert "was killed from outside (signal 9)" in why and _states(cluster, number) == {
        "maps__source-0": "FAILED"
    }
    number, why = run("exec sleep 600", site=SITE.replace("cpus: 1", "cpus: 1, time: '0:01:00'"))
    assert "ran past its time limit; `time` of cluster.yaml gives it more" in why
    assert _states(cluster, number) == {"maps__source-0": "TIMEOUT"}


def test_what_was_on_a_node_that_is_lost_is_submitted_again_elsewhere(
    cluster: slurm.Cluster, run: Any
) -> None:
    nodes: dict[str, str] = {}

    def harm(name: str) -> None:
        nodes["lost"] = cluster.ask(
            "squeue", "--noheader", "--format=%N", "--jobs", _once(cluster, name, "RUNNING")
        ).strip()
        cluster.nodes[nodes["lost"]].kill()
        second = _once(cluster, f"{name}a", "RUNNING")
        nodes["other"] = cluster.ask("squeue", "--noheader", "--format=%N", "--jobs", second).strip()
        cluster.ask("scancel", second)

    number, why = run("exec sleep 600", harm)
    cluster.nodes[nodes["lost"]].wait()
    cluster.start_node(nodes["lost"])
    assert "was cancelled from outside" in why and nodes["lost"] != nodes["other"]
    assert _states(cluster, number) == {"maps__source-0": "NODE_FAIL", "maps__source-0a": "CANCELLED"}


def test_a_cancel_waits_for_a_controller_that_restarts(cluster: slurm.Cluster) -> None:
    cluster.ask("sbatch", "--job-name=cryo-12345678-x-0", "--output=/dev/null", "--wrap", "sleep 600")
    _once(cluster, "cryo-12345678", "RUNNING")
    cluster.controller.kill()
    cluster.controller.wait()
    threading.Timer(3.0, cluster.start_controller).start()
    cancel_jobs("cryo-12345678-")
    assert not [line for line in cluster.jobs() if line.startswith("cryo-12345678") and "RUNNING" in line]


def test_what_slurm_refuses_or_never_begins_fails_with_its_reason(cluster: slurm.Cluster, run: Any) -> None:
    _, why = run("exit 0", site=SITE.replace("cpus: 1", "partition: nowhere"))
    assert "Slurm refused its job: sbatch: error:" in why and "partition" in why
    number, why = run("exit 0", site=SITE.replace("cpus: 1", "time: '9-00:00:00'"))
    assert "could never begin (PartitionTimeLimit)" in why
    assert set(_states(cluster, number).values()) <= {"CANCELLED"}


def _cryo(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cryo_assets.cli", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_a_run_goes_on_where_its_worker_was_killed(
    cluster: slurm.Cluster, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = _cryo("run", "tiny-map", "--to", "maps/source", "--json")
    _once(cluster, "cryo-", "RUNNING")
    with instance_of(Home(shared)) as instance:
        (found,) = instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED]))
        os.kill(int(found.tags[WORKER_TAG].split()[1].split("/")[0]), signal.SIGKILL)
    out, said = command.communicate(timeout=600)
    assert command.returncode == 0, said
    assert "step 1 of 1: maps/source" in said
    assert _states(cluster, found.run_id).keys() == {"maps__source-0"}, "once"
    with instance_of(Home(shared)) as instance:
        events = [e.dagster_event for e in instance.all_logs(found.run_id) if e.dagster_event]
        assert sum(event.event_type == dg.DagsterEventType.STEP_START for event in events) == 1
        assert any("a new one goes on with it" in (event.message or "") for event in events)
        made = instance.get_latest_materialization_event(dg.AssetKey(["maps", "source"]))
    assert made is not None and made.asset_materialization is not None
    assert made.asset_materialization.metadata["node"].value in ("n1", "n2")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "tiny-map").symlink_to(shared / "inbox" / "tiny-map")
    monkeypatch.setenv("CRYO_HOME", str(tmp_path))
    monkeypatch.delenv(DATABASE_VARIABLE)
    embedded = launch.run(Home(tmp_path), "tiny-map", tiny.QUIET, to="maps/source").artifacts
    there = {row["asset"]: row for row in json.loads(out)["assets"]}
    assert there.keys() == embedded.keys()
    for asset, artifact in embedded.items():
        assert there[asset]["version"] == artifact.version
        other = Path(there[asset]["path"]) / "map.mrc"  # to rounding: this process has more threads
        torch.testing.assert_close(read_volume(other).density, read_volume(artifact.path("map.mrc")).density)


def test_a_cancelled_run_leaves_no_job(cluster: slurm.Cluster, shared: Path, cryo: Any) -> None:
    (shared / "job.sh").write_text("#!/bin/bash\n: {{ command }}\nexec sleep 300\n")
    command = _cryo("run", "tiny-map", "--to", "maps/profiles")
    _once(cluster, "cryo-", "RUNNING")
    (going,) = cryo("runs", "--json")
    assert going["entry"] == "tiny-map" and going["user"]
    assert cryo("cancel", going["run"][:8], "--json")["status"] == "canceled"
    assert "cancel" in command.communicate(timeout=300)[1] and command.returncode == 1
    (shared / "job.sh").unlink()
    assert "RUNNING" not in _states(cluster, going["run"]).values() and cryo("runs", "--json") == []


def test_a_check_says_in_words_what_is_missing(cluster: slurm.Cluster, shared: Path, cryo: Any) -> None:
    (shared / "cluster.yaml").write_text(SITE.replace("cpus: 1", "partition: nowhere"))
    said = cryo("slurm", "check", code=1)
    (shared / "cluster.yaml").write_text(SITE)
    assert all(f"{kind}: Slurm refuses the job: sbatch: error" in said for kind in ("cpu", "gpu"))
    assert "is there already" in cryo("slurm", "init", code=2)
