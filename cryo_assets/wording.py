"""Numbers and times as people read them; machines read JSON."""

import math
from datetime import datetime
from typing import Any

_UNITS = {"_angstrom2": " Å²", "_angstrom": " Å", "_degrees": "°", "_share": "%", "_fraction": "%"}
"""Ends of names of numbers, and how the unit is written; a share is written in per cent."""

_AS_GIVEN = ("pixel_angstrom", "voxel_angstrom", "origin_angstrom", "aberration_mm")
"""Ends of names of what files and people say: written with all its digits, for nothing was measured."""


def three_figures(value: float) -> str:
    """A measured number with three significant figures: 6.00, 0.0123, 125, 12,346."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    if abs(value) >= 999.5:
        return f"{value:,.0f}"
    if abs(value) < 1e-4:
        return f"{value:.2e}"
    return f"{value:#.3g}".rstrip(".")


def shown(value: Any, name: str = "") -> str:
    """A value as people write it: "" for None, a list's values side by side.

    Three figures of a number; all of one that was given, as its name tells.
    """
    if isinstance(value, list | tuple):
        return ", ".join(str(one) if isinstance(one, list) else shown(one, name) for one in value)
    if isinstance(value, float):
        return f"{value:.6g}" if name.endswith(_AS_GIVEN) else three_figures(value)
    return "" if value is None else str(value)


def rounded(value: Any, name: str = "") -> Any:
    """A value with a measured number's three figures, still a number where it was one."""
    if not isinstance(value, float) or name.endswith(_AS_GIVEN) or not math.isfinite(value):
        return value
    return float(f"{value:.3g}") if abs(value) < 999.5 else float(round(value))


def in_words(name: str, value: Any) -> str:
    """A number with its name and unit: `best resolution 6.00 Å`, `worse 41%`."""
    what, number = with_unit(name, value)
    return f"{what} {number or 'not known'}"


def with_unit(name: str, value: Any) -> tuple[str, str]:
    """What a number is of, and it with its unit: `best resolution` and `6.00 Å`; "" where it is not known."""
    for end, unit in _UNITS.items():
        if name.endswith(end):
            what = name.removesuffix(end).replace("_", " ")
            if not isinstance(value, int | float):
                return what, shown(value)
            number = f"{100 * value:.3g}" if unit == "%" else shown(float(value), name)
            return what, f"{number}{unit}"
    return name.replace("_", " "), shown(value, name)


def local_time(time: str) -> str:
    """A time of the store (ISO, UTC) in this place's time, to the minute."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
