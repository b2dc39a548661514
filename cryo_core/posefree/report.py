"""Results of a search as plain values for a report."""

import math
from typing import Any

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.posefree.hand import AgainstTruth
from cryo_core.posefree.residuals import outliers, residual
from cryo_core.posefree.search import SearchResult
from cryo_core.validation.fsc import FscCurve

HAND = (
    "Images without poses do not tell the hand: the map and its mirror image explain them equally well. One was kept; "
    "the other is written beside it. Helices, or a known structure, tell which is right."
)


def describe(result: SearchResult) -> dict[str, Any]:
    """Report of a search: restarts and their gap, the FSC of the halves, the hand.

    Half sets begin at one coarse map, of both, and are apart from then on: their FSC is independent evidence
    only beyond `independent_beyond_angstrom`.
    """
    made = result.polished.reconstruction
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
        "gap": result.verdict,
        "passes": [
            {
                "limit_angstrom": p.limit_angstrom,
                "all_rotations": p.everywhere,
                "fsc05_angstrom": _finite(p.fsc.resolution_angstrom(0.5)),
                "fsc0143_angstrom": _finite(p.fsc.resolution_angstrom(0.143)),
                "moved_degrees": _finite(p.moved_degrees),
            }
            for p in result.polished.passes
        ],
        **_curve(made.fsc, "half_maps"),
        "independent_beyond_angstrom": made.full.density.shape[0]
        * made.full.voxel_angstrom
        / result.settings.last_shell,
        **_fit(residual(result.polished.refined.score)),
        "hand": HAND,
    }


def image_table(result: SearchResult) -> pd.DataFrame:
    """How well each image fits, a row each, numbered from 1: `residual` (see `residuals`), score, sigma and so on."""
    refined = result.polished.refined
    columns = {
        "residual": residual(refined.score),
        "score": refined.score,
        "sigma": refined.sigma,
        "log_likelihood": refined.log_likelihood,
        "contrast": refined.contrast,
    }
    index = pd.RangeIndex(1, len(refined.score) + 1, name="particle")
    return pd.DataFrame({name: values.double().numpy().round(6) for name, values in columns.items()}, index)


def _fit(residuals: Float[Tensor, " n"]) -> dict[str, Any]:
    """Median of the residuals, and in words whether some images fit no better than noise does."""
    group = outliers(residuals)
    middle = float(torch.nanmedian(residuals))
    if group is None:
        return {"residual_median": middle, "strangers": "No group of images fits worse than the others."}
    count = int(np.count_nonzero(residuals.numpy() > group.threshold))
    words = (
        f"{count} images ({group.share:.1%}) fit worse than the others, as noise or another particle would: "
        f"their residual is above {group.threshold:.4f}"
    )
    return {"residual_median": middle, "residual_threshold": group.threshold, "strangers": words}


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


def _curve(curve: FscCurve, name: str) -> dict[str, Any]:
    return {
        f"{name}_fsc05_angstrom": _finite(curve.resolution_angstrom(0.5)),
        f"{name}_fsc0143_angstrom": _finite(curve.resolution_angstrom(0.143)),
        f"{name}_fsc": [round(float(c), 4) for c in curve.correlation],
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
