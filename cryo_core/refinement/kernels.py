"""Images against slices on the CPU, compiled by numba the first time and kept on disk.

Importing this module loads numba: import it only where a kernel is about to run. Kernels free the GIL and work on
the images first … last − 1 alone, so that no sum depends on the number of threads. `grid` is flat and interleaves real
and imaginary parts of a padded half spectrum of `height` × `height` × `width` points (z, y, x), zero frequency at
(`middle`, `middle`, 0); `step` is the length of an image's pixel on it. `data` interleaves too.
"""

import math
from typing import no_type_check

import numpy as np
from numba import njit, uintp

_FAST = {"contract", "reassoc", "nsz", "arcp"}
_compiled = njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")

_1, _2, _3 = (np.uintp(n) for n in (1, 2, 3))


@_compiled
@no_type_check
def _wave(turns, reach, out):
    """Write exp(−2πi · turns · k) for k from −reach to reach."""
    for k in range(2 * reach + 1):
        angle = -2.0 * math.pi * turns * (k - reach)
        out[k, 0] = math.cos(angle)
        out[k, 1] = math.sin(angle)


@_compiled
@no_type_check
def _value(grid, o, row, plane, fx, fy, fz):
    one = np.float32(1)
    gy, gz = one - fy, one - fz
    w0, w1, w2, w3 = gz * gy, gz * fy, fz * gy, fz * fy
    b, c = o + row, o + plane
    d = c + row
    a0 = w0 * grid[o] + w1 * grid[b] + w2 * grid[c] + w3 * grid[d]
    a1 = w0 * grid[o + _1] + w1 * grid[b + _1] + w2 * grid[c + _1] + w3 * grid[d + _1]
    a2 = w0 * grid[o + _2] + w1 * grid[b + _2] + w2 * grid[c + _2] + w3 * grid[d + _2]
    a3 = w0 * grid[o + _3] + w1 * grid[b + _3] + w2 * grid[c + _3] + w3 * grid[d + _3]
    return a0 + fx * (a2 - a0), a1 + fx * (a3 - a1)


@_compiled
@no_type_check
def _value_and_slope(grid, o, row, plane, fx, fy, fz):
    """One part's trilinear value and its derivatives along x, y and z."""
    one = np.float32(1)
    gx, gy, gz = one - fx, one - fy, one - fz
    b, c = o + row, o + plane
    d = c + row
    p0, p1, p2, p3 = grid[o], grid[b], grid[c], grid[d]
    q0, q1, q2, q3 = grid[o + _2], grid[b + _2], grid[c + _2], grid[d + _2]
    v0, v1, v2, v3 = gx * p0 + fx * q0, gx * p1 + fx * q1, gx * p2 + fx * q2, gx * p3 + fx * q3
    along_x = gz * (gy * (q0 - p0) + fy * (q1 - p1)) + fz * (gy * (q2 - p2) + fy * (q3 - p3))
    low, high = gy * v0 + fy * v1, gy * v2 + fy * v3
    return gz * low + fz * high, along_x, gz * (v1 - v0) + fz * (v3 - v2), high - low


@_compiled
@no_type_check
def _centre(data, i, x, y, wx, wy, reach, out):
    """Write the image moved by +shift: `data` · exp(−2πi k·shift)."""
    count = len(x)
    for p in range(count):
        u, v = int(x[p]) + reach, int(y[p]) + reach
        re = wx[u, 0] * wy[v, 0] - wx[u, 1] * wy[v, 1]
        im = wx[u, 0] * wy[v, 1] + wx[u, 1] * wy[v, 0]
        a, b = data[i, 2 * p], data[i, 2 * p + 1]
        out[p] = a * re - b * im
        out[count + p] = a * im + b * re


@_compiled
@no_type_check
def _places(r, x, y, step, middle, height, width, cell, f):
    """Write where pixels lie: `cell`, flat; `f`, place within it along x, y, z, and the sign (−1 for a mate)."""
    ax, ay, az = r[0, 0] * step, r[0, 1] * step, r[0, 2] * step
    bx, by, bz = r[1, 0] * step, r[1, 1] * step, r[1, 2] * step
    for p in range(len(x)):
        sx, sy, sz = ax * x[p] + bx * y[p], ay * x[p] + by * y[p], az * x[p] + bz * y[p]
        s = np.float32(-1) if sx < 0 else np.float32(1)
        sx, sy, sz = s * sx, s * sy + middle, s * sz + middle
        ix, iy, iz = np.int32(sx), np.int32(sy), np.int32(sz)
        cell[p] = np.int32(2) * ((iz * height + iy) * width + ix)
        f[0, p], f[1, p], f[2, p], f[3, p] = sx - ix, sy - iy, sz - iz, s


@_compiled
@no_type_check
def _slices(transfer, grid, height, width, cell, f, b):
    """Write the slices' real parts, then the imaginary ones."""
    count = len(transfer)
    row, plane = uintp(2 * width), uintp(2 * width * height)
    re, im, fx, fy, fz, sign = b[0, :count], b[0, count:], f[0], f[1], f[2], f[3]
    for p in range(count):
        re[p], im[p] = _value(grid, uintp(cell[p]), row, plane, fx[p], fy[p], fz[p])
    for p in range(count):
        re[p] *= transfer[p]
        im[p] *= transfer[p] * sign[p]


@_compiled
@no_type_check
def _columns(r, transfer, slope, x, y, step, turn, grid, height, width, cell, f, g, b):
    """Write p and its derivatives: shift x, y (Å; `turn` is 2π / box in Å), rotation x, y, z, defocus."""
    count = len(x)
    row, plane = uintp(2 * width), uintp(2 * width * height)
    for p in range(count):
        o, fx, fy, fz = uintp(cell[p]), f[0, p], f[1, p], f[2, p]
        b[0, p], g[0, p], g[1, p], g[2, p] = _value_and_slope(grid, o, row, plane, fx, fy, fz)
        b[0, count + p], g[3, p], g[4, p], g[5, p] = _value_and_slope(grid, o + _1, row, plane, fx, fy, fz)
    sign, re, im = f[3], b[0, :count], b[0, count:]
    for p in range(count):
        im[p] *= sign[p]
    if len(b) == 7:
        _times(re, slope, b[6, :count])
        _times(im, slope, b[6, count:])
    _times(re, transfer, re)
    _times(im, transfer, im)
    _by_shift(turn, x, re, im, b[1, :count], b[1, count:])
    _by_shift(turn, y, re, im, b[2, :count], b[2, count:])
    for j in range(3):
        _times(g[j], sign, g[j])
    for part in range(2):
        _by_turn(
            r, transfer, x, y, step, g[3 * part : 3 * part + 3], b[3:6, part * count : (part + 1) * count]
        )


@_compiled
@no_type_check
def _times(a, b, out):
    for p in range(len(a)):
        out[p] = a[p] * b[p]


@_compiled
@no_type_check
def _by_shift(turn, k, re, im, out_re, out_im):
    """Write 2πi k p / box."""
    for p in range(len(k)):
        out_re[p] = -turn * k[p] * im[p]
    for p in range(len(k)):
        out_im[p] = turn * k[p] * re[p]


@_compiled
@no_type_check
def _by_turn(r, transfer, x, y, step, g, out):
    """Write the derivatives to turns of the image about its x, y and z from those along the volume's axes."""
    for j in range(3):
        a, b, c, along = step * r[j, 0], step * r[j, 1], step * r[j, 2], out[j]
        for p in range(len(x)):
            along[p] = transfer[p] * (a * g[0, p] + b * g[1, p] + c * g[2, p])
    for p in range(len(x)):
        u, v, w = out[0, p], out[1, p], out[2, p]
        out[0, p], out[1, p], out[2, p] = -y[p] * w, x[p] * w, y[p] * u - x[p] * v


@_compiled
@no_type_check
def normal(
    data,
    transfer,
    slope,
    rotation,
    shift,
    x,
    y,
    step,
    turn,
    grid,
    height,
    width,
    linear,
    product,
    first,
    last,
):
    """Each image's products with its columns B: `linear` = B · x, `product` = B · Bᵀ.

    One column is the slice p alone; six add the derivatives to shift and rotation, seven that to the defocus.

    Parameters
    ----------
    data, transfer, slope
        (n, 2 p), whitened images, real and imaginary in turn; (n, p), transfer function and its slope.
    rotation, shift, x, y
        (n, 3, 3) and (n, 2), shifts in boxes; (p,), the band's coefficients.
    step, turn, grid, height, width
        Padding, 2π / box in 1/Å, the reference's spectrum, flat, and its last two edges.
    linear, product, first, last
        (n, c) and (n, c, c), written for the images from `first` to `last` − 1.
    """
    columns, count, reach = linear.shape[1], len(x), int(max(-y.min(), y.max(), x.max()))
    middle = np.float32((height - 1) // 2)
    b, d = np.empty((columns, 2 * count), np.float32), np.empty(2 * count, np.float32)
    cell, f, g = np.empty(count, np.int32), np.empty((4, count), np.float32), np.empty((6, count), np.float32)
    wx, wy = np.empty((2 * reach + 1, 2), np.float32), np.empty((2 * reach + 1, 2), np.float32)
    for i in range(first, last):
        _wave(shift[i, 0], reach, wx)
        _wave(shift[i, 1], reach, wy)
        _centre(data, i, x, y, wx, wy, reach, d)
        r = rotation[i]
        _places(r, x, y, step, middle, height, width, cell, f)
        if columns == 1:
            _slices(transfer[i], grid, height, width, cell, f, b)
        else:
            of_image = slope[i] if columns == 7 else transfer[i]
            _columns(r, transfer[i], of_image, x, y, step, turn, grid, height, width, cell, f, g, b)
        for j in range(columns):
            total = np.float32(0)
            for p in range(2 * count):
                total += b[j, p] * d[p]
            linear[i, j] = total
            for k in range(j + 1):
                total = np.float32(0)
                for p in range(2 * count):
                    total += b[j, p] * b[k, p]
                product[i, j, k] = total
                product[i, k, j] = total


@_compiled
@no_type_check
def shells(data, transfer, rotation, shift, x, y, shell, step, grid, height, width, sums, first, last):
    """Add up Re x·conj(p), |x|² and |p|² of each image's shells.

    Parameters
    ----------
    data, transfer
        (n, 2 p) and (n, p), whitened images and their transfer functions.
    rotation, shift
        (n, 3, 3) and (n, 2), shifts in boxes.
    x, y, shell
        (p,), the band's coefficients and their shells.
    step
        Padding of the grid.
    grid, height, width
        The reference's padded spectrum, flat, and its last two edges.
    sums
        (n, s, 3), added to for the images from `first` to `last` − 1.
    first, last
        Images to compute.
    """
    count, reach = len(x), int(max(-y.min(), y.max(), x.max()))
    middle = np.float32((height - 1) // 2)
    b, d = np.empty((1, 2 * count), np.float32), np.empty(2 * count, np.float32)
    cell, f = np.empty(count, np.int32), np.empty((4, count), np.float32)
    wx, wy = np.empty((2 * reach + 1, 2), np.float32), np.empty((2 * reach + 1, 2), np.float32)
    for i in range(first, last):
        _wave(shift[i, 0], reach, wx)
        _wave(shift[i, 1], reach, wy)
        _centre(data, i, x, y, wx, wy, reach, d)
        _places(rotation[i], x, y, step, middle, height, width, cell, f)
        _slices(transfer[i], grid, height, width, cell, f, b)
        for p in range(count):
            s = shell[p]
            re, im, a, c = d[p], d[count + p], b[0, p], b[0, count + p]
            sums[i, s, 0] += re * a + im * c
            sums[i, s, 1] += re * re + im * im
            sums[i, s, 2] += a * a + c * c
