"""EM of the linear model: a sweep reads all images once, solves each for its unknowns and sums them for maps."""

import math
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import numpy as np
import torch
from jaxtyping import Bool, Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, Poses
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.heterogeneity.linear import engine_cpu, engine_torch
from cryo_core.heterogeneity.linear.bands import BandStore
from cryo_core.heterogeneity.linear.forward import ForwardModel, forward_model, optics_tables
from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.heterogeneity.linear.junk import reach
from cryo_core.heterogeneity.linear.map_solver import MapSolver
from cryo_core.heterogeneity.linear.model import LinearSettings
from cryo_core.heterogeneity.linear.posterior import (
    POSE,
    Likelihood,
    Posterior,
    Spread,
    fitted_spread,
    likelihood,
    posterior,
)
from cryo_core.heterogeneity.linear.sums import Sweep, Swept, folds_of, no_sums
from cryo_core.learning import ranks

_SAMPLE = 1000
"""Images that the spreads of pose and contrast errors are fitted to."""

_LARGEST_MOVE = (1.0, 1.0, 0.06, 0.06, 0.06)
"""Largest move of a pose in one sweep (pixels, radians): the model is linear in them."""

_LEAST_ERROR_PIXELS = 0.5
"""Shifts that are better than this stand for no image's being astray."""

_LARGEST_CONTRAST_STEP, _CONTRAST_RANGE = 0.3, (0.3, 2.0)


class Model:
    """State of the fit: maps, and each particle's latent, pose and contrast.

    Latents, poses and contrasts lie on the CPU; `maps` (mean, then components) on the grid's device.
    """

    def __init__(
        self,
        store: BandStore,
        images: ImageSet,
        noise_power: Float[Tensor, "g r"],
        settings: LinearSettings,
    ) -> None:
        count, components = store.count, settings.components or settings.most_components
        generator = torch.Generator().manual_seed(settings.seed)
        self.store, self.tables, self.noise_power = store, optics_tables(images.optics), noise_power
        self.batch, self.solver = settings.batch, MapSolver(settings.ridge)
        poses = images.poses
        self.rotation = poses.rotation.detach().cpu().double().clone()
        self.shift_pixels = poses.shift_angstrom.detach().cpu().double() / store.pixel_angstrom
        self.moved = torch.zeros(count, POSE, dtype=torch.float64)
        self.log_contrast = torch.zeros(count, dtype=torch.float64)
        self.latent = torch.randn(count, components, generator=generator)
        self.spread = Spread(store.box / 64.0, math.radians(2.0), 0.1)
        self.maps = torch.zeros(0)
        self.variance = torch.zeros(components)
        self._now: Grid | None = None
        given = torch.from_numpy(images.half_set)
        self.fold = folds_of(torch.where(given > 0, given - 1, torch.arange(count) % 2))
        self.junk = torch.zeros(count, dtype=torch.int64)

    @property
    def components(self) -> int:
        """Count the components."""
        return self.latent.shape[1]

    @property
    def grid(self) -> Grid:
        """The grid in use."""
        assert self._now is not None
        return self._now

    def use(self, grid: Grid) -> None:
        """Go on with another grid, the maps brought onto it."""
        if self._now is not None:
            self.maps = grid.resized(self.maps)
        self._now = grid

    def keep(self, components: int) -> None:
        """Go on with the first components alone."""
        self.maps = self.maps[: components + 1].contiguous()
        self.latent = self.latent[:, :components].contiguous()

    def poses(self) -> Poses:
        """Poses as they stand after all moves."""
        shift = (self.shift_pixels + self.moved[:, :2]) * self.store.pixel_angstrom
        return Poses(self.rotation.float(), shift.float())

    def begin(self, held: Bool[Tensor, " n"], tick: Callable[[int], None]) -> None:
        """Make the first maps from the random latents."""
        eye = torch.eye(self.components).expand(self.store.count, -1, -1)
        self.maps = self.solver.solve(self.grid, self.summed(self.grid, eye, held, tick))

    def summed(
        self,
        grid: Grid,
        covariance: Float[Tensor, "n k k"],
        held: Bool[Tensor, " n"],
        tick: Callable[[int], None],
    ) -> Swept:
        """Sums of all images on a grid, with latents, poses and contrasts as they stand.

        Parameters
        ----------
        grid : Grid
            Of the sums.
        covariance : (n, k, k)
            Of the latents.
        held : (n,)
            Images that are put into no map.
        tick : callable
            Called with the number of images of each batch done.
        """
        forward, engine, swept = self.forward(grid), self.engine(), no_sums(self.components, grid)
        for first, last in self.store.own_runs(self.batch):
            spectra = self.store.read(first, last, grid.shells)
            weighed = engine.weigh(forward, spectra, (first, last), *self.place(first, last))
            self._insert(swept, forward, weighed, slice(first, last), covariance[first:last], held)
            tick(last - first)
        swept.over_ranks()
        return swept

    def sweep(self, how: Sweep, tick: Callable[[int], None]) -> Swept:
        """Solve all images, move poses and contrasts, and sum the images.

        Parameters
        ----------
        how : Sweep
            What is solved for and what moves.
        tick : callable
            Called with the number of images of each batch done.
        """
        grid, engine = self.grid, self.engine()
        forward = self.forward(grid)
        rows, swept = grid.rows(self.maps), no_sums(self.components, grid)
        prior = self.spread.precision(how.pose, how.contrast).to(grid.device)
        stride = max(1, self.store.count // _SAMPLE)
        for first, last in self.store.own_runs(self.batch):
            spectra = self._spectra(first, last)
            data, transfer = engine.weigh(forward, spectra, (first, last), *self.place(first, last))
            latent = self._latent_now(first, last, how.latent_zero).to(grid.device)
            rotation = self.rotation[first:last].to(grid.device)
            column = torch.cat([torch.ones_like(latent[:, :1]), latent], 1)
            sums = engine.expect(forward, data, transfer, rotation, rows, column, how.pose)
            image = likelihood(sums[0], sums[1], latent, how.contrast)
            moved = self.away(slice(first, last), how).to(grid.device)
            solved = posterior(image, self.components, prior, moved)
            self._note(swept, image, moved, solved, first, stride, how)
            self.latent[first:last] = solved.mean.float().cpu()
            self.move(solved.nuisance, slice(first, last), how)
            if how.move_pose or how.move_contrast:
                data, transfer = engine.weigh(forward, spectra, (first, last), *self.place(first, last))
            covariance = solved.covariance
            self._insert(swept, forward, (data, transfer), slice(first, last), covariance, how.held)
            tick(last - first)
        swept.over_ranks()
        ranks.rows_of_all(self.latent)
        self.take_moves_of_all_ranks()
        swept.scale = self.level_contrasts() if how.move_contrast else 1.0
        return swept

    def _spectra(self, first: int, last: int) -> Complex[np.ndarray, "n p"] | Complex[Tensor, "n p"]:
        """Spectra of a run of images, on a GPU if there is one: they are weighed twice where poses move."""
        spectra = self.store.read(first, last, self.grid.shells)
        return spectra if self.engine() is engine_cpu else torch.from_numpy(spectra).to(self.grid.device)

    def take_moves_of_all_ranks(self) -> None:
        """Poses and contrasts as each rank moved those of its own images."""
        ranks.rows_of_all(self.moved, self.rotation, self.log_contrast)

    def move(self, nuisance: Float[Tensor, "m q"], rows: slice | Tensor, how: Sweep) -> None:
        """Move poses and contrasts of some images by the nuisance that was solved for them.

        Parameters
        ----------
        nuisance : (m, q)
            Errors of pose and contrast, as `away` has them.
        rows : slice or (m,)
            The images.
        how : Sweep
            What was solved for, and what moves.
        """
        nuisance = nuisance.cpu()
        if how.move_pose:
            largest = torch.tensor(_LARGEST_MOVE, dtype=torch.float64)
            step = nuisance[:, :POSE].clamp(-largest, largest)
            self.moved[rows] += step
            self.rotation[rows] = axis_angle_to_matrix(step[:, 2:]) @ self.rotation[rows]
        if how.move_contrast:
            low, high = (math.log(limit) for limit in _CONTRAST_RANGE)
            step = nuisance[:, -1].clamp(-_LARGEST_CONTRAST_STEP, _LARGEST_CONTRAST_STEP)
            self.log_contrast[rows] = (self.log_contrast[rows] + step).clamp(low, high)

    def level_contrasts(self) -> float:
        """Divide all contrasts by the good images' mean, which comes back."""
        scale = float(self.log_contrast[self.junk == 0].exp().mean())
        self.log_contrast -= math.log(scale)
        return scale

    def astray(self) -> Float[Tensor, " n"]:
        """How far each image's shift has moved, in deviations of the given shifts' errors."""
        return self.moved[:, :2].norm(dim=1) / max(self.spread.shift_pixels, _LEAST_ERROR_PIXELS)

    def reach(self) -> float:
        """Radius of the molecule, in boxes."""
        return reach(self.grid.full(self.maps[:1])[0])

    def gain(self, other: Float[Tensor, "c z y x"], how: Sweep) -> Float[Tensor, " m"]:
        """Increase of each held-out image's log evidence if the maps were `other` ones."""
        grid, engine = self.grid, self.engine()
        forward, prior = self.forward(grid), self.spread.precision(how.pose, how.contrast).to(grid.device)
        gains = []
        for first, last in self.store.runs(self.batch):
            rows = (how.held & (self.junk == 0))[first:last].nonzero()[:, 0] + first
            if not len(rows):
                continue
            spectra = self.store.read(first, last, grid.shells)
            data, transfer = engine.weigh(forward, spectra, (first, last), *self.place(first, last))
            latent, rotation, moved = (
                part.to(grid.device)
                for part in (self.latent[rows], self.rotation[rows], self.away(rows, how))
            )
            at = (rows - first).to(grid.device)
            column = torch.cat([torch.ones_like(latent[:, :1]), latent], 1)
            seen = data[at].contiguous(), transfer[at].contiguous(), rotation
            evidence = []
            for maps in (self.maps, other):
                sums = engine.expect(forward, *seen, grid.rows(maps), column, how.pose)
                image = likelihood(sums[0], sums[1], latent, how.contrast)
                solved = posterior(image, self.components, prior, moved)
                evidence.append(solved.evidence[:, -1].cpu())
            gains.append(evidence[1] - evidence[0])
        return torch.cat(gains)

    def renew(self, swept: Swept) -> None:
        """Make new maps of a sweep's sums, and change their basis so that the latents are N(0, 1) (PX-EM).

        Components come in the order of their variance in real space (`variance`).
        """
        maps = self.solver.solve(self.grid, swept)
        mean = (swept.moment1 / swept.inserted).to(maps)
        second = (swept.moment2 / swept.inserted).to(maps) - torch.outer(mean, mean)
        flat = maps[1:].flatten(1)
        root = torch.linalg.cholesky(second.double() + 1e-9 * torch.eye(len(second), device=maps.device))
        gram = root.T @ (flat.double() @ flat.double().T) @ root
        turn, variance, _ = torch.linalg.svd(gram)
        basis = turn.T @ root.T
        new = maps.clone()
        new[0] += (mean @ flat).reshape(maps.shape[1:])
        new[1:] = (basis.float() @ flat).reshape(maps[1:].shape)
        self.maps = new
        back = torch.linalg.inv(basis.T).float().cpu()
        self.latent = (self.latent - mean.cpu()) @ back.T
        self.variance = variance.float().cpu()

    def fit_spread(self, swept: Swept, how: Sweep) -> None:
        """Fit the spreads of the errors to the images that a sweep kept for it."""
        if not (how.pose or how.contrast):
            return
        parts = [(s.pull, s.precision, s.constant) for s, _ in swept.sample]
        together = Likelihood(*(torch.cat(part) for part in zip(*parts, strict=True)))
        moved = torch.cat([m for _, m in swept.sample])
        self.spread = fitted_spread(together, self.components, moved, self.spread, how.pose, how.contrast)

    def weighed(self, rows: Int[np.ndarray, " m"], grid: Grid) -> tuple[ForwardModel, Tensor, Tensor]:
        """Forward model, data and transfer function of some of the images.

        Parameters
        ----------
        rows : (m,)
            The images.
        grid : Grid
            Up to whose shells.
        """
        every = self.forward(grid)
        forward = replace(
            every, factors=every.factors[rows], decay=every.decay[rows], group=every.group[rows]
        )
        shift = (self.shift_pixels[rows] + self.moved[rows, :2]) / self.store.box
        spectra = self.store.read_rows(rows, grid.shells)
        weighed = self.engine().weigh(forward, spectra, (0, len(rows)), shift, self.log_contrast[rows].exp())
        return forward, *weighed

    def engine(self) -> ModuleType:
        """The kernels: numba's on the CPU, torch's elsewhere."""
        return engine_cpu if torch.device(self.grid.device).type == "cpu" else engine_torch

    def forward(self, grid: Grid) -> ForwardModel:
        """What turns a grid's slices into images."""
        return forward_model(self.store, grid, self.noise_power, self.tables)

    def place(self, first: int, last: int) -> tuple[Tensor, Tensor]:
        """Shifts (boxes) and contrasts of a run of images."""
        shift = (self.shift_pixels[first:last] + self.moved[first:last, :2]) / self.store.box
        return shift, self.log_contrast[first:last].exp()

    def _latent_now(self, first: int, last: int, zero: bool) -> Tensor:
        latent = self.latent[first:last]
        return torch.zeros_like(latent) if zero else latent

    def away(self, rows: slice | Tensor, how: Sweep) -> Tensor:
        """How far poses and contrasts of images stand from the values first given: the nuisance of a sweep."""
        parts = [self.moved[rows]] if how.pose else []
        parts = parts + [self.log_contrast[rows, None]] if how.contrast else parts
        return torch.cat(parts, 1) if parts else torch.zeros(len(self.moved[rows]), 0, dtype=torch.float64)

    def _note(
        self,
        swept: Swept,
        image: Likelihood,
        moved: Tensor,
        solved: Posterior,
        first: int,
        stride: int,
        how: Sweep,
    ) -> None:
        good = (self.junk[first : first + len(moved)] == 0).to(moved.device)
        some = torch.arange((-first) % stride, len(moved), stride, device=moved.device)
        some = some[good[some]]
        pull, precision, constant, where = (
            part[some] for part in (image.pull, image.precision, image.constant, moved)
        )
        swept.sample.append((Likelihood(pull, precision, constant), where))
        held = how.held[first : first + len(moved)].to(moved.device)
        if bool((held & good).any()):
            swept.held_evidence.append(solved.evidence[held & good].cpu())
        swept.evidence += solved.evidence[~held & good].sum(0).cpu()

    def _insert(
        self,
        swept: Swept,
        forward: ForwardModel,
        weighed: tuple[Tensor, Tensor],
        rows: slice,
        covariance: Tensor,
        held: Bool[Tensor, " n"],
    ) -> None:
        device = weighed[0].device
        held = held[rows] | (self.junk[rows] > 0)
        kept: Int[Tensor, " m"] = (~held).nonzero()[:, 0].to(device)
        latent, held = self.latent[rows].to(device).double(), held.to(device)
        second = latent[:, :, None] * latent[:, None, :] + covariance.to(device)
        one = torch.ones_like(latent[:, :1])
        column = torch.cat([one, latent], 1)
        full = column[:, :, None] * column[:, None, :]
        full[:, 1:, 1:] = second
        row, col = torch.tril_indices(*full.shape[1:])
        swept.moment1 += latent[kept].sum(0).cpu()
        swept.moment2 += second[kept].sum(0).cpu()
        swept.inserted += len(kept)
        if len(kept) < len(latent):
            column[held] = 0.0
            full[held] = 0.0
        rotation = self.rotation[rows].to(device)
        moments = column, full[:, row.to(device), col.to(device)]
        for fold, sums in enumerate(swept.sums):
            mine = (self.fold[rows] == fold).to(device)
            self.engine().insert(forward, *(part[mine] for part in (*weighed, rotation, *moments)), sums)
