"""Nothing hostile gets in: each is one line that names file, row and field, in little memory and without a trace.

`fuzz/fuzz_formats.py` was run over 5,500 inputs for each of 20 kinds (110,000 in all, seed 20261121; 53,000
more with seeds 0, 1 and 42), and a short run of it is here. It found, and these are kept in golden/hostile and read
below: an OSError from a damaged .bz2 header; characters cut in two by gemmi's columns (UnicodeDecodeError);
an atom without residue number (TypeError); a .cistem file without positions (StopIteration); warnings from signalling
NaNs in maps, stacks and poses. None made a reader slow, large, or crash.
"""

import gzip
import os
import pickle  # noqa: TID251
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fuzz.fuzz_formats import complaint, fuzz, make_seeds, readers

from cryo_core.errors import FormatError
from cryo_core.formats.describe import describe
from cryo_core.formats.fields import Companions, Overrides
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import open_stack, read_images, read_particles

TESTS = Path(__file__).parents[2]
KEPT = TESTS / "golden" / "hostile"
OPTICS = Overrides(2.0, 300.0, 2.7, 0.1)
Change = Callable[[bytes], bytes]


def _swap(old: bytes, new: bytes) -> Change:
    def change(raw: bytes) -> bytes:
        assert old in raw
        return raw.replace(old, new, 1)

    return change


def _row(number: int, column: int, text: bytes) -> Change:
    """Change a value in a line of a text file (lines from 0 at the first data line)."""

    def change(raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        values = lines[1 + number].split()
        values[column] = text
        lines[1 + number] = b" ".join(values)
        return b"\n".join(lines)

    return change


def _cs(**changed: object) -> Change:
    def change(raw: bytes) -> bytes:
        from io import BytesIO

        table = np.load(BytesIO(raw))
        names = [n for n in table.dtype.names if changed.get(n.replace("/", "__"), 0) is not None]
        fields = {n: table[n] for n in names}
        for name, value in changed.items():
            if value is not None:
                fields[name.replace("__", "/")] = np.asarray(value)
        out = np.empty(len(table), [(n, v.dtype, v.shape[1:]) for n, v in fields.items()])
        for name, values in fields.items():
            out[name] = values
        handle = BytesIO()
        np.save(handle, out, allow_pickle=True)
        return handle.getvalue()

    return change


HUGE = b"{'descr': [('uid', '<u8')], 'fortran_order': False, 'shape': (1000000000000,), }"
NOTHING = b"{'descr': [('uid', 'S0')], 'fortran_order': False, 'shape': (1000000000000,), }"


def _npy(header: bytes) -> bytes:
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header) + 1) + header + b"\n"


CASES: list[tuple[str, Change, str]] = [
    ("par17", lambda raw: b"", "the file is empty"),
    ("par17", lambda raw: raw[:-40], "line 5: 1. values, and the first line has 17"),
    ("par17", _row(1, 2, b"x"), "row 2: THETA is 'x', not a finite number"),
    ("par17", _row(2, 4, b"nan"), "row 3: SHX is 'nan', not a finite number"),
    ("par17", _row(2, 8, b"inf"), "row 3: DF1 is 'inf', not a finite number"),
    ("par17", _row(0, 1, b"1_0"), "row 1: PSI is '1_0', not a finite number"),
    ("par17", _row(3, 0, b"0"), "row 4: C is 0, and counts images from 1"),
    ("par17", _row(3, 0, b"1.5"), "row 4: C is 1.5, and counts images from 1"),
    ("par17", _row(3, 0, b"2"), "rows 2 and 4 both name image 2 of"),
    ("par17", lambda raw: raw.replace(b"-500", b"-500 7"), "line 2: 18 values; a .par file has 16 or 17"),
    ("par17", lambda raw: raw + b"\xff\xfe", "not a text file"),
    ("par17", lambda raw: b"1 " * 40000, "line 1: longer than 65536 characters"),
    ("relion", _swap(b"000002@", b"000001@"), "rows 1 and 2 both name image 1 of"),
    ("relion", _swap(b"000002@", b"000009@"), "row 2 names image 9, and the stack has 4 images"),
    ("relion", _swap(b"a.mrcs", b"../outside.mrcs"), "row 1: the stack '../outside.mrcs' leads to .*outside"),
    (
        "relion",
        _swap(b"a.mrcs", b"/etc/passwd"),
        "row 1: the stack '/etc/passwd' leads to /etc/passwd, outside",
    ),
    ("relion", _swap(b"a.mrcs", b"link.mrcs"), "row 1: the stack 'link.mrcs' leads to .*outside"),
    (
        "cistem",
        _swap(b"'a.mrcs'", b"'../outside.mrcs'"),
        "row 1: the stack '../outside.mrcs' leads to .*outside",
    ),
    ("cistem", _swap(b"\n   2 134.00", b"\n   1 134.00"), "rows 1 and 2 both name image 1 of"),
    ("cistem", _swap(b"134.00", b"abc"), "row 2: _cisTEMAnglePsi is 'abc', not a number"),
    (
        "cistem",
        _swap(b"_cisTEMPixelSize", b"_cisTEMPixels"),
        "no column _cisTEMPixelSize: give it .--pixel-size",
    ),
    ("cistem_binary", lambda raw: raw[:-3], "row 2: a text of 6 bytes, past the file's end"),
    ("cistem_binary", lambda raw: raw[:4] + struct.pack("<i", 10**9) + raw[8:], "1000000000 rows do not fit"),
    ("cistem_binary", lambda raw: struct.pack("<ii", 10**6, 1), "not a .cistem file"),
    ("cryosparc", lambda raw: b"", "the file is empty"),
    ("cryosparc", lambda raw: raw[:-5], "it was cut short"),
    ("cryosparc", lambda raw: _npy(HUGE), "1000000000000 rows of 8 bytes claimed, and 0 bytes follow"),
    ("cryosparc", lambda raw: _npy(NOTHING), "must be numbers or text|table with named fields"),
    ("cryosparc", lambda raw: _npy(b"(" * 60000), "not a numpy table"),
    ("cryosparc", _cs(uid=np.array([{}] * 4, object)), "holds Python objects, which may run code"),
    ("cryosparc", lambda raw: b"\x94CSDAT" + raw, "a CSDAT stream: save it as a numpy .cs file"),
    ("cryosparc", _cs(blob__idx=None), "no field blob/idx: name the passthrough file"),
    ("cryosparc", _cs(ctf__df1_A=None), "no field ctf/df1_A: name the passthrough file"),
    ("cryosparc", _cs(ctf__accel_kv=None), "no field ctf/accel_kv: give it .--voltage"),
    ("cryosparc", _cs(blob__psize_A=None), "no field blob/psize_A: give it .--pixel-size"),
    ("cryosparc", _cs(blob__idx=np.array([0, 1, 1, 2], "u4")), "rows 2 and 3 both name image 2 of"),
    ("cryosparc", _cs(blob__idx=np.array([0, 1, 9, 2], "u4")), "row 3 names image 10, and the stack has 4"),
    (
        "cryosparc",
        _cs(blob__path=np.array([b"../../x"] * 4)),
        "row 1: the stack '../../x' leads to .*outside",
    ),
    ("cryosparc", _cs(blob__path=np.array([b">/etc/passwd"] * 4)), "row 1: the stack '/etc/passwd' leads to"),
    ("cryosparc", _cs(blob__path=np.array([b"link.mrcs"] * 4)), "row 1: the stack 'link.mrcs' leads to"),
    ("cryosparc", _cs(blob__path=np.array([b"\xff\xfe"] * 4)), "is not UTF-8 text"),
    ("cryosparc", _cs(blob__path=np.arange(4)), "blob/path is int64, and must be text"),
    ("cryosparc", _cs(ctf__df1_A=np.array([1, 2, np.nan, 3], "f4")), "row 3: ctf/df1_A is NaN or infinite"),
    ("cryosparc", _cs(ctf__df1_A=np.array([b"a"] * 4)), "field ctf/df1_A is .S1"),
    (
        "cryosparc",
        _cs(alignments3D__pose=np.zeros((4, 2), "f4")),
        "field alignments3D/pose is float32 of shape",
    ),
    (
        "cryosparc",
        _cs(alignments3D__pose=np.full((4, 3), np.inf, "f4")),
        "row 1: alignments3D/pose is NaN or",
    ),
    (
        "cryosparc",
        _cs(alignments3D__pose=np.full((4, 3), 1e9, "f4")),
        "row 1: alignments3D/pose is not a rotation",
    ),
    (
        "cryosparc",
        _cs(alignments3D__split=np.full(4, 2, "u4")),
        "row 1: alignments3D/split is 2, and must be below 2",
    ),
    ("cryosparc", _cs(blob__shape=np.tile([8, 9], (4, 1)).astype("u4")), "blob/shape: images must be square"),
    ("ctf", lambda raw: pickle.dumps(np.zeros((3, 8))), "a ctf table is .n, 9."),
    ("indices", lambda raw: pickle.dumps(np.zeros(3)), "an ind.pkl holds row numbers"),
    ("latents", lambda raw: pickle.dumps(np.zeros(3)), "a z.pkl has one or two of .n, z."),
    ("poses", lambda raw: pickle.dumps((np.zeros((4, 3, 3)), np.zeros((4, 2)))), "row 1: not a rotation"),
    ("group", _swap(b">", b">../"), "leads outside the group's folder"),
    ("group", lambda raw: b"results: 3", "no `results`, so not a .csg file"),
    ("map", lambda raw: raw[:1100], "it was cut short"),
    (
        "map",
        lambda raw: struct.pack("<3i", 10**4, 10**4, 10**4) + raw[12:],
        "claim 10000 x 10000 x 10000 voxels",
    ),
]


@pytest.mark.parametrize(
    ("kind", "change", "message"), CASES, ids=[f"{i}-{c[0]}" for i, c in enumerate(CASES)]
)
def test_hostile_files_are_one_line(tmp_path: Path, kind: str, change: Change, message: str) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    seeds = make_seeds(folder)
    (tmp_path / "outside.mrcs").write_bytes((folder / "a.mrcs").read_bytes())
    (tmp_path / "a.mrcs").write_bytes((folder / "a.mrcs").read_bytes())
    (folder / "link.mrcs").symlink_to(tmp_path / "outside.mrcs")
    suffix, raw = seeds[kind]
    path = folder / f"hostile{suffix}"
    path.write_bytes(change(raw))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(FormatError, match=message) as caught:
        readers(folder)[kind](path)
    assert "\n" not in str(caught.value) and "/set/" in str(caught.value)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


class Bomb:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.marker),)


@pytest.mark.parametrize("kind", ["poses", "ctf", "indices", "latents"])
def test_a_pickle_that_would_run_code_does_not(tmp_path: Path, kind: str) -> None:
    """A real one: unpickling it makes a folder, as the last lines show."""
    make_seeds(tmp_path)
    path = tmp_path / "bomb.pkl"
    bomb = pickle.dumps((np.eye(3), Bomb(tmp_path / "ran")))
    path.write_bytes(bomb)
    for call in (readers(tmp_path)[kind], describe):
        with pytest.raises(
            FormatError, match="the pickle asks for posix.mkdir, and only numpy arrays are read"
        ):
            call(path)
    with pytest.raises(FormatError, match="posix.mkdir"):
        read_particles(tmp_path / "poses.pkl", companions=Companions(tmp_path / "a.mrcs", path))
    with pytest.raises(FormatError, match="posix.mkdir"):
        read_particles(
            tmp_path / "poses.pkl", companions=Companions(tmp_path / "a.mrcs", tmp_path / "ctf.pkl", path)
        )
    cs = np.empty(1, [("uid", "O")])
    cs["uid"][0] = Bomb(tmp_path / "ran")
    with (tmp_path / "bomb.cs").open("wb") as handle:
        np.save(handle, cs, allow_pickle=True)
    with pytest.raises(FormatError, match="holds Python objects"):
        read_images(tmp_path / "bomb.cs")
    assert not (tmp_path / "ran").exists()
    pickle.loads(bomb)  # noqa: S301
    assert (tmp_path / "ran").exists()


MEMORY = """
import resource, struct, sys, gzip, tracemalloc
from pathlib import Path
from fuzz.fuzz_formats import make_seeds, readers
from cryo_core.errors import FormatError
folder = Path(sys.argv[1])
seeds, calls = make_seeds(folder), readers(folder)
for kind, call in calls.items():
    path = folder / ("x" + seeds[kind][0])
    path.write_bytes(seeds[kind][1])
    call(path)
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for name in sorted(p.name for p in (folder / "hostile").iterdir()):
    kind = name.split(".")[0].split("-")[0]
    try:
        calls[kind](folder / "hostile" / name)
    except FormatError:
        pass
    else:
        sys.exit(f"{name} was read")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base
    if grown > 200_000:
        sys.exit(f"{name}: {grown} kB")
"""


def test_claims_take_no_memory(tmp_path: Path) -> None:
    """10¹² voxels, rows, columns or bytes that are only claimed, and bombs: under 200 MB, all together."""
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    seeds = make_seeds(tmp_path)
    raw = seeds["map"][1]
    (hostile / "map-claims.mrc").write_bytes(struct.pack("<3i", 10**4, 10**4, 10**4) + raw[12:])
    (hostile / "stack-claims.mrcs").write_bytes(struct.pack("<3i", 8, 8, 2**31 - 1) + raw[12:])
    bomb = gzip.compress(struct.pack("<3i", 1000, 1000, 200) + raw[12:1024] + bytes(1 << 24))
    (hostile / "map_gz-bomb.map.gz").write_bytes(bomb)
    (hostile / "cif_gz-bomb.cif.gz").write_bytes(gzip.compress(b"#" * (1 << 27)))
    (hostile / "cryosparc-claims.cs").write_bytes(_npy(HUGE))
    (hostile / "cistem_binary-claims.cistem").write_bytes(struct.pack("<ii", 200, 2**31 - 1) + bytes(2000))
    claims = pickle.dumps(np.zeros((4, 9), np.float32), 3).replace(
        b"K\x04K\t\x86", b"J\xff\xff\xff\x7fK\t\x86"
    )
    (hostile / "ctf-claims.pkl").write_bytes(claims)
    (hostile / "latents-memo.pkl").write_bytes(b"\x80\x04]r\xff\xff\xff\x7f.")
    (hostile / "poses-frame.pkl").write_bytes(b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f.")
    (hostile / "indices-bytes.pkl").write_bytes(b"\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.")
    aliases = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    aliases += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, 12)]
    (hostile / "group-laughs.csg").write_text("\n".join(aliases))
    (hostile / "relion-line.star").write_bytes(b"data_particles\nloop_\n_a\n" + b"x" * (1 << 25))
    (hostile / "par17-line.par").write_bytes(b"1" * (1 << 25))
    path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    environment = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", MEMORY, str(tmp_path)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr[-2000:]


@pytest.mark.parametrize("path", sorted(KEPT.iterdir()), ids=lambda p: p.name)
def test_what_once_broke_a_reader(tmp_path: Path, path: Path) -> None:
    make_seeds(tmp_path)
    kinds = {".pdb": "pdb", ".cif": "cif", ".cistem": "cistem_binary", ".bz2": "map_bz2", ".mrc": "map"}
    kinds |= {".mrcs": "stack", ".cs": "cryosparc", ".pkl": "poses"}
    copied = tmp_path / path.name
    copied.write_bytes(path.read_bytes())
    assert complaint(readers(tmp_path)[kinds[path.suffix]], copied) is None


def test_forty_inputs_of_each_kind() -> None:
    assert fuzz(40, 7) == []


def test_a_map_of_a_transform_or_a_stack_is_no_volume(tmp_path: Path) -> None:
    make_seeds(tmp_path)
    with pytest.raises(FormatError, match="a stack of 4 images, not a map"):
        read_volume(tmp_path / "a.mrcs")


def test_a_stack_that_is_gone_is_named(tmp_path: Path) -> None:
    make_seeds(tmp_path)
    (tmp_path / "a.mrcs").unlink()
    files = Companions(stack=tmp_path / "a.mrcs")
    read = read_particles(tmp_path / "a.par", overrides=OPTICS, companions=files)
    with pytest.raises(FormatError, match=r"a.mrcs: no such stack \(row 1\)"):
        open_stack(read)
