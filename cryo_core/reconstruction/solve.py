"""From sums over slices to maps: two unregularised halves, and a Wiener-filtered whole."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import ImageSet, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.geometry.masks import sphere_mask
from cryo_core.imaging.slices import volume_from_planes
from cryo_core.imaging.slices_cpu import cut, run
from cryo_core.reconstruction.backproject import HalfSums, ImageWeights, each_half
from cryo_core.reconstruction.kept import FiledHalf, Half, kept
from cryo_core.reconstruction.levels import Shells, levelled, shell_means
from cryo_core.validation.fsc import FscCurve, fsc

_HALF_FLOOR = 1e-3
"""Least weight of a coefficient of the half maps that the FSC is measured on, of its shell's mean (RELION's)."""
_EDGE_VOXELS = 3.0


@dataclass(frozen=True)
class ReconstructionSettings:
    """How to reconstruct.

    `padding` of the Fourier grid; `symmetry`, a point group on RELION's axes; `batch` images at a time
    (None: 4 million pixels), which changes speed and memory but not the map; `floor`, the least weight of a
    coefficient of the whole map and of references, as a fraction of its shell's mean, so that what was seldom seen
    does not drown the rest in noise (half maps have RELION's 1/1000: a floor counts what was seldom seen for less,
    and the FSC of halves that have one is not the map's); `tau2_fudge` multiplies the signal-to-noise ratio that
    filters the whole map (RELION's T: larger filters less).
    """

    padding: int = 2
    symmetry: str = "C1"
    batch: int | None = None
    floor: float = 0.1
    tau2_fudge: float = 1.0


@dataclass(frozen=True)
class Reconstruction:
    """Two independent half maps, the whole map, and the unmasked FSC of the halves."""

    half1: Volume
    half2: Volume
    full: Volume
    fsc: FscCurve


@dataclass(frozen=True)
class References:
    """Half maps to align to, which hold back what was seldom seen, and their FSC: no measure of resolution.

    `judged` is the FSC of the half maps that are one (`Reconstruction.fsc`), where it was asked for.
    """

    half1: Volume
    half2: Volume
    fsc: FscCurve
    judged: FscCurve | None = None

    @property
    def maps(self) -> tuple[Volume, Volume]:
        """Both half maps."""
        return self.half1, self.half2


def reconstruct(
    images: ImageSet,
    settings: ReconstructionSettings,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
) -> Reconstruction:
    """Reconstruct a map from images whose noise is white with one variance for all.

    Half maps are numerator / weight (`levelled`), without regularisation, so that their FSC is that of the map
    whatever the views: with 90% of them within 12 degrees of each other, halves with a floor of 0.1 agree by 0.041
    more than FSC(half, truth)² on average, without by 0.018, and their resolution is 9.3 and not 11.2 Å (1,000
    images of 64 pixels of 3.5 Å, SNR 0.1); with even views both are the same. All maps are kept within the sphere
    that fits the box (`within_sphere`). The whole map adds to the weights the inverse of the signal's variance, from
    the FSC of the halves (`wiener_weight`). Densities have the images' grey scale: a projection of the map is an
    image without CTF. Memory does not grow with the number of images
    (see the package). Errors as in `backproject`, and SettingsError for a setting out of range.

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    settings
        Padding, symmetry, batch, floor and τ² fudge.
    device, progress
        Where to compute (the CPU if None); called with (images done, n).
    weights
        How much each image counts, and how that falls with frequency (`backproject`).
    """
    return _Solver(images, settings, device, weights).whole(progress)[0]


def reconstruct_to_align(
    images: ImageSet,
    settings: ReconstructionSettings,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
) -> tuple[Reconstruction, References]:
    """Reconstruct as `reconstruct` does, with references for the next alignment besides.

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    settings
        Padding, symmetry, batch, floor and τ² fudge.
    device, progress
        Where to compute (the CPU if None); called with (images done, n).
    weights
        How much each image counts, and how that falls with frequency (`backproject`).
    """
    made, references = _Solver(images, settings, device, weights, to_align=True).whole(progress)
    assert references is not None
    return made, references


def references_of(
    images: ImageSet,
    settings: ReconstructionSettings,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
    judged: bool = False,
) -> References:
    """References for an alignment alone: no whole map is made, and half maps only to measure the FSC by (`judged`).

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    settings
        Padding, symmetry, batch, floor and τ² fudge.
    device, progress
        Where to compute (the CPU if None); called with (images done, n).
    weights
        How much each image counts, and how that falls with frequency (`backproject`).
    judged
        Whether the FSC that measures resolution is wanted.
    """
    solver = _Solver(images, settings, device, weights, judged, to_align=True)
    for half in solver.halves(progress):
        del half
    made = solver.references()
    return replace(made, judged=fsc(solver.maps[0], solver.maps[1])) if judged else made


class _Solver:
    """Maps of a set of images, one half set after the other: a single grid of sums is in memory at a time."""

    def __init__(
        self,
        images: ImageSet,
        settings: ReconstructionSettings,
        device: Device,
        weights: ImageWeights | None,
        judged: bool = True,
        to_align: bool = False,
    ) -> None:
        batch = settings.batch
        if (batch is not None and batch < 1) or not settings.floor > 0 or not settings.tau2_fudge > 0:
            raise SettingsError(f"batch, floor and tau2_fudge must be positive: {settings}")
        self._images, self._settings, self._device, self._weights = images, settings, device, weights
        self._judged, self._to_align = judged, to_align
        self.maps: list[Volume] = []
        self._aligned: list[Volume] = []

    def halves(self, progress: Progress) -> Iterator[Half]:
        """Each half set's sums, levelled, once its maps are made."""
        images, settings = self._images, self._settings
        each = each_half(
            images, settings.padding, settings.symmetry, settings.batch, self._device, progress, self._weights
        )
        for sums in each:
            half = _half(sums, levelled(sums.weight, sums.weight))
            del sums
            for wanted, maps, floor in (
                (self._judged, self.maps, _HALF_FLOOR),
                (self._to_align, self._aligned, settings.floor),
            ):
                if wanted:
                    maps.append(_solved((half,), half.mean, images.pixel_angstrom, floor))
            yield half
            del half

    def references(self) -> References:
        """What was made to align to."""
        half1, half2 = self._aligned
        return References(half1, half2, fsc(half1, half2))

    def whole(self, progress: Progress) -> tuple[Reconstruction, References | None]:
        """Half maps and the whole map, and references if they are wanted."""
        halves: list[Half | FiledHalf] = []
        with ExitStack() as files:
            for half in self.halves(progress):
                halves.append(half if halves else kept(half, files))
                del half
            made = _whole(halves, self.maps, self._images.pixel_angstrom, self._settings)
        return made, self.references() if self._to_align else None


def _half(sums: HalfSums, weight: Float[Tensor, "z y xh"]) -> Half:
    return Half(sums.sums, weight, shell_means(weight, sums.padding), sums.volume_box, sums.padding)


def maps_of_sums(
    sums: tuple[HalfSums, HalfSums], voxel_angstrom: float, settings: ReconstructionSettings
) -> Reconstruction:
    """Maps of the sums of two half sets, as `reconstruct` makes them; the sums stay what they are.

    Parameters
    ----------
    sums
        From `backproject`, or such sums added.
    voxel_angstrom
        Pixel size of the images.
    settings
        Those of the sums; floor and τ² fudge are used here.
    """
    halves = [_half(half, levelled(half.weight)) for half in sums]
    maps = [_solved((half,), half.mean, voxel_angstrom, _HALF_FLOOR) for half in halves]
    return _whole(halves, maps, voxel_angstrom, settings)


def wiener_weight(
    weight: Float[Tensor, "z y xh"], correlation: Float[Tensor, " s"], padding: int, tau2_fudge: float = 1.0
) -> Float[Tensor, "z y xh"]:
    """Weights of a padded spectrum plus 1 / τ², where τ² = T · SSNR · σ² shell by shell.

    σ² is the inverse of the shell's mean weight; SSNR = c / (1 − c), where c = √(2 FSC / (1 + FSC)) is the
    correlation of the whole map with the truth, FSC held within 0.001 … 0.999 (Scheres 2012; RELION's
    BackProjector::updateSSNRarrays).

    Parameters
    ----------
    weight
        (z, y, xh), summed w · CTF² on the odd padded grid.
    correlation
        (s,), FSC of the two half maps in the shells of the box.
    padding
        Edge of the padded grid over the box.
    tau2_fudge
        T; larger filters less.
    """
    mean = shell_means(weight, padding)
    shells = Shells.of(weight, padding)
    return weight + (mean * _inverse_snr(correlation, tau2_fudge, mean))[shells.planes(slice(0, len(weight)))]


def _inverse_snr(
    correlation: Float[Tensor, " s"], tau2_fudge: float, mean: Float[Tensor, " t"]
) -> Float[Tensor, " t"]:
    """Inverse signal-to-noise ratio of each shell of the padded grid: that of the last one beyond the box's."""
    half = correlation.clamp(0.001, 0.999)
    truth = (2.0 * half / (1.0 + half)).sqrt()
    inverse = ((1.0 - truth) / (truth * tau2_fudge)).to(mean)
    return torch.cat([inverse, inverse[-1:].expand(max(0, len(mean) - len(inverse)))])[: len(mean)]


def _whole(
    halves: Sequence[Half | FiledHalf],
    maps: Sequence[Volume],
    voxel_angstrom: float,
    settings: ReconstructionSettings,
) -> Reconstruction:
    """Half maps that are made already, and the whole map of their sums."""
    half1, half2 = maps
    curve = fsc(half1, half2)
    mean = halves[0].mean + halves[1].mean
    prior = mean * _inverse_snr(curve.correlation, settings.tau2_fudge, mean)
    whole = _solved(halves, mean, voxel_angstrom, settings.floor, prior)
    return Reconstruction(half1, half2, whole, curve)


def _solved(
    halves: Sequence[Half | FiledHalf],
    mean: Float[Tensor, " s"],
    voxel_angstrom: float,
    floor: float,
    prior: Float[Tensor, " s"] | None = None,
) -> Volume:
    """Map of the sums of some halves: numerator / weight, with a prior by shell, and a least weight.

    `mean` is that of the weights in each shell. A few planes of the grid are made at a time.
    """
    added = torch.zeros_like(mean) if prior is None else prior
    least = (mean + added) * floor
    first, device = halves[0], mean.device
    shells = Shells(2 * (first.padding * first.volume_box // 2) + 1, first.padding, device)

    def planes(part: slice) -> Complex[Tensor, "z y xh"]:
        sums, weight = halves[0].planes(part)
        for half in halves[1:]:
            more = half.planes(part)
            sums, weight = sums + more[0], weight + more[1]
        if device.type == "cpu":
            return _divided(sums, weight, shells, part.start, added, least)
        shell = shells.planes(part)
        bound = least[shell]
        divisor = torch.maximum(weight + added[shell], bound).clamp(min=1e-30)
        return torch.where(bound > 0, torch.complex(sums[..., 0], sums[..., 1]) / divisor, 0.0)

    return within_sphere(
        Volume(volume_from_planes(planes, first.volume_box, first.padding, device), voxel_angstrom)
    )


def _divided(
    sums: Float[Tensor, "z y xh 3"],
    weight: Float[Tensor, "z y xh"],
    shells: Shells,
    first: int,
    added: Float[Tensor, " s"],
    least: Float[Tensor, " s"],
) -> Complex[Tensor, "z y xh"]:
    from cryo_core.reconstruction import kernels

    out = np.empty((*weight.shape, 2), np.float32)
    parts = cut(len(out), len(out))
    by_shell = shells.table.numpy(), added.numpy(), least.numpy()
    run(lambda part: kernels.divide(sums.numpy(), weight.numpy(), first, *by_shell, out, *part), parts)
    return torch.view_as_complex(torch.from_numpy(out))


def within_sphere(volume: Volume) -> Volume:
    """Keep the sphere that fits the box, and fill the corners with the mean of what they held.

    The corners were seen by some views only, and hold noise alone: half of all the noise there is. The edge is
    a raised cosine over the last 3 voxels of the radius (RELION's softMaskOutsideMap has it outside).
    """
    box = volume.density.shape[0]
    inside = sphere_mask((box, box, box), box / 2 - _EDGE_VOXELS, _EDGE_VOXELS, volume.density.device)
    outside = 1.0 - inside
    background = (volume.density * outside).sum() / outside.sum()
    return volume.with_density(volume.density * inside + background * outside)
