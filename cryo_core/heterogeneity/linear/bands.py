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
from cryo_core.geometry.masks import circle_mask

_NOISE_IMAGES = 1024
"""Largest number of images whose corners are measured for the noise."""

_CORNER_EDGE_PIXELS = 2.0


@dataclass(frozen=True)
class Pixels:
    """One of each pair of Friedel mates within a radius, by distance from zero frequency, which is left out."""

    x: Int[np.ndarray, " p"]
    y: Int[np.ndarray, " p"]
    shell: Int[np.ndarray, " p"]

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
    return Pixels(x[order].astype(np.int64), y[order].astype(np.int64), shell)


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

    def runs(self, batch: int) -> Iterator[tuple[int, int]]:
        """Yield (first, after the last) of consecutive batches of images."""
        for first in range(0, self.count, batch):
            yield first, min(first + batch, self.count)

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
    batch: int = 512,
    progress: Progress = silent,
) -> tuple[BandStore, Float[Tensor, " s"]]:
    """Read all images once, store their low shells, and estimate the noise's power in each shell.

    The power is the variance of a coefficient of the store (1 for white noise of standard deviation 1), from the
    corners outside the circle of at most 1,024 images. The first two shells are too narrow and take the third's.

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
    batch : int
        Images at a time.
    progress : Progress
        Called after each batch, with images.

    Returns
    -------
    BandStore, (s,)
        The store, and the noise's power in each shell from 0.

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
    store = BandStore(folder, len(images), images.box, images.pixel_angstrom, bands)
    pixels_of = _PixelReader(store, device)
    corners = _Corners(images.box, bands[-1], device)
    stride = math.ceil(len(images) / _NOISE_IMAGES)
    handles = [path.open("wb") for path, _, _ in store._files()]
    try:
        for first, batch_images in _read_ahead(images, batch):
            batch_images = batch_images.to(device)
            corners.add(batch_images[(-first) % stride :: stride])
            values = pixels_of(batch_images)
            for handle, (_, low, high) in zip(handles, store._files(), strict=True):
                handle.write(np.ascontiguousarray(values[:, low:high]).data)
            progress(min(first + batch, len(images)), len(images))
    finally:
        for handle in handles:
            handle.close()
    return store, corners.power()


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


class _Corners:
    """Power of the noise, summed over the corners of images."""

    def __init__(self, box: int, shells: int, device: torch.device | str) -> None:
        self._window = 1.0 - circle_mask(box, box / 2 - _CORNER_EDGE_PIXELS, _CORNER_EDGE_PIXELS, device)
        pixels = pixels_within(shells)
        self._at = torch.from_numpy((pixels.y % box) * (box // 2 + 1) + pixels.x).to(device)
        self._shell = torch.from_numpy(pixels.shell).to(device)
        self._sums = torch.zeros(shells + 1, dtype=torch.float64, device=device)
        self._count = 0

    def add(self, images: Float[Tensor, "n y x"]) -> None:
        window = self._window
        mean = (images * window).sum((1, 2), keepdim=True) / window.sum()
        spectra = raw_image_spectrum((images - mean) * window).flatten(1)[:, self._at]
        power = (spectra.real**2 + spectra.imag**2).double().sum(0)
        self._sums.index_add_(0, self._shell, power)
        self._count += len(images)

    def power(self) -> Float[Tensor, " s"]:
        pixels = torch.bincount(self._shell, minlength=len(self._sums)).clamp(min=1)
        mean = self._sums / pixels / (self._count * self._window.double().square().sum())
        mean[:3] = mean[min(3, len(mean) - 1)]
        return mean.cpu()
