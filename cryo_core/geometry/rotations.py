"""Rotations: RELION's Euler angles, matrices, rotation vectors, distances.

A rotation here is RELION's matrix A(rot, tilt, psi) (Euler_angles2matrix): intrinsic ZYZ, and an image's
axes in the volume are its first two rows, so that a slice lies at `(x, y, 0) · A`.
"""

import math

import torch
from jaxtyping import Float
from torch import Tensor


def euler_to_matrix(euler_degrees: Float[Tensor, "*n 3"]) -> Float[Tensor, "*n 3 3"]:
    """Matrix A(rot, tilt, psi) of angles in degrees, computed in float64, in the type of the angles."""
    angle = torch.deg2rad(euler_degrees.to(torch.float64))
    ca, cb, cg = angle.cos().unbind(-1)
    sa, sb, sg = angle.sin().unbind(-1)
    rows = (
        torch.stack([cg * cb * ca - sg * sa, cg * cb * sa + sg * ca, -cg * sb], -1),
        torch.stack([-sg * cb * ca - cg * sa, -sg * cb * sa + cg * ca, sg * sb], -1),
        torch.stack([sb * ca, sb * sa, cb], -1),
    )
    return torch.stack(rows, -2).to(euler_degrees.dtype)


def matrix_to_euler(rotation: Float[Tensor, "*n 3 3"]) -> Float[Tensor, "*n 3"]:
    """Angles (rot, tilt, psi) in degrees: rot and psi in (−180, 180], tilt in [0, 180].

    Only arctangents, in float64. Near a tilt of 0 or 180 the last row and column hardly depend on rot and psi;
    there psi is taken after rot is undone, so that the angles give the matrix back at every tilt. Where the
    tilt is 0 or 180 to within the precision of `rotation`'s type, rot is 0.
    """
    m = rotation.to(torch.float64)
    sine = torch.hypot(m[..., 2, 0], m[..., 2, 1])
    least = 1e-7 if rotation.dtype == torch.float32 else 1e-14
    rot = torch.where(sine > least, torch.atan2(m[..., 2, 1], m[..., 2, 0]), torch.zeros_like(sine))
    tilt = torch.atan2(sine, m[..., 2, 2])
    ca, sa = rot.cos(), rot.sin()
    psi = torch.atan2(ca * m[..., 0, 1] - sa * m[..., 0, 0], ca * m[..., 1, 1] - sa * m[..., 1, 0])
    return torch.rad2deg(torch.stack([rot, tilt, psi], -1)).to(rotation.dtype)


def random_rotations(count: int, generator: torch.Generator) -> Float[Tensor, "n 3 3"]:
    """Draw rotations uniformly (float32, on the generator's device), from normal quaternions."""
    q = torch.randn(count, 4, generator=generator, device=generator.device, dtype=torch.float64)
    return quaternion_to_matrix(q).to(torch.float32)


def quaternion_to_matrix(quaternion: Float[Tensor, "*n 4"]) -> Float[Tensor, "*n 3 3"]:
    """Rotation matrix of quaternions (w, x, y, z), which need not have length 1."""
    w, x, y, z = (quaternion / quaternion.norm(dim=-1, keepdim=True)).unbind(-1)
    rows = (
        torch.stack([1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)], -1),
        torch.stack([2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)], -1),
        torch.stack([2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)], -1),
    )
    return torch.stack(rows, -2)


def rotation_distance_degrees(a: Float[Tensor, "*n 3 3"], b: Float[Tensor, "*#n 3 3"]) -> Float[Tensor, "*n"]:
    """Angle of the rotation from `a` to `b`, from 0 to 180 degrees, exact at both ends."""
    turn = a.to(torch.float64) @ b.to(torch.float64).mT
    axis = torch.stack(
        [
            turn[..., 2, 1] - turn[..., 1, 2],
            turn[..., 0, 2] - turn[..., 2, 0],
            turn[..., 1, 0] - turn[..., 0, 1],
        ],
        -1,
    )
    trace = turn.diagonal(dim1=-2, dim2=-1).sum(-1)
    return torch.rad2deg(torch.atan2(axis.norm(dim=-1), trace - 1.0)).to(a.dtype)


def axis_angle_to_matrix(vector_radians: Float[Tensor, "*n 3"]) -> Float[Tensor, "*n 3 3"]:
    """Matrix that turns column vectors by |vector| radians about it, right-handed.

    Rodrigues' formula, differentiable everywhere, at 0 too.
    """
    x, y, z = vector_radians.unbind(-1)
    angle = (vector_radians**2).sum(-1).clamp(min=1e-24).sqrt()[..., None, None]
    zero = torch.zeros_like(x)
    cross = torch.stack([zero, -z, y, z, zero, -x, -y, x, zero], -1).reshape(*x.shape, 3, 3)
    first = torch.sinc(angle / math.pi)
    second = 0.5 * torch.sinc(angle / (2 * math.pi)) ** 2
    one = torch.eye(3, dtype=vector_radians.dtype, device=vector_radians.device)
    return one + first * cross + second * (cross @ cross)
