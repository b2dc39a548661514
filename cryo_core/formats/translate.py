"""What RELION and cryoSPARC both say of a particle beside its pose and defocus, from the one's words to the other's.

Place in the micrograph
    location/micrograph_path is rlnMicrographName. location/center_x_frac and center_y_frac are shares of its width
    and height, of which y counts from the last row: rlnCoordinateX = x · width, rlnCoordinateY = (1 − y) · height
    (pyem `metadata/cryosparc2.py`, its swapxy and inverty). RELION's table does not say width and height.
Beam tilt
    ctf/tilt_A is Cs · sin(tilt), both in Å: rlnBeamTiltX = asin(tilt_A / Cs) in mrad (pyem, same place).
Anisotropic magnification
    ctf/anisomag is rlnMagMat00, 01, 10, 11 less the identity, so that 0, 0, 0, 0 is none.

The other aberrations (ctf/trefoil_A, ctf/tetra_A; rlnOddZernike, rlnEvenZernike) have different bases and signs that
were not checked on both programs: they are left out, and named.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from jaxtyping import Float, Shaped

from cryo_core.data import Optics
from cryo_core.formats.fields import exact

PLACE = ("rlnMicrographName", "rlnCoordinateX", "rlnCoordinateY")
"""RELION's names of what is translated of a particle."""

LENS = ("ctf/tilt_A", "ctf/anisomag")
"""cryoSPARC's names of what `Optics` holds of a lens."""

TRANSLATED = (
    *(*LENS, "location/micrograph_path", "location/micrograph_shape"),
    *("location/center_x_frac", "location/center_y_frac"),
)
"""cryoSPARC's names of the same."""

_IDENTITY = np.array([1.0, 0.0, 0.0, 1.0])
_ANGSTROM_PER_MILLIMETRE = 1e7
_PATH, _SHAPE = "location/micrograph_path", "location/micrograph_shape"
_FRACTIONS = ("location/center_x_frac", "location/center_y_frac")

Table = Mapping[str, Shaped[np.ndarray, "n ..."]]


def lens_from_cryosparc(table: Table, aberration_mm: Float[np.ndarray, " n"]) -> dict[str, np.ndarray]:
    """Fields of `Optics` for the beam tilt and the magnification of each particle; none where they are as nothing.

    Parameters
    ----------
    table : fields of a cryoSPARC table
    aberration_mm : spherical aberration of each particle
    """
    lens: dict[str, np.ndarray] = {}
    tilt, magnification = table.get("ctf/tilt_A"), table.get("ctf/anisomag")
    if tilt is not None and tilt.shape[1:] == (2,) and tilt.any():
        spherical = np.where(aberration_mm == 0, np.nan, aberration_mm) * _ANGSTROM_PER_MILLIMETRE
        with np.errstate(invalid="ignore"):
            angle = np.arcsin(tilt.astype(np.float64) / spherical[:, None]) * 1e3
        lens["beam_tilt_mrad"] = np.nan_to_num(angle).round(6)
    if magnification is not None and magnification.shape[1:] == (4,) and magnification.any():
        lens["magnification"] = (magnification.astype(np.float64) + _IDENTITY).round(7)
    return lens


def place_to_relion(table: Table) -> dict[str, np.ndarray]:
    """Coordinates of each particle in pixels of its micrograph, where a cryoSPARC table has all they need."""
    shape, fractions = table.get(_SHAPE), [table.get(name) for name in _FRACTIONS]
    if shape is None or shape.shape[1:] != (2,) or any(f is None or f.ndim != 1 for f in fractions):
        return {}
    x, y = (np.asarray(f, np.float64) for f in fractions)
    return {
        "rlnCoordinateX": (x * shape[:, 1]).round(3),
        "rlnCoordinateY": ((1.0 - y) * shape[:, 0]).round(3),
    }


def lens_to_cryosparc(optics: Optics) -> dict[str, np.ndarray]:
    """Fields of cryoSPARC for the beam tilt and the magnification of each particle, where there is any."""
    fields: dict[str, np.ndarray] = {}
    if optics.beam_tilt_mrad.shape[1]:
        spherical = exact(optics.spherical_aberration_mm)[:, None] * _ANGSTROM_PER_MILLIMETRE
        fields["ctf/tilt_A"] = (np.sin(exact(optics.beam_tilt_mrad) * 1e-3) * spherical).astype("<f4")
    if optics.magnification.shape[1]:
        fields["ctf/anisomag"] = (exact(optics.magnification) - _IDENTITY).astype("<f4")
    return fields


def place_to_cryosparc(
    extra: pd.DataFrame, shape: Shaped[np.ndarray, "n 2"] | None
) -> dict[str, Shaped[np.ndarray, "n ..."]]:
    """Fields of cryoSPARC for a particle's micrograph, and where in it, if its height and width are known."""
    fields: dict[str, np.ndarray] = {}
    if PLACE[0] in extra:
        names = extra[PLACE[0]].astype("str")
        fields[_PATH] = np.array([name.encode() for name in names])
    place = coordinates(extra)
    if place is not None and shape is not None:
        height, width = shape[:, 0].astype(np.float64), shape[:, 1].astype(np.float64)
        fields |= {
            _FRACTIONS[0]: (place[:, 0] / width).astype("<f4"),
            _FRACTIONS[1]: (1.0 - place[:, 1] / height).astype("<f4"),
            _SHAPE: shape.astype("<u4"),
        }
    return fields


def coordinates(extra: pd.DataFrame) -> Float[np.ndarray, "n 2"] | None:
    """Where each particle lies in its micrograph, in pixels; None where the table does not say."""
    return _numbers(extra, PLACE[1:])


def _numbers(table: pd.DataFrame, names: tuple[str, ...]) -> Float[np.ndarray, "r c"] | None:
    """Columns as numbers; None unless all are there and are numbers."""
    if any(name not in table for name in names):
        return None
    try:
        return np.stack([table[name].astype(np.float64).to_numpy() for name in names], -1)
    except (TypeError, ValueError):
        return None
