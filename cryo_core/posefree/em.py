"""One step of soft expectation-maximisation over a grid of rotations and shifts, by matrix products."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor
from torch.nn.functional import threshold

from cryo_core.data import Poses, Volume
from cryo_core.fourier.grids import shell_index
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.sampling import rotation_grid
from cryo_core.imaging.slices import SliceAccumulator, extract_slices, prepare, volume_from_padded
from cryo_core.imaging.slices_torch import disc
from cryo_core.refinement.band import Band, Reference, Views

PADDING = 2
_NUMBERS = 1 << 26
_NUMBERS_CPU = 1 << 21
"""How many numbers a table of shifts × images × rotations has at a time, on a GPU and on a CPU."""
_INSERTED = 4096
_LEAST_CHANCE = 1e-12
"""A smaller probability of a pose counts as 0: denormal numbers would make the products many times slower."""
_EDGE_VOXELS = 2.0


@dataclass(frozen=True)
class Expected:
    """Sums of images over their posteriors, for a reference's slices at all rotations of a grid.

    `numerator` and `weight` are Σ w · t · x and Σ w · t² of each rotation, the images x centred, t their
    transfer function and w their posterior there. `evidence` is each image's log-likelihood, less that of
    noise alone, averaged over the grid's poses.
    """

    numerator: Float[Tensor, "m p 2"]
    weight: Float[Tensor, "m p"]
    evidence: Float[Tensor, " n"]


@dataclass(frozen=True)
class PoseGrid:
    """Poses that images are compared at: each of `rotation`, and the same turned by 180° in the plane.

    The half turn conjugates a slice, so that two products, of real and of imaginary parts, serve both.
    `log_prior` is that of the shifts, normalised. Rotations of one viewing direction lie side by side; there
    are `in_plane` of them, the half turns included.
    """

    rotation: Float[Tensor, "m 3 3"]
    in_plane: int
    shift_angstrom: Float[Tensor, "s 2"]
    log_prior: Float[Tensor, " s"]

    def pose(self, index: Int[Tensor, "*n"]) -> Poses:
        """Poses of columns of the table of images × (shifts, half turns, rotations)."""
        count = len(self.rotation)
        rotation = self.rotation[index % count]
        half = index // count % 2 == 1
        turn = torch.diag(torch.tensor([-1.0, -1.0, 1.0], device=rotation.device))
        rotation = torch.where(half[..., None, None], turn @ rotation, rotation)
        return Poses(rotation, self.shift_angstrom[index // (2 * count)])


def pose_grid(order: int, shift: Float[Tensor, "s 2"], sigma: float, device: torch.device) -> PoseGrid:
    """Grid of the rotations of `rotation_grid` and some shifts.

    Parameters
    ----------
    order : int
        Order of the rotations: 60 / 2^order degrees apart.
    shift : (s, 2)
        Shifts x, y in Å.
    sigma : float
        Standard deviation of the shifts' normal prior on each axis, in Å.
    device : torch.device
        Where the grid lies.
    """
    in_plane = 6 * 2**order
    rotation = rotation_grid(order).reshape(-1, in_plane, 3, 3)[:, : in_plane // 2].flatten(0, 1)
    log = -0.5 * shift.square().sum(1) / max(sigma, 1e-6) ** 2
    log = (log - torch.logsumexp(log, 0)).float()
    return PoseGrid(
        rotation.to(device, torch.float32), in_plane, shift.to(device, torch.float32), log.to(device)
    )


def slices_of(reference: Reference, band: Band, rotation: Float[Tensor, "m 3 3"]) -> Float[Tensor, "2 p m"]:
    """Slices of a reference as columns of the band's coefficients, real and imaginary parts.

    Parameters
    ----------
    reference : Reference
        The map, ready for slicing.
    band : Band
        The coefficients that count, p of them.
    rotation : (m, 3, 3)
        Rotations of the slices.

    Returns
    -------
    (2, p, m)
        Real and imaginary parts.
    """
    crop = band.crop
    at = torch.from_numpy((band.y + crop // 2) * (crop // 2 + 1) + band.x).to(rotation.device)
    parts = [
        extract_slices(reference.grid, part, crop, reference.padding).flatten(1)[:, at]
        for part in torch.split(rotation.float(), _INSERTED)
    ]
    spectra = torch.cat(parts)
    return torch.stack([spectra.real.T, spectra.imag.T]).contiguous()


def expect(views: Views, slices: Float[Tensor, "2 p m"], band: Band, poses: PoseGrid) -> Expected:
    """Sums of images over their posteriors at all rotations and shifts of a grid.

    Parameters
    ----------
    views : Views
        The images as the band sees them.
    slices : (2, p, m)
        Slices of the reference, from `slices_of`.
    band : Band
        The coefficients that count.
    poses : PoseGrid
        The grid of poses.
    """
    _, coefficients, count = slices.shape
    sums = torch.zeros(2, coefficients, count, device=slices.device)
    weight = torch.zeros(coefficients, count, device=slices.device)
    evidence = []
    for part, moved, table in tables(views, slices, band, poses):
        probability = threshold(torch.softmax(table, 1), _LEAST_CHANCE, 0.0, inplace=True)
        evidence.append(_log_total(table, probability))
        probability = probability.reshape(-1, 2, count)
        straight, turned = probability[:, 0], probability[:, 1]
        together, apart = straight + turned, straight - turned
        sums[0].addmm_(moved[0].T, together)
        sums[1].addmm_(moved[1].T, apart)
        weight.addmm_(part.transfer.square().T, together.reshape(len(part), -1, count).sum(1))
    return Expected(sums.permute(2, 1, 0), weight.T, torch.cat(evidence) - math.log(2 * count))


def evidence_of(
    views: Views, slices: Float[Tensor, "2 p m"], band: Band, poses: PoseGrid
) -> Float[Tensor, " n"]:
    """Evidence of each image alone, as in `expect`, at half its cost.

    Parameters
    ----------
    views : Views
        The images as the band sees them.
    slices : (2, p, m)
        Slices of the reference, from `slices_of`.
    band : Band
        The coefficients that count.
    poses : PoseGrid
        The grid of poses.
    """
    totals = [torch.logsumexp(table, 1) for _, _, table in tables(views, slices, band, poses)]
    return torch.cat(totals) - math.log(2 * slices.shape[2])


def likeliest(
    views: Views, slices: Float[Tensor, "2 p m"], band: Band, poses: PoseGrid, keep: int
) -> list[Poses]:
    """Most likely poses of each image, best first, each of another viewing direction.

    Parameters
    ----------
    views : Views
        The n images as the band sees them.
    slices : (2, p, m)
        Slices of the reference, from `slices_of`.
    band : Band
        The coefficients that count.
    poses : PoseGrid
        The grid of poses.
    keep : int
        How many poses of each image.

    Returns
    -------
    list of Poses
        `keep` sets of n poses.
    """
    shifts, count, in_plane = len(poses.shift_angstrom), slices.shape[2], poses.in_plane // 2
    directions = count // in_plane
    keep = min(keep, directions)
    columns = []
    for part, _, table in tables(views, slices, band, poses):
        whole = table.reshape(len(part), shifts * 2, directions, in_plane)
        best = whole.amax((1, 3)).topk(keep, 1).indices
        at = best[:, None, :, None].expand(-1, shifts * 2, -1, in_plane)
        own = whole.gather(2, at).transpose(1, 2).flatten(2).argmax(2)
        columns.append((own // in_plane) * count + best * in_plane + own % in_plane)
    return [poses.pose(index) for index in torch.cat(columns).unbind(1)]


def tables(
    views: Views, slices: Float[Tensor, "2 p m"], band: Band, poses: PoseGrid
) -> Iterator[tuple[Views, Float[Tensor, "2 r p"], Float[Tensor, "n t"]]]:
    """Yield batches of images, their products with their transfer moved by each shift, and their log-likelihoods.

    Log-likelihoods are those of images × (shifts, half turns, rotations), less that of noise alone, with the
    prior.

    Parameters
    ----------
    views : Views
        The images as the band sees them.
    slices : (2, p, m)
        Slices of the reference, from `slices_of`.
    band : Band
        The coefficients that count.
    poses : PoseGrid
        The grid of poses.
    """
    shifts, count = len(poses.shift_angstrom), slices.shape[2]
    squares = slices.square().sum(0)
    numbers = _NUMBERS_CPU if slices.device.type == "cpu" else _NUMBERS
    rows = max(4, numbers // (2 * shifts * count))
    phase = phases(poses.shift_angstrom, band)
    for index in torch.split(torch.arange(len(views), device=slices.device), rows):
        part = views.take(index)
        moved = (part.data * part.transfer)[:, None] * phase
        halves = torch.stack([moved.real, moved.imag]).flatten(1, 2)
        table = torch.empty(len(part), shifts, 2, count, device=slices.device)
        real, imaginary = (halves @ slices).reshape(2, len(part), shifts, count)
        real += (part.transfer.square() @ squares)[:, None] * -0.5 + poses.log_prior[:, None]
        torch.add(real, imaginary, out=table[:, :, 0])
        torch.sub(real, imaginary, out=table[:, :, 1])
        yield part, halves, table.flatten(1)


def phases(shift_angstrom: Float[Tensor, "s 2"], band: Band) -> Complex[Tensor, "s p"]:
    """Phase factors that move images by each shift."""
    fx, fy = band.frequencies(shift_angstrom.device)
    angle = -2.0 * math.pi * (shift_angstrom[:, :1] * fx + shift_angstrom[:, 1:] * fy)
    return torch.complex(angle.cos(), angle.sin())


def _log_total(table: Float[Tensor, "n t"], probability: Float[Tensor, "n t"]) -> Float[Tensor, " n"]:
    """Logarithm of the sum of the likelihoods, from the largest one and its probability."""
    return table.amax(1) - probability.amax(1).log()


class Accumulated:
    """Sums of slices in the smallest box that holds the band `outer`; old sums lose weight as new ones come."""

    def __init__(self, outer: Band, device: torch.device, diameter: float) -> None:
        self.outer, self.box = outer, outer.crop
        self._device = device
        self._pixels: dict[int, tuple[Tensor, int]] = {}
        size = self.box * PADDING + 1
        self.numerator = torch.zeros(size, size, size // 2 + 1, dtype=torch.complex64, device=device)
        self.weight = torch.zeros(size, size, size // 2 + 1, device=device)
        radius = shell_index((size, size, size), device)
        self.shell = torch.div(2 * radius + PADDING, 2 * PADDING, rounding_mode="floor")
        reach = 0.5 * diameter * self.box
        self.mask = sphere_mask((self.box,) * 3, max(1.0, reach - _EDGE_VOXELS), _EDGE_VOXELS, device)

    def add(self, expected: Expected, rotation: Float[Tensor, "m 3 3"], band: Band, keep: float) -> None:
        """Multiply the sums by `keep`, and add new ones.

        Parameters
        ----------
        expected : Expected
            The new sums, of m rotations.
        rotation : (m, 3, 3)
            These rotations.
        band : Band
            The coefficients that they have.
        keep : float
            Weight of the old sums, 0 to 1.
        """
        at, pixels = self._places(band)
        fresh = SliceAccumulator(self.box, PADDING, self._device)
        parts = torch.split(torch.arange(len(rotation), device=self._device), _INSERTED)
        for index in parts:
            values = torch.zeros(len(index), pixels, 3, device=self._device)
            values[:, at, :2] = expected.numerator[index]
            values[:, at, 2] = expected.weight[index]
            fresh.add_pixels(values, rotation[index], band.crop)
        self.numerator.mul_(keep).add_(fresh.numerator())
        self.weight.mul_(keep).add_(fresh.weight())

    def solve(self, last: int, signal: Float[Tensor, " s"]) -> Float[Tensor, "d d d"]:
        """Most likely map up to shell `last`, with the prior N(0, signal) on its coefficients.

        Sums are of whitened images, scaled by √(2 / noise), so that the prior's precision is 2 / signal; a
        grid padded p-fold has p³ points for each that is free. Shells are the image's; `signal` is of slices
        divided by the box, as `Reference` has them.
        """
        precision = 2.0 / (signal * PADDING**3)
        # One shell more than the images have: interpolation at the rim reads it.
        inside = (self.shell <= last + 1) & (self.shell > 0)
        damping = precision.to(self._device, torch.float32)[self.shell.clamp(max=len(precision) - 1)]
        spectrum = torch.where(inside, self.numerator / (self.weight + damping), 0.0)
        return volume_from_padded(spectrum, self.box, PADDING) * self.mask

    def reference(self, density: Float[Tensor, "d d d"]) -> Reference:
        """The map of `solve`, ready for slicing."""
        return Reference(prepare(density, PADDING), PADDING)

    def volume(self, density: Float[Tensor, "d d d"]) -> Volume:
        """The map of `solve` on the images' grey scale: its slices are whole spectra divided by the box."""
        scale = self.outer.box * (self.box / self.outer.box) ** 3
        return Volume(density * scale, self.outer.edge_angstrom / self.box)

    def _places(self, band: Band) -> tuple[Int[Tensor, " p"], int]:
        """(positions of the band's coefficients among the pixels that are inserted, number of these pixels)."""
        if band.last not in self._pixels:
            pixel, _, _ = disc(band.crop, self._device)
            half = band.crop // 2
            pixel_of_band = torch.from_numpy((band.y + half) * (half + 1) + band.x).to(self._device)
            self._pixels[band.last] = torch.searchsorted(pixel, pixel_of_band), len(pixel)
        return self._pixels[band.last]
