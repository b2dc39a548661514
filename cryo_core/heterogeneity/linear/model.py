"""Data of the linear latent model: its settings, the result of a fit, and its files."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Poses, Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.heterogeneity.latents import Latents

MAP_SHELLS = 31
"""Shells of the maps, where the settings do not say how many."""


@dataclass(frozen=True)
class LinearSettings:
    """How to fit the linear model.

    `first_shells`, `shells` and `map_shells` are odd.

    Attributes
    ----------
    components : components
        Their number; without it as many as held-out images bear.
    most_components : components
        At most so many are tried.
    first_shells : shells
        Of the box, in the first iterations.
    shells : shells
        Of the box that images are looked at up to.
    map_shells : shells
        Of the maps that are given back; without it 31, or what Nyquist allows.
    early_iterations : iterations
        At each limit before the last.
    iterations : iterations
        At full `shells`.
    move_poses : yes or no
        Whether poses are moved; without it, where the images say that the given ones are wrong.
    contrast : yes or no
        Whether each image has a contrast of its own.
    mask_diameter : share of the box
        Diameter of the soft sphere that volumes stay in.
    mask : yes or no
        Whether components stay within the molecule; without it, where held-out images bear it.
    padding : factor
        Padding of the Fourier grid: 1.5 or 2.
    ridge : share
        Weight of the maps' prior, of a shell's mean weight.
    held_out : share
        Of the images, which choose the number of components.
    leave_out : yes or no
        Whether images without the particle, with more than one, or that do not fit their pose are left out
        of the maps.
    batch : images
        At a time.
    symmetry : point group
        Must be C1.
    seed : number
        Seed of what is drawn at random.
    """

    components: int | None = None
    most_components: int = 6
    first_shells: int = 5
    shells: int = 11
    map_shells: int | None = None
    early_iterations: int = 4
    iterations: int = 8
    move_poses: bool | None = None
    contrast: bool = True
    mask_diameter: float = 0.94
    mask: bool | None = None
    padding: float = 1.5
    ridge: float = 0.02
    held_out: float = 0.1
    leave_out: bool = True
    batch: int = 2048
    symmetry: str = "C1"
    seed: int = 20261121

    @property
    def box(self) -> int:
        """Edge in pixels of the smallest images that hold the shells of the maps below their Nyquist frequency."""
        return 2 * ((self.map_shells or MAP_SHELLS) + 1)

    def __post_init__(self) -> None:
        """Refuse settings that make no model."""
        for name in ("most_components", "early_iterations", "batch", "ridge"):
            _require(getattr(self, name) > 0, name, "must be positive", self)
        _require(self.iterations >= 2, "iterations", "must be at least 2", self)
        _require(self.components is None or self.components >= 1, "components", "must be at least 1", self)
        for name in ("first_shells", "shells", "map_shells"):
            value = getattr(self, name)
            odd = value is None or (value >= 3 and value % 2 == 1)
            _require(odd, name, "must be odd and at least 3", self)
        _require(
            self.first_shells <= self.shells, "first_shells", f"must not exceed shells {self.shells}", self
        )
        _require(0 < self.mask_diameter <= 1, "mask_diameter", "must lie within 0 and 1 box", self)
        _require(self.padding in (1.5, 2.0), "padding", "must be 1.5 or 2", self)
        _require(0 < self.held_out < 0.5, "held_out", "must lie within 0 and 0.5", self)
        _require(
            self.symmetry.upper() == "C1",
            "symmetry",
            "must be C1, the only one that the linear model supports: expand the particles by their symmetry first "
            "(each at all its equivalent poses), or leave the symmetry out",
            self,
        )


def _require(holds: bool, name: str, rule: str, settings: "LinearSettings") -> None:
    if not holds:
        raise SettingsError(f"{name} {rule}; it is {getattr(settings, name)}")


@dataclass(frozen=True)
class LinearFit:
    """Linear model of a set of images.

    The volume at z is `mean` + Σ z_k `components`_k, on the grey scale of the images. `latents` have pose and
    contrast marginalised. Deviations of the poses are those of the posterior on one axis, given the maps: the
    error of the maps themselves, which few images leave large, comes on top (up to twice, with 1,500).
    `evidence` is the mean log evidence of an image (nats, up to a constant) after each sweep;
    `held_evidence[j]` and `held_error[j]` are the gain of a model of j components over none per held-out
    image, and its standard error; `chosen` the number of components they justify: 0 means that the images
    look alike, and one component is kept all the same. `moved`: how far each pose was moved from the given
    one, shift x, y (pixels) and rotation (radians, about the image's axes). `pose_spread` (degrees, Å) and
    `contrast_spread`: the standard deviations, on each axis, of the given poses' errors and of the contrast's
    logarithm, as estimated from the images. `mask_share`: the part of the box that components may fill (1: no
    mask was taken); `mask_gain`: what a held-out image gains by the mask, in nats. `explained`: each
    component's variance, summed over the map. `noise_power`: the noise's variance in each optics group, by shell off
    the axes (2 · shell) and on them (the next). `left_out`: 0 for a good image, else the number of the reason in
    `junk.REASONS`; such an image is in no map. `lump_deviations`: how far apart, for what one image says, two states
    lie of which one lacks a lump of the molecule with a share of its mass (`lumps.SHARES`).
    """

    mean: Volume
    components: tuple[Volume, ...]
    latents: Latents
    poses: Poses
    rotation_sd_degrees: Float[Tensor, " n"]
    shift_sd_angstrom: Float[Tensor, " n"]
    contrast: Float[Tensor, " n"]
    contrast_sd: Float[Tensor, " n"]
    explained: Float[Tensor, " k"]
    noise_power: Float[Tensor, "g r"]
    left_out: Int[Tensor, " n"]
    lump_deviations: tuple[float, ...]
    evidence: tuple[float, ...]
    held_evidence: tuple[float, ...]
    held_error: tuple[float, ...]
    chosen: int
    moved: Float[Tensor, "n 5"]
    pose_spread: tuple[float, float]
    contrast_spread: float
    poses_moved: bool
    mask_share: float
    mask_gain: float
    seconds: dict[str, float]
    settings: LinearSettings


def volumes_at(
    mean: Volume, components: tuple[Volume, ...], latent: Float[Tensor, "m k"]
) -> Iterator[Volume]:
    """Volume at each point of latent space: mean + Σ z_k component_k.

    Parameters
    ----------
    mean : Volume
        The mean.
    components : tuple of Volume
        k components, on the mean's grid.
    latent : (m, k)
        The points.

    Raises
    ------
    ShapeError
        The points have another number of coordinates than there are components.
    """
    if latent.shape[1] != len(components):
        raise ShapeError(f"points of {latent.shape[1]} coordinates for {len(components)} components")
    for point in latent.tolist():
        density = mean.density.clone()
        for weight, component in zip(point, components, strict=True):
            density += weight * component.density
        yield mean.with_density(density)


_MAPS_MEAN, _ARRAYS, _SUMMARY = "mean.mrc", "particles.npz", "linear.json"
_TENSORS = (
    "moved",
    "rotation_sd_degrees",
    "shift_sd_angstrom",
    "contrast",
    "contrast_sd",
    "explained",
    "noise_power",
    "left_out",
)
_NUMBERS = (
    "evidence",
    "held_evidence",
    "held_error",
    "chosen",
    "pose_spread",
    "contrast_spread",
    "poses_moved",
    "mask_share",
    "mask_gain",
    "lump_deviations",
)


def save_linear(folder: Path, fit: LinearFit) -> None:
    """Write a fit: mean.mrc, component_01.mrc and so on, particles.npz (a row a particle), linear.json (the rest)."""
    folder.mkdir(parents=True, exist_ok=True)
    write_volume(folder / _MAPS_MEAN, fit.mean)
    for number, component in enumerate(fit.components, 1):
        write_volume(folder / f"component_{number:02d}.mrc", component)
    arrays = {name: getattr(fit, name) for name in _TENSORS}
    arrays |= {"latent": fit.latents.mean, "precision": fit.latents.precision}
    arrays |= {"rotation": fit.poses.rotation, "shift_angstrom": fit.poses.shift_angstrom}
    np.savez(folder / _ARRAYS, **{name: value.numpy() for name, value in arrays.items()})
    summary = {
        name: getattr(fit, name) for name in _NUMBERS
    }  # not the seconds: the same fit is the same file
    document = summary | {"components": len(fit.components), "settings": asdict(fit.settings)}
    (folder / _SUMMARY).write_text(json.dumps(document, indent=1))


def load_linear(folder: Path) -> LinearFit:
    """Fit that `save_linear` wrote; FormatError if a file of it is missing or not what it should be."""
    path = folder / _SUMMARY
    try:
        document = json.loads(path.read_text())
        settings = LinearSettings(**document["settings"])
        rest: dict[str, Any] = {n: document[n] for n in _NUMBERS} | {"seconds": {}}
        rest = {n: tuple(v) if isinstance(v, list) else v for n, v in rest.items()}
        count = int(document["components"])
        path = folder / _ARRAYS
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: torch.from_numpy(file[name]) for name in file.files}
        return LinearFit(
            mean=read_volume(folder / _MAPS_MEAN),
            components=tuple(read_volume(folder / f"component_{i:02d}.mrc") for i in range(1, count + 1)),
            latents=Latents(arrays["latent"], arrays["precision"]),
            poses=Poses(arrays["rotation"], arrays["shift_angstrom"]),
            settings=settings,
            **rest | {name: arrays[name] for name in _TENSORS},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FormatError(
            f"{path}: is not what a linear fit has there ({error}): compute it again"
        ) from error
