"""`cryo refine`: poses of a particle set, refined against a map or against half maps."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import given_particles, known_contrast, refuse_to_overwrite, whole
from cryo_assets.cli.options import (
    UNSAID,
    Device,
    ImageContrast,
    Json,
    KeepColumns,
    Metadata,
    Overwrite,
    Symmetry,
    Table,
    spread,
)
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_core.data import ImageSet, Progress
    from cryo_core.refinement.refine import Refined, RefinementSettings
    from cryo_core.validation.independence import Limit


_WRITTEN = (".star", ".par", ".cs")


class Method(StrEnum):
    """How the score of a pose is climbed."""

    newton = "newton"
    powell = "powell"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("refine")(spread(refine))


def refine(
    metadata: Metadata,
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
    symmetry: Symmetry = "C1",
    contrast: ImageContrast = None,
    table: Table = UNSAID,
    keep_columns: KeepColumns = False,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Refine poses against a map: locally, or from nothing with --global; writes the table with scores."""
    from cryo_assets.entries.table import GOLDEN_SEED, has_half_sets, with_half_sets
    from cryo_core.devices import choose_device
    from cryo_core.formats.fields import Layout
    from cryo_core.formats.honoured import require_ctf_may_change
    from cryo_core.formats.particles import open_images, write_particles
    from cryo_core.refinement.refine import RefinementSettings
    from cryo_core.refinement.table import with_refined

    refuse_to_overwrite(overwrite, out, reads=[metadata, ref, ref2])
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
    where = choose_device(device)
    given = given_particles(metadata, table, with_poses=not global_)
    particles = with_half_sets(given, GOLDEN_SEED)
    particles = replace(particles, contrast=known_contrast(contrast and contrast.value, particles))
    if defocus:
        require_ctf_may_change(particles)
    images = open_images(particles, device=where)
    with reporter() as bars:
        refined = _refined(images, (ref, ref2), settings, where, bars.stage("refining"))
    with whole(out) as partial:
        write_particles(partial, with_refined(particles, refined), Layout(keep_columns=keep_columns))
    limit = _limit(refined, ref2 is not None, global_ or has_half_sets(given))
    print_document(_document(refined, out, ref2 is not None, settings, limit), json)


def _limit(refined: "Refined", independent: bool, known: bool) -> "Limit":
    """To which resolution halves of refined poses are independent.

    Poses that a file without half sets came with were aligned to one map, nobody knows to which resolution.
    """
    from cryo_core.validation.independence import UNKNOWN

    if not known:
        return UNKNOWN
    return None if independent else refined.limit_angstrom


def _refined(
    images: "ImageSet",
    references: tuple[Path, Path | None],
    settings: "RefinementSettings",
    device: "torch.device",
    progress: "Progress",
) -> "Refined":
    """Poses refined against the maps of both half sets, or both against the first where there is no second."""
    from cryo_core.formats.mrc import read_volume
    from cryo_core.refinement.band import on_grid_of
    from cryo_core.refinement.refine import refine as refine_poses
    from cryo_core.validation.fsc import fsc

    one, two = references
    maps = on_grid_of(images, read_volume(one)), on_grid_of(images, read_volume(two or one))
    reliability = None if two is None else fsc(*maps).correlation
    return refine_poses(images, maps, settings, reliability, device, progress)


def _document(
    refined: "Refined", out: Path, independent: bool, settings: "RefinementSettings", limit: "Limit"
) -> dict[str, Any]:
    moved = refined.moved_degrees, refined.moved_angstrom
    had_poses = bool(moved[0].isfinite().any())
    from cryo_core.validation.independence import caption

    known = caption(limit)
    warnings = [f"half maps made of these poses: {known}"] if known else []
    if not independent:
        warnings.append("both half sets were aligned to one map: give --ref2, or judge what lies beyond")
    return {
        "particles": len(refined.score),
        "limit_angstrom": refined.limit_angstrom,
        "method": settings.method,
        "global": settings.global_search,
        "moved_degrees_median": float(moved[0].nanmedian()) if had_poses else None,
        "moved_degrees_p90": float(moved[0].nanquantile(0.9)) if had_poses else None,
        "moved_angstrom_median": float(moved[1].nanmedian()) if had_poses else None,
        "score_mean": float(refined.score.mean()),
        "sigma_mean": float(refined.sigma.mean()),
        "log_likelihood_mean": float(refined.log_likelihood.mean()),
        "defocus_change_angstrom_median": (
            float(refined.defocus_change_angstrom.abs().median()) if settings.defocus else None
        ),
        "table": str(out),
        "warnings": warnings,
    }
