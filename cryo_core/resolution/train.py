"""Training of the network on band powers: examples from maps whose resolution is known, and the training loop's job."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from cryo_core.data import Atoms, Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.fit import FitSettings, TrainingRun, Update, fit
from cryo_core.resolution.bands import Window
from cryo_core.resolution.features import local_powers, relative_log_powers
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import PowerNetwork, PowerNetworkSettings
from cryo_core.resolution.predict import rule
from cryo_core.resolution.simulate import VariedMap, clean_density, draw_variation, vary_resolution
from cryo_core.resolution.solvent import find_regions

_FINEST, _COARSEST = 2.0, 20.0


@dataclass(frozen=True)
class Examples:
    """Places of maps: relative log powers, the rule's answer, the known resolution, and the structure of each."""

    logs: Float[Tensor, "n b"]
    rule_angstrom: Float[Tensor, " n"]
    resolution_angstrom: Float[Tensor, " n"]
    structure: Int[Tensor, " n"]

    def __len__(self) -> int:
        """Count the places."""
        return len(self.rule_angstrom)

    def take(self, rows: Int[Tensor, " m"]) -> "Examples":
        """Some of the places."""
        return Examples(
            self.logs[rows], self.rule_angstrom[rows], self.resolution_angstrom[rows], self.structure[rows]
        )

    def to(self, device: torch.device | str) -> "Examples":
        """The same places on a device."""
        return Examples(
            self.logs.to(device),
            self.rule_angstrom.to(device),
            self.resolution_angstrom.to(device),
            self.structure.to(device),
        )


def joined(parts: Sequence[Examples]) -> Examples:
    """Examples of several maps together; SettingsError if there are none."""
    if not parts or not sum(map(len, parts)):
        raise SettingsError("no map gave an example to learn resolution from")
    return Examples(
        torch.cat([p.logs for p in parts]),
        torch.cat([p.rule_angstrom for p in parts]),
        torch.cat([p.resolution_angstrom for p in parts]),
        torch.cat([p.structure for p in parts]),
    )


def examples_of(varied: VariedMap, structure: int, window: Window | None = None) -> Examples:
    """Places of a simulated map inside the molecule, with the truth.

    Parameters
    ----------
    varied : VariedMap
        The map.
    structure : int
        Number of its structure.
    window : Window, optional
        The soft ball of the powers.
    """
    return _examples(varied.map, varied.resolution, varied.mask, structure, window or Window())


def simulated_maps(
    atoms: Atoms, maps: int, seed: int, device: torch.device | str = "cpu"
) -> Iterator[VariedMap]:
    """Yield simulated maps of one structure, all parameters drawn from the seed.

    Voxels are 1.25 to 1.7 Å, one size a structure; for the rest see `draw_variation`.

    Parameters
    ----------
    atoms : Atoms
        The structure.
    maps : int
        How many maps.
    seed : int
        Seed of the random numbers.
    device : torch.device or str
        Where to compute.
    """
    generator = torch.Generator().manual_seed(seed)
    voxel = 1.25 + 0.45 * float(torch.rand((), generator=generator))
    clean = clean_density(atoms, voxel)
    clean = clean.with_density(clean.density.float().to(device))
    for _ in range(maps):
        yield vary_resolution(clean, draw_variation(voxel, generator), generator)


def phantom(seed: int) -> Atoms:
    """Protein complex of 2 to 5 subunits of 150 to 350 residues: structures to train on without any file."""
    generator = torch.Generator().manual_seed(seed)
    subunits = int(torch.randint(2, 6, (), generator=generator))
    return phantom_complex(seed, subunits, int(torch.randint(150, 350, (), generator=generator)))


@dataclass(frozen=True)
class KnownMap:
    """A real map with its known resolution, on its grid; `mask` marks the places used for training."""

    volume: Volume
    resolution: Volume
    mask: Bool[Tensor, "z y x"]


def known_by_halves(half1: Volume, half2: Volume, window: Window | None = None) -> KnownMap:
    """Mean of two half maps; its resolution is that of their local FSC, inside its molecule.

    Parameters
    ----------
    half1, half2 : Volume
        Half maps on one grid.
    window : Window, optional
        The soft ball of the local FSC.
    """
    mean = mean_map(half1, half2)
    settings = LocalFscSettings(window_angstrom=(window or Window()).size_angstrom)
    return KnownMap(mean, local_fsc(half1, half2, settings), find_regions(mean).mask)


def known_by_model(volume: Volume, model: Volume, window: Window | None = None) -> KnownMap:
    """Map whose atomic model is known; its resolution is where its local FSC with the model's density is 0.5.

    Against a perfect reference a whole map's FSC is 0.5 where that of its halves is 0.143 (Rosenthal &
    Henderson 2003, C_ref). Only places near the model are taken.

    Parameters
    ----------
    volume : Volume
        The map.
    model : Volume
        The model's density with its B factors, on the map's grid: without them the window would mix places of
        other blur, and the resolution read more than 1 Å too coarse.
    window : Window, optional
        The soft ball of the local FSC.
    """
    settings = LocalFscSettings(window_angstrom=(window or Window()).size_angstrom, threshold=0.5)
    return KnownMap(
        volume, local_fsc(volume, model, settings), find_regions(volume).mask & find_regions(model).mask
    )


def examples_of_known(real: KnownMap, structure: int, window: Window | None = None) -> Examples:
    """Places of a real map where its resolution is known.

    Parameters
    ----------
    real : KnownMap
        The map.
    structure : int
        Number of its structure.
    window : Window, optional
        The soft ball of the powers.

    Raises
    ------
    SettingsError
        The map's solvent was masked away.
    """
    return _examples(real.volume, real.resolution, real.mask, structure, window or Window())


@dataclass(frozen=True)
class PowerTraining:
    """How to train: rows a step, the optimiser's rate and decay of weights (AdamW)."""

    batch: int = 1024
    learning_rate: float = 2e-3
    weight_decay: float = 1e-2


def train_powers(
    examples: Examples,
    network: PowerNetworkSettings,
    fitting: FitSettings,
    run: TrainingRun,
    training: PowerTraining | None = None,
) -> tuple[PowerNetwork, list[dict[str, Any]]]:
    """(trained ensemble, metrics of each epoch).

    Member i never sees the structures whose number is i modulo the members' count: `validation_rmse_angstrom`
    is the members' error on what each has not seen.

    Parameters
    ----------
    examples : Examples
        Places of maps of known resolution.
    network : PowerNetworkSettings
        Shape of the network.
    fitting : FitSettings
        Epochs, seed, early stopping.
    run : TrainingRun
        Folder of the checkpoint, device and callbacks.
    training : PowerTraining, optional
        Batch and optimiser.

    Raises
    ------
    SettingsError
        There are fewer structures than members.
    """
    structures = len(set(examples.structure.tolist()))
    if structures < network.members:
        raise SettingsError(
            f"{structures} structures cannot be left out in turn by {network.members} members"
        )
    torch.manual_seed(fitting.seed)
    model = PowerNetwork(network).to(run.device)
    job = _Job(model, examples.to(run.device), training or PowerTraining())
    history = fit(
        job,
        lambda epoch: _Batches(len(examples), job.training.batch, fitting.seed * 1_000_003 + epoch),
        fitting,
        run,
        job.validate,
    )
    with torch.no_grad():
        model.calibration.copy_(job.calibration())
    return model.eval(), history


class _Batches:
    def __init__(self, rows: int, size: int, seed: int) -> None:
        self._rows, self._size, self._seed = rows, size, seed

    def __len__(self) -> int:
        return -(-self._rows // self._size)

    def __iter__(self) -> Iterator[Tensor]:
        order = torch.randperm(self._rows, generator=torch.Generator().manual_seed(self._seed))
        return iter(torch.split(order, self._size))


class _Job:
    def __init__(self, network: PowerNetwork, examples: Examples, training: PowerTraining) -> None:
        self.network, self.examples, self.training = network, examples, training
        self.optimiser = torch.optim.AdamW(
            network.parameters(),
            lr=training.learning_rate,
            weight_decay=training.weight_decay,
            fused=next(network.parameters()).device.type != "cpu",
        )

    def modules(self) -> Mapping[str, nn.Module]:
        return {"network": self.network}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        return {"network": self.optimiser}

    def step(self, batch: Tensor, update: Update) -> Mapping[str, Tensor]:
        rows = self.examples.take(batch.to(self.examples.logs.device))
        losses, errors = [], []
        for i in range(len(self.network.members)):
            seen = rows.structure % len(self.network.members) != i
            loss, error = self._loss(i, rows, seen)
            losses.append(loss)
            errors.append(error)
        total = torch.stack(losses).mean()
        update(self.optimiser, total)
        return {"loss": total.detach(), "rmse_angstrom": torch.stack(errors).mean().sqrt()}

    def validate(self) -> Mapping[str, Tensor]:
        pairs = [
            self._loss(i, self.examples, self.examples.structure % len(self.network.members) == i)
            for i in range(len(self.network.members))
        ]
        losses, errors = (torch.stack(values) for values in zip(*pairs, strict=True))
        return {"loss": losses.mean(), "rmse_angstrom": errors.mean().sqrt()}

    def calibration(self) -> Tensor:
        """Factor by which errors exceed what members expect, on the structures each has not seen (at least 1)."""
        ratios = []
        for i in range(len(self.network.members)):
            rows = self.examples.take(
                (self.examples.structure % len(self.network.members) == i).nonzero()[:, 0]
            )
            mean, deviation = self.network.member(i, rows.logs, rows.rule_angstrom)
            ratios.append(((mean - rows.resolution_angstrom) / deviation).square())
        return torch.cat(ratios).mean().sqrt().clamp(min=1.0)

    def _loss(self, member: int, rows: Examples, used: Tensor) -> tuple[Tensor, Tensor]:
        """Loss over the rows used, and mean squared error in Å².

        The mean learns by relative squared error (a share of the resolution counts the same at 3 and at 10
        Å), the deviation by the likelihood of the error that is left; neither influences the other.
        """
        mean, deviation = self.network.member(member, rows.logs, rows.rule_angstrom)
        truth, weight = rows.resolution_angstrom, used.to(mean.dtype)
        squared = (mean - truth).square()
        left = squared.detach() / (2.0 * deviation.square()) + deviation.log()
        each = 10.0 * squared / (truth * truth.mean()) + 0.1 * left
        count = weight.sum().clamp(min=1.0)
        return (each * weight).sum() / count, (squared.detach() * weight).sum() / count


def _examples(volume: Volume, resolution: Volume, mask: Tensor, structure: int, window: Window) -> Examples:
    regions = find_regions(volume)
    if not regions.has_noise:
        raise SettingsError("a map without its solvent teaches nothing of noise: leave it out of training")
    powers = local_powers(volume, regions, window)
    nodes = powers.nodes
    resolution_at_nodes = nodes.gather(resolution.density)
    inside = nodes.nearest(mask) & (resolution_at_nodes >= _FINEST) & (resolution_at_nodes <= _COARSEST)
    logs = relative_log_powers(powers)[inside]
    count = len(logs)
    return Examples(
        logs,
        rule(logs, powers),
        resolution_at_nodes[inside],
        torch.full((count,), structure, dtype=torch.int64),
    )
