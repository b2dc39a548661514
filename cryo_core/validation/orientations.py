"""How evenly a set of poses looks at its particle from all sides."""

import torch
from jaxtyping import Float, Int
from torch import Tensor


def view_directions(rotation: Float[Tensor, "n 3 3"]) -> Float[Tensor, "n 3"]:
    """Give the direction (x, y, z) in the volume along which each image was taken: (0, 0, 1) · A."""
    return rotation[:, 2]


def orientation_histogram(
    rotation: Float[Tensor, "n 3 3"], elevation_bins: int = 18, azimuth_bins: int = 36
) -> Int[Tensor, "e a"]:
    """Count view directions in bins of equal area, for a heat map.

    Rows run over the elevation from the south pole (−z) to the north, equal in its sine; columns over the
    azimuth −180 … 180 degrees from x towards y. An even set has the same expected count in every bin.
    """
    x, y, z = view_directions(rotation).double().unbind(-1)
    row = ((z + 1.0) / 2.0 * elevation_bins).long().clamp(0, elevation_bins - 1)
    turn = torch.atan2(y, x) / (2.0 * torch.pi) + 0.5
    column = (turn * azimuth_bins).long().clamp(0, azimuth_bins - 1)
    counts = torch.bincount(row * azimuth_bins + column, minlength=elevation_bins * azimuth_bins)
    return counts.reshape(elevation_bins, azimuth_bins)
