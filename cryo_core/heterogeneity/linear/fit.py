"""Linear latent model: probabilistic PCA over volumes, solved together with each image's pose and contrast errors.

Image i is contrast_i · CTF_i · slice of (mean + Σ z_ik component_k) at its pose, plus noise of a known
spectrum, with z ~ N(0, 1). EM (Dempster et al. 1977; Tipping & Bishop 1999 for images without poses): the
E-step solves a small linear system an image for z, shift, rotation and contrast together, the M-step one a
Fourier coefficient for mean and components; the basis is then changed so that the latents are N(0, 1) again
(parameter-expanded EM, Liu et al. 1998).

A decoder that is not linear, started from this model, was tried and was no better: mean + z V₁ + (z² − 1) /
√2 V₂ with one latent on a grid of 41 points and its distribution free, six sweeps of EM. On 20,000 images of
a chain that swings by 30° (SNR 0.1) Spearman's coefficient of the latent and the truth went from 0.828 to
0.834 with true poses, and from 0.769 to 0.756 with perturbed ones; the area under the per-image FSC fell from
0.4829 to 0.4822 and from 0.4778 to 0.4754. (With true poses and 17 shells instead of 11 it reached 0.863;
what the linear model gains by these shells was not measured.)
"""

import math
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.bands import BandStore, pixels_within, store_images
from cryo_core.heterogeneity.linear.em import Model
from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.heterogeneity.linear.junk import REASONS, judge, strange
from cryo_core.heterogeneity.linear.look import Look, look_finer, maps_of_others, poses_blur, settled
from cryo_core.heterogeneity.linear.lumps import lump_deviations
from cryo_core.heterogeneity.linear.mask import molecule
from cryo_core.heterogeneity.linear.measure import fit_noise, witnesses
from cryo_core.heterogeneity.linear.model import (
    LinearFit,
    LinearSettings,
    load_linear,
    save_linear,
    volumes_at,
)
from cryo_core.heterogeneity.linear.schedule import GROWTH, MOST, shell_limits, work, work_again
from cryo_core.heterogeneity.linear.sums import FOLDS, Sweep, Swept
from cryo_core.imaging.noise import noise_spectrum, spread_rows
from cryo_core.learning import ranks

__all__ = ["LinearFit", "LinearSettings", "fit_linear", "load_linear", "save_linear", "volumes_at"]


def fit_linear(
    images: ImageSet,
    settings: LinearSettings,
    folder: Path,
    device: torch.device | str = "cpu",
    progress: Progress = silent,
    left_out: Int[Tensor, " n"] | None = None,
) -> LinearFit:
    """Linear model of images whose poses are known, at least roughly.

    The images are read once, in order; their low shells are stored under `folder` (8 bytes a pixel of the
    half disc of `map_shells`: 12 kB an image at 31), which may be removed afterwards. Memory does not grow
    with the number of images but for some 300 bytes each. The same images and settings give the same answer
    whatever the number of threads.

    Parameters
    ----------
    images : ImageSet
        n images, with their poses.
    settings : LinearSettings
        How to fit.
    folder : Path
        Where the low shells are stored.
    device : torch.device or str
        Where to compute.
    progress : Progress
        Called after each batch, with images times sweeps.
    left_out : (n,), optional
        Why images were left out by an earlier fit, as numbers of `junk.REASONS`. They stay so, but for those that did
        not fit their pose, if `settings.leave_out` holds. Poses that were refined since no longer say that a particle
        beside the picked one was found.

    Raises
    ------
    ShapeError
        Images, poses, optics and what was left out differ in number.
    SettingsError
        The settings do not fit the images' box; there are fewer than 100 images; a pose is not finite.
    """
    before = torch.zeros(len(images), dtype=torch.int64) if left_out is None else left_out
    if len(before) != len(images):
        raise ShapeError(f"{len(images)} images, and {len(before)} reasons why some were left out")
    fitter = _Fitter(images, settings, folder, device, progress)
    if settings.leave_out:
        fitter.known = torch.where(before == REASONS.index("pose"), 0, before)
        fitter.model.junk = fitter.known.clone()
    return fitter.run()


class _Fitter:
    """The order of the fit: read, coarse sweeps, number of components, fine sweeps, maps."""

    def __init__(
        self,
        images: ImageSet,
        settings: LinearSettings,
        folder: Path,
        device: torch.device | str,
        progress: Progress,
    ) -> None:
        _check(images)
        self.settings, self.device, self.progress = settings, device, progress
        self.limits = shell_limits(settings, images.box)
        self.seconds: dict[str, float] = {}
        self.evidence: list[float] = []
        count = len(images)
        self.done, self.weight = 0, self.limits[0] ** 2
        self.total = count * work(self.limits, settings)
        bands = tuple(sorted(set(self.limits)))
        start = time.perf_counter()
        store = store_images(images, bands, folder, device, progress=self._reading)
        noise = _first_noise(images, store)
        self._clock("read", start)
        self.model = Model(store, images, noise, settings)
        self.held = _held_out(count, settings)
        self.none = torch.zeros(count, dtype=torch.bool)
        self.known = torch.zeros(count, dtype=torch.int64)
        self.pose = settings.move_poses is not False
        self.mask_share, self.mask_gain = 1.0, 0.0
        self.noise_settled = False

    def run(self) -> LinearFit:
        """Fit."""
        settings, model = self.settings, self.model
        start = time.perf_counter()
        self._use(self.limits[0])
        model.begin(self.held, self._tick)
        number = 0
        for limit in self.limits[:-2]:
            self._use(limit)
            for _ in range(settings.early_iterations):
                self._iterate(number, self.held)
                number += 1
        start = self._clock("coarse", start)
        self._use(self.limits[-2])
        model.solver.wiener = True
        least, turn, grown = settings.iterations // 2, 0, math.inf
        held = torch.zeros(0, model.components + 1)
        while turn < least or (turn < MOST * least and grown > GROWTH):
            swept, before = self._iterate(number, self.held), held
            held = torch.cat(swept.held_evidence)
            grown = _grown(held, before)
            if turn == 0:
                self._judge()
            if turn == (least - 1) // 2:
                self._mask(self._how(number, self.held))
            number, turn = number + 1, turn + 1
        self.done += (MOST * least - turn) * len(self.none) * self.weight
        gain, error, chosen = choose(held, settings.components)
        model.keep(max(1, chosen))
        start = self._clock("choose", start)
        fit_noise(model)
        self.noise_settled = True  # so that the evidence of the sweeps that follow can be compared
        for _ in range(settings.iterations - settings.iterations // 2):
            self._iterate(number, self.none)
            number += 1
        self._judge()
        start = self._clock("fine", start)
        last = self._looks()
        self._judge_together(last[2])
        fit = _finished(model, settings, self._grid(self.limits[-1]), last, self.pose)
        self._clock("maps", start)
        self.progress(self.total, self.total)
        return replace(
            fit,
            evidence=tuple(self.evidence),
            held_evidence=tuple(gain),
            held_error=tuple(error),
            chosen=chosen,
            mask_share=self.mask_share,
            mask_gain=self.mask_gain,
            seconds=self.seconds,
        )

    def _how(self, number: int, held: Tensor) -> Sweep:
        pose, contrast = self.pose, self.settings.contrast
        return Sweep(pose, contrast, pose and number >= 1, contrast and number >= 3, held, number < 3)

    def _iterate(self, number: int, held: Tensor) -> Swept:
        how = self._how(number, held)
        swept = self.model.sweep(how, self._tick)
        self.evidence.append(float(swept.evidence[-1]) / max(1, swept.inserted))
        self.model.renew(swept)
        if number >= 2:
            self.model.fit_spread(swept, how)
        if number >= 2 and not self.noise_settled:
            fit_noise(self.model)
        self.watch(number, swept)
        return swept

    def _looks(self) -> tuple[Swept, list[Tensor], Look]:
        """Look at all images up to the shells of the maps: sums for these, maps of their folds, and what was seen.

        Where the given poses are too wrong for the finest shells they are moved by that look, and it is taken again.
        """
        settings, model = self.settings, self.model
        grid, target = self._grid(self.limits[-2]), self._grid(self.limits[-1])
        how = Sweep(True, settings.contrast, self.pose, settings.contrast, self.none)
        look = look_finer(model, grid, [model.maps] * FOLDS, how, self._tick)
        blurred = self.pose and poses_blur(model, target)
        how = replace(how, move_pose=blurred)
        if blurred:
            _, _, look = self._look(look, target, how)
            self.weight = self.limits[-2] ** 2
            self._judge()
        else:
            self.done += work_again(self.limits, settings) * len(self.none)
        return self._look(look, target, how)

    def _look(self, look: Look, target: Grid, how: Sweep) -> tuple[Swept, list[Tensor], Look]:
        """Sum all images by what was seen of them last, and look at them under the maps of that."""
        model, self.weight = self.model, target.shells**2
        model.level_contrasts()
        model.latent, covariance = settled(look, model.junk == 0, self.settings.seed)
        swept = model.summed(target, covariance, self.none, self._tick)
        folds = model.solver.folds(target, swept)
        look = look_finer(model, target, maps_of_others(model, target, swept, folds), how, self._tick)
        swept.scale = model.level_contrasts()
        return swept, folds, look

    def _judge(self) -> None:
        """Find the images that are none of the particle's; they go into no map from here on."""
        if self.settings.leave_out:
            found = judge(witnesses(self.model, self._tick), self.model.astray())
            self.model.junk = torch.where(self.known > 0, self.known, found)

    def _judge_together(self, look: Look) -> None:
        """Leave out images that lie among others which show no state of the particle."""
        if self.settings.leave_out:
            model, self.weight = self.model, self.limits[-2] ** 2
            eye = torch.eye(model.components)
            model.latent = torch.linalg.solve(look.precision + eye, look.pull)
            odd = strange(witnesses(model, self._tick), model.latent, model.junk == 0)
            model.junk[odd] = REASONS.index("other")

    def _mask(self, how: Sweep) -> None:
        """Keep the components within the molecule, if held-out images gain by that (two standard errors)."""
        model, grid = self.model, self._grid(self.limits[-2])
        if self.settings.mask is False:
            return
        shape = molecule(grid.full(model.maps).cpu(), model.store.pixel_angstrom)
        if shape is None:
            return
        masked = model.solver.within(shape.to(grid.device), model.maps, grid)
        gain = model.gain(masked, how)
        self.mask_gain = float(gain.mean())
        if self.settings.mask or self.mask_gain > 2.0 * float(gain.std()) / math.sqrt(len(gain)):
            self.mask_share = float(shape.mean())
            model.solver.shape, model.maps = shape.to(grid.device), masked

    def watch(self, number: int, swept: Swept) -> None:
        """Do nothing; called after every sweep, for whoever wants to look at it."""

    def _grid(self, shells: int) -> Grid:
        s = self.settings
        return Grid(self.model.store.box, shells, s.padding, s.mask_diameter, self.device)

    def _use(self, shells: int) -> None:
        self.model.use(self._grid(shells))
        self.weight = shells**2

    def _reading(self, done: int, _total: int) -> None:
        self.done = done * self.weight
        self.progress(self.done, self.total)

    def _tick(self, images: int) -> None:
        self.done += images * ranks.count() * self.weight  # the other ranks are as far
        self.progress(min(self.done, self.total - 1), self.total)

    def _clock(self, stage: str, start: float) -> float:
        now = time.perf_counter()
        self.seconds[stage] = now - start
        return now


def _finished(
    model: Model, settings: LinearSettings, target: Grid, last: tuple[Swept, list[Tensor], Look], move: bool
) -> LinearFit:
    """The fit, from the last sums and look at all images, on the grid of the maps."""
    swept, folds, look = last
    precision = look.precision + torch.eye(model.components)
    maps = target.full(model.solver.solve(target, swept, folds)).cpu()
    voxel, lumps = model.store.pixel_angstrom, lump_deviations(model, target, maps[0], settings.seed)
    variance = look.nuisance_variance.clamp(min=0)
    scale, spread = model.log_contrast.exp().float(), model.spread
    return LinearFit(
        mean=Volume(maps[0], voxel),
        components=tuple(Volume(m, voxel) for m in maps[1:]),
        latents=Latents(torch.linalg.solve(precision, look.pull), precision),
        poses=model.poses(),
        rotation_sd_degrees=torch.rad2deg(variance[:, 2:5].mean(1).sqrt()),
        shift_sd_angstrom=variance[:, :2].mean(1).sqrt() * voxel,
        contrast=scale,
        contrast_sd=scale * (variance[:, 5].sqrt() if settings.contrast else torch.zeros_like(scale)),
        explained=maps[1:].flatten(1).square().sum(1),
        noise_power=model.noise_power.float(),
        left_out=model.junk,
        lump_deviations=lumps,
        evidence=(),
        held_evidence=(),
        held_error=(),
        chosen=model.components,
        moved=model.moved.float(),
        pose_spread=(math.degrees(spread.rotation_radians), spread.shift_pixels * voxel),
        contrast_spread=spread.contrast,
        poses_moved=move,
        mask_share=1.0,
        mask_gain=0.0,
        seconds={},
        settings=settings,
    )


def _grown(evidence: Float[Tensor, "n k1"], before: Float[Tensor, "m k1"]) -> float:
    """Share by which held-out images gain more from the best number of components than a sweep before; 0 if none is."""
    if not len(before):
        return math.inf
    now, then = ((each - each[:, :1]).mean(0) for each in (evidence, before))
    best = int(now.argmax())
    return float((now[best] - then[best]) / now[best]) if best else 0.0


def choose(evidence: Float[Tensor, "n k1"], components: int | None) -> tuple[list[float], list[float], int]:
    """(gain of each number of components over none, its standard error, number chosen), by held-out images.

    Chosen is the least number whose mean evidence lies within two standard errors of the best one's
    difference; a number of components that was set is kept.
    """
    gain = evidence - evidence[:, :1]
    best = int(gain.mean(0).argmax())
    behind = gain[:, best, None] - gain
    error = behind.std(0) / math.sqrt(len(gain))
    near = (behind.mean(0) <= 2.0 * error).nonzero()[:, 0]
    errors = gain.std(0) / math.sqrt(len(gain))
    return gain.mean(0).tolist(), errors.tolist(), components or int(near[0])


def _first_noise(images: ImageSet, store: BandStore) -> Float[Tensor, "g r"]:
    """Power of the noise by optics group and ring before there is a model: that of the corners of the images.

    What the images have more on the axes than off them is background, which the corners do not show.
    """
    group = images.optics.group.cpu().numpy()
    shells, pixels = store.bands[-1] + 1, pixels_within(store.bands[-1])
    power = noise_spectrum(images, group)[:, :shells].repeat_interleave(2, 1)
    for number, name in enumerate(np.unique(group)):
        mine = np.flatnonzero(group == name)
        rows = mine[spread_rows(np.zeros_like(mine))]
        total = np.square(np.abs(store.read_rows(rows, store.bands[-1]))).mean(0)
        mean = np.bincount(pixels.ring, total, 2 * shells) / np.maximum(
            np.bincount(pixels.ring, minlength=2 * shells), 1
        )
        more = torch.from_numpy(mean[1::2] - mean[::2]).clamp(min=0)
        power[number, 1::2] += more
    return power


def _held_out(count: int, settings: LinearSettings) -> Tensor:
    generator = torch.Generator().manual_seed(settings.seed + 1)
    held = torch.zeros(count, dtype=torch.bool)
    held[torch.randperm(count, generator=generator)[: max(20, round(settings.held_out * count))]] = True
    return held


def _check(images: ImageSet) -> None:
    if len(images) < 100:
        raise SettingsError(f"{len(images)} images: a latent model needs at least 100")
    images.require_poses("find poses first")
