"""Errors of poses against the truth, whatever frame the map they belong to stands in."""

from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Poses
from cryo_core.errors import ShapeError
from cryo_core.geometry.rotations import rotation_distance_degrees

_MIRROR = torch.diag(torch.tensor([1.0, 1.0, -1.0], dtype=torch.float64))
_SAMPLE = 256
_STARTS = 16
_FIRST_STEPS = 8
_STEPS = 100


@dataclass(frozen=True)
class PoseErrors:
    """Errors of each pose after the best global alignment, and the alignment.

    An estimated pose is compared as A · `rotation`; `offset_angstrom` (x, y, z, in the truth's frame) is how
    far the estimated map's density lies from the true map's. `mirrored` says that the hand was turned, which no
    image can tell.
    """

    rotation_degrees: Float[Tensor, " n"]
    shift_angstrom: Float[Tensor, " n"]
    rotation: Float[Tensor, "3 3"]
    offset_angstrom: Float[Tensor, " 3"]
    mirrored: bool


def pose_errors(
    estimated: Poses,
    truth: Poses,
    allow_mirror: bool = False,
    symmetry: Float[Tensor, "g 3 3"] | None = None,
) -> PoseErrors:
    """Errors of poses after the best rotation and shift of the estimated map as a whole.

    The rotation minimises the sum of the angles between A · R and A_true (not of their squares, so that
    outliers do not pull it), from several starts. The offset minimises the squared shift errors of the better
    half.

    Parameters
    ----------
    estimated, truth
        n poses each.
    allow_mirror
        Also try the other hand, and return the one with the smaller median angle: a mirrored map explains the
        images with the in-plane axes kept and the view reversed.
    symmetry
        (g, 3, 3), operators of the point group: the nearest of each true pose's equivalents counts.

    Raises
    ------
    ShapeError
        The tables differ in length or are empty.
    """
    if len(estimated) != len(truth) or not len(estimated):
        raise ShapeError(f"{len(estimated)} poses to compare with {len(truth)} true ones")
    straight = _aligned(estimated, truth, symmetry, False)
    if not allow_mirror:
        return straight
    other = _aligned(_mirrored(estimated), truth, symmetry, True)
    return min(straight, other, key=lambda errors: float(errors.rotation_degrees.median()))


def _mirrored(poses: Poses) -> Poses:
    """The poses under which the map mirrored in z shows the same images: M · A · M."""
    mirror = _MIRROR.to(poses.rotation)
    return replace(poses, rotation=mirror @ poses.rotation @ mirror)


def _aligned(
    estimated: Poses, truth: Poses, symmetry: Float[Tensor, "g 3 3"] | None, mirrored: bool
) -> PoseErrors:
    a, b = estimated.rotation.double(), truth.rotation.double()
    group = torch.eye(3, dtype=torch.float64)[None] if symmetry is None else symmetry.double()
    some = torch.linspace(0, len(a) - 1, min(_SAMPLE, len(a))).round().long()
    start = some[:: max(1, len(some) // _STARTS)]
    best, least = torch.eye(3, dtype=torch.float64), torch.inf
    for turn in [best, *(a[start].mT @ b[start])]:
        turn, errors = _refine(a[some], b[some], turn, group, _FIRST_STEPS)
        if float(errors.mean()) < least - 1e-12:
            best, least = turn, float(errors.mean())
    best, angle = _refine(a, b, best, group, _STEPS)
    target = _nearest(a @ best, b, group)
    offset, shift = _offset(estimated, truth, target, angle <= angle.median())
    return PoseErrors(angle, shift, best, offset, mirrored)


def _nearest(
    a: Float[Tensor, "n 3 3"], b: Float[Tensor, "n 3 3"], group: Float[Tensor, "g 3 3"]
) -> Float[Tensor, "n 3 3"]:
    """The nearest to a of each pose's equivalents b · g."""
    trace = torch.einsum("nij,nik,gkj->ng", a, b, group)
    return b @ group[trace.argmax(1)]


def _refine(
    a: Float[Tensor, "n 3 3"],
    b: Float[Tensor, "n 3 3"],
    turn: Tensor,
    group: Float[Tensor, "g 3 3"],
    steps: int,
) -> tuple[Float[Tensor, "3 3"], Float[Tensor, " n"]]:
    """Move a rotation to the nearest minimum of the mean angle: Weiszfeld's reweighted means."""
    for _ in range(steps):
        target = _nearest(a @ turn, b, group)
        error = rotation_distance_degrees(a @ turn, target)
        weight = 1.0 / error.clamp(min=1e-3)
        u, _, v = torch.linalg.svd((weight[:, None, None] * (a.mT @ target)).sum(0))
        sign = torch.diag(torch.tensor([1.0, 1.0, float(torch.linalg.det(u @ v))], dtype=torch.float64))
        new = u @ sign @ v
        moved = float((new - turn).abs().max())
        turn = new
        if moved < 1e-10:
            break
    return turn, rotation_distance_degrees(a @ turn, _nearest(a @ turn, b, group))


def _offset(
    estimated: Poses, truth: Poses, rotation: Float[Tensor, "n 3 3"], good: Bool[Tensor, " n"]
) -> tuple[Float[Tensor, " 3"], Float[Tensor, " n"]]:
    """The offset that solves shift − shift_true = A[:2] · offset best over the good poses, and all residuals."""
    difference = (estimated.shift_angstrom - truth.shift_angstrom).double()
    design = rotation[:, :2]
    solution = torch.linalg.lstsq(design[good].reshape(-1, 3), difference[good].reshape(-1, 1)).solution
    offset = solution[:, 0] if int(good.sum()) > 1 else torch.zeros(3, dtype=torch.float64)
    return offset, (difference - design @ offset).norm(dim=1)
