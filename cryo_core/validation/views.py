"""Poses that a table writes and that are none: rows that nobody aligned, and images aligned in the plane alone."""

import torch
from jaxtyping import Bool
from torch import Tensor

from cryo_core.data import Poses

_LEAST_ROWS, _LEAST_SHARE = 3, 0.001
"""A pose that is exactly 0 may be one in a search grid; so many, and such a share of all, are not."""

_LEAST_VIEWS = 20
"""Fewer images may all be seen from one side."""


def unposed(poses: Poses) -> Bool[Tensor, " n"]:
    """Rows whose three angles and two shifts are all exactly 0, where they are too many to be poses that were found.

    Programs write zeros where a particle was extracted and never aligned. Rows of NaN are none of these.

    Parameters
    ----------
    poses
        n poses.
    """
    still = (poses.rotation == torch.eye(3, dtype=poses.rotation.dtype)).all(2).all(1)
    zero = still & (poses.shift_angstrom == 0).all(1)
    many = int(zero.sum()) >= max(_LEAST_ROWS, _LEAST_SHARE * len(zero))
    return zero if many else torch.zeros_like(zero)


def in_plane(poses: Poses) -> bool:
    """Whether all images, 20 at least, are seen along the z axis (rot and tilt 0): 2D classification, or none at all.

    Parameters
    ----------
    poses
        n poses.
    """
    axis = poses.rotation[:, 2]
    along = torch.tensor([0.0, 0.0, 1.0], dtype=axis.dtype)
    return len(axis) >= _LEAST_VIEWS and bool(((axis - along).abs() < 1e-6).all())
