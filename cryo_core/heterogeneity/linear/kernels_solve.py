"""Normal equations at the points of a grid on the CPU, compiled by numba the first time and kept on disk."""

from typing import no_type_check

import numpy as np
from numba import njit

_compiled = njit(cache=True, nogil=True, fastmath={"contract", "reassoc", "nsz", "arcp"}, error_model="numpy")


@_compiled
@no_type_check
def _numbers(sums, z, y, x, volumes, out):
    """Write what a point received; on the plane x = 0, with what its Friedel mate did (imaginary parts turned)."""
    for n in range(len(out)):
        out[n] = sums[z, y, x, n]
    if x == 0 and z > 0 and y > 0:
        mate = sums[sums.shape[0] - z, sums.shape[1] - y, 0]
        for n in range(len(out)):
            out[n] += -mate[n] if volumes <= n < 2 * volumes else mate[n]


@_compiled
@no_type_check
def _solve_one(weight, right):
    """Solve a symmetric system by LDLᵀ, of the lower triangle `weight`, in place in `right` (c, 2)."""
    count = len(right)
    for j in range(count):
        for k in range(j):
            scaled = weight[j, k] / weight[k, k]
            for i in range(j, count):
                weight[i, j] -= scaled * weight[i, k]
    for j in range(count):
        for i in range(j + 1, count):
            for part in range(2):
                right[i, part] -= weight[i, j] / weight[j, j] * right[j, part]
    for j in range(count - 1, -1, -1):
        for part in range(2):
            total = right[j, part]
            for i in range(j + 1, count):
                total -= weight[i, j] * right[i, part]
            right[j, part] = total / weight[j, j]


@_compiled
@no_type_check
def solve(sums, volumes, ridge, shell, least, out):
    """Write V of (W + ridge · shell mean + least) V = D at each point whose shell is not negative.

    Parameters
    ----------
    sums : (z, y, x, w)
        D (real, imaginary), then the lower triangle of W, row after row.
    volumes : int
        How many volumes, c.
    ridge : (c, s)
        Share of the shell's mean weight.
    shell : (z, y, x)
        Shell of each point; below 0 it is not solved.
    least : float
        Added to the diagonal of W.
    out : (c, z, y, x)
        Written.
    """
    numbers = np.empty(2 * volumes + volumes * (volumes + 1) // 2)
    mean, count = np.zeros((ridge.shape[1], volumes)), np.zeros(ridge.shape[1])
    for z, y, x in np.ndindex(shell.shape):
        s = shell[z, y, x]
        if s < 0:
            continue
        _numbers(sums, z, y, x, volumes, numbers)
        count[s] += 1.0
        for c in range(volumes):
            mean[s, c] += numbers[2 * volumes + c * (c + 1) // 2 + c]
    weight, right = np.zeros((volumes, volumes)), np.empty((volumes, 2))
    for z, y, x in np.ndindex(shell.shape):
        s = shell[z, y, x]
        if s < 0:
            continue
        _numbers(sums, z, y, x, volumes, numbers)
        at = 2 * volumes
        for c in range(volumes):
            right[c, 0], right[c, 1] = numbers[c], numbers[volumes + c]
            for d in range(c + 1):
                weight[c, d] = numbers[at]
                at += 1
            weight[c, c] += ridge[c, s] * mean[s, c] / count[s] + least
        _solve_one(weight, right)
        for c in range(volumes):
            out[c, z, y, x] = right[c, 0] + 1j * right[c, 1]
