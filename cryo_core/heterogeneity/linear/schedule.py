"""How a fit proceeds: which shells it uses in turn, how often it sweeps, and what work that is."""

import math

from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.linear.model import MAP_SHELLS, LinearSettings

MOST, GROWTH = 3, 0.01
"""Sweeps with images held out go on, to so many times their number, while what these gain grows by such a share."""


def shell_limits(settings: LinearSettings, box: int) -> tuple[int, ...]:
    """Limits in shells: the coarse ones, the working one, that of the maps."""
    nyquist = box // 2 - 1
    nyquist -= 1 - nyquist % 2
    if settings.shells > nyquist:
        raise SettingsError(f"shells {settings.shells} in images of {box} pixels: at most {nyquist}")
    last = min(MAP_SHELLS, nyquist) if settings.map_shells is None else settings.map_shells
    if last > nyquist or last < settings.shells:
        raise SettingsError(f"map_shells {last} must lie within shells {settings.shells} and {nyquist}")
    middle = math.sqrt(settings.first_shells * settings.shells)
    middle = 2 * round((middle - 1) / 2) + 1
    coarse = sorted({settings.first_shells, int(middle)} - {settings.shells})
    return (*coarse, settings.shells, last)


def work(limits: tuple[int, ...], settings: LinearSettings) -> int:
    """What the fit does for each image: it is looked at so often, and a look costs as the pixels of its shells.

    It is read and looked at once to begin; sweeps follow, those with images held out as often as they may be taken,
    three judgements, a look before the last one, and twice, if need be, sums and a look at all shells.
    """
    coarse = 2 * limits[0] ** 2 + settings.early_iterations * sum(limit**2 for limit in limits[:-2])
    judged = 3 if settings.leave_out else 0
    sweeps = settings.iterations + (MOST - 1) * (settings.iterations // 2)
    fine = (sweeps + judged + 1) * limits[-2] ** 2
    return coarse + fine + 2 * limits[-1] ** 2 + work_again(limits, settings)


def work_again(limits: tuple[int, ...], settings: LinearSettings) -> int:
    """What a second look at all shells does for each image, with the judgement before it."""
    return 2 * limits[-1] ** 2 + (limits[-2] ** 2 if settings.leave_out else 0)
