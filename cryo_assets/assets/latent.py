"""A round's latent model: what it is trained as, and what it says of each particle."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

import numpy as np
import torch

from cryo_assets import previews_latent
from cryo_assets.assets.particles import source_particles, stack_particles
from cryo_assets.previews_walk import walks
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_assets.truth import true_labels, true_maps, true_poses
from cryo_core.data import Particles, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import open_stack, write_particles
from cryo_core.fourier.resample import resample
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear import LinearFit, LinearSettings, fit_linear, load_linear, save_linear
from cryo_core.heterogeneity.linear import volumes_at as linear_volumes
from cryo_core.heterogeneity.predict import Decoder, principal_axes, walk
from cryo_core.validation.clusters import best_axis_correlation, per_image_fsc
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.poses import pose_errors


@dataclass(frozen=True)
class ModelSettings:
    """Which latent model, and how it is fitted: `linear` (probabilistic PCA) or `vae` (cryoDRGN's network)."""

    method: Literal["linear"] = "linear"
    linear: LinearSettings = LinearSettings()


def particles_with_poses(task: Task) -> Particles:
    """Read the table of particles/stack; SettingsError where it has no poses."""
    particles = stack_particles(task.inputs["particles/stack"])
    if not particles.has_poses:
        raise SettingsError(
            f"{task.manifest.path}: field particles: the file has no poses, and a latent model needs them"
        )
    return particles


def make_model(group: str, task: Task) -> Report:
    """Fit the latent model of a round."""
    particles = particles_with_poses(task)
    settings: ModelSettings = task.settings
    numbers = {"method": settings.method, "particles": len(particles)}
    return _linear(group, task, particles, settings.linear, numbers)


def _linear(
    group: str, task: Task, particles: Particles, settings: LinearSettings, numbers: dict[str, Any]
) -> Report:
    images = open_stack(particles)
    fit = fit_linear(
        images,
        particles.poses,
        particles.optics,
        settings,
        task.scratch,
        task.device,
        task.stage(f"{group}/model: linear"),
    )
    save_linear(task.folder / "model", fit)
    for step, evidence in enumerate(fit.evidence):
        task.record.epoch(step, {"evidence": evidence})
    share = fit.explained / fit.explained.sum().clamp_min(1e-30)
    previews_latent.explained_variance(share.tolist(), task.folder / "explained.png")
    previews_latent.curves(
        {"log evidence of an image": fit.evidence}, task.folder / "evidence.png", "sweep", "nats"
    )
    seconds = sum(fit.seconds.values())
    numbers |= {
        "components": len(fit.components),
        "components_borne": fit.chosen,
        "poses_moved": fit.poses_moved,
        "rotation_spread_degrees": fit.pose_spread[0],
        "shift_spread_angstrom": fit.pose_spread[1],
        "contrast_spread": fit.contrast_spread,
        "images_per_second": len(particles) / max(seconds, 1e-9),
        "verdict": _verdict(fit),
    }
    return Report(
        numbers,
        "components",
        (_finite(fit.latents), _evidence_rises(fit)),
        {"explained variance": "explained.png", "evidence": "evidence.png"},
    )


def _verdict(fit: LinearFit) -> str:
    if fit.chosen == 0:
        return (
            "Held-out images bear no component: what differs between these particles is not above the noise."
        )
    gain, error = fit.held_evidence[fit.chosen], fit.held_error[fit.chosen]
    return f"Held-out images bear {fit.chosen} components (gain {gain:.3f} ± {error:.3f} nats an image over none)."


def _evidence_rises(fit: LinearFit) -> Check:
    first, last = fit.evidence[0], fit.evidence[-1]
    return Check("learned", last >= first, f"log evidence of an image {first:.3f} → {last:.3f}")


def _finite(latents: Latents) -> Check:
    good = bool(torch.isfinite(latents.mean).all() and torch.isfinite(latents.precision).all())
    return Check("finite", good, f"{len(latents)} particles x {latents.mean.shape[1]} latents")


@dataclass(frozen=True)
class LatentSettings:
    """The walk along each principal axis: its points, and the box that its volumes are cropped to in Fourier space."""

    walk_points: int = 10
    walk_box: int = 64

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.walk_points < 2:
            raise SettingsError(f"walk_points: {self.walk_points}: should be at least 2")
        if self.walk_box < 16 or self.walk_box % 2:
            raise SettingsError(f"walk_box: {self.walk_box}: should be even and at least 16")


def make_latents(group: str, task: Task) -> Report:
    """Give each particle's latent, its uncertainty and its pose, and what lies along each axis."""
    model = task.inputs[f"{group}/model"]
    particles = source_particles(task)
    latents, poses = read_posterior(task, model, particles)
    np.save(task.folder / "latents.npy", latents.mean.float().numpy())
    np.save(task.folder / "precision.npy", latents.precision.float().numpy())
    write_particles(task.folder / "particles.star", replace(particles, poses=poses))
    axes, share = principal_axes(latents.mean)
    decode = decoder(model, task.device)
    walked = _walks(task, latents, decode, len(axes))
    spread = latents.mean.std(dim=0)
    known = spread / (spread.square() + latents.standard_deviation.square().mean(dim=0)).sqrt()
    numbers = {
        "particles": len(latents),
        "latents": latents.mean.shape[1],
        "first_axis_share": float(share[0]),
        # 1 where an axis is known exactly, 0 where the images say nothing of it.
        "best_axis_reliability": float(known.square().max()),
        **_against_truth(task, latents, poses, decode),
    }
    return Report(numbers, "latents", (_finite(latents),), walked)


def read_posterior(task: Task, model: Artifact, particles: Particles) -> tuple[Latents, Poses]:
    """Give what a model says of the particles: the linear one knows, a network is asked."""
    fit = load_linear(model.path("model/linear.json").parent)
    return fit.latents, fit.poses


def decoder(model: Artifact, device: torch.device) -> Decoder:
    """Give what makes volumes of a model's latents."""
    fit = load_linear(model.path("model/linear.json").parent)
    return partial(linear_volumes, fit.mean, fit.components)


def read_latents(latents: Artifact) -> Latents:
    """Read the artifact of `make_latents`."""
    mean = np.load(latents.path("latents.npy"), allow_pickle=False)
    precision = np.load(latents.path("precision.npy"), allow_pickle=False)
    return Latents(torch.from_numpy(mean), torch.from_numpy(precision))


def _walks(task: Task, latents: Latents, decode: Decoder, axes: int) -> dict[str, str]:
    """Write the walk along each principal axis as maps, a script that plays them, and one picture of all."""
    settings: LatentSettings = task.settings
    progress, rows = task.stage("walks"), {}
    for axis in range(axes):
        folder = task.folder / f"walk_{axis + 1:02d}"
        folder.mkdir()
        files, volumes = [], []
        for number, volume in enumerate(decode(walk(latents.mean, axis, settings.walk_points)), 1):
            volumes.append(cropped(volume, settings.walk_box))
            files.append(folder / f"{number:02d}.mrc")
            write_volume(files[-1], volumes[-1])
            progress(axis * settings.walk_points + number, axes * settings.walk_points)
        write_series_script(task.folder / f"walk_{axis + 1:02d}.cxc", files)
        rows[f"axis {axis + 1}"] = volumes
    walks(rows, task.folder / "walks.png")
    return {"walks along the principal axes": "walks.png"}


def cropped(volume: Volume, box: int) -> Volume:
    """Fourier-crop a cubic map to a box, never enlarging it."""
    now = volume.density.shape[0]
    return volume if box >= now else resample(volume, volume.voxel_angstrom * now / box, box)


def _against_truth(task: Task, latents: Latents, poses: Poses, decode: Decoder) -> dict[str, float]:
    count, found = len(latents), {}
    truth = true_poses(task.manifest, count)
    if truth is not None:
        errors = pose_errors(poses, truth)
        found["truth_rotation_error_degrees"] = float(errors.rotation_degrees.median())
        found["truth_shift_error_angstrom"] = float(errors.shift_angstrom.median())
    labels = true_labels(task.manifest, count)
    if labels is None:
        return found
    if task.manifest.truth.continuous:
        axis, coefficient = best_axis_correlation(latents.mean, labels.astype(np.float64))
        found |= {"truth_spearman": abs(coefficient), "truth_axis": axis + 1}
    one = next(decode(latents.mean[:1]))
    states = true_maps(task.manifest, one.voxel_angstrom, one.density.shape[0])
    mask = auto_mask(states[int(np.bincount(labels).argmax())])
    areas = per_image_fsc(
        latents.mean,
        lambda z: next(decode(z[None])),
        lambda row: one.with_density(states[int(labels[row])].density),
        mask,
        progress=task.stage("per-image FSC"),
    )
    return found | {"truth_fsc_auc": areas.mean, "truth_fsc_auc_sd": areas.standard_deviation}
