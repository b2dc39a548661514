"""Commands that sharpen maps, find what they hold with confidence, and score them by their models."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import (
    read_map,
    read_mask,
    refuse_beyond_nyquist,
    refuse_to_overwrite,
    write_map,
)
from cryo_assets.cli.options import Device, Json, Map, MapOut, Overwrite
from cryo_assets.cli.output import print_document, print_note, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from torch import Tensor

    from cryo_core.data import Volume

Model = Annotated[Path, typer.Option(help="Atomic model in the map's frame: PDB or mmCIF.")]
Mask = Annotated[Path | None, typer.Option(help="A mask on the same grid; voxels of at least 0.5 count.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (locscale, sharpen, confidence, score):
        app.command(command.__name__)(command)


def locscale(
    map_: Map,
    out: MapOut,
    model: Annotated[Path | None, typer.Option(help="Atomic model in the map's frame: PDB or mmCIF.")] = None,
    model_map: Annotated[
        Path | None,
        typer.Option(help="A map to take the amplitudes of, on the same grid, instead of a model."),
    ] = None,
    mask: Mask = None,
    window: Annotated[float, typer.Option(help="Edge of the windows, Å.")] = 25.0,
    exact: Annotated[bool, typer.Option("--exact", help="Measure profiles at every voxel.")] = False,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Scale a map's local amplitudes to those of its atomic model (LocScale); phases stay."""
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.sharpening.locscale import LocScaleSettings
    from cryo_core.sharpening.locscale import locscale as scaled
    from cryo_core.sharpening.model_map import b_factor_fault, model_mask
    from cryo_core.sharpening.model_map import model_map as simulated

    refuse_to_overwrite(overwrite, out, reads=[map_, model, model_map, mask])
    if (model is None) == (model_map is None):
        raise SettingsError("--model, --model-map: give one of them (`cryo sharpen` needs neither)")
    volume = read_map(map_, device)
    atoms = read_atoms(model) if model else None
    warnings: list[str] = []
    if atoms is not None:
        fault = b_factor_fault(atoms)
        if fault:
            warnings.append(fault)
        reference = simulated(atoms, volume)
    else:
        assert model_map is not None
        reference = read_map(model_map, device)
    chosen, how = _mask_of(volume, mask)
    if mask is None and atoms is not None:  # as enhanced/locscale: what no atom explains is not cut off
        chosen |= model_mask(atoms, volume)
    settings = LocScaleSettings(window, 0.0 if exact else LocScaleSettings.node_angstrom)
    with reporter() as bars:
        result = scaled(volume, reference, chosen, settings, bars.stage("scaling"))
    write_map(out, result)
    document = {"map": str(out), "mask_voxels": int(chosen.sum()), "mask": how, "exact": exact}
    print_document(document | {"warnings": warnings}, json)


def sharpen(
    map_: Map,
    out: MapOut,
    mask: Mask = None,
    weights: Annotated[
        Path | None,
        typer.Option(help="A model.pt of models/profiles (without: the rule that ships with the package)."),
    ] = None,
    resolution: Annotated[
        float | None, typer.Option(help="Å: what is finer is damped (3.3 where it is not given).")
    ] = None,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Sharpen a map locally without an atomic model, by the profiles that proteins have; phases stay."""
    from cryo_core.sharpening.model import read_model
    from cryo_core.sharpening.predict import default_model
    from cryo_core.sharpening.predict import sharpen as sharpened
    from cryo_core.sharpening.rule import USUAL_ANGSTROM

    refuse_to_overwrite(overwrite, out, reads=[map_, mask, weights])
    volume = read_map(map_, device)
    refuse_beyond_nyquist(resolution, map_, volume)
    model = read_model(weights) if weights else default_model()
    finest = USUAL_ANGSTROM if resolution is None else resolution
    if resolution is None:
        print_note(f"warning: no --resolution: taken to be {finest} Å; what is finer is damped")
    chosen, how = _mask_of(volume, mask)
    with reporter() as bars:
        result = sharpened(volume, chosen, model, None, bars.stage("sharpening"), finest)
    write_map(out, result)
    made_by = str(weights) if weights else "universal rule"
    document = {"map": str(out), "mask_voxels": int(chosen.sum()), "mask": how, "model": made_by}
    print_document(document | {"for_resolution_angstrom": finest}, json)


def confidence(
    map_: Map,
    out: MapOut,
    fdr: Annotated[float, typer.Option(help="False discovery rate of the mask.")] = 0.01,
    noise_box: Annotated[
        int, typer.Option(help="Edge of the noise boxes, voxels (0: a tenth of the map).")
    ] = 0,
    centre: Annotated[
        list[str] | None, typer.Option(help="Centre of a noise box as z,y,x voxels; may be repeated.")
    ] = None,
    low_pass: Annotated[float, typer.Option(help="Low-pass the map to this first, Å (0: not).")] = 0.0,
    symmetry: Annotated[
        str, typer.Option(help="Point group that was imposed on the map: noise is higher near its axes.")
    ] = "C1",
    mask_out: Annotated[Path | None, typer.Option(help="Write the mask too.")] = None,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write a confidence map: 1 − the false discovery rate at each voxel."""
    from cryo_core.sharpening.confidence import ConfidenceSettings, confidence_map

    refuse_to_overwrite(overwrite, out, mask_out, reads=[map_])
    volume = read_map(map_, device)
    settings = ConfidenceSettings(fdr, noise_box, low_pass, symmetry)
    result = confidence_map(volume, settings, tuple(_place(text) for text in centre or []))
    write_map(out, result.confidence)
    if mask_out:
        write_map(mask_out, volume.with_density(result.mask.float()))
    document = {
        "map": str(out),
        "mask_voxels": int(result.mask.sum()),
        "noise_mean": result.mean,
        "noise_deviation": result.deviation,
        "noise_box_voxels": result.box_voxels,
        "noise_boxes_zyx": [list(corner) for corner in result.corners],
        "kept_in_noise_fraction": result.kept_in_noise,
        "normality_distance": result.normality,
        "noise_on_axes_factor": result.on_axes,
        "warnings": list(result.warnings),
    }
    print_document(document, json)


def score(
    map_: Map,
    model: Model,
    before: Annotated[
        Path | None, typer.Option(help="The map that MAP was made of: what share of it was harmed.")
    ] = None,
    device: Device = "auto",
    json: Json = False,
) -> None:
    """Score a map by its model: correlation, map-model FSC, d_model, B factor, share that was harmed."""
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.sharpening.deposited import model_resolution
    from cryo_core.sharpening.score import score as scored

    volume, atoms = read_map(map_, device), read_atoms(model)
    result = scored(volume, atoms, read_map(before, device) if before else None)
    document: dict[str, Any] = {
        "rscc": result.rscc,
        "d_fsc05_angstrom": _finite(result.d_fsc05_angstrom),
        "d_model_angstrom": model_resolution(volume, atoms),
        "b_factor": _finite(result.b_factor_angstrom2),
        "harmed_fraction": result.harmed_fraction,
    }
    if json:
        document["fsc"] = {
            "frequency_per_angstrom": result.fsc.frequency_per_angstrom.tolist(),
            "correlation": result.fsc.correlation.tolist(),
        }
    print_document(document, json)


def _mask_of(volume: "Volume", mask: Path | None) -> "tuple[Tensor, str]":
    """Voxels to work on, and where they are from: a file, or what `molecule_mask` finds."""
    from cryo_core.sharpening.confidence import molecule_mask

    if mask is not None:
        return read_mask(mask, volume), "given"
    voxels, how, warnings = molecule_mask(volume)
    for warning in warnings:
        print_note(f"warning: {warning}")
    return voxels, how


def _place(text: str) -> tuple[int, int, int]:
    try:
        z, y, x = (int(part) for part in text.split(","))
    except ValueError as error:
        raise SettingsError(f"--centre {text}: should be three whole numbers, z,y,x") from error
    return z, y, x


def _finite(value: float) -> float | None:
    return value if abs(value) < float("inf") else None
