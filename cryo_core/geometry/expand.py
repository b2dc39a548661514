"""Symmetry expansion: a row for each equivalent view of each particle."""

from dataclasses import replace

import numpy as np
import torch

from cryo_core.data import Particles, Poses
from cryo_core.errors import SettingsError
from cryo_core.geometry.symmetry import symmetry_matrices

_SAME = 1e-4
"""Rotations that differ by less in each element are one."""


def expanded(particles: Particles, group: str) -> Particles:
    """The table with each row once for each rotation R of a point group, at the pose A · R; in each half as it was.

    The rows of a particle stand together, its own first. Shifts stay: they move the image.

    Parameters
    ----------
    particles
        A table with poses; half sets are by particle if they were before.
    group
        As of `symmetry_matrices`.

    Raises
    ------
    SettingsError
        The group has no rotations, a pose is missing, or the table holds equivalent views of an image already.
    """
    matrices = symmetry_matrices(group)
    if len(matrices) == 1:
        raise SettingsError(f"{group}: has no equivalent views: name the particle's point group")
    if not particles.has_poses:
        raise SettingsError("the table has no poses to expand")
    rows = np.repeat(np.arange(len(particles)), len(matrices))
    whole = particles.take(rows)
    rotation = particles.poses.rotation.double()[:, None] @ matrices
    poses = Poses(rotation.flatten(0, 1).to(whole.poses.rotation), whole.poses.shift_angstrom)
    _require_new(particles, rotation, group)
    return replace(whole, poses=poses)


def _require_new(particles: Particles, views: torch.Tensor, group: str) -> None:
    """Refuse a table in which a row is an equivalent view of another row of its image."""
    image = particles.image_of
    order = np.argsort(image, kind="stable")
    for apart in range(1, int(np.bincount(image).max())):
        first, second = order[:-apart], order[apart:]
        same = image[first] == image[second]
        first, second = first[same], second[same]
        other = particles.poses.rotation.double()[torch.from_numpy(second)]
        turned = (views[torch.from_numpy(first)] - other[:, None]).abs().flatten(2).amax(2).amin(1)
        shift = particles.poses.shift_angstrom
        moved = (shift[torch.from_numpy(first)] - shift[torch.from_numpy(second)]).abs().amax(1)
        again = (turned < _SAME) & (moved < 1e-3)
        if bool(again.any()):
            at = int(again.int().argmax())
            one, two = sorted((int(first[at]), int(second[at])))
            raise SettingsError(
                f"rows {one + 1} and {two + 1} are views of one image that {group} makes of each other: the table is "
                "expanded already"
            )
