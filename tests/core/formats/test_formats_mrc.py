"""MRC maps and stacks: real files with known values, hostile ones, and what mrcfile thinks of ours."""

import bz2
import dataclasses
import errno
import gzip
import hashlib
import multiprocessing
import resource
import struct
from pathlib import Path

import mrcfile
import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cryo_core.data import Volume
from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.mrc import read_statistics, read_volume, write_volume
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.mrc_stack import MrcStack, StackWriter


def volume(shape: tuple[int, int, int] = (5, 6, 7), seed: int = 0) -> Volume:
    density = torch.randn(shape, generator=torch.Generator().manual_seed(seed))
    return Volume(density, 1.35, (10.5, -3.25, 7.0))


def patched(tmp_path: Path, name: str = "map.mrc", **fields: object) -> Path:
    """Write a good map and overwrite header words: offset -> struct format and values."""
    path = tmp_path / name
    write_volume(path, volume())
    raw = bytearray(path.read_bytes())
    for offset, (code, *values) in fields.items():  # type: ignore[misc]
        struct.pack_into("<" + code, raw, int(offset.removeprefix("at")), *values)
    path.write_bytes(raw)
    return path


# name: shape z y x, voxel x y z, origin x y z, (min, mean, sd), why read_volume refuses (or None)
REAL = {
    "maps/emd_5778_chainA.mrc": (
        (104, 70, 92),
        (1.2156,) * 3,
        (-79.014, -58.3488, -58.3488),
        (-13.65, 0.392, 1.996),
        None,
    ),
    "maps/emd_3186.map": ((100, 100, 100), (1.35,) * 3, (0, 0, 0), (-0.02066, 0.002928, 0.005618), None),
    "maps/5fj6_molmap_7A.mrc": (
        (81, 79, 90),
        (1.0,) * 3,
        (28.66, 36.596, 30.531),
        (0, 0.06043, 0.1354),
        None,
    ),
    "maps/emd_2566_chain9.mrc": (
        (47, 52, 35),
        (1.34,) * 3,
        (356.44, 155.44, 159.46),
        (-0.3864, 0.01442, 0.07534),
        None,
    ),
    "halfmaps/clpb_half1.mrc": ((64, 64, 64), (4.0,) * 3, (0, 0, 0), (-3.05, 0.019, 0.5408), None),
    "formats/emd_3001.map": (
        (73, 25, 43),
        (0.44825, 0.3925, 0.45875),
        (-9.41325, -4.71, 0),
        (-0.3681, 0.000533, 0.1571),
        "CELLB",
    ),
    "formats/emd_3001.map.bz2": (
        (73, 25, 43),
        (0.44825, 0.3925, 0.45875),
        (-9.41325, -4.71, 0),
        (-0.3681, 0.000533, 0.1571),
        "CELLB",
    ),
    "formats/emd_3197.map.gz": ((20, 20, 20), (11.4,) * 3, (-22.8, 0, 0), (-4.134, 0.7836, 2.4), None),
    "formats/3pqr_mode0.ccp4": (
        (59, 69, 100),
        (0.95853, 0.95853, 0.91553),
        (-93.936, -41.217, 11.902),
        (-128, -36.39, 25.52),
        "CELLB",
    ),
    "formats/non_zero_origin_map.ccp4": (
        (32, 40, 30),
        (0.747035, 0.723075, 0.73744),
        (74.7035, 72.3075, 73.744),
        (0, 0.01271, 0.05228),
        "only cubic",
    ),
    "formats/h2o_elf_nstart_and_origin.mrc": (
        (40, 40, 40),
        (0.15,) * 3,
        (1.2, 3.4, 5.6),
        (-0.01508, 0.06915, 0.172),
        None,
    ),
    "formats/emd_1832.map": (
        (64, 64, 64),
        (5.7,) * 3,
        (-182.4,) * 3,
        (-0.1594, -0.002454, 0.155),
        None,
    ),
    "formats/bioem_two_real_particles_STK.mrc": (
        (2, 220, 220),
        (0.00024414,) * 3,
        (0.40308, 0.35913, 0),
        (48480, 58850, 2507),
        "stack of 2 images",
    ),
    "particles/empiar_10076_7.mrc": (
        (7, 320, 320),
        (0.0,) * 3,
        (0, 0, 0),
        (-4.35, -0.003434, 1.005),
        "stack of 7 images",
    ),
    "particles/relion31.mrcs": ((5, 256, 256), (1.0,) * 3, (0, 0, 0), (-4.383, 0.01077, 1.013), "stack"),
    "particles/toymodel_small_nocenter.mrc": (
        (30, 30, 30),
        (1.0,) * 3,
        (0, 0, 0),
        (0, 0.006667, 0.08138),
        None,
    ),
}


@pytest.mark.realdata
@pytest.mark.parametrize("name", REAL)
def test_real_files_are_read_as_data_md_says(shared_data: Path, name: str) -> None:
    shape, voxel, origin, (minimum, mean, deviation), refused = REAL[name]
    header = read_header(shared_data / name)
    assert header.shape == shape
    assert header.voxel_angstrom == pytest.approx(voxel, rel=1e-3)
    assert header.origin_angstrom == pytest.approx(origin, abs=1e-3)
    statistics = read_statistics(shared_data / name)
    assert (statistics.minimum, statistics.mean, statistics.deviation) == pytest.approx(
        (minimum, mean, deviation), rel=6e-4, abs=1e-6
    )
    if refused:
        with pytest.raises(FormatError, match=refused):
            read_volume(shared_data / name)
        return
    read = read_volume(shared_data / name)
    assert tuple(read.density.shape) == shape
    assert read.density.dtype == torch.float32
    assert read.voxel_angstrom == pytest.approx(voxel[0], rel=1e-6)
    assert float(read.density.double().mean()) == pytest.approx(mean, rel=6e-4)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "field"),
    [("formats/invalid_axes.mrc", "MAPC"), ("formats/corrupt_header_truncated.map", "301 x 401 x 71")],
)
def test_real_broken_files_are_refused(shared_data: Path, name: str, field: str) -> None:
    with pytest.raises(FormatError, match=field) as caught:
        read_header(shared_data / name)
    assert str(caught.value).startswith(str(shared_data / name))


@pytest.mark.realdata
def test_compressed_and_permuted_maps_agree_with_the_plain_ones(shared_data: Path) -> None:
    plain = read_statistics(shared_data / "formats/emd_3001.map")
    assert plain == read_statistics(shared_data / "formats/emd_3001.map.bz2")
    ours = read_volume(shared_data / "formats/h2o_elf_nstart_and_origin.mrc").density.numpy()
    raw = (shared_data / "formats/h2o_elf_nstart_and_origin.mrc").read_bytes()[1024:]
    stored = np.frombuffer(raw, "<f4").reshape(40, 40, 40)  # mapc, mapr, maps = 2, 1, 3
    assert np.array_equal(ours, stored.transpose(0, 2, 1))


@pytest.mark.parametrize("mode", [2, 12])
def test_round_trip_and_mrcfile_finds_nothing_to_say(
    tmp_path: Path, mode: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.mrc"
    given_volume = volume()
    write_volume(path, given_volume, mode)  # type: ignore[arg-type]
    assert mrcfile.validate(path), capsys.readouterr().out
    read = read_volume(path)
    read.require_same_grid(given_volume)
    assert read.origin_angstrom == given_volume.origin_angstrom
    assert torch.allclose(read.density, given_volume.density, atol=0 if mode == 2 else 2e-3)
    first = path.read_bytes()
    write_volume(path, given_volume, mode)  # type: ignore[arg-type]
    assert path.read_bytes() == first
    with mrcfile.open(path) as theirs:
        assert theirs.voxel_size.x == pytest.approx(1.35)
        assert theirs.is_volume()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    order=st.sampled_from("<>"),
    mode=st.sampled_from([0, 1, 2, 6, 12]),
    axes=st.permutations([1, 2, 3]),
    bad_stamp=st.booleans(),
    blank=st.booleans(),
    extended=st.sampled_from([0, 80]),
    packed=st.sampled_from(["", ".gz", ".bz2"]),
)
def test_every_form_gives_the_same_map(
    tmp_path: Path,
    order: str,
    mode: int,
    axes: list[int],
    bad_stamp: bool,
    blank: bool,
    extended: int,
    packed: str,
) -> None:
    """Orders, modes, axes, stamps and packings: one map z y x with one origin comes out of all."""
    truth = np.arange(3 * 4 * 5).reshape(3, 4, 5).astype(np.float32)  # z y x
    place = [3 - axes[2], 3 - axes[1], 3 - axes[0]]  # which of z y x runs along sections, rows, columns
    stored = truth.transpose(place).astype({0: "i1", 1: "i2", 2: "f4", 6: "u2", 12: "f2"}[mode])
    raw = bytearray(1024)
    integer, real = order + "i", order + "f"
    for word, value in enumerate((*stored.shape[::-1], mode)):
        struct.pack_into(integer, raw, 4 * word, value)
    for i, axis in enumerate(axes):
        struct.pack_into(integer, raw, 16 + 4 * i, 10 * axis)  # nstart along columns, rows, sections
        struct.pack_into(integer, raw, 28 + 4 * i, 20)
        struct.pack_into(real, raw, 40 + 4 * i, 30.0)
        struct.pack_into(real, raw, 52 + 4 * i, 90.0)
        struct.pack_into(integer, raw, 64 + 4 * i, axis)
    struct.pack_into(integer, raw, 88, 1)
    struct.pack_into(integer, raw, 92, extended)
    raw[208:212] = b"\0\0\0\0" if blank else b"MAP "
    raw[212:214] = (
        (b"\x11\x11" if order == "<" else b"DD") if bad_stamp else (b"DD" if order == "<" else b"\x11\x11")
    )
    data = bytes(raw) + bytes(extended) + stored.astype(stored.dtype.newbyteorder(order)).tobytes()
    path = tmp_path / f"form.map{packed}"
    path.write_bytes({"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress}[packed](data))
    read = read_volume(path)
    assert np.array_equal(read.density.numpy(), truth)
    assert read.voxel_angstrom == 1.5
    assert read.origin_angstrom == (15.0, 30.0, 45.0)


def test_unsigned_bytes_of_imod(tmp_path: Path) -> None:
    path = patched(tmp_path, at12=("i", 0), at152=("2i", 1146047817, 0))
    path.write_bytes(path.read_bytes()[:1024] + bytes([200] * 210))
    assert read_statistics(path).maximum == 200
    path = patched(tmp_path, at12=("i", 0), at152=("2i", 1146047817, 1))
    assert read_header(path).dtype == np.int8


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"at0": ("i", -5)}, "NX, NY, NZ"),
        ({"at0": ("3i", 10_000, 10_000, 10_000)}, "claim 10000 x 10000 x 10000"),
        ({"at12": ("i", 3)}, "MODE is 3"),
        ({"at92": ("i", -1)}, "NSYMBT"),
        ({"at92": ("i", 1 << 30)}, "NSYMBT"),
        ({"at64": ("3i", 1, 1, 3)}, "MAPC"),
        ({"at40": ("f", float("nan"))}, "CELLA"),
        ({"at44": ("f", float("inf"))}, "CELLA"),
        ({"at40": ("f", -3.0)}, "CELLA"),
        ({"at196": ("f", float("nan"))}, "ORIGIN"),
        ({"at52": ("f", 80.0)}, "CELLB"),
        ({"at40": ("f", 9.0)}, "only cubic"),
        ({"at40": ("3f", 0.0, 0.0, 0.0)}, "--voxel-size"),
        ({"at28": ("3i", 0, 0, 0)}, "--voxel-size"),
        ({"at1100": ("f", float("nan"))}, "1 of 210 values are NaN"),
        ({"at1100": ("f", float("-inf"))}, "1 of 210 values are NaN"),
    ],
)
def test_hostile_fields_are_named(tmp_path: Path, fields: dict[str, object], message: str) -> None:
    path = patched(tmp_path, **fields)
    with pytest.raises(FormatError, match=message) as caught:
        read_volume(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("size", [0, 1, 1023, 1024, 1500])
def test_short_files_are_refused(tmp_path: Path, size: int) -> None:
    path = patched(tmp_path)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(FormatError, match="bytes" if size else "the file is empty"):
        read_volume(path)
    with pytest.raises(FormatError, match="no such file"):
        read_volume(tmp_path / "absent.mrc")


def test_transforms_are_described_but_are_no_maps(tmp_path: Path) -> None:
    path = patched(tmp_path, at12=("i", 4))
    values = np.tile(np.array([3 + 4j, -6 + 8j], "<c8"), 105)
    path.write_bytes(path.read_bytes()[:1024] + values.tobytes())
    assert read_header(path).mode == 4
    assert read_header(path).dtype == np.complex64
    statistics = read_statistics(path)
    assert (statistics.minimum, statistics.maximum, statistics.mean, statistics.deviation) == (
        5.0,
        10.0,
        7.5,
        2.5,
    )
    with pytest.raises(
        FormatError, match="MODE is 4 .complex.: this is a transform, not a map; write the map"
    ):
        read_volume(path)


def test_given_voxel_size_wins_and_moves_counted_origins(tmp_path: Path) -> None:
    assert read_volume(patched(tmp_path), voxel_angstrom=2.0).voxel_angstrom == 2.0
    counted = patched(tmp_path, at196=("3f", 0, 0, 0), at16=("3i", 1, 2, -3))
    assert read_volume(counted).origin_angstrom == pytest.approx((1.35, 2.7, -4.05))
    assert read_volume(counted, voxel_angstrom=2.0).origin_angstrom == (2.0, 4.0, -6.0)
    with pytest.raises(FormatError, match="positive"):
        read_volume(counted, voxel_angstrom=0.0)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_bombs_and_damaged_archives(tmp_path: Path, pack: object) -> None:
    """An archive that holds more than its header claims is read as far as that; one with less is refused."""
    good = patched(tmp_path).read_bytes()
    path = tmp_path / "bomb.mrc.gz"
    path.write_bytes(pack(good + bytes(300_000_000)))  # type: ignore[operator]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert read_volume(path).density.shape == (5, 6, 7)
    assert read_statistics(path).not_finite == 0
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB
    huge = bytearray(good)
    struct.pack_into("<3i", huge, 0, 10_000, 10_000, 10_000)
    path.write_bytes(pack(bytes(huge)))  # type: ignore[operator]
    with pytest.raises(FormatError):
        read_volume(path)
    packed = pack(good)  # type: ignore[operator]
    for cut in (5, len(packed) // 2, len(packed) - 9):
        path.write_bytes(packed[:cut])
        with pytest.raises(FormatError):
            read_volume(path)
    path.write_bytes(packed[: len(packed) // 2] + b"garbage" * 20)
    with pytest.raises(FormatError):
        read_volume(path)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
@given(at=st.integers(0, 255), word=st.binary(min_size=4, max_size=4))
def test_any_header_word_is_read_or_refused(tmp_path: Path, at: int, word: bytes) -> None:
    path = tmp_path / "fuzz.mrc"
    write_volume(path, volume())
    raw = bytearray(path.read_bytes())
    raw[4 * at : 4 * at + 4] = word
    path.write_bytes(raw)
    try:
        assert read_volume(path).density.numel() <= 210
    except FormatError as error:
        assert str(error).startswith(str(path))


def test_written_bytes_stay_what_they_were(tmp_path: Path) -> None:
    """Digests of what was written before mrcfile made the headers: a new mrcfile must not change results."""
    density = torch.arange(210.0).reshape(5, 6, 7) / 8
    grid = Volume(density, 1.35, (10.5, -3.25, 7.0))
    write_volume(tmp_path / "2.mrc", grid)
    write_volume(tmp_path / "12.mrc", grid, 12, "A label")
    with StackWriter(tmp_path / "s.mrcs", 6, 2.5) as writer:
        writer.append(density[:3, :, :6])
        writer.append(density[3:, :, :6])
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in tmp_path.iterdir()}
    assert digests == {
        "2.mrc": "55fbab8a3477124d",
        "12.mrc": "f2990a9185f2c9b7",
        "s.mrcs": "0c55c73c91d4c350",
    }


def test_writing_refuses_what_no_one_could_read(tmp_path: Path) -> None:
    good = volume()
    bad = good.with_density(torch.full((5, 6, 7), torch.nan))
    for broken in (bad, dataclasses.replace(good, voxel_angstrom=0.0)):
        with pytest.raises(FormatError):
            write_volume(tmp_path / "bad.mrc", broken)
    with pytest.raises(FormatError, match="float16"):
        write_volume(tmp_path / "bad.mrc", good.with_density(good.density * 1e6), 12)
    assert not (tmp_path / "bad.mrc").exists()


def test_full_disk_is_an_os_error() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011
        write_volume(Path("/dev/full"), volume((40, 40, 40)))
    assert caught.value.errno == errno.ENOSPC


def stacks(
    tmp_path: Path, counts: tuple[int, ...] = (4, 3), box: int = 6
) -> tuple[tuple[Path, ...], torch.Tensor]:
    images = torch.randn(sum(counts), box, box, generator=torch.Generator().manual_seed(1))
    paths = []
    for i, part in enumerate(images.split(list(counts))):
        paths.append(tmp_path / f"s{i}.mrcs")
        with StackWriter(paths[-1], box, 2.5) as writer:
            for piece in part.split(2):
                writer.append(piece)
            assert writer.count == len(part)
    return tuple(paths), images


def test_stack_round_trip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths, images = stacks(tmp_path)
    for path in paths:
        assert mrcfile.validate(path), capsys.readouterr().out
        with mrcfile.open(path) as theirs:
            assert theirs.is_image_stack()
            assert theirs.voxel_size.x == pytest.approx(2.5)
    which = np.array([0, 0, 0, 0, 1, 1, 1])
    number = np.array([0, 1, 2, 3, 0, 1, 2])
    with_all = MrcStack(paths, which, number, 2.5)
    assert (len(with_all), with_all.box, with_all.pixel_angstrom) == (7, 6, 2.5)
    for index in ([0, 1, 2, 3, 4, 5, 6], [6, 0, 3, 2, 2, 5], [], [4]):
        assert torch.equal(with_all.read(np.array(index, np.int64)), images[index])
    assert torch.equal(MrcStack(paths, which, number, 2.5, "dark").read(np.arange(7)), -images)
    with pytest.raises(SettingsError):
        with_all.read(np.array([7]))
    assert torch.equal(with_all.read(np.array([5])), images[[5]])


def read_in_child(stack: MrcStack) -> torch.Tensor:
    return stack.read(np.array([6, 1])).clone()


def test_stack_goes_to_another_process(tmp_path: Path) -> None:
    paths, images = stacks(tmp_path)
    stack = MrcStack(paths, np.repeat([0, 1], [4, 3]), np.array([0, 1, 2, 3, 0, 1, 2]), 2.5)
    stack.read(np.array([0]))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert torch.equal(pool.apply(read_in_child, (stack,)), images[[6, 1]])


def test_many_stacks_keep_few_files_open(tmp_path: Path) -> None:
    paths, images = stacks(tmp_path, (1,) * 150)
    stack = MrcStack(paths, np.arange(150), np.zeros(150, np.int64), 2.5)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(2):
        assert torch.equal(stack.read(np.arange(150)), images)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 64
    del stack
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_stack_refusals(tmp_path: Path) -> None:
    paths, images = stacks(tmp_path)
    one = np.array([0])
    with pytest.raises(FormatError, match=r"s1.mrcs: row 2 names image 4, and the stack has 3 images"):
        MrcStack(paths, np.array([0, 1]), np.array([3, 3]), 2.5)
    with pytest.raises(FormatError, match="row 1 names image 0"):
        MrcStack(paths, one, np.array([-1]), 2.5)
    with StackWriter(tmp_path / "other.mrcs", 8, 2.5) as writer:
        writer.append(torch.zeros(1, 8, 8))
    with pytest.raises(FormatError, match="split the set by box size"):
        MrcStack((paths[0], tmp_path / "other.mrcs"), np.array([0, 1]), np.array([0, 0]), 2.5)
    write_volume(tmp_path / "oblong.mrc", volume())
    with pytest.raises(FormatError, match="square"):
        MrcStack((tmp_path / "oblong.mrc",), one, one, 2.5)
    raw = bytearray(paths[0].read_bytes())
    struct.pack_into("<f", raw, 1024 + 4 * 40, float("nan"))
    paths[0].write_bytes(raw)
    with pytest.raises(FormatError, match=r"s0.mrcs: image 2 \(row 3\) .*NaN"):
        MrcStack(paths, np.array([1, 0, 0]), np.array([0, 0, 1]), 2.5).read(np.arange(3))
    (tmp_path / "packed.mrcs").write_bytes(gzip.compress(paths[1].read_bytes()))
    with pytest.raises(FormatError, match="decompress"):
        MrcStack((tmp_path / "packed.mrcs",), one, one, 2.5)
    stack = MrcStack(paths, np.array([1, 1]), np.array([0, 2]), 2.5)
    paths[1].write_bytes(paths[1].read_bytes()[:1100])
    with pytest.raises(FormatError, match="cut short since"):
        stack.read(np.array([1]))


@pytest.mark.parametrize("mode", [0, 1, 6, 12])
def test_stacks_of_other_modes(tmp_path: Path, mode: int) -> None:
    data = np.arange(18).reshape(2, 3, 3).astype({0: "i1", 1: "i2", 6: "u2", 12: "f2"}[mode])
    with mrcfile.new(tmp_path / "s.mrcs", data) as theirs:
        theirs.set_image_stack()
    stack = MrcStack((tmp_path / "s.mrcs",), np.array([0, 0]), np.array([1, 0]), 1.0)
    assert torch.equal(stack.read(np.arange(2)), torch.from_numpy(data[::-1].astype(np.float32)))


def test_unfinished_stacks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.mrcs"
    with pytest.raises(RuntimeError), StackWriter(path, 4, 1.0) as writer:
        writer.append(torch.zeros(2, 4, 4))
        raise RuntimeError
    with pytest.raises(FormatError, match="NZ"):
        read_header(path)
    with pytest.raises(FormatError, match="no image"), StackWriter(path, 4, 1.0):
        pass
    with pytest.raises(SettingsError):
        writer.append(torch.zeros(2, 4, 4))
    with StackWriter(path, 4, 1.0) as writer:
        with pytest.raises(FormatError, match="stack of 4"):
            writer.append(torch.zeros(1, 5, 5))
        with pytest.raises(FormatError, match="NaN"):
            writer.append(torch.full((1, 4, 4), torch.inf))
        writer.append(torch.ones(1, 4, 4))
    assert read_header(path).shape == (1, 4, 4)
