"""The exact FSC of two half maps within a window, which `cryo_core.resolution.local_fsc` approximates."""

import math

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn.functional import pad

from cryo_core.data import Volume
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.resolution.bands import Bands, Window
from cryo_core.resolution.local_fsc import LocalFscSettings

_BATCH_VOXELS = 4_000_000


def window_ball(window: Window, voxel_angstrom: float) -> Float[Tensor, "z y x"]:
    """Values of a window in the smallest odd cube that holds it."""
    size = 2 * math.ceil(window.reach_angstrom / voxel_angstrom) + 1
    radius, edge = 0.5 * window.size_angstrom / voxel_angstrom, window.size_angstrom / voxel_angstrom
    return sphere_mask((size, size, size), radius, edge)


def windowed_fsc(
    half1: Volume,
    half2: Volume,
    position_zyx: Int[Tensor, "m 3"],
    settings: LocalFscSettings | None = None,
    bands: Bands | None = None,
) -> tuple[Float[Tensor, "m b"], Float[Tensor, " b"]]:
    """FSC of both halves times the soft ball about some voxels, exactly: one transform a place and half.

    The maps are continued with zeros.

    Parameters
    ----------
    half1, half2 : Volume
        Half maps on one grid.
    position_zyx : (m, 3)
        The voxels.
    settings : LocalFscSettings, optional
        The window.
    bands : Bands, optional
        Bands whose squared gain weights the terms, which is what `local_fsc` approximates. None: sums over
        shells round(|k|) of the window's own box (1 / its edge apart, 0 left out), the plain windowed FSC.

    Returns
    -------
    (m, b), (b,)
        FSC, and frequency in 1/Å.
    """
    settings = settings or LocalFscSettings()
    half1.require_same_grid(half2)
    ball = window_ball(settings.window, half1.voxel_angstrom).to(half1.density.device)
    size = ball.shape[0]
    cubes = [_windows(half.density, size) for half in (half1, half2)]
    weight, frequency = _shell_weights(size, half1, bands)
    curves = []
    for part in torch.split(position_zyx, max(1, _BATCH_VOXELS // size**3)):
        z, y, x = part.unbind(1)
        a, b = (volume_to_spectrum(c[z, y, x] * ball).flatten(1) for c in cubes)
        terms = [(a * b.conj()).real, a.abs().square(), b.abs().square()]
        cross, power1, power2 = (t.double() @ weight for t in terms)
        curves.append(cross / (power1 * power2).clamp(min=1e-300).sqrt())
    return torch.cat(curves), frequency


def _windows(density: Float[Tensor, "z y x"], size: int) -> Tensor:
    padded = pad(density, (size // 2,) * 6)
    return padded.unfold(0, size, 1).unfold(1, size, 1).unfold(2, size, 1)


def _shell_weights(
    size: int, half: Volume, bands: Bands | None
) -> tuple[Float[Tensor, "p b"], Float[Tensor, " b"]]:
    """Weight of each coefficient of a window's half spectrum in each band or shell, and their frequencies."""
    device = half.density.device
    frequency = frequency_squared((size, size, size), half.voxel_angstrom, device).sqrt()
    count = hermitian_weights(size, device).expand_as(frequency).flatten()
    if bands is not None:
        columns = [bands.gain(frequency, b).flatten() ** 2 * count for b in range(len(bands))]
        return torch.stack(columns, 1).double(), bands.centre_per_angstrom
    step = 1.0 / (size * half.voxel_angstrom)
    shell = (frequency / step).round().flatten()
    members = torch.arange(1, size // 2 + 1, device=device)
    return ((shell[:, None] == members) * count[:, None]).double(), members.cpu().double() * step
