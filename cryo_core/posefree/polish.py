"""From a coarse map to fine ones: poses over all rotations, then refined shell by shell, half sets apart."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, Poses, Progress, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.imaging.noise import spread_rows
from cryo_core.posefree.em import likeliest, slices_of
from cryo_core.posefree.images import Power, Spectra, of_group
from cryo_core.posefree.pose_mean import mean_poses
from cryo_core.posefree.residuals import Fits, fits_of, strangers
from cryo_core.posefree.restarts import search_grid, shift_prior
from cryo_core.posefree.stages import Stages
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.solve import (
    Reconstruction,
    ReconstructionSettings,
    References,
    reconstruct_to_align,
)
from cryo_core.refinement.band import Band, Calibration, Reference, Views, prepare_reference
from cryo_core.refinement.compare import compare, shell_sums
from cryo_core.refinement.guard import particle_fsc
from cryo_core.refinement.refine import Refined
from cryo_core.refinement.score import Scores, calibrate, noise_left, objective, scores
from cryo_core.refinement.search import Fit, Scene, best_of, climb, offset_from, turned
from cryo_core.validation.fsc import FscCurve
from cryo_core.validation.maps import auto_mask

_BATCH = 512
_SAMPLE = 1024
"""Images of a half set, of each optics group, from which noise and gain are estimated."""
_LIKE_OTHERS = 20
"""So many images of all groups count beside those of one when its noise is estimated."""
_STEPS = 6
_NEAR = 3
"""Starting points near each pose that are refined."""
_RISE = 0.002
"""Least rise of the mean FSC of the halves: a pass that brings less is the last."""
_MASK_SHELL = 8
"""Halves are low-passed to this shell of the box before the molecule is separated from the solvent."""


@dataclass(frozen=True)
class Pass:
    """One pass over all images: to which shell they were aligned, the FSC of the halves after it, how far poses moved.

    `moved_degrees` is the median, NaN where there were no poses before.
    """

    shell: int
    limit_angstrom: float
    everywhere: bool
    fsc: FscCurve
    moved_degrees: float


@dataclass(frozen=True)
class Polished:
    """Poses and scores (`refined`), maps and references of the last pass, and the course of all passes.

    `left_out` are the images that do not belong (`residuals.strangers`): they have poses, and are in no map.
    """

    refined: Refined
    left_out: Bool[Tensor, " n"]
    reconstruction: Reconstruction
    references: References
    passes: tuple[Pass, ...]

    @property
    def poses(self) -> Poses:
        """The last poses."""
        return self.refined.poses


@dataclass(frozen=True)
class PolishSettings:
    """How passes look for poses.

    Rotations of `order` (60 / 2^order degrees apart), shifts within `shift_range` of the box, the best `candidates` of
    all rotations are refined; `contrast_sigma`: how much the images' contrast differs.
    """

    order: int
    shift_range: float
    candidates: int
    contrast_sigma: float


def costs(shells: tuple[tuple[int, bool], ...], more: int) -> list[float]:
    """Work for an image of each pass, and of the maps after it, in turn; 1 is one comparison in a restart.

    Parameters
    ----------
    shells : tuple of (int, bool)
        Last shell of each pass, and whether all rotations are tried.
    more : int
        How many times at most the last pass is repeated.
    """
    everywhere = [tried for _, tried in shells] + [False] * more
    return [cost for tried in everywhere for cost in (_COST_EVERYWHERE if tried else _COST_NEAR, _COST_MAPS)]


_COST_EVERYWHERE, _COST_NEAR, _COST_MAPS = 2.0, 0.5, 0.5
"""Work for an image: of all rotations, of those near the last pose, of the maps; of 1,500 images of 48² on one core."""


class Polisher:
    """State shared by all passes. Each half set is aligned to its own map; of the other only the FSC is used."""

    def __init__(
        self,
        images: ImageSet,
        spectra: Spectra,
        power: Power,
        settings: PolishSettings,
        device: Device = None,
    ) -> None:
        self.images, self.spectra, self.power, self.half_set = images, spectra, power, images.half_set
        self.settings, self.device = settings, torch.device(device or "cpu")
        self.prior = shift_prior(spectra.band, settings.shift_range, self.device)

    def run(
        self,
        start: Volume,
        shells: tuple[tuple[int, bool], ...],
        more: int,
        progress: Progress,
        watch: Callable[[Polished], None] | None = None,
        begun: Polished | None = None,
    ) -> Polished:
        """Run the passes, each to a shell, some of them over all rotations.

        The last is repeated while the halves come to agree better.

        Parameters
        ----------
        start : Volume
            The map to begin at, on the images' voxels.
        shells : tuple of (int, bool)
            Last shell of each pass, and whether all rotations are tried.
        more : int
            How many times at most the last pass is repeated.
        progress : Progress
            Called in thousandths of the whole.
        watch : callable, optional
            Called with the state after each pass.
        begun : Polished, optional
            Passes that were done before: the others follow.
        """
        references, curve = (start, start), None
        if begun is not None:
            references, curve = begun.references.maps, begun.references.fsc
        stages, ends = Stages(progress), list(accumulate(costs(shells, more)))
        for number in range(0 if begun is None else len(begun.passes), len(shells) + more):
            if number >= len(shells) and begun is not None and not _rises(begun.passes):
                break
            shell, everywhere = shells[min(number, len(shells) - 1)]
            tick = stages.stage(ends[2 * number] / ends[-1])
            refined, fits = self._pass(references, curve, begun, shell, everywhere, tick)
            left_out = strangers(fits)
            made, seen = self._made(refined.poses, left_out, stages.stage(ends[2 * number + 1] / ends[-1]))
            references, curve = seen.maps, seen.fsc
            moved = refined.moved_degrees
            median = float(moved.nanmedian()) if bool(moved.isfinite().any()) else math.nan
            step = Pass(shell, refined.limit_angstrom, everywhere, made.fsc, median)
            begun = Polished(refined, left_out, made, seen, (*(begun.passes if begun else ()), step))
            if watch is not None:
                watch(begun)
        assert begun is not None
        return begun

    def _made(
        self, poses: Poses, left_out: Bool[Tensor, " n"], progress: Progress
    ) -> tuple[Reconstruction, References]:
        """Maps of the images that belong, and references for the next pass."""
        weights = ImageWeights((~left_out).float(), torch.zeros(len(left_out)))
        images = replace(self.images, poses=poses)
        return reconstruct_to_align(images, ReconstructionSettings(), self.device, progress, weights)

    def _pass(
        self,
        references: tuple[Volume, Volume],
        curve: FscCurve | None,
        begun: Polished | None,
        shell: int,
        everywhere: bool,
        progress: Progress,
    ) -> tuple[Refined, Fits]:
        band = self.spectra.narrowed(shell)
        if curve is not None:
            references, reliability = self._masked(references, curve)
        else:
            reliability = None
        count, done = len(self.images), 0
        rotation = torch.full((count, 3, 3), math.nan, dtype=torch.float64)
        shift = torch.full((count, 2), math.nan, dtype=torch.float64)
        score, sigma, likelihood, contrast = torch.full((4, count), math.nan)
        sums = torch.full((count, band.last + 1, 3), math.nan)
        for number, volume in enumerate(references, 1):
            rows = torch.from_numpy(np.flatnonzero(self.half_set == number))
            half = _Half(self, volume, band, rows, begun, reliability)
            for part in torch.split(rows, _BATCH):
                fit, scored, sums[part] = half.fit(part, everywhere)
                rotation[part], shift[part] = fit.poses.rotation.cpu(), fit.poses.shift_angstrom.cpu()
                score[part], sigma[part] = scored.score.cpu(), scored.sigma.cpu()
                likelihood[part], contrast[part] = scored.log_likelihood.cpu(), scored.contrast.cpu()
                done += len(part)
                progress(done, count)
        new = Poses(rotation.float(), shift.float())
        before = Poses(rotation * math.nan, shift * math.nan) if begun is None else begun.poses
        refined = Refined(
            new,
            *(score, sigma, likelihood, contrast),
            rotation_distance_degrees(rotation, before.rotation.double()).float(),
            (shift - before.shift_angstrom.double()).norm(dim=1).float(),
            torch.zeros(count),
            band.limit_angstrom,
        )
        return refined, fits_of(sums, band)

    def _masked(
        self, halves: tuple[Volume, Volume], curve: FscCurve
    ) -> tuple[tuple[Volume, Volume], Float[Tensor, " s"]]:
        """Halves without what lies outside the molecule, by a mask of each half's own, and the particle's FSC."""
        first, second = (_molecule(half) for half in halves)
        one, other = (h.with_density(h.density * m) for h, m in zip(halves, (first, second), strict=True))
        return (one, other), particle_fsc(curve, torch.maximum(first, second))


def _molecule(half: Volume) -> Float[Tensor, "z y x"]:
    """Mask of the molecule in a half map, as close as a coarse map allows; its sphere where nothing stands out."""
    box = half.density.shape[0]
    smooth = box * half.voxel_angstrom / _MASK_SHELL
    try:
        return auto_mask(half, smooth, extend_voxel=box / 32, edge_voxel=box / 16)
    except SettingsError:
        return sphere_mask((box, box, box), box / 2 - 3.0, 3.0, half.density.device)


def _rises(passes: tuple[Pass, ...]) -> bool:
    """Whether the last pass brought the halves closer: their mean FSC within its shell."""
    if len(passes) < 2:
        return True
    before, now = (float(p.fsc.correlation[1 : passes[-1].shell + 1].mean()) for p in passes[-2:])
    return now > before + _RISE


def near(scene: Scene, views: Views, poses: Poses, keep: int) -> list[Poses]:
    """Best poses of a grid of turns about each pose, best first; the pose itself is on the grid.

    Fine shells make the likelihood rugged, and a refinement ends at the nearest maximum. The grid is as fine
    as the last shell's phase is at the edge of the box, a radian, and reaches two steps.

    Parameters
    ----------
    scene : Scene
        Images, band and reference.
    views : Views
        The images as the band sees them.
    poses : Poses
        The pose of each image.
    keep : int
        How many poses of each.
    """
    step = math.degrees(1.0 / scene.band.last)
    turns = turned(poses, 2.0 * step, step)
    compared = [compare(views, p, scene.reference, scene.band, 1) for p in turns]
    value = torch.stack([objective(sums, scene.contrast_sigma) for sums in compared])
    best = value.topk(min(keep, len(turns)), 0).indices
    rotation = torch.stack([p.rotation for p in turns])
    rows = torch.arange(len(poses), device=rotation.device)
    return [Poses(rotation[index, rows], poses.shift_angstrom) for index in best]


class _Half:
    """A half set in one pass: its map, and the noise and gain estimated from its own images."""

    def __init__(
        self,
        parent: Polisher,
        volume: Volume,
        band: Band,
        rows: Int[Tensor, " m"],
        begun: Polished | None,
        reliability: Float[Tensor, " s"] | None,
    ) -> None:
        self._parent, self._band = parent, band
        self._poses = None if begun is None else begun.poses
        self._reference: Reference = prepare_reference(volume, band, 2, parent.device)
        self._noise, self._gain = parent.power.noise[:, : band.last + 1], torch.ones(band.last + 1)
        if begun is not None:
            belong = rows[~begun.left_out[rows]]
            self._noise, self._gain = self._calibrated(belong, begun.poses, reliability)
        self._grid = search_grid(parent.settings.order, band, parent.settings.shift_range, parent.device)
        self._slices: Float[Tensor, "2 p m"] | None = None

    def fit(self, rows: Int[Tensor, " k"], everywhere: bool) -> tuple[Fit, Scores, Float[Tensor, "k s 3"]]:
        """Poses of some images, their scores, and the sums by shell that these rest on."""
        parent, band = self._parent, self._band
        at = rows.to(parent.device)
        scene = self._scene(at)
        views = scene.views()
        before = None if self._poses is None else self._poses.take(rows).to(parent.device, torch.float64)
        if everywhere or before is None:
            if self._slices is None:
                self._slices = slices_of(self._reference, band, self._grid.rotation)
            grid_poses = likeliest(views, self._slices, band, self._grid, parent.settings.candidates)
            starts = [p.to(parent.device, torch.float64) for p in grid_poses]
            starts = starts if before is None else [before, *starts]
            begin = best_of(scene, starts[0], starts)
            fit = climb(scene, begin.poses, begin, _STEPS)
        else:
            begin = best_of(scene, before, near(scene, views, before, _NEAR))
            fit = climb(scene, begin.poses, begin, _STEPS)
            fit = replace(fit, poses=mean_poses(scene, fit.poses))
        sums = shell_sums(views, fit.poses, self._reference, band)
        prior = parent.prior.log(offset_from(fit.poses, fit.poses, fit.defocus_angstrom, parent.prior))
        return fit, scores(sums, views, band, parent.settings.contrast_sigma, prior), sums.float().cpu()

    def _scene(self, rows: Int[Tensor, " k"], calibration: Calibration | None = None) -> Scene:
        parent, band = self._parent, self._band
        optics = parent.spectra.optics.take(rows)
        chosen = calibration or Calibration(
            of_group(self._noise, parent.power.group, optics.group), self._gain
        )
        values = parent.spectra.within(rows, band)
        sigma = parent.settings.contrast_sigma
        return Scene(values, optics, band, chosen, self._reference, parent.prior, sigma)

    def _calibrated(
        self, rows: Int[Tensor, " m"], poses: Poses, reliability: Float[Tensor, " s"] | None
    ) -> tuple[Float[Tensor, "g b"], Float[Tensor, " b"]]:
        """Noise of each optics group, and the gain, from what the reference leaves of some images."""
        parent, band = self._parent, self._band
        group = parent.spectra.optics.group.cpu()
        some = rows[torch.from_numpy(spread_rows(group[rows].numpy(), _SAMPLE))]
        ones = torch.ones(band.last + 1)
        scene = self._scene(some.to(parent.device), Calibration(ones, ones))
        at = poses.take(some).to(parent.device)
        sums = shell_sums(scene.views(), at, self._reference, band).double().cpu()
        whole = calibrate(sums.mean(0), band, reliability)
        noise = []
        for name in parent.power.group:
            mine = sums[group[some] == name]
            # A group of few images is taken to be like the others.
            total = (mine.sum(0) + _LIKE_OTHERS * sums.mean(0)) / (len(mine) + _LIKE_OTHERS)
            noise.append(noise_left(total, whole.gain, band))
        return torch.stack(noise), whole.gain
