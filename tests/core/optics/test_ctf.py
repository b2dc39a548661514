"""The phase γ with even Zernike coefficients: against the polynomials, and every twin of it against `optics.ctf`."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from test_corrected import BOX, COUNT, PIXEL, each, optics_of
from torch import Tensor

from cryo_core.data import Optics
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.linear import engine_cpu, engine_torch
from cryo_core.heterogeneity.linear.forward import ForwardModel, optics_tables
from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.imaging import kernels_weigh
from cryo_core.optics.ctf import ctf, ctf_factors, decay, phase
from cryo_core.optics.zernike import even_order, zernike
from cryo_core.refinement.band import _phase_and_envelope, band_between

EVEN = (0.4, 20.0, -15.0, 30.0, 300.0, -200.0, 100.0, 250.0, -350.0)


def high(count: int = COUNT) -> Optics:
    return replace(optics_of(count), even_zernike=each(EVEN, count))


def grid() -> tuple[Tensor, Tensor]:
    """Frequencies in float64 (`image_frequencies` rounds them to float32)."""
    y, x = torch.arange(BOX).double() - BOX // 2, torch.arange(BOX // 2 + 1).double()
    fy, fx = torch.meshgrid(y / (BOX * PIXEL), x / (BOX * PIXEL), indexing="ij")
    return fx, fy


def test_even_coefficients_are_those_of_the_polynomials() -> None:
    fx, fy = grid()
    added = phase(high(), fx, fy) - phase(optics_of(COUNT), fx, fy)
    expected = -sum(c * zernike(*even_order(i), fx, fy) for i, c in enumerate(EVEN))
    assert float(expected.abs().max()) > 5
    assert torch.allclose(added, expected.expand_as(added), atol=1e-9)
    nothing = replace(optics_of(COUNT), even_zernike=torch.zeros(COUNT, 9).double())
    assert torch.equal(phase(nothing, fx, fy), phase(optics_of(COUNT), fx, fy))
    more = replace(optics_of(COUNT), even_zernike=each((*EVEN, 0.1)))
    with pytest.raises(SettingsError, match="rlnEvenZernike: at most 9"):
        ctf_factors(more)


def test_polynomials_are_those_of_the_books() -> None:
    fx, fy = grid()
    s2, angle = fx**2 + fy**2, torch.atan2(fy, fx)
    s = s2.sqrt()
    for index, value in enumerate(
        (
            torch.ones_like(s),
            *(s2 * torch.sin(2 * angle), 2 * s2 - 1, s2 * torch.cos(2 * angle)),
            *(s2**2 * torch.sin(4 * angle), (4 * s2**2 - 3 * s2) * torch.sin(2 * angle)),
            *(
                6 * s2**2 - 6 * s2 + 1,
                (4 * s2**2 - 3 * s2) * torch.cos(2 * angle),
                s2**2 * torch.cos(4 * angle),
            ),
        )
    ):
        assert torch.allclose(zernike(*even_order(index), fx, fy), value, atol=1e-12), index
    assert torch.allclose(zernike(5, 5, fx, fy), s**5 * torch.cos(5 * angle), atol=1e-12)


@pytest.mark.parametrize("optics", [optics_of(COUNT), high()], ids=["plain", "high"])
def test_the_twins_give_the_same_transfer_function(optics: Optics) -> None:
    optics = replace(optics, b_factor_angstrom2=torch.full((COUNT,), 25.0).double())
    fx, fy = grid()
    expected, half = phase(optics, fx, fy).sin() * decay(optics, fx, fy), BOX // 2
    assert torch.allclose(ctf(optics, BOX, PIXEL), expected, atol=1e-4)
    factors, unit = (ctf_factors(optics) / (2 * math.pi)).numpy(), 1 / (BOX * PIXEL)
    row = np.empty(half + 1, np.float64)
    for i, j in ((0, 0), (3, 5), (7, half), (COUNT - 1, BOX - 1)):
        write = kernels_weigh._high_transfer if factors.shape[1] > 5 else kernels_weigh._transfer
        write(factors, i, (j - half) * unit, unit, half + 1, row)
        kernels_weigh._damp(25.0, (j - half) * unit, unit, half + 1, row)
        assert np.abs(row - expected[i, j].numpy()).max() < 1e-6
    band = band_between(BOX, PIXEL, 60.0, 3.5)
    gamma, envelope = _phase_and_envelope(optics, band)
    wanted = expected[:, band.y + half, band.x]
    assert torch.allclose((gamma.sin() * envelope).double(), wanted, atol=2e-4)  # float32 of up to 60 radians
    x, y = (torch.from_numpy(np.ascontiguousarray(v)) for v in (band.x, band.y))
    forward = ForwardModel(
        *(Grid(BOX, 9, 1.5, 0.94, "cpu"), x, y, torch.zeros_like(x), torch.ones(1, len(x)), unit),
        *optics_tables(optics),
    )
    spectra, still = np.ones((COUNT, len(x)), np.complex64), torch.zeros(COUNT, 2)
    for engine in (engine_cpu, engine_torch):
        _, transfer = engine.weigh(forward, spectra, (0, COUNT), still, torch.ones(COUNT))
        assert torch.allclose(transfer.double(), math.sqrt(2) * wanted, atol=1e-5), engine.__name__
