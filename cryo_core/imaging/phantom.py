"""A made-up protein complex: for simulated sets that need no file and look like the real thing."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from scipy.spatial import cKDTree

from cryo_core.data import Atoms
from cryo_core.errors import SettingsError

_SCATTERING = {
    "C": ((0.0893, 0.2563, 0.7570, 1.0487, 0.3575), (0.2465, 1.7100, 6.4094, 18.6113, 50.2523)),
    "N": ((0.1022, 0.3219, 0.7982, 0.8197, 0.1715), (0.2451, 1.7481, 6.1925, 17.3894, 48.1431)),
    "O": ((0.0974, 0.2921, 0.6910, 0.6990, 0.2039), (0.2067, 1.3815, 4.6943, 12.7105, 32.4726)),
}
"""Electron scattering factors: amplitudes (Å) and widths (Å²) of five Gaussians (Peng et al. 1996)."""

_STEP = 3.8
_WAYS = 100
_TRIES = 8
_SHAPES = {"helix": (91.0, 50.0, (8, 19)), "strand": (124.0, -170.0, (5, 10))}
"""Angle and torsion of successive Cα atoms in degrees, and the lengths a segment may have."""


@dataclass(frozen=True)
class _Room:
    """A ball in which a subunit may grow, in Å."""

    centre: Float[np.ndarray, " 3"]
    radius: float


def phantom_complex(seed: int = 20240229, subunits: int = 4, residues_per_subunit: int = 300) -> Atoms:
    """A complex of globular protein chains A, B, C and so on, the same for the same seed.

    Each chain folds helices, strands and loops, Cα atoms 3.8 Å apart and no two closer than about 4 Å, into a
    ball as dense as a protein; backbone and side-chain atoms (6 to 9 a residue) hang on them and scatter
    electrons as C, N and O do. Subunits differ in size by up to a fifth and touch without any symmetry. At the
    defaults the complex is about 110 to 130 Å across. It is centred on the origin.

    Parameters
    ----------
    seed
        Of the random numbers.
    subunits
        Number of chains, 1 to 26.
    residues_per_subunit
        Mean length of a chain, at least 10.

    Raises
    ------
    SettingsError
        A number is out of its range.
    """
    if not 1 <= subunits <= 26 or residues_per_subunit < 10:
        raise SettingsError("a phantom needs 1 to 26 subunits of at least 10 residues")
    rng = np.random.default_rng(seed)
    sizes = [round(residues_per_subunit * f) for f in rng.uniform(0.8, 1.2, subunits)]
    chains: list[Float[np.ndarray, "_ 3"]] = []
    for room, size in zip(_rooms(sizes, rng), sizes, strict=True):
        chains.append(_grow(room, size, np.concatenate(chains) if chains else np.zeros((0, 3)), rng))
    return _dress(chains, rng)


def _rooms(sizes: list[int], rng: np.random.Generator) -> list[_Room]:
    """Balls that touch: each beside an earlier one, so that the whole is about 4.6 radii across."""
    radii = [3.75 * size ** (1 / 3) for size in sizes]
    rooms = [_Room(np.zeros(3), radii[0])]
    wanted = 4.6 * float(np.mean(radii))
    for radius in radii[1:]:
        best, best_cost = rooms[0].centre, math.inf
        for _ in range(200):
            beside = rooms[rng.integers(len(rooms))]
            centre = beside.centre + _direction(rng) * (beside.radius + radius - 2.0)
            gaps = [np.linalg.norm(centre - r.centre) - r.radius - radius for r in rooms]
            span = max(np.linalg.norm(centre - r.centre) + r.radius + radius for r in rooms)
            cost = 10.0 * max(0.0, -4.0 - min(gaps)) + abs(span - wanted) + 0.2 * sum(np.maximum(gaps, 0))
            best, best_cost = (centre, cost) if cost < best_cost else (best, best_cost)
        rooms.append(_Room(best, radius))
    return rooms


def _grow(
    room: _Room, residues: int, others: Float[np.ndarray, "m 3"], rng: np.random.Generator
) -> Float[np.ndarray, "r 3"]:
    """Grow a chain segment by segment, each the best of many ways on: in the room, and clear of all else."""
    first = room.centre + 0.6 * room.radius * _direction(rng)
    second = first - _STEP * _unit(first - room.centre)
    chain = np.stack(
        [first, second, second + _STEP * _unit(np.cross(first - room.centre, rng.normal(size=3)))]
    )
    outside = cKDTree(others) if len(others) else None
    while len(chain) < residues:
        inside = cKDTree(chain[:-2])
        best, best_cost = chain[:0], math.inf
        for _ in range(_TRIES):
            ways = _ways(chain[-3:], rng)
            cost = _cost(ways, room, inside, outside)
            pick = int(cost.argmin())
            if cost[pick] < best_cost:
                best, best_cost = ways[pick], float(cost[pick])
            if best_cost < 0.05:
                break
        chain = np.vstack([chain, best])
    return chain[:residues]


def _ways(tail: Float[np.ndarray, "3 3"], rng: np.random.Generator) -> Float[np.ndarray, "w k 3"]:
    """Many ways to go on from three Cα atoms: a loop of 1 to 4 at random, then a helix or strand."""
    angle, torsion, (low, high) = _SHAPES["helix" if rng.random() < 0.6 else "strand"]
    loop, length = int(rng.integers(1, 5)), int(rng.integers(low, high))
    angles = np.full((_WAYS, loop + length), angle) + rng.normal(0, 2, (_WAYS, loop + length))
    turns = np.full((_WAYS, loop + length), torsion) + rng.normal(0, 4, (_WAYS, loop + length))
    angles[:, :loop], turns[:, :loop] = (
        rng.uniform(90, 140, (_WAYS, loop)),
        rng.uniform(-180, 180, (_WAYS, loop)),
    )
    points = [np.broadcast_to(p, (_WAYS, 3)) for p in tail]
    for a, t in zip(np.deg2rad(angles).T[..., None], np.deg2rad(turns).T[..., None], strict=True):
        back = _unit(points[-1] - points[-2])
        normal = _unit(np.cross(points[-2] - points[-3], back))
        across = np.cross(normal, back)
        step = -np.cos(a) * back + np.sin(a) * (np.cos(t) * across + np.sin(t) * normal)
        points.append(points[-1] + _STEP * step)
    return np.stack(points[3:], axis=1)


def _cost(
    ways: Float[np.ndarray, "w k 3"], room: _Room, inside: cKDTree, outside: cKDTree | None
) -> Float[np.ndarray, " w"]:
    """Cost per atom of clashes within 4.2 Å of the chain and 5 Å of others, and of leaving the room."""
    beyond = np.linalg.norm(ways - room.centre, axis=-1) - room.radius
    cost = np.maximum(beyond, 0.0) ** 2 * 0.1
    for tree, least in ((inside, 4.2), (outside, 5.0)):
        if tree is not None:
            near = tree.query(ways, distance_upper_bound=least)[0]
            cost = cost + 4.0 * np.maximum(0.0, least - np.minimum(near, least))
    return cost.mean(axis=1)


def _dress(chains: list[Float[np.ndarray, "_ 3"]], rng: np.random.Generator) -> Atoms:
    """Hang backbone and side-chain atoms on the Cα traces, and give each its scattering and B factor."""
    atoms: list[tuple[str, int, str, Float[np.ndarray, " 3"]]] = []
    for letter, trace in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", chains, strict=False):
        before, after = (
            np.vstack([2 * trace[0] - trace[1], trace[:-1]]),
            np.vstack([trace[1:], 2 * trace[-1] - trace[-2]]),
        )
        for i, (here, last, following) in enumerate(zip(trace, before, after, strict=True)):
            atoms += [(letter, i + 1, name, place) for name, place in _residue(here, last, following, rng)]
    position = np.array([a[3] for a in atoms])
    position = position - 0.5 * (position.max(0) + position.min(0))
    radius = np.linalg.norm(position, axis=1)
    scattering = np.array([_SCATTERING[a[2][0]] for a in atoms])
    return Atoms(
        position_angstrom=torch.from_numpy(position).float(),
        amplitude=torch.from_numpy(scattering[:, 0]).float(),
        width_angstrom2=torch.from_numpy(scattering[:, 1]).float(),
        b_factor_angstrom2=torch.from_numpy(30.0 + 40.0 * (radius / radius.max()) ** 2).float(),
        occupancy=torch.ones(len(atoms)),
        chain=np.array([a[0] for a in atoms]),
        residue_number=np.array([a[1] for a in atoms]),
        atom_name=np.array([a[2] for a in atoms]),
    )


def _residue(
    here: Float[np.ndarray, " 3"],
    last: Float[np.ndarray, " 3"],
    following: Float[np.ndarray, " 3"],
    rng: np.random.Generator,
) -> list[tuple[str, Float[np.ndarray, " 3"]]]:
    """A residue's atoms: N, CA, C, O along the trace, CB outwards of its bend, up to 4 beyond."""
    forward, backward = _unit(following - here), _unit(last - here)
    outward = _unit(-(forward + backward) + 1e-3 * _direction(rng))
    side = _unit(np.cross(forward - backward, outward))
    atoms = [
        ("N", here + 1.38 * backward + 0.45 * side),
        ("CA", here),
        ("C", here + 1.45 * forward + 0.45 * side),
        ("O", here + 1.9 * forward + 1.55 * side),
    ]
    place = here
    for name in ("CB", "CG", "CD", "NE", "OZ")[: int(rng.choice(6, p=[0.08, 0.17, 0.2, 0.25, 0.2, 0.1]))]:
        place = place + 1.53 * _unit(outward + 0.6 * _direction(rng))
        atoms.append((name, place))
    return atoms


def _direction(rng: np.random.Generator) -> Float[np.ndarray, " 3"]:
    return _unit(rng.normal(size=3))


def _unit(vector: Float[np.ndarray, "*n 3"]) -> Float[np.ndarray, "*n 3"]:
    return vector / np.linalg.norm(vector, axis=-1, keepdims=True)
