"""Input that is wrong in ways that people's files are: one clear line with file, row, field and the way out."""

import pickle  # noqa: TID251
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import tiny
import torch

from cryo_core.data import Volume
from cryo_core.formats.mrc import write_volume

WHITE = ("--contrast", "white")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A simulated set's table and images, to be spoilt."""
    for name in ("particles.star", "particles.mrcs"):
        shutil.copy(tiny.simulated() / name, tmp_path)
    return tmp_path


def _spoilt(folder: Path, row: int, column: str, value: str) -> Path:
    """The table with one cell changed; row 0 is the optics group's."""
    lines = (folder / "particles.star").read_text().splitlines()
    begin = max(i for i, line in enumerate(lines) if line == "loop_") if row else lines.index("loop_")
    labels = [line.split()[0] for line in lines[begin + 1 :] if line.startswith("_")]
    if not row:
        labels = labels[: next(i for i, line in enumerate(lines[begin + 1 :]) if not line.startswith("_"))]
    at = begin + len(labels) + max(row, 1)
    values = lines[at].split()
    values[labels.index(column)] = value
    lines[at] = " ".join(values)
    path = folder / "spoilt.star"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize(
    ("row", "column", "value", "said"),
    [
        (0, "_rlnVoltage", "300000", "row 1: voltage 300000 kV, and it must lie between 1 and 5000 kV"),
        (0, "_rlnAmplitudeContrast", "10", "row 1: amplitude contrast 10, and it must lie between -1 and 1"),
        (0, "_rlnSphericalAberration", "2.7e7", "row 1: spherical aberration 2.7e+07 mm"),
        (0, "_rlnImagePixelSize", "1e-10", "row 1: pixel size 1e-10 Å"),
        (0, "_rlnImageDimensionality", "3", "these are sub-tomograms"),
        (0, "_rlnImageSize", "32.5", "row 1: _rlnImageSize is '32.5', not a whole number"),
        (0, "_rlnImageSize", "-32", "optics: rlnImageSize -32: images have 2 to 65,536 pixels"),
        (5, "_rlnDefocusU", "9e9", "row 5: defocus U 9e+09 Å"),
        (5, "_rlnDefocusV", "-9e9", "row 5: defocus V -9e+09 Å"),
        (5, "_rlnOriginXAngst", "1e300", "row 5: shift 1e+300 Å"),
    ],
)
def test_numbers_that_no_microscope_has_are_named(
    folder: Path, home: Path, cryo: Callable, row: int, column: str, value: str, said: str
) -> None:
    table = _spoilt(folder, row, column, value)
    for call in (["add", table, "--name", "x"], ["reconstruct", table, "-o", folder / "o"]):
        fault = cryo(*call, *WHITE, code=2)
        assert f"{table.name}: " in fault and said in fault
    assert not (home / "inbox" / "x").exists() and not (folder / "o").exists()


def test_a_unit_that_is_given_is_looked_at_too(folder: Path, home: Path, cryo: Callable) -> None:
    said = cryo("add", folder / "particles.star", "--name", "x", *WHITE, "--voltage", 300000, code=2)
    assert "tables count kilovolts" in said and "--voltage" in said


def test_relions_mark_of_no_class_is_no_class(folder: Path, cryo: Callable) -> None:
    assert cryo("info", _spoilt(folder, 5, "_rlnClassNumber", "-999"), "--json")["classes"][0] == 0


def test_one_image_makes_no_two_half_maps(folder: Path, home: Path, cryo: Callable) -> None:
    text = (folder / "particles.star").read_text()
    (folder / "one.star").write_text(text[: text.index("000002@")])
    for call in (["add"], ["reconstruct", "-o", folder / "o"]):
        said = cryo(call[0], folder / "one.star", *call[1:], *WHITE, code=2)
        assert "names one image of it, and two half maps need two at least" in said


def test_a_path_that_is_no_file_is_said_to_be_what_it_is(
    folder: Path, home: Path, cryo: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.star").touch()
    monkeypatch.chdir(folder)
    for command in ("add", "info", "reconstruct", "convert", "orientations"):
        more = {"reconstruct": ["-o", "o"], "convert": ["o.cs"]}.get(command, [])
        assert "is a folder: name a file in it" in cryo(command, ".", *more, code=2)
        assert "empty.star: the file is empty" in cryo(command, "empty.star", *more, code=2)
        said = cryo(command, "gone.star", *more, code=2)
        assert f"gone.star: no such file (paths are relative to this folder, {folder})" in said


def test_an_output_that_cannot_be_made_is_named(folder: Path, cryo: Callable) -> None:
    star = folder / "particles.star"
    for out, said in (
        (folder / "particles.mrcs", "exists, and is not a folder; name another"),
        (folder / "particles.mrcs" / "x", "a part of this path is a file, and not a folder"),
        (Path("/proc/nothing"), "there is no such file, nor can it be made here"),
    ):
        fault = cryo("reconstruct", star, "-o", out, *WHITE, code=2)
        assert f"{out}: {said}" in fault and "Errno" not in fault
    fault = cryo("convert", star, "/proc/x.cs", code=2)
    assert "/proc/x.cs: " in fault and "partial" not in fault


def test_settings_and_choices_have_their_nearest(folder: Path, home: Path, cryo: Callable) -> None:
    star = folder / "particles.star"
    for setting, said in (
        ("round_01.clusters.clases=3", "settings.round_01.clusters.clases: no such setting"),
        ("round_01.clusters.clases=3", "did you mean classes?"),
        ("round_01.clustrs.most=3", "did you mean round_01/clusters"),
        ("round_01.clusters.most=many", "settings.round_01.clusters.most: Input should be a valid integer"),
    ):
        assert said in cryo("add", star, "--name", "x", *WHITE, "--set", setting, code=2)
    said = cryo("add", star, "--name", "x", "--contrast", "grey", code=2)
    assert (
        "--contrast" in said and "'grey' is not one of 'white', 'dark'" in said and "Value error" not in said
    )


def test_maps_without_density_or_beyond_their_voxels(home: Path, tmp_path: Path, cryo: Callable) -> None:
    flat = Volume(torch.ones(12, 12, 12), 3.0, (0.0, 0.0, 0.0))
    write_volume(tmp_path / "flat.mrc", flat)
    said = cryo("add-map", tmp_path / "flat.mrc", "--name", "m", code=2)
    assert "flat.mrc: every voxel is 1: there is no density in it" in said
    write_volume(tmp_path / "map.mrc", flat.with_density(torch.randn(12, 12, 12)))
    said = cryo("add-map", tmp_path / "map.mrc", "--name", "m", "--resolution", 1, code=2)
    assert "--resolution 1: finer than the voxels" in said and "Nyquist, 6 Å" in said
    out = tmp_path / "sharp.mrc"
    said = cryo("sharpen", tmp_path / "map.mrc", "-o", out, "--resolution", 1, code=2)
    assert "--resolution 1: finer than the voxels" in said and not out.exists()
    (tmp_path / "table.mrc").write_text((tiny.simulated() / "particles.star").read_text())
    assert "this is no MRC file" in cryo("add-map", tmp_path / "table.mrc", "--name", "m", code=2)


def test_a_map_without_density_is_named_by_each_tool(tmp_path: Path, cryo: Callable) -> None:
    flat, out = tmp_path / "flat.mrc", tmp_path / "out.mrc"
    write_volume(flat, Volume(torch.zeros(12, 12, 12), 3.0, (0.0, 0.0, 0.0)))
    for command, *more in (["sharpen", "--resolution", 8], ["confidence"], ["resample", "--voxel-size", 4]):
        assert "flat.mrc: every voxel is 0" in cryo(command, flat, "-o", out, *more, code=2)
    assert not out.exists()


def test_voxels_as_wide_as_the_map_are_refused(tmp_path: Path, cryo: Callable) -> None:
    write_volume(tmp_path / "map.mrc", Volume(torch.randn(12, 12, 12), 3.0, (0.0, 0.0, 0.0)))
    said = cryo("resample", tmp_path / "map.mrc", "-o", tmp_path / "o.mrc", "--voxel-size", 1e9, code=2)
    assert "--voxel-size 1e+09: " in said and "is 36 Å wide" in said


def test_latents_that_are_no_array_are_named_and_nobody_is_told_to_unpickle(
    folder: Path, cryo: Callable
) -> None:
    said = cryo("cluster", folder / "particles.star", "-o", folder / "labels.csv", code=2)
    assert "particles.star: not a .npy file of numbers" in said and "pickle" not in said
    assert "gone.npy: no such file" in cryo("cluster", "gone.npy", "-o", folder / "labels.csv", code=2)


def test_what_an_entry_has_not_is_said_with_its_first_cause(home: Path, cryo: Callable) -> None:
    tiny.add_dataset(home, rounds=1)
    said = cryo("show", "tiny", "round_03/fsc", code=1)
    assert "round_03/clusters does not exist" not in said and "rounds" in said
    assert "Nothing to compute" not in cryo("plan", "tinny", code=2)


def test_tables_of_other_programs_are_named_by_row(folder: Path, home: Path, cryo: Callable) -> None:
    star = folder / "particles.star"
    cryo("convert", star, folder / "a.cs")
    cryo("convert", star, folder / "poses.pkl")
    table = np.load(folder / "a.cs")
    for field, value, said in (
        ("alignments3D/split", 7, "row 4: alignments3D/split is 7, and must be below 2"),
        ("ctf/accel_kv", 300000, "row 4: voltage 300000 kV"),
    ):
        spoilt = table.copy()
        spoilt[field][3] = value
        with (folder / "spoilt.cs").open("wb") as handle:
            np.save(handle, spoilt)
        assert said in cryo("add", folder / "spoilt.cs", "--name", "x", code=2)
    table["blob/sign"] = 0
    with (folder / "unsaid.cs").open("wb") as handle:
        np.save(handle, table)
    assert "--contrast white" in cryo("reconstruct", folder / "unsaid.cs", "-o", folder / "o", code=2)
    poses = pickle.loads((folder / "poses.pkl").read_bytes())  # noqa: S301
    (folder / "old.pkl").write_bytes(pickle.dumps((poses[0], poses[1] * 32)))
    images = ("--ctf", folder / "ctf.pkl", "--stack", folder / "particles.mrcs")
    said = cryo("add", folder / "old.pkl", *images, "--name", "x", *WHITE, code=2)
    assert "boxes: translations are fractions of the box" in said


def test_text_in_another_encoding_names_the_command(folder: Path, home: Path, cryo: Callable) -> None:
    (folder / "wide.star").write_bytes((folder / "particles.star").read_text().encode("utf-16"))
    assert "iconv -f utf-16 -t utf-8" in cryo("info", folder / "wide.star", code=2)
