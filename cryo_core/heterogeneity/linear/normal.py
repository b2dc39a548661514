"""Normal equations of the linear model, one small system at each point of a Fourier grid."""

import torch
from jaxtyping import Bool, Complex, Float, Int
from torch import Tensor

_LEAST = 1e-6
"""Weight of the prior where there is no image."""


def solve_points(
    sums: Float[Tensor, "z y xh w"],
    volumes: int,
    ridge: Float[Tensor, "c s"],
    shell: Int[Tensor, "z y xh"],
    inside: Bool[Tensor, "z y xh"],
) -> Complex[Tensor, "c z y xh"]:
    """V of (W + ridge · shell mean) V = D at each point; 0 outside.

    Parameters
    ----------
    sums : (z, y, xh, w)
        At each point D (real, imaginary) and the lower triangle of W, row after row, then what fills the row; zero
        frequency at (z / 2, y / 2, 0). What a point of the plane x = 0 received is also its Friedel mate's.
    volumes : int
        How many volumes, c.
    ridge : (c, s)
        Weight of each volume's prior in each shell, as a share of the mean of that volume's weight in the shell.
    shell, inside : (z, y, xh)
        Shell of each point, and whether it is solved for.
    """
    way = by_kernel if sums.device.type == "cpu" else by_torch
    return way(sums, volumes, ridge, shell, inside)


def by_torch(
    sums: Float[Tensor, "z y xh w"],
    volumes: int,
    ridge: Float[Tensor, "c s"],
    shell: Int[Tensor, "z y xh"],
    inside: Bool[Tensor, "z y xh"],
) -> Complex[Tensor, "c z y xh"]:
    """`solve_points` on any device; the parameters are the same."""
    shape = inside.shape
    sums, shell, inside = _with_mates(sums, volumes).flatten(0, 2), shell.flatten(), inside.flatten()
    shell, sums = shell[inside], sums[inside]
    weight = torch.zeros(len(sums), volumes, volumes, device=sums.device)
    row, column = torch.tril_indices(volumes, volumes)
    weight[:, row, column] = sums[:, 2 * volumes : 2 * volumes + len(row)]
    weight[:, column, row] = sums[:, 2 * volumes : 2 * volumes + len(row)]
    diagonal = weight.diagonal(dim1=1, dim2=2)
    diagonal += ridge.to(diagonal)[:, shell].T * _shell_mean(diagonal, shell) + _LEAST
    right = torch.stack([sums[:, :volumes], sums[:, volumes : 2 * volumes]], -1)
    solved = torch.linalg.solve(weight, right)
    out = torch.zeros(volumes, len(inside), dtype=torch.complex64, device=sums.device)
    out[:, inside] = torch.complex(solved[..., 0], solved[..., 1]).T.contiguous()
    return out.reshape(volumes, *shape)


def by_kernel(
    sums: Float[Tensor, "z y xh w"],
    volumes: int,
    ridge: Float[Tensor, "c s"],
    shell: Int[Tensor, "z y xh"],
    inside: Bool[Tensor, "z y xh"],
) -> Complex[Tensor, "c z y xh"]:
    """`solve_points` on the CPU; the parameters are the same."""
    from cryo_core.heterogeneity.linear import kernels_sums

    out = torch.zeros(volumes, *inside.shape, dtype=torch.complex64)
    where = torch.where(inside, shell, -1).to(torch.int32).numpy()
    kernels_sums.solve(sums.numpy(), volumes, ridge.double().numpy(), where, _LEAST, out.numpy())
    return out


def _with_mates(sums: Float[Tensor, "z y xh w"], volumes: int) -> Float[Tensor, "z y xh w"]:
    """Add to each point of the plane x = 0 what its Friedel mate has received."""
    out = sums.clone()
    mates = sums[1:, 1:, 0].flip(0, 1)
    sign = torch.ones(sums.shape[-1], device=sums.device)
    sign[volumes : 2 * volumes] = -1.0
    out[1:, 1:, 0] += mates * sign
    return out


def _shell_mean(values: Float[Tensor, "m c"], shell: Int[Tensor, " m"]) -> Float[Tensor, "m c"]:
    count = int(shell.max()) + 1
    total = torch.zeros(count, values.shape[1], dtype=torch.float64, device=values.device)
    total.index_add_(0, shell, values.double())
    mean = total / torch.bincount(shell, minlength=count).clamp(min=1)[:, None]
    return mean[shell].to(values.dtype)
