"""Reconstruction and refinement in turn, each half set by itself, to a limit that rises with what the FSC supports."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Int

from cryo_core.data import ImageSet, ImageStack, Optics, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.formats.working import working_copy
from cryo_core.fourier.grids import Device
from cryo_core.imaging.prepare import Coarsened
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.solve import Reconstruction, ReconstructionSettings, reconstruct, references_of
from cryo_core.refinement.guard import Verdict, judge, masked_references, next_limit_angstrom
from cryo_core.refinement.refine import Refined, RefinementSettings, refine
from cryo_core.refinement.table import with_defocus_change
from cryo_core.refinement.weights import frealign_weights
from cryo_core.validation.fsc import FscCurve, fsc

_RESOLVED = 0.143


@dataclass(frozen=True)
class IterationSettings:
    """How refinement and reconstruction alternate.

    `refinement.high_limit_angstrom` is the finest limit there will be. The limit of each iteration comes from
    the last FSC (`guard.next_limit_angstrom` at `limit_threshold`), or is `first_limit_angstrom` where there is
    none. Fixed `limits_angstrom` replace that, whatever the FSC; the last of them serves all further
    iterations. After the first iteration poses are searched within `later_range_degrees`. `masked`: references
    are masked about their molecule, each half by a mask of its own. `weighted`: images are weighed by
    `score_b_factor_angstrom2` and sigma, as in Frealign (`weights`), and not by their contrast. The images are cropped
    to the box whose Nyquist frequency is `first_nyquist_angstrom`, and to a larger one as the FSC reaches further
    (`wider_box`); 0 leaves them whole. Iterations end when the median pose moves by less than `enough_degrees`.
    `boxes` fix the box of the first alignment and that after each iteration instead (`Iterated.boxes`); where limits
    are fixed too, nothing follows the FSC, and it is measured and recorded of the last maps alone.
    """

    iterations: int = 6
    refinement: RefinementSettings = field(
        default_factory=lambda: RefinementSettings(high_limit_angstrom=4.0)
    )
    reconstruction: ReconstructionSettings = field(default_factory=ReconstructionSettings)
    first_limit_angstrom: float = 20.0
    limit_threshold: float = 0.3
    limits_angstrom: tuple[float, ...] = ()
    later_range_degrees: float = 3.0
    masked: bool = True
    weighted: bool = False
    score_b_factor_angstrom2: float = 5.0
    enough_degrees: float = 0.2
    first_nyquist_angstrom: float = 0.0
    boxes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Iteration:
    """One iteration: the limit it aligned to, the FSC after it, and the guard's verdict."""

    limit_angstrom: float
    fsc: FscCurve
    verdict: Verdict
    moved_degrees: float
    moved_angstrom: float
    mean_score: float


@dataclass(frozen=True)
class Iterated:
    """The last iteration's poses, scores and maps, and a record of each iteration.

    `images` are at the last box, with the poses and defoci found; the maps have that box too. `boxes` are those of the
    first alignment and after each iteration.
    """

    refined: Refined
    reconstruction: Reconstruction
    images: ImageSet
    iterations: tuple[Iteration, ...]
    boxes: tuple[int, ...]

    @property
    def poses(self) -> Poses:
        """The last poses."""
        return self.refined.poses

    @property
    def optics(self) -> Optics:
        """Optics with the refined defoci."""
        return self.images.optics

    @property
    def finest_limit_angstrom(self) -> float:
        """The finest limit any iteration aligned to: what the last FSC must be judged against."""
        return min(i.limit_angstrom for i in self.iterations)


def iterate(
    images: ImageSet,
    references: tuple[Volume, Volume] | None,
    settings: IterationSettings,
    device: Device = None,
    progress: Progress = silent,
    on_iteration: Callable[[Iteration], None] | None = None,
    folder: Path | None = None,
) -> Iterated:
    """Poses and maps after refinement and reconstruction in turn; half sets share the FSC and nothing else.

    Refined defoci are kept. Verdicts count the finest limit so far: what one iteration aligned stays aligned in
    the next. Errors of `refine` and `reconstruct`.

    Parameters
    ----------
    images
        n images, with the poses to start from.
    references, settings
        Maps of half sets 1 and 2, made from `poses` if None; how to alternate.
    device, progress
        Where to compute (the CPU if None); called with (images done, images over all stages).
    on_iteration
        Called after each iteration.
    folder
        Where working copies of the images go, one a box, so that each box reads the images once; without it they are
        read anew each time.
    """
    if (
        settings.iterations < 1
        or not min(settings.first_limit_angstrom, *settings.limits_angstrom, math.inf) > 0
    ):
        raise SettingsError(f"iterations and limits must be positive: {settings}")
    report = _Report(progress, len(images), 2 * settings.iterations + (references is None))
    boxes = _Boxes(images, folder)
    fixed = settings.boxes
    images = boxes.at(images, fixed[0] if fixed else boxes.box(settings.first_nyquist_angstrom))
    taken = [images.box]
    curve = judged = None
    how, judges = settings.reconstruction, not (fixed and settings.limits_angstrom)
    if references is None:
        seen = references_of(images, how, device, report.stage(), judged=judges)
        references, curve, judged = seen.maps, seen.fsc, seen.judged
    elif not torch.equal(references[0].density, references[1].density):
        curve = judged = fsc(*references)
    course: list[Iteration] = []
    finest = math.inf
    for number in range(settings.iterations):
        chosen = _settings(settings, number, _limit_angstrom(curve, judged, settings, number))
        refined = _refined(images, references, curve, chosen, settings.masked, device, report.stage())
        finest = min(finest, refined.limit_angstrom)
        optics = with_defocus_change(images.optics, refined)
        box = images.box if judged is None else boxes.grown(images.box, judged)
        box = fixed[min(number + 1, len(fixed) - 1)] if fixed else box
        images = boxes.at(replace(images, poses=refined.poses, optics=optics), box)
        taken.append(images.box)
        weights = _weights(refined, images.half_set, settings)
        moved = float(refined.moved_degrees.nanmedian()), float(refined.moved_angstrom.nanmedian())
        last = number == settings.iterations - 1 or moved[0] < settings.enough_degrees
        if last:
            made = reconstruct(images, how, device, report.stage(), weights)
            judged = made.fsc
        else:
            seen = references_of(images, how, device, report.stage(), weights, judges)
            references, curve, judged = seen.maps, seen.fsc, seen.judged
        if judged is not None:
            verdict, score = judge(judged, finest), float(refined.score.mean())
            course.append(Iteration(refined.limit_angstrom, judged, verdict, *moved, score))
            if on_iteration is not None:
                on_iteration(course[-1])
        if last:
            break
    report.finish()
    return Iterated(refined, made, images, tuple(course), tuple(taken))


def _settings(settings: IterationSettings, number: int, limit_angstrom: float) -> RefinementSettings:
    """How an iteration refines, to a limit."""
    chosen = settings.refinement
    chosen = replace(chosen, high_limit_angstrom=min(limit_angstrom, 0.5 * chosen.low_limit_angstrom))
    if number:
        near = min(settings.later_range_degrees, chosen.angle_range_degrees)
        chosen = replace(chosen, angle_range_degrees=near, global_search=False)
    return chosen


def _refined(
    images: ImageSet,
    references: tuple[Volume, Volume],
    curve: FscCurve | None,
    settings: RefinementSettings,
    masked: bool,
    device: Device,
    progress: Progress,
) -> Refined:
    """Poses refined once on references, which may be masked, and whose FSC says how far to trust them."""
    reliability = None if curve is None else curve.correlation
    if masked:
        references, reliability = masked_references(references, curve)
    return refine(images, references, settings, reliability, device, progress)


def _limit_angstrom(
    curve: FscCurve | None, judged: FscCurve | None, settings: IterationSettings, number: int
) -> float:
    """Limit of an iteration's alignment, Å: what the references support, with shells left that judge.

    Where views are uneven the FSC of references, `curve`, ends later than that of the half maps, `judged`.
    """
    if settings.limits_angstrom:
        return settings.limits_angstrom[min(number, len(settings.limits_angstrom) - 1)]
    limit = settings.first_limit_angstrom
    if curve is not None and judged is not None:
        supported = next_limit_angstrom(curve, settings.limit_threshold)
        limit = max(supported, next_limit_angstrom(judged, _RESOLVED))
    finest = settings.refinement.high_limit_angstrom
    return max(limit if math.isfinite(limit) else settings.first_limit_angstrom, finest)


def _weights(refined: Refined, half_set: Int[np.ndarray, " n"], settings: IterationSettings) -> ImageWeights:
    """Weights of the images, each half's from its own scores; their contrasts where all count alike."""
    if not settings.weighted:
        return ImageWeights.even(refined.contrast.clamp(min=0.0))
    weight, decay = torch.ones(len(half_set)), torch.zeros(len(half_set))
    for number in (1, 2):
        at = torch.from_numpy(np.flatnonzero(half_set == number))
        part = frealign_weights(
            refined.score[at],
            refined.sigma[at],
            score_b_factor_angstrom2=settings.score_b_factor_angstrom2,
        )
        weight[at], decay[at] = part.weight, part.b_factor_angstrom2
    return ImageWeights(weight, decay)


_NEARLY = 0.75
"""A box above that share of the whole one is the whole one."""

_REACH, _BEYOND = 1.5, 8
"""A box has half as many shells again as the FSC resolves, and so many more: for what a mask or better poses add."""


def wider_box(curve: FscCurve, threshold: float = _RESOLVED) -> int:
    """The even box, in pixels, that leaves room for what half maps of this FSC bear.

    Where they agree to the end of the curve nothing says how far it would go on: as large as there is.
    """
    edge, last = 1.0 / float(curve.frequency_per_angstrom[1]), len(curve.correlation) - 1
    resolution = curve.resolution_angstrom(threshold)
    shells = 0 if math.isinf(resolution) else round(edge / resolution)
    return 1 << 20 if shells >= last - 1 else 8 * math.ceil((_REACH * shells + _BEYOND) / 4)


class _Boxes:
    """The same images in several boxes, each a working copy in `folder` if there is one."""

    def __init__(self, images: ImageSet, folder: Path | None) -> None:
        self._whole, self._folder = images, folder
        self._stacks: dict[int, ImageStack] = {}

    def box(self, nyquist_angstrom: float) -> int:
        """The even box of a Nyquist frequency, at most the whole one."""
        whole = self._whole
        if nyquist_angstrom <= 2 * whole.pixel_angstrom:
            return whole.box
        return min(whole.box, 8 * math.ceil(whole.box * whole.pixel_angstrom / nyquist_angstrom / 4))

    def grown(self, box: int, curve: FscCurve) -> int:
        """A box that half maps of this FSC bear: this one, or at least twice it, for each reads all images once."""
        if wider_box(curve) <= box:
            return box
        larger, whole = max(2 * box, wider_box(curve)), self._whole.box
        return whole if larger > _NEARLY * whole else larger

    def at(self, images: ImageSet, box: int) -> ImageSet:
        """The images in a box, with the poses and defoci of `images`."""
        if box not in self._stacks:
            stack: ImageStack = Coarsened(self._whole.images, box)
            if self._folder is not None:
                stack = working_copy(stack, self._folder / f"images_{box:04d}.mrcs")
            self._stacks[box] = stack
        return images.read_from(self._stacks[box])


class _Report:
    """One count of images over all the stages."""

    def __init__(self, progress: Progress, images: int, stages: int) -> None:
        self._progress, self._images, self._stages, self._begun = progress, images, stages, 0

    def stage(self) -> Progress:
        """Begin a stage."""
        before = self._begun * self._images
        self._begun += 1
        return lambda done, _: self._progress(before + done, self._stages * self._images)

    def finish(self) -> None:
        """Say that all is done, though fewer stages may have been needed."""
        self._progress(self._stages * self._images, self._stages * self._images)
