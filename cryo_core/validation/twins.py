"""Twins: images of one particle that was picked more than once.

Twins hold the same noise. Where they fall into opposite half sets, noise agrees with itself, and every FSC is too
high. They are found by where they were picked (`picked_twins`), and by what is on them (`Fingerprints`), which needs
no table.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.data import Particles, Progress, silent
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.transforms import raw_image_spectrum

TWIN_DISTANCE = 0.1
"""Of the box: picks nearer than that are one particle. Particles take up half of a box or more, and those that lie
side by side are farther apart; RELION and cryoSPARC remove duplicates within 20 to 30 Å, a tenth of a usual box."""

_AT_ONE_PLACE = 8
"""More picks than that at exactly one place of a micrograph: its coordinates are placeholders."""
_MOST_PAIRS = 20
"""More pairs than that for each image: no coordinates either."""

_COEFFICIENTS = 4096
"""Most Fourier coefficients that are looked at, and the most that are kept of them."""
_KEPT = 512
_FIRST_LOOK = 128
"""Coefficients that all pairs are compared by; only those that pass are compared by all of them."""
_BLOCK = 4096
_EMPTY_SHELL = 1e-4
"""Power of a shell, of the strongest of the band, under which there is nothing in it (low-passed images)."""
_LEAST_KEPT = 64
_ALIKE, _SIGMAS, _MOST = 0.5, 8.0, 0.9
"""Correlation from which on two images are twins: at least the first, and so many deviations of that of any two. Where
this comes to more than the last, fine detail is not noise (images without any), and views alike look like twins."""
_PAIRS_DRAWN = 20_000
_FEW = 30
"""Images of which too few pairs can be drawn to measure that deviation."""

Pairs = Int[np.ndarray, "_ 2"]


def no_pairs() -> Pairs:
    """A list of no pairs."""
    return np.zeros((0, 2), np.int64)


@dataclass(frozen=True)
class Twins:
    """Which rows of a table are of one particle.

    `image` is, of each row, the first row of the same image, of which tables that were expanded by a symmetry have
    several; `first` is the first row of the same particle: for an image that was picked once, `image`.
    """

    first: Int[np.ndarray, " n"]
    image: Int[np.ndarray, " n"]

    @property
    def later(self) -> Int[np.ndarray, " t"]:
        """The first row of each image that is the twin of an earlier one."""
        return np.flatnonzero((self.first != self.image) & (self.image == np.arange(len(self.image))))

    @property
    def count(self) -> int:
        """Images that are the twin of an earlier one."""
        return len(self.later)

    def in_both_halves(
        self, half_set: Int[np.ndarray, " n"], rows: Int[np.ndarray, " m"] | None = None
    ) -> int:
        """Rows whose image, or a twin of it, is in the other half too: of all, or of some of the rows.

        Parameters
        ----------
        half_set
            1 or 2 of each row.
        rows
            Only these; all if None.
        """
        first, half = (self.first, half_set) if rows is None else (self.first[rows], half_set[rows])
        seen = np.zeros((len(self.first), 3), bool)
        seen[first, half] = True
        return int((seen[:, 1] & seen[:, 2])[first].sum())

    def take(self, rows: Int[np.ndarray, " m"]) -> "Twins":
        """The same of some of the rows, which are numbered anew."""
        return Twins(_first_of(self.first[rows]), _first_of(self.image[rows]))


def _first_of(labels: Int[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
    """Of each row the first that has the same label."""
    _, at, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return at[inverse.reshape(-1)].astype(np.int64)


def first_rows(particles: Particles) -> Int[np.ndarray, " n"]:
    """Of each row the first that names the same image."""
    return _first_of(particles.image_of)


def joined(image: Int[np.ndarray, " n"], *pairs: Pairs) -> Twins:
    """Twins from pairs of rows: what is joined by a chain of pairs, or is one image, is one particle.

    Parameters
    ----------
    image
        Of each row the first that names the same image (`first_rows`).
    pairs
        Of rows.
    """
    count = len(image)
    links = np.concatenate([*pairs, np.stack([image, np.arange(count)], 1)])
    graph = coo_matrix((np.ones(len(links), bool), (links[:, 0], links[:, 1])), shape=(count, count))
    return Twins(_first_of(connected_components(graph, directed=False)[1]), image)


# By place ---------------------------------------------------------------------------------------------------------


def picked_twins(particles: Particles, distance_angstrom: float) -> Pairs | None:
    """Pairs of rows picked nearer than that on one micrograph; None where the table does not say where.

    Two rows are a pair if their picks are near, or the particles' centres after alignment (pick − shift). RELION's
    columns are read, or cryoSPARC's. Coordinates that are placeholders (many at one place) are none.
    """
    found = _places(particles)
    if found is None:
        return None
    micrograph, place = found
    _, crowd = np.unique(np.column_stack([micrograph, place.round(3)]), axis=0, return_counts=True)
    if crowd[crowd > _AT_ONE_PLACE].sum() > 0.5 * len(place):
        return None
    shift = particles.poses.shift_angstrom.double().numpy()
    centred = place - np.where(np.isfinite(shift), shift, 0.0)
    pairs = []
    for where in (place, centred):
        # Micrographs are laid side by side, farther apart than any two picks of one.
        apart = float(np.ptp(where, axis=0).max()) + 10 * distance_angstrom + 1.0
        tree = cKDTree(np.column_stack([where, micrograph * apart]))
        if tree.count_neighbors(tree, distance_angstrom) > (1 + 2 * _MOST_PAIRS) * len(place):
            return None
        pairs.append(tree.query_pairs(distance_angstrom, output_type="ndarray").reshape(-1, 2))
    return np.unique(np.concatenate(pairs), axis=0).astype(np.int64)


def _places(particles: Particles) -> tuple[Int[np.ndarray, " n"], Float[np.ndarray, "n 2"]] | None:
    """The micrograph of each image, numbered, and where its pick lies on it, in Å; None where a table has neither."""
    extra = particles.extra
    for micrograph, x, y, scale in (
        ("rlnMicrographName", "rlnCoordinateX", "rlnCoordinateY", _relion_pixel),
        ("location/micrograph_path", "location/center_x_frac", "location/center_y_frac", _sparc_extent),
    ):
        if {micrograph, x, y} <= set(extra):
            size = scale(particles)
            if size is None:
                continue
            picked = np.column_stack([_numbers(extra[x]), _numbers(extra[y])]) * size
            if np.isfinite(picked).all():
                return np.unique(extra[micrograph].astype(str), return_inverse=True)[1].astype(
                    np.int64
                ), picked
    return None


def _relion_pixel(particles: Particles) -> Float[np.ndarray, "n 1"]:
    """Pixel size that RELION's coordinates are in: the micrograph's, or else the images' own."""
    table = particles.optics_extra
    own = particles.optics.pixel_angstrom.double().numpy()
    for name in ("rlnMicrographOriginalPixelSize", "rlnMicrographPixelSize"):
        if name in table and "rlnOpticsGroup" in table:
            known = dict(zip(_numbers(table["rlnOpticsGroup"]), _numbers(table[name]), strict=True))
            size = np.array([known.get(float(g), math.nan) for g in particles.optics.group.tolist()])
            return np.where(size > 0, size, own)[:, None]
    return own[:, None]


def _sparc_extent(particles: Particles) -> Float[np.ndarray, "n 2"] | None:
    """Width and height of each image's micrograph in Å, which cryoSPARC's coordinates are shares of."""
    extra = particles.extra
    height, width = (f"location/micrograph_shape[{i}]" for i in (0, 1))
    if not {height, width} <= set(extra):
        return None
    pixel = "location/micrograph_psize_A"
    size = _numbers(extra[pixel]) if pixel in extra else particles.optics.pixel_angstrom.double().numpy()
    return np.column_stack([_numbers(extra[width]), _numbers(extra[height])]) * size[:, None]


def _numbers(column: Any) -> Float[np.ndarray, " n"]:
    return pd.to_numeric(pd.Series(column), errors="coerce").to_numpy(np.float64)


# By content -------------------------------------------------------------------------------------------------------


class Fingerprints:
    """What is compared of images: amplitudes of their fine detail, which a shift does not change.

    Fine detail is noise, and noise is never the same twice, unless it is the same. Amplitudes at 512 places of
    Fourier space, each divided by the mean of its shell in the same image, correlate by 1 between an image and the
    same image moved, by about 0.8 if it was moved by a tenth of the box (its edge is another), and by 0 ± 0.07 between
    two others. Memory is 1 kB an image; `alike` compares all pairs, in blocks, most of them by 128 places alone.
    """

    def __init__(self, box: int) -> None:
        self._box = box
        window = torch.hann_window(box, periodic=True)
        self._window = window[:, None] * window[None]
        self._band: tuple[Tensor, Tensor] | None = None
        self._kept: list[Tensor] = []
        self._unit: Tensor | None = None

    def add(self, images: Float[Tensor, "n y x"]) -> None:
        """Take the next images; what is not finite or blank is like no other."""
        level = images - images.mean((1, 2), keepdim=True)
        usable = torch.isfinite(level).flatten(1).all(1)[:, None, None]
        level = torch.where(usable, level, 0.0) * self._window
        amplitude = raw_image_spectrum(level).abs().flatten(1)
        if self._band is None:
            self._band = self._choose(amplitude.square().mean(0))
        places, shell = self._band
        taken = amplitude[:, places]
        mean = torch.zeros(len(taken), self._box).index_add_(1, shell, taken)
        mean = (mean / torch.bincount(shell, minlength=self._box).clamp(min=1))[:, shell]
        # An amplitude of noise is 1 ± 0.52 of its shell's mean; hot pixels and lines may make it anything.
        self._kept.append((taken / mean.clamp(min=1e-20)).clamp(max=6.0)[:, :_KEPT].half())

    def alike(self, progress: Progress = silent) -> Pairs:
        """Pairs of rows that hold the same noise; none where the images have no fine detail to tell by."""
        if not self._kept or self._kept[0].shape[1] < _LEAST_KEPT:
            return no_pairs()
        full = self._full()
        short = _unit(full[:, :_FIRST_LOOK])
        least = self._least()
        found = [no_pairs()]
        for start in range(0, len(full), _BLOCK) if least <= _MOST else ():
            mine = short[start : start + _BLOCK].float()
            for other in range(start, len(full), _BLOCK):
                near = torch.nonzero(mine @ short[other : other + _BLOCK].float().T > _ALIKE - 0.05)
                pairs = near + torch.tensor([start, other])
                pairs = pairs[pairs[:, 0] < pairs[:, 1]]
                agree = (full[pairs[:, 0]].float() * full[pairs[:, 1]].float()).sum(1)
                found.append(pairs[agree > least].numpy())
            progress(min(start + _BLOCK, len(full)), len(full))
        return np.concatenate(found)

    def tells(self) -> bool:
        """Whether the images have noise enough, in enough fine detail, to tell twins by."""
        return bool(self._kept) and self._kept[0].shape[1] >= _LEAST_KEPT and self._least() <= _MOST

    def _least(self) -> float:
        """Correlation from which on two images are twins, from that of pairs drawn at random."""
        count = sum(len(part) for part in self._kept)
        if count < _FEW:
            return _MOST
        drawn = np.random.default_rng(count).integers(0, count, (_PAIRS_DRAWN, 2))
        found = self.correlation(drawn[drawn[:, 0] != drawn[:, 1]])
        return max(_ALIKE, _SIGMAS * 1.4826 * float(np.median(np.abs(found - np.median(found)))))

    def correlation(self, pairs: Pairs) -> Float[np.ndarray, " p"]:
        """Correlation of the fingerprints of pairs of rows."""
        full = self._full()
        one, other = (full[torch.from_numpy(pairs[:, i])].float() for i in (0, 1))
        return (one * other).sum(1).double().numpy()

    def _full(self) -> Float[Tensor, "n c"]:
        """All fingerprints, of length 1."""
        if self._unit is None or len(self._unit) != sum(len(part) for part in self._kept):
            self._unit = _unit(torch.cat(self._kept))
        return self._unit

    def _choose(self, power: Float[Tensor, " k"]) -> tuple[Int[Tensor, " c"], Int[Tensor, " c"]]:
        """Coefficients to look at, in random order, and the shell of each."""
        box = self._box
        shell = torch.roll(shell_index((box, box)), -(box // 2), 0)
        along = (torch.arange(box) + box // 2) % box - box // 2
        # On the axes lies what stripes and gain leave, the same in many images.
        off_axes = (along.abs()[:, None] >= 2) & (torch.arange(box // 2 + 1)[None] >= 2)
        band = ((shell >= box // 8) & (shell < box // 2) & off_axes).flatten()
        number = shell.flatten().clamp(max=box - 1)
        total = torch.zeros(box).index_add_(0, number[band], power[band])
        strength = total / torch.bincount(number[band], minlength=box).clamp(min=1)
        band &= (strength > _EMPTY_SHELL * strength.max())[number]
        places = torch.nonzero(band).flatten()
        order = torch.randperm(len(places), generator=torch.Generator().manual_seed(len(places)))
        places = places[order[:_COEFFICIENTS]]
        return places, number[places]


def _unit(whole: Float[Tensor, "n c"]) -> Float[Tensor, "n c"]:
    """Rows without what all of them have in common and without their mean, of length 1; in half the bytes."""
    mean = torch.zeros(whole.shape[1])
    for start in range(0, len(whole), _BLOCK):
        mean += whole[start : start + _BLOCK].float().sum(0)
    mean /= max(1, len(whole))
    out = torch.empty_like(whole)
    for start in range(0, len(whole), _BLOCK):
        part = whole[start : start + _BLOCK].float()
        part = torch.where((part != 0).any(1, keepdim=True), part - mean, 0.0)
        part -= part.mean(1, keepdim=True)
        out[start : start + _BLOCK] = (part / part.norm(dim=1, keepdim=True).clamp(min=1e-6)).half()
    return out
