"""What a kind of particle file cannot hold, or its program cannot use, of a table that is written to it."""

import re
from pathlib import Path

import numpy as np
import pandas as pd

from cryo_core.data import Particles
from cryo_core.formats.frealign import PREFIX
from cryo_core.formats.relion_optics import MAGNIFICATION, TILT, lens_names
from cryo_core.formats.translate import PLACE, TRANSLATED

_INDEX = re.compile(r"\[\d+\]")
_OF_A_GROUP = ("rlnOpticsGroup", "rlnImageSize")
_COUNTED_ANYWAY = ("rlnOpticsGroupName", "rlnImageDimensionality")
_REMADE = ("uid", "blob/sign", "blob/import_sig", "ctf/type")
"""Fields of cryoSPARC that mean nothing without its project."""


def left_out(path: Path, particles: Particles) -> tuple[str, ...]:
    """Names of what the kind of file that `path` is cannot hold, or its program cannot use, of these particles."""
    match path.suffix.lower():
        case ".star":
            lost = _of_star(particles)
        case ".cs" | ".csg":
            lost = _of_cryosparc(particles)
        case ".par":
            lost = _of_par(particles)
        case ".pkl":
            lost = _of_pickle(particles)
        case _:
            lost = []
    return tuple(dict.fromkeys(lost))


def _of_star(particles: Particles) -> list[str]:
    lost = [
        name
        for name, column in particles.extra.items()
        if not str(name).startswith(("rln", PREFIX))
        and _INDEX.sub("", str(name)) not in (*TRANSLATED, *_REMADE)
        and _says_something(column)
    ]
    names = [_INDEX.sub("", str(name)) for name in lost]
    names += [str(n) for n in particles.optics_extra if not str(n).startswith("rln")]
    if any(" " in str(stack) for stack in particles.stacks):
        names.append("blanks in the names of stacks (RELION splits a line at them)")
    if particles.contrast == "dark":
        names.append("contrast (dark: said in a comment alone)")
    return names


def _of_cryosparc(particles: Particles) -> list[str]:
    has_place = any(str(name).startswith("location/micrograph_shape") for name in particles.extra)
    lost = [
        str(name)
        for name in particles.extra
        if "/" not in str(name) and name not in (PLACE[0], "uid") and not (has_place and name in PLACE)
    ]
    lost += [str(n) for n in particles.optics_extra if n not in (*_OF_A_GROUP, *_COUNTED_ANYWAY)]
    lost += [n for n in lens_names(particles.optics) if n not in (*TILT, *MAGNIFICATION)]
    lost += _partly("half_set", particles.half_set) + _partly("class_number", particles.class_number)
    lost += ["score"] * (not np.isnan(particles.score).all())
    if particles.contrast is None:
        lost.append("contrast (nobody has said it: written as white)")
    return lost


def _partly(name: str, counted: np.ndarray) -> list[str]:
    unknown = int((counted < 1).sum())
    without = "1 particle has none" if unknown == 1 else f"{unknown} particles have none"
    return [f"{name} ({without})"] if 0 < unknown < len(counted) else []


def _of_par(particles: Particles) -> list[str]:
    lost = [str(name) for name in particles.extra if not str(name).startswith(PREFIX)]
    return lost + _of_both(particles)


def _of_pickle(particles: Particles) -> list[str]:
    lost = [str(name) for name in particles.extra] + _of_both(particles) + ["stacks and image numbers"]
    lost += ["score"] * (not np.isnan(particles.score).all())
    if len(set(particles.optics.pixel_angstrom.tolist())) > 1:
        lost.append(
            "pixel sizes that differ (cryoDRGN takes the first row's for all: --optics-group takes one group)"
        )
    sizes = particles.optics_extra.get("rlnImageSize", pd.Series(dtype=str))
    if (pd.to_numeric(sizes) % 2 != 0).any():
        lost.append("an odd box (cryoDRGN takes even ones only)")
    return lost


def _of_both(particles: Particles) -> list[str]:
    """What neither a .par file nor cryoDRGN's pickles hold."""
    lost = [str(n) for n in particles.optics_extra if n not in _OF_A_GROUP]
    lost += lens_names(particles.optics)
    lost += ["half_set"] * bool(particles.half_set.any())
    lost += ["class_number"] * bool(particles.class_number.any())
    lost += ["b_factor_angstrom2"] * bool((particles.optics.b_factor_angstrom2 != 0).any())
    lost += ["scale"] * bool((particles.optics.scale != 1).any())
    return lost + [f"contrast ({particles.contrast})"] * (particles.contrast == "dark")


def _says_something(column: pd.Series) -> bool:
    """Whether a column is more than zeros, or ones."""
    numbers = pd.to_numeric(column, errors="coerce")
    return bool(numbers.isna().any() or (numbers != 0).any()) and not bool((numbers == 1).all())
