"""What a file holds, of any kind that this room reads: for people, and for programs as JSON."""

from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np

from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.cistem import is_cistem
from cryo_core.formats.cryodrgn import read_arrays, read_latents
from cryo_core.formats.cryosparc_table import read_fields
from cryo_core.formats.files import require_file
from cryo_core.formats.frealign import read_par
from cryo_core.formats.mrc import read_statistics
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.particles import read_images
from cryo_core.formats.star import read_star

MODELS = (".pdb", ".ent", ".cif", ".mmcif")
MAPS = (".mrc", ".map", ".ccp4", ".mrcs", ".st", ".stk", ".ali", ".rec")
TABLES = (".star", ".cs", ".csg", ".par", ".cistem", ".pkl")
_PACKED = (".gz", ".bz2")


def describe(path: Path, image_roots: tuple[Path, ...] = ()) -> dict[str, object]:
    """What a file holds: kind, shape, voxel size in Å, origin, statistics, particles, optics groups.

    A particle table that `read_images` would refuse for what it does not say is described all the same, with
    the reason under `incomplete`.

    Raises
    ------
    FormatError
        The kind is unknown, or the file is damaged.
    """
    require_file(path)
    match kind_of(path):
        case "model":
            return _describe_model(path)
        case "map":
            return _describe_map(path)
    match path.suffix.lower():
        case ".star":
            return _describe_star(path, image_roots)
        case ".par":
            return _describe_par(path)
        case ".pkl":
            return _describe_pickle(path)
        case ".cs" | ".csg":
            return _describe_cryosparc(path, image_roots)
        case _:
            return _describe_particles(read_images(path))


def kind_of(path: Path) -> str:
    """Kind of a file, "map", "model" or "table", by its suffix (a .gz or .bz2 aside); FormatError for any other."""
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        suffix = Path(path.stem).suffix.lower() or ".map"
    for kind, suffixes in (("map", MAPS), ("model", MODELS), ("table", TABLES)):
        if suffix in suffixes:
            return kind
    raise FormatError(
        f"{path}: kind {suffix or 'without a suffix'} is not known: maps and stacks ({', '.join(MAPS)}), "
        f"particles ({', '.join(TABLES)}) and models ({', '.join(MODELS)}) are"
    )


def _describe_map(path: Path) -> dict[str, object]:
    header, values = read_header(path), read_statistics(path)
    return {
        "kind": "transform" if header.mode == 4 else header.kind,
        "shape_zyx": list(header.shape),
        "mode": header.mode,
        "voxel_angstrom": list(header.voxel_angstrom),
        "origin_angstrom": list(header.origin_angstrom),
        "origin_from": "nstart" if header.origin_from_nstart else "origin",
        "axes": list(header.axes),
        "byte_order": header.byte_order,
        "space_group": header.ispg,
        "min": _or_none(values.minimum),
        "max": _or_none(values.maximum),
        "mean": _or_none(values.mean),
        "sd": _or_none(values.deviation),
        "not_finite": values.not_finite,
    }


def _or_none(value: float) -> float | None:
    return value if isfinite(value) else None


def _describe_star(path: Path, image_roots: tuple[Path, ...]) -> dict[str, object]:
    blocks = read_star(path)
    table = next((t for t in blocks.values() if "rlnImageName" in t or "cisTEMPositionInStack" in t), None)
    if table is None:
        sizes = {f"block {name or '(no name)'}": f"{len(t)} × {len(t.columns)}" for name, t in blocks.items()}
        return {"kind": "star", **sizes}
    try:
        return {
            **_describe_particles(read_images(path, image_roots=image_roots)),
            "format": "cisTEM" if is_cistem(blocks) else "RELION",
        }
    except FormatError as error:
        groups = len(blocks["optics"]) if "optics" in blocks else None
        columns = {"particles": len(table), "optics_groups": groups, "columns": list(table.columns)}
        return {"kind": "particles", **columns, "incomplete": _reason(path, error)}


def _reason(path: Path, error: FormatError) -> str:
    return str(error).removeprefix(f"{path}: ")


def _describe_particles(particles: Particles) -> dict[str, object]:
    described: dict[str, Any] = {
        "kind": "particles",
        "particles": len(particles),
        "optics_groups": len(set(particles.optics.group.tolist())),
        "pixel_angstrom": sorted(set(particles.optics.pixel_angstrom.tolist())),
        "stacks": len(particles.stacks),
        "has_poses": particles.has_poses,
        "contrast": particles.contrast,
        "half_sets": sorted({int(half) for half in particles.half_set}),
        "classes": sorted({int(number) for number in particles.class_number}),
        "defocus_min_angstrom": float(particles.optics.defocus_u_angstrom.min()),
        "defocus_max_angstrom": float(particles.optics.defocus_u_angstrom.max()),
    }
    if "rlnImageSize" in particles.optics_extra:
        described["box"] = sorted(set(particles.optics_extra["rlnImageSize"].astype(str)))
    return described


def _describe_cryosparc(path: Path, image_roots: tuple[Path, ...]) -> dict[str, object]:
    table = read_fields(path)
    try:
        particles = read_images(path, image_roots=image_roots)
        return {**_describe_particles(particles), "format": "cryoSPARC"}
    except FormatError as error:
        count = len(next(iter(table.values())))
        return {
            "kind": "particles",
            "particles": count,
            "columns": list(table),
            "incomplete": _reason(path, error),
        }


def _describe_par(path: Path) -> dict[str, object]:
    table = read_par(path)
    active = table.get("FILM", table.get("INCLUDE"))
    assert active is not None
    return {
        "kind": "particles",
        "format": f"par of {len(table.columns)} columns",
        "particles": int((active >= 0).sum()),
        "left_out": int((active < 0).sum()),
        "has_poses": True,
        "defocus_min_angstrom": float(table["DF1"].min()),
        "defocus_max_angstrom": float(table["DF1"].max()),
        "score_mean": float(table["SCORE"].mean()) / 100,
        "incomplete": "stack, pixel size, voltage, Cs and amplitude contrast are not in a .par file",
    }


def _describe_pickle(path: Path) -> dict[str, object]:
    arrays = read_arrays(path)
    shapes = [list(array.shape) for array in arrays]
    of_arrays: dict[str, object] = {"shapes": shapes, "types": [str(array.dtype) for array in arrays]}
    first = arrays[0]
    if first.ndim == 3 and first.shape[1:] == (3, 3):
        return {"kind": "poses", "particles": len(first), **of_arrays}
    if len(arrays) == 1 and first.ndim == 2 and first.shape[1] == 9 and len(first):
        return {"kind": "ctf", "particles": len(first), **_of_ctf(first), **of_arrays}
    if len(arrays) == 1 and first.ndim == 1 and first.dtype.kind in "iu" and first.size:
        return {
            "kind": "indices",
            "rows": len(first),
            "min": int(first.min()),
            "max": int(first.max()),
            **of_arrays,
        }
    if len(arrays) == 1 and first.ndim == 2 and first.dtype.kind == "f" and first.size:
        mean, variance = read_latents(path)
        has = {"dimensions": mean.shape[1], "has_variance": variance is not None}
        return {"kind": "latents", "particles": len(mean), **has, **of_arrays}
    return {"kind": "arrays", **of_arrays}


def _of_ctf(table: np.ndarray) -> dict[str, object]:
    return {
        "box": sorted({int(box) for box in np.nan_to_num(np.unique(table[:, 0])).tolist()}),
        "pixel_angstrom": [float(str(pixel)) for pixel in np.unique(table[:, 1])],
        "defocus_min_angstrom": float(table[:, 2].min()),
        "defocus_max_angstrom": float(table[:, 2].max()),
    }


def _describe_model(path: Path) -> dict[str, object]:
    atoms = read_atoms(path)
    low, high = atoms.position_angstrom.min(0).values, atoms.position_angstrom.max(0).values
    return {
        "kind": "model",
        "atoms": len(atoms),
        "chains": sorted(set(atoms.chain.tolist())),
        "min_angstrom": low.tolist(),
        "max_angstrom": high.tolist(),
        "mean_b_factor_angstrom2": float(atoms.b_factor_angstrom2.mean()),
    }
