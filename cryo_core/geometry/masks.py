"""Soft masks: spheres, circles, and the softening of any binary mask."""

import math

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor

Device = torch.device | str | None


def sphere_mask(
    shape: tuple[int, int, int], radius_voxel: float, edge_voxel: float, device: Device = None
) -> Float[Tensor, "z y x"]:
    """Soft sphere: 1 within `radius_voxel` of the centre voxel N // 2, falling to 0 over `edge_voxel` further.

    Parameters
    ----------
    shape
        Voxels along z, y, x.
    radius_voxel, edge_voxel
        Radius, and width of the raised-cosine edge outside it.
    device
        Where it lies; the CPU if None.
    """
    return cosine_edge(_radius(shape, device) - radius_voxel, edge_voxel)


def circle_mask(
    box: int, radius_pixel: float, edge_pixel: float, device: Device = None
) -> Float[Tensor, "y x"]:
    """Soft circle: 1 within `radius_pixel` of the centre pixel, falling to 0 over `edge_pixel` further.

    Parameters
    ----------
    box
        Edge of the image in pixels.
    radius_pixel, edge_pixel
        Radius, and width of the raised-cosine edge outside it.
    device
        Where it lies; the CPU if None.
    """
    return cosine_edge(_radius((box, box), device) - radius_pixel, edge_pixel)


def soften(mask: Bool[Tensor, "z y x"], extend_voxel: float, edge_voxel: float) -> Float[Tensor, "z y x"]:
    """Binary mask extended and given a raised-cosine edge, 0.5 + 0.5 cos(π d / edge).

    As RELION's relion_mask_create.

    Parameters
    ----------
    mask
        (z, y, x).
    extend_voxel
        The result is 1 this far outside the voxels that are set.
    edge_voxel
        And reaches 0 this much further.
    """
    if bool(mask.all()) or not bool(mask.any()):
        return mask.to(torch.float32)
    from scipy import ndimage  # a quarter of a second, and who reconstructs does not need it

    set_there, reach = mask.cpu().numpy(), math.ceil(extend_voxel + edge_voxel) + 1
    near = tuple(
        slice(max(0, span.start - reach), span.stop + reach)
        for span in ndimage.find_objects(set_there.astype(np.uint8))[0]
    )
    distance = ndimage.distance_transform_edt(~set_there[near])
    outside = torch.from_numpy(distance).to(mask.device, torch.float32) - extend_voxel
    out = torch.zeros(mask.shape, device=mask.device)
    out[near] = cosine_edge(outside, edge_voxel)
    return out


def cosine_edge(distance: Float[Tensor, "*grid"], edge: float) -> Float[Tensor, "*grid"]:
    """Raised cosine that falls from 1 at distance 0 to 0 at `edge`; a step where `edge` is 0."""
    if edge <= 0:
        return (distance <= 0).to(distance.dtype)
    return 0.5 + 0.5 * torch.cos(math.pi * (distance / edge).clamp(0.0, 1.0))


def _radius(shape: tuple[int, ...], device: Device) -> Float[Tensor, "*grid"]:
    squared = torch.zeros((), device=device)
    for axis, size in enumerate(shape):
        line = torch.arange(size, device=device, dtype=torch.float32) - size // 2
        squared = squared + line.square().reshape(-1, *[1] * (len(shape) - axis - 1))
    return squared.sqrt()
