"""`cryo superres`: a map enhanced by a network, with what tells how far to believe it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Volume
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
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="The map: .mrc, .map, .ccp4.")],
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
    voxel: Annotated[
        int | None, typer.Option(help="1: write maps on the network's voxels of 1 Å, not on the input's.")
    ] = None,
    passes: Annotated[int, typer.Option(help="Passes with dropout and rotations; more judge better.")] = 4,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")] = False,
    json: Json = False,
) -> None:
    """Enhance a map by a network; what comes out is a prediction, and its confidence says how far to believe it."""
    for path in (out, confidence, difference):
        if path is not None and path.exists() and not overwrite:
            raise SettingsError(f"{path}: exists; --overwrite writes over it")
    if voxel not in (None, 1):
        raise SettingsError(f"--voxel {voxel}: only 1 (Å, the network's) can be asked for")
    if method == Method.filter and (model is not None or confidence is not None):
        raise SettingsError("--method filter has no network: leave out --model and --confidence")
    from cryo_core.formats.mrc import read_volume
    from cryo_core.superres.predict import SuperresSettings, enhance

    generator, name = _network(method, model)
    if generator is None and confidence is not None:
        raise SettingsError("--confidence: no network ships, so the filter is the default; give --model")
    volume = read_volume(map_)
    chosen = None if mask is None else _read_mask(mask, volume)
    with reporter() as bars:
        found = enhance(
            volume,
            generator,
            SuperresSettings(passes=passes),
            chosen,
            voxel == 1,
            bars.stage("super-resolution"),
        )
    document = _document(found, name, out)
    for path, made in ((out, found.map), (confidence, found.confidence), (difference, found.difference)):
        if path is not None:
            _write(path, made, generator is not None)
    if json:
        print_json(document)
    else:
        print_table(
            ("field", "value"), [(k, shown(v)) for k, v in document.items() if not isinstance(v, list)]
        )
        for warning in found.warnings:
            print_note(f"warning: {warning}")


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


def _document(found: "Enhanced", name: str, out: Path) -> dict[str, Any]:
    changed = float(found.difference.density.std() / (found.map.density - found.difference.density).std())
    return {
        "map": str(out),
        "model": name,
        "used_fraction": found.used_fraction,
        "changed_fraction": changed,
        "low_frequency_fsc": found.low_frequency_fsc,
        "low_frequencies_agree": found.low_frequency_fsc >= 0.98,
        "map_end_angstrom": found.end_angstrom,
        "mask_voxels": int(found.mask.sum()),
        "voxel_angstrom": found.map.voxel_angstrom,
        "warnings": list(found.warnings),
    }


def _read_mask(path: Path, volume: "Volume") -> Any:
    from cryo_core.formats.mrc import read_volume

    mask = read_volume(path)
    volume.require_same_grid(mask)
    return mask.density >= 0.5


def _write(path: Path, volume: "Volume", by_network: bool) -> None:
    from cryo_core.formats.mrc import write_volume
    from cryo_core.superres.predict import LABEL

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial.mrc")
    write_volume(partial, volume, label=LABEL if by_network else "cryo superres: blind radial filter")
    partial.replace(path)
