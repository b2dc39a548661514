"""Poses, maps and motion of a data set from its images alone."""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from json import dumps
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets import previews, previews_latent
from cryo_assets.assets.latent import poses_of
from cryo_assets.assets.particles import source_particles, stack_particles
from cryo_assets.assets.posefree_walk import WalkSettings, make_walk
from cryo_assets.previews_posefree import beside
from cryo_assets.settings import Dataset
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Check
from cryo_assets.truth import true_labels, true_poses, truth_facts, truth_files
from cryo_core.data import Particles, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import open_stack, write_particles
from cryo_core.heterogeneity.linear import LinearSettings, fit_linear, save_linear
from cryo_core.posefree.hand import mirrored_poses, mirrored_volume
from cryo_core.posefree.images import Coarsened
from cryo_core.posefree.model import NetworkSettings, latent_statistics
from cryo_core.posefree.polish import Polished
from cryo_core.posefree.processes import devices_of
from cryo_core.posefree.report import HAND, describe
from cryo_core.posefree.search import Found, Restart, SearchSettings, search
from cryo_core.posefree.train import (
    NetworkFit,
    imagined,
    save_network,
    split,
    tell,
    train_network_on,
    volumes_of,
)
from cryo_core.refinement.table import with_refined
from cryo_core.validation.clusters import best_axis_correlation
from cryo_core.validation.poses import pose_errors


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


_SHOWN, _MINUTE = 10, 60.0
_BESIDE = "images.png"


def _model(task: Task) -> Report:
    return _searched(task) if task.settings.method == "search" else _learned(task)


def _learned(task: Task) -> Report:
    """Train the published network; give its poses, its volume at the mean latent, and what each axis holds."""
    particles = stack_particles(task.inputs["particles/stack"])
    images, settings = open_stack(particles), task.settings.network

    def epoch(number: int, metrics: Mapping[str, Any]) -> None:
        task.record.epoch(number, {name: float(value) for name, value in metrics.items()})

    shown = images.read(split(len(images), settings)[1][:_SHOWN])
    watcher = _Watcher(task)

    def watch(now: NetworkFit) -> None:
        if watcher.due():
            watcher.images(now, shown)
            watcher.volume(volumes_of(now, torch.zeros(1, settings.latent))[0])

    progress = task.stage("posefree/model: network")
    devices = devices_of(task.device)
    found = train_network_on(devices, images, settings, task.scratch, epoch, progress, watch)
    beside(*imagined(found, shown), task.folder / _BESIDE)
    save_network(task.folder, found)
    told = tell(found, images, task.stage("posefree/model: poses"))
    volume = volumes_of(found, told.mean.mean(0, keepdim=True))[0]
    write_volume(task.folder / "map.mrc", volume)
    write_volume(task.folder / "map_other_hand.mrc", mirrored_volume(volume))
    _write_tables(task, replace(source_particles(task), poses=told.poses))
    axes = pd.DataFrame(latent_statistics(told.mean, told.log_variance))
    axes.index.name = "axis"
    axes.to_csv(task.folder / "latents.csv")
    np.save(task.folder / "latents.npy", told.mean.numpy())
    previews.volume_views(volume, task.folder / "map.png")
    curves = {kind: [float(m[kind]) for m in found.history] for kind in ("entropy", "validation_entropy")}
    previews_latent.curves(curves, task.folder / "loss.png")
    numbers: dict[str, Any] = {
        "particles": len(particles),
        "epochs": len(found.history),
        "gap": "A network was trained once: there are no restarts to compare.",
        "hand": HAND,
        **{name: float(value) for name, value in found.history[-1].items()},
        "latent_axes_used": int((axes["kl_nats"] > 0.1).sum()),
    }
    good = bool(torch.isfinite(told.poses.rotation).all() and torch.isfinite(volume.density).all())
    checks = (Check("finite", good, f"{len(particles)} poses"),)
    pictures = {"map": "map.png", "loss": "loss.png", "test images, and what they became": _BESIDE}
    return Report(numbers | _against_truth(task, told.poses), "gap", checks, pictures)


class _Watcher:
    """Keeps pictures of unfinished work beside its MLflow run, at most once a minute."""

    def __init__(self, task: Task) -> None:
        self._task, self._shown = task, -math.inf
        task.scratch.mkdir(parents=True, exist_ok=True)

    def due(self) -> bool:
        """Tell whether the last time is a minute ago, and begin a new one if so."""
        if time.monotonic() - self._shown < _MINUTE:
            return False
        self._shown = time.monotonic()
        return True

    def volume(self, volume: Volume) -> None:
        """Keep the running volume."""
        path = self._task.scratch / "running.png"
        previews.volume_views(volume, path)
        self._task.record.file(path)

    def images(self, found: NetworkFit, shown: torch.Tensor) -> None:
        """Keep test images beside what the network makes of them."""
        path = self._task.scratch / _BESIDE
        beside(*imagined(found, shown), path)
        self._task.record.file(path)


def _searched(task: Task) -> Report:
    particles = stack_particles(task.inputs["particles/stack"])
    settings: PosefreeSettings = task.settings
    images = Coarsened(open_stack(particles), settings.box)

    watcher = _Watcher(task)

    def restarted(number: int, restart: Restart) -> None:
        task.record.epoch(number, {"restart_evidence": restart.evidence})

    def passed(polished: Polished) -> None:
        step = polished.passes[-1]
        resolution = step.fsc.resolution_angstrom()
        if watcher.due():
            watcher.volume(polished.reconstruction.full)
        task.record.epoch(0, {"limit_angstrom": step.limit_angstrom, "fsc0143_angstrom": resolution})

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
    pictures = _pictures(task.folder, found)
    return Report(numbers | _against_truth(task, found.poses), "gap", (_finite(found),), pictures)


def _write_model(task: Task, found: Found) -> None:
    made, folder = found.polished.reconstruction, task.folder
    maps = {"half1": made.half1, "half2": made.half2, "map": made.full, "start": found.start}
    for name, volume in (maps | {"map_other_hand": mirrored_volume(made.full)}).items():
        write_volume(folder / f"{name}.mrc", volume)
    _write_tables(task, with_refined(source_particles(task), found.polished.refined))


def _write_tables(task: Task, table: Particles) -> None:
    write_particles(task.folder / "particles.star", table)
    other = replace(table, poses=mirrored_poses(table.poses))
    write_particles(task.folder / "particles_other_hand.star", other)


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
    return {"map": "map.png", "FSC": "fsc.png", "restarts": "restarts.png"}


def _finite(found: Found) -> Check:
    good = bool(
        torch.isfinite(found.poses.rotation).all() and torch.isfinite(found.poses.shift_angstrom).all()
    )
    return Check("finite", good, f"{len(found.half_set)} poses")


def _against_truth(task: Task, poses: Poses) -> dict[str, float | bool]:
    truth = true_poses(task.manifest, len(poses))
    if truth is None:
        return {}
    errors = pose_errors(poses, truth, allow_mirror=True)
    return {
        "truth_rotation_error_degrees": float(errors.rotation_degrees.median()),
        "truth_shift_error_angstrom": float(errors.shift_angstrom.median()),
        "truth_other_hand": errors.mirrored,
    }


def _volumes(task: Task) -> Report:
    particles = stack_particles(task.inputs["particles/stack"])
    poses = poses_of(task.inputs["posefree/model"])
    progress = task.stage("posefree/volumes: linear")
    fit = fit_linear(
        open_stack(particles), poses, particles.optics, task.settings, task.scratch, task.device, progress
    )
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
        "rotation_spread_degrees": fit.pose_spread[0],
        **_against_truth(task, fit.poses),
        **_labels(task, fit.latents.mean),
    }
    good = bool(torch.isfinite(fit.latents.mean).all() and torch.isfinite(fit.mean.density).all())
    checks = (Check("finite", good, f"{len(fit.latents)} particles x {fit.latents.mean.shape[1]} latents"),)
    return Report(
        numbers, "components_borne", checks, {"mean": "mean.png", "explained variance": "explained.png"}
    )


def _labels(task: Task, latents: torch.Tensor) -> dict[str, float]:
    labels = true_labels(task.manifest, len(latents))
    if labels is None or not task.manifest.truth.continuous:
        return {}
    axis, coefficient = best_axis_correlation(latents, labels.astype(np.float64))
    return {"truth_spearman": abs(coefficient), "truth_axis": axis + 1}


def _unasked(manifest: Dataset) -> str | None:
    if manifest.posefree:
        return None
    return "posefree: false in dataset.yaml (`cryo run NAME --to posefree/walk` asks for it)"


_CORE = ("cryo_core.posefree.search", "cryo_core.posefree.hand", "cryo_core.posefree.report")

POSEFREE_STEPS = (
    Step(
        key="posefree/model",
        partition="datasets",
        code_version="2",
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
        code_version="2",
        description="What poses found without a reference do not explain: the linear model of the volumes at them.",
        compute=_volumes,
        core=(
            "cryo_core.heterogeneity.linear",
            "cryo_core.validation.clusters",
            "cryo_core.validation.poses",
        ),
        checks=("finite",),
        inputs=("particles/source", "particles/stack", "posefree/model"),
        settings=LinearSettings,
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
        code_version="2",
        description="Volumes along each principal axis of what differs between the particles, a movie of slices, the "
        "axes in numbers, latent space laid out and divided into classes.",
        compute=make_walk,
        core=(
            "cryo_core.formats.chimerax",
            "cryo_core.heterogeneity.cluster",
            "cryo_core.heterogeneity.embed",
            "cryo_core.heterogeneity.linear",
            "cryo_core.heterogeneity.predict",
            "cryo_core.posefree.model",
        ),
        checks=("finite",),
        inputs=("posefree/volumes",),
        settings=WalkSettings,
        skips=_unasked,
        optional=True,
        kinds=frozenset({"mrc"}),
    ),
)
