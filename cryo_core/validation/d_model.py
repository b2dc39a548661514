"""The resolution at which a model's map looks most like an experimental one: mtriage's d_model.

Afonine et al. 2018, Acta Cryst. D74, 814: the model at rest, blurred by the B factor that fits the map best, and cut
at the resolution that fits it best. Unlike the map-model FSC it does not ask whether details are right in phase alone,
but how much detail the map has.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.shells import radial_profile
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.validation.fsc import fsc

_BINS = 4096
"""Bins of frequency, far finer than the trial resolutions are apart."""

_ROUNDING = 1e-6
"""Amplitudes below this share of the largest are single precision's rounding: a low-pass ended the map."""

_B_FACTORS = range(-500, 500, 5)


@dataclass(frozen=True)
class DModel:
    """Resolution in Å, B factor in Å², and the correlation of Fourier coefficients that they reach.

    `limit_angstrom` is the finest resolution compared: where the map's FSC with the model falls to 0.
    """

    d_angstrom: float
    b_angstrom2: float
    correlation: float
    limit_angstrom: float


def d_model(volume: Volume, model: Volume) -> DModel:
    """d_model of a map; `model` is the density of its atomic model with all B = 0 on the same grid.

    With F the map's coefficients to `limit_angstrom` and G the model's, first B from −500 to 495 Å² in steps of
    5 maximises the correlation of F with G · exp(−B s² / 4); then d of mtriage's trial resolutions maximises
    that of all of F with the same cut at d. The mean (s = 0) does not count. ShapeError if the grids differ,
    SettingsError if either map is constant.
    """
    volume.require_same_grid(model)
    if not min(float(v.density.double().std()) for v in (volume, model)) > 0:
        raise SettingsError("d_model: the map or the model's map is constant, or not finite")
    limit = _limit(volume, model)
    cross, power, calculated, frequency = _binned(volume, model)
    used = frequency <= 1.0 / limit + 1e-9
    cross, power, calculated, s2 = cross[used], power[used], calculated[used], frequency[used] ** 2
    total = float(power.sum())
    b = max(_B_FACTORS, key=lambda b: _correlation(cross, calculated, s2, float(b), total))
    blur = torch.exp(-0.25 * b * s2)
    up_to = (cross * blur).cumsum(0) / (total * (calculated * blur**2).cumsum(0)).clamp(min=1e-300).sqrt()
    trials = [d for d in _trials(limit) if d <= 1.0 / float(frequency[used][0].clamp(min=1e-9))]
    correlations = [float(up_to[_last(frequency[used], 1.0 / d)]) for d in trials]
    best = max(range(len(trials)), key=lambda i: correlations[i])
    return DModel(trials[best], float(b), correlations[best], limit)


def _limit(volume: Volume, model: Volume) -> float:
    """Where the map-model FSC first falls to 0, or the map ends; else the corner of the grid's frequencies."""
    curve, amplitude = fsc(volume, model), radial_profile(volume)[1:].cpu()
    lost = torch.nonzero((curve.correlation[1:] <= 0) | (amplitude < _ROUNDING * amplitude.max()))
    if not len(lost):
        return 2.0 * volume.voxel_angstrom / math.sqrt(3.0)
    shell = max(2, int(lost[0]) + 1)
    return 1.0 / float(curve.frequency_per_angstrom[shell])


def _binned(
    volume: Volume, model: Volume
) -> tuple[Float[Tensor, " b"], Float[Tensor, " b"], Float[Tensor, " b"], Float[Tensor, " b"]]:
    """Sums of Re(F* G), |F|² and |G|² in bins of frequency, with the bins' frequencies (float64, on the CPU)."""
    z, y, x = volume.density.shape
    device = volume.density.device
    frequency = frequency_squared((z, y, x), volume.voxel_angstrom, device).sqrt().double()
    highest = float(frequency.max()) * (1.0 + 1e-6)
    index = (frequency / highest * _BINS).long()
    weight = hermitian_weights(x, device).double().expand(index.shape).clone()
    weight[frequency == 0] = 0.0
    f, g = volume_to_spectrum(volume.density), volume_to_spectrum(model.density)
    terms = (
        f.real.double() * g.real + f.imag.double() * g.imag,
        f.abs().double() ** 2,
        g.abs().double() ** 2,
    )
    sums = []
    for term in terms:
        empty = torch.zeros(_BINS, dtype=torch.float64, device=device)
        sums.append(empty.index_add_(0, index.flatten(), (term * weight).flatten()).cpu())
    middle = (torch.arange(_BINS, dtype=torch.float64) + 0.5) * (highest / _BINS)
    return sums[0], sums[1], sums[2], middle


def _correlation(
    cross: Float[Tensor, " b"], power: Float[Tensor, " b"], s2: Float[Tensor, " b"], b: float, total: float
) -> float:
    blur = torch.exp(
        -0.25 * b * (s2 - s2[-1])
    )  # counted from the end, so that a negative B does not overflow
    return float((cross * blur).sum()) / math.sqrt(total * float((power * blur**2).sum()))


def _trials(limit: float) -> list[float]:
    """Trial resolutions of mtriage from a limit on: 0.1 Å apart to 10.4 Å, then 1 Å."""
    highest = next((end for start, end in ((5.0, 10.0), (10.0, 20.0), (20.0, 40.0)) if limit < start), 100.0)
    fine = [i / 10.0 for i in range(max(1, math.floor(limit * 10.0)), 105)]
    return [d for d in [*fine, *(float(i) for i in range(11, 100))] if limit <= d <= highest] or [limit]


def _last(frequency: Float[Tensor, " b"], cutoff: float) -> int:
    return max(0, int((frequency <= cutoff).sum()) - 1)
