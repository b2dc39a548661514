"""The weights that a step computes with: the trained ones in use, or those that the package brings."""

import hashlib
from functools import cache
from pathlib import Path

from cryo_assets.store.store import Artifact


@cache
def digest_of(weights: Path) -> str:
    """First twelve digits of the SHA-256 of packaged weights, which name them in recipes and results."""
    return hashlib.sha256(weights.read_bytes()).hexdigest()[:12]


def name_of(trained: Artifact) -> str:
    """Name of trained weights in results, such as "models/profiles 0123456789ab"."""
    return f"{trained.recipe.asset} {trained.version[:12]}"
