"""The forward model: image = slice · CTF, moved by −shift."""

import math

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Optics, Poses
from cryo_core.fourier.grids import centred_axis, half_axis
from cryo_core.fourier.transforms import spectrum_to_image
from cryo_core.imaging.ctf import ctf
from cryo_core.imaging.slices import extract_slices


def shift_spectra(
    spectra: Complex[Tensor, "n y xh"], shift_angstrom: Float[Tensor, "n 2"], pixel_angstrom: float
) -> Complex[Tensor, "n y xh"]:
    """Move images by +shift (x, y), in Å: multiply their half spectra by exp(−2πi k·shift)."""
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
    """Move observed images so that their particles lie at the centre: by +shift."""
    return shift_spectra(spectra, poses.shift_angstrom, pixel_angstrom)


def model_spectra(
    padded: Complex[Tensor, "pz py px"],
    poses: Poses,
    optics: Optics,
    box: int,
    pixel_angstrom: float,
    padding: int = 2,
) -> Complex[Tensor, "n y xh"]:
    """Give the half spectra that a prepared volume would show: slice · CTF, moved by −shift.

    `padded` and `padding` as in `extract_slices`. Differentiable to the volume, the rotation and the shift.
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
    """Give the noise-free images of a prepared volume; arguments as in `model_spectra`."""
    return spectrum_to_image(model_spectra(padded, poses, optics, box, pixel_angstrom, padding), box)
