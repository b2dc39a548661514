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
from cryo_core.imaging.noise import noise_spectrum, spread_rows
from cryo_core.imaging.normalise import without_background
from cryo_core.refinement.band import Band, Calibration, Views, band_between, spectra_within, views_of

_BATCH = 512
_LEAST_NOISE = 0.02
"""Least noise, of the strongest shell's signal: grids of rotations are too coarse to explain images better."""
_LEAST_SIGNAL = 1e-3
"""Least signal of a shell, of the noise."""
_BLANK = 0.5
"""Corners with less noise than this share of the images' power in the last quarter of the shells were masked."""


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


def load_images(images: ImageStack, progress: Progress = silent) -> Loaded:
    """All images, read once, their background taken off; SettingsError, with its number, for one not finite."""
    pixels = torch.empty(len(images), images.box, images.box)
    for start in range(0, len(images), _BATCH):
        rows = np.arange(start, min(start + _BATCH, len(images)))
        part = images.read(rows)
        bad = ~torch.isfinite(part).flatten(1).all(1)
        if bool(bad.any()):
            raise SettingsError(f"image {start + int(bad.int().argmax()) + 1} has pixels that are not finite")
        pixels[start : start + len(rows)] = without_background(part)
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

    `noise` has a row for each of `group`, the optics groups' numbers in rising order. `information` is that of an image
    in each shell: its signal-to-noise ratio, summed over the coefficients.
    """

    noise: Float[Tensor, "g s"]
    signal: Float[Tensor, " s"]
    information: Float[Tensor, " s"]
    group: Int[Tensor, " g"]

    def calibration(self, group: Int[Tensor, " n"]) -> Calibration:
        """Calibration with which `views_of` whitens images of these groups; slices are taken as they are."""
        ones = torch.ones_like(self.noise[0])
        return Calibration(of_group(self.noise, self.group, group), ones)


def of_group(
    noise: Float[Tensor, "g s"], names: Int[Tensor, " g"], group: Int[Tensor, " n"]
) -> Float[Tensor, "*n s"]:
    """Noise of images of these groups, a row each; one row for all where there is one group only.

    Parameters
    ----------
    noise : (g, s)
        Of each group.
    names : (g,)
        Numbers of the groups, rising.
    group : (n,)
        Group of each image.
    """
    if len(names) == 1:
        return noise[0]
    return noise[torch.searchsorted(names, group.cpu())].to(group.device)


def measure_power(images: ImageStack, spectra: Spectra, sample: int = 4096) -> Power:
    """Power of the images' noise and signal, before any pose is known.

    The noise is that of the images' corners (`noise`), by optics group. What the images' power is above it is
    the signal's, times the mean square of the transfer functions. The noise is held above a fiftieth of the strongest
    shell's signal.

    Parameters
    ----------
    images : ImageStack
        n images without their background.
    spectra : Spectra
        Their coefficients.
    sample : int
        At most so many images are looked at.

    Raises
    ------
    SettingsError
        The images are empty.
    """
    band, group = spectra.band, spectra.optics.group.cpu()
    image, transfer, names, numbers = _mean_power(spectra, sample)
    corner = noise_spectrum(images, group.numpy())[:, : band.last + 1]
    share = (torch.bincount(group)[names].double() / len(group))[:, None]
    tail = max(band.first, math.ceil(0.75 * band.last))
    floor = (share * image).sum(0)[tail:].mean()
    if float((share * corner).sum(0)[tail:].mean()) < _BLANK * float(floor):
        corner = floor.expand_as(corner)  # masked images: their corners tell nothing
    inside = torch.arange(band.last + 1) >= band.first
    noise = corner.clamp(min=_LEAST_NOISE * float(image[:, inside].max()))
    if not float(noise.min()) > 0:
        raise SettingsError("the images are empty: there is nothing to find")
    ratio = ((image - noise) / noise).clamp(min=0.0)  # of the groups, each by its own noise
    mean_noise = (share / noise).sum(0) ** -1
    above = (share * ratio).sum(0)
    excess = above * mean_noise / (share * transfer).sum(0).clamp(min=1e-3)
    signal = torch.maximum(excess, _LEAST_SIGNAL * mean_noise)
    information = torch.where(inside, above * numbers, 0.0)
    noise = torch.where(inside, noise, 1.0)
    return Power(noise, torch.where(inside, signal, mean_noise), information, names)


def _mean_power(
    spectra: Spectra, sample: int
) -> tuple[Float[Tensor, "g s"], Float[Tensor, "g s"], Int[Tensor, " g"], Int[Tensor, " s"]]:
    """Mean power by optics group and shell of images and of transfer functions; the groups; coefficients of a shell."""
    band, group = spectra.band, spectra.optics.group.cpu()
    shell = torch.from_numpy(band.shell)
    numbers = torch.bincount(shell, minlength=band.last + 1)
    plain = Calibration(torch.full((band.last + 1,), 2.0), torch.ones(band.last + 1))
    rows = torch.from_numpy(spread_rows(group.numpy(), sample))
    names, counts = torch.unique(group[rows], return_counts=True)
    power = torch.zeros(2, len(names), band.last + 1, dtype=torch.float64)
    for number, name in enumerate(names):
        for part in torch.split(rows[group[rows] == name], _BATCH):
            views = spectra.views(part.to(spectra.values.device), band, plain)
            squares = views.data.real.square() + views.data.imag.square()
            both = torch.stack([squares.double().sum(0), views.transfer.square().double().sum(0)]).cpu()
            power[:, number].index_add_(1, shell, both)
    image, transfer = power / numbers.clamp(min=1) / counts[:, None]
    return image, transfer, names, numbers
