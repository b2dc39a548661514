"""Latent space of a pose-free model on disk, linear or the published network: latents of particles, and maps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import FormatError
from cryo_core.formats.arrays import read_array
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.model import load_linear
from cryo_core.heterogeneity.linear.model import volumes_at as linear_volumes
from cryo_core.posefree.train import (
    WEIGHTS,
    NetworkFit,
    NetworkPosterior,
    load_network,
    save_network,
    volumes_of,
)

MEANS, LOG_VARIANCES = "latents.npy", "log_variances.npy"


@dataclass(frozen=True)
class Space:
    """Latents of the particles, and the maps at points (m × k) of the space."""

    latents: Latents
    volumes: Callable[[Float[Tensor, "m k"]], Iterator[Volume]]


def read_space(folder: Path, device: torch.device | str = "cpu") -> Space:
    """Latent space from the folder of a linear model, or of a network; FormatError if it is neither.

    Maps are made on `device`.
    """
    if (folder / "linear.json").is_file():
        fit = load_linear(folder)
        components = tuple(component.to(device) for component in fit.components)
        return Space(fit.latents, partial(linear_volumes, fit.mean.to(device), components))
    if (folder / WEIGHTS).is_file():
        network = load_network(folder, device)
        latent = network.model.settings.latent
        arrays = read_points(folder / MEANS, latent), read_points(folder / LOG_VARIANCES, latent)
        return Space(as_latents(*arrays), partial(volumes_of, network))
    raise FormatError(f"{folder}: neither linear.json nor {WEIGHTS} is in it: no pose-free model")


def write_network(folder: Path, network: NetworkFit, posterior: NetworkPosterior) -> None:
    """Write a network, and the latents of the particles, as `read_space` reads them.

    Parameters
    ----------
    folder : Path
        Where the files go.
    network : NetworkFit
        The network.
    posterior : NetworkPosterior
        Latents and poses of the particles.
    """
    save_network(folder, network)
    np.save(folder / MEANS, posterior.mean.numpy())
    np.save(folder / LOG_VARIANCES, posterior.log_variance.numpy())


def as_latents(mean: Float[Tensor, "n k"], log_variance: Float[Tensor, "n k"]) -> Latents:
    """Posterior of a network as `Latents`; the precision is held at the prior's 1 or above, like any posterior's."""
    return Latents(mean, torch.diag_embed(torch.exp(-log_variance).clamp(min=1.0)))


def read_points(path: Path, latents: int) -> Float[Tensor, "m k"]:
    """Points of a space from a .npy; FormatError if they are not finite numbers, points × latents."""
    points = read_array(path, 2)
    if points.shape[1] != latents or not np.isfinite(points).all():
        raise FormatError(f"{path}: {points.shape}, should be points × {latents} finite latents")
    return torch.from_numpy(points)
