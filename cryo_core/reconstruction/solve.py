"""From sums over slices to maps: two unregularised halves, and a Wiener-filtered whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device
from cryo_core.geometry.masks import sphere_mask
from cryo_core.imaging.slices import volume_from_planes
from cryo_core.reconstruction.backproject import HalfSums, ImageWeights, backproject
from cryo_core.validation.fsc import FscCurve, fsc

_HALF_FLOOR = 1e-3
"""Least weight of a coefficient of the half maps that the FSC is measured on, of its shell's mean (RELION's)."""
_EDGE_VOXELS = 3.0
_LEVEL = 0.6


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
    """Half maps to align to, which hold back what was seldom seen, and their FSC: no measure of resolution."""

    half1: Volume
    half2: Volume
    fsc: FscCurve

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
    sums = _sums(images, settings, device, progress, weights)
    return _maps(sums, _Levels.of(sums), images.pixel_angstrom, settings)


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
    sums = _sums(images, settings, device, progress, weights)
    voxel, levels = images.pixel_angstrom, _Levels.of(sums)
    half1, half2 = (
        _solved((half,), levels, levels.mean(i), voxel, settings.floor) for i, half in enumerate(sums)
    )
    return _maps(sums, levels, voxel, settings), References(half1, half2, fsc(half1, half2))


def _sums(
    images: ImageSet,
    settings: ReconstructionSettings,
    device: Device,
    progress: Progress,
    weights: ImageWeights | None,
) -> tuple[HalfSums, HalfSums]:
    """Sums of both half sets, with levelled weights."""
    batch = settings.batch
    if (batch is not None and batch < 1) or not settings.floor > 0 or not settings.tau2_fudge > 0:
        raise SettingsError(f"batch, floor and tau2_fudge must be positive: {settings}")
    return _levelled(
        backproject(images, settings.padding, settings.symmetry, batch, device, progress, weights)
    )


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
    ready = _levelled(sums)
    return _maps(ready, _Levels.of(ready), voxel_angstrom, settings)


def _levelled(sums: tuple[HalfSums, HalfSums]) -> tuple[HalfSums, HalfSums]:
    first, second = sums
    return replace(first, weight=levelled(first.weight)), replace(second, weight=levelled(second.weight))


@dataclass(frozen=True)
class _Levels:
    """The shell of each coefficient of the padded grid, and the mean weight of each shell in each half."""

    shell: Int[Tensor, "z y xh"]
    means: tuple[Float[Tensor, " s"], ...]

    @classmethod
    def of(cls, sums: Sequence[HalfSums]) -> "_Levels":
        shell = _padded_shells(sums[0].weight, sums[0].padding)
        return cls(shell, tuple(_shell_means(half.weight, shell) for half in sums))

    def mean(self, half: int) -> Float[Tensor, " s"]:
        return self.means[half]


def _maps(
    sums: tuple[HalfSums, HalfSums], levels: _Levels, voxel_angstrom: float, settings: ReconstructionSettings
) -> Reconstruction:
    half1, half2 = (
        _solved((half,), levels, levels.mean(i), voxel_angstrom, _HALF_FLOOR) for i, half in enumerate(sums)
    )
    curve = fsc(half1, half2)
    mean = levels.mean(0) + levels.mean(1)
    prior = mean * _inverse_snr(curve.correlation, settings.tau2_fudge, mean)
    whole = _solved(sums, levels, mean, voxel_angstrom, settings.floor, prior)
    return Reconstruction(half1, half2, whole, curve)


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
    shell = _padded_shells(weight, padding)
    mean = _shell_means(weight, shell)
    return weight + (mean * _inverse_snr(correlation, tau2_fudge, mean))[shell.long()]


def levelled(weight: Float[Tensor, "z y xh"]) -> Float[Tensor, "z y xh"]:
    """Raise the weights of a padded spectrum to 0.6 of the mean about them (¼ ½ ¼ along each axis).

    Where images leave gaps the weights jump from point to point, and dividing by them lifts what was seen
    least, noise above all. Dividing by the mean itself, the first step of iterated gridding (Pipe & Menon
    1999; RELION takes ten), does best by the FSC of a half to the truth (0.9600, from 0.9569, on 10,000 images
    of 64 pixels), but blurs the rings that one defocus leaves in the weights, alike in both halves, whose FSC
    then promises 0.019 more than the truth holds. At 0.6 it is 0.9597 and 0.004, at 0 0.9569 and 0.001.
    """
    out, last = torch.empty_like(weight), len(weight) - 1
    for first in range(0, len(weight), _PLANES):
        rows = torch.arange(first, min(first + _PLANES, len(weight)), device=weight.device)
        about = torch.cat([rows[:1] - 1, rows, rows[-1:] + 1]).clamp(0, last)
        mates = weight[last - about, :, 1:2].flip(1)
        mean = _neighbours(torch.cat([mates, weight[about], weight[about, :, -1:]], 2), 2)
        mean = _neighbours(torch.cat([mean[:, :1], mean, mean[:, -1:]], 1), 1)
        out[rows] = torch.maximum(weight[rows], _neighbours(mean, 0).mul_(_LEVEL))
    return out


def _neighbours(values: Float[Tensor, "z y x"], axis: int) -> Float[Tensor, "z2 y2 x2"]:
    """Mean with the neighbours along an axis, ¼ ½ ¼, without its ends."""
    n = values.shape[axis] - 2
    middle = 0.5 * values.narrow(axis, 1, n)
    return middle.add_(values.narrow(axis, 0, n), alpha=0.25).add_(values.narrow(axis, 2, n), alpha=0.25)


_PLANES = 16


def _inverse_snr(
    correlation: Float[Tensor, " s"], tau2_fudge: float, mean: Float[Tensor, " t"]
) -> Float[Tensor, " t"]:
    """Inverse signal-to-noise ratio of each shell of the padded grid: that of the last one beyond the box's."""
    half = correlation.clamp(0.001, 0.999)
    truth = (2.0 * half / (1.0 + half)).sqrt()
    inverse = ((1.0 - truth) / (truth * tau2_fudge)).to(mean)
    return torch.cat([inverse, inverse[-1:].expand(max(0, len(mean) - len(inverse)))])[: len(mean)]


def _solved(
    halves: Sequence[HalfSums],
    levels: _Levels,
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

    def planes(part: slice) -> Complex[Tensor, "z y xh"]:
        shell = levels.shell[part].long()
        weight, numerator = (
            sum((getattr(half, name)[part] for half in halves[1:]), getattr(halves[0], name)[part])
            for name in ("weight", "numerator")
        )
        bound = least[shell]
        divisor = torch.maximum(weight + added[shell], bound).clamp(min=1e-30)
        return torch.where(bound > 0, numerator / divisor, 0.0)

    first = halves[0]
    density = volume_from_planes(planes, first.volume_box, first.padding, first.weight.device)
    return within_sphere(Volume(density, voxel_angstrom))


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


def _padded_shells(weight: Float[Tensor, "z y xh"], padding: int) -> Int[Tensor, "z y xh"]:
    """Shell round(|k| / padding) of the unpadded box for each coefficient of the odd padded grid."""
    size = weight.shape[0]
    line = torch.arange(size, device=weight.device, dtype=torch.float64) - size // 2
    disc = line[:, None] ** 2 + line[size // 2 :] ** 2
    shell = torch.empty(size, size, size // 2 + 1, dtype=torch.int16, device=weight.device)
    for plane, z in zip(shell, line.tolist(), strict=True):
        radius = (disc + z**2).sqrt().round().to(torch.int32)
        plane.copy_(torch.div(2 * radius + padding, 2 * padding, rounding_mode="floor"))
    return shell


def _shell_means(weight: Float[Tensor, "z y xh"], shell: Int[Tensor, "z y xh"]) -> Float[Tensor, " s"]:
    count = int(shell.max()) + 1
    total, points = torch.zeros(2, count, dtype=torch.float64, device=weight.device)
    for values, at in zip(weight, shell, strict=True):
        index = at.flatten().to(torch.int32)
        total.index_add_(0, index, values.flatten().double())
        points.index_add_(0, index, torch.ones_like(values, dtype=torch.float64).flatten())
    return (total / points).to(weight.dtype)
