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
another pixel size or box
               resampled (`resample.resample_images`)
magnification  Y C(M k) resampled from k to M k, divided by C as above: times C, because what C carried far from the
               particle, and over the edges of the box, would come to lie a little aside
============== =========================================================================================
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import Applied, ImageStack, Optics
from cryo_core.fourier.grids import image_frequencies
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.optics.ctf import decay, phase, phase_slope
from cryo_core.optics.resample import resample_images
from cryo_core.optics.zernike import phase_error

_LEAST_SINE, _MOST_SINE, _SMEARED = 0.05, 0.3, 0.5
"""Bounds of ε, and over how many coefficients it lets the phase change."""

_LEAST_ENVELOPE = 1e-3
"""Least envelope that is divided by: what lies below was rounded away when the image was stored."""

SAME_PIXEL = 1e-4
"""Share by which pixel sizes may differ and be one."""

_AT_ONCE = 16
"""Images that are brought to another grid together."""


@dataclass(frozen=True)
class Stored:
    """Images of one pixel and box: which rows of a table they are, ascending, and where they are read from."""

    rows: Int[np.ndarray, " m"]
    images: ImageStack


class CorrectedImages:
    """An ImageStack of the images of a table, made plain and brought to one grid on `device` as they are read.

    The grid is that of the coarsest pixels, which all images fill to Nyquist, and the largest even box that all
    images fill, to a pixel.

    Parameters
    ----------
    parts
        The images, together all rows of the table.
    optics
        Of each row; `pixel_angstrom` is not read.
    shift_angstrom
        (n, 2), of each row's pose. A magnification is taken off about the particle, so that its shift stays what it
        is; where there is none (NaN), about the centre.
    device
        Where images are corrected.
    """

    def __init__(
        self,
        parts: Sequence[Stored],
        optics: Optics,
        shift_angstrom: Float[Tensor, "n two"],
        device: torch.device | str = "cpu",
    ) -> None:
        self._parts, self._optics, self._device = parts, optics, device
        self._shift = shift_angstrom.double().nan_to_num(0.0)
        self._part, self._row = (np.zeros(len(optics), np.int64) for _ in range(2))
        for number, part in enumerate(parts):
            self._part[part.rows], self._row[part.rows] = number, np.arange(len(part.rows))
        self.box, self.pixel_angstrom = common_grid([part.images for part in parts])
        matrices, kind = np.eye(2).reshape(1, 4), np.zeros(len(optics), np.int64)
        if optics.magnification.shape[1]:
            matrices, kind = np.unique(optics.magnification.cpu().numpy(), axis=0, return_inverse=True)
        self._matrices = torch.from_numpy(matrices).double().reshape(-1, 2, 2)
        self._kind = self._part * len(matrices) + kind.reshape(-1)

    def __len__(self) -> int:
        """Count the images."""
        return len(self._part)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """The images of these rows, as float32."""
        rows = np.asarray(index, np.int64)
        out = torch.empty(len(rows), self.box, self.box, device=self._device)
        for kind in np.unique(self._kind[rows]):
            mine = np.flatnonzero(self._kind[rows] == kind)
            part = self._parts[kind // len(self._matrices)].images
            images = part.read(self._row[rows[mine]]).to(self._device)
            for start in range(0, len(mine), _AT_ONCE):
                some = slice(start, start + _AT_ONCE)
                out[torch.from_numpy(mine[some])] = self._plain(images[some], part, rows[mine[some]])
        return out

    def _plain(
        self, images: Float[Tensor, "n y x"], part: ImageStack, rows: Int[np.ndarray, " n"]
    ) -> Float[Tensor, "n y2 x2"]:
        """Images of one part and one magnification, plain and on the common grid."""
        at = torch.from_numpy(rows)
        optics = self._optics.take(at).to(self._device)
        matrix = self._matrices[self._kind[rows[0]] % len(self._matrices)]
        distorted = bool((matrix != torch.eye(2)).any())
        turned = optics.beam_tilt_mrad.shape[1] or optics.odd_zernike.shape[1]
        if distorted or turned or bool(optics.applied.any()):
            spectra = corrected_spectra(image_to_spectrum(images), optics, part.pixel_angstrom, matrix)
            images = spectrum_to_image(spectra, part.box)
        scale = self.pixel_angstrom / part.pixel_angstrom
        if part.box == self.box and abs(scale - 1) < SAME_PIXEL:
            scale = 1.0
        elif abs(part.box / (self.box * scale) - 1) < SAME_PIXEL:
            scale = part.box / self.box  # the same field of view: cropped in Fourier space, to rounding
        if scale == 1.0 and part.box == self.box and not distorted:
            return images
        # At k the image has what belongs at M k: at r what belongs at the inverse of M's transpose times r.
        offset = self._shift[at] @ (matrix - torch.eye(2)) / part.pixel_angstrom
        images = resample_images(images, matrix.T * scale, offset, self.box)
        if not distorted:
            return images
        fy, fx = image_frequencies(self.box, self.pixel_angstrom, images.device)
        inverse = _inverse(optics, _sine(optics, fx, fy), fx, fy, self.pixel_angstrom)
        return spectrum_to_image(image_to_spectrum(images) * inverse, self.box)


def common_grid(parts: Sequence[ImageStack]) -> tuple[int, float]:
    """Box and pixel that images of several sizes are brought to (`CorrectedImages`)."""
    pixel = max(part.pixel_angstrom for part in parts)
    sizes = {(part.box, part.pixel_angstrom) for part in parts}
    if len({box for box, _ in sizes}) == 1 and pixel / min(p for _, p in sizes) < 1 + SAME_PIXEL:
        return parts[0].box, parts[0].pixel_angstrom
    return 2 * round(min(box * p for box, p in sizes) / pixel / 2), pixel


def corrected_spectra(
    spectra: Complex[Tensor, "n y xh"],
    optics: Optics,
    pixel_angstrom: float,
    matrix: Float[Tensor, "two two"] | None = None,
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
    matrix
        M of the magnification: what the spectrum has at k belongs at M k, where the optics are meant.
    """
    fy, fx = image_frequencies(spectra.shape[-2], pixel_angstrom, spectra.device)
    if matrix is not None:
        (xx, xy), (yx, yy) = matrix.tolist()
        fx, fy = xx * fx + xy * fy, yx * fx + yy * fy
    if matrix is not None and bool((matrix != torch.eye(2)).any()):
        spectra = spectra * _multiplied(optics, fx, fy)
    elif bool(optics.applied.any()):
        spectra = spectra * _undone(optics, fx, fy, pixel_angstrom)
    if optics.beam_tilt_mrad.shape[1] or optics.odd_zernike.shape[1]:
        error = phase_error(optics, fx[None], fy[None])
        spectra = spectra * torch.complex(error.cos(), -error.sin())
    return spectra


def _undone(
    optics: Optics, fx: Float[Tensor, "y xh"], fy: Float[Tensor, "y xh"], pixel_angstrom: float
) -> Float[Tensor, "n y xh"]:
    """What takes back that a spectrum was multiplied by its transfer function, or by its sign."""
    applied, sine = optics.applied[:, None, None], _sine(optics, fx, fy)
    inverse = _inverse(optics, sine, fx, fy, pixel_angstrom) / _envelope(optics, fx, fy)
    sign = torch.where(sine < 0, -1.0, 1.0)
    return torch.where(applied == Applied.WHOLE, inverse, torch.where(applied == Applied.SIGN, sign, 1.0))


def _multiplied(
    optics: Optics, fx: Float[Tensor, "y xh"], fy: Float[Tensor, "y xh"]
) -> Float[Tensor, "n y xh"]:
    """What makes a spectrum one that was multiplied by its transfer function without the envelope, once."""
    applied, sine = optics.applied[:, None, None], _sine(optics, fx, fy)
    whole = torch.where(applied == Applied.WHOLE, 1.0 / _envelope(optics, fx, fy), sine)
    return torch.where(applied == Applied.SIGN, sine.abs(), whole)


def _sine(optics: Optics, fx: Float[Tensor, "y xh"], fy: Float[Tensor, "y xh"]) -> Float[Tensor, "n y xh"]:
    """The transfer function without its envelope, in its sign."""
    return torch.sin(phase(optics, fx, fy)) * torch.where(optics.scale < 0, -1.0, 1.0)[:, None, None]


def _envelope(
    optics: Optics, fx: Float[Tensor, "y xh"], fy: Float[Tensor, "y xh"]
) -> Float[Tensor, "n y xh"]:
    """The size of the transfer function without its sine, nowhere too small to divide by."""
    return (decay(optics, fx, fy) * optics.scale.abs()[:, None, None]).clamp(min=_LEAST_ENVELOPE)


def _inverse(
    optics: Optics,
    sine: Float[Tensor, "n y xh"],
    fx: Float[Tensor, "y xh"],
    fy: Float[Tensor, "y xh"],
    pixel_angstrom: float,
) -> Float[Tensor, "n y xh"]:
    """What takes back that a spectrum was multiplied by the sine: 1 / sine, less beside its zeros."""
    least = _SMEARED * phase_slope(optics, fx, fy) / (fx.shape[-2] * pixel_angstrom)
    return sine / torch.maximum(sine.abs(), least.clamp(_LEAST_SINE, _MOST_SINE)).square()
