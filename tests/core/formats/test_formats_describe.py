"""What `cryo info` says: of every file of the shared data, and of every kind made here."""

import json
from pathlib import Path

import pytest
from conftest import REAL_DATA
from fuzz.fuzz_formats import make_seeds

from cryo_core.errors import FormatError
from cryo_core.formats.describe import describe

KINDS = {
    ".mrcs": "stack",
    ".map": "map",
    ".ccp4": "map",
    ".gz": "map",
    ".bz2": "map",
    ".mrc": "map",
    ".pdb": "model",
    ".star": "particles",
    ".cs": "particles",
    ".par": "particles",
}
EXCEPTIONS = {
    "bioem_two_real_particles_STK.mrc": "stack",
    "empiar_10076_7.mrc": "stack",
    "relion_postprocess_fsc.star": "star",
    "empiar10076_filtered.ind.pkl": "indices",
    "hand_rot.pkl": "poses",
    "toy_rot_trans.pkl": "poses",
}
REFUSED = {
    "corrupt_header_truncated.map": "it was cut short",
    "invalid_axes.mrc": "MAPC, MAPR, MAPS are 10, 11, 12",
}
COUNTS = {
    "clpb_particles.star": (1200, 1),
    "relion31_6opticsgroups.star": (139, 6),
    "relion5_particles.star": (17, 1),
    "relion30_PfCRT.star": (5, None),
    "cistem_real_28col.star": (2, 1),
    "cryosparc_P12_J24_001_particles.cs": (2019, 1),
    "empiar_10076_7.cs": (7, 1),
    "clpb_frealignx_c1.par": (300, None),
    "smap_frealignx16_4rows.par": (4, None),
    "empiar10076_poses.pkl": (131899, None),
    "empiar10076_ctf.pkl": (131899, None),
}
FILES = sorted(
    p.relative_to(REAL_DATA).as_posix()
    for p in (REAL_DATA.rglob("*") if REAL_DATA.is_dir() else ())
    if p.is_file() and p.suffix not in (".json", ".md")
)


def _kind(path: Path) -> str:
    if path.name in EXCEPTIONS:
        return EXCEPTIONS[path.name]
    if path.suffix == ".pkl":
        return "ctf" if "ctf" in path.name else "poses"
    return "model" if path.name.endswith(".cif.gz") else KINDS[path.suffix]


@pytest.mark.realdata
@pytest.mark.parametrize("name", FILES)
def test_every_shared_file_is_described_or_refused(shared_data: Path, name: str) -> None:
    path = shared_data / name
    if path.name in REFUSED:
        with pytest.raises(FormatError, match=REFUSED[path.name]):
            describe(path)
        return
    described = describe(path)
    assert described["kind"] == _kind(path)
    json.dumps(described, allow_nan=False)
    if path.name in COUNTS:
        count, groups = COUNTS[path.name]
        assert described["particles"] == count
        assert described.get("optics_groups") == groups
    if described["kind"] in ("map", "stack"):
        assert {"shape_zyx", "voxel_angstrom", "origin_angstrom", "min", "max", "mean", "sd"} <= set(
            described
        )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "relion",
            {"kind": "particles", "particles": 4, "optics_groups": 2, "has_poses": True, "format": "RELION"},
        ),
        ("cistem", {"kind": "particles", "particles": 2, "pixel_angstrom": [1.06], "format": "cisTEM"}),
        ("cistem_binary", {"kind": "particles", "particles": 2, "pixel_angstrom": [2.0]}),
        ("cryosparc", {"kind": "particles", "particles": 4, "optics_groups": 2, "box": ["8"]}),
        ("par16", {"kind": "particles", "particles": 4, "format": "par of 16 columns"}),
        ("poses", {"kind": "poses", "particles": 4}),
        ("ctf", {"kind": "ctf", "particles": 4, "box": [8], "pixel_angstrom": [2.0]}),
        ("indices", {"kind": "indices", "rows": 2, "min": 1, "max": 3}),
        ("latents", {"kind": "latents", "particles": 4, "dimensions": 2, "has_variance": True}),
        ("map", {"kind": "map", "shape_zyx": [3, 4, 5], "origin_angstrom": [1.0, 2.0, 3.0], "max": 59.0}),
        ("stack", {"kind": "stack", "shape_zyx": [4, 8, 8]}),
        ("cif_gz", {"kind": "model", "atoms": 2, "chains": ["A"]}),
    ],
)
def test_what_is_described(tmp_path: Path, kind: str, expected: dict[str, object]) -> None:
    suffix, raw = make_seeds(tmp_path)[kind]
    (tmp_path / f"x{suffix}").write_bytes(raw)
    described = describe(tmp_path / f"x{suffix}")
    assert {name: described[name] for name in expected} == expected


def test_tables_that_lack_something_say_what(tmp_path: Path) -> None:
    raw = make_seeds(tmp_path)["relion"][1].replace(b"_rlnVoltage", b"_rlnNothing")
    (tmp_path / "x.star").write_bytes(raw)
    described = describe(tmp_path / "x.star")
    assert described["particles"] == 4 and "no column _rlnVoltage: give it (--voltage" in str(
        described["incomplete"]
    )


def test_unknown_kinds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.doc").write_text("words")
    with pytest.raises(FormatError, match="kind .doc is not known"):
        describe(tmp_path / "x.doc")
    with pytest.raises(FormatError, match="no such file"):
        describe(tmp_path / "absent.mrc")
