"""`cryo localres`: local resolution measured from two half maps, or predicted from one map."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import read_map, refuse_to_overwrite, whole, write_map
from cryo_assets.cli.options import Device, Json, MapOut, Overwrite
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_core.data import Progress, Volume
    from cryo_core.resolution.predict import Prediction


class Method(StrEnum):
    """How resolution is measured or predicted."""

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
    out: MapOut,
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
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write the local resolution (Å) at every voxel: measured from two half maps, or predicted from one map."""
    refuse_to_overwrite(overwrite, out, mask_out, deviation_out, script_out, reads=[*maps, model])
    chosen = _method(method, len(maps), deviation_out is not None, model is not None)
    volumes = [read_map(path, device) for path in maps]
    for path, other in zip(maps[1:], volumes[1:], strict=True):
        volumes[0].require_same_grid(other, (maps[0], path))
    with reporter() as bars:
        progress = bars.stage("local resolution")
        prediction = None
        if chosen in _PREDICTED:
            prediction = _predicted(volumes[0], chosen, global_resolution, model, progress)
            volume, resolution, mask = volumes[0], prediction.resolution, prediction.mask
        else:
            volume, resolution, mask = _measured(volumes, chosen, (window, threshold), progress)
    write_map(out, resolution)
    if mask_out is not None:
        write_map(mask_out, volume.with_density(mask.float()))
    if deviation_out is not None and prediction is not None:
        write_map(deviation_out, prediction.deviation)
    if script_out is not None:
        _write_script(script_out, (maps[0], out), volume, resolution, mask)
    document = _document(resolution, mask, global_resolution) | _uncertainty(prediction)
    if len(volumes) == 2:
        document |= _beside_global(resolution, mask, volumes, threshold)
    print_document({"method": chosen.value} | document | {"resolution": str(out)}, json)


def _method(method: Method | None, maps: int, deviation: bool, weights: bool) -> Method:
    """Method that was asked for, or the usual one of so many maps; SettingsError if the call cannot be meant."""
    if maps not in (1, 2):
        raise SettingsError(f"{maps} maps: give two half maps, or one map")
    chosen = method or (Method.fsc if maps == 2 else Method.network)
    if (chosen in (Method.fsc, Method.relion)) != (maps == 2) and chosen != Method.monogenic:
        raise SettingsError(f"--method {chosen} needs {'two half maps' if maps == 1 else 'one map'}")
    if deviation and chosen not in _PREDICTED:
        raise SettingsError(f"--deviation-out: --method {chosen} gives no standard deviation")
    if chosen == Method.unet and not weights:
        raise SettingsError("--method unet needs --model: the unet.pt of models/resolution; none is packaged")
    return chosen


def _document(resolution: "Volume", mask: "torch.Tensor", global_angstrom: float | None) -> dict[str, Any]:
    from cryo_core.resolution.summary import summarise

    summary = summarise(resolution, mask)
    return {
        "median_angstrom": summary.median_angstrom,
        "p05_angstrom": summary.p05_angstrom,
        "p95_angstrom": summary.p95_angstrom,
        "global_angstrom": global_angstrom or summary.median_angstrom,
        "voxels_in_mask": summary.voxels,
        "nyquist_angstrom": 2 * resolution.voxel_angstrom,
    }


def _beside_global(
    resolution: "Volume", mask: "torch.Tensor", halves: "list[Volume]", threshold: float
) -> dict[str, Any]:
    from cryo_core.resolution.summary import beside_global

    found = beside_global(resolution, mask, halves[0], halves[1], threshold)
    return {
        "global_angstrom": found.global_angstrom,
        "finer_than_global_share": found.finer_share,
        "warnings": list(found.warnings),
    }


def _uncertainty(prediction: "Prediction | None") -> dict[str, Any]:
    if prediction is None:
        return {"warnings": []}
    return {
        "deviation_angstrom": float(prediction.deviation.density[prediction.mask].median()),
        "knows_noise": prediction.knows_noise,
        "warnings": list(prediction.warnings),
    }


def _measured(
    volumes: "list[Volume]", method: Method, how: tuple[float, float], progress: "Progress"
) -> "tuple[Volume, Volume, torch.Tensor]":
    """Map that is shown, its resolution, and the molecule's mask; `how` are the FSC's window (Å) and threshold."""
    from cryo_core.data import mean_map
    from cryo_core.resolution import monogenic
    from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
    from cryo_core.resolution.solvent import find_regions, molecule_mask

    if len(volumes) == 1:
        regions = find_regions(volumes[0])
        solvent = regions.coarse.nearest_voxels(regions.solvent)
        resolution = monogenic.monogenic_from_map(volumes[0], regions.mask, solvent, progress=progress)
        return volumes[0], resolution, regions.mask
    half1, half2 = volumes
    mean = mean_map(half1, half2)
    mask = molecule_mask(mean)
    if method == Method.monogenic:
        return mean, monogenic.monogenic_from_halves(half1, half2, mask, progress=progress), mask
    settings = LocalFscSettings(*how, relion=method == Method.relion)
    return mean, local_fsc(half1, half2, settings, progress), mask


def _predicted(
    volume: "Volume",
    method: Method,
    global_resolution: float | None,
    model: Path | None,
    progress: "Progress",
) -> "Prediction":
    from cryo_core.resolution.model import DEFAULT_WEIGHTS, load_network
    from cryo_core.resolution.predict import predict
    from cryo_core.resolution.unet import load_unet, predict_unet

    device = volume.density.device
    if method == Method.unet and model is not None:
        return predict_unet(volume, load_unet(model).to(device), global_resolution)
    network = None if method == Method.rule else load_network(model or DEFAULT_WEIGHTS)[0].to(device)
    return predict(volume, network, global_resolution, progress)


def _write_script(
    path: Path, maps: tuple[Path, Path], volume: "Volume", resolution: "Volume", mask: "torch.Tensor"
) -> None:
    """Write a script that shows the first map's surface coloured by the second, named relative to the script."""
    from os.path import relpath

    from cryo_assets.pictures.resolution import COLOURS, contour, span
    from cryo_core.formats.chimerax import write_surface_script

    names = [relpath(file.resolve(), path.resolve().parent) for file in maps]
    level, colours = contour(volume.to("cpu"), mask.cpu()), span(resolution.to("cpu"), mask.cpu())
    with whole(path) as partial:
        write_surface_script(partial, names[0], names[1], level, colours, COLOURS)
