"""Training profile networks: on pairs of profiles of maps and their models, and on synthetic ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError
from cryo_core.learning.fit import FitSettings, TrainingRun, Update, adam, fit
from cryo_core.sharpening.model import NetworkSettings, ProfileNetwork
from cryo_core.sharpening.rule import aligned
from cryo_core.sharpening.simulated import WORST_LOGARITHM


@dataclass(frozen=True)
class TrainSettings:
    """Adam's learning rate, epochs, batch, weights of the means of |w| and w², and least ln A of a sound profile.

    The thesis: 0.01, 15, 3, 0.01, 0.01, −6.
    """

    learning_rate: float = 0.003
    epochs: int = 15
    batch: int = 256
    l1: float = 0.0
    l2: float = 0.0
    lowest: float = WORST_LOGARITHM
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not (0 < self.learning_rate < 1 and self.epochs >= 1 and self.batch >= 1):
            raise SettingsError("learning_rate: between 0 and 1; epochs, batch: at least 1")
        if self.l1 < 0 or self.l2 < 0:
            raise SettingsError("l1, l2: at least 0")


def train(
    profile: Float[Tensor, "m k"],
    target: Float[Tensor, "m k"],
    network: NetworkSettings,
    settings: TrainSettings,
    run: TrainingRun,
) -> ProfileNetwork:
    """A network trained from ln profiles to ln targets; both are aligned first, bad pairs left out.

    Parameters
    ----------
    profile, target
        (m, k), ln amplitudes at the 13 learned frequencies.
    network
        Form and size.
    settings
        Rate, epochs, batch, penalties, seed.
    run
        Folder of the checkpoint of unfinished training, device, and callbacks.

    Raises
    ------
    SettingsError
        Fewer than 10 sound pairs.
    """
    x, y = sound_pairs(profile, target, settings.lowest)
    if len(x) < 10:
        raise SettingsError(f"{len(x)} sound pairs of profiles: training needs at least 10")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        model = ProfileNetwork(network)
    model.mean.copy_(x.mean(0))
    model.scale.copy_(x.std(0).clamp(min=1e-3))
    model.to(run.device)
    job = _Job(model, settings, -(-len(x) // settings.batch) * settings.epochs)

    def batches(epoch: int) -> list[tuple[Tensor, Tensor]]:
        order = torch.randperm(len(x), generator=torch.Generator().manual_seed(settings.seed + epoch))
        return [(x[i].to(run.device), y[i].to(run.device)) for i in torch.split(order, settings.batch)]

    fit(job, batches, FitSettings(epochs=settings.epochs, seed=settings.seed, mixed_precision=False), run)
    return model.cpu().eval()


def sound_pairs(
    profile: Float[Tensor, "m k"], target: Float[Tensor, "m k"], lowest: float = WORST_LOGARITHM
) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k"]]:
    """Aligned pairs, without those with a value that is not finite or a point below `lowest`.

    Parameters
    ----------
    profile, target
        (m, k), ln amplitudes at the 13 learned frequencies.
    lowest
        Least ln A.
    """
    x, y = aligned(profile), aligned(target)
    sound = torch.isfinite(x).all(1) & torch.isfinite(y).all(1)
    sound &= (x > lowest).all(1) & (y > lowest).all(1)
    return x[sound], y[sound]


class _Job:
    """What `fit` trains: the mean squared error of ln A, and the penalties."""

    def __init__(self, network: ProfileNetwork, settings: TrainSettings, steps: int) -> None:
        self._network, self._settings, self._steps = network, settings, max(1, steps)
        self._adam = adam(network, settings.learning_rate)

    def modules(self) -> Mapping[str, torch.nn.Module]:
        return {"network": self._network}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        return {"adam": self._adam}

    def step(self, batch: tuple[Tensor, Tensor], update: Update) -> dict[str, Tensor]:
        for group in self._adam.param_groups:
            group["lr"] = self._settings.learning_rate * (1.0 - update.step / self._steps) ** 0.5
        profile, target = batch
        error = ((self._network(profile) - target) ** 2).mean()
        weights = [p for p in self._network.parameters() if p.ndim > 1]
        penalty = self._settings.l1 * sum(w.abs().mean() for w in weights)
        penalty = penalty + self._settings.l2 * sum((w**2).mean() for w in weights)
        update(self._adam, error + penalty)
        return {"loss": error.detach()}
