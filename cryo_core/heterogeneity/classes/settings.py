"""Settings of the search for classes."""

from dataclasses import dataclass
from typing import Literal

from cryo_core.errors import SettingsError

Method = Literal["mixture", "kmeans", "gmm", "dbscan", "hdbscan"]
Criterion = Literal["auto", "evidence", "icl", "bic", "silhouette", "dbcv", "stability"]

NOISE = -1
"""Label of a particle that belongs to no class."""

_AUTO = {"mixture": "evidence", "kmeans": "silhouette", "gmm": "bic", "dbscan": "dbcv", "hdbscan": "dbcv"}


@dataclass(frozen=True)
class ClusterSettings:
    """How classes are found.

    Attributes
    ----------
    method : choice
        A mixture fitted to each particle's latents with their uncertainty, or a method that sees points
        alone.
    classes : classes
        Their number; without it 1 to `most` are tried, and `criterion` chooses.
    most : classes
        At most so many are tried.
    smallest : images
        A class of fewer is dissolved. A number and no share: 50 images of a rare state are as much
        evidence among 100,000 as among 1,000.
    criterion : choice
        What chooses the number; auto: what images predict that were not fitted to (evidence) for the
        mixture, BIC for Gaussians, silhouette for k-means, DBCV for the others.
    starts : starts
        Of the mixture, from different points.
    radius : latent distance
        DBSCAN's eps.
    core : particles
        DBSCAN's min_samples.
    dense : particles
        HDBSCAN's smallest cluster, and the first min_samples of its loop (at most a twentieth of the
        particles).
    seed : number
        Seed of what is drawn at random.
    """

    method: Method = "mixture"
    classes: int | None = None
    most: int = 8
    smallest: int = 25
    criterion: Criterion = "auto"
    starts: int = 4
    radius: float = 0.5
    core: int = 50
    dense: int = 1000
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse settings that make no classes."""
        for name in ("most", "starts", "core", "dense"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be at least 1")
        if self.classes is not None and self.classes < 1:
            raise SettingsError(f"classes: {self.classes}: should be at least 1, or none to have them chosen")
        if self.smallest < 0 or self.smallest != round(self.smallest):
            raise SettingsError(f"smallest: {self.smallest}: a number of images (not a share), 0 or more")
        if not self.radius > 0:
            raise SettingsError(f"radius: {self.radius}: should be above 0")
        allowed = {"mixture": ("evidence", "icl", "bic"), "gmm": ("bic", "icl")}.get(self.method, ())
        if self.criterion in ("evidence", "icl", "bic") and self.criterion not in allowed:
            raise SettingsError(
                f"criterion: {self.criterion}: {self.method} has no such likelihood; take silhouette or dbcv"
            )

    @property
    def chosen_by(self) -> str:
        """The criterion, where `auto` names none."""
        return _AUTO[self.method] if self.criterion == "auto" else self.criterion
