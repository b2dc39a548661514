"""Maps of latent space that a person can look at: principal axes, UMAP in two and three dimensions, t-SNE.

UMAP is McInnes, Healy & Melville (2018), by their library, on exact neighbours from a k-d tree that both layouts share.
Of sets larger than `fitted` a random part is laid out, and the others are placed among their neighbours in it:
the time is proportional to the number of particles.
"""

import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.accelerated import umap_by_cuml, uses_cuml

_WIDTH = 10.0

_JUDGED = 2_000
"""Points, at most, whose neighbours are counted."""


@dataclass(frozen=True)
class EmbeddingSettings:
    """How latent space is laid out.

    Attributes
    ----------
    neighbours : particles
        UMAP's n_neighbors.
    least_distance : number
        UMAP's min_dist, the least distance of points in the picture.
    epochs : epochs
        Of UMAP.
    fitted : particles
        At most so many are laid out; the others are placed among them.
    tsne : yes or no
        Whether t-SNE is made too.
    perplexity : particles
        Of t-SNE.
    seed : number
        Seed of what is drawn at random.
    """

    neighbours: int = 15
    least_distance: float = 0.1
    epochs: int = 200
    fitted: int = 6_000
    tsne: bool = False
    perplexity: float = 30.0
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse settings that make no layout."""
        for name, least in (("neighbours", 2), ("epochs", 1), ("fitted", 100)):
            if getattr(self, name) < least:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be at least {least}")
        if not 0 <= self.least_distance < 1:
            raise SettingsError(f"least_distance: {self.least_distance}: should be from 0 to below 1")
        if not self.perplexity > 1:
            raise SettingsError(f"perplexity: {self.perplexity}: should be above 1")


@dataclass(frozen=True)
class Pca:
    """Principal components: row j of `axes` is axis j in latent space; `explained` are shares of the variance.

    The sign of each axis is such that its largest entry is positive.
    """

    scores: Float[Tensor, "n k"]
    axes: Float[Tensor, "k k"]
    mean: Float[Tensor, " k"]
    explained: Float[Tensor, " k"]


@dataclass(frozen=True)
class Embedding:
    """Every particle's place in each map of latent space, in the order of the latents."""

    pca: Pca
    umap2: Float[Tensor, "n 2"]
    umap3: Float[Tensor, "n 3"]
    tsne: Float[Tensor, "n 2"] | None


def embed(
    latents: Float[Tensor, "n k"],
    settings: EmbeddingSettings,
    init: Embedding | None = None,
    progress: Progress = silent,
) -> Embedding:
    """Principal axes, UMAP in two and three dimensions, and t-SNE if asked for, of the same particles.

    Parameters
    ----------
    latents : (n, k)
        Latent coordinates, one row a particle; those on a GPU are laid out there by cuML, if it is installed.
    settings : EmbeddingSettings
        How to lay them out.
    init : Embedding, optional
        Embedding of the same particles, in the same order, in the round before: both UMAPs start there, and stay
        comparable with it.
    progress : Progress
        Called after each of the two UMAP layouts.

    Raises
    ------
    ShapeError
        `init` has another number of particles, or there are fewer particles than `neighbours` + 1.
    """
    components = pca(latents.cpu())
    points = components.scores.detach().numpy().astype(np.float32)
    if init is not None and len(init.umap2) != len(points):
        raise ShapeError(
            f"the embedding to start from has {len(init.umap2)} particles, the latents {len(points)}"
        )
    layout = _Layout.of(points, settings, uses_cuml(latents.device))
    starts = (None, None) if init is None else (init.umap2, init.umap3)
    # UMAP frees the GIL, and each layout has its own random state
    with _quiet(), ThreadPoolExecutor(2) as pool:
        running = [
            pool.submit(layout.run, dimensions, start)
            for dimensions, start in zip((2, 3), starts, strict=True)
        ]
        for done, _ in enumerate(as_completed(running), 1):
            progress(done, 2)
    flat, deep = (layout_made.result() for layout_made in running)
    return Embedding(components, flat, deep, layout.tsne() if settings.tsne else None)


def pca(latents: Float[Tensor, "n k"]) -> Pca:
    """Principal axes of latents, largest variance first; ShapeError for fewer than 2 particles, or NaN."""
    if len(latents) < 2:
        raise ShapeError(f"{len(latents)} particles: principal axes need at least 2")
    bad = ~torch.isfinite(latents).all(1)
    if bool(bad.any()):
        raise ShapeError(f"the latents of row {int(bad.nonzero()[0]) + 1} are not finite")
    mean = latents.double().mean(0)
    centred = latents.double() - mean
    variance, vectors = torch.linalg.eigh(centred.T @ centred / (len(latents) - 1))
    variance, axes = variance.flip(0).clamp_min(0), vectors.T.flip(0)
    largest = axes.gather(1, axes.abs().argmax(1, keepdim=True))
    axes = axes * largest.sign()
    share = variance / variance.sum().clamp_min(1e-300)
    dtype = latents.dtype
    return Pca((centred @ axes.T).to(dtype), axes.to(dtype), mean.to(dtype), share.to(dtype))


def umap(
    points: Float[Tensor, "n k"],
    dimensions: int,
    settings: EmbeddingSettings,
    init: Float[Tensor, "n d"] | None = None,
) -> Float[Tensor, "n d"]:
    """Points laid out in 2 or 3 dimensions by UMAP.

    Parameters
    ----------
    points : (n, k)
        The points, one row each.
    dimensions : int
        Dimensions of the layout, d: 2 or 3.
    settings : EmbeddingSettings
        How to lay them out.
    init : (n, d), optional
        Layout to start from; the points' first coordinates if None.

    Returns
    -------
    (n, d)
        The layout, about 20 units wide.
    """
    host = points.detach().cpu().numpy().astype(np.float32)
    layout = _Layout.of(host, settings, uses_cuml(points.device))
    with _quiet():
        return layout.run(dimensions, init)


def tsne(points: Float[Tensor, "n k"], settings: EmbeddingSettings) -> Float[Tensor, "n 2"]:
    """Points laid out in two dimensions by t-SNE (van der Maaten & Hinton 2008), started at their principal axes."""
    return _Layout.of(points.detach().cpu().numpy().astype(np.float32), settings).tsne()


def neighbours_kept(
    points: Float[np.ndarray, "n k"], places: Float[np.ndarray, "n d"], neighbours: int
) -> float:
    """Share of points' nearest neighbours that are so in a layout too: of 2,000 points among all, at most.

    Parameters
    ----------
    points
        (n, k).
    places
        (n, d), their layout.
    neighbours
        How many of each point are counted.
    """
    some = np.linspace(0, len(points) - 1, min(_JUDGED, len(points))).round().astype(np.int64)
    near, shown = (
        cKDTree(where).query(where[some], k=neighbours + 1, workers=-1)[1] for where in (points, places)
    )
    kept = [len(set(a) & set(b)) - 1 for a, b in zip(near, shown, strict=True)]  # each is its own neighbour
    return float(np.clip(np.mean(kept) / neighbours, 0.0, 1.0))


@contextmanager
def _quiet() -> Iterator[None]:
    """Hide the warnings of UMAP and its dependencies, such as that it could not place new points.

    Entered by the thread that starts the layouts, never inside them: warning filters belong to the whole process, and
    two threads that change them at once would restore each other's.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@dataclass(frozen=True)
class _Layout:
    """Points, the rows that are laid out, and each point's neighbours among these rows."""

    points: Float[np.ndarray, "n k"]
    rows: Int[np.ndarray, " m"]
    distance: Float[np.ndarray, "m q"]
    index: Int[np.ndarray, "m q"]
    others: Int[np.ndarray, " o"]
    nearest: Int[np.ndarray, "o q"]
    apart: Float[np.ndarray, "o q"]
    settings: EmbeddingSettings
    cuml: bool

    @classmethod
    def of(cls, points: np.ndarray, settings: EmbeddingSettings, cuml: bool = False) -> "_Layout":
        """Choose the rows and find every point's neighbours among them."""
        count, k = len(points), settings.neighbours
        if count <= k:
            raise ShapeError(f"{count} particles cannot have {k} neighbours each: set fewer `neighbours`")
        chosen = np.random.default_rng(settings.seed).permutation(count)[: settings.fitted]
        rows = np.sort(chosen)
        tree = cKDTree(points[rows])
        distance, index = tree.query(points[rows], k=k, workers=-1)
        others = np.setdiff1d(np.arange(count), rows, assume_unique=True)
        apart, nearest = tree.query(points[others], k=k, workers=-1)
        return cls(points, rows, distance, index, others, nearest, apart, settings, cuml)

    def run(self, dimensions: int, init: Tensor | None) -> Float[Tensor, "n d"]:
        """Lay the chosen rows out, and place the others."""
        if dimensions > self.points.shape[1] and init is None:
            padding = dimensions - self.points.shape[1]
            noise = np.random.default_rng(self.settings.seed).normal(size=(len(self.rows), padding))
            start = np.concatenate([self.points[self.rows], noise * self.points.std()], 1)
        elif init is None:
            start = self.points[self.rows, :dimensions]
        else:
            start = init.detach().cpu().numpy()[self.rows]
        start = start.astype(np.float32)
        if init is None:
            start = (start - start.mean(0)) * np.float32(_WIDTH / max(np.abs(start).max(), 1e-30))
        return self.place(self._laid_out(start))

    def _laid_out(self, start: Float[np.ndarray, "m d"]) -> Float[np.ndarray, "m d"]:
        settings, points = self.settings, self.points[self.rows]
        near = self.index.astype(np.int32), self.distance.astype(np.float32)
        how = {
            "n_neighbors": settings.neighbours,
            "min_dist": settings.least_distance,
            "n_epochs": settings.epochs,
            "random_state": settings.seed % (1 << 32),
        }
        if self.cuml:
            made = umap_by_cuml(points, start, near, **how)
            if self._kept(made) >= self._kept(start):
                return made
        import umap  # seconds to import

        maker = umap.UMAP(
            n_components=start.shape[1], init=start, precomputed_knn=(*near, None), n_jobs=1, **how
        )
        return np.asarray(maker.fit_transform(points), np.float32)

    def _kept(self, places: Float[np.ndarray, "m d"]) -> float:
        return neighbours_kept(self.points[self.rows], places, self.settings.neighbours)

    def tsne(self) -> Float[Tensor, "n 2"]:
        """Lay the chosen rows out by t-SNE, and place the others."""
        from sklearn.manifold import TSNE  # three seconds to import, and seldom asked for

        points, settings = self.points[self.rows], self.settings
        maker = TSNE(
            2,
            perplexity=min(settings.perplexity, (len(points) - 1) / 3),
            init="pca" if points.shape[1] > 1 else "random",
            random_state=settings.seed % (1 << 32),
        )
        return self.place(maker.fit_transform(points).astype(np.float32))

    def place(self, laid_out: Float[np.ndarray, "m d"]) -> Float[Tensor, "n d"]:
        """Place of every point: its own, or the weighted mean of its neighbours' (the nearer, the more weight)."""
        places = np.empty((len(self.points), laid_out.shape[1]), np.float32)
        places[self.rows] = laid_out
        if len(self.others):
            width = np.maximum(self.apart.mean(1, keepdims=True), 1e-30)
            weight = np.exp(-(self.apart - self.apart[:, :1]) / width)
            share = weight / weight.sum(1, keepdims=True)
            places[self.others] = np.einsum("oq,oqd->od", share, laid_out[self.nearest])
        return torch.from_numpy(places)
