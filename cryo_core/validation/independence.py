"""To which resolution two half sets are independent, and the words that go with a finer one.

Poses that were aligned to one map of all images, to 26 Å say, carry that map's noise into both halves up to 26 Å:
their FSC up to there shows that the images were aligned alike, not that there is signal. Drawing half sets afterwards
does not mend it (Scheres & Chen 2012; Henderson et al. 2012). What alignment has not used is honest still.
"""

import math
import sys
from typing import Literal

Limit = float | Literal["unknown"] | None
"""Å to which poses were aligned to one map of both halves; "unknown"; None: halves were independent all along."""

UNKNOWN: Literal["unknown"] = "unknown"


def independence_limit(aligned_to: Limit, has_poses: bool, halves_given: bool) -> Limit:
    """What is known of the independence of two half sets, from what was said and what their file holds.

    Parameters
    ----------
    aligned_to
        What the person who knows the data said; None if nothing.
    has_poses
        Whether the file holds poses; those found here are found for each half by itself.
    halves_given
        Whether the file holds half sets, as a gold-standard refinement writes them; else they are drawn here.
    """
    if not has_poses:
        return None
    return aligned_to if aligned_to is not None or halves_given else UNKNOWN


def remark(resolution_angstrom: float, limit: Limit) -> str:
    """Words that go with a resolution of halves that were aligned to one map; "" where they were not.

    Shells to the limit agree because images were aligned alike; those beyond it were not used, and count.
    """
    if limit is None or not math.isfinite(resolution_angstrom):
        return ""
    if limit == UNKNOWN:
        return "not known to be independent"
    if resolution_angstrom < limit * (1 - 1e-3):
        return f"independent only beyond {limit:.4g} Å"
    return f"not independent, poses were aligned to one map to {limit:.4g} Å"


def caption(limit: Limit) -> str:
    """Words that go with a curve of halves, of whatever resolution; "" where they were independent all along."""
    words = remark(sys.float_info.min, limit)
    return f"halves {words}" if words else ""


def labelled(resolution_angstrom: float, limit: Limit) -> str:
    """A resolution with its remark: `10.67 Å: independent only beyond 26 Å`."""
    words = remark(resolution_angstrom, limit)
    return f"{resolution_angstrom:.2f} Å: {words}" if words else f"{resolution_angstrom:.2f} Å"


def with_remark(warnings: str, resolution_angstrom: float, limit: Limit) -> str:
    """Warnings in words ("none" if there are none), with the remark that the resolution has to carry."""
    if not remark(resolution_angstrom, limit):
        return warnings
    said = f"The resolution of {labelled(resolution_angstrom, limit)}."
    return said if warnings == "none" else f"{warnings} {said}"
