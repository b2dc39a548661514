"""The forward model: image = slice · CTF, moved by −shift."""

import math

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Optics, Poses
from cryo_core.fourier.grids import centred_axis, half_axis
from cryo_core.fourier.transforms import spectrum_to_image
from cryo_core.imaging.slices import extract_slices
from cryo_core.optics.ctf import ctf


def shift_spectra(
    spectra: Complex[Tensor, "n y xh"], shift_angstrom: Float[Tensor, "n 2"], pixel_angstrom: float
) -> Complex[Tensor, "n y xh"]:
    """Half spectra of images moved by +shift: multiplied by exp(−2πi k·shift).

    Parameters
    ----------
    spectra
        (n, y, xh), half spectra of square images.
    shift_angstrom
        (n, 2), x and y in Å.
    pixel_angstrom
        Pixel size, Å.
    """
    box = spectra.shape[-2]
    turn = shift_angstrom * (-2.0 * math.pi / (box * pixel_angstrom))
    x = turn[:, 0, None] * half_axis(box, spectra.device)
    y = turn[:, 1, None] * centred_axis(box, spectra.device)
    phase_x = torch.complex(x.cos(), x.sin())[:, None, :]
    phase_y = torch.complex(y.cos(), y.sin())[:, :, None]
    return spectra * (phase_y * phase_x)


def centre_spectra(
    spectra: Complex[Tensor, "n y xh"], poses: Poses, pixel_angstrom: float
) -> Complex[Tensor, "n y xh"]:
    """Half spectra of observed images, moved by +shift so that their particles lie at the centre.

    Parameters
    ----------
    spectra
        (n, y, xh), half spectra of square images.
    poses
        n poses; their shifts are used.
    pixel_angstrom
        Pixel size, Å.
    """
    return shift_spectra(spectra, poses.shift_angstrom, pixel_angstrom)


def model_spectra(
    padded: Complex[Tensor, "pz py px"],
    poses: Poses,
    optics: Optics,
    box: int,
    pixel_angstrom: float,
    padding: int = 2,
) -> Complex[Tensor, "n y xh"]:
    """Noise-free half spectra of images of a prepared volume: slice · CTF, moved by −shift.

    Differentiable to the volume, the rotation and the shift.

    Parameters
    ----------
    padded
        (pz, py, px), from `slices.prepare` with the same padding.
    poses, optics
        n rotations and shifts (Å), and n rows of CTF parameters.
    box
        Edge of the images in pixels.
    pixel_angstrom
        Pixel size, Å.
    padding
        Edge of the padded grid over the box.
    """
    slices = extract_slices(padded, poses.rotation, box, padding)
    return shift_spectra(slices * ctf(optics, box, pixel_angstrom), -poses.shift_angstrom, pixel_angstrom)


def simulate_images(
    padded: Complex[Tensor, "pz py px"],
    poses: Poses,
    optics: Optics,
    box: int,
    pixel_angstrom: float,
    padding: int = 2,
) -> Float[Tensor, "n y x"]:
    """Noise-free images of a prepared volume.

    Parameters
    ----------
    padded
        (pz, py, px), from `slices.prepare` with the same padding.
    poses, optics
        n rotations and shifts (Å), and n rows of CTF parameters.
    box
        Edge of the images in pixels.
    pixel_angstrom
        Pixel size, Å.
    padding
        Edge of the padded grid over the box.
    """
    return spectrum_to_image(model_spectra(padded, poses, optics, box, pixel_angstrom, padding), box)
