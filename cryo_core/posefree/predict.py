"""Where to look in latent space: at particles, at random, on a line between two particles, along an axis.

Gives points; volumes come from the model's own decoder (`train.volumes_of`, or the linear model's `volumes_at`).
"""

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import SettingsError


def at_particles(latent: Float[Tensor, "n k"], rows: list[int]) -> Float[Tensor, "m k"]:
    """Give the points of some particles, numbered from 1; SettingsError for one that there is not."""
    for row in rows:
        if not 1 <= row <= len(latent):
            raise SettingsError(f"particle {row}: there are {len(latent)}")
    return latent[torch.tensor(rows, dtype=torch.int64) - 1]


def at_random(latent: Float[Tensor, "n k"], count: int, generator: torch.Generator) -> Float[Tensor, "m k"]:
    """Draw points from the normal distribution with the particles' mean and covariance."""
    if count < 1:
        raise SettingsError(f"{count} points: at least 1")
    mean = latent.double().mean(0)
    centred = latent.double() - mean
    values, axes = torch.linalg.eigh(centred.T @ centred / max(1, len(latent) - 1))
    draws = torch.randn(count, latent.shape[1], generator=generator, dtype=torch.float64)
    return (mean + (draws * values.clamp(min=0).sqrt()) @ axes.T).to(latent.dtype)


def between(latent: Float[Tensor, "n k"], first: int, last: int, points: int = 10) -> Float[Tensor, "m k"]:
    """Give points evenly on the line from one particle to another, both included, numbered from 1."""
    if points < 2:
        raise SettingsError(f"{points} points: at least 2")
    ends = at_particles(latent, [first, last])
    share = torch.linspace(0.0, 1.0, points, dtype=latent.dtype)[:, None]
    return ends[:1] + share * (ends[1:] - ends[:1])
