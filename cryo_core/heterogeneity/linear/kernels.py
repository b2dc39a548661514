"""Looking at images with the linear model on the CPU, compiled by numba the first time and kept on disk.

Importing this module loads numba: import it only where a kernel is about to run. Kernels free the GIL, and no
two parts of the work write to the same place: a part has the images from `first` to `last` - 1. So the sums do
not depend on the number of threads. A grid has n × n × (n / 2 + 1) points (z, y, x), zero frequency at (n / 2,
n / 2, 0), with a row of numbers at each.
"""

import math
from typing import Any, no_type_check

import numpy as np
from llvmlite import ir
from numba import njit, types, uintp
from numba.extending import intrinsic

_FAST = {"contract", "reassoc", "nsz", "arcp"}
_compiled = njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")

_ROOT2 = math.sqrt(2.0)

_AHEAD = 4
"""Pixels for whose place on the grid a kernel asks before it comes to them: a fine grid lies in far memory."""

_LINE = 16
"""Numbers that come from memory together."""


@intrinsic
def _ask(_: Any, grid: Any, at: Any) -> Any:
    """Ask for the grid's numbers about `at`, without waiting for them."""

    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        integer, byte = ir.IntType(32), ir.IntType(8).as_pointer()
        place = builder.bitcast(builder.gep(array.data, [arguments[1]]), byte)
        kind = ir.FunctionType(ir.VoidType(), [byte, integer, integer, integer])
        name = "llvm.prefetch.p0i8"
        call = builder.module.globals.get(name) or ir.Function(builder.module, kind, name)
        builder.call(call, [place, integer(0), integer(3), integer(1)])
        return context.get_dummy_value()

    return types.void(grid, at), build


@_compiled
@no_type_check
def _high_transfer(x, y, factors, unit, out):
    """Write sin(γ) of each pixel where γ has the four factors of even Zernike coefficients (`optics.ctf`)."""
    a, b, c, d, e = factors[0], factors[1], factors[2], factors[3], factors[4]
    for p in range(len(x)):
        fx, fy = x[p] * unit, y[p] * unit
        s2, even, odd = fx * fx + fy * fy, fx * fx - fy * fy, 2.0 * fx * fy
        turns = s2 * (a + d * s2) + b * even + c * odd + e + s2 * (factors[5] * even + factors[6] * odd)
        turns += factors[7] * (even * even - odd * odd) + factors[8] * (2.0 * even * odd)
        out[p] = math.sin(2.0 * math.pi * (turns - np.floor(turns + 0.5)))


@_compiled
@no_type_check
def _transfer(x, y, factors, decay, unit, out):
    """Write sin(γ) · exp(−B s² / 4) of each pixel, sine by Taylor's series over half a turn (to 1e-7)."""
    a, b, c, d, e = factors[0], factors[1], factors[2], factors[3], factors[4]
    for p in range(len(x)):
        fx, fy = x[p] * unit, y[p] * unit
        xx, yy = fx * fx, fy * fy
        s2 = xx + yy
        turns = s2 * (a + d * s2) + b * (xx - yy) + c * (2.0 * fx * fy) + e
        u = 2.0 * math.pi * (turns - np.floor(turns + 0.5))
        v = u * u
        series = 1 / 6227020800 + v * (-1 / 1307674368000 + v * (1 / 355687428096000))
        series = 1 / 362880 + v * (-1 / 39916800 + v * series)
        series = 1 / 120 + v * (-1 / 5040 + v * series)
        out[p] = u * (1.0 + v * (-1 / 6 + v * series))
    if len(factors) > 5:
        _high_transfer(x, y, factors, unit, out)
    if decay != 0.0:
        for p in range(len(x)):
            out[p] *= math.exp(-0.25 * decay * unit * unit * (x[p] * x[p] + y[p] * y[p]))


@_compiled
@no_type_check
def weigh(spectra, x, y, unit, factors, decay, group, shift, scale, inverse, data, transfer, first, last):
    """Centre images and divide them by the noise: `data` = √2 F exp(−2πi k·shift) / σ, `transfer` = √2 c CTF / σ.

    Parameters
    ----------
    spectra : (n, p)
        Spectra F of the images, as stored.
    x, y : (p,)
        The pixels.
    unit : float
        Frequency of the first pixel, in 1/Å.
    factors : (n, 5) or (n, 9)
        Factors of γ, in turns.
    decay : (n,)
        B factors, in Å².
    group : (n,)
        Optics groups.
    shift : (n, 2)
        Shifts x, y, in boxes.
    scale : (n,)
        Contrasts c of the images.
    inverse : (g, p)
        1 / σ of each pixel in each optics group.
    data, transfer : (n, 2, p), (n, p)
        Written.
    first, last : int
        The images from `first` to `last` - 1 are done.
    """
    reach = int(np.abs(y).max())
    wave = np.empty((2 * reach + 1, 4), np.float32)
    for i in range(first, last):
        _transfer(x, y, factors[i], decay[i], unit, transfer[i])
        for k in range(2 * reach + 1):
            ax, ay = -2 * math.pi * shift[i, 0] * (k - reach), -2 * math.pi * shift[i, 1] * (k - reach)
            wave[k, 0], wave[k, 1] = math.cos(ax), math.sin(ax)
            wave[k, 2], wave[k, 3] = math.cos(ay), math.sin(ay)
        size, own = np.float32(_ROOT2 * scale[i]), inverse[group[i]]
        for p in range(len(x)):
            u, v = x[p] + reach, y[p] + reach
            re = wave[u, 0] * wave[v, 2] - wave[u, 1] * wave[v, 3]
            im = wave[u, 0] * wave[v, 3] + wave[u, 1] * wave[v, 2]
            w = np.float32(_ROOT2) * own[p]
            f = spectra[i, p]
            data[i, 0, p] = w * (f.real * re - f.imag * im)
            data[i, 1, p] = w * (f.real * im + f.imag * re)
            transfer[i, p] *= size * own[p]


@_compiled
@no_type_check
def _places(r, x, y, step, size, width, at, where):
    """Write where each pixel lies on the grid: first number of the point before it, fractions x, y, z beyond, sign.

    The sign is −1 where the pixel was turned to −k. `at` is `_AHEAD` longer, and ends with the last pixel's place.
    """
    middle, row, one = size // 2, size // 2 + 1, np.float32(1)
    for p in range(len(x)):
        px, py = x[p] * step, y[p] * step
        sx, sy, sz = r[0, 0] * px + r[1, 0] * py, r[0, 1] * px + r[1, 1] * py, r[0, 2] * px + r[1, 2] * py
        s = one
        if sx < 0:
            s, sx, sy, sz = -one, -sx, -sy, -sz
        sy, sz = sy + middle, sz + middle
        ix, iy, iz = int(sx), int(sy), int(sz)
        where[p, 0], where[p, 1], where[p, 2], where[p, 3] = sx - ix, sy - iy, sz - iz, s
        at[p] = ((iz * size + iy) * row + ix) * width
    at[len(x) :] = at[len(x) - 1]


@_compiled
@no_type_check
def _ask_around(grid, o, row, plane, width):
    """Ask for what `_gather` will read at `o`."""
    for k in range(0, 2 * width, _LINE):
        u = o + uintp(k)
        _ask(grid, u)
        _ask(grid, u + row)
        _ask(grid, u + plane)
        _ask(grid, u + plane + row)


@_compiled
@no_type_check
def _gather(grid, o, row, plane, fy, fz, width, line):
    """Sum four pairs of neighbours' rows of numbers at the place (fy, fz) between the pairs, in y and z.

    Neighbours along x lie side by side: the loops here are long ones over such pairs, which run in vector
    instructions where their length is a multiple of 32, and so `width` of 16. With a second array to write to,
    LLVM would need more checks for overlaps than it is ready to make, and run them number by number.
    """
    b, c = o + row, o + plane
    d, one = c + row, np.float32(1)
    gy, gz = one - fy, one - fz
    w0, w1, w2, w3 = gz * gy, gz * fy, fz * gy, fz * fy
    for k in range(2 * width):
        u = uintp(k)
        line[u] = w0 * grid[o + u] + w1 * grid[b + u] + w2 * grid[c + u] + w3 * grid[d + u]


@_compiled
@no_type_check
def _gather_slopes(grid, o, row, plane, fy, fz, width, line):
    """Write what `_gather` sums at the place (fy, fz) between the rows, then its slope along y, then along z.

    One pass over the rows for all three: they come from far memory.
    """
    b, c = o + row, o + plane
    d, one = c + row, np.float32(1)
    gy, gz = one - fy, one - fz
    w0, w1, w2, w3 = gz * gy, gz * fy, fz * gy, fz * fy
    for k in range(2 * width):
        u = uintp(k)
        v0, v1, v2, v3 = grid[o + u], grid[b + u], grid[c + u], grid[d + u]
        line[u] = w0 * v0 + w1 * v1 + w2 * v2 + w3 * v3
        line[uintp(2 * width) + u] = gz * (v1 - v0) + fz * (v3 - v2)
        line[uintp(4 * width) + u] = gy * (v2 - v0) + fy * (v3 - v1)


@_compiled
@no_type_check
def _slices(line, volumes, width, fx, t, ts, b, p, count):
    """Write the slices of the volumes at pixel p, at x between the pair's members; `ts` belongs to imaginary parts."""
    for c in range(volumes):
        re, im = line[uintp(c)], line[uintp(volumes + c)]
        b[c, p] = t * (re + fx * (line[uintp(width + c)] - re))
        b[c, count + p] = ts * (im + fx * (line[uintp(width + volumes + c)] - im))


@_compiled
@no_type_check
def _slices_and_slopes(line, latent, volumes, width, fx, t, ts, b, p, count):
    """Write the slices of the volumes; sum their values and slopes x, y, z with an image's latents (real, imaginary).

    One loop for all: the volumes are too few for vector instructions to pay.
    """
    re = im = x_re = x_im = y_re = y_im = z_re = z_im = np.float32(0)
    for c in range(volumes):
        weight = latent[c]
        one, other = line[uintp(c)], line[uintp(volumes + c)]
        slope, turn = line[uintp(width + c)] - one, line[uintp(width + volumes + c)] - other
        one, other = one + fx * slope, other + fx * turn
        b[c, p], b[c, count + p] = t * one, ts * other
        re, im = re + weight * one, im + weight * other
        x_re, x_im = x_re + weight * slope, x_im + weight * turn
        at = 2 * width + c
        one, other = line[uintp(at)], line[uintp(at + volumes)]
        y_re += weight * (one + fx * (line[uintp(at + width)] - one))
        y_im += weight * (other + fx * (line[uintp(at + width + volumes)] - other))
        at += 2 * width
        one, other = line[uintp(at)], line[uintp(at + volumes)]
        z_re += weight * (one + fx * (line[uintp(at + width)] - one))
        z_im += weight * (other + fx * (line[uintp(at + width + volumes)] - other))
    return re, im, x_re, x_im, y_re, y_im, z_re, z_im


@_compiled
@no_type_check
def _pose_columns(own, r, t, ts, kx, ky, px, py, out, p, count):
    """Write the columns of shift x, y and rotation x, y, z of pixel p; `ts` is t where the pixel was not turned to −k.

    Under k → −k the real part keeps its value and turns its gradient, the imaginary part the other way round. `own`
    has values and slopes of the image's own volume.
    """
    re, im, x_re, x_im, y_re, y_im, z_re, z_im = own
    out[0, p], out[0, count + p] = -ts * kx * im, t * kx * re
    out[1, p], out[1, count + p] = -ts * ky * im, t * ky * re
    _rotation_columns(ts * x_re, ts * y_re, ts * z_re, r, px, py, out, p)
    _rotation_columns(t * x_im, t * y_im, t * z_im, r, px, py, out, count + p)


@_compiled
@no_type_check
def _rotation_columns(dx, dy, dz, r, px, py, out, at):
    d1 = r[0, 0] * dx + r[0, 1] * dy + r[0, 2] * dz
    d2 = r[1, 0] * dx + r[1, 1] * dy + r[1, 2] * dz
    d3 = r[2, 0] * dx + r[2, 1] * dy + r[2, 2] * dz
    out[2, at], out[3, at], out[4, at] = -py * d3, px * d3, py * d1 - px * d2


@_compiled
@no_type_check
def _products(b, real, imaginary, linear, product):
    """Write B · data and B · Bᵀ."""
    count = len(real)
    for c in range(len(b)):
        total = np.float32(0)
        for p in range(count):
            total += b[c, p] * real[p] + b[c, count + p] * imaginary[p]
        linear[c] = total
        for d in range(c + 1):
            total = np.float32(0)
            for p in range(2 * count):
                total += b[c, p] * b[d, p]
            product[c, d] = product[d, c] = total


@_compiled
@no_type_check
def expect(
    data,
    transfer,
    rotation,
    x,
    y,
    step,
    size,
    turn,
    grid,
    width,
    volumes,
    latent,
    linear,
    product,
    first,
    last,
):
    """Write each image's sums over its columns B: `linear` = B · data, `product` = B · Bᵀ.

    Columns are the slices of `volumes` volumes (their real parts, then their imaginary parts, in the rows of
    the flat `grid`, each of `width` numbers) times the transfer function. Where `linear` is longer, five more
    follow: the derivatives of the image's own volume, Σ `latent` · volume, to the shift x and y (in pixels;
    `turn` is 2π / box) and to the rotation about the image's axes x, y, z (radians). `step` is a pixel's
    length on the grid.
    """
    columns, count = linear.shape[1], len(x)
    next_row = uintp((size // 2 + 1) * width)
    next_plane = uintp(size) * next_row
    b = np.empty((columns, 2 * count), np.float32)
    line = np.empty(6 * width, np.float32)
    at, where = np.empty(count + _AHEAD, uintp), np.empty((count, 4), np.float32)
    more = b[volumes:]
    for i in range(first, last):
        r, own = rotation[i], latent[i]
        _places(r, x, y, step, size, width, at, where)
        for p in range(count):
            _ask_around(grid, at[p + _AHEAD], next_row, next_plane, width)
            o, t = at[p], transfer[i, p]
            fx, fy, fz, ts = where[p, 0], where[p, 1], where[p, 2], t * where[p, 3]
            if columns > volumes:
                _gather_slopes(grid, o, next_row, next_plane, fy, fz, width, line)
                values = _slices_and_slopes(line, own, volumes, width, fx, t, ts, b, p, count)
                kx, ky, px, py = turn * x[p], turn * y[p], x[p] * step, y[p] * step
                _pose_columns(values, r, t, ts, kx, ky, px, py, more, p, count)
            else:
                _gather(grid, o, next_row, next_plane, fy, fz, width, line)
                _slices(line, volumes, width, fx, t, ts, b, p, count)
        _products(b, data[i, 0], data[i, 1], linear[i], product[i])


@_compiled
@no_type_check
def predict(transfer, rotation, x, y, step, size, grid, width, volumes, latent, model, first, last):
    """Write each image's own slice, Σ `latent` · volume times the transfer function: `model` (n, 2, p).

    The other arguments are those of `expect`.
    """
    next_row = uintp((size // 2 + 1) * width)
    next_plane = uintp(size) * next_row
    line = np.empty(2 * width, np.float32)
    at, where = np.empty(len(x) + _AHEAD, uintp), np.empty((len(x), 4), np.float32)
    for i in range(first, last):
        _places(rotation[i], x, y, step, size, width, at, where)
        for p in range(len(x)):
            _ask_around(grid, at[p + _AHEAD], next_row, next_plane, width)
            fx, t = where[p, 0], transfer[i, p]
            _gather(grid, at[p], next_row, next_plane, where[p, 1], where[p, 2], width, line)
            re = im = np.float32(0)
            for c in range(volumes):
                weight, even, odd = latent[i, c], line[uintp(c)], line[uintp(volumes + c)]
                re += weight * (even + fx * (line[uintp(width + c)] - even))
                im += weight * (odd + fx * (line[uintp(width + volumes + c)] - odd))
            model[i, 0, p], model[i, 1, p] = t * re, t * where[p, 3] * im
