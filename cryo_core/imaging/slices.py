"""Central slices of a volume, and the adjoint that puts images back into it.

Everything that projects or reconstructs goes through this file: `prepare`, `extract_slices`,
`insert_slices`, and `SliceAccumulator` for streams. On the CPU numba's kernels run (`kernels`), on a CUDA
device Triton's where it is installed (`slices_triton`), elsewhere torch (`slices_torch`), with the same answer.
Interpolation happens on a spectrum padded in real space, and the volume is divided by the interpolation's own
transform beforehand (after, for the adjoint):

============= ===================== ============= ======================== =======================
interpolation kernel                neighbours    its transform            error, padding 1 and 2¹
============= ===================== ============= ======================== =======================
linear        triangle              8             sinc²(r / P)             0.096, 0.019
cubic         cubic B-spline        64            sinc⁴(r / P)             0.019, 0.0004
============= ===================== ============= ======================== =======================

¹ relative to NUFFT, at D = 64 for a density within 0.35 D of the centre; cubic without padding costs an eighth of the
memory of linear with padding 2, and its gradient to the pose is smooth.

The padded spectrum of a volume of N voxels, P = padding · N, is the half spectrum of an odd grid of P + 1
points: kx from 0 to P / 2, and −P / 2 to P / 2 on the other axes, with the Nyquist plane at both ends. So a
trilinear neighbourhood is never torn, and every coefficient but those of kx = 0 stands for two. For cubic
interpolation it has a margin of one more point on every side. Pixels on or beyond the Nyquist radius N / 2
are 0 and put nothing in.
"""

import math
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import Literal

import torch
from jaxtyping import Complex, Float
from torch import Tensor
from torch.nn.functional import pad

from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device, centred_axis
from cryo_core.fourier.transforms import centred_inverse_real, inverse_about, raw_volume_spectrum
from cryo_core.imaging import slices_cpu, slices_torch

Interpolation = Literal["linear", "cubic"]


def padded_size(volume_box: int, padding: int) -> int:
    """Edge P = padding · box of the padded grid; SettingsError unless it is even."""
    if padding < 1 or (volume_box * padding) % 2:
        raise SettingsError(f"padding {padding} of a box of {volume_box}: their product must be even")
    return volume_box * padding


def gridding_correction(
    volume_box: int, padding: int, device: Device = None, interpolation: Interpolation = "linear"
) -> Float[Tensor, "z y x"]:
    """Fourier transform of the interpolation in real space: Π sinc²(r / P), or sinc⁴ for cubic.

    Parameters
    ----------
    volume_box
        Edge of the volume in voxels.
    padding
        Edge of the padded grid over the box.
    device
        Where the result lies; the CPU if None.
    interpolation
        Linear or cubic.
    """
    power = 4 if interpolation == "cubic" else 2
    line = torch.sinc(centred_axis(volume_box, device) / padded_size(volume_box, padding)) ** power
    return line[:, None, None] * line[:, None] * line


def prepare(
    density: Float[Tensor, "*n d d d"], padding: int = 2, interpolation: Interpolation = "linear"
) -> Complex[Tensor, "*n pz py px"]:
    """Cubes ready for slicing: divided by the gridding correction, padded with zeros, and transformed.

    The result has the layout described at the top of this file. SettingsError if padding · box is odd.

    Parameters
    ----------
    density
        (..., d, d, d).
    padding
        Edge of the padded grid over the box.
    interpolation
        Linear or cubic.
    """
    box = density.shape[-1]
    size = padded_size(box, padding)
    flat = density / gridding_correction(box, padding, density.device, interpolation)
    # The origin goes to the first voxel as `volume_to_spectrum` has it, in fewer copies of the padded map.
    moved = pad(flat, (0, size - box) * 3).roll((-(box // 2),) * 3, (-3, -2, -1))
    return _grid(raw_volume_spectrum(moved), _margin(interpolation))


def extract_slices(
    padded: Complex[Tensor, "pz py px"],
    rotation: Float[Tensor, "n 3 3"],
    box: int,
    padding: int = 2,
    interpolation: Interpolation = "linear",
) -> Complex[Tensor, "n y xh"]:
    """Central slices `(x, y, 0) · A` of a volume, as half spectra of images of `box` pixels.

    Equal to the spectra of the volume's projections along z of each rotated frame. Differentiable to `padded`
    and to `rotation` (once, on the CPU).

    Parameters
    ----------
    padded
        (pz, py, px), from `prepare` with the same padding and interpolation.
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels: the volume's, or smaller for images Fourier-cropped to it.
    padding
        Edge of the padded grid over the box.
    interpolation
        Linear or cubic.

    Raises
    ------
    ShapeError
        The spectrum does not belong to this padding, or the box is larger than the volume's.
    """
    margin = _margin(interpolation)
    size = padded.shape[0] - 1 - 2 * margin
    if size % padding or box > size // padding:
        raise ShapeError(f"no slices of {box} pixels, padded {padding}, in a spectrum of {padded.shape[0]}")
    return _engine(padded.real).extract(padded, rotation, box, padding, margin)


def extract_own_slices(
    padded: Complex[Tensor, "n pz py px"],
    rotation: Float[Tensor, "n 3 3"],
    box: int,
    padding: int = 2,
    interpolation: Interpolation = "linear",
) -> Complex[Tensor, "n y xh"]:
    """One central slice of each of n volumes, at its own rotation; else as `extract_slices`.

    Parameters
    ----------
    padded
        (n, pz, py, px), from `prepare`.
    rotation
        (n, 3, 3), RELION's matrices A.
    box
        Edge of the images in pixels.
    padding
        Edge of the padded grid over the box.
    interpolation
        Linear or cubic.
    """
    if padded.device.type != "cpu":
        return slices_torch.extract_own(padded, rotation, box, padding, _margin(interpolation))
    each = zip(padded, rotation, strict=True)
    return torch.cat([extract_slices(grid, turn[None], box, padding, interpolation) for grid, turn in each])


def insert_slices(
    spectra: Complex[Tensor, "n y xh"],
    rotation: Float[Tensor, "n 3 3"],
    volume_box: int,
    padding: int = 2,
    interpolation: Interpolation = "linear",
) -> Complex[Tensor, "pz py px"]:
    """Half spectra added into the padded spectrum of a volume: the adjoint of `extract_slices`.

    Under the full spectra's inner product: Σ weights · conj(s) · extract(v) = Σ weights · conj(insert(s)) · v
    in its real part, with the Hermitian weights of the image and of the odd grid P + 1 (without margin).

    Parameters
    ----------
    spectra
        (n, y, xh), half spectra of square images.
    rotation
        (n, 3, 3), RELION's matrices A.
    volume_box
        Edge of the volume in voxels.
    padding
        Edge of the padded grid over the box.
    interpolation
        Linear or cubic.
    """
    accumulator = SliceAccumulator(volume_box, padding, spectra.device, interpolation)
    accumulator.add(spectra, torch.ones_like(spectra.real), rotation)
    return accumulator.numerator()


class SliceAccumulator:
    """Sums of inserted slices and of their weights, over any number of batches.

    It holds three float32 numbers for each point of the padded grid and nothing else. The sums run in the
    order of the images: on the CPU they are the same to the last bit whatever the batches and threads; on
    a CUDA device their order is fixed under `torch.use_deterministic_algorithms(True)`.
    """

    def __init__(
        self,
        volume_box: int,
        padding: int = 2,
        device: Device = None,
        interpolation: Interpolation = "linear",
    ) -> None:
        self.volume_box, self.padding, self.interpolation = volume_box, padding, interpolation
        self._margin = _margin(interpolation)
        size = padded_size(volume_box, padding) + 1 + 2 * self._margin
        self._shape = (size, size, size // 2 + 1 + self._margin)
        self._sums = torch.zeros(math.prod(self._shape), 3, device=device)

    def add(
        self,
        spectra: Complex[Tensor, "n y xh"],
        weights: Float[Tensor, "n y xh"],
        rotation: Float[Tensor, "n 3 3"],
    ) -> None:
        """Insert a batch: `spectra` into the numerator, `weights` into the weight.

        Parameters
        ----------
        spectra
            (n, y, xh), half spectra of square images.
        weights
            (n, y, xh), weight of each coefficient.
        rotation
            (n, 3, 3), RELION's matrices A.
        """
        box = spectra.shape[-2]
        if box > self.volume_box or spectra.shape[-1] != box // 2 + 1:
            raise ShapeError(f"spectra {tuple(spectra.shape)} for a volume of {self.volume_box} voxels")
        pixel, _, x = slices_torch.disc(box, spectra.device)
        once = torch.where(x == 0, 0.5, 1.0)
        values = spectra.flatten(1)[:, pixel]
        rows = torch.stack([values.real, values.imag, weights.flatten(1)[:, pixel]], -1) * once[:, None]
        self.add_pixels(rows, rotation, box)

    def add_pixels(self, values: Float[Tensor, "n p 3"], rotation: Float[Tensor, "n 3 3"], box: int) -> None:
        """Insert the pixels within Nyquist's radius, row by row.

        Parameters
        ----------
        values
            (n, p, 3), real, imaginary, weight; those at x = 0 must come with half their values, since the full
            spectrum has them once and all others twice.
        rotation
            (n, 3, 3), RELION's matrices A.
        box
            Edge of the images in pixels.
        """
        engine = _engine(values, ordered=torch.are_deterministic_algorithms_enabled())
        engine.scatter(self._sums, self._shape, values, rotation, box, self.padding, self._margin)

    def numerator(self) -> Complex[Tensor, "pz py px"]:
        """Sum of the inserted spectra on the odd grid P + 1, Hermitian at kx = 0."""
        return self._folded(torch.complex(self._sums[:, 0], self._sums[:, 1]))

    def weight(self) -> Float[Tensor, "pz py px"]:
        """Sum of the inserted weights on the odd grid P + 1."""
        return self._folded(self._sums[:, 2].clone())

    def handed_over(self) -> Float[Tensor, "pz py px 3"]:
        """Real and imaginary part and weight on the odd grid P + 1, in the accumulator's memory, which it gives up."""
        if self._margin:
            numerator = self.numerator()
            out = torch.stack([numerator.real, numerator.imag, self.weight()], -1)
        else:
            out = self._sums.reshape(*self._shape, 3)
            mates = out[:, :, 0].flip(0, 1)
            mates[..., 1].neg_()
            out[:, :, 0] += mates
        self._sums = out.new_zeros(0, 3)
        return out

    def _folded(self, sums: Tensor) -> Tensor:
        out = sums.reshape(self._shape)
        if self._margin:
            out = _folded(out)
        out[:, :, 0] += out[:, :, 0].flip(0, 1).conj()
        return out


def volume_from_padded(
    spectrum: Complex[Tensor, "pz py px"],
    volume_box: int,
    padding: int = 2,
    interpolation: Interpolation = "linear",
) -> Float[Tensor, "d d d"]:
    """Volume of a padded spectrum (odd grid P + 1) that slices were averaged into.

    Back-transformed, cut to the box, and divided by the gridding correction: averaging with the interpolation's
    weights has multiplied the volume by it. The two ends of each Nyquist plane are averaged.

    Parameters
    ----------
    spectrum
        (pz, py, px), on the odd grid P + 1.
    volume_box
        Edge of the volume in voxels.
    padding
        Edge of the padded grid over the box.
    interpolation
        Linear or cubic.
    """
    return volume_from_planes(
        lambda planes: spectrum[planes], volume_box, padding, spectrum.device, interpolation
    )


_SLAB_BYTES = 1 << 24


def volume_from_planes(
    planes: Callable[[slice], Complex[Tensor, "k py px"]],
    volume_box: int,
    padding: int = 2,
    device: Device = None,
    interpolation: Interpolation = "linear",
) -> Float[Tensor, "d d d"]:
    """Volume of a padded spectrum as `volume_from_padded` has it, which `planes` gives a few z at a time.

    One axis after another is transformed and cut to the box, so that the padded map is never whole.

    Parameters
    ----------
    planes
        Gives spectrum[planes].
    volume_box, padding, interpolation
        As of `volume_from_padded`.
    device
        Where the volume lies; the CPU if None.
    """
    size = padded_size(volume_box, padding)
    half = size // 2 + 1
    step = max(1, _SLAB_BYTES // (8 * size * half))
    cut = torch.empty(size + 1, volume_box, half, dtype=torch.complex64, device=device)
    for first in range(0, size + 1, step):
        some = planes(slice(first, min(first + step, size + 1)))
        cut[first : first + step] = inverse_about(_rolled(some, 1), 1, volume_box)
    density = torch.empty(volume_box, volume_box, volume_box, device=device)
    for first in range(0, volume_box, step):
        some = cut[:, first : first + step]
        rows = inverse_about(_rolled(some, 0), 0, volume_box)
        density[:, first : first + step] = centred_inverse_real(rows, size, volume_box)
    return density / gridding_correction(volume_box, padding, device, interpolation)


def _rolled(some: Complex[Tensor, "..."], axis: int) -> Complex[Tensor, "..."]:
    """An odd axis whose two ends are one coefficient, which is their mean, from the centre on."""
    centre = some.shape[axis] // 2
    ends = 0.5 * (some.narrow(axis, 0, 1) + some.narrow(axis, 2 * centre, 1))
    return torch.cat([some.narrow(axis, centre, centre), ends, some.narrow(axis, 1, centre - 1)], axis)


def _engine(values: Float[Tensor, "..."], ordered: bool = False) -> ModuleType:
    """The module that computes, chosen by where the values lie.

    Triton's sums have no fixed order and are of single precision.
    """
    if values.device.type == "cpu":
        return slices_cpu
    if values.device.type == "cuda" and values.dtype == torch.float32 and not ordered and _has_triton():
        from cryo_core.imaging import slices_triton

        return slices_triton
    return slices_torch


@cache
def _has_triton() -> bool:
    return find_spec("triton") is not None


def _margin(interpolation: Interpolation) -> int:
    return 1 if interpolation == "cubic" else 0


def _grid(spectrum: Complex[Tensor, "*n sz sy sx"], margin: int) -> Complex[Tensor, "*n pz py px"]:
    """A half spectrum of P points as it lies (`raw_volume_spectrum`), from −P / 2 − margin to P / 2 + margin."""
    size = spectrum.shape[-2]
    around = torch.arange(-margin, size + 1 + margin, device=spectrum.device)
    if not margin:
        at = (around - size // 2) % size
        return spectrum[..., at[:, None], at, :]
    spectrum, around = spectrum.roll((size // 2,) * 2, (-3, -2)), around % size
    mirror = (-torch.arange(size, device=spectrum.device)) % size
    ends = (spectrum[..., x : x + 1] for x in (1, size // 2 - 1))
    low, high = (end[..., mirror, :, :][..., mirror, :].conj() for end in ends)
    spectrum = torch.cat([low, spectrum, high], -1)
    return spectrum[..., around, :, :][..., around, :]


def _folded(sums: Tensor) -> Tensor:
    """Sums with the margin of a cubic grid added where it belongs within: the transpose of `_grid`.

    Points beyond a Nyquist plane go to the other end of their axis; those at kx = −1, and at P / 2 + 1, to
    minus themselves.
    """
    for axis in (0, 1):
        n = sums.shape[axis] - 2
        inner = sums.narrow(axis, 1, n).clone()
        inner.narrow(axis, n - 2, 1).add_(sums.narrow(axis, 0, 1))
        inner.narrow(axis, 1, 1).add_(sums.narrow(axis, n + 1, 1))
        sums = inner
    inner = sums[:, :, 1:-1].clone()
    inner[:, :, 1] += sums[:, :, 0].flip(0, 1).conj()
    inner[:, :, -2] += sums[:, :, -1].flip(0, 1).conj()
    return inner
