"""The particles of a round as columns of numbers, one row a particle: latent space, classes, and the table."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.entries.table import read_stored
from cryo_assets.store.store import Artifact
from cryo_core.data import Particles
from cryo_core.errors import SettingsError
from cryo_core.geometry.rotations import matrix_to_euler
from cryo_core.posefree.residuals import residual


@dataclass(frozen=True)
class Column:
    """One column: its name in addresses, its title, and the scale of colours that suits it."""

    id: str
    title: str
    scale: str = "viridis"


@dataclass(frozen=True)
class Cloud:
    """A round of an entry as it is looked at: its latent space, and classes where they were found."""

    name: str
    round: int
    latents: Artifact
    embedding: Artifact
    clusters: Artifact | None
    poses: Artifact | None

    @property
    def parts(self) -> dict[str, Artifact]:
        """The artifacts that there are, by their name in the round."""
        named = {
            "latents": self.latents,
            "embedding": self.embedding,
            "clusters": self.clusters,
            "poses": self.poses,
        }
        return {name: made for name, made in named.items() if made}


ANGLES = ("rot", "tilt", "psi")

_OF_PARTICLES = (
    Column("defocus", "mean defocus (µm)"),
    Column("astigmatism", "astigmatism (µm)"),
    Column("tilt", "view: tilt (°)"),
    Column("rot", "view: rot (°)", "turn"),
    Column("psi", "in-plane angle psi (°)", "turn"),
    Column("shift", "shift (Å)"),
    Column("half_set", "half set"),
    Column("optics_group", "optics group"),
    Column("row", "row of the table"),
)
_OF_CLASSES = (Column("class", "class", "class"), Column("probability", "probability of the class"))
_RESIDUAL = Column("residual", "share of power that its class leaves")
_SCORES = "scores.npz"
_AXES = {"pc": "principal axis", "umap2": "UMAP", "umap3": "UMAP 3-D", "tsne": "t-SNE"}


def columns(cloud: Cloud) -> list[Column]:
    """The columns that every cloud has."""
    found = []
    for name in _frame(str(cloud.embedding.path("embedding.parquet"))):
        kind, _, axis = str(name).rpartition("_")
        found.append(Column(str(name), f"{_AXES.get(kind, kind)} {axis}"))
    if cloud.clusters:
        found += _OF_CLASSES
    if cloud.poses and _SCORES in cloud.poses.files:
        found.append(_RESIDUAL)
    return [*found, *_OF_PARTICLES]


def table_columns(cloud: Cloud) -> list[Column]:
    """Further columns, of the data set's own table: it has to be read for their names."""
    return [Column(f"table:{name}", name) for name in _extras(cloud)]


def values(cloud: Cloud, name: str) -> np.ndarray:
    """One column as float32, a value a particle; SettingsError where there is none of that name."""
    frame = _frame(str(cloud.embedding.path("embedding.parquet")))
    if name in frame:
        return frame[name].to_numpy(np.float32)
    if cloud.clusters and name in ("class", "probability"):
        return class_labels(str(cloud.clusters.path("labels.csv")))[name].to_numpy(np.float32)
    if name == _RESIDUAL.id and cloud.poses and _SCORES in cloud.poses.files:
        with np.load(cloud.poses.path(_SCORES), allow_pickle=False) as file:
            return residual(torch.from_numpy(file["score"])).numpy().astype(np.float32)
    if name == "row":
        return np.arange(1, len(frame) + 1, dtype=np.float32)
    table = stored_table(str(cloud.latents.path("particles.star")))
    if name.startswith("table:") and name[6:] in _extras(cloud):
        return _as_numbers(table.extra[name[6:]])
    made = _of_particles(table, name)
    if made is None:
        raise SettingsError(f"column {name[:60]!r}: there is none of that name")
    return np.asarray(made, np.float32)


def _of_particles(table: Particles, name: str) -> Any:
    optics = table.optics
    u, v = optics.defocus_u_angstrom.numpy(), optics.defocus_v_angstrom.numpy()
    if name == "defocus":
        return (u + v) / 2e4
    if name == "astigmatism":
        return np.abs(u - v) / 1e4
    if name == "half_set":
        return table.half_set
    if name == "optics_group":
        return optics.group.numpy()
    if name == "shift":
        return torch.linalg.vector_norm(table.poses.shift_angstrom, dim=1).numpy()
    if name in ANGLES:
        return matrix_to_euler(table.poses.rotation)[:, ANGLES.index(name)].numpy()
    return None


def _extras(cloud: Cloud) -> list[str]:
    """Columns of the file that the platform does not use, and that are numbers or names of few things."""
    extra = stored_table(str(cloud.latents.path("particles.star"))).extra
    return [str(name) for name in extra if len(extra) and extra[name].nunique() > 1]


def _as_numbers(column: "pd.Series[Any]") -> np.ndarray:
    """Numbers as they are; names by their place among the names, from 1."""
    numbers = pd.to_numeric(column, errors="coerce")
    if numbers.notna().any():
        return numbers.to_numpy(np.float32)
    return (pd.factorize(column, sort=True)[0] + 1).astype(np.float32)


@lru_cache(maxsize=2)
def _frame(path: str) -> pd.DataFrame:
    return pd.read_parquet(path)


@lru_cache(maxsize=2)
def class_labels(path: str) -> pd.DataFrame:
    """Class of each particle (none: -1), and its probability, from the labels.csv of a round."""
    return pd.read_csv(path, usecols=["class", "probability"])


_READING = threading.Lock()
"""One table is read at a time: of a million particles it takes a gigabyte meanwhile, and several people click."""


def stored_table(path: str) -> Particles:
    """The table of a round's particles; the last one stays in memory."""
    with _READING:
        return _table(path)


@lru_cache(maxsize=1)  # half a gigabyte for a million particles
def _table(path: str) -> Particles:
    return read_stored(Path(path))
