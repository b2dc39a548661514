"""Input of the network at each place: the map's power in frequency bands over that of its solvent."""

import math
from dataclasses import dataclass, replace

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.fourier.shells import shell_mean, spread_shells
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.resolution.bands import Bands, Nodes, Passed, Window, bands_up_to, nodes_of, smoother_of
from cryo_core.resolution.solvent import Regions

FINEST_ANGSTROM = 2.2
"""Finest resolution of the bands; a map that does not reach it has no power in the last of them."""

HALF_WIDTH = 2.5
"""Half width of the bands in spacings, as in `LocalFscSettings`."""

_LEAST, _MOST = -1.5, 7.0
_EMPTY = 1e-6
_SILENT = 1e-6


@dataclass(frozen=True)
class LocalPowers:
    """Power of each band about each node, Σ w² a_b², and in the solvent, if the map still has it.

    `typical` is each band's median power over the molecule. Bands run on beyond the map's Nyquist frequency,
    where all is 0, so that every map has the same ones.
    """

    power: Float[Tensor, "b z y x"]
    noise: Float[Tensor, " b"] | None
    typical: Float[Tensor, " b"]
    bands: Bands
    nodes: Nodes

    def with_noise(self, noise: Float[Tensor, " b"]) -> "LocalPowers":
        """Same powers with another noise spectrum."""
        return replace(self, noise=noise)


def local_powers(
    volume: Volume, regions: Regions, window: Window, progress: Progress = silent
) -> LocalPowers:
    """Power of a map in every band, about every node and in its solvent.

    The map is whitened first, so that the filter it went through does not matter: otherwise a band at a sharp
    cut-off would measure the strong side of the cut alone.

    Parameters
    ----------
    volume : Volume
        The map.
    regions : Regions
        Its molecule and solvent.
    window : Window
        The soft ball.
    progress : Progress
        Called after each band.
    """
    bands = bands_up_to(1.0 / FINEST_ANGSTROM, window.shell_per_angstrom, HALF_WIDTH)
    nodes = nodes_of(volume, window)
    smooth = smoother_of(nodes, window, volume.density.device)
    passed = Passed((whitened(volume),))
    nyquist = 0.5 / volume.voxel_angstrom
    solvent = regions.solvent.to(volume.density.dtype) if regions.has_noise else None
    inside = nodes.nearest(regions.mask)
    powers, noises, typical = [], [], []
    for band in range(len(bands)):
        if float(bands.centre_per_angstrom[band]) > nyquist:
            power, noise = (
                torch.zeros(nodes.shape, device=inside.device),
                torch.zeros((), device=inside.device),
            )
        else:
            square = passed.band(bands, band)[0].square()
            shape = (square.shape[0], square.shape[1], square.shape[2])
            power = smooth(Nodes(nodes.shape, shape, nodes.voxel_angstrom).gather(square)).clamp(min=0)
            noise = (
                power.new_zeros(()) if solvent is None else _mean_where(square, solvent, regions.coarse.shape)
            )
        powers.append(power)
        noises.append(noise)
        typical.append(power[inside].median() if bool(inside.any()) else power.max())
        progress(band + 1, len(bands))
    measured = torch.stack(noises) if solvent is not None else None
    return LocalPowers(torch.stack(powers), measured, torch.stack(typical), bands, nodes)


def relative_log_powers(powers: LocalPowers) -> Float[Tensor, "z y x b"]:
    """Logarithm of power / the solvent's in each band, within −1.5 to 7; where a band is empty 0, as of noise."""
    noise = powers.noise
    assert noise is not None
    empty = noise <= _EMPTY * noise.max()
    ratio = powers.power / torch.where(empty, 1.0, noise)[:, None, None, None]
    logs = ratio.clamp(min=1e-3).log().clamp(_LEAST, _MOST)
    return torch.where(empty[:, None, None, None], 0.0, logs).movedim(0, -1)


def whitened(volume: Volume) -> Volume:
    """Map whose spectrum was divided by its mean amplitude in each shell; shells without power are left out."""
    z, y, x = volume.density.shape
    spectrum = volume_to_spectrum(volume.density - volume.density.mean())
    curve = shell_mean(spectrum.abs(), (z, y, x))
    gain = torch.where(curve > _SILENT * curve.max(), 1.0 / curve.clamp(min=1e-300), 0.0).to(
        volume.density.dtype
    )
    white = spectrum_to_volume(spectrum * spread_shells(gain, (z, y, x)), (z, y, x))
    return volume.with_density(white * math.sqrt(z * y * x))


def _mean_where(
    square: Float[Tensor, "z y x"], where: Float[Tensor, "a b c"], coarse: tuple[int, int, int]
) -> Tensor:
    """Mean over marked places of a coarse grid in the same box."""
    z, y, x = square.shape
    weight = Nodes(coarse, (z, y, x), 1.0).spread(where)
    return (square.double() * weight).sum().div(weight.double().sum()).to(square.dtype)
