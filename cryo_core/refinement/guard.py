"""Which resolution may be reported for maps whose images were aligned to them: it needs frequencies not aligned to."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.geometry.masks import sphere_mask
from cryo_core.validation.fsc import FscCurve

_JUDGED_SHELLS = 3
"""Shells beyond the limit of alignment that must agree for the shells within it to be believed."""


@dataclass(frozen=True)
class Verdict:
    """A resolution that may be reported, or none.

    `beyond` is the mean FSC of the first shells past the limit of alignment, NaN where none is left.
    `resolution_angstrom` is infinite where nothing is accepted, `plain_angstrom` is the resolution by the FSC
    alone, and `substituted_angstrom` that by the FSC corrected for substituted noise (NaN where that test was
    not made).
    """

    accepted: bool
    resolution_angstrom: float
    plain_angstrom: float
    limit_angstrom: float
    beyond: float
    reason: str
    substituted_angstrom: float = math.nan


def judge(
    curve: FscCurve,
    limit_angstrom: float,
    threshold: float = 0.143,
    without_noise: FscCurve | None = None,
    dependence: str = "",
) -> Verdict:
    """The resolution that an FSC supports, for half maps whose images were aligned to frequencies up to a limit.

    Alignment makes halves agree in the frequencies it used, noise to noise where they had a reference in
    common; it cannot make the others agree. So the resolution counts only if it lies beyond the limit, or if
    the mean of the three shells past it reaches `threshold`; a signal does not end at the limit by chance.
    Where the FSC falls within the limit already, that is what is reported, unless nothing lies past the limit
    to confirm it (NaN): limits at Nyquist cannot be judged.

    Parameters
    ----------
    curve
        FSC of the half maps.
    limit_angstrom
        Finest resolution used in alignment, Å.
    threshold
        FSC at which halves agree.
    without_noise
        The same FSC corrected for substituted noise (`substitution.without_noise`); the coarser of the two
        resolutions is reported.
    dependence
        Why the halves are not independent (`validation.report.dependence`), if they are not: nothing is accepted.
    """
    plain = curve.resolution_angstrom(threshold)
    past = 1.0 / curve.frequency_per_angstrom[1:] < limit_angstrom * (1.0 - 1e-3)
    honest = curve.correlation[1:][past][:_JUDGED_SHELLS]
    beyond = float(honest.mean()) if len(honest) else math.nan

    left = math.nan if without_noise is None else without_noise.resolution_angstrom(threshold)
    believed = plain if math.isnan(left) else max(plain, left)

    def verdict(accepted: bool, reason: str) -> Verdict:
        resolution = believed if accepted else math.inf
        return Verdict(accepted, resolution, plain, limit_angstrom, beyond, reason, left)

    if math.isinf(plain):
        return verdict(False, "the half maps agree in no shell")
    if dependence:
        return verdict(False, dependence)
    if not len(honest):
        return verdict(
            False, f"alignment used all shells, to {limit_angstrom:.1f} Å: none is left to judge by"
        )
    if math.isinf(left):
        return verdict(False, "noise in the place of the images' fine detail agrees as well as they do")
    if beyond >= threshold:
        return verdict(True, f"the half maps agree beyond {limit_angstrom:.1f} Å, where nothing was aligned")
    return verdict(
        False,
        f"FSC {beyond:.2f} just beyond {limit_angstrom:.1f} Å: the half maps agree only where they were aligned",
    )


def next_limit_angstrom(
    curve: FscCurve, threshold: float = 0.5, finest_angstrom: float = 0.0, margin_shells: int = 3
) -> float:
    """Limit of the next alignment in Å: where the FSC is last above `threshold`.

    It stays coarser than where the FSC reaches 0.143, and than Nyquist, so that there are shells left to judge
    by. Infinite if the first shell is under the threshold.

    Parameters
    ----------
    curve
        FSC of the half maps.
    threshold
        FSC that alignment needs.
    finest_angstrom
        Never finer than this, Å.
    margin_shells
        Distance to keep from the shell where the FSC reaches 0.143, and from Nyquist.
    """
    edge = 1.0 / float(curve.frequency_per_angstrom[1])

    def shell(level: float) -> int:
        resolution = curve.resolution_angstrom(level)
        return 0 if math.isinf(resolution) else round(edge / resolution)

    last = min(shell(threshold), shell(0.143) - margin_shells, len(curve.correlation) - 1 - margin_shells)
    return max(finest_angstrom, edge / last) if last > 0 else math.inf


def particle_fsc(curve: FscCurve, mask: Float[Tensor, "z y x"]) -> Float[Tensor, " s"]:
    """FSC of the particle alone, from that of maps that fill their sphere.

    FSC / (f + (1 − f) FSC), f the share of the sphere that the mask keeps: the noise outside of it goes, the signal
    stays (cisTEM's part_FSC). Nothing is correlated with a mask, so none inflates it.
    """
    box = mask.shape[0]
    sphere = sphere_mask((box, box, box), box / 2 - 3.0, 3.0, mask.device)
    share = min(1.0, float(mask.square().sum() / sphere.square().sum()))
    correlation = curve.correlation.clamp(min=0.0)
    return correlation / (share + (1.0 - share) * correlation).clamp(min=1e-9)


def masked_references(
    references: tuple[Volume, Volume], curve: FscCurve | None
) -> tuple[tuple[Volume, Volume], Float[Tensor, " s"] | None]:
    """Half maps masked about their molecule, each by a mask of its own, and the FSC of the particle alone.

    Parameters
    ----------
    references
        Maps of half sets 1 and 2.
    curve
        Their FSC unmasked; None for maps that are no halves.
    """
    masks = [particle_mask(half) for half in references]
    reliability = None if curve is None else particle_fsc(curve, torch.maximum(*masks))
    first, second = (
        half.with_density(half.density * mask) for half, mask in zip(references, masks, strict=True)
    )
    return (first, second), reliability


def particle_mask(half: Volume, low_pass_angstrom: float = 15.0) -> Float[Tensor, "z y x"]:
    """Soft mask of the molecule, from this half map alone; the box's sphere if none stands out."""
    from cryo_core.errors import SettingsError
    from cryo_core.validation.maps import auto_mask

    try:
        return auto_mask(half, low_pass_angstrom)
    except SettingsError:
        box = half.density.shape[0]
        return sphere_mask((box, box, box), box / 2 - 3.0, 3.0, half.density.device)
