"""Mean of a pose's posterior near its maximum: nearer to the truth, on average, than the maximum is.

Fine shells make the likelihood of a noisy image rugged, and its highest maximum is one of several. The mean
over them has the least squared error of all estimates; it is found by importance sampling about the refined
pose.
"""

import math
from functools import cache

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Poses
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.refinement.compare import compare
from cryo_core.refinement.score import contrast_of, objective
from cryo_core.refinement.search import Scene

_SAMPLES = 48
_WIDER = 1.6
"""Samples are drawn from a normal distribution this much wider than that of the curvature at the maximum."""
_WIDEST = math.radians(12.0)


def mean_poses(scene: Scene, top: Poses) -> Poses:
    """Posterior means of shift and rotation about poses that were refined; the same for the same images.

    Rotations are averaged as matrices, and the mean is the rotation nearest to that.
    """
    views = scene.views()
    root = torch.linalg.cholesky(curvature(scene, top))
    draws = _draws().to(root)
    values, rotations, shifts = [], [], []
    for draw in draws:
        step = _WIDER * torch.linalg.solve_triangular(
            root.mT, draw.expand(len(top), -1)[..., None], upper=True
        )
        step = step[..., 0]
        poses = Poses(axis_angle_to_matrix(step[:, 2:]) @ top.rotation, top.shift_angstrom + step[:, :2])
        sums = compare(views, poses, scene.reference, scene.band, 1)
        away = torch.cat([poses.shift_angstrom - scene.prior.shift_mean, step.new_zeros(len(top), 4)], 1)
        values.append(objective(sums, scene.contrast_sigma) + scene.prior.log(away) + 0.5 * draw @ draw)
        rotations.append(poses.rotation)
        shifts.append(poses.shift_angstrom)
    probability = torch.softmax(torch.stack(values), 0)
    rotation = torch.einsum("sn,snij->nij", probability, torch.stack(rotations))
    left, _, right = torch.linalg.svd(rotation)
    left[:, :, 2] *= torch.det(left @ right)[:, None]
    return Poses(left @ right, torch.einsum("sn,sna->na", probability, torch.stack(shifts)))


def curvature(scene: Scene, poses: Poses) -> Float[Tensor, "n 5 5"]:
    """Curvature of the log-posterior at poses, to shift x, y (1/Å²) and turns x, y, z (1/rad²).

    The contrast is solved for. Turns are held within `_WIDEST`, beyond which the posterior is far from
    normal.
    """
    sums = compare(scene.views(), poses, scene.reference, scene.band, 6)
    product = sums.product.double()
    contrast = contrast_of(sums, scene.contrast_sigma)[:, None, None]
    across = product[:, 0, 1:]
    whole = product[:, 0, 0] + scene.contrast_sigma**-2
    own = contrast**2 * (product[:, 1:, 1:] - across[:, :, None] * across[:, None, :] / whole[:, None, None])
    least = scene.prior.precision[:5] + own.new_tensor([0.0, 0.0, 1.0, 1.0, 1.0]) * _WIDEST**-2
    return own + torch.diag(least)


@cache
def _draws() -> Float[Tensor, "s 5"]:
    generator = torch.Generator().manual_seed(20240229)
    half = torch.randn(_SAMPLES // 2, 5, generator=generator, dtype=torch.float64)
    return torch.cat([half, -half])
