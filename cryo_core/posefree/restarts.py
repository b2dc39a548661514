"""From random poses to a coarse map: mini-batches of soft expectation-maximisation, restarted several times."""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Progress
from cryo_core.geometry.rotations import random_rotations
from cryo_core.posefree.em import Accumulated, Expected, PoseGrid, evidence_of, expect, pose_grid, slices_of
from cryo_core.posefree.images import Power, Spectra
from cryo_core.refinement.band import Band, Calibration, Views
from cryo_core.refinement.exhaustive import shift_grid
from cryo_core.refinement.search import Prior


@dataclass(frozen=True)
class Schedule:
    """Course of a restart: `steps` mini-batches of `images` at each shell from `first` to `last`.

    At the last shell there are at most `more`, while the evidence rises. Rotations are of `order`; of the sums before,
    each step keeps the share `forget`.
    """

    first: int
    last: int
    steps: int
    more: int
    images: int
    order: int
    forget: float


@dataclass(frozen=True)
class Start:
    """Result of a restart: a map within `Accumulated`'s box, the evidence of each held-out image, and the course.

    `curve` is the mean evidence of each mini-batch.
    """

    density: Float[Tensor, "d d d"]
    evidence: Float[Tensor, " h"]
    curve: tuple[float, ...]


class Restarts:
    """State shared by all restarts: images, grids, held-out images."""

    def __init__(
        self,
        spectra: Spectra,
        power: Power,
        schedule: Schedule,
        shift_range: float,
        diameter: float,
        held: Int[Tensor, " h"],
        rows: Int[Tensor, " r"],
    ) -> None:
        self.spectra, self.power, self.schedule, self.held, self.rows = spectra, power, schedule, held, rows
        self.device = spectra.values.device
        self.outer = spectra.narrowed(schedule.last)
        self.sums = Accumulated(self.outer, self.device, diameter)
        self._grids = {
            last: search_grid(schedule.order, spectra.narrowed(last), shift_range, self.device)
            for last in range(schedule.first, schedule.last + 1)
        }

    @property
    def cost(self) -> float:
        """Work of the longest restart, in images compared with all poses of the finest shell."""
        return sum(self._costs) + len(self.held)

    @property
    def _costs(self) -> list[float]:
        """Work of each mini-batch: an image has so many coefficients as its shell's area."""
        schedule = self.schedule
        each = [(shell / schedule.last) ** 2 for shell in range(schedule.first, schedule.last + 1)]
        shares = [share for share in each for _ in range(schedule.steps)] + [1.0] * schedule.more
        return [schedule.images * share for share in shares]

    def run(self, generator: torch.Generator, progress: Progress) -> Start:
        """Begin at random poses, and go through the schedule."""
        schedule, sums = self.schedule, self.sums
        density, curve = self._random(generator), list[float]()
        total = len(self._costs) - schedule.more
        whole = round(self.cost)
        sums.numerator.zero_(), sums.weight.zero_()
        while len(curve) < total or (len(curve) < total + schedule.more and self._rises(curve)):
            last = min(schedule.first + len(curve) // schedule.steps, schedule.last)
            band = self.spectra.narrowed(last)
            expected = expect(*self._scene(self._draw(schedule.images, generator), band, density))
            sums.add(expected, self._grids[last].rotation, band, schedule.forget)
            density = sums.solve(last, self.power.signal)
            curve.append(float(expected.evidence.mean()))
            progress(
                round(sum(self._costs[: len(curve)])), whole
            )  # one that rises no more ends sooner than was said
        return Start(density, self.evidence(density).cpu(), tuple(curve))

    def _rises(self, curve: list[float]) -> bool:
        """Whether the evidence of the last mini-batches is above that of as many before them."""
        steps = self.schedule.steps
        before, now = (sum(part) / steps for part in (curve[-2 * steps : -steps], curve[-steps:]))
        return now > before

    def calibration(self, rows: Int[Tensor, " m"]) -> Calibration:
        """Calibration of some images before any map is known."""
        return self.power.calibration(self.spectra.optics.group[rows])

    def evidence(self, density: Float[Tensor, "d d d"]) -> Float[Tensor, " h"]:
        """Evidence of each held-out image."""
        return evidence_of(*self._scene(self.held, self.outer, density))

    def _scene(
        self, rows: Int[Tensor, " m"], band: Band, density: Float[Tensor, "d d d"]
    ) -> tuple[Views, Float[Tensor, "2 p k"], Band, PoseGrid]:
        grid = self._grids[band.last]
        slices = slices_of(self.sums.reference(density), band, grid.rotation)
        return self.spectra.views(rows, band, self.calibration(rows)), slices, band, grid

    def _draw(self, count: int, generator: torch.Generator) -> Int[Tensor, " m"]:
        order = torch.randperm(len(self.rows), generator=generator)[:count]
        return self.rows[order.to(self.rows.device)]

    def _random(self, generator: torch.Generator) -> Float[Tensor, "d d d"]:
        """Map of some images at random poses."""
        rows = self._draw(max(500, self.schedule.images), generator)
        band = self.spectra.narrowed(self.schedule.first)
        views = self.spectra.views(rows, band, self.calibration(rows))
        weighted = views.data * views.transfer
        rotation = random_rotations(len(rows), generator).to(self.device)
        values = torch.view_as_real(weighted)
        empty = views.power[:0]
        expected = Expected(values, views.transfer.square(), empty)
        self.sums.add(expected, rotation, band, 0.0)
        return self.sums.solve(self.schedule.first, self.power.signal)


def search_grid(order: int, band: Band, shift_range: float, device: torch.device) -> PoseGrid:
    """Grid of the rotations of an order, and shifts an eighth of the finest wave apart.

    Parameters
    ----------
    order : int
        Order of the rotations: 60 / 2^order degrees apart.
    band : Band
        The coefficients that count.
    shift_range : float
        Largest shift, as a share of the box.
    device : torch.device
        Where the grid lies.
    """
    reach = shift_range * band.edge_angstrom
    shift = shift_grid(reach, band.limit_angstrom / 8.0)
    return pose_grid(order, shift, 0.5 * reach, device)


def shift_prior(band: Band, shift_range: float, device: torch.device) -> Prior:
    """Prior of refined poses: normal in the shifts, about 0, and flat in all else.

    Parameters
    ----------
    band : Band
        The coefficients that count.
    shift_range : float
        Two standard deviations of the shift on each axis, as a share of the box.
    device : torch.device
        Where the prior lies.
    """
    sigma = max(0.5 * shift_range * band.edge_angstrom, 1e-3 * band.pixel_angstrom)
    precision = torch.zeros(6, dtype=torch.float64, device=device)
    precision[:2] = sigma**-2
    return Prior(precision, torch.zeros(2, dtype=torch.float64, device=device))
