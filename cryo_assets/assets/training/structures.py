"""Atomic models to simulate maps of: those that can be read, since one that cannot should not cost the others."""

from collections.abc import Sequence
from pathlib import Path

from cryo_assets.store.digests import sha256_of
from cryo_assets.store.learnt import Learnt
from cryo_core.errors import CryoError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.sequences import read_sequences


def learnt_models(paths: Sequence[Path]) -> list[Learnt]:
    """What is noted of atomic models that are learnt from: digest and sequences."""
    return [Learnt(path.name, {"model": sha256_of(path)}, read_sequences(path)) for path in paths]


def readable_models(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The models that can be read, and why each other one cannot."""
    readable: list[Path] = []
    left_out: list[str] = []
    for path in paths:
        try:
            read_atoms(path)
            read_sequences(path)
        except CryoError as error:
            left_out.append(f"{path.name} ({error})")
        else:
            readable.append(path)
    return readable, left_out
