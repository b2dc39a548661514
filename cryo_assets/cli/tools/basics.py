"""Tools that need no platform: simulate, reconstruct, fsc, resample, info."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_core.errors import SettingsError


class Contrast(StrEnum):
    """Whether particles are brighter or darker than the background."""

    white = "white"
    dark = "dark"


Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (simulate, reconstruct, fsc, resample, info):
        app.command(command.__name__)(command)


def simulate(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write the set into.")],
    particles: Annotated[int, typer.Option(min=2, help="Number of images.")] = 2000,
    box: Annotated[int, typer.Option(min=16, help="Edge of the images, pixels.")] = 64,
    pixel_size: Annotated[float, typer.Option(min=0.1, help="Å.")] = 3.0,
    snr: Annotated[float, typer.Option(help="Signal's variance over the image / noise's variance.")] = 0.1,
    model: Annotated[
        Path | None, typer.Option(help="Atomic model; a phantom of three states if not given.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed.")] = 20240229,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Simulate a particle set with truth: images, a .star with true poses, the true maps, a dataset.yaml."""
    from cryo_assets.entries.simulated import model_mixture, phantom_mixture, write_simulated_dataset
    from cryo_core.imaging.simulate import SimulationSettings

    _require_absent(out / "dataset.yaml", overwrite)
    out.mkdir(parents=True, exist_ok=True)
    with reporter() as bars:
        mixture = model_mixture(model, box, pixel_size) if model else phantom_mixture(box, pixel_size)
        settings = SimulationSettings(snr=snr, seed=seed)
        write_simulated_dataset(out.resolve(), particles, mixture, settings, bars.stage("simulating"))
    found = {"particles": particles, "box": box, "pixel_angstrom": pixel_size, "snr": snr, "seed": seed}
    _tell({**found, "metadata": str(out / "particles.star"), "stack": str(out / "particles.mrcs")}, json)


def reconstruct(
    metadata: Annotated[
        Path, typer.Argument(help="The particles' metadata: a RELION .star file with poses.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder for half1.mrc, half2.mrc, map.mrc, fsc.star.")
    ],
    stack_dir: Annotated[
        Path | None, typer.Option(help="Folder that the image names are relative to.")
    ] = None,
    contrast: Annotated[Contrast, typer.Option(help="white (RELION's) or dark particles.")] = Contrast.white,
    symmetry: Annotated[str, typer.Option(help="Point group.")] = "C1",
    box: Annotated[
        int | None, typer.Option(min=16, help="Fourier-crop the images to this edge first.")
    ] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Reconstruct half maps and the map from particles with poses, and their FSC."""
    from cryo_assets.cli.tools.documents import reconstruct_to_folder

    _require_absent(out / "map.mrc", overwrite)
    with reporter() as bars:
        numbers = reconstruct_to_folder(
            metadata, out, stack_dir, contrast.value, symmetry, box, bars.stage("reconstructing")
        )
    _tell({**numbers, "contrast": contrast.value, "map": str(out / "map.mrc")}, json)


def fsc(
    half1: Annotated[Path, typer.Argument(help="First half map.")],
    half2: Annotated[Path, typer.Argument(help="Second half map.")],
    mask: Annotated[str, typer.Option(help="auto, none, or a mask file on the same grid.")] = "auto",
    json: Json = False,
) -> None:
    """Compare two half maps: FSC unmasked, masked, phase-randomised and corrected, with warnings."""
    from cryo_assets.cli.tools.documents import fsc_document

    document = fsc_document(half1, half2, mask)
    if json:
        print_json(document)
        return
    print_table(
        ("curve", "0.143 (Å)", "0.5 (Å)"),
        [
            (name, *(shown(document[f"resolution_{name}"][threshold]) for threshold in ("0.143", "0.5")))
            for name in ("unmasked", "masked", "corrected")
            if f"resolution_{name}" in document
        ],
    )
    for warning in document["warnings"]:
        print_note(f"warning: {warning}")


def resample(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="The map.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The map to write.")],
    voxel: Annotated[float, typer.Option(min=0.05, help="New voxel size, Å.")],
    box: Annotated[int | None, typer.Option(min=2, help="New edge in voxels, about the same centre.")] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Bring a map to another voxel size, in its place."""
    from cryo_core.formats.mrc import read_volume, write_volume
    from cryo_core.fourier.resample import resample as resampled

    _require_absent(out, overwrite)
    volume = resampled(read_volume(map_), voxel, box)
    partial = out.with_name(f".{out.name}.partial.mrc")
    out.parent.mkdir(parents=True, exist_ok=True)
    write_volume(partial, volume)
    partial.replace(out)
    _tell(
        {
            "shape_zyx": list(volume.density.shape),
            "voxel_angstrom": volume.voxel_angstrom,
            "origin_angstrom": list(volume.origin_angstrom),
            "map": str(out),
        },
        json,
    )


def info(
    file: Annotated[Path, typer.Argument(help="A map, stack, particle table or model.")], json: Json = False
) -> None:
    """Say what a file holds: kind, shape, voxel size in Å, origin, statistics, particles, optics groups."""
    from cryo_core.formats.describe import describe

    _tell(describe(file), json)


def _require_absent(path: Path, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise SettingsError(f"{path}: exists; --overwrite writes over it")


def _tell(found: dict[str, Any], json: bool) -> None:
    if json:
        print_json(found)
        return
    rows = [
        (field, ", ".join(map(shown, v)) if isinstance(v, list) else shown(v)) for field, v in found.items()
    ]
    print_table(("field", "value"), [row for row in rows if row[1] != ""])
