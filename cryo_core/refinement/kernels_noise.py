"""Noise of substituted images on the CPU, compiled by numba: what `substitution.noise_of` draws with torch."""

from typing import no_type_check

import numpy as np
from numba import njit

_compiled = njit(cache=True, nogil=True, error_model="numpy")
_16, _13 = np.uint32(16), np.uint32(13)
_A, _B = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_SCALE, _ONE = np.float32(2.0**-31), np.float32(1.0)


@_compiled
@no_type_check
def _mixed(number):
    number = np.uint32(number ^ (number >> _16)) * _A
    number = np.uint32(number ^ (np.uint32(number) >> _13)) * _B
    number = np.uint32(number)
    return np.uint32(number ^ (number >> _16))


@_compiled
@no_type_check
def noise(own, out):
    """Write a number within ±1 for each pixel of each image.

    Parameters
    ----------
    own
        (n,), the images' hashed rows.
    out
        (n, pixels), written.
    """
    for i in range(len(own)):
        for p in range(out.shape[1]):
            drawn = _mixed(np.uint32(_mixed(np.uint32(np.uint32(p) + own[i])) + own[i]))
            out[i, p] = np.float32(drawn) * _SCALE - _ONE
