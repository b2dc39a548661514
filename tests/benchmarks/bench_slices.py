"""Slices a second, and their error against NUFFT, beside torch-projectors and plain grid_sample."""

from collections.abc import Callable, Iterator

import finufft
import numpy as np
import torch
from common import Row, alternate, median

from cryo_core.data import Volume
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.grids import frequency_squared
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging import slices_torch
from cryo_core.imaging.slices import extract_slices, prepare

BARS = {"linear": 0.027, "cubic": 0.005}


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    try:
        import torch_projectors
    except ImportError:
        torch_projectors = None
        missing.append("torch-projectors (build its sdist and give its folder in CRYO_PEERS)")
    for box in (64, 128):
        yield from _errors(box)
    for box, count in ((64, 512), (128, 128)):
        for kind in ("linear", "cubic"):
            for gradient in ("none", "volume", "pose"):
                yield from _speed(box, count, kind, gradient, repeats, torch_projectors)


def _errors(box: int) -> Iterator[Row]:
    noise = torch.randn(box, box, box, generator=torch.Generator().manual_seed(2))
    volume = low_pass(Volume(noise * sphere_mask((box,) * 3, 0.28 * box, 4.0), 1.0), 2.2).density
    rotation = random_rotations(20, torch.Generator().manual_seed(1))
    y, x = np.meshgrid(np.arange(box) - box // 2, np.arange(box // 2 + 1), indexing="ij")
    k = x.ravel()[:, None] * rotation[:, None, 0].numpy() + y.ravel()[:, None] * rotation[:, None, 1].numpy()
    k = np.ascontiguousarray((k * 2 * np.pi / box).reshape(-1, 3).T.astype(np.float64))
    exact = finufft.nufft3d2(k[2], k[1], k[0], volume.numpy().astype(np.complex128), eps=1e-9, isign=-1)
    truth = torch.from_numpy(exact.reshape(20, box, -1)) * (frequency_squared((box, box), 1.0).sqrt() < 0.5)
    for kind, bar in BARS.items():
        for padding in (1, 2):
            found = extract_slices(prepare(volume, padding, kind), rotation, box, padding, kind)
            error = float((found - truth).abs().norm() / truth.abs().norm())
            what = f"error against NUFFT, {kind}, padding {padding}, D = {box}"
            judged = (f"≤ {bar}", error <= bar) if padding == 2 else ("", None)
            yield Row(what, error, "relative", bar=judged[0], holds=judged[1])


def _speed(box: int, count: int, kind: str, gradient: str, repeats: int, peer: object) -> Iterator[Row]:
    calls = {"ours": _ours(box, count, kind, gradient, True)}
    if kind == "linear":
        calls["grid_sample"] = _ours(box, count, kind, gradient, False)
    if peer is not None:
        calls["torch-projectors"] = _theirs(peer, box, count, kind, gradient)
    seconds = alternate(calls, repeats)
    rate = {name: count / median(values) for name, values in seconds.items()}
    what = f"slices a second, {kind}, padding 2, D = {box}"
    what += "" if gradient == "none" else f", with gradient to the {gradient}"
    least = 1.0 if gradient == "none" else 1.2
    for name in calls.keys() - {"ours"}:
        ratio = rate["ours"] / rate[name]
        judged = (
            (f"≥ {least} ×", ratio >= least)
            if name == "torch-projectors" and kind == "linear"
            else ("", None)
        )
        yield Row(what, rate["ours"], "1/s", name, rate[name], ratio, *judged, runs=seconds)
    if len(calls) == 1:
        yield Row(what, rate["ours"], "1/s", runs=seconds)


def _inputs(box: int, count: int, gradient: str, grid: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    rotation = random_rotations(count, torch.Generator().manual_seed(1))
    return grid.detach().requires_grad_(gradient == "volume"), rotation.requires_grad_(gradient == "pose")


def _ours(box: int, count: int, kind: str, gradient: str, kernels: bool) -> Callable[[], None]:
    volume = torch.randn(box, box, box, generator=torch.Generator().manual_seed(1))
    grid, rotation = _inputs(box, count, gradient, prepare(volume, 2, kind))
    given = torch.randn(count, box, box // 2 + 1, dtype=torch.complex64)

    def call() -> None:
        if kernels:
            out = extract_slices(grid, rotation, box, 2, kind)
        else:
            out = slices_torch.extract(grid, rotation, box, 2, 0)
        if gradient != "none":
            torch.autograd.grad(out, grid if gradient == "volume" else rotation, given)

    return call


def _theirs(peer, box: int, count: int, kind: str, gradient: str) -> Callable[[], None]:
    volume = torch.randn(2 * box, 2 * box, 2 * box, generator=torch.Generator().manual_seed(1))
    grid, rotation = _inputs(box, count, gradient, torch.fft.rfftn(volume)[None])  # noqa: TID251
    turned = rotation.detach()[None].mT.contiguous().requires_grad_(gradient == "pose")
    given = torch.randn(1, count, box, box // 2 + 1, dtype=torch.complex64)

    def call() -> None:
        out = peer.project_3d_to_2d_forw(
            grid,
            turned,
            output_shape=(box, box),
            interpolation=kind,
            oversampling=2.0,
            fourier_radius_cutoff=box / 2,
        )
        if gradient != "none":
            torch.autograd.grad(out, grid if gradient == "volume" else turned, given)

    return call
