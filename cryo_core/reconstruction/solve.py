"""From sums over slices to maps: two unregularised halves, and a Wiener-filtered whole."""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageStack, Optics, Poses, Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import Device, shell_index
from cryo_core.geometry.masks import sphere_mask
from cryo_core.imaging.slices import SliceAccumulator, volume_from_padded
from cryo_core.reconstruction.backproject import backproject
from cryo_core.validation.fsc import FscCurve, fsc


_EDGE_VOXELS = 3.0


@dataclass(frozen=True)
class ReconstructionSettings:
    """How to reconstruct.

    `padding` of the Fourier grid; `symmetry`, a point group on RELION's axes; `batch` images at a time,
    which changes speed and memory but not the map; `floor`, the least weight of a coefficient as a
    fraction of its shell's mean (RELION has 1/1000; with 0.1 the seldom-seen coefficients do not drown the
    others in noise: mean FSC of a half to the truth 0.602, not 0.566, on 500 images of 64 pixels at SNR
    0.1, and 0.856, not 0.848, on 4,000); `tau2_fudge` multiplies the signal-to-noise ratio that
    filters the whole map (RELION's T: larger filters less).
    """

    padding: int = 2
    symmetry: str = "C1"
    batch: int = 256
    floor: float = 0.1
    tau2_fudge: float = 1.0


@dataclass(frozen=True)
class Reconstruction:
    """Two independent half maps, the whole map, and the unmasked FSC of the halves."""

    half1: Volume
    half2: Volume
    full: Volume
    fsc: FscCurve


def reconstruct(
    stack: ImageStack,
    poses: Poses,
    optics: Optics,
    half_set: Int[np.ndarray, " n"],
    settings: ReconstructionSettings,
    device: Device = None,
    progress: Progress = silent,
    weights: Float[Tensor, " n"] | None = None,
) -> Reconstruction:
    """Reconstruct a map from images whose noise is white with one variance for all.

    Half maps are numerator / weight, unregularised, so that their FSC means what it says; all maps are kept
    within the sphere that fits the box (`within_sphere`). The whole map adds
    to the weights the inverse of the signal's variance, from the FSC of the halves (`wiener_weight`).
    Densities have the images' grey scale: a projection of the map is an image without CTF. Memory does
    not grow with the number of images (see the package). `weights` count each image; tables may lie on any
    device. Errors as in `backproject`, and SettingsError for settings out of range.
    """
    if settings.batch < 1 or not settings.floor > 0 or not settings.tau2_fudge > 0:
        raise SettingsError(f"batch, floor and tau2_fudge must be positive: {settings}")
    first, second = backproject(
        stack,
        poses,
        optics,
        half_set,
        settings.padding,
        settings.symmetry,
        settings.batch,
        device,
        progress,
        weights,
    )
    half1, half2 = (_solve_half(half, stack.pixel_angstrom, settings.floor) for half in (first, second))
    curve = fsc(half1, half2)
    full = _solve_full(first, second, curve, stack.pixel_angstrom, settings)
    return Reconstruction(half1, half2, full, curve)


def wiener_weight(
    weight: Float[Tensor, "z y xh"], correlation: Float[Tensor, " s"], padding: int, tau2_fudge: float = 1.0
) -> Float[Tensor, "z y xh"]:
    """Add 1 / τ² to the weights of a padded spectrum, τ² = T · SSNR · σ² shell by shell.

    σ² is the inverse of the shell's mean weight; SSNR = c / (1 − c), where c = √(2 FSC / (1 + FSC)) is the
    correlation of the whole map with the truth, FSC held within 0.001 … 0.999 (Scheres 2012; RELION's
    BackProjector::updateSSNRarrays).
    """
    half = correlation.clamp(0.001, 0.999)
    truth = (2.0 * half / (1.0 + half)).sqrt()
    inverse = ((1.0 - truth) / (truth * tau2_fudge)).to(weight.device, weight.dtype)
    shell = _padded_shells(weight, padding)
    return weight + (_shell_means(weight, shell) * _extend(inverse, shell))[shell]


def divide(
    numerator: Complex[Tensor, "z y xh"], weight: Float[Tensor, "z y xh"], padding: int, floor: float
) -> Complex[Tensor, "z y xh"]:
    """Divide sums by weights not less than `floor` of their shell's mean; 0 where a shell has no weight."""
    shell = _padded_shells(weight, padding)
    least = _shell_means(weight, shell)[shell] * floor
    return torch.where(least > 0, numerator / torch.maximum(weight, least).clamp(min=1e-30), 0.0)


def _solve_half(half: SliceAccumulator, voxel_angstrom: float, floor: float) -> Volume:
    spectrum = divide(half.numerator(), half.weight(), half.padding, floor)
    return within_sphere(Volume(volume_from_padded(spectrum, half.volume_box, half.padding), voxel_angstrom))


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


def _solve_full(
    first: SliceAccumulator,
    second: SliceAccumulator,
    curve: FscCurve,
    voxel_angstrom: float,
    settings: ReconstructionSettings,
) -> Volume:
    padding = first.padding
    weight = first.weight() + second.weight()
    weight = wiener_weight(weight, curve.correlation, padding, settings.tau2_fudge)
    spectrum = divide(first.numerator() + second.numerator(), weight, padding, settings.floor)
    return within_sphere(Volume(volume_from_padded(spectrum, first.volume_box, padding), voxel_angstrom))


def _padded_shells(weight: Float[Tensor, "z y xh"], padding: int) -> Int[Tensor, "z y xh"]:
    """Give the image's shell round(|k| / padding) of each coefficient of the odd padded grid."""
    size = weight.shape[0]
    radius = shell_index((size, size, size), weight.device)
    return torch.div(2 * radius + padding, 2 * padding, rounding_mode="floor")


def _shell_means(weight: Float[Tensor, "z y xh"], shell: Int[Tensor, "z y xh"]) -> Float[Tensor, " s"]:
    count = int(shell.max()) + 1
    zero = torch.zeros(count, dtype=torch.float64, device=weight.device)
    flat = shell.flatten()
    total = zero.index_add(0, flat, weight.flatten().double())
    return (total / zero.index_add(0, flat, torch.ones_like(total[:1]).expand(len(flat)))).to(weight.dtype)


def _extend(curve: Float[Tensor, " s"], shell: Int[Tensor, "z y xh"]) -> Float[Tensor, " t"]:
    """Carry a curve's last value on to the last shell there is."""
    count = int(shell.max()) + 1
    return torch.cat([curve, curve[-1:].expand(max(0, count - len(curve)))])[:count]
