"""The latent space of a round as the explorer shows it: its classes, the density and the images at a particle."""

from functools import lru_cache
from typing import Any

import numpy as np
import torch

from cryo_assets.assets.particles.stack import prepared_images
from cryo_assets.assets.rounds.columns import Cloud, class_labels, stored_table
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.cli.tools.volumes import space_of_round
from cryo_assets.entries.manifest import Dataset
from cryo_assets.home import Home
from cryo_assets.pages.library import EntryView
from cryo_assets.pages.montage import montage
from cryo_assets.pictures.latent import class_colour
from cryo_assets.store.store import Artifact, Store
from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.posefree.space import Space


def cloud_of(view: EntryView, number: int) -> Cloud:
    """A round's latent space as the entry's page shows it; 0 is the newest. SettingsError where there is none."""
    latents, embedding = view.rounds("latents"), view.rounds("embedding")
    there = sorted(set(latents) & set(embedding))
    if not there or (number and number not in there):
        said = f"there are rounds {', '.join(map(str, there))}" if there else "none was made"
        raise SettingsError(f"{view.name}: no latent space of round {number or 1}: {said}")
    number = number or there[-1]
    clusters, poses = (view.rounds(name).get(number) for name in ("clusters", "poses"))
    return Cloud(view.name, number, latents[number], embedding[number], clusters, poses)


def classes(cloud: Cloud) -> list[dict[str, Any]]:
    """The classes of a cloud with their colours and particles; those in no class last."""
    if cloud.clusters is None:
        return []
    counts = class_labels(str(cloud.clusters.path("labels.csv")))["class"].value_counts()
    names = sorted((int(name) for name in counts.index), key=lambda name: (name < 1, name))
    return [
        {
            "class": name,
            "title": f"class {name}" if name > 0 else "no class",
            "colour": class_colour(name),
            "particles": int(counts[name]),
        }
        for name in names
    ]


def space_of(home: Home, cloud: Cloud) -> Space:
    """The latent model of a cloud, kept in memory between clicks."""
    made = cloud.latents
    return _space(home, made.recipe.asset, made.recipe.partition, made.version)


@lru_cache(maxsize=2)
def _space(home: Home, latents: str, entry: str, version: str) -> Space:
    store = Store(home.store, home.work)
    artifact = store.by_version(latents, entry, version)
    assert artifact is not None
    return space_of_round(store, artifact, torch.device("cpu"))


def density(home: Home, cloud: Cloud, row: int) -> Volume:
    """The map that the latent model has at a particle (from 0), as `cryo volumes --particles` writes it."""
    space = space_of(home, cloud)
    require_row(cloud, row)
    return next(iter(space.volumes(space.latents.mean[[row]])))


def nearest_images(view: EntryView, cloud: Cloud, row: int, count: int) -> bytes:
    """A PNG of the images nearest to a particle in latent space, beside what the model's density there says of them."""
    source, stack = (view.artifact(f"particles/{name}") for name in ("source", "stack"))
    if source is None or stack is None or not isinstance(view.manifest, Dataset):
        raise SettingsError(f"{view.name}: particles/stack is not made")
    rows = nearest(cloud, row, count)
    table = stored_table(str(cloud.latents.path("particles.star")))
    images = prepared_images(source, stack, view.manifest, table=table).take(np.array(rows))
    return montage(images, density(view.home, cloud, row), [f"{number + 1}" for number in rows])


def require_row(cloud: Cloud, row: int) -> None:
    """SettingsError unless there is such a particle."""
    count = cloud.latents.numbers["particles"]
    if not 0 <= row < count:
        raise SettingsError(f"particle {row + 1}: there are {count}")


def nearest(cloud: Cloud, row: int, count: int) -> list[int]:
    """The particles (from 0) that lie nearest to one in latent space, itself first."""
    require_row(cloud, row)
    mean = _means(str(cloud.latents.folder), cloud.latents)
    distance = np.square(mean - mean[row]).sum(1)
    some = np.argpartition(distance, min(count, len(distance)) - 1)[:count]
    return [int(i) for i in some[np.argsort(distance[some], kind="stable")]]


def nearest_to(cloud: Cloud, points: np.ndarray) -> list[int]:
    """The particle (from 0) that lies nearest to each point (m × k) of latent space."""
    mean = _means(str(cloud.latents.folder), cloud.latents)
    return [int(np.square(mean - point).sum(1).argmin()) for point in points]


_MEANS: dict[str, np.ndarray] = {}


def _means(folder: str, latents: Artifact) -> np.ndarray:
    if folder not in _MEANS:
        _MEANS.clear()
        _MEANS[folder] = read_latents(latents).mean.numpy()
    return _MEANS[folder]
