"""A batch of images beside the slices of their map, in the coefficients of a band."""

import math
from dataclasses import dataclass, replace

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.data import Optics, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import centred_axis
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.imaging.slices import extract_slices
from cryo_core.optics.ctf import ctf_factors, phase_of_factors
from cryo_core.refinement.band import Band, Calibration, Reference, prepare_reference
from cryo_core.refinement.ctf.basis import Grid, Lens, carried

MOST_STRETCH = 0.05
"""Largest distortion of the magnification that can be found."""

_MARGIN = 6


@dataclass(frozen=True)
class Batch:
    """n images of one optics group and one map, and their slices without a CTF, whitened.

    `spectra` are the slices' half spectra and `weight` what they are multiplied by besides the CTF: the map's gain,
    the envelope, and what whitens. `data` is x, moved to the centre. `cross` is x · conj(v), without
    what `Seen.own` adds, and `power` |v|² of the weighted slices v; `gamma` is γ by the table.
    """

    spectra: Complex[Tensor, "n y xh"]
    weight: Float[Tensor, "n p"]
    data: Complex[Tensor, "n p"]
    slices: Complex[Tensor, "n p"]
    gamma: Float[Tensor, "n p"]
    cross: Complex[Tensor, "n p"]
    power: Float[Tensor, "n p"]


@dataclass(frozen=True)
class Seen:
    """How images see a map: noise and gain of each shell, and what an image's own noise in the map adds.

    A map that was made of an image holds a share of its noise, so that x · conj(v) is more by `own` · sin γ than by the
    signal: it would speak for γ as it was. With FSC c the map's noise is the share 1 − c of its power, and that is what
    its images' noise put there, each in proportion to its CTF.
    """

    calibration: Calibration
    own: Float[Tensor, " s"]


def seen_of(
    calibration: Calibration, power: Float[Tensor, " s"], reliability: Float[Tensor, " t"] | None
) -> Seen:
    """How images see a map that holds them, or does not.

    Parameters
    ----------
    calibration
        Noise and gain.
    power
        (s,), mean |v|² of a coefficient by shell, with noise and gain 1.
    reliability
        FSC of the map with another like it; None for a map that holds none of the images.
    """
    if reliability is None:
        return Seen(calibration, torch.zeros_like(power))
    correlation = torch.zeros_like(power)
    count = min(len(power), len(reliability))
    correlation[:count] = reliability[:count].double().clamp(0.0, 1.0)
    return Seen(calibration, (1.0 - correlation) * calibration.gain / calibration.noise * power)


def prepare_map(volume: Volume, band: Band, padding: int, device: torch.device) -> Reference:
    """A map ready for slices that a distortion of the magnification reaches beyond the band for.

    Parameters
    ----------
    volume
        A cubic map.
    band
        The coefficients to compare.
    padding
        Edge of the padded grid over the box.
    device
        Where it will lie.
    """
    return prepare_reference(volume, replace(band, last=_reach(band)), padding, device)


def _edge(band: Band) -> int:
    """Edge of the slices: a few shells more than the band has, so that derivatives at its rim see no end of them."""
    edge = 2 * (band.last + _MARGIN)
    while any(edge % p == 0 and p > 5 for p in range(7, edge + 1, 2) if all(p % q for q in (3, 5))):
        edge += 2
    return edge


def _reach(band: Band) -> int:
    return math.ceil((_edge(band) // 2 + 1) * (1.0 + MOST_STRETCH))


def turned_by(poses: Poses, matrix: Float[Tensor, "2 2"]) -> Float[Tensor, "n 3 3"]:
    """What to give `extract_slices` for the slices (M k, 0) · A.

    Parameters
    ----------
    poses
        n rotations.
    matrix
        Of the grid; SettingsError if it stretches by more than 5%.
    """
    if float((torch.linalg.svdvals(matrix) - 1.0).abs().max()) > MOST_STRETCH:
        raise SettingsError(
            f"magnification: images and maps differ by more than {MOST_STRETCH:.0%}: check the pixel sizes of both"
        )
    rows = matrix.T.to(poses.rotation) @ poses.rotation[:, :2]
    return torch.cat([rows, poses.rotation[:, 2:]], 1).float()


def batch_of(
    spectra: Complex[Tensor, "n p"],
    poses: Poses,
    optics: Optics,
    against: tuple[Reference, Seen, Band],
    lens: Lens,
    grid: Grid,
) -> Batch:
    """Images whitened, centred and without the phases that their table knows, with their slices.

    Parameters
    ----------
    spectra
        (n, p), from `band.spectra_within`.
    poses, optics
        n rows.
    against
        The map, how images see it, and the band.
    lens
        Of the images' optics group.
    grid
        The coefficients as table and lens mean them.
    """
    reference, seen, band = against
    calibration = seen.calibration
    shell = torch.from_numpy(band.shell).to(spectra.device)
    scale = (2.0 / calibration.noise.to(spectra.device)).sqrt().float()[shell]
    gain = calibration.gain.to(spectra.device).float()[shell] * scale
    x, y = (torch.from_numpy(k).to(spectra.device, torch.float32) for k in (band.x, band.y))
    turns = poses.shift_angstrom.float() * (-2.0 * math.pi / band.edge_angstrom)
    angle = turns[:, :1] * x + turns[:, 1:] * y
    angle = angle - grid.phase
    data = spectra * scale * torch.complex(angle.cos(), angle.sin())
    factors = ctf_factors(optics)
    factors = torch.cat([carried(factors[:, :3], lens.matrix), factors[:, 3:]], 1)
    gamma = phase_of_factors(factors.float()[:, :, None], grid.fx, grid.fy)
    envelope = torch.exp(optics.damping_angstrom2.float()[:, None] * (-(grid.fx**2 + grid.fy**2) / 4.0))
    envelope = envelope * optics.scale.float()[:, None] * gain
    edge = _edge(band)
    found = extract_slices(reference.grid, turned_by(poses, grid.matrix), edge, reference.padding)
    slices = found.flatten(1)[:, _places(band, edge, found.device)] * envelope
    power = slices.real.square() + slices.imag.square()
    cross = data * slices.conj() - seen.own.to(shell.device).float()[shell] * gamma.sin()
    return Batch(found, envelope, data, slices, gamma, cross, power)


def _places(band: Band, edge: int, device: torch.device) -> Tensor:
    """Where the band's coefficients stand in a half spectrum whose rows begin at −edge / 2."""
    return torch.from_numpy((band.y + edge // 2) * (edge // 2 + 1) + band.x).to(device)


def slopes_of(batch: Batch, band: Band) -> tuple[Complex[Tensor, "n p"], Complex[Tensor, "n p"]]:
    """Derivatives of the slices to x and y of the frequency, by one pixel of the spectrum, weighted as they are.

    They are the spectra of projections times their places.
    """
    edge, device = batch.spectra.shape[1], batch.spectra.device
    projections = spectrum_to_image(batch.spectra, edge)
    place = centred_axis(edge, device) * (2.0 * math.pi / edge)
    at = _places(band, edge, device)
    along_x, along_y = (
        (image_to_spectrum(projections * p) * -1j).flatten(1)[:, at] * batch.weight
        for p in (place, place[:, None])
    )
    return along_x, along_y
