"""Poses climbed to the nearest best fit, thousands at a time: Levenberg's steps on the pose columns."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import Optics, Poses
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.geometry.sampling import local_turns
from cryo_core.refinement.band import Band, Calibration, Reference, Views, views_of
from cryo_core.refinement.compare import Sums, compare
from cryo_core.refinement.score import contrast_of, objective

_DAMPING = 1e-2
_LEAST_GAIN = 1e-2
"""A step that promises less log-likelihood than this is the last one: a seventh of a pose's own uncertainty."""
_LARGEST_TURN = math.radians(6.0)
_COARSE_STEPS = 3
_SPREAD_STEPS = 30
_SPREAD_IMAGES = 10


@dataclass(frozen=True)
class Prior:
    """Gaussian priors of what is refined: shift x, y about `shift_mean` (Å), turn x, y, z and defocus about the start.

    `precision` holds the inverse variances (1/Å², 1/rad², 1/Å²), 0 for none.
    """

    precision: Float[Tensor, "6"]
    shift_mean: Float[Tensor, "2"]

    def log(self, offset: Float[Tensor, "n 6"]) -> Float[Tensor, " n"]:
        """Logarithm of the density at an offset from the means, without its constant."""
        return -0.5 * (offset**2 * self.precision).sum(1)


@dataclass(frozen=True)
class Scene:
    """A batch of images in one band, with all that they are compared with."""

    spectra: Complex[Tensor, "n p"]
    optics: Optics
    band: Band
    calibration: Calibration
    reference: Reference
    prior: Prior
    contrast_sigma: float

    def take(self, index: Int[Tensor, " m"]) -> "Scene":
        """The same scene with the images of `index` alone."""
        return replace(self, spectra=self.spectra[index], optics=self.optics.take(index))

    def views(self, defocus: Float[Tensor, " n"] | None = None) -> Views:
        """The images as the band sees them; with a change of defocus, ready to refine it."""
        return views_of(self.spectra, self.optics, self.band, self.calibration, defocus)


@dataclass(frozen=True)
class Fit:
    """Poses, the change of each defocus (Å), and their log-posterior without a constant of the image."""

    poses: Poses
    defocus_angstrom: Float[Tensor, " n"]
    objective: Float[Tensor, " n"]


def climb(scene: Scene, start: Poses, begin: Fit | None = None, steps: int = 8, defocus: bool = False) -> Fit:
    """Poses climbed to the nearest maximum, by at most `steps` damped Gauss–Newton steps (Levenberg's).

    The contrast is solved for at each pose (`score`), and a step is kept only where the log-posterior rises.
    Images that have arrived are not looked at again.

    Parameters
    ----------
    scene
        n images in one band.
    start
        n poses about which the prior holds turns and defocus.
    begin
        Where the climb begins; at `start`, with no change of defocus, if None.
    steps
        Most steps taken.
    defocus
        Also refine the defocus of each image.
    """
    if begin is None:
        none = torch.zeros(len(start), dtype=torch.float64, device=start.rotation.device)
        begin = Fit(start, none, none)
    state = _State(scene, start, begin.poses, begin.defocus_angstrom, defocus)
    active = torch.arange(len(start), device=start.rotation.device)
    damping = torch.full((len(start),), _DAMPING, dtype=torch.float64, device=start.rotation.device)
    for _ in range(steps):
        step, promise = state.step(active, damping[active])
        better = state.move(active, step)
        damping[active] = torch.where(better, damping[active] * 0.2, damping[active] * 10.0)
        active = active[(promise > _LEAST_GAIN) & (damping[active] < 1e6)]
        if not len(active):
            break
    return Fit(state.poses, state.defocus, state.value)


class _State:
    """Where each image stands, and its derivatives there."""

    def __init__(
        self, scene: Scene, start: Poses, poses: Poses, change: Float[Tensor, " n"], defocus: bool
    ) -> None:
        self._scene, self._start = scene, start
        self._columns = 7 if defocus else 6
        self._views = None if defocus else scene.views()
        self.poses, self.defocus = poses, change.clone()
        everyone = torch.arange(len(poses), device=poses.rotation.device)
        self._sums = self._compare(everyone, poses, self.defocus)
        self.value = self._posterior(everyone, self._sums, poses, self.defocus)

    def step(
        self, index: Int[Tensor, " m"], damping: Float[Tensor, " m"]
    ) -> tuple[Float[Tensor, "m k"], Float[Tensor, " m"]]:
        """Damped step of some images, and the gain it promises."""
        count = self._columns - 1
        gradient, curvature = slopes(self._sums.take(index), self._scene.contrast_sigma)
        prior = self._scene.prior
        offset = self._offset(index, self.poses.take(index), self.defocus[index])
        gradient = gradient - (offset * prior.precision)[:, :count]
        curvature = curvature + torch.diag(prior.precision[:count])
        diagonal = curvature.diagonal(dim1=1, dim2=2)
        diagonal += damping[:, None] * diagonal + 1e-12 * diagonal.amax(1, keepdim=True) + 1e-12
        step = torch.linalg.solve(curvature, gradient)
        turn = step[:, 2:5].norm(dim=1)
        step = step * (_LARGEST_TURN / turn.clamp(min=_LARGEST_TURN))[:, None]
        return step, 0.5 * (step * gradient).sum(1)

    def move(self, index: Int[Tensor, " m"], step: Float[Tensor, "m k"]) -> Tensor:
        """Where a step makes things better; it is taken there."""
        before = self.poses.take(index)
        poses = Poses(
            axis_angle_to_matrix(step[:, 2:5]) @ before.rotation, before.shift_angstrom + step[:, :2]
        )
        defocus = self.defocus[index] + (step[:, 5] if self._columns == 7 else 0.0)
        sums = self._compare(index, poses, defocus)
        value = self._posterior(index, sums, poses, defocus)
        better = value > self.value[index]
        kept = index[better]
        self.value[kept], self.defocus[kept] = value[better], defocus[better]
        rotation, shift = self.poses.rotation.clone(), self.poses.shift_angstrom.clone()
        rotation[kept], shift[kept] = poses.rotation[better], poses.shift_angstrom[better]
        self.poses = Poses(rotation, shift)
        self._sums.linear[kept], self._sums.product[kept] = sums.linear[better], sums.product[better]
        return better

    def _compare(self, index: Int[Tensor, " m"], poses: Poses, defocus: Float[Tensor, " m"]) -> Sums:
        scene = self._scene
        if self._views is not None:
            views = self._views if len(index) == len(self._views) else self._views.take(index)
        else:
            views = scene.take(index).views(defocus.float())
        return compare(views, poses, scene.reference, scene.band, self._columns)

    def _posterior(
        self, index: Int[Tensor, " m"], sums: Sums, poses: Poses, defocus: Float[Tensor, " m"]
    ) -> Float[Tensor, " m"]:
        offset = self._offset(index, poses, defocus)
        return objective(sums, self._scene.contrast_sigma) + self._scene.prior.log(offset)

    def _offset(
        self, index: Int[Tensor, " m"], poses: Poses, defocus: Float[Tensor, " m"]
    ) -> Float[Tensor, "m 6"]:
        return offset_from(self._start.take(index), poses, defocus, self._scene.prior)


def slopes(sums: Sums, contrast_sigma: float) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k k"]]:
    """Gradient of the log-likelihood along a pose's columns, and its curvature (Gauss and Newton's)."""
    linear, product = sums.linear.double(), sums.product.double()
    contrast = contrast_of(sums, contrast_sigma)[:, None]
    across = product[:, 0, 1:]
    gradient = contrast * (linear[:, 1:] - contrast * across)
    whole = product[:, 0, 0] + contrast_sigma**-2
    outer = across[:, :, None] * across[:, None, :] / whole[:, None, None]
    return gradient, contrast[..., None] ** 2 * (product[:, 1:, 1:] - outer)


def with_fitted_shifts(scene: Scene, poses: Poses, start: Poses) -> Prior:
    """The scene's prior with the mean and the spread of shifts that its images, at their best poses, speak for.

    Found by EM on the parabola of each image's log-likelihood at its pose: what it says of its own shift, and how
    surely, so that shifts which the present prior holds back widen it.

    Parameters
    ----------
    scene
        n images in one band.
    poses
        n poses that they were climbed to.
    start
        n poses that turns are counted from.
    """
    prior, columns = scene.prior, 6
    none = torch.zeros(len(poses), dtype=torch.float64, device=poses.rotation.device)
    sums = compare(scene.views(), poses, scene.reference, scene.band, columns)
    gradient, curvature = slopes(sums, scene.contrast_sigma)
    turn = offset_from(start, poses, none, prior)[:, 2:5]
    shift = poses.shift_angstrom.double()
    before = 1.0 / prior.precision[:2]
    for _ in range(_SPREAD_STEPS):
        pull = torch.cat([shift - prior.shift_mean, turn], 1) * prior.precision[:5]
        inner = curvature + torch.diag(prior.precision[:5] + 1e-9)
        covariance = torch.linalg.inv(inner)
        found = shift + torch.einsum("nij,nj->ni", covariance, gradient - pull)[:, :2]
        mean = found.mean(0)
        second = (found - mean).square() + covariance.diagonal(dim1=1, dim2=2)[:, :2]
        spread = (second.sum(0) + _SPREAD_IMAGES * before) / (len(poses) + _SPREAD_IMAGES)
        precision = prior.precision.clone()
        precision[:2] = 1.0 / spread
        prior = Prior(precision, mean)
    return prior


def offset_from(
    start: Poses, poses: Poses, defocus: Float[Tensor, " n"], prior: Prior
) -> Float[Tensor, "n 6"]:
    """Offset of poses from the means of a prior: shift (Å), turn from `start` (radians), defocus (Å).

    Parameters
    ----------
    start
        n poses that turns are counted from.
    poses
        n poses.
    defocus
        (n,), change of each defocus, Å.
    prior
        Its `shift_mean` is what shifts are counted from.
    """
    turn = rotation_vector(poses.rotation @ start.rotation.mT)
    return torch.cat([poses.shift_angstrom - prior.shift_mean, turn, defocus[:, None]], 1)


def rotation_vector(turn: Float[Tensor, "n 3 3"]) -> Float[Tensor, "n 3"]:
    """Rotation vectors of turns below 180 degrees, in radians: the inverse of `axis_angle_to_matrix`."""
    skew = turn - turn.mT
    axis = 0.5 * torch.stack([skew[:, 2, 1], skew[:, 0, 2], skew[:, 1, 0]], 1)
    sine = axis.norm(dim=1)
    angle = torch.atan2(sine, 0.5 * (turn.diagonal(dim1=1, dim2=2).sum(1) - 1.0))
    return axis * torch.where(sine > 1e-12, angle / sine.clamp(min=1e-12), 1.0)[:, None]


def best_of(scene: Scene, start: Poses, starts: Sequence[Poses], steps: int = _COARSE_STEPS) -> Fit:
    """For each image, the best fit of short climbs from several starts.

    Parameters
    ----------
    scene
        n images in one band.
    start
        n poses about which the prior holds turns.
    starts
        Sets of n poses to climb from.
    steps
        Most steps of each climb.
    """
    best: Fit | None = None
    for candidate in starts:
        none = torch.zeros(len(start), dtype=torch.float64, device=start.rotation.device)
        fit = climb(scene, start, Fit(candidate, none, none), steps)
        if best is None:
            best = fit
            continue
        better = fit.objective > best.objective
        best = Fit(
            Poses(
                torch.where(better[:, None, None], fit.poses.rotation, best.poses.rotation),
                torch.where(better[:, None], fit.poses.shift_angstrom, best.poses.shift_angstrom),
            ),
            none,
            torch.where(better, fit.objective, best.objective),
        )
    assert best is not None
    return best


def turned(poses: Poses, range_degrees: float, spacing_degrees: float) -> list[Poses]:
    """The poses turned to each point of a local grid about them; the poses themselves come first.

    Parameters
    ----------
    poses
        n poses.
    range_degrees
        Farthest turn.
    spacing_degrees
        Distance between neighbours of the grid.
    """
    turns = local_turns(range_degrees, spacing_degrees).to(poses.rotation)
    return [replace(poses, rotation=turn @ poses.rotation) for turn in turns]
