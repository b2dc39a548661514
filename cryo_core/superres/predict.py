"""Super-resolution of a whole map, with the confidence and the difference: one of three answers by region.

Each tile goes through the network several times, with dropout and in several of the 24 rotations. Where the
passes agree on a change, the network's answer is taken; where they do not, the blind filter's, and the map
itself where the filter's change contradicts the network's. What is coarser than 10 Å stays the map's own, but
for the filter's gain, which is one number for all coefficients of a frequency; and shells that the map knows better
than the network come back (`restore`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import apply_filter
from cryo_core.geometry.tiles import Tiling, blended, cube_turns, turned, turned_back
from cryo_core.memory import fitting_batch
from cryo_core.superres.model import Generator
from cryo_core.superres.prepare import VOXEL_ANGSTROM, Prepared, Scheme, from_grid, prepare
from cryo_core.superres.restore import restored
from cryo_core.superres.rule import STEP
from cryo_core.validation.fsc import fsc

LABEL = "cryo superres: PREDICTION of a network, not a measurement"
"""Label in the header of an enhanced map."""

LOW_ANGSTROM = 10.0
"""Up to this resolution the enhanced map has to agree with its input."""

_KEPT, _FREE = 1.0 / 9.5, 1.0 / 7.5
"""Up to the first frequency (1/Å) changes are removed, from the second on they are kept."""

_REGION_ANGSTROM = 4.0
"""Deviation of the Gaussian over which agreement is judged."""

_STRIDE = 7
"""Passes take every seventh of the 24 rotations, so that a few of them differ much."""


@dataclass(frozen=True)
class SuperresSettings:
    """How a map goes through the network.

    Attributes
    ----------
    tile : voxels
        Edge of a tile, in voxels of 1 Å.
    overlap : voxels
        Of neighbouring tiles.
    passes : passes
        With dropout and rotations; confidence is their agreement.
    batch : tiles
        At a time on a CPU; on a GPU as many as there is memory for.
    seed : number
        Seed of what is drawn at random.
    largest_share : share
        Of the network's answer in the result, at most; 0: the filter alone.
    """

    tile: int = 64
    overlap: int = 12
    passes: int = 4
    batch: int = 2
    seed: int = 20240229
    largest_share: float = 1.0

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not 12 <= self.tile <= 256 or not 0 <= 2 * self.overlap <= self.tile:
            raise SettingsError("tile: 12 to 256; overlap: at most half of it")
        if not 2 <= self.passes <= 1000 or self.batch < 1:
            raise SettingsError("passes: at least 2, since confidence is their agreement; batch: at least 1")
        if not 0 <= self.largest_share <= 1:
            raise SettingsError("largest_share: 0 (the filter alone) to 1")


@dataclass(frozen=True)
class Enhanced:
    """An enhanced map, with measures of how far to believe it.

    `map`, `filtered` (the rule alone) and `difference` (`map` − the input) are in the input's density units;
    `confidence` (0 to 1) is the agreement of the network's passes (`agreement`), 0 where it saw no molecule:
    it shows where the passes agree, not that they are right. `low_frequency_fsc` is the least FSC to the
    input at resolutions coarser than 10 Å. `used_fraction` is the mean share of the network's change that was
    used in the molecule, `restored_angstrom` the resolutions between which the map's own came back (None: nowhere),
    `warnings` what a person should read first.
    """

    map: Volume
    filtered: Volume
    confidence: Volume
    difference: Volume
    mask: Bool[Tensor, "z y x"]
    low_frequency_fsc: float
    used_fraction: float
    end_angstrom: float
    restored_angstrom: tuple[float, float] | None
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """Answer of a network for a prepared map, in the network's units: mean change of its passes, and their variance."""

    change: Float[Tensor, "z y x"]
    variance: Float[Tensor, "z y x"]

    @property
    def seen(self) -> Float[Tensor, "z y x"]:
        """1 where a tile went through the network, 0 elsewhere."""
        return ((self.change != 0) | (self.variance != 0)).to(self.change)


def enhance(
    volume: Volume,
    generator: Generator | None,
    settings: SuperresSettings | None = None,
    mask: Bool[Tensor, "z y x"] | None = None,
    network_voxels: bool = False,
    progress: Progress = silent,
    halves: tuple[Volume, Volume] | None = None,
) -> Enhanced:
    """Enhanced map; without a generator, by the blind filter alone.

    The result is the input plus the change, so that where nothing changes nothing is resampled.

    Parameters
    ----------
    volume : Volume
        The map.
    generator : Generator, optional
        The network; None: the blind filter alone.
    settings : SuperresSettings, optional
        How the map goes through the network.
    mask : (z, y, x), optional
        The molecule, on the map's grid; found if None.
    network_voxels : bool
        Whether the result is on the network's grid of 1 Å, not on the input's.
    progress : Progress
        Called after each batch of tiles.
    halves : pair of Volume, optional
        Half maps on the map's grid: they tell what of the map's own is better than the network's.

    Raises
    ------
    ShapeError
        Half maps on another grid.
    SettingsError
        The map cannot be enhanced; see `prepare`.
    """
    for half in halves or ():
        volume.require_same_grid(half)
    settings = settings or SuperresSettings()
    scheme: Scheme = (
        "published" if generator is not None and generator.settings.head == "published" else "sharpening"
    )
    prepared = prepare(volume, scheme, mask)
    change = prepared.filtered.density - prepared.map.density
    confidence = share = torch.zeros_like(prepared.input)
    came = torch.zeros(1)
    if generator is not None:
        proposal = propose(prepared.input, prepared.mask, generator, settings, progress)
        confidence = agreement(proposal) * proposal.seen
        share = generator.trusted(confidence) * proposal.seen * settings.largest_share
        beyond = prepared.map.with_density(mixed(proposal, prepared, share) - change)
        back = restored(prepared, change + _without_low(beyond).density, halves)
        change, came = back.change, back.share
    used = None if generator is None else float(share[prepared.mask].double().mean())
    return _finished(volume, prepared, change, (confidence, used, came), network_voxels)


def propose(
    density: Float[Tensor, "z y x"],
    mask: Bool[Tensor, "z y x"],
    generator: Generator,
    settings: SuperresSettings,
    progress: Progress = silent,
) -> Proposal:
    """Answer of a network for a prepared map, tile by tile, in several passes.

    Tiles without a voxel of the molecule, or within 4 Å of it, are left out: nothing is changed there.

    Parameters
    ----------
    density : (z, y, x)
        The map on 1 Å voxels, in the network's units.
    mask : (z, y, x)
        The molecule.
    generator : Generator
        The network.
    settings : SuperresSettings
        Tiles, passes and seed.
    progress : Progress
        Called after each batch of tiles.
    """
    fold = generator.settings.fold
    tile = settings.tile + (-settings.tile) % fold
    turns = cube_turns()

    def passes(cubes: Float[Tensor, "n t t t"]) -> Float[Tensor, "n c t t t"]:
        total, squares = torch.zeros_like(cubes), torch.zeros_like(cubes)
        for number in range(settings.passes):
            turn = turns[(number * _STRIDE) % len(turns)]
            made = generator(turned(cubes, turn)[:, None].contiguous())[:, 0]
            change = turned_back(made, turn) - cubes
            total += change
            squares += change.square()
        mean = total / settings.passes
        variance = (squares / settings.passes - mean.square()).clamp(min=0.0)
        return torch.stack([mean, variance * settings.passes / (settings.passes - 1)], 1)

    batch = fitting_batch("super-resolution", max(density.shape), density.device, settings.batch, tile)
    tiling = Tiling(tile, settings.overlap, batch)
    with torch.no_grad(), _dropping(generator, settings.seed):
        moments = blended(density, tiling, 2, passes, _near(mask), progress)
    return Proposal(moments[0], moments[1])


def agreement(proposal: Proposal) -> Float[Tensor, "z y x"]:
    """Agreement r / (r + 3 σ), r the change and σ the passes' deviation, both root mean squares over the region.

    1 is full agreement, a half a change of three deviations; 0 where nothing is changed.
    """
    change, spread = (
        _regional(v).clamp(min=0.0).sqrt() for v in (proposal.change.square(), proposal.variance)
    )
    return change / (change + 3.0 * spread).clamp(min=1e-12)


def mixed(proposal: Proposal, prepared: Prepared, share: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    """Change of the map, in its own units: the network's, the filter's, or none, by region.

    The filter's change is kept to the extent that the network's answer agrees with it (the regression of the
    one on the other over the region, within 0 to 1); where the network saw nothing it is kept whole.

    Parameters
    ----------
    proposal : Proposal
        Answer of the network.
    prepared : Prepared
        The map.
    share : (z, y, x)
        Share of the network's change that is used, 0 to 1.
    """
    network = (
        proposal.change * prepared.scale
        + prepared.input * prepared.scale
        + prepared.level
        - prepared.map.density
    )
    rule = prepared.filtered.density - prepared.map.density
    along, power = _regional(network * rule), _regional(rule.square())
    least = 1e-6 * float(power.max()) + 1e-30
    kept = torch.where((power > least) & (proposal.seen > 0), along / power.clamp(min=least), 1.0).clamp(
        0.0, 1.0
    )
    return share * network + (1.0 - share) * kept * rule


def low_frequency_fsc(a: Volume, b: Volume) -> float:
    """Least FSC of two maps over the shells coarser than 10 Å."""
    curve = fsc(a, b)
    low = (curve.frequency_per_angstrom <= 1.0 / LOW_ANGSTROM) & (curve.frequency_per_angstrom > 0)
    return float(curve.correlation[low].min()) if bool(low.any()) else 1.0


def _finished(
    volume: Volume,
    prepared: Prepared,
    change: Float[Tensor, "z y x"],
    found: tuple[Float[Tensor, "z y x"], float | None, Float[Tensor, " b"]],
    network_voxels: bool,
) -> Enhanced:
    """Results on their grid; `found` are confidence, used fraction, and the share of the map's own that came back."""
    confidence, used, came = found
    base = prepared.map if network_voxels else volume.with_density(volume.density.to(torch.float32))

    def placed(values: Float[Tensor, "z y x"]) -> Volume:
        return from_grid(prepared.map.with_density(values), base)

    difference = placed(change)
    made = base.with_density(base.density + difference.density)
    filtered = base.with_density(
        base.density + placed(prepared.filtered.density - prepared.map.density).density
    )
    sure = placed(confidence)
    mask = placed(prepared.mask.to(change)).density >= 0.5
    agreed = low_frequency_fsc(base, made)
    warnings = _warnings(used, agreed)
    return Enhanced(
        made,
        filtered,
        sure.with_density(sure.density.clamp(0.0, 1.0)),
        difference,
        mask,
        agreed,
        used or 0.0,
        prepared.end_angstrom,
        _range(came),
        warnings,
    )


def _range(share: Float[Tensor, " b"]) -> tuple[float, float] | None:
    """Resolutions (Å) from which to which more than a twentieth of a shell is the map's own that came back."""
    bins = (share > 0.05).nonzero()[:, 0].tolist()
    return (1.0 / (max(bins[0], 0.5) * STEP), 1.0 / ((bins[-1] + 1) * STEP)) if bins else None


def _warnings(used: float | None, agreed: float) -> tuple[str, ...]:
    warnings = []
    if used is not None and used < 0.2:
        warnings.append(
            f"The network is sure of little here ({used:.2f} of its change is used): most of the map is the blind "
            "filter's."
        )
    if agreed < 0.98:
        warnings.append(
            f"The enhanced map disagrees with its input beyond 10 Å (FSC {agreed:.3f}): do not use it."
        )
    return tuple(warnings)


def _near(mask: Bool[Tensor, "z y x"]) -> Bool[Tensor, "z y x"]:
    """Voxels that the network sees: the molecule and 4 Å about it."""
    return nn.functional.max_pool3d(mask.float()[None, None], 9, 1, 4)[0, 0] > 0


def _regional(values: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    width = 2.0 * (torch.pi * _REGION_ANGSTROM) ** 2
    return apply_filter(Volume(values, VOXEL_ANGSTROM), lambda s2: torch.exp(-width * s2)).density


def _without_low(change: Volume) -> Volume:
    """Change without what is coarser than 10 Å: there the map's own phases stay."""

    def gain(s2: Tensor) -> Tensor:
        ramp = ((s2.sqrt() - _KEPT) / (_FREE - _KEPT)).clamp(0.0, 1.0)
        return 0.5 - 0.5 * torch.cos(torch.pi * ramp)

    return apply_filter(change, gain)


@contextmanager
def _dropping(generator: Generator, seed: int) -> Iterator[None]:
    """Switch dropout on, and nothing else of training; one seed gives one answer, the caller's random state stays."""
    device = next(generator.parameters()).device
    generator.eval()
    for module in generator.modules():
        if isinstance(module, nn.Dropout):
            module.train()
    with torch.random.fork_rng([device] if device.type == "cuda" else []):
        torch.manual_seed(seed)
        yield
    generator.eval()
