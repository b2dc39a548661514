"""Fourier grid of the linear model: from sums to volumes, and from volumes to what is sliced."""

import math
from dataclasses import dataclass
from functools import cached_property

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.fourier.resample import fourier_crop_or_pad
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.heterogeneity.linear.normal import solve_points


def padded_width(numbers: int) -> int:
    """Length of a row that holds so many numbers: a multiple of 8, for which the kernels are fast."""
    return 8 * math.ceil(numbers / 8)


@dataclass(frozen=True)
class Grid:
    """Grid for images of `box` pixels used within `shells` shells, padded in real space.

    Real-space maps lie on `size`³ voxels which fill `padding` times the box's edge, in the grey scale of the
    images at the full box, zero outside a soft sphere of `mask_diameter` boxes that ends at the box's faces.
    Rows of numbers at the points of the half spectrum (z, y, x; zero frequency at size / 2, size / 2, 0) are
    what the kernels read and write.
    """

    box: int
    shells: int
    padding: float
    mask_diameter: float
    device: torch.device | str

    @property
    def size(self) -> int:
        """Edge of the grid: padding · 2 (shells + 1), even for odd `shells`."""
        return round(self.padding * 2 * (self.shells + 1))

    @property
    def step(self) -> float:
        """Length of an image's pixel on the grid: the padding."""
        return self.padding

    @property
    def points(self) -> int:
        """Count the points of the half spectrum."""
        return self.size * self.size * (self.size // 2 + 1)

    @property
    def _gain(self) -> float:
        """Factor from a map's spectrum on this grid to that of the store (images over their box)."""
        return (self.box / (2 * (self.shells + 1))) ** 3 / self.box

    def rows(self, maps: Float[Tensor, "c z y x"]) -> Float[Tensor, "m w"]:
        """Spectra of maps, ready for slicing: real parts, imaginary parts, zeros up to `padded_width`."""
        spectra = volume_to_spectrum(maps / self._sinc2()) * self._gain
        flat = torch.where(self._inside.flatten(), spectra.flatten(1), 0.0)
        out = torch.zeros(self.points, padded_width(2 * len(maps)), device=self.device)
        out[:, : len(maps)] = flat.real.T
        out[:, len(maps) : 2 * len(maps)] = flat.imag.T
        return out

    def solve(
        self, sums: Float[Tensor, "m w"], volumes: int, ridge: Float[Tensor, "c s"]
    ) -> Float[Tensor, "c z y x"]:
        """Solve the normal equations at each point, (W + ridge · shell mean) V = D, and mask in real space.

        Parameters
        ----------
        sums : (m, w)
            At each point D (real, imaginary) and the lower triangle of W, row after row, then what fills the
            row.
        volumes : int
            How many volumes, c.
        ridge : (c, s)
            Weight of each volume's prior in each shell of the images, as a share of the shell's mean weight.

        Returns
        -------
        (c, z, y, x)
            The volumes.
        """
        size = self.size
        sums = sums.reshape(size, size, size // 2 + 1, -1)
        spectra = solve_points(sums, volumes, ridge, self._image_shell, self._inside)
        return spectrum_to_volume(spectra, (size, size, size)) * self._back

    def agreement(
        self, one: Float[Tensor, "c z y x"], other: Float[Tensor, "c z y x"]
    ) -> Float[Tensor, "c s"]:
        """Fourier shell correlation of each two maps, in the shells of the images from 0."""
        first, second = (volume_to_spectrum(maps).flatten(1) for maps in (one, other))
        shell, count = self._image_shell.flatten(), self.shells + 1

        def summed(values: Tensor) -> Tensor:
            sums = torch.zeros(len(values), int(shell.max()) + 1, dtype=torch.float64, device=self.device)
            return sums.index_add_(1, shell, values.double())[:, :count]

        power = summed(first.abs().square()) * summed(second.abs().square())
        return summed((first * second.conj()).real) / power.sqrt().clamp(min=1e-30)

    def products(self, maps: Float[Tensor, "p z y x"]) -> Float[Tensor, "s p p"]:
        """Sums over each shell of the images, from 0, of the products of each two maps' coefficients."""
        spectra = volume_to_spectrum(maps).flatten(1)
        shell = self._image_shell.flatten()
        counts = torch.bincount(shell, minlength=self.shells + 1)[: self.shells + 1].tolist()
        blocks = torch.split_with_sizes(
            spectra[:, torch.argsort(shell, stable=True)[: sum(counts)]], counts, 1
        )
        parts = (torch.cat([block.real, block.imag], 1).double() for block in blocks)
        return torch.stack([part @ part.T for part in parts])

    def filtered(
        self, maps: Float[Tensor, "c z y x"], gain: Float[Tensor, "c s"]
    ) -> Float[Tensor, "c z y x"]:
        """Maps whose coefficients are multiplied by a gain for each map and shell of the images; 0 beyond these."""
        shell = self._image_shell
        beyond = int(shell.max()) + 1 - gain.shape[1]
        gain = torch.nn.functional.pad(gain.to(maps), (0, max(0, beyond)))
        return spectrum_to_volume(volume_to_spectrum(maps) * gain[:, shell], (self.size,) * 3)

    def resized(self, maps: Float[Tensor, "c z y x"]) -> Float[Tensor, "c z2 y2 x2"]:
        """Volumes of a grid with another number of shells, brought onto this one."""
        if maps.shape[-1] == self.size:
            return maps
        return torch.stack([fourier_crop_or_pad(m, (self.size,) * 3) for m in maps])

    def inner(self, maps: Float[Tensor, "c z y x"]) -> Float[Tensor, "c w w w"]:
        """Volumes without the padding: 2 (shells + 1) voxels along each edge."""
        cut = self._inner()
        return maps[:, cut, cut, cut]

    def full(self, maps: Float[Tensor, "c z y x"]) -> Float[Tensor, "c d d d"]:
        """Volumes without the padding, in the images' box."""
        return torch.stack([fourier_crop_or_pad(m, (self.box,) * 3) for m in self.inner(maps)])

    def from_full(self, maps: Float[Tensor, "c d d d"]) -> Float[Tensor, "c z y x"]:
        """Volumes on this grid, from the images' box or as `inner` has them; what is beyond the shells is lost."""
        cut = self._inner()
        out = torch.zeros(len(maps), self.size, self.size, self.size, device=self.device)
        for target, density in zip(out, maps, strict=True):
            target[cut, cut, cut] = fourier_crop_or_pad(density.to(self.device), (cut.stop - cut.start,) * 3)
        return out

    def _inner(self) -> slice:
        inner = 2 * (self.shells + 1)
        low = self.size // 2 - inner // 2
        return slice(low, low + inner)

    def _radius(self) -> Float[Tensor, "z y xh"]:
        line = torch.arange(self.size, device=self.device, dtype=torch.float32) - self.size // 2
        x = torch.arange(self.size // 2 + 1, device=self.device, dtype=torch.float32)
        return (line[:, None, None] ** 2 + line[:, None] ** 2 + x**2).sqrt()

    @cached_property
    def _inside(self) -> Bool[Tensor, "z y xh"]:
        return self._radius() <= self.shells * self.padding + 0.5

    @cached_property
    def _image_shell(self) -> Int[Tensor, "z y xh"]:
        return (self._radius() / self.padding).round().long()

    def _sinc2(self) -> Float[Tensor, "z y x"]:
        line = torch.arange(self.size, device=self.device, dtype=torch.float32) - self.size // 2
        line = torch.sinc(line / self.size).square().clamp(min=0.2)
        return line[:, None, None] * line[:, None] * line

    @cached_property
    def _back(self) -> Float[Tensor, "z y x"]:
        """Mask of the maps, over what interpolation takes off and the gain."""
        box = 2 * (self.shells + 1)
        radius = self.mask_diameter * box / 2
        mask = sphere_mask((self.size,) * 3, radius, max(1.0, box / 2 - radius), self.device)
        return mask / (self._sinc2() * self._gain)
