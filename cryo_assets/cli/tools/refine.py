"""`cryo refine`: poses of a particle set, refined against a map or against half maps."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_assets.cli.tools.basics import Contrast, Overwrite
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Progress
    from cryo_core.refinement.refine import Refined, RefinementSettings


_WRITTEN = (".star", ".par", ".cs")


class Method(StrEnum):
    """How a pose is climbed."""

    newton = "newton"
    powell = "powell"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("refine")(refine)


def refine(
    metadata: Annotated[Path, typer.Argument(metavar="META", help="The particles' metadata.")],
    ref: Annotated[Path, typer.Option(help="The map to align to, or that of half set 1 if --ref2 is given.")],
    high_limit: Annotated[float, typer.Option(min=0.1, help="Finest frequency that is used, Å.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The table to write: .star, .par, .cs …")],
    ref2: Annotated[
        Path | None, typer.Option(help="The map of half set 2: then halves stay independent.")
    ] = None,
    low_limit: Annotated[float, typer.Option(min=1.0, help="Coarsest frequency that is used, Å.")] = 300.0,
    angle_range: Annotated[
        float, typer.Option(min=0.1, max=180.0, help="How far poses may be from the truth, degrees.")
    ] = 6.0,
    global_: Annotated[
        bool, typer.Option("--global", help="Search all rotations; poses are not needed.")
    ] = False,
    defocus: Annotated[bool, typer.Option("--defocus", help="Refine each image's defocus too.")] = False,
    method: Annotated[Method, typer.Option(help="How poses are climbed.")] = Method.newton,
    symmetry: Annotated[str, typer.Option(help="Point group.")] = "C1",
    contrast: Annotated[Contrast, typer.Option(help="white (RELION's) or dark particles.")] = Contrast.white,
    stack_dir: Annotated[
        Path | None, typer.Option(help="Folder that the image names are relative to.")
    ] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Refine poses against a map: locally, or from nothing with --global; writes the table with scores."""
    from cryo_core.refinement.refine import RefinementSettings

    if out.exists() and not overwrite:
        raise SettingsError(f"{out}: exists; --overwrite writes over it")
    if out.suffix.lower() not in _WRITTEN:
        raise SettingsError(
            f"{out}: written as {', '.join(_WRITTEN)}; `cryo convert` makes the other kinds of it"
        )
    settings = RefinementSettings(
        high_limit_angstrom=high_limit,
        low_limit_angstrom=low_limit,
        angle_range_degrees=angle_range,
        global_search=global_,
        defocus=defocus,
        method=method.value,
        symmetry=symmetry,
    )
    with reporter() as bars:
        _tell(
            _refined(metadata, out, ref, ref2, settings, contrast.value, stack_dir, bars.stage("refining")),
            json,
        )


def _refined(
    metadata: Path,
    out: Path,
    ref: Path,
    ref2: Path | None,
    settings: "RefinementSettings",
    contrast: Literal["white", "dark"],
    stack_dir: Path | None,
    progress: "Progress",
) -> dict[str, Any]:
    """Refine a table's poses and write it; give what is to be said."""
    import torch

    from cryo_assets.entries.table import GOLDEN_SEED, with_half_sets
    from cryo_core.formats.mrc import read_volume
    from cryo_core.formats.particles import open_images, read_images, read_particles, write_particles
    from cryo_core.refinement.band import on_grid_of
    from cryo_core.refinement.refine import refine as refine_poses
    from cryo_core.refinement.table import with_refined
    from cryo_core.validation.fsc import fsc

    read = read_images if settings.global_search else read_particles
    particles = with_half_sets(read(metadata, stack_dir), GOLDEN_SEED)
    images = open_images(particles, contrast)
    first, second = (on_grid_of(images, read_volume(path)) for path in (ref, ref2 or ref))
    reliability = None if ref2 is None else fsc(first, second).correlation
    device = torch.device("cuda") if torch.cuda.is_available() else torch.device("cpu")
    found = refine_poses(
        images,
        (first, second),
        settings,
        reliability,
        device,
        progress,
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(f".partial-{out.name}")
    write_particles(partial, with_refined(particles, found))
    partial.replace(out)
    return _document(found, out, ref2 is not None, settings)


def _document(
    found: "Refined", out: Path, independent: bool, settings: "RefinementSettings"
) -> dict[str, Any]:
    moved = found.moved_degrees, found.moved_angstrom
    known = bool(moved[0].isfinite().any())
    warnings = []
    if not independent:
        warnings.append(
            f"both half sets were aligned to one map up to {found.limit_angstrom:.1f} Å: half maps made of these "
            "poses agree up to there whether there is signal or not; give --ref2, or judge what lies beyond"
        )
    return {
        "particles": len(found.score),
        "limit_angstrom": found.limit_angstrom,
        "method": settings.method,
        "global": settings.global_search,
        "moved_degrees_median": float(moved[0].nanmedian()) if known else None,
        "moved_degrees_p90": float(moved[0].nanquantile(0.9)) if known else None,
        "moved_angstrom_median": float(moved[1].nanmedian()) if known else None,
        "score_mean": float(found.score.mean()),
        "sigma_mean": float(found.sigma.mean()),
        "log_likelihood_mean": float(found.log_likelihood.mean()),
        "defocus_change_angstrom_median": (
            float(found.defocus_change_angstrom.abs().median()) if settings.defocus else None
        ),
        "table": str(out),
        "warnings": warnings,
    }


def _tell(document: dict[str, Any], json: bool) -> None:
    if json:
        print_json(document)
        return
    rows = [(name, shown(value)) for name, value in document.items() if not isinstance(value, list)]
    print_table(("field", "value"), rows)
    for warning in document["warnings"]:
        print_note(f"warning: {warning}")
