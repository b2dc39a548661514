"""maps/source: the map and its half maps as the entry has them, checked."""

import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import map_files
from cryo_assets.entries.manifest import MapEntry
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.formats.mrc import read_volume, write_volume


def make(task: Task) -> Report:
    """Read the map and its half maps, and write them in the platform's form."""
    manifest: MapEntry = task.manifest
    files = map_files(manifest)
    volumes = {field: read_volume(path, manifest.voxel_angstrom) for field, path in files.items()}
    volume = volumes["map"]
    for field, other in volumes.items():
        volume.require_same_grid(other, (files["map"], files[field]))
        write_volume(task.folder / f"{field}.mrc", other)
    draw.volume_views(volume, task.folder / "map.png")
    spread = float(volume.density.std())
    x, y, z = volume.origin_angstrom
    return Report(
        numbers={
            "shape_zyx": " × ".join(str(n) for n in volume.density.shape),
            "voxel_angstrom": volume.voxel_angstrom,
            "origin_x_angstrom": x,
            "origin_y_angstrom": y,
            "origin_z_angstrom": z,
            "mean": float(volume.density.mean()),
            "sd": spread,
            "zero_fraction": float((volume.density == 0).float().mean()),
            "resolution_angstrom": manifest.resolution_angstrom,
        },
        headline="voxel_angstrom",
        checks=(
            Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite"),
            Check("not_blank", spread > 0, f"standard deviation {spread:.3g}"),
        ),
        pictures={"map": "map.png"},
    )


STEP = Step(
    key="maps/source",
    partition="maps",
    code_version="2",
    description="The map (and half maps) as given: checked, axes in order z, y, x, voxel size and origin explicit.",
    compute=make,
    checks=("finite", "not_blank"),
    facts=lambda manifest: {
        "voxel_angstrom": manifest.voxel_angstrom,
        "resolution_angstrom": manifest.resolution_angstrom,
    },
    files=map_files,
    kinds=frozenset({"mrc"}),
)
