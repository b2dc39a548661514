"""The contrast transfer function, in RELION's sign."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Optics
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import image_frequencies

EVEN_COEFFICIENTS = 9
"""Even Zernike coefficients that the phase γ takes in: those up to the fourth order."""


def wavelength_angstrom(voltage_kilovolt: Float[Tensor, "*n"]) -> Float[Tensor, "*n"]:
    """Relativistic wavelength of the electrons in Å (RELION's constants), in float64."""
    volts = voltage_kilovolt.to(torch.float64) * 1e3
    return 12.2643247 / torch.sqrt(volts * (1.0 + volts * 0.978466e-6))


def ctf(optics: Optics, box: int, pixel_angstrom: float) -> Float[Tensor, "n y xh"]:
    """Contrast transfer function of each image on the half spectrum of its box.

    scale · sin(γ) · exp(−B s² / 4), γ = πλ z(α) s² − ½π Cs λ³ s⁴ + phase shift + asin(amplitude contrast), where z(α) =
    ½ [u + v + (u − v) cos 2(α − angle)] (RELION's ctf.h; positive at low frequency).

    Parameters
    ----------
    optics
        n rows of CTF parameters; their pixel size is not read.
    box
        Edge of the images in pixels.
    pixel_angstrom
        Pixel size of the images, which may have been cropped since `optics` was read.

    Raises
    ------
    SettingsError
        An amplitude contrast is not within [−1, 1].
    """
    fy, fx = image_frequencies(box, pixel_angstrom, optics.pixel_angstrom.device)
    return torch.sin(phase(optics, fx, fy)) * decay(optics, fx, fy) * optics.scale[:, None, None]


def phase(
    optics: Optics, fx: Float[Tensor, "*#n y xh"], fy: Float[Tensor, "*#n y xh"]
) -> Float[Tensor, "n y xh"]:
    """Phase γ of each image's transfer function; errors as in `ctf`.

    Parameters
    ----------
    optics
        n rows of CTF parameters.
    fx, fy
        Frequencies, 1/Å.
    """
    factors = ctf_factors(optics).to(optics.defocus_u_angstrom.dtype)
    return phase_of_factors(factors[:, :, None, None], fx, fy)


def phase_of_factors(
    factors: Float[Tensor, "n f ..."], fx: Float[Tensor, "*grid"], fy: Float[Tensor, "*grid"]
) -> Float[Tensor, "..."]:
    """Phase γ at frequencies, of which the factors' last axes are.

    Parameters
    ----------
    factors
        From `ctf_factors`, with an axis of length 1 for each of the frequencies'.
    fx, fy
        Frequencies, 1/Å.
    """
    round_, wide, skew, spherical, constant, *high = factors.unbind(1)
    s2 = fx**2 + fy**2
    gamma = round_ * s2 + spherical * s2**2 + constant
    gamma = gamma + wide * (fx**2 - fy**2) + skew * (2.0 * fx * fy)
    if high:
        even, odd = fx**2 - fy**2, 2.0 * fx * fy
        gamma = gamma + s2 * (high[0] * even + high[1] * odd)
        gamma = gamma + high[2] * (even**2 - odd**2) + high[3] * (2.0 * even * odd)
    return gamma


def phase_slope(
    optics: Optics, fx: Float[Tensor, "*#n y xh"], fy: Float[Tensor, "*#n y xh"]
) -> Float[Tensor, "n y xh"]:
    """How fast γ changes with the frequency, in radians Å, by the mean defocus alone.

    Parameters
    ----------
    optics
        n rows of CTF parameters.
    fx, fy
        Frequencies, 1/Å.
    """
    s = (fx**2 + fy**2).sqrt()
    round_, spherical = (ctf_factors(optics)[:, i].to(s.dtype)[:, None, None] for i in (0, 3))
    return (2.0 * round_ * s + 4.0 * spherical * s**3).abs()


def decay(
    optics: Optics, fx: Float[Tensor, "*#n y xh"], fy: Float[Tensor, "*#n y xh"]
) -> Float[Tensor, "n y xh"]:
    """The envelope exp(−B s² / 4) of each image's transfer function.

    Parameters
    ----------
    optics
        n rows of CTF parameters.
    fx, fy
        Frequencies, 1/Å.
    """
    return torch.exp(optics.damping_angstrom2[:, None, None] * (-(fx**2 + fy**2) / 4.0))


def ctf_factors(optics: Optics) -> Float[Tensor, "n f"]:
    """Factors in γ of s², fx² − fy², 2 fx fy, s⁴ and 1, in float64; errors as in `ctf`.

    Where an image has even Zernike coefficients (up to the ninth, RELION's up to the fourth order), there are four
    more: of s² (fx² − fy²), s² 2 fx fy, (fx² − fy²)² − (2 fx fy)² and 2 (fx² − fy²) 2 fx fy. RELION's CTF is −sin of
    its own phase, which is −γ: so what the coefficients add to that is taken off γ.
    """
    if bool((optics.amplitude_contrast.abs() > 1).any()):
        raise SettingsError("amplitude contrast must lie between -1 and 1")
    u, v = optics.defocus_u_angstrom.double(), optics.defocus_v_angstrom.double()
    wavelength = wavelength_angstrom(optics.voltage_kilovolt)
    angle = 2.0 * torch.deg2rad(optics.defocus_angle_degrees.double())
    half = 0.5 * math.pi * wavelength
    spherical = -0.5 * math.pi * optics.spherical_aberration_mm.double() * 1e7 * wavelength**3
    constant = torch.deg2rad(optics.phase_shift_degrees.double())
    constant = constant + torch.asin(optics.amplitude_contrast.double())
    factors = half * (u + v), half * (u - v) * angle.cos(), half * (u - v) * angle.sin(), spherical, constant
    plain = torch.stack(factors, 1)
    count = optics.even_zernike.shape[1]
    if not count:
        return plain
    if bool(optics.even_zernike[:, EVEN_COEFFICIENTS:].any()):
        raise SettingsError(
            f"rlnEvenZernike: at most {EVEN_COEFFICIENTS} coefficients can be taken into account"
        )
    c = torch.zeros(len(plain), EVEN_COEFFICIENTS, dtype=torch.float64, device=plain.device)
    c[:, :count] = optics.even_zernike[:, :EVEN_COEFFICIENTS].double()
    turned = (
        *(2 * c[:, 2] - 6 * c[:, 6], c[:, 3] - 3 * c[:, 7], c[:, 1] - 3 * c[:, 5], 6 * c[:, 6]),
        *(c[:, 0] - c[:, 2] + c[:, 6], 4 * c[:, 7], 4 * c[:, 5], c[:, 8], c[:, 4]),
    )
    return torch.nn.functional.pad(plain, (0, 4)) - torch.stack(turned, 1)
