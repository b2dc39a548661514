"""Local resolution and the molecule's mask from one map: a network on band powers, or a rule without one.

Where a map still has its solvent, noise is known in every band, and so is what stands above it. Where the
solvent was masked away it is not: then the noise is what a given global resolution implies, and without one
the answer is a guess and says so.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import apply_filter
from cryo_core.resolution.bands import Window, smoother_of
from cryo_core.resolution.features import LocalPowers, local_powers, relative_log_powers
from cryo_core.resolution.model import PowerNetwork
from cryo_core.resolution.solvent import Regions, find_regions

COARSEST_ANGSTROM = 20.0
"""Answer of the rule at a place where no band stands out, in Å."""

_GUESS_ANGSTROM = 4.5
_GUESS_DEVIATION_ANGSTROM = 3.0
_GIVEN_DEVIATION = 0.15
_REFERENCE_ANGSTROM = 12.0
_REFERENCE_SNR = 100.0
_FSC_RATIO = 6.0
"""Noise over signal in a half map where the FSC is 0.143."""


@dataclass(frozen=True)
class Prediction:
    """Resolution and its standard deviation in Å at every voxel, the molecule's mask, and warnings.

    `global_angstrom` is the median inside the mask. `knows_noise` is false where the map's solvent was masked
    away.
    """

    resolution: Volume
    deviation: Volume
    mask: Bool[Tensor, "z y x"]
    global_angstrom: float
    knows_noise: bool
    warnings: tuple[str, ...]


def predict(
    volume: Volume,
    network: PowerNetwork | None,
    global_angstrom: float | None = None,
    progress: Progress = silent,
) -> Prediction:
    """Local resolution about every voxel of a map, and the molecule's mask.

    Parameters
    ----------
    volume : Volume
        A density map, of any grey scale and state of sharpening; the molecule bright. Best as it was
        reconstructed: with its solvent.
    network : PowerNetwork, optional
        `load_network()` returns the default, on the CPU; it is used on the map's device. None: the rule, i.e.
        the first band whose power over the solvent's means that a half map's local FSC is below 0.143.
    global_angstrom : float, optional
        The map's resolution (FSC 0.143). It stands in for the noise of a map whose solvent was masked away:
        there the rule is used, since the network learnt with the noise known, and its median is the given
        resolution.
    progress : Progress
        Called after each band.

    Raises
    ------
    SettingsError
        The map is constant, not finite, or dark on bright; or the given resolution is not possible.
    """
    require_resolution(global_angstrom)
    window = Window(network.settings.window_angstrom if network else Window().size_angstrom)
    regions = find_regions(volume)
    warnings: list[str] = []
    base = 0.0
    if regions.has_noise:
        powers = local_powers(volume, regions, window, progress)
        logs = relative_log_powers(powers)
    else:
        powers = local_powers(_without_edge(volume, regions), regions, window, progress)
        base = masked_deviation(global_angstrom)
        share = _filled_share(powers, regions, window)
        typical_share = float(share[powers.nodes.nearest(regions.mask)].median())
        powers = powers.with_noise(implied_noise(powers, global_angstrom or _guess(volume), typical_share))
        logs = relative_log_powers(_refilled(powers, share))
        warnings.append(masked_warning(regions, global_angstrom))
    flat = logs.reshape(-1, logs.shape[-1])
    resolution_at_nodes, deviation = _answer(flat, powers, network if regions.has_noise else None)
    if not regions.has_noise and global_angstrom:
        middle = powers.nodes.spread(resolution_at_nodes.reshape(powers.nodes.shape))[regions.mask].median()
        resolution_at_nodes = resolution_at_nodes * (global_angstrom / middle)
    finest = 2.0 * volume.voxel_angstrom
    grid = [
        powers.nodes.spread(v.reshape(powers.nodes.shape))
        for v in (resolution_at_nodes, (deviation.square() + base**2).sqrt())
    ]
    resolution = volume.with_density(grid[0].clamp(min=finest).to(volume.density.dtype))
    inside = resolution.density[regions.mask]
    median = float(inside.median())
    warnings += _doubts(inside, global_angstrom if regions.has_noise else None, finest)
    spread = volume.with_density(grid[1].to(volume.density.dtype))
    return Prediction(resolution, spread, regions.mask, median, regions.has_noise, tuple(warnings))


def _doubts(inside: Float[Tensor, " n"], global_angstrom: float | None, finest: float) -> list[str]:
    """Warnings about resolutions (Å) inside the mask: far from the given one, or at Nyquist's frequency."""
    warnings, median = [], float(inside.median())
    if global_angstrom and abs(median - global_angstrom) > 0.4 * global_angstrom:
        warnings.append(
            f"The map's own noise says {median:.1f} Å in the median, far from the given {global_angstrom:.1f} Å: "
            "was its solvent changed, or the map filtered?"
        )
    if float((inside <= finest * 1.02).float().mean()) > 0.5:
        warnings.append(
            f"Most of the map reaches its Nyquist frequency ({finest:.2f} Å): smaller voxels would say more."
        )
    return warnings


def rule(logs: Float[Tensor, "n b"], powers: LocalPowers) -> Float[Tensor, " n"]:
    """Resolution at which a half map's local FSC, computed from power over noise, first falls below 0.143.

    A whole map's signal over noise is ratio − 1 and a half's is half of that; FSC = 0.143 where a half's is 1
    / 6.
    """
    snr = (logs.exp() - 1.0) / 2.0 * _FSC_RATIO
    under = snr < 1.0
    index = torch.where(under.any(1), under.to(torch.int8).argmax(1), logs.shape[1])
    before, here = (index - 1).clamp(min=0), index.clamp(max=logs.shape[1] - 1)
    frequency = powers.bands.centre_per_angstrom.to(logs)
    high = snr.gather(1, before[:, None])[:, 0].clamp(min=1.0).log()
    low = snr.gather(1, here[:, None])[:, 0].clamp(min=0.1).log()
    part = (high / (high - low).clamp(min=1e-6)).clamp(0.0, 1.0)
    at = torch.lerp(frequency[before], frequency[here], part)
    return 1.0 / at.clamp(min=1.0 / COARSEST_ANGSTROM)


def implied_noise(powers: LocalPowers, global_angstrom: float, share: float = 1.0) -> Float[Tensor, " b"]:
    """Noise spectrum that a global resolution implies.

    Signal over noise of a half is taken to fall as a Gaussian in frequency, from 100 at 12 Å to 1/6 at the
    given resolution. A molecule's typical power is then (`share` + 2 · that) times the noise.

    Parameters
    ----------
    powers : LocalPowers
        Powers of the map, b bands.
    global_angstrom : float
        The map's resolution, in Å.
    share : float
        Part of the molecule's window that still has noise, 0 to 1.
    """
    f = powers.bands.centre_per_angstrom.to(powers.typical)
    limit = 1.0 / global_angstrom**2
    reference = min(1.0 / _REFERENCE_ANGSTROM**2, 0.5 * limit)
    slope = math.log(_REFERENCE_SNR * _FSC_RATIO) / (limit - reference)
    snr = torch.exp(slope * (limit - f.square())) / _FSC_RATIO
    return powers.typical / (share + 2.0 * snr)


def _answer(
    logs: Float[Tensor, "n b"], powers: LocalPowers, network: PowerNetwork | None
) -> tuple[Float[Tensor, " n"], Float[Tensor, " n"]]:
    by_rule = rule(logs, powers)
    if network is None:
        return by_rule, 0.2 * by_rule
    if network.settings.bands != logs.shape[1]:
        raise ShapeError(
            f"the network was trained on {network.settings.bands} bands, and there are {logs.shape[1]}"
        )
    with torch.no_grad():
        mean, deviation = network.to(logs.device).eval()(logs, by_rule)
    return mean, deviation


def _filled_share(powers: LocalPowers, regions: Regions, window: Window) -> Float[Tensor, "z y x"]:
    """Share of each window that was not set to a constant."""
    filled = powers.nodes.gather((~regions.blank).to(powers.power.dtype)).clamp(0.0, 1.0)
    return smoother_of(powers.nodes, window, filled.device)(filled).clamp(0.01, 1.0)


def _refilled(powers: LocalPowers, share: Float[Tensor, "z y x"]) -> LocalPowers:
    """Powers with the noise that a window would hold where the map was set to a constant."""
    assert powers.noise is not None
    missing = (1.0 - share) * powers.noise[:, None, None, None]
    return LocalPowers(powers.power + missing, powers.noise, powers.typical, powers.bands, powers.nodes)


def _without_edge(volume: Volume, regions: Regions) -> Volume:
    """Map that fades into what was set to a constant, so that the mask's own edge is no sharp feature."""
    keep = (~regions.blank).to(volume.density.dtype)
    level = (
        volume.density[regions.blank].median() if bool(regions.blank.any()) else volume.density.new_zeros(())
    )
    away = (volume.density - level) * keep

    def blurred(values: Tensor) -> Tensor:
        return apply_filter(
            volume.with_density(values), lambda s2: torch.exp(-2.0 * (math.pi * 3.0) ** 2 * s2)
        ).density

    weight = blurred(keep).clamp(min=0.0)
    fade = blurred(away) / weight.clamp(min=0.02) * (weight * 2.0).clamp(max=1.0)
    return volume.with_density(torch.where(regions.blank, fade, away))


def _guess(volume: Volume) -> float:
    return max(_GUESS_ANGSTROM, 2.2 * volume.voxel_angstrom)


def masked_deviation(global_angstrom: float | None) -> float:
    """Standard deviation (Å) of the answer for a masked map: 15% of the given resolution, or 3 Å without one."""
    return _GIVEN_DEVIATION * (global_angstrom or 0.0) or _GUESS_DEVIATION_ANGSTROM


def masked_warning(regions: Regions, global_angstrom: float | None) -> str:
    """Warning that a map's own noise is not known, with what the answer then rests on."""
    why = (
        f"{100 * regions.blank_fraction:.0f}% of the box holds one value: the solvent was masked away, and with it "
        "the noise that resolution is told by"
        if regions.blank_fraction > 0.05
        else "there is too little solvent in the box to learn the noise from"
    )
    if global_angstrom is None:
        return (
            f"{why[0].upper()}{why[1:]}. Only differences between places mean anything, the level is a guess: give the "
            "half maps, the unmasked map, or the global resolution."
        )
    return (
        f"{why[0].upper()}{why[1:]}. The level rests on the given {global_angstrom:.2f} Å and the differences on an "
        "assumed fall of signal over noise: half maps or the unmasked map would say more."
    )


def require_resolution(global_angstrom: float | None) -> None:
    """Raise SettingsError for a global resolution that no map has."""
    if global_angstrom is None:
        return
    if not 1.0 <= global_angstrom <= 50.0:
        raise SettingsError(f"a global resolution of {global_angstrom} Å: should be 1 to 50 Å")
