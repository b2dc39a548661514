"""Sums into maps on the CPU, compiled by numba the first time and kept on disk.

Importing this module loads numba: import it only where a kernel is about to run. The grid is the odd padded one, of
which half is kept: zero frequency lies at the middle of z and y, and at x = 0. `table` gives the shell of |k|².
"""

from typing import no_type_check

from numba import njit

_compiled = njit(cache=True, nogil=True, error_model="numpy")


@_compiled
@no_type_check
def divide(sums, weight, first, table, added, least, out, begin, end):
    """Write numerator / max(weight + added, least), or 0 where nothing was seen in the whole shell.

    Parameters
    ----------
    sums, weight
        (k, y, xh, 3) and (k, y, xh), planes of the grid from z = `first` on.
    first
        Number of the first plane.
    table, added, least
        Shell by |k|²; what is added to the weights of each shell, and their least.
    out
        (k, y, xh, 2), written.
    begin, end
        Planes to write, of those given.
    """
    middle = weight.shape[1] // 2
    tiny = sums.dtype.type(1e-30)
    for k in range(begin, end):
        for j in range(weight.shape[1]):
            square = (first + k - middle) ** 2 + (j - middle) ** 2
            for x in range(weight.shape[2]):
                shell = table[square + x * x]
                bound = least[shell]
                if bound > 0:
                    over = max(max(weight[k, j, x] + added[shell], bound), tiny)
                    out[k, j, x, 0] = sums[k, j, x, 0] / over
                    out[k, j, x, 1] = sums[k, j, x, 1] / over
                else:
                    out[k, j, x, 0] = 0.0
                    out[k, j, x, 1] = 0.0


@_compiled
@no_type_check
def shell_totals(weight, table, total, points):
    """Add the weights of each shell to `total`, and how many there are to `points`.

    Parameters
    ----------
    weight
        (z, y, xh).
    table
        Shell by |k|².
    total, points
        (s,), added to.
    """
    middle = weight.shape[0] // 2
    for k in range(weight.shape[0]):
        for j in range(weight.shape[1]):
            square = (k - middle) ** 2 + (j - middle) ** 2
            for x in range(weight.shape[2]):
                shell = table[square + x * x]
                total[shell] += weight[k, j, x]
                points[shell] += 1.0
