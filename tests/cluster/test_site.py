"""A site's cluster.yaml and job.sh: what is wrong in them is named, and nothing of them is run that was not meant."""

import subprocess
from pathlib import Path

import pytest
import tiny

from cryo_assets.graph.cluster import Cluster, Job, cluster_of, script, template_of
from cryo_assets.graph.resources import filled_in
from cryo_assets.home import PACKAGE, Home
from cryo_assets.store.store import Store
from cryo_core.errors import SettingsError


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("jobs:\n- of: gpu\n  partion: a\n", r"line 3: field jobs.0.partion: Extra inputs"),
        ("jobs:\n- of: gpu\n  memory: lots\n", r"line 3: field jobs.0.memory"),
        (
            "jobs:\n- of: cpu\n- of: gpu\n  partition: 'a\n\n    #SBATCH --wrap=x'\n",
            r"line 4: field jobs.1.partition",
        ),
        ("jobs:\n- of: gpu\n  options: ['--qos=a --wrap=x']\n", r"line 3: field jobs.0.options.0"),
        ("scheduler: pbs\n", r"line 1: field scheduler"),
        ("jobs: [", "not YAML"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(home: Path, text: str, words: str) -> None:
    (home / "cluster.yaml").write_text(text)
    with pytest.raises(SettingsError, match=words):
        cluster_of(Home(home))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "#!/bin/sh\n#SBATCH --mem={{ memry }}\n{{ command }}\n",
            r"line 2, column 15: .*did you mean memory",
        ),
        ("#!/bin/sh\n{{ environment }}\n", r"has no \{\{ command \}\}"),
        ("#!/bin/sh\nexec {{ command }\n", r"line 2: \{\{ has no partner"),
    ],
)
def test_a_wrong_place_is_refused_with_line_and_column(home: Path, text: str, words: str) -> None:
    (home / "job.sh").write_text(text)
    with pytest.raises(SettingsError, match=words):
        template_of(Home(home))


def test_what_goes_into_the_script_stays_what_it_is(tmp_path: Path) -> None:
    evil = f"a'; touch {tmp_path}/ran; $(touch {tmp_path}/ran) `touch {tmp_path}/ran`\ntouch {tmp_path}/ran\n"
    names = {"name": evil, "log": evil, "asset": evil, "entry": evil}
    text = script(
        "#!/bin/bash\n#SBATCH --account={{ account }}\n: {{ entry }} {{ log }}\n{{ environment }}\n{{ command }}\n",
        Job(of="cpu"), names, {"CRYO_EVIL": evil}, ["printenv", "CRYO_EVIL"],
    )  # fmt: skip
    assert "SBATCH" not in text, "a line of #SBATCH without its value goes"
    said = subprocess.run(["bash"], input=text, capture_output=True, text=True, check=True).stdout
    assert said == evil + "\n" and not (tmp_path / "ran").exists()


def test_the_last_job_that_matches_wins_and_the_packaged_script_is_bash() -> None:
    cluster = Cluster(
        jobs=[Job(of="gpu", partition="a", memory="8G"), Job(of="round_*/model", memory="64G", gpus=2)]
    )
    assert cluster.asks("round_03/model", "gpu").model_dump(exclude_unset=True) == {
        "of": "round_03/model", "partition": "a", "memory": "64G", "gpus": 2,
    }  # fmt: skip
    assert cluster.asks("round_03/fsc", None).partition is None
    job = Job(
        of="x",
        partition="p",
        cpus=2,
        memory="8G",
        modules=["cuda/12"],
        options=["--qos=long"],
        environment={"A": "b c"},
    )
    names = {"name": "n", "log": "l", "asset": "a", "entry": "e"}
    text = script((PACKAGE / "job.sh").read_text(), job, names, {}, ["echo", "it's"])
    assert subprocess.run(["bash", "-n"], input=text, text=True, check=True).returncode == 0
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    assert lines == [
        "#!/bin/bash", "#SBATCH --partition=p", "#SBATCH --cpus-per-task=2", "#SBATCH --mem=8G", "#SBATCH --qos=long",
        "module load cuda/12", "export A='b c'", """exec echo 'it'"'"'s'""",
    ]  # fmt: skip


def test_memory_and_time_follow_from_what_earlier_runs_took(home: Path) -> None:
    tiny.add_map(home)
    store = Store(home / "store", home / "work")
    ask = Job(of="maps/source")
    first = filled_in(ask, store, "maps/source", "tiny-map", gpu=True)
    assert (first.memory, first.time, first.gpus, first.cpus) == ("3072M", None, 1, 4), "by rule"
    artifact = tiny.make("maps/source", "tiny-map")
    assert artifact is not None
    own = filled_in(ask, store, "maps/source", "tiny-map", gpu=False)
    peak = artifact.made.peak_memory_bytes / 2**20
    assert (
        int((own.memory or "")[:-1]) == pytest.approx(max(1.5 * peak, 1024), abs=2) and own.time == "0:30:00"
    )
    assert filled_in(ask, store, "maps/source", "another", gpu=False).memory == own.memory, (
        "as for other entries"
    )
    assert (
        filled_in(Job(of="x", memory="8G"), store, "maps/source", "tiny-map", False, more=2).memory == "16G"
    )
