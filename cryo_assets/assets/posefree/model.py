"""posefree/model: poses and a map of a data set from its images alone."""

from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Literal

import numpy as np
import torch

from cryo_assets.assets.against_truth import poses_to_truth
from cryo_assets.assets.particles.source import rows_left_out, source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.posefree.network import learn
from cryo_assets.assets.posefree.shared import Watcher, unasked, write_tables
from cryo_assets.engine.step import Report, Step, Task, TrainedModel
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures import draw, fits
from cryo_assets.pictures.movie import beside
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageSet
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.working import working_bytes, working_copy
from cryo_core.fourier.resample import crop_images
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.prepare import Coarsened
from cryo_core.imaging.slices import prepare
from cryo_core.posefree.hand import mirrored_volume
from cryo_core.posefree.model import NetworkSettings
from cryo_core.posefree.polish import Polished
from cryo_core.posefree.report import describe, image_table, particle_table
from cryo_core.posefree.search import Restart, SearchResult, SearchSettings, search
from cryo_core.posefree.train import WEIGHTS
from cryo_core.validation.independence import caption


@dataclass(frozen=True)
class PosefreeSettings:
    """How poses are found from images alone.

    Attributes
    ----------
    method : choice
        `search`, or the published `network`.
    box : pixels
        Edge that images are Fourier-cropped to for the search.
    search : settings
        Of the search.
    network : settings
        Of the network.
    """

    method: Literal["search", "network"] = "search"
    box: int = 64
    search: SearchSettings = SearchSettings()
    network: NetworkSettings = NetworkSettings()

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.box < 16 or self.box % 2:
            raise SettingsError(f"box: {self.box}: should be even and at least 16")


_SHOWN, _SHOWN_BOX = 10, 32
_BESIDE = "images.png"


def make(task: Task) -> Report:
    """Find poses from the images alone, by search or by the published network."""
    return _searched(task) if task.settings.method == "search" else learn(task)


def _searched(task: Task) -> Report:
    settings: PosefreeSettings = task.settings
    source = stack_images(task)
    small = Coarsened(source, settings.box)
    copy = task.copies(working_bytes(small)) / "images.mrcs"
    images = source.read_from(working_copy(small, copy, task.stage("cropping the images")))

    watcher = Watcher(task)

    def restarted(number: int, restart: Restart) -> None:
        task.record.epoch(number, {"restart_evidence": restart.evidence})

    def passed(polished: Polished) -> None:
        step = polished.passes[-1]
        resolution = step.fsc.resolution_angstrom()
        numbers = {"limit_angstrom": step.limit_angstrom, "fsc0143_angstrom": resolution}
        task.record.epoch(len(polished.passes), numbers)
        if watcher.due():
            pictures = {"volume": watcher.folder / "running.png", "images": watcher.folder / _BESIDE}
            draw.volume_views(polished.reconstruction.full, pictures["volume"])
            _beside(images, polished, pictures["images"])
            watcher.show({"pass": len(polished.passes), **numbers}, pictures)

    progress = task.stage()
    found = search(
        *(images, settings.search, task.device, progress),
        *(restarted, passed, task.scratch),
    )
    _write_model(task, found)
    document = describe(found)
    (task.folder / "report.json").write_text(dumps(document, indent=1, allow_nan=False))
    plain = {k: v for k, v in document.items() if not isinstance(v, list | dict)}
    evidence = [restart.evidence for restart in found.restarts]
    numbers = plain | {"restarts": len(evidence), "best_evidence_nats": max(evidence)}
    _beside(images, found.polished, task.folder / _BESIDE)
    pictures = _pictures(task.folder, found, document["independent_beyond_angstrom"])
    pictures["images, and the map seen from where they are"] = _BESIDE
    return Report(
        numbers
        | poses_to_truth(
            task.manifest, found.poses, rows_left_out(task.inputs["particles/source"]), either_hand=True
        ),
        "half_maps_fsc0143_angstrom" if found.found else "gap",
        (_finite(found), _found(found)),
        pictures,
    )


def _write_model(task: Task, found: SearchResult) -> None:
    made, folder = found.polished.reconstruction, task.folder
    maps = {"half1": made.half1, "half2": made.half2, "map": made.full, "start": found.start}
    for name, volume in (maps | {"map_other_hand": mirrored_volume(made.full)}).items():
        write_volume(folder / f"{name}.mrc", volume)
    write_tables(task, particle_table(source_particles(task), found))


def _pictures(folder: Path, found: SearchResult, limit: float) -> dict[str, str]:
    """Draw the map, the restarts, the FSC of halves that are independent beyond a limit, and the residuals."""
    made = found.polished.reconstruction
    draw.volume_views(made.full, folder / "map.png")
    pictures = {"map": "map.png", "restarts": "restarts.png", "residual": "residual.png"}
    if found.found:
        curve = made.fsc
        halves = {"half maps": curve.correlation.tolist()}
        draw.fsc_curves(curve.frequency_per_angstrom.tolist(), halves, folder / "fsc.png", {}, caption(limit))
        pictures["FSC"] = "fsc.png"
    courses = {f"restart {i}": restart.curve for i, restart in enumerate(found.restarts, 1)}
    fits.curves(courses, folder / "restarts.png", "mini-batch", "nats over noise")
    table = image_table(found)
    table.to_csv(folder / "images.csv")
    said = "share of an image's power that its slice leaves"
    draw.histogram(table["residual"].to_numpy(), said, folder / "residual.png")
    return pictures


def _beside(images: ImageSet, polished: Polished, path: Path) -> None:
    """Draw ten images, cropped to fewer pixels for the eye, and what the map shows from where they are."""
    rows = np.linspace(0, len(images) - 1, min(_SHOWN, len(images))).round().astype(np.int64)
    index = torch.from_numpy(rows)
    poses, some = polished.poses.take(index), images.optics.take(index).to("cpu")
    padded = prepare(polished.reconstruction.full.density.cpu(), 2)
    shown = simulate_images(padded, poses, some, images.box, images.pixel_angstrom)
    edge = min(_SHOWN_BOX, images.box)
    pixel = images.pixel_angstrom * images.box / edge
    beside(crop_images(images.read(rows).cpu(), edge), crop_images(shown, edge), pixel, path)


def _finite(found: SearchResult) -> Check:
    good = bool(
        torch.isfinite(found.poses.rotation).all() and torch.isfinite(found.poses.shift_angstrom).all()
    )
    return Check("finite", good, f"{len(found.half_set)} poses")


def _found(found: SearchResult) -> Check:
    best = found.restarts[found.best]
    return Check("found", found.found, f"{best.evidence:.2f} ± {best.error:.2f} nats an image over noise")


def _registered(artifact: Artifact) -> tuple[TrainedModel, ...]:
    """The published network, where it was trained; a search trains none."""
    if WEIGHTS not in artifact.files:
        return ()
    return (TrainedModel(f"posefree.{artifact.entry}", "PoseFree", (WEIGHTS,)),)


STEP = Step(
    key="posefree/model",
    partition="datasets",
    code_version="4",
    description="Poses and a map from the images alone: soft expectation-maximisation over all rotations from "
    "random beginnings, then refinement of independent halves. Half maps, poses, both hands.",
    compute=make,
    checks=("finite", "found"),
    inputs=("particles/source", "particles/stack"),
    settings=PosefreeSettings,
    facts=truth_facts,
    files=truth_files,
    skips=unasked,
    optional=True,
    kinds=frozenset({"pytorch", "mrc", "mlflow"}),
    pool="gpu",
    registers=_registered,
)
