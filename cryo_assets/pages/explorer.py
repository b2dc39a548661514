"""The latent space of a round as the explorer shows it: its classes, the density and the images at a particle."""

from functools import lru_cache
from typing import Any

import numpy as np
import torch

from cryo_assets.assets.rounds.columns import Cloud, class_labels
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.cli.tools.volumes import space_of_round
from cryo_assets.home import Home
from cryo_assets.pages.library import EntryView
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


@lru_cache(maxsize=2)
def _space(home: Home, latents: str, entry: str, version: str) -> Space:
    """A latent model, kept in memory between clicks."""
    store = Store(home.store, home.work)
    artifact = store.by_version(latents, entry, version)
    assert artifact is not None
    return space_of_round(store, artifact, torch.device("cpu"))


def density(home: Home, cloud: Cloud, row: int) -> Volume:
    """The map that the latent model has at a particle (from 0), as `cryo volumes --particles` writes it."""
    made = cloud.latents
    space = _space(home, made.recipe.asset, made.recipe.partition, made.version)
    require_row(cloud, row)
    return next(iter(space.volumes(space.latents.mean[[row]])))


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


_MEANS: dict[str, np.ndarray] = {}


def _means(folder: str, latents: Artifact) -> np.ndarray:
    if folder not in _MEANS:
        _MEANS.clear()
        _MEANS[folder] = read_latents(latents).mean.numpy()
    return _MEANS[folder]
