"""From nothing to a coarse map: mini-batches of soft expectation-maximisation, begun anew several times."""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import Progress
from cryo_core.geometry.rotations import random_rotations
from cryo_core.posefree.em import Accumulated, Expected, Tried, evidence_of, expect, slices_of, tried
from cryo_core.posefree.images import Power, Spectra
from cryo_core.refinement.band import Band, Views
from cryo_core.refinement.exhaustive import shift_grid


@dataclass(frozen=True)
class March:
    """The way a restart goes: shells `first` … `last`, `steps` mini-batches of `images` at each."""

    first: int
    last: int
    steps: int
    images: int
    order: int
    forget: float


@dataclass(frozen=True)
class Start:
    """What a restart came to: a map within `Accumulated`'s box, and what it `told` of each held-out image."""

    density: Float[Tensor, "d d d"]
    told: Float[Tensor, " h"]
    curve: tuple[float, ...]


class Marcher:
    """Everything restarts share: images, grids, held-out images."""

    def __init__(
        self,
        spectra: Spectra,
        power: Power,
        march: March,
        shift_range: float,
        diameter: float,
        held: Int[Tensor, " h"],
        rows: Int[Tensor, " r"],
    ) -> None:
        self.spectra, self.power, self.march, self.held, self.rows = spectra, power, march, held, rows
        self.device = spectra.values.device
        self.outer = spectra.narrowed(march.last)
        self.sums = Accumulated(self.outer, self.device, diameter)
        self.tried = poses_tried(march.order, self.outer, shift_range, self.device)

    def run(self, generator: torch.Generator, progress: Progress) -> Start:
        """Begin at random poses, and march."""
        march, sums = self.march, self.sums
        density, curve = self._random(generator), list[float]()
        total = march.steps * (march.last - march.first + 1)
        sums.numerator.zero_(), sums.weight.zero_()
        for last in range(march.first, march.last + 1):
            band = self.spectra.narrowed(last)
            for _ in range(march.steps):
                found = expect(*self._scene(self._draw(march.images, generator), band, density))
                sums.add(found, self.tried.rotation, band, march.forget)
                density = sums.solve(last, self.power.signal)
                curve.append(float(found.evidence.mean()))
                progress(len(curve), total)
        return Start(density, self.evidence(density).cpu(), tuple(curve))

    def evidence(self, density: Float[Tensor, "d d d"]) -> Float[Tensor, " h"]:
        """Give the evidence of each held-out image."""
        return evidence_of(*self._scene(self.held, self.outer, density))

    def _scene(
        self, rows: Int[Tensor, " m"], band: Band, density: Float[Tensor, "d d d"]
    ) -> tuple[Views, Float[Tensor, "2 p k"], Band, Tried]:
        slices = slices_of(self.sums.reference(density), band, self.tried.rotation)
        return self.spectra.views(rows, band, self.power.calibration()), slices, band, self.tried

    def _draw(self, count: int, generator: torch.Generator) -> Int[Tensor, " m"]:
        order = torch.randperm(len(self.rows), generator=generator)[:count]
        return self.rows[order.to(self.rows.device)]

    def _random(self, generator: torch.Generator) -> Float[Tensor, "d d d"]:
        """Give the map of some images at random poses."""
        rows = self._draw(max(500, self.march.images), generator)
        band = self.spectra.narrowed(self.march.first)
        views = self.spectra.views(rows, band, self.power.calibration())
        weighted = views.data * views.transfer
        rotation = random_rotations(len(rows), generator).to(self.device)
        values = torch.view_as_real(weighted)
        empty = views.power[:0]
        found = Expected(values, views.transfer.square(), empty)
        self.sums.add(found, rotation, band, 0.0)
        return self.sums.solve(self.march.first, self.power.signal)


def poses_tried(order: int, band: Band, shift_range: float, device: torch.device) -> Tried:
    """Give the rotations of an order, and shifts within a share of the box, an eighth of the finest wave apart."""
    reach = shift_range * band.edge_angstrom
    shift = shift_grid(reach, band.limit_angstrom / 8.0)
    return tried(order, shift, 0.5 * reach, device)
