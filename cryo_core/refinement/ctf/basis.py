"""The polynomials of the frequency that aberrations are sums of, and what an optics group's are so far."""

from dataclasses import dataclass, field

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Optics
from cryo_core.optics.zernike import phase_error
from cryo_core.refinement.band import Band

ODD, EVEN = 6, 8
"""Numbers of odd polynomials (shift x, y; coma x, y; trefoil) and even ones (defocus, astigmatism; s⁴ and higher)."""

SHIFT, COMA, TREFOIL = slice(0, 2), slice(2, 4), slice(4, 6)
QUADRATIC, SPHERICAL, FOURTH = slice(0, 3), slice(3, 4), slice(4, 8)


def odd_basis(fx: Float[Tensor, " p"], fy: Float[Tensor, " p"]) -> Float[Tensor, "p 6"]:
    """Polynomials fx, fy, s² fx, s² fy, fx³ − 3 fx fy² and 3 fx² fy − fy³."""
    s2 = fx**2 + fy**2
    trefoil = fx**3 - 3.0 * fx * fy**2, 3.0 * fx**2 * fy - fy**3
    return torch.stack([fx, fy, s2 * fx, s2 * fy, *trefoil], 1)


def even_basis(fx: Float[Tensor, " p"], fy: Float[Tensor, " p"]) -> Float[Tensor, "p 8"]:
    """Polynomials s², e, o, s⁴, s² e, s² o, e² − o² and 2 e o, with e = fx² − fy² and o = 2 fx fy."""
    s2, even, odd = fx**2 + fy**2, fx**2 - fy**2, 2.0 * fx * fy
    fourth = s2 * even, s2 * odd, even**2 - odd**2, 2.0 * even * odd
    return torch.stack([s2, even, odd, s2**2, *fourth], 1)


def _none(count: int) -> Tensor:
    return torch.zeros(count, dtype=torch.float64)


@dataclass(frozen=True)
class Lens:
    """What an optics group's images have besides what their table says, as far as it is known.

    `odd` and `even` are factors of the polynomials, in radians at the finest frequency of the band: odd_basis · odd is
    added to the phases, and even_basis · even to γ. `matrix` M' comes after the table's matrix M: images have at k what
    a microscope without distortion has at M' M k, where the polynomials are meant.
    """

    odd: Float[Tensor, "6"] = field(default_factory=lambda: _none(ODD))
    even: Float[Tensor, "8"] = field(default_factory=lambda: _none(EVEN))
    matrix: Float[Tensor, "2 2"] = field(default_factory=lambda: torch.eye(2, dtype=torch.float64))


@dataclass(frozen=True)
class Grid:
    """The coefficients of a band where a lens means them.

    `matrix` takes the images' frequencies there; `fx`, `fy` are the frequencies there in 1/Å, `phase` what the table
    says that phases are turned by, and `odd` and `even` the polynomials, of frequencies in units of the band's finest.
    """

    matrix: Float[Tensor, "2 2"]
    fx: Float[Tensor, " p"]
    fy: Float[Tensor, " p"]
    phase: Float[Tensor, " p"]
    odd: Float[Tensor, "p 6"]
    even: Float[Tensor, "p 8"]


def unit_of(band: Band) -> float:
    """The frequency of the band's last shell, 1/Å."""
    return 1.0 / band.limit_angstrom


def grid_of(band: Band, optics: Optics, lens: Lens) -> Grid:
    """The coefficients of a band as a group's table and lens mean them, on the device of the optics.

    Parameters
    ----------
    band
        The coefficients.
    optics
        One row of the group.
    lens
        What is known besides.
    """
    x, y = band.frequencies(optics.pixel_angstrom.device)
    matrix = lens.matrix
    if optics.magnification.shape[1]:
        matrix = matrix @ optics.magnification[0].double().cpu().reshape(2, 2)
    (xx, xy), (yx, yy) = matrix.tolist()
    fx, fy = xx * x + xy * y, yx * x + yy * y
    phase = phase_error(optics, fx[None, None], fy[None, None])[0, 0]
    unit = unit_of(band)
    return Grid(matrix, fx, fy, phase, odd_basis(fx / unit, fy / unit), even_basis(fx / unit, fy / unit))


def carried(quadratic: Float[Tensor, "n 3"], matrix: Float[Tensor, "2 2"]) -> Float[Tensor, "n 3"]:
    """Factors of s², e and o at M k that are worth what the given ones are worth at k.

    Defocus and astigmatism were measured on images as they are: a distortion that is found does not change γ.

    Parameters
    ----------
    quadratic
        (n, 3), factors at k.
    matrix
        M.
    """
    round_, wide, skew = quadratic.double().unbind(1)
    form = torch.stack([torch.stack([round_ + wide, skew], 1), torch.stack([skew, round_ - wide], 1)], 1)
    inverse = torch.linalg.inv(matrix.double()).to(form.device)
    form = inverse.T @ form @ inverse
    xx, yy = form[:, 0, 0], form[:, 1, 1]
    return torch.stack([0.5 * (xx + yy), 0.5 * (xx - yy), form[:, 0, 1]], 1)
