"""`cryo posefree`: a map and poses from images alone."""

import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_assets.cli.tools import posefree_volumes
from cryo_assets.cli.tools.basics import Contrast, Overwrite
from cryo_assets.cli.tools.posefree_files import write_maps, write_tables
from cryo_assets.cli.tools.posefree_network import learned
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.assets.posefree.model import PosefreeSettings
    from cryo_assets.progress import Reporter
    from cryo_core.data import ImageSet, ImageStack, Particles, Poses
    from cryo_core.posefree.polish import Pass
    from cryo_core.posefree.search import SearchResult, SearchSettings

_UNFINISHED = ".unfinished"
"""Folder, beside what is written, of a search that is not done: the same command goes on from it."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("posefree")(posefree)
    posefree_volumes.register(app)


def posefree(
    images: Annotated[
        Path, typer.Argument(metavar="STACK | META", help="A stack (.mrcs), or a table that names images.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder to write maps, poses and the report into.")
    ],
    box: Annotated[
        int | None,
        typer.Option(min=16, help="Fourier-crop the images to this edge first (64; the network's is 40)."),
    ] = None,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            help="A setting of the search: restarts=5; or method=network, the published one, and its settings: "
            "epochs=5. May be repeated."
        ),
    ] = None,
    contrast: Annotated[Contrast, typer.Option(help="white (RELION's) or dark particles.")] = Contrast.white,
    pixel_size: Annotated[float | None, typer.Option(help="Å, where the file does not say.")] = None,
    normalised: Annotated[
        bool, typer.Option("--normalised", help="The images are on one grey scale already: leave it.")
    ] = False,
    truth: Annotated[
        Path | None,
        typer.Option(
            help="True poses to compare with, row by row; META's own, if it has any and none are given."
        ),
    ] = None,
    truth_map: Annotated[Path | None, typer.Option(help="The true map, in the frame of --truth.")] = None,
    stack_dir: Annotated[
        Path | None, typer.Option(help="Folder that the image names are relative to.")
    ] = None,
    motion: Annotated[
        bool,
        typer.Option(
            "--motion",
            help="Fit what poses do not explain too: a model for `posefree-volumes`. "
            "The network always does.",
        ),
    ] = False,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Find a map and poses from images alone: half maps, FSC, poses, both hands, and how sure the search is."""
    settings = _settings(setting or [], box)
    if (out / "report.json").exists() and not overwrite:
        raise SettingsError(f"{out / 'report.json'}: exists; --overwrite writes over it")
    if truth_map is not None and truth is None:
        raise SettingsError("--truth-map: needs --truth, the poses that tell its frame")
    began, scratch = time.monotonic(), out / _UNFINISHED
    with reporter() as bars:
        particles, source = _read(images, contrast.value, pixel_size, stack_dir)
        prepared = replace(source, images=_prepared(source, settings, normalised))
        if settings.method == "network":
            poses, document = learned(out, particles, source, settings.network, scratch, bars)
        else:
            found = _search(prepared, settings.search, scratch, bars)
            poses, document = found.poses, _written(out, particles, found)
            document |= _moved(out, replace(prepared, poses=poses), bars) if motion else {}
        if truth is not None or particles.has_poses:
            document["truth"] = _against(
                truth, truth_map, stack_dir, particles.poses, replace(prepared, poses=poses), bars
            )
    document["seconds"] = time.monotonic() - began
    _finish(out, document, json)
    shutil.rmtree(scratch, ignore_errors=True)


def _settings(assignments: list[str], box: int | None) -> "PosefreeSettings":
    import yaml
    from pydantic import TypeAdapter, ValidationError

    from cryo_assets.assets.posefree.model import PosefreeSettings
    from cryo_core.posefree.model import NetworkSettings
    from cryo_core.posefree.search import SearchSettings

    if box is not None and box % 2:
        raise SettingsError(f"--box {box}: must be even")
    chosen = [a.partition("=") for a in assignments]
    method = next((value for name, _, value in chosen if name == "method"), "search")
    if method not in ("search", "network"):
        raise SettingsError(f"--setting method={method}: should be search or network")
    kind: type[NetworkSettings] | type[SearchSettings]
    kind = NetworkSettings if method == "network" else SearchSettings
    plain: dict[str, Any] = {"box": box} if method == "network" and box is not None else {}
    for name, equals, value in chosen:
        if name == "method":
            continue
        if not equals or name not in kind.__dataclass_fields__:
            known = ", ".join(("method", *kind.__dataclass_fields__))
            raise SettingsError(
                f"--setting {name}{equals}{value}: should be name=value; the names are {known}"
            )
        plain[name] = yaml.safe_load(value)
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(kind)
        made = adapter.validate_python(plain)
    except ValidationError as error:
        fault = error.errors()[0]
        raise SettingsError(f"--setting {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from error
    if isinstance(made, NetworkSettings):
        return PosefreeSettings("network", network=made)
    return PosefreeSettings(box=box or PosefreeSettings.box, search=made)


def _read(
    path: Path, contrast: Literal["white", "dark"], pixel_size: float | None, stack_dir: Path | None
) -> "tuple[Particles, ImageSet]":
    from cryo_assets.entries.table import GOLDEN_SEED, with_half_sets
    from cryo_core.formats.fields import Overrides
    from cryo_core.formats.particles import open_images, read_images
    from cryo_core.formats.stack_table import is_stack, particles_of_stack

    overrides = Overrides(pixel_angstrom=pixel_size)
    given = particles_of_stack(path, overrides) if is_stack(path) else read_images(path, stack_dir, overrides)
    particles = with_half_sets(given, GOLDEN_SEED)
    return particles, open_images(particles, contrast)


def _prepared(source: "ImageStack", settings: "PosefreeSettings", normalised: bool) -> "ImageStack":
    """Give the images that poses are looked for in; those of the network, which normalises its own, cropped alone."""
    from cryo_core.imaging.prepare import PreparedStack
    from cryo_core.posefree.images import Coarsened

    if settings.method == "network":
        return Coarsened(source, settings.network.box)
    box = settings.box
    return Coarsened(source, box) if normalised else PreparedStack(source, box, 0.75)


def _search(images: "ImageSet", settings: "SearchSettings", folder: Path, bars: "Reporter") -> "SearchResult":
    from cryo_core.devices import choose_device
    from cryo_core.posefree.search import search

    return search(
        images,
        settings,
        choose_device(),
        bars.stage("pose-free search"),
        lambda number, restart: print_note(
            f"  restart {number}: {restart.evidence:.2f} ± {restart.error:.2f} nats an image over noise"
        ),
        lambda polished: print_note(_said(polished.passes[-1])),
        folder,
    )


def _said(step: "Pass") -> str:
    halves = step.fsc.resolution_angstrom()
    return f"  aligned to {step.limit_angstrom:.1f} Å, halves agree to {halves:.1f} Å"


def _written(out: Path, particles: "Particles", found: "SearchResult") -> dict[str, Any]:
    """Write maps and poses, of both hands, and how each image fits, and give the report."""
    from cryo_core.posefree.report import describe, image_table
    from cryo_core.refinement.table import with_refined

    made = found.polished.reconstruction
    write_maps(out, {"half1": made.half1, "half2": made.half2, "map": made.full, "start": found.start})
    write_tables(out, with_refined(particles, found.polished.refined))
    partial = out / ".partial-images.csv"
    image_table(found).to_csv(partial)
    partial.replace(out / "images.csv")
    return {"method": "search"} | describe(found)


def _moved(out: Path, images: "ImageSet", bars: "Reporter") -> dict[str, Any]:
    """Fit the linear model at the poses that were found, and write it to OUT/motion."""
    from cryo_core.devices import choose_device
    from cryo_core.heterogeneity.linear.model import save_linear
    from cryo_core.posefree.motion import MotionSettings, fit_motion

    device, progress = choose_device(), bars.stage("motion")
    settings, scratch = MotionSettings(), out / _UNFINISHED
    found = fit_motion(images, settings, scratch, device, progress)
    save_linear(out / "motion", found.fit)
    return {
        "motion": str(out / "motion"),
        "components_borne": found.fit.chosen,
        "searched_again_moved": found.moved,
    }


def _against(
    truth: Path | None,
    truth_map: Path | None,
    stack_dir: Path | None,
    table_poses: "Poses",
    images: "ImageSet",
    bars: "Reporter",
) -> dict[str, Any]:
    from cryo_core.formats.mrc import read_volume
    from cryo_core.formats.particles import read_particles
    from cryo_core.posefree.hand import against_truth
    from cryo_core.posefree.report import describe_truth
    from cryo_core.refinement.band import on_grid_of

    # Poses in the table itself are never used, but what was found can be held against them.
    true = table_poses if truth is None else read_particles(truth, stack_dir).poses
    volume = None if truth_map is None else on_grid_of(images, read_volume(truth_map))
    told = against_truth(images, true, volume, progress=bars.stage("truth"))
    return describe_truth(told)


def _finish(out: Path, document: dict[str, Any], json: bool) -> None:
    from json import dumps

    document |= {"folder": str(out), "table": str(out / "particles.star"), "map": str(out / "map.mrc")}
    partial = out / ".partial-report.json"
    partial.write_text(dumps(document, indent=1, allow_nan=False))
    partial.replace(out / "report.json")
    if json:
        print_json(document)
        return
    flat = {**document, **{f"truth {k}": v for k, v in document.get("truth", {}).items()}}
    print_table(
        ("field", "value"), [(k, shown(v)) for k, v in flat.items() if not isinstance(v, (list, dict))]
    )
    print_note(f"note: {document['gap']}")
    if "residual_threshold" in document:
        print_note(f"note: {document['strangers']} (images.csv)")
