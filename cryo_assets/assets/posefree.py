"""Poses, maps and motion of a data set from its images alone."""

from dataclasses import dataclass, replace
from json import dumps
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch

from cryo_assets import previews, previews_latent
from cryo_assets.assets.latent import poses_of
from cryo_assets.assets.posefree_learned import learn, learned_space
from cryo_assets.assets.posefree_task import Watcher, against_labels, against_truth, write_tables
from cryo_assets.assets.posefree_walk import WalkSettings, make_walk
from cryo_assets.assets.source import source_particles
from cryo_assets.assets.stack import stack_particles
from cryo_assets.previews_posefree import beside
from cryo_assets.settings import Dataset
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Check
from cryo_assets.truth import truth_facts, truth_files
from cryo_core.data import ImageStack, Optics
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import open_stack, write_particles
from cryo_core.fourier.resample import crop_images
from cryo_core.heterogeneity.linear.model import save_linear
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.slices import prepare
from cryo_core.posefree.hand import mirrored_volume
from cryo_core.posefree.images import Coarsened
from cryo_core.posefree.model import NetworkSettings
from cryo_core.posefree.motion import MotionSettings, fit_motion
from cryo_core.posefree.polish import Polished
from cryo_core.posefree.report import describe, image_table
from cryo_core.posefree.search import Found, Restart, SearchSettings, search
from cryo_core.posefree.train import WEIGHTS
from cryo_core.refinement.table import with_refined


@dataclass(frozen=True)
class PosefreeSettings:
    """How poses are found: by `search`, in images Fourier-cropped to `box`, or by the published `network`."""

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


def _model(task: Task) -> Report:
    return _searched(task) if task.settings.method == "search" else learn(task)


def _searched(task: Task) -> Report:
    particles = stack_particles(task.inputs["particles/stack"])
    settings: PosefreeSettings = task.settings
    images = Coarsened(open_stack(particles), settings.box)

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
            previews.volume_views(polished.reconstruction.full, pictures["volume"])
            _beside(images, polished, particles.optics, pictures["images"])
            watcher.show({"pass": len(polished.passes), **numbers}, pictures)

    progress = task.stage("posefree/model")
    found = search(
        *(images, particles.optics, particles.half_set, settings.search, task.device, progress),
        *(restarted, passed, task.scratch),
    )
    _write_model(task, found)
    document = describe(found)
    (task.folder / "report.json").write_text(dumps(document, indent=1, allow_nan=False))
    plain = {k: v for k, v in document.items() if not isinstance(v, list | dict)}
    evidence = [restart.evidence for restart in found.restarts]
    numbers = plain | {"restarts": len(evidence), "best_evidence_nats": max(evidence)}
    _beside(images, found.polished, particles.optics, task.folder / _BESIDE)
    pictures = _pictures(task.folder, found) | {"images, and the map seen from where they are": _BESIDE}
    return Report(numbers | against_truth(task, found.poses), "gap", (_finite(found),), pictures)


def _write_model(task: Task, found: Found) -> None:
    made, folder = found.polished.reconstruction, task.folder
    maps = {"half1": made.half1, "half2": made.half2, "map": made.full, "start": found.start}
    for name, volume in (maps | {"map_other_hand": mirrored_volume(made.full)}).items():
        write_volume(folder / f"{name}.mrc", volume)
    write_tables(task, with_refined(source_particles(task), found.polished.refined))


def _pictures(folder: Path, found: Found) -> dict[str, str]:
    made = found.polished.reconstruction
    previews.volume_views(made.full, folder / "map.png")
    curve = made.fsc
    previews.fsc_curves(
        curve.frequency_per_angstrom.tolist(),
        {"half maps": curve.correlation.tolist()},
        folder / "fsc.png",
        {},
    )
    courses = {f"restart {i}": restart.curve for i, restart in enumerate(found.restarts, 1)}
    previews_latent.curves(courses, folder / "restarts.png", "mini-batch", "nats over noise")
    table = image_table(found)
    table.to_csv(folder / "images.csv")
    said = "share of an image's power that its slice leaves"
    previews.histogram(table["residual"].to_numpy(), said, folder / "residual.png")
    pictures = {"map": "map.png", "FSC": "fsc.png", "restarts": "restarts.png"}
    return pictures | {"residual": "residual.png"}


def _beside(images: ImageStack, polished: Polished, optics: Optics, path: Path) -> None:
    """Draw ten images, cropped to fewer pixels for the eye, and what the map shows from where they are."""
    rows = np.linspace(0, len(images) - 1, min(_SHOWN, len(images))).round().astype(np.int64)
    index = torch.from_numpy(rows)
    poses, some = polished.poses.take(index), optics.take(index).to("cpu")
    padded = prepare(polished.reconstruction.full.density.cpu(), 2)
    shown = simulate_images(padded, poses, some, images.box, images.pixel_angstrom)
    edge = min(_SHOWN_BOX, images.box)
    pixel = images.pixel_angstrom * images.box / edge
    beside(crop_images(images.read(rows), edge), crop_images(shown, edge), pixel, path)


def _finite(found: Found) -> Check:
    good = bool(
        torch.isfinite(found.poses.rotation).all() and torch.isfinite(found.poses.shift_angstrom).all()
    )
    return Check("finite", good, f"{len(found.half_set)} poses")


def _volumes(task: Task) -> Report:
    model = task.inputs["posefree/model"]
    if (model.folder / WEIGHTS).is_file():
        return learned_space(task, model)
    particles = stack_particles(task.inputs["particles/stack"])
    poses = poses_of(model)
    progress = task.stage("posefree/volumes: linear")
    motion = fit_motion(
        open_stack(particles), poses, particles.optics, task.settings, task.scratch, task.device, progress
    )
    fit = motion.fit
    save_linear(task.folder / "model", fit)
    table = replace(source_particles(task), poses=fit.poses)
    write_particles(task.folder / "particles.star", table)
    np.save(task.folder / "latents.npy", fit.latents.mean.float().numpy())
    share = fit.explained / fit.explained.sum().clamp_min(1e-30)
    previews_latent.explained_variance(share.tolist(), task.folder / "explained.png")
    previews.volume_views(fit.mean, task.folder / "mean.png")
    numbers: dict[str, Any] = {
        "particles": len(particles),
        "components": len(fit.components),
        "components_borne": fit.chosen,
        "searched_again_moved": motion.moved,
        "rotation_spread_degrees": fit.pose_spread[0],
        **against_truth(task, fit.poses),
        **against_labels(task, fit.latents.mean),
    }
    good = bool(torch.isfinite(fit.latents.mean).all() and torch.isfinite(fit.mean.density).all())
    checks = (Check("finite", good, f"{len(fit.latents)} particles x {fit.latents.mean.shape[1]} latents"),)
    return Report(
        numbers, "components_borne", checks, {"mean": "mean.png", "explained variance": "explained.png"}
    )


def _unasked(manifest: Dataset) -> str | None:
    if manifest.posefree:
        return None
    return "posefree: false in dataset.yaml (`cryo run NAME --to posefree/walk` asks for it)"


_CORE = ("cryo_core.posefree.search", "cryo_core.posefree.hand", "cryo_core.posefree.report")

POSEFREE_STEPS = (
    Step(
        key="posefree/model",
        partition="datasets",
        code_version="3",
        description="Poses and a map from the images alone: soft expectation-maximisation over all rotations from "
        "random beginnings, then refinement of independent halves. Half maps, poses, both hands.",
        compute=_model,
        core=(
            *_CORE,
            "cryo_core.posefree.images",
            "cryo_core.posefree.model",
            "cryo_core.posefree.train",
            "cryo_core.refinement.table",
            "cryo_core.validation.poses",
        ),
        checks=("finite",),
        inputs=("particles/source", "particles/stack"),
        settings=PosefreeSettings,
        facts=truth_facts,
        files=truth_files,
        skips=_unasked,
        optional=True,
        kinds=frozenset({"pytorch", "mrc"}),
        pool="gpu",
    ),
    Step(
        key="posefree/volumes",
        partition="datasets",
        code_version="3",
        description="What poses found without a reference do not explain: the linear model of the volumes at them, "
        "whose states search all rotations again; or the published network's own latent space.",
        compute=_volumes,
        core=(
            "cryo_core.posefree.motion",
            "cryo_core.posefree.train",
            "cryo_core.validation.clusters",
            "cryo_core.validation.poses",
        ),
        checks=("finite",),
        inputs=("particles/source", "particles/stack", "posefree/model"),
        settings=MotionSettings,
        facts=truth_facts,
        files=truth_files,
        skips=_unasked,
        optional=True,
        kinds=frozenset({"pytorch", "mrc"}),
        pool="gpu",
    ),
    Step(
        key="posefree/walk",
        partition="datasets",
        code_version="3",
        description="Volumes along each principal axis of what differs between the particles, a movie of slices, the "
        "axes in numbers, latent space laid out and divided into classes.",
        compute=make_walk,
        core=(
            "cryo_core.formats.chimerax",
            "cryo_core.heterogeneity.classes.find",
            "cryo_core.heterogeneity.embed",
            "cryo_core.heterogeneity.linear.fit",
            "cryo_core.heterogeneity.trajectories",
            "cryo_core.posefree.train",
        ),
        checks=("finite",),
        inputs=("posefree/volumes",),
        settings=WalkSettings,
        skips=_unasked,
        optional=True,
        kinds=frozenset({"mrc"}),
    ),
)
