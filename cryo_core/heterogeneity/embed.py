"""Maps of latent space that a person can look at: principal axes, UMAP in two and three dimensions, t-SNE.

UMAP is McInnes, Healy & Melville (2018), written here for this use: exact neighbours from a k-d tree, one
graph for both layouts, and every point of an epoch moved at once from the same positions, so that
the answer does not depend on the number of threads. Sets larger than `fitted` are laid out on a random part,
and the others are placed among their neighbours of it, which keeps the time proportional to the particles.
"""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.optimize import curve_fit
from scipy.sparse import coo_matrix, csr_matrix
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError, ShapeError

_SEARCH_STEPS = 64
_WIDTH = 10.0


@dataclass(frozen=True)
class EmbeddingSettings:
    """How latent space is laid out.

    `neighbours` and `least_distance` are UMAP's n_neighbors and min_dist; `fitted` is the largest number of
    points that are laid out, the others being placed among them; t-SNE is made where `tsne` asks for it.
    """

    neighbours: int = 15
    least_distance: float = 0.1
    epochs: int = 200
    fitted: int = 20_000
    tsne: bool = False
    perplexity: float = 30.0
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
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
    """Lay latent space out in every way the settings ask for.

    `init` is the embedding of the same particles in the round before, in the same order: both UMAPs then start
    there and stay comparable with it. ShapeError if it has another number of particles, or if there are fewer
    particles than `neighbours` + 1.
    """
    components = pca(latents)
    points = components.scores.detach().cpu().numpy().astype(np.float32)
    if init is not None and len(init.umap2) != len(points):
        raise ShapeError(
            f"the embedding to start from has {len(init.umap2)} particles, the latents {len(points)}"
        )
    layout = _Layout.of(points, settings)
    begun = (None, None) if init is None else (init.umap2, init.umap3)
    total = 2 * settings.epochs
    flat = layout.run(2, begun[0], lambda done, _: progress(done, total))
    deep = layout.run(3, begun[1], lambda done, _: progress(settings.epochs + done, total))
    tsne = layout.place(_tsne(layout.points[layout.rows], settings)) if settings.tsne else None
    return Embedding(components, flat, deep, tsne)


def pca(latents: Float[Tensor, "n k"]) -> Pca:
    """Turn latents to their principal axes, largest variance first; ShapeError for fewer than 2 particles."""
    if len(latents) < 2:
        raise ShapeError(f"{len(latents)} particles: principal axes need at least 2")
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
    progress: Progress = silent,
) -> Float[Tensor, "n d"]:
    """Lay points out in 2 or 3 dimensions by UMAP, from `init` or from their first coordinates."""
    layout = _Layout.of(points.detach().cpu().numpy().astype(np.float32), settings)
    return layout.run(dimensions, init, progress)


@dataclass(frozen=True)
class _Layout:
    """Points, the rows that are laid out, their graph, and each other point's neighbours among them."""

    points: Float[np.ndarray, "n k"]
    rows: Int[np.ndarray, " m"]
    graph: csr_matrix
    others: Int[np.ndarray, " o"]
    nearest: Int[np.ndarray, "o q"]
    weight: Float[np.ndarray, "o q"]
    settings: EmbeddingSettings

    @classmethod
    def of(cls, points: np.ndarray, settings: EmbeddingSettings) -> "_Layout":
        """Choose the rows and find everyone's neighbours; points that are not finite are an error."""
        count, k = len(points), settings.neighbours
        if count <= k:
            raise ShapeError(f"{count} particles cannot have {k} neighbours each: set fewer `neighbours`")
        if not np.isfinite(points).all():
            row = int(np.flatnonzero(~np.isfinite(points).all(1))[0])
            raise ShapeError(f"the latents of row {row + 1} are not finite")
        chosen = np.random.default_rng(settings.seed).permutation(count)[: settings.fitted]
        rows = np.sort(chosen)
        tree = cKDTree(points[rows])
        distance, index = tree.query(points[rows], k=k + 1, workers=-1)
        graph = _fuzzy_graph(*_without_self(distance, index, k))
        others = np.setdiff1d(np.arange(count), rows, assume_unique=True)
        apart, nearest = tree.query(points[others], k=k, workers=-1)
        weight = _memberships(apart) if len(others) else apart
        return cls(points, rows, graph, others, nearest, weight, settings)

    def run(self, dimensions: int, init: Tensor | None, progress: Progress) -> Float[Tensor, "n d"]:
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
        return self.place(_optimise(self.graph, start, self.settings, progress))

    def place(self, laid_out: Float[np.ndarray, "m d"]) -> Float[Tensor, "n d"]:
        """Give every point a place: its own, or the weighted mean of its neighbours' (UMAP's transform)."""
        places = np.empty((len(self.points), laid_out.shape[1]), np.float32)
        places[self.rows] = laid_out
        if len(self.others):
            share = self.weight / self.weight.sum(1, keepdims=True)
            places[self.others] = np.einsum("oq,oqd->od", share, laid_out[self.nearest])
        return torch.from_numpy(places)


def _without_self(distance: np.ndarray, index: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """Drop each row from its own neighbours; among points that coincide it need not come first."""
    own = index == np.arange(len(index))[:, None]
    own[~own.any(1), -1] = True
    return distance[~own].reshape(-1, k), index[~own].reshape(-1, k)


def _memberships(distance: Float[np.ndarray, "n k"]) -> Float[np.ndarray, "n k"]:
    """Give exp(−(d − nearest) / σ) with σ such that each row sums to log2 k (McInnes et al. 2018, alg. 3)."""
    excess = np.maximum(distance - distance[:, :1], 0)
    target = np.log2(distance.shape[1] + 1)
    low, high = np.zeros(len(distance)), np.full(len(distance), np.inf)
    sigma = np.ones(len(distance)) * max(float(distance.mean()), 1e-30)
    for _ in range(_SEARCH_STEPS):
        much = np.exp(-excess / sigma[:, None]).sum(1) > target
        high, low = np.where(much, sigma, high), np.where(much, low, sigma)
        sigma = np.where(np.isinf(high), 2 * sigma, (low + np.minimum(high, 1e300)) / 2)
    sigma = np.maximum(sigma, 1e-3 * max(float(distance.mean()), 1e-30))
    return np.exp(-excess / sigma[:, None])


def _fuzzy_graph(distance: np.ndarray, index: np.ndarray) -> csr_matrix:
    """Join each point's fuzzy neighbourhood: w + wᵀ − w ∘ wᵀ."""
    count, k = index.shape
    rows = np.repeat(np.arange(count), k)
    one_way = coo_matrix(
        (_memberships(distance).ravel(), (rows, index.ravel())), shape=(count, count)
    ).tocsr()
    other = one_way.T.tocsr()
    return (one_way + other - one_way.multiply(other)).tocsr()


def _curve(least_distance: float) -> float:
    """Give a of 1 / (1 + a d²), fitted to 1 below the least distance and an exponential decay beyond it.

    UMAP's exponent b is fixed at 1 (it fits 0.9): its power is most of the cost, and Böhm, Berens & Kobak (2022)
    find that it hardly shows.
    """
    x = np.linspace(0, 3, 300)
    y = np.where(x < least_distance, 1.0, np.exp(-(x - least_distance)))
    (a,), _ = curve_fit(lambda d, a: 1 / (1 + a * d**2), x, y)
    return float(a)


def _optimise(
    graph: csr_matrix, start: Float[np.ndarray, "m d"], settings: EmbeddingSettings, progress: Progress
) -> Float[np.ndarray, "m d"]:
    from cryo_core.heterogeneity.embed_kernel import move_points  # loads numba: only where it is about to run

    a = np.float32(_curve(settings.least_distance))
    rate = (graph.data / graph.data.max()).astype(np.float32)
    here, there = start.copy(), np.empty_like(start)
    edges = (graph.indptr.astype(np.int64), graph.indices.astype(np.int64), rate)
    for epoch in range(settings.epochs):
        step = np.float32(1 - epoch / settings.epochs)
        move_points(*edges, here, there, epoch, step, a, settings.seed)
        here, there = there, here
        progress(epoch + 1, settings.epochs)
    return here


def _tsne(points: Float[np.ndarray, "m k"], settings: EmbeddingSettings) -> Float[np.ndarray, "m 2"]:
    from sklearn.manifold import TSNE  # three seconds to import, and seldom asked for

    perplexity = min(settings.perplexity, (len(points) - 1) / 3)
    maker = TSNE(
        2,
        perplexity=perplexity,
        init="pca" if points.shape[1] > 1 else "random",
        random_state=settings.seed % (1 << 32),
    )
    return maker.fit_transform(points).astype(np.float32)
