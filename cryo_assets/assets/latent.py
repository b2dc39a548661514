"""A round's latent model: what it is trained as, and what it says of each particle."""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets import previews_latent
from cryo_assets.assets.source import source_particles
from cryo_assets.assets.stack import stack_particles
from cryo_assets.previews_walk import walks
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_assets.truth import pose_truth, true_labels, true_maps
from cryo_core.data import Particles, Poses
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import open_stack, read_images, write_particles
from cryo_core.fourier.resample import cropped
from cryo_core.heterogeneity.embed import pca
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings, load_linear, save_linear
from cryo_core.heterogeneity.linear.model import volumes_at as linear_volumes
from cryo_core.heterogeneity.trajectories import Decoder, walk
from cryo_core.heterogeneity.vae.model import VaeSettings
from cryo_core.heterogeneity.vae.train import decode_volumes, encode, load_vae, save_vae, train_vae
from cryo_core.refinement.table import SCORE_COLUMNS
from cryo_core.validation.clusters import best_axis_correlation, per_image_fsc
from cryo_core.validation.maps import auto_mask

_EVIDENCE_LOST = 0.01
"""Nats an image that the last sweeps may lose: components held in a mask, and poses that move, are no exact EM."""


@dataclass(frozen=True)
class ModelSettings:
    """Which latent model, and how it is fitted: `linear` (probabilistic PCA) or `vae` (cryoDRGN's network).

    From the second round on the network goes on from its last weights for `later_epochs`, as published.
    """

    method: Literal["linear", "vae"] = "linear"
    linear: LinearSettings = LinearSettings()
    vae: VaeSettings = VaeSettings()
    later_epochs: int = 5


def poses_of(artifact: Artifact) -> Poses:
    """Read the poses of an artifact's particles.star, wherever its images lie now."""
    return read_images(artifact.path("particles.star"), None, Overrides(), (Path("/"),)).poses


def as_refined(particles: Particles, refined: Artifact) -> Particles:
    """Give a table the poses, defoci and scores of an artifact's particles.star, which has the same rows."""
    found = read_images(refined.path("particles.star"), None, Overrides(), (Path("/"),))
    kept = particles.extra.drop(columns=list(SCORE_COLUMNS), errors="ignore").reset_index(drop=True)
    scored = found.extra[[name for name in SCORE_COLUMNS if name in found.extra]].reset_index(drop=True)
    return replace(
        particles,
        poses=found.poses,
        optics=replace(
            particles.optics,
            defocus_u_angstrom=found.optics.defocus_u_angstrom.to(particles.optics.defocus_u_angstrom),
            defocus_v_angstrom=found.optics.defocus_v_angstrom.to(particles.optics.defocus_v_angstrom),
        ),
        score=found.score,
        extra=pd.concat([kept, scored], axis=1),
    )


def starting_poses(task: Task, before: str | None) -> tuple[Particles, Poses]:
    """Give the images' table, and the poses that a round starts from: the round's before, or the source's."""
    particles = stack_particles(task.inputs["particles/stack"])
    if not particles.has_poses:
        raise SettingsError(
            f"{task.manifest.path}: field particles: the file has no poses, and a latent model needs them: "
            f"`cryo run {task.manifest.name} --to posefree/walk` finds them, `cryo adopt {task.manifest.name}` goes on"
        )
    particles = as_refined(particles, task.inputs[f"{before}/poses"]) if before else particles
    return particles, particles.poses


def make_model(group: str, before: str | None, task: Task) -> Report:
    """Fit the latent model of a round."""
    particles, poses = starting_poses(task, before)
    settings: ModelSettings = task.settings
    fitted = _linear if settings.method == "linear" else _vae
    began = time.monotonic()
    numbers, checks, pictures = fitted(group, before, task, particles, poses)
    seconds = time.monotonic() - began
    common: dict[str, Any] = {"method": settings.method, "particles": len(particles)}
    rate = {"images_per_second": len(particles) / max(seconds, 1e-9)}
    return Report(common | numbers | rate, "method", checks, pictures)


Fitted = tuple[dict[str, Any], tuple[Check, ...], dict[str, str]]


def _linear(group: str, before: str | None, task: Task, particles: Particles, poses: Poses) -> Fitted:
    settings = task.settings.linear
    if before and settings.move_poses is None:
        # Refined poses know more than the low shells that this model looks at: it allows for errors, and moves none.
        settings = replace(settings, move_poses=False)
    progress = task.stage(f"{group}/model: linear")
    images = open_stack(particles)
    fit = fit_linear(images, poses, particles.optics, settings, task.scratch, task.device, progress)
    save_linear(task.folder / "model", fit)
    for step, evidence in enumerate(fit.evidence):
        task.record.epoch(step, {"evidence": evidence})
    share = fit.explained / fit.explained.sum().clamp_min(1e-30)
    previews_latent.explained_variance(share.tolist(), task.folder / "explained.png")
    previews_latent.curves(
        {"log evidence of an image": fit.evidence}, task.folder / "evidence.png", "sweep", "nats"
    )
    numbers = {
        "components": len(fit.components),
        "components_borne": fit.chosen,
        "poses_moved": fit.poses_moved,
        "rotation_spread_degrees": fit.pose_spread[0],
        "shift_spread_angstrom": fit.pose_spread[1],
        "contrast_spread": fit.contrast_spread,
        "mask_share": fit.mask_share,
        "alignment_limit_angstrom": images.box * images.pixel_angstrom / settings.shells
        if fit.poses_moved
        else None,
        "verdict": _verdict(fit),
    }
    late = settings.iterations - settings.iterations // 2
    return (
        numbers,
        (_finite(fit.latents), learned(fit.evidence[-late:])),
        {"explained variance": "explained.png", "evidence": "evidence.png"},
    )


def _vae(group: str, before: str | None, task: Task, particles: Particles, poses: Poses) -> Fitted:
    settings: ModelSettings = task.settings
    chosen, start = settings.vae, None
    if before:
        start = task.inputs[f"{before}/model"].path("model/vae.pt")
        chosen = replace(chosen, epochs=settings.later_epochs)
    fit = train_vae(
        open_stack(particles),
        poses,
        particles.optics,
        chosen,
        task.scratch,
        task.device,
        start,
        lambda epoch, metrics: task.record.epoch(epoch, _plain(metrics)),
        task.stage(f"{group}/model: vae"),
    )
    (task.folder / "model").mkdir()
    save_vae(task.folder / "model", fit)
    terms = ("loss", "mse", "kld")
    curves = {term: [float(epoch[term]) for epoch in fit.history] for term in terms}
    previews_latent.curves({"loss": curves["loss"]}, task.folder / "loss.png")
    last = fit.history[-1]
    shells = {"by shell": [float(value) for value in last["mse_shell"]]}
    previews_latent.curves(shells, task.folder / "shells.png", "shell", "squared error")
    numbers: dict[str, Any] = {
        "epochs": len(fit.history),
        **{term: values[-1] for term, values in curves.items()},
        "alignment_limit_angstrom": None,
    }
    begun, ended = curves["loss"][0], curves["loss"][-1]
    said = f"loss {begun:.4f} → {ended:.4f}"
    numbers["verdict"] = f"L{said[1:]} in {len(fit.history)} epochs."
    finite = all(math.isfinite(value) for values in curves.values() for value in values)
    checks = Check("finite", finite, f"{len(fit.history)} epochs"), Check("learned", ended <= begun, said)
    return numbers, checks, {"loss": "loss.png", "error by shell": "shells.png"}


def _plain(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Name each number of an epoch: a curve's values by shell."""
    plain: dict[str, float] = {}
    for name, value in metrics.items():
        if isinstance(value, list | tuple):
            plain |= {f"{name}_{shell:03d}": float(v) for shell, v in enumerate(value, 1)}
        else:
            plain[name] = float(value)
    return plain


def learned(evidence: Sequence[float]) -> Check:
    """Ask that the log evidence did not fall over sweeps that looked at the same shells with the same noise.

    Sweeps before the noise is measured for the last time are of other data: their evidence may do anything.
    """
    said = f"log evidence of an image, last {len(evidence)} sweeps: {evidence[0]:.4f} → {evidence[-1]:.4f}"
    return Check("learned", evidence[-1] >= evidence[0] - _EVIDENCE_LOST, said)


def _verdict(fit: LinearFit) -> str:
    if fit.chosen == 0:
        return (
            "Held-out images bear no component: what differs between these particles is not above the noise."
        )
    gain, error = fit.held_evidence[fit.chosen], fit.held_error[fit.chosen]
    said = f"Held-out images bear {fit.chosen} components (gain {gain:.3f} ± {error:.3f} nats an image over none)"
    if fit.mask_share == 1:
        return f"{said}; no mask."
    return f"{said}, within a mask of {fit.mask_share:.0%} of the box (gain {fit.mask_gain:.3f} more)."


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


def make_latents(group: str, before: str | None, task: Task) -> Report:
    """Give each particle's latent, its uncertainty and its pose, and what lies along each axis."""
    model = task.inputs[f"{group}/model"]
    latents, poses = _posterior(group, before, task, model)
    np.save(task.folder / "latents.npy", latents.mean.float().numpy())
    np.save(task.folder / "precision.npy", latents.precision.float().numpy())
    write_particles(task.folder / "particles.star", replace(source_particles(task), poses=poses))
    components = pca(latents.mean)
    axes, share = components.axes, components.explained
    decode = decoder(model, task.device)
    walked = _walks(task, latents, decode, len(axes))
    # The share of an axis's spread that is not each image's own uncertainty: 1 known, 0 nothing known.
    error = torch.einsum("ai,nij,aj->na", axes, torch.linalg.inv(latents.precision), axes).mean(dim=0)
    signal = ((latents.mean - latents.mean.mean(dim=0)) @ axes.T).square().mean(dim=0)
    numbers = {
        "particles": len(latents),
        "latents": latents.mean.shape[1],
        "first_axis_share": float(share[0]),
        "best_axis_reliability": float((signal / (signal + error)).max()),
        **_against_truth(task, latents, poses, decode),
    }
    return Report(numbers, "latents", (_finite(latents),), walked)


def _posterior(group: str, before: str | None, task: Task, model: Artifact) -> tuple[Latents, Poses]:
    """Give what a model says of the particles: the linear one knows, the network is asked."""
    if model.numbers["method"] == "linear":
        fit = load_linear(model.path("model/linear.json").parent)
        return fit.latents, fit.poses
    particles, poses = starting_poses(task, before)
    network = load_vae(model.path("model/vae.pt"), task.device)
    progress = task.stage(f"{group}/latents")
    return encode(network, open_stack(particles), poses, particles.optics, progress), poses


def decoder(model: Artifact, device: torch.device) -> Decoder:
    """Give what makes volumes of a model's latents."""
    if model.numbers["method"] == "linear":
        fit = load_linear(model.path("model/linear.json").parent)
        return partial(linear_volumes, fit.mean, fit.components)
    return partial(decode_volumes, load_vae(model.path("model/vae.pt"), device))


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


def _against_truth(task: Task, latents: Latents, poses: Poses, decode: Decoder) -> dict[str, float]:
    count, found = len(latents), pose_truth(task.manifest, poses)
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
