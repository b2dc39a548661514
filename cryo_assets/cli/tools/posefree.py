"""`cryo posefree`: a map and poses from images alone."""

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import known_contrast, own_roots, refuse_to_overwrite, whole, write_map
from cryo_assets.cli.options import Device, ImageContrast, Json, Overwrite, PixelSize, StackDir, spread
from cryo_assets.cli.output import print_document, print_note, reporter
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_assets.assets.posefree.model import PosefreeSettings
    from cryo_assets.entries.screening import Screened
    from cryo_assets.progress import Reporter
    from cryo_core.data import ImageSet, ImageStack, Particles, Poses, Volume
    from cryo_core.posefree.model import NetworkSettings
    from cryo_core.posefree.polish import Pass
    from cryo_core.posefree.search import SearchResult, SearchSettings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("posefree")(spread(posefree))


_WRITTEN = ("particles.star", "map.mrc", "half1.mrc", "half2.mrc")
"""Files of the folder that could be one of the inputs."""


@dataclass(frozen=True)
class _Job:
    """Images to find poses of: as they lie in their files, and prepared; and where results and progress go."""

    particles: "Particles"
    source: "ImageSet"
    prepared: "ImageSet"
    out: Path
    device: "torch.device"
    bars: "Reporter"

    @property
    def unfinished(self) -> Path:
        """Folder of a search that is not done: the same command goes on from it."""
        return self.out / ".unfinished"


@dataclass(frozen=True)
class Truth:
    """What is known of a simulated set; each field is an option (`spread`)."""

    truth: Annotated[
        Path | None,
        typer.Option(
            help="True poses to compare with, row by row; META's own, if it has any and none are given."
        ),
    ] = None
    truth_map: Annotated[Path | None, typer.Option(help="The true map, in the frame of --truth.")] = None


_NOT_KNOWN = Truth()


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
    contrast: ImageContrast = None,
    pixel_size: PixelSize = None,
    normalised: Annotated[
        bool, typer.Option("--normalised", help="The images are on one grey scale already: leave it.")
    ] = False,
    true: Truth = _NOT_KNOWN,
    stack_dir: StackDir = None,
    motion: Annotated[
        bool,
        typer.Option(
            "--motion",
            help="Fit what poses do not explain too: a model for `cryo volumes`. The network always does.",
        ),
    ] = False,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Find a map and poses from images alone: half maps, FSC, poses, both hands, and how sure the search is."""
    from cryo_core.devices import choose_device

    settings = _settings(setting or [], box)
    refuse_to_overwrite(overwrite, out / "report.json")
    refuse_to_overwrite(True, *(out / name for name in _WRITTEN), reads=[images, true.truth, true.truth_map])
    if true.truth_map is not None and true.truth is None:
        raise SettingsError("--truth-map: needs --truth, the poses that tell its frame")
    began, where = time.monotonic(), choose_device(device)
    with reporter() as bars:
        particles, source, found = _read(images, contrast and contrast.value, pixel_size, stack_dir, bars)
        prepared = replace(source, images=_prepared(source, settings, normalised))
        job = _Job(particles, source, prepared, out, where, bars)
        poses, document = _found(job, settings, motion, device == "auto")
        document |= found.numbers
        right = _true_poses(true.truth, stack_dir, particles, found)
        if right is not None:
            document["truth"] = _against(job, poses, right, true.truth_map)
    document["seconds"] = time.monotonic() - began
    _finish(out, document, json)
    shutil.rmtree(job.unfinished, ignore_errors=True)


def _found(
    job: _Job, settings: "PosefreeSettings", motion: bool, several: bool
) -> "tuple[Poses, dict[str, Any]]":
    """Poses of the images, by the method that was asked for, and what is said of them.

    `motion` fits what poses do not explain too; `several` lets the network be trained on every device there is.
    """
    from cryo_core.learning.ranks import devices_of

    if settings.method == "network":
        return _learned(job, settings.network, devices_of(job.device) if several else [str(job.device)])
    result = _search(job, settings.search)
    document = _written(job, result)
    return result.poses, document | (_moved(job, result.poses) if motion and result.found else {})


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
            names = ", ".join(("method", *kind.__dataclass_fields__))
            raise SettingsError(
                f"--setting {name}{equals}{value}: should be name=value; the names are {names}"
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
    path: Path,
    contrast: str | None,
    pixel_size: float | None,
    stack_dir: Path | None,
    bars: "Reporter",
) -> "tuple[Particles, ImageSet, Screened]":
    """The images that can be used, and what was found when they were looked at."""
    from cryo_assets.entries.screening import screened_table
    from cryo_assets.entries.table import GOLDEN_SEED
    from cryo_core.formats.fields import Overrides
    from cryo_core.formats.particles import open_images, read_images
    from cryo_core.formats.stack_table import is_stack, particles_of_stack

    overrides = Overrides(pixel_angstrom=pixel_size)
    if is_stack(path):
        table = particles_of_stack(path, overrides)
    else:
        table = read_images(path, stack_dir, overrides, own_roots(path))
    table = replace(table, contrast=known_contrast(contrast, table))
    particles, found = screened_table(table, GOLDEN_SEED, bars.stage("looking at the images"))
    return particles, open_images(particles), found


def _prepared(source: "ImageStack", settings: "PosefreeSettings", normalised: bool) -> "ImageStack":
    """Images that poses are looked for in; those of the network, which normalises its own, cropped alone."""
    from cryo_core.imaging.prepare import Coarsened, PreparedStack

    if settings.method == "network":
        return Coarsened(source, settings.network.box)
    box = settings.box
    return Coarsened(source, box) if normalised else PreparedStack(source, box, 0.75)


def _search(job: _Job, settings: "SearchSettings") -> "SearchResult":
    from cryo_core.posefree.search import search

    return search(
        job.prepared,
        settings,
        job.device,
        job.bars.stage("pose-free search"),
        lambda number, restart: print_note(
            f"  restart {number}: {restart.evidence:.2f} ± {restart.error:.2f} nats an image over noise"
        ),
        lambda polished: print_note(_line(polished.passes[-1])),
        job.unfinished,
    )


def _line(step: "Pass") -> str:
    halves = step.fsc.resolution_angstrom()
    return f"  aligned to {step.limit_angstrom:.1f} Å, halves agree to {halves:.1f} Å"


def _written(job: _Job, result: "SearchResult") -> dict[str, Any]:
    """Write maps and poses, of both hands, and how each image fits; the report."""
    from cryo_core.posefree.report import describe, image_table, particle_table

    made = result.polished.reconstruction
    _write_maps(job.out, {"half1": made.half1, "half2": made.half2, "map": made.full, "start": result.start})
    _write_tables(job.out, particle_table(job.particles, result))
    with whole(job.out / "images.csv") as partial:
        image_table(result).to_csv(partial)
    return {"method": "search"} | describe(result)


def _write_maps(out: Path, maps: "Mapping[str, Volume]") -> None:
    """Write maps by name, and `map` as the other hand has it too."""
    from cryo_core.posefree.hand import mirrored_volume

    for name, volume in {**maps, "map_other_hand": mirrored_volume(maps["map"])}.items():
        write_map(out / f"{name}.mrc", volume)


def _write_tables(out: Path, table: "Particles") -> None:
    """Write the particles at their poses, and at those of the other hand."""
    from cryo_core.formats.particles import write_particles
    from cryo_core.posefree.hand import mirrored_poses

    other = replace(table, poses=mirrored_poses(table.poses))
    for name, rows in (("particles", table), ("particles_other_hand", other)):
        with whole(out / f"{name}.star") as partial:
            write_particles(partial, rows)


def _moved(job: _Job, poses: "Poses") -> dict[str, Any]:
    """Fit the linear model at the poses that were found, and write it to OUT/motion."""
    from cryo_core.heterogeneity.linear.model import save_linear
    from cryo_core.posefree.motion import MotionSettings, fit_motion

    images, progress = replace(job.prepared, poses=poses), job.bars.stage("motion")
    motion = fit_motion(images, MotionSettings(), job.unfinished, job.device, progress)
    save_linear(job.out / "motion", motion.fit)
    return {
        "motion": str(job.out / "motion"),
        "components_borne": motion.fit.chosen,
        "searched_again_moved": motion.moved,
    }


def _learned(job: _Job, settings: "NetworkSettings", devices: list[str]) -> "tuple[Poses, dict[str, Any]]":
    """Train the published network on these devices; write map, poses and its latent space; poses and report."""
    from cryo_core.posefree.model import latent_statistics
    from cryo_core.posefree.report import HAND
    from cryo_core.posefree.space import write_network
    from cryo_core.posefree.train import infer, split, train_network_on, volumes_of

    network = train_network_on(
        devices,
        *(job.source, settings, job.unfinished),
        lambda epoch, metrics: print_note(
            f"  epoch {epoch}: {metrics['entropy']:.1f} nats an image, {metrics['validation_entropy']:.1f} of the test"
        ),
        job.bars.stage("pose-free network"),
    )
    posterior = infer(network, job.source, job.bars.stage("poses"))
    volume = next(volumes_of(network, posterior.mean.mean(0, keepdim=True)))
    _write_maps(job.out, {"map": volume})
    _write_tables(job.out, replace(job.particles, poses=posterior.poses))
    (job.out / "motion").mkdir(exist_ok=True)
    write_network(job.out / "motion", network, posterior)
    last = {name: float(value) for name, value in network.history[-1].items()}
    trained = len(split(len(job.source), settings)[0])
    return posterior.poses, {
        "method": "network",
        "particles": len(job.particles),
        "box": settings.box,
        "pixel_angstrom": network.pixel_angstrom,
        "epochs": len(network.history),
        "steps": len(network.history) * -(-trained // settings.batch),
        **last,
        "history": [dict(metrics) for metrics in network.history],
        "axes": latent_statistics(posterior.mean, posterior.log_variance),
        "motion": str(job.out / "motion"),
        "gap": "A network was trained once: there are no restarts to compare.",
        "hand": HAND,
    }


def _true_poses(
    truth: Path | None, stack_dir: Path | None, particles: "Particles", found: "Screened"
) -> "Poses | None":
    """Poses to hold what was found against: those of a file, else the table's own, which are not used otherwise."""
    from cryo_core.formats.particles import read_particles

    if truth is not None:
        return _of_the_same(read_particles(truth, stack_dir), found).poses
    return particles.poses if particles.has_poses else None


def _of_the_same(table: "Particles", found: "Screened") -> "Particles":
    """The rows of a table of all images that were not left out; a table of another length as it is."""
    whole = len(found.rows) + len(found.faults)
    return table.take(found.rows) if found.faults and len(table) == whole else table


def _against(job: _Job, poses: "Poses", true: "Poses", true_map: Path | None) -> dict[str, Any]:
    from cryo_core.formats.mrc import read_volume
    from cryo_core.posefree.hand import against_truth
    from cryo_core.posefree.report import describe_truth
    from cryo_core.refinement.band import on_grid_of

    volume = None if true_map is None else on_grid_of(job.prepared, read_volume(true_map)).to(job.device)
    images = replace(job.prepared, poses=poses)
    errors = against_truth(images, true, volume, device=job.device, progress=job.bars.stage("truth"))
    return describe_truth(errors)


def _finish(out: Path, document: dict[str, Any], json: bool) -> None:
    from json import dumps

    document |= {"folder": str(out), "table": str(out / "particles.star"), "map": str(out / "map.mrc")}
    with whole(out / "report.json") as partial:
        partial.write_text(dumps(document, indent=1, allow_nan=False))
    flat = document | {f"truth {name}": value for name, value in document.get("truth", {}).items()}
    short = {name: value for name, value in flat.items() if not isinstance(value, (list, dict))}
    print_document(document if json else short, json)
    if not json:
        print_note(f"note: {document['gap']}")
        if document.get("left_out"):
            print_note(f"note: {document['strangers']} (images.csv)")
