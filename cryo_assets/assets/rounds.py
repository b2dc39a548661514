"""The rounds: each makes the same assets from the one before (Facts: published as VAE, UMAP, clusters, poses, maps)."""

from functools import partial

from cryo_assets.assets.classes import ClassSettings, make_clusters, make_embedding
from cryo_assets.assets.latent import LatentSettings, ModelSettings, make_latents, make_model
from cryo_assets.step import Step
from cryo_assets.truth import truth_facts, truth_files
from cryo_core.heterogeneity.embed import EmbeddingSettings


def round_steps(number: int) -> tuple[Step, ...]:
    """Make the steps of a round, upstream first."""
    group = f"round_{number:02d}"
    return (
        Step(
            key=f"{group}/model",
            partition="datasets",
            code_version="1",
            description="What differs between the particles: a latent model of their volumes, linear (probabilistic "
            "PCA, with each image's pose and contrast errors solved along) or cryoDRGN's network.",
            compute=partial(make_model, group),
            core=("cryo_core.heterogeneity.linear",),
            checks=("finite", "learned"),
            inputs=("particles/stack",),
            settings=ModelSettings,
            kinds=frozenset({"pytorch", "mrc"}),
            pool="gpu",
        ),
        Step(
            key=f"{group}/latents",
            partition="datasets",
            code_version="1",
            description="Each particle's place in latent space with its uncertainty, its pose as the model has it, and "
            "the volumes along each principal axis.",
            compute=partial(make_latents, group),
            core=(
                "cryo_core.heterogeneity.linear",
                "cryo_core.heterogeneity.predict",
                "cryo_core.formats.chimerax",
                "cryo_core.validation.clusters",
                "cryo_core.validation.poses",
            ),
            checks=("finite",),
            inputs=("particles/source", "particles/stack", f"{group}/model"),
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
            compute=partial(make_embedding, group, None),
            core=("cryo_core.heterogeneity.embed",),
            checks=("finite",),
            inputs=("particles/source", f"{group}/latents"),
            settings=EmbeddingSettings,
            kinds=frozenset({"parquet"}),
        ),
        Step(
            key=f"{group}/clusters",
            partition="datasets",
            code_version="1",
            description="The classes: how many the particles bear, who belongs to which, and the volume of each one's "
            "representative.",
            compute=partial(make_clusters, group, None),
            core=(
                "cryo_core.heterogeneity.cluster",
                "cryo_core.heterogeneity.match",
                "cryo_core.heterogeneity.predict",
                "cryo_core.validation.clusters",
            ),
            checks=("not_empty",),
            inputs=("particles/source", f"{group}/model", f"{group}/latents", f"{group}/embedding"),
            settings=ClassSettings,
            facts=truth_facts,
            files=truth_files,
            kinds=frozenset({"csv"}),
        ),
    )


ROUND_STEPS = round_steps(1)
