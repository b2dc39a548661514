"""What a network took from shells that the map knows better: the map's own comes back.

A map's spectrum ends by a low-pass, and there, where little amplitude is left of a phase that is as good as before, a
network puts its own. Of the truth an estimate cannot show more than the map does if it agrees less with the map than
the truth would. So in each shell the map's own (radially filtered), at the estimate's amplitude, is mixed in until the
two agree as far as the map is expected to agree with the truth, C: by half maps C² = 2 FSC / (1 + FSC) (Rosenthal &
Henderson 2003); without them C stays what it was before the map's end, measured by the network as a filter of noise,
since a low-pass takes signal and noise alike, and from there to where a low-pass ends.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.fourier.filters import apply_filter
from cryo_core.fourier.transforms import volume_to_spectrum
from cryo_core.superres.prepare import VOXEL_ANGSTROM, Prepared, to_grid
from cryo_core.superres.rule import BINS, STEP, binned, radial, working_mask
from cryo_core.validation.fsc import fsc

_BEFORE = 3
"""Bins before the map's end in which it is read how far the map agrees with the truth."""

_REACH = 3.0
"""Bins over which a low-pass ends (its edges are 0.03/Å wide, as RELION's): beyond, a map has nothing to give back."""

_LOW = 8
"""Bins (9.4 Å) that are the map's own already."""

_SIGNAL = 0.143
"""Least FSC of half maps at which a shell's own is worth having."""


@dataclass(frozen=True)
class Restored:
    """A change of the map from which shells came back, and the share of the map's own in each bin, 0 to 1."""

    change: Float[Tensor, "z y x"]
    share: Float[Tensor, " b"]


def restored(
    prepared: Prepared, change: Float[Tensor, "z y x"], halves: tuple[Volume, Volume] | None = None
) -> Restored:
    """Change of a map after shells that it knows better came back.

    Parameters
    ----------
    prepared : Prepared
        The map.
    change : (z, y, x)
        What an estimate adds to it.
    halves : pair of Volume, optional
        Half maps on the grid that the map had before it was prepared.
    """
    soft = working_mask(prepared.map, prepared.mask)
    own, made = prepared.filtered.density, prepared.map.density + change
    agreement, ratio = _compared(own, made, soft)
    if halves is None:
        wanted, ramp = _held(agreement, prepared.end_angstrom)
    else:
        wanted, ramp = _known(halves, soft), torch.ones(BINS, dtype=torch.float64)
    share = _share(agreement, wanted) * ramp
    back = apply_filter(prepared.filtered, radial(share * ratio)).density
    back = back - apply_filter(prepared.map.with_density(made), radial(share)).density
    return Restored(change + back * soft, share)


def _compared(
    own: Float[Tensor, "z y x"], made: Float[Tensor, "z y x"], soft: Float[Tensor, "z y x"]
) -> tuple[Float[Tensor, " b"], Float[Tensor, " b"]]:
    """Correlation of two maps in a soft mask by bin, and the ratio of the second's amplitude to the first's."""
    outside = own[soft < 0.05]
    level = float(outside.mean()) if len(outside) else 0.0
    a, b = (volume_to_spectrum((values - level) * soft) for values in (own, made))
    z, y, x = own.shape
    products = ((a.conj() * b).real, a.abs().square(), b.abs().square())
    cross, one, other = (binned(values, (z, y, x), VOXEL_ANGSTROM) for values in products)
    ratio = (other / one.clamp(min=1e-30)).sqrt().clamp(max=1e4)
    return cross / (one * other).sqrt().clamp(min=1e-30), ratio


def _held(
    agreement: Float[Tensor, " b"], end_angstrom: float
) -> tuple[Float[Tensor, " b"], Float[Tensor, " b"]]:
    """Agreement that a map without half maps should keep beyond its end, and how far that holds."""
    number, end = torch.arange(BINS), round(1.0 / (end_angstrom * STEP))
    level = agreement[max(0, end - _BEFORE + 1) : max(1, end)].clamp(0.05, 0.999)
    snr = (level**2 / (1.0 - level**2)).log().mean().exp()
    wanted = torch.where((number >= end - 1) & (number >= _LOW), (snr / (1.0 + snr)).sqrt(), 0.0)
    return wanted, (1.0 - (number - end).clamp(min=0) / _REACH).clamp(0.0, 1.0)


def _known(halves: tuple[Volume, Volume], soft: Float[Tensor, "z y x"]) -> Float[Tensor, " b"]:
    """Agreement of a map with the truth by its half maps; 0 from where these cease to agree, and at low frequencies."""
    one, other = (to_grid(half.with_density(half.density.to(torch.float32))) for half in halves)
    curve = fsc(one, other, soft)
    middle = (torch.arange(BINS, dtype=torch.float64) + 0.5) * STEP
    nearest = (curve.frequency_per_angstrom[:, None] - middle).abs().argmin(0)
    found = curve.correlation[nearest].clamp(0.0, 0.999)
    counted = (found >= _SIGNAL).long().cumprod(0).bool() & (torch.arange(BINS) >= _LOW)
    return torch.where(counted, (2.0 * found / (1.0 + found)).sqrt(), 0.0)


def _share(agreement: Float[Tensor, " b"], wanted: Float[Tensor, " b"]) -> Float[Tensor, " b"]:
    """Share w of the map's own with which (1 − w) made + w own agrees with own as wanted, both of one amplitude."""
    low, high = torch.zeros_like(agreement), torch.ones_like(agreement)
    for _ in range(40):
        w = 0.5 * (low + high)
        power = (1 - w) ** 2 + w**2 + 2 * w * (1 - w) * agreement
        under = (1 - w) * agreement + w < wanted * power.clamp(min=1e-12).sqrt()
        low, high = torch.where(under, w, low), torch.where(under, high, w)
    return torch.where((agreement < wanted) & (wanted > 0.0), 0.5 * (low + high), 0.0)
