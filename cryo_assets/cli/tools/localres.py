"""`cryo localres`: local resolution measured from two half maps, or told from one map."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_core.data import Progress, Volume


class Method(StrEnum):
    """How resolution is told."""

    fsc = "fsc"
    relion = "relion"
    network = "network"
    unet = "unet"
    rule = "rule"
    monogenic = "monogenic"


_PREDICTED = (Method.network, Method.unet, Method.rule)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("localres")(localres)


def localres(
    maps: Annotated[
        list[Path], typer.Argument(metavar="MAP | HALF1 HALF2", help="Two half maps, or one map.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The map of resolution (Å) to write.")],
    method: Annotated[
        Method | None,
        typer.Option(
            help="fsc (default for half maps) or relion (as its --locres); network (default for one map), unet "
            "(the published form, of --model), or rule, which needs no training; monogenic for either (of one "
            "map its error is 0.8 Å where the network's is 0.2 Å)."
        ),
    ] = None,
    mask_out: Annotated[Path | None, typer.Option(help="The molecule's mask to write.")] = None,
    deviation_out: Annotated[
        Path | None, typer.Option(help="The standard deviation (Å) to write, where the method gives one.")
    ] = None,
    script_out: Annotated[
        Path | None,
        typer.Option(help="A .cxc for ChimeraX beside the maps: the surface coloured by resolution."),
    ] = None,
    global_resolution: Annotated[
        float | None, typer.Option(help="Å; for one map whose solvent was masked away.")
    ] = None,
    window: Annotated[
        float, typer.Option(help="Å; the FSC's soft ball, as RELION's --locres_sampling.")
    ] = 25.0,
    threshold: Annotated[float, typer.Option(help="The FSC's threshold.")] = 0.143,
    model: Annotated[
        Path | None, typer.Option(help="Weights of another network than the packaged one.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")] = False,
    json: Json = False,
) -> None:
    """Give the local resolution at every voxel: measured from two half maps, or told from one map."""
    if len(maps) not in (1, 2):
        raise SettingsError(f"{len(maps)} maps: give two half maps, or one map")
    for path in (out, mask_out, deviation_out, script_out):
        if path is not None and path.exists() and not overwrite:
            raise SettingsError(f"{path}: exists; --overwrite writes over it")
    chosen = method or (Method.fsc if len(maps) == 2 else Method.network)
    if (chosen in (Method.fsc, Method.relion)) != (len(maps) == 2) and chosen != Method.monogenic:
        raise SettingsError(f"--method {chosen} needs {'two half maps' if len(maps) == 1 else 'one map'}")
    if deviation_out is not None and chosen not in _PREDICTED:
        raise SettingsError(f"--deviation-out: --method {chosen} gives no standard deviation")
    if chosen == Method.unet and model is None:
        raise SettingsError("--method unet needs --model: the unet.pt of models/resolution; none is packaged")
    with reporter() as bars:
        document = _document(
            maps, out, chosen, mask_out, deviation_out, script_out, global_resolution, window, threshold, model,
            bars.stage("local resolution"),
        )  # fmt: skip
    if json:
        print_json(document)
        return
    print_table(("field", "value"), [(k, shown(v)) for k, v in document.items() if not isinstance(v, list)])
    for warning in document["warnings"]:
        print_note(f"warning: {warning}")


def _document(
    maps: list[Path],
    out: Path,
    method: Method,
    mask_out: Path | None,
    deviation_out: Path | None,
    script_out: Path | None,
    global_resolution: float | None,
    window: float,
    threshold: float,
    model: Path | None,
    progress: "Progress",
) -> dict[str, Any]:
    from cryo_core.formats.mrc import read_volume
    from cryo_core.resolution.summary import summarise

    volumes = [read_volume(path) for path in maps]
    said: dict[str, Any] = {}
    if method in _PREDICTED:
        volume = volumes[0]
        resolution, mask, said = _predicted(volume, method, global_resolution, model, deviation_out, progress)
    else:
        volume, resolution, mask = _measured(volumes, method, window, threshold, progress)
    _write(out, resolution)
    if mask_out is not None:
        _write(mask_out, volume.with_density(mask.float()))
    if script_out is not None:
        _script(script_out, maps[0], out, volume, resolution, mask)
    found = summarise(resolution, mask)
    return {
        "method": method.value,
        "median_angstrom": found.median_angstrom,
        "p05_angstrom": found.p05_angstrom,
        "p95_angstrom": found.p95_angstrom,
        "global_angstrom": found.median_angstrom if not global_resolution else global_resolution,
        "voxels_in_mask": found.voxels,
        "nyquist_angstrom": 2 * volume.voxel_angstrom,
        **said,
        "resolution": str(out),
        "warnings": said.get("warnings", []),
    }


def _measured(
    volumes: "list[Volume]", method: Method, window: float, threshold: float, progress: "Progress"
) -> "tuple[Volume, Volume, torch.Tensor]":
    from cryo_core.data import mean_map
    from cryo_core.resolution import monogenic
    from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
    from cryo_core.resolution.solvent import find_regions, molecule_mask

    if len(volumes) == 1:
        regions = find_regions(volumes[0])
        solvent = regions.coarse.nearest_voxels(regions.solvent)
        return (
            volumes[0],
            monogenic.monogenic_from_map(volumes[0], regions.mask, solvent, progress=progress),
            regions.mask,
        )
    half1, half2 = volumes
    half1.require_same_grid(half2)
    mean = mean_map(half1, half2)
    mask = molecule_mask(mean)
    if method == Method.monogenic:
        return mean, monogenic.monogenic_from_halves(half1, half2, mask, progress=progress), mask
    settings = LocalFscSettings(window, threshold, relion=method == Method.relion)
    return mean, local_fsc(half1, half2, settings, progress), mask


def _predicted(
    volume: "Volume",
    method: Method,
    global_resolution: float | None,
    model: Path | None,
    deviation_out: Path | None,
    progress: "Progress",
) -> "tuple[Volume, torch.Tensor, dict[str, Any]]":
    from cryo_core.resolution.model import DEFAULT_WEIGHTS, load_network
    from cryo_core.resolution.predict import predict
    from cryo_core.resolution.unet import load_unet, predict_unet

    if method == Method.unet and model is not None:
        found = predict_unet(volume, load_unet(model), global_resolution)
    else:
        network = None if method == Method.rule else load_network(model or DEFAULT_WEIGHTS)[0]
        found = predict(volume, network, global_resolution, progress)
    if deviation_out is not None:
        _write(deviation_out, found.deviation)
    said = {
        "deviation_angstrom": float(found.deviation.density[found.mask].median()),
        "knows_noise": found.knows_noise,
        "warnings": list(found.warnings),
    }
    return found.resolution, found.mask, said


def _write(path: Path, volume: "Volume") -> None:
    from cryo_core.formats.mrc import write_volume

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial.mrc")
    write_volume(partial, volume)
    partial.replace(path)


def _script(
    path: Path,
    map_file: Path,
    resolution_file: Path,
    volume: "Volume",
    resolution: "Volume",
    mask: "torch.Tensor",
) -> None:
    from os.path import relpath

    from cryo_assets.pictures.resolution import COLOURS, contour, span
    from cryo_core.formats.chimerax import write_surface_script

    names = [relpath(file.resolve(), path.resolve().parent) for file in (map_file, resolution_file)]
    write_surface_script(path, names[0], names[1], contour(volume, mask), span(resolution, mask), COLOURS)
