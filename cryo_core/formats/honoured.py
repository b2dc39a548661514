"""What a table says of its images that nothing here takes into account: refused by name and value where it matters."""

import math

import numpy as np
import pandas as pd
from jaxtyping import Float

from cryo_core.data import Applied, Particles
from cryo_core.errors import FormatError
from cryo_core.formats.relion_optics import APPLIED
from cryo_core.optics.ctf import EVEN_COEFFICIENTS, wavelength_angstrom

_LEAST_PHASE = 0.25
"""Radians at the images' Nyquist from which on an aberration is worth more than 3% of the signal there."""

_ABERRATIONS = (
    ("cisTEMBeamTiltX", "cisTEMBeamTiltY"),
    ("ctf/shift_A[0]", "ctf/shift_A[1]"),
    ("ctf/trefoil_A[0]", "ctf/trefoil_A[1]"),
    ("ctf/tetra_A[0]", "ctf/tetra_A[1]", "ctf/tetra_A[2]", "ctf/tetra_A[3]"),
)


def require_honoured(particles: Particles) -> None:
    """Raise FormatError, with row, name and value, for what would make the images mean something else.

    Even Zernike coefficients beyond the fourth order; images to be mirrored (rlnIsFlip); and, where they turn phases by
    a quarter of a radian at the images' Nyquist or more, cisTEM's beam tilt and cryoSPARC's shift, trefoil and
    tetrafoil (ctf/…), whose signs and units are not published.
    """
    beyond = particles.optics.even_zernike[:, EVEN_COEFFICIENTS:].numpy()
    if beyond.any():
        row, at = np.argwhere(beyond)[0]
        raise _refused(
            int(row), f"rlnEvenZernike, coefficient {EVEN_COEFFICIENTS + at + 1}", float(beyond[row, at])
        )
    mirrored = _numbers(particles.extra, "rlnIsFlip")
    if mirrored.any():
        row = int(np.argmax(mirrored != 0))
        raise _refused(row, "rlnIsFlip", float(mirrored[row]))
    for names in _ABERRATIONS:
        for name in names:
            values = _numbers(particles.extra, name)
            if values.any():
                turned = np.abs(values * _per_unit(particles, name))
                if turned.max() >= _LEAST_PHASE:
                    row = int(turned.argmax())
                    raise _refused(row, name.split("[")[0], float(values[row]), float(turned[row]))


def require_ctf_may_change(particles: Particles) -> None:
    """Raise FormatError, with the row, for images that were flipped or multiplied by the CTF of their table.

    They are made plain by that CTF: a table with another would make something else of them.
    """
    applied = particles.optics.applied.numpy()
    if applied.any():
        row = int(np.argmax(applied != 0))
        raise FormatError(
            f"row {row + 1}: {APPLIED[Applied(int(applied[row]))]} is set: these images hold the CTF of this table, "
            "and could not be read by a table with another: extract them again without, or leave the defocus as it is"
        )


def _refused(row: int, name: str, value: float, turned: float | None = None) -> FormatError:
    how = "" if turned is None else f", which turns phases by about {turned:.2g} radians at Nyquist,"
    return FormatError(
        f"row {row + 1}: {name} is {value:g}{how} and is not taken into account: leave it out of the table to do "
        "without (`cryo convert` does between kinds), or crop the images to a coarser pixel with the program that "
        "knows it"
    )


def _per_unit(particles: Particles, name: str) -> Float[np.ndarray, " n"]:
    """Radians at Nyquist for one unit of an aberration."""
    optics = particles.optics
    wavelength = wavelength_angstrom(optics.voltage_kilovolt).numpy()
    nyquist = 0.5 / optics.pixel_angstrom.double().numpy()
    if name.startswith("cisTEM"):  # mrad
        spherical = optics.spherical_aberration_mm.double().numpy() * 1e7
        return 2e-3 * math.pi * spherical * wavelength**2 * nyquist**3
    if "shift" in name:
        return 2 * math.pi * nyquist
    if "trefoil" in name:
        return 2 / 3 * math.pi * wavelength**2 * nyquist**3
    return 2 * math.pi * wavelength**3 * nyquist**4


def _numbers(table: pd.DataFrame, name: str) -> Float[np.ndarray, " n"]:
    """A carried column as numbers, 0 where it is absent or none."""
    if name not in table:
        return np.zeros(len(table))
    return np.nan_to_num(pd.to_numeric(table[name], errors="coerce").to_numpy(np.float64))
