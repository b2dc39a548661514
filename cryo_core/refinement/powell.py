"""Poses by Powell's method, one image at a time, without derivatives: what Frealign and cisTEM climb with."""

import numpy as np
import torch
from jaxtyping import Float
from scipy.optimize import minimize
from torch import Tensor

from cryo_core.data import Poses
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.refinement.compare import compare
from cryo_core.refinement.score import objective
from cryo_core.refinement.search import Fit, Scene, offset_from

_DEFOCUS_UNIT = 100.0


def climb_powell(
    scene: Scene, start: Poses, begin: Fit, iterations: int, defocus: bool, radius_angstrom: float
) -> Fit:
    """Poses that maximise the log-posterior of `search.climb`, by Powell's method (scipy), image after image.

    The search is in units of 100 Å of defocus, a shift of an eighth of the limit of resolution, and a turn that
    moves the rim of the particle by as much.

    Parameters
    ----------
    scene
        n images in one band.
    start
        n poses about which the prior holds turns and defocus.
    begin
        Where the search begins.
    iterations
        Most rounds of line searches.
    defocus
        Also refine the defocus of each image.
    radius_angstrom
        Radius of the particle, Å.
    """
    length = scene.band.limit_angstrom / 8.0
    unit = torch.tensor([length] * 2 + [length / radius_angstrom] * 3 + [_DEFOCUS_UNIT], dtype=torch.float64)
    fits = [
        _one(
            scene.take(i),
            start.take(i),
            begin.poses.take(i),
            begin.defocus_angstrom[i],
            iterations,
            defocus,
            unit,
        )
        for i in torch.arange(len(start), device=start.rotation.device)[:, None]
    ]
    return Fit(
        Poses(torch.cat([f.poses.rotation for f in fits]), torch.cat([f.poses.shift_angstrom for f in fits])),
        torch.cat([f.defocus_angstrom for f in fits]),
        torch.cat([f.objective for f in fits]),
    )


def _one(
    scene: Scene,
    start: Poses,
    begin: Poses,
    change: Float[Tensor, "1"],
    iterations: int,
    defocus: bool,
    unit: Float[Tensor, "6"],
) -> Fit:
    count = 6 if defocus else 5
    fixed = None if defocus else scene.views()
    unit = unit.to(begin.rotation)

    def at(place: np.ndarray) -> tuple[Poses, Float[Tensor, "1"]]:
        step = torch.zeros(1, 6, dtype=begin.rotation.dtype, device=begin.rotation.device)
        step[0, :count] = torch.from_numpy(place).to(step) * unit[:count]
        turn = axis_angle_to_matrix(step[:, 2:5])
        return Poses(turn @ begin.rotation, begin.shift_angstrom + step[:, :2]), change + step[:, 5]

    def posterior(place: np.ndarray) -> float:
        poses, moved = at(place)
        views = scene.views(moved.float()) if fixed is None else fixed
        sums = compare(views, poses, scene.reference, scene.band, 1)
        log = scene.prior.log(offset_from(start, poses, moved, scene.prior))
        return float(objective(sums, scene.contrast_sigma) + log)

    options = {"maxiter": iterations, "xtol": 0.02, "ftol": 1e-7}
    result = minimize(lambda place: -posterior(place), np.zeros(count), method="Powell", options=options)
    poses, moved = at(np.asarray(result.x))
    return Fit(poses, moved, torch.tensor([-float(result.fun)], dtype=torch.float64, device=moved.device))
