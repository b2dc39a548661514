"""The map at a point of latent space, with half maps, from the images near it.

A kernel regression (Gilles & Singer 2025 have one of this kind) whose kernel is chosen in each shell: wide kernels have
little noise, narrow ones little of other states, and detail that all states share needs no narrow one. Images enter
in rings about the point (`neighbours.rings`), so that each is read once. The maps of all rings up to each width are
mixed, in each shell as the narrowest map of the other half set, whose noise is its own, is predicted best: a mixture of
nested kernels is a kernel that falls in steps. Both halves have the same mixture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.optimize import nnls
from torch import Tensor

from cryo_core.data import ImageSet, Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device
from cryo_core.fourier.shells import shell_sum, spread_shells
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.heterogeneity.states.neighbours import Places, brought_by_selection, rings
from cryo_core.reconstruction.backproject import HalfSums, ImageWeights, backproject
from cryo_core.reconstruction.solve import Reconstruction, ReconstructionSettings, maps_of_sums
from cryo_core.validation.fsc import FscCurve, fsc

_SMOOTH = 1
"""Shells on either side over which the error of a mixture is averaged."""

_AGREE = 0.143


@dataclass(frozen=True)
class StateSettings:
    """How the map at a point is made.

    Attributes
    ----------
    images : images
        In the narrowest kernel.
    widths : kernels
        That are mixed in each shell, from the narrowest to all images.
    tau2_fudge : factor
        Multiplies the signal-to-noise ratio that filters the whole map (RELION's T); larger filters less.
    """

    images: int = 200
    widths: int = 12
    tau2_fudge: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what makes no map."""
        if self.images < 20:
            raise SettingsError(f"images: {self.images}: should be at least 20")
        if self.widths < 1:
            raise SettingsError(f"widths: {self.widths}: should be at least 1")


@dataclass(frozen=True)
class Width:
    """A kernel: its images, and the difference that it reaches to (`Places.difference`)."""

    images: int
    difference: float


@dataclass(frozen=True)
class StateMap:
    """Half maps and map at a point.

    `fsc` is that of the halves, unmasked. `widths` are the kernels, `mixture` their shares in each shell, and
    `effective` the number of images that count there, (Σ w)² / Σ w². `weight` of each image is on the mean over the
    shells in which the halves agree, 1 for one that counts most. `model_share` is the power, of the map's in those
    shells, of what the model took away because images were chosen by their own noise: the rest is the images' own.
    """

    half1: Volume
    half2: Volume
    full: Volume
    fsc: FscCurve
    widths: tuple[Width, ...]
    mixture: Float[Tensor, "s w"]
    effective: Float[Tensor, " s"]
    weight: Float[Tensor, " n"]
    model_share: float

    @property
    def last_shell(self) -> int:
        """Last shell before the first in which the halves do not agree; at least 1."""
        under = (self.fsc.correlation[1:] < _AGREE).nonzero()
        return max(1, int(under[0, 0]) if len(under) else len(self.fsc.correlation) - 1)


def state_map(
    images: ImageSet,
    places: Places,
    point: Float[Tensor, " k"],
    settings: StateSettings,
    device: Device = None,
    progress: Progress = silent,
    contrast: Float[Tensor, " n"] | None = None,
) -> StateMap:
    """Map at a point of latent space, each half set on its own.

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    places
        Where they lie.
    point
        The point, in the coordinates of the places.
    settings
        How the map is made.
    device, progress
        Where to compute (the CPU if None); called with (images done, n).
    contrast
        Of each image, which multiplies its CTF.

    Raises
    ------
    ShapeError
        Images, places or the point differ in number.
    SettingsError
        There are too few good images.
    """
    if len(images) != len(places) or len(point) != places.mean.shape[1]:
        raise ShapeError(
            f"{len(images)} images, {len(places)} places of {places.mean.shape[1]} coordinates, "
            f"a point of {len(point)}"
        )
    images.require_half_sets()
    difference = places.difference(point)
    found = rings(difference, images.half_set, places.good, settings.images, settings.widths)
    kernels = _Kernels(images, places, contrast, device)
    made, done = [], 0
    for ring in found:
        kernels.add(ring)
        made.append(kernels.maps(settings))
        done += len(ring)
        progress(done, len(images))
    mixture = _mixture([maps for maps, _ in made])
    half1, half2, full = _mixed([maps for maps, _ in made], mixture)
    counts = np.cumsum([len(ring) for ring in found]).tolist()
    widths = tuple(
        Width(count, float(difference[int(ring[-1])])) for ring, count in zip(found, counts, strict=True)
    )
    effective, level = _counting(torch.tensor([float(len(ring)) for ring in found]), mixture)
    weight = torch.zeros(len(images))
    result = StateMap(half1, half2, full, fsc(half1, half2), widths, mixture, effective, weight, 0.0)
    agreeing = slice(1, result.last_shell + 1)
    share = _model_share([lost for _, lost in made], full, mixture, agreeing)
    for ring, factor in zip(found, level[agreeing].mean(0).tolist(), strict=True):
        weight[torch.from_numpy(ring)] = factor
    return replace(result, weight=weight / weight.max().clamp(min=1e-30), model_share=share)


class _Kernels:
    """Sums over the rings so far, and the maps of them."""

    def __init__(
        self,
        images: ImageSet,
        places: Places,
        contrast: Float[Tensor, " n"] | None,
        device: Device,
    ) -> None:
        self._images, self._places, self._device = images, places, device
        self._contrast = torch.ones(len(images)) if contrast is None else contrast
        self._sums: tuple[HalfSums, HalfSums] | None = None
        self._rows = torch.zeros(0, dtype=torch.int64)

    def add(self, ring: Int[np.ndarray, " m"]) -> None:
        """Add the images of a ring."""
        ring = np.sort(ring)
        rows = torch.from_numpy(ring)
        weights = ImageWeights.even(self._contrast[rows].clamp(min=0.0))
        new = backproject(self._images.take(ring), device=self._device, weights=weights)
        self._sums = new if self._sums is None else _added(self._sums, new)
        self._rows = torch.cat([self._rows, rows])

    def maps(self, settings: StateSettings) -> tuple[Reconstruction, Volume | None]:
        """Maps of all rings so far, and what was taken off the mean half map because of how images were chosen."""
        assert self._sums is not None
        how = ReconstructionSettings(tau2_fudge=settings.tau2_fudge)
        made = maps_of_sums(self._sums, self._images.pixel_angstrom, how)
        if self._places.pull is None:
            return made, None
        half = torch.from_numpy(self._images.half_set)[self._rows]
        lost = [self._brought(self._rows[half == name]) for name in (1, 2)]
        both = lost[0].with_density(0.5 * (lost[0].density + lost[1].density))
        kept = made.fsc.correlation.clamp(0.0, 1.0)
        gain = spread_shells((2.0 * kept / (1.0 + kept)).sqrt(), tuple(made.full.density.shape))
        filtered = _of_spectrum(_spectrum(both) * gain.to(both.density.device), both)
        half1 = made.half1.with_density(made.half1.density - lost[0].density)
        half2 = made.half2.with_density(made.half2.density - lost[1].density)
        full = made.full.with_density(made.full.density - filtered.density)
        return Reconstruction(half1, half2, full, fsc(half1, half2)), both

    def _brought(self, rows: Int[Tensor, " m"]) -> Volume:
        """What the choice of these images by their noise put into their map."""
        beside = brought_by_selection(self._places, rows)
        first, *_ = self._places.components
        pairs = zip(beside.tolist(), self._places.components, strict=True)
        density = torch.stack([size * volume.density for size, volume in pairs]).sum(0)
        return first.with_density(density.to(self._device or "cpu"))


def _added(first: tuple[HalfSums, HalfSums], more: tuple[HalfSums, HalfSums]) -> tuple[HalfSums, HalfSums]:
    """Sums of two disjoint sets of images, in the memory of the first."""
    a, b = (replace(old, sums=old.sums.add_(new.sums)) for old, new in zip(first, more, strict=True))
    return a, b


def _mixture(made: Sequence[Reconstruction]) -> Float[Tensor, "s w"]:
    """Shares of the widths in each shell under which the mean of the half maps is nearest to the truth.

    Its squared error is, but for a constant, aᵀ Q a − 2 aᵀ c, where Q are the products of the mean maps, and c those of
    each half map with the other half's narrowest, whose noise has nothing to do with it.
    """
    first, second = ([_spectrum(getattr(maps, name)) for maps in made] for name in ("half1", "half2"))
    shape, count = tuple(made[0].full.density.shape), len(made)

    def product(a: Tensor, b: Tensor) -> Tensor:
        return shell_sum((a * b.conj()).real, shape).cpu()

    square = torch.zeros(shape[0] // 2 + 1, count, count, dtype=torch.float64)
    for i in range(count):
        for j in range(i + 1):
            mean = 0.25 * product(first[i] + second[i], first[j] + second[j])
            square[:, i, j] = square[:, j, i] = mean
    likeness = torch.stack(
        [0.5 * (product(a, second[0]) + product(b, first[0])) for a, b in zip(first, second, strict=True)], 1
    )
    shares = [_best_share(q, c) for q, c in zip(_near(square), _near(likeness), strict=True)]
    return torch.stack(shares)


def _near(values: Float[Tensor, "s ..."]) -> Float[Tensor, "s ..."]:
    """Sums over a shell and its neighbours."""
    out = values.clone()
    for step in range(1, _SMOOTH + 1):
        out[step:] += values[:-step]
        out[:-step] += values[step:]
    return out


def _best_share(square: Float[Tensor, "w w"], likeness: Float[Tensor, " w"]) -> Float[Tensor, " w"]:
    """Shares a ≥ 0 that sum to 1, with the least aᵀ Q a − 2 aᵀ c."""
    size = float(square.diagonal().mean())
    if not size > 0:
        share = torch.zeros(len(likeness))
        share[-1] = 1.0
        return share
    q, c = square.numpy() / size, likeness.numpy() / size
    value, vector = np.linalg.eigh(q)
    root = vector * np.sqrt(np.maximum(value, 1e-9))
    sums = _SUM_TO_ONE * np.ones((1, len(c)))
    target = np.linalg.lstsq(root, c, rcond=None)[0]
    found, _ = nnls(np.concatenate([root.T, sums]), np.append(target, _SUM_TO_ONE))
    return torch.from_numpy(found / found.sum()).float()


_SUM_TO_ONE = 1e3


def _mixed(made: Sequence[Reconstruction], mixture: Float[Tensor, "s w"]) -> tuple[Volume, Volume, Volume]:
    """Half maps and map, mixed in each shell."""
    parts = []
    for name in ("half1", "half2", "full"):
        volumes = [getattr(maps, name) for maps in made]
        shape, device = tuple(volumes[0].density.shape), volumes[0].density.device
        total = torch.zeros_like(_spectrum(volumes[0]))
        for share, volume in zip(mixture.T.to(device), volumes, strict=True):
            total += spread_shells(share, shape) * _spectrum(volume)
        parts.append(_of_spectrum(total, volumes[0]))
    half1, half2, full = parts
    return half1, half2, full


def _counting(
    ring: Float[Tensor, " w"], mixture: Float[Tensor, "s w"]
) -> tuple[Float[Tensor, " s"], Float[Tensor, "s w"]]:
    """(number of images that count, how much each image of a ring does) in each shell, by the images in each ring."""
    level = (mixture / ring.cumsum(0)).flip(1).cumsum(1).flip(1)
    return (level @ ring).square() / (level.square() @ ring).clamp(min=1e-30), level


def _model_share(
    lost: Sequence[Volume | None], full: Volume, mixture: Float[Tensor, "s w"], agreeing: slice
) -> float:
    """Power of what was taken off, of the map's power, in some shells."""
    shape = tuple(full.density.shape)
    total = torch.zeros_like(_spectrum(full))
    for share, volume in zip(mixture.T.to(full.density.device), lost, strict=True):
        if volume is not None:
            total += spread_shells(share, shape) * _spectrum(volume)
    taken, power = (shell_sum(s.abs().square(), shape)[agreeing].sum() for s in (total, _spectrum(full)))
    return float(taken / power.clamp(min=1e-30))


def _spectrum(volume: Volume) -> Tensor:
    return volume_to_spectrum(volume.density)


def _of_spectrum(spectrum: Tensor, like: Volume) -> Volume:
    z, y, x = like.density.shape
    return like.with_density(spectrum_to_volume(spectrum, (z, y, x)))
