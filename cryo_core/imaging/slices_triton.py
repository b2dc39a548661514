"""Slicing and inserting on a GPU with one fused kernel each, compiled by Triton at the first call.

The same sums as `slices_torch`, which runs where Triton is not installed or sums must have one order; `slices`
chooses. A program takes a block of pixels of one image: it turns them into the volume, and reads or adds to
their 8 or 64 neighbours without writing anything in between, so that the memory moved is the grid's and the
slices' own. Insertion adds atomically. Single precision only.
"""

from typing import Any, no_type_check

import torch
import triton
import triton.language as tl
from jaxtyping import Complex, Float
from torch import Tensor
from torch.autograd.function import once_differentiable

from cryo_core.imaging import slices_torch
from cryo_core.imaging.slices_torch import disc

_BLOCK = 128
"""Pixels a program takes."""


@triton.jit
@no_type_check
def _tap(t, tap: tl.constexpr, taps: tl.constexpr):
    """Weight of a neighbour, of the first to the last: the triangle's (2) or the cubic B-spline's (4)."""
    s = 1.0 - t
    if taps == 2:
        return s if tap == 0 else t
    if tap == 0:
        return s * s * s / 6.0
    if tap == 1:
        return 2.0 / 3.0 - t * t * (1.0 - 0.5 * t)
    if tap == 2:
        return 2.0 / 3.0 - s * s * (1.0 - 0.5 * s)
    return t * t * t / 6.0


@triton.jit
@no_type_check
def _place(rotation, image, x, y, height, width, taps: tl.constexpr):
    """A pixel's first neighbour (flat), its place within the cell, and the sign of its imaginary part."""
    at = rotation + image * 9
    px = x * tl.load(at) + y * tl.load(at + 3)
    py = x * tl.load(at + 1) + y * tl.load(at + 4)
    pz = x * tl.load(at + 2) + y * tl.load(at + 5)
    sign = tl.where(px < 0, -1.0, 1.0)
    px, py, pz = px * sign, py * sign, pz * sign
    ix, iy, iz = tl.floor(px), tl.floor(py), tl.floor(pz)
    middle = (height - 1) // 2 - (taps // 2 - 1)
    row = (iz.to(tl.int64) + middle) * height + (iy.to(tl.int64) + middle)
    return row * width + ix.to(tl.int64), px - ix, py - iy, pz - iz, sign


@triton.jit
@no_type_check
def _extract_kernel(
    grid, rotation, x, y, pixel, out, pixels, size, height, width, taps: tl.constexpr, block: tl.constexpr
):
    image = tl.program_id(1).to(tl.int64)
    p = tl.program_id(0) * block + tl.arange(0, block)
    inside = p < pixels
    px, py = tl.load(x + p, mask=inside, other=0.0), tl.load(y + p, mask=inside, other=0.0)
    first, fx, fy, fz, sign = _place(rotation, image, px, py, height, width, taps)
    real = tl.zeros((block,), tl.float32)
    imaginary = tl.zeros((block,), tl.float32)
    for k in tl.static_range(taps):
        for j in tl.static_range(taps):
            w = _tap(fz, k, taps) * _tap(fy, j, taps)
            for i in tl.static_range(taps):
                at = grid + 2 * (first + (k * height + j) * width + i)
                share = w * _tap(fx, i, taps)
                real += share * tl.load(at, mask=inside, other=0.0)
                imaginary += share * tl.load(at + 1, mask=inside, other=0.0)
    to = out + 2 * (image * size + tl.load(pixel + p, mask=inside, other=0))
    tl.store(to, real, mask=inside)
    tl.store(to + 1, imaginary * sign, mask=inside)


@triton.jit
@no_type_check
def _scatter_kernel(
    sums,
    rotation,
    x,
    y,
    values,
    pixels,
    height,
    width,
    numbers: tl.constexpr,
    taps: tl.constexpr,
    block: tl.constexpr,
):
    image = tl.program_id(1).to(tl.int64)
    p = tl.program_id(0) * block + tl.arange(0, block)
    inside = p < pixels
    px, py = tl.load(x + p, mask=inside, other=0.0), tl.load(y + p, mask=inside, other=0.0)
    first, fx, fy, fz, sign = _place(rotation, image, px, py, height, width, taps)
    for c in tl.static_range(numbers):
        value = tl.load(values + (image * pixels + p) * numbers + c, mask=inside, other=0.0)
        if c == 1:
            value = value * sign
        for k in tl.static_range(taps):
            for j in tl.static_range(taps):
                w = _tap(fz, k, taps) * _tap(fy, j, taps) * value
                for i in tl.static_range(taps):
                    at = sums + numbers * (first + (k * height + j) * width + i) + c
                    tl.atomic_add(at, w * _tap(fx, i, taps), mask=inside, sem="relaxed")


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
    return _Extract.apply(grid, rotation, box, padding, margin)  # type: ignore[no-untyped-call]


class _Extract(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, grid: Tensor, rotation: Tensor, box: int, padding: int, margin: int) -> Tensor:
        ctx.save_for_backward(grid, rotation)
        ctx.settings = box, padding, margin
        out = torch.zeros(len(rotation), box, box // 2 + 1, dtype=grid.dtype, device=grid.device)
        pixel, y, x = disc(box, grid.device)
        source = torch.view_as_real(grid.detach().resolve_conj().contiguous())
        programs = (triton.cdiv(len(pixel), _BLOCK), len(rotation))
        _, height, width = grid.shape
        _extract_kernel[programs](
            source, rotation.detach().contiguous(), x * padding, y * padding, pixel, torch.view_as_real(out),
            len(pixel), box * (box // 2 + 1), height, width, 2 + 2 * margin, _BLOCK,
        )  # fmt: skip
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        grid, rotation = ctx.saved_tensors
        box, padding, margin = ctx.settings
        to_grid = to_rotation = None
        if ctx.needs_input_grad[0]:
            values = torch.view_as_real(gradients[0].resolve_conj().flatten(1)[:, disc(box, grid.device)[0]])
            to_grid = torch.zeros_like(grid, memory_format=torch.contiguous_format)
            sums = torch.view_as_real(to_grid).view(-1, 2)
            scatter(sums, tuple(grid.shape), values.contiguous(), rotation, box, padding, margin)
        if ctx.needs_input_grad[1]:
            with torch.enable_grad():
                turn = rotation.detach().requires_grad_()
                out = slices_torch.extract(grid.detach(), turn, box, padding, margin)
            (to_rotation,) = torch.autograd.grad(out, turn, gradients[0])
        return to_grid, to_rotation, None, None, None


def scatter(
    sums: Float[Tensor, "m c"],
    shape: tuple[int, int, int],
    values: Float[Tensor, "n p c"],
    rotation: Float[Tensor, "n 3 3"],
    box: int,
    padding: int,
    margin: int,
) -> None:
    """Add each pixel's numbers (the second is imaginary) to its neighbours, in no fixed order.

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
    _, y, x = disc(box, values.device)
    programs = (triton.cdiv(len(x), _BLOCK), len(rotation))
    _scatter_kernel[programs](
        sums, rotation.detach().contiguous(), x * padding, y * padding, values.detach().contiguous(),
        len(x), shape[1], shape[2], values.shape[-1], 2 + 2 * margin, _BLOCK,
    )  # fmt: skip
