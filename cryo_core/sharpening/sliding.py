"""Profiles of windows about many neighbouring voxels on the CPU: transforms that slide.

The spectrum of a window that moves by one voxel follows from the last one: take off the plane that left, add
the one that came, and turn each coefficient's phase (the sliding DFT, an axis at a time). Coefficients beyond the
last shell are never computed, and amplitudes are summed by shell in order of |k|, so that all loops run over
neighbouring memory. A tenth of the work of a transform for each window.
"""

from dataclasses import dataclass
from typing import no_type_check

import numpy as np
from jaxtyping import Bool, Float, Int
from numba import njit

from cryo_core.imaging.slices_cpu import cut, run

_compiled = njit(cache=True, nogil=True, fastmath={"reassoc", "contract", "nsz", "arcp"}, error_model="numpy")

_COLUMNS = 4
"""Neighbouring values of x that a thread takes at a time."""


@dataclass(frozen=True)
class SlidingTables:
    """Constants of a window of n voxels: phase factors, and its (ky, kx) columns in order of ky² + kx².

    `limit[kz]` columns are needed at kz; `edge[kz, s]` is the column at which shell s ends there.
    """

    size: int
    transform_x: Float[np.ndarray, "n h2"]
    column_x: Int[np.ndarray, " c"]
    turn_y: Float[np.ndarray, "c 2"]
    turn_z: Float[np.ndarray, "n 2"]
    weight: Float[np.ndarray, " c"]
    limit: Int[np.ndarray, " n"]
    edge: Int[np.ndarray, "n s"]
    scale: Float[np.ndarray, " s"]

    @classmethod
    def of(cls, size: int) -> "SlidingTables":
        """The constants for a window of `size` voxels."""
        half = size // 2
        k = (np.arange(size) + half) % size - half
        kx = np.arange(half + 1)
        square = (k[:, None] ** 2 + kx**2).ravel()
        order = np.argsort(square, kind="stable")
        order = order[square[order] < (half + 0.5) ** 2]
        column_y, column_x = np.divmod(order, half + 1)
        radius = np.sqrt(square[order][None, :] + (k**2)[:, None])
        shell = np.rint(radius).astype(np.int64)
        edge = np.stack([(shell <= s).sum(1) for s in range(half + 1)], 1)
        twice = (column_x > 0) & ~((size % 2 == 0) & (column_x == half))
        weight = np.where(twice, 2.0, 1.0)
        count = np.array([(weight * (shell == s)).sum() for s in range(half + 1)])
        angle = 2.0 * np.pi / size
        x = np.outer(np.arange(size), kx) * angle
        return cls(
            size,
            np.concatenate([np.cos(x), -np.sin(x)], 1).astype(np.float32),
            column_x.astype(np.int32),
            _turns(k[column_y] * angle),
            _turns(k * angle),
            weight.astype(np.float32),
            edge[:, -1].astype(np.int32),
            edge.astype(np.int32),
            (1.0 / count / size**1.5).astype(np.float32),
        )


def _turns(angle: Float[np.ndarray, " c"]) -> Float[np.ndarray, "c 2"]:
    return np.stack([np.cos(angle), np.sin(angle)], 1).astype(np.float32)


def sliding_profiles(
    cube: Float[np.ndarray, "z y x"], wanted: Bool[np.ndarray, "z2 y2 x2"], tables: SlidingTables
) -> Float[np.ndarray, "m s"]:
    """Mean |F| in the shells of the windows that begin at the wanted voxels of `cube`, in their order.

    Parameters
    ----------
    cube
        (z, y, x).
    wanted
        (z2, y2, x2), smaller than `cube` by size − 1 voxels on each axis.
    tables
        Constants of the windows.
    """
    number = np.cumsum(wanted.ravel()).reshape(wanted.shape).astype(np.int32) - 1
    out = np.zeros((int(wanted.sum()), tables.edge.shape[1]), np.float32)
    columns = np.flatnonzero(wanted.any((0, 1)))
    cube = np.ascontiguousarray(cube)
    t = tables

    def slide(span: tuple[int, int]) -> None:
        mine = columns[span[0] : span[1]]
        _slide(
            cube, wanted, number, mine, t.transform_x, t.column_x, t.turn_y, t.turn_z, t.weight, t.limit, t.edge, out
        )  # fmt: skip

    run(slide, cut(len(columns), -(-len(columns) // _COLUMNS)))
    return out * tables.scale


@_compiled
@no_type_check
def _slide(
    cube, wanted, number, columns, transform_x, column_x, turn_y, turn_z, weight, limit, edge, out
):  # pragma: no cover
    """Fill the rows of `out` that belong to some values of x."""
    n = len(turn_z)
    for x0 in columns:
        used = np.flatnonzero(wanted[:, :, x0].copy().ravel())
        z_low, z_high = used[0] // wanted.shape[1], used[-1] // wanted.shape[1] + n
        y_low, y_high = wanted.shape[1], 0
        for u in used:
            y_low, y_high = min(y_low, u % wanted.shape[1]), max(y_high, u % wanted.shape[1])
        lines = _lines(cube[z_low:z_high, :, x0 : x0 + n], transform_x)
        planes = np.zeros((2, z_high - z_low, len(column_x)), np.float32)
        state = np.zeros((2, n, len(column_x)), np.float32)
        amplitude = np.empty(len(column_x), np.float32)
        for y in range(y_low - n + 1, y_high + 1):
            _slide_planes(planes, lines, y, y_low, n, column_x, turn_y)
            if y >= y_low and wanted[:, y, x0].any():
                _slide_column(
                    planes, wanted[:, y, x0], number[:, y, x0], z_low, n, state, amplitude,
                    turn_z, weight, limit, edge, out,
                )  # fmt: skip


@_compiled
@no_type_check
def _lines(rows, transform):  # pragma: no cover
    """Transform each row of n voxels: the cosines' sums, then the sines'."""
    out = np.zeros((rows.shape[0], rows.shape[1], transform.shape[1]), np.float32)
    for z in range(rows.shape[0]):
        for y in range(rows.shape[1]):
            line = out[z, y]
            for k in range(rows.shape[2]):
                value = rows[z, y, k]
                for h in range(transform.shape[1]):
                    line[h] += value * transform[k, h]
    return out


@_compiled
@no_type_check
def _slide_planes(planes, lines, y, y_low, n, column_x, turn_y):  # pragma: no cover
    """Bring the transforms of all planes' windows to those that begin at row y."""
    half = lines.shape[2] // 2
    for z in range(planes.shape[1]):
        come = lines[z, y + n - 1] if y + n - 1 >= y_low else lines[z, 0]
        leave = lines[z, max(y - 1, 0)]
        keep = np.float32(1.0) if y - 1 >= y_low else np.float32(0.0)
        add = np.float32(1.0) if y + n - 1 >= y_low else np.float32(0.0)
        re, im = planes[0, z], planes[1, z]
        for c in range(len(column_x)):
            x = column_x[c]
            a = re[c] + add * come[x] - keep * leave[x]
            b = im[c] + add * come[half + x] - keep * leave[half + x]
            re[c] = a * turn_y[c, 0] - b * turn_y[c, 1]
            im[c] = a * turn_y[c, 1] + b * turn_y[c, 0]


@_compiled
@no_type_check
def _slide_column(  # pragma: no cover
    planes, wanted, number, z_low, n, state, amplitude, turn_z, weight, limit, edge, out
):  # pragma: no cover
    """Slide a window along z and write the profiles of the wanted places."""
    used = np.flatnonzero(wanted.copy())
    first, last = used[0], used[-1]
    state[:] = 0.0
    for z in range(first - n + 1, last + 1):
        _slide_window(planes, z - z_low, first - z_low, n, state, turn_z, limit)
        if z >= first and wanted[z]:
            row = out[number[z]]
            for kz in range(n):
                count = limit[kz]
                re, im = state[0, kz], state[1, kz]
                for c in range(count):
                    amplitude[c] = np.sqrt(re[c] * re[c] + im[c] * im[c]) * weight[c]
                begin = 0
                for s in range(edge.shape[1]):
                    total = np.float32(0.0)
                    for c in range(begin, edge[kz, s]):
                        total += amplitude[c]
                    begin = edge[kz, s]
                    row[s] += total


@_compiled
@no_type_check
def _slide_window(planes, z, first, n, state, turn_z, limit):  # pragma: no cover
    """Let plane z + n − 1 come and, if it was in, plane z − 1 leave; turn the phases."""
    come_re, come_im = planes[0, z + n - 1], planes[1, z + n - 1]
    leaves = z - 1 >= first
    leave_re, leave_im = planes[0, max(z - 1, 0)], planes[1, max(z - 1, 0)]
    for kz in range(n):
        cos, sin = turn_z[kz, 0], turn_z[kz, 1]
        re, im = state[0, kz], state[1, kz]
        if leaves:
            for c in range(limit[kz]):
                a = re[c] + come_re[c] - leave_re[c]
                b = im[c] + come_im[c] - leave_im[c]
                re[c] = a * cos - b * sin
                im[c] = a * sin + b * cos
        else:
            for c in range(limit[kz]):
                a = re[c] + come_re[c]
                b = im[c] + come_im[c]
                re[c] = a * cos - b * sin
                im[c] = a * sin + b * cos
