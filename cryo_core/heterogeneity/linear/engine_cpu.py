"""Sums of the linear model on the CPU: torch's tensors in, numba's kernels (`kernels`) run by threads."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.heterogeneity.linear.forward import ForwardModel

_PARTS = 16
"""Number of parts that a batch of images is cut into."""

_SLABS = 4
"""Number of parts that a grid is cut into. Fixed, whatever the threads; the sums do not depend on it."""

Span = tuple[int, int]


def weigh(
    forward: ForwardModel,
    spectra: Complex[np.ndarray, "n p"],
    rows: Span,
    shift_boxes: Float[Tensor, "n 2"],
    contrast: Float[Tensor, " n"],
) -> tuple[Float[Tensor, "n 2 p"], Float[Tensor, "n p"]]:
    """Images centred and divided by the noise's deviation: (√2 F phase / σ, √2 contrast CTF / σ).

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    spectra : (n, p)
        Spectra of a run of images, as stored.
    rows : (int, int)
        First row of the run, and the row after its last.
    shift_boxes : (n, 2)
        Shift x, y of each image, in boxes.
    contrast : (n,)
        Contrast of each image.

    Returns
    -------
    (n, 2, p), (n, p)
        Data (real, imaginary) and transfer function.
    """
    from cryo_core.heterogeneity.linear import kernels

    count, width = spectra.shape
    data, transfer = torch.empty(count, 2, width), torch.empty(count, width)
    of_rows = (part[slice(*rows)].numpy() for part in (forward.factors, forward.decay, forward.group))
    images = spectra, forward.x.numpy(), forward.y.numpy(), forward.unit, *of_rows
    own = shift_boxes.double().numpy(), contrast.double().numpy(), forward.inverse.numpy()
    out = data.numpy(), transfer.numpy()
    _run(lambda part: kernels.weigh(*images, *own, *out, *part), _cut(count, _PARTS))
    return data, transfer


def expect(
    forward: ForwardModel,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    grid: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
    pose: bool,
) -> tuple[Float[Tensor, "n t"], Float[Tensor, "n t t"]]:
    """(B · data, B · Bᵀ) of each image's columns B: the volumes of `grid`, and the derivatives to its pose.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    data, transfer : (n, 2, p), (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    grid : (m, w)
        Rows of c volumes, from `Grid.rows`.
    latent : (n, c)
        Weight of each volume in an image: 1 for the mean, then its latents.
    pose : bool
        Whether the five columns of the pose are there.

    Returns
    -------
    (n, t), (n, t, t)
        The sums, t columns.
    """
    from cryo_core.heterogeneity.linear import kernels

    count, volumes = latent.shape
    columns = volumes + (5 if pose else 0)
    linear, product = torch.empty(count, columns), torch.empty(count, columns, columns)
    step, turn = np.float32(forward.grid.step), np.float32(2 * math.pi / forward.grid.box)
    images = (
        data.numpy(),
        transfer.numpy(),
        _single(rotation),
        *_lines(forward),
        step,
        forward.grid.size,
        turn,
    )
    model = grid.numpy().reshape(-1), grid.shape[1], volumes, _single(latent), linear.numpy(), product.numpy()
    _run(lambda part: kernels.expect(*images, *model, *part), _cut(count, _PARTS))
    return linear, product


def predict(
    forward: ForwardModel,
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    grid: Float[Tensor, "m w"],
    latent: Float[Tensor, "n c"],
) -> Float[Tensor, "n 2 p"]:
    """Each image's own slice, through its transfer function; arguments as of `expect`.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    transfer : (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    grid : (m, w)
        Rows of c volumes, from `Grid.rows`.
    latent : (n, c)
        Weight of each volume in an image.
    """
    from cryo_core.heterogeneity.linear import kernels

    model = torch.empty(len(transfer), 2, transfer.shape[1])
    images = transfer.numpy(), _single(rotation), *_lines(forward), np.float32(forward.grid.step)
    volumes = grid.numpy().reshape(-1), grid.shape[1], latent.shape[1], _single(latent), model.numpy()
    _run(
        lambda part: kernels.predict(*images, forward.grid.size, *volumes, *part),
        _cut(len(transfer), _PARTS),
    )
    return model


def insert(
    forward: ForwardModel,
    data: Float[Tensor, "n 2 p"],
    transfer: Float[Tensor, "n p"],
    rotation: Float[Tensor, "n 3 3"],
    first_moment: Float[Tensor, "n c"],
    second_moment: Float[Tensor, "n q"],
    sums: Float[Tensor, "m w"],
) -> None:
    """Add images to the grid's sums, each with its moments.

    Parameters
    ----------
    forward : ForwardModel
        Pixels, noise and CTF.
    data, transfer : (n, 2, p), (n, p)
        What `weigh` returns.
    rotation : (n, 3, 3)
        Rotation of each image.
    first_moment : (n, c)
        What data times transfer are multiplied by.
    second_moment : (n, q)
        What the squared transfer is multiplied by.
    sums : (m, w)
        The sums at the grid's points; changed.
    """
    from cryo_core.heterogeneity.linear import kernels_sums

    step, size = np.float32(forward.grid.step), forward.grid.size
    images = data.numpy(), transfer.numpy(), _single(rotation), *_lines(forward), step, size
    moments = _single(first_moment), _single(second_moment)
    target = sums.numpy().reshape(-1), sums.shape[1]
    _run(lambda part: kernels_sums.insert(*images, *moments, *target, *part), _slabs(size))


def _lines(forward: ForwardModel) -> tuple[np.ndarray, np.ndarray]:
    return forward.x.float().numpy(), forward.y.float().numpy()


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
    """Run each part once, on torch's number of threads, in a pool that ends with this call."""
    threads = min(torch.get_num_threads(), len(parts))
    if threads <= 1:
        for part in parts:
            task(part)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(task, parts))
