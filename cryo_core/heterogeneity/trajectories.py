"""Points of latent space to look at: chosen particles, lines, walks, paths among particles, random draws.

All take the posterior means of the particles (n x k) and give points, whose volumes the model's own decoder makes.
Particles are numbered from 1, as in the tables and on the command line.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from jaxtyping import Float, Int
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.embed import pca

Decoder = Callable[[Float[Tensor, "m k"]], Iterator[Volume]]
"""From points of latent space (m x k) to their volumes, one by one."""

_PERCENTILES = (5.0, 95.0)


class NoPathError(SettingsError):
    """The graph of nearest neighbours falls into pieces, and two particles lie in different ones."""


def walk(latent: Float[Tensor, "n k"], axis: int, points: int = 10) -> Float[Tensor, "points k"]:
    """Points along a principal axis, from its 5th to its 95th percentile, through the mean.

    Parameters
    ----------
    latent : (n, k)
        Posterior means of the particles.
    axis : int
        Number of the principal axis, from 0.
    points : int
        How many points, at least 2.

    Returns
    -------
    (points, k)
        The points, evenly spaced.
    """
    axes = pca(latent).axes
    if not 0 <= axis < len(axes) or points < 2:
        raise SettingsError(f"axis {axis} of {len(axes)} with {points} points: no such walk")
    mean = latent.mean(dim=0)
    along = ((latent - mean) @ axes[axis]).double().cpu().numpy()
    low, high = np.percentile(along, _PERCENTILES)
    steps = torch.linspace(float(low), float(high), points, dtype=latent.dtype, device=latent.device)
    return mean + steps[:, None] * axes[axis]


def representatives(latent: Float[Tensor, "n k"], labels: Int[np.ndarray, " m"]) -> dict[int, int]:
    """For each class the row (from 0) of the particle nearest its centre; noise (-1) has none."""
    if len(labels) != len(latent):
        raise ShapeError(f"{len(labels)} labels for {len(latent)} particles")
    points, nearest = latent.double().cpu().numpy(), {}
    for name in np.unique(labels[labels >= 0]):
        rows = np.flatnonzero(labels == name)
        distance = ((points[rows] - points[rows].mean(axis=0)) ** 2).sum(axis=1)
        nearest[int(name)] = int(rows[distance.argmin()])
    return nearest


def trajectory(
    latent: Float[Tensor, "n k"], start: int, end: int, points: int = 10, neighbours: int = 10
) -> Float[Tensor, "points k"]:
    """Points on a path between two particles that stays where particles are; see `tour`.

    Parameters
    ----------
    latent : (n, k)
        Posterior means of the particles.
    start, end : int
        Rows of the two particles, from 0.
    points : int
        How many points.
    neighbours : int
        Neighbours of each particle in the graph.

    Returns
    -------
    (points, k)
        The points, both ends included.

    Raises
    ------
    SettingsError
        A row does not exist, or no path joins the two particles.
    """
    return tour(latent, [start, end], points, neighbours)


def tour(
    latent: Float[Tensor, "n k"], stops: Sequence[int], points: int = 10, neighbours: int = 10
) -> Float[Tensor, "points k"]:
    """Points on a path by several particles, one after the other, that stays where particles are.

    Each leg is the shortest in the graph of nearest neighbours, each edge as long as the square of its distance, so
    that many small steps are cheaper than one leap; the points are evenly spaced along the whole.

    Parameters
    ----------
    latent : (n, k)
        Posterior means of the particles.
    stops : two or more
        Rows of the particles, from 0, in their order.
    points : int
        How many points.
    neighbours : int
        Neighbours of each particle in the graph.

    Returns
    -------
    (points, k)
        The points, both ends included.

    Raises
    ------
    SettingsError
        There are fewer than two stops, a row does not exist, or no path joins two of them.
    """
    cloud = latent.double().cpu().numpy()
    if len(stops) < 2:
        raise SettingsError(f"a path by {len(stops)} particles: at least 2")
    for row in stops:
        if not 0 <= row < len(cloud):
            raise SettingsError(f"particle {row + 1}: there are {len(cloud)}")
    graph = _neighbours(cloud, neighbours)
    legs = [_shortest_path(graph, a, b, neighbours) for a, b in zip(stops, stops[1:], strict=False)]
    path = cloud[[stops[0], *(row for leg in legs for row in leg[1:])]]
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    wanted = np.linspace(0.0, length[-1], points)
    even = np.stack([np.interp(wanted, length, path[:, axis]) for axis in range(path.shape[1])], axis=1)
    return torch.from_numpy(even).to(latent)


def _neighbours(cloud: np.ndarray, neighbours: int) -> csr_matrix:
    """The graph of nearest neighbours, its edges as long as the squares of their distances."""
    count = min(neighbours + 1, len(cloud))
    distance, near = cKDTree(cloud).query(cloud, count)
    rows = np.repeat(np.arange(len(cloud)), count)
    # A twin at distance 0 is still a neighbour; a sparse graph would drop an edge of length 0.
    weight = np.maximum(distance.ravel() ** 2, 1e-12)
    return coo_matrix((weight, (rows, near.ravel())), shape=(len(cloud), len(cloud))).tocsr()


def _shortest_path(graph: csr_matrix, start: int, end: int, neighbours: int) -> list[int]:
    _, before = dijkstra(graph, directed=False, indices=start, return_predecessors=True)
    path = [end]
    while path[-1] != start:
        previous = int(before[path[-1]])
        if previous < 0:
            raise NoPathError(
                f"particles {start + 1} and {end + 1}: no path of {neighbours} nearest neighbours joins them; "
                "ask for more neighbours"
            )
        path.append(previous)
    return path[::-1]


def at_particles(latent: Float[Tensor, "n k"], rows: list[int]) -> Float[Tensor, "m k"]:
    """Points of some particles, numbered from 1; SettingsError for a number that does not exist."""
    for row in rows:
        if not 1 <= row <= len(latent):
            raise SettingsError(f"particle {row}: there are {len(latent)}")
    return latent[torch.tensor(rows, dtype=torch.int64) - 1]


def at_random(latent: Float[Tensor, "n k"], count: int, generator: torch.Generator) -> Float[Tensor, "m k"]:
    """Points drawn from the normal distribution with the particles' mean and covariance.

    Parameters
    ----------
    latent : (n, k)
        Posterior means of the particles.
    count : int
        How many points to draw, at least 1.
    generator : torch.Generator
        Source of the random numbers, on the CPU.

    Returns
    -------
    (count, k)
        The points.
    """
    if count < 1:
        raise SettingsError(f"{count} points: at least 1")
    mean = latent.double().mean(0)
    centred = latent.double() - mean
    values, axes = torch.linalg.eigh(centred.T @ centred / max(1, len(latent) - 1))
    draws = torch.randn(count, latent.shape[1], generator=generator, dtype=torch.float64)
    return (mean + (draws * values.clamp(min=0).sqrt()) @ axes.T).to(latent.dtype)


def between(latent: Float[Tensor, "n k"], first: int, last: int, points: int = 10) -> Float[Tensor, "m k"]:
    """Points evenly spaced on the straight line from one particle to another, both included.

    Parameters
    ----------
    latent : (n, k)
        Posterior means of the particles.
    first, last : int
        Numbers of the two particles, from 1.
    points : int
        How many points, at least 2.

    Returns
    -------
    (points, k)
        The points.
    """
    if points < 2:
        raise SettingsError(f"{points} points: at least 2")
    ends = at_particles(latent, [first, last])
    share = torch.linspace(0.0, 1.0, points, dtype=latent.dtype)[:, None]
    return ends[:1] + share * (ends[1:] - ends[:1])
