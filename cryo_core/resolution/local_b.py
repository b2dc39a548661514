"""Local B factors: the fall of a map's amplitudes about every place, from the same bands as its local resolution.

Guinier's plot (Rosenthal & Henderson 2003, J. Mol. Biol. 333, 721) of each soft ball: ln amplitude over f², whose slope
is −B / 4. Bands are passed through the whole map and windowed after, so that strong low frequencies do not leak into
weak high ones, as they do where a window is cut and transformed: at B = 200 Å² that flattens the plot. What is left of
it: behind a step, density sharper by 110 Å² takes 8 Å² off a place 36 Å away.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.resolution.bands import Bands, Nodes, Window, bands_up_to, local_products, nodes_of

_HALF_WIDTH = 5.0
"""Half width of the bands, in spacings: narrower ones reach so far that sharp neighbours flatten a blurred place."""

_LEAST_BANDS = 3
"""A line is fitted to so many bands at least."""


class _SoftBands(Bands):
    """Bands whose kernels end soon: cos³. A cosine's reach far, and carry sharp density into blurred neighbours."""

    def gain(self, frequency: Float[Tensor, "*grid"], band: int) -> Float[Tensor, "*grid"]:
        """Amplitude that a band passes at each frequency."""
        return super().gain(frequency, band) ** 3


@dataclass(frozen=True)
class LocalBSettings:
    """How local B factors are measured.

    Attributes
    ----------
    window_angstrom : Å
        The soft ball is 1 to half of it, and 0 at one and a half of it.
    coarsest_angstrom : Å
        Where the fit begins: coarser amplitudes show the molecule's shape.
    threshold : FSC
        Of half maps: the fit ends where their local FSC first falls below it.
    """

    window_angstrom: float = 25.0
    coarsest_angstrom: float = 10.0
    threshold: float = 0.143

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        Window(self.window_angstrom)
        if not 1 < self.coarsest_angstrom <= 100 or not 0 < self.threshold < 1:
            raise SettingsError("coarsest_angstrom should be 1 to 100, threshold between 0 and 1")


@dataclass(frozen=True)
class LocalB:
    """B factor about every voxel (Å², positive: amplitudes fall) and its standard error; NaN where there is none."""

    b_factor: Volume
    error: Volume


def local_b_of_halves(
    half1: Volume, half2: Volume, settings: LocalBSettings | None = None, progress: Progress = silent
) -> LocalB:
    """Local B factors of the signal that two half maps share: their noise, which flattens a map's plot, is not in it.

    The amplitude of a band is the root of the halves' cross power, and counts by what the local FSC says of its error.

    Parameters
    ----------
    half1, half2 : Volume
        Half maps on one grid, not filtered.
    settings : LocalBSettings, optional
        How to measure.
    progress : Progress
        Called after each band.

    Raises
    ------
    ShapeError
        The grids differ.
    SettingsError
        Voxels are too coarse for the range to be fitted.
    """
    settings = settings or LocalBSettings()
    half1.require_same_grid(half2)
    bands, nodes = _grids(half1, settings)
    pairs = ((0, 1), (0, 0), (1, 1))
    found = list(
        local_products((half1, half2), pairs, bands, Window(settings.window_angstrom), nodes, progress)
    )
    cross, one, other = torch.stack(found, -1).double()
    fsc = cross / (one.clamp(min=0) * other.clamp(min=0)).sqrt().clamp(min=1e-300)
    reached = (fsc >= settings.threshold).long().cumprod(-1).bool()
    weight = torch.where(reached & (cross > 0), 2 * fsc**2 / (1 + fsc**2), 0.0)
    return _fitted(half1, cross, weight, bands, nodes, settings)


def local_b_of_map(
    volume: Volume,
    finest: Volume | float,
    settings: LocalBSettings | None = None,
    progress: Progress = silent,
) -> LocalB:
    """Local B factors of one map, from bands coarser than a resolution beyond which it holds noise.

    Parameters
    ----------
    volume : Volume
        The map.
    finest : Volume or float
        Finest resolution to fit, in Å: of all of the map, or about each voxel (a local resolution).
    settings : LocalBSettings, optional
        How to measure.
    progress : Progress
        Called after each band.

    Raises
    ------
    ShapeError
        The local resolution has another grid.
    SettingsError
        Voxels are too coarse for the range to be fitted.
    """
    settings = settings or LocalBSettings()
    bands, nodes = _grids(volume, settings)
    products = local_products((volume,), ((0, 0),), bands, Window(settings.window_angstrom), nodes, progress)
    power = torch.stack([found[0] for found in products], -1).double()
    if isinstance(finest, Volume):
        volume.require_same_grid(finest)
        limit = nodes.nearest(finest.density).double()[..., None]
    else:
        limit = torch.tensor(float(finest), dtype=torch.float64, device=power.device)
    inside = bands.centre_per_angstrom.to(power.device) <= 1.0 / limit.clamp(min=1e-6)
    return _fitted(volume, power, (inside & (power > 0)).double(), bands, nodes, settings)


def _grids(volume: Volume, settings: LocalBSettings) -> tuple[Bands, Nodes]:
    window = Window(settings.window_angstrom)
    made = bands_up_to(0.5 / volume.voxel_angstrom, window.shell_per_angstrom, _HALF_WIDTH)
    bands = _SoftBands(made.centre_per_angstrom, made.half_width_per_angstrom)
    fitted = int((bands.centre_per_angstrom >= 1.0 / settings.coarsest_angstrom).sum())
    if fitted < _LEAST_BANDS:
        raise SettingsError(
            f"voxels of {volume.voxel_angstrom:.3g} Å leave {fitted} bands finer than "
            f"{settings.coarsest_angstrom:g} Å: fit from a coarser resolution on, or take finer voxels"
        )
    return bands, nodes_of(volume, window)


def _fitted(
    volume: Volume,
    power: Float[Tensor, "z y x b"],
    weight: Float[Tensor, "z y x b"],
    bands: Bands,
    nodes: Nodes,
    settings: LocalBSettings,
) -> LocalB:
    """Weighted least squares of ln amplitude on f² at each node; a band counts as its number of coefficients, f²."""
    f = bands.centre_per_angstrom.to(power.device)
    used = (f >= 1.0 / settings.coarsest_angstrom - 1e-9).double()
    w = weight * used * f**2
    # a band holds as many coefficients as its shell is large: its power is their sum
    x, y = f**2, 0.5 * (power / (f**2 + _variance(bands))).clamp(min=1e-300).log()
    total = w.sum(-1).clamp(min=1e-300)
    mean_x, mean_y = (w * x).sum(-1) / total, (w * y).sum(-1) / total
    off = x - mean_x[..., None]
    spread = (w * off**2).sum(-1).clamp(min=1e-300)
    slope = (w * off * (y - mean_y[..., None])).sum(-1) / spread
    count = (w > 0).sum(-1)
    left = y - mean_y[..., None] - slope[..., None] * off
    # neighbouring bands overlap: of two half widths' worth one is independent
    apart = (count / _HALF_WIDTH - 1).clamp(min=1.0)
    error = ((w * left**2).sum(-1) / total / apart * total / spread).sqrt()
    fitted = count >= _LEAST_BANDS
    b, b_error = (
        torch.where(fitted, values, torch.nan) for values in (_unbiased(-4.0 * slope, bands), 4.0 * error)
    )
    return LocalB(*(volume.with_density(_spread(nodes, values).to(torch.float32)) for values in (b, b_error)))


def _unbiased(b: Float[Tensor, "*m"], bands: Bands) -> Float[Tensor, "*m"]:
    """B factors without what bands of finite width take off: B (1 − B σ²), σ² the variance of f within a band."""
    variance = _variance(bands)
    return (1.0 - (1.0 - 4.0 * variance * b).clamp(min=0.0).sqrt()) / (2.0 * variance)


def _variance(bands: Bands) -> float:
    """Variance of f within a band, weighted by its power."""
    middle = float(bands.centre_per_angstrom[len(bands) // 2])
    off = torch.linspace(-1.0, 1.0, 401, dtype=torch.float64) * bands.half_width_per_angstrom
    power = bands.gain(middle + off, len(bands) // 2) ** 2
    return float((power * off**2).sum() / power.sum())


def _spread(nodes: Nodes, values: Float[Tensor, "z y x"]) -> Float[Tensor, "z2 y2 x2"]:
    """Values on the nodes, interpolated to the voxels among nodes that have one; NaN where the nearest has none."""
    known = torch.isfinite(values)
    weight = nodes.spread(known.double())
    filled = nodes.spread(torch.where(known, values, 0.0)) / weight.clamp(min=1e-9)
    return torch.where(nodes.nearest_voxels(known), filled, torch.nan)
