"""Aberrations by optics group and defocus by image, each half set against its own maps."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, Optics, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.memory import Portion, fitting_batch
from cryo_core.optics.ctf import wavelength_angstrom
from cryo_core.refinement.band import band_between, spectra_within
from cryo_core.refinement.ctf.basis import Lens, grid_of, unit_of
from cryo_core.refinement.ctf.defocus import Evidence, Fitted, Spread, fit_defocus, spread_of
from cryo_core.refinement.ctf.fit import KINDS, USUAL, Measured, fit_lens
from cryo_core.refinement.ctf.scene import Batch, Seen, batch_of, prepare_map, seen_of
from cryo_core.refinement.ctf.sums import Sums, summed
from cryo_core.refinement.score import calibrate, unit_calibration

_SAMPLE = 256
"""Images of a group, of all its maps together, on which all is found first."""
_REACH = (0.5, 0.7, 1.0, 1.0, 1.0)
"""Shares of the band's finest frequency that the fits on the sample reach to, one after the other."""
_LEAST_OF_A_MAP = 8


@dataclass(frozen=True)
class CtfSettings:
    """What is refined, from frequencies of `low_limit_angstrom` to `high_limit_angstrom`.

    `kinds` of a group's aberrations: tilt, trefoil, cs, tetrafoil (with it the astigmatism of fourth order),
    magnification (distortion), and scale (the pixel size against the map's, which maps made of the images themselves
    cannot tell but between groups); what of them the images do not show is not kept. `defocus` and `astigmatism` of
    each image, over `defocus_range_angstrom` and with their own spread as a prior. `contrast_sigma` is the standard
    deviation of the images' contrast.
    """

    high_limit_angstrom: float
    low_limit_angstrom: float = 30.0
    kinds: tuple[str, ...] = USUAL
    defocus: bool = True
    astigmatism: bool = True
    defocus_range_angstrom: float = 1000.0
    contrast_sigma: float = 0.2
    padding: int = 2
    batch: int = 64


@dataclass(frozen=True)
class Group:
    """What was found of an optics group: the lens that its images are better explained by, and each kind's figures.

    `halves` are the figures of each half set by itself, where both have images.
    """

    number: int
    images: int
    lens: Lens
    measured: tuple[Measured, ...]
    halves: tuple[tuple[Measured, ...], ...]
    spread: Spread


@dataclass(frozen=True)
class RefinedCtf:
    """Groups, and the changes of the factors of s², e and o of each image's γ, beyond its group's lens.

    Changes are in radians at `limit_angstrom`, the finest frequency used. `looked_at` says which images had a map.
    """

    groups: tuple[Group, ...]
    change: Float[Tensor, "n 3"]
    looked_at: Tensor
    limit_angstrom: float


def refine_ctf(
    images: ImageSet,
    references: Sequence[tuple[Volume, Volume]],
    settings: CtfSettings,
    reliability: Sequence[Float[Tensor, " s"] | None] = (None,),
    of: Int[np.ndarray, " n"] | None = None,
    device: Device = None,
    progress: Progress = silent,
) -> RefinedCtf:
    """Aberrations of each optics group and the defocus of each image, at the images' poses.

    An image is compared with its own half's map only. The aberrations of a group, a handful of numbers, are those of
    all its images, of both halves. Images are read once, and a sample of each group once before.

    Parameters
    ----------
    images
        n images with poses, neither flipped nor premultiplied: what their optics say besides is taken into account,
        and nothing of it has been taken off them (`iterate.open_uncorrected`).
    references
        Maps of half sets 1 and 2, of one class or several.
    settings
        What to refine.
    reliability
        FSC of each pair of maps, where they were made of these images (`refine.refine`).
    of
        (n,), which pair each image belongs to, −1 for none; the first for all if None.
    device, progress
        Where to compute (the CPU if None); called with (images done, images with a map).

    Raises
    ------
    SettingsError
        A half set is neither 1 nor 2, a pose is missing, settings are out of range, or a map resembles its images in no
        shell.
    """
    of = np.zeros(len(images), np.int64) if of is None else of
    _check(images, settings, of, len(references))
    scene = _Scene(images, references, settings, reliability, of, torch.device(device or "cpu"))
    change = torch.zeros(len(images), 3, dtype=torch.float64)
    groups, done = [], 0
    numbers = images.optics.group.cpu().numpy()
    for number in np.unique(numbers[of >= 0]).tolist():
        rows = np.flatnonzero((numbers == number) & (of >= 0))
        found = _Group(scene, number, rows)
        found.learn()
        for part, fitted in found.all_images():
            change[torch.from_numpy(part)] = fitted.change.double().cpu()
            done += len(part)
            progress(done, int((of >= 0).sum()))
        groups.append(found.finish())
    looked_at = torch.from_numpy(of >= 0)
    return RefinedCtf(tuple(groups), change, looked_at, scene.band.limit_angstrom)


_Key = tuple[int, int]
"""A class, from 0, and a half set."""


class _Scene:
    """The images, and the maps of each class and half ready for slicing."""

    def __init__(
        self,
        images: ImageSet,
        references: Sequence[tuple[Volume, Volume]],
        settings: CtfSettings,
        reliability: Sequence[Float[Tensor, " s"] | None],
        of: Int[np.ndarray, " n"],
        device: torch.device,
    ) -> None:
        self.images, self.settings, self.of, self.device = images, settings, of, device
        stage = "refinement of the CTF"
        self.batch = Portion(stage, fitting_batch(stage, images.box, device, settings.batch))
        limits = settings.low_limit_angstrom, settings.high_limit_angstrom
        self.band = band_between(images.box, images.pixel_angstrom, *limits)
        self.reliability = [None if r is None else r.cpu() for r in reliability]
        self.reliability += [None] * (len(references) - len(self.reliability))
        self.are_halves = [not torch.equal(a.density, b.density) for a, b in references]
        self.maps = {
            (name, half): prepare_map(volume, self.band, settings.padding, device)
            for name, pair in enumerate(references)
            for half, volume in enumerate(pair, 1)
            if bool((of == name).any())
        }

    def cells(self, rows: Int[np.ndarray, " m"]) -> list[tuple[_Key, Int[np.ndarray, " k"]]]:
        """The rows of each map: ((class, half), rows)."""
        half = self.images.half_set
        cells = [(key, rows[(self.of[rows] == key[0]) & (half[rows] == key[1])]) for key in self.maps]
        return [(key, mine) for key, mine in cells if len(mine)]

    def spectra(self, rows: Int[np.ndarray, " k"]) -> Complex[Tensor, "k p"]:
        """Spectra of images within the band."""
        return spectra_within(self.images.read(rows).to(self.device), self.band)

    def tables(self, rows: Int[np.ndarray, " k"]) -> tuple[Poses, Optics]:
        """Poses and optics of images."""
        at = torch.from_numpy(rows)
        poses = self.images.poses.take(at.to(self.images.poses.rotation.device)).to(
            self.device, torch.float64
        )
        optics = self.images.optics.take(at.to(self.images.optics.group.device)).to(
            self.device, torch.float64
        )
        return poses, optics

    def parts(self, rows: Int[np.ndarray, " m"], size: int = 0) -> Iterator[Int[np.ndarray, " k"]]:
        """Rows in batches, of the settings' size where none is given."""
        size = size or self.settings.batch
        for start in range(0, len(rows), size):
            yield rows[start : start + size]


class _Group:
    """One optics group: its lens so far, learnt of a sample, then of all its images."""

    def __init__(self, scene: _Scene, number: int, rows: Int[np.ndarray, " m"]) -> None:
        self._scene, self.number, self.rows = scene, number, rows
        self._cells, settings = scene.cells(rows), scene.settings
        self._lens, self._optics = Lens(), scene.tables(rows[:1])[1]
        self._grid = grid_of(scene.band, self._optics, self._lens)
        self._seen: dict[tuple[_Key, bool], Seen] = {}
        self._wavelength = float(wavelength_angstrom(scene.images.optics.voltage_kilovolt[rows[0]].cpu()))
        start = self.radians(settings.defocus_range_angstrom / 3.0) ** 2
        variance = [start * settings.defocus, *[start * settings.astigmatism / 9.0] * 2]
        self._spread = Spread(
            torch.zeros(3, dtype=torch.float64), torch.tensor(variance, dtype=torch.float64)
        )
        self._sums: dict[int, Sums] = {}

    def radians(self, defocus_angstrom: float) -> float:
        """Phase at the finest frequency that a change of the defocus is worth."""
        return math.pi * self._wavelength * defocus_angstrom * unit_of(self._scene.band) ** 2

    def learn(self) -> None:
        """Find noise, gain, spread of defoci and lens on a sample, from coarse to fine frequencies."""
        scene, most = self._scene, max(_LEAST_OF_A_MAP, _SAMPLE // len(self._cells))
        sample = []
        for key, rows in self._cells:
            some = rows[np.unique(np.linspace(0, len(rows) - 1, min(most, len(rows))).round().astype(int))]
            sample.append((key, some, scene.spectra(some)))
        fits: dict[_Key, list[Fitted]] = {}
        for reach in _REACH:
            total: list[Sums] = []
            for key, rows, spectra in sample:
                self._calibrate(key, rows, spectra, fits.get(key))
            for key, rows, spectra in sample:
                fits[key] = []
                for part in scene.parts(np.arange(len(rows))):
                    fitted, sums = self._looked_at(key, rows[part], spectra[torch.from_numpy(part)])
                    fits[key].append(fitted)
                    total.append(sums)
            self._spread = spread_of([f for some in fits.values() for f in some], self._spread)
            self._move(reduce(Sums.__add__, total), reach)
            self._share_out(fits)

    def _share_out(self, fits: dict[_Key, list[Fitted]]) -> None:
        """Move what the lens has of defocus and astigmatism to the images, where these may change."""
        free = self._spread.free
        moved = torch.zeros(3, dtype=torch.float64)
        moved[free] = self._lens.even[free]
        self._lens.even[:3] -= moved
        self._spread = replace(self._spread, mean=self._spread.mean + moved)
        for some in fits.values():
            some[:] = [replace(f, change=f.change + moved.to(f.change)) for f in some]

    def _move(self, sums: Sums, reach: float = 1.0) -> tuple[Measured, ...]:
        """Take over the lens that sums speak for."""
        band, kinds = self._scene.band, self._scene.settings.kinds
        self._lens, measured = fit_lens(sums, self._lens, self._grid, band, kinds, reach)
        self._grid = grid_of(band, self._optics, self._lens)
        return tuple(measured)

    def all_images(self) -> Iterator[tuple[Int[np.ndarray, " k"], Fitted]]:
        """Go through all images once: (rows, their fit), and add up what they say of the lens."""
        for key, rows in self._cells:
            for part in self._scene.parts(rows, self._scene.batch.size):
                half, spectra = key[1], self._scene.spectra(part)
                look = partial(self._look, key, part, spectra)
                for at, (fitted, sums) in self._scene.batch.over(len(part), look):
                    self._sums[half] = sums + self._sums[half] if half in self._sums else sums
                    yield part[at], fitted

    def finish(self) -> Group:
        """What was found."""
        scene, learnt, grid = self._scene, self._lens, self._grid
        halves: tuple[tuple[Measured, ...], ...] = ()
        if len(self._sums) > 1:
            kinds = scene.settings.kinds
            halves = tuple(
                tuple(fit_lens(sums, learnt, grid, scene.band, kinds)[1])
                for _, sums in sorted(self._sums.items())
            )
        measured = self._move(reduce(Sums.__add__, self._sums.values()))
        return Group(self.number, len(self.rows), self._lens, measured, halves, self._spread)

    def _look(
        self, key: _Key, rows: Int[np.ndarray, " k"], spectra: Complex[Tensor, "k p"], at: slice
    ) -> tuple[Fitted, Sums]:
        return self._looked_at(key, rows[at], spectra[at])

    def _looked_at(
        self, key: _Key, rows: Int[np.ndarray, " k"], spectra: Complex[Tensor, "k p"]
    ) -> tuple[Fitted, Sums]:
        """Each image's defocus by its own half's map, and what the images say of the lens by the other half's.

        The lens is that of both halves. The other half's map holds none of the images' noise, which would speak
        for the lens as it was.
        """
        batch = self._batch(key, rows, spectra, self._seen[key, True])
        fitted = self._fitted(batch)
        if self._scene.are_halves[key[0]]:
            batch = self._batch(_other(key), rows, spectra, self._seen[key, False])
        return fitted, self._summed(batch, fitted)

    def _batch(
        self, key: _Key, rows: Int[np.ndarray, " k"], spectra: Complex[Tensor, "k p"], seen: Seen
    ) -> Batch:
        scene = self._scene
        against = scene.maps[key], seen, scene.band
        return batch_of(spectra, *scene.tables(rows), against, self._lens, self._grid)

    def _fitted(self, batch: Batch) -> Fitted:
        settings, grid = self._scene.settings, self._grid
        turn = torch.polar(torch.ones_like(grid.fx), -(grid.odd @ self._lens.odd.to(grid.odd)))
        evidence = Evidence(
            (batch.cross * turn).real,
            batch.power,
            batch.gamma + grid.even @ self._lens.even.to(grid.even),
            grid.even[:, :3],
            torch.from_numpy(self._scene.band.shell).to(grid.fx.device),
            settings.contrast_sigma,
        )
        return fit_defocus(evidence, self._spread, self.radians(settings.defocus_range_angstrom))

    def _summed(self, batch: Batch, fitted: Fitted) -> Sums:
        kinds = self._scene.settings.kinds
        magnification = "magnification" in kinds or "scale" in kinds
        return summed(batch, fitted, self._lens, self._grid, self._scene.band, magnification)

    def _calibrate(
        self,
        key: _Key,
        rows: Int[np.ndarray, " k"],
        spectra: Complex[Tensor, "k p"],
        fits: list[Fitted] | None,
    ) -> None:
        """Measure how a half's images see the map of their own half and that of the other, as far as all is known."""
        scene, grid = self._scene, self._grid
        shell, shells = torch.from_numpy(scene.band.shell), scene.band.last + 1
        reliability = scene.reliability[key[0]]
        plain = Seen(unit_calibration(scene.band), torch.zeros(shells, dtype=torch.float64))
        turn = torch.polar(torch.ones_like(grid.fx), -(grid.odd @ self._lens.odd.to(grid.odd)))
        for own in (True, False) if scene.are_halves[key[0]] else (True,):
            sums = torch.zeros(shells, 4, dtype=torch.float64)
            for i, part in enumerate(scene.parts(np.arange(len(rows)))):
                batch = self._batch(
                    key if own else _other(key), rows[part], spectra[torch.from_numpy(part)], plain
                )
                gamma = batch.gamma + grid.even @ self._lens.even.to(grid.even)
                if fits is not None:
                    gamma = gamma + fits[i].change @ grid.even[:, :3].T
                sine = gamma.sin()
                terms = (
                    *((batch.cross * turn).real * sine, batch.data.abs().square()),
                    *(batch.power * sine.square(), batch.power),
                )
                sums = sums.index_add(0, shell, torch.stack([t.double().sum(0).cpu() for t in terms], 1))
            sums /= len(rows)
            number = torch.bincount(shell, minlength=shells).clamp(min=1)
            calibration = calibrate(sums[:, :3], scene.band, reliability)
            held = reliability if own and scene.are_halves[key[0]] else None
            self._seen[key, own] = seen_of(calibration, sums[:, 3] / number, held)


def _other(key: _Key) -> _Key:
    return key[0], 3 - key[1]


def _check(images: ImageSet, settings: CtfSettings, of: Int[np.ndarray, " n"], pairs: int) -> None:
    rows = np.flatnonzero(of >= 0)
    if not len(rows):
        raise SettingsError("no images to refine the CTF of")
    if of.max() >= pairs:
        raise SettingsError(f"images of map {of.max() + 1}, and there are {pairs}")
    used = images.take(rows)
    used.require_half_sets()
    used.require_poses("refine poses first (`cryo refine`)")
    unknown = [kind for kind in settings.kinds if kind not in KINDS]
    if unknown:
        raise SettingsError(f"{unknown[0]}: an aberration is one of {', '.join(KINDS)}")
    numbers = settings.defocus_range_angstrom, settings.contrast_sigma, settings.batch
    if not all(number > 0 for number in numbers):
        raise SettingsError(f"range, deviation and batch must be positive: {settings}")
