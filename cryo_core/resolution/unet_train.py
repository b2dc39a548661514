"""Training of the 3D U-Net: cubes of maps whose resolution is known, the published loss, and the loop's job."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.geometry.tiles import Turn, cube_turns, turned
from cryo_core.learning.fit import FitSettings, TrainingRun, Update, adam, fit
from cryo_core.resolution.simulate import VariedMap, zone_masked
from cryo_core.resolution.unet import ResolutionUNet, UNetSettings, cube_of, cut, network_input, with_voxel

_LEFT_OUT = 5
"""Every fifth structure is left out of training, to be validated on."""


@dataclass(frozen=True)
class UNetExample:
    """A cube for training: density and voxel, global and relative resolution, mask, and number of its structure.

    Cubes are kept by the hundred: density (mean 0, deviation 1) and relative resolution (Å) in half
    precision.
    """

    density: Float[Tensor, "b b b"]
    voxel_angstrom: float
    overall_angstrom: float
    relative_angstrom: Float[Tensor, "b b b"]
    mask: Bool[Tensor, "b b b"]
    structure: int = 0

    def batch(
        self, turn: Turn, device: torch.device | str
    ) -> tuple[
        Float[Tensor, "1 2 b b b"], Float[Tensor, " 1"], Float[Tensor, "1 b b b"], Float[Tensor, "1 b b b"]
    ]:
        """Input, global and relative resolution and mask, turned, as a batch of one in full precision."""
        density, relative, mask = (
            turned(v.to(device).float(), turn) for v in (self.density, self.relative_angstrom, self.mask)
        )
        overall = torch.tensor([self.overall_angstrom], device=device)
        return with_voxel(density, self.voxel_angstrom)[None], overall, relative[None], mask[None]


def unet_example(
    volume: Volume, resolution: Volume, mask: Bool[Tensor, "z y x"], box: int, structure: int = 0
) -> UNetExample:
    """Cube of a map of known resolution; its global resolution is the median inside the mask.

    Parameters
    ----------
    volume : Volume
        The map.
    resolution : Volume
        Its local resolution, in Å.
    mask : (z, y, x)
        The molecule.
    box : int
        Edge of the network's box, b.
    structure : int
        Number of its structure.
    """
    cube = cube_of(volume)
    overall = float(resolution.density[mask].median())
    relative = cut(resolution.density - overall, cube, box)
    inside = cut(mask.float(), cube, box) > 0.5
    density, voxel = network_input(volume, cube, box)
    tensors = (v.cpu().half() for v in (density, relative))
    return UNetExample(next(tensors), voxel, overall, next(tensors), inside.cpu(), structure)


def unet_examples(
    varied: VariedMap, box: int, structure: int, generator: torch.Generator
) -> list[UNetExample]:
    """Cubes of a simulated map as it is, and with its solvent masked away: the published network learns from both.

    Parameters
    ----------
    varied : VariedMap
        The map.
    box : int
        Edge of the network's box.
    structure : int
        Number of its structure.
    generator : torch.Generator
        Source of the mask's random width, on the CPU.
    """
    volumes = (varied.map, zone_masked(varied, generator))
    return [unet_example(v, varied.resolution, varied.mask, box, structure) for v in volumes]


def train_unet(
    examples: Sequence[UNetExample],
    settings: UNetSettings,
    fitting: FitSettings,
    run: TrainingRun,
) -> tuple[ResolutionUNet, list[dict[str, Any]]]:
    """(network trained on cubes, metrics of each epoch).

    One cube a step, each turned by one of the 24 rotations of the cube, drawn anew each time. Where there are
    at least five structures, every fifth is left out of training, and `validation_rmse_angstrom` is the error
    on the voxels of their masks. Density keeps its sign: no map of the other hand or sign is shown.

    Parameters
    ----------
    examples : sequence of UNetExample
        The cubes.
    settings : UNetSettings
        Shape and loss of the network.
    fitting : FitSettings
        Epochs, seed, early stopping.
    run : TrainingRun
        Folder of the checkpoint, device and callbacks.

    Raises
    ------
    SettingsError
        No examples, or cubes of another box than the network's.
    """
    if not examples:
        raise SettingsError("no example to train on")
    if any(e.mask.shape[0] != settings.box for e in examples):
        raise SettingsError(
            f"box: {settings.box}: the cubes to train on have {examples[0].mask.shape[0]}; let both be the same"
        )
    numbers = sorted({e.structure for e in examples})
    apart = set(numbers[_LEFT_OUT - 1 :: _LEFT_OUT])
    seen = [e for e in examples if e.structure not in apart]
    unseen = [e for e in examples if e.structure in apart]
    torch.manual_seed(fitting.seed)
    job = _Job(ResolutionUNet(settings).to(run.device), seen, unseen)

    def batches(epoch: int) -> "_Order":
        return _Order(len(seen), fitting.seed * 1_000_003 + epoch)

    history = fit(job, batches, fitting, run, job.validate if unseen else None)
    return job.network.eval(), history


def unet_loss(
    outputs: tuple[Tensor, Tensor, Tensor],
    overall: Float[Tensor, " n"],
    relative: Float[Tensor, "n z y x"],
    mask: Float[Tensor, "n z y x"],
    relative_weight: float,
) -> Float[Tensor, ""]:
    """Squared error (global) + λ · mean of log10(|relative difference| + 1) in the mask + cross-entropy of the mask.

    Parameters
    ----------
    outputs : (n,), (n, z, y, x), (n, z, y, x)
        Output of the network.
    overall : (n,)
        Global resolution, in Å.
    relative : (n, z, y, x)
        Local less global resolution, in Å.
    mask : (n, z, y, x)
        The molecule.
    relative_weight : float
        λ.
    """
    apart = torch.log10((outputs[1] - relative).abs() + 1.0)
    local = (apart * mask).sum() / mask.sum().clamp(min=1.0)
    entropy = binary_cross_entropy_with_logits(outputs[2], mask)
    return (outputs[0] - overall).square().mean() + relative_weight * local + entropy


class _Order:
    def __init__(self, count: int, seed: int) -> None:
        self._count, self._seed = count, seed

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[int, int]]:
        generator = torch.Generator().manual_seed(self._seed)
        order = torch.randperm(self._count, generator=generator).tolist()
        turns = torch.randint(24, (self._count,), generator=generator).tolist()
        return iter(zip(order, turns, strict=True))


class _Job:
    def __init__(
        self, network: ResolutionUNet, examples: Sequence[UNetExample], unseen: Sequence[UNetExample]
    ) -> None:
        self.network, self.examples, self.unseen = network, examples, unseen
        self.optimiser = adam(network, network.settings.learning_rate)
        self._turns = cube_turns()

    def modules(self) -> Mapping[str, nn.Module]:
        return {"network": self.network}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        return {"network": self.optimiser}

    def step(self, batch: tuple[int, int], update: Update) -> Mapping[str, Tensor]:
        x, overall, relative, mask = self.examples[batch[0]].batch(self._turns[batch[1]], update.device)
        with update.autocast():
            loss = unet_loss(self.network(x), overall, relative, mask, self.network.settings.relative_weight)
        update(self.optimiser, loss)
        return {"loss": loss.detach()}

    def validate(self) -> Mapping[str, Tensor]:
        device = next(self.network.parameters()).device
        losses, squares, voxels = [], [], []
        for e in self.unseen:
            x, overall, relative, mask = e.batch(self._turns[0], device)
            outputs = self.network(x)
            losses.append(unet_loss(outputs, overall, relative, mask, self.network.settings.relative_weight))
            off = (outputs[0] - overall)[:, None, None, None] + outputs[1] - relative
            squares.append((off.square() * mask).sum())
            voxels.append(mask.sum())
        rmse = (torch.stack(squares).sum() / torch.stack(voxels).sum().clamp(min=1.0)).sqrt()
        return {"loss": torch.stack(losses).mean(), "rmse_angstrom": rmse}
