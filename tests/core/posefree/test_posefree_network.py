"""The published pose-free network: its parts, and that it learns, goes on after a kill, and comes back from disk."""

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from letter import letter_images, letter_l
from torch.multiprocessing.spawn import ProcessRaisedException

from cryo_core.data import Poses
from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.geometry.rotations import random_rotations
from cryo_core.heterogeneity import trajectories
from cryo_core.imaging.slices import extract_slices, prepare
from cryo_core.learning.ranks import devices_of, rank, run_on
from cryo_core.posefree.images import Loaded
from cryo_core.posefree.model import (
    Network,
    NetworkSettings,
    averaging,
    divergence,
    latent_statistics,
    parameter_count,
    prepared,
)
from cryo_core.posefree.train import (
    WEIGHTS,
    NetworkFit,
    infer,
    load_network,
    reconstructed,
    save_network,
    split,
    train_network,
    train_network_on,
    volumes_of,
)

SMALL = NetworkSettings(
    box=16, latent=3, encoder_layers=2, encoder_width=32, decoder_layers=2, decoder_width=24, epochs=2, batch=8,
    learning_rate=1e-3,
)  # fmt: skip


def images(count: int = 80, box: int = 16) -> Loaded:
    made = letter_images(count, box, chiral=True, snr=1.0)
    return Loaded(made.read(np.arange(count)), 1.0)


def test_the_published_sizes_are_the_defaults() -> None:
    settings = NetworkSettings()
    assert (settings.encoder_layers, settings.encoder_width, settings.latent) == (10, 512, 21)
    assert (settings.decoder_layers, settings.decoder_width, settings.box, settings.spread) == (
        20,
        200,
        40,
        0.3,
    )
    model = Network(SMALL)
    assert sum(p.numel() for p in model.parameters()) == parameter_count(SMALL)


def test_a_watcher_sees_images_and_what_they_became_and_training_stops_on_a_plateau(tmp_path: Path) -> None:
    shown = images(10).read(np.arange(10))
    seen = []

    def watch(found: NetworkFit) -> None:
        squeezed, made = reconstructed(found, shown)
        torch.testing.assert_close(squeezed, prepared(shown, SMALL))
        assert made.shape == squeezed.shape and bool(((made > 0) & (made < 1)).all())
        seen.append(len(found.history))

    still = dataclasses.replace(SMALL, epochs=9, patience=2, learning_rate=1e-12)
    fit = train_network(images(), still, tmp_path, watch=watch)
    assert seen == [1, 2, 3] and len(fit.history) == 3


def test_two_processes_learn_what_one_does_go_on_together_and_are_heard(tmp_path: Path) -> None:
    given, odd = images(), dataclasses.replace(SMALL, batch=9)  # shares of 5 and 4
    alone = train_network(given, odd, tmp_path / "one")
    both = train_network_on(["cpu", "cpu"], given, dataclasses.replace(odd, epochs=1), tmp_path / "two")
    assert len(both.history) == 1
    epochs: list[int] = []
    done: list[tuple[int, int]] = []
    seen: list[NetworkFit] = []
    heard = (lambda n, _: epochs.append(n), lambda *now: done.append(now), seen.append)
    both = train_network_on(["cpu", "cpu"], given, odd, tmp_path / "two", *heard)
    assert len(both.history) == 2
    assert epochs == [1, 2] and done[-1] == (16, 16) and len(seen[-1].history) == 2
    for name, value in both.model.named_parameters():
        wanted = alone.model.state_dict()[name]
        torch.testing.assert_close(value.detach(), wanted, atol=2e-4, rtol=0)
    for one, two in zip(alone.history, both.history, strict=True):
        assert two["validation_loss"] == pytest.approx(one["validation_loss"], rel=1e-3)


def test_a_training_takes_all_gpus_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 3)
    assert devices_of("cuda:0") == ["cuda:0", "cuda:1", "cuda:2"]
    assert devices_of(torch.device("cpu")) == ["cpu"]


def test_an_error_in_one_process_ends_all(tmp_path: Path) -> None:
    with pytest.raises(ProcessRaisedException, match="the second fails"):
        run_on(["cpu", "cpu"], _second_fails, folder=tmp_path)
    assert not list(tmp_path.iterdir())


def _second_fails(device: str, tell: Callable[[object], None]) -> None:
    torch.distributed.barrier()
    if rank():
        raise ValueError("the second fails")
    tell(device)
    time.sleep(600)


def test_images_are_squeezed_and_masked_as_published() -> None:
    stack = 5.0 * torch.randn(3, 16, 16) + 2.0
    told = prepared(stack, SMALL)
    assert float(told[:, 0, 0].sub(0.5).abs().max()) == 0
    z = (torch.atanh(2 * told[1] - 1) / SMALL.spread)[4:12, 4:12]
    again = np.corrcoef(z.flatten(), stack[1, 4:12, 4:12].flatten())[0, 1]
    assert again == pytest.approx(1.0, abs=1e-5)
    torch.testing.assert_close(prepared(3.0 * stack + 7.0, SMALL), told, atol=1e-4, rtol=0)
    large = torch.randn(2, 32, 32)
    block = dataclasses.replace(SMALL, coarsen="mean")
    mean = large.reshape(2, 16, 2, 16, 2).mean((2, 4))
    torch.testing.assert_close(prepared(large, block), prepared(mean, SMALL))
    assert float((prepared(large, SMALL) - prepared(large, block)).abs().max()) > 0.01
    with pytest.raises(SettingsError, match="whole blocks"):
        prepared(torch.randn(1, 24, 24), block)
    with pytest.raises(SettingsError, match="smaller box"):
        prepared(torch.randn(1, 8, 8), SMALL)


def test_a_projection_is_the_slice_of_each_image_s_own_volume() -> None:
    model = Network(dataclasses.replace(SMALL, box=24))
    volumes = torch.stack([letter_l(24, True).density, letter_l(24).density])
    rotation = torch.cat([torch.eye(3)[None], random_rotations(1, torch.Generator().manual_seed(1))])
    poses = Poses(rotation, torch.tensor([[0.0, 0.0], [2.0, -1.0]]))
    told = model.project(volumes, poses)
    assert (
        float((told[0] - volumes[0].sum(0)).norm() / volumes[0].sum(0).norm()) < 0.2
    )  # corners of Fourier space
    from cryo_core.fourier.transforms import spectrum_to_image

    straight = spectrum_to_image(extract_slices(prepare(volumes[1], 4), rotation[1:], 24, 4), 24)[0]
    torch.testing.assert_close(torch.roll(told[1], (-1, 2), (0, 1)), straight, atol=0.25, rtol=0)


def test_poses_are_rotations_and_shifts_within_reach() -> None:
    model = Network(SMALL)
    with torch.no_grad():
        poses = model.poses(10 * torch.randn(50, 3), 2.0)
    product = poses.rotation @ poses.rotation.mT
    torch.testing.assert_close(product, torch.eye(3).expand_as(product), atol=1e-5, rtol=0)
    assert float(poses.shift_angstrom.abs().max()) <= 2.0 * SMALL.most_shift


def test_the_averaging_loss_knows_no_hand_and_is_nothing_for_one_symmetric_volume() -> None:
    volumes = torch.randn(3, 9, 9, 9)
    torch.testing.assert_close(averaging(volumes.flip(1, 2, 3)), averaging(volumes))
    one = volumes[:1] + volumes[:1].flip(1, 2, 3)
    assert float(averaging(one.expand(4, -1, -1, -1))) < 1e-12
    assert float(averaging(volumes)) > 0.5
    assert float(divergence(torch.zeros(4, 3), torch.zeros(4, 3))) == 0
    drawn = torch.distributions.kl_divergence(
        torch.distributions.Normal(torch.full((3,), 0.7), 0.5), torch.distributions.Normal(0.0, 1.0)
    ).sum()
    told = divergence(torch.full((2, 3), 0.7), torch.full((2, 3), 2 * np.log(0.5)))
    torch.testing.assert_close(told, drawn, atol=1e-5, rtol=0)


def test_it_learns_goes_on_where_it_was_killed_and_comes_back_from_disk(tmp_path: Path) -> None:
    stack = images()
    whole = train_network(stack, SMALL, tmp_path / "whole")
    assert whole.history[-1]["validation_entropy"] < whole.history[0]["validation_entropy"]

    class Killed(Exception):
        pass

    def kill(epoch: int, metrics: object) -> None:
        raise Killed

    with pytest.raises(Killed):
        train_network(stack, SMALL, tmp_path / "parts", on_epoch=kill)
    again = train_network(stack, SMALL, tmp_path / "parts")
    for one, other in zip(whole.model.parameters(), again.model.parameters(), strict=True):
        torch.testing.assert_close(one, other)
    read = load_network(save_network(tmp_path, whole))
    one, other = infer(whole, stack), infer(read, stack)
    torch.testing.assert_close(one.mean, other.mean)
    volumes = list(volumes_of(read, other.mean[:2]))
    assert volumes[0].density.shape == (16, 16, 16) and volumes[0].voxel_angstrom == 1.0
    assert float(volumes[0].density[0, 0, 0]) == 0  # outside the sphere
    rows = latent_statistics(one.mean, one.log_variance)
    assert len(rows) == 3
    assert sum(row["kl_nats"] for row in rows) == pytest.approx(
        float(divergence(one.mean, one.log_variance)), rel=1e-4
    )


def test_hostile_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"PK\x03\x04 no weights")
    with pytest.raises(FormatError, match=WEIGHTS):
        load_network(tmp_path)


def test_the_test_set_is_apart_and_the_same_each_time() -> None:
    trained, kept = split(100, SMALL)
    assert len(kept) == 10 and not set(trained) & set(kept) and len(trained) + len(kept) == 100
    assert np.array_equal(kept, split(100, SMALL)[1])
    with pytest.raises(SettingsError, match="too few"):
        split(8, SMALL)


def test_points_of_latent_space() -> None:
    latent = torch.randn(500, 3, generator=torch.Generator().manual_seed(1)) * torch.tensor([3.0, 1.0, 0.1])
    line = trajectories.between(latent, 1, 7, 5)
    torch.testing.assert_close(line[[0, -1]], latent[[0, 6]])
    torch.testing.assert_close(line[2], 0.5 * (latent[0] + latent[6]))
    assert torch.equal(trajectories.at_particles(latent, [3]), latent[2:3])
    drawn = trajectories.at_random(latent, 4000, torch.Generator().manual_seed(2))
    torch.testing.assert_close(drawn.std(0), latent.std(0), rtol=0.08, atol=0)
    for call in (
        lambda: trajectories.at_particles(latent, [0]),
        lambda: trajectories.between(latent, 1, 501),
    ):
        with pytest.raises(SettingsError, match="there are 500"):
            call()
    with pytest.raises(SettingsError):
        trajectories.between(latent, 1, 2, 1)


def test_the_published_network_by_command(cryo: Any, tmp_path: Path) -> None:
    stack = tmp_path / "l.mrcs"
    with StackWriter(stack, 24, 1.0) as writer:
        writer.append(letter_images(80, 24, chiral=True, snr=0.5).read(np.arange(80)))
    small = (
        "method=network",
        "latent=2",
        "encoder_layers=1",
        "encoder_width=8",
        "decoder_layers=1",
        "epochs=2",
    )
    small += ("decoder_width=8", "batch=16")
    options = [part for value in small for part in ("--setting", value)]
    out = tmp_path / "out"
    report = cryo("posefree", stack, "-o", out, "--contrast", "white", "--box", 16, *options, "--json")
    assert report["method"] == "network" and report["box"] == 16 and report["steps"] == 2 * 5
    assert len(report["axes"]) == 2 and read_volume(out / "map.mrc").density.shape == (16, 16, 16)
    walked = cryo("volumes", out / "motion", "-o", out / "walk", "--between", "1,9", "--json")
    assert walked["volumes"] == 10
    assert "search or network" in cryo(
        "posefree", stack, "-o", tmp_path / "b", "--setting", "method=magic", code=2
    )
