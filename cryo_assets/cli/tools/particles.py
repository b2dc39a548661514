"""Commands on particle sets: simulate one, reconstruct its maps, look at its orientations."""

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli import options
from cryo_assets.cli.files import given_particles, known_contrast, refuse_to_overwrite
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import FormatError

if TYPE_CHECKING:
    import torch

    from cryo_core.data import ImageSet, Particles, Progress
    from cryo_core.validation.independence import Limit


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (simulate, reconstruct, orientations):
        app.command(command.__name__)(options.spread(command))


def simulate(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write the set into.")],
    particles: Annotated[int, typer.Option(min=2, help="Number of images.")] = 2000,
    box: Annotated[int, typer.Option(min=16, help="Edge of the images, pixels.")] = 64,
    pixel_size: Annotated[float, typer.Option(min=0.1, help="Å.")] = 3.0,
    snr: Annotated[float, typer.Option(help="Signal's variance over the image / noise's variance.")] = 0.1,
    model: Annotated[
        Path | None, typer.Option(help="Atomic model; a phantom of three states if not given.")
    ] = None,
    real: Annotated[
        bool,
        typer.Option(
            "--real",
            help="As on real micrographs: coloured noise, uneven background and contrast, 10% empty images.",
        ),
    ] = False,
    seed: options.Seed = 20240229,
    device: options.Device = "auto",
    overwrite: options.Overwrite = False,
    json: options.Json = False,
) -> None:
    """Simulate a particle set with truth: images, a .star with true poses, the true maps, a dataset.yaml."""
    from cryo_assets.entries.simulated import model_mixture, phantom_mixture, write_simulated_dataset
    from cryo_core.devices import choose_device
    from cryo_core.imaging.simulate import SimulationSettings

    refuse_to_overwrite(overwrite, out / "dataset.yaml")
    place = box, pixel_size, choose_device(device)
    mixture = model_mixture(model, *place) if model else phantom_mixture(*place)
    out.mkdir(parents=True, exist_ok=True)
    with reporter() as bars:
        settings = SimulationSettings(snr=snr, seed=seed)
        if real:
            settings = replace(settings, colour=3.0, background=0.2, contrast_sigma=0.15, empty=0.1)
        write_simulated_dataset(out.resolve(), particles, mixture, settings, bars.stage("simulating"))
    document = {"particles": particles, "box": box, "pixel_angstrom": pixel_size, "snr": snr, "seed": seed}
    document["real"] = real
    files = {"metadata": str(out / "particles.star"), "stack": str(out / "particles.mrcs")}
    print_document(document | files, json)


def reconstruct(
    metadata: options.Metadata,
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder for half1.mrc, half2.mrc, map.mrc, fsc.star.")
    ],
    table: options.Table = options.UNSAID,
    contrast: options.ImageContrast = None,
    symmetry: options.Symmetry = "C1",
    box: Annotated[
        int | None, typer.Option(min=16, help="Fourier-crop the images to this edge first.")
    ] = None,
    device: options.Device = "auto",
    overwrite: options.Overwrite = False,
    json: options.Json = False,
) -> None:
    """Reconstruct half maps and the map from particles with poses, and their FSC; bad images are left out."""
    from cryo_assets.entries.screening import screened_table
    from cryo_assets.entries.table import GOLDEN_SEED, has_half_sets
    from cryo_core.devices import choose_device
    from cryo_core.formats.particles import open_images
    from cryo_core.imaging.prepare import PreparedStack
    from cryo_core.validation.independence import UNKNOWN, with_remark

    refuse_to_overwrite(overwrite, out / "map.mrc")
    refuse_to_overwrite(True, out / "fsc.star", reads=[metadata])
    where = choose_device(device)
    given = given_particles(metadata, table)
    chosen = known_contrast(contrast and contrast.value, given)
    with reporter() as bars:
        particles, found = screened_table(given, GOLDEN_SEED, bars.stage("looking at the images"))
        source = open_images(particles, chosen, where)
        images = replace(source, images=PreparedStack(source, box or source.box, 0.75, where))
        limit = None if has_half_sets(given) else UNKNOWN
        numbers = _reconstructed(
            particles, images, (symmetry, limit), out, where, bars.stage("reconstructing")
        )
    numbers["warnings"] = with_remark(numbers["warnings"], numbers["resolution_angstrom"], limit)
    counted = {"particles": len(particles), "images": int(particles.image_of.max()) + 1} | found.numbers
    document = counted | {"box": images.box, "pixel_angstrom": images.pixel_angstrom}
    print_document(document | numbers | {"contrast": chosen, "map": str(out / "map.mrc")}, json)


def _reconstructed(
    particles: "Particles",
    images: "ImageSet",
    said: "tuple[str, Limit]",
    out: Path,
    device: "torch.device",
    progress: "Progress",
) -> dict[str, Any]:
    """Write maps and curves as particles/consensus does; its numbers, warned of too if no molecule shows.

    What is said of the particles: their symmetry, and to which resolution their halves are independent.
    """
    from cryo_assets.assets.half_map_report import write_reconstruction
    from cryo_core.reconstruction.solve import ReconstructionSettings
    from cryo_core.reconstruction.solve import reconstruct as solve
    from cryo_core.validation.maps import mask_or_sphere
    from cryo_core.validation.report import count_shared

    symmetry, limit = said
    settings = ReconstructionSettings(symmetry=symmetry)
    made = solve(images, settings, device, progress)
    out.mkdir(parents=True, exist_ok=True)
    numbers, _, _ = write_reconstruction(made, particles, symmetry, count_shared(particles), out, limit)
    _, warnings = mask_or_sphere(made.full)
    bare = int(particles.optics.has_no_ctf.sum())
    if bare:
        warnings += (f"{bare} images are taken to have no CTF: the table says none, or a phase shift of 90.",)
    if numbers["warnings"] != "none":
        warnings += (numbers["warnings"],)
    return numbers | {"warnings": " ".join(warnings) or "none"}


def orientations(
    metadata: options.Metadata,
    table: options.Table = options.UNSAID,
    symmetry: options.Symmetry = "C1",
    device: options.Device = "auto",
    json: options.Json = False,
) -> None:
    """Measure how evenly a particle set looks from all sides: SCF*, directions of Fourier space not seen, views."""
    from cryo_core.devices import choose_device

    where = choose_device(device)
    particles = given_particles(metadata, table)
    if not particles.has_poses:
        raise FormatError(
            f"{metadata}: no poses (rlnAngleRot, Tilt, Psi): there are no orientations to look at"
        )
    document = _orientations(particles, symmetry, where)
    if not json:
        del document["histogram"]
    print_document(document, json)


def _orientations(particles: "Particles", symmetry: str, device: "torch.device") -> dict[str, Any]:
    from cryo_core.geometry.symmetry import symmetry_matrices
    from cryo_core.validation.orientations import UNEVEN_SCF, fourier_sampling, orientation_histogram
    from cryo_core.validation.report import count_shared

    rotation = particles.poses.rotation.to(device)
    sampling = fourier_sampling(rotation, symmetry_matrices(symmetry))
    counts = orientation_histogram(rotation)
    row, column = divmod(int(counts.argmax()), counts.shape[1])
    shared = count_shared(particles)
    warnings = []
    if sampling.scf_star < UNEVEN_SCF:
        warnings.append(f"views are uneven: SCF* is {sampling.scf_star:.3f}, below {UNEVEN_SCF}")
    if shared:
        warnings.append(f"{shared} images stand in both half sets: the half maps are not independent")
    return {
        "particles": len(particles),
        "symmetry": symmetry.upper(),
        "scf": sampling.scf,
        "scf_star": sampling.scf_star,
        "unseen_fraction": sampling.unseen,
        "views_seen_fraction": float((counts > 0).double().mean()),
        "fullest_view_over_mean": float(counts.max() / counts.double().mean()),
        "fullest_view_tilt_degrees": math.degrees(math.acos((row + 0.5) / counts.shape[0] * 2 - 1)),
        "fullest_view_rot_degrees": (column + 0.5) / counts.shape[1] * 360 - 180,
        "shared_images": shared,
        "histogram": {
            "rows": "elevation, equal in its sine, from -z to +z",
            "columns": "azimuth, -180 to 180 degrees from x towards y",
            "counts": counts.tolist(),
        },
        "warnings": warnings,
    }
