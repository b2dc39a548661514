"""What every sharpened map is held to: on its grid, finite, and nothing moved."""

from typing import Any

import torch

from cryo_assets.engine.step import Report, Task
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.geometry.masks import soften
from cryo_core.sharpening.score import phase_agreement
from cryo_core.validation.registration import displacement

_MOST_APART = 0.25
"""Voxels by which density may seem to have moved.

A window that is centred wrongly moves it by a half at least; gains that differ from place to place shift weight within
the molecule, by up to 0.15 (EMD-3186, 7.9 Å, by its model).
"""


def gated(task: Task, source: Volume, result: Volume, mask: torch.Tensor, numbers: dict[str, Any]) -> Report:
    """Write a sharpened map and gate it: on its grid, finite, and nothing moved."""
    write_volume(task.folder / "map.mrc", result)
    draw.volume_views(result, task.folder / "map.png")
    written = read_volume(task.folder / "map.mrc")
    apart = (
        max(map(abs, displacement(source, written))) if bool((written.density != 0).any()) else float("inf")
    )
    soft = soften(mask, 0.0, 6.0)
    agreement = phase_agreement(source.density * soft, written.density * soft)
    moved = max(abs(a - b) for a, b in zip(source.origin_angstrom, written.origin_angstrom, strict=True))
    checks = (
        Check("finite", bool(torch.isfinite(written.density).all()), "all voxels are finite"),
        Check(
            "phases",
            agreement > 0.8 and apart < _MOST_APART * source.voxel_angstrom,
            f"phases agree to {agreement:.4f} (mean cosine by amplitude), density moved by {apart:.4f} Å",
        ),
        Check(
            "grid", source.density.shape == written.density.shape, f"{tuple(written.density.shape)} voxels"
        ),
        Check("origin", moved < 1e-3 * source.voxel_angstrom, f"origin moved by {moved:.5f} Å"),
        Check(
            "voxel_size",
            abs(source.voxel_angstrom - written.voxel_angstrom) < 1e-4 * source.voxel_angstrom,
            f"{written.voxel_angstrom:.5f} Å a voxel",
        ),
    )
    known = {
        "mask_fraction": float(mask.float().mean()),
        "phase_agreement": agreement,
        "moved_angstrom": apart,
    }
    return Report(
        numbers={**known, **numbers}, headline="phase_agreement", checks=checks, pictures={"map": "map.png"}
    )


GATES = ("finite", "phases", "grid", "origin", "voxel_size")
