"""Points of latent space by name: a particle, coordinates, the middle of a class, a path."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.trajectories import trajectory

SYNTAX = "particle:17, class:3, z:0.1,0.2, path:class:1,particle:17 or way:class:1,class:2"
"""How a point is written."""


@dataclass(frozen=True)
class NamedPoint:
    """A point of latent space, and what it is called."""

    name: str
    at: Float[Tensor, " k"]


Way = Callable[[Float[Tensor, " k"], Float[Tensor, " k"], int], Float[Tensor, "m k"]]
"""Points on the way from one point to another, so many."""


def points_at(
    word: str,
    places: Float[Tensor, "n k"],
    labels: Int[np.ndarray, " n"] | None,
    steps: int = 5,
    way: Way | None = None,
) -> list[NamedPoint]:
    """Points that a word names: one, or those of a path in order.

    Parameters
    ----------
    word : str
        `particle:17` (from 1), `class:3` (the mean of its particles), `z:0.1,0.2` (coordinates), or
        `path:A,B` from one particle or class to another, by where particles are dense, or `way:A,B` by `way`.
    places : (n, k)
        Where the particles lie.
    labels : (n,), optional
        Class of each particle, if there are classes.
    steps : int
        Points of a path, both ends included.
    way : callable, optional
        What `way:` goes by, such as the path of least action.

    Raises
    ------
    SettingsError
        The word names no point, or one that does not exist.
    """
    kind, colon, rest = word.strip().partition(":")
    try:
        if colon and (kind == "path" or (kind == "way" and way)):
            first, last = (_point(end, places, labels) for end in rest.split(","))
            if kind == "way" and way:
                found = way(first, last, steps)
            else:
                found = trajectory(places, _row_near(first, places), _row_near(last, places), steps)
            return [NamedPoint(f"{word} {i} of {len(found)}", at) for i, at in enumerate(found, 1)]
        if colon and kind == "z":
            at = torch.tensor([float(part) for part in rest.split(",")], dtype=places.dtype)
            if len(at) != places.shape[1]:
                raise SettingsError(f"{word}: {len(at)} coordinates of {places.shape[1]}")
            return [NamedPoint(word, at)]
        return [NamedPoint(word, _point(word, places, labels))]
    except ValueError:
        raise SettingsError(f"{word}: should be as {SYNTAX}") from None


def _point(
    word: str, places: Float[Tensor, "n k"], labels: Int[np.ndarray, " n"] | None
) -> Float[Tensor, " k"]:
    """The place of a particle or the middle of a class; ValueError for another word."""
    kind, _, rest = word.strip().partition(":")
    number = int(rest)
    if kind == "particle":
        if not 1 <= number <= len(places):
            raise SettingsError(f"{word}: there are particles 1 to {len(places)}")
        return places[number - 1]
    if kind != "class":
        raise ValueError(word)
    there = [] if labels is None else sorted(set(labels[labels > 0].tolist()))
    if labels is None or number not in there:
        raise SettingsError(f"{word}: there are {'classes ' + str(there)[1:-1] if there else 'no classes'}")
    return places[torch.from_numpy(labels == number)].mean(0)


def _row_near(point: Float[Tensor, " k"], places: Float[Tensor, "n k"]) -> int:
    """Row of the particle nearest a point."""
    return int((places - point).square().sum(1).argmin())
