"""Local resolution from half maps: the windowed FSC of every voxel, by filter banks.

Measured is the FSC of both halves times a soft ball about a place (Cardone et al. 2013; RELION's --locres).
It is a mean over that ball, weighted by power: with the default window a step from 4 to 8 Å between two half
spaces is seen some 28 Å inside the worse one, and there within 5 Å (10 to 90%). A signal that ends abruptly
in frequency is still measured 2 to 4 shells (of 1 / 75 Å) beyond its end; one whose SNR falls smoothly, as
maps' do, is not (`tests/core/resolution/test_resolution.py` holds these numbers).
"""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Progress, Volume, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.resolution.bands import (
    Bands,
    Nodes,
    Window,
    bands_up_to,
    local_products,
    nodes_of,
    smoother_of,
)


@dataclass(frozen=True)
class LocalFscSettings:
    """How local FSC is measured.

    Attributes
    ----------
    window_angstrom : Å
        RELION's --locres_sampling: the soft ball is 1 to half of it, and 0 at one and a half of it.
    threshold : FSC
        The resolution is where the curve first falls below it, linear between bands.
    half_width : spacings
        Half width of a band; bands are cosines, 1 / (3 windows) apart.
    coarsest_angstrom : Å
        What a place gets whose curve begins below the threshold (RELION's cap).
    relion : yes or no
        Imitate RELION's --locres: narrower, noisier bands, the last shell above the threshold, and the
        harmonic mean of what lies within the ball, solvent included, which is why it reads coarser than
        the truth.
    """

    window_angstrom: float = 25.0
    threshold: float = 0.143
    half_width: float = 2.5
    coarsest_angstrom: float = 50.0
    relion: bool = False

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        Window(self.window_angstrom)
        if not 0 < self.threshold < 1:
            raise SettingsError(f"threshold: {self.threshold}: should be between 0 and 1")
        if not 0.5 <= self.half_width <= 10:
            raise SettingsError(f"half_width: {self.half_width}: should be 0.5 to 10 spacings")
        if not self.coarsest_angstrom > 0:
            raise SettingsError(f"coarsest_angstrom: {self.coarsest_angstrom}: should be positive")

    @property
    def window(self) -> Window:
        """Soft ball about a place."""
        return Window(self.window_angstrom)


RELION_HALF_WIDTH = 1.4
"""Half width of the bands, in spacings, whose curves are as noisy as RELION's single shells of the window."""


def local_fsc(
    half1: Volume, half2: Volume, settings: LocalFscSettings | None = None, progress: Progress = silent
) -> Volume:
    """Local resolution in Å about every voxel, from two half maps.

    For each band b the cross power and both powers are summed over w² about nodes a fifth of a window apart,
    FSC_b = Σ w² a_b b_b / √(Σ w² a_b² · Σ w² b_b²), and the crossing on the nodes is interpolated
    linearly to the voxels. Values lie between twice the voxel and `coarsest_angstrom`. Where a half map has
    no power at all (zeroed solvent) the value is `coarsest_angstrom`.

    Parameters
    ----------
    half1, half2 : Volume
        Half maps on one grid.
    settings : LocalFscSettings, optional
        How to measure.
    progress : Progress
        Called after each band.

    Raises
    ------
    ShapeError
        The grids differ.
    SettingsError
        A half map is constant or not finite.
    """
    settings = settings or LocalFscSettings()
    half1.require_same_grid(half2)
    for number, half in ((1, half1), (2, half2)):
        if not bool(torch.isfinite(half.density).all()) or float(half.density.std()) == 0:
            raise SettingsError(f"half map {number} is constant or not finite: it has no local resolution")
    bands = fsc_bands(half1, settings)
    nodes = nodes_of(half1, settings.window)
    curves = []
    for cross, power1, power2 in local_products(
        (half1, half2), ((0, 1), (0, 0), (1, 1)), bands, settings.window, nodes, progress
    ):
        power = power1.clamp(min=0) * power2.clamp(min=0)
        curves.append(torch.where(power > 0, cross / power.clamp(min=1e-37).sqrt(), 0.0))
    correlation = torch.stack(curves, -1)
    if settings.relion:
        shell = 1.0 / (max(half1.density.shape) * half1.voxel_angstrom)
        resolution = _relion_mean(last_shell(correlation, bands, settings, shell), nodes, settings.window)
    else:
        resolution = crossing(correlation, bands, settings)
    return half1.with_density(nodes.spread(resolution).to(half1.density.dtype))


def fsc_bands(half: Volume, settings: LocalFscSettings) -> Bands:
    """Bands of the settings, up to Nyquist."""
    width = RELION_HALF_WIDTH if settings.relion else settings.half_width
    return bands_up_to(0.5 / half.voxel_angstrom, settings.window.shell_per_angstrom, width)


def crossing(
    correlation: Float[Tensor, "*m b"], bands: Bands, settings: LocalFscSettings
) -> Float[Tensor, "*m"]:
    """Resolution (Å) at which each curve first falls below the threshold, linear between bands.

    Parameters
    ----------
    correlation : (..., b)
        FSC in each band.
    bands : Bands
        The bands.
    settings : LocalFscSettings
        The threshold, and the coarsest resolution.
    """
    frequency = bands.centre_per_angstrom.to(correlation)
    first, index = _first_under(correlation, settings.threshold)
    before = (index - 1).clamp(min=0)
    high = correlation.gather(-1, before[..., None])[..., 0]
    low = correlation.gather(-1, index[..., None])[..., 0]
    part = ((high - settings.threshold) / (high - low).clamp(min=1e-6)).clamp(0.0, 1.0)
    at = frequency[before] + part * (frequency[index] - frequency[before])
    at = torch.where(first, torch.where(index > 0, at, 0.0), frequency[-1])
    return _to_angstrom(at, settings)


def last_shell(
    correlation: Float[Tensor, "*m b"], bands: Bands, settings: LocalFscSettings, shell_per_angstrom: float
) -> Float[Tensor, "*m"]:
    """Resolution (Å) of the last of RELION's shells before the first one below the threshold.

    The curve is read at the shells of the whole box, linear between bands.

    Parameters
    ----------
    correlation : (..., b)
        FSC in each band.
    bands : Bands
        The bands.
    settings : LocalFscSettings
        The threshold, and the coarsest resolution.
    shell_per_angstrom : float
        Width of a shell of the box, in 1/Å.
    """
    centre = bands.centre_per_angstrom.to(correlation)
    shells = torch.arange(
        1, int(float(centre[-1]) / shell_per_angstrom + 1e-6) + 1, device=correlation.device
    )
    place = (shells * shell_per_angstrom / bands_spacing(bands) - 1.0).clamp(0.0, len(bands) - 1.0)
    low = place.floor().long().clamp(max=len(bands) - 2)
    part = (place - low).to(correlation)
    curve = correlation[..., low] * (1 - part) + correlation[..., low + 1] * part
    first, index = _first_under(curve, settings.threshold)
    shell = torch.where(first, index, len(shells))  # shells count from 1, so this is the one before
    return _to_angstrom(shell * shell_per_angstrom, settings)


def bands_spacing(bands: Bands) -> float:
    """Distance of neighbouring bands in 1/Å."""
    return float(bands.centre_per_angstrom[1] - bands.centre_per_angstrom[0])


def _relion_mean(resolution: Float[Tensor, "z y x"], nodes: Nodes, window: Window) -> Float[Tensor, "z y x"]:
    """Mean of 1 / resolution over the ball, as RELION averages its points; they fill the box's inner sphere."""
    edge = 0.5 * max(n * s for n, s in zip(nodes.shape, nodes.spacing_angstrom, strict=True))
    within = (nodes.radius_angstrom(resolution.device) < edge - 0.5 * window.size_angstrom).to(resolution)
    mean = smoother_of(nodes, window, resolution.device, power=1)
    share = mean(within)
    return torch.where(
        share > 1e-3, share.clamp(min=1e-3) / mean(within / resolution).clamp(min=1e-6), resolution
    )


def _first_under(curve: Float[Tensor, "*m b"], threshold: float) -> tuple[Tensor, Tensor]:
    """(whether any value is under the threshold, index of the first of them or 0)."""
    under = ~(curve >= threshold)
    return under.any(-1), under.to(torch.int8).argmax(-1)


def _to_angstrom(frequency: Float[Tensor, "*m"], settings: LocalFscSettings) -> Float[Tensor, "*m"]:
    return 1.0 / frequency.clamp(min=1.0 / settings.coarsest_angstrom)


def require_mask(mask: Float[Tensor, "z y x"], volume: Volume) -> None:
    """Raise ShapeError unless a mask lies on a map's grid."""
    if mask.shape != volume.density.shape:
        raise ShapeError(f"a mask of {tuple(mask.shape)} for a map of {tuple(volume.density.shape)} voxels")
