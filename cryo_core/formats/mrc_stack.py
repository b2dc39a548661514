"""MRC image stacks, read and written batch by batch, with nothing of them in memory or memory-mapped."""

from dataclasses import dataclass
from io import BufferedReader
from itertools import groupby
from pathlib import Path
from typing import IO, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from mrcfile.mrcobject import MrcObject
from torch import Tensor

from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.mrc_header import MrcHeader, compression, read_header, require_real
from cryo_core.formats.mrc_values import Statistics, positive_voxel, require_finite


@dataclass(eq=False, repr=False)
class MrcStack:
    """The images of several MRC stacks, one row a particle, read in batches: a `data.ImageStack`.

    Row i is image `image_number[i]` (from 0) of `paths[stack_number[i]]`. Neighbouring images are read at once, and
    a batch opens each of its files once. Nothing of the images stays in memory, and nothing is memory-mapped (see
    `mrc`). It may be used by several threads, and pickled to another process.

    Parameters
    ----------
    paths : uncompressed stacks of any real mode; the pixel size in their headers, often wrong, is not looked at
    stack_number, image_number : where each row's image lies, from 0
    pixel_angstrom : pixel size of all images, in Å
    contrast : "dark" where the protein is darker than its surroundings: the images are read times −1

    Raises
    ------
    FormatError
        A stack cannot be read, images are not square or differ in size, or a row names an image that is not there.
    """

    paths: tuple[Path, ...]
    stack_number: Int[np.ndarray, " n"]
    image_number: Int[np.ndarray, " n"]
    pixel_angstrom: float
    contrast: Literal["white", "dark"] = "white"

    def __post_init__(self) -> None:
        if not len(self.stack_number):
            raise FormatError("a stack of no images: no row is left")
        self._stack, self._image = (np.asarray(n, np.int64) for n in (self.stack_number, self.image_number))
        self._headers = {s: _stack_header(self.paths[s]) for s in np.unique(self._stack).tolist()}
        boxes = {header.file_shape[2]: header.path for header in self._headers.values()}
        self.box, *others = boxes
        if others:
            first, other = boxes[self.box], boxes[others[0]]
            raise FormatError(
                f"{other}: images of {others[0]} pixels, and {first} has {self.box}: split the set by box size"
            )
        counts = np.zeros(len(self.paths), np.int64)
        counts[list(self._headers)] = [header.file_shape[0] for header in self._headers.values()]
        beyond = (self._image < 0) | (self._image >= counts[self._stack])
        if beyond.any():
            row = int(np.argmax(beyond))
            path, image, count = self.paths[self._stack[row]], self._image[row] + 1, counts[self._stack[row]]
            raise FormatError(f"{path}: row {row + 1} names image {image}, and the stack has {count} images")

    def __len__(self) -> int:
        return len(self._image)

    def read(self, index: Int[np.ndarray, " m"]) -> Float[Tensor, "m y x"]:
        """Read the images of these rows, in their order, as float32.

        Raises FormatError, naming row and file, where an image holds a value that is not finite.
        """
        rows = np.asarray(index, np.int64)
        images = self.read_anything(rows)
        finite = torch.isfinite(images.sum((1, 2), dtype=torch.float64))
        if not bool(finite.all()):
            row = int(rows[int((~finite).int().argmax())])
            raise FormatError(
                f"{self.paths[self._stack[row]]}: image {self._image[row] + 1} (row {row + 1}) holds values "
                "that are NaN or infinite: leave the particle out"
            )
        return images

    def read_anything(self, index: Int[np.ndarray, " m"]) -> Float[Tensor, "m y x"]:
        """Read the images of these rows as `read` does, also where they hold values that are not finite."""
        rows = np.asarray(index, np.int64)
        if rows.size and not -1 < rows.min() <= rows.max() < len(self):
            raise SettingsError(f"rows {rows.min()} to {rows.max()} of a stack of {len(self)} images")
        images = np.empty((len(rows), self.box, self.box), np.float32)
        stacks, numbers = self._stack[rows], self._image[rows]
        order = np.lexsort((numbers, stacks))
        breaks = np.flatnonzero((np.diff(numbers[order]) != 1) | (np.diff(stacks[order]) != 0)) + 1
        runs = np.split(order, breaks) if rows.size else []
        for stack, of_stack in groupby(runs, lambda run: int(stacks[run[0]])):
            with _opened(self.paths[stack]) as handle, np.errstate(invalid="ignore", over="ignore"):
                for run in of_stack:
                    images[run] = self._read_run(handle, self._headers[stack], int(numbers[run[0]]), len(run))
        if self.contrast == "dark":
            images *= np.float32(-1)
        return torch.from_numpy(images)

    def _read_run(self, handle: BufferedReader, header: MrcHeader, first: int, count: int) -> np.ndarray:
        data = np.empty((count, self.box, self.box), header.dtype)
        handle.seek(header.data_offset + first * (data.nbytes // count))
        if handle.readinto(data.reshape(-1).view(np.uint8).data) < data.nbytes:
            raise FormatError(f"{header.path}: cut short since it was opened, at image {first + 1}")
        return data


def _opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except OSError as error:
        raise FormatError(
            f"{path}: cannot be read any more ({error.strerror}): images are read where they lie, and this stack was "
            "moved, removed or shut since it was opened: put it back, and run again"
        ) from error


def _stack_header(path: Path) -> MrcHeader:
    header = read_header(path)
    _, rows, columns = header.file_shape
    require_real(header)
    if compression(path) != "none":
        raise FormatError(f"{path}: a compressed stack cannot be read image by image: decompress it")
    if header.axes != (1, 2, 3):
        raise FormatError(f"{path}: MAPC, MAPR, MAPS are {header.axes}, and a stack's must be 1, 2, 3")
    if rows != columns:
        raise FormatError(f"{path}: images of {columns} x {rows} pixels; they must be square")
    return header


class SectionWriter(MrcObject):  # type: ignore[misc]
    """Writes a map (space group 1) or an image stack (0) section by section, inside a `with` block.

    The header, made by mrcfile, says zero sections until the block is left without an error, so a file that was not
    finished is refused by every reader. The same values give the same bytes.
    """

    def __init__(
        self, path: Path, shape: tuple[int, int], voxel_angstrom: float, dtype: str, space_group: int
    ) -> None:
        super().__init__()
        self._path, self._shape, self._voxel = path, shape, positive_voxel(path, voxel_angstrom)
        self._zero, self._statistics = np.zeros((), dtype), Statistics()
        self._handle: IO[bytes] | None = None
        self.count = 0
        self._create_default_attributes()
        self.header.ispg = space_group
        self.header.label[0] = b"Written by cryo_core".ljust(80)  # mrcfile's own label holds the time

    def __enter__(self) -> "SectionWriter":
        self._handle = self._path.open("wb")
        self._write_header(self._handle)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._opened() as handle:
            self._handle = None
            if kind is None and not self.count:
                raise FormatError(f"{self._path}: no image was written")
            if kind is None:
                handle.seek(0)
                self._write_header(handle)

    def write(self, sections: np.ndarray) -> None:
        """Write sections behind the last."""
        stored = np.ascontiguousarray(sections, self._zero.dtype)
        self._opened().write(stored.data)
        self._statistics.add(stored)
        self.count += len(stored)

    def _opened(self) -> IO[bytes]:
        if self._handle is None:
            raise SettingsError(f"{self._path}: a StackWriter writes inside its `with` block only")
        return self._handle

    def _write_header(self, handle: IO[bytes]) -> None:
        self._set_new_data(np.broadcast_to(self._zero, (self.count, *self._shape)))  # takes no memory
        self.update_header_from_data()
        self.voxel_size = self._voxel
        if self.count:
            self.header.dmin, self.header.dmax = self._statistics.minimum, self._statistics.maximum
            self.header.dmean, self.header.rms = self._statistics.mean, self._statistics.deviation
        handle.write(self.header.tobytes())


class StackWriter(SectionWriter):
    """Writes an image stack (MRC2014, mode 2, ISPG 0) batch by batch, inside a `with` block.

    Parameters
    ----------
    path : the file, .mrcs; it is replaced if it is there
    box : edge of the square images, in pixels
    pixel_angstrom : pixel size, in Å
    """

    def __init__(self, path: Path, box: int, pixel_angstrom: float) -> None:
        super().__init__(path, (box, box), pixel_angstrom, "<f4", space_group=0)

    def append(self, images: Float[Tensor, "n y x"]) -> None:
        """Write images behind the last; FormatError if their size differs or a value is not finite."""
        pixels = images.detach().to("cpu", torch.float32).numpy()
        if pixels.shape[1:] != self._shape:
            raise FormatError(
                f"{self._path}: images of {pixels.shape[1:]} in a stack of {self._shape[0]} pixels"
            )
        require_finite(self._path, pixels)
        self.write(pixels)
