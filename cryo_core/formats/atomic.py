"""Atomic models from PDB and mmCIF files, with what is needed to make a map of them."""

import zlib
from pathlib import Path

import gemmi
import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Atoms
from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.files import require_file

_KINDS = {".pdb": "pdb", ".ent": "pdb", ".cif": "cif", ".mmcif": "cif"}
_MAXIMAL_BYTES = 1 << 29
# Coordinates as text deflate 4- to 10-fold; a hundredfold is a bomb.
_MAXIMAL_RATIO = 100
_SMALL_BYTES = 1 << 24


def read_atoms(path: Path, hydrogens: bool = False, waters: bool = False) -> Atoms:
    """Read the first model of a PDB or mmCIF file.

    Hydrogens and waters are left out unless asked for: deposited models have them or not by the
    program that refined them, and ordered waters are seldom seen at the resolutions of maps. Ligands,
    ions and every alternate conformer, with its occupancy, are kept. B factors are isotropic.

    Amplitudes and widths are the five Gaussians of electron scattering of Peng et al. (1996, Acta Cryst.
    A52, 257; International Tables C, table 4.3.2.2) by element, neutral, from gemmi; hence the density of
    a map is in Å⁻² per Å of path, up to a constant.

    Parameters
    ----------
    path
        .pdb, .ent, .cif or .mmcif, plain or .gz (which is inflated to 512 MiB at most).
    hydrogens, waters
        Whether to keep them.

    Returns
    -------
    Atoms
        Positions in Å, float64; chain and residue number are the author's.

    Raises
    ------
    FormatError
        The file cannot be parsed, holds no atom, or an atom's element or numbers make no sense.
    """
    structure = _structure(path)
    if not len(structure):
        raise FormatError(f"{path}: no model in the file")
    kept = [
        (chain.name, residue, atom)
        for chain in structure[0]
        for residue in chain
        if waters or not residue.is_water()
        for atom in residue
        if hydrogens or not atom.element.is_hydrogen
    ]
    if not kept:
        raise FormatError(f"{path}: no atom in the first model (hydrogens and waters aside)")
    for chain, residue, atom in kept:
        where = f"{path}: atom {chain}/{residue.seqid}{residue.name}/{atom.name}"
        _require_sane(where, residue.seqid.num, atom)
    coefficients = {e: _gaussians(gemmi.Element(e)) for e in {atom.element.name for _, _, atom in kept}}
    gaussians = torch.tensor([coefficients[atom.element.name] for _, _, atom in kept], dtype=torch.float64)
    numbers = torch.tensor(
        [(*atom.pos.tolist(), atom.b_iso, atom.occ) for _, _, atom in kept], dtype=torch.float64
    )
    return Atoms(
        position_angstrom=numbers[:, :3].contiguous(),
        amplitude=gaussians[:, 0].contiguous(),
        width_angstrom2=gaussians[:, 1].contiguous(),
        b_factor_angstrom2=numbers[:, 3].contiguous(),
        occupancy=numbers[:, 4].contiguous(),
        chain=np.array([chain for chain, _, _ in kept]),
        residue_number=np.array([residue.seqid.num for _, residue, _ in kept], np.int64),
        atom_name=np.array([atom.name for _, _, atom in kept]),
    )


def _structure(path: Path) -> gemmi.Structure:
    compressed = path.suffix.lower() == ".gz"
    suffix = (path.with_suffix("") if compressed else path).suffix.lower()
    if suffix not in _KINDS:
        raise FormatError(f"{path}: atomic models are read from {', '.join(_KINDS)} files, plain or .gz")
    require_file(path)
    try:
        raw = _inflated(path) if compressed else _plain(path)
        # gemmi cuts columns by bytes, and a character cut in two could not be given back as text
        text = raw.decode("ascii", errors="replace").replace("\ufffd", "?")
        if _KINDS[suffix] == "pdb":
            _require_numbers(path, text)
            return gemmi.read_pdb_string(text)
        return gemmi.make_structure_from_block(_coordinate_block(path, text))
    except (ValueError, RuntimeError, IndexError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise FormatError(f"{path}: not a readable {_KINDS[suffix]} file: {reason}") from error


def _require_numbers(path: Path, text: str) -> None:
    """Refuse text in the number columns of a PDB file, which gemmi would take as 0."""
    for i, line in enumerate(text.splitlines(), 1):
        if line.startswith(("ATOM  ", "HETATM")):
            fields = (line[30:38], line[38:46], line[46:54], *_optional(line))
            try:
                tuple(map(float, fields))
            except ValueError as error:
                raise FormatError(f"{path}: line {i}: {error} (x, y, z, occupancy or B factor)") from error


def _optional(line: str) -> tuple[str, str]:
    return line[54:60].strip() or "1", line[60:66].strip() or "0"


def _coordinate_block(path: Path, text: str) -> gemmi.cif.Block:
    for block in gemmi.cif.read_string(text):
        if block.find_loop("_atom_site.Cartn_x"):
            return block
    raise FormatError(f"{path}: no _atom_site.Cartn_x, so no atomic model in it")


def _plain(path: Path) -> bytes:
    size = path.stat().st_size
    if not 0 < size <= _MAXIMAL_BYTES:
        raise FormatError(f"{path}: {size} bytes; an atomic model has 1 to {_MAXIMAL_BYTES}")
    return path.read_bytes()


def _inflated(path: Path) -> bytes:
    """Inflate a gzip file to no more than is plausible for a model."""
    packed = _plain(path)
    limit = min(_MAXIMAL_BYTES, max(_SMALL_BYTES, _MAXIMAL_RATIO * len(packed)))
    inflater = zlib.decompressobj(wbits=31)
    try:
        text = inflater.decompress(packed, limit)
    except zlib.error as error:
        raise FormatError(f"{path}: the gzip file is damaged ({error}): fetch it again") from error
    if len(text) >= limit:
        raise FormatError(f"{path}: {len(packed)} bytes that inflate past {limit}: not an atomic model")
    if not inflater.eof:
        raise FormatError(f"{path}: the gzip file ends too early: fetch it again")
    return text


def _require_sane(where: str, number: int | None, atom: gemmi.Atom) -> None:
    if number is None:
        raise FormatError(f"{where}: no residue number")
    if atom.element == gemmi.Element("X") or not atom.element.c4322:
        raise FormatError(f"{where}: unknown element {atom.element.name!r}: correct the element column")
    if not np.isfinite((*atom.pos.tolist(), atom.b_iso, atom.occ)).all():
        raise FormatError(f"{where}: position, B factor or occupancy is not a finite number")


def _gaussians(element: gemmi.Element) -> tuple[list[float], list[float]]:
    return list(element.c4322.a), list(element.c4322.b)


def is_model(path: Path) -> bool:
    """Whether a file's name says that it is an atomic model."""
    return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower() in _KINDS


def write_moved(
    source: Path, path: Path, rotation: Float[Tensor, "3 3"], shift_angstrom: Float[Tensor, "3"]
) -> None:
    """Write all of a model file after a rigid motion x' = rotation · x + shift; the crystal's cell is left out.

    Parameters
    ----------
    source
        The model, as `read_atoms` takes it.
    path
        .pdb, .ent, .cif or .mmcif.
    rotation, shift_angstrom
        The motion, without a reflection; x, y, z in Å.

    Raises
    ------
    SettingsError
        The rotation mirrors, or the file's name is not that of a model.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise SettingsError(f"{path}: a model is written as {', '.join(_KINDS)}")
    if float(torch.linalg.det(rotation)) < 0:
        raise SettingsError(f"{path}: a model has no other hand: mirror the map instead")
    structure = _structure(source)
    motion = gemmi.Transform(gemmi.Mat33(rotation.tolist()), gemmi.Vec3(*shift_angstrom.tolist()))
    for model in structure:
        model.transform_pos_and_adp(motion)
    structure.cell, structure.spacegroup_hm = gemmi.UnitCell(), ""
    if kind == "pdb":
        structure.write_pdb(str(path))
    else:
        structure.make_mmcif_document().write_file(str(path))
