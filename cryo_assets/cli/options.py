"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


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
PixelSize = Annotated[float | None, typer.Option(help="Å, where the file does not say or is wrong.")]
VoxelSize = Annotated[
    float | None, typer.Option("--voxel-size", help="Å, where the map's header does not say or is wrong.")
]
Voltage = Annotated[float | None, typer.Option(help="kV, where the file does not say.")]
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
