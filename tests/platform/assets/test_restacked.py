"""Images that were made plain and written anew: their table must not say again what was taken off them."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import torch
from torch import Tensor

from cryo_assets.assets.results.export import _with_images
from cryo_core.data import Applied, Optics, Particles, Poses
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import open_images, read_particles, write_particles
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.geometry.rotations import random_rotations
from cryo_core.optics.ctf import ctf
from cryo_core.optics.zernike import phase_error

FINE, COARSE, EACH = (48, 1.6), (40, 2.0), 4
"""Box and pixel of two optics groups, and images of each."""


def optics_of(count: int, pixel: float, **more: Tensor) -> Optics:
    rng = torch.Generator().manual_seed(round(10 * pixel))
    columns = {"voltage_kilovolt": 300.0, "spherical_aberration_mm": 2.7, "amplitude_contrast": 0.1}
    columns |= {"phase_shift_degrees": 0.0, "b_factor_angstrom2": 0.0, "pixel_angstrom": pixel}
    u = 6000 + 3000 * torch.rand(count, generator=rng, dtype=torch.float64)
    return Optics(
        **{name: torch.full((count,), value, dtype=torch.float64) for name, value in columns.items()},
        defocus_u_angstrom=u,
        defocus_v_angstrom=u - 200,
        defocus_angle_degrees=180 * torch.rand(count, generator=rng, dtype=torch.float64),
        group=torch.ones(count, dtype=torch.int64),
        **more,
    )


def smooth(box: int, pixel: float) -> Tensor:
    """Noise that ends well before Nyquist, and before the images' edges."""
    noise = torch.randn(EACH, box, box, generator=torch.Generator().manual_seed(box))
    k = torch.fft.fftfreq(box, pixel)  # noqa: TID251
    s2 = k[:, None] ** 2 + torch.fft.rfftfreq(box, pixel) ** 2  # noqa: TID251
    place = (torch.arange(box) - box // 2) * pixel
    window = torch.exp(-(place[:, None] ** 2 + place**2) / (2 * 14.0**2))
    return torch.fft.irfft2(torch.fft.rfft2(noise) * torch.exp(-s2 * 120.0), s=(box, box)) * window  # noqa: TID251


def spoilt(images: Tensor, optics: Optics, pixel: float) -> Tensor:
    """Images as a lens leaves them, flipped or premultiplied."""
    box, kind = images.shape[-1], int(optics.applied[0])
    spectra = image_to_spectrum(images.double())
    transfer = ctf(optics, box, pixel)
    spectra = spectra * (transfer if kind == Applied.WHOLE else transfer.sign())
    if optics.beam_tilt_mrad.shape[1]:
        fy, fx = (torch.from_numpy(f) for f in _frequencies(box, pixel))
        spectra = spectra * torch.exp(1j * phase_error(optics, fx[None], fy[None]))
    return spectrum_to_image(spectra, box).float()


def _frequencies(box: int, pixel: float) -> tuple[np.ndarray, np.ndarray]:
    k = (np.arange(box) - box // 2) / (box * pixel)
    return np.meshgrid(k, np.arange(box // 2 + 1) / (box * pixel), indexing="ij")  # type: ignore[return-value]


def table_of(folder: Path, name: str, spoil: bool) -> Particles:
    """A table of a fine, premultiplied group with beam tilt, and of a coarse, flipped one; or of plain images."""
    stacks, parts = [], []
    for number, ((box, pixel), kind) in enumerate(((FINE, Applied.WHOLE), (COARSE, Applied.SIGN)), 1):
        applied = torch.full((EACH,), int(kind), dtype=torch.int8)
        tilt = torch.tensor([[1.5, -1.0]], dtype=torch.float64).repeat(EACH, 1) * (kind == Applied.WHOLE)
        optics = optics_of(EACH, pixel, applied=applied, beam_tilt_mrad=tilt)
        optics = replace(optics, group=torch.full((EACH,), number))
        images = smooth(box, pixel)
        stacks.append(folder / f"{name}{number}.mrcs")
        with StackWriter(stacks[-1], box, pixel) as writer:
            writer.append(spoilt(images, optics, pixel) if spoil else images)
        parts.append(optics if spoil else optics.of_corrected_images())
    columns = {f: torch.cat([getattr(p, f) for p in parts]) for f in vars(parts[0])}
    count, generator = 2 * EACH, torch.Generator().manual_seed(5)
    particles = Particles(
        Poses(random_rotations(count, generator).double(), torch.zeros(count, 2, dtype=torch.float64)),
        Optics(**columns),
        tuple(stacks),
        np.repeat(np.arange(2), EACH),
        np.tile(np.arange(EACH), 2),
        np.arange(count) % 2 + 1,
        np.zeros(count, np.int64),
        np.full(count, np.nan),
        pd.DataFrame(index=range(count)),
        pd.DataFrame({"rlnOpticsGroup": ["1", "2"], "rlnImageSize": [str(FINE[0]), str(COARSE[0])]}),
        "white",
    )
    write_particles(folder / f"{name}.star", particles)
    return read_particles(folder / f"{name}.star")


def test_a_stack_of_corrected_images_has_a_plain_table(tmp_path: Path) -> None:
    table = table_of(tmp_path, "spoilt", spoil=True)
    assert not table.optics.is_plain
    task = SimpleNamespace(folder=tmp_path, stage=lambda *_: lambda *_: None)
    written = _with_images(task, table)
    write_particles(tmp_path / "anew.star", written)
    text = (tmp_path / "anew.star").read_text()
    assert "rlnBeamTilt" not in text and "CtfPremultiplied" not in text and "PhaseFlipped" not in text
    again = read_particles(tmp_path / "anew.star")
    assert again.optics.is_plain and again.pixel_angstrom == pytest.approx(COARSE[1])
    rows = np.arange(2 * EACH)
    before, after = (open_images(t).read(rows) for t in (table, again))
    assert torch.allclose(before, after, atol=1e-6 * float(before.abs().max()))


def test_flipped_and_premultiplied_groups_of_other_pixels_become_alike(tmp_path: Path) -> None:
    rows = np.arange(2 * EACH)
    spoilt_, plain = (
        open_images(table_of(tmp_path, name, spoil=spoil))
        for name, spoil in (("spoilt", True), ("plain", False))
    )
    assert (spoilt_.box, spoilt_.pixel_angstrom) == (plain.box, plain.pixel_angstrom)
    found, before = spoilt_.read(rows), plain.read(rows)
    scale = before.square().mean((1, 2)).sqrt()
    error = (found - before).square().mean((1, 2)).sqrt() / scale
    assert float(error[EACH:].max()) < 0.01, "phases that were flipped come back"
    # A premultiplied image lacks a little beside the zeros of its CTF, and most of its lowest frequencies.
    near = (found * before).sum((1, 2)) / (found.square().sum((1, 2)) * before.square().sum((1, 2))).sqrt()
    assert float(near[:EACH].min()) > 0.93
