"""Component maps without what other images do not bear out: a Wiener filter that differs from place to place.

States differ in a part of the molecule: there components are signal, elsewhere in the molecule they are noise, which
no filter by shells alone can take off. Maps of independent parts of the images tell signal (what two of them share)
from noise (what they do not) in bands of shells, within a window about each voxel, for all components together:
whatever their basis.
"""

import math

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import avg_pool3d, interpolate

from cryo_core.fourier.transforms import raw_spectrum_to_volume, raw_volume_spectrum

_CENTRES = (4, 8, 14, 22, 30)
"""Shells in the middle of the bands; a band falls to 0 (its power by cos²) at its neighbours' middles."""

_WINDOW = 0.75
"""Standard deviation of the window, in wavelengths of the band's middle."""

_LEAST_MASK = 0.02


def filtered_without_each(
    parts: Float[Tensor, "p k z y x"],
    rest: Float[Tensor, "p k z y x"],
    mask: Float[Tensor, "z y x"],
    shells: int,
) -> Float[Tensor, "p k z y x"]:
    """Maps of all parts of the images but one, filtered by what these parts share.

    What two parts share is the signal's covariance S, smoothed about each voxel; what they do not is the noise's N,
    the same everywhere within the mask. The gain is S (S + N / parts)⁻¹, negative signal taken for none.

    Parameters
    ----------
    parts : (p, k, z, y, x)
        k maps of each of p independent parts, on a cube whose edge is a multiple of 2; at least three parts.
    rest : (p, k, z, y, x)
        The same k maps made of all parts but that one: what is filtered, and by these parts alone.
    mask : (z, y, x)
        Where the maps lie (0 to 1). The filter is 0 outside.
    shells : int
        Of the cube, up to which the maps reach.
    """
    count = len(parts)
    together = 2 if count > 4 else 1  # parts for which one filter is made, of all others
    groups = [range(first, min(first + together, count)) for first in range(0, count, together)]
    return _filtered(parts, rest, mask, shells, groups)


def filtered_by_all(
    parts: Float[Tensor, "p k z y x"],
    whole: Float[Tensor, "k z y x"],
    mask: Float[Tensor, "z y x"],
    shells: int,
) -> Float[Tensor, "k z y x"]:
    """Maps of all images, filtered by what independent parts of them share.

    Parameters
    ----------
    parts : (p, k, z, y, x)
        k maps of each of p independent parts, on a cube whose edge is a multiple of 2; at least three parts.
    whole : (k, z, y, x)
        The same k maps made of all parts together.
    mask : (z, y, x)
        Where the maps lie (0 to 1). The filter is 0 outside.
    shells : int
        Of the cube, up to which the maps reach.
    """
    return _filtered(parts, whole[None], mask, shells, [range(0)])[0]


def _filtered(
    parts: Float[Tensor, "p k z y x"],
    maps: Float[Tensor, "m k z y x"],
    mask: Float[Tensor, "z y x"],
    shells: int,
    groups: list[range],
) -> Float[Tensor, "m k z y x"]:
    """Maps, filtered by what the parts share that are not of their group; one empty group: by all, what is of all."""
    count, components, size = parts.shape[:3]
    cube, frequency = (size,) * 3, _frequency(size, parts.device)
    row, column = torch.tril_indices(components, components)
    inside = avg_pool3d(mask[None], 2)[0] > _LEAST_MASK
    parts, maps = raw_volume_spectrum(parts * mask), raw_volume_spectrum(maps * mask)
    total = torch.zeros_like(maps)
    for centre, weight in _bands(frequency, shells):
        window = torch.exp(-2.0 * (math.pi * _WINDOW / centre * _frequency(size // 2, parts.device)).square())
        each = raw_spectrum_to_volume(parts * weight, cube)
        own = each[:, row] * each[:, column]
        every, own_every = each.sum(0), own.sum(0)
        for group in groups:
            few, left = slice(group.start, group.stop), count - len(group)
            others, own_others = every - each[few].sum(0), (own_every - own[few].sum(0)) / left
            shared = (others[row] * others[column] / left - own_others) / (left - 1)
            noise = ((own_others - shared) * mask).sum((1, 2, 3)) / mask.sum()
            near = raw_spectrum_to_volume(
                raw_volume_spectrum(avg_pool3d(shared, 2)) * window, (size // 2,) * 3
            )
            made_of = count - 1 if group else count
            gain = _gain(_square(near[:, inside].T), _square(noise[None])[0] / made_of)
            field = torch.zeros(*gain.shape[1:], *inside.shape, device=mask.device)
            field[:, :, inside] = gain.permute(1, 2, 0)
            wide = interpolate(field, scale_factor=2.0, mode="trilinear")
            for at in group or (0,):
                band = raw_spectrum_to_volume(maps[at] * weight, cube)
                total[at] += raw_volume_spectrum((wide * band).sum(1)) * weight
    return raw_spectrum_to_volume(total, cube) * mask


def _square(triangle: Float[Tensor, "n t"]) -> Float[Tensor, "n k k"]:
    """Symmetric matrices, from their lower triangles."""
    size = round((math.sqrt(8 * triangle.shape[1] + 1) - 1) / 2)
    row, column = torch.tril_indices(size, size)
    full = triangle.new_zeros(len(triangle), size, size)
    full[:, row, column] = full[:, column, row] = triangle
    return full


def _gain(signal: Float[Tensor, "v k k"], noise: Float[Tensor, "k k"]) -> Float[Tensor, "v k k"]:
    """S (S + N)⁻¹ of each voxel."""
    value, vector = torch.linalg.eigh(noise)
    least = 1e-6 * noise.diagonal().mean().clamp(min=1e-30)
    root = value.clamp(min=least).sqrt()
    whiten, colour = vector.T / root[:, None], vector * root
    value, vector = torch.linalg.eigh(whiten @ signal @ whiten.T)
    share = value.clamp(min=0.0) / (1.0 + value.clamp(min=0.0))
    return colour @ (vector * share[:, None, :]) @ vector.mT @ whiten


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
