"""Poses and maps of a stack of images, from nothing but the images: the default of the pose-free work.

The likelihood of a map is summed over all rotations and shifts, never over one guess (soft
expectation-maximisation, in mini-batches, from random poses and few shells to more); several restarts are
run, and images that none of them used choose the best. From its coarse map poses are searched over all
rotations and refined, shell by shell, half sets apart from each other (`polish`).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Int

from cryo_core.data import ImageSet, ImageStack, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.posefree.images import Power, Spectra, load_images, measure_power, read_spectra
from cryo_core.posefree.information import ABOVE, LEAST_FINEST, batch_of, last_shell_of
from cryo_core.posefree.likeness import likeness
from cryo_core.posefree.polish import Polished, Polisher, PolishSettings, costs
from cryo_core.posefree.restarts import Restarts, Schedule, Start
from cryo_core.posefree.resume import Journal, key_of
from cryo_core.posefree.stages import Stages
from cryo_core.refinement.band import band_between

_FEWEST = 60
_MORE = 4
"""Mini-batches beyond the schedule, in steps of a shell, of images that hold little: they converge later."""
_BY_CHANCE, _LITTLE = 10.6, 0.5
"""Nats that the best pose explains of noise; share of the signal that a right map explains at least."""
_SURE = 2.0
_ALIKE = 0.03
"""Evidence of two restarts is much the same within two standard errors, or within this share of the best one's."""
_SAME_MAP = 0.85
"""Least likeness of two restarts' maps that are the same: 0.91 to 0.93 of right ones, up to 0.79 of wrong ones."""


@dataclass(frozen=True)
class SearchSettings:
    """How to search for poses without a reference; plain numbers.

    Restarts go from `first_shell` to `last_shell` over a grid of rotations. Then poses are climbed, from the best
    `candidates` of all rotations in the first passes, to finer shells at each pass.

    Attributes
    ----------
    first_shell : shell
        Finest shell of the first mini-batches.
    last_shell : shell
        Finest shell of a restart's last mini-batches; 0: as fine as their noise asks for (`last_shell_of`).
    steps : batches
        Mini-batches at each shell.
    batch : images
        In a mini-batch; 0: as many as their noise asks for (`batch_of`).
    order : 0 to 3
        Order of the grid of rotations, which are 60 / 2^order degrees apart.
    forget : share
        Of the sums of earlier mini-batches that is kept at each new one.
    shift_range : share of the box
        Shifts are looked for up to this, in either direction.
    restarts : searches
        At least so many, from different random starts.
    most_restarts : searches
        At most so many, until the best two agree on the held-out images.
    held_out : images
        On which restarts are compared.
    diameter : share of the box
        Diameter of the sphere that the particle lies in.
    candidates : poses
        Kept for each image of the grid of all rotations.
    global_passes : passes
        First passes in which all rotations are looked at.
    finer : factor
        By which the finest shell grows at each pass.
    finest_shell : shell
        Where poses end; 0: three shells before Nyquist's.
    last_passes : passes
        At the finest shell.
    more_passes : passes
        At most so many more while the half maps come to agree better.
    contrast_sigma : share
        Standard deviation of the contrast from image to image.
    seed : number
        Seed of what is drawn at random.
    """

    first_shell: int = 3
    last_shell: int = 0
    steps: int = 15
    batch: int = 0
    order: int = 2
    forget: float = 0.9
    shift_range: float = 0.045
    restarts: int = 2
    most_restarts: int = 6
    held_out: int = 400
    diameter: float = 1.0
    candidates: int = 8
    global_passes: int = 2
    finer: float = 1.35
    finest_shell: int = 0
    last_passes: int = 3
    more_passes: int = 6
    contrast_sigma: float = 0.1
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse settings that make no search."""
        counts = (
            "first_shell",
            "steps",
            "restarts",
            "held_out",
            "candidates",
            "global_passes",
            "last_passes",
        )
        for name in counts:
            if getattr(self, name) < 1:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be at least 1")
        if self.batch < 0 or self.more_passes < 0:
            raise SettingsError(
                f"batch and more_passes may not be negative: {self.batch}, {self.more_passes}"
            )
        if 0 < self.last_shell < self.first_shell or self.most_restarts < self.restarts:
            raise SettingsError("last_shell and most_restarts may not be less than first_shell and restarts")
        if not 0 <= self.order <= 3 or not 0 <= self.forget < 1 or not 0 <= self.shift_range < 0.5:
            raise SettingsError(f"order 0 to 3, forget below 1 and shift_range below 0.5: {self}")
        if not 1.05 <= self.finer <= 3:
            raise SettingsError(f"finer: {self.finer}: by how much each pass is finer, 1.05 to 3")
        if not self.contrast_sigma > 0:
            raise SettingsError(f"contrast_sigma: {self.contrast_sigma}: must be positive")
        if not 0.2 <= self.diameter <= 1:
            raise SettingsError(f"diameter: {self.diameter}: a share of the box, 0.2 to 1")

    def polish(self) -> PolishSettings:
        """Settings of the passes after the restarts."""
        return PolishSettings(self.order, self.shift_range, self.candidates, self.contrast_sigma)


@dataclass(frozen=True)
class Restart:
    """Result of a restart: log-likelihood of a held-out image over noise alone, its standard error, its course."""

    evidence: float
    error: float
    curve: tuple[float, ...]


@dataclass(frozen=True)
class SearchResult:
    """Result of a search: poses and maps (`polished`), the coarse map they began at, and how certain that is.

    `gap` is by how much the best restart's evidence is above the second's on the same images, `gap_error` its
    standard error; `alike` is the likeness of their maps, which are compared where their evidence is much the same
    (else NaN).
    """

    poses: Poses
    half_set: Int[np.ndarray, " n"]
    start: Volume
    polished: Polished
    restarts: tuple[Restart, ...]
    best: int
    gap: float
    gap_error: float
    alike: float
    power: Power
    settings: SearchSettings

    @property
    def found(self) -> bool:
        """Whether images that no restart used are explained better than by noise alone, by two standard errors."""
        return _explains(self.restarts[self.best])

    @property
    def explained(self) -> float:
        """Share of the signal in the images that their slices explain, at least 0; 1 if the map is all that they show.

        The signal is what the images' power has above the noise. It is found without a map, so that it tells a map
        that is wrong from one that is right where restarts, half maps and evidence do not: on `make_particles.py
        --real` at SNR 0.1 it is 0.9 for the right map, and 0.2 for one that two restarts found, 117° off, and whose
        half maps agree to 22 Å. Noise alone, at the best of all poses, explains `_BY_CHANCE` nats.
        """
        polished = self.polished
        shell = polished.passes[-1].shell
        signal = float(self.power.information[: shell + 1].sum())
        score = polished.refined.score[~polished.left_out].double() / 100.0
        box = polished.reconstruction.full.density.shape[0]
        edge = float(box)
        whole = len(band_between(box, 1.0, edge, edge / shell)) + signal
        return max(0.0, (float(score.square().nanmedian()) * whole - _BY_CHANCE) / max(signal, 1e-3))

    @property
    def believed(self) -> bool:
        """Whether the poses may be used unseen: two searches found one map, which explains what the images show."""
        agree = len(self.restarts) > 1 and self.alike >= _SAME_MAP
        return self.found and self.explained >= _LITTLE and agree

    @property
    def verdict(self) -> str:
        """How certain the start is, in words."""
        count, best = len(self.restarts), self.restarts[self.best]
        if not self.found:
            return (
                f"Nothing was found: the best of {count} restarts explains images no better than noise does "
                f"({best.evidence:.2f} ± {best.error:.2f} nats an image)."
            )
        if self.explained < _LITTLE:
            return (
                f"The map explains {self.explained:.0%} of the signal in the images: it is most likely wrong, or most "
                f"images show something else, however well {count} restarts or the half maps agree."
            )
        if count < 2:
            return "One restart: nothing to compare it with."
        lead = f"{self.gap:.2f} ± {self.gap_error:.2f} nats an image above the next"
        if self.alike >= _SAME_MAP:
            return f"The best two of {count} restarts agree (the best is {lead}; their maps' FSC {self.alike:.2f})."
        if self.alike < _SAME_MAP and self.gap <= _SURE * self.gap_error:
            return (
                f"The best two of {count} restarts explain the images alike and are different maps (the best is "
                f"{lead}; their maps' FSC {self.alike:.2f}): do not trust either; more images, or a finer "
                "last_shell, may tell."
            )
        return (
            f"Only the best of {len(self.restarts)} restarts came this far ({lead}): "
            "another seed or more restarts may come further."
        )


def search(
    images: ImageSet,
    settings: SearchSettings,
    device: Device = None,
    progress: Progress = silent,
    on_restart: Callable[[int, Restart], None] | None = None,
    on_pass: Callable[[Polished], None] | None = None,
    folder: Path | None = None,
) -> SearchResult:
    """Poses and maps of images whose poses are not known.

    Images are white protein, on a grey scale common to all, in a box that holds the particle (64 pixels are enough to
    begin with); all are held in memory. No image tells which of the two hands the answer has. Deterministic.

    Parameters
    ----------
    images : ImageSet
        n images in half sets 1 and 2; their poses, if they have any, are not looked at.
    settings : SearchSettings
        How to search.
    device : torch.device or str, optional
        Where to compute.
    progress : Progress
        Called in thousandths of the whole.
    on_restart, on_pass : callable, optional
        Called as a restart ends (number of restarts, the last of them), and after each pass (the state).
    folder : Path, optional
        Where each restart and each pass is kept as it ends: a search that was killed goes on from there.

    Raises
    ------
    SettingsError
        Fewer than 60 images, pixels that are not finite, or a box too small for `last_shell`.
    """
    _check(images, settings)
    count = Stages(progress)
    loaded = load_images(images, count.stage(_READ))
    spectra = read_spectra(loaded, images.optics, device)
    power = measure_power(loaded, spectra)
    settings = replace(settings, last_shell=settings.last_shell or last_shell_of(power, settings.first_shell))
    journal = Journal(folder, key_of(spectra, power, images.half_set, settings))
    starts, gap = _race(spectra, power, settings, count, on_restart, journal)
    restarts = tuple(_summary(start) for start in starts)
    winner = max(range(len(starts)), key=lambda number: restarts[number].evidence)
    start = _on_images(_restarts(spectra, power, settings).sums.volume(starts[winner].density), loaded)
    held = ImageSet(loaded, images.poses, spectra.optics, images.half_set)
    polisher = Polisher(held, spectra, power, settings.polish(), device)
    something = _explains(restarts[winner])

    def passed(polished: Polished) -> None:
        journal.passed(polished)
        if on_pass is not None and something:
            on_pass(polished)

    # Of noise one pass is enough to have a table and a map.
    shells = _passes(spectra, settings)[: None if something else 1]
    more = settings.more_passes if something else 0
    polished = polisher.run(start, shells, more, count.stage(1.0), passed, journal.polished)
    found = (polished.poses, images.half_set, start, polished, restarts, winner)
    return SearchResult(*found, gap.lead, gap.error, gap.alike, power, settings)


_READ = 0.01
"""Share of the time that reading images takes."""


@dataclass(frozen=True)
class _Gap:
    """How the best two restarts compare: see `SearchResult`."""

    lead: float
    error: float
    alike: float


def _race(
    spectra: Spectra,
    power: Power,
    settings: SearchSettings,
    count: Stages,
    on_restart: Callable[[int, Restart], None] | None,
    journal: Journal,
) -> tuple[list[Start], _Gap]:
    """Run restarts until the best two agree, in evidence and in their maps: (all of them, the gap of the best two)."""
    runner = _restarts(spectra, power, settings)
    passes = len(spectra) * sum(costs(_passes(spectra, settings), settings.more_passes))
    share = runner.cost / (settings.most_restarts * runner.cost + passes)
    starts = journal.starts
    gap = _gap(starts, settings.last_shell)
    while len(starts) < settings.restarts or _undecided(starts, gap, settings):
        tick = count.stage(_READ + (1 - _READ) * (len(starts) + 1) * share)
        generator = torch.Generator().manual_seed(settings.seed + len(starts))
        journal.restart(runner.run(generator, tick))
        if on_restart is not None:
            on_restart(len(starts), _summary(starts[-1]))
        gap = _gap(starts, settings.last_shell)
    return starts, gap


def _restarts(spectra: Spectra, power: Power, settings: SearchSettings) -> Restarts:
    generator = torch.Generator().manual_seed(settings.seed)
    order = torch.randperm(len(spectra), generator=generator).to(spectra.values.device)
    held = min(settings.held_out, len(spectra) // 4)
    schedule = Schedule(
        settings.first_shell,
        settings.last_shell,
        settings.steps,
        _MORE * settings.steps if settings.last_shell > LEAST_FINEST else 0,
        settings.batch or batch_of(power, settings.last_shell),
        settings.order,
        settings.forget,
    )
    return Restarts(
        spectra, power, schedule, settings.shift_range, settings.diameter, order[:held], order[held:]
    )


def _summary(start: Start) -> Restart:
    error = float(start.evidence.std() / math.sqrt(len(start.evidence)))
    return Restart(float(start.evidence.mean()), error, start.curve)


def _undecided(starts: list[Start], gap: _Gap, settings: SearchSettings) -> bool:
    """Whether another restart may bring more: the best two are not the same map, and there is something to find."""
    something = any(_explains(_summary(start)) for start in starts)
    return something and not gap.alike >= _SAME_MAP and len(starts) < settings.most_restarts


def _explains(restart: Restart) -> bool:
    return restart.evidence > _SURE * restart.error


def _gap(starts: list[Start], last_shell: int) -> _Gap:
    """How the best two restarts compare; their maps are compared where their evidence is much the same."""
    if len(starts) < 2:
        return _Gap(math.inf, 0.0, math.nan)
    first, second = sorted(starts, key=lambda start: -float(start.evidence.mean()))[:2]
    leads = first.evidence - second.evidence
    lead, error = float(leads.mean()), float(leads.std() / math.sqrt(len(leads)))
    same = lead <= max(_SURE * error, _ALIKE * abs(float(first.evidence.mean())))
    alike = likeness(first.density, second.density, last_shell) if same else math.nan
    return _Gap(lead, error, alike)


def _on_images(volume: Volume, images: ImageStack) -> Volume:
    """A coarse map on the images' voxels, its values kept."""
    density = fourier_crop_or_pad(volume.density.cpu(), (images.box,) * 3)
    return Volume(density, images.pixel_angstrom)


def _passes(spectra: Spectra, settings: SearchSettings) -> tuple[tuple[int, bool], ...]:
    """Passes after the restarts: last shell of each, and whether all rotations are tried."""
    finest = min(settings.finest_shell or spectra.band.last - 2, spectra.band.last)
    shells, shell = [], float(settings.last_shell + 1)
    while shell < finest:
        shells.append(round(shell))
        shell *= settings.finer
    shells += [finest] * settings.last_passes
    return tuple((shell, i < settings.global_passes) for i, shell in enumerate(shells))


def _check(images: ImageSet, settings: SearchSettings) -> None:
    if len(images) < _FEWEST:
        raise SettingsError(f"{len(images)} images: a search without poses needs at least {_FEWEST}")
    last = settings.last_shell or settings.first_shell
    if last + ABOVE > images.box // 2:
        raise SettingsError(f"last_shell {last} in images of {images.box} pixels: a larger box")
