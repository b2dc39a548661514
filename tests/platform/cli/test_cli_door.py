"""What is told when an entry is added, what can be listed and taken out, and messages that help."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import torch
import yaml

from cryo_assets.home import Home
from cryo_assets.progress import duration
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.particles import read_particles, write_particles


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that does not say its contrast, with its stack."""
    folder = tmp_path / "data"
    shutil.copytree(tiny.simulated(), folder)
    star = folder / "particles.star"
    star.write_text(
        "\n".join(line for line in star.read_text().splitlines() if "contrast" not in line) + "\n"
    )
    return star


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--stack-dir", "nowhere"],
            "--stack-dir nowhere: no such folder (paths are relative to this folder",
        ),
        (["--image-root", "/nowhere"], "--image-root /nowhere: no such folder"),
        (["--symmetry", "D0"], "--symmetry D0"),
        (["--symmetry", "4"], "--symmetry 4"),
        (["--pixel-size", "60"], "--pixel-size 60: the table says 6 Å"),
        (["--set", "particles.stak.box=24"], "particles"),
    ],
)
def test_what_is_wrong_is_said_when_an_entry_is_added(
    home: Path, cryo: Any, table: Path, arguments: list[str], said: str
) -> None:
    found = cryo("add", table, "--name", "wrong", "--contrast", "white", *arguments, code=2)
    assert said in found and "work/new-" not in found, found
    assert not (home / "inbox" / "wrong").exists()


def test_what_is_missing_decides_what_is_next(home: Path, cryo: Any, table: Path) -> None:
    bare = cryo("add", table, "--name", "bare")
    assert "next: say its contrast" in bare and "cryo run" not in bare
    assert "next: cryo run whole" in cryo("add", table, "--name", "whole", "--contrast", "white")
    cryo("add", table.with_suffix(".mrcs"), "--name", "stack", "--contrast", "white", "--pixel-size", 6)
    poseless = cryo(
        "add", table.with_suffix(".mrcs"), "--name", "s2", "--contrast", "white", "--pixel-size", 6
    )
    assert "cryo run s2 --to posefree/walk" in poseless
    # a table that says its contrast needs no word of it
    particles = read_particles(table)
    from dataclasses import replace

    write_particles(table.with_name("dark.cs"), replace(particles, contrast="dark"))
    said = cryo("add", table.with_name("dark.cs"), "--name", "cs", "--json")
    assert said["contrast"] == "dark" and said["missing"] == []
    assert yaml.safe_load((home / "inbox/cs/dataset.yaml").read_text())["contrast"] == "dark"
    other = cryo("add", table.with_name("dark.cs"), "--name", "cs2", "--contrast", "white", "--json")
    assert "says that particles are dark" in other["warnings"][0]


def test_a_table_and_a_stack_of_other_size_are_refused(home: Path, cryo: Any, table: Path) -> None:
    text = table.read_text()
    header, _, rows = text.partition("data_particles")
    assert " 32 " in header
    table.write_text(header.replace(" 32 ", " 64 ") + "data_particles" + rows)
    said = cryo("add", table, "--name", "sizes", "--contrast", "white", code=2)
    assert "images of 32 pixels" in said and "12 Å" in said


def test_maps_whose_parts_do_not_fit_are_named(home: Path, cryo: Any, tmp_path: Path) -> None:
    folder = tiny.add_map(home)
    volume = read_volume(folder / "map.mrc")
    write_volume(tmp_path / "small.mrc", Volume(volume.density[:-2], volume.voxel_angstrom))
    half = folder / "half1.mrc"
    said = cryo("add-map", folder / "map.mrc", "--half1", half, "--half2", tmp_path / "small.mrc", code=2)
    assert "map.mrc" in said and "small.mrc" in said and "voxels" in said
    assert "are the same" in cryo("add-map", folder / "map.mrc", "--half1", half, "--half2", half, code=2)
    atom = "ATOM  {:5d}  CA  ALA A{:4d}    {:8.3f}{:8.3f}{:8.3f}  1.00{:6.2f}           C\n"
    model = tmp_path / "m.pdb"
    model.write_text("".join(atom.format(i, i, 900.0, 900.0, 900.0 + i, 20.0) for i in range(1, 30)))
    assert "no atom lies in the map" in cryo("add-map", folder / "map.mrc", "--model", model, code=2)
    z, y, x = (int(i) for i in np.unravel_index(int(volume.density.argmax()), volume.density.shape))
    at = [o + 2.0 * i for o, i in zip(volume.origin_angstrom, (x, y, z), strict=True)]
    model.write_text("".join(atom.format(i, i, *at, 0.0) for i in range(1, 30)))
    said = cryo("add-map", folder / "map.mrc", "--name", "zero", "--model", model, "--json")
    assert len(said["warnings"]) == 1 and "not refined" in said["warnings"][0]


def _versions(home: Path, key: str) -> list[Path]:
    """The folders of the versions of an asset of the entry `one`."""
    return sorted(path.parent for path in (home / "store" / key / "one").glob("*/artifact.json"))


def test_entries_are_listed_and_taken_out_when_asked_twice(home: Path, cryo: Any, table: Path) -> None:
    assert "No entry" in _noted(cryo, "list")
    cryo("add", table, "--name", "one", "--contrast", "white", "--set", "particles.stack.box=24")
    (home / "inbox" / "broken").mkdir()
    (home / "inbox" / "broken" / "map.yaml").write_text("map: [\n")
    cryo("run", "one", "--to", "particles/source", "--json")
    (version,) = _versions(home, "particles/source")
    listed = cryo("list", "--json", code=2)
    assert [row["entry"] for row in listed["entries"]] == ["broken", "one"]
    assert listed["entries"][1]["results"] == 1 and list(listed["errors"]) == ["broken"]
    shared = cryo("du", "--by", "asset", "--json")["rows"]
    assert [row["name"] for row in shared] == ["particles/source"] and shared[0]["bytes"] > 1000
    assert "--yes" in cryo("rm", "one", code=2) and version.is_dir(), "nobody answered"
    said = cryo("rm", "one", "--yes", "--json")
    assert said["removed"] == 1 and not version.exists() and not (home / "inbox" / "one").exists()
    kept = yaml.safe_load(Path(said["manifest"]).read_text())
    assert kept["contrast"] == "white"
    recipes = list(home.rglob(f"{version.name}/artifact.json"))
    assert len(recipes) == 1 and json.loads(recipes[0].read_text())["recipe"]["asset"] == "particles/source"
    assert table.is_file()


def _noted(cryo: Any, *arguments: object) -> str:
    """What a command says on both streams."""
    import contextlib
    import io

    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        out = cryo(*arguments)
    return out + errors.getvalue()


def test_prune_asks(home: Path, cryo: Any, table: Path) -> None:
    cryo("add", table, "--name", "one", "--contrast", "white", "--set", "particles.stack.box=24")
    cryo("run", "one", "--to", "particles/stack", "--json")
    tiny.change(home / "inbox/one/dataset.yaml", settings={"particles": {"stack": {"box": 28}}})
    cryo("run", "one", "--to", "particles/stack", "--json")
    there = _versions(home, "particles/stack")
    assert "--yes" in cryo("prune", "--keep", 1, code=2)
    assert _versions(home, "particles/stack") == there and len(there) == 2
    cryo("prune", "--keep", 1, "--yes")
    assert len(_versions(home, "particles/stack")) == 1


def test_settings_are_told(cryo: Any) -> None:
    said = cryo("settings", "particles/stack", "--json")["particles/stack"]
    box = next(row for row in said if row["name"] == "box")
    assert box["default"] == "chosen" and box["unit"] == "pixels" and "cropped" in box["meaning"]
    assert list(cryo("settings", "round_03/clusters", "--json")) == ["round_*/clusters"]
    assert len(cryo("settings", "--json")) > 30
    assert "did you mean particles/stack" in cryo("settings", "particles/stak", code=2)


def test_names_that_are_nearly_right_are_offered(home: Path, cryo: Any, table: Path) -> None:
    assert "no home at" in cryo("run", "ribosome", code=2)
    cryo("add", table, "--name", "ribosome", "--contrast", "white")
    assert "did you mean ribosome?" in cryo("run", "ribosme", code=2)
    assert "did you mean particles/stack" in cryo("run", "ribosome", "--to", "particles/stac", code=2)


def test_the_home_is_found_from_below_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CRYO_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Home.from_environment().root == tmp_path / "cryo_home"
    home = Home(tmp_path / "cryo_home")
    for folder in (home.inbox, home.store):
        folder.mkdir(parents=True)
    for below in (tmp_path / "a" / "b", home.inbox / "one"):
        below.mkdir(parents=True)
        monkeypatch.chdir(below)
        assert Home.from_environment().root == home.root
    monkeypatch.setenv("CRYO_HOME", str(tmp_path / "other"))
    assert Home.from_environment().root == tmp_path / "other"


def test_the_mean_is_no_denser_at_a_model_that_lies_elsewhere() -> None:
    from cryo_assets.cli.platform.looks import _look_at_model
    from cryo_core.formats.atomic import read_atoms

    del read_atoms
    density = torch.zeros(20, 20, 20)
    density[8:12, 8:12, 8:12] = 1.0
    volume = Volume(density, 2.0)
    from cryo_core.data import Atoms

    def atoms(at: float) -> Atoms:
        place = at + torch.rand(50, 3, generator=torch.Generator().manual_seed(1)) * 4
        one = torch.ones(50)
        names = np.array(["CA"] * 50)
        spread = torch.linspace(5, 60, 50)
        return Atoms(place, one[:, None], one[:, None], spread, one, names, np.arange(50), names)

    assert _look_at_model(Path("m.pdb"), atoms(17.0), volume) == []
    assert "no denser" in _look_at_model(Path("m.pdb"), atoms(2.0), volume)[0]


def test_every_help_ends_with_a_call_that_can_be_meant() -> None:
    import typer.main

    from cryo_assets.cli.app import _EXAMPLES, app

    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(_EXAMPLES) == set(commands)
    for name, call in _EXAMPLES.items():
        words = call.split()
        assert words[:2] == ["cryo", name] and commands[name].epilog == f"Example: {call}"
        commands[name].make_context(name, words[2:], resilient_parsing=False)


def test_ctrl_c_is_one_line(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cryo_assets.cli.app import _run
    from cryo_assets.engine import planner

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(planner.Planner, "__init__", interrupted)
    assert _run(["list"], False) != 0
    assert capsys.readouterr().err.splitlines() == [
        "cryo: stopped; what was finished is kept, run again to go on"
    ]


def test_a_run_that_is_interrupted_in_a_step_is_stopped(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryo_assets.assets.particles import source
    from cryo_assets.graph import launch

    tiny.add_dataset(home)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(source, "read_source", interrupted)
    with pytest.raises(KeyboardInterrupt):
        launch.run(Home.from_environment(), "tiny", tiny.QUIET, None, "particles/source", None)


def test_logs_say_what_ran_and_why_it_failed(home: Path, cryo: Any) -> None:
    assert "no home" in cryo("logs", "tiny", code=2) and not (home / "dagster").exists(), (
        "reading makes no home"
    )
    tiny.add_dataset(home)
    cryo("run", "tiny", "--to", "particles/stack")
    assert [(run["entry"], run["status"]) for run in cryo("runs", "--all", "--json")] == [("tiny", "success")]
    good = cryo("logs", "tiny")
    assert good.count("done in") == 2 and "particles/stack" in good and "Yielded" not in good
    for key in ("particles/source", "particles/stack"):  # as `cryo run` said it, without Dagster's own time
        took = duration(tiny.made(key, "tiny").made.seconds)  # type: ignore[union-attr]
        assert re.search(rf"{key} +done in {re.escape(took)}$", good, re.MULTILINE), good
    assert cryo("logs", "tiny", "--errors") == ""
    (home / "inbox" / "tiny" / "particles.mrcs").write_bytes(b"broken")
    cryo("run", "tiny", "--to", "particles/stack", code=2)
    failed = cryo("logs", "tiny", "--errors")
    assert "particles/source" in failed and "failed: /" in failed and "Stack Trace" in failed
    newest, before = cryo("runs", "--all", "--json")
    assert newest["status"] == "failure" and before["status"] == "success"
    assert cryo("logs", before["run"][:12]) == good
    assert "never run" not in cryo("logs", "nobody", code=2)
    assert "there is none" in cryo("logs", "0123abcd-0", code=2)
