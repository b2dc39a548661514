"""The weights that a step computes with: the trained ones in use, or those that the package brings."""

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

from cryo_assets.entries.files import model_file
from cryo_assets.entries.manifest import MapEntry
from cryo_assets.store.digests import sha256_of
from cryo_assets.store.learnt import learnt_of, seen
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError
from cryo_core.formats.sequences import read_sequences


@cache
def digest_of(weights: Path) -> str:
    """First twelve digits of the SHA-256 of packaged weights, which name them in recipes and results."""
    return hashlib.sha256(weights.read_bytes()).hexdigest()[:12]


def seen_by(trained: Artifact | None, source: Artifact, manifest: MapEntry) -> str:
    """How trained weights know a map entry already (`store.learnt`), in words; "" if they do not.

    What the packaged weights learnt from is not looked up here: no entry's map, half maps or model is among it.
    """
    if trained is None:
        return ""
    files, sequences = dict(source.recipe.files), tuple[str, ...]()
    path = model_file(manifest).get("model")
    if path:
        files["model"] = sha256_of(path)
        with suppress(CryoError):  # a model that cannot be read is told of where it is used
            sequences = read_sequences(path)
    return seen(learnt_of(trained), files, sequences)


def name_of(trained: Artifact) -> str:
    """Name of trained weights in results, such as "models/profiles 0123456789ab"."""
    return f"{trained.recipe.asset} {trained.version[:12]}"
