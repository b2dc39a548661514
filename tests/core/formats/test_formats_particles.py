"""Particle tables through the one door: a peer's answers, round trips, and every way to be refused."""

import os
import pickle  # noqa: TID251
import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cryo_core.data import Optics, Particles, Poses, Volume
from cryo_core.errors import FormatError, ShapeError
from cryo_core.formats.cryodrgn import read_arrays, read_ctf, read_poses
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import (
    open_stack,
    read_images,
    read_particles,
    referenced_files,
    write_particles,
)
from cryo_core.formats.star import read_star
from cryo_core.geometry.rotations import euler_to_matrix

OPTICS = """data_optics

loop_
_rlnOpticsGroup
_rlnOpticsGroupName
_rlnVoltage
_rlnSphericalAberration
_rlnAmplitudeContrast
_rlnImagePixelSize
_rlnImageSize
7 low 300 2.7 0.1 2.0 8
3 high 200 0.01 0.07 2.0 8
"""
COLUMNS = [
    "rlnImageName",
    "rlnAngleRot",
    "rlnAngleTilt",
    "rlnAnglePsi",
    "rlnOriginXAngst",
    "rlnOriginYAngst",
    "rlnDefocusU",
    "rlnDefocusV",
    "rlnDefocusAngle",
    "rlnOpticsGroup",
    "rlnRandomSubset",
    "rlnMicrographName",
]
ROWS = [
    "000003@a.mrcs 10 20 30 1.5 -2.5 15000 14000 45 3 1 001",
    "000001@a.mrcs 40 50 60 0.5 -0.5 16000 15000 -45 7 2 None",
    "000002@b.mrcs 70 80 90 0 0 17000 16000 0 3 1 x.mrc",
]


def table(tmp_path: Path, rows: list[str] = ROWS, columns: list[str] = COLUMNS, optics: str = OPTICS) -> Path:
    path = tmp_path / "p.star"
    labels = "".join(f"_{name}\n" for name in columns)
    path.write_text(f"{optics}\ndata_particles\n\nloop_\n{labels}" + "\n".join(rows) + "\n")
    return path


def without(column: str) -> tuple[list[str], list[str]]:
    at = COLUMNS.index(column)
    rows = [" ".join(v for i, v in enumerate(row.split()) if i != at) for row in ROWS]
    return rows, [name for name in COLUMNS if name != column]


def changed(row: int, column: str, value: str) -> list[str]:
    rows = [line.split() for line in ROWS]
    rows[row][COLUMNS.index(column)] = value
    return [" ".join(line) for line in rows]


def stack(path: Path, count: int = 3, box: int = 8) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with StackWriter(path, box, 2.0) as writer:
        writer.append(torch.arange(float(count)).reshape(-1, 1, 1).expand(-1, box, box))
    return path.resolve()


def test_columns_go_where_they_belong(tmp_path: Path) -> None:
    a, b = stack(tmp_path / "a.mrcs"), stack(tmp_path / "b.mrcs")
    path = table(tmp_path)
    particles = read_particles(path)
    assert particles.stacks == (a, b)
    assert particles.stack_number.tolist() == [0, 0, 1]
    assert particles.image_number.tolist() == [2, 0, 1]
    angles = torch.tensor([[10.0, 20, 30], [40, 50, 60], [70, 80, 90]], dtype=torch.float64)
    assert torch.equal(particles.poses.rotation, euler_to_matrix(angles))
    assert particles.poses.shift_angstrom.tolist() == [[1.5, -2.5], [0.5, -0.5], [0, 0]]
    optics = particles.optics
    assert optics.voltage_kilovolt.tolist() == [200, 300, 200]
    assert optics.spherical_aberration_mm.tolist() == [0.01, 2.7, 0.01]
    assert optics.amplitude_contrast.tolist() == [0.07, 0.1, 0.07]
    assert optics.defocus_u_angstrom.tolist() == [15000, 16000, 17000]
    assert optics.defocus_v_angstrom.tolist() == [14000, 15000, 16000]
    assert optics.defocus_angle_degrees.tolist() == [45, -45, 0]
    assert optics.phase_shift_degrees.tolist() == optics.b_factor_angstrom2.tolist() == [0, 0, 0]
    assert optics.group.tolist() == [3, 7, 3]
    assert particles.half_set.tolist() == [1, 2, 1]
    assert particles.class_number.tolist() == [0, 0, 0]
    assert np.isnan(particles.score).all()
    assert particles.extra.to_dict("list") == {"rlnMicrographName": ["001", "None", "x.mrc"]}
    assert particles.optics_extra["rlnOpticsGroupName"].tolist() == ["low", "high"]
    assert open_stack(particles).read(np.arange(3))[:, 0, 0].tolist() == [2, 0, 1]
    assert open_stack(particles, "dark").read(np.arange(3))[:, 0, 0].tolist() == [-2, 0, -1]
    assert referenced_files(path) == tuple(sorted([path.resolve(), a, b]))


@pytest.mark.realdata
def test_relion_30_agrees_with_cryodrgn(shared_data: Path) -> None:
    """The pickles named relion31_* in the data are cryoDRGN's answers for relion30_PfCRT.star (box 300)."""
    path = shared_data / "formats/relion30_PfCRT.star"
    with pytest.raises(FormatError, match=r"no column _rlnAmplitudeContrast: give it \(--amplitude-contrast"):
        read_particles(path)
    ours = read_particles(path, overrides=Overrides(amplitude_contrast=0.1))
    ctf = read_ctf(shared_data / "particles/relion31_ctf.pkl")
    assert ctf.box == 300
    theirs = read_poses(shared_data / "particles/relion31_pose.pkl", ctf.box, 1.035)
    assert torch.allclose(ours.poses.rotation, theirs.rotation, atol=1e-9)
    assert torch.allclose(ours.poses.shift_angstrom, theirs.shift_angstrom, atol=1e-5)
    assert torch.allclose(ours.optics.pixel_angstrom, torch.tensor(1.035, dtype=torch.float64))
    for name in vars(ctf.optics):
        mine, peer = getattr(ours.optics, name), getattr(ctf.optics, name)
        assert torch.allclose(mine, peer, rtol=1e-6, atol=1e-6), name


@pytest.mark.realdata
def test_relion_31_and_5_keep_their_groups_and_lists(shared_data: Path, tmp_path: Path) -> None:
    particles = read_particles(shared_data / "formats/relion31_6opticsgroups.star")
    assert sorted(set(particles.optics.group.tolist())) == [1, 2, 3, 4, 5, 6]
    with pytest.raises(ShapeError, match="take them apart"):
        _ = particles.pixel_angstrom
    write_particles(tmp_path / "again.star", particles)
    before = read_star(shared_data / "formats/relion31_6opticsgroups.star")
    after = read_star(tmp_path / "again.star")
    for block in ("optics", "particles"):
        assert set(before[block]) <= set(after[block])
    for column in ("rlnOpticsGroup", "rlnOpticsGroupName", "rlnOddZernike", "rlnEvenZernike", "rlnMagMat00"):
        assert after["optics"][column].tolist() == before["optics"][column].tolist()
    with pytest.raises(FormatError, match="rows 1 and 12 both name image 1"):
        read_particles(shared_data / "formats/relion5_particles.star")


@pytest.mark.realdata
def test_empiar_10076_and_the_toy_are_read_without_poses(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "particles/empiar_10076_7.star"
    with pytest.raises(FormatError, match="no column _rlnAngleRot"):
        read_particles(path)
    particles = read_images(path)
    assert particles.pixel_angstrom == pytest.approx(1.31, abs=1e-5)
    assert particles.optics.amplitude_contrast.tolist() == [0.07] * 7
    assert bool(particles.poses.rotation.isnan().all())
    images = open_stack(particles)
    assert (len(images), images.box) == (7, 320)
    assert float(images.read(np.arange(7)).std()) == pytest.approx(1.005, abs=1e-3)
    write_particles(tmp_path / "again.star", particles)
    again = read_images(tmp_path / "again.star", image_roots=(shared_data,))
    assert bool(again.poses.rotation.isnan().all())
    assert again.optics.pixel_angstrom.tolist() == particles.optics.pixel_angstrom.tolist()
    assert again.stacks == particles.stacks
    toy = shared_data / "particles/toy_projections.star"
    with pytest.raises(FormatError, match=r"no pixel size .*--pixel-size, or `pixel_angstrom`"):
        read_images(toy)
    read = read_images(toy, overrides=Overrides(pixel_angstrom=1.0))
    assert read.optics.phase_shift_degrees.unique().tolist() == [90]
    assert len(open_stack(read)) == 1000


@pytest.mark.realdata
def test_clpb_and_relion31_are_read(shared_data: Path) -> None:
    particles = read_particles(shared_data / "particles/clpb_particles.star")
    assert len(particles) == 1200
    assert particles.pixel_angstrom == 4.0
    assert np.bincount(particles.class_number).tolist()[1:] == pytest.approx([600, 360, 240], abs=60)
    assert open_stack(particles).box == 64
    relion = read_particles(shared_data / "particles/relion31.star")
    assert open_stack(relion).box == 256
    assert relion.score[0] == 0.051189
    assert referenced_files(shared_data / "particles/relion31.star")[0].name == "relion31.mrcs"


@pytest.mark.parametrize(
    "column", [name for name in COLUMNS if name.startswith(("rlnAngle", "rlnDef", "rlnImage"))]
)
def test_missing_columns_are_named(tmp_path: Path, column: str) -> None:
    path = table(tmp_path, *without(column))
    with pytest.raises(FormatError, match=f"_{column}") as caught:
        read_particles(path)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("column", "field", "option"),
    [
        ("rlnImagePixelSize", "pixel_angstrom", "--pixel-size"),
        ("rlnVoltage", "voltage_kilovolt", "--voltage"),
        ("rlnSphericalAberration", "spherical_aberration_mm", "--cs"),
        ("rlnAmplitudeContrast", "amplitude_contrast", "--amplitude-contrast"),
    ],
)
def test_overrides_fill_and_win(tmp_path: Path, column: str, field: str, option: str) -> None:
    bare = OPTICS.replace(f"_{column}\n", "_somethingElse\n")
    with pytest.raises(FormatError, match=rf"\({option}, or `{field}` in the manifest\)"):
        read_particles(table(tmp_path, optics=bare))
    for optics in (bare, OPTICS):
        read = read_particles(table(tmp_path, optics=optics), overrides=Overrides(**{field: 1.0}))
        assert getattr(read.optics, field).tolist() == [1.0] * 3
        assert read.poses.shift_angstrom[0].tolist() == [1.5, -2.5]


def test_relion_30_origins_are_pixels(tmp_path: Path) -> None:
    columns = [c.replace("Angst", "") for c in COLUMNS if c != "rlnOpticsGroup"]
    columns += ["rlnMagnification", "rlnDetectorPixelSize", "rlnVoltage", "rlnSphericalAberration"]
    columns.append("rlnAmplitudeContrast")
    at = COLUMNS.index("rlnOpticsGroup")
    voltages = ("300", "200", "300")
    rows = [
        " ".join(row.split()[:at] + row.split()[at + 1 :]) + f" 25000 5 {kv} 2.7 0.1"
        for row, kv in zip(ROWS, voltages, strict=True)
    ]
    path = table(tmp_path, rows, columns, optics="")
    read = read_particles(path)
    assert read.optics.pixel_angstrom.tolist() == [2.0] * 3
    assert read.poses.shift_angstrom[0].tolist() == [3.0, -5.0]
    assert read.optics.group.tolist() == [1, 2, 1]
    doubled = read_particles(path, overrides=Overrides(pixel_angstrom=4.0))
    assert doubled.poses.shift_angstrom[0].tolist() == [6.0, -10.0]
    write_particles(tmp_path / "out.star", read)
    again = read_particles(tmp_path / "out.star")
    assert again.optics.voltage_kilovolt.tolist() == [300, 200, 300]
    assert again.optics.group.tolist() == [1, 2, 1]
    assert torch.allclose(again.poses.shift_angstrom, read.poses.shift_angstrom)


@pytest.mark.parametrize(
    ("row", "column", "value", "message"),
    [
        (1, "rlnAngleTilt", "steep", "row 2: _rlnAngleTilt is 'steep', not a number"),
        (2, "rlnDefocusU", "nan", "row 3: _rlnDefocusU is 'nan', not a finite number"),
        (0, "rlnOriginXAngst", "inf", "row 1: _rlnOriginXAngst is 'inf'"),
        (1, "rlnImageName", "a.mrcs", "row 2: _rlnImageName is 'a.mrcs', and must be like"),
        (1, "rlnImageName", "000000@a.mrcs", "row 2: _rlnImageName is '000000@a.mrcs'"),
        (1, "rlnImageName", "-1@a.mrcs", "row 2: _rlnImageName"),
        (1, "rlnImageName", "99999999999999999999@a.mrcs", "row 2: _rlnImageName"),
        (1, "rlnImageName", "3@./a.mrcs", "rows 1 and 2 both name image 3 of"),
        (1, "rlnImageName", "000001@../secret.mrcs", "row 2: the stack '../secret.mrcs' leads to"),
        (1, "rlnImageName", "000001@/etc/passwd", "row 2: the stack '/etc/passwd' leads to"),
        (1, "rlnImageName", "000001@link.mrcs", "row 2: the stack 'link.mrcs' leads to"),
        (1, "rlnImageName", "000001@linked/secret.mrcs", "row 2: the stack 'linked/secret.mrcs' leads to"),
        (1, "rlnRandomSubset", "3", "row 2: _rlnRandomSubset is 3"),
        (1, "rlnRandomSubset", "1.5", "row 2: _rlnRandomSubset is '1.5', not a whole number"),
        (1, "rlnOpticsGroup", "9", "row 2: _rlnOpticsGroup is 9"),
    ],
)
def test_hostile_rows_are_named(tmp_path: Path, row: int, column: str, value: str, message: str) -> None:
    home = tmp_path / "set"
    for name in ("set/a.mrcs", "set/b.mrcs", "secret.mrcs"):
        stack(tmp_path / name)
    (home / "link.mrcs").symlink_to(tmp_path / "secret.mrcs")
    (home / "linked").symlink_to(tmp_path)
    path = table(home, changed(row, column, value))
    with pytest.raises(FormatError) as caught:
        read_particles(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_allowed_roots_let_stacks_in(tmp_path: Path) -> None:
    for name in ("set/a.mrcs", "set/b.mrcs", "else/secret.mrcs"):
        stack(tmp_path / name)
    rows = changed(1, "rlnImageName", "000001@../else/secret.mrcs")
    path = table(tmp_path / "set", rows)
    with pytest.raises(FormatError, match="image_roots"):
        read_particles(path)
    read = read_particles(path, image_roots=(tmp_path / "else",))
    assert (tmp_path / "else/secret.mrcs").resolve() in read.stacks


def test_project_relative_stacks_are_found(tmp_path: Path) -> None:
    """RELION names stacks from its project's folder, and people copy them elsewhere."""
    rows = [
        row.replace("a.mrcs", "Extract/job012/a.mrcs").replace("b.mrcs", "Extract/job012/b.mrcs")
        for row in ROWS
    ]
    project = tmp_path / "project"
    (project / "Refine3D/job020").mkdir(parents=True)
    path = table(project / "Refine3D/job020", rows)
    assert not any(s.exists() for s in read_particles(path).stacks)
    with pytest.raises(FormatError, match="no such stack"):
        open_stack(read_particles(path))
    with pytest.raises(FormatError, match="is missing"):
        referenced_files(path)
    a = stack(project / "Extract/job012/a.mrcs")
    b = stack(project / "Extract/job012/b.mrcs")
    with pytest.raises(FormatError, match="outside the data set's folders"):
        read_particles(path)
    assert read_particles(path, image_roots=(project,)).stacks == (a, b)
    assert read_particles(path, stack_dir=project).stacks == (a, b)
    flat = (stack(tmp_path / "flat/a.mrcs"), stack(tmp_path / "flat/b.mrcs"))
    assert read_particles(path, stack_dir=tmp_path / "flat").stacks == flat


def test_two_stacks_of_one_name_are_not_mixed(tmp_path: Path) -> None:
    stack(tmp_path / "flat/a.mrcs")
    rows = [ROWS[0].replace("a.mrcs", "one/a.mrcs"), ROWS[1].replace("a.mrcs", "two/a.mrcs")]
    with pytest.raises(FormatError, match=r"row 2: 'two/a.mrcs' and 'one/a.mrcs' \(row 1\) both end at"):
        read_particles(table(tmp_path, rows), stack_dir=tmp_path / "flat")


def test_image_past_the_end(tmp_path: Path) -> None:
    stack(tmp_path / "a.mrcs")
    stack(tmp_path / "b.mrcs", count=1)
    with pytest.raises(FormatError, match=r"b.mrcs: row 3 names image 2, and the stack has 1 images"):
        open_stack(read_particles(table(tmp_path)))


@pytest.mark.parametrize(
    ("optics", "message"),
    [
        (OPTICS.replace("3 high", "7 high"), "must number each row once"),
        (OPTICS.replace("300 2.7", "0 2.7"), "_rlnVoltage is 0, and must be above 0"),
        (OPTICS.replace("2.0 8", "-2.0 8"), "_rlnImagePixelSize is -2"),
        (OPTICS.replace("300 2.7", "x 2.7"), "data_optics: row 1: _rlnVoltage is 'x'"),
        (OPTICS.replace("_rlnOpticsGroup\n", "_other\n"), "data_optics: no column _rlnOpticsGroup"),
        (OPTICS + "\ndata_more\nloop_\n_rlnImageName\n1@a.mrcs\n", "2 of its blocks"),
    ],
)
def test_hostile_optics(tmp_path: Path, optics: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_particles(table(tmp_path, optics=optics))


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("")
    for call in (read_particles, read_images, referenced_files):
        with pytest.raises(FormatError, match="are read from .star, .cs, .csg, .par"):
            call(tmp_path / "x.txt")
    with pytest.raises(FormatError, match="no particle"):
        read_particles(table(tmp_path, []))
    with pytest.raises(FormatError, match="written as .star"):
        write_particles(tmp_path / "x.txt", read_particles(table(tmp_path)))
    rows, columns = without("rlnOriginYAngst")
    with pytest.raises(FormatError, match="_rlnOriginXAngst without _rlnOriginYAngst"):
        read_particles(table(tmp_path, rows, columns))


angle = st.floats(-180, 180)
row = st.tuples(
    angle,
    st.floats(0, 180),
    angle,
    st.floats(-50, 50),
    st.floats(-50, 50),
    st.floats(0, 5e4),
    st.sampled_from([2, 5, 9]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    rows=st.lists(row, min_size=1, max_size=12), seed=st.integers(0, 99), dtype=st.sampled_from(["f4", "f8"])
)
def test_any_poses_and_optics_come_back(
    tmp_path: Path, rows: list[tuple[float, ...]], seed: int, dtype: str
) -> None:
    """Random poses and shuffled rows, groups with gaps: to 2e-4 degrees (near tilt 0) and 1e-5 Å."""
    values = np.array(rows)
    count = len(values)
    group = values[:, 6].astype(np.int64)
    real = {"f4": torch.float32, "f8": torch.float64}[dtype]
    column = torch.from_numpy(values).to(real)
    number = np.random.default_rng(seed).permutation(count)
    particles = Particles(
        poses=Poses(euler_to_matrix(column[:, :3]), column[:, 3:5]),
        optics=Optics(
            pixel_angstrom=torch.full((count,), 1.31, dtype=real),
            voltage_kilovolt=torch.from_numpy(group * 100.0).to(real),
            spherical_aberration_mm=torch.full((count,), 2.7, dtype=real),
            amplitude_contrast=torch.full((count,), 0.07, dtype=real),
            defocus_u_angstrom=column[:, 5],
            defocus_v_angstrom=column[:, 5] / 2,
            defocus_angle_degrees=column[:, 0],
            phase_shift_degrees=column[:, 1],
            b_factor_angstrom2=column[:, 4],
            group=torch.from_numpy(group),
        ),
        stacks=(tmp_path.resolve() / "my stack.mrcs",),
        stack_number=np.zeros(count, np.int64),
        image_number=number,
        half_set=1 + number % 2,
        class_number=number + 1,
        score=values[:, 5],
        extra=pd.DataFrame({"rlnMicrographName": [f"00{i}" for i in range(count)]}, dtype="str"),
        optics_extra=pd.DataFrame(
            {"rlnOpticsGroup": ["9", "5", "2"], "rlnMtfFileName": ["0.10", "b", "c"]}, dtype="str"
        ),
    )
    path = tmp_path / "any.star"
    write_particles(path, particles)
    again = read_particles(path)
    assert torch.allclose(again.poses.rotation.to(real), particles.poses.rotation, atol=4e-6)
    assert torch.allclose(again.poses.shift_angstrom.to(real), particles.poses.shift_angstrom, atol=1e-5)
    for name in vars(particles.optics):
        mine, peer = getattr(again.optics, name), getattr(particles.optics, name)
        assert torch.equal(mine.to(peer.dtype), peer), name
    assert again.stacks == particles.stacks
    for name in ("stack_number", "image_number", "half_set", "class_number"):
        assert getattr(again, name).tolist() == getattr(particles, name).tolist()
    assert np.allclose(again.score, particles.score)
    assert again.extra["rlnMicrographName"].tolist() == particles.extra["rlnMicrographName"].tolist()
    kept = [g for g in (9, 5, 2) if g in group]
    assert again.optics_extra["rlnOpticsGroup"].tolist() == [str(g) for g in kept]
    tilts = {9: "0.10", 5: "b", 2: "c"}
    assert again.optics_extra["rlnMtfFileName"].tolist() == [tilts[g] for g in kept]


def test_writing_refuses_what_has_no_single_answer(tmp_path: Path) -> None:
    particles = read_particles(table(tmp_path))
    particles.optics.voltage_kilovolt[2] = 250
    with pytest.raises(FormatError, match="row 3: voltage_kilovolt differs within optics group 3"):
        write_particles(tmp_path / "out.star", particles)
    particles = read_particles(table(tmp_path))
    particles.poses.rotation[1] = torch.nan
    with pytest.raises(FormatError, match="row 2: the particle has no pose"):
        write_particles(tmp_path / "out.star", particles)


def test_a_table_without_image_size_takes_it_from_the_stack(tmp_path: Path) -> None:
    for name in ("a.mrcs", "b.mrcs"):
        stack(tmp_path / name)
    optics = OPTICS.replace("_rlnImageSize", "_rlnOther")
    write_particles(tmp_path / "out.star", read_particles(table(tmp_path, optics=optics)))
    assert read_star(tmp_path / "out.star")["optics"]["rlnImageSize"].tolist() == ["8", "8"]


class Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch {os.environ['CRYO_BOMB']}",)


def test_a_pickle_that_would_run_code_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "ran"
    monkeypatch.setenv("CRYO_BOMB", str(mark))
    raw = pickle.dumps((np.eye(3)[None], Bomb()))
    path = tmp_path / "poses.pkl"
    path.write_bytes(raw)
    with pytest.raises(FormatError, match="asks for .*system"):
        read_arrays(path)
    assert not mark.exists()
    pickle.loads(raw)  # noqa: S301 - the same bytes do run in an ordinary unpickler
    assert mark.exists()


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("order", ["C", "F"])
def test_pickles_of_every_protocol(tmp_path: Path, protocol: int, order: str) -> None:
    arrays = tuple(
        np.asarray(np.arange(24).reshape(2, 3, 4), dtype=kind, order=order)  # type: ignore[call-overload]
        for kind in ("<f4", "<f8", ">f8", "<i8", "u1")
    )
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps(arrays, protocol))
    for mine, peer in zip(read_arrays(path), arrays, strict=True):
        assert np.array_equal(mine, peer)
        assert mine.dtype == peer.dtype


def test_hostile_pickles(tmp_path: Path) -> None:
    path = tmp_path / "p.pkl"
    good = pickle.dumps((np.tile(np.eye(3), (4, 1, 1)), np.zeros((4, 2))))
    huge = b"\x80\x04cnumpy\nndarray\n(J\xff\xff\xff\x7f\x85Vf8\ntR."
    claimed = good.replace(struct.pack("<B", 4) + b"K\x03K\x03", b"\x04J\xff\xff\xff\x7fK\x03")
    far = b"\x80\x04N" + b"r" + struct.pack("<I", 0xFFFFFFF0) + b"."
    bad = [b"", b"no", good[:-30], huge, claimed, far, b"\x80\x04\x8d" + b"\xff" * 7 + b"\x7f."]
    bad += [pickle.dumps(x) for x in ({}, [], "text", np.array([object()]), np.array(["a"]), (np.eye(3), 5))]
    for raw in bad:
        path.write_bytes(raw)
        with pytest.raises(FormatError) as caught:
            read_arrays(path)
        assert str(caught.value).startswith(str(path))
    for arrays in (
        (np.eye(3),),
        (2 * np.eye(3)[None],),
        (np.full((1, 3, 3), np.nan),),
        (np.eye(3)[None], np.zeros((2, 2))),
        (np.eye(3)[None], np.full((1, 2), np.inf)),
    ):
        path.write_bytes(pickle.dumps(arrays))
        with pytest.raises(FormatError):
            read_poses(path, 64, 1.0)
    for ctf in (np.zeros((3, 8)), np.zeros((0, 9)), np.zeros((3, 9)), np.full((3, 9), np.nan)):
        path.write_bytes(pickle.dumps(ctf))
        with pytest.raises(FormatError):
            read_ctf(path)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
@given(at=st.integers(0, 400), byte=st.integers(0, 255))
def test_any_byte_of_a_pickle_is_read_or_refused(tmp_path: Path, at: int, byte: int) -> None:
    raw = bytearray(pickle.dumps((np.eye(3)[None], np.zeros((1, 2)))))
    raw[at % len(raw)] = byte
    path = tmp_path / "p.pkl"
    path.write_bytes(raw)
    try:
        read_poses(path, 64, 1.0)
    except FormatError as error:
        assert str(error).startswith(str(path))


@pytest.mark.realdata
def test_real_pickles(shared_data: Path) -> None:
    poses = read_poses(shared_data / "meta/empiar10076_poses.pkl", 256, 1.6375)
    ctf = read_ctf(shared_data / "meta/empiar10076_ctf.pkl")
    assert poses.rotation.shape == (131_899, 3, 3)
    assert ctf.box == 256
    assert ctf.optics.pixel_angstrom.unique().tolist() == [1.6375]
    assert len(read_poses(shared_data / "particles/hand_rot.pkl", 64, 1.0)) == 100
    (index,) = read_arrays(shared_data / "meta/empiar10076_filtered.ind.pkl")
    assert len(index) == 87_327


def test_maps_are_not_particles(tmp_path: Path) -> None:
    path = tmp_path / "m.star"
    write_volume(path, Volume(torch.zeros(4, 4, 4), 1.0))
    with pytest.raises(FormatError, match="m.star"):
        read_particles(path)
