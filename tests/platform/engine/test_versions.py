"""Versions: what is unchanged is not computed again, what changed is, and only what rests on it."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import tiny
from dagster import AssetKey, DagsterInstance

from cryo_assets.graph import launch, pools
from cryo_assets.graph.factory import GRAPH
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
from cryo_core.errors import FormatError, SettingsError, StoreError

PARTICLES = ["particles/source", "particles/stack", "particles/consensus"]
MAPS = [
    "maps/source",
    "maps/resampled",
    "maps/fsc",
    "maps/profiles",
    "maps/local_fsc",
    "maps/confidence",
    "enhanced/local_resolution",
    "enhanced/b_factor",
    "enhanced/sharpened",
    "enhanced/superres",
]


def due(name: str, steps: dict | None = None) -> dict[str, tuple[str, ...]]:
    """What a plan would compute, and why."""
    rows = tiny.planner(steps or tiny.STEPS).rows(name)
    return {row.asset: row.why for row in rows if row.state == "compute"}


def test_everything_is_made_once_and_the_plan_knew_the_versions(home: Path) -> None:
    tiny.add_dataset(home)
    planned = {row.asset: row.version for row in tiny.planner().rows("tiny")}
    assert due("tiny") == {key: ("never computed",) for key in PARTICLES}
    assert tiny.make_all("tiny") == dict.fromkeys(PARTICLES, True)
    assert {row.asset: row.version for row in tiny.planner().rows("tiny")} == planned
    assert due("tiny") == {}
    assert tiny.make_all("tiny") == dict.fromkeys(PARTICLES, False)


def test_a_changed_setting_recomputes_what_lies_downstream(home: Path) -> None:
    folder = tiny.add_dataset(home)
    tiny.make_all("tiny")
    tiny.change(folder / "dataset.yaml", settings={"particles": {"consensus": {"tau2_fudge": 2.0}}})
    assert due("tiny") == {"particles/consensus": ("setting tau2_fudge: 1.0 → 2.0",)}
    tiny.change(folder / "dataset.yaml", settings={"particles": {"stack": {"box": 24}}})
    assert due("tiny") == {
        "particles/stack": ("setting box: None → 24",),
        "particles/consensus": ("input particles/stack is new",),
    }
    assert tiny.make_all("tiny") == {
        "particles/source": False,
        "particles/stack": True,
        "particles/consensus": True,
    }
    tiny.change(folder / "dataset.yaml", settings=None)
    assert due("tiny") == {}, "the first versions are still there"


def test_a_changed_file_recomputes_what_rests_on_it(home: Path) -> None:
    folder = tiny.add_dataset(home)
    tiny.make_all("tiny")
    star = folder / "particles.star"
    star.write_text(star.read_text() + "\n# a word\n")
    assert list(due("tiny")) == PARTICLES and due("tiny")["particles/source"] == ("file particles changed",)
    tiny.make_all("tiny")
    stack = bytearray((folder / "particles.mrcs").read_bytes())
    stack[5000] ^= 1
    (folder / "particles.mrcs").write_bytes(stack)
    assert due("tiny")["particles/source"] == ("file stack 0 particles.mrcs changed",)
    tiny.make_all("tiny")
    truth = folder / "truth" / "state_1.mrc"
    shutil.copy(folder / "truth" / "state_2.mrc", truth)
    assert due("tiny") == {"particles/consensus": ("file truth 0 changed",)}


def test_a_moved_data_set_is_not_computed_again(home: Path, tmp_path: Path) -> None:
    folder = tiny.add_dataset(home)
    tiny.make_all("tiny")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("particles.star", "particles.mrcs"):
        shutil.move(folder / name, elsewhere / name)
    tiny.change(folder / "dataset.yaml", particles=str(elsewhere / "particles.star"))
    assert due("tiny") == {}
    tiny.change(folder / "dataset.yaml", settings={"particles": {"stack": {"box": 24}}})
    assert tiny.make_all("tiny")["particles/stack"], "and its images are found where they are now"


@pytest.mark.parametrize("key", PARTICLES)
def test_a_raised_code_version_recomputes_it_and_what_rests_on_it(home: Path, key: str) -> None:
    tiny.add_dataset(home)
    tiny.make_all("tiny")
    again = due("tiny", tiny.with_code(key, "99"))
    assert list(again) == PARTICLES[PARTICLES.index(key) :]
    assert again[key] == (f"code version {tiny.STEPS[key].code_version} → 99",)


def test_each_partition_on_its_own(home: Path) -> None:
    tiny.add_dataset(home, "one")
    tiny.add_dataset(home, "two")
    tiny.make_all("one")
    assert list(due("two")) == PARTICLES
    tiny.make_all("two")
    tiny.change(home / "inbox" / "two" / "dataset.yaml", symmetry="C2")
    assert due("one") == {} and due("two") == {"particles/consensus": ("fact symmetry: C1 → C2",)}


def test_maps_are_planned_likewise_and_those_without_halves_have_no_fsc(home: Path) -> None:
    tiny.add_map(home)
    tiny.add_map(home, "lone", halves=False)
    assert tiny.make_all("tiny-map") == dict.fromkeys(MAPS, True)
    assert "maps/fsc" not in tiny.make_all("lone")
    row = tiny.planner().plan("lone").row("maps/fsc")
    assert row.state == "skipped" and row.why == ("the entry has no half maps",)
    assert due("tiny-map", tiny.with_code("maps/fsc", "99")) == {
        "maps/fsc": ("code version 3 → 99",),
        "enhanced/sharpened": ("input maps/fsc is new",),
    }


def test_the_same_recipe_gives_the_same_bytes(home: Path) -> None:
    tiny.add_dataset(home)
    tiny.make_all("tiny")
    first = tiny.made("particles/consensus", "tiny")
    assert first is not None
    shutil.rmtree(home / "store")
    tiny.make_all("tiny")
    again = tiny.made("particles/consensus", "tiny")
    assert again is not None
    for name in ("half1.mrc", "half2.mrc", "map.mrc", "fsc.star"):
        assert again.files[name].sha256 == first.files[name].sha256


def test_a_batch_size_changes_the_recipe_but_hardly_the_map(home: Path) -> None:
    from cryo_core.formats.mrc import read_volume

    folder = tiny.add_dataset(home)
    maps = []
    for batch in (256, 7):
        tiny.change(folder / "dataset.yaml", settings={"particles": {"consensus": {"batch": batch}}})
        tiny.make_all("tiny")
        artifact = tiny.made("particles/consensus", "tiny")
        assert artifact is not None
        maps.append(read_volume(artifact.path("map.mrc")).density.numpy())
    assert np.abs(maps[0] - maps[1]).max() < 1e-4 * np.abs(maps[0]).max()


def test_half_sets_are_fixed_once_and_come_from_the_seed(home: Path) -> None:
    from cryo_core.formats.particles import read_particles

    folder = tiny.add_dataset(home)
    star = folder / "particles.star"
    lines = star.read_text()
    assert "_rlnRandomSubset" in lines
    star.write_text(lines.replace("_rlnRandomSubset", "_rlnUnknownColumn"))

    def halves(seed: int) -> np.ndarray:
        tiny.change(folder / "dataset.yaml", settings={"particles": {"source": {"half_set_seed": seed}}})
        tiny.make_all("tiny")
        artifact = tiny.made("particles/source", "tiny")
        assert artifact is not None
        stacks = (folder,)
        return read_particles(artifact.path("particles.star"), image_roots=stacks).half_set

    one, two = halves(1), halves(2)
    assert np.bincount(one).tolist() == [0, 60, 60] and (one != two).any()
    shutil.rmtree(home / "store")
    assert (halves(1) == one).all()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contrast": "grey"}, r"field contrast: Input should be 'white' or 'dark'"),
        ({"contrast": None}, r"dataset\.yaml: field contrast is missing: say `dark`"),
        ({"pixle": 3}, r"field pixle: Extra inputs are not permitted"),
        ({"particles": "nothing.star"}, r"field particles: .*nothing\.star is not a file"),
        (
            {"settings": {"particles": {"stack": {"bx": 3}}}},
            r"settings\.particles\.stack\.bx: no such setting",
        ),
        (
            {"settings": {"particles": {"stack": {"box": "large"}}}},
            r"settings\.particles\.stack\.box: .*integer",
        ),
        ({"settings": {"particles": {"stack": {"box": 3}}}}, r"settings\.particles\.stack: box: 3"),
        ({"settings": {"maps": {"source": {}}}}, r"settings\.maps\.source: no such asset"),
        ({"symmetry": "Q7"}, r"Q7"),
        ({"truth": {"maps": ["a.mrc"], "fractions": []}}, r"field truth: .*1 maps and 0 fractions"),
        ({"name": "other"}, r"field name: 'other' lies in a folder 'tiny'"),
    ],
)
def test_a_wrong_manifest_is_one_line_that_names_the_field(home: Path, fields: dict, said: str) -> None:
    folder = tiny.add_dataset(home)
    tiny.change(folder / "dataset.yaml", **fields)
    with pytest.raises((SettingsError, FormatError), match=said) as caught:
        tiny.make_all("tiny")
    assert "\n" not in str(caught.value)


def test_no_result_rests_on_one_that_failed_its_check(home: Path) -> None:
    """Images that are blank outside cannot be normalised; a map of nothing does not pass for a map."""
    folder = tiny.add_map(home)
    from cryo_core.formats.mrc import read_volume, write_volume

    blank = read_volume(folder / "map.mrc")
    for field in ("map", "half1", "half2"):
        write_volume(folder / f"{field}.mrc", blank.with_density(blank.density * 0))
    with pytest.raises(StoreError, match="its input maps/source failed not_blank"):
        tiny.make_all("tiny-map")


def test_a_new_dagster_home_finds_what_the_store_has(home: Path) -> None:
    tiny.add_dataset(home)
    first = launch.run(Home.from_environment(), "tiny", tiny.QUIET)
    assert first.computed == set(PARTICLES) and not first.failures
    assert launch.run(Home.from_environment(), "tiny", tiny.QUIET).computed == set()
    shutil.rmtree(home / "dagster")
    again = launch.run(Home.from_environment(), "tiny", tiny.QUIET)
    assert again.computed == set() and not again.failures
    with DagsterInstance.get() as instance:
        assert instance.get_latest_materialization_event(_key("particles/consensus")) is not None


def _key(key: str) -> AssetKey:
    return AssetKey(key.split("/"))


def _cryo(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cryo_assets.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_runs_at_once_do_each_thing_once(home: Path) -> None:
    tiny.add_dataset(home)
    pair = [_cryo("run", "tiny", "--json") for _ in range(2)]
    said = [process.communicate(timeout=300) for process in pair]
    assert [process.returncode for process in pair] == [0, 0], said
    documents = [json.loads(out) for out, _ in said]
    for document in documents:
        assert [asset["state"] for asset in document["assets"]] == ["stored"] * 3
    assert len(list((home / "store" / "particles").glob("*/tiny/*/artifact.json"))) == 3
    assert tiny.planner().store.verify() == []


def test_killed_runs_leave_nothing_half_and_the_next_one_completes(home: Path) -> None:
    tiny.add_dataset(home)
    for seconds in (6.0, 7.5, 9.0):
        process = _cryo("run", "tiny")
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert tiny.planner().store.verify() == []
    outcome = launch.run(Home.from_environment(), "tiny", tiny.QUIET)
    assert not outcome.failures and all(row.state == "stored" for row in outcome.rows)
    with DagsterInstance.get() as instance:
        assert all(run.is_finished for run in instance.get_runs()), (
            "a killed run is not left as if it went on"
        )


def test_a_run_that_waits_for_a_pool_says_so_and_goes_on_when_the_holder_is_killed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.add_dataset(home)
    monkeypatch.setattr(pools, "_LOOK_SECONDS", 0.2)
    # Nobody asks how the killed process ended: it stays a zombie, which holds nothing either.
    holder = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    tag = f"{socket.gethostname()} {pools.alive(str(holder.pid))}"
    with launch.instance_of(Home.from_environment()) as instance:
        run = instance.create_run_for_job(
            GRAPH.resolve_implicit_global_asset_job_def(), tags={pools.PROCESS_TAG: tag}
        )
        instance.event_log_storage.initialize_concurrency_limit_to_default("gpu")
        assert instance.event_log_storage.claim_concurrency_slot("gpu", run.run_id, "step").is_claimed
    said: list[str] = []

    def tell(line: str) -> None:
        said.append(line)
        if line.startswith("waits for"):
            holder.kill()

    outcome = launch.run(Home.from_environment(), "tiny", LogReporter(tell))
    waited = [line for line in said if line.startswith("waits for")]
    assert len(waited) == 1 and f"process {holder.pid}" in waited[0]
    assert not outcome.failures and all(row.state == "stored" for row in outcome.rows)
    holder.wait()
