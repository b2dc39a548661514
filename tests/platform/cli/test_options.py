"""Options that commands share: what is one group in the code is options of their own at the command line."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import tiny
import typer
from typer.main import get_command

from cryo_assets.cli.app import app
from cryo_assets.cli.options import Table, spread
from cryo_core.formats.star import read_star, write_star

OF_A_TABLE = ("add", "convert", "reconstruct", "orientations", "refine")


@pytest.mark.parametrize("name", OF_A_TABLE)
def test_every_command_on_tables_has_every_option_of_a_table(name: str) -> None:
    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    there = {option for parameter in command.params for option in parameter.opts}
    assert {"--" + field.name.replace("_", "-") for field in fields(Table)} <= there


def test_one_half_alone_is_no_pair_of_half_sets(home: Path, cryo: Any, tmp_path: Path) -> None:
    folder = tiny.add_dataset(home, "first")
    blocks = read_star(folder / "particles.star")
    blocks["particles"]["rlnRandomSubset"] = "1"
    write_star(folder / "half.star", blocks)
    said = cryo("add", folder / "half.star", "--name", "half", "--contrast", "white", "--json")
    assert said["half_sets"] is False and any(
        "every image is in half set 1" in word for word in said["warnings"]
    )
    made = cryo("reconstruct", folder / "half.star", "-o", tmp_path / "map", "--contrast", "white", "--json")
    assert made["particles"] == 120 and "not known to be independent" in made["warnings"]


def test_a_misspelled_asset_of_a_round_is_that_of_the_round(home: Path, cryo: Any) -> None:
    tiny.add_dataset(home)
    for wrong, right in (
        ("round_02/cluster", "round_02/clusters"),
        ("round_99/clusters", "round_*/clusters"),
    ):
        assert f"did you mean {right}?" in cryo("run", "tiny", "--to", wrong, code=2)


def test_what_is_not_there_is_said_with_what_is(home: Path, cryo: Any) -> None:
    assert "No such command 'shw'. Did you mean 'show'?" in cryo("shw", code=2)
    assert "No such command 'x9'; `cryo --help` lists them" in cryo("x9", code=2)
    tiny.add_dataset(home)
    tiny.add_map(home)
    said = cryo("compare", "tiny", "tiny-map", code=2)
    assert "tiny-map: is one of the maps" in said and "`cryo compare tiny-map:ASSET B:ASSET`" in said
    assert "no such version; `cryo show NAME` lists them" in cryo(
        "adopt-settings", "tiny", "12345678", code=2
    )
    for option in ("--port", "--mlflow-port", "--pages-port"):
        assert f"Invalid value for '{option}'" in cryo("up", option, 99999, code=2)
    assert "snr -1: must be above 0" in cryo("simulate", "-o", home / "set", "--snr", -1, code=2)
    given = home / "inbox" / "tiny-map" / "map.mrc"
    assert "Invalid value for '--resolution'" in cryo(
        "add-map", given, "--name", "x", "--resolution", -1, code=2
    )


def test_a_group_comes_together_from_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    def command(path: Path, table: Table = Table(), last: int = 3) -> None:  # noqa: B008
        """Say what came."""
        typer.echo(f"{path} {table.ctf} {table.overrides.pixel_angstrom} {table.files} {last}")

    small = typer.Typer()
    small.command()(spread(command))
    small(["a.star", "--pixel-size", "2", "--ctf", "c.pkl", "--last", "4"], standalone_mode=False)
    files = (None, Path("c.pkl"), None)
    assert capsys.readouterr().out == f"a.star c.pkl 2.0 {files} 4\n"


@pytest.mark.parametrize("option", ["--pixel-size", "--voltage"])
@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf"])
def test_what_cannot_be_is_refused_by_every_command(
    home: Path, cryo: Any, tmp_path: Path, option: str, value: str
) -> None:
    table = tiny.simulated() / "particles.star"
    for command in (
        ("add", table),
        ("orientations", table),
        ("reconstruct", table, "-o", tmp_path / "out"),
        ("convert", table, tmp_path / "out.star"),
    ):
        assert f"{option} {float(value):g}: must be above 0" in cryo(*command, option, value, code=2)
