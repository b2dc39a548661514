"""Protein sequences of atomic models, and how alike they are: no structure may stand on both sides of a split."""

from collections.abc import Sequence
from pathlib import Path

import gemmi

from cryo_core.formats.atomic import _structure

SHORTEST = 30
"""Chains with fewer residues are left out: short ones are alike by chance."""


def read_sequences(path: Path) -> tuple[str, ...]:
    """Distinct protein sequences (one letter a residue that was modelled) of a PDB or mmCIF file.

    Nucleic acids and chains below 30 residues are left out. FormatError as `read_atoms`.
    """
    structure = _structure(path)
    if not len(structure):
        return ()
    structure.setup_entities()
    sequences = set()
    for chain in structure[0]:
        polymer = chain.get_polymer()
        protein = polymer.check_polymer_type() in (gemmi.PolymerType.PeptideL, gemmi.PolymerType.PeptideD)
        if protein and len(polymer) >= SHORTEST:
            sequences.add(gemmi.one_letter_code([residue.name for residue in polymer]))
    return tuple(sorted(sequences))


def identity(a: str, b: str) -> float:
    """Share of the longer sequence that is identical in the best global alignment (BLOSUM 62)."""
    if not a or not b:
        return 0.0
    words = [
        [gemmi.expand_one_letter(c, gemmi.ResidueKind.AA) or "ALA" for c in text.upper()] for text in (a, b)
    ]
    aligned = gemmi.align_string_sequences(words[0], words[1], [], gemmi.AlignmentScoring("b"))
    return float(aligned.match_count) / max(len(a), len(b))


RELATED = 0.25
"""Identity of chains above which structures count as related."""


def most_alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The largest identity of a chain of one structure with a chain of another, where it can be above `RELATED`."""
    found = (identity(x, y) for x in a for y in b if min(len(x), len(y)) >= RELATED * max(len(x), len(y)))
    return max(found, default=0.0)


def related_groups(sequences: Sequence[Sequence[str]], threshold: float = RELATED) -> list[int]:
    """Group number of each structure: one for all with chains at least `threshold` identical, also by way of others.

    A structure without a sequence is a group of its own.
    """
    group = list(range(len(sequences)))
    for i in range(len(sequences)):
        for j in range(i):
            if group[i] != group[j] and _related(sequences[i], sequences[j], threshold):
                old, new = max(group[i], group[j]), min(group[i], group[j])
                group = [new if g == old else g for g in group]
    return group


def _related(a: Sequence[str], b: Sequence[str], threshold: float) -> bool:
    return any(
        identity(x, y) >= threshold
        for x in a
        for y in b
        if min(len(x), len(y)) >= threshold * max(len(x), len(y))
    )
