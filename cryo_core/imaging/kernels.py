"""Slicing and inserting on the CPU, compiled by numba the first time and kept on disk.

Importing this module loads numba: import it only where a kernel is about to run. numba looks at a function's
own file to tell whether it changed, so that kernels call nothing of other files. A kernel works on the part
of the grid between the planes `z0` and `z1` (or on a range of images), frees the GIL, and writes to nothing
another part writes to. So threads need no atomics and no locks, a part fits a core's cache, and every sum
is taken in the order of the images, whatever the threads, the parts and the batches.

All arrays but `rotation` and `sums` are flat. A grid has `height` × `height` × `width` points (z, y, x), its
zero frequency at (`middle`, `middle`, `margin`), and interleaves its `numbers`: 2 (real, imaginary) or 3 (and a
weight). `margin` is 0 for trilinear and 1 for cubic B-spline interpolation. Both come as tuples of that length,
for which numba compiles a kernel each: one code for all takes half as long again. `step` is the length of an
image's pixel on the grid, its padding. `line` holds the coordinates from −box // 2 to box // 2 and `unit` the numbers
1, 1/2, 2/3, 1/6, both in the type of the computation. `reach` is the last x within Nyquist's radius of each row
y, or −1; `start` counts such pixels before each row, of `pixels` an image.
"""

import math
from typing import Any, no_type_check

import numpy as np
from llvmlite import ir
from numba import njit, types, uintp
from numba.extending import intrinsic

_FAST = {"contract", "reassoc", "nsz", "arcp"}
_compiled = njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")

_0, _1, _2, _3, _4, _5, _6, _7 = (np.uintp(n) for n in range(8))


@_compiled
@no_type_check
def _clip(slope, offset, low, high, first, last):
    """Narrow the range from first to last to a superset of the whole x with low <= slope · x + offset < high."""
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
    """Range of a row's x that may lie at x >= 0 of the grid and have floor(z) from z0 to z1 − 1."""
    far = cz + az * end
    if (cz < z0 - 1 and far < z0 - 1) or (cz > z1 + 1 and far > z1 + 1) or (cx < -1 and cx + ax * end < -1):
        return 0, -1
    first, last = _clip(ax, cx, -0.01, 1e6, 0, end)
    return _clip(az, cz, z0 - 0.01, z1 + 0.01, first, last)


@_compiled
@no_type_check
def _ray(rotation, i, y, turn, step, centre, unit):
    """The line along which the row y of image i is read, of itself or (turn 1) of its mate at −k.

    The sign of the imaginary part, then slope and offset of the grid's x, y and z.
    """
    s = unit[0] if turn == 0 else -unit[0]
    ax, ay, az = rotation[i, 0, 0] * step, rotation[i, 0, 1] * step, rotation[i, 0, 2] * step
    bx, by, bz = rotation[i, 1, 0] * step, rotation[i, 1, 1] * step, rotation[i, 1, 2] * step
    return s, s * ax, s * (y * bx), s * ay, s * (y * by) + centre, s * az, s * (y * bz) + centre


@_compiled
@no_type_check
def _cell(f, ray, turn, low, high, unit):
    """Whether a pixel is in this half space and has floor(z) from low to high − 1; its cell; its place in it.

    `ray`'s offsets are float64 (their centre is), so that a place is exact to the type it is given in.
    """
    kind = unit.dtype.type
    _, px, cx, py, cy, pz, cz = ray
    x, y, z = f * px + cx, f * py + cy, f * pz + cz
    iz = int(z)
    inside = not (x < 0 or (turn == 1 and x == 0) or iz < low or iz >= high)
    return inside, int(x), int(y), iz, kind(x - np.floor(x)), kind(y - np.floor(y)), kind(z - np.floor(z))


@_compiled
@no_type_check
def _bspline(t, unit):
    """Weights of a cubic B-spline at the points −1, 0, 1 and 2, for a place t from 0 to 1."""
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
    """Derivatives of `_bspline`'s weights."""
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
    """Derivatives along x, y and z of re · real + im · imaginary."""
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
    """Derivatives along x, y and z of re · real + im · imaginary."""
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
    """Write slices at the points with floor(z) from z0 to z1 − 1 into half spectra; other pixels stay.

    Parameters
    ----------
    grid, height, width, middle, margin
        The padded spectrum and its layout (see the top of this file).
    rotation
        (n, 3, 3).
    step, line, unit
        Padding, coordinates, and numbers of the grid's type.
    reach
        (box,), last x of each row within Nyquist.
    out
        The n half spectra, flat.
    z0, z1
        Planes to read.
    """
    box, half = reach.size, reach.size // 2
    row, plane = uintp(2 * width), uintp(2 * width * height)
    centre = float(middle)
    for i in range(len(rotation)):
        for j in range(box):
            end = reach[j]
            at = (i * box + j) * (half + 1) * 2
            for turn in range(2 if end >= 0 else 0):
                ray = _ray(rotation, i, line[j], turn, step, centre, unit)
                first, last = _span(ray[1], ray[2], ray[5], ray[6], z0, z1, end)
                for x in range(first, last + 1):
                    inside, ix, iy, iz, fx, fy, fz = _cell(line[half + x], ray, turn, z0, z1, unit)
                    if not inside:
                        continue
                    o = uintp(iz - len(margin)) * plane + uintp(iy - len(margin)) * row + uintp(2 * ix)
                    if len(margin) == 0:
                        re, im = _read_linear(grid, o, row, plane, fx, fy, fz, unit)
                    else:
                        re, im = _read_cubic(grid, o, row, plane, fx, fy, fz, unit)
                    out[at + 2 * x] = re
                    out[at + 2 * x + 1] = ray[0] * im


@_compiled
@no_type_check
def slope(grid, height, width, middle, margin, rotation, step, line, unit, reach, gradient, sums, z0, z1):
    """Add to `sums`[i] the derivatives of Σ gradient · slice to the first two rows of image i's rotation.

    Parameters
    ----------
    grid, height, width, middle, margin
        The padded spectrum and its layout (see the top of this file).
    rotation
        (n, 3, 3).
    step, line, unit
        Padding, coordinates, and numbers of the grid's type.
    reach
        (box,), last x of each row within Nyquist.
    gradient
        Derivative of the loss to each slice, flat.
    sums
        (n, 3, 3), added to.
    z0, z1
        Planes to read.
    """
    box, half = reach.size, reach.size // 2
    row, plane = uintp(2 * width), uintp(2 * width * height)
    centre = float(middle)
    for i in range(len(rotation)):
        for j in range(box):
            end = reach[j]
            y = line[j]
            at = (i * box + j) * (half + 1) * 2
            for turn in range(2 if end >= 0 else 0):
                ray = _ray(rotation, i, y, turn, step, centre, unit)
                first, last = _span(ray[1], ray[2], ray[5], ray[6], z0, z1, end)
                u0 = u1 = u2 = t0 = t1 = t2 = unit[0] - unit[0]
                for x in range(first, last + 1):
                    f = line[half + x]
                    inside, ix, iy, iz, fx, fy, fz = _cell(f, ray, turn, z0, z1, unit)
                    if not inside:
                        continue
                    o = uintp(iz - len(margin)) * plane + uintp(iy - len(margin)) * row + uintp(2 * ix)
                    re, im = ray[0] * gradient[at + 2 * x], gradient[at + 2 * x + 1]
                    if len(margin) == 0:
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


@intrinsic
def _add_run(_: Any, grid: Any, at: Any, scale: Any, run: Any) -> Any:
    """Add scale · run, a tuple, to as many numbers of the grid from `at` on, in vector instructions.

    LLVM does not find them by itself, for numba leaves its pass for straight lines of code off.
    """

    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        element, integer = context.get_value_type(grid.dtype), ir.IntType(32)
        vector = ir.VectorType(element, run.count)

        def wide(values: list[Any]) -> Any:
            out = ir.Constant(vector, ir.Undefined)
            for i, value in enumerate(values):
                out = builder.insert_element(out, value, ir.Constant(integer, i))
            return out

        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.bitcast(builder.gep(array.data, [arguments[1]]), vector.as_pointer())
        values = wide([builder.extract_value(arguments[3], i) for i in range(run.count)])
        size, contract = context.get_abi_sizeof(element), ("contract",)
        added = builder.fmul(wide([arguments[2]] * run.count), values, flags=contract)
        total = builder.fadd(builder.load(place, align=size), added, flags=contract)
        builder.store(total, place, align=size)
        return context.get_dummy_value()

    return types.void(grid, at, scale, run), build


@_compiled
@no_type_check
def _add_cubic(grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit):
    (a, b, c, d), wy, wz = _bspline(fx, unit), _bspline(fy, unit), _bspline(fz, unit)
    two = (a * re, a * im, b * re, b * im, c * re, c * im, d * re, d * im)
    three = (*two[:2], a * weight, *two[2:4], b * weight, *two[4:6], c * weight, *two[6:], d * weight)
    for k in range(max(iz, z0), min(iz + 4, z1)):
        p = o + uintp(k) * plane
        for m in range(4):
            w = wz[k - iz] * wy[m]
            if len(numbers) == 3:
                _add_run(grid, p, w, three)
            else:
                _add_run(grid, p, w, two)
            p += row


@_compiled
@no_type_check
def _add_linear(grid, numbers, o, row, plane, iz, z0, z1, fx, fy, fz, re, im, weight, unit):
    gx, gy = unit[0] - fx, unit[0] - fy
    two = (re * gx, im * gx, re * fx, im * fx)
    three = (re * gx, im * gx, weight * gx, re * fx, im * fx, weight * fx)
    for k in range(max(iz, z0), min(iz + 2, z1)):
        w = fz if k > iz else unit[0] - fz
        p = o + uintp(k) * plane
        if len(numbers) == 3:
            _add_run(grid, p, w * gy, three)
            _add_run(grid, p + row, w * fy, three)
        else:
            _add_run(grid, p, w * gy, two)
            _add_run(grid, p + row, w * fy, two)


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
    """Add `values` (images × pixels × numbers) into the planes from z0 to z1 − 1 of a grid of 2 or 3 numbers.

    Parameters
    ----------
    grid, numbers
        The sums, flat, and a tuple as long as a point has numbers.
    height, width, middle, margin
        Layout of the grid (see the top of this file).
    rotation, step, line, unit
        (n, 3, 3); padding, coordinates, and numbers of the grid's type.
    reach, start
        (box,), last x of each row within Nyquist, and where the row begins in `values`.
    values, pixels
        Numbers to add, flat, and how many pixels an image has.
    z0, z1
        Planes to write.
    """
    box, half = reach.size, reach.size // 2
    count = len(numbers)
    row, plane = uintp(count * width), uintp(count * width * height)
    centre = float(middle)
    low, high = z0 - 1 - len(margin), z1 + len(margin)
    for i in range(len(rotation)):
        for j in range(box):
            end = reach[j]
            at = (i * pixels + start[j]) * count
            for turn in range(2 if end >= 0 else 0):
                ray = _ray(rotation, i, line[j], turn, step, centre, unit)
                first, last = _span(ray[1], ray[2], ray[5], ray[6], low, high, end)
                for x in range(first, last + 1):
                    inside, ix, iy, iz, fx, fy, fz = _cell(line[half + x], ray, turn, low, high, unit)
                    if not inside:
                        continue
                    v = uintp(at + count * x)
                    re, im = values[v], ray[0] * values[v + _1]
                    weight = values[v + _2] if len(numbers) == 3 else re
                    o = uintp(iy - len(margin)) * row + uintp(count * ix)
                    place = iz - len(margin), z0, z1, fx, fy, fz, re, im, weight, unit
                    if len(margin) == 0:
                        _add_linear(grid, numbers, o, row, plane, *place)
                    else:
                        _add_cubic(grid, numbers, o, row, plane, *place)
