"""Situations that people met with other programs, made again by `../shared/field`, with the answer that is right."""

import sys
from pathlib import Path
from typing import Any

import mrcfile
import numpy as np
import pytest
from conftest import REAL_DATA
from situations import FIELD, correlation, fsc_mean, maker, relion

from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import read_images, read_particles
from cryo_core.formats.star import read_star
from cryo_core.fourier.resample import resample
from cryo_core.validation.registration import displacement
from cryo_core.validation.report import count_shared

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes a situation by its number; gives a folder of the module's own."""
    return maker(tmp_path_factory)


def test_01_symmetry_expanded_particles_are_particles(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("01")
    for table, out in (("expanded.star", "out.pkl"), ("expanded.cs", "out.star"), ("expanded.star", "o.cs")):
        assert cryo("convert", folder / table, tmp_path / out, "--json")["particles"] == 160
    uids = np.load(tmp_path / "o.cs")["uid"]
    assert len(np.unique(uids)) == 160, "cryoSPARC joins rows by uid"
    made = cryo(
        "reconstruct", folder / "expanded.star", "-o", tmp_path / "map", "--contrast", "white", "--json"
    )
    assert made["particles"] == 160 and made["images"] == 40
    # halves that the file does not give are drawn by image
    text = (folder / "expanded.star").read_text().replace("_rlnRandomSubset", "_rlnGroupNumber")
    (folder / "no_halves.star").write_text(text)
    from cryo_assets.entries.table import with_half_sets

    drawn = with_half_sets(read_particles(folder / "no_halves.star"), 3)
    assert count_shared(drawn) == 0 and {int(h) for h in drawn.half_set} == {1, 2}
    rows = (folder / "expanded.star").read_text().splitlines()
    (folder / "twice.star").write_text("\n".join([*rows, rows[-1]]) + "\n")
    assert "at the same pose" in cryo("convert", folder / "twice.star", tmp_path / "no.cs", code=2)
    other = rows[-1][:-1] + {"1": "2", "2": "1"}[rows[-1][-1]]
    (folder / "halves.star").write_text("\n".join([*rows[:-1], other]) + "\n")
    assert "in different half sets" in cryo("convert", folder / "halves.star", tmp_path / "no.cs", code=2)


def test_02_a_map_of_ispg_0_is_a_map(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("02")
    assert cryo("info", folder / "ispg0.mrc", "--json")["kind"] == "map"
    cryo("convert", folder / "ispg0.mrc", tmp_path / "out.mrc")
    made = mrcfile.read(tmp_path / "out.mrc")
    assert made.shape == (56, 48, 48) and np.array_equal(made, mrcfile.read(folder / "ispg1.mrc"))


def test_03_unsigned_bytes_are_read_unsigned(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("03")
    for name in ("unsigned_nostamp", "unsigned_imod"):
        cryo("convert", folder / f"{name}.mrc", tmp_path / f"{name}.map")
        assert np.array_equal(mrcfile.read(tmp_path / f"{name}.map"), np.load(folder / "u.npy")), name


def test_04_a_cryosparc_table_for_relion(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("04") / "P1"
    out = folder / "relion.star"
    said = cryo("convert", folder / "J45/particles.cs", out, "--stack-dir", folder, "--json", "--overwrite")
    blocks = read_star(out)
    optics, rows = blocks["optics"], blocks["particles"]
    assert rows["rlnImageName"][0] == "000001@J12/extract/000123_mic_particles.mrc:mrcs"
    assert all(name.startswith("rln") for name in (*optics, *rows)), "no luggage in RELION's file"
    assert rows["rlnMicrographName"][0] == "J2/motioncorrected/mic_patch_aligned_doseweighted.mrc"
    x, y = (rows[f"rlnCoordinate{axis}"].astype(float).to_numpy() for axis in "XY")
    assert np.allclose(x, np.linspace(0.1, 0.9, 6) * 3710, atol=0.01)
    assert np.allclose(y, (1 - np.linspace(0.2, 0.8, 6)) * 3838, atol=0.01), "y counts from the other end"
    tilt = [float(optics[f"rlnBeamTilt{axis}"][0]) for axis in "XY"]
    assert np.allclose(tilt, np.arcsin(np.array([1500.0, -700.0]) / 2.7e7) * 1e3, atol=1e-6)
    matrix = [float(optics[f"rlnMagMat{place}"][0]) for place in ("00", "01", "10", "11")]
    assert np.allclose(matrix, [1.01, 0, 0, 0.99], atol=1e-6)
    assert "ctf/trefoil_A" in said["left_out"] and not any("tetra" in name for name in said["left_out"])
    assert any(name.startswith("contrast") for name in said["left_out"]), "blob/sign is -1"
    relion("relion_reconstruct", "--i", out.name, "--o", tmp_path / "m.mrc", "--ctf", cwd=folder)
    assert mrcfile.read(tmp_path / "m.mrc").shape == (32, 32, 32)
    # and back: the numbers are cryoSPARC's again
    back = tmp_path / "back.cs"
    cryo("convert", out, back, "--contrast", "dark")
    table, first = np.load(back), np.load(folder / "J45/particles.cs")
    assert np.allclose(table["ctf/tilt_A"], first["ctf/tilt_A"], atol=0.1)
    assert np.allclose(table["ctf/anisomag"], first["ctf/anisomag"], atol=1e-6)
    assert (table["blob/sign"] == -1).all()


def test_04_no_magnification_is_the_identity(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("04") / "P1"
    table = np.load(folder / "J45/particles.cs")
    table["ctf/anisomag"], table["ctf/tilt_A"] = 0, 0
    with (tmp_path / "plain.cs").open("wb") as handle:
        np.save(handle, table)
    cryo("convert", tmp_path / "plain.cs", tmp_path / "plain.star", "--stack-dir", folder)
    assert not [
        name for name in read_star(tmp_path / "plain.star")["optics"] if "Mag" in name or "Tilt" in name
    ]


def test_05_a_relion_table_for_cryosparc(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("05")
    said = cryo("convert", folder / "particles.star", tmp_path / "out.csg", "--contrast", "dark", "--json")
    table = np.load(tmp_path / "out.cs")
    assert (table["blob/sign"] == -1).all()
    assert np.allclose(table["ctf/tilt_A"][0], np.sin([0.35e-3, -0.2e-3]) * 2.7e7, rtol=1e-5)
    assert np.allclose(table["ctf/anisomag"][0], [0.01, 0, 0, -0.01], atol=1e-6)
    assert (table["location/micrograph_path"] == b"MotionCorr/job002/mic.mrc").all()
    assert {"rlnOddZernike", "rlnCoordinateX", "rlnCoordinateY"} <= set(said["left_out"])
    assert not [name for name in table.dtype.names if name.startswith("relion")], "no luggage"
    cryo("convert", folder / "particles.star", tmp_path / "all.cs", "--keep-columns")
    assert "relion/rlnCoordinateX" in np.load(tmp_path / "all.cs").dtype.names


def test_06_sub_tomograms_are_named(situation: Any, cryo: Any, tmp_path: Path) -> None:
    said = cryo("convert", situation("06") / "particles.star", tmp_path / "out.cs", code=2)
    assert "sub-tomograms" in said and "RELION 5" in said


def test_07_cistem_names_in_quotes(situation: Any, cryo: Any, tmp_path: Path) -> None:
    cryo("convert", situation("07") / "from_cistem.star", tmp_path / "out.star")
    rows = read_star(tmp_path / "out.star")["particles"]
    assert rows["rlnImageName"][2].endswith("data/my grid_1_stack.mrc:mrcs")
    assert all(name.startswith("rln") for name in rows)
    again = read_images(tmp_path / "out.star", image_roots=(Path("/"),))
    assert again.half_set.tolist() == [1, 2, 1] and len(again.stacks) == 2


def test_08_optics_groups_are_the_combinations_that_occur(situation: Any, cryo: Any, tmp_path: Path) -> None:
    cryo("convert", situation("08") / "merged.cs", tmp_path / "out.star")
    blocks = read_star(tmp_path / "out.star")
    aberration = blocks["optics"]["rlnSphericalAberration"].astype(float).tolist()
    assert aberration == [2.7, 2.6512]
    assert blocks["particles"]["rlnOpticsGroup"].tolist() == ["1"] * 3 + ["2"] * 3


READ = ("noblank", "crlf_bom", "upper", "leading_space", "bounded", "emptyloop", "stopat", "float_group")
READ += ("group0", "tab")
REFUSED = {
    "twice": "line 26: a second block data_particles",
    "latin1": "line 24: not a text file",
    "nan": "row 2: _rlnDefocusU",
    "inf": "row 2: _rlnOriginXAngst",
    "apix_particles": "no pixel size",
    "multirow": "line 24",
}


@pytest.mark.parametrize("name", READ)
def test_09_odd_star_files_are_read(situation: Any, cryo: Any, tmp_path: Path, name: str) -> None:
    path, out = situation("09") / f"{name}.star", tmp_path / "out.cs"
    assert cryo("convert", path, out, "--box", 64, "--json")["particles"] == 1
    table = np.load(out)
    assert table["blob/path"][0] == b"a.mrcs" or table["blob/path"][0].endswith(b"/a.mrcs")
    assert table["ctf/df1_A"][0] == 15000 and table["blob/psize_A"][0] == np.float32(1.1)


@pytest.mark.parametrize("name", REFUSED)
def test_09_others_are_refused_with_their_line(situation: Any, cryo: Any, tmp_path: Path, name: str) -> None:
    path = situation("09") / f"{name}.star"
    assert REFUSED[name] in cryo("convert", path, tmp_path / "out.cs", "--box", 64, code=2)


def _reconstructed(cryo: Any, table: Path, out: Path, *more: object) -> np.ndarray:
    cryo("reconstruct", table, "-o", out, *more, "--json")
    return mrcfile.read(out / "map.mrc")


@pytest.mark.timeout(600)
def test_10_what_was_done_to_images_is_taken_off(situation: Any, cryo: Any, tmp_path: Path) -> None:
    """Mean FSC with the truth as of the plain set, to .02; and the map that RELION makes of the same columns."""
    folder = situation("10")
    truth = mrcfile.read(folder / "truth.mrc")
    names = ("plain_none", "premult_flag", "flipped_flag", "tilt_minus", "mag_M")
    maps = {
        name: _reconstructed(cryo, folder / f"{name}.star", tmp_path / name, "--contrast", "white")
        for name in names
    }
    found = {name: fsc_mean(value, truth, 31) for name, value in maps.items()}
    assert all(abs(value - found["plain_none"]) < 0.02 for value in found.values()), found
    for name in ("premult_flag", "tilt_minus", "mag_M"):
        arguments = ("--i", f"{name}.star", "--o", tmp_path / f"{name}.mrc", "--ctf")
        relion("relion_reconstruct", *arguments, cwd=folder)
        theirs = mrcfile.read(tmp_path / f"{name}.mrc")
        assert fsc_mean(maps[name], theirs, 24) > (0.95 if name == "mag_M" else 0.97), name
        assert found[name] > fsc_mean(theirs, truth, 31) - 0.005


EVEN = (0.4, 20.0, -15.0, 30.0, 300.0, -200.0, 100.0, 250.0, -350.0)


def test_10_even_zernike_coefficients_have_the_sign_of_relion(
    situation: Any, cryo: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all nine, by images whose phase has them: our map and RELION's of one table are near the truth."""
    situation("10")
    monkeypatch.syspath_prepend(str(FIELD / "lib"))
    import synth  # type: ignore[import-not-found]

    box, pixel, count = 48, 1.5, 240
    made = synth.make(n=count, box=box, pix=pixel, sigma=1.6, radius=25.0, snr=1.0, shifts=3.0, seed=17)
    fy, fx = synth.freqs(box, pixel)
    s2, even, odd = fx**2 + fy**2, fx**2 - fy**2, 2 * fx * fy
    terms = (1 + 0 * s2, odd, 2 * s2 - 1, even, 2 * even * odd, (4 * s2 - 3) * odd, 6 * s2**2 - 6 * s2 + 1)
    terms += ((4 * s2 - 3) * even, even**2 - odd**2)
    offset = sum(c * z for c, z in zip(EVEN, terms, strict=True))
    transfer = []
    for u, v, angle in zip(*(made["rows"][f"rlnDefocus{k}"] for k in ("U", "V", "Angle")), strict=True):
        turned = [synth.ctf(box, pixel, u, v, angle, ps=shift)[0] for shift in (0.0, 90.0)]
        transfer.append(turned[0] * np.cos(offset) - turned[1] * np.sin(offset))  # sin(γ − offset)
    clean = synth.project(made["p"], made["w"], made["A"], made["shift"], box, pixel, 1.6)
    images = synth.apply(clean, np.stack(transfer))
    noise = np.random.default_rng(3).normal(size=images.shape) * images.std()
    synth.write_stack(tmp_path / "even.mrcs", images + noise, pixel)
    rows = made["rows"] | {"rlnImageName": [f"{i + 1}@even.mrcs" for i in range(count)]}
    listed = "[" + ",".join(map(str, EVEN)) + "]"
    synth.star(tmp_path / "even.star", synth.OPT(pixel, box) | {"rlnEvenZernike": listed}, rows)
    ours = _reconstructed(cryo, tmp_path / "even.star", tmp_path / "ours", "--contrast", "white")
    relion("relion_reconstruct", "--i", "even.star", "--o", "theirs.mrc", "--ctf", cwd=tmp_path)
    theirs = fsc_mean(mrcfile.read(tmp_path / "theirs.mrc"), made["truth"], 23)
    assert theirs > 0.5 and fsc_mean(ours, made["truth"], 23) > theirs - 0.01


def test_11_the_sign_of_dark_particles_is_taken(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("11")
    star = folder / "particles.star"
    assert "--contrast" in cryo("reconstruct", star, "-o", tmp_path / "no", code=2)
    right = _reconstructed(cryo, star, tmp_path / "right", "--contrast", "dark")
    assert float(((right - right.mean()) ** 3).mean()) > 0, "protein is positive"
    cryo("convert", star, folder / "dark.cs", "--contrast", "dark", "--overwrite")
    assert (np.load(folder / "dark.cs")["blob/sign"] == -1).all()
    assert np.allclose(_reconstructed(cryo, folder / "dark.cs", tmp_path / "cs"), right, atol=1e-4)
    # a star says it in a comment that comes back, and a stack is written white
    cryo("convert", folder / "dark.cs", folder / "dark.star", "--overwrite")
    assert "contrast dark" in (folder / "dark.star").read_text()
    assert np.allclose(_reconstructed(cryo, folder / "dark.star", tmp_path / "star"), right, atol=1e-4)
    cryo("convert", folder / "dark.cs", tmp_path / "white.star", "--stack-out", tmp_path / "white.mrcs")
    assert np.array_equal(mrcfile.read(tmp_path / "white.mrcs"), -mrcfile.read(folder / "particles.mrcs"))
    assert np.allclose(_reconstructed(cryo, tmp_path / "white.star", tmp_path / "w"), right, atol=1e-4)


def test_12_a_ctf_of_nothing_is_named_and_the_others_work(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("12")
    zero = cryo(
        "reconstruct", folder / "noctf_zero.star", "-o", tmp_path / "z", "--contrast", "white", code=2
    )
    assert "the CTF of row 1 is zero everywhere" in zero and "phase shift of 90" in zero
    maps = {
        name: _reconstructed(cryo, folder / f"{name}.star", tmp_path / name, "--contrast", "white")
        for name in ("noctf_absent", "noctf_ac1", "same", "overfocus")
    }
    assert correlation(maps["noctf_absent"], maps["noctf_ac1"]) > 0.9999
    for name, found in maps.items():
        assert fsc_mean(found, maps["noctf_ac1"], 12) > 0.8, name


def test_17_maps_name_options_that_exist(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("17")
    for command in (
        ("sharpen", folder / "h2_cella0.mrc", "-o", tmp_path / "s.mrc"),
        ("resample", folder / "h2_cella0.mrc", "-o", tmp_path / "s.mrc", "--voxel-size", 4),
        ("fsc", folder / "h1.mrc", folder / "h2_cella0.mrc"),
        ("localres", folder / "h1.mrc", folder / "h2_cella0.mrc", "-o", tmp_path / "l"),
    ):
        said = cryo(*command, code=2)
        assert "cryo convert h2_cella0.mrc OUT.mrc --voxel-size" in said, command
    cryo("convert", folder / "h2_cella0.mrc", tmp_path / "h2.mrc", "--voxel-size", 3.0)
    assert cryo("fsc", folder / "h1.mrc", tmp_path / "h2.mrc", "--json")["voxel_angstrom"] == 3.0
    assert "--volume" in cryo("sharpen", folder / "volstack.mrc", "-o", tmp_path / "v.mrc", code=2)
    cryo("convert", folder / "volstack.mrc", tmp_path / "v2.mrc", "--volume", 2)
    assert np.array_equal(mrcfile.read(tmp_path / "v2.mrc"), mrcfile.read(folder / "h1.mrc"))
    plain = mrcfile.read(folder / "plain.mrc")
    for name in ("axes321", "ext", "trail", "mz1", "id_mc2", "id_amira", "id_stamp", "int16", "f16"):
        cryo("convert", folder / f"{name}.mrc", tmp_path / "o.mrc", "--overwrite", *_voxel(name))
        assert correlation(mrcfile.read(tmp_path / "o.mrc"), plain) > 0.9999, name
    for other in ("h2_pix", "h2_origin"):
        said = cryo("fsc", folder / "h1.mrc", folder / f"{other}.mrc", code=2)
        assert "h1.mrc" in said and f"{other}.mrc" in said, said


def _voxel(name: str) -> tuple[object, ...]:
    """MZ of 1 makes the voxel 48 times too long in z."""
    return ("--voxel-size", 3.0) if name == "mz1" else ()


def test_18_scale_and_sign_of_tilt_series(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder = situation("18")
    maps = {
        name: _reconstructed(cryo, folder / f"{name}.star", tmp_path / name, "--contrast", "white")
        for name in ("neg", "pos", "none")
    }
    sys.path.insert(0, str(FIELD / "lib"))
    try:
        from synth import make  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    truth = make(n=1, box=48, pix=3.0)["truth"]
    found = {name: fsc_mean(value, truth, 19) for name, value in maps.items()}
    assert found["neg"] == pytest.approx(found["pos"], abs=1e-6)
    assert found["pos"] > found["none"] + 0.005, found


def test_20_sizes_that_disagree_are_refused_with_the_pixel_that_fits(
    situation: Any, cryo: Any, tmp_path: Path
) -> None:
    folder = situation("20")
    wrong = folder / "wrongsize.star"
    for command in (
        ("reconstruct", wrong, "-o", tmp_path / "w", "--contrast", "white"),
        ("convert", wrong, tmp_path / "w.cs"),
    ):
        said = cryo(*command, code=2)
        assert "images of 48 pixels" in said and "3 Å (--pixel-size" in said, said
    cryo("convert", wrong, folder / "right.star", "--pixel-size", 3.0, "--overwrite")
    optics = read_star(folder / "right.star")["optics"]
    assert optics["rlnImageSize"].tolist() == ["48"] and float(optics["rlnImagePixelSize"][0]) == 3.0
    said = cryo("convert", folder / "calib.star", folder / "second.star", "--optics-group", 2, "--json")
    assert said["particles"] == 300
    made = cryo("reconstruct", folder / "second.star", "-o", tmp_path / "c", "--contrast", "white", "--json")
    assert made["pixel_angstrom"] == 3.03


@pytest.mark.parametrize(("name", "pixel"), [("mixed", 3.0), ("calib", 3.03)])
def test_20_groups_of_other_sizes_are_brought_to_one_grid(
    situation: Any, cryo: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pixel: float
) -> None:
    """Two sessions together give a better map than one of them: .80 alone, .83 from as many images of one session."""
    folder = situation("20")
    monkeypatch.syspath_prepend(str(FIELD / "lib"))
    import synth  # type: ignore[import-not-found]

    made = cryo("reconstruct", folder / f"{name}.star", "-o", tmp_path / "c", "--contrast", "white", "--json")
    assert (made["box"], made["pixel_angstrom"], made["particles"]) == (48, pixel, 600)
    places, weights = synth.phantom(150, 40.0)
    truth = synth.volume(places, weights, 48, pixel, 3.0)
    assert fsc_mean(mrcfile.read(tmp_path / "c" / "map.mrc"), truth, 23) > 0.81


def test_16_confidence_in_place_of_b_factors_is_named(situation: Any, cryo: Any, tmp_path: Path) -> None:
    folder, maps = situation("16"), REAL_DATA / "maps"
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.sharpening.model_map import b_factor_fault, shifted_b_factors

    assert b_factor_fault(read_atoms(maps / "3j5p.pdb")) is None
    told = {name: b_factor_fault(read_atoms(folder / f"{name}.pdb")) for name in ("plddt", "frac", "zero")}
    assert "pLDDT" in (told["plddt"] or "")
    assert "not refined" in (told["frac"] or "") and "not refined" in (told["zero"] or "")
    assert not shifted_b_factors(read_atoms(folder / "plddt.pdb")).any(), "they count as unrefined"
    said = cryo(
        *("locscale", maps / "emd_5778_chainA.mrc", "--model", folder / "plddt.pdb"),
        *("-o", tmp_path / "l.mrc", "--json"),
    )
    assert "pLDDT" in said["warnings"][0]


def test_24_a_cropped_set_keeps_its_place_and_no_second_stack(
    situation: Any, home: Path, cryo: Any, tmp_path: Path
) -> None:
    """The images are cropped as they are read: no table of other pixels is left that RELION could misread."""
    folder = situation("24")
    table = folder / "particles.star"
    cryo("add", table, "--name", "crop", "--contrast", "white", "--set", "particles.stack.box=32")
    ran = cryo("run", "crop", "--to", "particles/consensus", "--json")
    assert not ran["failures"]
    assert not list((home / "store").rglob("*.mrcs"))
    relion("relion_reconstruct", "--i", table, "--o", tmp_path / "all.mrc", "--ctf", cwd=folder)
    ours = read_volume(Path(cryo("path", "crop", "particles/consensus").strip()) / "map.mrc")
    whole = read_volume(tmp_path / "all.mrc")
    theirs = resample(whole, ours.voxel_angstrom, 32)
    assert ours.density.shape == (32, 32, 32)
    assert fsc_mean(ours.density.numpy(), theirs.density.numpy(), 8) > 0.95
    assert max(map(abs, displacement(theirs, ours))) < 0.1 * ours.voxel_angstrom


def test_22_half_maps_that_are_no_cubes(situation: Any, cryo: Any) -> None:
    folder = situation("22")
    at = {
        name: cryo("fsc", folder / f"{name}1.mrc", folder / f"{name}2.mrc", "--json")
        for name in ("cube", "odd", "long")
    }
    for name, said in at.items():
        corrected = said["resolution_corrected"]["0.143"]
        assert corrected == pytest.approx(at["cube"]["resolution_corrected"]["0.143"], rel=0.03), name


def test_frealign_9_comments_with_blanks(tmp_path: Path) -> None:
    from cryo_core.formats.frealign import read_par

    row = "1 151.40 125.40 237.00 1.50 -2.25 10000 1 8884.8 9067.5 161.78 100.00 -500 1.0000 14.50 0.00\n"
    heads = (
        "  C           PSI   THETA     PHI\n",
        "C\n",
        "  # any\n",
        "  NUMBER PSI THETA\n",
        "\tC 1 2\n",
        "",
    )
    for head in heads:
        (tmp_path / "a.par").write_text(head + row + "  C  Average score\n C\n")
        assert read_par(tmp_path / "a.par")["PSI"].tolist() == [151.4], head
