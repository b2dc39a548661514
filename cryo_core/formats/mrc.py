"""MRC and CCP4 maps, read whole and written (`mrc_stack` reads and writes image stacks batch by batch).

Nothing is memory-mapped: a map that fails to be read or written because of a full disk or a lost
network drive is then an OSError, where a mapped file would kill the process without a word.
"""

from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Literal

import numpy as np
import torch

from cryo_core.data import Volume
from cryo_core.errors import FormatError
from cryo_core.formats.mrc_header import MrcHeader, opened, read_header, require_real
from cryo_core.formats.mrc_stack import SectionWriter
from cryo_core.formats.mrc_values import Statistics, positive_voxel, require_finite

_CHUNK_BYTES = 1 << 24
_MAXIMAL_MAP_VOXELS = 2048**3


def read_volume(path: Path, voxel_angstrom: float | None = None, number: int | None = None) -> Volume:
    """Read a map as float32, its axes in the order z, y, x, with its origin (`MrcHeader` says by which rule).

    Parameters
    ----------
    path : .mrc, .map or .ccp4 file, plain, .gz or .bz2; modes 0, 1, 2, 6 and 12, either byte order
    voxel_angstrom : edge of the cubic voxels in Å, where the header lacks it; it wins over the header's
    number : which volume of a stack of volumes (ISPG 401 to 630), from 1; None for a map

    Raises
    ------
    FormatError
        The file is damaged, an image stack, or complex; a value is not finite; the voxel size is
        unknown, or its axes differ by more than 0.1 %; the cell is not orthogonal.
    """
    header = read_header(path)
    _require_map(header)
    _require_volume(header, number)
    voxel = _cubic_voxel(header) if voxel_angstrom is None else positive_voxel(path, voxel_angstrom)
    with np.errstate(invalid="ignore"):  # a signalling NaN says so when it is cast
        density = np.ascontiguousarray(_one_of(_read_all(header), header, number), dtype=np.float32)
    require_finite(path, density)
    x, y, z = header.origin_angstrom
    if header.origin_from_nstart:  # which counts voxels: of the size that is used
        x, y, z = (start * voxel for start in header.nstart)
    return Volume(torch.from_numpy(density), voxel, (x, y, z))


def read_statistics(path: Path) -> Statistics:
    """Read the statistics of the values of a map or stack, of the amplitudes of a transform, piece by piece."""
    header, statistics = read_header(path), Statistics()
    for piece in _pieces(header):
        with np.errstate(over="ignore", invalid="ignore"):
            statistics.add(np.abs(piece) if header.mode == 4 else piece)
    return statistics


def write_volume(path: Path, volume: Volume, mode: Literal[2, 12] = 2, label: str = "") -> None:
    """Write a map as MRC2014: its voxel size, its origin (in ORIGIN; nstart is 0) and its statistics.

    The same volume gives the same bytes. OSError when the disk is full; FormatError when a value is not finite (or
    too large for float16), or the voxel size is not a positive number.

    Parameters
    ----------
    path : the file; it is replaced if it is there
    volume : the map
    mode : 2 is float32, 12 is float16
    label : the header's second, up to 80 characters
    """
    density = volume.density.detach().to("cpu", torch.float32).numpy()
    require_finite(path, density)
    if mode == 12 and float(np.abs(density).max()) > float(np.finfo(np.float16).max):
        raise FormatError(f"{path}: a density is too large for mode 12 (float16): write mode 2")
    dtype, shape = "<f4" if mode == 2 else "<f2", density.shape[1:]
    with SectionWriter(path, shape, volume.voxel_angstrom, dtype, space_group=1) as new:
        new.header.origin = volume.origin_angstrom
        if label:
            new.add_label(label.encode("ascii", "replace").decode()[:80].ljust(80))
        for section in density:
            new.write(section[None])


def _require_map(header: MrcHeader) -> None:
    path, count = header.path, prod(header.shape)
    require_real(header)
    if header.kind == "stack":
        images = f"this is a stack of {header.file_shape[0]} images, not a map"
        raise FormatError(
            f"{path}: {images}; a map is named .mrc, and its header has ISPG 1, or the cell and MZ = NZ"
        )
    if any(abs(angle - 90.0) > 0.01 for angle in header.cell_degrees):
        angles = ", ".join(f"{angle:g}" for angle in header.cell_degrees)
        raise FormatError(f"{path}: CELLB is {angles} degrees, and only right angles can be read")
    if count > _MAXIMAL_MAP_VOXELS:
        raise FormatError(f"{path}: {count} voxels, more than {_MAXIMAL_MAP_VOXELS}: crop it")


def _require_volume(header: MrcHeader, number: int | None) -> None:
    count = header.volumes
    if number is None and count > 1:
        raise FormatError(
            f"{header.path}: a stack of {count} volumes (ISPG {header.ispg}): take one out with "
            f"`cryo convert {header.path.name} OUT.mrc --volume 1`"
        )
    if number is not None and not 1 <= number <= count:
        raise FormatError(f"{header.path}: volume {number}, and the file has {count}")


def _one_of(density: np.ndarray, header: MrcHeader, number: int | None) -> np.ndarray:
    if number is None or header.volumes == 1:
        return density
    depth = len(density) // header.volumes
    return density[(number - 1) * depth : number * depth]


def _cubic_voxel(header: MrcHeader) -> float:
    x, y, z = header.voxel_angstrom
    if min(x, y, z) <= 0:
        name = header.path.name
        raise FormatError(
            f"{header.path}: CELLA gives no voxel size: write it with `cryo convert {name} OUT.mrc --voxel-size Å`, "
            "or name it (`cryo add-map --voxel-size`)"
        )
    if max(x, y, z) - min(x, y, z) > 1e-3 * x:
        size = f"{x:.5f} x {y:.5f} x {z:.5f} Å"
        raise FormatError(
            f"{header.path}: voxels of {size}, and only cubic ones can be read: resample the map"
        )
    return (x + y + z) / 3


def _read_all(header: MrcHeader) -> np.ndarray:
    """All values, z, y, x, in the file's type."""
    try:
        data = np.empty(prod(header.shape), header.dtype)  # pages that no byte arrives for take no memory
    except (MemoryError, ValueError) as error:
        raise FormatError(f"{header.path}: {header.data_bytes} bytes of map do not fit in memory") from error
    done = 0
    for piece in _pieces(header):
        data[done : done + len(piece)] = piece
        done += len(piece)
    return data.reshape(header.file_shape).transpose(header.to_zyx)


def _pieces(header: MrcHeader) -> Iterator[np.ndarray]:
    """Values in the file's order, 16 MB at a time."""
    with opened(header.path, header.data_offset) as handle:
        for start in range(0, header.data_bytes, _CHUNK_BYTES):
            size = min(_CHUNK_BYTES, header.data_bytes - start)
            piece = handle.read(size)
            if len(piece) < size:
                claimed = f"NX, NY, NZ claim {header.data_bytes} bytes of data"
                raise FormatError(f"{header.path}: {claimed}, and it ends before: fetch it again")
            yield np.frombuffer(piece, header.dtype)
        handle.read(1)  # past the last voxel lies the archive's check sum
