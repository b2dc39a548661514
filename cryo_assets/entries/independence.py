"""What is said of the independence of a data set's half sets, beside every resolution that is printed."""

import math
import re
from collections.abc import Mapping
from typing import Any

from cryo_assets.entries.manifest import Dataset, Manifest
from cryo_assets.store.store import Artifact, Store
from cryo_core.validation.independence import UNKNOWN, Limit, caption, independence_limit, labelled, remark

SOURCE = "particles/source"

_OF_HALVES = re.compile(
    r"(?:.*_)?(?:resolution|coarsest|plain|substituted|median|p05|p95|(?:unmasked|masked|corrected)_fsc(?:05|0143))_angstrom"
)
"""Numbers of artifacts that are resolutions of half maps against each other. Those against a truth are not."""


def limit_of(manifest: Manifest, source: Artifact | None) -> Limit:
    """To which resolution a data set's halves are independent, from its manifest and its particles/source."""
    if not isinstance(manifest, Dataset):
        return None
    numbers = source.numbers if source else {}
    given = bool(numbers.get("half_sets_from_file", True))
    return independence_limit(manifest.poses_aligned_to_angstrom, bool(numbers.get("has_poses", True)), given)


def limit_in(store: Store, manifest: Manifest) -> Limit:
    """To which resolution a data set's halves are independent, by the particles/source that it uses."""
    if not isinstance(manifest, Dataset):
        return None
    original = manifest.variant_of or manifest.name
    own = store.current(SOURCE, manifest.name, original)
    return limit_of(manifest, own or store.current(SOURCE, original))


def as_the_file_has_it(source: Artifact) -> str:
    """What can be said of halves from their file alone, on pictures that stay as they are when more is said later."""
    if not source.numbers.get("has_poses", True):
        return ""
    if source.numbers.get("half_sets_from_file", True):
        return "halves as independent as the file's own half sets"
    return caption(UNKNOWN)


def with_remarks(numbers: Mapping[str, Any], limit: Limit) -> dict[str, Any]:
    """An artifact's numbers as they are printed: a resolution that halves do not cover comes with its remark."""
    return {name: _with_remark(name, value, limit) for name, value in numbers.items()}


def _with_remark(name: str, value: Any, limit: Limit) -> Any:
    """Add the remark to a value that is a resolution of half maps and needs one."""
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not number or "truth" in name or not _OF_HALVES.fullmatch(name) or not remark(value, limit):
        return value
    return labelled(value, limit)


def titled(title: str, limit: Limit) -> str:
    """Title of a picture as it is shown; where it shows what halves come to, with what they are worth.

    Pictures of rounds say only what the file says: more may be said later, and rounds are not computed anew for it.
    """
    words = caption(limit) if re.search("fsc|resolution", title, re.IGNORECASE) else ""
    return f"{title} ({words})" if words else title
