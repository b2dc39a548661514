"""The resolution of two half maps, and whether it may be trusted: one call, one answer, with warnings in words."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from scipy import ndimage
from torch import Tensor

from cryo_core.data import Particles, Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.fourier.shells import shell_sum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.validation.directions import DirectionalFsc, directional_fsc
from cryo_core.validation.fsc import FscCurve, FscSuite, fsc, fsc_auc, fsc_suite
from cryo_core.validation.guinier import Guinier, guinier_fit, weight_by_fsc
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.orientations import UNEVEN_SCF, Sampling, fourier_sampling

SEED = 20240229
UNEVEN_CFAR = 0.5
_SHARED_NOISE = 0.05
_SIGMAS = 5.0
_MOST_SHARED = 0.01
"""Share of images with a twin in the other half that is borne: noise of the halves then correlates by as much."""


@dataclass(frozen=True)
class Assessment:
    """The resolution of a pair of half maps and all that speaks for or against it.

    `resolution_angstrom` is that of the corrected FSC at 0.143, `resolution_half_angstrom` that at 0.5;
    `solvent_correlation` is the mean FSC of what lies outside the mask, beyond the shells that hold signal,
    which is 0 where noises are independent (NaN if there is no solvent); `dependence` says why the halves are not
    independent, "" if nothing says so; `model` is the FSC of the whole map
    with the model, and `scale` the factor by which the model would have to grow to fit best. What was not asked
    for, or cannot be computed, is None. No `warnings` mean that nothing speaks against the number.
    """

    resolution_angstrom: float
    resolution_half_angstrom: float
    auc: float
    suite: FscSuite
    directional: DirectionalFsc | None
    sampling: Sampling | None
    guinier: Guinier | None
    model: FscCurve | None
    scale: float | None
    solvent_correlation: float
    dependence: str
    warnings: tuple[str, ...]

    @property
    def believable(self) -> bool:
        """Whether nothing speaks against the resolution."""
        return not self.warnings


def assess(
    half1: Volume,
    half2: Volume,
    mask: Float[Tensor, "z y x"] | None = None,
    rotation: Float[Tensor, "n 3 3"] | None = None,
    symmetry: Float[Tensor, "g 3 3"] | None = None,
    model: Volume | None = None,
    shared_images: int = 0,
) -> Assessment:
    """Resolution of two half maps, with every check of whether it may be trusted.

    Directions are compared in cubes only.

    Parameters
    ----------
    half1, half2, mask
        The half maps, on one grid; (z, y, x), made from their mean if None (`auto_mask`).
    rotation, symmetry
        (n, 3, 3), poses of the images, or None; (g, 3, 3), operators of the point group.
    model
        Map of the atomic model on the same grid.
    shared_images
        How many images stand in both halves, or have a twin in the other one (`count_shared`, `twins.Twins`).

    Raises
    ------
    ShapeError
        The grids differ.
    SettingsError
        No mask can be made.
    """
    half1.require_same_grid(half2)
    whole = mean_map(half1, half2)
    mask = auto_mask(whole) if mask is None else mask
    suite = fsc_suite(half1, half2, mask, torch.Generator().manual_seed(SEED))
    cube = len(set(half1.density.shape)) == 1
    directional = directional_fsc(half1, half2, mask) if cube else None
    sampling = None if rotation is None else fourier_sampling(rotation, symmetry)
    solvent, error = solvent_correlation(half1, half2, mask, suite)
    curve = None if model is None else fsc(whole, model, mask)
    scale = None if model is None else best_scale(whole, model)
    warnings = [
        *suite.warnings,
        *_independence(solvent, error, shared_images),
        *_orientations(directional, sampling),
        *_pixel(half1, suite, scale),
    ]
    return Assessment(
        suite.corrected.resolution_angstrom(0.143),
        suite.corrected.resolution_angstrom(0.5),
        fsc_auc(suite.corrected),
        suite,
        directional,
        sampling,
        _guinier(whole, suite.corrected),
        curve,
        scale,
        solvent,
        dependence(shared_images, 0 if rotation is None else len(rotation), solvent, error),
        tuple(warnings),
    )


def count_shared(particles: Particles) -> int:
    """Number of images that stand in both half sets: the same image of the same stack."""
    name = np.array([str(path) for path in particles.stacks])[particles.stack_number]
    halves = [
        set(zip(name[chosen], particles.image_number[chosen], strict=True))
        for chosen in (particles.half_set == 1, particles.half_set == 2)
    ]
    return len(halves[0] & halves[1])


def best_scale(volume: Volume, model: Volume, low_pass_angstrom: float = 8.0) -> float:
    """Factor from 0.94 to 1.06 by which a model's map, enlarged about its centre, fits a map best.

    Both are low-passed and cropped to voxels of a third of that resolution. The mean FSC over the shells that
    are left does not depend on how either map falls off; it is computed at steps of a percent, and a parabola
    gives its maximum.

    Parameters
    ----------
    volume, model
        The map and its model's map, on one grid.
    low_pass_angstrom
        Resolution to compare at, Å.

    Raises
    ------
    ShapeError
        The grids differ.
    """
    volume.require_same_grid(model)
    coarse = max(low_pass_angstrom, 4.0 * volume.voxel_angstrom)
    shape = [max(16, round(n * volume.voxel_angstrom / (coarse / 3.0) / 2) * 2) for n in volume.density.shape]
    size = (shape[0], shape[1], shape[2])
    fixed, moved = (
        fourier_crop_or_pad(low_pass(v, coarse).density, size) if size < tuple(v.density.shape) else v.density
        for v in (volume, model)
    )
    centre = np.array([n // 2 for n in moved.shape])
    source = ndimage.spline_filter(moved.double().cpu().numpy(), order=3)
    last = max(4, int(max(volume.density.shape) * volume.voxel_angstrom / coarse) - 1)

    def agreement(scale: float) -> float:
        scaled = ndimage.affine_transform(
            source, np.full(3, 1 / scale), centre - centre / scale, order=3, prefilter=False
        )
        other = Volume(torch.from_numpy(scaled).to(fixed.dtype), 1.0)
        return float(fsc(Volume(fixed.cpu(), 1.0), other).correlation[2:last].mean())

    near = max((1.0 + 0.02 * step for step in range(-3, 4)), key=agreement)
    scales = [near + 0.01 * step for step in (-2, -1, 0, 1, 2)]
    agreements = [agreement(scale) for scale in scales]
    best = min(max(int(np.argmax(agreements)), 1), len(agreements) - 2)
    a, b, c = agreements[best - 1 : best + 2]
    bend = a - 2 * b + c
    return scales[best] + (0.01 * 0.5 * (a - c) / bend if bend < 0 else 0.0)


def solvent_correlation(
    half1: Volume, half2: Volume, mask: Float[Tensor, "z y x"], suite: FscSuite
) -> tuple[float, float]:
    """Mean FSC of the solvent beyond the shells of strong signal, and its standard error; NaN if there is none.

    It is 0 where the noises of the halves are independent.

    Parameters
    ----------
    half1, half2, mask
        Half maps and the mask of their molecule, on one grid.
    suite
        Their FSC, with that mask.
    """
    z, y, x = half1.density.shape
    radius = min(z, y, x) / 2 - 4.0
    outside = sphere_mask((z, y, x), radius, 3.0, mask.device) * (1.0 - mask)
    share = float((outside**2).mean())
    if share < 0.01:
        return math.nan, math.nan
    halves = [h.with_density((h.density - _mean(h.density, outside)) * outside) for h in (half1, half2)]
    empty = (outside > 0.5) & (mask <= 0)
    if int(empty.sum()) < 64 or any(
        float(h.density[empty].std()) < 1e-3 * float(h.density.std()) for h in (half1, half2)
    ):
        return math.nan, math.nan
    curve = fsc(halves[0], halves[1]).correlation
    count = shell_sum(torch.ones(z, y, x // 2 + 1), (z, y, x)) * share / 2.0
    late = torch.arange(len(curve)) >= max(len(curve) // 4, _first_under(suite.unmasked, 0.5))
    late[-1] = True
    weight = count[late] / count[late].sum()
    return float((curve[late] * weight).sum()), float(count[late].sum() ** -0.5)


def _mean(density: Float[Tensor, "z y x"], weight: Float[Tensor, "z y x"]) -> float:
    return float((density * weight).double().sum() / weight.double().sum().clamp(min=1e-9))


def _first_under(curve: FscCurve, threshold: float) -> int:
    return curve._last_shell(threshold) + 1


def dependence(shared_images: int, images: int, solvent: float, error: float) -> str:
    """Why two halves are not independent enough for their FSC to mean anything; "" where nothing says so.

    Parameters
    ----------
    shared_images
        Images that stand in both halves, or have a twin in the other one.
    images
        All images of both halves.
    solvent, error
        `solvent_correlation`; NaN where there is no solvent.
    """
    if shared_images > _MOST_SHARED * images:
        return f"{shared_images} of {images} images stand in both halves: noise agrees with itself"
    if solvent > max(_SHARED_NOISE, _SIGMAS * error):
        return f"the solvent of the halves correlates by {solvent:.2f}, and that of independent halves by 0"
    return ""


def _independence(solvent: float, error: float, shared_images: int) -> list[str]:
    warnings = []
    if shared_images:
        warnings.append(f"{shared_images} images stand in both halves: the halves are not independent.")
    if math.isnan(solvent):
        warnings.append(
            "The half maps have no solvent (they were masked, or the mask fills the box): whether their "
            "noises are independent cannot be told."
        )
    elif dependence(0, 1, solvent, error):
        warnings.append(
            f"The solvent of the two halves correlates ({solvent:.2f} at high frequency, where independent "
            "noise has 0): they may share images, or were aligned together, and the FSC is too high."
        )
    return warnings


def _orientations(directional: DirectionalFsc | None, sampling: Sampling | None) -> list[str]:
    warnings = []
    if directional is not None and directional.cfar < UNEVEN_CFAR:
        best, worst = (float(r) for r in torch.aminmax(directional.resolutions_angstrom()))
        warnings.append(
            f"Orientations are missing or wrong: cFAR is {directional.cfar:.2f} (below {UNEVEN_CFAR}), the "
            f"resolution {best:.1f} Å in the best direction and {worst:.1f} Å in the worst."
        )
    if sampling is not None and sampling.scf_star < UNEVEN_SCF:
        warnings.append(
            f"Views are uneven: SCF* is {sampling.scf_star:.2f} (below {UNEVEN_SCF}), and "
            f"{100 * sampling.unseen:.0f}% of the directions in Fourier space were not seen at all."
        )
    return warnings


def _pixel(volume: Volume, suite: FscSuite, scale: float | None) -> list[str]:
    warnings = []
    voxel = volume.voxel_angstrom
    if abs(voxel - 1.0) < 1e-6 or not 0.2 <= voxel <= 15.0:
        warnings.append(
            f"The voxel size of {voxel:.4f} Å looks like a header nobody filled in: every number in Å rests on it."
        )
    if suite.corrected.resolution_angstrom() < 1.0:
        warnings.append("A resolution below 1 Å: the voxel size is probably too small.")
    if scale is not None and abs(scale - 1.0) > 0.01:
        warnings.append(
            f"The model fits best enlarged by {100 * (scale - 1):+.1f}%: the voxel size should probably be "
            f"{voxel / scale:.4f} Å."
        )
    return warnings


def _guinier(whole: Volume, curve: FscCurve) -> Guinier | None:
    try:
        return guinier_fit(weight_by_fsc(whole, curve), curve.resolution_angstrom())
    except SettingsError:
        return None
