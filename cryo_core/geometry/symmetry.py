"""Point groups of rotations, on RELION's axes."""

import re

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.geometry.rotations import axis_angle_to_matrix

_Axis = tuple[int, tuple[float, float, float]]

_POLYHEDRAL: dict[str, tuple[_Axis, ...]] = {
    "T": ((3, (0.0, 0.0, 1.0)), (2, (0.0, 0.816496580927726, 0.577350269189626))),
    "O": ((3, (1.0, 1.0, 1.0)), (4, (0.0, 0.0, 1.0))),
    "I1": (
        (2, (1.0, 0.0, 0.0)),
        (5, (0.850650808352040, 0.0, -0.525731112119134)),
        (3, (0.934172358962716, 0.356822089773090, 0.0)),
    ),
    "I2": (
        (2, (0.0, 0.0, 1.0)),
        (5, (0.525731112119134, 0.0, 0.850650808352040)),
        (3, (0.0, 0.356822089773090, 0.934172358962716)),
    ),
    "I3": (
        (2, (-0.525731112119134, 0.0, 0.850650808352040)),
        (5, (0.0, 0.0, 1.0)),
        (3, (-0.491123473188423, 0.356822089773090, 0.794654472291766)),
    ),
    "I4": (
        (2, (0.525731112119134, 0.0, 0.850650808352040)),
        (5, (0.894427190999916, 0.0, 0.447213595499958)),
        (3, (0.491123473188423, 0.356822089773090, 0.794654472291766)),
    ),
}
"""Generators as in RELION's symmetries.cpp: order and axis (x, y, z). `I` is RELION's I2."""


def symmetry_matrices(group: str) -> Float[Tensor, "g 3 3"]:
    """Rotations of a point group (float64): Cn, Dn, T, O, I or I1 to I4.

    The first is the identity. Cn turns about z; Dn has its 2-fold axis on x; T, O and I stand as RELION sets
    them. A map V has the symmetry when V(R r) = V(r) for each R, and then the poses A and A · R give the same
    image. SettingsError for any other name.
    """
    turns = generators(group)
    matrices = torch.eye(3, dtype=torch.float64)[None]
    while True:
        products = torch.cat([matrices, *(matrices @ g for g in turns)])
        grown = _distinct(products)
        if len(grown) == len(matrices):
            return matrices
        matrices = grown


def generators(group: str) -> list[Float[Tensor, "3 3"]]:
    """Rotations that make up a point group (`symmetry_matrices`); none for C1."""
    name = group.strip().upper()
    axial = re.fullmatch(r"([CD])([1-9]\d{0,2})", name)
    key = "I2" if name == "I" else name
    if axial:
        turns: tuple[_Axis, ...] = ((int(axial[2]), (0.0, 0.0, 1.0)),)
        turns += ((2, (1.0, 0.0, 0.0)),) if axial[1] == "D" else ()
    elif key in _POLYHEDRAL:
        turns = _POLYHEDRAL[key]
    else:
        raise SettingsError(f"no point group {name!r}: use Cn, Dn, T, O, I or I1 to I4")
    found = []
    for order, axis in turns:
        direction = torch.tensor(axis, dtype=torch.float64)
        if order == 1:
            continue
        found.append(axis_angle_to_matrix(direction / direction.norm() * (2 * torch.pi / order)))
    return found


def _distinct(matrices: Float[Tensor, "m 3 3"]) -> Float[Tensor, "g 3 3"]:
    """The first of every set of matrices that agree to 1e-3 in each element."""
    apart = (matrices[:, None] - matrices[None]).abs().amax((-1, -2))
    same_as_earlier = (apart < 1e-3).tril(-1).any(1)
    return matrices[~same_as_earlier]
