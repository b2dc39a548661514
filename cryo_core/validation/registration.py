"""Whether two maps show the same density at the same place."""

import numpy as np
from jaxtyping import Float
from scipy import ndimage

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.filters import low_pass


def displacement(fixed: Volume, moved: Volume, low_pass_angstrom: float = 10.0) -> tuple[float, float, float]:
    """How far (x, y, z in Å) the density of `moved` lies from that of `fixed`, whatever their grids.

    Both maps are low-passed, to 4 of the coarser voxels where that is coarser, and `moved` is read at the
    places of `fixed`'s voxels by cubic splines. Then moved(r) = s · fixed(r) − s · d · ∇fixed(r) + c is solved
    for d by least squares, so that scale and offset do not matter; right to a few hundredths of a voxel
    for displacements below a quarter of `low_pass_angstrom`. ShapeError if the boxes do not overlap.

    Parameters
    ----------
    fixed, moved
        The two maps.
    low_pass_angstrom
        Resolution to compare at, Å.
    """
    coarse = max(low_pass_angstrom, 4.0 * max(fixed.voxel_angstrom, moved.voxel_angstrom))
    reference = low_pass(fixed, coarse).density.double().cpu().numpy()
    other = low_pass(moved, coarse).density.double().cpu().numpy()
    place = _places(fixed, moved, reference.shape)
    inside = np.all([(p >= 0) & (p <= n - 1) for p, n in zip(place, other.shape, strict=True)], axis=0)
    if inside.sum() < 64:
        raise ShapeError("the two maps do not overlap")
    values = ndimage.map_coordinates(other, [p[inside] for p in place], order=3, mode="nearest")
    slopes = [g[inside] / fixed.voxel_angstrom for g in np.gradient(reference)]
    design = np.stack([reference[inside], np.ones(len(values)), *slopes], axis=1)
    scale, _, dz, dy, dx = np.linalg.lstsq(design, values, rcond=None)[0]
    return float(-dx / scale), float(-dy / scale), float(-dz / scale)


def _places(fixed: Volume, moved: Volume, shape: tuple[int, ...]) -> list[Float[np.ndarray, "z y x"]]:
    """Indices z, y and x of `fixed`'s voxels on `moved`'s grid."""
    origins = zip(fixed.origin_angstrom[::-1], moved.origin_angstrom[::-1], strict=True)
    lines = [
        (np.arange(n) * fixed.voxel_angstrom + a - b) / moved.voxel_angstrom
        for n, (a, b) in zip(shape, origins, strict=True)
    ]
    return list(np.meshgrid(*lines, indexing="ij"))
