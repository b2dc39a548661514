"""Situations of the field that come together: dark, premultiplied, of two boxes, and a table of many hands."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mrcfile
import numpy as np
import pytest
from conftest import skip
from situations import FIELD, SEED, correlation, fsc_mean

from cryo_core.formats.star import read_star

pytestmark = pytest.mark.realdata

COUNT, BOXES, PIXELS = 260, (48, 40), (3.0, 3.6)


@pytest.fixture(scope="module")
def synth() -> Iterator[Any]:
    """The module that projects exactly, in RELION's conventions."""
    if not FIELD.is_dir():
        skip(f"{FIELD} is absent: the optional situations are not here")
    sys.path.insert(0, str(FIELD / "lib"))
    try:
        import synth

        yield synth
    finally:
        sys.path.remove(str(FIELD / "lib"))


@pytest.fixture(scope="module")
def twisted(synth: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two optics groups of dark images; the second has other pixels, is premultiplied, and lies in a folder of its own.

    The table was edited by hand: comments, carriage returns, blanks at the ends, a name in quotes, columns in
    another order, groups numbered 7 and 3.
    """
    folder = tmp_path_factory.mktemp("twisted")
    (folder / "second session").mkdir()
    optics, rows = [], []
    for number, name, box, pixel, flag in zip(
        (7, 3), ("a.mrcs", "second session/b.mrc"), BOXES, PIXELS, (0, 1), strict=True
    ):
        made = synth.make(n=COUNT, box=box, pix=pixel, seed=4100 + SEED + number, snr=1.0)
        images = synth.apply(made["images"], made["C"]) if flag else made["images"]
        synth.write_stack(folder / name, -images, pixel)
        optics.append(
            synth.OPT(pixel, box)
            | {
                "rlnOpticsGroup": number,
                "rlnOpticsGroupName": f"s{number}",
                "rlnCtfDataAreCtfPremultiplied": flag,
            }
        )
        columns = made["rows"] | {"rlnOpticsGroup": [number] * COUNT}
        columns["rlnImageName"] = [f"'{i + 1:06d}@{name}'" for i in range(COUNT)]
        rows.append(columns)
    columns = {key: [*rows[1][key], *rows[0][key]] for key in reversed(rows[0])}
    synth.star(folder / "clean.star", optics, columns)
    lines = (folder / "clean.star").read_text().splitlines()
    text = "# edited by hand\r\n" + "".join(f"{line}  \r\n" for line in lines) + "# the end\r\n"
    (folder / "twisted.star").write_bytes(text.encode())
    places, weights = synth.phantom(150, 40.0)
    np.save(folder / "truth.npy", synth.volume(places, weights, BOXES[1], PIXELS[1], 3.0))
    return folder


def _map(cryo: Callable, table: Path, out: Path, *more: object) -> np.ndarray:
    cryo("reconstruct", table, "-o", out, *more, "--json")
    return mrcfile.read(out / "map.mrc")


def test_the_map_is_that_of_the_truth(twisted: Path, cryo: Callable, tmp_path: Path) -> None:
    made = _map(cryo, twisted / "twisted.star", tmp_path / "m", "--contrast", "dark")
    assert made.shape == (40, 40, 40), "the grid of the larger pixels"
    assert fsc_mean(made, np.load(twisted / "truth.npy"), 16) > 0.8
    assert correlation(made, np.load(twisted / "truth.npy")) > 0.8, "protein is positive"


def test_one_white_corrected_stack_gives_the_same_map(twisted: Path, cryo: Callable, tmp_path: Path) -> None:
    """As RELION and cryoDRGN need it: nothing is left to be honoured, and the folder may be moved."""
    out = tmp_path / "white.star"
    said = cryo(
        *("convert", twisted / "twisted.star", out, "--stack-out", tmp_path / "white.mrcs"),
        *("--contrast", "dark", "--json"),
    )
    assert said["particles"] == 2 * COUNT
    optics = read_star(out)["optics"]
    assert set(optics["rlnImageSize"]) == {"40"} and {float(v) for v in optics["rlnImagePixelSize"]} == {3.6}
    assert not any("Premultiplied" in name and set(optics[name]) != {"0"} for name in optics)
    first = _map(cryo, twisted / "twisted.star", tmp_path / "first", "--contrast", "dark")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("white.star", "white.mrcs"):
        (tmp_path / name).rename(moved / name)
    assert correlation(_map(cryo, moved / "white.star", tmp_path / "again"), first) > 0.99


def test_a_group_alone_goes_round_other_programs(twisted: Path, cryo: Callable, tmp_path: Path) -> None:
    """The plain group as .cs and .par, with comment lines in the .par: the sign and the CTF stay."""
    star = twisted / "plain.star"
    cryo("convert", twisted / "twisted.star", star, "--optics-group", 7, "--contrast", "dark", "--overwrite")
    ours = _map(cryo, star, tmp_path / "star")
    cryo("convert", star, twisted / "plain.cs", "--overwrite")
    assert (np.load(twisted / "plain.cs")["blob/sign"] == -1).all()
    assert correlation(_map(cryo, twisted / "plain.cs", tmp_path / "cs"), ours) > 0.9999
    cryo("convert", star, tmp_path / "plain.par")
    rows = (tmp_path / "plain.par").read_text().splitlines()
    (tmp_path / "plain.par").write_text("\n".join(["   C  by hand", *rows, "  C Average"]) + "\n")
    given = ("--stack", twisted / "a.mrcs", "--pixel-size", 3, "--voltage", 300, "--cs", 2.7)
    par = _map(
        cryo,
        tmp_path / "plain.par",
        tmp_path / "par",
        *given,
        "--amplitude-contrast",
        0.1,
        "--contrast",
        "dark",
    )
    assert fsc_mean(par, ours, 20) > 0.98, "halves are drawn anew, the map is the same"
    said = cryo("convert", twisted / "twisted.star", tmp_path / "two.par", "--contrast", "dark", code=2)
    assert "two.par" in said
