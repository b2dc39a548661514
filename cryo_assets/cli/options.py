"""Arguments and options that several commands share."""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.formats.fields import Companions, Overrides


def _above_zero(option: typer.CallbackParam, value: float | None) -> float | None:
    """The value of an option; SettingsError where it is not a number above 0."""
    if value is not None and not 0 < value < math.inf:
        raise SettingsError(f"{option.opts[0]} {value:g}: must be above 0")
    return value


class Contrast(StrEnum):
    """Whether particles are brighter or darker than the background."""

    white = "white"
    dark = "dark"


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout and nothing else.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Remove without asking.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")]
Device = Annotated[
    str, typer.Option(help="Where to compute: auto (the GPU where there is one), cpu, cuda or cuda:N.")
]
Metadata = Annotated[
    Path,
    typer.Argument(
        metavar="META", help="The table, with poses: .star .cs .csg .par .cistem, or a poses.pkl."
    ),
]
StackDir = Annotated[Path | None, typer.Option(help="Folder that the image names are relative to.")]
Stack = Annotated[Path | None, typer.Option(help="The images of a .par or poses.pkl (stack or table).")]
Ctf = Annotated[Path | None, typer.Option(help="The ctf.pkl of a poses.pkl, if not beside it.")]
Ind = Annotated[
    Path | None, typer.Option(help="An ind.pkl: the rows to take of the table, of any kind, from 0.")
]
Passthrough = Annotated[
    list[Path] | None, typer.Option(help="A .cs that completes the particles' .cs. May be repeated.")
]
PixelSize = Annotated[
    float | None, typer.Option(callback=_above_zero, help="Å, where the file does not say or is wrong.")
]
VoxelSize = Annotated[
    float | None,
    typer.Option(
        "--voxel-size", callback=_above_zero, help="Å, where the map's header does not say or is wrong."
    ),
]
Voltage = Annotated[float | None, typer.Option(callback=_above_zero, help="kV, where the file does not say.")]
SphericalAberration = Annotated[
    float | None, typer.Option(help="Spherical aberration, mm, where the file does not say.")
]
AmplitudeContrast = Annotated[float | None, typer.Option(help="Fraction, where the file does not say.")]
ImageContrast = Annotated[
    Contrast | None,
    typer.Option(help="white (as RELION extracts them) or dark particles, where the table does not say."),
]
KeepColumns = Annotated[
    bool, typer.Option("--keep-columns", help="Write columns that OUT's program does not know too.")
]
Symmetry = Annotated[str, typer.Option(help="Point group.")]
Seed = Annotated[int, typer.Option(help="Seed.")]
Map = Annotated[Path, typer.Argument(metavar="MAP", help="The map: .mrc, .map, .ccp4.")]
MapOut = Annotated[Path, typer.Option("-o", "--out", help="The map to write.")]


@dataclass(frozen=True)
class Table:
    """What is said of a particle table besides its path; each field is an option (`spread`)."""

    stack_dir: StackDir = None
    stack: Stack = None
    ctf: Ctf = None
    ind: Ind = None
    passthrough: Passthrough = None
    pixel_size: PixelSize = None
    voltage: Voltage = None
    cs: SphericalAberration = None
    amplitude_contrast: AmplitudeContrast = None

    @property
    def overrides(self) -> "Overrides":
        """What the files do not say, or say wrongly."""
        from cryo_core.formats.fields import Overrides

        return Overrides(self.pixel_size, self.voltage, self.cs, self.amplitude_contrast)

    @property
    def companions(self) -> "Companions":
        """The files that complete the table."""
        from cryo_core.formats.fields import Companions

        return Companions(self.stack, self.ctf, self.ind, tuple(self.passthrough or ()))

    @property
    def files(self) -> tuple[Path | None, ...]:
        """Every file that is read besides the table."""
        return (self.stack, self.ctf, self.ind, *(self.passthrough or ()))


UNSAID = Table()


def spread(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command as typer takes it: each field of a parameter that is a dataclass is an option of its own."""
    given = inspect.signature(command).parameters.values()
    groups: dict[str, Any] = {one.name: one.annotation for one in given if is_dataclass(one.annotation)}
    flat: list[inspect.Parameter] = []
    for one in given:
        named = (
            [(field.name, field.type, field.default) for field in fields(one.annotation)]
            if one.name in groups
            else [(one.name, one.annotation, one.default)]
        )
        flat += [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, kind, default in named
        ]

    @wraps(command)
    def called(**values: Any) -> Any:
        for name, group in groups.items():
            values[name] = group(**{field.name: values.pop(field.name) for field in fields(group)})
        return command(**values)

    called.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    called.__annotations__ = {one.name: one.annotation for one in flat}
    return called
