"""Local amplitude scaling: each voxel becomes the centre of its window after the gains of the window's shells.

For given gains the centre of a scaled window is linear in the map: Σ_j gain_j(x) · (map ∗ kernel_j)(x), one
convolution a shell, and so exact without a transform back for each voxel. Gains vary slowly from voxel to
voxel: they may be computed on a coarse grid of nodes and their logarithms interpolated. Only amplitudes of
windows change, phases do not: the gains are real and positive, and the same along each direction.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.fourier.transforms import raw_spectrum_to_volume, raw_volume_spectrum
from cryo_core.sharpening.windows import Shells, block, fast_block

Gains = Callable[[Int[Tensor, "m 3"]], Float[Tensor, "m s"]]
"""Gives the gain of each shell of the windows about voxels (z, y, x)."""

_AT_A_TIME = 16384
"""Voxels whose gains are interpolated together."""


def scale(
    volume: Volume,
    mask: Bool[Tensor, "z y x"],
    window: int,
    gains: Gains,
    fill: float,
    progress: Progress = silent,
) -> Volume:
    """The map with the amplitudes of the window about each voxel of a mask scaled; 0 elsewhere.

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x), voxels to compute.
    window
        Edge of the windows in voxels.
    gains
        Returns each window's gains for the shells from 0 to window // 2; between shells they are interpolated
        linearly at each coefficient's frequency, beyond the last one they stay (Jakobi et al. 2017).
    fill
        Value outside of the map.
    progress
        Called with (blocks done, blocks).
    """
    out = torch.zeros_like(volume.density)
    plan = list(_blocks(mask, window))
    kernels = _ShellKernels(Shells.of(window, out.device), plan[0].size) if plan else None
    for done, part in enumerate(plan, 1):
        assert kernels is not None
        place, local, cube = part.of(volume.density, mask, window, fill)
        gain = gains(place)
        total = gain.new_zeros(len(place))
        for shell, values in enumerate(kernels.parts(cube, local)):
            total += gain[:, shell] * values
        out[place.unbind(1)] = total
        progress(done, len(plan))
    return volume.with_density(out)


def shell_parts(
    volume: Volume, mask: Bool[Tensor, "z y x"], window: int, fill: float
) -> tuple[Int[Tensor, "m 3"], Float[Tensor, "m s"]]:
    """Voxels of a mask, and the part that each shell of its window has in each.

    `scale` is the sum of these parts times the gains of the shells.

    Parameters
    ----------
    volume
        The map.
    mask
        (z, y, x), voxels to compute.
    window
        Edge of the windows in voxels.
    fill
        Value outside of the map.
    """
    plan = list(_blocks(mask, window))
    places, parts = [mask.new_zeros(0, 3, dtype=torch.long)], [volume.density.new_zeros(0, window // 2 + 1)]
    kernels = _ShellKernels(Shells.of(window, mask.device), plan[0].size) if plan else None
    for part in plan:
        assert kernels is not None
        place, local, cube = part.of(volume.density, mask, window, fill)
        places.append(place)
        parts.append(torch.stack(list(kernels.parts(cube, local)), 1))
    return torch.cat(places), torch.cat(parts)


@dataclass(frozen=True)
class _Block:
    """A cube of `valid` voxels from `corner`, computed from a cube of `size` voxels."""

    corner: tuple[int, int, int]
    size: int
    valid: int

    def voxels(self, mask: Bool[Tensor, "z y x"]) -> Int[Tensor, "m 3"]:
        """Voxels of the mask in this block."""
        z, y, x = self.corner
        v = self.valid
        inside = mask[z : z + v, y : y + v, x : x + v].nonzero()
        return inside + torch.tensor(self.corner, device=mask.device)

    def of(
        self, density: Float[Tensor, "z y x"], mask: Bool[Tensor, "z y x"], window: int, fill: float
    ) -> tuple[Int[Tensor, "m 3"], Int[Tensor, "m 3"], Float[Tensor, "n n n"]]:
        """Voxels of the mask, the same counted from the corner, and the cube that their windows lie in."""
        place = self.voxels(mask)
        z, y, x = (c - window // 2 for c in self.corner)
        cube = block(density, (z, y, x), (self.size,) * 3, fill)
        return place, place - torch.tensor(self.corner, device=place.device), cube


def _blocks(mask: Bool[Tensor, "z y x"], window: int) -> Iterator[_Block]:
    """Blocks that tile the mask's bounding box, without those that hold no voxel of the mask."""
    low, high = bounds(mask)
    size = fast_block(window, high - low)
    valid = size - window + 1
    first, last = low.tolist(), high.tolist()
    for z in range(first[0], last[0], valid):
        for y in range(first[1], last[1], valid):
            for x in range(first[2], last[2], valid):
                if bool(mask[z : z + valid, y : y + valid, x : x + valid].any()):
                    yield _Block((z, y, x), size, valid)


def bounds(mask: Bool[Tensor, "z y x"]) -> tuple[Int[Tensor, "3"], Int[Tensor, "3"]]:
    """First voxel of a mask along each axis, and the one after the last (on the CPU)."""
    low, high = [], []
    for axis in range(3):
        others = [a for a in range(3) if a != axis]
        used = mask.any(others[1]).any(others[0]).nonzero()[:, 0].cpu()
        low.append(int(used[0]) if len(used) else 0)
        high.append(int(used[-1]) + 1 if len(used) else 0)
    return torch.tensor(low), torch.tensor(high)


class _ShellKernels:
    """The convolutions of a block with the kernel of each shell."""

    def __init__(self, shells: Shells, size: int) -> None:
        self._size = size
        kernels = shells.kernels()
        n = shells.size
        spectra = []
        for kernel in kernels:
            padded = kernel.new_zeros((size,) * 3)
            padded[:n, :n, :n] = kernel
            spectra.append(raw_volume_spectrum(padded).conj().resolve_conj())
        self._spectra = spectra

    def parts(self, cube: Float[Tensor, "n n n"], place: Int[Tensor, "m 3"]) -> Iterator[Float[Tensor, " m"]]:
        """Shell by shell, its part in voxels of the block, counted from its corner."""
        spectrum = raw_volume_spectrum(cube)
        flat = (place[:, 0] * self._size + place[:, 1]) * self._size + place[:, 2]
        for kernel in self._spectra:
            yield raw_spectrum_to_volume(spectrum * kernel, (self._size,) * 3).reshape(-1)[flat]


# --------------------------------------------------------------------------------------------- nodes


def node_positions(mask: Bool[Tensor, "z y x"], spacing: int) -> Int[Tensor, "m 3"]:
    """Nodes, every `spacing` voxels, at the corners of all cells that hold a voxel of a mask."""
    return _nodes(mask, spacing).nonzero() * spacing


def between_nodes(mask: Bool[Tensor, "z y x"], spacing: int, logarithm: Float[Tensor, "m s"]) -> Gains:
    """Gains at voxels of the mask, their logarithms interpolated between nodes.

    Parameters
    ----------
    mask
        (z, y, x).
    spacing
        Voxels from one node to the next.
    logarithm
        (m, s), ln gain at the rows of `node_positions`.
    """
    node = _nodes(mask, spacing)
    table = torch.zeros(*node.shape, logarithm.shape[1], device=mask.device)
    table[node] = logarithm
    return lambda place: _trilinear(table, place, spacing).exp_()


def bounded_log_gain(gains: Float[Tensor, "m s"], largest: float = 1e6) -> Float[Tensor, "m s"]:
    """Log gain; the median of the shell for a gain that is not finite or not positive (an empty window).

    No gain is more than `largest` times above or below its shell's median.
    """
    sound = torch.isfinite(gains) & (gains > 0)
    logarithm = torch.where(sound, gains, 1.0).log()
    median = torch.where(sound, logarithm, torch.nan).nanmedian(0).values.nan_to_num(0.0)
    reach = math.log(largest)
    return torch.where(sound, (logarithm - median).clamp(-reach, reach), 0.0) + median


def _nodes(mask: Bool[Tensor, "z y x"], spacing: int) -> Bool[Tensor, "z2 y2 x2"]:
    """The nodes at the corners of every cell that holds a voxel of the mask."""
    z, y, x = (-(-size // spacing) for size in mask.shape)
    node = torch.zeros(z + 1, y + 1, x + 1, dtype=torch.bool, device=mask.device)
    for layer in range(z):
        place = mask[layer * spacing : (layer + 1) * spacing].any(0).nonzero() // spacing
        for a in (0, 1):
            for b in (0, 1):
                for c in (0, 1):
                    node[layer + a, place[:, 0] + b, place[:, 1] + c] = True
    return node


def _trilinear(
    table: Float[Tensor, "z y x s"], place: Int[Tensor, "m 3"], spacing: int
) -> Float[Tensor, "m s"]:
    """A table of nodes interpolated at voxels, some thousands at a time, so that they stay in the cache."""
    _, ny, nx, shells = table.shape
    flat = table.reshape(-1, shells)
    out = torch.zeros(len(place), shells, device=table.device)
    for part, into in zip(torch.split(place, _AT_A_TIME), torch.split(out, _AT_A_TIME), strict=True):
        cell = part // spacing
        fraction = (part - cell * spacing).to(table.dtype) / spacing
        first = (cell[:, 0] * ny + cell[:, 1]) * nx + cell[:, 2]
        for a in (0, 1):
            for b in (0, 1):
                for c in (0, 1):
                    corner = torch.tensor((a, b, c), device=table.device)
                    weight = (fraction * corner + (1 - fraction) * (1 - corner)).prod(1)
                    into.addcmul_(weight[:, None], flat[first + (a * ny + b) * nx + c])
    return out
