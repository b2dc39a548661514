"""The published network on a data set: its poses and its map, and its latent space in place of the linear model's."""

from collections.abc import Mapping
from dataclasses import replace
from shutil import copyfile
from typing import Any

import pandas as pd
import torch

from cryo_assets.assets.against_truth import order_to_truth, poses_to_truth
from cryo_assets.assets.particles.source import rows_left_out, source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.posefree.shared import Watcher, write_tables
from cryo_assets.engine.produce import chosen_devices
from cryo_assets.engine.step import Report, Task
from cryo_assets.pictures import draw, fits
from cryo_assets.pictures.movie import beside
from cryo_assets.store.disk import require_disk
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageStack
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.working import working_bytes, working_copy
from cryo_core.imaging.prepare import Coarsened
from cryo_core.posefree.hand import mirrored_volume
from cryo_core.posefree.model import NetworkSettings, latent_statistics
from cryo_core.posefree.report import HAND
from cryo_core.posefree.space import LOG_VARIANCES, MEANS, read_space, write_network
from cryo_core.posefree.train import (
    WEIGHTS,
    NetworkFit,
    infer,
    reconstructed,
    split,
    train_network_on,
    volumes_of,
)

_SHOWN = 10
_BESIDE = "images.png"
_USED_NATS = 0.1


def learn(task: Task) -> Report:
    """Train the published network; give its poses, its volume at the mean latent, and what each axis holds."""
    settings: NetworkSettings = task.settings.network
    images = _images(task)
    shown = images.read(split(len(images), settings)[1][:_SHOWN]).cpu()
    found = _train(task, shown)
    beside(*reconstructed(found, shown), found.pixel_angstrom, task.folder / _BESIDE)
    posterior = infer(found, images, task.stage("poses"))
    write_network(task.folder, found, posterior)
    volume = next(volumes_of(found, posterior.mean.mean(0, keepdim=True)))
    write_volume(task.folder / "map.mrc", volume)
    write_volume(task.folder / "map_other_hand.mrc", mirrored_volume(volume))
    write_tables(task, replace(source_particles(task), poses=posterior.poses))
    axes = pd.DataFrame(latent_statistics(posterior.mean, posterior.log_variance))
    axes.index.name = "axis"
    axes.to_csv(task.folder / "latents.csv")
    draw.volume_views(volume, task.folder / "map.png")
    curves = {kind: [float(m[kind]) for m in found.history] for kind in ("entropy", "validation_entropy")}
    fits.curves(curves, task.folder / "loss.png")
    numbers: dict[str, Any] = {
        "particles": len(images),
        "epochs": len(found.history),
        "gap": "A network was trained once: there are no restarts to compare.",
        "hand": HAND,
        **_last(found),
        "latent_axes_used": int((axes["kl_nats"] > _USED_NATS).sum()),
    }
    good = bool(torch.isfinite(posterior.poses.rotation).all() and torch.isfinite(volume.density).all())
    checks = (
        Check("finite", good, f"{len(images)} poses"),
        Check("found", True, "the network compares itself with nothing"),
    )
    pictures = {"map": "map.png", "loss": "loss.png", "test images, and what they became": _BESIDE}
    return Report(
        numbers
        | poses_to_truth(
            task.manifest, posterior.poses, rows_left_out(task.inputs["particles/source"]), either_hand=True
        ),
        "gap",
        checks,
        pictures,
    )


def _images(task: Task) -> ImageStack:
    """A working copy of the images, cropped to the network's box unless it takes means of blocks."""
    settings: NetworkSettings = task.settings.network
    images = stack_images(task).images
    small = Coarsened(images, settings.box) if settings.coarsen == "fourier" else images
    folder = task.copies(working_bytes(small))
    require_disk(folder if folder.exists() else task.folder, working_bytes(small))
    return working_copy(small, folder / "images.mrcs", task.stage("cropping the images"))


def _train(task: Task, shown: torch.Tensor) -> NetworkFit:
    """Train on every GPU there is, showing test images, the running volume and the losses."""
    images = _images(task)
    settings, watcher = task.settings.network, Watcher(task)

    def epoch(number: int, metrics: Mapping[str, Any]) -> None:
        task.record.epoch(number, {name: float(value) for name, value in metrics.items()})

    def watch(now: NetworkFit) -> None:
        if not watcher.due():
            return
        pictures = {"volume": watcher.folder / "running.png", "test images": watcher.folder / _BESIDE}
        draw.volume_views(
            next(volumes_of(now, torch.zeros(1, settings.latent))), watcher.folder / "running.png"
        )
        beside(*reconstructed(now, shown), now.pixel_angstrom, watcher.folder / _BESIDE)
        watcher.show({"epoch": len(now.history), **_last(now)}, pictures)

    progress = task.stage("network")
    return train_network_on(
        chosen_devices(task.device), images, settings, task.scratch, epoch, progress, watch
    )


def learned_space(task: Task, model: Artifact) -> Report:
    """The network's own latent space, in place of the linear model's."""
    folder = task.folder / "model"
    folder.mkdir()
    for name in (WEIGHTS, MEANS, LOG_VARIANCES):
        copyfile(model.path(name), folder / name)
    for name in (MEANS, "particles.star"):
        copyfile(model.path(name), task.folder / name)
    space = read_space(folder)
    mean = next(space.volumes(space.latents.mean.mean(0, keepdim=True)))
    draw.volume_views(mean, task.folder / "mean.png")
    axes = pd.read_csv(model.path("latents.csv"))["kl_nats"]
    share = (axes / max(axes.sum(), 1e-30)).sort_values(ascending=False)
    explained = fits.explained_variance(share.tolist(), task.folder / "explained.png", "KL divergence")
    numbers = {
        "particles": len(space.latents),
        "components": len(axes),
        "components_borne": int((axes > _USED_NATS).sum()),
        **order_to_truth(task.manifest, space.latents.mean, rows_left_out(task.inputs["particles/source"])),
    }
    checks = (Check("finite", bool(torch.isfinite(mean.density).all()), f"{len(space.latents)} particles"),)
    return Report(numbers, "components_borne", checks, {"mean": "mean.png", **explained})


def _last(found: NetworkFit) -> dict[str, float]:
    return {name: float(value) for name, value in found.history[-1].items()}
