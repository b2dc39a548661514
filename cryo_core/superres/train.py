"""Training of the generator: content first, then with the discriminator, both inside the one training loop."""

import math
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cryo_core.errors import SettingsError
from cryo_core.geometry.tiles import cube_turns, turned
from cryo_core.learning.fit import FitSettings, TrainingRun, Update, adam, fit
from cryo_core.superres.data import Cubes
from cryo_core.superres.model import Discriminator, Generator, GeneratorSettings

_VALIDATED = 64
"""Largest number of cubes that are validated after each epoch, evenly chosen."""


@dataclass(frozen=True)
class GanTraining:
    """How to train.

    The loss of the generator is the mean squared error and, after `content_epochs`, `adversarial_weight` ·
    mean(1 − D(made)); the discriminator's is mean(1 − D(target)) + mean(D(made)). Published: Adam at 1e-3, batch 16,
    100 epochs of all cubes, weight 1e-3. The rate rises over `warm_steps` and, with `decay`, falls along a half cosine
    to 0 over the epochs of content alone; with the discriminator the generator's is `adversarial_rate` of the rate,
    the discriminator's the rate. `cubes_per_epoch` of 0 is all.

    The adversarial part gains nothing: of the small network, 3 epochs of content and 2 more, the gain on structures
    left out was 0.0207, 0.0200, 0.0207 (three seeds) with weight 0; 0.0207, 0.0200, 0.0207 with 1e-3; 0.0204, 0.0200,
    0.0206 with 1e-2.
    """

    batch: int = 16
    learning_rate: float = 1e-3
    adversarial_weight: float = 1e-3
    content_epochs: int = 2
    discriminator_width: int = 32
    cubes_per_epoch: int = 0
    decay: bool = True
    warm_steps: int = 0
    adversarial_rate: float = 0.1

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if self.batch < 1 or not 0 < self.learning_rate < 1 or self.adversarial_weight < 0:
            raise SettingsError("batch: at least 1, learning_rate: 0 to 1, adversarial_weight: not negative")
        if min(self.content_epochs, self.cubes_per_epoch, self.warm_steps) < 0:
            raise SettingsError("content_epochs, cubes_per_epoch and warm_steps may not be negative")


def train(
    cubes: Cubes,
    validation: Cubes,
    network: GeneratorSettings,
    fitting: FitSettings,
    run: TrainingRun,
    training: GanTraining | None = None,
) -> tuple[Generator, list[dict[str, Any]]]:
    """(trained generator, metrics of each epoch).

    `validation_loss` is 1 − the mean cross-correlation of cubes of structures that are not trained on. With
    `fitting.patience` training ends when that has not fallen for so many epochs, and the best epoch's weights
    are the result: this protects against an adversarial part that makes maps worse. Each cube is turned by
    one of 24 rotations.

    Parameters
    ----------
    cubes, validation : Cubes
        Cubes to train on, and cubes of other structures.
    network : GeneratorSettings
        Shape of the generator.
    fitting : FitSettings
        Epochs, seed, early stopping.
    run : TrainingRun
        Folder of the checkpoint, device and callbacks.
    training : GanTraining, optional
        Loss, batch and rates.

    Raises
    ------
    SettingsError
        Cubes cannot be folded.
    """
    training = training or GanTraining()
    if cubes.size % network.fold:
        raise SettingsError(f"cubes of {cubes.size} voxels cannot be folded by {network.fold}")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(fitting.seed)
        generator = Generator(network).to(run.device)
        discriminator = Discriminator(training.discriminator_width).to(run.device)
    used = min(len(cubes), training.cubes_per_epoch or len(cubes))
    steps = -(-used // training.batch) * min(training.content_epochs or fitting.epochs, fitting.epochs)
    job = _Job(generator, discriminator, cubes, validation, training, steps)

    def batches(epoch: int) -> "_Batches":
        return _Batches(len(cubes), used, training.batch, fitting.seed * 1_000_003 + epoch)

    history = fit(job, batches, fitting, run, job.validate)
    return generator.eval(), history


def correlations(a: Float[Tensor, "n 1 z y x"], b: Float[Tensor, "n 1 z y x"]) -> Float[Tensor, " n"]:
    """Pearson's correlation of pairs of cubes (float64); 0 where one is constant."""
    x, y = (v.flatten(1).double() for v in (a, b))
    x, y = x - x.mean(1, keepdim=True), y - y.mean(1, keepdim=True)
    power = x.norm(dim=1) * y.norm(dim=1)
    return torch.where(power > 0, (x * y).sum(1) / power.clamp(min=1e-300), 0.0)


class _Batches:
    def __init__(self, count: int, used: int, size: int, seed: int) -> None:
        self._count, self._used, self._size, self._seed = count, used, size, seed

    def __len__(self) -> int:
        return -(-self._used // self._size)

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        generator = torch.Generator().manual_seed(self._seed)
        order = torch.randperm(self._count, generator=generator)[: self._used]
        turns = torch.randint(24, (self._used,), generator=generator)
        return iter(list(zip(torch.split(order, self._size), torch.split(turns, self._size), strict=True)))


class _Job:
    """Two networks and two optimisers, as `fit` trains them."""

    def __init__(
        self,
        generator: Generator,
        discriminator: Discriminator,
        cubes: Cubes,
        validation: Cubes,
        training: GanTraining,
        steps: int,
    ) -> None:
        self.generator, self.discriminator = generator, discriminator
        self.cubes, self.validation, self.training, self.steps = cubes, validation, training, max(1, steps)
        self._optimisers = {
            "generator": adam(generator, training.learning_rate),
            "discriminator": adam(discriminator, training.learning_rate),
        }
        self._turns = cube_turns()

    def modules(self) -> Mapping[str, nn.Module]:
        return {"generator": self.generator, "discriminator": self.discriminator}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        return self._optimisers

    def step(self, batch: tuple[Tensor, Tensor], update: Update) -> Mapping[str, Tensor]:
        self._set_rate(update)
        x, target = self._turned(batch)
        x, target = x.to(update.device), target.to(update.device)
        adversarial = update.epoch > self.training.content_epochs and self.training.adversarial_weight > 0
        with _half(update):
            made = self.generator(x).float()
            content = (made - target).square().mean()
            fooled = self._fooled(made) if adversarial else content.new_zeros(())
        update(self._optimisers["generator"], content + self.training.adversarial_weight * fooled)
        loss = self._discriminate(made.detach(), target, update) if adversarial else content.new_zeros(())
        return {"loss": content.detach(), "adversarial": fooled.detach(), "discriminator": loss.detach()}

    def validate(self) -> Mapping[str, Tensor]:
        device = next(self.generator.parameters()).device
        index = torch.linspace(0, len(self.validation) - 1, min(_VALIDATED, len(self.validation))).long()
        before, after, errors = [], [], []
        for part in torch.split(index, self.training.batch):
            x, target = (v.to(device) for v in self.validation.cut(part))
            with _half(Update(device, FitSettings())):
                made = self.generator(x).float()
            before.append(correlations(x, target))
            after.append(correlations(made, target))
            errors.append((made - target).square().mean((1, 2, 3, 4)))
        gain = torch.cat(after) - torch.cat(before)
        return {
            "loss": 1.0 - torch.cat(after).mean(),
            "mean_squared_error": torch.cat(errors).mean(),
            "correlation": torch.cat(after).mean(),
            "correlation_gain": gain.mean(),
            "improved_fraction": (gain > 0).double().mean(),
        }

    def _turned(self, batch: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        x, target = self.cubes.cut(batch[0])
        turns = [self._turns[int(t)] for t in batch[1]]
        x = torch.stack([turned(v, t) for v, t in zip(x, turns, strict=True)])
        return x, torch.stack([turned(v, t) for v, t in zip(target, turns, strict=True)])

    def _fooled(self, made: Tensor) -> Tensor:
        """Mean of 1 − D(made), the discriminator held fixed."""
        self.discriminator.requires_grad_(False)
        value = (1.0 - self.discriminator(made)).mean()
        self.discriminator.requires_grad_(True)
        return value

    def _discriminate(self, made: Tensor, target: Tensor, update: Update) -> Tensor:
        with _half(update):
            loss = (1.0 - self.discriminator(target)).mean() + self.discriminator(made).mean()
        update(self._optimisers["discriminator"], loss)
        return loss

    def _set_rate(self, update: Update) -> None:
        training, content = self.training, update.epoch <= self.training.content_epochs
        share = min(1.0, (update.step + 1) / (training.warm_steps + 1))
        if training.decay and (content or not training.content_epochs):
            share *= 0.5 + 0.5 * math.cos(math.pi * min(1.0, update.step / self.steps))
        for name, optimiser in self._optimisers.items():
            slower = name == "generator" and training.content_epochs and not content
            for group in optimiser.param_groups:
                group["lr"] = training.learning_rate * share * (training.adversarial_rate if slower else 1.0)


def _half(update: Update) -> AbstractContextManager[None]:
    """Half precision where the device gains by it: on a GPU, and on processors with bfloat16 tiles."""
    if update.device.type == "cpu" and torch.cpu.get_capabilities().get("amx_bf16", False):
        return torch.autocast("cpu", torch.bfloat16)
    return update.autocast()
