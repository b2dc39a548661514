"""Which coefficients are compared, and images and maps made ready for it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, runtime_checkable

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import Optics, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.grids import Device
from cryo_core.fourier.resample import fourier_crop_or_pad, resample
from cryo_core.fourier.transforms import raw_image_spectrum
from cryo_core.imaging.slices import prepare
from cryo_core.optics.ctf import ctf_factors, phase_of_factors, wavelength_angstrom

_SAME_VOXEL = 1e-3
"""Relative difference of voxel sizes that is taken for rounding."""


@dataclass(frozen=True)
class Band:
    """The coefficients of images of `box` pixels in the shells `first` to `last`: one of each pair of Friedel mates.

    `x`, `y` and `shell` are theirs, with x > 0, or y > 0 where x = 0; row by row, the order in which a grid is
    read fastest.
    """

    box: int
    pixel_angstrom: float
    first: int
    last: int
    x: Int[np.ndarray, " p"]
    y: Int[np.ndarray, " p"]
    shell: Int[np.ndarray, " p"]

    def __len__(self) -> int:
        """Count the coefficients."""
        return len(self.x)

    @property
    def crop(self) -> int:
        """Edge of the smallest even box that holds the band below its Nyquist frequency."""
        return 2 * (self.last + 1)

    @property
    def edge_angstrom(self) -> float:
        """Edge of the box."""
        return self.box * self.pixel_angstrom

    @property
    def limit_angstrom(self) -> float:
        """Resolution of the last shell."""
        return self.edge_angstrom / self.last

    def frequencies(self, device: Device = None) -> tuple[Float[Tensor, " p"], Float[Tensor, " p"]]:
        """Frequencies (fx, fy) of the coefficients, in 1/Å."""
        scale = 1.0 / self.edge_angstrom
        x, y = (torch.from_numpy(k).to(device, torch.float32) * scale for k in (self.x, self.y))
        return x, y


def band_between(box: int, pixel_angstrom: float, low_angstrom: float, high_angstrom: float) -> Band:
    """The band from `low_angstrom` (coarse) to `high_angstrom` (fine), never past the last whole shell.

    SettingsError unless the limits are positive and leave at least one shell.

    Parameters
    ----------
    box
        Edge of the images in pixels.
    pixel_angstrom
        Pixel size, Å.
    low_angstrom
        Coarsest resolution in the band, Å.
    high_angstrom
        Finest resolution in the band, Å.
    """
    if not (pixel_angstrom > 0 and 0 < high_angstrom <= low_angstrom):
        raise SettingsError(
            f"limits of {low_angstrom} and {high_angstrom} Å: the low one must be the larger, both positive"
        )
    edge = box * pixel_angstrom
    first = max(1, math.ceil(edge / low_angstrom - 1e-6))
    last = min(math.floor(edge / high_angstrom + 1e-6), box // 2 - 1)
    if last < first:
        raise SettingsError(
            f"no shell between {low_angstrom} and {high_angstrom} Å in a box of {edge:.1f} Å: "
            f"the finest is {edge / max(1, box // 2 - 1):.2f} Å, the coarsest {edge:.1f} Å"
        )
    return _band(box, pixel_angstrom, first, last)


@lru_cache(maxsize=64)
def _band(box: int, pixel_angstrom: float, first: int, last: int) -> Band:
    y, x = np.meshgrid(np.arange(-last, last + 1), np.arange(last + 1), indexing="ij")
    shell = np.rint(np.hypot(x, y)).astype(np.int64)
    kept = (shell >= first) & (shell <= last) & ((x > 0) | (y > 0))
    return Band(box, pixel_angstrom, first, last, x[kept], y[kept], shell[kept])


@dataclass(frozen=True)
class Reference:
    """A map ready for slicing within a band: the padded grid of `imaging.slices`, of the box `band.crop`.

    Its slices are those of the whole map divided by the box.
    """

    grid: Complex[Tensor, "pz py px"]
    padding: int


@runtime_checkable
class _Grid(Protocol):
    @property
    def box(self) -> int: ...

    @property
    def pixel_angstrom(self) -> float: ...


def on_grid_of(images: _Grid, volume: Volume) -> Volume:
    """The map on the voxels of the images, resampled about its centre if it has others."""
    same = abs(volume.voxel_angstrom / images.pixel_angstrom - 1.0) < _SAME_VOXEL
    if same and all(size == images.box for size in volume.density.shape):
        return volume
    return resample(volume, images.pixel_angstrom, images.box)


def prepare_reference(volume: Volume, band: Band, padding: int, device: Device = None) -> Reference:
    """A map cropped to a band and ready for slicing (`prepare_references`)."""
    return prepare_references(volume, (band,), padding, device)[0]


def prepare_references(
    volume: Volume, bands: Sequence[Band], padding: int, device: Device = None
) -> list[Reference]:
    """A map cropped to each of some bands and ready for slicing; one on other voxels is resampled to the images' first.

    One shell more than a band has is kept, for the interpolation at its edge, and nothing beyond. The whole map is
    transformed once. ShapeError for a map that is not a cube.

    Parameters
    ----------
    volume
        A cubic map.
    bands
        The coefficients to compare, of images of one box.
    padding
        Edge of the padded grid over the box.
    device
        Where the grids will lie; the CPU if None.
    """
    if len(set(volume.density.shape)) > 1:
        raise ShapeError(f"a reference of {tuple(volume.density.shape)} voxels: it must be a cube")
    density = on_grid_of(bands[0], volume).density.to(device, torch.float32)
    density = _resized(density, max(band.crop for band in bands))
    return [_reference(density, band, padding) for band in bands]


def _reference(density: Float[Tensor, "d d d"], band: Band, padding: int) -> Reference:
    small = _resized(density, band.crop)
    finest = band.edge_angstrom / (band.last + 1.5)
    kept = low_pass(Volume(small, band.edge_angstrom / band.crop), finest, 0.0).density
    grid = prepare(kept, padding) * ((band.box / band.crop) ** 3 / band.box)
    return Reference(grid.contiguous(), padding)


def _resized(density: Float[Tensor, "d d d"], box: int) -> Float[Tensor, "e e e"]:
    return density if density.shape[0] == box else fourier_crop_or_pad(density, (box,) * 3)


@dataclass(frozen=True)
class Calibration:
    """Shell by shell, from 0 to `band.last`: the noise's power in the images, and the reference's gain.

    `noise` is the power of a coefficient divided by the box (1 for white noise of deviation 1); `gain` is the
    factor by which the reference predicts images best, 0 where it predicts nothing. Images whose noise differs have a
    row of `noise` each.
    """

    noise: Float[Tensor, "*n s"]
    gain: Float[Tensor, " s"]


@dataclass(frozen=True)
class Views:
    """A batch of images as a band sees them: `data` x, and `transfer` t, so that t · slice = p.

    `slope` is the derivative of `transfer` with respect to the defocus in Å; it has no columns where defocus
    stays. `power` is Σ|x|² of each image.
    """

    data: Complex[Tensor, "n p"]
    transfer: Float[Tensor, "n p"]
    slope: Float[Tensor, "n q"]
    power: Float[Tensor, " n"]

    def __len__(self) -> int:
        """Count the images."""
        return len(self.data)

    def take(self, index: Int[Tensor, " m"]) -> "Views":
        """The images of `index`."""
        return Views(self.data[index], self.transfer[index], self.slope[index], self.power[index])


def spectra_within(images: Float[Tensor, "n y x"], band: Band) -> Complex[Tensor, "n p"]:
    """Coefficients of the band about the box's centre, divided by the box."""
    box = band.box
    at = torch.from_numpy((band.y % box) * (box // 2 + 1) + band.x).to(images.device)
    turns = torch.from_numpy((band.x + band.y) * (box // 2)).double() / box
    phase = torch.polar(torch.full_like(turns, 1.0 / box), 2.0 * math.pi * turns)
    spectra = raw_image_spectrum(images.float()).flatten(1)[:, at]
    return spectra * phase.to(images.device, torch.complex64)


def views_of(
    spectra: Complex[Tensor, "n p"],
    optics: Optics,
    band: Band,
    calibration: Calibration,
    defocus_change_angstrom: Float[Tensor, " n"] | None = None,
) -> Views:
    """Whitened images with their transfer functions; with a change of defocus, also the derivative to it.

    Parameters
    ----------
    spectra
        (n, p), from `spectra_within`.
    optics
        n rows of CTF parameters.
    band
        The coefficients that `spectra` holds.
    calibration
        Noise and gain of each shell.
    defocus_change_angstrom
        (n,), added to both defoci, Å; None leaves the defocus alone.
    """
    shell = torch.from_numpy(band.shell).to(spectra.device)
    scale = (2.0 / calibration.noise.to(spectra.device)).sqrt().float()[..., shell]
    data = spectra * scale
    gain = calibration.gain.to(spectra.device).float()[shell] * scale
    phase, envelope = _phase_and_envelope(optics, band)
    per_defocus = _phase_per_defocus(optics, band)
    if defocus_change_angstrom is not None:
        phase = phase + defocus_change_angstrom[:, None] * per_defocus
        slope = gain * envelope * phase.cos() * per_defocus
    else:
        slope = phase.new_zeros(len(data), 0)
    power = data.real.square().sum(1) + data.imag.square().sum(1)
    return Views(data, gain * envelope * phase.sin(), slope, power)


def _phase_and_envelope(optics: Optics, band: Band) -> tuple[Float[Tensor, "n p"], Float[Tensor, "n p"]]:
    """Phase γ and envelope scale · exp(−B s² / 4) of `optics.ctf`, at the coefficients of the band alone."""
    fx, fy = band.frequencies(optics.pixel_angstrom.device)
    gamma = phase_of_factors(ctf_factors(optics).float()[:, :, None], fx, fy)
    decay = torch.exp(optics.damping_angstrom2.float()[:, None] * (-(fx**2 + fy**2) / 4.0))
    return gamma, decay * optics.scale.float()[:, None]


def _phase_per_defocus(optics: Optics, band: Band) -> Float[Tensor, "n p"]:
    """Derivative of γ with respect to a change of both defoci, πλs² (1/Å)."""
    fx, fy = band.frequencies(optics.pixel_angstrom.device)
    factor = math.pi * wavelength_angstrom(optics.voltage_kilovolt)
    return factor.float()[:, None] * (fx**2 + fy**2)
