"""Power of a map in frequency bands about every place: the start of all ways to a local resolution.

A band's power about x is Σ w²(r − x) · a_b(r)², where a_b is the map passed through the band and w the soft
ball that a windowed FSC would multiply the map by. Filtering first and windowing after keeps strong low
frequencies out of weak high bands, and one filtering serves all places at once. The two orders agree where a
band is wide against the window's own spectrum.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Shaped
from scipy.fft import next_fast_len
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum

_GUARD = 0.06
"""Highest frequency (1/Å) of a band's power that is kept: those of w² are lower for windows from 20 Å on."""


@dataclass(frozen=True)
class Window:
    """Soft ball about a place: 1 up to half of `size_angstrom` from it, and 0 one `size_angstrom` further.

    Its edge is a raised cosine. This is RELION's --locres_sampling with its mask (radius half the sampling,
    edge the sampling), 25 Å by default.
    """

    size_angstrom: float = 25.0

    def __post_init__(self) -> None:
        """Refuse a size out of range."""
        if not 5 <= self.size_angstrom <= 200:
            raise SettingsError(f"a window of {self.size_angstrom} Å: should be 5 to 200 Å")

    @property
    def reach_angstrom(self) -> float:
        """Distance at which the ball ends."""
        return 1.5 * self.size_angstrom

    @property
    def shell_per_angstrom(self) -> float:
        """Width of one shell of the ball's transform: 1 / its diameter."""
        return 0.5 / self.reach_angstrom


@dataclass(frozen=True)
class Bands:
    """Cosine bands: amplitude cos(π/2 · (f − centre) / half width) within half a width of each centre, in 1/Å."""

    centre_per_angstrom: Float[Tensor, " b"]
    half_width_per_angstrom: float

    def __len__(self) -> int:
        """Count the bands."""
        return len(self.centre_per_angstrom)

    def gain(self, frequency: Float[Tensor, "*grid"], band: int) -> Float[Tensor, "*grid"]:
        """Amplitude that a band passes at each frequency."""
        off = (frequency - float(self.centre_per_angstrom[band])) / self.half_width_per_angstrom
        return torch.cos(0.5 * math.pi * off.clamp(-1.0, 1.0))


def bands_up_to(highest_per_angstrom: float, spacing_per_angstrom: float, half_width: float) -> Bands:
    """Bands at whole multiples of a spacing, up to a frequency.

    Parameters
    ----------
    highest_per_angstrom : float
        Highest centre, in 1/Å.
    spacing_per_angstrom : float
        Distance of the centres, in 1/Å.
    half_width : float
        Half width of a band, in spacings.

    Raises
    ------
    SettingsError
        Fewer than two bands fit.
    """
    count = int(highest_per_angstrom / spacing_per_angstrom + 1e-6)
    if count < 2:
        raise SettingsError(
            f"the window is too small for these voxels: fewer than two bands of {spacing_per_angstrom:.3g} 1/Å "
            f"below Nyquist ({highest_per_angstrom:.3g} 1/Å); use a larger window"
        )
    centre = torch.arange(1, count + 1, dtype=torch.float64) * spacing_per_angstrom
    return Bands(centre, half_width * spacing_per_angstrom)


@dataclass(frozen=True)
class Nodes:
    """Coarse grid on which local powers are sampled: it fills the map's box, centre on centre."""

    shape: tuple[int, int, int]
    map_shape: tuple[int, int, int]
    voxel_angstrom: float

    @property
    def spacing_angstrom(self) -> tuple[float, float, float]:
        """Distance of nodes along z, y, x."""
        pairs = zip(self.map_shape, self.shape, strict=True)
        z, y, x = (self.voxel_angstrom * full / coarse for full, coarse in pairs)
        return z, y, x

    def radius_angstrom(self, device: torch.device) -> Float[Tensor, "z y x"]:
        """Distance of each node from the box's centre."""
        pairs = zip(self.shape, self.spacing_angstrom, strict=True)
        z, y, x = ((torch.arange(n, device=device) - n // 2) * step for n, step in pairs)
        return (z[:, None, None] ** 2 + y[:, None] ** 2 + x**2).sqrt()

    def spread(self, values: Float[Tensor, "z y x"]) -> Float[Tensor, "z2 y2 x2"]:
        """Values on the nodes, interpolated linearly to the map's voxels."""
        return self._along_axes(values, _linear)

    def gather(self, density: Float[Tensor, "z2 y2 x2"]) -> Float[Tensor, "z y x"]:
        """Map low-passed to what the nodes can hold, and sampled there (trigonometric, periodic)."""
        return self._along_axes(density, lambda coarse, full: _low_pass(full, coarse))

    def nearest(self, values: Shaped[Tensor, "z y x"]) -> Shaped[Tensor, "z2 y2 x2"]:
        """Values or marks of the map's voxels, read at the nodes."""
        return self._pick(values, self.shape, self.map_shape)

    def nearest_voxels(self, values: Bool[Tensor, "z y x"]) -> Bool[Tensor, "z2 y2 x2"]:
        """Marks of the nodes, read at the map's voxels."""
        return self._pick(values, self.map_shape, self.shape)

    def _pick(self, values: Tensor, here: tuple[int, int, int], there: tuple[int, int, int]) -> Tensor:
        for axis, (new, old) in enumerate(zip(here, there, strict=True)):
            place = (torch.arange(new, device=values.device) - new // 2) * (old / new) + old // 2
            values = values.index_select(axis, place.round().long().clamp(0, old - 1))
        return values

    def _along_axes(self, values: Tensor, matrix: object) -> Tensor:
        for axis, (coarse, full) in enumerate(zip(self.shape, self.map_shape, strict=True)):
            step = matrix(coarse, full).to(values)  # type: ignore[operator]
            values = torch.tensordot(step, values, dims=([1], [axis])).movedim(0, axis)
        return values.contiguous()


def nodes_of(volume: Volume, window: Window) -> Nodes:
    """Coarse grid for a map: nodes a fifth of the window apart, or closer."""
    z, y, x = volume.density.shape
    step = window.size_angstrom / 5.0
    a, b, c = (max(2, min(n, math.ceil(n * volume.voxel_angstrom / step))) for n in (z, y, x))
    return Nodes((a, b, c), (z, y, x), volume.voxel_angstrom)


class Smoother:
    """Sums over windows on the nodes: beyond the map's box values are zero, and nothing wraps around."""

    def __init__(self, kernel: Float[Tensor, "z y x"], shape: tuple[int, int, int]) -> None:
        self._shape = shape
        a, b, c = (next_fast_len(n + k // 2, real=True) for n, k in zip(shape, kernel.shape, strict=True))
        self._padded = (a, b, c)
        # a kernel wider than the padded box is folded into it only where no node could reach
        place = kernel.new_zeros(tuple(max(n, k) for n, k in zip(self._padded, kernel.shape, strict=True)))
        self._padded = (place.shape[0], place.shape[1], place.shape[2])
        starts = [n // 2 - k // 2 for n, k in zip(self._padded, kernel.shape, strict=True)]
        cut = tuple(slice(s, s + k) for s, k in zip(starts, kernel.shape, strict=True))
        place[cut] = kernel
        self._spectrum = volume_to_spectrum(place)

    def __call__(self, values: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
        """Values on the nodes, convolved with the kernel."""
        place = values.new_zeros(self._padded)
        z, y, x = self._shape
        place[:z, :y, :x] = values
        out = spectrum_to_volume(volume_to_spectrum(place) * self._spectrum, self._padded)
        return out[:z, :y, :x]


def smoother_of(nodes: Nodes, window: Window, device: torch.device, power: int = 2) -> Smoother:
    """Sums over a power of w on the nodes, normalised so that a constant inside stays.

    Parameters
    ----------
    nodes : Nodes
        The coarse grid.
    window : Window
        The soft ball w.
    device : torch.device
        Where to compute.
    power : int
        The power of w.
    """
    reach = [math.ceil(window.reach_angstrom / s) for s in nodes.spacing_angstrom]
    lines = [
        torch.arange(-r, r + 1, device=device, dtype=torch.float32) * s
        for r, s in zip(reach, nodes.spacing_angstrom, strict=True)
    ]
    radius = (lines[0][:, None, None] ** 2 + lines[1][:, None] ** 2 + lines[2] ** 2).sqrt()
    ramp = ((radius - 0.5 * window.size_angstrom) / window.size_angstrom).clamp(0.0, 1.0)
    kernel = (0.5 + 0.5 * torch.cos(math.pi * ramp)) ** power
    return Smoother(kernel / kernel.sum(), nodes.shape)


class Passed:
    """Maps on one grid, ready to be filtered by one band after another."""

    def __init__(self, volumes: tuple[Volume, ...]) -> None:
        first = volumes[0]
        for other in volumes[1:]:
            first.require_same_grid(other)
        z, y, x = first.density.shape
        self.shape = (z, y, x)
        self.voxel_angstrom = first.voxel_angstrom
        self._spectra = [volume_to_spectrum(_centred(v.density)) for v in volumes]
        square = frequency_squared(self.shape, first.voxel_angstrom, first.density.device)
        self._frequency = square.sqrt()

    def band(self, bands: Bands, band: int) -> list[Float[Tensor, "z y x"]]:
        """Every map filtered by a band, on the coarsest grid whose squares do not alias into the frequencies of w²."""
        highest = float(bands.centre_per_angstrom[band]) + bands.half_width_per_angstrom
        shape = self._grid(highest)
        cut = self._cut(shape)
        gain = bands.gain(self._frequency[cut], band) * (math.prod(shape) / math.prod(self.shape))
        return [spectrum_to_volume(s[cut] * gain, shape) for s in self._spectra]

    def _grid(self, highest_per_angstrom: float) -> tuple[int, int, int]:
        # A product of two signals below f aliases to no less than (1 / voxel − 2 f): kept above the guard.
        finest = 2.0 * highest_per_angstrom + _GUARD
        z, y, x = (
            min(n, next_fast_len(max(4, math.ceil(n * self.voxel_angstrom * finest)), real=True))
            for n in self.shape
        )
        return z, y, x

    def _cut(self, shape: tuple[int, int, int]) -> tuple[slice, slice, slice]:
        z, y, x = (old // 2 - new // 2 for old, new in zip(self.shape, shape, strict=True))
        return slice(z, z + shape[0]), slice(y, y + shape[1]), slice(0, shape[2] // 2 + 1)


def local_products(
    volumes: tuple[Volume, ...],
    pairs: tuple[tuple[int, int], ...],
    bands: Bands,
    window: Window,
    nodes: Nodes,
    progress: Progress = silent,
) -> Iterator[Float[Tensor, "p z y x"]]:
    """Yield, band by band, the windowed mean about every node of products of band-passed maps.

    Maps are taken without their mean. Nothing wraps around in the window; the band's own kernel (about 1 /
    half width long) does.

    Parameters
    ----------
    volumes : tuple of Volume
        Maps on one grid.
    pairs : tuple of (int, int)
        p products, by index into `volumes`: (0, 0) is the power of the first, (0, 1) the cross power of two.
    bands : Bands
        The bands.
    window : Window
        The soft ball.
    nodes : Nodes
        Where the means are taken.
    progress : Progress
        Called after each band.
    """
    passed = Passed(volumes)
    smooth = smoother_of(nodes, window, volumes[0].density.device)
    for band in range(len(bands)):
        maps = passed.band(bands, band)
        z, y, x = maps[0].shape
        step = Nodes(nodes.shape, (z, y, x), nodes.voxel_angstrom)
        yield torch.stack([smooth(step.gather(maps[i] * maps[j])) for i, j in pairs])
        progress(band + 1, len(bands))


def _centred(density: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    return density - density.double().mean().to(density.dtype)


def _linear(coarse: int, full: int) -> Float[Tensor, "f c"]:
    """Matrix that interpolates linearly from nodes to voxels, held at the ends."""
    place = (torch.arange(full, dtype=torch.float64) - full // 2) * (coarse / full) + coarse // 2
    place = place.clamp(0.0, coarse - 1.0)
    low = place.floor().clamp(max=max(0, coarse - 2)).long()
    part = place - low
    matrix = torch.zeros(full, coarse, dtype=torch.float64)
    rows = torch.arange(full)
    matrix[rows, low] = 1.0 - part
    matrix[rows, (low + 1).clamp(max=coarse - 1)] += part
    return matrix


def _low_pass(full: int, coarse: int) -> Float[Tensor, "c f"]:
    """Matrix that samples the trigonometric interpolant of `full` points, cut at the nodes' Nyquist."""
    wave = torch.arange(1, (min(coarse, full) - 1) // 2 + 1, dtype=torch.float64)
    here = (torch.arange(full, dtype=torch.float64) - full // 2) * (2 * math.pi / full)
    there = (torch.arange(coarse, dtype=torch.float64) - coarse // 2) * (2 * math.pi / coarse)
    angle = there[:, None, None] * wave - here[:, None] * wave
    return (1.0 + 2.0 * torch.cos(angle).sum(-1)) / full
