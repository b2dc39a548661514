"""How evenly the views of a set cover all directions, and how that fills Fourier space."""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.validation.directions import hemisphere

UNEVEN_SCF = 0.81
"""Below this SCF* orientations are missing: that of side views about one axis alone (cryoSPARC's limit)."""


@dataclass(frozen=True)
class Sampling:
    """How evenly slices fill Fourier space at one radius.

    `count` slices pass through `direction` (x, y, z, one hemisphere). `scf` is 1 / ⟨1 / (count / mean)⟩ over
    the directions that any slice meets; `scf_star` counts the `unseen` share as well (Baldwin & Lyumkis 2020,
    2021): 1 where all is covered evenly, 0.81 for side views about one axis, towards 0 for one view alone.
    """

    direction: Float[Tensor, "n 3"]
    count: Float[Tensor, " n"]
    scf: float
    scf_star: float
    unseen: float


def view_directions(rotation: Float[Tensor, "n 3 3"]) -> Float[Tensor, "n 3"]:
    """Direction (x, y, z) in the volume along which each image was taken: (0, 0, 1) · A."""
    return rotation[:, 2]


def orientation_histogram(
    rotation: Float[Tensor, "n 3 3"], elevation_bins: int = 18, azimuth_bins: int = 36
) -> Int[Tensor, "e a"]:
    """View directions counted in bins of equal area, for a heat map.

    Rows run over the elevation from the south pole (−z) to the north, equal in its sine; columns over the
    azimuth from −180 to 180 degrees, from x towards y. An even set has the same expected count in every bin.

    Parameters
    ----------
    rotation
        (n, 3, 3), RELION's matrices A.
    elevation_bins
        Rows.
    azimuth_bins
        Columns.
    """
    x, y, z = view_directions(rotation).double().unbind(-1)
    row = ((z + 1.0) / 2.0 * elevation_bins).long().clamp(0, elevation_bins - 1)
    turn = torch.atan2(y, x) / (2.0 * torch.pi) + 0.5
    column = (turn * azimuth_bins).long().clamp(0, azimuth_bins - 1)
    counts = torch.bincount(row * azimuth_bins + column, minlength=elevation_bins * azimuth_bins)
    return counts.reshape(elevation_bins, azimuth_bins)


def fourier_sampling(
    rotation: Float[Tensor, "n 3 3"],
    symmetry: Float[Tensor, "g 3 3"] | None = None,
    radius: float = 50.0,
    directions: int = 5000,
    batch: int = 4096,
) -> Sampling:
    """How evenly the slices of a set fill Fourier space at `radius` coefficients.

    A slice meets the direction d when |d · v| < 0.5 / radius, v its view. SCF* = SCF / (1 + (q / p) · m · SCF /
    2) with q = 1 − p the unseen share and m the mean count: an unseen direction counts as one met by 2.

    Parameters
    ----------
    rotation
        (n, 3, 3), RELION's matrices A.
    symmetry
        (g, 3, 3), operators of the particle's point group; none if None.
    radius
        Distance from the origin in coefficients.
    directions
        Number of directions, evenly spread.
    batch
        Views compared at a time.
    """
    view = view_directions(rotation).double()
    if symmetry is not None:
        view = torch.einsum("ni,gij->gnj", view, symmetry.to(view)).reshape(-1, 3)
    direction = hemisphere(directions).to(view.device)
    count = torch.zeros(directions, dtype=torch.float64, device=view.device)
    for part in torch.split(view, batch):
        count += ((direction @ part.T).abs() < 0.5 / radius).sum(1)
    seen = count > 0
    met = float(seen.double().mean())
    mean = float(count.mean())
    scf = 1.0 / (float((1.0 / count[seen]).mean()) * mean) if met > 0 else 0.0
    star = scf / (1.0 + (1.0 - met) / max(met, 1e-12) * mean * scf / 2.0)
    return Sampling(direction.cpu(), count.cpu(), scf, star, 1.0 - met)
