"""Networks on synthetic profiles: 50,000 windows of 200 to 1000 atoms, B from 50 to 250 Å², half of it to be taken off.

Of 10,000 further windows: the mean squared error of ln A without noise, and with noise (one atom's amplitude in
each of the two parts of a coefficient) how well the B factor fitted to what the network tells follows the true one.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import torch
from common import Row, median

from cryo_core.learning.fit import TrainingRun
from cryo_core.sharpening.changes import correlation
from cryo_core.sharpening.model import NetworkSettings
from cryo_core.sharpening.profiles import guinier_b_factor, synthetic_profiles
from cryo_core.sharpening.rule import aligned
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY
from cryo_core.sharpening.train import TrainSettings, train

NETWORKS = {"linear": NetworkSettings("linear"), "PReLU": NetworkSettings("prelu", layers=4, width=64)}
TRAIN = TrainSettings(learning_rate=0.01, epochs=12, batch=1024, lowest=-50.0)


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del missing
    for name in NETWORKS:
        found = [_measure(name, 0.0, seed)[0] for seed in range(repeats)]
        worst = max(found)
        yield Row(
            f"{name}, no noise: mean squared error of ln A", worst, "", bar="≤ 0.01", holds=worst <= 0.01,
            note=f"worst of {repeats} seeds",
        )  # fmt: skip
    found = [_measure("PReLU", 1.0, seed)[1] for seed in range(repeats)]
    yield Row(
        "PReLU, noise σ = 1: correlation of B", min(found), "", bar="≥ 0.98", holds=min(found) >= 0.98,
        note=f"worst of {repeats} seeds, median {median(found):.4f}",
    )  # fmt: skip


def _measure(name: str, noise: float, seed: int) -> tuple[float, float]:
    """Train on a draw and give the error of ln A and the correlation of B on another."""
    learnt, unseen = (
        synthetic_profiles(count, noise, torch.Generator().manual_seed(first + seed), LEARNED_FREQUENCY)
        for count, first in ((50_000, 1), (10_000, 1001))
    )
    with tempfile.TemporaryDirectory() as folder:
        network = train(learnt[0], learnt[1], NETWORKS[name], TRAIN, TrainingRun(Path(folder)))
    with torch.no_grad():
        told = network(aligned(unseen[0]))
    b = guinier_b_factor(LEARNED_FREQUENCY, told.exp(), 7.0, 2.05)
    return float(((told - aligned(unseen[1])) ** 2).mean()), correlation(b, unseen[2])
