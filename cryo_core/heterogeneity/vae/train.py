"""Training of the published network; latents of images and volumes by it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Complex, Float
from torch import Tensor, nn

from cryo_core.data import ImageSet, Progress, Volume, silent
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.fourier.transforms import spectrum_to_volume
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.vae.images import NetworkInputs, hartley_deviation
from cryo_core.heterogeneity.vae.loss import slice_error
from cryo_core.heterogeneity.vae.model import Vae, VaeSettings, build, parameter_count
from cryo_core.imaging.reader import Batch, ImageReader
from cryo_core.learning import ranks
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.learning.fit import CHECKPOINT, FitSettings, TrainingRun, Update, fit

WEIGHTS = "vae.pt"
_KIND = "vae"
_POINTS = 65_536
"""How many coefficients of a volume the network computes at once."""


@dataclass(frozen=True)
class VaeFit:
    """A trained network; `history` holds the metrics of each epoch.

    loss = mse + β · kld / pixels; mse is that of Hartley pixels of standard deviation 1, `mse_shell` the
    same by shells round(|k|) from 1 to N // 2.
    """

    model: Vae
    pixel_angstrom: float
    history: tuple[Mapping[str, Any], ...]


def train_vae(
    images: ImageSet,
    settings: VaeSettings,
    run: TrainingRun,
    warm_start: Path | None = None,
) -> VaeFit:
    """Network trained on all images; a training that was stopped goes on from its checkpoint.

    Images are white protein on a grey scale common to all (see `prepare`).

    Parameters
    ----------
    images : ImageSet
        n images, with their poses.
    settings : VaeSettings
        The network and its training.
    run : TrainingRun
        Folder of the checkpoint, device and callbacks.
    warm_start : Path, optional
        Folder or file of `save_vae`, of a network with the same box and network settings: training begins at
        its weights.

    Raises
    ------
    CryoError
        See `fit`; SettingsError where an image has no pose, FormatError where `warm_start` does not fit.
    """
    inputs = NetworkInputs(images, settings, run.device)
    reader = ImageReader(images, settings.batch, settings.memory_megabytes, settings.seed, settings.cache)
    model = build(images.box, settings)
    model.scale.fill_(hartley_deviation(images))
    start = None
    if warm_start is not None:
        start = states_of({"vae": _checked_start(warm_start, images.box, settings).model})
    job = VaeJob(model.to(run.device), inputs)
    how = FitSettings(settings.epochs, settings.seed, settings.mixed_precision)
    run = replace(run, folder=ranks.own_folder(Path(run.folder), CHECKPOINT))
    history = fit(job, reader.shuffled, how, run, warm_start=start)
    return VaeFit(model, inputs.pixel_angstrom, tuple(history))


class VaeJob:
    """One batch of the VAE: a `Trainable`."""

    def __init__(self, model: Vae, inputs: NetworkInputs) -> None:
        self.model, self.inputs = model, inputs
        self.device = inputs.pixels.device
        weights = [p for p in model.parameters() if p.requires_grad]
        self.optimiser = torch.optim.Adam(weights, model.settings.learning_rate, fused=True)
        shells = inputs.pixels.double().norm(dim=1).round().long() - 1
        count = torch.bincount(shells, minlength=inputs.box // 2).clamp_min(1)
        self._shells, self._share = shells, 1.0 / count
        # GPUs have their own way (`Update.autocast`); of CPUs only those that multiply matrices of bfloat16.
        matrices = self.device.type == "cpu" and bool(torch.cpu.get_capabilities().get("amx_bf16"))
        self._bfloat16 = model.settings.mixed_precision and matrices

    def modules(self) -> Mapping[str, nn.Module]:
        """Network, by name."""
        return {"vae": self.model}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        """Its optimiser, by name."""
        return {"vae": self.optimiser}

    def step(self, batch: Batch, update: Update) -> Mapping[str, Tensor]:
        """Learn from one batch."""
        model, rows = self.model, torch.from_numpy(batch[0])
        share = ranks.weight(rows)
        mine = ranks.share(rows).numpy(), ranks.share(batch[1])
        rotation, data, transfer = _on_device(self.inputs, mine, model)
        with torch.autocast("cpu", torch.bfloat16) if self._bfloat16 else update.autocast():
            mean, log_variance = model.encode(data, transfer)
            # Drawn for the whole batch, so that ranks draw together what one draws alone.
            noise = torch.randn(len(rows), mean.shape[1], dtype=mean.dtype, device=mean.device)
            z = mean + torch.exp(0.5 * log_variance) * ranks.share(noise)
            mse, by_pixel = slice_error(model, rotation, z, data, transfer)
        kld = -0.5 * (1.0 + log_variance - mean.square() - log_variance.exp()).sum(1).mean()
        loss = mse + model.settings.kl_weight * kld / (2 * data.shape[1])
        update(self.optimiser, share * loss, shared=True)
        loss, mse, kld = ranks.mean_of_all(share * torch.stack([loss, mse, kld]).detach())
        by_pixel = ranks.mean_of_all(share * by_pixel)
        by_shell = torch.zeros_like(self._share).index_add(0, self._shells, by_pixel) * self._share
        return {"loss": loss, "mse": mse, "kld": kld, "mse_shell": by_shell}


def _on_device(
    inputs: NetworkInputs, batch: Batch, model: Vae
) -> tuple[Float[Tensor, "n 3 3"], Complex[Tensor, "n p"], Float[Tensor, "n p"]]:
    rows, images = batch
    device = inputs.pixels.device
    rotation, spectra, transfer = inputs.data(torch.from_numpy(rows).to(device), images.to(device))
    return rotation, spectra / model.scale, transfer


@torch.no_grad()
def encode(trained: VaeFit, images: ImageSet, progress: Progress = silent) -> Latents:
    """Posterior of each image's latents, N(mean, exp(log variance)) on each axis.

    Its precision is held at the prior's 1 or above, so that the information of the image alone is never
    negative.

    Parameters
    ----------
    trained : VaeFit
        The network.
    images : ImageSet
        n images, with their poses.
    progress : Progress
        Called after each batch.

    Raises
    ------
    ShapeError
        The images are not of the network's box.
    """
    model, settings = trained.model, trained.model.settings
    if images.box != model.box:
        raise ShapeError(f"images of {images.box} pixels for a network of {model.box}")
    inputs = NetworkInputs(images, settings, model.scale.device)
    reader = ImageReader(images, max(settings.batch, 64), settings.memory_megabytes)
    mean = torch.empty(len(images), settings.zdim)
    precision = torch.empty(len(images), settings.zdim)
    stream = reader.in_order()
    for done, batch in enumerate(stream):
        _, data, transfer = _on_device(inputs, batch, model)
        centre, log_variance = model.encode(data, transfer)
        rows = torch.from_numpy(batch[0])
        mean[rows], precision[rows] = centre.cpu(), torch.exp(-log_variance).cpu()
        progress(done + 1, len(stream))
    return Latents(mean, torch.diag_embed(precision.clamp_min(1.0)))


def decode_volumes(trained: VaeFit, z: Float[Tensor, "m k"]) -> Iterator[Volume]:
    """Volume at each latent, one at a time: the images' box and pixel size, on their grey scale.

    Beyond Nyquist's radius and at zero frequency, of which the network has seen nothing, coefficients are 0.
    """
    model = trained.model
    if z.shape[1] != model.settings.zdim:
        raise ShapeError(f"latents of {z.shape[1]} axes for a network of {model.settings.zdim}")
    box, device = model.box, model.scale.device
    radius = box // 2
    axis = torch.arange(box) - radius
    kz, ky, kx = torch.meshgrid(axis, axis, torch.arange(radius + 1), indexing="ij")
    squared = kz**2 + ky**2 + kx**2
    seen = (squared > 0) & (squared <= radius**2)
    points = torch.stack([kx[seen], ky[seen], kz[seen]], 1).float()
    for row in z.to(device, torch.float32):
        spectrum = torch.zeros(kz.shape, dtype=torch.complex64)
        parts = [_at(model, part.to(device), row).cpu() for part in torch.split(points, _POINTS)]
        spectrum[seen] = torch.cat(parts) * model.scale.cpu()
        yield Volume(spectrum_to_volume(spectrum, (box, box, box)), trained.pixel_angstrom)


@torch.no_grad()
def _at(model: Vae, points: Float[Tensor, "p 3"], z: Float[Tensor, " k"]) -> Complex[Tensor, " p"]:
    values, side = model.decoder(points[None], z[None])
    return torch.complex(values[0, :, 0], values[0, :, 1] * side[0])


def save_vae(folder: Path, trained: VaeFit) -> Path:
    """Write the weights with their settings as `vae.pt`, and return that file."""
    content = {
        "settings": asdict(trained.model.settings),
        "box": trained.model.box,
        "pixel_angstrom": trained.pixel_angstrom,
        "history": [dict(metrics) for metrics in trained.history],
        "modules": states_of({"vae": trained.model}),
    }
    write_checkpoint(folder / WEIGHTS, _KIND, content)
    return folder / WEIGHTS


def load_vae(path: Path, device: torch.device | str = "cpu") -> VaeFit:
    """Network that `save_vae` wrote, from its folder or file; FormatError if it is not that."""
    file = path / WEIGHTS if path.is_dir() else path
    content = read_checkpoint(file, _KIND)
    settings, box = _read_settings(file, content)
    pixel, history = content.get("pixel_angstrom"), content.get("history", [])
    if not isinstance(pixel, float) or not pixel > 0:
        raise FormatError(f"{file}: pixel_angstrom is {pixel!r}")
    if not isinstance(history, list) or not all(isinstance(metrics, dict) for metrics in history):
        raise FormatError(f"{file}: its history is no list of metrics")
    _require_size(file, content, box, settings)
    model = build(box, settings)
    load_states({"vae": model}, content.get("modules"), file)
    return VaeFit(model.to(device).eval(), pixel, tuple(history))


def _read_settings(file: Path, content: Mapping[str, Any]) -> tuple[VaeSettings, int]:
    written, box = content.get("settings"), content.get("box")
    try:
        settings = VaeSettings(**written) if isinstance(written, dict) else None
    except (TypeError, SettingsError) as e:
        raise FormatError(f"{file}: its settings make no network ({e})") from None
    if settings is None or not isinstance(box, int) or not 2 <= box <= 4096:
        raise FormatError(f"{file}: no settings of a network, or a box of {box!r}")
    return settings, box


def _require_size(file: Path, content: Mapping[str, Any], box: int, settings: VaeSettings) -> None:
    """Refuse settings that ask for more memory than the weights in the file have."""
    held = sum(
        v.untyped_storage().nbytes()
        for state in content.get("modules", {}).values()
        for v in state.values()
        if isinstance(v, Tensor)
    )
    wanted = 4 * sum(parameter_count(box, settings))
    if held < wanted:
        raise FormatError(f"{file}: {held} bytes of weights, its settings say {wanted}")


def _checked_start(path: Path, box: int, settings: VaeSettings) -> VaeFit:
    before = load_vae(path)
    names = ("zdim", "encoder_layers", "encoder_width", "decoder_layers", "decoder_width", "encoding")
    now, then = settings, before.model.settings
    odd = [
        f"{n} is {getattr(then, n)}, here {getattr(now, n)}"
        for n in names
        if getattr(then, n) != getattr(now, n)
    ]
    if before.model.box != box:
        odd.append(f"its box is {before.model.box}, here {box}")
    if odd:
        raise SettingsError(f"{path}: no weights to begin from: {', '.join(odd)}")
    return before
