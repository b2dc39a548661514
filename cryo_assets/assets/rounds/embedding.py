"""round_NN/embedding: latent space as people look at it."""

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.engine.step import GPU, Report, Step, Task
from cryo_assets.pictures import fits
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles
from cryo_core.heterogeneity.accelerated import has_cuml
from cryo_core.heterogeneity.embed import Embedding, EmbeddingSettings, Pca, embed, neighbours_kept


def make(task: Task) -> Report:
    """Lay latent space out in its principal axes and by UMAP."""
    latents = read_latents(task.own("latents"))
    earlier = task.previous("embedding")
    previous = read_embedding(earlier) if earlier else None
    made = embed(latents.mean.to(task.device), task.settings, previous, task.stage("UMAP"))
    table = _columns("pc", made.pca.scores) | _columns("umap2", made.umap2) | _columns("umap3", made.umap3)
    if made.tsne is not None:
        table |= _columns("tsne", made.tsne)
    frame = pd.DataFrame(table)
    frame.to_parquet(task.folder / "embedding.parquet")
    np.savez(task.folder / "axes.npz", axes=made.pca.axes, mean=made.pca.mean, explained=made.pca.explained)
    particles = source_particles(task)
    pictures = {}
    for title, (name, points) in layouts(made).items():
        path = task.folder / f"{name}.png"
        latent_pictures.latent_maps(
            points, title, path, None, mean_defocus(particles), particles.poses.rotation
        )
        pictures[title] = path.name
    pictures |= fits.explained_variance(made.pca.explained.tolist(), task.folder / "explained.png")
    kept = neighbours_kept(made.pca.scores.numpy(), made.umap2.numpy(), task.settings.neighbours)
    return Report(
        {
            "particles": len(frame),
            "first_axis_share": float(made.pca.explained[0]),
            "umap_neighbours_kept": round(kept, 3),
        },
        "first_axis_share",
        (Check("finite", bool(np.isfinite(frame.to_numpy()).all()), "all places are finite"),),
        pictures,
    )


def layouts(made: Embedding) -> dict[str, tuple[str, torch.Tensor]]:
    """What of an embedding is drawn, by title: a short name, and the places of the particles.

    Of latents of one dimension that is their one axis alone: a plane would show what is not there.
    """
    axes = made.pca.scores[:, :2]
    if axes.shape[1] == 1:
        return {"latent space": ("pca", axes)}
    drawn = {"UMAP": ("umap", made.umap2), "principal axes": ("pca", axes)}
    return drawn | ({"t-SNE": ("tsne", made.tsne)} if made.tsne is not None else {})


def _columns(name: str, places: torch.Tensor) -> dict[str, np.ndarray]:
    return {f"{name}_{i + 1}": places[:, i].numpy() for i in range(places.shape[1])}


def read_embedding(embedding: Artifact) -> Embedding:
    """Read the artifact of `make`."""
    frame = pd.read_parquet(embedding.path("embedding.parquet"))

    def places(name: str) -> torch.Tensor:
        columns = [column for column in frame if str(column).rpartition("_")[0] == name]
        return torch.from_numpy(frame[columns].to_numpy(np.float32, copy=True))

    with np.load(embedding.path("axes.npz"), allow_pickle=False) as file:
        axes = [torch.from_numpy(file[name]) for name in ("axes", "mean", "explained")]
    tsne = places("tsne")
    return Embedding(
        Pca(places("pc"), *axes), places("umap2"), places("umap3"), tsne if tsne.shape[1] else None
    )


def mean_defocus(particles: Particles) -> np.ndarray:
    """Mean defocus of each image, µm."""
    optics = particles.optics
    return (optics.defocus_u_angstrom + optics.defocus_v_angstrom).numpy() / 2e4


STEP = Step(
    key="round_NN/embedding",
    partition="datasets",
    code_version="2",
    description="Latent space as people look at it: principal axes, and UMAP in two and three dimensions.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source", "round_NN/latents", "previous/embedding"),
    settings=EmbeddingSettings,
    kinds=frozenset({"parquet"}),
    pool=GPU if has_cuml() else None,  # UMAP's own library computes on the CPU
)
