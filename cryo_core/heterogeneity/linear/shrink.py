"""Component maps without what other images do not bear out: a Wiener filter that differs from place to place.

States differ in a part of the molecule: there components are signal, elsewhere in the molecule they are noise, which
no filter by shells alone can take off. Maps of independent parts of the images tell signal (what two of them share)
from noise (what they do not) in bands of shells, within a window about each voxel, for all components together:
whatever their basis.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.fourier.transforms import raw_spectrum_to_volume, raw_volume_spectrum

_CENTRES = (4, 8, 14, 22, 30)
"""Shells in the middle of the bands; a band falls to 0 (its power by cos²) at its neighbours' middles."""

_WINDOW = 0.75
"""Standard deviation of the window, in wavelengths of the band's middle."""

_LEAST_MASK = 0.02


@dataclass(frozen=True)
class _Band:
    """Weight of each frequency, and the filter's gain of one part's maps at every second voxel of the mask.

    The gain is `vector` diag(s / (1 + s)) `vector`⁻¹ with the `signal` s over the noise of one part.
    """

    weight: Float[Tensor, "z y x"]
    whiten: Float[Tensor, "k k"]
    signal: Float[Tensor, "v k"]
    vector: Float[Tensor, "v k k"]


@dataclass(frozen=True)
class LocalFilter:
    """Wiener filter of k maps, of every voxel and band its own, learnt by `learn_filter`."""

    bands: tuple[_Band, ...]
    inside: Bool[Tensor, "z2 y2 x2"]

    def __call__(self, maps: Float[Tensor, "k z y x"], parts: float) -> Float[Tensor, "k z y x"]:
        """Filtered maps.

        Parameters
        ----------
        maps : (k, z, y, x)
            Of as many images as `parts` of those that the filter was learnt from.
        parts : float
            How many of the parts.
        """
        size = (maps.shape[1],) * 3
        spectra = raw_volume_spectrum(maps)
        total = torch.zeros_like(spectra)
        for band in self.bands:
            each = raw_spectrum_to_volume(spectra * band.weight, size)
            share = parts * band.signal / (1.0 + parts * band.signal)
            gain = (
                torch.linalg.inv(band.whiten)
                @ (band.vector * share[:, None, :])
                @ band.vector.mT
                @ band.whiten
            )
            field = torch.zeros(*gain.shape[1:], *self.inside.shape, device=maps.device)
            field[:, :, self.inside] = gain.permute(1, 2, 0)
            filtered = torch.stack([(_between(row) * each).sum(0) for row in field])
            total += raw_volume_spectrum(filtered) * band.weight
        return raw_spectrum_to_volume(total, size)


def learn_filter(parts: Float[Tensor, "p k z y x"], mask: Float[Tensor, "z y x"], shells: int) -> LocalFilter:
    """Filter of maps, from the same k maps made of p independent parts of the images.

    What two parts share is the signal's covariance S, smoothed about each voxel; what they do not is the noise's N,
    the same everywhere within the mask. The gain is S (S + N)⁻¹, negative signal taken for none.

    Parameters
    ----------
    parts : (p, k, z, y, x)
        The maps, on a cube whose edge is a multiple of 2; at least two parts.
    mask : (z, y, x)
        Where the maps lie (0 to 1). The filter is 0 outside.
    shells : int
        Of the cube, up to which the maps reach.
    """
    count, components, size = parts.shape[:3]
    cube = (size,) * 3
    frequency = _frequency(size, parts.device)
    inside = mask[::2, ::2, ::2] > _LEAST_MASK
    row, column = torch.tril_indices(components, components)
    spectra = raw_volume_spectrum(parts * mask)
    bands = []
    for centre, weight in _bands(frequency, shells):
        maps = raw_spectrum_to_volume(spectra * weight, cube)
        own = (maps[:, row] * maps[:, column]).mean(0)
        total = maps.sum(0)
        shared = (total[row] * total[column] - count * own) / (count * (count - 1))
        window = torch.exp(-2.0 * (math.pi * _WINDOW / centre * frequency).square())
        smooth = raw_volume_spectrum(torch.stack([shared, own])) * window
        smooth = raw_spectrum_to_volume(smooth, cube)[..., ::2, ::2, ::2][..., inside]
        full = smooth.new_zeros(2, smooth.shape[2], components, components)
        full[:, :, row, column] = full[:, :, column, row] = smooth.mT
        signal, noise = full[0], (full[1] - full[0]).mean(0)
        least = 1e-6 * noise.diagonal().mean().clamp(min=1e-30)
        value, vector = torch.linalg.eigh(noise)
        whiten = vector.T / value.clamp(min=least).sqrt()[:, None]
        value, vector = torch.linalg.eigh(whiten @ signal @ whiten.T)
        bands.append(_Band(weight, whiten, value.clamp(min=0.0), vector))
    return LocalFilter(tuple(bands), inside)


def _frequency(size: int, device: torch.device) -> Float[Tensor, "z y x"]:
    """Distance from zero frequency, in shells, of a cube's half spectrum."""
    line = torch.arange(size, device=device, dtype=torch.float32)
    line = torch.minimum(line, size - line)
    half = line[: size // 2 + 1]
    return (line[:, None, None] ** 2 + line[:, None] ** 2 + half**2).sqrt()


def _bands(frequency: Float[Tensor, "z y x"], shells: int) -> list[tuple[int, Float[Tensor, "z y x"]]]:
    """(middle, weight) of each band; the squares of the weights sum to 1 within the shells."""
    centres = [centre for centre in _CENTRES if centre <= max(shells, _CENTRES[0])]
    bands = []
    for number, centre in enumerate(centres):
        away = torch.zeros_like(frequency)
        if number:
            away = torch.maximum(away, (centre - frequency) / (centre - centres[number - 1]))
        if centre != centres[-1]:
            away = torch.maximum(away, (frequency - centre) / (centres[number + 1] - centre))
        weight = torch.cos(0.5 * math.pi * away.clamp(max=1.0)) * (frequency <= shells + 0.5)
        bands.append((centre, weight))
    return bands


def _between(field: Float[Tensor, "k z2 y2 x2"]) -> Float[Tensor, "k z y x"]:
    """Values at all voxels, from those at every second one."""
    for axis in (1, 2, 3):
        middle = 0.5 * (field + field.roll(-1, axis))
        field = torch.stack([field, middle], axis + 1).flatten(axis, axis + 1)
    return field
