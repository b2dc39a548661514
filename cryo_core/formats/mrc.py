"""MRC and CCP4 maps, read whole and written; image stacks, read and written batch by batch.

Nothing is memory-mapped: a map that fails to be read or written because of a full disk or a lost
network drive is then an OSError, where a mapped file would kill the process without a word.
"""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from jaxtyping import Complex
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import FormatError
from cryo_core.formats.mrc_header import MrcHeader, blank_header, open_bytes, read_header, to_zyx
from cryo_core.formats.mrc_stack import MrcStack, StackWriter
from cryo_core.formats.mrc_values import (
    Moments,
    Statistics,
    given_voxel,
    require_finite,
    require_real,
    set_statistics,
)

__all__ = [
    "MrcHeader",
    "MrcStack",
    "StackWriter",
    "Statistics",
    "read_header",
    "read_statistics",
    "read_transform",
    "read_volume",
    "write_volume",
]

_CHUNK_BYTES = 1 << 24
_MAXIMAL_MAP_VOXELS = 2048**3


def read_volume(path: Path, voxel_angstrom: float | None = None) -> Volume:
    """Read a map as float32, its axes brought into the order z, y, x.

    Parameters
    ----------
    path
        A .mrc, .map or .ccp4 file, plain, .gz or .bz2; modes 0, 1, 2, 6 and 12, either byte order.
    voxel_angstrom
        Edge of the cubic voxels, for a header that does not give it; it wins over the header's.

    Returns
    -------
    Volume
        With the header's origin (`MrcHeader` says by which rule), in Å.

    Raises
    ------
    FormatError
        The file is damaged, an image stack, or complex; a value is not finite; the voxel size is
        unknown, or its axes differ by more than 0.1 %; the cell is not orthogonal.
    """
    header = read_header(path)
    _require_map(header)
    voxel = _cubic_voxel(header) if voxel_angstrom is None else given_voxel(path, voxel_angstrom)
    with np.errstate(invalid="ignore"):  # a signalling NaN says so when it is cast
        density = np.ascontiguousarray(_read_all(header).transpose(to_zyx(header.axes)), dtype=np.float32)
    require_finite(path, density)
    return Volume(torch.from_numpy(density), voxel, _origin(header, voxel))


def read_transform(path: Path) -> Complex[Tensor, "z y x"]:
    """Read a transform (mode 4) as complex64, its axes in the order z, y, x, its coefficients as they lie.

    MRC2014 does not say which half of a transform a file holds, nor where its zero frequency lies, so
    nothing is moved. FormatError if the mode is another, or the file is damaged.
    """
    header = read_header(path)
    if header.mode != 4:
        raise FormatError(f"{path}: MODE is {header.mode}: this is a map, not a transform (mode 4)")
    values = np.ascontiguousarray(_read_all(header).transpose(to_zyx(header.axes)), dtype=np.complex64)
    require_finite(path, values.view(np.float32))
    return torch.from_numpy(values)


def read_statistics(path: Path) -> Statistics:
    """Read a map or stack piece by piece and give the statistics of its values, as they are in the file.

    Of a transform (mode 4), which `read_volume` refuses, they are those of the amplitudes.
    """
    header = read_header(path)
    moments = Moments()
    with _data(header) as handle:
        left = header.data_bytes
        while left:
            piece = bytearray(min(_CHUNK_BYTES, left))
            _fill(header, handle, memoryview(piece))
            values = np.frombuffer(piece, header.dtype)
            with np.errstate(over="ignore", invalid="ignore"):
                values = np.abs(values) if header.mode == 4 else values
            moments.add(values)
            left -= len(piece)
    return moments.result()


def write_volume(path: Path, volume: Volume, mode: Literal[2, 12] = 2, label: str = "") -> None:
    """Write a map as MRC2014: its voxel size, its origin (in ORIGIN; nstart is 0) and its statistics.

    Mode 2 is float32, mode 12 is float16; `label` (to 80 characters) is the header's second. The same volume
    gives the same bytes. Raises OSError when the disk is full, FormatError when a value is not finite (or
    too large for float16), or the voxel size is not a positive number.
    """
    voxel = given_voxel(path, volume.voxel_angstrom)
    density = volume.density.detach().to("cpu", torch.float32).numpy()
    require_finite(path, density)
    if mode == 12 and float(np.abs(density).max()) > float(np.finfo(np.float16).max):
        raise FormatError(f"{path}: a density is too large for mode 12 (float16): write mode 2")
    stored = np.dtype("<f4" if mode == 2 else "<f2")
    moments = Moments()
    for section in density:
        moments.add(section.astype(stored))
    z, y, x = density.shape
    fields = blank_header((z, y, x), voxel, mode)
    fields["origin"] = volume.origin_angstrom
    if label:
        fields["nlabl"], fields["labels"][1] = 2, label.encode("ascii", "replace")[:80].ljust(80)
    set_statistics(fields, moments.result())
    with path.open("wb") as handle:
        handle.write(fields.tobytes())
        for section in density:
            handle.write(section.astype(stored).tobytes())


def _require_map(header: MrcHeader) -> None:
    require_real(header)
    if header.kind == "stack":
        raise FormatError(
            f"{header.path}: this is a stack of {header.file_shape[0]} images, not a map; for a map, "
            "name it .mrc and set ISPG to 1 and the cell"
        )
    if any(abs(angle - 90.0) > 0.01 for angle in header.cell_degrees):
        angles = ", ".join(f"{angle:g}" for angle in header.cell_degrees)
        raise FormatError(f"{header.path}: CELLB is {angles} degrees, and only right angles can be read")
    if header.count > _MAXIMAL_MAP_VOXELS:
        raise FormatError(f"{header.path}: {header.count} voxels, more than {_MAXIMAL_MAP_VOXELS}: crop it")


def _cubic_voxel(header: MrcHeader) -> float:
    if min(header.voxel_angstrom) <= 0:
        raise FormatError(
            f"{header.path}: CELLA gives no voxel size: give it (--pixel-size, or `pixel_angstrom` in the "
            "manifest)"
        )
    x, y, z = header.voxel_angstrom
    if max(x, y, z) - min(x, y, z) > 1e-3 * x:
        raise FormatError(
            f"{header.path}: voxels of {x:.5f} x {y:.5f} x {z:.5f} Å, and only cubic ones can be read: "
            "resample the map"
        )
    return (x + y + z) / 3


def _origin(header: MrcHeader, voxel: float) -> tuple[float, float, float]:
    """Give the header's origin; where it is counted in voxels, in voxels of the size that is used."""
    if not header.origin_from_nstart:
        return header.origin_angstrom
    x, y, z = (header.nstart[header.axes.index(i)] * voxel for i in (1, 2, 3))
    return x, y, z


def _read_all(header: MrcHeader) -> np.ndarray:
    try:
        data = np.empty(header.file_shape, header.dtype)
    except (MemoryError, ValueError) as error:
        raise FormatError(f"{header.path}: {header.data_bytes} bytes of map do not fit in memory") from error
    with _data(header) as handle:
        _fill(header, handle, data.reshape(-1).view(np.uint8).data)
    return data


@contextmanager
def _data(header: MrcHeader) -> Iterator[BufferedIOBase]:
    """Open the file at its first voxel; damage to a compressed file becomes a FormatError."""
    try:
        with open_bytes(header.path) as handle:
            handle.seek(header.data_offset)
            yield handle
            handle.read(1)  # past the last voxel lies the archive's check sum
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FormatError(f"{header.path}: the compressed file is damaged ({error})") from error
    except OSError as error:
        if error.errno is None:  # bz2's complaint about its data has no number
            raise FormatError(f"{header.path}: the compressed file is damaged ({error})") from error
        raise


def _fill(header: MrcHeader, handle: BufferedIOBase, view: memoryview) -> None:
    done = 0
    while done < len(view):
        piece = handle.read(min(_CHUNK_BYTES, len(view) - done))
        if not piece:
            raise FormatError(
                f"{header.path}: NX, NY, NZ claim {header.data_bytes} bytes of data, and it ends before: "
                "it was cut short; fetch it again"
            )
        view[done : done + len(piece)] = piece
        done += len(piece)
