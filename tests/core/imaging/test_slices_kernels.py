"""The CPU's kernels: the same answer as torch, as NUFFT to their order, exact adjoints and derivatives."""

import importlib
import os
import subprocess
import sys

import pytest
import torch
from test_imaging import exact_slices, molecule, seeded

from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.geometry.rotations import axis_angle_to_matrix, euler_to_matrix, random_rotations
from cryo_core.imaging import slices_cpu, slices_torch
from cryo_core.imaging.slices import (
    SliceAccumulator,
    extract_slices,
    insert_slices,
    prepare,
    volume_from_padded,
)

KINDS = ("linear", "cubic")


@pytest.fixture
def fused(monkeypatch):
    """The GPU's kernels, run by Triton's interpreter on the CPU."""
    pytest.importorskip("triton")
    if not torch.cuda.is_available():
        monkeypatch.setenv("TRITON_INTERPRET", "1")
    return importlib.import_module("cryo_core.imaging.slices_triton")


def rotations(n: int) -> torch.Tensor:
    """Random ones, and those whose slices lie on the grid's own planes."""
    straight = [[0, 0, 0], [90, 0, 0], [0, 90, 0], [0, 180, 0], [90, 90, 90], [45, 90, 0], [0, 1e-4, 0]]
    return torch.cat(
        [euler_to_matrix(torch.tensor(straight, dtype=torch.float32)), random_rotations(n, seeded(1))]
    )


def noise(*shape: int, seed: int = 5) -> torch.Tensor:
    return torch.randn(*shape, generator=seeded(seed))


@pytest.mark.parametrize("kind,padding,most", [("linear", 1, 0.10), ("cubic", 1, 0.02), ("cubic", 2, 0.0005)])
def test_errors_against_nufft(kind, padding, most):
    volume, rotation = molecule(), random_rotations(20, seeded(1))
    expected = exact_slices(volume, rotation) * (frequency_squared((64, 64), 1.0).sqrt() < 0.5)
    found = extract_slices(prepare(volume, padding, kind), rotation, 64, padding, kind)
    assert float((found - expected).abs().norm() / expected.abs().norm()) < most


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("volume_box,box,padding", [(16, 16, 2), (15, 15, 2), (16, 12, 2), (12, 12, 1)])
def test_kernels_are_torchs(kind, volume_box, box, padding):
    margin, rotation = int(kind == "cubic"), rotations(40)
    grid = prepare(noise(volume_box, volume_box, volume_box), padding, kind)
    found = slices_cpu.extract(grid, rotation, box, padding, margin)
    expected = slices_torch.extract(grid, rotation, box, padding, margin)
    assert float((found - expected).abs().max()) < 1e-5 * float(expected.abs().max())
    values = noise(len(rotation), slices_cpu.disc_of(box).pixels, 3)
    sums = [torch.zeros(grid.numel(), 3) for _ in range(2)]
    slices_cpu.scatter(sums[0], grid.shape, values, rotation, box, padding, margin)
    slices_torch.scatter(sums[1], tuple(grid.shape), values, rotation, box, padding, margin)
    assert float((sums[0] - sums[1]).abs().max()) < 1e-5 * float(sums[1].abs().max())


@pytest.mark.parametrize("volume_box,box,padding", [(16, 16, 2), (15, 15, 2), (16, 12, 2), (12, 12, 1)])
def test_cubic_insertion_is_the_adjoint(volume_box, box, padding):
    rotation, s = rotations(5), image_to_spectrum(noise(12, box, box, seed=6))
    grid = prepare(noise(volume_box, volume_box, volume_box), padding, "cubic")
    out = extract_slices(grid, rotation, box, padding, "cubic")
    left = float(((s.conj() * out).real.double() * hermitian_weights(box)).sum())
    back, inner = insert_slices(s, rotation, volume_box, padding, "cubic"), grid[1:-1, 1:-1, 1:-1]
    right = float(((back.conj() * inner).real.double() * hermitian_weights(padding * volume_box + 1)).sum())
    assert right == pytest.approx(left, rel=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_are_the_derivatives(kind):
    """In float64: to the volume exactly, for the slice is linear in it; to the rotation by small steps."""
    volume, rotation = molecule(16).double(), random_rotations(4, seeded(3)).double()
    weight = torch.complex(noise(4, 16, 9), noise(4, 16, 9, seed=7)).to(torch.complex128)

    def loss(v: torch.Tensor, turn: torch.Tensor) -> torch.Tensor:
        found = extract_slices(prepare(v, 2, kind), axis_angle_to_matrix(turn) @ rotation, 16, 2, kind)
        return (found * weight).real.sum() + found.abs().square().sum()

    turn = torch.zeros(4, 3, dtype=torch.float64, requires_grad=True)
    v = volume.clone().requires_grad_()
    to_volume, to_turn = torch.autograd.grad(loss(v, turn), (v, turn))
    step = noise(16, 16, 16, seed=9).double()
    difference = float((loss(volume + step, turn) - loss(volume - step, turn)).detach()) / 2
    assert float((to_volume * step).sum()) == pytest.approx(difference, rel=1e-5)
    size, step = (1e-4, 1e-7)[kind == "linear"], noise(4, 3, seed=10).double()
    difference = float((loss(volume, size * step) - loss(volume, -size * step)).detach()) / (2 * size)
    assert float((to_turn * step).sum()) == pytest.approx(difference, rel=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_are_torchs(kind):
    margin, rotation = int(kind == "cubic"), random_rotations(9, seeded(2))
    weight = torch.complex(noise(9, 16, 9), noise(9, 16, 9, seed=7))
    found = []
    for engine in (slices_cpu, slices_torch):
        grid = prepare(noise(16, 16, 16), 2, kind).requires_grad_()
        turn = rotation.clone().requires_grad_()
        found.append(torch.autograd.grad(engine.extract(grid, turn, 16, 2, margin), (grid, turn), weight))
    for ours, theirs in zip(*found, strict=True):
        assert float((ours - theirs).abs().max()) < 2e-5 * float(theirs.abs().max())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("volume_box,box,padding", [(8, 8, 2), (9, 6, 2)])
def test_fused_kernels_are_the_cpus(fused, kind, volume_box, box, padding):
    """Slices, sums, and gradients to the volume and to the pose."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    margin, rotation = int(kind == "cubic"), rotations(2)[[1, 5, 7, 8]]
    weight = torch.complex(noise(len(rotation), box, box // 2 + 1), noise(len(rotation), box, box // 2 + 1))
    values = noise(len(rotation), slices_cpu.disc_of(box).pixels, 3)
    found = []
    for engine, place in ((fused, device), (slices_cpu, "cpu")):
        grid = prepare(noise(volume_box, volume_box, volume_box), padding, kind).to(place).requires_grad_()
        turn = rotation.to(place).requires_grad_()
        out = engine.extract(grid, turn, box, padding, margin)
        # Poses at 90 degrees lie on cell edges, where a linear slope has two values.
        to_grid, to_turn = torch.autograd.grad(out, (grid, turn), weight.to(place))
        sums = torch.zeros(grid.numel(), 3, device=place)
        engine.scatter(sums, tuple(grid.shape), values.to(place), turn.detach(), box, padding, margin)
        found.append([v.detach().cpu() for v in (out, to_grid, sums, *([to_turn] if margin else []))])
    for ours, theirs in zip(*found, strict=True):
        assert float((ours - theirs).abs().max()) < 1e-5 * float(theirs.abs().max())


@pytest.mark.parametrize("kind", KINDS)
def test_a_volume_comes_back_from_its_slices(kind):
    volume, rotation = molecule(32), random_rotations(1500, seeded(4))
    accumulator = SliceAccumulator(32, 2, interpolation=kind)
    for part in torch.split(rotation, 500):
        spectra = extract_slices(prepare(volume, 2, "cubic"), part, 32, 2, "cubic")
        accumulator.add(spectra, torch.ones_like(spectra.real), part)
    mean = accumulator.numerator() / accumulator.weight().clamp(min=1e-3)
    inside = frequency_squared((65, 65, 65), 1.0)[..., :33].sqrt() < 0.48
    found = volume_from_padded(torch.where(inside, mean, 0.0), 32, 2, kind)
    expected = volume_from_padded(prepare(volume) * inside, 32) * 1.0
    a, b = found[8:24, 8:24, 8:24].flatten(), expected[8:24, 8:24, 8:24].flatten()
    assert float(torch.corrcoef(torch.stack([a, b]))[0, 1]) > 0.995


def test_nothing_depends_on_threads_or_batches():
    """To the last bit: sums run in the order of the images."""
    rotation, values = random_rotations(60, seeded(1)), noise(60, slices_cpu.disc_of(32).pixels, 3)

    def sums(batch: int) -> torch.Tensor:
        accumulator = SliceAccumulator(32)
        for i in range(0, 60, batch):
            accumulator.add_pixels(values[i : i + batch], rotation[i : i + batch], 32)
        return accumulator.numerator()

    before = torch.get_num_threads()
    try:
        torch.set_num_threads(1)
        alone = sums(60)
        torch.set_num_threads(2)
        assert torch.equal(sums(60), alone) and torch.equal(sums(7), alone)
    finally:
        torch.set_num_threads(before)


def test_arguments_are_not_written_to():
    grid, rotation = prepare(noise(16, 16, 16)), random_rotations(5, seeded(1))
    s = image_to_spectrum(noise(5, 16, 16))
    copies = grid.clone(), rotation.clone(), s.clone()
    first = extract_slices(grid, rotation, 16), insert_slices(s, rotation, 16)
    second = extract_slices(grid, rotation, 16), insert_slices(s, rotation, 16)
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))
    assert all(torch.equal(a, b) for a, b in zip((grid, rotation, s), copies, strict=True))


def test_importing_the_room_does_not_load_numba():
    code = "import sys, cryo_core.imaging.slices, cryo_core.reconstruction.solve; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
