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
    names = []
    for file in maps:
        if not file.is_relative_to(path.parent):
            raise SettingsError(f"{file}: lies outside {path.parent}, where the script is")
        names.append(f'"{file.relative_to(path.parent)}"')
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
