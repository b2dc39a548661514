"""Tools on maps that need no platform: locscale, sharpen, confidence, score."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from torch import Tensor

    from cryo_core.data import Atoms, Volume

Map = Annotated[Path, typer.Argument(metavar="MAP", help="The map: .mrc, .map, .ccp4.")]
Model = Annotated[Path, typer.Option(help="Atomic model in the map's frame: PDB or mmCIF.")]
Out = Annotated[Path, typer.Option("-o", "--out", help="The map to write.")]
Mask = Annotated[Path | None, typer.Option(help="A mask on the same grid; voxels of at least 0.5 count.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (locscale, sharpen, confidence, score):
        app.command(command.__name__)(command)


def locscale(
    map_: Map,
    out: Out,
    model: Annotated[Path | None, typer.Option(help="Atomic model in the map's frame: PDB or mmCIF.")] = None,
    model_map: Annotated[
        Path | None,
        typer.Option(help="A map to take the amplitudes of, on the same grid, instead of a model."),
    ] = None,
    mask: Mask = None,
    window: Annotated[float, typer.Option(help="Edge of the windows, Å.")] = 25.0,
    exact: Annotated[bool, typer.Option("--exact", help="Measure profiles at every voxel.")] = False,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Scale a map's local amplitudes to those of its atomic model (LocScale); phases stay."""
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.formats.mrc import read_volume
    from cryo_core.sharpening.locscale import LocScaleSettings
    from cryo_core.sharpening.locscale import locscale as scaled
    from cryo_core.sharpening.model_map import model_map as simulated
    from cryo_core.sharpening.model_map import model_mask

    _require_absent(out, overwrite)
    if (model is None) == (model_map is None):
        raise SettingsError("--model, --model-map: give one of them (`cryo sharpen` needs neither)")
    volume = read_volume(map_)
    atoms = read_atoms(model) if model else None
    if atoms is not None:
        reference = simulated(atoms, volume)
    else:
        assert model_map is not None
        reference = read_volume(model_map)
    chosen, how = (_read_mask(mask, volume), "given") if mask else _found_mask(volume)
    if mask is None and atoms is not None:  # as enhanced/locscale: what no atom explains is not cut off
        chosen |= model_mask(atoms, volume)
    settings = LocScaleSettings(window, 0.0 if exact else LocScaleSettings.node_angstrom)
    with reporter() as bars:
        result = scaled(volume, reference, chosen, settings, bars.stage("scaling"))
    _write(out, result)
    _tell({"map": str(out), "mask_voxels": int(chosen.sum()), "mask": how, "exact": exact}, json)


def sharpen(
    map_: Map,
    out: Out,
    mask: Mask = None,
    weights: Annotated[
        Path | None,
        typer.Option(help="A model.pt of models/profiles (without: the rule that ships with the package)."),
    ] = None,
    resolution: Annotated[
        float | None, typer.Option(help="Å: what is finer is damped (3.3 where it is not given).")
    ] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Sharpen a map locally without an atomic model, by the profiles that proteins have; phases stay."""
    from cryo_core.formats.mrc import read_volume
    from cryo_core.sharpening.model import read_model
    from cryo_core.sharpening.predict import default_model
    from cryo_core.sharpening.predict import sharpen as sharpened
    from cryo_core.sharpening.rule import USUAL_ANGSTROM

    _require_absent(out, overwrite)
    model = read_model(weights) if weights else default_model()
    volume, known = read_volume(map_), USUAL_ANGSTROM if resolution is None else resolution
    if resolution is None:
        print_note(f"warning: no --resolution: taken to be {known} Å; what is finer is damped")
    chosen, how = (_read_mask(mask, volume), "given") if mask else _found_mask(volume)
    with reporter() as bars:
        result = sharpened(volume, chosen, model, None, bars.stage("sharpening"), known)
    _write(out, result)
    made_by = str(weights) if weights else "universal rule"
    document = {"map": str(out), "mask_voxels": int(chosen.sum()), "mask": how, "model": made_by}
    _tell(document | {"for_resolution_angstrom": known}, json)


def confidence(
    map_: Map,
    out: Out,
    fdr: Annotated[float, typer.Option(help="False discovery rate of the mask.")] = 0.01,
    noise_box: Annotated[
        int, typer.Option(help="Edge of the noise boxes, voxels (0: a tenth of the map).")
    ] = 0,
    centre: Annotated[
        list[str] | None, typer.Option(help="Centre of a noise box as z,y,x voxels; may be repeated.")
    ] = None,
    low_pass: Annotated[float, typer.Option(help="Low-pass the map to this first, Å (0: not).")] = 0.0,
    mask_out: Annotated[Path | None, typer.Option(help="Write the mask too.")] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write a confidence map: 1 − the false discovery rate at each voxel."""
    from cryo_core.formats.mrc import read_volume
    from cryo_core.sharpening.confidence import ConfidenceSettings, confidence_map

    for target in filter(None, (out, mask_out)):
        _require_absent(target, overwrite)
    volume = read_volume(map_)
    found = confidence_map(
        volume, ConfidenceSettings(fdr, noise_box, low_pass), tuple(_place(text) for text in centre or [])
    )
    _write(out, found.confidence)
    if mask_out:
        _write(mask_out, volume.with_density(found.mask.float()))
    for warning in found.warnings:
        print_note(f"warning: {warning}")
    document = {
        "map": str(out),
        "mask_voxels": int(found.mask.sum()),
        "noise_mean": found.mean,
        "noise_deviation": found.deviation,
        "noise_box_voxels": found.box_voxels,
        "noise_boxes_zyx": [list(corner) for corner in found.corners],
        "kept_in_noise_fraction": found.kept_in_noise,
        "normality_distance": found.normality,
        "warnings": list(found.warnings),
    }
    _tell(document, json)


def score(
    map_: Map,
    model: Model,
    before: Annotated[
        Path | None, typer.Option(help="The map that MAP was made of: what share of it was harmed.")
    ] = None,
    json: Json = False,
) -> None:
    """Score a map by its model: correlation, map-model FSC, d_model, B factor, share that was harmed."""
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.formats.mrc import read_volume
    from cryo_core.sharpening.score import score as scored

    volume, atoms = read_volume(map_), read_atoms(model)
    found = scored(volume, atoms, read_volume(before) if before else None)
    numbers: dict[str, Any] = {
        "rscc": found.rscc,
        "d_fsc05_angstrom": _finite(found.d_fsc05_angstrom),
        "d_model_angstrom": _d_model(volume, atoms),
        "b_factor": _finite(found.b_factor_angstrom2),
        "harmed_fraction": found.harmed_fraction,
    }
    if json:
        numbers["fsc"] = {
            "frequency_per_angstrom": found.fsc.frequency_per_angstrom.tolist(),
            "correlation": found.fsc.correlation.tolist(),
        }
    _tell(numbers, json)


def _d_model(volume: "Volume", atoms: "Atoms") -> float:
    from cryo_core.imaging.density import density
    from cryo_core.sharpening.simulated import at_rest
    from cryo_core.validation.d_model import d_model

    z, y, x = volume.density.shape
    still = density(at_rest(atoms), (z, y, x), volume.voxel_angstrom, volume.origin_angstrom)
    return d_model(volume, still.with_density(still.density.to(volume.density))).d_angstrom


def _found_mask(volume: "Volume") -> tuple["Tensor", str]:
    from cryo_core.sharpening.confidence import molecule_mask

    mask, how, warnings = molecule_mask(volume)
    for warning in warnings:
        print_note(f"warning: {warning}")
    return mask, how


def _read_mask(path: Path, volume: "Volume") -> "Tensor":
    from cryo_core.formats.mrc import read_volume

    mask = read_volume(path)
    volume.require_same_grid(mask)
    return mask.density >= 0.5


def _place(text: str) -> tuple[int, int, int]:
    try:
        z, y, x = (int(part) for part in text.split(","))
    except ValueError as error:
        raise SettingsError(f"--centre {text}: should be three whole numbers, z,y,x") from error
    return z, y, x


def _finite(value: float) -> float | None:
    return value if abs(value) < float("inf") else None


def _write(out: Path, volume: "Volume") -> None:
    from cryo_core.formats.mrc import write_volume

    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(f".{out.name}.partial.mrc")
    write_volume(partial, volume)
    partial.replace(out)


def _require_absent(path: Path, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise SettingsError(f"{path}: exists; --overwrite writes over it")


def _tell(found: dict[str, Any], json: bool) -> None:
    if json:
        print_json(found)
        return
    rows = [
        (name, ", ".join(map(shown, v)) if isinstance(v, list) else shown(v)) for name, v in found.items()
    ]
    print_table(("field", "value"), [row for row in rows if row[1] != ""])
