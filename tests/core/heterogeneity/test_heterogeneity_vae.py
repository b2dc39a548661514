"""The published network: to the parameter, to its definition, in our conventions, and learning."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.fourier.transforms import image_to_spectrum, volume_to_spectrum
from cryo_core.geometry.rotations import random_rotations
from cryo_core.heterogeneity.vae.images import NetworkInputs, hartley_deviation
from cryo_core.heterogeneity.vae.loss import _power, slice_error
from cryo_core.heterogeneity.vae.model import VaeSettings, build, half_disc, parameter_count
from cryo_core.heterogeneity.vae.train import (
    VaeFit,
    VaeJob,
    decode_volumes,
    encode,
    load_vae,
    save_vae,
    train_vae,
)
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.learning.fit import FitSettings, TrainingRun, Update
from cryo_core.optics.ctf import ctf

SMALL = VaeSettings(zdim=2, encoder_width=32, decoder_width=48, epochs=2, batch=8, memory_megabytes=100)


def ball(box: int, centre: tuple[float, float, float], radius: float) -> Tensor:
    """A soft ball, its centre given as z, y, x from the box's."""
    axis = torch.arange(box, dtype=torch.float32) - box // 2
    z, y, x = torch.meshgrid(axis, axis, axis, indexing="ij")
    distance = ((z - centre[0]) ** 2 + (y - centre[1]) ** 2 + (x - centre[2]) ** 2).sqrt()
    return torch.sigmoid(2 * (radius - distance))


def chiral(box: int, arm: float) -> Volume:
    """Three unequal arms along different directions: it is not its mirror image, nor turned onto itself."""
    s = box / 24
    density = ball(box, (0, 0, 0), 4 * s) + ball(box, (0, 0, 6 * s), 2.5 * s)
    density += 0.8 * ball(box, (0, 5 * s, 6 * s), 2 * s)
    return Volume(density + arm * ball(box, (-6 * s, 0, 0), 2.5 * s), 4.0)


def particles(n: int, box: int, snr: float = 1.0) -> SimulatedParticles:
    states = [chiral(box, 0.0), chiral(box, 1.0)]
    return simulate_particles(states, [0.5, 0.5], n, SimulationSettings(snr=snr, shift_sigma_angstrom=3.0))


def test_the_published_numbers_of_parameters() -> None:
    settings = VaeSettings(zdim=8)
    assert 2 * len(half_disc(128)) == 12_852
    assert parameter_count(128, settings) == (3_491_856, 298_498)
    for box, how in ((128, settings), (33, replace(settings, encoder_layers=1, decoder_width=17, zdim=3))):
        model = build(box, how)
        parts = [sum(p.numel() for p in part.parameters()) for part in (model.encoder, model.decoder)]
        assert tuple(parts) == parameter_count(box, how)
    assert build(128, settings).decoder.network.first.in_features == 392
    assert settings.kl_weight == 1 / 8


def hartley(images: Tensor) -> Tensor:
    """The published transform of images of even box: Re − Im, centred, first row and column again at the end."""
    full = torch.fft.fftshift(torch.fft.fft2(torch.fft.fftshift(images, dim=(-2, -1))), dim=(-2, -1))  # noqa: TID251
    plane = full.real - full.imag
    plane = torch.cat([plane, plane[..., :1, :]], -2)
    return torch.cat([plane, plane[..., :1]], -1)


@pytest.mark.parametrize("encoding", ["gaussian", "geom_lowf", "geom_ft", "linear_lowf"])
def test_loss_and_encoding_are_the_published_ones(encoding: str) -> None:
    """Against the definition on the whole (N + 1)² lattice, pixel by pixel (facts of release 4.3.1)."""
    box, count = 16, 5
    model = build(box, replace(SMALL, encoding=encoding))
    simulated = particles(count, box)
    inputs = NetworkInputs(ImageSet(simulated, simulated.poses, simulated.optics), SMALL, "cpu")
    images = simulated.read(np.arange(count))
    rotation, data, transfer = inputs.data(torch.arange(count), images)
    # The published side: lattice from −½ to ½, ends included.
    line = torch.linspace(-0.5, 0.5, box + 1)
    y, x = torch.meshgrid(line, line, indexing="ij")
    inside = ((x**2 + y**2) <= 0.25 + 1e-6) & ((x != 0) | (y != 0))
    lattice = torch.stack([x, y, torch.zeros_like(x)], -1)
    radius = (torch.stack([x, y], -1) * 2).norm(dim=-1)[:-1, :-1]
    window = ((0.99 - radius) / (0.99 - 0.85)).clamp(0, 1)
    plane = hartley(images * window)
    shift = simulated.poses.shift_angstrom / simulated.pixel_angstrom  # in pixels
    turn = 2 * math.pi * (lattice[None, ..., :2] * shift[:, None, None]).sum(-1)
    centred = turn.cos() * plane + turn.sin() * plane.flip(1, 2)
    half = ctf(simulated.optics, box, simulated.pixel_angstrom)
    kx, ky = (lattice[..., 0] * box).round().long(), (lattice[..., 1] * box).round().long()
    flip = kx < 0
    whole = half[:, ((torch.where(flip, -ky, ky)) + box // 2) % box, kx.abs()]
    # Encoder: its inputs are a permutation of the published ones.
    pixels = half_disc(box)

    def at(values: torch.Tensor, sign: int) -> torch.Tensor:
        return values[:, box // 2 + sign * pixels[:, 1], box // 2 + sign * pixels[:, 0]]

    flipped = centred * whole.sign()
    mine = data * transfer.sign()
    assert torch.allclose(mine.real - mine.imag, at(flipped, 1), atol=1e-3)
    assert torch.allclose(mine.real + mine.imag, at(flipped, -1), atol=1e-3)
    assert 2 * len(pixels) == int(inside.sum())
    # Decoder: each pixel of the disc by itself.
    z = torch.randn(count, 2)
    points = lattice[inside] @ rotation
    upper = points[..., 2] > 0
    k = torch.where(upper[..., None], -points, points)
    angle = k @ model.decoder.directions.T
    inputs = torch.cat([angle.sin(), angle.cos(), z[:, None].expand(-1, k.shape[1], -1)], -1)
    out = model.decoder.network(inputs)
    found = (out[..., 0] - torch.where(upper, -1, 1) * out[..., 1]) * whole[:, inside]
    expected = (found - centred[:, inside]).square().mean()
    with torch.no_grad():
        error, by_pixel = slice_error(model, rotation, z, data, transfer)
    assert float(error) == pytest.approx(float(expected.detach()), rel=1e-5)
    assert float(by_pixel.mean()) == pytest.approx(float(expected.detach()), rel=1e-5)


def test_frequencies_of_the_encodings() -> None:
    half = 16
    lowf = build(32, replace(SMALL, encoding="geom_lowf")).decoder.directions
    ft = build(32, replace(SMALL, encoding="geom_ft")).decoder.directions
    linear = build(32, replace(SMALL, encoding="linear_lowf")).decoder.directions
    gaussian = build(32, SMALL).decoder.directions
    for directions, first, last in ((lowf, half, 1), (ft, 32 * math.pi, 2 * math.pi), (linear, 1, half)):
        assert directions.shape == (3 * half, 3)
        assert torch.equal(directions[:half, 1:], torch.zeros(half, 2))
        assert float(directions[0, 0]) == pytest.approx(first, rel=1e-5)
        assert float(directions[half - 1, 0]) == pytest.approx(last, rel=1e-5)
    assert float(gaussian.std()) == pytest.approx(0.5 * half, rel=0.15)
    assert torch.equal(gaussian, build(32, SMALL).decoder.directions)
    assert not torch.equal(gaussian, build(32, replace(SMALL, seed=3)).decoder.directions)


def test_the_gradient_of_chunks_is_that_of_the_whole() -> None:
    count, box = 19, 16
    model = build(box, SMALL).double()
    simulated = particles(count, box)
    inputs = NetworkInputs(ImageSet(simulated, simulated.poses, simulated.optics), SMALL, "cpu")
    rotation, data, transfer = inputs.data(torch.arange(count), simulated.read(np.arange(count)))
    gradients = []
    for chunked in (True, False):
        model.zero_grad()
        z = torch.linspace(-1, 1, count * 2).reshape(count, 2).requires_grad_()
        model.float()
        error = (
            slice_error(model, rotation, z, data, transfer)[0]
            if chunked
            else _power(model, rotation, z, data, transfer).mean()
        )
        (3.0 * error).backward()
        assert z.grad is not None
        weights = [p.grad for p in model.decoder.parameters() if p.grad is not None]
        assert len(weights) == 10
        gradients.append(torch.cat([g.flatten() for g in (z.grad, *weights)]))
    assert float((gradients[0] - gradients[1]).norm() / gradients[1].norm()) < 1e-4


def test_products_of_bfloat16_give_the_same_gradient_but_for_rounding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count, box = 16, 16
    simulated = particles(count, box)
    batch, gradients = (np.arange(count), simulated.read(np.arange(count))), []
    for matrices in (False, True):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda found=matrices: {"amx_bf16": found})
        model = build(box, SMALL)
        model.scale.fill_(hartley_deviation(simulated))
        job = VaeJob(
            model, NetworkInputs(ImageSet(simulated, simulated.poses, simulated.optics), SMALL, "cpu")
        )
        torch.manual_seed(1)
        loss = float(job.step(batch, Update(torch.device("cpu"), FitSettings()))["loss"].detach())
        weights = [p.grad for p in model.parameters() if p.grad is not None]
        assert all(g.dtype == torch.float32 for g in weights)
        gradients.append((loss, torch.cat([g.flatten() for g in weights])))
    (exact, whole), (rounded, half) = gradients
    assert rounded == pytest.approx(exact, rel=5e-3) and rounded != exact
    assert float((half - whole).norm() / whole.norm()) < 0.02
    exactly = replace(SMALL, mixed_precision=False)
    assert not VaeJob(build(box, exactly), job.inputs)._bfloat16


def test_the_scale_is_the_deviation_of_the_hartley_transform() -> None:
    simulated = particles(40, 16)
    plane = hartley(simulated.read(np.arange(40)) + 0.3)[:, :-1, :-1]

    class Brighter:
        box, pixel_angstrom = 16, 4.0

        def __len__(self) -> int:
            return 40

        def read(self, index: np.ndarray) -> Tensor:
            return simulated.read(index) + 0.3

    assert hartley_deviation(Brighter()) == pytest.approx(float(plane.std(correction=0)), rel=1e-5)


@pytest.mark.parametrize("box", [16, 17])
def test_a_slice_is_the_projection_of_the_decoded_volume(box: int) -> None:
    """The slice theorem ties the network's slices, our rotations and the maps that it gives together."""
    model = build(box, SMALL)
    model.scale.fill_(7.0)
    z = torch.tensor([[0.4, -1.3]])
    (volume,) = decode_volumes(VaeFit(model, 2.5, ()), z)
    assert volume.voxel_angstrom == 2.5
    assert volume.density.shape == (box, box, box)
    assert abs(float(volume.density.mean())) < 1e-6 * float(volume.density.std())
    axes = torch.eye(3)
    kx, ky = half_disc(box).unbind(1)
    inner = (kx**2 + ky**2) < (box // 2) ** 2
    for rotation in (axes, axes[[1, 2, 0]], axes[[2, 1, 0]] * torch.tensor([1.0, 1.0, -1.0])):
        slices, side = model.slices(rotation[None], z)
        found = torch.complex(slices[0, :, 0], slices[0, :, 1] * side[0]) * 7.0
        # The volume's coefficients at (kx, ky, 0) · A, straight from its own spectrum.
        where = (half_disc(box).float() @ rotation[:2]).round().long()
        # On kz = 0 the half space ends: there the network is asked both for k and for −k.
        told = inner & ((where[:, 2] != 0) | (where[:, 0] > 0))
        assert int(told.sum()) > len(told) // 2
        found, where = found[told], where[told]
        spectrum = volume_to_spectrum(volume.density)
        mirrored = where[:, 0] < 0
        k = torch.where(mirrored[:, None], -where, where)
        expected = spectrum[k[:, 2] + box // 2, k[:, 1] + box // 2, k[:, 0]]
        expected = torch.where(mirrored, expected.conj(), expected)
        assert torch.allclose(found, expected, atol=2e-4 * float(expected.abs().max()))
    inner &= kx > 0
    projected = image_to_spectrum(volume.density.sum(0))[ky[inner] + box // 2, kx[inner]]
    slices, side = model.slices(axes[None], z)
    found = torch.complex(slices[0, :, 0], slices[0, :, 1] * side[0]) * 7.0
    assert torch.allclose(found[inner], projected, atol=2e-4 * float(projected.abs().max()))


def correlation(a: Tensor, b: Tensor) -> float:
    return float(torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1])


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> tuple[SimulatedParticles, VaeFit]:
    """Two states of a chiral object, learnt in seconds: a large step and few pixels."""
    simulated = particles(800, 20)
    settings = replace(SMALL, epochs=12, batch=16, learning_rate=3e-3, encoder_width=64, decoder_width=64)
    folder = tmp_path_factory.mktemp("vae")
    return simulated, train_vae(
        ImageSet(simulated, simulated.poses, simulated.optics), settings, TrainingRun(folder)
    )


def test_it_learns_states_and_volumes_of_the_right_hand(learnt: tuple[SimulatedParticles, VaeFit]) -> None:
    simulated, found = learnt
    assert found.history[-1]["mse"] < found.history[0]["mse"]
    assert len(found.history[0]["mse_shell"]) == 10
    latents = encode(found, ImageSet(simulated, simulated.poses, simulated.optics))
    assert latents.mean.shape == (800, 2)
    assert bool((latents.standard_deviation <= 1.0).all())
    own, _ = latents.likelihood()
    assert bool(torch.isfinite(own).all())
    truth = torch.from_numpy(simulated.label).float()
    between = torch.stack([latents.mean[simulated.label == s].mean(0) for s in (0, 1)])
    score = latents.mean @ (between[1] - between[0])
    assert correlation(score, truth) > 0.9
    volumes = list(decode_volumes(found, between))
    for state, volume in enumerate(volumes):
        true = chiral(20, float(state)).density
        mirrored = true.flip(2).roll(1, 2)
        assert correlation(volume.density, true) > 0.9
        assert correlation(volume.density, true) > correlation(volume.density, mirrored) + 0.05
    arm = volumes[1].density - volumes[0].density
    assert correlation(arm, chiral(20, 1.0).density - chiral(20, 0.0).density) > 0.8
    # On the scale of the images: their noise has variance 1.
    scale = float(volumes[1].density.std() / (chiral(20, 1.0).density / simulated.noise_sigma).std())
    assert 0.7 < scale < 1.1


def test_saved_and_loaded_it_says_the_same(learnt: tuple[SimulatedParticles, VaeFit], tmp_path: Path) -> None:
    simulated, found = learnt
    file = save_vae(tmp_path / "model", found)
    again = load_vae(tmp_path / "model")
    assert again.pixel_angstrom == found.pixel_angstrom and again.model.settings == found.model.settings
    assert list(again.history) == [dict(m) for m in found.history]
    small = Poses(simulated.poses.rotation, simulated.poses.shift_angstrom)
    assert torch.equal(
        encode(again, ImageSet(simulated, small, simulated.optics)).mean,
        encode(found, ImageSet(simulated, small, simulated.optics)).mean,
    )
    z = torch.zeros(1, 2)
    assert torch.equal(next(decode_volumes(again, z)).density, next(decode_volumes(found, z)).density)
    content = read_checkpoint(file, "vae")
    bad = {
        "its settings make no network": {"settings": {"depth": 3}},
        "a box of 0": {"box": 0},
        "pixel_angstrom is -1.0": {"pixel_angstrom": -1.0},
        "bytes of weights, its settings say": {"settings": content["settings"] | {"encoder_layers": 10**9}},
        "not the weights of this network": {"settings": content["settings"] | {"encoder_layers": 2}},
        "its history is no list": {"history": 3},
    }
    for message, change in bad.items():
        write_checkpoint(file, "vae", content | change)
        with pytest.raises(FormatError, match=message):
            load_vae(file)


def test_a_warm_start_begins_where_the_last_round_ended(
    learnt: tuple[SimulatedParticles, VaeFit], tmp_path: Path
) -> None:
    simulated, found = learnt
    save_vae(tmp_path / "last", found)
    how = replace(found.model.settings, epochs=1, seed=5, learning_rate=1e-4)
    scene = ImageSet(simulated, simulated.poses, simulated.optics)
    warm = train_vae(scene, how, TrainingRun(tmp_path / "warm"), warm_start=tmp_path / "last")
    cold = train_vae(scene, how, TrainingRun(tmp_path / "cold"))
    assert warm.history[0]["mse"] < 1.02 * found.history[-1]["mse"] < cold.history[0]["mse"]
    with pytest.raises(SettingsError, match="last: no weights to begin from: zdim is 2, here 3"):
        train_vae(scene, replace(how, zdim=3), TrainingRun(tmp_path / "other"), warm_start=tmp_path / "last")


def test_an_interrupted_training_ends_the_same(tmp_path: Path) -> None:
    simulated = particles(60, 16)
    scene = ImageSet(simulated, simulated.poses, simulated.optics)
    whole = train_vae(scene, replace(SMALL, epochs=3), TrainingRun(tmp_path / "whole"))

    def cut(step: int, metrics: object) -> None:
        if step == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_vae(scene, replace(SMALL, epochs=3), TrainingRun(tmp_path / "cut", on_epoch=cut))
    told = []
    rest = train_vae(
        scene, replace(SMALL, epochs=3), TrainingRun(tmp_path / "cut", on_epoch=lambda s, m: told.append(s))
    )
    assert told == [2, 3]
    assert rest.history == whole.history
    for a, b in zip(rest.model.parameters(), whole.model.parameters(), strict=True):
        assert torch.equal(a, b)


def test_every_setting_changes_the_answer(tmp_path: Path) -> None:
    simulated = particles(48, 16)
    scene = ImageSet(simulated, simulated.poses, simulated.optics)

    def outcome(name: str, **changed: object) -> float:
        how = replace(SMALL, epochs=1, **changed)  # type: ignore[arg-type]
        return train_vae(scene, how, TrainingRun(tmp_path / name)).history[0]["loss"]

    reference = outcome("reference")
    assert outcome("again") == reference
    for name, value in {
        "zdim": 3,
        "encoder_layers": 2,
        "encoder_width": 16,
        "decoder_layers": 2,
        "decoder_width": 16,
        "encoding": "geom_lowf",
        "encoding_sigma": 1.0,
        "batch": 4,
        "learning_rate": 1e-2,
        "beta": 5.0,
        "window_inner": 0.5,
        "window_outer": 1.2,
        "seed": 4,
    }.items():
        assert outcome(name, **{name: value}) != reference, name


def test_what_it_cannot_use_is_named(tmp_path: Path) -> None:
    simulated = particles(16, 16)
    poses = simulated.poses
    unknown = Poses(torch.full_like(poses.rotation, float("nan")), poses.shift_angstrom)
    with pytest.raises(SettingsError, match="needs the pose of every image"):
        train_vae(ImageSet(simulated, unknown, simulated.optics), SMALL, TrainingRun(tmp_path))
    few = Poses(random_rotations(3, torch.Generator()), torch.zeros(3, 2))
    with pytest.raises(ShapeError, match="16 images, 3 poses"):
        train_vae(ImageSet(simulated, few, simulated.optics), SMALL, TrainingRun(tmp_path))
    found = VaeFit(build(20, SMALL), 4.0, ())
    with pytest.raises(ShapeError, match="images of 16 pixels for a network of 20"):
        encode(found, ImageSet(simulated, poses, simulated.optics))
    with pytest.raises(ShapeError, match="latents of 3 axes"):
        next(decode_volumes(found, torch.zeros(1, 3)))
    for wrong in ({"zdim": 0}, {"batch": 0}, {"encoder_layers": -1}, {"window_inner": 0.99}):
        with pytest.raises(SettingsError):
            replace(SMALL, **wrong)
