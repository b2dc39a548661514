"""Whether a map obeys a symmetry: before it is imposed, its halves are compared with turned copies of themselves."""

import math
from dataclasses import dataclass, replace

import torch

from cryo_core.data import ImageSet, Poses, Progress, silent
from cryo_core.fourier.grids import Device
from cryo_core.geometry.symmetry import generators
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import FscCurve, fsc

_RESOLVED = 0.143
_DEVIATIONS = 5.0
_LEAST_LOSS = 0.02
_SPHERE = math.pi / 6.0
"""Share of the box that the sphere of a reconstruction keeps."""


@dataclass(frozen=True)
class Obedience:
    """Whether images obey a point group, and how much of the halves' agreement is lost by turning one of them.

    `lost` is the mean share of the FSC that goes, of the generator that costs most, over the shells that are resolved;
    `deviations` how many standard errors of the FSC that is.
    """

    obeyed: bool
    lost: float
    deviations: float


def obeys(
    images: ImageSet,
    symmetry: str,
    settings: ReconstructionSettings | None = None,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
) -> Obedience:
    """Whether the map of images with poses has a symmetry that was not imposed on it.

    Half 1 is compared with half 2, and with half 2 made at poses turned by each generator of the group. Sums over
    shells do not change by a turn, so that both FSCs are alike where the symmetry holds, whatever the noise and the
    views. It is broken where turning costs 2% of the FSC and five of its standard errors.

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    symmetry
        A point group on RELION's axes.
    settings
        How to reconstruct; its symmetry is not used.
    device, progress
        Where to compute (the CPU if None); called with (images done, images in all).
    weights
        How much each image counts (`backproject`).
    """
    how = replace(settings or ReconstructionSettings(), symmetry="C1")
    turns = generators(symmetry)

    def stage(number: int) -> Progress:
        count = len(images)
        return lambda done, _: progress(number * count + done, (1 + len(turns)) * count)

    made = reconstruct(images, how, device, stage(0), weights)
    worst = Obedience(True, 0.0, 0.0)
    for number, turn in enumerate(turns, 1):
        rotation = images.poses.rotation @ turn.to(images.poses.rotation)
        turned = replace(images, poses=Poses(rotation, images.poses.shift_angstrom))
        other = reconstruct(turned, how, device, stage(number), weights)
        found = _compared(made.fsc, fsc(made.half1, other.half2), fsc(other.half1, made.half2))
        worst = max(worst, found, key=lambda one: (not one.obeyed, one.lost))
    return worst


def _compared(plain: FscCurve, *crossed: FscCurve) -> Obedience:
    """What turning costs, over the shells up to the resolution."""
    resolution = plain.resolution_angstrom(_RESOLVED)
    last = 0 if math.isinf(resolution) else round(1.0 / (resolution * float(plain.frequency_per_angstrom[1])))
    if last < 2:
        return Obedience(True, 0.0, 0.0)
    straight = plain.correlation[1 : last + 1]
    turned = torch.stack([curve.correlation[1 : last + 1] for curve in crossed]).mean(0)
    shell = torch.arange(1, last + 1, dtype=torch.float64)
    error = (1.0 - straight.square()).clamp(min=1e-3) / (4.0 * math.pi * shell.square() * _SPHERE).sqrt()
    weight = straight / error.square()
    lost = float((weight * (straight - turned)).sum() / (weight * straight).sum())
    spread = float((weight * error).square().sum().sqrt() * math.sqrt(2.0) / (weight * straight).sum())
    return Obedience(not (lost > _LEAST_LOSS and lost > _DEVIATIONS * spread), lost, lost / spread)
