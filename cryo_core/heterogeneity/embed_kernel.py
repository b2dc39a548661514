"""UMAP's moves, compiled by numba the first time and kept on disk. Importing this module loads numba."""

from typing import no_type_check

import numba as nb
import numpy as np

_NEGATIVES = 5
_STEP_LIMIT = 4.0


@nb.njit(cache=True, parallel=True, fastmath=True, error_model="numpy")
@no_type_check
def move_points(first, other, rate, here, there, epoch, step, a, seed):
    """Move every point by its due edges: twice towards the neighbour (it is an edge of both), from 5 at random.

    Edge e is due when epoch · rate[e] passes a whole number. A point sees where the others were before.
    """
    count, size = here.shape
    limit = np.float32(_STEP_LIMIT)
    for i in nb.prange(count):
        state = np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(i * 1000003 + epoch)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        for c in range(size):
            there[i, c] = here[i, c]
        for e in range(first[i], first[i + 1]):
            if int((epoch + 1) * rate[e]) == int(epoch * rate[e]):
                continue
            for draw in range(2 + _NEGATIVES):
                j = other[e]
                if draw >= 2:
                    state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                    j = np.int64(((state >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32))
                    if j == i:
                        continue
                squared = np.float32(0)
                for c in range(size):
                    squared += (there[i, c] - here[j, c]) ** 2
                pull = np.float32(2) / (1 + a * squared)
                pull *= -a if draw < 2 else 1 / (np.float32(0.001) + squared)
                for c in range(size):
                    move = pull * (there[i, c] - here[j, c])
                    there[i, c] += step * min(max(move, -limit), limit)
