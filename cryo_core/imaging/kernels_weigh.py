"""Images' spectra made ready for insertion on the CPU, compiled by numba as `kernels` are.

Rows are worked on in plain loops over numbers that lie side by side, so that they run in vector instructions.
"""

import math
from typing import no_type_check

import numpy as np
from numba import njit

_FAST = {"contract", "reassoc", "nsz", "arcp"}
_compiled = njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")


@_compiled
@no_type_check
def _transfer(factors, i, fy, frequency, count, out):
    """Write sin(γ) along a row, to 1e-7: Taylor's series to the 17th power over half a turn."""
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
def _high_transfer(factors, i, fy, frequency, count, out):
    """Write sin(γ) along a row where γ has the four factors of even Zernike coefficients (`optics.ctf`)."""
    f = factors[i]
    for x in range(count):
        fx = x * frequency
        s2, even, odd = fx * fx + fy * fy, fx * fx - fy * fy, 2.0 * fx * fy
        turns = s2 * (f[0] + f[3] * s2) + f[1] * even + f[2] * odd + f[4] + s2 * (f[5] * even + f[6] * odd)
        turns += f[7] * (even * even - odd * odd) + f[8] * (2.0 * even * odd)
        out[x] = math.sin(2 * math.pi * (turns - np.floor(turns + 0.5)))


@_compiled
@no_type_check
def _damp(b_factor, fy, frequency, count, out):
    """Multiply a row by exp(−B s² / 4)."""
    if b_factor != 0.0:
        for x in range(count):
            out[x] *= math.exp(-0.25 * b_factor * ((x * frequency) ** 2 + fy * fy))


@_compiled
@no_type_check
def _wave(turns, line, first, real, imaginary):
    """Write exp(2πi · turns · k) for the coordinates k of `line` from `first` on."""
    for k in range(len(line) - first):
        angle = 2 * math.pi * (turns * line[first + k])
        real[k] = math.cos(angle)
        imaginary[k] = math.sin(angle)


@_compiled
@no_type_check
def _products(spectrum, ctf, weighted, yr, yi, xr, xi, out):
    """Write a row's w · CTF · F, moved by the phases y · x, and its w · CTF²."""
    for x in range(len(out) // 3):
        pr, pi = yr * xr[x] - yi * xi[x], yr * xi[x] + yi * xr[x]
        re, im = spectrum[2 * x], spectrum[2 * x + 1]
        out[3 * x] = weighted[x] * (re * pr - im * pi)
        out[3 * x + 1] = weighted[x] * (re * pi + im * pr)
        out[3 * x + 2] = weighted[x] * ctf[x]


@_compiled
@no_type_check
def weigh(spectra, factors, place, decay, weight, line, reach, start, pixels, frequency, values, first, last):
    """Write what `scatter` adds for each pixel of images' raw spectra: w · CTF · F, centred, and w · CTF².

    All in float64. Pixels at kx = 0 stand for half a pixel each and get half the weight.

    Parameters
    ----------
    spectra
        Raw half spectra, flat, and the image to take for each row.
    factors
        (n, 5) or (n, 9), γ's factors, in turns (`ctf_factors`).
    place
        (n, 2), where the particle lies from pixel [0, 0], in boxes.
    decay
        (n, 2), B factors of the CTF and of the weight, Å².
    weight
        (n, 2), the weight times the contrast, and the contrast, which multiplies the CTF.
    line, reach, start, pixels
        Layout of the pixels, as in `kernels`.
    frequency
        Frequency of the first pixel, 1/Å.
    values
        Written for the rows from `first` to `last` − 1.
    first, last
        Rows to compute.
    """
    box, half, kind = reach.size, reach.size // 2, values.dtype
    ctf, weighted = np.empty(half + 1, kind), np.empty(half + 1, kind)
    xr, xi = np.empty(half + 1, kind), np.empty(half + 1, kind)
    yr, yi = np.empty(len(line), kind), np.empty(len(line), kind)
    for n in range(first, last):
        _wave(place[n, 0], line, half, xr, xi)
        _wave(place[n, 1], line, 0, yr, yi)
        whole, contrast = kind.type(weight[n, 0]), kind.type(weight[n, 1])
        for j in range(box):
            count = reach[j] + 1
            fy = (j - half) * frequency
            if factors.shape[1] > 5:
                _high_transfer(factors, n, fy, frequency, count, ctf)
            else:
                _transfer(factors, n, fy, frequency, count, ctf)
            _damp(decay[n, 0], fy, frequency, count, ctf)
            for x in range(count):
                weighted[x] = whole * ctf[x]
                ctf[x] *= contrast
            _damp(decay[n, 1], fy, frequency, count, weighted)
            at = (n * box + (j + box - half) % box) * (half + 1) * 2
            to = (n * pixels + start[j]) * 3
            out = values[to : to + 3 * count]
            _products(spectra[at : at + 2 * count], ctf, weighted, yr[j], yi[j], xr, xi, out)
            out[:3] *= kind.type(0.5)
