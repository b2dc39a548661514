"""Training of the published network; latents, poses and volumes by it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from cryo_core.data import ImageStack, ImageSubset, Poses, Progress, Volume, silent
from cryo_core.errors import FormatError, SettingsError
from cryo_core.imaging.reader import Batch, ImageReader
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.learning.fit import CHECKPOINT, FitSettings, OnEpoch, TrainingRun, Update, adam, fit
from cryo_core.learning.ranks import own_folder, rank, run_on, share, together, weight
from cryo_core.posefree.model import Network, NetworkSettings, averaging, divergence, prepared

WEIGHTS = "posefree.pt"
_KIND = "pose-free network"


@dataclass(frozen=True)
class NetworkFit:
    """A trained network, the pixel size of its box, and the metrics of each epoch.

    `loss` = `entropy` (nats an image) + kl_weight · `kl` + average_weight · `average`; with `validation_`, of the
    images kept out.
    """

    model: Network
    pixel_angstrom: float
    history: tuple[Mapping[str, Any], ...]


def train_network(
    images: ImageStack,
    settings: NetworkSettings,
    folder: Path,
    device: torch.device | str = "cpu",
    on_epoch: OnEpoch | None = None,
    progress: Progress = silent,
    watch: Callable[[NetworkFit], None] | None = None,
) -> NetworkFit:
    """Network that learned volumes and poses from images alone; a training that was stopped goes on from `folder`.

    A share of the images is kept out to validate each epoch; training stops after `patience` epochs without gain.

    Parameters
    ----------
    images : ImageStack
        The images.
    settings : NetworkSettings
        The network and its training.
    folder : Path
        Holds the checkpoint.
    device : torch.device or str
        Where to compute.
    on_epoch : callable, optional
        Called after each epoch with its number and metrics.
    progress : Progress
        Called after each batch.
    watch : callable, optional
        Called after each epoch with the network as it is.

    Raises
    ------
    CryoError
        See `fit`; SettingsError where the settings do not fit the images.
    """
    trained, kept = split(len(images), settings)
    with torch.random.fork_rng():
        torch.manual_seed(settings.seed)
        model = Network(settings).to(device)
    job = NetworkJob(model)
    if rank():
        on_epoch, watch, progress = None, None, silent
    reader = ImageReader(ImageSubset(images, trained), settings.batch, seed=settings.seed)
    test = ImageReader(ImageSubset(images, kept), settings.batch, seed=settings.seed)
    pixel = images.pixel_angstrom * images.box / settings.box
    seen: list[Mapping[str, Any]] = []

    def ended(epoch: int, metrics: Mapping[str, Any]) -> None:
        seen.append(metrics)
        if on_epoch is not None:
            on_epoch(epoch, metrics)
        if watch is not None:
            watch(NetworkFit(model, pixel, tuple(seen)))

    how = FitSettings(settings.epochs, settings.seed, mixed_precision=False, patience=settings.patience)
    run = TrainingRun(own_folder(folder, CHECKPOINT), device, ended, progress)
    history = fit(job, reader.shuffled, how, run, partial(_validated, job, test))
    return NetworkFit(model, pixel, tuple(history))


def split(count: int, settings: NetworkSettings) -> tuple[Int[np.ndarray, " m"], Int[np.ndarray, " k"]]:
    """(rows to learn from, rows kept out), each in order; the same for the same seed."""
    kept = max(1, round(settings.test * count))
    if count - kept < settings.batch:
        raise SettingsError(f"{count} images: too few for a batch of {settings.batch} and a test set")
    order = np.random.default_rng(settings.seed).permutation(count)
    return np.sort(order[kept:]), np.sort(order[:kept])


def train_network_on(
    devices: list[str],
    images: ImageStack,
    settings: NetworkSettings,
    folder: Path,
    on_epoch: OnEpoch | None = None,
    progress: Progress = silent,
    watch: Callable[[NetworkFit], None] | None = None,
) -> NetworkFit:
    """Network trained on several devices at once, a process each, or on one in this process; see `train_network`.

    Each batch is shared out over the devices. The answer lies on the first of them.

    Parameters
    ----------
    devices : list of str
        The devices.
    images : ImageStack
        The images; picklable if there are several devices.
    settings : NetworkSettings
        The network and its training.
    folder : Path
        Holds the checkpoint.
    on_epoch : callable, optional
        Called after each epoch with its number and metrics.
    progress : Progress
        Called after each batch.
    watch : callable, optional
        Called after each epoch with the network as it is.
    """
    if len(devices) == 1:
        return train_network(images, settings, folder, devices[0], on_epoch, progress, watch)

    def on_message(message: tuple[Any, ...]) -> None:
        if message[0] == "progress":
            progress(message[1], message[2])
        elif message[0] == "epoch" and on_epoch is not None:
            on_epoch(message[1], message[2])
        elif message[0] == "network" and watch is not None:
            watch(load_network(folder))

    run_on(
        devices, _train_one, images, settings, folder, watch is not None, folder=folder, on_message=on_message
    )
    return load_network(folder, devices[0])


def _train_one(
    device: str,
    send: Callable[[tuple[Any, ...]], None],
    images: ImageStack,
    settings: NetworkSettings,
    folder: Path,
    watched: bool,
) -> None:
    def watch(now: NetworkFit) -> None:
        save_network(folder, now)
        send(("network",))

    trained = train_network(
        images,
        settings,
        folder,
        device,
        lambda epoch, metrics: send(("epoch", epoch, dict(metrics))),
        lambda done, total: send(("progress", done, total)),
        watch if watched else None,
    )
    if rank() == 0:
        save_network(folder, trained)


class _Losses(nn.Module):
    """Terms of the loss as a module, so that gradients can be averaged over processes."""

    def __init__(self, model: Network) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, images: Float[Tensor, "n y x"], noise: Float[Tensor, "n k"] | None, weight: float = 1.0
    ) -> dict[str, Tensor]:
        model, settings = self.model, self.model.settings
        target = prepared(images, settings)
        mean, log_variance = model.encode(target)
        z = mean if noise is None else mean + torch.exp(0.5 * log_variance) * noise
        volumes = model.volumes(z)
        logits = model.project(volumes, model.poses(z))
        entropy = binary_cross_entropy_with_logits(logits, target, reduction="none").sum((1, 2)).mean()
        kl, average = divergence(mean, log_variance), averaging(volumes, weight)
        loss = entropy + settings.kl_weight * kl + settings.average_weight * average
        return {"loss": loss, "entropy": entropy, "kl": kl, "average": average}


class NetworkJob:
    """One batch of the network: a `Trainable`."""

    def __init__(self, model: Network) -> None:
        self.model = model
        self._losses = _Losses(model)
        self._learned = together(self._losses)
        self.optimiser = adam(model, model.settings.learning_rate)

    def modules(self) -> Mapping[str, nn.Module]:
        """Network, by name."""
        return {"network": self.model}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        """Its optimiser, by name."""
        return {"network": self.optimiser}

    def step(self, batch: Batch, update: Update) -> Mapping[str, Tensor]:
        """Learn from this process's share of one batch, at latents drawn from the posterior."""
        images = batch[1].to(self.model.mask.device)
        # Drawn for the whole batch, so that processes draw together what one draws alone.
        noise = torch.randn(len(images), self.model.settings.latent, device=images.device)
        counts = weight(images)
        terms: dict[str, Tensor] = self._learned(share(images), share(noise), counts)
        update(self.optimiser, counts * terms["loss"])
        return terms

    def losses(self, images: Float[Tensor, "n y x"]) -> dict[str, Tensor]:
        """Terms of the loss at the posterior's means."""
        terms: dict[str, Tensor] = self._losses(images, None)
        return terms


def _validated(job: NetworkJob, reader: ImageReader) -> Mapping[str, Tensor]:
    sums: dict[str, Tensor] = {}
    count = 0
    for rows, images in reader.in_order():
        for name, value in job.losses(images.to(job.model.mask.device)).items():
            sums[name] = sums.get(name, torch.zeros(())) + value.detach().cpu() * len(rows)
        count += len(rows)
    return {name: value / count for name, value in sums.items()}


@dataclass(frozen=True)
class NetworkPosterior:
    """Output of the network for images: mean and log-variance of their latents, and their poses."""

    mean: Float[Tensor, "n k"]
    log_variance: Float[Tensor, "n k"]
    poses: Poses


@torch.no_grad()
def infer(network: NetworkFit, images: ImageStack, progress: Progress = silent) -> NetworkPosterior:
    """Latents and poses of images, in order.

    Parameters
    ----------
    network : NetworkFit
        The network.
    images : ImageStack
        n images.
    progress : Progress
        Called after each batch.
    """
    model, parts = network.model, []
    reader = ImageReader(images, max(256, model.settings.batch)).in_order()
    for done, (_, batch) in enumerate(reader, 1):
        mean, log_variance = model.encode(prepared(batch.to(model.mask.device), model.settings))
        poses = model.poses(mean, network.pixel_angstrom)
        parts.append([t.cpu() for t in (mean, log_variance, poses.rotation, poses.shift_angstrom)])
        progress(done, len(reader))
    mean, log_variance, rotation, shift = (torch.cat(column) for column in zip(*parts, strict=True))
    return NetworkPosterior(mean, log_variance, Poses(rotation, shift))


@torch.no_grad()
def reconstructed(
    network: NetworkFit, images: Float[Tensor, "n y x"]
) -> tuple[Float[Tensor, "n d d"], Float[Tensor, "n d d"]]:
    """Images as the network sees them (`prepared`), and its reconstructions of them: grey values of 0 to 1 both."""
    model = network.model
    seen = prepared(images.to(model.mask.device), model.settings)
    z, _ = model.encode(seen)
    made = torch.sigmoid(model.project(model.volumes(z), model.poses(z)))
    return seen.cpu(), made.cpu()


def volumes_of(network: NetworkFit, z: Float[Tensor, "m k"]) -> Iterator[Volume]:
    """Volume at each latent: logits of grey values, positive where there is density."""
    model = network.model
    for row in z:
        with torch.no_grad():
            density = model.volumes(row[None].to(model.mask.device))[0].cpu()
        yield Volume(density, network.pixel_angstrom)


def save_network(folder: Path, network: NetworkFit) -> Path:
    """Write the weights with their settings as `posefree.pt`, and return that file."""
    content = {
        "settings": asdict(network.model.settings),
        "pixel_angstrom": network.pixel_angstrom,
        "history": [dict(metrics) for metrics in network.history],
        "modules": states_of({"network": network.model}),
    }
    write_checkpoint(folder / WEIGHTS, _KIND, content)
    return folder / WEIGHTS


def load_network(path: Path, device: torch.device | str = "cpu") -> NetworkFit:
    """Network that `save_network` wrote, from its folder or file; FormatError if it is not that."""
    file = path / WEIGHTS if path.is_dir() else path
    content = read_checkpoint(file, _KIND)
    try:
        settings = NetworkSettings(**content["settings"])
        pixel, history = float(content["pixel_angstrom"]), tuple(content["history"])
        voxels = content["modules"]["network"]["voxels.weight"].shape
    except (KeyError, TypeError, ValueError, AttributeError, SettingsError) as error:
        raise FormatError(f"{file}: not a pose-free network ({error})") from None
    # Checked before memory is taken for the network of the settings.
    if tuple(voxels) != (settings.box**3, settings.decoder_width):
        raise FormatError(f"{file}: weights of {tuple(voxels)} for a box of {settings.box}")
    model = Network(settings)
    load_states({"network": model}, content["modules"], file)
    return NetworkFit(model.to(device).eval(), pixel, history)
