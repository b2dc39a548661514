"""What the assets of a round share: tables with their poses, and the decoder of a latent model."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.engine.step import Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.table import read_stored
from cryo_assets.store.class_results import ClassResult
from cryo_assets.store.store import Artifact
from cryo_core.data import Particles, Poses
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.linear.model import load_linear
from cryo_core.heterogeneity.linear.model import volumes_at as linear_volumes
from cryo_core.heterogeneity.trajectories import Decoder
from cryo_core.heterogeneity.vae.train import decode_volumes, load_vae
from cryo_core.refinement.table import SCORE_COLUMNS


def poses_of(artifact: Artifact) -> Poses:
    """Read the poses of an artifact's particles.star, wherever its images lie now."""
    return read_stored(artifact.path("particles.star")).poses


def as_refined(particles: Particles, refined: Artifact) -> Particles:
    """A table with the poses, optics and scores of an artifact's particles.star, which has the same rows."""
    found = read_stored(refined.path("particles.star"))
    kept = particles.extra.drop(columns=list(SCORE_COLUMNS), errors="ignore").reset_index(drop=True)
    scored = found.extra[[name for name in SCORE_COLUMNS if name in found.extra]].reset_index(drop=True)
    kind = particles.optics.defocus_u_angstrom.dtype
    return replace(
        particles,
        poses=found.poses,
        optics=replace(particles.optics, **{n: getattr(found.optics, n).to(kind) for n in REFINED_OPTICS}),
        score=found.score,
        extra=pd.concat([kept, scored], axis=1),
    )


REFINED_OPTICS = (
    *("defocus_u_angstrom", "defocus_v_angstrom", "defocus_angle_degrees", "spherical_aberration_mm"),
    *("beam_tilt_mrad", "odd_zernike", "even_zernike", "magnification"),
)
"""What a round may refine of a table's optics."""


def starting_table(task: Task) -> Particles:
    """Table of the images at the poses that a round starts from: the previous round's, or the source's."""
    particles = source_particles(task)
    if not particles.has_poses:
        raise SettingsError(
            f"{task.manifest.path}: field particles: the file has no poses, and a latent model needs them: "
            f"`cryo run {task.manifest.name} --to posefree/walk` finds them, `cryo adopt {task.manifest.name}` goes on"
        )
    refined = task.previous("poses")
    return as_refined(particles, refined) if refined else particles


def decoder(model: Artifact, device: torch.device) -> Decoder:
    """A function that makes volumes of a model's latents."""
    if model.numbers["method"] == "linear":
        fit = load_linear(model.path("model/linear.json").parent)
        return partial(linear_volumes, fit.mean, fit.components)
    if model.numbers["method"] == "given":
        raise SettingsError(
            f"{model.entry}: latents of another program have no decoder here: "
            f"`cryo state {model.entry} --at particle:1` makes the map at a point from the images"
        )
    return partial(decode_volumes, load_vae(model.path("model/vae.pt"), device))


def symmetry_of_class(result: ClassResult | None, task: Task) -> str:
    """The point group that a class's maps are made with: C1 where it breaks that of the data set."""
    given = task.facts["symmetry"]
    return given if result is None else str(result.others.get("symmetry", given))


def symmetry_facts(manifest: Dataset) -> dict[str, Any]:
    """The point group, as a fact that results rest on."""
    return {"symmetry": manifest.symmetry}
