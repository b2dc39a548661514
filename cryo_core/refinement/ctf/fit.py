"""Aberrations from sums over images, with errors, and which of them are seen at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.refinement.band import Band
from cryo_core.refinement.ctf.basis import COMA, FOURTH, QUADRATIC, SHIFT, SPHERICAL, TREFOIL, Grid, Lens
from cryo_core.refinement.ctf.sums import Sums

_BY_CHANCE = 1e-4
"""Probability below which what is found of an aberration is not chance."""
_STAGES, _STEPS = (0.4, 0.6, 0.8, 1.0), 6

_ODD = {"tilt": COMA, "trefoil": TREFOIL}
_EVEN = {"cs": SPHERICAL, "tetrafoil": FOURTH}
_MATRIX = {"scale": slice(0, 1), "magnification": slice(1, 4)}
_WAYS = torch.tensor(
    [[1.0, 0.0, 0.0, 1.0], [1.0, 0.0, 0.0, -1.0], [0.0, 1.0, 1.0, 0.0], [0.0, 1.0, -1.0, 0.0]],
    dtype=torch.float64,
).T
"""Ways that a magnification matrix may change: all directions alike; then differently, and by a turn."""
KINDS = (*_ODD, *_EVEN, *_MATRIX)
"""What is found of a group. `scale` is the part of the magnification that is the same in all directions."""

USUAL = tuple(kind for kind in KINDS if kind != "scale")


@dataclass(frozen=True)
class Measured:
    """One kind of aberration of a group: its numbers, their errors, and whether they differ from what they were.

    `value` has the polynomials' factors in radians at the finest frequency, or what M is more than 1; `error` one
    standard deviation by the likelihood. What is not `seen` is not kept.
    """

    kind: str
    value: tuple[float, ...]
    error: tuple[float, ...]
    seen: bool


def fit_lens(
    sums: Sums, lens: Lens, grid: Grid, band: Band, kinds: Sequence[str], reach: float = 1.0
) -> tuple[Lens, list[Measured]]:
    """The lens that the sums speak for, of the kinds that are seen, and what was measured of each kind asked for.

    Kinds that are not seen are left out one by one, the least likely first, and the others fitted anew.

    Parameters
    ----------
    sums
        Taken with `lens`.
    lens
        What was known; kinds that are not asked for stay as they are.
    grid, band
        The coefficients.
    kinds
        Of `KINDS`.
    reach
        Share of the band's finest frequency up to which coefficients count.
    """
    inside = torch.from_numpy(band.shell <= max(reach * band.last, band.first))
    found = lens
    measured: list[Measured] = []
    for part, names in ((_fit_odd, _ODD), (_fit_even, _EVEN), (_fit_matrix, _MATRIX)):
        asked = [kind for kind in names if kind in kinds]
        if not asked:
            continue
        while True:
            trial, figures = part(sums, lens, grid, band, asked, inside)
            measured = [m for m in measured if m.kind not in asked] + list(figures)
            unseen = [m for m in figures if not m.seen]
            if not unseen:
                break
            asked.remove(min(unseen, key=_deviations).kind)
        found = replace(found, **trial)
    return found, sorted(measured, key=lambda m: KINDS.index(m.kind))


def _deviations(measured: Measured) -> float:
    pairs = zip(measured.value, measured.error, strict=True)
    return max(abs(v) / max(e, 1e-300) for v, e in pairs)


def _seen(value: Float[Tensor, " c"], covariance: Float[Tensor, "c c"]) -> bool:
    from scipy.stats import chi2  # half a second, and only fits need it

    chi = float(value @ torch.linalg.solve(covariance, value))
    return bool(chi > chi2.isf(_BY_CHANCE, len(value)))


def _measured(kind: str, value: Tensor, covariance: Tensor) -> Measured:
    error = covariance.diagonal().sqrt()
    return Measured(kind, tuple(value.tolist()), tuple(error.tolist()), _seen(value, covariance))


def _climbed(
    start: Float[Tensor, " c"],
    look: Callable[[Tensor, Tensor], tuple[Tensor, Tensor, Tensor]],
    inside: Tensor,
    radius: Float[Tensor, " p"],
) -> tuple[Float[Tensor, " c"], Float[Tensor, "c c"]]:
    """The maximum of a likelihood from coarse to fine frequencies, and the covariance of its place.

    Parameters
    ----------
    start
        Where to begin.
    look
        Value, gradient and curvature at a point, of the coefficients that count.
    inside
        Which coefficients count at all.
    radius
        Frequency of each, 1 at the finest.
    """
    point, curvature = start, torch.eye(len(start), dtype=torch.float64)
    finest = float(radius[inside].max())
    for stage in _STAGES:
        counted = inside & (radius <= stage * finest + 1e-9)
        value, gradient, curvature = look(point, counted)
        for _ in range(_STEPS):
            step = torch.linalg.solve(_firm(curvature), gradient)
            for _ in range(8):
                trial = look(point + step, counted)
                if trial[0] >= value:
                    break
                step = 0.5 * step
            else:
                break
            point, (value, gradient, curvature) = point + step, trial
            if float((step @ curvature @ step).abs()) < 1e-4:
                break
    return point, torch.linalg.inv(_firm(curvature))


def _firm(curvature: Float[Tensor, "c c"]) -> Float[Tensor, "c c"]:
    """A curvature that can be inverted where images tell nothing."""
    least = 1e-9 * float(curvature.diagonal().max()) + 1e-12
    return curvature + least * torch.eye(len(curvature), dtype=torch.float64)


def _radius(band: Band) -> Float[Tensor, " p"]:
    return torch.from_numpy(np.hypot(band.x, band.y) / band.last)


def _columns(kinds: Sequence[str], where: dict[str, slice], always: slice) -> list[int]:
    spans = [always, *(where[kind] for kind in kinds)]
    return [i for span in spans for i in range(span.start, span.stop)]


def _fit_odd(
    sums: Sums, lens: Lens, grid: Grid, band: Band, kinds: Sequence[str], inside: Tensor
) -> tuple[dict[str, Tensor], list[Measured]]:
    """Phases φ: the maximum of Re Σ odd · exp(−iφ)."""
    if not kinds:
        return {"odd": torch.zeros_like(lens.odd)}, []
    columns = _columns(kinds, _ODD, SHIFT)
    basis = grid.odd.double().cpu()[:, columns]

    def look(point: Tensor, counted: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        b = basis[counted]
        turned = sums.odd[counted] * torch.polar(torch.ones(len(b), dtype=torch.float64), -(b @ point))
        return turned.real.sum(), turned.imag @ b, b.T @ (sums.odd_power[counted, None] * b)

    return _result(
        lens.odd, "odd", columns, kinds, _ODD, _climbed(lens.odd[columns], look, inside, _radius(band))
    )


def _fit_even(
    sums: Sums, lens: Lens, grid: Grid, band: Band, kinds: Sequence[str], inside: Tensor
) -> tuple[dict[str, Tensor], list[Measured]]:
    """What is added to γ: the maximum of a cos χ + b sin χ − ½ Σ c² |v|² sin² (γ + χ).

    The images' mean defocus and astigmatism go along, and stay where nothing else is seen.
    """
    columns = _columns(kinds, _EVEN, QUADRATIC)
    basis = grid.even.double().cpu()[:, columns]

    def look(point: Tensor, counted: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        b = basis[counted]
        s, c = (b @ point).sin(), (b @ point).cos()
        one, both, two = sums.power[:, counted]
        sine, cosine = sums.sine[counted], sums.cosine[counted]
        value = sine * c + cosine * s - 0.5 * (one * c**2 + 2 * both * s * c + two * s**2)
        slope = cosine * c - sine * s - (both * (c**2 - s**2) + (two - one) * s * c)
        bent = two * c**2 - 2 * both * s * c + one * s**2
        return value.sum(), slope @ b, b.T @ (bent[:, None] * b)

    return _result(
        lens.even, "even", columns, kinds, _EVEN, _climbed(lens.even[columns], look, inside, _radius(band))
    )


def _result(
    before: Tensor,
    name: str,
    columns: list[int],
    kinds: Sequence[str],
    where: dict[str, slice],
    climbed: tuple[Tensor, Tensor],
) -> tuple[dict[str, Tensor], list[Measured]]:
    point, covariance = climbed
    whole = torch.zeros_like(before)
    whole[columns] = point
    figures = []
    for kind in kinds:
        at = [columns.index(i) for i in range(where[kind].start, where[kind].stop)]
        figures.append(_measured(kind, point[at], covariance[at][:, at]))
    return {name: whole}, figures


def _fit_matrix(
    sums: Sums, lens: Lens, grid: Grid, band: Band, kinds: Sequence[str], inside: Tensor
) -> tuple[dict[str, Tensor], list[Measured]]:
    """The magnification: one step of Gauss and Newton's from the lens's, where the sums were taken."""
    del grid
    one = torch.eye(2, dtype=torch.float64)
    if not kinds:
        return {"matrix": one}, []
    k = torch.stack([torch.from_numpy(band.x), torch.from_numpy(band.y)]).double()[:, inside]
    pull, (xx, xy, yy) = sums.pull[:, inside], sums.stiffness[:, inside]
    gradient = (pull[:, None] * k[None]).sum(-1).flatten()  # of D[c, d], a move of coefficient k by D k
    form = torch.stack([torch.stack([xx, xy]), torch.stack([xy, yy])])
    curvature = torch.einsum("abp,cp,dp->acbd", form, k, k).reshape(4, 4)
    before = _WAYS.T @ (lens.matrix - one).flatten() / _WAYS.square().sum(0)
    free = [i for kind in kinds for i in range(_MATRIX[kind].start, _MATRIX[kind].stop)]
    bent, slope = _WAYS.T @ curvature @ _WAYS, _WAYS.T @ gradient
    covariance = torch.linalg.inv(_firm(bent[free][:, free]))
    # What is not free goes back to none, and what it did is left to the others.
    back = before.clone()
    back[free] = 0.0
    value = torch.zeros(4, dtype=torch.float64)
    value[free] = before[free] + covariance @ (slope + bent @ back)[free]
    figures = []
    for kind in kinds:
        at = [free.index(i) for i in range(_MATRIX[kind].start, _MATRIX[kind].stop)]
        figures.append(_measured(kind, value[_MATRIX[kind]], covariance[at][:, at]))
    return {"matrix": one + (_WAYS @ value).reshape(2, 2)}, figures
