"""The scattering density of atoms on a grid."""

import math
from dataclasses import replace

import torch
from jaxtyping import Float
from scipy.fft import next_fast_len
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.fourier.resample import fourier_crop_or_pad

_FINE = 2
"""Gaussians are summed on a grid this many times finer than the map's."""

_SHARPEST = 18.4
"""Width (in voxels²) the sharpest Gaussian is brought to: at half a voxel its aliases are below 1e-4."""

_WIDEST = 1024
"""Voxels along an edge of a model's own box: more are a model that is broken, or voxels far too fine."""

_REACH = 4.5
"""Gaussians are summed within this many standard deviations."""


def density(
    atoms: Atoms,
    shape: tuple[int, int, int],
    voxel_angstrom: float,
    origin_angstrom: tuple[float, float, float] | None = None,
) -> Volume:
    """Scattering density of atoms on a grid, in their amplitude's unit per Å³.

    The map is the atoms' exact density, band-limited at Nyquist, to about 1e-4 of its peak, however sharp the
    atoms: they are summed on a grid twice as fine, blurred (or sharpened) by a common B factor that makes the
    sharpest of them fit it, and that B factor is taken off again in Fourier space (as gemmi's and refmac's
    `blur` do). A map whose atoms lie well inside is periodic, as a band-limited map is; where they come near
    its faces or leave it, what reaches into it is added.

    Parameters
    ----------
    atoms
        n atoms, positions in Å.
    shape
        Voxels along z, y, x.
    voxel_angstrom
        Edge of a voxel, Å.
    origin_angstrom
        x, y, z of voxel [0, 0, 0] in Å; None puts the atoms' mean on the centre voxel.
    """
    place = origin_angstrom or _centred(atoms, shape, voxel_angstrom)
    spread = (
        0.0 if not len(atoms) else float((atoms.width_angstrom2 + atoms.b_factor_angstrom2[:, None]).min())
    )
    blur = _SHARPEST * voxel_angstrom**2 - spread
    width = atoms.width_angstrom2 + atoms.b_factor_angstrom2[:, None] + blur
    step = voxel_angstrom / _FINE
    reach = _reach(width, step)
    margin = _margin(atoms, shape, voxel_angstrom, place, reach * step)
    z, y, x = (size if not margin else next_fast_len(size + 2 * margin, real=True) for size in shape)
    start = tuple(o - margin * voxel_angstrom for o in place)
    low = tuple(
        p + ((n // 2) * _FINE - (_FINE * n) // 2) * step for p, n in zip(start, (x, y, z), strict=True)
    )
    fine = _splat(atoms, width, (z * _FINE, y * _FINE, x * _FINE), step, low, reach)
    sharp = apply_b_factor(Volume(fine, step), -blur).density
    coarse = fourier_crop_or_pad(sharp, (z, y, x))
    cut = tuple(slice(margin, margin + size) for size in shape)
    return Volume(coarse[cut].contiguous(), voxel_angstrom, place)


def density_about(atoms: Atoms, voxel_angstrom: float, margin_angstrom: float = 20.0) -> Volume:
    """Density of atoms at rest (B = 0) in a box of its own, where they lie.

    SettingsError if the box would be wider than 1,024 voxels.

    Parameters
    ----------
    atoms
        n atoms, positions in Å.
    voxel_angstrom
        Edge of a voxel, Å.
    margin_angstrom
        How far the box reaches beyond the atoms, Å.
    """
    low = atoms.position_angstrom.amin(0) - margin_angstrom
    high = atoms.position_angstrom.amax(0) + margin_angstrom
    nx, ny, nz = (2 * int(n) for n in ((high - low) / (2.0 * voxel_angstrom)).ceil().tolist())
    if max(nx, ny, nz) > _WIDEST:
        raise SettingsError(
            f"the model is {max(nx, ny, nz)} voxels of {voxel_angstrom:g} Å wide: is it one molecule?"
        )
    x, y, z = low.tolist()
    still = replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
    made = density(still, (nz, ny, nx), voxel_angstrom, (x, y, z))
    return made.with_density(made.density.float())


def _margin(
    atoms: Atoms,
    shape: tuple[int, int, int],
    voxel_angstrom: float,
    origin_angstrom: tuple[float, float, float],
    reach_angstrom: float,
) -> int:
    """Voxels to add on all sides so that no atom's window wraps around: 0 if all lie inside."""
    low = torch.tensor(origin_angstrom, dtype=torch.float64)
    high = low + (torch.tensor(shape[::-1]) - 1) * voxel_angstrom
    place = atoms.position_angstrom.double().cpu()
    inside = (place - reach_angstrom >= low) & (place + reach_angstrom <= high)
    return 0 if bool(inside.all()) else math.ceil(reach_angstrom / voxel_angstrom) + 2


def _centred(atoms: Atoms, shape: tuple[int, int, int], voxel_angstrom: float) -> tuple[float, float, float]:
    mean = atoms.position_angstrom.double().mean(0).nan_to_num().tolist()
    x, y, z = (m - (n // 2) * voxel_angstrom for m, n in zip(mean, shape[::-1], strict=True))
    return (x, y, z)


def _reach(width_angstrom2: Float[Tensor, "n g"], step: float) -> int:
    """Half width of a window in voxels that holds the widest Gaussian, σ² = width / 8π²."""
    if not width_angstrom2.numel():
        return 1
    return math.ceil(_REACH * math.sqrt(float(width_angstrom2.max()) / (8 * math.pi**2)) / step)


def _splat(
    atoms: Atoms,
    width: Float[Tensor, "n g"],
    shape: tuple[int, int, int],
    step: float,
    origin: tuple[float, ...],
    reach: int,
    batch_values: int = 20_000_000,
) -> Float[Tensor, "z y x"]:
    """Add amplitude · occupancy · (4π / w)^(3/2) · exp(−4π² r² / w) of every atom within its window."""
    device = atoms.position_angstrom.device
    out = torch.zeros(math.prod(shape), dtype=torch.float32, device=device)
    place = (
        atoms.position_angstrom.double() - torch.tensor(origin, device=device, dtype=torch.float64)
    ) / step
    size = torch.tensor(shape[::-1], device=device)
    near = ((place > -reach) & (place < size - 1 + reach)).all(1).nonzero()[:, 0]
    offset = torch.arange(-reach, reach + 1, device=device)
    for part in torch.split(near, max(1, batch_values // len(offset) ** 3)):
        cell = place[part].round().long()
        line = (cell[:, None, :] + offset[:, None] - place[part][:, None, :]).float() * step
        index = cell[:, None, :] + offset[:, None]
        inside = (index >= 0) & (index < size)
        spread = width[part]
        strength = (
            atoms.amplitude[part] * atoms.occupancy[part, None] * (4 * math.pi / spread) ** 1.5
        ).float()
        shape_ = torch.exp((-4 * math.pi**2 / spread).float()[:, :, None, None] * line[:, None] ** 2)
        wave = shape_ * inside[:, None]
        value = torch.einsum("ng,ngi,ngj,ngk->nijk", strength, wave[..., 2], wave[..., 1], wave[..., 0])
        x, y, z = index.clamp(min=0).minimum(size - 1).unbind(-1)
        flat = (z[:, :, None, None] * shape[1] + y[:, None, :, None]) * shape[2] + x[:, None, None, :]
        out.index_add_(0, flat.flatten(), value.flatten())
    return out.reshape(shape)
