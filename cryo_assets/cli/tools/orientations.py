"""`cryo orientations`: from which sides a particle set looks, and what that leaves of Fourier space."""

import math
from pathlib import Path
from typing import Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, shown
from cryo_core.errors import FormatError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("orientations")(orientations)


def orientations(
    metadata: Annotated[
        Path, typer.Argument(metavar="META", help="The particles' metadata: a RELION .star file with poses.")
    ],
    stack_dir: Annotated[
        Path | None, typer.Option(help="Folder that the image names are relative to.")
    ] = None,
    symmetry: Annotated[str, typer.Option(help="Point group.")] = "C1",
    json: Json = False,
) -> None:
    """Say how evenly a particle set looks from all sides: SCF*, directions of Fourier space not seen, views."""
    document = _document(metadata, stack_dir, symmetry)
    if json:
        print_json(document)
        return
    rows = [(name, shown(value)) for name, value in document.items() if not isinstance(value, (list, dict))]
    print_table(("field", "value"), rows)
    for warning in document["warnings"]:
        print_note(f"warning: {warning}")


def _document(metadata: Path, stack_dir: Path | None, symmetry: str) -> dict[str, Any]:
    from cryo_core.formats.particles import read_particles
    from cryo_core.geometry.symmetry import symmetry_matrices
    from cryo_core.validation.orientations import UNEVEN_SCF, fourier_sampling, orientation_histogram
    from cryo_core.validation.report import count_shared

    particles = read_particles(metadata, stack_dir)
    if not particles.has_poses:
        raise FormatError(
            f"{metadata}: no poses (rlnAngleRot, Tilt, Psi): there are no orientations to look at"
        )
    rotation = particles.poses.rotation
    sampling = fourier_sampling(rotation, symmetry_matrices(symmetry))
    counts = orientation_histogram(rotation)
    row, column = divmod(int(counts.argmax()), counts.shape[1])
    shared = count_shared(particles)
    warnings = []
    if sampling.scf_star < UNEVEN_SCF:
        warnings.append(f"views are uneven: SCF* is {sampling.scf_star:.2f}, below {UNEVEN_SCF}")
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
