"""Maps whose resolution varies over the molecule, with half maps and the exact truth.

A clean density is blurred by a B factor that varies over space (flexible ends, whole domains, slow drifts),
two halves get independent noise of one spectrum, and their mean is put into some state of sharpening. Since
signal and noise are known apart, the expected local FSC of the halves is known too, and with it the
resolution about every voxel.
"""

import math
from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Atoms, Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_filter, raised_cosine
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.geometry.masks import soften
from cryo_core.imaging.density import density
from cryo_core.resolution.bands import (
    Bands,
    Nodes,
    Window,
    bands_up_to,
    local_products,
    nodes_of,
    smoother_of,
)
from cryo_core.resolution.local_fsc import LocalFscSettings, crossing

MASK_RESOLUTION_ANGSTROM = 4.0
"""Resolution of the clean density of which the true mask is made."""

_MASK_LEVEL = 0.02
"""Share of the simulated density's 99.5th percentile (of what is positive) from which a voxel is the molecule's."""

_REFERENCE = 12.0
"""Resolution at which the signal-to-noise ratio is set, in Å."""

_LEVELS = 10
"""How many blurred copies the varying blur is interpolated between."""


@dataclass(frozen=True)
class Variation:
    """Parameters of one simulated map, all numbers with their units; `draw_variation` draws them.

    `snr` is signal over noise in a half map at 12 Å, in power, before any blur. Resolution runs from
    `best_angstrom` to `worst_angstrom` over the molecule. `drift`, `ends` and `domains` weigh what makes it
    vary: a slow random field of `drift_angstrom`, the distance from the middle, and balls that move as one.
    Noise has the power spectrum (1 + low / (1 + (f / 0.05)²)) · exp(−B f² / 2), the same everywhere but for
    `unevenness`. The mean of the halves is multiplied by exp(−`sharpening` f² / 4) (negative sharpens), by
    the figure of merit if `weighted`, and low-passed to `low_pass_angstrom` unless that is 0.
    """

    snr: float = 100.0
    best_angstrom: float = 3.5
    worst_angstrom: float = 8.0
    drift: float = 1.0
    drift_angstrom: float = 30.0
    ends: float = 0.5
    domains: float = 0.5
    noise_low: float = 1.0
    noise_b_angstrom2: float = 0.0
    unevenness: float = 0.1
    sharpening_b_angstrom2: float = 0.0
    weighted: bool = False
    low_pass_angstrom: float = 0.0

    def __post_init__(self) -> None:
        """Refuse a best resolution that is not better than the worst."""
        if not 0 < self.best_angstrom < self.worst_angstrom:
            raise SettingsError(f"best {self.best_angstrom} and worst {self.worst_angstrom} Å: should rise")


@dataclass(frozen=True)
class VariedMap:
    """A simulated map, its halves, and the truth.

    `resolution` is the crossing of the expected local FSC of the halves (0.143, `LocalFscSettings`' window);
    `mask` the molecule; `signal` the map without its noise, before sharpening; `global_angstrom` the median of
    the truth in the mask.
    """

    map: Volume
    half1: Volume
    half2: Volume
    signal: Volume
    resolution: Volume
    mask: Bool[Tensor, "z y x"]
    variation: Variation

    @property
    def global_angstrom(self) -> float:
        """Median of the true resolution in the mask."""
        return float(self.resolution.density[self.mask].median())


def draw_variation(voxel_angstrom: float, generator: torch.Generator) -> Variation:
    """Parameters of a map, drawn from the ranges that training uses (all uniform).

    SNR 20–1000 (its logarithm); best 3 Å (or 2.4 voxels) to 5.5 Å, worst 1.2 to 3.5 times that, 14 Å at most;
    drift 20–70 Å; weights 0–1 (of drift 0.2–1); noise low 0–4, B −40–80 Å²;
    unevenness 0–0.2; sharpening B −200–150 Å²; weighted in half of the maps; low-passed in half of them, to
    0.75–1.1 of the best resolution.
    """

    def uniform(low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=generator))

    best = uniform(max(3.0, 2.4 * voxel_angstrom), max(5.5, 2.8 * voxel_angstrom))
    worst = best * uniform(1.2, 3.5)
    return Variation(
        snr=math.exp(uniform(math.log(20.0), math.log(1000.0))),
        best_angstrom=best,
        worst_angstrom=min(worst, 14.0),
        drift=uniform(0.2, 1.0),
        drift_angstrom=uniform(20.0, 70.0),
        ends=uniform(0.0, 1.0),
        domains=uniform(0.0, 1.0),
        noise_low=uniform(0.0, 4.0),
        noise_b_angstrom2=uniform(-40.0, 80.0),
        unevenness=uniform(0.0, 0.2),
        sharpening_b_angstrom2=uniform(-200.0, 150.0),
        weighted=uniform(0.0, 1.0) < 0.5,
        low_pass_angstrom=best * uniform(0.75, 1.1) if uniform(0.0, 1.0) < 0.5 else 0.0,
    )


def clean_density(atoms: Atoms, voxel_angstrom: float, largest_box: int = 144) -> Volume:
    """Sharp density of a model in a cube with 25 Å of solvent on all sides, or as much as the largest box leaves.

    B factors keep half of their differences, from 20 Å² up to 50: `vary_resolution` adds the blur.

    Parameters
    ----------
    atoms : Atoms
        The model.
    voxel_angstrom : float
        Voxel size, in Å.
    largest_box : int
        Largest edge, in voxels.
    """
    b = atoms.b_factor_angstrom2
    sharp = replace(atoms, b_factor_angstrom2=20.0 + 0.5 * (b - b.min()).clamp(max=60.0))
    low, high = atoms.position_angstrom.amin(0), atoms.position_angstrom.amax(0)
    edge = math.ceil((float((high - low).max()) + 50.0) / voxel_angstrom)
    size = min(max(64, edge + edge % 2), largest_box)
    x, y, z = (float(m) - (size // 2) * voxel_angstrom for m in 0.5 * (low + high))
    return density(sharp, (size, size, size), voxel_angstrom, (x, y, z))


def vary_resolution(clean: Volume, variation: Variation, generator: torch.Generator) -> VariedMap:
    """Map of a clean density, with a resolution that varies over it.

    The blur at a place of intended resolution d is the B at which the molecule's mean power falls to a sixth
    of a half's noise at 1/d, where the local FSC is 0.143. The truth is then measured: the expected local FSC
    of the blurred signal and the noise, window included.

    Parameters
    ----------
    clean : Volume
        The density, its B factors low.
    variation : Variation
        The parameters of the map.
    generator : torch.Generator
        Source of the random numbers, on the CPU.

    Raises
    ------
    SettingsError
        The voxels are too large for the best resolution, or the density is blank.
    """
    if variation.best_angstrom < 2.0 * clean.voxel_angstrom:
        raise SettingsError(
            f"voxels of {clean.voxel_angstrom} Å cannot hold {variation.best_angstrom} Å: make them smaller"
        )
    mask = molecule(clean)
    settings = LocalFscSettings()
    bands = bands_up_to(0.5 / clean.voxel_angstrom, settings.window.shell_per_angstrom, settings.half_width)
    nodes = nodes_of(clean, settings.window)
    intended = _intended(clean, mask, variation, generator)
    power = _mean_power(clean, mask, bands, settings.window, nodes)
    noise_power = _noise_power(clean, bands, variation)
    level = _at(power, bands, _REFERENCE) / _at(noise_power, bands, _REFERENCE) / variation.snr
    signal = _blurred(clean, intended, power, level * noise_power, bands)
    uneven = 1.0 + variation.unevenness * _slow_field(clean, 40.0, generator)
    halves = [_noisy(signal, uneven, level, variation, generator) for _ in range(2)]
    truth, global_curve = _truth(signal, uneven, level * noise_power, bands, nodes, settings, mask)
    mean = mean_map(*halves)
    final = _finish(mean, variation, bands, global_curve)
    return VariedMap(final, halves[0], halves[1], signal, truth, mask, variation)


def zone_masked(varied: VariedMap, generator: torch.Generator) -> Volume:
    """Map with its solvent set to zero, as many maps are deposited.

    The mask keeps everything to 3–8 Å from the molecule and falls to 0 over 3–6 Å more (drawn, uniform).
    """
    voxel = varied.map.voxel_angstrom
    reach, edge = (float(u) for u in torch.rand(2, generator=generator))
    keep = soften(varied.mask, (3.0 + 5.0 * reach) / voxel, (3.0 + 3.0 * edge) / voxel)
    return varied.map.with_density(varied.map.density * keep)


def molecule(clean: Volume) -> Bool[Tensor, "z y x"]:
    """Voxels of the molecule: above a fiftieth of the peak of the density at 4 Å.

    At 4 Å as molmap simulates it: blurred by a Gaussian of 0.225 · 4 Å. The peak is the 99.5th percentile of
    what lies above a hundredth of the maximum. SettingsError if the density is blank.
    """
    width = 2.0 * (math.pi * 0.225 * MASK_RESOLUTION_ANGSTROM) ** 2
    smooth = apply_filter(clean, lambda s2: torch.exp(-width * s2)).density
    positive = smooth[smooth > 0.01 * smooth.max()]
    if float(clean.density.std()) == 0 or not len(positive):
        raise SettingsError("the density is blank: there is no molecule in it")
    return smooth > _MASK_LEVEL * positive.sort().values[int(0.995 * (len(positive) - 1))]


def _intended(
    clean: Volume, mask: Bool[Tensor, "z y x"], variation: Variation, generator: torch.Generator
) -> Float[Tensor, "z y x"]:
    """Intended resolution of every voxel: a random mixture of fields, brought to the range by rank in the mask."""
    place = mask.nonzero().float()
    middle = place.mean(0)
    axes = [
        torch.arange(n, device=mask.device, dtype=torch.float32) - m
        for n, m in zip(mask.shape, middle, strict=True)
    ]
    radius = (axes[0][:, None, None] ** 2 + axes[1][:, None] ** 2 + axes[2] ** 2).sqrt()
    field = variation.drift * _slow_field(clean, variation.drift_angstrom, generator)
    field = field + variation.ends * 2.0 * radius / radius[mask].max()
    ball = 0.4 * float(radius[mask].max())
    for _ in range(2):
        pick = place[int(torch.randint(len(place), (), generator=generator))]
        away = [
            torch.arange(n, device=mask.device, dtype=torch.float32) - p
            for n, p in zip(mask.shape, pick, strict=True)
        ]
        distance = (away[0][:, None, None] ** 2 + away[1][:, None] ** 2 + away[2] ** 2).sqrt()
        sign = 1.0 if float(torch.rand((), generator=generator)) < 0.7 else -1.0
        field = field + sign * variation.domains * 1.5 * torch.sigmoid(
            (ball - distance) * clean.voxel_angstrom / 3.0
        )
    inside = field[mask].sort().values
    low, high = inside[int(0.02 * len(inside))], inside[int(0.98 * len(inside))]
    share = ((field - low) / (high - low)).clamp(0.0, 1.0)
    return variation.best_angstrom + (variation.worst_angstrom - variation.best_angstrom) * share


def _slow_field(volume: Volume, length_angstrom: float, generator: torch.Generator) -> Float[Tensor, "z y x"]:
    """Gaussian random field of mean 0 and deviation 1 that varies over `length_angstrom`."""
    white = torch.randn(volume.density.shape, generator=generator).to(volume.density.device)
    slow = apply_filter(
        volume.with_density(white), lambda s2: torch.exp(-s2 * (length_angstrom**2) * 2.0)
    ).density
    return (slow - slow.mean()) / slow.std()


def _mean_power(
    volume: Volume, mask: Bool[Tensor, "z y x"], bands: Bands, window: Window, nodes: Nodes
) -> Float[Tensor, " b"]:
    """Mean of a map's local power over the nodes inside the molecule."""
    share = smoother_of(nodes, window, mask.device)(nodes.gather(mask.to(torch.float32)))
    inside = nodes.gather(mask.to(torch.float32)) > 0.5
    inside = inside if bool(inside.any()) else share >= share.max()
    rows = [p[0][inside].mean() for p in local_products((volume,), ((0, 0),), bands, window, nodes)]
    return torch.stack(rows).clamp(min=1e-30)


def _noise_shape(frequency: Float[Tensor, "*grid"], variation: Variation) -> Float[Tensor, "*grid"]:
    low = 1.0 + variation.noise_low / (1.0 + (frequency / 0.05) ** 2)
    return low * torch.exp(-0.5 * variation.noise_b_angstrom2 * frequency**2)


def _noise_power(volume: Volume, bands: Bands, variation: Variation) -> Float[Tensor, " b"]:
    """Power of noise of `_noise_shape` in each band: the mean over all coefficients of gain² · shape."""
    z, y, x = volume.density.shape
    frequency = frequency_squared((z, y, x), volume.voxel_angstrom, volume.density.device).sqrt()
    shape = _noise_shape(frequency, variation) * hermitian_weights(x, frequency.device)
    total = z * y * x
    return torch.stack(
        [(bands.gain(frequency, b) ** 2 * shape).double().sum() / total for b in range(len(bands))]
    )


def _at(curve: Float[Tensor, " b"], bands: Bands, resolution_angstrom: float) -> float:
    """Value of a positive curve at a resolution, linear in its logarithm."""
    step = float(bands.centre_per_angstrom[1] - bands.centre_per_angstrom[0])
    place = min(max(1.0 / resolution_angstrom / step - 1.0, 0.0), len(bands) - 1.0)
    low = min(int(place), len(bands) - 2)
    logs = curve.double().log()
    return math.exp(float(logs[low] + (place - low) * (logs[low + 1] - logs[low])))


def _blurred(
    clean: Volume,
    intended: Float[Tensor, "z y x"],
    power: Float[Tensor, " b"],
    noise: Float[Tensor, " b"],
    bands: Bands,
) -> Volume:
    """Density blurred so that it meets a sixth of the noise at each place's intended resolution."""
    low, high = float(intended.min()), float(intended.max())
    steps = [low + (high - low) * i / (_LEVELS - 1) for i in range(_LEVELS)]
    out = torch.zeros_like(clean.density)
    for d in steps:
        ratio = 6.0 * _at(power, bands, d) / _at(noise, bands, d)
        b = max(0.0, 2.0 * d**2 * math.log(max(ratio, 1.0)))
        weight = (1.0 - (intended - d).abs() / ((high - low) / (_LEVELS - 1))).clamp(min=0.0)
        out = out + weight * apply_filter(clean, lambda s2, b=b: torch.exp(s2 * (-b / 4.0))).density  # type: ignore[misc]
    return clean.with_density(out)


def _noisy(
    signal: Volume,
    uneven: Float[Tensor, "z y x"],
    level: float,
    variation: Variation,
    generator: torch.Generator,
) -> Volume:
    """Signal with noise of the chosen spectrum."""
    white = signal.with_density(torch.randn(signal.density.shape, generator=generator).to(uneven.device))
    noise = apply_filter(white, lambda s2: (level * _noise_shape(s2.sqrt(), variation)).sqrt()).density
    return signal.with_density(signal.density + uneven * noise)


def _truth(
    signal: Volume,
    uneven: Float[Tensor, "z y x"],
    noise: Float[Tensor, " b"],
    bands: Bands,
    nodes: Nodes,
    settings: LocalFscSettings,
    mask: Bool[Tensor, "z y x"],
) -> tuple[Volume, Float[Tensor, " b"]]:
    """Resolution of the halves' expected local FSC, and the mean of that FSC over the molecule."""
    inside = nodes.gather(mask.to(torch.float32)) > 0.5
    spread = smoother_of(nodes, settings.window, mask.device)(nodes.gather(uneven.square()))
    rows, means = [], []
    for b, (power,) in enumerate(local_products((signal,), ((0, 0),), bands, settings.window, nodes)):
        rows.append(power / (power + spread * float(noise[b])).clamp(min=1e-37))
        mean = power[inside].mean()
        means.append(mean / (mean + float(noise[b])))
    resolution = crossing(torch.stack(rows, -1), bands, settings)
    return signal.with_density(nodes.spread(resolution).to(signal.density.dtype)), torch.stack(means)


def _finish(mean: Volume, variation: Variation, bands: Bands, curve: Float[Tensor, " b"]) -> Volume:
    """Mean of the halves in its state of sharpening."""
    step = float(bands.centre_per_angstrom[1] - bands.centre_per_angstrom[0])
    shell = 2.0 / (max(mean.density.shape) * mean.voxel_angstrom)

    def gain(s2: Tensor) -> Tensor:
        frequency = s2.sqrt()
        out = torch.exp(s2 * (-variation.sharpening_b_angstrom2 / 4.0))
        if variation.weighted:
            place = (frequency / step - 1.0).clamp(0.0, len(curve) - 1.0)
            low = place.floor().long().clamp(max=len(curve) - 2)
            fsc = torch.lerp(curve[low], curve[low + 1], place - low)
            out = out * (2.0 * fsc / (1.0 + fsc)).sqrt()
        if variation.low_pass_angstrom > 0:
            out = out * raised_cosine(frequency, 1.0 / variation.low_pass_angstrom, 3.0 * shell)
        return out

    return apply_filter(mean, gain)
