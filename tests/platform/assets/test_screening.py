"""What becomes of bad images and twins in an entry, and of the words that its resolutions carry."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import tiny
import torch
from PIL import Image

from cryo_assets.assets.particles.source import rows_left_out, twins_of
from cryo_assets.assets.rounds.fsc import _draw_curves, _Judged
from cryo_assets.entries.independence import as_the_file_has_it, limit_of, titled, with_remarks
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.table import read_stored, with_half_sets
from cryo_assets.graph.factory import metadata
from cryo_assets.home import Home
from cryo_assets.pages.document import page
from cryo_assets.pages.library import EntryView
from cryo_assets.pictures.results import resolution_by_round
from cryo_assets.store.class_results import ClassResult
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError
from cryo_core.formats.star import read_star, write_star
from cryo_core.validation.fsc import FscCurve
from cryo_core.validation.twins import joined

_HEADER, _BOX = 1024, 32


def _images(folder: Path) -> np.ndarray:
    stack = folder / "particles.mrcs"
    return np.memmap(stack, np.float32, "r+", offset=_HEADER).reshape(-1, _BOX, _BOX)


def _made(*keys: str, name: str = "tiny") -> list[Artifact]:
    found = []
    for key in keys:
        artifact = tiny.make(f"particles/{key}", name)
        assert artifact is not None
        found.append(artifact)
    return found


def test_bad_images_are_left_out_and_everything_else_goes_on(home: Path) -> None:
    folder = tiny.add_dataset(home)
    images = _images(folder)
    images[5] = 7.0
    images[17, 3, 3] = np.nan
    images[60, 9, 9] = 3000.0
    source, stack = _made("source", "stack")
    assert source.numbers["left_out"] == 3 and source.numbers["particles"] == 117
    assert rows_left_out(source).tolist() == [5, 17, 60]
    table = pd.read_csv(source.path("left_out.csv"))
    assert table["image"].tolist() == [f"{row:06d}@particles.mrcs" for row in (6, 18, 61)]
    assert "NaN" in table["reason"][1] and "1 × blank" in str(source.numbers["left_out_because"])
    kept = read_stored(source.path("particles.star"))
    assert kept.image_number.tolist() == np.delete(np.arange(120), [5, 17, 60]).tolist()
    assert stack.numbers["particles"] == 117 and all(check.passed for check in stack.checks)


def _changed(folder: Path, rows: slice, names: tuple[str, ...]) -> None:
    """Write zeros into columns of some rows of a table."""
    tables = read_star(folder / "particles.star")
    for name in names:
        column = tables["particles"][name].astype(float)
        column.iloc[rows] = 0.0
        tables["particles"][name] = column
    write_star(folder / "particles.star", tables)


_ANGLES = ("rlnAngleRot", "rlnAngleTilt", "rlnAnglePsi")
_SHIFTS = ("rlnOriginXAngst", "rlnOriginYAngst")


def test_rows_that_nobody_aligned_are_left_out(home: Path, cryo: Any) -> None:
    folder = tiny.add_dataset(home)
    _changed(folder, slice(20, 22), (*_ANGLES, *_SHIFTS))
    (source,) = _made("source")
    assert source.numbers["left_out"] == 0, "two may be poses of a grid"
    _changed(folder, slice(20, 29), (*_ANGLES, *_SHIFTS))
    (source,) = _made("source")
    assert source.numbers["left_out"] == 9 and source.numbers["has_poses"] is True
    assert source.numbers["left_out_because"] == "9 × no pose"
    assert rows_left_out(source).tolist() == list(range(20, 29))
    told = cryo("add", folder / "particles.star", "--name", "again", "--contrast", "white", "--json")
    assert any("9 rows, of which 21 is the first, have no pose" in line for line in told["warnings"])


def test_images_that_are_aligned_in_their_plane_alone_have_no_poses(home: Path, cryo: Any) -> None:
    folder = tiny.add_dataset(home)
    _changed(folder, slice(0, 119), _ANGLES[:2])
    (source,) = _made("source")
    assert source.numbers["has_poses"] is True, "one image is seen from elsewhere"
    _changed(folder, slice(None), _ANGLES[:2])
    (source,) = _made("source")
    assert source.numbers["has_poses"] is False and source.numbers["left_out"] == 0
    told = cryo("add", folder / "particles.star", "--name", "again", "--contrast", "white", "--json")
    assert told["has_poses"] is False
    assert any("rot and tilt 0, as 2D classification" in line for line in told["warnings"])
    assert any("posefree/walk" in line for line in told["missing"])


def test_a_set_of_which_most_images_are_bad_is_a_clear_error(home: Path) -> None:
    _images(tiny.add_dataset(home))[:70] = 0.0
    with pytest.raises(SettingsError, match="70 of 120 images cannot be used"):
        _made("source")


def _with_twins(folder: Path, coordinates: bool = False) -> None:
    """Make the last 12 images second picks of images 12 to 23, a pixel away, in the other half set."""
    images = _images(folder)
    for i in range(12):
        images[119 - i] = np.roll(images[12 + i], (i % 3 - 1, 1), (0, 1))
    blocks = read_star(folder / "particles.star")
    table = blocks["particles"]
    if coordinates:
        place = np.arange(120) * 40
        place[119 - np.arange(12)] = place[12 + np.arange(12)] + 2
        names = {"rlnMicrographName": ["m.mrc"] * 120, "rlnCoordinateX": place, "rlnCoordinateY": [9] * 120}
        blocks["particles"] = table.assign(**{k: [str(v) for v in values] for k, values in names.items()})
    write_star(folder / "particles.star", blocks)


@pytest.mark.parametrize("coordinates", [False, True])
def test_twins_come_into_one_half_set_and_no_noise_agrees_with_itself(home: Path, coordinates: bool) -> None:
    _with_twins(tiny.add_dataset(home), coordinates)
    source, stack = _made("source", "stack")
    assert source.numbers["twins"] == 12 and source.numbers["twins_apart_in_file"] == 24
    assert ("by where" in str(source.numbers["twins_said"])) == coordinates
    assert source.pictures and stack.numbers["shared_images"] == 0
    table = read_stored(source.path("particles.star"))
    found, half_set = twins_of(source, table), table.half_set
    assert (found.first[119 - np.arange(12)] == 12 + np.arange(12)).all()
    assert (half_set[119 - np.arange(12)] == half_set[12 + np.arange(12)]).all()
    assert (half_set[:108] == np.arange(108) % 2 + 1).all(), "the others are where the file has them"
    table = pd.read_csv(source.path("twins.csv"))
    assert set(table["found_by"]) == {"place" if coordinates else "content"}


def test_twins_may_be_left_out(home: Path) -> None:
    folder = tiny.add_dataset(home)
    _with_twins(folder)
    tiny.change(folder / "dataset.yaml", settings={"particles": {"source": {"twins": "leave_out"}}})
    (source,) = _made("source")
    assert source.numbers["particles"] == 108 and source.numbers["twins"] == 12
    assert (
        rows_left_out(source).tolist() == list(range(108, 120))
        and twins_of(source, read_stored(source.path("particles.star"))).count == 0
    )
    assert "that of row 13" in pd.read_csv(source.path("left_out.csv"))["reason"].iloc[-1]


def test_halves_that_are_drawn_keep_twins_together_and_are_else_as_before(home: Path) -> None:
    particles = read_stored(tiny.add_dataset(home) / "particles.star")
    particles.half_set[:] = 0
    drawn = with_half_sets(particles, 3).half_set
    twins = joined(np.arange(120), np.array([[2, 90], [90, 91]]))
    together = with_half_sets(particles, 3, twins).half_set
    assert (np.delete(together, [90, 91]) == np.delete(drawn, [90, 91])).all()
    assert together[90] == together[91] == drawn[2] and abs(int((together == 1).sum()) - 60) <= 2


def test_a_symmetry_expanded_table_has_no_twins_and_each_image_in_one_half(home: Path) -> None:
    folder = tiny.add_dataset(home)
    blocks = read_star(folder / "particles.star")
    table = blocks["particles"]
    expanded = pd.concat([table, table[:40].assign(rlnAngleRot="77.0")], ignore_index=True)
    write_star(folder / "particles.star", blocks | {"particles": expanded})
    _images(folder)[3] = 0.0
    source, stack = _made("source", "stack")
    assert source.numbers["twins"] == 0 and source.numbers["images"] == 119
    assert rows_left_out(source).tolist() == [3, 123], "both rows of the blank image"
    half_set = read_stored(source.path("particles.star")).half_set
    assert (half_set[119:] == half_set[:39]).all() and stack.numbers["shared_images"] == 0


def test_what_was_aligned_to_one_map_is_said_beside_every_resolution(
    home: Path, cryo: Callable[..., Any]
) -> None:
    folder = tiny.add_dataset(home)
    _, _, before = _made("source", "stack", "consensus")
    resolution = float(before.numbers["resolution_angstrom"] or 0)
    assert ": " not in cryo("show", "tiny").split("resolution ")[1][:20]
    limit = round(resolution - 1.0, 2)
    tiny.change(folder / "dataset.yaml", poses_aligned_to_angstrom=limit)
    words = f"{resolution:.2f} Å: not independent, poses were aligned to one map to {limit:.4g} Å"
    assert words in " ".join(cryo("show", "tiny").replace("│", " ").replace("\n", " ").split())
    assert words in cryo("show", "tiny", "particles/consensus")
    due = {row.asset: row.state for row in tiny.planner().plan("tiny").rows()}
    assert due["particles/stack"] == "stored" and due["particles/consensus"] != "stored"
    (after,) = _made("consensus")
    assert words in str(after.numbers["warnings"])
    assert after.numbers["resolution_angstrom"] == before.numbers["resolution_angstrom"]
    assert cryo("show", "tiny", "--json")["poses_aligned_to_angstrom"] == limit
    title = f"FSC (halves independent only beyond {limit:.4g} Å)"
    assert title in metadata(Home(home), after, "tiny", limit)
    assert title in [picture["title"] for picture in page(EntryView(Home(home), "tiny"))["pictures"]]


def test_the_remark_depends_on_what_is_known(home: Path) -> None:
    folder = tiny.add_dataset(home)
    (source,) = _made("source")

    def said(**fields: object) -> Any:
        tiny.change(folder / "dataset.yaml", **fields)
        manifest = Dataset.read(folder / "dataset.yaml")
        numbers = {"class_01_resolution_angstrom": 10.67, "truth_fsc05_angstrom": 9.0, "box": 32, "stop": ""}
        shown = with_remarks(numbers, limit_of(manifest, source))
        assert {k: v for k, v in shown.items() if k != "class_01_resolution_angstrom"} == {
            k: v for k, v in numbers.items() if k != "class_01_resolution_angstrom"
        }
        return shown["class_01_resolution_angstrom"]

    assert said() == 10.67, "the file brought its half sets"
    assert said(poses_aligned_to_angstrom=26) == "10.67 Å: independent only beyond 26 Å"
    assert said(poses_aligned_to_angstrom="unknown") == "10.67 Å: not known to be independent"
    with pytest.raises(SettingsError, match="poses_aligned_to_angstrom"):
        said(poses_aligned_to_angstrom="perhaps")


def test_pictures_are_shown_with_what_halves_are_worth(tmp_path: Path) -> None:
    assert titled("corrected FSC of each class", 26.0).endswith("class (halves independent only beyond 26 Å)")
    assert (
        titled("Resolution by round", "unknown") == "Resolution by round (halves not known to be independent)"
    )
    assert titled("map", 26.0) == "map" and titled("FSC", None) == "FSC"
    classes = [(1, 1, 9.0), (2, 1, 8.0)]
    table = pd.DataFrame(classes, columns=["round", "class", "resolution_angstrom"])
    table = table.assign(plain_angstrom=7.0, particles=50)
    red = []
    for remark in ("", "halves not known to be independent"):
        resolution_by_round(table, 4.0, tmp_path / "rounds.png", remark)
        picture = np.asarray(Image.open(tmp_path / "rounds.png").convert("RGB")).astype(int)
        red.append(int((np.abs(picture - (0xB2, 0x18, 0x2B)).max(-1) < 30).sum()))
    assert red[1] > red[0] + 50


def test_pictures_of_rounds_say_what_the_file_says_of_the_halves(home: Path, tmp_path: Path) -> None:
    tiny.add_dataset(home)
    (source,) = _made("source")
    said = []
    for numbers in ({}, {"half_sets_from_file": False}, {"has_poses": False}):
        said.append(as_the_file_has_it(replace(source, numbers={**source.numbers, **numbers})))
    assert said == [
        "halves as independent as the file's own half sets",
        "halves not known to be independent",
        "",
    ]
    curve = FscCurve(torch.linspace(0, 0.16, 9), torch.linspace(1, 0, 9), 3.0)
    judged = _Judged(ClassResult(1, particles=9), curve, curve)
    red = []
    for words in ("", said[1]):
        pictures = _draw_curves(tmp_path, [judged], 9, words)
        assert sorted(pictures.values()) == ["fsc.png", "noise.png"]
        for file in sorted(pictures.values()):
            picture = np.asarray(Image.open(tmp_path / file).convert("RGB")).astype(int)
            red.append(int((np.abs(picture - (0xB2, 0x18, 0x2B)).max(-1) < 30).sum()))
    assert red[2] > red[0] + 50 and red[3] > red[1] + 50


def test_add_asks_once_how_poses_were_aligned_where_halves_are_drawn_here(
    home: Path, cryo: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tiny.add_dataset(home, "first")
    blocks = read_star(folder / "particles.star")
    blocks["particles"] = blocks["particles"].drop(columns="rlnRandomSubset")
    table = folder / "without.star"
    write_star(table, blocks)
    asked = cryo("add", table, "--contrast", "white", "--name", "tiny", "--json")
    assert len(asked["missing"]) == 1 and asked["missing"][0].startswith("poses_aligned_to_angstrom")
    tiny.change(home / "inbox" / "tiny" / "dataset.yaml", rounds=0)
    (source,) = _made("source")
    manifest = Dataset.read(home / "inbox" / "tiny" / "dataset.yaml")
    assert limit_of(manifest, source) == "unknown", "drawn here, from poses of which nothing is known"
    told = cryo("add", table, "--contrast", "white", "--name", "told", "--poses-aligned-to", "26", "--json")
    assert told["missing"] == []
    assert Dataset.read(home / "inbox" / "told" / "dataset.yaml").poses_aligned_to_angstrom == 26.0
    assert "should" in cryo("add", table, "--name", "no", "--poses-aligned-to", "soon", code=2)
    given = cryo("add", folder / "particles.star", "--contrast", "white", "--name", "given", "--json")
    assert given["missing"] == []
