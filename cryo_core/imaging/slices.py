"""Central slices of a volume, and the adjoint that puts images back into it.

Everything that projects or reconstructs goes through this file: `prepare`, `extract_slices`,
`insert_slices`, and `SliceAccumulator` for streams. Interpolation is trilinear on a spectrum padded in real
space, and the volume is divided by the interpolation's sinc² beforehand (after, for the adjoint).

A padded spectrum of a volume of N voxels, P = padding · N, is the half spectrum of an odd grid of P + 1
points: kx = 0 … P / 2, and −P / 2 … P / 2 on the other axes, the Nyquist plane standing at both ends. So a
trilinear neighbourhood is never torn, and every coefficient but those of kx = 0 stands for two. Pixels on or
beyond the Nyquist radius N / 2 are 0 and put nothing in.
"""

import math

import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor
from torch.nn.functional import grid_sample, pad

from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device, centred_axis, half_axis
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum


def padded_size(volume_box: int, padding: int) -> int:
    """Give P = padding · box; SettingsError unless it is even."""
    if padding < 1 or (volume_box * padding) % 2:
        raise SettingsError(f"padding {padding} of a box of {volume_box}: their product must be even")
    return volume_box * padding


def gridding_correction(volume_box: int, padding: int, device: Device = None) -> Float[Tensor, "z y x"]:
    """Give the Fourier transform of trilinear interpolation, Π sinc²(r / P), in real space."""
    line = torch.sinc(centred_axis(volume_box, device) / padded_size(volume_box, padding)) ** 2
    return line[:, None, None] * line[:, None] * line


def prepare(density: Float[Tensor, "d d d"], padding: int = 2) -> Complex[Tensor, "pz py px"]:
    """Make a cube ready for slicing: divide by sinc², pad with zeros, transform.

    The result has the layout described at the top of this file. SettingsError if padding · box is odd.
    """
    box = density.shape[0]
    size = padded_size(box, padding)
    low = size // 2 - box // 2
    high = size - box - low
    flat = density / gridding_correction(box, padding, density.device)
    spectrum = volume_to_spectrum(pad(flat, (low, high) * 3))
    spectrum = torch.cat([spectrum, spectrum[:1]], 0)
    return torch.cat([spectrum, spectrum[:, :1]], 1)


def extract_slices(
    padded: Complex[Tensor, "pz py px"], rotation: Float[Tensor, "n 3 3"], box: int, padding: int = 2
) -> Complex[Tensor, "n y xh"]:
    """Cut the central slices `(x, y, 0) · A` as half spectra of images of `box` pixels.

    `padded` is what `prepare` gave with the same padding; `box` is the volume's, or smaller for images
    Fourier-cropped to it. Equal to the spectra of the volume's projections along z of each rotated frame.
    Differentiable to `padded` and to `rotation`.
    """
    if (padded.shape[0] - 1) % padding or box > (padded.shape[0] - 1) // padding:
        raise ShapeError(f"no slices of {box} pixels, padded {padding}, in a spectrum of {padded.shape[0]}")
    pixel, y, x = _disc(box, padding, padded.device)
    point, sign = _half_space(rotation, y, x)
    half = (padded.shape[0] - 1) // 2
    low = torch.tensor([0.0, half, half], device=padded.device)
    scale = torch.tensor([2.0 / half, 1.0 / half, 1.0 / half], device=padded.device)
    values = _sample(padded, (point + low) * scale - 1.0)
    values = torch.complex(values[0], values[1] * sign)
    empty = values.new_zeros(len(rotation), box * (box // 2 + 1))
    return empty.index_copy(1, pixel, values).reshape(len(rotation), box, box // 2 + 1)


def insert_slices(
    spectra: Complex[Tensor, "n y xh"], rotation: Float[Tensor, "n 3 3"], volume_box: int, padding: int = 2
) -> Complex[Tensor, "pz py px"]:
    """Add half spectra into the padded spectrum of a volume: the adjoint of `extract_slices`.

    Under the full spectra's inner product: Σ weights · conj(s) · extract(v) = Σ weights · conj(insert(s)) · v
    in its real part, with the Hermitian weights of the image and of the odd grid P + 1.
    """
    accumulator = SliceAccumulator(volume_box, padding, spectra.device)
    accumulator.add(spectra, torch.ones_like(spectra.real), rotation)
    return accumulator.numerator()


class SliceAccumulator:
    """Sums of inserted slices and of their weights, over as many batches as come.

    It holds three float32 numbers for each of the (P + 1)² (P / 2 + 1) padded coefficients and nothing else.
    The sums run in the order of the images; on a CUDA device that order is fixed under
    `torch.use_deterministic_algorithms(True)`.
    """

    def __init__(self, volume_box: int, padding: int = 2, device: Device = None) -> None:
        self.volume_box, self.padding = volume_box, padding
        size = padded_size(volume_box, padding)
        self._shape = (size + 1, size + 1, size // 2 + 1)
        self._sums = torch.zeros(3, math.prod(self._shape), device=device)

    def add(
        self,
        spectra: Complex[Tensor, "n y xh"],
        weights: Float[Tensor, "n y xh"],
        rotation: Float[Tensor, "n 3 3"],
    ) -> None:
        """Insert a batch at `rotation`: `spectra` into the numerator, `weights` into the weight."""
        box = spectra.shape[-2]
        if box > self.volume_box or spectra.shape[-1] != box // 2 + 1:
            raise ShapeError(f"spectra {tuple(spectra.shape)} for a volume of {self.volume_box} voxels")
        pixel, y, x = _disc(box, self.padding, spectra.device)
        point, sign = _half_space(rotation, y, x)
        once = torch.where(x == 0, 0.5, 1.0)
        values = spectra.flatten(1)[:, pixel] * once
        rows = (values.real, values.imag * sign, weights.flatten(1)[:, pixel] * once)
        self._scatter(point, rows)

    def numerator(self) -> Complex[Tensor, "pz py px"]:
        """Give the sum of the inserted spectra, Hermitian at kx = 0."""
        return self._symmetrised(torch.complex(self._sums[0], self._sums[1]))

    def weight(self) -> Float[Tensor, "pz py px"]:
        """Give the sum of the inserted weights."""
        return self._symmetrised(self._sums[2])

    def _scatter(self, point: Float[Tensor, "n p 3"], rows: tuple[Tensor, ...]) -> None:
        _, height, width = self._shape
        corner = point.floor()
        fx, fy, fz = (point - corner).unbind(-1)
        index = corner.to(torch.int64) + torch.tensor([0, height // 2, height // 2], device=point.device)
        base = (index[..., 2] * height + index[..., 1]) * width + index[..., 0]
        for dz, wz in enumerate((1.0 - fz, fz)):
            for dy, wy in enumerate((1.0 - fy, fy)):
                for dx, wx in enumerate((1.0 - fx, fx)):
                    share = wz * wy * wx
                    at = (base + (dz * height + dy) * width + dx).flatten()
                    for sums, row in zip(self._sums, rows, strict=True):
                        sums.index_add_(0, at, (row * share).flatten())

    def _symmetrised(self, sums: Tensor) -> Tensor:
        out = sums.reshape(self._shape).clone()
        out[:, :, 0] += out[:, :, 0].flip(0, 1).conj()
        return out


def _disc(box: int, padding: int, device: Device) -> tuple[Int[Tensor, " p"], Tensor, Tensor]:
    """Give the flat index of the pixels within Nyquist's radius, and their padded y and x."""
    y, x = torch.meshgrid(centred_axis(box, device), half_axis(box, device), indexing="ij")
    pixel = (x**2 + y**2 < (box / 2) ** 2).flatten().nonzero()[:, 0]
    return pixel, y.flatten()[pixel] * padding, x.flatten()[pixel] * padding


def _half_space(
    rotation: Float[Tensor, "n 3 3"], y: Float[Tensor, " p"], x: Float[Tensor, " p"]
) -> tuple[Float[Tensor, "n p 3"], Float[Tensor, "n p"]]:
    """Rotate slice points into the volume (x, y, z); turn those with x < 0 to −k, where the sign is −1."""
    point = x[:, None] * rotation[:, None, 0] + y[:, None] * rotation[:, None, 1]
    sign = torch.where(point[..., :1] < 0, -1.0, 1.0).detach()
    return point * sign, sign[..., 0]


def _sample(padded: Complex[Tensor, "pz py px"], grid: Float[Tensor, "n p 3"]) -> Float[Tensor, "2 n p"]:
    """Interpolate at points in −1 … 1 (x, y, z).

    The CPU kernel has one thread for each volume of its batch, so the same volume is handed to it once a
    thread, unless that volume wants a gradient, which would be held as often.
    """
    count = grid.shape[0]
    wants_gradient = padded.requires_grad and torch.is_grad_enabled()
    on_gpu = padded.device.type != "cpu"
    parts = 1 if on_gpu or wants_gradient else math.gcd(count, torch.get_num_threads())
    source = torch.view_as_real(padded).permute(3, 0, 1, 2)[None].expand(parts, -1, -1, -1, -1)
    rows = grid.reshape(parts, 1, count // parts, *grid.shape[1:])
    found = grid_sample(source, rows, mode="bilinear", padding_mode="zeros", align_corners=True)
    return found[:, :, 0].transpose(0, 1).reshape(2, count, -1)


def volume_from_padded(
    spectrum: Complex[Tensor, "pz py px"], volume_box: int, padding: int = 2
) -> Float[Tensor, "d d d"]:
    """Turn a padded spectrum that slices were averaged into back into a volume.

    Back-transformed, cut to the box, and divided by sinc²: averaging with trilinear weights has multiplied
    the volume by it. The two ends of each Nyquist plane are averaged.
    """
    size = padded_size(volume_box, padding)
    ends = torch.cat([0.5 * (spectrum[:1] + spectrum[-1:]), spectrum[1:-1]], 0)
    ends = torch.cat([0.5 * (ends[:, :1] + ends[:, -1:]), ends[:, 1:-1]], 1)
    density = spectrum_to_volume(ends, (size, size, size))
    cut = slice(size // 2 - volume_box // 2, size // 2 - volume_box // 2 + volume_box)
    return density[cut, cut, cut] / gridding_correction(volume_box, padding, spectrum.device)
