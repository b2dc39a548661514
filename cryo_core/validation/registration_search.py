"""Every orientation of one map over another, and every shift: where a rigid alignment begins.

Operations, for a molecule of radius R compared to d = 0.4 R, so that a step of 15° moves its rim by less than d: a cube
of n = 24 voxels has 2,000 coefficients to that resolution, so an orientation takes 2,000 trilinear samples and one
inverse transform of 14,000 voxels, which scores all shifts at once; 4,608 orientations take half a second on one core.
Matching on shells by spherical harmonics scores orientations sooner, but of one shift each: it needs maps that have
their centres in common, and a chain in its complex has not.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Bool, Complex, Float, Int
from torch import Tensor
from torch.nn.functional import grid_sample, pad

from cryo_core.fourier.grids import centred_axis, hermitian_weights, shell_index
from cryo_core.fourier.shells import shell_mean, spread_shells
from cryo_core.fourier.transforms import raw_spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.sampling import grid_spacing_degrees, rotation_grid
from cryo_core.validation.registration_pose import Body, Places, read_at

VOXELS_PER_RESOLUTION = 2.5
LARGEST_CUBE = 64
_ORDER, _KEPT, _BATCH = 2, 24, 128


@dataclass(frozen=True)
class _Band:
    """The coefficients of a cube that are compared: their places in the raw half spectrum, and k (x, y, z)."""

    index: Int[Tensor, " p"]
    k: Int[Tensor, "p 3"]
    weight: Float[Tensor, " p"]


def search(fixed: Body, moved: Body, resolution_angstrom: float, kept: int = _KEPT) -> Places:
    """The best orientations of `moved` in `fixed`, each at its best shift: local maxima, the best first.

    Both maps are whitened: each shell up to `resolution_angstrom` weighs as much as it has coefficients.

    Parameters
    ----------
    fixed, moved
        The two maps.
    resolution_angstrom
        How far they are compared, Å.
    kept
        How many orientations come back.
    """
    reach = max(fixed.extent_angstrom, moved.extent_angstrom)
    voxel = max(resolution_angstrom / VOXELS_PER_RESOLUTION, 2.3 * reach / LARGEST_CUBE)
    box = max(16, 2 * round(1.15 * reach / voxel))
    band = _band(box, min(0.5, voxel / resolution_angstrom), fixed.centre.device)
    target = _whitened(_cube(fixed, voxel, box)).roll((box // 2,) * 2, (0, 1)).flatten()[band.index]
    line = (
        torch.sinc(centred_axis(box, target.device) / (2 * box)) ** 2
    )  # what trilinear reading does to the map
    template = _whitened(
        pad(_cube(moved, voxel, box) / (line[:, None, None] * line[:, None] * line), (box // 2,) * 6)
    )
    rotation = rotation_grid(_ORDER).to(target.device)
    norm = (band.weight * target.abs().square()).sum().sqrt() / box**3
    scores, shifts = [], []
    for turn in torch.split(rotation.float(), _BATCH):
        value = _turned(template, band.k, turn)
        size = (band.weight * value.abs().square()).sum(1).sqrt()
        product = torch.zeros(len(turn), box * box * (box // 2 + 1), dtype=value.dtype, device=value.device)
        product[:, band.index] = target * value.conj()
        maps = raw_spectrum_to_volume(product.reshape(-1, box, box, box // 2 + 1), (box, box, box)).flatten(1)
        best, place = maps.max(1)
        scores.append(best / (norm * size))
        shifts.append(place)
    score = torch.cat(scores)
    chosen = _peaks(rotation, score, 1.2 * grid_spacing_degrees(_ORDER), kept)
    place = torch.cat(shifts)[chosen]
    zyx = torch.stack([place // box**2, place // box % box, place % box], 1)
    centred = torch.where(zyx > box // 2, zyx - box, zyx).double().flip(1) * voxel
    return Places(rotation[chosen], fixed.centre + centred, score[chosen].double())


def _cube(body: Body, voxel: float, box: int) -> Float[Tensor, "z y x"]:
    """A body's density about its centre, on a cube of coarse voxels."""
    line = centred_axis(box, body.centre.device).double() * voxel
    z, y, x = torch.meshgrid(line, line, line, indexing="ij")
    place = torch.stack([x, y, z], -1).reshape(-1, 3) + body.centre
    return read_at(body.at_voxel(voxel), place).reshape(box, box, box)


def _whitened(cube: Float[Tensor, "z y x"]) -> Complex[Tensor, "z y xh"]:
    box = cube.shape[0]
    spectrum = volume_to_spectrum(cube)
    power = shell_mean(spectrum.abs().square(), (box, box, box))
    gain = power.clamp(min=1e-6 * float(power[1:].max())).rsqrt().float()
    return spectrum * spread_shells(gain, (box, box, box))


def _band(box: int, highest: float, device: torch.device) -> _Band:
    """Coefficients from the first shell to `highest`, in 1/voxel, of a cube."""
    radius = shell_index((box, box, box))
    y, x = centred_axis(box).long(), torch.arange(box // 2 + 1)
    kz, ky, kx = torch.meshgrid(y, y, x, indexing="ij")
    exact = (kx**2 + ky**2 + kz**2).float().sqrt()
    used: Bool[Tensor, "z y xh"] = (radius >= 1) & (exact <= highest * box) & (exact < box / 2 - 1)
    k = torch.stack([kx[used], ky[used], kz[used]], 1)
    raw = ((k[:, 2] % box) * box + k[:, 1] % box) * (box // 2 + 1) + k[:, 0]
    return _Band(raw.to(device), k.to(device), hermitian_weights(box)[k[:, 0]].to(device))


def _turned(
    template: Complex[Tensor, "z y xh"], k: Int[Tensor, "p 3"], rotation: Float[Tensor, "m 3 3"]
) -> Complex[Tensor, "m p"]:
    """Coefficients of the turned template, V(Rᵀ r), read at Rᵀ k of its spectrum, which is padded twofold."""
    at = 2.0 * torch.einsum("pi,mij->mpj", k.to(rotation), rotation)
    mate = at[..., 0] < 0
    at = torch.where(mate[..., None], -at, at)
    half = template.shape[0] // 2
    size = torch.tensor(template.shape[::-1], device=at.device) - 1
    unit = (at + torch.tensor([0, half, half], device=at.device)) / size * 2.0 - 1.0
    planes = torch.view_as_real(template).movedim(-1, 0)[None]
    value = grid_sample(planes, unit.reshape(1, 1, 1, -1, 3), align_corners=True)
    real, imaginary = value.reshape(2, *mate.shape)
    return torch.complex(real, torch.where(mate, -imaginary, imaginary))


def _peaks(
    rotation: Float[Tensor, "n 3 3"], score: Float[Tensor, " n"], apart_degrees: float, kept: int
) -> Int[Tensor, " k"]:
    """The best rotations of which no two are closer than `apart_degrees`."""
    order = score.argsort(descending=True)[: 60 * kept]
    trace = torch.einsum("nij,mij->nm", rotation[order], rotation[order])
    near = trace > 1.0 + 2.0 * torch.cos(torch.deg2rad(torch.tensor(apart_degrees)))
    chosen: list[int] = []
    for i in range(len(order)):
        if not any(bool(near[i, j]) for j in chosen):
            chosen.append(i)
        if len(chosen) == kept:
            break
    return order[torch.tensor(chosen)]
