"""Cubic windows about voxels, with the shells that their spectra are averaged in and the weights that scale them.

A window of n voxels about voxel c holds n voxels of each axis, beginning at c − n // 2, and is not apodised.
Where it leaves the map, the map is continued with one value.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import frequency_squared, hermitian_weights, shell_index
from cryo_core.fourier.transforms import raw_spectrum_to_volume, raw_volume_spectrum

_BATCH_VOXELS = 1 << 26
"""Window voxels that are transformed at a time."""


def require_mask(mask: Bool[Tensor, "z y x"], density: Float[Tensor, "z2 y2 x2"], window: int) -> None:
    """Raise if a mask has another grid or no voxel, a map is not finite, or a window is larger than the map.

    Parameters
    ----------
    mask
        (z, y, x), voxels to compute.
    density
        (z, y, x).
    window
        Edge of the windows in voxels.
    """
    if mask.shape != density.shape:
        raise ShapeError(f"a mask of {tuple(mask.shape)} for a map of {tuple(density.shape)} voxels")
    if not bool(mask.any()):
        raise SettingsError("the mask is empty: no voxel of it is at least 0.5")
    if window > min(density.shape):
        raise SettingsError(
            f"a window of {window} voxels is larger than the map of {tuple(density.shape)} voxels"
        )
    require_finite(density, "the map")


def require_finite(density: Float[Tensor, "z y x"], what: str) -> None:
    """Raise SettingsError if a map has a value that is not finite."""
    for plane in density:
        if not bool(torch.isfinite(plane).all()):
            raise SettingsError(f"{what} has values that are not finite: sharpening cannot use it")


def outside_mean(density: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"]) -> float:
    """Mean of a map outside a mask (over all of it where the mask has no outside), summed plane by plane."""
    total = torch.zeros((), dtype=torch.float64, device=density.device)
    count = 0
    for plane, inside in zip(density, mask, strict=True):
        outside = plane[~inside]
        total += outside.double().sum()
        count += outside.numel()
    return float(total) / count if count else float(density.double().mean())


def block(
    density: Float[Tensor, "z y x"], corner: tuple[int, int, int], shape: tuple[int, int, int], fill: float
) -> Float[Tensor, "z2 y2 x2"]:
    """The box of `shape` voxels that begins at `corner`; `fill` where it leaves the map.

    Parameters
    ----------
    density
        (z, y, x).
    corner
        First voxel z, y, x; may lie outside of the map.
    shape
        Voxels along z, y, x.
    fill
        Value outside of the map.
    """
    out = torch.full(shape, fill, dtype=density.dtype, device=density.device)
    here, there = [], []
    for start, size, edge in zip(corner, shape, density.shape, strict=True):
        low, high = max(0, start), min(edge, start + size)
        if high <= low:
            return out
        there.append(slice(low, high))
        here.append(slice(low - start, high - start))
    out[tuple(here)] = density[tuple(there)]
    return out


def batches(
    density: Float[Tensor, "z y x"], position: Int[Tensor, "m 3"], size: int, fill: float
) -> Iterator[Float[Tensor, "b n n n"]]:
    """The windows about `position`, in order, as many at a time as memory allows.

    Parameters
    ----------
    density
        (z, y, x).
    position
        (m, 3), voxels z, y, x.
    size
        Edge of the windows in voxels.
    fill
        Value outside of the map.
    """
    limit = max(1, _BATCH_VOXELS // size**3)
    for part in torch.split(position, limit) if len(position) else ():
        yield _windows(density, part - size // 2, size, fill)


def _windows(
    density: Float[Tensor, "z y x"], corner: Int[Tensor, "b 3"], size: int, fill: float
) -> Float[Tensor, "b n n n"]:
    shape = torch.tensor(density.shape, device=density.device)
    inside = ((corner >= 0) & (corner + size <= shape)).all(1)
    if bool(inside.all()):
        return density.unfold(0, size, 1).unfold(1, size, 1).unfold(2, size, 1)[corner.unbind(1)]
    step = torch.arange(size, device=density.device)
    index = corner[:, :, None] + step
    inside_axis = (index >= 0) & (index < shape[:, None])
    z, y, x = index.clamp(min=0).minimum(shape[:, None] - 1).unbind(1)
    cubes = density[z[:, :, None, None], y[:, None, :, None], x[:, None, None, :]]
    kz, ky, kx = inside_axis.unbind(1)
    covered = kz[:, :, None, None] & ky[:, None, :, None] & kx[:, None, None, :]
    return torch.where(covered, cubes, fill)


@dataclass(frozen=True)
class Shells:
    """Matrices that average the half spectrum (not centred) of a window of `size` voxels in shells, and scale it.

    `averaging` takes a window's |F|, flattened, to the means over its shells round(|k|) from 0 to size // 2,
    each coefficient counted as often as the whole spectrum has it, in the orthonormal scale. `hats` takes a
    gain for each shell to a gain for each coefficient: linear between shells at the true |k|, and that of the
    last shell beyond it.
    """

    size: int
    averaging: Float[Tensor, "p s"]
    hats: Float[Tensor, "p s"]

    @classmethod
    def of(cls, size: int, device: torch.device) -> "Shells":
        """The matrices for a window of `size` voxels."""
        cube = (size, size, size)
        half = size // 2
        count = torch.arange(half + 1, device=device)
        turn = ((-half, -half), (0, 1))
        shell = shell_index(cube, device).roll(*turn).flatten()
        weight = hermitian_weights(size, device).expand(size, size, -1).flatten()
        member = (shell[:, None] == count) * weight[:, None]
        radius = frequency_squared(cube, 1.0 / size, device).sqrt().roll(*turn).flatten()
        hats = (1.0 - (radius.clamp(max=float(half))[:, None] - count).abs()).clamp(min=0.0)
        return cls(size, member / member.sum(0) / size**1.5, hats)

    @property
    def count(self) -> int:
        """Number of shells."""
        return self.averaging.shape[1]

    def profiles(self, cubes: Float[Tensor, "b n n n"]) -> Float[Tensor, "b s"]:
        """Mean amplitudes of windows in their shells."""
        return raw_volume_spectrum(cubes).abs().flatten(1) @ self.averaging

    def kernels(self) -> Float[Tensor, "s n n n"]:
        """For each shell, the weights of a window's voxels whose sum is the shell's part of the centre voxel.

        With the gains s of the shells, the centre of the scaled window is Σ_j s_j Σ_r w(r) · kernel_j(r):
        the inverse transform of the hats, seen from the centre.
        """
        half, n = self.size // 2, self.size
        spectrum = self.hats.T.reshape(-1, n, n, half + 1).to(torch.complex64)
        weights = raw_spectrum_to_volume(spectrum, (n, n, n))
        return torch.flip(weights, (1, 2, 3)).roll((half + 1,) * 3, (1, 2, 3))


def fast_block(window: int, boxes: Int[Tensor, "3"]) -> int:
    """The edge of the blocks of an overlap-save convolution with the least work for this extent.

    The work is the number of blocks that tile `boxes` times n³ log n, over sizes that transform well.
    """
    extent = [int(v) for v in boxes]
    best, least = 0, math.inf
    for size in (32, 40, 48, 54, 60, 64, 72, 80, 90, 96, 108, 120, 128):
        valid = size - window + 1
        if valid < 4:
            continue
        blocks = math.prod(-(-edge // valid) for edge in extent)
        work = blocks * size**3 * math.log2(size)
        if work < least:
            best, least = size, work
    return best or 2 * window + 4
