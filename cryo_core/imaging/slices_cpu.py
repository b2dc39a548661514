"""Slicing and inserting on the CPU: torch's tensors in, numba's kernels (`kernels`) run by threads.

As many threads as `torch.get_num_threads()` says, made for each call and gone after it, so that a process
may be forked at any time. The parts they share the work by depend on the problem alone, never on them.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor
from torch.autograd.function import once_differentiable

from cryo_core.imaging.slices_torch import disc

_PART_BYTES = 2_000_000
"""What a part of a grid should hold: about a core's own cache."""

_PARTS = 64
"""Parts of a grid at most."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Disc:
    """The pixels of an image within Nyquist's radius, in the terms of `kernels`."""

    reach: Int[np.ndarray, " box"]
    start: Int[np.ndarray, " box"]
    pixels: int


@lru_cache(maxsize=32)
def disc_of(box: int) -> Disc:
    """Pixels within Nyquist's radius, row by row."""
    y = np.arange(box) - box // 2
    x = np.arange(box // 2 + 1)
    count = (x**2 + y[:, None] ** 2 < (box / 2) ** 2).sum(1)
    return Disc(count - 1, np.cumsum(count) - count, int(count.sum()))


def run(task: Callable[[Span], None], parts: Sequence[Span]) -> None:
    """Run the parts of a task, each once, on torch's number of threads."""
    threads = min(torch.get_num_threads(), len(parts))
    if threads <= 1:
        for part in parts:
            task(part)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(task, parts))


def cut(size: int, parts: int) -> list[Span]:
    """Parts of the range from 0 to size − 1, each (first, after the last)."""
    edges = [round(size * i / max(1, parts)) for i in range(max(1, parts) + 1)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def extract(
    grid: Complex[Tensor, "gz gy gx"], rotation: Float[Tensor, "n 3 3"], box: int, padding: int, margin: int
) -> Complex[Tensor, "n y xh"]:
    """Central slices; differentiable once, to the grid and to the rotation.

    Parameters
    ----------
    grid
        (gz, gy, gx), padded spectrum (see `slices`).
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grid over the box.
    margin
        0 for linear and 1 for cubic interpolation.
    """
    return _Extract.apply(grid, rotation.to(grid.real.dtype), box, padding, margin)  # type: ignore[no-untyped-call]


class _Extract(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, grid: Tensor, rotation: Tensor, box: int, padding: int, margin: int) -> Tensor:
        ctx.save_for_backward(grid, rotation)
        ctx.settings = box, padding, margin
        return _extract(grid, rotation, box, padding, margin)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        grid, rotation = ctx.saved_tensors
        to_grid = _to_grid(gradients[0], grid, rotation, *ctx.settings) if ctx.needs_input_grad[0] else None
        to_rotation = (
            _to_rotation(gradients[0], grid, rotation, *ctx.settings) if ctx.needs_input_grad[1] else None
        )
        return to_grid, to_rotation, None, None, None


def _extract(grid: Tensor, rotation: Tensor, box: int, padding: int, margin: int) -> Tensor:
    from cryo_core.imaging import kernels

    out = torch.zeros(len(rotation), box, box // 2 + 1, dtype=grid.dtype)
    scene = _scene(grid.shape, rotation, box, padding, margin)
    source, target = _flat(grid), _flat(out)
    reach = disc_of(box).reach
    run(
        lambda part: kernels.extract(source, *scene, reach, target, *part),
        _planes(grid.shape, grid.element_size(), len(rotation)),
    )
    return out


def _to_grid(gradient: Tensor, grid: Tensor, rotation: Tensor, box: int, padding: int, margin: int) -> Tensor:
    values = torch.view_as_real(gradient.resolve_conj().flatten(1)[:, disc(box, None)[0]])
    out = torch.zeros_like(grid, memory_format=torch.contiguous_format)
    scatter(torch.view_as_real(out).view(-1, 2), grid.shape, values, rotation, box, padding, margin)
    return out


def _to_rotation(
    gradient: Tensor, grid: Tensor, rotation: Tensor, box: int, padding: int, margin: int
) -> Tensor:
    from cryo_core.imaging import kernels

    scene = _scene(grid.shape, rotation, box, padding, margin)
    source, weights, reach = _flat(grid), _flat(gradient), disc_of(box).reach
    parts = _planes(grid.shape, grid.element_size(), len(rotation))
    sums = np.zeros((len(parts), len(rotation), 3, 3))
    of = {part: sums[i] for i, part in enumerate(parts)}
    run(lambda part: kernels.slope(source, *scene, reach, weights, of[part], *part), parts)
    return torch.from_numpy(sums.sum(0)).to(rotation.dtype)


def scatter(
    sums: Float[Tensor, "m c"],
    shape: tuple[int, ...],
    values: Float[Tensor, "n p c"],
    rotation: Float[Tensor, "n 3 3"],
    box: int,
    padding: int,
    margin: int,
) -> None:
    """Add each pixel's 2 or 3 numbers (the second is imaginary) to its neighbours, in the order of the images.

    Parameters
    ----------
    sums
        (m, c), the grid, flat; added to.
    shape
        Edges of the grid.
    values
        (n, p, c), numbers of each pixel.
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grid over the box.
    margin
        0 for linear and 1 for cubic interpolation.
    """
    from cryo_core.imaging import kernels

    look = disc_of(box)
    scene = _scene(shape, rotation.to(values.dtype), box, padding, margin)
    target, source = sums.numpy().reshape(-1), values.detach().contiguous().numpy().reshape(-1)
    numbers = (0,) * sums.shape[1]
    run(
        lambda part: kernels.scatter(
            target, numbers, *scene, look.reach, look.start, source, look.pixels, *part
        ),
        _planes(shape, sums.shape[1] * sums.element_size(), len(rotation)),
    )


def _scene(
    shape: tuple[int, ...], rotation: Float[Tensor, "n 3 3"], box: int, padding: int, margin: int
) -> tuple[Any, ...]:
    """The kernels' arguments from `height` to `unit`."""
    matrix = rotation.detach().contiguous().numpy()
    kind = matrix.dtype
    line = np.arange(-(box // 2), box // 2 + 1).astype(kind)
    unit = np.array([1, 1 / 2, 2 / 3, 1 / 6], kind)
    return shape[1], shape[2], (shape[0] - 1) // 2, (0,) * margin, matrix, kind.type(padding), line, unit


def _planes(shape: tuple[int, ...], point_bytes: int, images: int) -> list[Span]:
    """Parts of a grid along z that fit a cache, fewer where there are too few images to fill them."""
    size = shape[0] * shape[1] * shape[2] * point_bytes
    return cut(shape[0], max(1, min(_PARTS, round(size / _PART_BYTES), 2 + images // 4)))


def _flat(values: Complex[Tensor, "..."]) -> Float[np.ndarray, " n"]:
    return torch.view_as_real(values.detach().resolve_conj().contiguous()).numpy().reshape(-1)
