"""Differences between particles whose poses were found without a reference: the linear model, and a second search.

Poses were found with one map. Where particles differ so much that it misled some of them, the states of the
linear model find them again: all rotations are compared with each state's map, and an image moves where
another pose, far away, is clearly likelier. The model is fitted again if more than a few images moved.
"""

from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import ImageSet, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.heterogeneity.classes.partition import by_kmeans
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings, volumes_at
from cryo_core.imaging.prepare import Coarsened
from cryo_core.posefree.em import likeliest, slices_of
from cryo_core.posefree.images import Spectra, read_spectra
from cryo_core.posefree.restarts import search_grid, shift_prior
from cryo_core.posefree.stages import Stages
from cryo_core.refinement.band import Band, Calibration, prepare_reference
from cryo_core.refinement.search import Fit, Scene, best_of

_BATCH = 512
_LAST_SHELL = 8
_CANDIDATES = 4
_ORDER = 2
_FAR_DEGREES = 15.0
_SURER_NATS = 3.0
_FEW = 0.005
"""Share of the images: if fewer move, the model stays as it is."""


@dataclass(frozen=True)
class MotionSettings(LinearSettings):
    """How the linear model is fitted at the poses found, and poses are searched again with its states.

    Attributes
    ----------
    states : states
        Of the model with which poses are searched again; 0: they are not.
    shift_range : share of the box
        Shifts are looked for up to this, in either direction.
    """

    states: int = 3
    shift_range: float = 0.045

    def __post_init__(self) -> None:
        """Refuse settings that make no model."""
        super().__post_init__()
        if not 0 <= self.states <= 20:
            raise SettingsError(f"states: {self.states}: should be 0 to 20")
        if not 0 <= self.shift_range < 0.5:
            raise SettingsError(f"shift_range: {self.shift_range}: should be below 0.5")

    def linear(self) -> LinearSettings:
        """Settings of the linear model alone."""
        return LinearSettings(**{f.name: getattr(self, f.name) for f in fields(LinearSettings)})


@dataclass(frozen=True)
class Motion:
    """Linear model, and how many images the second search moved (None: there was none)."""

    fit: LinearFit
    moved: int | None


def fit_motion(
    images: ImageSet,
    settings: MotionSettings,
    folder: Path,
    device: torch.device | str = "cpu",
    progress: Progress = silent,
) -> Motion:
    """Linear model at poses that were found, after a second search with its states; see `fit_linear`.

    A model of which held-out images justify no component has no states to search with.

    Parameters
    ----------
    images : ImageSet
        n images, with their poses.
    settings : MotionSettings
        The fit, and the second search.
    folder : Path
        Where the low shells of the images are stored.
    device : torch.device or str
        Where to compute.
    progress : Progress
        Called in thousandths of the whole.
    """
    stages, linear = Stages(progress), settings.linear()
    fit = fit_linear(images, linear, folder, device, stages.stage(0.45))
    if not settings.states or not fit.chosen:
        progress(1000, 1000)
        return Motion(fit, None)
    searched, moved = search_again(images, fit, settings, device, stages.stage(0.6))
    if float(moved.double().mean()) > _FEW:
        fit = fit_linear(replace(images, poses=searched), linear, folder, device, stages.stage(1.0))
    progress(1000, 1000)
    return Motion(fit, int(moved.sum()))


def search_again(
    images: ImageSet,
    fit: LinearFit,
    settings: MotionSettings,
    device: torch.device | str = "cpu",
    progress: Progress = silent,
) -> tuple[Poses, Bool[Tensor, " n"]]:
    """(poses after a search of all rotations with each state's map, which of them are others now).

    An image moves where a pose more than 15° away is likelier by 3 nats than its own, both refined and both
    with the state that fits them best, up to shell 8.

    Parameters
    ----------
    images : ImageSet
        n images.
    fit : LinearFit
        The linear model at the present poses.
    settings : MotionSettings
        Number of states, and range of shifts.
    device : torch.device or str
        Where to compute.
    progress : Progress
        Called after each batch, with images.

    Returns
    -------
    Poses, (n,)
        The poses, and whether each moved.
    """
    last = min(_LAST_SHELL, fit.settings.shells, images.box // 2 - 4)
    small = Coarsened(images, min(images.box, 2 * (last + 4)))
    spectra = read_spectra(small, images.optics, device)
    states = _states(fit, settings.states)
    by_state = _StateSearch(
        spectra, spectra.narrowed(last), states, _noise(fit, small.box / images.box), settings
    )
    rotation, shift = fit.poses.rotation.clone(), fit.poses.shift_angstrom.clone()
    moved = torch.zeros(len(images), dtype=torch.bool)
    for rows in torch.split(torch.arange(len(images)), _BATCH):
        there, far = by_state.search(rows, fit.poses.take(rows))
        moved[rows] = far
        rotation[rows] = torch.where(far[:, None, None], there.rotation.to(rotation), rotation[rows])
        shift[rows] = torch.where(far[:, None], there.shift_angstrom.to(shift), shift[rows])
        progress(int(rows[-1]) + 1, len(images))
    return Poses(rotation, shift), moved


def _states(fit: LinearFit, count: int) -> list[Volume]:
    """Maps at the centres of parts of latent space."""
    points = fit.latents.mean[:, : max(1, fit.chosen)].double().numpy()
    member = np.asarray(by_kmeans(points, count, fit.settings.seed).membership(points))
    centre = torch.from_numpy(member.T @ fit.latents.mean.double().numpy() / member.sum(0)[:, None])
    return list(volumes_at(fit.mean, fit.components, centre.float()))


def _noise(fit: LinearFit, cropped: float) -> Float[Tensor, " s"]:
    """Noise of the images' coefficients, which cropping them makes smaller with the square of the edge."""
    return fit.noise_power[:, ::2].double().mean(0) * cropped**2


class _StateSearch:
    """Search over all rotations with the maps of several states."""

    def __init__(
        self,
        spectra: Spectra,
        band: Band,
        states: list[Volume],
        noise: Float[Tensor, " s"],
        settings: MotionSettings,
    ) -> None:
        self._spectra, self._band = spectra, band
        device = spectra.values.device
        ones = torch.ones(band.last + 1)
        self._calibration = Calibration(noise[: band.last + 1].clamp(min=1e-12).float(), ones)
        self._grid = search_grid(_ORDER, band, settings.shift_range, device)
        self._references = [prepare_reference(state, band, 2, device) for state in states]
        self._slices = [slices_of(r, band, self._grid.rotation) for r in self._references]
        self._prior = shift_prior(band, settings.shift_range, device)

    def search(self, rows: Tensor, present: Poses) -> tuple[Poses, Bool[Tensor, " m"]]:
        """Best pose of each image over all rotations, and whether it is far from its own and clearly better."""
        spectra, band = self._spectra, self._band
        at = rows.to(spectra.values.device)
        now = present.to(spectra.values.device, torch.float64)
        own: Fit | None = None
        best: Fit | None = None
        for reference, slices in zip(self._references, self._slices, strict=True):
            values, optics = spectra.within(at, band), spectra.optics.take(rows)
            scene = Scene(values, optics, band, self._calibration, reference, self._prior, 0.1)
            starts = likeliest(scene.views(), slices, band, self._grid, _CANDIDATES)
            fitted = best_of(scene, now, [p.to(now.rotation.device, torch.float64) for p in starts])
            own, best = _better(own, best_of(scene, now, [now])), _better(best, fitted)
        assert own is not None and best is not None
        away = rotation_distance_degrees(best.poses.rotation, now.rotation) > _FAR_DEGREES
        surely = best.objective > own.objective + _SURER_NATS
        return best.poses.to("cpu"), (away & surely).cpu()


def _better(one: Fit | None, other: Fit) -> Fit:
    """For each image the fit of the higher objective."""
    if one is None:
        return other
    higher = other.objective > one.objective
    poses = Poses(
        torch.where(higher[:, None, None], other.poses.rotation, one.poses.rotation),
        torch.where(higher[:, None], other.poses.shift_angstrom, one.poses.shift_angstrom),
    )
    return replace(one, poses=poses, objective=torch.maximum(one.objective, other.objective))
