"""Every kind of particle table, both ways: peers' answers, round trips, conventions, and the command line."""

import json
import time
from dataclasses import fields, replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
import torch
import typer
from fuzz.fuzz_formats import CISTEM, cistem_binary, particles
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cryo_assets.cli.tools import convert
from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import CryoError, FormatError, SettingsError
from cryo_core.formats.cryodrgn import (
    read_arrays,
    read_ctf,
    read_indices,
    read_latents,
    read_poses,
    write_indices,
)
from cryo_core.formats.cryosparc_table import read_fields
from cryo_core.formats.emdb import write_fsc_xml
from cryo_core.formats.fields import Companions, Layout, Overrides
from cryo_core.formats.frealign import read_par
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import (
    ctf_beside,
    left_out,
    open_stack,
    read_images,
    read_particles,
    referenced_files,
    write_particles,
)
from cryo_core.geometry.rotations import euler_to_matrix, rotation_distance_degrees

OPTICS = Overrides(4.0, 300.0, 2.7, 0.1)
ORIGINS = ["rlnOriginXAngst", "rlnOriginYAngst"]


def apart(a: Particles, b: Particles) -> tuple[float, float]:
    """Give the largest differences of rotation (degrees) and shift (Å)."""
    turn = rotation_distance_degrees(a.poses.rotation.double(), b.poses.rotation.double())
    shift = (a.poses.shift_angstrom.double() - b.poses.shift_angstrom.double()).abs()
    return float(turn.max()), float(shift.max())


# ------------------------------------------------------------------------------------------ peers' answers


@pytest.mark.realdata
def test_cryosparc_agrees_with_cryodrgn(shared_data: Path) -> None:
    """Its answers for a real refinement; a translation is a fraction of 180 pixels of 2.95 Å."""
    ours = read_particles(shared_data / "meta/cryosparc_P12_J24_001_particles.cs")
    ctf = read_ctf(shared_data / "meta/cryosparc_P12_J24_ctf.pkl")
    theirs = read_poses(shared_data / "meta/cryosparc_P12_J24_pose.pkl", ctf.box, 2.95)
    assert torch.allclose(ours.poses.rotation, theirs.rotation, rtol=0, atol=1e-5)
    assert torch.allclose(ours.poses.shift_angstrom, theirs.shift_angstrom, rtol=0, atol=1e-5)
    for name in vars(ctf.optics):
        mine, peer = getattr(ours.optics, name), getattr(ctf.optics, name)
        assert torch.allclose(mine, peer, rtol=0, atol=1e-5), name
    assert set(ours.half_set) == {1, 2}
    assert set(ours.class_number) == {1}


@pytest.mark.realdata
@pytest.mark.parametrize("number", [1, 2])
def test_par_files_of_pyem_agree_with_their_table(shared_data: Path, number: int) -> None:
    star = read_particles(shared_data / "particles/clpb_particles.star")
    stack = Companions(stack=shared_data / "particles/clpb_particles_0_1199.mrcs")
    par = read_particles(
        shared_data / f"formats/clpb_frealignx_c{number}.par", overrides=OPTICS, companions=stack
    )
    assert len(par) == 300
    first = replace(star, poses=star.poses.take(slice(0, 300)))
    turned, moved = apart(par, first)
    assert turned < 1.5 * 0.01 and moved < 0.00501  # what 2 decimals leave of three angles, and of a shift
    assert torch.equal(par.optics.defocus_u_angstrom, star.optics.defocus_u_angstrom[:300])
    assert par.image_number.tolist() == list(range(300))
    assert par.stacks[0].resolve() == star.stacks[0]
    occupied = par.extra["parOCC"].to_numpy() == 100
    assert (occupied == (star.class_number[:300] == number)).all()


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["clpb_frealignx_c1", "clpb_frealignx_c2", "smap_frealignx16_4rows"])
def test_par_files_keep_their_print_widths(shared_data: Path, tmp_path: Path, name: str) -> None:
    given_ = (shared_data / f"formats/{name}.par").read_text().splitlines()
    width = 16 if "16" in name else 17
    stack = Companions(stack=tmp_path / "a.mrcs")
    read = read_particles(shared_data / f"formats/{name}.par", overrides=OPTICS, companions=stack)
    write_particles(tmp_path / "again.par", read, Layout(par_columns=width))
    written = (tmp_path / "again.par").read_text().splitlines()
    assert written[0] == given_[0]
    assert {len(line) for line in written[1:]} == {136 if width == 16 else 144}
    before, after = read_par(shared_data / f"formats/{name}.par"), read_par(tmp_path / "again.par")
    for column in before.columns:
        turns = 360 if column in ("PSI", "PHI") else np.inf
        differs = np.abs(before[column] - after[column])
        assert np.minimum(differs, np.abs(turns - differs)).max() < 1e-9, column


@pytest.mark.realdata
def test_cistem_star_of_a_user(shared_data: Path) -> None:
    read = read_particles(shared_data / "formats/cistem_real_28col.star")
    assert len(read) == 2 and read.optics.pixel_angstrom.tolist() == [1.06, 1.06]
    euler = torch.tensor([[237.0, 125.4, 151.4], [5.25, 26.7, 134.0]], dtype=torch.float64)
    assert torch.allclose(read.poses.rotation, euler_to_matrix(euler))
    assert read.optics.defocus_u_angstrom.tolist() == [8884.8, 8984.8]
    assert read.score.tolist() == [0.5, 0.5] and read.image_number.tolist() == [0, 1]
    assert len(read.stacks) == 1 and "+CHX" in read.stacks[0].name
    assert "cisTEMOriginalImageFilename" in read.extra


@pytest.mark.realdata
def test_toy_pickles_are_their_projections_poses(shared_data: Path, tmp_path: Path) -> None:
    files = Companions(
        stack=shared_data / "particles/toy_projections.mrcs", ctf=shared_data / "particles/toy_ctf.pkl"
    )
    read = read_particles(shared_data / "particles/toy_rot_trans.pkl", companions=files)
    assert len(read) == 1000 and open_stack(read).box == 30
    write_particles(tmp_path / "poses.pkl", read)
    for mine, theirs in zip(
        read_arrays(tmp_path / "poses.pkl"),
        read_arrays(shared_data / "particles/toy_rot_trans.pkl"),
        strict=True,
    ):
        assert np.allclose(mine, theirs, atol=1e-7)
    table = replace(files, stack=shared_data / "particles/toy_projections.star")
    named = read_particles(shared_data / "particles/toy_rot_trans.pkl", companions=table)
    assert apart(named, read) == (0, 0) and named.stacks == read.stacks
    assert (named.image_number == read.image_number).all()


@pytest.mark.realdata
def test_empiar_10076_goes_round_every_format(shared_data: Path, tmp_path: Path) -> None:
    """131,899 poses: pkl, star, par, cs, pkl in 8 s and 0.6 GB here; off by 2e-5 degrees and 4e-6 Å at most."""
    started = time.process_time()
    ctf = shared_data / "meta/empiar10076_ctf.pkl"
    files = Companions(stack=tmp_path / "particles.mrcs", ctf=ctf)
    given_ = read_particles(shared_data / "meta/empiar10076_poses.pkl", companions=files)
    write_particles(tmp_path / "a.star", given_)
    star = read_particles(tmp_path / "a.star")
    write_particles(tmp_path / "a.par", star)
    first = [float(getattr(given_.optics, f.name)[0]) for f in fields(Overrides)]
    par = read_particles(tmp_path / "a.par", overrides=Overrides(*first), companions=files)
    write_particles(tmp_path / "a.cs", par, Layout(box=read_ctf(ctf).box))
    cs = read_particles(tmp_path / "a.cs")
    write_particles(tmp_path / "poses.pkl", cs)
    again = read_particles(
        tmp_path / "poses.pkl", companions=replace(files, ctf=ctf_beside(tmp_path / "poses.pkl"))
    )
    assert time.process_time() - started < 30  # of the processor: other work on the machine does not count
    turned, moved = apart(again, given_)
    assert len(again) == 131_899 and turned < 1e-4 and moved < 1e-3
    for name in vars(given_.optics):
        mine, theirs = getattr(again.optics, name), getattr(given_.optics, name)
        assert torch.allclose(mine.double(), theirs.double(), rtol=0, atol=2e-5), name
    write_particles(tmp_path / "same.pkl", given_)
    for name, peer in (
        ("same.pkl", "meta/empiar10076_poses.pkl"),
        ("same_ctf.pkl", "meta/empiar10076_ctf.pkl"),
    ):
        for mine, theirs in zip(read_arrays(tmp_path / name), read_arrays(shared_data / peer), strict=True):
            assert mine.dtype == theirs.dtype and np.array_equal(mine, theirs)
    kept = replace(files, selection=shared_data / "meta/empiar10076_filtered.ind.pkl")
    some = read_particles(shared_data / "meta/empiar10076_poses.pkl", companions=kept)
    index = read_indices(kept.selection)
    assert len(some) == 87_327 and (some.image_number == index).all()
    assert torch.equal(some.poses.rotation, given_.poses.rotation[torch.from_numpy(index)])


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["meta/cryosparc_P12_J24_001_particles.cs", "particles/empiar_10076_7.cs"])
def test_real_cs_files_come_back_whole(shared_data: Path, tmp_path: Path, name: str) -> None:
    """Also by way of .star: every field of the same type, and all but poses to the bit."""
    read = read_images(shared_data / name)
    write_particles(tmp_path / "direct.cs", read, Layout(contrast="dark"))
    write_particles(tmp_path / "between.star", read)
    between = read_images(tmp_path / "between.star", image_roots=(shared_data,))
    write_particles(tmp_path / "again.cs", between)
    before = np.load(shared_data / name)
    for path in (tmp_path / "direct.cs", tmp_path / "again.cs"):
        after = np.load(path)
        if read.has_poses:
            turned, moved = apart(read_particles(path, image_roots=(shared_data,)), read)
            assert turned < 5e-5 and moved < 1e-5
        for field in before.dtype.names:
            if field == "blob/path" or field.endswith("/pose"):  # a half turn has two vectors
                continue
            same = after.dtype[field] == before.dtype[field]
            assert same or before.dtype[field].kind == "S", field  # text is as wide as its longest
            if field.endswith("/shift"):
                assert np.allclose(after[field], before[field], atol=2e-6), field
            else:
                assert np.array_equal(after[field], before[field]), field


# ---------------------------------------------------------------------------------------------- conventions


def make_cs(path: Path, **changed: object) -> Path:
    """Write a .cs file of two particles by hand."""
    table: dict[str, object] = {
        "uid": np.array([7, 9], "u8"),
        "blob/path": np.array([b">J1/a.mrcs", b"J1/a.mrcs"]),
        "blob/idx": np.array([0, 5], "u4"),
        "blob/shape": np.array([[8, 8], [8, 8]], "u4"),
        "blob/psize_A": np.array([2, 2], "f4"),
        "ctf/accel_kv": np.array([300, 200], "f4"),
        "ctf/cs_mm": np.array([2.7, 2.7], "f4"),
        "ctf/amp_contrast": np.array([0.1, 0.1], "f4"),
        "ctf/df1_A": np.array([15000, 16000], "f4"),
        "ctf/df2_A": np.array([14000, 15000], "f4"),
        "ctf/df_angle_rad": np.array([np.pi / 4, 0], "f4"),
        "ctf/phase_shift_rad": np.array([np.pi / 2, 0], "f4"),
        "ctf/exp_group_id": np.array([3, 1], "u4"),
        "alignments3D/pose": np.array([[0, 0, np.pi / 2], [0, 0, 0]], "f4"),
        "alignments3D/shift": np.array([[1, -2], [0, 0.5]], "f4"),
        "alignments3D/psize_A": np.array([4, 4], "f4"),
        "alignments3D/split": np.array([1, 0], "u4"),
        "alignments3D/class": np.array([0, 2], "u4"),
        "alignments3D/class_posterior": np.array([1, 0.5], "f4"),
        "location/micrograph_path": np.array([b"m1.mrc", b"m2.mrc"]),
        "ctf/tilt_A": np.array([[1, 2], [3, 4]], "f4"),
        **changed,
    }
    kept = {name: np.asarray(values) for name, values in table.items() if values is not None}
    array = np.empty(2, [(n, v.dtype, v.shape[1:]) for n, v in kept.items()])
    for name, values in kept.items():
        array[name] = values
    with path.open("wb") as handle:
        np.save(handle, array, allow_pickle=False)
    return path


def test_cs_fields_go_where_they_belong(tmp_path: Path) -> None:
    read = read_particles(make_cs(tmp_path / "p.cs"))
    # +90° about z turns columns right-handedly; the transpose of that is RELION's A(90, 0, 0).
    expected = euler_to_matrix(torch.tensor([[90.0, 0, 0], [0, 0, 0]], dtype=torch.float64))
    assert torch.allclose(read.poses.rotation, expected, atol=1e-6)
    assert read.poses.shift_angstrom.tolist() == [[4.0, -8.0], [0.0, 2.0]]  # of alignments3D/psize_A
    assert read.optics.pixel_angstrom.tolist() == [2.0, 2.0]  # of blob/psize_A
    assert torch.allclose(read.optics.defocus_angle_degrees, torch.tensor([45.0, 0]).double())
    assert torch.allclose(read.optics.phase_shift_degrees, torch.tensor([90.0, 0]).double())
    assert read.optics.voltage_kilovolt.tolist() == [300, 200]
    assert read.optics.group.tolist() == [4, 2]
    assert read.half_set.tolist() == [2, 1] and read.class_number.tolist() == [1, 3]
    assert read.image_number.tolist() == [0, 5] and set(read.stack_number) <= {0, 1}
    assert {stack.name for stack in read.stacks} == {"a.mrcs"}
    assert np.allclose(read.optics.beam_tilt_mrad, np.array([[1, 2], [3, 4]]) / 2.7e7 * 1e3, atol=1e-6)
    assert read.extra["location/micrograph_path"].tolist() == ["m1.mrc", "m2.mrc"]
    assert read.optics_extra["rlnImageSize"].tolist() == ["8", "8"]
    doubled = read_particles(tmp_path / "p.cs", overrides=Overrides(pixel_angstrom=4.0))
    assert doubled.poses.shift_angstrom.tolist() == [[8.0, -16.0], [0.0, 4.0]]


def test_cs_of_several_classes_takes_the_likeliest(tmp_path: Path) -> None:
    single = {
        f"alignments3D/{n}": None for n in ("pose", "shift", "psize_A", "split", "class", "class_posterior")
    }
    poses = np.zeros((2, 3, 3), "f4")
    poses[0, 1, 2], poses[1, 2, 0] = np.pi / 2, np.pi / 2
    path = make_cs(
        tmp_path / "p.cs",
        **single,
        **{
            "alignments3D_multi/pose": poses,
            "alignments3D_multi/shift": np.arange(12, dtype="f4").reshape(2, 3, 2),
            "alignments3D_multi/class": np.array([[0, 1, 2], [0, 1, 2]], "u4"),
            "alignments3D_multi/class_posterior": np.array([[0.1, 0.8, 0.1], [0.3, 0.3, 0.4]], "f4"),
        },
    )
    read = read_particles(path)
    assert read.class_number.tolist() == [2, 3]
    assert read.poses.shift_angstrom.tolist() == [[4.0, 6.0], [20.0, 22.0]]
    turned = euler_to_matrix(torch.tensor([90.0, 0, 0], dtype=torch.float64))
    assert torch.allclose(read.poses.rotation[0], turned, atol=1e-6)
    write_particles(tmp_path / "again.cs", read)
    again = read_particles(tmp_path / "again.cs")
    assert apart(read, again) < (2e-5, 1e-6) and again.class_number.tolist() == [2, 3]
    assert np.array_equal(np.load(tmp_path / "again.cs")["alignments3D_multi/pose"], poses)


def test_cs_of_2d_alignments_has_no_poses(tmp_path: Path) -> None:
    single = {
        f"alignments3D/{n}": None for n in ("pose", "shift", "psize_A", "split", "class", "class_posterior")
    }
    flat = {
        "alignments2D/pose": np.array([np.pi / 2, -np.pi / 4], "f4"),
        "alignments2D/shift": np.array([[1, 2], [3, 4]], "f4"),
        "alignments2D/class": np.array([4, 0], "u4"),
    }
    path = make_cs(tmp_path / "p.cs", **single, **flat)
    with pytest.raises(FormatError, match="only 2D alignments: take the file of a 3D refinement"):
        read_particles(path)
    read = read_images(path)
    assert not read.has_poses and read.class_number.tolist() == [5, 1]
    assert read.extra["rlnAnglePsi"].tolist() == pytest.approx([90, -45])
    write_particles(tmp_path / "flat.star", read)
    back = read_images(tmp_path / "flat.star")
    assert not back.has_poses and back.class_number.tolist() == [5, 1]
    for table in (read, back):
        extra = table.extra[[n for n in table.extra if not n.startswith("alignments2D")]]
        write_particles(tmp_path / "flat.cs", replace(table, extra=extra))
        again = read_fields(tmp_path / "flat.cs")
        assert np.allclose(again["alignments2D/pose"], flat["alignments2D/pose"], atol=1e-6)
        assert np.allclose(again["alignments2D/shift"], flat["alignments2D/shift"])
        assert again["alignments2D/class"].tolist() == [4, 0]
    posed = replace(back, poses=particles(2).poses)  # what was carried of the old alignment goes
    write_particles(tmp_path / "posed.star", posed)
    assert apart(read_particles(tmp_path / "posed.star"), posed) < (1e-5, 1e-6)
    write_particles(tmp_path / "posed.cs", posed)
    assert apart(read_particles(tmp_path / "posed.cs"), posed) < (5e-5, 1e-6)


def test_passthrough_is_joined_by_uid(tmp_path: Path) -> None:
    blob = {f"blob/{n}": None for n in ("path", "idx", "shape", "psize_A")}
    main = make_cs(tmp_path / "main.cs", **blob)
    with pytest.raises(FormatError, match="no field blob/path: name the passthrough file that has it"):
        read_particles(main)
    other = make_cs(tmp_path / "through.cs", uid=np.array([9, 7], "u8"))
    files = Companions(passthrough=(other,))
    read = read_particles(main, companions=files)
    assert read.image_number.tolist() == [5, 0]  # row 1 of main is uid 7, row 2 of the passthrough
    assert read.poses.shift_angstrom.tolist() == [[4.0, -8.0], [0.0, 2.0]]
    strange = make_cs(tmp_path / "strange.cs", uid=np.array([9, 8], "u8"))
    with pytest.raises(FormatError, match=r"strange.cs: no uid 7, which row 1 of .*main.cs has"):
        read_particles(main, companions=Companions(passthrough=(strange,)))
    twice = make_cs(tmp_path / "twice.cs", uid=np.array([9, 9], "u8"))
    with pytest.raises(FormatError, match="twice.cs: uid 9 occurs twice"):
        read_particles(main, companions=Companions(passthrough=(twice,)))


def test_csg_groups(tmp_path: Path) -> None:
    table = particles()
    table = replace(table, stacks=(tmp_path.resolve() / "a.mrcs",))
    write_particles(tmp_path / "g.csg", table, Layout(box=8))
    read = read_particles(tmp_path / "g.csg")
    assert apart(read, table) < (5e-5, 1e-6)
    assert read.extra["rlnMicrographName"].tolist() == table.extra["rlnMicrographName"].tolist()
    group = tmp_path / "h.csg"
    group.write_text("results:\n  blob:\n    metafile: '>../x.cs'\n")
    with pytest.raises(FormatError, match=r"results: blob: '>../x.cs' leads outside the group's folder"):
        read_particles(group)
    never = tmp_path / "never"
    group.write_text(f"results: !!python/object/apply:os.system ['touch {never}']\n")
    with pytest.raises(FormatError, match="not a readable .csg file"):
        read_particles(group)
    assert not never.exists()
    group.write_text("a: " + "[" * 5000)
    with pytest.raises(FormatError, match="not a readable .csg file"):
        read_particles(group)


def test_cistem_binary_is_its_star(tmp_path: Path) -> None:
    (tmp_path / "p.cistem").write_bytes(cistem_binary())
    read = read_particles(tmp_path / "p.cistem")
    assert read.poses.shift_angstrom.tolist() == [[-1.0, 2.0]] * 2
    expected = euler_to_matrix(torch.tensor([30.0, 20.0, 10.0], dtype=torch.float64))
    assert torch.allclose(read.poses.rotation, expected.expand(2, 3, 3))
    assert torch.allclose(read.optics.phase_shift_degrees, torch.tensor(np.rad2deg(0.5)).double())
    assert read.optics.amplitude_contrast.tolist() == [0.1, 0.1]
    assert [stack.name for stack in read.stacks] == ["a.mrcs"] and read.image_number.tolist() == [0, 1]
    (tmp_path / "p.star").write_text(CISTEM)
    star = read_particles(tmp_path / "p.star")
    assert star.optics.phase_shift_degrees.tolist() == [0.0, 90.0]
    assert star.poses.shift_angstrom.tolist() == [[-1.0, -2.0], [0.0, 0.0]]
    (tmp_path / "p.star").write_text(CISTEM.replace("     1   ", "").replace(" 1 50.00", " -1 50.00"))
    assert len(read_particles(tmp_path / "p.star")) == 1


def test_par_rows_that_frealign_skips_are_left_out(tmp_path: Path) -> None:
    table = replace(particles(), stacks=(tmp_path.resolve() / "a.mrcs",))
    write_particles(tmp_path / "a.par", table)
    lines = (tmp_path / "a.par").read_text().splitlines()
    lines[2] = lines[2].replace("     2  15000", "    -2  15000")
    (tmp_path / "a.par").write_text("\n".join([*lines, "C a comment", ""]))
    files = Companions(stack=tmp_path / "a.mrcs")
    read = read_particles(tmp_path / "a.par", overrides=replace(OPTICS, pixel_angstrom=2.0), companions=files)
    assert read.image_number.tolist() == [0, 2, 3]


@pytest.mark.parametrize("field", [f.name for f in fields(Overrides)])
def test_what_a_par_file_does_not_say_is_asked_for(tmp_path: Path, field: str) -> None:
    options = {
        "pixel_angstrom": "--pixel-size",
        "voltage_kilovolt": "--voltage",
        "spherical_aberration_mm": "--cs",
        "amplitude_contrast": "--amplitude-contrast",
    }
    write_particles(tmp_path / "a.par", particles())
    files = Companions(stack=tmp_path / "a.mrcs")
    with pytest.raises(FormatError, match=f"says nothing of {field}: give it \\({options[field]}"):
        read_particles(tmp_path / "a.par", overrides=replace(OPTICS, **{field: None}), companions=files)
    with pytest.raises(FormatError, match=r"a stack it does not name: name it \(--stack\)"):
        read_particles(tmp_path / "a.par", overrides=OPTICS)


def test_what_pickles_do_not_say_is_asked_for(tmp_path: Path) -> None:
    write_particles(tmp_path / "poses.pkl", particles(), Layout(box=8))
    stack, ctf = tmp_path / "a.mrcs", tmp_path / "ctf.pkl"
    beside = read_particles(tmp_path / "poses.pkl", companions=Companions(stack=stack))
    assert beside.optics.defocus_u_angstrom.tolist() == particles().optics.defocus_u_angstrom.tolist()
    (tmp_path / "moved.pkl").write_bytes((tmp_path / "poses.pkl").read_bytes())
    with pytest.raises(FormatError, match=r"name the ctf.pkl \(--ctf\)"):
        read_particles(tmp_path / "moved.pkl", companions=Companions(stack=stack))
    with pytest.raises(FormatError, match=r"name their stack, or their table \(--stack\)"):
        read_particles(tmp_path / "poses.pkl", companions=Companions(ctf=ctf))
    with StackWriter(stack, 8, 2.0) as writer:
        writer.append(torch.zeros(3, 8, 8))
    with pytest.raises(FormatError, match="4 poses, 4 rows in .*ctf.pkl, and 3 images in"):
        read_particles(tmp_path / "poses.pkl", companions=Companions(stack, ctf))
    with pytest.raises(FormatError, match=r"how large the images are: give it \(--box\)"):
        write_particles(tmp_path / "p.pkl", replace(particles(), optics_extra=pd.DataFrame()))
    far = replace(particles(), poses=replace(particles().poses, shift_angstrom=torch.full((4, 2), 17.0)))
    with pytest.raises(FormatError, match="row 1: a shift larger than the box of 8 pixels"):
        write_particles(tmp_path / "p.pkl", far)
    assert referenced_files(tmp_path / "poses.pkl", companions=Companions(stack, ctf)) == tuple(
        sorted(p.resolve() for p in (tmp_path / "poses.pkl", stack, ctf))
    )


def test_pickles_are_what_cryodrgns_loaders_require(tmp_path: Path) -> None:
    """As `PoseTracker.load` and `load_ctf_for_training` of cryoDRGN 4.3.1 read them."""
    import pickle  # noqa: TID251

    table = particles(6)
    write_particles(tmp_path / "poses.pkl", table, Layout(box=8))
    poses = pickle.loads((tmp_path / "poses.pkl").read_bytes())  # noqa: S301
    assert isinstance(poses, tuple) and [p.shape for p in poses] == [(6, 3, 3), (6, 2)]
    assert np.allclose(poses[0], table.poses.rotation) and np.all(np.abs(poses[1]) <= 1)
    in_pixels = poses[1] * 8
    assert np.allclose(in_pixels, table.poses.shift_angstrom / table.optics.pixel_angstrom[:, None])
    ctf = pickle.loads((tmp_path / "ctf.pkl").read_bytes())  # noqa: S301
    assert isinstance(ctf, np.ndarray) and ctf.shape == (6, 9) and ctf.dtype == np.float32
    assert ctf[0].tolist() == pytest.approx([8, 2, 15000, 14000, 45, 300, 2.7, 0.1, 0])
    assert not {"odd", "pixel"} & {
        word for name in left_out(tmp_path / "poses.pkl", table) for word in name.split()
    }
    sizes = replace(table.optics, pixel_angstrom=torch.tensor([2.0, 2.02] * 3, dtype=torch.float64))
    mixed, odd = replace(table, optics=sizes), particles(6, 9)
    assert any("takes the first row's" in name for name in left_out(tmp_path / "poses.pkl", mixed))
    assert any("odd box" in name for name in left_out(tmp_path / "poses.pkl", odd))


def test_images_smaller_than_the_pickles_box_have_larger_pixels(tmp_path: Path) -> None:
    write_particles(tmp_path / "poses.pkl", particles(), Layout(box=8))
    with StackWriter(tmp_path / "half.mrcs", 4, 4.0) as writer:
        writer.append(torch.zeros(4, 4, 4))
    files = Companions(stack=tmp_path / "half.mrcs", ctf=tmp_path / "ctf.pkl")
    read = read_particles(tmp_path / "poses.pkl", companions=files)
    assert read.optics.pixel_angstrom.tolist() == [4.0] * 4
    assert torch.allclose(read.poses.shift_angstrom, particles().poses.shift_angstrom.double())


def test_latents_and_indices(tmp_path: Path) -> None:
    mean = np.random.default_rng(0).normal(size=(5, 3)).astype(np.float32)
    import pickle  # noqa: TID251

    (tmp_path / "z.pkl").write_bytes(pickle.dumps(mean) + pickle.dumps(-mean))  # as cryoDRGN writes it
    read, variance = read_latents(tmp_path / "z.pkl")
    assert np.array_equal(read, mean) and np.array_equal(variance, -mean)
    write_indices(tmp_path / "ind.pkl", np.array([4, 0, 2]))
    assert read_indices(tmp_path / "ind.pkl").tolist() == [4, 0, 2]
    for wrong in (np.array([1, 1]), np.array([-1, 1])):
        write_indices(tmp_path / "ind.pkl", wrong)
        with pytest.raises(FormatError, match="must be 0 or more, each once"):
            read_indices(tmp_path / "ind.pkl")


def test_fsc_for_the_emdb(tmp_path: Path) -> None:
    write_fsc_xml(
        tmp_path / "f.xml", torch.tensor([0.0, 0.1, 0.25]), torch.tensor([1.0, 0.5, -0.1]), 'a "b" & c'
    )
    root = ElementTree.parse(tmp_path / "f.xml").getroot()
    assert root.tag == "fsc" and root.attrib["title"] == 'a "b" & c'
    assert set(root.attrib) == {"title", "xaxis", "yaxis"}
    pairs = [(float(c.findtext("x") or ""), float(c.findtext("y") or "")) for c in root.findall("coordinate")]
    assert np.allclose(pairs, [(0, 1), (0.1, 0.5), (0.25, -0.1)])
    with pytest.raises(FormatError, match="must rise"):
        write_fsc_xml(tmp_path / "f.xml", torch.tensor([0.1, 0.1]), torch.tensor([1.0, 0.5]))
    with pytest.raises(FormatError, match="finite"):
        write_fsc_xml(tmp_path / "f.xml", torch.tensor([0.1]), torch.tensor([torch.nan]))


# ------------------------------------------------------------------------------------------------ round trips

angle = st.floats(-180, 180)
row = st.tuples(angle, st.floats(0, 180), angle, st.floats(-15, 15), st.floats(-15, 15), st.floats(1e3, 5e4))


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=30,
    phases=set(Phase) - {Phase.shrink},
)
@given(
    rows=st.lists(row, min_size=1, max_size=9),
    groups=st.lists(st.sampled_from([1, 4, 9]), min_size=9, max_size=9),
    seed=st.integers(0, 99),
    kept=st.integers(1, 9),
    with_classes=st.booleans(),
)
def test_any_table_comes_back_from_every_format(
    tmp_path: Path, rows: list[tuple[float, ...]], groups: list[int], seed: int, kept: int, with_classes: bool
) -> None:
    """Random poses and optics groups, shuffled and filtered rows, through each kind and back."""
    given_ = _filtered(tmp_path, rows, groups, seed, kept, with_classes)
    stack, count = given_.stacks[0], len(given_)
    one = replace(
        given_, optics=replace(given_.optics, voltage_kilovolt=torch.full((count,), 300.0).double())
    )
    overrides = Overrides(1.31, 300.0, 2.7, 0.07)
    cases = {
        "a.star": (given_, Layout(), Companions()),
        "five.star": (given_, Layout(relion="5"), Companions()),
        "a.cs": (given_, Layout(), Companions()),
        "a.csg": (given_, Layout(), Companions()),
        "a.par": (one, Layout(), Companions(stack=stack)),
        "poses.pkl": (given_, Layout(), Companions(stack=tmp_path / "a.star", ctf=tmp_path / "ctf.pkl")),
    }
    for name, (table, layout, files) in cases.items():
        path = tmp_path / name
        write_particles(path, table, layout)
        again = read_particles(
            path, overrides=overrides if path.suffix == ".par" else Overrides(), companions=files
        )
        turned, moved = apart(again, table)
        assert turned < 4e-4 and moved < 2e-5, name
        assert again.image_number.tolist() == table.image_number.tolist(), name
        assert again.stacks == table.stacks, name
        for field in (f.name for f in fields(Optics)):
            mine, theirs = getattr(again.optics, field).double(), getattr(table.optics, field).double()
            if field == "group" and path.suffix in (".par", ".pkl"):
                continue
            assert torch.allclose(mine, theirs, rtol=1e-6, atol=6e-5), (name, field)  # PSHIFT is in radians
        if path.suffix in (".star", ".cs", ".csg"):
            for field in ("half_set", "class_number"):
                assert getattr(again, field).tolist() == getattr(table, field).tolist(), (name, field)
            assert np.allclose(again.score, table.score, atol=1e-6, equal_nan=True)
            for column in table.extra:
                assert again.extra[column].tolist() == table.extra[column].tolist(), (name, column)
            tilts = dict(
                zip(
                    again.optics_extra["rlnOpticsGroup"],
                    again.optics_extra["rlnMicrographPixelSize"],
                    strict=True,
                )
            )
            assert tilts == {str(g): f"0.{g}0" for g in set(table.optics.group.tolist())}, name
    assert "# version 50001" in (tmp_path / "five.star").read_text()
    assert "# version 30001" in (tmp_path / "a.star").read_text()
    assert set(left_out(Path("x.par"), given_)) >= {"rlnMicrographName", "rlnMicrographPixelSize"}


def _filtered(
    tmp_path: Path, rows: list[tuple[float, ...]], groups: list[int], seed: int, kept: int, with_classes: bool
) -> Particles:
    order = np.random.default_rng(seed).permutation(len(rows))[:kept]
    values = torch.tensor(rows, dtype=torch.float64)[torch.from_numpy(order)]
    group = torch.tensor([groups[i] for i in order])
    count = len(order)
    zero, one = torch.zeros(count).double(), torch.ones(count).double()
    return Particles(
        poses=Poses(euler_to_matrix(values[:, :3]), values[:, 3:5]),
        optics=Optics(
            pixel_angstrom=1.31 * one,
            voltage_kilovolt=group * 100 * one,
            spherical_aberration_mm=2.7 * one,
            amplitude_contrast=0.07 * one,
            defocus_u_angstrom=values[:, 5].round(),
            defocus_v_angstrom=(values[:, 5] / 2).round(),
            defocus_angle_degrees=values[:, 0].round(decimals=2),
            phase_shift_degrees=values[:, 1].round(),
            b_factor_angstrom2=zero,
            group=group,
        ),
        stacks=(tmp_path.resolve() / "my stack.mrcs",),
        stack_number=np.zeros(count, np.int64),
        image_number=order * 3,
        half_set=(1 + order % 2) * with_classes,
        class_number=(1 + order) * with_classes,
        score=np.round(order / 11, 4) if with_classes else np.full(count, np.nan),
        extra=pd.DataFrame(
            {"rlnMicrographName": [f"00{i}" for i in order], "rlnBodyOriginList": ["[0.1,-2]"] * count},
            dtype="str",
        ),
        optics_extra=pd.DataFrame(
            {
                "rlnOpticsGroup": ["9", "1", "4"],
                "rlnImageSize": ["64"] * 3,
                "rlnMicrographPixelSize": ["0.90", "0.10", "0.40"],
            },
            dtype="str",
        ),
    )


def test_par_digits(tmp_path: Path) -> None:
    """What does not fit the print widths gets 6 decimals in 17 columns, and is rounded in 16."""
    table = replace(particles(), stacks=(tmp_path.resolve() / "a.mrcs",))
    exact = replace(table.poses, shift_angstrom=torch.tensor([[0.123456, 1.0]] * 4, dtype=torch.float64))
    table = replace(table, poses=exact)
    write_particles(tmp_path / "a.par", table)
    lines = (tmp_path / "a.par").read_text().splitlines()[1:]
    assert len({len(line) for line in lines}) == 1 and len(lines[0]) > 142
    assert " -0.123456 " in lines[0] and " 20.00 " in lines[0]
    write_particles(tmp_path / "b.par", table, Layout(par_columns=16))
    lines = (tmp_path / "b.par").read_text().splitlines()[1:]
    assert {len(line) for line in lines} == {136} and " -0.12 " in lines[0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"voltage_kilovolt": torch.tensor([300.0, 200, 300, 300])},
            "row 2: voltage_kilovolt is 200, and 300 in row 1",
        ),
        ({"phase_shift_degrees": torch.full((4,), 90.0)}, "16 columns have no phase shift"),
    ],
)
def test_par_files_have_one_of_each(tmp_path: Path, change: dict[str, torch.Tensor], message: str) -> None:
    table = particles()
    table = replace(table, optics=replace(table.optics, **{k: v.double() for k, v in change.items()}))
    with pytest.raises(FormatError, match=message):
        write_particles(tmp_path / "a.par", table, Layout(par_columns=16))
    two = replace(particles(), stacks=(Path("a"), Path("b")), stack_number=np.array([0, 1, 0, 1]))
    with pytest.raises(FormatError, match=r"these lie in several: write them into one \(--stack-out\)"):
        write_particles(tmp_path / "a.par", two)


# ---------------------------------------------------------------------------------------------- command line


def run(*arguments: object) -> None:
    app = typer.Typer()
    convert.register(app)
    app(args=[str(a) for a in arguments], standalone_mode=False)


@pytest.mark.realdata
def test_convert_each_pair(shared_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack = shared_data / "particles/clpb_particles_0_1199.mrcs"
    source = shared_data / "particles/clpb_particles.star"
    given_ = read_particles(source)
    microscope = ["--pixel-size", 4, "--voltage", 300, "--cs", 2.7, "--amplitude-contrast", 0.1]
    files: dict[str, list[object]] = {
        "a.star": ["--stack-dir", stack.parent],
        "five.star": ["--stack-dir", stack.parent],
        "a.cs": ["--stack-dir", stack.parent],
        "b.csg": ["--stack-dir", stack.parent],
        "a.par": ["--stack", stack, *microscope],
        "poses.pkl": ["--stack", stack, "--ctf", tmp_path / "ctf.pkl"],
    }
    for name in files:
        run(source, tmp_path / name, "--relion", 5 if "five" in name else 3.1, "--json")
        assert json.loads(capsys.readouterr().out)["particles"] == 1200
    for name, options in files.items():
        for other in ("star", "cs", "par", "pkl"):
            out = tmp_path / "back" / f"{name}.{other}"
            run(tmp_path / name, out, *options, "--ctf-out", tmp_path / "back/c.pkl", "--overwrite")
            rest = Companions(stack=stack, ctf=tmp_path / "back/c.pkl")
            again = read_particles(out, stack.parent, OPTICS if other == "par" else Overrides(), (), rest)
            turned, moved = apart(again, given_)
            assert turned < 1e-4 and moved < 1e-3, (name, other)
    assert not [path for path in tmp_path.rglob("*partial*")]


def test_convert_writes_one_stack_of_many(tmp_path: Path) -> None:
    for name, base in (("a.mrcs", 0.0), ("b.mrcs", 10.0)):
        with StackWriter(tmp_path / name, 8, 2.0) as writer:
            writer.append(torch.full((4, 8, 8), base) + torch.arange(4.0)[:, None, None])
    stacks = tuple(tmp_path.resolve() / name for name in ("a.mrcs", "b.mrcs"))
    two = replace(
        particles(), stacks=stacks, stack_number=np.array([0, 1, 0, 1]), image_number=np.array([3, 1, 2, 0])
    )
    write_particles(tmp_path / "two.star", two)
    with pytest.raises(FormatError, match="/one.par: .*these lie in several"):
        run(tmp_path / "two.star", tmp_path / "one.par")
    assert not (tmp_path / "one.par").exists() and not list(tmp_path.glob("*partial*"))
    run(tmp_path / "two.star", tmp_path / "one.par", "--stack-out", tmp_path / "one.mrcs")
    files = Companions(stack=tmp_path / "one.mrcs")
    read = read_particles(tmp_path / "one.par", overrides=OPTICS, companions=files)
    assert open_stack(read).read(np.arange(4))[:, 0, 0].tolist() == [3, 11, 2, 10]


def test_convert_refuses_in_one_line(tmp_path: Path) -> None:
    write_particles(tmp_path / "a.star", replace(particles(), stacks=(tmp_path.resolve() / "a.mrcs",)))
    calls: list[tuple[list[object], str]] = [
        ([tmp_path / "a.star", tmp_path / "a.star", "--overwrite"], "is read, and cannot be written to"),
        ([tmp_path / "a.star", tmp_path / "a.doc"], "particles are written as .star"),
        ([tmp_path / "no.star", tmp_path / "b.star"], "no such file"),
        ([tmp_path / "a.star", tmp_path / "b.par", "--par-columns", 15], "--par-columns 16 or 17"),
        ([tmp_path / "a.star", tmp_path / "b.star", "--pixel-size", -1], "--pixel-size -1: must be above 0"),
        ([tmp_path / "a.star", tmp_path / "b.xml"], "no block data_fsc"),
    ]
    for arguments, message in calls:
        with pytest.raises(CryoError, match=message) as caught:
            run(*arguments)
        assert "\n" not in str(caught.value)
    run(tmp_path / "a.star", tmp_path / "b.star")
    with pytest.raises(SettingsError, match="b.star: exists; --overwrite writes over it"):
        run(tmp_path / "a.star", tmp_path / "b.star")


@pytest.mark.realdata
def test_convert_maps_stacks_and_curves(shared_data: Path, tmp_path: Path) -> None:
    run(shared_data / "formats/emd_3197.map.gz", tmp_path / "m.mrc")
    volume, again = read_volume(shared_data / "formats/emd_3197.map.gz"), read_volume(tmp_path / "m.mrc")
    assert torch.equal(volume.density, again.density)
    volume.require_same_grid(again)
    run(shared_data / "formats/emd_3197.map.gz", tmp_path / "h.mrc", "--half")
    assert read_header(tmp_path / "h.mrc").mode == 12
    run(shared_data / "particles/empiar_10076_7.mrc", tmp_path / "s.mrcs", "--pixel-size", 1.31)
    assert read_header(tmp_path / "s.mrcs").shape == (7, 320, 320)
    run(shared_data / "formats/relion_postprocess_fsc.star", tmp_path / "f.xml")
    assert len(ElementTree.parse(tmp_path / "f.xml").getroot()) == 49


@pytest.mark.parametrize("suffix", [".star", ".cs", ".par"])
def test_an_ind_pkl_selects_rows_of_every_kind_of_table(tmp_path: Path, suffix: str) -> None:
    table = replace(particles(), stacks=(tmp_path.resolve() / "a.mrcs",))
    write_particles(tmp_path / f"t{suffix}", table, Layout(box=64))
    write_indices(tmp_path / "ind.pkl", np.array([3, 1]))
    microscope = Overrides(*(float(getattr(table.optics, name)[0]) for name in vars(Overrides())))
    said = microscope if suffix == ".par" else Overrides()
    taken = Companions(
        stack=tmp_path / "a.mrcs" if suffix == ".par" else None, selection=tmp_path / "ind.pkl"
    )
    read = read_particles(tmp_path / f"t{suffix}", overrides=said, companions=taken)
    assert read.image_number.tolist() == table.image_number[[3, 1]].tolist()
    assert torch.allclose(read.poses.rotation, table.poses.rotation[[3, 1]].double(), atol=1e-5)
    write_indices(tmp_path / "ind.pkl", np.array([0, 4]))
    with pytest.raises(FormatError, match="row 4, and there are 4 particles"):
        read_particles(tmp_path / f"t{suffix}", overrides=said, companions=taken)
