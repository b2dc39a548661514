"""Particle sets with truth: densities, a phantom complex, and noisy images of several states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from jaxtyping import Complex, Float, Int
from torch import Tensor

from cryo_core.data import Optics, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.geometry.rotations import random_rotations
from cryo_core.imaging.density import density
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.slices import prepare

__all__ = ["SimulatedParticles", "SimulationSettings", "density", "phantom_complex", "simulate_particles"]

_FALL_ANGSTROM = 50.0

_SAMPLE = 256
"""Images whose variance sets the noise."""


@dataclass(frozen=True)
class SimulationSettings:
    """How to make images.

    `snr` is the signal's variance over the whole image, after the CTF, divided by the noise's. Defocus is
    uniform in its range, astigmatism uniform up to its maximum, shifts normal on each axis, and the contrast of
    each image normal about 1 (held within 0.4 to 1.6). `padding` is that of the slices: 4 has a quarter of the
    interpolation error of 2, at eight times the memory.

    What real images have besides: the noise's amplitude at zero frequency is `colour` times that of its white part,
    and its excess falls by 1/e over 1/50 Å; a plane and a bowl lie under each image, `background` noise deviations at
    the edge; a share `empty` of the images shows no particle.
    """

    snr: float = 0.1
    defocus_min_angstrom: float = 10_000.0
    defocus_max_angstrom: float = 25_000.0
    astigmatism_max_angstrom: float = 300.0
    voltage_kilovolt: float = 300.0
    spherical_aberration_mm: float = 2.7
    amplitude_contrast: float = 0.1
    shift_sigma_angstrom: float = 3.5
    contrast_sigma: float = 0.0
    colour: float = 1.0
    background: float = 0.0
    empty: float = 0.0
    padding: int = 2
    seed: int = 20240229


@dataclass(frozen=True)
class SimulatedParticles:
    """Simulated images with their truth; an ImageStack, made as they are read.

    `label` is the state of each image, from 0, or −1 where it shows no particle. Images are on the grey scale where
    the white noise has variance 1: a projection of state s, times the contrast, divided by `noise_sigma`. Image i is
    the same in whatever batch it is read.
    """

    poses: Poses
    optics: Optics
    label: Int[np.ndarray, " n"]
    contrast: Float[Tensor, " n"]
    noise_sigma: float
    pixel_angstrom: float
    box: int
    settings: SimulationSettings
    prepared: tuple[Complex[Tensor, "pz py px"], ...]

    def __len__(self) -> int:
        """Count the images."""
        return len(self.label)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Make the images of these rows, with noise."""
        clean = self.clean(index)
        noise, amount = torch.empty(clean.shape), torch.zeros(len(clean), 3)
        for row, slope, number in zip(noise, amount, index, strict=True):
            generator = torch.Generator().manual_seed(self.settings.seed * 1_000_003 + int(number) + 1)
            torch.randn(row.shape, generator=generator, out=row)
            torch.randn(slope.shape, generator=generator, out=slope)
        if self.settings.colour != 1.0:
            frequency = frequency_squared((self.box, self.box), self.pixel_angstrom).sqrt()
            gain = 1.0 + (self.settings.colour - 1.0) * torch.exp(-_FALL_ANGSTROM * frequency)
            noise = spectrum_to_image(image_to_spectrum(noise) * gain, self.box)
        line = torch.linspace(-1.0, 1.0, self.box)
        square = line.expand(self.box, -1)
        shapes = torch.stack([square, square.T, square.square() + square.T.square()])
        under = torch.einsum("nk,kyx->nyx", self.settings.background * amount, shapes)
        return clean + (noise + under).to(clean.device)

    def clean(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """Make the images of these rows without noise, on the scale of `read`."""
        device = self.prepared[0].device
        out = torch.zeros(len(index), self.box, self.box, device=device)
        for state, padded in enumerate(self.prepared):
            chosen = np.flatnonzero(self.label[index] == state)
            if len(chosen):
                rows = torch.from_numpy(np.asarray(index)[chosen])
                scene = self.poses.take(rows).to(device), self.optics.take(rows).to(device)
                images = simulate_images(padded, *scene, self.box, self.pixel_angstrom, self.settings.padding)
                scale = (self.contrast[rows] / self.noise_sigma).to(device)
                out[torch.from_numpy(chosen).to(device)] = images * scale[:, None, None]
        return out

    def batches(self, size: int = 256) -> Iterator[tuple[Int[np.ndarray, " n"], Float[Tensor, "n y x"]]]:
        """Go through all images: (rows, images), `size` at a time."""
        for start in range(0, len(self), size):
            index = np.arange(start, min(start + size, len(self)))
            yield index, self.read(index)


def simulate_particles(
    states: Sequence[Volume], fractions: Sequence[float], n: int, settings: SimulationSettings
) -> SimulatedParticles:
    """Images of a mixture of states, seen evenly from all sides, with their truth.

    One noise level serves the whole set: that of `snr` over the first images at contrast 1. The answer depends
    on the seed, never on the batch.

    Parameters
    ----------
    states
        Maps of the states, cubes on one grid, positive protein.
    fractions
        Share of each state; normalised to a sum of 1.
    n
        Number of images.
    settings
        Noise, optics, shifts and seed.

    Raises
    ------
    SettingsError
        There are no states or images, fractions do not fit the states, a setting is out of range, or a map is
        empty.
    """
    share = _check(states, fractions, n, settings)
    rng = np.random.default_rng(settings.seed)
    label = rng.choice(len(states), size=n, p=share)
    empty = np.random.default_rng([settings.seed, 1]).random(n) < settings.empty
    contrast = np.clip(1.0 + settings.contrast_sigma * rng.normal(size=n), 0.4, 1.6)
    shift = rng.normal(0.0, settings.shift_sigma_angstrom, (n, 2))
    optics = _optics(n, states[0].voxel_angstrom, settings, rng)
    rotation = random_rotations(n, torch.Generator().manual_seed(settings.seed))
    particles = SimulatedParticles(
        poses=Poses(rotation, torch.from_numpy(shift).float()),
        optics=optics,
        label=label,  # the noise is that of a set in which no image is empty
        contrast=torch.ones(n),
        noise_sigma=1.0,
        pixel_angstrom=states[0].voxel_angstrom,
        box=states[0].density.shape[0],
        settings=settings,
        prepared=tuple(prepare(s.density, settings.padding) for s in states),
    )
    signal = particles.clean(np.arange(min(n, _SAMPLE))).double().var(dim=(1, 2), correction=0).mean()
    noise = float((signal / settings.snr).sqrt())
    if not noise > 0:
        raise SettingsError("the states have no density: there is no signal to set the noise by")
    values = {f.name: getattr(particles, f.name) for f in fields(particles)}
    return SimulatedParticles(
        **values
        | {
            "contrast": torch.from_numpy(contrast).float(),
            "noise_sigma": noise,
            "label": np.where(empty, -1, label),
        }
    )


def _optics(n: int, pixel_angstrom: float, settings: SimulationSettings, rng: np.random.Generator) -> Optics:
    u = rng.uniform(settings.defocus_min_angstrom, settings.defocus_max_angstrom, n)
    v = u - rng.uniform(0.0, settings.astigmatism_max_angstrom, n)
    angle = rng.uniform(0.0, 180.0, n)

    def same(value: float) -> Tensor:
        return torch.full((n,), value)

    return Optics(
        pixel_angstrom=same(pixel_angstrom),
        voltage_kilovolt=same(settings.voltage_kilovolt),
        spherical_aberration_mm=same(settings.spherical_aberration_mm),
        amplitude_contrast=same(settings.amplitude_contrast),
        defocus_u_angstrom=torch.from_numpy(u).float(),
        defocus_v_angstrom=torch.from_numpy(v).float(),
        defocus_angle_degrees=torch.from_numpy(angle).float(),
        phase_shift_degrees=same(0.0),
        b_factor_angstrom2=same(0.0),
        group=torch.ones(n, dtype=torch.int64),
    )


def _check(
    states: Sequence[Volume], fractions: Sequence[float], n: int, settings: SimulationSettings
) -> Float[np.ndarray, " s"]:
    share = np.asarray(fractions, dtype=float)
    if not states or len(share) != len(states) or bool((share < 0).any()) or not share.sum() > 0:
        raise SettingsError(f"{len(states)} states need as many fractions, not {list(fractions)}")
    low, high = settings.defocus_min_angstrom, settings.defocus_max_angstrom
    for fits, fault in (
        (n >= 1, f"{n} images: at least 1"),
        (settings.snr > 0, f"snr {settings.snr:g}: must be above 0"),
        (settings.colour >= 1.0, f"colour {settings.colour:g}: at least 1"),
        (settings.background >= 0.0, f"background {settings.background:g}: at least 0"),
        (0.0 <= settings.empty < 1.0, f"empty {settings.empty:g}: a share, at least 0 and below 1"),
        (low <= high, f"defocus from {low:g} to {high:g} Å: the first must not be the larger one"),
    ):
        if not fits:
            raise SettingsError(fault)
    for state in states:
        state.require_same_grid(states[0])
        if len(set(state.density.shape)) > 1:
            raise SettingsError(f"states must be cubes, not {tuple(state.density.shape)}")
    return share / share.sum()
