"""The header of MRC and CCP4 files, believed only after it was checked against the file.

The layout is MRC2014 (Cheng et al. 2015, J. Struct. Biol. 192, 146; www.ccpem.ac.uk/mrc_format).
"""

import bz2
import gzip
import zlib
from dataclasses import dataclass
from io import BufferedIOBase
from math import isfinite, prod
from pathlib import Path
from typing import Any, Literal

import numpy as np

from cryo_core.errors import FormatError

HEADER_BYTES = 1024
Triple = tuple[float, float, float]
Axes = tuple[int, int, int]
ByteOrder = Literal["<", ">"]

LAYOUT = np.dtype(
    [
        ("size", "i4", 3),
        ("mode", "i4"),
        ("nstart", "i4", 3),
        ("intervals", "i4", 3),
        ("cell", "f4", 3),
        ("angles", "f4", 3),
        ("axes", "i4", 3),
        ("minimum", "f4"),
        ("maximum", "f4"),
        ("mean", "f4"),
        ("ispg", "i4"),
        ("nsymbt", "i4"),
        ("unused1", "V8"),
        ("exttyp", "S4"),
        ("nversion", "i4"),
        ("unused2", "V40"),
        ("imod_stamp", "i4"),
        ("imod_flags", "i4"),
        ("unused3", "V36"),
        ("origin", "f4", 3),
        ("map", "S4"),
        ("stamp", "u1", 4),
        ("rms", "f4"),
        ("nlabl", "i4"),
        ("labels", "S80", 10),
    ]
)
_MODES = {0: "i1", 1: "i2", 2: "f4", 4: "c8", 6: "u2", 12: "f2"}
_IMOD_STAMP = 1146047817
_STACK_SUFFIXES = (".mrcs", ".st", ".stk", ".ali")
# A deflate stream cannot grow more than 1032-fold (zlib's technical notes).
_GZIP_MAXIMAL_RATIO = 1032


@dataclass(frozen=True)
class MrcHeader:
    """What the header of an MRC file says, once it is believed.

    `shape` is z, y, x, after the axis permutation; `file_shape` is sections, rows, columns as they lie
    in the file; `axes` is mapc, mapr, maps (1 = x). `voxel_angstrom` (x, y, z) is cella / m, 0 where the
    header leaves it unknown. `origin_angstrom` (x, y, z) is where the centre of voxel [0, 0, 0] lies:
    the ORIGIN field (x, y, z by MRC2014, so not permuted) where it is not zero, otherwise nstart, which
    counts along columns, rows and sections, permuted to x, y, z, times the voxel size (and
    `origin_from_nstart` is true). This is ChimeraX's rule; the EMDB's own maps have only nstart.
    Lengths are given to the 7 digits that the header's float32 hold. `kind` is what the header and the name
    suggest; nothing depends on it but the refusal to read a stack as a map.
    """

    path: Path
    shape: Axes
    file_shape: Axes
    mode: int
    dtype: np.dtype[Any]
    voxel_angstrom: Triple
    cell_degrees: Triple
    origin_angstrom: Triple
    origin_from_nstart: bool
    nstart: Axes
    axes: Axes
    ispg: int
    byte_order: ByteOrder
    extended_bytes: int
    kind: Literal["map", "stack"]
    labels: tuple[str, ...]

    @property
    def data_offset(self) -> int:
        """Bytes before the first voxel."""
        return HEADER_BYTES + self.extended_bytes

    @property
    def count(self) -> int:
        """Number of voxels."""
        return prod(self.shape)

    @property
    def data_bytes(self) -> int:
        """Bytes that the voxels take."""
        return self.count * self.dtype.itemsize


def read_header(path: Path) -> MrcHeader:
    """Read and check the header of an MRC or CCP4 file, plain, .gz or .bz2.

    Nothing but the header is read; what it claims is held against the size of the file (for a gzip
    file, against the most that its bytes can inflate to).

    Raises
    ------
    FormatError
        The file is empty, cut short, or a field is not what it can be: the message names the field.
    """
    if not path.is_file():
        raise FormatError(f"{path}: no such file")
    try:
        with open_bytes(path) as handle:
            raw = handle.read(HEADER_BYTES)
    except (EOFError, zlib.error, gzip.BadGzipFile, ValueError) as error:
        raise FormatError(f"{path}: the compressed file is damaged ({error}): fetch it again") from error
    except OSError as error:
        if error.errno is None:  # bz2's complaint about its data has no number
            raise FormatError(f"{path}: the compressed file is damaged ({error}): fetch it again") from error
        raise
    if len(raw) < HEADER_BYTES:
        raise FormatError(f"{path}: {len(raw)} bytes, and an MRC header has {HEADER_BYTES}: fetch it again")
    header = _parse(path, raw)
    _check_size(header)
    return header


def open_bytes(path: Path) -> BufferedIOBase:
    """Open a file for reading, decompressing where its first bytes are those of gzip or bzip2."""
    match _compression(path):
        case "gzip":
            return gzip.GzipFile(path, "rb")
        case "bzip2":
            return bz2.BZ2File(path, "rb")
        case _:
            return path.open("rb")


def is_compressed(path: Path) -> bool:
    """Tell whether the file's first bytes are those of gzip or bzip2."""
    return _compression(path) != "none"


def _compression(path: Path) -> Literal["none", "gzip", "bzip2"]:
    with path.open("rb") as handle:
        magic = handle.read(3)
    if magic == b"\x1f\x8b\x08":
        return "gzip"
    return "bzip2" if magic == b"BZh" else "none"


def _parse(path: Path, raw: bytes) -> MrcHeader:
    order = _byte_order(raw)
    fields = np.frombuffer(raw, LAYOUT.newbyteorder(order))[0]
    columns, rows, sections = (int(n) for n in fields["size"])
    if min(columns, rows, sections) < 1:
        raise FormatError(f"{path}: NX, NY, NZ are {columns}, {rows}, {sections}, and none may be below 1")
    axes = _axes(path, fields)
    dtype = _dtype(path, fields, order)
    extended = int(fields["nsymbt"])
    if extended < 0:
        raise FormatError(f"{path}: NSYMBT (bytes of the extended header) is {extended}")
    file_shape = (sections, rows, columns)
    z, y, x = (file_shape[i] for i in to_zyx(axes))
    voxel = _voxel(path, fields)
    origin = _finite(path, "ORIGIN", fields["origin"])
    nstart: Axes = tuple(int(n) for n in fields["nstart"])  # type: ignore[assignment]
    return MrcHeader(
        path=path,
        shape=(z, y, x),
        file_shape=file_shape,
        mode=int(fields["mode"]),
        dtype=dtype,
        voxel_angstrom=voxel,
        cell_degrees=_angles(path, fields),
        origin_angstrom=origin if any(origin) else _counted_origin(nstart, axes, voxel),
        origin_from_nstart=not any(origin),
        nstart=nstart,
        axes=axes,
        ispg=int(fields["ispg"]),
        byte_order=order,
        extended_bytes=extended,
        kind=_kind(path, fields, voxel),
        labels=_labels(fields),
    )


def _byte_order(raw: bytes) -> ByteOrder:
    """Take the machine stamp's order unless only the other one makes sense (bad stamps exist)."""
    stamped: tuple[ByteOrder, ...] = (">", "<") if raw[212] == 0x11 else ("<", ">")
    return next((order for order in stamped if _is_plausible(raw, order)), stamped[0])


def _is_plausible(raw: bytes, order: ByteOrder) -> bool:
    fields = np.frombuffer(raw, LAYOUT.newbyteorder(order))[0]
    known_mode = int(fields["mode"]) in _MODES
    sane_axes = sorted(int(a) for a in fields["axes"]) in ([1, 2, 3], [0, 0, 0])
    sane_size = all(0 < int(n) < 1 << 24 for n in fields["size"])
    return known_mode and sane_axes and sane_size


def _axes(path: Path, fields: np.void) -> Axes:
    columns, rows, sections = (int(a) for a in fields["axes"])
    if (columns, rows, sections) == (0, 0, 0):
        return 1, 2, 3
    if sorted((columns, rows, sections)) != [1, 2, 3]:
        raise FormatError(
            f"{path}: MAPC, MAPR, MAPS are {columns}, {rows}, {sections}, and must be 1, 2, 3 in some order: "
            "write the file again with the program that made it"
        )
    return columns, rows, sections


def to_zyx(axes: Axes) -> Axes:
    """Give the order in which (sections, rows, columns) become (z, y, x)."""
    return 2 - axes.index(3), 2 - axes.index(2), 2 - axes.index(1)


def _dtype(path: Path, fields: np.void, order: ByteOrder) -> np.dtype[Any]:
    """Give the type of a voxel; bytes are signed (MRC2014) unless IMOD's flag says otherwise.

    IMOD marks its files with a stamp, and signed bytes with bit 0 of its flags
    (bio3d.colorado.edu/imod/doc/mrc_format.txt).
    """
    mode = int(fields["mode"])
    if mode not in _MODES:
        raise FormatError(f"{path}: MODE is {mode}; modes {', '.join(map(str, _MODES))} are read: convert it")
    if mode == 0 and int(fields["imod_stamp"]) == _IMOD_STAMP and not int(fields["imod_flags"]) & 1:
        return np.dtype("u1")
    return np.dtype(_MODES[mode]).newbyteorder(order)


def _finite(path: Path, name: str, values: np.ndarray) -> Triple:
    a, b, c = (_seven_digits(float(v)) for v in values)
    if not (isfinite(a) and isfinite(b) and isfinite(c)):
        raise FormatError(f"{path}: {name} is {a}, {b}, {c}, and must be finite: correct the header")
    return a, b, c


def _seven_digits(value: float) -> float:
    return float(f"{value:.7g}")


def _voxel(path: Path, fields: np.void) -> Triple:
    cell = _finite(path, "CELLA", fields["cell"])
    if min(cell) < 0:
        raise FormatError(f"{path}: CELLA is {cell}, and no edge may be below 0: correct the header")
    x, y, z = (
        _seven_digits(edge / int(m)) if int(m) > 0 else 0.0
        for edge, m in zip(cell, fields["intervals"], strict=True)
    )
    return x, y, z


def _angles(path: Path, fields: np.void) -> Triple:
    angles = _finite(path, "CELLB", fields["angles"])
    return (90.0, 90.0, 90.0) if angles == (0.0, 0.0, 0.0) else angles


def _counted_origin(nstart: Axes, axes: Axes, voxel: Triple) -> Triple:
    x, y, z = (nstart[axes.index(i + 1)] * voxel[i] for i in range(3))
    return x, y, z


def _kind(path: Path, fields: np.void, voxel: Triple) -> Literal["map", "stack"]:
    columns, rows, sections = (int(n) for n in fields["size"])
    named = any(suffix in _STACK_SUFFIXES for suffix in path.suffixes[-2:])
    marked = bytes(fields["map"]).startswith(b"STK") or sections == 1
    flat = int(fields["ispg"]) == 0 and int(fields["intervals"][2]) == 1
    images = columns == rows != sections and (int(fields["ispg"]) == 0 or min(voxel) == 0)
    return "stack" if named or marked or flat or images else "map"


def _labels(fields: np.void) -> tuple[str, ...]:
    count = min(max(int(fields["nlabl"]), 0), 10)
    texts = (bytes(label).decode("latin-1").strip("\0 ") for label in fields["labels"][:count])
    return tuple(text for text in texts if text)


def _check_size(header: MrcHeader) -> None:
    claimed = header.data_offset + header.data_bytes
    size = header.path.stat().st_size
    shape = " x ".join(str(n) for n in reversed(header.file_shape))
    compression = _compression(header.path)
    if compression == "bzip2":
        return  # no bound on its growth: a short file shows when it is read, and takes no memory before
    most = size * (_GZIP_MAXIMAL_RATIO if compression == "gzip" else 1)
    if claimed > most:
        raise FormatError(
            f"{header.path}: NX, NY, NZ, MODE, NSYMBT claim {shape} voxels of {header.dtype.itemsize} bytes "
            f"({claimed} bytes), and the file has {size}: it was cut short or its header is damaged; "
            "fetch it again"
        )


def blank_header(shape: Axes, voxel_angstrom: float, mode: int) -> np.ndarray:
    """Make a little-endian MRC2014 header of a grid (z, y, x), all fields set but the statistics."""
    fields = np.zeros((), LAYOUT.newbyteorder("<"))
    size = shape[::-1]
    fields["size"], fields["intervals"], fields["mode"] = size, size, mode
    fields["cell"] = [n * voxel_angstrom for n in size]
    fields["angles"], fields["axes"] = 90.0, (1, 2, 3)
    fields["ispg"], fields["nversion"] = 1, 20141
    fields["map"], fields["stamp"] = b"MAP ", (0x44, 0x44, 0, 0)
    label = b"Written by cryo_core"
    fields["nlabl"], fields["labels"][0] = 1, label.ljust(80)
    return fields
