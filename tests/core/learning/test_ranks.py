"""Several processes give what one gives, up to the order of sums; one that is killed ends all with one clear line."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, Volume
from cryo_core.errors import CryoError
from cryo_core.fourier.grids import centred_axis
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.learning import ranks
from cryo_core.learning.fit import TrainingRun
from cryo_core.posefree.images import Loaded

BOX, COUNT = 24, 130
RTOL = 2e-4
"""Of what ranks sum in another order, beside its root mean square."""


def _images() -> ImageSet:
    line = centred_axis(BOX)

    def ball(x: float, y: float, z: float) -> torch.Tensor:
        square = (line[:, None, None] - z) ** 2 + (line[:, None] - y) ** 2 + (line - x) ** 2
        return torch.exp(-square / 8.0)

    body = ball(0, 0, 0) + ball(5, 1, -2) + ball(-3, 4, 2)
    states = (Volume(body, 6.0), Volume(body + ball(2, -5, -3), 6.0))
    made = simulate_particles(states, (0.5, 0.5), COUNT, SimulationSettings(snr=1.0, seed=3))
    loaded = Loaded(made.read(np.arange(COUNT)), made.pixel_angstrom)
    return ImageSet(loaded, made.poses, made.optics, 1 + np.arange(COUNT) % 2)


def _reconstruction(images: ImageSet, folder: Path) -> dict[str, torch.Tensor]:
    from cryo_core.reconstruction.backproject import backproject

    one, other = backproject(images, symmetry="C2")
    return {"numerator": torch.view_as_real(one.numerator), "weight": other.weight}


def _linear(images: ImageSet, folder: Path) -> dict[str, torch.Tensor]:
    from cryo_core.heterogeneity.linear.fit import fit_linear
    from cryo_core.heterogeneity.linear.model import LinearSettings

    settings = LinearSettings(shells=7, iterations=4, early_iterations=1, components=1)
    fit = fit_linear(images, settings, folder / "linear")
    sign = torch.sign(fit.latents.mean[:, 0].sum())
    return {
        "mean": fit.mean.density,
        "latents": sign * fit.latents.mean,
        "component": sign * fit.components[0].density,
        "poses": fit.poses.rotation,
        "contrast": fit.contrast,
    }


def _refinement(images: ImageSet, folder: Path) -> dict[str, torch.Tensor]:
    from cryo_core.refinement.refine import RefinementSettings, refine

    state = Volume(_body(), 6.0)
    settings = RefinementSettings(high_limit_angstrom=24.0, angle_range_degrees=2.0, steps=2)
    found = refine(images, (state, state), settings)
    return {"poses": found.poses.rotation, "shift": found.poses.shift_angstrom, "score": found.score}


def _body() -> torch.Tensor:
    line = centred_axis(BOX)
    return torch.exp(-(line[:, None, None] ** 2 + (line[:, None] - 1) ** 2 + (line + 2) ** 2) / 12.0)


def _vae(images: ImageSet, folder: Path) -> dict[str, torch.Tensor]:
    from cryo_core.heterogeneity.vae.model import VaeSettings
    from cryo_core.heterogeneity.vae.train import train_vae

    shape = VaeSettings(zdim=2, encoder_width=16, decoder_width=24, epochs=1, batch=9, memory_megabytes=50)
    trained = train_vae(images.take(np.arange(45)), shape, TrainingRun(folder / "vae"))
    weights = torch.cat([p.detach().flatten() for p in trained.model.parameters()])
    return {"weights": weights, "loss": torch.tensor(trained.history[-1]["loss"])}


STEPS = (_reconstruction, _linear, _refinement, _vae)


def _work(device: str, send: Callable[[Any], None], folder: Path) -> None:
    torch.set_num_threads(1)
    for step in STEPS:
        found = step(_images(), folder)
        if ranks.rank() == 0:
            np.savez(
                folder / f"{step.__name__}.npz", **{name: value.numpy() for name, value in found.items()}
            )
    send(("rank", ranks.rank(), ranks.count(), ranks.span(COUNT)))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, torch.Tensor]]:
    folder = tmp_path_factory.mktemp("alone")
    return {step.__name__: step(_images(), folder) for step in STEPS}


@pytest.mark.parametrize("count", [2, 4])
def test_ranks_give_what_one_process_gives(
    count: int, alone: dict[str, dict[str, torch.Tensor]], tmp_path: Path
) -> None:
    said: list[Any] = []
    ranks.run_on(["cpu"] * count, _work, tmp_path, folder=tmp_path / "meeting", on_message=said.append)
    spans = [message[3] for message in sorted(said)]
    assert len(spans) == count and spans[0][0] == 0 and spans[-1][1] == COUNT
    assert all(before[1] == after[0] for before, after in zip(spans, spans[1:], strict=False))
    for name, expected in alone.items():
        with np.load(tmp_path / f"{name}.npz") as found:
            for part, value in expected.items():
                apart = (torch.from_numpy(found[part]).double() - value.double()).square().mean().sqrt()
                scale = value.double().square().mean().sqrt()
                assert float(apart) <= RTOL * float(scale), f"{name} {part}: {float(apart / scale):.2e}"


def _dies(device: str, send: Callable[[Any], None]) -> None:
    if ranks.rank() == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    ranks.sum_over(torch.ones(1))
    time.sleep(60)


def test_a_killed_rank_ends_all_with_one_line(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(CryoError, match=r"process 2 of 3 \(on cpu\) was killed by SIGKILL") as error:
        ranks.run_on(["cpu"] * 3, _dies, folder=tmp_path)
    assert time.monotonic() - began < 50 and "\n" not in str(error.value)


def test_one_process_is_all_of_them() -> None:
    values = torch.arange(5.0)
    ranks.sum_over(values)
    ranks.rows_of_all(values)
    assert torch.equal(values, torch.arange(5.0)) and ranks.gathered([1, 2]) == [1, 2]
    assert ranks.span(7) == (0, 7) and ranks.count() == 1 and ranks.rank() == 0
    ranks.barrier()
