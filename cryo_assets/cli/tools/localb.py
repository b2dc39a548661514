"""`cryo localb`: the B factor about every voxel, of two half maps or of one map."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cryo_assets.cli.files import read_map, refuse_to_overwrite, whole, write_map
from cryo_assets.cli.options import Device, Json, MapOut, Overwrite
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import SettingsError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("localb")(localb)


def localb(
    maps: Annotated[
        list[Path],
        typer.Argument(metavar="MAP | HALF1 HALF2", help="Two half maps, not filtered, or one map."),
    ],
    out: MapOut,
    finest: Annotated[
        float | None,
        typer.Option(
            help="Å; of one map: where its fit ends. Left out, at its local resolution (cryo localres)."
        ),
    ] = None,
    coarsest: Annotated[float, typer.Option(help="Å; where the fit begins.")] = 10.0,
    window: Annotated[float, typer.Option(help="Å; the soft ball about a voxel.")] = 25.0,
    error_out: Annotated[Path | None, typer.Option(help="The standard error (Å²) to write.")] = None,
    script_out: Annotated[
        Path | None,
        typer.Option(help="A .cxc for ChimeraX beside the maps: the surface coloured by B factor."),
    ] = None,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write the B factor (Å²) at every voxel of the molecule, by Guinier's plot of a soft ball about it."""
    refuse_to_overwrite(overwrite, out, error_out, script_out, reads=maps)
    if len(maps) not in (1, 2) or (len(maps) == 2 and finest is not None):
        raise SettingsError("give two half maps, or one map with or without --finest")
    from cryo_core.data import mean_map
    from cryo_core.resolution.local_b import LocalBSettings, local_b_of_halves, local_b_of_map
    from cryo_core.resolution.predict import predict
    from cryo_core.resolution.solvent import molecule_mask
    from cryo_core.resolution.summary import summarise_b

    volumes = [read_map(path, device) for path in maps]
    settings = LocalBSettings(window, coarsest)
    with reporter() as bars:
        progress = bars.stage("local B factors")
        if len(volumes) == 2:
            volumes[0].require_same_grid(volumes[1], (maps[0], maps[1]))
            shown = mean_map(*volumes)
            mask = molecule_mask(shown)
            found = local_b_of_halves(volumes[0], volumes[1], settings, progress)
        elif finest is not None:
            shown, mask = volumes[0], molecule_mask(volumes[0])
            found = local_b_of_map(shown, finest, settings, progress)
        else:
            shown, told = volumes[0], predict(volumes[0], _network(device))
            mask, found = told.mask, local_b_of_map(shown, told.resolution, settings, progress)
    summary = summarise_b(found, mask)
    write_map(out, found.b_factor.with_density(found.b_factor.density.nan_to_num(0.0) * mask))
    if error_out is not None:
        write_map(error_out, found.error.with_density(found.error.density.nan_to_num(0.0) * mask))
    if script_out is not None:
        _write_script(
            script_out, (maps[0], out), shown, mask, (summary["p05_angstrom2"], summary["p95_angstrom2"])
        )
    print_document(
        {**summary, "from": "half maps" if len(maps) == 2 else "one map", "b_factor": str(out)}, json
    )


def _network(device: str) -> Any:
    from cryo_core.devices import choose_device
    from cryo_core.resolution.model import load_network

    return load_network()[0].to(choose_device(device))


def _write_script(
    path: Path, maps: tuple[Path, Path], volume: Any, mask: Any, colours: tuple[float, float]
) -> None:
    """Write a script that shows the first map's surface coloured by the second, named relative to the script."""
    from os.path import relpath

    from cryo_assets.pictures.resolution import COLOURS, contour
    from cryo_core.formats.chimerax import write_surface_script

    names = [relpath(file.resolve(), path.resolve().parent) for file in maps]
    level = contour(volume.to("cpu"), mask.cpu())
    low, high = colours
    with whole(path) as partial:
        write_surface_script(partial, names[0], names[1], level, (low, max(high, low + 1.0)), COLOURS)
