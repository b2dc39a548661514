"""Parts of a served home are killed while runs go on; `benchmarks/bench_cluster.py` does so at 50 random moments."""

import json
import random
import subprocess
import sys
from pathlib import Path

import kills
from conftest import skip

from cryo_assets.graph.launch import instance_of


def test_whatever_is_killed_runs_end_and_nothing_is_left(tmp_path: Path) -> None:
    lacking = kills.slurm.missing() or kills.postgres.missing()
    if lacking:
        skip(f"{lacking} is not here (Debian's slurm-wlm, munge, postgresql)")
    which = random.Random(1)
    with kills.served(tmp_path) as site:
        with instance_of(site.home) as instance:
            for _ in range(3):
                site.ask(instance)
        assert site.wait(lambda: any(site.steps()), 300)
        for what in ("the run worker", "slurmctld", "Postgres", "the daemon", "a step"):
            said = kills.KILLS[what](site, which)
            assert what == "a step" or said != "nothing there", what
        assert site.wait(lambda: not site.unfinished(), 900), "runs go on"
        assert site.wait(lambda: not site.left(), 90), site.left()
        ended, wrong = site.ends()
        assert (
            not wrong and ended["finished"] + sum(n for what, n in ended.items() if "failed: " in what) >= 3
        ), ended
        command = [sys.executable, "-m", "cryo_assets.cli", "verify", "--json"]
        verified = subprocess.run(command, capture_output=True, text=True, check=True)
        assert json.loads(verified.stdout)["sound"]
