"""Scripts that ChimeraX opens (.cxc): what is beside them, shown as a person would."""

from collections.abc import Sequence
from pathlib import Path

from cryo_core.errors import SettingsError


def write_series_script(path: Path, maps: Sequence[Path], level_sd: float = 3.0) -> None:
    """Write a script that plays maps as one series, forward and back.

    The maps are named relative to the script, so that the folder can be copied. `level_sd` is the
    contour in standard deviations. SettingsError if a map lies outside the script's folder.
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


def write_maps_script(path: Path, maps: Sequence[Path], level_sd: float = 3.0) -> None:
    """Write a script that shows maps side by side, each in its own colour, named relative to the script."""
    if not maps:
        raise SettingsError(f"{path}: there is no map to show")
    colours = ("#2a6f97", "#d1495b", "#6a994e", "#8d6a9f", "#edae49", "#3fb8af")
    lines = ["# Open in ChimeraX: the maps side by side.", "close", f"open {' '.join(_beside(path, maps))}"]
    for i in range(len(maps)):
        colour = colours[i % len(colours)]
        lines.append(f"volume #{i + 1} style surface sdLevel {level_sd:g} color {colour}")
    lines += ["tile", "lighting soft", "set bgColor white"]
    path.write_text("\n".join(lines) + "\n")


def _beside(path: Path, maps: Sequence[Path]) -> list[str]:
    """Give the maps' names, quoted, as the script's folder has them."""
    for file in maps:
        if not file.is_relative_to(path.parent):
            raise SettingsError(f"{file}: lies outside {path.parent}, where the script is")
    return [f'"{file.relative_to(path.parent)}"' for file in maps]
