"""What CTF refinement found, in the columns of a particle table."""

import math
from dataclasses import replace

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Optics, Particles
from cryo_core.optics.ctf import wavelength_angstrom
from cryo_core.refinement.ctf.basis import COMA, SHIFT, TREFOIL, carried
from cryo_core.refinement.ctf.fit import Measured
from cryo_core.refinement.ctf.refine import Group, RefinedCtf

_ODD_COLUMNS, _EVEN_COLUMNS = 6, 9


def with_refined_ctf(particles: Particles, found: RefinedCtf, pixel_size: bool = False) -> Particles:
    """The table with each group's aberrations and each image's defocus, and shifts that make up for them.

    What was found adds to what the table says already. A comatic image was centred with its coma, so that taking the
    coma off moves it: that goes to the shifts. Where Cs is 0 beam tilt is written as Zernike coefficients.

    Parameters
    ----------
    particles
        The table that the images were opened by.
    found
        Of these images.
    pixel_size
        The part of a magnification that is the same in all directions changes the pixel size; else it stays in the
        matrix.
    """
    optics, poses = particles.optics, particles.poses
    shift = poses.shift_angstrom.clone()
    table = _Columns(optics)
    for group in found.groups:
        rows = torch.nonzero(optics.group == group.number).flatten()
        table.put(rows, group, found.change[rows], 1.0 / found.limit_angstrom, pixel_size)
        moved = group.lens.odd[SHIFT] * found.limit_angstrom / (2.0 * math.pi)
        scale = _scale_of(group) if pixel_size else 1.0
        shift[rows] = (shift[rows] + moved.to(shift)) / scale
    return replace(particles, optics=table.finish(), poses=replace(poses, shift_angstrom=shift))


def _scale_of(group: Group) -> float:
    return float(torch.linalg.det(group.lens.matrix).sqrt())


class _Columns:
    """The optics of a table while groups are changed, in float64, with all columns that an aberration may need."""

    def __init__(self, optics: Optics) -> None:
        self._optics = optics
        count = len(optics)
        self._tilt = _wide(optics.beam_tilt_mrad, 2, count)
        self._odd = _wide(optics.odd_zernike, _ODD_COLUMNS, count)
        self._even = _wide(optics.even_zernike, _EVEN_COLUMNS, count)
        self._matrix = _wide(optics.magnification, 4, count)
        if not optics.magnification.shape[1]:
            self._matrix[:, 0] = self._matrix[:, 3] = 1.0
        self._pixel = optics.pixel_angstrom.double().clone()
        self._cs = optics.spherical_aberration_mm.double().clone()
        names = "defocus_u_angstrom", "defocus_v_angstrom", "defocus_angle_degrees"
        self._defocus = torch.stack([getattr(optics, name).double() for name in names], 1)

    def put(
        self, rows: Tensor, group: Group, change: Float[Tensor, "m 3"], unit: float, pixel_size: bool
    ) -> None:
        """Add a group's lens and its images' defoci.

        Parameters
        ----------
        rows
            The group's.
        group
            What was found of it.
        change
            Of each of the rows.
        unit
            The frequency that polynomials are in units of, 1/Å.
        pixel_size
            As of `with_refined_ctf`.
        """
        lens, first = group.lens, rows[0]
        wavelength = float(wavelength_angstrom(self._optics.voltage_kilovolt[first].double()))
        matrix = lens.matrix
        if pixel_size:
            self._pixel[rows] /= _scale_of(group)
            matrix = matrix / _scale_of(group)
        self._matrix[rows] = (matrix @ self._matrix[first].reshape(2, 2)).flatten()
        quadratic = (change + lens.even[:3]) / unit**2
        self._defocus[rows] = _changed(self._defocus[rows], lens.matrix, quadratic, wavelength)
        self._spherical(rows, float(lens.even[3]) / unit**4, wavelength)
        self._coma(rows, lens.odd[COMA] / unit**3, wavelength)
        cosine, sine = (lens.odd[TREFOIL] / unit**3).tolist()
        self._odd[rows, 2] += sine
        self._odd[rows, 5] += cosine
        self._even[rows] -= _even_zernike(lens.even[4:] / unit**4)

    def _spherical(self, rows: Tensor, factor: float, wavelength: float) -> None:
        """Change Cs by what γ has more of s⁴; the tilt's phase, which is Cs times the tilt, stays what it is."""
        before = self._cs[rows]
        after = before - factor / (0.5 * math.pi * 1e7 * wavelength**3)
        self._cs[rows] = after
        self._tilt[rows] *= torch.where(after == 0, 1.0, before / after)[:, None]

    def _coma(self, rows: Tensor, factors: Float[Tensor, "2"], wavelength: float) -> None:
        per_mrad = float(-2e-3 * math.pi * self._cs[rows[0]] * 1e7 * wavelength**2)
        if per_mrad:
            self._tilt[rows] += factors / per_mrad
            return
        x, y = (factors / 3.0).tolist()  # Z(±1, 3) is 3 s² f − 2 f
        self._odd[rows] += torch.tensor([2.0 * y, 2.0 * x, 0.0, y, x, 0.0], dtype=torch.float64)

    def finish(self) -> Optics:
        """The optics, in the type that they came in; columns that no image needs are left out."""
        optics, none = self._optics, self._pixel.new_zeros(len(self._pixel), 0)
        columns: dict[str, Tensor] = {"pixel_angstrom": self._pixel, "spherical_aberration_mm": self._cs}
        names = "defocus_u_angstrom", "defocus_v_angstrom", "defocus_angle_degrees"
        columns |= dict(zip(names, self._defocus.unbind(1), strict=True))
        columns |= {"beam_tilt_mrad": self._tilt, "odd_zernike": self._odd, "even_zernike": self._even}
        kept = {name: values if values.any() else none for name, values in columns.items()}
        is_one = torch.tensor([1.0, 0.0, 0.0, 1.0], dtype=torch.float64)
        kept["magnification"] = none if bool((self._matrix == is_one).all()) else self._matrix
        for name in ("pixel_angstrom", "spherical_aberration_mm", *names):
            kept[name] = columns[name].to(getattr(optics, name).dtype)
        return replace(optics, **kept)


def _wide(values: Float[Tensor, "n c"], least: int, count: int) -> Float[Tensor, "n d"]:
    width = max(least, values.shape[1])
    out = torch.zeros(count, width, dtype=torch.float64)
    out[:, : values.shape[1]] = values.double()
    return out


def _changed(
    defocus: Float[Tensor, "m 3"],
    matrix: Float[Tensor, "2 2"],
    change: Float[Tensor, "m 3"],
    wavelength: float,
) -> Float[Tensor, "m 3"]:
    """Defocus u, v (Å) and angle (degrees) with other factors of s², e and o.

    Parameters
    ----------
    defocus
        (m, 3), of the images as they are.
    matrix
        M, where the factors are meant.
    change
        (m, 3), to add there.
    wavelength
        Å.
    """
    u, v, angle = defocus.unbind(1)
    turn, half = torch.deg2rad(2.0 * angle), 0.5 * math.pi * wavelength
    factors = half * torch.stack([u + v, (u - v) * turn.cos(), (u - v) * turn.sin()], 1)
    round_, wide, skew = (carried(factors, matrix) + change).unbind(1)
    spread, sign = (
        torch.hypot(wide, skew),
        torch.where(u < v, -1.0, 1.0),
    )  # u stays the larger, or the smaller
    angle = 0.5 * torch.rad2deg(torch.atan2(sign * skew, sign * wide))
    angle = angle + 180.0 * torch.round((defocus[:, 2] - angle) / 180.0)
    kept = torch.where(spread > 0, angle, defocus[:, 2])
    return torch.stack(
        [(round_ + sign * spread) / (2 * half), (round_ - sign * spread) / (2 * half), kept], 1
    )


def _even_zernike(fourth: Float[Tensor, "4"]) -> Float[Tensor, "9"]:
    """Coefficients of RELION's polynomials that are s² e, s² o, e² − o² and 2 e o times these factors and nothing else.

    Z(±2, 4) is (4 s² − 3) e or o, and Z(±2, 2) is e or o; Z(±4, 4) are the last two.
    """
    along, across, cosine, sine = fourth.tolist()
    even = 0.0, 0.75 * across, 0.0, 0.75 * along, sine, 0.25 * across, 0.0, 0.25 * along, cosine
    return torch.tensor(even, dtype=torch.float64)


def figures(group: Group, found: RefinedCtf, optics: Optics) -> dict[str, dict[str, object]]:
    """What was measured of a group, kind by kind: numbers in the units of tables, their errors, and whether it is seen.

    tilt in mrad (x, y); cs in mm, scale in % that pixels are smaller, magnification in % (x against y, diagonals) and
    a turn in degrees; trefoil and tetrafoil in radians at the finest frequency used. `halves` are each half set's own.

    Parameters
    ----------
    group, found
        What was found.
    optics
        Of the images.
    """
    row = int(torch.nonzero(optics.group == group.number)[0])
    wavelength = float(wavelength_angstrom(optics.voltage_kilovolt[row].double()))
    unit, cs = 1.0 / found.limit_angstrom, float(optics.spherical_aberration_mm[row])
    per = {
        "tilt": (1.0 / (-2e-3 * math.pi * cs * 1e7 * wavelength**2 * unit**3),) * 2 if cs else (1.0, 1.0),
        "cs": (-1.0 / (0.5 * math.pi * 1e7 * wavelength**3 * unit**4),),
        "scale": (100.0,),
        "magnification": (100.0, 100.0, -math.degrees(1.0)),
    }

    def scaled(measured: Measured, values: tuple[float, ...]) -> list[float]:
        return [v * f for v, f in zip(values, per.get(measured.kind, (1.0,) * 4), strict=False)]

    document: dict[str, dict[str, object]] = {}
    for number, measured in enumerate(group.measured):
        halves = [scaled(half[number], half[number].value) for half in group.halves]
        document[measured.kind] = {
            "value": scaled(measured, measured.value),
            "error": [abs(e) for e in scaled(measured, measured.error)],
            "seen": measured.seen,
            "halves": halves,
        }
    return document
