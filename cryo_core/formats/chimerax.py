"""Scripts that ChimeraX opens (.cxc): what is beside them, shown as a person would."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from jaxtyping import Float
from torch import Tensor, eye, float64

from cryo_core.data import Volume
from cryo_core.errors import SettingsError


def write_series_script(path: Path, maps: Sequence[Path], level_sd: float = 3.0) -> None:
    """Write a script that plays maps as one series, forward and back.

    The maps are named relative to the script, so that the folder can be copied. SettingsError if a map lies
    outside the script's folder.

    Parameters
    ----------
    path : the script, .cxc
    maps : the maps in the order of the series, at least one
    level_sd : contour of the surfaces, in standard deviations of each map
    """
    if not maps:
        raise SettingsError(f"{path}: a series needs at least one map")
    names = _beside(path, maps)
    lines = [
        "# Open in ChimeraX: plays the maps in order, forward and back.",
        "close",
        f"open {' '.join(names)} vseries true",
        f"volume #1 style surface sdLevel {level_sd:g} color #6f9ceb",
        "lighting soft",
        "set bgColor white",
        "view",
        "vseries play #1 direction oscillate loop true maxFrameRate 8 normalizeLevels true",
    ]
    path.write_text("\n".join(lines) + "\n")


def write_maps_script(path: Path, maps: Sequence[Path], levels: Sequence[float]) -> None:
    """Write a script that shows maps side by side, each in its own colour, named relative to the script.

    Parameters
    ----------
    path : the script, .cxc
    maps : at least one, in the script's folder or below it
    levels : contour of each map's surface, in its own units
    """
    if not maps:
        raise SettingsError(f"{path}: there is no map to show")
    colours = ("#2a6f97", "#d1495b", "#6a994e", "#8d6a9f", "#edae49", "#3fb8af")
    lines = ["# Open in ChimeraX: the maps side by side.", "close", f"open {' '.join(_beside(path, maps))}"]
    for i, level in enumerate(levels[: len(maps)]):
        colour = colours[i % len(colours)]
        lines.append(f"volume #{i + 1} style surface step 1 level {level:.6g} color {colour}")
    lines += ["tile", "lighting soft", "set bgColor white"]
    path.write_text("\n".join(lines) + "\n")


def _beside(path: Path, maps: Sequence[Path]) -> list[str]:
    """Quoted names of the maps, relative to the script's folder."""
    for file in maps:
        if not file.is_relative_to(path.parent):
            raise SettingsError(f"{file}: lies outside {path.parent}, where the script is")
    return [f'"{file.relative_to(path.parent)}"' for file in maps]


def write_surface_script(
    path: Path,
    map_file: str,
    resolution_file: str,
    level: float,
    span_angstrom: tuple[float, float],
    colours: Sequence[str],
) -> None:
    """Write a .cxc for ChimeraX that opens a map beside it and colours its surface by local resolution.

    Parameters
    ----------
    path : the script; the two maps are named relative to its folder
    map_file, resolution_file : names of the map and of its local resolution
    level : contour of the surface, in the map's units
    span_angstrom : the resolutions of the first and the last colour, Å
    colours : at least two, as #rrggbb, evenly spread over the span
    """
    steps = np.linspace(*span_angstrom, len(colours))
    palette = ":".join(f"{value:.2f},{colour}" for value, colour in zip(steps, colours, strict=True))
    key = " ".join(f"{colour}:{value:.1f}" for value, colour in zip(steps, colours, strict=True))
    path.write_text(
        "# Open in ChimeraX: the map's surface, coloured by local resolution in Å.\n"
        f'open "{map_file}"\n'
        f'open "{resolution_file}"\n'
        f"volume #1 style surface step 1 level {level:.6g}\n"
        "volume #2 hide\n"
        f"color sample #1 map #2 palette {palette}\n"
        f"key {key}\n"
        "set bgColor white\nlighting soft\nview #1\n"
    )


def place_commands(
    rotation: Float[Tensor, "3 3"], shift_angstrom: Float[Tensor, "3"], mirrored: Volume | None = None
) -> str:
    """Commands that put model #1 of ChimeraX where the motion x' = rotation · x + shift brings it.

    Parameters
    ----------
    rotation, shift_angstrom
        The motion, x, y, z in Å.
    mirrored
        The map, where the rotation has a reflection in it: it is flipped first, about the middle of its z axis, as #3.
    """
    commands, model = "", "#1"
    if mirrored is not None:
        flip = eye(3, dtype=float64)
        flip[2, 2] = -1.0
        top = mirrored.origin_angstrom[2] * 2.0 + (len(mirrored.density) - 1) * mirrored.voxel_angstrom
        rotation = rotation @ flip
        shift_angstrom = shift_angstrom - rotation[:, 2] * top
        commands, model = "volume flip #1 axis z modelId #3; ", "#3"
    rows = [[*row.tolist(), float(s)] for row, s in zip(rotation, shift_angstrom, strict=True)]
    numbers = ",".join(f"{value:.6f}" for row in rows for value in row)
    return f"{commands}view matrix models {model},{numbers}"
