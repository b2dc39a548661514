"""The conventions of `cryo_core/__init__.py`, each pinned by a point."""

import math

import pytest
import torch

from cryo_core.data import Optics, Poses
from cryo_core.fourier.transforms import (
    image_to_spectrum,
    spectrum_to_image,
    spectrum_to_volume,
    volume_to_spectrum,
)
from cryo_core.geometry.rotations import euler_to_matrix, matrix_to_euler
from cryo_core.imaging.forward import centre_spectra, simulate_images
from cryo_core.imaging.slices import extract_slices, prepare
from cryo_core.optics.ctf import ctf
from cryo_core.validation.fsc import FscCurve


def optics_with(amplitude_contrast: float, phase_degrees: float = 0.0, defocus: float = 0.0) -> Optics:
    """One image; with amplitude contrast 1 and no defocus, a CTF of 1 everywhere."""

    def one(value: float) -> torch.Tensor:
        return torch.tensor([value])

    return Optics(
        pixel_angstrom=one(2.0),
        voltage_kilovolt=one(300.0),
        spherical_aberration_mm=one(0.0),
        amplitude_contrast=one(amplitude_contrast),
        defocus_u_angstrom=one(defocus),
        defocus_v_angstrom=one(defocus),
        defocus_angle_degrees=one(0.0),
        phase_shift_degrees=one(phase_degrees),
        b_factor_angstrom2=one(0.0),
        group=torch.ones(1, dtype=torch.int64),
    )


def brightest(image: torch.Tensor) -> tuple[int, int]:
    """Give (x, y) from the centre."""
    box = image.shape[-1]
    y, x = divmod(int(image.argmax()), box)
    return x - box // 2, y - box // 2


def point_at(x: int, y: int, z: int, box: int = 32) -> torch.Tensor:
    volume = torch.zeros(box, box, box)
    volume[z + box // 2, y + box // 2, x + box // 2] = 1.0
    return volume


@pytest.mark.parametrize("box", [8, 9])
def test_a_point_at_the_centre_has_the_spectrum_one(box):
    assert torch.allclose(
        volume_to_spectrum(point_at(0, 0, 0, box)), torch.ones(1, dtype=torch.complex64), atol=1e-6
    )
    assert volume_to_spectrum(torch.ones(box, box, box)).abs().argmax() == (box // 2 * box + box // 2) * (
        box // 2 + 1
    )


def test_volumes_are_zyx_and_half_spectra_keep_x():
    spectrum = volume_to_spectrum(point_at(1, 0, 0, 8))
    assert spectrum.shape == (8, 8, 5)
    assert complex(spectrum[4, 4, 2]) == pytest.approx(complex(0, -1), abs=1e-6)
    assert complex(spectrum[4, 6, 0]) == pytest.approx(1.0, abs=1e-6)
    assert complex(volume_to_spectrum(point_at(0, 0, 1, 8))[6, 4, 0]) == pytest.approx(
        complex(0, -1), abs=1e-6
    )
    assert torch.allclose(spectrum_to_volume(spectrum, (8, 8, 8)), point_at(1, 0, 0, 8), atol=1e-6)


def test_euler_angles_known_values():
    """rot 90: image x looks along volume y. tilt 90: image x looks along −z. psi 90 alone equals rot 90."""
    a = euler_to_matrix(torch.tensor([[90.0, 0, 0], [0, 90.0, 0], [0, 0, 90.0], [30.0, 40.0, 50.0]]))
    assert torch.allclose(a[0, 0], torch.tensor([0.0, 1.0, 0.0]), atol=1e-6)
    assert torch.allclose(a[1, 0], torch.tensor([0.0, 0.0, -1.0]), atol=1e-6)
    assert torch.allclose(a[0], a[2], atol=1e-6)
    # RELION's Euler_angles2matrix(30, 40, 50), from its formula by hand.
    ca, cb, cg = (math.cos(math.radians(v)) for v in (30, 40, 50))
    sa, sb, sg = (math.sin(math.radians(v)) for v in (30, 40, 50))
    assert torch.allclose(
        a[3, 0], torch.tensor([cg * cb * ca - sg * sa, cg * cb * sa + sg * ca, -cg * sb]), atol=1e-6
    )
    assert torch.allclose(a[3, 2], torch.tensor([sb * ca, sb * sa, cb]), atol=1e-6)
    assert matrix_to_euler(a[3:])[0].tolist() == pytest.approx([30.0, 40.0, 50.0], abs=1e-4)
    assert matrix_to_euler(a[2:3])[0].tolist() == pytest.approx([0.0, 0.0, 90.0], abs=1e-4)


@pytest.mark.parametrize(
    "euler", [(0.0, 0.0, 0.0), (90.0, 0.0, 0.0), (0.0, 90.0, 0.0), (90.0, 90.0, 0.0), (37.0, 64.0, -115.0)]
)
def test_one_voxel_and_one_rotation_give_the_pixel(euler):
    """A point r is seen at the first two components of A · r."""
    rotation = euler_to_matrix(torch.tensor([euler]))
    x, y, z = 3, 8, -5
    expected = rotation[0, :2] @ torch.tensor([float(x), float(y), float(z)])
    image = spectrum_to_image(extract_slices(prepare(point_at(x, y, z)), rotation, 32), 32)[0]
    seen = brightest(image)
    assert abs(seen[0] - float(expected[0])) < 0.75 and abs(seen[1] - float(expected[1])) < 0.75


def test_the_image_moved_by_plus_shift_is_centred():
    """A particle with rlnOrigin (+6, −4) Å at 2 Å is seen at pixel (−3, +2); centring brings it back."""
    poses = Poses(torch.eye(3)[None], torch.tensor([[6.0, -4.0]]))
    image = simulate_images(prepare(point_at(0, 0, 0)), poses, optics_with(1.0), 32, 2.0)
    assert brightest(image[0]) == (-3, 2)
    centred = spectrum_to_image(centre_spectra(image_to_spectrum(image), poses, 2.0), 32)
    assert brightest(centred[0]) == (0, 0)


def test_ctf_sign_at_zero_and_at_low_frequency():
    """+amplitude contrast at zero frequency; underfocus is positive there: white protein."""
    found = ctf(optics_with(0.1, defocus=15_000.0), 64, 2.0)[0]
    assert float(found[32, 0]) == pytest.approx(0.1, abs=1e-6)
    assert float(found[32, 1]) > 0.1 and float(found[32, 2]) > float(found[32, 1])
    assert float(ctf(optics_with(0.0, 90.0), 64, 2.0)[0, 32, 0]) == pytest.approx(1.0)


def test_defocus_angle_turns_from_x_to_y_along_u():
    optics = optics_with(0.0)
    optics = Optics(
        **vars(optics)
        | {"defocus_u_angstrom": torch.tensor([9000.0]), "defocus_angle_degrees": torch.tensor([45.0])}
    )
    found = ctf(optics, 32, 2.0)[0]
    assert abs(float(found[16 + 3, 3])) > 0.1
    assert abs(float(found[16 - 3, 3])) < 1e-3


def test_resolution_is_the_last_shell_before_the_first_under_the_threshold():
    frequency = torch.arange(6, dtype=torch.float64) / 10.0
    curve = FscCurve(frequency, torch.tensor([1.0, 0.9, 0.5, 0.1, 0.6, 0.0], dtype=torch.float64), 1.0)
    assert curve.resolution_angstrom(0.143) == pytest.approx(5.0) and not curve.reaches_nyquist()
    assert curve.resolution_angstrom(0.5) == pytest.approx(5.0)
    assert curve.resolution_angstrom(0.51) == pytest.approx(10.0)
    assert curve.resolution_angstrom(0.95) == math.inf
    high = FscCurve(frequency, torch.full((6,), 0.3, dtype=torch.float64), 1.0)
    assert high.resolution_angstrom() == pytest.approx(2.0) and high.reaches_nyquist()
