"""Atomic models: counts against gemmi and DATA.md, the scattering table's limits, and hostile files."""

import gzip
from pathlib import Path

import gemmi
import numpy as np
import pytest
import torch

from cryo_core.errors import FormatError
from cryo_core.formats.atomic import read_atoms

PDB = """\
ATOM      1  N   ALA A   1      11.104   6.134  -6.504  1.00 20.00           N
ATOM      2  CA AALA A   1      11.639   6.071  -5.147  0.60 21.00           C
ATOM      3  CA BALA A   1      11.739   6.171  -5.247  0.40 22.00           C
ATOM      4  H   ALA A   1      12.000   7.000  -5.000  1.00 20.00           H
HETATM    5 ZN    ZN B 101       1.000   2.000   3.000  0.50 30.00          ZN
HETATM    6  O   HOH C 201       4.000   5.000   6.000  1.00 40.00           O
END
"""


def model(tmp_path: Path, text: str, name: str = "m.pdb") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def test_what_is_kept(tmp_path: Path) -> None:
    path = model(tmp_path, PDB)
    atoms = read_atoms(path)
    assert atoms.atom_name.tolist() == ["N", "CA", "CA", "ZN"]
    assert atoms.chain.tolist() == ["A", "A", "A", "B"]
    assert atoms.residue_number.tolist() == [1, 1, 1, 101]
    assert atoms.occupancy.tolist() == pytest.approx([1, 0.6, 0.4, 0.5])
    assert atoms.b_factor_angstrom2.tolist() == [20, 21, 22, 30]
    assert atoms.position_angstrom[3].tolist() == [1, 2, 3]
    assert len(read_atoms(path, hydrogens=True)) == len(read_atoms(path, waters=True)) == 5
    assert len(read_atoms(path, hydrogens=True, waters=True)) == 6
    assert atoms.select(atoms.chain == "B").atom_name.tolist() == ["ZN"]


def test_scattering_is_that_of_the_international_tables(tmp_path: Path) -> None:
    """f(0) of carbon and nitrogen for electrons: 2.51 and 2.21 Å (table 4.3.2.2)."""
    atoms = read_atoms(model(tmp_path, PDB))
    assert atoms.amplitude.shape == (4, 5)
    assert atoms.amplitude.sum(1)[:2].tolist() == pytest.approx([2.211, 2.509], abs=5e-3)
    s = 0.4  # 1/Å
    f = (atoms.amplitude * torch.exp(-atoms.width_angstrom2 * s**2 / 4)).sum(1)
    assert float(f[1]) == pytest.approx(gemmi.Element("C").c4322.calculate_sf(s**2 / 4), rel=1e-6)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "count", "chains"),
    [
        ("maps/3j5p.pdb", 4659, {"A"}),
        ("maps/5fj6.pdb", 5266, {"A"}),
        ("maps/3j6b_9.pdb", 1428, {"9"}),
        ("models/1gid.cif.gz", 2908, None),
        ("models/1igy.cif.gz", 10252, None),
    ],
)
def test_real_models(shared_data: Path, name: str, count: int, chains: set[str] | None) -> None:
    atoms = read_atoms(shared_data / name)
    assert len(atoms) == count
    assert chains is None or set(atoms.chain.tolist()) == chains
    structure = gemmi.read_structure(str(shared_data / name))
    structure.remove_hydrogens()
    structure.remove_waters()
    positions = np.array([site.atom.pos.tolist() for site in structure[0].all()])
    assert np.array_equal(atoms.position_angstrom.numpy(), positions)


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("", "m.pdb", "the file is empty"),
        ("nothing of the kind\n", "m.pdb", "no model|no atom"),
        ("nothing of the kind\n", "m.cif", "not a readable cif"),
        ("data_x\n_cell.length_a 1\n", "m.cif", "no _atom_site"),
        (PDB, "m.txt", "atomic models are read from"),
        (
            PDB.replace("          ZN", "          Qx").replace("ZN    ZN", "QX    ZN"),
            "m.pdb",
            "atom B/101ZN/QX: unknown element",
        ),
        (PDB.replace("  11.104", "     nan"), "m.pdb", "not a finite number|not a readable"),
        (PDB.replace("  11.104", "  abcdef"), "m.pdb", "line 1: could not convert"),
    ],
)
def test_hostile_models(tmp_path: Path, text: str, name: str, message: str) -> None:
    path = model(tmp_path, text, name)
    with pytest.raises(FormatError, match=message) as caught:
        read_atoms(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_archives(tmp_path: Path) -> None:
    path = tmp_path / "m.pdb.gz"
    packed = gzip.compress(PDB.encode())
    path.write_bytes(packed)
    assert len(read_atoms(path)) == 4
    path.write_bytes(packed[:-12])
    with pytest.raises(FormatError, match="ends too early"):
        read_atoms(path)
    path.write_bytes(b"no gzip at all")
    with pytest.raises(FormatError, match="damaged"):
        read_atoms(path)
    path.write_bytes(gzip.compress(PDB.encode() + b"REMARK\n" * 10_000_000))
    with pytest.raises(FormatError, match="inflate past"):
        read_atoms(path)
    with pytest.raises(FormatError, match="no such file"):
        read_atoms(tmp_path / "absent.pdb")
