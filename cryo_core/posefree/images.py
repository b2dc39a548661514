"""Images of a whole set as Fourier coefficients in memory, and their power before any pose is known."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageStack, Optics, Progress, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device
from cryo_core.fourier.resample import crop_images
from cryo_core.refinement.band import Band, Calibration, Views, band_between, spectra_within, views_of

_BATCH = 512
_LEAST_NOISE = 0.02
"""Least noise, of the strongest shell's signal: grids of rotations are too coarse to explain images better."""
_LEAST_SIGNAL = 1e-3
"""Least signal of a shell, of the noise."""


@dataclass(frozen=True)
class Spectra:
    """Coefficients of all images within `band`, and the optics of each image.

    8 bytes a coefficient: 10,000 images of 48 pixels take 66 MB.
    """

    values: Complex[Tensor, "n p"]
    optics: Optics
    band: Band

    def __len__(self) -> int:
        """Count the images."""
        return len(self.values)

    def narrowed(self, last: int) -> Band:
        """The band up to shell `last`."""
        band = self.band
        edge = band.edge_angstrom
        return band_between(band.box, band.pixel_angstrom, edge / band.first, edge / min(last, band.last))

    def views(self, rows: Int[Tensor, " m"], band: Band, calibration: Calibration) -> Views:
        """Some images as a band sees them.

        Parameters
        ----------
        rows : (m,)
            Rows of the images.
        band : Band
            This one, or a narrower one.
        calibration : Calibration
            Noise and gain by shell.
        """
        return views_of(self.within(rows, band), self.optics.take(rows), band, calibration)

    def within(self, rows: Int[Tensor, " m"], band: Band) -> Complex[Tensor, "m q"]:
        """Coefficients of some images in a band, which is this one or narrower."""
        values = self.values[rows]
        if band.last == self.band.last:
            return values
        inside = np.flatnonzero(self.band.shell <= band.last)
        return values[:, torch.from_numpy(inside).to(values.device)]


class Loaded:
    """An ImageStack whose images are in memory."""

    def __init__(self, pixels: Float[Tensor, "n y x"], pixel_angstrom: float) -> None:
        self._pixels = pixels
        self.box, self.pixel_angstrom = pixels.shape[-1], pixel_angstrom

    def __len__(self) -> int:
        """Count the images."""
        return len(self._pixels)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Images of these rows."""
        return self._pixels[torch.from_numpy(np.asarray(index))]


class Coarsened:
    """An ImageStack whose images are Fourier-cropped to `box` as they are read, and not normalised."""

    def __init__(self, images: ImageStack, box: int) -> None:
        self._images, self.box = images, min(box, images.box)
        self.pixel_angstrom = images.pixel_angstrom * images.box / self.box

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Images of these rows, cropped."""
        return crop_images(self._images.read(index), self.box)


def load_images(images: ImageStack, progress: Progress = silent) -> Loaded:
    """All images, read once; SettingsError, with its number, for one that is not finite."""
    pixels = torch.empty(len(images), images.box, images.box)
    for start in range(0, len(images), _BATCH):
        rows = np.arange(start, min(start + _BATCH, len(images)))
        part = images.read(rows)
        bad = ~torch.isfinite(part).flatten(1).all(1)
        if bool(bad.any()):
            raise SettingsError(f"image {start + int(bad.int().argmax()) + 1} has pixels that are not finite")
        pixels[start : start + len(rows)] = part
        progress(int(rows[-1]) + 1, len(images))
    return Loaded(pixels, images.pixel_angstrom)


def read_spectra(images: ImageStack, optics: Optics, device: Device = None) -> Spectra:
    """Coefficients of all images in all whole shells.

    Parameters
    ----------
    images : ImageStack
        n images.
    optics : Optics
        Their optics.
    device : torch.device or str, optional
        Where the coefficients lie.

    Raises
    ------
    ShapeError
        Images and optics differ in number.
    """
    if len(images) != len(optics):
        raise ShapeError(f"{len(images)} images, {len(optics)} optics")
    pixel = images.pixel_angstrom
    band = band_between(images.box, pixel, images.box * pixel, 2.0 * pixel)
    parts = []
    for start in range(0, len(images), _BATCH):
        rows = np.arange(start, min(start + _BATCH, len(images)))
        parts.append(spectra_within(images.read(rows).to(device or "cpu"), band))
    return Spectra(torch.cat(parts), optics.to(device or "cpu"), band)


@dataclass(frozen=True)
class Power:
    """Power by shell, from 0 to the band's last: of the noise, and of the particle's slices (both of a coefficient).

    `information` is that of an image in each shell: its signal-to-noise ratio, summed over the coefficients.
    """

    noise: Float[Tensor, " s"]
    signal: Float[Tensor, " s"]
    information: Float[Tensor, " s"]

    def calibration(self) -> Calibration:
        """Calibration with which `views_of` whitens images; slices are taken as they are."""
        return Calibration(self.noise, torch.ones_like(self.noise))


def measure_power(spectra: Spectra, sample: int = 4096) -> Power:
    """Power of the images' noise and signal, from the shells alone.

    The noise is taken to be white: its power is the mean of the last quarter of the shells, where a particle
    shows least (what it shows there is counted as noise). The power of a shell above it is the signal's,
    times the mean square of the transfer functions. The noise is held above a fiftieth of the strongest
    shell's signal.
    """
    count = min(len(spectra), sample)
    rows = torch.linspace(0, len(spectra) - 1, count).round().long()
    band = spectra.band
    plain = Calibration(torch.full((band.last + 1,), 2.0), torch.ones(band.last + 1))
    shell = torch.from_numpy(band.shell)
    power = torch.zeros(2, band.last + 1, dtype=torch.float64)
    for part in torch.split(rows, _BATCH):
        views = spectra.views(part.to(spectra.values.device), band, plain)
        squares = views.data.real.square() + views.data.imag.square()
        both = torch.stack([squares.double().sum(0), views.transfer.square().double().sum(0)]).cpu()
        power.index_add_(1, shell, both)
    numbers = torch.bincount(shell, minlength=band.last + 1).clamp(min=1) * count
    image, transfer = power / numbers
    inside = torch.arange(band.last + 1) >= band.first
    floor = float(image[max(band.first, math.ceil(0.75 * band.last)) :].mean())
    above = (image - floor).clamp(min=0.0)
    excess = above / transfer.clamp(min=1e-3)
    noise = max(floor, _LEAST_NOISE * float(image[inside].max()))
    if not noise > 0:
        raise SettingsError("the images are empty: there is nothing to find")
    signal = excess.clamp(min=_LEAST_SIGNAL * noise)
    information = torch.where(inside, above / noise * numbers / count, 0.0)
    return Power(torch.full_like(signal, noise), torch.where(inside, signal, noise), information)
