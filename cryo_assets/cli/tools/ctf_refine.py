"""`cryo ctf-refine`: aberrations of each optics group and the defocus of each image, by maps of the images."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import given_particles, known_contrast, refuse_to_overwrite, whole
from cryo_assets.cli.options import (
    Ctf,
    Device,
    ImageContrast,
    Ind,
    Json,
    KeepColumns,
    Metadata,
    Overwrite,
    Passthrough,
    Stack,
    StackDir,
    Symmetry,
    Table,
)
from cryo_assets.cli.output import print_document, print_json, print_table, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Particles
    from cryo_core.refinement.ctf.iterate import CtfTurn

_WRITTEN = (".star", ".cs")


class Part(StrEnum):
    """What can be refined."""

    tilt = "tilt"
    trefoil = "trefoil"
    cs = "cs"
    tetrafoil = "tetrafoil"
    magnification = "magnification"
    defocus = "defocus"
    astigmatism = "astigmatism"


_ALL = list(Part)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ctf-refine")(ctf_refine)


def ctf_refine(
    metadata: Metadata,
    out: Annotated[Path, typer.Option("-o", "--out", help="The table to write: .star or .cs.")],
    ref: Annotated[
        Path | None,
        typer.Option(help="Map of half set 1, made of these images; without it maps are made of them first."),
    ] = None,
    ref2: Annotated[
        Path | None,
        typer.Option(help="Map of half set 2. With --ref alone all images are compared with that map."),
    ] = None,
    high_limit: Annotated[
        float | None,
        typer.Option(min=0.1, help="Finest frequency that is used, Å; by default of the maps' FSC."),
    ] = None,
    low_limit: Annotated[float, typer.Option(min=1.0, help="Coarsest frequency that is used, Å.")] = 30.0,
    fit: Annotated[
        list[Part] | None, typer.Option(help="Only this part; may be repeated. By default all of them.")
    ] = None,
    pixel_size: Annotated[
        bool,
        typer.Option("--pixel-size", help="Refine each optics group's pixel size too, against the map's."),
    ] = False,
    defocus_range: Annotated[
        float, typer.Option(min=1.0, help="How far a defocus may be off, Å; it is searched first.")
    ] = 1000.0,
    iterations: Annotated[
        int, typer.Option(min=1, help="How often; from the second on with maps of the corrected images.")
    ] = 1,
    symmetry: Symmetry = "C1",
    contrast: ImageContrast = None,
    stack_dir: StackDir = None,
    stack: Stack = None,
    ctf: Ctf = None,
    ind: Ind = None,
    passthrough: Passthrough = None,
    keep_columns: KeepColumns = False,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Refine beam tilt, trefoil, Cs, tetrafoil and magnification of optics groups, and each image's defocus."""
    from cryo_assets.entries.table import GOLDEN_SEED, with_half_sets
    from cryo_core.devices import choose_device
    from cryo_core.formats.fields import Layout
    from cryo_core.formats.mrc import read_volume
    from cryo_core.formats.particles import left_out, write_particles
    from cryo_core.refinement.ctf.fit import KINDS
    from cryo_core.refinement.ctf.iterate import iterate_ctf
    from cryo_core.refinement.ctf.refine import CtfSettings

    refuse_to_overwrite(overwrite, out, reads=[metadata, ref, ref2, stack, ctf, ind])
    if out.suffix.lower() not in _WRITTEN:
        raise SettingsError(f"{out}: written as .star or .cs: other tables have no place for aberrations")
    if ref2 is not None and ref is None:
        raise SettingsError("--ref2 is the map of half set 2: name that of half set 1 too (--ref)")
    asked = {part.value for part in fit or _ALL}
    settings = CtfSettings(
        high_limit_angstrom=high_limit or 0.0,
        low_limit_angstrom=low_limit,
        kinds=tuple(kind for kind in KINDS if kind in asked or (kind == "scale" and pixel_size)),
        defocus="defocus" in asked,
        astigmatism="astigmatism" in asked,
        defocus_range_angstrom=defocus_range,
    )
    where = choose_device(device)
    table = Table(stack_dir, stack, ctf, ind, passthrough)
    particles = with_half_sets(given_particles(metadata, table), GOLDEN_SEED)
    particles = replace(particles, contrast=known_contrast(contrast and contrast.value, particles))
    maps = None if ref is None else (read_volume(ref), read_volume(ref2 or ref))
    with reporter() as bars:
        turns = iterate_ctf(
            particles, maps, settings, iterations, symmetry, pixel_size, where, bars.stage("refining the CTF")
        )
    refined = turns[-1].particles
    with whole(out) as partial:
        write_particles(partial, refined, Layout(keep_columns=keep_columns))
    document = _document(turns, particles, out, left_out(out, refined))
    if json:
        print_json(document)
        return
    groups = document.pop("groups")
    print_document(document, False)
    _print_groups(groups)


def _document(
    turns: "Sequence[CtfTurn]", before: "Particles", out: Path, lost: tuple[str, ...]
) -> dict[str, Any]:
    from cryo_core.refinement.ctf.written import figures

    after = turns[-1].particles.optics
    change = after.defocus_u_angstrom + after.defocus_v_angstrom
    change = 0.5 * (change - before.optics.defocus_u_angstrom - before.optics.defocus_v_angstrom)
    warnings = []
    if lost:
        warnings.append(f"{out.suffix} cannot hold: {', '.join(lost)}")
    return {
        "particles": len(before),
        "iterations": len(turns),
        "limit_angstrom": turns[-1].found.limit_angstrom,
        "defocus_change_angstrom_median": float(change.abs().median()),
        "groups": [
            {"group": group.number, "images": group.images, "iteration": number}
            | figures(group, turn.found, before.optics)
            for number, turn in enumerate(turns, 1)
            for group in turn.found.groups
        ],
        "table": str(out),
        "warnings": warnings,
    }


_UNITS = {
    "tilt": "mrad",
    "trefoil": "rad at the limit",
    "cs": "mm",
    "tetrafoil": "rad at the limit",
    "scale": "%",
    "magnification": "%, %, degrees",
}


def _print_groups(groups: list[dict[str, Any]]) -> None:
    rows = []
    for group in groups:
        for kind, unit in _UNITS.items():
            if kind in group:
                found = group[kind]
                pairs = zip(found["value"], found["error"], strict=True)
                said = ", ".join(f"{value:.4g} ± {error:.2g}" for value, error in pairs)
                kept = "yes" if found["seen"] else "no, left as it was"
                rows.append((group["group"], group["images"], group["iteration"], kind, said, unit, kept))
    print_table(("group", "images", "iteration", "of", "found", "unit", "seen"), rows)
