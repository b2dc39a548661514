"""Maps as a browser draws them: float32 on a box that it can hold, with the level to draw the surface at."""

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from starlette.responses import Response

from cryo_assets.pictures.resolution import contour, span
from cryo_core.data import Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.resample import resample
from cryo_core.validation.maps import mask_or_sphere

LARGEST_BOX = 128
"""Edge in voxels of the maps that are sent; a click on a particle asks for less."""

_FEW = threading.Semaphore(2)
"""So many maps are read at a time: a page asks for all of its own at once, and each may take a gigabyte."""

_RESOLUTION_FILES = ("resolution.mrc", "predicted.mrc")


def map_response(path: Path, box: int, mask: Path | None) -> Response:
    """A map of the store, as numbers; its file never changes, so a browser may keep it.

    `mask` is the molecule's, which the level of the surface is found by; without it one is looked for.
    """
    body, about = _read(str(path), min(max(box, 16), LARGEST_BOX), str(mask or ""))
    kept = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(body, media_type="application/octet-stream", headers={"X-Map": about, **kept})


def volume_response(volume: Volume, box: int) -> Response:
    """A map that was just made, as numbers."""
    body, about = _packed(_smaller(volume, box), _level(volume))
    return Response(body, media_type="application/octet-stream", headers={"X-Map": about})


@lru_cache(maxsize=48)
def _read(path: str, box: int, mask: str) -> tuple[bytes, str]:
    with _FEW:
        return _seen(path, box, mask)


def _seen(path: str, box: int, mask: str) -> tuple[bytes, str]:
    volume = read_volume(Path(path))
    if Path(path).name in _RESOLUTION_FILES:
        beside = Path(path).with_name("mask.mrc")
        inside = read_volume(beside).density >= 0.5 if beside.is_file() else volume.density > 0
        return _packed(_averaged(volume, box), 0.0, {"span": span(volume, inside)})
    molecule = read_volume(Path(mask)).density if mask else None
    return _packed(_smaller(volume, box), _level(volume, molecule))


def _level(volume: Volume, mask: torch.Tensor | None = None) -> float:
    """The level at which the surface encloses the molecule."""
    if mask is None or mask.shape != volume.density.shape:
        mask, _ = mask_or_sphere(volume)
    return contour(volume, mask >= 0.5)


def _smaller(volume: Volume, box: int) -> Volume:
    """The map Fourier-cropped so that its longest edge is `box` at most."""
    longest = max(volume.density.shape)
    return volume if longest <= box else resample(volume, volume.voxel_angstrom * longest / box)


def _averaged(volume: Volume, box: int) -> Volume:
    """A map of resolutions, which have no Fourier transform worth the name, averaged over larger voxels."""
    longest = max(volume.density.shape)
    if longest <= box:
        return volume
    shape = [round(n * box / longest) for n in volume.density.shape]
    density = torch.nn.functional.interpolate(volume.density[None, None], shape, mode="trilinear")[0, 0]
    return Volume(density, volume.voxel_angstrom * longest / box, volume.origin_angstrom)


def _packed(volume: Volume, level: float, more: dict[str, Any] | None = None) -> tuple[bytes, str]:
    density = volume.density.detach().cpu().float().contiguous().numpy()
    origin, middle = volume.origin_angstrom, [n // 2 * volume.voxel_angstrom for n in density.shape[::-1]]
    about = {
        "centre": [o + m for o, m in zip(origin, middle, strict=True)],
        "shape": list(density.shape),
        "voxel": volume.voxel_angstrom,
        "level": level,
        "least": float(density.min()),
        "most": float(density.max()),
        "deviation": float(density.std()),
        **(more or {}),
    }
    return density.astype("<f4").tobytes(), json.dumps(about)


_TRACED = ("CA", "P")
"""Atoms that stand for their residue: of proteins, and of nucleic acids."""

_BREAK_ANGSTROM = 9.0


def traced(model: Path) -> list[list[list[float]]]:
    """The chains of an atomic model, in pieces without a gap: the place (x, y, z in Å) of one atom of each residue."""
    atoms = read_atoms(model)
    places = atoms.position_angstrom.numpy()
    pieces: list[list[list[float]]] = []
    before, last = ("", ""), np.zeros(3)
    for i in np.flatnonzero(np.isin(atoms.atom_name, _TRACED)):
        now = str(atoms.chain[i]), str(atoms.atom_name[i])
        if now != before or np.linalg.norm(places[i] - last) > _BREAK_ANGSTROM:
            pieces.append([])
        pieces[-1].append([round(float(value), 2) for value in places[i]])
        before, last = now, places[i]
    return [piece for piece in pieces if len(piece) > 1]
