"""cryoSPARC's files as they are: plain numpy tables, joined by uid, and the .csg groups that name them.

What the fields mean is in `cryosparc`. Nothing is unpickled, and sizes are checked before memory is taken.
"""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import yaml
from jaxtyping import Shaped

from cryo_core.errors import FormatError
from cryo_core.formats.files import require_file

Fields = dict[str, Shaped[np.ndarray, "n ..."]]
"""The columns of a table by the names of their fields."""

FOREIGN = "relion/"
"""Before the names of fields that cryoSPARC does not know, and `OPTICS` before those of an optics group."""
OPTICS = "relion_optics/"

MICROSCOPE = {
    "voltage_kilovolt": "ctf/accel_kv",
    "spherical_aberration_mm": "ctf/cs_mm",
    "amplitude_contrast": "ctf/amp_contrast",
}
DEFOCUS = ("ctf/df1_A", "ctf/df2_A", "ctf/df_angle_rad")
ORIGINS = ("rlnOriginXAngst", "rlnOriginYAngst")
SCORE = f"{FOREIGN}rlnMaxValueProbDistribution"
"""Where a table has the facts of the microscope, the defocus, 2D origins in RELION's names, and the score."""

_PLAIN_KINDS = "biufSU"
_MAXIMAL_HEADER = 1 << 16
_MAXIMAL_GROUP_BYTES = 1 << 20


def read_fields(path: Path, passthrough: Sequence[Path] = ()) -> Fields:
    """Read the fields of a .cs or .csg file, with those that its passthrough files add, joined by uid.

    Raises
    ------
    FormatError
        The file is not a plain numpy table, holds Python objects, is cut short, or a uid is missing.
    """
    files = _group_files(path) if path.suffix.lower() == ".csg" else {path: None}
    tables = {name: _read_table(name, prefixes) for name, prefixes in files.items()}
    first = min(tables, key=lambda name: len(tables[name]))
    joined = _as_fields(tables.pop(first))
    others = [*tables.items(), *((name, _read_table(name, None)) for name in passthrough)]
    for name, table in others:
        _join(path, joined, name, _as_fields(table))
    return joined


def _as_fields(table: np.ndarray) -> Fields:
    assert table.dtype.names is not None
    return {name: table[name] for name in table.dtype.names}


def _join(path: Path, joined: Fields, other: Path, added: Fields) -> None:
    """Add the fields of another table that are new, in the order of the first one's uids."""
    new = [name for name in added if name not in joined]
    for file, table in ((path, joined), (other, added)):
        if "uid" not in table:
            raise FormatError(f"{file}: no field uid, by which tables are joined")
    order = np.argsort(added["uid"], kind="stable")
    uids = added["uid"][order]
    if (uids[1:] == uids[:-1]).any():
        raise FormatError(f"{other}: uid {uids[1:][uids[1:] == uids[:-1]][0]} occurs twice")
    place = np.minimum(np.searchsorted(uids, joined["uid"]), len(uids) - 1)
    absent = uids[place] != joined["uid"]
    if absent.any():
        row = int(np.argmax(absent))
        raise FormatError(f"{other}: no uid {joined['uid'][row]}, which row {row + 1} of {path} has")
    for field in new:
        joined[field] = added[field][order][place]


def _group_files(path: Path) -> dict[Path, tuple[str, ...] | None]:
    """Files (.cs) of a group, and which prefixes to take from each; they lie in the group's folder."""
    require_file(path)
    if path.stat().st_size > _MAXIMAL_GROUP_BYTES:
        raise FormatError(f"{path}: more than {_MAXIMAL_GROUP_BYTES} bytes, so not a .csg file")
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except Exception as error:  # YAML can fail in many ways, too deep nesting among them
        reason = " ".join(str(error).split())[:120]
        raise FormatError(f"{path}: not a readable .csg file ({type(error).__name__}: {reason})") from error
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, dict) or not results:
        raise FormatError(f"{path}: no `results`, so not a .csg file")
    files: dict[Path, tuple[str, ...]] = {}
    folder = path.resolve().parent
    for name, result in results.items():
        metafile = result.get("metafile") if isinstance(result, dict) else None
        if not isinstance(name, str) or not isinstance(metafile, str) or "\0" in metafile:
            raise FormatError(f"{path}: results: {str(name)[:40]}: no `metafile`")
        file = (folder / metafile.removeprefix(">")).resolve()
        if not file.is_relative_to(folder):
            raise FormatError(f"{path}: results: {name}: {metafile!r} leads outside the group's folder")
        files[file] = (*files.get(file, ()), name)
    return {file: (*prefixes, "uid", FOREIGN[:-1], OPTICS[:-1]) for file, prefixes in files.items()}


def _read_table(path: Path, prefixes: tuple[str, ...] | None) -> np.ndarray:
    require_file(path)
    size = path.stat().st_size
    with path.open("rb") as handle:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                shape, dtype = _header(handle)
        except FormatError as error:
            raise FormatError(f"{path}: {error}") from error
        except Exception as error:  # a damaged header can fail in any way
            reason = " ".join(str(error).split())[:120]
            raise FormatError(f"{path}: not a numpy table ({type(error).__name__}: {reason})") from error
        _require_plain(path, shape, dtype)
        if shape[0] * dtype.itemsize != size - handle.tell():
            raise FormatError(
                f"{path}: {shape[0]} rows of {dtype.itemsize} bytes claimed, and {size - handle.tell()} bytes "
                "follow the header: it was cut short; fetch it again"
            )
        table = np.fromfile(handle, dtype, shape[0])
    if prefixes is None:
        return table
    assert dtype.names is not None
    return table[[name for name in dtype.names if name.split("/")[0] in prefixes]]


def _header(handle: BinaryIO) -> tuple[tuple[int, ...], np.dtype[Any]]:
    start = handle.read(6)
    if start[1:] == b"CSDAT":
        raise FormatError("a CSDAT stream: save it as a numpy .cs file (cryosparc-tools `Dataset.save`)")
    handle.seek(0)
    version = np.lib.format.read_magic(handle)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(handle, max_header_size=_MAXIMAL_HEADER)
    return shape, dtype


def _require_plain(path: Path, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    if dtype.hasobject:
        raise FormatError(f"{path}: holds Python objects, which may run code when they are read: refused")
    if len(shape) != 1 or dtype.names is None or dtype.itemsize < 1 or shape[0] < 1:
        raise FormatError(f"{path}: an array of shape {shape}, and a .cs file is a table with named fields")
    for name in dtype.names:
        field = dtype[name]
        if field.base.kind not in _PLAIN_KINDS or field.itemsize < 1:
            raise FormatError(
                f"{path}: field {name[:40]} is of type {field.base}, and must be numbers or text"
            )


def write_group(path: Path, table: Path) -> None:
    """Write the .csg file by which cryoSPARC imports the particles of a .cs file in the same folder."""
    with table.open("rb") as handle:
        shape, dtype = _header(handle)
    prefixes = {name.split("/")[0] for name in dtype.names or () if "/" in name}
    results = {
        name: {"metafile": f">{table.name}", "num_items": shape[0], "type": f"particle.{name}"}
        for name in sorted(prefixes - {FOREIGN[:-1], OPTICS[:-1]})
    }
    group = {
        "description": "Written by cryo_core",
        "name": "particles",
        "title": "Particles",
        "type": "particle",
    }
    document = {"group": group, "results": results, "version": "v4.0.0"}
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
