"""Even samplings of the directions, of all rotations, and of the rotations near one."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.geometry.rotations import axis_angle_to_matrix, euler_to_matrix

_HIGHEST_ORDER = 5
"""2.4 million rotations: 85 MB, and no use as one list beyond."""


def healpix_directions(order: int) -> Float[Tensor, "n 2"]:
    """Centres of HEALPix's 12 · 4^order pixels of equal area as (rot, tilt) in degrees, float64.

    In the ring scheme, from north to south (Górski et al. 2005, eqs. 4 to 9).
    """
    side = _side(order)
    rings = []
    for ring in range(1, 4 * side):
        cap = min(ring, 4 * side - ring)
        if cap < side:
            count, start = 4 * cap, 0.5
            z = math.copysign(1.0 - cap**2 / (3.0 * side**2), 2 * side - ring)
        else:
            count, start = 4 * side, 0.5 * ((ring - side + 1) % 2)
            z = 4.0 / 3.0 - 2.0 * ring / (3.0 * side)
        rot = (torch.arange(count, dtype=torch.float64) + start) * (360.0 / count)
        rings.append(torch.stack([rot, torch.full_like(rot, math.degrees(math.acos(z)))], -1))
    return torch.cat(rings)


def grid_spacing_degrees(order: int) -> float:
    """Distance between neighbours of `rotation_grid`: 60 / 2^order degrees."""
    return 60.0 / _side(order)


def rotation_grid(order: int) -> Float[Tensor, "n 3 3"]:
    """Rotations that cover all evenly (float64): HEALPix's directions times 6 · 2^order angles in the plane.

    72 · 8^order rotations, `grid_spacing_degrees` apart; no rotation is farther from the nearest than 0.95 of
    that spacing (RELION samples alike; Yershova et al. 2010). The third rows are the directions, and rotations of
    one direction lie side by side.
    """
    direction = healpix_directions(order)
    count = 6 * _side(order)
    psi = torch.arange(count, dtype=torch.float64) * (360.0 / count)
    euler = torch.cat(
        [direction[:, None].expand(-1, count, -1), psi[None, :, None].expand(len(direction), -1, -1)], -1
    )
    return euler_to_matrix(euler.reshape(-1, 3))


def local_turns(range_degrees: float, spacing_degrees: float) -> Float[Tensor, "n 3 3"]:
    """Turns of at most `range_degrees` on a cubic grid of rotation vectors, the identity first (float64).

    Put before a rotation, turn · A, they cover its neighbourhood; no rotation within the range less half a
    spacing is farther from the nearest than 0.87 of the spacing.
    """
    if not spacing_degrees > 0 or not 0 <= range_degrees <= 180:
        raise SettingsError(f"turns within {range_degrees} degrees, {spacing_degrees} apart")
    reach = int(range_degrees / spacing_degrees + 1e-9)
    line = torch.arange(-reach, reach + 1, dtype=torch.float64) * spacing_degrees
    vector = torch.cartesian_prod(line, line, line)
    size = vector.norm(dim=1)
    vector = vector[size <= range_degrees + 1e-9]
    order = vector.norm(dim=1).argsort(stable=True)
    return axis_angle_to_matrix(torch.deg2rad(vector[order]))


def asymmetric_unit(
    rotation: Float[Tensor, "n 3 3"], group: Float[Tensor, "g 3 3"]
) -> Float[Tensor, "m 3 3"]:
    """Of the rotations that a point group makes equivalent, A and A · R, those of one region.

    The region holds the directions (third rows) that lie nearer to one point than to its images under the
    group; on its border more than one may be kept.
    """
    point = torch.tensor([0.36, 0.48, 0.8], dtype=rotation.dtype, device=rotation.device)
    point = point + torch.tensor([0.011, -0.007, 0.0], dtype=rotation.dtype, device=rotation.device)
    images = group.to(rotation) @ point
    near = rotation[:, 2] @ images.T
    return rotation[near[:, 0] >= near.amax(1) - 1e-9]


def _side(order: int) -> int:
    if not 0 <= order <= _HIGHEST_ORDER:
        raise SettingsError(f"order {order} of a rotation grid: use 0 to {_HIGHEST_ORDER}")
    return 2**order
