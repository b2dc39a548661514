"""The thesis's test object: a solid letter L, flat, or made chiral by a third arm."""

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles

_ARMS = (((-4, 4), (-12, 12), (-9, -1)), ((-4, 4), (4, 12), (-1, 9)))
"""The two strokes in a box of 40, as ranges of z, y and x about the centre."""
_THIRD = ((4, 12), (-12, -4), (-9, -1))


def letter_l(box: int = 40, chiral: bool = False, voxel_angstrom: float = 1.0) -> Volume:
    """Give a solid L of density 1: strokes of 24 and 18 voxels, 8 thick, in a box of 40, and to scale in others.

    Flat, it lies in the plane of x and y, centred on the middle of the box, and is its own mirror image. `chiral` adds
    an arm of 8 voxels towards +z. Where an edge cuts a voxel, the voxel has the share that lies inside.
    """
    if box < 16:
        raise SettingsError(f"a box of {box} voxels is too small for an L: at least 16")
    density = torch.zeros(box, box, box)
    for ranges in (*_ARMS, *((_THIRD,) if chiral else ())):
        z, y, x = (_covered(box, low, high) for low, high in ranges)
        density += z[:, None, None] * y[:, None] * x  # strokes touch and do not overlap
    return Volume(density, voxel_angstrom)


def letter_images(
    count: int, box: int = 40, chiral: bool = False, snr: float = 0.1, seed: int = 20240229
) -> SimulatedParticles:
    """Give projections of the L from all sides with white noise, centred and without CTF, pixels of 1 Å."""
    settings = SimulationSettings(
        snr=snr,
        defocus_min_angstrom=0.0,
        defocus_max_angstrom=0.0,
        astigmatism_max_angstrom=0.0,
        spherical_aberration_mm=0.0,
        amplitude_contrast=1.0,
        shift_sigma_angstrom=0.0,
        padding=4,
        seed=seed,
    )
    return simulate_particles([letter_l(box, chiral)], [1.0], count, settings)


def _covered(box: int, low: int, high: int) -> Float[Tensor, " n"]:
    """Give the share of each voxel of a line that lies between two ends, in fortieths of the box about its middle."""
    edges = torch.arange(box + 1, dtype=torch.float64) - box / 2
    a, b = low * box / 40, high * box / 40
    left, right = edges[:-1].clamp(a, b), edges[1:].clamp(a, b)
    return (right - left).to(torch.float32)
