"""High-resolution noise substitution (Chen et al. 2013): do half maps agree where images are noise."""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack, Poses
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device, image_frequencies, shell_index
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.validation.fsc import RANDOMISE_BELOW, FscCurve
from cryo_core.validation.twins import Twins


@dataclass(frozen=True)
class SharedNoise:
    """Images of one particle, picked more than once, which hold the same noise in another place.

    Row i gets the noise that is drawn for row `first[i]`, moved by `moved_pixel[i]` (x, y).
    """

    first: Int[np.ndarray, " n"]
    moved_pixel: Float[Tensor, "n 2"]

    @classmethod
    def of(cls, twins: Twins, poses: Poses, pixel_angstrom: float) -> "SharedNoise":
        """The noise of twins, moved as far as their particles are, which their shifts tell.

        Parameters
        ----------
        twins
            Which rows are of one image, and of one particle.
        poses
            Of all rows.
        pixel_angstrom
            Pixel size, Å.
        """
        shift = poses.shift_angstrom
        first, image = (torch.from_numpy(rows) for rows in (twins.first, twins.image))
        return cls(twins.first, (shift[first] - shift[image]) / pixel_angstrom)


_SURE_SHELLS = 2
"""Shells from the first substituted one on that are not corrected, as shells of images and maps differ slightly."""


class Substituted:
    """An ImageStack whose phases at and beyond a resolution are random; amplitudes stay.

    The new detail is noise of the images' own power, which no pose explains. An image is the same at each
    reading: its phases are drawn from `seed` and its row. Images of one particle (`twins`) get the same noise, as
    they had.

    Parameters
    ----------
    images
        The images.
    from_angstrom
        Finest resolution that stays, Å.
    seed
        Of the phases.
    twins
        Of all rows of the data set.
    rows
        Row of each image in it; without them its own number.
    device
        Where images are changed, and lie afterwards; where they were read if None.
    """

    def __init__(
        self,
        images: ImageStack,
        from_angstrom: float,
        seed: int = 0,
        twins: SharedNoise | None = None,
        rows: Int[np.ndarray, " n"] | None = None,
        device: Device = None,
    ) -> None:
        self._device = device
        self.box, self.pixel_angstrom = images.box, images.pixel_angstrom
        first = round(self.box * self.pixel_angstrom / from_angstrom)
        if not 1 <= first <= self.box // 2:
            raise SettingsError(
                f"phases from {from_angstrom} Å: should lie within the {self.box // 2} shells of the images"
            )
        self._images, self._seed, self._twins = images, seed, twins
        self._rows = np.arange(len(images)) if rows is None else rows
        self._beyond = shell_index((self.box, self.box)) >= first

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Read these images, phases made random."""
        images = self._images.read(index).to(self._device)
        if not len(index):
            return images
        row = self._rows[index]
        drawn_for = torch.from_numpy(row if self._twins is None else self._twins.first[row])
        noise = noise_of(drawn_for.to(images.device), self._seed, self.box)
        spectrum, white = image_to_spectrum(images), image_to_spectrum(noise)
        moved = None if self._twins is None else self._twins.moved_pixel[torch.from_numpy(row)]
        if moved is not None and bool((moved != 0).any()):
            x, y = moved.to(images.device, torch.float32).T
            fy, fx = image_frequencies(self.box, 1.0, images.device)
            turn = -2.0 * torch.pi * (x[:, None, None] * fx + y[:, None, None] * fy)
            white = white * torch.polar(torch.ones_like(turn), turn)
        drawn = spectrum.abs() * white / white.abs().clamp(min=1e-20)
        beyond = self._beyond.to(images.device)
        return spectrum_to_image(torch.where(beyond, drawn, spectrum), self.box).to(images.dtype)


def noise_of(rows: Int[Tensor, " n"], seed: int, box: int) -> Float[Tensor, "n y x"]:
    """White noise of mean 0, uniform within ±1, that depends on the seed, the row and the pixel alone.

    Each pixel's number is hashed by itself (twice the finaliser of MurmurHash3; Appleby, public domain), so that any
    batch is drawn at once on any device, and the same image gets the same noise at each reading. Of the spectrum only
    phases are used: those of a sum over thousands of pixels are uniform, whatever the distribution of one.

    Parameters
    ----------
    rows
        (n,), the images' rows.
    seed
        Seed of the noise.
    box
        Edge of the images in pixels.
    """
    own = _hashed(rows.long() + (seed % _WORD) * 0x9E3779B1)
    if rows.device.type == "cpu":
        from cryo_core.refinement.kernels_noise import noise

        out = np.empty((len(rows), box * box), np.float32)
        noise(own.numpy().astype(np.uint32), out)
        return torch.from_numpy(out).reshape(-1, box, box)
    pixel = torch.arange(box * box, device=rows.device)
    drawn = _hashed(_hashed(pixel + own[:, None]) + own[:, None])
    return (drawn.float() * (2.0 / _WORD) - 1.0).reshape(-1, box, box)


_WORD = 1 << 32


def _hashed(number: Int[Tensor, "*n"]) -> Int[Tensor, "*n"]:
    """Numbers of 32 bits, in integers of 64, mixed so that each bit depends on all."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        number = number & (_WORD - 1)
        number = (number ^ (number >> shift)) * factor
    number = number & (_WORD - 1)
    return number ^ (number >> 16)


def substitute_from_angstrom(curve: FscCurve, limit_angstrom: float, margin_shells: int = 3) -> float:
    """The resolution in Å to substitute from: where the FSC first falls below 0.8, as published.

    That is at least `margin_shells` coarser than the limit of alignment: shells that alignment does not use
    cannot be made to agree by it, substituted or not.

    Parameters
    ----------
    curve
        FSC of the half maps.
    limit_angstrom
        Finest resolution used in alignment, Å.
    margin_shells
        Shells to keep between both.
    """
    edge = 1.0 / float(curve.frequency_per_angstrom[1])
    under = torch.nonzero(~(curve.correlation[1:] >= RANDOMISE_BELOW))
    first = int(under[0]) + 1 if len(under) else len(curve.correlation) - 1
    return edge / max(1, min(first, round(edge / limit_angstrom) - margin_shells))


def without_noise(curve: FscCurve, substituted: FscCurve, from_angstrom: float) -> FscCurve:
    """The FSC corrected for substituted noise, (FSC − n) / (1 − n), n the FSC after the same refinement of noise.

    Chen et al. 2013, from the second shell past the first substituted one on. Only positive n count, so the
    corrected FSC is never higher. ShapeError if the curves are not of one grid.

    Parameters
    ----------
    curve
        FSC of the half maps.
    substituted
        FSC of half maps of the substituted images, refined alike.
    from_angstrom
        The resolution from which phases were substituted, Å.
    """
    if curve.correlation.shape != substituted.correlation.shape:
        raise ShapeError(f"curves of {len(curve.correlation)} and {len(substituted.correlation)} shells")
    first = round(1.0 / float(curve.frequency_per_angstrom[1]) / from_angstrom)
    t, n = curve.correlation, substituted.correlation.clamp(0.0, 1.0 - 1e-9)
    late = torch.arange(len(t)) >= first + _SURE_SHELLS
    left = torch.where(late, ((t - n) / (1.0 - n)).clamp(min=-1.0), t)
    return FscCurve(curve.frequency_per_angstrom, left, curve.voxel_angstrom)
