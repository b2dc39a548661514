"""Maps and images on other grids, band-limited: nothing aliases, nothing is smoothed."""

import math
from dataclasses import replace

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.transforms import (
    image_to_spectrum,
    spectrum_to_image,
    spectrum_to_volume,
    volume_to_spectrum,
)

TOLERANCE = 1e-4
"""Largest relative mismatch between a box and its resampled box for which Fourier cropping is used."""


def fourier_crop_or_pad(
    density: Float[Tensor, "z y x"], shape: tuple[int, int, int]
) -> Float[Tensor, "z2 y2 x2"]:
    """The map on `shape` voxels that fill the same box, about the centre voxels N // 2.

    Band-limited values stay what they were; a smaller `shape` removes what lies beyond its Nyquist
    frequency. A Nyquist plane is split between both its signs when padded and folded when cropped, so that
    padding and cropping back is the identity.
    """
    z, y, x = density.shape
    spectrum = volume_to_spectrum(density)
    for axis, (old, new) in enumerate(zip((z, y), shape[:2], strict=True)):
        spectrum = _resize_centred(spectrum, axis, old, new)
    spectrum = _resize_half(spectrum, x, shape[2])
    return spectrum_to_volume(spectrum, shape) * (math.prod(shape) / density.numel())


def crop_images(images: Float[Tensor, "n y x"], box: int) -> Float[Tensor, "n y2 x2"]:
    """Square images Fourier-cropped (or padded) to `box` pixels about the centre; pixels grow by old box / `box`."""
    old = images.shape[-1]
    if old == box:
        return images
    spectrum = _resize_centred(image_to_spectrum(images), 1, old, box)
    return spectrum_to_image(_resize_half(spectrum, old, box), box) * (box / old) ** 2


def resample(volume: Volume, voxel_angstrom: float, box: int | None = None) -> Volume:
    """The map on voxels of exactly `voxel_angstrom`, and in a cube of `box` voxels if that is asked for.

    The voxel at the centre N // 2 keeps its place in Å, and the origin says so; densities keep their values.
    Where every edge is a whole number of the new voxels (to 1e-4), the spectrum is cropped or padded. Where it
    is not, each axis is interpolated by the exact trigonometric (Dirichlet) kernel, cut at the lower of the two
    Nyquist frequencies: one matrix an axis, the same band-limited map at other points, with the box continued
    periodically for at most half a voxel. Neither aliases when it goes to larger voxels.

    Parameters
    ----------
    volume
        The map.
    voxel_angstrom
        New edge of a voxel, Å.
    box
        Voxels along each axis: crops, or pads with the mean of the box's faces; None keeps the box.

    Raises
    ------
    SettingsError
        A size is not positive.
    """
    if not voxel_angstrom > 0 or (box is not None and box < 1):
        raise SettingsError(f"cannot resample to voxels of {voxel_angstrom} Å in a box of {box}")
    factor = volume.voxel_angstrom / voxel_angstrom
    shape = [max(1, round(size * factor)) for size in volume.density.shape]
    exact = all(
        abs(new / (old * factor) - 1.0) <= TOLERANCE
        for old, new in zip(volume.density.shape, shape, strict=True)
    )
    if exact:
        density = fourier_crop_or_pad(volume.density, (shape[0], shape[1], shape[2]))
    else:
        density = _interpolate(volume.density, shape, factor)
    moved = _recentre(volume, density, voxel_angstrom)
    return moved if box is None else crop_or_pad(moved, (box, box, box))


def crop_or_pad(volume: Volume, shape: tuple[int, int, int]) -> Volume:
    """The map cut or enlarged about its centre voxel in real space; new voxels take the mean of the faces."""
    density = volume.density
    out = torch.full(shape, float(face_mean(density)), dtype=density.dtype, device=density.device)
    source, target = [], []
    for old, new in zip(density.shape, shape, strict=True):
        offset = new // 2 - old // 2
        start, stop = max(0, -offset), min(old, new - offset)
        source.append(slice(start, stop))
        target.append(slice(start + offset, stop + offset))
    out[tuple(target)] = density[tuple(source)]
    return _recentre(volume, out, volume.voxel_angstrom)


def face_mean(density: Float[Tensor, "z y x"]) -> Float[Tensor, ""]:
    """Mean of the outermost layer of voxels."""
    inner = density[1:-1, 1:-1, 1:-1].to(torch.float64)
    count = density.numel() - inner.numel()
    return ((density.to(torch.float64).sum() - inner.sum()) / count).to(density.dtype)


def _recentre(volume: Volume, density: Tensor, voxel_angstrom: float) -> Volume:
    """`density` as a map whose origin keeps the centre voxel of `volume` where it is."""
    steps = zip(volume.origin_angstrom, volume.density.shape[::-1], density.shape[::-1], strict=True)
    x, y, z = (o + (old // 2) * volume.voxel_angstrom - (new // 2) * voxel_angstrom for o, old, new in steps)
    return replace(volume, density=density, voxel_angstrom=voxel_angstrom, origin_angstrom=(x, y, z))


def _resize_centred(
    spectrum: Complex[Tensor, "..."], axis: int, old: int, new: int
) -> Complex[Tensor, "..."]:
    """A centred axis of `old` coefficients, cropped or padded to `new`."""
    if new == old:
        return spectrum
    if new < old:
        out = spectrum.narrow(axis, old // 2 - new // 2, new)
        if new % 2 == 0:
            out = out.clone()
            out.narrow(axis, 0, 1).add_(spectrum.narrow(axis, old // 2 + new // 2, 1))
        return out
    size = list(spectrum.shape)
    size[axis] = new
    out = spectrum.new_zeros(size)
    out.narrow(axis, new // 2 - old // 2, old).copy_(spectrum)
    if old % 2 == 0:
        nyquist = spectrum.narrow(axis, 0, 1) / 2
        out.narrow(axis, new // 2 - old // 2, 1).copy_(nyquist)
        out.narrow(axis, new // 2 + old // 2, 1).copy_(nyquist)
    return out


def _resize_half(spectrum: Complex[Tensor, "..."], old: int, new: int) -> Complex[Tensor, "..."]:
    """The last axis of a half spectrum, cropped or padded from a real size `old` to `new`."""
    if new == old:
        return spectrum
    kept = min(old, new)
    size = (*spectrum.shape[:-1], new // 2 + 1)
    out = spectrum.new_zeros(size)
    out[..., : kept // 2 + 1] = spectrum[..., : kept // 2 + 1]
    if kept % 2 == 0:
        out[..., kept // 2] *= 2.0 if new < old else 0.5
    return out


def _interpolate(
    density: Float[Tensor, "z y x"], shape: list[int], factor: float
) -> Float[Tensor, "z2 y2 x2"]:
    """The trigonometric interpolant of a map at spacing 1 / `factor`, one axis after another."""
    out = density
    for axis, (old, new) in enumerate(zip(density.shape, shape, strict=True)):
        matrix = _dirichlet(old, new, factor).to(density.device, density.dtype)
        out = torch.tensordot(matrix, out, dims=([1], [axis])).movedim(0, axis)
    return out.contiguous()


def _dirichlet(old: int, new: int, factor: float) -> Float[Tensor, "m n"]:
    """Matrix from `old` periodic samples to `new` points 1 / `factor` apart, centre on centre.

    Frequencies count fully below both Nyquist frequencies, half at either, and not beyond (float64).
    """
    wave = torch.arange(old // 2 + 1, dtype=torch.float64)
    limit = old * min(1.0, factor) / 2
    gain = torch.where(wave < limit - 1e-9, 2.0, torch.where(wave <= limit + 1e-9, 1.0, 0.0)) / old
    gain[0] = 1.0 / old
    here = (torch.arange(old, dtype=torch.float64) - old // 2) * (2 * math.pi / old)
    there = (torch.arange(new, dtype=torch.float64) - new // 2) * (2 * math.pi / (old * factor))
    cosine = (torch.cos(there[:, None] * wave) * gain) @ torch.cos(here[:, None] * wave).T
    return cosine + (torch.sin(there[:, None] * wave) * gain) @ torch.sin(here[:, None] * wave).T


def cropped(volume: Volume, box: int) -> Volume:
    """A cubic map Fourier-cropped to a box, never enlarged."""
    now = volume.density.shape[0]
    return volume if box >= now else resample(volume, volume.voxel_angstrom * now / box, box)
