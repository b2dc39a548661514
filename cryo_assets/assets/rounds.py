"""The rounds: latent model → embedding → clusters → poses by class → maps → FSC, each from the one before.

What the published rounds do, with the number of them a field of the manifest (`rounds`). Half sets are fixed in
particles/source and never change; every alignment reads its own half's map alone.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from cryo_assets.assets.classes import ClassSettings, make_clusters, make_embedding
from cryo_assets.assets.latent import LatentSettings, ModelSettings, make_latents, make_model
from cryo_assets.assets.refined import MapSettings, make_fsc, make_maps
from cryo_assets.assets.refined_poses import PoseSettings, make_poses
from cryo_assets.settings import Dataset
from cryo_assets.step import Step
from cryo_assets.truth import truth_facts, truth_files
from cryo_core.heterogeneity.embed import EmbeddingSettings

ROUNDS = 10
"""Rounds there can be."""

_MODEL = ("cryo_core.heterogeneity.linear.fit", "cryo_core.heterogeneity.vae.train")


def round_steps(number: int) -> tuple[Step, ...]:
    """Make the steps of a round, upstream first."""
    group = f"round_{number:02d}"
    before = f"round_{number - 1:02d}" if number > 1 else None
    steps = (*_latent_steps(group, before, number), *_refined_steps(group, before))
    return tuple(replace(step, round=number) for step in steps)


def _from(before: str | None, *names: str) -> tuple[str, ...]:
    return tuple(f"{before}/{name}" for name in names) if before else ()


def _beyond(number: int) -> Callable[[Dataset], str | None]:
    def skips(manifest: Dataset) -> str | None:
        if number <= manifest.rounds:
            return None
        return f"rounds: {manifest.rounds} in dataset.yaml (`cryo run NAME --rounds {number}` raises it)"

    return skips


def _symmetry(manifest: Dataset) -> dict[str, Any]:
    return {"symmetry": manifest.symmetry}


def _latent_steps(group: str, before: str | None, number: int) -> tuple[Step, ...]:
    return (
        Step(
            key=f"{group}/model",
            partition="datasets",
            code_version="3",
            description="What differs between the particles: a latent model of their volumes, linear (probabilistic "
            "PCA, with each image's pose and contrast errors solved along) or cryoDRGN's network.",
            compute=partial(make_model, group, before),
            core=_MODEL,
            checks=("finite", "learned"),
            inputs=("particles/stack", *_from(before, "model", "poses", "fsc")),
            settings=ModelSettings,
            skips=_beyond(number),
            halted_by=f"{before}/fsc" if before else None,
            kinds=frozenset({"pytorch", "mrc"}),
            pool="gpu",
        ),
        Step(
            key=f"{group}/latents",
            partition="datasets",
            code_version="2",
            description="Each particle's place in latent space with its uncertainty, its pose as the model has it, and "
            "the volumes along each principal axis.",
            compute=partial(make_latents, group, before),
            core=(
                *_MODEL,
                "cryo_core.heterogeneity.trajectories",
                "cryo_core.formats.chimerax",
                "cryo_core.validation.clusters",
                "cryo_core.validation.poses",
            ),
            checks=("finite",),
            inputs=("particles/source", "particles/stack", f"{group}/model", *_from(before, "poses")),
            settings=LatentSettings,
            facts=truth_facts,
            files=truth_files,
            kinds=frozenset({"numpy", "mrc"}),
            pool="gpu",
        ),
        Step(
            key=f"{group}/embedding",
            partition="datasets",
            code_version="1",
            description="Latent space as people look at it: principal axes, and UMAP in two and three dimensions.",
            compute=partial(make_embedding, group, before),
            core=("cryo_core.heterogeneity.embed",),
            checks=("finite",),
            inputs=("particles/source", f"{group}/latents", *_from(before, "embedding")),
            settings=EmbeddingSettings,
            kinds=frozenset({"parquet"}),
        ),
        Step(
            key=f"{group}/clusters",
            partition="datasets",
            code_version="3",
            description="The classes: how many the particles bear, who belongs to which (under the names of the round "
            "before), and the volume of each one's representative.",
            compute=partial(make_clusters, group, before),
            core=(
                "cryo_core.heterogeneity.classes.find",
                "cryo_core.heterogeneity.classes.match",
                "cryo_core.heterogeneity.trajectories",
                "cryo_core.validation.clusters",
                "cryo_core.validation.fsc",
            ),
            checks=("not_empty",),
            inputs=(
                "particles/source",
                f"{group}/model",
                f"{group}/latents",
                f"{group}/embedding",
                *_from(before, "clusters"),
            ),
            settings=ClassSettings,
            facts=truth_facts,
            files=truth_files,
            kinds=frozenset({"csv"}),
        ),
    )


def _refined_steps(group: str, before: str | None) -> tuple[Step, ...]:
    return (
        Step(
            key=f"{group}/poses",
            partition="datasets",
            code_version="2",
            description="Poses refined class by class, each half set on its own half map, to a limit that leaves "
            "something to judge by; and half maps of images whose fine detail was made noise, refined the same way. "
            "Particles of no class keep their poses.",
            compute=partial(make_poses, group, before),
            core=(
                "cryo_core.refinement.rounds",
                "cryo_core.refinement.refine",
                "cryo_core.refinement.substitution",
                "cryo_core.refinement.table",
                "cryo_core.validation.poses",
            ),
            checks=("finite", "half_sets_kept"),
            inputs=(
                "particles/source",
                "particles/stack",
                f"{group}/model",
                f"{group}/latents",
                f"{group}/clusters",
                *_from(before, "poses"),
            ),
            settings=PoseSettings,
            facts=lambda manifest: _symmetry(manifest) | truth_facts(manifest),
            files=truth_files,
            kinds=frozenset({"relion"}),
            pool="gpu",
        ),
        Step(
            key=f"{group}/maps",
            partition="datasets",
            code_version="1",
            description="Each class's map and half maps.",
            compute=partial(make_maps, group),
            core=("cryo_core.reconstruction.solve", "cryo_core.refinement.weights", "cryo_core.formats.mrc"),
            checks=("finite", "not_empty"),
            inputs=("particles/stack", f"{group}/clusters", f"{group}/poses"),
            settings=MapSettings,
            facts=_symmetry,
            kinds=frozenset({"mrc"}),
            pool="gpu",
        ),
        Step(
            key=f"{group}/fsc",
            partition="datasets",
            code_version="2",
            description="What may be believed of each class's map: the FSC of its halves, judged by what alignment has "
            "not used and by what noise comes to in its place; and whether another round is worth its time.",
            compute=partial(make_fsc, group, before),
            core=(
                "cryo_core.validation.fsc",
                "cryo_core.validation.maps",
                "cryo_core.refinement.guard",
                "cryo_core.refinement.substitution",
                "cryo_core.validation.clusters",
            ),
            checks=("within_nyquist",),
            inputs=(
                f"{group}/clusters",
                f"{group}/poses",
                f"{group}/maps",
                *_from(before, "clusters", "fsc"),
            ),
            facts=truth_facts,
            files=truth_files,
            kinds=frozenset({"relion"}),
        ),
    )


ROUND_STEPS = tuple(step for number in range(1, ROUNDS + 1) for step in round_steps(number))
