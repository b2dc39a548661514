"""Sums of the linear model at the points of a grid on the CPU, and the maps they give, compiled by numba.

As in `kernels`; a part of the work has the planes from `z0` to `z1` - 1 of a grid.
"""

from typing import no_type_check

import numpy as np
from numba import njit, uintp

_compiled = njit(cache=True, nogil=True, fastmath={"contract", "reassoc", "nsz", "arcp"}, error_model="numpy")


@_compiled
@no_type_check
def _add(sums, at, weight, pair, length):
    for k in range(length):
        sums[at + uintp(k)] += weight * pair[uintp(k)]


@_compiled
@no_type_check
def insert(data, transfer, rotation, x, y, step, size, first_moment, second_moment, sums, width, z0, z1):
    """Add images into the planes from `z0` to `z1` - 1 of the flat `sums`.

    Rows of `width` hold C + C + Q numbers. Added are transfer · data (real, then imaginary parts) times the C
    numbers `first_moment` of the image, and transfer² times the Q numbers `second_moment`.
    """
    volumes, squares = first_moment.shape[1], second_moment.shape[1]
    middle, row = size // 2, size // 2 + 1
    plane = size * row
    next_row, next_plane = uintp(row * width), uintp(plane * width)
    pair = np.zeros(2 * width, np.float32)
    one = np.float32(1)
    for i in range(len(data)):
        r = rotation[i]
        for p in range(len(x)):
            px, py = x[p] * step, y[p] * step
            sx, sz, s = r[0, 0] * px + r[1, 0] * py, r[0, 2] * px + r[1, 2] * py, one
            if sx < 0:
                s, sx, sz = -one, -sx, -sz
            sz += middle
            iz = int(sz)
            if iz < z0 - 1 or iz >= z1:
                continue
            sy = s * (r[0, 1] * px + r[1, 1] * py) + middle
            ix, iy = int(sx), int(sy)
            fx, fy, fz = np.float32(sx - ix), np.float32(sy - iy), np.float32(sz - iz)
            t = transfer[i, p]
            re, im, square = t * data[i, 0, p], s * t * data[i, 1, p], t * t
            for k in range(2):
                wx = fx if k else one - fx
                at = k * width
                for c in range(volumes):
                    pair[at + c] = wx * first_moment[i, c] * re
                    pair[at + volumes + c] = wx * first_moment[i, c] * im
                for q in range(squares):
                    pair[at + 2 * volumes + q] = wx * second_moment[i, q] * square
            o = uintp((iz * plane + iy * row + ix) * width)
            if iz >= z0:
                _add(sums, o, (one - fz) * (one - fy), pair, 2 * width)
                _add(sums, o + next_row, (one - fz) * fy, pair, 2 * width)
            if iz + 1 < z1:
                _add(sums, o + next_plane, fz * (one - fy), pair, 2 * width)
                _add(sums, o + next_plane + next_row, fz * fy, pair, 2 * width)


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
