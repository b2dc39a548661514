"""Images stored as what the linear model reads: the low shells of their spectra, in files read in runs.

The images are read once, in order; afterwards every pass of the model reads a run of rows of a few numbers an
image, from as many bands (rings of shells) as it needs, so that memory does not grow with the number of
images.
"""

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageStack, Progress, silent
from cryo_core.errors import FormatError, SettingsError
from cryo_core.fourier.transforms import raw_image_spectrum
from cryo_core.learning import ranks


@dataclass(frozen=True)
class Pixels:
    """One of each pair of Friedel mates within a radius, by distance from zero frequency, which is left out.

    The noise is taken for equal within a ring: a shell's pixels off the axes (ring 2 · shell) or on them (the
    next). What differs from one edge of an image to the other, as a background's plane or bowl, lies on the axes.
    """

    x: Int[np.ndarray, " p"]
    y: Int[np.ndarray, " p"]
    ring: Int[np.ndarray, " p"]

    def __len__(self) -> int:
        """Count the pixels."""
        return len(self.x)


@lru_cache(maxsize=32)
def pixels_within(shells: int) -> Pixels:
    """Pixels with |k| <= `shells`, sorted so that those of fewer shells come first."""
    y, x = np.meshgrid(np.arange(-shells, shells + 1), np.arange(shells + 1), indexing="ij")
    squared = x**2 + y**2
    kept = (squared <= shells**2) & ((x > 0) | (y > 0))
    x, y, squared = x[kept], y[kept], squared[kept]
    order = np.lexsort((x, y, squared))
    shell = np.rint(np.sqrt(squared[order])).astype(np.int64)
    ring = 2 * shell + ((x[order] == 0) | (y[order] == 0))
    return Pixels(x[order].astype(np.int64), y[order].astype(np.int64), ring)


@dataclass(frozen=True)
class BandStore:
    """Spectra divided by the box's edge, about the box's centre, uncentred otherwise: one file a band.

    `bands` are the outer shells, rising; file i holds, image after image, the pixels beyond band i − 1 and
    within band i in the order of `pixels_within`, as complex64. White noise of variance 1 in the images has
    variance 1 (|·|²) here.
    """

    folder: Path
    count: int
    box: int
    pixel_angstrom: float
    bands: tuple[int, ...]

    def read(self, first: int, last: int, shells: int) -> Complex[np.ndarray, "n p"]:
        """Read the pixels within some shells of a run of images.

        Parameters
        ----------
        first, last : int
            Rows of the images, from `first` to `last` - 1.
        shells : int
            How far to read: one of the bands.

        Returns
        -------
        (last - first, p)
            Spectra, in the order of `pixels_within`.

        Raises
        ------
        FormatError
            A file is shorter than its images need.
        """
        parts = []
        for path, low, high in self._files():
            if high > len(pixels_within(shells)):
                break
            width, rows = high - low, last - first
            data = np.fromfile(path, np.complex64, rows * width, offset=first * width * 8)
            if data.size != rows * width:
                raise FormatError(
                    f"{path}: holds fewer than {last} images: it was cut short, compute it again"
                )
            parts.append(data.reshape(rows, width))
        return parts[0] if len(parts) == 1 else np.concatenate(parts, 1)

    def read_rows(self, rows: Int[np.ndarray, " m"], shells: int) -> Complex[np.ndarray, "m p"]:
        """Read the pixels within some shells of some of the images, in the order of `pixels_within`.

        `shells` is one of the bands.
        """
        parts = []
        for path, low, high in self._files():
            if high > len(pixels_within(shells)):
                break
            parts.append(np.memmap(path, np.complex64, "r", shape=(self.count, high - low))[rows])
        return np.concatenate(parts, 1)

    def runs(self, batch: int) -> Iterator[tuple[int, int]]:
        """Yield (first, after the last) of consecutive batches of images."""
        for first in range(0, self.count, batch):
            yield first, min(first + batch, self.count)

    def own_runs(self, batch: int) -> Iterator[tuple[int, int]]:
        """Yield the batches of this rank's share of the images, as `runs` does of all."""
        begin, end = ranks.span(self.count)
        for first in range(begin, end, batch):
            yield first, min(first + batch, end)

    def _files(self) -> Iterator[tuple[Path, int, int]]:
        low = 0
        for band in self.bands:
            high = len(pixels_within(band))
            yield self.folder / f"band_{band:03d}.c64", low, high
            low = high


def store_images(
    images: ImageStack,
    bands: tuple[int, ...],
    folder: Path,
    device: torch.device | str = "cpu",
    batch: int | None = None,
    progress: Progress = silent,
) -> BandStore:
    """Read all images once, and store their low shells.

    Parameters
    ----------
    images : ImageStack
        The images.
    bands : tuple of int
        Outer shells of the bands, rising.
    folder : Path
        Where the files go, one a band.
    device : torch.device or str
        Where images are transformed.
    batch : int, optional
        Images at a time; if None 512, and on a GPU as many as have 32 million pixels.
    progress : Progress
        Called after each batch, with images.

    Raises
    ------
    SettingsError
        A band does not lie within Nyquist's frequency.
    """
    if bands[-1] > images.box // 2 - 1:
        raise SettingsError(
            f"{bands[-1]} shells in images of {images.box} pixels: at most {images.box // 2 - 1}"
        )
    folder.mkdir(parents=True, exist_ok=True)
    if ranks.rank():  # the first rank reads for all
        ranks.barrier()
        return BandStore(folder, len(images), images.box, images.pixel_angstrom, bands)
    store = BandStore(folder, len(images), images.box, images.pixel_angstrom, bands)
    pixels_of = _PixelReader(store, device)
    handles = [path.open("wb") for path, _, _ in store._files()]
    try:
        size = batch or (_CPU_BATCH if torch.device(device).type == "cpu" else _pixels_batch(images.box))
        for first, batch_images in _read_ahead(images, size):
            values = pixels_of(batch_images.to(device))
            for handle, (_, low, high) in zip(handles, store._files(), strict=True):
                handle.write(np.ascontiguousarray(values[:, low:high]).data)
            progress(min(first + size, len(images)), len(images))
    finally:
        for handle in handles:
            handle.close()
    ranks.barrier()
    return store


_CPU_BATCH, _BATCH_PIXELS = 512, 1 << 25


def _pixels_batch(box: int) -> int:
    return max(1, _BATCH_PIXELS // box**2)


def _read_ahead(images: ImageStack, batch: int) -> Iterator[tuple[int, Float[Tensor, "n y x"]]]:
    rows = [np.arange(i, min(i + batch, len(images))) for i in range(0, len(images), batch)]
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(images.read, rows[0])
        for i, row in enumerate(rows):
            current = coming.result()
            if i + 1 < len(rows):
                coming = reader.submit(images.read, rows[i + 1])
            yield int(row[0]), current


class _PixelReader:
    """Spectra of images at the store's pixels."""

    def __init__(self, store: BandStore, device: torch.device | str) -> None:
        box, pixels = store.box, pixels_within(store.bands[-1])
        at = (pixels.y % box) * (box // 2 + 1) + pixels.x
        self._at = torch.from_numpy(at).to(device)
        turns = torch.from_numpy((pixels.x + pixels.y) * (box // 2)).double() / box
        phase = torch.polar(torch.full_like(turns, 1.0 / box), 2.0 * math.pi * turns)
        self._phase = phase.to(device, torch.complex64)

    def __call__(self, images: Float[Tensor, "n y x"]) -> Complex[np.ndarray, "n p"]:
        spectra = raw_image_spectrum(images.float()).flatten(1)
        return (spectra[:, self._at] * self._phase).cpu().numpy()
