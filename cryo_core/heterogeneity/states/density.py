"""How particles are distributed in latent space, with the blur of their uncertainty taken out.

What an image says of its place is a likelihood, not a point. The density ρ under which the images' likelihoods are
largest together, Π ∫ ρ(z) L(z) dz, is free of their blur (Kiefer & Wolfowitz 1956). It is found by EM on a grid
(Richardson 1972, Lucy 1974), from a Gaussian, and EM is stopped where images that were left out are predicted best:
later it makes peaks of noise. The same number of steps on images drawn again with repetition gives its error.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.embed import pca
from cryo_core.heterogeneity.latents import Latents

_POINTS = {1: 121, 2: 31}
_STEPS, _EVERY, _FOLDS = 120, 3, 5
_WIDE = 0.3
"""By how much the grid is wider than the images on either side, of their spread."""

_LEAST = 0.02
"""Least height of a mode, of the highest."""

_FEWEST = 10
"""Images that a mode must hold: one image far from all others is a peak too, in every draw that has it."""

_DIP = 0.05
"""How much lower than a mode, in ln ρ, its saddle must lie in a draw to speak for the mode."""


@dataclass(frozen=True)
class DensitySettings:
    """How the density is found.

    Attributes
    ----------
    images : images
        Of which the density is found, at most; more are drawn from.
    draws : draws
        With repetition, for the error of the density and the support of its modes.
    support : share
        Of the draws that a mode must stand out in to be a state.
    seed : number
        Seed of what is drawn at random.
    """

    images: int = 4_000
    draws: int = 30
    support: float = 0.95
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse settings that find no density."""
        if self.images < 50 or self.draws < 5:
            raise SettingsError(f"images {self.images} and draws {self.draws}: at least 50 and 5")
        if not 0.5 <= self.support <= 1:
            raise SettingsError(f"support: {self.support}: should be from 0.5 to 1")


@dataclass(frozen=True)
class Mode:
    """A peak of the density: its place in latent space, −ln ρ over the highest, and the share of draws that have it."""

    at: Float[Tensor, " k"]
    free_energy: float
    support: float


@dataclass(frozen=True)
class Density:
    """Density on a grid of one or two principal axes of latent space.

    `grid` are the points on the axes, row by row, `shape` their numbers along each axis; row j of `axes` is axis j in
    latent space, about `centre`. `density` sums to 1, `free_energy` is −ln ρ over its least, `error` its deviation
    over the draws. `modes` are all peaks, the highest first; those with enough support are `states`. `steps` of EM.
    """

    grid: Float[Tensor, "g d"]
    shape: tuple[int, ...]
    axes: Float[Tensor, "d k"]
    centre: Float[Tensor, " k"]
    density: Float[Tensor, " g"]
    error: Float[Tensor, " g"]
    modes: tuple[Mode, ...]
    states: int
    steps: int

    @property
    def free_energy(self) -> Float[Tensor, " g"]:
        """−ln ρ over its least."""
        energy = -self.density.clamp(min=1e-12).log()
        return energy - energy.min()

    def lifted(self, points: Float[Tensor, "m d"]) -> Float[Tensor, "m k"]:
        """Points of the axes, in latent space."""
        return self.centre + points @ self.axes


def density(latents: Latents, settings: DensitySettings, progress: Progress = silent) -> Density:
    """The density of particles along the first one or two principal axes of their latents.

    Parameters
    ----------
    latents : Latents
        Of the particles that are to count.
    settings : DensitySettings
        How it is found.
    progress : Progress
        Called with steps of EM.

    Raises
    ------
    SettingsError
        There are fewer than 50 particles.
    """
    if len(latents) < 50:
        raise SettingsError(f"{len(latents)} particles: a density needs at least 50")
    generator = torch.Generator().manual_seed(settings.seed)
    rows = torch.randperm(len(latents), generator=generator)[: settings.images]
    components = pca(latents.mean)
    size = min(2, latents.mean.shape[1])
    axes, centre = components.axes[:size], components.mean
    place, covariance = _on_axes(Latents(latents.mean[rows], latents.precision[rows]), axes, centre)
    grid, shape = _grid(place)
    likely, start = _likelihoods(grid, place, covariance), _gaussian(grid, place, covariance)
    steps = _steps(likely, start, settings, progress)
    count = len(rows)
    draws = [torch.randint(count, (count,), generator=generator) for _ in range(settings.draws)]
    weight = torch.stack([torch.ones(count), *(torch.bincount(d, minlength=count) for d in draws)], 1)
    every = start[:, None].expand(-1, weight.shape[1])
    for step in range(steps):
        every = _step(likely, every, weight)
        progress(_STEPS + step + 1, _STEPS + steps)
    found, drawn = every[:, 0], every[:, 1:]
    log = drawn.clamp(min=1e-12).log()
    error = (log - log.mean(0)).std(1)
    modes = _modes(found, drawn, shape, _FEWEST / count)
    lifted = centre + grid @ axes
    named = tuple(Mode(lifted[at], energy, support) for at, energy, support in modes)
    states = sum(mode.support >= settings.support for mode in named)
    return Density(grid, shape, axes, centre, found, error, named, states, steps)


def _on_axes(
    latents: Latents, axes: Float[Tensor, "d k"], centre: Float[Tensor, " k"]
) -> tuple[Float[Tensor, "n d"], Float[Tensor, "n d d"]]:
    """(mean, covariance) of each image's place on some axes, under the prior N(0, 1)."""
    covariance = torch.linalg.inv(latents.precision.double())
    a = axes.double()
    return (
        ((latents.mean - centre) @ axes.T).float(),
        torch.einsum("di,nij,ej->nde", a, covariance, a).float(),
    )


def _grid(place: Float[Tensor, "n d"]) -> tuple[Float[Tensor, "g d"], tuple[int, ...]]:
    """Points over the images and a margin, row by row."""
    low, high = place.double().quantile(0.001, 0), place.double().quantile(0.999, 0)
    margin = _WIDE * (high - low).clamp(min=1e-6)
    points = _POINTS[place.shape[1]]
    lines = [
        torch.linspace(float(a - m), float(b + m), points, dtype=torch.float32)
        for a, b, m in zip(low, high, margin, strict=True)
    ]
    mesh = torch.meshgrid(*lines, indexing="ij")
    return torch.stack([m.flatten() for m in mesh], 1), (points,) * place.shape[1]


def _likelihoods(
    grid: Float[Tensor, "g d"], place: Float[Tensor, "n d"], covariance: Float[Tensor, "n d d"]
) -> Float[Tensor, "n g"]:
    """Each image's likelihood at the points, of its largest there: its posterior without the prior N(0, 1)."""
    precision = torch.linalg.inv(covariance.double())
    away = grid.double()[None] - place.double()[:, None]
    log = -0.5 * torch.einsum("ngi,nij,ngj->ng", away, precision, away)
    # The centre of the axes is that of the latents, which is the prior's but for what few images move it.
    log = log + 0.5 * grid.double().square().sum(1)
    return (log - log.max(1, keepdim=True).values).exp().float()


def _gaussian(
    grid: Float[Tensor, "g d"], place: Float[Tensor, "n d"], covariance: Float[Tensor, "n d d"]
) -> Float[Tensor, " g"]:
    """Where EM begins: the Gaussian that is as wide as the images and their uncertainty."""
    centre = place.double().mean(0)
    away = place.double() - centre
    spread = away.T @ away / len(away) + covariance.double().mean(0)
    away = grid.double() - centre
    log = -0.5 * torch.einsum("gi,ij,gj->g", away, torch.linalg.inv(spread), away)
    return log.softmax(0).float()


def _step(
    likely: Float[Tensor, "n g"], rho: Float[Tensor, "g c"], weight: Float[Tensor, "n c"]
) -> Float[Tensor, "g c"]:
    """A step of EM for densities of images that count differently."""
    seen = likely @ rho
    new = rho * (likely.T @ (weight / seen.clamp(min=1e-30)))
    return new / new.sum(0).clamp(min=1e-30)


def _steps(
    likely: Float[Tensor, "n g"], start: Float[Tensor, " g"], settings: DensitySettings, progress: Progress
) -> int:
    """Steps of EM after which images that were left out are predicted best."""
    generator = torch.Generator().manual_seed(settings.seed + 1)
    fold = torch.randint(_FOLDS, (len(likely),), generator=generator)
    weight = torch.stack([(fold != number).float() for number in range(_FOLDS)], 1)
    rho, best, chosen = start[:, None].expand(-1, _FOLDS), -math.inf, 0
    for step in range(_STEPS + 1):
        if step % _EVERY == 0:
            held = (likely @ rho).clamp(min=1e-30).log() * (1.0 - weight)
            if float(held.sum()) > best:
                best, chosen = float(held.sum()), step
        rho = _step(likely, rho, weight)
        progress(min(step, _STEPS), 2 * _STEPS)
    return chosen


def _modes(
    rho: Float[Tensor, " g"], drawn: Float[Tensor, "g b"], shape: tuple[int, ...], least_share: float
) -> list[tuple[int, float, float]]:
    """(point, −ln ρ over the highest, share of the draws that have it) of each peak, the highest first.

    Peaks are joined as the water falls: the point at which a lower one meets a higher one is its saddle, and what
    stands above that is its share of the images, which has to be `least_share`. A draw has the peak if it is higher at
    the peak, or beside it, than at the saddle.
    """
    values, near = rho.numpy(), _neighbours(shape)
    root: dict[int, int] = {}
    saddle: dict[int, int] = {}
    share: dict[int, float] = {}
    for point in np.argsort(-values).tolist():
        met = sorted({_root(root, p) for p in near[point] if p in root}, key=lambda p: -values[p])
        root[point] = met[0] if met else point
        share[root[point]] = share.get(root[point], 0.0) + float(values[point])
        for lower in met[1:]:
            saddle[lower] = point
            root[lower] = met[0]
            share[met[0]] += share[lower]
    peaks = [p for p in root if p == int(values.argmax()) or p in saddle]
    found = []
    for peak in sorted(peaks, key=lambda p: -values[p]):
        if values[peak] < _LEAST * values.max() or (peak in saddle and share[peak] < least_share):
            continue
        around = drawn[[peak, *near[peak]]].max(0).values.clamp(min=1e-12).log()
        support = 1.0
        if peak in saddle:
            over = around - drawn[saddle[peak]].clamp(min=1e-12).log()
            support = float((over > _DIP).float().mean())
        found.append((peak, float(np.log(values.max() / values[peak])), support))
    return found


def _root(root: dict[int, int], point: int) -> int:
    while root[point] != point:
        point = root[point]
    return point


def _neighbours(shape: tuple[int, ...]) -> list[list[int]]:
    """Points beside each point of a grid, also over corners."""
    index = np.arange(math.prod(shape)).reshape(shape)
    padded = np.pad(index, 1, constant_values=-1)
    steps = np.stack(np.meshgrid(*[(-1, 0, 1)] * len(shape), indexing="ij"), -1).reshape(-1, len(shape))
    moved = [
        padded[tuple(slice(1 + s, 1 + s + n) for s, n in zip(step, shape, strict=True))].ravel()
        for step in steps
        if step.any()
    ]
    return [[p for p in row if p >= 0] for row in np.stack(moved, 1).tolist()]


def least_action(
    found: Density, first: Float[Tensor, " k"], last: Float[Tensor, " k"], points: int = 5
) -> Float[Tensor, "m k"]:
    """Points, evenly spaced, on the path of least action between two points of latent space.

    The action is Maupertuis's, ∫ √(F − F₀) ds, where F = −ln ρ and F₀ its least: the path goes through valleys of the
    free energy. Beside the axes of the density it goes straight.

    Parameters
    ----------
    found : Density
        Of the latents.
    first, last : (k,)
        The ends.
    points : int
        How many points, both ends included.
    """
    ends = [(end - found.centre) @ found.axes.T for end in (first, last)]
    rows = [int((found.grid - end).square().sum(1).argmin()) for end in ends]
    way = found.grid[_cheapest(found, *rows)]
    way = torch.cat([ends[0][None], way[1:-1], ends[1][None]])
    length = torch.cat([torch.zeros(1), way.diff(dim=0).norm(dim=1).cumsum(0)]).numpy()
    wanted = np.linspace(0.0, float(length[-1]), points)
    even = np.stack([np.interp(wanted, length, column) for column in way.T.numpy()], 1)
    share = torch.from_numpy(wanted / max(float(length[-1]), 1e-30)).to(first)[:, None]
    straight = first + share * (last - first)
    across = straight - found.lifted((straight - found.centre) @ found.axes.T)
    return found.lifted(torch.from_numpy(even).to(first)) + across


def _cheapest(found: Density, first: int, last: int) -> Int[Tensor, " m"]:
    """Rows of the grid on the cheapest way, by the mean of √(F − F₀) and the length of each step."""
    near = _neighbours(found.shape)
    rows = np.repeat(np.arange(len(near)), [len(n) for n in near])
    columns = np.concatenate(near)
    root = (found.free_energy + 1e-3).sqrt().numpy()
    length = (found.grid[rows] - found.grid[columns]).norm(dim=1).numpy()
    cost = length * 0.5 * (root[rows] + root[columns])
    graph = coo_matrix((cost, (rows, columns)), shape=(len(near),) * 2).tocsr()
    _, before = dijkstra(graph, indices=first, return_predecessors=True)
    path = [last]
    while path[-1] != first:
        path.append(int(before[path[-1]]))
    return torch.tensor(path[::-1])
