"""posefree/walk: what pose-free latent space holds: axes in numbers, maps, classes, and the walk along each axis."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.posefree.shared import unasked
from cryo_assets.assets.rounds.embedding import layouts
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.pictures.latent import walks
from cryo_assets.pictures.movie import movie
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.formats.mrc import write_volume
from cryo_core.heterogeneity.classes.find import cluster
from cryo_core.heterogeneity.classes.settings import ClusterSettings
from cryo_core.heterogeneity.embed import Embedding, EmbeddingSettings, embed
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.trajectories import walk
from cryo_core.posefree.model import latent_statistics
from cryo_core.posefree.space import Space, read_space


@dataclass(frozen=True)
class WalkSettings:
    """The walk along each principal axis.

    Attributes
    ----------
    points : maps
        Along each axis.
    embedding : settings
        How latent space is laid out.
    classes : settings
        How classes are found.
    """

    points: int = 10
    embedding: EmbeddingSettings = EmbeddingSettings()
    classes: ClusterSettings = ClusterSettings()

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.points < 2:
            raise SettingsError(f"points: {self.points}: should be at least 2")


def make(task: Task) -> Report:
    """Walk along each principal axis; lay latent space out, divide it, and put its axes into numbers."""
    space = read_space(task.inputs["posefree/volumes"].folder / "model")
    settings: WalkSettings = task.settings
    made = embed(space.latents.mean, settings.embedding, progress=task.stage("UMAP"))
    finite, pictures = _walks(task, space, len(made.pca.axes), settings.points)
    statistics = axis_statistics(space.latents)
    statistics.to_csv(task.folder / "axes.csv")
    numbers, found = _classes(task, space.latents, made)
    numbers |= {
        "axes": len(made.pca.axes),
        "points": settings.points,
        "first_axis_share": float(made.pca.explained[0]),
        "axes_used": int((statistics["kl_nats"] > 0.1).sum()),
    }
    checks = (Check("finite", finite, f"{len(made.pca.axes)} walks of {settings.points} maps"),)
    return Report(numbers, "first_axis_share", checks, pictures | found)


def axis_statistics(latents: Latents) -> pd.DataFrame:
    """Mean, deviation, mean posterior deviation and KL divergence: the thesis's Table 3.1."""
    log_variance = 2.0 * latents.standard_deviation.double().clamp(min=1e-30).log()
    table = pd.DataFrame(latent_statistics(latents.mean.double(), log_variance))
    table.index = pd.RangeIndex(1, len(table) + 1, name="axis")
    return table


def _walks(task: Task, space: Space, axes: int, points: int) -> tuple[bool, dict[str, str]]:
    progress, rows = task.stage(), {}
    for axis in range(axes):
        folder = task.folder / f"walk_{axis + 1:02d}"
        folder.mkdir()
        volumes = list(space.volumes(walk(space.latents.mean, axis, points)))
        files = [folder / f"{number:02d}.mrc" for number in range(1, len(volumes) + 1)]
        for path, volume in zip(files, volumes, strict=True):
            write_volume(path, volume)
        write_series_script(task.folder / f"walk_{axis + 1:02d}.cxc", files)
        rows[f"axis {axis + 1}"] = volumes
        progress(axis + 1, axes)
    walks(rows, task.folder / "walks.png")
    movie(next(iter(rows.values())), task.folder / "movie.gif")
    finite = all(bool(torch.isfinite(v.density).all()) for volumes in rows.values() for v in volumes)
    return finite, {"walks along the principal axes": "walks.png", "first axis, slices": "movie.gif"}


def _classes(task: Task, latents: Latents, made: Embedding) -> tuple[dict[str, Any], dict[str, str]]:
    """Divide latent space, and draw it: principal axes, UMAP, and t-SNE where it was asked for."""
    found = cluster(latents, task.settings.classes, progress=task.stage("classes"))
    table = {"class": found.labels, "probability": found.probability.round(6)}
    pictures = {}
    for title, (name, places) in layouts(made).items():
        table |= {f"{name}_{axis + 1}": places[:, axis].numpy() for axis in range(places.shape[1])}
        latent_pictures.latent_maps(places, title, task.folder / f"{name}.png", found.labels)
        pictures[title] = f"{name}.png"
    frame = pd.DataFrame(table)
    frame.index = pd.RangeIndex(1, len(frame) + 1, name="particle")
    frame.to_csv(task.folder / "latent_space.csv")
    count = len(np.unique(found.labels[found.labels > 0]))
    return {"classes": count, "verdict": found.verdict}, pictures


STEP = Step(
    key="posefree/walk",
    partition="datasets",
    code_version="4",
    description="Volumes along each principal axis of what differs between the particles, a movie of slices, the "
    "axes in numbers, latent space laid out and divided into classes.",
    compute=make,
    checks=("finite",),
    inputs=("posefree/volumes",),
    settings=WalkSettings,
    skips=unasked,
    optional=True,
    kinds=frozenset({"mrc"}),
)
