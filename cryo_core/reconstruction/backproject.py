"""Streamed back-projection of images into the sums of two half sets."""

import math
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, ImageStack, Optics, Poses, Progress, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device, centred_axis, image_frequencies
from cryo_core.fourier.transforms import image_to_spectrum, raw_image_spectrum
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.forward import centre_spectra
from cryo_core.imaging.slices import SliceAccumulator
from cryo_core.imaging.slices_cpu import cut, disc_of, run
from cryo_core.imaging.slices_torch import disc
from cryo_core.learning import ranks
from cryo_core.memory import Portion, fitting_batch
from cryo_core.optics.ctf import ctf, ctf_factors
from cryo_core.reconstruction.symmetry import split_group, sum_over_grid

_PART_IMAGES = 16
"""Images a thread weighs at a time."""

_BATCH_PIXELS, _LEAST_BATCH = 1 << 22, 16
"""Pixels, and the least number of images, read at a time: threads begin anew with each batch."""


@dataclass(frozen=True)
class ImageWeights:
    """How much each image counts, the B factor (Å²) by which that falls with frequency, and the image's contrast.

    The contrast is that of the particle, about 1, and multiplies the CTF: an image of half the contrast has a quarter
    of the signal's power, and counts so. None: all have the same.
    """

    weight: Float[Tensor, " n"]
    b_factor_angstrom2: Float[Tensor, " n"]
    contrast: Float[Tensor, " n"] | None = None

    @classmethod
    def even(cls, contrast: Float[Tensor, " n"]) -> "ImageWeights":
        """All images count alike, but for their contrast."""
        return cls(torch.ones(len(contrast)), torch.zeros(len(contrast)), contrast)


@dataclass(frozen=True)
class HalfSums:
    """The sums of a half set's images on the odd padded grid of `imaging.slices`.

    `sums` holds at each point the real and the imaginary part of Σ w · CTF · F, and Σ w · CTF², where the CTF has the
    image's contrast.
    """

    sums: Float[Tensor, "z y xh 3"]
    volume_box: int
    padding: int

    @property
    def numerator(self) -> Complex[Tensor, "z y xh"]:
        """A copy of Σ w · CTF · F."""
        return torch.complex(self.sums[..., 0], self.sums[..., 1])

    @property
    def weight(self) -> Float[Tensor, "z y xh"]:
        """Σ w · CTF², which is no copy."""
        return self.sums[..., 2]


def backproject(
    images: ImageSet,
    padding: int = 2,
    symmetry: str = "C1",
    batch: int | None = None,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
) -> tuple[HalfSums, HalfSums]:
    """Sums of half set 1 and of half set 2 (`each_half`), both at once."""
    first, second = each_half(images, padding, symmetry, batch, device, progress, weights)
    return first, second


def each_half(
    images: ImageSet,
    padding: int = 2,
    symmetry: str = "C1",
    batch: int | None = None,
    device: Device = None,
    progress: Progress = silent,
    weights: ImageWeights | None = None,
) -> Iterator[HalfSums]:
    """Sums of half set 1, then those of half set 2, each image added at every pose the symmetry makes equivalent.

    Who lets go of the first before asking for the second has one grid in memory at a time.

    w = weight · exp(−B s² / 4). The B factor of a weight makes an image count less towards high frequency
    (positive B) or more (negative), as Frealign's score weighting and the weights of radiation damage do. It
    does not mean that the image's signal is damped: that B factor belongs in `optics`. A contrast does: it multiplies
    the CTF. Images are read once, those of a half set in the order of the stack, one batch ahead. Several ranks
    (`learning.ranks`) read a share each, and all get the sums.

    Parameters
    ----------
    images
        n images in half sets 1 and 2.
    padding, symmetry
        Edge of the padded grid over the box, and a point group on RELION's axes, such as "C1" or "D2".
    batch
        Images read at a time; None takes as many as have 4 million pixels, and on a GPU as many as its memory has
        room for. Changes speed and memory only.
    device, progress
        Where sums are kept (the CPU if None); called with (images done, n).
    weights
        Weights and contrasts that are not negative, and B factors; every image counts alike if None.

    Raises
    ------
    SettingsError
        A row's half set is neither 1 nor 2, a half set has no weight, or a weight or a contrast is
        negative or not finite.
    ShapeError
        The weights are not as many as the images.
    """
    half_set, box = images.half_set, images.box
    weight, decay, contrast = _weights(weights, len(images))
    _check(images, weight, decay, contrast)
    cosets, subgroup = split_group(symmetry_matrices(symmetry))
    cosets = cosets.to(device, torch.float32)
    where = torch.device(device or "cpu")
    tables = _Rows(images.poses, images.optics, weight, decay, contrast, images.pixel_angstrom)
    weigh = _CpuWeigher(tables) if where.type == "cpu" else _TorchWeigher(tables)
    size = batch or fitting_batch("reconstruction", box, where, max(_LEAST_BATCH, _BATCH_PIXELS // box**2))
    weighed = Portion("reconstruction", size)
    done = 0
    for number in (1, 2):
        wanted = np.flatnonzero((half_set == number) & (weight.numpy() > 0))
        begin, end = ranks.span(len(wanted))
        half, before = SliceAccumulator(box, padding, device), done
        for rows, read in _batches(images, wanted[begin:end], size):
            for at, pixels in weighed.over(len(rows), _weighing(weigh, read, rows, where)):
                pose = images.poses.rotation[torch.from_numpy(rows[at]).to(images.poses.rotation.device)]
                for operator in cosets:
                    half.add_pixels(pixels, pose.to(pixels.device, torch.float32) @ operator, box)
            done += len(rows)
            progress(done, len(images))
        if done < before + int((half_set == number).sum()):  # what other ranks read, or nobody
            done = before + int((half_set == number).sum())
            progress(done, len(images))
        yield _finish(half, subgroup)


def _weighing(
    weigh: Callable[..., Float[Tensor, "m p 3"]],
    read: Float[Tensor, "n y x"],
    rows: Int[np.ndarray, " n"],
    device: torch.device,
) -> Callable[[slice], Float[Tensor, "m p 3"]]:
    """What weighs part of a batch: only that part goes to the device."""
    return lambda at: weigh(read[at].to(device), rows[at])


def _batches(
    stack: ImageStack, rows: Int[np.ndarray, " n"], batch: int
) -> Iterator[tuple[Int[np.ndarray, " m"], Float[Tensor, "m y x"]]]:
    """Batches of some rows of a stack, read one ahead: (rows, their images)."""
    parts = [rows[start : start + batch] for start in range(0, len(rows), batch)]
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(stack.read, parts[0]) if parts else None
        for i, part in enumerate(parts):
            assert coming is not None
            images = coming.result()
            if i + 1 < len(parts):
                coming = reader.submit(stack.read, parts[i + 1])
            yield part, images


@dataclass(frozen=True)
class _Rows:
    """The tables by which images are weighed: pose, optics, weight, that weight's B factor, and contrast."""

    poses: Poses
    optics: Optics
    weight: Float[Tensor, " n"]
    decay: Float[Tensor, " n"]
    contrast: Float[Tensor, " n"]
    pixel_angstrom: float


class _TorchWeigher:
    """Weighs images with torch: w · CTF · F (centred, real and imaginary) and w · CTF² of each pixel within Nyquist.

    Called with images, and their rows of the tables. Pixels at kx = 0 get half the weight.
    """

    def __init__(self, tables: _Rows) -> None:
        self._tables = tables

    def __call__(self, images: Float[Tensor, "n y x"], rows: Int[np.ndarray, " n"]) -> Float[Tensor, "n p 3"]:
        tables, device, box, at = self._tables, images.device, images.shape[-1], torch.from_numpy(rows)
        poses, optics = tables.poses.take(at).to(device), tables.optics.take(at).to(device)
        pixel, _, x = disc(box, device)
        fy, fx = image_frequencies(box, tables.pixel_angstrom, device)
        s2 = (fy**2 + fx**2).flatten()[pixel]
        weight = torch.where(x == 0, 0.5, 1.0) * tables.weight[at].to(device)[:, None]
        weight = weight * torch.exp(tables.decay[at].to(device)[:, None] * (-s2 / 4.0))
        spectra = centre_spectra(image_to_spectrum(images), poses, tables.pixel_angstrom).flatten(1)[:, pixel]
        transfer = ctf(optics, box, tables.pixel_angstrom).flatten(1)[:, pixel]
        transfer = transfer * tables.contrast[at].to(device)[:, None]
        weighted = weight * transfer
        return torch.stack([weighted * spectra.real, weighted * spectra.imag, weighted * transfer], -1)


class _CpuWeigher:
    """Weighs images as `_TorchWeigher` does, with numba's kernels."""

    def __init__(self, tables: _Rows) -> None:
        self._tables = tables

    def __call__(self, images: Float[Tensor, "n y x"], rows: Int[np.ndarray, " n"]) -> Float[Tensor, "n p 3"]:
        from cryo_core.imaging.kernels_weigh import weigh

        tables, box, look = self._tables, images.shape[-1], disc_of(images.shape[-1])
        at = torch.from_numpy(rows)
        optics = tables.optics.take(at).to("cpu")
        factors = ctf_factors(optics) / (2.0 * math.pi)
        damping = torch.stack([optics.damping_angstrom2, tables.decay[at]], 1).double()
        shift = tables.poses.shift_angstrom.detach()[at].cpu().double() / tables.pixel_angstrom
        place = (box // 2 - shift) / box
        contrast = tables.contrast[at].double() * optics.scale.double()
        weight = torch.stack([tables.weight[at].double() * contrast, contrast], 1)
        columns = [column.numpy() for column in (factors, place, damping, weight)]
        spectra = torch.view_as_real(raw_image_spectrum(images.to(torch.float32))).numpy().reshape(-1)
        layout = centred_axis(2 * (box // 2) + 1).double().numpy(), look.reach, look.start, look.pixels
        values = np.empty(len(rows) * look.pixels * 3, np.float32)
        frequency = 1.0 / (box * tables.pixel_angstrom)
        parts = cut(len(rows), math.ceil(len(rows) / _PART_IMAGES))
        run(lambda part: weigh(spectra, *columns, *layout, frequency, values, *part), parts)
        return torch.from_numpy(values).reshape(len(rows), look.pixels, 3)


def _finish(half: SliceAccumulator, subgroup: Float[Tensor, "h 3 3"]) -> HalfSums:
    sums = half.handed_over()
    if len(subgroup) > 1:
        numerator = torch.complex(sums[..., 0], sums[..., 1])
        numerator, weight = sum_over_grid(numerator, sums[..., 2], subgroup)
        sums = torch.stack([numerator.real, numerator.imag, weight], -1)
    ranks.sum_over(sums)
    return HalfSums(sums, half.volume_box, half.padding)


def _weights(weights: ImageWeights | None, count: int) -> tuple[Tensor, Tensor, Tensor]:
    """Weights, their B factors and contrasts on the CPU; 1, 0 and 1 for all images where there are none."""
    if weights is None:
        return torch.ones(count), torch.zeros(count), torch.ones(count)
    weight, decay = (t.detach().cpu().float() for t in (weights.weight, weights.b_factor_angstrom2))
    contrast = (
        torch.ones(len(weight)) if weights.contrast is None else weights.contrast.detach().cpu().float()
    )
    return weight, decay, contrast


def _check(
    images: ImageSet, weight: Float[Tensor, " w"], decay: Float[Tensor, " b"], contrast: Float[Tensor, " c"]
) -> None:
    if not len(images) == len(weight) == len(decay) == len(contrast):
        raise ShapeError(
            f"{len(images)} images, {len(weight)} weights, {len(decay)} B factors, {len(contrast)} contrasts"
        )
    images.require_half_sets()
    sound = [bool((torch.isfinite(t) & (t >= 0)).all()) for t in (weight, contrast)]
    if not all(sound) or not bool(torch.isfinite(decay).all()):
        raise SettingsError("weights and contrasts must be finite and not negative, and B factors finite")
    for number in (1, 2):
        if not bool(((weight * contrast)[torch.from_numpy(images.half_set == number)] > 0).any()):
            raise SettingsError(f"half set {number} has no images: a reconstruction needs both halves")
