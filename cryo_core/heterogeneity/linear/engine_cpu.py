"""The linear model's sums on the CPU: torch's tensors in, numba's kernels (`linear_kernels`) run by threads."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.heterogeneity.linear.scene import Scene

_PARTS = 16
"""Parts of a batch of images."""

_SLABS = 4
"""Parts of a grid, always: the sums do not depend on them, but the work does."""

Span = tuple[int, int]


def weigh(
    scene: Scene,
    spectra: Complex[np.ndarray, "n p"],
    rows: Span,
    shift_boxes: Float[Tensor, "n 2"],
    contrast: Float[Tensor, " n"],
) -> tuple[Float[Tensor, "n 2 p"], Float[Tensor, "n p"]]:
    """Centre images and divide them by the noise's deviation: (√2 F phase / σ, √2 contrast CTF / σ)."""
    from cryo_core.heterogeneity.linear import kernels

    count, width = spectra.shape
    data, transfer = torch.empty(count, 2, width), torch.empty(count, width)
    of_rows = scene.factors[slice(*rows)].numpy(), scene.decay[slice(*rows)].numpy()
    given = spectra, scene.x.numpy(), scene.y.numpy(), scene.unit, *of_rows
    own = shift_boxes.double().numpy(), contrast.double().numpy(), scene.inverse.numpy()
    out = data.numpy(), transfer.numpy()
    _run(lambda part: kernels.weigh(*given, *own, *out, *part), _cut(count, _PARTS))
    return data, transfer


def expect(
    scene: Scene,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    grid: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
    pose: bool,
) -> tuple[Float[Tensor, "n t"], Float[Tensor, "n t t"]]:
    """Give (B · data, B · Bᵀ) of each image's columns B: the volumes of `grid`, and those of its pose."""
    from cryo_core.heterogeneity.linear import kernels

    count, volumes = latent.shape
    columns = volumes + (5 if pose else 0)
    linear, product = torch.empty(count, columns), torch.empty(count, columns, columns)
    step, turn = np.float32(scene.grid.step), np.float32(2 * math.pi / scene.grid.box)
    given = data.numpy(), transfer.numpy(), _single(rotation), *_lines(scene), step, scene.grid.size, turn
    model = grid.numpy().reshape(-1), grid.shape[1], volumes, _single(latent), linear.numpy(), product.numpy()
    _run(lambda part: kernels.expect(*given, *model, *part), _cut(count, _PARTS))
    return linear, product


def insert(
    scene: Scene,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    first_moment: Float[Tensor, "n c"],
    second_moment: Float[Tensor, "n q"],
    sums: Float[Tensor, "m w"],
) -> None:
    """Add images to the grid's sums, each with its moments."""
    from cryo_core.heterogeneity.linear import kernels

    step, size = np.float32(scene.grid.step), scene.grid.size
    given = data.numpy(), transfer.numpy(), _single(rotation), *_lines(scene), step, size
    moments = _single(first_moment), _single(second_moment)
    target = sums.numpy().reshape(-1), sums.shape[1]
    _run(lambda part: kernels.insert(*given, *moments, *target, *part), _slabs(size))


def _lines(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    return scene.x.float().numpy(), scene.y.float().numpy()


def _single(values: Tensor) -> np.ndarray:
    return values.float().contiguous().numpy()


def _slabs(size: int) -> list[Span]:
    """Cut a grid along z so that random slices have equally many points in each part.

    They have as many at z as the radius exceeds |z|.
    """
    share = np.linspace(0.0, 1.0, _SLABS + 1)
    place = np.where(share < 0.5, np.sqrt(share / 2), 1.0 - np.sqrt((1.0 - share) / 2))
    edges = np.rint(place * size).astype(int)
    return [(int(a), int(b)) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def _cut(count: int, parts: int) -> list[Span]:
    edges = [round(count * i / parts) for i in range(parts + 1)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def _run(task: Callable[[Span], None], parts: Sequence[Span]) -> None:
    """Run each part once, on torch's number of threads, made for this call and gone after it."""
    threads = min(torch.get_num_threads(), len(parts))
    if threads <= 1:
        for part in parts:
            task(part)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(task, parts))
