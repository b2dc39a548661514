"""Results of a search as plain values for a report."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import torch

from cryo_core.data import Particles
from cryo_core.posefree.hand import AgainstTruth
from cryo_core.posefree.residuals import residual
from cryo_core.posefree.search import SearchResult
from cryo_core.refinement.table import with_refined
from cryo_core.validation.fsc import FscCurve

LEFT_OUT = "cryoLeftOut"
"""Column of the particle table."""
HAND = (
    "Images without poses do not tell the hand: the map and its mirror image explain them equally well. One was kept; "
    "the other is written beside it. Helices, or a known structure, tell which is right."
)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _nothing(_: float) -> None:
    return None


def describe(result: SearchResult) -> dict[str, Any]:
    """Report of a search: restarts and their gap, the FSC of the halves, the images left out, the hand.

    Half sets begin at one coarse map, of both, and are apart from then on: their FSC is independent evidence
    only beyond `independent_beyond_angstrom`. Where nothing was found no resolution is given.
    """
    made = result.polished.reconstruction
    known = _finite if result.found else _nothing
    return {
        "particles": len(result.half_set),
        "box": made.full.density.shape[0],
        "pixel_angstrom": made.full.voxel_angstrom,
        "restarts": [
            {"evidence_nats": r.evidence, "error_nats": r.error, "best": i == result.best}
            for i, r in enumerate(result.restarts)
        ],
        "gap_nats": _finite(result.gap),
        "gap_error_nats": _finite(result.gap_error),
        "maps_fsc": _finite(result.alike),
        "found": result.found,
        "explained": round(result.explained, 4),
        "gap": result.verdict,
        "believed": result.believed,
        "passes": [
            {
                "limit_angstrom": p.limit_angstrom,
                "all_rotations": p.everywhere,
                "fsc05_angstrom": known(p.fsc.resolution_angstrom(0.5)),
                "fsc0143_angstrom": known(p.fsc.resolution_angstrom(0.143)),
                "moved_degrees": _finite(p.moved_degrees),
            }
            for p in result.polished.passes
        ],
        **_curve(made.fsc, "half_maps", known),
        "independent_beyond_angstrom": made.full.density.shape[0]
        * made.full.voxel_angstrom
        / result.settings.last_shell,
        "residual_median": float(torch.nanmedian(residual(result.polished.refined.score))),
        "left_out": int(result.polished.left_out.sum()),
        "strangers": _strangers(result),
        "hand": HAND,
    }


def image_table(result: SearchResult) -> pd.DataFrame:
    """How well each image fits, a row each, numbered from 1: residual, score and so on, and whether it was left out."""
    refined = result.polished.refined
    columns = {
        "residual": residual(refined.score),
        "score": refined.score,
        "sigma": refined.sigma,
        "log_likelihood": refined.log_likelihood,
        "contrast": refined.contrast,
    }
    index = pd.RangeIndex(1, len(refined.score) + 1, name="particle")
    table = {name: values.double().numpy().round(6) for name, values in columns.items()}
    return pd.DataFrame(table | {"left_out": result.polished.left_out.int().numpy()}, index)


def particle_table(particles: Particles, result: SearchResult) -> Particles:
    """The particles at the poses found, with scores; `cryoLeftOut` is 1 for images that are in no map."""
    table = with_refined(particles, result.polished.refined)
    left_out = result.polished.left_out.int().numpy()
    return replace(table, extra=table.extra.assign(**{LEFT_OUT: left_out}))


def _strangers(result: SearchResult) -> str:
    count = int(result.polished.left_out.sum())
    if not result.found:
        return "No image fits better than noise."
    if not count:
        return "No group of images fits worse than the others."
    return (
        f"{count} images ({count / len(result.half_set):.1%}) fit much worse than the others, as noise or another "
        "particle would: they are left out of the maps"
    )


def describe_truth(against: AgainstTruth) -> dict[str, Any]:
    """Scores against the truth, and which hand they are of."""
    angle, shift = against.errors.rotation_degrees, against.errors.shift_angstrom
    values = {
        "rotation_error_median_degrees": float(angle.median()),
        "within_15_degrees": float((angle <= 15).double().mean()),
        "shift_error_median_angstrom": float(shift.median()),
        "hand": "the other hand was compared with the truth" if against.errors.mirrored else "as found",
    }
    return values | (_curve(against.curve, "truth") if against.curve is not None else {})


def _curve(curve: FscCurve, name: str, known: Callable[[float], float | None] = _finite) -> dict[str, Any]:
    return {
        f"{name}_fsc05_angstrom": known(curve.resolution_angstrom(0.5)),
        f"{name}_fsc0143_angstrom": known(curve.resolution_angstrom(0.143)),
        f"{name}_fsc": [round(float(c), 4) for c in curve.correlation],
    }
