"""round_NN/clusters: the classes of particles found in latent space."""

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.against_truth import TrueStates
from cryo_assets.assets.particles.source import rows_left_out, source_particles
from cryo_assets.assets.rounds.embedding import layouts, mean_defocus, read_embedding
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.assets.rounds.model import reasons_left_out
from cryo_assets.assets.rounds.tables import decoder
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures import fits
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.class_results import ClassResult, numbers_of, write_classes
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import write_volume
from cryo_core.fourier.resample import cropped
from cryo_core.heterogeneity.classes.evidence import least_distance
from cryo_core.heterogeneity.classes.find import Clusters, cluster
from cryo_core.heterogeneity.classes.match import MatchSettings, match
from cryo_core.heterogeneity.classes.settings import ClusterSettings
from cryo_core.heterogeneity.embed import Embedding
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.fit import load_linear
from cryo_core.heterogeneity.linear.junk import REASONS
from cryo_core.heterogeneity.linear.lumps import least_mass
from cryo_core.heterogeneity.trajectories import representatives

_PICTURED_BOX = 64


@dataclass(frozen=True)
class ClassSettings(ClusterSettings):
    """How classes are found, and matched to those of the round before.

    Attributes
    ----------
    on : choice
        What the methods look at that see points alone: the latents, or an embedding.
    match_by : choice
        Classes are matched by `overlap` of particles, or by the distance of `centroids` in the embedding.
    keep : yes or no
        Take the classes of the round before: the control that shows what refinement alone does to the
        FSC.
    least_share : share
        A pair that has less of the smaller class in common is no match.
    """

    on: Literal["latent", "pc", "umap2", "umap3", "tsne"] = "latent"
    match_by: Literal["overlap", "centroids"] = "overlap"
    keep: bool = False
    least_share: float = MatchSettings.least_share


def make(task: Task) -> Report:
    """Find the classes of particles, under the names of the round before."""
    latents, embedding = read_latents(task.own("latents")), read_embedding(task.own("embedding"))
    found, words = _divide(task, latents, embedding)
    labels, words = _named_as_before(task, found, words, embedding)
    particles = source_particles(task)
    names = image_names(particles, task.manifest)
    reasons = reasons_left_out(task.own("model"), len(labels))
    _write(task.folder, found, labels, names, reasons)
    pictures = _pictures(task, embedding, labels, names, particles)
    states = TrueStates(task.manifest, labels, rows_left_out(task.inputs["particles/source"]))
    to_truth = _representatives(task, latents, labels, pictures, states)
    pictures |= _score_pictures(task, found) | _draw_confusion(states, task.folder)
    classes = [
        ClassResult(int(c), particles=states.count(c), truth_fsc05_angstrom=to_truth.get(int(c)))
        for c in np.unique(labels[labels > 0])
    ]
    write_classes(task.folder, classes)
    numbers: dict[str, Any] = {
        "classes": len(classes),
        **numbers_of(classes),
        "noise_particles": int(((labels < 0) & (reasons == 0)).sum()),
        "left_out_particles": int((reasons > 0).sum()),
        "median_probability": float(np.median(found.probability)),
        **states.agreement(),
        "verdict": words,
    }
    smallest = min((c.particles or 0 for c in classes), default=0)
    check = Check("not_empty", smallest > 0, f"{len(classes)} classes, the smallest of {smallest} particles")
    return Report(numbers, "classes", (check,), pictures)


def _divide(task: Task, latents: Latents, embedding: Embedding) -> tuple[Clusters, str]:
    """The particles divided into classes, or the classes of the round before, with the verdict in words."""
    settings, alike = _settings(task)
    places = {"latent": None, "pc": embedding.pca.scores, "umap2": embedding.umap2, "umap3": embedding.umap3}
    places["tsne"] = embedding.tsne
    if settings.on == "tsne" and embedding.tsne is None:
        raise SettingsError(
            f"{task.group}.clusters.on: tsne: was not made: set {task.group}.embedding.tsne: true"
        )
    previous = task.previous("clusters")
    if settings.keep and previous is not None:
        found = _kept(previous, latents)
    else:
        earlier = read_labels(previous) if previous else None
        good = np.flatnonzero(reasons_left_out(task.own("model"), len(latents.mean)) == 0)
        seen = Latents(latents.mean[good], latents.precision[good])
        place = places[settings.on]
        place = (latents.mean if place is None else place)[good].to(task.device)
        earlier = None if earlier is None else earlier[good]
        found = cluster(seen, settings, place, earlier, task.stage(settings.method))
        found = found.among(good, len(latents.mean))
        found = replace(found, verdict=found.verdict + _in_mass(task.own("model"), settings, len(good)))
    return found, f"{alike}{found.verdict}"


def _in_mass(model: Artifact, settings: ClassSettings, count: int) -> str:
    """Which difference in mass would have been found among so many images, in words, with a space before."""
    if model.numbers["method"] != "linear" or settings.method != "mixture" or settings.classes is not None:
        return ""
    mass = least_mass(
        load_linear(model.path("model/linear.json").parent).lump_deviations, least_distance(count)
    )
    if not math.isfinite(mass):
        return ""
    return (
        f" Equal states of which one lacks a compact part, {100 * mass:.2g}% of the mass, lie that far apart."
    )


def _named_as_before(task: Task, found: Clusters, words: str, embedding: Embedding) -> tuple[np.ndarray, str]:
    """Labels under the names of the round before, and the verdict; writes every name that was ever used."""
    labels, previous = found.labels, task.previous("clusters")
    names_used = sorted(set(labels[labels > 0].tolist()))
    if previous is not None:
        settings, _ = _settings(task)
        how = MatchSettings(settings.match_by, settings.least_share)
        matched = match(labels, read_labels(previous), how, read_names(previous), embedding.umap2)
        labels, names_used, words = matched.labels, list(matched.names_used), f"{words} {matched.words}"
        matched.overlap.to_csv(task.folder / "overlap.csv")
    pd.DataFrame({"class": names_used}).to_csv(task.folder / "names.csv", index=False)
    return labels, words


def _write(folder: Path, found: Clusters, labels: np.ndarray, names: list[str], reasons: np.ndarray) -> None:
    table = {"image": names, "class": labels, "probability": found.probability.round(6)}
    table["left_out"] = np.array(REASONS)[reasons]
    pd.DataFrame(table).to_csv(folder / "labels.csv", index=False)
    found.scores.to_csv(folder / "scores.csv", index=False)


def _settings(task: Task) -> tuple[ClassSettings, str]:
    """Settings, and a word where the model's images bear no component: classes are looked for in the one it kept."""
    settings: ClassSettings = task.settings
    if task.own("model").numbers.get("components_borne") != 0 or settings.classes is not None:
        return settings, ""
    words = "Held-out images do not bear the model's one component; classes of it are judged by themselves. "
    return settings, words


def _kept(previous: Artifact, latents: Latents) -> Clusters:
    """The classes of the round before."""
    table = pd.read_csv(previous.path("labels.csv"))
    labels = table["class"].to_numpy(np.int64)
    names = np.arange(1, max(1, int(labels.max())) + 1)
    own = (labels[:, None] == names).astype(np.float64)
    weight = own / np.maximum(own.sum(0), 1)
    return Clusters(
        labels,
        table["probability"].to_numpy(np.float64),
        own,
        weight.T @ latents.mean.double().numpy(),
        np.full((len(names), len(names)), np.nan),
        pd.DataFrame(),
        "The classes of the round before were kept (`keep`): a control.",
    )


def read_labels(clusters: Artifact) -> np.ndarray:
    """Read each particle's class, in the order of the table; noise is −1."""
    return pd.read_csv(clusters.path("labels.csv"))["class"].to_numpy(np.int64)


def read_names(clusters: Artifact) -> list[int]:
    """Read every class name that was ever given in this data set."""
    return pd.read_csv(clusters.path("names.csv"))["class"].tolist()


def image_names(particles: Particles, manifest: Dataset) -> list[str]:
    """`index@stack` of each image, as a table beside the data set's own would name it."""
    table = manifest.resolve(manifest.particles)
    assert table is not None
    stacks = [_beside(path, table.parent) for path in particles.stacks]
    rows = zip(particles.image_number.tolist(), particles.stack_number.tolist(), strict=True)
    return [f"{image + 1:06d}@{stacks[stack]}" for image, stack in rows]


def _beside(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _pictures(
    task: Task,
    embedding: Embedding,
    labels: np.ndarray,
    names: list[str],
    particles: Particles,
) -> dict[str, str]:
    """Draw the classes where people look for them."""
    latent_pictures.interactive_umap(embedding.umap3, labels, task.folder / "umap3d.html", names)
    pictures = {}
    for title, (name, points) in layouts(embedding).items():
        views = (mean_defocus(particles), particles.poses.rotation) if name == "umap" else ()
        latent_pictures.latent_maps(points, title, task.folder / f"{name}.png", labels, *views)
        pictures[f"{title} by class"] = f"{name}.png"
    return pictures


def _representatives(
    task: Task, latents: Latents, labels: np.ndarray, pictures: dict[str, str], states: TrueStates
) -> dict[int, float | None]:
    """Write and draw the volume of each class's representative; FSC 0.5 resolution in Å to its true state, by class."""
    found = {name: row for name, row in representatives(latents.mean, labels).items() if name > 0}
    if not found or task.own("model").numbers["method"] == "given":  # which has no decoder
        return {}
    rows = torch.tensor(list(found.values()))
    made = decoder(task.own("model"), task.device)(latents.mean[rows])
    volumes, resolutions = {}, {}
    for name, volume in zip(found, made, strict=True):
        volumes[f"class {name}"] = cropped(volume, _PICTURED_BOX)
        write_volume(task.folder / f"representative_{name:02d}.mrc", volumes[f"class {name}"])
        resolutions[name] = states.resolution_angstrom(name, volume)
    table = pd.DataFrame({"class": list(found), "particle": [row + 1 for row in found.values()]})
    table.to_csv(task.folder / "representatives.csv", index=False)
    latent_pictures.class_slices(volumes, task.folder / "representatives.png")
    pictures["the volume of each class's representative"] = "representatives.png"
    return resolutions


def _score_pictures(task: Task, found: Clusters) -> dict[str, str]:
    if len(found.scores) < 2:
        return {}
    fits.cluster_scores(found.scores, task.folder / "scores.png")
    return {"scores of the divisions tried": "scores.png"}


def _draw_confusion(states: TrueStates, folder: Path) -> dict[str, str]:
    table = states.confusion
    if table is None:
        return {}
    columns = ["no class" if c < 0 else f"class {c}" for c in table.classes.tolist()]
    rows = [f"state {s + 1}" for s in table.states.tolist()]
    fits.confusion_table(table.table, rows, columns, folder / "confusion.png")
    return {"true states and classes": "confusion.png"}


STEP = Step(
    key="round_NN/clusters",
    partition="datasets",
    code_version="4",
    description="The classes: how many the particles bear, who belongs to which (under the names of the round "
    "before), and the volume of each one's representative.",
    compute=make,
    checks=("not_empty",),
    inputs=(
        "particles/source",
        "round_NN/model",
        "round_NN/latents",
        "round_NN/embedding",
        "previous/clusters",
    ),
    settings=ClassSettings,
    facts=truth_facts,
    files=truth_files,
    kinds=frozenset({"csv"}),
    pool="gpu",
)
