"""`cryo align`: a map or a model brought onto another map, wherever both lie."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import read_map, refuse_to_overwrite, whole, write_map
from cryo_assets.cli.options import Device, Json, Overwrite
from cryo_assets.cli.output import print_document, print_error, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Volume
    from cryo_core.validation.registration import Alignment


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("align")(align)


def align(
    map_: Annotated[
        Path, typer.Argument(metavar="MAP", help="What is moved: a map, or an atomic model (PDB, mmCIF).")
    ],
    to: Annotated[Path, typer.Argument(metavar="TO", help="What stays: a map, or an atomic model.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="MAP in its new place, on TO's grid; a moved model where it ends in .pdb or .cif.",
        ),
    ] = None,
    hand: Annotated[
        bool, typer.Option("--hand", help="Try the mirrored MAP too, and take the likelier hand.")
    ] = False,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Bring a map or a model onto another map, wherever both lie, and say whether it fits at all."""
    from cryo_core.formats.atomic import is_model, write_moved
    from cryo_core.validation.registration import FITS_FROM, moved_onto
    from cryo_core.validation.registration import align as aligned

    refuse_to_overwrite(overwrite, out, reads=[map_, to])
    if is_model(map_) and is_model(to):
        raise SettingsError(f"{map_}, {to}: two models; one of them must be a map")
    if out is not None and is_model(out) and not is_model(map_):
        raise SettingsError(f"{out}: {map_} is a map, and is written as one: .mrc")
    moved = None if is_model(map_) else read_map(map_, device)
    fixed = _simulated(to, moved) if moved is not None and is_model(to) else read_map(to, device)
    moved = moved if moved is not None else _simulated(map_, fixed)
    with reporter() as bars:
        found = aligned(fixed, moved, hand, bars.stage("alignment"))
    document = _document(found, moved, hand, json)
    if out is not None and found.fits:
        if is_model(out):
            with whole(out) as partial:
                write_moved(map_, partial, found.rotation, found.shift_angstrom)
        else:
            write_map(out, moved_onto(moved, found, fixed))
        document["written"] = str(out)
    print_document(document, json)
    if not found.fits:
        print_error(
            f"{map_}: does not fit {to}: shells that had no part in the search agree by {found.significance:.1f} "
            f"standard errors, and {FITS_FROM:g} are asked for; nothing is written"
        )
        raise typer.Exit(1)


def _simulated(model: Path, like: "Volume") -> "Volume":
    """Density of a model on voxels of a map's size, in a box of its own."""
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.imaging.density import density_about

    return density_about(read_atoms(model).to(like.density.device), like.voxel_angstrom)


def _document(found: "Alignment", moved: "Volume", hand: bool, json: bool) -> dict[str, Any]:
    from cryo_core.formats.chimerax import place_commands
    from cryo_core.validation.registration import HAND_FROM

    finest, half = found.curve.resolution_angstrom(), found.curve.resolution_angstrom(0.5)
    warnings = list(found.warnings)
    if found.fits and hand and found.hand_margin is not None and found.hand_margin < HAND_FROM:
        warnings.append(
            f"the hand is not known: a margin of {found.hand_margin:.1f}, and {HAND_FROM:g} are asked for"
        )
    document: dict[str, Any] = {
        "fits": found.fits,
        "significance": found.significance,
        "correlation": found.correlation,
        "fsc05_angstrom": half if half < float("inf") else None,
        "fsc0143_angstrom": finest if finest < float("inf") else None,
        "mirrored": found.mirrored,
        "hand_margin": found.hand_margin,
        "searched_to_angstrom": found.searched_angstrom,
        "rotation": found.rotation.tolist(),
        "shift_angstrom": found.shift_angstrom.tolist(),
        "chimerax": place_commands(found.rotation, found.shift_angstrom, moved if found.mirrored else None),
    }
    if json:
        curve = found.curve
        document["fsc"] = {
            "frequency_per_angstrom": curve.frequency_per_angstrom.tolist(),
            "correlation": curve.correlation.tolist(),
        }
    return document | {"warnings": warnings}
