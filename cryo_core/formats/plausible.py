"""What a table cannot mean: numbers in other units than its format's, or typed wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.star import integers


@dataclass(frozen=True)
class _Range:
    """What a number may be, and what to do where it is not; NaN, which stands for unknown, is let through."""

    name: str
    unit: str
    least: float
    most: float
    of: Callable[[Particles], Tensor]
    way_out: str


_RANGES = (
    _Range(
        *("voltage", " kV", 1.0, 5000.0, lambda p: p.optics.voltage_kilovolt),
        "tables count kilovolts: correct it, or give --voltage",
    ),
    _Range(
        *("spherical aberration", " mm", -100.0, 100.0, lambda p: p.optics.spherical_aberration_mm),
        "tables count millimetres: correct it, or give --cs",
    ),
    _Range(
        *("amplitude contrast", "", -1.0, 1.0, lambda p: p.optics.amplitude_contrast),
        "it is a fraction: correct it, or give --amplitude-contrast",
    ),
    _Range(
        *("pixel size", " Å", 0.01, 1000.0, lambda p: p.optics.pixel_angstrom),
        "tables count Å: correct it, or give --pixel-size",
    ),
    _Range(
        *("defocus U", " Å", -1e6, 1e6, lambda p: p.optics.defocus_u_angstrom),
        "tables count Å: correct the row, or take it out",
    ),
    _Range(
        *("defocus V", " Å", -1e6, 1e6, lambda p: p.optics.defocus_v_angstrom),
        "tables count Å: correct the row, or take it out",
    ),
    _Range(
        *("shift", " Å", -1e5, 1e5, lambda p: p.poses.shift_angstrom),
        "the particle would lie far outside its image: correct the row, or take it out",
    ),
)


def require_plausible(path: Path, particles: Particles) -> None:
    """Raise FormatError, with the row and what to do, where a number is one that no microscope and no image has.

    Parameters
    ----------
    path : the table, for the message
    particles : what it holds
    """
    for rule in _RANGES:
        values = rule.of(particles).reshape(len(particles), -1)
        wrong = ((values < rule.least) | (values > rule.most)).any(1)
        if bool(wrong.any()):
            row = int(torch.argmax(wrong.to(torch.uint8)))
            value = float(values[row][int(values[row].abs().argmax())])
            raise FormatError(
                f"{path}: row {row + 1}: {rule.name} {value:g}{rule.unit}, and it must lie between "
                f"{rule.least:g} and {rule.most:g}{rule.unit}: {rule.way_out}"
            )
    if "rlnImageSize" in particles.optics_extra:
        for size in integers(path, "optics", particles.optics_extra, "rlnImageSize").tolist():
            if not 2 <= size <= 65536:
                raise FormatError(
                    f"{path}: optics: rlnImageSize {size}: images have 2 to 65,536 pixels: correct it"
                )
