"""What two half maps say beside their FSC: how it depends on direction, and how amplitudes fall off (Guinier)."""

import math
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch

from cryo_core.data import Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.shells import radial_profile
from cryo_core.validation.directions import DirectionalFsc, directional_fsc
from cryo_core.validation.fsc import FscCurve, fsc_suite
from cryo_core.validation.guinier import guinier_fit, weight_by_fsc
from cryo_core.validation.maps import mask_or_sphere
from cryo_core.validation.report import SEED

_ONE = threading.Semaphore(1)
"""One pair is looked at at a time: large maps take some GB."""

_SHARES = (("least", 0.05), ("median", 0.5), ("most", 0.95))


@lru_cache(maxsize=64)
def told_by_halves(half1: Path, half2: Path, mask: Path | None) -> dict[str, Any]:
    """Directional FSC and Guinier plot of two half maps of the store, whose files never change.

    Parameters
    ----------
    half1, half2
        The half maps.
    mask
        The molecule's; one is looked for without it.
    """
    with _ONE:
        first, second = read_volume(half1), read_volume(half2)
        whole = mean_map(first, second)
        density = read_volume(mask).density if mask else mask_or_sphere(whole)[0]
        suite = fsc_suite(first, second, density, torch.Generator().manual_seed(SEED))
        cube = len(set(first.density.shape)) == 1
        found = directional_fsc(first, second, density) if cube else None
        return {
            "directional": _directional(found, suite.corrected) if found else None,
            "guinier": _guinier(whole, suite.corrected),
        }


def _directional(found: DirectionalFsc, corrected: FscCurve) -> dict[str, Any]:
    """The spread of the curves over directions, and of the resolutions that they give."""
    shares = torch.quantile(found.correlation.double(), torch.tensor([s for _, s in _SHARES]).double(), dim=0)
    reached = found.resolutions_angstrom()
    finite = reached[reached.isfinite()]
    worst, best = (float(finite.max()), float(finite.min())) if len(finite) else (None, None)
    curves = {name: [round(float(v), 4) for v in row] for (name, _), row in zip(_SHARES, shares, strict=True)}
    return {
        "per_angstrom": [round(float(f), 6) for f in found.frequency_per_angstrom],
        "curves": curves | {"corrected": [round(float(v), 4) for v in corrected.correlation]},
        "cfar": round(found.cfar, 3),
        "sphericity": round(found.sphericity, 3),
        "worst_angstrom": worst,
        "best_angstrom": best,
    }


def _guinier(whole: Volume, curve: FscCurve) -> dict[str, Any]:
    """Amplitudes (ln) by 1/d², as it is and weighted by the FSC, and the line whose slope is the B factor."""
    plain, weighted = radial_profile(whole), radial_profile(weight_by_fsc(whole, curve))
    step = 1 / (max(whole.density.shape) * whole.voxel_angstrom)
    squared = [(i * step) ** 2 for i in range(len(plain))]
    resolution = curve.resolution_angstrom()
    document: dict[str, Any] = {
        "per_angstrom2": squared[1:],
        "curves": {"map": _logs(plain)[1:], "weighted by the FSC": _logs(weighted)[1:]},
    }
    try:
        fit = guinier_fit(weight_by_fsc(whole, curve), resolution)
    except SettingsError:  # too few shells
        return document
    inside = [fit.to_angstrom**-2 >= s >= fit.from_angstrom**-2 for s in squared]
    line = [
        fit.intercept - fit.b_factor_angstrom2 / 4 * s if used else None
        for s, used in zip(squared, inside, strict=True)
    ]
    document["curves"]["fitted line"] = line[1:]
    return document | {"b_factor": round(fit.b_factor_angstrom2, 1), "to_angstrom": fit.to_angstrom}


def _logs(profile: torch.Tensor) -> list[float | None]:
    """Logarithms; None for what is rounding alone, beyond the filter of a map."""
    least = 1e-4 * float(profile.max())
    return [round(math.log(float(value)), 4) if value > least else None for value in profile]
