"""What a trained model learnt from, and whether it saw an entry: then what it says of that entry proves nothing.

Training assets write `learnt.json`: for each structure its name, the digests of its files, and its protein sequences.
Models keep it. An entry counts as seen if one of its files is the same, or if a chain of its atomic model is
alike by more than a quarter (`cryo_core.formats.sequences`).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cryo_assets.store.store import Artifact

LEARNT, SEQUENCES = "learnt.json", "sequences.json"


@dataclass(frozen=True)
class Learnt:
    """A structure that was learnt from: SHA-256 of its files by label (map, half1, half2, model), sequences."""

    name: str
    files: Mapping[str, str] = field(default_factory=dict)
    sequences: tuple[str, ...] = ()


def write_learnt(folder: Path, learnt: Iterable[Learnt]) -> None:
    """Write what was learnt from beside the examples or weights."""
    (folder / LEARNT).write_text(json.dumps([asdict(one) for one in learnt], indent=1) + "\n")


def learnt_of(trained: Artifact) -> list[Learnt]:
    """What a model, or the examples that it was trained on, rest on; nothing where that was not recorded."""
    if LEARNT not in trained.files:
        return []
    rows = json.loads(trained.path(LEARNT).read_text())
    return [Learnt(row["name"], row["files"], tuple(row["sequences"])) for row in rows]


def write_sequences(folder: Path, sequences: Sequence[str]) -> None:
    """Write the protein sequences of an entry's atomic model beside its map."""
    (folder / SEQUENCES).write_text(json.dumps(list(sequences)) + "\n")


def learnt_entry(name: str, source: Artifact, model: Artifact | None) -> Learnt:
    """An entry that is learnt from: its map and half maps, and its atomic model if it has one."""
    if model is None:
        return Learnt(name, dict(source.recipe.files))
    known = (
        SEQUENCES in model.files
    )  # of a version that was made before sequences were kept they are not known
    sequences = json.loads(model.path(SEQUENCES).read_text()) if known else []
    return Learnt(name, {**source.recipe.files, **model.recipe.files}, tuple(sequences))


def learnt_digest(learnt: Sequence[Learnt]) -> str:
    """SHA-256 of all files and sequences that were learnt from, whatever they are called."""
    plain = sorted([sorted(one.files.values()), sorted(one.sequences)] for one in learnt)
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def seen(learnt: Sequence[Learnt], files: Mapping[str, str], sequences: Sequence[str] = ()) -> str:
    """How a model knows an entry already, in words; "" if it does not.

    Parameters
    ----------
    learnt
        What it learnt from.
    files
        SHA-256 of the entry's files, by what they are.
    sequences
        Protein sequences of the entry's atomic model.
    """
    for one in learnt:
        known = {digest: label for label, digest in one.files.items()}
        for label, digest in files.items():
            if digest in known:
                return f"{_LABELS.get(label, label)} is {_LABELS.get(known[digest], known[digest])} of {one.name}"
    return _homologue(learnt, sequences)


_LABELS = {"map": "the map", "half1": "half map 1", "half2": "half map 2", "model": "the atomic model"}


def _homologue(learnt: Sequence[Learnt], sequences: Sequence[str]) -> str:
    if not sequences:
        return ""
    from cryo_core.formats.sequences import RELATED, most_alike

    for one in learnt:
        alike = most_alike(sequences, one.sequences)
        if alike > RELATED:
            return f"a chain of the atomic model is {alike:.0%} identical to one of {one.name}"
    return ""


def warning_of(words: str) -> str:
    """The warning that stands on the page of an entry which a model has seen; "" for one that it has not."""
    return (
        f"The model learnt from this structure ({words}): agreement with it would prove nothing."
        if words
        else ""
    )
