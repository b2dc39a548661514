"""A local resolution on disk: maps, pictures, a ChimeraX script, and its checks."""

from pathlib import Path
from typing import Any

import torch

from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.store import Check
from cryo_core.data import Volume
from cryo_core.formats.chimerax import write_surface_script
from cryo_core.formats.mrc import write_volume
from cryo_core.resolution.summary import beside_global, summarise


def write_resolution(
    folder: Path, volume: Volume, resolution: Volume, mask: torch.Tensor
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write a local resolution beside its map, with pictures and a ChimeraX script; give numbers and pictures."""
    volume, resolution, mask = (
        volume.to("cpu"),
        resolution.to("cpu"),
        mask.cpu(),
    )
    write_volume(folder / "map.mrc", volume)
    write_volume(folder / "resolution.mrc", resolution)
    write_volume(folder / "mask.mrc", volume.with_density(mask.to(torch.float32)))
    span, level = pictures.span(resolution, mask), pictures.contour(volume, mask)
    script = folder / "resolution.cxc"
    write_surface_script(script, "map.mrc", "resolution.mrc", level, span, pictures.COLOURS)
    pictures.resolution_slices(volume, resolution, mask, folder / "slices.png")
    pictures.resolution_histogram(resolution, mask, folder / "histogram.png")
    found = summarise(resolution, mask)
    numbers: dict[str, Any] = {
        "median_angstrom": found.median_angstrom,
        "p05_angstrom": found.p05_angstrom,
        "p95_angstrom": found.p95_angstrom,
        "mask_fraction": float(mask.float().mean()),
        "nyquist_angstrom": 2 * volume.voxel_angstrom,
    }
    return numbers, {"local resolution": "slices.png", "histogram": "histogram.png"}


def beside_global_numbers(
    resolution: Volume, mask: torch.Tensor, halves: tuple[Volume, Volume], threshold: float = 0.143
) -> dict[str, Any]:
    """The resolution of the whole, and what of the molecule reads finer than it, in numbers and words."""
    half1, half2 = (half.to("cpu") for half in halves)
    found = beside_global(resolution.to("cpu"), mask.cpu(), half1, half2, threshold)
    return {
        "global_angstrom": found.global_angstrom,
        "finer_than_global_share": found.finer_share,
        "global_warnings": " ".join(found.warnings) or "none",
    }


def resolution_checks(resolution: Volume, mask: torch.Tensor) -> tuple[Check, ...]:
    """The gates of a local resolution; outside the mask a method may say nothing, which is 0."""
    inside = resolution.density[mask] if bool(mask.any()) else resolution.density
    least, nyquist = float(inside.min()), 2 * resolution.voxel_angstrom
    return (
        Check("finite", bool(torch.isfinite(resolution.density).all()), "all voxels are finite"),
        Check(
            "within_nyquist", least >= nyquist * (1 - 1e-4), f"{least:.2f} Å with Nyquist at {nyquist:.2f} Å"
        ),
        Check("mask_not_empty", bool(mask.any()), f"{int(mask.sum())} voxels in the mask"),
    )


CHECKS = ("finite", "within_nyquist", "mask_not_empty")
