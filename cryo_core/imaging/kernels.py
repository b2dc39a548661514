"""Slicing and inserting on the CPU, compiled by numba the first time and kept on disk.

Importing this module loads numba: import it only where a kernel is about to run. A kernel works on the part
of the grid between the planes `z0` and `z1` (or on a range of images), frees the GIL, and writes to nothing
another part writes to. So threads need no atomics and no locks, a part fits a core's cache, and every sum
is taken in the order of the images, whatever the threads, the parts and the batches.

All arrays but `rotation` and `sums` are flat. A grid has `height` × `height` × `width` points (z, y, x), its
zero frequency at (`middle`, `middle`, `margin`), and interleaves its numbers: 2 (real, imaginary) or 3 (and a
weight). `margin` is 0 for trilinear and 1 for cubic B-spline interpolation; `step` the length of an image's
pixel on the grid, its padding. `line` holds the coordinates −box // 2 … box // 2 and `unit` the numbers 1, 1/2,
2/3, 1/6, both in the type of the computation. `reach` is the last x within Nyquist's radius of each row y, or
−1; `start` counts such pixels before each row, of `pixels` an image.
"""

import math
from typing import no_type_check

import numpy as np
from numba import njit, uintp

_FAST = {"contract", "reassoc", "nsz", "arcp"}
_compiled = njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")

_0, _1, _2, _3, _4, _5, _6, _7 = (np.uintp(n) for n in range(8))


@_compiled
@no_type_check
def _clip(slope, offset, low, high, first, last):
    """Narrow first … last to a superset of the whole x with low <= slope · x + offset < high."""
    if slope > 1e-6:
        first = max(first, int(math.floor(max((low - offset) / slope, -1.0))))
        last = min(last, int(math.ceil(min((high - offset) / slope, 1e6))))
    elif slope < -1e-6:
        first = max(first, int(math.floor(max((high - offset) / slope, -1.0))))
        last = min(last, int(math.ceil(min((low - offset) / slope, 1e6))))
    elif offset < low - 1 or offset > high + 1:
        last = first - 1
    return first, last


@_compiled
@no_type_check
def _span(ax, cx, az, cz, z0, z1, end):
    """Give the range of a row's x that may lie at x >= 0 of the grid and have floor(z) in z0 … z1 − 1."""
    far = cz + az * end
    if (cz < z0 - 1 and far < z0 - 1) or (cz > z1 + 1 and far > z1 + 1) or (cx < -1 and cx + ax * end < -1):
        return 0, -1
    first, last = _clip(ax, cx, -0.01, 1e6, 0, end)
    return _clip(az, cz, z0 - 0.01, z1 + 0.01, first, last)


@_compiled
@no_type_check
def _bspline(t, unit):
    """Give the cubic B-spline's weights of the points −1, 0, 1, 2 for a place t in 0 … 1."""
    s = unit[0] - t
    t2, s2 = t * t, s * s
    return (
        s2 * s * unit[3],
        unit[2] - t2 * (unit[0] - t * unit[1]),
        unit[2] - s2 * (unit[0] - s * unit[1]),
        t2 * t * unit[3],
    )


@_compiled
@no_type_check
def _bspline_slope(t, unit):
    """Give the derivatives of `_bspline`'s weights."""
    s = unit[0] - t
    third, two = unit[0] + unit[1], unit[0] + unit[0]
    return -s * s * unit[1], t * (third * t - two), s * (two - third * s), t * t * unit[1]


@_compiled
@no_type_check
def _line4(grid, at, k, a0, a1, a2, a3, a4, a5, a6, a7):
    """Add k times four complex numbers that lie side by side."""
    return (
        a0 + k * grid[at],
        a1 + k * grid[at + _1],
        a2 + k * grid[at + _2],
        a3 + k * grid[at + _3],
        a4 + k * grid[at + _4],
        a5 + k * grid[at + _5],
        a6 + k * grid[at + _6],
        a7 + k * grid[at + _7],
    )


@_compiled
@no_type_check
def _plane4(grid, at, row, w, unit):
    """Sum four lines of four with the weights w."""
    zero = unit[0] - unit[0]
    a = (zero, zero, zero, zero, zero, zero, zero, zero)
    a = _line4(grid, at, w[0], *a)
    a = _line4(grid, at + row, w[1], *a)
    a = _line4(grid, at + row + row, w[2], *a)
    return _line4(grid, at + row + row + row, w[3], *a)


@_compiled
@no_type_check
def _join(a, w):
    """Sum four complex numbers with the weights w."""
    real = a[0] * w[0] + a[2] * w[1] + a[4] * w[2] + a[6] * w[3]
    return real, a[1] * w[0] + a[3] * w[1] + a[5] * w[2] + a[7] * w[3]


@_compiled
@no_type_check
def _read_linear(grid, at, row, plane, fx, fy, fz, unit):
    gy, gz = unit[0] - fy, unit[0] - fz
    w0, w1, w2, w3 = gz * gy, gz * fy, fz * gy, fz * fy
    b, c = at + row, at + plane
    d = c + row
    a0 = w0 * grid[at] + w1 * grid[b] + w2 * grid[c] + w3 * grid[d]
    a1 = w0 * grid[at + _1] + w1 * grid[b + _1] + w2 * grid[c + _1] + w3 * grid[d + _1]
    a2 = w0 * grid[at + _2] + w1 * grid[b + _2] + w2 * grid[c + _2] + w3 * grid[d + _2]
    a3 = w0 * grid[at + _3] + w1 * grid[b + _3] + w2 * grid[c + _3] + w3 * grid[d + _3]
    return a0 + fx * (a2 - a0), a1 + fx * (a3 - a1)


@_compiled
@no_type_check
def _read_cubic(grid, at, row, plane, fx, fy, fz, unit):
    x, y, z = _bspline(fx, unit), _bspline(fy, unit), _bspline(fz, unit)
    real = imaginary = unit[0] - unit[0]
    for k in range(4):
        re, im = _join(_plane4(grid, at + uintp(k) * plane, row, y, unit), x)
        real += z[k] * re
        imaginary += z[k] * im
    return real, imaginary


@_compiled
@no_type_check
def _slope_linear(grid, at, row, plane, fx, fy, fz, re, im, unit):
    """Give the derivatives along x, y and z of re · real + im · imaginary."""
    gx, gy, gz = unit[0] - fx, unit[0] - fy, unit[0] - fz
    b, c = at + row, at + plane
    d = c + row
    p0, q0 = re * grid[at] + im * grid[at + _1], re * grid[at + _2] + im * grid[at + _3]
    p1, q1 = re * grid[b] + im * grid[b + _1], re * grid[b + _2] + im * grid[b + _3]
    p2, q2 = re * grid[c] + im * grid[c + _1], re * grid[c + _2] + im * grid[c + _3]
    p3, q3 = re * grid[d] + im * grid[d + _1], re * grid[d + _2] + im * grid[d + _3]
    v0, v1, v2, v3 = gx * p0 + fx * q0, gx * p1 + fx * q1, gx * p2 + fx * q2, gx * p3 + fx * q3
    along_x = gz * (gy * (q0 - p0) + fy * (q1 - p1)) + fz * (gy * (q2 - p2) + fy * (q3 - p3))
    return along_x, gz * (v1 - v0) + fz * (v3 - v2), gy * (v2 - v0) + fy * (v3 - v1)


@_compiled
@no_type_check
def _slope_cubic(grid, at, row, plane, fx, fy, fz, re, im, unit):
    """Give the derivatives along x, y and z of re · real + im · imaginary."""
    x, y, z = _bspline(fx, unit), _bspline(fy, unit), _bspline(fz, unit)
    dx, dy, dz = _bspline_slope(fx, unit), _bspline_slope(fy, unit), _bspline_slope(fz, unit)
    along_x = along_y = along_z = unit[0] - unit[0]
    for k in range(4):
        flat = _plane4(grid, at + uintp(k) * plane, row, y, unit)
        tilted = _plane4(grid, at + uintp(k) * plane, row, dy, unit)
        real, imaginary = _join(flat, x)
        along_z += dz[k] * (re * real + im * imaginary)
        real, imaginary = _join(flat, dx)
        along_x += z[k] * (re * real + im * imaginary)
        real, imaginary = _join(tilted, x)
        along_y += z[k] * (re * real + im * imaginary)
    return along_x, along_y, along_z


@_compiled
@no_type_check
def extract(grid, height, width, middle, margin, rotation, step, line, unit, reach, out, z0, z1):
    """Read the slices at points with floor(z) in z0 … z1 − 1 into half spectra; other pixels stay."""
    box, half = reach.size, reach.size // 2
    row, plane = uintp(2 * width), uintp(2 * width * height)
    centre = line[half] + middle * unit[0]
    for i in range(len(rotation)):
        ax, ay, az = rotation[i, 0, 0] * step, rotation[i, 0, 1] * step, rotation[i, 0, 2] * step
        bx, by, bz = rotation[i, 1, 0] * step, rotation[i, 1, 1] * step, rotation[i, 1, 2] * step
        for j in range(box):
            end = reach[j]
            y = line[j]
            at = (i * box + j) * (half + 1) * 2
            for turn in range(2 if end >= 0 else 0):
                s = unit[0] if turn == 0 else -unit[0]
                px, py, pz = s * ax, s * ay, s * az
                cx, cy, cz = s * (y * bx), s * (y * by) + centre, s * (y * bz) + centre
                first, last = _span(px, cx, pz, cz, z0, z1, end)
                for x in range(first, last + 1):
                    f = line[half + x]
                    x_, z_ = f * px + cx, f * pz + cz
                    iz = int(z_)
                    if x_ < 0 or (turn == 1 and x_ == 0) or iz < z0 or iz >= z1:
                        continue
                    y_ = f * py + cy
                    fx, fy, fz = x_ - np.floor(x_), y_ - np.floor(y_), z_ - np.floor(z_)
                    o = uintp(iz - margin) * plane + uintp(int(y_) - margin) * row + uintp(2 * int(x_))
                    if margin == 0:
                        re, im = _read_linear(grid, o, row, plane, fx, fy, fz, unit)
                    else:
                        re, im = _read_cubic(grid, o, row, plane, fx, fy, fz, unit)
                    out[at + 2 * x] = re
                    out[at + 2 * x + 1] = s * im


@_compiled
@no_type_check
def slope(grid, height, width, middle, margin, rotation, step, line, unit, reach, given, sums, z0, z1):
    """Add to sums[i] the derivatives of Σ given · slice to the first two rows of image i's rotation."""
    box, half = reach.size, reach.size // 2
    row, plane = uintp(2 * width), uintp(2 * width * height)
    centre = line[half] + middle * unit[0]
    for i in range(len(rotation)):
        ax, ay, az = rotation[i, 0, 0] * step, rotation[i, 0, 1] * step, rotation[i, 0, 2] * step
        bx, by, bz = rotation[i, 1, 0] * step, rotation[i, 1, 1] * step, rotation[i, 1, 2] * step
        for j in range(box):
            end = reach[j]
            y = line[j]
            at = (i * box + j) * (half + 1) * 2
            for turn in range(2 if end >= 0 else 0):
                s = unit[0] if turn == 0 else -unit[0]
                px, py, pz = s * ax, s * ay, s * az
                cx, cy, cz = s * (y * bx), s * (y * by) + centre, s * (y * bz) + centre
                first, last = _span(px, cx, pz, cz, z0, z1, end)
                u0 = u1 = u2 = t0 = t1 = t2 = unit[0] - unit[0]
                for x in range(first, last + 1):
                    f = line[half + x]
                    x_, z_ = f * px + cx, f * pz + cz
                    iz = int(z_)
                    if x_ < 0 or (turn == 1 and x_ == 0) or iz < z0 or iz >= z1:
                        continue
                    y_ = f * py + cy
                    fx, fy, fz = x_ - np.floor(x_), y_ - np.floor(y_), z_ - np.floor(z_)
                    o = uintp(iz - margin) * plane + uintp(int(y_) - margin) * row + uintp(2 * int(x_))
                    re, im = s * given[at + 2 * x], given[at + 2 * x + 1]
                    if margin == 0:
                        gx, gy, gz = _slope_linear(grid, o, row, plane, fx, fy, fz, re, im, unit)
                    else:
                        gx, gy, gz = _slope_cubic(grid, o, row, plane, fx, fy, fz, re, im, unit)
                    u0, u1, u2 = u0 + f * gx, u1 + f * gy, u2 + f * gz
                    t0, t1, t2 = t0 + gx, t1 + gy, t2 + gz
                sums[i, 0, 0] += u0 * step
                sums[i, 0, 1] += u1 * step
                sums[i, 0, 2] += u2 * step
                sums[i, 1, 0] += y * t0 * step
                sums[i, 1, 1] += y * t1 * step
                sums[i, 1, 2] += y * t2 * step


@_compiled
@no_type_check
def _add2(grid, o, k, r0, i0, r1, i1):
    a, b, c, d = grid[o] + k * r0, grid[o + _1] + k * i0, grid[o + _2] + k * r1, grid[o + _3] + k * i1
    grid[o], grid[o + _1], grid[o + _2], grid[o + _3] = a, b, c, d


@_compiled
@no_type_check
def _add3(grid, o, k, r0, i0, q0, r1, i1, q1):
    a, b, c = grid[o] + k * r0, grid[o + _1] + k * i0, grid[o + _2] + k * q0
    d, e, f = grid[o + _3] + k * r1, grid[o + _4] + k * i1, grid[o + _5] + k * q1
    grid[o], grid[o + _1], grid[o + _2], grid[o + _3], grid[o + _4], grid[o + _5] = a, b, c, d, e, f


@_compiled
@no_type_check
def _add_cubic(grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit):
    wx, wy, wz = _bspline(fx, unit), _bspline(fy, unit), _bspline(fz, unit)
    for k in range(max(iz, z0), min(iz + 4, z1)):
        for m in range(4):
            w = wz[k - iz] * wy[m]
            p = o + uintp(k) * plane + uintp(m) * row
            for n in range(4):
                grid[p] += w * wx[n] * re
                grid[p + _1] += w * wx[n] * im
                if numbers == 3:
                    grid[p + _2] += w * wx[n] * weight
                p += uintp(numbers)


@_compiled
@no_type_check
def _add_linear(grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit):
    gx, gy = unit[0] - fx, unit[0] - fy
    r0, i0, q0, r1, i1, q1 = re * gx, im * gx, weight * gx, re * fx, im * fx, weight * fx
    for k in range(max(iz, z0), min(iz + 2, z1)):
        w = fz if k > iz else unit[0] - fz
        p = o + uintp(k) * plane
        if numbers == 3:
            _add3(grid, p, w * gy, r0, i0, q0, r1, i1, q1)
            _add3(grid, p + row, w * fy, r0, i0, q0, r1, i1, q1)
        else:
            _add2(grid, p, w * gy, r0, i0, r1, i1)
            _add2(grid, p + row, w * fy, r0, i0, r1, i1)


@_compiled
@no_type_check
def scatter(
    grid,
    numbers,
    height,
    width,
    middle,
    margin,
    rotation,
    step,
    line,
    unit,
    reach,
    start,
    values,
    pixels,
    z0,
    z1,
):
    """Add `values` (images × pixels × numbers) into the planes z0 … z1 − 1 of a grid of 2 or 3 numbers."""
    box, half = reach.size, reach.size // 2
    row, plane = uintp(numbers * width), uintp(numbers * width * height)
    centre = line[half] + middle * unit[0]
    low, high = z0 - 1 - margin, z1 + margin
    for i in range(len(rotation)):
        ax, ay, az = rotation[i, 0, 0] * step, rotation[i, 0, 1] * step, rotation[i, 0, 2] * step
        bx, by, bz = rotation[i, 1, 0] * step, rotation[i, 1, 1] * step, rotation[i, 1, 2] * step
        for j in range(box):
            end = reach[j]
            y = line[j]
            at = (i * pixels + start[j]) * numbers
            for turn in range(2 if end >= 0 else 0):
                s = unit[0] if turn == 0 else -unit[0]
                px, py, pz = s * ax, s * ay, s * az
                cx, cy, cz = s * (y * bx), s * (y * by) + centre, s * (y * bz) + centre
                first, last = _span(px, cx, pz, cz, low, high, end)
                for x in range(first, last + 1):
                    f = line[half + x]
                    x_, z_ = f * px + cx, f * pz + cz
                    iz = int(z_)
                    if x_ < 0 or (turn == 1 and x_ == 0) or iz < low or iz >= high:
                        continue
                    y_ = f * py + cy
                    fx, fy, fz = x_ - np.floor(x_), y_ - np.floor(y_), z_ - np.floor(z_)
                    v = uintp(at + numbers * x)
                    re, im = values[v], s * values[v + _1]
                    weight = values[v + _2] if numbers == 3 else re
                    iz -= margin
                    o = uintp(int(y_) - margin) * row + uintp(numbers * int(x_))
                    if margin == 0:
                        _add_linear(
                            grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit
                        )
                    else:
                        _add_cubic(grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit)


@_compiled
@no_type_check
def _transfer(factors, i, fy, frequency, count, out):
    """Write sin(γ) along a row, to 1e-7: Taylor's series to the 17th power over half a turn.

    A plain loop over numbers side by side, so that it runs in vector instructions.
    """
    a, b, c, d, e = factors[i, 0], factors[i, 1], factors[i, 2], factors[i, 3], factors[i, 4]
    for x in range(count):
        fx = x * frequency
        s2 = fx * fx + fy * fy
        turns = s2 * (a + d * s2) + (b * (fx * fx - fy * fy) + (e + c * (2.0 * fx * fy)))
        r = turns - np.floor(turns + 0.5)
        u = 2 * math.pi * r
        v = u * u
        series = 1 / 6227020800 + v * (-1 / 1307674368000 + v * (1 / 355687428096000))
        series = 1 / 362880 + v * (-1 / 39916800 + v * series)
        series = 1 / 120 + v * (-1 / 5040 + v * series)
        out[x] = u * (1.0 + v * (-1 / 6 + v * series))


@_compiled
@no_type_check
def _wave(turns, line, first, out):
    """Write exp(2πi · turns · k) for the coordinates k of `line` from `first` on."""
    for k in range(len(line) - first):
        angle = 2 * math.pi * (turns * line[first + k])
        out[k, 0] = math.cos(angle)
        out[k, 1] = math.sin(angle)


@_compiled
@no_type_check
def weigh(
    spectra, order, factors, place, decay, weight, line, reach, start, pixels, frequency, values, first, last
):
    """Turn images' raw spectra into what `scatter` adds: w · CTF · F centred, and w · CTF², of each pixel.

    Of image order[n] of `spectra` (unshifted half spectra) for n in first … last − 1. In float64: `factors`, γ's
    in turns of s², fx² − fy², 2 fx fy, s⁴ and 1 (`ctf`); `place`, where the particle lies from pixel [0, 0], in
    boxes; `decay`, the B factors of the CTF and of the weight. `frequency` is that of the first pixel. Pixels at
    kx = 0, which stand for half a pixel each, get half the weight.
    """
    box, half = reach.size, reach.size // 2
    ctf = np.empty(half + 1, values.dtype)
    wx, wy = np.empty((half + 1, 2), values.dtype), np.empty((len(line), 2), values.dtype)
    for n in range(first, last):
        damp, down = -0.25 * decay[n, 0], -0.25 * decay[n, 1]
        _wave(place[n, 0], line, half, wx)
        _wave(place[n, 1], line, 0, wy)
        whole = values.dtype.type(weight[n])
        for j in range(box):
            count = reach[j] + 1
            fy = (j - half) * frequency
            at = uintp((order[n] * box + (j + box - half) % box) * (half + 1) * 2)
            to = uintp((n * pixels + start[j]) * 3)
            yr, yi = wy[j, 0], wy[j, 1]
            _transfer(factors, n, fy, frequency, count, ctf)
            if damp != 0.0:
                for x in range(count):
                    ctf[x] *= math.exp(damp * ((x * frequency) ** 2 + fy * fy))
            for x in range(count):
                v, u = to + uintp(3 * x), at + uintp(2 * x)
                w = whole * ctf[x]
                if down != 0.0:
                    w *= values.dtype.type(math.exp(down * ((x * frequency) ** 2 + fy * fy)))
                pr, pi = yr * wx[x, 0] - yi * wx[x, 1], yr * wx[x, 1] + yi * wx[x, 0]
                re, im = spectra[u], spectra[u + _1]
                values[v] = w * (re * pr - im * pi)
                values[v + _1] = w * (re * pi + im * pr)
                values[v + _2] = w * ctf[x]
            for k in range(3 if count else 0):
                values[to + uintp(k)] *= values.dtype.type(0.5)
