"""`cryo superres`: a map enhanced by a network, with what tells how far to believe it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import read_map, read_mask, refuse_to_overwrite, write_map
from cryo_assets.cli.options import Device, Json, Map, Overwrite
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.superres.model import Generator
    from cryo_core.superres.predict import Enhanced


class Method(StrEnum):
    """What enhances."""

    network = "network"
    filter = "filter"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("superres")(superres)


def superres(
    map_: Map,
    out: Annotated[Path, typer.Option("-o", "--out", help="The enhanced map to write (a prediction).")],
    confidence: Annotated[
        Path | None,
        typer.Option(help="Write the confidence map, 0 to 1: the agreement of the network's passes."),
    ] = None,
    difference: Annotated[Path | None, typer.Option(help="Write the enhanced map minus the input.")] = None,
    method: Annotated[
        Method | None,
        typer.Option(
            help="network (default where one ships or --model is given), or filter: the blind filter alone."
        ),
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Weights of another network than the packaged one.")
    ] = None,
    mask: Annotated[
        Path | None, typer.Option(help="The molecule's mask on the same grid; found where it is not given.")
    ] = None,
    half1: Annotated[
        Path | None,
        typer.Option(help="First half map: with the second it tells which shells to leave to the map."),
    ] = None,
    half2: Annotated[Path | None, typer.Option(help="Second half map.")] = None,
    voxel: Annotated[
        int | None,
        typer.Option(
            "--voxel-size",
            help="1: write maps on the network's voxels of 1 Å, not on the input's.",
        ),
    ] = None,
    passes: Annotated[int, typer.Option(help="Passes with dropout and rotations; more judge better.")] = 4,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Enhance a map by a network; what comes out is a prediction, and its confidence says how far to believe it."""
    refuse_to_overwrite(overwrite, out, confidence, difference, reads=[map_, mask, model, half1, half2])
    if (half1 is None) != (half2 is None):
        raise SettingsError("--half1 and --half2 belong together")
    if voxel not in (None, 1):
        raise SettingsError(f"--voxel-size {voxel}: only 1 (Å, the network's) can be asked for")
    if method == Method.filter and (model is not None or confidence is not None):
        raise SettingsError("--method filter has no network: leave out --model and --confidence")
    from cryo_core.superres.predict import LABEL, SuperresSettings, enhance

    generator, name = _network(method, model)
    if generator is None and confidence is not None:
        raise SettingsError("--confidence: no network ships, so the filter is the default; give --model")
    volume = read_map(map_, device)
    molecule = None if mask is None else read_mask(mask, volume)
    network = None if generator is None else generator.to(volume.density.device)
    settings = SuperresSettings(passes=passes)
    halves = (read_map(half1, device), read_map(half2, device)) if half1 and half2 else None
    with reporter() as bars:
        stage = bars.stage("super-resolution")
        result = enhance(volume, network, settings, molecule, voxel == 1, stage, halves)
    label = "cryo superres: blind radial filter" if network is None else LABEL
    for path, made in ((out, result.map), (confidence, result.confidence), (difference, result.difference)):
        if path is not None:
            write_map(path, made, label)
    print_document(_document(result, name, out), json)


def _network(method: Method | None, model: Path | None) -> "tuple[Generator | None, str]":
    from cryo_core.superres.model import default_generator, load_generator

    if method == Method.filter:
        return None, "blind filter"
    if model is not None:
        return load_generator(model)[0], str(model)
    packaged = default_generator()
    if packaged is None and method == Method.network:
        raise SettingsError("--method network: no network ships with the package: give one by --model")
    return packaged, "blind filter" if packaged is None else "packaged network"


def _document(result: "Enhanced", name: str, out: Path) -> dict[str, Any]:
    changed = float(result.difference.density.std() / (result.map.density - result.difference.density).std())
    return {
        "map": str(out),
        "model": name,
        "used_fraction": result.used_fraction,
        "changed_fraction": changed,
        "low_frequency_fsc": result.low_frequency_fsc,
        "low_frequencies_agree": result.low_frequency_fsc >= 0.98,
        "map_end_angstrom": result.end_angstrom,
        "restored_angstrom": result.restored_angstrom and list(result.restored_angstrom),
        "mask_voxels": int(result.mask.sum()),
        "voxel_angstrom": result.map.voxel_angstrom,
        "warnings": list(result.warnings),
    }
