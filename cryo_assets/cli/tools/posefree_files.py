"""What `cryo posefree` writes: maps and poses of both hands, whole or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryo_core.data import Particles, Volume


def write_maps(out: Path, maps: "Mapping[str, Volume]") -> None:
    """Write maps by name, and `map` as the other hand has it too."""
    from cryo_core.formats.mrc import write_volume
    from cryo_core.posefree.hand import mirrored_volume

    out.mkdir(parents=True, exist_ok=True)
    for name, volume in {**maps, "map_other_hand": mirrored_volume(maps["map"])}.items():
        partial = out / f".partial-{name}.mrc"
        write_volume(partial, volume)
        partial.replace(out / f"{name}.mrc")


def write_tables(out: Path, table: "Particles") -> None:
    """Write the particles at their poses, and at those of the other hand."""
    from cryo_core.formats.particles import write_particles
    from cryo_core.posefree.hand import mirrored_poses

    out.mkdir(parents=True, exist_ok=True)
    tables = {"particles": table}
    tables["particles_other_hand"] = replace(table, poses=mirrored_poses(table.poses))
    for name, rows in tables.items():
        partial = out / f".partial-{name}.star"
        write_particles(partial, rows)
        partial.replace(out / f"{name}.star")
