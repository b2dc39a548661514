"""Whether two maps show the same density, where one lies in the other, and how it is brought there."""

import math
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Float
from scipy import ndimage
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import ShapeError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import face_mean, resample
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.validation.fsc import FscCurve
from cryo_core.validation.registration_climb import climb
from cryo_core.validation.registration_likeness import Likeness, likeness
from cryo_core.validation.registration_pose import Body, Places, body, positions, read_at, working_voxel
from cryo_core.validation.registration_search import search

FITS_FROM = 8.0
"""Standard errors by which shells that had no part in the placing agree, from which on a map is said to fit."""

HAND_FROM = 4.0
"""Margin between the hands, in standard errors, from which on the hand is said to be known."""

_RIM = 0.4
"""Resolution of the search over the molecule's radius: a step of 15° moves its rim by two thirds of it."""

_LEAST_ANGSTROM = 10.0
_HELD_OUT = 0.85
_JUDGED, _CLIMBED_ON = 12, 3
_SAME_DEGREES = 3.0
_ROUNDS, _GAIN = 4, 1e-3
"""Rounds of climbing with new weights at most, and the least gain in likelihood that calls for another."""


@dataclass(frozen=True)
class Alignment:
    """A rigid motion x' = rotation · x + shift (x, y, z in Å, float64) that brings one map onto another, and its worth.

    `mirrored` says that the rotation has a reflection in it: the map has the other hand. `significance` is by how many
    standard errors the shells agree that had no part in placing it; `fits` whether that is beyond chance (`FITS_FROM`),
    and the FSC reaches beyond the resolution of the search. `correlation` is that of the molecule's voxels; `curve` the
    FSC within its soft mask. `hand_margin` is by how many standard errors the hand that was taken is likelier than the
    other (None if only one was tried).
    """

    rotation: Float[Tensor, "3 3"]
    shift_angstrom: Float[Tensor, "3"]
    mirrored: bool
    significance: float
    fits: bool
    correlation: float
    curve: FscCurve
    hand_margin: float | None
    searched_angstrom: float
    warnings: tuple[str, ...]


def align(fixed: Volume, moved: Volume, hand: bool = False, progress: Progress = silent) -> Alignment:
    """The rigid motion that brings a map onto another, wherever both lie, whatever their boxes and voxels.

    Every orientation and shift is searched at a coarse resolution (`registration_search.search`), the best are climbed
    from and judged by the FSC, and the likeliest climbed on to the resolution to which the maps agree, each shell
    weighted by its FSC. Shells finer than the search's resolution say whether the map fits: they had no part in it.

    Parameters
    ----------
    fixed, moved
        The map that stays, and the map that is placed.
    hand
        Whether the mirrored map is tried too, and taken where it is likelier.
    progress
        Called as the work goes on.

    Raises
    ------
    SettingsError
        A map is constant or not finite.
    """
    voxel = working_voxel(fixed, moved)
    target = body(fixed, voxel)
    hands = (False, True)[: 1 + hand]
    found = []
    for begun, mirrored in enumerate(hands):
        template = body(mirror(moved) if mirrored else moved, voxel)
        found.append(_placed(target, template, _part_of(progress, begun, len(hands))))
    best = max(range(len(found)), key=lambda one: found[one].end.log_likelihood)
    margin = None
    if hand:
        margin = math.sqrt(
            max(0.0, 2.0 * (found[best].end.log_likelihood - found[1 - best].end.log_likelihood))
        )
    return _alignment(found[best], hands[best], margin, target.warnings)


def moved_onto(moved: Volume, alignment: Alignment, like: Volume) -> Volume:
    """The map after the motion, on the grid of `like`; the mean of its faces where it does not reach.

    Parameters
    ----------
    moved
        The map that was placed.
    alignment
        Its motion.
    like
        The grid: the map that stayed.
    """
    fine = (
        resample(moved, like.voxel_angstrom) if moved.voxel_angstrom < 0.999 * like.voxel_angstrom else moved
    )
    device = moved.density.device
    turn, shift = alignment.rotation.to(device), alignment.shift_angstrom.to(device)
    own = (positions(replace(like, density=like.density.to(device))) - shift) @ turn
    values = read_at(fine, own, float(face_mean(fine.density)))
    return replace(like, density=values.reshape(like.density.shape))


def mirror(volume: Volume) -> Volume:
    """The map mirrored in the plane z = 0 of its frame, whatever its origin: z becomes −z."""
    x, y, z = volume.origin_angstrom
    top = z + (len(volume.density) - 1) * volume.voxel_angstrom
    return replace(volume, density=volume.density.flip(0), origin_angstrom=(x, y, -top))


def _part_of(progress: Progress, begun: int, parts: int) -> Progress:
    """Progress of one of some equal parts."""

    def report(done: int, total: int) -> None:
        progress(begun * total + done, parts * total)

    return report


@dataclass(frozen=True)
class _Found:
    """Where one hand of a map was placed: at the search's resolution (whose significance it is), and at the end."""

    template: Body
    place: Places
    searched_angstrom: float
    significance: float
    end: Likeness


def _placed(target: Body, template: Body, progress: Progress) -> _Found:
    voxel = target.volume.voxel_angstrom
    radius = min(target.radius_angstrom, template.radius_angstrom)
    searched = max(_RIM * radius, _LEAST_ANGSTROM, 2.5 * voxel)
    places = climb(target, template, search(target, template, searched), searched)
    places = _distinct(places, searched / 4.0)
    progress(1, 3)
    coarse = max(voxel, searched / 5.0)
    rows = [places.take(torch.tensor([row])) for row in range(len(places.score))]
    likelihood = [likeness(target, template, row, coarse).log_likelihood for row in rows]
    order = sorted(range(len(rows)), key=lambda row: -likelihood[row])[:_CLIMBED_ON]
    order = [row for row in order if likelihood[row] >= 0.5 * likelihood[order[0]]]
    significance = [
        likeness(target, template, rows[row], voxel).beyond(_HELD_OUT * searched) for row in order
    ]
    progress(2, 3)
    if max(significance) < FITS_FROM:  # none of them fits: the likeliest is shown
        order, significance = order[:1], significance[:1]
    ends = [_climbed_on(target, template, rows[row], searched) for row in order]
    best = max(range(len(ends)), key=lambda one: ends[one][1].log_likelihood)
    progress(3, 3)
    return _Found(template, ends[best][0], searched, significance[best], ends[best][1])


def _climbed_on(target: Body, template: Body, place: Places, searched: float) -> tuple[Places, Likeness]:
    """A place climbed on to where the maps agree, and how alike they are there."""
    voxel = target.volume.voxel_angstrom
    now = likeness(target, template, place, voxel)
    for _ in range(_ROUNDS):
        finest = max(min(searched, now.curve.resolution_angstrom()), 2.0 * voxel)
        tried = climb(target, template, place, finest, now.curve)
        then = likeness(target, template, tried, voxel)
        if then.log_likelihood <= now.log_likelihood * (1.0 + _GAIN):
            return (tried, then) if then.log_likelihood > now.log_likelihood else (place, now)
        place, now = tried, then
    return place, now


def _distinct(places: Places, apart_angstrom: float) -> Places:
    """The best of the places that are not the same, the best first."""
    rotation, position = places.rotation.cpu(), places.position.cpu()
    kept: list[int] = []
    for row in places.score.argsort(descending=True).tolist():
        earlier = torch.tensor(kept, dtype=torch.long)
        turn = rotation_distance_degrees(rotation[earlier], rotation[row])
        gap = (position[earlier] - position[row]).norm(dim=1)
        if not bool(((turn < _SAME_DEGREES) & (gap < apart_angstrom)).any()):
            kept.append(row)
    return places.take(torch.tensor(kept[:_JUDGED]))


def _alignment(found: _Found, mirrored: bool, margin: float | None, warnings: tuple[str, ...]) -> Alignment:
    rotation, template = found.place.rotation[0], found.template
    shift = found.place.position[0] - rotation @ template.centre
    if mirrored:
        rotation = rotation @ torch.diag(
            torch.tensor([1.0, 1.0, -1.0], dtype=torch.float64, device=rotation.device)
        )
    reached = found.end.curve.resolution_angstrom() < _HELD_OUT * found.searched_angstrom
    return Alignment(
        rotation.cpu(),
        shift.cpu(),
        mirrored,
        found.significance,
        found.significance >= FITS_FROM and reached,
        found.end.correlation,
        found.end.curve,
        margin,
        found.searched_angstrom,
        (*(f"TO: {w}" for w in warnings), *(f"MAP: {w}" for w in template.warnings)),
    )


def displacement(fixed: Volume, moved: Volume, low_pass_angstrom: float = 10.0) -> tuple[float, float, float]:
    """How far (x, y, z in Å) the density of `moved` lies from that of `fixed`, whatever their grids.

    Both maps are low-passed, to 4 of the coarser voxels where that is coarser, and `moved` is read at the
    places of `fixed`'s voxels by cubic splines. Then moved(r) = s · fixed(r) − s · d · ∇fixed(r) + c is solved
    for d by least squares, so that scale and offset do not matter; right to a few hundredths of a voxel
    for displacements below a quarter of `low_pass_angstrom`. ShapeError if the boxes do not overlap.

    Parameters
    ----------
    fixed, moved
        The two maps.
    low_pass_angstrom
        Resolution to compare at, Å.
    """
    coarse = max(low_pass_angstrom, 4.0 * max(fixed.voxel_angstrom, moved.voxel_angstrom))
    reference = low_pass(fixed, coarse).density.double().cpu().numpy()
    other = low_pass(moved, coarse).density.double().cpu().numpy()
    place = _places(fixed, moved, reference.shape)
    inside = np.all([(p >= 0) & (p <= n - 1) for p, n in zip(place, other.shape, strict=True)], axis=0)
    if inside.sum() < 64:
        raise ShapeError("the two maps do not overlap")
    values = ndimage.map_coordinates(other, [p[inside] for p in place], order=3, mode="nearest")
    slopes = [g[inside] / fixed.voxel_angstrom for g in np.gradient(reference)]
    design = np.stack([reference[inside], np.ones(len(values)), *slopes], axis=1)
    scale, _, dz, dy, dx = np.linalg.lstsq(design, values, rcond=None)[0]
    return float(-dx / scale), float(-dy / scale), float(-dz / scale)


def _places(fixed: Volume, moved: Volume, shape: tuple[int, ...]) -> list[Float[np.ndarray, "z y x"]]:
    """Indices z, y and x of `fixed`'s voxels on `moved`'s grid."""
    origins = zip(fixed.origin_angstrom[::-1], moved.origin_angstrom[::-1], strict=True)
    lines = [
        (np.arange(n) * fixed.voxel_angstrom + a - b) / moved.voxel_angstrom
        for n, (a, b) in zip(shape, origins, strict=True)
    ]
    return list(np.meshgrid(*lines, indexing="ij"))
