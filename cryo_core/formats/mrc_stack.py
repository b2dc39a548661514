"""MRC image stacks, read and written batch by batch, with nothing of them in memory or memory-mapped."""

import os
import threading
import weakref
from collections import OrderedDict
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.mrc_header import MrcHeader, blank_header, is_compressed, read_header
from cryo_core.formats.mrc_values import Moments, given_voxel, require_finite, require_real, set_statistics

_OPEN_FILES = 64


class _Descriptors:
    """File descriptors of the stacks in use, the least recently used closed first."""

    def __init__(self) -> None:
        self.opened: OrderedDict[Path, int] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, path: Path) -> int:
        """Give the descriptor of a file, opening it if need be; call it with the lock held."""
        if path not in self.opened:
            if len(self.opened) >= _OPEN_FILES:
                os.close(self.opened.popitem(last=False)[1])
            self.opened[path] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self.opened.move_to_end(path)
        return self.opened[path]

    def close(self) -> None:
        """Close all."""
        with self.lock:
            while self.opened:
                os.close(self.opened.popitem()[1])


class MrcStack:
    """The images of several MRC stacks, one row a particle, read in batches: a `data.ImageStack`.

    Row i is image `image_number[i]` (from 0) of `paths[stack_number[i]]`. Neighbouring images are read at
    once; at most 64 files are open. Nothing of the images stays in memory, and nothing is
    memory-mapped (see `mrc`). It may be used by several threads, and pickled to
    another process.

    Parameters
    ----------
    paths
        Uncompressed stacks of any real mode; their headers' pixel size is not looked at, since many
        programs leave it wrong.
    stack_number, image_number
        Where each row's image lies.
    pixel_angstrom
        Pixel size of all images.
    contrast
        "white": the protein is brighter than its surroundings; "dark": it is darker, and the images
        are multiplied by −1 as they are read, so that it becomes bright.

    Raises
    ------
    FormatError
        A stack cannot be read, images are not square or differ in size, or a row names an image that
        the stack does not have.
    """

    def __init__(
        self,
        paths: tuple[Path, ...],
        stack_number: Int[np.ndarray, " n"],
        image_number: Int[np.ndarray, " n"],
        pixel_angstrom: float,
        contrast: Literal["white", "dark"] = "white",
    ) -> None:
        if not len(stack_number):
            raise FormatError("a stack of no images: no row is left")
        self._arguments = (paths, stack_number, image_number, pixel_angstrom, contrast)
        self._paths = paths
        self._stack = np.asarray(stack_number, np.int64)
        self._image = np.asarray(image_number, np.int64)
        self._pixel = pixel_angstrom
        self._sign = np.float32(-1 if contrast == "dark" else 1)
        self._headers = {int(s): _stack_header(paths[s]) for s in np.unique(self._stack)}
        self._box = self._common_box()
        self._require_images()
        self._descriptors = _Descriptors()
        weakref.finalize(self, self._descriptors.close)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._arguments

    def __len__(self) -> int:
        """Count the images."""
        return len(self._image)

    @property
    def box(self) -> int:
        """Edge of the square images in pixels."""
        return self._box

    @property
    def pixel_angstrom(self) -> float:
        """Pixel size."""
        return self._pixel

    def read(self, index: Int[np.ndarray, " m"]) -> Float[Tensor, "m y x"]:
        """Read the images of these rows, in their order, as float32.

        Raises FormatError, naming row and file, where an image holds a value that is not finite.
        """
        rows = np.asarray(index, np.int64)
        if rows.size and not -1 < rows.min() <= rows.max() < len(self):
            raise SettingsError(f"rows {rows.min()} to {rows.max()} of a stack of {len(self)} images")
        images = np.empty((len(rows), self._box, self._box), np.float32)
        stacks, numbers = self._stack[rows], self._image[rows]
        order = np.lexsort((numbers, stacks))
        breaks = np.flatnonzero((np.diff(numbers[order]) != 1) | (np.diff(stacks[order]) != 0)) + 1
        for run in np.split(order, breaks) if rows.size else []:
            with np.errstate(invalid="ignore", over="ignore"):
                images[run] = self._read_run(int(stacks[run[0]]), int(numbers[run[0]]), len(run))
        self._require_finite(images, rows)
        if self._sign != 1:
            images *= self._sign
        return torch.from_numpy(images)

    def close(self) -> None:
        """Close the files; reading again opens them again."""
        self._descriptors.close()

    def _read_run(self, stack: int, first: int, count: int) -> np.ndarray:
        header = self._headers[stack]
        data = np.empty((count, self._box, self._box), header.dtype)
        view = data.reshape(-1).view(np.uint8).data
        offset = header.data_offset + first * (len(view) // count)
        with self._descriptors.lock:
            descriptor = self._descriptors.get(header.path)
            done = 0
            while done < len(view):
                got = os.preadv(descriptor, [view[done:]], offset + done)
                if not got:
                    raise FormatError(f"{header.path}: cut short since it was opened, at image {first + 1}")
                done += got
        return data

    def _common_box(self) -> int:
        first = next(iter(self._headers.values()))
        for header in self._headers.values():
            _, rows, columns = header.file_shape
            if rows != columns:
                raise FormatError(f"{header.path}: images of {columns} x {rows} pixels; they must be square")
            if columns != first.file_shape[2]:
                raise FormatError(
                    f"{header.path}: images of {columns} pixels, and {first.path} has {first.file_shape[2]}: "
                    "split the set by box size"
                )
        return first.file_shape[2]

    def _require_images(self) -> None:
        counts = np.zeros(len(self._paths), np.int64)
        for stack, header in self._headers.items():
            counts[stack] = header.file_shape[0]
        beyond = np.flatnonzero((self._image < 0) | (self._image >= counts[self._stack]))
        if beyond.size:
            row = int(beyond[0])
            header = self._headers[int(self._stack[row])]
            raise FormatError(
                f"{header.path}: row {row + 1} names image {self._image[row] + 1}, and the stack has "
                f"{header.file_shape[0]} images"
            )

    def _require_finite(self, images: np.ndarray, rows: np.ndarray) -> None:
        with np.errstate(invalid="ignore"):
            if np.isfinite(images.sum(dtype=np.float64)):
                return
        finite = np.isfinite(images).all(axis=(1, 2))
        if not finite.all():
            row = int(rows[int(np.argmin(finite))])
            raise FormatError(
                f"{self._paths[self._stack[row]]}: image {self._image[row] + 1} (row {row + 1}) holds values "
                "that are NaN or infinite: leave the particle out"
            )


def _stack_header(path: Path) -> MrcHeader:
    header = read_header(path)
    require_real(header)
    if is_compressed(path):
        raise FormatError(f"{path}: a compressed stack cannot be read image by image: decompress it")
    if header.axes != (1, 2, 3):
        raise FormatError(f"{path}: MAPC, MAPR, MAPS are {header.axes}, and a stack's must be 1, 2, 3")
    return header


class StackWriter:
    """Writes an image stack (MRC2014, mode 2, ISPG 0) batch by batch.

    The header says zero images until the writer is left without an error, so a stack that was not
    finished is refused by every reader. The same images give the same bytes.

        with StackWriter(path, box=128, pixel_angstrom=2.62) as writer:
            writer.append(images)
    """

    def __init__(self, path: Path, box: int, pixel_angstrom: float) -> None:
        self._path, self._box = path, box
        self._pixel = given_voxel(path, pixel_angstrom)
        self._count = 0
        self._moments = Moments()
        self._handle: IO[bytes] | None = None

    def __enter__(self) -> "StackWriter":
        self._handle = self._path.open("wb")
        self._handle.write(blank_header((0, self._box, self._box), self._pixel, 2).tobytes())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        handle = self._opened()
        with handle:
            if kind is None:
                handle.flush()
                handle.seek(0)
                handle.write(self._final_header().tobytes())
        self._handle = None

    @property
    def count(self) -> int:
        """Number of images written so far."""
        return self._count

    def append(self, images: Float[Tensor, "n y x"]) -> None:
        """Write images behind the last; FormatError if their size differs or a value is not finite."""
        pixels = images.detach().to("cpu", torch.float32).numpy().astype("<f4", copy=False)
        if pixels.shape[1:] != (self._box, self._box):
            raise FormatError(f"{self._path}: images of {pixels.shape[1:]} in a stack of {self._box} pixels")
        require_finite(self._path, pixels)
        self._opened().write(np.ascontiguousarray(pixels).data)
        self._moments.add(pixels)
        self._count += len(pixels)

    def _opened(self) -> IO[bytes]:
        if self._handle is None:
            raise SettingsError(f"{self._path}: a StackWriter writes inside its `with` block only")
        return self._handle

    def _final_header(self) -> np.ndarray:
        if not self._count:
            raise FormatError(f"{self._path}: no image was written")
        fields = blank_header((self._count, self._box, self._box), self._pixel, 2)
        fields["ispg"] = 0
        fields["intervals"][2] = 1
        fields["cell"][2] = self._pixel
        set_statistics(fields, self._moments.result())
        return fields
