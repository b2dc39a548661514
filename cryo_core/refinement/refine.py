"""Refinement of the poses of a whole set, each half set against its own map, in batches of images."""

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, ImageStack, Optics, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.geometry.sampling import asymmetric_unit, grid_spacing_degrees, rotation_grid
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.learning import ranks
from cryo_core.memory import Portion, fitting_batch
from cryo_core.refinement.band import (
    Band,
    Calibration,
    band_between,
    prepare_references,
    spectra_within,
)
from cryo_core.refinement.compare import shell_sums
from cryo_core.refinement.exhaustive import Grid, best_candidates, shift_grid
from cryo_core.refinement.powell import climb_powell
from cryo_core.refinement.score import Scores, calibrate, scores, unit_calibration, whitening_calibration
from cryo_core.refinement.search import (
    Fit,
    Prior,
    Scene,
    best_of,
    climb,
    offset_from,
    turned,
    with_fitted_shifts,
)

_SAMPLE = 256
"""Images of each half on which noise and gain are measured."""
_SAMPLE_STEPS = 4
_CAPTURE = 2.5
"""A climb reaches the right pose from where the rim of the particle is at most limit / 2.5 away."""
_COARSEST_ANGSTROM = 30.0
_PRIOR_ROUNDS, _SETTLED = 6, 1.2
"""A sample is climbed anew, six times at most in a band, while the prior's variance of shifts grows by a fifth."""
_WIDE = 100.0
"""Deviation of a contrast that is not known."""


@dataclass(frozen=True)
class RefinementSettings:
    """Frequencies, ranges and method of a refinement.

    Frequencies from `low_limit_angstrom` to `high_limit_angstrom` count, and nothing finer is computed. Climbs
    begin at a coarser limit, from which errors of `angle_range_degrees` can be corrected in a particle of
    `particle_diameter` boxes; where that limit would be coarser than 30 Å, they begin from a grid of rotations
    about each pose. `global_search` needs no poses: it tries the grid `global_order` of `geometry.sampling` and
    shifts within `shift_range_angstrom`, and climbs from the best `candidates`. `method` is newton (Levenberg's
    steps, on all images together) or, in the finest band, powell (some images a second, and all on the CPU).
    `defocus` refines the defocus of each image too, with a prior of `defocus_sigma_angstrom` about its value before.
    `angle_sigma_degrees` is a prior of the angles about the poses before (0: none). The prior of shifts is their
    spread over the data set, as the images of a sample have it, whatever the file says. `contrast_sigma` is the
    standard deviation of the images' contrast. A climb takes at most `steps` steps; 0 scores the poses as they are.
    `batch` images are taken at a time on a CPU, and as many as there is memory for on a GPU.
    """

    high_limit_angstrom: float = 10.0
    low_limit_angstrom: float = 300.0
    angle_range_degrees: float = 6.0
    particle_diameter: float = 0.7
    global_search: bool = False
    global_order: int = 2
    candidates: int = 12
    shift_range_angstrom: float = 15.0
    method: Literal["newton", "powell"] = "newton"
    defocus: bool = False
    defocus_sigma_angstrom: float = 300.0
    angle_sigma_degrees: float = 0.0
    contrast_sigma: float = 0.2
    symmetry: str = "C1"
    steps: int = 8
    padding: int = 2
    batch: int = 512


@dataclass(frozen=True)
class Refined:
    """Poses after refinement, on the CPU, and how well they fit (`score.Scores`).

    `moved_degrees` and `moved_angstrom` say how far each moved (NaN where there was no pose);
    `defocus_change_angstrom` is to be added to both defoci. `limit_angstrom` is the finest shell that was used:
    only the FSC beyond it is free of the alignment.
    """

    poses: Poses
    score: Float[Tensor, " n"]
    sigma: Float[Tensor, " n"]
    log_likelihood: Float[Tensor, " n"]
    contrast: Float[Tensor, " n"]
    moved_degrees: Float[Tensor, " n"]
    moved_angstrom: Float[Tensor, " n"]
    defocus_change_angstrom: Float[Tensor, " n"]
    limit_angstrom: float


def refine(
    images: ImageSet,
    references: tuple[Volume, Volume],
    settings: RefinementSettings,
    reliability: Float[Tensor, " s"] | None = None,
    device: Device = None,
    progress: Progress = silent,
) -> Refined:
    """Refined poses of a set: half set 1 against the first map, half set 2 against the second.

    A particle is compared with its own half's map only, and noise and gain are measured on its own half's
    images. Symmetry: the maps are taken as they are, and a global search looks at one of the equivalent views.

    Parameters
    ----------
    images
        n images, with the poses to start from (NaN where there is none and a global search is asked for).
    references
        The maps of half set 1 and of half set 2, cubes.
    settings
        How to refine.
    reliability
        (s,), FSC of the two maps, which filters both: give it where they were made of these images. Without it
        maps are filtered by how well they predict the images.
    device
        Where to compute; the CPU if None.
    progress
        Called with (images done, n).

    Raises
    ------
    ShapeError
        A map is no cube.
    SettingsError
        A half set is neither 1 nor 2, settings are out of range, a pose is missing and no global search is asked
        for, or a map resembles its images in no shell.
    """
    _check(images, settings)
    out, batch = _Results(len(images)), Portion("refinement", _batch(images, settings, device))
    done = 0
    for number, reference in enumerate(references, 1):
        rows = np.flatnonzero(images.half_set == number)
        if not len(rows):
            continue
        half = _Half(images, rows, reference, replace(settings, batch=batch.size), reliability, device)
        first, last = ranks.span(len(rows))
        for part, spectra in half.batches(rows[first:last]):
            for at, found in batch.over(len(part), partial(half.refined_part, part, spectra)):
                out.put(part[at], *found)
                done += at.stop - at.start
                progress(done, len(images))
    out.of_all_ranks()
    return out.finish(images.poses, half.finest.limit_angstrom)


class _Half:
    """One half set, its map in each band, and the noise and gain measured of them."""

    def __init__(
        self,
        images: ImageSet,
        rows: Int[np.ndarray, " m"],
        reference: Volume,
        settings: RefinementSettings,
        reliability: Float[Tensor, " s"] | None,
        device: Device,
    ) -> None:
        self._images, self._settings = images, settings
        # Powell's method goes image by image, which a GPU would be slower at.
        self._device = torch.device("cpu" if settings.method == "powell" else device or "cpu")
        self._bands = _bands(images, settings)
        self.finest = self._bands[-1]
        self._references = prepare_references(reference, self._bands, settings.padding, self._device)
        self._prior = _prior(images.poses, rows, settings, self._device)
        self._grid = _global_grid(self._bands[0], settings, self._device) if settings.global_search else None
        self._calibrations: list[Calibration] = []
        self._calibrate(rows, reliability)

    def batches(
        self, rows: Int[np.ndarray, " m"]
    ) -> Iterator[tuple[Int[np.ndarray, " k"], Complex[Tensor, "k p"]]]:
        """Go through rows: (rows, their spectra in the finest band), reading one batch ahead."""
        size = self._settings.batch
        parts = [rows[i : i + size] for i in range(0, len(rows), size)]
        if not parts:
            return
        with ThreadPoolExecutor(1) as reader:
            coming = reader.submit(self._images.read, parts[0])
            for i, part in enumerate(parts):
                images = coming.result()
                if i + 1 < len(parts):
                    coming = reader.submit(self._images.read, parts[i + 1])
                yield part, spectra_within(images.to(self._device), self.finest)

    def refined_part(
        self, rows: Int[np.ndarray, " k"], spectra: Complex[Tensor, "k p"], at: slice
    ) -> tuple[Fit, Scores]:
        """Refine some of a batch's images."""
        return self.refined(rows[at], spectra[at])

    def refined(self, rows: Int[np.ndarray, " k"], spectra: Complex[Tensor, "k p"]) -> tuple[Fit, Scores]:
        """Refine a batch, and score it at its new poses."""
        start, optics = self._tables(rows)
        fit = None
        for level in range(len(self._bands)):
            scene = self._scene(level, spectra, optics)
            start, fit = self._climb(scene, level, start, fit, thorough=True)
        assert fit is not None
        last = self._scene(len(self._bands) - 1, spectra, optics, self._final)
        views = last.views(fit.defocus_angstrom.float())
        sums = shell_sums(views, fit.poses, last.reference, last.band)
        prior = self._prior.log(offset_from(start, fit.poses, fit.defocus_angstrom, self._prior))
        scored = scores(sums, views, last.band, self._settings.contrast_sigma, prior)
        return fit, scored

    def _climb(
        self, scene: Scene, level: int, start: Poses, fit: Fit | None, thorough: bool = False
    ) -> tuple[Poses, Fit]:
        """Start and fit of a climb within one band, begun at the last fit, or else from the grid or the local turns."""
        settings = self._settings
        steps = settings.steps if thorough else min(settings.steps, _SAMPLE_STEPS)
        if fit is None and self._grid is not None:
            views = scene.views()
            starts = best_candidates(views, scene.reference, scene.band, self._grid, settings.candidates)
            fit = best_of(scene, starts[0], starts)
            start = fit.poses
        elif fit is None:
            fit = Fit(start, *(torch.zeros(len(start), dtype=torch.float64, device=self._device),) * 2)
            spacing = _capture_degrees(scene.band.limit_angstrom, scene.band, settings)
            if level == 0 and settings.angle_range_degrees > 1.2 * spacing and steps:
                fit = best_of(scene, start, turned(start, settings.angle_range_degrees, spacing))
        finest = level == len(self._bands) - 1
        if settings.method == "powell" and finest and thorough:
            radius = 0.5 * settings.particle_diameter * scene.band.edge_angstrom
            return start, climb_powell(scene, start, fit, steps, settings.defocus, radius)
        return start, climb(scene, start, fit, steps, settings.defocus and finest)

    def _calibrate(self, rows: Int[np.ndarray, " m"], reliability: Float[Tensor, " s"] | None) -> None:
        """Measure noise and gain of each band, at the poses that the bands before it lead to."""
        some = rows[np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).round().astype(np.int64)]
        parts = list(self.batches(some))
        spectra = torch.cat([s for _, s in parts])
        start, optics = self._tables(some)
        settings, fit = self._settings, None
        for level, band in enumerate(self._bands):
            plain = self._scene(level, spectra, optics, unit_calibration(band))
            if fit is None and self._grid is not None:
                power = _band_power(plain)
                blind = self._scene(level, spectra, optics, whitening_calibration(power, band), _WIDE)
                start, fit = self._climb(blind, level, start, None)
            self._calibrations.append(unit_calibration(band))
            for _ in range(_PRIOR_ROUNDS):
                before = self._prior.precision[:2]
                poses = start if fit is None else fit.poses
                self._calibrations[level] = _calibration(plain, poses, reliability)
                scene = self._scene(level, spectra, optics)
                start, fit = self._climb(scene, level, start, fit)
                if settings.global_search or not settings.steps:
                    break
                self._prior = with_fitted_shifts(scene, fit.poses, start)
                if bool((self._prior.precision[:2] > before / _SETTLED).all()):
                    break
        assert fit is not None
        plain = self._scene(len(self._bands) - 1, spectra, optics, unit_calibration(self.finest))
        self._final = _calibration(plain, fit.poses, reliability)

    def _scene(
        self,
        level: int,
        spectra: Complex[Tensor, "k p"],
        optics: Optics,
        calibration: Calibration | None = None,
        contrast_sigma: float | None = None,
    ) -> Scene:
        band = self._bands[level]
        if band is not self.finest:
            at = np.flatnonzero(self.finest.shell <= band.last)
            spectra = spectra[:, torch.from_numpy(at).to(spectra.device)]
        calibration = calibration or self._calibrations[level]
        sigma = contrast_sigma or self._settings.contrast_sigma
        return Scene(spectra, optics, band, calibration, self._references[level], self._prior, sigma)

    def _tables(self, rows: Int[np.ndarray, " k"]) -> tuple[Poses, Optics]:
        at = torch.from_numpy(rows)
        poses, optics = self._images.poses, self._images.optics
        start = poses.take(at.to(poses.rotation.device)).to(self._device, torch.float64)
        return start, optics.take(at.to(optics.pixel_angstrom.device)).to(self._device)


def _batch(images: ImageSet, settings: RefinementSettings, device: Device) -> int:
    where = torch.device("cpu" if settings.method == "powell" else device or "cpu")
    return fitting_batch("refinement", images.box, where, settings.batch)


class _Results:
    """Fits and scores put where their rows are."""

    def __init__(self, count: int) -> None:
        self._rotation = torch.full((count, 3, 3), math.nan, dtype=torch.float64)
        self._shift = torch.full((count, 2), math.nan, dtype=torch.float64)
        self._numbers = torch.full((count, 5), math.nan, dtype=torch.float64)

    def put(self, rows: Int[np.ndarray, " k"], fit: Fit, scored: Scores) -> None:
        at = torch.from_numpy(rows)
        self._rotation[at], self._shift[at] = fit.poses.rotation.cpu(), fit.poses.shift_angstrom.cpu()
        columns = scored.score, scored.sigma, scored.log_likelihood, scored.contrast, fit.defocus_angstrom
        self._numbers[at] = torch.stack([c.double().cpu() for c in columns], 1)

    def of_all_ranks(self) -> None:
        """Put the other ranks' rows in their places; a row without an answer stays NaN."""
        for values in (self._rotation, self._shift, self._numbers):
            known = (~values.isnan()).to(values.dtype)
            values.nan_to_num_(0.0)
            ranks.sum_over(values, known)
            values[known == 0] = math.nan

    def finish(self, before: Poses, limit_angstrom: float) -> Refined:
        kind = before.rotation.dtype
        rotation, shift = before.rotation.cpu().double(), before.shift_angstrom.cpu().double()
        score, sigma, likelihood, contrast, defocus = self._numbers.float().unbind(1)
        return Refined(
            Poses(self._rotation.to(kind), self._shift.to(before.shift_angstrom.dtype)),
            *(score, sigma, likelihood, contrast),
            rotation_distance_degrees(self._rotation, rotation).float(),
            (self._shift - shift).norm(dim=1).float(),
            defocus,
            limit_angstrom,
        )


def _calibration(scene: Scene, poses: Poses, reliability: Float[Tensor, " s"] | None) -> Calibration:
    sums = shell_sums(scene.views(), poses, scene.reference, scene.band).double().mean(0).cpu()
    return calibrate(sums, scene.band, None if reliability is None else reliability.cpu())


def _band_power(scene: Scene) -> Float[Tensor, " s"]:
    """Mean power of the images in each shell."""
    data = scene.views().data
    power = (data.real.square() + data.imag.square()).double().mean(0).cpu()
    shell = torch.from_numpy(scene.band.shell)
    return torch.zeros(scene.band.last + 1, dtype=torch.float64).index_add(0, shell, power)


def _capture_degrees(limit_angstrom: float, band: Band, settings: RefinementSettings) -> float:
    radius = 0.5 * settings.particle_diameter * band.edge_angstrom
    return math.degrees(limit_angstrom / (_CAPTURE * radius))


def _bands(images: ImageStack, settings: RefinementSettings) -> list[Band]:
    """The bands to climb in, coarse to fine, each at most twice as fine as the one before."""

    def band(limit: float) -> Band:
        return band_between(images.box, images.pixel_angstrom, settings.low_limit_angstrom, limit)

    finest = band(settings.high_limit_angstrom)
    radius = 0.5 * settings.particle_diameter * finest.edge_angstrom
    coarse = _CAPTURE * radius * math.radians(settings.angle_range_degrees)
    if settings.global_search:
        coarse = _CAPTURE * radius * math.radians(0.5 * grid_spacing_degrees(settings.global_order))
    coarse = min(coarse, _COARSEST_ANGSTROM, 0.5 * settings.low_limit_angstrom)
    if coarse < 1.2 * finest.limit_angstrom or not settings.steps:
        return [finest]
    count = math.ceil(math.log2(coarse / finest.limit_angstrom) - 0.2)
    ratio = (coarse / finest.limit_angstrom) ** (1.0 / max(1, count))
    return [*(band(coarse / ratio**i) for i in range(max(1, count))), finest]


def _prior(
    poses: Poses, rows: Int[np.ndarray, " m"], settings: RefinementSettings, device: torch.device
) -> Prior:
    """The priors of shift, turn and defocus to begin with: the shift's is the spread of the half's own, 1 Å at least.

    What images say of their shifts replaces it (`with_fitted_shifts`): a file may hold none. Angles have no such
    prior: theirs would be about the poses before, which come of the same images after the first iteration.
    """
    precision = torch.zeros(6, dtype=torch.float64, device=device)
    mean = torch.zeros(2, dtype=torch.float64, device=device)
    if settings.global_search:
        precision[:2] = settings.shift_range_angstrom**-2
    elif len(rows) > 1:
        shift = (
            poses.shift_angstrom[torch.from_numpy(rows).to(poses.shift_angstrom.device)].to(device).double()
        )
        mean, spread = shift.mean(0), shift.var(0)
        precision[:2] = 1.0 / spread.clamp(min=1.0)
    if settings.angle_sigma_degrees > 0:
        precision[2:5] = math.radians(settings.angle_sigma_degrees) ** -2
    precision[5] = settings.defocus_sigma_angstrom**-2
    return Prior(precision, mean)


def _global_grid(band: Band, settings: RefinementSettings, device: torch.device) -> Grid:
    rotation = asymmetric_unit(rotation_grid(settings.global_order), symmetry_matrices(settings.symmetry))
    shift = shift_grid(settings.shift_range_angstrom, band.limit_angstrom / 4.0)
    return Grid(rotation.to(device), 6 * 2**settings.global_order, shift.to(device))


def _check(images: ImageSet, settings: RefinementSettings) -> None:
    images.require_half_sets()
    if not len(images):
        raise SettingsError("no images to refine")
    positive = (
        *(settings.angle_range_degrees, settings.particle_diameter, settings.contrast_sigma),
        *(settings.shift_range_angstrom, settings.defocus_sigma_angstrom),
    )
    counts = settings.batch >= 1 and settings.candidates >= 1 and settings.steps >= 0
    if not all(value > 0 for value in positive) or settings.angle_sigma_degrees < 0 or not counts:
        raise SettingsError(f"ranges, deviations, batch and candidates must be positive: {settings}")
    if not settings.global_search:
        images.require_poses("ask for a global search")
