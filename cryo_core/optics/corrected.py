"""Images as a plain microscope with their transfer function would have given them, corrected as they are read.

What is taken off the spectrum Y of an image with the transfer function C:

============== =========================================================================================
premultiplied  Y / C, and beside zeros Y C / ε², where |C| / envelope < ε: so the signal is C F again, and the noise
               that of the image before. ε is what C changes by over half a coefficient, at least 0.05 and at most
               0.3: by so much a zero is filled from beside it where the image was cut out of a larger one after it
               was multiplied (the noise is then 1.0 to 1.25 of the image before, in power; else 0.8 to 1)
phase-flipped  Y sign(C)
beam tilt, odd Zernike coefficients
               Y exp(−iφ) (`zernike.phase_error`)
============== =========================================================================================
"""

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import Applied, ImageStack, Optics
from cryo_core.fourier.grids import image_frequencies
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.optics.ctf import decay, phase, phase_slope
from cryo_core.optics.zernike import phase_error

_LEAST_SINE, _MOST_SINE, _SMEARED = 0.05, 0.3, 0.5
"""Bounds of ε, and over how many coefficients it lets the phase change."""
_LEAST_ENVELOPE = 1e-3
"""The same of its envelope: what lies below was rounded away when the image was stored."""


class CorrectedImages:
    """An ImageStack of the images of another, made plain on `device` as they are read."""

    def __init__(self, images: ImageStack, optics: Optics, device: torch.device | str = "cpu") -> None:
        self._images, self._optics, self._device = images, optics, device
        self.box, self.pixel_angstrom = images.box, images.pixel_angstrom

    def __len__(self) -> int:
        """Count the images."""
        return len(self._images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """The images of these rows, as float32."""
        images = self._images.read(index).to(self._device)
        optics = self._optics.take(torch.from_numpy(np.asarray(index, np.int64))).to(self._device)
        spectra = corrected_spectra(image_to_spectrum(images), optics, self.pixel_angstrom)
        return spectrum_to_image(spectra, self.box)


def corrected_spectra(
    spectra: Complex[Tensor, "n y xh"], optics: Optics, pixel_angstrom: float
) -> Complex[Tensor, "n y xh"]:
    """Spectra without what was done to them by the transfer function, beam tilt and odd aberrations.

    Parameters
    ----------
    spectra
        (n, y, xh), half spectra of square images.
    optics
        n rows.
    pixel_angstrom
        Pixel size, Å.
    """
    fy, fx = image_frequencies(spectra.shape[-2], pixel_angstrom, spectra.device)
    if bool(optics.applied.any()):
        spectra = spectra * _undone(optics, fx[None], fy[None], pixel_angstrom)
    if optics.beam_tilt_mrad.shape[1] or optics.odd_zernike.shape[1]:
        error = phase_error(optics, fx[None], fy[None])
        spectra = spectra * torch.complex(error.cos(), -error.sin())
    return spectra


def _undone(
    optics: Optics, fx: Float[Tensor, "*#n y xh"], fy: Float[Tensor, "*#n y xh"], pixel_angstrom: float
) -> Float[Tensor, "n y xh"]:
    """What takes back that a spectrum was multiplied by its transfer function, or by its sign."""
    applied, scale = optics.applied[:, None, None], optics.scale[:, None, None]
    sine = torch.sin(phase(optics, fx, fy)) * torch.where(scale < 0, -1.0, 1.0)
    envelope = (decay(optics, fx, fy) * scale.abs()).clamp(min=_LEAST_ENVELOPE)
    least = _SMEARED * phase_slope(optics, fx, fy) / (fx.shape[-2] * pixel_angstrom)
    least = least.clamp(_LEAST_SINE, _MOST_SINE)
    inverse = sine / (torch.maximum(sine.abs(), least).square() * envelope)
    sign = torch.where(sine < 0, -1.0, 1.0)
    return torch.where(applied == Applied.WHOLE, inverse, torch.where(applied == Applied.SIGN, sign, 1.0))
