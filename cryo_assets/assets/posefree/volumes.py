"""posefree/volumes: what poses found without a reference do not explain."""

from dataclasses import replace
from typing import Any

import numpy as np
import torch

from cryo_assets.assets.against_truth import order_to_truth, poses_to_truth
from cryo_assets.assets.particles.source import rows_left_out, source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.posefree.network import learned_space
from cryo_assets.assets.posefree.shared import unasked
from cryo_assets.assets.rounds.tables import poses_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures import draw, fits
from cryo_assets.store.store import Check
from cryo_core.formats.particles import write_particles
from cryo_core.heterogeneity.linear.model import save_linear
from cryo_core.imaging.prepare import Coarsened, even_box
from cryo_core.posefree.motion import MotionSettings, fit_motion
from cryo_core.posefree.train import WEIGHTS


def make(task: Task) -> Report:
    """Fit what poses found without a reference do not explain."""
    model = task.inputs["posefree/model"]
    if (model.folder / WEIGHTS).is_file():
        return learned_space(task, model)
    poses = poses_of(model)
    progress = task.stage("linear")
    source = stack_images(task)
    small = Coarsened(source, even_box(task.settings.box, source))
    images = replace(source.read_from(small), poses=poses)
    motion = fit_motion(images, task.settings, task.scratch, task.device, progress)
    fit = motion.fit
    save_linear(task.folder / "model", fit)
    table = replace(source_particles(task), poses=fit.poses)
    write_particles(task.folder / "particles.star", table)
    np.save(task.folder / "latents.npy", fit.latents.mean.float().numpy())
    share = fit.explained / fit.explained.sum().clamp_min(1e-30)
    explained = fits.explained_variance(share.tolist(), task.folder / "explained.png")
    draw.volume_views(fit.mean, task.folder / "mean.png")
    left_out = rows_left_out(task.inputs["particles/source"])
    numbers: dict[str, Any] = {
        "particles": len(images),
        "components": len(fit.components),
        "components_borne": fit.chosen,
        "searched_again_moved": motion.moved,
        "rotation_spread_degrees": fit.pose_spread[0],
        **poses_to_truth(task.manifest, fit.poses, left_out, either_hand=True),
        **order_to_truth(task.manifest, fit.latents.mean, left_out),
    }
    good = bool(torch.isfinite(fit.latents.mean).all() and torch.isfinite(fit.mean.density).all())
    checks = (Check("finite", good, f"{len(fit.latents)} particles x {fit.latents.mean.shape[1]} latents"),)
    return Report(numbers, "components_borne", checks, {"mean": "mean.png", **explained})


STEP = Step(
    key="posefree/volumes",
    partition="datasets",
    code_version="4",
    description="What poses found without a reference do not explain: the linear model of the volumes at them, "
    "whose states search all rotations again; or the published network's own latent space.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source", "particles/stack", "posefree/model"),
    settings=MotionSettings,
    facts=truth_facts,
    files=truth_files,
    skips=unasked,
    optional=True,
    kinds=frozenset({"pytorch", "mrc"}),
    pool="gpu",
)
