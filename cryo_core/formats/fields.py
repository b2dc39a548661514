"""What particle files may leave unsaid, and how a caller says it."""

from dataclasses import dataclass

from cryo_core.errors import FormatError


@dataclass(frozen=True)
class Overrides:
    """What the caller knows better than the file; None leaves the field to the file.

    Where both say something and differ, the override wins, for every particle. A new pixel size
    rescales shifts that the file gives in pixels, and leaves those in Å as they are.
    """

    pixel_angstrom: float | None = None
    voltage_kilovolt: float | None = None
    spherical_aberration_mm: float | None = None
    amplitude_contrast: float | None = None


def missing(where: str, what: str, field: str) -> FormatError:
    """Make the error for what neither the file nor the caller says; `field` is that of `Overrides`."""
    option = {
        "pixel_angstrom": "--pixel-size",
        "voltage_kilovolt": "--voltage",
        "spherical_aberration_mm": "--cs",
        "amplitude_contrast": "--amplitude-contrast",
    }[field]
    return FormatError(f"{where}: {what}: give it ({option}, or `{field}` in the manifest)")
