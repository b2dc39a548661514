"""Aberrations in RELION's Zernike polynomials: Z(m, n) of the frequency in 1/Å, which no radius scales.

Coefficient i of rlnOddZernike is that of n = 2k + 1, m = 2 (i − k² − k) − n with k = ⌊(√(1 + 4i) − 1) / 2⌋, and of
rlnEvenZernike that of n = 2k, m = 2 (i − k² − k) with k = ⌊√i⌋; Z is R(n, |m|) cos mα for m ≥ 0 and R(n, |m|) sin |m|α
for m < 0, α from x towards y (RELION's math/Zernike.cpp, single_particle/obs_model.cpp). The spectrum of an image is
that of a plain microscope times exp(iφ), φ = Σ c Z − 2π Cs λ² s² (k · tilt).
"""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Optics
from cryo_core.optics.ctf import wavelength_angstrom

Frequencies = Float[Tensor, "*grid"]


def odd_order(index: int) -> tuple[int, int]:
    """Numbers (m, n) of an odd coefficient."""
    k = (math.isqrt(1 + 4 * index) - 1) // 2
    n = 2 * k + 1
    return 2 * (index - k * k - k) - n, n


def even_order(index: int) -> tuple[int, int]:
    """Numbers (m, n) of an even coefficient."""
    k = math.isqrt(index)
    return 2 * (index - k * k - k), 2 * k


def zernike(m: int, n: int, fx: Frequencies, fy: Frequencies) -> Frequencies:
    """Z(m, n) at frequencies in 1/Å.

    Parameters
    ----------
    m, n
        Numbers of the polynomial, n − |m| even.
    fx, fy
        Frequencies along x and y.
    """
    fold = abs(m)
    s2 = fx**2 + fy**2
    radial = torch.zeros_like(s2)
    for k in range((n - fold) // 2 + 1):
        ways = math.factorial(n - k) // math.factorial(k)
        ways //= math.factorial((n + fold) // 2 - k) * math.factorial((n - fold) // 2 - k)
        radial = radial + (-1) ** k * ways * s2 ** ((n - fold) // 2 - k)
    real, imaginary = torch.ones_like(s2), torch.zeros_like(s2)  # of (fx + i fy) to the power of |m|
    for _ in range(fold):
        real, imaginary = real * fx - imaginary * fy, real * fy + imaginary * fx
    return radial * (real if m >= 0 else imaginary)


def phase_error(optics: Optics, fx: Frequencies, fy: Frequencies) -> Float[Tensor, "n y xh"]:
    """Phase φ in radians that beam tilt and odd coefficients add to the spectrum of each image.

    Parameters
    ----------
    optics
        n rows.
    fx, fy
        Frequencies of a microscope without distortion, 1/Å.
    """
    kind = fx.dtype
    total = torch.zeros((), dtype=kind, device=fx.device)
    if optics.beam_tilt_mrad.shape[1]:
        wavelength = wavelength_angstrom(optics.voltage_kilovolt)
        factor = -2e-3 * math.pi * optics.spherical_aberration_mm.double() * 1e7 * wavelength**2
        tilt = (factor[:, None] * optics.beam_tilt_mrad.double()).to(kind)[:, :, None, None]
        total = total + (fx**2 + fy**2) * (tilt[:, 0] * fx + tilt[:, 1] * fy)
    for index in range(optics.odd_zernike.shape[1]):
        coefficient = optics.odd_zernike[:, index].to(kind)
        if bool(coefficient.any()):
            total = total + coefficient[:, None, None] * zernike(*odd_order(index), fx, fy)
    return total + torch.zeros_like(fx + fy)
