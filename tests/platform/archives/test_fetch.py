"""Fetching: ranges, resume, sizes and checksums; killed at any moment; nothing half fetched becomes an entry."""

import copy
import gzip
import json
import multiprocessing
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import twin as twins
import yaml

from cryo_assets.archives import download
from cryo_assets.archives.acquire import acquire
from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.download import Download, survey
from cryo_assets.archives.entry import SOURCE, Acquired, Archives, Request
from cryo_assets.cli.app import _run
from cryo_assets.entries.manifest import entries
from cryo_assets.home import Home
from cryo_assets.upkeep.config import Upkeep
from cryo_core.errors import SettingsError, StoreError

BLOCK = 1 << 15

_SOME = {key: tiny.STEPS[key] for key in ("particles/source", "particles/stack")}


@pytest.fixture
def twin(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[twins.Twin]:
    monkeypatch.setattr(download, "BLOCK", BLOCK)
    with twins.running() as running:
        running.write_settings(home)
        yield running


def get(accession: str, **more: Any) -> Acquired:
    home = Home.from_environment()
    with Archives.open(Upkeep.read(home).services) as archives:
        return acquire(home, archives, Request(accession, **more), tiny.QUIET)


def content(path: str, folder: Path) -> bytes:
    return (folder / path).read_bytes()


def test_particles_come_whole_and_what_is_not_known_is_asked_for(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    got = get("EMPIAR-10001")
    for name in ("particles.star", "particles.mrcs"):
        path = f"data/Particles/{name}"
        assert content(path, got.folder) == twin.files[f"/world_availability/10001/{path}"]
    assert got.unknown == ()
    text = (got.folder / "dataset.yaml").read_text()
    assert "contrast: white" in text and "# contrast: the mean of 120 images says white by" in text
    record = json.loads((got.folder / SOURCE).read_text())
    assert record["accession"] == "EMPIAR-10001" and record["unknown"] == []
    assert {f["path"] for f in record["files"]} == {
        "data/Particles/particles.star",
        "data/Particles/particles.mrcs",
    }
    left = {p.name for p in got.folder.rglob("*") if p.is_file()}
    assert left == {"particles.star", "particles.mrcs", "dataset.yaml", SOURCE}


def test_images_that_show_no_contrast_are_asked_about_and_a_wrong_word_is_warned_of(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    path = "/world_availability/10001/data/Particles/particles.mrcs"
    stack = np.frombuffer(twin.files[path], np.uint8).copy()
    noise = np.random.default_rng(1).normal(size=(stack.size - 1024) // 4).astype("<f4")
    shown, twin.files[path] = twin.files[path], stack[:1024].tobytes() + noise.tobytes()
    got = get("EMPIAR-10001")
    assert got.unknown == ("contrast",) and any("too little to decide" in note for note in got.notes)
    assert "# Not known, and needed by some assets: contrast" in (got.folder / "dataset.yaml").read_text()
    with pytest.raises(SettingsError, match="contrast"):
        tiny.make_all("EMPIAR-10001", _SOME)
    twin.files[path] = shown
    told = get("EMPIAR-10001", name="said", fields={"contrast": "dark"})
    assert any(
        "contrast: dark is stated, and the mean of 120 images says white" in note for note in told.notes
    )


def test_what_a_person_says_is_taken_and_the_entry_runs(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    assert get("EMPIAR-10001", fields={"contrast": "white"}).unknown == ()
    assert tiny.make_all("EMPIAR-10001", _SOME)["particles/stack"]


def test_what_the_table_does_not_say_is_taken_from_the_linked_entry_and_said(twin: twins.Twin) -> None:
    twin.add_emdb(3001)
    twin.add_empiar(10001, cross_references=["EMD-3001"])
    star = twin.files["/world_availability/10001/data/Particles/particles.star"].decode()
    lines = star.splitlines()
    assert any("_rlnVoltage" in line for line in lines)
    twin.put(
        "/world_availability/10001/data/Particles/particles.star", _without(star, "_rlnVoltage").encode()
    )
    got = get("EMPIAR-10001")
    assert yaml.safe_load((got.folder / "dataset.yaml").read_text())["voltage_kilovolt"] == 300.0
    assert any("voltage_kilovolt" in note and "300" in note for note in got.notes)
    twin.documents["/empiar/api/entry/10002/"] = {}
    twin.add_empiar(10002)
    twin.put(
        "/world_availability/10002/data/Particles/particles.star", _without(star, "_rlnVoltage").encode()
    )
    assert get("EMPIAR-10002").unknown == ("contrast", "voltage_kilovolt"), "nothing is guessed"


def _without(star: str, label: str) -> str:
    """Take a column out of a STAR file's loops."""
    out, column, position = [], None, 0
    for line in star.splitlines():
        if line.startswith("loop_"):
            column, position = None, 0
        if line.startswith("_"):
            if line.split()[0] == label:
                column = position
                position += 1
                continue
            position += 1
            line = line.split()[0]
        elif column is not None and line.strip() and not line.startswith(("data_", "loop_", "#")):
            values = line.split()
            line = " ".join(v for i, v in enumerate(values) if i != column)
        out.append(line)
    return "\n".join(out) + "\n"


def test_maps_come_with_half_maps_and_run(twin: twins.Twin) -> None:
    twin.add_emdb(3001)
    alone = get("EMD-3001")
    assert yaml.safe_load((alone.folder / "map.yaml").read_text()) == {
        "map": "emd_3001.map.gz",
        "resolution_angstrom": 5.0,
    }
    before = twin.served.copy()
    got = get("EMD-3001", half_maps=True)
    assert yaml.safe_load((got.folder / "map.yaml").read_text())["half2"] == "emd_3001_half_map_2.map.gz"
    assert (twin.served - before).keys() == {
        f"/emdb_files/structures/EMD-3001/other/emd_3001_half_map_{i}.map.gz" for i in (1, 2)
    }
    made = tiny.make_all(
        "EMD-3001", {k: s for k, s in tiny.STEPS.items() if k in ("maps/source", "maps/fsc")}
    )
    assert made == {"maps/source": True, "maps/fsc": True}


def test_a_model_comes_from_the_archive_of_models(twin: twins.Twin, shared_data: Path) -> None:
    document = twin.add_emdb(3001)
    document["crossreferences"]["pdb_list"]["pdb_reference"] = [{"pdb_id": "6RN2"}]
    model = next((shared_data / "models").glob("*.cif.gz"))
    twin.put("/mmCIF/rn/6rn2.cif.gz", model.read_bytes())
    got = get("EMD-3001", model=True)
    assert yaml.safe_load((got.folder / "map.yaml").read_text())["model"] == "6rn2.cif.gz"


def test_nothing_is_fetched_twice(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    get("EMPIAR-10001")
    before = twin.served.copy()
    again = get("EMPIAR-10001")
    assert again.fetched_bytes == 0 and twin.served == before


def test_files_brought_by_another_way_are_checked_and_not_fetched(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    folder = Home.from_environment().inbox / "EMPIAR-10001" / "data" / "Particles"
    folder.mkdir(parents=True)
    shutil.copy(tiny.simulated() / "particles.mrcs", folder)
    get("EMPIAR-10001")
    assert not twin.served["/world_availability/10001/data/Particles/particles.mrcs"]


def test_a_quicker_way_is_offered_for_the_image_set_where_it_is_installed(
    twin: twins.Twin,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    twin.add_empiar(10001)
    program = tmp_path / "bin" / "ascp"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    assert _run(["fetch", "EMPIAR-10001"], False) == 0
    said = capsys.readouterr().err
    assert f"emp_ext3@fasp.ebi.ac.uk:/10001/data/Particles {home}/inbox/EMPIAR-10001/data/" in said
    assert "globus" not in said


def test_a_command_to_copy_holds_no_command_of_the_archive(tmp_path: Path) -> None:
    with Archives.open(Upkeep().services) as archives:
        commands = archives.empiar.commands("10001", "data/a b;$(touch x)", tmp_path / "in box")
    assert shlex.split(commands["ascp"])[-2:] == [
        "emp_ext3@fasp.ebi.ac.uk:/10001/data/a b;$(touch x)",
        f"{tmp_path}/in box/data/",
    ]
    globus = tmp_path / "globus"  # a stand-in that says which words a shell gives it
    globus.write_text('#!/bin/sh\nif [ "$1" = endpoint ]; then echo here; else printf "%s\\n" "$@"; fi\n')
    globus.chmod(0o755)
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        commands["globus"],
        shell=True,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "transfer",
        "--recursive",
        "47772002-3e5b-4fd3-b97c-18cee38d6df2:/empiar/world_availability/10001/data/a b;$(touch x)",
        f"here:{tmp_path}/in box/data/a b;$(touch x)",
    ]
    assert not (tmp_path / "x").exists()


def _broken(document: Any) -> Iterator[tuple[str, Any]]:
    """Give the document with each of its fields missing, and of another type, in turn."""

    def places(inner: Any, path: tuple = ()) -> Iterator[tuple]:
        pairs = (
            inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ()
        )
        for key, value in pairs:
            yield (*path, key)
            yield from places(value, (*path, key))

    for path in list(places(document)):
        for other in (None, [{"x": 7}]):
            changed = copy.deepcopy(document)
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            if other is None:
                del inner[path[-1]]
            else:
                inner[path[-1]] = other
            yield ".".join(map(str, path)), changed


@pytest.mark.parametrize(
    ("accession", "named"),
    [("EMPIAR-10001", "imagesets|image set|EMPIAR-10001|the document"), ("EMD-3001", "field map|map.file")],
)
def test_of_a_document_with_any_field_broken_comes_a_whole_entry_or_none(
    twin: twins.Twin, home: Path, accession: str, named: str
) -> None:
    (twin.add_empiar if accession.startswith("EMPIAR") else twin.add_emdb)(int(accession.split("-")[1]))
    address, document = next(iter(twin.documents.items()))
    whole = {
        path.name: path.read_bytes() for path in get(accession).folder.rglob("*.[msg]*") if path.is_file()
    }
    came = refused = 0
    for field, broken in _broken(document):
        shutil.rmtree(home / "inbox" / accession)
        twin.documents[address] = broken
        try:
            folder = get(accession).folder
        except (ServiceError, SettingsError) as error:
            assert re.search(named, str(error)), (field, error)
            assert entries(home / "inbox") == []
            (home / "inbox" / accession).mkdir(exist_ok=True)
            refused += 1
            continue
        for name, content in whole.items():
            if not name.endswith(("yaml", "json")):
                assert next(folder.rglob(name)).read_bytes() == content, field
        came += 1
    assert refused >= 3 and came > 2 * refused


@pytest.mark.parametrize("kind", [500, "reset", "truncated", "wrong length", "wrong range"])
def test_faults_in_the_middle_of_a_file_cost_one_block(twin: twins.Twin, kind: int | str) -> None:
    twin.add_empiar(10001)
    path = "/world_availability/10001/data/Particles/particles.mrcs"
    twin.faults = [("GET .*particles.mrcs", twins.Fault(kind, 3))]
    got = get("EMPIAR-10001")
    assert content("data/Particles/particles.mrcs", got.folder) == twin.files[path]
    assert twin.served[path] <= len(twin.files[path]) + 3 * BLOCK


@pytest.mark.parametrize("kind", [500, "reset", "truncated", "wrong range"])
def test_lasting_faults_leave_no_entry_and_the_next_fetch_goes_on(twin: twins.Twin, kind: int | str) -> None:
    twin.add_empiar(10001)
    path = "/world_availability/10001/data/Particles/particles.mrcs"
    home = Home.from_environment()
    _fail_after(twin, path, 6, kind)
    with pytest.raises(ServiceError):
        get("EMPIAR-10001")
    assert entries(home.inbox) == []
    served = twin.served[path]
    twin.faults = []
    got = get("EMPIAR-10001")
    assert content("data/Particles/particles.mrcs", got.folder) == twin.files[path]
    assert twin.served[path] - served <= len(twin.files[path]) - 4 * BLOCK, "the first blocks were kept"


def _fail_after(twin: twins.Twin, path: str, blocks: int, kind: int | str) -> None:
    """Let some ranges of a file through, then nothing."""
    twin.faults = [(f"GET .*{path}", twins.Fault("fine", blocks)), (f"GET .*{path}", twins.Fault(kind, 999))]


def test_a_server_that_says_a_wrong_size_is_refused(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    twin.faults = [("HEAD .*particles.mrcs", twins.Fault("wrong length", 1))]
    with pytest.raises(ServiceError, match="was given"):
        get("EMPIAR-10001")
    assert entries(Home.from_environment().inbox) == []
    assert get("EMPIAR-10001").files


def test_a_file_that_is_not_what_its_checksum_says_is_refused_and_fetched_anew(twin: twins.Twin) -> None:
    twin.add_emdb(3001)
    path = "/emdb_files/structures/EMD-3001/map/emd_3001.map.gz"
    good = twin.files[path]
    spoilt = bytearray(good)
    spoilt[len(good) // 2] ^= 0xFF
    twin.put(path, bytes(spoilt))
    with pytest.raises(ServiceError, match="not sound"):
        get("EMD-3001")
    assert entries(Home.from_environment().inbox) == []
    twin.put(path, good)
    assert content("emd_3001.map.gz", get("EMD-3001").folder) == good


def test_a_map_of_another_grid_or_no_map_is_no_entry(twin: twins.Twin) -> None:
    twin.add_emdb(3001)
    twin.put("/emdb_files/structures/EMD-3001/map/emd_3001.map.gz", gzip.compress(b"not a map" * 1000))
    with pytest.raises(ServiceError, match="what was fetched cannot be used"):
        get("EMD-3001")
    assert entries(Home.from_environment().inbox) == []


def test_a_listing_that_omits_a_stack_is_refused_before_a_stack_is_fetched(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    path = "/world_availability/10001/data/Particles/particles.mrcs"
    twin.omitted = {path}
    with pytest.raises(ServiceError, match=r"listing.*particles\.mrcs is missing"):
        get("EMPIAR-10001")
    assert not twin.served[path] and entries(Home.from_environment().inbox) == []
    twin.omitted = set()
    assert get("EMPIAR-10001").files


def test_a_changed_entry_replaces_its_files_and_keeps_what_a_person_wrote(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    got = get("EMPIAR-10001")
    tiny.change(got.folder / "dataset.yaml", contrast="dark", symmetry="C2")
    path = "/world_availability/10001/data/Particles/particles.star"
    twin.put(path, twin.files[path] + b"\n# corrected\n")
    again = get("EMPIAR-10001")
    assert content("data/Particles/particles.star", got.folder).endswith(b"# corrected\n")
    manifest = yaml.safe_load((got.folder / "dataset.yaml").read_text())
    assert (manifest["contrast"], manifest["symmetry"]) == ("dark", "C2")
    assert again.unknown == () and again.fetched_bytes == len(twin.files[path])


def test_several_image_sets_or_tables_have_to_be_chosen(twin: twins.Twin) -> None:
    document = twin.add_empiar(10001)
    document["imagesets"].append(document["imagesets"][0] | {"name": "More"})
    with pytest.raises(SettingsError, match=r"--imageset N among: 1: Particles .*; 2: More"):
        get("EMPIAR-10001")
    base = "/world_availability/10001/data/Particles"
    twin.put(f"{base}/other.star", twin.files[f"{base}/particles.star"])
    with pytest.raises(SettingsError, match=r"--particles among: .*other\.star.*particles\.star"):
        get("EMPIAR-10001", imageset=2)
    with pytest.raises(SettingsError, match="no image set 3"):
        get("EMPIAR-10001", imageset=3)
    assert get("EMPIAR-10001", imageset=2, particles="particles.star").files
    assert get("EMPIAR-10001", imageset=2).fetched_bytes == 0, "the table that was taken is taken again"


def test_what_is_too_large_or_not_released_is_refused_before_the_first_byte(
    twin: twins.Twin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = twin.add_emdb(3001)
    with pytest.raises(SettingsError, match="more than --limit-gb"):
        get("EMD-3001", limit_gb=1e-6)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**12, 10**12, 10**9))
    with pytest.raises(StoreError, match="are to come and the disk has 1.00 GB free"):
        get("EMD-3001")
    document["admin"]["current_status"]["code"]["valueOf_"] = "HPUB"
    with pytest.raises(ServiceError, match="field status: 'HPUB', not released"):
        get("EMD-3001")
    assert not twin.served


def test_another_entry_of_the_name_is_left_alone(twin: twins.Twin, home: Path) -> None:
    twin.add_emdb(3001)
    tiny.add_map(home, "EMD-3001")
    with pytest.raises(SettingsError, match="--name"):
        get("EMD-3001")
    assert get("EMD-3001", name="mine").folder.name == "mine"


def test_a_link_in_the_inbox_leads_nowhere_else(twin: twins.Twin, home: Path, tmp_path: Path) -> None:
    twin.add_empiar(10001)
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = home / "inbox" / "EMPIAR-10001"
    folder.mkdir(parents=True)
    (folder / "data").symlink_to(outside)
    with pytest.raises(ServiceError, match="refused"):
        get("EMPIAR-10001")
    assert not list(outside.rglob("*"))


# ----------------------------------------------------------------------------------- killed at any moment


def _killed_at(event_number: int, home: str, block: int, name: str) -> None:
    """Fetch; die at the n-th thing done to a file under the inbox."""
    os.environ["CRYO_HOME"] = home
    download.BLOCK = block
    count, inbox = 0, str(Home.from_environment().inbox)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in ("open", "os.rename", "os.remove", "os.truncate", "os.mkdir"):
            if str(arguments[0]).startswith(inbox):
                count += 1
                if count == event_number:
                    os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    get("EMPIAR-10001", name=name, fields={"contrast": "white"})
    os._exit(0)


def test_killed_at_any_moment_it_goes_on_and_is_an_entry_only_when_whole(
    twin: twins.Twin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of many moments: killed there, then left to finish."""
    twin.add_empiar(10001)
    total, block = sum(len(content) for content in twin.files.values()), 1 << 17
    monkeypatch.setattr(download, "BLOCK", block)
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(
        [
            "pytest",
            "cryo_assets.archives.acquire",
            "cryo_assets.entries.simulated",
            "cryo_assets.assets.listed",
        ]
    )
    inbox, numbers, finished = home / "inbox", [*range(1, 12, 3), *range(12, 80, 6), 100, 400], 0
    for number in numbers:
        name, before = f"killed-{number}", twin.served.total()
        child = forks.Process(target=_killed_at, args=(number, str(home), block, name))
        child.start()
        child.join(120)
        assert child.exitcode in (0, -signal.SIGKILL)
        finished += child.exitcode == 0
        there = ("datasets", name) in entries(inbox)
        assert there or child.exitcode
        get("EMPIAR-10001", name=name, fields={"contrast": "white"})
        for path, sent in twin.files.items():
            assert (inbox / name / path.removeprefix("/world_availability/10001/")).read_bytes() == sent
        left = {p.name for p in (inbox / name).rglob("*") if p.is_file()}
        assert left == {"particles.star", "particles.mrcs", "dataset.yaml", SOURCE}, number
        assert twin.served.total() - before <= total + 6 * block, "nothing came again but the blocks in hand"
    assert 1 <= finished < len(numbers) / 2, "the kills did not reach from the first file to the last"


def test_a_fetch_of_one_file_goes_on_block_by_block(twin: twins.Twin, tmp_path: Path) -> None:
    twin.put("/big.bin", os.urandom(40 * BLOCK + 17))
    home = Home.from_environment()
    with Archives.open(Upkeep.read(home).services) as archives:
        wanted = survey(archives.service, [(f"{twin.root}/big.bin", "big.bin")])
        seen: list[tuple[int, int]] = []
        twin.seconds_per_block = 0.01
        first = Download(archives.service, tmp_path, wanted)

        def stop(done: int, total: int) -> None:
            seen.append((done, total))
            if done > total // 2:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            first.run(3, stop)
        second = Download(archives.service, tmp_path, wanted)
        assert 0 < second.bytes_missing < 21 * BLOCK
        twin.seconds_per_block = 0.0
        second.run(3)
        assert second.place()[0].size == 40 * BLOCK + 17
        assert (tmp_path / "big.bin").read_bytes() == twin.files["/big.bin"]
        assert seen[0] == (0, 40 * BLOCK + 17) and sorted(seen) == seen


def test_connections_work_side_by_side(twin: twins.Twin, tmp_path: Path) -> None:
    twin.put("/big.bin", os.urandom(24 * BLOCK))
    twin.seconds_per_block = 0.05
    home = Home.from_environment()
    with Archives.open(Upkeep.read(home).services) as archives:
        wanted = survey(archives.service, [(f"{twin.root}/big.bin", "big.bin")])
        took = []
        for connections in (1, 8):
            began = time.monotonic()
            Download(archives.service, tmp_path / str(connections), wanted).run(connections)
            took.append(time.monotonic() - began)
    assert took[1] < took[0] / 2
