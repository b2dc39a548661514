"""Sums of the linear model with torch alone, on any device (used on a GPU): the same sums as `engine_cpu`.

The arguments and answers of `weigh`, `expect` and `insert` are described in `engine_cpu`.
"""

import math
from collections.abc import Iterator

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.heterogeneity.linear.forward import ForwardModel

_NUMBERS = 1 << 27
"""How many numbers are gathered from the grid at a time: half a gigabyte."""


def weigh(
    forward: ForwardModel,
    spectra: Complex[np.ndarray, "n p"] | Complex[Tensor, "n p"],
    rows: tuple[int, int],
    shift_boxes: Float[Tensor, "n 2"],
    contrast: Float[Tensor, " n"],
) -> tuple[Float[Tensor, "n 2 p"], Float[Tensor, "n p"]]:
    """Images centred and divided by the noise's deviation, as `engine_cpu.weigh`.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    spectra : (n, p)
        Spectra of a run of images, as stored, or on the device already.
    rows : (int, int)
        First row of the run, and the row after its last.
    shift_boxes : (n, 2)
        Shift x, y of each image, in boxes.
    contrast : (n,)
        Contrast of each image.
    """
    device = forward.x.device
    x, y = forward.x.double(), forward.y.double()
    factors, decay = forward.factors[slice(*rows)].to(device), forward.decay[slice(*rows)].to(device)
    fx, fy = x * forward.unit, y * forward.unit
    s2 = fx**2 + fy**2
    even, odd = fx**2 - fy**2, 2 * fx * fy
    terms = [s2, even, odd, s2**2, torch.ones_like(s2)]
    if factors.shape[1] > len(terms):
        terms += [s2 * even, s2 * odd, even**2 - odd**2, 2 * even * odd]
    transfer = torch.sin(2 * math.pi * (factors @ torch.stack(terms)).frac()) * torch.exp(
        -0.25 * decay[:, None] * s2
    )
    weight = math.sqrt(2.0) * forward.inverse[forward.group[slice(*rows)].to(device)]
    shift = shift_boxes.double().to(device)
    angle = -2 * math.pi * (shift[:, :1] * x + shift[:, 1:] * y)
    values = spectra if isinstance(spectra, Tensor) else torch.from_numpy(spectra).to(device)
    turned = values * torch.polar(torch.ones_like(angle), angle).to(torch.complex64)
    data = torch.stack([turned.real, turned.imag], 1) * weight[:, None]
    return data, (transfer * contrast.double().to(device)[:, None]).float() * weight


def expect(
    forward: ForwardModel,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    grid: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
    pose: bool,
) -> tuple[Float[Tensor, "n t"], Float[Tensor, "n t t"]]:
    """(B · data, B · Bᵀ) of each image's columns B, as `engine_cpu.expect`.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    data, transfer : (n, 2, p), (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    grid : (m, w)
        Rows of c volumes, from `Grid.rows`.
    latent : (n, c)
        Weight of each volume in an image.
    pose : bool
        Whether the five columns of the pose are there.
    """
    volumes = latent.shape[1]
    table = grid[:, : 2 * volumes]
    parts = []
    for run in _runs(len(data), forward.x.numel() * 8 * 2 * volumes):
        columns = _columns(forward, transfer[run], rotation[run].float(), table, latent[run].float(), pose)
        flat = data[run].flatten(1)
        parts.append((torch.einsum("ntp,np->nt", columns, flat), columns @ columns.mT))
    linear, product = zip(*parts, strict=True)
    return torch.cat(linear), torch.cat(product)


def predict(
    forward: ForwardModel,
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    grid: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
) -> Float[Tensor, "n 2 p"]:
    """Each image's own slice, as `engine_cpu.predict`.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    transfer : (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    grid : (m, w)
        Rows of c volumes, from `Grid.rows`.
    latent : (n, c)
        Weight of each volume in an image.
    """
    table, parts = grid[:, : 2 * latent.shape[1]], []
    for run in _runs(len(transfer), forward.x.numel() * 8 * table.shape[1]):
        turn, weight = rotation[run].float(), latent[run].float()
        columns = _columns(forward, transfer[run], turn, table, weight, False)
        parts.append(torch.einsum("ncp,nc->np", columns, weight))
    return torch.cat(parts).reshape(len(transfer), 2, -1)


def _columns(
    forward: ForwardModel,
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    table: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
    pose: bool,
) -> Float[Tensor, "n t p2"]:
    """Columns of each image: real parts, then imaginary parts."""
    volumes = latent.shape[1]
    at, fraction, sign = _cells(forward, rotation)
    corner = table[at]  # n, p, 8, w
    slices = torch.einsum("npq,npqw->nwp", _weights(fraction), corner)
    real, imaginary = slices[:, :volumes], slices[:, volumes:] * sign[:, None]
    if pose:
        own = torch.stack(
            [
                torch.einsum("npqc,nc->npq", corner[..., :volumes], latent),
                torch.einsum("npqc,nc->npq", corner[..., volumes:], latent),
            ]
        )
        more = _pose_columns(forward, rotation, fraction, sign, own)
        real, imaginary = torch.cat([real, more[0]], 1), torch.cat([imaginary, more[1]], 1)
    return torch.cat([real * transfer[:, None], imaginary * transfer[:, None]], 2)


def _pose_columns(
    forward: ForwardModel,
    rotation: Float[Tensor, "n 3 3"],
    fraction: Float[Tensor, "n p 3"],
    sign: Float[Tensor, "n p"],
    own: Float[Tensor, "2 n p 8"],
) -> Float[Tensor, "2 n 5 p"]:
    """Gradient of an image's own volume (at the corners of its cells) with respect to its shift and rotation."""
    model = torch.einsum("npq,enpq->enp", _weights(fraction), own)
    real, imaginary = model[0], model[1] * sign
    turn = 2 * math.pi / forward.grid.box
    kx, ky = turn * forward.x, turn * forward.y
    shifts = torch.stack([-kx * imaginary, -ky * imaginary], 1), torch.stack([kx * real, ky * real], 1)
    gradient = torch.stack([_slope(own[0], fraction) * sign[..., None], _slope(own[1], fraction)])
    along = torch.einsum("enpj,nij->enip", gradient, rotation)
    px, py = forward.x * forward.grid.step, forward.y * forward.grid.step
    turned = torch.stack(
        [-py * along[:, :, 2], px * along[:, :, 2], py * along[:, :, 0] - px * along[:, :, 1]], 2
    )
    return torch.cat([torch.stack(shifts), turned], 2)


def insert(
    forward: ForwardModel,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    first_moment: Float[Tensor, "n c"],
    second_moment: Float[Tensor, "n q"],
    sums: Float[Tensor, "m w"],
) -> None:
    """Add images to the grid's sums, as `engine_cpu.insert`.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    data, transfer : (n, 2, p), (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    first_moment : (n, c)
        What data times transfer are multiplied by.
    second_moment : (n, q)
        What the squared transfer is multiplied by.
    sums : (m, w)
        The sums at the grid's points; changed.
    """
    for run in _runs(len(data), forward.x.numel() * sums.shape[1] * 2):
        at, fraction, sign = _cells(forward, rotation[run].float())
        t = transfer[run][..., None]
        real, imaginary = data[run, 0][..., None] * t, data[run, 1][..., None] * t * sign[..., None]
        first, second = first_moment[run, None].float(), second_moment[run, None].float()
        rows = torch.cat([real * first, imaginary * first, t.square() * second], 2)
        share = _weights(fraction)
        for q in range(8):
            sums[:, : rows.shape[2]].index_add_(
                0, at[..., q].flatten(), (rows * share[..., q, None]).flatten(0, 1)
            )


def _runs(count: int, numbers_each: int) -> Iterator[slice]:
    size = max(1, _NUMBERS // numbers_each)
    for first in range(0, count, size):
        yield slice(first, first + size)


def _cells(
    forward: ForwardModel, rotation: Float[Tensor, "n 3 3"]
) -> tuple[Int[Tensor, "n p 8"], Float[Tensor, "n p 3"], Float[Tensor, "n p"]]:
    """Each pixel's eight neighbours, its place x, y, z in their cell, and −1 where it was turned to −k."""
    size, row = forward.grid.size, forward.grid.size // 2 + 1
    px, py = (forward.x * forward.grid.step)[:, None], (forward.y * forward.grid.step)[:, None]
    point = px * rotation[:, None, 0] + py * rotation[:, None, 1]
    sign = torch.where(point[..., 0] < 0, -1.0, 1.0)
    point = point * sign[..., None]
    point = point + torch.tensor([0.0, size // 2, size // 2], device=point.device)
    corner = point.floor()
    cell = corner.long()
    first = (cell[..., 2] * size + cell[..., 1]) * row + cell[..., 0]
    offset = [k * size * row + j * row + i for k in range(2) for j in range(2) for i in range(2)]
    return first[..., None] + torch.tensor(offset, device=first.device), point - corner, sign


def _weights(fraction: Float[Tensor, "n p 3"]) -> Float[Tensor, "n p 8"]:
    x, y, z = (torch.stack([1.0 - f, f], -1) for f in fraction.unbind(-1))
    return torch.einsum("npk,npj,npi->npkji", z, y, x).flatten(2)


def _slope(corner: Float[Tensor, "n p 8"], fraction: Float[Tensor, "n p 3"]) -> Float[Tensor, "n p 3"]:
    """Gradient of a trilinear cell along x, y, z."""
    cell = corner.reshape(*corner.shape[:-1], 2, 2, 2)  # z, y, x
    x, y, z = (torch.stack([1.0 - f, f], -1) for f in fraction.unbind(-1))
    return torch.stack(
        [
            torch.einsum("npkj,npk,npj->np", cell[..., 1] - cell[..., 0], z, y),
            torch.einsum("npki,npk,npi->np", cell[..., 1, :] - cell[..., 0, :], z, x),
            torch.einsum("npji,npj,npi->np", cell[..., 1, :, :] - cell[..., 0, :, :], y, x),
        ],
        -1,
    )
