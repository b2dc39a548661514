"""Images made plain as they are read, against images that nothing was done to, and the columns that say what was."""

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from cryo_core.data import Applied, Optics
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Layout, Overrides, group_table
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import left_out, open_images, open_stack, read_images, write_particles
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.fourier.shells import shell_mean
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.optics.corrected import corrected_spectra
from cryo_core.optics.ctf import ctf, wavelength_angstrom

BOX, PIXEL, COUNT = 48, 1.6, 12
TILT, ODD = (1.4, -0.9), (0.3, -0.2, 40.0, 5.0, -7.0, -60.0)


def optics_of(count: int, seed: int = 4, **more: Any) -> Optics:
    rng = torch.Generator().manual_seed(seed)
    real = torch.float64
    u = 8000 + 12000 * torch.rand(count, generator=rng, dtype=real)
    same = {"voltage_kilovolt": 300.0, "spherical_aberration_mm": 2.7, "amplitude_contrast": 0.1}
    return Optics(
        pixel_angstrom=torch.full((count,), PIXEL, dtype=real),
        **{name: torch.full((count,), value, dtype=real) for name, value in same.items()},
        defocus_u_angstrom=u,
        defocus_v_angstrom=u - 500 * torch.rand(count, generator=rng, dtype=real),
        defocus_angle_degrees=180 * torch.rand(count, generator=rng, dtype=real),
        phase_shift_degrees=torch.zeros(count, dtype=real),
        b_factor_angstrom2=torch.zeros(count, dtype=real),
        group=torch.ones(count, dtype=torch.int64),
        **more,
    )


def each(values: tuple[float, ...], count: int = COUNT) -> Tensor:
    return torch.tensor(values, dtype=torch.float64).repeat(count, 1)


def phases(fx: Tensor, fy: Tensor) -> Tensor:
    """The aberration in plain polynomials: coma of the tilt, and the six odd coefficients up to trefoil."""
    s2 = fx**2 + fy**2
    wavelength = float(wavelength_angstrom(torch.tensor(300.0)))
    tilt = -2 * math.pi * 2.7e7 * wavelength**2 * s2 * (fx * TILT[0] + fy * TILT[1]) * 1e-3
    three_y, three_x = 3 * fx**2 * fy - fy**3, fx**3 - 3 * fx * fy**2
    odd = (fy, fx, three_y, (3 * s2 - 2) * fy, (3 * s2 - 2) * fx, three_x)
    return tilt + sum(c * z for c, z in zip(ODD, odd, strict=True))


def spoilt(images: Tensor, optics: Optics) -> Tensor:
    """Images as they are stored when all of it was done to them, by other formulas than the package's."""
    k = torch.fft.fftfreq(BOX, PIXEL, dtype=torch.float64)  # noqa: TID251
    fy, fx = torch.meshgrid(torch.fft.fftshift(k), k[: BOX // 2 + 1].abs(), indexing="ij")  # noqa: TID251
    spectra = image_to_spectrum(images.double())
    transfer = ctf(optics, BOX, PIXEL)
    applied = optics.applied[:, None, None]
    spectra = spectra * torch.where(applied == Applied.WHOLE, transfer, 1.0)
    spectra = spectra * torch.where(applied == Applied.SIGN, transfer.sign(), 1.0)
    if optics.odd_zernike.shape[1]:
        spectra = spectra * torch.exp(1j * phases(fx, fy))
    return spectrum_to_image(spectra, BOX).float()


def stored(folder: Path, images: Tensor, optics: Optics, name: str = "images") -> Path:
    """A table, and its stack."""
    with StackWriter(folder / f"{name}.mrcs", BOX, PIXEL) as writer:
        writer.append(images)
    table = particles_of_stack(folder / f"{name}.mrcs", Overrides(PIXEL))
    write_particles(
        folder / f"{name}.star", replace(table, optics=optics, optics_extra=group_table(optics.group.numpy()))
    )
    return folder / f"{name}.star"


def inside(images: Tensor) -> Tensor:
    """Images without what lies at Nyquist, where a phase of a real image has no meaning."""
    spectra = image_to_spectrum(images)
    spectra[:, 0], spectra[:, :, -1] = 0, 0
    return spectrum_to_image(spectra, BOX)


CASES = {
    "flipped": {"applied": torch.full((COUNT,), int(Applied.SIGN), dtype=torch.int8)},
    "aberrated": {"beam_tilt_mrad": each(TILT), "odd_zernike": each(ODD)},
    "both": {
        "applied": torch.full((COUNT,), int(Applied.SIGN), dtype=torch.int8),
        "beam_tilt_mrad": each(TILT),
        "odd_zernike": each(ODD),
    },
}


@pytest.mark.parametrize("case", CASES)
def test_images_come_back_to_rounding(tmp_path: Path, case: str) -> None:
    noise = torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(1))
    optics = optics_of(COUNT, **CASES[case])
    table = read_images(stored(tmp_path, spoilt(noise, optics), optics))
    images = open_images(table)
    found = images.read(np.arange(COUNT))
    assert torch.allclose(inside(found), inside(noise), atol=2e-4)
    assert images.optics.is_plain and not table.optics.is_plain
    assert not torch.allclose(inside(open_stack(table).read(np.arange(COUNT))), inside(noise), atol=0.1)


def test_premultiplied_images_come_back_but_beside_zeros(tmp_path: Path) -> None:
    """Signal and noise are those of the image before; only the coefficients beside zeros are damped."""
    noise = torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(2))
    applied = torch.full((COUNT,), int(Applied.WHOLE), dtype=torch.int8)
    optics = optics_of(COUNT, applied=applied)
    optics = replace(optics, b_factor_angstrom2=torch.full((COUNT,), 40.0).double(), scale=each((0.8,))[:, 0])
    images = open_images(read_images(stored(tmp_path, spoilt(noise, optics), optics)))
    found, before = (image_to_spectrum(x) for x in (images.read(np.arange(COUNT)), noise))
    plain = replace(optics, b_factor_angstrom2=torch.zeros(COUNT).double(), scale=torch.ones(COUNT).double())
    # without Nyquist's lines, where a real image has no phase
    found, before, sine = (x[:, 1:, :-1] for x in (found, before, ctf(plain, BOX, PIXEL).abs()))
    clear = sine > 0.31
    assert float(clear.double().mean()) > 0.6
    assert torch.allclose(found[clear], before[clear], rtol=1e-3, atol=1e-2)
    kept = (found * before.conj()).real / before.abs().square()
    assert bool((kept[~clear] <= 1.001).all()) and bool((kept[~clear] >= 0).all())
    assert 0.75 < float(found.abs().square().mean() / before.abs().square().mean()) < 1.0
    gain = (kept * sine.square()).sum() / sine.square().sum()
    assert float(gain) > 0.99, "what a map is made of keeps its scale"


def test_a_premultiplied_crop_of_a_larger_box_is_not_blown_up() -> None:
    """Images multiplied in a box of 96 and cut to 48: noise as before in each shell, where dividing by C is far off."""
    large, count = 2 * BOX, 40
    noise = torch.randn(count, large, large, generator=torch.Generator().manual_seed(3))
    applied = torch.full((count,), int(Applied.WHOLE), dtype=torch.int8)
    optics = optics_of(count, applied=applied)
    cut = slice(BOX // 2, BOX // 2 + BOX)
    multiplied = spectrum_to_image(image_to_spectrum(noise.double()) * ctf(optics, large, PIXEL), large)[
        :, cut, cut
    ]
    found = corrected_spectra(image_to_spectrum(multiplied.float()), optics.to("cpu"), PIXEL)
    power = shell_mean(found.abs().square().mean(0) / BOX**2, (BOX, BOX))[1:]
    divided = image_to_spectrum(multiplied) / ctf(optics, BOX, PIXEL)
    naive = shell_mean(divided.abs().square().mean(0) / BOX**2, (BOX, BOX))[1:]
    assert 0.75 < float(power[1:].min()) and float(power[1:].max()) < 1.5
    assert float(naive[3:].min()) > 10


@pytest.mark.parametrize("suffix", [".star", ".cs"])
def test_the_columns_come_back(tmp_path: Path, suffix: str) -> None:
    images = torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(1))
    half = torch.arange(COUNT) < COUNT // 2
    optics = replace(
        optics_of(COUNT, **CASES["both"]),
        group=1 + half.long(),
        beam_tilt_mrad=torch.where(half[:, None], each(TILT), each((0.0, 0.25))),
        even_zernike=each((0.0, 0.1, -0.2, 0.3, 2.0, 0.0, 0.0, 0.0, -3.5)),
        magnification=each((1.01, 0.002, -0.003, 0.99)),
    )
    table = read_images(stored(tmp_path, images, optics))
    write_particles(tmp_path / f"again{suffix}", table, Layout())
    again = read_images(tmp_path / f"again{suffix}")
    for name in ("beam_tilt_mrad", "odd_zernike", "even_zernike", "magnification"):
        assert torch.allclose(getattr(again.optics, name), getattr(optics, name), atol=2e-6), name
    assert again.optics.applied.tolist() == optics.applied.tolist()
    lost = set(left_out(tmp_path / "x.par", again)) & set(left_out(tmp_path / "x.pkl", again))
    assert lost >= {
        "rlnBeamTiltX",
        "rlnOddZernike",
        "rlnEvenZernike",
        "rlnMagMat00",
        "rlnCtfDataArePhaseFlipped",
    }
    assert {"rlnOddZernike", "rlnEvenZernike", "rlnCtfDataArePhaseFlipped"} <= set(
        left_out(Path("x.cs"), again)
    )


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    images = torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(1))
    path = stored(tmp_path, images, optics_of(COUNT, **CASES["both"]))
    text = path.read_text()
    for column, value, said in (
        ("_rlnOddZernike", "[0.1,x]", "must be like"),
        ("_rlnCtfDataArePhaseFlipped", "yes", "not a number"),
    ):
        lines = text.splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(column))
        number = int(lines[at].split("#")[1])
        row = next(i for i, line in enumerate(lines) if i > at and line[:1].isdigit())
        values = lines[row].split()
        values[number - 1] = value
        lines[row] = " ".join(values)
        path.write_text("\n".join(lines) + "\n")
        with pytest.raises(FormatError, match=said):
            read_images(path)


def test_what_cannot_be_honoured_is_refused_by_name(tmp_path: Path) -> None:
    images = torch.randn(COUNT, BOX, BOX, generator=torch.Generator().manual_seed(1))
    table = read_images(stored(tmp_path, images, optics_of(COUNT)))
    zeros = np.zeros(COUNT)
    for column, value, said in (
        ("rlnIsFlip", 1.0, "row 3: rlnIsFlip is 1 and is not"),
        ("ctf/trefoil_A[1]", 20000.0, "row 3: ctf/trefoil_A is 20000, which turns phases by about"),
        ("ctf/shift_A[0]", 3.0, "row 3: ctf/shift_A is 3, which turns phases by about"),
        ("ctf/tetra_A[2]", 1e6, "row 3: ctf/tetra_A is 1e"),
        ("cisTEMBeamTiltY", 0.5, "row 3: cisTEMBeamTiltY is 0.5"),
    ):
        for share, refused in ((1.0, True), (1e-6 if column != "rlnIsFlip" else 0.0, False)):
            values = zeros.copy()
            values[2] = value * share
            changed = replace(table, extra=table.extra.assign(**{column: values.astype(str)}))
            if refused:
                with pytest.raises(FormatError, match=re.escape(said)):
                    open_images(changed)
            else:
                assert len(open_images(changed)) == COUNT
    high = replace(table, optics=replace(table.optics, even_zernike=each((0.0,) * 11 + (0.3,))))
    with pytest.raises(FormatError, match="rlnEvenZernike, coefficient 12 is 0.3"):
        open_images(high)
