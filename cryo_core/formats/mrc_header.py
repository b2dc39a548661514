"""The header of MRC and CCP4 files: mrcfile's layout, believed only after it was checked against the file.

The layout is MRC2014 (Cheng et al. 2015, J. Struct. Biol. 192, 146; www.ccpem.ac.uk/mrc_format). mrcfile knows
it, its modes and labels, and makes new headers. Its readers are not used on files from outside: they take the
memory that a header claims before they look at the file, believe the machine stamp, and warn where this raises.
"""

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from math import isfinite, prod
from pathlib import Path
from typing import Literal

import numpy as np
from mrcfile.dtypes import HEADER_DTYPE
from mrcfile.utils import dtype_from_mode, printable_string_from_bytes

from cryo_core.errors import FormatError
from cryo_core.formats.files import require_file

Axes = tuple[int, int, int]

_AXES = ["mapc", "mapr", "maps"]
_MODES = (0, 1, 2, 4, 6, 12)
_IMOD_STAMP = 1146047817
_STACK_SUFFIXES = (".mrcs", ".st", ".stk", ".ali")
_GZIP_MAXIMAL_RATIO = 1032  # a deflate stream cannot grow more (zlib's technical notes)


class MrcHeader:
    """The fields of an MRC header of 1024 bytes; FormatError names a field that has an impossible value.

    `shape` is z, y, x, after the axis permutation; `file_shape` is sections, rows, columns as they lie in the
    file; `axes` is mapc, mapr, maps (1 = x). `voxel_angstrom` (x, y, z) is cella / m, 0 where the header leaves
    it unknown. `origin_angstrom` (x, y, z) is where the centre of voxel [0, 0, 0] lies: the ORIGIN field (x, y, z
    by MRC2014, so not permuted) where it is not zero, otherwise nstart, which counts along columns, rows and
    sections, permuted to x, y, z, times the voxel size (and `origin_from_nstart` is true). This is ChimeraX's
    rule; the EMDB's own maps have only nstart. Lengths have the 7 digits that the header's float32 hold. `kind`
    is what the header and the name suggest; nothing depends on it but the refusal to read a stack as a map.
    """

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path, self.byte_order = path, _byte_order(raw)
        fields = np.frombuffer(raw, HEADER_DTYPE.newbyteorder(self.byte_order))[0]
        self.mode, self.ispg, extended = int(fields["mode"]), int(fields["ispg"]), int(fields["nsymbt"])
        self.file_shape: Axes = fields[["nz", "ny", "nx"]].item()
        if min(self.file_shape) < 1:
            raise FormatError(
                f"{path}: NX, NY, NZ are {str(self.file_shape[::-1])[1:-1]}, and none may be below 1"
            )
        self.axes: Axes = fields[_AXES].item() if any(fields[_AXES].item()) else (1, 2, 3)
        if sorted(self.axes) != [1, 2, 3]:
            raise FormatError(
                f"{path}: MAPC, MAPR, MAPS are {str(self.axes)[1:-1]}, no order of 1, 2, 3: this is no MRC file, or "
                "a damaged one"
            )
        if self.mode not in _MODES:
            raise FormatError(f"{path}: MODE is {self.mode}; modes {str(_MODES)[1:-1]} are read: convert it")
        if extended < 0:
            raise FormatError(f"{path}: NSYMBT (bytes of the extended header) is {extended}")
        self.dtype = dtype_from_mode(self.mode).newbyteorder(self.byte_order)
        stamp, flags = np.frombuffer(fields["extra2"].tobytes(), f"{self.byte_order}i4")[10:12]
        stamped = stamp == _IMOD_STAMP and not flags & 1  # bio3d.colorado.edu/imod/doc/mrc_format.txt
        above = stamp != _IMOD_STAMP and fields["dmin"] >= 0 and fields["dmax"] > 127  # no signed byte is
        if self.mode == 0 and (stamped or above):
            self.dtype = np.dtype("u1")
        self.to_zyx = i, j, k = tuple(2 - self.axes.index(axis) for axis in (3, 2, 1))
        self.shape = self.file_shape[i], self.file_shape[j], self.file_shape[k]
        self.data_offset = HEADER_DTYPE.itemsize + extended
        self.data_bytes = prod(self.shape) * self.dtype.itemsize
        cell, angles = _finite(path, "CELLA", fields["cella"]), _finite(path, "CELLB", fields["cellb"])
        if min(cell) < 0:
            raise FormatError(f"{path}: CELLA is {cell}, and no edge may be below 0: correct the header")
        self.cell_degrees = angles if any(angles) else (90.0, 90.0, 90.0)
        edges = zip(cell, fields[["mx", "my", "mz"]].item(), strict=True)
        self.voxel_angstrom = x, y, z = tuple(float(f"{edge / m:.7g}") if m > 0 else 0.0 for edge, m in edges)
        starts = fields[["nxstart", "nystart", "nzstart"]].item()
        self.nstart = i, j, k = tuple(starts[self.axes.index(axis)] for axis in (1, 2, 3))
        origin = _finite(path, "ORIGIN", fields["origin"])
        self.origin_from_nstart = not any(origin)
        self.origin_angstrom = origin if any(origin) else (i * x, j * y, k * z)
        labels = map(printable_string_from_bytes, fields["label"][: max(int(fields["nlabl"]), 0)])
        self.labels = tuple(label.strip() for label in labels if label.strip())
        sections, rows, columns = self.file_shape
        stack = any(suffix in _STACK_SUFFIXES for suffix in path.suffixes[-2:])
        stack |= bytes(fields["map"]).startswith(b"STK") or sections == 1
        whole = fields["mz"] == sections > 1 and min(x, y, z) > 0  # the cell is the file's: a map
        stack |= self.ispg == 0 and (fields["mz"] == 1 or columns == rows != sections) and not whole
        stack |= min(x, y, z) == 0 and columns == rows != sections
        self.volumes = self._volumes(sections, int(fields["mz"]))
        self.kind: Literal["map", "stack"] = "stack" if stack else "map"

    def _volumes(self, sections: int, depth: int) -> int:
        """How many volumes lie behind each other: NZ over MZ where the space group, 401 to 630, says there are some."""
        stacked = 401 <= self.ispg <= 630 and 0 < depth < sections and sections % depth == 0
        return sections // depth if stacked else 1


def _finite(path: Path, name: str, values: np.void) -> tuple[float, float, float]:
    a, b, c = (float(f"{value:.7g}") for value in values.item())
    if not (isfinite(a) and isfinite(b) and isfinite(c)):
        raise FormatError(f"{path}: {name} is {a}, {b}, {c}, and must be finite: correct the header")
    return a, b, c


def _byte_order(raw: bytes) -> Literal["<", ">"]:
    """Byte order of the machine stamp, unless only the other one makes sense (bad stamps exist)."""
    stamped: tuple[Literal["<", ">"], ...] = (">", "<") if raw[212] == 0x11 else ("<", ">")
    for order in stamped:
        fields = np.frombuffer(raw, HEADER_DTYPE.newbyteorder(order))[0]
        sane_size = all(0 < n < 1 << 24 for n in fields[["nx", "ny", "nz"]].item())
        if sane_size and fields["mode"] in _MODES and sorted(fields[_AXES].item()) in ([1, 2, 3], [0, 0, 0]):
            return order
    return stamped[0]


def read_header(path: Path) -> MrcHeader:
    """Read and check the header of an MRC or CCP4 file, plain, .gz or .bz2.

    Nothing but the header is read; what it claims is compared with the size of the file (for a gzip file, with the
    most that its bytes can inflate to). FormatError if the file is empty or cut short, or a field is impossible.
    """
    require_file(path)
    with opened(path) as handle:
        raw = handle.read(HEADER_DTYPE.itemsize)
    if len(raw) < HEADER_DTYPE.itemsize:
        raise FormatError(f"{path}: {len(raw)} bytes, less than an MRC header: fetch it again")
    header, size = MrcHeader(path, raw), path.stat().st_size
    claimed = header.data_offset + header.data_bytes
    # bzip2 grows without a bound: a short file shows when it is read, and takes no memory before.
    if claimed > {"none": size, "gzip": size * _GZIP_MAXIMAL_RATIO, "bzip2": claimed}[compression(path)]:
        shape = " x ".join(str(n) for n in reversed(header.file_shape))
        raise FormatError(
            f"{path}: NX, NY, NZ, MODE, NSYMBT claim {shape} voxels of {header.dtype.itemsize} bytes ({claimed} "
            f"bytes), and the file has {size}: it was cut short or its header is damaged; fetch it again"
        )
    return header


@contextmanager
def opened(path: Path, offset: int = 0) -> Iterator[BufferedIOBase]:
    """Open a file at a byte of its decompressed contents; damage of the compression becomes a FormatError."""
    try:
        openers: dict[str, Callable] = {"none": open, "gzip": gzip.open, "bzip2": bz2.open}
        with openers[compression(path)](path, "rb") as handle:
            handle.seek(offset)
            yield handle
    except (EOFError, zlib.error, OSError, ValueError) as error:
        if getattr(error, "errno", None) is not None:  # the disk's complaint, and not the decompressor's
            raise
        raise FormatError(f"{path}: the compressed file is damaged ({error}): fetch it again") from error


def compression(path: Path) -> Literal["none", "gzip", "bzip2"]:
    """Compression of a file, by its first bytes."""
    with path.open("rb") as handle:
        magic = handle.read(3)
    return "gzip" if magic == b"\x1f\x8b\x08" else "bzip2" if magic == b"BZh" else "none"


def require_real(header: MrcHeader) -> None:
    """Raise FormatError for complex values (mode 4)."""
    if header.mode == 4:
        raise FormatError(
            f"{header.path}: MODE is 4 (complex): this is a transform, not a map; write the map"
        )
