"""Transfer function, slices and their adjoint, forward model, densities, phantoms, simulated sets."""

import math
from dataclasses import replace

import finufft
import numpy as np
import pytest
import torch

from cryo_core.data import Optics, Poses, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.grids import frequency_squared, hermitian_weights
from cryo_core.fourier.transforms import image_to_spectrum, volume_to_spectrum
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations
from cryo_core.imaging.density import density
from cryo_core.imaging.forward import centre_spectra, model_spectra, shift_spectra, simulate_images
from cryo_core.imaging.normalise import normalise
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.imaging.slices import (
    SliceAccumulator,
    extract_slices,
    gridding_correction,
    insert_slices,
    prepare,
    volume_from_padded,
)
from cryo_core.optics.ctf import ctf


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def optics_of(n: int = 5) -> Optics:
    rng = np.random.default_rng(1)
    u = rng.uniform(8000, 25000, n)

    def column(value) -> torch.Tensor:
        return torch.as_tensor(np.broadcast_to(value, n).copy(), dtype=torch.float32)

    return Optics(
        pixel_angstrom=column(1.0),
        voltage_kilovolt=column([300.0, 200.0, 300.0, 300.0, 80.0][:n]),
        spherical_aberration_mm=column(2.7),
        amplitude_contrast=column([0.1, 0.07, 0.1, 0.2, 0.0][:n]),
        defocus_u_angstrom=column(u),
        defocus_v_angstrom=column(u - 1500.0),
        defocus_angle_degrees=column(rng.uniform(0, 180, n)),
        phase_shift_degrees=column([0.0, 0.0, 90.0, 30.0, 0.0][:n]),
        b_factor_angstrom2=column([0.0, 0.0, 0.0, 60.0, 100.0][:n]),
        group=torch.ones(n, dtype=torch.int64),
    )


def molecule(box: int = 64) -> torch.Tensor:
    """A positive density that is at home in its box, with power up to Nyquist."""
    noise = torch.randn(box, box, box, generator=seeded(2)) * sphere_mask((box,) * 3, 0.28 * box, 4.0)
    return low_pass(Volume(noise, 1.0), 2.2).density


def exact_slices(volume: torch.Tensor, rotation: torch.Tensor) -> torch.Tensor:
    """Central slices by NUFFT."""
    box = volume.shape[0]
    y, x = np.meshgrid(np.arange(box) - box // 2, np.arange(box // 2 + 1), indexing="ij")
    k = x.ravel()[:, None] * rotation[:, None, 0].numpy() + y.ravel()[:, None] * rotation[:, None, 1].numpy()
    k = np.ascontiguousarray((k * 2 * np.pi / box).reshape(-1, 3).T.astype(np.float64))
    out = finufft.nufft3d2(k[2], k[1], k[0], volume.numpy().astype(np.complex128), eps=1e-9, isign=-1)
    return torch.from_numpy(out.reshape(len(rotation), box, box // 2 + 1))


# Transfer function ------------------------------------------------------------------------------


def test_ctf_is_relions_formula():
    optics, box, pixel = optics_of(), 64, 1.37
    found = ctf(optics, box, pixel)
    fy, fx = np.meshgrid(
        (np.arange(box) - box // 2) / (box * pixel), np.arange(box // 2 + 1) / (box * pixel), indexing="ij"
    )
    for i in range(len(optics)):
        o = {name: float(column[i]) for name, column in vars(optics).items() if column.ndim == 1}
        volts = o["voltage_kilovolt"] * 1e3
        lam = 12.2643247 / np.sqrt(volts * (1 + volts * 0.978466e-6))
        s2, azimuth = fx**2 + fy**2, np.arctan2(fy, fx)
        u, v = o["defocus_u_angstrom"], o["defocus_v_angstrom"]
        defocus = 0.5 * (u + v + (u - v) * np.cos(2 * (azimuth - np.deg2rad(o["defocus_angle_degrees"]))))
        chi = np.pi * lam * defocus * s2 - 0.5 * np.pi * o["spherical_aberration_mm"] * 1e7 * lam**3 * s2**2
        chi = chi + np.deg2rad(o["phase_shift_degrees"])
        w = o["amplitude_contrast"]
        expected = np.sqrt(1 - w**2) * np.sin(chi) + w * np.cos(chi)
        expected = expected * np.exp(-o["b_factor_angstrom2"] * s2 / 4)
        assert np.abs(found[i].numpy() - expected).max() < 1e-4


def test_ctf_writes_nothing_and_every_field_counts():
    optics = optics_of()
    before = {name: value.clone() for name, value in vars(optics).items()}
    first, second = ctf(optics, 32, 2.0), ctf(optics, 32, 2.0)
    assert torch.equal(first, second)
    assert all(torch.equal(before[name], value) for name, value in vars(optics).items())
    assert not torch.allclose(ctf(optics, 32, 2.1), first)
    of_the_image = {"applied", "beam_tilt_mrad", "odd_zernike", "magnification"}  # taken off as it is read
    for name in set(before) - {"group", "pixel_angstrom", "even_zernike"} - of_the_image:
        changed = replace(optics, **{name: before[name] * 0.9 + 0.05})
        assert float((ctf(changed, 32, 2.0) - first).abs().max()) > 1e-5, name
    assert not torch.allclose(ctf(replace(optics, even_zernike=torch.full((5, 9), 0.1)), 32, 2.0), first)
    tilted = replace(optics, applied=torch.ones(5, dtype=torch.int8), beam_tilt_mrad=torch.ones(5, 2))
    assert torch.equal(ctf(tilted, 32, 2.0), first)
    with pytest.raises(SettingsError):
        ctf(replace(optics, amplitude_contrast=torch.full((5,), 7.0)), 32, 2.0)


# Slices -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("padding,most", [(2, 0.027), (4, 0.008)])
def test_slices_against_nufft(padding, most):
    volume, rotation = molecule(), random_rotations(20, seeded(1))
    inside = frequency_squared((64, 64), 1.0).sqrt() < 0.5
    expected = exact_slices(volume, rotation) * inside
    found = extract_slices(prepare(volume, padding), rotation, 64, padding)
    assert float((found - expected).abs().norm() / expected.abs().norm()) < most
    assert bool((found[:, ~inside] == 0).all())


@pytest.mark.parametrize("box", [16, 15])
def test_the_slice_at_no_rotation_is_the_projection(box):
    volume = molecule(box)
    inside = frequency_squared((box, box), 1.0).sqrt() < 0.5
    found = extract_slices(prepare(volume), torch.eye(3)[None], box)[0]
    # On the grid's own points nothing is interpolated: what is left is the division by sinc².
    flat = image_to_spectrum((volume / gridding_correction(box, 2)).sum(0)) * inside
    assert torch.allclose(found, flat, atol=1e-3)


@pytest.mark.parametrize(
    "volume_box,box,padding", [(16, 16, 2), (15, 15, 2), (16, 12, 2), (12, 12, 1), (10, 10, 3)]
)
def test_insertion_is_the_adjoint_of_extraction(volume_box, box, padding):
    """⟨s, extract(v)⟩ = ⟨insert(s), v⟩ over full spectra."""
    rotation = random_rotations(7, seeded(4))
    v = prepare(torch.randn(volume_box, volume_box, volume_box, generator=seeded(5)), padding)
    s = image_to_spectrum(torch.randn(7, box, box, generator=seeded(6)))

    def dot(a: torch.Tensor, b: torch.Tensor, size: int) -> float:
        return float(((a.conj() * b).real.double() * hermitian_weights(size)).sum())

    left = dot(s, extract_slices(v, rotation, box, padding), box)
    right = dot(insert_slices(s, rotation, volume_box, padding), v, padding * volume_box + 1)
    assert right == pytest.approx(left, rel=1e-5)


def test_inserted_weights_are_those_of_the_spectra():
    rotation, accumulator = random_rotations(5, seeded(1)), SliceAccumulator(12)
    weights = torch.rand(5, 12, 7, generator=seeded(2))
    weights[:, 1:, 0] = 0.5 * (weights[:, 1:, 0] + weights[:, 1:, 0].flip(1))
    accumulator.add(weights.to(torch.complex64), weights, rotation)
    assert torch.allclose(accumulator.weight(), accumulator.numerator().real, atol=1e-5)
    full = (weights * hermitian_weights(12) * (frequency_squared((12, 12), 1.0).sqrt() < 0.5)).sum()
    total = (accumulator.weight() * hermitian_weights(25)).sum()
    assert float(total) == pytest.approx(float(full), rel=1e-5)


def test_insertion_adds_up_over_batches():
    rotation, s = (
        random_rotations(9, seeded(4)),
        image_to_spectrum(torch.randn(9, 16, 16, generator=seeded(6))),
    )
    parts = insert_slices(s[:4], rotation[:4], 16) + insert_slices(s[4:], rotation[4:], 16)
    assert torch.allclose(parts, insert_slices(s, rotation, 16), atol=1e-4)


@pytest.mark.parametrize("box", [16, 15])
def test_the_way_back_is_that_of_preparing_but_for_the_gridding(box):
    """`prepare` divides by sinc² once, and the way back, which undoes an average, once more."""
    volume = molecule(box)
    expected = volume / gridding_correction(box, 2) ** 2
    assert torch.allclose(volume_from_padded(prepare(volume), box), expected, atol=1e-5)


def test_slices_pass_gradients_to_volume_and_rotation():
    volume, rotation = molecule(16).double(), random_rotations(3, seeded(3)).double()
    target = extract_slices(prepare(volume), random_rotations(3, seeded(8)).double(), 16)

    def loss(v: torch.Tensor, turn: torch.Tensor) -> torch.Tensor:
        found = extract_slices(prepare(v), axis_angle_to_matrix(turn) @ rotation, 16)
        return (found - target).abs().square().sum()

    turn = torch.zeros(3, 3, dtype=torch.float64, requires_grad=True)
    v = volume.clone().requires_grad_()
    to_volume, to_turn = torch.autograd.grad(loss(v, turn), (v, turn))
    step = torch.randn(16, 16, 16, generator=seeded(9))
    ahead, behind = loss(volume + 1e-2 * step, turn), loss(volume - 1e-2 * step, turn)
    assert float((to_volume * step).sum()) == pytest.approx(float((ahead - behind).detach()) / 2e-2, rel=1e-3)
    # Linear interpolation has kinks at the grid's faces: the step is too short to cross one.
    step = torch.randn(3, 3, generator=seeded(10), dtype=torch.float64)
    ahead, behind = loss(volume, 1e-7 * step), loss(volume, -1e-7 * step)
    assert float((to_turn * step).sum()) == pytest.approx(float(ahead - behind) / 2e-7, rel=1e-3)


def test_slices_refuse_what_does_not_belong():
    with pytest.raises(SettingsError):
        prepare(torch.zeros(9, 9, 9), 3)
    with pytest.raises(ShapeError):
        extract_slices(prepare(torch.zeros(8, 8, 8)), torch.eye(3)[None], 10)
    with pytest.raises(ShapeError):
        insert_slices(torch.zeros(1, 10, 6, dtype=torch.complex64), torch.eye(3)[None], 8)


# Forward model ----------------------------------------------------------------------------------


def test_forward_model_against_nufft():
    volume, n = molecule(32), 5
    poses = Poses(random_rotations(n, seeded(1)), torch.randn(n, 2, generator=seeded(2)) * 5)
    optics = optics_of(n)
    found = simulate_images(prepare(volume, 4), poses, optics, 32, 1.5, 4)
    inside = frequency_squared((32, 32), 1.0).sqrt() < 0.5
    k = (torch.arange(32) - 16)[:, None] / 48.0, torch.arange(17) / 48.0
    dot = k[1] * poses.shift_angstrom[:, 0, None, None] + k[0] * poses.shift_angstrom[:, 1, None, None]
    expected = (
        exact_slices(volume, poses.rotation) * inside * ctf(optics, 32, 1.5) * torch.exp(2j * math.pi * dot)
    )
    assert float((image_to_spectrum(found) - expected).abs().norm() / expected.abs().norm()) < 0.02


def test_centring_undoes_the_shift():
    poses = Poses(random_rotations(4, seeded(1)), torch.randn(4, 2, generator=seeded(2)) * 4)
    optics, padded = optics_of(4), prepare(molecule(16))
    still = model_spectra(padded, Poses(poses.rotation, torch.zeros(4, 2)), optics, 16, 1.5)
    moved = model_spectra(padded, poses, optics, 16, 1.5)
    assert torch.allclose(centre_spectra(moved, poses, 1.5), still, atol=1e-3)
    assert torch.allclose(shift_spectra(still, -poses.shift_angstrom, 1.5), moved, atol=1e-3)


def test_normalised_background():
    images = torch.randn(3, 20, 20, generator=seeded(1)) * 4 + 7
    found = normalise(images, 7.0)
    y, x = torch.meshgrid(torch.arange(20) - 10, torch.arange(20) - 10, indexing="ij")
    background = found[:, x**2 + y**2 > 49]
    assert torch.allclose(background.mean(1), torch.zeros(3), atol=1e-5)
    assert torch.allclose(background.std(1, correction=0), torch.ones(3), atol=1e-5)
    assert torch.allclose(normalise(images * 3 + 1, 7.0), found, atol=1e-5)
    with pytest.raises(SettingsError):
        normalise(images, 40.0)
    with pytest.raises(SettingsError):
        normalise(torch.ones(1, 20, 20), 5.0)


# Densities and sets -----------------------------------------------------------------------------


@pytest.mark.parametrize("voxel,b_add", [(1.0, 0.0), (1.0, 150.0), (2.0, 0.0), (3.5, -20.0)])
def test_density_against_the_direct_fourier_sum(voxel, b_add):
    """F(k) · voxel³ = Σ occupancy · f(s) · exp(−B s² / 4) · exp(−2πi k·r), however sharp the atoms."""
    atoms = phantom_complex(3, subunits=1, residues_per_subunit=20)
    atoms = atoms.select(np.arange(len(atoms)) < 60)
    b, occupancy = (
        atoms.b_factor_angstrom2 * (b_add >= 0) + max(b_add, 0.0),
        torch.linspace(0.3, 1.0, len(atoms)),
    )
    atoms = replace(atoms, b_factor_angstrom2=b, occupancy=occupancy)
    shape, origin = (60, 62, 65), (-34.0 * voxel, -30.0 * voxel, -29.0 * voxel)
    volume = density(atoms, shape, voxel, origin)
    assert volume.origin_angstrom == origin and volume.voxel_angstrom == voxel
    spectrum = volume_to_spectrum(volume.density.double()) * voxel**3
    centre = torch.tensor(origin, dtype=torch.float64) + torch.tensor([n // 2 for n in shape[::-1]]) * voxel
    place = atoms.position_angstrom.double() - centre
    for kz, ky, kx in [(0, 0, 0), (1, 2, 3), (-5, 4, 8), (0, -15, 2), (12, 0, 14), (-14, 14, 14)]:
        k = torch.tensor([kx / shape[2], ky / shape[1], kz / shape[0]], dtype=torch.float64) / voxel
        s2 = (k**2).sum()
        f = (
            (atoms.amplitude * torch.exp(-atoms.width_angstrom2 * s2 / 4)).sum(1)
            * occupancy
            * torch.exp(-b * s2 / 4)
        )
        direct = (f * torch.exp(-2j * math.pi * (place @ k))).sum()
        found = spectrum[kz + shape[0] // 2, ky + shape[1] // 2, kx]
        assert float((found - direct).abs()) < 1e-3 * float((atoms.amplitude.sum(1) * occupancy).sum())


def test_density_beyond_the_box_and_by_default_in_the_middle():
    atoms = phantom_complex(3, subunits=1, residues_per_subunit=30)
    whole = density(atoms, (64, 64, 64), 1.5)
    part = density(
        atoms,
        (20, 64, 64),
        1.5,
        (whole.origin_angstrom[0], whole.origin_angstrom[1], whole.origin_angstrom[2] + 33.0),
    )
    assert torch.allclose(part.density, whole.density[22:42], atol=0.02 * float(whole.density.max()))
    mass = whole.density.double()
    mean = [(mass.sum(d) * torch.arange(64)).sum() / mass.sum() for d in ((1, 2), (0, 2), (0, 1))]
    assert max(abs(float(m) - 32) for m in mean) < 0.5


def test_phantom_looks_like_a_protein_complex():
    atoms = phantom_complex()
    small, again, other = (phantom_complex(seed, 2, 30) for seed in (1, 1, 2))
    assert torch.equal(small.position_angstrom, again.position_angstrom)
    assert not torch.equal(small.position_angstrom[:50], other.position_angstrom[:50])
    assert sorted(set(atoms.chain)) == ["A", "B", "C", "D"]
    ca = atoms.position_angstrom[torch.from_numpy(atoms.atom_name == "CA")]
    chain, number = (getattr(atoms, f)[atoms.atom_name == "CA"] for f in ("chain", "residue_number"))
    following = torch.from_numpy((chain[1:] == chain[:-1]) & (np.diff(number) == 1))
    step = (ca[1:] - ca[:-1]).norm(dim=1)[following]
    assert torch.allclose(step, torch.tensor(3.8).expand_as(step), atol=0.01)
    assert 900 < len(ca) < 1500 and 6 < len(atoms) / len(ca) < 9
    distance = torch.cdist(ca, ca).fill_diagonal_(99.0)
    assert 100 < float(torch.cdist(ca, ca).max()) < 140
    assert float((distance.min(1).values < 3.5).float().mean()) < 0.02
    # Helices: Cα i to i + 3 at 5.0 to 5.6 Å; strands: beyond 9 Å.
    third = (ca[3:] - ca[:-3]).norm(dim=1)
    assert float(((third > 4.7) & (third < 5.7)).float().mean()) > 0.3
    assert float((third > 9.0).float().mean()) > 0.1
    # As dense as a protein: some 13 Cα within 10 Å, and no two subunits alike.
    assert 12 < float((distance < 10).sum(1).float().mean()) < 25
    assert len({int((chain == c).sum()) for c in "ABCD"}) == 4
    with pytest.raises(SettingsError):
        phantom_complex(1, subunits=0)


@pytest.fixture(scope="module")
def states() -> list[Volume]:
    atoms = phantom_complex(1, residues_per_subunit=60)
    first = density(atoms, (32, 32, 32), 4.0)
    return [first, density(atoms.select(atoms.chain != "B"), (32, 32, 32), 4.0, first.origin_angstrom)]


def test_simulated_set_has_its_snr_and_its_truth(states):
    settings = SimulationSettings(snr=0.2, contrast_sigma=0.1)
    n = 2000
    particles = simulate_particles(states, [3.0, 1.0], n, settings)
    index = np.arange(n)
    clean, noisy = particles.clean(index), particles.read(index)
    noise = noisy - clean
    assert abs(float(noise.std()) - 1.0) < 2e-3 and abs(float(noise.mean())) < 2e-3
    # White: the covariance of neighbours vanishes, and images do not share their noise.
    assert abs(float((noise[:, 1:] * noise[:, :-1]).mean())) < 3e-3
    assert abs(float((noise[1:] * noise[:-1]).mean())) < 3e-3
    signal = clean / particles.contrast[:, None, None]
    assert float(signal.var(dim=(1, 2)).mean()) == pytest.approx(0.2, rel=0.1)
    assert abs(float((particles.label == 1).mean()) - 0.25) < 0.03
    assert float(particles.contrast.std()) == pytest.approx(0.1, rel=0.1)
    assert float(particles.poses.shift_angstrom.std()) == pytest.approx(3.5, rel=0.05)
    u = particles.optics.defocus_u_angstrom
    assert 10_000 <= float(u.min()) and float(u.max()) <= 25_000
    i = int(np.flatnonzero(particles.label == 1)[0])
    one = Poses(particles.poses.rotation[i : i + 1], particles.poses.shift_angstrom[i : i + 1])
    alone = simulate_images(prepare(states[1].density), one, particles.optics.take(slice(i, i + 1)), 32, 4.0)
    expected = alone[0] * particles.contrast[i] / particles.noise_sigma
    assert torch.allclose(clean[i], expected, atol=1e-5)


def test_simulated_set_depends_on_its_seed_alone(states):
    settings = SimulationSettings(seed=9)
    particles, again = (simulate_particles(states, [0.5, 0.5], 300, settings) for _ in range(2))
    whole = particles.read(np.arange(300))
    assert torch.equal(whole, again.read(np.arange(300)))
    parts = torch.cat([images for _, images in particles.batches(77)])
    assert torch.allclose(parts, whole, atol=1e-5)
    assert torch.allclose(particles.read(np.array([250, 3])), whole[[250, 3]], atol=1e-5)
    other = simulate_particles(states, [0.5, 0.5], 300, SimulationSettings(seed=10))
    assert not torch.allclose(other.read(np.arange(2)), whole[:2], atol=0.1)


def test_every_simulation_setting_counts(states):
    base = simulate_particles(states, [0.5, 0.5], 8, SimulationSettings()).read(np.arange(8))
    changes = {
        "snr": 0.2,
        "defocus_min_angstrom": 5000.0,
        "defocus_max_angstrom": 30_000.0,
        "astigmatism_max_angstrom": 2000.0,
        "voltage_kilovolt": 200.0,
        "spherical_aberration_mm": 0.5,
        "amplitude_contrast": 0.2,
        "shift_sigma_angstrom": 1.0,
        "contrast_sigma": 0.3,
        "colour": 2.0,
        "background": 0.2,
        "empty": 0.5,
        "padding": 4,
        "seed": 3,
    }
    assert set(changes) == set(vars(SimulationSettings()))
    for name, value in changes.items():
        settings = replace(SimulationSettings(), **{name: value})
        found = simulate_particles(states, [0.5, 0.5], 8, settings).read(np.arange(8))
        assert float((found - base).abs().max()) > 1e-5, name
    for wrong in ([1.0], [-1.0, 2.0]):
        with pytest.raises(SettingsError):
            simulate_particles(states, wrong, 8, SimulationSettings())


def test_simulated_images_may_be_as_from_a_microscope():
    """Coloured noise, a background and empty images; without them the images are what they were."""
    state = density(phantom_complex(2, 2, 60), (32, 32, 32), 6.0)
    plain = SimulationSettings(snr=0.1, seed=3)
    real = replace(plain, colour=3.0, background=0.3, empty=0.2)
    clean, spoilt = (simulate_particles([state], [1.0], 400, how) for how in (plain, real))
    none = spoilt.label < 0
    assert 0.1 < none.mean() < 0.3 and not (clean.label < 0).any()
    assert float(spoilt.clean(np.flatnonzero(none)).abs().max()) == 0.0
    rows = np.arange(400)
    kept = torch.from_numpy(~none)
    assert torch.equal(spoilt.clean(rows)[kept], clean.clean(rows)[kept]), (
        "the same particles, on the same scale"
    )
    noise = spoilt.read(rows) - spoilt.clean(rows)
    power = image_to_spectrum(noise).abs().square().mean(0)
    at = frequency_squared((32, 32), 6.0).sqrt()
    off = (torch.arange(33)[:17] > 0) & (torch.arange(-16, 16)[:, None] != 0)
    for low, high in ((0.01, 0.02), (0.04, 0.05)):
        ring = off & (at > low) & (at < high)
        wanted = (1.0 + 2.0 * torch.exp(-50.0 * at[ring])).square().mean() * 32**2
        assert float(power[ring].mean() / wanted) == pytest.approx(1.0, abs=0.1)
    edges = noise[:, 16, -3:].mean(1) - noise[:, 16, :3].mean(1)
    before = (clean.read(rows) - clean.clean(rows))[:, 16]
    assert float(edges.var()) > 1.5 * float((before[:, -3:].mean(1) - before[:, :3].mean(1)).var())
